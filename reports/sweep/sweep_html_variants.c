/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "reports/sweep/svg.h"
#include "reports/sweep/sweep_curve.h"
#include "reports/sweep/sweep_html_parts.h"
#include "reports/sweep/sweep_text.h"

/* The author's choices beside the base, and what each costs. */

enum {
    P95 = 1,
    TOP = 26,
    HEIGHT = 240,
    X_STEPS = 8,
    Y_STEPS = 5,
    BELOW = 44,
    AXIS_NAME = 36,
    RADIUS = 5,
    BESIDE = 60,
    BESIDE_ANOTHER = 180,
    NEAR = 150,
    NUMBER_TEXT_MAX = 24,
    LABEL_CHARACTERS = 40,
    TENTHS = 10,
};

#define MICRO_PER_USD INT64_C(1000000)

/* ---- The table ---- */

static void put_paired(const struct bs_paired *paired, struct bs_buffer *buffer)
{
    bs_sweep_quantile_cell(buffer, &paired->median);
    bs_buffer_format(buffer,
                     "<td class=\"n\">%" PRId64 " / %" PRId64 " / %" PRId64
                     "<span class=\"faint\">of %" PRId64 " pairs</span></td>",
                     paired->better, paired->equal, paired->worse, paired->pairs);
}

static void put_variant(const struct bs_sweep_result *result, bool is_base,
                        struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<tr>");
    bs_html_head(buffer, bs_sweep_label(result->variant));
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        bs_sweep_quantile_cell(buffer, &result->rto.quantiles[i]);
    }
    bs_sweep_quantile_cell(buffer, &result->rpo.quantiles[P95]);
    bs_html_count_cell(buffer, (int64_t)result->endless);
    bs_sweep_share_cell(buffer, &result->passed);
    if (is_base) {
        bs_buffer_text(buffer, "<td></td><td></td><td></td><td></td>");
    } else {
        put_paired(&result->rto_against_base, buffer);
        put_paired(&result->rpo_against_base, buffer);
    }
    bs_buffer_text(buffer, "</tr>\n");
}

void bs_sweep_html_variants(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Variant",
                                          "#RTO p50",
                                          "#RTO p95",
                                          "#RTO p99",
                                          "#RPO p95",
                                          "#Unrecovered",
                                          "#Met all objectives",
                                          "#RTO, median difference",
                                          "#Shorter / equal / longer",
                                          "#RPO, median difference",
                                          "#Shorter / equal / longer",
                                          NULL};

    if (sweep->result_count < 2) {
        return;
    }
    bs_html_begin_table(buffer, "Variants, over the same seeds", columns);
    for (size_t i = 0; i < sweep->result_count; i++) {
        put_variant(&sweep->results[i], i == 0, buffer);
    }
    bs_html_end_table(buffer);
    bs_buffer_text(buffer,
                   "<p class=\"faint\">Differences are to the base, trial by trial with the "
                   "same seed.</p>\n");
}

/* ---- Cost ---- */

static const char *usd_tick(int64_t micro, char text[BS_TIME_TEXT_MAX])
{
    const int64_t cents = micro / (MICRO_PER_USD / 100);

    (void)snprintf(text, BS_TIME_TEXT_MAX, cents % 100 == 0 ? "%" PRId64 : "%" PRId64 ".%02" PRId64,
                   cents / 100, cents % 100);
    return text;
}

struct point {
    int64_t x;
    int64_t y;
};

static struct point place_of(const struct bs_svg_frame *frame, const struct bs_sweep_result *result)
{
    return (struct point){bs_svg_x(frame, result->monthly_usd_micro.value),
                          bs_svg_y(frame, result->rto.quantiles[P95].value)};
}

/* How many points before this one lie so near that their numbers stand where its own would. */
static int64_t count_near(const struct bs_svg_frame *frame, const struct bs_sweep *sweep,
                          size_t number)
{
    const struct point at = place_of(frame, &sweep->results[number]);
    int64_t count = 0;

    for (size_t i = 0; i < number; i++) {
        const struct point other = place_of(frame, &sweep->results[i]);

        count += bs_sweep_has_cost(&sweep->results[i]) && llabs(at.x - other.x) < NEAR &&
                         llabs(at.y - other.y) < NEAR
                     ? 1
                     : 0;
    }
    return count;
}

/* With its number in the table, for names may be long and points may coincide. */
static void put_point(const struct bs_svg_frame *frame, const struct bs_sweep *sweep, size_t number)
{
    const struct point at = place_of(frame, &sweep->results[number]);
    const struct bs_svg_label label = {
        NULL, at.x + BESIDE + BESIDE_ANOTHER * count_near(frame, sweep, number),
        (int32_t)(at.y / TENTHS) - RADIUS, LABEL_CHARACTERS};
    char text[NUMBER_TEXT_MAX];

    (void)snprintf(text, sizeof(text), "%zu", number + 1);
    bs_buffer_format(frame->buffer, "<circle class=\"point\" r=\"%d\"", RADIUS);
    bs_svg_place(frame->buffer, "cx", at.x);
    bs_svg_place(frame->buffer, "cy", at.y);
    bs_buffer_text(frame->buffer, "/>");
    bs_svg_label(frame->buffer, &label, text);
}

/* Over all results that can be drawn; both axes begin at nothing. */
static void set_axes(const struct bs_sweep *sweep, struct bs_svg_frame *frame)
{
    int64_t usd = 0;
    int64_t rto = 0;

    for (size_t i = 0; i < sweep->result_count; i++) {
        const struct bs_sweep_result *result = &sweep->results[i];
        const int64_t p95 = result->rto.quantiles[P95].value;

        if (bs_sweep_has_cost(result)) {
            usd = result->monthly_usd_micro.value > usd ? result->monthly_usd_micro.value : usd;
            rto = p95 > rto ? p95 : rto;
        }
    }
    frame->x = bs_axis_of_amount((struct bs_axis_question){0, usd, X_STEPS});
    frame->y = bs_axis_of_time((struct bs_axis_question){0, rto, Y_STEPS});
}

static void put_costs(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Variant", "#Number", "#USD a month", "#RTO p95", NULL};
    char text[BS_TIME_TEXT_MAX];

    bs_html_begin_plain_table(buffer, "Cost against recovery time", columns);
    for (size_t i = 0; i < sweep->result_count; i++) {
        const struct bs_figure usd = sweep->results[i].monthly_usd_micro;

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, bs_sweep_label(sweep->results[i].variant));
        bs_html_count_cell(buffer, (int64_t)i + 1);
        bs_html_cell(buffer, "n", bs_is_known(usd) ? usd_tick(usd.value, text) : usd.unknown);
        bs_sweep_value_cell(buffer, sweep->results[i].rto.quantiles[P95].value);
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_html_end_table(buffer);
}

void bs_sweep_html_costs(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_svg_words words = {
        "Cost a month against the RTO's p95",
        "A point for each variant: to the right what it costs, upward how long recovery takes. Its "
        "number is that of the table below."};
    const struct bs_svg_label axis = {"t", INT64_C(10) * (BS_SVG_LEFT + BS_SVG_PLOT_WIDTH / 2),
                                      TOP + HEIGHT + AXIS_NAME, LABEL_CHARACTERS};
    struct bs_svg_frame frame = {
        .buffer = buffer, .top = TOP, .height = HEIGHT, .width = BS_SVG_PLOT_WIDTH};
    size_t drawn = 0;

    for (size_t i = 0; i < sweep->result_count; i++) {
        drawn += bs_sweep_has_cost(&sweep->results[i]) ? 1 : 0;
    }
    if (drawn == 0) {
        return;
    }
    bs_html_element(buffer, "h2", NULL, "What recovery time costs");
    bs_buffer_text(buffer, "\n");
    set_axes(sweep, &frame);
    bs_svg_begin(buffer, &words, TOP + HEIGHT + BELOW);
    bs_svg_x_axis(&frame, usd_tick);
    bs_svg_y_axis(&frame, bs_svg_time_tick);
    bs_svg_label(buffer, &axis, "USD a month");
    for (size_t i = 0; i < sweep->result_count; i++) {
        if (bs_sweep_has_cost(&sweep->results[i])) {
            put_point(&frame, sweep, i);
        }
    }
    bs_svg_end(buffer);
    put_costs(sweep, buffer);
}
