# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`blackstart run --format json`: the report that other programs rely on, and the exit status."""
import json
import re
import shlex
from decimal import Decimal

import harness

# What must be there; more may be. A list has one member that stands for all of them.
ANY = object()
REPORT = {
    "schema": ANY,
    "scenario": {"name": ANY, "file": ANY, "sha256": ANY},
    "seed": ANY, "backend": ANY, "version": ANY, "verdict": ANY, "fragile": ANY, "history_sha256": ANY,
    "faults": [{"name": ANY, "onset_s": ANY, "end_s": ANY}],
    "impact_s": ANY,
    "objectives": {"rto_s": ANY, "rpo_s": ANY, "success": ANY, "split_brain_s": ANY},
    "achieved": {
        "recovered": ANY, "rto_s": ANY,
        "rto_clocks": {"impact_s": ANY, "fault_s": ANY, "detected_s": ANY, "declared_s": ANY},
        "rto_at": [{"success": ANY, "s": ANY}],
        "rto_reads_s": ANY, "rto_writes_s": ANY, "plan_recovery_s": ANY, "rpo_s": ANY, "lost_writes": ANY,
        "split_brain_s": ANY, "lost_minutes": ANY, "failed_requests": ANY, "total_requests": ANY,
        "availability": ANY},
    "outages": [{"start_s": ANY, "end_s": ANY}],
    "phases": [{"name": ANY, "start_s": ANY, "end_s": ANY, "human_wait_s": ANY}],
    "steps": [{"workflow": ANY, "id": ANY, "block": ANY, "region": ANY, "state": ANY, "start_s": ANY,
               "end_s": ANY, "target_s": ANY, "attempts": ANY, "waited_on_human_s": ANY, "error": ANY}],
    "not_executed": [],
    "data_stores": [{"id": ANY, "kind": ANY, "writers": ANY, "rpo_s": ANY, "lost_writes": ANY, "deferred": ANY,
                     "quarantined": ANY, "overwritten": ANY, "diverged": ANY}],
    "cohorts": [{"name": ANY, "share": ANY, "rto_s": ANY}],
    "invariants": [{"name": ANY, "outcome": ANY, "reason": ANY, "first_s": ANY}],
    "readiness": {"score": ANY, "score_at_least": ANY, "score_at_most": ANY, "blockers": [],
                  "parts": [{"name": ANY, "weight": ANY, "got": ANY, "evidence": ANY}]},
    "cost": {"monthly_usd": ANY, "primary_monthly_usd": ANY, "is_lower_bound": ANY, "primary_is_lower_bound": ANY,
             "parts": [{"name": ANY, "monthly_usd": ANY, "primary_monthly_usd": ANY, "is_lower_bound": ANY,
                        "primary_is_lower_bound": ANY,
                        "charges": [{"resource": ANY, "side": ANY, "monthly_usd": ANY, "arithmetic": ANY}]}],
             "advice": [{"name": ANY, "resource": ANY, "saving_monthly_usd": ANY, "arithmetic": ANY, "effect": ANY}]},
}
PHASES = ["latent", "detect", "decide", "execute", "propagate", "warm", "self_healed", "unrecovered"]
# A step without an error has none: that is known.
NULL_WITHOUT_REASON = {"error"}

BOTH_LOST = "faults=[{name: a, at: 10m, region_loss: primary}, {name: b, at: 10m, region_loss: standby}]"
BLIP = "faults=[{name: blip, at: 10m, for: 5s, region_loss: primary}]"
VARIANTS = {
    "flagship": [],
    "another seed": ["--seed", "2"],
    "standby lost too": ["--set", BOTH_LOST],
    "blip": ["--set", BLIP],
    "nothing happens": ["--set", "faults=[]"],
    "nobody acts": ["--set", "plan=null"],
    "censored by the horizon": ["--set", "duration=15m"],
    "data plane lost": ["--set", "faults=[{name: a, at: 10m, data_plane_loss: {region: primary, services: [rds]}}]"],
    "gray failure": ["--set", "faults=[{name: a, at: 10m, for: 10m, errors: {of: lb, share: 40%}}]"],
}


def refuse_constant(word):
    raise ValueError(f"{word} in JSON")


def parse(text):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=refuse_constant)


def missing_keys(shape, value, path=""):
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{path}: not an object"]
        return [problem for key, inner in shape.items()
                for problem in ([f"{path}.{key}"] if key not in value
                                else missing_keys(inner, value[key], f"{path}.{key}"))]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{path}: not a list"]
        return [problem for i, member in enumerate(value) for inner in shape
                for problem in missing_keys(inner, member, f"{path}[{i}]")]
    return []


def nulls_without_reason(value, path=""):
    if isinstance(value, list):
        return [problem for i, member in enumerate(value) for problem in nulls_without_reason(member, f"{path}[{i}]")]
    if not isinstance(value, dict):
        return []
    found = []
    for key, member in value.items():
        reason = value.get(f"{key}_reason") or value.get("reason")
        if member is None and key not in NULL_WITHOUT_REASON and not reason:
            found.append(f"{path}.{key}")
        found += nulls_without_reason(member, f"{path}.{key}")
    return found


class ReportTest(harness.Case):
    runs = {}

    def report(self, *arguments):
        done = self.run_text("run", harness.FLAGSHIP, "--format", "json", *arguments)
        return parse(done.stdout), done

    def for_each_variant(self, check):
        for name, arguments in VARIANTS.items():
            if name not in self.runs:
                self.runs[name] = self.report(*arguments)
            with self.subTest(name):
                check(*self.runs[name])

    def test_every_key_of_the_design_is_there(self):
        def check(report, _done):
            self.assertEqual(missing_keys(REPORT, report), [])
            self.assertEqual(report["schema"], "blackstart.report/1")
            self.assertIsInstance(report["seed"], str)

        self.for_each_variant(check)
        report, _ = self.report()
        for key in ("faults", "outages", "phases", "steps", "data_stores", "cohorts", "invariants"):
            self.assertTrue(report[key], f"{key} is empty in the flagship")

    def test_nulls_have_reasons(self):
        def check(report, _done):
            self.assertEqual(nulls_without_reason(report), [])

        self.for_each_variant(check)

    def test_parts_add_up_to_the_rto(self):
        def check(report, _done):
            phases = report["phases"]
            names = [phase["name"] for phase in phases]
            self.assertEqual(names, sorted(names, key=PHASES.index), "out of order")
            for before, after in zip(phases, phases[1:]):
                self.assertEqual(before["end_s"], after["start_s"], "a gap between parts")
            if report["achieved"]["rto_clocks"]["impact_s"] is None:
                return
            parts = sum((phase["end_s"] - phase["start_s"] for phase in phases if phase["name"] != "latent"),
                        Decimal(0))
            self.assertEqual(parts, report["achieved"]["rto_clocks"]["impact_s"])
            # The flagship's clock is the impact clock.
            self.assertEqual(parts, report["achieved"]["rto_s"])

        self.for_each_variant(check)

    def test_exit_status_agrees_with_the_verdict(self):
        def check(report, done):
            self.assertEqual(done.returncode, harness.EXIT_OF_VERDICT[report["verdict"]])

        self.for_each_variant(check)

    def test_numbers_are_decimal_with_at_most_nine_digits_after_the_point(self):
        def check(_report, done):
            without_strings = re.sub(r'"(?:[^"\\]|\\.)*"', '""', done.stdout)
            for number in re.findall(r"-?[0-9][0-9.eE+-]*", without_strings):
                self.assertRegex(number, r"^-?(0|[1-9][0-9]*)(\.[0-9]{1,9})?$")

        self.for_each_variant(check)

    def test_standard_output_is_json_only_and_a_failed_run_ends_with_its_command(self):
        def check(report, done):
            if report["verdict"] == "pass":
                self.assertEqual(done.stderr, "")
                return
            words = shlex.split(done.stderr.splitlines()[-1])
            self.assertEqual(words[0], "blackstart")
            again = self.run_text(*words[1:], "--format", "json")
            self.assertEqual(parse(again.stdout)["history_sha256"], report["history_sha256"])
            self.assertEqual(again.stdout, done.stdout)

        self.for_each_variant(check)

    def test_a_failed_text_run_ends_with_its_command(self):
        done = self.run_text("run", harness.FLAGSHIP, "--seed", "3")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines()[-1], f"reproduce: blackstart run {harness.FLAGSHIP} --seed 3")

    def test_seeds_and_detail(self):
        one, _ = self.report()
        self.assertEqual(one["history_sha256"], self.report("--seed", "1")[0]["history_sha256"])
        self.assertNotEqual(one["history_sha256"], self.report("--seed", "2")[0]["history_sha256"])
        self.assertEqual(one["history_sha256"],
                         self.report("--detail", "every-event")[0]["history_sha256"])

    def test_standby_lost_too(self):
        report, done = self.report("--set", BOTH_LOST)
        self.assertIs(report["achieved"]["recovered"], False)
        self.assertIsNone(report["achieved"]["rto_s"])
        self.assertTrue(report["achieved"]["rto_s_reason"])
        self.assertEqual([phase["name"] for phase in report["phases"]][-1], "unrecovered")
        self.assertEqual(done.returncode, 1)

    def test_a_blip_causes_no_failover(self):
        report, done = self.report("--set", BLIP)
        self.assertEqual(report["steps"], [])
        self.assertEqual([phase["name"] for phase in report["phases"]], ["self_healed"])
        self.assertEqual((report["verdict"], done.returncode), ("pass", 0))

    def test_the_hash_covers_the_overrides(self):
        plain, _ = self.report()
        changed, _ = self.report("--set", "faults.0.at=11m")
        self.assertNotEqual(plain["scenario"]["sha256"], changed["scenario"]["sha256"])
        self.assertEqual(changed["faults"][0]["onset_s"], 660)


if __name__ == "__main__":
    harness.main()
