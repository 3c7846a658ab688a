/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/inquiry.h"

#include <string.h>

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
            return bs_violated(bs_instant_max(record->at, fence->end),
                               bs_evidence_words(evidence,
                                                 "%s points at %s in %s, which was fenced",
                                                 bs_record_words(record, "name"),
                                                 bs_record_words(record, "target"), fence->region));
        }
    }
    return judged ? bs_passed("no DNS record points at a fenced Region")
                  : bs_undecided("the history does not say where DNS points");
}

/** Whether the Region was opened, or made the leading one, after the step that fenced it. */
static bool was_opened_since(const struct bs_steps *steps, const struct bs_step_row *fence)
{
    static const char *const opening[] = {"releases", "promotes", NULL};

    for (size_t i = 0; i < steps->executed_count; i++) {
        const struct bs_step_row *row = &steps->executed[i];

        if (bs_text_is_one_of(row->effect, opening) && bs_text_is(row->region, fence->region) &&
            bs_step_state_is_done(row->state) && row->end.ns > fence->end.ns) {
            return true;
        }
    }
    return false;
}

/** Whether the step put its fence up: one that was passed over has only if its latch did later. */
static bool has_fenced(const struct bs_evidence *evidence, const struct bs_step_row *fence)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LATCH); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LATCH, k);

        if (bs_record_number(record, "execution") == fence->execution &&
            bs_text_is(bs_record_text(record, "step"), fence->id) &&
            bs_text_is(bs_record_text(record, "state"), "enforced")) {
            return true;
        }
    }
    return bs_text_is(fence->state, "completed");
}

static bool is_any_unhealed(const struct bs_outages *outages)
{
    for (size_t i = 0; i < outages->count; i++) {
        if (outages->items[i].censored != NULL) {
            return true;
        }
    }
    return false;
}

struct bs_invariant bs_check_dns_to_fenced(struct bs_inquiry *inquiry)
{
    struct bs_invariant result = bs_passed("no Region was fenced");
    const struct bs_steps *steps = inquiry->steps;
    bool any_fenced = false;

    if (is_any_unhealed(inquiry->outages)) {
        return bs_passed("never healed, so there is nothing to point at yet");
    }
    for (size_t i = 0; i < steps->executed_count; i++) {
        const struct bs_step_row *row = &steps->executed[i];

        if (!bs_text_is(row->effect, "fences") || row->region == NULL ||
            !bs_step_state_is_done(row->state) || !has_fenced(inquiry->evidence, row)) {
            continue;
        }
        any_fenced = true;
        if (was_opened_since(steps, row)) {
            continue;
        }
        result = judge_targets(inquiry->evidence, row);
        if (result.outcome != BS_OUTCOME_PASS) {
            return result;
        }
    }
    if (!any_fenced && bs_evidence_count(inquiry->evidence, BS_RECORD_FENCE) > 0) {
        return bs_undecided("a fence became effective, but no completed step says in which Region");
    }
    return result;
}

/* no_traffic_before_writable */

/** The Region of a target that some record pointed at; NULL if none ever did. */
static const char *region_of_target(const struct bs_evidence *evidence, const char *target)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DNS); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (bs_text_is(bs_record_text(record, "target"), target)) {
            return bs_record_text(record, "region");
        }
    }
    return NULL;
}

static bool is_being_rolled_back(const struct bs_inquiry *inquiry, const struct bs_call_fact *call)
{
    const char *state = NULL;

    for (size_t k = 0; k < inquiry->move_count && inquiry->moves[k].index < call->index; k++) {
        if (inquiry->moves[k].execution == call->execution &&
            bs_text_is(inquiry->moves[k].step, call->step)) {
            state = inquiry->moves[k].state;
        }
    }
    return bs_text_is(state, "rolling_back");
}

/** What the history says of a store's copies in a Region. */
struct copies {
    bool any;
    bool any_writable; /* Before the place that was asked for. */
};

/** Whether an application in the Region writes to wherever a store can be written. */
static bool writes_across(const struct bs_evidence *evidence, const char *region)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STATE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STATE, k);

        if (bs_text_is(bs_record_text(record, "kind"), "cross_region_writes") &&
            bs_text_is(bs_record_text(record, "state"), region)) {
            return true;
        }
    }
    return false;
}

/** `region` NULL: in any. */
static bool is_copy_in(const struct bs_record *record, const char *store, const char *region)
{
    return bs_text_is(bs_record_text(record, "store"), store) &&
           (region == NULL || bs_text_is(bs_record_text(record, "region"), region));
}

/** Whether a copy only lies in a Region that is lost: it is no less the one that takes the writes. */
static bool is_lost_with_its_region(const struct bs_record *record)
{
    return bs_text_is(bs_record_text(record, "reason"), "its Region's data plane is lost");
}

/** Whether the copy of LINEAGE record `k` was written about once more before a place in the history. */
static bool is_superseded(const struct bs_evidence *evidence, size_t k, size_t before)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    while (++k < bs_evidence_count(evidence, BS_RECORD_LINEAGE) &&
           bs_evidence_index(evidence, BS_RECORD_LINEAGE, k) < before) {
        const struct bs_record *later = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (bs_text_is(bs_record_text(later, "lineage"), bs_record_text(record, "lineage")) &&
            bs_text_is(bs_record_text(later, "store"), bs_record_text(record, "store")) &&
            !is_lost_with_its_region(later)) {
            return true;
        }
    }
    return false;
}

static struct copies find_copies(const struct bs_evidence *evidence, const char *store,
                                 const char *region, size_t before)
{
    struct copies copies = {0};

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (!is_copy_in(record, store, region)) {
            continue;
        }
        copies.any = true;
        copies.any_writable =
            copies.any_writable || (bs_evidence_index(evidence, BS_RECORD_LINEAGE, k) < before &&
                                    bs_text_is(bs_record_text(record, "state"), "writable") &&
                                    !is_superseded(evidence, k, before));
    }
    return copies;
}

static bool promotes_in(const struct bs_inquiry *inquiry, int64_t execution, const char *region)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const struct bs_execution_row *row = bs_executions_get(inquiry->executions, execution);

    for (size_t p = 0; row != NULL && p < bs_evidence_count(evidence, BS_RECORD_PLANNED); p++) {
        const struct bs_record *planned = bs_evidence_get(evidence, BS_RECORD_PLANNED, p);

        if (bs_text_is(bs_record_text(planned, "effect"), "promotes") &&
            bs_text_is(bs_record_text(planned, "region"), region) &&
            bs_text_is(bs_record_text(planned, "workflow"), row->workflow)) {
            return true;
        }
    }
    return false;
}

/** Whether a step was passed over because people said so, not because the plan does. */
static bool has_authority(const struct bs_evidence *evidence, const struct bs_step_fact *move)
{
    const char *reason = bs_record_text(bs_history_get(evidence->history, move->index), "reason");

    return reason != NULL && strstr(reason, "on the authority of") != NULL;
}

/**
 * Whether people passed over a promotion of the call's execution, or the proof that it serves: then they
 * answer for where clients go.
 */
static bool was_passed_over(const struct bs_inquiry *inquiry, const struct bs_call_fact *call)
{
    static const char *const proving[] = {"promotes", "proves", NULL};

    for (size_t k = 0; k < inquiry->move_count && inquiry->moves[k].index < call->index; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->execution == call->execution &&
            bs_text_is(move->state, "completed_with_exceptions") &&
            bs_text_is_one_of(bs_step_effect(inquiry, move->execution, move->step), proving) &&
            has_authority(inquiry->evidence, move)) {
            return true;
        }
    }
    return false;
}

static struct bs_invariant judge_change(struct bs_inquiry *inquiry, const struct bs_call_fact *call,
                                        const char *region)
{
    struct bs_evidence *evidence = inquiry->evidence;
    const char *where = writes_across(evidence, region) ? NULL : region;
    bool any_copy = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const struct bs_record *store = bs_evidence_get(evidence, BS_RECORD_STORE, k);
        struct copies copies;

        if (!bs_text_is(bs_record_text(store, "writers"), "one")) {
            continue;
        }
        copies = find_copies(evidence, bs_record_text(store, "store"), where, call->index);
        any_copy = any_copy || copies.any;
        if (copies.any && !copies.any_writable) {
            return bs_violated(call->at,
                               bs_evidence_words(evidence,
                                                 "%s pointed %s at %s while no copy of %s in %s "
                                                 "was writable",
                                                 call->step, call->resource, call->target,
                                                 bs_record_words(store, "store"), region));
        }
    }
    if (!any_copy && promotes_in(inquiry, call->execution, region)) {
        return bs_violated(call->at,
                           bs_evidence_words(evidence,
                                             "%s pointed %s at %s, but nothing was ever "
                                             "promoted in %s",
                                             call->step, call->resource, call->target, region));
    }
    return bs_passed("");
}

struct bs_invariant bs_check_traffic_before_writable(struct bs_inquiry *inquiry)
{
    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];
        const char *region;
        struct bs_invariant judged;

        if (call->step == NULL || call->target == NULL || !bs_call_was_sent(call) ||
            !bs_text_is(call->operation, "route53:ChangeResourceRecordSets") ||
            is_being_rolled_back(inquiry, call) || was_passed_over(inquiry, call)) {
            continue;
        }
        region = region_of_target(inquiry->evidence, call->target);
        if (region == NULL) {
            continue;
        }
        judged = judge_change(inquiry, call, region);
        if (judged.outcome != BS_OUTCOME_PASS) {
            return judged;
        }
    }
    return bs_passed("no step moved clients to a Region before its data could be written");
}

/* no_needless_failover */

enum { SETTLED_S = 300 };

/** The Region that a workflow fences, and so leaves; NULL if it fences none. */
static const char *left_by(const struct bs_evidence *evidence, const char *workflow)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PLANNED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PLANNED, k);

        if (bs_text_is(bs_record_text(record, "workflow"), workflow) &&
            bs_text_is(bs_record_text(record, "effect"), "fences")) {
            return bs_record_text(record, "region");
        }
    }
    return NULL;
}

/** Whether DNS record `k` says where all answers of a name led at `at`, and had for a while. */
static bool is_settled(const struct bs_evidence *evidence, size_t k, struct bs_instant at)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

    if (!bs_text_is(bs_record_text(record, "state"), "insync") ||
        bs_record_number(record, "percent") < 100 ||
        bs_instant_add(record->at, BS_SECONDS(SETTLED_S)).ns > at.ns) {
        return false;
    }
    for (size_t i = 0; i < bs_evidence_count(evidence, BS_RECORD_DNS); i++) {
        const struct bs_record *later = bs_evidence_get(evidence, BS_RECORD_DNS, i);

        if (later->at.ns <= at.ns &&
            bs_text_is(bs_record_text(later, "name"), bs_record_text(record, "name")) &&
            bs_record_number(later, "change") > bs_record_number(record, "change")) {
            return false;
        }
    }
    return true;
}

/** Whether all answers of a name led elsewhere than to `region` at `at`, and had for a while. */
static bool has_left(const struct bs_evidence *evidence, const char *name, const char *region,
                     struct bs_instant at)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DNS); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (bs_text_is(bs_record_text(record, "name"), name) && is_settled(evidence, k, at)) {
            return !bs_text_is(bs_record_text(record, "region"), region);
        }
    }
    return false;
}

/** Whether every name that there was at `at` had led elsewhere than to `region` for a while. */
static bool is_left(const struct bs_evidence *evidence, const char *region, struct bs_instant at)
{
    bool found = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DNS); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (record->at.ns > at.ns) {
            continue;
        }
        if (!has_left(evidence, bs_record_text(record, "name"), region, at)) {
            return false;
        }
        found = true;
    }
    return found;
}

/** Whether, if there are leases, who moved clients had the next one too, and with it could say so. */
static bool could_say_so(const struct bs_inquiry *inquiry, const struct bs_step_fact *move)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    const struct bs_execution_row *row = bs_executions_get(inquiry->executions, move->execution);

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LEASE); k++) {
        if (bs_evidence_index(evidence, BS_RECORD_LEASE, k) > move->index) {
            const struct bs_record *lease = bs_evidence_get(evidence, BS_RECORD_LEASE, k);

            return row != NULL && bs_record_number(lease, "holder") == row->orchestrator;
        }
    }
    return true;
}

/** Whether the step that moved clients last before a place in the history ended well, and others know. */
static bool has_moved_knowingly(const struct bs_inquiry *inquiry, size_t before)
{
    const struct bs_step_fact *last = NULL;

    for (size_t k = 0; k < inquiry->move_count && inquiry->moves[k].index < before; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (bs_text_is(bs_step_effect(inquiry, move->execution, move->step), "moves_traffic")) {
            last = move;
        }
    }
    return last == NULL || (bs_text_is(last->state, "completed") && could_say_so(inquiry, last));
}

struct bs_invariant bs_check_needless_failover(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DECISION); k++) {
        const struct bs_record *decision = bs_evidence_get(evidence, BS_RECORD_DECISION, k);
        const char *region = left_by(evidence, bs_record_text(decision, "workflow"));

        if (region != NULL && is_left(evidence, region, bs_decided_at(inquiry, k)) &&
            has_moved_knowingly(inquiry, bs_evidence_index(evidence, BS_RECORD_DECISION, k))) {
            return bs_violated(decision->at,
                               bs_evidence_words(evidence,
                                                 "%s was to leave %s, where no name had led for 5 "
                                                 "minutes",
                                                 bs_record_words(decision, "workflow"), region));
        }
    }
    return bs_passed("no Region was left that nobody was in");
}
