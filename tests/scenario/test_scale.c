/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Values at half and at double of what they say.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sim/scenario/scale.h"

static const struct {
    const char *text;
    const char *half; /* NULL: there is nothing to scale. */
    const char *doubled;
} cases[] = {
    {"35ms", "17.5ms", "70ms"},
    {"1.25s", "0.625s", "2.5s"},
    {"1m30s", "45s", "180s"},
    {"0s", "0s", "0s"},
    {"60/s", "30/s", "120/s"},
    {"400MB", "200MB", "800MB"},
    {"5%", "2.5%", "10%"},
    {"49.5%", "24.75%", "99%"},
    {"50%", "25%", "75%"},
    {"99.9%", "49.95%", "99.95%"},
    {"3", "2", "6"},
    {"1", "1", "2"},
    {"postgres", NULL, NULL},
    {"'90 days or so'", NULL, NULL},
    {"0.5", NULL, NULL},
    {"1.2.3s", NULL, NULL},
    {"~", NULL, NULL},
    {"[2, 3]", NULL, NULL},
    {"{max: 2, base: 500ms}", "{max: 2, base: 250ms}", "{max: 2, base: 1000ms}"},
    {"{lognormal: {median: 15m, p95: 40m}}", "{lognormal: {median: 7.5m, p95: 20m}}",
     "{lognormal: {median: 30m, p95: 80m}}"},
    {"{pareto: {minimum: 15m, shape: 1}, truncate: {max: 7d}}",
     "{pareto: {minimum: 7.5m, shape: 1}, truncate: {max: 3.5d}}",
     "{pareto: {minimum: 30m, shape: 1}, truncate: {max: 14d}}"},
    {"{empirical: [1s, 3s]}", "{empirical: [0.5s, 1.5s]}", "{empirical: [2s, 6s]}"},
    {"{mixture: [{weight: 90%, of: 5s}, {weight: 10%, of: {exponential: {mean: 1m}}}]}",
     "{mixture: [{weight: 90%, of: 2.5s}, {weight: 10%, of: {exponential: {mean: 0.5m}}}]}",
     "{mixture: [{weight: 90%, of: 10s}, {weight: 10%, of: {exponential: {mean: 2m}}}]}"},
};

static void check(const struct bs_node *node, enum bs_scale scale, const char *text,
                  const char *expected)
{
    struct bs_buffer buffer;
    const char *found;

    bs_buffer_init(&buffer, 1024);
    found = bs_scale_write(node, scale, &buffer) ? buffer.bytes : "(nothing)";
    if (strcmp(found, expected != NULL ? expected : "(nothing)") != 0) {
        fail_msg("%s: %s", text, found);
    }
    bs_buffer_clean_up(&buffer);
}

static void numbers_with_a_unit_are_scaled(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct bs_document *document = NULL;
        struct bs_buffer map;

        /* In a map, as values stand in files: a document must not be null. */
        bs_buffer_init(&map, 1024);
        bs_buffer_format(&map, "key: %s", cases[i].text);
        assert_int_equal(BS_OK, bs_document_parse("value", map.bytes, map.length, &document, NULL));
        check(bs_document_root(document)->first, BS_SCALE_HALF, cases[i].text, cases[i].half);
        check(bs_document_root(document)->first, BS_SCALE_DOUBLE, cases[i].text, cases[i].doubled);
        bs_document_destroy(document);
        bs_buffer_clean_up(&map);
    }
}

static void a_full_buffer_is_noticed(void **state)
{
    static const char text[] = "{median: 15m, p95: 40m}";
    struct bs_document *document = NULL;
    struct bs_buffer buffer;

    (void)state;
    assert_int_equal(BS_OK, bs_document_parse("value", text, strlen(text), &document, NULL));
    bs_buffer_init(&buffer, 10);
    assert_false(bs_scale_write(bs_document_root(document), BS_SCALE_HALF, &buffer));
    assert_true(buffer.failed);
    bs_buffer_clean_up(&buffer);
    bs_document_destroy(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_with_a_unit_are_scaled),
        cmocka_unit_test(a_full_buffer_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
