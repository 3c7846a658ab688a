/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/inquiry.h"

/** How long after the old primary's return its fence may take to be up again. */
enum { ENFORCED_WITHIN_S = 60 };

static const char *const gone_states[] = {"deleting", "deleted", NULL};

/** One latch, from being set to being released. */
struct latch {
    int64_t execution;
    const char *step;
    const char *resource;
    size_t set;      /* Places in the history. */
    size_t released; /* SIZE_MAX: not within the run. */
    struct bs_instant set_at;
    struct bs_instant released_at; /* BS_INSTANT_NEVER: not within the run. */
};

static const struct bs_record *latch_record(const struct bs_evidence *evidence, size_t k)
{
    return bs_evidence_get(evidence, BS_RECORD_LATCH, k);
}

/** The latch that LATCH record `k` sets. */
static struct latch latch_at(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = latch_record(evidence, k);
    struct latch latch = {
        .execution = bs_record_number(record, "execution"),
        .step = bs_record_words(record, "step"),
        .resource = bs_record_words(record, "resource"),
        .set = bs_evidence_index(evidence, BS_RECORD_LATCH, k),
        .released = SIZE_MAX,
        .set_at = record->at,
        .released_at = BS_INSTANT_NEVER,
    };

    while (++k < bs_evidence_count(evidence, BS_RECORD_LATCH)) {
        record = latch_record(evidence, k);
        if (bs_text_is(bs_record_text(record, "resource"), latch.resource) &&
            bs_text_is(bs_record_text(record, "state"), "released")) {
            latch.released = bs_evidence_index(evidence, BS_RECORD_LATCH, k);
            latch.released_at = record->at;
            return latch;
        }
    }
    return latch;
}

static bool is_within(const struct latch *latch, size_t index)
{
    return index > latch->set && index < latch->released;
}

/* The fence stays up. */

/** Whether a step with the effect `releases` is under way at a place in the history. */
static bool is_being_released(const struct bs_inquiry *inquiry, size_t index)
{
    static const char *const working[] = {"in_progress", "pending_approval", NULL};
    bool releases = false;

    for (size_t k = 0; k < inquiry->move_count && inquiry->moves[k].index < index; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (bs_text_is(bs_step_effect(inquiry, move->execution, move->step), "releases")) {
            releases = bs_text_is_one_of(move->state, working);
        }
    }
    return releases;
}

/* The fence is put up again. */

/** Whether an orchestrator was up from `from` to `to`. */
static bool was_up(const struct bs_evidence *evidence, int64_t orchestrator, struct bs_instant from,
                   struct bs_instant to)
{
    static const char *const down[] = {"crashed", "stopped", NULL};
    bool up = true;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);
        bool falls = bs_text_is_one_of(bs_record_text(record, "state"), down);

        if (bs_record_number(record, "orchestrator") != orchestrator || record->at.ns > to.ns) {
            continue;
        }
        if (record->at.ns <= from.ns) {
            up = !falls;
        } else if (falls || bs_text_is(bs_record_text(record, "state"), "started")) {
            return false;
        }
    }
    return up;
}

/** Whether an orchestrator was told of a lease that it was given: by the answer to what it asked for last. */
static bool was_told(const struct bs_inquiry *inquiry, int64_t orchestrator,
                     const struct bs_record *lease)
{
    bool told = true;

    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (call->at.ns > lease->at.ns) {
            break;
        }
        if (call->orchestrator == orchestrator && call->step == NULL &&
            bs_text_is(call->operation, "dynamodb:UpdateItem")) {
            told = bs_text_is(call->outcome, "ok");
        }
    }
    return told;
}

/** Whether, if there are leases, one orchestrator knew from `from` to `to` that it held one. */
static bool knew_of_lease(const struct bs_inquiry *inquiry, int64_t orchestrator,
                          struct bs_instant from, struct bs_instant to)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    struct bs_instant until = {0};

    if (bs_evidence_count(evidence, BS_RECORD_LEASE) == 0) {
        return true;
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LEASE); k++) {
        const struct bs_record *lease = bs_evidence_get(evidence, BS_RECORD_LEASE, k);

        if (lease->at.ns > to.ns) {
            break;
        }
        if (lease->at.ns > from.ns && until.ns < lease->at.ns) {
            return false;
        }
        if (bs_record_number(lease, "holder") != orchestrator) {
            until = (struct bs_instant){0};
        } else if (was_told(inquiry, orchestrator, lease)) {
            until = bs_record_instant(lease, "until_ns");
        }
    }
    return until.ns >= to.ns;
}

/** Whether one orchestrator was up from `from` to `to` and knew, if there are leases, that it held one. */
static bool was_in_charge(const struct bs_inquiry *inquiry, struct bs_instant from,
                          struct bs_instant to)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    size_t records = bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR);

    for (size_t k = 0; k < records; k++) {
        int64_t number =
            bs_record_number(bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k), "orchestrator");

        if (was_up(evidence, number, from, to) && knew_of_lease(inquiry, number, from, to)) {
            return true;
        }
    }
    return records == 0 && knew_of_lease(inquiry, 1, from, to);
}

/** Whether somebody could be expected to put a fence up in the time allowed after `from`. */
static bool could_enforce(const struct bs_inquiry *inquiry, struct bs_instant from)
{
    struct bs_instant to = bs_instant_add(from, BS_SECONDS(ENFORCED_WITHIN_S));

    return to.ns <= inquiry->evidence->horizon.ns && was_in_charge(inquiry, from, to);
}

/** Whether in the time allowed after `from` no asking for its fence, or no looking at it, had success. */
static bool was_turned_away(const struct bs_inquiry *inquiry, const struct latch *latch,
                            struct bs_instant from)
{
    const struct bs_instant to = bs_instant_add(from, BS_SECONDS(ENFORCED_WITHIN_S));
    size_t tries[2] = {0}; /* Of looking and of doing. */
    size_t answered[2] = {0};

    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];
        const size_t does = bs_operation_reads(call->operation) ? 0 : 1;

        if (call->at.ns >= from.ns && call->at.ns <= to.ns && bs_text_is(call->step, latch->step) &&
            bs_text_is(call->resource, latch->resource)) {
            tries[does]++;
            answered[does] +=
                bs_text_is(call->outcome, "ok") && call->answered_at.ns <= to.ns ? 1 : 0;
        }
    }
    return (tries[1] > 0 && answered[1] == 0) || (tries[0] > 0 && answered[0] == 0);
}

/** When, from `from` on, the latch was enforced or the fence of its resource effective. */
static struct bs_instant enforced_at(const struct bs_evidence *evidence, const struct latch *latch,
                                     struct bs_instant from)
{
    struct bs_instant at = BS_INSTANT_NEVER;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LATCH); k++) {
        const struct bs_record *record = latch_record(evidence, k);

        if (record->at.ns >= from.ns &&
            bs_text_is(bs_record_text(record, "resource"), latch->resource) &&
            bs_text_is(bs_record_text(record, "state"), "enforced")) {
            at = bs_instant_min(at, record->at);
        }
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FENCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FENCE, k);

        if (record->at.ns >= from.ns && bs_text_is(bs_record_text(record, "state"), "effective") &&
            bs_lineage_is_of(bs_record_text(record, "lineage"), latch->resource)) {
            at = bs_instant_min(at, record->at);
        }
    }
    return at;
}

/** Judges a return of what is latched; takes the gap into account. */
static struct bs_invariant judge_return(struct bs_inquiry *inquiry, const struct latch *latch,
                                        struct bs_instant returned, int64_t *gap_ns)
{
    struct bs_evidence *evidence = inquiry->evidence;
    struct bs_instant by = bs_instant_add(returned, BS_SECONDS(ENFORCED_WITHIN_S));
    struct bs_instant enforced = enforced_at(evidence, latch, returned);

    if (enforced.ns <= by.ns) {
        *gap_ns = enforced.ns - returned.ns > *gap_ns ? enforced.ns - returned.ns : *gap_ns;
        return bs_passed("");
    }
    if (latch->released_at.ns <= by.ns || !could_enforce(inquiry, returned) ||
        was_turned_away(inquiry, latch, returned)) {
        return bs_passed("");
    }
    return bs_violated(by, bs_evidence_words(evidence,
                                             "%s was back at %s and its latch not enforced within "
                                             "60s",
                                             latch->resource,
                                             bs_evidence_duration(evidence, returned.ns)));
}

/** When, after `from`, an orchestrator came up; BS_INSTANT_NEVER: not within the run. */
static struct bs_instant next_up_at(const struct bs_evidence *evidence, struct bs_instant from)
{
    static const char *const rising[] = {"started", "resumed", NULL};

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ORCHESTRATOR); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ORCHESTRATOR, k);

        if (record->at.ns > from.ns && bs_text_is_one_of(bs_record_text(record, "state"), rising)) {
            return record->at;
        }
    }
    return BS_INSTANT_NEVER;
}

/** Whether before a place in the history what fences the latched resource was tried, and never done. */
static bool is_half_up(const struct bs_inquiry *inquiry, const struct latch *latch, size_t before)
{
    bool was_tried = false;

    for (size_t k = 0; k < inquiry->call_count && inquiry->calls[k].index < before; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (call->execution != latch->execution || !bs_text_is(call->step, latch->step) ||
            !bs_text_is(call->resource, latch->resource) || bs_operation_reads(call->operation)) {
            continue;
        }
        if (bs_call_was_answered(call, "ok", before)) {
            return false;
        }
        was_tried = true;
    }
    return was_tried;
}

/**
 * Judges that a fence came down, by FENCE record `k`. One that was up only because no task was left, while
 * what fences the store itself was still refused, autoscaling may undo: then it counts as a return. So it may
 * what a dead orchestrator had begun, before it is back: then it counts from there.
 */
static struct bs_invariant judge_lifting(struct bs_inquiry *inquiry, const struct latch *latch,
                                         size_t k, int64_t *gap_ns)
{
    const size_t index = bs_evidence_index(inquiry->evidence, BS_RECORD_FENCE, k);
    const struct bs_instant lifted = bs_evidence_get(inquiry->evidence, BS_RECORD_FENCE, k)->at;
    const struct bs_instant up = next_up_at(inquiry->evidence, lifted);

    if (is_half_up(inquiry, latch, index)) {
        return judge_return(inquiry, latch, lifted, gap_ns);
    }
    if (was_in_charge(inquiry, lifted, lifted)) {
        return bs_violated(lifted,
                           bs_evidence_words(inquiry->evidence,
                                             "the fence of %s was released, but not its latch",
                                             latch->resource));
    }
    return up.ns == BS_INSTANT_NEVER.ns ? bs_passed("") : judge_return(inquiry, latch, up, gap_ns);
}

static struct bs_invariant judge_fences(struct bs_inquiry *inquiry, const struct latch *latch,
                                        int64_t *gap_ns)
{
    struct bs_evidence *evidence = inquiry->evidence;
    struct bs_invariant judged = bs_passed("");

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FENCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FENCE, k);
        size_t index = bs_evidence_index(evidence, BS_RECORD_FENCE, k);
        const char *lineage = bs_record_text(record, "lineage");

        if (judged.outcome == BS_OUTCOME_PASS && is_within(latch, index) &&
            bs_lineage_is_of(lineage, latch->resource) &&
            bs_text_is(bs_record_text(record, "state"), "released") &&
            !is_being_released(inquiry, index) &&
            !bs_resource_went_through(evidence, lineage, gone_states, latch->set, index)) {
            judged = judge_lifting(inquiry, latch, k, gap_ns);
        }
    }
    return judged;
}

static bool was_writable_before(const struct bs_evidence *evidence, size_t k)
{
    const char *lineage =
        bs_record_text(bs_evidence_get(evidence, BS_RECORD_LINEAGE, k), "lineage");

    while (k-- > 0) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (bs_text_is(bs_record_text(record, "lineage"), lineage) &&
            bs_text_is(bs_record_text(record, "state"), "writable")) {
            return true;
        }
    }
    return false;
}

/** Judges each time that the latched lineage could be written to again. */
static struct bs_invariant judge_lineages(struct bs_inquiry *inquiry, const struct latch *latch,
                                          int64_t *gap_ns)
{
    const struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);
        struct bs_invariant judged;

        if (!is_within(latch, bs_evidence_index(evidence, BS_RECORD_LINEAGE, k)) ||
            !bs_text_is(bs_record_text(record, "state"), "writable") ||
            !bs_lineage_is_of(bs_record_text(record, "lineage"), latch->resource) ||
            !was_writable_before(evidence, k)) {
            continue;
        }
        judged = judge_return(inquiry, latch, record->at, gap_ns);
        if (judged.outcome != BS_OUTCOME_PASS) {
            return judged;
        }
    }
    return bs_passed("");
}

/** When the fault of FAULT record `k` ended; BS_INSTANT_NEVER: not within the run. */
static struct bs_instant fault_ended_at(const struct bs_evidence *evidence, size_t k)
{
    const char *fault = bs_record_text(bs_evidence_get(evidence, BS_RECORD_FAULT, k), "fault");

    while (++k < bs_evidence_count(evidence, BS_RECORD_FAULT)) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);

        if (bs_text_is(bs_record_text(record, "fault"), fault) &&
            bs_text_is(bs_record_text(record, "state"), "end")) {
            return record->at;
        }
    }
    return BS_INSTANT_NEVER;
}

/** When the last of the faults ended that stood as the latch was set; BS_INSTANT_UNKNOWN: there was none. */
static struct bs_instant faults_over_at(const struct bs_evidence *evidence,
                                        const struct latch *latch)
{
    struct bs_instant over = BS_INSTANT_UNKNOWN;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_FAULT); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_FAULT, k);
        struct bs_instant end = fault_ended_at(evidence, k);

        if (bs_text_is(bs_record_text(record, "state"), "onset") &&
            record->at.ns <= latch->set_at.ns && end.ns > latch->set_at.ns) {
            over = bs_instant_max(over, end);
        }
    }
    return over;
}

/** Whether, by an instant, the step that set the latch had completed or the latch been enforced. */
static bool was_up_already(const struct bs_inquiry *inquiry, const struct latch *latch,
                           struct bs_instant by)
{
    bool up = enforced_at(inquiry->evidence, latch, latch->set_at).ns <= by.ns;

    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution == latch->execution && bs_text_is(move->step, latch->step) &&
            bs_text_is(move->state, "completed") && move->at.ns <= by.ns) {
            up = true;
        }
    }
    return up;
}

static struct bs_invariant judge_faults(struct bs_inquiry *inquiry, const struct latch *latch,
                                        int64_t *gap_ns)
{
    struct bs_instant over = faults_over_at(inquiry->evidence, latch);

    if (over.ns == BS_INSTANT_UNKNOWN.ns || over.ns == BS_INSTANT_NEVER.ns ||
        over.ns >= latch->released_at.ns || was_up_already(inquiry, latch, over)) {
        return bs_passed("");
    }
    return judge_return(inquiry, latch, over, gap_ns);
}

struct bs_invariant bs_check_latches(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    int64_t gap_ns = -1;

    if (bs_evidence_count(evidence, BS_RECORD_LATCH) == 0) {
        return bs_passed("no latch was set");
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LATCH); k++) {
        struct bs_invariant judged;
        struct latch latch;

        if (!bs_text_is(bs_record_text(latch_record(evidence, k), "state"), "set")) {
            continue;
        }
        latch = latch_at(evidence, k);
        judged = judge_fences(inquiry, &latch, &gap_ns);
        if (judged.outcome == BS_OUTCOME_PASS) {
            judged = judge_lineages(inquiry, &latch, &gap_ns);
        }
        if (judged.outcome == BS_OUTCOME_PASS) {
            judged = judge_faults(inquiry, &latch, &gap_ns);
        }
        if (judged.outcome != BS_OUTCOME_PASS) {
            return judged;
        }
    }
    if (gap_ns < 0) {
        return bs_passed("no latched fence came down");
    }
    return bs_passed(bs_evidence_words(evidence,
                                       "each latch was enforced, at most %s after the return",
                                       bs_evidence_duration(evidence, gap_ns)));
}
