# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What `blackstart lint` finds in plans with several workflows, people, a lease and rollback, and that it is true.

two-way.yaml and there-and-back.yaml are the corrected twin of every variant here: lint has one note about them, and
their run passes. A variant has a few words changed; it has the findings it is made for, each where the words stand,
and no others. Where a rule predicts how a run fails, the variant and its twin are run.
"""
import re

from lint_case import LintCase, harness, replaced

SCENARIO = "tests/lint/two-way.yaml"
PLAN = "tests/lint/there-and-back.yaml"
TWIN_FINDINGS = {"dns-control-plane"}


def without_workflow(name):
    """The changes of the plan that take a workflow and its trigger away."""
    return ((f"  - {{when: operator, run: {name}}}\n", ""),
            (re.compile(rf"(  # [^\n]*\n)?  {name}:\n(    [^\n]*\n|\n)+"), ""))


def line(step, workflow):
    """A pattern for a step's line or lines in a workflow, with what stands before them in group 1."""
    return re.compile(rf"(  {workflow}:\n(?:    [^\n]*\n|\n)*?) +- \{{id: {step},[^\n]*\n(?:         [^\n]*\n)*")


CALM = (re.compile(r"faults:\n.*", re.S), "faults: null\n")
ORDERS = re.compile(r"orders:\n(  - [^\n]*\n)+")
SWITCH = (ORDERS, "orders:\n  - {at: 10m, do: switch-over}\n")
RETRY = "retry: {max: 12}"
TAKE_OVER_RETRY = (re.compile(r"(take-over:\n.*?prove)", re.S), lambda found: found[0].replace(RETRY, "retry: {max: 2}"))

# name: (changes of the scenario, changes of the plan, {rule: text where it points}).
VARIANTS = {
    "lease in the lost Region": ((("  orders-dr: {q", "  state: {region: primary}\n  orders-dr: {q"),), (),
                                 {"lease-store-in-lost-region": "lease: {table"}),
    "lease in the standby": ((("  orders-dr: {q", "  state: {region: standby}\n  orders-dr: {q"),), (), {}),
    "no lease": ((), ((re.compile(r"lease: .*\n"), ""),), {"lease-missing": "workflows:"}),
    "vetoed by itself": ((), (("for: 30s}, run", "for: 30s}, veto: [health_check app], run"),),
                         {"veto-of-own-evidence": "{when: health_check app"}),
    "vetoed by all that confirm": ((), (("for: 30s}, run", "for: 30s}, veto: [alarm app-5xx, probe app], run"),),
                                   {"veto-of-own-evidence": "{when: health_check app"}),
    "vetoed by one of two": ((), (("for: 30s}, run", "for: 30s}, veto: [alarm app-5xx], run"),), {}),
    "nothing is rebuilt": ((("  - {at: 70m, do: rebuild}\n", ""),), without_workflow("rebuild"),
                           {"promotion-of-no-replica": "{id: promote, block: promote_rds_replica, store: orders,"}),
    "rebuilt too late": ((("  - {at: 70m, do: rebuild}\n", ""),),
                         (*without_workflow("rebuild"),
                          (re.compile(r"(      - \{id: smoke, block: smoke_test, via: lb,)"),
                           r"      - {id: rebuild, block: create_rds_replica, store: orders, from: orders-dr}\n\1")),
                         {"promotion-of-no-replica": "{id: promote, block: promote_rds_replica, store: orders,"}),
    "nothing is opened": ((), ((line("open", "failback"),
                                r"\1      - {id: open, block: scale_ecs, service: app, tasks: 10}\n"),),
                          {"failback-keeps-latches": "failback:"}),
    "no way back": (((re.compile(r"  - .at: 150m.*\n"), ""),), without_workflow("failback"),
                    {"failback-missing": "activate:"}),
    "fence of the standby forgotten": ((), ((line("fence", "failback"), r"\1"),),
                                       {"no-fence-before-promotion": "{id: promote, block: promote_rds_replica, store: orders,",
                                        "rollback-without-undo": "{id: lag"}),
    "alias": (((re.compile(r"dns:\n.*\n"), ""),), (), {"ttl-of-alias": "{id: ttl, block: lower_ttl"}),
    "autoscaling": ((), ((line("freeze", "activate"), r"\1"), (line("freeze", "switch-over"), r"\1")),
                    {"fence-undone-by-autoscaling": "{id: fence, block: fence, of: [app, orders]"}),
    "nothing to undo": ((), ((",\n         undo: {ttl: 60s}}", "}"),),
                        {"rollback-without-undo": "{id: "}),
    "rollback after the promotion": ((), (("of: [app], on_failure: continue}\n      - {id: smoke",
                                           "of: [app], on_failure: rollback, undo: {}}\n      - {id: smoke"),),
                                     {"rollback-stops-short": "{id: thaw"}),
    "rollback of the promotion": ((), (("store: orders, timeout: 10m,", "store: orders, timeout: 10m, on_failure: rollback,"),),
                                  {"rollback-stops-short": "{id: promote", "rollback-without-undo": "{id: promote"}),
    "approval without a timeout": ((("page: 1m", "page: 6m"),), (("show: [orders], timeout: 1h}", "show: [orders]}"),),
                                   {"approval-without-timeout": "{id: go, block: approve"}),
    "approval by silence": ((),
                            (("show: [orders], timeout: 1h}", "show: [orders], timeout: 1h, on_timeout: proceed}"),),
                            {"approval-by-silence": "{id: go, block: approve, role: incident-commander, show: [orders]"}),
    "approval at night": ((("page: 1m, decides: 1m", "page: {lognormal: {median: 3m, p95: 15m}}, "
                            "decides: {lognormal: {median: 3m, p95: 15m}}"),),
                          (("      - {id: there, block: run_plan, workflow: take-over}\n\n  switch",
                            "      - {id: ask, block: approve, role: incident-commander, timeout: 1h}\n"
                            "      - {id: there, block: run_plan, workflow: take-over}\n\n  switch"),
                           ("timeout: 25m", "timeout: 2h")),
                          {"targets-beyond-rto": "activate:", "timeouts-beyond-rto": "activate:"}),
    "waiting longer than the RTO": ((), (("      - {id: freeze, block: suspend_change, of: [app], timeout: 20s",
                                          "      - {id: pause, block: wait, for: 31m, timeout: 32m}\n"
                                          "      - {id: freeze, block: suspend_change, of: [app], timeout: 20s"),
                                         ("timeout: 25m", "timeout: 2h")),
                                    {"targets-beyond-rto": "activate:", "timeouts-beyond-rto": "activate:"}),
    "waiting longer than the RTO, for the other mode": (
        (), (("      - {id: freeze, block: suspend_change, of: [app], timeout: 20s",
              "      - {id: pause, block: wait, for: 31m, timeout: 32m, if: mode graceful}\n"
              "      - {id: freeze, block: suspend_change, of: [app], timeout: 20s"),),
        {"step-never-runs": "{id: pause"}),
    "groups with timeouts": ((), (("timeout: 25m", "timeout: 2h"),
                                  ("workflow: take-over}\n\n  switch", "workflow: take-over, timeout: 20m}\n\n  switch")), {}),
    "no timeouts of groups": ((), (("    timeout: 25m\n", ""), ("timeout: 20s, on", "timeout: 20m, on")),
                              {"timeouts-beyond-rto": "activate:"}),
    "slow breaker": ((), (("recovery_timeout: 60s", "recovery_timeout: 45m"),), {"breaker-slower-than-rto": "calls:"}),
    "few tries": ((), (TAKE_OVER_RETRY,), {"retries-end-early": "{id: promote, block: promote_rds_replica, store: orders-dr"}),
    "fence for the other mode": ((), (("authority: incident-commander}", "authority: incident-commander, if: mode graceful}"),),
                                 {"step-never-runs": "{id: fence", "no-fence-before-promotion": "{id: promote"}),
    "fence if the check has failed": (
        (), (("authority: incident-commander}", "authority: incident-commander, if: step lag failed}"),),
        {"step-never-runs": "{id: fence"}),
    "fence if the check has not completed": (
        (), (("authority: incident-commander}", "authority: incident-commander, if: step lag not completed}"),), {}),
    "fence in place of something else": (
        (), ((line("fence", "activate"),
              r"\1      - {id: stop, block: set_parameter, parameter: active, value: deactivating,\n"
              r"         else: {id: fence, block: fence, of: [app, orders], latch: true, on_failure: continue}}\n"),),
        {"no-fence-before-promotion": "{id: promote"}),
    "conditions that exclude each other": (
        (), (("smoke_test, via: lb,", "smoke_test, if: [probe app healthy, probe app unhealthy], via: lb,"),),
        {"step-never-runs": "{id: smoke"}),
    "beside what it waits for": (
        (), ((line("lag", "activate"),
              r"\1      - id: looks\n        parallel:\n"
              r"          - {id: lag, block: check_replication_lag, store: orders-dr, max: 1h, on_failure: continue}\n"
              r"          - {id: told, block: notify, topic: alerts, if: step lag completed, on_failure: continue}\n"),),
        {"step-never-runs": "{id: told"}),
    "after what it waits for": (
        (), ((line("lag", "activate"),
              r"\1      - id: looks\n        parallel:\n"
              r"          - {id: lag, block: check_replication_lag, store: orders-dr, max: 1h, on_failure: continue}\n"
              r"      - {id: told, block: notify, topic: alerts, if: step lag completed, on_failure: continue}\n"),), {}),
    "instead of waiting": ((), (("  failback:\n    roles: {deactivating: standby, activating: primary}\n"
                                 "    healthy: {when: probe app, within: 10m}\n    steps:\n",
                                 "  failback:\n    roles: {deactivating: standby, activating: primary}\n"
                                 "    healthy: {when: probe app, within: 10m}\n    steps:\n"
                                 "      - {id: rest, block: wait, for: 1m, else: {id: told, block: notify, topic: alerts}}\n"),),
                           {"step-never-runs": "{id: told"}),
    "no way to order it": ((), (("  - {when: operator, run: failback}\n", ""),),
                           {"workflow-never-run": "failback:", "order-not-heard": "orders:"}),
    "nobody to be ordered about": (
        ((ORDERS, "orders:\n  - {at: 9m, do: pause}\n"),),
        ((re.compile(r"operator: .*\n"), ""), *(change for name in ("switch-over", "rebuild", "failback")
                                                for change in without_workflow(name))),
        {"order-not-heard": "orders:", "failback-missing": "activate:"}),
    "somebody to be ordered about": ((), ((re.compile(r"operator: .*\n"), ""),), {}),
    "too many tasks in a nested group": (
        (), (("          - {id: scale, block: scale_ecs, service: app-dr, tasks: 10, timeout: 5m, retry: {max: 12}}\n",
              "          - id: nested\n            parallel:\n              - "
              "{id: prepare, block: check_capacity, service: app-dr, tasks: 99}\n              - {id: scale, block: scale_ecs, service: app-dr, tasks: 99, retry: {max: 12}}\n"),),
        {"scale-beyond-maximum": "{id: scale, block: scale_ecs, service: app-dr, tasks: 99"}),
    "too many tasks in an alternative": (
        (), (("tasks: 10, timeout: 5m, retry: {max: 12}}\n",
              "tasks: 10, timeout: 5m, retry: {max: 12},\n             else: {id: more, block: scale_ecs, service: app-dr, "
              "tasks: 99, retry: {max: 12}}}\n"),),
        {"scale-beyond-maximum": "{id: more"}),
    "roles of nobody": ((), (("  switch-over:\n", "  switch-over:\n    roles: null\n"),), {}),
    "nobody looks": ((), (("    healthy: {when: probe app, within: 10m}\n", ""),),
                     {"no-health-validation-after-cutover": "{id: cutover, block: change_dns"}),
    "untried in the child plan": ((), ((line("smoke", "take-over"), r"\1"),),
                                  {"no-smoke-test-before-cutover": "{id: cutover, block: change_dns"}),
    "fence that must succeed": ((), (("latch: true, on_failure: continue,\n", "latch: true, retry: {max: 12},\n"),),
                                {"step-needs-lost-control-plane": "{id: fence"}),
    "fence whose timeout stops all": ((), (("latch: true, on_failure: continue,\n",
                                            "latch: true, on_failure: continue, on_timeout: abort,\n"),),
                                      {"step-needs-lost-control-plane": "{id: fence"}),
}


def tested_rules():
    return {rule for _, _, rules in VARIANTS.values() for rule in rules}


def absent_rules():
    """The twin has none of these."""
    return tested_rules() - TWIN_FINDINGS


class WorkflowsCase(LintCase):
    def write(self, scenario_changes, plan_changes):
        scenario = replaced((self.source / SCENARIO).read_text(encoding="utf-8"), scenario_changes)
        plan = replaced((self.source / PLAN).read_text(encoding="utf-8"), plan_changes)
        path = self.folder / "scenario.yaml"
        (self.folder / "there-and-back.yaml").write_text(plan, encoding="utf-8")
        path.write_text(scenario.replace("extends: ../..", f"extends: {self.source}"), encoding="utf-8")
        return path

    def variant(self, name):
        return self.write(*VARIANTS[name][:2])


class RulesTest(WorkflowsCase):
    def test_twin(self):
        self.assertEqual({finding["rule"] for finding in self.findings(SCENARIO)}, TWIN_FINDINGS)
        self.assertEqual({finding["rule"] for finding in self.findings(PLAN, "--scenario", SCENARIO)}, TWIN_FINDINGS)
        self.assertEqual(self.report_of(SCENARIO)["verdict"], "pass")

    def test_capacity_is_that_of_the_database_written_to(self):
        """On the way back the service in the old primary still writes to the standby's small database."""
        found = [f for f in self.findings("scenarios/platform/failback.yaml")
                 if f["rule"] == "standby-cannot-reach-capacity" and f["step"] == "shift"]
        self.assertEqual([f["message"] for f in found],
                         ["brings 200/s of writes and cold-cache reads to orders-dr, which serves 150/s"])
        self.assertEqual([f for f in self.findings("scenarios/platform/failback.yaml", "--set",
                                                   "resources.app.database=null") if f["step"] == "shift"], [])

    def test_variants(self):
        for name, (_, _, expected) in VARIANTS.items():
            with self.subTest(name):
                found = [f for f in self.findings(self.variant(name)) if f["rule"] not in TWIN_FINDINGS]
                self.assertEqual({finding["rule"] for finding in found}, set(expected))
                for finding in found:
                    self.assertTrue(self.text_at(finding).startswith(expected[finding["rule"]]),
                                    f"{finding}: {self.text_at(finding)}")


def state(report, workflow):
    """How the workflow's last execution ended; None: it never began."""
    return next((run["state"] for run in reversed(report["executions"]) if run["workflow"] == workflow), None)


def step_state(report, workflow, step):
    return next((row["state"] for row in report["steps"] if (row["workflow"], row["id"]) == (workflow, step)), None)


def misses_rto(report):
    return report["achieved"]["rto_s"] is None or report["achieved"]["rto_s"] > report["objectives"]["rto_s"]


def is_split(report):
    return report["achieved"]["split_brain_s"] > 0


def ends_otherwise(workflow, *states):
    return lambda report: state(report, workflow) not in states


COMPLETED = ("completed", "completed_with_exceptions")
BUSY = "faults:\n  - {{name: lost, at: 10m, for: 30m, region_loss: primary}}\n  - {{name: busy, at: 12m, for: {}, {}}}\n"
THROTTLED = (re.compile(r"faults:\n.*", re.S), BUSY.format("90s", "throttle: {region: standby, services: [rds], share: 100%}"))
DEAF = (re.compile(r"faults:\n.*", re.S), BUSY.format("5m", "control_plane_loss: {region: standby, services: [rds]}"))
ABSENT = ("absent: 0%", "absent: 100%")
SERVICES_ONLY = ("of: [app, orders], latch: true, retry", "of: [app], retry")

# variant, twin (None: the files as they are), changes of both (scenario, plan), what is true of the variant's run
# and false of the twin's.
PREDICTIONS = (
    ("lease in the lost Region", "lease in the standby", (), (), misses_rto),
    ("vetoed by itself", "vetoed by one of two", (), (), ends_otherwise("activate", *COMPLETED)),
    ("vetoed by all that confirm", "vetoed by one of two", (), (), ends_otherwise("activate", *COMPLETED)),
    ("nothing is rebuilt", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("rebuilt too late", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("nothing is opened", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("no way back", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("no way to order it", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("fence of the standby forgotten", None, (), (), is_split),
    ("alias", None, (CALM, SWITCH), (), ends_otherwise("switch-over", *COMPLETED)),
    ("autoscaling", None, (CALM, SWITCH), (SERVICES_ONLY,), is_split),
    ("nothing to undo", None, (CALM, SWITCH, ABSENT), (),
     lambda report: all(row["state"] != "rolled_back" for row in report["steps"])),
    ("approval without a timeout", None, (), ((re.compile("operator: .*\n"), ""),), ends_otherwise("failback", *COMPLETED)),
    ("approval by silence", None, (ABSENT,), (), lambda report: step_state(report, "failback", "promote") == "completed"),
    ("waiting longer than the RTO", "waiting longer than the RTO, for the other mode", (), (), misses_rto),
    ("slow breaker", None, (DEAF,), (), misses_rto),
    ("few tries", None, (THROTTLED,), ((re.compile("operator: .*\n"), ""),), ends_otherwise("activate", *COMPLETED)),
    ("fence for the other mode", None, (), (), is_split),
    ("fence if the check has failed", "fence if the check has not completed", (), (), is_split),
    ("fence in place of something else", None, (), (), is_split),
    ("conditions that exclude each other", None, (), (),
     lambda report: step_state(report, "failback", "smoke") != "completed"),
    ("beside what it waits for", "after what it waits for", (), (),
     lambda report: step_state(report, "activate", "told") != "completed"),
    ("fence that must succeed", None, (), (), misses_rto),
    ("fence whose timeout stops all", None, (), (), ends_otherwise("activate", *COMPLETED)),
)


class TruthTest(WorkflowsCase):
    """The prediction and the run: as the rule says, and not so in the twin."""

    def run_with(self, name, scenario_changes, plan_changes):
        own = VARIANTS[name][:2] if name is not None else ((), ())
        return self.report_of(self.write((*scenario_changes, *own[0]), (*plan_changes, *own[1])))

    def test_predictions(self):
        for name, twin, scenario_changes, plan_changes, is_true in PREDICTIONS:
            with self.subTest(name):
                self.assertTrue(is_true(self.run_with(name, scenario_changes, plan_changes)))
                self.assertFalse(is_true(self.run_with(twin, scenario_changes, plan_changes)), "the twin")


if __name__ == "__main__":
    harness.main()
