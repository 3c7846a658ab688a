/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Arrivals: in their slots, in order, the same whatever the order of asking; counts without listing.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sim/engine/arrivals.h"

/* Per hour, odd, fast, slots of 1 to 2 ns, one per ns. */
static const int64_t rates_nano_per_s[] = {
    1,
    277777,
    1000000000,
    INT64_C(159999999937),
    INT64_C(3000000000007),
    INT64_C(700000000000000003),
    BS_ARRIVAL_RATE_MAX_NANO_PER_S,
};

enum { RATES = sizeof(rates_nano_per_s) / sizeof(rates_nano_per_s[0]) };

static struct bs_arrivals arrivals_of(int64_t rate_nano_per_s)
{
    const struct bs_stream_root root = {.seed = 11, .trial = 3};

    return bs_arrivals_start(bs_stream_open(root, "shoppers", "arrival"), rate_nano_per_s);
}

static bs_uint128 slot_begin_ns(uint64_t k, int64_t rate_nano_per_s)
{
    return (bs_uint128)k * UINT64_C(1000000000000000000) / (uint64_t)rate_nano_per_s;
}

static void each_arrival_lies_in_its_slot(void **state)
{
    (void)state;
    for (size_t r = 0; r < RATES; r++) {
        struct bs_arrivals arrivals = arrivals_of(rates_nano_per_s[r]);
        int64_t before_ns = 0;

        for (uint64_t k = 0; k < 20000; k++) {
            int64_t at_ns = bs_arrivals_at(&arrivals, k).ns;

            assert_true(at_ns >= before_ns);
            before_ns = at_ns;
            if (at_ns != BS_INSTANT_NEVER.ns) {
                assert_true((bs_uint128)at_ns >= slot_begin_ns(k, rates_nano_per_s[r]));
                assert_true((bs_uint128)at_ns < slot_begin_ns(k + 1, rates_nano_per_s[r]));
                assert_true(at_ns <= bs_arrivals_slot_end(&arrivals, k).ns);
            }
        }
    }
}

static void order_of_asking_does_not_matter(void **state)
{
    (void)state;
    for (size_t r = 0; r < RATES; r++) {
        struct bs_arrivals forward = arrivals_of(rates_nano_per_s[r]);

        for (uint64_t k = 0; k < 500; k++) {
            struct bs_arrivals direct = arrivals_of(rates_nano_per_s[r]);
            struct bs_arrivals back = arrivals_of(rates_nano_per_s[r]);
            int64_t at_ns = bs_arrivals_at(&forward, k).ns;

            assert_int_equal(at_ns, bs_arrivals_at(&direct, k).ns);
            (void)bs_arrivals_at(&back, k + 1000);
            assert_int_equal(at_ns, bs_arrivals_at(&back, k).ns);
        }
    }
}

static void windows_are_counted_as_listing_would(void **state)
{
    (void)state;
    for (size_t r = 0; r < RATES; r++) {
        struct bs_arrivals listed = arrivals_of(rates_nano_per_s[r]);
        struct bs_arrivals asked = arrivals_of(rates_nano_per_s[r]);

        for (uint64_t k = 0; k < 2000; k++) {
            struct bs_instant at = bs_arrivals_at(&listed, k);

            if (at.ns == BS_INSTANT_NEVER.ns) {
                break;
            }
            /* Strictly increasing: slots share no nanosecond. */
            assert_int_equal(k, bs_arrivals_first_at_or_after(&asked, at));
            at.ns++;
            assert_int_equal(k + 1, bs_arrivals_first_at_or_after(&asked, at));
        }
    }
}

static void a_day_at_160_per_second(void **state)
{
    struct bs_arrivals arrivals = arrivals_of(INT64_C(160000000000));

    (void)state;
    assert_int_equal(160 * 86400, bs_arrivals_first_at_or_after(&arrivals, BS_AT_SECONDS(86400)));
    assert_int_equal(0, bs_arrivals_first_at_or_after(&arrivals, BS_AT_SECONDS(0)));
    assert_int_equal(0, bs_arrivals_first_at_or_after(&arrivals, BS_AT_SECONDS(-5)));
}

static void rate_zero_never_arrives(void **state)
{
    struct bs_arrivals arrivals = arrivals_of(0);

    (void)state;
    assert_int_equal(BS_INSTANT_NEVER.ns, bs_arrivals_at(&arrivals, 0).ns);
    assert_int_equal(BS_INSTANT_NEVER.ns, bs_arrivals_at(&arrivals, 7).ns);
    assert_int_equal(0, bs_arrivals_first_at_or_after(&arrivals, BS_AT_SECONDS(100)));
    assert_int_equal(0, bs_arrivals_first_at_or_after(&arrivals, BS_INSTANT_NEVER));
}

static void nothing_arrives_beyond_the_last_instant(void **state)
{
    (void)state;
    for (size_t r = 0; r < RATES; r++) {
        struct bs_arrivals arrivals = arrivals_of(rates_nano_per_s[r]);
        uint64_t all = bs_arrivals_first_at_or_after(&arrivals, BS_INSTANT_NEVER);

        assert_int_equal(BS_INSTANT_NEVER.ns, bs_arrivals_at(&arrivals, all).ns);
        assert_int_equal(BS_INSTANT_NEVER.ns, bs_arrivals_at(&arrivals, all + 1).ns);
        assert_int_equal(BS_INSTANT_NEVER.ns, bs_arrivals_at(&arrivals, UINT64_MAX).ns);
        if (all > 0) {
            assert_true(bs_arrivals_at(&arrivals, all - 1).ns <= BS_INSTANT_MAX.ns);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_arrival_lies_in_its_slot),
        cmocka_unit_test(order_of_asking_does_not_matter),
        cmocka_unit_test(windows_are_counted_as_listing_would),
        cmocka_unit_test(a_day_at_160_per_second),
        cmocka_unit_test(rate_zero_never_arrives),
        cmocka_unit_test(nothing_arrives_beyond_the_last_instant),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
