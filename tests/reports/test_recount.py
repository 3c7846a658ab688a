# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Cards against recount.py, which counts from the history alone; and that it notices when one of them is wrong.

usage: test_recount.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]

BS_RECOUNT_SEEDS in the environment says how many seeds each scenario is run with; 3 without it.
"""
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

import recount

USAGE = "usage: test_recount.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]"
SEEDS = int(os.environ.get("BS_RECOUNT_SEEDS", "3"))
# Objectives met, missed, or not to be judged: in all three there is a card.
EXITS_WITH_CARD = (0, 1, 2)
VALUES_MIN = 60
RUN_SECONDS_MAX = 120
SECOND = 10**9
# One with which the failback has a split brain.
SEED = 2
FLAGSHIP = "scenarios/platform/region-loss.yaml"
FAILBACK = "scenarios/platform/failback.yaml"
SECOND_FAILOVER = "scenarios/platform/second-failover.yaml"
DECIDES = "scenarios/platform/approver-decides.yaml"
LOST_RESPONSES = "scenarios/platform/lost-responses.yaml"
ASLEEP = "scenarios/platform/approver-asleep.yaml"


# What the scenarios as they stand do not show: no steady state, instants within a second, other clocks and levels.
OTHERS = [
    (FLAGSHIP, "faults.0.at=0s"),
    (FLAGSHIP, "faults.0.at=600333ms", "objectives.platform.clock=fault"),
    (FLAGSHIP, "duration=1000500ms"),
    (FLAGSHIP, "objectives.platform.clock=detected", "objectives.served.success=50%", "objectives.served.hold=10s"),
    (FLAGSHIP, "objectives.served.success=99%", "objectives.served.hold=90500ms", "duration=25m"),
    (FAILBACK, "objectives.platform.clock=declared", "objectives.served.success=90%", "objectives.served.hold=1s"),
]


class Case(unittest.TestCase):
    binary = None
    source = None
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-recount-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_scenario(self, scenario, seed=1, *settings):
        """The paths of the history and of the card."""
        out = self.folder / f"{Path(scenario).stem}-{seed}"
        command = [self.binary, "run", str(scenario), "--seed", str(seed), "--quiet", "--out", str(out)]
        for setting in settings:
            command += ["--set", setting]
        done = subprocess.run(command, cwd=self.source, capture_output=True, stdin=subprocess.DEVNULL, check=False,
                              timeout=RUN_SECONDS_MAX)
        self.assertIn(done.returncode, EXITS_WITH_CARD, done.stderr[-2000:])
        return out / "history.jsonl", out / "report.json"

    def run_recount(self, *arguments):
        program = Path(__file__).with_name("recount.py")
        return subprocess.run([sys.executable, str(program), *map(str, arguments)], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=False, timeout=RUN_SECONDS_MAX)


class CardsTest(Case):
    def test_every_card_agrees(self):
        scenarios = sorted(self.source.glob("scenarios/platform/*.yaml"))
        scenarios += sorted(self.source.glob("scenarios/runbooks/*.yaml"))
        self.assertGreaterEqual(len(scenarios), 20)
        values = 0
        for scenario in scenarios:
            for seed in range(1, SEEDS + 1):
                with self.subTest(scenario=scenario.name, seed=seed):
                    history, card = self.run_scenario(scenario.relative_to(self.source), seed)
                    agreed, lines = recount.compare(recount.recount(history), recount.read_card(card))
                    self.assertEqual(lines, [])
                    self.assertGreaterEqual(agreed, VALUES_MIN)
                    values += agreed
        self.assertGreater(values, 0)
        print(f"{values} values of {len(scenarios) * SEEDS} cards agree")

    def test_other_rules_and_instants(self):
        for scenario, *settings in OTHERS:
            with self.subTest(scenario=scenario, settings=settings):
                history, card = self.run_scenario(scenario, 1, *settings)
                agreed, lines = recount.compare(recount.recount(history), recount.read_card(card))
                self.assertEqual(lines, [])
                self.assertGreaterEqual(agreed, VALUES_MIN)


class ArithmeticTest(Case):
    def test_each_gain_shows_how_it_comes_about(self):
        for scenario in (FLAGSHIP, FAILBACK, DECIDES, LOST_RESPONSES):
            with self.subTest(scenario=scenario):
                card = recount.read_card(self.run_scenario(scenario)[1])
                self.assertGreater(len(card["gains"]), 5)
                for gain in card["gains"]:
                    numbers = [Fraction(number) for number in re.findall(r"(?:^|[-=] )(\d+(?:\.\d+)?) s\b", gain["arithmetic"])]
                    saves = numbers[0] if len(numbers) == 1 else numbers[0] - numbers[1]
                    self.assertEqual([saves, numbers[-1]], [gain["saves_s"]] * 2, gain)
                    if gain["measure"] == "rto":
                        self.assertEqual(gain["rto_then_s"] + gain["saves_s"], card["achieved"]["rto_s"])


class CommandTest(Case):
    def test_it_says_what_agrees_and_what_differs(self):
        history, card = self.run_scenario(FLAGSHIP)
        done = self.run_recount(history, card)
        self.assertRegex(done.stdout, r"\A[1-9]\d+ values agree\n\Z")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

        text = card.read_text(encoding="utf-8")
        wrong = self.folder / "wrong.json"
        wrong.write_text(text.replace('"impact_s": 600,', '"impact_s": 600.000000001,', 1), encoding="utf-8")
        done = self.run_recount(history, wrong)
        self.assertEqual(done.stdout, "impact_s: ours 600, the card's 600.000000001\n")
        self.assertEqual((done.returncode, done.stderr), (1, ""))

    def test_its_own_output_is_what_it_compares(self):
        history, card = self.run_scenario(FLAGSHIP)
        done = self.run_recount(history)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        ours = json.loads(done.stdout, parse_float=Fraction)
        self.assertEqual(ours, recount.recount(history))
        self.assertEqual(recount.compare(ours, recount.read_card(card))[1], [])

    def test_bad_usage_and_bad_input(self):
        self.assertEqual(self.run_recount().returncode, 64)
        self.assertEqual(self.run_recount(self.folder / "missing.jsonl").returncode, 64)
        torn = self.folder / "torn.jsonl"
        torn.write_text('{"at_ns":0,"record":"ru', encoding="utf-8")
        self.assertEqual(self.run_recount(torn).returncode, 64)
        torn.write_text('{"at_ns":0}\n', encoding="utf-8")
        self.assertEqual(self.run_recount(torn).returncode, 64)

    def test_an_empty_history_says_that_nothing_is_known(self):
        empty = self.folder / "empty.jsonl"
        empty.write_bytes(b"")
        achieved = recount.recount(empty)["achieved"]
        for name in ("recovered", "rto_s", "rpo_s", "availability", "lost_minutes"):
            self.assertIsNone(achieved[name], name)


def leaves(value, path=()):
    """The paths of all single values."""
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*path, key))]
    if isinstance(value, list):
        return [leaf for place, item in enumerate(value) for leaf in leaves(item, (*path, place))]
    return [path]


def changed(value):
    """Another value, as close by as can be."""
    if value is None:
        return 0
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + "x"
    return value + Fraction(1, SECOND)


class WrongCardsTest(Case):
    """A value that nobody compares could be anything."""

    def test_each_value_is_compared(self):
        for scenario in (FAILBACK, ASLEEP):
            history, path = self.run_scenario(scenario)
            ours = recount.recount(history)
            card = recount.read_card(path)
            for place in leaves(ours):
                wrong = copy.deepcopy(card)
                holder = wrong
                for key in place[:-1]:
                    holder = holder[key]
                holder[place[-1]] = changed(holder[place[-1]])
                self.assertEqual(len(recount.compare(ours, wrong)[1]), 1, place)

    def test_rows_too_many_too_few_and_missing(self):
        history, path = self.run_scenario(FAILBACK)
        ours = recount.recount(history)
        for name in ("faults", "outages", "phases", "executions", "steps", "data_stores", "cohorts"):
            card = recount.read_card(path)
            card[name].append(card[name][0])
            self.assertEqual(len(recount.compare(ours, card)[1]), 1, name)
            card[name] = card[name][:-2]
            self.assertEqual(len(recount.compare(ours, card)[1]), 1, name)
            del card[name]
            self.assertEqual(len(recount.compare(ours, card)[1]), 1, name)


class Change:
    """The records of a history, one of which is made wrong."""

    def __init__(self, path):
        self.records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def where(self, kind, /, **fields):
        found = [record for record in self.records if record["record"] == kind
                 and all(record[name] == value for name, value in fields.items())]
        assert found, (kind, fields)
        return found

    def drop(self, record):
        self.records = [other for other in self.records if other is not record]

    def write(self, path):
        path.write_text("".join(json.dumps(record) + "\n" for record in self.records), encoding="utf-8")


def drop_acknowledged(change):
    change.drop(change.where("acknowledged", store="orders", lineage="orders")[0])


def drop_all_acknowledged(change):
    for record in change.where("acknowledged", store="orders"):
        change.drop(record)


def drop_missing_at_end(change):
    change.drop(change.where("missing", store="orders", counted="end")[0])


def drop_oldest_missing(change):
    change.drop(min(change.where("missing", store="orders", counted="recovery"), key=lambda record: record["first_ns"]))


def merge_recoveries(change):
    ranges = change.where("missing", store="uploads", counted="recovery")
    for record in ranges:
        record["at_ns"] = ranges[-1]["at_ns"]


def drop_diverged(change):
    change.drop(change.where("diverged")[0])


def stop_earlier(change):
    change.where("lineage", store="orders", lineage="orders", state="stopped")[0]["at_ns"] -= 1


def lead_earlier(change):
    change.where("lineage", store="orders", lineage="orders-dr", state="writable")[0]["at_ns"] = 599 * SECOND


def shift_first_bad_second(change):
    for record in change.where("observed", from_ns=600 * SECOND):
        record["from_ns"] -= SECOND


def lose_a_good_read(change):
    change.where("observed", from_ns=0)[0]["reads_good"] -= 1


def lose_a_bin(change):
    change.where("observed", from_ns=0)[0]["seconds"] -= 1


def go_astray_again(change):
    """In the last second of the outage most of these are served, but by the Region that the record has left."""
    some = change.where("observed", cohort="shoppers/honour")[0]
    change.records.append({**some, "from_ns": 1084 * SECOND, "seconds": 1, "reads": 40, "reads_good": 36, "writes": 0,
                           "writes_good": 0, "stale": 40})


def break_earlier(change):
    change.where("fault", state="onset")[0]["at_ns"] -= 1


def detect_later(change):
    change.where("detection", state="detected")[0]["at_ns"] += 1


def decide_later(change):
    change.where("decision")[0]["at_ns"] += 1


def point_later(change):
    change.where("dns", state="pending", percent=100)[0]["at_ns"] += 1


def point_half(change):
    change.where("dns", state="pending", percent=100)[0]["percent"] = 99


def start_later(change):
    change.where("execution", state="in_progress")[0]["at_ns"] += 1


def complete_later(change):
    change.where("step", step="promote", state="completed")[0]["at_ns"] += 1


def try_again(change):
    change.where("step", step="promote")[0]["attempt"] += 1


def ask_earlier(change):
    change.where("step", state="pending_approval")[0]["at_ns"] -= 1


def order_by_alarm(change):
    change.where("decision", workflow="failback")[0]["trigger"] = "alarm"


def accept_less(change):
    change.where("objective")[0]["success_ppb"] -= 300_000_000


def hold_longer(change):
    change.where("objective")[0]["hold_ns"] *= 8


def judge_by_fault(change):
    change.where("objective")[0]["clock"] = "declared"


def see_it_later(change):
    change.where("source", kind="probe", state="unhealthy")[0]["at_ns"] += 1


def see_it_and_doubt(change):
    seen = change.where("source", kind="probe", state="unhealthy")[0]
    change.records.insert(change.records.index(seen) + 1, {**seen, "at_ns": seen["at_ns"] + 1, "state": "healthy"})


def turn_unhealthy_later(change):
    change.where("state", kind="health_check", state="unhealthy")[0]["at_ns"] += 1


def stand_alone(change):
    change.where("planned", workflow="activate", step="scale")[0]["group"] = None


def fail_at_once(change):
    change.where("step", step="fence", state="timed_out")[0]["state"] = "completed"


def aim_lower(change):
    started, completed = (record["at_ns"] for record in change.where("step", workflow="activate", step="promote"))
    change.where("planned", workflow="activate", step="promote")[0]["target_ns"] = completed - started - 2 * SECOND


def behave(change):
    change.where("cohort", cohort="shoppers/extend")[0]["behaviour"] = "honour"


def stand_still(change):
    change.where("step", step="promote", state="completed")[0]["at_ns"] -= 5 * SECOND


def count_once_more(change):
    record = change.where("missing", store="uploads", counted="end")[0]
    change.records.insert(change.records.index(record), {**record, "writes": 1})


def run_more_tasks(change):
    change.where("resource", resource="app-dr")[0]["units"] += 1


def hold_more(change):
    change.where("resource", resource="uploads-dr")[0]["size_bytes"] += 10**9


def serve_both(change):
    first = change.where("dns", at_ns=0)[0]
    change.records.append({**first, "region": "us-west-2"})


def write_larger(change):
    change.where("replication", store="orders")[0]["write_bytes"] += 1000


def say_no_size(change):
    change.where("replication", store="orders")[0]["write_bytes"] = None


def fail_the_check(change):
    change.where("step", step="standby-healthy", state="completed")[0]["state"] = "failed"


def begin_unhealthy(change):
    checks = [record for record in change.where("source", state="healthy") if record["kind"] == "health_check"]
    checks[0]["state"] = "unhealthy"


def ask_for_more(change):
    change.where("store", store="orders")[0]["rpo_ns"] = 1


# What is done to the history of which scenario, and the first value that must then differ from its card's.
CHANGES = [
    (drop_acknowledged, FLAGSHIP, "data_stores[0].acknowledged"),
    (drop_all_acknowledged, FLAGSHIP, "data_stores[0].rpo_s"),
    (drop_all_acknowledged, FLAGSHIP, "achieved.lost_writes"),
    (drop_all_acknowledged, FLAGSHIP, "achieved.split_brain_s"),
    (drop_missing_at_end, FLAGSHIP, "data_stores[0].lost_writes"),
    (drop_oldest_missing, FLAGSHIP, "data_stores[0].rpo_s"),
    (merge_recoveries, SECOND_FAILOVER, "data_stores[1].rpo_s"),
    (drop_diverged, FAILBACK, "achieved.split_brain_s"),
    (drop_diverged, FAILBACK, "data_stores[0].diverged"),
    (stop_earlier, FLAGSHIP, "data_stores[0].rpo_s"),
    (lead_earlier, FLAGSHIP, "data_stores[0].rpo_s"),
    (shift_first_bad_second, FLAGSHIP, "impact_s"),
    (shift_first_bad_second, FLAGSHIP, "outages[0].start_s"),
    (lose_a_good_read, FLAGSHIP, "achieved.failed_requests"),
    (lose_a_good_read, FLAGSHIP, "achieved.availability"),
    (lose_a_good_read, FLAGSHIP, "achieved.lost_minutes"),
    (lose_a_bin, FLAGSHIP, "achieved.total_requests"),
    (go_astray_again, FLAGSHIP, "phases[3].end_s"),
    (break_earlier, FLAGSHIP, "faults[0].onset_s"),
    (break_earlier, FLAGSHIP, "achieved.rto_clocks.fault_s"),
    (detect_later, FLAGSHIP, "achieved.rto_clocks.detected_s"),
    (decide_later, FLAGSHIP, "achieved.rto_clocks.declared_s"),
    (decide_later, FLAGSHIP, "phases[1].end_s"),
    (point_later, FLAGSHIP, "phases[2].end_s"),
    (point_half, FLAGSHIP, "phases[2].end_s"),
    (start_later, FLAGSHIP, "achieved.plan_recovery_s"),
    (complete_later, FLAGSHIP, "steps["),
    (try_again, FLAGSHIP, "steps["),
    (ask_earlier, ASLEEP, "steps[0].waited_on_human_s"),
    (ask_earlier, ASLEEP, "phases[2].human_wait_s"),
    (order_by_alarm, FAILBACK, "outages[1].planned"),
    (accept_less, FLAGSHIP, "achieved.rto_s"),
    (accept_less, FLAGSHIP, "achieved.rto_writes_s"),
    (accept_less, FLAGSHIP, "cohorts["),
    (hold_longer, FLAGSHIP, "cohorts[1].rto_s"),
    (judge_by_fault, FLAGSHIP, "achieved.rto_s"),
    (see_it_later, FLAGSHIP, "gains["),
    (see_it_and_doubt, FLAGSHIP, "gains"),
    (turn_unhealthy_later, FLAGSHIP, "gains["),
    (stand_alone, FLAGSHIP, "gains"),
    (fail_at_once, FLAGSHIP, "gains"),
    (aim_lower, FLAGSHIP, "gains"),
    (behave, FLAGSHIP, "gains["),
    (stand_still, FLAGSHIP, "gains"),
    (count_once_more, FLAGSHIP, "data_stores[1].ledger[1].ranges"),
    (run_more_tasks, FLAGSHIP, "cost.parts[0].monthly_usd"),
    (hold_more, FLAGSHIP, "cost.monthly_usd"),
    (serve_both, FLAGSHIP, "cost.primary_monthly_usd"),
    (write_larger, FLAGSHIP, "cost.monthly_usd"),
    (say_no_size, FLAGSHIP, "cost.is_lower_bound"),
    (fail_the_check, FLAGSHIP, "readiness.parts[1].got"),
    (begin_unhealthy, FLAGSHIP, "readiness.score_at_most"),
    (ask_for_more, FLAGSHIP, "readiness.score_at_least"),
]


class WrongHistoriesTest(Case):
    def test_each_change_is_noticed(self):
        runs = {}
        for change_history, scenario, place in CHANGES:
            with self.subTest(change=change_history.__name__, scenario=scenario, place=place):
                if scenario not in runs:
                    runs[scenario] = self.run_scenario(scenario, SEED)
                history, card = runs[scenario]
                change = Change(history)
                change_history(change)
                changed_history = self.folder / "changed.jsonl"
                change.write(changed_history)
                ours = recount.recount(changed_history)
                lines = recount.compare(ours, recount.read_card(card))[1]
                self.assertTrue(any(line.startswith(place) for line in lines), lines)

    def test_as_it_was_written_again_nothing_differs_but_the_hash(self):
        history, card = self.run_scenario(FLAGSHIP)
        again = self.folder / "again.jsonl"
        Change(history).write(again)
        lines = recount.compare(recount.recount(again), recount.read_card(card))[1]
        self.assertEqual([line.split(":")[0] for line in lines], ["history_sha256"])


def main():
    if len(sys.argv) < 3:
        sys.exit(USAGE)
    Case.binary = str(Path(sys.argv[1]).resolve())
    Case.source = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])


if __name__ == "__main__":
    main()
