# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`blackstart run --out DIR`: what is written, that it is whole, and what a history must not name."""
import datetime
import hashlib
import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import harness

FILES = {"report.txt", "report.json", "report.html", "history.jsonl", "host.json", "scenario.yaml", "plan.yaml"}
KILLS = 24


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


class OutputTest(harness.Case):
    def write(self, folder, *arguments):
        done = self.run_text("run", harness.FLAGSHIP, "--out", folder, *arguments)
        self.assertIn(f"written to {folder}\n", done.stderr)
        return done

    def test_files_and_hash(self):
        folder = self.folder / "made" / "on the way"
        done = self.write(folder)
        found = contents(folder)
        report = json.loads(found["report.json"])
        self.assertEqual(set(found), FILES)
        self.assertEqual(sha256(found["history.jsonl"]), report["history_sha256"])
        self.assertEqual(found["scenario.yaml"], (self.source / harness.FLAGSHIP).read_bytes())
        self.assertEqual(found["plan.yaml"], (self.source / harness.PLAN).read_bytes())
        self.assertEqual(done.stdout.encode(), found["report.txt"])
        self.assertEqual(done.stderr.splitlines()[-1], report["reproduce"])
        self.assertEqual(done.returncode, harness.EXIT_OF_VERDICT[report["verdict"]])
        host = json.loads(found["host.json"])
        self.assertEqual(host["host"], os.uname().nodename)
        self.assertGreaterEqual(host["wall_s"], 0)
        self.assertRegex(host["written_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_each_line_of_the_history_is_an_object(self):
        self.write(self.folder)
        last = -1
        for line in (self.folder / "history.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            self.assertIsInstance(record, dict)
            self.assertIsInstance(record["at_ns"], int)
            self.assertGreaterEqual(record["at_ns"], last)
            last = record["at_ns"]

    def test_a_history_names_no_machine(self):
        self.write(self.folder)
        history = (self.folder / "history.jsonl").read_text(encoding="utf-8")
        for word in ("backend", ".yaml", str(self.source), str(self.folder), self.binary,
                     f'"{os.uname().nodename}"', datetime.date.today().isoformat()):
            self.assertNotIn(word, history)

    def test_a_history_does_not_depend_on_where_its_inputs_lie(self):
        elsewhere = self.folder / "elsewhere"
        for name in (harness.FLAGSHIP, harness.PLAN):
            (elsewhere / name).parent.mkdir(parents=True)
            shutil.copy(self.source / name, elsewhere / name)
        self.write(self.folder / "here")
        self.run_text("run", Path(harness.FLAGSHIP).name, "--out", self.folder / "there",
                      cwd=(elsewhere / harness.FLAGSHIP).parent, env={"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"})
        self.assertEqual((self.folder / "here" / "history.jsonl").read_bytes(),
                         (self.folder / "there" / "history.jsonl").read_bytes())

    def test_formats(self):
        self.write(self.folder / "text", "--format", "text")
        self.assertEqual({path.name for path in (self.folder / "text").iterdir()}, FILES - {"report.json", "report.html"})
        self.write(self.folder / "json", "--format", "json")
        self.assertEqual({path.name for path in (self.folder / "json").iterdir()}, FILES - {"report.txt", "report.html"})
        self.write(self.folder / "no plan", "--set", "plan=null")
        self.assertEqual({path.name for path in (self.folder / "no plan").iterdir()}, FILES - {"plan.yaml"})

    def test_quiet(self):
        done = self.write(self.folder, "--quiet")
        self.assertEqual(done.stdout, "")
        self.assertTrue((self.folder / "report.txt").exists())

    def test_a_second_run_replaces_files_whole(self):
        again, fresh = self.folder / "again", self.folder / "fresh"
        self.write(again, "--seed", "7")
        for name in FILES:
            (again / name).write_bytes(b"x" * 10_000_000)
        os.link(again / "history.jsonl", self.folder / "kept")
        self.write(again, "--seed", "1")
        self.write(fresh, "--seed", "1")
        written, expected = contents(again), contents(fresh)
        self.assertEqual(set(written), FILES, "temporary files are left over")
        for name in FILES - {"host.json"}:
            self.assertEqual(written[name], expected[name], name)
        json.loads(written["host.json"])
        # Replaced, not written into: who has the old file open keeps it.
        self.assertEqual((self.folder / "kept").stat().st_size, 10_000_000)

    def test_killed_in_the_middle_it_leaves_no_half_file(self):
        started = time.monotonic()
        self.write(self.folder / "whole", "--quiet")
        whole_s = time.monotonic() - started
        whole = contents(self.folder / "whole")
        for i in range(KILLS):
            folder = self.folder / f"killed-{i}"
            with subprocess.Popen([self.binary, "run", harness.FLAGSHIP, "--quiet", "--out", str(folder)],
                                  cwd=self.source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                # Most of them in the second half, where the files are written.
                time.sleep(whole_s * (0.4 + 0.65 * i / KILLS))
                process.send_signal(signal.SIGKILL)
            for name, data in (contents(folder) if folder.exists() else {}).items():
                if name == "host.json":
                    json.loads(data)
                elif name in FILES:
                    self.assertEqual(data, whole[name], f"{folder}/{name} after a kill")

    def test_left_over_temporary_files_are_no_obstacle(self):
        for i in range(3):
            (self.folder / f"history.jsonl.tmp{i}").write_text("half", encoding="utf-8")
        self.write(self.folder)
        report = json.loads((self.folder / "report.json").read_bytes())
        self.assertEqual(sha256((self.folder / "history.jsonl").read_bytes()), report["history_sha256"])

    def test_a_folder_that_cannot_be_written(self):
        file = self.folder / "file"
        file.write_text("", encoding="utf-8")
        places = [file, file / "below", "", "/proc/no-such-folder", "x" * 5000]
        if os.geteuid() != 0:
            locked = self.folder / "locked"
            locked.mkdir(mode=0o555)
            places += [locked, locked / "below"]
        for place in places:
            with self.subTest(place=str(place)[:40]):
                done = self.run_text("run", harness.FLAGSHIP, "--quiet", "--out", place)
                self.assertEqual(done.returncode, harness.EXIT_USAGE)
                self.assertRegex(done.stderr.splitlines()[-1], r"^--out: .*(folder|path)")


if __name__ == "__main__":
    harness.main()
