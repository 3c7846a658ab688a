# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The reference part of docs/PLANS.md, between its two markers, is what tools/plans_doc.c prints.

usage: docs_plans.py PLANS_DOC [--fix]
--fix puts the generator's output there.
"""
import difflib
import subprocess
import sys
from pathlib import Path

import tree

PAGE = Path("docs/PLANS.md")
BEGIN = "<!-- From here on: printed by tools/plans_doc.c from the tables that the program reads. -->\n"
END = "<!-- End of what tools/plans_doc.c prints. -->\n"
LINES_SHOWN_MAX = 40


def main():
    tree.answer_help(__doc__)
    if len(sys.argv) < 2:
        print(__doc__)
        sys.exit(64)
    page = tree.read(tree.ROOT, PAGE)
    if page.count(BEGIN) != 1 or page.count(END) != 1 or page.index(BEGIN) > page.index(END):
        tree.finish("docs_plans.py", [f"{PAGE}: lacks its markers:\n{BEGIN}{END}"])
    before, rest = page.split(BEGIN)
    written, after = rest.split(END)
    printed = subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout + "\n"
    if sys.argv[2:] == ["--fix"]:
        (tree.ROOT / PAGE).write_text(before + BEGIN + printed + END + after, encoding="utf-8")
        written = printed
    problems = list(difflib.unified_diff(written.split("\n"), printed.split("\n"), str(PAGE), "tools/plans_doc.c",
                                         lineterm="", n=0))[:LINES_SHOWN_MAX]
    if problems:
        problems = ["\n".join(problems) + f"\nto mend it: python3 tests/style/docs_plans.py {sys.argv[1]} --fix"]
    tree.finish("docs_plans.py " + " ".join(sys.argv[1:]), problems)


if __name__ == "__main__":
    main()
