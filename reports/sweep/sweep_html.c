/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_html.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "reports/statistics/unimodal.h"
#include "reports/sweep/sweep_html_parts.h"
#include "reports/sweep/sweep_text.h"

/* ---- Words and cells ---- */

const char *bs_sweep_label(const struct bs_variant *variant)
{
    return variant->kind == BS_VARIANT_BASE ? "base" : variant->label;
}

static bool is_store(const struct bs_column *column)
{
    return strcmp(column->subject, "store") == 0;
}

void bs_sweep_headline(struct bs_buffer *buffer, const struct bs_column *column)
{
    bs_buffer_text(buffer, is_store(column) ? "RPO <bdi>" : "RTO");
    if (is_store(column)) {
        bs_html_words(buffer, column->name, BS_HTML_ALL_WORDS);
        bs_buffer_text(buffer, "</bdi>");
    }
}

void bs_sweep_value_cell(struct bs_buffer *buffer, int64_t value_ns)
{
    char text[BS_TIME_TEXT_MAX];

    bs_html_cell(buffer, "n", bs_sweep_value_text(value_ns, text));
}

void bs_sweep_quantile_cell(struct bs_buffer *buffer, const struct bs_quantile *quantile)
{
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_format(buffer, "<td class=\"n\">%s", bs_sweep_value_text(quantile->value, text));
    if (quantile->value != BS_VALUE_ABSENT) {
        bs_buffer_format(buffer, "<span class=\"faint\">%s to ",
                         bs_sweep_value_text(quantile->low, text));
        bs_buffer_format(buffer, "%s</span>", bs_sweep_value_text(quantile->high, text));
    }
    bs_buffer_text(buffer, "</td>");
}

static void put_share(struct bs_buffer *buffer, const struct bs_sweep_share *share)
{
    bs_html_percent(buffer, (int64_t)(share->count * (uint64_t)BS_PPB / share->trials));
    bs_buffer_text(buffer, " <span class=\"faint\">");
    bs_html_percent(buffer, share->low_ppb);
    bs_buffer_text(buffer, " to ");
    bs_html_percent(buffer, share->high_ppb);
    bs_buffer_text(buffer, "</span>");
}

void bs_sweep_share_cell(struct bs_buffer *buffer, const struct bs_sweep_share *share)
{
    bs_buffer_text(buffer, "<td class=\"n\">");
    if (share->trials > 0) {
        put_share(buffer, share);
    } else {
        bs_buffer_text(buffer, "no objective");
    }
    bs_buffer_text(buffer, "</td>");
}

/* ---- First of all ---- */

static void put_top(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_sweep_design *design = sweep->design;
    const struct bs_html_page page = {
        .verdict = bs_verdict_name(sweep->verdict),
        .subject = design->scenario,
        .style = bs_sweep_style,
    };
    const uint64_t trials = sweep->results[0].trials;

    bs_html_begin_page(buffer, &page);
    bs_buffer_text(buffer, "<p class=\"faint\">plan <bdi>");
    bs_html_words(buffer, design->plan != NULL ? design->plan : "none", BS_HTML_ALL_WORDS);
    bs_buffer_format(buffer,
                     "</bdi>, %" PRIu64 " trials, seeds %" PRIu64 " to %" PRIu64
                     ", RTO on the clock <bdi>",
                     trials, design->seed, design->seed + trials - 1);
    bs_html_words(buffer, design->clock, BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</bdi></p>\n");
}

/* "RTO: p95 10m 12s (10m to 10m 28s); at most 5m in 93.5 % of trials" */
static void put_headline(const struct bs_sweep_spread *spread, struct bs_buffer *buffer)
{
    const struct bs_quantile *p95 = &spread->quantiles[1];
    const bool is_missed = spread->met.trials > 0 && p95->value != BS_VALUE_ABSENT &&
                           p95->value > spread->column->objective;
    char text[BS_TIME_TEXT_MAX];

    bs_buffer_format(buffer, "<li%s>", is_missed ? " class=\"fail\"" : "");
    bs_sweep_headline(buffer, spread->column);
    bs_buffer_format(buffer, ": p95 %s", bs_sweep_value_text(p95->value, text));
    if (p95->value != BS_VALUE_ABSENT) {
        bs_buffer_format(buffer, " (%s to ", bs_sweep_value_text(p95->low, text));
        bs_buffer_format(buffer, "%s)", bs_sweep_value_text(p95->high, text));
    }
    if (spread->met.trials > 0) {
        bs_buffer_format(buffer, "; at most %s in ",
                         bs_sweep_value_text(spread->column->objective, text));
        bs_html_percent(buffer,
                        (int64_t)(spread->met.count * (uint64_t)BS_PPB / spread->met.trials));
        bs_buffer_text(buffer, " of trials");
    }
    bs_buffer_text(buffer, "</li>\n");
}

static void put_fragile(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    for (size_t i = 0; i < sweep->prior_count; i++) {
        if (sweep->priors[i].flips) {
            bs_buffer_text(buffer, "<li class=\"unknown\">fragile: whether the objective of ");
            bs_sweep_headline(buffer, sweep->priors[i].headline);
            bs_buffer_text(buffer, " is met depends on <bdi>");
            bs_html_words(buffer, sweep->priors[i].path, BS_HTML_ALL_WORDS);
            bs_buffer_text(buffer, "</bdi>, which has no source</li>\n");
        }
    }
}

static void put_verdict(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_sweep_result *base = &sweep->results[0];
    const char *name = bs_verdict_name(sweep->verdict);

    bs_buffer_format(buffer,
                     "<section class=\"verdict %s\" aria-label=\"verdict\"><strong>%s</strong>\n",
                     name, name);
    bs_html_element(buffer, "p", NULL, sweep->why);
    bs_buffer_text(buffer, "\n<ul>\n");
    put_headline(&base->rto, buffer);
    for (size_t i = 0; i < base->store_count; i++) {
        put_headline(&base->stores[i], buffer);
    }
    put_fragile(sweep, buffer);
    bs_buffer_text(buffer, "</ul>\n<p>");
    bs_html_percent(buffer, (int64_t)(base->passed.count * (uint64_t)BS_PPB / base->passed.trials));
    bs_buffer_text(buffer, " (");
    bs_html_percent(buffer, base->passed.low_ppb);
    bs_buffer_text(buffer, " to ");
    bs_html_percent(buffer, base->passed.high_ppb);
    bs_buffer_text(buffer, ") of trials met all objectives, ");
    bs_html_percent(buffer, sweep->pass_ppb);
    bs_buffer_text(buffer, " were asked for:");
    for (int verdict = BS_VERDICT_PASS; verdict <= BS_VERDICT_FAIL; verdict++) {
        bs_buffer_format(buffer, "%s %" PRIu64 " %s", verdict == BS_VERDICT_PASS ? "" : ",",
                         base->verdicts[verdict], bs_verdict_name((enum bs_verdict)verdict));
    }
    bs_buffer_format(buffer,
                     "; %" PRIu64 " recovered, %" PRIu64
                     " had an outage that did not end.</p></section>\n",
                     base->recovered, base->endless);
}

/* ---- Quantiles ---- */

static void put_spread(const struct bs_sweep_spread *spread, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<tr><th scope=\"row\">");
    bs_sweep_headline(buffer, spread->column);
    bs_buffer_text(buffer, "</th>");
    for (size_t i = 0; i < BS_SWEEP_LEVELS; i++) {
        bs_sweep_quantile_cell(buffer, &spread->quantiles[i]);
    }
    if (spread->column->objective != BS_NO_VALUE) {
        bs_sweep_value_cell(buffer, spread->column->objective);
    } else {
        bs_html_cell(buffer, "n", "none");
    }
    bs_sweep_share_cell(buffer, &spread->met);
    bs_html_count_cell(buffer, (int64_t)spread->endless);
    bs_html_count_cell(buffer, (int64_t)spread->absent);
    bs_buffer_text(buffer, "</tr>\n");
}

static void put_spreads(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Figure",       "#p50",       "#p95",
                                          "#p99",         "#Objective", "#Met it",
                                          "#Unrecovered", "#Unknown",   NULL};
    const struct bs_sweep_result *base = &sweep->results[0];

    bs_html_begin_table(buffer, "Recovery time and recovery point", columns);
    put_spread(&base->rto, buffer);
    for (size_t i = 0; i < base->store_count; i++) {
        put_spread(&base->stores[i], buffer);
    }
    bs_html_end_table(buffer);
    bs_buffer_text(buffer,
                   "<p class=\"faint\">Below each figure its 95 % interval. What is unrecovered "
                   "counts as longest; what so many trials cannot tell is not estimable.</p>\n");
}

/* ---- What must hold, and how to see it again ---- */

static void put_seeds(const struct bs_sweep_invariant *invariant, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<td>");
    for (size_t i = 0; i < invariant->seed_count; i++) {
        bs_buffer_format(buffer, "%s<code>%" PRIu64 "</code>", i > 0 ? " " : "",
                         invariant->seeds[i]);
    }
    if (invariant->violations > invariant->seed_count) {
        bs_buffer_text(buffer, " and more");
    }
    bs_buffer_text(buffer, "</td>");
}

static void put_invariants(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Invariant",
                                          "Outcome",
                                          "#Trials that broke it",
                                          "#Trials in doubt",
                                          "Seeds of those that broke it",
                                          NULL};

    bs_html_begin_table(buffer, "What must hold in every trial", columns);
    for (size_t i = 0; i < sweep->invariant_count; i++) {
        const struct bs_sweep_invariant *invariant = &sweep->invariants[i];
        const enum bs_outcome outcome =
            invariant->violations > 0
                ? BS_OUTCOME_FAIL
                : (invariant->unknown > 0 ? BS_OUTCOME_UNKNOWN : BS_OUTCOME_PASS);

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, invariant->name);
        bs_html_cell(buffer, bs_outcome_name(outcome), bs_outcome_name(outcome));
        bs_html_count_cell(buffer, (int64_t)invariant->violations);
        bs_html_count_cell(buffer, (int64_t)invariant->unknown);
        put_seeds(invariant, buffer);
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_html_end_table(buffer);
}

static void put_source(struct bs_buffer *buffer, const char *name, const char *text)
{
    bs_html_element(buffer, "dt", NULL, name);
    bs_buffer_text(buffer, "<dd>");
    bs_html_element(buffer, "code", NULL, text != NULL ? text : "none");
    bs_buffer_text(buffer, "</dd>\n");
}

static void put_sources(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_sweep_design *design = sweep->design;

    bs_buffer_text(buffer, "<h2>To run a trial again</h2>\n<dl>\n<dt>any trial</dt><dd><code>");
    bs_html_words(buffer, design->command, BS_HTML_ALL_WORDS);
    bs_buffer_format(buffer, " --seed N</code>, N from %" PRIu64 " to %" PRIu64 "</dd>\n",
                     design->seed, design->seed + sweep->results[0].trials - 1);
    put_source(buffer, "scenario, SHA-256", design->scenario_sha256);
    put_source(buffer, "plan, SHA-256", design->plan_sha256);
    put_source(buffer, "blackstart", design->version);
    bs_buffer_text(buffer, "<dt>share asked for</dt><dd>");
    bs_html_percent(buffer, sweep->pass_ppb);
    bs_buffer_text(buffer, " of trials meet all objectives</dd>\n</dl>\n");
}

void bs_sweep_html(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    BS_ASSERT(sweep != NULL && buffer != NULL);
    BS_ASSERT(sweep->result_count > 0);
    put_top(sweep, buffer);
    bs_buffer_text(buffer, "<main>\n");
    put_verdict(sweep, buffer);
    put_spreads(sweep, buffer);
    bs_sweep_html_curves(sweep, buffer);
    bs_sweep_html_histogram(sweep, buffer);
    bs_sweep_html_tail(sweep, buffer);
    bs_sweep_html_priors(sweep, buffer);
    bs_sweep_html_influences(sweep, buffer);
    bs_sweep_html_variants(sweep, buffer);
    bs_sweep_html_costs(sweep, buffer);
    put_invariants(sweep, buffer);
    put_sources(sweep, buffer);
    bs_buffer_text(buffer, "</main>\n</body>\n</html>\n");
}
