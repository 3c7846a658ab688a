/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/json_writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "tests/base/expect_abort.h"

static void write_sample(struct bs_json_writer *json)
{
    bs_json_begin_object(json);
    bs_json_key(json, "name");
    bs_json_text(json, "shop");
    bs_json_key(json, "nothing");
    bs_json_text(json, NULL);
    bs_json_key(json, "list");
    bs_json_begin_array(json);
    bs_json_integer(json, -1);
    bs_json_bool(json, true);
    bs_json_bool(json, false);
    bs_json_begin_object(json);
    bs_json_end_object(json);
    bs_json_begin_array(json);
    bs_json_end_array(json);
    bs_json_end_array(json);
    bs_json_key(json, "rto_s");
    bs_json_seconds(json, 252500000000);
    bs_json_key(json, "share");
    bs_json_ppb(json, 950000000);
    bs_json_key(json, "unknown");
    bs_json_ppb(json, INT64_MIN);
    bs_json_end_object(json);
}

static void test_one_line(void **state)
{
    struct bs_buffer buffer;
    struct bs_json_writer json = {.buffer = &buffer};

    (void)state;
    bs_buffer_init(&buffer, 1000);
    write_sample(&json);
    assert_string_equal(buffer.bytes,
                        "{\"name\":\"shop\",\"nothing\":null,\"list\":[-1,true,false,{},[]],"
                        "\"rto_s\":252.5,\"share\":0.95,\"unknown\":null}");
    bs_buffer_clean_up(&buffer);
}

static void test_indented(void **state)
{
    struct bs_buffer buffer;
    struct bs_json_writer json = {.buffer = &buffer, .indent = 2};

    (void)state;
    bs_buffer_init(&buffer, 1000);
    write_sample(&json);
    assert_string_equal(buffer.bytes, "{\n"
                                      "  \"name\": \"shop\",\n"
                                      "  \"nothing\": null,\n"
                                      "  \"list\": [\n"
                                      "    -1,\n"
                                      "    true,\n"
                                      "    false,\n"
                                      "    {},\n"
                                      "    []\n"
                                      "  ],\n"
                                      "  \"rto_s\": 252.5,\n"
                                      "  \"share\": 0.95,\n"
                                      "  \"unknown\": null\n"
                                      "}");
    bs_buffer_clean_up(&buffer);
}

struct text_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct text_case text_cases[] = {
    {"plain", "eu-west-1", "\"eu-west-1\""},
    {"empty", "", "\"\""},
    {"quote and backslash", "a\"b\\c", "\"a\\\"b\\\\c\""},
    {"slash is left alone", "a/b", "\"a/b\""},
    {"short escapes", "\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\""},
    {"long escapes", "\x01\x0b\x1f", "\"\\u0001\\u000b\\u001f\""},
    {"delete is left alone", "\x7f", "\"\x7f\""},
    {"two, three and four bytes", "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
     "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\""},
    {"each bad byte", "a\xff\xe2\x82z", "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz\""},
    {"surrogate", "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(text_cases) / sizeof(text_cases[0]); i++) {
        struct bs_buffer buffer;
        struct bs_json_writer json = {.buffer = &buffer};

        bs_buffer_init(&buffer, 1000);
        bs_json_text(&json, text_cases[i].text);
        if (strcmp(buffer.bytes, text_cases[i].expected) != 0) {
            fail_msg("%s: got %s", text_cases[i].name, buffer.bytes);
        }
        bs_buffer_clean_up(&buffer);
    }
}

static void test_numbers(void **state)
{
    struct bs_buffer buffer;
    struct bs_json_writer json = {.buffer = &buffer};

    (void)state;
    bs_buffer_init(&buffer, 1000);
    bs_json_begin_array(&json);
    bs_json_integer(&json, INT64_MIN);
    bs_json_integer(&json, INT64_MAX);
    bs_json_seconds(&json, INT64_MIN);
    bs_json_seconds(&json, 1);
    bs_json_seconds(&json, -1500000000);
    bs_json_ppb(&json, 1000000000);
    bs_json_null(&json);
    bs_json_end_array(&json);
    assert_string_equal(buffer.bytes, "[-9223372036854775808,9223372036854775807,null,0.000000001,"
                                      "-1.5,1,null]");
    bs_buffer_clean_up(&buffer);
}

static void test_spelt_elsewhere(void **state)
{
    struct bs_buffer buffer;
    struct bs_json_writer json = {.buffer = &buffer};

    (void)state;
    bs_buffer_init(&buffer, 1000);
    bs_json_begin_array(&json);
    bs_json_number(&json, "-1.5e+300");
    bs_json_text_of(&json, "a\0b\n!", 4);
    bs_json_text_of(&json, "", 0);
    bs_json_end_array(&json);
    assert_string_equal(buffer.bytes, "[-1.5e+300,\"a\\u0000b\\n\",\"\"]");
    bs_buffer_clean_up(&buffer);
}

static void nest(struct bs_json_writer *json, int depth)
{
    for (int i = 0; i < depth; i++) {
        bs_json_begin_array(json);
    }
}

static void nest_too_deeply(void *subject)
{
    nest(subject, BS_JSON_DEPTH_MAX + 1);
}

static void end_too_often(void *subject)
{
    bs_json_end_array(subject);
}

static void test_depth(void **state)
{
    struct bs_buffer buffer;
    struct bs_json_writer json = {.buffer = &buffer};

    (void)state;
    bs_buffer_init(&buffer, 1000);
    assert_true(aborts(nest_too_deeply, &json));
    assert_true(aborts(end_too_often, &json));
    nest(&json, BS_JSON_DEPTH_MAX);
    assert_int_equal(buffer.length, BS_JSON_DEPTH_MAX);
    bs_buffer_clean_up(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_line), cmocka_unit_test(test_indented),
        cmocka_unit_test(test_texts),    cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_depth),    cmocka_unit_test(test_spelt_elsewhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
