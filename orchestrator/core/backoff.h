/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_BACKOFF_H
#define BS_ORCHESTRATOR_CORE_BACKOFF_H

/** Exponential backoff with jitter, in integers. */

#include <stdint.h>

#include "base/pcg.h"
#include "base/time.h"
#include "orchestrator/core/plan.h"

/**
 * How long to wait after `tries` >= 1 failed tries: min(cap, base * factor^(tries - 1)), then a draw from
 * [wait - j, wait + j], j = jitter * wait. Takes one draw from `pcg` whatever the jitter.
 */
struct bs_duration bs_backoff(const struct bs_retry *retry, uint32_t tries, struct bs_pcg *pcg);

#endif
