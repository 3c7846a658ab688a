# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""A script of somebody else's, as its document has it, under `blackstart exec`: it runs, and gets its card.

The document lies beside this repository where it is developed, else in the folder that BLACKSTART_SHARED names.
Exits with 77 without it, aws-cli or curl.
"""
import json
import os
import re
import shutil
import sys
import time
from pathlib import Path

import harness

DOCUMENT = "seeds/001_ed7126e9e1376fc2.txt"
STAGE = "scenarios/runbooks/warm-standby-asg.yaml"
# A poll of aws-cli's waiter every 30 s is half a day then: the promotion is over by the first.
SPEED = "600"
WALL_SECONDS_MAX = 60


def find_document():
    folders = [os.environ.get("BLACKSTART_SHARED"), Path(sys.argv[2]).resolve().parent / "shared"]
    paths = [Path(folder) / DOCUMENT for folder in folders if folder]
    return next((path for path in paths if path.exists()), None) if len(sys.argv) > 2 else None


class SeedTest(harness.Case):
    def setUp(self):
        super().setUp()
        text = find_document().read_text(encoding="utf-8")
        script = re.search(r"```bash\n(#!/bin/bash\n# automated-failover\.sh\n.*?)```", text, re.DOTALL).group(1)
        self.script = self.folder / "automated-failover.sh"
        self.script.write_text(script, encoding="utf-8")
        self.script.chmod(0o700)

    def judge(self, *options):
        begin = time.monotonic()
        done = self.run_text("exec", STAGE, "--quiet", "--out", self.folder / "out", "--speed", SPEED, *options, "--",
                             self.script, env={"TMPDIR": str(self.folder)})
        self.assertLess(time.monotonic() - begin, WALL_SECONDS_MAX)
        return json.loads((self.folder / "out/report.json").read_text(encoding="utf-8")), done

    def test_errors(self):
        """The primary answers with errors: the script goes through, up to a topic in the Region that is lost."""
        report, done = self.judge()
        self.assertIn("Primary region unhealthy (HTTP 503)", done.stdout)
        self.assertTrue(report["achieved"]["recovered"], done.stdout)
        steps = {step["id"]: step for step in report["steps"]}
        for name in ("PromoteReadReplica iac-dharma-replica", "DescribeDBInstances iac-dharma-replica",
                     "SetDesiredCapacity iac-dharma-asg-dr"):
            self.assertEqual((steps[name]["state"], steps[name]["region"]), ("completed", "us-west-2"))
        self.assertIn("DR region is healthy", done.stdout)
        self.assertEqual(steps["Publish dr-notifications"]["state"], "failed")
        self.assertNotIn("Failover Complete ===", done.stdout)
        self.assertEqual(report["executions"][0]["state"], "failed")
        # It fences nothing, and nobody answers for that.
        broken = [each["name"] for each in report["invariants"] if each["outcome"] == "fail"]
        self.assertEqual((broken, report["verdict"], done.returncode), (["no_unguarded_promote"], "fail", 1))

    def test_refused(self):
        """The primary refuses connections: `set -e` ends the script where it asks for the primary's health."""
        report, done = self.judge("--set", "faults.0.region_loss.connections=refused")
        self.assertNotIn("Step 2", done.stdout)
        self.assertRegex(done.stderr, r"automated-failover\.sh ended with status \d+\n")
        self.assertEqual((report["steps"], report["achieved"]["recovered"], report["verdict"]), ([], False, "fail"))


if __name__ == "__main__":
    if find_document() is None or shutil.which("aws") is None or shutil.which("curl") is None:
        sys.exit(77)
    harness.main()
