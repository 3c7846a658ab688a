/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/history_read.h"

enum { BYTES_MAX = 1024 * 1024 };

static struct bs_history *sample(void)
{
    struct bs_history *history = bs_history_new(BYTES_MAX);

    BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_FAULT, bs_text("a \"quoted\"\n\t\\ name"),
              bs_text("r\xC3\xA9gion"), bs_text("onset"));
    BS_APPEND(history, (struct bs_instant){5}, BS_RECORD_EXECUTION, bs_count(1), bs_text("w"),
              bs_text("null"), bs_text(NULL));
    BS_APPEND(history, (struct bs_instant){5}, BS_RECORD_CALL, bs_count(INT64_MAX), bs_count(1),
              bs_count(INT64_MIN), bs_text(NULL), bs_text("rds:X"), bs_text("r"), bs_text("o"),
              bs_text(NULL), bs_count(-7), bs_at(BS_INSTANT_UNKNOWN));
    return history;
}

static enum bs_status read_text(const char *text, size_t *whole)
{
    struct bs_history *history = bs_history_new(BYTES_MAX);
    struct bs_error error = {0};
    const enum bs_status status = bs_history_read(history, text, strlen(text), whole, &error);

    bs_history_destroy(history);
    return status;
}

static void test_what_was_written_is_read(void **state)
{
    struct bs_history *history = sample();
    struct bs_history *again = bs_history_new(BYTES_MAX);
    struct bs_buffer buffer;
    char hashes[2][65];
    size_t whole;

    (void)state;
    bs_buffer_init(&buffer, BYTES_MAX);
    bs_history_write(history, &buffer);
    assert_int_equal(bs_history_read(again, buffer.bytes, buffer.length, &whole, NULL), BS_OK);
    assert_int_equal(whole, buffer.length);
    assert_int_equal(bs_history_count(again), 3);
    bs_history_sha256(history, hashes[0]);
    bs_history_sha256(again, hashes[1]);
    assert_string_equal(hashes[0], hashes[1]);
    bs_buffer_clean_up(&buffer);
    bs_history_destroy(again);
    bs_history_destroy(history);
}

static void test_what_was_cut_short_is_left_alone(void **state)
{
    struct bs_history *history = sample();
    struct bs_buffer buffer;

    (void)state;
    bs_buffer_init(&buffer, BYTES_MAX);
    bs_history_write(history, &buffer);
    for (size_t length = 0; length < buffer.length; length++) {
        struct bs_history *again = bs_history_new(BYTES_MAX);
        size_t whole;

        assert_int_equal(bs_history_read(again, buffer.bytes, length, &whole, NULL), BS_OK);
        assert_true(whole <= length);
        assert_true(bs_history_count(again) < 3);
        assert_true(whole == 0 || buffer.bytes[whole - 1] == '\n');
        bs_history_destroy(again);
    }
    bs_buffer_clean_up(&buffer);
    bs_history_destroy(history);
}

static void test_what_is_no_record_is_refused(void **state)
{
    static const char *const lines[] = {
        "\n",
        "{}\n",
        "[]\n",
        "x\n",
        "{\"at_ns\":1}\n",
        "{\"at_ns\":1,\"record\":\"nonsense\"}\n",
        "{\"at_ns\":-1,\"record\":\"end\",\"reason\":\"horizon\"}\n",
        "{\"at_ns\":\"1\",\"record\":\"end\",\"reason\":\"horizon\"}\n",
        "{\"at_ns\":1.5,\"record\":\"end\",\"reason\":\"horizon\"}\n",
        "{\"at_ns\":1,\"record\":\"end\"}\n",
        "{\"at_ns\":1,\"record\":\"end\",\"reason\":7}\n",
        "{\"at_ns\":1,\"record\":\"end\",\"reason\":{}}\n",
        "{\"at_ns\":1,\"record\":\"end\",\"other\":\"horizon\"}\n",
        "{\"at_ns\":1,\"record\":\"end\",\"reason\":\"horizon\",\"more\":1}\n",
        "{\"at_ns\":99999999999999999999,\"record\":\"end\",\"reason\":\"horizon\"}\n",
        "{\"record\":\"end\",\"at_ns\":1,\"reason\":\"horizon\"}\n",
    };
    static const char backwards[] = "{\"at_ns\":9,\"record\":\"end\",\"reason\":\"horizon\"}\n"
                                    "{\"at_ns\":8,\"record\":\"end\",\"reason\":\"horizon\"}\n";
    size_t whole;

    (void)state;
    assert_int_equal(read_text(backwards, &whole), BS_ERR_INPUT);
    assert_int_equal(read_text("{\"at_ns\":1,\"record\":\"end\",\"reason\":\"horizon\"}\n", &whole),
                     BS_OK);
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        assert_int_equal(read_text(lines[i], &whole), BS_ERR_INPUT);
    }
}

static void test_texts(void **state)
{
    static const struct {
        const char *written;
        const char *text; /* NULL: refused. */
    } rows[] = {
        {"\"\"", ""},
        {"\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\b\f\n\r\t"},
        {"\"\\u00e4\\u20AC\\ud83d\\ude00\\u007f\"", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\x7f"},
        {"\"\xc3\xa4\"", "\xc3\xa4"},
        {"\"\\u0000\"", NULL},
        {"\"\\ud83d\"", NULL},
        {"\"\\ud83dx\"", NULL},
        {"\"\\ud83d\\u0041\"", NULL},
        {"\"\\ude00\"", NULL},
        {"\"\\u12g4\"", NULL},
        {"\"\\u12\"", NULL},
        {"\"\\x\"", NULL},
        {"\"\\\"", NULL},
        {"\"\x01\"", NULL},
        {"\"\xff\"", NULL},
        {"\"\xc0\x80\"", NULL},
        {"\"open", NULL},
        {"word", NULL},
        {"nul", NULL},
        {"nulls", NULL},
    };
    char line[256];

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_history *history = bs_history_new(1024 * 1024);
        struct bs_error error = {0};
        size_t whole = 0;
        enum bs_status status;

        (void)snprintf(line, sizeof(line),
                       " { \"at_ns\" : 1 ,\t\"record\":\"end\",\"reason\": %s }\r\n",
                       rows[i].written);
        status = bs_history_read(history, line, strlen(line), &whole, &error);
        if (rows[i].text == NULL) {
            assert_int_equal(status, BS_ERR_INPUT);
            assert_int_equal(whole, 0);
        } else {
            assert_int_equal(status, BS_OK);
            assert_string_equal(bs_record_text(bs_history_get(history, 0), "reason"), rows[i].text);
        }
        bs_history_destroy(history);
    }
}

static void test_numbers(void **state)
{
    static const struct {
        const char *written;
        enum bs_status status;
    } rows[] = {{"0", BS_OK},
                {"7", BS_OK},
                {"9223372036854775807", BS_OK},
                {"9223372036854775808", BS_ERR_INPUT},
                {"-1", BS_ERR_INPUT}, /* Before the run. */
                {"07", BS_ERR_INPUT},
                {"+7", BS_ERR_INPUT},
                {"", BS_ERR_INPUT},
                {"-", BS_ERR_INPUT},
                {"1e3", BS_ERR_INPUT},
                {"1.0", BS_ERR_INPUT},
                {"0x1", BS_ERR_INPUT},
                {"null", BS_ERR_INPUT}};
    char line[256];

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        size_t whole = 0;

        (void)snprintf(line, sizeof(line), "{\"at_ns\":%s,\"record\":\"end\",\"reason\":null}\n",
                       rows[i].written);
        assert_int_equal(read_text(line, &whole), rows[i].status);
    }
    assert_int_equal(read_text("{\"at_ns\":0,\"record\":\"end\",\"reason\":null}x\n", &(size_t){0}),
                     BS_ERR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_written_is_read),
        cmocka_unit_test(test_what_was_cut_short_is_left_alone),
        cmocka_unit_test(test_what_is_no_record_is_refused),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
