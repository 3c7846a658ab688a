/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/trial/laws.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/pcg.h"

#define BREAKS(drill, seed, ...)                      \
    do {                                              \
        print_error(__VA_ARGS__);                     \
        fail_msg("\n%s", drill_command(drill, seed)); \
    } while (0)

/* ---- Requests ---- */

struct totals {
    int64_t seconds;
    int64_t reads;
    int64_t writes;
};

static void check_bins(const struct drill *drill, uint64_t seed, const struct bs_record *record)
{
    const int64_t reads = bs_record_number(record, "reads");
    const int64_t writes = bs_record_number(record, "writes");
    const int64_t attempts = bs_record_number(record, "attempts");
    const int64_t tries = drill->scenario->clients[0].retries + 1;

    if (bs_record_number(record, "reads_good") > reads ||
        bs_record_number(record, "writes_good") > writes ||
        bs_record_number(record, "stale") > reads + writes || attempts < reads + writes ||
        attempts > tries * (reads + writes)) {
        BREAKS(drill, seed, "%s at %" PRId64 " ns: counts contradict each other",
               bs_record_text(record, "cohort"), bs_record_number(record, "from_ns"));
    }
}

/* As many as the rate says, one to a slot; only where the last slot ends with the run. */
static void check_total(const struct drill *drill, uint64_t seed, int64_t rate_nano_per_s,
                        int64_t share_ppb, int64_t found)
{
    const bs_uint128 rate =
        (bs_uint128)(uint64_t)rate_nano_per_s * (uint64_t)share_ppb / (uint64_t)BS_PPB_ONE;
    const bs_uint128 scaled = rate * (uint64_t)drill->scenario->duration.ns;
    const bs_uint128 unit = (bs_uint128)(uint64_t)BS_PPB_ONE * (uint64_t)BS_PPB_ONE;

    if (scaled % unit == 0 && (int64_t)(scaled / unit) != found) {
        BREAKS(drill, seed, "%" PRId64 " requests arrived where the rate makes %" PRId64, found,
               (int64_t)(scaled / unit));
    }
}

static void check_requests(const struct drill *drill, uint64_t seed,
                           const struct bs_history *history)
{
    const struct bs_client_population *clients = &drill->scenario->clients[0];
    const struct bs_record *cohort;
    size_t at = 0;

    while ((cohort = drill_next(history, &at, BS_RECORD_COHORT, NULL, NULL)) != NULL) {
        const char *name = bs_record_text(cohort, "cohort");
        const int64_t share_ppb = bs_record_number(cohort, "share_ppb");
        struct totals totals = {0};
        const struct bs_record *record;
        size_t from = 0;

        while ((record = drill_next(history, &from, BS_RECORD_OBSERVED, "cohort", name)) != NULL) {
            const int64_t seconds = bs_record_number(record, "seconds");

            assert_int_equal(bs_record_number(record, "from_ns"), totals.seconds * BS_NS_PER_S);
            check_bins(drill, seed, record);
            totals.seconds += seconds;
            totals.reads += seconds * bs_record_number(record, "reads");
            totals.writes += seconds * bs_record_number(record, "writes");
        }
        assert_int_equal(totals.seconds,
                         (drill->scenario->duration.ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
        check_total(drill, seed, clients->reads_nano_per_s, share_ppb, totals.reads);
        check_total(drill, seed, clients->writes_nano_per_s, share_ppb, totals.writes);
    }
}

/* ---- The ledger ---- */

static int64_t arrived_writes(const struct bs_history *history, const char *cohort)
{
    const struct bs_record *record;
    int64_t writes = 0;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_OBSERVED,
                                cohort != NULL ? "cohort" : NULL, cohort)) != NULL) {
        writes += bs_record_number(record, "seconds") * bs_record_number(record, "writes");
    }
    return writes;
}

static int64_t acknowledged_writes(const struct bs_history *history, const char *store,
                                   const char *lineage)
{
    const struct bs_record *record;
    int64_t writes = 0;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_ACKNOWLEDGED, "store", store)) != NULL) {
        if (lineage == NULL || strcmp(bs_record_text(record, "lineage"), lineage) == 0) {
            writes += bs_record_number(record, "writes");
        }
    }
    return writes;
}

static void check_acknowledged(const struct drill *drill, uint64_t seed,
                               const struct bs_history *history)
{
    const struct bs_record *record;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_ACKNOWLEDGED, NULL, NULL)) != NULL) {
        const char *store = bs_record_text(record, "store");

        if (bs_record_number(record, "behind_fence") != 0) {
            BREAKS(drill, seed, "%s acknowledged writes behind its fence",
                   bs_record_text(record, "lineage"));
        }
        if (acknowledged_writes(history, store, NULL) > arrived_writes(history, NULL)) {
            BREAKS(drill, seed, "%s acknowledged more writes than arrived", store);
        }
    }
}

/* The ranges of one store, population and counting come in order of k. */
struct missing {
    const char *store;
    const char *population;
    const char *counted;
    int64_t arrived;
    int64_t acknowledged;
    int64_t last_k;
    int64_t writes;
};

static struct missing begin_list(const struct bs_history *history, const struct bs_record *record)
{
    struct missing missing = {
        .store = bs_record_text(record, "store"),
        .population = bs_record_text(record, "population"),
        .counted = bs_record_text(record, "counted"),
        .last_k = -2,
    };

    missing.arrived = arrived_writes(history, missing.population);
    missing.acknowledged =
        acknowledged_writes(history, missing.store, bs_record_text(record, "lineage"));
    return missing;
}

static bool is_same_list(const struct missing *missing, const struct bs_record *record)
{
    return missing->store != NULL && strcmp(missing->store, bs_record_text(record, "store")) == 0 &&
           strcmp(missing->population, bs_record_text(record, "population")) == 0 &&
           strcmp(missing->counted, bs_record_text(record, "counted")) == 0;
}

static void check_missing(const struct drill *drill, uint64_t seed,
                          const struct bs_history *history)
{
    struct missing missing = {0};
    const struct bs_record *record;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_MISSING, NULL, NULL)) != NULL) {
        const int64_t first_k = bs_record_number(record, "first_k");
        const int64_t last_k = bs_record_number(record, "last_k");
        const int64_t writes = bs_record_number(record, "writes");

        if (!is_same_list(&missing, record)) {
            missing = begin_list(history, record);
        }
        missing.writes += writes;
        if (first_k <= missing.last_k + 1 || last_k < first_k || writes != last_k - first_k + 1 ||
            last_k >= missing.arrived ||
            bs_record_number(record, "first_ns") > bs_record_number(record, "last_ns") ||
            bs_record_number(record, "last_ns") > record->at.ns ||
            missing.writes > missing.acknowledged) {
            BREAKS(drill, seed,
                   "%s lacks %s %" PRId64 "..%" PRId64 ": impossible beside what else is recorded",
                   missing.store, missing.population, first_k, last_k);
        }
        missing.last_k = last_k;
    }
}

/*
 * What a database's replica lacks is all that was acknowledged after one instant. So no write that is missing
 * was acknowledged before the last one that it has; seen from the ranges: the number of writes acknowledged
 * since the oldest missing one is the number missing. Observations count by the second in which a request
 * began, so the check is by the whole seconds in between. In a split brain two lineages acknowledge at once,
 * which observations do not tell apart.
 */
static void check_watermark(const struct drill *drill, uint64_t seed,
                            const struct bs_history *history, const char *store)
{
    int64_t oldest_ns = INT64_MAX;
    int64_t newest_ns = INT64_MIN;
    int64_t missing = 0;
    int64_t served = 0;
    const struct bs_record *record;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_MISSING, "store", store)) != NULL) {
        if (strcmp(bs_record_text(record, "counted"), "end") == 0) {
            const int64_t first_ns = bs_record_number(record, "first_ns");
            const int64_t last_ns = bs_record_number(record, "last_ns");

            oldest_ns = first_ns < oldest_ns ? first_ns : oldest_ns;
            newest_ns = last_ns > newest_ns ? last_ns : newest_ns;
            missing += bs_record_number(record, "writes");
        }
    }
    missing = drill_count(history, BS_RECORD_DIVERGED) == 0 ? missing : 0;
    from = 0;
    while (missing > 0 &&
           (record = drill_next(history, &from, BS_RECORD_OBSERVED, NULL, NULL)) != NULL) {
        const int64_t first_s = bs_record_number(record, "from_ns") / BS_NS_PER_S;
        const int64_t end_s = first_s + bs_record_number(record, "seconds");

        for (int64_t second = first_s; second < end_s; second++) {
            if (second > oldest_ns / BS_NS_PER_S && second < newest_ns / BS_NS_PER_S) {
                served += bs_record_number(record, "writes_good");
            }
        }
    }
    if (served > missing) {
        BREAKS(drill, seed,
               "%s lacks %" PRId64 " writes out of a stretch in which %" PRId64
               " were acknowledged",
               store, missing, served);
    }
}

/* ---- States ---- */

/* Each record of a kind says something else than the one before it about the same thing. */
static void check_turns(const struct drill *drill, uint64_t seed, const struct bs_history *history,
                        enum bs_record_kind kind, const char *subject)
{
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);
        const struct bs_record *next;
        size_t from = i + 1;

        if (record->kind != kind) {
            continue;
        }
        next = drill_next(history, &from, kind, subject, bs_record_text(record, subject));
        if (next != NULL &&
            strcmp(bs_record_text(record, "state"), bs_record_text(next, "state")) == 0) {
            BREAKS(drill, seed, "%s '%s' becomes %s twice", bs_record_info(kind)->name,
                   bs_record_text(record, subject), bs_record_text(record, "state"));
        }
    }
}

/* ---- Parts ---- */

static void check_parts(const struct drill *drill, uint64_t seed, const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    int64_t sum_ns = 0;
    struct bs_instant at;

    if (worst == NULL) {
        assert_int_equal(report->parts.count, 0);
        return;
    }
    at = worst->begin;
    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];

        if (strcmp(part->name, "latent") == 0) {
            continue;
        }
        if (part->start.ns != at.ns || part->end.ns < part->start.ns) {
            BREAKS(drill, seed, "part '%s' leaves a gap or overlaps", part->name);
        }
        at = part->end;
        sum_ns += part->end.ns - part->start.ns;
    }
    if (at.ns != bs_outage_last(worst, report->horizon).ns ||
        (bs_is_known(report->clocks.impact) && report->clocks.impact.value != sum_ns)) {
        BREAKS(drill, seed, "the parts sum to %" PRId64 " ns, not to the RTO", sum_ns);
    }
    assert_true(bs_is_known(report->clocks.impact) == (worst->censored == NULL));
}

void laws_hold(const struct drill *drill, uint64_t seed, const struct drill_result *result)
{
    const struct bs_history *history = result->history;

    check_requests(drill, seed, history);
    check_acknowledged(drill, seed, history);
    check_missing(drill, seed, history);
    check_watermark(drill, seed, history, "orders");
    check_turns(drill, seed, history, BS_RECORD_LINEAGE, "lineage");
    check_turns(drill, seed, history, BS_RECORD_FENCE, "lineage");
    check_turns(drill, seed, history, BS_RECORD_FAULT, "fault");
    check_parts(drill, seed, result->report);
}
