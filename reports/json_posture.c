/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/json_posture.h"

#include <stdio.h>

#include "base/assert.h"
#include "reports/money.h"

enum { KEY_BYTES_MAX = 64 };

static void write_text(struct bs_json_writer *writer, const char *key, const char *text)
{
    bs_json_key(writer, key);
    bs_json_text(writer, text);
}

static void write_integer(struct bs_json_writer *writer, const char *key, int64_t value)
{
    bs_json_key(writer, key);
    bs_json_integer(writer, value);
}

static void write_truth(struct bs_json_writer *writer, const char *key, bool value)
{
    bs_json_key(writer, key);
    bs_json_bool(writer, value);
}

/** Null and a reason under a key of its own. */
static void write_unknown(struct bs_json_writer *writer, const char *key, const char *reason)
{
    char reason_key[KEY_BYTES_MAX];

    (void)snprintf(reason_key, sizeof(reason_key), "%s_reason", key);
    bs_json_key(writer, key);
    bs_json_null(writer);
    write_text(writer, reason_key, reason);
}

static void write_figure(struct bs_json_writer *writer, const char *key, struct bs_figure figure)
{
    if (bs_is_known(figure)) {
        write_integer(writer, key, figure.value);
    } else {
        write_unknown(writer, key, figure.unknown);
    }
}

static void write_usd(struct bs_json_writer *writer, const char *key, struct bs_figure cents)
{
    char digits[BS_MONEY_TEXT_MAX];

    if (!bs_is_known(cents)) {
        write_unknown(writer, key, cents.unknown);
        return;
    }
    bs_json_key(writer, key);
    bs_json_number(writer, bs_usd_text(cents.value, digits));
}

static void write_readiness(struct bs_json_writer *writer, const struct bs_readiness *readiness)
{
    bs_json_key(writer, "readiness");
    bs_json_begin_object(writer);
    write_figure(writer, "score", readiness->score);
    write_integer(writer, "score_at_least", readiness->at_least);
    write_integer(writer, "score_at_most", readiness->at_most);
    bs_json_key(writer, "parts");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        bs_json_begin_object(writer);
        write_text(writer, "name", readiness->parts[i].name);
        write_integer(writer, "weight", readiness->parts[i].weight);
        write_figure(writer, "got", readiness->parts[i].got);
        write_text(writer, "evidence", readiness->parts[i].evidence);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
    bs_json_key(writer, "blockers");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < readiness->blocker_count; i++) {
        bs_json_begin_object(writer);
        write_text(writer, "name", readiness->blockers[i].name);
        write_text(writer, "reason", readiness->blockers[i].reason);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
    bs_json_end_object(writer);
}

/** What recovery adds is what the posture costs; what serves costs that anyway. */
static void write_sums(struct bs_json_writer *writer, const struct bs_cost_sum *sum)
{
    write_usd(writer, "monthly_usd", bs_cost_of_side(sum, BS_COST_OF_RECOVERY));
    write_usd(writer, "primary_monthly_usd", bs_cost_of_side(sum, BS_COST_OF_PRIMARY));
    write_truth(writer, "is_lower_bound", sum->unknown[BS_COST_OF_RECOVERY] > 0);
    write_truth(writer, "primary_is_lower_bound", sum->unknown[BS_COST_OF_PRIMARY] > 0);
}

static void write_charge(struct bs_json_writer *writer, const struct bs_charge *charge)
{
    bs_json_begin_object(writer);
    write_text(writer, "resource", charge->resource);
    if (charge->region != NULL) {
        write_text(writer, "region", charge->region);
    }
    write_text(writer, "side", bs_cost_side_name(charge->side));
    write_usd(writer, "monthly_usd", charge->cents);
    write_text(writer, "arithmetic", charge->arithmetic);
    if (charge->source != NULL) {
        write_text(writer, "price", charge->source);
    }
    bs_json_end_object(writer);
}

static void write_part(struct bs_json_writer *writer, const struct bs_cost *cost,
                       enum bs_cost_part part)
{
    bs_json_begin_object(writer);
    write_text(writer, "name", bs_cost_part_name(part));
    write_sums(writer, &cost->parts[part]);
    bs_json_key(writer, "charges");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < cost->charge_count; i++) {
        if (cost->charges[i].part == part) {
            write_charge(writer, &cost->charges[i]);
        }
    }
    bs_json_end_array(writer);
    bs_json_end_object(writer);
}

static void write_advice(struct bs_json_writer *writer, const struct bs_cost *cost)
{
    bs_json_key(writer, "advice");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < cost->advice_count; i++) {
        const struct bs_advice *advice = &cost->advice[i];

        bs_json_begin_object(writer);
        write_text(writer, "name", advice->name);
        write_text(writer, "resource", advice->resource);
        write_usd(writer, "saving_monthly_usd", advice->saving);
        write_text(writer, "arithmetic", advice->arithmetic);
        write_text(writer, "effect", advice->effect);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_cost(struct bs_json_writer *writer, const struct bs_cost *cost)
{
    bs_json_key(writer, "cost");
    bs_json_begin_object(writer);
    if (cost->unknown != NULL) {
        write_unknown(writer, "monthly_usd", cost->unknown);
        write_unknown(writer, "primary_monthly_usd", cost->unknown);
    } else {
        write_sums(writer, &cost->total);
    }
    bs_json_key(writer, "parts");
    bs_json_begin_array(writer);
    for (enum bs_cost_part part = 0; part < BS_COST_PART_COUNT; part++) {
        if (bs_cost_has(cost, part)) {
            write_part(writer, cost, part);
        }
    }
    bs_json_end_array(writer);
    write_advice(writer, cost);
    bs_json_end_object(writer);
}

void bs_json_posture(struct bs_json_writer *writer, const struct bs_report *report)
{
    BS_ASSERT(writer != NULL && report != NULL);

    write_readiness(writer, &report->readiness);
    write_cost(writer, &report->cost);
}
