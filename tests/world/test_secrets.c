/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What services must know to start and to log in: secrets that have no copy where they are needed, and copies
 * that the database does not take.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

enum { TEXT_MAX = 4096 };

static const struct bs_ecs_state *service_named(const struct estate *estate, const char *id)
{
    return &estate->world->ecs.services[bs_scenario_resource(estate->scenario, id)];
}

static size_t count_states(const struct bs_history *history, const char *kind, const char *words)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        count += record->kind == BS_RECORD_STATE &&
                         strcmp(bs_record_text(record, "kind"), kind) == 0 &&
                         strcmp(bs_record_text(record, "state"), words) == 0
                     ? 1
                     : 0;
    }
    return count;
}

/* ---- Starting ---- */

#define STARTING                                                                                  \
    "blackstart: scenario/1\nname: starting\nduration: 1h\n"                                      \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}, us-east-2: {role: "        \
    "control}}\n"                                                                                 \
    "resources: {login: {kind: secret, regions: %s}, "                                            \
    "flags: {kind: ssm_parameter, region: %s}, "                                                  \
    "app: {kind: ecs_service, region: standby, tasks: 1, launch: 40s, secrets: [flags, login]}, " \
    "lb: {kind: alb, region: standby, targets: app, check_interval: 30s}}\n"                      \
    "dns: {}\nresolvers: {}\nclients: {}\nfaults: [%s]\n"

#define LOST(region) "{name: f, at: 0s, for: 10m, region_loss: " region "}"
#define PLANE(region, service) \
    "{name: f, at: 0s, for: 10m, data_plane_loss: {region: " region ", services: [" service "]}}"
#define API(region, service)                                                                       \
    "{name: f, at: 0s, for: 10m, control_plane_loss: {region: " region ", services: [" service "]" \
    "}"                                                                                            \
    "}"

struct start_case {
    const char *name;
    const char *secret;    /* Its Regions. */
    const char *parameter; /* Its Region. */
    const char *fault;     /* From 0 to 10 min. */
    bool starts;           /* Tasks, while the fault is on. */
};

static const struct start_case start_cases[] = {
    {"all at home", "[primary, standby]", "standby", "", true},
    {"all at home, theirs lost", "[primary, standby]", "standby", LOST("primary"), true},
    {"all elsewhere, which is up", "[primary]", "primary", "", true},
    {"all elsewhere, another lost", "[primary]", "primary", LOST("control"), true},
    {"no copy, the keeper lost", "[primary]", "standby", LOST("primary"), false},
    {"a copy in a third, the keeper lost", "[primary, control]", "standby", LOST("primary"), false},
    {"kept in a third", "[control, primary]", "standby", LOST("primary"), true},
    {"parameter elsewhere, lost", "[primary, standby]", "primary", LOST("primary"), false},
    {"no copy, the keeper's service lost", "[primary]", "standby",
     PLANE("primary", "secretsmanager"), false},
    {"no copy, another service lost", "[primary]", "standby", PLANE("primary", "ssm"), true},
    {"parameter elsewhere, its service lost", "[standby]", "primary", PLANE("primary", "ssm"),
     false},
    /* A task definition names one place: that of the copy. */
    {"a copy whose service is lost", "[primary, standby]", "standby",
     PLANE("standby", "secretsmanager"), false},
    {"changes to parameters refused", "[primary]", "primary", API("primary", "ssm"), true},
};

static void check_start(const struct start_case *row, uint64_t seed)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
                                            .region = "us-west-2",
                                            .resource = "app",
                                            .count = 5};
    struct bs_scenario *scenario;
    struct estate estate;
    char text[TEXT_MAX];

    assert_true(snprintf(text, sizeof(text), STARTING, row->secret, row->parameter, row->fault) <
                TEXT_MAX);
    scenario = estate_scenario(text);
    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    estate_run(&estate, BS_AT_SECONDS(1));
    estate_send(&estate, &request);
    estate_run(&estate, BS_AT_SECONDS(599));
    if (service_named(&estate, "app")->healthy != (row->starts ? 5 : 1) ||
        service_named(&estate, "app")->running != (row->starts ? 5 : 1) ||
        (count_states(estate.history, "ecs_service", "cannot read secret") > 0) == row->starts) {
        fail_msg("%s, seed %u", row->name, (unsigned)seed);
    }
    /* The next try comes within 30 s and a launch, then a check. */
    estate_run(&estate, BS_AT_SECONDS(600 + 70 + 31));
    assert_int_equal(service_named(&estate, "app")->healthy, 5);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void tasks_start_only_with_all_that_they_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(start_cases) / sizeof(start_cases[0]); i++) {
        for (uint64_t seed = 1; seed <= 5; seed++) {
            check_start(&start_cases[i], seed);
        }
    }
}

/* What runs has what it needs; only the next task has not. */
static void running_tasks_outlive_their_secrets_region(void **state)
{
    struct bs_scenario *scenario;
    struct estate estate;
    char text[TEXT_MAX];

    (void)state;
    assert_true(snprintf(text, sizeof(text), STARTING, "[primary]", "primary", LOST("primary")) <
                TEXT_MAX);
    scenario = estate_scenario(text);
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    estate_run(&estate, BS_AT_SECONDS(300));
    assert_int_equal(service_named(&estate, "app")->healthy, 1);
    assert_int_equal(
        bs_elb_health(estate.world,
                      &estate.world->elb.balancers[bs_scenario_resource(scenario, "lb")])
            .reception,
        BS_RECEPTION_SERVES);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- Logging in ---- */

/* Three populations come in by the standby: with a database, with nothing but a bucket, with nothing. */
#define LOGGING_IN                                                                          \
    "blackstart: scenario/1\nname: logging in\nduration: 30m\n"                             \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                   \
    "resources: {login: {kind: secret, regions: [primary, standby], outdated_in: [%s]}, "   \
    "old: {kind: secret, regions: [primary], outdated_in: [%s]}, "                          \
    "app: {kind: ecs_service, region: primary, tasks: 10, secrets: [login], cache: %s}, "   \
    "app-dr: {kind: ecs_service, region: standby, tasks: 10, secrets: [%s], cache: %s}, "   \
    "lb: {kind: alb, region: primary, targets: app}, "                                      \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "                                \
    "orders: {kind: rds_instance, region: standby, writers: any, queries: %s}, "            \
    "uploads: {kind: s3_bucket, region: standby}}\n"                                        \
    "health_checks: {east: {of: lb, interval: 10s}, west: {of: lb-dr, interval: 10s}}\n"    \
    "dns: {east.example.com: {alias: lb}, west.example.com: {alias: lb-dr}}\n"              \
    "resolvers: {public: {count: 3, mix: {honour: 100%%}}}\n"                               \
    "clients: {buyers: {resolvers: public, record: west.example.com, reads: 20/s, writes: " \
    "7/s, retry: {max: 2, base: 1s}, stores: [uploads, orders]}, "                          \
    "painters: {resolvers: public, record: west.example.com, reads: 5/s, writes: 3/s, "     \
    "stores: [uploads]}, "                                                                  \
    "readers: {resolvers: public, record: west.example.com, reads: 5/s}}\n"                 \
    "faults: [{name: half, at: 10m, for: 5m, errors: {of: lb-dr, share: 30%%}}]\n"

#define NO_CACHE  "{hit: 0%, fill: 0}"
#define EVER_WARM "{hit: 80%, fill: 0}"
#define FILLS     "{hit: 80%, fill: 500}"

struct login_case {
    const char *name;
    const char *outdated_in; /* Of `login`. */
    const char *old_in;      /* Of `old`, which is kept in the primary alone. */
    const char *secrets;     /* Of the service in the standby. */
    const char *cache;
    bool logs_in;
    int64_t reads_percent; /* Of the buyers' reads that are served. */
};

static const struct login_case login_cases[] = {
    {"all is well", "", "", "login, old", NO_CACHE, true, 100},
    {"another's copy", "primary", "", "login", NO_CACHE, true, 100},
    {"nobody's copy", "standby", "primary", "", NO_CACHE, true, 100},
    {"its own copy", "standby", "", "login", NO_CACHE, false, 0},
    {"all copies", "primary, standby", "", "login", NO_CACHE, false, 0},
    {"what it fetches from afar", "", "primary", "login, old", NO_CACHE, false, 0},
    {"its own copy, a cache that is always warm", "standby", "", "login", EVER_WARM, false, 80},
    {"its own copy, a warm cache", "standby", "", "login", FILLS, false, 80},
    {"another's copy, a warm cache", "primary", "", "login", FILLS, true, 100},
};

/* Where the service is refused, the database could not serve it either: what it does not hear is no load. */
static void open_login(const struct login_case *row, enum bs_detail detail, struct estate *estate)
{
    char text[TEXT_MAX];

    assert_true(snprintf(text, sizeof(text), LOGGING_IN, row->outdated_in, row->old_in, row->cache,
                         row->secrets, row->cache, row->logs_in ? "100/s" : "1/s") < TEXT_MAX);
    estate_open_detailed(estate, estate_scenario(text), (struct bs_stream_root){1, 0}, detail);
}

static void close_login(struct estate *estate)
{
    struct bs_scenario *scenario = (struct bs_scenario *)estate->scenario;

    estate_close(estate);
    bs_scenario_destroy(scenario);
}

static int32_t status_of(struct estate *estate, enum bs_http_check check)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_HTTP_REQUEST,
                                            .region = "us-east-1",
                                            .resource = "lb-dr",
                                            .check = check};

    return estate_call(estate, &request)->http_status;
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

/* Per cent of a cohort's requests of a kind that were served within [from, to) seconds, rounded down. */
static int64_t served_percent(const struct estate *estate, const char *name,
                              enum bs_request_kind kind, int64_t from_s, int64_t to_s)
{
    const struct bs_cohort *cohort = cohort_named(estate, name);
    int64_t arrived = 0;
    int64_t good = 0;

    for (int64_t second = from_s; second < to_s; second++) {
        arrived += cohort->bins[second].arrived[kind];
        good += cohort->bins[second].good[kind];
    }
    assert_true(arrived > 0);
    return arrived > 0 ? good * 100 / arrived
                       : 0; /* cppcheck does not know that the test ends above. */
}

/* Whoever judges the history must be able to know. */
static bool is_said_to_be_refused(const struct bs_history *history, const char *service)
{
    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind == BS_RECORD_STATE &&
            strcmp(bs_record_text(record, "entity"), service) == 0 &&
            strcmp(bs_record_text(record, "kind"), "outdated_secret") == 0) {
            return true;
        }
    }
    return false;
}

static void check_login(const struct login_case *row)
{
    struct estate estate;
    int64_t reads_percent;

    open_login(row, BS_DETAIL_SKIP, &estate);
    estate_run(&estate, BS_AT_SECONDS(60));
    assert_int_equal(status_of(&estate, BS_HTTP_HEALTH), 200);
    assert_int_equal(status_of(&estate, BS_HTTP_READ), row->logs_in ? 200 : 503);
    assert_int_equal(status_of(&estate, BS_HTTP_WRITE), row->logs_in ? 200 : 503);
    assert_int_equal(status_of(&estate, BS_HTTP_READ_BACK), row->logs_in ? 200 : 503);
    estate_run(&estate, BS_AT_SECONDS(590));
    bs_world_finish(estate.world);
    reads_percent = served_percent(&estate, "buyers/honour", BS_REQUEST_READ, 0, 580);
    if (reads_percent < row->reads_percent - 2 || reads_percent > row->reads_percent + 2) {
        fail_msg("%s: %d %% of the reads", row->name, (int)reads_percent);
    }
    assert_int_equal(served_percent(&estate, "buyers/honour", BS_REQUEST_WRITE, 0, 580),
                     row->logs_in ? 100 : 0);
    /* Whoever needs no database needs no login. */
    assert_int_equal(served_percent(&estate, "painters/honour", BS_REQUEST_READ, 0, 580), 100);
    assert_int_equal(served_percent(&estate, "painters/honour", BS_REQUEST_WRITE, 0, 580), 100);
    assert_int_equal(served_percent(&estate, "readers/honour", BS_REQUEST_READ, 0, 580), 100);
    assert_int_equal(service_named(&estate, "app-dr")->healthy, 10);
    assert_int_equal(count_states(estate.history, "health_check", "unhealthy"), 0);
    assert_true(is_said_to_be_refused(estate.history, "app-dr") == !row->logs_in);
    close_login(&estate);
}

static void an_outdated_copy_is_seen_by_who_needs_the_database(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(login_cases) / sizeof(login_cases[0]); i++) {
        check_login(&login_cases[i]);
    }
}

/* Nothing gets through that could fill it. */
static void a_cold_cache_stays_cold(void **state)
{
    const struct login_case east = {"", "primary", "", "login", FILLS, true, 0};
    struct estate estate;

    (void)state;
    open_login(&east, BS_DETAIL_SKIP, &estate);
    estate_run(&estate, BS_AT_SECONDS(600));
    /* No client has ever come by the primary's. */
    assert_int_equal(
        estate.world->elb.balancers[bs_scenario_resource(estate.scenario, "lb")].cache_left, 500);
    assert_int_equal(
        bs_elb_meeting(&estate.world->elb.balancers[bs_scenario_resource(estate.scenario, "lb")], 0,
                       BS_REQUEST_READ)
            ->reception,
        BS_RECEPTION_ERRORS);
    close_login(&estate);
}

/* ---- Counting ---- */

static void run_to_end(const struct login_case *row, enum bs_detail detail, char sha256[65])
{
    struct estate estate;

    open_login(row, detail, &estate);
    estate_run(&estate, BS_AT_SECONDS(1800));
    bs_world_finish(estate.world);
    bs_history_sha256(estate.history, sha256);
    close_login(&estate);
}

/* Stretches counted in closed form and each request looked at come to the same, gray failures among them. */
static void skipping_is_exact(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(login_cases) / sizeof(login_cases[0]); i++) {
        char skipped[65];
        char listed[65];

        run_to_end(&login_cases[i], BS_DETAIL_SKIP, skipped);
        run_to_end(&login_cases[i], BS_DETAIL_EVERY_EVENT, listed);
        assert_string_equal(skipped, listed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tasks_start_only_with_all_that_they_read),
        cmocka_unit_test(running_tasks_outlive_their_secrets_region),
        cmocka_unit_test(an_outdated_copy_is_seen_by_who_needs_the_database),
        cmocka_unit_test(a_cold_cache_stays_cold),
        cmocka_unit_test(skipping_is_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
