/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/rules.h"

/* A cutover to a load balancer is proved before it by that balancer, after it by anything. */
static bool is_proved_before(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const struct bs_step *test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, NULL);

    for (; test != NULL; test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, test)) {
        if (test->parameters.resource == cutover->parameters.to &&
            bs_lint_precedes(lint, test, cutover)) {
            return true;
        }
    }
    return false;
}

static bool is_tested_after(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const struct bs_step *test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, NULL);

    for (; test != NULL; test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, test)) {
        if (bs_lint_precedes(lint, cutover, test) &&
            (test->parameters.resource == cutover->parameters.to ||
             test->parameters.resource == cutover->parameters.resource)) {
            return true;
        }
    }
    return false;
}

/* A hold, and a workflow that is complete only once sources are healthy, look as well. */
static bool is_watched_after(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const struct bs_step *hold = bs_lint_next(lint, BS_BLOCK_HOLD, NULL);

    while (hold != NULL && !bs_lint_precedes(lint, cutover, hold)) {
        hold = bs_lint_next(lint, BS_BLOCK_HOLD, hold);
    }
    return hold != NULL || lint->workflow->healthy_count > 0;
}

static bool is_proved_after(const struct bs_lint *lint, const struct bs_step *cutover)
{
    return is_tested_after(lint, cutover) || is_watched_after(lint, cutover);
}

void bs_lint_no_smoke_test_before_cutover(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        if (!is_proved_before(lint, step)) {
            bs_lint_at_step(lint, step,
                            "sends clients to %s without a smoke_test via it before: if it does "
                            "not serve, they find out first",
                            step->parameters.to->id);
        }
    }
}

void bs_lint_no_health_validation_after_cutover(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        if (!is_proved_after(lint, step)) {
            bs_lint_at_step(
                lint, step,
                "no smoke_test via %s and no hold after it: the workflow ends without anybody "
                "having looked whether clients are served",
                step->parameters.resource->id);
        }
    }
}

void bs_lint_notification_missing(struct bs_lint *lint)
{
    if (bs_lint_next(lint, BS_BLOCK_NOTIFY, NULL) == NULL) {
        bs_lint_at(lint, bs_lint_workflow_place(lint), "%s has no notify step: nobody is told",
                   lint->workflow->name);
    }
}
