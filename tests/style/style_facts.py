# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""docs/FACTS.md and those who cite it agree: every fact id that comments in sim/ and scenarios/, the table of prices
or the documentation cite has a row, every row is cited, and no id has two rows.

usage: style_facts.py [ROOT | --self-test]
"""
import re
import sys
import tempfile
from pathlib import Path

import tree

FACTS = Path("docs/FACTS.md")
CODE = (".c", ".h", ".yaml")
FOLDERS = ("sim", "scenarios")
# Their ids stand in strings: the defaults are comments of a YAML text inside a C string, prices name their source.
TABLES = ("defaults.c", "prices.c")
PRICES = Path("reports/prices.c")
ID = r"\b([A-H])([0-9]{2})\b"
RANGE = re.compile(ID + r" to " + ID)
ROW = re.compile(r"^\| ([A-H][0-9]{2}) \|", re.M)


def ids(text):
    """Yields (id, position); `B04 to B07` stands for all four."""
    for match in re.finditer(ID, text):
        yield match.group(0), match.start()
    for match in RANGE.finditer(text):
        letter, first, _, last = match.groups()
        for number in range(int(first) + 1, int(last)):
            yield f"{letter}{number:02}", match.start()


def cited_in_code(path, text):
    """A YAML file's comments are not told from its values: no value looks like an id."""
    if path.suffix == ".yaml":
        return ids(text)
    return ids(text if path.name in TABLES else comments_only(text))


def comments_only(text):
    """What tree.without_comments() blanks, and nothing else; positions stay."""
    bare = tree.without_comments(text)
    return "".join(a if a == "\n" or a != b else " " for a, b in zip(text, bare))


def citations(root):
    """Of each id, the first place that cites it, except docs/FACTS.md itself."""
    found = {}
    for path in sorted(tree.files(root)):
        in_code = path == PRICES or (tree.is_under(path, FOLDERS) and path.suffix in CODE)
        if not in_code and not (tree.is_under(path, ("docs",)) and path.suffix == ".md" and path != FACTS):
            continue
        text = tree.read(root, path)
        for name, position in cited_in_code(path, text) if in_code else ids(text):
            found.setdefault(name, f"{path}:{text.count(chr(10), 0, position) + 1}")
    return found


def check(root):
    text = tree.read(root, FACTS)
    rows = [match.group(1) for match in ROW.finditer(text)]
    cited = citations(root)
    problems = [f"{place}: fact {name} has no row in {FACTS}"
                for name, place in sorted(cited.items()) if name not in rows]
    problems += [f"{FACTS}:1: nothing cites {name}" for name in sorted(set(rows)) if name not in cited]
    problems += [f"{FACTS}:1: {name} has {rows.count(name)} rows"
                 for name in sorted(set(rows)) if rows.count(name) > 1]
    return problems, len(rows), len(cited)


# Rows, source file, its text, words of the problem that must be found, or None.
SELF_TESTS = (
    (("A01",), "sim/a.c", "/* A01 */\n", None),
    (("A01",), "scenarios/a.yaml", "a: 1   # [A01]\n", None),
    (("A01", "A02", "A03"), "sim/a.c", "/* A01 to A03 */\n", None),
    (("A01",), "sim/defaults.c", '"a: 1 # A01"\n', None),
    (("F01",), "reports/prices.c", '{"transfer", 20000, "F01"},\n', None),
    (("F01",), "reports/prices.c", '{"transfer", 20000, "F02"},\n', "F02 has no row"),
    (("A01",), "sim/a.c", "/* A01, A02 */\n", "A02 has no row"),
    (("A01", "A02"), "sim/a.c", "/* A01 */\n", "nothing cites A02"),
    (("A01", "A01"), "sim/a.c", "/* A01 */\n", "A01 has 2 rows"),
    (("A01",), "sim/a.c", "int A01;\n", "nothing cites A01"),
    (("A01",), "docs/b.md", "See A09 and A01.\n", "A09 has no row"),
)


def self_test():
    problems = []
    for rows, name, text, words in SELF_TESTS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / "docs").mkdir(exist_ok=True)
            (root / name).write_text(text)
            (root / FACTS).write_text("".join(f"| {row} | what |\n" for row in rows))
            found, _, _ = check(root)
            if (words is None and found) or (words and not any(words in problem for problem in found)):
                problems.append(f"self-test: {name}: wanted {words}, found {found}")
    return problems


def main():
    tree.answer_help(__doc__)
    if sys.argv[1:] == ["--self-test"]:
        tree.finish("style_facts.py --self-test", self_test())
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else tree.ROOT
    problems, row_count, cited_count = check(root)
    print(f"{row_count} facts, {cited_count} cited")
    tree.finish("style_facts.py", problems)


if __name__ == "__main__":
    main()
