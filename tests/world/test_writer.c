/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Applications that go to whichever copy of a database can be written: `database: writer`. One population
 * comes in through each Region's load balancer all the time, so that where its writes end up follows from
 * who is writable.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define EAST  "us-east-1"
#define WEST  "us-west-2"
#define SOUTH "sa-east-1"

#define ESTATE                                                                                  \
    "blackstart: scenario/1\nname: writer\nduration: 50m\n"                                     \
    "objectives: {served: {success: 95%%, within: 150ms, hold: 1m}}\n"                          \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}, sa-east-1: {role: "      \
    "third}}\n"                                                                                 \
    "links: [{between: [primary, standby], latency: 31ms}]\n"                                   \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 10, database: %s}, "          \
    "app-dr: {kind: ecs_service, region: standby, tasks: 10, database: %s}, "                   \
    "app-3: {kind: ecs_service, region: third, tasks: 10, database: %s}, "                      \
    "lb: {kind: alb, region: primary, targets: app}, "                                          \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "                                    \
    "lb-3: {kind: alb, region: third, targets: app-3}, "                                        \
    "orders: {kind: rds_instance, region: primary, creation: 10m, deletion: 5m, writers: %s}, " \
    "orders-dr: {kind: rds_replica, of: orders, region: standby, lag: 1s, promotion: 60s}, "    \
    "uploads: {kind: s3_bucket, region: primary, replicate_to: uploads-dr, two_way: true}, "    \
    "uploads-dr: {kind: s3_bucket, region: standby}}\n"                                         \
    "dns: {east.example.com: {alias: lb}, west.example.com: {alias: lb-dr}}\n"                  \
    "resolvers: {public: {count: 1, mix: {honour: 100%%}}}\n"                                   \
    "clients: {east: {resolvers: public, record: east.example.com, reads: 5/s, writes: 37/s, "  \
    "latency: 120ms, timeout: %s, retry: {max: 0, base: 1s}, stores: [orders, uploads]}, "      \
    "west: {resolvers: public, record: west.example.com, reads: 5/s, writes: 23/s, "            \
    "latency: 120ms, timeout: %s, retry: {max: 0, base: 1s}, stores: [uploads, orders]}}\n"     \
    "faults: [{name: west lost, at: 40m, region_loss: standby}]\n"

enum { TEXT_MAX = 4096, END_S = 2300, ROUND_TRIP_MS = 62 };

struct variant {
    const char *east;
    const char *west;
    const char *writers;
    const char *timeout;
};

static const struct variant both_writer = {"writer", "writer", "one", "5s"};

static struct bs_scenario *scenario_of(const struct variant *variant)
{
    char text[TEXT_MAX];
    const int length = snprintf(text, sizeof(text), ESTATE, variant->east, variant->west, "writer",
                                variant->writers, variant->timeout, variant->timeout);

    assert_true(length > 0 && length < TEXT_MAX);
    return estate_scenario(text);
}

static void call(struct estate *estate, int64_t at_s, enum bs_operation operation,
                 const char *region, const char *resource, const char *target)
{
    const struct bs_call_request request = {
        .operation = operation, .region = region, .resource = resource, .target = target};

    estate_run(estate, BS_AT_SECONDS(at_s));
    assert_int_equal(estate_call(estate, &request)->outcome, BS_OUTCOME_OK);
}

static void scale(struct estate *estate, int64_t at_s, const char *region, const char *service,
                  int64_t tasks)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
                                            .region = region,
                                            .resource = service,
                                            .count = tasks};

    estate_run(estate, BS_AT_SECONDS(at_s));
    assert_int_equal(estate_call(estate, &request)->outcome, BS_OUTCOME_OK);
}

static const struct bs_elb_state *balancer_named(const struct estate *estate, const char *id)
{
    return &estate->world->elb.balancers[bs_scenario_resource(estate->scenario, id)];
}

/* The id of the copy of the database that a request through the load balancer goes to, or "none". */
static const char *goes_to(struct estate *estate, const char *balancer, enum bs_request_kind kind)
{
    const int32_t orders = bs_scenario_resource(estate->scenario, "orders");
    const struct bs_copy *copy = bs_elb_copy_for(estate->world, balancer_named(estate, balancer),
                                                 bs_store_of(estate->world, orders), kind);

    return copy == NULL ? "none" : copy->resource->id;
}

/* ---- What the history says ---- */

static bool says(const struct bs_record *record, enum bs_record_kind kind, const char *field,
                 const char *text)
{
    return record->kind == kind && strcmp(bs_record_text(record, field), text) == 0;
}

/* Whether the lineage was writable just before an instant's requests, or at the instant itself. */
static bool was_writable(const struct estate *estate, const char *lineage, int64_t at_ns)
{
    bool writable = false;

    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (record->at.ns <= at_ns && says(record, BS_RECORD_LINEAGE, "lineage", lineage)) {
            writable = strcmp(bs_record_text(record, "state"), "writable") == 0;
        }
    }
    return writable;
}

static int64_t led_from_ns(const struct estate *estate, const char *lineage)
{
    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (says(record, BS_RECORD_LINEAGE, "lineage", lineage) &&
            strcmp(bs_record_text(record, "state"), "writable") == 0) {
            return record->at.ns;
        }
    }
    fail_msg("%s never led", lineage);
    return 0;
}

static int64_t sum_of(const struct estate *estate, enum bs_record_kind kind, const char *lineage)
{
    int64_t sum = 0;

    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (says(record, kind, "lineage", lineage)) {
            sum += bs_record_number(record, "writes");
        }
    }
    return sum;
}

static const struct bs_cohort *cohort_named(const struct estate *estate, const char *name)
{
    for (size_t i = 0; i < estate->world->clients.cohort_count; i++) {
        if (strcmp(estate->world->clients.cohorts[i].name, name) == 0) {
            return &estate->world->clients.cohorts[i];
        }
    }
    fail_msg("no cohort %s", name);
    return NULL;
}

static int64_t good_between(const struct estate *estate, const char *cohort,
                            enum bs_request_kind kind, int64_t from_s, int64_t to_s)
{
    int64_t good = 0;

    for (int64_t second = from_s; second < to_s; second++) {
        good += cohort_named(estate, cohort)->bins[second].good[kind];
    }
    return good;
}

/* ---- A failover without a fence, and the way back ---- */

static const char *const lineages[] = {"orders", "orders-dr", "orders#2"};
enum { LINEAGES = sizeof(lineages) / sizeof(lineages[0]) };

/* Split brain from 360 s to 400 s and from 1560 s to 1600 s; then nobody but orders#2 is left. */
static void play(struct estate *estate)
{
    call(estate, 300, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, WEST, "orders-dr", NULL);
    call(estate, 400, BS_OPERATION_EC2_REVOKE_INGRESS, EAST, "orders", NULL);
    call(estate, 420, BS_OPERATION_RDS_DELETE_INSTANCE, EAST, "orders", NULL);
    call(estate, 800, BS_OPERATION_RDS_CREATE_READ_REPLICA, EAST, "orders", "orders-dr");
    call(estate, 1500, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, EAST, "orders", NULL);
    call(estate, 1600, BS_OPERATION_EC2_REVOKE_INGRESS, WEST, "orders-dr", NULL);
    estate_run(estate, BS_AT_SECONDS(END_S));
    bs_world_finish(estate->world);
}

/* The lineage in the population's own Region that is writable at an instant, else the other Region's. */
static int taker(const struct estate *estate, bool is_east, int64_t at_ns)
{
    const int east = was_writable(estate, "orders", at_ns)     ? 0
                     : was_writable(estate, "orders#2", at_ns) ? 2
                                                               : BS_NONE;
    const int west = was_writable(estate, "orders-dr", at_ns) ? 1 : BS_NONE;

    if (is_east) {
        return east != BS_NONE ? east : west;
    }
    return west != BS_NONE ? west : east;
}

struct tally {
    int64_t acknowledged[LINEAGES];
    int64_t diverged[LINEAGES];
    int64_t crossed;
    int64_t all;
};

static void count_population(const struct estate *estate, const char *cohort, bool is_east,
                             const int64_t superseded_ns[LINEAGES], struct tally *tally)
{
    struct bs_process *process =
        &estate->world->clients
             .processes[cohort_named(estate, cohort)->processes[BS_REQUEST_WRITE]];

    for (uint64_t k = 0;; k++) {
        const int64_t at_ns = bs_arrivals_at(&process->starts, k).ns;
        int lineage;

        if (at_ns >= END_S * BS_NS_PER_S) {
            return;
        }
        lineage = taker(estate, is_east, at_ns);
        tally->all++;
        if (lineage != BS_NONE) {
            tally->acknowledged[lineage]++;
            tally->diverged[lineage] += at_ns >= superseded_ns[lineage] ? 1 : 0;
            tally->crossed += (lineage == 1) == is_east ? 1 : 0;
        }
    }
}

static void each_write_is_acknowledged_by_the_copy_of_its_instant(void **state)
{
    static const enum bs_detail details[] = {BS_DETAIL_SKIP, BS_DETAIL_EVERY_EVENT};
    struct bs_scenario *scenario = scenario_of(&both_writer);

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct estate estate;
        struct tally tally = {0};
        int64_t superseded_ns[LINEAGES];

        estate_open_detailed(&estate, scenario, (struct bs_stream_root){i, 0}, details[i]);
        play(&estate);
        superseded_ns[0] = led_from_ns(&estate, "orders-dr");
        superseded_ns[1] = led_from_ns(&estate, "orders#2");
        superseded_ns[2] = INT64_MAX;
        count_population(&estate, "east/honour", true, superseded_ns, &tally);
        count_population(&estate, "west/honour", false, superseded_ns, &tally);
        for (size_t j = 0; j < LINEAGES; j++) {
            assert_true(tally.acknowledged[j] > 1000);
            assert_int_equal(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, lineages[j]),
                             tally.acknowledged[j]);
            assert_int_equal(sum_of(&estate, BS_RECORD_DIVERGED, lineages[j]), tally.diverged[j]);
        }
        /* A superseded copy takes its own Region's writes alone; and somebody can always be written. */
        assert_true(tally.diverged[0] > 1000 && tally.diverged[1] > 500 && tally.crossed > 10000);
        assert_int_equal(tally.acknowledged[0] + tally.acknowledged[1] + tally.acknowledged[2],
                         tally.all);
        estate_close(&estate);
    }
    bs_scenario_destroy(scenario);
}

/* While the replica is promoted the old primary goes on, for both Regions. */
static void what_the_heir_lacks_came_from_both_regions(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;
    bool has_east = false;
    bool has_west = false;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    play(&estate);
    for (size_t i = 0; i < bs_history_count(estate.history); i++) {
        const struct bs_record *record = bs_history_get(estate.history, i);

        if (says(record, BS_RECORD_MISSING, "lineage", "orders")) {
            has_east = has_east || says(record, BS_RECORD_MISSING, "population", "east/honour");
            has_west = has_west || says(record, BS_RECORD_MISSING, "population", "west/honour");
        }
    }
    assert_true(has_east && has_west);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void buckets_and_local_applications_stay_at_home(void **state)
{
    static const struct variant variants[] = {
        {"local", "local", "one", "5s"},
        {"writer", "writer", "any", "5s"},
        {"writer", "writer", "homed", "5s"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(variants) / sizeof(variants[0]); i++) {
        struct bs_scenario *scenario = scenario_of(&variants[i]);
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
        assert_string_equal(goes_to(&estate, "lb", BS_REQUEST_WRITE), "orders");
        assert_string_equal(goes_to(&estate, "lb-dr", BS_REQUEST_WRITE), "none");
        assert_string_equal(goes_to(&estate, "lb-dr", BS_REQUEST_READ), "orders-dr");
        estate_run(&estate, BS_AT_SECONDS(100));
        bs_world_finish(estate.world);
        assert_int_equal(good_between(&estate, "west/honour", BS_REQUEST_WRITE, 0, 100), 0);
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

static void each_regions_bucket_takes_what_comes_through_its_region(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;
    int64_t east = 0;
    int64_t west = 0;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    estate_run(&estate, BS_AT_SECONDS(200));
    bs_world_finish(estate.world);
    for (size_t second = 0; second < 200; second++) {
        east += cohort_named(&estate, "east/honour")->bins[second].arrived[BS_REQUEST_WRITE];
        west += cohort_named(&estate, "west/honour")->bins[second].arrived[BS_REQUEST_WRITE];
    }
    assert_true(east > 0 && west > 0);
    assert_int_equal(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "uploads"), east);
    assert_int_equal(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "uploads-dr"), west);
    assert_int_equal(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders"), east + west);
    assert_int_equal(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders-dr"), 0);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- What the way costs ---- */

/* 120 ms and 62 ms are more than the 150 ms within which a request is good. */
static void a_round_trip_counts_against_the_bound(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(
        bs_elb_meeting(balancer_named(&estate, "lb-dr"), 1, BS_REQUEST_WRITE)->further.ns,
        ROUND_TRIP_MS * 1000000);
    call(&estate, 300, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, WEST, "orders-dr", NULL);
    estate_run(&estate, BS_AT_SECONDS(500));
    bs_world_finish(estate.world);
    assert_int_equal(good_between(&estate, "west/honour", BS_REQUEST_WRITE, 0, 360), 0);
    assert_true(good_between(&estate, "west/honour", BS_REQUEST_WRITE, 362, 500) > 2000);
    assert_true(good_between(&estate, "west/honour", BS_REQUEST_READ, 0, 300) > 1000);
    assert_true(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders") > 300 * (37 + 23) * 9 / 10);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void nobody_waits_longer_than_the_timeout(void **state)
{
    static const struct variant variant = {"writer", "writer", "one", "150ms"};
    struct bs_scenario *scenario = scenario_of(&variant);
    struct estate estate;
    int64_t east = 0;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(
        bs_elb_meeting(balancer_named(&estate, "lb-dr"), 1, BS_REQUEST_WRITE)->reception,
        BS_RECEPTION_HANGS);
    estate_run(&estate, BS_AT_SECONDS(100));
    bs_world_finish(estate.world);
    for (size_t second = 0; second < 100; second++) {
        east += cohort_named(&estate, "east/honour")->bins[second].arrived[BS_REQUEST_WRITE];
    }
    assert_int_equal(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders"), east);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- Which copy ---- */

/* A judge of the history alone must know it. */
static void the_history_says_who_writes_elsewhere(void **state)
{
    static const struct variant variant = {"local", "writer", "one", "5s"};
    struct bs_scenario *scenario = scenario_of(&variant);
    struct estate estate;
    size_t count = 0;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (size_t i = 0; i < bs_history_count(estate.history); i++) {
        const struct bs_record *record = bs_history_get(estate.history, i);

        if (says(record, BS_RECORD_STATE, "kind", "cross_region_writes")) {
            const bool is_west = says(record, BS_RECORD_STATE, "entity", "app-dr");

            assert_true(is_west || says(record, BS_RECORD_STATE, "entity", "app-3"));
            assert_string_equal(bs_record_text(record, "state"), is_west ? WEST : SOUTH);
            count++;
        }
    }
    assert_int_equal(count, 2);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void reads_leave_only_a_copy_that_cannot_be_read(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_string_equal(goes_to(&estate, "lb-dr", BS_REQUEST_READ), "orders-dr");
    assert_string_equal(goes_to(&estate, "lb-3", BS_REQUEST_READ), "orders");
    call(&estate, 100, BS_OPERATION_EC2_REVOKE_INGRESS, WEST, "orders-dr", NULL);
    assert_string_equal(goes_to(&estate, "lb-dr", BS_REQUEST_READ), "orders");
    assert_int_equal(
        bs_elb_meeting(balancer_named(&estate, "lb-dr"), 1, BS_REQUEST_READ)->further.ns,
        ROUND_TRIP_MS * 1000000);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void a_third_region_goes_to_whoever_leads(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_string_equal(goes_to(&estate, "lb-3", BS_REQUEST_WRITE), "orders");
    call(&estate, 300, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, WEST, "orders-dr", NULL);
    estate_run(&estate, BS_AT_SECONDS(400));
    assert_string_equal(goes_to(&estate, "lb-3", BS_REQUEST_WRITE), "orders-dr");
    assert_string_equal(goes_to(&estate, "lb", BS_REQUEST_WRITE), "orders"); /* Its own first. */
    estate_run(&estate, BS_AT_SECONDS(2401)); /* The leader's Region is lost. */
    assert_string_equal(goes_to(&estate, "lb-3", BS_REQUEST_WRITE), "orders");
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- Fences ---- */

static size_t fences(const struct estate *estate)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        count += says(record, BS_RECORD_FENCE, "lineage", "orders") ? 1 : 0;
    }
    return count;
}

static void a_fence_keeps_other_regions_out_too(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    call(&estate, 100, BS_OPERATION_EC2_REVOKE_INGRESS, EAST, "orders", NULL);
    assert_int_equal(fences(&estate), 1);
    assert_string_equal(goes_to(&estate, "lb", BS_REQUEST_WRITE), "none");
    assert_string_equal(goes_to(&estate, "lb-dr", BS_REQUEST_WRITE), "none");
    estate_run(&estate, BS_AT_SECONDS(200));
    bs_world_finish(estate.world);
    assert_int_equal(good_between(&estate, "west/honour", BS_REQUEST_WRITE, 102, 200), 0);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* While another Region's application would write to it, a database is not fenced by its own's absence. */
static void no_task_in_its_region_fences_only_where_nobody_else_comes(void **state)
{
    struct bs_scenario *scenario = scenario_of(&both_writer);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    scale(&estate, 100, EAST, "app", 0);
    estate_run(&estate, BS_AT_SECONDS(200));
    assert_int_equal(fences(&estate), 0);
    scale(&estate, 200, WEST, "app-dr", 0);
    scale(&estate, 210, SOUTH, "app-3", 0);
    estate_run(&estate, BS_AT_SECONDS(300));
    assert_int_equal(fences(&estate), 1);
    scale(&estate, 300, WEST, "app-dr", 1);
    estate_run(&estate, BS_AT_SECONDS(400));
    assert_int_equal(fences(&estate), 2); /* Released. */
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_write_is_acknowledged_by_the_copy_of_its_instant),
        cmocka_unit_test(what_the_heir_lacks_came_from_both_regions),
        cmocka_unit_test(buckets_and_local_applications_stay_at_home),
        cmocka_unit_test(each_regions_bucket_takes_what_comes_through_its_region),
        cmocka_unit_test(a_round_trip_counts_against_the_bound),
        cmocka_unit_test(nobody_waits_longer_than_the_timeout),
        cmocka_unit_test(the_history_says_who_writes_elsewhere),
        cmocka_unit_test(reads_leave_only_a_copy_that_cannot_be_read),
        cmocka_unit_test(a_third_region_goes_to_whoever_leads),
        cmocka_unit_test(a_fence_keeps_other_regions_out_too),
        cmocka_unit_test(no_task_in_its_region_fences_only_where_nobody_else_comes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
