# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What `blackstart lint` finds, and that it is true.

Each variant is the flagship's failover with a few words changed: it has that one's findings, those it is made for, and
no others; the flagship itself is the twin that does not have them. PREDICTIONS has runs that fail as a rule predicts,
beside those of a twin that does better. Rules about plans with several workflows are tested in test_workflows.py.
"""
import json
import re
from collections import Counter

from lint_case import LintCase, harness, replaced
import test_workflows

# What lint has to say about the flagship as it is shipped.
FLAGSHIP_FINDINGS = {
    "targets-beyond-rto": "warning",
    "standby-cannot-reach-capacity": "warning",
    "dns-control-plane": "note",
    "timeouts-beyond-rto": "note",
    "retries-end-early": "note",
}

# The failover without the flagship's other workflows, and what is said of that besides.
FAILOVER_ONLY = ((re.compile(r"  - \{when: operator.*?\n"), ""), (re.compile(r"\n  # Planned: .*", re.S), ""))
VARIANT_FINDINGS = set(FLAGSHIP_FINDINGS) | {"failback-missing"}

# In the plan.
FENCE = re.compile(r"      - \{id: fence,.*?incident-commander\}\}\n", re.S)
GRACEFUL_FENCE = re.compile(r"latch: true,\n\s*ungraceful: \{on_failure: continue, authority: incident-commander\}\}")
LAG_CHECK = re.compile(r"          - \{id: orders-lag,.*?continue\}\}[^\n]*\n", re.S)
IMAGE_CHECK = re.compile(r"          - \{id: image-local,[^\n]*\n")
PROMOTE = re.compile(r"          - \{id: promote,[^\n]*\n")
SCALE = re.compile(r"          - \{id: scale,.*?undo[^\n]*\n", re.S)
SMOKE = re.compile(r"      - \{id: smoke,[^\n]*\n")
PROVE = re.compile(r"      - \{id: prove,[^\n]*\n")
TELL = re.compile(r"      - \{id: tell,[^\n]*\n")
HEALTH_ALONE = (("checks: [health, write, read-back]", "checks: [health]"), ("checks: [health, write]", "checks: [health]"))
TARGETS = re.compile(r"target: \w+, ")
CONFIRM = "any: 1, for: 30s"
# A health check's state is read from Route 53's API, a probe needs none.
PROBE_FIRST = (("when: health_check app unhealthy", "when: probe app unhealthy"),
               ("[alarm app-5xx, probe app]", "[alarm app-5xx, health_check app]"))
# In the scenario.
CONTROL = re.compile(r"  us-east-2: \{role: control\}[^\n]*\n")
ALARM = "alarms:\n  app-5xx: {metric: 5xx of lb, region: control"
PROBE = "write, region: control"
THIRD_REGION = ("  us-east-2: {role: control}", "  eu-west-1: {role: witness}\n  us-east-2: {role: control}")
ROUTE53_LOST_TOO = ("region_loss: primary", "region_loss: {region: primary, global_control_planes: lost}")
IMAGE = "regions: [primary, standby], size"


def read_by_tasks(*resources, primary="login", standby="login"):
    """The changes of the scenario that have the tasks of each Region read a secret or parameter before they run."""
    return ((re.compile(r"(  app: .*image: web,)"), rf"\1 secrets: [{primary}],"),
            (re.compile(r"(  app-dr: .*image: web,)"), rf"\1 secrets: [{standby}],"),
            ("  web:  ", "".join(f"  {resource}\n" for resource in resources) + "  web:  "))


def kept_in(regions):
    return read_by_tasks(f"login: {{kind: secret, regions: [{regions}]}}")


# name: ((pattern or text, replacement), .. of the scenario), (.. of the plan), rules it must have beside the flagship's,
# rules that the flagship has and it has not.
VARIANTS = {
    # Without the fence's target, the others fit into the RTO.
    "no fence": ((), ((FENCE, ""),), {"no-fence-before-promotion"}, {"targets-beyond-rto"}),
    "fence beside the promotion": (
        (), ((FENCE, ""), ("          - {id: promote,", "          - {id: fence, block: fence, of: [orders], "
                                                        "on_failure: continue, ungraceful: {on_failure: continue}}\n"
                                                        "          - {id: promote,")),
        {"no-fence-before-promotion"}, {"targets-beyond-rto"}),
    "fence of another": ((), (("of: [app, orders]", "of: [app-dr]"), ("region: deactivating, ", "")),
                         {"no-fence-before-promotion"}, set()),
    "fence of all services": ((), (("of: [app, orders]", "of: [app]"),), set(), set()),
    "fence of all services, and another writes there": (
        (("  app-dr:     {kind: ecs_service,", "  app-dr:     {kind: ecs_service, database: writer,"),),
        (("of: [app, orders]", "of: [app]"),), {"no-fence-before-promotion"}, set()),
    "fence of a database, and another writes there": (
        (("  app-dr:     {kind: ecs_service,", "  app-dr:     {kind: ecs_service, database: writer,"),), (), set(), set()),
    "no lag check": ((), ((LAG_CHECK, ""),), {"promotion-without-lag-check"}, set()),
    "alarm in the lost Region": (((ALARM, ALARM.replace("control", "primary")),),
                                 (("[alarm app-5xx, probe app]", "[alarm app-5xx]"),),
                                 {"confirmation-in-lost-region", "detection-beyond-rto"}, set()),
    "alarm in the lost Region, one that is not": (((ALARM, ALARM.replace("control", "primary")),), (), set(), set()),
    "blind alarm": ((("missing: breaching", "missing: missing"),), (), {"alarm-blind-to-silence"}, set()),
    "blind alarm alone": ((("missing: breaching", "missing: ignore"),),
                          (("[alarm app-5xx, probe app]", "[alarm app-5xx]"),),
                          {"alarm-blind-to-silence", "confirmation-in-lost-region", "detection-beyond-rto"}, set()),
    "probe in the lost Region": (((PROBE, PROBE.replace("control", "primary")),), (), {"probe-in-lost-region"}, set()),
    "probe in a third Region": ((THIRD_REGION, (PROBE, PROBE.replace("control", "witness"))), (), set(), set()),
    "orchestrator in the lost Region": (
        ((CONTROL, "  us-east-2: {role: spare}\n"), ("us-east-1: {role: primary}", "us-east-1: {role: control}"),
         (": primary", ": control"), ("[primary, standby]", "[control, standby]")),
        (("deactivating: primary", "deactivating: control"),),
        # The probe is there then, too, and that is where smoke tests are asked from.
        {"orchestrator-in-lost-region", "probe-in-lost-region", "step-needs-lost-control-plane",
         "lease-store-in-lost-region"}, set()),
    "orchestrator nowhere": (
        ((CONTROL, "  us-east-2: {role: spare}\n"), (": control", ": spare")), (), {"orchestrator-nowhere"}, set()),
    "fence that must succeed": ((), ((GRACEFUL_FENCE, "latch: true}"),), {"step-needs-lost-control-plane"}, set()),
    "parameter in the lost Region": ((("ssm_parameter, region: control", "ssm_parameter, region: primary"),),
                                     (("value: activating, on_failure: continue", "value: activating"),),
                                     {"step-needs-lost-control-plane"}, set()),
    "parameter in the lost Region, not needed": ((("ssm_parameter, region: control", "ssm_parameter, region: primary"),),
                                                 (), set(), set()),
    "another Region is left": ((("us-east-1", "eu-west-1"),), (), set(), {"dns-control-plane"}),
    "the probe starts it": ((ROUTE53_LOST_TOO,), PROBE_FIRST, set(), set()),
    "the probe starts it, and another Region is left": ((("us-east-1", "eu-west-1"),), PROBE_FIRST, set(),
                                                        {"dns-control-plane"}),
    "slow detection": (((re.compile("interval: 30s, failures: 3"), "interval: 30s, failures: 8"),), (),
                       {"detection-beyond-rto"}, set()),
    "slow detection, clock from the decision": (
        (("interval: 30s, failures: 3", "interval: 30s, failures: 8"), ("  served:", "  clock: declared\n  served:")), (),
        set(), {"targets-beyond-rto"}),
    "all must confirm": ((), ((CONFIRM, "any: 2, for: 30s"),), {"detection-beyond-rto"}, set()),
    "no targets": ((), ((TARGETS, ""),), set(), {"targets-beyond-rto"}),
    "plan and objective agree at 1h": ((("rto: 5m", "rto: 1h"),), (("rto: 5m", "rto: 1h"),), set(),
                                       {"targets-beyond-rto", "timeouts-beyond-rto"}),
    "another objective": ((("rto: 5m", "rto: 1h"),), (), {"rto-differs"}, {"targets-beyond-rto", "timeouts-beyond-rto"}),
    "image not replicated": (((IMAGE, "regions: [primary], size"),), ((IMAGE_CHECK, ""),), {"image-not-replicated"}, set()),
    "image elsewhere": (((IMAGE, "regions: [primary, control], size"),), ((IMAGE_CHECK, ""),), {"image-pulled-from-afar"}, set()),
    "image nowhere": (((IMAGE, "regions: [], size"),), ((IMAGE_CHECK, ""),), {"image-not-replicated"}, set()),
    "secret in both Regions": (kept_in("primary, standby"), (), set(), set()),
    "secret not replicated": (kept_in("primary"), (), {"secret-not-replicated"}, set()),
    # A task definition names one place, and a copy in a third Region is not it.
    "secret replicated past the standby": (kept_in("primary, control"), (), {"secret-not-replicated"}, set()),
    "secret kept in a third Region": (kept_in("control, primary"), (), {"secret-fetched-from-afar"}, set()),
    "parameter for both Regions": (read_by_tasks("login: {kind: ssm_parameter, region: primary}"), (),
                                   {"secret-not-replicated"}, set()),
    "parameter in a third Region": (read_by_tasks("login: {kind: ssm_parameter, region: control}"), (),
                                    {"secret-fetched-from-afar"}, set()),
    "parameter of each Region": (
        read_by_tasks("login: {kind: ssm_parameter, region: primary}", "login-dr: {kind: ssm_parameter, region: standby}",
                      standby="login-dr"), HEALTH_ALONE, set(), set()),
    "no new task reads the secret": (kept_in("primary"), ((SCALE, ""),), set(), set()),
    "secret tried by health alone": (kept_in("primary, standby"), HEALTH_ALONE, {"secret-never-proven"}, set()),
    "secret not tried": (kept_in("primary, standby"), ((SMOKE, ""),),
                         {"secret-never-proven", "no-smoke-test-before-cutover"}, set()),
    "secret tried by a read": (kept_in("primary, standby"), (("[health, write, read-back]", "[health, read]"),), set(), set()),
    "secret of one Region tried by health alone": (kept_in("primary"), HEALTH_ALONE, {"secret-not-replicated"}, set()),
    "secret that no client needs": ((*kept_in("primary, standby"), ("stores: [orders, uploads]", "stores: [uploads]")),
                                    HEALTH_ALONE, set(), set()),
    "too many tasks": ((("tasks: 1, max_tasks: 20", "tasks: 1, max_tasks: 9"),), (), {"scale-beyond-maximum"}, set()),
    "enough": ((("queries: 150/s", "queries: 200/s"),), (), set(), {"standby-cannot-reach-capacity"}),
    "too few tasks": ((("queries: 150/s", "queries: 200/s"),), (("tasks: 10", "tasks: 3"),), set(), set()),
    "not scaled": ((("queries: 150/s", "queries: 200/s"),),
                   ((SCALE, ""),), set(), set()),
    "no smoke test": ((), ((SMOKE, ""),), {"no-smoke-test-before-cutover"}, set()),
    "smoke test of the wrong side": ((), (("via: lb-dr", "via: lb"),), {"no-smoke-test-before-cutover"}, set()),
    "no proof": ((), ((PROVE, ""),), {"no-health-validation-after-cutover"}, set()),
    "lag beyond the RPO": ((("median: 2300ms, p95: 5s", "median: 35s, p95: 1m"),), (), {"rpo-below-lag"}, set()),
    "slow copies": ((("rtc: true", "replication: {constant: 16m}"),), (), {"rpo-below-lag"}, set()),
    "nothing promotes": ((), ((PROMOTE, ""),), {"replica-in-no-plan"}, {"targets-beyond-rto"}),
    "nobody is told": ((), ((TELL, ""),), {"notification-missing"}, set()),
}

SARIF_LEVELS = {"error", "warning", "note"}


class FlagshipCase(LintCase):
    def variant(self, name):
        """Writes a variant's files; gives the scenario's path."""
        scenario_changes, plan_changes = VARIANTS[name][:2]
        scenario = (self.source / harness.FLAGSHIP).read_text(encoding="utf-8")
        plan = replaced((self.source / harness.PLAN).read_text(encoding="utf-8"), FAILOVER_ONLY)
        path = self.folder / "scenario.yaml"
        (self.folder / "plan.yaml").write_text(replaced(plan, plan_changes), encoding="utf-8")
        path.write_text(replaced(scenario, (("../plans/warm-standby.yaml", "plan.yaml"), *scenario_changes)),
                        encoding="utf-8")
        return path


def uris_of(run):
    return {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}


class RulesTest(FlagshipCase):
    def test_flagship(self):
        found = {finding["rule"]: finding["severity"] for finding in self.findings(harness.FLAGSHIP)}
        self.assertEqual(found, FLAGSHIP_FINDINGS)

    def test_variants(self):
        for name, (_, _, more, fewer) in VARIANTS.items():
            with self.subTest(name):
                found = {finding["rule"] for finding in self.findings(self.variant(name))}
                self.assertEqual(found, (VARIANT_FINDINGS | more) - fewer)

    def test_every_rule_has_a_variant_and_a_twin(self):
        having = VARIANT_FINDINGS.union(*(more for _, _, more, _ in VARIANTS.values()), test_workflows.tested_rules())
        lacking = (self.rules() - set(FLAGSHIP_FINDINGS)).union(*(fewer for *_, fewer in VARIANTS.values()),
                                                                test_workflows.absent_rules())
        self.assertEqual(having, self.rules())
        self.assertEqual(lacking, self.rules())

    def test_every_rule_is_explained(self):
        page = (self.source / "docs/LINT.md").read_text(encoding="utf-8")
        explained = Counter(re.findall(r"^### `([a-z-]+)`", page, re.M))
        self.assertEqual(explained, Counter(self.rules()))
        for part in re.split(r"^### ", page, flags=re.M)[1:]:
            self.assertIn("*To mend:*", part)

    def test_words(self):
        for name, expected in (
                ("too few tasks", "sends 200/s to app-dr, whose 3 tasks serve 60/s each"),
                ("not scaled", "sends 200/s to app-dr, whose 1 tasks serve 60/s each"),
                ("image nowhere", "new tasks of app-dr pull image web, which is in no Region: not one of them can start"),
                ("secret replicated past the standby", "new tasks of app-dr read secret login from us-east-1, the Region "
                                                       "being left: not one of them can start once that is lost"),
                ("parameter in a third Region", "new tasks of app-dr read parameter login from us-east-2, not from their "
                                                "own Region: one more that must be up"),
                ("secret tried by health alone", "sends clients to app-dr, which logs in with the copy of login in "
                                                 "us-west-2, without a smoke_test with read or write via lb-dr before: "
                                                 "health alone does not show whether a database takes it"),
                ("slow detection", "health_check app 4m + confirmation 30s + TTL 1m = 5m 30s, without a single step; "
                                   "the RTO is 5m"),
                ("all must confirm", "alarm app-5xx 4m + confirmation 30s + TTL 1m = 5m 30s, without a single step; "
                                     "the RTO is 5m"),
                ("lag beyond the RPO", "5 % of the time orders-dr is more than 1m behind orders, whose RPO is 30s"),
                ("blind alarm alone", "1 of 1 must confirm, but only 0 can still speak when us-east-1 is lost: activate "
                                      "would never run")):
            with self.subTest(name):
                self.assertIn(expected, [finding["message"] for finding in self.findings(self.variant(name))])


class FormatsTest(FlagshipCase):
    def test_text_and_places(self):
        path = self.variant("no smoke test")
        done = self.run_text("lint", path)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        *lines, last = done.stdout.splitlines()
        self.assertEqual(last, f"{path}: 0 errors, 3 warnings, 4 notes")
        plan = (self.folder / "plan.yaml").read_text(encoding="utf-8").split("\n")
        for line in lines:
            found = re.fullmatch(r"(.+):(\d+):(\d+): (warning|note): (.+) \[([a-z-]+)\]", line)
            self.assertTrue(found, line)
            place = plan[int(found.group(2)) - 1][int(found.group(3)) - 1:]
            self.assertTrue(place.startswith(("{id: cutover", "{id: promote", "activate:")), place)

    def test_nothing_to_say(self):
        path = self.folder / "scenario.yaml"
        path.write_text((self.source / harness.FLAGSHIP).read_text(encoding="utf-8").replace(
            "plan: ../plans/warm-standby.yaml\n", ""), encoding="utf-8")
        done = self.run_text("lint", path, "--strict")
        self.assertEqual((done.returncode, done.stdout), (0, f"{path}: ok: 12 resources, 1 faults, no plan\n"))
        self.assertEqual(self.findings(path), [])

    def test_strict(self):
        self.assertEqual(self.run_text("lint", harness.FLAGSHIP).returncode, 0)
        self.assertEqual(self.run_text("lint", harness.FLAGSHIP, "--strict").returncode, 1)
        notes_only = ("lint", harness.FLAGSHIP, "--strict", "--set", "objectives.platform.rto=null",
                      "--set", "resources.orders-dr.queries=200/s")
        self.assertEqual(self.run_text(*notes_only).returncode, 0)

    def sarif(self, *words):
        """The log of a run, found to be what SARIF 2.1.0 (3.13 to 3.49) requires."""
        done = self.run_text("lint", "--format", "sarif", *words)
        self.assertEqual(done.stderr, "")
        log = json.loads(done.stdout)
        self.assertLessEqual(set(log), {"$schema", "version", "runs"})
        self.assertEqual(log["version"], "2.1.0")
        self.assertIn("sarif-2.1.0", log["$schema"])
        (run,) = log["runs"]
        self.assertEqual(set(run), {"tool", "columnKind", "results"})
        self.assertIn(run["columnKind"], ("utf16CodeUnits", "unicodeCodePoints"))
        driver = run["tool"]["driver"]
        self.assertEqual(driver["name"], "blackstart")
        self.assertTrue(driver["version"])
        ids = [rule["id"] for rule in driver["rules"]]
        self.assertEqual(len(ids), len(set(ids)))
        for rule in driver["rules"]:
            self.assertTrue(rule["shortDescription"]["text"])
            self.assertIn(rule["defaultConfiguration"]["level"], SARIF_LEVELS)
        for result in run["results"]:
            self.check_result(result, driver["rules"])
        return run

    def check_result(self, result, rules):
        self.assertEqual(set(result), {"ruleId", "ruleIndex", "level", "message", "locations"})
        rule = rules[result["ruleIndex"]]
        self.assertEqual((result["ruleId"], result["level"]), (rule["id"], rule["defaultConfiguration"]["level"]))
        self.assertTrue(result["message"]["text"])
        (location,) = result["locations"]
        self.assertEqual(set(location), {"physicalLocation"})
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        self.assertRegex(uri, r"^(?:[A-Za-z0-9\-._~/!$&'()*+,;=@]|%[0-9A-F]{2})+$")
        self.assertNotIn("..", uri.split("/"))
        region = location["physicalLocation"].get("region", {"startLine": 1, "startColumn": 1})
        self.assertEqual(set(region), {"startLine", "startColumn"})
        for number in region.values():
            self.assertIsInstance(number, int)
            self.assertGreaterEqual(number, 1)

    def test_sarif(self):
        path = self.variant("too many tasks")
        self.assertEqual(self.run_text("lint", path, "--format", "sarif").returncode, 1)
        run = self.sarif(path)
        self.assertEqual({result["ruleId"] for result in run["results"]}, VARIANT_FINDINGS | {"scale-beyond-maximum"})
        for result in run["results"]:
            location = result["locations"][0]["physicalLocation"]
            self.assertIn(location["artifactLocation"]["uri"], (str(path), str(self.folder / "plan.yaml")))
            self.assertGreater(location["region"]["startLine"], 1)

    def test_sarif_of_nothing(self):
        path = self.folder / "plain.yaml"
        path.write_text((self.source / harness.FLAGSHIP).read_text(encoding="utf-8").replace(
            "plan: ../plans/warm-standby.yaml\n", ""), encoding="utf-8")
        self.assertEqual(self.sarif(path)["results"], [])

    def test_sarif_names_files_by_uris(self):
        late = ("--set", "resources.orders-dr.lag=3m")  # What is found there is said of the scenario.
        for name, uri in (("a file of ours.yaml", "a%20file%20of%20ours.yaml"), ("h\u00f6he#1%.yaml", "h%C3%B6he%231%25.yaml")):
            self.variant("too many tasks").rename(self.folder / name)
            self.assertIn(f"{self.folder}/{uri}", uris_of(self.sarif(self.folder / name, "--set",
                                                                     "resources.orders-dr={kind: rds_replica, of: orders, "
                                                                     "region: standby, lag: 3m}")))
        run = self.sarif("./scenarios/platform/../platform/./region-loss.yaml", *late)
        self.assertEqual(uris_of(run), {"scenarios/plans/warm-standby.yaml", "scenarios/platform/region-loss.yaml"})
        done = self.run_text("lint", "../platform/region-loss.yaml", "--format", "sarif", *late,
                             cwd=self.source / "scenarios/plans")
        self.assertEqual(uris_of(json.loads(done.stdout)["runs"][0]),
                         {"../plans/warm-standby.yaml", "../platform/region-loss.yaml"})

    def test_what_set_brought_in_has_no_line(self):
        words = (harness.FLAGSHIP, "--set", "objectives.platform.rpo=2m",
                 "--set", "resources.late-dr={kind: s3_bucket, region: standby}", "--set",
                 "resources.late={kind: s3_bucket, region: primary, replicate_to: late-dr, replication: 3m}")
        (finding,) = (f for f in self.findings(*words) if f["rule"] == "rpo-below-lag")
        self.assertEqual((finding["file"], finding["line"]), ("--set resources.late-dr", None))
        log = json.loads(self.run_text("lint", "--format", "sarif", *words).stdout)
        (result,) = (r for r in log["runs"][0]["results"] if r["ruleId"] == "rpo-below-lag")
        self.assertEqual(result["locations"], [{"physicalLocation": {"artifactLocation": {"uri": harness.FLAGSHIP}}}])

    def test_misuse(self):
        self.assertIn("--format must be one of text, json, sarif",
                      self.refused("lint", harness.FLAGSHIP, "--format", "xml"))


def never_recovers(report):
    return not report["achieved"]["recovered"]


def recovers(report):
    return bool(report["achieved"]["recovered"])


def never_decides(report):
    return never_recovers(report) and not report["executions"]


def moves_and_hurts(report):
    return bool(report["executions"] and report["outages"])


def tells_nobody(report):
    return not any(step["block"] == "notify" and step["state"] == "completed" for step in report["steps"])


def completes_and_serves_nobody(report):
    return test_workflows.state(report, "activate") in test_workflows.COMPLETED and never_recovers(report)


def misses_an_rpo(report):
    return any(store["rpo_s"] > store["rpo_objective_s"] for store in report["data_stores"])


# The services die, the APIs still answer: the fence could have been put up.
HALF_DEAD = ("faults.0={name: half dead, at: 10m, for: 20m, data_plane_loss: {region: primary}}",)
SECOND_FAULT = "faults.1={{name: second, at: {}, {}}}"
STUCK_PROBE = (SECOND_FAULT.format("0s", "monitor: {of: app, kind: probe, shows: healthy}"),)
SECRETS_LOST_TOO = (SECOND_FAULT.format("10m", "data_plane_loss: {region: us-east-2, services: [secretsmanager, ssm]}"),)
OUTDATED = ("resources.login.outdated_in=[standby]",)
IMAGES_LOST_TOO = (SECOND_FAULT.format("10m", "data_plane_loss: {region: us-east-2, services: [ecr]}"),)
# Whatever the orchestrator needs is elsewhere: it is only itself that is in us-east-2.
US_EAST_2_LOST_TOO = ("resources.state.region=standby", "alarms.app-5xx.region=standby", "probes.app.region=standby",
                      SECOND_FAULT.format("10m", "region_loss: us-east-2"))
# From the orchestrator's Region nothing in the primary can be reached in time, and the health check is wrong.
FALSE_ALARM = ("links.1.latency=6s",
               "faults.0={name: false, at: 10m, for: 20m, monitor: {of: app, kind: health_check, shows: unhealthy}}")
LATE_LOSS = ("faults.0.at=30m", "duration=90m")
ALL_ELSE_IS_QUICK = ("resources.orders-dr.promotion=1s", "resources.app-dr.launch=1s",
                     "resources.orders-dr.queries=1000/s", "resolvers.public.mix={honour: 100%}",
                     "dns.app.example.com.propagation=1s")

# rule, variant that has it, twin that has not (None: the flagship), what is set in the scenario of both, what is true
# of the variant's run and false of the twin's.
PREDICTIONS = (
    ("no-fence-before-promotion", "no fence", None, HALF_DEAD, test_workflows.is_split),
    ("confirmation-in-lost-region", "alarm in the lost Region", None, (), never_decides),
    ("confirmation-in-lost-region", "alarm in the lost Region", "alarm in the lost Region, one that is not", (),
     never_decides),
    ("confirmation-in-lost-region", "blind alarm alone", None, (), never_decides),
    ("alarm-blind-to-silence", "blind alarm", None, STUCK_PROBE, never_decides),
    ("probe-in-lost-region", "probe in the lost Region", "probe in a third Region", FALSE_ALARM, moves_and_hurts),
    ("orchestrator-in-lost-region", "orchestrator in the lost Region", None, (), never_recovers),
    ("orchestrator-in-lost-region", "orchestrator in the lost Region", "orchestrator nowhere", (), never_recovers),
    # The run of the variant does not show what happens to the orchestrator; that of the twin does.
    ("orchestrator-nowhere", "orchestrator nowhere", None, US_EAST_2_LOST_TOO, recovers),
    ("image-not-replicated", "image not replicated", "image elsewhere", (), never_recovers),
    ("image-not-replicated", "image not replicated", None, (), never_recovers),
    ("image-pulled-from-afar", "image elsewhere", None, IMAGES_LOST_TOO, never_recovers),
    ("secret-not-replicated", "secret not replicated", "secret in both Regions", (), never_recovers),
    ("secret-not-replicated", "secret replicated past the standby", "secret kept in a third Region", (), never_recovers),
    ("secret-not-replicated", "parameter for both Regions", "parameter of each Region", (), never_recovers),
    ("secret-fetched-from-afar", "secret kept in a third Region", "secret in both Regions", SECRETS_LOST_TOO,
     never_recovers),
    ("secret-fetched-from-afar", "parameter in a third Region", "parameter of each Region", SECRETS_LOST_TOO,
     never_recovers),
    # The twin's workflow stops before anybody is moved; test_workflows.py has one that spares them the outage.
    ("secret-never-proven", "secret tried by health alone", "secret in both Regions", OUTDATED,
     completes_and_serves_nobody),
    ("step-needs-lost-control-plane", "fence that must succeed", None, (), never_recovers),
    # The plan pauses at it, or goes on and tells people.
    ("step-needs-lost-control-plane", "parameter in the lost Region", "parameter in the lost Region, not needed", (),
     tells_nobody),
    ("scale-beyond-maximum", "too many tasks", None, (), never_recovers),
    ("replica-in-no-plan", "nothing promotes", None, (), never_recovers),
    ("detection-beyond-rto", "slow detection", None, ALL_ELSE_IS_QUICK, test_workflows.misses_rto),
    ("standby-cannot-reach-capacity", "too few tasks", "enough", (), never_recovers),
    # Route 53's control plane goes with us-east-1, and stays where another Region is lost.
    ("dns-control-plane", "the probe starts it", "the probe starts it, and another Region is left", (), never_recovers),
    ("rpo-below-lag", "slow copies", None, LATE_LOSS, misses_an_rpo),
    ("notification-missing", "nobody is told", None, (), tells_nobody),
)


class TruthTest(FlagshipCase):
    """The prediction and the run: as the rule says, and not so in the twin."""

    def path_of(self, name):
        return self.variant(name) if name else harness.FLAGSHIP

    def run_variant(self, name, *words):
        return self.report_of(self.path_of(name), *words)

    def rto(self, name, *words):
        report = self.run_variant(name, *words)
        return report["achieved"]["rto_s"] if report["achieved"]["recovered"] else None

    def test_every_rule_is_shown_by_a_run(self):
        self.assertEqual({rule for rule, *_ in PREDICTIONS} | test_workflows.shown_rules(), self.rules())

    def test_predictions(self):
        for rule, name, twin, settings, is_true in PREDICTIONS:
            words = [word for setting in settings for word in ("--set", setting)]
            with self.subTest(name, rule=rule, twin=twin):
                self.assertIn(rule, self.rules_of(self.path_of(name), *words))
                self.assertTrue(is_true(self.run_variant(name, *words)))
                self.assertNotIn(rule, self.rules_of(self.path_of(twin), *words), "the twin")
                self.assertFalse(is_true(self.run_variant(twin, *words)), "the twin")

    def test_image_from_afar_is_no_quicker(self):
        self.assertGreaterEqual(self.rto("image elsewhere"), self.rto(None))

    def test_detection_beyond_the_rto_misses_it(self):
        best = [word for setting in ALL_ELSE_IS_QUICK for word in ("--set", setting)]
        for seed in range(1, 6):
            slow = self.rto("slow detection", "--seed", str(seed), *best)
            quick = self.rto(None, "--seed", str(seed), *best)
            self.assertGreater(slow, 300)
            self.assertLess(quick, 300)

    def test_enough_capacity_is_no_slower(self):
        self.assertLessEqual(self.rto("enough"), self.rto(None))

    def test_lost_route53_control_plane_stops_the_cutover(self):
        """Though the health check cannot be asked then either, and here starts it; the probe can."""
        lost = ("--set", "faults.0.region_loss={region: primary, global_control_planes: lost}")
        self.assertIsNone(self.rto(None, *lost))
        report = self.run_variant("the probe starts it")
        self.assertEqual(test_workflows.step_state(report, "activate", "cutover"), "failed")

    def test_lag_beyond_the_rpo_loses_more(self):
        def lost(name):
            """Seconds over ten seeds: a single night may be a lucky one."""
            reports = [self.run_variant(name, "--seed", str(seed)) for seed in range(1, 11)]
            return sum(store["rpo_s"] for report in reports for store in report["data_stores"] if store["id"] == "orders")

        self.assertGreater(lost("lag beyond the RPO"), lost(None))


if __name__ == "__main__":
    harness.main()
