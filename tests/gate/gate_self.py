# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The gate on the repository itself: the flagship, swept afresh, against the baseline that is checked in.

usage: gate_self.py BLACKSTART SOURCE_DIR
"""
import subprocess
import sys
import tempfile
from pathlib import Path

SCENARIO = "scenarios/platform/region-loss.yaml"
BASELINE = "tests/gate/region-loss.baseline.json"
# Not the baseline's, which has those from 1 to 400.
SEED, TRIALS = 1000001, 200
RENEW = """If that is meant to be so, renew the baseline, and say in the commit what became slower and why:
  build/release/blackstart sweep {scenario} --trials 400 --influence 0 --quiet --out build/gate
  build/release/blackstart baseline build/gate --out {baseline}
reproduce: ctest --preset release -R gate_self -V"""


def main(binary, source):
    binary = Path(binary).resolve()
    with tempfile.TemporaryDirectory(prefix="blackstart-gate-") as out:
        swept = subprocess.run([binary, "sweep", SCENARIO, "--trials", str(TRIALS), "--seed", str(SEED),
                                "--influence", "0", "--quiet", "--out", out], cwd=source, check=False)
        if swept.returncode not in (0, 1, 2):
            sys.exit(f"gate_self.py: the sweep failed with {swept.returncode}")
        compared = subprocess.run([binary, "compare", BASELINE, out], cwd=source, check=False)
    if compared.returncode != 0:
        print(RENEW.format(scenario=SCENARIO, baseline=BASELINE))
    sys.exit(compared.returncode)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
