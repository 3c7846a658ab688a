/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/markdown_card.h"

#include <inttypes.h>

#include "base/assert.h"
#include "reports/clean_text.h"
#include "reports/markdown_text.h"
#include "reports/money.h"
#include "reports/objective_rows.h"

struct column {
    const char *name;
    bool is_number; /* Stands at the right. */
};

#define PUT_HEAD(buffer, columns) \
    put_head((buffer), (columns), sizeof(columns) / sizeof(*(columns)))

static const char *const verdict_words[] = {
    [BS_VERDICT_PASS] = "PASS",
    [BS_VERDICT_STOPPED] = "STOPPED",
    [BS_VERDICT_UNKNOWN] = "UNKNOWN",
    [BS_VERDICT_FAIL] = "FAIL",
};

static void put_duration(struct bs_buffer *buffer, int64_t ns)
{
    char text[BS_TIME_TEXT_MAX];

    bs_duration_format((struct bs_duration){ns}, text);
    bs_buffer_text(buffer, text);
}

/** A duration, or why there is none. */
static void put_figure(struct bs_buffer *buffer, struct bs_figure figure)
{
    if (bs_is_known(figure)) {
        put_duration(buffer, figure.value);
    } else {
        bs_buffer_text(buffer, "unknown: ");
        bs_markdown_text(buffer, figure.unknown);
    }
}

static size_t longest_run(const char *text, char character)
{
    size_t longest = 0;
    size_t run = 0;

    for (; *text != '\0'; text++) {
        run = *text == character ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/** Text as it is: between more backticks than it has in a row, and spaces, which are not shown. */
static void put_code(struct bs_buffer *buffer, const char *text)
{
    size_t ticks = longest_run(text, '`') + 1;
    const char *gap = ticks > 1 || text[0] == ' ' ? " " : "";

    for (size_t i = 0; i < ticks; i++) {
        bs_buffer_text(buffer, "`");
    }
    bs_buffer_text(buffer, gap);
    bs_clean_text(buffer, text, NULL);
    bs_buffer_text(buffer, gap);
    for (size_t i = 0; i < ticks; i++) {
        bs_buffer_text(buffer, "`");
    }
}

static void put_head(struct bs_buffer *buffer, const struct column *columns, size_t count)
{
    bs_buffer_text(buffer, "|");
    for (size_t i = 0; i < count; i++) {
        bs_buffer_format(buffer, " %s |", columns[i].name);
    }
    bs_buffer_text(buffer, "\n|");
    for (size_t i = 0; i < count; i++) {
        bs_buffer_text(buffer, columns[i].is_number ? " ---: |" : " --- |");
    }
    bs_buffer_text(buffer, "\n");
}

static void put_heading(struct bs_buffer *buffer, const char *words)
{
    bs_buffer_format(buffer, "\n## %s\n\n", words);
}

/** Begins a row with its first cell's words; cells that follow begin with " | ", and " |\n" ends it. */
static void begin_row(struct bs_buffer *buffer, const char *words)
{
    bs_buffer_text(buffer, "| ");
    bs_markdown_text(buffer, words);
}

static void put_title(const struct bs_report *report, struct bs_buffer *buffer)
{
    const struct {
        const char *before;
        const char *text;
    } parts[] = {
        {"plan ", report->plan},
        {", seed ", report->seed},
        {", backend ", report->backend},
        {", version ", report->version},
    };

    bs_buffer_format(buffer, "# %s: ", verdict_words[report->findings.verdict]);
    bs_markdown_text(buffer, report->scenario != NULL ? report->scenario : "unknown scenario");
    bs_buffer_text(buffer, "\n\nRun: ");
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        bs_buffer_text(buffer, parts[i].before);
        bs_markdown_text(buffer, parts[i].text != NULL ? parts[i].text : "unknown");
    }
    bs_buffer_text(buffer, ", ");
    put_duration(buffer, report->horizon.ns);
    bs_buffer_text(buffer, " observed\n\n");
}

static void put_findings(const struct bs_report *report, struct bs_buffer *buffer)
{
    for (size_t i = 0; i < report->findings.count; i++) {
        const struct bs_finding *finding = &report->findings.items[i];

        if (finding->is_headline || finding->verdict != BS_VERDICT_PASS) {
            bs_buffer_format(buffer, "- **%s** ", verdict_words[finding->verdict]);
            bs_markdown_text(buffer, finding->text);
            bs_buffer_text(buffer, "\n");
        }
    }
    if (report->why != NULL) {
        bs_buffer_text(buffer, "\n**Why:** ");
        bs_markdown_text(buffer, report->why);
        bs_buffer_text(buffer, "\n");
    }
}

static void put_margin(struct bs_buffer *buffer, const struct bs_objective_row *row)
{
    int64_t margin_ns;
    bool is_missed;

    if (!bs_is_known(row->objective) || !bs_is_known(row->achieved)) {
        bs_buffer_text(buffer, "-");
        return;
    }
    margin_ns = row->objective.value - row->achieved.value;
    /* One write of a split brain may be too much, though it took no time. */
    is_missed = row->finding->verdict == BS_VERDICT_FAIL;
    bs_buffer_text(buffer, is_missed ? "missed by " : "");
    put_duration(buffer, margin_ns < 0 ? -margin_ns : margin_ns);
    bs_buffer_text(buffer, is_missed ? "" : " to spare");
}

static void put_objectives(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"", false}, {"objective", true}, {"achieved", true}, {"margin", true}, {"verdict", false},
    };
    struct bs_objective_walk walk = {.report = report};
    struct bs_objective_row row;

    put_heading(buffer, "Objectives");
    PUT_HEAD(buffer, columns);
    while (bs_objective_next(&walk, &row)) {
        begin_row(buffer, row.what);
        if (row.store != NULL) {
            bs_buffer_text(buffer, " ");
            bs_markdown_text(buffer, row.store);
        }
        bs_buffer_text(buffer, " | ");
        if (bs_is_known(row.objective)) {
            put_duration(buffer, row.objective.value);
        } else {
            bs_buffer_text(buffer, "none");
        }
        bs_buffer_text(buffer, " | ");
        put_figure(buffer, row.achieved);
        bs_buffer_text(buffer, " | ");
        put_margin(buffer, &row);
        bs_buffer_format(buffer, " | %s |\n", bs_verdict_name(row.finding->verdict));
    }
}

/** Percent of the whole, cut; what came before the outage is no part of it. */
static void put_share(struct bs_buffer *buffer, const struct bs_part *part, int64_t whole_ns)
{
    if (bs_text_is(part->name, "latent") || whole_ns < 100) {
        bs_buffer_text(buffer, "-");
        return;
    }
    bs_buffer_format(buffer, "%" PRId64 " %%", (part->end.ns - part->start.ns) / (whole_ns / 100));
}

static void put_phases(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"phase", false}, {"took", true}, {"share", true}, {"waited for people", true},
        {"until", false},
    };
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    int64_t whole_ns;

    if (report->parts.count == 0 || worst == NULL) {
        return;
    }
    whole_ns = bs_outage_last(worst, report->horizon).ns - worst->begin.ns;
    put_heading(buffer, "Where the time went");
    PUT_HEAD(buffer, columns);
    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];

        begin_row(buffer, part->name);
        bs_buffer_text(buffer, " | ");
        put_duration(buffer, part->end.ns - part->start.ns);
        bs_buffer_text(buffer, " | ");
        put_share(buffer, part, whole_ns);
        bs_buffer_text(buffer, " | ");
        put_duration(buffer, part->human_wait_ns);
        bs_buffer_text(buffer, " | ");
        bs_markdown_text(buffer, part->boundary.words);
        bs_buffer_text(buffer, " |\n");
    }
}

static void put_gains(const struct bs_gains *gains, struct bs_buffer *buffer)
{
    static const struct column columns[] = {{"", false},
                                            {"saves at most", true},
                                            {"leaves", true},
                                            {"how", false},
                                            {"arithmetic", false}};

    if (gains->count == 0) {
        return;
    }
    put_heading(buffer, "What would buy most");
    PUT_HEAD(buffer, columns);
    for (size_t i = 0; i < gains->count; i++) {
        const struct bs_gain *gain = &gains->items[i];

        if (!bs_gain_is_headline(gains, i)) {
            continue;
        }
        begin_row(buffer, gain->measure == BS_GAIN_RTO ? "RTO" : "RPO");
        bs_buffer_text(buffer, " | ");
        put_duration(buffer, gain->saves_ns);
        bs_buffer_text(buffer, " | ");
        put_duration(buffer, gain->then_ns);
        bs_buffer_text(buffer, " | ");
        bs_markdown_text(buffer, gain->words);
        bs_buffer_text(buffer, " | ");
        bs_markdown_text(buffer, gain->arithmetic);
        bs_buffer_text(buffer, " |\n");
    }
}

static void put_prediction(struct bs_buffer *buffer, const struct bs_prediction_row *row)
{
    const struct bs_figure figures[] = {row->live.took, row->median, row->low, row->high};

    begin_row(buffer, row->live.subject);
    bs_buffer_text(buffer, " | ");
    bs_markdown_text(buffer, row->live.workflow != NULL ? row->live.workflow : "-");
    bs_buffer_text(buffer, " | ");
    bs_markdown_text(buffer, row->live.name);
    for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
        bs_buffer_text(buffer, " | ");
        put_figure(buffer, figures[i]);
    }
    bs_buffer_format(buffer, " | %s | %" PRId64 " of %" PRId64 " |\n",
                     bs_prediction_place_name(row->place), row->known, row->trials);
}

static void put_predictions(const struct bs_predictions *predictions, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"", false},    {"workflow", false}, {"name", false},
        {"live", true}, {"median", true},    {"1 %", true},
        {"99 %", true}, {"live is", false},  {"known in trials", true},
    };

    if (predictions->count == 0) {
        return;
    }
    put_heading(buffer, "Live against predicted");
    PUT_HEAD(buffer, columns);
    for (size_t i = 0; i < predictions->count; i++) {
        put_prediction(buffer, &predictions->items[i]);
    }
}

/** "LATE by 30s, waited 2m for people, retried, no capacity". */
static void put_remarks(struct bs_buffer *buffer, const struct bs_step_row *row)
{
    const char *before = "";

    if (row->late_ns > 0) {
        bs_buffer_text(buffer, "LATE by ");
        put_duration(buffer, row->late_ns);
        before = ", ";
    }
    if (row->waited_on_human_ns > 0) {
        bs_buffer_format(buffer, "%swaited ", before);
        put_duration(buffer, row->waited_on_human_ns);
        bs_buffer_text(buffer, " for people");
        before = ", ";
    }
    if (row->attempts > 1) {
        bs_buffer_format(buffer, "%sretried", before);
        before = ", ";
    }
    if (row->error != NULL) {
        bs_buffer_text(buffer, before);
        bs_markdown_text(buffer, row->error);
    }
}

static void put_step(struct bs_buffer *buffer, const struct bs_step_row *row)
{
    bs_buffer_format(buffer, "| %" PRId64 " | ", row->execution);
    bs_markdown_text(buffer, row->workflow);
    bs_buffer_text(buffer, " | ");
    bs_markdown_text(buffer, row->id);
    bs_buffer_text(buffer, " | ");
    bs_markdown_text(buffer, row->state != NULL ? row->state : "not executed");
    bs_buffer_text(buffer, " | ");
    if (row->state == NULL) {
        bs_buffer_text(buffer, "-");
    } else if (row->end.ns == BS_INSTANT_UNKNOWN.ns) {
        bs_buffer_text(buffer, "no end");
    } else {
        put_duration(buffer, row->end.ns - row->start.ns);
    }
    bs_buffer_text(buffer, " | ");
    if (bs_is_known(row->target)) {
        put_duration(buffer, row->target.value);
    } else {
        bs_buffer_text(buffer, "-");
    }
    bs_buffer_text(buffer, " | ");
    put_remarks(buffer, row);
    bs_buffer_text(buffer, " |\n");
}

static void put_steps(const struct bs_steps *steps, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"execution", true}, {"workflow", false}, {"step", false},    {"state", false},
        {"took", true},      {"target", true},    {"remarks", false},
    };

    if (steps->executed_count + steps->missed_count == 0) {
        return;
    }
    put_heading(buffer, "Steps");
    PUT_HEAD(buffer, columns);
    for (size_t i = 0; i < steps->executed_count; i++) {
        put_step(buffer, &steps->executed[i]);
    }
    for (size_t i = 0; i < steps->missed_count; i++) {
        put_step(buffer, &steps->missed[i]);
    }
}

static void put_stores(const struct bs_rpo *rpo, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"store", false},      {"RPO", true},       {"writes acknowledged", true},
        {"lost", true},        {"deferred", true},  {"quarantined", true},
        {"overwritten", true}, {"discarded", true}, {"diverged", true},
    };

    if (rpo->count == 0) {
        return;
    }
    put_heading(buffer, "Data");
    PUT_HEAD(buffer, columns);
    for (size_t i = 0; i < rpo->count; i++) {
        const struct bs_store_row *store = &rpo->stores[i];
        const int64_t counts[] = {store->lost_writes, store->deferred,  store->quarantined,
                                  store->overwritten, store->discarded, store->diverged};

        begin_row(buffer, store->id);
        bs_buffer_text(buffer, " | ");
        put_figure(buffer, store->rpo);
        bs_buffer_text(buffer, " | ");
        if (bs_is_known(store->acknowledged)) {
            bs_buffer_integer(buffer, store->acknowledged.value);
        } else {
            bs_markdown_text(buffer, store->acknowledged.unknown);
        }
        for (size_t k = 0; k < sizeof(counts) / sizeof(counts[0]); k++) {
            bs_buffer_format(buffer, " | %" PRId64, counts[k]);
        }
        bs_buffer_text(buffer, " |\n");
    }
}

static void put_invariants(const struct bs_invariants *invariants, struct bs_buffer *buffer)
{
    size_t passed = 0;

    for (size_t i = 0; i < invariants->count; i++) {
        passed += invariants->items[i].outcome == BS_OUTCOME_PASS ? 1 : 0;
    }
    put_heading(buffer, "Invariants");
    if (passed == invariants->count) {
        bs_buffer_format(buffer, "All %zu invariants pass.\n", passed);
        return;
    }
    bs_buffer_format(buffer, "%zu of %zu invariants pass.\n\n", passed, invariants->count);
    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        if (item->outcome == BS_OUTCOME_PASS) {
            continue;
        }
        bs_buffer_format(buffer, "- **%s** ", bs_outcome_name(item->outcome));
        bs_markdown_text(buffer, item->name);
        if (item->first.ns != BS_INSTANT_UNKNOWN.ns) {
            bs_buffer_text(buffer, ", first at ");
            put_duration(buffer, item->first.ns);
        }
        bs_buffer_text(buffer, ": ");
        bs_markdown_text(buffer, item->reason);
        bs_buffer_text(buffer, "\n");
    }
}

static void put_readiness(const struct bs_readiness *readiness, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"part", false}, {"got", true}, {"of", true}, {"evidence", false}};

    put_heading(buffer, "Readiness");
    if (bs_is_known(readiness->score)) {
        bs_buffer_format(buffer, "Score: %" PRId64 " of 100", readiness->score.value);
    } else {
        bs_buffer_format(buffer, "Score: ?, %" PRId64 " to %" PRId64 " of 100", readiness->at_least,
                         readiness->at_most);
    }
    bs_buffer_text(buffer, readiness->blocker_count > 0 ? ", **not ready**:\n\n" : "\n\n");
    for (size_t i = 0; i < readiness->blocker_count; i++) {
        bs_buffer_text(buffer, "- **blocker** ");
        bs_markdown_text(buffer, readiness->blockers[i].name);
        bs_buffer_text(buffer, ": ");
        bs_markdown_text(buffer, readiness->blockers[i].reason);
        bs_buffer_text(buffer, "\n");
    }
    bs_buffer_text(buffer, readiness->blocker_count > 0 ? "\n" : "");
    PUT_HEAD(buffer, columns);
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        const struct bs_readiness_part *part = &readiness->parts[i];

        begin_row(buffer, part->name);
        bs_buffer_text(buffer, " | ");
        if (bs_is_known(part->got)) {
            bs_buffer_integer(buffer, part->got.value);
        } else {
            bs_buffer_text(buffer, "?");
        }
        bs_buffer_format(buffer, " | %" PRId64 " | ", part->weight);
        bs_markdown_text(buffer, part->evidence);
        bs_buffer_text(buffer, " |\n");
    }
}

static void put_usd(struct bs_buffer *buffer, struct bs_figure cents)
{
    char text[BS_MONEY_TEXT_MAX];

    bs_buffer_text(buffer, bs_is_known(cents) ? bs_usd_text(cents.value, text) : "?");
}

static void put_sum(struct bs_buffer *buffer, const char *name, const struct bs_cost_sum *sum)
{
    static const enum bs_cost_side sides[] = {BS_COST_OF_RECOVERY, BS_COST_OF_PRIMARY};

    begin_row(buffer, name);
    for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++) {
        const struct bs_figure cents = bs_cost_of_side(sum, sides[i]);
        const bool is_part = bs_is_known(cents) && sum->unknown[sides[i]] > 0;

        bs_buffer_text(buffer, is_part ? " | at least " : " | ");
        put_usd(buffer, cents);
    }
    bs_buffer_text(buffer, " |\n");
}

static void put_advice(struct bs_buffer *buffer, const struct bs_advice *advice)
{
    bs_buffer_text(buffer, "- ");
    bs_markdown_text(buffer, advice->name);
    bs_buffer_text(buffer, " ");
    bs_markdown_text(buffer, advice->resource);
    if (bs_is_known(advice->saving)) {
        bs_buffer_text(buffer, ", saves ");
        put_usd(buffer, advice->saving);
    } else {
        bs_buffer_text(buffer, ", ");
        bs_markdown_text(buffer, advice->saving.unknown);
    }
    bs_buffer_text(buffer, ": ");
    bs_markdown_text(buffer, advice->arithmetic);
    bs_buffer_text(buffer, ". ");
    bs_markdown_text(buffer, advice->effect);
    bs_buffer_text(buffer, ".\n");
}

static void put_cost(const struct bs_cost *cost, struct bs_buffer *buffer)
{
    static const struct column columns[] = {
        {"USD a month", false}, {"recovery adds", true}, {"serves anyway", true}};

    if (cost->unknown != NULL) {
        return;
    }
    put_heading(buffer, "Cost");
    PUT_HEAD(buffer, columns);
    for (enum bs_cost_part part = 0; part < BS_COST_PART_COUNT; part++) {
        if (bs_cost_has(cost, part)) {
            put_sum(buffer, bs_cost_part_name(part), &cost->parts[part]);
        }
    }
    put_sum(buffer, "in all", &cost->total);
    bs_buffer_text(buffer, cost->advice_count > 0 ? "\n" : "");
    for (size_t i = 0; i < cost->advice_count; i++) {
        put_advice(buffer, &cost->advice[i]);
    }
}

static void put_origin(const struct bs_report *report, struct bs_buffer *buffer)
{
    const struct {
        const char *name;
        const char *text;
    } rows[] = {
        {"Reproduce", report->reproduce},
        {"History (SHA-256)", report->history_sha256},
        {"Scenario (SHA-256)", report->scenario_sha256},
        {"Plan (SHA-256)", report->plan_sha256},
    };

    put_heading(buffer, "This run");
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        bs_buffer_format(buffer, "- %s: ", rows[i].name);
        if (rows[i].text != NULL && rows[i].text[0] != '\0') {
            put_code(buffer, rows[i].text);
        } else {
            bs_buffer_text(buffer, "unknown");
        }
        bs_buffer_text(buffer, "\n");
    }
}

void bs_report_markdown(const struct bs_report *report, struct bs_buffer *buffer)
{
    BS_ASSERT(report != NULL);
    BS_ASSERT(buffer != NULL);

    put_title(report, buffer);
    put_findings(report, buffer);
    put_objectives(report, buffer);
    put_phases(report, buffer);
    put_gains(&report->gains, buffer);
    put_predictions(&report->predictions, buffer);
    put_steps(&report->steps, buffer);
    put_stores(&report->rpo, buffer);
    put_invariants(&report->invariants, buffer);
    put_readiness(&report->readiness, buffer);
    put_cost(&report->cost, buffer);
    put_origin(report, buffer);
}
