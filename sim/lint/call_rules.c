/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/block.h"
#include "sim/lint/rules.h"

void bs_lint_ttl_of_alias(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_LOWER_TTL, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_LOWER_TTL, step)) {
        if (bs_lint_record(lint, step)->is_alias) {
            bs_lint_at_step(lint, step,
                            "%s is an alias, whose TTL is that of what it points to: the call is "
                            "refused",
                            step->parameters.resource->id);
        }
    }
}

/* ---- Autoscaling ---- */

static void judge_fenced(struct bs_lint *lint, const struct bs_step *fence,
                         const struct bs_plan_resource *fenced)
{
    const struct bs_resource *service = bs_lint_resource(lint, fenced);

    if (service != NULL && service->kind == BS_RESOURCE_ECS_SERVICE &&
        service->is.ecs.autoscaling_min > 0 &&
        !bs_lint_names_before(lint, BS_BLOCK_SUSPEND_CHANGE, service->id, fence)) {
        bs_lint_at_step(lint, fence,
                        "stops all tasks of %s, whose autoscaling keeps at least %lld: it starts "
                        "them again behind the fence, as no suspend_change stands before",
                        service->id, (long long)service->is.ecs.autoscaling_min);
    }
}

void bs_lint_fence_undone_by_autoscaling(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_FENCE, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_FENCE, step)) {
        for (uint32_t i = 0; i < step->parameters.of_count; i++) {
            judge_fenced(lint, step, step->parameters.of[i]);
        }
    }
}

/* ---- Retries ---- */

enum { GIVES_UP_EARLY = 4 }; /* Within this part of its timeout. */

/* The longest that all waits between tries can be together. */
static int64_t patience_ns(const struct bs_retry *retry, int64_t enough_ns)
{
    int64_t wait_ns = retry->base.ns < retry->cap.ns ? retry->base.ns : retry->cap.ns;
    int64_t total_ns = 0;

    for (int64_t i = 1; i < retry->max && total_ns < enough_ns; i++) {
        total_ns += wait_ns + wait_ns / BS_PPB_ONE * retry->jitter_ppb +
                    wait_ns % BS_PPB_ONE * retry->jitter_ppb / BS_PPB_ONE;
        wait_ns = wait_ns < retry->cap.ns / retry->factor ? wait_ns * retry->factor : retry->cap.ns;
    }
    return total_ns;
}

static bool changes_something(const struct bs_block *block)
{
    for (uint32_t i = 0; i < block->operation_count; i++) {
        if (bs_operation_info(block->operations[i])->effect != BS_EFFECT_READS) {
            return true;
        }
    }
    return false;
}

/* A step whose failure may be passed over may give up when it likes; people are not throttled. */
static bool gives_up_early(const struct bs_lint *lint, const struct bs_step *step)
{
    const int64_t part_ns = step->timeout.ns / GIVES_UP_EARLY;

    return changes_something(bs_block(step->block)) && !bs_lint_asks_people(step) &&
           step->descendants == 0 &&
           bs_lint_policy(lint, step)->on_failure != BS_ON_FAILURE_CONTINUE &&
           patience_ns(&step->retry, part_ns) < part_ns;
}

/*
 * One finding a workflow, as the default is the same for all its steps; and none where people are at hand to
 * have a step tried again.
 */
void bs_lint_retries_end_early(struct bs_lint *lint)
{
    const struct bs_step *first = NULL;
    uint32_t others = 0;
    char texts[2][BS_TIME_TEXT_MAX];

    for (const struct bs_step *step = bs_lint_is_for_loss(lint) ? bs_lint_next_step(lint, NULL)
                                                                : NULL;
         step != NULL; step = bs_lint_next_step(lint, step)) {
        if (gives_up_early(lint, step)) {
            others += first != NULL ? 1 : 0;
            first = first == NULL ? step : first;
        }
    }
    if (first == NULL) {
        return;
    }
    bs_duration_format((struct bs_duration){patience_ns(&first->retry, first->timeout.ns)},
                       texts[0]);
    bs_duration_format(first->timeout, texts[1]);
    bs_lint_at_step(lint, first,
                    "on a throttled account %s gives up after %lld tries within %s, long before "
                    "its timeout of %s; so do %u others in %s",
                    first->id, (long long)first->retry.max, texts[0], texts[1], others,
                    lint->workflow->name);
}
