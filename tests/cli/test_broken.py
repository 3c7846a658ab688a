# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Broken scenarios and plans: each is refused with its place and words that help, by `lint` and by `run`.

The files in broken/ say in their first line what is expected: `# expect: LINE:COLUMN: words`. Scenarios there
have one change to language/platform.yaml, plans one to plan.yaml beside it. What a text file cannot hold is made here.
"""
import os
import re
from pathlib import Path

import harness

HERE = Path("tests/cli")
PLATFORM = HERE / "language/platform.yaml"
EXPECT = re.compile(r"# expect: (\d+:\d+: .*)")
POSITIONED = re.compile(r"^(.+):(\d+):(\d+): (.+)$")
FILES_MIN = 150


def expected_of(path):
    return EXPECT.fullmatch(path.read_text(encoding="utf-8").split("\n", 1)[0]).group(1)


class FilesTest(harness.Case):
    def files(self, kind):
        return sorted((self.source / HERE / "broken" / kind).iterdir())

    def test_what_they_are_made_from_is_not_broken(self):
        self.assertEqual(self.run_text("lint", PLATFORM).returncode, 0)
        self.assertEqual(self.run_text("lint", HERE / "language/plan.yaml", "--scenario", PLATFORM).returncode, 0)

    def test_there_are_many(self):
        self.assertGreater(len(self.files("scenarios")) + len(self.files("plans")), FILES_MIN)

    def test_scenarios(self):
        for path in self.files("scenarios"):
            with self.subTest(path.name):
                # Where the plan named is at fault, the words stand at its own place.
                expected = f"{path.name}:{expected_of(path)}"
                self.assertEqual(self.refused("lint", path.name, cwd=path.parent), expected)
                self.assertEqual(self.refused("run", path.name, "--quiet", cwd=path.parent), expected)

    def test_plans(self):
        for path in self.files("plans"):
            with self.subTest(path.name):
                expected = f"{path.name}:{expected_of(path)}"
                platform = self.source / PLATFORM
                self.assertEqual(self.refused("lint", path.name, "--scenario", platform, cwd=path.parent), expected)
                self.assertEqual(self.refused("run", platform, "--quiet", "--set", f"plan={path}"),
                                 f"{path.parent}/{expected}")

    def test_every_cut_of_a_good_file_is_refused_or_understood(self):
        whole = (self.source / PLATFORM).read_bytes()
        path = self.folder / "cut.yaml"
        for end in range(0, len(whole), 61):
            path.write_bytes(whole[:end])
            done = self.run_text("lint", path)
            self.assertIn(done.returncode, (0, 1, 64), end)
            if done.returncode == 64 and end > 0:
                self.assertRegex(done.stderr, rf"^{re.escape(str(path))}:(\d+:\d+:)? .+\n$")


class MadeTest(harness.Case):
    """Bytes, sizes and counts that no text file in a repository should have."""

    def setUp(self):
        super().setUp()
        self.text = (self.source / PLATFORM).read_text(encoding="utf-8")
        self.path = self.folder / "made.yaml"

    def refused_at(self, content, place, words):
        self.path.write_bytes(content if isinstance(content, bytes) else content.encode())
        message = self.refused("lint", self.path)
        found = POSITIONED.match(message)
        self.assertTrue(found, message)
        self.assertEqual(found.group(1), str(self.path))
        if place is not None:
            self.assertEqual((int(found.group(2)), int(found.group(3))), place, message)
        self.assertIn(words, found.group(4))

    def line_of(self, start):
        return next(i for i, line in enumerate(self.text.split("\n"), 1) if line.startswith(start))

    def accepted(self, content):
        self.path.write_bytes(content if isinstance(content, bytes) else content.encode())
        done = self.run_text("lint", self.path)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_encodings(self):
        line = self.line_of("name:")
        as_bytes = self.text.encode()
        self.refused_at(as_bytes.replace(b"name: Broken", b"name: Br\xf6ken"), (line, 9), "not UTF-8")
        self.refused_at(as_bytes.replace(b"name: Broken", b"name: \xed\xa0\x80"), (line, 7), "not UTF-8")
        self.refused_at(as_bytes.replace(b"name: Broken", b"name: \xc0\xaf"), (line, 7), "not UTF-8")
        self.refused_at(as_bytes.replace(b"name: Broken", b"name: Bro\0ken"), (line, 10), "NUL byte")
        self.refused_at(as_bytes.replace(b"name: Broken", b"name: Bro\x1b[31mken"), (line, 10), "control character")
        self.refused_at(self.text.encode("utf-16"), (1, 1), "not UTF-8")
        self.refused_at(bytes(range(256)) * 16, (1, 1), "NUL byte")
        self.refused_at(b"\x7fELF\x02\x01\x01" + bytes(64), (1, 1), "control character")
        self.refused_at(self.text.replace("name: Broken", 'name: "Bro\\0ken"'), (line, 7), "NUL")

    def test_byte_order_mark_and_line_ends_are_no_fault(self):
        self.accepted(b"\xef\xbb\xbf" + self.text.encode())
        self.accepted(self.text.replace("\n", "\r\n"))
        wrong = self.text.replace("tasks: 4", "taks: 4")
        place = (self.line_of("  app:"), 45)
        self.refused_at(b"\xef\xbb\xbf" + wrong.encode(), place, "did you mean 'tasks'?")
        self.refused_at(wrong.replace("\n", "\r\n"), place, "did you mean 'tasks'?")
        self.refused_at(wrong.replace("name: Broken", "name: Bröken — ✓"), place, "did you mean 'tasks'?")

    def test_tabs(self):
        self.accepted(self.text.replace("name: Broken", "name:\tBroken\t# and one before the remark"))
        self.refused_at(self.text.replace("  app: {", "\tapp: {"), (self.line_of("  app:"), 1), "tab")

    def test_nesting(self):
        for depth in (33, 10_000):
            self.refused_at(self.text.replace("at: 5m", f"at: {'[' * depth}{']' * depth}"), None, "nested too deeply")
        self.refused_at("{a: " * 5000, (1, 129), "nested too deeply")
        self.refused_at("- " * 5000, None, "nested too deeply")

    def test_counts(self):
        def many(count, form):
            return "".join(form.format(i) for i in range(count))

        self.refused_at(self.text.replace("resources:\n", "resources:\n" + many(
            250, "  t{}: {{kind: sns_topic, region: primary}}\n")), None, "entries; at most 256 are allowed")
        self.refused_at(self.text.replace("faults:\n", "faults:\n" + many(
            65, "  - {{name: f{}, at: 1s, region_loss: primary}}\n")), None, "66 entries; at most 64 are allowed")
        self.refused_at(self.text.replace("faults:\n", "faults:\n" + "  - 1\n" * 100_000), None,
                        "100001 entries; at most 64 are allowed")
        self.refused_at(self.text.replace("stores: [orders, uploads]", "stores: [" + "orders, " * 100_000 + "uploads]"),
                        None, "'orders' is listed twice")
        self.refused_at(self.text.replace("{uniform: {low: 1s, high: 2s}}", "{empirical: [" + "1s, " * 100_000 + "]}"),
                        None, "empirical is a list of 1 to 10000 members")
        self.refused_at(self.text.replace("faults:\n", "faults: [" + "1, " * 250_000 + "]\n"), None, "too many")
        self.refused_at(many(100_000, "key{}: value\n"), (1, 1), "unknown key 'key0'")
        self.refused_at(self.text.replace("regions:\n", "regions:\n" + many(
            20, "  r{0}: {{role: role{0}}}\n")), None, "22 entries; at most 16 are allowed")
        self.refused_at(self.text.replace("probes:\n", "probes:\n" + many(
            80, "  p{0}: {{url: https://app.example.com/read, region: primary}}\n")), None, "more than 64 monitors")

    def test_long_words(self):
        word = "x" * 1_000_000
        self.refused_at(self.text.replace("tasks: 4", f"{word[:1000]}: 4"), None, "unknown key 'xxx")
        self.refused_at(self.text.replace("tasks: 4", f"{word}: 4"), None, "not valid YAML")
        self.refused_at(self.text.replace("tasks: 4", f"tasks: {'9' * 1_000_000}"), None, "a whole number")
        self.refused_at(self.text.replace("image: web, per_task: 60/s, c", f"image: {word}, per_task: 60/s, c"), None,
                        "no resource 'xxx")
        self.refused_at(self.text.replace("duration: 20m", f"duration: {'1' * 100_000}s"), None, "a duration")

    def test_nothing_in_it(self):
        for content in (b"", b"\n", b"# only a remark\n", b"---\n", b"~\n", b"\xef\xbb\xbf"):
            self.path.write_bytes(content)
            self.assertEqual(self.refused("lint", self.path), f"{self.path}: there is nothing in it")

    def test_too_large(self):
        self.path.write_text(self.text + "# remark\n" * 500_000, encoding="utf-8")
        self.assertIn("too large", self.refused("lint", self.path))

    def test_files_that_cannot_be_read(self):
        self.assertEqual(self.refused("lint", "no/such.yaml"), "no/such.yaml: cannot read: No such file or directory")
        self.assertEqual(self.refused("lint", self.folder), f"{self.folder}: cannot read: not a regular file")
        self.assertEqual(self.refused("run", "/dev/null"), "/dev/null: cannot read: not a regular file")
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        self.assertEqual(self.refused("run", pipe), f"{pipe}: cannot read: not a regular file")
        if os.geteuid() != 0:
            self.path.write_text(self.text, encoding="utf-8")
            self.path.chmod(0)
            self.assertEqual(self.refused("run", self.path), f"{self.path}: cannot read: Permission denied")

    def test_plans_that_cannot_be_read(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        (self.folder / "empty.yaml").write_bytes(b"")
        (self.folder / "binary.yaml").write_bytes(b"\x7fELF" + bytes(64))
        line = len(self.text.splitlines()) + 1
        for plan, place, words in (("pipe", (line, 7), "plan 'PLAN': cannot read: not a regular file"),
                                   ("empty.yaml", (line, 7), "plan 'PLAN': there is nothing in it"),
                                   ("none.yaml", (line, 7), "plan 'PLAN': cannot read: No such file or directory"),
                                   ("y" * 5000, (line, 7), "too long")):
            with self.subTest(plan[:20]):
                self.refused_at(f"{self.text}plan: {plan}\n", place, words.replace("PLAN", str(self.folder / plan)))
        self.path.write_text(f"{self.text}plan: binary.yaml\n", encoding="utf-8")
        self.assertEqual(self.refused("run", self.path),
                         f"{self.folder}/binary.yaml:1:1: a control character; write it as an escape in double quotes")

    def test_json_is_read_too(self):
        self.refused_at('{"blackstart": "scenario/1",\n "name": "x",\n "duration": 5}', (3, 14), "a duration")
        self.refused_at('{"blackstart": "scenario/1",\n "name": "x" "duration": "5m"}', (2, 14), "not valid YAML")


if __name__ == "__main__":
    harness.main()
