/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>

#include "reports/checks/inquiry.h"

static const char *const gone_states[] = {"deleting", "deleted", NULL};

/* no_unguarded_promote */

static bool is_lineage(const struct bs_record *record, const char *store, const char *lineage)
{
    return bs_text_is(bs_record_text(record, "lineage"), lineage) &&
           bs_text_is(bs_record_text(record, "store"), store);
}

static bool is_writable(const struct bs_record *record)
{
    return bs_text_is(bs_record_text(record, "state"), "writable");
}

/** The place at which the lineage of LINEAGE record `k` first became writable, up to `k`; or SIZE_MAX. */
static size_t first_writable(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    for (size_t i = 0; i <= k; i++) {
        const struct bs_record *earlier = bs_evidence_get(evidence, BS_RECORD_LINEAGE, i);

        if (is_writable(earlier) && is_lineage(earlier, bs_record_text(record, "store"),
                                               bs_record_text(record, "lineage"))) {
            return bs_evidence_index(evidence, BS_RECORD_LINEAGE, i);
        }
    }
    return SIZE_MAX;
}

static bool is_promotion(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    return record->at.ns > 0 && is_writable(record) &&
           first_writable(evidence, k) == bs_evidence_index(evidence, BS_RECORD_LINEAGE, k);
}

static bool is_fenced(const struct bs_evidence *evidence, const char *store, const char *lineage,
                      size_t before)
{
    bool fenced = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FENCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FENCE, k);

        if (bs_evidence_index(evidence, BS_RECORD_FENCE, k) < before &&
            is_lineage(record, store, lineage)) {
            fenced = bs_text_is(bs_record_text(record, "state"), "effective");
        }
    }
    return fenced;
}

/** Who promoted a lineage, and up to where in the history authority had to be recorded. */
struct promoter {
    int64_t execution;
    size_t before;
};

static bool is_promotion_call(const struct bs_call_fact *call, const char *lineage)
{
    return bs_text_is(call->operation, "rds:PromoteReadReplica") &&
           bs_lineage_is_of(lineage, call->resource);
}

/** Without a call that names the lineage: the execution that began last. */
static struct promoter latest_execution(const struct bs_evidence *evidence, size_t before)
{
    struct promoter promoter = {BS_ANY_EXECUTION, before};

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        if (bs_evidence_index(evidence, BS_RECORD_EXECUTION, k) < before) {
            promoter.execution =
                bs_record_number(bs_evidence_get(evidence, BS_RECORD_EXECUTION, k), "execution");
        }
    }
    return promoter;
}

static struct promoter find_promoter(const struct bs_inquiry *inquiry, const char *lineage,
                                     size_t before)
{
    struct promoter promoter = latest_execution(inquiry->evidence, before);
    const struct bs_call_fact *last = NULL;

    for (size_t k = 0; k < inquiry->call_count && inquiry->calls[k].index < before; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (bs_call_was_sent(call) && is_promotion_call(call, lineage) &&
            (last == NULL || call->execution != last->execution)) {
            last = call;
        }
    }
    return last == NULL ? promoter : (struct promoter){last->execution, last->index};
}

static bool has_authority(const struct bs_evidence *evidence, struct promoter promoter)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_RISK); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RISK, k);
        int64_t unhealthy = bs_record_number(record, "unhealthy");

        /* unhealthy * 2 > sources, without the product. */
        if (bs_evidence_index(evidence, BS_RECORD_RISK, k) < promoter.before &&
            bs_record_number(record, "execution") == promoter.execution &&
            bs_record_text(record, "step") != NULL &&
            unhealthy > bs_record_number(record, "sources") - unhealthy) {
            return true;
        }
    }
    return false;
}

/** Whether nobody can write to the lineage of LINEAGE record `k` any more, as of place `before`. */
static bool is_harmless(const struct bs_evidence *evidence, size_t k, size_t before)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);
    const char *lineage = bs_record_text(record, "lineage");

    return is_fenced(evidence, bs_record_text(record, "store"), lineage, before) ||
           bs_resource_went_through(evidence, lineage, gone_states, first_writable(evidence, k),
                                    before);
}

/** Whether record `k` is the last before `end` of its own lineage. */
static bool is_last_of_lineage(const struct bs_evidence *evidence, size_t k, size_t end)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    for (size_t i = k + 1; i < end; i++) {
        if (is_lineage(bs_evidence_get(evidence, BS_RECORD_LINEAGE, i),
                       bs_record_text(record, "store"), bs_record_text(record, "lineage"))) {
            return false;
        }
    }
    return true;
}

/** A lineage that could take writes beside the one that LINEAGE record `k` promotes; NULL if none could. */
static const char *find_rival(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *promoted = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);
    const char *store = bs_record_text(promoted, "store");
    size_t before = bs_evidence_index(evidence, BS_RECORD_LINEAGE, k);
    bool is_latest = true;

    for (size_t i = k; i-- > 0;) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, i);

        if (!is_writable(record) || !bs_text_is(bs_record_text(record, "store"), store)) {
            continue;
        }
        if ((is_latest || is_last_of_lineage(evidence, i, k)) &&
            !is_harmless(evidence, i, before)) {
            return bs_record_words(record, "lineage");
        }
        is_latest = false;
    }
    return NULL;
}

static bool has_lineage_evidence(const struct bs_evidence *evidence, const char *store)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (is_writable(record) && bs_text_is(bs_record_text(record, "store"), store)) {
            return true;
        }
    }
    return false;
}

/** Judges one store with one writer. */
static struct bs_invariant judge_promotions(struct bs_inquiry *inquiry, const char *store)
{
    struct bs_evidence *evidence = inquiry->evidence;

    if (!has_lineage_evidence(evidence, store)) {
        return bs_undecided(bs_evidence_words(
            evidence, "the history does not say which copy of %s was writable", store));
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);
        const char *lineage = bs_record_words(record, "lineage");
        const char *rival;

        if (!bs_text_is(bs_record_text(record, "store"), store) || !is_promotion(evidence, k)) {
            continue;
        }
        rival = find_rival(evidence, k);
        if (rival != NULL &&
            !has_authority(evidence,
                           find_promoter(inquiry, lineage,
                                         bs_evidence_index(evidence, BS_RECORD_LINEAGE, k)))) {
            return bs_violated(
                record->at,
                bs_evidence_words(evidence,
                                  "%s: %s became writable while %s had no effective fence, and no "
                                  "authority backed by most sources was recorded",
                                  store, lineage, rival));
        }
    }
    return bs_passed("no promotion without a fence or recorded authority");
}

struct bs_invariant bs_check_unguarded_promote(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    struct bs_invariant worst = bs_passed("no promotion without a fence or recorded authority");

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STORE, k);

        if (bs_text_is(bs_record_text(record, "writers"), "one")) {
            struct bs_invariant judged =
                judge_promotions(inquiry, bs_record_words(record, "store"));

            if (judged.outcome == BS_OUTCOME_FAIL) {
                return judged;
            }
            worst = judged.outcome == BS_OUTCOME_UNKNOWN ? judged : worst;
        }
    }
    return worst;
}

/* no_write_behind_fence */

struct bs_invariant bs_check_write_behind_fence(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    size_t counted = bs_evidence_count(evidence, BS_RECORD_ACKNOWLEDGED);

    for (size_t k = 0; k < counted; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ACKNOWLEDGED, k);

        if (bs_record_number(record, "behind_fence") > 0) {
            return bs_violated(
                BS_INSTANT_UNKNOWN,
                bs_evidence_words(
                    evidence, "%s acknowledged %" PRId64 " writes of %s behind its effective fence",
                    bs_record_words(record, "lineage"), bs_record_number(record, "behind_fence"),
                    bs_record_words(record, "store")));
        }
    }
    if (counted == 0 && bs_evidence_count(evidence, BS_RECORD_STORE) > 0) {
        return bs_undecided("the history has no count of acknowledged writes");
    }
    return bs_passed("no write was acknowledged behind an effective fence");
}
