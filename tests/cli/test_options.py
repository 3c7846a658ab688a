# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Commands and options: help, misuse with suggestions, overrides, folders of scenarios, shell completion."""
import json
import re
import shlex
import shutil
import subprocess

import harness

COMMANDS = ("run", "baseline", "compare", "torture", "lint", "exec", "history", "completion")


class HelpTest(harness.Case):
    def test_overview(self):
        for words in (["--help"], ["-h"], ["help"]):
            done = self.run_text(*words)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            for command in (*COMMANDS, "version"):
                self.assertRegex(done.stdout, rf"(?m)^  {command} ")

    def test_each_command(self):
        for command in COMMANDS:
            for words in ([command, "--help"], [command, "-h"], [command, "something", "--help", "--more"]):
                done = self.run_text(*words)
                self.assertEqual((done.returncode, done.stderr), (0, ""), words)
                self.assertTrue(done.stdout.startswith(f"usage: blackstart {command} "), words)

    def test_width(self):
        for words in (["--help"], *([command, "--help"] for command in COMMANDS)):
            for line in self.run_text(*words).stdout.splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_version(self):
        declared = re.search(r"project\(blackstart VERSION ([0-9.]+)",
                             (self.source / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
        for words in (["version"], ["--version"]):
            done = self.run_text(*words)
            self.assertEqual((done.returncode, done.stdout), (0, f"blackstart {declared}\n"))

    def test_nothing_at_all(self):
        done = self.run_text()
        self.assertEqual((done.returncode, done.stdout), (64, ""))
        self.assertIn("usage: blackstart COMMAND", done.stderr)


class MisuseTest(harness.Case):
    """Words, and what the message must say."""

    CASES = [
        (["rnu", harness.FLAGSHIP], "unknown command 'rnu'; did you mean 'run'?"),
        (["weather"], "unknown command 'weather'; 'blackstart --help' lists them"),
        (["run"], "usage: blackstart run SCENARIO"),
        (["run", "one.yaml", "two.yaml"], "usage: blackstart run SCENARIO"),
        (["run", harness.FLAGSHIP, "--sede", "1"], "unknown option '--sede' of 'run'; did you mean '--seed'?"),
        (["run", harness.FLAGSHIP, "--weather"], "unknown option '--weather' of 'run'"),
        (["run", harness.FLAGSHIP, "-s", "1"], "unknown option '-s'; options begin with two dashes"),
        (["run", harness.FLAGSHIP, "--seed"], "--seed needs a value: --seed N"),
        (["run", harness.FLAGSHIP, "--seed", "-1"], "--seed must be a whole number from 0 to 18446744073709551615"),
        (["run", harness.FLAGSHIP, "--seed", "x"], "found 'x'"),
        (["run", harness.FLAGSHIP, "--seed", ""], "--seed must be a whole number"),
        (["run", harness.FLAGSHIP, "--seed", "1e3"], "--seed must be a whole number"),
        (["run", harness.FLAGSHIP, "--seed=18446744073709551616"], "found '18446744073709551616'"),
        (["run", harness.FLAGSHIP, "--backend", "cloud"], "--backend must be one of sim, wire; found 'cloud'"),
        (["run", harness.FLAGSHIP, "--detail", "all"], "--detail must be one of skip, every-event"),
        (["run", harness.FLAGSHIP, "--format", "yaml"], "--format takes text, json"),
        (["run", harness.FLAGSHIP, "--format", "text,json"], "standard output takes one format; for several say --out"),
        (["run", "--all", "scenarios/platform", "--format", "html"], "--all prints its table as text or json"),
        (["run", harness.FLAGSHIP, "--format", ""], "with commas between; found ''"),
        (["run", harness.FLAGSHIP, "--quiet=yes"], "--quiet takes no value"),
        (["run", harness.FLAGSHIP, "--all", "scenarios"], "usage: blackstart run SCENARIO, or"),
        (["run", "--all", "scenarios/platform", "--out", "x"], "--out holds one run"),
        (["run", "--all", "no-such-folder"], "--all: the folder 'no-such-folder' cannot be read"),
        (["run", "--all", "scenarios"], "--all: no *.yaml in 'scenarios'"),
        (["run", harness.FLAGSHIP, "--set", "duration"], "--set needs PATH=VALUE"),
        (["run", harness.FLAGSHIP, "--set", "=1"], "--set needs PATH=VALUE"),
        (["run", harness.FLAGSHIP, "--set", "durations.x=1h"], "--set durations.x: there is no 'durations'; "
         "did you mean 'duration'?"),
        (["run", harness.FLAGSHIP, "--set", "faults.9.at=1m"], "--set faults.9.at: '9' must be an index from 0 to 1"),
        (["run", harness.FLAGSHIP, "--set", "faults.0.at=[1m"], "--set faults.0.at: not valid YAML"),
        (["run", harness.FLAGSHIP, "--set", "faults.0.at=soon"], "--set faults.0.at: 'at' must be a duration"),
        (["run", harness.FLAGSHIP, "--set", "duratoin=1h"], "unknown key 'duratoin' in scenario; did you mean 'duration'?"),
        (["run", harness.FLAGSHIP, "--set", "plan=none.yaml"], "--set plan: plan 'scenarios/platform/none.yaml': "
         "cannot read: No such file or directory"),
        (["lint"], "usage: blackstart lint SCENARIO|PLAN"),
        (["lint", harness.PLAN], "name the scenario whose resources it is for, --scenario FILE"),
        (["lint", harness.FLAGSHIP, "--scenario", harness.FLAGSHIP], "is a scenario; --scenario goes with a plan"),
        (["lint", harness.PLAN, "--scenario", "none.yaml"], "none.yaml: cannot read: No such file"),
        (["completion"], "usage: blackstart completion bash"),
        (["completion", "zsh"], "bash is the only shell known; found 'zsh'"),
    ]

    def test_misuse(self):
        for words, expected in self.CASES:
            with self.subTest(shlex.join(words)):
                self.assertIn(expected, self.refused(*words))

    def test_two_dashes_end_the_options(self):
        self.assertIn("--seed: cannot read", self.refused("run", "--", "--seed"))

    def test_too_many(self):
        self.assertIn("--set is given more than 64 times",
                      self.refused("run", harness.FLAGSHIP, *(["--set", "name=x"] * 65)))
        self.assertIn("more than 64 arguments", self.refused("run", *(["x"] * 65)))

    def test_a_full_disk_is_no_success(self):
        for words in (["run", harness.FLAGSHIP], ["run", harness.FLAGSHIP, "--format", "json"],
                      ["run", "--all", "scenarios/platform"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([self.binary, *words], cwd=self.source, stdout=full, stderr=subprocess.PIPE,
                                      timeout=harness.RUN_SECONDS_MAX, check=False)
            self.assertEqual(done.returncode, 70, words)
            self.assertIn(b"could not be written to standard output", done.stderr)


class RunTest(harness.Case):
    def report(self, *words):
        return json.loads(self.run_text("run", harness.FLAGSHIP, "--format", "json", *words).stdout)

    def test_greatest_seed(self):
        self.assertEqual(self.report("--seed", "18446744073709551615")["seed"], "18446744073709551615")
        self.assertEqual(self.report("--seed=0")["seed"], "0")

    def test_overrides_apply_in_order_and_reach_everything(self):
        report = self.report("--set", "faults.0.at=5m", "--set", "faults.0.at=7m",
                             "--set", "faults.1={name: second, after: us-east-1 lost, delay: 1m, region_loss: standby}",
                             "--set", "dns.app.example.com.propagation=25s",
                             "--set", "objectives.platform.rto=1h", "--backend", "sim")
        self.assertEqual([(fault["name"], fault["onset_s"]) for fault in report["faults"]],
                         [("us-east-1 lost", 420), ("second", 480)])
        self.assertEqual(report["objectives"]["rto_s"], 3600)

    def test_quiet_prints_no_card(self):
        done = self.run_text("run", harness.FLAGSHIP, "--quiet")
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.splitlines()[-1], f"blackstart run {harness.FLAGSHIP} --seed 1")

    def test_no_colour_outside_a_terminal(self):
        self.assertNotIn("\x1b", self.run_text("run", harness.FLAGSHIP).stdout)

    def test_quotes_in_the_command_that_reproduces(self):
        odd = self.folder / "it's odd $HOME.yaml"
        shutil.copy(self.source / harness.FLAGSHIP, odd)
        done = self.run_text("run", odd, "--format", "json", "--set", "plan=null", "--set", "name='a \"b\" \\c'")
        again = self.run_text(*shlex.split(done.stderr.splitlines()[-1])[1:], "--format", "json")
        self.assertEqual(again.stdout, done.stdout)

    def test_relative_plan_counts_from_the_scenario(self):
        name = harness.FLAGSHIP.rsplit("/", 1)[1]
        done = self.run_text("run", name, "--quiet", cwd=self.source / "scenarios/platform")
        self.assertIn(done.returncode, (0, 1, 2))


class FolderTest(harness.Case):
    def setUp(self):
        super().setUp()
        text = (self.source / harness.FLAGSHIP).read_text(encoding="utf-8").replace("plan: ", "# plan: ")
        self.scenarios = self.folder / "scenarios"
        self.scenarios.mkdir()
        (self.scenarios / "b lost.yaml").write_text(text, encoding="utf-8")
        (self.scenarios / "a calm.yaml").write_text(text.replace("faults:", "faults: []\nexpect:").replace(
            "\nexpect:\n  invariants", "\n  invariants").replace("  - {name: us-east-1 lost, at: 10m, "
                                                                "region_loss: primary}\n", ""), encoding="utf-8")
        (self.scenarios / "notes.txt").write_text("not a scenario", encoding="utf-8")

    def test_table(self):
        done = self.run_text("run", "--all", self.scenarios)
        lines = done.stdout.splitlines()
        self.assertEqual(done.returncode, 1)
        self.assertEqual([line.split()[0] for line in lines], ["verdict", "pass", "fail"])
        self.assertTrue(lines[1].endswith("a calm.yaml") and lines[2].endswith("b lost.yaml"))
        self.assertEqual(shlex.split(done.stderr.splitlines()[-1]),
                         ["blackstart", "run", str(self.scenarios / "b lost.yaml"), "--seed", "1"])

    def test_json(self):
        done = self.run_text("run", "--all", self.scenarios, "--format", "json", "--seed", "5")
        runs = json.loads(done.stdout)["runs"]
        self.assertEqual([run["verdict"] for run in runs], ["pass", "fail"])
        single = json.loads(self.run_text("run", self.scenarios / "b lost.yaml", "--format", "json",
                                          "--seed", "5").stdout)
        self.assertEqual(runs[1], single)

    def test_one_that_cannot_be_read_decides(self):
        (self.scenarios / "c broken.yaml").write_text("blackstart: scenario/2\n", encoding="utf-8")
        done = self.run_text("run", "--all", self.scenarios, "--format", "json")
        self.assertEqual(done.returncode, 64)
        self.assertEqual(len(json.loads(done.stdout)["runs"]), 2)
        self.assertIn("c broken.yaml:1:13: 'scenario/2' is not known", done.stderr)

    def test_shipped_folder(self):
        done = self.run_text("run", "--all", "scenarios/platform", "--quiet")
        self.assertIn(done.returncode, (0, 1, 2))
        self.assertEqual(done.stdout, "")


class CompletionTest(harness.Case):
    def complete(self, *words):
        """What bash offers for the last word."""
        script = ('source <("$0" completion bash); COMP_WORDS=("blackstart" "$@"); '
                  'COMP_CWORD=$#; _blackstart; printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "--norc", "-c", script, self.binary, *words], cwd=self.source,
                              capture_output=True, text=True, timeout=harness.RUN_SECONDS_MAX, check=True)
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def test_syntax(self):
        script = self.run_text("completion", "bash").stdout
        subprocess.run(["bash", "-n"], input=script, text=True, check=True, timeout=harness.RUN_SECONDS_MAX)

    def test_commands(self):
        self.assertLess({*COMMANDS, "help", "version"}, set(self.complete("")))
        self.assertEqual(self.complete("compl"), ["completion"])

    def test_options_are_those_of_the_help(self):
        for command in COMMANDS:
            listed = re.findall(r"(?m)^  (--[a-z-]+)", self.run_text(command, "--help").stdout)
            self.assertEqual(sorted(self.complete(command, "--")), sorted(listed), command)
        self.assertEqual(sorted(self.complete("run", "--se")), ["--seed", "--set"])

    def test_files(self):
        self.assertIn("scenarios", self.complete("run", "scen"))


if __name__ == "__main__":
    harness.main()
