/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What can be said of a distribution without drawing from it, against draws.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/document.h"
#include "sim/engine/distribution_decode.h"
#include "sim/engine/median.h"

enum { DRAWS = 20000, ARENA_BYTES_MAX = 1024 * 1024 };

struct median_case {
    const char *text;
    int64_t median_ns; /* Worked out by hand. */
    bool is_constant;
};

static const struct median_case cases[] = {
    {"90s", INT64_C(90000000000), true},
    {"{constant: 90s}", INT64_C(90000000000), true},
    {"{uniform: {low: 60s, high: 2m}}", INT64_C(90000000000), false},
    {"{uniform: {low: 60s, high: 60s}}", INT64_C(60000000000), true},
    {"{normal: {mean: 4m, sd: 0s}}", INT64_C(240000000000), true},
    {"{normal: {mean: 4m, sd: 1s}}", INT64_C(240000000000), false},
    {"{lognormal: {median: 1200ms, p95: 8s}}", 1200000000, false},
    {"{lognormal: {median: 2s, p95: 2s}}", 2000000000, true},
    {"{pareto: {minimum: 15m, shape: 1}}", INT64_C(1800000000000), false},
    {"{empirical: [9s, 2s, 1s]}", 2000000000, false},
    {"{empirical: [9s, 9s]}", INT64_C(9000000000), true},
    {"{empirical: [9s, 2s, 1s], truncate: {min: 5s}}", INT64_C(9000000000), true},
    /* The middle of its bits would draw from the second part. */
    {"{mixture: [{weight: 40%, of: 9s}, {weight: 60%, of: {uniform: {low: 1s, high: 7s}}}]}",
     INT64_C(6000000000), false},
    {"{mixture: [{weight: 1, of: 9s}, {weight: 1, of: 1s}]}", 1000000000, false},
    {"{mixture: [{weight: 1, of: 9s}, {weight: 1, of: {empirical: [9s]}}]}", INT64_C(9000000000),
     true},
    {"{mixture: [{weight: 1, of: 9s}, {weight: 1, of: 1s}], truncate: {min: 5s}}",
     INT64_C(9000000000), true},
    {"{mixture: [{weight: 1, of: {mixture: [{weight: 25%, of: 1s}, {weight: 75%, of: 2s}]}}, "
     "{weight: 1, of: 3s}]}",
     INT64_C(2000000000), false},
};

/* The median splits the draws, whatever their order, into halves. */
static void check_against_draws(const struct median_case *row,
                                const struct bs_distribution *distribution, int64_t median_ns)
{
    unsigned below = 0;
    unsigned above = 0;

    for (uint64_t i = 0; i < DRAWS; i++) {
        const int64_t draw_ns =
            bs_distribution_sample(distribution, i * (UINT64_MAX / DRAWS) + UINT64_MAX / DRAWS / 2)
                .ns;

        below += draw_ns < median_ns ? 1 : 0;
        above += draw_ns > median_ns ? 1 : 0;
    }
    if (below > DRAWS / 2 + 1 || above > DRAWS / 2 + 1) {
        fail_msg("%s: of %u draws, %u lie below and %u above", row->text, DRAWS, below, above);
    }
    if (row->is_constant != (below == 0 && above == 0)) {
        fail_msg("%s: draws say otherwise", row->text);
    }
}

static void medians_split_the_draws(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct median_case *row = &cases[i];
        struct bs_distribution distribution;
        struct bs_document *document = NULL;
        struct bs_arena arena;
        int64_t median_ns;

        bs_arena_init(&arena, ARENA_BYTES_MAX);
        assert_int_equal(BS_OK,
                         bs_document_parse("d", row->text, strlen(row->text), &document, NULL));
        assert_int_equal(
            BS_OK, bs_distribution_decode(bs_document_root(document), &arena, &distribution, NULL));
        median_ns = bs_distribution_median(&distribution).ns;
        if (median_ns < row->median_ns - 10 || median_ns > row->median_ns + 10) {
            fail_msg("%s: %lld ns, not %lld", row->text, (long long)median_ns,
                     (long long)row->median_ns);
        }
        if (bs_distribution_is_constant(&distribution) != row->is_constant) {
            fail_msg("%s: is %sconstant", row->text, row->is_constant ? "" : "not ");
        }
        check_against_draws(row, &distribution, median_ns);
        bs_document_destroy(document);
        bs_arena_clean_up(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(medians_split_the_draws)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
