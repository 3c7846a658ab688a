/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What an asynchronous copy has: the database's watermark, and objects one by one. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/world/rds.h"
#include "tests/world/estate.h"

#define ESTATE                                                                                     \
    "blackstart: scenario/1\nname: stores\nduration: 12m\n"                                        \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                          \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 10}, "                           \
    "lb: {kind: alb, region: primary, targets: app}, "                                             \
    "orders: {kind: rds_instance, region: primary}, "                                              \
    "orders-dr: {kind: rds_replica, of: orders, region: standby, lag: %s}, "                       \
    "uploads: {kind: s3_bucket, region: primary, replicate_to: uploads-dr, replication: %s}, "     \
    "uploads-dr: {kind: s3_bucket, region: standby}}\n"                                            \
    "dns: {app.example.com: {alias: lb}}\nresolvers: {public: {count: 1, mix: {honour: 100%%}}}\n" \
    "clients: {shoppers: {resolvers: public, writes: 37/s, stores: [orders, uploads]}}\n"          \
    "faults: [{name: lost, at: 10m, region_loss: primary}, %s]\n"

enum { LAG_STEP_S = 10, TEXT_MAX = 4096 };

static const char *const distributions[] = {
    "0s",
    "{uniform: {low: 0s, high: 25s}}",
    "{lognormal: {median: 15s, p95: 92s}}",
    "{exponential: {mean: 30s}}",
    "{pareto: {minimum: 1s, shape: 1}, truncate: {max: 1d}}",
    "{empirical: [1s, 2s, 5m]}",
    "{mixture: [{weight: 30%, of: 5m}, {weight: 70%, of: 1s}]}",
    "{mixture: [{weight: 60%, of: {lognormal: {median: 15s, p95: 92s}}}, {weight: 40%, of: 1s}]}",
};
enum { DISTRIBUTIONS = sizeof(distributions) / sizeof(distributions[0]) };

/* Early on, so that writes that needed another attempt are old when the Region is lost. */
static const char retries[] = "{name: gray, at: 30s, for: 90s, errors: {of: lb, share: 30%}}";
static const char no_retries[] = "{name: none, at: 11m, for: 1s, errors: {of: lb, share: 30%}}";

static struct bs_scenario *scenario_with(const char *lag, const char *replication,
                                         const char *fault)
{
    char text[TEXT_MAX];
    const int length = snprintf(text, sizeof(text), ESTATE, lag, replication, fault);

    assert_true(length > 0 && length < TEXT_MAX);
    return estate_scenario(text);
}

/* ---- The watermark ---- */

/* The definition, with every step looked at: the largest of t' - L(t') over all t' up to `at`. */
static int64_t applied_plainly_ns(struct bs_copy *copy, int64_t at_ns)
{
    int64_t best_ns = 0;

    for (int64_t step = 0; step * LAG_STEP_S * BS_NS_PER_S <= at_ns; step++) {
        const int64_t end_ns = (step + 1) * LAG_STEP_S * BS_NS_PER_S;
        const int64_t applied_ns = (end_ns < at_ns ? end_ns : at_ns) -
                                   bs_distribution_sample(&copy->resource->is.rds.lag,
                                                          bs_stream_at(&copy->lag, (uint64_t)step))
                                       .ns;

        best_ns = applied_ns > best_ns ? applied_ns : best_ns;
    }
    return best_ns;
}

static void the_watermark_is_the_same_in_any_order_and_never_goes_back(void **state)
{
    enum { INSTANTS = 600 };

    (void)state;
    for (size_t i = 0; i < DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario = scenario_with(distributions[i], "1s", no_retries);
        struct bs_stream order =
            bs_stream_open((struct bs_stream_root){.seed = i}, "test", "order");
        struct estate estate;
        struct bs_copy *copy;
        int64_t last_ns = 0;

        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        copy = bs_copy_of(estate.world,
                          &scenario->resources[bs_scenario_resource(scenario, "orders-dr")], NULL);
        for (uint64_t k = 0; k < INSTANTS; k++) {
            const struct bs_instant at = {
                (int64_t)bs_bits_below(bs_stream_at(&order, k), 600 * (uint64_t)BS_NS_PER_S)};

            assert_int_equal(bs_rds_applied_up_to(copy, at).ns, applied_plainly_ns(copy, at.ns));
        }
        for (int64_t second = 0; second < 600; second++) {
            const int64_t applied_ns = bs_rds_applied_up_to(copy, BS_AT_SECONDS(second)).ns;

            assert_true(applied_ns >= last_ns && applied_ns <= second * BS_NS_PER_S);
            last_ns = applied_ns;
        }
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

/* ---- Objects ---- */

enum { OBJECTS_MAX = 32768 };

/* Which writes the history says are missing at the end. */
static void find_missing(const struct bs_history *history, const char *store,
                         bool is_missing[OBJECTS_MAX])
{
    memset(is_missing, 0, OBJECTS_MAX * sizeof(*is_missing));
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind == BS_RECORD_MISSING &&
            strcmp(bs_record_text(record, "store"), store) == 0 &&
            strcmp(bs_record_text(record, "counted"), "end") == 0) {
            const int64_t last_k = bs_record_number(record, "last_k");

            assert_true(last_k < OBJECTS_MAX);
            for (int64_t k = bs_record_number(record, "first_k"); k <= last_k; k++) {
                assert_false(is_missing[k]);
                is_missing[k] = true;
            }
        }
    }
}

/* Object k has left if it was acknowledged, and its own delay was over, when the source fell silent. */
static void check_objects(const struct bs_scenario *scenario, const struct estate *estate)
{
    const struct bs_resource *bucket =
        &scenario->resources[bs_scenario_resource(scenario, "uploads")];
    const struct bs_stream_root root = estate->world->options.root;
    struct bs_process *process =
        &estate->world->clients
             .processes[estate->world->clients.cohorts[0].processes[BS_REQUEST_WRITE]];
    struct bs_stream delays =
        bs_stream_open_member(root, "uploads", "replication", bs_name_hash("shoppers/honour"));
    const int64_t lost_ns = 600 * BS_NS_PER_S;
    static bool is_missing[OBJECTS_MAX];

    find_missing(estate->history, "uploads", is_missing);
    for (uint64_t k = 0;; k++) {
        const int64_t at_ns = bs_arrivals_at(&process->starts, k).ns;
        const int64_t delay_ns =
            bs_distribution_sample(&bucket->is.s3.replication, bs_stream_at(&delays, k)).ns;

        if (at_ns >= lost_ns) {
            assert_false(is_missing[k]);
            return;
        }
        if (is_missing[k] != (at_ns + delay_ns > lost_ns)) {
            fail_msg("object %" PRIu64 " of %s, acknowledged at %" PRId64 " ns, delay %" PRId64
                     " ns",
                     k, bucket->id, at_ns, delay_ns);
        }
    }
}

static void the_bucket_lacks_what_had_not_left_object_by_object(void **state)
{
    (void)state;
    for (size_t i = 0; i < DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario = scenario_with("1s", distributions[i], no_retries);
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        estate_run(&estate, (struct bs_instant){scenario->duration.ns});
        bs_world_finish(estate.world);
        check_objects(scenario, &estate);
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

/* The replica lacks exactly what was acknowledged after its watermark at the loss. */
static void the_replica_lacks_what_came_after_its_watermark(void **state)
{
    (void)state;
    for (size_t i = 0; i < DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario = scenario_with(distributions[i], "1s", retries);
        struct estate estate;
        static bool is_missing[OBJECTS_MAX];
        struct bs_process *process;
        int64_t applied_ns;

        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        estate_run(&estate, (struct bs_instant){scenario->duration.ns});
        bs_world_finish(estate.world);
        find_missing(estate.history, "orders", is_missing);
        process = &estate.world->clients
                       .processes[estate.world->clients.cohorts[0].processes[BS_REQUEST_WRITE]];
        applied_ns = applied_plainly_ns(
            bs_copy_of(estate.world,
                       &scenario->resources[bs_scenario_resource(scenario, "orders-dr")], NULL),
            600 * BS_NS_PER_S);
        for (uint64_t k = 0; bs_arrivals_at(&process->starts, k).ns < 600 * BS_NS_PER_S; k++) {
            assert_true(is_missing[k] == (bs_arrivals_at(&process->starts, k).ns > applied_ns));
        }
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

/* ---- What the history says of it ---- */

/* When the oldest object was acknowledged that had not left at `at_ns`; `at_ns` if there is none. */
static int64_t oldest_plainly_ns(const struct bs_scenario *scenario, const struct estate *estate,
                                 int64_t at_ns)
{
    const struct bs_resource *bucket =
        &scenario->resources[bs_scenario_resource(scenario, "uploads")];
    struct bs_process *process =
        &estate->world->clients
             .processes[estate->world->clients.cohorts[0].processes[BS_REQUEST_WRITE]];
    struct bs_stream delays = bs_stream_open_member(estate->world->options.root, "uploads",
                                                    "replication", bs_name_hash("shoppers/honour"));

    for (uint64_t k = 0;; k++) {
        const int64_t acknowledged_ns = bs_arrivals_at(&process->starts, k).ns;

        if (acknowledged_ns >= at_ns) {
            return at_ns;
        }
        if (acknowledged_ns +
                bs_distribution_sample(&bucket->is.s3.replication, bs_stream_at(&delays, k)).ns >
            at_ns) {
            return acknowledged_ns;
        }
    }
}

/* Nothing has moved since the source was lost, whether it is a database or a bucket. */
static int64_t lag_plainly_ns(const struct bs_scenario *scenario, const struct estate *estate,
                              const struct bs_record *record)
{
    const int64_t moved_ns = record->at.ns < 600 * BS_NS_PER_S ? record->at.ns : 600 * BS_NS_PER_S;

    if (strcmp(bs_record_text(record, "lineage"), "uploads-dr") == 0) {
        return record->at.ns - oldest_plainly_ns(scenario, estate, moved_ns);
    }
    assert_string_equal(bs_record_text(record, "lineage"), "orders-dr");
    return record->at.ns -
           applied_plainly_ns(
               bs_copy_of(estate->world,
                          &scenario->resources[bs_scenario_resource(scenario, "orders-dr")], NULL),
               moved_ns);
}

static void each_minute_the_history_says_how_far_copies_are_behind(void **state)
{
    (void)state;
    for (size_t i = 0; i < DISTRIBUTIONS; i++) {
        struct bs_scenario *scenario =
            scenario_with(distributions[i], distributions[i], no_retries);
        struct estate estate;
        int64_t lags = 0;

        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        estate_run(&estate, (struct bs_instant){scenario->duration.ns});
        bs_world_finish(estate.world);
        for (size_t k = 0; k < bs_history_count(estate.history); k++) {
            const struct bs_record *record = bs_history_get(estate.history, k);

            if (record->kind == BS_RECORD_LAG) {
                lags++;
                assert_int_equal(record->at.ns, (lags + 1) / 2 * 60 * BS_NS_PER_S);
                assert_int_equal(bs_record_number(record, "lag_ns"),
                                 lag_plainly_ns(scenario, &estate, record));
            }
        }
        assert_int_equal(lags, 2 * 12);
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_watermark_is_the_same_in_any_order_and_never_goes_back),
        cmocka_unit_test(the_bucket_lacks_what_had_not_left_object_by_object),
        cmocka_unit_test(the_replica_lacks_what_came_after_its_watermark),
        cmocka_unit_test(each_minute_the_history_says_how_far_copies_are_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
