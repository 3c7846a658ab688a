/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/outage.h"

#include <string.h>

#include "base/assert.h"
#include "base/pcg.h"
#include "reports/checks/executions.h"

enum { PPB = 1000000000, FAILURES_PER_WINDOW_MIN = 10 };

/* All requests of a run, BS_SERIES_REQUESTS_MAX, times this stay below 2^64. */
enum { SLACK_BITS = 15 };

static const int64_t ladder_levels[BS_RUNG_COUNT] = {500000000, 900000000, 950000000, 990000000,
                                                     999000000};

struct scan {
    struct bs_outage_rule rule;
    /* A share is below the level if good * served < total * needed. */
    bs_uint128 served;
    bs_uint128 needed;
    uint64_t slack; /* So many of each 2^SLACK_BITS requests may fail for sure, rounded down. */
    bool is_open;
    size_t begin;
    size_t
        candidate; /* Window at which the open outage may have ended; NO_WINDOW if none stands. */
};

static const size_t NO_WINDOW = SIZE_MAX;

static struct bs_instant bin_start(size_t bin)
{
    return BS_AT_SECONDS(bin);
}

static bool is_below(struct bs_share share, const struct scan *scan)
{
    const uint64_t good = (uint64_t)share.good;
    const uint64_t total = (uint64_t)share.total;

    if ((total - good) << SLACK_BITS <= total * scan->slack) {
        return false; /* Nearly always, and told without wide products. */
    }
    return good * scan->served < total * scan->needed;
}

/* When the orchestrator first did something; BS_INSTANT_NEVER if it never did. */
static struct bs_instant first_decision(const struct bs_evidence *evidence)
{
    return bs_evidence_count(evidence, BS_RECORD_DECISION) > 0
               ? bs_evidence_get(evidence, BS_RECORD_DECISION, 0)->at
               : BS_INSTANT_NEVER;
}

/* A fault that is there from the start belongs to the steady state of the one that comes later. */
static size_t steady_bins(const struct bs_evidence *evidence, const struct bs_series *series)
{
    struct bs_instant ends = first_decision(evidence);
    bool starts_broken = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *fault = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (bs_text_is(bs_record_text(fault, "state"), "onset")) {
            starts_broken = starts_broken || fault->at.ns == 0;
            ends = fault->at.ns > 0 ? bs_instant_min(ends, fault->at) : ends;
        }
    }
    if (ends.ns == BS_INSTANT_NEVER.ns) {
        return starts_broken ? 0 : series->bins;
    }
    return bs_series_bin(series, ends);
}

/** Why outages cannot be told in this series, or NULL. */
static const char *why_unknown(const struct bs_series *series, size_t bins, struct bs_share steady)
{
    if (series->bins < BS_WINDOW_BINS) {
        return "the run is shorter than one 10 s window";
    }
    if (bins == 0) {
        return "no whole second was observed before the first fault or decision, so there is no "
               "steady state";
    }
    if (steady.total == 0) {
        return "no requests were observed in the steady state";
    }
    if (steady.good == 0) {
        return "nothing was served in the steady state";
    }
    return NULL;
}

static struct bs_outage *append_outage(struct bs_evidence *evidence, struct bs_outages *outages)
{
    /* Doubling at powers of two; the arena keeps what is left behind until the report is done. */
    if ((outages->count & (outages->count - 1)) == 0) {
        size_t capacity = outages->count == 0 ? 1 : outages->count * 2;
        struct bs_outage *grown = bs_evidence_array(evidence, capacity, sizeof(*grown));

        if (grown == NULL) {
            return NULL;
        }
        if (outages->count > 0) {
            memcpy(grown, outages->items, outages->count * sizeof(*grown));
        }
        outages->items = grown;
    }
    return &outages->items[outages->count++];
}

static bool has_onset_between(const struct bs_evidence *evidence, struct bs_instant from,
                              struct bs_instant to)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *fault = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (fault->at.ns >= from.ns && fault->at.ns < to.ns &&
            bs_text_is(bs_record_text(fault, "state"), "onset")) {
            return true;
        }
    }
    return false;
}

/** When an execution came into a final state; BS_INSTANT_NEVER if it did not. */
static struct bs_instant execution_end(const struct bs_evidence *evidence, int64_t execution)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);

        if (bs_record_number(record, "execution") == execution &&
            bs_execution_is_over_in(bs_record_text(record, "state"))) {
            return record->at;
        }
    }
    return BS_INSTANT_NEVER;
}

static bool is_planned(const struct bs_evidence *evidence, struct bs_instant begin)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DECISION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DECISION, k);
        /* The order may come within the first bad bin, and a fault's onset too. */
        struct bs_instant bin_end = {begin.ns + BS_NS_PER_S};

        if (bs_trigger_is_order(bs_record_text(record, "trigger")) && record->at.ns < bin_end.ns &&
            execution_end(evidence, bs_record_number(record, "execution")).ns >= begin.ns &&
            !has_onset_between(evidence, record->at, bin_end)) {
            return true;
        }
    }
    return false;
}

static void close_outage(struct bs_evidence *evidence, struct bs_outages *outages,
                         const struct scan *scan, const char *censored)
{
    struct bs_outage *outage = append_outage(evidence, outages);

    if (outage == NULL) {
        return;
    }
    outage->begin = bin_start(scan->begin);
    outage->end = censored == NULL ? bin_start(scan->candidate) : BS_INSTANT_UNKNOWN;
    outage->censored = censored;
    outage->is_planned = is_planned(evidence, outage->begin);
}

static size_t first_bin_below(const struct bs_series *series, const struct scan *scan,
                              size_t window)
{
    size_t bin = window;

    /* A window below the threshold has at least one bin below it. */
    while (!is_below(bs_series_share(series, bin, bin + 1), scan)) {
        bin++;
        BS_ASSERT(bin < window + BS_WINDOW_BINS);
    }
    return bin;
}

/** Takes window `at` into account. Returns true if the open outage has ended. */
static bool scan_window(struct scan *scan, const struct bs_series *series, size_t at,
                        struct bs_share share)
{
    if (share.total > 0 && is_below(share, scan)) {
        if (!scan->is_open) {
            scan->is_open = true;
            scan->begin = first_bin_below(series, scan, at);
        }
        scan->candidate = NO_WINDOW;
        return false;
    }
    if (!scan->is_open) {
        return false;
    }
    if (scan->candidate == NO_WINDOW && share.total > 0 && at > scan->begin) {
        scan->candidate = at;
    }
    if (scan->candidate == NO_WINDOW) {
        return false;
    }
    return (int64_t)(at - scan->candidate) * BS_NS_PER_S >= scan->rule.hold.ns;
}

static void close_at_horizon(struct bs_evidence *evidence, struct bs_outages *outages,
                             const struct scan *scan)
{
    char since[BS_TIME_TEXT_MAX];
    char hold[BS_TIME_TEXT_MAX];

    if (scan->candidate == NO_WINDOW) {
        close_outage(evidence, outages, scan, "clients were not served again before the run ended");
        return;
    }
    if (evidence->horizon.ns - bin_start(scan->candidate).ns >= scan->rule.hold.ns) {
        close_outage(evidence, outages, scan, NULL);
        return;
    }
    bs_duration_format((struct bs_duration){bin_start(scan->candidate).ns}, since);
    bs_duration_format(scan->rule.hold, hold);
    close_outage(evidence, outages, scan,
                 bs_evidence_words(evidence,
                                   "served again from %s on, but the run ended before that had "
                                   "held for %s",
                                   since, hold));
}

static bool is_worse(const struct bs_outage *a, const struct bs_outage *b)
{
    if ((a->censored != NULL) != (b->censored != NULL)) {
        return a->censored != NULL;
    }
    if (a->is_planned != b->is_planned) {
        return b->is_planned;
    }
    return a->censored == NULL && a->end.ns - a->begin.ns > b->end.ns - b->begin.ns;
}

static size_t find_worst(const struct bs_outages *outages)
{
    size_t worst = 0;

    for (size_t i = 1; i < outages->count; i++) {
        if (is_worse(&outages->items[i], &outages->items[worst])) {
            worst = i;
        }
    }
    return worst;
}

void bs_outages_find(struct bs_evidence *evidence, const struct bs_series *series,
                     struct bs_outage_rule rule, struct bs_outages *outages)
{
    struct scan scan = {.rule = rule, .candidate = NO_WINDOW};
    const size_t bins = steady_bins(evidence, series);
    const struct bs_share steady = bs_series_share(series, 0, bins);
    struct bs_share window;

    BS_ASSERT(rule.level_ppb >= 0 && rule.level_ppb <= PPB);
    BS_ASSERT(rule.hold.ns >= 0);

    scan.served = (bs_uint128)steady.total * PPB;
    scan.needed = (bs_uint128)steady.good * (uint64_t)rule.level_ppb;
    *outages = (struct bs_outages){.unknown = why_unknown(series, bins, steady)};
    if (outages->unknown != NULL) {
        return;
    }
    scan.slack = (uint64_t)(((scan.served - scan.needed) << SLACK_BITS) / scan.served);
    window = bs_series_share(series, 0, BS_WINDOW_BINS);
    for (size_t at = 0; at + BS_WINDOW_BINS <= series->bins; at++) {
        if (at > 0) {
            size_t entering = at + BS_WINDOW_BINS - 1;

            window.good += series->good[entering] - series->good[at - 1];
            window.total += series->total[entering] - series->total[at - 1];
        }
        if (scan_window(&scan, series, at, window)) {
            close_outage(evidence, outages, &scan, NULL);
            scan.is_open = false;
            scan.candidate = NO_WINDOW;
        }
    }
    if (scan.is_open) {
        close_at_horizon(evidence, outages, &scan);
    }
    outages->worst = find_worst(outages);
}

const struct bs_outage *bs_outages_worst(const struct bs_outages *outages)
{
    if (outages->unknown != NULL || outages->count == 0) {
        return NULL;
    }
    return &outages->items[outages->worst];
}

struct bs_figure bs_outages_rto(const struct bs_outages *outages)
{
    const struct bs_outage *worst = bs_outages_worst(outages);

    if (outages->unknown != NULL) {
        return bs_unknown(outages->unknown);
    }
    if (worst == NULL) {
        return bs_known(0);
    }
    if (worst->censored != NULL) {
        return bs_unknown(worst->censored);
    }
    return bs_known(worst->end.ns - worst->begin.ns);
}

struct bs_instant bs_outage_last(const struct bs_outage *outage, struct bs_instant horizon)
{
    return outage->censored == NULL ? outage->end : horizon;
}

void bs_outages_ladder(struct bs_evidence *evidence, const struct bs_series *series,
                       struct bs_duration hold, struct bs_rung rungs[BS_RUNG_COUNT])
{
    size_t bins = steady_bins(evidence, series);
    struct bs_share steady = bs_series_share(series, 0, bins);

    for (size_t i = 0; i < BS_RUNG_COUNT; i++) {
        struct bs_outage_rule rule = {.level_ppb = ladder_levels[i], .hold = hold};
        /* Requests per window that may fail, times bins and 10^9, so that nothing is rounded. */
        bs_uint128 may_fail =
            (bs_uint128)steady.total * BS_WINDOW_BINS * (uint64_t)(PPB - rule.level_ppb);
        struct bs_outages outages;

        rungs[i].level_ppb = rule.level_ppb;
        bs_outages_find(evidence, series, rule, &outages);
        rungs[i].rto = bs_outages_rto(&outages);
        if (outages.unknown == NULL &&
            may_fail < (bs_uint128)bins * PPB * FAILURES_PER_WINDOW_MIN) {
            rungs[i].rto = bs_unknown(
                "too few requests: fewer than 10 per 10 s window may fail at this level");
        }
    }
}
