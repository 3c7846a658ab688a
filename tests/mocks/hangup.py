# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What tests of connections that are hung up on share."""
import select
import time


def count_closed(connections, wanted, within_s):
    """How many the mock has hung up on, when they are as many as wanted or time is up, and it is quiet."""
    poll = select.poll()
    for connection in connections:
        poll.register(connection, select.POLLIN)
    closed = 0
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        ready = poll.poll(1000)
        if not ready and closed >= wanted:
            break
        for number, _ in ready:
            poll.unregister(number)
            closed += 1
    return closed
