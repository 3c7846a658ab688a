/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reports/compare/baseline_file.h"

enum { TRIALS = 6, KEPT = 5 };

#define MS BS_NS_PER_MS

struct fixture {
    char folder[64];
    char table_path[128];
    char file_path[128];
    struct bs_arena arena;
    struct bs_baseline baseline;
};

static struct bs_column sweep_columns[] = {
    {"trial", NULL, "verdict", BS_UNIT_VERDICT, BS_NO_VALUE},
    {"trial", NULL, "lost_writes", BS_UNIT_COUNT, BS_NO_VALUE},
    {"outage", NULL, "rto", BS_UNIT_NS, BS_NO_VALUE},
    {"lost", NULL, "orders", BS_UNIT_COUNT, BS_NO_VALUE},
    {"store", NULL, "orders", BS_UNIT_NS, BS_NO_VALUE},
    {"step", "activate", "promote \"it\"", BS_UNIT_NS, BS_NO_VALUE},
    {"invariant", NULL, "no_blind_repeat", BS_UNIT_OUTCOME, BS_NO_VALUE},
};

enum { COLUMNS = sizeof(sweep_columns) / sizeof(sweep_columns[0]) };

/* Of six trials; the last is not run. */
static const int64_t outcomes[TRIALS - 1][COLUMNS] = {
    {0, 5, 60 * MS + 499999, 1, 0, BS_NO_VALUE, 0}, {3, 5, BS_ENDLESS, 1, 7, 2 * MS, 0},
    {0, 5, 60 * MS + 500000, 1, 500000, 2 * MS, 1}, {0, 5, 57 * MS, 1, 0, 2 * MS, 0},
    {0, 5, 60 * MS - 1, 1, 0, BS_NO_VALUE, 0},
};

static void remove_files(struct fixture *fixture)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    char path[160];

    for (size_t i = 0; i < 3; i++) {
        (void)snprintf(path, sizeof(path), "%s%s", fixture->table_path, suffixes[i]);
        (void)unlink(path);
    }
    (void)unlink(fixture->file_path);
    (void)rmdir(fixture->folder);
}

static void make_table(struct fixture *fixture, size_t trials)
{
    const struct bs_variant variant = {BS_VARIANT_BASE, "", "", TRIALS};
    const struct bs_sweep_design design = {
        .scenario = "Region loss",
        .scenario_sha256 = "ab",
        .plan = "Warm \"standby\"",
        .plan_sha256 = "cd",
        .version = "0.1.0",
        .command = "blackstart run x",
        .clock = "impact",
        .seed = UINT64_MAX - 9,
        .variants = &variant,
        .variant_count = 1,
        .columns = {.items = sweep_columns, .count = COLUMNS},
    };
    struct bs_trial_table *table = NULL;
    struct bs_error error = {0};

    assert_int_equal(bs_trial_table_create(fixture->table_path, &design, &table, &error), BS_OK);
    if (trials > 0) {
        assert_int_equal(bs_trial_table_add(table, 0, 0, trials, outcomes[0], &error), BS_OK);
    }
    bs_trial_table_close(table);
}

static enum bs_status take(struct fixture *fixture, struct bs_error *error)
{
    struct bs_trial_table *table = NULL;
    enum bs_status status;

    assert_int_equal(bs_trial_table_open(fixture->table_path, &table, error), BS_OK);
    status = bs_baseline_take(table, "here", &fixture->arena, &fixture->baseline, error);
    bs_trial_table_close(table);
    return status;
}

static int begin(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));

    assert_non_null(fixture);
    (void)snprintf(fixture->folder, sizeof(fixture->folder), "/tmp/blackstart-baseline-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    (void)snprintf(fixture->table_path, sizeof(fixture->table_path), "%s/t.sqlite",
                   fixture->folder);
    (void)snprintf(fixture->file_path, sizeof(fixture->file_path), "%s/b.json", fixture->folder);
    bs_arena_init(&fixture->arena, (size_t)1 << 24);
    *state = fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;

    remove_files(fixture);
    bs_arena_clean_up(&fixture->arena);
    free(fixture);
    return 0;
}

static void test_takes_what_decides_and_explains(void **state)
{
    struct fixture *fixture = *state;
    const struct bs_baseline *baseline = &fixture->baseline;
    const struct bs_baseline_column *rto;
    struct bs_error error = {0};

    make_table(fixture, TRIALS - 1);
    assert_int_equal(take(fixture, &error), BS_OK);
    assert_int_equal(baseline->trials, TRIALS);
    assert_int_equal(baseline->missing, 1);
    assert_int_equal(baseline->column_count, KEPT);
    rto = bs_baseline_find(baseline, "outage", NULL, "rto");
    assert_non_null(rto);
    assert_int_equal(rto->sample.known, 4);
    assert_int_equal(rto->sample.censored, 1);
    assert_int_equal(rto->absent, 0);
    assert_int_equal(rto->sample.values[0], 57 * MS);
    assert_int_equal(rto->sample.values[1], 60 * MS);
    assert_int_equal(rto->sample.values[2], 60 * MS);
    assert_int_equal(rto->sample.values[3], 61 * MS);
    assert_int_equal(bs_baseline_find(baseline, "step", "activate", "promote \"it\"")->absent, 2);
    assert_null(bs_baseline_find(baseline, "step", NULL, "promote \"it\""));
    assert_null(bs_baseline_find(baseline, "lost", NULL, "orders"));
}

static void test_no_trials(void **state)
{
    struct fixture *fixture = *state;
    struct bs_error error = {0};

    make_table(fixture, 0);
    assert_int_equal(take(fixture, &error), BS_ERR_INPUT);
    assert_non_null(strstr(error.message, "no trial yet"));
}

/* ---- The file ---- */

static const char expected_file[] =
    "{\n"
    "  \"schema\": \"blackstart.baseline/1\",\n"
    "  \"scenario\": \"Region loss\",\n"
    "  \"scenario_sha256\": \"ab\",\n"
    "  \"plan\": \"Warm \\\"standby\\\"\",\n"
    "  \"plan_sha256\": \"cd\",\n"
    "  \"version\": \"0.1.0\",\n"
    "  \"clock\": \"impact\",\n"
    "  \"seed\": \"18446744073709551606\",\n"
    "  \"trials\": 6,\n"
    "  \"missing\": 1,\n"
    "  \"columns\": [\n"
    "    "
    "{\"subject\":\"trial\",\"name\":\"verdict\",\"unit\":\"verdict\",\"absent\":0,\"endless\":0,"
    "\"values\":\"0*4 3\"},\n"
    "    {\"subject\":\"outage\",\"name\":\"rto\",\"unit\":\"ms\",\"absent\":0,\"endless\":1,"
    "\"values\":\"57 3*2 1\"},\n"
    "    {\"subject\":\"store\",\"name\":\"orders\",\"unit\":\"ms\",\"absent\":0,\"endless\":0,"
    "\"values\":\"0*4 1\"},\n"
    "    {\"subject\":\"step\",\"workflow\":\"activate\",\"name\":\"promote "
    "\\\"it\\\"\",\"unit\":\"ms\","
    "\"absent\":2,\"endless\":0,\"values\":\"2*3\"},\n"
    "    {\"subject\":\"invariant\",\"name\":\"no_blind_repeat\",\"unit\":\"outcome\",\"absent\":0,"
    "\"endless\":0,\"values\":\"0*4 1\"}\n"
    "  ]\n"
    "}\n";

static void write_text(const struct fixture *fixture, const char *text)
{
    FILE *file = fopen(fixture->file_path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static enum bs_status read_text(struct fixture *fixture, const char *text, struct bs_error *error)
{
    *error = (struct bs_error){0};
    write_text(fixture, text);
    return bs_baseline_read(fixture->file_path, &fixture->arena, &fixture->baseline, error);
}

static void assert_writes(const struct bs_baseline *baseline, const char *expected)
{
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, BS_BASELINE_FILE_BYTES_MAX);
    bs_baseline_write(baseline, &buffer);
    assert_false(buffer.failed);
    assert_string_equal(buffer.bytes, expected);
    bs_buffer_clean_up(&buffer);
}

static void test_there_and_back(void **state)
{
    struct fixture *fixture = *state;
    struct bs_error error = {0};

    make_table(fixture, TRIALS - 1);
    assert_int_equal(take(fixture, &error), BS_OK);
    assert_writes(&fixture->baseline, expected_file);
    assert_int_equal(read_text(fixture, expected_file, &error), BS_OK);
    assert_writes(&fixture->baseline, expected_file);
}

/* What stands there is replaced, once. */
struct broken_case {
    const char *from;
    const char *to;
    const char *message;
};

static void test_what_is_refused(void **state)
{
    static const struct broken_case cases[] = {
        {"baseline/1", "baseline/2", "schema must be"},
        {"\"missing\": 1", "\"missing\": 6", "less than trials"},
        {"\"trials\": 6", "\"trials\": 0", "trials"},
        {"\"trials\": 6", "\"trials\": 10000001", "trials"},
        {"18446744073709551606", "18446744073709551616", "seed must be"},
        {"18446744073709551606", "-1", "seed must be"},
        {"\"unit\":\"ms\"", "\"unit\":\"s\"", "unit"},
        {"57 3*2 1", "57 3*2", "values must be 4"},
        {"57 3*2 1", "57 3*2 1 0", "values must be 4"},
        {"57 3*2 1", "57 3*3 1", "values must be 4"},
        {"57 3*2 1", "57 -3*2 1", "values must be 4"},
        {"57 3*2 1", "57 3*2  1", "values must be 4"},
        {"57 3*2 1", "57 3*2 1 ", "values must be 4"},
        {"57 3*2 1", " 57 3*2 1", "values must be 4"},
        {"57 3*2 1", "57 3*2 1*0", "values must be 4"},
        {"57 3*2 1", "57 3* 1", "values must be 4"},
        {"57 3*2 1", "57 *2 1", "values must be 4"},
        {"57 3*2 1", "57 3*2 x", "values must be 4"},
        {"57 3*2 1", "57 3*2 999999999999999999", "values must be 4"},
        {"57 3*2 1", "57 3*999999999999999999 1", "values must be 4"},
        {"57 3*2 1", "57 3*9999999999999999999 1", "values must be 4"},
        {"\"endless\":1", "\"endless\":6", "more than the 5 trials"},
        {"\"values\":\"57 3*2 1\"", "\"values\":[57]", "no text"},
        {"\"subject\":\"store\",\"name\":\"orders\"", "\"subject\":\"outage\",\"name\":\"rto\"",
         "is there already"},
        {"\"clock\": \"impact\",\n", "", "clock"},
        {"\"clock\"", "\"clocks\"", "clocks"},
        {"\"columns\": [", "\"columns\": {", ""},
    };
    struct fixture *fixture = *state;
    struct bs_error error;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *at = strstr(expected_file, cases[i].from);
        char text[sizeof(expected_file) + 128];

        assert_non_null(at);
        (void)snprintf(text, sizeof(text), "%.*s%s%s", (int)(at - expected_file), expected_file,
                       cases[i].to, at + strlen(cases[i].from));
        assert_int_equal(read_text(fixture, text, &error), BS_ERR_INPUT);
        if (strstr(error.message, cases[i].message) == NULL) {
            print_error("%s -> %s: %s\n", cases[i].from, cases[i].to, error.message);
            fail();
        }
        assert_true(error.where.line > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_takes_what_decides_and_explains, begin, end),
        cmocka_unit_test_setup_teardown(test_no_trials, begin, end),
        cmocka_unit_test_setup_teardown(test_there_and_back, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_refused, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
