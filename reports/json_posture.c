/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/json_posture.h"

#include "reports/json_figure.h"
#include "reports/money.h"

static void write_usd(struct bs_json_writer *writer, const char *key, struct bs_figure cents)
{
    char digits[BS_MONEY_TEXT_MAX];

    if (!bs_is_known(cents)) {
        bs_json_member_unknown(writer, key, cents.unknown);
        return;
    }
    bs_json_key(writer, key);
    bs_json_number(writer, bs_usd_text(cents.value, digits));
}

static void write_readiness(struct bs_json_writer *writer, const struct bs_readiness *readiness)
{
    bs_json_key(writer, "readiness");
    bs_json_begin_object(writer);
    bs_json_member_figure(writer, "score", readiness->score, bs_json_integer);
    bs_json_member_integer(writer, "score_at_least", readiness->at_least);
    bs_json_member_integer(writer, "score_at_most", readiness->at_most);
    bs_json_key(writer, "parts");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        bs_json_begin_object(writer);
        bs_json_member_text(writer, "name", readiness->parts[i].name);
        bs_json_member_integer(writer, "weight", readiness->parts[i].weight);
        bs_json_member_figure(writer, "got", readiness->parts[i].got, bs_json_integer);
        bs_json_member_text(writer, "evidence", readiness->parts[i].evidence);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
    bs_json_key(writer, "blockers");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < readiness->blocker_count; i++) {
        bs_json_begin_object(writer);
        bs_json_member_text(writer, "name", readiness->blockers[i].name);
        bs_json_member_text(writer, "reason", readiness->blockers[i].reason);
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
    bs_json_member_bool(writer, "is_lower_bound", sum->unknown[BS_COST_OF_RECOVERY] > 0);
    bs_json_member_bool(writer, "primary_is_lower_bound", sum->unknown[BS_COST_OF_PRIMARY] > 0);
}

static void write_charge(struct bs_json_writer *writer, const struct bs_charge *charge)
{
    bs_json_begin_object(writer);
    bs_json_member_text(writer, "resource", charge->resource);
    if (charge->region != NULL) {
        bs_json_member_text(writer, "region", charge->region);
    }
    bs_json_member_text(writer, "side", bs_cost_side_name(charge->side));
    write_usd(writer, "monthly_usd", charge->cents);
    bs_json_member_text(writer, "arithmetic", charge->arithmetic);
    if (charge->source != NULL) {
        bs_json_member_text(writer, "price", charge->source);
    }
    bs_json_end_object(writer);
}

static void write_part(struct bs_json_writer *writer, const struct bs_cost *cost,
                       enum bs_cost_part part)
{
    bs_json_begin_object(writer);
    bs_json_member_text(writer, "name", bs_cost_part_name(part));
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
        bs_json_member_text(writer, "name", advice->name);
        bs_json_member_text(writer, "resource", advice->resource);
        write_usd(writer, "saving_monthly_usd", advice->saving);
        bs_json_member_text(writer, "arithmetic", advice->arithmetic);
        bs_json_member_text(writer, "effect", advice->effect);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_cost(struct bs_json_writer *writer, const struct bs_cost *cost)
{
    bs_json_key(writer, "cost");
    bs_json_begin_object(writer);
    if (cost->unknown != NULL) {
        bs_json_member_unknown(writer, "monthly_usd", cost->unknown);
        bs_json_member_unknown(writer, "primary_monthly_usd", cost->unknown);
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
