/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/orchestrator/fixture_world.h"

#include <string.h>

#include "base/assert.h"

enum { TASKS = 10, CHANGE = 7 };

struct fixture_world fixture_world(const struct fixture_rule *rules, uint32_t rule_count)
{
    BS_ASSERT(rule_count <= FIXTURE_RULES_MAX);
    return (struct fixture_world){
        .lost_at = BS_INSTANT_NEVER,
        .back_at = BS_INSTANT_NEVER,
        .promotion = BS_SECONDS(60),
        .launch = BS_SECONDS(30),
        .propagation = BS_SECONDS(40),
        .rules = rules,
        .rule_count = rule_count,
        .instances = {{.source = NULL}, {.source = "orders"}},
        .services = {{.tasks = TASKS, .desired = TASKS}, {.tasks = 1, .desired = 1}},
        .changed_at = BS_AT_SECONDS(-1000)};
}

void fixture_world_order(struct fixture_world *world, int64_t at_s, const char *order)
{
    BS_ASSERT(world->order_count < FIXTURE_ORDERS_MAX);
    world->orders[world->order_count++] = (struct fixture_order){at_s, order};
}

static bool is_past(struct bs_instant at, struct bs_duration by, struct bs_instant now)
{
    return now.ns >= at.ns + by.ns;
}

static bool is_standby(const struct bs_call_request *request)
{
    return strstr(request->resource, "-dr") != NULL;
}

static bool is_primary_lost(const struct fixture_world *world, struct bs_instant now)
{
    return now.ns >= world->lost_at.ns && now.ns < world->back_at.ns;
}

/* Whether whoever goes by name is served. */
static bool is_served(const struct fixture_world *world, struct bs_instant now)
{
    const bool is_moved =
        is_past(world->changed_at, world->propagation, now) ? world->is_moved : world->was_moved;

    return is_moved || !is_primary_lost(world, now);
}

static int64_t running(const struct fixture_world *world, const struct fixture_service *service,
                       struct bs_instant now)
{
    const bool is_in_force =
        service->desired <= service->tasks || is_past(service->at, world->launch, now);

    return is_in_force ? service->desired : service->tasks;
}

static void describe_instance(const struct fixture_instance *instance, struct bs_instant now,
                              struct bs_call_answer *answer)
{
    const bool is_ready = now.ns >= instance->ready_at.ns;

    if (instance->is_deleted && is_ready) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = BS_CALL_ERROR_NOT_FOUND;
        memcpy(answer->code, "DBInstanceNotFound", sizeof("DBInstanceNotFound"));
        return;
    }
    answer->state = is_ready               ? BS_STATE_AVAILABLE
                    : instance->is_deleted ? BS_STATE_DELETING
                                           : BS_STATE_MODIFYING;
    answer->is_replica = instance->source != NULL;
    if (answer->is_replica) {
        memcpy(answer->source, instance->source, strlen(instance->source) + 1);
    }
}

static void give_order(const struct fixture_world *world, struct bs_instant now,
                       const struct bs_call_request *request, struct bs_call_answer *answer)
{
    const uint32_t next = (uint32_t)request->count;

    answer->change = request->count;
    if (next < world->order_count && now.ns >= world->orders[next].at_s * BS_NS_PER_S) {
        answer->change = next + 1;
        memcpy(answer->order, world->orders[next].order, strlen(world->orders[next].order) + 1);
    }
}

static void take_lease(struct fixture_world *world, const struct bs_lease_terms *terms,
                       struct bs_call_answer *answer)
{
    struct fixture_lease *lease = &world->lease;

    if (lease->holder != terms->holder && lease->until.ns + terms->skew.ns >= terms->now.ns &&
        lease->holder != 0) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = BS_CALL_ERROR_CONDITION;
        memcpy(answer->code, "ConditionalCheckFailed", sizeof("ConditionalCheckFailed"));
        return;
    }
    answer->memo = lease->memo;
    lease->token += lease->holder != terms->holder ? 1 : 0;
    lease->holder = terms->holder;
    lease->until = terms->until;
    lease->memo = terms->memo;
    answer->change = (int64_t)lease->token;
}

static void report(struct fixture_world *world, struct bs_instant now,
                   const struct bs_call_request *request, struct bs_call_answer *answer)
{
    switch (request->operation) {
    case BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS:
        answer->state = is_served(world, now) ? BS_STATE_HEALTHY : BS_STATE_UNHEALTHY;
        return;
    case BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM:
        answer->state = is_served(world, now) ? BS_STATE_OK : BS_STATE_ALARM;
        return;
    case BS_OPERATION_CLOUDWATCH_GET_METRIC:
        answer->has_metric = true;
        answer->metric = BS_SECONDS(2);
        answer->metric_at = now;
        return;
    case BS_OPERATION_RDS_DESCRIBE_INSTANCE:
        describe_instance(&world->instances[is_standby(request) ? 1 : 0], now, answer);
        return;
    case BS_OPERATION_ECS_DESCRIBE_SERVICE:
        answer->running = running(world, &world->services[is_standby(request) ? 1 : 0], now);
        return;
    case BS_OPERATION_HTTP_REQUEST:
        answer->http_status = is_served(world, now) || is_standby(request) ? 200 : 503;
        return;
    case BS_OPERATION_ROUTE53_GET_CHANGE:
        BS_ASSERT(request->count == CHANGE);
        answer->state = is_past(world->changed_at, world->propagation, now) ? BS_STATE_INSYNC
                                                                            : BS_STATE_PENDING;
        return;
    case BS_OPERATION_PEOPLE_GET_ANSWER:
        answer->state = BS_STATE_ASKED;
        return;
    case BS_OPERATION_PEOPLE_GET_ORDER:
        give_order(world, now, request, answer);
        return;
    case BS_OPERATION_DYNAMODB_TAKE_LEASE:
        return; /* When it takes effect. */
    case BS_OPERATION_QUOTAS_GET_TASKS:
        answer->running = TASKS;
        return;
    default:
        answer->running = 1;
        answer->change = CHANGE;
        return;
    }
}

static void change_service(struct fixture_world *world, struct bs_instant now,
                           const struct bs_call_request *request)
{
    struct fixture_service *service = &world->services[is_standby(request) ? 1 : 0];

    if (request->count != service->desired) {
        service->tasks = running(world, service, now);
        service->desired = request->count;
        service->at = now;
    }
}

static void change_instance(struct fixture_world *world, struct bs_instant now,
                            const struct bs_call_request *request)
{
    struct fixture_instance *instance = &world->instances[is_standby(request) ? 1 : 0];

    world->promotions += request->operation == BS_OPERATION_RDS_PROMOTE_READ_REPLICA ? 1 : 0;
    world->deletions += request->operation == BS_OPERATION_RDS_DELETE_INSTANCE ? 1 : 0;
    world->creations += request->operation == BS_OPERATION_RDS_CREATE_READ_REPLICA ? 1 : 0;
    instance->is_deleted = request->operation == BS_OPERATION_RDS_DELETE_INSTANCE;
    instance->source =
        request->operation == BS_OPERATION_RDS_CREATE_READ_REPLICA ? request->target : NULL;
    instance->ready_at = bs_instant_add(now, world->promotion);
}

static void take_effect(struct fixture_world *world, struct bs_instant now,
                        const struct bs_call_request *request, struct bs_call_answer *answer)
{
    switch (request->operation) {
    case BS_OPERATION_RDS_PROMOTE_READ_REPLICA:
    case BS_OPERATION_RDS_DELETE_INSTANCE:
    case BS_OPERATION_RDS_CREATE_READ_REPLICA:
        change_instance(world, now, request);
        return;
    case BS_OPERATION_ECS_UPDATE_SERVICE:
        change_service(world, now, request);
        return;
    case BS_OPERATION_ROUTE53_CHANGE_RECORD:
        world->was_moved = is_past(world->changed_at, world->propagation, now) ? world->is_moved
                                                                               : world->was_moved;
        world->is_moved = (strcmp(request->target, "lb-dr") == 0) == (request->count == 100);
        world->changed_at = now;
        return;
    case BS_OPERATION_DYNAMODB_TAKE_LEASE:
        take_lease(world, &request->lease, answer);
        return;
    default:
        return;
    }
}

static bool is_meant(const struct fixture_rule *rule, struct bs_instant now,
                     const struct bs_call_request *request)
{
    return rule->operation == request->operation &&
           (rule->resource == NULL || strcmp(rule->resource, request->resource) == 0) &&
           now.ns >= rule->from_s * BS_NS_PER_S &&
           (rule->until_s == 0 || now.ns < rule->until_s * BS_NS_PER_S);
}

static const struct fixture_rule *match(struct fixture_world *world, struct bs_instant now,
                                        const struct bs_call_request *request)
{
    static const struct fixture_rule normal = {.manner = FIXTURE_NORMAL};

    for (uint32_t i = 0; i < world->rule_count; i++) {
        const struct fixture_rule *rule = &world->rules[i];

        if (is_meant(rule, now, request) && (rule->times == 0 || world->used[i] < rule->times)) {
            world->used[i]++;
            return rule;
        }
    }
    return &normal;
}

bool fixture_world_answer(struct fixture_world *world, struct bs_instant now,
                          const struct bs_call_request *request, struct bs_call_answer *answer,
                          struct bs_instant *answer_at)
{
    const struct fixture_rule *rule = match(world, now, request);

    memset(answer, 0, sizeof(*answer));
    *answer_at = bs_instant_add(now, rule->manner == FIXTURE_LATE ? BS_SECONDS(7) : BS_MILLIS(100));
    if (rule->manner == FIXTURE_SILENT) {
        return false;
    }
    if (rule->manner == FIXTURE_ERROR) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = rule->error;
        answer->retry_after = BS_SECONDS(rule->retry_after_s);
        memcpy(answer->code, rule->code, strlen(rule->code) + 1);
        return true;
    }
    report(world, now, request, answer);
    if (rule->manner == FIXTURE_STATE) {
        answer->state = rule->state;
        answer->running = rule->running;
        answer->has_metric = false;
    }
    take_effect(world, now, request, answer);
    return rule->manner != FIXTURE_LOST_ANSWER;
}
