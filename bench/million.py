# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Memory and time of sweeps as large as nobody wants to wait for: while trials run, and of their results.

usage: million.py BLACKSTART SCENARIO [--run N] [--results N]...

Runs N trials (2,000 without --run), and tells the largest memory and the CPU time of that. Then repeats their outcomes
in the sweep's file until it has as many trials as each --results says (100,000 and 1,000,000 without one), and lets the
same command do what is left to do: read them and write the results.
"""
import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

FINISHED = (0, 1, 2)  # exit statuses of a sweep that was judged, whatever the verdict


def sweep(blackstart, scenario, folder, trials):
    """Wall time aside, what the kernel counted of it."""
    command = [blackstart, "sweep", scenario, "--influence", "0", "--quiet", "--trials", str(trials), "--out", folder]
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in FINISHED:
        sys.exit(f"million.py: exit status {process.returncode}: {' '.join(command)}")
    return usage


def repeat_outcomes(folder, trials):
    with sqlite3.connect(Path(folder) / "trials.sqlite") as table:
        have = table.execute("SELECT count(*) FROM trial").fetchone()[0]
        table.execute("""WITH RECURSIVE round(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM round WHERE value < ?)
                         INSERT INTO trial SELECT variant, number + ? * value, outcome FROM round, trial
                         WHERE number < ? AND number + ? * value < ?""",
                      ((trials - 1) // have, have, have, have, trials))
        table.execute("UPDATE variant SET trials = ?", (trials,))
    table.close()


def tell(what, trials, usage, beyond=None):
    """`beyond`: trials and memory of the last row with results."""
    row = f"{what:8} {trials:>9,} trials {usage.ru_maxrss / 1024:8.1f} MB {usage.ru_utime + usage.ru_stime:8.1f} s CPU"
    if beyond:
        row += f" {(usage.ru_maxrss - beyond[1]) * 1024 / (trials - beyond[0]):6.1f} B a trial more"
    print(row, flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: "))
    parser.add_argument("blackstart")
    parser.add_argument("scenario")
    parser.add_argument("--run", type=int, default=2000)
    parser.add_argument("--results", type=int, action="append")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tell("run", options.run, sweep(options.blackstart, options.scenario, folder, options.run))
        last = None
        for trials in sorted(options.results or (100_000, 1_000_000)):
            repeat_outcomes(folder, trials)
            usage = sweep(options.blackstart, options.scenario, folder, trials)
            tell("results", trials, usage, last)
            last = (trials, usage.ru_maxrss)


main()
