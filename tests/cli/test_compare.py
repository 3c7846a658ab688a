# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Baselines of sweeps, and comparing with them: exit statuses, formats, what is refused."""
import json
import os
import subprocess
import xml.etree.ElementTree as ElementTree

import harness

TRIALS = 200
SWEEP_TRIALS = 80
EXIT_OK, EXIT_UNKNOWN, EXIT_REGRESSION = 0, 2, 3
SCENARIO = "scenarios/platform/blip.yaml"
FORMS = {"text": "compare.txt", "json": "compare.json", "markdown": "compare.md", "junit": "compare.junit.xml"}


def column(subject, name, values, unit="ms", **more):
    return {"subject": subject, "name": name, "unit": unit, "absent": 0, "endless": 0, "values": values, **more}


def spread(first, step, count):
    """`count` values with `step` between them."""
    return " ".join([str(first), *[str(step)] * (count - 1)])


class CompareTest(harness.Case):
    """Baselines are written here as docs/CI.md describes them."""

    def write(self, name, *, rto=spread(240000, 200, TRIALS), promote=spread(60000, 200, TRIALS), trials=TRIALS, seed="1",
              violated=f"0*{TRIALS}", scenario="Region loss"):
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps({
            "schema": "blackstart.baseline/1", "scenario": scenario, "scenario_sha256": "a" * 64, "plan": None,
            "plan_sha256": None, "version": "0.1.0", "clock": "impact", "seed": seed, "trials": trials, "missing": 0,
            "columns": [column("trial", "verdict", f"0*{trials}", "verdict"),
                        column("trial", "recovered", f"1*{trials}", "count"),
                        column("outage", "rto", rto),
                        column("invariant", "no_repeated_effect", violated, "outcome"),
                        column("phase", "execute", promote),
                        column("step", "promote", promote, workflow="activate"),
                        column("step", "cutover", f"30000*{trials}", workflow="activate")]}), encoding="utf-8")
        return path

    def pair(self, **changes):
        return self.write("before"), self.write("after", seed="100001", **changes)

    def slower(self):
        return self.pair(rto=spread(281000, 200, TRIALS), promote=spread(101000, 200, TRIALS))

    def test_the_same(self):
        done = self.run_text("compare", *self.pair())
        self.assertEqual(done.returncode, EXIT_OK, done.stdout)
        self.assertTrue(done.stdout.startswith("NO REGRESSION  Region loss\n"), done.stdout)
        self.assertNotIn("Notes", done.stdout)

    def test_a_regression_and_who_is_to_blame(self):
        done = self.run_text("compare", *self.slower(), "--max-regression", "5")
        self.assertEqual(done.returncode, EXIT_REGRESSION, done.stdout)
        self.assertTrue(done.stdout.startswith("REGRESSION  Region loss\n"), done.stdout)
        self.assertIn("promote p95 +41s; unchanged: cutover\n", done.stdout)
        self.assertIn("RTO p95", done.stdout)
        self.assertRegex(done.stdout.splitlines()[-1], r"^reproduce: blackstart compare .* --max-regression 5 --alpha 0.01$")

    def test_the_command_reproduces(self):
        done = self.run_text("compare", *self.slower(), "--alpha", "0.001", "--only-headlines")
        words = done.stdout.splitlines()[-1].split()[2:]
        again = self.run_text(*words)
        self.assertEqual((again.returncode, again.stdout), (done.returncode, done.stdout))

    def test_a_margin(self):
        paths = self.slower()
        for percent, status in (("0", EXIT_REGRESSION), ("2.5", EXIT_REGRESSION), ("100", EXIT_OK)):
            self.assertEqual(self.run_text("compare", *paths, "--max-regression", percent).returncode, status, percent)

    def test_steps_decide_unless_they_shall_not(self):
        paths = self.pair(promote=spread(101000, 200, TRIALS))
        self.assertEqual(self.run_text("compare", *paths).returncode, EXIT_REGRESSION)
        self.assertEqual(self.run_text("compare", *paths, "--only-headlines").returncode, EXIT_OK)

    def test_a_new_violation(self):
        done = self.run_text("compare", *self.pair(violated=f"0*{TRIALS - 1} 1"), "--max-regression", "50")
        self.assertEqual(done.returncode, EXIT_REGRESSION, done.stdout)
        self.assertIn("invariant no_repeated_effect violated in 1 trials, before in 0", done.stdout)

    def test_what_cannot_be_judged(self):
        before = self.write("before")
        few = self.write("few", trials=40, rto=spread(1, 1, 40), promote=spread(1, 1, 40), violated="0*40", seed="500")
        other = self.write("other", scenario="Blip", seed="500")
        for path, said in ((few, "it takes 72 trials"), (other, "--other-scenario")):
            done = self.run_text("compare", before, path)
            self.assertEqual(done.returncode, EXIT_UNKNOWN, done.stdout)
            self.assertTrue(done.stdout.startswith("CANNOT BE JUDGED"), done.stdout)
            self.assertIn(said, " ".join(done.stdout.split()))
        self.assertEqual(self.run_text("compare", before, other, "--other-scenario").returncode, EXIT_OK)

    def test_common_seeds_are_said(self):
        done = self.run_text("compare", self.write("before"), self.write("after", seed="161"))
        self.assertEqual(done.returncode, EXIT_OK)
        self.assertIn("40 seeds are in both, from 161 on", done.stdout)

    def test_every_form(self):
        paths, out = self.slower(), self.folder / "out"
        done = self.run_text("compare", *paths, "--out", out)
        self.assertEqual(done.returncode, EXIT_REGRESSION)
        self.assertEqual({path.name for path in out.iterdir()}, set(FORMS.values()))
        self.assertEqual(done.stdout, (out / "compare.txt").read_text(encoding="utf-8"))
        for form, name in FORMS.items():
            self.assertEqual(self.run_text("compare", *paths, "--format", form).stdout,
                             (out / name).read_text(encoding="utf-8"), form)
        card = json.loads((out / "compare.json").read_text(encoding="utf-8"))
        self.assertEqual((card["schema"], card["verdict"]), ("blackstart.compare/1", "regression"))
        self.assertEqual(card["blame"], "promote p95 +41s; unchanged: cutover")
        rto = next(row for row in card["headlines"] if row["subject"] == "outage" and row["quantile"] == 0.95)
        self.assertEqual((rto["change"], rto["baseline"]["value_s"], rto["current"]["value_s"]), ("worse", 277.8, 318.8))
        self.assertTrue(0 <= rto["p"] <= 0.01)
        suite = ElementTree.parse(out / "compare.junit.xml").getroot().find("testsuite")
        failed = [case.get("name") for case in suite if case.find("failure") is not None]
        self.assertEqual(failed, ["RTO p50", "RTO p95", "step promote p50", "step promote p95"])
        self.assertEqual((suite.get("failures"), suite.get("errors")), ("4", "0"))
        self.assertEqual(int(suite.get("tests")), len(suite.findall("testcase")))
        self.assertIn("| RTO p95 | 4m 37s | 5m 18s | +41s |", (out / "compare.md").read_text(encoding="utf-8"))

    def test_misuse(self):
        before, after = self.pair()
        for words, said in ((["--max-regression", "-1"], "per cent from 0 to 100000"), (["--max-regression", ""], "per cent"),
                            (["--max-regression", "5%"], "per cent"), (["--max-regression", "1."], "per cent"),
                            (["--max-regression", "100001"], "per cent"), (["--max-regression", "0.00000001"], "per cent"),
                            (["--alpha", "0"], "between 0 and 1"), (["--alpha", "1"], "between 0 and 1"),
                            (["--alpha", "1e-3"], "between 0 and 1"), (["--format", "html"], "text, json, markdown and junit"),
                            (["--format", ""], "--format takes"), (["--format", "text,json"], "one format"),
                            (["--formt", "json"], "did you mean '--format'?")):
            self.assertIn(said, self.refused("compare", before, after, *words), words)
        self.refused("compare", before)
        self.refused("compare", before, self.folder / "none")
        self.refused("compare", before, self.folder)

    def test_a_broken_baseline_says_where(self):
        before, after = self.pair()
        after.write_text(before.read_text().replace(f'"1*{TRIALS}"', f'"1*{TRIALS + 1}"'))
        self.assertRegex(self.refused("compare", before, after), rf"{after}:1:\d+: values must be {TRIALS} of them")

    def test_a_full_device(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([self.binary, "compare", *self.pair()], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 70, done.stderr)


class SweepTest(harness.Case):
    """The whole way: sweeps, a baseline of one, and the comparison of either."""

    def test_from_sweep_to_comparison(self):
        for name, seed in (("before", 1), ("after", 5001)):
            done = self.run_text("sweep", SCENARIO, "--trials", SWEEP_TRIALS, "--seed", seed, "--influence", 0,
                                 "--quiet", "--out", self.folder / name)
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        path = self.folder / "baseline.json"
        done = self.run_text("baseline", self.folder / "before", "--out", path)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        kept = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual((kept["seed"], kept["trials"], kept["missing"]), ("1", SWEEP_TRIALS, 0))
        cards = [self.run_text("compare", one, self.folder / "after", "--format", "json")
                 for one in (path, self.folder / "before", self.folder / "before" / "trials.sqlite")]
        self.assertEqual([card.returncode for card in cards], [EXIT_OK] * 3, cards[0].stdout)
        for card in cards[1:]:
            first, second = json.loads(cards[0].stdout), json.loads(card.stdout)
            first.pop("reproduce"), second.pop("reproduce")
            self.assertEqual(first, second)
        again = self.folder / "again.json"
        self.run_text("baseline", path, "--out", again)
        self.assertEqual(again.read_bytes(), path.read_bytes())
        same = self.run_text("compare", self.folder / "before", self.folder / "before")
        self.assertEqual(same.returncode, EXIT_OK, same.stderr)
        self.assertIn(f"{SWEEP_TRIALS} seeds are in both", same.stdout)

    def test_what_is_no_sweep(self):
        self.assertIn("--out FILE", self.refused("baseline", self.folder))
        self.refused("baseline", self.folder, "--out", self.folder / "x.json")
        self.refused("baseline", harness.FLAGSHIP, "--out", self.folder / "x.json")
        self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    harness.main()
