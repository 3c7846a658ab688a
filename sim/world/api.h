/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_API_H
#define BS_SIM_WORLD_API_H

/** How calls reach the services' behaviour: latency, planes, and one table of operations. */

#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

/**
 * The resource that the request names, if it is in the Region asked; else NULL: the caller says it in its
 * service's words.
 */
const struct bs_resource *bs_api_resource(const struct bs_world *world,
                                          const struct bs_call_request *request);

/** Makes the answer an error. `code` is copied. */
void bs_api_fail(struct bs_call_answer *answer, enum bs_call_error error, const char *code);

#endif
