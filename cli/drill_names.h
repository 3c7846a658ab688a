/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_NAMES_H
#define BS_CLI_DRILL_NAMES_H

/** What a scenario's `live` section says, as the live driver wants it. */

#include <stdbool.h>

#include "orchestrator/aws/wire_names.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/live/application.h"
#include "sim/scenario/scenario.h"

/** Texts are the scenario's, which outlives it. To be cleaned up. */
struct bs_drill_names {
    struct bs_wire_names names;
    struct bs_wire_record *records;
    struct bs_application application;
    const char *host; /* The name that clients use. */
};

/** BS_ERR_INPUT with the place of what is missing: a record has no hosted zone, a load balancer no name. */
enum bs_status bs_drill_names_make(const struct bs_scenario *scenario, struct bs_drill_names *names,
                                   struct bs_error *error);
void bs_drill_names_clean_up(struct bs_drill_names *names);

/** Whether the scenario allows this resource or record to be changed. */
bool bs_drill_allows(const struct bs_live *live, const char *resource);

/** BS_ERR_INPUT naming a step that changes what is not on the allow-list. */
enum bs_status bs_drill_check_plan(const struct bs_live *live, const struct bs_plan *plan,
                                   struct bs_error *error);

#endif
