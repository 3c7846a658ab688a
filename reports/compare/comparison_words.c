/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/compare/comparison_words.h"

#include <inttypes.h>
#include <stdio.h>

#include "reports/evidence.h"
#include "reports/figure.h"

static void put_percentile(int64_t p_ppb, char text[BS_TIME_TEXT_MAX])
{
    bs_seconds_format(p_ppb * 100, text);
}

void bs_comparison_label(const struct bs_comparison_row *row, char text[BS_COMPARISON_TEXT_MAX])
{
    static const struct {
        const char *subject;
        const char *before;
        const char *instead; /* Of the name. */
    } words[] = {
        {"outage", "", "RTO"},   {"store", "RPO of ", NULL},        {"phase", "phase ", NULL},
        {"step", "step ", NULL}, {"invariant", "invariant ", NULL}, {"trial", "", NULL},
    };
    const char *before = "";
    const char *name = row->name;
    char percentile[BS_TIME_TEXT_MAX];

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (bs_text_is(words[i].subject, row->subject)) {
            before = words[i].before;
            name = words[i].instead != NULL ? words[i].instead : row->name;
        }
    }
    if (bs_text_is(row->subject, "trial") && bs_text_is(row->name, "verdict")) {
        name = "met its objectives";
    }
    put_percentile(row->p_ppb, percentile);
    (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "%s%.190s%s%s", before, name,
                   row->kind == BS_COMPARISON_QUANTILE ? " p" : "",
                   row->kind == BS_COMPARISON_QUANTILE ? percentile : "");
}

static void put_duration(int64_t ns, char text[BS_COMPARISON_TEXT_MAX])
{
    char duration[BS_TIME_TEXT_MAX];

    bs_duration_format((struct bs_duration){ns}, duration);
    (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "%s", duration);
}

void bs_comparison_value(const struct bs_comparison_row *row, const struct bs_comparison_side *side,
                         char text[BS_COMPARISON_TEXT_MAX])
{
    char share[BS_TIME_TEXT_MAX];

    if (side->value == BS_VALUE_ABSENT) {
        (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "-");
    } else if (row->kind == BS_COMPARISON_VIOLATIONS) {
        (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "%" PRId64, side->value);
    } else if (row->kind == BS_COMPARISON_SHARE) {
        (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "%s", bs_percent_text(side->value, share));
    } else if (side->value == BS_VALUE_CENSORED) {
        (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "no end");
    } else {
        put_duration(side->value, text);
    }
}

static bool has_difference(const struct bs_comparison_row *row)
{
    return bs_value_is_finite(row->baseline.value) && bs_value_is_finite(row->current.value);
}

static void put_infinite(const struct bs_comparison_row *row, char text[BS_COMPARISON_TEXT_MAX])
{
    const char *words = "-";

    if (row->baseline.value == BS_VALUE_CENSORED && bs_value_is_finite(row->current.value)) {
        words = "ends again";
    } else if (row->current.value == BS_VALUE_CENSORED && bs_value_is_finite(row->baseline.value)) {
        words = "no end any more";
    }
    (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "%s", words);
}

void bs_comparison_difference(const struct bs_comparison_row *row,
                              char text[BS_COMPARISON_TEXT_MAX])
{
    char words[BS_TIME_TEXT_MAX];
    int64_t difference;
    int64_t size;

    if (!has_difference(row)) {
        put_infinite(row, text);
        return;
    }
    difference = row->current.value - row->baseline.value;
    size = difference < 0 ? -difference : difference;
    if (row->kind == BS_COMPARISON_VIOLATIONS) {
        (void)snprintf(words, sizeof(words), "%" PRId64, size);
    } else if (row->kind == BS_COMPARISON_SHARE) {
        (void)bs_percent_text(size, words);
    } else {
        bs_duration_format((struct bs_duration){size}, words);
    }
    (void)snprintf(text, BS_COMPARISON_TEXT_MAX, "%s%s",
                   difference < 0   ? "-"
                   : difference > 0 ? "+"
                                    : "",
                   words);
}

void bs_comparison_probability(double p, char text[BS_TIME_TEXT_MAX])
{
    if (p > 0.0) {
        (void)snprintf(text, BS_TIME_TEXT_MAX, "%.2g", p);
    } else {
        (void)snprintf(text, BS_TIME_TEXT_MAX, "<1e-40");
    }
}
