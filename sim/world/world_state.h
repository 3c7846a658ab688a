/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_WORLD_STATE_H
#define BS_SIM_WORLD_WORLD_STATE_H

/**
 * The world's parts and what they share; inside this folder only.
 *
 * The rule that makes skipping exact: whoever is about to change something calls bs_world_before_change()
 * first and bs_world_after_change() when done, and what follows from a change is put in place only after the
 * requests and checks that came before it have been counted under the old state. No other events lie in
 * between, so everything is judged by the state at its own instant.
 */

#include "base/arena.h"
#include "sim/world/alarm.h"
#include "sim/world/availability.h"
#include "sim/world/client.h"
#include "sim/world/dynamodb.h"
#include "sim/world/ecs.h"
#include "sim/world/elb.h"
#include "sim/world/health_check.h"
#include "sim/world/ledger.h"
#include "sim/world/monitor.h"
#include "sim/world/numbered_write.h"
#include "sim/world/people.h"
#include "sim/world/route53.h"
#include "sim/world/store.h"
#include "sim/world/world.h"

/** Something that events belong to: its place in the event order, and how many it has scheduled. */
struct bs_entity {
    uint64_t hash;
    uint64_t next_k;
};

struct pending_call;

struct bs_world {
    struct bs_world_options options;
    const struct bs_scenario *scenario;
    struct bs_simulation *simulation;
    struct bs_history *history;
    struct bs_arena arena;
    enum bs_status status;
    uint64_t call_count;
    struct pending_call *free_calls; /* sim/world/api.c's pool. */
    uint64_t call_hash;              /* A call's arrival in the order of events, .. */
    uint64_t answer_hash;            /* .. and its answer's. */
    struct bs_availability availability;
    struct bs_store_set stores;
    struct bs_ecs_set ecs;
    struct bs_elb_set elb;
    struct bs_route53 route53;
    struct bs_health_check_set health_checks;
    struct bs_alarm_set alarms;
    struct bs_monitor_set monitors;
    struct bs_client_set clients;
    struct bs_people people;
    struct bs_dynamodb dynamodb;
    struct bs_ledger ledger;
    struct bs_numbered_write_set numbered_writes;
    /* Value n decides whether call number n meets a share: of errors, */
    struct bs_stream call_errors;
    struct bs_stream call_throttles; /* .. of calls that are turned away, */
    struct bs_stream call_silences;  /* .. of answers that are lost, */
    struct bs_stream call_messages;  /* .. of messages that reach nobody. */
    struct bs_stream call_delays;    /* And how late its answer is. */
};

static inline struct bs_instant bs_world_now(const struct bs_world *world)
{
    return bs_simulation_now(world->simulation);
}

/** Zeroed memory that lives as long as the world; NULL sets the world's status. */
void *bs_world_allocate(struct bs_world *world, size_t count, size_t size);

struct bs_stream bs_world_stream(const struct bs_world *world, const char *entity,
                                 const char *purpose);

/** The entity's hash: of "kind/name". */
struct bs_entity bs_world_entity(const char *kind, const char *name);

/**
 * Schedules with the entity's next k. What lies beyond the end of the run never happens and is dropped; a
 * refusal by the simulation sets the world's status.
 */
void bs_world_schedule(struct bs_world *world, struct bs_entity *entity, struct bs_instant at,
                       enum bs_phase phase, bs_event_fn *action, void *subject, uint64_t argument,
                       struct bs_event_id *id);

/** As above with a k of the caller's, for processes whose events may be skipped. */
void bs_world_schedule_at(struct bs_world *world, const struct bs_event_key *key,
                          bs_event_fn *action, void *subject, uint64_t argument,
                          struct bs_event_id *id);

/** As above for events that always lie `delay_class` ahead. */
void bs_world_schedule_class(struct bs_world *world, uint32_t delay_class,
                             const struct bs_event_key *key, bs_event_fn *action, void *subject,
                             uint64_t argument);

/** Counts checks and metrics up to now under the state as it stands. */
void bs_world_before_change(struct bs_world *world);

/** Works out what the change means for stores, load balancers, checks and clients. */
void bs_world_after_change(struct bs_world *world);

/** A STATE record of a resource now. */
void bs_world_record_state(struct bs_world *world, const char *entity, const char *kind,
                           const char *state, int64_t value);

#endif
