/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Faults that are added to a world while it goes on, and ended before their time. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "tests/world/estate.h"

#define PLATFORM BS_SOURCE_DIR "/scenarios/platform/region-loss.yaml"

enum {
    ROUNDS = 96,
    WORLD_S = 1200,
    CALL_EVERY_S = 7,
    PROMOTION_S = 700,
    TEXT_MAX = 512,
    HISTORY_MAX = 16 * 1024 * 1024,
};

/* ---- Worlds whose whole life is written down ---- */

struct life {
    struct estate estate;
    struct bs_scenario *scenario;
    struct bs_buffer answers;
};

static void open_life(struct life *life, const char *faults, uint64_t seed)
{
    const struct bs_override changes[] = {{"faults", faults}, {"duration", "20m"}};
    struct bs_error error = {0};

    bs_buffer_init(&life->answers, HISTORY_MAX);
    if (bs_scenario_load(PLATFORM, changes, 2, &life->scenario, &error) != BS_OK) {
        fail_msg("%s: %s", faults, error.message);
    }
    estate_open(&life->estate, life->scenario, (struct bs_stream_root){seed, 0});
}

static void close_life(struct life *life)
{
    estate_close(&life->estate);
    bs_scenario_destroy(life->scenario);
    bs_buffer_clean_up(&life->answers);
}

static void note_answer(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct life *life = self;

    bs_buffer_format(&life->answers, "%" PRIu64 " at %" PRId64 ": %d %d %s %d\n", call,
                     bs_simulation_now(life->estate.simulation).ns, (int)answer->outcome,
                     (int)answer->error, answer->code, (int)answer->http_status);
}

/* What an orchestrator might ask: something every few seconds, and once for a promotion. */
static void send_call(struct life *life, int64_t at_s)
{
    static const struct bs_call_request promote = {.operation =
                                                       BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
                                                   .region = "us-west-2",
                                                   .resource = "orders-dr"};
    static const struct bs_call_request others[] = {
        {.operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE,
         .region = "us-east-1",
         .resource = "orders"},
        {.operation = BS_OPERATION_SNS_PUBLISH, .region = "us-east-2", .resource = "alerts"},
        {.operation = BS_OPERATION_HTTP_REQUEST,
         .region = "us-east-2",
         .resource = "app.example.com",
         .check = BS_HTTP_WRITE},
        {.operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
         .region = "global",
         .resource = "app"},
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .region = "us-east-2",
         .resource = "app-5xx"},
    };
    const struct bs_call_request *request =
        at_s == PROMOTION_S ? &promote : &others[at_s / CALL_EVERY_S % 5];

    bs_world_call(life->estate.world, ++life->estate.calls, request, BS_NONE, note_answer, life);
}

/* Goes on up to `until`, calling at every seventh second after `from`. */
static void live(struct life *life, struct bs_instant from, struct bs_instant until)
{
    for (int64_t at_s = 0; at_s <= WORLD_S; at_s += CALL_EVERY_S) {
        if (at_s * BS_NS_PER_S > from.ns && at_s * BS_NS_PER_S <= until.ns) {
            estate_run(&life->estate, BS_AT_SECONDS(at_s));
            send_call(life, at_s);
        }
    }
    estate_run(&life->estate, until);
}

static enum bs_status add(struct estate *estate, const char *text, struct bs_error *error)
{
    struct bs_document *document = NULL;

    assert_int_equal(bs_document_parse("faults", text, strlen(text), &document, error), BS_OK);
    return bs_world_add_faults(estate->world, document, error);
}

static void add_well(struct estate *estate, const char *text)
{
    struct bs_error error = {0};

    if (add(estate, text, &error) != BS_OK) {
        fail_msg("%s: %s", text, error.message);
    }
}

static void expect_same_life(struct life *expected, struct life *found, const char *what)
{
    struct bs_buffer one;
    struct bs_buffer other;
    size_t line = 0;

    bs_world_finish(expected->estate.world);
    bs_world_finish(found->estate.world);
    bs_buffer_init(&one, HISTORY_MAX);
    bs_buffer_init(&other, HISTORY_MAX);
    bs_history_write(expected->estate.history, &one);
    bs_history_write(found->estate.history, &other);
    bs_buffer_append(&one, expected->answers.bytes, expected->answers.length);
    bs_buffer_append(&other, found->answers.bytes, found->answers.length);
    assert_false(one.failed || other.failed);
    for (size_t i = 0; i < one.length && i < other.length && one.bytes[i] == other.bytes[i]; i++) {
        line = one.bytes[i] == '\n' ? i + 1 : line;
    }
    if (one.length != other.length || memcmp(one.bytes, other.bytes, one.length) != 0) {
        fail_msg("%s\nwritten: %.*s\nadded:   %.*s", what, (int)strcspn(one.bytes + line, "\n"),
                 one.bytes + line, (int)strcspn(other.bytes + line, "\n"), other.bytes + line);
    }
    bs_buffer_clean_up(&one);
    bs_buffer_clean_up(&other);
}

/* ---- The property ---- */

static const char *const kinds[] = {
    "region_loss: primary",
    "region_loss: {region: primary, connections: refused, global_control_planes: lost}",
    "region_loss: {region: standby, connections: errors}",
    "control_plane_loss: {region: primary, services: [rds, ecs], share: 50%}",
    "control_plane_loss: {region: global, connections: refused}",
    "data_plane_loss: {region: primary, services: [elasticloadbalancing], connections: errors}",
    "data_plane_loss: {region: primary, services: [rds]}",
    "replication_stall: orders-dr",
    "errors: {of: lb, share: 30%}",
    "lag: {replica: orders-dr, lag: {lognormal: {median: 40s, p95: 2m}}}",
    "promotion_failure: {replica: orders-dr, times: 2, manner: reverts}",
    "throttle: {region: primary, share: 60%, retry_after: 2s}",
    "response_loss: {region: primary, share: 60%}",
    "latency: {region: primary, services: [rds], adds: {uniform: {low: 1s, high: 30s}}}",
    "notification_loss: {share: 50%}",
    "monitor: {of: app, kind: health_check, shows: unhealthy}",
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

/* Onsets anywhere, to the nanosecond, most of them while the promotion may be under way. */
struct chance {
    int64_t added_ns;
    int64_t onset_ns;
    int64_t length_ns;
    const char *length; /* How it ends by itself. */
    const char *kind;
};

static int64_t draw(struct bs_stream *stream, uint64_t *k, int64_t low, int64_t high)
{
    return low + (int64_t)bs_bits_below(bs_stream_at(stream, (*k)++), (uint64_t)(high - low + 1));
}

static struct chance draw_chance(uint64_t number)
{
    static const char *const lengths[] = {
        "", "for: 90s, ", "for: {exponential: {mean: 40s}}, ",
        "for: {uniform: {low: 1s, high: 50s}}, repeat: {times: 4, every: 45s}, "};
    struct bs_stream stream =
        bs_stream_open((struct bs_stream_root){number, 0}, "added fault", "draw");
    uint64_t k = 0;
    struct chance chance = {.kind = kinds[number % KINDS]};

    chance.onset_ns = draw(&stream, &k, 0, (WORLD_S - 100) * BS_NS_PER_S);
    chance.added_ns =
        draw(&stream, &k, 0, 3) == 0 ? chance.onset_ns : draw(&stream, &k, 0, chance.onset_ns);
    chance.length_ns = draw(&stream, &k, 1, 400 * BS_NS_PER_S);
    chance.length = lengths[draw(&stream, &k, 0, 3)];
    return chance;
}

static void an_added_fault_is_as_one_written_in_the_scenario(void **state)
{
    (void)state;
    for (uint64_t number = 0; number < ROUNDS; number++) {
        const struct chance chance = draw_chance(number);
        const struct bs_instant end = BS_AT_SECONDS(WORLD_S);
        struct life written;
        struct life added;
        char text[TEXT_MAX];

        (void)snprintf(text, sizeof(text), "[{name: f, at: %" PRId64 "ns, %s%s}]", chance.onset_ns,
                       chance.length, chance.kind);
        open_life(&written, text, number);
        live(&written, (struct bs_instant){-1}, end);

        open_life(&added, "[]", number);
        live(&added, (struct bs_instant){-1}, (struct bs_instant){chance.added_ns});
        (void)snprintf(text, sizeof(text), "{name: f, at: %" PRId64 "ns, %s%s}",
                       chance.onset_ns - chance.added_ns, chance.length, chance.kind);
        add_well(&added.estate, text);
        live(&added, (struct bs_instant){chance.added_ns}, end);

        expect_same_life(&written, &added, text);
        close_life(&written);
        close_life(&added);
    }
}

static void a_fault_ended_early_is_as_one_that_was_that_short(void **state)
{
    (void)state;
    for (uint64_t number = 0; number < ROUNDS; number++) {
        const struct chance chance = draw_chance(number);
        const struct bs_instant end = BS_AT_SECONDS(WORLD_S);
        const struct bs_instant ended = {chance.onset_ns + chance.length_ns};
        struct life written;
        struct life cut;
        char text[TEXT_MAX];

        if (ended.ns >= end.ns) {
            continue;
        }
        (void)snprintf(text, sizeof(text), "[{name: f, at: %" PRId64 "ns, for: %" PRId64 "ns, %s}]",
                       chance.onset_ns, chance.length_ns, chance.kind);
        open_life(&written, text, number);
        live(&written, (struct bs_instant){-1}, end);

        (void)snprintf(text, sizeof(text), "[{name: f, at: %" PRId64 "ns, %s}]", chance.onset_ns,
                       chance.kind);
        open_life(&cut, text, number);
        live(&cut, (struct bs_instant){-1}, ended);
        assert_int_equal(bs_world_end_faults(cut.estate.world, "f"), 1);
        assert_int_equal(bs_world_end_faults(cut.estate.world, "f"), 0);
        live(&cut, ended, end);

        expect_same_life(&written, &cut, text);
        close_life(&written);
        close_life(&cut);
    }
}

/* ---- One by one ---- */

static struct bs_world_fault fault_at(const struct life *life, size_t index, const char *name)
{
    assert_in_range(index, 0, bs_world_fault_count(life->estate.world) - 1);
    assert_string_equal(bs_world_fault(life->estate.world, index).name, name);
    return bs_world_fault(life->estate.world, index);
}

static void faults_are_listed_with_how_far_they_have_come(void **state)
{
    struct life life;

    (void)state;
    open_life(&life, "[{name: first, at: 2m, region_loss: primary}]", 1);
    estate_run(&life.estate, BS_AT_SECONDS(100));
    add_well(&life.estate, "[{name: flaps, after: first, delay: 10s, for: 5s, repeat: {times: 2, "
                           "every: 20s}, errors: {of: lb, share: 1%}}, "
                           "{name: late, after: flaps, delay: 1h, replication_stall: orders-dr}]");
    assert_int_equal(bs_world_fault_count(life.estate.world), 3);
    assert_true(bs_world_is_well(life.estate.world));
    assert_int_equal(fault_at(&life, 1, "flaps").stage, BS_FAULT_STAGE_TO_COME);
    assert_int_equal(fault_at(&life, 1, "flaps").from.ns, 130 * BS_NS_PER_S);
    assert_int_equal(fault_at(&life, 1, "flaps").kind, BS_FAULT_ERRORS);

    estate_run(&life.estate, BS_AT_SECONDS(132));
    assert_false(bs_world_is_well(life.estate.world));
    assert_int_equal(fault_at(&life, 0, "first").stage, BS_FAULT_STAGE_ON);
    assert_int_equal(fault_at(&life, 0, "first").to.ns, BS_INSTANT_NEVER.ns);
    assert_int_equal(fault_at(&life, 1, "flaps").stage, BS_FAULT_STAGE_ON);
    assert_int_equal(fault_at(&life, 1, "flaps").to.ns, 135 * BS_NS_PER_S);

    estate_run(&life.estate, BS_AT_SECONDS(140));
    assert_int_equal(fault_at(&life, 1, "flaps").stage, BS_FAULT_STAGE_TO_COME);
    assert_int_equal(fault_at(&life, 1, "flaps").from.ns, 150 * BS_NS_PER_S);
    assert_int_equal(bs_world_end_faults(life.estate.world, NULL), 3);
    assert_true(bs_world_is_well(life.estate.world));
    assert_int_equal(fault_at(&life, 0, "first").stage, BS_FAULT_STAGE_OVER);
    assert_int_equal(fault_at(&life, 0, "first").to.ns, 140 * BS_NS_PER_S);

    estate_run(&life.estate, BS_AT_SECONDS(WORLD_S));
    assert_true(bs_world_is_well(life.estate.world));
    close_life(&life);
}

/* What would have begun already begins now, and a name is free again when its fault is over. */
static void a_name_may_be_used_again(void **state)
{
    struct bs_error error = {0};
    struct life life;

    (void)state;
    open_life(&life, "[{name: f, at: 1m, for: 1m, region_loss: primary}]", 1);
    estate_run(&life.estate, BS_AT_SECONDS(90));
    assert_int_equal(add(&life.estate, "{name: f, at: 0s, region_loss: standby}", &error),
                     BS_ERR_INPUT);
    assert_non_null(strstr(error.message, "not over"));
    estate_run(&life.estate, BS_AT_SECONDS(180));
    add_well(&life.estate, "{name: f, after: f, region_loss: standby}");
    assert_int_equal(fault_at(&life, 1, "f").from.ns, 180 * BS_NS_PER_S);
    estate_run(&life.estate, BS_AT_SECONDS(180));
    assert_int_equal(fault_at(&life, 1, "f").stage, BS_FAULT_STAGE_ON);
    close_life(&life);
}

static void all_are_added_or_none(void **state)
{
    static const struct {
        const char *text;
        const char *says;
        uint32_t column;
    } cases[] = {
        {"[{name: a, at: 0s, region_loss: primary}, {name: b, at: 0s, region_loss: mars}]",
         "no Region 'mars'", 43},
        {"[{name: a, at: 0s, region_loss: primary}, {name: a, at: 0s, region_loss: standby}]",
         "'a' already", 43},
        {"[{name: a, at: 0s, region_loss: primary}, {name: b, after: c, region_loss: standby}]",
         "'c'", 43},
        {"{name: a, after: a, region_loss: primary}", "'a'", 1},
        {"{name: a, at: 0s, errors: {of: orders, share: 1%}}", "no alb 'orders'", 1},
        {"{name: a, at: 0s, lag: {replica: nothing, lag: 1s}}", "no rds_replica 'nothing'", 1},
        {"{name: a, at: 0s, monitor: {of: nothing, shows: healthy}}", "no monitor 'nothing'", 1},
        {"{name: a, at: 0s, throttle: {region: primary, services: [rdss]}}", "'rds'?", 1},
        {"{name: a, at: 0s, latency: primary}", "latency", 28},
        {"{name: a, at: 0s, region_loss: primary, errors: {of: lb, share: 1%}}", "one kind", 1},
        {"{name: '', at: 0s, region_loss: primary}", "1 to 200 bytes", 8},
        {"{at: 0s, region_loss: primary}", "'name'", 1},
        {"disaster", "fault", 1},
    };
    struct life life;

    (void)state;
    open_life(&life, "[]", 1);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct bs_error error = {0};

        if (add(&life.estate, cases[i].text, &error) != BS_ERR_INPUT ||
            strstr(error.message, cases[i].says) == NULL || error.where.column != cases[i].column) {
            fail_msg("%s: column %u: %s", cases[i].text, (unsigned)error.where.column,
                     error.message);
        }
        assert_int_equal(bs_world_fault_count(life.estate.world), 0);
    }
    add_well(&life.estate, "[]");
    estate_run(&life.estate, BS_AT_SECONDS(WORLD_S));
    close_life(&life);
}

static void their_number_is_bounded(void **state)
{
    struct bs_error error = {0};
    struct life life;
    char text[TEXT_MAX];
    int64_t added = 0;

    (void)state;
    open_life(&life, "[]", 1);
    while (added + 1000 <= BS_WORLD_ADDED_ONSETS_MAX) {
        (void)snprintf(text, sizeof(text),
                       "{name: f%" PRId64 ", at: 1s, for: 1ns, repeat: {times: 1000, every: 1s}, "
                       "errors: {of: lb, share: 1%%}}",
                       added);
        add_well(&life.estate, text);
        added += 1000;
    }
    assert_int_equal(add(&life.estate,
                         "{name: one, at: 1s, for: 1ns, repeat: {times: 1000, every: 1s}, "
                         "errors: {of: lb, share: 1%}}",
                         &error),
                     BS_ERR_LIMIT);
    assert_string_equal(error.file, "faults");
    /* An onset may lie as far away as can be, and others after it. */
    for (int64_t i = added; i < BS_WORLD_ADDED_ONSETS_MAX; i++) {
        (void)snprintf(text, sizeof(text),
                       "{name: f%" PRId64 ", after: f%" PRId64
                       ", delay: 7d, replication_stall: orders-dr}",
                       i, i == added ? 0 : i - 1);
        add_well(&life.estate, text);
    }
    estate_run(&life.estate, BS_AT_SECONDS(WORLD_S));
    close_life(&life);
}

/* ---- What the new kinds do ---- */

static const struct bs_call_request describe_orders = {
    .operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE, .region = "us-east-1", .resource = "orders"};

static void added_latency_comes_after_the_effect(void **state)
{
    static const struct bs_call_request scale = {.operation = BS_OPERATION_ECS_UPDATE_SERVICE,
                                                 .region = "us-east-1",
                                                 .resource = "app",
                                                 .count = 12};
    struct life life;
    const struct bs_ecs_state *service;
    int64_t quick_ns;
    struct bs_instant sent;

    (void)state;
    open_life(&life, "[]", 1);
    service = &life.estate.world->ecs.services[bs_scenario_resource(life.scenario, "app")];
    estate_run(&life.estate, BS_AT_SECONDS(60));
    assert_int_equal(estate_call(&life.estate, &describe_orders)->outcome, BS_OUTCOME_OK);
    quick_ns = bs_simulation_now(life.estate.simulation).ns - 60 * BS_NS_PER_S;
    add_well(&life.estate, "[{name: slow, at: 0s, latency: {region: primary, adds: 3s}}, "
                           "{name: slower, at: 0s, latency: {region: primary, services: [ecs], "
                           "adds: 10s}}]");
    estate_run(&life.estate, BS_AT_SECONDS(61));
    sent = bs_simulation_now(life.estate.simulation);
    assert_int_equal(estate_call(&life.estate, &describe_orders)->outcome, BS_OUTCOME_OK);
    assert_int_equal(bs_simulation_now(life.estate.simulation).ns - sent.ns,
                     quick_ns + 3 * BS_NS_PER_S);
    estate_send(&life.estate, &scale);
    estate_run(&life.estate,
               bs_instant_add(bs_simulation_now(life.estate.simulation), BS_SECONDS(9)));
    assert_false(life.estate.is_answered);
    assert_int_equal(service->desired, 12);
    estate_run(&life.estate,
               bs_instant_add(bs_simulation_now(life.estate.simulation), BS_SECONDS(2)));
    assert_true(life.estate.is_answered);
    close_life(&life);
}

static void the_worst_manner_of_loss_counts(void **state)
{
    struct life life;

    (void)state;
    open_life(&life, "[]", 1);
    estate_run(&life.estate, BS_AT_SECONDS(60));
    add_well(&life.estate,
             "{name: e, at: 0s, region_loss: {region: primary, connections: errors}}");
    estate_run(&life.estate, BS_AT_SECONDS(60));
    assert_int_equal(estate_call(&life.estate, &describe_orders)->error, BS_CALL_ERROR_UNAVAILABLE);
    add_well(&life.estate,
             "{name: r, at: 0s, region_loss: {region: primary, connections: refused}}");
    assert_int_equal(estate_call(&life.estate, &describe_orders)->error, BS_CALL_ERROR_REFUSED);
    add_well(&life.estate, "{name: h, at: 0s, region_loss: primary}");
    estate_send(&life.estate, &describe_orders);
    estate_run(&life.estate, BS_AT_SECONDS(300));
    assert_false(life.estate.is_answered);
    assert_int_equal(bs_world_end_faults(life.estate.world, NULL), 3);
    assert_int_equal(estate_call(&life.estate, &describe_orders)->outcome, BS_OUTCOME_OK);
    close_life(&life);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_added_fault_is_as_one_written_in_the_scenario),
        cmocka_unit_test(a_fault_ended_early_is_as_one_that_was_that_short),
        cmocka_unit_test(faults_are_listed_with_how_far_they_have_come),
        cmocka_unit_test(a_name_may_be_used_again),
        cmocka_unit_test(all_are_added_or_none),
        cmocka_unit_test(their_number_is_bounded),
        cmocka_unit_test(added_latency_comes_after_the_effect),
        cmocka_unit_test(the_worst_manner_of_loss_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
