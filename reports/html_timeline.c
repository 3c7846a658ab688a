/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_timeline.h"

#include <inttypes.h>
#include <stdio.h>

#include "reports/html_drawing.h"
#include "reports/html_writer.h"

enum {
    SERVED = 44, /* Height of the strip of what was served. */
    WORDS_MAX = 192,
    PPB = 1000000000,
};

static void put_span(struct bs_html_drawing *drawing, const char *label, const char *class_name,
                     struct bs_instant from, struct bs_instant to)
{
    const bool has_end = to.ns != BS_INSTANT_UNKNOWN.ns;
    const struct bs_instant last = has_end ? to : drawing->to;
    char words[BS_TIME_TEXT_MAX] = "no end";

    if (!bs_html_is_in_view(drawing, from, last)) {
        return;
    }
    if (has_end) {
        bs_duration_format((struct bs_duration){to.ns - from.ns}, words);
    }
    bs_html_begin_row(drawing, label);
    bs_html_bar(drawing, class_name, from, last);
    bs_html_end_row(drawing, words);
}

/* ---- What there is to see ---- */

static void put_served(struct bs_html_drawing *drawing, const struct bs_report *report,
                       const struct bs_strip *strip)
{
    const int64_t bottom = INT64_C(10) * (drawing->y + 2 + SERVED);
    struct bs_buffer *rows = &drawing->rows;

    bs_html_band(drawing, "served", SERVED);
    for (int i = 0; i < BS_STRIP_COLUMNS; i++) {
        const int64_t left = bs_html_plot_begin + bs_html_plot_width * i / BS_STRIP_COLUMNS;
        const int64_t right = bs_html_plot_begin + bs_html_plot_width * (i + 1) / BS_STRIP_COLUMNS;
        const int64_t height = strip->share_ppb[i] / (PPB / (SERVED * 10));

        if (strip->share_ppb[i] < 0) {
            continue;
        }
        bs_buffer_format(rows, "<rect class=\"%s\"",
                         strip->share_ppb[i] >= report->objectives.success_ppb ? "good" : "bad");
        bs_html_tenths(rows, "x", left);
        bs_html_tenths(rows, "width", right - left);
        bs_html_tenths(rows, "y", bottom - (height == 0 ? 10 : height));
        bs_html_tenths(rows, "height", height == 0 ? 10 : height);
        bs_buffer_text(rows, "/>");
    }
    bs_buffer_text(rows, "\n");
    drawing->y += SERVED + 8;
}

static void put_causes(struct bs_html_drawing *drawing, const struct bs_report *report)
{
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
static void put_phases(struct bs_html_drawing *drawing, const struct bs_report *report)
{
    const struct bs_parts *parts = &report->parts;
    char class_name[WORDS_MAX];

    if (parts->count == 0) {
        return;
    }
    bs_html_begin_row(drawing, "phases");
    for (size_t i = 0; i < parts->count; i++) {
        const struct bs_part *part = &parts->items[i];

        if (part->end.ns > part->start.ns) {
            (void)snprintf(class_name, sizeof(class_name), "phase p%zu", i);
            bs_buffer_text(&drawing->rows, "<g><title>");
            bs_html_words(&drawing->rows, part->name, BS_HTML_ALL_WORDS);
            bs_buffer_text(&drawing->rows, ": ");
            bs_html_duration(&drawing->rows, part->end.ns - part->start.ns);
            bs_buffer_text(&drawing->rows, "</title>");
            bs_html_bar(drawing, class_name, part->start, part->end);
            bs_buffer_text(&drawing->rows, "</g>");
        }
    }
    bs_html_end_row(drawing, "as in the table");
}

static void put_marks(struct bs_html_drawing *drawing, const struct bs_report *report)
{
    for (size_t i = 0; i < report->mark_count; i++) {
        bs_html_mark(drawing, report->marks[i].at, report->marks[i].words);
    }
}

/* From the impact until it was over for them. */
static void put_cohorts(struct bs_html_drawing *drawing, const struct bs_report *report)
{
    const struct bs_cohorts *cohorts = &report->cohorts;
    const struct bs_outage *worst = bs_outages_worst(&report->outages);

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

static void put_step(struct bs_html_drawing *drawing, const struct bs_report *report,
                     const struct bs_step_row *step)
{
    const bool has_end = step->end.ns != BS_INSTANT_UNKNOWN.ns;
    const struct bs_instant end = has_end ? step->end : drawing->to;
    char took[BS_TIME_TEXT_MAX] = "no end";
    char words[WORDS_MAX];
    char label[WORDS_MAX];

    if (!bs_html_is_in_view(drawing, step->start, end)) {
        return;
    }
    if (has_end) {
        bs_duration_format((struct bs_duration){end.ns - step->start.ns}, took);
    }
    (void)snprintf(label, sizeof(label), "%" PRId64 ": %s", step->execution, step->id);
    (void)snprintf(words, sizeof(words), "%s%s", took, step->late_ns > 0 ? " late" : "");
    bs_html_begin_row(drawing, report->executions.count > 1 ? label : step->id);
    bs_html_bar(drawing,
                bs_step_state_is_done(step->state) ? (step->late_ns > 0 ? "step late" : "step")
                                                   : "step failed",
                step->start, end);
    for (size_t i = 0; i < step->wait_count; i++) {
        if (bs_html_is_in_view(drawing, step->waits[i].from, step->waits[i].to)) {
            bs_html_bar(drawing, "wait", step->waits[i].from, step->waits[i].to);
        }
    }
    bs_html_end_row(drawing, words);
}

/* ---- Drawings ---- */

static void begin_drawing(struct bs_html_drawing *drawing, const struct bs_report *report,
                          const struct bs_strip *strip)
{
    bs_html_begin_drawing(drawing, strip->from, strip->to);
    put_served(drawing, report, strip);
    put_causes(drawing, report);
}

static void end_drawing(struct bs_html_drawing *drawing, const char *heading,
                        struct bs_buffer *buffer)
{
    bs_html_element(buffer, "h2", NULL, heading);
    bs_buffer_text(buffer, "\n");
    bs_html_end_drawing(drawing, heading, buffer);
}

void bs_html_timeline(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct bs_html_drawing drawing;

    if (report->focus.to.ns > report->focus.from.ns) {
        begin_drawing(&drawing, report, &report->focus);
        put_phases(&drawing, report);
        put_marks(&drawing, report);
        put_cohorts(&drawing, report);
        for (size_t i = 0; i < report->steps.executed_count; i++) {
            put_step(&drawing, report, &report->steps.executed[i]);
        }
        end_drawing(&drawing, "The response, against time", buffer);
    }
    if (report->strip.to.ns > report->strip.from.ns) {
        begin_drawing(&drawing, report, &report->strip);
        end_drawing(&drawing, "The whole run", buffer);
    }
}
