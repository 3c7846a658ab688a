/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/route53.h"

#include <string.h>

#include "sim/world/api.h"
#include "sim/world/world_state.h"

/* A change's number, as GetChange knows it: the record's index and the change's. */
enum { CHANGE_BITS = 16 };

enum bs_status bs_route53_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->route53.records =
        bs_world_allocate(world, scenario->record_count, sizeof(struct bs_record_state));
    for (size_t i = 0; i < scenario->record_count && world->status == BS_OK; i++) {
        struct bs_record_state *record = &world->route53.records[i];

        record->set = &scenario->records[i];
        record->changes[0].alb = scenario->records[i].alb;
        record->change_count = 1;
        record->propagation = bs_world_stream(world, record->set->name, "propagation");
    }
    return world->status;
}

static void record_dns(struct bs_world *world, const struct bs_record_state *record, uint32_t n,
                       const char *state)
{
    const struct bs_resource *alb = &world->scenario->resources[record->changes[n].alb];

    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_DNS, bs_text(record->set->name),
              bs_text(alb->id), bs_text(world->scenario->regions[alb->region].name), bs_text(state),
              bs_count(n));
}

void bs_route53_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->record_count; i++) {
        record_dns(world, &world->route53.records[i], 0, "insync");
    }
}

struct bs_instant bs_route53_visible_at(const struct bs_record_state *record, uint32_t n,
                                        uint64_t bits)
{
    const struct bs_record_change *change = &record->changes[n];

    return (struct bs_instant){change->at.ns +
                               (int64_t)bs_bits_below(bits, (uint64_t)change->propagation.ns + 1)};
}

static void change_in_sync(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    struct bs_record_state *record = &world->route53.records[argument >> CHANGE_BITS];
    const uint32_t n = (uint32_t)(argument & ((1U << CHANGE_BITS) - 1));

    record->in_sync = n > record->in_sync ? n : record->in_sync;
    record_dns(world, record, n, "insync");
}

static int32_t find_record(const struct bs_world *world, const char *name)
{
    for (size_t i = 0; i < world->scenario->record_count; i++) {
        if (strcmp(world->scenario->records[i].name, name) == 0) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

static void apply_change(struct bs_world *world, int32_t index, int32_t alb)
{
    struct bs_record_state *record = &world->route53.records[index];
    const uint32_t n = record->change_count;
    struct bs_entity entity = bs_world_entity("record", record->set->name);
    struct bs_record_change *change = &record->changes[n];

    bs_world_before_change(world);
    bs_clients_settle(world); /* Whether a request was stale depends on what the record said. */
    change->alb = alb;
    change->at = bs_world_now(world);
    change->propagation =
        bs_distribution_sample(&record->set->propagation, bs_stream_at(&record->propagation, n));
    record->change_count++;
    record_dns(world, record, n, "pending");
    entity.next_k = n;
    bs_world_schedule(world, &entity, bs_instant_add(change->at, change->propagation),
                      BS_PHASE_WORLD, change_in_sync, world, ((uint64_t)index << CHANGE_BITS) | n,
                      NULL);
    bs_clients_record_changed(world, index, n);
    bs_world_after_change(world);
}

void bs_route53_change_record(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer)
{
    const int32_t record = find_record(world, request->resource);
    const int32_t alb =
        request->target != NULL ? bs_scenario_resource(world->scenario, request->target) : BS_NONE;

    if (record == BS_NONE) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NoSuchHostedZone");
        return;
    }
    if (alb == BS_NONE || world->scenario->resources[alb].kind != BS_RESOURCE_ALB) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
        return;
    }
    if (world->route53.records[record].change_count == BS_RECORD_CHANGES_MAX) {
        bs_api_fail(answer, BS_CALL_ERROR_THROTTLED, "PriorRequestNotComplete");
        return;
    }
    apply_change(world, record, alb);
    answer->state = BS_STATE_PENDING;
    answer->change = ((int64_t)record << CHANGE_BITS) |
                     (int64_t)(world->route53.records[record].change_count - 1);
}

void bs_route53_get_change(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer)
{
    const int64_t index = request->count >> CHANGE_BITS;
    const uint32_t n = (uint32_t)(request->count & ((1 << CHANGE_BITS) - 1));

    if (index < 0 || index >= (int64_t)world->scenario->record_count ||
        n >= world->route53.records[index].change_count) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NoSuchChange");
        return;
    }
    answer->state = n <= world->route53.records[index].in_sync ? BS_STATE_INSYNC : BS_STATE_PENDING;
    answer->change = request->count;
}
