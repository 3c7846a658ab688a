/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_TIME_H
#define BS_BASE_TIME_H

/**
 * Virtual time: signed 64-bit nanoseconds in two types that the compiler keeps apart.
 *
 * An instant counts from the start of the run and lies in [0, BS_INSTANT_MAX]; 104 days fit exactly into a
 * double's 53 bits, so that samplers may pass through floating point without losing a nanosecond.
 * BS_INSTANT_NEVER is later than every instant; BS_INSTANT_UNKNOWN is no instant at all. Arithmetic asserts
 * on overflow; text from people is checked by bs_duration_parse() instead.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/assert.h"

struct bs_instant {
    int64_t ns;
};

struct bs_duration {
    int64_t ns;
};

#define BS_NS_PER_S  INT64_C(1000000000)
#define BS_NS_PER_MS INT64_C(1000000)
/* 104 days; see above. */
#define BS_INSTANT_MAX         ((struct bs_instant){INT64_C(104) * 86400 * BS_NS_PER_S})
#define BS_INSTANT_NEVER       ((struct bs_instant){INT64_MAX})
#define BS_INSTANT_UNKNOWN     ((struct bs_instant){INT64_MIN})
#define BS_DURATION_UNKNOWN_NS INT64_MIN
#define BS_DURATION_UNKNOWN    ((struct bs_duration){BS_DURATION_UNKNOWN_NS})
#define BS_DURATION_MAX        ((struct bs_duration){INT64_C(104) * 86400 * BS_NS_PER_S})

#define BS_SECONDS(s)    ((struct bs_duration){(int64_t)(s)*BS_NS_PER_S})
#define BS_MILLIS(ms)    ((struct bs_duration){(int64_t)(ms)*BS_NS_PER_MS})
#define BS_AT_SECONDS(s) ((struct bs_instant){(int64_t)(s)*BS_NS_PER_S})

/** `at + by`; asserts that the result is an instant of a run. NEVER plus anything stays NEVER. */
static inline struct bs_instant bs_instant_add(struct bs_instant at, struct bs_duration by)
{
    struct bs_instant sum;

    if (at.ns == INT64_MAX) {
        return at;
    }
    BS_ASSERT(!__builtin_add_overflow(at.ns, by.ns, &sum.ns));
    return sum;
}

/** `later - earlier`; negative if they are the other way round. */
static inline struct bs_duration bs_duration_between(struct bs_instant earlier,
                                                     struct bs_instant later)
{
    struct bs_duration span;

    BS_ASSERT(!__builtin_sub_overflow(later.ns, earlier.ns, &span.ns));
    return span;
}

static inline struct bs_duration bs_duration_add(struct bs_duration a, struct bs_duration b)
{
    struct bs_duration sum;

    BS_ASSERT(!__builtin_add_overflow(a.ns, b.ns, &sum.ns));
    return sum;
}

static inline struct bs_duration bs_duration_multiply(struct bs_duration a, int64_t factor)
{
    struct bs_duration product;

    BS_ASSERT(!__builtin_mul_overflow(a.ns, factor, &product.ns));
    return product;
}

static inline bool bs_instant_before(struct bs_instant a, struct bs_instant b)
{
    return a.ns < b.ns;
}

static inline struct bs_instant bs_instant_min(struct bs_instant a, struct bs_instant b)
{
    return a.ns < b.ns ? a : b;
}

static inline struct bs_instant bs_instant_max(struct bs_instant a, struct bs_instant b)
{
    return a.ns > b.ns ? a : b;
}

/**
 * Reads `90s`, `1m30s`, `250ms`, `4h`, `2d`, `1.5s`, `0s`, with at most one leading `-`: units d, h, m, s,
 * ms, us, ns, each at most once and from large to small; a unit is required. Digits after a point must come
 * to whole nanoseconds. Returns false if `text` is anything else or beyond +-BS_DURATION_MAX.
 */
bool bs_duration_parse(const char *text, size_t length, struct bs_duration *duration);

enum { BS_TIME_TEXT_MAX = 48 };

/** Decimal seconds with at most 9 digits after the point and no trailing zeros: "0", "-0.25", "300.5". */
void bs_seconds_format(int64_t ns, char text[BS_TIME_TEXT_MAX]);

/**
 * For people: "4m 12s", "1h 2m 3s", "8.5s", "240ms", "0s"; seconds cut to one digit below a minute. Parts
 * that are zero are left out; BS_DURATION_UNKNOWN is "unknown".
 */
void bs_duration_format(struct bs_duration duration, char text[BS_TIME_TEXT_MAX]);

#endif
