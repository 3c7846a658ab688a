/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/trial/posture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

enum { HISTORY_BYTES_MAX = 1024 * 1024 };

static const char everything[] = BS_SOURCE_DIR "/tests/cli/language/everything.yaml";

/* The record of that kind about `id` in `region` (NULL: in none), or NULL. */
static const struct bs_record *find(const struct bs_history *history, const char *id,
                                    const char *kind, const char *region)
{
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);
        const char *stands_in;

        if (record->kind != BS_RECORD_RESOURCE ||
            strcmp(bs_record_text(record, "resource"), id) != 0 ||
            strcmp(bs_record_text(record, "kind"), kind) != 0) {
            continue;
        }
        stands_in = bs_record_text(record, "region");
        if (region == NULL ? stands_in == NULL
                           : stands_in != NULL && strcmp(stands_in, region) == 0) {
            return record;
        }
    }
    return NULL;
}

static void check_counts(const struct bs_record *record, int64_t units, int64_t cpu_units,
                         int64_t memory_bytes, int64_t size_bytes)
{
    assert_non_null(record);
    assert_int_equal(bs_record_number(record, "units"), units);
    assert_int_equal(bs_record_number(record, "cpu_units"), cpu_units);
    assert_int_equal(bs_record_number(record, "memory_bytes"), memory_bytes);
    assert_int_equal(bs_record_number(record, "size_bytes"), size_bytes);
}

static void check_text(const struct bs_record *record, const char *field, const char *expected)
{
    assert_non_null(record);
    if (expected == NULL) {
        assert_null(bs_record_text(record, field));
    } else {
        assert_string_equal(bs_record_text(record, field), expected);
    }
}

static int describe(void **state)
{
    struct bs_scenario *scenario = NULL;
    struct bs_error error = {0};
    struct bs_history *history = bs_history_new(HISTORY_BYTES_MAX);

    assert_int_equal(bs_scenario_load(everything, NULL, 0, &scenario, &error), BS_OK);
    assert_non_null(history);
    bs_posture_describe(scenario, history);
    bs_scenario_destroy(scenario);
    *state = history;
    return 0;
}

static int forget(void **state)
{
    bs_history_destroy(*state);
    return 0;
}

static void test_resources_are_described_with_what_their_price_goes_by(void **state)
{
    const struct bs_history *history = *state;
    const struct bs_record *app = find(history, "app", "ecs_service", "us-east-1");
    const struct bs_record *batch = find(history, "batch", "ecs_service", "us-east-1");
    const struct bs_record *orders = find(history, "orders", "rds_instance", "us-east-1");

    check_counts(app, 4, 1024, 2000000000, INT64_MIN);
    check_text(app, "role", "primary");
    check_text(app, "options", "fargate");
    check_counts(batch, 1, INT64_MIN, INT64_MIN, INT64_MIN);
    check_text(batch, "class", "m6i.large");
    check_text(batch, "options", "auto_scaling_group");
    check_counts(orders, 1, INT64_MIN, INT64_MIN, 500000000000);
    check_text(orders, "class", "db.r5.large");
    check_text(orders, "engine", "postgres");
    check_text(orders, "options", "multi_az");
    check_text(orders, "of", NULL);
}

static void test_copies_say_of_what_and_are_as_large(void **state)
{
    const struct bs_record *replica = find(*state, "orders-dr", "rds_replica", "us-west-2");
    const struct bs_record *copy = find(*state, "uploads-dr", "s3_bucket", "us-west-2");

    check_text(replica, "of", "orders");
    check_text(replica, "options", NULL);
    check_text(copy, "of", "uploads");
    check_counts(copy, 1, INT64_MIN, INT64_MIN, 2000000000000);
}

static void test_what_lies_in_several_regions_is_there_once_for_each(void **state)
{
    check_counts(find(*state, "web", "ecr_image", "us-east-1"), 1, INT64_MIN, INT64_MIN, 400000000);
    check_counts(find(*state, "web", "ecr_image", "us-west-2"), 1, INT64_MIN, INT64_MIN, 400000000);
    assert_null(find(*state, "web", "ecr_image", "us-east-2"));
    assert_non_null(find(*state, "login", "secret", "us-east-1"));
    assert_non_null(find(*state, "login", "secret", "us-west-2"));
}

static void test_watchers_are_resources(void **state)
{
    check_text(find(*state, "app", "health_check", NULL), "options", "https fast");
    check_text(find(*state, "app-5xx", "alarm", "us-east-2"), "options", NULL);
    check_text(find(*state, "app", "probe", "us-east-2"), "role", "control");
}

static void test_replication_goes_by_the_rates_of_clients(void **state)
{
    const struct bs_history *history = *state;
    const struct {
        const char *store;
        const char *copy;
        int64_t write_bytes;
        const char *options;
    } expected[] = {{"orders", "orders-dr", 4000, NULL}, {"uploads", "uploads-dr", 40000, "rtc"}};
    size_t found = 0;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        assert_int_equal(record->at.ns, 0);
        if (record->kind == BS_RECORD_REPLICATION) {
            assert_in_range(found, 0, 1);
            check_text(record, "store", expected[found].store);
            check_text(record, "copy", expected[found].copy);
            check_text(record, "options", expected[found].options);
            /* 300 writes a minute. */
            assert_int_equal(bs_record_number(record, "writes_nano_per_s"), 5000000000);
            assert_int_equal(bs_record_number(record, "write_bytes"), expected[found].write_bytes);
            found++;
        }
    }
    assert_int_equal(found, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_resources_are_described_with_what_their_price_goes_by),
        cmocka_unit_test(test_copies_say_of_what_and_are_as_large),
        cmocka_unit_test(test_what_lies_in_several_regions_is_there_once_for_each),
        cmocka_unit_test(test_watchers_are_resources),
        cmocka_unit_test(test_replication_goes_by_the_rates_of_clients),
    };

    return cmocka_run_group_tests(tests, describe, forget);
}
