# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What the style tests share: the files of the tree, the CMake calls in them, C without its comments."""
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SKIPPED_FOLDERS = {".git", "build", "out", "__pycache__"}


def files(root):
    """Every file of the tree, sorted, as paths relative to `root`; build trees and outputs left out."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS
                      and not (Path(folder) / f / "CMakeCache.txt").exists()]
        found += [(Path(folder) / name).relative_to(root) for name in names]
    return sorted(found)


def c_files(root):
    return [path for path in files(root) if path.suffix in (".c", ".h")]


def is_under(path, folders):
    return any(path.is_relative_to(folder) for folder in folders)


def read(root, path):
    return (root / path).read_text(encoding="utf-8")


def cmake_calls(text, name):
    """Yields (line number, words) of each call of the CMake command `name`."""
    text = re.sub(r"#[^\n]*", "", text)
    for match in re.finditer(r"(?m)^\s*" + name + r"\s*\(([^)]*)\)", text):
        yield text.count("\n", 0, match.start(1)) + 1, match.group(1).split()


def keyword_values(words, keyword, keywords=("SOURCES", "HEADERS", "LINK", "LINK_PRIVATE", "TIMEOUT")):
    """The words after `keyword` up to the next keyword."""
    values, taking = [], False
    for word in words:
        if word in keywords:
            taking = word == keyword
        elif taking:
            values.append(word)
    return values


def blank(match):
    """Spaces in place of what matched, line breaks kept, so that line numbers stay true."""
    return re.sub(r"[^\n]", " ", match.group(0))


TOKENS = re.compile(r"""/\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+'""", re.S | re.X)
COMMENTS = re.compile(r"""(?P<keep>"(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+') | /\*.*?\*/ | //[^\n]*""",
                      re.S | re.X)


def without_comments(text):
    return COMMENTS.sub(lambda m: m.group(0) if m.group("keep") else blank(m), text)


def code_only(text):
    """C without comments, strings and character constants."""
    return TOKENS.sub(blank, text)


def answer_help(words):
    """Prints a script's own description and ends, if that is what was asked for."""
    if sys.argv[1:2] in (["-h"], ["--help"]):
        print(words)
        sys.exit(0)


def finish(name, problems):
    """Prints the problems and the command that finds them again; returns the exit status."""
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problem(s); reproduce: python3 tests/style/{name}")
    else:
        print(f"{name}: ok")
    sys.exit(1 if problems else 0)
