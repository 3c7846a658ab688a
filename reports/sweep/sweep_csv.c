/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_csv.h"

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "reports/clean_text.h"

enum {
    NAME_BYTES_MAX = 1024 * 1024,
    PIECE_BYTES = 1024 * 1024,
    TEXT_BYTES_MAX = 64 * 1024 * 1024, /* A piece and its last line. */
};

/* The lines of one variant after the other. */
struct lines {
    const struct bs_sweep_design *design;
    const struct bs_variant *variant;
    const struct bs_sweep_csv_sink *sink;
    struct bs_buffer *buffer;
    enum bs_status status;
    struct bs_error *error;
};

static void hand_over(struct lines *lines)
{
    if (lines->status == BS_OK && lines->buffer->failed) {
        lines->status =
            bs_error_set(lines->error, BS_ERR_LIMIT, NULL, "a trial's line is too long");
    }
    if (lines->status == BS_OK && lines->buffer->length > 0) {
        lines->status = lines->sink->take(lines->sink->self, lines->buffer->bytes,
                                          lines->buffer->length, lines->error);
    }
    lines->buffer->length = 0;
}

static const char *double_quote(char character)
{
    return character == '"' ? "\"\"" : NULL;
}

/* Between quotes, and behind an apostrophe where a spreadsheet would reckon. */
static void put_text(struct bs_buffer *buffer, const char *text)
{
    bs_buffer_text(buffer, text[0] != '\0' && strchr("=+-@", text[0]) != NULL ? "\"'" : "\"");
    bs_clean_text(buffer, text, double_quote);
    bs_buffer_text(buffer, "\"");
}

static void put_value(struct bs_buffer *buffer, enum bs_unit unit, int64_t value)
{
    char seconds[BS_TIME_TEXT_MAX];

    if (value == BS_NO_VALUE) {
        return;
    }
    if (value == BS_ENDLESS) {
        bs_buffer_text(buffer, "unrecovered");
        return;
    }
    switch (unit) {
    case BS_UNIT_NS:
        bs_seconds_format(value, seconds);
        bs_buffer_text(buffer, seconds);
        return;
    case BS_UNIT_COUNT:
        bs_buffer_integer(buffer, value);
        return;
    case BS_UNIT_VERDICT:
        bs_buffer_text(buffer, bs_verdict_name((enum bs_verdict)value));
        return;
    case BS_UNIT_OUTCOME:
        bs_buffer_text(buffer, bs_outcome_name((enum bs_outcome)value));
        return;
    }
}

static void put_trial(void *self, uint64_t trial, const int64_t *values)
{
    struct lines *lines = self;

    put_text(lines->buffer, lines->variant->label);
    bs_buffer_format(lines->buffer, ",%s,%" PRIu64, bs_variant_kind_name(lines->variant->kind),
                     lines->design->seed + trial);
    for (size_t i = 0; i < lines->design->columns.count; i++) {
        bs_buffer_text(lines->buffer, ",");
        put_value(lines->buffer, lines->design->columns.items[i].unit, values[i]);
    }
    bs_buffer_text(lines->buffer, "\r\n");
    if (lines->buffer->length >= PIECE_BYTES || lines->buffer->failed) {
        hand_over(lines);
    }
}

static void put_header(const struct bs_sweep_design *design, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "variant,kind,seed");
    for (size_t i = 0; i < design->columns.count; i++) {
        const struct bs_column *column = &design->columns.items[i];
        struct bs_buffer name;

        bs_buffer_init(&name, NAME_BYTES_MAX);
        bs_buffer_format(&name, "%s.%s%s%s%s", column->subject,
                         column->workflow != NULL ? column->workflow : "",
                         column->workflow != NULL ? "." : "", column->name,
                         column->unit == BS_UNIT_NS ? "_s" : "");
        bs_buffer_text(buffer, ",");
        put_text(buffer, name.bytes != NULL ? name.bytes : "");
        bs_buffer_clean_up(&name);
    }
    bs_buffer_text(buffer, "\r\n");
}

enum bs_status bs_sweep_csv(struct bs_trial_table *table, const struct bs_sweep_csv_sink *sink,
                            struct bs_error *error)
{
    const struct bs_sweep_design *design = bs_trial_table_design(table);
    struct bs_buffer buffer;
    struct lines lines = {.design = design, .sink = sink, .buffer = &buffer, .error = error};

    bs_buffer_init(&buffer, TEXT_BYTES_MAX);
    put_header(design, &buffer);
    for (size_t i = 0; i < design->variant_count && lines.status == BS_OK; i++) {
        enum bs_status status;

        lines.variant = &design->variants[i];
        status = bs_trial_table_visit(table, i, put_trial, &lines, error);
        lines.status = lines.status == BS_OK ? status : lines.status;
    }
    hand_over(&lines);
    bs_buffer_clean_up(&buffer);
    return lines.status;
}
