/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/lease.h"

#include "base/assert.h"
#include "orchestrator/core/execution.h"
#include "orchestrator/core/latch.h"
#include "orchestrator/core/mutant.h"
#include "orchestrator/core/task.h"
#include "orchestrator/core/watch.h"

/* A third of its duration: two renewals may fail before it is lost. */
static struct bs_duration renewal(const struct bs_lease *lease)
{
    return (struct bs_duration){lease->duration.ns / 3};
}

/* Sooner after silence, so that the lease is not lost to one lost answer. */
static struct bs_duration retry(const struct bs_lease *lease)
{
    return (struct bs_duration){lease->duration.ns / 12};
}

void bs_lease_start(struct bs_core *core)
{
    core->lease.next_at = core->plan->lease != NULL ? core->now : BS_INSTANT_NEVER;
}

bool bs_lease_covers(const struct bs_core *core, struct bs_instant deadline)
{
    const struct bs_lease_run *run = &core->lease;

    if (core->plan->lease == NULL || run->is_unleased || BS_MUTANT(NO_LEASE_CHECK)) {
        return true;
    }
    return run->is_held && bs_instant_add(deadline, core->plan->lease->skew).ns <= run->until.ns;
}

bool bs_lease_is_held(const struct bs_core *core)
{
    return bs_lease_covers(core, core->now);
}

/* Only who holds the lease knows; what the last holder left must not be lost before it has been read. */
static uint64_t memo_of(struct bs_core *core)
{
    if (!core->lease.is_held || core->lease.until.ns <= core->now.ns) {
        return 0;
    }
    return BS_LEASE_MEMO_WRITTEN | bs_latch_memo(core) |
           (core->side == BS_SIDE_ACTIVATING ? BS_LEASE_MEMO_MOVED : 0);
}

static void ask(struct bs_core *core, struct bs_effects *effects)
{
    const struct bs_lease *lease = core->plan->lease;
    const struct bs_open_call call = {.caller = BS_CALLER_LEASE,
                                      .deadline = bs_instant_add(core->now, BS_CALL_DEADLINE)};
    const struct bs_call_request request = {
        .operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
        .region = lease->table->region,
        .resource = lease->table->id,
        .key = lease->key,
        .lease = {.holder = core->orchestrator,
                  .now = core->now,
                  .until = bs_instant_add(core->now, lease->duration),
                  .skew = lease->skew,
                  .memo = memo_of(core)}};

    core->lease.is_asking = true;
    core->lease.asked_until = request.lease.until;
    core->lease.next_at = bs_instant_add(core->now, renewal(lease));
    (void)bs_core_send(core, &call, &request, effects);
}

void bs_lease_memo_changed(struct bs_core *core)
{
    if (core->plan->lease != NULL) {
        core->lease.next_at = core->now;
    }
}

/* What the last holder knew. Its own execution it must have given up: its lease has run out. */
static void take_over(struct bs_core *core, uint64_t memo)
{
    if ((memo & BS_LEASE_MEMO_WRITTEN) == 0) {
        return;
    }
    bs_core_reckon_with_late_calls(core);
    if (BS_MUTANT(FORGET_SIDE)) {
        return;
    }
    core->side = (memo & BS_LEASE_MEMO_MOVED) != 0 ? BS_SIDE_ACTIVATING : BS_SIDE_DEACTIVATING;
    bs_latch_adopt(core, memo);
}

static void granted(struct bs_core *core, const struct bs_call_answer *answer)
{
    struct bs_lease_run *run = &core->lease;
    const uint64_t token = (uint64_t)answer->change;

    if (token != run->token) {
        if (run->token != 0) {
            bs_execution_give_up(core, BS_EXECUTION_CANCELED,
                                 "the lease was in other hands meanwhile");
        }
        take_over(core, answer->memo);
    }
    run->token = token;
    run->is_held = true;
    run->is_unleased = false;
    run->until = run->asked_until;
}

void bs_lease_answer(struct bs_core *core, const struct bs_call_answer *answer,
                     struct bs_effects *effects)
{
    struct bs_lease_run *run = &core->lease;

    (void)effects;
    run->is_asking = false;
    run->is_doubted = false;
    if (answer->outcome == BS_OUTCOME_OK) {
        granted(core, answer);
    } else if (answer->outcome == BS_OUTCOME_ERROR && answer->error == BS_CALL_ERROR_CONDITION) {
        run->is_held = false;
        run->is_unleased = false; /* That word was given for a store that does not answer. */
        bs_execution_give_up(core, BS_EXECUTION_CANCELED, "another orchestrator holds the lease");
    } else {
        run->is_doubted = true;
        run->next_at =
            bs_instant_min(run->next_at, bs_instant_add(core->now, retry(core->plan->lease)));
    }
}

/* Whoever says so answers for what two orchestrators may then do to each other. */
static void note_risk(struct bs_core *core, struct bs_effects *effects)
{
    struct bs_note *note = bs_effects_note(effects, BS_NOTE_RISK, BS_STEP_NONE);

    note->execution = core->execution.number;
    note->workflow = core->execution.workflow;
    note->vantage = bs_watch_vantage(core, core->execution.trigger);
    note->detail = core->plan->lease->role->id;
    note->reason = bs_reason_of("goes on without the lease");
}

/* Asking whether to go on without it, where the plan says so. */
static bool settle_question(struct bs_core *core, struct bs_effects *effects)
{
    const uint32_t task = bs_core_own_task_number(core, BS_OWN_TASK_UNLEASED);

    if (core->plan->lease->unreachable != BS_UNREACHABLE_ASK || core->lease.is_unleased ||
        core->execution.pause != BS_PAUSE_LEASE) {
        return false;
    }
    if (!bs_task_has_ended(core, task)) {
        return bs_task_settle(core, task, effects);
    }
    if (bs_task_outcome(core, task) == BS_LANE_DONE) {
        core->lease.is_unleased = true;
        note_risk(core, effects);
        return true;
    }
    return false; /* Declined: it stands still until the lease is back. */
}

bool bs_lease_settle(struct bs_core *core, struct bs_effects *effects)
{
    if (core->plan->lease == NULL) {
        return false;
    }
    if (!core->lease.is_asking && core->lease.next_at.ns <= core->now.ns) {
        ask(core, effects);
        return true;
    }
    return settle_question(core, effects);
}

struct bs_instant bs_lease_wake_at(struct bs_core *core)
{
    struct bs_instant at = BS_INSTANT_NEVER;

    if (core->plan->lease == NULL) {
        return at;
    }
    if (!core->lease.is_asking) {
        at = core->lease.next_at;
    }
    if (core->lease.is_held && core->execution.pause == BS_PAUSE_NONE) {
        const struct bs_instant lost_at = {core->lease.until.ns - core->plan->lease->skew.ns + 1};

        at = lost_at.ns > core->now.ns ? bs_instant_min(at, lost_at) : at;
    }
    if (core->execution.pause == BS_PAUSE_LEASE &&
        core->plan->lease->unreachable == BS_UNREACHABLE_ASK) {
        const uint32_t task = bs_core_own_task_number(core, BS_OWN_TASK_UNLEASED);

        at = bs_instant_min(at, bs_task_wake_at(core, task));
    }
    return at;
}
