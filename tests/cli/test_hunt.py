# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The hunt command: sums, threads, the files of findings, misuse; and what was found once stays mended."""
import json
import re
import shlex

import harness

SEEDS = "5"
# Nobody promotes without a fence here but by a plan that nobody answers for: every failover breaks an invariant.
RECKLESS = """
blackstart: scenario/1
extends: {source}/scenarios/platform/region-loss.yaml
name: Reckless
about: The fence is passed over, and nobody answers for it.
duration: 20m
plan: reckless-plan.yaml
faults:
  - {{name: us-east-1 lost, at: 2m, region_loss: primary}}
"""


class HuntTest(harness.Case):
    def hunt(self, *words, status=0):
        done = self.run_text("hunt", *words)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def reckless(self):
        plan = (self.source / harness.PLAN).read_text(encoding="utf-8")
        changed = plan.replace("authority: incident-commander", "on_timeout: proceed")
        self.assertNotEqual(plan, changed)
        (self.folder / "reckless-plan.yaml").write_text(changed, encoding="utf-8")
        path = self.folder / "reckless.yaml"
        path.write_text(RECKLESS.format(source=self.source), encoding="utf-8")
        return path

    def test_sums_agree(self):
        found = json.loads(self.hunt(harness.FLAGSHIP, "--seeds", SEEDS, "--format", "json").stdout)
        self.assertEqual(found["schema"], "blackstart.hunt/1")
        self.assertEqual(found["schedules"], int(SEEDS))
        self.assertGreaterEqual(found["runs"], found["schedules"])
        self.assertEqual(found["violated"], len(found["findings"]))
        self.assertGreater(len(found["invariants"]), 10)
        for row in found["invariants"]:
            self.assertEqual(row["pass"] + row["fail"] + row["unknown"], found["runs"], row)

    def test_threads_do_not_show(self):
        for form in ("json", "text"):
            one, two = (self.hunt(harness.FLAGSHIP, "--seeds", SEEDS, "--format", form, "--jobs", jobs)
                        for jobs in ("1", "2"))
            self.assertEqual((one.stdout, one.stderr), (two.stdout, two.stderr))

    def test_a_finding_is_a_scenario_that_breaks_the_same(self):
        out = self.folder / "found"
        done = self.hunt(self.reckless(), "--seeds", "3", "--format", "json", "--out", out, status=1)
        found = json.loads(done.stdout)
        self.assertGreater(found["violated"], 0)
        self.assertEqual(done.stderr.splitlines()[-1], found["findings"][0]["reproduce"])
        for finding in found["findings"]:
            words = shlex.split(finding["reproduce"])
            if words[1] != "run":
                continue
            self.assertEqual(words[2], finding["file"])
            again = self.run_text(*words[1:], "--format", "json")
            self.assertEqual(again.returncode, 1, again.stderr)
            report = json.loads(again.stdout)
            self.assertEqual(report["history_sha256"], finding["history_sha256"])
            self.assertIn("fail", [row["outcome"] for row in report["invariants"]
                                   if row["name"] == finding["invariant"]])

    def test_one_schedule_alone(self):
        found = json.loads(self.hunt(self.reckless(), "--seeds", "3", "--format", "json", status=1).stdout)
        number = found["findings"][0]["schedule"]
        alone = json.loads(self.hunt(self.folder / "reckless.yaml", "--schedule", number, "--format", "json",
                                     status=1).stdout)
        self.assertEqual(alone["findings"], found["findings"][:1])

    def test_without_a_folder_the_scenario_is_printed(self):
        text = self.hunt(self.reckless(), "--seeds", "1", status=1).stdout
        self.assertRegex(text, r"(?m)^shrunken in \d+ runs: blackstart hunt .* --seed 1 --schedule 0$")
        self.assertRegex(text, r"(?m)^extends: \"reckless.yaml\"$")

    def test_for_a_time(self):
        found = json.loads(self.hunt(harness.FLAGSHIP, "--for", "1ms", "--jobs", "1", "--format", "json").stdout)
        self.assertLessEqual(found["schedules"], 1)


class FindingsTest(harness.Case):
    """Each names the command that showed it; no invariant may fail any more."""

    def test_findings_stay_mended(self):
        files = sorted((self.source / "tests/hunt/findings").glob("*.yaml"))
        self.assertTrue(files)
        for path in files:
            with self.subTest(path.name):
                command = re.search(r"(?m)^# (blackstart (?:run|torture) .*)$", path.read_text(encoding="utf-8"))
                words = shlex.split(command.group(1))
                self.assertEqual(self.source / words[2], path)
                if words[1] == "torture":
                    self.assertEqual(self.run_text(*words[1:]).returncode, 0, command.group(1))
                    continue
                report = json.loads(self.run_text(*words[1:], "--format", "json").stdout)
                self.assertEqual([row for row in report["invariants"] if row["outcome"] == "fail"], [],
                                 command.group(1))


class MisuseTest(harness.Case):
    CASES = [
        ([], "usage: blackstart hunt SCENARIO"),
        ([harness.FLAGSHIP, "--seeds", "0"], "--seeds must be from 1 to 100000000"),
        ([harness.FLAGSHIP, "--for", "soon"], "--for must be a duration, such as 90s or 10m; found 'soon'"),
        ([harness.FLAGSHIP, "--for", "1s", "--seeds", "2"], "--seeds, --for and --schedule exclude each other"),
        ([harness.FLAGSHIP, "--format", "yaml"], "--format must be one of text, json; found 'yaml'"),
        (["none.yaml"], "none.yaml: cannot read"),
    ]

    def test_misuse(self):
        for words, expected in self.CASES:
            with self.subTest(words):
                self.assertIn(expected, self.refused("hunt", *words))


if __name__ == "__main__":
    harness.main()
