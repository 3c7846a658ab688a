# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""How often the intervals of small sweeps hold the truth, which is that of a large sweep of other seeds.

usage: coverage.py BLACKSTART SOURCE_DIR [OPTION...]    (--help lists them)

One sweep is cut into many small ones, each what `blackstart sweep --trials N --seed S` would be, and rendered by the
program; the intervals are read from its JSON. What they should cover is computed here, from the ranks, or the
count, of each and the truth: by the binomial distribution where no two values are equal, by the trinomial where some are.
"""
import argparse
import contextlib
import json
import math
import sqlite3
import struct
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

SCENARIO = "scenarios/platform/region-loss.yaml"
# Short and quiet, so that a million trials are to be had; an objective that some miss.
CALM = ("duration=20m", "faults.0.at=1m", "clients.shoppers.reads=30/s", "clients.shoppers.writes=10/s",
        "objectives.platform.rto=10m")
SEED_OF_DRAWN, SEED_OF_TRUTH = 1, 10000001
LEVELS = {"p50": Decimal("0.5"), "p95": Decimal("0.95")}
ABSENT, ENDLESS = -2**63, 2**63 - 1
NS_PER_S = 10**9
POINTS_MAX = 0.015      # As far as a coverage may be from the exact one ..
COVERAGE_MIN = 0.935    # .. and as low as it may be; both for 2,000 sweeps.
FEW_SWEEPS_SD = 4       # Fewer sweeps scatter: so many standard deviations are allowed.


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("binary", type=lambda path: Path(path).resolve())
    parser.add_argument("source", type=Path)
    parser.add_argument("--sweeps", type=int, default=2000, help="small sweeps")
    parser.add_argument("--trials", type=int, default=200, help="of each of them")
    parser.add_argument("--truth", type=int, default=1000000, help="trials of the large one")
    parser.add_argument("--keep", type=Path, help="a folder for the trials, to go on with")
    return parser.parse_args()


def sweep_command(options, trials, seed, out):
    return [str(word) for word in (options.binary, "sweep", SCENARIO, "--trials", trials, "--seed", seed,
                                   "--influence", 0, "--quiet", "--format", "json", "--out", out,
                                   *(word for override in CALM for word in ("--set", override)))]


def run_sweep(options, trials, seed, out):
    done = subprocess.run(sweep_command(options, trials, seed, out), cwd=options.source, capture_output=True,
                          text=True, check=False)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"coverage.py: {' '.join(done.args)} gave {done.returncode}: {done.stderr}")
    return json.loads((out / "sweep.json").read_text(), parse_float=Decimal)


def opened(folder):
    return contextlib.closing(sqlite3.connect(folder / "trials.sqlite"))


def columns_of(folder):
    """The places of the figures by (subject, name)."""
    with opened(folder) as database:
        rows = database.execute("SELECT number, subject, name FROM figure ORDER BY number").fetchall()
    return {(subject, name): number for number, subject, name in rows}, len(rows)


def read_truth(folder, places, width):
    """The values of those columns over all trials, in order; without those that are absent."""
    values = {column: [] for column in places}
    shape = struct.Struct(f"<{width}q")
    with opened(folder) as database:
        for (outcome,) in database.execute("SELECT outcome FROM trial WHERE variant = 0"):
            row = shape.unpack(outcome)
            for column, place in places.items():
                values[column].append(row[place])
    return {column: sorted(value for value in found if value != ABSENT) for column, found in values.items()}


# ---- Small sweeps ----

def cut(whole, part, trials, first):
    """Makes `part` the file of the sweep of trials first, first + 1, .. of the whole."""
    with opened(part) as database, database:
        database.execute("DELETE FROM trial")
        database.execute("UPDATE sweep SET value = ? WHERE key = 'seed'", (str(SEED_OF_DRAWN + first),))
        database.execute("UPDATE variant SET trials = ? WHERE number = 0", (trials,))
        database.executemany("INSERT INTO trial VALUES (0, ?, ?)",
                             ((number - first, outcome) for number, outcome in whole.execute(
                                 "SELECT number, outcome FROM trial WHERE variant = 0 AND number >= ? AND number < ?",
                                 (first, first + trials))))


def empty_copy(folder, part):
    """The file of a sweep without any trials."""
    part.mkdir()
    with opened(folder) as whole, opened(part) as copy, copy:
        for (statement,) in whole.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
            copy.execute(statement)
        for pragma in ("user_version", "application_id"):
            copy.execute(f"PRAGMA {pragma} = {whole.execute(f'PRAGMA {pragma}').fetchone()[0]}")
        for table in ("sweep", "variant", "figure"):
            rows = whole.execute(f"SELECT * FROM {table}").fetchall()
            copy.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)


def small_sweeps(options, folder, part):
    empty_copy(folder, part)
    with opened(folder) as whole:
        for number in range(options.sweeps):
            first = number * options.trials
            cut(whole, part, options.trials, first)
            yield run_sweep(options, options.trials, SEED_OF_DRAWN + first, part)


# ---- What should be covered ----

def binomial(n, k, p):
    if p in (0, 1):
        return float(k == (n if p else 0))
    return math.exp(math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
                    + k * math.log(p) + (n - k) * math.log1p(-p))


def ranks_of(n, p):
    """The largest low and the smallest high rank whose tails are at most 2.5 % each."""
    tail, low = 0.0, 0
    for k in range(n + 1):
        tail += binomial(n, k, p)
        if tail > 0.025:
            break
        low = k + 1
    tail, high = 0.0, n + 1
    for k in range(n, -1, -1):
        tail += binomial(n, k, p)
        if tail > 0.025:
            break
        high = k
    return low, high


def exact_quantile(n, p, below, upto):
    """P(X(low) <= q <= X(high)) where a share `below` of all values is smaller than q, `upto` not larger."""
    low, high = ranks_of(n, p)
    if low < 1 or high > n:
        return None
    share = below / upto
    return sum(binomial(n, reach, upto) * sum(binomial(reach, smaller, share) for smaller in range(min(high, reach + 1)))
               for reach in range(low, n + 1))


def quantile(values, p):
    """Nearest rank."""
    return values[math.ceil(len(values) * p) - 1]


def spelt(value):
    """As JSON has it: seconds; None for no end."""
    return None if value == ENDLESS else Decimal(value) / NS_PER_S


def holds(interval, truth):
    """Whether low <= truth <= high; null, as the upper end and as the truth, is no end."""
    low, high = interval
    if truth is None:
        return high is None
    return low is not None and low <= truth and (high is None or truth <= high)


# ---- The campaign ----

class Question:
    """One figure of a sweep's JSON: what it is called, its interval there, the truth, and what should be covered."""

    def __init__(self, name, find, truth, exact):
        self.name, self.find, self.truth, self.exact = name, find, truth, exact
        self.held = 0

    def ask(self, document):
        self.held += holds(self.find(document)["ci95"], self.truth)


def quantile_questions(name, find, values, trials):
    for level, p in LEVELS.items():
        truth = quantile(values, p)
        below = sum(value < truth for value in values) / len(values)
        upto = sum(value <= truth for value in values) / len(values)
        exact = exact_quantile(trials, float(p), below, upto)
        if exact is not None:
            yield Question(f"{name} {level}", lambda document, level=level: find(document)[level], spelt(truth), exact)


def questions(truths, trials):
    stores = [name for subject, name in truths if subject == "store"]
    yield from quantile_questions("RTO", lambda document: document["rto_s"], truths["outage", "rto"], trials)
    for place, store in enumerate(stores):
        yield from quantile_questions(f"RPO of {store}",
                                      lambda document, place=place: document["data_stores"][place]["rpo_s"],
                                      truths["store", store], trials)


def root(is_below):
    """Where a condition of a probability changes from true to false."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return low


def clopper_pearson(n, count):
    """The probabilities under which `count` or more, and `count` or fewer, are at least as likely as 2.5 %."""
    low = root(lambda p: sum(binomial(n, k, p) for k in range(count, n + 1)) < 0.025) if count > 0 else 0.0
    high = root(lambda p: sum(binomial(n, k, p) for k in range(count + 1)) >= 0.025) if count < n else 1.0
    return low, high


def exact_share(n, p):
    """Clopper and Pearson cover more than they say; how much more depends on the probability."""
    return sum(chance for chance, (low, high) in
               ((binomial(n, count, p), clopper_pearson(n, count)) for count in range(n + 1)
                if binomial(n, count, p) > 1e-9) if low <= p <= high)


def judge(name, held, exact, sweeps):
    covered = held / sweeps
    scatter = FEW_SWEEPS_SD * math.sqrt(exact * (1 - exact) / sweeps) if sweeps < 2000 else 0
    is_near = abs(covered - exact) <= max(POINTS_MAX, scatter) and covered >= COVERAGE_MIN - scatter
    print(f"{name:24} {100 * covered:7.2f} % {100 * exact:7.2f} %  {'' if is_near else 'NO'}")
    return is_near


def campaign(options, folder):
    drawn, truth = folder / "drawn", folder / "truth"
    run_sweep(options, options.sweeps * options.trials, SEED_OF_DRAWN, drawn)
    whole = run_sweep(options, options.truth, SEED_OF_TRUTH, truth)
    places, width = columns_of(truth)
    wanted = {column: place for column, place in places.items() if column[0] in ("outage", "store")}
    truths = read_truth(truth, wanted, width)
    asked = list(questions(truths, options.trials))
    met_p = whole["met_rto"]["p"]
    asked.append(Question("P(RTO within objective)", lambda document: document["met_rto"], met_p,
                          exact_share(options.trials, float(met_p))))
    part = Path(tempfile.mkdtemp(prefix="part-", dir=folder)) / "small"
    for document in small_sweeps(options, drawn, part):
        for question in asked:
            question.ask(document)
    print(f"{options.sweeps} sweeps of {options.trials} trials; truth: {options.truth} of other seeds")
    print(f"{'':24} {'covered':>9} {'exact':>9}")
    good = [judge(question.name, question.held, question.exact, options.sweeps) for question in asked]
    return all(good)


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="blackstart-coverage-") as temporary:
        folder = (options.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        if not campaign(options, folder):
            sys.exit(f"coverage.py: intervals do not cover what they should; reproduce: python3 {' '.join(sys.argv)}")


if __name__ == "__main__":
    main()
