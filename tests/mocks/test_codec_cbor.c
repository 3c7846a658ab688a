/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/stream.h"
#include "tests/mocks/sample.h"

static const struct bs_http_header headers[] = {{"Content-Type", "application/cbor"},
                                                {"smithy-protocol", "rpc-v2-cbor"}};

static const struct bs_sample_call echo = {.codec = &bs_codec_rpc_v2_cbor,
                                           .service = &bs_sample_query_service,
                                           .operation = &bs_sample_echo,
                                           .protocol = BS_PROTOCOL_RPC_V2_CBOR,
                                           .headers = headers,
                                           .header_count = 2};

enum { BODY_BYTES_MAX = 1024 };

/* Hexadecimal digits, and text between apostrophes, as bytes. */
static size_t bytes_of(const char *spelling, char *bytes)
{
    static const char digits[] = "0123456789abcdef";
    size_t length = 0;

    for (const char *at = spelling; *at != '\0'; at++) {
        if (*at == '\'') {
            for (at++; *at != '\''; at++) {
                bytes[length++] = *at;
            }
        } else if (*at != ' ') {
            bytes[length++] =
                (char)((strchr(digits, at[0]) - digits) * 16 + (strchr(digits, at[1]) - digits));
            at++;
        }
    }
    assert_true(length < BODY_BYTES_MAX);
    return length;
}

static struct bs_tree *decode(const char *spelling)
{
    char body[BODY_BYTES_MAX];
    struct bs_codec_problem problem = {0};
    struct bs_tree *tree = bs_sample_decode(&echo, body, bytes_of(spelling, body), &problem);

    if (tree == NULL) {
        fail_msg("%s: %s", spelling, problem.message);
    }
    return tree;
}

static void assert_body(const struct bs_http_response *response, const char *spelling)
{
    char expected[BODY_BYTES_MAX];

    assert_int_equal(response->body.length, bytes_of(spelling, expected));
    assert_memory_equal(response->body.bytes, expected, response->body.length);
}

/* ---- What is read ---- */

static void test_every_kind(void **state)
{
    struct bs_tree *tree =
        decode("aa 64'Text' 62c3a9 64'Blob' 4200ff 67'Integer' 3b7fffffffffffffff "
               "67'Decimal' fb3ff4000000000000 67'Boolean' f5 "
               "64'Time' c1fb41d954fc40600000 64'List' 8161'x' "
               "63'Map' a161'k'1b0020000000000001 64'Self' a0 "
               "67'Renamed' 61'r'");

    (void)state;
    assert_string_equal(bs_tree_text(tree, "Text", ""), "\xc3\xa9");
    assert_int_equal(bs_tree_get(tree, "Blob")->kind, BS_TREE_BYTES);
    assert_memory_equal(bs_tree_get(tree, "Blob")->is.text.bytes, "\0\xff", 2);
    assert_true(bs_tree_integer(tree, "Integer", 0) == INT64_MIN);
    assert_int_equal((int64_t)(bs_tree_get(tree, "Decimal")->is.decimal * 100), 125);
    assert_true(bs_tree_boolean(tree, "Boolean", false));
    assert_true(bs_tree_instant(tree, "Time", BS_INSTANT_UNKNOWN).ns == 1500 * BS_NS_PER_MS);
    assert_true(bs_tree_has_text(bs_tree_get(tree, "List"), "x"));
    assert_true(bs_tree_integer(bs_tree_get(tree, "Map"), "k", 0) == INT64_C(9007199254740993));
    assert_int_equal(bs_tree_get(tree, "Self")->kind, BS_TREE_STRUCTURE);
    assert_string_equal(bs_tree_text(tree, "Renamed", ""), "r");
    bs_tree_destroy(tree);
}

static void test_open_ended(void **state)
{
    struct bs_tree *tree =
        decode("bf 64'Text' 7f 61'a' 60 62'bc' ff 64'Blob' 5f 4100 41ff ff "
               "64'List' 9f 7fff 61'y' ff 63'Map' bf 7f 61'k' 61'l' ff 01 ff "
               "64'Time' c11a6553f101 67'Unknown' 9f bf ff d8ff80 1bffffffffffffffff ff "
               "67'Integer' f7 67'Boolean' f6 ff");

    (void)state;
    assert_string_equal(bs_tree_text(tree, "Text", ""), "abc");
    assert_int_equal(bs_tree_get(tree, "Blob")->is.text.length, 2);
    assert_int_equal(bs_tree_count(bs_tree_get(tree, "List")), 2);
    assert_int_equal(bs_tree_integer(bs_tree_get(tree, "Map"), "kl", 0), 1);
    assert_true(bs_tree_instant(tree, "Time", BS_INSTANT_UNKNOWN).ns == BS_NS_PER_S);
    assert_int_equal(bs_tree_count(tree), 5);
    bs_tree_destroy(tree);
}

struct number_case {
    const char *spelling;
    const char *expected;
};

/* RFC 8949, appendix A. */
static const struct number_case numbers[] = {
    {"00", "0"},
    {"1864", "100"},
    {"1b000000e8d4a51000", "1000000000000"},
    {"1bffffffffffffffff", "1.8446744073709552e+19"},
    {"3bffffffffffffffff", "-1.8446744073709552e+19"},
    {"20", "-1"},
    {"3903e7", "-1000"},
    {"f90000", "0"},
    {"f98000", "-0"},
    {"f93c00", "1"},
    {"fb3ff199999999999a", "1.1000000000000001"},
    {"f93e00", "1.5"},
    {"f97bff", "65504"},
    {"fa47c35000", "100000"},
    {"fa7f7fffff", "3.4028234663852886e+38"},
    {"fb7e37e43c8800759c", "1.0000000000000001e+300"},
    {"f90001", "5.9604644775390625e-08"},
    {"f90400", "6.103515625e-05"},
    {"f9c400", "-4"},
    {"fbc010666666666666", "-4.0999999999999996"},
    {"f97c00", "inf"},
    {"f97e00", "nan"},
    {"f9fc00", "-inf"},
    {"fa7f800000", "inf"},
    {"fbfff0000000000000", "-inf"},
};

static void test_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        char spelling[64];
        char text[64];
        struct bs_tree *tree;

        (void)snprintf(spelling, sizeof(spelling), "a167'Decimal'%s", numbers[i].spelling);
        tree = decode(spelling);
        (void)snprintf(text, sizeof(text), "%.17g", bs_tree_get(tree, "Decimal")->is.decimal);
        assert_string_equal(text, numbers[i].expected);
        bs_tree_destroy(tree);
    }
}

struct hostile {
    const char *why;
    const char *body;
};

static const struct hostile hostile_bodies[] = {
    {"no structure", "80"},
    {"null", "f6"},
    {"tagged", "d9d9f7a0"},
    {"something behind", "a000"},
    {"a break behind", "a0ff"},
    {"ends early", "a1"},
    {"ends in a key", "a164'Te'"},
    {"ends in a head", "a167'Integer'1900"},
    {"ends open", "bf"},
    {"ends in chunks", "a164'Text'7f61'a'"},
    {"longer than the body", "bb7fffffffffffffff"},
    {"map that could not fit", "a261'x'01"},
    {"list that could not fit", "a164'List'9affffffff"},
    {"text that could not fit", "a164'Text'7bffffffffffffffff"},
    {"key that is no text", "a10001"},
    {"key of bytes", "a144'Text'61'a'"},
    {"key twice", "a264'Text'61'a'64'Text'61'b'"},
    {"key twice, once null", "a264'Text'f664'Text'61'b'"},
    {"key of a map twice", "a163'Map'a261'a'0161'a'02"},
    {"key with NUL", "a163'Map'a1610001"},
    {"not UTF-8", "a164'Text'61ff"},
    {"a character in two chunks", "a164'Text'7f61c361a9ff"},
    {"unknown text not UTF-8", "a161'x'61ff"},
    {"bytes in text", "a164'Text'7f41'a'ff"},
    {"chunk in a chunk", "a164'Text'7f7f61'a'ffff"},
    {"reserved", "a161'x'1c"},
    {"reserved, text", "a161'x'7e"},
    {"reserved, simple", "a161'x'fd"},
    {"simple value", "a161'x'e0"},
    {"simple value in a byte", "a161'x'f8ff"},
    {"open-ended number", "a161'x'1f"},
    {"open-ended tag", "a161'x'df00"},
    {"break in a map", "a1ff"},
    {"break instead of a value", "bf61'x'ff"},
    {"break in a list", "a164'List'81ff"},
    {"tag of a tag", "a164'Time'c1c100"},
    {"tag alone", "a164'Time'c1"},
    {"timestamp without a tag", "a164'Time'1a6553f100"},
    {"timestamp of another tag", "a164'Time'c01a6553f100"},
    {"timestamp that is text", "a164'Time'c161'0'"},
    {"timestamp too far away", "a164'Time'c11b7fffffffffffffff"},
    {"timestamp that is no number", "a164'Time'c1f97e00"},
    {"tagged text", "a164'Text'c161'a'"},
    {"tagged structure", "a164'Self'c1a0"},
    {"bignum", "a167'Integer'c24101"},
    {"65 bits", "a167'Integer'1b8000000000000000"},
    {"65 bits, negative", "a167'Integer'3b8000000000000000"},
    {"float for an integer", "a167'Integer'f93c00"},
    {"text for an integer", "a167'Integer'61'1'"},
    {"text for a decimal", "a167'Decimal'63'NaN'"},
    {"number for a boolean", "a167'Boolean'01"},
    {"bytes for a text", "a164'Text'41'a'"},
    {"text for a blob", "a164'Blob'64'QUJD'"},
    {"map for a list", "a164'List'a0"},
    {"list for a structure", "a164'Self'80"},
    {"null in a list", "a164'List'81f6"},
    {"undefined in a map", "a163'Map'a161'a'f7"},
};

static void assert_refused(const char *why, const char *body, size_t length)
{
    struct bs_codec_problem problem = {0};
    struct bs_tree *tree = bs_sample_decode(&echo, body, length, &problem);

    if (tree != NULL) {
        fail_msg("%s: taken", why);
    }
    assert_string_equal(problem.error, "SerializationException");
    assert_int_equal(strncmp(problem.message, "Byte ", 5), 0);
}

static void test_hostile(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(hostile_bodies) / sizeof(hostile_bodies[0]); i++) {
        char body[BODY_BYTES_MAX];
        const size_t length = bytes_of(hostile_bodies[i].body, body);

        assert_refused(hostile_bodies[i].why, body, length);
    }
}

static void test_depth(void **state)
{
    char body[BODY_BYTES_MAX];
    size_t length = 0;

    (void)state;
    for (int i = 1; i < BS_CODEC_DEPTH_MAX; i++) {
        length += bytes_of("a164'Self'", body + length);
    }
    body[length] = '\xa0';
    assert_true(bs_sample_round_trip(&echo, body, length + 1));
    length += bytes_of("a164'Self'a0", body + length);
    assert_refused("too deep", body, length);
    length = bytes_of("a161'x'", body);
    memset(body + length, 0x81, BODY_BYTES_MAX - length);
    assert_refused("too deep in what is unknown", body, BODY_BYTES_MAX);
}

static void test_many(void **state)
{
    static const unsigned char head[] = {0xa1, 0x61, 'x', 0x9a, 0x00, 0x3f, 0xff, 0xf0};
    static char body[4 * 1024 * 1024];

    (void)state;
    memcpy(body, head, sizeof(head));
    assert_refused("too many values", body, sizeof(body));
}

static void test_headers(void **state)
{
    const struct bs_http_header with_target[] = {{"Content-Type", "application/cbor"},
                                                 {"x-amz-target", "Sample.Echo"}};
    struct bs_codec_problem problem = {0};
    struct bs_sample_call call = echo;
    struct bs_tree *tree;

    (void)state;
    call.headers = with_target;
    assert_null(bs_sample_decode(&call, "\xa0", 1, &problem));
    assert_string_equal(problem.error, "SerializationException");
    call.header_count = 0;
    assert_null(bs_sample_decode(&call, "\xa0", 1, &problem));
    tree = bs_sample_decode(&call, "", 0, &problem);
    assert_int_equal(bs_tree_count(tree), 0);
    bs_tree_destroy(tree);
}

/* ---- What is written ---- */

static void assert_written(const struct bs_tree *tree, const char *spelling)
{
    struct bs_http_response response;

    bs_sample_encode(&echo, tree, &response);
    assert_body(&response, spelling);
    bs_http_response_clean_up(&response);
}

static void test_answer(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();
    struct bs_http_response response;

    (void)state;
    assert_written(tree, "bfff");
    bs_tree_set_text(tree, "Text", "\xc3\xa9");
    (void)bs_tree_set(tree, "Blob", bs_tree_new_bytes("\0\xff", 2));
    bs_tree_set_integer(tree, "Integer", -500);
    bs_tree_set_boolean(tree, "Boolean", false);
    bs_tree_set_instant(tree, "Time", BS_AT_SECONDS(1));
    bs_tree_append_text(bs_tree_set_list(tree, "List"), "123456789012345678901234");
    bs_tree_set_integer(bs_tree_set_structure(tree, "Map"), "k", INT64_MAX);
    bs_tree_set_text(tree, "Renamed", "r");
    assert_written(tree, "bf 64'Text' 62c3a9 64'Blob' 4200ff 67'Integer' 3901f3 67'Boolean' f4 "
                         "64'Time' c11a6553f101 64'List' 9f 7818'123456789012345678901234' ff "
                         "63'Map' bf 61'k' 1b7fffffffffffffff ff 67'Renamed' 61'r' ff");
    bs_sample_encode(&echo, tree, &response);
    assert_int_equal(response.status, 200);
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/cbor");
    assert_string_equal(bs_sample_header(&response, "smithy-protocol"), "rpc-v2-cbor");
    bs_http_response_clean_up(&response);
    bs_tree_destroy(tree);
}

static void test_fractions(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();

    (void)state;
    bs_tree_set_decimal(tree, "Decimal", 1.5);
    assert_written(tree, "bf 67'Decimal' fa3fc00000 ff");
    bs_tree_set_decimal(tree, "Decimal", 1.1);
    assert_written(tree, "bf 67'Decimal' fb3ff199999999999a ff");
    bs_tree_set_decimal(tree, "Decimal", 1e300);
    assert_written(tree, "bf 67'Decimal' fb7e37e43c8800759c ff");
    (void)bs_tree_remove(tree, "Decimal");
    bs_tree_set_instant(tree, "Time", (struct bs_instant){1500 * BS_NS_PER_MS});
    assert_written(tree, "bf 64'Time' c1fb41d954fc40600000 ff");
    bs_tree_destroy(tree);
}

static void test_no_output(void **state)
{
    struct bs_sample_call call = echo;
    struct bs_http_response response;

    (void)state;
    call.operation = &bs_sample_silent;
    bs_sample_encode(&call, NULL, &response);
    assert_int_equal(response.body.length, 0);
    assert_null(bs_sample_header(&response, "Content-Type"));
    assert_string_equal(bs_sample_header(&response, "smithy-protocol"), "rpc-v2-cbor");
    bs_http_response_clean_up(&response);
}

static void test_error(void **state)
{
    const struct bs_http_header with_mode[] = {{"x-amzn-query-mode", "true"}};
    const struct bs_codec_error error = {
        .code = "NoSuchThing", .message = "Hi", .status = 404, .is_sender = false};
    struct bs_sample_call call = echo;
    struct bs_http_response response;

    (void)state;
    call.headers = with_mode;
    call.header_count = 1;
    call.operation = NULL;
    bs_sample_encode_error(&call, &error, &response);
    assert_int_equal(response.status, 404);
    assert_body(&response, "bf 66'__type' 7829'com.amazonaws.sample#NoSuchThingException' "
                           "67'message' 62'Hi' ff");
    assert_string_equal(bs_sample_header(&response, "smithy-protocol"), "rpc-v2-cbor");
    assert_string_equal(bs_sample_header(&response, "x-amzn-query-error"), "NoSuchThing;Receiver");
    bs_http_response_clean_up(&response);
}

/* ---- Properties ---- */

static void test_damaged(void **state)
{
    char body[BODY_BYTES_MAX];
    const size_t length =
        bytes_of("bf 64'Text' 7f62c3a9 61'b' ff 64'Blob' 4200ff 67'Integer' 3901f3 67'Boolean' f4 "
                 "64'Time' c11a6553f101 64'List' 9f 61'x' ff 63'Map' a261'k'1861 61'l' 1903e8 "
                 "67'Decimal' f93e00 64'Self' bf 64'Self' a0 ff 61'x' 82f6d81801 ff",
                 body);
    struct bs_stream stream = bs_stream_open((struct bs_stream_root){.seed = 1}, "cbor", "damage");
    unsigned taken = 0;
    uint64_t k = 0;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        char damaged[BODY_BYTES_MAX];
        const uint64_t changes = bs_bits_below(bs_stream_at(&stream, k++), 4);

        memcpy(damaged, body, length);
        for (uint64_t change = 0; change < changes; change++) {
            const uint64_t at = bs_bits_below(bs_stream_at(&stream, k++), length);

            damaged[at] = (char)bs_bits_below(bs_stream_at(&stream, k++), 256);
        }
        taken += bs_sample_round_trip(&echo, damaged, length);
    }
    assert_in_range(taken, 5000, 19000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind), cmocka_unit_test(test_open_ended),
        cmocka_unit_test(test_numbers),    cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_depth),      cmocka_unit_test(test_many),
        cmocka_unit_test(test_headers),    cmocka_unit_test(test_answer),
        cmocka_unit_test(test_fractions),  cmocka_unit_test(test_no_output),
        cmocka_unit_test(test_error),      cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
