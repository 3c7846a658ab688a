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

static const struct bs_sample_call echo = {.codec = &bs_codec_json,
                                           .service = &bs_sample_service,
                                           .operation = &bs_sample_echo,
                                           .protocol = BS_PROTOCOL_JSON_1_1};

static struct bs_tree *decode(const char *body)
{
    struct bs_codec_problem problem = {0};
    struct bs_tree *tree = bs_sample_decode(&echo, body, strlen(body), &problem);

    if (tree == NULL) {
        fail_msg("%s: %s", body, problem.message);
    }
    return tree;
}

/* ---- What is read ---- */

static void test_every_kind(void **state)
{
    struct bs_tree *tree = decode(" {\"Text\":\"a\\u0000\\ud83d\\ude00\\n\\/\\u00e9\", \"Blob\" : "
                                  "\"AP8=\",\"Integer\":-9223372036854775808,\"Decimal\":1e3,"
                                  "\"Boolean\":true,\"Time\":1700000001.5,\"List\":[\"x\",\"\"],"
                                  "\"Map\":{\"k\":9007199254740993},\"Self\":{},\"renamed\":\"r\","
                                  "\"Renamed\":1,\"Unknown\":[{\"a\":[1e5,null]}],"
                                  "\"Travels\":\"not here\"}\r\n");
    const struct bs_tree *text = bs_tree_get(tree, "Text");

    (void)state;
    assert_int_equal(text->is.text.length, 10);
    assert_memory_equal(text->is.text.bytes, "a\0\xf0\x9f\x98\x80\n/\xc3\xa9", 10);
    assert_int_equal(bs_tree_get(tree, "Blob")->kind, BS_TREE_BYTES);
    assert_memory_equal(bs_tree_get(tree, "Blob")->is.text.bytes, "\0\xff", 2);
    assert_true(bs_tree_integer(tree, "Integer", 0) == INT64_MIN);
    assert_int_equal(bs_tree_get(tree, "Decimal")->kind, BS_TREE_DECIMAL);
    assert_true(bs_tree_get(tree, "Decimal")->is.decimal >= 1000.0);
    assert_true(bs_tree_boolean(tree, "Boolean", false));
    assert_true(bs_tree_instant(tree, "Time", BS_INSTANT_UNKNOWN).ns == 1500 * BS_NS_PER_MS);
    assert_int_equal(bs_tree_count(bs_tree_get(tree, "List")), 2);
    assert_true(bs_tree_integer(bs_tree_get(tree, "Map"), "k", 0) == INT64_C(9007199254740993));
    assert_int_equal(bs_tree_get(tree, "Self")->kind, BS_TREE_STRUCTURE);
    assert_string_equal(bs_tree_text(tree, "Renamed", ""), "r");
    assert_null(bs_tree_get(tree, "Unknown"));
    assert_null(bs_tree_get(tree, "Travels"));
    bs_tree_destroy(tree);
}

/* The request of the DynamoDB API Reference, PutItem, "Put an item", cut short. */
static void test_request_of_dynamodb(void **state)
{
    static const char body[] =
        "{\"TableName\":\"Thread\",\"Item\":{\"LastPostDateTime\":{\"S\":\"201303190422\"},"
        "\"Tags\":{\"SS\":[\"Update\",\"HelpMe\"]},\"Views\":{\"N\":\"0\"}},"
        "\"ConditionExpression\":\"ForumName <> :f\","
        "\"ExpressionAttributeValues\":{\":f\":{\"S\":\"Amazon DynamoDB\"}}}";
    const struct bs_service_shape *service = bs_service_shape("dynamodb");
    const struct bs_sample_call call = {.codec = &bs_codec_json,
                                        .service = service,
                                        .operation = bs_operation_shape(service, "PutItem"),
                                        .protocol = BS_PROTOCOL_JSON_1_0};
    struct bs_codec_problem problem = {0};
    struct bs_tree *tree = bs_sample_decode(&call, body, sizeof(body) - 1, &problem);
    const struct bs_tree *item = bs_tree_get(tree, "Item");

    (void)state;
    assert_string_equal(bs_tree_text(tree, "TableName", ""), "Thread");
    assert_int_equal(bs_tree_count(item), 3);
    assert_true(bs_tree_has_text(bs_tree_get(bs_tree_get(item, "Tags"), "SS"), "HelpMe"));
    assert_string_equal(bs_tree_text(bs_tree_get(item, "Views"), "N", ""), "0");
    bs_tree_destroy(tree);
}

static void test_absent(void **state)
{
    struct bs_tree *tree = decode("{\"Text\":null,\"Self\":null,\"Integer\":1}");

    (void)state;
    assert_int_equal(bs_tree_count(tree), 1);
    bs_tree_destroy(tree);
    tree = decode("");
    assert_int_equal(bs_tree_count(tree), 0);
    bs_tree_destroy(tree);
}

static void test_words_for_decimals(void **state)
{
    struct bs_tree *tree = decode("{\"Decimal\":\"-Infinity\"}");

    (void)state;
    assert_true(bs_tree_get(tree, "Decimal")->is.decimal < -1e308);
    bs_tree_destroy(tree);
    tree = decode("{\"Decimal\":9223372036854775808}");
    assert_true(bs_tree_get(tree, "Decimal")->is.decimal >= 9223372036854775808.0);
    bs_tree_destroy(tree);
}

struct hostile {
    const char *why;
    const char *body;
};

static const struct hostile hostile_bodies[] = {
    {"text behind", "{} x"},
    {"two values", "{}{}"},
    {"nothing but space", "  "},
    {"no structure", "[]"},
    {"null", "null"},
    {"ends early", "{\"Text\":\"a\""},
    {"ends in a string", "{\"Text\":\"a"},
    {"ends in an escape", "{\"Text\":\"\\"},
    {"key twice", "{\"Text\":\"a\",\"Text\":\"b\"}"},
    {"key twice, once null", "{\"Text\":null,\"Text\":\"b\"}"},
    {"key twice by escape", "{\"Text\":\"a\",\"\\u0054ext\":\"b\"}"},
    {"key of a map twice", "{\"Map\":{\"a\":1,\"a\":2}}"},
    {"key with NUL", "{\"Map\":{\"a\\u0000b\":1}}"},
    {"not UTF-8", "{\"Text\":\"\xff\"}"},
    {"overlong", "{\"Text\":\"\xc0\xaf\"}"},
    {"raw surrogate", "{\"Text\":\"\xed\xa0\x80\"}"},
    {"key not UTF-8", "{\"\xff\":1}"},
    {"unknown member not UTF-8", "{\"Unknown\":\"\xff\"}"},
    {"high surrogate alone", "{\"Text\":\"\\ud83d\"}"},
    {"high surrogate and no low", "{\"Text\":\"\\ud83d\\u0041\"}"},
    {"low surrogate alone", "{\"Text\":\"\\ude00\"}"},
    {"bad hex", "{\"Text\":\"\\u00g0\"}"},
    {"unknown escape", "{\"Text\":\"\\x41\"}"},
    {"raw tab", "{\"Text\":\"a\tb\"}"},
    {"raw newline", "{\"Text\":\"a\nb\"}"},
    {"leading zero", "{\"Integer\":01}"},
    {"plus", "{\"Integer\":+1}"},
    {"minus alone", "{\"Integer\":-}"},
    {"point at the end", "{\"Decimal\":1.}"},
    {"point at the start", "{\"Decimal\":.5}"},
    {"exponent without digits", "{\"Decimal\":1e}"},
    {"too large", "{\"Decimal\":1e400}"},
    {"too large, unknown", "{\"Unknown\":-1e400}"},
    {"hexadecimal", "{\"Integer\":0x10}"},
    {"NaN as a word", "{\"Decimal\":NaN}"},
    {"65 bits", "{\"Integer\":9223372036854775808}"},
    {"65 bits, negative", "{\"Integer\":-9223372036854775809}"},
    {"fraction for an integer", "{\"Integer\":1.0}"},
    {"text for an integer", "{\"Integer\":\"1\"}"},
    {"text for a decimal", "{\"Decimal\":\"1\"}"},
    {"text for a boolean", "{\"Boolean\":\"true\"}"},
    {"number for a boolean", "{\"Boolean\":1}"},
    {"number for a text", "{\"Text\":1}"},
    {"list for a text", "{\"Text\":[\"a\"]}"},
    {"text for a list", "{\"List\":\"a\"}"},
    {"map for a list", "{\"List\":{}}"},
    {"list for a structure", "{\"Self\":[]}"},
    {"null in a list", "{\"List\":[null]}"},
    {"null in a map", "{\"Map\":{\"a\":null}}"},
    {"not base64", "{\"Blob\":\"A\"}"},
    {"text for a timestamp", "{\"Time\":\"1700000000\"}"},
    {"timestamp in milliseconds", "{\"Time\":1700000000000}"},
    {"timestamp too far away", "{\"Time\":-9.2e9}"},
    {"single quotes", "{'Text':'a'}"},
    {"key without quotes", "{Text:\"a\"}"},
    {"comma at the end", "{\"Text\":\"a\",}"},
    {"comma at the end of a list", "{\"List\":[\"a\",]}"},
    {"comma at the start", "{,\"Text\":\"a\"}"},
    {"no comma", "{\"Text\":\"a\" \"Integer\":1}"},
    {"no colon", "{\"Text\" \"a\"}"},
    {"comment", "{/**/}"},
    {"wrong bracket", "{\"List\":[}"},
    {"half a word", "{\"Boolean\":tru}"},
    {"word and more", "{\"Boolean\":truex}"},
    {"byte order mark", "\xef\xbb\xbf{}"},
};

static void assert_refused(const struct bs_sample_call *call, const char *why, const char *body,
                           size_t length)
{
    struct bs_codec_problem problem = {0};
    struct bs_tree *tree = bs_sample_decode(call, body, length, &problem);

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
        const struct hostile *hostile = &hostile_bodies[i];

        assert_refused(&echo, hostile->why, hostile->body, strlen(hostile->body));
    }
    assert_refused(&echo, "raw NUL", "{\"Text\":\"a\0b\"}", 14);
    assert_refused(&echo, "NUL behind", "{}\0", 3);
}

/* Every beginning of a body is malformed, and reading it stays inside. */
static void test_cut_off(void **state)
{
    static const char body[] =
        "{\"Text\":\"\\ud83d\\ude00\xc3\xa9\",\"Decimal\":-1.5e-3,\"List\":[\"\"],"
        "\"Map\":{\"a\":1},\"Boolean\":false,\"Self\":null}";
    char part[sizeof(body)];

    (void)state;
    for (size_t length = 1; length < sizeof(body) - 1; length++) {
        memcpy(part, body, length);
        assert_refused(&echo, "cut off", part, length);
    }
    assert_true(bs_sample_round_trip(&echo, body, sizeof(body) - 1));
}

static size_t nest(char *body, size_t depth, const char *opening, const char *closing)
{
    char *end = body;

    for (size_t i = 0; i < depth; i++) {
        end = stpcpy(end, opening);
    }
    for (size_t i = 0; i < depth; i++) {
        end = stpcpy(end, closing);
    }
    return (size_t)(end - body);
}

static void test_depth(void **state)
{
    static char body[4096];
    static const char unknown[] = "{\"x\":";
    size_t length = (size_t)snprintf(body, sizeof(body), "{\"Self\":");

    (void)state;
    length +=
        nest(body + length, BS_CODEC_DEPTH_MAX - 2, "{\"Self\":", "}") - (BS_CODEC_DEPTH_MAX - 2);
    (void)stpcpy(body + length, "{}");
    memset(body + length + 2, '}', BS_CODEC_DEPTH_MAX - 1);
    assert_true(bs_sample_round_trip(&echo, body, length + 2 + BS_CODEC_DEPTH_MAX - 1));
    (void)stpcpy(body + length, "{\"Self\":{}}");
    memset(body + length + 11, '}', BS_CODEC_DEPTH_MAX - 1);
    assert_refused(&echo, "too deep", body, length + 11 + BS_CODEC_DEPTH_MAX - 1);
    (void)stpcpy(body, unknown);
    length = strlen(unknown) + nest(body + strlen(unknown), BS_CODEC_DEPTH_MAX, "[", "]");
    body[length++] = '}';
    assert_refused(&echo, "too deep in what is unknown", body, length);
}

static void test_many(void **state)
{
    static char body[8 * 1024 * 1024];
    size_t length = (size_t)snprintf(body, sizeof(body), "{\"Map\":{");

    (void)state;
    for (unsigned i = 0; i < 20000; i++) {
        length += (size_t)snprintf(body + length, sizeof(body) - length, "%s\"%u\":1",
                                   i == 0 ? "" : ",", i);
    }
    length += (size_t)snprintf(body + length, sizeof(body) - length, "}}");
    assert_refused(&echo, "too many keys", body, length);
    length = (size_t)snprintf(body, sizeof(body), "{\"Unknown\":[");
    memset(body + length, '1', sizeof(body) - length);
    for (size_t i = length + 1; i < sizeof(body); i += 2) {
        body[i] = ',';
    }
    assert_refused(&echo, "too many values", body, sizeof(body));
}

/* ---- What is written ---- */

static void assert_answer(const struct bs_sample_call *call, const struct bs_tree *output,
                          const char *expected)
{
    struct bs_http_response response;

    bs_sample_encode(call, output, &response);
    assert_string_equal(response.body.bytes, expected);
    bs_http_response_clean_up(&response);
}

static void test_answer(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();
    struct bs_http_response response;

    (void)state;
    assert_answer(&echo, tree, "{}");
    bs_tree_set_text(tree, "Renamed", "r");
    bs_tree_set_text(tree, "Unknown", "left out");
    bs_tree_set_text(tree, "Travels", "in a header");
    (void)bs_tree_set(tree, "Text", bs_tree_new_text_of("\"\0\x1f\xc3\xa9", 5));
    (void)bs_tree_set(tree, "Blob", bs_tree_new_bytes("\0\xff\x10\x20", 4));
    bs_tree_set_integer(tree, "Integer", INT64_MIN);
    bs_tree_set_decimal(tree, "Decimal", -0.25);
    bs_tree_set_boolean(tree, "Boolean", false);
    bs_tree_set_instant(tree, "Time", (struct bs_instant){1500 * BS_NS_PER_MS + 999});
    (void)bs_tree_set_list(tree, "List");
    bs_tree_set_integer(bs_tree_set_structure(tree, "Map"), "k", 1);
    (void)bs_tree_set(tree, "Self", bs_tree_new_null());
    assert_answer(&echo, tree,
                  "{\"Text\":\"\\\"\\u0000\\u001f\xc3\xa9\",\"Blob\":\"AP8QIA==\","
                  "\"Integer\":-9223372036854775808,\"Decimal\":-0.25,\"Boolean\":false,"
                  "\"Time\":1700000001.5,\"List\":[],\"Map\":{\"k\":1},\"renamed\":\"r\"}");
    bs_tree_set_decimal(tree, "Decimal", -__builtin_inf());
    bs_sample_encode(&echo, tree, &response);
    assert_non_null(strstr(response.body.bytes, "\"Decimal\":\"-Infinity\","));
    assert_int_equal(response.status, 200);
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/x-amz-json-1.1");
    assert_string_equal(bs_sample_header(&response, "x-amzn-RequestId"), "the-request");
    bs_http_response_clean_up(&response);
    bs_tree_destroy(tree);
}

static void test_instants_before_the_start(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();

    (void)state;
    bs_tree_set_instant(tree, "Time", (struct bs_instant){-1});
    assert_answer(&echo, tree, "{\"Time\":1699999999.999}");
    bs_tree_set_instant(tree, "Time", BS_INSTANT_NEVER);
    assert_answer(&echo, tree, "{\"Time\":null}");
    bs_tree_destroy(tree);
}

/* Deeper than any input: what behaviour has built must not end the process. */
static void test_too_deep_to_write(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();
    struct bs_tree *deepest = tree;
    struct bs_http_response response;

    (void)state;
    for (int i = 0; i < 200; i++) {
        deepest = bs_tree_set_structure(deepest, "Self");
    }
    bs_sample_encode(&echo, tree, &response);
    assert_true(response.body.failed);
    bs_http_response_clean_up(&response);
    bs_tree_destroy(tree);
}

static void test_content_type_follows_the_request(void **state)
{
    const struct bs_http_header headers[] = {{"content-type", "application/x-amz-json-1.0"}};
    struct bs_sample_call call = echo;
    struct bs_http_response response;

    (void)state;
    call.headers = headers;
    call.header_count = 1;
    call.operation = &bs_sample_silent;
    bs_sample_encode(&call, NULL, &response);
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/x-amz-json-1.0");
    assert_string_equal(response.body.bytes, "{}");
    bs_http_response_clean_up(&response);
}

/* ---- Errors ---- */

static const struct bs_codec_error no_such_thing = {.code = "NoSuchThing",
                                                    .message = "None \"here\"",
                                                    .status = 404,
                                                    .is_sender = true,
                                                    .request_id = "the-request"};

static void test_error(void **state)
{
    struct bs_http_response response;

    (void)state;
    bs_sample_encode_error(&echo, &no_such_thing, &response);
    assert_int_equal(response.status, 404);
    assert_string_equal(response.body.bytes,
                        "{\"__type\":\"NoSuchThingException\",\"message\":\"None \\\"here\\\"\"}");
    assert_null(bs_sample_header(&response, "x-amzn-query-error"));
    bs_http_response_clean_up(&response);
}

/* The example of the DynamoDB Developer Guide, "Error handling with DynamoDB". */
static void test_error_of_dynamodb(void **state)
{
    const struct bs_codec_error error = {
        .code = "ResourceNotFoundException",
        .message = "Requested resource not found: Table: tablename not found",
        .status = 400,
        .is_sender = true};
    const struct bs_sample_call call = {.codec = &bs_codec_json,
                                        .service = bs_service_shape("dynamodb"),
                                        .protocol = BS_PROTOCOL_JSON_1_0};
    struct bs_http_response response;

    (void)state;
    bs_sample_encode_error(&call, &error, &response);
    assert_int_equal(response.status, 400);
    assert_string_equal(
        response.body.bytes,
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\","
        "\"message\":\"Requested resource not found: Table: tablename not found\"}");
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/x-amz-json-1.0");
    bs_http_response_clean_up(&response);
}

static void test_error_with_details(void **state)
{
    struct bs_tree *details = bs_tree_new_structure();
    struct bs_codec_error error = no_such_thing;
    struct bs_http_response response;

    (void)state;
    bs_tree_set_integer(details, "Integer", 7);
    error.members = &bs_sample_shape;
    error.details = details;
    bs_sample_encode_error(&echo, &error, &response);
    assert_string_equal(response.body.bytes, "{\"__type\":\"NoSuchThingException\","
                                             "\"message\":\"None \\\"here\\\"\",\"Integer\":7}");
    bs_http_response_clean_up(&response);
    bs_tree_destroy(details);
}

static void test_error_for_former_query_clients(void **state)
{
    const struct bs_http_header headers[] = {{"X-Amzn-Query-Mode", "true"}};
    struct bs_sample_call call = echo;
    struct bs_http_response response;

    (void)state;
    call.service = &bs_sample_query_service;
    call.headers = headers;
    call.header_count = 1;
    bs_sample_encode_error(&call, &no_such_thing, &response);
    assert_string_equal(bs_sample_header(&response, "x-amzn-query-error"), "NoSuchThing;Sender");
    bs_http_response_clean_up(&response);
    call.service = &bs_sample_service;
    bs_sample_encode_error(&call, &no_such_thing, &response);
    assert_null(bs_sample_header(&response, "x-amzn-query-error"));
    bs_http_response_clean_up(&response);
}

/* ---- REST JSON ---- */

static struct bs_sample_call rest(const struct bs_operation_shape *operation)
{
    struct bs_sample_call call = echo;

    call.codec = &bs_codec_rest_json;
    call.protocol = BS_PROTOCOL_REST_JSON;
    call.operation = operation;
    return call;
}

static void test_rest(void **state)
{
    const struct bs_http_header headers[] = {{"Travels", "far"}};
    struct bs_sample_call call = rest(&bs_sample_echo);
    struct bs_codec_problem problem = {0};
    struct bs_http_response response;
    struct bs_tree *tree;

    (void)state;
    call.headers = headers;
    call.header_count = 1;
    tree = bs_sample_decode(&call, "{\"Text\":\"a\",\"Travels\":\"b\"}", 26, &problem);
    assert_string_equal(bs_tree_text(tree, "Travels", ""), "far");
    bs_sample_encode(&call, tree, &response);
    assert_string_equal(response.body.bytes, "{\"Text\":\"a\"}");
    assert_string_equal(bs_sample_header(&response, "Travels"), "far");
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/json");
    bs_http_response_clean_up(&response);
    bs_tree_destroy(tree);
    assert_refused(&call, "malformed", "{", 1);
}

static void test_rest_payload(void **state)
{
    const struct bs_sample_call call = rest(&bs_sample_store);
    struct bs_codec_problem problem = {0};
    struct bs_http_response response;
    struct bs_tree *tree = bs_sample_decode(&call, "{\0\xff", 3, &problem);

    (void)state;
    assert_int_equal(bs_tree_get(tree, "Payload")->is.text.length, 3);
    bs_sample_encode(&call, tree, &response);
    assert_int_equal(response.status, 201);
    assert_int_equal(response.body.length, 3);
    assert_memory_equal(response.body.bytes, "{\0\xff", 3);
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/octet-stream");
    bs_http_response_clean_up(&response);
    bs_tree_destroy(tree);
}

static void test_rest_error(void **state)
{
    const struct bs_sample_call call = rest(NULL);
    struct bs_http_response response;

    (void)state;
    bs_sample_encode_error(&call, &no_such_thing, &response);
    assert_int_equal(response.status, 404);
    assert_string_equal(bs_sample_header(&response, "x-amzn-ErrorType"), "NoSuchThingException");
    assert_string_equal(bs_sample_header(&response, "Content-Type"), "application/json");
    assert_string_equal(response.body.bytes, "{\"message\":\"None \\\"here\\\"\"}");
    bs_http_response_clean_up(&response);
}

/* ---- Properties ---- */

/* Bytes that are almost a body: a good one with up to three bytes changed. */
static void test_damaged(void **state)
{
    static const char body[] =
        "{\"Text\":\"a\\u00e9\\ud83d\\ude00\",\"Blob\":\"AP8QIA==\",\"Integer\":-12,\"Decimal\":0."
        "1e-7,"
        "\"Boolean\":true,\"Time\":1.7e9,\"List\":[\"x\",\"y\"],\"Map\":{\"a\":1,\"b\":2},"
        "\"Self\":{\"Self\":{}},\"x\":[null,{}]}";
    static const char bytes[] = "\"\\{}[],:0123456789eE+-.tfnu \t\xc3\xff";
    struct bs_stream stream = bs_stream_open((struct bs_stream_root){.seed = 1}, "json", "damage");
    unsigned taken = 0;
    uint64_t k = 0;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        char damaged[sizeof(body)];
        const uint64_t changes = bs_bits_below(bs_stream_at(&stream, k++), 4);

        memcpy(damaged, body, sizeof(body));
        for (uint64_t change = 0; change < changes; change++) {
            const uint64_t at = bs_bits_below(bs_stream_at(&stream, k++), sizeof(body) - 1);

            damaged[at] = bytes[bs_bits_below(bs_stream_at(&stream, k++), sizeof(bytes))];
        }
        taken += bs_sample_round_trip(&echo, damaged, sizeof(body) - 1);
    }
    assert_in_range(taken, 5000, 19000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind),
        cmocka_unit_test(test_request_of_dynamodb),
        cmocka_unit_test(test_absent),
        cmocka_unit_test(test_words_for_decimals),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_cut_off),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_answer),
        cmocka_unit_test(test_instants_before_the_start),
        cmocka_unit_test(test_too_deep_to_write),
        cmocka_unit_test(test_content_type_follows_the_request),
        cmocka_unit_test(test_error),
        cmocka_unit_test(test_error_of_dynamodb),
        cmocka_unit_test(test_error_with_details),
        cmocka_unit_test(test_error_for_former_query_clients),
        cmocka_unit_test(test_rest),
        cmocka_unit_test(test_rest_payload),
        cmocka_unit_test(test_rest_error),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
