/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * What must hold whatever the world answers: random answers, silences and delays from seeds, through plans
 * with every block.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "orchestrator/core/core.h"
#include "orchestrator/core/core_state.h"
#include "orchestrator/plan/plan_load.h"
#include "tests/orchestrator/fixture_bindings.h"

enum { OPEN_MAX = 64, SEEDS = 400, HORIZON_S = 2 * 3600, STEPS_MAX = 200000 };

/* A call that the core believes to be open. */
struct open_call {
    uint64_t number;
    enum bs_operation operation;
    struct bs_instant deadline;
    struct bs_instant answer_at; /* NEVER: no answer comes. */
};

/* What the tester knows by watching effects only. */
struct witness {
    struct bs_pcg pcg;
    uint32_t trouble_percent;
    struct open_call open[OPEN_MAX];
    uint32_t open_count;
    struct bs_instant now;
    struct bs_instant wake_at;
    bool may_promote;               /* The last word on it allows to promote. */
    struct bs_instant look_sent_at; /* When the last look at the instance was sent. */
    struct bs_instant doubt_until;  /* A look sent earlier proves nothing. */
    uint64_t executions;
    enum bs_execution_state execution;
    struct bs_instant execution_started_at;
    bool has_reason;
    uint32_t running_steps;
};

static uint64_t draw(struct witness *witness, uint64_t bound)
{
    return bs_pcg_below(&witness->pcg, bound);
}

static bool chance(struct witness *witness, uint64_t percent)
{
    return draw(witness, 100) < percent;
}

static void random_answer(struct witness *witness, struct bs_call_answer *answer)
{
    memset(answer, 0, sizeof(*answer));
    if (chance(witness, witness->trouble_percent)) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = (enum bs_call_error)(1 + draw(witness, BS_CALL_ERROR_OTHER));
        memcpy(answer->code, "Trouble", sizeof("Trouble"));
        return;
    }
    answer->state = (enum bs_resource_state)draw(witness, BS_STATE_COUNT);
    if (chance(witness, 50)) {
        answer->state = BS_STATE_AVAILABLE;
    }
    answer->is_replica = chance(witness, 50);
    answer->has_metric = chance(witness, 80);
    answer->metric = BS_MILLIS(draw(witness, 8000));
    answer->running = (int64_t)draw(witness, 12);
    answer->total = 12;
    answer->change = 1;
    answer->http_status = chance(witness, 70) ? 200 : 503;
}

static void on_send(struct witness *witness, const struct bs_send *send)
{
    struct open_call *call = &witness->open[witness->open_count++];

    assert_true(witness->open_count <= OPEN_MAX);
    assert_true(send->deadline.ns > witness->now.ns);
    assert_true(send->deadline.ns - witness->now.ns <= BS_CALL_DEADLINE.ns);
    assert_non_null(send->request.region);
    assert_non_null(send->request.resource);
    *call = (struct open_call){.number = send->call,
                               .operation = send->request.operation,
                               .deadline = send->deadline,
                               .answer_at = BS_INSTANT_NEVER};
    if (!chance(witness, witness->trouble_percent / 2)) {
        call->answer_at = bs_instant_add(
            witness->now, BS_MILLIS(1 + draw(witness, chance(witness, 90) ? 900 : 9000)));
    }
    if (send->request.operation == BS_OPERATION_RDS_PROMOTE_READ_REPLICA) {
        assert_true(witness->may_promote);
        witness->may_promote = false;
        /* Until an answer says otherwise the call may be under way long after its deadline. */
        witness->doubt_until = bs_instant_add(send->deadline, BS_IN_FLIGHT_MAX);
    } else if (send->request.operation == BS_OPERATION_RDS_DESCRIBE_INSTANCE) {
        witness->look_sent_at = witness->now;
    }
}

static void on_note(struct witness *witness, const struct bs_note *note)
{
    if (note->kind == BS_NOTE_EXECUTION) {
        if (note->execution != witness->executions) {
            assert_int_equal(note->execution, witness->executions + 1);
            assert_true(witness->executions == 0 ||
                        bs_execution_state_is_final(witness->execution));
            witness->executions++;
            witness->execution_started_at = witness->now;
        }
        witness->execution = note->state.execution;
        witness->has_reason = note->reason.text[0] != '\0';
    } else if (note->kind == BS_NOTE_STEP) {
        if (note->state.step == BS_STEP_IN_PROGRESS) {
            witness->running_steps++;
        } else if (note->state.step == BS_STEP_FAILED || note->state.step == BS_STEP_TIMED_OUT) {
            assert_true(note->reason.text[0] != '\0');
            witness->running_steps--;
        } else if (note->reason.text[0] == '\0' ||
                   strncmp(note->reason.text, "passed over", 11) != 0) {
            witness->running_steps--;
        }
    } else if (note->kind == BS_NOTE_ANSWER) {
        for (uint32_t i = 0; i < witness->open_count; i++) {
            if (witness->open[i].number == note->call) {
                assert_true(witness->now.ns <= witness->open[i].deadline.ns);
                witness->open[i] = witness->open[--witness->open_count];
                return;
            }
        }
        fail_msg("an answer to a call that is not open");
    }
}

static void on_effects(struct witness *witness, const struct bs_effects *effects)
{
    assert_true(effects->count <= BS_EFFECTS_MAX);
    assert_true(effects->wake_at.ns >= witness->now.ns);
    for (uint32_t i = 0; i < effects->count; i++) {
        if (effects->items[i].kind == BS_EFFECT_SEND) {
            on_send(witness, &effects->items[i].as.send);
        } else {
            on_note(witness, &effects->items[i].as.note);
        }
    }
    witness->wake_at = effects->wake_at;
}

/* Learns from an answer what it proves about the promotion. */
static void learn(struct witness *witness, const struct open_call *call,
                  const struct bs_call_answer *answer)
{
    if (witness->now.ns >= call->deadline.ns) {
        return;
    }
    if (call->operation == BS_OPERATION_RDS_PROMOTE_READ_REPLICA &&
        answer->outcome == BS_OUTCOME_ERROR) {
        witness->doubt_until = witness->now;
    } else if (call->operation == BS_OPERATION_RDS_DESCRIBE_INSTANCE) {
        witness->may_promote = answer->outcome == BS_OUTCOME_OK && answer->is_replica &&
                               answer->state == BS_STATE_AVAILABLE &&
                               witness->look_sent_at.ns >= witness->doubt_until.ns;
    }
}

/* The next input, by what comes first; false at the horizon. */
static bool next_input(struct witness *witness, struct bs_input *input,
                       struct bs_call_answer *answer)
{
    uint32_t next = witness->open_count;
    struct bs_instant at = witness->wake_at;

    for (uint32_t i = 0; i < witness->open_count; i++) {
        if (witness->open[i].answer_at.ns <= at.ns) {
            at = witness->open[i].answer_at;
            next = i;
        }
    }
    if (at.ns >= HORIZON_S * BS_NS_PER_S) {
        return false;
    }
    assert_true(at.ns >= witness->now.ns);
    witness->now = at;
    *input = (struct bs_input){.kind = BS_INPUT_TIMER};
    if (next < witness->open_count) {
        random_answer(witness, answer);
        *input = (struct bs_input){
            .kind = BS_INPUT_ANSWER, .call = witness->open[next].number, .answer = answer};
        learn(witness, &witness->open[next], answer);
        witness->open[next].answer_at = BS_INSTANT_NEVER;
    } else if (chance(witness, 5)) {
        /* An answer to a call that nobody made, or that was answered long ago. */
        random_answer(witness, answer);
        *input = (struct bs_input){
            .kind = BS_INPUT_ANSWER, .call = 1000000 + draw(witness, 10), .answer = answer};
    }
    return true;
}

static struct bs_loaded_plan *load(const char *file)
{
    struct bs_loaded_plan *loaded = NULL;
    struct bs_error error = {0};
    char path[512];

    (void)snprintf(path, sizeof(path), "%s/tests/orchestrator/plans/%s", BS_SOURCE_DIR, file);
    assert_int_equal(bs_plan_load(path, fixture_bindings(), &loaded, &error), BS_OK);
    return loaded;
}

/* Two cores side by side: the second is given the same inputs and, now and then, replaced by a copy. */
struct pair {
    struct bs_core *core;
    struct bs_core *twin;
    size_t size;
    struct bs_effects effects;
    struct bs_effects twin_effects;
};

static struct pair *pair_new(const struct bs_plan *plan, uint64_t seed)
{
    struct pair *pair = calloc(1, sizeof(*pair));

    assert_non_null(pair);
    pair->size = bs_core_size(plan);
    pair->core = bs_core_init(malloc(pair->size), plan, &(struct bs_core_options){seed, 1, 1});
    pair->twin = bs_core_init(malloc(pair->size), plan, &(struct bs_core_options){seed, 1, 1});
    return pair;
}

static void pair_destroy(struct pair *pair)
{
    free(pair->core);
    free(pair->twin);
    free(pair);
}

static void pair_step(struct pair *pair, struct witness *witness, const struct bs_input *input)
{
    bs_core_step(pair->core, witness->now, input, &pair->effects);
    bs_core_step(pair->twin, witness->now, input, &pair->twin_effects);
    assert_int_equal(pair->effects.count, pair->twin_effects.count);
    assert_int_equal(pair->effects.wake_at.ns, pair->twin_effects.wake_at.ns);
    assert_memory_equal(pair->effects.items, pair->twin_effects.items,
                        pair->effects.count * sizeof(pair->effects.items[0]));
    on_effects(witness, &pair->effects);
    if (chance(witness, 2)) {
        void *moved = malloc(pair->size);

        assert_non_null(moved);
        memcpy(moved, pair->core, pair->size);
        memset(pair->twin, 0xA5, pair->size);
        free(pair->twin);
        pair->twin = moved;
    }
}

static bool has_ended(const struct witness *witness)
{
    return witness->execution != BS_EXECUTION_PENDING &&
           witness->execution != BS_EXECUTION_IN_PROGRESS;
}

/* The longest that an execution can take: every step up to its timeout, one after the other. */
static struct bs_duration execution_max(const struct bs_plan *plan)
{
    struct bs_duration sum = BS_SECONDS(0);

    for (uint32_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].timeout.ns != BS_DURATION_UNKNOWN.ns) {
            sum = bs_duration_add(sum, plan->steps[i].timeout);
        }
    }
    return sum;
}

/* One run; returns the state of its execution, PENDING if it had none. */
static enum bs_execution_state run_seed(const struct bs_plan *plan, uint64_t seed)
{
    struct witness witness = {.pcg = bs_pcg_seeded(seed, 7),
                              .trouble_percent = (uint32_t)(seed % 5) * 15,
                              .may_promote = true};
    struct bs_input input = {.kind = BS_INPUT_START};
    struct bs_call_answer answer;
    struct pair *pair = pair_new(plan, seed);
    uint32_t steps = 0;

    pair_step(pair, &witness, &input);
    while (next_input(&witness, &input, &answer)) {
        pair_step(pair, &witness, &input);
        assert_true(++steps < STEPS_MAX);
        if (has_ended(&witness)) {
            assert_int_equal(witness.running_steps, 0);
        }
        if (witness.execution == BS_EXECUTION_IN_PROGRESS) {
            assert_true(witness.now.ns - witness.execution_started_at.ns <= execution_max(plan).ns);
        }
    }
    if (has_ended(&witness) && witness.execution != BS_EXECUTION_COMPLETED) {
        assert_true(witness.has_reason);
    }
    pair_destroy(pair);
    return witness.execution;
}

static void run_plan(const char *file, bool seen[BS_EXECUTION_STATE_COUNT])
{
    struct bs_loaded_plan *loaded = load(file);

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        seen[run_seed(bs_loaded_plan_get(loaded), seed)] = true;
    }
    bs_loaded_plan_destroy(loaded);
}

static void test_random_worlds_break_nothing(void **state)
{
    bool seen[BS_EXECUTION_STATE_COUNT] = {false};

    (void)state;
    run_plan("story.yaml", seen);
    run_plan("every-block.yaml", seen);
    run_plan("warm-standby.yaml", seen);
    /* The worlds are mean enough, and not so mean that nothing ever succeeds. */
    assert_true(seen[BS_EXECUTION_COMPLETED] || seen[BS_EXECUTION_COMPLETED_WITH_EXCEPTIONS]);
    assert_true(seen[BS_EXECUTION_PAUSED_BY_FAILED_STEP]);
    assert_true(seen[BS_EXECUTION_FAILED]);
}

static void test_nothing_happens_before_start(void **state)
{
    struct bs_loaded_plan *loaded = load("story.yaml");
    struct pair *pair = pair_new(bs_loaded_plan_get(loaded), 1);
    const struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};
    const struct bs_input inputs[] = {
        {.kind = BS_INPUT_TIMER},
        {.kind = BS_INPUT_ANSWER, .call = 1, .answer = &answer},
    };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        bs_core_step(pair->core, BS_AT_SECONDS(1), &inputs[i], &pair->effects);
        assert_int_equal(pair->effects.count, 0);
        assert_int_equal(pair->effects.wake_at.ns, BS_INSTANT_NEVER.ns);
    }
    pair_destroy(pair);
    bs_loaded_plan_destroy(loaded);
}

static void test_second_start_is_ignored(void **state)
{
    struct bs_loaded_plan *loaded = load("story.yaml");
    struct pair *pair = pair_new(bs_loaded_plan_get(loaded), 1);
    const struct bs_input start = {.kind = BS_INPUT_START};

    (void)state;
    bs_core_step(pair->core, BS_AT_SECONDS(1), &start, &pair->effects);
    assert_int_equal(pair->effects.count, 3);
    bs_core_step(pair->core, BS_AT_SECONDS(1), &start, &pair->effects);
    assert_int_equal(pair->effects.count, 0);
    pair_destroy(pair);
    bs_loaded_plan_destroy(loaded);
}

static void test_answer_at_the_deadline_is_late(void **state)
{
    struct bs_loaded_plan *loaded = load("story.yaml");
    struct pair *pair = pair_new(bs_loaded_plan_get(loaded), 1);
    const struct bs_call_answer healthy = {.state = BS_STATE_HEALTHY};
    const struct bs_input start = {.kind = BS_INPUT_START};
    const struct bs_input answer = {.kind = BS_INPUT_ANSWER, .call = 1, .answer = &healthy};

    (void)state;
    bs_core_step(pair->core, BS_AT_SECONDS(0), &start, &pair->effects);
    assert_int_equal(pair->effects.wake_at.ns, BS_CALL_DEADLINE.ns);
    bs_core_step(pair->core, BS_AT_SECONDS(5), &answer, &pair->effects);
    assert_int_equal(pair->effects.count, 3); /* All three questions have gone unanswered. */
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(pair->effects.items[i].as.note.kind, BS_NOTE_ANSWER);
        assert_int_equal(pair->effects.items[i].as.note.state.outcome, BS_OUTCOME_INFO);
    }
    pair_destroy(pair);
    bs_loaded_plan_destroy(loaded);
}

/* Sixteen steps in parallel and a hundred after them, all due at one instant: more than fits into a batch. */
static void test_more_effects_than_fit_come_in_batches(void **state)
{
    static const struct bs_source sources[] = {{.id = "s",
                                                .kind = BS_KIND_HEALTH_CHECK,
                                                .region = "global",
                                                .resource = "s",
                                                .every = {10 * BS_NS_PER_S}}};
    static const struct bs_trigger triggers[] = {{.id = "health_check s"}};
    struct bs_step steps[1 + BS_PLAN_CHILDREN_MAX + 100];
    const struct bs_workflow workflow = {.name = "w",
                                         .from = BS_SIDE_NONE,
                                         .step_count = sizeof(steps) / sizeof(steps[0]),
                                         .timeout = BS_DURATION_UNKNOWN};
    const struct bs_plan plan = {.sources = sources,
                                 .triggers = triggers,
                                 .workflows = &workflow,
                                 .steps = steps,
                                 .source_count = 1,
                                 .trigger_count = 1,
                                 .workflow_count = 1,
                                 .step_count = sizeof(steps) / sizeof(steps[0]),
                                 .calls = BS_CALL_LIMITS_DEFAULT};
    const struct bs_call_answer unhealthy = {.state = BS_STATE_UNHEALTHY};
    struct bs_input input = {.kind = BS_INPUT_START};
    struct pair *pair;
    uint32_t notes = 0;
    uint32_t batches = 0;

    (void)state;
    for (uint32_t i = 0; i < plan.step_count; i++) {
        steps[i] = (struct bs_step){
            .id = "x", .block = BS_BLOCK_WAIT, .timeout = BS_SECONDS(1), .retry = BS_RETRY_DEFAULT};
    }
    steps[0].shape = BS_SHAPE_PARALLEL;
    steps[0].descendants = BS_PLAN_CHILDREN_MAX;
    pair = pair_new(&plan, 1);
    bs_core_step(pair->core, BS_AT_SECONDS(0), &input, &pair->effects);
    input = (struct bs_input){.kind = BS_INPUT_ANSWER, .call = 1, .answer = &unhealthy};
    do {
        bs_core_step(pair->core, BS_AT_SECONDS(1), &input, &pair->effects);
        notes += pair->effects.count;
        input = (struct bs_input){.kind = BS_INPUT_TIMER};
        batches++;
    } while (pair->effects.wake_at.ns == BS_AT_SECONDS(1).ns);
    /* ANSWER, SOURCE, DETECTION twice, DECISION, EXECUTION twice, and two for each step but the group. */
    assert_int_equal(notes, 7 + 2 * (plan.step_count - 1));
    assert_true(batches > notes / BS_EFFECTS_MAX);
    pair_destroy(pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_worlds_break_nothing),
        cmocka_unit_test(test_nothing_happens_before_start),
        cmocka_unit_test(test_second_start_is_ignored),
        cmocka_unit_test(test_answer_at_the_deadline_is_late),
        cmocka_unit_test(test_more_effects_than_fit_come_in_batches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
