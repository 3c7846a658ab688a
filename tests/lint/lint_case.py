# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What the tests of lint share: variants of a scenario and its plan, what lint finds in them, and how they run."""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
import harness  # noqa: E402


def replaced(text, changes):
    for old, new in changes:
        after = old.sub(new, text) if isinstance(old, re.Pattern) else text.replace(old, new)
        if after == text:
            raise AssertionError(f"nothing to replace: {old}")
        text = after
    return text


class LintCase(harness.Case):
    def findings(self, *words):
        done = self.run_text("lint", "--format", "json", *words)
        self.assertEqual(done.stderr, "")
        report = json.loads(done.stdout)
        self.assertEqual(list(report), ["schema", "findings"])
        self.assertEqual(report["schema"], "blackstart.lint/1")
        errors = any(finding["severity"] == "error" for finding in report["findings"])
        self.assertEqual(done.returncode, 1 if errors else 0)
        return report["findings"]

    def rules_of(self, *words):
        return {finding["rule"] for finding in self.findings(*words)}

    def rules(self):
        done = self.run_text("lint", harness.FLAGSHIP, "--format", "sarif")
        return {rule["id"] for rule in json.loads(done.stdout)["runs"][0]["tool"]["driver"]["rules"]}

    def text_at(self, finding):
        """What stands where a finding points."""
        lines = Path(self.source, finding["file"]).read_text(encoding="utf-8").split("\n")
        return lines[finding["line"] - 1][finding["column"] - 1:]

    def report_of(self, path, *words):
        done = self.run_text("run", path, "--format", "json", *words)
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        return json.loads(done.stdout)
