/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/world.h"

#include <stdio.h>
#include <stdlib.h>

#include "sim/world/api.h"
#include "sim/world/lag.h"
#include "sim/world/rds.h"
#include "sim/world/world_state.h"

enum { ARENA_BYTES_MAX = 512 * 1024 * 1024 };

void *bs_world_allocate(struct bs_world *world, size_t count, size_t size)
{
    void *memory = bs_arena_array(&world->arena, count, size);

    if (memory == NULL && world->status == BS_OK) {
        world->status = BS_ERR_MEMORY;
    }
    return memory;
}

struct bs_stream bs_world_stream(const struct bs_world *world, const char *entity,
                                 const char *purpose)
{
    return bs_stream_open(world->options.root, entity, purpose);
}

struct bs_entity bs_world_entity(const char *kind, const char *name)
{
    char text[320];
    const int length = snprintf(text, sizeof(text), "%s/%s", kind, name);

    BS_ASSERT(length > 0 && length < (int)sizeof(text));
    return (struct bs_entity){.hash = bs_name_hash(text)};
}

static void note_status(struct bs_world *world, enum bs_status status)
{
    if (status != BS_OK && world->status == BS_OK) {
        world->status = status;
        bs_simulation_stop(world->simulation);
    }
}

void bs_world_schedule_at(struct bs_world *world, const struct bs_event_key *key,
                          bs_event_fn *action, void *subject, uint64_t argument,
                          struct bs_event_id *id)
{
    if (key->at.ns <= world->scenario->duration.ns) {
        note_status(world,
                    bs_simulation_schedule(world->simulation, key, action, subject, argument, id));
    }
}

void bs_world_schedule_class(struct bs_world *world, uint32_t delay_class,
                             const struct bs_event_key *key, bs_event_fn *action, void *subject,
                             uint64_t argument)
{
    if (key->at.ns <= world->scenario->duration.ns) {
        note_status(world, bs_simulation_schedule_class(world->simulation, delay_class, key, action,
                                                        subject, argument, NULL));
    }
}

void bs_world_schedule(struct bs_world *world, struct bs_entity *entity, struct bs_instant at,
                       enum bs_phase phase, bs_event_fn *action, void *subject, uint64_t argument,
                       struct bs_event_id *id)
{
    const struct bs_event_key key = {at, phase, entity->hash, entity->next_k++};

    bs_world_schedule_at(world, &key, action, subject, argument, id);
}

void bs_world_before_change(struct bs_world *world)
{
    bs_health_checks_settle(world);
    bs_alarms_settle(world);
}

void bs_world_after_change(struct bs_world *world)
{
    bs_stores_refresh(world);
    bs_elb_refresh(world);
    bs_ledger_refresh(world);
    bs_health_checks_refresh(world);
}

void bs_world_record_state(struct bs_world *world, const char *entity, const char *kind,
                           const char *state, int64_t value)
{
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_STATE, bs_text(entity), bs_text(kind),
              bs_text(state), bs_count(value));
}

static enum bs_status build(struct bs_world *world, struct bs_error *error)
{
    enum bs_status status = bs_stores_new(world);

    if (status == BS_OK) {
        status = bs_ecs_new(world);
    }
    if (status == BS_OK) {
        status = bs_elb_new(world);
    }
    if (status == BS_OK) {
        status = bs_route53_new(world);
    }
    if (status == BS_OK) {
        status = bs_health_checks_new(world);
    }
    if (status == BS_OK) {
        status = bs_alarms_new(world);
    }
    if (status == BS_OK) {
        status = bs_monitors_new(world);
    }
    if (status == BS_OK) {
        status = bs_clients_new(world, error);
    }
    if (status == BS_OK) {
        status = bs_people_new(world);
    }
    if (status == BS_OK) {
        status = bs_dynamodb_new(world);
    }
    if (status == BS_OK) {
        bs_ledger_new(world);
        status = world->status;
    }
    return status;
}

enum bs_status bs_world_new(const struct bs_world_options *options, struct bs_world **world,
                            struct bs_error *error)
{
    struct bs_world *made = calloc(1, sizeof(*made));
    enum bs_status status;

    if (made == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    made->options = *options;
    made->scenario = options->scenario;
    made->simulation = options->simulation;
    made->history = options->history;
    if (options->arena != NULL) {
        made->arena =
            *options->arena; /* Lent: it goes back with the memory that it has got by then. */
    }
    made->arena.bytes_max = ARENA_BYTES_MAX;
    made->call_errors = bs_world_stream(made, "calls", "error");
    made->call_throttles = bs_world_stream(made, "calls", "throttle");
    made->call_silences = bs_world_stream(made, "calls", "silence");
    made->call_messages = bs_world_stream(made, "calls", "message");
    made->call_delays = bs_world_stream(made, "calls", "delay");
    made->call_hash = bs_name_hash("call");
    made->answer_hash = bs_name_hash("answer");
    status = build(made, error);
    if (status != BS_OK) {
        bs_world_destroy(made);
        return bs_error_set(error, status, NULL, "the world of this scenario: %s",
                            bs_status_name(status));
    }
    *world = made;
    return BS_OK;
}

void bs_world_destroy(struct bs_world *world)
{
    if (world == NULL) {
        return;
    }
    bs_ledger_clean_up(world);
    bs_numbered_writes_clean_up(world);
    bs_availability_clean_up(world);
    if (world->options.arena != NULL) {
        bs_arena_reset(&world->arena);
        *world->options.arena = world->arena;
    } else {
        bs_arena_clean_up(&world->arena);
    }
    free(world);
}

void bs_world_start(struct bs_world *world)
{
    bs_stores_start(world);
    bs_clients_start(world);
    bs_ecs_start(world);
    bs_elb_start(world);
    bs_route53_start(world);
    bs_health_checks_start(world);
    bs_alarms_start(world);
    bs_availability_start(world);
    bs_rds_draw_bursts(world);
    bs_people_start(world);
    bs_lags_start(world);
    bs_world_after_change(world);
}

void bs_world_finish(struct bs_world *world)
{
    bs_clients_settle(world);
    bs_ledger_finish(world);
    bs_clients_finish(world);
}

const struct bs_scenario *bs_world_scenario(const struct bs_world *world)
{
    return world->scenario;
}

enum bs_status bs_world_status(const struct bs_world *world)
{
    return world->status;
}
