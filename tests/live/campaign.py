# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Game days of the flagship against `blackstart mock` over HTTPS, as many as it takes to believe it: a line each.

usage: campaign.py BLACKSTART SOURCE_DIR [--runs N] [--kills N] [--trials N] [--jobs N] [--seed N] [--keep DIR]

Runs that nobody disturbs: the RTO lies within the simulator's central 98 % in at least nine of ten. Runs that are killed
at a random moment after the loss, which comes sooner in these, and resumed: they end as blackstart torture says. A dry
run: the mock's log has no call that changes anything. No file that any of them has written has a secret in it. Exit
status 0 if all of that is so.
"""
import argparse
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from stage import READS, SOONER, SOONER_S, Stage, central, judge, simulated_rtos

LASTS_S = 360  # From the loss: most of what can be killed is over by then.


def read_words():
    words = argparse.ArgumentParser()
    words.add_argument("blackstart")
    words.add_argument("source")
    words.add_argument("--runs", type=int, default=10)
    words.add_argument("--kills", type=int, default=10)
    words.add_argument("--trials", type=int, default=1000)
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--keep")
    return words.parse_args()


class Campaign:
    def __init__(self, words, folder):
        self.words = words
        self.folder = Path(folder)
        self.leaking = []
        self.files = 0

    def stage(self, name, seed, changes=None):
        folder = self.folder / name
        folder.mkdir(parents=True)
        return Stage(self.words.blackstart, self.words.source, folder, seed, changes)

    def leave(self, stage):
        leaks, files = stage.leaks()
        self.leaking += leaks
        self.files += files
        stage.close()

    def hold(self, name, seed, kills=(), changes=None):
        stage = self.stage(name, seed, changes)
        try:
            status = stage.hold(kills)
            wrong, fate = judge(stage)
            card = stage.card()
            store = next(each for each in card["data_stores"] if each["id"] == "orders")
            return {"status": status, "fate": fate, "wrong": wrong, "rto_s": card["achieved"]["rto_s"],
                    "rpo_s": store["rpo_s"], "lost": store["lost_writes"], "phases": {
                        each["name"]: round(each["end_s"] - each["start_s"], 1) for each in card["phases"]}}
        finally:
            self.leave(stage)

    def dry_run(self):
        stage = self.stage("dry", self.words.seed)
        try:
            before = len(stage.requests())
            status = stage.dry_run()
            calls = stage.requests()[before:]
            changing = [call["operation"] for call in calls if not call["operation"].startswith(READS)]
            print(f"dry run: exit status {status}, {len(calls)} calls, {len(changing)} that change something")
            return status == 0 and len(calls) > 0 and not changing
        finally:
            self.leave(stage)

    def undisturbed(self, pool):
        world = str(Path(self.words.source) / "scenarios/live/region-loss.yaml")
        low, high = central(simulated_rtos(self.words.blackstart, world, self.words.trials), 0.98)
        print(f"simulated: central 98 % of {self.words.trials} RTOs is {low} s to {high} s", flush=True)
        seeds = range(self.words.seed, self.words.seed + self.words.runs)
        inside = 0
        whole = True
        for seed, run in zip(seeds, pool.map(lambda seed: self.hold(f"run-{seed}", seed), seeds)):
            is_inside = run["rto_s"] is not None and low <= run["rto_s"] <= high
            inside += is_inside
            whole = whole and run["fate"] == "resumed"
            print(f"run {seed}: RTO {run['rto_s']} s {'inside' if is_inside else 'OUTSIDE'}, RPO {run['rpo_s']} s, "
                  f"{run['lost']} lost, {run['phases']} {run['wrong'] or ''}", flush=True)
        print(f"inside: {inside} of {self.words.runs}")
        return whole and 10 * inside >= 9 * self.words.runs

    def killed(self, pool):
        dice = random.Random(self.words.seed)
        moments = [SOONER_S + dice.uniform(0, LASTS_S) for _ in range(self.words.kills)]
        names = [(f"kill-{k + 1}", self.words.seed + k, [at], SOONER) for k, at in enumerate(moments)]
        good = True
        for (name, _, kills, _), run in zip(names, pool.map(lambda each: self.hold(*each), names)):
            good = good and run["fate"] == "resumed"
            print(f"{name} at {kills[0]:.1f} s: {run['fate']}, RTO {run['rto_s']} s, RPO {run['rpo_s']} s, "
                  f"{run['lost']} lost {run['wrong'] or ''}", flush=True)
        return good

    def nothing_secret(self):
        print(f"secrets: {len(self.leaking)} of {self.files} files written have one {self.leaking or ''}")
        return not self.leaking and self.files > 0


def main():
    words = read_words()
    with tempfile.TemporaryDirectory(prefix="blackstart-campaign-") as folder, ThreadPoolExecutor(words.jobs) as pool:
        campaign = Campaign(words, words.keep or folder)
        results = [campaign.dry_run()]
        if words.runs:
            results.append(campaign.undisturbed(pool))
        if words.kills:
            results.append(campaign.killed(pool))
        results.append(campaign.nothing_secret())
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
