/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Cause moves effect: what must change, and what must not, when one thing in the flagship is different.
 *
 * Each property is tried with a number of seeds, the two sides under common random numbers; the laws of
 * tests/trial/laws.h are checked on every run.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/trial/drill.h"
#include "tests/trial/laws.h"

enum {
    SEEDS = 10,
    SECONDS_MAX = 3600,
    LOST_AT_S = 600, /* The flagship's fault. */
};

#define SHORTER    DRILL_CHANGE("duration", "35m")
#define NO_CACHE   DRILL_CHANGE("resources.app-dr.cache", "{hit: 0%, fill: 0}")
#define UNEXPECTED DRILL_CHANGE("expect", "{}")

static void judge(const struct drill *drill, uint64_t seed, struct drill_result *result)
{
    drill_judge(drill, seed, result);
    laws_hold(drill, seed, result);
}

/* ---- TTL ---- */

/* What a cohort met second by second. */
struct staleness {
    int64_t stale[SECONDS_MAX];
    int64_t total;
};

static void find_staleness(const struct bs_history *history, const char *cohort,
                           struct staleness *staleness)
{
    const struct bs_record *record;
    size_t from = 0;

    *staleness = (struct staleness){.total = 0};
    while ((record = drill_next(history, &from, BS_RECORD_OBSERVED, "cohort", cohort)) != NULL) {
        const int64_t first = bs_record_number(record, "from_ns") / BS_NS_PER_S;
        const int64_t stale = bs_record_number(record, "stale");

        for (int64_t i = 0; i < bs_record_number(record, "seconds"); i++) {
            staleness->stale[first + i] = stale;
            staleness->total += stale;
        }
    }
}

/* The record changes at the same instants, and no second has fewer stale requests; returns how many more. */
static int64_t compare_staleness(const struct bs_history *shorter, const struct bs_history *longer,
                                 const char *cohort)
{
    static struct staleness a;
    static struct staleness b;
    size_t from_a = 0;
    size_t from_b = 0;
    const struct bs_record *change;

    while ((change = drill_next(shorter, &from_a, BS_RECORD_DNS, NULL, NULL)) != NULL) {
        const struct bs_record *other = drill_next(longer, &from_b, BS_RECORD_DNS, NULL, NULL);

        assert_non_null(other);
        assert_int_equal(change->at.ns, other->at.ns);
    }
    find_staleness(shorter, cohort, &a);
    find_staleness(longer, cohort, &b);
    for (size_t i = 0; i < SECONDS_MAX; i++) {
        assert_true(b.stale[i] >= a.stale[i]);
    }
    return b.total - a.total;
}

static void a_longer_ttl_makes_no_client_less_stale(void **state)
{
    static const char *const records[] = {"{to: lb, ttl: 1s}", "{to: lb, ttl: 20s}",
                                          "{to: lb, ttl: 60s}", "{to: lb, ttl: 180s}",
                                          "{to: lb, ttl: 10m}"};
    static const char *const cohorts[] = {"shoppers/honour", "shoppers/extend", "shoppers/floor",
                                          "shoppers/stuck"};
    enum { RECORDS = sizeof(records) / sizeof(records[0]) };

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill_result results[RECORDS];

        for (size_t i = 0; i < RECORDS; i++) {
            struct drill drill;

            DRILL_LOAD(&drill, SHORTER, NO_CACHE, DRILL_CHANGE("dns.app.example.com", records[i]));
            judge(&drill, seed, &results[i]);
            drill_clean_up(&drill);
        }
        for (size_t i = 1; i < RECORDS; i++) {
            for (size_t j = 0; j < 4; j++) {
                const int64_t more =
                    compare_staleness(results[i - 1].history, results[i].history, cohorts[j]);

                assert_true(j > 0 || more > 0);
            }
        }
        for (size_t i = 0; i < RECORDS; i++) {
            drill_result_clean_up(&results[i]);
        }
    }
}

/* ---- Lag ---- */

static const struct bs_store_row *store_row(const struct bs_report *report, const char *id)
{
    for (size_t i = 0; i < report->rpo.count; i++) {
        if (strcmp(report->rpo.stores[i].id, id) == 0) {
            return &report->rpo.stores[i];
        }
    }
    fail_msg("no store '%s' in the report", id);
    return NULL;
}

/* Least first. */
static const struct bs_override lags[] = {
    {"resources.orders-dr.lag", "0s"},
    {"resources.orders-dr.lag", "{lognormal: {median: 1150ms, p95: 2500ms}}"},
    {"resources.orders-dr.lag", "{lognormal: {median: 2300ms, p95: 5s}}"},
    {"resources.orders-dr.lag", "{lognormal: {median: 4600ms, p95: 10s}}"},
    {"resources.orders-dr.lag", "{lognormal: {median: 46s, p95: 100s}}"},
};

/* As long a stall as is left until the Region is lost. */
static const struct bs_override stalls[] = {
    {"faults", "[{name: lost, at: 10m, region_loss: primary}]"},
    {"faults", "[{name: stall, at: 595s, replication_stall: orders-dr}, "
               "{name: lost, at: 10m, region_loss: primary}]"},
    {"faults", "[{name: stall, at: 9m, replication_stall: orders-dr}, "
               "{name: lost, at: 10m, region_loss: primary}]"},
    {"faults", "[{name: stall, at: 8m, for: 10m, replication_stall: orders-dr}, "
               "{name: lost, at: 10m, region_loss: primary}]"},
    {"faults", "[{name: stall, at: 0s, replication_stall: orders-dr}, "
               "{name: lost, at: 10m, region_loss: primary}]"},
};

static void check_rpo_grows(const struct bs_override *changes, size_t count, uint64_t seed)
{
    int64_t rpo_ns = -1;
    int64_t first_ns = 0;
    int64_t lost = -1;

    for (size_t i = 0; i < count; i++) {
        struct drill drill;
        struct drill_result result;
        const struct bs_store_row *orders;

        DRILL_LOAD(&drill, SHORTER, changes[i]);
        judge(&drill, seed, &result);
        orders = store_row(result.report, "orders");
        assert_true(bs_is_known(orders->rpo));
        if (orders->rpo.value < rpo_ns || orders->lost_writes < lost) {
            fail_msg("RPO falls from %" PRId64 " to %" PRId64 " ns, or losses from %" PRId64
                     " to %" PRId64 ":\n%s",
                     rpo_ns, orders->rpo.value, lost, orders->lost_writes,
                     drill_command(&drill, seed));
        }
        rpo_ns = orders->rpo.value;
        lost = orders->lost_writes;
        first_ns = i == 0 ? rpo_ns : first_ns;
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
    assert_true(rpo_ns > first_ns);
}

static void more_replica_lag_never_shrinks_rpo(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        check_rpo_grows(lags, sizeof(lags) / sizeof(lags[0]), seed);
    }
}

static void a_longer_stall_never_shrinks_rpo(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        check_rpo_grows(stalls, sizeof(stalls) / sizeof(stalls[0]), seed);
    }
}

/* ---- Both Regions ---- */

static void losing_the_standby_too_is_no_recovery(void **state)
{
    static const char *const onsets[] = {
        "[{name: lost, at: 10m, region_loss: primary}, {name: also, at: 5m, region_loss: standby}]",
        "[{name: lost, at: 10m, region_loss: primary}, {name: also, at: 10m, region_loss: "
        "standby}]",
        "[{name: lost, at: 10m, region_loss: primary}, {name: also, at: 13m, region_loss: "
        "standby}]",
        "[{name: lost, at: 10m, region_loss: primary}, {name: also, at: 30m, region_loss: "
        "standby}]",
        "[{name: lost, at: 10m, region_loss: primary}, {name: also, after: lost, delay: 1m, "
        "region_loss: {region: standby, connections: refused}}]",
    };
    static const struct bs_override expectations[] = {{"expect", "{recovered: true}"},
                                                      {"expect", "{}"}};

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;

        DRILL_LOAD(&drill, SHORTER, expectations[seed % 2],
                   DRILL_CHANGE("faults", onsets[seed % 5]));
        judge(&drill, seed, &result);
        assert_true(bs_is_known(result.report->recovered));
        assert_int_equal(result.report->recovered.value, 0);
        assert_false(bs_is_known(result.report->rto));
        assert_true(strlen(result.report->rto.unknown) > 0);
        assert_int_equal(result.report->findings.verdict, BS_VERDICT_FAIL);
        assert_int_equal(bs_verdict_exit_status(result.report->findings.verdict), 1);
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

/* ---- Blips ---- */

static void a_blip_of_five_seconds_causes_no_failover(void **state)
{
    static const char *const blips[] = {
        "[{name: blip, at: 10m, for: 5s, region_loss: primary}]",
        "[{name: blip, at: {uniform: {low: 5m, high: 6m}}, for: 5s, region_loss: primary}]",
        "[{name: blip, at: 10m, for: 5s, region_loss: {region: primary, connections: refused}}]",
        "[{name: blip, at: 10m, for: 5s, data_plane_loss: {region: primary, services: [ecs]}}]",
    };

    (void)state;
    for (uint64_t seed = 1; seed <= 2 * SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;

        DRILL_LOAD(&drill, DRILL_CHANGE("duration", "25m"), DRILL_CHANGE("faults", blips[seed % 4]),
                   DRILL_CHANGE("expect", "{recovered: true, failovers: 0}"));
        judge(&drill, seed, &result);
        assert_int_equal(drill_count(result.history, BS_RECORD_DECISION), 0);
        assert_int_equal(drill_count(result.history, BS_RECORD_EXECUTION), 0);
        assert_int_equal(drill_count(result.history, BS_RECORD_MISSING), 0);
        assert_int_equal(drill_count(result.history, BS_RECORD_DNS), 1);
        assert_true(bs_is_known(result.report->rto));
        assert_true(result.report->rto.value > 0);
        assert_true(result.report->rto.value <= 20 * BS_NS_PER_S);
        assert_int_equal(result.report->findings.verdict, BS_VERDICT_PASS);
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

/* ---- Control planes and data planes ---- */

/* Requests, and those that were good or stale, of all cohorts from a second on. */
struct sums {
    int64_t requests;
    int64_t good_reads;
    int64_t good_writes;
    int64_t stale;
    int64_t attempts;
};

static struct sums sum_from(const struct bs_history *history, int64_t second)
{
    struct sums sums = {0};
    const struct bs_record *record;
    size_t from = 0;

    while ((record = drill_next(history, &from, BS_RECORD_OBSERVED, NULL, NULL)) != NULL) {
        const int64_t first = bs_record_number(record, "from_ns") / BS_NS_PER_S;
        const int64_t end = first + bs_record_number(record, "seconds");
        const int64_t seconds = end - (first > second ? first : second);

        if (seconds > 0) {
            sums.requests +=
                seconds * (bs_record_number(record, "reads") + bs_record_number(record, "writes"));
            sums.good_reads += seconds * bs_record_number(record, "reads_good");
            sums.good_writes += seconds * bs_record_number(record, "writes_good");
            sums.stale += seconds * bs_record_number(record, "stale");
            sums.attempts += seconds * bs_record_number(record, "attempts");
        }
    }
    return sums;
}

static void without_route_53s_control_plane_the_record_stays(void **state)
{
    static const char *const faults[] = {
        "[{name: frozen, at: 1m, control_plane_loss: {region: global, services: [route53]}}, "
        "{name: lost, at: 10m, region_loss: primary}]",
        "[{name: lost, at: 10m, region_loss: {region: primary, global_control_planes: lost}}]",
    };

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;
        struct sums sums;

        DRILL_LOAD(&drill, SHORTER, DRILL_CHANGE("faults", faults[seed % 2]));
        judge(&drill, seed, &result);
        sums = sum_from(result.history, LOST_AT_S);
        assert_int_equal(drill_count(result.history, BS_RECORD_DNS), 1);
        assert_true(sums.requests > 0);
        assert_int_equal(sums.good_reads + sums.good_writes, 0);
        assert_int_equal(sums.stale, 0);
        assert_int_equal(result.report->findings.verdict, BS_VERDICT_FAIL);
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

static void control_planes_can_be_lost_without_a_client_noticing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;
        struct sums sums;

        DRILL_LOAD(&drill, DRILL_CHANGE("duration", "20m"), UNEXPECTED,
                   DRILL_CHANGE("faults",
                                "[{name: a, at: 5m, control_plane_loss: {region: primary}}, "
                                "{name: b, at: 5m, control_plane_loss: {region: global}}, "
                                "{name: c, at: 5m, control_plane_loss: {region: standby}}]"));
        judge(&drill, seed, &result);
        sums = sum_from(result.history, 0);
        assert_int_equal(sums.good_reads + sums.good_writes, sums.requests);
        assert_int_equal(sums.attempts, sums.requests);
        assert_int_equal(drill_count(result.history, BS_RECORD_DECISION), 0);
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

/* Clients are in the standby from the start: its replica is read, and cannot be written until promoted. */
static void a_replica_that_cannot_be_promoted_is_still_read(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;
        const struct bs_record *record;
        struct sums sums;
        size_t from = 0;

        DRILL_LOAD(&drill, SHORTER, UNEXPECTED, NO_CACHE,
                   DRILL_CHANGE("resources.app-dr.tasks", "10"),
                   DRILL_CHANGE("resources.orders-dr.queries", "0/s"),
                   DRILL_CHANGE("dns.app.example.com", "{alias: lb-dr}"),
                   DRILL_CHANGE("faults",
                                "[{name: frozen, at: 0s, control_plane_loss: {region: standby, "
                                "services: [rds]}}, {name: lost, at: 10m, region_loss: primary}]"));
        judge(&drill, seed, &result);
        sums = sum_from(result.history, 0);
        assert_int_equal(sums.good_writes, 0);
        assert_int_equal(sums.good_reads, 3 * (sums.requests / 4));
        assert_null(drill_next(result.history, &from, BS_RECORD_LINEAGE, "lineage", "orders-dr"));
        from = 0;
        record = drill_next(result.history, &from, BS_RECORD_STATE, "entity", "orders-dr");
        assert_non_null(record);
        assert_null(drill_next(result.history, &from, BS_RECORD_STATE, "entity", "orders-dr"));
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

/* The load balancer answers for tasks that are gone: at once, so that retries come at once. */
static void without_ecs_data_plane_clients_get_errors_at_once(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;
        struct sums sums;

        DRILL_LOAD(&drill, DRILL_CHANGE("duration", "11m"), UNEXPECTED,
                   DRILL_CHANGE("faults", "[{name: no tasks, at: 10m, data_plane_loss: "
                                          "{region: primary, services: [ecs]}}]"));
        judge(&drill, seed, &result);
        sums = sum_from(result.history, LOST_AT_S);
        assert_true(sums.requests > 0);
        assert_int_equal(sums.good_reads + sums.good_writes, 0);
        /* Three attempts within two seconds and a half; only the last seconds' run out of time. */
        assert_true(sums.attempts > 3 * sums.requests - 3 * 3 * 200);
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

static void an_image_that_is_not_replicated_keeps_tasks_from_starting(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct drill drill;
        struct drill_result result;
        const struct bs_record *record;
        size_t from = 0;

        DRILL_LOAD(&drill, SHORTER, DRILL_CHANGE("resources.web.regions", "[primary]"));
        judge(&drill, seed, &result);
        while ((record = drill_next(result.history, &from, BS_RECORD_STATE, "entity", "app-dr")) !=
               NULL) {
            assert_true(bs_record_number(record, "value") <= 1);
        }
        assert_int_equal(result.report->findings.verdict, BS_VERDICT_FAIL);
        drill_result_clean_up(&result);
        drill_clean_up(&drill);
    }
}

/* ---- Seeds and streams ---- */

/* All lines but the first, which names the scenario's hash and the seed. */
static void story_of(const struct bs_history *history, struct bs_buffer *text)
{
    bs_buffer_init(text, BS_HISTORY_BYTES_MAX);
    bs_history_write(history, text);
    assert_false(text->failed);
}

static bool tells_the_same(const struct bs_history *a, const struct bs_history *b)
{
    struct bs_buffer first;
    struct bs_buffer second;
    const char *first_rest;
    const char *second_rest;
    bool same;

    story_of(a, &first);
    story_of(b, &second);
    first_rest = strchr(first.bytes, '\n');
    second_rest = strchr(second.bytes, '\n');
    same = strcmp(first_rest, second_rest) == 0;
    bs_buffer_clean_up(&first);
    bs_buffer_clean_up(&second);
    return same;
}

static void another_seed_is_another_history(void **state)
{
    struct bs_history *histories[SEEDS];
    struct drill drill;

    (void)state;
    DRILL_LOAD(&drill, SHORTER);
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct bs_history *again =
            drill_run(&drill, seed, BS_DETAIL_SKIP, BS_EVENT_LIST_RINGS_AND_LADDER);

        histories[seed] = drill_run(&drill, seed, BS_DETAIL_SKIP, BS_EVENT_LIST_RINGS_AND_LADDER);
        assert_true(tells_the_same(histories[seed], again));
        bs_history_destroy(again);
        for (uint64_t other = 0; other < seed; other++) {
            assert_false(tells_the_same(histories[seed], histories[other]));
        }
    }
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        bs_history_destroy(histories[seed]);
    }
    drill_clean_up(&drill);
}

/* The records that an unrelated addition must not change. */
static bool sees_the_same(const struct bs_history *a, const struct bs_history *b)
{
    static const enum bs_record_kind kinds[] = {BS_RECORD_OBSERVED, BS_RECORD_MISSING,
                                                BS_RECORD_STEP};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t from_a = 0;
        size_t from_b = 0;
        const struct bs_record *x;
        const struct bs_record *y;

        do {
            x = drill_next(a, &from_a, kinds[i], NULL, NULL);
            y = drill_next(b, &from_b, kinds[i], NULL, NULL);
            if (x != NULL && y != NULL && x->at.ns != y->at.ns) {
                return false;
            }
            for (size_t j = 0; x != NULL && y != NULL && j < bs_record_info(kinds[i])->field_count;
                 j++) {
                const bool is_text = bs_record_info(kinds[i])->fields[j].kind == BS_VALUE_TEXT;

                if (is_text ? !bs_text_is(x->values[j].text, y->values[j].text)
                            : x->values[j].number != y->values[j].number) {
                    return false;
                }
            }
        } while (x != NULL && y != NULL);
        if (x != y) {
            return false;
        }
    }
    return true;
}

static void what_is_added_elsewhere_changes_no_draw(void **state)
{
    static const struct bs_override additions[] = {
        {"resources.aaa", "{kind: sns_topic, region: control}"},
        {"resources.logs", "{kind: s3_bucket, region: primary}"},
        {"resources.batch", "{kind: ecs_service, region: primary, tasks: 3}"},
        {"probes.aaa", "{url: https://app.example.com/health, region: standby, every: 7s}"},
        {"health_checks.aaa", "{of: lb-dr, interval: 10s}"},
        {"alarms.aaa", "{metric: 5xx of lb-dr, region: standby}"},
        {"dns.other", "{alias: lb}"},
        {"resolvers.aaa", "{count: 10}"},
    };

    (void)state;
    for (uint64_t seed = 1; seed <= 2; seed++) {
        struct drill plain;
        struct bs_history *expected;

        DRILL_LOAD(&plain, SHORTER, DRILL_CHANGE("clients.shoppers.record", "app.example.com"));
        expected = drill_run(&plain, seed, BS_DETAIL_SKIP, BS_EVENT_LIST_RINGS_AND_LADDER);
        for (size_t i = 0; i < sizeof(additions) / sizeof(additions[0]); i++) {
            struct drill drill;
            struct bs_history *found;

            DRILL_LOAD(&drill, SHORTER, DRILL_CHANGE("clients.shoppers.record", "app.example.com"),
                       additions[i]);
            found = drill_run(&drill, seed, BS_DETAIL_SKIP, BS_EVENT_LIST_RINGS_AND_LADDER);
            if (!sees_the_same(expected, found)) {
                fail_msg("%s changes what clients see:\n%s", additions[i].path,
                         drill_command(&drill, seed));
            }
            bs_history_destroy(found);
            drill_clean_up(&drill);
        }
        bs_history_destroy(expected);
        drill_clean_up(&plain);
    }
}

/* ---- Laws ---- */

static void the_laws_hold_whatever_fails(void **state)
{
    static const char *const faults[] = {
        "[]",
        "[{name: lost, at: 10m, for: 15m, region_loss: primary}]",
        "[{name: gray, at: 5m, for: 10m, errors: {of: lb, share: 40%}}]",
        "[{name: lost, at: 10m, for: 90s, region_loss: primary}, {name: again, at: 12m, for: 3m, "
        "region_loss: primary}]",
        "[{name: cut, at: 8m, for: 6m, data_plane_loss: {region: primary, services: [rds]}}]",
        "[{name: cut, at: 8m, for: 6m, data_plane_loss: {region: primary, services: [s3]}}]",
        "[{name: both, at: 9m, for: 5m, region_loss: standby}, {name: lost, at: 10m, region_loss: "
        "primary}]",
        "[{name: home, at: 11m, region_loss: control}, {name: lost, at: 10m, region_loss: "
        "primary}]",
        "[{name: lost, at: 29m, region_loss: primary}]",
        "[{name: lost, at: 0s, region_loss: primary}]",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        struct drill drill;

        DRILL_LOAD(&drill, DRILL_CHANGE("duration", "30m"), DRILL_CHANGE("faults", faults[i]));
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct drill_result result;

            judge(&drill, seed, &result);
            drill_result_clean_up(&result);
        }
        drill_clean_up(&drill);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_longer_ttl_makes_no_client_less_stale),
        cmocka_unit_test(more_replica_lag_never_shrinks_rpo),
        cmocka_unit_test(a_longer_stall_never_shrinks_rpo),
        cmocka_unit_test(losing_the_standby_too_is_no_recovery),
        cmocka_unit_test(a_blip_of_five_seconds_causes_no_failover),
        cmocka_unit_test(without_route_53s_control_plane_the_record_stays),
        cmocka_unit_test(control_planes_can_be_lost_without_a_client_noticing),
        cmocka_unit_test(a_replica_that_cannot_be_promoted_is_still_read),
        cmocka_unit_test(without_ecs_data_plane_clients_get_errors_at_once),
        cmocka_unit_test(an_image_that_is_not_replicated_keeps_tasks_from_starting),
        cmocka_unit_test(another_seed_is_another_history),
        cmocka_unit_test(what_is_added_elsewhere_changes_no_draw),
        cmocka_unit_test(the_laws_hold_whatever_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
