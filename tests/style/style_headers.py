# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Every header compiles alone, by gcc and by clang, with the project's warnings as errors.

usage: style_headers.py FLAG...
"""
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import tree

COMPILERS = ("gcc", "clang-14")
# pkg-config's include directories are the system's own for all libraries used, so none is named here.
COMMON = ["-std=c11", "-fsyntax-only", "-Werror", "-I", str(tree.ROOT), "-x", "c", "-"]


def problems_of(task):
    header, compiler, flags = task
    # Included rather than compiled, so that an unused static inline function is no warning.
    done = subprocess.run([compiler, *flags, *COMMON], input=f'#include "{header}"\n',
                          capture_output=True, text=True)
    return [f"{header}: does not compile alone by {compiler}:\n{done.stderr}"] if done.returncode else []


def main():
    tree.answer_help(__doc__)
    tasks = [(path, compiler, sys.argv[1:]) for path in tree.c_files(tree.ROOT) if path.suffix == ".h"
             for compiler in COMPILERS]
    with ThreadPoolExecutor(max_workers=2) as pool:
        problems = [problem for found in pool.map(problems_of, tasks) for problem in found]
    print(f"{len(tasks) // len(COMPILERS)} headers")
    tree.finish("style_headers.py " + " ".join(sys.argv[1:]), problems)


if __name__ == "__main__":
    main()
