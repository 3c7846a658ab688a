# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Who may include and link whom: the table of docs/ARCHITECTURE.md, enforced.

usage: style_includes.py [ROOT]        check the tree
       style_includes.py --self-test   prove that wrong input is found
"""
import re
import sys
import tempfile
from pathlib import Path

import tree

CORE = ("base", "orchestrator/calls", "orchestrator/core")
SIM = ("sim/engine", "sim/scenario", "sim/faults", "sim/world")

# folder: the folders it may include and link besides itself.
FOLDERS = {
    "base": (),
    "orchestrator/calls": ("base",),
    "orchestrator/core": ("base", "orchestrator/calls"),
    "orchestrator/plan": CORE,
    "orchestrator/runner": ("base", "orchestrator/calls", "orchestrator/core"),
    "orchestrator/aws": ("base", "orchestrator/calls"),
    "orchestrator/live": ("base", "orchestrator/calls", "orchestrator/aws", "orchestrator/runner"),
    "sim/engine": ("base",),
    "sim/faults": ("base", "sim/engine"),
    "sim/scenario": ("base", "sim/engine", "sim/faults"),
    "sim/world": ("base", "orchestrator/calls", "sim/engine", "sim/scenario", "sim/faults"),
    "sim/account": ("base", "orchestrator/calls") + SIM,
    "mocks": ("base", "orchestrator/calls", "orchestrator/aws", "sim/account") + SIM,
    "sim/lint": CORE + ("orchestrator/plan", "sim/engine", "sim/scenario", "sim/faults"),
    "sim/trial": CORE + ("orchestrator/plan", "orchestrator/runner") + SIM,
    "sim/hunt": ("base", "orchestrator/calls", "orchestrator/core", "sim/engine", "sim/scenario", "sim/faults"),
    "sim/ensemble": CORE + ("orchestrator/plan", "sim/trial") + SIM,
    "reports/statistics": ("base",),
    "reports/sweep": ("base", "reports", "reports/statistics"),
    "reports/compare": ("base", "reports", "reports/statistics", "reports/sweep"),
    "reports": ("base", "reports/statistics"),
    "reports/drills": ("base", "reports"),
}
# These may include everything; nobody outside them includes them.
UNRESTRICTED = ("cli", "tests", "bench", "tools")

C_STANDARD = ("assert.h", "ctype.h", "errno.h", "float.h", "inttypes.h", "limits.h", "stdalign.h",
              "stdarg.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h", "stdnoreturn.h",
              "string.h")
FREESTANDING = ("limits.h", "stdbool.h", "stddef.h", "stdint.h", "string.h")
# System headers by folder, "/" at the end standing for a whole directory; C_STANDARD where no row stands.
SYSTEM = {
    "base": C_STANDARD + ("cjson/cJSON.h", "openssl/", "yaml.h", "fcntl.h", "sys/stat.h", "sys/types.h",
                          "unistd.h"),
    "orchestrator/calls": FREESTANDING,
    "orchestrator/core": FREESTANDING,
    "orchestrator/live": C_STANDARD + ("sqlite3.h", "curl/", "ldns/", "openssl/", "arpa/", "netinet/", "sys/", "fcntl.h",
                                       "poll.h", "signal.h", "strings.h", "time.h", "unistd.h"),
    "orchestrator/aws": C_STANDARD + ("cjson/cJSON.h", "libxml/", "openssl/", "math.h", "strings.h",
                                      "time.h"),
    "mocks": C_STANDARD + ("ldns/", "libxml/", "microhttpd.h", "openssl/", "arpa/inet.h", "asm/socket.h", "fcntl.h",
                           "netdb.h", "netinet/", "poll.h", "pthread.h", "signal.h", "stdatomic.h", "strings.h", "sys/",
                           "time.h", "unistd.h", "zlib.h"),
    "reports/drills": C_STANDARD + ("sqlite3.h", "sys/stat.h"),
    "sim/trial": C_STANDARD + ("setjmp.h",),  # how an orchestrator dies in the middle of a call
    "sim/ensemble": C_STANDARD + ("pthread.h", "stdatomic.h"),
    "reports/sweep": C_STANDARD + ("sqlite3.h", "sys/stat.h", "unistd.h"),
    # sqrt and floor; style_text refuses calls of the rest
    "reports/statistics": C_STANDARD + ("math.h",),
    "sim/engine": C_STANDARD + ("math.h",),
}
# Libraries outside the project by target prefix: only these folders link them.
EXTERNAL_LINKS = {
    "base": ("PkgConfig::YAML", "PkgConfig::CRYPTO", "PkgConfig::CJSON"),
    "orchestrator/aws": ("PkgConfig::CRYPTO", "PkgConfig::CJSON", "PkgConfig::XML"),
    "orchestrator/live": ("PkgConfig::CRYPTO", "PkgConfig::CURL", "PkgConfig::LDNS", "PkgConfig::SQLITE"),
    "mocks": ("PkgConfig::CRYPTO", "PkgConfig::LDNS", "PkgConfig::MICROHTTPD", "PkgConfig::SSL", "PkgConfig::XML",
              "PkgConfig::ZLIB", "Threads::Threads"),
    "sim/ensemble": ("Threads::Threads",),
    "reports/sweep": ("PkgConfig::SQLITE",),
    # sqrt and floor; style_text refuses calls of the rest
    "reports/statistics": ("m",),
    "sim/engine": ("m",),
    "reports/drills": ("PkgConfig::SQLITE",),
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.M)


def row_of(path):
    """The longest row that holds `path`, or None."""
    rows = [row for row in (*FOLDERS, *UNRESTRICTED) if path.is_relative_to(row)]
    return max(rows, key=len, default=None)


def system_is_allowed(row, header):
    allowed = SYSTEM.get(row, C_STANDARD)
    return any(header == name or (name.endswith("/") and header.startswith(name)) for name in allowed)


def include_problem(row, project, system):
    if system:
        return None if system_is_allowed(row, system) else f"{row} may not include <{system}>"
    target = row_of(Path(project))
    if target is None:
        return f'"{project}" is not a path from the repository root into a folder of the table'
    if target == row or target in FOLDERS[row]:
        return None
    return f'{row} may not include "{project}" ({target})'


def check_includes(root):
    problems = []
    for path in tree.c_files(root):
        row = row_of(path)
        if row in UNRESTRICTED:
            continue
        if row is None:
            problems.append(f"{path}: its folder has no row in tests/style/style_includes.py")
            continue
        text = tree.without_comments(tree.read(root, path))
        for match in INCLUDE.finditer(text):
            problem = include_problem(row, match.group(1), match.group(2))
            if problem:
                problems.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {problem}")
    return problems


def library_calls(root):
    """Yields (CMakeLists.txt, line, words) of every bs_add_library call."""
    for path in tree.files(root):
        if path.name == "CMakeLists.txt":
            for line, words in tree.cmake_calls(tree.read(root, path), "bs_add_library"):
                yield path, line, words


def link_problem(row, target, folder_of):
    if target in folder_of:
        folder = folder_of[target]
        return None if folder in FOLDERS[row] else f"{row} may not link {target} ({folder})"
    if target in EXTERNAL_LINKS.get(row, ()):
        return None
    return f"{row} may not link {target}"


def check_links(root):
    problems = []
    calls = list(library_calls(root))
    folder_of = {words[0]: str(path.parent) for path, _, words in calls}
    for path, line, words in calls:
        row = row_of(path)
        if row in UNRESTRICTED:
            continue
        if row is None:
            problems.append(f"{path}:{line}: its folder has no row in tests/style/style_includes.py")
            continue
        linked = tree.keyword_values(words, "LINK") + tree.keyword_values(words, "LINK_PRIVATE")
        problems += [f"{path}:{line}: {problem}" for target in linked
                     if (problem := link_problem(row, target, folder_of))]
    for path in tree.files(root):
        if path.name == "CMakeLists.txt" and row_of(path) in FOLDERS:
            problems += [f"{path}:{line}: link by bs_add_library(.. LINK ..), not by hand"
                         for line, _ in tree.cmake_calls(tree.read(root, path), "target_link_libraries")]
    return problems


def check(root):
    return check_includes(root) + check_links(root)


# file, text, whether it must be refused.
SELF_TESTS = (
    ("orchestrator/core/a.c", '#include "base/time.h"\n', False),
    ("orchestrator/core/a.c", '#include "orchestrator/core/step.h"\n', False),
    ("orchestrator/core/a.c", "#include <stdint.h>\n", False),
    ("orchestrator/core/a.c", "#include <stdlib.h>\n", True),
    ("orchestrator/core/a.c", '#include "orchestrator/runner/runner.h"\n', True),
    ("orchestrator/core/a.c", '/* #include "sim/world/world.h" */\n', False),
    ("sim/world/a.c", '#include "orchestrator/core/step.h"\n', True),
    ("sim/world/a.c", '  #  include "orchestrator/core/step.h"\n', True),
    ("sim/world/a.h", "#include <openssl/evp.h>\n", True),
    ("sim/world/a.h", '#include "world.h"\n', True),
    ("sim/new/a.c", '#include "base/time.h"\n', True),
    ("reports/html/a.c", '#include "sim/engine/queue.h"\n', True),
    ("reports/html/a.c", '#include "reports/card.h"\n', False),
    ("base/a.c", "#include <yaml.h>\n", False),
    ("base/a.c", "#include <openssl/evp.h>\n", False),
    ("base/a.c", "#include <curl/curl.h>\n", True),
    ("base/a.c", '#include "cli/main.h"\n', True),
    ("cli/a.c", '#include "sim/world/world.h"\n', False),
    ("orchestrator/live/a.c", "#include <sqlite3.h>\n", False),
    ("orchestrator/runner/a.c", "#include <sqlite3.h>\n", True),
    ("orchestrator/runner/a.c", '#include "orchestrator/live/journal_sqlite.h"\n', True),
    ("sim/engine/CMakeLists.txt", "bs_add_library(bs_engine SOURCES a.c LINK bs_base)\n", False),
    ("sim/engine/CMakeLists.txt", "bs_add_library(bs_engine SOURCES a.c LINK bs_base bs_core)\n", True),
    ("sim/engine/CMakeLists.txt", "bs_add_library(bs_engine SOURCES a.c\n LINK_PRIVATE bs_core)\n", True),
    ("sim/engine/CMakeLists.txt", "bs_add_library(bs_engine SOURCES a.c LINK PkgConfig::YAML)\n", True),
    ("sim/engine/CMakeLists.txt", "target_link_libraries(bs_engine PUBLIC bs_core)\n", True),
)


def self_test():
    problems = []
    for name, text, is_wrong in SELF_TESTS:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for library, row in (("bs_base", "base"), ("bs_core", "orchestrator/core")):
                (root / row).mkdir(parents=True)
                (root / row / "CMakeLists.txt").write_text(f"bs_add_library({library} SOURCES a.c)\n")
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
            if bool(check(root)) != is_wrong:
                problems.append(f"self-test: {name}: {text!r} is {'accepted' if is_wrong else 'refused'}")
    return problems


if __name__ == "__main__":
    tree.answer_help(__doc__)
    if sys.argv[1:] == ["--self-test"]:
        tree.finish("style_includes.py --self-test", self_test())
    tree.finish("style_includes.py", check(Path(sys.argv[1]) if len(sys.argv) > 1 else tree.ROOT))
