/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/csv_list.h"

#include <inttypes.h>
#include <string.h>

#include "base/assert.h"
#include "reports/clean_text.h"
#include "reports/drills/columns.h"

struct table {
    struct bs_buffer *buffer;
    struct bs_arena arena;
};

static const char *escape(char character)
{
    return character == '"' ? "\"\"" : NULL;
}

/* Behind spaces, too: some programs take those away first. */
static bool looks_like_a_formula(const char *text)
{
    static const char *const beginnings[] = {"=",
                                             "+",
                                             "-",
                                             "@",
                                             "\xef\xbc\x9d", /* Their full-width forms. */
                                             "\xef\xbc\x8b",
                                             "\xef\xbc\x8d",
                                             "\xef\xbc\xa0"};

    text += strspn(text, " \t\r\n\v\f");
    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
        if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0) {
            return true;
        }
    }
    return false;
}

static void put_text(struct bs_buffer *buffer, const char *text)
{
    if (text != NULL) {
        bs_buffer_text(buffer, looks_like_a_formula(text) ? "\"'" : "\"");
        bs_clean_text(buffer, text, escape);
        bs_buffer_text(buffer, "\"");
    }
}

static void put_figure(struct bs_buffer *buffer, const struct bs_drill_column *column,
                       struct bs_figure figure)
{
    char decimal[BS_TIME_TEXT_MAX];

    if (bs_is_known(figure) && column->unit == BS_DRILL_COUNT) {
        bs_buffer_integer(buffer, figure.value);
    } else if (bs_is_known(figure)) {
        bs_seconds_format(figure.value, decimal);
        bs_buffer_text(buffer, decimal);
    }
    bs_buffer_text(buffer, ",");
    put_text(buffer, figure.unknown);
}

static void put_utc(struct bs_buffer *buffer, int64_t s)
{
    char text[BS_UTC_TEXT_MAX];

    if (s != BS_UTC_UNKNOWN) {
        bs_utc_format(s, text);
        bs_buffer_text(buffer, text);
    }
}

static void put_names(struct bs_buffer *buffer)
{
    for (size_t i = 0; i < bs_drill_column_count; i++) {
        const struct bs_drill_column *column = &bs_drill_columns[i];
        const char *suffix = bs_drill_column_shown_suffix(column);

        bs_buffer_format(buffer, "%s%s%s", i > 0 ? "," : "", column->name, suffix);
        if (bs_drill_column_is_figure(column)) {
            bs_buffer_format(buffer, ",%s%s_reason", column->name, suffix);
        }
    }
    bs_buffer_text(buffer, "\n");
}

static void put_drill(void *subject, const struct bs_kept_drill *drill)
{
    struct table *table = subject;

    for (size_t i = 0; i < bs_drill_column_count; i++) {
        const struct bs_drill_column *column = &bs_drill_columns[i];

        bs_buffer_text(table->buffer, i > 0 ? "," : "");
        if (column->unit == BS_DRILL_TEXT) {
            put_text(table->buffer, bs_drill_column_text(column, drill));
        } else if (column->unit == BS_DRILL_UTC) {
            put_utc(table->buffer, bs_drill_column_utc(column, drill));
        } else {
            put_figure(table->buffer, column, bs_drill_column_figure(column, drill));
        }
    }
    bs_buffer_text(table->buffer, "\n");
    bs_arena_reset(&table->arena);
}

enum bs_status bs_drills_csv(const struct bs_drills_page *page, struct bs_buffer *buffer,
                             struct bs_error *error)
{
    struct table table = {.buffer = buffer};
    enum bs_status status;

    BS_ASSERT(page != NULL && buffer != NULL);

    bs_arena_init(&table.arena, BS_DRILLS_ARENA_BYTES_MAX);
    put_names(buffer);
    status = bs_drills_list(page->drills, &page->filter, &table.arena, put_drill, &table, error);
    bs_arena_clean_up(&table.arena);
    return status;
}
