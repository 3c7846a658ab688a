/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_ROUTE53_H
#define BS_SIM_WORLD_ROUTE53_H

/**
 * Route 53's records: changes, and how they reach the name servers.
 *
 * A change is PENDING until all name servers answer with it, then INSYNC (fact B01). Each resolver asks a
 * name server of its own, which has change n after a share U of the propagation, U drawn per (resolver, n).
 *
 * Answers may be shared among load balancers, as by records with weights. A change gives its target W per
 * cent; the others keep the rest in their old proportions, and what is left without a share is forgotten.
 * Which answer a resolver gets does not follow from chance at each question, as it would at Route 53: it is
 * held to one draw per (resolver, record, target), so that a resolver that has been moved stays moved, and
 * more for a target only ever moves resolvers towards it. (With three targets or more that is so for the one
 * that came last; more for an older one may also move a few between the others.) What clients see as a whole
 * is the same, as a thousand resolvers are many; what is lost is that one resolver's clients go both ways.
 *
 * A record with failover points elsewhere while its health check says unhealthy: name servers hear of that
 * all at once, a second later (unsourced), and not by a change through the API, which may be lost meanwhile.
 * A change through the API makes a plain record of it.
 *
 * The TTL is part of the record and changes in the same manner: a resolver has the new one from the first
 * answer on that it fetches after its name server knows.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/stream.h"
#include "base/time.h"
#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

enum { BS_RECORD_CHANGES_MAX = 256, BS_RECORD_TARGETS_MAX = 8 };

/** What is left of the answers when those before it in the list have had theirs. */
struct bs_record_share {
    int32_t alb;
    int64_t share_ppb; /* Of all answers; greater than 0. */
};

/** The record from this change on. */
struct bs_record_change {
    struct bs_record_share
        shares[BS_RECORD_TARGETS_MAX]; /* That which came last first; 10^9 together. */
    uint32_t share_count;
    struct bs_duration ttl;
    bool is_of_ttl; /* The shares are as they were. */
    struct bs_instant at;
    struct bs_duration propagation;
};

struct bs_record_state {
    const struct bs_record_set *set;
    struct bs_record_change
        changes[BS_RECORD_CHANGES_MAX]; /* Change 0 is what the scenario starts with. */
    uint32_t change_count;
    bool is_plain;    /* It heeds no health check, or none any more. */
    uint64_t heeded;  /* How often it has. */
    uint32_t in_sync; /* Changes up to this one are with all name servers. */
    struct bs_stream propagation;
};

struct bs_route53 {
    struct bs_record_state *records;
};

enum bs_status bs_route53_new(struct bs_world *world);
void bs_route53_start(struct bs_world *world);

/** The record of that name, or BS_NONE; and its state, which changes with each change of it. */
int32_t bs_route53_find_record(const struct bs_world *world, const char *name);
const struct bs_record_state *bs_route53_record(const struct bs_world *world, int32_t record);

/** After what a health check says may have changed: records that heed it follow. */
void bs_route53_heed(struct bs_world *world, const struct bs_monitor *monitor);

/** Whether an answer of the newest change leads to the load balancer's Region, whoever knows of it yet. */
bool bs_route53_names_region_of(const struct bs_world *world, int32_t record, int32_t alb);

/** The load balancer in the answer for a resolver whose draws for this record are `draws`, in change `n`. */
int32_t bs_route53_answer(const struct bs_world *world, int32_t record, uint32_t n, uint64_t draws);

/** When change `n` reaches the name server of a resolver whose uniform draw for it is `bits`. */
struct bs_instant bs_route53_visible_at(const struct bs_record_state *record, uint32_t n,
                                        uint64_t bits);

/** The API. */
void bs_route53_change_record(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer);
void bs_route53_change_ttl(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer);
void bs_route53_get_change(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer);

#endif
