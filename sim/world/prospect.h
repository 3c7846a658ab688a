/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_PROSPECT_H
#define BS_SIM_WORLD_PROSPECT_H

/**
 * Prospects: where a process's requests are led, and what they come to there while nothing changes. Inside
 * this folder only.
 */

#include "sim/world/world_state.h"

/** What requests come to whose resolver leads to one load balancer. */
struct bs_prospect {
    enum {
        BS_PROSPECT_SERVED, /* At the first attempt. */
        BS_PROSPECT_FAILED, /* However often they are tried. */
        BS_PROSPECT_DRAWN,  /* That depends. */
    } outcome;
    bool breaks; /* Connections there are opened anew, to where the resolver's answer says. */
    /* What one request adds to its second's counts; good, attempts: unless it is drawn. */
    uint32_t good;
    uint32_t stale;
    uint32_t attempts;
};

static inline const struct bs_meeting *bs_process_meeting(const struct bs_process *process,
                                                          int32_t balancer)
{
    const struct bs_world *world = process->world;

    return bs_elb_meeting(&world->elb.balancers[balancer],
                          world->clients.cohorts[process->cohort].population, process->kind);
}

/** Works the process's prospects out; for bs_process_prospects() alone. */
void bs_process_look_ahead(struct bs_process *process);

/** The process's prospects as things stand, by resource. */
static inline const struct bs_prospect *bs_process_prospects(struct bs_process *process)
{
    if (process->looked_at != process->world->clients.changes) {
        bs_process_look_ahead(process);
    }
    return process->prospects;
}

/** Where a resolver of the process's cohort leads its requests. */
static inline int32_t bs_resolver_leads(const struct bs_prospect *prospects,
                                        const struct bs_resolver *resolver)
{
    return prospects[resolver->connected].breaks ? resolver->answer : resolver->connected;
}

/** Where resolver number `index` of the cohort led its requests at an instant not yet counted. */
int32_t bs_process_leads_at(struct bs_process *process, uint32_t index, struct bs_instant at);

/** The load balancer that all of the process's requests not yet counted are led to, or BS_NONE. */
int32_t bs_process_leads_alike(struct bs_process *process);

#endif
