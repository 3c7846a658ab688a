# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What `blackstart lint` finds in plans with several workflows, people, a lease and rollback, and that it is true.

two-way.yaml and there-and-back.yaml are the corrected twin of every variant here: lint has one note about them, and
their run passes. A variant has a few words changed; it has the findings it is made for, each where the words stand,
and no others. PREDICTIONS has runs that fail as a rule predicts, beside those of a twin that does not have its finding.
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
TRY_STANDBY = ("      - {id: ready, block: smoke_test, via: lb-dr, checks: [health, read], timeout: 2m, "
               "on_failure: rollback}\n")
BEFORE_MOVING = "      - {id: freeze, block: suspend_change, of: [app], retry"
LOOK = ("      - {id: look, block: hold, for: 3m, healthy: probe app, guard: true, timeout: 5m, on_failure: rollback}\n"
        "      - {id: tell, block: notify, topic: alerts, message: Shifted.")


def secret(where):
    """The change of the scenario that has all tasks log in with one."""
    return (("  app: {auto", f"  login: {{kind: secret, {where}}}\n  app-dr: {{secrets: [login]}}\n"
             "  app: {secrets: [login], auto"),)


# Lint cannot know that it is outdated; the run shows it.
OUTDATED_SECRET = secret("regions: [primary, standby], outdated_in: [standby]")


def shift(*changes):
    """The changes of the plan that give it a workflow which moves clients and no data; changed as well."""
    return (("  - {when: operator, run: rebuild}",
             "  - {when: operator, run: shift}\n  - {when: operator, run: rebuild}"),
            ("  # What both", """\
  shift:
    steps:
      - {id: scale, block: scale_ecs, service: app-dr, tasks: 10, on_failure: rollback, undo: {tasks: 1}}
      - {id: smoke, block: smoke_test, via: lb-dr, checks: [health, write]}
      - {id: cutover, block: change_dns, record: app.example.com, to: lb-dr, on_failure: rollback, undo: {to: lb}}
      - {id: tell, block: notify, topic: alerts, message: Shifted., on_failure: continue}

  # What both"""), *changes)


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
    "an ear for who orders about": (
        ((ORDERS, "orders:\n  - {at: 9m, do: pause}\n"),),
        tuple(change for name in ("switch-over", "rebuild", "failback") for change in without_workflow(name)),
        {"failback-missing": "activate:"}),
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
    "tried in the child plan and before": (
        (), ((BEFORE_MOVING, TRY_STANDBY + BEFORE_MOVING),), {}),
    # Of the two workflows that take over, one is for the loss of the Region where it is kept.
    "secret not replicated": (secret("regions: [primary]"), (),
                              {"secret-not-replicated": "{id: scale", "secret-fetched-from-afar": "{id: scale"}),
    "secret kept in a third Region": (secret("regions: [control]"), (), {"secret-fetched-from-afar": "{id: scale"}),
    "secret in both Regions": (secret("regions: [primary, standby]"), (), {}),
    "login tried by health alone": (
        OUTDATED_SECRET, ((BEFORE_MOVING, TRY_STANDBY.replace("health, read", "health") + BEFORE_MOVING),
                          ("via: lb-dr, checks: [health, write, read-back]", "via: lb-dr, checks: [health]")),
        {"secret-never-proven": "{id: cutover, block: change_dns"}),
    "login tried before": (OUTDATED_SECRET, ((BEFORE_MOVING, TRY_STANDBY + BEFORE_MOVING),), {}),
    "shifted, and nobody looks": (
        (), shift(), {"no-health-validation-after-cutover": "{id: cutover, block: change_dns"}),
    "shifted, and somebody looks": (
        (), shift(("      - {id: tell, block: notify, topic: alerts, message: Shifted.", LOOK)), {}),
    "promoted without a look at the lag": ((), ((line("lag", "switch-over"), r"\1"),),
                                           {"promotion-without-lag-check": "{id: promote"}),
    "plan for another objective": ((), (("rto: 30m", "rto: 1h"),), {"rto-differs": "rto: 1h"}),
    "plan and objective of an hour": ((("rto: 30m", "rto: 1h"),), (("rto: 30m", "rto: 1h"),), {}),
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


def rpo_of(report, store):
    return next(row["rpo_s"] for row in report["data_stores"] if row["id"] == store)


def misses_rto(report):
    return report["achieved"]["rto_s"] is None or report["achieved"]["rto_s"] > report["objectives"]["rto_s"]


def fails(report):
    return report["verdict"] != "pass"


def is_split(report):
    return report["achieved"]["split_brain_s"] > 0


def is_down_at_the_end(report):
    return any(outage["end_s"] is None for outage in report["outages"])


def ends_otherwise(workflow, *states):
    return lambda report: state(report, workflow) not in states


def violates(invariant):
    return lambda report: (invariant, "fail") in {(row["name"], row["outcome"]) for row in report["invariants"]}


def faults(*rows):
    """The change of the scenario that has these faults happen and no others."""
    return re.compile(r"faults:\n.*", re.S), "faults:\n" + "".join(f"  - {row}\n" for row in rows)


COMPLETED = ("completed", "completed_with_exceptions")
LOST = "{name: lost, at: 10m, for: 30m, region_loss: primary}"
THROTTLED = faults(LOST, "{name: busy, at: 12m, for: 90s, throttle: {region: standby, services: [rds], share: 100%}}")
DEAF = faults(LOST, "{name: busy, at: 12m, for: 5m, control_plane_loss: {region: standby, services: [rds]}}")
NO_AUTOSCALING = faults(LOST, "{name: out of order, at: 150m, for: 30m, "
                              "control_plane_loss: {region: primary, services: [application-autoscaling]}}")
SECRETS_LOST_TOO = faults(LOST, "{name: lost too, at: 10m, data_plane_loss: {region: control, services: [secretsmanager]}}")
STANDBY_LOST_TOO = faults(LOST, "{name: lost too, at: 200m, region_loss: standby}")
WRONG_SETTINGS = faults("{name: wrong settings, at: 5m, errors: {of: lb-dr, share: 100%}}")
# What clients saw before the first fault is what later windows are measured by.
HARMLESS = faults("{name: harmless, at: 5m, lag: {replica: orders-dr, lag: 1s}}")
EARLIER = ("at: 10m, for", "at: 5m, for")
ABSENT = ("absent: 0%", "absent: 100%")
NOBODY_DECIDES = (re.compile("operator: .*\n"), "")
SERVICES_ONLY = ("of: [app, orders], latch: true, retry", "of: [app], retry")
TWO_ORCHESTRATORS = ("orders:\n  -", "orchestrators:\n  - {starts: 0s}\norders:\n  -")
SHIFT = (ORDERS, "orders:\n  - {at: 10m, do: shift}\n")
TOO_SMALL = ("  app: {auto", "  app-dr: {database: writer, per_task: 2/s}\n  app: {auto")
RTO_OF_25M = ("rto: 30m", "rto: 25m")
PATIENT_FREEZE = (re.compile(r"(  activate:\n.*?of: \[app\],)", re.S), r"\1 retry: {max: 1000},")
WAITING = VARIANTS["waiting longer than the RTO"][1]

# rule, variant that has it, twin that has not (None: the files as they are), changes of both (scenario, plan), what is
# true of the variant's run and false of the twin's.
PREDICTIONS = (
    ("lease-store-in-lost-region", "lease in the lost Region", "lease in the standby", (), (), misses_rto),
    ("veto-of-own-evidence", "vetoed by itself", "vetoed by one of two", (), (),
     ends_otherwise("activate", *COMPLETED)),
    ("veto-of-own-evidence", "vetoed by all that confirm", "vetoed by one of two", (), (),
     ends_otherwise("activate", *COMPLETED)),
    ("promotion-of-no-replica", "nothing is rebuilt", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("promotion-of-no-replica", "rebuilt too late", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("failback-keeps-latches", "nothing is opened", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("failback-missing", "no way back", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("failback-missing", "no way back", None, (STANDBY_LOST_TOO,), (), is_down_at_the_end),
    ("workflow-never-run", "no way to order it", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("order-not-heard", "no way to order it", None, (), (), ends_otherwise("failback", *COMPLETED)),
    ("order-not-heard", "nobody to be ordered about", "an ear for who orders about", (EARLIER,), (),
     lambda report: state(report, "activate") in COMPLETED),
    ("no-fence-before-promotion", "fence of the standby forgotten", None, (), (), is_split),
    ("ttl-of-alias", "alias", None, (CALM, SWITCH), (), ends_otherwise("switch-over", *COMPLETED)),
    ("fence-undone-by-autoscaling", "autoscaling", None, (CALM, SWITCH), (SERVICES_ONLY,), is_split),
    ("rollback-without-undo", "nothing to undo", None, (CALM, SWITCH, ABSENT), (),
     lambda report: all(row["state"] != "rolled_back" for row in report["steps"])),
    ("rollback-stops-short", "rollback after the promotion", None, (NO_AUTOSCALING,), (),
     lambda report: step_state(report, "failback", "fence") == "completed" and is_down_at_the_end(report)),
    ("approval-without-timeout", "approval without a timeout", None, (), (NOBODY_DECIDES,),
     ends_otherwise("failback", *COMPLETED)),
    ("approval-by-silence", "approval by silence", None, (ABSENT,), (),
     lambda report: step_state(report, "failback", "promote") == "completed"),
    ("targets-beyond-rto", "waiting longer than the RTO", "waiting longer than the RTO, for the other mode", (), (),
     misses_rto),
    ("timeouts-beyond-rto", "no timeouts of groups", None, (RTO_OF_25M,), (RTO_OF_25M, PATIENT_FREEZE), misses_rto),
    ("rto-differs", "plan for another objective", "plan and objective of an hour", (), WAITING, misses_rto),
    ("breaker-slower-than-rto", "slow breaker", None, (DEAF,), (), misses_rto),
    ("retries-end-early", "few tries", None, (THROTTLED,), (NOBODY_DECIDES,), ends_otherwise("activate", *COMPLETED)),
    ("step-never-runs", "fence for the other mode", None, (), (), is_split),
    ("step-never-runs", "fence if the check has failed", "fence if the check has not completed", (), (), is_split),
    ("no-fence-before-promotion", "fence in place of something else", None, (), (), is_split),
    ("step-never-runs", "conditions that exclude each other", None, (), (),
     lambda report: step_state(report, "failback", "smoke") != "completed"),
    ("step-never-runs", "beside what it waits for", "after what it waits for", (), (),
     lambda report: step_state(report, "activate", "told") != "completed"),
    ("step-needs-lost-control-plane", "fence that must succeed", None, (), (), misses_rto),
    ("step-needs-lost-control-plane", "fence whose timeout stops all", None, (), (),
     ends_otherwise("activate", *COMPLETED)),
    ("promotion-without-lag-check", "promoted without a look at the lag", None, (CALM, SWITCH), (),
     lambda report: rpo_of(report, "orders") > 0),
    ("no-smoke-test-before-cutover", "untried in the child plan", "tried in the child plan and before",
     (WRONG_SETTINGS, SWITCH), (), is_down_at_the_end),
    ("secret-not-replicated", "secret not replicated", "secret in both Regions", (), (), fails),
    ("secret-fetched-from-afar", "secret kept in a third Region", "secret in both Regions", (SECRETS_LOST_TOO,), (), fails),
    ("secret-never-proven", "login tried by health alone", "login tried before", (CALM, SWITCH), (), is_down_at_the_end),
    ("no-health-validation-after-cutover", "shifted, and nobody looks", "shifted, and somebody looks",
     (HARMLESS, SHIFT, TOO_SMALL), (),
     lambda report: state(report, "shift") == "completed" and is_down_at_the_end(report)),
    ("lease-missing", "no lease", None, (TWO_ORCHESTRATORS,), (), violates("one_execution_at_a_time")),
)


def shown_rules():
    return {rule for rule, *_ in PREDICTIONS}


class TruthTest(WorkflowsCase):
    """The prediction and the run: as the rule says, and not so in the twin."""

    def run_with(self, name, scenario_changes, plan_changes):
        """The rules of which lint has findings, and the report of the run."""
        own = VARIANTS[name][:2] if name is not None else ((), ())
        path = self.write((*scenario_changes, *own[0]), (*plan_changes, *own[1]))
        return self.rules_of(path), self.report_of(path)

    def test_predictions(self):
        twins = {}  # Many have the same one in the same circumstances.
        for rule, name, twin, *changes, is_true in PREDICTIONS:
            with self.subTest(name, rule=rule):
                rules, report = self.run_with(name, *changes)
                self.assertIn(rule, rules)
                self.assertTrue(is_true(report))
                key = (twin, *changes)
                twins[key] = twins.get(key) or self.run_with(twin, *changes)
                rules, report = twins[key]
                self.assertNotIn(rule, rules, "the twin")
                self.assertFalse(is_true(report), "the twin")


if __name__ == "__main__":
    harness.main()
