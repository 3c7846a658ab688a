/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "reports/money.h"
#include "reports/statistics/unimodal.h"
#include "reports/verdict_banner.h"

enum {
    WIDTH = 100,
    BANNER_COLUMNS = 10,
    NAME_COLUMNS = 18,
    QUANTILE_COLUMNS = 30,
    PATH_COLUMNS = 40,
    VALUE_COLUMNS = 12,
    MOVED_COLUMNS = 24,
    LINE_MAX = 640,
    HISTOGRAM_ROWS = 12,
    HISTOGRAM_COLUMNS = 50,
    TAIL_STEPS_SHOWN = 5,
    INPUTS_SHOWN = 8,
    TENTHS_PER_S = 10,
};

/* ---- Words ---- */

/* To a tenth of a second: whoever needs more reads the JSON. */
static int64_t rounded(int64_t ns)
{
    const int64_t tenth_ns = BS_NS_PER_S / TENTHS_PER_S;

    return (ns + (ns < 0 ? -tenth_ns / 2 : tenth_ns / 2)) / tenth_ns * tenth_ns;
}

const char *bs_sweep_value_text(int64_t value_ns, char text[BS_TIME_TEXT_MAX])
{
    if (value_ns == BS_VALUE_ABSENT) {
        return "not estimable";
    }
    if (value_ns == BS_VALUE_CENSORED) {
        return "unrecovered";
    }
    if (value_ns == BS_VALUE_BELOW_ALL) {
        return "always recovered";
    }
    bs_duration_format((struct bs_duration){rounded(value_ns)}, text);
    return text;
}

/* Gives `text` or a constant. */
static const char *quantile_text(const struct bs_quantile *quantile, char *text, size_t size)
{
    char texts[3][BS_TIME_TEXT_MAX];
    const char *value = bs_sweep_value_text(quantile->value, texts[0]);
    const char *low = bs_sweep_value_text(quantile->low, texts[1]);

    if (quantile->value == BS_VALUE_ABSENT) {
        return "not estimable";
    }
    if (quantile->low == BS_VALUE_CENSORED) {
        (void)snprintf(text, size, "%s", low);
    } else if (quantile->high == BS_VALUE_CENSORED) {
        (void)snprintf(text, size, "%s (%s or more)", value, low);
    } else {
        (void)snprintf(text, size, "%s (%s .. %s)", value, low,
                       bs_sweep_value_text(quantile->high, texts[2]));
    }
    return text;
}

static const char *share_text(const struct bs_sweep_share *share, char *text, size_t size)
{
    char p[BS_TIME_TEXT_MAX];
    char low[BS_TIME_TEXT_MAX];
    char high[BS_TIME_TEXT_MAX];

    if (share->trials == 0) {
        return "no objective";
    }
    (void)snprintf(text, size, "%s (%s .. %s)",
                   bs_percent_text((int64_t)(share->count * (uint64_t)BS_PPB / share->trials), p),
                   bs_percent_text(share->low_ppb, low), bs_percent_text(share->high_ppb, high));
    return text;
}

/* Parts may take less of a bad trial than of an ordinary one. */
static const char *signed_share_text(int64_t share_ppb, char text[BS_TIME_TEXT_MAX])
{
    char size[BS_TIME_TEXT_MAX];

    (void)snprintf(text, BS_TIME_TEXT_MAX, "%s%s", share_ppb < 0 ? "-" : "",
                   bs_percent_text(share_ppb < 0 ? -share_ppb : share_ppb, size));
    return text;
}

/* "step activate/promote-orders" */
static const char *column_text(const struct bs_column *column, char *text, size_t size)
{
    (void)snprintf(text, size, "%s %s%s%s", column->subject,
                   column->workflow != NULL ? column->workflow : "",
                   column->workflow != NULL ? "/" : "", column->name);
    return text;
}

/* ---- The base ---- */

static void put_title(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    const struct bs_verdict_banner banner = bs_verdict_banner(sweep->verdict);
    const struct bs_sweep_design *design = sweep->design;
    char text[LINE_MAX];

    bs_text_put(style, BS_TEXT_STRONG, design->scenario);
    bs_buffer_text(style->buffer, "\n");
    (void)snprintf(text, sizeof(text), "plan %s, %" PRIu64 " trials, seeds %" PRIu64 " to %" PRIu64,
                   design->plan != NULL ? design->plan : "none", sweep->results[0].trials,
                   design->seed, design->seed + sweep->results[0].trials - 1);
    bs_text_put(style, BS_TEXT_FAINT, text);
    bs_buffer_text(style->buffer, "\n\n");
    bs_text_cell(style, banner.role, banner.word, BANNER_COLUMNS);
    bs_text_paragraph(style, banner.role, sweep->why, BANNER_COLUMNS);
}

/* What stands below a figure's quantiles, in the same columns. */
static void put_remark(const struct bs_text_style *style, enum bs_text_role role, const char *text)
{
    bs_text_cell(style, BS_TEXT_PLAIN, "", NAME_COLUMNS);
    bs_text_put(style, role, text);
    bs_text_end_line(style);
}

static void put_spread(const struct bs_text_style *style, const char *name,
                       const struct bs_sweep_spread *spread)
{
    char text[LINE_MAX / 2];
    char line[LINE_MAX];
    char objective[BS_TIME_TEXT_MAX];

    bs_text_cell(style, BS_TEXT_STRONG, name, NAME_COLUMNS);
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        bs_text_cell(style, BS_TEXT_PLAIN, quantile_text(&spread->quantiles[i], text, sizeof(text)),
                     QUANTILE_COLUMNS);
    }
    bs_text_end_line(style);
    if (spread->column->objective != BS_NO_VALUE) {
        (void)snprintf(line, sizeof(line), "at most %s in %s",
                       bs_sweep_value_text(spread->column->objective, objective),
                       share_text(&spread->met, text, sizeof(text)));
        put_remark(style, BS_TEXT_FAINT, line);
    }
    if (spread->endless > 0 || spread->absent > 0) {
        (void)snprintf(line, sizeof(line),
                       "%" PRIu64 " unrecovered (counted as longest), %" PRIu64 " unknown",
                       spread->endless, spread->absent);
        put_remark(style, BS_TEXT_DOUBT, line);
    }
}

static void put_levels(const struct bs_text_style *style)
{
    bs_text_cell(style, BS_TEXT_PLAIN, "", NAME_COLUMNS);
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        bs_text_cell(style, BS_TEXT_FAINT, bs_sweep_levels[i].name, QUANTILE_COLUMNS);
    }
    bs_text_end_line(style);
}

static void put_spreads(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    const struct bs_sweep_result *base = &sweep->results[0];
    char name[LINE_MAX];

    bs_text_heading(style, "Over the trials (with the 95 % interval of each figure)");
    put_levels(style);
    put_spread(style, "RTO", &base->rto);
    for (size_t i = 0; i < base->store_count; i++) {
        (void)snprintf(name, sizeof(name), "RPO %s", base->stores[i].column->name);
        put_spread(style, name, &base->stores[i]);
    }
}

/* How many of the curve's points lie in [from, to): each stands for as many trials as any other. */
static int points_between(const int64_t *curve, int64_t from, int64_t to)
{
    int points = 0;

    for (size_t i = 0; i < BS_SWEEP_CURVE; i++) {
        points += curve[i] >= from && curve[i] < to ? 1 : 0;
    }
    return points;
}

static void put_histogram_row(const struct bs_text_style *style, int64_t from, int points, int most)
{
    char text[BS_TIME_TEXT_MAX];
    const int columns = points * HISTOGRAM_COLUMNS / most;

    bs_text_cell_right(style, BS_TEXT_FAINT, bs_sweep_value_text(from, text), VALUE_COLUMNS);
    for (int i = 0; i < columns || (i == 0 && points > 0); i++) {
        bs_buffer_text(style->buffer, "█");
    }
    bs_text_end_line(style);
}

static void put_histogram(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    const struct bs_sweep_spread *rto = &sweep->results[0].rto;
    int points[HISTOGRAM_ROWS];
    int most = 1;
    int64_t step;

    if (rto->known == 0 || rto->most == rto->least) {
        return;
    }
    step = (rto->most - rto->least) / HISTOGRAM_ROWS + 1;
    for (int i = 0; i < HISTOGRAM_ROWS; i++) {
        points[i] = points_between(rto->curve, rto->least + i * step, rto->least + (i + 1) * step);
        most = points[i] > most ? points[i] : most;
    }
    bs_text_heading(style, "RTO from");
    for (int i = 0; i < HISTOGRAM_ROWS; i++) {
        put_histogram_row(style, rto->least + i * step, points[i], most);
    }
}

/* ---- What it comes from ---- */

static void put_tail_head(const struct bs_text_style *style)
{
    static const char *const words[] = {"ordinary", "bad", "difference", "of all"};

    bs_text_cell(style, BS_TEXT_PLAIN, "", PATH_COLUMNS);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        bs_text_cell_right(style, BS_TEXT_FAINT, words[i], i < 3 ? VALUE_COLUMNS : BANNER_COLUMNS);
    }
    bs_text_end_line(style);
}

static void put_tail_row(const struct bs_text_style *style, const struct bs_tail_row *row)
{
    char text[LINE_MAX];
    char value[BS_TIME_TEXT_MAX];

    bs_text_cell(style, BS_TEXT_PLAIN, column_text(row->column, text, sizeof(text)), PATH_COLUMNS);
    bs_text_cell_right(style, BS_TEXT_PLAIN, bs_sweep_value_text(row->ordinary_ns, value),
                       VALUE_COLUMNS);
    bs_text_cell_right(style, BS_TEXT_PLAIN, bs_sweep_value_text(row->bad_ns, value),
                       VALUE_COLUMNS);
    bs_text_cell_right(style, BS_TEXT_STRONG, bs_sweep_value_text(row->gap_ns, value),
                       VALUE_COLUMNS);
    bs_text_cell_right(style, BS_TEXT_FAINT, signed_share_text(row->share_ppb, value),
                       BANNER_COLUMNS);
    bs_text_end_line(style);
}

static void put_tail(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    const struct bs_tail *tail = &sweep->tail;
    char text[LINE_MAX];
    char gap[BS_TIME_TEXT_MAX];

    if (tail->unknown != NULL) {
        bs_text_heading(style, "Who owns the tail");
        bs_text_paragraph(style, BS_TEXT_DOUBT, tail->unknown, 0);
        return;
    }
    (void)snprintf(text, sizeof(text), "Who owns the tail: %s between trials at p50 and at p95",
                   bs_sweep_value_text(tail->gap_ns, gap));
    bs_text_heading(style, text);
    put_tail_head(style);
    for (size_t i = 0; i < tail->part_count; i++) {
        put_tail_row(style, &tail->parts[i]);
    }
    for (size_t i = 0; i < tail->step_count && i < TAIL_STEPS_SHOWN; i++) {
        if (tail->steps[i].gap_ns > 0) {
            put_tail_row(style, &tail->steps[i]);
        }
    }
}

static void put_influences(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    char value[BS_TIME_TEXT_MAX];
    char text[LINE_MAX];

    if (sweep->influence_count == 0) {
        return;
    }
    bs_text_heading(style, "What chance moves most: each input held at its median, trial by trial");
    for (size_t i = 0; i < sweep->influence_count && i < INPUTS_SHOWN; i++) {
        const struct bs_influence *influence = &sweep->influences[i];

        bs_text_cell(style, BS_TEXT_PLAIN, influence->path, PATH_COLUMNS);
        (void)snprintf(text, sizeof(text), "RTO %s",
                       bs_sweep_value_text(influence->rto_moved_ns, value));
        bs_text_cell(style, BS_TEXT_PLAIN, text, MOVED_COLUMNS);
        (void)snprintf(text, sizeof(text), "RPO %s %s",
                       influence->rpo_store != NULL ? influence->rpo_store->name : "",
                       bs_sweep_value_text(influence->rpo_moved_ns, value));
        bs_text_put(style, BS_TEXT_PLAIN, text);
        bs_text_end_line(style);
    }
}

static void put_prior(const struct bs_text_style *style, const struct bs_prior *prior)
{
    const bool is_rto = strcmp(prior->headline->subject, "outage") == 0;
    char half[BS_TIME_TEXT_MAX];
    char base[BS_TIME_TEXT_MAX];
    char twice[BS_TIME_TEXT_MAX];
    char text[LINE_MAX];

    if (prior->moved_ns == 0 && !prior->flips) {
        (void)snprintf(text, sizeof(text), "%s%s: nothing that has no source moves it",
                       is_rto ? "RTO" : "RPO ", is_rto ? "" : prior->headline->name);
        bs_text_paragraph(style, BS_TEXT_PLAIN, text, 0);
        return;
    }
    (void)snprintf(text, sizeof(text),
                   "%s%s p95 %s rests on %s, which has no source: %s at half of it, %s at double%s",
                   is_rto ? "RTO" : "RPO ", is_rto ? "" : prior->headline->name,
                   bs_sweep_value_text(prior->base, base), prior->path,
                   bs_sweep_value_text(prior->half, half), bs_sweep_value_text(prior->twice, twice),
                   prior->flips ? "; whether the objective is met depends on it" : "");
    bs_text_paragraph(style, prior->flips ? BS_TEXT_DOUBT : BS_TEXT_PLAIN, text, 0);
}

/* Of each headline the prior that moves it most, and all that decide about an objective. */
static void put_priors(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    if (sweep->prior_count == 0) {
        return;
    }
    bs_text_heading(style, sweep->fragile ? "What has no source (fragile)" : "What has no source");
    for (size_t i = 0; i < sweep->prior_count; i++) {
        const struct bs_prior *prior = &sweep->priors[i];

        if (i == 0 || prior->headline != prior[-1].headline || prior->flips) {
            put_prior(style, prior);
        }
    }
}

static void put_invariants(const struct bs_sweep *sweep, const struct bs_text_style *style)
{
    size_t held = 0;
    char text[LINE_MAX];

    bs_text_heading(style, "Invariants");
    for (size_t i = 0; i < sweep->invariant_count; i++) {
        const struct bs_sweep_invariant *invariant = &sweep->invariants[i];

        if (invariant->violations == 0 && invariant->unknown == 0) {
            held++;
            continue;
        }
        (void)snprintf(text, sizeof(text),
                       "%s: violated in %" PRIu64 ", unknown in %" PRIu64 " trials%s%" PRIu64,
                       invariant->name, invariant->violations, invariant->unknown,
                       invariant->violations > 0 ? "; the first is seed " : "; of ",
                       invariant->violations > 0 ? invariant->seeds[0] : sweep->results[0].trials);
        bs_text_paragraph(style, invariant->violations > 0 ? BS_TEXT_BAD : BS_TEXT_DOUBT, text, 0);
    }
    (void)snprintf(text, sizeof(text), "%zu of %zu held in all trials", held,
                   sweep->invariant_count);
    bs_text_paragraph(style, BS_TEXT_PLAIN, text, 0);
}

/* ---- Variants ---- */

static void put_cost(const struct bs_sweep_result *result, const struct bs_text_style *style)
{
    const struct bs_figure cents = bs_cents_of(result->monthly_usd_micro);
    char usd[BS_MONEY_TEXT_MAX];
    char line[LINE_MAX];

    if (bs_is_known(cents)) {
        (void)snprintf(line, sizeof(line), "%s USD a month", bs_usd_text(cents.value, usd));
        bs_text_cell(style, BS_TEXT_PLAIN, "  costs", NAME_COLUMNS);
        bs_text_paragraph(style, BS_TEXT_PLAIN, line, NAME_COLUMNS);
    }
}

static void put_variant(const struct bs_sweep_result *result, const struct bs_text_style *style)
{
    const struct bs_paired *paired = &result->rto_against_base;
    char text[LINE_MAX / 2];
    char line[LINE_MAX];

    bs_text_put(style, BS_TEXT_STRONG, result->variant->label);
    bs_text_end_line(style);
    put_spread(style, "  RTO", &result->rto);
    put_spread(style, "  RPO", &result->rpo);
    bs_text_cell(style, BS_TEXT_PLAIN, "  passed", NAME_COLUMNS);
    bs_text_put(style, BS_TEXT_PLAIN, share_text(&result->passed, text, sizeof(text)));
    bs_text_end_line(style);
    (void)snprintf(line, sizeof(line),
                   "RTO %s in the median trial; shorter in %" PRId64 ", equal in %" PRId64
                   ", longer in %" PRId64,
                   quantile_text(&paired->median, text, sizeof(text)), paired->better,
                   paired->equal, paired->worse);
    bs_text_cell(style, BS_TEXT_PLAIN, "  to the base", NAME_COLUMNS);
    bs_text_paragraph(style, BS_TEXT_PLAIN, line, NAME_COLUMNS);
    put_cost(result, style);
}

void bs_sweep_text(const struct bs_sweep *sweep, bool colour, struct bs_buffer *buffer)
{
    const struct bs_text_style style = {.buffer = buffer, .colour = colour, .width = WIDTH};
    char text[LINE_MAX];

    put_title(sweep, &style);
    put_spreads(sweep, &style);
    put_histogram(sweep, &style);
    put_tail(sweep, &style);
    put_influences(sweep, &style);
    put_priors(sweep, &style);
    put_invariants(sweep, &style);
    if (sweep->result_count > 1) {
        bs_text_heading(&style, "Variants, over the same seeds");
    }
    for (size_t i = 1; i < sweep->result_count; i++) {
        put_variant(&sweep->results[i], &style);
    }
    bs_buffer_text(buffer, "\n");
    (void)snprintf(text, sizeof(text), "any trial again: %s --seed N", sweep->design->command);
    bs_text_put(&style, BS_TEXT_FAINT, text);
    bs_buffer_text(buffer, "\n");
}
