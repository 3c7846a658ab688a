/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* A runner that dies anywhere goes on from its journal; a journal that is not its own is refused. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "orchestrator/core/core_state.h"
#include "orchestrator/plan/plan_load.h"
#include "orchestrator/runner/entry.h"
#include "orchestrator/runner/journal_memory.h"
#include "orchestrator/runner/runner.h"
#include "orchestrator/runner/seal.h"
#include "tests/orchestrator/fixture_bindings.h"
#include "tests/orchestrator/fixture_world.h"

#define PLANS BS_SOURCE_DIR "/tests/orchestrator/plans/"
#define STORY PLANS "story.yaml"

enum {
    ANSWERS_MAX = 64,
    CALLS_MAX = 4096,
    JOURNAL_BYTES_MAX = 4 * 1024 * 1024,
    END_S = 500,
    DOWNTIME_S = 20,
    LATER_S = END_S + 3 * DOWNTIME_S, /* Behind everything that a run has in its journal. */
    SAMPLES = 60,
    ORDER_S = 300,
    LEASE_STRIDE = 3,
};

struct coming {
    uint64_t call;
    struct bs_instant at;
    struct bs_call_answer answer;
};

/* The place the runner lives and dies in. The journal, the history and the world outlive it. */
struct place {
    struct bs_loaded_plan *loaded;
    struct bs_history *history;
    uint64_t records;
    struct bs_journal_memory *memory;
    struct bs_journal_port inner;
    struct bs_runner_options options;
    struct bs_runner *runner; /* NULL while it is dead. */
    bool is_started;
    struct fixture_world world;
    struct coming coming[ANSWERS_MAX];
    uint32_t coming_count;
    struct bs_instant now;
    struct bs_instant timer;
    struct bs_instant restart_at;
    jmp_buf alive;
    uint32_t points;    /* Passed so far: each append has two, each send one. */
    uint32_t die_at;    /* 0: never. */
    uint32_t die_after; /* So many points after the first death once more; 0: not. */
    uint32_t deaths;
    uint64_t last_call;
    uint32_t appends;
    uint32_t sends;
    uint32_t sets;
};

static void pass_point(struct place *place)
{
    if (++place->points == place->die_at) {
        longjmp(place->alive, 1);
    }
}

static enum bs_status place_append(void *self, const void *bytes, size_t length)
{
    struct place *place = self;
    enum bs_status status;

    pass_point(place);
    place->appends++;
    status = place->inner.append(place->inner.self, bytes, length);
    pass_point(place);
    return status;
}

static enum bs_status place_read(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    struct place *place = self;

    return place->inner.read(place->inner.self, offset, bytes, length, error);
}

/* Nothing is changed in the world but while the world itself knows whose turn it is. */
static void check_lease(const struct place *place, const struct bs_call_request *request,
                        struct bs_instant deadline)
{
    const struct bs_lease *lease = place->options.plan->lease;

    if (lease != NULL && request->operation != BS_OPERATION_DYNAMODB_TAKE_LEASE &&
        request->operation != BS_OPERATION_PEOPLE_ASK &&
        bs_operation_info(request->operation)->effect != BS_EFFECT_READS) {
        assert_int_equal(place->world.lease.holder, 1);
        assert_true(deadline.ns + lease->skew.ns <= place->world.lease.until.ns);
    }
}

static void place_send(void *self, uint64_t call, const struct bs_call_request *request,
                       struct bs_instant deadline)
{
    struct place *place = self;
    struct coming *coming = &place->coming[place->coming_count];

    assert_true(deadline.ns > place->now.ns); /* After a resumption, too. */
    assert_true(call > place->last_call);     /* None is sent twice. */
    assert_true(place->coming_count < ANSWERS_MAX);
    check_lease(place, request, deadline);
    place->last_call = call;
    place->sends++;
    if (fixture_world_answer(&place->world, place->now, request, &coming->answer, &coming->at)) {
        coming->call = call;
        place->coming_count++;
    }
    pass_point(place);
}

static void place_set(void *self, struct bs_instant at)
{
    struct place *place = self;

    assert_true(at.ns > place->now.ns);
    place->timer = at;
    place->sets++;
}

static struct place *place_new(const char *plan, const struct fixture_rule *rules,
                               uint32_t rule_count)
{
    struct place *place = calloc(1, sizeof(*place));
    struct bs_error error = {0};

    assert_non_null(place);
    assert_int_equal(bs_plan_load(plan, fixture_bindings(), &place->loaded, &error), BS_OK);
    place->history = bs_history_new(16 * 1024 * 1024);
    place->memory = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    assert_non_null(place->history);
    assert_non_null(place->memory);
    place->inner = bs_journal_memory_port(place->memory);
    place->world = fixture_world(rules, rule_count);
    place->world.lost_at = BS_AT_SECONDS(60);
    place->timer = BS_INSTANT_NEVER;
    place->options = (struct bs_runner_options){
        .plan = bs_loaded_plan_get(place->loaded),
        .history = place->history,
        .records = &place->records,
        .identity = "story",
        .orchestrator = 1,
        .seed_high = 3,
        .seed_low = 4,
        .journal = {.self = place, .append = place_append, .read = place_read},
        .calls = {place, place_send},
        .timer = {place, place_set},
    };
    return place;
}

static struct place *story_new(const struct fixture_rule *rules, uint32_t rule_count)
{
    return place_new(STORY, rules, rule_count);
}

static void place_destroy(struct place *place)
{
    bs_runner_destroy(place->runner);
    bs_journal_memory_destroy(place->memory);
    bs_history_destroy(place->history);
    bs_loaded_plan_destroy(place->loaded);
    free(place);
}

/* ---- Living and dying ---- */

static void bury(struct place *place)
{
    bs_runner_destroy(place->runner);
    place->runner = NULL;
    place->coming_count = 0;
    place->timer = BS_INSTANT_NEVER;
    place->restart_at = bs_instant_add(place->now, BS_SECONDS(DOWNTIME_S));
    place->deaths++;
    place->die_at =
        place->deaths == 1 && place->die_after > 0 ? place->points + place->die_after : 0;
}

static void begin(struct place *place)
{
    place->runner = bs_runner_new(&place->options);
    assert_non_null(place->runner);
    if (place->is_started) {
        place->now = place->restart_at;
        assert_int_equal(bs_runner_resume(place->runner, place->now, NULL), BS_OK);
        return;
    }
    place->is_started = true;
    bs_runner_start(place->runner, place->now);
}

/* The next thing that reaches a living runner; false if that is after `until`. */
static bool happen(struct place *place, struct bs_instant until)
{
    uint32_t next = place->coming_count;
    struct bs_instant at = place->timer;

    for (uint32_t i = 0; i < place->coming_count; i++) {
        if (place->coming[i].at.ns < at.ns) {
            at = place->coming[i].at;
            next = i;
        }
    }
    if (at.ns > until.ns) {
        return false;
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
    return true;
}

static void run_until(struct place *place, int64_t until_s)
{
    if (setjmp(place->alive) != 0) {
        bury(place);
    }
    do {
        if (place->runner == NULL) {
            begin(place);
        }
    } while (happen(place, BS_AT_SECONDS(until_s)));
}

/* ---- What must hold at the end ---- */

static void check_calls(const struct place *place)
{
    static unsigned char answers[CALLS_MAX];
    static struct bs_instant deadlines[CALLS_MAX];
    int64_t calls = 0;

    memset(answers, 0, sizeof(answers));
    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        if (record->kind == BS_RECORD_CALL) {
            assert_int_equal(bs_record_number(record, "call"), ++calls);
            assert_true(calls < CALLS_MAX);
            deadlines[calls].ns = bs_record_number(record, "deadline_ns");
        } else if (record->kind == BS_RECORD_ANSWER) {
            assert_in_range(bs_record_number(record, "call"), 1, calls);
            answers[bs_record_number(record, "call")]++;
        }
    }
    for (int64_t call = 1; call <= calls; call++) {
        if (answers[call] != 1 && (answers[call] != 0 || deadlines[call].ns <= place->now.ns)) {
            fail_msg("point %" PRIu32 ": call %" PRId64 " has %d answers", place->die_at, call,
                     answers[call]);
        }
    }
}

/* Between two promotions sent, the instance's state was asked for and told. */
static void check_promotions(const struct place *place)
{
    static bool is_look[CALLS_MAX];
    bool is_unknown = false;

    memset(is_look, 0, sizeof(is_look));
    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        if (record->kind == BS_RECORD_CALL) {
            const char *operation = bs_record_text(record, "operation");

            is_look[bs_record_number(record, "call")] =
                strcmp(operation, "rds:DescribeDBInstances") == 0;
            if (strcmp(operation, "rds:PromoteReadReplica") == 0) {
                assert_false(is_unknown);
                is_unknown = true;
            }
        } else if (record->kind == BS_RECORD_ANSWER && is_look[bs_record_number(record, "call")] &&
                   strcmp(bs_record_text(record, "outcome"), "ok") == 0) {
            is_unknown = false;
        }
    }
    assert_true(place->world.promotions <= 1);
}

static void check_ends_or_stands(const struct place *place)
{
    static const char *const ends[] = {"completed", "completed_with_exceptions", "rolled_back"};
    const struct bs_record *last = NULL;
    bool is_end = false;

    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        last = record->kind == BS_RECORD_EXECUTION ? record : last;
    }
    assert_non_null(last);
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        is_end = is_end || strcmp(bs_record_text(last, "state"), ends[i]) == 0;
    }
    assert_true(is_end || bs_record_text(last, "reason") != NULL);
    assert_string_not_equal(bs_record_text(last, "state"), "in_progress");
}

static bool has_latches(const struct place *place)
{
    for (uint32_t i = 0; i < place->options.plan->step_count; i++) {
        if (place->options.plan->steps[i].parameters.latch) {
            return true;
        }
    }
    return false;
}

/* Each is set once, deaths or not, and the fence stands at the end. */
static void check_latches(const struct place *place)
{
    uint32_t set = 0;

    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        const struct bs_record *record = bs_history_get(place->history, i);

        set +=
            record->kind == BS_RECORD_LATCH && strcmp(bs_record_text(record, "state"), "set") == 0
                ? 1
                : 0;
    }
    if (has_latches(place)) {
        assert_int_equal(set, 2);
        assert_int_equal(place->world.services[0].desired, 0);
    }
}

/* ---- Journals ---- */

/* Bytes of the sealed entry, in place and writable; its length lies in the 4 bytes before. */
static unsigned char *entry_of(const struct bs_journal_memory *memory, size_t index, size_t *length)
{
    const unsigned char *bytes = NULL;
    size_t offset = 0;

    for (size_t i = 0; i <= index; i++) {
        assert_int_equal(bs_journal_memory_read(memory, &offset, &bytes, length), BS_OK);
    }
    return (unsigned char *)(uintptr_t)bytes;
}

/* Appends the entries from `first` up to before `end`. */
static void copy_entries(struct bs_journal_memory *to, const struct bs_journal_memory *from,
                         size_t first, size_t end)
{
    struct bs_journal_port port = bs_journal_memory_port(to);
    const unsigned char *bytes;
    size_t offset = 0;
    size_t length;

    for (size_t i = 0; i < end; i++) {
        assert_int_equal(bs_journal_memory_read(from, &offset, &bytes, &length), BS_OK);
        if (i >= first) {
            assert_int_equal(port.append(port.self, bytes, length), BS_OK);
        }
    }
}

/* Resumes from the place's journal; if it is refused, nothing may have come of it, nor come later. */
static enum bs_status resume(struct place *place)
{
    static const struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};
    enum bs_status status;

    place->now = BS_AT_SECONDS(LATER_S);
    place->runner = bs_runner_new(&place->options);
    assert_non_null(place->runner);
    status = bs_runner_resume(place->runner, place->now, NULL);
    assert_int_equal(bs_runner_status(place->runner), status);
    if (status == BS_OK) {
        return status;
    }
    bs_runner_answer(place->runner, place->now, 1, &answer);
    bs_runner_timer(place->runner, BS_AT_SECONDS(LATER_S + 60));
    assert_int_equal(place->sends, 0);
    assert_int_equal(place->appends, 0);
    assert_int_equal(place->sets, 0);
    assert_int_equal(bs_history_count(place->history), 0);
    return status;
}

static enum bs_status resume_all_of(const struct bs_journal_memory *journal, const char *plan)
{
    struct place *place = place_new(plan, NULL, 0);
    enum bs_status status;

    copy_entries(place->memory, journal, 0, bs_journal_memory_count(journal));
    status = resume(place);
    place_destroy(place);
    return status;
}

/* ---- Death ---- */

static const struct fixture_rule trouble[] = {
    {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
     .until_s = 1000,
     .times = 1,
     .manner = FIXTURE_LOST_ANSWER},
    {.operation = BS_OPERATION_SNS_PUBLISH,
     .until_s = 1000,
     .times = 2,
     .manner = FIXTURE_ERROR,
     .error = BS_CALL_ERROR_THROTTLED,
     .code = "Throttled"},
};

/* A run to die in. */
struct tale {
    const char *plan;
    const struct fixture_rule *rules;
    uint32_t rule_count;
    const char *order; /* That an operator gives at ORDER_S; NULL: none. */
};

static struct place *tale_new(const struct tale *tale)
{
    struct place *place = place_new(tale->plan, tale->rules, tale->rule_count);

    if (tale->order != NULL) {
        fixture_world_order(&place->world, ORDER_S, tale->order);
    }
    return place;
}

/* The failover, and what was ordered: neither twice, nor forgotten. */
static void check_decisions(const struct place *place)
{
    uint32_t decisions = 0;

    for (size_t i = 0; i < bs_history_count(place->history); i++) {
        decisions += bs_history_get(place->history, i)->kind == BS_RECORD_DECISION ? 1 : 0;
    }
    assert_int_equal(decisions, 1 + place->world.order_count);
}

static void check_all(const struct place *place)
{
    check_decisions(place);
    check_calls(place);
    check_promotions(place);
    check_ends_or_stands(place);
    check_latches(place);
}

static void die(const struct tale *tale, uint32_t point, uint32_t die_after)
{
    struct place *place = tale_new(tale);

    place->die_at = point;
    place->die_after = die_after;
    run_until(place, END_S);
    assert_in_range(place->deaths, 1, die_after > 0 ? 2 : 1);
    check_all(place);
    /* With its resumptions in it, the journal replays to the same effects once more. */
    assert_int_equal(resume_all_of(place->memory, tale->plan), BS_OK);
    place_destroy(place);
}

static uint32_t count_points(const struct tale *tale)
{
    struct place *place = tale_new(tale);
    uint32_t points;

    run_until(place, END_S);
    check_all(place);
    points = place->points;
    place_destroy(place);
    assert_true(points > 500);
    return points;
}

static const struct tale story = {.plan = STORY};
static const struct tale troubled = {.plan = STORY, .rules = trouble, .rule_count = 2};

static void test_it_may_die_at_any_point(void **state)
{
    const uint32_t points = count_points(&story);

    (void)state;
    for (uint32_t point = 1; point <= points; point++) {
        die(&story, point, 0);
    }
}

static void test_it_may_die_at_any_point_of_a_troubled_run(void **state)
{
    const uint32_t points = count_points(&troubled);

    (void)state;
    for (uint32_t point = 1; point <= points; point++) {
        die(&troubled, point, 0);
    }
}

static void test_it_may_die_again_while_it_comes_back(void **state)
{
    const uint32_t points = count_points(&story);

    (void)state;
    for (uint32_t point = 1; point <= points; point += 7) {
        die(&story, point, 1 + point % 23);
    }
}

/* The promotion's answer is lost, and so is the lease's for long enough to stand still once. */
static const struct fixture_rule lost[] = {
    {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA, .times = 1, .manner = FIXTURE_LOST_ANSWER},
    {.operation = BS_OPERATION_DYNAMODB_TAKE_LEASE,
     .from_s = 80,
     .until_s = 140,
     .manner = FIXTURE_SILENT},
};

/* An approval, a latch, a lease and, in the drill that is ordered later, a rollback. */
static const struct tale leased = {.plan = PLANS "lease.yaml", .order = "drill"};
static const struct tale leased_lost = {
    .plan = PLANS "lease.yaml", .rules = lost, .rule_count = 2, .order = "drill"};

/* Every third point, as there are many; the other test begins at another. */
static void test_it_may_die_under_a_lease(void **state)
{
    const uint32_t points = count_points(&leased);

    (void)state;
    for (uint32_t point = 1; point <= points; point += LEASE_STRIDE) {
        die(&leased, point, 0);
    }
}

static void test_it_may_die_when_the_lease_is_lost(void **state)
{
    const uint32_t points = count_points(&leased_lost);

    (void)state;
    for (uint32_t point = 2; point <= points; point += LEASE_STRIDE) {
        die(&leased_lost, point, point % 3 == 0 ? 1 + point % 23 : 0);
    }
}

static void test_an_empty_journal_is_a_start(void **state)
{
    struct place *started = story_new(NULL, 0);
    struct place *resumed = story_new(NULL, 0);
    const unsigned char *bytes = NULL;
    const unsigned char *found = NULL;
    char sha256[65];
    char found_sha256[65];
    size_t length;
    size_t found_length;
    size_t offset = 0;
    size_t found_offset = 0;

    (void)state;
    run_until(started, 200);
    resumed->is_started = true; /* begin() resumes, at 0. */
    run_until(resumed, 200);
    bs_history_sha256(started->history, sha256);
    bs_history_sha256(resumed->history, found_sha256);
    assert_string_equal(sha256, found_sha256);
    assert_int_equal(bs_journal_memory_count(started->memory),
                     bs_journal_memory_count(resumed->memory));
    while (bs_journal_memory_read(started->memory, &offset, &bytes, &length) == BS_OK) {
        assert_int_equal(
            bs_journal_memory_read(resumed->memory, &found_offset, &found, &found_length), BS_OK);
        assert_int_equal(length, found_length);
        assert_memory_equal(bytes, found, length);
    }
    place_destroy(started);
    place_destroy(resumed);
}

/* ---- Refusals ---- */

/* Makes a journal out of a good one; false if the entry does not lend itself to that. */
typedef bool damage_fn(struct bs_journal_memory *to, const struct bs_journal_memory *from,
                       size_t index, struct bs_pcg *pcg);

static bool flip(struct bs_journal_memory *to, const struct bs_journal_memory *from, size_t index,
                 struct bs_pcg *pcg)
{
    unsigned char *bytes;
    size_t length;

    copy_entries(to, from, 0, bs_journal_memory_count(from));
    bytes = entry_of(to, index, &length);
    bytes[bs_pcg_below(pcg, length)] ^= (unsigned char)(1 + bs_pcg_below(pcg, 255));
    return true;
}

/* The frame promises more than there is. */
static bool tear(struct bs_journal_memory *to, const struct bs_journal_memory *from, size_t index,
                 struct bs_pcg *pcg)
{
    unsigned char *bytes;
    size_t length;
    uint32_t promised;

    copy_entries(to, from, 0, index + 1);
    bytes = entry_of(to, index, &length);
    promised = (uint32_t)(length + 1 + bs_pcg_below(pcg, 100));
    memcpy(bytes - sizeof(promised), &promised, sizeof(promised));
    return true;
}

/* The frame is sound, what it holds is cut. */
static bool cut(struct bs_journal_memory *to, const struct bs_journal_memory *from, size_t index,
                struct bs_pcg *pcg)
{
    struct bs_journal_port port = bs_journal_memory_port(to);
    unsigned char *bytes;
    size_t length;

    copy_entries(to, from, 0, index);
    bytes = entry_of(from, index, &length);
    return port.append(port.self, bytes, bs_pcg_below(pcg, length)) == BS_OK;
}

static bool leave_out(struct bs_journal_memory *to, const struct bs_journal_memory *from,
                      size_t index, struct bs_pcg *pcg)
{
    (void)pcg;
    copy_entries(to, from, 0, index);
    copy_entries(to, from, index + 1, bs_journal_memory_count(from));
    return index + 1 < bs_journal_memory_count(from); /* Without its tail it is a journal. */
}

static bool repeat(struct bs_journal_memory *to, const struct bs_journal_memory *from, size_t index,
                   struct bs_pcg *pcg)
{
    (void)pcg;
    copy_entries(to, from, 0, index + 1);
    copy_entries(to, from, index, bs_journal_memory_count(from));
    return true;
}

static void check_refused(damage_fn *damage, const char *name)
{
    struct place *good = story_new(NULL, 0);
    struct bs_pcg pcg = bs_pcg_seeded(7, 8);
    size_t refused = 0;
    size_t count;

    run_until(good, 300);
    count = bs_journal_memory_count(good->memory);
    for (size_t i = 0; i < SAMPLES; i++) {
        const size_t index = i * (count - 1) / (SAMPLES - 1);
        struct place *place = story_new(NULL, 0);

        if (damage(place->memory, good->memory, index, &pcg)) {
            if (resume(place) != BS_ERR_IO) {
                fail_msg("%s at entry %zu of %zu was not refused", name, index, count);
            }
            refused++;
        }
        place_destroy(place);
    }
    assert_true(refused >= SAMPLES - 1);
    place_destroy(good);
}

static void test_a_damaged_journal_is_refused(void **state)
{
    (void)state;
    check_refused(flip, "a flipped byte");
    check_refused(tear, "a torn entry");
    check_refused(cut, "a cut entry");
    check_refused(leave_out, "a missing entry");
    check_refused(repeat, "a repeated entry");
}

static void test_a_shorter_journal_is_a_journal(void **state)
{
    struct place *good = story_new(NULL, 0);
    size_t count;

    (void)state;
    run_until(good, 300);
    count = bs_journal_memory_count(good->memory);
    for (size_t i = 0; i < SAMPLES; i++) {
        struct place *place = story_new(NULL, 0);

        copy_entries(place->memory, good->memory, 0, i * count / (SAMPLES - 1));
        assert_int_equal(resume(place), BS_OK);
        place_destroy(place);
    }
    place_destroy(good);
}

static void test_a_journal_of_another_plan_or_seed_is_refused(void **state)
{
    struct place *good = story_new(trouble, 2);
    struct place *other_plan = place_new(PLANS "warm-standby.yaml", NULL, 0);
    struct place *other_seed = story_new(NULL, 0);

    (void)state;
    run_until(good, END_S);
    copy_entries(other_plan->memory, good->memory, 0, bs_journal_memory_count(good->memory));
    assert_int_equal(resume(other_plan), BS_ERR_IO);
    other_seed->options.seed_low++;
    copy_entries(other_seed->memory, good->memory, 0, bs_journal_memory_count(good->memory));
    assert_int_equal(resume(other_seed), BS_ERR_IO);
    assert_int_equal(resume_all_of(good->memory, STORY), BS_OK);
    place_destroy(good);
    place_destroy(other_plan);
    place_destroy(other_seed);
}

/* ---- Entries ---- */

static void random_text(struct bs_pcg *pcg, char text[BS_CALL_CODE_MAX])
{
    const size_t length = bs_pcg_below(pcg, BS_CALL_CODE_MAX);

    for (size_t i = 0; i < length; i++) {
        text[i] = (char)(1 + bs_pcg_below(pcg, 127));
    }
}

static struct bs_call_answer random_answer(struct bs_pcg *pcg)
{
    struct bs_call_answer answer = {
        .outcome = (enum bs_call_outcome)bs_pcg_below(pcg, BS_OUTCOME_INFO + 1),
        .error = (enum bs_call_error)bs_pcg_below(pcg, BS_CALL_ERROR_OTHER + 1),
        .state = (enum bs_resource_state)bs_pcg_below(pcg, BS_STATE_COUNT),
        .is_replica = bs_pcg_below(pcg, 2) == 1,
        .has_metric = bs_pcg_below(pcg, 2) == 1,
        .metric.ns = (int64_t)bs_pcg_next(pcg),
        .metric_at.ns = (int64_t)bs_pcg_next(pcg),
        .desired = (int64_t)bs_pcg_next(pcg),
        .running = (int64_t)bs_pcg_next(pcg),
        .total = (int64_t)bs_pcg_next(pcg),
        .change = (int64_t)bs_pcg_next(pcg),
        .retry_after.ns = (int64_t)bs_pcg_next(pcg),
        .memo = bs_pcg_next(pcg),
        .http_status = (int32_t)bs_pcg_next(pcg),
    };

    random_text(pcg, answer.code);
    random_text(pcg, answer.source);
    random_text(pcg, answer.order);
    return answer;
}

static void check_same_answer(const struct bs_call_answer *a, const struct bs_call_answer *b)
{
    assert_int_equal(a->outcome, b->outcome);
    assert_int_equal(a->error, b->error);
    assert_string_equal(a->code, b->code);
    assert_string_equal(a->source, b->source);
    assert_string_equal(a->order, b->order);
    assert_int_equal(a->retry_after.ns, b->retry_after.ns);
    assert_int_equal(a->memo, b->memo);
    assert_int_equal(a->state, b->state);
    assert_int_equal(a->is_replica, b->is_replica);
    assert_int_equal(a->has_metric, b->has_metric);
    assert_int_equal(a->metric.ns, b->metric.ns);
    assert_int_equal(a->metric_at.ns, b->metric_at.ns);
    assert_int_equal(a->desired, b->desired);
    assert_int_equal(a->running, b->running);
    assert_int_equal(a->total, b->total);
    assert_int_equal(a->change, b->change);
    assert_int_equal(a->http_status, b->http_status);
}

static void test_every_field_of_an_input_comes_back(void **state)
{
    struct bs_pcg pcg = bs_pcg_seeded(1, 2);

    (void)state;
    for (uint32_t i = 0; i < 4000; i++) {
        const struct bs_call_answer answer = random_answer(&pcg);
        const struct bs_input input = {.kind = (enum bs_input_kind)(i % BS_INPUT_KIND_COUNT),
                                       .call = bs_pcg_next(&pcg),
                                       .answer = &answer};
        const struct bs_instant at = {(int64_t)(bs_pcg_next(&pcg) >> 1)};
        struct bs_call_answer found_answer;
        struct bs_entry_summary summary;
        struct bs_instant found_at;
        struct bs_input found;
        struct bs_entry entry;

        bs_entry_input(&entry, at, &input);
        assert_int_equal(entry.length, bs_entry_input_length(&input));
        assert_true(
            bs_entry_read_input(entry.bytes, entry.length, &found_at, &found, &found_answer));
        assert_int_equal(found_at.ns, at.ns);
        assert_int_equal(found.kind, input.kind);
        assert_int_equal(found.call, input.call);
        if (input.kind == BS_INPUT_ANSWER) {
            assert_ptr_equal(found.answer, &found_answer);
            check_same_answer(&found_answer, &answer);
        }
        assert_true(bs_entry_summarise(entry.bytes, entry.length, &summary));
        assert_int_equal(summary.kind, BS_ENTRY_INPUT);
        assert_int_equal(summary.input, input.kind);
        assert_int_equal(summary.call, input.call);
        assert_int_equal(summary.at.ns, at.ns);

        /* Neither a byte less nor one more is an input. */
        assert_false(
            bs_entry_read_input(entry.bytes, entry.length - 1, &found_at, &found, &found_answer));
        assert_false(
            bs_entry_read_input(entry.bytes, entry.length + 1, &found_at, &found, &found_answer));
    }
}

/* In memory of just that size, so that the address sanitizer sees a step too far. */
static void read_anything(const unsigned char *bytes, size_t length)
{
    unsigned char *exact = malloc(length > 0 ? length : 1);
    struct bs_entry_summary summary;
    struct bs_call_answer answer;
    struct bs_instant at;
    struct bs_input input;

    assert_non_null(exact);
    memcpy(exact, bytes, length);
    (void)bs_entry_summarise(exact, length, &summary);
    if (bs_entry_read_input(exact, length, &at, &input, &answer)) {
        assert_in_range(input.kind, 0, BS_INPUT_KIND_COUNT - 1);
        assert_in_range(answer.outcome, 0, BS_OUTCOME_INFO);
        assert_in_range(answer.state, 0, BS_STATE_COUNT - 1);
        assert_non_null(memchr(answer.code, 0, sizeof(answer.code)));
    }
    free(exact);
}

static void test_any_bytes_can_be_read(void **state)
{
    struct place *place = story_new(NULL, 0);
    struct bs_pcg pcg = bs_pcg_seeded(5, 6);
    unsigned char noise[256] = {0};
    size_t count;

    (void)state;
    for (uint32_t i = 0; i < 20000; i++) {
        const size_t length = bs_pcg_below(&pcg, sizeof(noise) + 1);

        for (size_t j = 0; j < length; j++) {
            noise[j] = (unsigned char)bs_pcg_next(&pcg);
        }
        noise[0] = i % 2 == 0 ? (unsigned char)(1 + i % 3) : noise[0];
        read_anything(noise, length);
    }
    run_until(place, 150);
    count = bs_journal_memory_count(place->memory);
    for (size_t i = 0; i < count; i++) {
        size_t length;
        const unsigned char *bytes = entry_of(place->memory, i, &length);
        struct bs_entry altered;

        memcpy(altered.bytes, bytes, length);
        altered.bytes[bs_pcg_below(&pcg, length)] = (unsigned char)bs_pcg_next(&pcg);
        read_anything(altered.bytes, length);
        read_anything(altered.bytes, bs_pcg_below(&pcg, length));
    }
    place_destroy(place);
}

/* ---- RESUME ---- */

/* Whether a step under way ends, or has calls cut short by its end, within `by` and a call's time. */
static bool is_near_deadline(struct bs_core *core, struct bs_duration by)
{
    for (uint32_t i = 0; i < core->plan->step_count; i++) {
        const struct bs_task_run *run = bs_core_task(core, i);

        if (bs_core_step_run(core, i)->state == BS_STEP_IN_PROGRESS &&
            run->deadline.ns <= core->now.ns + by.ns + BS_CALL_DEADLINE.ns) {
            return true;
        }
    }
    return false;
}

/* After a silence, one copy of the core hears RESUME and one TIMER; returns how many steps were under way. */
static uint32_t compare_with_timer(struct bs_core *core, size_t size, struct bs_duration silence)
{
    static const struct bs_input back = {.kind = BS_INPUT_RESUME};
    static const struct bs_input timer = {.kind = BS_INPUT_TIMER};
    static struct bs_effects effects;
    static struct bs_effects expected;
    const struct bs_instant at = bs_instant_add(core->now, silence);
    struct bs_core *resumed = malloc(size);
    struct bs_core *other = malloc(size);
    uint32_t postponed = 0;

    assert_non_null(resumed);
    assert_non_null(other);
    memcpy(resumed, core, size);
    memcpy(other, core, size);
    bs_core_step(resumed, at, &back, &effects);
    bs_core_step(other, at, &timer, &expected);
    for (uint32_t i = 0; i < core->plan->step_count; i++) {
        const struct bs_task_run *before = bs_core_task(core, i);
        struct bs_task_run *run = bs_core_task(resumed, i);

        if (core->plan->steps[i].shape == BS_SHAPE_STEP &&
            bs_core_step_run(core, i)->state == BS_STEP_IN_PROGRESS) {
            assert_int_equal(run->deadline.ns, before->deadline.ns + silence.ns);
            run->deadline = before->deadline;
            postponed++;
        }
    }
    assert_memory_equal(resumed, other, size);
    assert_int_equal(effects.count, expected.count);
    assert_memory_equal(effects.items, expected.items, effects.count * sizeof(effects.items[0]));
    free(resumed);
    free(other);
    return postponed;
}

static void test_resume_postpones_the_steps_under_way_and_nothing_else(void **state)
{
    struct place *place = story_new(NULL, 0);
    const size_t size = bs_core_size(place->options.plan);
    struct bs_core *core = malloc(size);
    static struct bs_effects effects;
    const unsigned char *bytes;
    uint32_t postponed = 0;
    size_t offset = 0;
    size_t length;

    (void)state;
    assert_non_null(core);
    run_until(place, 300);
    (void)bs_core_init(core, place->options.plan,
                       &(struct bs_core_options){place->options.seed_high, place->options.seed_low,
                                                 place->options.orchestrator});
    while (bs_journal_memory_read(place->memory, &offset, &bytes, &length) == BS_OK) {
        struct bs_call_answer answer;
        struct bs_instant at;
        struct bs_input input;

        if (bytes[0] != BS_ENTRY_INPUT) {
            continue;
        }
        assert_true(bs_entry_read_input(bytes, length - BS_SEAL_BYTES, &at, &input, &answer));
        bs_core_step(core, at, &input, &effects);
        if (!is_near_deadline(core, BS_SECONDS(7))) {
            postponed += compare_with_timer(core, size, BS_SECONDS(7));
        }
    }
    assert_true(postponed > 20);
    free(core);
    place_destroy(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_may_die_at_any_point),
        cmocka_unit_test(test_it_may_die_at_any_point_of_a_troubled_run),
        cmocka_unit_test(test_it_may_die_again_while_it_comes_back),
        cmocka_unit_test(test_it_may_die_under_a_lease),
        cmocka_unit_test(test_it_may_die_when_the_lease_is_lost),
        cmocka_unit_test(test_an_empty_journal_is_a_start),
        cmocka_unit_test(test_a_damaged_journal_is_refused),
        cmocka_unit_test(test_a_shorter_journal_is_a_journal),
        cmocka_unit_test(test_a_journal_of_another_plan_or_seed_is_refused),
        cmocka_unit_test(test_every_field_of_an_input_comes_back),
        cmocka_unit_test(test_any_bytes_can_be_read),
        cmocka_unit_test(test_resume_postpones_the_steps_under_way_and_nothing_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
