/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_INQUIRY_H
#define BS_REPORTS_CHECKS_INQUIRY_H

/** What the invariants' files share: the facts that several of them need, and the checks themselves. */

#include "reports/checks/invariants.h"

/** A call with its answer, its fields read once. */
struct bs_call_fact {
    size_t index; /* Of the CALL in the history. */
    struct bs_instant at;
    struct bs_instant deadline;
    int64_t number;
    int64_t orchestrator;
    int64_t execution; /* Negative: watching. */
    const char *step;  /* NULL: watching. */
    const char *operation;
    const char *region;
    const char *resource;
    const char *target;
    int64_t count;
    size_t answer_index; /* Of the ANSWER; SIZE_MAX: none. */
    struct bs_instant answered_at;
    const char *outcome; /* NULL: not answered. */
    const char *error;   /* The kind; may be NULL. */
};

/** A STEP record, its fields read once. */
struct bs_step_fact {
    size_t index;
    struct bs_instant at;
    int64_t execution;
    const char *step;
    const char *state;
    const char *group;  /* That it stands in, or NULL. */
    size_t place;       /* In the plan; SIZE_MAX if the plan does not say. */
    const char *before; /* The step's state before; NULL: none. */
    bool is_start;
};

/** A LATCH record, its fields read once. */
struct bs_latch_fact {
    size_t index;
    int64_t execution;
    const char *step;
    const char *resource;
    bool is_set; /* Rather than enforced or released. */
};

struct bs_inquiry {
    struct bs_evidence *evidence;
    const struct bs_outages *outages;
    const struct bs_executions *executions;
    const struct bs_steps *steps;
    struct bs_call_fact *calls; /* In the order of the history. */
    size_t call_count;
    struct bs_step_fact *moves; /* In the order of the history. */
    size_t move_count;
    struct bs_latch_fact *latches; /* In the order of the history. */
    size_t latch_count;
};

static inline struct bs_invariant bs_passed(const char *reason)
{
    return (struct bs_invariant){
        .outcome = BS_OUTCOME_PASS, .reason = reason, .first = BS_INSTANT_UNKNOWN};
}

static inline struct bs_invariant bs_undecided(const char *reason)
{
    return (struct bs_invariant){
        .outcome = BS_OUTCOME_UNKNOWN, .reason = reason, .first = BS_INSTANT_UNKNOWN};
}

static inline struct bs_invariant bs_violated(struct bs_instant first, const char *reason)
{
    return (struct bs_invariant){.outcome = BS_OUTCOME_FAIL, .reason = reason, .first = first};
}

/** Reads what the checks share. */
void bs_inquiry_open(struct bs_evidence *evidence, const struct bs_invariants_question *question,
                     struct bs_inquiry *inquiry);

/** After a resumption a call may be recorded whose deadline is over: then it was never sent. */
static inline bool bs_call_was_sent(const struct bs_call_fact *call)
{
    return call->deadline.ns > call->at.ns;
}

/** Whether a call was answered `outcome` before place `index` in the history. */
bool bs_call_was_answered(const struct bs_call_fact *call, const char *outcome, size_t index);

/** Whether both calls are for the same operation on the same resource in the same Region. */
bool bs_call_is_same_effect(const struct bs_call_fact *a, const struct bs_call_fact *b);

/** Whether repeating the operation makes a second resource or loses data. */
bool bs_operation_is_once(const char *operation);

/** Whether the operation is asked of an AWS service's interface: no HTTP request, no person. */
bool bs_operation_is_of_aws(const char *operation);

/** Whether it changes nothing: Get, Describe, List. */
bool bs_operation_reads(const char *operation);

/** Whether `lineage` ("orders#2") is a generation of `resource` ("orders"). */
bool bs_lineage_is_of(const char *lineage, const char *resource);

/** Whether between two places in the history the resource of `lineage` was in one of `states`. */
bool bs_resource_went_through(const struct bs_evidence *evidence, const char *lineage,
                              const char *const *states, size_t from, size_t to);

/** Whether the sender of the second call read the resource in between, as no_blind_repeat asks. */
bool bs_was_read_back(const struct bs_inquiry *inquiry, const struct bs_call_fact *first,
                      const struct bs_call_fact *second);

/** The PLANNED effect of a step of an execution; NULL if the plan does not say. */
const char *bs_step_effect(const struct bs_inquiry *inquiry, int64_t execution, const char *step);

/** The instant of the first LEASE, after place `from`, of another holder than `orchestrator`. */
struct bs_instant bs_taken_over_at(const struct bs_evidence *evidence, int64_t orchestrator,
                                   size_t from);

struct bs_invariant bs_check_unguarded_promote(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_write_behind_fence(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_needless_failover(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_dns_to_fenced(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_traffic_before_writable(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_latches(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_repeated_effect(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_blind_repeat(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_terminal_error(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_breaker(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_execution_ends(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_timeouts(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_step_after_stop(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_undo(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_approvals(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_confirmation(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_leases(struct bs_inquiry *inquiry);
struct bs_invariant bs_check_one_execution(struct bs_inquiry *inquiry);

/** What EXPECT record `record` asks for; its name is "expect_" and the expectation's. */
struct bs_invariant bs_check_expectation(struct bs_inquiry *inquiry,
                                         const struct bs_record *record);

/**
 * When an orchestrator did what it records at an instant: then, or, if it was resumed then, before its
 * crash; for what it had journaled without a record is recorded at the resumption.
 */
struct bs_instant bs_begun_at(const struct bs_evidence *evidence, int64_t orchestrator,
                              struct bs_instant at);

/** The same of DECISION record `k`. */
struct bs_instant bs_decided_at(const struct bs_inquiry *inquiry, size_t k);

#endif
