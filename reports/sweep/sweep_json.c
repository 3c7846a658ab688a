/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_json.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "reports/json_figure.h"
#include "reports/statistics/unimodal.h"

enum { SEED_TEXT_MAX = 24 };

/* Seeds are whole numbers of 64 bits, which JSON's readers may round. */
static void write_seed(struct bs_json_writer *writer, uint64_t seed)
{
    char text[SEED_TEXT_MAX];

    (void)snprintf(text, sizeof(text), "%" PRIu64, seed);
    bs_json_text(writer, text);
}

/* ---- Figures ---- */

static bs_json_write_number_fn *writer_of(const struct bs_column *column)
{
    return column->unit == BS_UNIT_NS ? bs_json_seconds : bs_json_integer;
}

/* Null for what is not finite. */
static void write_value(struct bs_json_writer *writer, int64_t value,
                        bs_json_write_number_fn *write_number)
{
    if (bs_value_is_finite(value)) {
        write_number(writer, value);
    } else {
        bs_json_null(writer);
    }
}

static const char *reason_for(int64_t value)
{
    return value == BS_VALUE_CENSORED ? "unrecovered" : "not estimable";
}

static void write_quantile(struct bs_json_writer *writer, const struct bs_quantile *quantile,
                           bs_json_write_number_fn *write_number)
{
    bs_json_begin_object(writer);
    bs_json_key(writer, "value");
    write_value(writer, quantile->value, write_number);
    bs_json_key(writer, "ci95");
    bs_json_begin_array(writer);
    write_value(writer, quantile->low, write_number);
    write_value(writer, quantile->high, write_number);
    bs_json_end_array(writer);
    if (!bs_value_is_finite(quantile->value)) {
        bs_json_member_text(writer, "reason", reason_for(quantile->value));
    } else if (!bs_value_is_finite(quantile->high)) {
        bs_json_member_text(writer, "ci95_reason", reason_for(quantile->high));
    }
    bs_json_end_object(writer);
}

static void write_share(struct bs_json_writer *writer, const char *key,
                        const struct bs_sweep_share *share)
{
    bs_json_key(writer, key);
    if (share->trials == 0) {
        bs_json_null(writer);
        return;
    }
    bs_json_begin_object(writer);
    bs_json_key(writer, "p");
    bs_json_ppb(writer, (int64_t)(share->count * (uint64_t)BS_PPB / share->trials));
    bs_json_key(writer, "ci95");
    bs_json_begin_array(writer);
    bs_json_ppb(writer, share->low_ppb);
    bs_json_ppb(writer, share->high_ppb);
    bs_json_end_array(writer);
    bs_json_member_integer(writer, "count", (int64_t)share->count);
    bs_json_end_object(writer);
}

static void write_spread(struct bs_json_writer *writer, const struct bs_sweep_spread *spread)
{
    bs_json_write_number_fn *write_number = writer_of(spread->column);

    bs_json_begin_object(writer);
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        bs_json_key(writer, bs_sweep_levels[i].name);
        write_quantile(writer, &spread->quantiles[i], write_number);
    }
    bs_json_key(writer, "min");
    write_value(writer, spread->least, write_number);
    bs_json_key(writer, "max");
    write_value(writer, spread->endless > 0 ? BS_ENDLESS : spread->most, write_number);
    bs_json_member_integer(writer, "known", (int64_t)spread->known);
    bs_json_member_integer(writer, "unrecovered", (int64_t)spread->endless);
    bs_json_member_integer(writer, "unknown", (int64_t)spread->absent);
    bs_json_end_object(writer);
}

/* ---- Variants ---- */

static void write_paired(struct bs_json_writer *writer, const char *key,
                         const struct bs_paired *paired)
{
    bs_json_key(writer, key);
    bs_json_begin_object(writer);
    bs_json_member_integer(writer, "pairs", (int64_t)(uint64_t)paired->pairs);
    bs_json_member_integer(writer, "better", (int64_t)(uint64_t)paired->better);
    bs_json_member_integer(writer, "equal", (int64_t)(uint64_t)paired->equal);
    bs_json_member_integer(writer, "worse", (int64_t)(uint64_t)paired->worse);
    bs_json_key(writer, "mean");
    write_value(writer, paired->mean, bs_json_seconds);
    bs_json_key(writer, "median");
    write_quantile(writer, &paired->median, bs_json_seconds);
    bs_json_end_object(writer);
}

static void write_stores(struct bs_json_writer *writer, const struct bs_sweep_result *result)
{
    bs_json_key(writer, "data_stores");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < result->store_count; i++) {
        bs_json_begin_object(writer);
        bs_json_member_text(writer, "id", result->stores[i].column->name);
        bs_json_key(writer, "rpo_s");
        write_spread(writer, &result->stores[i]);
        write_share(writer, "met_rpo", &result->stores[i].met);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

/* What the base and each variant have. */
static void write_result(struct bs_json_writer *writer, const struct bs_sweep_result *result)
{
    bs_json_member_integer(writer, "trials", (int64_t)result->trials);
    bs_json_member_integer(writer, "recovered", (int64_t)result->recovered);
    bs_json_member_integer(writer, "censored", (int64_t)result->endless);
    bs_json_key(writer, "verdicts");
    bs_json_begin_object(writer);
    for (int verdict = BS_VERDICT_FAIL; verdict >= BS_VERDICT_PASS; verdict--) {
        bs_json_member_integer(writer, bs_verdict_name((enum bs_verdict)verdict),
                               (int64_t)result->verdicts[verdict]);
    }
    bs_json_end_object(writer);
    write_share(writer, "passed", &result->passed);
    write_share(writer, "met_rto", &result->rto.met);
    bs_json_key(writer, "rto_s");
    write_spread(writer, &result->rto);
    bs_json_key(writer, "rpo_s");
    write_spread(writer, &result->rpo);
    write_stores(writer, result);
}

static void write_variants(struct bs_json_writer *writer, const struct bs_sweep *sweep)
{
    bs_json_key(writer, "variants");
    bs_json_begin_array(writer);
    for (size_t i = 1; i < sweep->result_count; i++) {
        const struct bs_sweep_result *result = &sweep->results[i];

        bs_json_begin_object(writer);
        bs_json_member_text(writer, "name", result->variant->label);
        write_result(writer, result);
        write_paired(writer, "rto_against_base_s", &result->rto_against_base);
        write_paired(writer, "rpo_against_base_s", &result->rpo_against_base);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

/* ---- What it comes from ---- */

static void write_tail_rows(struct bs_json_writer *writer, const struct bs_tail_row *rows,
                            size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bs_json_begin_object(writer);
        bs_json_member_text(writer, "kind", rows[i].column->subject);
        bs_json_member_text(writer, "workflow", rows[i].column->workflow);
        bs_json_member_text(writer, "name", rows[i].column->name);
        bs_json_key(writer, "ordinary_s");
        bs_json_seconds(writer, rows[i].ordinary_ns);
        bs_json_key(writer, "bad_s");
        bs_json_seconds(writer, rows[i].bad_ns);
        bs_json_key(writer, "gap_s");
        bs_json_seconds(writer, rows[i].gap_ns);
        bs_json_key(writer, "share");
        bs_json_ppb(writer, rows[i].share_ppb);
        bs_json_end_object(writer);
    }
}

static void write_tail(struct bs_json_writer *writer, const struct bs_tail *tail)
{
    if (tail->unknown != NULL) {
        bs_json_member_text(writer, "tail_owner_reason", tail->unknown);
    }
    bs_json_key(writer, "tail_owner");
    bs_json_begin_array(writer);
    write_tail_rows(writer, tail->parts, tail->part_count);
    write_tail_rows(writer, tail->steps, tail->step_count);
    bs_json_end_array(writer);
}

static void write_invariants(struct bs_json_writer *writer, const struct bs_sweep *sweep)
{
    bs_json_key(writer, "invariants");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < sweep->invariant_count; i++) {
        const struct bs_sweep_invariant *invariant = &sweep->invariants[i];

        bs_json_begin_object(writer);
        bs_json_member_text(writer, "name", invariant->name);
        bs_json_member_integer(writer, "violations", (int64_t)invariant->violations);
        bs_json_member_integer(writer, "unknown", (int64_t)invariant->unknown);
        bs_json_key(writer, "seeds");
        bs_json_begin_array(writer);
        for (size_t k = 0; k < invariant->seed_count; k++) {
            write_seed(writer, invariant->seeds[k]);
        }
        bs_json_end_array(writer);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_influences(struct bs_json_writer *writer, const struct bs_sweep *sweep)
{
    bs_json_key(writer, "influence");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < sweep->influence_count; i++) {
        const struct bs_influence *influence = &sweep->influences[i];

        bs_json_begin_object(writer);
        bs_json_member_text(writer, "path", influence->path);
        bs_json_member_text(writer, "held_at", influence->held);
        bs_json_member_integer(writer, "trials", (int64_t)influence->pairs);
        bs_json_key(writer, "rto_moved_s");
        bs_json_seconds(writer, influence->rto_moved_ns);
        bs_json_key(writer, "rpo_moved_s");
        bs_json_seconds(writer, influence->rpo_moved_ns);
        bs_json_member_text(writer, "rpo_store",
                            influence->rpo_store != NULL ? influence->rpo_store->name : NULL);
        bs_json_key(writer, "rto_p95_s");
        write_value(writer, influence->rto_p95, bs_json_seconds);
        bs_json_key(writer, "base_rto_p95_s");
        write_value(writer, influence->base_rto_p95, bs_json_seconds);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_priors(struct bs_json_writer *writer, const struct bs_sweep *sweep)
{
    bs_json_key(writer, "fragile");
    if (sweep->prior_count > 0) {
        bs_json_bool(writer, sweep->fragile);
    } else {
        bs_json_null(writer);
        bs_json_member_text(writer, "fragile_reason",
                            "no value was halved and doubled: see --influence");
    }
    bs_json_key(writer, "priors");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < sweep->prior_count; i++) {
        const struct bs_prior *prior = &sweep->priors[i];

        bs_json_begin_object(writer);
        bs_json_member_text(writer, "headline",
                            strcmp(prior->headline->subject, "store") == 0 ? "rpo" : "rto");
        bs_json_member_text(writer, "store",
                            strcmp(prior->headline->subject, "store") == 0 ? prior->headline->name
                                                                           : NULL);
        bs_json_member_text(writer, "path", prior->path);
        bs_json_key(writer, "p95_s");
        write_value(writer, prior->base, bs_json_seconds);
        bs_json_key(writer, "p95_at_half_s");
        write_value(writer, prior->half, bs_json_seconds);
        bs_json_key(writer, "p95_at_double_s");
        write_value(writer, prior->twice, bs_json_seconds);
        bs_json_key(writer, "moved_s");
        bs_json_seconds(writer, prior->moved_ns);
        bs_json_key(writer, "flips");
        bs_json_bool(writer, prior->flips);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

/* ---- All of it ---- */

static void write_design(struct bs_json_writer *writer, const struct bs_sweep *sweep)
{
    const struct bs_sweep_design *design = sweep->design;

    bs_json_key(writer, "scenario");
    bs_json_begin_object(writer);
    bs_json_member_text(writer, "name", design->scenario);
    bs_json_member_text(writer, "sha256", design->scenario_sha256);
    bs_json_end_object(writer);
    bs_json_key(writer, "plan");
    bs_json_begin_object(writer);
    bs_json_member_text(writer, "name", design->plan);
    bs_json_member_text(writer, "sha256", design->plan_sha256);
    bs_json_end_object(writer);
    bs_json_member_text(writer, "version", design->version);
    bs_json_key(writer, "seed");
    write_seed(writer, design->seed);
    bs_json_member_text(writer, "command", design->command);
    bs_json_member_text(writer, "clock", design->clock);
    bs_json_key(writer, "objectives");
    bs_json_begin_object(writer);
    bs_json_key(writer, "rto_s");
    write_value(writer, sweep->results[0].rto.column->objective, bs_json_seconds);
    bs_json_key(writer, "pass");
    bs_json_ppb(writer, sweep->pass_ppb);
    bs_json_end_object(writer);
}

void bs_sweep_json(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    struct bs_json_writer writer = {.buffer = buffer, .indent = 2};

    bs_json_begin_object(&writer);
    bs_json_member_text(&writer, "schema", "blackstart.sweep/1");
    write_design(&writer, sweep);
    bs_json_member_text(&writer, "verdict", bs_verdict_name(sweep->verdict));
    bs_json_member_text(&writer, "reason", sweep->why);
    write_result(&writer, &sweep->results[0]);
    write_tail(&writer, &sweep->tail);
    write_influences(&writer, sweep);
    write_priors(&writer, sweep);
    write_invariants(&writer, sweep);
    write_variants(&writer, sweep);
    bs_json_end_object(&writer);
    bs_buffer_text(buffer, "\n");
}
