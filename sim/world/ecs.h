/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_ECS_H
#define BS_SIM_WORLD_ECS_H

/**
 * ECS services on Fargate: tasks that launch, read their secrets (sim/world/secret.h), pull their image, and
 * register with the load balancer.
 *
 * A task takes its launch time plus the pull (size over rate; four times as long from another Region, an
 * unsourced prior) and then waits for the load balancer's next health check: one pass admits it (fact A19).
 * A secret or an image that is nowhere within reach fails the task, and the service tries again after 30 s.
 * Autoscaling looks every 60 s (unsourced) and raises a desired count below its minimum, as long as its API
 * and that of ECS can be reached and nobody has suspended it: it undoes a scaling to zero.
 * Beyond 100 tasks at once, launches follow the account's refill of 20 per second (fact D06).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/stream.h"
#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

struct bs_ecs_state {
    const struct bs_resource *resource;
    const char *entity; /* "ecs/ID" */
    int64_t desired;
    int64_t running;
    int64_t healthy;    /* Registered with the load balancer and passing. */
    int64_t launching;  /* On their way. */
    uint64_t launched;  /* Tasks ever started: the number of the next. */
    bool is_suspended;  /* Its autoscaling. */
    bool is_locked_out; /* Databases refuse what it logs in with. */
    struct bs_stream launch;
    struct bs_stream pull;
    struct bs_stream admission;
};

struct bs_ecs_set {
    struct bs_ecs_state
        *services; /* One per resource of the scenario, unused where it is no service. */
};

enum bs_status bs_ecs_new(struct bs_world *world);
void bs_ecs_start(struct bs_world *world);

/** Whether every service of a Region has been told to run nothing, and does. */
bool bs_ecs_is_scaled_to_zero(const struct bs_world *world, int32_t region);

/** Whether a service in another Region has tasks, or is to have some, that go to whoever can be written. */
bool bs_ecs_writes_from_outside(const struct bs_world *world, int32_t region);

/** An Auto Scaling group: how many instances it is to have, has, and has in service. */
struct bs_group_counts {
    int64_t desired;
    int64_t running;
    int64_t healthy;
};

/** Of a service that runs on a group. */
struct bs_group_counts bs_ecs_group_counts(const struct bs_world *world,
                                           const struct bs_resource *group);

/** How many a group is to have from now on: 0 to the service's max_tasks. */
void bs_ecs_scale_group(struct bs_world *world, const struct bs_resource *group, int64_t desired);

/** The API of ECS, which does not know groups. */
void bs_ecs_describe_service(struct bs_world *world, const struct bs_call_request *request,
                             struct bs_call_answer *answer);
void bs_ecs_update_service(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer);
/** Application Auto Scaling's. */
void bs_ecs_set_suspended(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer);
/** Service Quotas': how many tasks the service may have. */
void bs_ecs_get_quota(struct bs_world *world, const struct bs_call_request *request,
                      struct bs_call_answer *answer);
/** ECR's: whether the image is in the Region asked. */
void bs_ecs_describe_image(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer);

#endif
