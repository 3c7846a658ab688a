# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""A game day from beginning to end against a small account of our own: confirmed, refused, killed, paused, resumed.

usage: test_gameday.py BLACKSTART SOURCE_DIR
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

from aws import Account

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjSESSIONTOKENEXAMPLE"
PLAN = "Small failover"
SURE = ("--confirm", PLAN, "--reason", "a test")
SCALE = "10"
MUTATING = {"ChangeResourceRecordSets", "UpdateService", "PromoteReadReplica", "RevokeSecurityGroupIngress", "Publish"}


class GameDay(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-gameday-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.account = Account()
        self.addCleanup(self.account.close)
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
                            "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_SESSION_TOKEN": TOKEN, "AWS_EC2_METADATA_DISABLED": "true"}
        self.is_over = threading.Event()
        self.addCleanup(self.is_over.set)
        threading.Thread(target=self.watch, daemon=True).start()
        self.write()

    def watch(self):
        while not self.is_over.wait(0.02):
            if (self.folder / "broken").exists():
                self.account.break_primary()

    def write(self, *changes):
        text = (HERE / "small.yaml").read_text(encoding="utf-8")
        for old, new in (("APPLICATION_PORT", str(self.account.port)), ("RESOLVER", self.account.resolver.name),
                         ("BROKEN", str(self.folder / "broken")), *changes):
            self.assertIn(old, text)
            text = text.replace(old, new)
        (self.folder / "small.yaml").write_text(text, encoding="utf-8")
        (self.folder / "small-plan.yaml").write_text((HERE / "small-plan.yaml").read_text(encoding="utf-8"),
                                                     encoding="utf-8")

    def begin(self, *words):
        return subprocess.Popen([BLACKSTART, *map(str, words)], cwd=self.folder, env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run_to_end(self, *words):
        process = self.begin(*words)
        out, err = process.communicate(timeout=110)
        self.assertGreaterEqual(process.returncode, 0, err[-2000:])
        for text in (out, err):
            self.assertNotIn(SECRET, text)
            self.assertNotIn(TOKEN, text)
        return process.returncode, out, err

    def gameday(self, *words):
        return ("gameday", "small.yaml", "--endpoint-url", self.account.api.url, "--time-scale", SCALE, "--journal", "j",
                "--out", "out", *words)

    def card(self):
        return json.loads((self.folder / "out/report.json").read_text(encoding="utf-8"))

    def nothing_secret(self):
        found = 0
        for path in self.folder.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                found += 1
                self.assertNotIn(SECRET.encode(), data, path)
                self.assertNotIn(TOKEN.encode(), data, path)
        self.assertGreater(found, 3)

    def fails_over_once(self):
        self.assertEqual(self.account.target, "lb-dr.elb.example")
        self.assertEqual(self.account.running["app-dr"], 4)
        card = self.card()
        self.assertEqual(card["backend"], "aws")
        self.assertTrue(card["achieved"]["recovered"])
        broken = [each["name"] for each in card["invariants"] if each["outcome"] == "fail"]
        self.assertEqual(broken, [], card["invariants"])
        self.nothing_secret()
        return card

    def test_whole(self):
        status, out, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 2, out + err)  # Ended before the horizon: what comes after is unknown.
        card = self.fails_over_once()
        self.assertIn("RTO", out)
        self.assertEqual(self.account.log.count("PromoteReadReplica"), 1)
        self.assertEqual(self.account.published, ["moved"])
        self.assertLess(card["achieved"]["rto_s"], 120)
        self.assertEqual(card["data_stores"][0]["lost_writes"], 0)
        self.assertAlmostEqual(sum(part["end_s"] - part["start_s"] for part in card["phases"] if part["name"] != "latent"),
                               card["achieved"]["rto_s"], places=6)

    def test_lost_writes_are_found(self):
        self.account.replicates = False
        status, out, _ = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 2, out)
        store = self.fails_over_once()["data_stores"][0]
        self.assertGreater(store["lost_writes"], 5)  # Nothing was replicated until it broke at 20 s, ..
        self.assertGreater(store["rpo_s"], 15)
        self.assertLess(store["rpo_s"], 25)  # .. and nothing was acknowledged after it.

    def test_dry_run_reads_only(self):
        status, out, _ = self.run_to_end(*self.gameday("--dry-run"))
        self.assertEqual(status, 0, out)
        self.assertEqual(MUTATING & set(self.account.log), set())
        self.assertIn("4 running", out)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith("j")], [])
        self.assertFalse((self.folder / "broken").exists())

    def test_refused(self):
        for words, said in (((), "not confirmed"), (("--confirm", "Small"), "not confirmed"),
                            (("--confirm", PLAN), "a reason"), (("--confirm", PLAN, "--reason", ""), "a reason")):
            status, _, err = self.run_to_end(*self.gameday(*words))
            self.assertEqual((status, said in err), (64, True), err)
        self.assertEqual(MUTATING & set(self.account.log), set())

    def test_another_account(self):
        self.account.number = "999999999999"
        status, _, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 64)
        self.assertIn("the credentials are of account 999999999999", err)
        self.assertEqual(self.account.log, ["GetCallerIdentity"])

    def test_what_is_not_on_the_allow_list(self):
        self.write(("allow: [app, app-dr, orders, orders-dr,", "allow: [app, app-dr, orders,"))
        status, _, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 64)
        self.assertIn("step promote would change 'orders-dr', which is not on the scenario's allow-list", err)
        self.assertEqual(self.account.log, [])

    def test_nobody_answers(self):
        status, _, err = self.run_to_end("gameday", "small.yaml", "--endpoint-url", "http://localhost:9", "--dry-run")
        self.assertEqual(status, 69, err)

    def test_killed_again_and_again(self):
        self.account.faults["PromoteReadReplica"] = ["lost"]
        dice = random.Random(20260401)
        process = self.begin(*self.gameday(*SURE))
        kills = 0
        while kills < 10:
            try:
                out, _ = process.communicate(timeout=dice.uniform(0.3, 2))
                break
            except subprocess.TimeoutExpired:
                if not (self.folder / "j.drill").exists():
                    continue
                process.kill()
                process.communicate()
                kills += 1
                process = self.begin("resume", "j")
        else:
            out, _ = process.communicate(timeout=110)
        self.assertGreaterEqual(kills, 5)
        self.assertEqual(process.returncode, 2, out)
        self.fails_over_once()
        self.assertEqual(self.account.log.count("PromoteReadReplica"), 1)

    def test_interrupted(self):
        process = self.begin(*self.gameday(*SURE))
        end = time.monotonic() + 30
        while "UpdateService" not in self.account.log and time.monotonic() < end:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, err)
        self.assertIn("what is done and what is not:", err)
        self.assertIn("to go on: blackstart resume j", err)
        self.assertRegex(err, r"(?m)^  cutover +not begun$")
        self.assertEqual(self.account.published, [])
        status, out, _ = self.run_to_end("resume", "j")
        self.assertEqual(status, 2, out)
        self.fails_over_once()

    def test_a_scenario_that_was_changed_is_not_resumed(self):
        process = self.begin(*self.gameday(*SURE))
        end = time.monotonic() + 30
        while not (self.folder / "j.drill").exists() and time.monotonic() < end:
            time.sleep(0.02)
        process.kill()
        process.communicate()
        self.write(("reads: 1/s", "reads: 2/s"))
        status, _, err = self.run_to_end("resume", "j")
        self.assertEqual(status, 64)
        self.assertIn("is another than that of j", err)


if __name__ == "__main__":
    BLACKSTART = os.path.abspath(sys.argv.pop(1))
    HERE = Path(sys.argv.pop(1)) / "tests/live"
    unittest.main()
