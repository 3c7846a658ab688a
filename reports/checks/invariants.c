/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/invariants.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/assert.h"
#include "reports/checks/steps.h"

/** Doing one of these twice makes a second resource or loses data. Source: the RDS API reference. */
static const char *const not_repeatable[] = {"rds:PromoteReadReplica",
                                             "rds:CreateDBInstanceReadReplica",
                                             "rds:RestoreDBInstanceFromDBSnapshot", NULL};

static const char *const final_states[] = {
    "completed", "completed_with_exceptions", "rolled_back", "canceled", "failed", "timed_out",
    NULL};

static const char *const waiting_states[] = {"paused_by_failed_step", "paused_by_operator",
                                             "pending_approval", "monitoring_health", NULL};

static struct bs_invariant passed(const char *reason)
{
    return (struct bs_invariant){
        .outcome = BS_OUTCOME_PASS, .reason = reason, .first = BS_INSTANT_UNKNOWN};
}

static struct bs_invariant unknown(const char *reason)
{
    return (struct bs_invariant){
        .outcome = BS_OUTCOME_UNKNOWN, .reason = reason, .first = BS_INSTANT_UNKNOWN};
}

static struct bs_invariant failed(struct bs_instant first, const char *reason)
{
    return (struct bs_invariant){.outcome = BS_OUTCOME_FAIL, .reason = reason, .first = first};
}

/* no_unguarded_promote */

static bool is_writable_record(const struct bs_record *record, const char *store)
{
    return bs_text_is(bs_record_text(record, "store"), store) &&
           bs_text_is(bs_record_text(record, "state"), "writable");
}

/** The lineage of the store that last became writable before LINEAGE record `k`; NULL if none did. */
static const char *writable_before(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);
    const char *store = bs_record_text(record, "store");

    while (k-- > 0) {
        const struct bs_record *earlier = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (is_writable_record(earlier, store)) {
            return bs_record_text(earlier, "lineage");
        }
    }
    return NULL;
}

static bool is_first_writable(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    for (size_t i = 0; i < k; i++) {
        const struct bs_record *earlier = bs_evidence_get(evidence, BS_RECORD_LINEAGE, i);

        if (is_writable_record(earlier, bs_record_text(record, "store")) &&
            bs_text_is(bs_record_text(earlier, "lineage"), bs_record_text(record, "lineage"))) {
            return false;
        }
    }
    return true;
}

static bool is_fenced(const struct bs_evidence *evidence, const char *store, const char *lineage,
                      size_t before)
{
    bool fenced = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FENCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FENCE, k);

        if (bs_evidence_index(evidence, BS_RECORD_FENCE, k) < before &&
            bs_text_is(bs_record_text(record, "store"), store) &&
            bs_text_is(bs_record_text(record, "lineage"), lineage)) {
            fenced = bs_text_is(bs_record_text(record, "state"), "effective");
        }
    }
    return fenced;
}

static bool has_authority(const struct bs_evidence *evidence, size_t before)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_RISK); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RISK, k);
        int64_t unhealthy = bs_record_number(record, "unhealthy");

        /* unhealthy * 2 > sources, without the product. */
        if (bs_evidence_index(evidence, BS_RECORD_RISK, k) < before &&
            unhealthy > bs_record_number(record, "sources") - unhealthy) {
            return true;
        }
    }
    return false;
}

static bool has_lineage_evidence(const struct bs_evidence *evidence, const char *store)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        if (is_writable_record(bs_evidence_get(evidence, BS_RECORD_LINEAGE, k), store)) {
            return true;
        }
    }
    return false;
}

/** Judges one store with one writer. */
static struct bs_invariant judge_promotions(struct bs_evidence *evidence, const char *store)
{
    struct bs_invariant result = passed("no promotion without a fence or recorded authority");

    if (!has_lineage_evidence(evidence, store)) {
        return unknown(bs_evidence_words(
            evidence, "the history does not say which copy of %s was writable", store));
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_LINEAGE, k);
        const char *old = writable_before(evidence, k);

        if (record->at.ns == 0 || old == NULL || !is_writable_record(record, store) ||
            !is_first_writable(evidence, k)) {
            continue;
        }
        if (!is_fenced(evidence, store, old, index) && !has_authority(evidence, index)) {
            return failed(
                record->at,
                bs_evidence_words(evidence,
                                  "%s: %s became writable while %s had no effective fence, and no "
                                  "authority backed by most sources was recorded",
                                  store, bs_record_words(record, "lineage"), old));
        }
    }
    return result;
}

static struct bs_invariant no_unguarded_promote(struct bs_evidence *evidence,
                                                const struct bs_outages *outages)
{
    struct bs_invariant worst = passed("no promotion without a fence or recorded authority");

    (void)outages;
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STORE, k);

        if (bs_text_is(bs_record_text(record, "writers"), "one")) {
            struct bs_invariant judged =
                judge_promotions(evidence, bs_record_words(record, "store"));

            if (judged.outcome == BS_OUTCOME_FAIL) {
                return judged;
            }
            worst = judged.outcome == BS_OUTCOME_UNKNOWN ? judged : worst;
        }
    }
    return worst;
}

/* no_write_behind_fence */

static struct bs_invariant no_write_behind_fence(struct bs_evidence *evidence,
                                                 const struct bs_outages *outages)
{
    size_t counted = bs_evidence_count(evidence, BS_RECORD_ACKNOWLEDGED);

    (void)outages;
    for (size_t k = 0; k < counted; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ACKNOWLEDGED, k);

        if (bs_record_number(record, "behind_fence") > 0) {
            return failed(
                BS_INSTANT_UNKNOWN,
                bs_evidence_words(
                    evidence, "%s acknowledged %" PRId64 " writes of %s behind its effective fence",
                    bs_record_words(record, "lineage"), bs_record_number(record, "behind_fence"),
                    bs_record_words(record, "store")));
        }
    }
    if (counted == 0 && bs_evidence_count(evidence, BS_RECORD_STORE) > 0) {
        return unknown("the history has no count of acknowledged writes");
    }
    return passed("no write was acknowledged behind an effective fence");
}

/* execution_ends */

/** Whether EXECUTION record `k` is the last of its workflow. */
static bool is_last_state(const struct bs_evidence *evidence, size_t k)
{
    const char *workflow =
        bs_record_text(bs_evidence_get(evidence, BS_RECORD_EXECUTION, k), "workflow");

    while (++k < bs_evidence_count(evidence, BS_RECORD_EXECUTION)) {
        if (bs_text_is(workflow, bs_record_text(bs_evidence_get(evidence, BS_RECORD_EXECUTION, k),
                                                "workflow"))) {
            return false;
        }
    }
    return true;
}

static struct bs_invariant execution_ends(struct bs_evidence *evidence,
                                          const struct bs_outages *outages)
{
    (void)outages;
    if (bs_evidence_count(evidence, BS_RECORD_END) == 0) {
        return unknown("the history has no end");
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);
        const char *state = bs_record_text(record, "state");
        bool waits =
            bs_text_is_one_of(state, waiting_states) && bs_record_text(record, "reason") != NULL;

        if (is_last_state(evidence, k) && !waits && !bs_text_is_one_of(state, final_states)) {
            return failed(record->at,
                          bs_evidence_words(evidence, "%s still stood %s at the end of the run",
                                            bs_record_words(record, "workflow"),
                                            bs_record_words(record, "state")));
        }
    }
    return passed("every execution ended or stands waiting with a reason");
}

/* no_repeated_effect */

struct effect {
    const struct bs_record *call;
    size_t index;
};

static int compare_calls(const void *left, const void *right)
{
    int64_t a = bs_record_number(((const struct effect *)left)->call, "call");
    int64_t b = bs_record_number(((const struct effect *)right)->call, "call");

    return (a > b) - (a < b);
}

/** The calls that must not be repeated, sorted by their number. */
static size_t collect_effects(struct bs_evidence *evidence, struct effect *effects)
{
    size_t count = 0;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_CALL); k++) {
        const struct bs_record *call = bs_evidence_get(evidence, BS_RECORD_CALL, k);

        if (bs_text_is_one_of(bs_record_text(call, "operation"), not_repeatable)) {
            effects[count++] = (struct effect){call, k};
        }
    }
    if (count > 1) {
        qsort(effects, count, sizeof(*effects), compare_calls);
    }
    return count;
}

static bool is_same_effect(const struct bs_record *a, const struct bs_record *b)
{
    return bs_text_is(bs_record_text(a, "operation"), bs_record_text(b, "operation")) &&
           bs_text_is(bs_record_text(a, "region"), bs_record_text(b, "region")) &&
           bs_text_is(bs_record_text(a, "resource"), bs_record_text(b, "resource"));
}

static struct bs_invariant no_repeated_effect(struct bs_evidence *evidence,
                                              const struct bs_outages *outages)
{
    size_t calls = bs_evidence_count(evidence, BS_RECORD_CALL);
    struct effect *effects = bs_evidence_array(evidence, calls, sizeof(*effects));
    const struct bs_record **done =
        bs_evidence_array(evidence, calls, sizeof(const struct bs_record *));
    size_t count;
    size_t done_count = 0;

    (void)outages;
    if (effects == NULL || done == NULL) {
        return unknown("no memory");
    }
    count = collect_effects(evidence, effects);
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ANSWER) && count > 0; k++) {
        const struct bs_record *answer = bs_evidence_get(evidence, BS_RECORD_ANSWER, k);
        const struct effect *found;

        if (!bs_text_is(bs_record_text(answer, "outcome"), "ok")) {
            continue;
        }
        /* A CALL and its ANSWER both have a field "call", so the answer serves as the key. */
        found = bsearch(&(struct effect){.call = answer}, effects, count, sizeof(*effects),
                        compare_calls);
        for (size_t i = 0; found != NULL && i < done_count; i++) {
            if (is_same_effect(done[i], found->call)) {
                return failed(answer->at,
                              bs_evidence_words(evidence, "%s of %s was done twice",
                                                bs_record_words(found->call, "operation"),
                                                bs_record_words(found->call, "resource")));
            }
        }
        if (found != NULL && done_count < calls) {
            done[done_count++] = found->call;
        }
    }
    return passed("nothing that must not be repeated was done twice");
}

/* no_dns_to_fenced */

/** DNS record `k` is `insync`, and of its name none is that belongs to a later change. */
static bool is_last_target(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

    if (!bs_text_is(bs_record_text(record, "state"), "insync")) {
        return false;
    }
    for (size_t i = 0; i < bs_evidence_count(evidence, BS_RECORD_DNS); i++) {
        const struct bs_record *later = bs_evidence_get(evidence, BS_RECORD_DNS, i);

        if (bs_record_number(later, "change") > bs_record_number(record, "change") &&
            bs_text_is(bs_record_text(later, "state"), "insync") &&
            bs_text_is(bs_record_text(later, "name"), bs_record_text(record, "name"))) {
            return false;
        }
    }
    return true;
}

static struct bs_invariant judge_targets(struct bs_evidence *evidence,
                                         const struct bs_step_row *fence)
{
    bool judged = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DNS); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (!is_last_target(evidence, k)) {
            continue;
        }
        judged = true;
        if (bs_text_is(bs_record_text(record, "region"), fence->region)) {
            return failed(bs_instant_max(record->at, fence->end),
                          bs_evidence_words(evidence, "%s points at %s in %s, which was fenced",
                                            bs_record_words(record, "name"),
                                            bs_record_words(record, "target"), fence->region));
        }
    }
    return judged ? passed("no DNS record points at a fenced Region")
                  : unknown("the history does not say where DNS points");
}

static struct bs_invariant no_dns_to_fenced(struct bs_evidence *evidence,
                                            const struct bs_outages *outages)
{
    const struct bs_outage *worst = bs_outages_worst(outages);
    struct bs_invariant result = passed("no Region was fenced");
    bool any_fenced = false;
    struct bs_steps steps;

    if (worst != NULL && worst->censored != NULL) {
        return passed("never healed, so there is nothing to point at yet");
    }
    bs_steps_find(evidence, &steps);
    for (size_t i = 0; i < steps.executed_count; i++) {
        const struct bs_step_row *row = &steps.executed[i];

        if (bs_text_is(row->effect, "fences") && row->region != NULL &&
            bs_step_state_is_done(row->state)) {
            any_fenced = true;
            result = judge_targets(evidence, row);
            if (result.outcome != BS_OUTCOME_PASS) {
                return result;
            }
        }
    }
    if (!any_fenced && bs_evidence_count(evidence, BS_RECORD_FENCE) > 0) {
        return unknown("a fence became effective, but no completed step says in which Region");
    }
    return result;
}

/* Expectations */

static struct bs_invariant expect_recovered(struct bs_evidence *evidence, const char *value,
                                            const struct bs_outages *outages)
{
    const struct bs_outage *worst = bs_outages_worst(outages);
    bool expected = bs_text_is(value, "true");
    bool recovered = worst == NULL || worst->censored == NULL;

    if (outages->unknown != NULL) {
        return unknown(outages->unknown);
    }
    if (recovered == expected) {
        return passed(recovered ? "recovered, as expected" : "not recovered, as expected");
    }
    return recovered
               ? failed(BS_INSTANT_UNKNOWN, "clients were served again, which was not expected")
               : failed(worst->begin, bs_evidence_words(evidence, "recovery was expected, but %s",
                                                        worst->censored));
}

static struct bs_invariant expect_failovers(struct bs_evidence *evidence, const char *value,
                                            const struct bs_outages *outages)
{
    size_t decisions = bs_evidence_count(evidence, BS_RECORD_DECISION);
    char *rest = NULL;
    unsigned long long expected = strtoull(value, &rest, 10);

    (void)outages;
    if (value[0] < '0' || value[0] > '9' || *rest != '\0') {
        return unknown(bs_evidence_words(evidence, "'%s' is no number", value));
    }
    if (decisions == expected) {
        return passed(bs_evidence_words(evidence, "%zu, as expected", decisions));
    }
    return failed(decisions > expected
                      ? bs_evidence_get(evidence, BS_RECORD_DECISION, (size_t)expected)->at
                      : BS_INSTANT_UNKNOWN,
                  bs_evidence_words(evidence, "%zu decided, %llu expected", decisions, expected));
}

struct expectation {
    const char *name;
    const char *invariant;
    struct bs_invariant (*judge)(struct bs_evidence *, const char *, const struct bs_outages *);
};

static const struct expectation expectations[] = {
    {"recovered", "expect_recovered", expect_recovered},
    {"failovers", "expect_failovers", expect_failovers},
};

static struct bs_invariant judge_expectation(struct bs_evidence *evidence,
                                             const struct bs_record *record,
                                             const struct bs_outages *outages)
{
    const char *name = bs_record_words(record, "expectation");
    struct bs_invariant result;

    for (size_t i = 0; i < sizeof(expectations) / sizeof(expectations[0]); i++) {
        if (bs_text_is(name, expectations[i].name)) {
            result = expectations[i].judge(evidence, bs_record_words(record, "value"), outages);
            result.name = expectations[i].invariant;
            return result;
        }
    }
    result = unknown("this version does not know how to judge it");
    result.name = bs_evidence_words(evidence, "expect_%s", name);
    return result;
}

struct invariant_check {
    const char *name;
    struct bs_invariant (*judge)(struct bs_evidence *, const struct bs_outages *);
};

static const struct invariant_check invariant_checks[] = {
    {"no_unguarded_promote", no_unguarded_promote},
    {"no_write_behind_fence", no_write_behind_fence},
    {"execution_ends", execution_ends},
    {"no_repeated_effect", no_repeated_effect},
    {"no_dns_to_fenced", no_dns_to_fenced},
};

void bs_invariants_find(struct bs_evidence *evidence, const struct bs_outages *outages,
                        struct bs_invariants *invariants)
{
    size_t fixed = sizeof(invariant_checks) / sizeof(invariant_checks[0]);
    size_t expected = bs_evidence_count(evidence, BS_RECORD_EXPECT);

    *invariants = (struct bs_invariants){
        .items = bs_evidence_array(evidence, fixed + expected, sizeof(*invariants->items)),
    };
    if (invariants->items == NULL) {
        return;
    }
    for (size_t i = 0; i < fixed; i++) {
        struct bs_invariant *item = &invariants->items[invariants->count++];

        *item = invariant_checks[i].judge(evidence, outages);
        item->name = invariant_checks[i].name;
    }
    for (size_t k = 0; k < expected; k++) {
        invariants->items[invariants->count++] =
            judge_expectation(evidence, bs_evidence_get(evidence, BS_RECORD_EXPECT, k), outages);
    }
}

const char *bs_outcome_name(enum bs_outcome outcome)
{
    static const char *const names[] = {"pass", "fail", "unknown"};

    BS_ASSERT((size_t)outcome < sizeof(names) / sizeof(names[0]));
    return names[outcome];
}
