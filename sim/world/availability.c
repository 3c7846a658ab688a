/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/availability.h"

#include <string.h>

#include "sim/world/world_state.h"

static bool names_service(const struct bs_fault *fault, const char *service)
{
    return fault->services.count == 0 || bs_fault_has_name(&fault->services, service);
}

bool bs_region_is_lost(const struct bs_world *world, int32_t region)
{
    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (state->is_on && fault->kind == BS_FAULT_REGION_LOSS && state->region == region) {
            return true;
        }
    }
    return false;
}

/* Whether one fault that is on concerns a plane of a service, and how. */
static bool concerns(const struct bs_fault_state *state, enum bs_fault_kind plane, int32_t region,
                     const char *service)
{
    const struct bs_fault *fault = state->fault;

    if (fault->kind == BS_FAULT_REGION_LOSS) {
        return region == BS_REGION_GLOBAL ? fault->takes_global : state->region == region;
    }
    return fault->kind == plane && state->region == region && names_service(fault, service);
}

static struct bs_reach reach(const struct bs_world *world, enum bs_fault_kind plane, int32_t region,
                             const char *service)
{
    struct bs_reach found = {0};

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (!state->is_on || !concerns(state, plane, region, service)) {
            continue;
        }
        if (fault->kind == plane && fault->share_ppb < BS_PPB_ONE) {
            found.error_ppb =
                fault->share_ppb > found.error_ppb ? fault->share_ppb : found.error_ppb;
            continue;
        }
        if (!found.is_lost || fault->manner < found.manner) {
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
    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (state->is_on && fault->kind == BS_FAULT_REPLICATION_STALL &&
            strcmp(fault->resource, replica) == 0) {
            return true;
        }
    }
    return false;
}

enum bs_promotion_failure bs_next_promotion_fails(struct bs_world *world, const char *replica)
{
    for (size_t i = 0; i < world->availability.count; i++) {
        struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (state->is_on && fault->kind == BS_FAULT_PROMOTION_FAILURE &&
            strcmp(fault->resource, replica) == 0 && state->promotions_failed < fault->failures) {
            state->promotions_failed++;
            return fault->failure;
        }
    }
    return BS_PROMOTION_SUCCEEDS;
}

int64_t bs_gray_errors_ppb(const struct bs_world *world, const char *alb)
{
    int64_t share = 0;

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (state->is_on && fault->kind == BS_FAULT_ERRORS && strcmp(fault->resource, alb) == 0 &&
            fault->share_ppb > share) {
            share = fault->share_ppb;
        }
    }
    return share;
}

struct bs_call_trouble bs_call_trouble(const struct bs_world *world, int32_t region,
                                       const char *service)
{
    struct bs_call_trouble trouble = {0};

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;
        int64_t *share = NULL;

        if (!state->is_on) {
            continue;
        }
        if (fault->kind == BS_FAULT_THROTTLE) {
            share = &trouble.throttled_ppb;
        } else if (fault->kind == BS_FAULT_RESPONSE_LOSS) {
            share = &trouble.unanswered_ppb;
        }
        if (share == NULL || fault->share_ppb <= *share || state->region != region ||
            !names_service(fault, service)) {
            continue;
        }
        *share = fault->share_ppb;
        trouble.retry_after =
            fault->kind == BS_FAULT_THROTTLE ? fault->retry_after : trouble.retry_after;
    }
    return trouble;
}

struct bs_duration bs_added_latency(const struct bs_world *world, int32_t region,
                                    const char *service, uint64_t bits)
{
    struct bs_duration longest = {0};

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (state->is_on && fault->kind == BS_FAULT_LATENCY && state->region == region &&
            names_service(fault, service)) {
            const struct bs_duration adds = bs_distribution_sample(&fault->adds, bits);

            longest = adds.ns > longest.ns ? adds : longest;
        }
    }
    return longest;
}

/* The share of what is sent to `name` that a fault loses, if `names` are those of its kind that it lists. */
static int64_t loss_by(const struct bs_fault_state *state, const struct bs_fault_names *names,
                       const char *name)
{
    const struct bs_fault *fault = state->fault;

    return state->is_on && fault->kind == BS_FAULT_NOTIFICATION_LOSS &&
                   (fault->topics.count + fault->people.count == 0 ||
                    bs_fault_has_name(names, name))
               ? fault->share_ppb
               : 0;
}

int64_t bs_lost_messages_ppb(const struct bs_world *world, const char *topic)
{
    int64_t share = 0;

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const int64_t loss = loss_by(state, &state->fault->topics, topic);

        share = loss > share ? loss : share;
    }
    return share;
}

int64_t bs_lost_pages_ppb(const struct bs_world *world, const char *role)
{
    int64_t share = 0;

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const int64_t loss = loss_by(state, &state->fault->people, role);

        share = loss > share ? loss : share;
    }
    return share;
}
