# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The torture command: what its JSON says, that the number of processes does not show in it, single points, and misuse."""
import json
import re

import harness

# The whole workflow in a third of the time.
SHORT = ("--set", "duration=20m", "--set", "faults.0.at=2m")
EVERY = "401"
FATES = ("resumed", "safe_stop", "violated")
MOMENTS = ("before append", "after append", "after send", "before answer")


class CampaignTest(harness.Case):
    def torture(self, *words):
        return self.run_text("torture", harness.FLAGSHIP, *SHORT, *words)

    def campaign(self, *words):
        done = self.torture("--format", "json", *words)
        found = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1 if found["violated"] else 0, done.stderr)
        return found

    def check(self, found, every):
        self.assertEqual(set(found), {"schema", "points", "tried", "runs", *FATES, "matrix", "violations"})
        self.assertEqual(found["schema"], "blackstart.torture/1")
        self.assertEqual(found["tried"], (found["points"] + every - 1) // every)
        self.assertEqual(found["runs"], found["tried"])
        self.assertEqual(found["tried"], sum(found[fate] for fate in FATES))
        for fate in FATES:
            self.assertEqual(found[fate], sum(cell[fate] for cell in found["matrix"]), fate)
        self.assertEqual(found["violated"], len(found["violations"]))
        places = [(cell["step"], cell["moment"]) for cell in found["matrix"]]
        self.assertEqual(len(places), len(set(places)))
        for cell in found["matrix"]:
            self.assertEqual(set(cell), {"step", "moment", *FATES})
            self.assertIn(cell["moment"], MOMENTS)
            self.assertGreater(sum(cell[fate] for fate in FATES), 0)
        for violation in found["violations"]:
            self.assertTrue(1 <= violation["point"] <= found["points"] and violation["reason"])

    def test_sums_agree(self):
        found = self.campaign("--every", EVERY)
        self.check(found, int(EVERY))
        self.assertEqual(found["violations"], [])

    def test_what_is_the_same_death_takes_one_run(self):
        """Each point has its place in the matrix all the same."""
        words = ("--set", "duration=90s", "--set", "faults=[]", "--set", "expect={invariants: all}")
        found = json.loads(self.torture("--format", "json", *words).stdout)
        self.assertEqual(found["tried"], found["points"])
        self.assertLess(found["runs"], found["points"])
        moments = {moment: 0 for moment in MOMENTS}
        for cell in found["matrix"]:
            moments[cell["moment"]] += sum(cell[fate] for fate in FATES)
        self.assertEqual(moments["before append"], moments["after append"])
        self.assertEqual(sum(moments.values()), found["points"])
        self.assertGreater(min(moments.values()), 0)

    def test_each_violation_is_listed_with_its_reason(self):
        """Nothing recovers in two minutes, so every point breaks the expectation unless the workflow stopped."""
        words = ("--every", EVERY, "--set", "expect={invariants: all, recovered: true}", "--set", "duration=4m")
        found = self.campaign(*words)
        self.check(found, int(EVERY))
        self.assertGreater(found["violated"], 0)
        first = found["violations"][0]
        done = self.torture(*words)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"violated at point {first['point']}, ", done.stdout)
        self.assertIn(f" --point {first['point']}\n", done.stderr)

    def test_jobs_do_not_show(self):
        for form in ("json", "text"):
            one, three = (self.torture("--every", EVERY, "--format", form, "--jobs", jobs) for jobs in ("1", "3"))
            self.assertEqual((one.returncode, one.stdout, one.stderr),
                             (three.returncode, three.stdout, three.stderr))

    def test_text_has_the_same_figures(self):
        found = self.campaign("--every", EVERY)
        text = self.torture("--every", EVERY).stdout
        self.assertIn(f"seed 1: {found['points']} points, {found['tried']} tried in {found['runs']} runs\n", text)
        self.assertIn(f"\n{found['resumed']} resumed, {found['safe_stop']} stopped safely, "
                      f"{found['violated']} violated\n", text)

    def test_one_point_prints_its_card(self):
        done = self.torture("--point", "900")
        fate = re.search(r"(?m)^point 900: crashed ([a-z ]+), [^:]+: (\w+)", done.stdout)
        self.assertIn(fate.group(1), MOMENTS)
        self.assertIn(fate.group(2), FATES)
        self.assertEqual(done.returncode, 1 if fate.group(2) == "violated" else 0)
        self.assertIn("RTO", done.stdout)
        self.assertGreater(len(done.stdout.splitlines()), 10)

    def test_one_point_leaves_its_history(self):
        folder = self.folder / "point"
        self.torture("--point", "900", "--out", folder)
        for name in ("report.txt", "report.json", "history.jsonl"):
            self.assertGreater((folder / name).stat().st_size, 0)
        self.assertIn('"state":"crashed"', (folder / "history.jsonl").read_text(encoding="utf-8"))

    def test_one_violated_point_says_so(self):
        done = self.torture("--set", "duration=4m", "--point", "1")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"(?m)^point 1: crashed before append, \(watching\): violated, expect_")

    def test_the_last_point_and_the_one_behind_it(self):
        points = self.campaign("--every", "100000")["points"]
        self.assertEqual(self.torture("--point", points).returncode, 0)
        self.assertIn(f"--point must be from 1 to {points}",
                      self.refused("torture", harness.FLAGSHIP, *SHORT, "--point", points + 1))

    def test_a_downtime_beyond_the_end(self):
        """Nobody comes back: what was under way stands so at the end, and nothing else is wrong."""
        found = self.campaign("--every", EVERY, "--downtime", "86400", "--set", "expect={}")
        self.check(found, int(EVERY))
        self.assertGreater(found["violated"], 0)
        for violation in found["violations"]:
            self.assertTrue(violation["reason"].startswith("execution_ends: "), violation)


class MisuseTest(harness.Case):
    CASES = [
        ([], "usage: blackstart torture SCENARIO"),
        ([harness.FLAGSHIP, harness.FLAGSHIP], "usage: blackstart torture SCENARIO"),
        ([harness.FLAGSHIP, "--every", "0"], "--every must be at least 1"),
        ([harness.FLAGSHIP, "--every", "x"], "--every must be a whole number"),
        ([harness.FLAGSHIP, "--downtime", "0"], "--downtime must be from 1 to 86400 seconds"),
        ([harness.FLAGSHIP, "--downtime", "86401"], "--downtime must be from 1 to 86400 seconds"),
        ([harness.FLAGSHIP, "--jobs", "-1"], "--jobs must be a whole number"),
        ([harness.FLAGSHIP, "--format", "yaml"], "--format must be one of text, json; found 'yaml'"),
        ([harness.FLAGSHIP, "--pont", "1"], "unknown option '--pont' of 'torture'; did you mean '--point'?"),
        ([harness.FLAGSHIP, "--set", "plan=null"], "names no plan: there is no orchestrator to crash"),
        ([harness.FLAGSHIP, "--set", "duration=soon"], "--set duration: 'duration' must be a duration"),
        ([harness.FLAGSHIP, "--out", "there"], "--out is for one point: give --point"),
        (["none.yaml"], "none.yaml: cannot read"),
    ]

    def test_misuse(self):
        for words, expected in self.CASES:
            with self.subTest(words):
                self.assertIn(expected, self.refused("torture", *words))


if __name__ == "__main__":
    harness.main()
