/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Changes of a record by shares and of its TTL: who gets which answer, and until when. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define RECORD      "app.example.com"
#define RECORD_TEXT RECORD ": {to: lb, ttl: 300s, propagation: 20s}"
#define ALIAS_TEXT  RECORD ": {alias: lb, propagation: 20s}"
#define HONOUR      "{honour: 100%}"
#define EVERY_MIX   "{honour: 25%, extend: 25%, floor: 25%, stuck: 25%}"
#define ESTATE                                                                            \
    "blackstart: scenario/1\nname: shared\nduration: 6h\n"                                \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}, "                  \
    "eu-west-1: {role: third}}\n"                                                         \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 4}, "                   \
    "lb: {kind: alb, region: primary, targets: app}, "                                    \
    "app-dr: {kind: ecs_service, region: standby, tasks: 4}, "                            \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "                              \
    "app-eu: {kind: ecs_service, region: third, tasks: 4}, "                              \
    "lb-eu: {kind: alb, region: third, targets: app-eu}}\n"                               \
    "dns: {%s}\n"                                                                         \
    "resolvers: {public: {count: %d, mix: %s, stuck: {uniform: {low: 10m, high: 3h}}}}\n" \
    "clients: {shoppers: {resolvers: public, reads: %s, keep_alive: 60s}}\n"              \
    "faults:\n"                                                                           \
    "  - {name: gray, at: 9m, for: 3m, errors: {of: lb, share: 40%%}}\n"                  \
    "  - {name: lost, at: 20m, for: 90s, region_loss: {region: standby}}\n"

enum { TEXT_MAX = 4096, RESOLVERS = 1000, FEW = 80, SEEDS = 10 };

static struct bs_scenario *scenario_with(const char *record, int count, const char *mix,
                                         const char *reads)
{
    char text[TEXT_MAX];
    const int length = snprintf(text, sizeof(text), ESTATE, record, count, mix, reads);

    assert_true(length > 0 && length < TEXT_MAX);
    return estate_scenario(text);
}

static struct bs_call_request weight_request(const char *target, int64_t percent)
{
    return (struct bs_call_request){
        .operation = BS_OPERATION_ROUTE53_CHANGE_RECORD,
        .region = "global",
        .resource = RECORD,
        .target = target,
        .count = percent,
    };
}

static struct bs_call_request ttl_request(int64_t seconds)
{
    return (struct bs_call_request){
        .operation = BS_OPERATION_ROUTE53_CHANGE_TTL,
        .region = "global",
        .resource = RECORD,
        .span = BS_SECONDS(seconds),
    };
}

static int64_t now_s(const struct estate *estate)
{
    return bs_simulation_now(estate->simulation).ns / BS_NS_PER_S;
}

/* Gives a target its share and waits until every answer and connection follows. */
static void give(struct estate *estate, const char *target, int64_t percent)
{
    const struct bs_call_request request = weight_request(target, percent);

    assert_int_equal(estate_call(estate, &request)->outcome, BS_OUTCOME_OK);
    estate_run(estate, BS_AT_SECONDS(now_s(estate) + 400));
}

static int32_t answer_of(const struct estate *estate, size_t resolver)
{
    return estate->world->clients.groups[0].resolvers[resolver].answer;
}

static void note_answers(const struct estate *estate, int32_t answers[RESOLVERS])
{
    for (size_t i = 0; i < RESOLVERS; i++) {
        answers[i] = answer_of(estate, i);
        assert_int_equal(answers[i], estate->world->clients.groups[0].resolvers[i].connected);
    }
}

static int64_t count_at(const struct estate *estate, const char *balancer)
{
    const int32_t index = bs_scenario_resource(estate->scenario, balancer);
    int64_t count = 0;

    for (size_t i = 0; i < RESOLVERS; i++) {
        count += answer_of(estate, i) == index ? 1 : 0;
    }
    return count;
}

/* Five standard deviations of a binomial, in thousandths of the whole. */
static void assert_share(int64_t found, int64_t of, int64_t per_mille, const char *what)
{
    const int64_t off = 1000 * found - of * per_mille;

    if (off * off > 25 * of * per_mille * (1000 - per_mille)) {
        fail_msg("%s: %" PRId64 " of %" PRId64 ", not %" PRId64 " in a thousand", what, found, of,
                 per_mille);
    }
}

/* ---- Shares ---- */

static const int64_t steps[] = {1, 10, 30, 50, 90, 99, 100};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

static void shares_are_as_asked_for(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, RESOLVERS, HONOUR, "0/s");

    (void)state;
    for (size_t step = 0; step < STEPS; step++) {
        int64_t moved = 0;

        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct estate estate;
            int64_t count;

            estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
            give(&estate, "lb-dr", steps[step]);
            count = count_at(&estate, "lb-dr");
            assert_share(count, RESOLVERS, 10 * steps[step], "one run");
            assert_int_equal(count_at(&estate, "lb"), RESOLVERS - count);
            moved += count;
            estate_close(&estate);
        }
        assert_share(moved, (int64_t)RESOLVERS * SEEDS, 10 * steps[step], "all runs");
    }
    bs_scenario_destroy(scenario);
}

static void assert_moves(const int32_t before[RESOLVERS], const int32_t after[RESOLVERS],
                         int32_t to)
{
    for (size_t i = 0; i < RESOLVERS; i++) {
        if (after[i] != before[i] && after[i] != to) {
            fail_msg("resolver %zu went from %d to %d", i, (int)before[i], (int)after[i]);
        }
    }
}

static void more_for_a_target_only_moves_resolvers_towards_it(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, RESOLVERS, HONOUR, "0/s");
    const int32_t standby = bs_scenario_resource(scenario, "lb-dr");
    const int32_t primary = bs_scenario_resource(scenario, "lb");

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        static int32_t answers[2][RESOLVERS];
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
        note_answers(&estate, answers[1]);
        for (size_t step = 0; step < STEPS; step++) {
            struct estate at_once;

            give(&estate, "lb-dr", steps[step]);
            note_answers(&estate, answers[step % 2]);
            assert_moves(answers[(step + 1) % 2], answers[step % 2], standby);
            /* Step by step or at once: the same resolvers. */
            estate_open(&at_once, scenario, (struct bs_stream_root){seed, 0});
            give(&at_once, "lb-dr", steps[step]);
            for (size_t i = 0; i < RESOLVERS; i++) {
                assert_int_equal(answer_of(&at_once, i), answers[step % 2][i]);
            }
            estate_close(&at_once);
        }
        assert_int_equal(count_at(&estate, "lb-dr"), RESOLVERS);
        /* And back: first the new one by a little, then to where all were. */
        give(&estate, "lb", 40);
        note_answers(&estate, answers[0]);
        assert_share(count_at(&estate, "lb"), RESOLVERS, 400, "back");
        give(&estate, "lb-dr", 20);
        note_answers(&estate, answers[1]);
        assert_moves(answers[0], answers[1], primary);
        assert_share(count_at(&estate, "lb"), RESOLVERS, 800, "further back");
        give(&estate, "lb", 100);
        assert_int_equal(count_at(&estate, "lb"), RESOLVERS);
        estate_close(&estate);
    }
    bs_scenario_destroy(scenario);
}

/* The percentages in the DNS records of one change in one state. */
static void assert_percents(const struct estate *estate, const char *words, int64_t change,
                            const char *expected)
{
    char found[TEXT_MAX] = "";

    for (size_t i = 0; i < bs_history_count(estate->history); i++) {
        const struct bs_record *record = bs_history_get(estate->history, i);
        const size_t used = strlen(found);

        if (record->kind == BS_RECORD_DNS && bs_record_number(record, "change") == change &&
            strcmp(bs_record_text(record, "state"), words) == 0) {
            (void)snprintf(found + used, sizeof(found) - used, "%s%s %" PRId64,
                           used > 0 ? ", " : "", bs_record_text(record, "target"),
                           bs_record_number(record, "percent"));
        }
    }
    assert_string_equal(found, expected);
}

static void the_others_keep_their_proportions(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, RESOLVERS, HONOUR, "0/s");
    const int32_t third = bs_scenario_resource(scenario, "lb-eu");

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        static int32_t answers[2][RESOLVERS];
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
        give(&estate, "lb-dr", 25);
        note_answers(&estate, answers[0]);
        give(&estate, "lb-eu", 20);
        note_answers(&estate, answers[1]);
        assert_moves(answers[0], answers[1], third);
        assert_share(count_at(&estate, "lb-eu"), RESOLVERS, 200, "the third");
        assert_share(count_at(&estate, "lb-dr"), RESOLVERS, 200, "a quarter of the rest");
        assert_share(count_at(&estate, "lb"), RESOLVERS, 600, "three quarters of the rest");
        give(&estate, "lb-dr", 60);
        assert_share(count_at(&estate, "lb-eu"), RESOLVERS, 100, "one part of the rest");
        assert_share(count_at(&estate, "lb-dr"), RESOLVERS, 600, "one in the middle");
        assert_share(count_at(&estate, "lb"), RESOLVERS, 300, "three parts of the rest");
        assert_percents(&estate, "insync", 0, "lb 100");
        assert_percents(&estate, "pending", 1, "lb-dr 25, lb 75");
        assert_percents(&estate, "insync", 2, "lb-eu 20, lb-dr 20, lb 60");
        assert_percents(&estate, "pending", 3, "lb-eu 10, lb-dr 60, lb 30");
        give(&estate, "lb-eu", 99);
        assert_percents(&estate, "insync", 4, "lb-eu 99, lb-dr 1, lb 1"); /* 0.67 and 0.33 */
        give(&estate, "lb-eu", 100);
        assert_percents(&estate, "insync", 5, "lb-eu 100");
        /* What has all answers cannot leave a part of them to nobody. */
        give(&estate, "lb-eu", 50);
        assert_percents(&estate, "insync", 6, "lb-eu 100");
        assert_int_equal(count_at(&estate, "lb-eu"), RESOLVERS);
        estate_close(&estate);
    }
    bs_scenario_destroy(scenario);
}

static void no_share_at_all_is_all(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, RESOLVERS, EVERY_MIX, "5/s");
    char sha256[2][65];

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
        give(&estate, "lb-dr", i == 0 ? 0 : 100);
        bs_history_sha256(estate.history, sha256[i]);
        estate_close(&estate);
    }
    assert_string_equal(sha256[0], sha256[1]);
    bs_scenario_destroy(scenario);
}

static void canaries_draw_too(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, FEW, HONOUR, "0/s");
    int64_t moved = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        const struct bs_call_request request = weight_request("lb-dr", 50);
        struct estate estate;

        estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
        assert_int_equal(estate_call(&estate, &request)->outcome, BS_OUTCOME_OK);
        estate_run(&estate, BS_AT_SECONDS(400));
        moved +=
            bs_clients_canary(estate.world, 0) == bs_scenario_resource(scenario, "lb-dr") ? 1 : 0;
        estate_close(&estate);
    }
    assert_share(moved, 200, 500, "canaries");
    bs_scenario_destroy(scenario);
}

/* First attempts that went where no answer led any more, of those that began in [from, to). */
static int64_t stale_between(const struct estate *estate, int64_t from, int64_t to)
{
    int64_t stale = 0;

    for (size_t i = 0; i < estate->world->clients.cohort_count; i++) {
        for (int64_t second = from; second < to; second++) {
            stale += estate->world->clients.cohorts[i].bins[second].stale;
        }
    }
    return stale;
}

static void nobody_is_stale_while_both_are_named(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, RESOLVERS, EVERY_MIX, "20/s");
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    give(&estate, "lb-dr", 10);
    give(&estate, "lb-dr", 90);
    bs_clients_settle(estate.world);
    assert_int_equal(stale_between(&estate, 0, now_s(&estate)), 0);
    give(&estate, "lb-dr", 100);
    bs_clients_settle(estate.world);
    assert_true(stale_between(&estate, 800, now_s(&estate)) > 0);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- Refusals ---- */

static void expect_refusal(struct estate *estate, struct bs_call_request request,
                           enum bs_call_error error, const char *code)
{
    const struct bs_call_answer *answer = estate_call(estate, &request);

    assert_int_equal(answer->outcome, BS_OUTCOME_ERROR);
    assert_int_equal(answer->error, error);
    assert_string_equal(answer->code, code);
}

static void what_cannot_be_is_refused_without_effect(void **state)
{
    struct bs_scenario *scenario = scenario_with(ALIAS_TEXT, FEW, HONOUR, "0/s");
    struct bs_call_request elsewhere = ttl_request(60);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    for (int64_t percent = -1; percent <= 101; percent += 102) {
        expect_refusal(&estate, weight_request("lb-dr", percent), BS_CALL_ERROR_OTHER,
                       "InvalidChangeBatch");
    }
    expect_refusal(&estate, weight_request("app-dr", 10), BS_CALL_ERROR_OTHER,
                   "InvalidChangeBatch");
    expect_refusal(&estate, weight_request(NULL, 10), BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
    /* An alias has its target's TTL. */
    expect_refusal(&estate, ttl_request(30), BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
    elsewhere.resource = "other.example.com";
    expect_refusal(&estate, elsewhere, BS_CALL_ERROR_NOT_FOUND, "NoSuchHostedZone");
    assert_int_equal(estate.world->route53.records[0].change_count, 1);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
    scenario = scenario_with(RECORD_TEXT, FEW, HONOUR, "0/s");
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    expect_refusal(&estate, ttl_request(0), BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
    expect_refusal(&estate, ttl_request(8 * 86400), BS_CALL_ERROR_OTHER, "InvalidChangeBatch");
    assert_int_equal(estate.world->route53.records[0].change_count, 1);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

/* ---- The TTL ---- */

static void a_ttl_changes_as_a_record_does(void **state)
{
    struct bs_scenario *scenario = scenario_with(RECORD_TEXT, FEW, HONOUR, "0/s");
    const struct bs_call_request request = ttl_request(60);
    struct bs_call_request look = {.operation = BS_OPERATION_ROUTE53_GET_CHANGE,
                                   .region = "global"};
    struct estate estate;

    (void)state;
    look.resource = RECORD;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(estate_call(&estate, &request)->outcome, BS_OUTCOME_OK);
    assert_int_equal(estate.answer.state, BS_STATE_PENDING);
    look.count = estate.answer.change;
    assert_int_equal(estate_call(&estate, &look)->state, BS_STATE_PENDING);
    estate_run(&estate, BS_AT_SECONDS(30));
    assert_int_equal(estate_call(&estate, &look)->state, BS_STATE_INSYNC);
    for (size_t i = 0, dns = 0; i < bs_history_count(estate.history); i++) {
        dns += bs_history_get(estate.history, i)->kind == BS_RECORD_DNS ? 1 : 0;
        assert_true(dns <= 1); /* Nothing points elsewhere. */
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

struct moves {
    int64_t longest_ns; /* From the change to the last resolver's new answer. */
    int64_t late;       /* Resolvers that took longer than propagation and the new TTL. */
};

/* Changes the TTL at 100 s if asked to, points the record elsewhere `ahead_s` later, and watches. */
static void find_moves(const char *record, int64_t ttl_s, int64_t ahead_s, uint64_t seed,
                       struct moves *moves)
{
    struct bs_scenario *scenario = scenario_with(record, FEW, HONOUR, "0/s");
    const int32_t standby = bs_scenario_resource(scenario, "lb-dr");
    const struct bs_call_request ttl = ttl_request(ttl_s);
    const struct bs_call_request change = weight_request("lb-dr", 100);
    bool has_moved[FEW] = {false};
    struct estate estate;

    *moves = (struct moves){0};
    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    estate_run(&estate, BS_AT_SECONDS(100));
    if (ttl_s > 0) {
        assert_int_equal(estate_call(&estate, &ttl)->outcome, BS_OUTCOME_OK);
    }
    estate_run(&estate, BS_AT_SECONDS(100 + ahead_s));
    estate_send(&estate, &change);
    while (bs_simulation_next_at(estate.simulation).ns <= scenario->duration.ns &&
           bs_simulation_step(estate.simulation)) {
        for (size_t i = 0; i < FEW; i++) {
            if (!has_moved[i] && answer_of(&estate, i) == standby) {
                moves->longest_ns = bs_simulation_now(estate.simulation).ns;
                moves->late += now_s(&estate) > 100 + ahead_s + 81 ? 1 : 0;
                has_moved[i] = true;
            }
        }
    }
    moves->longest_ns -= estate.world->route53.records[0].changes[ttl_s > 0 ? 2 : 1].at.ns;
    for (size_t i = 0; i < FEW; i++) {
        assert_true(has_moved[i]);
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void a_ttl_must_be_lowered_well_ahead(void **state)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct moves plain;
        struct moves ahead;
        struct moves late;
        struct moves raised;

        (void)state;
        find_moves(RECORD_TEXT, 0, 3600, seed, &plain);
        find_moves(RECORD_TEXT, 60, 3600, seed, &ahead);
        find_moves(RECORD_TEXT, 60, 10, seed, &late);
        find_moves(RECORD ": {to: lb, ttl: 60s, propagation: 20s}", 300, 3600, seed, &raised);
        assert_true(plain.late > FEW / 3);
        assert_int_equal(ahead.late, 0);
        assert_true(ahead.longest_ns <= 80 * BS_NS_PER_S + 1);
        assert_true(ahead.longest_ns > 50 * BS_NS_PER_S); /* Of 80 resolvers' 0 to 60 s. */
        assert_true(late.late > FEW / 3);
        assert_true(late.longest_ns > 200 * BS_NS_PER_S);
        assert_true(late.longest_ns <= 320 * BS_NS_PER_S + 1);
        assert_true(raised.late > FEW / 3);
        assert_true(raised.longest_ns <= 320 * BS_NS_PER_S + 1);
    }
}

/* ---- Skipping ---- */

enum { ACTIONS = 14, CASES = 24 };

/* Calls at drawn instants: shares, TTLs, and a request of a canary's now and then. */
static void act(struct estate *estate, uint64_t number, char statuses[ACTIONS + 1])
{
    static const char *const targets[] = {"lb", "lb-dr", "lb-eu"};
    struct bs_stream stream =
        bs_stream_open((struct bs_stream_root){.seed = number}, "actions", "draw");
    int64_t at_s = 0;

    for (uint64_t i = 0; i < ACTIONS; i++) {
        const uint64_t bits = bs_stream_at(&stream, i);
        struct bs_call_request request =
            weight_request(targets[bs_bits_below(bs_bits_derive(bits, 0), 3)],
                           1 + (int64_t)bs_bits_below(bs_bits_derive(bits, 1), 100));

        if (bs_bits_below(bs_bits_derive(bits, 2), 3) == 0) {
            request = ttl_request(1 + (int64_t)bs_bits_below(bs_bits_derive(bits, 3), 400));
        } else if (bs_bits_below(bs_bits_derive(bits, 2), 3) == 1 && i % 2 == 1) {
            request = (struct bs_call_request){.operation = BS_OPERATION_HTTP_REQUEST,
                                               .region = "us-west-2",
                                               .resource = RECORD,
                                               .check = BS_HTTP_READ};
        }
        at_s += (int64_t)bs_bits_below(bs_bits_derive(bits, 4), 240);
        estate_run(estate, BS_AT_SECONDS(at_s));
        estate_send(estate, &request);
        estate_run(estate, BS_AT_SECONDS(at_s + 1));
        statuses[i] = '-';
        if (estate->is_answered) {
            statuses[i] = (char)('0' + estate->answer.http_status / 100);
        }
        at_s++;
    }
    statuses[ACTIONS] = '\0';
    estate_run(estate, (struct bs_instant){estate->scenario->duration.ns});
    bs_world_finish(estate->world);
}

static void skipping_is_exact(void **state)
{
    static const char *const mixes[] = {HONOUR, EVERY_MIX, "default"};

    (void)state;
    for (uint64_t number = 1; number <= CASES; number++) {
        struct bs_scenario *scenario =
            scenario_with(RECORD_TEXT, number % 2 == 0 ? 1 : FEW, mixes[number % 3], "11.3/s");
        char sha256[2][65];
        char statuses[2][ACTIONS + 1];

        scenario->duration = BS_SECONDS(3000);
        for (size_t i = 0; i < 2; i++) {
            struct estate estate;

            if (i == 0) {
                estate_open(&estate, scenario, (struct bs_stream_root){number, 0});
            } else {
                estate_open_detailed(&estate, scenario, (struct bs_stream_root){number, 0},
                                     BS_DETAIL_EVERY_EVENT);
            }
            act(&estate, number, statuses[i]);
            bs_history_sha256(estate.history, sha256[i]);
            estate_close(&estate);
        }
        if (strcmp(sha256[0], sha256[1]) != 0 || strcmp(statuses[0], statuses[1]) != 0) {
            fail_msg("case %" PRIu64 ": %s and %s, canaries %s and %s", number, sha256[0],
                     sha256[1], statuses[0], statuses[1]);
        }
        bs_scenario_destroy(scenario);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_as_asked_for),
        cmocka_unit_test(more_for_a_target_only_moves_resolvers_towards_it),
        cmocka_unit_test(the_others_keep_their_proportions),
        cmocka_unit_test(no_share_at_all_is_all),
        cmocka_unit_test(canaries_draw_too),
        cmocka_unit_test(nobody_is_stale_while_both_are_named),
        cmocka_unit_test(what_cannot_be_is_refused_without_effect),
        cmocka_unit_test(a_ttl_changes_as_a_record_does),
        cmocka_unit_test(a_ttl_must_be_lowered_well_ahead),
        cmocka_unit_test(skipping_is_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
