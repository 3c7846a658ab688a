/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SVG_H
#define BS_REPORTS_SWEEP_SVG_H

/**
 * Pieces of drawings for a page: a frame with axes, bars, lines, labels. Words may be anything; classes are
 * the caller's own (reports/html_style.h, reports/sweep/sweep_html_style.h). Places along an axis are tenths
 * of the drawing's units, of which it is BS_SVG_WIDTH wide; y goes down.
 */

#include "base/buffer.h"
#include "base/time.h"
#include "reports/sweep/plot_axis.h"

enum { BS_SVG_WIDTH = 760, BS_SVG_LEFT = 64, BS_SVG_PLOT_WIDTH = 672 };

/** For who cannot see it: what it is, and what it shows. */
struct bs_svg_words {
    const char *title;
    const char *description;
};

void bs_svg_begin(struct bs_buffer *buffer, const struct bs_svg_words *words, int32_t height);
void bs_svg_end(struct bs_buffer *buffer);

/** From BS_SVG_LEFT on; what is drawn against two axes. Ticks are at multiples of their steps. */
struct bs_svg_frame {
    struct bs_buffer *buffer;
    struct bs_axis x;
    struct bs_axis y; /* Of a drawing of rows: not used. */
    int32_t top;
    int32_t height;
    int32_t width; /* At most BS_SVG_PLOT_WIDTH. */
};

int64_t bs_svg_x(const struct bs_svg_frame *frame, int64_t value);
int64_t bs_svg_y(const struct bs_svg_frame *frame, int64_t value);

/** What stands at a tick. Gives `text` or a constant. */
typedef const char *bs_svg_tick_fn(int64_t value, char text[BS_TIME_TEXT_MAX]);

/** @{ "1m 30s", "25 %", "12". */
const char *bs_svg_time_tick(int64_t ns, char text[BS_TIME_TEXT_MAX]);
const char *bs_svg_percent_tick(int64_t ppb, char text[BS_TIME_TEXT_MAX]);
const char *bs_svg_count_tick(int64_t count, char text[BS_TIME_TEXT_MAX]);
/** @} */

/** Lines across the frame, with what they stand at below or to the left. */
void bs_svg_x_axis(const struct bs_svg_frame *frame, bs_svg_tick_fn *tick_text);
void bs_svg_y_axis(const struct bs_svg_frame *frame, bs_svg_tick_fn *tick_text);
void bs_svg_y_tick(const struct bs_svg_frame *frame, int64_t value, const char *text);

/** A line down the frame where no more was asked for, named above it; an arrow where it lies off the axis. */
void bs_svg_target(const struct bs_svg_frame *frame, int64_t value_ns);

/** Appends ` NAME="12.3"`. */
void bs_svg_place(struct bs_buffer *buffer, const char *name, int64_t tenths);

/** A bar at this height between two places, never too narrow to be seen. */
struct bs_svg_bar {
    const char *class_name;
    int64_t from;
    int64_t to;
    int32_t y;
    int32_t height;
};

void bs_svg_bar(struct bs_buffer *buffer, const struct bs_svg_bar *bar);

/** Words at a place, cut to `characters_max`. */
struct bs_svg_label {
    const char *class_name; /* NULL: from there to the right. */
    int64_t x;
    int32_t y;
    int32_t characters_max;
};

void bs_svg_label(struct bs_buffer *buffer, const struct bs_svg_label *label, const char *text);

#endif
