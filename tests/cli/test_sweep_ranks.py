# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Sweeps over the processes of mpirun: the results of one process, whatever dies on the way.

BS_MPIRUN names mpirun where the program was built with MPI; where it was not, it must say so rather than run the
sweep once for each process.
"""
import contextlib
import os
import signal
import sqlite3
import subprocess
import time
import unittest

import harness

MPIRUN = os.environ.get("BS_MPIRUN", "")
# As many processes as we like on any machine, as any user; --quiet: mpirun's own words about the exit status.
LAUNCH = [MPIRUN, "--quiet", "--oversubscribe"]
AS_ANYBODY = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
# Starting MPI and trials on a busy machine included.
SECONDS_MAX = 250
RESULTS = ("sweep.json", "sweep.txt", "trials.csv")
FORMATS = ("--format", "json,text,csv")
SWEEP = (harness.FLAGSHIP, "--influence", "0")
VARIED = (*SWEEP, "--trials", "75", "--vary", "probes.app.every=5s,30s", *FORMATS)
# Enough for somebody to be killed amidst them; attempts, should all be over before that.
MANY = os.environ.get("BS_TRIALS", "1000")
ATTEMPTS = 5
# The log of three blocks or so: the first of them is in the file for certain.
LOG_BYTES = 100000


def count_trials(folder):
    with contextlib.closing(sqlite3.connect(folder / "trials.sqlite")) as database:
        return database.execute("SELECT count(*) FROM trial").fetchone()[0]


def rank_of(pid):
    """The rank of a process of mpirun's; None if it is none, or no longer there."""
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            words = dict(word.split(b"=", 1) for word in file.read().split(b"\0") if b"=" in word)
        return int(words[b"OMPI_COMM_WORLD_RANK"])
    except (OSError, KeyError):
        return None


def ranks_of(mpirun):
    with open(f"/proc/{mpirun.pid}/task/{mpirun.pid}/children", encoding="ascii") as file:
        pids = [int(word) for word in file.read().split()]
    return {rank: pid for pid in pids if (rank := rank_of(pid)) is not None}


@unittest.skipIf(MPIRUN, "built with MPI")
class WithoutMpiTest(harness.Case):
    def test_one_of_many_is_refused(self):
        for name in ("OMPI_COMM_WORLD_SIZE", "PMI_SIZE"):
            said = self.refused("sweep", harness.FLAGSHIP, "--trials", "1", env={name: "3"})
            self.assertIn("started by mpirun as one of 3, but this blackstart was built without MPI", said)

    def test_one_of_one_runs(self):
        done = self.run_text("sweep", *SWEEP, "--trials", "2", "--quiet", env={"OMPI_COMM_WORLD_SIZE": "1"})
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        self.assertEqual(done.stderr, "")


@unittest.skipUnless(MPIRUN, "built without MPI")
class RanksTest(harness.Case):
    def start(self, *words):
        """mpirun with these words in a session of its own, so that nothing of it outlives the test."""
        mpirun = subprocess.Popen([*LAUNCH, *map(str, words)], cwd=self.source, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
                                  env={**os.environ, **AS_ANYBODY})
        self.addCleanup(self.end, mpirun)
        return mpirun

    @staticmethod
    def end(mpirun):
        if mpirun.poll() is None:
            for pid in ranks_of(mpirun).values():
                os.kill(pid, signal.SIGKILL)
            mpirun.kill()
            mpirun.communicate()

    def finish(self, mpirun):
        out, err = mpirun.communicate(timeout=SECONDS_MAX)
        for sign in harness.SIGNS_OF_A_CRASH:
            self.assertNotIn(sign.decode(), err)
        return mpirun.returncode, out, err

    def sweep(self, ranks, *words):
        return self.finish(self.start("-n", ranks, self.binary, "sweep", *words))

    def alone(self, *words):
        done = subprocess.run([self.binary, "sweep", *map(str, words)], cwd=self.source, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=SECONDS_MAX, check=False)
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        return done.returncode, done.stdout

    def assert_same(self, one, other):
        for name in RESULTS:
            self.assertEqual((one / name).read_bytes(), (other / name).read_bytes(), f"{one / name}, {other / name}")

    def refusal(self, *words):
        status, out, err = self.finish(self.start(*words))
        self.assertEqual((status, out), (harness.EXIT_USAGE, ""), err)
        self.assertEqual(err.count("\n"), 1, "said once")
        return err

    def amidst(self, folder, *words):
        """A sweep of three ranks of which some trials are in the file, and not all; and its processes by rank."""
        log = folder / "trials.sqlite-wal"
        mpirun = self.start("-n", "3", self.binary, "sweep", *words, "--out", folder)
        pids = {}
        deadline = time.monotonic() + SECONDS_MAX
        while mpirun.poll() is None and not (log.exists() and log.stat().st_size > LOG_BYTES):
            self.assertLess(time.monotonic(), deadline, "no trial")
            time.sleep(0.001)
            pids = pids if len(pids) == 3 else ranks_of(mpirun)
        return mpirun, pids

    def disturbed(self, number, rank):
        """What a sweep said, and left, of which one process got a signal amidst its trials."""
        for attempt in range(ATTEMPTS):
            folder = self.folder / f"{number}-{rank}-{attempt}"
            mpirun, pids = self.amidst(folder, *SWEEP, "--trials", MANY, "--quiet")
            if rank in pids:
                os.kill(pids[rank], number)
            status, _, err = self.finish(mpirun)
            if count_trials(folder) < int(MANY):
                return folder, status, err
        self.fail(f"{MANY} trials were over before the signal, {ATTEMPTS} times")

    def test_ranks_do_not_show(self):
        expected = self.alone(*VARIED, "--out", self.folder / "alone")
        for ranks in ("1", "2", "3"):
            folder = self.folder / ranks
            status, out, err = self.sweep(ranks, *VARIED, "--jobs", "1", "--out", folder)
            self.assertEqual((status, err), (expected[0], ""))
            self.assertEqual(out.replace(str(folder), "DIR"), expected[1].replace(str(self.folder / "alone"), "DIR"))
            self.assert_same(self.folder / "alone", folder)

    def test_without_a_folder(self):
        words = (*SWEEP, "--trials", "70", "--format", "json")
        status, out, err = self.sweep("2", *words)
        self.assertEqual((status, out), self.alone(*words))
        self.assertEqual(err, "")

    def test_more_ranks_than_blocks_of_any_variant(self):
        words = (harness.FLAGSHIP, "--trials", "3", "--format", "json")
        self.assertEqual(self.sweep("3", *words)[:2], self.alone(*words))

    def test_shards_of_ranks_merge(self):
        parts = [self.folder / f"part-{number}" for number in (1, 2)]
        for number, part in enumerate(parts, 1):
            status, _, err = self.sweep("2", *VARIED, "--shard", f"{number}/2", "--out", part)
            self.assertEqual((status, err), (0, ""))
        self.run_text("merge", *parts, "--out", self.folder / "whole", *FORMATS)
        self.alone(*VARIED, "--out", self.folder / "alone")
        self.assert_same(self.folder / "alone", self.folder / "whole")

    def test_killed_in_the_middle_and_resumed(self):
        words = (*SWEEP, "--trials", MANY, "--quiet", *FORMATS)
        expected = self.alone(*words, "--out", self.folder / "alone")
        for rank in (0, 1):
            folder, status, err = self.disturbed(signal.SIGKILL, rank)
            self.assertNotIn(status, (0, 1), err)
            self.assertGreater(count_trials(folder), 0)
            if rank > 0:
                self.assertIn(f"rank {rank} does not answer; ", err)
            status, out, err = self.sweep("2", *words, "--out", folder)
            self.assertEqual((status, out, err), (*expected, ""))
            self.assert_same(self.folder / "alone", folder)

    def test_stopped_on_any_rank(self):
        for rank in (0, 2):
            folder, status, err = self.disturbed(signal.SIGTERM, rank)
            self.assertEqual(status, 2, err)
            self.assertRegex(err, r"(?m)^interrupted after [1-9]\d* trials; the same command goes on$")
            self.assertIn(f"interrupted after {count_trials(folder)} trials", err)

    def test_what_is_wrong_is_said_once(self):
        sweep = (self.binary, "sweep")
        other = ("-n", "1", *sweep, *SWEEP, "--trials", "5")
        self.assertIn("--trials must be from 1", self.refusal("-n", "3", *sweep, harness.FLAGSHIP, "--trials", "0"))
        self.assertIn("none.yaml: cannot read", self.refusal("-n", "3", *sweep, "none.yaml"))
        self.assertRegex(self.refusal(*other, ":", "-n", "2", *sweep, "none.yaml"),
                         "^rank 1 on .*: none.yaml: cannot read")
        self.assertRegex(self.refusal(*other, ":", *other, "--set", "duration=2h"),
                         "^rank 1 on .*: this is another sweep than that of rank 0: '.*duration=2h'")

    def test_another_sweeps_folder_is_left_alone(self):
        folder = self.folder / "taken"
        self.alone(*SWEEP, "--trials", "5", "--quiet", "--out", folder)
        said = self.refusal("-n", "2", self.binary, "sweep", *SWEEP, "--trials", "6", "--out", folder)
        self.assertIn("another sweep is kept there", said)
        self.assertEqual(count_trials(folder), 5)

    def test_started_by_another_launcher(self):
        said = self.refused("sweep", harness.FLAGSHIP, "--trials", "1", env={"PMI_SIZE": "4", **AS_ANYBODY})
        self.assertIn("started as one of 4, but by the launcher of another MPI", said)


if __name__ == "__main__":
    harness.main()
