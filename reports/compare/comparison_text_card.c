/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "reports/clean_text.h"
#include "reports/compare/comparison_cards.h"
#include "reports/compare/comparison_words.h"
#include "reports/figure.h"
#include "reports/text_style.h"

enum { WIDTH = 100, LABEL_COLUMNS = 34, VALUE_COLUMNS = 12, PROBABILITY_COLUMNS = 13, INDENT = 2 };

const char *bs_comparison_verdict(const struct bs_comparison *comparison)
{
    switch (comparison->change) {
    case BS_CHANGE_WORSE:
        return "regression";
    case BS_CHANGE_UNKNOWN:
        return "unknown";
    default:
        return "no regression";
    }
}

static enum bs_text_role role_of(enum bs_change change)
{
    static const enum bs_text_role roles[BS_CHANGE_COUNT] = {
        [BS_CHANGE_NONE] = BS_TEXT_PLAIN,      [BS_CHANGE_BETTER] = BS_TEXT_GOOD,
        [BS_CHANGE_TOLERATED] = BS_TEXT_DOUBT, [BS_CHANGE_UNKNOWN] = BS_TEXT_DOUBT,
        [BS_CHANGE_WORSE] = BS_TEXT_BAD,
    };

    return roles[change];
}

/* Names are whatever their author wrote, and may not move the cursor. */
static void put_cleaned(const struct bs_text_style *style, const char *text,
                        void (*put)(const struct bs_text_style *, const char *))
{
    struct bs_buffer cleaned;

    bs_buffer_init(&cleaned, style->buffer->length_max);
    bs_clean_text(&cleaned, text, NULL);
    put(style, cleaned.bytes != NULL ? cleaned.bytes : "");
    bs_buffer_clean_up(&cleaned);
}

static void put_label(const struct bs_text_style *style, const char *text)
{
    bs_text_cell(style, BS_TEXT_PLAIN, text, LABEL_COLUMNS);
}

static void put_indented(const struct bs_text_style *style, const char *text)
{
    bs_buffer_text(style->buffer, "  ");
    bs_text_paragraph(style, BS_TEXT_PLAIN, text, INDENT);
}

static void put_row(const struct bs_text_style *style, const struct bs_comparison_row *row)
{
    char text[BS_COMPARISON_TEXT_MAX];
    char probability[BS_TIME_TEXT_MAX] = "-";

    bs_buffer_text(style->buffer, "  ");
    bs_comparison_label(row, text);
    put_cleaned(style, text, put_label);
    bs_comparison_value(row, &row->baseline, text);
    bs_text_cell_right(style, BS_TEXT_PLAIN, text, VALUE_COLUMNS);
    bs_comparison_value(row, &row->current, text);
    bs_text_cell_right(style, BS_TEXT_PLAIN, text, VALUE_COLUMNS);
    bs_comparison_difference(row, text);
    bs_text_cell_right(style, BS_TEXT_PLAIN, text, VALUE_COLUMNS);
    if (row->is_tested) {
        bs_comparison_probability(row->p, probability);
    }
    bs_text_cell_right(style, BS_TEXT_FAINT, probability, PROBABILITY_COLUMNS);
    bs_text_put(style, role_of(row->change), bs_change_name(row->change));
    bs_text_end_line(style);
}

static void put_head(const struct bs_text_style *style, const char *what)
{
    static const char *const heads[] = {"baseline", "now", "difference"};

    bs_text_end_line(style);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_STRONG, what, LABEL_COLUMNS);
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        bs_text_cell_right(style, BS_TEXT_FAINT, heads[i], VALUE_COLUMNS);
    }
    bs_text_cell_right(style, BS_TEXT_FAINT, "p", PROBABILITY_COLUMNS);
    bs_text_end_line(style);
}

static void put_headlines(const struct bs_text_style *style, const struct bs_comparison *comparison)
{
    put_head(style, "Headlines");
    for (size_t i = 0; i < comparison->row_count; i++) {
        if (comparison->rows[i].is_headline) {
            put_row(style, &comparison->rows[i]);
        }
    }
}

static bool is_moved_part(const struct bs_comparison_row *row)
{
    return !row->is_headline &&
           (row->change == BS_CHANGE_WORSE || row->change == BS_CHANGE_TOLERATED ||
            row->change == BS_CHANGE_BETTER);
}

static void put_moved_parts(const struct bs_text_style *style,
                            const struct bs_comparison *comparison)
{
    size_t count = 0;

    for (size_t i = 0; i < comparison->row_count; i++) {
        if (is_moved_part(&comparison->rows[i])) {
            if (count++ == 0) {
                put_head(style, "Steps and phases that moved");
            }
            put_row(style, &comparison->rows[i]);
        }
    }
}

static void put_notes(const struct bs_text_style *style, const struct bs_comparison *comparison)
{
    if (comparison->note_count > 0) {
        bs_text_heading(style, "Notes");
    }
    for (size_t i = 0; i < comparison->note_count; i++) {
        put_cleaned(style, comparison->notes[i], put_indented);
    }
}

static void put_side(struct bs_buffer *buffer, const char *what, const struct bs_baseline *side)
{
    bs_buffer_format(buffer, "%s %" PRIu64 " trials, seeds %" PRIu64 " to %" PRIu64, what,
                     side->trials - side->missing, side->seed, side->seed + (side->trials - 1));
}

static void put_samples(const struct bs_text_style *style, const struct bs_comparison *comparison)
{
    char alpha[BS_TIME_TEXT_MAX];
    char margin[BS_TIME_TEXT_MAX];

    bs_seconds_format(comparison->options.alpha_ppb, alpha);
    bs_text_end_line(style);
    put_side(style->buffer, "baseline:", comparison->baseline);
    put_side(style->buffer, "; now:", comparison->current);
    bs_text_end_line(style);
    bs_buffer_format(style->buffer, "allowed: %s worse; alpha %s for %s together (Holm)\n",
                     bs_percent_text(comparison->options.margin_ppb, margin), alpha,
                     comparison->options.only_headlines ? "headlines" : "headlines and steps");
}

void bs_comparison_text_card(const struct bs_comparison *comparison, bool colour,
                             struct bs_buffer *buffer)
{
    const struct bs_text_style style = {.buffer = buffer, .colour = colour, .width = WIDTH};
    static const char *const words[BS_CHANGE_COUNT] = {
        [BS_CHANGE_NONE] = "NO REGRESSION",
        [BS_CHANGE_UNKNOWN] = "CANNOT BE JUDGED",
        [BS_CHANGE_WORSE] = "REGRESSION",
    };

    bs_text_put(&style,
                comparison->change == BS_CHANGE_NONE ? BS_TEXT_GOOD : role_of(comparison->change),
                words[comparison->change]);
    bs_buffer_text(buffer, "  ");
    bs_clean_text(buffer, comparison->current->scenario, NULL);
    bs_text_end_line(&style);
    put_cleaned(&style, comparison->why, put_indented);
    if (comparison->blame != NULL) {
        bs_buffer_text(buffer, "  why:\n");
        put_cleaned(&style, comparison->blame, put_indented);
    }
    if (comparison->row_count > 0) {
        put_headlines(&style, comparison);
        put_moved_parts(&style, comparison);
    }
    put_notes(&style, comparison);
    put_samples(&style, comparison);
    if (comparison->reproduce != NULL) {
        bs_buffer_text(buffer, "reproduce: ");
        bs_clean_text(buffer, comparison->reproduce, NULL);
        bs_buffer_text(buffer, "\n");
    }
}
