/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * A database that fails over, is rebuilt, fails back and fails over again: who has which write, and what the
 * service says on the way. One population writes through each Region's load balancer all the time, without
 * retries unless a test wants them, so that whose write is acknowledged follows from who is writable.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/world/rds.h"
#include "tests/world/estate.h"

#define EAST "us-east-1"
#define WEST "us-west-2"
#define FAR  "eu-west-1"

#define ESTATE                                                                                    \
    "blackstart: scenario/1\nname: failback\nduration: 50m\n"                                     \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}, eu-west-1: {role: far}}\n" \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 10}, "                          \
    "app-dr: {kind: ecs_service, region: standby, tasks: 10}, "                                   \
    "lb: {kind: alb, region: primary, targets: app}, "                                            \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "                                      \
    "orders: {kind: rds_instance, region: primary, creation: 10m, deletion: 5m}, "                \
    "orders-dr: {kind: rds_replica, of: orders, region: standby, lag: %s, promotion: 60s, "       \
    "creation: 10m, deletion: 5m}, orders-far: {kind: rds_replica, of: orders, region: far, "     \
    "lag: 1s, promotion: 60s}, other: {kind: rds_instance, region: standby}, "                    \
    "uploads: {kind: s3_bucket, region: primary}}\n"                                              \
    "dns: {east.example.com: {alias: lb}, west.example.com: {alias: lb-dr}}\n"                    \
    "resolvers: {public: {count: 1, mix: {honour: 100%%}}}\n"                                     \
    "clients: {east: {resolvers: public, record: east.example.com, writes: 37/s, "                \
    "retry: %s, stores: [orders]}, "                                                              \
    "west: {resolvers: public, record: west.example.com, writes: 23/s, "                          \
    "retry: %s, stores: [orders]}}\n"                                                             \
    "faults: [%s]\n"

#define NO_RETRY "{max: 0, base: 1s}"
#define NO_FAULT "{name: none, at: 49m, for: 1s, errors: {of: lb, share: 1%}}"

enum { TEXT_MAX = 4096, LAG_STEP_S = 10, WRITES_MAX = 131072, END_S = 3000 };

static struct bs_scenario *scenario_with(const char *lag, const char *retry, const char *faults)
{
    char text[TEXT_MAX];
    const int length = snprintf(text, sizeof(text), ESTATE, lag, retry, retry, faults);

    assert_true(length > 0 && length < TEXT_MAX);
    return estate_scenario(text);
}

static struct bs_copy *copy_named(struct estate *estate, const char *id)
{
    return bs_copy_of(estate->world,
                      &estate->scenario->resources[bs_scenario_resource(estate->scenario, id)],
                      NULL);
}

static const struct bs_call_answer *call(struct estate *estate, enum bs_operation operation,
                                         const char *region, const char *resource,
                                         const char *target)
{
    const struct bs_call_request request = {
        .operation = operation, .region = region, .resource = resource, .target = target};

    return estate_call(estate, &request);
}

static void expect_code(const struct bs_call_answer *answer, enum bs_call_error error,
                        const char *code)
{
    assert_int_equal(answer->outcome, BS_OUTCOME_ERROR);
    assert_int_equal(answer->error, error);
    assert_string_equal(answer->code, code);
}

/* ---- A script of calls ---- */

struct line {
    int64_t at_s;
    enum bs_operation operation;
    const char *region;
    const char *resource;
    const char *target;
};

/* Each promotion comes while the old primary takes writes; it is fenced half a minute later. */
static const struct line chain[] = {
    {300, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, WEST, "orders-dr", NULL},
    {400, BS_OPERATION_EC2_REVOKE_INGRESS, EAST, "orders", NULL},
    {420, BS_OPERATION_RDS_DELETE_INSTANCE, EAST, "orders", NULL},
    {800, BS_OPERATION_RDS_CREATE_READ_REPLICA, EAST, "orders", "orders-dr"},
    {1500, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, EAST, "orders", NULL},
    {1600, BS_OPERATION_EC2_REVOKE_INGRESS, WEST, "orders-dr", NULL},
    {1620, BS_OPERATION_RDS_DELETE_INSTANCE, WEST, "orders-dr", NULL},
    {2000, BS_OPERATION_RDS_CREATE_READ_REPLICA, WEST, "orders-dr", "orders"},
    {2700, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, WEST, "orders-dr", NULL},
    {2800, BS_OPERATION_EC2_REVOKE_INGRESS, EAST, "orders", NULL},
};

enum { CHAIN = sizeof(chain) / sizeof(chain[0]), TO_FIRST_CREATION = 4, TO_FAILBACK = 5 };

static void play(struct estate *estate, size_t lines)
{
    for (size_t i = 0; i < lines; i++) {
        const struct line *line = &chain[i];

        estate_run(estate, BS_AT_SECONDS(line->at_s));
        assert_int_equal(
            call(estate, line->operation, line->region, line->resource, line->target)->outcome,
            BS_OUTCOME_OK);
    }
}

static void play_chain(struct estate *estate)
{
    play(estate, CHAIN);
    estate_run(estate, BS_AT_SECONDS(END_S));
    bs_world_finish(estate->world);
}

/* ---- What the history says ---- */

static bool says(const struct bs_record *record, enum bs_record_kind kind, const char *field,
                 const char *text)
{
    return record->kind == kind && strcmp(bs_record_text(record, field), text) == 0;
}

/* When the entity reached the state for the n-th time, from 1. */
static int64_t state_at_ns(const struct estate *estate, const char *entity, const char *state,
                           int n)
{
    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (says(record, BS_RECORD_STATE, "entity", entity) &&
            strcmp(bs_record_text(record, "state"), state) == 0 && --n == 0) {
            return record->at.ns;
        }
    }
    fail_msg("%s never was %s", entity, state);
    return 0;
}

/* Whether the history says that the lineage was writable at an instant. */
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

/* Marks a lineage's missing writes as counted at one point; none stands there twice. */
static int64_t find_missing(const struct estate *estate, const char *lineage, const char *class,
                            const char *counted, int64_t at_ns, bool is_missing[WRITES_MAX])
{
    int64_t sum = 0;

    memset(is_missing, 0, WRITES_MAX * sizeof(*is_missing));
    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (!says(record, BS_RECORD_MISSING, "lineage", lineage) || record->at.ns != at_ns ||
            strcmp(bs_record_text(record, "counted"), counted) != 0) {
            continue;
        }
        assert_string_equal(bs_record_text(record, "class"), class);
        sum += bs_record_number(record, "writes");
        for (int64_t k = bs_record_number(record, "first_k");
             k <= bs_record_number(record, "last_k"); k++) {
            assert_true(k < WRITES_MAX && !is_missing[k]);
            is_missing[k] = true;
        }
    }
    return sum;
}

/* ---- What must be ---- */

/* One link of the chain: who led, in which Region, and who took over. */
struct link {
    const char *lineage;
    const char *population; /* That writes through this lineage's Region. */
    const char *heir;       /* The resource .. */
    int promotion;          /* .. and which of its promotions. */
    int creation;           /* Its creation before; 0: it has been there from the start. */
};

static const struct link links[] = {
    {"orders", "east/honour", "orders-dr", 1, 0},
    {"orders-dr", "west/honour", "orders", 1, 1},
    {"orders#2", "east/honour", "orders-dr", 2, 1},
};
enum { LINKS = sizeof(links) / sizeof(links[0]) };

static int64_t later_ns(int64_t a_ns, int64_t b_ns)
{
    return a_ns > b_ns ? a_ns : b_ns;
}

/* What a replica has applied: the largest of t - L(t) since its stream began, or what it was seeded with. */
static int64_t applied_plainly_ns(struct estate *estate, const char *replica, int64_t seeded_ns,
                                  int64_t streams_from_ns, int64_t at_ns)
{
    struct bs_copy *copy = copy_named(estate, replica);
    int64_t best_ns = seeded_ns;

    for (int64_t step = 0; step * LAG_STEP_S * BS_NS_PER_S <= at_ns; step++) {
        const int64_t end_ns = (step + 1) * LAG_STEP_S * BS_NS_PER_S;
        const int64_t seen_ns = end_ns < at_ns ? end_ns : at_ns;
        const int64_t lag_ns = bs_distribution_sample(&copy->resource->is.rds.lag,
                                                      bs_stream_at(&copy->lag, (uint64_t)step))
                                   .ns;

        if (seen_ns >= streams_from_ns) {
            best_ns = later_ns(best_ns, seen_ns - lag_ns);
        }
    }
    return best_ns;
}

struct expected {
    int64_t cut_ns;   /* The heir's stream. */
    int64_t reach_ns; /* What had come through. */
    int64_t led_ns;   /* The heir. */
    uint64_t acknowledged;
    uint64_t missing;
    uint64_t diverged;
};

static struct expected expect_link(struct estate *estate, const struct link *link)
{
    struct expected expected = {
        .cut_ns = state_at_ns(estate, link->heir, "modifying", link->promotion),
    };
    int64_t seeded_ns = 0;
    int64_t from_ns = 0;

    if (link->creation > 0) {
        seeded_ns = state_at_ns(estate, link->heir, "creating", link->creation);
        from_ns = seeded_ns + 600 * BS_NS_PER_S;
        /* orders-dr: at the start, promoted, rebuilt, promoted; orders: at the start, rebuilt, promoted. */
        assert_int_equal(
            state_at_ns(estate, link->heir, "available", strcmp(link->heir, "orders") == 0 ? 2 : 3),
            from_ns);
    }
    expected.reach_ns = applied_plainly_ns(estate, link->heir, seeded_ns, from_ns, expected.cut_ns);
    expected.led_ns = expected.cut_ns + 60 * BS_NS_PER_S;
    return expected;
}

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

/* Every write of the run, one by one: acknowledged by this lineage or not, and if so, who has it. */
static void check_link(struct estate *estate, const struct link *link)
{
    static bool is_missing[WRITES_MAX];
    struct expected expected = expect_link(estate, link);
    struct bs_process *process = process_of(estate, link->population);
    const int64_t counted =
        find_missing(estate, link->lineage, "quarantined", "end", END_S * BS_NS_PER_S, is_missing);

    for (uint64_t k = 0;; k++) {
        const int64_t at_ns = bs_arrivals_at(&process->starts, k).ns;
        bool lacks;

        if (at_ns >= END_S * BS_NS_PER_S) {
            break;
        }
        lacks = was_writable(estate, link->lineage, at_ns) && at_ns > expected.reach_ns;
        expected.acknowledged += was_writable(estate, link->lineage, at_ns) ? 1 : 0;
        expected.diverged += lacks && at_ns >= expected.led_ns ? 1 : 0;
        lacks = lacks && at_ns < expected.led_ns;
        expected.missing += lacks ? 1 : 0;
        if (is_missing[k] != lacks) {
            fail_msg("write %" PRIu64 " of %s, at %" PRId64 " ns, reach %" PRId64 " ns", k,
                     link->lineage, at_ns, expected.reach_ns);
        }
    }
    assert_true(expected.missing > 0 && expected.diverged > 0);
    assert_int_equal(counted, expected.missing);
    assert_int_equal(sum_of(estate, BS_RECORD_ACKNOWLEDGED, link->lineage), expected.acknowledged);
    assert_int_equal(sum_of(estate, BS_RECORD_DIVERGED, link->lineage), expected.diverged);
    assert_int_equal(
        find_missing(estate, link->lineage, "quarantined", "recovery", expected.led_ns, is_missing),
        expected.missing);
}

static const char *const lags[] = {
    "0s",
    "{uniform: {low: 0s, high: 25s}}",
    "{lognormal: {median: 15s, p95: 92s}}",
    "{pareto: {minimum: 1s, shape: 1}, truncate: {max: 1d}}",
};
enum { LAGS = sizeof(lags) / sizeof(lags[0]) };

static void each_write_of_a_chain_of_leaders_is_somewhere_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < LAGS; i++) {
        struct bs_scenario *scenario = scenario_with(lags[i], NO_RETRY, NO_FAULT);
        struct estate estate;

        print_message("lag %s, seed %zu\n", lags[i], i + 1);
        estate_open(&estate, scenario, (struct bs_stream_root){i + 1, 0});
        play_chain(&estate);
        for (size_t j = 0; j < LINKS; j++) {
            check_link(&estate, &links[j]);
        }
        assert_true(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders-dr#2") > 0);
        assert_int_equal(sum_of(&estate, BS_RECORD_MISSING, "orders-dr#2"), 0);
        assert_int_equal(sum_of(&estate, BS_RECORD_DIVERGED, "orders-dr#2"), 0);
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
}

/* After the failback the Region that led in between is lost, with the database that was left there. */
static void what_cannot_be_reached_any_more_is_lost(void **state)
{
    static bool is_missing[WRITES_MAX];
    struct bs_scenario *scenario =
        scenario_with(lags[1], NO_RETRY, "{name: west lost, at: 1700s, region_loss: standby}");
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){2, 0});
    play(&estate, TO_FAILBACK);
    estate_run(&estate, BS_AT_SECONDS(1800));
    bs_world_finish(estate.world);
    assert_true(
        find_missing(&estate, "orders", "quarantined", "end", 1800 * BS_NS_PER_S, is_missing) > 0);
    assert_true(find_missing(&estate, "orders-dr", "lost", "end", 1800 * BS_NS_PER_S, is_missing) >
                0);
    assert_int_equal(sum_of(&estate, BS_RECORD_MISSING, "orders#2"), 0);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* Another replica of the first primary, which was never rebuilt, takes over last: a branch of its own. */
static void a_replica_that_was_left_behind_lacks_what_others_took(void **state)
{
    static bool is_missing[WRITES_MAX];
    struct bs_scenario *scenario = scenario_with(lags[1], NO_RETRY, NO_FAULT);
    struct estate estate;
    int64_t led_ns;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){2, 0});
    play(&estate, TO_FAILBACK);
    estate_run(&estate, BS_AT_SECONDS(1800));
    call(&estate, BS_OPERATION_RDS_PROMOTE_READ_REPLICA, FAR, "orders-far", NULL);
    estate_run(&estate, BS_AT_SECONDS(2000));
    bs_world_finish(estate.world);
    led_ns = state_at_ns(&estate, "orders-far", "modifying", 1) + 60 * BS_NS_PER_S;
    /* It followed the first primary to its end, and nobody after. */
    assert_int_equal(find_missing(&estate, "orders", "quarantined", "recovery", led_ns, is_missing),
                     0);
    for (size_t i = 1; i < LINKS; i++) {
        const char *lineage = links[i].lineage;

        assert_true(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, lineage) > 0);
        assert_int_equal(
            find_missing(&estate, lineage, "quarantined", "recovery", led_ns, is_missing),
            sum_of(&estate, BS_RECORD_ACKNOWLEDGED, lineage) -
                sum_of(&estate, BS_RECORD_DIVERGED, lineage));
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* A leader that was deleted with nobody to follow it: all that it had is in its snapshot. */
static void what_a_deleted_leader_had_is_in_its_snapshot(void **state)
{
    static bool is_missing[WRITES_MAX];
    struct bs_scenario *scenario = scenario_with("1s", NO_RETRY, NO_FAULT);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    call(&estate, BS_OPERATION_RDS_DELETE_INSTANCE, WEST, "orders-dr", NULL);
    call(&estate, BS_OPERATION_RDS_DELETE_INSTANCE, FAR, "orders-far", NULL);
    estate_run(&estate, BS_AT_SECONDS(200));
    call(&estate, BS_OPERATION_RDS_DELETE_INSTANCE, EAST, "orders", NULL);
    estate_run(&estate, BS_AT_SECONDS(2000));
    bs_world_finish(estate.world);
    assert_true(sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders") > 7000);
    assert_int_equal(
        find_missing(&estate, "orders", "quarantined", "end", 2000 * BS_NS_PER_S, is_missing),
        sum_of(&estate, BS_RECORD_ACKNOWLEDGED, "orders"));
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* Retries, gray failures, a Region that comes and goes: the same history with and without skipping. */
static void a_chain_is_the_same_with_and_without_skipping(void **state)
{
    static const char faults[] =
        "{name: gray, at: 250s, for: 200s, errors: {of: lb, share: 30%}}, "
        "{name: west is gray, at: 1490s, for: 130s, errors: {of: lb-dr, share: 20%}}, "
        "{name: burst, at: 1445s, for: 70s, lag: {replica: orders, lag: 30s}}, "
        "{name: west lost, at: 1000s, for: 100s, region_loss: standby}, "
        "{name: stall, at: 2650s, for: 60s, replication_stall: orders-dr}";
    char sha256[4][65];

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct bs_scenario *scenario = scenario_with(lags[1], "{max: 3, base: 2s}", faults);
        struct estate estate;

        estate_open_detailed(&estate, scenario, (struct bs_stream_root){7, 0},
                             i % 2 == 0 ? BS_DETAIL_SKIP : BS_DETAIL_EVERY_EVENT);
        play_chain(&estate);
        bs_history_sha256(estate.history, sha256[i]);
        estate_close(&estate);
        bs_scenario_destroy(scenario);
    }
    for (size_t i = 1; i < 4; i++) {
        assert_string_equal(sha256[0], sha256[i]);
    }
}

/* ---- Lag ---- */

/* From the beginning of its creation on, what a rebuilt replica has applied never goes back. */
static void a_rebuilt_replica_catches_up_and_never_goes_back(void **state)
{
    struct bs_scenario *scenario = scenario_with(lags[1], NO_RETRY, NO_FAULT);
    struct estate estate;
    struct bs_copy *copy;
    int64_t seeded_ns;
    int64_t last_ns = 0;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){3, 0});
    play(&estate, TO_FIRST_CREATION);
    copy = copy_named(&estate, "orders");
    seeded_ns = state_at_ns(&estate, "orders", "creating", 1);
    for (int64_t second = 801; second < 1600; second++) {
        const struct bs_call_answer *answer;
        int64_t applied_ns;

        estate_run(&estate, BS_AT_SECONDS(second));
        applied_ns = bs_rds_applied_up_to(copy, BS_AT_SECONDS(second)).ns;
        assert_true(applied_ns >= last_ns && applied_ns <= second * BS_NS_PER_S);
        assert_true(applied_ns >= seeded_ns);
        assert_true(second >= 1401 || applied_ns == seeded_ns);
        assert_true(second < 1402 || applied_ns >= (second - 25) * BS_NS_PER_S);
        last_ns = applied_ns;
        if (second % 60 == 59) {
            answer = call(&estate, BS_OPERATION_CLOUDWATCH_GET_METRIC, EAST, "orders", NULL);
            assert_true(answer->has_metric == (answer->metric_at.ns >= 1401 * BS_NS_PER_S));
            assert_true(!answer->has_metric || answer->metric.ns <= 25 * BS_NS_PER_S);
        }
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* While a burst is on, lag is the burst's, by whole seconds: bursts here begin and end with one. */
static int64_t applied_with_burst_ns(struct bs_copy *copy, int64_t at_ns)
{
    int64_t best_ns = 0;

    for (int64_t second = 0; second * BS_NS_PER_S < at_ns; second++) {
        const int64_t end_ns = (second + 1) * BS_NS_PER_S;
        const uint64_t bits = bs_stream_at(&copy->lag, (uint64_t)(second / LAG_STEP_S));
        const bool is_on = second >= 123 && second < 187;
        const int64_t lag_ns =
            bs_distribution_sample(is_on ? copy->bursts[0].lag : &copy->resource->is.rds.lag, bits)
                .ns;

        best_ns = later_ns(best_ns, (end_ns < at_ns ? end_ns : at_ns) - lag_ns);
    }
    return best_ns;
}

static void a_burst_of_lag_holds_the_watermark_back(void **state)
{
    struct bs_scenario *scenario =
        scenario_with("{uniform: {low: 0s, high: 5s}}", NO_RETRY,
                      "{name: burst, at: 123s, for: 64s, lag: {replica: orders-dr, lag: "
                      "{lognormal: {median: 40s, p95: 2m}}}}");
    struct bs_copy *copy;
    struct estate estate;
    int64_t last_ns = 0;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){5, 0});
    copy = copy_named(&estate, "orders-dr");
    assert_int_equal(copy->burst_count, 1);
    for (int64_t half = 1; half < 600; half += 2) {
        const struct bs_instant at = {half * BS_NS_PER_S / 2};
        const int64_t applied_ns = bs_rds_applied_up_to(copy, at).ns;

        assert_int_equal(applied_ns, applied_with_burst_ns(copy, at.ns));
        assert_true(applied_ns >= last_ns);
        last_ns = applied_ns;
    }
    assert_true(bs_rds_applied_up_to(copy, BS_AT_SECONDS(150)).ns < 130 * BS_NS_PER_S);
    assert_true(bs_rds_applied_up_to(copy, BS_AT_SECONDS(200)).ns >= 190 * BS_NS_PER_S);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- What the service says ---- */

static void expect_state(struct estate *estate, const char *region, const char *resource,
                         enum bs_resource_state expected, const char *source)
{
    const struct bs_call_answer *answer =
        call(estate, BS_OPERATION_RDS_DESCRIBE_INSTANCE, region, resource, NULL);

    assert_int_equal(answer->outcome, BS_OUTCOME_OK);
    assert_string_equal(bs_resource_state_name(answer->state), bs_resource_state_name(expected));
    assert_int_equal(answer->is_replica, source != NULL);
    assert_string_equal(answer->source, source != NULL ? source : "");
}

/* A request that is refused, before and after what makes it so. */
struct refusal {
    enum bs_operation operation;
    const char *region;
    const char *resource;
    const char *target;
    enum bs_call_error error;
    const char *code;
};

#define EXPECT_REFUSALS(estate, ...)                                 \
    expect_refusals((estate), (const struct refusal[]){__VA_ARGS__}, \
                    sizeof((const struct refusal[]){__VA_ARGS__}) / sizeof(struct refusal))

static void expect_refusals(struct estate *estate, const struct refusal *refusals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct refusal *each = &refusals[i];

        expect_code(call(estate, each->operation, each->region, each->resource, each->target),
                    each->error, each->code);
    }
}

#define CREATE  BS_OPERATION_RDS_CREATE_READ_REPLICA
#define DELETE  BS_OPERATION_RDS_DELETE_INSTANCE
#define PROMOTE BS_OPERATION_RDS_PROMOTE_READ_REPLICA
#define INVALID BS_CALL_ERROR_INVALID_STATE, "InvalidDBInstanceState"
#define EXISTS  BS_CALL_ERROR_INVALID_STATE, "DBInstanceAlreadyExists"
#define UNKNOWN BS_CALL_ERROR_NOT_FOUND, "DBInstanceNotFound"
#define NOGROUP BS_CALL_ERROR_NOT_FOUND, "InvalidGroup.NotFound"

static void what_cannot_be_is_refused_by_name(void **state)
{
    struct bs_scenario *scenario = scenario_with("1s", NO_RETRY, NO_FAULT);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    EXPECT_REFUSALS(
        &estate, {CREATE, EAST, "orders", "orders-dr", EXISTS},
        {CREATE, WEST, "orders", "orders-dr", UNKNOWN},
        {CREATE, EAST, "uploads", "orders", UNKNOWN}, {DELETE, WEST, "orders", NULL, UNKNOWN},
        {DELETE, EAST, "uploads", NULL, UNKNOWN}, {PROMOTE, EAST, "orders", NULL, INVALID});
    call(&estate, DELETE, EAST, "orders", NULL);
    expect_state(&estate, EAST, "orders", BS_STATE_DELETING, NULL);
    EXPECT_REFUSALS(&estate, {DELETE, EAST, "orders", NULL, INVALID},
                    {CREATE, EAST, "orders", "orders-dr", EXISTS});
    estate_run(&estate, BS_AT_SECONDS(320));
    EXPECT_REFUSALS(
        &estate, {DELETE, EAST, "orders", NULL, UNKNOWN}, {PROMOTE, EAST, "orders", NULL, UNKNOWN},
        {BS_OPERATION_RDS_DESCRIBE_INSTANCE, EAST, "orders", NULL, UNKNOWN},
        {BS_OPERATION_EC2_REVOKE_INGRESS, EAST, "orders", NULL, NOGROUP},
        {BS_OPERATION_EC2_AUTHORIZE_INGRESS, EAST, "orders", NULL, NOGROUP},
        /* Of a replica, of itself, of another database, of nothing. */
        {CREATE, EAST, "orders", "orders-dr", INVALID}, {CREATE, EAST, "orders", "orders", UNKNOWN},
        {CREATE, EAST, "orders", "other", UNKNOWN}, {CREATE, EAST, "orders", "nobody", UNKNOWN});
    call(&estate, PROMOTE, WEST, "orders-dr", NULL);
    EXPECT_REFUSALS(&estate, {CREATE, EAST, "orders", "orders-dr", INVALID},
                    {DELETE, WEST, "orders-dr", NULL, INVALID},
                    {PROMOTE, WEST, "orders-dr", NULL, INVALID});
    estate_run(&estate, BS_AT_SECONDS(400));
    assert_int_equal(call(&estate, CREATE, EAST, "orders", "orders-dr")->outcome, BS_OUTCOME_OK);
    expect_state(&estate, EAST, "orders", BS_STATE_CREATING, "orders-dr");
    EXPECT_REFUSALS(&estate, {DELETE, EAST, "orders", NULL, INVALID},
                    {DELETE, WEST, "orders-dr", NULL, INVALID},
                    {PROMOTE, EAST, "orders", NULL, INVALID},
                    {CREATE, EAST, "orders", "orders-dr", EXISTS});
    estate_run(&estate, BS_AT_SECONDS(1010));
    expect_state(&estate, EAST, "orders", BS_STATE_AVAILABLE, "orders-dr");
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* Ten minutes of work, two and a half of which its source is away: it goes on where it was. */
static void a_creation_waits_for_its_source(void **state)
{
    struct bs_scenario *scenario = scenario_with(
        "1s", NO_RETRY,
        "{name: west away, at: 1000s, for: 100s, data_plane_loss: {region: standby}}, "
        "{name: west again, at: 1200s, for: 50s, data_plane_loss: {region: standby}}");
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    play(&estate, TO_FIRST_CREATION);
    estate_run(&estate, BS_AT_SECONDS(1549));
    expect_state(&estate, EAST, "orders", BS_STATE_CREATING, "orders-dr");
    estate_run(&estate, BS_AT_SECONDS(1560));
    expect_state(&estate, EAST, "orders", BS_STATE_AVAILABLE, "orders-dr");
    assert_int_equal(state_at_ns(&estate, "orders", "available", 2),
                     state_at_ns(&estate, "orders", "creating", 1) + 750 * BS_NS_PER_S);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- Fences ---- */

/* Exactly these, in this order. */
static void expect_fences(const struct estate *estate, const char *const (*expected)[2],
                          size_t count)
{
    size_t found = 0;

    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);

        if (record->kind == BS_RECORD_FENCE && found < count) {
            assert_string_equal(bs_record_text(record, "lineage"), expected[found][0]);
            assert_string_equal(bs_record_text(record, "state"), expected[found][1]);
        }
        found += record->kind == BS_RECORD_FENCE ? 1 : 0;
    }
    assert_int_equal(found, count);
}

static void ingress_that_is_given_back_releases_the_fence(void **state)
{
    static const char *const expected[][2] = {
        {"orders", "effective"}, {"orders", "released"}, {"orders", "effective"}};
    struct bs_scenario *scenario = scenario_with("1s", NO_RETRY, NO_FAULT);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    call(&estate, BS_OPERATION_EC2_REVOKE_INGRESS, EAST, "orders", NULL);
    assert_false(copy_named(&estate, "orders")->is_writable);
    call(&estate, BS_OPERATION_EC2_AUTHORIZE_INGRESS, EAST, "orders", NULL);
    assert_true(copy_named(&estate, "orders")->is_writable);
    call(&estate, BS_OPERATION_RDS_DELETE_INSTANCE, EAST, "orders", NULL);
    estate_run(&estate, BS_AT_SECONDS(400));
    expect_fences(&estate, expected, sizeof(expected) / sizeof(expected[0]));
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void a_rebuilt_instance_is_not_fenced(void **state)
{
    static const char *const expected[][2] = {
        {"orders", "effective"}, {"orders-dr", "effective"}, {"orders#2", "effective"}};
    struct bs_scenario *scenario = scenario_with("1s", NO_RETRY, NO_FAULT);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    play_chain(&estate);
    expect_fences(&estate, expected, sizeof(expected) / sizeof(expected[0]));
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- Promotions that come to nothing ---- */

static void a_promotion_may_revert_twice_and_then_succeed(void **state)
{
    struct bs_scenario *scenario = scenario_with(
        "1s", NO_RETRY,
        "{name: bad, at: 0s, promotion_failure: {replica: orders-dr, times: 2, manner: reverts}}");
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (int64_t attempt = 1; attempt <= 2; attempt++) {
        estate_run(&estate, BS_AT_SECONDS(100 * attempt));
        assert_int_equal(call(&estate, PROMOTE, WEST, "orders-dr", NULL)->outcome, BS_OUTCOME_OK);
        expect_state(&estate, WEST, "orders-dr", BS_STATE_MODIFYING, "orders");
        estate_run(&estate, BS_AT_SECONDS(100 * attempt + 32));
        expect_state(&estate, WEST, "orders-dr", BS_STATE_AVAILABLE, "orders");
        assert_true(bs_rds_applied_up_to(copy_named(&estate, "orders-dr"),
                                         BS_AT_SECONDS(100 * attempt + 32))
                        .ns == (100 * attempt + 31) * BS_NS_PER_S);
    }
    estate_run(&estate, BS_AT_SECONDS(300));
    call(&estate, PROMOTE, WEST, "orders-dr", NULL);
    estate_run(&estate, BS_AT_SECONDS(362));
    expect_state(&estate, WEST, "orders-dr", BS_STATE_AVAILABLE, NULL);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void a_promotion_may_be_refused_for_a_backup(void **state)
{
    struct bs_scenario *scenario =
        scenario_with("1s", NO_RETRY,
                      "{name: bad, at: 10s, promotion_failure: {replica: orders-dr, times: 1, "
                      "manner: backing_up}}");
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    estate_run(&estate, BS_AT_SECONDS(100));
    EXPECT_REFUSALS(&estate, {PROMOTE, WEST, "orders-dr", NULL, INVALID});
    expect_state(&estate, WEST, "orders-dr", BS_STATE_BACKING_UP, "orders");
    EXPECT_REFUSALS(&estate, {PROMOTE, WEST, "orders-dr", NULL, INVALID},
                    {DELETE, WEST, "orders-dr", NULL, INVALID});
    estate_run(&estate, BS_AT_SECONDS(155));
    assert_int_equal(bs_rds_applied_up_to(copy_named(&estate, "orders-dr"), BS_AT_SECONDS(155)).ns,
                     154 * BS_NS_PER_S);
    estate_run(&estate, BS_AT_SECONDS(161));
    expect_state(&estate, WEST, "orders-dr", BS_STATE_AVAILABLE, "orders");
    assert_int_equal(call(&estate, PROMOTE, WEST, "orders-dr", NULL)->outcome, BS_OUTCOME_OK);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_write_of_a_chain_of_leaders_is_somewhere_once),
        cmocka_unit_test(what_cannot_be_reached_any_more_is_lost),
        cmocka_unit_test(a_replica_that_was_left_behind_lacks_what_others_took),
        cmocka_unit_test(what_a_deleted_leader_had_is_in_its_snapshot),
        cmocka_unit_test(a_chain_is_the_same_with_and_without_skipping),
        cmocka_unit_test(a_rebuilt_replica_catches_up_and_never_goes_back),
        cmocka_unit_test(a_burst_of_lag_holds_the_watermark_back),
        cmocka_unit_test(what_cannot_be_is_refused_by_name),
        cmocka_unit_test(a_creation_waits_for_its_source),
        cmocka_unit_test(ingress_that_is_given_back_releases_the_fence),
        cmocka_unit_test(a_rebuilt_instance_is_not_fenced),
        cmocka_unit_test(a_promotion_may_revert_twice_and_then_succeed),
        cmocka_unit_test(a_promotion_may_be_refused_for_a_backup),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
