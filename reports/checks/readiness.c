/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/readiness.h"

#include <inttypes.h>
#include <string.h>

#include "base/assert.h"
#include "reports/cost.h"

/* How a part was judged by what it rests on: the first that fails decides. */
struct tally {
    size_t good;
    const char *failed; /* In words; NULL: none did. */
    const char *passed; /* The first of those that are good, in words. */
};

enum { EVIDENCE_COLUMNS_MAX = 200 };

struct bs_instant bs_first_trouble(const struct bs_evidence *evidence)
{
    struct bs_instant first = evidence->horizon;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (record->at.ns > 0 && bs_text_is(bs_record_text(record, "state"), "onset")) {
            first = bs_instant_min(first, record->at);
            break;
        }
    }
    if (bs_evidence_count(evidence, BS_RECORD_DECISION) > 0) {
        first = bs_instant_min(first, bs_evidence_get(evidence, BS_RECORD_DECISION, 0)->at);
    }
    return first;
}

static void judge(struct bs_evidence *evidence, struct tally *tally, bool is_good,
                  const char *words)
{
    if (is_good) {
        tally->good++;
        if (tally->passed == NULL) {
            tally->passed = words;
        } else if (strlen(tally->passed) < EVIDENCE_COLUMNS_MAX) {
            tally->passed = bs_evidence_words(evidence, "%s; %s", tally->passed, words);
        }
    } else if (tally->failed == NULL) {
        tally->failed = words;
    }
}

static void conclude(struct bs_readiness_part *part, const struct tally *tally, const char *without)
{
    if (tally->failed != NULL) {
        part->got = bs_known(0);
        part->evidence = tally->failed;
    } else if (tally->good > 0) {
        part->got = bs_known(part->weight);
        part->evidence = tally->passed;
    } else {
        part->got = bs_unknown(without);
        part->evidence = without;
    }
}

/* ---- Lag ---- */

/** Whether a record's store has given up its lineage, or another has taken over. */
static bool shows_a_test(const struct bs_record *lineage, const char *first, bool has_one_writer)
{
    const bool is_writable = bs_text_is(bs_record_text(lineage, "state"), "writable");

    if (!has_one_writer) {
        return !is_writable;
    }
    return is_writable && first != NULL && lineage->at.ns > 0 &&
           !bs_text_is(bs_record_text(lineage, "lineage"), first);
}

static bool has_dns_moved(const struct bs_evidence *evidence)
{
    const size_t count = bs_evidence_count(evidence, BS_RECORD_DNS);

    return count > 0 && bs_evidence_get(evidence, BS_RECORD_DNS, count - 1)->at.ns > 0;
}

static bool was_tested(const struct bs_evidence *evidence, const struct bs_store_row *store)
{
    const bool has_one_writer = bs_text_is(store->writers, "one");
    const char *first = NULL;

    if (!has_one_writer && !has_dns_moved(evidence)) {
        return false;
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (!bs_text_is(bs_record_text(record, "store"), store->id)) {
            continue;
        }
        if (shows_a_test(record, first, has_one_writer)) {
            return true;
        }
        first = first == NULL ? bs_record_text(record, "lineage") : first;
    }
    return false;
}

static void judge_stores(struct bs_evidence *evidence, const struct bs_rpo *rpo,
                         struct tally *tally)
{
    for (size_t i = 0; i < rpo->count; i++) {
        const struct bs_store_row *store = &rpo->stores[i];

        if (bs_is_known(store->objective) && bs_is_known(store->rpo) &&
            was_tested(evidence, store)) {
            judge(evidence, tally, !bs_store_misses(store),
                  bs_evidence_words(evidence, "%s of %s missing at the failover, objective %s",
                                    bs_evidence_duration(evidence, store->rpo.value), store->id,
                                    bs_evidence_duration(evidence, store->objective.value)));
        }
    }
}

static void judge_step(struct bs_evidence *evidence, const struct bs_step_row *row,
                       struct tally *tally)
{
    const bool is_good = bs_text_is(row->state, "completed");

    if (row->end.ns != BS_INSTANT_UNKNOWN.ns || is_good) {
        judge(evidence, tally, is_good,
              bs_evidence_words(evidence, "%s of %s: %s%s%s", row->id, row->workflow, row->state,
                                is_good || row->error == NULL ? "" : ", ",
                                is_good || row->error == NULL ? "" : row->error));
    }
}

/* Once the primary is lost, what a check sees is the loss: only that it completed says something then. */
static void judge_lag_checks(struct bs_evidence *evidence,
                             const struct bs_readiness_question *question, struct tally *tally)
{
    for (size_t i = 0; i < question->steps->executed_count; i++) {
        const struct bs_step_row *row = &question->steps->executed[i];
        const struct bs_execution_row *execution =
            bs_executions_get(question->executions, row->execution);
        const bool is_graceful = execution != NULL && bs_text_is(execution->mode, "graceful");

        if (bs_text_is(row->block, "check_replication_lag") &&
            (is_graceful || bs_text_is(row->state, "completed"))) {
            judge_step(evidence, row, tally);
        }
    }
}

static void find_lag(struct bs_evidence *evidence, const struct bs_readiness_question *question,
                     struct bs_readiness_part *part)
{
    struct tally tally = {0};

    judge_stores(evidence, question->rpo, &tally);
    if (tally.good == 0 && tally.failed == NULL) {
        judge_lag_checks(evidence, question, &tally);
    }
    conclude(part, &tally, "no store was failed over, and no check of replication lag ran");
}

/* ---- The standby's health ---- */

static bool is_standby(const struct bs_evidence *evidence, const char *region)
{
    return region != NULL && !bs_text_is(region, "global") &&
           !bs_region_serves_first(evidence, region, NULL);
}

/** Whether a step asked something that stands in a Region that did not serve at first. */
static bool asks_standby(const struct bs_evidence *evidence, const struct bs_step_row *row)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_CALL); k++) {
        const struct bs_record *call = bs_evidence_get(evidence, BS_RECORD_CALL, k);

        if (call->at.ns > row->end.ns) {
            break;
        }
        if (call->at.ns < row->start.ns || bs_record_number(call, "execution") != row->execution ||
            !bs_text_is(bs_record_text(call, "step"), row->id)) {
            continue;
        }
        for (size_t i = 0; i < bs_evidence_count(evidence, BS_RECORD_RESOURCE); i++) {
            const struct bs_record *resource = bs_evidence_get(evidence, BS_RECORD_RESOURCE, i);

            if (bs_text_is(bs_record_text(resource, "resource"),
                           bs_record_text(call, "resource")) &&
                is_standby(evidence, bs_record_text(resource, "region"))) {
                return true;
            }
        }
        return false;
    }
    return false;
}

static void find_standby(struct bs_evidence *evidence, const struct bs_readiness_question *question,
                         struct bs_readiness_part *part)
{
    struct tally tally = {0};

    for (size_t i = 0; i < question->steps->executed_count; i++) {
        const struct bs_step_row *row = &question->steps->executed[i];
        const bool is_check = bs_text_is(row->block, "check_region_health");

        if ((is_check && is_standby(evidence, row->region)) ||
            (bs_text_is(row->effect, "proves") && asks_standby(evidence, row))) {
            judge_step(evidence, row, &tally);
        }
    }
    conclude(part, &tally, "no check of the standby's health ran");
}

/* ---- The last drill ---- */

static void find_drill(struct bs_evidence *evidence, const struct bs_past_drills *drills,
                       struct bs_readiness_part *part)
{
    struct tally tally = {0};

    if (drills != NULL && drills->count == 0) {
        judge(evidence, &tally, false, "no drill is on record");
    } else if (drills != NULL) {
        judge(evidence, &tally, drills->was_last_passed,
              bs_evidence_words(evidence, "%s %s ago; %" PRId64 " of the last %" PRId64 " passed",
                                drills->was_last_passed ? "passed" : "not passed",
                                bs_evidence_duration(evidence, drills->last_age_ns), drills->passed,
                                drills->count));
    }
    conclude(part, &tally, "a history does not tell of other drills");
}

/* ---- Health checks ---- */

/** The record among those up to `before` that is the last of its health check. */
static bool is_last_state(const struct bs_evidence *evidence, enum bs_record_kind kind, size_t k,
                          const char *name_field, struct bs_instant before)
{
    const char *name = bs_record_text(bs_evidence_get(evidence, kind, k), name_field);

    for (size_t i = k + 1; i < bs_evidence_count(evidence, kind); i++) {
        const struct bs_record *record = bs_evidence_get(evidence, kind, i);

        if (record->at.ns >= before.ns) {
            return true;
        }
        if (bs_text_is(bs_record_text(record, "kind"), "health_check") &&
            bs_text_is(bs_record_text(record, name_field), name)) {
            return false;
        }
    }
    return true;
}

static void judge_checks(struct bs_evidence *evidence, enum bs_record_kind kind,
                         const char *name_field, struct tally *tally)
{
    const struct bs_instant before = bs_first_trouble(evidence);

    for (size_t k = 0; k < bs_evidence_count(evidence, kind); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, kind, k);

        if (record->at.ns >= before.ns) {
            return;
        }
        if (bs_text_is(bs_record_text(record, "kind"), "health_check") &&
            is_last_state(evidence, kind, k, name_field, before)) {
            judge(evidence, tally, bs_text_is(bs_record_text(record, "state"), "healthy"),
                  bs_evidence_words(evidence, "%s was %s before anything happened",
                                    bs_record_words(record, name_field),
                                    bs_record_words(record, "state")));
        }
    }
}

static void find_checks(struct bs_evidence *evidence, struct bs_readiness_part *part)
{
    struct tally tally = {0};

    judge_checks(evidence, BS_RECORD_SOURCE, "source", &tally);
    if (tally.good == 0 && tally.failed == NULL) {
        judge_checks(evidence, BS_RECORD_STATE, "entity", &tally);
    }
    conclude(part, &tally, "no health check is on record before anything happened");
}

/* ---- The score ---- */

static void score(struct bs_evidence *evidence, struct bs_readiness *readiness)
{
    const struct bs_readiness_part *missing = NULL;

    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        const struct bs_readiness_part *part = &readiness->parts[i];
        const bool is_known = bs_is_known(part->got);

        readiness->at_least += is_known ? part->got.value : 0;
        readiness->at_most += is_known ? part->got.value : part->weight;
        missing = !is_known && missing == NULL ? part : missing;
    }
    readiness->score =
        missing == NULL
            ? bs_known(readiness->at_least)
            : bs_unknown(bs_evidence_words(evidence, "%s: %s", missing->name, missing->evidence));
}

void bs_readiness_find(struct bs_evidence *evidence, const struct bs_readiness_question *question,
                       struct bs_readiness *readiness)
{
    static const struct bs_readiness_part parts[BS_READINESS_PART_COUNT] = {
        [BS_READINESS_LAG] = {.name = "replication_lag", .weight = 40},
        [BS_READINESS_STANDBY] = {.name = "standby_health", .weight = 30},
        [BS_READINESS_DRILL] = {.name = "last_drill", .weight = 20},
        [BS_READINESS_DNS] = {.name = "dns_health_checks", .weight = 10},
    };

    BS_ASSERT(evidence != NULL && question != NULL && readiness != NULL);
    for (size_t i = 0; i < BS_READINESS_PART_COUNT; i++) {
        readiness->parts[i] = parts[i];
    }
    find_lag(evidence, question, &readiness->parts[BS_READINESS_LAG]);
    find_standby(evidence, question, &readiness->parts[BS_READINESS_STANDBY]);
    find_drill(evidence, question->drills, &readiness->parts[BS_READINESS_DRILL]);
    find_checks(evidence, &readiness->parts[BS_READINESS_DNS]);
    score(evidence, readiness);
    bs_blockers_find(evidence, question, readiness);
}
