/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_DRAWING_H
#define BS_REPORTS_HTML_DRAWING_H

/**
 * Drawings over time, in SVG: an axis above, below it rows of a label, bars and a note, and bands that the
 * caller fills. Labels and notes may be anything; what does not fit is cut, with the whole of it as the row's
 * title.
 */

#include "base/buffer.h"
#include "base/time.h"

/* In CSS pixels, which are the drawing's units. */
enum { BS_HTML_PLOT_BEGIN = 180, BS_HTML_PLOT_WIDTH = 700 };

/* Places on the time axis are in tenths of them. */
static const int64_t bs_html_plot_begin = INT64_C(10) * BS_HTML_PLOT_BEGIN;
static const int64_t bs_html_plot_width = INT64_C(10) * BS_HTML_PLOT_WIDTH;

struct bs_html_drawing {
    struct bs_instant from;
    struct bs_instant to;
    struct bs_buffer rows;
    int32_t y; /* Where the next row begins. */
};

/** Of what was between these instants, of which the first comes before the other. */
void bs_html_begin_drawing(struct bs_html_drawing *drawing, struct bs_instant from,
                           struct bs_instant to);

/** Appends it to the card, and lets go of what it holds. */
void bs_html_end_drawing(struct bs_html_drawing *drawing, const char *title,
                         struct bs_buffer *buffer);

/** Where an instant stands, in tenths; those out of view stand at the edge. */
int64_t bs_html_place(const struct bs_html_drawing *drawing, struct bs_instant at);

bool bs_html_is_in_view(const struct bs_html_drawing *drawing, struct bs_instant from,
                        struct bs_instant to);

/** ` x="12.5"`. */
void bs_html_tenths(struct bs_buffer *buffer, const char *name, int64_t tenths);

/** @{ A row: its label; bars from one instant to another, none too short to be seen; its note. */
void bs_html_begin_row(struct bs_html_drawing *drawing, const char *label);
void bs_html_bar(struct bs_html_drawing *drawing, const char *class_name, struct bs_instant from,
                 struct bs_instant to);
void bs_html_end_row(struct bs_html_drawing *drawing, const char *words);
/** @} */

/** A row with a mark at an instant, which its note says; nothing if that is out of view. */
void bs_html_mark(struct bs_html_drawing *drawing, struct bs_instant at, const char *label);

/** The label and the frame of a band of that height, from `y` + 2; the caller fills it and moves `y` on. */
void bs_html_band(struct bs_html_drawing *drawing, const char *label, int32_t height);

#endif
