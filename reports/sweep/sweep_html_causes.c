/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "reports/sweep/svg.h"
#include "reports/sweep/sweep_curve.h"
#include "reports/sweep/sweep_html_parts.h"
#include "reports/sweep/sweep_text.h"

/* What makes trials long: the parts and steps of the tail, and the inputs left to chance. */

enum {
    TOP = 30, /* Below the key. */
    NO_KEY_TOP = 8,
    KEY_BASE = 14,
    KEY_COLUMN = 1600,
    SWATCH = 180,
    PAIR_ROW = 54, /* A name, two bars below it. */
    ROW = 40,      /* A name, one bar. */
    BAR = 12,
    NAME_BASE = 12,
    FIRST_BAR = 18,
    SECOND_BAR = 32,
    BELOW = 26,
    X_STEPS = 8,
    ROWS_MAX = 12,
    NAME_CHARACTERS = 90,
    BESIDE = 60, /* From a bar's end to its label, in tenths. */
};

static const int64_t left = INT64_C(10) * BS_SVG_LEFT;
static const int64_t label_end = INT64_C(10) * (BS_SVG_LEFT + BS_SVG_PLOT_WIDTH);

/* What two bars below a name are. */
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

/* With how long it is at its end, or within it where there is no room. */
static void put_length(const struct bs_svg_frame *frame, const char *class_name, int64_t length,
                       int32_t y)
{
    const int64_t end = bs_svg_x(frame, length);
    const bool is_long = end > label_end - INT64_C(10) * BS_SVG_LEFT;
    const struct bs_svg_bar bar = {class_name, left, end, y, BAR};
    const struct bs_svg_label label = {is_long ? "l on" : "w",
                                       is_long ? end - BESIDE : end + BESIDE, y + BAR - 2,
                                       BS_TIME_TEXT_MAX};
    char text[BS_TIME_TEXT_MAX];

    bs_svg_bar(frame->buffer, &bar);
    bs_svg_label(frame->buffer, &label, bs_sweep_value_text(length, text));
}

static struct bs_svg_frame frame_of_rows(struct bs_buffer *buffer, int64_t most, int32_t height)
{
    return (struct bs_svg_frame){
        .buffer = buffer,
        .x = bs_axis_of_time((struct bs_axis_question){0, most, X_STEPS}),
        .top = TOP,
        .height = height,
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
    frame = frame_of_rows(buffer, most, PAIR_ROW * (int32_t)tail->part_count);
    bs_svg_begin(buffer, &words, TOP + frame.height + BELOW);
    bs_svg_x_axis(&frame, bs_svg_time_tick);
    put_key(&frame, &pair);
    for (size_t i = 0; i < tail->part_count; i++) {
        const int32_t top = TOP + PAIR_ROW * (int32_t)i;

        put_name(&frame, tail->parts[i].column->name, top);
        put_length(&frame, pair.class_names[0], tail->parts[i].ordinary_ns, top + FIRST_BAR);
        put_length(&frame, pair.class_names[1], tail->parts[i].bad_ns, top + SECOND_BAR);
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

/* One headline: what it is called, how far it is moved, and where "of orders" stands behind an input. */
struct moved {
    struct bs_svg_words words;
    const char *heading;
    bs_moved_fn *by;
    bool has_stores;
};

static void put_mover(const struct bs_svg_frame *frame, const struct moved *moved,
                      const struct bs_influence *influence, int32_t top)
{
    const struct bs_svg_label store = {"l w", label_end, top + NAME_BASE, NAME_CHARACTERS / 2};

    put_name(frame, influence->path, top);
    if (moved->has_stores && influence->rpo_store != NULL) {
        bs_svg_label(frame->buffer, &store, influence->rpo_store->name);
    }
    put_length(frame, "full", moved->by(influence), top + FIRST_BAR);
}

static void draw_movers(const struct bs_sweep *sweep, const struct moved *moved,
                        struct bs_buffer *buffer)
{
    struct bs_movers movers;
    struct bs_svg_frame frame;
    size_t shown;

    bs_sweep_movers(sweep, moved->by, &movers);
    bs_html_element(buffer, "h3", NULL, moved->heading);
    bs_buffer_text(buffer, "\n");
    if (movers.count == 0) {
        bs_buffer_text(buffer, "<p>None of them moves it.</p>\n");
        return;
    }
    shown = movers.count < ROWS_MAX ? movers.count : ROWS_MAX;
    frame = frame_of_rows(buffer, moved->by(movers.items[0]), ROW * (int32_t)shown);
    frame.top = NO_KEY_TOP;
    bs_svg_begin(buffer, &moved->words, frame.top + frame.height + BELOW);
    bs_svg_x_axis(&frame, bs_svg_time_tick);
    for (size_t i = 0; i < shown; i++) {
        put_mover(&frame, moved, movers.items[i], frame.top + ROW * (int32_t)i);
    }
    bs_svg_end(buffer);
}

static void put_influence(const struct bs_influence *influence, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<tr>");
    bs_html_head(buffer, influence->path);
    bs_sweep_value_cell(buffer, influence->rto_moved_ns);
    bs_sweep_value_cell(buffer, influence->rpo_moved_ns);
    bs_html_cell(buffer, NULL, influence->rpo_moved_ns > 0 ? influence->rpo_store->name : "");
    bs_sweep_value_cell(buffer, influence->rto_p95);
    bs_sweep_value_cell(buffer, influence->base_rto_p95);
    bs_html_cell(buffer, NULL, influence->held);
    bs_html_count_cell(buffer, (int64_t)influence->pairs);
    bs_buffer_text(buffer, "</tr>\n");
}

void bs_sweep_html_influences(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Input",
                                          "#Moves the RTO by",
                                          "#An RPO by",
                                          "That of",
                                          "#RTO p95 with it held",
                                          "#RTO p95 as it is",
                                          "Held at",
                                          "#Trials",
                                          NULL};
    static const struct moved headlines[] = {
        {{"How far each input moves the RTO of a trial",
          "A bar for each input that is left to chance; the numbers are in the table below."},
         "RTO",
         bs_rto_moved,
         false},
        {{"How far each input moves the RPO of a trial",
          "A bar for each input that is left to chance, with the store whose RPO it moves most; "
          "the "
          "numbers are in the table below."},
         "RPO",
         bs_rpo_moved,
         true},
    };

    if (sweep->influence_count == 0) {
        return;
    }
    bs_html_element(buffer, "h2", NULL, "What chance moves most");
    bs_buffer_text(buffer, "\n<p>Each input that is left to chance is held at its median: how far "
                           "that moves a trial, on average.</p>\n");
    for (size_t i = 0; i < sizeof(headlines) / sizeof(headlines[0]); i++) {
        draw_movers(sweep, &headlines[i], buffer);
    }
    bs_html_begin_plain_table(buffer, "How far each input moves trials", columns);
    for (size_t i = 0; i < sweep->influence_count; i++) {
        put_influence(&sweep->influences[i], buffer);
    }
    bs_html_end_table(buffer);
}
