/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/text_posture.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "reports/money.h"

enum { WORDS_MAX = 640, NAME_COLUMNS = 20, USD_COLUMNS = 12 };

static void put_part(const struct bs_text_style *style, const struct bs_readiness_part *part)
{
    const bool is_known = bs_is_known(part->got);
    char points[BS_TIME_TEXT_MAX] = "?";
    char weight[BS_TIME_TEXT_MAX];

    if (is_known) {
        (void)snprintf(points, sizeof(points), "%" PRId64, part->got.value);
    }
    (void)snprintf(weight, sizeof(weight), "of %" PRId64, part->weight);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, part->name, NAME_COLUMNS);
    bs_text_cell_right(style,
                       !is_known              ? BS_TEXT_DOUBT
                       : part->got.value == 0 ? BS_TEXT_BAD
                                              : BS_TEXT_GOOD,
                       points, 4);
    bs_text_cell(style, BS_TEXT_FAINT, weight, 6);
    bs_text_paragraph(style, BS_TEXT_FAINT, part->evidence, NAME_COLUMNS + 15);
}

static void put_readiness(const struct bs_readiness *readiness, const struct bs_text_style *style)
{
    const char *blocked = readiness->blocker_count > 0 ? ": NOT READY" : "";
    char heading[WORDS_MAX];

    if (bs_is_known(readiness->score)) {
        (void)snprintf(heading, sizeof(heading), "readiness %" PRId64 " of 100%s",
                       readiness->score.value, blocked);
    } else {
        (void)snprintf(heading, sizeof(heading), "readiness ?, %" PRId64 " to %" PRId64 " of 100%s",
                       readiness->at_least, readiness->at_most, blocked);
    }
    bs_text_heading(style, heading);
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        put_part(style, &readiness->parts[i]);
    }
    for (size_t i = 0; i < readiness->blocker_count; i++) {
        bs_buffer_text(style->buffer, "  ");
        bs_text_cell(style, BS_TEXT_BAD, readiness->blockers[i].name, NAME_COLUMNS);
        bs_text_cell(style, BS_TEXT_BAD, "blocks", 11);
        bs_text_paragraph(style, BS_TEXT_PLAIN, readiness->blockers[i].reason, NAME_COLUMNS + 15);
    }
}

static void put_usd(const struct bs_text_style *style, enum bs_text_role role,
                    const struct bs_cost_sum *sum, enum bs_cost_side side)
{
    const struct bs_figure cents = bs_cost_of_side(sum, side);
    char text[BS_MONEY_TEXT_MAX];

    bs_text_cell_right(style, role, bs_is_known(cents) ? bs_usd_text(cents.value, text) : "?",
                       USD_COLUMNS);
}

static void put_sum(const struct bs_text_style *style, const char *name,
                    const struct bs_cost_sum *sum)
{
    const size_t unknown = sum->unknown[BS_COST_OF_RECOVERY] + sum->unknown[BS_COST_OF_PRIMARY];
    char text[WORDS_MAX] = "";

    if (unknown > 0) {
        (void)snprintf(text, sizeof(text), "at least: %zu of %zu without a price or a size",
                       unknown,
                       sum->charges[BS_COST_OF_RECOVERY] + sum->charges[BS_COST_OF_PRIMARY]);
    }
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, name, NAME_COLUMNS);
    put_usd(style, BS_TEXT_STRONG, sum, BS_COST_OF_RECOVERY);
    put_usd(style, BS_TEXT_FAINT, sum, BS_COST_OF_PRIMARY);
    bs_text_paragraph(style, BS_TEXT_DOUBT, text, NAME_COLUMNS + 3 + 2 * (USD_COLUMNS + 1));
}

static void put_advice(const struct bs_text_style *style, const struct bs_advice *advice)
{
    char usd[BS_MONEY_TEXT_MAX];
    char text[WORDS_MAX];

    (void)snprintf(text, sizeof(text), "%s%s: %s. %s", bs_is_known(advice->saving) ? "saves " : "",
                   bs_is_known(advice->saving) ? bs_usd_text(advice->saving.value, usd)
                                               : advice->saving.unknown,
                   advice->arithmetic, advice->effect);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, advice->name, NAME_COLUMNS);
    bs_text_cell(style, BS_TEXT_STRONG, advice->resource, 14);
    bs_text_paragraph(style, BS_TEXT_PLAIN, text, NAME_COLUMNS + 18);
}

static void put_cost(const struct bs_cost *cost, const struct bs_text_style *style)
{
    if (cost->unknown != NULL) {
        return;
    }
    bs_text_heading(style, "cost, USD a month (what recovery adds, what serves anyway)");
    for (enum bs_cost_part part = 0; part < BS_COST_PART_COUNT; part++) {
        if (bs_cost_has(cost, part)) {
            put_sum(style, bs_cost_part_name(part), &cost->parts[part]);
        }
    }
    put_sum(style, "in all", &cost->total);
    if (cost->advice_count > 0) {
        bs_text_heading(style, "it could cost less");
    }
    for (size_t i = 0; i < cost->advice_count; i++) {
        put_advice(style, &cost->advice[i]);
    }
}

void bs_text_posture(const struct bs_report *report, const struct bs_text_style *style)
{
    BS_ASSERT(report != NULL && style != NULL);

    put_readiness(&report->readiness, style);
    put_cost(&report->cost, style);
}
