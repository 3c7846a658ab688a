/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_TRIAL_POSTURE_H
#define BS_SIM_TRIAL_POSTURE_H

/** What stands ready before anything happens: the scenario's resources, for whoever asks what they cost. */

#include "base/history.h"
#include "sim/scenario/scenario.h"

/**
 * Appends RESOURCE and REPLICATION records at instant 0: the resources in the file's order, an image and a
 * secret once for each Region; then health checks, alarms, probes; then what is replicated to where. A copy
 * whose `storage` is not said has that of what it is a copy of.
 */
void bs_posture_describe(const struct bs_scenario *scenario, struct bs_history *history);

#endif
