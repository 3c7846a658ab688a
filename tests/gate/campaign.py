# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""How often the gate cries wolf, and how often it sees one: many comparisons of sweeps that are known to be alike, and
of sweeps whose promotion takes a tenth longer.

usage: campaign.py BLACKSTART SOURCE_DIR [OPTION...]    (--help lists them)

Two pools of trials are simulated, one of them with the promotion lengthened. Each comparison takes other trials
out of them, none of them twice, makes baselines of both, and asks `blackstart compare --max-regression 0 --alpha 0.01`.
The baselines are written here, by docs and not by the program's own code: the first is compared with that one's.
"""
import argparse
import collections
import json
import random
import sqlite3
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

FLAGSHIP = "scenarios/platform/region-loss.yaml"
SLOWER = "resources.orders-dr.promotion={uniform: {low: 66s, high: 132s}}"
SEED_OF_POOL = {"alike": 1000001, "slower": 5000001}
KEPT = ("outage", "store", "phase", "step", "invariant")
UNITS = ("ms", "count", "verdict", "outcome")
ABSENT, ENDLESS = -2**63, 2**63 - 1
NS_PER_MS = 1000000
EXIT_OK, EXIT_REGRESSION = 0, 3
ALARMS_MAX_SHARE = 0.03     # 6 of 200
CAUGHT_MIN_SHARE = 0.99


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("binary", type=lambda path: Path(path).resolve())
    parser.add_argument("source", type=Path)
    parser.add_argument("--trials", type=int, default=2000, help="of each sweep that is compared")
    parser.add_argument("--pool", type=int, default=20000, help="trials that are simulated of either kind")
    parser.add_argument("--null", type=int, default=200, help="comparisons of what is alike")
    parser.add_argument("--power", type=int, default=100, help="comparisons with what is slower")
    parser.add_argument("--seed", type=int, default=1, help="which trials are drawn")
    parser.add_argument("--keep", type=Path, help="a folder for the pools, to go on with")
    return parser.parse_args()


def run(*words, cwd=None):
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)


def sweep(options, folder, name, overrides):
    """A sweep's columns and outcomes: [(subject, workflow, name, unit)], [[value of each column] of each trial]."""
    out = folder / name
    done = run(options.binary, "sweep", FLAGSHIP, "--trials", options.pool, "--seed", SEED_OF_POOL[name],
               "--influence", "0", "--quiet", "--out", out,
               *(word for override in overrides for word in ("--set", override)), cwd=options.source)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"campaign.py: the sweep failed: {done.args}: {done.stderr}")
    database = sqlite3.connect(out / "trials.sqlite")
    columns = database.execute("SELECT subject, workflow, name, unit FROM figure ORDER BY number").fetchall()
    trials = [struct.unpack(f"<{len(columns)}q", outcome) for (outcome,) in
              database.execute("SELECT outcome FROM trial WHERE variant = 0 ORDER BY number")]
    database.close()
    return out, columns, trials


def is_kept(column):
    return column[0] in KEPT or (column[0] == "trial" and column[2] in ("verdict", "recovered"))


def spell(values):
    """Values in order, each by how much it is larger than the one before, *N behind what occurs N times."""
    words, before = [], 0
    for value, count in sorted(collections.Counter(values).items()):
        words.append(f"{value - before}" + (f"*{count}" if count > 1 else ""))
        before = value
    return " ".join(words)


def figures(column, values):
    subject, workflow, name, unit = column
    known = [value for value in values if value not in (ABSENT, ENDLESS)]
    if UNITS[unit] == "ms":
        known = [(value + NS_PER_MS // 2) // NS_PER_MS for value in known]
    row = {"subject": subject, "workflow": workflow, "name": name, "unit": UNITS[unit], "absent": values.count(ABSENT),
           "endless": values.count(ENDLESS), "values": spell(known)}
    return {key: value for key, value in row.items() if value is not None}


def baseline(columns, trials, seed):
    return {"schema": "blackstart.baseline/1", "scenario": "Region loss, warm standby", "scenario_sha256": "drawn",
            "plan": None, "plan_sha256": None, "version": "campaign", "clock": "impact", "seed": str(seed),
            "trials": len(trials), "missing": 0,
            "columns": [figures(column, [trial[i] for trial in trials])
                        for i, column in enumerate(columns) if is_kept(column)]}


def check_against_program(options, folder, out, columns, trials):
    """What the program keeps of the whole pool is what is kept here."""
    path = folder / "of-the-program.json"
    done = run(options.binary, "baseline", out, "--out", path)
    if done.returncode != EXIT_OK:
        return  # Too large for a file: nothing to compare with.
    if json.loads(path.read_text())["columns"] != baseline(columns, trials, 0)["columns"]:
        sys.exit("campaign.py: blackstart baseline keeps something else than docs say")


def compare(options, folder, columns, before, after):
    paths = folder / "before.json", folder / "after.json"
    for number, (path, trials) in enumerate(zip(paths, (before, after))):
        path.write_text(json.dumps(baseline(columns, trials, number * 10**9)))
    done = run(options.binary, "compare", *paths, "--max-regression", "0", "--alpha", "0.01")
    if done.returncode not in (EXIT_OK, EXIT_REGRESSION):
        sys.exit(f"campaign.py: {done.args} gave {done.returncode}: {done.stdout}{done.stderr}")
    return done


def count_null(options, folder, columns, alike, draw):
    alarms = 0
    for number in range(options.null):
        drawn = draw.sample(alike, 2 * options.trials)
        done = compare(options, folder, columns, drawn[:options.trials], drawn[options.trials:])
        if done.returncode == EXIT_REGRESSION:
            alarms += 1
            print(f"comparison {number}: false alarm: {' '.join(done.stdout.splitlines()[1:3])}")
    print(f"alike: {alarms} alarms in {options.null} comparisons of {options.trials} trials")
    return alarms


def count_power(options, folder, columns, pools, draw):
    caught, blamed = 0, 0
    for number in range(options.power):
        done = compare(options, folder, columns, *(draw.sample(pool, options.trials) for pool in pools))
        caught += done.returncode == EXIT_REGRESSION
        blamed += "\n  promote p95 +" in done.stdout
        if done.returncode != EXIT_REGRESSION:
            print(f"comparison {number}: not seen")
    print(f"promotion a tenth longer: caught in {caught} of {options.power}, promote blamed in {blamed}")
    return min(caught, blamed)


def campaign(options, folder):
    draw = random.Random(options.seed)
    out, columns, alike = sweep(options, folder, "alike", ())
    _, _, slower = sweep(options, folder, "slower", (SLOWER,))
    check_against_program(options, folder, out, columns, alike)
    alarms = count_null(options, folder, columns, alike, draw)
    caught = count_power(options, folder, columns, (alike, slower), draw)
    problems = []
    if alarms > ALARMS_MAX_SHARE * options.null:
        problems.append(f"{alarms} alarms are more than {ALARMS_MAX_SHARE * options.null:.0f}")
    if caught < CAUGHT_MIN_SHARE * options.power:
        problems.append(f"{caught} caught and blamed are less than {CAUGHT_MIN_SHARE * options.power:.0f}")
    return problems


def main():
    options = arguments()
    if 2 * options.trials > options.pool:
        sys.exit("campaign.py: --pool must be at least twice --trials")
    with tempfile.TemporaryDirectory(prefix="blackstart-campaign-") as temporary:
        folder = (options.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        problems = campaign(options, folder)
    for problem in problems:
        print(f"campaign.py: {problem}; reproduce: python3 {' '.join(sys.argv)}")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
