/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/plan/plan_tables.h"

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

static const struct bs_plan_table *const tables[] = {
    &bs_plan_table_plan,     &bs_plan_table_roles,    &bs_plan_table_lease,
    &bs_plan_table_calls,    &bs_plan_table_trigger,  &bs_plan_table_confirm,
    &bs_plan_table_class,    &bs_plan_table_workflow, &bs_plan_table_healthy,
    &bs_plan_table_step,     &bs_plan_table_retry,    &bs_plan_table_ungraceful,
    &bs_plan_table_parallel, &bs_plan_table_run_plan, &bs_plan_table_accept,
    &bs_plan_table_item,
};

const struct bs_plan_table *const *bs_plan_tables(size_t *count)
{
    BS_ASSERT(count != NULL);

    *count = sizeof(tables) / sizeof(tables[0]);
    return tables;
}
