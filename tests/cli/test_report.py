# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The report command: a history that was kept is judged as the run that left it; formats; histories that are none."""
import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import harness

# What a run knows besides its history.
OF_THE_RUN = ("backend", "reproduce")
SCENARIOS = ("region-loss", "blip", "approver-decides", "failback-rolls-back", "standby-sick")


class ReportTest(harness.Case):
    def keep(self, name, *words):
        out = self.folder / name
        done = self.run_text("run", f"scenarios/platform/{name}.yaml", "--out", out, "--quiet", *words)
        return out, done.returncode

    def test_judges_as_the_run_did(self):
        for name in SCENARIOS:
            with self.subTest(name):
                out, status = self.keep(name)
                done = self.run_text("report", out, "--format", "json")
                self.assertEqual(done.returncode, status)
                again = json.loads(done.stdout)
                report = json.loads((out / "report.json").read_text(encoding="utf-8"))
                for key in OF_THE_RUN:
                    report.pop(key)
                    again.pop(key)
                report["scenario"].pop("file")
                self.assertIsNone(again["scenario"].pop("file"))
                for key in ("backend_reason", "reproduce_reason"):
                    again.pop(key, None)
                again["scenario"].pop("file_reason")
                self.assertEqual(again, report)

    def test_writes_what_is_asked_for(self):
        out, status = self.keep("region-loss")
        cards = self.folder / "cards"
        done = self.run_text("report", out / "history.jsonl", "--out", cards)
        self.assertEqual(done.returncode, status)
        self.assertEqual({path.name for path in cards.iterdir()}, {"report.txt", "report.json", "report.html"})
        self.assertEqual(done.stdout, (cards / "report.txt").read_text(encoding="utf-8"))
        self.assertTrue(done.stdout.endswith(f"reproduce: blackstart report {out / 'history.jsonl'}\n"), done.stdout[-200:])
        page = (cards / "report.html").read_text(encoding="utf-8")
        self.assertTrue(page.startswith("<!DOCTYPE html>"))
        printed = self.run_text("report", out, "--format", "html").stdout
        self.assertEqual(printed, page)
        quiet = self.run_text("report", out, "--quiet")
        self.assertEqual((quiet.returncode, quiet.stdout), (status, ""))

    def test_the_page_says_what_the_card_says(self):
        out, _ = self.keep("approver-decides")
        page = (out / "report.html").read_text(encoding="utf-8")
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        for word in (report["history_sha256"], report["scenario"]["sha256"], report["reproduce"], report["why"]):
            self.assertIn(word, page)
        for kind in ("phases", "invariants"):
            for each in report[kind]:
                self.assertIn(f'<th scope="row"><bdi>{each["name"]}</bdi></th>', page)
        for step in report["steps"]:
            self.assertIn(f'<th scope="row"><bdi>{step["id"]}</bdi></th>', page)
        self.assertIn('class="wait"', page)
        self.assertIsNone(re.search(r"https?:|<script|src=|href=", page))

    def test_every_form(self):
        out, status = self.keep("region-loss")
        forms = {"text": "report.txt", "json": "report.json", "html": "report.html", "markdown": "report.md",
                 "junit": "report.junit.xml", "trace": "report.trace.json", "prometheus": "report.prom"}
        cards = self.folder / "cards"
        done = self.run_text("report", out, "--format", ",".join(forms), "--out", cards)
        self.assertEqual(done.returncode, status)
        self.assertEqual({path.name for path in cards.iterdir()}, set(forms.values()))
        report = json.loads((cards / "report.json").read_text(encoding="utf-8"))
        for form, name in forms.items():
            card = (cards / name).read_text(encoding="utf-8")
            self.assertEqual(self.run_text("report", out, "--format", form).stdout, card, form)
        suite = ElementTree.parse(cards / "report.junit.xml").getroot()
        self.assertEqual({case.get("name") for case in suite.iter("testcase") if case.get("classname") == "invariants"},
                         {each["name"] for each in report["invariants"]})
        self.assertIn(f'\nblackstart_rto_seconds{{scenario="{report["scenario"]["name"]}"}} {report["achieved"]["rto_s"]}\n',
                      (cards / "report.prom").read_text())
        self.assertTrue(json.loads((cards / "report.trace.json").read_text())["traceEvents"])

    def test_a_line_that_is_not_whole(self):
        out, _ = self.keep("blip")
        path = self.folder / "cut.jsonl"
        path.write_bytes((out / "history.jsonl").read_bytes()[:-7])
        done = self.run_text("report", path)
        self.assertEqual(done.returncode, 2)
        self.assertIn("the last line is not whole; it is left out", done.stderr)

    def test_what_is_no_history(self):
        path = self.folder / "x.jsonl"
        whole = '{"at_ns":0,"record":"end","reason":"horizon"}\n'
        for text, said in (("", "has no record of a history"), ("\n", "line 1"), ("{}\n", "line 1"), ("no", "no record"),
                           (whole + '{"at_ns":-1}\n', "line 2"), (whole + "\x00\n", "line 2")):
            path.write_text(text, encoding="utf-8")
            self.assertIn(said, self.refused("report", path), repr(text))
        for words in ([self.folder / "none"], [self.folder], [], [path, path]):
            self.refused("report", *words)
        self.assertIn("one format", self.refused("report", path, "--format", "text,html"))
        self.assertIn("--format takes text, json", self.refused("report", path, "--format", "pdf"))

    def test_a_full_device(self):
        out, _ = self.keep("blip")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([self.binary, "report", out], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 70, done.stderr)


if __name__ == "__main__":
    harness.main()
