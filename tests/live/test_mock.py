# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The live driver against `blackstart mock` over HTTPS, as programs that know nothing of each other: the flagship.

usage: test_mock.py BLACKSTART SOURCE_DIR

campaign.py has the whole of it, ten times; here the Region is lost sooner, and less is waited for after it.
"""
import os
import random
import sys
import tempfile
import threading
import unittest
from pathlib import Path

try:
    import botocore  # noqa: F401  pylint: disable=unused-import
except ImportError:
    sys.exit(77)

from stage import READS, SOONER, SPEED, Stage, central, judge, simulated_rtos

TRIALS = 200
LEEWAY_S = 30  # One run among others on a busy machine: campaign.py takes ten, and allows none.
KILLS = 4


class Flagship(unittest.TestCase):
    def stage(self, name, seed=1):
        folder = self.folder / name
        folder.mkdir()
        stage = Stage(BLACKSTART, SOURCE, folder, seed, SOONER)
        self.addCleanup(stage.close)
        return stage

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-mock-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def nothing_secret(self, stage):
        leaks, files = stage.leaks()
        self.assertEqual(leaks, [])
        self.assertGreater(files, 5)

    def test_a_dry_run_reads_everything_and_changes_nothing(self):
        stage = self.stage("dry")
        before = len(stage.requests())
        status = stage.dry_run()
        said = (stage.folder / "gameday.out").read_text(encoding="utf-8")
        self.assertEqual(status, 0, said + stage.said())
        self.assertIn("10 running", said)
        self.assertRegex(said, r"health_check +app +global +healthy")
        calls = stage.requests()[before:]
        self.assertGreaterEqual(len(calls), 10)
        self.assertIn("GetCallerIdentity", [call["operation"] for call in calls])
        for call in calls:
            self.assertTrue(call["operation"].startswith(READS), call)
            self.assertEqual(call["status"], 200, call)
        self.nothing_secret(stage)

    def lag_is_as_told(self, stage, store):
        """The card has the lag that the plan's check was told, if CloudWatch had any: the mock keeps it from the first
        question on."""
        reasons = [each["reason"] for each in stage.history() if each["record"] == "step" and
                   each["step"] == "orders-lag" and each["state"] in ("completed", "failed")]
        told = [reason for reason in reasons if "unknown" not in str(reason)]
        self.assertGreater(len(reasons), 0)
        self.assertEqual([each["lineage"] for each in store["lag"]], ["orders-dr"] if told else [])

    def check_end(self, stage, status):
        said = stage.said()
        self.assertIn(status, (0, 1, 2), said)
        wrong, fate = judge(stage)
        self.assertEqual((wrong, fate), ([], "resumed"), said)
        card = stage.card()
        self.assertEqual(card["backend"], "aws")
        store = next(each for each in card["data_stores"] if each["id"] == "orders")
        self.assertLess(store["rpo_s"], 30)  # Replication is seconds behind, and so is what is lost.
        self.assertTrue([each for each in stage.history() if each["record"] == "lease"])
        self.lag_is_as_told(stage, store)
        self.nothing_secret(stage)
        return card

    def propagation_was_seen(self, stage):
        """Between the record's change and the last of the TTLs clients still go where it led before."""
        changed = next(each["at_ns"] / 1e9 for each in stage.history()
                       if each["record"] == "dns" and each["state"] == "pending")
        stale = [each["from_ns"] / 1e9 for each in stage.history() if each["record"] == "observed" and each["stale"] > 0]
        self.assertGreater(len(stale), 0)
        self.assertGreaterEqual(min(stale), changed - 1)
        self.assertLess(max(stale), changed + 120)
        phases = {each["name"]: each["end_s"] - each["start_s"] for each in stage.card()["phases"]}
        self.assertGreater(phases["propagate"], 10)

    def test_it_fails_over_undisturbed_and_killed(self):
        """At the same time, so that it takes half as long."""
        whole, killed = self.stage("whole"), self.stage("killed", 2)
        dice = random.Random(20260401)
        kills = [dice.uniform(5, 400) for _ in range(KILLS)]
        ends = {}
        threads = [threading.Thread(target=lambda: ends.update(whole=whole.hold())),
                   threading.Thread(target=lambda: ends.update(killed=killed.hold(kills)))]
        for thread in threads:
            thread.start()
        low, high = central(simulated_rtos(BLACKSTART, whole.folder / "world.yaml", TRIALS), 0.98)
        for thread in threads:
            thread.join()
        rto = self.check_end(whole, ends["whole"])["achieved"]["rto_s"]
        print(f"RTO {rto} s; {TRIALS} simulations say {low} s to {high} s; time goes {SPEED} times as fast")
        self.assertGreaterEqual(rto, low - LEEWAY_S)  # How late it may be depends on the machine: campaign.py asks.
        self.propagation_was_seen(whole)
        self.check_end(killed, ends["killed"])
        resumed = [each for each in killed.history() if each["record"] == "orchestrator" and each["state"] == "resumed"]
        self.assertEqual(len(resumed), KILLS)


if __name__ == "__main__":
    BLACKSTART = os.path.abspath(sys.argv.pop(1))
    SOURCE = Path(sys.argv.pop(1)).resolve()
    unittest.main()
