/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/svg.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "reports/html_writer.h"

enum {
    TENTHS = 10,
    BELOW = 16,  /* From the frame down to its labels. */
    BESIDE = 8,  /* And to the left. */
    DESCENT = 4, /* From the middle of a label down to its line. */
    BAR_MIN = 15,
    TARGET_WORDS = 48,
    TARGET_ROOM = 800, /* From a side, for words in the middle of which the line is. */
};

static const int64_t left = INT64_C(10) * BS_SVG_LEFT;

void bs_svg_begin(struct bs_buffer *buffer, const struct bs_svg_words *words, int32_t height)
{
    bs_buffer_text(buffer, "<div class=\"wide plot\" role=\"region\" tabindex=\"0\" aria-label=\"");
    bs_html_words(buffer, words->title, BS_HTML_ALL_WORDS);
    bs_buffer_format(buffer, "\"><svg role=\"img\" viewBox=\"0 0 %d %d\"><title>", BS_SVG_WIDTH,
                     height);
    bs_html_words(buffer, words->title, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</title><desc>");
    bs_html_words(buffer, words->description, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</desc>\n");
}

void bs_svg_end(struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "</svg></div>\n");
}

void bs_svg_place(struct bs_buffer *buffer, const char *name, int64_t tenths)
{
    bs_buffer_format(buffer, " %s=\"%" PRId64 ".%" PRId64 "\"", name, tenths / TENTHS,
                     tenths % TENTHS);
}

static int64_t right_of(const struct bs_svg_frame *frame)
{
    return left + INT64_C(10) * frame->width;
}

int64_t bs_svg_x(const struct bs_svg_frame *frame, int64_t value)
{
    return left + bs_axis_place(&frame->x, value, INT64_C(10) * frame->width);
}

int64_t bs_svg_y(const struct bs_svg_frame *frame, int64_t value)
{
    const int64_t height = INT64_C(10) * frame->height;

    return INT64_C(10) * frame->top + height - bs_axis_place(&frame->y, value, height);
}

void bs_svg_label(struct bs_buffer *buffer, const struct bs_svg_label *label, const char *text)
{
    bs_buffer_text(buffer, "<text");
    if (label->class_name != NULL) {
        bs_buffer_format(buffer, " class=\"%s\"", label->class_name);
    }
    bs_svg_place(buffer, "x", label->x);
    bs_buffer_format(buffer, " y=\"%d\">", label->y);
    bs_html_words(buffer, text, label->characters_max);
    bs_buffer_text(buffer, "</text>\n");
}

void bs_svg_bar(struct bs_buffer *buffer, const struct bs_svg_bar *bar)
{
    const int64_t from = bar->from < bar->to ? bar->from : bar->to;
    const int64_t length = bar->from < bar->to ? bar->to - bar->from : bar->from - bar->to;

    bs_buffer_format(buffer, "<rect class=\"%s\" y=\"%d\" height=\"%d\"", bar->class_name, bar->y,
                     bar->height);
    bs_svg_place(buffer, "x", from);
    bs_svg_place(buffer, "width", length < BAR_MIN ? BAR_MIN : length);
    bs_buffer_text(buffer, "/>\n");
}

/* ---- Axes ---- */

const char *bs_svg_time_tick(int64_t ns, char text[BS_TIME_TEXT_MAX])
{
    if (ns < BS_NS_PER_S || ns % (BS_NS_PER_S / TENTHS) == 0) {
        bs_duration_format((struct bs_duration){ns}, text);
    } else { /* Which would cut it, and ticks would look the same. */
        bs_seconds_format(ns, text);
        (void)snprintf(text + strlen(text), BS_TIME_TEXT_MAX - strlen(text), "s");
    }
    return text;
}

const char *bs_svg_percent_tick(int64_t ppb, char text[BS_TIME_TEXT_MAX])
{
    return bs_percent_text(ppb, text);
}

const char *bs_svg_count_tick(int64_t count, char text[BS_TIME_TEXT_MAX])
{
    (void)snprintf(text, BS_TIME_TEXT_MAX, "%" PRId64, count);
    return text;
}

void bs_svg_x_axis(const struct bs_svg_frame *frame, bs_svg_tick_fn *tick_text)
{
    const int32_t bottom = frame->top + frame->height;
    char text[BS_TIME_TEXT_MAX];

    for (int64_t at = bs_axis_first_tick(&frame->x); at <= frame->x.to; at += frame->x.step) {
        const struct bs_svg_label label = {"t", bs_svg_x(frame, at), bottom + BELOW,
                                           BS_TIME_TEXT_MAX};

        bs_buffer_text(frame->buffer, "<line class=\"tick\"");
        bs_svg_place(frame->buffer, "x1", label.x);
        bs_svg_place(frame->buffer, "x2", label.x);
        bs_buffer_format(frame->buffer, " y1=\"%d\" y2=\"%d\"/>", frame->top, bottom);
        bs_svg_label(frame->buffer, &label, tick_text(at, text));
    }
}

void bs_svg_y_tick(const struct bs_svg_frame *frame, int64_t value, const char *text)
{
    const int64_t y = bs_svg_y(frame, value);
    const struct bs_svg_label label = {"l w", left - INT64_C(10) * BESIDE,
                                       (int32_t)(y / TENTHS) + DESCENT, BS_TIME_TEXT_MAX};

    bs_buffer_text(frame->buffer, "<line class=\"tick\"");
    bs_svg_place(frame->buffer, "y1", y);
    bs_svg_place(frame->buffer, "y2", y);
    bs_svg_place(frame->buffer, "x1", left);
    bs_svg_place(frame->buffer, "x2", right_of(frame));
    bs_buffer_text(frame->buffer, "/>");
    bs_svg_label(frame->buffer, &label, text);
}

void bs_svg_y_axis(const struct bs_svg_frame *frame, bs_svg_tick_fn *tick_text)
{
    char text[BS_TIME_TEXT_MAX];

    for (int64_t at = bs_axis_first_tick(&frame->y); at <= frame->y.to; at += frame->y.step) {
        bs_svg_y_tick(frame, at, tick_text(at, text));
    }
}

/* ---- The target ---- */

/* Beside the line where the middle would be cut off. */
static const char *side_of(const struct bs_svg_frame *frame, int64_t x)
{
    if (x > right_of(frame) - TARGET_ROOM) {
        return "l";
    }
    return x < left + TARGET_ROOM ? NULL : "m";
}

void bs_svg_target(const struct bs_svg_frame *frame, int64_t value_ns)
{
    const int64_t x = bs_svg_x(frame, value_ns);
    const struct bs_svg_label label = {side_of(frame, x), x, frame->top - DESCENT - 2,
                                       TARGET_WORDS};
    char value[BS_TIME_TEXT_MAX];
    char text[TARGET_WORDS * 2];

    bs_duration_format((struct bs_duration){value_ns}, value);
    (void)snprintf(text, sizeof(text), "%starget %s%s", value_ns < frame->x.from ? "← " : "", value,
                   value_ns > frame->x.to ? " →" : "");
    bs_svg_label(frame->buffer, &label, text);
    if (value_ns >= frame->x.from && value_ns <= frame->x.to) {
        bs_buffer_text(frame->buffer, "<line class=\"target\"");
        bs_svg_place(frame->buffer, "x1", x);
        bs_svg_place(frame->buffer, "x2", x);
        bs_buffer_format(frame->buffer, " y1=\"%d\" y2=\"%d\"/>\n", frame->top,
                         frame->top + frame->height);
    }
}
