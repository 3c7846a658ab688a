/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SERVING_H
#define BS_CLI_SERVING_H

/** What the commands that serve the mock to clients of others have in common. */

#include <stdint.h>

#include "sim/scenario/scenario.h"

/** A clock that goes on evenly, for struct bs_mock_options; `subject` is not looked at. */
int64_t bs_serving_steady_ns(void *subject);

/** What the calendar shows, in seconds since 1970: clients sign by it. */
int64_t bs_serving_epoch_s(void);

/** Lets the process have as many connections, each of them a file, as far as it may. */
void bs_serving_allow_files(uint32_t connections);

/** Makes a world that clients act in last at least a day, whatever the scenario says. */
void bs_serving_prolong(struct bs_scenario *scenario);

#endif
