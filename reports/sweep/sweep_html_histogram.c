/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "reports/sweep/svg.h"
#include "reports/sweep/sweep_curve.h"
#include "reports/sweep/sweep_html_parts.h"

/* How many trials recovered within which stretch of time. */

enum {
    TOP = 26,
    HEIGHT = 180,
    X_STEPS = 8,
    Y_STEPS = 4,
    BELOW = 30, /* Room for the axis. */
    GAP = 2,    /* From a bar up to its label. */
    BAR_GAP = 10,
    ENDLESS_ROOM = 96, /* Beside the frame. */
    ENDLESS_WIDTH = 24,
    WORDS_MAX = 160,
    TENTHS = 10,
};

static const int64_t right = INT64_C(10) * (BS_SVG_LEFT + BS_SVG_PLOT_WIDTH);

/* Apart from the others and hatched, for it has no place on the axis. */
static void put_endless(const struct bs_svg_frame *frame, uint64_t trials)
{
    const int64_t bottom = bs_svg_y(frame, 0) / TENTHS;
    const int64_t top = bs_svg_y(frame, (int64_t)trials) / TENTHS;
    const int64_t from = right - INT64_C(10) * ENDLESS_WIDTH;
    const struct bs_svg_label label = {"l", right, (int32_t)top - GAP, WORDS_MAX};
    const struct bs_svg_bar bars[] = {
        {"endless", from, right, (int32_t)top, (int32_t)(bottom - top)},
        {"hatched", from, right, (int32_t)top, (int32_t)(bottom - top)}};
    char text[WORDS_MAX];

    bs_svg_bar(frame->buffer, &bars[0]);
    bs_svg_bar(frame->buffer, &bars[1]);
    (void)snprintf(text, sizeof(text), "%" PRIu64 " unrecovered", trials);
    bs_svg_label(frame->buffer, &label, text);
}

static void put_bins(const struct bs_svg_frame *frame, const struct bs_histogram *histogram)
{
    const int64_t bottom = bs_svg_y(frame, 0) / TENTHS;

    for (size_t i = 0; i < histogram->count; i++) {
        const int64_t from = histogram->axis.from + (int64_t)i * histogram->axis.step;
        const int64_t top = bs_svg_y(frame, (int64_t)histogram->trials[i]) / TENTHS;
        const struct bs_svg_bar bar = {"full", bs_svg_x(frame, from) + BAR_GAP,
                                       bs_svg_x(frame, from + histogram->axis.step), (int32_t)top,
                                       (int32_t)(bottom - top)};

        if (histogram->trials[i] > 0) {
            bs_svg_bar(frame->buffer, &bar);
        }
    }
}

static void put_bin_table(const struct bs_histogram *histogram, uint64_t endless,
                          struct bs_buffer *buffer)
{
    static const char *const columns[] = {"From", "#To", "#Trials", NULL};
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_text(buffer, "<details><summary>As a table</summary>\n");
    bs_html_begin_plain_table(buffer, "Trials by recovery time", columns);
    for (size_t i = 0; i < histogram->count; i++) {
        const int64_t from = histogram->axis.from + (int64_t)i * histogram->axis.step;

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, bs_svg_time_tick(from, text));
        bs_html_duration_cell(buffer, from + histogram->axis.step);
        bs_html_count_cell(buffer, (int64_t)histogram->trials[i]);
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_buffer_text(buffer, "<tr>");
    bs_html_head(buffer, "unrecovered");
    bs_html_cell(buffer, NULL, "");
    bs_html_count_cell(buffer, (int64_t)endless);
    bs_buffer_text(buffer, "</tr>\n");
    bs_html_end_table(buffer);
    bs_buffer_text(buffer,
                   "</details>\n<p class=\"faint\">Of more than 200 trials each bar may be off "
                   "by one in 200 of them: all values are in the CSV.</p>\n");
}

void bs_sweep_html_histogram(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_sweep_spread *rto = &sweep->results[0].rto;
    const struct bs_svg_words words = {
        "Trials by recovery time",
        "How many trials of the base took how long; the numbers are in the table below."};
    struct bs_histogram histogram;
    struct bs_svg_frame frame = {
        .buffer = buffer,
        .top = TOP,
        .height = HEIGHT,
        .width = BS_SVG_PLOT_WIDTH - (rto->endless > 0 ? ENDLESS_ROOM : 0),
    };

    if (rto->known == 0) {
        return;
    }
    bs_sweep_histogram(rto, &histogram);
    frame.x =
        bs_axis_of_time((struct bs_axis_question){histogram.axis.from, histogram.axis.to, X_STEPS});
    frame.x.from = histogram.axis.from;
    frame.x.to = histogram.axis.to;
    frame.y = bs_axis_of_amount((struct bs_axis_question){
        0, (int64_t)(rto->endless > histogram.most ? rto->endless : histogram.most), Y_STEPS});
    bs_html_element(buffer, "h2", NULL, "How many trials took how long");
    bs_buffer_text(buffer, "\n");
    bs_svg_begin(buffer, &words, TOP + HEIGHT + BELOW);
    bs_svg_x_axis(&frame, bs_svg_time_tick);
    bs_svg_y_axis(&frame, bs_svg_count_tick);
    put_bins(&frame, &histogram);
    if (rto->endless > 0) {
        put_endless(&frame, rto->endless);
    }
    if (rto->column->objective != BS_NO_VALUE) {
        bs_svg_target(&frame, rto->column->objective);
    }
    bs_svg_end(buffer);
    put_bin_table(&histogram, rto->endless, buffer);
}
