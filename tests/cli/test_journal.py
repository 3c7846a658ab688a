# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`blackstart run --journal FILE`: a journal on disk that changes nothing else, and what is refused."""
import contextlib
import json
import resource
import signal
import sqlite3
import subprocess

import harness

APPLICATION_ID = int.from_bytes(b"BSjl", "big")
HEADER = 4  # The kind of the first entry.
SEAL_BYTES = 24
# Each entry is synced to the disk, and that may be a slow one.
SHORT = ("--set", "duration=14m", "--set", "faults.0.at=1m")


class JournalTest(harness.Case):
    def report(self, *arguments):
        return json.loads(self.run_text("run", harness.FLAGSHIP, *SHORT, "--format", "json", *arguments).stdout)

    def rows(self, path):
        with contextlib.closing(sqlite3.connect(path)) as database:
            self.assertEqual(database.execute("PRAGMA application_id").fetchone()[0], APPLICATION_ID)
            self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], 1)
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            return database.execute("SELECT sequence, bytes FROM entries ORDER BY sequence").fetchall()

    def test_the_history_is_the_same(self):
        path = self.folder / "journal"
        self.assertEqual(self.report("--journal", path), self.report())
        self.assertEqual([entry.name for entry in self.folder.iterdir()], ["journal"])
        rows = self.rows(path)
        self.assertGreater(len(rows), 1000)
        for place, (sequence, entry) in enumerate(rows):
            self.assertEqual(sequence, place)
            self.assertEqual(int.from_bytes(entry[-SEAL_BYTES:][:8], "little"), place)
            self.assertEqual(entry[0] == HEADER, place == 0)

    def test_the_same_run_has_the_same_journal(self):
        for name, seed in (("a", 1), ("b", 1), ("c", 2)):
            self.report("--seed", seed, "--journal", self.folder / name)
        a, b, c = (self.rows(self.folder / name) for name in "abc")
        self.assertEqual(a, b)
        self.assertNotEqual(a[0], c[0])

    def test_an_existing_file_is_left_alone(self):
        path = self.folder / "journal"
        path.write_bytes(b"somebody's")
        self.assertEqual(self.refused("run", harness.FLAGSHIP, "--journal", path),
                         f"{path}: there is such a file already; a new journal needs a new name")
        self.assertEqual(path.read_bytes(), b"somebody's")

    def test_misuse(self):
        path = self.folder / "journal"
        self.assertIn("--journal holds one run", self.refused("run", "--all", "scenarios/platform", "--journal", path))
        self.assertIn("--journal: the scenario names no plan",
                      self.refused("run", harness.FLAGSHIP, "--set", "plan=null", "--journal", path))
        self.assertIn("No such file or directory",
                      self.refused("run", harness.FLAGSHIP, "--journal", self.folder / "missing" / "journal"))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_full_disk_is_an_error(self):
        def fill_up():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

        path = self.folder / "journal"
        done = subprocess.run([self.binary, "run", harness.FLAGSHIP, "--journal", path], cwd=self.source,
                              capture_output=True, text=True, timeout=harness.RUN_SECONDS_MAX, check=False,
                              preexec_fn=fill_up)
        self.assertEqual(done.returncode, 70, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertIn(f"{path}: an entry cannot be written: ", done.stderr)


if __name__ == "__main__":
    harness.main()
