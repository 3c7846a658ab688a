# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The sweep and merge commands: the same result however the trials were made, and what is said of them."""
import csv
import io
import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import harness

TRIALS = int(os.environ.get("BS_SWEEP_TRIALS", "6"))
SCENARIOS = os.environ.get("BS_SWEEP_SCENARIOS", "scenarios/platform/*.yaml")
SHARDS = 3
NS = 10**9


def nanoseconds(text):
    whole, _, part = text.partition(".")
    return int(whole) * NS + int(part.ljust(9, "0")[:9] or 0)


class Sweeps(harness.Case):
    def sweep(self, scenario, out, *words, status=(0, 1, 2)):
        if "--influence" not in words:
            words = (*words, "--influence", "0")
        done = self.run_text("sweep", scenario, "--out", out, "--format", "json,csv", "--quiet", *words)
        self.assertIn(done.returncode, status, f"{scenario} {words}: {done.stderr}")
        return done

    def results(self, out):
        return (out / "sweep.json").read_bytes(), (out / "trials.csv").read_bytes()


class SameTest(Sweeps):
    """Threads, shards, merge order, interruption and level of detail leave no trace in any scenario."""

    def interrupted(self, scenario, out, number, words):
        """Starts a sweep, stops it with the signal somewhere on its way, and lets it go on."""
        command = [self.binary, "sweep", scenario, "--out", out, "--quiet", "--format", "json,csv", *words]
        with subprocess.Popen(command, cwd=self.source, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(random.Random(scenario + str(number)).uniform(0.0, 0.3))
            process.send_signal(number)
            process.wait(timeout=harness.RUN_SECONDS_MAX)

    def test_all_ways_agree(self):
        paths = sorted(Path(self.source).glob(SCENARIOS))
        self.assertTrue(paths)
        for path in paths:
            scenario = str(path.relative_to(self.source))
            with self.subTest(scenario):
                self.compare(scenario, self.folder / path.stem)

    def compare(self, scenario, folder):
        # The flagship with all that may be held, halved and doubled as well.
        words = ["--trials", str(TRIALS), "--vary", "duration=" + self.shorter(scenario), "--influence",
                 "1" if scenario == harness.FLAGSHIP else "0"]
        self.sweep(scenario, folder / "one", "--jobs", "1", *words)
        expected = self.results(folder / "one")
        ways = {"two threads": ["--jobs", "2"], "every event": ["--detail", "every-event"]}
        for name, way in ways.items():
            self.sweep(scenario, folder / name, *way, *words)
            self.assertEqual(self.results(folder / name), expected, f"{scenario}: {name}")
        for number in (signal.SIGINT, signal.SIGKILL):
            out = folder / f"signal {number}"
            self.interrupted(scenario, out, number, words)
            self.sweep(scenario, out, *words)
            self.assertEqual(self.results(out), expected, f"{scenario}: resumed after signal {number}")
        self.compare_shards(scenario, folder, words, expected)

    def compare_shards(self, scenario, folder, words, expected):
        parts = []
        for i in range(1, SHARDS + 1):
            parts.append(folder / f"part-{i}")
            self.sweep(scenario, parts[-1], "--shard", f"{i}/{SHARDS}", *words)
        for order in ((0, 1, 2), (2, 0, 1)):
            out = folder / f"merged-{order[0]}"
            done = self.run_text("merge", *[parts[i] for i in order], "--out", out, "--format", "json,csv", "--quiet")
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)
            self.assertEqual(self.results(out), expected, f"{scenario}: shards merged as {order}")

    def shorter(self, scenario):
        """A variant of any scenario: the same, observed for a second less."""
        done = self.run_text("run", scenario, "--out", self.folder / "seen", "--quiet")
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        with open(self.folder / "seen" / "history.jsonl", encoding="utf-8") as lines:
            return f"{json.loads(lines.readline())['horizon_ns'] // NS - 1}s"


class TrialsTest(Sweeps):
    """What a sweep says of a trial is what the trial says of itself."""

    def test_trials_are_runs(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "5", "--seed", "11", "--set", "faults.0.at=9m")
        rows = list(csv.DictReader(io.StringIO((out / "trials.csv").read_text(encoding="utf-8"))))
        self.assertEqual([row["seed"] for row in rows], ["11", "12", "13", "14", "15"])
        for row in rows:
            done = self.run_text("run", harness.FLAGSHIP, "--set", "faults.0.at=9m", "--seed", row["seed"], "--format",
                                 "json")
            report = json.loads(done.stdout, parse_float=str)
            self.assertEqual(row["trial.verdict"], report["verdict"])
            self.assertEqual(nanoseconds(row["outage.rto_s"]), nanoseconds(str(report["achieved"]["rto_s"])))
            self.assertEqual(int(row["trial.lost_writes"]), report["achieved"]["lost_writes"])
            self.assertEqual(int(row["trial.failed_requests"]), report["achieved"]["failed_requests"])
            for phase in report["phases"]:
                took = nanoseconds(str(phase["end_s"])) - nanoseconds(str(phase["start_s"]))
                self.assertEqual(nanoseconds(row[f"phase.{phase['name']}_s"]), took, phase["name"])
            for store in report["data_stores"]:
                self.assertEqual(nanoseconds(row[f"store.{store['id']}_s"]), nanoseconds(str(store["rpo_s"])))
            parts = sum(nanoseconds(row[f"phase.{name}_s"]) for name in
                        ("detect", "decide", "execute", "propagate", "warm", "self_healed", "unrecovered"))
            self.assertEqual(parts, nanoseconds(row["outage.rto_s"]))

    def test_keeps_the_worst(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "8", "--keep-history", "2")
        rows = list(csv.DictReader(io.StringIO((out / "trials.csv").read_text(encoding="utf-8"))))
        worst = sorted(rows, key=lambda row: -nanoseconds(row["outage.rto_s"]))[:2]
        self.assertEqual({path.name for path in out.glob("seed-*")}, {f"seed-{row['seed']}" for row in worst})
        for row in worst:
            kept = json.loads((out / f"seed-{row['seed']}" / "report.json").read_text(encoding="utf-8"))
            alone = self.run_text("run", harness.FLAGSHIP, "--seed", row["seed"], "--format", "json")
            self.assertEqual(kept["history_sha256"], json.loads(alone.stdout)["history_sha256"])

    def test_quantiles_are_those_of_the_trials(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "80")
        rows = list(csv.DictReader(io.StringIO((out / "trials.csv").read_text(encoding="utf-8"))))
        values = sorted(nanoseconds(row["outage.rto_s"]) for row in rows)
        sweep = json.loads((out / "sweep.json").read_text(encoding="utf-8"), parse_float=str)
        self.assertEqual(sweep["trials"], 80)
        # The smallest value that at least half, and 95 of 100, of them do not exceed: ranks 40 and 76 of 80.
        self.assertEqual(nanoseconds(str(sweep["rto_s"]["p50"]["value"])), values[39])
        self.assertEqual(nanoseconds(str(sweep["rto_s"]["p95"]["value"])), values[75])
        self.assertIsNone(sweep["rto_s"]["p99"]["value"])
        self.assertEqual(sweep["rto_s"]["p99"]["reason"], "not estimable")
        met = sum(value <= 300 * NS for value in values)
        self.assertEqual(sweep["met_rto"]["count"], met)

    def test_outages_without_an_end_are_counted_not_dropped(self):
        out = self.folder / "sweep"
        # Observed for so long that some trials recover before, and others do not.
        self.sweep(harness.FLAGSHIP, out, "--trials", "40", "--set", "duration=1460s")
        sweep = json.loads((out / "sweep.json").read_text(encoding="utf-8"))
        rows = list(csv.DictReader(io.StringIO((out / "trials.csv").read_text(encoding="utf-8"))))
        endless = sum(row["outage.rto_s"] == "unrecovered" for row in rows)
        self.assertGreater(endless, 0)
        self.assertLess(endless, 40)
        self.assertEqual((sweep["censored"], sweep["recovered"]), (endless, 40 - endless))
        self.assertEqual(sweep["rto_s"]["p50"]["ci95"][1] is None,
                         sweep["rto_s"]["p50"].get("ci95_reason") == "unrecovered")


class VariantsTest(Sweeps):
    def test_variants_share_their_luck(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "6", "--vary", "faults.0.at=10m,11m", "--vary",
                   "resources.orders-dr.promotion={uniform: {low: 60s, high: 2m}},10s")
        sweep = json.loads((out / "sweep.json").read_text(encoding="utf-8"))
        names = [variant["name"] for variant in sweep["variants"]]
        slow = "resources.orders-dr.promotion={uniform: {low: 60s, high: 2m}}"
        quick = "resources.orders-dr.promotion=10s"
        self.assertEqual(names, [f"faults.0.at=10m, {slow}", f"faults.0.at=10m, {quick}", f"faults.0.at=11m, {slow}",
                                 f"faults.0.at=11m, {quick}"])
        same = sweep["variants"][0]["rto_against_base_s"]
        self.assertEqual((same["pairs"], same["equal"], same["mean"]), (6, 6, 0))
        # A promotion takes a fraction of the time: no trial takes longer for it, and some take less.
        ready = sweep["variants"][1]["rto_against_base_s"]
        self.assertEqual(ready["worse"], 0)
        self.assertGreater(ready["better"], 0)

    def test_values_may_hold_commas(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "2", "--vary",
                   "resources.orders-dr.lag={lognormal: {median: 1s, p95: 2s}},3s")
        sweep = json.loads((out / "sweep.json").read_text(encoding="utf-8"))
        self.assertEqual([variant["name"] for variant in sweep["variants"]],
                         ["resources.orders-dr.lag={lognormal: {median: 1s, p95: 2s}}", "resources.orders-dr.lag=3s"])


class InputsTest(Sweeps):
    """What is held, halved and doubled, and what that moves."""

    def test_the_input_that_decides_is_named(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "12", "--influence", "12", "--set",
                   "resources.orders-dr.promotion={uniform: {low: 1m, high: 9m}}")
        sweep = json.loads((out / "sweep.json").read_text(encoding="utf-8"))
        self.assertEqual(sweep["influence"][0]["path"], "resources.orders-dr.promotion")
        self.assertEqual(sweep["influence"][0]["held_at"], "300s")
        moved = [row["rto_moved_s"] for row in sweep["influence"]]
        self.assertEqual(moved, sorted(moved, reverse=True))
        lag = next(row for row in sweep["influence"] if row["path"] == "resources.orders-dr.lag")
        self.assertEqual(lag["rpo_store"], "orders")
        self.assertGreater(lag["rpo_moved_s"], 0)

    def test_a_held_input_is_the_variant_that_holds_it(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "4", "--influence", "4", "--vary",
                   "resources.orders-dr.promotion=90s")
        rows = list(csv.DictReader(io.StringIO((out / "trials.csv").read_text(encoding="utf-8"))))
        chosen = [row for row in rows if row["kind"] == "choice"]
        held = [row for row in rows if row["kind"] == "held" and row["variant"] == "resources.orders-dr.promotion=90s"]
        self.assertEqual([list(row.values())[2:] for row in chosen], [list(row.values())[2:] for row in held])
        self.assertEqual(len(held), 4)


class VerdictTest(Sweeps):
    def test_exit_status_follows_the_share(self):
        quick = ["--trials", "100", "--set", "objectives.platform.rto=30m"]
        self.assertEqual(self.sweep(harness.FLAGSHIP, self.folder / "pass", *quick).returncode, 0)
        self.assertEqual(self.sweep(harness.FLAGSHIP, self.folder / "fail", "--trials", "20").returncode, 1)
        few = ["--trials", "10", "--set", "objectives.platform.rto=30m"]
        self.assertEqual(self.sweep(harness.FLAGSHIP, self.folder / "few", *few).returncode, 2)
        self.assertEqual(self.sweep(harness.FLAGSHIP, self.folder / "few 50", *few, "--pass", "50").returncode, 0)


class RefusalTest(Sweeps):
    def test_refuses_what_makes_no_sense(self):
        for words, expected in (
                (["--trials", "0"], "--trials must be from 1"),
                (["--shard", "5/4", "--out", self.folder / "x"], "I from 1 to N"),
                (["--shard", "1/4"], "say --out DIR"),
                (["--vary", "duration"], "--vary needs PATH=V1,V2"),
                (["--vary", "nothing.here=1"], "nothing"),
                (["--vary", "duration=10m,soon"], "soon"),
                (["--keep-history", "3"], "needs --out"),
                (["--format", "json,csv"], "several say --out"),
                (["--format", "pdf"], "found 'pdf'"),
                (["--pass", "101"], "--pass"),
                (["--jobs", "100000"], "--jobs")):
            with self.subTest(words):
                self.assertIn(expected, self.refused("sweep", harness.FLAGSHIP, "--trials", "2", *words))

    def test_another_sweep_needs_another_folder(self):
        out = self.folder / "sweep"
        self.sweep(harness.FLAGSHIP, out, "--trials", "2")
        before = (out / "trials.sqlite").read_bytes()
        for words, expected in ((["--trials", "3"], "how many trials"), (["--trials", "2", "--seed", "2"], "seed"),
                                (["--trials", "2", "--set", "faults.0.at=9m"], "scenario_sha256")):
            self.assertIn(expected, self.refused("sweep", harness.FLAGSHIP, "--out", out, *words))
        self.assertEqual((out / "trials.sqlite").read_bytes(), before)

    def test_a_missing_shard_is_named(self):
        parts = [self.folder / f"part-{i}" for i in (1, 2, 3)]
        for i, part in enumerate(parts, 1):
            self.sweep(harness.FLAGSHIP, part, "--trials", "6", "--shard", f"{i}/3")
        out = self.folder / "merged"
        self.assertIn("1 of 3 shards is missing: --shard 2/3", self.refused("merge", parts[0], parts[2], "--out", out))
        self.assertFalse(out.exists())
        other = self.folder / "other"
        self.sweep(harness.FLAGSHIP, other, "--trials", "6", "--seed", "2", "--shard", "2/3")
        self.assertIn("seed", self.refused("merge", parts[0], other, parts[2], "--out", out))
        self.assertIn("no such file", self.refused("merge", parts[0], self.folder / "none", "--out", out))

    def test_what_is_no_sweep_is_refused(self):
        out = self.folder / "sweep"
        out.mkdir()
        for bytes_there in (b"", b"not a database", b"SQLite format 3\0" + bytes(4096)):
            (out / "trials.sqlite").write_bytes(bytes_there)
            self.assertIn("trials.sqlite", self.refused("sweep", harness.FLAGSHIP, "--trials", "2", "--out", out))
            self.assertEqual((out / "trials.sqlite").read_bytes(), bytes_there)


if __name__ == "__main__":
    harness.main()
