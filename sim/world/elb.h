/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_ELB_H
#define BS_SIM_WORLD_ELB_H

/**
 * Load balancers: what a request meets when it gets there.
 *
 * For each population and kind of request a load balancer has one answer at a time: it is silent, refuses,
 * answers with an error, or serves a share of what comes (the rest are errors). The share falls when tasks
 * or the database behind a cold cache cannot keep up; that feedback reads the integer counts of the second
 * just past, once a second, and only while it can matter.
 *
 * A request needs a copy of each store of its population: its Region's, or with `database: writer` one in
 * another Region, which takes a round trip between the two more. The share is judged by its own Region's
 * database alone. A service that its databases refuse (sim/world/secret.h) serves what needs none: reads
 * from the cache, as full as it is, and populations without a database.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"
#include "orchestrator/calls/calls.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"

struct bs_copy;
struct bs_store;
struct bs_world;

enum bs_request_kind {
    BS_REQUEST_READ,
    BS_REQUEST_WRITE,
    BS_REQUEST_KIND_COUNT,
};

enum bs_reception {
    BS_RECEPTION_SERVES,
    BS_RECEPTION_ERRORS,  /* An error at once: 503 and the like. */
    BS_RECEPTION_REFUSES, /* No connection. */
    BS_RECEPTION_HANGS,   /* No answer at all. */
};

struct bs_meeting {
    enum bs_reception reception;
    int64_t served_ppb; /* Of those that arrive, if it serves: 1 to 10^9. */
    /* The share of reads that the cache answers while nothing behind it does, else 10^9. Whatever is not in
       it fails however often it is tried. */
    int64_t cached_ppb;
    struct bs_duration further; /* What a served one takes longer, for a copy in another Region. */
};

struct bs_elb_state {
    const struct bs_resource *resource;
    int64_t load_ppb;                        /* The share that capacity lets through. */
    int64_t cache_left;                      /* Reads to serve until the cache is warm. */
    uint64_t arrived[BS_REQUEST_KIND_COUNT]; /* Since the last tick. */
    int64_t pointed_at;                      /* Resolvers whose answer or connections lead here. */
    bool is_ticking;
    bool is_resting; /* It ticks, but nobody need look (sim/world/load.h). */
    struct bs_event_id tick;
    uint64_t tick_hash;
    struct bs_instant counted_from; /* While it rests: the tick since which `arrived` counts. */
    struct bs_meeting *meetings;    /* [population * BS_REQUEST_KIND_COUNT + kind] */
};

struct bs_elb_set {
    struct bs_elb_state *balancers; /* One per resource of the scenario, unused where it is none. */
    size_t resting_count;
    struct bs_instant changed_at; /* When a request last met something other than before. */
};

enum bs_status bs_elb_new(struct bs_world *world);
void bs_elb_start(struct bs_world *world);

/** After a change: what requests meet now. */
void bs_elb_refresh(struct bs_world *world);

/** What a request of `population` meets at the load balancer (both indices). */
static inline const struct bs_meeting *bs_elb_meeting(const struct bs_elb_state *balancer,
                                                      int32_t population, enum bs_request_kind kind)
{
    return &balancer->meetings[(size_t)population * BS_REQUEST_KIND_COUNT + (size_t)kind];
}

/** Whether every request is served there. */
static inline bool bs_meeting_is_good(const struct bs_meeting *meeting)
{
    return meeting->reception == BS_RECEPTION_SERVES && meeting->served_ppb == BS_PPB_ONE &&
           meeting->cached_ppb == BS_PPB_ONE;
}

/** The copy of a store that a request through the load balancer goes to now; NULL: none can take it. */
struct bs_copy *bs_elb_copy_for(struct bs_world *world, const struct bs_elb_state *balancer,
                                struct bs_store *store, enum bs_request_kind kind);

/** Whether and how a check of the health path is answered: a share, as for requests. */
struct bs_meeting bs_elb_health(const struct bs_world *world, const struct bs_elb_state *balancer);

/** The interval of the health checks that admit a service's tasks. */
struct bs_duration bs_elb_check_interval(const struct bs_world *world,
                                         const struct bs_resource *service);

/** The API. */
void bs_elb_describe_target_health(struct bs_world *world, const struct bs_call_request *request,
                                   struct bs_call_answer *answer);

#endif
