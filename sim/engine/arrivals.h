/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_ARRIVALS_H
#define BS_SIM_ENGINE_ARRIVALS_H

/**
 * An arrival process with random access: arrival k lies at (k + U_k) / rate, U_k uniform on [0, 1) and a
 * function of (stream, k) alone.
 *
 * In integers: with the rate in 10^-9 per second, slot k is [floor(k * 10^18 / rate),
 * floor((k + 1) * 10^18 / rate)) ns, and arrival k lies in slot k. So arrivals come in order, exactly one to
 * a slot, and the arrivals in any window [a, b) are those from bs_arrivals_first_at_or_after(a) up to, but
 * without, bs_arrivals_first_at_or_after(b): counted without being listed. Rate 0 never arrives.
 */

#include <stdint.h>

#include "base/stream.h"
#include "base/time.h"

/* One arrival per ns: slots must not be empty. */
#define BS_ARRIVAL_RATE_MAX_NANO_PER_S INT64_C(1000000000000000000)

/** Initialise with bs_arrivals_start(). Copies are independent and equal. */
struct bs_arrivals {
    struct bs_stream stream;
    int64_t rate_nano_per_s;
    /* 10^18 = period_ns * rate + period_remainder. */
    uint64_t period_ns;
    uint64_t period_remainder;
    /* Slot `next` begins at slot_ns + slot_remainder / rate. */
    uint64_t next;
    uint64_t slot_ns;
    uint64_t slot_remainder;
};

/** `rate_nano_per_s` in [0, BS_ARRIVAL_RATE_MAX_NANO_PER_S]. */
struct bs_arrivals bs_arrivals_start(struct bs_stream stream, int64_t rate_nano_per_s);

/** The end of slot k, rounded down to whole ns: arrival k does not lie after it. For rates above 0. */
static inline struct bs_instant bs_arrivals_slot_end(const struct bs_arrivals *arrivals, uint64_t k)
{
    const bs_uint128 end_ns =
        ((bs_uint128)k + 1) * UINT64_C(1000000000000000000) / (uint64_t)arrivals->rate_nano_per_s;

    return end_ns > (uint64_t)BS_INSTANT_MAX.ns ? BS_INSTANT_NEVER
                                                : (struct bs_instant){(int64_t)end_ns};
}

/** Makes slot k the next; for bs_arrivals_at() alone. */
void bs_arrivals_seek(struct bs_arrivals *arrivals, uint64_t k);

/**
 * Arrival k; not decreasing in k. BS_INSTANT_NEVER beyond BS_INSTANT_MAX and for rate 0. Any order of k is
 * allowed, k after k - 1 is cheap.
 */
static inline struct bs_instant bs_arrivals_at(struct bs_arrivals *arrivals, uint64_t k)
{
    uint64_t begin_ns;
    uint64_t at_ns;

    if (k != arrivals->next) {
        bs_arrivals_seek(arrivals, k);
    }
    begin_ns = arrivals->slot_ns;
    if (begin_ns > (uint64_t)BS_INSTANT_MAX.ns || arrivals->rate_nano_per_s == 0) {
        return BS_INSTANT_NEVER;
    }
    arrivals->next = k + 1;
    arrivals->slot_ns += arrivals->period_ns;
    arrivals->slot_remainder += arrivals->period_remainder;
    if (arrivals->slot_remainder >= (uint64_t)arrivals->rate_nano_per_s) {
        arrivals->slot_remainder -= (uint64_t)arrivals->rate_nano_per_s;
        arrivals->slot_ns++;
    }
    at_ns =
        begin_ns + bs_bits_below(bs_stream_at(&arrivals->stream, k), arrivals->slot_ns - begin_ns);
    return at_ns > (uint64_t)BS_INSTANT_MAX.ns ? BS_INSTANT_NEVER
                                               : (struct bs_instant){(int64_t)at_ns};
}

/**
 * The smallest k whose arrival is at or after `instant`; for rate 0 that is 0. Instants beyond
 * BS_INSTANT_MAX count as the nanosecond after it, which gives the number of all arrivals there are.
 */
uint64_t bs_arrivals_first_at_or_after(struct bs_arrivals *arrivals, struct bs_instant instant);

#endif
