/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/reports/tale.h"

#include <string.h>

enum { HORIZON_S = 3600, TALE_BYTES_MAX = 1024 * 1024 };

static struct bs_value at_s(int64_t seconds)
{
    return bs_at(BS_AT_SECONDS(seconds));
}

static void tell_plan(struct story_events *tale)
{
    static const struct {
        const char *workflow;
        const char *step;
        const char *region;
        const char *effect;
        const char *group;
    } steps[] = {
        {"activate", "check", "us-west-2", "checks", NULL},
        {"activate", "fence", "us-east-1", "fences", NULL},
        {"activate", "promote", "us-west-2", "promotes", "up"},
        {"activate", "scale", "us-west-2", "scales", "up"},
        {"activate", "approve", "us-east-2", "asks", NULL},
        {"activate", "cutover", "global", "moves_traffic", NULL},
        {"activate", "tell", "us-east-2", "tells", NULL},
        {"return", "release", "us-east-1", "releases", NULL},
        {"return", "rebuild", "us-east-1", "rebuilds", NULL},
        {"return", "promote-back", "us-east-1", "promotes", NULL},
        {"return", "cutover-back", "global", "moves_traffic", NULL},
    };

    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        STORY_PUT(tale, 0, BS_RECORD_PLANNED, bs_text(steps[i].workflow), bs_text(steps[i].step),
                  bs_text("block"), bs_text(steps[i].region), bs_span(BS_DURATION_UNKNOWN),
                  bs_span(BS_SECONDS(60)), bs_text(steps[i].effect), bs_text(steps[i].group));
    }
}

void tale_begin(struct story_events *tale)
{
    tale->count = 0;
    STORY_PUT(tale, 0, BS_RECORD_RUN, bs_text("Tale"), bs_text("00"), bs_text("Plan"),
              bs_text("00"), bs_text("1"), bs_text("0.1.0"), at_s(HORIZON_S));
    STORY_PUT(tale, 0, BS_RECORD_OBJECTIVE, bs_text("shop"), bs_span(BS_SECONDS(300)),
              bs_ppb(950000000), bs_span(BS_SECONDS(5)), bs_span(BS_SECONDS(300)),
              bs_text("impact"), bs_span(BS_SECONDS(0)));
    STORY_PUT(tale, 0, BS_RECORD_STORE, bs_text("orders"), bs_text("rds_instance"), bs_text("one"),
              bs_span(BS_SECONDS(30)));
    tell_plan(tale);
    tale_lineage(tale, 0, "orders", "us-east-1", "writable");
    tale_dns(tale, 0, "lb", "us-east-1");
}

struct bs_history *tale_end(struct story_events *tale)
{
    STORY_PUT(tale, HORIZON_S * 1000, BS_RECORD_OBSERVED, bs_text("shoppers"), at_s(0),
              bs_count(HORIZON_S), bs_count(100), bs_count(100), bs_count(0), bs_count(0),
              bs_count(0), bs_count(100));
    STORY_PUT(tale, HORIZON_S * 1000, BS_RECORD_ACKNOWLEDGED, bs_text("orders"), bs_text("orders"),
              bs_count(1000), bs_count(0));
    STORY_PUT(tale, HORIZON_S * 1000, BS_RECORD_END, bs_text("horizon"));
    return story_history(tale, TALE_BYTES_MAX);
}

static void decide(struct story_events *tale, int64_t at, int64_t execution, const char *workflow,
                   const char *trigger)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_DECISION, bs_count(execution), bs_text(workflow),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text(trigger), bs_count(3),
              bs_count(3));
    tale_execution(tale, at, execution, "in_progress");
}

static const char *workflow_of(const struct story_events *tale, int64_t execution)
{
    for (size_t i = tale->count; i > 0; i--) {
        const struct story_event *event = &tale->items[i - 1];

        if (event->kind == BS_RECORD_DECISION && event->values[0].number == execution) {
            return event->values[1].text;
        }
    }
    return "activate";
}

void tale_start(struct story_events *tale, int64_t at, int64_t execution, const char *workflow)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_DETECTION, bs_text("app"), bs_text("confirmed"),
              bs_text(NULL));
    decide(tale, at, execution, workflow, "app");
}

void tale_order(struct story_events *tale, int64_t at, int64_t execution, const char *workflow)
{
    decide(tale, at, execution, workflow, "operator: switch over");
}

void tale_execution(struct story_events *tale, int64_t at, int64_t execution, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_EXECUTION, bs_count(execution),
              bs_text(workflow_of(tale, execution)), bs_text(state), bs_text("as told"));
}

void tale_step(struct story_events *tale, int64_t at, int64_t execution, const char *step,
               const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_STEP, bs_count(execution),
              bs_text(workflow_of(tale, execution)), bs_text(step), bs_text(state), bs_count(1),
              bs_text(NULL));
}

void tale_steps(struct story_events *tale, int64_t from_s, int64_t to_s, int64_t execution,
                const char *step, const char *state)
{
    tale_step(tale, from_s, execution, step, "in_progress");
    tale_step(tale, to_s, execution, step, state);
}

void tale_call(struct story_events *tale, struct tale_call call)
{
    int64_t at_ms = call.at_s * 1000;

    STORY_PUT(tale, at_ms, BS_RECORD_CALL, bs_count(call.call),
              bs_count(call.orchestrator != 0 ? call.orchestrator : 1),
              bs_count(call.execution != 0 ? call.execution : 1), bs_text(call.step),
              bs_text(call.operation), bs_text(call.region != NULL ? call.region : "us-west-2"),
              bs_text(call.resource != NULL ? call.resource : "orders-dr"), bs_text(call.target),
              bs_count(call.count), at_s(call.at_s + 5));
    if (call.outcome != NULL) {
        at_ms += (strcmp(call.outcome, "info") == 0 ? 5000 : 1000) + call.late_s * 1000;
        STORY_PUT(tale, at_ms, BS_RECORD_ANSWER, bs_count(call.call), bs_text(call.outcome),
                  bs_text(call.error), bs_text(NULL), bs_text(NULL));
    }
}

void tale_lineage(struct story_events *tale, int64_t at, const char *lineage, const char *region,
                  const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_LINEAGE, bs_text("orders"), bs_text(lineage),
              bs_text(region), bs_text(state), bs_text("as told"));
}

void tale_fence(struct story_events *tale, int64_t at, const char *lineage, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_FENCE, bs_text("orders"), bs_text(lineage), bs_text(state),
              bs_text("as told"));
}

void tale_state(struct story_events *tale, int64_t at, const char *entity, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_STATE, bs_text(entity), bs_text("rds_instance"),
              bs_text(state), bs_count(INT64_MIN));
}

void tale_risk(struct story_events *tale, int64_t at, int64_t execution, int64_t unhealthy)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_RISK, bs_count(execution),
              bs_text(workflow_of(tale, execution)), bs_text("fence"),
              bs_text("incident-commander"), bs_count(unhealthy), bs_count(4), bs_text("as told"));
}

void tale_person(struct story_events *tale, int64_t at, int64_t question, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_PERSON, bs_text("commander"), bs_text(state),
              bs_count(question), bs_span(BS_DURATION_UNKNOWN));
}

void tale_lease(struct story_events *tale, int64_t at, int64_t holder, int64_t token,
                int64_t until_s)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_LEASE, bs_text("leases"), bs_count(holder),
              bs_count(token), at_s(until_s));
}

void tale_life(struct story_events *tale, int64_t at, int64_t orchestrator, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_ORCHESTRATOR, bs_count(orchestrator), bs_text(state),
              bs_text(NULL));
}

void tale_latch(struct story_events *tale, int64_t at, const char *resource, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_LATCH, bs_count(1), bs_text("fence"), bs_text(resource),
              bs_text(state));
}

void tale_fault(struct story_events *tale, int64_t at, const char *state)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_FAULT, bs_text("us-east-1 lost"), bs_text("region_loss"),
              bs_text(state));
}

void tale_dns(struct story_events *tale, int64_t at, const char *target, const char *region)
{
    STORY_PUT(tale, at * 1000, BS_RECORD_DNS, bs_text("app.example.com"), bs_text(target),
              bs_text(region), bs_text("insync"), bs_count(at), bs_count(100));
}

void tale_expect(struct story_events *tale, const char *expectation, const char *value)
{
    STORY_PUT(tale, 0, BS_RECORD_EXPECT, bs_text(expectation), bs_text(value));
}
