/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>

#include "reports/compare/comparison_cards.h"
#include "reports/compare/comparison_words.h"
#include "reports/figure.h"
#include "reports/markdown_text.h"

static void put_cell(struct bs_buffer *buffer, const char *text)
{
    bs_buffer_text(buffer, " ");
    bs_markdown_text(buffer, text);
    bs_buffer_text(buffer, " |");
}

static void put_row(struct bs_buffer *buffer, const struct bs_comparison_row *row)
{
    char text[BS_COMPARISON_TEXT_MAX];
    char probability[BS_TIME_TEXT_MAX] = "-";

    bs_buffer_text(buffer, "|");
    bs_comparison_label(row, text);
    put_cell(buffer, text);
    bs_comparison_value(row, &row->baseline, text);
    put_cell(buffer, text);
    bs_comparison_value(row, &row->current, text);
    put_cell(buffer, text);
    bs_comparison_difference(row, text);
    put_cell(buffer, text);
    if (row->is_tested) {
        bs_comparison_probability(row->p, probability);
    }
    put_cell(buffer, probability);
    put_cell(buffer, bs_change_name(row->change));
    bs_buffer_text(buffer, "\n");
}

static bool is_shown(const struct bs_comparison_row *row, bool is_headline)
{
    return row->is_headline == is_headline &&
           (is_headline || row->change == BS_CHANGE_WORSE || row->change == BS_CHANGE_TOLERATED ||
            row->change == BS_CHANGE_BETTER);
}

static void put_table(struct bs_buffer *buffer, const char *what,
                      const struct bs_comparison *comparison, bool is_headline)
{
    size_t count = 0;

    for (size_t i = 0; i < comparison->row_count; i++) {
        if (!is_shown(&comparison->rows[i], is_headline)) {
            continue;
        }
        if (count++ == 0) {
            bs_buffer_format(buffer,
                             "\n| %s | baseline | now | difference | p | |\n"
                             "| --- | ---: | ---: | ---: | ---: | --- |\n",
                             what);
        }
        put_row(buffer, &comparison->rows[i]);
    }
}

static void put_notes(struct bs_buffer *buffer, const struct bs_comparison *comparison)
{
    bs_buffer_text(buffer, comparison->note_count > 0 ? "\n" : "");
    for (size_t i = 0; i < comparison->note_count; i++) {
        bs_buffer_text(buffer, "- Note: ");
        bs_markdown_text(buffer, comparison->notes[i]);
        bs_buffer_text(buffer, "\n");
    }
}

static void put_side(struct bs_buffer *buffer, const char *what, const struct bs_baseline *side)
{
    bs_buffer_format(buffer, "%s %" PRIu64 " trials from seed %" PRIu64, what,
                     side->trials - side->missing, side->seed);
}

static void put_samples(struct bs_buffer *buffer, const struct bs_comparison *comparison)
{
    char alpha[BS_TIME_TEXT_MAX];
    char margin[BS_TIME_TEXT_MAX];

    bs_seconds_format(comparison->options.alpha_ppb, alpha);
    put_side(buffer, "\nBaseline:", comparison->baseline);
    put_side(buffer, "; now:", comparison->current);
    bs_buffer_format(buffer, "; allowed: %s worse; alpha %s for %s together.\n",
                     bs_percent_text(comparison->options.margin_ppb, margin), alpha,
                     comparison->options.only_headlines ? "headlines" : "headlines and steps");
}

void bs_comparison_markdown_card(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "## blackstart: ");
    bs_markdown_text(buffer, comparison->current->scenario);
    bs_buffer_format(buffer, ": %s\n\nVerdict: ", bs_comparison_verdict(comparison));
    bs_markdown_text(buffer, comparison->why);
    bs_buffer_text(buffer, "\n");
    if (comparison->blame != NULL) {
        bs_buffer_text(buffer, "\nWhy: **");
        bs_markdown_text(buffer, comparison->blame);
        bs_buffer_text(buffer, "**\n");
    }
    put_table(buffer, "Headline", comparison, true);
    put_table(buffer, "Step or phase that moved", comparison, false);
    put_notes(buffer, comparison);
    put_samples(buffer, comparison);
    if (comparison->reproduce != NULL) {
        bs_buffer_text(buffer, "\nReproduce: ");
        bs_markdown_text(buffer, comparison->reproduce);
        bs_buffer_text(buffer, "\n");
    }
}
