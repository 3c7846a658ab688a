/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Buckets that replicate both ways: what each lacks when the other is lost, and what their metric promises.
 *
 * One population writes through each Region's load balancer. Object k of a population has a delay of its own,
 * drawn for the bucket that took it; the tests work out from that what has arrived when.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/world/s3.h"
#include "tests/world/estate.h"

#define ESTATE                                                                            \
    "blackstart: scenario/1\nname: buckets\nduration: 30m\n"                              \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                 \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 10}, "                  \
    "app-dr: {kind: ecs_service, region: standby, tasks: 10}, "                           \
    "lb: {kind: alb, region: primary, targets: app}, "                                    \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "                              \
    "uploads: {kind: s3_bucket, region: primary, replicate_to: uploads-dr, two_way: %s, " \
    "replication: %s}, uploads-dr: {kind: s3_bucket, region: standby}}\n"                 \
    "dns: {east.example.com: {alias: lb}, west.example.com: {alias: lb-dr}}\n"            \
    "resolvers: {public: {count: 1, mix: {honour: 100%%}}}\n"                             \
    "clients: {east: {resolvers: public, record: east.example.com, writes: 7/s, "         \
    "retry: %s, stores: [uploads]}, "                                                     \
    "west: {resolvers: public, record: west.example.com, writes: 5/s, "                   \
    "retry: %s, stores: [uploads]}}\n"                                                    \
    "faults: [%s]\n"

#define NO_RETRY   "{max: 0, base: 1s}"
#define NO_FAULT   "{name: none, at: 29m, for: 1s, errors: {of: lb, share: 1%}}"
#define WEST_LOST  "{name: lost, at: 1200s, region_loss: standby}"
#define WEST_BLINK "{name: blink, at: 1210s, for: 200s, region_loss: standby}"

enum { TEXT_MAX = 4096, OBJECTS_MAX = 16384, LOST_S = 1200 };

static const char *const distributions[] = {
    "0s",
    "{uniform: {low: 0s, high: 25s}}",
    "{lognormal: {median: 15s, p95: 92s}}",
    "{pareto: {minimum: 1s, shape: 1}, truncate: {max: 1d}}",
    "{mixture: [{weight: 30%, of: 5m}, {weight: 70%, of: 1s}]}",
};
enum { DISTRIBUTIONS = sizeof(distributions) / sizeof(distributions[0]) };

/* A direction: the population whose objects it carries, and the bucket that sends them. */
struct direction {
    const char *cohort;
    const char *source;
    const char *copy;
    const char *copy_region;
};

static const struct direction eastward = {"west/honour", "uploads-dr", "uploads", "us-east-1"};
static const struct direction westward = {"east/honour", "uploads", "uploads-dr", "us-west-2"};

static struct bs_scenario *scenario_with(const char *two_way, const char *replication,
                                         const char *retry, const char *faults)
{
    char text[TEXT_MAX];
    const int length =
        snprintf(text, sizeof(text), ESTATE, two_way, replication, retry, retry, faults);

    assert_true(length > 0 && length < TEXT_MAX);
    return estate_scenario(text);
}

/* ---- What must be ---- */

static struct bs_process *process_of(struct estate *estate, const char *cohort)
{
    const struct bs_client_set *clients = &estate->world->clients;

    for (size_t i = 0; i < clients->cohort_count; i++) {
        if (strcmp(clients->cohorts[i].name, cohort) == 0) {
            return &clients->processes[clients->cohorts[i].processes[BS_REQUEST_WRITE]];
        }
    }
    fail_msg("no cohort %s", cohort);
    return NULL;
}

struct objects {
    int64_t at_ns[OBJECTS_MAX];
    int64_t arrives_ns[OBJECTS_MAX];
    uint64_t count;
};

/* Every object that the population writes before an instant, each acknowledged at its own. */
static void list_objects(struct estate *estate, const struct direction *direction,
                         int64_t before_ns, struct objects *objects)
{
    const struct bs_scenario *scenario = estate->scenario;
    struct bs_process *process = process_of(estate, direction->cohort);
    struct bs_stream delays = bs_stream_open_member(estate->world->options.root, direction->source,
                                                    "replication", bs_name_hash(direction->cohort));

    objects->count = 0;
    for (uint64_t k = 0;; k++) {
        const int64_t at_ns = bs_arrivals_at(&process->starts, k).ns;

        if (at_ns >= before_ns) {
            return;
        }
        assert_true(k < OBJECTS_MAX);
        objects->at_ns[k] = at_ns;
        objects->arrives_ns[k] =
            at_ns +
            bs_distribution_sample(
                &scenario->resources[bs_scenario_resource(scenario, "uploads")].is.s3.replication,
                bs_stream_at(&delays, k))
                .ns;
        objects->count++;
    }
}

static int64_t oldest_under_way_ns(const struct objects *objects, int64_t at_ns)
{
    int64_t oldest_ns = at_ns;

    for (uint64_t k = 0; k < objects->count; k++) {
        if (objects->arrives_ns[k] > at_ns && objects->at_ns[k] < oldest_ns) {
            oldest_ns = objects->at_ns[k];
        }
    }
    return oldest_ns;
}

/* ---- The ledger ---- */

static size_t find_missing(const struct bs_history *history, const char *lineage, const char *class,
                           bool is_missing[OBJECTS_MAX])
{
    size_t found = 0;

    memset(is_missing, 0, OBJECTS_MAX * sizeof(*is_missing));
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind != BS_RECORD_MISSING ||
            strcmp(bs_record_text(record, "lineage"), lineage) != 0) {
            continue;
        }
        assert_string_equal(bs_record_text(record, "counted"), "end");
        assert_string_equal(bs_record_text(record, "class"), class);
        for (int64_t k = bs_record_number(record, "first_k");
             k <= bs_record_number(record, "last_k"); k++) {
            assert_true(k < OBJECTS_MAX && !is_missing[k]);
            is_missing[k] = true;
            found++;
        }
    }
    return found;
}

static void a_lost_bucket_keeps_what_had_not_left_it_for_the_other(void **state)
{
    static struct objects objects;
    static bool is_missing[OBJECTS_MAX];

    (void)state;
    for (size_t i = 0; i < DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario = scenario_with("true", distributions[i], NO_RETRY, WEST_LOST);
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        estate_run(&estate, BS_AT_SECONDS(1300));
        bs_world_finish(estate.world);
        list_objects(&estate, &eastward, LOST_S * BS_NS_PER_S, &objects);
        find_missing(estate.history, "uploads-dr", "lost", is_missing);
        for (uint64_t k = 0; k < objects.count; k++) {
            if (is_missing[k] != (objects.arrives_ns[k] > LOST_S * BS_NS_PER_S)) {
                fail_msg("%s: object %" PRIu64 " at %" PRId64 " ns", distributions[i], k,
                         objects.at_ns[k]);
            }
        }
        assert_int_equal(find_missing(estate.history, "uploads", "", is_missing), 0);
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

static void one_way_nothing_is_sent_back(void **state)
{
    static bool is_missing[OBJECTS_MAX];
    struct bs_scenario *scenario = scenario_with("false", distributions[2], NO_RETRY, WEST_LOST);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_true(bs_s3_replicates(&estate.world->stores.stores[0],
                                 &estate.world->stores.stores[0].copies[0]));
    assert_false(bs_s3_replicates(&estate.world->stores.stores[0],
                                  &estate.world->stores.stores[0].copies[1]));
    estate_run(&estate, BS_AT_SECONDS(1300));
    bs_world_finish(estate.world);
    assert_int_equal(find_missing(estate.history, "uploads-dr", "", is_missing), 0);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- The metric ---- */

static const struct bs_call_answer *ask(struct estate *estate, const char *region,
                                        const char *bucket)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_CLOUDWATCH_GET_METRIC, .region = region, .resource = bucket};

    return estate_call(estate, &request);
}

static void check_metric(struct estate *estate, const struct direction *direction, int64_t minute)
{
    static struct objects objects;
    const struct bs_call_answer *answer = ask(estate, direction->copy_region, direction->copy);

    list_objects(estate, direction, 60 * (minute + 1) * BS_NS_PER_S, &objects);
    assert_true(answer->has_metric);
    assert_int_equal(answer->metric_at.ns, 60 * minute * BS_NS_PER_S);
    assert_int_equal(answer->metric_at.ns - answer->metric.ns,
                     oldest_under_way_ns(&objects, answer->metric_at.ns));
}

/* Not every minute is asked for: what was looked at once must not be forgotten, nor passed over. */
static void the_metric_is_the_age_of_the_oldest_object_under_way(void **state)
{
    (void)state;
    for (size_t i = 0; i < DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario = scenario_with("true", distributions[i], NO_RETRY, NO_FAULT);
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        for (int64_t minute = 1; minute < 29; minute += minute % 3 == 0 ? 3 : 1) {
            estate_run(&estate, BS_AT_SECONDS(60 * minute + 7));
            check_metric(&estate, &westward, minute);
            check_metric(&estate, &westward, minute);
            check_metric(&estate, &eastward, minute);
        }
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

/* By the books, retries and all: everything acknowledged before (metric_at - metric) has arrived. */
static void check_promise(struct estate *estate, const struct direction *direction, int64_t minute)
{
    const struct bs_call_answer *answer = ask(estate, direction->copy_region, direction->copy);
    struct bs_world *world = estate->world;
    struct bs_process *process = process_of(estate, direction->cohort);
    const struct bs_ledger_book *book = &world->ledger.books[process - world->clients.processes];
    struct bs_stream delays = bs_stream_open_member(world->options.root, direction->source,
                                                    "replication", bs_name_hash(direction->cohort));
    const int64_t by_ns = 60 * minute * BS_NS_PER_S;
    int64_t oldest_ns = by_ns;

    for (size_t i = 0; i < book->count; i++) {
        const struct bs_ledger_entry *entry = &book->entries[i];

        for (uint64_t k = entry->first_k; k <= entry->last_k; k++) {
            const int64_t at_ns =
                entry->at_ns == -1 ? bs_arrivals_at(&process->starts, k).ns : entry->at_ns;
            const int64_t delay_ns =
                bs_distribution_sample(&world->stores.stores[0].resource->is.s3.replication,
                                       bs_stream_at(&delays, k))
                    .ns;

            oldest_ns = at_ns + delay_ns > by_ns && at_ns < oldest_ns ? at_ns : oldest_ns;
        }
    }
    assert_true(answer->has_metric);
    assert_int_equal(answer->metric_at.ns - answer->metric.ns, oldest_ns);
}

static void the_metric_keeps_its_promise_with_retries(void **state)
{
    static const enum bs_detail details[] = {BS_DETAIL_SKIP, BS_DETAIL_EVERY_EVENT};

    (void)state;
    for (size_t i = 0; i < 2 * DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario =
            scenario_with("true", distributions[i / 2], "{max: 3, base: 20s}",
                          "{name: gray, at: 20s, for: 15m, errors: {of: lb, share: 40%}}");
        struct estate estate;

        estate_open_detailed(&estate, scenario, (struct bs_stream_root){11, 0}, details[i % 2]);
        for (int64_t minute = 1; minute < 25; minute++) {
            estate_run(&estate, BS_AT_SECONDS(60 * minute + 3));
            check_promise(&estate, &westward, minute);
        }
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

/* Objects that were acknowledged after the minute, late in their requests' lives, stand among older ones. */
static void the_metric_passes_nobody_over(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct bs_scenario *scenario = scenario_with(
            "true", "{mixture: [{weight: 99.7%, of: 0s}, {weight: 0.3%, of: 90s}]}",
            "{max: 3, base: 20s}", "{name: gray, at: 20s, errors: {of: lb, share: 40%}}");
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
        for (int64_t minute = 1; minute < 25; minute++) {
            estate_run(&estate, BS_AT_SECONDS(60 * minute + 50));
            check_promise(&estate, &westward, minute);
        }
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

static void a_lost_source_publishes_nothing(void **state)
{
    struct bs_scenario *scenario = scenario_with("true", distributions[1], NO_RETRY, WEST_BLINK);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    estate_run(&estate, BS_AT_SECONDS(1250));
    check_metric(&estate, &eastward, 20); /* Taken before the loss. */
    estate_run(&estate, BS_AT_SECONDS(1270));
    assert_false(ask(&estate, "us-east-1", "uploads")->has_metric);
    estate_run(&estate, BS_AT_SECONDS(1450));
    assert_true(ask(&estate, "us-east-1", "uploads")->has_metric);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* A bucket that nothing is replicated to answers for the one that it sends to. */
static void one_way_both_buckets_answer_for_the_copy(void **state)
{
    struct bs_scenario *scenario = scenario_with("false", distributions[2], NO_RETRY, NO_FAULT);
    struct estate estate;
    struct bs_call_answer of_copy;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    estate_run(&estate, BS_AT_SECONDS(607));
    check_metric(&estate, &westward, 10);
    of_copy = *ask(&estate, "us-west-2", "uploads-dr");
    assert_int_equal(ask(&estate, "us-east-1", "uploads")->metric.ns, of_copy.metric.ns);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_bucket_keeps_what_had_not_left_it_for_the_other),
        cmocka_unit_test(one_way_nothing_is_sent_back),
        cmocka_unit_test(the_metric_is_the_age_of_the_oldest_object_under_way),
        cmocka_unit_test(the_metric_keeps_its_promise_with_retries),
        cmocka_unit_test(the_metric_passes_nobody_over),
        cmocka_unit_test(a_lost_source_publishes_nothing),
        cmocka_unit_test(one_way_both_buckets_answer_for_the_copy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
