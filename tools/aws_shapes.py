#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Writes mocks/shapes/: the tables of mocks/shape.h, from the service models of Debian's python3-botocore.

usage: aws_shapes.py            write the files
       aws_shapes.py --check    say whether they are what would be written; exits with 77 without botocore

tools/aws_operations.txt lists the operations served. tools/aws_additions.json is laid over the models, in
their own format, for what is newer than they are or is not in them (`xmlName` and `noErrorWrapping` are words of
Smithy, the language that AWS writes its models in; `limit_default` is ours): objects are merged, an `enum` gets
further words, null takes a key away, anything else stands in place of what was there.
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPERATIONS = ROOT / "tools/aws_operations.txt"
ADDITIONS = ROOT / "tools/aws_additions.json"
TARGET = ROOT / "mocks/shapes"
BOTOCORE = Path("/usr/lib/python3/dist-packages/botocore")
SKIPPED = 77

COLUMNS_MAX = 100

PROTOCOLS = {"query": "QUERY", "ec2": "EC2", "rest-xml": "REST_XML", "rest-json": "REST_JSON"}
SCALARS = {"string": "STRING", "character": "STRING", "blob": "BLOB", "integer": "INTEGER", "long": "INTEGER",
           "float": "DECIMAL", "double": "DECIMAL", "boolean": "BOOLEAN", "timestamp": "TIMESTAMP"}
COMPOUNDS = {"structure": "STRUCTURE", "list": "LIST", "map": "MAP"}
LOCATIONS = {"header": "HEADER", "headers": "HEADERS", "uri": "URI", "querystring": "QUERY", "statusCode": "STATUS"}
TIMESTAMPS = {"iso8601": "ISO_8601", "unixTimestamp": "UNIX", "rfc822": "RFC_822"}
# Members that cut lists, where paginators-1.json does not say: of the input, of the output, how many.
TOKENS = (("NextToken", "NextToken"), ("nextToken", "nextToken"), ("Marker", "NextMarker"), ("Marker", "Marker"))
LIMITS = ("MaxResults", "maxResults", "MaxRecords", "MaxItems", "PageSize", "Limit")

HEAD = """/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore {version}; do not edit. */
/* clang-format off */
"""


# ---- Models ----

def read_operations():
    served = {}
    for line in OPERATIONS.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if words:
            served.setdefault(words[0], set()).update(words[1:])
    return {service: sorted(names) for service, names in sorted(served.items())}


def lay_over(below, above):
    for key, value in above.items():
        if value is None:
            below.pop(key, None)
        elif isinstance(value, dict):
            lay_over(below.setdefault(key, {}), value)
        elif key == "enum":
            below[key] = below.get(key, []) + [word for word in value if word not in below.get(key, [])]
        else:
            below[key] = value


def read_model(service, additions):
    newest = sorted((BOTOCORE / "data" / service).iterdir())[-1]
    model = json.loads((newest / "service-2.json").read_text(encoding="utf-8"))
    pages = newest / "paginators-1.json"
    model["pagination"] = json.loads(pages.read_text(encoding="utf-8"))["pagination"] if pages.exists() else {}
    lay_over(model, additions.get(service, {}))
    return model


def read_version():
    text = (BOTOCORE / "__init__.py").read_text(encoding="utf-8")
    return re.search(r"__version__ = ['\"]([^'\"]+)", text).group(1)


# ---- C ----

def quoted(text):
    return "NULL" if text is None else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def filled(words, begin="    ", end=","):
    """Those words that are not empty, separated by commas, in lines that are not too long."""
    lines, line = [], begin
    for word in (part for word in words if word for part in word.split(", ")):
        if line.strip(" {") and len(line) + len(word) + 1 + len(end) > COLUMNS_MAX:
            lines.append(line.rstrip())
            line = " " * len(begin)
        line += word + ", "
    return "\n".join(lines + [line.rstrip(", ") + end])


def row(*parts):
    return filled(parts, "    {", "},")


def array_of_words(name, words):
    return f"static const char *const {name}[] = {{\n{filled([*map(quoted, words), 'NULL'])}\n}};\n"


def c_name(service):
    """"service-quotas" is no identifier."""
    return service.replace("-", "_")


def capitalised(name):
    return name[:1].upper() + name[1:]


class Table:
    """The shapes of one service that can be reached from the operations served."""

    def __init__(self, model, served):
        self.model = model
        self.shapes = model["shapes"]
        self.found = {}  # Identifier to the shape's (name, traits).
        self.served = {name: model["operations"][name] for name in served}
        self.errors = {name: shape for name, shape in sorted(self.shapes.items()) if shape.get("exception")}

    # -- What can be reached --

    def identifier(self, reference):
        """The C name of the shape that a member refers to; plain scalars of a kind share one."""
        name = reference["shape"]
        shape = self.shapes[name]
        kind = SCALARS.get(shape["type"])
        streams = reference.get("streaming") or shape.get("streaming")
        if kind and not streams and not {"enum", "min", "max", "timestampFormat"} & set(shape):
            name, shape = kind.capitalize(), {"type": shape["type"]}
        elif streams:
            name, shape = name + "Stream", {**shape, "streaming": True}
        if name not in self.found:
            self.found[name] = shape
            for _, member in self.members(shape):
                self.identifier(member)
        return name

    @staticmethod
    def members(shape):
        """(name, reference) of what a compound shape consists of."""
        if shape["type"] == "structure":
            return list(shape["members"].items())
        return [(name, shape[name]) for name in ("member", "key", "value") if name in shape]

    # -- Rows --

    def member_row(self, shape, name, reference):
        of = self.identifier(reference)
        traits = {**self.shapes[reference["shape"]], **reference}
        wire = traits.get("locationName", name)
        query = reference.get("queryName", capitalised(wire) if shape["type"] == "structure" else wire)
        names = f"MEMBER({name}, {of})"
        if not name == wire == query:
            names = f"MEMBER_AS({name}, {quoted(wire)}, {quoted(query)}, {of})"
        return row(names,
                   reference.get("location") and f".location = BS_LOCATION_{LOCATIONS[reference['location']]}",
                   reference.get("timestampFormat")
                   and f".timestamp = BS_TIMESTAMP_{TIMESTAMPS[reference['timestampFormat']]}",
                   name in shape.get("required", ()) and ".is_required = true",
                   reference.get("flattened") and ".is_flattened = true",
                   reference.get("xmlAttribute") and ".is_attribute = true",
                   reference.get("idempotencyToken") and ".is_idempotency_token = true",
                   traits.get("xmlNamespace") and f".xml_namespace = {quoted(namespace_of(traits))}")

    def member_rows(self, name, shape):
        rows = "\n".join(self.member_row(shape, *member) for member in self.members(shape))
        return f"static const struct bs_shape_member\n    members_{name}[] = {{\n{rows}\n}};\n" if rows else ""

    def shape_row(self, name, shape):
        kind = shape["type"]
        has_members = kind in COMPOUNDS and self.members(shape)
        parts = [f"{'COMPOUND' if has_members else 'SCALAR'}({name}, {SCALARS.get(kind) or COMPOUNDS[kind]})",
                 shape.get("payload") and f".payload = {quoted(shape['payload'])}",
                 shape.get("enum") and f"WORDS({name})",
                 bounds(shape),
                 shape.get("xmlName") and f".xml_name = {quoted(shape['xmlName'])}",
                 shape.get("timestampFormat") and f".timestamp = BS_TIMESTAMP_{TIMESTAMPS[shape['timestampFormat']]}",
                 shape.get("streaming") and ".is_streaming = true",
                 shape.get("flattened") and ".is_flattened = true",
                 shape.get("union") and ".is_union = true"]
        return filled(parts, end="},")

    def operation_row(self, name, operation):
        http = operation.get("http", {})
        source = operation.get("input", {})
        output = operation.get("output", {})
        return row(f".name = {quoted(name)}", f".method = {quoted(http.get('method', 'POST'))}",
                   f".uri = {quoted(http.get('requestUri', '/'))}", f".status = {http.get('responseCode', 200)}",
                   source and f".input = SHAPE({self.identifier(source)})",
                   output and f".output = SHAPE({self.identifier(output)})",
                   source.get("locationName") and f".input_name = {quoted(source['locationName'])}",
                   source.get("xmlNamespace") and f".input_namespace = {quoted(namespace_of(source))}",
                   output.get("resultWrapper") and f".result_name = {quoted(output['resultWrapper'])}",
                   "gzip" in operation.get("requestcompression", {}).get("encodings", ()) and ".takes_gzip = true",
                   self.pages(name, source, output))

    def pages(self, name, source, output):
        """The row's part that says how the operation's list is cut; empty if one token does not say where."""
        given = self.model["pagination"].get(name) or self.guessed_pages(source, output)
        words = [given.get(key) for key in ("input_token", "output_token", "limit_key", "result_key", "more_results")]
        words = [word[0] if isinstance(word, list) and len(word) == 1 else word for word in words]
        if isinstance(words[3], list):
            words[3] = words[3][0]
        if not all(isinstance(word, str) and word.isidentifier() for word in (words[0], words[1], words[3])):
            return ""
        limit = given.get("limit_default", self.model["pagination"].get("*", {}).get("limit_default", 100))
        return ".pages = {" + ", ".join(quoted(word) for word in words) + f", {limit}}}"

    def guessed_pages(self, source, output):
        taken, given = (self.shapes[reference["shape"]].get("members", {}) if reference else {}
                        for reference in (source, output))
        lists = [name for name, member in given.items() if self.shapes[member["shape"]]["type"] == "list"]
        for token, following in TOKENS:
            if token in taken and following in given and len(lists) == 1:
                return {"input_token": token, "output_token": following, "result_key": lists[0],
                        "limit_key": next((name for name in LIMITS if name in taken), None),
                        "more_results": "IsTruncated" if "IsTruncated" in given else None}
        return {}

    def error_row(self, name, shape):
        error = shape.get("error", {})
        is_sender = error.get("senderFault", not shape.get("fault"))
        status = error.get("httpStatusCode", 400 if is_sender else 500)
        members = [member for member in shape.get("members", {}) if member not in ("message", "Message")]
        return row(f".shape = {quoted(name)}", f".code = {quoted(error.get('code', name))}", f".status = {status}",
                   is_sender and status < 500 and ".is_sender = true",
                   members and f".members = SHAPE({self.identifier({'shape': name})})")

    # -- The file --

    def service_row(self, service, version):
        metadata = self.model["metadata"]
        protocol = PROTOCOLS.get(metadata["protocol"])
        if metadata["protocol"] == "json":
            protocol = "JSON_" + metadata["jsonVersion"].replace(".", "_")
        fields = {"name": service, "signing_name": metadata.get("signingName", metadata["endpointPrefix"]),
                  "host_prefix": metadata["endpointPrefix"], "target_prefix": metadata.get("targetPrefix"),
                  "api_version": metadata["apiVersion"], "xml_namespace": metadata.get("xmlNamespace"),
                  "model": f"botocore {version}"}
        lines = [f"    .{key} = {quoted(value)}," for key, value in fields.items() if value]
        lines += [f"    .protocol = BS_PROTOCOL_{protocol},", "    .operations = operations,",
                  "    .operation_count = COUNT(operations),", "    .refused = refused,"]
        if metadata.get("noErrorWrapping"):
            lines.append("    .has_bare_errors = true,")
        if self.errors:
            lines += ["    .errors = errors,", "    .error_count = COUNT(errors),"]
        return f"const struct bs_service_shape bs_service_shape_{c_name(service)} = {{\n" + "\n".join(lines) + "\n};\n"

    def text(self, service, version):
        operations = [self.operation_row(*item) for item in sorted(self.served.items())]
        errors = [self.error_row(*item) for item in self.errors.items()]
        found = sorted(self.found.items())
        refused = sorted(set(self.model["operations"]) - set(self.served))
        return "\n".join([
            HEAD.format(version=version), '#include "mocks/shapes/services.h"', '#include "mocks/shapes/table.h"', "",
            "enum {\n" + filled([*(f"SHAPE_{name}" for name, _ in found), "SHAPES"]) + "\n};", "",
            "static const struct bs_shape shapes[SHAPES];", "",
            *(array_of_words(f"words_{name}", shape["enum"]) for name, shape in found if shape.get("enum")),
            *filter(None, (self.member_rows(name, shape) for name, shape in found if shape["type"] in COMPOUNDS)),
            "static const struct bs_shape shapes[SHAPES] = {",
            *(self.shape_row(*item) for item in found), "};", "",
            "static const struct bs_operation_shape operations[] = {", *operations, "};", "",
            array_of_words("refused", refused),
            *(["static const struct bs_shape_error errors[] = {", *errors, "};", ""] if errors else []),
            self.service_row(service, version)])


def namespace_of(reference):
    given = reference["xmlNamespace"]
    return given["uri"] if isinstance(given, dict) else given


def bounds(shape):
    if "min" not in shape and "max" not in shape:
        return None
    lowest = "INT64_MIN" if shape["type"] in ("integer", "long", "float", "double") else "0"
    low = str(int(shape["min"])) if "min" in shape else lowest
    high = str(int(shape["max"])) if "max" in shape else "INT64_MAX"
    return f"BOUNDS({low}, {high})"


def header(services, version):
    lines = [HEAD.format(version=version),
             "#ifndef BS_MOCKS_SHAPES_SERVICES_H", "#define BS_MOCKS_SHAPES_SERVICES_H", "",
             "/** Every service there are shapes of, by name. */", "", '#include "mocks/shape.h"', "",
             "#define BS_SERVICE_SHAPES(ROW) \\",
             " \\\n".join(f"    ROW({c_name(service)})" for service in services), "",
             "#define BS_SERVICE_SHAPE_DECLARED(NAME) extern const struct bs_service_shape bs_service_shape_##NAME;",
             "BS_SERVICE_SHAPES(BS_SERVICE_SHAPE_DECLARED)", "#undef BS_SERVICE_SHAPE_DECLARED", "", "#endif", ""]
    return "\n".join(lines)


def make():
    """Name of each file to its text."""
    version = read_version()
    additions = json.loads(ADDITIONS.read_text(encoding="utf-8"))
    texts = {"services.h": header(read_operations(), version)}
    for service, served in read_operations().items():
        texts[f"{c_name(service)}.c"] = Table(read_model(service, additions), served).text(service, version)
    return texts


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        print(__doc__)
        sys.exit(0 if sys.argv[1:2] in (["-h"], ["--help"]) else 64)
    if not BOTOCORE.exists():
        print("aws_shapes.py: python3-botocore is not installed")
        sys.exit(SKIPPED if sys.argv[1:] else 1)
    texts = make()
    if not sys.argv[1:]:
        for name, text in texts.items():
            (TARGET / name).write_text(text, encoding="utf-8")
        return
    stale = [name for name, text in texts.items()
             if not (TARGET / name).exists() or (TARGET / name).read_text(encoding="utf-8") != text]
    if stale:
        print(f"mocks/shapes: not up to date: {' '.join(stale)}; mend: python3 tools/aws_shapes.py")
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
