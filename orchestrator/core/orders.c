/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/orders.h"

#include <string.h>

#include "orchestrator/core/execution.h"
#include "orchestrator/core/lease.h"
#include "orchestrator/core/watch.h"

static bool takes_orders(const struct bs_plan *plan)
{
    for (uint32_t i = 0; i < plan->trigger_count; i++) {
        if (plan->triggers[i].source == BS_SOURCE_NONE) {
            return true;
        }
    }
    return plan->operator_role != NULL;
}

void bs_orders_start(struct bs_core *core)
{
    core->orders.next_at = takes_orders(core->plan) ? core->now : BS_INSTANT_NEVER;
}

static void ask(struct bs_core *core, struct bs_effects *effects)
{
    const struct bs_open_call call = {.caller = BS_CALLER_ORDERS,
                                      .deadline = bs_instant_add(core->now, BS_CALL_DEADLINE)};
    const struct bs_call_request request = {
        .operation = BS_OPERATION_PEOPLE_GET_ORDER, .region = "people", .count = core->orders.last};

    core->orders.is_asking = true;
    core->orders.next_at = bs_instant_add(core->now, BS_ORDERS_INTERVAL);
    (void)bs_core_send(core, &call, &request, effects);
}

/* Words that are about the execution rather than the name of a workflow. */
static const struct {
    const char *word;
    bs_order_fn *obey;
} words[] = {
    {"pause", bs_execution_pause}, {"resume", bs_execution_resume}, {"cancel", bs_execution_cancel},
    {"retry", bs_execution_retry}, {"skip", bs_execution_skip},
};

static void obey(struct bs_core *core, const char *order, struct bs_effects *effects)
{
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strcmp(words[i].word, order) == 0) {
            words[i].obey(core, effects);
            return;
        }
    }
    bs_watch_order(core, order, effects);
}

void bs_orders_answer(struct bs_core *core, const struct bs_call_answer *answer,
                      struct bs_effects *effects)
{
    core->orders.is_asking = false;
    if (answer->outcome != BS_OUTCOME_OK || answer->change <= core->orders.last) {
        return;
    }
    core->orders.last = answer->change;
    core->orders.next_at = core->now; /* There may be more. */
    if (bs_lease_is_held(core)) {
        obey(core, answer->order, effects);
    }
}

bool bs_orders_settle(struct bs_core *core, struct bs_effects *effects)
{
    if (core->orders.is_asking || core->orders.next_at.ns > core->now.ns) {
        return false;
    }
    ask(core, effects);
    return true;
}

struct bs_instant bs_orders_wake_at(const struct bs_core *core)
{
    return core->orders.is_asking ? BS_INSTANT_NEVER : core->orders.next_at;
}
