/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/availability.h"

#include <string.h>

#include "sim/world/world_state.h"

static void record_fault(struct bs_world *world, const struct bs_fault *fault, const char *state)
{
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_FAULT, bs_text(fault->name),
              bs_text(bs_fault_kind_name(fault->kind)), bs_text(state));
}

static void end_fault(void *subject, uint64_t index)
{
    struct bs_world *world = subject;

    bs_world_before_change(world);
    world->availability.is_on[index] = false;
    record_fault(world, &world->scenario->faults[index], "end");
    bs_monitor_report_all(world, &world->scenario->faults[index]);
    bs_world_after_change(world);
}

static void begin_fault(void *subject, uint64_t index)
{
    struct bs_world *world = subject;

    bs_world_before_change(world);
    world->availability.is_on[index] = true;
    record_fault(world, &world->scenario->faults[index], "onset");
    bs_monitor_report_all(world, &world->scenario->faults[index]);
    bs_world_after_change(world);
}

static size_t find_fault(const struct bs_scenario *scenario, const char *name)
{
    size_t index = 0;

    while (strcmp(scenario->faults[index].name, name) != 0) {
        index++;
        BS_ASSERT(index < scenario->fault_count);
    }
    return index;
}

static struct bs_instant draw_onset(const struct bs_world *world, const struct bs_fault *fault)
{
    struct bs_stream onset = bs_world_stream(world, fault->name, "onset");
    struct bs_instant from = {0};

    if (fault->after != NULL) {
        from = world->availability.onsets[find_fault(world->scenario, fault->after)];
    }
    return bs_instant_add(from, bs_distribution_sample(&fault->onset, bs_stream_at(&onset, 0)));
}

/* One time that a fault is on. */
struct occurrence {
    struct bs_instant from;
    struct bs_instant to; /* NEVER: it lasts. */
};

/* The k-th, by value k of its stream. What is drawn too long ends when it begins again. */
static struct occurrence occurrence(const struct bs_world *world, size_t index, int64_t k)
{
    const struct bs_fault *fault = &world->scenario->faults[index];
    const struct bs_duration later = {k * fault->every.ns};
    struct bs_stream lasts = bs_world_stream(world, fault->name, "lasts");
    struct occurrence found = {bs_instant_add(world->availability.onsets[index], later),
                               BS_INSTANT_NEVER};

    if (fault->ends) {
        found.to = bs_instant_add(
            found.from, bs_distribution_sample(&fault->lasts, bs_stream_at(&lasts, (uint64_t)k)));
    }
    if (k + 1 < fault->times) {
        found.to = bs_instant_min(found.to, bs_instant_add(found.from, fault->every));
    }
    return found;
}

static void schedule_fault(struct bs_world *world, size_t index)
{
    const struct bs_fault *fault = &world->scenario->faults[index];
    struct bs_entity entity = bs_world_entity("fault", fault->name);

    for (int64_t k = 0; k < fault->times; k++) {
        const struct occurrence time = occurrence(world, index, k);

        if (time.from.ns > world->scenario->duration.ns) {
            return;
        }
        bs_world_schedule(world, &entity, time.from, BS_PHASE_WORLD, begin_fault, world, index,
                          NULL);
        if (fault->ends) {
            bs_world_schedule(world, &entity, time.to, BS_PHASE_WORLD, end_fault, world, index,
                              NULL);
        }
    }
}

static int32_t region_of(const struct bs_scenario *scenario, const struct bs_fault *fault)
{
    if (fault->region == NULL) {
        return BS_NONE;
    }
    return strcmp(fault->region, "global") == 0 ? BS_REGION_GLOBAL
                                                : bs_scenario_region(scenario, fault->region);
}

void bs_availability_start(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;
    struct bs_availability *availability = &world->availability;

    availability->is_on = bs_world_allocate(world, scenario->fault_count, sizeof(bool));
    availability->onsets =
        bs_world_allocate(world, scenario->fault_count, sizeof(struct bs_instant));
    availability->promotions_failed =
        bs_world_allocate(world, scenario->fault_count, sizeof(int64_t));
    availability->regions = bs_world_allocate(world, scenario->fault_count, sizeof(int32_t));
    for (size_t i = 0; i < scenario->fault_count && world->status == BS_OK; i++) {
        availability->regions[i] = region_of(scenario, &scenario->faults[i]);
        availability->onsets[i] = draw_onset(world, &scenario->faults[i]);
        schedule_fault(world, i);
    }
}

static bool names_region(const struct bs_world *world, const struct bs_fault *fault, int32_t region)
{
    return world->availability.regions[fault - world->scenario->faults] == region;
}

static bool names_service(const struct bs_fault *fault, const char *service)
{
    return fault->services.count == 0 || bs_fault_has_name(&fault->services, service);
}

bool bs_region_is_lost(const struct bs_world *world, int32_t region)
{
    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];

        if (world->availability.is_on[i] && fault->kind == BS_FAULT_REGION_LOSS &&
            names_region(world, fault, region)) {
            return true;
        }
    }
    return false;
}

/* Whether one fault that is on concerns a plane of a service, and how. */
static bool concerns(const struct bs_world *world, const struct bs_fault *fault,
                     enum bs_fault_kind plane, int32_t region, const char *service)
{
    if (fault->kind == BS_FAULT_REGION_LOSS) {
        return region == BS_REGION_GLOBAL ? fault->takes_global
                                          : names_region(world, fault, region);
    }
    return fault->kind == plane && names_region(world, fault, region) &&
           names_service(fault, service);
}

static struct bs_reach reach(const struct bs_world *world, enum bs_fault_kind plane, int32_t region,
                             const char *service)
{
    struct bs_reach found = {0};

    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];

        if (!world->availability.is_on[i] || !concerns(world, fault, plane, region, service)) {
            continue;
        }
        if (fault->kind == plane && fault->share_ppb < BS_PPB_ONE) {
            found.error_ppb =
                fault->share_ppb > found.error_ppb ? fault->share_ppb : found.error_ppb;
            continue;
        }
        /* Silence is worse than a refusal: where two faults meet, the caller hangs. */
        if (!found.is_lost || fault->manner == BS_LOSS_HANGS) {
            found.manner = fault->manner;
        }
        found.is_lost = true;
    }
    return found;
}

struct bs_reach bs_control_plane(const struct bs_world *world, int32_t region, const char *service)
{
    return reach(world, BS_FAULT_CONTROL_PLANE_LOSS, region, service);
}

struct bs_reach bs_data_plane(const struct bs_world *world, int32_t region, const char *service)
{
    return reach(world, BS_FAULT_DATA_PLANE_LOSS, region, service);
}

bool bs_replication_is_stalled(const struct bs_world *world, const char *replica)
{
    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];

        if (world->availability.is_on[i] && fault->kind == BS_FAULT_REPLICATION_STALL &&
            strcmp(fault->resource, replica) == 0) {
            return true;
        }
    }
    return false;
}

size_t bs_lag_bursts(const struct bs_world *world, const char *replica, struct bs_lag_burst *bursts)
{
    size_t count = 0;

    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];

        if (fault->kind != BS_FAULT_LAG || strcmp(fault->resource, replica) != 0) {
            continue;
        }
        for (int64_t k = 0; k < fault->times; k++, count++) {
            const struct occurrence time = occurrence(world, i, k);

            if (bursts != NULL) {
                bursts[count] = (struct bs_lag_burst){time.from, time.to, &fault->lag};
            }
        }
    }
    return count;
}

enum bs_promotion_failure bs_next_promotion_fails(struct bs_world *world, const char *replica)
{
    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];

        if (world->availability.is_on[i] && fault->kind == BS_FAULT_PROMOTION_FAILURE &&
            strcmp(fault->resource, replica) == 0 &&
            world->availability.promotions_failed[i] < fault->failures) {
            world->availability.promotions_failed[i]++;
            return fault->failure;
        }
    }
    return BS_PROMOTION_SUCCEEDS;
}

int64_t bs_gray_errors_ppb(const struct bs_world *world, const char *alb)
{
    int64_t share = 0;

    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];

        if (world->availability.is_on[i] && fault->kind == BS_FAULT_ERRORS &&
            strcmp(fault->resource, alb) == 0 && fault->share_ppb > share) {
            share = fault->share_ppb;
        }
    }
    return share;
}

struct bs_call_trouble bs_call_trouble(const struct bs_world *world, int32_t region,
                                       const char *service)
{
    struct bs_call_trouble trouble = {0};

    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const struct bs_fault *fault = &world->scenario->faults[i];
        int64_t *share = NULL;

        if (!world->availability.is_on[i]) {
            continue;
        }
        if (fault->kind == BS_FAULT_THROTTLE) {
            share = &trouble.throttled_ppb;
        } else if (fault->kind == BS_FAULT_RESPONSE_LOSS) {
            share = &trouble.unanswered_ppb;
        }
        if (share == NULL || fault->share_ppb <= *share || !names_region(world, fault, region) ||
            !names_service(fault, service)) {
            continue;
        }
        *share = fault->share_ppb;
        trouble.retry_after =
            fault->kind == BS_FAULT_THROTTLE ? fault->retry_after : trouble.retry_after;
    }
    return trouble;
}

/* The share of what is sent to `name` that a fault loses, if `names` are those of its kind that it lists. */
static int64_t loss_by(const struct bs_world *world, size_t index,
                       const struct bs_fault_names *names, const char *name)
{
    const struct bs_fault *fault = &world->scenario->faults[index];

    return world->availability.is_on[index] && fault->kind == BS_FAULT_NOTIFICATION_LOSS &&
                   (fault->topics.count + fault->people.count == 0 ||
                    bs_fault_has_name(names, name))
               ? fault->share_ppb
               : 0;
}

int64_t bs_lost_messages_ppb(const struct bs_world *world, const char *topic)
{
    int64_t share = 0;

    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const int64_t loss = loss_by(world, i, &world->scenario->faults[i].topics, topic);

        share = loss > share ? loss : share;
    }
    return share;
}

int64_t bs_lost_pages_ppb(const struct bs_world *world, const char *role)
{
    int64_t share = 0;

    for (size_t i = 0; i < world->scenario->fault_count; i++) {
        const int64_t loss = loss_by(world, i, &world->scenario->faults[i].people, role);

        share = loss > share ? loss : share;
    }
    return share;
}
