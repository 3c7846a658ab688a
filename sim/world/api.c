/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/api.h"

#include <stdio.h>
#include <string.h>

#include "sim/world/rds.h"
#include "sim/world/rds_life.h"
#include "sim/world/world_state.h"

#define PROCESSING_NS (50 * BS_NS_PER_MS) /* Unsourced: an API call's own time. */

typedef void operation_fn(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer);

static void accept_call(struct bs_world *world, const struct bs_call_request *request,
                        struct bs_call_answer *answer);
static void put_parameter(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer);

static operation_fn *const operations[BS_OPERATION_COUNT] = {
    [BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS] = bs_health_check_status,
    [BS_OPERATION_ROUTE53_CHANGE_RECORD] = bs_route53_change_record,
    [BS_OPERATION_ROUTE53_CHANGE_TTL] = bs_route53_change_ttl,
    [BS_OPERATION_ROUTE53_GET_CHANGE] = bs_route53_get_change,
    [BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM] = bs_alarm_describe,
    [BS_OPERATION_CLOUDWATCH_GET_METRIC] = bs_metric_get,
    [BS_OPERATION_RDS_DESCRIBE_INSTANCE] = bs_rds_describe_instance,
    [BS_OPERATION_RDS_PROMOTE_READ_REPLICA] = bs_rds_promote_read_replica,
    [BS_OPERATION_RDS_CREATE_READ_REPLICA] = bs_rds_create_read_replica,
    [BS_OPERATION_RDS_DELETE_INSTANCE] = bs_rds_delete_instance,
    [BS_OPERATION_ECS_DESCRIBE_SERVICE] = bs_ecs_describe_service,
    [BS_OPERATION_QUOTAS_GET_TASKS] = bs_ecs_get_quota,
    [BS_OPERATION_ECS_UPDATE_SERVICE] = bs_ecs_update_service,
    [BS_OPERATION_AUTOSCALING_SET_SUSPENDED] = bs_ecs_set_suspended,
    [BS_OPERATION_ECR_DESCRIBE_IMAGE] = bs_ecs_describe_image,
    [BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH] = bs_elb_describe_target_health,
    [BS_OPERATION_EC2_REVOKE_INGRESS] = bs_rds_revoke_ingress,
    [BS_OPERATION_EC2_AUTHORIZE_INGRESS] = bs_rds_authorize_ingress,
    [BS_OPERATION_SSM_PUT_PARAMETER] = put_parameter,
    [BS_OPERATION_SNS_PUBLISH] = accept_call,
    [BS_OPERATION_DYNAMODB_PUT_ITEM] = bs_dynamodb_put_item,
    [BS_OPERATION_DYNAMODB_TAKE_LEASE] = bs_dynamodb_take_lease,
    [BS_OPERATION_PEOPLE_ASK] = bs_people_ask,
    [BS_OPERATION_PEOPLE_GET_ANSWER] = bs_people_get_answer,
    [BS_OPERATION_PEOPLE_GET_ORDER] = bs_people_get_order,
};

/* A call on its way; pooled, given back when it is answered or found to have none. Texts are borrowed. */
struct pending_call {
    struct pending_call *next_free;
    struct bs_world *world;
    uint64_t call;
    struct bs_world_visit visit;
    struct bs_call_request request; /* Of a typed call; else of no meaning. */
    bool is_typed;
    bool is_numbered; /* A request to the application. */
    struct bs_write_number number;
    int32_t from_region;
    int32_t region;  /* Of the service that is called; BS_NONE: there is none of that name. */
    int32_t vantage; /* Where the request itself leaves from: a canary may stand elsewhere. */
    struct bs_duration latency; /* One way, by way of the vantage point. */
    struct bs_duration delay;   /* Of the answer, by faults. */
    bs_world_answer_fn *answer;
    void *self; /* Of `answer`. */
    struct bs_call_answer result;
};

const struct bs_resource *bs_api_resource(const struct bs_world *world,
                                          const struct bs_call_request *request)
{
    const int32_t index = bs_scenario_resource(world->scenario, request->resource);
    const struct bs_resource *resource;

    if (index == BS_NONE) {
        return NULL;
    }
    resource = &world->scenario->resources[index];
    return resource->region != BS_NONE &&
                   strcmp(world->scenario->regions[resource->region].name, request->region) == 0
               ? resource
               : NULL;
}

void bs_api_fail(struct bs_call_answer *answer, enum bs_call_error error, const char *code)
{
    answer->outcome = BS_OUTCOME_ERROR;
    answer->error = error;
    (void)snprintf(answer->code, sizeof(answer->code), "%s", code);
}

static void accept_call(struct bs_world *world, const struct bs_call_request *request,
                        struct bs_call_answer *answer)
{
    if (bs_api_resource(world, request) == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NotFound");
    }
}

static void put_parameter(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer)
{
    accept_call(world, request, answer);
    if (answer->outcome == BS_OUTCOME_OK) {
        bs_world_record_state(world, request->resource, "ssm_parameter", request->target,
                              INT64_MIN);
    }
}

/* ---- Requests to the application ---- */

static int32_t balancer_asked(const struct bs_world *world, const char *name)
{
    for (size_t i = 0; i < world->scenario->record_count; i++) {
        if (strcmp(world->scenario->records[i].name, name) == 0) {
            return bs_clients_canary(world, i);
        }
    }
    return bs_scenario_resource(world->scenario, name);
}

static struct bs_meeting application_meeting(const struct bs_world *world,
                                             const struct bs_elb_state *balancer,
                                             enum bs_http_check check)
{
    if (check == BS_HTTP_HEALTH || world->scenario->client_count == 0) {
        return bs_elb_health(world, balancer);
    }
    return *bs_elb_meeting(balancer, 0,
                           check == BS_HTTP_WRITE ? BS_REQUEST_WRITE : BS_REQUEST_READ);
}

/* What the application says to a request that it serves. */
static int status_served(const struct pending_call *pending, const struct bs_elb_state *balancer)
{
    struct bs_world *world = pending->world;

    if (pending->is_numbered && pending->request.check == BS_HTTP_WRITE) {
        return bs_numbered_write_take(world, balancer, pending->number) ? 200 : 503;
    }
    if (pending->is_numbered && pending->request.check == BS_HTTP_READ_BACK) {
        return bs_numbered_write_is_found(world, balancer, pending->number) ? 200 : 404;
    }
    return 200;
}

/* Returns false if nothing will ever come back. */
static bool ask_application(struct pending_call *pending)
{
    struct bs_world *world = pending->world;
    const int32_t index = balancer_asked(world, pending->request.resource);
    const enum bs_monitor_reply reply =
        bs_monitor_reply(world, &pending->request, &pending->result);
    struct bs_meeting meeting;

    if (reply != BS_REPLY_TRUTH) {
        return reply == BS_REPLY_FAULTY;
    }
    if (index == BS_NONE || world->elb.balancers[index].resource == NULL) {
        bs_api_fail(&pending->result, BS_CALL_ERROR_NOT_FOUND, "NXDOMAIN");
        return true;
    }
    meeting = application_meeting(world, &world->elb.balancers[index], pending->request.check);
    if (meeting.reception == BS_RECEPTION_SERVES && meeting.cached_ppb < BS_PPB_ONE) {
        meeting.reception = BS_RECEPTION_ERRORS; /* BS_HTTP_READ is past the cache. */
    }
    if (meeting.reception == BS_RECEPTION_SERVES && meeting.served_ppb < BS_PPB_ONE &&
        bs_bits_below(bs_stream_at(&world->call_errors, pending->call), (uint64_t)BS_PPB_ONE) >=
            (uint64_t)meeting.served_ppb) {
        meeting.reception = BS_RECEPTION_ERRORS;
    }
    if (meeting.reception == BS_RECEPTION_REFUSES) {
        bs_api_fail(&pending->result, BS_CALL_ERROR_REFUSED, "ConnectionRefused");
    } else if (meeting.reception == BS_RECEPTION_ERRORS) {
        pending->result.http_status = 503;
    } else if (meeting.reception == BS_RECEPTION_SERVES) {
        pending->result.http_status = status_served(pending, &world->elb.balancers[index]);
    }
    return meeting.reception != BS_RECEPTION_HANGS;
}

/* ---- Calls to AWS ---- */

static int32_t region_asked(const struct bs_world *world, const char *region)
{
    if (strcmp(region, "people") == 0) {
        return BS_REGION_PEOPLE;
    }
    return strcmp(region, "global") == 0 ? BS_REGION_GLOBAL
                                         : bs_scenario_region(world->scenario, region);
}

/* Whether this call is among the share of calls that something befalls. */
static bool meets(struct bs_stream *stream, uint64_t call, int64_t share_ppb)
{
    return share_ppb > 0 &&
           bs_bits_below(bs_stream_at(stream, call), (uint64_t)BS_PPB_ONE) < (uint64_t)share_ppb;
}

static void throttle(struct pending_call *pending, struct bs_duration retry_after)
{
    bs_api_fail(&pending->result, BS_CALL_ERROR_THROTTLED,
                strcmp(pending->visit.service, "route53") == 0 ? "Throttling"
                                                               : "ThrottlingException");
    pending->result.retry_after = retry_after;
}

/* A message that reaches nobody was accepted all the same. */
static void deliver_message(struct bs_world *world, uint64_t call,
                            const struct bs_call_request *request,
                            const struct bs_call_answer *answer)
{
    if (request->operation == BS_OPERATION_SNS_PUBLISH && answer->outcome == BS_OUTCOME_OK &&
        meets(&world->call_messages, call, bs_lost_messages_ppb(world, request->resource))) {
        bs_world_record_state(world, request->resource, "sns_topic", "message lost", INT64_MIN);
    }
}

bool bs_world_perform(struct bs_world *world, uint64_t call, const struct bs_call_request *request,
                      struct bs_call_answer *answer)
{
    operation_fn *operation = operations[request->operation];
    const enum bs_monitor_reply reply = bs_monitor_reply(world, request, answer);

    if (operation == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "InvalidAction");
    } else if (reply == BS_REPLY_TRUTH) {
        operation(world, request, answer);
        deliver_message(world, call, request, answer);
    }
    return reply != BS_REPLY_NONE;
}

static bool perform_call(void *self)
{
    struct pending_call *pending = self;

    return bs_world_perform(pending->world, pending->call, &pending->request, &pending->result);
}

/* Lets the service do it; returns false if its answer never comes. */
static bool perform(struct pending_call *pending, int64_t unanswered_ppb)
{
    return pending->visit.perform(pending->visit.self) &&
           !meets(&pending->world->call_silences, pending->call, unanswered_ppb);
}

static bool ask_service(struct pending_call *pending)
{
    struct bs_world *world = pending->world;
    const char *service = pending->visit.service;
    const int32_t region = pending->region;
    struct bs_call_trouble trouble;
    struct bs_reach reach;

    if (region == BS_NONE || (region == BS_REGION_PEOPLE) != (strcmp(service, "people") == 0)) {
        bs_api_fail(&pending->result, BS_CALL_ERROR_OTHER, "UnknownEndpoint");
        return true;
    }
    pending->delay =
        bs_added_latency(world, region, service, bs_stream_at(&world->call_delays, pending->call));
    reach = bs_control_plane(world, region, service);
    trouble = bs_call_trouble(world, region, service);
    if (reach.is_lost && reach.manner == BS_LOSS_HANGS) {
        return false;
    }
    if (reach.is_lost && reach.manner == BS_LOSS_REFUSES) {
        bs_api_fail(&pending->result, BS_CALL_ERROR_REFUSED, "ConnectionRefused");
    } else if (!reach.is_lost &&
               meets(&world->call_throttles, pending->call, trouble.throttled_ppb)) {
        throttle(pending, trouble.retry_after);
    } else if (reach.is_lost || meets(&world->call_errors, pending->call, reach.error_ppb)) {
        bs_api_fail(&pending->result, BS_CALL_ERROR_UNAVAILABLE, "ServiceUnavailable");
    } else {
        return perform(pending, trouble.unanswered_ppb);
    }
    return true;
}

static struct pending_call *take_call(struct bs_world *world)
{
    struct pending_call *pending = world->free_calls;

    if (pending == NULL) {
        return bs_world_allocate(world, 1, sizeof(*pending));
    }
    world->free_calls = pending->next_free;
    return pending;
}

static void finish_call(struct pending_call *pending)
{
    pending->next_free = pending->world->free_calls;
    pending->world->free_calls = pending;
}

/* Whether the caller and its vantage point are there to send and to hear. */
static bool is_online(const struct pending_call *pending)
{
    const struct bs_world *world = pending->world;

    return (pending->from_region == BS_NONE || !bs_region_is_lost(world, pending->from_region)) &&
           (pending->vantage == BS_NONE || !bs_region_is_lost(world, pending->vantage));
}

/* Its answer will never come; a visitor wants to know. */
static void give_up(struct pending_call *pending)
{
    if (pending->visit.lost != NULL) {
        pending->visit.lost(pending->visit.self);
    }
}

static void answer_call(void *subject, uint64_t argument)
{
    struct pending_call *pending = subject;

    (void)argument;
    if (is_online(pending)) {
        pending->answer(pending->self, pending->call, &pending->result);
    } else {
        give_up(pending);
    }
    finish_call(pending);
}

static void schedule_call(struct pending_call *pending, enum bs_phase phase, uint64_t entity,
                          struct bs_duration delay, bs_event_fn *action)
{
    struct bs_world *world = pending->world;
    const struct bs_event_key key = {bs_instant_add(bs_world_now(world), delay), phase, entity,
                                     pending->call};

    bs_world_schedule_at(world, &key, action, pending, 0, NULL);
}

static void apply_call(void *subject, uint64_t argument)
{
    struct pending_call *pending = subject;
    bool is_answered;

    (void)argument;
    if (!is_online(pending)) {
        is_answered = false;
    } else if (pending->is_typed && pending->request.operation == BS_OPERATION_HTTP_REQUEST) {
        is_answered = ask_application(pending);
    } else {
        is_answered = ask_service(pending);
    }
    if (!is_answered) {
        give_up(pending);
        finish_call(pending);
        return;
    }
    schedule_call(pending, BS_PHASE_ORCHESTRATOR, pending->world->answer_hash,
                  (struct bs_duration){pending->latency.ns + PROCESSING_NS + pending->delay.ns},
                  answer_call);
}

static struct bs_duration latency_of(const struct bs_world *world,
                                     const struct bs_call_request *request, int32_t from_region,
                                     int32_t vantage, int32_t to_region)
{
    const struct bs_duration to_vantage =
        from_region == vantage ? BS_SECONDS(0)
                               : bs_scenario_latency(world->scenario, from_region, vantage);

    if (request->operation == BS_OPERATION_HTTP_REQUEST) {
        const int32_t balancer = balancer_asked(world, request->resource);

        to_region = balancer == BS_NONE ? BS_NONE : world->scenario->resources[balancer].region;
    }
    return bs_duration_add(to_vantage, bs_scenario_latency(world->scenario, vantage, to_region));
}

static struct pending_call *make_call(struct bs_world *world, uint64_t call,
                                      const struct bs_call_request *request, int32_t from_region)
{
    struct pending_call *pending = take_call(world);
    int32_t vantage = from_region;
    int32_t region;

    BS_ASSERT(request->operation < BS_OPERATION_COUNT);
    if (pending == NULL) {
        return NULL;
    }
    if (request->operation == BS_OPERATION_HTTP_REQUEST) {
        vantage = bs_scenario_region(world->scenario, request->region);
    }
    region = region_asked(world, request->region);
    *pending = (struct pending_call){
        .world = world,
        .call = call,
        .visit = {.service = bs_operation_info(request->operation)->service,
                  .region = request->region,
                  .perform = perform_call,
                  .self = pending},
        .request = *request,
        .is_typed = true,
        .from_region = from_region,
        .region = region,
        .vantage = vantage,
        .latency = latency_of(world, request, from_region, vantage, region),
    };
    return pending;
}

void bs_world_call(struct bs_world *world, uint64_t call, const struct bs_call_request *request,
                   int32_t from_region, bs_world_answer_fn *answer, void *self)
{
    struct pending_call *pending = make_call(world, call, request, from_region);

    if (pending != NULL) {
        pending->answer = answer;
        pending->self = self;
        schedule_call(pending, BS_PHASE_WORLD, world->call_hash, pending->latency, apply_call);
    }
}

void bs_world_ask_application(struct bs_world *world, uint64_t call,
                              const struct bs_call_request *request, int32_t from_region,
                              const struct bs_world_asker *asker)
{
    struct pending_call *pending = make_call(world, call, request, from_region);

    BS_ASSERT(request->operation == BS_OPERATION_HTTP_REQUEST);
    if (pending != NULL) {
        pending->answer = asker->answer;
        pending->self = asker->self;
        pending->visit.lost = asker->lost;
        pending->visit.self = asker->self;
        pending->is_numbered = asker->number != NULL;
        pending->number = asker->number != NULL ? *asker->number : (struct bs_write_number){0};
        schedule_call(pending, BS_PHASE_WORLD, world->call_hash, pending->latency, apply_call);
    }
}

void bs_world_visit_service(struct bs_world *world, uint64_t call,
                            const struct bs_world_visit *visit, int32_t from_region)
{
    struct pending_call *pending = take_call(world);
    const int32_t region = region_asked(world, visit->region);

    if (pending == NULL) {
        return;
    }
    *pending = (struct pending_call){
        .world = world,
        .call = call,
        .visit = *visit,
        .from_region = from_region,
        .region = region,
        .vantage = from_region,
        .latency = bs_scenario_latency(world->scenario, from_region, region),
        .answer = visit->answer,
        .self = visit->self,
    };
    schedule_call(pending, BS_PHASE_WORLD, world->call_hash, pending->latency, apply_call);
}
