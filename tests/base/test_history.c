/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "tests/base/expect_abort.h"

static void test_table_is_complete(void **state)
{
    (void)state;
    for (int kind = 0; kind < BS_RECORD_KIND_COUNT; kind++) {
        const struct bs_record_info *info = bs_record_info((enum bs_record_kind)kind);

        assert_non_null(info->name);
        assert_in_range(info->field_count, 1, BS_RECORD_FIELDS_MAX);
        for (size_t i = 0; i < info->field_count; i++) {
            const char *name = info->fields[i].name;
            size_t length = strlen(name);

            if (info->fields[i].kind == BS_VALUE_PPB) {
                assert_string_equal(name + length - 4, "_ppb");
            }
            if (info->fields[i].kind == BS_VALUE_INSTANT ||
                info->fields[i].kind == BS_VALUE_DURATION) {
                assert_string_equal(name + length - 3, "_ns");
            }
            for (size_t k = 0; k < i; k++) {
                assert_string_not_equal(info->fields[k].name, name);
            }
        }
        for (int other = 0; other < kind; other++) {
            assert_string_not_equal(bs_record_info((enum bs_record_kind)other)->name, info->name);
        }
    }
}

/* A short run with every kind of value, nulls, and text that needs escapes. */
static void append_sample(struct bs_history *history)
{
    struct bs_instant onset = BS_AT_SECONDS(60);

    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_RUN, bs_text("region-loss"), bs_text("ab"),
              bs_text("two-regions"), bs_text("cd"), bs_text("42"), bs_text("0.1.0"),
              bs_at(BS_AT_SECONDS(3600)));
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_OBJECTIVE, bs_text("shop"),
              bs_span(BS_DURATION_UNKNOWN), bs_ppb(950000000), bs_span(BS_SECONDS(10)),
              bs_span(BS_SECONDS(300)), bs_text("impact"), bs_span(BS_SECONDS(0)));
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_RESOURCE, bs_text("orders"),
              bs_text("rds_instance"), bs_text("eu-west-1"), bs_text("primary"), bs_text(NULL),
              bs_text("db.r5.large"), bs_text("postgres"), bs_count(1), bs_count(INT64_MIN),
              bs_count(INT64_MIN), bs_count(500000000000), bs_text("multi_az"));
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_REPLICATION, bs_text("orders"),
              bs_text("orders-dr"), bs_count(50000000000), bs_count(INT64_MIN), bs_text(NULL));
    BS_APPEND(history, onset, BS_RECORD_FAULT, bs_text("west gone"), bs_text("region_loss"),
              bs_text("onset"));
    BS_APPEND(history, onset, BS_RECORD_STATE, bs_text("orders"), bs_text("rds"), bs_text("failed"),
              bs_count(INT64_MIN));
    BS_APPEND(history, bs_instant_add(onset, BS_MILLIS(1)), BS_RECORD_CALL, bs_count(1),
              bs_count(1), bs_count(INT64_MIN), bs_text(NULL), bs_text("rds:DescribeDBInstances"),
              bs_text("eu-west-1"), bs_text("orders"), bs_text(NULL), bs_count(0),
              bs_at(BS_INSTANT_UNKNOWN));
    BS_APPEND(history, BS_AT_SECONDS(61), BS_RECORD_ANSWER, bs_count(1), bs_text("error"),
              bs_text("unavailable"), bs_text("Internal"), bs_text("a \"b\"\\\n\x01\xff\xc3\xa9"));
    BS_APPEND(history, BS_AT_SECONDS(3600), BS_RECORD_END, bs_text("horizon"));
}

static const char sample_lines[] =
    "{\"at_ns\":0,\"record\":\"run\",\"scenario\":\"region-loss\",\"scenario_sha256\":\"ab\","
    "\"plan\":\"two-regions\",\"plan_sha256\":\"cd\",\"seed\":\"42\",\"version\":\"0.1.0\","
    "\"horizon_ns\":3600000000000}\n"
    "{\"at_ns\":0,\"record\":\"objective\",\"service\":\"shop\",\"rto_ns\":null,"
    "\"success_ppb\":950000000,\"within_ns\":10000000000,\"hold_ns\":300000000000,"
    "\"clock\":\"impact\",\"split_brain_ns\":0}\n"
    "{\"at_ns\":0,\"record\":\"resource\",\"resource\":\"orders\",\"kind\":\"rds_instance\","
    "\"region\":\"eu-west-1\",\"role\":\"primary\",\"of\":null,\"class\":\"db.r5.large\","
    "\"engine\":\"postgres\",\"units\":1,\"cpu_units\":null,\"memory_bytes\":null,"
    "\"size_bytes\":500000000000,\"options\":\"multi_az\"}\n"
    "{\"at_ns\":0,\"record\":\"replication\",\"store\":\"orders\",\"copy\":\"orders-dr\","
    "\"writes_nano_per_s\":50000000000,\"write_bytes\":null,\"options\":null}\n"
    "{\"at_ns\":60000000000,\"record\":\"fault\",\"fault\":\"west gone\",\"kind\":\"region_loss\","
    "\"state\":\"onset\"}\n"
    "{\"at_ns\":60000000000,\"record\":\"state\",\"entity\":\"orders\",\"kind\":\"rds\","
    "\"state\":\"failed\",\"value\":null}\n"
    "{\"at_ns\":60001000000,\"record\":\"call\",\"call\":1,\"orchestrator\":1,"
    "\"execution\":null,\"step\":null,"
    "\"operation\":\"rds:DescribeDBInstances\",\"region\":\"eu-west-1\",\"resource\":\"orders\","
    "\"target\":null,\"count\":0,\"deadline_ns\":null}\n"
    "{\"at_ns\":61000000000,\"record\":\"answer\",\"call\":1,\"outcome\":\"error\","
    "\"error\":\"unavailable\",\"code\":\"Internal\",\"detail\":\"a "
    "\\\"b\\\"\\\\\\n\\u0001\xef\xbf\xbd\xc3\xa9\"}\n"
    "{\"at_ns\":3600000000000,\"record\":\"end\",\"reason\":\"horizon\"}\n";

static void test_lines_are_canonical(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    struct bs_buffer buffer;

    (void)state;
    append_sample(history);
    assert_int_equal(bs_history_count(history), 9);
    bs_buffer_init(&buffer, 100000);
    bs_history_write(history, &buffer);
    assert_false(buffer.failed);
    assert_string_equal(buffer.bytes, sample_lines);
    bs_buffer_clean_up(&buffer);
    bs_history_destroy(history);
}

static void test_write_fails_by_the_buffers_bound(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    struct bs_buffer buffer;

    (void)state;
    append_sample(history);
    bs_buffer_init(&buffer, 300);
    bs_history_write(history, &buffer);
    assert_true(buffer.failed);
    assert_in_range(buffer.length, 200, 300);
    bs_buffer_clean_up(&buffer);
    bs_history_destroy(history);
}

static void append_many(struct bs_history *history, int count)
{
    char entity[32];

    for (int i = 0; i < count; i++) {
        (void)snprintf(entity, sizeof(entity), "entity-%d", i % 1000);
        BS_APPEND(history, (struct bs_instant){i}, BS_RECORD_STATE, bs_text(entity),
                  bs_text("ecs_service"), bs_text("running"), bs_count(i));
    }
}

static void check_sha256(const struct bs_history *history)
{
    struct bs_buffer buffer;
    char expected[65];
    char hex[65];

    bs_buffer_init(&buffer, 100 << 20);
    bs_history_write(history, &buffer);
    assert_false(buffer.failed);
    bs_digest_bytes(buffer.bytes, buffer.length, expected);
    bs_history_sha256(history, hex);
    assert_string_equal(hex, expected);
    bs_buffer_clean_up(&buffer);
}

static void test_sha256_is_that_of_the_lines(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);

    (void)state;
    check_sha256(history);
    append_sample(history);
    check_sha256(history);
    bs_history_destroy(history);
    history = bs_history_new(BS_HISTORY_BYTES_MAX);
    append_many(history, 20000); /* Several pieces long. */
    check_sha256(history);
    bs_history_destroy(history);
}

static void test_records_come_back(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);

    (void)state;
    append_many(history, 5000);
    assert_int_equal(bs_history_count(history), 5000);
    for (size_t i = 0; i < 5000; i++) {
        const struct bs_record *record = bs_history_get(history, i);
        char entity[32];

        (void)snprintf(entity, sizeof(entity), "entity-%zu", i % 1000);
        assert_int_equal(record->at.ns, i);
        assert_int_equal(record->kind, BS_RECORD_STATE);
        assert_string_equal(bs_record_text(record, "entity"), entity);
        assert_int_equal(bs_record_number(record, "value"), i);
    }
    bs_history_destroy(history);
}

static void test_equal_texts_share_one_pointer(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    const char *first;

    (void)state;
    append_many(history, 5000);
    for (size_t i = 1000; i < 5000; i++) {
        assert_ptr_equal(bs_record_text(bs_history_get(history, i), "entity"),
                         bs_record_text(bs_history_get(history, i - 1000), "entity"));
    }
    first = bs_record_text(bs_history_get(history, 0), "entity");
    assert_ptr_not_equal(first, bs_record_text(bs_history_get(history, 1), "entity"));
    /* Fields and kinds of record make no difference. */
    BS_APPEND(history, (struct bs_instant){5000}, BS_RECORD_END, bs_text("entity-0"));
    assert_ptr_equal(bs_record_text(bs_history_get(history, 5000), "reason"), first);
    bs_history_destroy(history);
}

/* Lengths around the hash's steps of eight bytes, differing in the last byte only. */
static void test_similar_texts_are_kept_apart(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    char text[40];

    (void)state;
    for (size_t length = 0; length < 33; length++) {
        memset(text, 'x', sizeof(text));
        text[length] = '\0';
        BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_END, bs_text(text));
        text[length] = 'y';
        text[length + 1] = '\0';
        BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_END, bs_text(text));
    }
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const char *reason = bs_record_text(bs_history_get(history, i), "reason");

        assert_int_equal(strlen(reason), i / 2 + i % 2);
        assert_int_equal(strspn(reason, "x"), i / 2);
    }
    bs_history_destroy(history);
}

static const char *append_end(struct bs_history *history, struct bs_value reason)
{
    BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_END, reason);
    return bs_record_text(bs_history_get(history, bs_history_count(history) - 1), "reason");
}

/* A text may come to stand where another was, last from then on, and change once the history is empty. */
static void test_lasting_texts(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    char text[16] = "passing";
    const char *copy;

    (void)state;
    for (int round = 0; round < 3; round++) {
        memcpy(text, "passing", sizeof("passing"));
        assert_string_equal(append_end(history, bs_text(text)), "passing");
        memcpy(text, "lasting", sizeof("lasting"));
        copy = append_end(history, bs_lasting(text));
        assert_string_equal(copy, "lasting");
        assert_ptr_equal(append_end(history, bs_lasting(text)), copy);
        assert_ptr_equal(append_end(history, bs_text(text)), copy);
        assert_ptr_equal(append_end(history, bs_lasting("lasting")), copy);
        assert_null(append_end(history, bs_lasting(NULL)));
        memcpy(text, "changed", sizeof("changed"));
        if (round == 1) {
            bs_history_forget(history);
        } else {
            bs_history_reset(history);
        }
        assert_string_equal(append_end(history, bs_lasting(text)), "changed");
        bs_history_reset(history);
    }
    bs_history_destroy(history);
}

static void test_stretches_cover_all_records(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    size_t many;

    (void)state;
    append_many(history, 5000);
    for (size_t i = 0; i < 5000; i += many) {
        const struct bs_record *records = bs_history_stretch(history, i, &many);

        assert_in_range(many, 1, 5000 - i);
        for (size_t j = 0; j < many; j++) {
            assert_ptr_equal(&records[j], bs_history_get(history, i + j));
        }
    }
    (void)bs_history_stretch(history, 4999, &many);
    assert_int_equal(many, 1);
    bs_history_destroy(history);
}

static void test_values_make_the_same_record_again(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);
    struct bs_history *again = bs_history_new(BS_HISTORY_BYTES_MAX);
    char hash[65];
    char hash_again[65];

    (void)state;
    append_sample(history);
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);
        struct bs_value values[BS_RECORD_FIELDS_MAX];
        const size_t count = bs_record_values(record, values);

        bs_history_append(again, record->at, record->kind, values, count);
    }
    bs_history_sha256(history, hash);
    bs_history_sha256(again, hash_again);
    assert_string_equal(hash, hash_again);
    bs_history_destroy(again);
    bs_history_destroy(history);
}

static void test_truncation(void **state)
{
    struct bs_history *history = bs_history_new(200000);
    char before[65];
    char after[65];
    size_t count;

    (void)state;
    append_many(history, 1);
    assert_false(bs_history_is_truncated(history));
    bs_history_destroy(history);

    history = bs_history_new(200000);
    append_many(history, 5000);
    assert_true(bs_history_is_truncated(history));
    count = bs_history_count(history);
    assert_in_range(count, 100, 4999);
    bs_history_sha256(history, before);
    BS_APPEND(history, BS_AT_SECONDS(1), BS_RECORD_END, bs_text("x"));
    assert_int_equal(bs_history_count(history), count);
    bs_history_sha256(history, after);
    assert_string_equal(before, after);
    assert_int_equal(bs_record_number(bs_history_get(history, count - 1), "value"), count - 1);
    bs_history_destroy(history);
}

static void test_no_room_at_all(void **state)
{
    struct bs_history *history = bs_history_new(0);

    (void)state;
    append_many(history, 3);
    assert_true(bs_history_is_truncated(history));
    assert_int_equal(bs_history_count(history), 0);
    bs_history_destroy(history);
    bs_history_destroy(NULL);
}

static void append_too_few(void *subject)
{
    BS_APPEND(subject, BS_AT_SECONDS(9), BS_RECORD_FAULT, bs_text("a"), bs_text("b"));
}

static void append_wrong_kind(void *subject)
{
    BS_APPEND(subject, BS_AT_SECONDS(9), BS_RECORD_FAULT, bs_text("a"), bs_text("b"), bs_count(1));
}

static void append_back_in_time(void *subject)
{
    BS_APPEND(subject, BS_AT_SECONDS(4), BS_RECORD_END, bs_text("a"));
}

static void get_beyond_the_end(void *subject)
{
    (void)bs_history_get(subject, 1);
}

static void read_unknown_field(void *subject)
{
    (void)bs_record_text(bs_history_get(subject, 0), "reson");
}

static void read_text_as_number(void *subject)
{
    (void)bs_record_number(bs_history_get(subject, 0), "reason");
}

static void read_number_as_text(void *subject)
{
    BS_APPEND(subject, BS_AT_SECONDS(9), BS_RECORD_STATE, bs_text("a"), bs_text("b"), bs_text("c"),
              bs_count(1));
    (void)bs_record_text(bs_history_get(subject, 1), "value");
}

static void ask_for_no_kind(void *subject)
{
    (void)subject;
    (void)bs_record_info(BS_RECORD_KIND_COUNT);
}

struct misuse_case {
    const char *name;
    void (*action)(void *history);
};

static const struct misuse_case misuse_cases[] = {
    {"too few values", append_too_few},      {"value of another kind", append_wrong_kind},
    {"back in time", append_back_in_time},   {"beyond the end", get_beyond_the_end},
    {"unknown field", read_unknown_field},   {"text as number", read_text_as_number},
    {"number as text", read_number_as_text}, {"no such kind", ask_for_no_kind},
};

static void test_misuse_asserts(void **state)
{
    struct bs_history *history = bs_history_new(BS_HISTORY_BYTES_MAX);

    (void)state;
    BS_APPEND(history, BS_AT_SECONDS(5), BS_RECORD_END, bs_text("horizon"));
    for (size_t i = 0; i < sizeof(misuse_cases) / sizeof(misuse_cases[0]); i++) {
        if (!aborts(misuse_cases[i].action, history)) {
            fail_msg("%s: no assertion", misuse_cases[i].name);
        }
    }
    bs_history_destroy(history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table_is_complete),
        cmocka_unit_test(test_lines_are_canonical),
        cmocka_unit_test(test_write_fails_by_the_buffers_bound),
        cmocka_unit_test(test_sha256_is_that_of_the_lines),
        cmocka_unit_test(test_records_come_back),
        cmocka_unit_test(test_equal_texts_share_one_pointer),
        cmocka_unit_test(test_similar_texts_are_kept_apart),
        cmocka_unit_test(test_lasting_texts),
        cmocka_unit_test(test_stretches_cover_all_records),
        cmocka_unit_test(test_values_make_the_same_record_again),
        cmocka_unit_test(test_truncation),
        cmocka_unit_test(test_no_room_at_all),
        cmocka_unit_test(test_misuse_asserts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
