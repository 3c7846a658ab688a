# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The hold model in SimPy: as many processes as events are pending, each waiting again and again.

usage: hold_simpy.py PENDING EVENTS

Prints events per second of CPU time. Delays are drawn from a table of quantiles, so that drawing costs little; two
rounds go by unmeasured. Exit status 69: SimPy is not there.
"""
import gc
import math
import random
import sys
import time

try:
    import simpy
except ImportError:
    sys.exit(69)

TABLE_BITS = 12
MEAN_S = 10.0
WARM_UP_ROUNDS = 2


def waiting(env, draws, is_drawn, quantiles, bits=random.getrandbits):
    """One process of many that share the draws that are left in each phase; the first to find none says so."""
    for left, event in zip(draws, is_drawn):
        for _ in left:
            yield env.timeout(quantiles[bits(TABLE_BITS)])
        if not event.triggered:
            event.succeed()


def main():
    pending, events = int(sys.argv[1]), int(sys.argv[2])
    size = 2**TABLE_BITS
    quantiles = [-MEAN_S * math.log1p(-i / size) for i in range(size)]
    random.seed(42)
    env = simpy.Environment()
    is_warm, is_over = env.event(), env.event()
    draws = [iter(range((1 + WARM_UP_ROUNDS) * pending)), iter(range(events))]
    for _ in range(pending):
        env.process(waiting(env, draws, (is_warm, is_over), quantiles))
    env.run(until=is_warm)
    gc.freeze()  # Processes live to the end: the collector need not go through them again and again.
    began_s = time.process_time()
    env.run(until=is_over)
    print(events / (time.process_time() - began_s))


main()
