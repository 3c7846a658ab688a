# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The wire backend: with every call to AWS over HTTP a run's history is, byte for byte, what it is without."""
import json
import os
import unittest

import harness

SCENARIO = os.environ.get("BS_SCENARIO", harness.FLAGSHIP)
SEEDS = os.environ.get("BS_SEEDS", "1")


class WireTest(harness.Case):
    def history(self, scenario, seed, backend):
        folder = self.folder / f"{backend}-{seed}"
        done = self.run_text("run", scenario, "--seed", seed, "--backend", backend, "--out", folder, "--quiet")
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        return (folder / "history.jsonl").read_bytes()

    def test_is_the_simulators_history(self):
        for seed in range(1, int(SEEDS) + 1):
            sim = self.history(SCENARIO, seed, "sim")
            wire = self.history(SCENARIO, seed, "wire")
            place = next((i for i, (a, b) in enumerate(zip(sim.splitlines(), wire.splitlines())) if a != b), None)
            if place is not None:
                self.fail(f"{SCENARIO} seed {seed}, line {place + 1}: {sim.splitlines()[place]}, over the wire "
                          f"{wire.splitlines()[place]}; reproduce: blackstart run {SCENARIO} --seed {seed} "
                          "--backend wire --out DIR")
            self.assertEqual(len(sim), len(wire))

    def test_the_card_says_which_backend(self):
        done = self.run_text("run", SCENARIO, "--backend", "wire", "--format", "json")
        card = json.loads(done.stdout)
        self.assertEqual(card["backend"], "wire")
        self.assertTrue(card["reproduce"].endswith("--seed 1 --backend wire"), card["reproduce"])


if __name__ == "__main__":
    harness.main()
