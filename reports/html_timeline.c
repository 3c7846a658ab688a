/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_timeline.h"

#include <inttypes.h>
#include <stdio.h>

#include "reports/html_writer.h"

/* In units of the drawing; places on the time axis are tenths of them. */
enum {
    LABEL_END = 170,
    PLOT_BEGIN = 180,
    PLOT_WIDTH = 700,
    NOTE_BEGIN = PLOT_BEGIN + PLOT_WIDTH + 8,
    WIDTH = 1060,
    ROW = 22,
    BAR = 14,
    SERVED = 44,
    AXIS = 26,
    LABEL_CHARACTERS = 26,
    NOTE_CHARACTERS = 26,
    TICKS_MAX = 9,
    ROWS_BYTES_MAX = 64 * 1024 * 1024,
    WORDS_MAX = 192,
    PPB = 1000000000,
};

struct drawing {
    const struct bs_report *report;
    const struct bs_strip *strip;
    struct bs_buffer rows;
    int32_t y; /* Where the next row begins. */
};

/* In tenths. */
static const int64_t plot_begin = INT64_C(10) * PLOT_BEGIN;
static const int64_t plot_width = INT64_C(10) * PLOT_WIDTH;

static int64_t place_of(const struct drawing *drawing, struct bs_instant at)
{
    const struct bs_strip *strip = drawing->strip;
    const int64_t span_ns = strip->to.ns - strip->from.ns;
    const int64_t from_ns = at.ns < strip->from.ns ? strip->from.ns : at.ns;
    const int64_t within_ns = (from_ns > strip->to.ns ? strip->to.ns : from_ns) - strip->from.ns;

    return plot_begin + within_ns * plot_width / span_ns;
}

static void put_place(struct bs_buffer *buffer, const char *name, int64_t tenths)
{
    bs_buffer_format(buffer, " %s=\"%" PRId64 ".%" PRId64 "\"", name, tenths / 10, tenths % 10);
}

static bool is_in_view(const struct drawing *drawing, struct bs_instant from, struct bs_instant to)
{
    return from.ns <= drawing->strip->to.ns && to.ns >= drawing->strip->from.ns;
}

/* ---- Rows ---- */

static void begin_row(struct drawing *drawing, const char *label)
{
    struct bs_buffer *rows = &drawing->rows;

    bs_buffer_format(rows, "<g><title>");
    bs_html_words(rows, label, BS_HTML_ALL_WORDS);
    bs_buffer_format(rows, "</title><text class=\"l\" x=\"%d\" y=\"%d\">", LABEL_END,
                     drawing->y + BAR);
    bs_html_words(rows, label, LABEL_CHARACTERS);
    bs_buffer_text(rows, "</text>");
}

static void put_bar(struct drawing *drawing, const char *class_name, struct bs_instant from,
                    struct bs_instant to)
{
    const int64_t left = place_of(drawing, from);
    const int64_t right = place_of(drawing, to);

    bs_buffer_format(&drawing->rows, "<rect class=\"%s\" y=\"%d\" height=\"%d\" rx=\"2\"",
                     class_name, drawing->y + 3, BAR);
    put_place(&drawing->rows, "x", left);
    put_place(&drawing->rows, "width", right - left < 20 ? 20 : right - left);
    bs_buffer_text(&drawing->rows, "/>");
}

static void end_row(struct drawing *drawing, const char *words)
{
    bs_buffer_format(&drawing->rows, "<text class=\"w\" x=\"%d\" y=\"%d\">", NOTE_BEGIN,
                     drawing->y + BAR);
    bs_html_words(&drawing->rows, words, NOTE_CHARACTERS);
    bs_buffer_text(&drawing->rows, "</text></g>\n");
    drawing->y += ROW;
}

static void put_span(struct drawing *drawing, const char *label, const char *class_name,
                     struct bs_instant from, struct bs_instant to)
{
    const bool has_end = to.ns != BS_INSTANT_UNKNOWN.ns;
    const struct bs_instant last = has_end ? to : drawing->strip->to;
    char words[BS_TIME_TEXT_MAX] = "no end";

    if (!is_in_view(drawing, from, last)) {
        return;
    }
    if (has_end) {
        bs_duration_format((struct bs_duration){to.ns - from.ns}, words);
    }
    begin_row(drawing, label);
    put_bar(drawing, class_name, from, last);
    end_row(drawing, words);
}

/* ---- What there is to see ---- */

static void put_served(struct drawing *drawing)
{
    const struct bs_strip *strip = drawing->strip;
    const int64_t bottom = INT64_C(10) * (drawing->y + 2 + SERVED);
    struct bs_buffer *rows = &drawing->rows;

    bs_buffer_format(rows, "<text class=\"l\" x=\"%d\" y=\"%d\">served</text>", LABEL_END,
                     drawing->y + SERVED / 2 + 4);
    bs_buffer_format(rows, "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                     PLOT_BEGIN, drawing->y + 2, PLOT_WIDTH, SERVED);
    for (int i = 0; i < BS_STRIP_COLUMNS; i++) {
        const int64_t left = plot_begin + plot_width * i / BS_STRIP_COLUMNS;
        const int64_t right = plot_begin + plot_width * (i + 1) / BS_STRIP_COLUMNS;
        const int64_t height = strip->share_ppb[i] / (PPB / (SERVED * 10));

        if (strip->share_ppb[i] < 0) {
            continue;
        }
        bs_buffer_format(rows, "<rect class=\"%s\"",
                         strip->share_ppb[i] >= drawing->report->objectives.success_ppb ? "good"
                                                                                        : "bad");
        put_place(rows, "x", left);
        put_place(rows, "width", right - left);
        put_place(rows, "y", bottom - (height == 0 ? 10 : height));
        put_place(rows, "height", height == 0 ? 10 : height);
        bs_buffer_text(rows, "/>");
    }
    bs_buffer_text(rows, "\n");
    drawing->y += SERVED + 8;
}

static void put_causes(struct drawing *drawing)
{
    const struct bs_report *report = drawing->report;

    for (size_t i = 0; i < report->fault_count; i++) {
        put_span(drawing, report->faults[i].name, "fault", report->faults[i].onset,
                 report->faults[i].end);
    }
    for (size_t i = 0; i < report->outages.count; i++) {
        const struct bs_outage *outage = &report->outages.items[i];

        put_span(drawing, outage->is_planned ? "planned outage" : "outage", "outage", outage->begin,
                 outage->end);
    }
}

/* All in one row: they follow each other. */
static void put_phases(struct drawing *drawing)
{
    const struct bs_parts *parts = &drawing->report->parts;
    char class_name[WORDS_MAX];

    if (parts->count == 0) {
        return;
    }
    begin_row(drawing, "phases");
    for (size_t i = 0; i < parts->count; i++) {
        const struct bs_part *part = &parts->items[i];

        if (part->end.ns > part->start.ns) {
            (void)snprintf(class_name, sizeof(class_name), "phase p%zu", i);
            bs_buffer_text(&drawing->rows, "<g><title>");
            bs_html_words(&drawing->rows, part->name, BS_HTML_ALL_WORDS);
            bs_buffer_text(&drawing->rows, ": ");
            bs_html_duration(&drawing->rows, part->end.ns - part->start.ns);
            bs_buffer_text(&drawing->rows, "</title>");
            put_bar(drawing, class_name, part->start, part->end);
            bs_buffer_text(&drawing->rows, "</g>");
        }
    }
    end_row(drawing, "as in the table");
}

static void put_marks(struct drawing *drawing)
{
    for (size_t i = 0; i < drawing->report->mark_count; i++) {
        const struct bs_mark *mark = &drawing->report->marks[i];
        char at[BS_TIME_TEXT_MAX];
        char words[WORDS_MAX];
        const int64_t x = place_of(drawing, mark->at);

        if (!is_in_view(drawing, mark->at, mark->at)) {
            continue;
        }
        bs_duration_format((struct bs_duration){mark->at.ns}, at);
        (void)snprintf(words, sizeof(words), "at %s", at);
        begin_row(drawing, mark->words);
        bs_buffer_format(&drawing->rows,
                         "<path class=\"mark\" d=\"M%" PRId64 " %dl6 7l-6 7l-6 -7z\"/>", x / 10,
                         drawing->y + 3);
        end_row(drawing, words);
    }
}

/* From the impact until it was over for them. */
static void put_cohorts(struct drawing *drawing)
{
    const struct bs_cohorts *cohorts = &drawing->report->cohorts;
    const struct bs_outage *worst = bs_outages_worst(&drawing->report->outages);

    for (size_t i = 0; worst != NULL && cohorts->count > 1 && i < cohorts->count; i++) {
        const struct bs_cohort_row *row = &cohorts->items[i];
        const struct bs_duration took = {row->rto.value};

        if (!bs_is_known(row->rto)) {
            put_span(drawing, row->name, "cohort", worst->begin, BS_INSTANT_UNKNOWN);
        } else if (took.ns > 0) {
            put_span(drawing, row->name, "cohort", worst->begin,
                     bs_instant_add(worst->begin, took));
        }
    }
}

static void put_step(struct drawing *drawing, const struct bs_step_row *step)
{
    const bool has_end = step->end.ns != BS_INSTANT_UNKNOWN.ns;
    const struct bs_instant end = has_end ? step->end : drawing->strip->to;
    char took[BS_TIME_TEXT_MAX] = "no end";
    char words[WORDS_MAX];
    char label[WORDS_MAX];

    if (!is_in_view(drawing, step->start, end)) {
        return;
    }
    if (has_end) {
        bs_duration_format((struct bs_duration){end.ns - step->start.ns}, took);
    }
    (void)snprintf(label, sizeof(label), "%" PRId64 ": %s", step->execution, step->id);
    (void)snprintf(words, sizeof(words), "%s%s", took, step->late_ns > 0 ? " late" : "");
    begin_row(drawing, drawing->report->executions.count > 1 ? label : step->id);
    put_bar(drawing,
            bs_step_state_is_done(step->state) ? (step->late_ns > 0 ? "step late" : "step")
                                               : "step failed",
            step->start, end);
    for (size_t i = 0; i < step->wait_count; i++) {
        if (is_in_view(drawing, step->waits[i].from, step->waits[i].to)) {
            put_bar(drawing, "wait", step->waits[i].from, step->waits[i].to);
        }
    }
    end_row(drawing, words);
}

/* ---- The axis ---- */

/* The smallest of these that leaves few enough of them. */
static int64_t tick_ns(const struct bs_strip *strip)
{
    static const int64_t steps_s[] = {1,   2,    5,    10,   15,    30,    60,    120,   300,   600,
                                      900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 172800};
    const int64_t span_ns = strip->to.ns - strip->from.ns;
    size_t i = 0;

    while (i + 1 < sizeof(steps_s) / sizeof(steps_s[0]) &&
           span_ns / (steps_s[i] * BS_NS_PER_S) > TICKS_MAX) {
        i++;
    }
    return steps_s[i] * BS_NS_PER_S;
}

static void put_axis(const struct drawing *drawing, struct bs_buffer *buffer)
{
    const struct bs_strip *strip = drawing->strip;
    const int64_t every_ns = tick_ns(strip);
    const int64_t first_ns = (strip->from.ns + every_ns - 1) / every_ns * every_ns;

    for (int64_t at_ns = first_ns; at_ns <= strip->to.ns; at_ns += every_ns) {
        const int64_t x = place_of(drawing, (struct bs_instant){at_ns});

        bs_buffer_text(buffer, "<line class=\"tick\"");
        put_place(buffer, "x1", x);
        put_place(buffer, "x2", x);
        bs_buffer_format(buffer, " y1=\"%d\" y2=\"%d\"/><text class=\"t\" y=\"14\"", AXIS - 6,
                         drawing->y);
        put_place(buffer, "x", x);
        bs_buffer_text(buffer, ">");
        bs_html_duration(buffer, at_ns);
        bs_buffer_text(buffer, "</text>\n");
    }
}

/* ---- Drawings ---- */

static void begin_drawing(struct drawing *drawing, const struct bs_report *report,
                          const struct bs_strip *strip)
{
    *drawing = (struct drawing){.report = report, .strip = strip, .y = AXIS};
    bs_buffer_init(&drawing->rows, ROWS_BYTES_MAX);
    put_served(drawing);
    put_causes(drawing);
}

static void end_drawing(struct drawing *drawing, const char *heading, struct bs_buffer *buffer)
{
    bs_html_element(buffer, "h2", NULL, heading);
    bs_buffer_text(buffer, "\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    bs_html_words(buffer, heading, BS_HTML_ALL_WORDS);
    bs_buffer_format(
        buffer, "\"><svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>",
        WIDTH, drawing->y + 6, WIDTH, drawing->y + 6);
    bs_html_words(buffer, heading, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "; every instant is in the tables, too</title>\n");
    put_axis(drawing, buffer);
    if (drawing->rows.failed) {
        buffer->failed = true;
    } else if (drawing->rows.bytes != NULL) {
        bs_buffer_append(buffer, drawing->rows.bytes, drawing->rows.length);
    }
    bs_buffer_text(buffer, "</svg></div>\n");
    bs_buffer_clean_up(&drawing->rows);
}

void bs_html_timeline(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct drawing drawing;

    if (report->focus.to.ns > report->focus.from.ns) {
        begin_drawing(&drawing, report, &report->focus);
        put_phases(&drawing);
        put_marks(&drawing);
        put_cohorts(&drawing);
        for (size_t i = 0; i < report->steps.executed_count; i++) {
            put_step(&drawing, &report->steps.executed[i]);
        }
        end_drawing(&drawing, "The response, against time", buffer);
    }
    if (report->strip.to.ns > report->strip.from.ns) {
        begin_drawing(&drawing, report, &report->strip);
        end_drawing(&drawing, "The whole run", buffer);
    }
}
