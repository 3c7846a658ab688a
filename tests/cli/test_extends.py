# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`extends:` in scenario files: what comes from where, which file an error names, what the hash covers."""
import json

import harness

PLATFORM = "tests/cli/language/platform.yaml"
BLIP = "scenarios/platform/blip.yaml"
HEAD = "blackstart: scenario/1\nextends: {}\nname: Child\nabout: Says what is different.\n"


class ExtendsTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.base = self.put("base.yaml", (self.source / PLATFORM).read_text(encoding="utf-8"))

    def put(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def child(self, text="", extends="base.yaml", name="child.yaml"):
        return self.put(name, HEAD.format(extends) + text)

    def report(self, *arguments):
        return json.loads(self.run_text("run", *arguments, "--format", "json").stdout)

    def history(self, *arguments):
        return self.report(*arguments)["history_sha256"]

    def place_in(self, path, start):
        text = path.read_text(encoding="utf-8")
        return text[:text.index(start)].count("\n") + 1

    def test_what_it_does_not_say_comes_from_below(self):
        child = self.child("duration: 15m\nfaults:\n  - {name: other, at: 4m, region_loss: primary}\n"
                           "resources: {app: {tasks: 6}}\nexpect: {recovered: ~}\n")
        report = self.report(child)
        self.assertEqual(report["scenario"]["name"], "Child")
        self.assertEqual([(fault["name"], fault["onset_s"]) for fault in report["faults"]], [("other", 240)])
        expectations = {row["name"] for row in report["invariants"] if row["name"].startswith("expect_")}
        self.assertEqual(expectations, set())
        self.assertEqual([store["id"] for store in report["data_stores"]], ["orders", "uploads"])

    def test_it_runs_as_the_same_written_out(self):
        text = self.base.read_text(encoding="utf-8")
        whole = self.put("whole.yaml", text.replace("tasks: 4", "tasks: 6").replace("at: 5m", "at: 4m"))
        child = self.child("faults:\n  - {name: lost, at: 4m, region_loss: primary}\nresources: {app: {tasks: 6}}\n")
        self.assertIn("tasks: 6", whole.read_text(encoding="utf-8"))
        rows = [self.report(path) for path in (whole, child)]
        for key in ("achieved", "outages", "phases", "data_stores", "cohorts"):
            self.assertEqual(rows[0][key], rows[1][key], key)

    def test_overrides_come_last(self):
        child = self.child("duration: 15m\n")
        self.assertEqual(self.report(child, "--set", "faults.0.at=3m")["faults"][0]["onset_s"], 180)
        self.assertIn("duration", self.refused("run", child, "--set", "duration=soon"))
        self.assertEqual(self.refused("lint", child, "--set", "extends=base.yaml"),
                         "--set extends: 'extends' can only stand in a scenario file, from which its path counts")

    def test_a_chain_of_eight_and_of_nine(self):
        self.child(name="c2.yaml")
        for number in range(3, 10):
            self.child(f"duration: {number + 10}m\n", f"c{number - 1}.yaml", f"c{number}.yaml")
        done = self.run_text("lint", self.folder / "c8.yaml")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        # Read from the top: the ninth file is the one that is one too many.
        self.assertEqual(self.refused("lint", self.folder / "c9.yaml"),
                         f"{self.folder}/c2.yaml:2:10: extends 'base.yaml': a chain of more than 8 files")

    def test_circles(self):
        self.child("", "b.yaml", "a.yaml")
        self.child("", "sub/../a.yaml", "b.yaml")
        (self.folder / "sub").mkdir()
        for command in ("lint", "run", "torture"):
            self.assertEqual(self.refused(command, self.folder / "a.yaml"),
                             f"{self.folder}/b.yaml:2:10: extends 'sub/../a.yaml': a circle, as that file extends "
                             "this one")

    def test_errors_name_the_file_in_which_they_stand(self):
        child = self.child("resources: {app: {tasks: 6}}\n")
        self.base.write_text(self.base.read_text(encoding="utf-8").replace("uploads-dr: {kind", "uploads-dr: {kin"),
                             encoding="utf-8")
        line = self.place_in(self.base, "  uploads-dr:")
        self.assertIn("'kin", self.refused("run", child))
        self.assertTrue(self.refused("run", child).startswith(f"{self.base}:{line}:"), self.refused("run", child))
        # One map of both files: each key in its own.
        self.base.write_text(self.base.read_text(encoding="utf-8").replace("{kin:", "{kind:"), encoding="utf-8")
        child = self.child("resources:\n  app: {taks: 6}\n")
        self.assertEqual(self.refused("lint", child),
                         f"{child}:6:9: unknown key 'taks' in ecs_service; did you mean 'tasks'?")
        self.base.write_text("faults: [", encoding="utf-8")
        self.assertTrue(self.refused("lint", child).startswith(f"{self.base}:"))

    def test_what_is_taken_away_and_missing_is_said_of_the_child(self):
        child = self.child("duration: ~\n")
        self.assertEqual(self.refused("lint", child), f"{child}:1:1: missing key 'duration' in scenario")
        child = self.child("faults:\n  - ~\ndurations: ~\n")
        self.assertEqual(self.refused("lint", child),
                         f"{child}:7:1: unknown key 'durations' in scenario; did you mean 'duration'?")

    def test_a_plan_cannot_be_extended(self):
        plan = self.source / "tests/cli/language/plan.yaml"
        child = self.child("", plan)
        self.assertIn(f"{plan}:", self.refused("run", child))
        self.assertIn("'plan/1' is not known; this version reads 'blackstart: scenario/1'", self.refused("run", child))

    def test_a_plan_is_looked_for_beside_the_file_that_names_it(self):
        plan = (self.source / "tests/cli/language/plan.yaml").read_text(encoding="utf-8")
        self.put("deep/plan.yaml", plan)
        self.put("deep/base.yaml", self.base.read_text(encoding="utf-8") + "plan: plan.yaml\n")
        child = self.child("", "deep/base.yaml")
        self.assertNotEqual(self.report(child)["steps"], [])
        child = self.child("plan: plan.yaml\n", "deep/base.yaml")
        self.assertEqual(self.refused("run", child), f"{child}:5:7: plan '{self.folder}/plan.yaml': cannot read: No such "
                         "file or directory; a relative path counts from the scenario's folder")
        self.assertNotEqual(self.report(child, "--set", "plan=deep/plan.yaml")["steps"], [])
        self.assertEqual(self.report(self.child("plan: ~\n", "deep/base.yaml"))["steps"], [])

    def test_the_hash_covers_all_files(self):
        grandchild = self.child("", "child.yaml", "grandchild.yaml")
        self.child("duration: 15m\n")

        def sha256():
            return self.report(grandchild)["scenario"]["sha256"]

        first = sha256()
        self.assertEqual(first, sha256())
        self.base.write_text(self.base.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
        second = sha256()
        self.child("duration: 16m\n")
        self.assertEqual(len({first, second, sha256()}), 3)

    def test_all_files_are_kept_with_a_run(self):
        child = self.child("duration: 15m\n")
        self.run_text("run", child, "--quiet", "--out", self.folder / "out")
        for name, path in (("scenario.yaml", child), ("extended-1.yaml", self.base)):
            self.assertEqual((self.folder / "out" / name).read_bytes(), path.read_bytes())
        self.assertFalse((self.folder / "out/extended-2.yaml").exists())


class BlipTest(harness.Case):
    def test_nothing_is_failed_over(self):
        for seed in range(1, 6):
            done = self.run_text("run", BLIP, "--seed", str(seed), "--format", "json")
            report = json.loads(done.stdout)
            with self.subTest(done.stderr.strip()):
                self.assertEqual((report["verdict"], done.returncode), ("pass", 0))
                self.assertEqual(report["steps"], [])
                outcomes = {row["name"]: row["outcome"] for row in report["invariants"]}
                self.assertEqual((outcomes["expect_failovers"], outcomes["expect_recovered"]), ("pass", "pass"))
                # It was felt.
                self.assertEqual(len(report["outages"]), 1)

    def test_the_expectation_can_fail(self):
        done = self.run_text("run", BLIP, "--set", "faults.0.for=20m", "--format", "json")
        outcomes = {row["name"]: row["outcome"] for row in json.loads(done.stdout)["invariants"]}
        self.assertEqual((outcomes["expect_failovers"], done.returncode), ("fail", 1))

    def test_torture_takes_it(self):
        done = self.run_text("torture", BLIP, "--every", "499", "--set", "duration=16m")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    harness.main()
