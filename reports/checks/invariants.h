/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_INVARIANTS_H
#define BS_REPORTS_CHECKS_INVARIANTS_H

/**
 * What must hold in every run, whatever the objectives, and what this scenario's author expects beyond
 * them.
 *
 * A resource that is deleted and made again keeps its name; its lineages are `orders`, `orders#2`, .. A
 * step *starts* with each `in_progress` that does not merely follow its own `pending_approval`. The
 * *group* of a step is the parallel group that PLANNED names; its members start together.
 *
 * Data (checks/fencing.c, checks/routing.c, checks/latches.c):
 * - `no_unguarded_promote`: whenever a lineage of a store with `writers: one` becomes writable for the
 *   first time after instant 0, each other lineage that is writable then, and the one that last became so,
 *   has an effective fence that was not released, or is gone (its resource went through deleting since),
 *   or a RISK of the execution that sent the promotion precedes that call, with more than half of the
 *   sources seeing the failure.
 * - `no_write_behind_fence`: no ACKNOWLEDGED record counts writes behind an effective fence.
 * - `no_needless_failover`: no DECISION runs a workflow that fences a Region (the PLANNED region of its first
 *   step that `fences`) once all answers of every name have led elsewhere for 5 min (DNS insync at 100 per
 *   cent, no later change), the step that made them completed, and its orchestrator had the next lease: what
 *   is not over, or cannot have been passed on, may be done again.
 * - `no_dns_to_fenced`: if all outages, planned ones too, are over by the end of the run, no DNS
 *   record's last `insync` target lies in a fenced Region: one in which a `fences` step completed (or was
 *   passed over, and its latch enforced later) and was not rolled back, and no `releases` or `promotes`
 *   step completed since.
 * - `no_traffic_before_writable`: when a step that is not being rolled back, of an execution in which no
 *   promotion and no proof was passed over by people, points a DNS record at a target, each store with
 *   `writers: one` that has a copy in the target's Region has a writable one there, or one that would be
 *   if its Region were not lost (anywhere, where a service of that Region writes across Regions); if the
 *   history names no such copy, the step's workflow promotes nothing in that Region.
 * - `latch_holds`: while a latch on a resource is set, no fence of its lineage is released, unless a
 *   `releases` step is under way, or no orchestrator is up or (if there are leases) none knows that it
 *   holds one, or what fences the resource itself was tried and never answered ok, so that the fence was up
 *   for want of tasks only; and if a fence comes down for that, an orchestrator comes up after such a time,
 *   the lineage becomes writable, or the last of the faults ends that stood when the latch was set, the
 *   fence is effective, or the latch enforced, within 60 s. Not asked for where the run ends earlier, or no
 *   orchestrator is up or (if there are leases) none knows all that time that it holds one, or in that time
 *   each call that would put the fence up, or each that looks whether it is, is answered with an error or not
 *   at all.
 *
 * Calls (checks/calling.c); one that is recorded at a resumption, past its deadline, was never sent, and no
 * check takes it for sent:
 * - `no_repeated_effect`: no operation that must not be repeated was answered ok twice for one resource,
 *   unless the resource was deleted or made anew in between, or a promotion came to nothing: the instance
 *   was available again without having been rebooted.
 * - `no_blind_repeat`: between two sends of such an operation for one resource, by whomever, the second
 *   sender read the resource (rds:DescribeDBInstances, answered ok or not_found): after the first one's
 *   answer, or, if it was `info` or not answered, no earlier than 10 s after its deadline.
 * - `no_retry_of_terminal_error`: after an error that time does not cure (invalid_state, not_found,
 *   denied, condition, other) a step does not send the same operation for the same resource again before
 *   its next STEP record. Reads, HTTP, people and dynamodb:UpdateItem may be asked again, what must not be
 *   repeated may be sent again if it was read back in between, and a latch looks again whatever it met.
 * - `breaker_respected`: after 5 answers in a row of info, refused or unavailable to an orchestrator's
 *   step calls to one service in one Region, it sends no further one there for 20 s from the last (if that
 *   is info, from the call's deadline); then at most 3 before an answer comes, whose failure begins another
 *   20 s. HTTP requests and people have no breaker; latches ask none and keep none open.
 *
 * Executions (checks/progress.c, checks/approvals.c):
 * - `execution_ends`: each execution's last state is final, or one in which it waits with a reason, or its
 *   orchestrator crashed and another took its lease; nothing follows a final state, and no STEP comes
 *   later. Unknown if the history ends while a step was under way, or while its orchestrator was down and the
 *   last lease still stood, so that nobody could take its place.
 * - `steps_within_timeout`: from a start to its end a step takes at most its timeout, plus the time in
 *   which its execution stood pending or paused, plus the time in which its orchestrator was down: from
 *   the last call or answer before `crashed` until `resumed`.
 * - `no_step_after_stop`: no step starts after its execution ended or another step of it failed or timed
 *   out that was not passed over, tried again, replaced or skipped; nor while the execution stands paused
 *   or pending_approval. Members of the group that fails or waits may start at its side.
 * - `no_undo_of_undone`: a step is rolled back only if it was started since it last was (an undo that
 *   failed may be tried again), and never if it stands before (not beside) a step that promotes and has
 *   completed in that execution.
 * - `approval_respected`: after a person declined a question that a step asked, no later step of its
 *   execution starts, unless a person approves, retries or skips after that; a step goes from
 *   `pending_approval` to `completed` only if a person approved a question that it asked. A step whose
 *   approval timed out is judged by `no_step_after_stop`.
 * - `no_failover_without_confirmation`: each DECISION that no operator ordered comes with a DETECTION
 *   `confirmed` of its trigger at the same instant. What is recorded at a resumption was decided before
 *   the crash, and may have been confirmed at that instant.
 *
 * Orchestrators (checks/leases.c):
 * - `calls_covered_by_lease`: if there are leases, each mutating call (sent before its deadline; no Get,
 *   Describe, List, HTTP, people, nor dynamodb:UpdateItem) is sent while its orchestrator's latest lease
 *   lasts to the call's deadline and no other was granted since; tokens never decrease, and grow when the
 *   holder changes; a lease is granted to another only once the last one is over or was given back; no
 *   step starts while another orchestrator's lease stands, but for what is only recorded then, at a
 *   resumption.
 * - `one_execution_at_a_time`: while an execution is `in_progress`, no other is. One whose orchestrator
 *   crashed counts until another orchestrator is granted a lease; what is recorded at a resumption was
 *   begun before.
 *
 * Expectations (checks/expectations.c), from EXPECT: `expect_recovered`; `expect_failovers`, the number of
 * decisions, not ordered by an operator, for a workflow that promotes something; `expect_executions`, of
 * those that came in progress; `expect_lost_writes`, missing at the end as lost, quarantined, overwritten
 * or discarded, and diverged; `expect_approvals`, by people.
 *
 * Without the evidence that a check needs, the outcome is unknown.
 */

#include <stddef.h>

#include "reports/checks/executions.h"
#include "reports/checks/outage.h"
#include "reports/checks/steps.h"

enum bs_outcome {
    BS_OUTCOME_PASS,
    BS_OUTCOME_FAIL,
    BS_OUTCOME_UNKNOWN,
};

struct bs_invariant {
    const char *name;
    enum bs_outcome outcome;
    const char *reason;      /* Never NULL. */
    struct bs_instant first; /* When first violated; BS_INSTANT_UNKNOWN if not. */
};

struct bs_invariants {
    struct bs_invariant *items;
    size_t count;
};

/** What the checks go by besides the evidence. */
struct bs_invariants_question {
    const struct bs_outages *outages;
    const struct bs_executions *executions;
    const struct bs_steps *steps;
};

void bs_invariants_find(struct bs_evidence *evidence, const struct bs_invariants_question *question,
                        struct bs_invariants *invariants);

/** "pass", "fail", "unknown". */
const char *bs_outcome_name(enum bs_outcome outcome);

#endif
