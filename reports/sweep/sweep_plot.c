/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_plot.h"

#include <inttypes.h>
#include <string.h>

#include "reports/clean_text.h"
#include "reports/sweep/sweep_curve.h"
#include "reports/sweep/sweep_plot_script.h"

enum { NAME_CHARACTERS = 60, X_STEPS = 10, P95 = 1 };

#define MICRO_PER_USD INT64_C(1000000)

/* ---- Pieces ---- */

/* What could end a quoted word, or be taken for more than a character of it. */
static bool is_special(const char *bytes, size_t length)
{
    return length == 1 && strchr("\"\\`", bytes[0]) != NULL;
}

static void put_name(struct bs_buffer *buffer, const char *text)
{
    for (int count = 0; *text != '\0'; count++) {
        size_t length = 0;
        const char *bytes = bs_clean_next(&text, &length);

        if (count == NAME_CHARACTERS) {
            bs_buffer_text(buffer, "…");
            return;
        }
        if (is_special(bytes, length)) {
            bs_buffer_text(buffer, "\xef\xbf\xbd");
        } else {
            bs_buffer_append(buffer, bytes, length);
        }
    }
}

static void put_word(struct bs_buffer *buffer, const char *text)
{
    bs_buffer_text(buffer, "\"");
    put_name(buffer, text);
    bs_buffer_text(buffer, "\"");
}

static void put_seconds(struct bs_buffer *buffer, int64_t ns)
{
    char text[BS_TIME_TEXT_MAX] = "?";

    if (bs_value_is_finite(ns)) {
        bs_seconds_format(ns, text);
    }
    bs_buffer_format(buffer, " %s", text);
}

/* Parts per 10^9 are written as nanoseconds are. */
static void put_share(struct bs_buffer *buffer, int64_t ppb)
{
    put_seconds(buffer, ppb);
}

/* gnuplot tells blocks by two empty lines between them. */
static void end_block(struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "\n\n");
}

/* ---- The distribution ---- */

static void put_point(struct bs_buffer *buffer, const struct bs_curve_point *point)
{
    char text[BS_TIME_TEXT_MAX];

    bs_seconds_format(point->value, text);
    bs_buffer_text(buffer, text);
    put_share(buffer, point->share_ppb);
    put_share(buffer, point->low_ppb);
    put_share(buffer, point->high_ppb);
    bs_buffer_text(buffer, "\n");
}

/* From one end of the axis to the other. */
static void put_curve(const struct bs_sweep_result *result, const struct bs_axis *axis,
                      struct bs_buffer *buffer)
{
    struct bs_curve curve;
    struct bs_curve_point end;

    bs_sweep_curve(&result->rto, &curve);
    bs_buffer_text(buffer, "\"rto_s\" \"");
    put_name(buffer, result->variant->kind == BS_VARIANT_BASE ? "base" : result->variant->label);
    if (result->rto.endless > 0) {
        bs_buffer_format(buffer, " (%" PRIu64 " of %" PRIu64 " unrecovered)", result->rto.endless,
                         result->rto.known + result->rto.endless);
    }
    bs_buffer_text(buffer, "\" \"low\" \"high\"\n");
    put_point(buffer,
              &(struct bs_curve_point){.value = axis->from, .high_ppb = curve.distance_ppb});
    for (size_t i = 0; i < curve.count; i++) {
        put_point(buffer, &curve.points[i]);
    }
    end = curve.points[curve.count - 1];
    end.value = axis->to;
    put_point(buffer, &end);
    end_block(buffer);
}

static void write_curves(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    struct bs_axis axis;

    bs_buffer_text(buffer, "# share of trials that recovered within, and its 95 % band\n");
    if (!bs_sweep_has_rto(sweep)) {
        return;
    }
    axis = bs_sweep_rto_axis(sweep, X_STEPS);
    for (size_t i = 0; i < sweep->result_count; i++) {
        if (sweep->results[i].rto.known > 0) {
            put_curve(&sweep->results[i], &axis, buffer);
        }
    }
}

static void write_histogram(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_sweep_spread *rto = &sweep->results[0].rto;
    struct bs_histogram histogram;
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_format(buffer, "# trials by recovery time; %" PRIu64 " unrecovered besides\n",
                     rto->endless);
    if (rto->known == 0) {
        return;
    }
    bs_sweep_histogram(rto, &histogram);
    bs_buffer_text(buffer, "\"from_s\" \"to_s\" \"trials\"\n");
    for (size_t i = 0; i < histogram.count; i++) {
        const int64_t from = histogram.axis.from + (int64_t)i * histogram.axis.step;

        bs_seconds_format(from, text);
        bs_buffer_text(buffer, text);
        put_seconds(buffer, from + histogram.axis.step);
        bs_buffer_format(buffer, " %" PRIu64 "\n", histogram.trials[i]);
    }
}

/* ---- What it comes from ---- */

static void put_tail_rows(const struct bs_tail_row *rows, size_t count, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer,
                   "\"name\" \"an ordinary trial\" \"a bad one\" \"difference\" \"share\"\n");
    for (size_t i = 0; i < count; i++) {
        put_word(buffer, rows[i].column->name);
        put_seconds(buffer, rows[i].ordinary_ns);
        put_seconds(buffer, rows[i].bad_ns);
        put_seconds(buffer, rows[i].gap_ns);
        put_share(buffer, rows[i].share_ppb);
        bs_buffer_text(buffer, "\n");
    }
    end_block(buffer);
}

static void write_tail(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "# ordinary trials, around p50, beside bad ones, around p95: parts, "
                           "then steps\n");
    put_tail_rows(sweep->tail.parts, sweep->tail.part_count, buffer);
    put_tail_rows(sweep->tail.steps, sweep->tail.step_count, buffer);
}

static void put_prior(const struct bs_prior *prior, struct bs_buffer *buffer)
{
    put_word(buffer, prior->path);
    put_seconds(buffer, prior->half);
    put_seconds(buffer, prior->base);
    put_seconds(buffer, prior->twice);
    bs_buffer_text(buffer, "\n");
}

static void write_priors(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    size_t together = 0;

    bs_buffer_text(buffer, "# p95 with each value that has no source at half, as it is, at "
                           "double; a block for each headline\n");
    for (size_t i = 0; i < sweep->prior_count; i += together) {
        const struct bs_column *headline = sweep->priors[i].headline;

        together = bs_sweep_priors_together(sweep, i);
        bs_buffer_text(buffer, "\"value\" \"");
        bs_buffer_text(buffer, strcmp(headline->subject, "store") == 0 ? "RPO " : "RTO");
        put_name(buffer, strcmp(headline->subject, "store") == 0 ? headline->name : "");
        bs_buffer_text(buffer, " p95 at half\" \"as it is\" \"at double\"\n");
        for (size_t k = 0; k < together; k++) {
            put_prior(&sweep->priors[i + k], buffer);
        }
        end_block(buffer);
    }
}

/* The store behind the input, where there is one to be named. */
static void put_mover(const struct bs_influence *influence, const struct bs_column *store,
                      int64_t moved_ns, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "\"");
    put_name(buffer, influence->path);
    if (store != NULL) {
        bs_buffer_text(buffer, " (");
        put_name(buffer, store->name);
        bs_buffer_text(buffer, ")");
    }
    bs_buffer_text(buffer, "\"");
    put_seconds(buffer, moved_ns);
    bs_buffer_text(buffer, "\n");
}

static void write_influences(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    struct bs_movers movers;

    bs_buffer_text(buffer, "# how far a trial moves, on average, with an input held at its "
                           "median: its RTO, then the RPO of the store that it moves most\n"
                           "\"input\" \"RTO\"\n");
    bs_sweep_movers(sweep, bs_rto_moved, &movers);
    for (size_t i = 0; i < movers.count; i++) {
        put_mover(movers.items[i], NULL, bs_rto_moved(movers.items[i]), buffer);
    }
    end_block(buffer);
    bs_buffer_text(buffer, "\"input\" \"RPO\"\n");
    bs_sweep_movers(sweep, bs_rpo_moved, &movers);
    for (size_t i = 0; i < movers.count; i++) {
        put_mover(movers.items[i], movers.items[i]->rpo_store, bs_rpo_moved(movers.items[i]),
                  buffer);
    }
}

static void write_costs(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "# what each variant costs, and its p95\n"
                           "\"variant\" \"monthly_usd\" \"rto_p95_s\"\n");
    for (size_t i = 0; i < sweep->result_count; i++) {
        const struct bs_sweep_result *result = &sweep->results[i];

        if (bs_sweep_has_cost(result)) {
            put_word(buffer, i == 0 ? "base" : result->variant->label);
            bs_buffer_format(buffer, " %" PRId64 ".%06" PRId64,
                             result->monthly_usd_micro.value / MICRO_PER_USD,
                             result->monthly_usd_micro.value % MICRO_PER_USD);
            put_seconds(buffer, result->rto.quantiles[P95].value);
            bs_buffer_text(buffer, "\n");
        }
    }
}

const struct bs_sweep_plot_file bs_sweep_plot_files[BS_SWEEP_PLOT_FILES] = {
    {BS_SWEEP_PLOT_SCRIPT, bs_sweep_plot_script},
    {"ecdf.dat", write_curves},
    {"histogram.dat", write_histogram},
    {"tail.dat", write_tail},
    {"tornado.dat", write_priors},
    {"influence.dat", write_influences},
    {"cost.dat", write_costs},
};
