# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""clang-tidy over every source of a build tree's compile_commands.json, two at a time; .clang-tidy says what.

usage: style_tidy.py BUILD_DIR [FILE...]
"""
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree

# The compile commands are gcc's: clang need not know all of its warnings.
COMMAND = ["clang-tidy-14", "--quiet", "--extra-arg=-Wno-unknown-warning-option"]


# tidy_model.h says why.
MODEL = [f"--extra-arg=-include{tree.ROOT}/tests/style/tidy_model.h", f"--extra-arg=-I{tree.ROOT}"]
MODELLED = "base/status.c"


def sources(build):
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    return sorted({str(Path(c["directory"], c["file"]).resolve().relative_to(tree.ROOT)) for c in commands})


def problems_of(task):
    build, source = task
    command = [*COMMAND, *([] if source == MODELLED else MODEL), "-p", str(build), source]
    done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True)
    if done.returncode == 0:
        return []
    return [f"{source}:\n{done.stdout}{done.stderr}"
            f"reproduce: {' '.join(command)}"]


def main():
    tree.answer_help(__doc__)
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build = Path(sys.argv[1]).resolve()
    tasks = [(build, source) for source in sys.argv[2:] or sources(build)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        problems = [problem for found in pool.map(problems_of, tasks) for problem in found]
    print(f"{len(tasks)} sources")
    tree.finish(f"style_tidy.py {sys.argv[1]}", problems)


if __name__ == "__main__":
    main()
