/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Open requests: whoever is due is taken, nobody else, whatever the waits, against a plain list. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/stream.h"
#include "sim/world/open_request.h"

enum {
    REQUESTS = 400,
    TAKES = 3000,
    SEEDS = 40,
};

struct crowd {
    struct bs_stream stream;
    uint64_t draws;
    uint64_t seed;
    int64_t ahead_ns;
    int64_t now_ns;
    struct bs_open_requests set;
    struct bs_open_request requests[REQUESTS];
    bool is_open[REQUESTS];
};

static int64_t below(struct crowd *crowd, int64_t span)
{
    return (int64_t)bs_bits_below(bs_stream_at(&crowd->stream, crowd->draws++), (uint64_t)span);
}

static void add_some(struct crowd *crowd)
{
    for (size_t i = 0; i < REQUESTS; i++) {
        if (!crowd->is_open[i] && below(crowd, 4) == 0) {
            crowd->requests[i].at.ns = crowd->now_ns + below(crowd, crowd->ahead_ns + 1);
            crowd->is_open[i] = true;
            bs_open_requests_add(&crowd->set, &crowd->requests[i]);
        }
    }
}

static void take_due(struct crowd *crowd)
{
    size_t open = 0;

    for (struct bs_open_request *due =
             bs_open_requests_take(&crowd->set, (struct bs_instant){crowd->now_ns});
         due != NULL; due = due->next) {
        const size_t i = (size_t)(due - crowd->requests);

        assert_true(crowd->is_open[i]);
        assert_true(due->at.ns < crowd->now_ns);
        crowd->is_open[i] = false;
    }
    for (size_t i = 0; i < REQUESTS; i++) {
        if (crowd->is_open[i] && crowd->requests[i].at.ns < crowd->now_ns) {
            fail_msg("seed %" PRIu64 ": request %zu is due and was left behind", crowd->seed, i);
        }
        open += crowd->is_open[i] ? 1 : 0;
    }
    assert_int_equal(open, crowd->set.count);
}

/* Mostly a little later, now and then much later than anybody waits. */
static int64_t step_ns(struct crowd *crowd)
{
    return below(crowd, 50) == 0 ? below(crowd, 3 * crowd->ahead_ns + 1)
                                 : below(crowd, crowd->ahead_ns / 20 + 2);
}

static void whoever_is_due_is_taken(void **state)
{
    static const int64_t aheads_ns[] = {
        0, 1, 62, 63, 64, 1000, INT64_C(6500000000), INT64_C(90000000000)};
    static struct crowd crowd;

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        crowd = (struct crowd){
            .stream = bs_stream_open((struct bs_stream_root){.seed = seed}, "crowd", "waits"),
            .seed = seed,
            .ahead_ns = aheads_ns[seed % (sizeof(aheads_ns) / sizeof(aheads_ns[0]))],
        };
        bs_open_requests_init(&crowd.set, (struct bs_duration){crowd.ahead_ns});
        for (int i = 0; i < TAKES; i++) {
            add_some(&crowd);
            crowd.now_ns += step_ns(&crowd);
            take_due(&crowd);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_is_due_is_taken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
