# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The JSON Schemas in scenarios/schema, kept in step with the program that reads the files.

Three ways: every table of fields in the sources has the keys of its place in the schema; language/everything.yaml
and its plan use every key of the schema; and for each value in them, replaced by values of every other type,
schema and `blackstart lint` agree.
"""
import json
import re
import unittest
from concurrent.futures import ThreadPoolExecutor

import harness
import jsonschema
import yaml

LANGUAGE = "tests/cli/language/"
EVERYTHING = {"scenario": LANGUAGE + "everything.yaml", "plan": LANGUAGE + "everything-plan.yaml"}

# Where each table of fields stands in the schema, in the order of the file. Several places: all must agree.
SCENARIO_TABLES = {
    "sim/scenario/scenario_load.c": ["", "region", "link"],
    "sim/scenario/objectives_load.c": ["service_objectives", "served", "expect"],
    "sim/scenario/client_load.c": ["resolvers", "resolvers/properties/mix/then", "clients", "clients/properties/retry"],
    "sim/scenario/people_load.c": ["person", "order"],
    "sim/scenario/orchestrator_load.c": ["orchestrator"],
    "sim/scenario/live_load.c": ["live", "live_names", "live_record", "live_application", "live_probes", "live_resolver"],
    "sim/scenario/live_fault_load.c": ["live_fault", "live_stop"],
    "sim/scenario/monitor_load.c": ["health_check", "alarm", "probe", "record", "record/properties/failover"],
    "sim/scenario/resource_load.c": ["ecs_service", "ecr_image", "alb", "rds_instance", "rds_replica", "s3_bucket",
                                     "secret", ("ssm_parameter", "sns_topic", "dynamodb_table"), "ecs_service/properties/autoscaling",
                                     "ecs_service/properties/cache"],
    "sim/faults/fault.c": ["fault", "fault/properties/region_loss/then",
                           "fault/properties/data_plane_loss/then", "fault/properties/control_plane_loss/then",
                           "fault/properties/replication_stall/then", "fault/properties/errors/then",
                           "fault/properties/lag", "fault/properties/promotion_failure/then",
                           "fault/properties/throttle/then", "fault/properties/response_loss/then",
                           "fault/properties/latency", "fault/properties/notification_loss/then", "fault/properties/monitor/then",
                           "fault/properties/repeat"],
    "sim/engine/distribution_decode.c": [
        "distribution/then/properties/uniform", "distribution/then/properties/normal",
        "distribution/then/properties/lognormal", "distribution/then/properties/exponential",
        ("distribution/then/properties/weibull", "distribution/then/properties/pareto",
         "distribution/then/properties/gamma"),
        "distribution/then/properties/mixture/items", "distribution/then", "distribution/then/properties/truncate"],
}
PLAN_TABLES = {
    "orchestrator/plan/plan_load.c": [""],
    "orchestrator/plan/resolve.c": ["roles"],
    "orchestrator/plan/load_protections.c": ["lease", "calls"],
    "orchestrator/plan/load_triggers.c": ["trigger/properties/confirm", "class", "trigger"],
    "orchestrator/plan/load_workflows.c": ["workflow", "workflow/properties/healthy"],
    "orchestrator/plan/load_parameters.c": ["accept", "item"],
    # The first is common to all steps.
    "orchestrator/plan/load_steps.c": [None, "retry", "ungraceful", "group", "run_plan"],
}
# Read by hand beside their table, or named by a parameter of the function that holds the table.
BY_HAND = {"service_objectives": {"rpo"}, "distribution/then/properties/weibull": {"scale"},
           "distribution/then/properties/pareto": {"minimum"}, "distribution/then/properties/gamma": {"scale"}}

# Shapes of tables in the sources.
TABLE = re.compile(r"const struct bs_(?:field|parameter) (\w+)\[\] = \{(.*?)\};", re.S)
BLOCK = re.compile(r'const struct bs_block \w+ = \{\s*\.name = "(\w+)"(.*?)\n\};', re.S)
MACRO = re.compile(r"#define (\w+_FIELDS?)[ \\\n]((?:.*\\\n)*.*)")
ENTRY = re.compile(r'\.name = "(\w+)"|(?:FIELD|FACT)\((?:\w+, )?"(\w+)"|\{"(\w+)", BS_FIELD')
REQUIRED = re.compile(r"\.required = true|BS_NEED_REQUIRED|BS_FIELD_\w+, [^,]+(?:\([^)]*\))?, true\b|"
                      r"STEP_FIELD\([^,]+, \w+, \w+, true")


def tables_of(text):
    """(name, body) of each table in a source, with the macros that stand for whole entries written out."""
    macros = dict(MACRO.findall(text))
    word = re.compile(r"\b(" + "|".join(macros or ["(?!)"]) + r")\b(?!\()")
    return [(name, word.sub(lambda match: macros[match.group(1)], body)) for name, body in TABLE.findall(text)]


def table_fields(body):
    """The names in a table and which of them are required."""
    starts = list(ENTRY.finditer(body))
    names, required = [], set()
    for i, entry in enumerate(starts):
        end = starts[i + 1].start() if i + 1 < len(starts) else len(body)
        text = body[entry.start():end]
        name = next(group for group in entry.groups() if group)
        names.append(name)
        before = body[max(0, entry.start() - len("DURATION_")):entry.end()]
        # That macro is for what must be there.
        if REQUIRED.search(text) or "DURATION_FIELD(" in before:
            required.add(name)
    return names, required


class CoreLoader(yaml.SafeLoader):
    """Scalars as the program reads them: numbers are plain decimals, only true and false are true and false."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"true|false", "tf"), ("null", r"~|null|", ["~", "n", ""]),
                            ("int", r"-?(?:0|[1-9][0-9]*)", "-0123456789"),
                            ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+", "-0123456789")):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def load(text):
    return yaml.load(text, CoreLoader)  # noqa: S506: it derives from SafeLoader


class SchemaCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.schemas = {}
        self.validators = {}
        for kind in ("scenario", "plan"):
            path = self.source / "scenarios/schema" / f"{kind}.schema.json"
            self.schemas[kind] = json.loads(path.read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(self.schemas[kind])
            self.validators[kind] = jsonschema.Draft202012Validator(self.schemas[kind])

    def load(self, name):
        return load((self.source / name).read_text(encoding="utf-8"))

    def at(self, kind, place):
        """The schema's part at a place below $defs, or all of it."""
        part = self.schemas[kind]
        for word in (["$defs", *place.split("/")] if place else []):
            part = part[word]
        return part


class FilesTest(SchemaCase):
    def test_shipped_files_and_those_of_the_tests(self):
        paths = [*(self.source / "scenarios").rglob("*.yaml"), *(self.source / LANGUAGE).glob("*.yaml")]
        self.assertGreaterEqual(len(paths), 6)
        for path in paths:
            with self.subTest(str(path)):
                document = load(path.read_text(encoding="utf-8"))
                kind = document["blackstart"].split("/")[0]
                self.validators[kind].validate(document)

    def test_broken_files(self):
        """What is wrong in form, the schema refuses too; what is wrong in meaning, it cannot see."""
        form = re.compile(r"unknown key|missing key|must be (given|true or false|a whole number|one of|a list|a map|"
                          r"text|a name)|no block")
        refused = 0
        for kind in ("scenario", "plan"):
            for path in sorted((self.source / "tests/cli/broken" / f"{kind}s").iterdir()):
                text = path.read_text(encoding="utf-8")
                if not form.search(text.split("\n", 1)[0]):
                    continue
                try:
                    document = load(text)
                except yaml.YAMLError:
                    continue
                with self.subTest(path.name):
                    self.assertFalse(self.validators[kind].is_valid(document))
                refused += 1
        self.assertGreater(refused, 50)


class TablesTest(SchemaCase):
    def tables(self, name):
        return tables_of((self.source / name).read_text(encoding="utf-8"))

    def compare(self, kind, place, names, required):
        part = self.at(kind, place)
        self.assertEqual(set(names) | BY_HAND.get(place, set()), set(part["properties"]), place)
        if place in BY_HAND and place != "service_objectives":
            required = required | BY_HAND[place]
        # A scenario that extends none: the branch without.
        self.assertEqual(required, set((part.get("else", part) if place == "" else part).get("required", [])), place)
        self.assertIs(part["additionalProperties"], False, place)

    def compare_all(self, kind, tables):
        for name, places in tables.items():
            found = self.tables(name)
            self.assertEqual(len(found), len(places), f"{name}: tables {[table for table, _ in found]}")
            for (table, body), place in zip(found, places):
                if place is None:
                    continue
                for each in (place if isinstance(place, tuple) else (place,)):
                    with self.subTest(f"{name}: {table}: {each}"):
                        self.compare(kind, each, *table_fields(body))

    def test_scenario(self):
        root = self.at("scenario", "")
        self.compare_all("scenario", SCENARIO_TABLES)
        self.assertEqual(set(root["properties"]["objectives"]["properties"]),
                         set(self.at("scenario", "service_objectives")["properties"]) | {"served"})

    def test_plan(self):
        self.compare_all("plan", PLAN_TABLES)

    def test_blocks(self):
        _, body = self.tables("orchestrator/plan/load_steps.c")[0]
        common, common_required = table_fields(body)
        blocks = {}
        for path in sorted((self.source / "orchestrator/core/blocks").glob("*.c")):
            text = path.read_text(encoding="utf-8")
            names, required = table_fields(tables_of(text)[0][1])
            for name, row in BLOCK.findall(text):
                undo = re.search(r"\.undo = BS_BLOCK_(\w+)", row)
                region = {"region"} if "BS_REGION_REQUIRED" in row else set()
                blocks[name] = (names, required | region, undo and undo.group(1).lower())
        for block, (names, required, undo) in blocks.items():
            with self.subTest(block):
                self.compare("plan", block, common + names, common_required | required)
                if undo:
                    self.compare("plan", f"{block}/properties/undo", blocks[undo][0], set())
                else:
                    self.assertEqual(self.at("plan", f"{block}/properties/undo"), {"type": "null"})
        self.assertEqual(sorted(blocks), sorted(self.at("plan", "step/properties/block")["enum"]))

    def test_every_source_with_a_table_is_known(self):
        known = {*SCENARIO_TABLES, *PLAN_TABLES}
        for folder in ("sim", "orchestrator/plan"):
            for path in (self.source / folder).rglob("*.c"):
                name = str(path.relative_to(self.source))
                if TABLE.search(path.read_text(encoding="utf-8")):
                    self.assertIn(name, known)


class Walk:
    """Goes through a document beside its schema: which keys of the schema are used, and what each value must be."""

    def __init__(self, schema):
        self.schema = schema
        self.used = set()
        self.leaves = {}

    def resolve(self, part, place):
        while "$ref" in part:
            place = part["$ref"]
            part = self.schema["$defs"][place.rsplit("/", 1)[1]]
        return part, place

    def visit(self, part, place, value, path):
        part, place = self.resolve(part, place)
        self.leaves.setdefault(path, []).append(part)
        for i, inner in enumerate(part.get("allOf", [])):
            self.visit_choice(inner, f"{place}/allOf/{i}", value, path)
        if "if" in part:
            self.visit_choice(part, place, value, path)
        if isinstance(value, dict):
            self.visit_map(part, place, value, path)
        elif isinstance(value, list) and "items" in part:
            for i, member in enumerate(value):
                self.visit(part["items"], f"{place}/items", member, (*path, i))

    def visit_choice(self, part, place, value, path):
        if "if" in part:
            holds = jsonschema.Draft202012Validator({**part["if"], "$defs": self.schema["$defs"]}).is_valid(value)
            branch = "then" if holds else "else"
            if branch in part:
                self.visit(part[branch], f"{place}/{branch}", value, path)

    def visit_map(self, part, place, value, path):
        for key, member in value.items():
            if key in part.get("properties", {}):
                self.used.add((place, key))
                self.visit(part["properties"][key], f"{place}/properties/{key}", member, (*path, key))
            elif isinstance(part.get("additionalProperties"), dict):
                self.visit(part["additionalProperties"], f"{place}/additionalProperties", member, (*path, key))


def all_keys(part, place, found):
    """Every (place, key) under `properties`, but not in conditions."""
    if isinstance(part, dict):
        for key in part.get("properties", {}):
            if part["properties"][key].keys() - {"not", "type"}:
                found.add((place, key))
        for word, inner in part.items():
            if word not in ("if", "oneOf", "const", "enum"):
                all_keys(inner, f"{place}/{word}", found)
    elif isinstance(part, list):
        for i, inner in enumerate(part):
            all_keys(inner, f"{place}/{i}", found)
    return found


class EverythingTest(SchemaCase):
    def walk(self, kind):
        walk = Walk(self.schemas[kind])
        walk.visit(self.schemas[kind], "#", self.load(EVERYTHING[kind]), ())
        return walk

    def test_every_key_is_used(self):
        for kind in ("scenario", "plan"):
            # The branch for a scenario that extends none says more about resources that are known anyway.
            known = all_keys(self.schemas[kind], "#", set()) - {("#/else", "resources")}
            unused = known - self.walk(kind).used
            self.assertEqual(unused, set(), kind)

    def test_the_program_understands_it(self):
        done = self.run_text("run", EVERYTHING["scenario"], "--quiet")
        self.assertIn(done.returncode, (0, 1, 2))


# One value of each type; and the edges of how numbers with units are written, for each form of value once.
PROBES = ["~", "[]", "{}", "[~]", "word", "true", "5", '"5"', "-1", "0.5", "10s", "5%", "10/s", "400MB", "007",
          "{no-such-key: 1}"]
EDGES = ['"true"', "1.5", "-10s", "1m30s", "2s1m", "10 s", "0.5 %", "5 %/s", "1e3", "1.", ".5", "+5s", "5S", "''"]
# What the schema cannot say: bounds of values with a unit, relations, and names that must exist.
BOUNDS = re.compile(r"must be (a duration|a rate|a share|a size|a time)[^']* found (?:text )?'(.*)'$")
FORMS = {"a duration": {"10s", "1m30s"}, "a rate": {"10/s"}, "a size": {"400MB"}, "a share": {"5%", "0.5 %", "0.5", "5"}}
MEANING = re.compile(
    r"no (resource|Region|role|DNS record|resolver population|workflow|fault|rds_replica|alb|health_check|health check|alarm|probe)\b|"
    r"is an? \w+; |fault '|add up to|is longer than|must be shorter|needs 'stores'|at most 'max_tasks'|low is greater|"
    r"median is greater|leaves nothing|min is greater|asks for \d+ of|periods can breach|must stand before|plan '|extends '|"
    r"both roles|cannot be confirmed|must replicate|is in .*, but|of what '|is no record|needs 'record'|is listed twice|"
    r"another step|two Regions|needs a 'write' before it|between two Regions|a second service|meaning of its own|Region's role|"
    r"is no health check|no earlier step|are of tasks on Fargate|weights must rise|the last weight must be 100|two thirds of the lease")


class AgreementTest(SchemaCase):
    """Replaces each value of the files that say everything, and asks both."""

    def lint(self, task):
        kind, index, text = task
        path = self.folder / f"{kind}-{index}.yaml"
        path.write_text(text, encoding="utf-8")
        done = self.run_text("lint", path, *(["--scenario", EVERYTHING["scenario"]] if kind == "plan" else []))
        path.unlink()
        return done

    def is_valid(self, kind, leaves, path, document, value):
        """Whether what holds the value, with the new one in it, is valid where it stands: nothing further up can
        tell the difference. In maps whose members mean nothing to each other, the value alone is looked at."""
        holder = document
        for word in path[:-1]:
            holder = holder[word]
        holder = dict(holder) if isinstance(holder, dict) else list(holder)
        holder[path[-1]] = value
        part = {**leaves[path[:-1]][0], "$defs": self.schemas[kind]["$defs"]}
        if isinstance(holder, dict) and not {"allOf", "oneOf", "if"} & part.keys():
            holder = {path[-1]: value}
            part.pop("required", None)
        return jsonschema.Draft202012Validator(part).is_valid(holder)

    def judge(self, where, parts, valid, done):
        """Says what is wrong, or None."""
        message = done.stderr.strip()
        choices = {str(value) for part in parts for value in part.get("enum", []) if value is not None}
        listed = re.search(r"must be one of (.*?), found 'word'", message)
        if listed and choices and choices != set(listed.group(1).split(", ")):
            return f"{where}: {sorted(choices)} in the schema, but {message}"
        if done.returncode != harness.EXIT_USAGE and not valid:
            return f"{where}: accepted, but not by the schema"
        bounds = BOUNDS.search(message)
        if done.returncode == harness.EXIT_USAGE and valid and not MEANING.search(message) and not (
                bounds and bounds.group(2) in FORMS.get(bounds.group(1), ())):
            return f"{where}: the schema lets through: {message}"
        return None

    def check(self, kind):
        source = (self.source / EVERYTHING[kind]).read_text(encoding="utf-8")
        # The plan has its own turn; and what is taken away must be missing, not come from below.
        source = source.replace("plan: everything-plan.yaml", "plan: ~").replace("extends: least.yaml", "extends: ~")
        document, root = load(source), yaml.compose(source, yaml.SafeLoader)
        walk = Walk(self.schemas[kind])
        walk.visit(self.schemas[kind], "#", document, ())
        jobs, seen = [], set()
        for path, parts in walk.leaves.items():
            enums = [str(value) for part in parts for value in part.get("enum", []) if value is not None]
            form = re.sub(r'"description": "[^"]*"', "", json.dumps(parts))
            # The same key with the same form elsewhere is the same table, or one like it.
            probes = [] if not path or (form, path[-1]) in seen else [*PROBES, *enums]
            probes += [] if not path or form in seen else EDGES
            seen |= {form, (form, path[-1] if path else None)}
            for probe in dict.fromkeys(probes):
                where = f"{'.'.join(map(str, path))}: {probe}"
                valid = self.is_valid(kind, walk.leaves, path, document, load(probe))
                jobs.append((where, parts, valid, replaced(source, root, path, probe)))
        self.assertGreater(len(jobs), 900)
        with ThreadPoolExecutor(max_workers=2) as pool:
            answers = pool.map(self.lint, ((kind, i, job[3]) for i, job in enumerate(jobs)))
            problems = [self.judge(*job[:3], answer) for job, answer in zip(jobs, answers)]
        self.assertEqual([problem for problem in problems if problem is not None], [], f"of {len(jobs)}")

    def test_scenario(self):
        self.check("scenario")

    def test_plan(self):
        self.check("plan")


def replaced(source, node, path, probe):
    """The text with the value at `path` replaced."""
    for word in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == str(word))
        else:
            node = node.value[word]
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        probe += "\n"
    return source[:node.start_mark.index] + probe + source[node.end_mark.index:]


if __name__ == "__main__":
    harness.main()
