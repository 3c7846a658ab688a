/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_ROUTE53_H
#define BS_SIM_WORLD_ROUTE53_H

/**
 * Route 53's records: changes, and how they reach the name servers.
 *
 * A change is PENDING until all name servers answer with it, then INSYNC (fact B01). Each resolver asks a
 * name server of its own, which has change n after a share U of the propagation, U drawn per (resolver, n).
 */

#include <stddef.h>
#include <stdint.h>

#include "base/stream.h"
#include "base/time.h"
#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

enum { BS_RECORD_CHANGES_MAX = 256 };

struct bs_record_change {
    int32_t alb;
    struct bs_instant at;
    struct bs_duration propagation;
};

struct bs_record_state {
    const struct bs_record_set *set;
    struct bs_record_change
        changes[BS_RECORD_CHANGES_MAX]; /* Change 0 is what the scenario starts with. */
    uint32_t change_count;
    uint32_t in_sync; /* Changes up to this one are with all name servers. */
    struct bs_stream propagation;
};

struct bs_route53 {
    struct bs_record_state *records;
};

enum bs_status bs_route53_new(struct bs_world *world);
void bs_route53_start(struct bs_world *world);

/** The load balancer that the newest change names, whoever knows of it yet. */
static inline int32_t bs_route53_target(const struct bs_record_state *record)
{
    return record->changes[record->change_count - 1].alb;
}

/** When change `n` reaches the name server of a resolver whose uniform draw for it is `bits`. */
struct bs_instant bs_route53_visible_at(const struct bs_record_state *record, uint32_t n,
                                        uint64_t bits);

/** The API. */
void bs_route53_change_record(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer);
void bs_route53_get_change(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer);

#endif
