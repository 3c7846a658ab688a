/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Distributions as people write them: each form, and each mistake with its place.
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

#define MIDDLE UINT64_C(0x8000000000000000)

struct form_case {
    const char *text;
    enum bs_distribution_kind kind;
    int64_t median_ns;
};

static const struct form_case forms[] = {
    {"90s", BS_DISTRIBUTION_CONSTANT, INT64_C(90000000000)},
    {"{constant: 90s}", BS_DISTRIBUTION_CONSTANT, INT64_C(90000000000)},
    {"{uniform: {low: 60s, high: 2m}}", BS_DISTRIBUTION_UNIFORM, INT64_C(90000000000)},
    {"{normal: {mean: 4m, sd: 0s}}", BS_DISTRIBUTION_NORMAL, INT64_C(240000000000)},
    {"{lognormal: {median: 1200ms, p95: 8s}}", BS_DISTRIBUTION_LOGNORMAL, 1200000000},
    {"{exponential: {mean: 1s}}", BS_DISTRIBUTION_EXPONENTIAL, 693147181},
    {"{weibull: {shape: 1.5, scale: 1s}}", BS_DISTRIBUTION_WEIBULL, 783219769},
    {"{pareto: {minimum: 15m, shape: 1}}", BS_DISTRIBUTION_PARETO, INT64_C(1800000000000)},
    {"{gamma: {shape: 2, scale: 3s}}", BS_DISTRIBUTION_GAMMA, INT64_C(5035040970)},
    {"{empirical: [9s, 2s, 1s]}", BS_DISTRIBUTION_EMPIRICAL, INT64_C(2000000000)},
    {"{mixture: [{weight: 10%, of: 1s}, {weight: 0.9, of: {empirical: [5s]}}]}",
     BS_DISTRIBUTION_MIXTURE, INT64_C(5000000000)},
    {"{exponential: {mean: 1s}, truncate: {min: 1s, max: 2s}}", BS_DISTRIBUTION_EXPONENTIAL,
     1379885493},
    {"{empirical: [9s, 2s, 1s], truncate: {max: 8s, min: 2s}}", BS_DISTRIBUTION_EMPIRICAL,
     INT64_C(2000000000)},
};

struct mistake_case {
    const char *text;
    uint32_t line;
    uint32_t column;
    const char *says; /* A part of the message. */
};

static const struct mistake_case mistakes[] = {
    {"soon", 1, 1, "duration"},
    {"-5s", 1, 1, "duration"},
    {"{}", 1, 1, "needs a shape"},
    {"[1s]", 1, 1, "map"},
    {"{truncate: {min: 1s}}", 1, 1, "needs a shape"},
    {"{expontial: {mean: 1s}}", 1, 2, "exponential"},
    {"exponential: {mean: 1s}\nuniform: {low: 1s, high: 2s}", 2, 1, "one shape"},
    {"{exponential: 5s}", 1, 15, ""},
    {"{exponential: {men: 1s}}", 1, 16, "mean"},
    {"{uniform: {low: 3s, high: 2s}}", 1, 11, "low is greater than high"},
    {"{uniform: {low: 3s}}", 1, 11, "high"},
    {"{lognormal: {median: 0s, p95: 1s}}", 1, 22, ""},
    {"{lognormal: {median: 3s, p95: 1s}}", 1, 13, "median is greater than p95"},
    {"{weibull: {shape: 0, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: -1, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: 1e2, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: '1,5', scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: 1., scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: .5, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: 1.2.3, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: 1000.1, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: 0.1234567890, scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: [1], scale: 1s}}", 1, 19, "shape is a number"},
    {"{weibull: {shape: , scale: 1s}}", 1, 0, ""},
    {"{gamma: {shape: 2}}", 1, 9, "scale"},
    {"{empirical: []}", 1, 13, "1 to 10000"},
    {"{empirical: 5s}", 1, 13, "list"},
    {"{empirical: [5s, later]}", 1, 18, "duration"},
    {"{mixture: []}", 1, 11, "1 to 1000"},
    {"{mixture: [{weight: 0%, of: 5s}]}", 1, 21, ""},
    {"{mixture: [{weight: 5%}]}", 1, 12, "of"},
    {"{mixture: [{weight: 5%, of: {uniform: {low: 2s, high: 1s}}}]}", 1, 39, "low"},
    {"{exponential: {mean: 1s}, truncate: {min: 2s, max: 1s}}", 1, 37, "min is greater"},
    {"{constant: 1s, truncate: {min: 2s}}", 1, 26, "leaves nothing"},
};

static enum bs_status decode(const char *text, struct bs_document **document,
                             struct bs_arena *arena, struct bs_distribution *distribution,
                             struct bs_error *error)
{
    assert_int_equal(BS_OK,
                     bs_document_parse("scenario.yaml", text, strlen(text), document, error));
    return bs_distribution_decode(bs_document_root(*document), arena, distribution, error);
}

static void every_form_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        struct bs_document *document = NULL;
        struct bs_distribution distribution;
        struct bs_error error = {0};
        struct bs_arena arena;
        int64_t median_ns;
        /* Samples are taken in the middle of a step of 2^-40. */
        int64_t allowed_ns = 1 + forms[i].median_ns / INT64_C(10000000000);

        bs_arena_init(&arena, 100000);
        if (decode(forms[i].text, &document, &arena, &distribution, &error) != BS_OK) {
            fail_msg("%s: %s", forms[i].text, error.message);
        }
        bs_document_destroy(document);
        assert_int_equal(forms[i].kind, distribution.kind);
        median_ns = bs_distribution_sample(&distribution, MIDDLE).ns;
        if (median_ns < forms[i].median_ns - allowed_ns ||
            median_ns > forms[i].median_ns + allowed_ns) {
            fail_msg("%s: median %lld ns", forms[i].text, (long long)median_ns);
        }
        bs_arena_clean_up(&arena);
    }
}

static bool is_written(const char *text)
{
    struct bs_document *document = NULL;
    bool answer;

    assert_int_equal(BS_OK, bs_document_parse("value", text, strlen(text), &document, NULL));
    answer = bs_distribution_is_written(bs_document_root(document));
    bs_document_destroy(document);
    return answer;
}

static void maps_with_a_shape_are_known_for_distributions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        if (is_written(forms[i].text) != (forms[i].text[0] == '{')) {
            fail_msg("%s", forms[i].text);
        }
    }
    assert_false(is_written("[1s]"));
    assert_false(is_written("{}"));
    assert_false(is_written("{max: 2, base: 500ms}"));
    assert_false(is_written("{truncate: {min: 1s}}"));
    assert_true(is_written("{truncate: {min: 1s}, exponential: {mean: 1s}}"));
}

static void every_mistake_has_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
        const struct mistake_case *row = &mistakes[i];
        struct bs_document *document = NULL;
        struct bs_distribution distribution;
        struct bs_error error = {0};
        struct bs_arena arena;

        bs_arena_init(&arena, 100000);
        if (decode(row->text, &document, &arena, &distribution, &error) != BS_ERR_INPUT ||
            error.where.line != row->line ||
            (row->column != 0 && error.where.column != row->column) ||
            strstr(error.message, row->says) == NULL) {
            fail_msg("%s: %u:%u: %s", row->text, (unsigned)error.where.line,
                     (unsigned)error.where.column, error.message);
        }
        bs_document_destroy(document);
        bs_arena_clean_up(&arena);
    }
}

static void a_full_arena_is_reported(void **state)
{
    struct bs_document *document = NULL;
    struct bs_distribution distribution;
    struct bs_error error = {0};
    struct bs_arena arena;

    (void)state;
    bs_arena_init(&arena, 1);
    assert_int_equal(BS_ERR_MEMORY,
                     decode("{empirical: [1s, 2s]}", &document, &arena, &distribution, &error));
    bs_document_destroy(document);
    bs_arena_clean_up(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_read),
        cmocka_unit_test(maps_with_a_shape_are_known_for_distributions),
        cmocka_unit_test(every_mistake_has_its_place),
        cmocka_unit_test(a_full_arena_is_reported),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
