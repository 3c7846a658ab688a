/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Doomed requests: whatever is added, taken and forgotten, what is left is what a plain list would hold. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "sim/world/doomed_request.h"

enum {
    REQUESTS = 2000,
    RESOLVERS = 12,
    SEEDS = 40,
};

struct crowd {
    struct bs_stream stream;
    uint64_t draws;
    uint64_t seed;
    uint64_t added; /* So many requests; number n has arrived at n. */
    struct bs_arena arena;
    struct bs_doomed_requests set;
    uint32_t resolver[REQUESTS];
    bool is_there[REQUESTS];
};

static uint64_t below(struct crowd *crowd, uint64_t span)
{
    return bs_bits_below(bs_stream_at(&crowd->stream, crowd->draws++), span);
}

static void add_one(struct crowd *crowd)
{
    const uint32_t resolver = (uint32_t)below(crowd, RESOLVERS);
    const struct bs_doomed_request request = {
        crowd->added, ~crowd->added, {(int64_t)crowd->added}, resolver, 0};

    if (crowd->added < REQUESTS) {
        assert_true(bs_doomed_requests_add(&crowd->set, &request));
        crowd->resolver[crowd->added] = resolver;
        crowd->is_there[crowd->added++] = true;
    }
}

static void check_taken(struct crowd *crowd, const struct bs_doomed_request *taken)
{
    if (taken->k >= crowd->added || !crowd->is_there[taken->k]) {
        fail_msg("seed %" PRIu64 ": request %" PRIu64 " is not there to be taken", crowd->seed,
                 taken->k);
    }
    assert_int_equal(~taken->k, taken->fate);
    assert_int_equal(taken->k, taken->at.ns);
    assert_int_equal(crowd->resolver[taken->k], taken->resolver);
    crowd->is_there[taken->k] = false;
}

/* None is left of those that a taking should have found: of a resolver, or all if that is RESOLVERS. */
static void check_none_left(const struct crowd *crowd, uint32_t resolver)
{
    for (uint64_t k = 0; k < crowd->added; k++) {
        if (crowd->is_there[k] && (resolver == RESOLVERS || crowd->resolver[k] == resolver)) {
            fail_msg("seed %" PRIu64 ": request %" PRIu64 " was left behind", crowd->seed, k);
        }
    }
}

static void take_of_one(struct crowd *crowd)
{
    const uint32_t resolver = (uint32_t)below(crowd, RESOLVERS);
    struct bs_doomed_request taken;

    while (bs_doomed_requests_take_of(&crowd->set, resolver, &taken)) {
        assert_int_equal(resolver, taken.resolver);
        check_taken(crowd, &taken);
    }
    check_none_left(crowd, resolver);
}

static void take_all(struct crowd *crowd)
{
    struct bs_doomed_request taken;

    while (bs_doomed_requests_take(&crowd->set, &taken)) {
        check_taken(crowd, &taken);
    }
    check_none_left(crowd, RESOLVERS);
}

static void forget_some(struct crowd *crowd)
{
    const uint64_t before = crowd->added - below(crowd, crowd->added / 2 + 1);

    bs_doomed_requests_forget(&crowd->set, (struct bs_instant){(int64_t)before});
    memset(crowd->is_there, 0, before * sizeof(crowd->is_there[0]));
}

static void nobody_is_lost_or_taken_twice(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct crowd crowd = {.seed = seed};

        crowd.stream = bs_stream_open((struct bs_stream_root){seed, 0}, "crowd", "doomed");
        bs_arena_init(&crowd.arena, 1 << 20);
        assert_true(bs_doomed_requests_init(&crowd.set, &crowd.arena, RESOLVERS));
        while (crowd.added < REQUESTS) {
            const uint64_t what = below(&crowd, 100);

            if (what < 90) {
                add_one(&crowd);
            } else if (what < 97) {
                take_of_one(&crowd);
            } else if (what < 99) {
                forget_some(&crowd);
            } else {
                take_all(&crowd);
            }
        }
        take_all(&crowd);
        bs_arena_clean_up(&crowd.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_is_lost_or_taken_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
