# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Drills are recorded by --store, and the history command lists, filters and exports them."""
import contextlib
import csv
import datetime
import io
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor

import harness

APPLICATION_ID = int.from_bytes(b"BSdr", "big")
BLIP = "scenarios/platform/blip.yaml"
DAY = 86400
NOBODY = 65534
AT_ONCE = 6
KILLS = 16
INERT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
HOSTILE = ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1", 'a"b,c;d', "\x1b[31mred\x07", "one\r\ntwo",
           "\u202eback", "\u009b31m", "'; DROP TABLE drills; --", "%s%n\\ {x=\"y\"} 1\n# HELP a b", "<script>alert(1)</script>",
           "=\x1b\"\n" * 2500)


def day(number):
    return (datetime.datetime(2026, 1, 1) + datetime.timedelta(days=number)).strftime("%Y-%m-%d")


class HistoryCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.store = self.folder / "drills.db"

    def record(self, *words, scenario=BLIP):
        done = self.run_text("run", scenario, "--quiet", "--store", self.store, *words)
        self.assertIn("recorded in", done.stderr)
        return done

    def history(self, *words, **options):
        done = self.run_text("history", "--store", self.store, *words, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout

    def read(self, *words):
        return json.loads(self.history("--format", "json", *words))

    def change(self, sql, *values):
        with contextlib.closing(sqlite3.connect(self.store)) as database, database:
            return database.execute(sql, values).fetchall()

    def count(self):
        self.assertEqual(self.change("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.change("SELECT count(*) FROM drills LEFT JOIN findings ON drill = number WHERE text IS NULL"),
                         [(0,)], "a drill without its findings")
        return self.change("SELECT count(*) FROM drills")[0][0]

    def fill(self, seeds=6):
        """Drills of days 0, 1, ..: every third on aws, every second failed."""
        for seed in range(1, seeds + 1):
            self.record("--seed", seed)
            self.change("UPDATE drills SET held_at_s = CAST(strftime('%s', ?) AS INTEGER) WHERE seed = ?",
                        day(seed - 1), str(seed))
        self.change("UPDATE drills SET backend = 'aws' WHERE seed % 3 = 0")
        self.change("UPDATE drills SET verdict = 'fail' WHERE seed % 2 = 0")


class RecordTest(HistoryCase):
    def test_what_is_recorded_is_what_the_card_says(self):
        out = self.folder / "out"
        done = self.run_text("run", harness.FLAGSHIP, "--seed", 7, "--out", out, "--store", self.store)
        self.assertIn(f"recorded in {self.store}\n", done.stderr)
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        self.assertEqual(done.stderr.splitlines()[-1], report["reproduce"])
        self.assertEqual(done.returncode, harness.EXIT_OF_VERDICT[report["verdict"]])
        (drill,) = self.read()["drills"]
        for key in ("seed", "backend", "version", "verdict", "history_sha256", "reproduce"):
            self.assertEqual(drill[key], report[key], key)
        self.assertEqual((drill["scenario"], drill["scenario_sha256"]),
                         (report["scenario"]["name"], report["scenario"]["sha256"]))
        self.assertEqual((drill["plan"], drill["plan_sha256"]), (report["plan"]["name"], report["plan"]["sha256"]))
        for key in ("rto_s", "rpo_s", "plan_recovery_s", "lost_writes", "availability"):
            self.assertEqual(drill[key], report["achieved"][key], key)
        self.assertEqual((drill["rto_objective_s"], drill["rpo_objective_s"]),
                         (report["objectives"]["rto_s"], report["objectives"]["rpo_s"]))
        self.assertEqual([(step["workflow"], step["id"], step["state"], step["target_s"]) for step in drill["steps"]],
                         [(step["workflow"], step["id"], step["state"], step["target_s"]) for step in report["steps"]])
        for step, card in zip(drill["steps"], report["steps"]):
            self.assertAlmostEqual(step["took_s"], card["end_s"] - card["start_s"], places=6)
        self.assertEqual([(store["id"], store["rpo_s"], store["lost_writes"]) for store in drill["data_stores"]],
                         [(store["id"], store["rpo_s"], store["lost_writes"]) for store in report["data_stores"]])
        self.assertTrue(any(reason["verdict"] == "fail" for reason in drill["reasons"]))
        held = datetime.datetime.strptime(drill["held_at"], "%Y-%m-%dT%H:%M:%SZ")
        self.assertLess(abs(datetime.datetime.utcnow() - held), datetime.timedelta(minutes=10))
        self.assertEqual(self.change("PRAGMA application_id"), [(APPLICATION_ID,)])
        self.assertEqual([entry.name for entry in self.folder.iterdir() if entry.name != "out"], ["drills.db"])

    def test_the_card_does_not_change(self):
        for form in ("text", "json"):
            self.assertEqual(self.run_text("run", BLIP, "--format", form, "--store", self.store).stdout,
                             self.run_text("run", BLIP, "--format", form).stdout)

    def test_twice_is_harmless(self):
        self.record()
        again = self.record()
        self.assertIn(f"already recorded in {self.store}\n", again.stderr)
        self.assertEqual(self.count(), 1)

    def test_a_folder_of_scenarios(self):
        done = self.run_text("run", "--all", "scenarios/platform", "--store", self.store)
        rows = len(done.stdout.splitlines()) - 1
        self.assertEqual(done.stderr.count("recorded in"), rows)
        self.assertEqual(self.count(), rows)

    def test_the_environment_names_the_store(self):
        environment = {"BLACKSTART_STORE": str(self.store)}
        done = self.run_text("run", BLIP, "--quiet", env=environment)
        self.assertIn(f"recorded in {self.store}\n", done.stderr)
        self.assertEqual(json.loads(self.run_text("history", "--format", "json", env=environment).stdout)["drills"],
                         self.read()["drills"])
        other = self.folder / "other.db"
        self.run_text("run", BLIP, "--quiet", "--store", other, env=environment)
        self.assertTrue(other.exists())
        done = self.run_text("run", BLIP, "--quiet", env={"BLACKSTART_STORE": ""})
        self.assertNotIn("recorded", done.stderr)

    def test_a_command_under_exec(self):
        done = self.run_text("exec", harness.FLAGSHIP, "--speed", 1000, "--quiet", "--store", self.store, "--", "true")
        self.assertIn(f"recorded in {self.store}\n", done.stderr)
        (drill,) = self.read("--backend", "mock")["drills"]
        self.assertTrue(drill["reproduce"].endswith(" -- true"))

    def test_a_history_that_was_kept(self):
        out = self.folder / "out"
        self.run_text("run", BLIP, "--quiet", "--out", out, "--seed", 5)
        host = json.loads((out / "host.json").read_text(encoding="utf-8"))
        self.run_text("report", out, "--quiet", "--store", self.store)
        (drill,) = self.read()["drills"]
        self.assertEqual((drill["held_at"], drill["backend"], drill["reproduce"]),
                         (host["written_at"], "sim", f"blackstart run {BLIP} --seed 5"))

    def test_a_history_of_which_nothing_is_known(self):
        out = self.folder / "out"
        self.run_text("run", BLIP, "--quiet", "--out", out)
        path = self.folder / "alone.jsonl"
        shutil.copy(out / "history.jsonl", path)
        self.run_text("report", path, "--quiet", "--store", self.store)
        (drill,) = self.read()["drills"]
        self.assertEqual((drill["held_at"], drill["held_at_reason"], drill["backend"], drill["backend_reason"]),
                         (None, "not said", None, "not said"))
        self.assertIn("date unknown", self.history())
        done = self.run_text("report", path, "--quiet", "--store", self.store, "--at", "2026-03-04")
        self.assertIn("now recorded, too", done.stderr)
        done = self.run_text("report", path, "--quiet", "--store", self.store, "--at", "2025-03-04T05:06:07Z")
        self.assertIn("already recorded", done.stderr)
        self.assertEqual(self.read()["drills"][0]["held_at"], "2026-03-04T00:00:00Z")

    def test_a_game_days_history(self):
        out = self.folder / "out"
        self.run_text("run", BLIP, "--quiet", "--out", out)
        shutil.copy(out / "history.jsonl", self.folder / "drill-x.journal.history")
        (self.folder / "drill-x.journal.drill").write_text(json.dumps({
            "blackstart": "drill/1", "scenario": "a.yaml", "scenario_sha256": "0", "account": "1", "reason": "r",
            "endpoint_url": None, "people": None, "out": None, "scale_thousandths": 1000,
            "epoch_ns": 1_767_225_600 * 10**9, "orchestrator": 1}))
        self.run_text("report", self.folder / "drill-x.journal.history", "--quiet", "--store", self.store)
        (drill,) = self.read("--backend", "aws")["drills"]
        self.assertEqual(drill["held_at"], "2026-01-01T00:00:00Z")

    def test_what_lies_beside_a_history_and_cannot_be_read(self):
        out = self.folder / "out"
        self.run_text("run", BLIP, "--quiet", "--out", out)
        for text, said in (("{", "host.json"), ("{}", "'written_at' must be a date"), ('{"written_at": "soon"}', "must be")):
            (out / "host.json").write_text(text)
            done = self.run_text("report", out, "--quiet", "--store", self.store)
            self.assertEqual(done.returncode, 64)
            self.assertIn(said, done.stderr)
        self.assertEqual(self.count(), 0)


class ListTest(HistoryCase):
    def seeds(self, *words):
        return [int(drill["seed"]) for drill in self.read(*words)["drills"]]

    def test_filters(self):
        self.fill()
        self.assertEqual(self.seeds(), [6, 5, 4, 3, 2, 1])
        for words, seeds in ((("--backend", "aws"), [6, 3]), (("--backend", "wire"), []),
                             (("--verdict", "fail"), [6, 4, 2]), (("--verdict", "stopped"), []),
                             (("--since", day(3)), [6, 5, 4]), (("--until", day(3)), [4, 3, 2, 1]),
                             (("--since", f"{day(3)}T00:00:01Z"), [6, 5]), (("--since", day(3), "--until", day(3)), [4]),
                             (("--last", 2), [6, 5]), (("--last", 0), [6, 5, 4, 3, 2, 1]),
                             (("--scenario", "Blip"), [6, 5, 4, 3, 2, 1]), (("--scenario", "blip"), []),
                             (("--verdict", "pass", "--backend", "sim", "--last", 1), [5])):
            with self.subTest(words):
                self.assertEqual(self.seeds(*words), seeds)
                listed = self.history("--format", "csv", *words)
                self.assertEqual([int(row["seed"]) for row in csv.DictReader(io.StringIO(listed))], seeds)
                table = self.history(*words).split("\n\n")[0]
                self.assertEqual(sum(line.startswith("2026-") for line in table.splitlines()), len(seeds))

    def test_text(self):
        self.fill(4)
        self.record("--set", "plan=null", scenario=harness.FLAGSHIP)
        text = self.history("--now", day(9), "--scenario", "Blip")
        self.assertNotIn("\x1b", text)
        lines = text.splitlines()
        self.assertRegex(lines[0], r"^when \(UTC\) +scenario +backend +verdict +RTO / objective +RPO / objective +lost writes$")
        self.assertRegex(lines[1], rf"^{day(3)} 00:00  Blip +sim +fail +4s / 5m +\S+ / 30s +\d+$")
        self.assertIn("Blip\n  last drill        live 7 days ago, any 6 days ago\n", text)
        self.assertIn("  aws               1 of the last 1 passed (100 %)\n", text)
        self.assertIn("  sim               1 of the last 3 passed (33 %)\n    RTO             ▁▁▁  last 4s, objective 5m: 4m 56s to spare\n"
                      "    trend           0s from drill to drill, median over 3; may be chance\n", text)

    def test_trends_do_not_depend_on_what_is_listed(self):
        self.fill()
        whole = self.read("--now", day(30))["scenarios"]
        for words in (("--verdict", "fail"), ("--last", 1), ("--since", day(5)), ("--until", day(0))):
            self.assertEqual(self.read("--now", day(30), *words)["scenarios"], whole, words)
        (blip,) = whole
        self.assertEqual((blip["name"], blip["days_since_last"], blip["days_since_last_aws"]), ("Blip", 25, 25))
        aws, sim = blip["backends"]
        self.assertEqual((aws["backend"], aws["last_ten"]["drills"], aws["last_ten"]["passed"]), ("aws", 2, 1))
        self.assertEqual((sim["backend"], sim["last_ten"]["drills"], sim["last_ten"]["passed"]), ("sim", 4, 2))

    def test_drills_that_are_not_counted(self):
        self.fill(4)
        (blip,) = self.read("--now", day(1))["scenarios"]
        self.assertEqual((blip["days_since_last"], blip["days_since_last_aws"]), (0, None))
        self.assertEqual([track["left_out"] for track in blip["backends"]], [1, 1])
        self.assertIn("1 without a date, or of a later one", self.history("--now", day(1)))

    def test_now_is_now(self):
        self.record()
        self.assertEqual(self.read()["scenarios"][0]["days_since_last"], 0)

    def test_prometheus(self):
        self.fill()
        metrics = self.history("--format", "prometheus", "--now", f"{day(8)}T00:00:00Z")
        self.assertIn(f'\nblackstart_drill_age_seconds{{scenario="Blip",backend="sim"}} {4 * DAY}\n', metrics)
        self.assertIn('\nblackstart_drill_last_ten_passed{scenario="Blip",backend="aws"} 1\n', metrics)
        self.assertIn('\nblackstart_drill_verdict{scenario="Blip",backend="aws",verdict="fail"} 1\n', metrics)
        self.check_metrics(metrics)

    def check_metrics(self, metrics):
        if shutil.which("promtool"):
            done = subprocess.run(["promtool", "check", "metrics"], input=metrics.encode(), capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))

    def test_a_file_in_place_of_standard_output(self):
        self.fill(2)
        for form in ("text", "json", "csv", "prometheus"):
            path = self.folder / form
            path.write_text("old")
            words = ("--format", form, "--now", day(9))
            self.assertEqual(self.history(*words, "--out", path), "")
            self.assertEqual(path.read_text(encoding="utf-8"), self.history(*words))
        done = self.run_text("history", "--store", self.store, "--out", self.folder / "missing" / "x")
        self.assertEqual(done.returncode, 70)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([self.binary, "history", "--store", self.store], stdout=full, stderr=subprocess.PIPE,
                                  check=False)
        self.assertEqual(done.returncode, 70, done.stderr)

    def test_hostile_names(self):
        for seed, name in enumerate(HOSTILE, 1):
            self.record("--seed", seed, "--set", f"name={json.dumps(name)}")
        recorded = {drill["scenario"] for drill in self.read()["drills"]}
        self.assertEqual(recorded, set(HOSTILE))
        for name in HOSTILE:
            (drill,) = self.read("--scenario", name)["drills"]
            self.assertEqual(drill["scenario"], name)
        for form in ("text", "csv", "prometheus"):
            page = self.history("--format", form)
            self.assertIsNone(INERT.search(page), form)
        self.check_metrics(self.history("--format", "prometheus"))
        for line in self.history().splitlines():
            self.assertLessEqual(len(line), 130)
        rows = list(csv.DictReader(io.StringIO(self.history("--format", "csv"))))
        self.assertEqual(len(rows), len(HOSTILE))
        for row in rows:
            self.assertIsNone(row.get(None))
            for key, cell in row.items():
                self.assertNotIn(cell[:1].strip() or "x", tuple("=+-@\uff1d"), (key, cell[:40]))


class MisuseTest(HistoryCase):
    def test_words(self):
        self.record()
        self.assertIn("which drills? --store FILE, or BLACKSTART_STORE", self.refused("history", env={"BLACKSTART_STORE": ""}))
        for words, said in ((("--since", "yesterday"), "--since is a date, as 2026-11-22"), (("--until", "2026-02-30"), "--until is"),
                            (("--now", ""), "--now is a date"), (("--verdict", "good"), "--verdict must be one of pass"),
                            (("--backend", "cloud"), "--backend must be one of sim"), (("--format", "html"), "--format must be"),
                            (("--last", "-1"), "--last must be"), (("--lats", "1"), "did you mean '--last'?"),
                            (("extra",), "usage: blackstart history [OPTIONS]; try")):
            self.assertIn(said, self.refused("history", "--store", self.store, *words))
        self.assertIn("has no name", self.refused("run", BLIP, "--store", ""))
        self.assertIn("--at goes with --store", self.refused("report", self.folder, "--at", "2026-01-01"))
        self.assertIn("--at is a date", self.refused("report", self.folder, "--at", "now", "--store", self.store))

    def test_what_is_no_store(self):
        missing = self.folder / "missing"
        self.assertRegex(self.refused("history", "--store", missing), "there is no such store of drills: No such file")
        self.assertFalse(missing.exists())
        self.store.write_text("somebody's notes, and rather more of them than a header would have\n" * 9)
        before = self.store.read_bytes()
        for words in (("history",), ("run", BLIP), ("report", self.folder)):
            self.assertIn(f"{self.store}: the store of drills cannot be", self.refused(*words, "--store", self.store))
        self.assertEqual(self.store.read_bytes(), before)
        self.assertIn("not a regular file", self.refused("run", BLIP, "--store", self.folder))
        self.assertIn("cannot be opened", self.refused("run", BLIP, "--store", self.folder / "none" / "x"))

    def test_another_database_and_a_newer_version(self):
        self.change("CREATE TABLE mine(x)")
        self.assertIn("this is no store of drills, but another database", self.refused("run", BLIP, "--store", self.store))
        self.assertEqual(self.change("SELECT name FROM sqlite_schema"), [("mine",)])
        self.store.unlink()
        self.record()
        self.change("PRAGMA user_version = 9")
        for words in (("history",), ("run", BLIP)):
            self.assertIn("is of version 9, this program's is 1; a newer blackstart can use it",
                          self.refused(*words, "--store", self.store))

    def test_a_damaged_store(self):
        self.fill(3)
        data = bytearray(self.store.read_bytes())
        data[4096:8192] = os.urandom(4096)
        self.store.write_bytes(data)
        for words in (("history",), ("run", BLIP)):
            self.refused(*words, "--store", self.store)

    def test_a_store_that_may_only_be_read(self):
        self.record()
        self.store.chmod(0o444)
        self.folder.chmod(0o755)
        command = [self.binary, "run", BLIP, "--quiet", "--seed", "2", "--store", str(self.store)]
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        if as_nobody and not self.may_nobody_run():
            self.skipTest("the program lies where only root may go")
        done = subprocess.run(command, cwd=self.source, capture_output=True, text=True, check=False, **as_nobody)
        self.assertEqual(done.returncode, 64, done.stderr)
        self.assertIn("the store of drills may not be written to", done.stderr)
        done = subprocess.run([self.binary, "history", "--store", str(self.store)], cwd=self.source, capture_output=True,
                              text=True, check=False, **as_nobody)
        self.assertEqual(done.returncode, 0, done.stderr)

    def may_nobody_run(self):
        try:
            return subprocess.run([self.binary, "version"], cwd=self.source, capture_output=True, check=False, user=NOBODY,
                                  group=NOBODY, extra_groups=[]).returncode == 0
        except PermissionError:
            return False

    def test_a_full_disk(self):
        def fill_up():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        self.record()
        size = self.store.stat().st_size
        done = subprocess.run([self.binary, "run", harness.FLAGSHIP, "--store", self.store], cwd=self.source,
                              capture_output=True, text=True, timeout=harness.RUN_SECONDS_MAX, check=False,
                              preexec_fn=fill_up)
        self.assertEqual(done.returncode, 70, done.stderr)
        self.assertIn("Region loss", done.stdout, "the card is printed all the same")
        self.assertIn(f"{self.store}: the drill cannot be recorded: ", done.stderr)
        self.assertEqual(self.count(), 1)


class AtOnceTest(HistoryCase):
    def test_several_record_at_once(self):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda seed: self.record("--seed", seed // 2), range(2 * AT_ONCE)))
        self.assertEqual(self.count(), AT_ONCE)

    def test_killed_while_it_records(self):
        """Tests of the store kill it thousands of times closer: here it is the program."""
        for i in range(KILLS):
            with subprocess.Popen([self.binary, "run", BLIP, "--quiet", "--seed", str(i), "--store", str(self.store)],
                                  cwd=self.source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
                try:
                    process.wait(timeout=0.002 * i)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                said = process.stderr.read()
            if b"recorded in" in said:
                self.assertEqual(self.read()["drills"][0]["seed"], str(i))
        self.record("--seed", KILLS)
        self.assertIn(str(KILLS), [drill["seed"] for drill in self.read()["drills"]])
        self.count()


if __name__ == "__main__":
    harness.main()
