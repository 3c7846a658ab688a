/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "reports/sweep/svg.h"
#include "reports/sweep/sweep_html_parts.h"
#include "reports/sweep/sweep_text.h"

/* What makes trials long: the parts and steps of the tail, and the inputs left to chance. */

enum {
    TOP = 30,
    KEY_BASE = 14,
    KEY_COLUMN = 1600,
    SWATCH = 180,
    ROW = 54, /* A name, two bars below it. */
    BAR = 12,
    NAME_BASE = 12,
    FIRST_BAR = 18,
    SECOND_BAR = 32,
    BELOW = 26,
    X_STEPS = 8,
    ROWS_MAX = 12,
    NAME_CHARACTERS = 90,
    WORDS_MAX = 256,
    TENTHS = 10,
    BESIDE = 60, /* From a bar's end to its label, in tenths. */
};

static const int64_t left = INT64_C(10) * BS_SVG_LEFT;
static const int64_t label_end = INT64_C(10) * (BS_SVG_LEFT + BS_SVG_PLOT_WIDTH);

/* Two lengths below a name, the second of which is the heavier. */
struct pair {
    const char *class_names[2];
    const char *names[2];
};

static void put_key(const struct bs_svg_frame *frame, const struct pair *pair)
{
    for (int64_t i = 0; i < 2; i++) {
        const int64_t x = left + i * KEY_COLUMN;
        const struct bs_svg_bar bar = {pair->class_names[i], x, x + SWATCH, KEY_BASE - BAR + 2,
                                       BAR};
        const struct bs_svg_label label = {"w", x + SWATCH + BESIDE, KEY_BASE, NAME_CHARACTERS};

        bs_svg_bar(frame->buffer, &bar);
        bs_svg_label(frame->buffer, &label, pair->names[i]);
    }
}

static void put_pair(const struct bs_svg_frame *frame, const struct pair *pair,
                     const int64_t lengths[2], int32_t top)
{
    static const int32_t offsets[] = {FIRST_BAR, SECOND_BAR};
    char text[BS_TIME_TEXT_MAX];

    for (size_t i = 0; i < 2; i++) {
        const int64_t end = bs_svg_x(frame, lengths[i]);
        const bool is_long = end > label_end - INT64_C(10) * BS_SVG_LEFT;
        const struct bs_svg_bar bar = {pair->class_names[i], left, end, top + offsets[i], BAR};
        const struct bs_svg_label label = {is_long ? "l on" : "w",
                                           is_long ? end - BESIDE : end + BESIDE,
                                           top + offsets[i] + BAR - 2, BS_TIME_TEXT_MAX};

        bs_svg_bar(frame->buffer, &bar);
        bs_svg_label(frame->buffer, &label, bs_sweep_value_text(lengths[i], text));
    }
}

static struct bs_svg_frame frame_of_rows(struct bs_buffer *buffer, int64_t most, size_t rows)
{
    return (struct bs_svg_frame){
        .buffer = buffer,
        .x = bs_axis_of_time((struct bs_axis_question){0, most > 0 ? most : 0, X_STEPS}),
        .top = TOP,
        .height = ROW * (int32_t)rows,
        .width = BS_SVG_PLOT_WIDTH,
    };
}

static void put_name(const struct bs_svg_frame *frame, const char *name, int32_t top)
{
    const struct bs_svg_label label = {NULL, left, top + NAME_BASE, NAME_CHARACTERS};

    bs_svg_label(frame->buffer, &label, name);
}

/* ---- The tail ---- */

static void draw_parts(const struct bs_tail *tail, struct bs_buffer *buffer)
{
    const struct bs_svg_words words = {
        "Ordinary and bad trials, part by part",
        "Two bars for each part: above an ordinary trial, below a bad one. The numbers are in the "
        "table below."};
    const struct pair pair = {{"pale", "full"}, {"an ordinary trial", "a bad one"}};
    struct bs_svg_frame frame;
    int64_t most = 0;

    for (size_t i = 0; i < tail->part_count; i++) {
        most = tail->parts[i].ordinary_ns > most ? tail->parts[i].ordinary_ns : most;
        most = tail->parts[i].bad_ns > most ? tail->parts[i].bad_ns : most;
    }
    frame = frame_of_rows(buffer, most, tail->part_count);
    bs_svg_begin(buffer, &words, TOP + frame.height + BELOW);
    bs_svg_x_axis(&frame, bs_svg_time_tick);
    put_key(&frame, &pair);
    for (size_t i = 0; i < tail->part_count; i++) {
        const int64_t lengths[] = {tail->parts[i].ordinary_ns, tail->parts[i].bad_ns};

        put_name(&frame, tail->parts[i].column->name, TOP + ROW * (int32_t)i);
        put_pair(&frame, &pair, lengths, TOP + ROW * (int32_t)i);
    }
    bs_svg_end(buffer);
}

/* Parts may take less of a bad trial than of an ordinary one. */
static void put_signed_share(struct bs_buffer *buffer, int64_t ppb)
{
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_format(buffer, "<td class=\"n\">%s%s</td>", ppb < 0 ? "-" : "",
                     bs_percent_text(ppb < 0 ? -ppb : ppb, text));
}

static void put_rows(const struct bs_tail_row *rows, size_t count, struct bs_buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, rows[i].column->name);
        bs_html_cell(buffer, NULL, rows[i].column->subject);
        bs_html_cell(buffer, NULL, rows[i].column->workflow);
        bs_sweep_value_cell(buffer, rows[i].ordinary_ns);
        bs_sweep_value_cell(buffer, rows[i].bad_ns);
        bs_sweep_value_cell(buffer, rows[i].gap_ns);
        put_signed_share(buffer, rows[i].share_ppb);
        bs_buffer_text(buffer, "</tr>\n");
    }
}

void bs_sweep_html_tail(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"What", "Kind",        "Workflow",      "#Ordinary",
                                          "#Bad", "#Difference", "#Of all of it", NULL};
    const struct bs_tail *tail = &sweep->tail;
    char gap[BS_TIME_TEXT_MAX];

    bs_html_element(buffer, "h2", NULL, "Who owns the tail");
    bs_buffer_text(buffer, "\n");
    if (tail->unknown != NULL) {
        bs_buffer_text(buffer, "<p>It cannot be told: ");
        bs_html_words(buffer, tail->unknown, BS_HTML_ALL_WORDS);
        bs_buffer_text(buffer, ".</p>\n");
        return;
    }
    bs_buffer_format(buffer,
                     "<p>A bad trial, around p95, takes %s longer than an ordinary one, around "
                     "p50; on average over each.</p>\n",
                     bs_sweep_value_text(tail->gap_ns, gap));
    if (tail->part_count > 0) {
        draw_parts(tail, buffer);
    }
    if (tail->part_count + tail->step_count > 0) {
        bs_html_begin_plain_table(buffer, "Parts and steps of ordinary and bad trials", columns);
        put_rows(tail->parts, tail->part_count, buffer);
        put_rows(tail->steps, tail->step_count, buffer);
        bs_html_end_table(buffer);
    }
}

/* ---- Chance ---- */

static void draw_influences(const struct bs_sweep *sweep, size_t shown, struct bs_buffer *buffer)
{
    const struct bs_svg_words words = {
        "How far each input moves trials",
        "Two bars for each input that is left to chance: above how far it moves the RTO of a "
        "trial, below the RPO. The numbers are in the table below."};
    const struct pair pair = {{"full", "other"}, {"RTO", "RPO"}};
    struct bs_svg_frame frame;
    int64_t most = 0;

    for (size_t i = 0; i < shown; i++) {
        const struct bs_influence *influence = &sweep->influences[i];

        most = influence->rto_moved_ns > most ? influence->rto_moved_ns : most;
        most = influence->rpo_moved_ns > most ? influence->rpo_moved_ns : most;
    }
    frame = frame_of_rows(buffer, most, shown);
    bs_svg_begin(buffer, &words, TOP + frame.height + BELOW);
    bs_svg_x_axis(&frame, bs_svg_time_tick);
    put_key(&frame, &pair);
    for (size_t i = 0; i < shown; i++) {
        const int64_t lengths[] = {sweep->influences[i].rto_moved_ns,
                                   sweep->influences[i].rpo_moved_ns};

        put_name(&frame, sweep->influences[i].path, TOP + ROW * (int32_t)i);
        put_pair(&frame, &pair, lengths, TOP + ROW * (int32_t)i);
    }
    bs_svg_end(buffer);
}

void bs_sweep_html_influences(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {
        "Input",   "#Moves the RTO by", "#The RPO by", "#RTO p95 with it held", "#RTO p95 as it is",
        "Held at", "#Trials",           NULL};
    const size_t shown = sweep->influence_count < ROWS_MAX ? sweep->influence_count : ROWS_MAX;

    if (sweep->influence_count == 0) {
        return;
    }
    bs_html_element(buffer, "h2", NULL, "What chance moves most");
    bs_buffer_text(buffer, "\n<p>Each input that is left to chance is held at its median: how far "
                           "that moves a trial, on average.</p>\n");
    draw_influences(sweep, shown, buffer);
    bs_html_begin_plain_table(buffer, "How far each input moves trials", columns);
    for (size_t i = 0; i < sweep->influence_count; i++) {
        const struct bs_influence *influence = &sweep->influences[i];

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, influence->path);
        bs_sweep_value_cell(buffer, influence->rto_moved_ns);
        bs_sweep_value_cell(buffer, influence->rpo_moved_ns);
        bs_sweep_value_cell(buffer, influence->rto_p95);
        bs_sweep_value_cell(buffer, influence->base_rto_p95);
        bs_html_cell(buffer, NULL, influence->held);
        bs_html_count_cell(buffer, (int64_t)influence->pairs);
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_html_end_table(buffer);
}
