/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/invariants.h"

#include "base/assert.h"
#include "reports/checks/inquiry.h"

struct invariant_check {
    const char *name;
    struct bs_invariant (*judge)(struct bs_inquiry *);
};

static const struct invariant_check invariant_checks[] = {
    {"no_unguarded_promote", bs_check_unguarded_promote},
    {"no_write_behind_fence", bs_check_write_behind_fence},
    {"execution_ends", bs_check_execution_ends},
    {"no_repeated_effect", bs_check_repeated_effect},
    {"no_blind_repeat", bs_check_blind_repeat},
    {"no_needless_failover", bs_check_needless_failover},
    {"no_dns_to_fenced", bs_check_dns_to_fenced},
    {"no_traffic_before_writable", bs_check_traffic_before_writable},
    {"steps_within_timeout", bs_check_timeouts},
    {"no_step_after_stop", bs_check_step_after_stop},
    {"no_retry_of_terminal_error", bs_check_terminal_error},
    {"breaker_respected", bs_check_breaker},
    {"no_undo_of_undone", bs_check_undo},
    {"latch_holds", bs_check_latches},
    {"approval_respected", bs_check_approvals},
    {"no_failover_without_confirmation", bs_check_confirmation},
    {"calls_covered_by_lease", bs_check_leases},
    {"one_execution_at_a_time", bs_check_one_execution},
};

void bs_invariants_find(struct bs_evidence *evidence, const struct bs_invariants_question *question,
                        struct bs_invariants *invariants)
{
    size_t fixed = sizeof(invariant_checks) / sizeof(invariant_checks[0]);
    size_t expected = bs_evidence_count(evidence, BS_RECORD_EXPECT);
    struct bs_inquiry inquiry;

    *invariants = (struct bs_invariants){
        .items = bs_evidence_array(evidence, fixed + expected, sizeof(*invariants->items)),
    };
    bs_inquiry_open(evidence, question, &inquiry);
    if (evidence->failed) {
        return;
    }
    for (size_t i = 0; i < fixed; i++) {
        struct bs_invariant *item = &invariants->items[invariants->count++];

        *item = invariant_checks[i].judge(&inquiry);
        item->name = invariant_checks[i].name;
    }
    for (size_t k = 0; k < expected; k++) {
        invariants->items[invariants->count++] =
            bs_check_expectation(&inquiry, bs_evidence_get(evidence, BS_RECORD_EXPECT, k));
    }
}

const char *bs_outcome_name(enum bs_outcome outcome)
{
    static const char *const names[] = {"pass", "fail", "unknown"};

    BS_ASSERT((size_t)outcome < sizeof(names) / sizeof(names[0]));
    return names[outcome];
}
