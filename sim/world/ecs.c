/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/ecs.h"

#include "sim/world/api.h"
#include "sim/world/secret.h"
#include "sim/world/world_state.h"

enum {
    LAUNCH_BURST = 100,       /* D06 */
    LAUNCH_REFILL_PER_S = 20, /* D06 */
    REMOTE_PULL_FACTOR = 4,   /* Unsourced. */
};

static const struct bs_duration start_retry = {30 * BS_NS_PER_S};          /* Unsourced. */
static const struct bs_duration autoscaling_interval = {60 * BS_NS_PER_S}; /* Unsourced. */
#define PULL_UNIT_BYTES INT64_C(100000000)

enum bs_status bs_ecs_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->ecs.services =
        bs_world_allocate(world, scenario->resource_count, sizeof(struct bs_ecs_state));
    for (size_t i = 0; i < scenario->resource_count && world->status == BS_OK; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_ECS_SERVICE) {
            world->ecs.services[i] = (struct bs_ecs_state){
                .resource = resource,
                .desired = resource->is.ecs.tasks,
                .running = resource->is.ecs.tasks,
                .healthy = resource->is.ecs.tasks,
                .is_locked_out = bs_secret_outdated(scenario, resource) != NULL,
                .launch = bs_world_stream(world, resource->id, "launch"),
                .pull = bs_world_stream(world, resource->id, "pull"),
                .admission = bs_world_stream(world, resource->id, "admission"),
            };
        }
    }
    return world->status;
}

static void record(struct bs_world *world, const struct bs_ecs_state *service, const char *state)
{
    bs_world_record_state(world, service->resource->id, "ecs_service", state, service->healthy);
}

bool bs_ecs_is_scaled_to_zero(const struct bs_world *world, int32_t region)
{
    bool any = false;

    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        const struct bs_ecs_state *service = &world->ecs.services[i];

        if (service->resource == NULL || service->resource->region != region) {
            continue;
        }
        if (service->desired > 0 || service->running > 0) {
            return false;
        }
        any = true;
    }
    return any;
}

bool bs_ecs_writes_from_outside(const struct bs_world *world, int32_t region)
{
    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        const struct bs_ecs_state *service = &world->ecs.services[i];

        if (service->resource != NULL && service->resource->region != region &&
            service->resource->is.ecs.database == BS_DATABASE_WRITER &&
            (service->desired > 0 || service->running > 0)) {
            return true;
        }
    }
    return false;
}

/* How long the image takes to get here; false if it cannot be had. */
static bool pull_time(struct bs_world *world, struct bs_ecs_state *service, uint64_t task,
                      struct bs_duration *time)
{
    const struct bs_ecs_service *is = &service->resource->is.ecs;
    const struct bs_ecr_image *image;
    int64_t factor = 0;

    *time = BS_SECONDS(0);
    if (is->image == BS_NONE) {
        return true;
    }
    image = &world->scenario->resources[is->image].is.image;
    for (int32_t region = 0; region < (int32_t)world->scenario->region_count; region++) {
        if ((image->regions & (1U << region)) == 0 || bs_data_plane(world, region, "ecr").is_lost) {
            continue;
        }
        if (region == service->resource->region) {
            factor = 1;
        } else if (factor == 0) {
            factor = REMOTE_PULL_FACTOR;
        }
    }
    if (factor == 0) {
        return false;
    }
    time->ns =
        bs_distribution_sample(&image->pull_per_100mb, bs_stream_at(&service->pull, task)).ns;
    time->ns =
        (int64_t)((bs_uint128)time->ns * (uint64_t)image->size_bytes / PULL_UNIT_BYTES) * factor;
    *time = time->ns > BS_DURATION_MAX.ns ? BS_DURATION_MAX : *time;
    return true;
}

static void task_admitted(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_ecs_state *service = &world->ecs.services[index];

    if (service->healthy >= service->running) {
        return; /* Stopped in the meantime. */
    }
    bs_world_before_change(world);
    service->healthy++;
    record(world, service, service->healthy == service->desired ? "steady" : "scaling");
    bs_world_after_change(world);
}

static void launch_task(struct bs_world *world, struct bs_ecs_state *service,
                        struct bs_duration delay);

/* The argument is the service's index and the task's number. */
static void task_arrived(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    const uint64_t index = argument & 0xFFFF;
    const uint64_t task = argument >> 16;
    struct bs_ecs_state *service = &world->ecs.services[index];
    struct bs_entity entity = bs_world_entity("admission", service->resource->id);
    struct bs_duration pull;

    service->launching--;
    if (service->running + service->launching >= service->desired) {
        return; /* No longer wanted. */
    }
    if (bs_secret_out_of_reach(world, service->resource) != NULL) {
        record(world, service, "cannot read secret");
        launch_task(world, service, start_retry);
        return;
    }
    if (!pull_time(world, service, task, &pull)) {
        record(world, service, "cannot pull image");
        launch_task(world, service, start_retry);
        return;
    }
    service->running++;
    entity.next_k = task;
    /* Up to one interval of the load balancer's check; 30 s unless a load balancer says otherwise. */
    bs_world_schedule(
        world, &entity,
        (struct bs_instant){
            bs_world_now(world).ns + 1 +
            (int64_t)bs_bits_below(bs_stream_at(&service->admission, task),
                                   (uint64_t)bs_elb_check_interval(world, service->resource).ns)},
        BS_PHASE_WORLD, task_admitted, world, index, NULL);
}

static void launch_task(struct bs_world *world, struct bs_ecs_state *service,
                        struct bs_duration delay)
{
    const uint64_t index = (uint64_t)(service - world->ecs.services);
    const uint64_t task = service->launched++;
    struct bs_entity entity = bs_world_entity("launch", service->resource->id);
    struct bs_duration pull;
    struct bs_instant at;

    entity.next_k = task;
    service->launching++;
    at = bs_instant_add(bs_world_now(world), delay);
    at = bs_instant_add(at, bs_distribution_sample(&service->resource->is.ecs.launch,
                                                   bs_stream_at(&service->launch, task)));
    if (pull_time(world, service, task, &pull)) {
        at = bs_instant_add(at, pull);
    }
    bs_world_schedule(world, &entity, at, BS_PHASE_WORLD, task_arrived, world, (task << 16) | index,
                      NULL);
}

static void scale(struct bs_world *world, struct bs_ecs_state *service, int64_t desired)
{
    int64_t missing;

    bs_world_before_change(world);
    service->desired = desired;
    if (service->running > desired) {
        service->running = desired;
        service->healthy = service->healthy > desired ? desired : service->healthy;
    }
    record(world, service, service->healthy == desired ? "steady" : "scaling");
    missing = desired - service->running - service->launching;
    for (int64_t i = 0; i < missing; i++) {
        const int64_t queued = i < LAUNCH_BURST ? 0 : i - LAUNCH_BURST + 1;

        launch_task(world, service,
                    (struct bs_duration){queued * BS_NS_PER_S / LAUNCH_REFILL_PER_S});
    }
    bs_world_after_change(world);
}

/* ---- Autoscaling ---- */

static void look_after(void *subject, uint64_t index);

static void schedule_look(struct bs_world *world, uint64_t index, struct bs_instant at, uint64_t k)
{
    const struct bs_ecs_state *service = &world->ecs.services[index];
    struct bs_entity entity = bs_world_entity("autoscaling", service->resource->id);

    entity.next_k = k;
    bs_world_schedule(world, &entity, at, BS_PHASE_WORLD, look_after, world, index, NULL);
}

static bool can_scale(const struct bs_world *world, const struct bs_ecs_state *service)
{
    const int32_t region = service->resource->region;

    return !service->is_suspended &&
           !bs_control_plane(world, region, "application-autoscaling").is_lost &&
           !bs_control_plane(world, region, "ecs").is_lost;
}

/* Looks at a service's desired count, and again one interval later. */
static void look_after(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_ecs_state *service = &world->ecs.services[index];
    const int64_t min = service->resource->is.ecs.autoscaling_min;
    const struct bs_instant now = bs_world_now(world);

    if (service->desired < min && can_scale(world, service)) {
        scale(world, service, min);
    }
    schedule_look(world, index, bs_instant_add(now, autoscaling_interval),
                  (uint64_t)(now.ns / autoscaling_interval.ns) + 1);
}

/* Services are looked at at their own phase, as nobody knows when. */
static void start_autoscaling(struct bs_world *world, uint64_t index)
{
    const struct bs_ecs_state *service = &world->ecs.services[index];
    struct bs_stream phase = bs_world_stream(world, service->resource->id, "autoscaling");

    if (service->resource->is.ecs.autoscaling_min > 0) {
        schedule_look(world, index,
                      (struct bs_instant){(int64_t)bs_bits_below(
                          bs_stream_at(&phase, 0), (uint64_t)autoscaling_interval.ns)},
                      0);
    }
}

/* Who judges a history must know that a Region's application can write where its Region's copy cannot. */
static void record_database(struct bs_world *world, const struct bs_resource *service)
{
    if (service->is.ecs.database == BS_DATABASE_WRITER) {
        bs_world_record_state(world, service->id, "cross_region_writes",
                              world->scenario->regions[service->region].name, INT64_MIN);
    }
}

/* Likewise that it cannot log in, and with what. */
static void record_lock_out(struct bs_world *world, const struct bs_resource *service)
{
    const struct bs_resource *secret = bs_secret_outdated(world->scenario, service);

    if (secret != NULL) {
        bs_world_record_state(world, service->id, "outdated_secret", secret->id, INT64_MIN);
    }
}

void bs_ecs_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        if (world->ecs.services[i].resource != NULL) {
            record(world, &world->ecs.services[i], "steady");
            record_database(world, world->ecs.services[i].resource);
            record_lock_out(world, world->ecs.services[i].resource);
            start_autoscaling(world, i);
        }
    }
}

/* ---- Auto Scaling groups ---- */

struct bs_group_counts bs_ecs_group_counts(const struct bs_world *world,
                                           const struct bs_resource *group)
{
    const struct bs_ecs_state *service = &world->ecs.services[group - world->scenario->resources];

    return (struct bs_group_counts){service->desired, service->running, service->healthy};
}

void bs_ecs_scale_group(struct bs_world *world, const struct bs_resource *group, int64_t desired)
{
    struct bs_ecs_state *service = &world->ecs.services[group - world->scenario->resources];

    BS_ASSERT(group->is.ecs.runs_on == BS_RUNS_ON_GROUP);
    BS_ASSERT(desired >= 0 && desired <= group->is.ecs.max_tasks);
    if (desired != service->desired) {
        scale(world, service, desired);
    }
}

/* ---- The API ---- */

static struct bs_ecs_state *service_of(struct bs_world *world,
                                       const struct bs_call_request *request,
                                       struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);

    if (resource == NULL || resource->kind != BS_RESOURCE_ECS_SERVICE ||
        resource->is.ecs.runs_on == BS_RUNS_ON_GROUP) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "ServiceNotFoundException");
        return NULL;
    }
    return &world->ecs.services[resource - world->scenario->resources];
}

void bs_ecs_describe_service(struct bs_world *world, const struct bs_call_request *request,
                             struct bs_call_answer *answer)
{
    const struct bs_ecs_state *service = service_of(world, request, answer);

    if (service != NULL) {
        answer->desired = service->desired;
        answer->running = service->running;
    }
}

void bs_ecs_get_quota(struct bs_world *world, const struct bs_call_request *request,
                      struct bs_call_answer *answer)
{
    const struct bs_ecs_state *service = service_of(world, request, answer);

    if (service != NULL) {
        answer->running = service->resource->is.ecs.max_tasks;
    }
}

void bs_ecs_update_service(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer)
{
    struct bs_ecs_state *service = service_of(world, request, answer);

    if (service == NULL) {
        return;
    }
    if (request->count < 0 || request->count > service->resource->is.ecs.max_tasks) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "InvalidParameterException");
        return;
    }
    if (request->count != service->desired) {
        scale(world, service, request->count);
    }
    answer->desired = service->desired;
    answer->running = service->running;
}

void bs_ecs_set_suspended(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer)
{
    struct bs_ecs_state *service = service_of(world, request, answer);
    const bool is_suspended = request->count != 0;

    if (service == NULL) {
        return;
    }
    if (service->resource->is.ecs.autoscaling_min == 0) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "ObjectNotFoundException");
        return;
    }
    if (is_suspended != service->is_suspended) {
        service->is_suspended = is_suspended;
        bs_world_record_state(world, service->resource->id, "scalable_target",
                              is_suspended ? "suspended" : "active", INT64_MIN);
    }
}

void bs_ecs_describe_image(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer)
{
    const int32_t image = bs_scenario_resource(world->scenario, request->resource);
    const int32_t region = bs_scenario_region(world->scenario, request->region);

    if (image == BS_NONE || world->scenario->resources[image].kind != BS_RESOURCE_ECR_IMAGE) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "RepositoryNotFoundException");
        return;
    }
    if (region == BS_NONE ||
        (world->scenario->resources[image].is.image.regions & (1U << region)) == 0) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "ImageNotFoundException");
        return;
    }
    answer->running = 1;
}
