/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/plan.h"

#include "base/assert.h"

static const char *const resource_kinds[BS_KIND_COUNT] = {
#define BS_KIND_NAME(id, name) name,
    BS_PLAN_RESOURCE_KINDS(BS_KIND_NAME)
#undef BS_KIND_NAME
};

static const char *const severities[] = {"P1", "P2", "P3"};
static const char *const modes[] = {"graceful", "ungraceful"};

const char *bs_plan_resource_kind_name(enum bs_plan_resource_kind kind)
{
    BS_ASSERT((size_t)kind < BS_KIND_COUNT);
    return resource_kinds[kind];
}

const char *bs_severity_name(enum bs_severity severity)
{
    BS_ASSERT((size_t)severity < sizeof(severities) / sizeof(severities[0]));
    return severities[severity];
}

const char *bs_mode_name(enum bs_mode mode)
{
    BS_ASSERT((size_t)mode < sizeof(modes) / sizeof(modes[0]));
    return modes[mode];
}

uint32_t bs_plan_next(const struct bs_plan *plan, uint32_t step)
{
    BS_ASSERT(step < plan->step_count);
    return step + 1 + plan->steps[step].descendants;
}
