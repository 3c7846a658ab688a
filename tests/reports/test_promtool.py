# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Prometheus' own checker reads the metrics of cards.

usage: test_promtool.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]

Skipped (77) where there is no promtool, unless CI=true.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import hostile

USAGE = "usage: test_promtool.py BLACKSTART SOURCE_DIR [UNITTEST ARGUMENT...]"
EXIT_SKIPPED = 77
EXITS_WITH_CARD = (0, 1, 2)
RUN_SECONDS_MAX = 120
SCENARIOS = ("scenarios/platform/failback.yaml", "scenarios/platform/approver-asleep.yaml")


class PromtoolTest(unittest.TestCase):
    binary = None
    source = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-promtool-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_program(self, *arguments):
        done = subprocess.run([self.binary, *map(str, arguments)], cwd=self.source, capture_output=True,
                              stdin=subprocess.DEVNULL, check=False, timeout=RUN_SECONDS_MAX)
        self.assertIn(done.returncode, EXITS_WITH_CARD, done.stderr[-2000:])
        return done.stdout

    def check(self, metrics):
        return subprocess.run(["promtool", "check", "metrics"], input=metrics, capture_output=True, check=False,
                              timeout=RUN_SECONDS_MAX)

    def assert_sound(self, metrics):
        done = self.check(metrics)
        self.assertEqual((done.returncode, done.stderr, done.stdout), (0, b"", b""))
        samples = [line for line in metrics.splitlines() if not line.startswith(b"#")]
        series = [line.rpartition(b" ")[0] for line in samples]
        self.assertEqual(len(set(series)), len(series))
        return samples

    def test_scenarios_and_hostile_names(self):
        for scenario in SCENARIOS:
            with self.subTest(scenario=scenario):
                out = self.folder / Path(scenario).stem
                self.run_program("run", scenario, "--quiet", "--format", "prometheus", "--out", out)
                samples = self.assert_sound((out / "report.prom").read_bytes())
                self.assertTrue(all(b'{scenario="' in line for line in samples))
                bent = self.folder / "hostile.jsonl"
                bent.write_text(hostile.make_hostile(out / "history.jsonl"), encoding="utf-8")
                bent_samples = self.assert_sound(self.run_program("report", bent, "--format", "prometheus"))
                self.assertEqual(len(bent_samples), len(samples))

    def test_nothing(self):
        empty = self.folder / "empty.jsonl"
        empty.write_text(hostile.make_empty(), encoding="utf-8")
        self.assert_sound(self.run_program("report", empty, "--format", "prometheus"))

    def test_what_is_wrong_is_refused(self):
        for metrics in (b"a{b=\"c} 1\n", b"# TYPE a gauge\na one\n", b"# TYPE a gauge\na 1\n"):
            self.assertNotEqual(self.check(metrics).returncode, 0, metrics)


def main():
    if len(sys.argv) < 3:
        sys.exit(USAGE)
    if shutil.which("promtool") is None:
        print("no promtool here", file=sys.stderr)
        sys.exit(1 if os.environ.get("CI") == "true" else EXIT_SKIPPED)
    PromtoolTest.binary = str(Path(sys.argv[1]).resolve())
    PromtoolTest.source = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])


if __name__ == "__main__":
    main()
