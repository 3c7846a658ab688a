/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>

#include "base/json_writer.h"
#include "reports/compare/comparison_cards.h"

enum { NUMBER_MAX = 24 };

static void put_text(struct bs_json_writer *json, const char *key, const char *text)
{
    bs_json_key(json, key);
    bs_json_text(json, text);
}

/* A number of 64 bits is more than some readers of JSON can hold. */
static void put_seed(struct bs_json_writer *json, uint64_t seed)
{
    char text[NUMBER_MAX];

    (void)snprintf(text, sizeof(text), "%" PRIu64, seed);
    put_text(json, "seed", text);
}

static void put_baseline(struct bs_json_writer *json, const struct bs_baseline *side)
{
    bs_json_begin_object(json);
    put_text(json, "scenario", side->scenario);
    put_text(json, "scenario_sha256", side->scenario_sha256);
    put_text(json, "plan", side->plan);
    put_text(json, "plan_sha256", side->plan_sha256);
    put_text(json, "version", side->version);
    put_seed(json, side->seed);
    bs_json_key(json, "trials");
    bs_json_integer(json, (int64_t)(side->trials - side->missing));
    bs_json_key(json, "missing");
    bs_json_integer(json, (int64_t)side->missing);
    bs_json_end_object(json);
}

static void put_value(struct bs_json_writer *json, enum bs_comparison_kind kind, int64_t value)
{
    if (!bs_value_is_finite(value)) {
        bs_json_null(json);
    } else if (kind == BS_COMPARISON_QUANTILE) {
        bs_json_seconds(json, value);
    } else if (kind == BS_COMPARISON_SHARE) {
        bs_json_ppb(json, value);
    } else {
        bs_json_integer(json, value);
    }
}

static void put_side(struct bs_json_writer *json, const struct bs_comparison_row *row,
                     const struct bs_comparison_side *side)
{
    static const char *const keys[] = {
        [BS_COMPARISON_QUANTILE] = "value_s",
        [BS_COMPARISON_SHARE] = "share",
        [BS_COMPARISON_VIOLATIONS] = "violations",
    };

    bs_json_begin_object(json);
    bs_json_key(json, "trials");
    bs_json_integer(json, side->trials);
    bs_json_key(json, keys[row->kind]);
    put_value(json, row->kind, side->value);
    if (!bs_value_is_finite(side->value)) {
        put_text(json, "reason", side->value == BS_VALUE_CENSORED ? "no end" : "no trial has one");
    }
    bs_json_end_object(json);
}

static void put_probability(struct bs_json_writer *json, const struct bs_comparison_row *row)
{
    char text[BS_TIME_TEXT_MAX];

    bs_json_key(json, "p");
    if (row->is_tested) {
        (void)snprintf(text, sizeof(text), "%.6g", row->p);
        bs_json_number(json, text);
        return;
    }
    bs_json_null(json);
    put_text(json, "reason",
             row->unknown != NULL ? row->unknown : "one violation where there was none is a fact");
}

static void put_row(struct bs_json_writer *json, const struct bs_comparison_row *row)
{
    bs_json_begin_object(json);
    put_text(json, "subject", row->subject);
    if (row->workflow != NULL) {
        put_text(json, "workflow", row->workflow);
    }
    put_text(json, "name", row->name);
    if (row->kind == BS_COMPARISON_QUANTILE) {
        bs_json_key(json, "quantile");
        bs_json_ppb(json, row->p_ppb);
    }
    put_text(json, "change", bs_change_name(row->change));
    bs_json_key(json, "decides");
    bs_json_bool(json, row->decides);
    put_probability(json, row);
    bs_json_key(json, "baseline");
    put_side(json, row, &row->baseline);
    bs_json_key(json, "current");
    put_side(json, row, &row->current);
    bs_json_end_object(json);
}

static void put_rows(struct bs_json_writer *json, const char *key,
                     const struct bs_comparison *comparison, bool is_headline)
{
    bs_json_key(json, key);
    bs_json_begin_array(json);
    for (size_t i = 0; i < comparison->row_count; i++) {
        if (comparison->rows[i].is_headline == is_headline) {
            put_row(json, &comparison->rows[i]);
        }
    }
    bs_json_end_array(json);
}

static void put_notes(struct bs_json_writer *json, const struct bs_comparison *comparison)
{
    bs_json_key(json, "notes");
    bs_json_begin_array(json);
    for (size_t i = 0; i < comparison->note_count; i++) {
        bs_json_text(json, comparison->notes[i]);
    }
    bs_json_end_array(json);
}

void bs_comparison_json_card(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    struct bs_json_writer json = {.buffer = buffer, .indent = 2};

    bs_json_begin_object(&json);
    put_text(&json, "schema", "blackstart.compare/1");
    put_text(&json, "verdict", bs_comparison_verdict(comparison));
    put_text(&json, "why", comparison->why);
    put_text(&json, "blame", comparison->blame);
    bs_json_key(&json, "max_regression");
    bs_json_ppb(&json, comparison->options.margin_ppb);
    bs_json_key(&json, "alpha");
    bs_json_ppb(&json, comparison->options.alpha_ppb);
    bs_json_key(&json, "baseline");
    put_baseline(&json, comparison->baseline);
    bs_json_key(&json, "current");
    put_baseline(&json, comparison->current);
    put_rows(&json, "headlines", comparison, true);
    put_rows(&json, "parts", comparison, false);
    put_notes(&json, comparison);
    put_text(&json, "reproduce", comparison->reproduce);
    bs_json_end_object(&json);
    bs_buffer_text(buffer, "\n");
}
