/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/arrivals.h"

/* Nanoseconds in a second times 10^9: the period in ns is this over the rate. */
#define NANO_NS_PER_S UINT64_C(1000000000000000000)

enum { POWERS_OF_TWO = 18 }; /* Among its factors. */

struct bs_arrivals bs_arrivals_start(struct bs_stream stream, int64_t rate_nano_per_s)
{
    struct bs_arrivals arrivals = {.stream = stream, .rate_nano_per_s = rate_nano_per_s};

    BS_ASSERT(rate_nano_per_s >= 0 && rate_nano_per_s <= BS_ARRIVAL_RATE_MAX_NANO_PER_S);

    if (rate_nano_per_s > 0) {
        arrivals.period_ns = NANO_NS_PER_S / (uint64_t)rate_nano_per_s;
        arrivals.period_remainder = NANO_NS_PER_S % (uint64_t)rate_nano_per_s;
    }
    return arrivals;
}

void bs_arrivals_seek(struct bs_arrivals *arrivals, uint64_t k)
{
    bs_uint128 scaled = (bs_uint128)k * NANO_NS_PER_S;
    uint64_t rate = (uint64_t)arrivals->rate_nano_per_s;
    bs_uint128 slot_ns;

    if (rate == 0) {
        return;
    }
    slot_ns = scaled / rate;
    arrivals->next = k;
    arrivals->slot_remainder = (uint64_t)(scaled % rate);
    /* Past the last instant only that fact matters. */
    arrivals->slot_ns = slot_ns > UINT64_MAX ? UINT64_MAX : (uint64_t)slot_ns;
}

/*
 * The last slot that begins at or before an instant: the greatest k with k * 10^18 / rate < instant + 1, that
 * is ceil((instant + 1) * rate / 10^18) - 1. `rest` is how far it had begun by then, in 10^-18 of its length.
 */
static uint64_t slot_at(const struct bs_arrivals *arrivals, struct bs_instant instant,
                        uint64_t *rest)
{
    const bs_uint128 scaled =
        ((bs_uint128)instant.ns + 1) * (uint64_t)arrivals->rate_nano_per_s - 1;
    const bs_uint128 halved = scaled >> POWERS_OF_TWO;
    uint64_t k;

    /* Mostly within 64 bits, where a division by a constant is a multiplication. */
    if (halved <= UINT64_MAX) {
        k = (uint64_t)halved / (NANO_NS_PER_S >> POWERS_OF_TWO);
    } else {
        k = (uint64_t)(scaled / NANO_NS_PER_S);
    }
    *rest = (uint64_t)scaled - k * NANO_NS_PER_S;
    return k;
}

uint64_t bs_arrivals_first_at_or_after(struct bs_arrivals *arrivals, struct bs_instant instant)
{
    uint64_t rest;
    uint64_t k;

    if (instant.ns <= 0 || arrivals->rate_nano_per_s == 0) {
        return 0;
    }
    if (instant.ns > BS_INSTANT_MAX.ns) {
        instant.ns = BS_INSTANT_MAX.ns + 1;
    }
    k = slot_at(arrivals, instant, &rest);
    /* All earlier arrivals lie before the instant. A slot that begins in that very nanosecond need not be
       drawn for: most rates have slots that begin at whole seconds. */
    if (rest < (uint64_t)arrivals->rate_nano_per_s) {
        return k;
    }
    return bs_arrivals_at(arrivals, k).ns >= instant.ns ? k : k + 1;
}
