# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""A page of docs/ whose part between two markers is what a generator of tools/ prints."""
import difflib
import subprocess
import sys

import tree

LINES_SHOWN_MAX = 40


def check(page_path, generator, usage):
    """Ends the program: with a difference, or, with --fix, after the generator's output has been put there."""
    tree.answer_help(usage)
    if len(sys.argv) < 2:
        print(usage)
        sys.exit(64)
    script = sys.argv[0].split("/")[-1]
    begin = f"<!-- From here on: printed by {generator} from the tables that the program reads. -->\n"
    end = f"<!-- End of what {generator} prints. -->\n"
    page = tree.read(tree.ROOT, page_path)
    if page.count(begin) != 1 or page.count(end) != 1 or page.index(begin) > page.index(end):
        tree.finish(script, [f"{page_path}: lacks its markers:\n{begin}{end}"])
    before, rest = page.split(begin)
    written, after = rest.split(end)
    printed = subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout + "\n"
    if sys.argv[2:] == ["--fix"]:
        (tree.ROOT / page_path).write_text(before + begin + printed + end + after, encoding="utf-8")
        written = printed
    problems = list(difflib.unified_diff(written.split("\n"), printed.split("\n"), str(page_path), generator,
                                         lineterm="", n=0))[:LINES_SHOWN_MAX]
    if problems:
        problems = ["\n".join(problems) + f"\nto mend it: python3 tests/style/{script} {sys.argv[1]} --fix"]
    tree.finish(" ".join([script, *sys.argv[1:]]), problems)
