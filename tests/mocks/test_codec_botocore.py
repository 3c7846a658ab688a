# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Our codecs against botocore's, for every operation served: what its serialisers write we read, and what we
write its parsers read, with parameters, results and errors drawn from a seed.

usage: test_codec_botocore.py CODEC_TOOL [SEED [ROUNDS]]
Exits with 77 if botocore is not installed.
"""
import datetime
import io
import json
import math
import random
import subprocess
import sys
from pathlib import Path

try:
    import botocore.awsrequest
    import botocore.model
    import botocore.parsers
    import botocore.serialize
except ImportError:
    print("botocore is not installed")
    sys.exit(77)

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import aws_shapes  # noqa: E402

# What CloudWatch's clients speak besides the protocol of its model: name, and what a newer model says of it.
CLOUDWATCH = (("json", {"jsonVersion": "1.0"}), ("smithy-rpc-v2-cbor", {}))
TOOL_PROTOCOLS = {"query": 0, "ec2": 1, "rest-xml": 2, "json1.0": 3, "json1.1": 4, "smithy-rpc-v2-cbor": 6}
EPOCH_S = 1760000000
DEPTH_MAX = 5
PROBLEMS_SHOWN_MAX = 20
TEXT = "abcXYZ019 <>&\"'=+%/.-_:;,é漢🙂\n\t"
HEADER_TEXT = "abcXYZ019-_./:"
REQUEST_ID = "request-1"


class Draws:
    """Values that a shape allows."""

    def __init__(self, draws, has_milliseconds=True):
        self.draws = draws
        self.has_milliseconds = has_milliseconds

    def value(self, shape, depth=0):
        location = shape.serialization.get("location")
        return getattr(self, "draw_" + shape.type_name, self.draw_string)(shape, depth, location)

    def bounds(self, shape, low, high):
        """Between the shape's bounds, and not far from the lower one."""
        low = int(shape.metadata.get("min", low))
        return low, max(low, min(int(shape.metadata.get("max", high)), low + high))

    def draw_structure(self, shape, depth, _):
        drawn = {}
        for name, member in shape.members.items():
            likely = 0.6 if depth < 2 else 0.25
            if name in shape.required_members or (depth < DEPTH_MAX and self.draws.random() < likely):
                drawn[name] = self.value(member, depth + 1)
        if not drawn and depth > 0 and shape.members:
            # A form has no word for a structure without members.
            name, member = min(shape.members.items(),
                               key=lambda item: item[1].type_name in ("structure", "list", "map"))
            drawn[name] = self.value(member, depth + 1)
        if getattr(shape, "is_tagged_union", False) and drawn:
            drawn = dict([self.draws.choice(sorted(drawn.items(), key=lambda item: item[0]))])
        return drawn

    def draw_list(self, shape, depth, _):
        low, high = self.bounds(shape, 1, 2)
        return [self.value(shape.member, depth + 1) for _ in range(self.draws.randint(max(low, 1), max(high, 1)))]

    def draw_map(self, shape, depth, location):
        low, high = self.bounds(shape, 1, 2)
        if location == "headers":
            return {f"key-{i}": self.draw_string(shape.value, depth, "header") for i in range(2)}
        return {self.draw_string(shape.key, depth, location): self.value(shape.value, depth + 1)
                for _ in range(self.draws.randint(max(low, 1), max(high, 1)))}

    def draw_string(self, shape, _, location):
        if shape.metadata.get("enum"):
            return self.draws.choice(shape.metadata["enum"])
        low, high = self.bounds(shape, 1, 12)
        letters = HEADER_TEXT if location in ("header", "uri", "headers") else TEXT
        return "".join(self.draws.choice(letters) for _ in range(self.draws.randint(max(low, 1), max(high, 1))))

    def draw_integer(self, shape, *_):
        low, high = self.bounds(shape, -3, 100000)
        return self.draws.randint(low, high)

    def draw_long(self, shape, *_):
        low, high = self.bounds(shape, -3, 2 ** 50)
        return self.draws.randint(low, high)

    def draw_double(self, shape, *_):
        low, high = self.bounds(shape, -3, 1000)
        return self.draws.uniform(low, high)

    draw_float = draw_double

    def draw_boolean(self, *_):
        return self.draws.random() < 0.5

    def draw_timestamp(self, shape, _, location):
        is_whole = location == "header" or shape.serialization.get("timestampFormat") == "rfc822"
        second = EPOCH_S + self.draws.randint(-10 ** 8, 10 ** 8)
        millisecond = 0 if is_whole or not self.has_milliseconds else self.draws.randint(0, 999)
        return (datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
                + datetime.timedelta(seconds=second, milliseconds=millisecond))

    def draw_blob(self, shape, *_):
        low, high = self.bounds(shape, 0, 20)
        return bytes(self.draws.randrange(256) for _ in range(self.draws.randint(low, high)))


def instant_ns(when):
    since = when - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return ((since.days * 86400 + since.seconds) * 10 ** 6 + since.microseconds) * 1000 - EPOCH_S * 10 ** 9


def as_tree(value):
    """The tool's words for a value."""
    if isinstance(value, dict):
        return {key: as_tree(member) for key, member in value.items()}
    if isinstance(value, list):
        return [as_tree(element) for element in value]
    if isinstance(value, bool) or isinstance(value, str):
        return value
    if isinstance(value, int):
        return {"$integer": str(value)}
    if isinstance(value, float):
        return {"$decimal": repr(value)}
    if isinstance(value, datetime.datetime):
        return {"$instant": str(instant_ns(value))}
    return {"$bytes": bytes(value).hex()}


def same(left, right):
    """Whether two trees are; decimals by value."""
    if isinstance(left, dict) and isinstance(right, dict):
        if "$decimal" in left and "$decimal" in right:
            return math.isclose(float(left["$decimal"]), float(right["$decimal"]), rel_tol=1e-15)
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


def tool(path, lines):
    text = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run([path], input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def names(service, operation):
    protocol = service.metadata["protocol"]
    if protocol == "json":
        protocol += service.metadata["jsonVersion"]
    return {"service": service.service_name, "operation": operation.name, "protocol": TOOL_PROTOCOLS[protocol]}


def request_line(service, operation, params):
    """What botocore would send."""
    serialiser = botocore.serialize.create_serializer(service.metadata["protocol"], include_validation=False)
    sent = serialiser.serialize_to_request(params, operation)
    botocore.awsrequest.prepare_request_dict(sent, "http://localhost")
    prepared = botocore.awsrequest.create_request_object(sent).prepare()
    body = prepared.body or b""
    body = body.encode() if isinstance(body, str) else bytes(body)
    headers = {name: value.decode() if isinstance(value, bytes) else str(value)
               for name, value in prepared.headers.items()}
    return {"ask": "decode", **names(service, operation), "method": prepared.method,
            "target": prepared.url[len("http://localhost"):], "headers": headers, "body": body.hex()}


def without_http(tree, operation):
    """What HTTP says by itself left out: how long a body is; and one that is empty is the same as none."""
    payload = operation.input_shape.serialization.get("payload") if operation.input_shape else None
    return {key: value for key, value in tree.items()
            if key != "ContentLength" and not (key == payload and value == {"$bytes": ""})}


def comparable(output, wanted):
    """A result without what is the same as nothing, and what our answer says of itself without being asked."""
    own = {"ContentLength", "ContentType"} - set(wanted)
    return {key: value for key, value in output.items() if key not in own and value not in ([], {}, b"", "", None)}


def check_requests(path, services, rng, rounds):
    cases, problems = [], []
    for service, operations in services:
        for operation in operations * rounds:
            shape = operation.input_shape
            # botocore cuts what it writes in JSON and CBOR to whole seconds.
            has_milliseconds = service.metadata["protocol"] in ("query", "ec2", "rest-xml")
            params = Draws(rng, has_milliseconds).value(shape) if shape else {}
            cases.append((operation, params, request_line(service, operation, params)))
    for (operation, params, line), answer in zip(cases, tool(path, [case[2] for case in cases]), strict=True):
        wanted = without_http(as_tree(params), operation)
        got = without_http(answer.get("tree", {}), operation)
        if "tree" not in answer or not same(got, wanted):
            problems.append(f"request {line['service']} {operation.name}\n  sent {line['target']} "
                            f"{bytes.fromhex(line['body'])!r}\n  wanted {wanted}\n  got {answer}")
    return len(cases), problems


def parse(service, operation, answer):
    parser = botocore.parsers.create_parser(service.metadata["protocol"])
    headers = botocore.awsrequest.HeadersDict(answer["headers"])
    body = bytes.fromhex(answer["body"])
    streams = operation.has_streaming_output and answer["status"] < 300
    parsed = parser.parse({"status_code": answer["status"], "headers": headers,
                           "body": io.BytesIO(body) if streams else body}, operation.output_shape)
    if streams:
        parsed[operation.output_shape.serialization["payload"]] = body
    return parsed, parsed.pop("ResponseMetadata", {})


def unwrapped_location(answer):
    """botocore's parser does not read GetBucketLocation's answer; a handler of its client does."""
    text = bytes.fromhex(answer["body"]).decode()
    root = botocore.parsers.ETree.fromstring(text)
    return {"LocationConstraint": root.text}


def check_answers(path, services, rng, rounds):
    cases, problems = [], []
    for service, operations in services:
        for operation in operations * rounds:
            output = Draws(rng).value(operation.output_shape) if operation.output_shape else {}
            cases.append((service, operation, output,
                          {"ask": "encode", **names(service, operation),
                           "method": operation.http.get("method", "POST"), "tree": as_tree(output)}))
    for (service, operation, output, _), answer in zip(cases, tool(path, [case[3] for case in cases]), strict=True):
        parsed, metadata = parse(service, operation, answer)
        if operation.name == "GetBucketLocation" and output:
            parsed = unwrapped_location(answer)
        if operation.http["method"] != "HEAD":
            output.pop("ContentLength", None)  # The server writes it, who knows the body.
        is_same = same(as_tree(comparable(parsed, output)), as_tree(comparable(output, output)))
        if not is_same or REQUEST_ID not in json.dumps(metadata):
            problems.append(f"answer {service.service_name} {operation.name}\n  wrote "
                            f"{bytes.fromhex(answer['body'])!r} {answer['headers']}\n  wanted {output}\n  got {parsed}"
                            f"\n  {metadata}")
    return len(cases), problems


def check_errors(path, services):
    cases, problems = [], []
    for service, operations in services:
        operation = next(operation for operation in operations if operation.http.get("method") != "HEAD")
        codes = [shape.name for shape in service.error_shapes] + ["SomethingElse"]
        for name in codes:
            cases.append((service, operation, name,
                          {"ask": "encode", **names(service, operation),
                           "method": operation.http.get("method", "POST"), "tree": {}, "code": name,
                           "message": f"Not <{name}> & \"co\""}))
    for (service, operation, name, line), answer in zip(cases, tool(path, [case[3] for case in cases]), strict=True):
        traits = service._service_description["shapes"].get(name, {}).get("error", {})
        if answer["status"] < 301 or answer["status"] == 304:
            continue
        parsed, metadata = parse(service, operation, {**answer, "status": max(answer["status"], 400)})
        code = parsed["Error"]["Code"]
        found = (parsed["Error"]["Message"], metadata["RequestId"], answer["status"])
        wanted = (line["message"], REQUEST_ID, traits.get("httpStatusCode", answer["status"]))
        # Beside the query protocol the shape's name is the code; newer parsers know the other one, too.
        is_other = service.service_name == "cloudwatch" and service.metadata["protocol"] != "query"
        if found != wanted or code not in {traits.get("code", name), name if is_other else None}:
            problems.append(f"error {service.service_name} {name}: wanted {wanted}, got {code} {found}")
    return len(cases), problems


def load_services():
    additions = json.loads(aws_shapes.ADDITIONS.read_text(encoding="utf-8"))
    services = []
    for name, served in aws_shapes.read_operations().items():
        for protocol, metadata in ((None, {}), *(CLOUDWATCH if name == "cloudwatch" else ())):
            model = aws_shapes.read_model(name, additions)
            if protocol in (None, *botocore.serialize.SERIALIZERS):
                model["metadata"].update({"protocol": protocol or model["metadata"]["protocol"], **metadata})
                service = botocore.model.ServiceModel(model, name)
                services.append((service, [service.operation_model(operation) for operation in served]))
    return services


def main():
    if not aws_shapes.BOTOCORE.exists():
        print("python3-botocore is not installed")
        sys.exit(77)
    path, seed, rounds = sys.argv[1], int((sys.argv[2:] or ["1"])[0]), int((sys.argv[3:] or ["5"])[0])
    services = load_services()
    rng = random.Random(seed)
    failed = []
    for what, (count, problems) in (("requests", check_requests(path, services, rng, rounds)),
                                    ("answers", check_answers(path, services, rng, rounds)),
                                    ("errors", check_errors(path, services))):
        print(f"{what}: {count}, of {len(services)} services and protocols; {len(problems)} not as botocore has them")
        failed += problems
    for problem in failed[:PROBLEMS_SHOWN_MAX]:
        print(problem)
    if failed:
        print(f"reproduce: python3 {__file__} {path} {seed} {rounds}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
