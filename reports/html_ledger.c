/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_ledger.h"

#include <inttypes.h>
#include <stdio.h>

#include "reports/html_drawing.h"
#include "reports/html_writer.h"

enum {
    WORDS_MAX = 192,
    MARGIN_PART = 20, /* The view is 1/20 longer than what it shows, on both sides. */
    ROWS_MAX = 64,    /* In a drawing; a store that is failed over a hundred times has a table. */
    GAP_TENTHS = 20,  /* Bars that are closer than this are one. */
};

/* ---- The drawing ---- */

/* From the oldest write that is missing to the newest, and to what stopped them. */
static void find_view(const struct bs_ledger *ledger, struct bs_instant *from,
                      struct bs_instant *to)
{
    int64_t margin_ns;

    *from = BS_INSTANT_NEVER;
    *to = (struct bs_instant){0};
    for (size_t i = 0; i < ledger->count; i++) {
        *from = bs_instant_min(*from, ledger->rows[i].first);
        *to = bs_instant_max(*to, ledger->rows[i].last);
    }
    for (size_t i = 0; i < ledger->change_count; i++) {
        if (ledger->changes[i].at.ns >= to->ns) {
            *to = bs_instant_min(ledger->changes[i].at, BS_INSTANT_MAX);
            break;
        }
    }
    margin_ns = (to->ns - from->ns) / MARGIN_PART + BS_NS_PER_S / MARGIN_PART;
    *from = bs_instant_max((struct bs_instant){from->ns - margin_ns}, (struct bs_instant){0});
    to->ns += margin_ns;
}

/* Thousands of single writes are as many bars as can be told apart. */
static void put_ranges(struct bs_html_drawing *drawing, const struct bs_ledger_row *row)
{
    static const char *const kept[] = {"deferred", "quarantined", NULL};
    const char *class_name = bs_text_is_one_of(row->class_name, kept) ? "kept" : "gone";
    struct bs_span_of_time bar = row->ranges[0];

    for (size_t i = 1; i < row->range_count; i++) {
        const struct bs_span_of_time *range = &row->ranges[i];

        if (bs_html_place(drawing, range->from) - bs_html_place(drawing, bar.to) >= GAP_TENTHS) {
            bs_html_bar(drawing, class_name, bar.from, bar.to);
            bar = *range;
        }
        bar.to = bs_instant_max(bar.to, range->to);
    }
    bs_html_bar(drawing, class_name, bar.from, bar.to);
}

static void put_row(struct bs_html_drawing *drawing, const struct bs_ledger_row *row)
{
    char at[BS_TIME_TEXT_MAX];
    char words[WORDS_MAX];

    bs_html_begin_row(drawing, row->class_name);
    put_ranges(drawing, row);
    bs_duration_format((struct bs_duration){row->counted_at.ns}, at);
    (void)snprintf(words, sizeof(words), "%" PRId64 ", at %s", row->writes, at);
    bs_html_end_row(drawing, words);
}

static void put_drawing(const struct bs_store_row *store, const struct bs_ledger *ledger,
                        struct bs_buffer *buffer)
{
    struct bs_html_drawing drawing;
    struct bs_instant from;
    struct bs_instant to;
    char words[WORDS_MAX];

    find_view(ledger, &from, &to);
    bs_html_begin_drawing(&drawing, from, to);
    for (size_t i = 0; i < ledger->count && i < ROWS_MAX; i++) {
        put_row(&drawing, &ledger->rows[i]);
    }
    for (size_t i = 0; i < ledger->change_count && i < ROWS_MAX; i++) {
        bs_html_mark(&drawing, ledger->changes[i].at, ledger->changes[i].words);
    }
    (void)snprintf(words, sizeof(words),
                   "Writes to %s that are missing, by when they were acknowledged",
                   store->id != NULL ? store->id : "?");
    bs_html_end_drawing(&drawing, words, buffer);
}

/* ---- The table ---- */

static void put_table(const struct bs_ledger *ledger, struct bs_buffer *buffer)
{
    static const char *const columns[] = {
        "Class",  "Copy", "Counted", "#Counted at", "#Writes", "#Ranges", "#Acknowledged from",
        "#Until", NULL};

    bs_html_begin_plain_table(buffer, "The ledger", columns);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct bs_ledger_row *row = &ledger->rows[i];

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, row->class_name);
        bs_html_cell(buffer, NULL, row->lineage);
        bs_html_cell(buffer, NULL, bs_text_is(row->counted, "end") ? "at the end" : "at recovery");
        bs_html_duration_cell(buffer, row->counted_at.ns);
        bs_html_count_cell(buffer, row->writes);
        bs_html_count_cell(buffer, (int64_t)row->range_count);
        bs_html_duration_cell(buffer, row->first.ns);
        bs_html_duration_cell(buffer, row->last.ns);
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_html_end_table(buffer);
}

void bs_html_ledger(const struct bs_report *report, struct bs_buffer *buffer)
{
    for (size_t i = 0; i < report->rpo.count; i++) {
        if (report->ledgers[i].count > 0) {
            bs_buffer_text(buffer, "<h3>Missing from <bdi>");
            bs_html_words(buffer, report->rpo.stores[i].id, BS_HTML_ALL_WORDS);
            bs_buffer_text(buffer, "</bdi></h3>\n");
            put_drawing(&report->rpo.stores[i], &report->ledgers[i], buffer);
            put_table(&report->ledgers[i], buffer);
        }
    }
}
