# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What a machine can read off the text: licence lines, lengths, dead files, banned names, machine paths, half merges.

usage: style_text.py [ROOT]        check the tree
       style_text.py --self-test   prove that wrong input is found
"""
import re
import sys
import tempfile
from pathlib import Path

import tree

LINE_COLUMNS_MAX = 110
FUNCTION_LINES_MAX = 70

LICENSED_SUFFIXES = {".c", ".h", ".sh", ".py", ".cmake", ".yaml", ".yml"}
LICENSED_NAMES = {"CMakeLists.txt", ".clang-tidy"}
LICENSE = "SPDX-License-Identifier: Apache-2.0"
COPYRIGHT = "Copyright the blackstart authors"
# The first lines of a file in which both must stand: a script's first line is its interpreter.
LICENSE_WITHIN_LINES = 3

LIVE_FOLDERS = ("base", "orchestrator", "sim", "reports", "cli")
# Results here must be the same on every machine: no clock, and no libm but sqrt and floor (as builtins).
PURE_FOLDERS = ("base", "sim", "orchestrator/core", "reports/statistics")

BANNED_CALLS = {
    "strcpy": "no bound", "strcat": "no bound", "sprintf": "no bound: snprintf", "vsprintf": "no bound",
    "gets": "no bound", "atoi": "no errors", "atol": "no errors", "atof": "no errors, locale",
    "strtok": "hidden state", "rand": "use a stream", "srand": "use a stream", "time": "wall clock",
    "gettimeofday": "wall clock", "setlocale": "the C locale holds", "system": "a shell",
}
BANNED_CALLS_PURE = {"clock_gettime": "wall clock", "clock": "wall clock", "getenv": "the environment"}
# The libm functions that somebody might want; by __builtin_ names they reach libm too.
BANNED_CALLS_PURE |= dict.fromkeys(
    ("acos asin atan atan2 cbrt ceil cos cosh erf erfc exp exp2 expm1 fma fmod frexp hypot ldexp lgamma llround "
     "log log10 log1p log2 lround nearbyint pow rint round scalbn sin sinh tan tanh tgamma trunc").split(),
    "no libm but sqrt and floor")
# <math.h> is refused by includes.py outside sim/engine and reports/statistics, which need sqrt and floor; the rest of it is above.
BANNED_HEADERS_PURE = {"time.h": "wall clock", "locale.h": "the C locale holds"}

# Spelled apart so that this file does not find itself.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:" + "|".join(("wor" "k", "roo" "t", "far" "m", "hom" "e")) + r")/")

MERGE_MARKS = re.compile(r"^(?:<{7}|>{7})(?= )", re.M)

CALL = re.compile(r"(?<![\w.>])(?:__builtin_)?(\w+)\s*\(")
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*<([^>\n]+)>", re.M)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def check_license(path, text):
    if any(part.startswith("broken") for part in path.parts):
        return []  # Their first line says which error they are there for.
    if path.suffix not in LICENSED_SUFFIXES and path.name not in LICENSED_NAMES:
        return []
    head = text.split("\n")[:LICENSE_WITHIN_LINES]
    return [f'{path}:1: no "{words}" in its first {LICENSE_WITHIN_LINES} lines'
            for words in (LICENSE, COPYRIGHT) if not any(words in line for line in head)]


def check_columns(path, text):
    return [f"{path}:{number}: {len(line)} columns, at most {LINE_COLUMNS_MAX}"
            for number, line in enumerate(text.split("\n"), 1) if len(line) > LINE_COLUMNS_MAX]


def functions(text):
    """Yields (name, first line, lines): a `{` in column 0 after a line that ends in `)` opens a body."""
    lines = re.sub(r"(?m)^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", tree.blank, tree.code_only(text)).split("\n")
    name, start, depth = None, 0, 0
    for number, line in enumerate(lines, 1):
        if depth == 0:
            called = re.match(r"(?:[A-Za-z_][\w \t*]*?[ \t*])?(\w+)[ \t]*\(", line)
            if called:
                name, start = called.group(1), number
            elif line[:1] in ("}", "") or line.rstrip().endswith(";"):
                name = None if line.strip() else name
        depth += line.count("{") - line.count("}")
        if depth == 0 and name and line.startswith("}"):
            yield name, start, number - start + 1
            name = None


def check_lengths(path, text):
    return [f"{path}:{start}: {name} has {count} lines, at most {FUNCTION_LINES_MAX}"
            for name, start, count in functions(text) if count > FUNCTION_LINES_MAX]


def check_banned(path, text):
    code = tree.code_only(text)
    is_pure = tree.is_under(path, PURE_FOLDERS)
    banned = {**BANNED_CALLS, **(BANNED_CALLS_PURE if is_pure else {})}
    problems = [f"{path}:{line_of(code, match.start())}: {match.group(1)}() is banned: {banned[match.group(1)]}"
                for match in CALL.finditer(code) if match.group(1) in banned]
    if is_pure:
        text = tree.without_comments(text)
        problems += [f"{path}:{line_of(text, match.start())}: <{match.group(1)}> is banned: "
                     + BANNED_HEADERS_PURE[match.group(1)]
                     for match in INCLUDE.finditer(text) if match.group(1) in BANNED_HEADERS_PURE]
    return problems


def check_machine_paths(path, text):
    return [f"{path}:{line_of(text, match.start())}: a path of one machine: {match.group(0)}"
            for match in MACHINE_PATHS.finditer(text)]


def check_merge_marks(path, text):
    return [f"{path}:{line_of(text, match.start())}: what a merge left behind: {match.group(0)}"
            for match in MERGE_MARKS.finditer(text)]


def listed_files(root):
    """Files named as SOURCES or HEADERS, or as arguments of add_executable, add_library, target_sources."""
    listed = set()
    for path in tree.files(root):
        if path.name != "CMakeLists.txt":
            continue
        text = tree.read(root, path)
        for command in ("bs_add_library", "bs_add_test", "add_executable", "add_library", "target_sources"):
            for _, words in tree.cmake_calls(text, command):
                listed |= {path.parent / word for word in words if word.endswith((".c", ".h"))}
    return listed


def check_dead_files(root):
    listed = listed_files(root)
    return [f"{path}:1: listed in no CMakeLists.txt" for path in tree.c_files(root)
            if tree.is_under(path, LIVE_FOLDERS) and path not in listed]


def check(root):
    problems = check_dead_files(root)
    for path in tree.files(root):
        try:
            text = tree.read(root, path)
        except UnicodeDecodeError:
            continue
        problems += (check_license(path, text) + check_machine_paths(path, text) +
                     check_merge_marks(path, text))
        if path.suffix in (".c", ".h"):
            problems += check_columns(path, text) + check_lengths(path, text) + check_banned(path, text)
    return problems


def longest(root):
    lengths = [(count, name, path, start) for path in tree.c_files(root)
               for name, start, count in functions(tree.read(root, path))]
    return sorted(lengths, key=lambda row: row[0], reverse=True)[:5], len(lengths)


HEAD = f"/* {LICENSE} */\n/* {COPYRIGHT} */\n"
BODY_70 = "static int f(int a)\n{\n" + "    a++;\n" * 67 + "}\n"
BODY_71 = "static struct x *f(int a,\n    int b)\n{\n" + "    a++;\n" * 67 + "}\n"
# file, text, words of the problem that must be found, or None.
SELF_TESTS = (
    ("sim/a.c", HEAD, None),
    ("sim/a.c", "/* nothing */\n", "SPDX"),
    ("scenarios/a.yaml", "a: 1\n", "Copyright"),
    ("sim/a.c", HEAD + "/* " + "x" * 108 + " */\n", "columns"),
    ("sim/a.c", HEAD + BODY_70, None),
    ("sim/a.c", HEAD + BODY_71, "f has 71 lines"),
    ("sim/a.c", HEAD + BODY_71.replace("a++", 'a = "}"'), "f has 71 lines"),
    ("sim/dead.c", HEAD, "listed in no"),
    ("sim/a.c", HEAD + "int f(void)\n{\n    return rand();\n}\n", "rand()"),
    ("sim/a.c", HEAD + "int f(void)\n{\n    return bs_rand(\"rand()\"); /* rand() */\n}\n", None),
    ("sim/a.c", HEAD + "#include <time.h>\n", "time.h"),
    ("sim/a.c", HEAD + "    x = __builtin_exp(y);\n", "exp()"),
    ("sim/a.c", HEAD + "    x = __builtin_sqrt(y) + bs_exp(y);\n", None),
    ("cli/a.c", HEAD + "#include <time.h>\n", None),
    ("base/a.c", HEAD + "    clock_gettime(x, y);\n", "clock_gettime"),
    ("cli/a.c", HEAD + "    clock_gettime(x, y);\n", None),
    ("docs/a.md", "a\n" + ">" * 7 + " branch\nb\n", "a merge"),
    ("docs/a.md", "see /" + "hom" + "e/me/x\n", "one machine"),
)


def self_test():
    problems = []
    for name, text, words in SELF_TESTS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / name).parent.mkdir(parents=True)
            (root / name).write_text(text)
            licence = f"# {LICENSE}\n# {COPYRIGHT}\n"
            (root / name).with_name("CMakeLists.txt").write_text(licence + "bs_add_library(a SOURCES a.c)\n")
            found = check(root)
            if (words is None and found) or (words and not any(words in problem for problem in found)):
                problems.append(f"self-test: {name}: wanted {words}, found {found}")
    return problems


def main():
    tree.answer_help(__doc__)
    if sys.argv[1:] == ["--self-test"]:
        tree.finish("style_text.py --self-test", self_test())
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else tree.ROOT
    worst, count = longest(root)
    print(f"{count} functions; the longest:")
    for lines, name, path, start in worst:
        print(f"  {lines} lines: {name} ({path}:{start})")
    tree.finish("style_text.py", check(root))


if __name__ == "__main__":
    main()
