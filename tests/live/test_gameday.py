# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""A game day from beginning to end against a small account of our own: confirmed, refused, killed, paused, resumed.

usage: test_gameday.py BLACKSTART SOURCE_DIR [TEST...]
"""
import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from aws import Account

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjSESSIONTOKENEXAMPLE"
PLAN = "Small failover"
SURE = ("--confirm", PLAN, "--reason", "a test")
SCALE = "10"
TRIALS = "20"
AT_ONCE = 4
MUTATING = {"ChangeResourceRecordSets", "UpdateService", "PromoteReadReplica", "RevokeSecurityGroupIngress", "Publish",
            "StartExperiment", "StopExperiment"}
COMMAND = 'fault: {command: [touch, "BROKEN"], at: 20s}'
EXPERIMENT = "fault: {fis_template: EXTbreak, region: us-east-2, at: 20s}"
# The estate as the simulation breaks it.
FAULT = "faults: [{name: primary lost, at: 20s, region_loss: primary}]\n"


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
        for old, new in (*changes, ("APPLICATION_PORT", str(self.account.port)),
                         ("RESOLVER", self.account.resolver.name)):
            self.assertIn(old, text)
            text = text.replace(old, new)
        text = text.replace("BROKEN", str(self.folder / "broken"))
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
                "--out", "out", "--trials", TRIALS, *words)

    def card(self):
        return json.loads((self.folder / "out/report.json").read_text(encoding="utf-8"))

    def history(self, kind):
        lines = (self.folder / "j.history").read_text(encoding="utf-8").splitlines()
        return [record for record in map(json.loads, lines) if record["record"] == kind]

    def recorded(self):
        """The one drill of the store: that of the card."""
        with contextlib.closing(sqlite3.connect(self.folder / "drills.db")) as database:
            ((held_at_s, *drill),) = database.execute(
                "SELECT held_at_s, backend, verdict, history_sha256 FROM drills").fetchall()
        card = self.card()
        self.assertEqual(drill, ["aws", card["verdict"], card["history_sha256"]])
        self.assertLess(abs(time.time() - held_at_s), 600)

    def wait_for(self, is_so, seconds=60):
        end = time.monotonic() + seconds
        while not is_so() and time.monotonic() < end:
            time.sleep(0.02)
        self.assertTrue(is_so())

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
        status, out, err = self.run_to_end(*self.gameday(*SURE, "--store", "drills.db"))
        self.assertEqual(status, 2, out + err)  # Ended before the horizon: what comes after is unknown.
        card = self.fails_over_once()
        self.recorded()
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

    def test_prediction_stands_beside_what_was_measured(self):
        self.write(("live:\n", FAULT + "live:\n"))
        status, out, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 2, out + err)
        self.assertRegex(err, r"(?m)^expected   RTO .* of 20 simulated trials$")
        self.assertIn("live against predicted (by 20 simulated trials)", out)
        card = self.fails_over_once()
        rows = {(row["subject"], row["name"]): row for row in card["predictions"]}
        self.assertEqual(rows["outage", "rto"]["live_s"], card["achieved"]["rto_s"])
        self.assertEqual(rows["store", "orders"]["live_s"], card["data_stores"][0]["rpo_s"])
        for phase in card["phases"]:
            if ("phase", phase["name"]) in rows:
                self.assertAlmostEqual(rows["phase", phase["name"]]["live_s"], phase["end_s"] - phase["start_s"], places=6)
        self.assertLess({("phase", name) for name in ("detect", "decide", "execute", "propagate")}, set(rows))
        steps = {step["id"]: step for step in card["steps"]}
        for (subject, name), row in rows.items():
            self.assertEqual((row["trials"], 0 < row["known"] <= 20), (20, True), row)
            self.assertTrue(row["low_s"] <= row["median_s"] <= row["high_s"], row)
            if subject == "step":
                self.assertAlmostEqual(row["live_s"], steps[name]["end_s"] - steps[name]["start_s"], places=6)
            if row["live_s"] is not None:
                place = "below" if row["live_s"] < row["low_s"] else "above" if row["live_s"] > row["high_s"] else "within"
                self.assertEqual(row["place"], place, row)
        self.assertEqual(set(steps), {name for subject, name in rows if subject == "step"})
        # A trial is a run that anybody can repeat.
        done = [json.loads(subprocess.run([BLACKSTART, "run", "small.yaml", "--seed", str(seed), "--format", "json"],
                                          cwd=self.folder, capture_output=True, check=False).stdout)["achieved"]["rto_s"]
                for seed in range(1, 21)]
        done = [rto for rto in done if rto is not None]
        rto = rows["outage", "rto"]
        self.assertEqual((rto["known"], rto["low_s"], rto["high_s"]), (len(done), min(done), max(done)))
        self.assertEqual(card["data_stores"][0]["rpo_resolution_s"], 1)

    def test_experiment(self):
        self.account.faults["StartExperiment"] = ["lost", (503, [], b"{}")]
        self.write((COMMAND, EXPERIMENT))
        status, out, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 2, out + err)
        self.assertEqual(self.account.log.count("StartExperiment"), 3)
        self.assertEqual(len(self.account.experiments), 1)
        self.fails_over_once()
        self.assertEqual([(each["fault"], each["kind"], each["state"]) for each in self.history("fault")],
                         [("EXP1", "fis", "onset")])

    def test_experiment_goes_by_its_own_end(self):
        self.write((COMMAND, EXPERIMENT))
        process = self.begin(*self.gameday(*SURE, "--store", "drills.db"))
        self.wait_for(lambda: "running" in self.account.experiments.values())
        process.kill()
        process.communicate()
        for token in self.account.experiments:
            self.account.experiments[token] = "completed"
        status, out, err = self.run_to_end("resume", "j")
        self.assertEqual(status, 2, out + err)
        self.assertIn("experiment EXP1 is completed: as asked", err)
        self.assertEqual([each["state"] for each in self.history("fault")], ["onset", "end"])
        self.assertEqual(len(self.account.experiments), 1)
        self.fails_over_once()
        self.recorded()

    def test_experiment_that_cannot_be_begun(self):
        self.write((COMMAND, EXPERIMENT.replace("EXTbreak", "EXTgone")))
        status, _, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 2, err)
        self.assertIn("what breaks it could not be begun: StartExperiment: ResourceNotFoundException (HTTP 404)", err)
        self.assertIn("nothing has been done: no workflow was begun", err)
        status, out, _ = self.run_to_end(*self.gameday("--dry-run"))
        self.assertEqual(status, 1)
        self.assertIn("EXTgone          us-east-2    GetExperimentTemplate: ResourceNotFoundException", out)

    def test_template_is_read_in_a_dry_run(self):
        self.write((COMMAND, EXPERIMENT + '\n  stop: [{alarm: checkout, region: us-east-2}, {unserved: 5m}]'))
        status, out, err = self.run_to_end(*self.gameday("--dry-run"))
        self.assertEqual(status, 0, err)
        self.assertIn("Takes it away; 1 actions, 0 stop conditions of its own", out)
        self.assertRegex(err, r"(?m)^breaks it  FIS template EXTbreak in us-east-2, after 20s$")
        self.assertIn("stop if    alarm checkout in us-east-2\n           unserved for 5m\n", err)
        self.assertEqual(MUTATING & set(self.account.log), set())

    def test_stop_condition_ends_the_experiment_and_pauses(self):
        self.write((COMMAND, EXPERIMENT + "\n  stop: [{alarm: checkout, region: us-east-2}]"))
        process = self.begin(*self.gameday(*SURE))
        self.wait_for(lambda: "UpdateService" in self.account.log)
        self.account.alarms["checkout"] = "ALARM"
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, err)
        self.assertIn("stop condition  alarm checkout in us-east-2  it is in ALARM", err)
        self.assertIn("to go on: blackstart resume j", err)
        self.assertEqual(list(self.account.experiments.values()), ["stopped"])
        self.assertEqual(self.account.published, [])
        self.assertEqual(self.history("stop")[0]["condition"], "alarm checkout in us-east-2")
        status, out, _ = self.run_to_end("resume", "j")  # Whoever says that knows of the alarm.
        self.assertEqual(status, 2, out)
        self.fails_over_once()
        self.assertEqual(len(self.account.experiments), 1)

    def test_unserved_for_too_long(self):
        self.write((COMMAND, COMMAND.replace("at:", 'undo: [rm, "BROKEN"], at:') + "\n  stop: [{unserved: 20s}]"))
        process = self.begin(*self.gameday(*SURE))
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, err)
        self.assertIn("stop condition  unserved for 20s  the probes are not served", err)
        self.assertFalse((self.folder / "broken").exists())
        self.assertEqual([each["state"] for each in self.history("fault")], ["onset", "end"])
        self.assertEqual(self.account.published, [])

    def test_stop_condition_that_cannot_be_read_for_long(self):
        self.write((COMMAND, "stop: [{alarm: checkout, region: us-east-2}]"))
        process = self.begin(*self.gameday(*SURE))
        self.wait_for(lambda: self.account.log.count("DescribeAlarms") > 1)
        del self.account.alarms["checkout"]
        _, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, err)
        self.assertIn("stop condition  alarm checkout in us-east-2  it cannot be read", err)

    def test_stop_condition_is_looked_at_first(self):
        self.write((COMMAND, COMMAND + "\n  stop: [{alarm: checkout, region: us-east-2}]"))
        self.account.alarms["checkout"] = "ALARM"
        status, _, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 64)
        self.assertIn("stop condition: alarm checkout in us-east-2 is met already", err)
        del self.account.alarms["checkout"]
        status, _, err = self.run_to_end(*self.gameday(*SURE))
        self.assertEqual(status, 64)
        self.assertIn("stop condition: alarm checkout in us-east-2 cannot be read: ResourceNotFound", err)
        self.assertEqual(MUTATING & set(self.account.log), set())

    def test_dry_run_reads_only(self):
        status, out, _ = self.run_to_end(*self.gameday("--dry-run", "--store", "drills.db"))
        self.assertEqual(status, 0, out)
        self.assertFalse((self.folder / "drills.db").exists())
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


def run_one(name):
    done = subprocess.run([sys.executable, __file__, BLACKSTART, SOURCE, name], capture_output=True, text=True, check=False)
    print(f"{'ok' if done.returncode == 0 else 'FAILED'}  {name}", flush=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def run_all():
    """Some at a time: each is a process of its own that mostly waits."""
    names = [f"GameDay.{name}" for name in unittest.defaultTestLoader.getTestCaseNames(GameDay)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        troubles = [trouble for trouble in pool.map(run_one, names) if trouble]
    print("".join(troubles))
    return 1 if troubles or not names else 0


if __name__ == "__main__":
    BLACKSTART = os.path.abspath(sys.argv.pop(1))
    SOURCE = sys.argv.pop(1)
    HERE = Path(SOURCE) / "tests/live"
    if len(sys.argv) == 1:
        sys.exit(run_all())
    unittest.main()
