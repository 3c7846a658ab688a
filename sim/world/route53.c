/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/route53.h"

#include <string.h>

#include "sim/world/api.h"
#include "sim/world/world_state.h"

/* A change's number, as GetChange knows it: the record's index and the change's. */
enum { CHANGE_BITS = 16 };

#define PPB_PER_PERCENT (BS_PPB_ONE / 100)
#define HEEDED_AFTER    BS_SECONDS(1) /* Unsourced. */
#define TTL_MIN         BS_SECONDS(1)
#define TTL_MAX         BS_SECONDS(7 * 86400)

enum bs_status bs_route53_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->route53.records =
        bs_world_allocate(world, scenario->record_count, sizeof(struct bs_record_state));
    for (size_t i = 0; i < scenario->record_count && world->status == BS_OK; i++) {
        struct bs_record_state *record = &world->route53.records[i];

        record->set = &scenario->records[i];
        record->changes[0].shares[0] =
            (struct bs_record_share){scenario->records[i].alb, BS_PPB_ONE};
        record->changes[0].share_count = 1;
        record->changes[0].ttl = scenario->records[i].ttl;
        record->change_count = 1;
        record->is_plain = record->set->failover_check == BS_NONE;
        record->propagation = bs_world_stream(world, record->set->name, "propagation");
    }
    return world->status;
}

/* To the nearest per cent, but a share is never nothing and never all. */
static int64_t percent_of(int64_t share_ppb)
{
    const int64_t rounded = (share_ppb + PPB_PER_PERCENT / 2) / PPB_PER_PERCENT;

    if (share_ppb == BS_PPB_ONE) {
        return 100;
    }
    return rounded < 1 ? 1 : rounded > 99 ? 99 : rounded;
}

static void record_dns(struct bs_world *world, const struct bs_record_state *record, uint32_t n,
                       const char *state)
{
    const struct bs_record_change *change = &record->changes[n];

    if (change->is_of_ttl) {
        bs_world_record_state(world, record->set->name, "record ttl", state, change->ttl.ns);
        return;
    }
    for (uint32_t i = 0; i < change->share_count; i++) {
        const struct bs_resource *alb = &world->scenario->resources[change->shares[i].alb];

        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_DNS, bs_text(record->set->name),
                  bs_text(alb->id), bs_text(world->scenario->regions[alb->region].name),
                  bs_text(state), bs_count(n), bs_count(percent_of(change->shares[i].share_ppb)));
    }
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

const struct bs_record_state *bs_route53_record(const struct bs_world *world, int32_t record)
{
    return &world->route53.records[record];
}

int32_t bs_route53_find_record(const struct bs_world *world, const char *name)
{
    for (size_t i = 0; i < world->scenario->record_count; i++) {
        if (strcmp(world->scenario->records[i].name, name) == 0) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

/* ---- Who gets which answer ---- */

bool bs_route53_names_region_of(const struct bs_world *world, int32_t record, int32_t alb)
{
    const struct bs_record_state *state = &world->route53.records[record];
    const struct bs_record_change *newest = &state->changes[state->change_count - 1];
    const int32_t region = world->scenario->resources[alb].region;

    for (uint32_t i = 0; i < newest->share_count; i++) {
        if (world->scenario->resources[newest->shares[i].alb].region == region) {
            return true;
        }
    }
    return false;
}

/* Each target in turn takes its share of those whom none before it has taken: the last takes all. */
int32_t bs_route53_answer(const struct bs_world *world, int32_t record, uint32_t n, uint64_t draws)
{
    const struct bs_record_change *change = &world->route53.records[record].changes[n];
    int64_t left_ppb = BS_PPB_ONE;
    uint32_t i = 0;

    while (i + 1 < change->share_count) {
        const struct bs_record_share *share = &change->shares[i];
        const uint64_t bits =
            bs_bits_derive(draws, bs_name_hash(world->scenario->resources[share->alb].id));

        if (bs_bits_below(bits, (uint64_t)left_ppb) < (uint64_t)share->share_ppb) {
            break;
        }
        left_ppb -= share->share_ppb;
        i++;
    }
    return change->shares[i].alb;
}

static int64_t share_of(const struct bs_record_change *change, int32_t alb)
{
    for (uint32_t i = 0; i < change->share_count; i++) {
        if (change->shares[i].alb == alb) {
            return change->shares[i].share_ppb;
        }
    }
    return 0;
}

static void add_share(struct bs_record_change *change, int32_t alb, int64_t share_ppb)
{
    if (share_ppb > 0) {
        change->shares[change->share_count++] = (struct bs_record_share){alb, share_ppb};
    }
}

/* A target keeps its place in the list, so that the draws of the others go on meaning what they meant. */
static void give_share(struct bs_record_change *change, const struct bs_record_change *before,
                       int32_t alb, int64_t share_ppb)
{
    const int64_t others_ppb = BS_PPB_ONE - share_of(before, alb);
    int64_t rest_ppb = BS_PPB_ONE - share_ppb;
    int64_t weight_ppb = others_ppb;

    change->share_count = 0;
    if (others_ppb == 0 || share_of(before, alb) == 0) {
        add_share(change, alb, others_ppb == 0 ? BS_PPB_ONE : share_ppb);
    }
    for (uint32_t i = 0; others_ppb > 0 && i < before->share_count; i++) {
        const struct bs_record_share *old = &before->shares[i];
        /* Of what is left: the last of the others gets what rounding leaves. */
        const int64_t kept_ppb = weight_ppb == 0
                                     ? 0
                                     : (int64_t)((bs_uint128)(uint64_t)rest_ppb *
                                                 (uint64_t)old->share_ppb / (uint64_t)weight_ppb);

        if (old->alb == alb) {
            add_share(change, alb, share_ppb);
            continue;
        }
        add_share(change, old->alb, kept_ppb);
        rest_ppb -= kept_ppb;
        weight_ppb -= old->share_ppb;
    }
}

/* ---- Changes ---- */

static struct bs_record_change *new_change(struct bs_record_state *record)
{
    struct bs_record_change *change = &record->changes[record->change_count];

    *change = record->changes[record->change_count - 1];
    return change;
}

static void apply_change(struct bs_world *world, int32_t index, struct bs_duration propagation)
{
    struct bs_record_state *record = &world->route53.records[index];
    const uint32_t n = record->change_count;
    struct bs_entity entity = bs_world_entity("record", record->set->name);
    struct bs_record_change *change = &record->changes[n];

    bs_world_before_change(world);
    bs_clients_settle(world); /* Whether a request was stale depends on what the record said. */
    change->at = bs_world_now(world);
    change->propagation = propagation;
    record->change_count++;
    world->clients.changes++;
    record_dns(world, record, n, "pending");
    entity.next_k = n;
    bs_world_schedule(world, &entity, bs_instant_add(change->at, change->propagation),
                      BS_PHASE_WORLD, change_in_sync, world, ((uint64_t)index << CHANGE_BITS) | n,
                      NULL);
    bs_clients_record_changed(world, index, n);
    bs_world_after_change(world);
}

/* A change through the API takes its time to reach all name servers. */
static void apply_call(struct bs_world *world, int32_t index)
{
    struct bs_record_state *record = &world->route53.records[index];

    apply_change(world, index,
                 bs_distribution_sample(&record->set->propagation,
                                        bs_stream_at(&record->propagation, record->change_count)));
}

/* ---- Failover ---- */

static void fail_over(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_record_state *record = &world->route53.records[index];
    const bool is_healthy =
        world->monitors.reported[record->set->failover_check] == BS_STATE_HEALTHY;
    const int32_t alb = is_healthy ? record->set->alb : record->set->failover_alb;
    struct bs_record_change *change;

    if (record->is_plain || record->change_count == BS_RECORD_CHANGES_MAX ||
        record->changes[record->change_count - 1].shares[0].alb == alb) {
        return;
    }
    change = new_change(record);
    change->is_of_ttl = false;
    change->shares[0] = (struct bs_record_share){alb, BS_PPB_ONE};
    change->share_count = 1;
    apply_change(world, (int32_t)index, BS_SECONDS(0));
}

void bs_route53_heed(struct bs_world *world, const struct bs_monitor *monitor)
{
    const int32_t check = (int32_t)(monitor - world->scenario->monitors);

    for (size_t i = 0; i < world->scenario->record_count; i++) {
        struct bs_record_state *record = &world->route53.records[i];
        struct bs_entity entity = bs_world_entity("failover", record->set->name);

        if (!record->is_plain && record->set->failover_check == check) {
            entity.next_k = record->heeded++;
            bs_world_schedule(world, &entity, bs_instant_add(bs_world_now(world), HEEDED_AFTER),
                              BS_PHASE_WORLD, fail_over, world, i, NULL);
        }
    }
}

/* ---- The API ---- */

/* The record that may be changed, or BS_NONE and an answer that says why not. */
static int32_t record_to_change(struct bs_world *world, const struct bs_call_request *request,
                                struct bs_call_answer *answer)
{
    const int32_t record = bs_route53_find_record(world, request->resource);

    if (record == BS_NONE) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NoSuchHostedZone");
        return BS_NONE;
    }
    if (world->route53.records[record].change_count == BS_RECORD_CHANGES_MAX) {
        bs_api_fail(answer, BS_CALL_ERROR_THROTTLED, "PriorRequestNotComplete");
        return BS_NONE;
    }
    return record;
}

static void answer_change(struct bs_world *world, int32_t record, struct bs_call_answer *answer)
{
    apply_call(world, record);
    answer->state = BS_STATE_PENDING;
    answer->change = ((int64_t)record << CHANGE_BITS) |
                     (int64_t)(world->route53.records[record].change_count - 1);
}

void bs_route53_change_record(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer)
{
    const int32_t record = record_to_change(world, request, answer);
    const int64_t percent = request->count == 0 ? 100 : request->count;
    const int32_t alb =
        request->target != NULL ? bs_scenario_resource(world->scenario, request->target) : BS_NONE;
    struct bs_record_change *change;
    const struct bs_record_change *before;

    if (record == BS_NONE) {
        return;
    }
    change = new_change(&world->route53.records[record]);
    before = change - 1;
    if (alb == BS_NONE || world->scenario->resources[alb].kind != BS_RESOURCE_ALB || percent < 1 ||
        percent > 100 ||
        (percent < 100 && share_of(before, alb) == 0 &&
         before->share_count == BS_RECORD_TARGETS_MAX)) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
        return;
    }
    world->route53.records[record].is_plain = true;
    change->is_of_ttl = false;
    give_share(change, before, alb, percent * PPB_PER_PERCENT);
    answer_change(world, record, answer);
}

void bs_route53_change_ttl(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer)
{
    const int32_t record = record_to_change(world, request, answer);
    struct bs_record_change *change;

    if (record == BS_NONE) {
        return;
    }
    /* An alias has its target's. */
    if (world->scenario->records[record].is_alias || request->span.ns < TTL_MIN.ns ||
        request->span.ns > TTL_MAX.ns) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
        return;
    }
    change = new_change(&world->route53.records[record]);
    change->is_of_ttl = true;
    change->ttl = request->span;
    answer_change(world, record, answer);
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
