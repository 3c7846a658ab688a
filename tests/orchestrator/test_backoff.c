/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Backoff and the texts of reasons: the core's own small arithmetic. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/core/backoff.h"
#include "orchestrator/core/reason.h"

struct backoff_case {
    const char *name;
    int64_t base_s;
    int64_t factor;
    int64_t cap_s;
    uint32_t tries;
    int64_t expected_s;
};

static void test_waits_grow_to_the_cap(void **state)
{
    static const struct backoff_case cases[] = {
        /*                      base  factor  cap        tries  expected */
        {"first_is_base", 1, 2, 20, 1, 1},
        {"doubles", 1, 2, 20, 2, 2},
        {"doubles_again", 1, 2, 20, 5, 16},
        {"capped", 1, 2, 20, 6, 20},
        {"factor_one_stays", 3, 1, 20, 1000000000, 3},
        {"cap_below_base", 30, 2, 20, 1, 20},
        {"no_overflow", 1, 10, 86400 * 104, 4000000, 86400 * 104},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct backoff_case *c = &cases[i];
        const struct bs_retry retry = {5, BS_SECONDS(c->base_s), c->factor, BS_SECONDS(c->cap_s),
                                       0};
        struct bs_pcg pcg = bs_pcg_seeded(1, 2);

        if (bs_backoff(&retry, c->tries, &pcg).ns != c->expected_s * BS_NS_PER_S) {
            fail_msg("%s", c->name);
        }
    }
}

static void test_jitter_stays_in_its_share_and_fills_it(void **state)
{
    const struct bs_retry retry = {5, BS_SECONDS(10), 2, BS_SECONDS(10), 100000000};
    struct bs_pcg pcg = bs_pcg_seeded(42, 54);
    int64_t least = INT64_MAX;
    int64_t most = 0;

    (void)state;
    for (uint32_t i = 0; i < 10000; i++) {
        int64_t ns = bs_backoff(&retry, 3, &pcg).ns;

        least = ns < least ? ns : least;
        most = ns > most ? ns : most;
    }
    assert_true(least >= 9 * BS_NS_PER_S && least < 9 * BS_NS_PER_S + 10 * BS_NS_PER_MS);
    assert_true(most <= 11 * BS_NS_PER_S && most > 11 * BS_NS_PER_S - 10 * BS_NS_PER_MS);
}

static void test_reasons_are_put_together(void **state)
{
    struct bs_reason reason = bs_reason_of("lag ");

    (void)state;
    bs_reason_add_span(&reason, BS_MILLIS(7250));
    bs_reason_add(&reason, ", ");
    bs_reason_add_span(&reason, BS_MILLIS(-5));
    bs_reason_add(&reason, ", ");
    bs_reason_add_span(&reason, BS_SECONDS(-3));
    bs_reason_add(&reason, ", ");
    bs_reason_add_count(&reason, INT64_MIN);
    assert_string_equal(reason.text, "lag 7.25 s, -0.005 s, -3 s, -9223372036854775808");
}

static void test_long_reasons_are_cut(void **state)
{
    struct bs_reason reason = {{0}};

    (void)state;
    for (uint32_t i = 0; i < 100; i++) {
        bs_reason_add(&reason, "abcdefg");
    }
    assert_int_equal(strlen(reason.text), BS_REASON_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_waits_grow_to_the_cap),
        cmocka_unit_test(test_jitter_stays_in_its_share_and_fills_it),
        cmocka_unit_test(test_reasons_are_put_together),
        cmocka_unit_test(test_long_reasons_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
