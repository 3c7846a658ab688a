/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * What must hold whatever the world answers: random answers, silences and delays from seeds, through plans
 * with every block.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "orchestrator/core/core.h"
#include "orchestrator/plan/plan_load.h"
#include "tests/orchestrator/fixture_bindings.h"
#include "tests/orchestrator/fixture_chaos.h"

enum { SEEDS = 150 };

static struct bs_loaded_plan *load(const char *file)
{
    struct bs_loaded_plan *loaded = NULL;
    struct bs_error error = {0};
    char path[512];

    (void)snprintf(path, sizeof(path), "%s/tests/orchestrator/plans/%s", BS_SOURCE_DIR, file);
    assert_int_equal(bs_plan_load(path, fixture_bindings(), &loaded, &error), BS_OK);
    return loaded;
}

/* One core in memory of its own. */
struct single {
    struct bs_core *core;
    struct bs_effects effects;
};

static struct single *single_new(const struct bs_plan *plan)
{
    struct single *single = calloc(1, sizeof(*single));

    assert_non_null(single);
    single->core =
        bs_core_init(malloc(bs_core_size(plan)), plan, &(struct bs_core_options){1, 1, 1});
    return single;
}

static void single_destroy(struct single *single)
{
    free(single->core);
    free(single);
}

static void run_plan(const char *file, bool seen[BS_EXECUTION_STATE_COUNT])
{
    static struct chaos_coverage coverage;
    struct bs_loaded_plan *loaded = load(file);

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        seen[chaos_run(bs_loaded_plan_get(loaded), seed, &coverage)] = true;
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
    run_plan("estate.yaml", seen);
    run_plan("lease-ask.yaml", seen);
    run_plan("chaos.yaml", seen);
    /* The worlds are mean enough, and not so mean that nothing ever succeeds. */
    assert_true(seen[BS_EXECUTION_COMPLETED] || seen[BS_EXECUTION_COMPLETED_WITH_EXCEPTIONS]);
    assert_true(seen[BS_EXECUTION_PAUSED_BY_FAILED_STEP]);
    assert_true(seen[BS_EXECUTION_FAILED]);
    assert_true(seen[BS_EXECUTION_CANCELED]);
    assert_true(seen[BS_EXECUTION_ROLLED_BACK]);
}

static void test_nothing_happens_before_start(void **state)
{
    struct bs_loaded_plan *loaded = load("story.yaml");
    struct single *single = single_new(bs_loaded_plan_get(loaded));
    const struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};
    const struct bs_input inputs[] = {
        {.kind = BS_INPUT_TIMER},
        {.kind = BS_INPUT_ANSWER, .call = 1, .answer = &answer},
    };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        bs_core_step(single->core, BS_AT_SECONDS(1), &inputs[i], &single->effects);
        assert_int_equal(single->effects.count, 0);
        assert_int_equal(single->effects.wake_at.ns, BS_INSTANT_NEVER.ns);
    }
    single_destroy(single);
    bs_loaded_plan_destroy(loaded);
}

static void test_second_start_is_ignored(void **state)
{
    struct bs_loaded_plan *loaded = load("story.yaml");
    struct single *single = single_new(bs_loaded_plan_get(loaded));
    const struct bs_input start = {.kind = BS_INPUT_START};

    (void)state;
    bs_core_step(single->core, BS_AT_SECONDS(1), &start, &single->effects);
    assert_int_equal(single->effects.count, 3);
    bs_core_step(single->core, BS_AT_SECONDS(1), &start, &single->effects);
    assert_int_equal(single->effects.count, 0);
    single_destroy(single);
    bs_loaded_plan_destroy(loaded);
}

static void test_answer_at_the_deadline_is_late(void **state)
{
    struct bs_loaded_plan *loaded = load("story.yaml");
    struct single *single = single_new(bs_loaded_plan_get(loaded));
    const struct bs_call_answer healthy = {.state = BS_STATE_HEALTHY};
    const struct bs_input start = {.kind = BS_INPUT_START};
    const struct bs_input answer = {.kind = BS_INPUT_ANSWER, .call = 1, .answer = &healthy};

    (void)state;
    bs_core_step(single->core, BS_AT_SECONDS(0), &start, &single->effects);
    assert_int_equal(single->effects.wake_at.ns, BS_CALL_DEADLINE.ns);
    bs_core_step(single->core, BS_AT_SECONDS(5), &answer, &single->effects);
    assert_int_equal(single->effects.count, 3); /* All three questions have gone unanswered. */
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(single->effects.items[i].as.note.kind, BS_NOTE_ANSWER);
        assert_int_equal(single->effects.items[i].as.note.state.outcome, BS_OUTCOME_INFO);
    }
    single_destroy(single);
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
    struct single *single;
    uint32_t notes = 0;
    uint32_t batches = 0;

    (void)state;
    for (uint32_t i = 0; i < plan.step_count; i++) {
        steps[i] = (struct bs_step){
            .id = "x", .block = BS_BLOCK_WAIT, .timeout = BS_SECONDS(1), .retry = BS_RETRY_DEFAULT};
    }
    steps[0].shape = BS_SHAPE_PARALLEL;
    steps[0].descendants = BS_PLAN_CHILDREN_MAX;
    single = single_new(&plan);
    bs_core_step(single->core, BS_AT_SECONDS(0), &input, &single->effects);
    input = (struct bs_input){.kind = BS_INPUT_ANSWER, .call = 1, .answer = &unhealthy};
    do {
        bs_core_step(single->core, BS_AT_SECONDS(1), &input, &single->effects);
        notes += single->effects.count;
        input = (struct bs_input){.kind = BS_INPUT_TIMER};
        batches++;
    } while (single->effects.wake_at.ns == BS_AT_SECONDS(1).ns);
    /* ANSWER, SOURCE, DETECTION twice, DECISION, EXECUTION twice, and two for each step but the group. */
    assert_int_equal(notes, 7 + 2 * (plan.step_count - 1));
    assert_true(batches > notes / BS_EFFECTS_MAX);
    single_destroy(single);
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
