/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* One member of every kind, without and with bounds. */
struct sample {
    const char *text;
    const char *name;
    int64_t count;
    int64_t tasks;
    int64_t offset;
    int64_t share;
    int64_t weight;
    int64_t rate;
    int64_t size;
    struct bs_duration duration;
    struct bs_duration lag;
    struct bs_instant at;
    int32_t mode;
    bool flag;
    const struct bs_node *node;
    const struct bs_node *map;
    const struct bs_node *list;
};

static const char *const modes[] = {"graceful", "ungraceful", NULL};

#define FIELD(member, field_kind) \
    .name = #member, .kind = (field_kind), .offset = offsetof(struct sample, member)

static const struct bs_field sample_fields[] = {
    {FIELD(text, BS_FIELD_TEXT), .about = "any text"},
    {FIELD(name, BS_FIELD_NAME), .about = "an identifier"},
    {FIELD(count, BS_FIELD_COUNT), .about = "a count without bounds"},
    {FIELD(tasks, BS_FIELD_COUNT), .maximum = 10000, .about = "a count with bounds"},
    {FIELD(offset, BS_FIELD_COUNT), .minimum = -5, .maximum = INT64_MAX, .about = "open above"},
    {FIELD(share, BS_FIELD_SHARE), .about = "a share"},
    {FIELD(weight, BS_FIELD_SHARE), .minimum = 5000000, .maximum = 2000000000,
     .about = "a share with bounds"},
    {FIELD(rate, BS_FIELD_RATE), .about = "a rate"},
    {FIELD(size, BS_FIELD_SIZE), .minimum = 1, .maximum = INT64_C(64) << 30, .about = "a size"},
    {FIELD(duration, BS_FIELD_DURATION), .about = "a duration"},
    {FIELD(lag, BS_FIELD_DURATION), .maximum = 600 * BS_NS_PER_S, .about = "with bounds"},
    {FIELD(at, BS_FIELD_INSTANT), .about = "an instant"},
    {FIELD(mode, BS_FIELD_CHOICE), .choices = modes, .about = "a choice"},
    {FIELD(flag, BS_FIELD_BOOL), .about = "a flag"},
    {FIELD(node, BS_FIELD_NODE), .about = "anything"},
    {FIELD(map, BS_FIELD_MAP), .about = "a map"},
    {FIELD(list, BS_FIELD_LIST), .about = "a list"},
};

static const struct bs_fields sample_table = {
    .what = "sample",
    .fields = sample_fields,
    .count = sizeof(sample_fields) / sizeof(sample_fields[0]),
};

static struct bs_document *parse(const char *text)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};

    if (bs_document_parse("t.yaml", text, strlen(text), &document, &error) != BS_OK) {
        fail_msg("%s: %s", text, error.message);
    }
    return document;
}

static void test_every_kind(void **state)
{
    struct bs_document *document = parse("text: 12 o'clock\n"
                                         "name: orders-dr.v2\n"
                                         "count: 9223372036854775807\n"
                                         "tasks: 10000\n"
                                         "offset: -5\n"
                                         "share: 95%\n"
                                         "weight: 1.5\n"
                                         "rate: 160/s\n"
                                         "size: 40GB\n"
                                         "duration: -1m30s\n"
                                         "lag: '10m'\n"
                                         "at: 1h\n"
                                         "mode: ungraceful\n"
                                         "flag: true\n"
                                         "node: [1]\n"
                                         "map: {}\n"
                                         "list: []\n");
    struct bs_error error = {0};
    struct sample sample = {0};

    (void)state;
    assert_int_equal(bs_decode_map(bs_document_root(document), &sample_table, &sample, &error),
                     BS_OK);
    assert_string_equal(sample.text, "12 o'clock");
    assert_string_equal(sample.name, "orders-dr.v2");
    assert_int_equal(sample.count, INT64_MAX);
    assert_int_equal(sample.tasks, 10000);
    assert_int_equal(sample.offset, -5);
    assert_int_equal(sample.share, 950000000);
    assert_int_equal(sample.weight, 1500000000);
    assert_int_equal(sample.rate, INT64_C(160) * BS_NS_PER_S);
    assert_int_equal(sample.size, INT64_C(40000000000));
    assert_int_equal(sample.duration.ns, -90 * BS_NS_PER_S);
    assert_int_equal(sample.lag.ns, 600 * BS_NS_PER_S);
    assert_int_equal(sample.at.ns, 3600 * BS_NS_PER_S);
    assert_int_equal(sample.mode, 1);
    assert_true(sample.flag);
    assert_int_equal(sample.node->kind, BS_NODE_LIST);
    assert_int_equal(sample.map->kind, BS_NODE_MAP);
    assert_int_equal(sample.list->kind, BS_NODE_LIST);
    bs_document_destroy(document);
}

static void test_absent_and_null_keep_the_defaults(void **state)
{
    struct bs_document *document = parse("tasks:\nlag: ~\nmode: null\nmap: null\nname:\n");
    struct sample sample = {.tasks = 7, .lag = {8}, .mode = 1, .count = 9, .name = "x"};
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(bs_decode_map(bs_document_root(document), &sample_table, &sample, &error),
                     BS_OK);
    assert_int_equal(sample.tasks, 7);
    assert_int_equal(sample.lag.ns, 8);
    assert_int_equal(sample.mode, 1);
    assert_int_equal(sample.count, 9);
    assert_string_equal(sample.name, "x");
    assert_null(sample.map);
    bs_document_destroy(document);
}

/* The integer that a scalar gives, or the message. */
struct number_case {
    const char *name;
    const char *text;
    int64_t expected;
};

static int64_t read_number(const char *text, const char *field)
{
    struct bs_document *document = parse(text);
    struct bs_error error = {0};
    struct sample sample = {0};

    if (bs_decode_map(bs_document_root(document), &sample_table, &sample, &error) != BS_OK) {
        fail_msg("%s: %s", text, error.message);
    }
    bs_document_destroy(document);
    for (size_t i = 0; i < sample_table.count; i++) {
        if (strcmp(sample_fields[i].name, field) == 0) {
            int64_t value;

            memcpy(&value, (const char *)&sample + sample_fields[i].offset, sizeof(value));
            return value;
        }
    }
    fail_msg("no field %s", field);
    return 0;
}

static const struct number_case number_cases[] = {
    {"share", "0%", 0},
    {"share", "100%", 1000000000},
    {"share", "0.25 %", 2500000},
    {"share", "0.0000001%", 1},
    {"share", "0.95", 950000000},
    {"share", "1", 1000000000},
    {"share", "1.000000000", 1000000000},
    {"share", "'99.9%'", 999000000},
    {"rate", "30/m", 500000000},
    {"rate", "4/h", 1111111},
    {"rate", "1/h", 277778},
    {"rate", "0/s", 0},
    {"rate", "0.5/s", 500000000},
    {"rate", "2.5 /m", 41666667},
    {"rate", "\"160/s\"", INT64_C(160000000000)},
    {"size", "100B", 100},
    {"size", "400MB", 400000000},
    {"size", "512KiB", 524288},
    {"size", "1.5GiB", INT64_C(1610612736)},
    {"size", "64 GiB", INT64_C(64) << 30},
    {"size", "0.001KB", 1},
    {"tasks", "0", 0},
    {"offset", "-0", 0},
    {"duration", "-104d", INT64_C(-104) * 86400 * BS_NS_PER_S},
};

static void test_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(number_cases) / sizeof(number_cases[0]); i++) {
        const struct number_case *row = &number_cases[i];
        char text[64];
        int64_t value;

        (void)snprintf(text, sizeof(text), "%s: %s", row->name, row->text);
        value = read_number(text, row->name);
        if (value != row->expected) {
            fail_msg("%s: got %lld", text, (long long)value);
        }
    }
}

struct refusal_case {
    const char *text;
    const char *expected; /* As a person reads it. */
};

#define NAME_RULE                                                                            \
    "'name' must be a name of 1 to 63 letters, digits, '.', '_' and '-' that starts with a " \
    "letter "                                                                                \
    "or digit, "
#define COUNT_RULE   "'tasks' must be a whole number from 0 to 10000, "
#define SHARE_RULE   "'share' must be a share from 0% to 100%, such as 95% or 0.95, "
#define RATE_RULE    "'rate' must be a rate of at least 0/s, such as 160/s, 30/m or 4/h, "
#define SIZE_RULE    "'size' must be a size from 1B to 64GiB, such as 400MB or 512KiB, "
#define LAG_RULE     "'lag' must be a duration from 0s to 10m, such as 90s or 1m30s, "
#define INSTANT_RULE "'at' must be a time since the start from 0s to 104d, such as 10m or 1m30s, "
#define BOOL_RULE    "'flag' must be true or false, "
#define CHOICE_RULE  "'mode' must be one of graceful, ungraceful, "

static const struct refusal_case refusals[] = {
    {"tasks: ten", "t.yaml:1:8: " COUNT_RULE "found 'ten'"},
    {"tasks: 10001", "t.yaml:1:8: " COUNT_RULE "found '10001'"},
    {"tasks: -1", "t.yaml:1:8: " COUNT_RULE "found '-1'"},
    {"tasks: 1.0", "t.yaml:1:8: " COUNT_RULE "found '1.0'"},
    {"tasks: 1e3", "t.yaml:1:8: " COUNT_RULE "found '1e3'"},
    {"tasks: 010", "t.yaml:1:8: " COUNT_RULE "found '010'"},
    {"tasks: 0x10", "t.yaml:1:8: " COUNT_RULE "found '0x10'"},
    {"tasks: +1", "t.yaml:1:8: " COUNT_RULE "found '+1'"},
    {"tasks: '1'", "t.yaml:1:8: " COUNT_RULE "found text '1'"},
    {"tasks: ''", "t.yaml:1:8: " COUNT_RULE "found empty text"},
    {"tasks: [1]", "t.yaml:1:8: " COUNT_RULE "found a list"},
    {"tasks: {a: 1}", "t.yaml:1:8: " COUNT_RULE "found a map"},
    {"tasks: \"a\\nb\"", "t.yaml:1:8: " COUNT_RULE "found text 'a?b'"},
    {"tasks: 99999999999999999999999999999999999999999999999",
     "t.yaml:1:8: " COUNT_RULE "found '99999999999999999999999999999999999999999999999'"},
    {"tasks: 9999999999999999999999999999999999999999999999999999",
     "t.yaml:1:8: " COUNT_RULE "found '999999999999999999999999999999999999999999999999..'"},
    {"count: 9223372036854775808",
     "t.yaml:1:8: 'count' must be a whole number of at least 0, found '9223372036854775808'"},
    {"offset: -6", "t.yaml:1:9: 'offset' must be a whole number of at least -5, found '-6'"},
    {"share: 101%", "t.yaml:1:8: " SHARE_RULE "found '101%'"},
    {"share: 95", "t.yaml:1:8: " SHARE_RULE "found '95'"},
    {"share: -1%", "t.yaml:1:8: " SHARE_RULE "found '-1%'"},
    {"share: 0.0000000001", "t.yaml:1:8: " SHARE_RULE "found '0.0000000001'"},
    {"share: most", "t.yaml:1:8: " SHARE_RULE "found 'most'"},
    {"share: .5", "t.yaml:1:8: " SHARE_RULE "found '.5'"},
    {"weight: 0.4%", "t.yaml:1:9: 'weight' must be a share from 0.5% to 200%, such as 95% or 0.95, "
                     "found '0.4%'"},
    {"rate: 160", "t.yaml:1:7: " RATE_RULE "found '160'"},
    {"rate: 160/d", "t.yaml:1:7: " RATE_RULE "found '160/d'"},
    {"rate: -1/s", "t.yaml:1:7: " RATE_RULE "found '-1/s'"},
    {"rate: 9999999999999/s", "t.yaml:1:7: " RATE_RULE "found '9999999999999/s'"},
    {"size: 65GiB", "t.yaml:1:7: " SIZE_RULE "found '65GiB'"},
    {"size: 0B", "t.yaml:1:7: " SIZE_RULE "found '0B'"},
    {"size: 100", "t.yaml:1:7: " SIZE_RULE "found '100'"},
    {"size: 4gb", "t.yaml:1:7: " SIZE_RULE "found '4gb'"},
    {"size: 1.5B", "t.yaml:1:7: " SIZE_RULE "found '1.5B'"},
    {"lag: 90", "t.yaml:1:6: " LAG_RULE "found '90'"},
    {"lag: 11m", "t.yaml:1:6: " LAG_RULE "found '11m'"},
    {"lag: -1s", "t.yaml:1:6: " LAG_RULE "found '-1s'"},
    {"lag: [1s]", "t.yaml:1:6: " LAG_RULE "found a list"},
    {"at: -1s", "t.yaml:1:5: " INSTANT_RULE "found '-1s'"},
    {"at: 105d", "t.yaml:1:5: " INSTANT_RULE "found '105d'"},
    {"flag: yes", "t.yaml:1:7: " BOOL_RULE "found 'yes'"},
    {"flag: 'true'", "t.yaml:1:7: " BOOL_RULE "found text 'true'"},
    {"flag: []", "t.yaml:1:7: " BOOL_RULE "found a list"},
    {"mode: gracful", "t.yaml:1:7: " CHOICE_RULE "found 'gracful'; did you mean 'graceful'?"},
    {"mode: fast", "t.yaml:1:7: " CHOICE_RULE "found 'fast'"},
    {"mode: {}", "t.yaml:1:7: " CHOICE_RULE "found a map"},
    {"name: -x", "t.yaml:1:7: " NAME_RULE "found '-x'"},
    {"name: a b", "t.yaml:1:7: " NAME_RULE "found 'a b'"},
    {"name: ''", "t.yaml:1:7: " NAME_RULE "found empty text"},
    {"name: a23456789012345678901234567890123456789012345678901234567890abcd",
     "t.yaml:1:7: " NAME_RULE "found 'a23456789012345678901234567890123456789012345678..'"},
    {"text: []", "t.yaml:1:7: 'text' must be text, found a list"},
    {"map: []", "t.yaml:1:6: 'map' must be a map, found a list"},
    {"list: x", "t.yaml:1:7: 'list' must be a list, found 'x'"},
    {"count: 1\n  \nlga: 1s", "t.yaml:3:1: unknown key 'lga' in sample; did you mean 'lag'?"},
    {"laag: 1s", "t.yaml:1:1: unknown key 'laag' in sample; did you mean 'lag'?"},
    {"zebra: 1",
     "t.yaml:1:1: unknown key 'zebra' in sample; its keys are text, name, count, tasks, offset, "
     "share, weight, rate, size, duration, lag, at, mode, flag, node, map, list"},
    {"- 1", "t.yaml:1:1: 'sample' must be a map, found a list"},
    {"just text", "t.yaml:1:1: 'sample' must be a map, found 'just text'"},
};

static void test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        struct bs_document *document = parse(refusals[i].text);
        struct bs_error error = {0};
        struct sample sample = {0};
        char message[BS_ERROR_MESSAGE_MAX];
        enum bs_status status =
            bs_decode_map(bs_document_root(document), &sample_table, &sample, &error);

        bs_error_format(&error, message, sizeof(message));
        if (status != BS_ERR_INPUT || strcmp(message, refusals[i].expected) != 0) {
            fail_msg("%s: status %d: %s", refusals[i].text, status, message);
        }
        bs_document_destroy(document);
    }
}

static void test_required(void **state)
{
    static const struct bs_field fields[] = {
        {.name = "region", .kind = BS_FIELD_TEXT, .required = true, .about = "where it runs"},
    };
    static const struct bs_fields table = {.what = "ecs_service", .fields = fields, .count = 1};
    struct bs_document *document = parse("a: {}\nb: {region: }\nc: {region: ''}\n");
    const struct bs_node *root = bs_document_root(document);
    struct bs_error error = {0};
    const char *region = NULL;

    (void)state;
    assert_int_equal(bs_decode_map(bs_node_get(root, "a"), &table, (void *)&region, &error),
                     BS_ERR_INPUT);
    assert_string_equal(error.message, "missing key 'region' in ecs_service");
    assert_int_equal(error.where.line, 1);
    assert_int_equal(error.where.column, 4);
    error = (struct bs_error){0};
    assert_int_equal(bs_decode_map(bs_node_get(root, "b"), &table, (void *)&region, &error),
                     BS_ERR_INPUT);
    assert_string_equal(error.message, "'region' must be given, found nothing");
    assert_int_equal(error.where.line, 2);
    error = (struct bs_error){0};
    assert_int_equal(bs_decode_map(bs_node_get(root, "c"), &table, (void *)&region, &error), BS_OK);
    assert_string_equal(region, "");
    bs_document_destroy(document);
}

static void test_value_alone(void **state)
{
    struct bs_document *document = parse("[90s, ninety]");
    const struct bs_field field = {.name = "targets", .kind = BS_FIELD_DURATION};
    struct bs_error error = {0};
    struct bs_duration duration = {0};

    (void)state;
    assert_int_equal(bs_decode_value(bs_document_root(document)->first, &field, &duration, &error),
                     BS_OK);
    assert_int_equal(duration.ns, 90 * BS_NS_PER_S);
    assert_int_equal(bs_decode_value(bs_document_root(document)->last, &field, &duration, &error),
                     BS_ERR_INPUT);
    assert_int_equal(error.where.column, 7);
    bs_document_destroy(document);
}

static void test_override_is_named_in_errors(void **state)
{
    struct bs_document *document = parse("tasks: 1\n");
    struct bs_error error = {0};
    struct sample sample = {0};
    char message[BS_ERROR_MESSAGE_MAX];

    (void)state;
    assert_int_equal(bs_document_set(document, "tasks", "ten", &error), BS_OK);
    assert_int_equal(bs_decode_map(bs_document_root(document), &sample_table, &sample, &error),
                     BS_ERR_INPUT);
    bs_error_format(&error, message, sizeof(message));
    assert_string_equal(message, "--set tasks: " COUNT_RULE "found 'ten'");
    bs_document_destroy(document);
}

struct suggest_case {
    const char *name;
    const char *word;
    const char *expected;
};

static const struct suggest_case suggest_cases[] = {
    {"itself", "promote", "promote"},
    {"insertion", "prommote", "promote"},
    {"deletion", "promte", "promote"},
    {"substitution", "promoye", "promote"},
    {"transposition", "rpomote", "promote"},
    {"two transpositions", "rpomoet", "promote"},
    {"a third of the letters", "xxxromote", "promote"},
    {"more than a third", "xxxxpromote", NULL},
    {"short words get one edit", "lga", "lag"},
    {"two edits in a short word", "lx", NULL},
    {"nearest wins", "tasl", "task"},
    {"first of equals wins", "tasx", "task"},
    {"case differs", "Fence", "fence"},
    {"nothing near", "zebra", NULL},
    {"empty", "", NULL},
    {"very long", "promotepromotepromotepromotepromotepromotepromotepromotepromotepromote", NULL},
};

static void test_suggestions(void **state)
{
    static const char *const candidates[] = {"promote", "fence", "lag", "task", "tasks"};

    (void)state;
    for (size_t i = 0; i < sizeof(suggest_cases) / sizeof(suggest_cases[0]); i++) {
        const struct suggest_case *row = &suggest_cases[i];
        const char *nearest = bs_suggest(row->word, candidates, 5);

        if ((nearest == NULL) != (row->expected == NULL) ||
            (nearest != NULL && strcmp(nearest, row->expected) != 0)) {
            fail_msg("%s: got %s", row->name, nearest == NULL ? "nothing" : nearest);
        }
    }
    assert_null(bs_suggest("promote", NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind),
        cmocka_unit_test(test_absent_and_null_keep_the_defaults),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_required),
        cmocka_unit_test(test_value_alone),
        cmocka_unit_test(test_override_is_named_in_errors),
        cmocka_unit_test(test_suggestions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
