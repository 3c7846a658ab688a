/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_REQUEST_H
#define BS_SIM_WORLD_REQUEST_H

/**
 * One request of a population's clients, from attempt to attempt: for those whose outcome has to be drawn, or
 * that are in the middle of a change. Inside this folder only.
 */

#include "sim/world/prospect.h"

enum { BS_FATE_RESOLVER = 0 }; /* The word of a request's fate that says whose it is. */

/** The resolver of the cohort that a request is of. */
static inline uint32_t bs_request_resolver(const struct bs_cohort *cohort, uint64_t fate)
{
    return (uint32_t)bs_bits_below(bs_bits_derive(fate, BS_FATE_RESOLVER), cohort->count);
}

/** Request k arrives; its attempts before `until` are made. */
void bs_request_begin(struct bs_process *process, uint64_t k, uint64_t fate, struct bs_instant at,
                      struct bs_instant until);

/**
 * A request out of the doomed, all of whose attempts have been counted, may come to something else: its first
 * has failed where all of its resolver's did, the others are made as far as they lie before `until`.
 */
void bs_request_reopen(struct bs_process *process, const struct bs_doomed_request *doomed,
                       struct bs_instant until);

/** Attempts before `until` of the process's open requests are made. */
void bs_requests_go_on(struct bs_process *process, struct bs_instant until);

#endif
