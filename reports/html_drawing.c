/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_drawing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/pcg.h"
#include "reports/clean_text.h"
#include "reports/html_writer.h"

/* In units of the drawing, which are CSS pixels; places on the time axis are tenths of them. */
enum {
    LABEL_END = 170,
    NOTE_BEGIN = BS_HTML_PLOT_BEGIN + BS_HTML_PLOT_WIDTH + 8,
    WIDTH = 1060,
    ROW = 22,
    BAR = 14,
    AXIS = 26,
    BAR_TENTHS_MIN = 20,
    LABEL_WIDTH = LABEL_END - 4,
    NOTE_WIDTH = WIDTH - NOTE_BEGIN - 4,
    ELLIPSIS_WIDTH = 12,
    TICKS_MAX = 9,
    ROWS_BYTES_MAX = 64 * 1024 * 1024,
};

int64_t bs_html_place(const struct bs_html_drawing *drawing, struct bs_instant at)
{
    const struct bs_instant shown = bs_instant_min(bs_instant_max(at, drawing->from), drawing->to);
    const bs_uint128 within_ns = (uint64_t)(shown.ns - drawing->from.ns);

    /* A run of 104 days in ns times thousands of places needs more than 64 bits. */
    return bs_html_plot_begin + (int64_t)(within_ns * (uint64_t)bs_html_plot_width /
                                          (uint64_t)(drawing->to.ns - drawing->from.ns));
}

void bs_html_tenths(struct bs_buffer *buffer, const char *name, int64_t tenths)
{
    bs_buffer_format(buffer, " %s=\"%" PRId64 ".%" PRId64 "\"", name, tenths / 10, tenths % 10);
}

bool bs_html_is_in_view(const struct bs_html_drawing *drawing, struct bs_instant from,
                        struct bs_instant to)
{
    return from.ns <= drawing->to.ns && to.ns >= drawing->from.ns;
}

/* ---- Words, for which there is only so much room ---- */

/* In a font of 12 pixels that is as wide as any that browsers take for want of another. */
static int32_t width_of(const char *bytes, size_t length)
{
    if (length > 1) {
        return length > 3 ? 17 : 13;
    }
    if (strchr("ijlftrI.,:;'|!() ", *bytes) != NULL) {
        return 5;
    }
    return strchr("mwMW@%", *bytes) != NULL ? 12 : 9;
}

/** How many characters of a text may be shown, the ellipsis that bs_html_words() adds included. */
static int32_t characters_that_fit(const char *text, int32_t width)
{
    int32_t fitting = 0;
    int32_t used = 0;

    for (int32_t count = 0; text != NULL && *text != '\0'; count++) {
        size_t length = 0;
        const char *bytes = bs_clean_next(&text, &length);

        used += width_of(bytes, length);
        if (used > width) {
            return fitting;
        }
        if (used <= width - ELLIPSIS_WIDTH) {
            fitting = count + 1;
        }
    }
    return BS_HTML_ALL_WORDS;
}

/* ---- Rows ---- */

void bs_html_begin_row(struct bs_html_drawing *drawing, const char *label)
{
    struct bs_buffer *rows = &drawing->rows;

    bs_buffer_text(rows, "<g><title>");
    bs_html_words(rows, label, BS_HTML_ALL_WORDS);
    bs_buffer_format(rows, "</title><text class=\"l\" x=\"%d\" y=\"%d\">", LABEL_END,
                     drawing->y + BAR);
    bs_html_words(rows, label, characters_that_fit(label, LABEL_WIDTH));
    bs_buffer_text(rows, "</text>");
}

void bs_html_end_row(struct bs_html_drawing *drawing, const char *words)
{
    bs_buffer_format(&drawing->rows, "<text class=\"w\" x=\"%d\" y=\"%d\">", NOTE_BEGIN,
                     drawing->y + BAR);
    bs_html_words(&drawing->rows, words, characters_that_fit(words, NOTE_WIDTH));
    bs_buffer_text(&drawing->rows, "</text></g>\n");
    drawing->y += ROW;
}

void bs_html_bar(struct bs_html_drawing *drawing, const char *class_name, struct bs_instant from,
                 struct bs_instant to)
{
    const int64_t left = bs_html_place(drawing, from);
    const int64_t width = bs_html_place(drawing, to) - left;

    bs_buffer_format(&drawing->rows, "<rect class=\"%s\" y=\"%d\" height=\"%d\" rx=\"2\"",
                     class_name, drawing->y + 3, BAR);
    bs_html_tenths(&drawing->rows, "x", left);
    bs_html_tenths(&drawing->rows, "width", width < BAR_TENTHS_MIN ? BAR_TENTHS_MIN : width);
    bs_buffer_text(&drawing->rows, "/>");
}

void bs_html_mark(struct bs_html_drawing *drawing, struct bs_instant at, const char *label)
{
    char when[BS_TIME_TEXT_MAX];
    char words[BS_TIME_TEXT_MAX + sizeof("at ")];

    if (!bs_html_is_in_view(drawing, at, at)) {
        return;
    }
    bs_duration_format((struct bs_duration){at.ns}, when);
    (void)snprintf(words, sizeof(words), "at %s", when);
    bs_html_begin_row(drawing, label);
    bs_buffer_format(&drawing->rows, "<path class=\"mark\" d=\"M%" PRId64 " %dl6 7l-6 7l-6 -7z\"/>",
                     bs_html_place(drawing, at) / 10, drawing->y + 3);
    bs_html_end_row(drawing, words);
}

void bs_html_band(struct bs_html_drawing *drawing, const char *label, int32_t height)
{
    struct bs_buffer *rows = &drawing->rows;

    bs_buffer_format(rows, "<text class=\"l\" x=\"%d\" y=\"%d\">", LABEL_END,
                     drawing->y + height / 2 + 4);
    bs_html_words(rows, label, characters_that_fit(label, LABEL_WIDTH));
    bs_buffer_format(rows,
                     "</text><rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                     BS_HTML_PLOT_BEGIN, drawing->y + 2, BS_HTML_PLOT_WIDTH, height);
}

/* ---- The axis ---- */

/* The smallest of these that leaves few enough of them. */
static int64_t tick_ns(const struct bs_html_drawing *drawing)
{
    static const int64_t steps_s[] = {1,     2,     5,      10,     15,     30,     60,    120,
                                      300,   600,   900,    1800,   3600,   7200,   14400, 21600,
                                      43200, 86400, 172800, 432000, 864000, 1728000};
    const int64_t span_ns = drawing->to.ns - drawing->from.ns;
    size_t i = 0;

    while (i + 1 < sizeof(steps_s) / sizeof(steps_s[0]) &&
           span_ns / (steps_s[i] * BS_NS_PER_S) > TICKS_MAX) {
        i++;
    }
    return steps_s[i] * BS_NS_PER_S;
}

static void put_axis(const struct bs_html_drawing *drawing, struct bs_buffer *buffer)
{
    const int64_t every_ns = tick_ns(drawing);
    const int64_t first_ns = (drawing->from.ns + every_ns - 1) / every_ns * every_ns;

    for (int64_t at_ns = first_ns; at_ns <= drawing->to.ns; at_ns += every_ns) {
        const int64_t x = bs_html_place(drawing, (struct bs_instant){at_ns});

        bs_buffer_text(buffer, "<line class=\"tick\"");
        bs_html_tenths(buffer, "x1", x);
        bs_html_tenths(buffer, "x2", x);
        bs_buffer_format(buffer, " y1=\"%d\" y2=\"%d\"/><text class=\"t\" y=\"14\"", AXIS - 6,
                         drawing->y);
        bs_html_tenths(buffer, "x", x);
        bs_buffer_text(buffer, ">");
        bs_html_duration(buffer, at_ns);
        bs_buffer_text(buffer, "</text>\n");
    }
}

/* ---- Drawings ---- */

void bs_html_begin_drawing(struct bs_html_drawing *drawing, struct bs_instant from,
                           struct bs_instant to)
{
    BS_ASSERT(from.ns < to.ns);
    *drawing = (struct bs_html_drawing){.from = from, .to = to, .y = AXIS};
    bs_buffer_init(&drawing->rows, ROWS_BYTES_MAX);
}

void bs_html_end_drawing(struct bs_html_drawing *drawing, const char *title,
                         struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
    bs_html_words(buffer, title, BS_HTML_ALL_WORDS);
    bs_buffer_format(
        buffer, "\"><svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><title>",
        WIDTH, drawing->y + 6, WIDTH, drawing->y + 6);
    bs_html_words(buffer, title, BS_HTML_ALL_WORDS);
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
