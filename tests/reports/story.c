/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/reports/story.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { READS = 160, WRITES = 40, STORY_BYTES_MAX = 16 * 1024 * 1024 };

static const char SHA[] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

void story_put(struct story_events *events, int64_t at_ms, enum bs_record_kind kind,
               const struct bs_value *values, size_t count)
{
    struct story_event *event = &events->items[events->count];

    BS_ASSERT(events->count < STORY_EVENTS_MAX);
    BS_ASSERT(count <= BS_RECORD_FIELDS_MAX);
    event->at = (struct bs_instant){at_ms * BS_NS_PER_MS};
    event->kind = kind;
    event->count = count;
    event->order = events->count++;
    memcpy(event->values, values, count * sizeof(*values));
}

static int compare_events(const void *left, const void *right)
{
    const struct story_event *a = left;
    const struct story_event *b = right;

    if (a->at.ns != b->at.ns) {
        return a->at.ns < b->at.ns ? -1 : 1;
    }
    return (a->order > b->order) - (a->order < b->order);
}

struct bs_history *story_history(struct story_events *events, size_t bytes_max)
{
    struct bs_history *history = bs_history_new(bytes_max);

    BS_ASSERT(history != NULL);
    qsort(events->items, events->count, sizeof(events->items[0]), compare_events);
    for (size_t i = 0; i < events->count; i++) {
        const struct story_event *event = &events->items[i];

        bs_history_append(history, event->at, event->kind, event->values, event->count);
    }
    return history;
}

static int64_t horizon_s(const struct story *story)
{
    return story->horizon_s != 0 ? story->horizon_s : 3600;
}

static void tell_setting(const struct story *story, struct story_events *events)
{
    int64_t rto_s = story->rto_objective_s != 0 ? story->rto_objective_s : 300;

    STORY_PUT(events, 0, BS_RECORD_RUN, bs_text("Region loss"), bs_text(SHA),
              bs_text("Warm standby"), bs_text(SHA), bs_text("7"), bs_text("0.1.0"),
              bs_at(BS_AT_SECONDS(horizon_s(story))));
    STORY_PUT(events, 0, BS_RECORD_OBJECTIVE, bs_text("shop"),
              bs_span(rto_s < 0 ? BS_DURATION_UNKNOWN : BS_SECONDS(rto_s)), bs_ppb(950000000),
              bs_span(BS_SECONDS(5)), bs_span(BS_SECONDS(300)),
              bs_text(story->clock != NULL ? story->clock : "impact"), bs_span(BS_SECONDS(0)));
    STORY_PUT(events, 0, BS_RECORD_STORE, bs_text("orders"), bs_text("rds"), bs_text("one"),
              bs_span(BS_SECONDS(30)));
    STORY_PUT(events, 0, BS_RECORD_STORE, bs_text("uploads"), bs_text("s3"), bs_text("any"),
              bs_span(BS_SECONDS(900)));
    STORY_PUT(events, 0, BS_RECORD_COHORT, bs_text("shoppers/honour"), bs_text("shoppers"),
              bs_text("honour"), bs_ppb(1000000000), bs_count(1000));
    STORY_PUT(events, 0, BS_RECORD_LINEAGE, bs_text("orders"), bs_text("old"), bs_text("us-east-1"),
              bs_text("writable"), bs_text("as declared"));
    STORY_PUT(events, 0, BS_RECORD_LINEAGE, bs_text("uploads"), bs_text("old"),
              bs_text("us-east-1"), bs_text("writable"), bs_text("as declared"));
    STORY_PUT(events, 0, BS_RECORD_DNS, bs_text("app.example.com"), bs_text("lb"),
              bs_text("us-east-1"), bs_text("insync"), bs_count(0), bs_count(100));
    if (story->expect_recovered != NULL) {
        STORY_PUT(events, 0, BS_RECORD_EXPECT, bs_text("recovered"),
                  bs_text(story->expect_recovered));
    }
    if (story->expect_failovers != NULL) {
        STORY_PUT(events, 0, BS_RECORD_EXPECT, bs_text("failovers"),
                  bs_text(story->expect_failovers));
    }
}

/* One resource; -1 and NULL: not said. */
struct standing {
    const char *id;
    const char *kind;
    const char *region;
    const char *role;
    const char *of;
    const char *instance_class;
    int64_t units;
    int64_t cpu_units;
    int64_t memory_bytes;
    int64_t size_bytes;
    const char *options;
};

static struct bs_value count_or_null(int64_t count)
{
    return bs_count(count < 0 ? INT64_MIN : count);
}

static void tell_posture(struct story_events *events)
{
    static const struct standing rows[] = {
        {"app", "ecs_service", "us-east-1", "primary", NULL, NULL, 10, 512, 1000000000, -1,
         "fargate"},
        {"app-dr", "ecs_service", "us-west-2", "standby", NULL, NULL, 3, 512, 1000000000, -1,
         "fargate"},
        {"web", "ecr_image", "us-east-1", "primary", NULL, NULL, 1, -1, -1, -1, NULL},
        {"lb", "alb", "us-east-1", "primary", NULL, NULL, 1, -1, -1, -1, NULL},
        {"lb-dr", "alb", "us-west-2", "standby", NULL, NULL, 1, -1, -1, -1, NULL},
        {"orders", "rds_instance", "us-east-1", "primary", NULL, "db.r5.large", 1, -1, -1,
         100000000000, "multi_az"},
        {"orders-dr", "rds_replica", "us-west-2", "standby", "orders", "db.r5.large", 1, -1, -1,
         100000000000, NULL},
        {"uploads", "s3_bucket", "us-east-1", "primary", NULL, NULL, 1, -1, -1, 100000000000000,
         NULL},
        {"uploads-dr", "s3_bucket", "us-west-2", "standby", "uploads", NULL, 1, -1, -1,
         100000000000000, NULL},
        {"app", "health_check", NULL, NULL, NULL, NULL, 1, -1, -1, -1, "https fast"},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct standing *row = &rows[i];

        STORY_PUT(events, 0, BS_RECORD_RESOURCE, bs_text(row->id), bs_text(row->kind),
                  bs_text(row->region), bs_text(row->role), bs_text(row->of),
                  bs_text(row->instance_class),
                  bs_text(row->instance_class != NULL ? "postgres" : NULL), bs_count(row->units),
                  count_or_null(row->cpu_units), count_or_null(row->memory_bytes),
                  count_or_null(row->size_bytes), bs_text(row->options));
    }
    STORY_PUT(events, 0, BS_RECORD_REPLICATION, bs_text("orders"), bs_text("orders-dr"),
              bs_count(WRITES * INT64_C(1000000000)), bs_count(INT64_MIN), bs_text(NULL));
    STORY_PUT(events, 0, BS_RECORD_REPLICATION, bs_text("uploads"), bs_text("uploads-dr"),
              bs_count(WRITES * INT64_C(1000000000)), bs_count(200000), bs_text("rtc"));
}

static void tell_plan(struct story_events *events)
{
    static const struct {
        const char *step;
        const char *block;
        const char *region;
        int64_t target_s; /* 0: none. */
        const char *effect;
    } steps[] = {
        {"fence", "fence", "us-east-1", 15, "fences"},
        {"promote", "promote_rds_replica", "us-west-2", 60, "promotes"},
        {"scale", "scale_ecs", "us-west-2", 90, "scales"},
        {"cutover", "change_dns", "us-west-2", 60, "moves_traffic"},
        {"tell", "notify", "us-east-2", 0, "tells"},
    };

    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        STORY_PUT(
            events, 0, BS_RECORD_PLANNED, bs_text("activate"), bs_text(steps[i].step),
            bs_text(steps[i].block), bs_text(steps[i].region),
            bs_span(steps[i].target_s == 0 ? BS_DURATION_UNKNOWN : BS_SECONDS(steps[i].target_s)),
            bs_span(BS_SECONDS(600)), bs_text(steps[i].effect), bs_text(NULL));
    }
}

static void tell_fault(const struct story *story, struct story_events *events)
{
    if (story->broken_from_start) {
        STORY_PUT(events, 0, BS_RECORD_FAULT, bs_text("no record changes"),
                  bs_text("control_plane_loss"), bs_text("onset"));
    }
    if (story->fault_s != 0) {
        STORY_PUT(events, story->fault_s * 1000, BS_RECORD_FAULT, bs_text("region lost"),
                  bs_text("region_loss"), bs_text("onset"));
        STORY_PUT(events, story->fault_s * 1000, BS_RECORD_LINEAGE, bs_text("uploads"),
                  bs_text("old"), bs_text("us-east-1"), bs_text("stopped"), bs_text("Region lost"));
        if (story->diverged_ms == 0) {
            STORY_PUT(events, story->fault_s * 1000, BS_RECORD_LINEAGE, bs_text("orders"),
                      bs_text("old"), bs_text("us-east-1"), bs_text("stopped"),
                      bs_text("Region lost"));
        }
    }
    if (story->fault_end_s != 0) {
        STORY_PUT(events, story->fault_end_s * 1000, BS_RECORD_FAULT, bs_text("region lost"),
                  bs_text("region_loss"), bs_text("end"));
    }
}

static void tell_step(struct story_events *events, const char *step, int64_t from_ms, int64_t to_ms)
{
    STORY_PUT(events, from_ms, BS_RECORD_STEP, bs_count(1), bs_text("activate"), bs_text(step),
              bs_text("in_progress"), bs_count(1), bs_text(NULL));
    STORY_PUT(events, to_ms, BS_RECORD_STEP, bs_count(1), bs_text("activate"), bs_text(step),
              bs_text("completed"), bs_count(1), bs_text(NULL));
}

static void tell_call(struct story_events *events, int64_t at_ms, int64_t call)
{
    STORY_PUT(events, at_ms, BS_RECORD_CALL, bs_count(call), bs_count(1), bs_count(1),
              bs_text("promote"), bs_text("rds:PromoteReadReplica"), bs_text("us-west-2"),
              bs_text("orders-dr"), bs_text(NULL), bs_count(0),
              bs_at((struct bs_instant){(at_ms + 5000) * BS_NS_PER_MS}));
    STORY_PUT(events, at_ms + 80, BS_RECORD_ANSWER, bs_count(call), bs_text("ok"), bs_text(NULL),
              bs_text(NULL), bs_text(NULL));
}

static void tell_promotion(const struct story *story, struct story_events *events)
{
    int64_t decided_ms = story->decided_ms;

    tell_step(events, "fence", decided_ms, decided_ms + 2000);
    if (!story->unguarded) {
        STORY_PUT(events, decided_ms + 2000, BS_RECORD_FENCE, bs_text("orders"), bs_text("old"),
                  bs_text("effective"), bs_text("security group closed"));
    }
    if (story->risk) {
        STORY_PUT(events, decided_ms + 2000, BS_RECORD_RISK, bs_count(1), bs_text("activate"),
                  bs_text("promote"), bs_text("incident-commander"), bs_count(3), bs_count(3),
                  bs_text("primary unreachable"));
    }
    tell_call(events, decided_ms + 2100, 1);
    if (story->promoted_twice) {
        tell_call(events, decided_ms + 2200, 2);
    }
    tell_step(events, "promote", decided_ms + 2000, story->promoted_ms + 500);
    STORY_PUT(events, story->promoted_ms, BS_RECORD_LINEAGE, bs_text("orders"), bs_text("new"),
              bs_text("us-west-2"), bs_text("writable"), bs_text("promoted"));
}

static void tell_dns(struct story_events *events, const struct story *story, int64_t at_ms,
                     const char *state)
{
    STORY_PUT(events, at_ms, BS_RECORD_DNS, bs_text("app.example.com"),
              bs_text(story->dns_to_fenced ? "lb" : "lb-dr"),
              bs_text(story->dns_to_fenced ? "us-east-1" : "us-west-2"), bs_text(state),
              bs_count(1), bs_count(100 - story->dns_left_percent));
    if (story->dns_left_percent > 0) {
        STORY_PUT(events, at_ms, BS_RECORD_DNS, bs_text("app.example.com"), bs_text("lb"),
                  bs_text("us-east-1"), bs_text(state), bs_count(1),
                  bs_count(story->dns_left_percent));
    }
}

static void tell_response(const struct story *story, struct story_events *events)
{
    if (story->detected_ms != 0) {
        STORY_PUT(events, story->detected_ms, BS_RECORD_DETECTION, bs_text("app"),
                  bs_text("detected"), bs_text("2 of 3 unhealthy"));
    }
    if (story->stood_down_ms != 0) {
        STORY_PUT(events, story->stood_down_ms, BS_RECORD_DETECTION, bs_text("app"),
                  bs_text("stood_down"), bs_text("healthy again"));
    }
    if (story->decided_ms == 0) {
        return;
    }
    STORY_PUT(events, story->decided_ms, BS_RECORD_DETECTION, bs_text("app"), bs_text("confirmed"),
              bs_text("3 of 3 unhealthy"));
    STORY_PUT(events, story->decided_ms, BS_RECORD_DECISION, bs_count(1), bs_text("activate"),
              bs_text("ungraceful"), bs_text("P1"), bs_text(NULL), bs_text("app"), bs_count(3),
              bs_count(3));
    STORY_PUT(events, story->decided_ms, BS_RECORD_EXECUTION, bs_count(1), bs_text("activate"),
              bs_text("in_progress"), bs_text(NULL));
    if (story->promoted_ms != 0) {
        tell_promotion(story, events);
    }
    if (story->approval_to_ms != 0) {
        STORY_PUT(events, story->approval_from_ms, BS_RECORD_STEP, bs_count(1), bs_text("activate"),
                  bs_text("scale"), bs_text("pending_approval"), bs_count(1), bs_text("quota"));
        STORY_PUT(events, story->approval_from_ms, BS_RECORD_CALL, bs_count(10), bs_count(1),
                  bs_count(1), bs_text("scale"), bs_text("people:Ask"), bs_text("us-east-2"),
                  bs_text("incident-commander"), bs_text("scale beyond the quota?"), bs_count(1),
                  bs_at((struct bs_instant){(story->approval_from_ms + 5000) * BS_NS_PER_MS}));
        STORY_PUT(events, story->approval_to_ms, BS_RECORD_PERSON, bs_text("incident-commander"),
                  bs_text("approved"), bs_count(1), bs_span(BS_DURATION_UNKNOWN));
        STORY_PUT(events, story->approval_to_ms, BS_RECORD_STEP, bs_count(1), bs_text("activate"),
                  bs_text("scale"), bs_text("completed"), bs_count(1), bs_text(NULL));
    }
    if (story->dns_ms != 0) {
        tell_step(events, "cutover", story->dns_ms, story->dns_ms + 8000);
        tell_dns(events, story, story->dns_ms, "pending");
        tell_dns(events, story, story->dns_ms + 8000, "insync");
        if (story->is_dns_overtaken) {
            STORY_PUT(events, story->dns_ms + 9000, BS_RECORD_DNS, bs_text("app.example.com"),
                      bs_text("lb"), bs_text("us-east-1"), bs_text("insync"), bs_count(0),
                      bs_count(100));
        }
    }
    if (story->completed_ms != 0) {
        STORY_PUT(events, story->completed_ms, BS_RECORD_EXECUTION, bs_count(1),
                  bs_text("activate"),
                  bs_text(story->last_state != NULL ? story->last_state : "completed"),
                  bs_text(story->last_state != NULL ? "as told" : NULL));
    }
}

static int64_t served_percent(const struct story *story, int64_t second)
{
    for (size_t i = 0; i < sizeof(story->bad) / sizeof(story->bad[0]); i++) {
        if (second >= story->bad[i].from_s && second < story->bad[i].to_s) {
            return story->bad[i].percent;
        }
    }
    return 100;
}

static bool is_stale(const struct story *story, int64_t second)
{
    return second >= story->stale_from_s && second < story->stale_to_s;
}

static void tell_observed(const struct story *story, struct story_events *events)
{
    int64_t end_s = horizon_s(story);

    for (int64_t from = 0, to; from < end_s; from = to) {
        int64_t percent = served_percent(story, from);

        to = from + 1;
        while (to < end_s && served_percent(story, to) == percent &&
               is_stale(story, to) == is_stale(story, from)) {
            to++;
        }
        STORY_PUT(events, end_s * 1000, BS_RECORD_OBSERVED, bs_text("shoppers/honour"),
                  bs_at(BS_AT_SECONDS(from)), bs_count(to - from), bs_count(READS),
                  bs_count(READS * percent / 100), bs_count(WRITES),
                  bs_count(WRITES * percent / 100),
                  bs_count(is_stale(story, from) ? READS + WRITES : 0), bs_count(READS + WRITES));
    }
}

static struct bs_value at_ms(int64_t ms)
{
    return bs_at((struct bs_instant){ms * BS_NS_PER_MS});
}

static void tell_missing(const struct story *story, struct story_events *events,
                         const char *counted)
{
    int64_t end_ms = horizon_s(story) * 1000;
    int64_t fault_ms = story->fault_s * 1000;

    if (story->missing_from_ms != 0) {
        int64_t writes = (fault_ms - story->missing_from_ms) * WRITES / 1000;

        STORY_PUT(events, end_ms, BS_RECORD_MISSING, bs_text("orders"), bs_text("old"),
                  bs_text("shoppers"), bs_text(counted), bs_text("lost"), bs_count(1),
                  bs_count(writes), at_ms(story->missing_from_ms), at_ms(fault_ms - 25),
                  bs_count(writes));
    }
    if (story->deferred != 0) {
        STORY_PUT(events, end_ms, BS_RECORD_MISSING, bs_text("uploads"), bs_text("old"),
                  bs_text("shoppers"), bs_text(counted), bs_text("deferred"), bs_count(1),
                  bs_count(story->deferred), at_ms(fault_ms - 480000), at_ms(fault_ms - 25),
                  bs_count(story->deferred));
    }
}

/* Each minute, as far as anybody would ask; nothing arrives between the fault and the promotion. */
static void tell_lags(const struct story *story, struct story_events *events)
{
    const int64_t stop_ms = story->fault_s * 1000;
    const int64_t end_ms = story->promoted_ms != 0 ? story->promoted_ms : stop_ms;

    for (int64_t at_ms = 60000; at_ms < end_ms; at_ms += 60000) {
        const int64_t lag_ms = 1500 + at_ms / 60000 % 4 * 250;

        STORY_PUT(events, at_ms, BS_RECORD_LAG, bs_text("orders"), bs_text("new"),
                  bs_span((struct bs_duration){
                      (at_ms <= stop_ms ? lag_ms : lag_ms + at_ms - stop_ms) * BS_NS_PER_MS}));
    }
}

static void tell_ledger(const struct story *story, struct story_events *events)
{
    int64_t end_ms = horizon_s(story) * 1000;

    STORY_PUT(events, end_ms, BS_RECORD_ACKNOWLEDGED, bs_text("orders"), bs_text("old"),
              bs_count(24000), bs_count(story->behind_fence));
    STORY_PUT(events, end_ms, BS_RECORD_ACKNOWLEDGED, bs_text("uploads"), bs_text("old"),
              bs_count(3000), bs_count(0));
    tell_missing(story, events, "recovery");
    tell_missing(story, events, "end");
    if (story->diverged_ms != 0) {
        STORY_PUT(events, end_ms, BS_RECORD_DIVERGED, bs_text("orders"), bs_text("old"),
                  at_ms(story->promoted_ms), at_ms(story->promoted_ms + story->diverged_ms),
                  bs_count(story->diverged_ms * WRITES / 1000));
    }
    if (story->end == NULL || story->end[0] != '\0') {
        STORY_PUT(events, end_ms, BS_RECORD_END,
                  bs_text(story->end != NULL ? story->end : "horizon"));
    }
}

struct bs_history *story_tell(const struct story *story)
{
    struct story_events *events = calloc(1, sizeof(*events));
    struct bs_history *history;

    BS_ASSERT(events != NULL);
    tell_setting(story, events);
    tell_posture(events);
    tell_plan(events);
    tell_fault(story, events);
    tell_response(story, events);
    tell_observed(story, events);
    tell_lags(story, events);
    tell_ledger(story, events);
    history = story_history(events, STORY_BYTES_MAX);
    free(events);
    return history;
}
