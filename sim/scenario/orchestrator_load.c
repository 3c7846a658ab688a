/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/scenario/load.h"

#define CLOCK_MAX_NS (INT64_C(3600) * BS_NS_PER_S)

static const struct bs_field orchestrator_fields[] = {
    {.name = "starts",
     .kind = BS_FIELD_INSTANT,
     .offset = offsetof(struct bs_scenario_orchestrator, starts)},
    {.name = "clock",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct bs_scenario_orchestrator, clock),
     .minimum = -CLOCK_MAX_NS,
     .maximum = CLOCK_MAX_NS},
};
static const struct bs_fields orchestrator_table = {"orchestrator", orchestrator_fields,
                                                    BS_FIELD_COUNT_OF(orchestrator_fields)};

enum bs_status bs_load_orchestrators(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = BS_OK;

    if (node->member_count > BS_SCENARIO_ORCHESTRATORS_MAX) {
        return bs_error_set(load->error, BS_ERR_LIMIT, &node->at,
                            "%u more orchestrators than the first, the limit is %d",
                            node->member_count, BS_SCENARIO_ORCHESTRATORS_MAX);
    }
    for (const struct bs_node *item = node->first; item != NULL && status == BS_OK;
         item = item->next) {
        status =
            bs_decode_map(item, &orchestrator_table,
                          &scenario->orchestrators[scenario->orchestrator_count++], load->error);
    }
    return status;
}
