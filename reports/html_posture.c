/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_posture.h"

#include <inttypes.h>

#include "base/assert.h"
#include "reports/html_writer.h"
#include "reports/money.h"

static void begin_row(struct bs_buffer *buffer, const char *head)
{
    bs_buffer_text(buffer, "<tr>");
    bs_html_head(buffer, head);
}

static void end_row(struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "</tr>\n");
}

/* ---- Readiness ---- */

static void put_score(const struct bs_readiness *readiness, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<p>Score ");
    if (bs_is_known(readiness->score)) {
        bs_buffer_format(buffer, "<strong>%" PRId64 "</strong> of 100.", readiness->score.value);
    } else {
        bs_buffer_format(buffer, "<strong>?</strong>, %" PRId64 " to %" PRId64 " of 100: ",
                         readiness->at_least, readiness->at_most);
        bs_html_words(buffer, readiness->score.unknown, BS_HTML_ALL_WORDS);
        bs_buffer_text(buffer, ".");
    }
    if (readiness->blocker_count > 0) {
        bs_buffer_text(buffer, " <strong>Not ready</strong>, whatever the score:</p>\n<ul>\n");
        for (size_t i = 0; i < readiness->blocker_count; i++) {
            bs_buffer_text(buffer, "<li class=\"fail\">");
            bs_html_words(buffer, readiness->blockers[i].name, BS_HTML_ALL_WORDS);
            bs_buffer_text(buffer, ": ");
            bs_html_words(buffer, readiness->blockers[i].reason, BS_HTML_ALL_WORDS);
            bs_buffer_text(buffer, "</li>\n");
        }
        bs_buffer_text(buffer, "</ul>\n");
    } else {
        bs_buffer_text(buffer, " Nothing blocks it.</p>\n");
    }
}

static void put_readiness(const struct bs_readiness *readiness, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Part", "#Got", "#Of", "Evidence", NULL};

    bs_html_begin_table(buffer, "Readiness", columns);
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        const struct bs_readiness_part *part = &readiness->parts[i];

        begin_row(buffer, part->name);
        if (bs_is_known(part->got)) {
            bs_html_count_cell(buffer, part->got.value);
        } else {
            bs_html_cell(buffer, "n", "?");
        }
        bs_html_count_cell(buffer, part->weight);
        bs_html_cell(buffer, NULL, part->evidence);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
    put_score(readiness, buffer);
}

/* ---- Cost ---- */

static void put_usd_cell(struct bs_buffer *buffer, struct bs_figure cents)
{
    char text[BS_MONEY_TEXT_MAX];

    bs_html_cell(buffer, "n", bs_is_known(cents) ? bs_usd_text(cents.value, text) : "?");
}

static void put_sum(struct bs_buffer *buffer, const char *name, const struct bs_cost_sum *sum)
{
    const size_t unknown = sum->unknown[BS_COST_OF_RECOVERY] + sum->unknown[BS_COST_OF_PRIMARY];

    begin_row(buffer, name);
    put_usd_cell(buffer, bs_cost_of_side(sum, BS_COST_OF_RECOVERY));
    put_usd_cell(buffer, bs_cost_of_side(sum, BS_COST_OF_PRIMARY));
    bs_html_cell(buffer, NULL, unknown > 0 ? "at least: some have no price or no size" : "");
    end_row(buffer);
}

static void put_charges(const struct bs_cost *cost, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Resource",   "Part",     "Side", "#USD a month",
                                          "Arithmetic", "Price of", NULL};

    bs_html_begin_table(buffer, "Cost, charge by charge", columns);
    for (size_t i = 0; i < cost->charge_count; i++) {
        const struct bs_charge *charge = &cost->charges[i];

        begin_row(buffer, charge->resource);
        bs_html_cell(buffer, NULL, bs_cost_part_name(charge->part));
        bs_html_cell(buffer, NULL, bs_cost_side_name(charge->side));
        put_usd_cell(buffer, charge->cents);
        bs_html_cell(buffer, NULL,
                     bs_is_known(charge->cents) ? charge->arithmetic : charge->cents.unknown);
        bs_html_cell(buffer, NULL, charge->source);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_advice(const struct bs_cost *cost, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Resource",   "Advice", "#Saves USD a month",
                                          "Arithmetic", "Effect", NULL};

    if (cost->advice_count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "It could cost less", columns);
    for (size_t i = 0; i < cost->advice_count; i++) {
        const struct bs_advice *advice = &cost->advice[i];

        begin_row(buffer, advice->resource);
        bs_html_cell(buffer, NULL, advice->name);
        put_usd_cell(buffer, advice->saving);
        bs_html_cell(buffer, NULL, advice->arithmetic);
        bs_html_cell(buffer, NULL, advice->effect);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_cost(const struct bs_cost *cost, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Part", "#Recovery adds", "#Serves anyway", "", NULL};

    if (cost->unknown != NULL) {
        return;
    }
    bs_html_begin_table(buffer, "Cost, USD a month", columns);
    for (enum bs_cost_part part = 0; part < BS_COST_PART_COUNT; part++) {
        if (bs_cost_has(cost, part)) {
            put_sum(buffer, bs_cost_part_name(part), &cost->parts[part]);
        }
    }
    put_sum(buffer, "in all", &cost->total);
    bs_html_end_table(buffer);
    put_advice(cost, buffer);
    put_charges(cost, buffer);
}

void bs_html_posture(const struct bs_report *report, struct bs_buffer *buffer)
{
    BS_ASSERT(report != NULL && buffer != NULL);

    put_readiness(&report->readiness, buffer);
    put_cost(&report->cost, buffer);
}
