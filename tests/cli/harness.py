# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What the tests of the command line share: running the program, and telling a refusal from a crash."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

USAGE = "usage: TEST.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]"
EXIT_USAGE = 64
EXIT_OF_VERDICT = {"pass": 0, "fail": 1, "unknown": 2, "stopped": 2}
FLAGSHIP = "scenarios/platform/region-loss.yaml"
PLAN = "scenarios/plans/warm-standby.yaml"
# A run under the sanitizers on a busy machine included.
# Instruments make a program ten times slower.
RUN_SECONDS_MAX = int(os.environ.get("BS_RUN_SECONDS_MAX", "60"))
SIGNS_OF_A_CRASH = (b"Sanitizer", b"runtime error:", b"assertion failed")


class Case(unittest.TestCase):
    """Runs the program in the source folder, so that paths in its output are those of the tree."""

    binary = None
    source = None
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_raw(self, *arguments, cwd=None, env=None):
        done = subprocess.run([self.binary, *map(str, arguments)], cwd=cwd or self.source, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=RUN_SECONDS_MAX, check=False,
                              env={**os.environ, **(env or {})})
        self.assertGreaterEqual(done.returncode, 0, f"killed by a signal: {arguments}: {done.stderr[-2000:]}")
        for sign in SIGNS_OF_A_CRASH:
            self.assertNotIn(sign, done.stderr, f"{arguments}: {done.stderr[-4000:]}")
        return done

    def run_text(self, *arguments, **options):
        """As above with both outputs decoded, strictly: what we print is UTF-8."""
        done = self.run_raw(*arguments, **options)
        done.stdout = done.stdout.decode("utf-8")
        done.stderr = done.stderr.decode("utf-8")
        return done

    def refused(self, *arguments, **options):
        """Runs what must be refused as bad usage or input; gives the last line of the message."""
        done = self.run_text(*arguments, **options)
        self.assertEqual(done.returncode, EXIT_USAGE, f"{arguments}: {done.stdout}{done.stderr}")
        self.assertEqual(done.stdout, "", arguments)
        self.assertTrue(done.stderr.endswith("\n"), arguments)
        return done.stderr.splitlines()[-1]


def main():
    if len(sys.argv) < 3:
        sys.exit(USAGE)
    Case.binary = str(Path(sys.argv[1]).resolve())
    Case.source = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
