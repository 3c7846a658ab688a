/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "reports/statistics/unimodal.h"
#include "reports/sweep/svg.h"
#include "reports/sweep/sweep_curve.h"
#include "reports/sweep/sweep_html_parts.h"
#include "reports/sweep/sweep_text.h"

/* The distribution of the RTO: how large a share of the trials recovered within which time. */

enum {
    CURVES_MAX = 6, /* As many as there are dashes. */
    X_STEPS = 8,
    TOP = 26,
    HEIGHT = 280,
    BELOW = 30,  /* Room for the axis. */
    LEGEND = 20, /* A row of it. */
    DESCENT = 4,
    SWATCH = 300,
    WORDS_MAX = 320,
    LABEL_CHARACTERS = 60,
    WHISKER = 4,
    TENTHS = 10,
};

static const int64_t left = INT64_C(10) * BS_SVG_LEFT;
static const int64_t right = INT64_C(10) * (BS_SVG_LEFT + BS_SVG_PLOT_WIDTH);

/* ---- Paths ---- */

static void put_point(struct bs_buffer *buffer, char command, int64_t x, int64_t y)
{
    bs_buffer_format(buffer, "%c%" PRId64 ".%" PRId64 " %" PRId64 ".%" PRId64, command, x / TENTHS,
                     x % TENTHS, y / TENTHS, y % TENTHS);
}

/* In steps: up at each point, level until the next. */
static void put_curve(const struct bs_svg_frame *frame, const struct bs_curve *curve, size_t number)
{
    struct bs_buffer *buffer = frame->buffer;
    int64_t y = bs_svg_y(frame, 0);

    bs_buffer_format(buffer, "<path class=\"curve c%zu\" d=\"", number);
    put_point(buffer, 'M', left, y);
    for (size_t i = 0; i < curve->count; i++) {
        const int64_t x = bs_svg_x(frame, curve->points[i].value);

        put_point(buffer, 'L', x, y);
        y = bs_svg_y(frame, curve->points[i].share_ppb);
        put_point(buffer, 'L', x, y);
    }
    put_point(buffer, 'L', right, y);
    bs_buffer_text(buffer, "\"/>\n");
}

/* Along its upper edge to the right, and back along the lower. */
static void put_band(const struct bs_svg_frame *frame, const struct bs_curve *curve)
{
    struct bs_buffer *buffer = frame->buffer;
    int64_t x = right;
    int64_t y = bs_svg_y(frame, curve->distance_ppb);

    bs_buffer_text(buffer, "<path class=\"band\" d=\"");
    put_point(buffer, 'M', left, y);
    for (size_t i = 0; i < curve->count; i++) {
        put_point(buffer, 'L', bs_svg_x(frame, curve->points[i].value), y);
        y = bs_svg_y(frame, curve->points[i].high_ppb);
        put_point(buffer, 'L', bs_svg_x(frame, curve->points[i].value), y);
    }
    put_point(buffer, 'L', right, y);
    for (size_t i = curve->count; i-- > 0;) {
        y = bs_svg_y(frame, curve->points[i].low_ppb);
        put_point(buffer, 'L', x, y);
        x = bs_svg_x(frame, curve->points[i].value);
        put_point(buffer, 'L', x, y);
    }
    put_point(buffer, 'L', x, bs_svg_y(frame, 0));
    put_point(buffer, 'L', left, bs_svg_y(frame, 0));
    bs_buffer_text(buffer, "Z\"/>\n");
}

/* A quantile where the curve has it, with its interval; not where it, or an end of that, is no number. */
static void put_estimate(const struct bs_svg_frame *frame, const struct bs_quantile *quantile,
                         int64_t p_ppb)
{
    const int64_t y = bs_svg_y(frame, p_ppb) / TENTHS;

    if (!bs_value_is_finite(quantile->value) || !bs_value_is_finite(quantile->low)) {
        return;
    }
    bs_buffer_format(frame->buffer,
                     "<line class=\"estimate\" y1=\"%" PRId64 "\" y2=\"%" PRId64 "\"", y, y);
    bs_svg_place(frame->buffer, "x1", bs_svg_x(frame, quantile->low));
    bs_svg_place(frame->buffer, "x2",
                 bs_value_is_finite(quantile->high) ? bs_svg_x(frame, quantile->high) : right);
    bs_buffer_format(frame->buffer, "/><circle class=\"point\" r=\"%d\" cy=\"%" PRId64 "\"",
                     WHISKER, y);
    bs_svg_place(frame->buffer, "cx", bs_svg_x(frame, quantile->value));
    bs_buffer_text(frame->buffer, "/>\n");
}

/* ---- Words ---- */

/* "p95 10m 12s; 3 of 400 unrecovered" */
static void say_result(const struct bs_sweep_result *result, char *text, size_t size)
{
    const uint64_t judged = result->rto.known + result->rto.endless;
    char p95[BS_TIME_TEXT_MAX];
    int length =
        snprintf(text, size, "p95 %s", bs_sweep_value_text(result->rto.quantiles[1].value, p95));

    if (result->rto.endless > 0) {
        (void)snprintf(text + length, size - (size_t)length,
                       "; %" PRIu64 " of %" PRIu64
                       " unrecovered, by which the curve ends below 100 %%",
                       result->rto.endless, judged);
    }
}

static void put_legend(struct bs_buffer *buffer, const struct bs_sweep_result *result,
                       size_t number, int32_t y)
{
    const struct bs_svg_label label = {NULL, left + SWATCH + TENTHS * WHISKER * 2, y + DESCENT,
                                       LABEL_CHARACTERS};
    char words[WORDS_MAX];

    say_result(result, words, sizeof(words));
    bs_buffer_format(buffer, "<line class=\"curve c%zu\" y1=\"%d\" y2=\"%d\"", number, y, y);
    bs_svg_place(buffer, "x1", left);
    bs_svg_place(buffer, "x2", left + SWATCH);
    bs_buffer_text(buffer, "/><text");
    bs_svg_place(buffer, "x", label.x);
    bs_buffer_format(buffer, " y=\"%d\">", label.y);
    bs_html_words(buffer, bs_sweep_label(result->variant), LABEL_CHARACTERS);
    bs_buffer_text(buffer, ": ");
    bs_html_words(buffer, words, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</text>\n");
}

static void describe(const struct bs_sweep *sweep, char *text, size_t size)
{
    const struct bs_sweep_spread *rto = &sweep->results[0].rto;
    char levels[BS_SWEEP_LEVELS][BS_TIME_TEXT_MAX];

    (void)snprintf(text, size,
                   "p50 %s, p95 %s, p99 %s over %" PRIu64 " trials, %" PRIu64
                   " of them unrecovered. The numbers are in the table below.",
                   bs_sweep_value_text(rto->quantiles[0].value, levels[0]),
                   bs_sweep_value_text(rto->quantiles[1].value, levels[1]),
                   bs_sweep_value_text(rto->quantiles[2].value, levels[2]),
                   rto->known + rto->endless, rto->endless);
}

/* Of the base, at the ticks of the axis. */
static void put_shares(const struct bs_curve *curve, const struct bs_axis *axis,
                       struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Recovered within", "#Share of trials", "#At least",
                                          "#At most", NULL};
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_text(buffer, "<details><summary>As a table</summary>\n");
    bs_html_begin_plain_table(buffer, "Share of trials that recovered in time", columns);
    for (int64_t at = axis->from; at <= axis->to; at += axis->step) {
        const struct bs_curve_point *point = bs_curve_at(curve, at);
        const int64_t shares[] = {point != NULL ? point->share_ppb : 0,
                                  point != NULL ? point->low_ppb : 0,
                                  point != NULL ? point->high_ppb : curve->distance_ppb};

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, bs_svg_time_tick(at, text));
        for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
            bs_html_cell(buffer, "n", bs_percent_text(shares[i], text));
        }
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_html_end_table(buffer);
    bs_buffer_text(buffer, "</details>\n");
}

/* ---- The curves ---- */

static void put_frame(const struct bs_svg_frame *frame, const struct bs_sweep *sweep)
{
    static const int64_t shares_ppb[] = {
        0, BS_PPB / 4, BS_PPB / 2, BS_PPB / 4 * 3, BS_PPB / 100 * 95, BS_PPB};
    const struct bs_sweep_spread *rto = &sweep->results[0].rto;
    char text[BS_TIME_TEXT_MAX];

    bs_svg_x_axis(frame, bs_svg_time_tick);
    for (size_t i = 0; i < sizeof(shares_ppb) / sizeof(shares_ppb[0]); i++) {
        bs_svg_y_tick(frame, shares_ppb[i], bs_percent_text(shares_ppb[i], text));
    }
    if (rto->column->objective != BS_NO_VALUE) {
        bs_svg_target(frame, rto->column->objective);
    }
}

static void put_results(const struct bs_svg_frame *frame, const struct bs_sweep *sweep,
                        size_t drawn)
{
    const int32_t below = frame->top + frame->height + BELOW;
    struct bs_curve curve;

    bs_sweep_curve(&sweep->results[0].rto, &curve);
    put_band(frame, &curve);
    for (size_t i = 0; i < drawn; i++) {
        bs_sweep_curve(&sweep->results[i].rto, &curve);
        put_curve(frame, &curve, i);
        put_legend(frame->buffer, &sweep->results[i], i, below + LEGEND * (int32_t)i + LEGEND / 2);
    }
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        put_estimate(frame, &sweep->results[0].rto.quantiles[i], bs_sweep_levels[i].p_ppb);
    }
}

static void put_remarks(const struct bs_sweep *sweep, size_t drawn, struct bs_buffer *buffer)
{
    const uint64_t absent = sweep->results[0].rto.absent;

    bs_buffer_text(buffer,
                   "<p class=\"faint\">The band holds the whole curve of the base with 95 % "
                   "confidence; the bars across are the 95 % intervals of p50, p95 and p99.");
    if (absent > 0) {
        bs_buffer_format(buffer, " %" PRIu64 " trials could not be judged and are not drawn.",
                         absent);
    }
    if (drawn < sweep->result_count) {
        bs_buffer_format(buffer, " Of %zu variants the first %zu are drawn; the table has all.",
                         sweep->result_count - 1, drawn - 1);
    }
    bs_buffer_text(buffer, "</p>\n");
}

void bs_sweep_html_curves(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const size_t drawn = sweep->result_count < CURVES_MAX ? sweep->result_count : CURVES_MAX;
    char description[WORDS_MAX];
    const struct bs_svg_words words = {"Share of trials that recovered, by time", description};
    struct bs_svg_frame frame = {.buffer = buffer,
                                 .y = {0, BS_PPB, BS_PPB},
                                 .top = TOP,
                                 .height = HEIGHT,
                                 .width = BS_SVG_PLOT_WIDTH};
    struct bs_curve curve;

    bs_html_element(buffer, "h2", NULL, "Recovery time over the trials");
    if (!bs_sweep_has_rto(sweep)) {
        bs_buffer_text(buffer, "\n<p>No trial has a recovery time to draw.</p>\n");
        return;
    }
    describe(sweep, description, sizeof(description));
    frame.x = bs_sweep_rto_axis(sweep, X_STEPS);
    bs_buffer_text(buffer, "\n");
    bs_svg_begin(buffer, &words, TOP + HEIGHT + BELOW + LEGEND * (int32_t)drawn + DESCENT);
    put_frame(&frame, sweep);
    put_results(&frame, sweep, drawn);
    bs_svg_end(buffer);
    put_remarks(sweep, drawn, buffer);
    bs_sweep_curve(&sweep->results[0].rto, &curve);
    if (curve.count > 0) {
        put_shares(&curve, &frame.x, buffer);
    }
}
