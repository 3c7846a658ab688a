# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The worked examples of docs/SCENARIOS.md and docs/PLANS.md are what the program says.

A yaml block after a line that names its file in backquotes is that file. In a console block, what follows `$ command`
must be found in that order in the command's output, `...` standing for lines left out; `# words` after a command are
for the reader, and a `...` in a command repeats the --set options of OPTIONS. Lists of --set examples in sh blocks
must run. Each page has a folder of its own, in which `scenarios` is the repository's.

usage: docs_examples.py BLACKSTART [--fix]
--fix replaces each line that is not found by the most similar line of the output.
"""
import difflib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tree

PAGES = (Path("docs/SCENARIOS.md"), Path("docs/PLANS.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
FILE = re.compile(r"`([\w-]+\.yaml)`[^`]*\Z")
OPTIONS = "--set plan=failover.yaml --set duration=1h"
# A verdict's status is no failure of the example; what is refused says so and leaves 64.
STATUSES_EXPECTED = (0, 1, 2, 64)
SECONDS_MAX = 60


def run(binary, command, folder):
    """The output's lines, errors after it, as on a terminal."""
    words = re.sub(r"\s+# .*", "", command).replace(" ... ", f" {OPTIONS} ")
    done = subprocess.run(["bash", "-c", f'blackstart() {{ "{binary}" "$@"; }}\n{words}'], cwd=folder, text=True,
                          capture_output=True, timeout=SECONDS_MAX, check=False)
    if done.returncode not in STATUSES_EXPECTED:
        raise RuntimeError(f"{words}: exit status {done.returncode}\n{done.stderr}")
    return [line.rstrip() for line in done.stdout.split("\n") + done.stderr.split("\n")], done.returncode


def compare(block, first_line, binary, folder):
    """Yields (line number, line, the most similar line of the output or None) for each line that is not found."""
    output, status, at = [], 0, 0
    for number, line in enumerate(block.split("\n"), first_line):
        if line == "$ echo $?":
            output, at = [str(status)], 0
        elif line.startswith("$ "):
            (output, status), at = run(binary, line[2:], folder), 0
        elif line not in ("", "..."):
            if line in output[at:]:
                at = output.index(line, at) + 1
            else:
                near = difflib.get_close_matches(line, output[at:], n=1, cutoff=0.3)
                yield number, line, near[0] if near else None
                at = output.index(near[0], at) + 1 if near else at


def check(binary, text):
    """All differences, and how many commands were run."""
    differences, commands = [], 0
    with tempfile.TemporaryDirectory(prefix="blackstart-docs-") as folder:
        (Path(folder) / "scenarios").symlink_to(tree.ROOT.resolve() / "scenarios")
        for match in BLOCK.finditer(text):
            kind, block = match.groups()
            first_line = text.count("\n", 0, match.start(2)) + 1
            name = FILE.search(text, max(0, match.start() - 200), match.start())
            if kind == "yaml" and name and re.match(r"blackstart: \w+/1\n", block):
                (Path(folder) / name.group(1)).write_text(block)
            elif kind == "console":
                commands += block.count("\n$ ") + 1
                differences += compare(block, first_line, binary, folder)
            elif kind == "sh":
                for command in block.strip().split("\n"):
                    commands += 1
                    _, status = run(binary, command, folder)
                    if status == 64:
                        differences.append((first_line, command, None))
    return differences, commands


def check_page(binary, page, is_to_be_fixed):
    """Says what is wrong, or was not mended."""
    text = tree.read(tree.ROOT, page)
    differences, commands = check(binary, text)
    print(f"{page}: {commands} commands")
    if is_to_be_fixed:
        lines = text.split("\n")
        for number, line, near in differences:
            lines[number - 1] = near if near else line
        (tree.ROOT / page).write_text("\n".join(lines))
        differences = [row for row in differences if row[2] is None]
    return [f"{page}:{number}: not in the output: {line}" + (f"\n    near: {near}" if near else "")
            for number, line, near in differences]


def main():
    tree.answer_help(__doc__)
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(64)
    problems = []
    for page in PAGES:
        problems += check_page(Path(sys.argv[1]).resolve(), page, sys.argv[2:] == ["--fix"])
    tree.finish("docs_examples.py " + " ".join(sys.argv[1:]), problems)


if __name__ == "__main__":
    main()
