# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The hold model in SimPy: as many processes as events are pending, each waiting again and again.

usage: hold_simpy.py PENDING EVENTS

Prints events per second of CPU time. What is drawn is drawn before the clock starts; EVENTS leaves out the last ones,
that are still pending when there is no more to wait for. Exit status 69: SimPy is not there.
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

TABLE_SIZE = 4096
MEAN_S = 10.0


def waiting(env, warm_up, is_warm, measured, is_over):
    for delay in warm_up:
        yield env.timeout(delay)
    if not is_warm.triggered:
        is_warm.succeed()
    for delay in measured:
        yield env.timeout(delay)
    if not is_over.triggered:
        is_over.succeed()


def main():
    pending, events = int(sys.argv[1]), int(sys.argv[2])
    quantiles = [-MEAN_S * math.log1p(-i / TABLE_SIZE) for i in range(TABLE_SIZE)]
    random.seed(42)
    # Two rounds go by unmeasured, as in the C program.
    warm_up = iter(random.choices(quantiles, k=3 * pending))
    measured = iter(random.choices(quantiles, k=events))
    env = simpy.Environment()
    is_warm, is_over = env.event(), env.event()
    for _ in range(pending):
        env.process(waiting(env, warm_up, is_warm, measured, is_over))
    env.run(until=is_warm)
    gc.freeze()  # The processes live to the end: the collector need not go through them again and again.
    began_s = time.process_time()
    env.run(until=is_over)
    print(events / (time.process_time() - began_s))


main()
