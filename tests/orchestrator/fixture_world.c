/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/orchestrator/fixture_world.h"

#include <string.h>

#include "base/assert.h"

enum { TASKS = 10, CHANGE = 7 };

struct fixture_world fixture_world(const struct fixture_rule *rules, uint32_t rule_count)
{
    BS_ASSERT(rule_count <= FIXTURE_RULES_MAX);
    return (struct fixture_world){.lost_at = BS_INSTANT_NEVER,
                                  .promotion = BS_SECONDS(60),
                                  .launch = BS_SECONDS(30),
                                  .propagation = BS_SECONDS(40),
                                  .rules = rules,
                                  .rule_count = rule_count,
                                  .promoted_at = BS_INSTANT_NEVER,
                                  .scaled_at = BS_INSTANT_NEVER,
                                  .changed_at = BS_INSTANT_NEVER};
}

static bool is_past(struct bs_instant at, struct bs_duration by, struct bs_instant now)
{
    return at.ns != BS_INSTANT_NEVER.ns && now.ns >= at.ns + by.ns;
}

static void report(const struct fixture_world *world, struct bs_instant now,
                   const struct bs_call_request *request, struct bs_call_answer *answer)
{
    bool is_lost = now.ns >= world->lost_at.ns;
    bool is_moved = is_past(world->changed_at, world->propagation, now);
    bool is_promoted = is_past(world->promoted_at, world->promotion, now);
    bool is_promoting = is_past(world->promoted_at, BS_SECONDS(0), now) && !is_promoted;
    bool is_old = strcmp(request->region, "us-east-1") == 0;

    switch (request->operation) {
    case BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS:
        answer->state = is_lost && !is_moved ? BS_STATE_UNHEALTHY : BS_STATE_HEALTHY;
        return;
    case BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM:
        answer->state = is_lost && !is_moved ? BS_STATE_ALARM : BS_STATE_OK;
        return;
    case BS_OPERATION_CLOUDWATCH_GET_METRIC:
        answer->has_metric = true;
        answer->metric = BS_SECONDS(2);
        return;
    case BS_OPERATION_RDS_DESCRIBE_INSTANCE:
        answer->state = is_promoting ? BS_STATE_MODIFYING : BS_STATE_AVAILABLE;
        answer->is_replica = !is_promoting && !is_promoted;
        return;
    case BS_OPERATION_ECS_DESCRIBE_SERVICE:
        answer->running = is_past(world->scaled_at, world->launch, now) ? TASKS : 1;
        answer->running = is_old ? 0 : answer->running;
        return;
    case BS_OPERATION_HTTP_REQUEST:
        answer->http_status =
            is_lost && !is_moved && strcmp(request->resource, "lb-dr") != 0 ? 503 : 200;
        return;
    case BS_OPERATION_ROUTE53_GET_CHANGE:
        BS_ASSERT(request->count == CHANGE);
        answer->state = is_moved ? BS_STATE_INSYNC : BS_STATE_PENDING;
        return;
    default:
        answer->running = 1;
        answer->change = CHANGE;
        return;
    }
}

static void take_effect(struct fixture_world *world, struct bs_instant now,
                        const struct bs_call_request *request)
{
    if (request->operation == BS_OPERATION_RDS_PROMOTE_READ_REPLICA) {
        world->promotions++;
        world->promoted_at = now;
    } else if (request->operation == BS_OPERATION_ECS_UPDATE_SERVICE && request->count > 0) {
        world->scaled_at = now;
    } else if (request->operation == BS_OPERATION_ROUTE53_CHANGE_RECORD) {
        world->changed_at = now;
    }
}

static const struct fixture_rule *match(struct fixture_world *world, struct bs_instant now,
                                        const struct bs_call_request *request)
{
    static const struct fixture_rule normal = {.manner = FIXTURE_NORMAL};

    for (uint32_t i = 0; i < world->rule_count; i++) {
        const struct fixture_rule *rule = &world->rules[i];

        if (rule->operation == request->operation &&
            (rule->resource == NULL || strcmp(rule->resource, request->resource) == 0) &&
            now.ns >= rule->from_s * BS_NS_PER_S && now.ns < rule->until_s * BS_NS_PER_S &&
            (rule->times == 0 || world->used[i] < rule->times)) {
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
        memcpy(answer->code, rule->code, strlen(rule->code) + 1);
        return true;
    }
    report(world, now, request, answer);
    if (rule->manner == FIXTURE_STATE) {
        answer->state = rule->state;
        answer->running = rule->running;
        answer->has_metric = false;
    }
    take_effect(world, now, request);
    return rule->manner != FIXTURE_LOST_ANSWER;
}
