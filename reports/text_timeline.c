/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/text_timeline.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_COLUMNS = 20, LINE_MAX_BYTES = 160, PPB = 1000000000, EIGHTHS = 8 };

/** One glyph per column. */
struct row {
    const char *cells[BS_STRIP_COLUMNS];
};

/* Nothing served, then eighths; 15/16 and more show as full. */
static const char *const share_glyphs[EIGHTHS + 1] = {"_", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

static struct row empty_row(void)
{
    struct row row;

    for (size_t i = 0; i < BS_STRIP_COLUMNS; i++) {
        row.cells[i] = " ";
    }
    return row;
}

static size_t column_of(const struct bs_strip *strip, struct bs_instant at)
{
    int64_t span_ns = strip->to.ns - strip->from.ns;
    int64_t column;

    if (at.ns <= strip->from.ns || span_ns <= 0) {
        return 0;
    }
    if (at.ns >= strip->to.ns) {
        return BS_STRIP_COLUMNS - 1;
    }
    column = (at.ns - strip->from.ns) * BS_STRIP_COLUMNS / span_ns;
    return (size_t)column;
}

static void draw_bar(struct row *row, const struct bs_strip *strip, struct bs_instant from,
                     struct bs_instant to, const char *glyph)
{
    if (from.ns > strip->to.ns || to.ns < strip->from.ns) {
        return;
    }
    for (size_t i = column_of(strip, from); i <= column_of(strip, to); i++) {
        row->cells[i] = glyph;
    }
}

static void put_row(const struct bs_text_style *style, const char *label, enum bs_text_role role,
                    const struct row *row, const char *words)
{
    struct bs_buffer *buffer = style->buffer;

    bs_buffer_text(buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, label, LABEL_COLUMNS - 2);
    for (size_t i = 0; i < BS_STRIP_COLUMNS; i++) {
        bs_text_put(style, strcmp(row->cells[i], " ") == 0 ? BS_TEXT_PLAIN : role, row->cells[i]);
    }
    bs_buffer_text(buffer, " ");
    bs_text_put(style, role, words);
    bs_text_end_line(style);
}

/** The instants at both ends of the strip. */
static void put_scale(const struct bs_text_style *style, const struct bs_strip *strip)
{
    char from[BS_TIME_TEXT_MAX];
    char to[BS_TIME_TEXT_MAX];
    char line[LINE_MAX_BYTES];

    bs_duration_format((struct bs_duration){strip->from.ns}, from);
    bs_duration_format((struct bs_duration){strip->to.ns}, to);
    (void)snprintf(line, sizeof(line), "%*s%s%*s", LABEL_COLUMNS, "", from,
                   BS_STRIP_COLUMNS - (int)strlen(from), to);
    bs_text_put(style, BS_TEXT_FAINT, line);
    bs_text_end_line(style);
}

static void put_served(const struct bs_text_style *style, const struct bs_strip *strip)
{
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, "served", LABEL_COLUMNS - 2);
    for (size_t i = 0; i < BS_STRIP_COLUMNS; i++) {
        int64_t share_ppb = strip->share_ppb[i];
        int64_t eighth = (share_ppb * EIGHTHS + PPB / 2) / PPB;

        if (share_ppb < 0) {
            bs_buffer_text(style->buffer, " ");
        } else {
            bs_text_put(style, eighth == EIGHTHS ? BS_TEXT_GOOD : BS_TEXT_BAD,
                        share_glyphs[eighth]);
        }
    }
    bs_text_end_line(style);
}

static void put_span(const struct bs_text_style *style, const struct bs_strip *strip,
                     const char *label, struct bs_instant from, struct bs_instant to)
{
    struct row row = empty_row();
    struct bs_instant last = to.ns == BS_INSTANT_UNKNOWN.ns ? strip->to : to;
    char words[BS_TIME_TEXT_MAX] = "no end";

    if (to.ns != BS_INSTANT_UNKNOWN.ns) {
        bs_duration_format((struct bs_duration){to.ns - from.ns}, words);
    }
    draw_bar(&row, strip, from, last, "━");
    put_row(style, label, BS_TEXT_BAD, &row, words);
}

static void put_causes(const struct bs_report *report, const struct bs_text_style *style,
                       const struct bs_strip *strip)
{
    for (size_t i = 0; i < report->fault_count; i++) {
        const struct bs_fault_row *fault = &report->faults[i];

        put_span(style, strip, fault->name, fault->onset, fault->end);
    }
    for (size_t i = 0; i < report->outages.count; i++) {
        const struct bs_outage *outage = &report->outages.items[i];

        put_span(style, strip, outage->is_planned ? "planned outage" : "outage", outage->begin,
                 outage->end);
    }
}

static void put_marks(const struct bs_report *report, const struct bs_text_style *style)
{
    const struct bs_strip *strip = &report->focus;

    for (size_t i = 0; i < report->mark_count; i++) {
        struct row row = empty_row();
        struct bs_instant at = report->marks[i].at;
        char text[BS_TIME_TEXT_MAX];
        char words[LINE_MAX_BYTES];

        if (at.ns < strip->from.ns || at.ns > strip->to.ns) {
            continue;
        }
        bs_duration_format((struct bs_duration){at.ns}, text);
        (void)snprintf(words, sizeof(words), "at %s", text);
        row.cells[column_of(strip, at)] = "◆";
        put_row(style, report->marks[i].words, BS_TEXT_STRONG, &row, words);
    }
}

static void put_step_bars(const struct bs_report *report, const struct bs_text_style *style)
{
    const struct bs_strip *strip = &report->focus;

    for (size_t i = 0; i < report->steps.executed_count; i++) {
        const struct bs_step_row *step = &report->steps.executed[i];
        bool has_end = step->end.ns != BS_INSTANT_UNKNOWN.ns;
        struct bs_instant end = has_end ? step->end : strip->to;
        struct row row = empty_row();
        char text[BS_TIME_TEXT_MAX];
        char words[LINE_MAX_BYTES];
        char label[LINE_MAX_BYTES];

        (void)snprintf(label, sizeof(label), "%" PRId64 ": %s", step->execution, step->id);
        bs_duration_format((struct bs_duration){end.ns - step->start.ns}, text);
        (void)snprintf(words, sizeof(words), "%s%s", has_end ? text : "no end",
                       step->late_ns > 0 ? " LATE" : "");
        if (step->start.ns > strip->to.ns || end.ns < strip->from.ns) {
            continue;
        }
        draw_bar(&row, strip, step->start, end, has_end ? "▬" : "░");
        put_row(style, report->executions.count > 1 ? label : step->id,
                step->late_ns > 0 || !has_end ? BS_TEXT_DOUBT : BS_TEXT_PLAIN, &row, words);
    }
}

void bs_text_timeline(const struct bs_report *report, const struct bs_text_style *style)
{
    if (report->strip.to.ns == 0) {
        return;
    }
    bs_text_heading(style, "the run (served: █ all, ▄ half, _ none, blank: no requests)");
    put_scale(style, &report->strip);
    put_served(style, &report->strip);
    put_causes(report, style, &report->strip);
    if (report->focus.to.ns <= report->focus.from.ns) {
        return;
    }
    bs_text_heading(style, "the response, closer up");
    put_scale(style, &report->focus);
    put_served(style, &report->focus);
    put_marks(report, style);
    put_step_bars(report, style);
}
