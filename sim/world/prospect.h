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
    int32_t breaks; /* -1: connections there are opened anew, to where the answer says; else 0. */
    struct bs_bin
        adds; /* One request, to its second's counts; if it is drawn, what is certain of that. */
};

static inline const struct bs_meeting *bs_process_meeting(const struct bs_process *process,
                                                          int32_t balancer)
{
    const struct bs_world *world = process->world;

    return bs_elb_meeting(&world->elb.balancers[balancer],
                          world->clients.cohorts[process->cohort].population, process->kind);
}

static inline void bs_bin_add(struct bs_bin *bin, const struct bs_bin *adds)
{
    struct bs_bin sum = *bin;

    sum.arrived[BS_REQUEST_READ] += adds->arrived[BS_REQUEST_READ];
    sum.arrived[BS_REQUEST_WRITE] += adds->arrived[BS_REQUEST_WRITE];
    sum.good[BS_REQUEST_READ] += adds->good[BS_REQUEST_READ];
    sum.good[BS_REQUEST_WRITE] += adds->good[BS_REQUEST_WRITE];
    sum.stale += adds->stale;
    sum.attempts += adds->attempts;
    *bin = sum;
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

/**
 * Where requests are led by an answer and connections: to the answer if the connections break. Whose turn it
 * is changes from request to request, so that nobody could guess a branch.
 */
static inline int32_t bs_prospects_lead(const struct bs_prospect *prospects, int32_t answer,
                                        int32_t connected)
{
    return connected ^ ((connected ^ answer) & prospects[connected].breaks);
}

/** Where a resolver led requests at an instant not yet counted; `moves` are its cohort's. */
static inline int32_t bs_resolver_led(const struct bs_prospect *prospects,
                                      const struct bs_move *moves,
                                      const struct bs_resolver *resolver, struct bs_instant at)
{
    uint32_t next = resolver->first_move;

    while (next > 0 && moves[next - 1].at.ns <= at.ns) {
        next = moves[next - 1].next;
    }
    return next > 0
               ? bs_prospects_lead(prospects, moves[next - 1].answer, moves[next - 1].connected)
               : bs_prospects_lead(prospects, resolver->answer, resolver->connected);
}

/** The load balancer that all of the process's requests not yet counted are led to, or BS_NONE. */
int32_t bs_process_leads_alike(struct bs_process *process);

#endif
