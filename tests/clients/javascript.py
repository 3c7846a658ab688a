# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Runs a test written in JavaScript, by the AWS SDK for JavaScript v3, on a mock of its own.

usage: javascript.py BLACKSTART FOLDER TEST.js
The SDK's packages go into FOLDER, by `npm ci` from package-lock.json, unless they are there. Exits with 77 where they
cannot be had.
"""
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import harness

HERE = Path(__file__).resolve().parent
LISTS = ("package.json", "package-lock.json")
NODE_MAJOR_MIN = 20
INSTALL_SECONDS_MAX = 150
TEST_SECONDS_MAX = 120
SKIPPED = 77


def skip(why):
    print(why)
    sys.exit(SKIPPED)


def require_node():
    if shutil.which("node") is None or shutil.which("npm") is None:
        skip("node or npm is not installed")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < NODE_MAJOR_MIN:
        skip(f"the SDK asks for node {NODE_MAJOR_MIN}, here is {version}")


def install(folder):
    """Does nothing if what the lists say is there already."""
    texts = [(HERE / name).read_bytes() for name in LISTS]
    digest = hashlib.sha256(b"".join(texts)).hexdigest()
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_text() == digest:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in zip(LISTS, texts):
        (folder / name).write_bytes(text)
    try:
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=False,
                              stdin=subprocess.DEVNULL, timeout=INSTALL_SECONDS_MAX)
    except subprocess.TimeoutExpired:
        skip("npm ci has not finished in time")
    if done.returncode != 0:
        skip(f"npm ci has failed with status {done.returncode}")
    stamp.write_text(digest)


def main():
    if len(sys.argv) != 4:
        print(__doc__)
        sys.exit(64)
    binary, folder, test = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
    require_node()
    install(folder)
    mock = harness.Mock(binary, "--transitions", "instant")
    surroundings = {**harness.environment(), "AWS_ENDPOINT_URL": mock.url, "NODE_PATH": str(folder / "node_modules")}
    done = subprocess.run(["node", "--test", str(test)], env=surroundings, timeout=TEST_SECONDS_MAX, check=False)
    complaint = mock.stop()
    if done.returncode != 0 or complaint is not None:
        print(complaint or mock.read_log(), file=sys.stderr)
        print("reproduce:", sys.executable, *sys.argv, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
