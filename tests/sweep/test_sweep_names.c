/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "reports/clean_text.h"
#include "reports/sweep/sweep_csv.h"
#include "reports/sweep/sweep_json.h"
#include "reports/sweep/sweep_text.h"
#include "tests/sweep/sweeps.h"

/* Hostile names in a sweep's formats that have no test of their own. */

static void write_text(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    bs_sweep_text(sweep, false, buffer);
}

static void look_at_text(struct sweeps_made *made, const char *name)
{
    struct bs_buffer text = sweeps_write(made->sweep, write_text);

    (void)name;
    sweeps_check_inert(&text, "\n");
    bs_buffer_clean_up(&text);
}

/* ---- JSON ---- */

/* What a reader has of the name: where it is UTF-8, the name itself. */
static void look_at_json(struct sweeps_made *made, const char *name)
{
    struct bs_buffer text = sweeps_write(made->sweep, bs_sweep_json);
    cJSON *json = cJSON_ParseWithLengthOpts(text.bytes, text.length, NULL, false);
    const cJSON *scenario;

    assert_non_null(json);
    scenario = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(json, "scenario"),
                                                "name");
    assert_true(cJSON_IsString(scenario));
    if (name[0] != '\xff') {
        assert_string_equal(scenario->valuestring, name);
    }
    for (size_t i = 0; i < text.length; i++) {
        assert_true((unsigned char)text.bytes[i] >= 0x20 || text.bytes[i] == '\n');
    }
    cJSON_Delete(json);
    bs_buffer_clean_up(&text);
}

/* ---- CSV, read as RFC 4180 has it ---- */

struct csv_reader {
    const char *at;
    struct bs_buffer field;
    bool ends_row; /* The field is the last of its row. */
};

static void read_quoted(struct csv_reader *reader)
{
    reader->at++;
    while (reader->at[0] != '"' || reader->at[1] == '"') {
        assert_int_not_equal(reader->at[0], '\0');
        bs_buffer_append(&reader->field, reader->at, 1);
        reader->at += reader->at[0] == '"' ? 2 : 1;
    }
    reader->at++;
}

static void read_field(struct csv_reader *reader)
{
    bs_buffer_clean_up(&reader->field);
    bs_buffer_init(&reader->field, SWEEPS_BYTES_MAX);
    bs_buffer_text(&reader->field, "");
    if (*reader->at == '"') {
        read_quoted(reader);
    } else {
        const size_t length = strcspn(reader->at, ",\r\n\"");

        bs_buffer_append(&reader->field, reader->at, length);
        reader->at += length;
    }
    reader->ends_row = *reader->at != ',';
    if (reader->ends_row) {
        assert_memory_equal(reader->at, "\r\n", 2);
    }
    reader->at += reader->ends_row ? 2 : 1;
}

/* How many fields the next row has; `first` gets the text of its first. */
static size_t read_row(struct csv_reader *reader, struct bs_buffer *first)
{
    size_t fields = 0;

    do {
        read_field(reader);
        if (fields == 0 && first != NULL) {
            bs_buffer_append(first, reader->field.bytes != NULL ? reader->field.bytes : "",
                             reader->field.length);
        }
        fields++;
    } while (!reader->ends_row);
    return fields;
}

/* What a spreadsheet would take for a formula stands behind an apostrophe. */
static void check_label(const struct bs_buffer *field, const char *label)
{
    struct bs_buffer clean;
    const char *text = field->bytes != NULL ? field->bytes : "";

    bs_buffer_init(&clean, SWEEPS_BYTES_MAX);
    bs_clean_text(&clean, label, NULL);
    if (label[0] != '\0' && strchr("=+-@", label[0]) != NULL) {
        assert_int_equal(text[0], '\'');
        text++;
    }
    assert_string_equal(text, clean.bytes != NULL ? clean.bytes : "");
    assert_int_equal(strchr("=+-@", text[0]) != NULL && text[0] != '\0' && text == field->bytes, 0);
    bs_buffer_clean_up(&clean);
}

static enum bs_status take_piece(void *self, const char *bytes, size_t length,
                                 struct bs_error *error)
{
    (void)error;
    bs_buffer_append(self, bytes, length);
    return BS_OK;
}

static void look_at_csv(struct sweeps_made *made, const char *name)
{
    const struct bs_sweep_design *design = bs_trial_table_design(made->table);
    const size_t columns = design->columns.count + 3;
    struct csv_reader reader = {0};
    struct bs_buffer csv;
    const struct bs_sweep_csv_sink sink = {&csv, take_piece};
    struct bs_error error = {0};

    (void)name;
    bs_buffer_init(&csv, SWEEPS_BYTES_MAX);
    assert_int_equal(bs_sweep_csv(made->table, &sink, &error), BS_OK);
    sweeps_check_inert(&csv, "\r\n");
    reader.at = csv.bytes;
    assert_int_equal(read_row(&reader, NULL), columns);
    for (size_t i = 0; i < design->variant_count; i++) {
        for (uint64_t k = 0; k < design->variants[i].trials; k++) {
            struct bs_buffer label;

            bs_buffer_init(&label, SWEEPS_BYTES_MAX);
            assert_int_equal(read_row(&reader, &label), columns);
            check_label(&label, design->variants[i].label);
            bs_buffer_clean_up(&label);
        }
    }
    assert_int_equal(*reader.at, '\0');
    bs_buffer_clean_up(&reader.field);
    bs_buffer_clean_up(&csv);
}

static void test_text(void **state)
{
    (void)state;
    sweeps_try_hostile_names(look_at_text);
}

static void test_json(void **state)
{
    (void)state;
    sweeps_try_hostile_names(look_at_json);
}

static void test_csv(void **state)
{
    (void)state;
    sweeps_try_hostile_names(look_at_csv);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_csv),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
