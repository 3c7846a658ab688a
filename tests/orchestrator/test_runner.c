/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* The runner's order: durable before done; a journal that fails stops it; each call has one ANSWER record. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/plan/plan_load.h"
#include "orchestrator/runner/entry.h"
#include "orchestrator/runner/journal_memory.h"
#include "orchestrator/runner/runner.h"
#include "tests/orchestrator/fixture_bindings.h"
#include "tests/orchestrator/fixture_world.h"

enum { ANSWERS_MAX = 64, JOURNAL_BYTES_MAX = 4 * 1024 * 1024 };

struct coming {
    uint64_t call;
    struct bs_instant at;
    struct bs_call_answer answer;
};

/* The place the runner runs in, with eyes on the order of things. */
struct place {
    struct bs_loaded_plan *loaded;
    struct bs_history *history;
    uint64_t records;
    struct bs_runner *runner;
    struct bs_journal_memory *memory;
    struct bs_journal_port inner;
    struct fixture_world world;
    struct coming coming[ANSWERS_MAX];
    uint32_t coming_count;
    struct bs_instant now;
    struct bs_instant timer;
    uint32_t appends;
    uint32_t appends_max; /* The journal fails from then on. */
    uint32_t sends;
    uint32_t sends_appended; /* SEND entries that are durable. */
};

static enum bs_status place_append(void *self, const void *bytes, size_t length)
{
    struct place *place = self;

    if (place->appends == place->appends_max) {
        return BS_ERR_IO;
    }
    place->appends++;
    place->sends_appended += ((const unsigned char *)bytes)[0] == BS_ENTRY_SEND ? 1 : 0;
    return place->inner.append(place->inner.self, bytes, length);
}

static void place_send(void *self, uint64_t call, const struct bs_call_request *request,
                       struct bs_instant deadline)
{
    struct place *place = self;
    struct coming *coming = &place->coming[place->coming_count];

    assert_true(deadline.ns > place->now.ns);
    place->sends++;
    assert_int_equal(call, place->sends);
    assert_int_equal(place->sends, place->sends_appended);
    assert_true(place->coming_count < ANSWERS_MAX);
    if (fixture_world_answer(&place->world, place->now, request, &coming->answer, &coming->at)) {
        coming->call = call;
        place->coming_count++;
    }
}

static void place_set(void *self, struct bs_instant at)
{
    struct place *place = self;

    assert_true(at.ns > place->now.ns);
    place->timer = at;
}

static struct place *place_new(const struct fixture_rule *rules, uint32_t rule_count)
{
    struct place *place = calloc(1, sizeof(*place));
    struct bs_error error = {0};
    struct bs_runner_options options = {.seed_high = 3, .seed_low = 4};

    assert_non_null(place);
    assert_int_equal(bs_plan_load(BS_SOURCE_DIR "/tests/orchestrator/plans/story.yaml",
                                  fixture_bindings(), &place->loaded, &error),
                     BS_OK);
    place->history = bs_history_new(16 * 1024 * 1024);
    place->memory = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    assert_non_null(place->history);
    assert_non_null(place->memory);
    place->inner = bs_journal_memory_port(place->memory);
    place->world = fixture_world(rules, rule_count);
    place->world.lost_at = BS_AT_SECONDS(60);
    place->timer = BS_INSTANT_NEVER;
    place->appends_max = UINT32_MAX;
    options.plan = bs_loaded_plan_get(place->loaded);
    options.history = place->history;
    options.records = &place->records;
    options.identity = "story";
    options.orchestrator = 1;
    options.journal = (struct bs_journal_port){.self = place, .append = place_append};
    options.calls = (struct bs_calls_port){place, place_send};
    options.timer = (struct bs_timer_port){place, place_set};
    place->runner = bs_runner_new(&options);
    assert_non_null(place->runner);
    return place;
}

static void place_destroy(struct place *place)
{
    bs_runner_destroy(place->runner);
    bs_journal_memory_destroy(place->memory);
    bs_history_destroy(place->history);
    bs_loaded_plan_destroy(place->loaded);
    free(place);
}

static void run_until(struct place *place, int64_t until_s)
{
    bs_runner_start(place->runner, place->now);
    for (;;) {
        uint32_t next = place->coming_count;
        struct bs_instant at = place->timer;

        for (uint32_t i = 0; i < place->coming_count; i++) {
            if (place->coming[i].at.ns < at.ns) {
                at = place->coming[i].at;
                next = i;
            }
        }
        if (at.ns > until_s * BS_NS_PER_S) {
            return;
        }
        place->now = at;
        if (next < place->coming_count) {
            struct coming coming = place->coming[next];

            place->coming[next] = place->coming[--place->coming_count];
            bs_runner_answer(place->runner, at, coming.call, &coming.answer);
        } else {
            place->timer = BS_INSTANT_NEVER;
            bs_runner_timer(place->runner, at);
        }
    }
}

static const struct bs_record *last_of(const struct place *place, enum bs_record_kind kind)
{
    const struct bs_record *last = NULL;

    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        last = record->kind == kind ? record : last;
    }
    return last;
}

static void test_nothing_is_sent_before_it_is_durable(void **state)
{
    struct place *place = place_new(NULL, 0);

    (void)state;
    run_until(place, 300); /* place_send() asserts it for every call. */
    assert_true(place->sends > 50);
    assert_string_equal(bs_record_text(last_of(place, BS_RECORD_EXECUTION), "state"), "completed");
    assert_int_equal(bs_runner_status(place->runner), BS_OK);
    place_destroy(place);
}

static void test_every_call_has_one_answer_record(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_LATE},
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .from_s = 100,
         .until_s = 200,
         .manner = FIXTURE_SILENT},
        {.operation = BS_OPERATION_SNS_PUBLISH,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_ERROR,
         .error = BS_CALL_ERROR_THROTTLED,
         .code = "Throttled"},
    };
    struct place *place = place_new(rules, 3);
    unsigned char *answers;
    uint32_t infos = 0;
    uint32_t errors = 0;

    (void)state;
    run_until(place, 309);
    answers = calloc(place->sends + 1, 1);
    assert_non_null(answers);
    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        if (record->kind == BS_RECORD_ANSWER) {
            answers[bs_record_number(record, "call")]++;
            infos += strcmp(bs_record_text(record, "outcome"), "info") == 0 ? 1 : 0;
            if (strcmp(bs_record_text(record, "outcome"), "error") == 0) {
                assert_string_equal(bs_record_text(record, "code"), "Throttled");
                errors++;
            }
        }
    }
    for (uint32_t call = 1; call <= place->sends; call++) {
        assert_int_equal(answers[call], 1);
    }
    assert_int_equal(infos, 1 + 10);
    assert_int_equal(errors, 1);
    free(answers);
    place_destroy(place);
}

static void test_call_records_name_step_and_operation(void **state)
{
    struct place *place = place_new(NULL, 0);
    bool have_seen_watching = false;
    bool have_seen_promotion = false;

    (void)state;
    run_until(place, 150);
    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        if (record->kind != BS_RECORD_CALL) {
            continue;
        }
        have_seen_watching = have_seen_watching || bs_record_text(record, "step") == NULL;
        if (strcmp(bs_record_text(record, "operation"), "rds:PromoteReadReplica") == 0) {
            have_seen_promotion = true;
            assert_string_equal(bs_record_text(record, "step"), "promote");
            assert_string_equal(bs_record_text(record, "region"), "us-west-2");
            assert_string_equal(bs_record_text(record, "resource"), "orders-dr");
            assert_int_equal(bs_record_number(record, "deadline_ns"),
                             record->at.ns + BS_CALL_DEADLINE.ns);
        }
    }
    assert_true(have_seen_watching && have_seen_promotion);
    place_destroy(place);
}

static void check_stops_safely(uint32_t appends_max)
{
    struct place *place = place_new(NULL, 0);
    const struct bs_record *last;
    uint32_t sends;

    place->appends_max = appends_max;
    run_until(place, 300);
    assert_int_equal(bs_runner_status(place->runner), BS_ERR_IO);
    assert_int_equal(place->sends, place->sends_appended);
    assert_int_equal(place->timer.ns, BS_INSTANT_NEVER.ns);
    last = bs_history_get(place->history, bs_history_count(place->history) - 1);
    assert_int_equal(last->kind, BS_RECORD_ORCHESTRATOR);
    assert_string_equal(bs_record_text(last, "state"), "stopped");
    assert_string_equal(bs_record_text(last, "reason"), "journal append failed");

    /* Whatever comes now finds it stopped, with nothing more to say. */
    sends = place->sends;
    bs_runner_timer(place->runner, BS_AT_SECONDS(400));
    assert_int_equal(place->sends, sends);
    assert_ptr_equal(bs_history_get(place->history, bs_history_count(place->history) - 1), last);
    place_destroy(place);
}

static void test_failed_journal_stops_it_safely_at_any_point(void **state)
{
    struct place *place = place_new(NULL, 0);
    uint32_t appends;

    (void)state;
    run_until(place, 300);
    appends = place->appends;
    place_destroy(place);
    assert_true(appends > 200);
    for (uint32_t i = 0; i < appends; i += 1 + appends / 150) {
        check_stops_safely(i);
    }
}

static void test_journal_holds_inputs_and_effects_in_order(void **state)
{
    struct place *place = place_new(NULL, 0);
    const unsigned char *bytes;
    size_t length;
    size_t offset = 0;
    size_t count = 0;
    int64_t last_ns = 0;
    int64_t at_ns;

    (void)state;
    run_until(place, 300);
    while (bs_journal_memory_read(place->memory, &offset, &bytes, &length) == BS_OK) {
        memcpy(&at_ns, bytes + 1, sizeof(at_ns));
        assert_true(at_ns >= last_ns);
        last_ns = at_ns;
        assert_int_equal(bytes[0] == BS_ENTRY_HEADER, count == 0);
        assert_true(count != 1 || bytes[0] == BS_ENTRY_INPUT);
        count++;
    }
    assert_int_equal(count, place->appends);
    assert_int_equal(count, bs_journal_memory_count(place->memory));
    place_destroy(place);
}

static void test_journal_memory_finds_torn_entries_and_its_bound(void **state)
{
    struct bs_journal_memory *memory = bs_journal_memory_new(64);
    struct bs_journal_port port = bs_journal_memory_port(memory);
    const unsigned char *bytes = NULL;
    size_t length = 0;
    size_t offset = 0;

    (void)state;
    assert_int_equal(port.append(port.self, "one entry", 9), BS_OK);
    assert_int_equal(port.append(port.self, "", 0), BS_OK);
    assert_int_equal(port.append(port.self, "01234567890123456789012345678901234567890123", 44),
                     BS_ERR_LIMIT);
    assert_int_equal(bs_journal_memory_read(memory, &offset, &bytes, &length), BS_OK);
    assert_int_equal(length, 9);
    assert_memory_equal(bytes, "one entry", 9);
    ((unsigned char *)(uintptr_t)bytes)[-4] = 200; /* Of its length. */
    offset = 0;
    assert_int_equal(port.read(port.self, &offset, &bytes, &length, NULL), BS_ERR_IO);
    bs_journal_memory_reset(memory);
    assert_int_equal(port.read(port.self, &offset, &bytes, &length, NULL), BS_ERR_LIMIT);
    bs_journal_memory_destroy(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_sent_before_it_is_durable),
        cmocka_unit_test(test_every_call_has_one_answer_record),
        cmocka_unit_test(test_call_records_name_step_and_operation),
        cmocka_unit_test(test_failed_journal_stops_it_safely_at_any_point),
        cmocka_unit_test(test_journal_holds_inputs_and_effects_in_order),
        cmocka_unit_test(test_journal_memory_finds_torn_entries_and_its_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
