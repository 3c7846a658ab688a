/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Loading plans: what good files become, and what is said about broken ones. Every file in broken_plans/ has
 * the expected message, without its file name, in its first line: `# expect: 12:5: ..`.
 */

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/history.h"
#include "orchestrator/core/block.h"
#include "orchestrator/plan/plan_load.h"
#include "tests/orchestrator/fixture_bindings.h"

#define TESTS_DIR BS_SOURCE_DIR "/tests/orchestrator"

enum { PATH_BYTES_MAX = 512, LINE_BYTES_MAX = 1024, BROKEN_PLANS_MIN = 110 };

static struct bs_loaded_plan *load_good(const char *path)
{
    struct bs_loaded_plan *loaded = NULL;
    struct bs_error error = {0};
    char text[LINE_BYTES_MAX];

    if (bs_plan_load(path, fixture_bindings(), &loaded, &error) != BS_OK) {
        bs_error_format(&error, text, sizeof(text));
        fail_msg("%s", text);
    }
    return loaded;
}

static const struct bs_step *find_step(const struct bs_plan *plan, const char *workflow,
                                       const char *id)
{
    for (uint32_t w = 0; w < plan->workflow_count; w++) {
        const struct bs_workflow *row = &plan->workflows[w];

        for (uint32_t i = 0; strcmp(row->name, workflow) == 0 && i < row->step_count; i++) {
            if (strcmp(plan->steps[row->step_first + i].id, id) == 0) {
                return &plan->steps[row->step_first + i];
            }
        }
    }
    fail_msg("no step %s in %s", id, workflow);
    return NULL;
}

static void test_warm_standby_is_compiled(void **state)
{
    struct bs_loaded_plan *loaded = load_good(TESTS_DIR "/plans/warm-standby.yaml");
    const struct bs_plan *plan = bs_loaded_plan_get(loaded);
    const struct bs_trigger *trigger = &plan->triggers[0];
    const struct bs_step *step;

    (void)state;
    assert_string_equal(plan->name, "Warm standby");
    assert_int_equal(plan->rto.ns, 300 * BS_NS_PER_S);
    assert_int_equal(strlen(bs_loaded_plan_sha256(loaded)), 64);
    assert_int_equal(plan->source_count, 3);
    assert_int_equal(plan->sources[2].check, BS_HTTP_WRITE);
    assert_string_equal(plan->sources[2].resource, "app.example.com");
    assert_string_equal(trigger->id, "health_check app");
    assert_int_equal(trigger->also_count, 2);
    assert_int_equal(trigger->any, 1);
    assert_int_equal(trigger->hold.ns, 30 * BS_NS_PER_S);

    step = find_step(plan, "activate", "preflight");
    assert_int_equal(step->descendants, 3);
    step = find_step(plan, "activate", "standby-healthy");
    assert_string_equal(step->region, "us-west-2");
    assert_string_equal(step->parameters.resource->id, "lb-dr");
    assert_string_equal(step->parameters.resource->related->id, "app-dr");
    step = find_step(plan, "activate", "fence");
    assert_int_equal(step->policy.on_failure, BS_ON_FAILURE_PAUSE);
    assert_int_equal(step->ungraceful.on_failure, BS_ON_FAILURE_CONTINUE);
    assert_string_equal(step->ungraceful.authority, "incident-commander");
    assert_true(step->parameters.latch);
    step = find_step(plan, "activate", "scale");
    assert_int_equal(step->retry.cap.ns, 60 * BS_NS_PER_S);
    assert_int_equal(step->retry.jitter_ppb, 100000000);
    assert_int_equal(step->parameters.count, 10);
    assert_int_equal(step->undo->parameters.count, 1);
    assert_string_equal(step->undo->parameters.resource->id, "app-dr");
    step = find_step(plan, "activate", "prove");
    assert_string_equal(step->region, "us-east-2");
    step = find_step(plan, "activate", "record");
    assert_string_equal(step->parameters.text, "us-west-2");
    assert_int_equal(step->timeout.ns, 300 * BS_NS_PER_S);
    bs_loaded_plan_destroy(loaded);
}

static void check_later_blocks(const struct bs_plan *plan)
{
    const struct bs_step *step = find_step(plan, "planned", "h");

    assert_int_equal(step->parameters.weight_count, 3);
    assert_int_equal(step->parameters.weights[1], 50);
    assert_int_equal(step->parameters.source_count, 1);
    assert_int_equal(step->policy.on_failure, BS_ON_FAILURE_ROLLBACK);
    assert_int_equal(step->policy.on_timeout, BS_ON_FAILURE_ABORT);
    assert_string_equal(step->undo->parameters.to->id, "lb");
    assert_int_equal(step->undo->parameters.weight_count, 0);
    step = find_step(plan, "planned", "m");
    assert_int_equal(step->parameters.shown_count, 2);
    assert_int_equal(step->policy.on_timeout, BS_ON_FAILURE_CONTINUE);
    assert_int_equal(step->ungraceful.on_timeout, BS_ON_FAILURE_ABORT);
    assert_int_equal(find_step(plan, "planned", "n")->parameters.item_count, 2);
    assert_true(find_step(plan, "planned", "o")->parameters.guard);
    assert_int_equal(find_step(plan, "planned", "p")->undo->block, BS_BLOCK_RESUME_CHANGE);
    step = find_step(plan, "planned", "s");
    assert_int_equal(step->descendants, 1);
    assert_string_equal(step[1].id, "t");
}

static void check_nesting(const struct bs_plan *plan)
{
    const struct bs_workflow *turned = &plan->workflows[1];
    const struct bs_step *group = find_step(plan, "turned", "b");

    assert_int_equal(turned->from, BS_SIDE_NONE); /* It moves nothing. */
    assert_int_equal(plan->workflows[0].from, BS_SIDE_DEACTIVATING);
    assert_int_equal(turned->healthy_count, 1);
    assert_int_equal(find_step(plan, "turned", "a")->shape, BS_SHAPE_SEQUENCE);
    assert_int_equal(find_step(plan, "turned", "a")->descendants, 5);
    assert_string_equal(find_step(plan, "turned", "a/a")->region, "us-east-1");
    assert_string_equal(find_step(plan, "bare", "a")->region, "us-west-2");
    assert_int_equal(group->shape, BS_SHAPE_PARALLEL);
    assert_int_equal(group->descendants, 6 + 3);
    assert_int_equal(find_step(plan, "turned", "d")->timeout.ns, 600 * BS_NS_PER_S);
    assert_int_equal(group->timeout.ns, BS_DURATION_UNKNOWN.ns);
    assert_true(find_step(plan, "turned", "f")->conditions.items[0].is_not);
}

static void test_every_block_is_compiled(void **state)
{
    struct bs_loaded_plan *loaded = load_good(TESTS_DIR "/plans/every-block.yaml");
    const struct bs_plan *plan = bs_loaded_plan_get(loaded);
    bool seen[BS_BLOCK_COUNT] = {false};

    (void)state;
    for (uint32_t i = 0; i < plan->step_count; i++) {
        seen[plan->steps[i].block] =
            seen[plan->steps[i].block] || plan->steps[i].shape == BS_SHAPE_STEP;
    }
    for (int i = 0; i < BS_BLOCK_COUNT; i++) {
        assert_true(seen[i]);
    }
    assert_int_equal(plan->rto.ns, BS_DURATION_UNKNOWN.ns);
    assert_int_equal(plan->triggers[0].source, BS_SOURCE_NONE);
    assert_string_equal(plan->triggers[0].id, "operator orders turned");
    assert_int_equal(plan->triggers[1].also_count, 0);
    assert_int_equal(plan->triggers[2].any, 2);
    assert_int_equal(plan->triggers[2].severity, BS_SEVERITY_P3);
    assert_int_equal(plan->triggers[2].veto_count, 1);
    assert_string_equal(plan->triggers[2].classes[0].kind, "application");
    assert_int_equal(plan->triggers[2].classes[0].conditions.count, 2);
    assert_true(plan->triggers[2].classes[0].conditions.items[1].is_not);
    assert_string_equal(plan->operator_role->id, "commander");
    assert_int_equal(plan->lease->duration.ns, 45 * BS_NS_PER_S);
    assert_int_equal(plan->lease->unreachable, BS_UNREACHABLE_ASK);
    assert_int_equal(plan->calls.half_open_limit, 2);
    assert_int_equal(find_step(plan, "planned", "f")->retry.jitter_ppb, 250000000);
    assert_int_equal(find_step(plan, "planned", "f")->parameters.accept.min, 8);
    assert_int_equal(find_step(plan, "planned", "g")->parameters.check_count, 4);
    assert_string_equal(find_step(plan, "planned", "g")->region, "us-west-2");
    assert_int_equal(find_step(plan, "bare", "b")->parameters.span.ns, 5 * BS_NS_PER_S);
    assert_string_equal(find_step(plan, "bare", "d")->parameters.text, "maintenance");
    check_later_blocks(plan);
    check_nesting(plan);
    bs_loaded_plan_destroy(loaded);
}

static void check_same_step(const struct bs_step *a, const struct bs_step *b)
{
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->shape, b->shape);
    assert_int_equal(a->descendants, b->descendants);
    assert_int_equal(a->timeout.ns, b->timeout.ns);
    assert_int_equal(a->target.ns, b->target.ns);
    assert_memory_equal(&a->retry, &b->retry, sizeof(a->retry));
    assert_int_equal(a->policy.on_failure, b->policy.on_failure);
    assert_int_equal(a->policy.on_timeout, b->policy.on_timeout);
    assert_int_equal(a->ungraceful.on_timeout, b->ungraceful.on_timeout);
    assert_int_equal(a->conditions.count, b->conditions.count);
    assert_int_equal(a->parameters.count, b->parameters.count);
    assert_int_equal(a->parameters.span.ns, b->parameters.span.ns);
    assert_int_equal(a->parameters.weight_count, b->parameters.weight_count);
    assert_int_equal(a->undo == NULL, b->undo == NULL);
}

static void describe(const struct bs_plan *plan, char sha256[65])
{
    struct bs_history *history = bs_history_new(1024 * 1024);

    assert_non_null(history);
    bs_plan_describe(plan, history, BS_AT_SECONDS(0));
    bs_history_sha256(history, sha256);
    bs_history_destroy(history);
}

/* every-block.json says in JSON what every-block.yaml says in YAML. */
static void test_json_is_another_way_to_write_a_plan(void **state)
{
    struct bs_loaded_plan *yaml = load_good(TESTS_DIR "/plans/every-block.yaml");
    struct bs_loaded_plan *json = load_good(TESTS_DIR "/plans/every-block.json");
    const struct bs_plan *a = bs_loaded_plan_get(yaml);
    const struct bs_plan *b = bs_loaded_plan_get(json);
    char descriptions[2][65];

    (void)state;
    assert_int_equal(a->step_count, b->step_count);
    assert_int_equal(a->source_count, b->source_count);
    assert_int_equal(a->trigger_count, b->trigger_count);
    assert_int_equal(a->lease->duration.ns, b->lease->duration.ns);
    assert_memory_equal(&a->calls, &b->calls, sizeof(a->calls));
    for (uint32_t i = 0; i < a->step_count; i++) {
        check_same_step(&a->steps[i], &b->steps[i]);
    }
    describe(a, descriptions[0]);
    describe(b, descriptions[1]);
    assert_string_equal(descriptions[0], descriptions[1]);
    bs_loaded_plan_destroy(yaml);
    bs_loaded_plan_destroy(json);
}

static void test_flagship_plan_loads(void **state)
{
    struct bs_loaded_plan *loaded = load_good(BS_SOURCE_DIR "/scenarios/plans/warm-standby.yaml");
    const struct bs_plan *plan = bs_loaded_plan_get(loaded);

    (void)state;
    assert_int_equal(plan->workflow_count, 4);
    assert_string_equal(find_step(plan, "activate", "uploads-lag")->parameters.resource->id,
                        "uploads-dr");
    bs_loaded_plan_destroy(loaded);
}

static void test_description_lists_steps_with_groups(void **state)
{
    struct bs_loaded_plan *loaded = load_good(TESTS_DIR "/plans/warm-standby.yaml");
    struct bs_history *history = bs_history_new(1024 * 1024);
    const struct bs_record *record;

    (void)state;
    assert_non_null(history);
    bs_plan_describe(bs_loaded_plan_get(loaded), history, BS_AT_SECONDS(0));
    bs_loaded_plan_destroy(loaded); /* The history has copies of its own. */
    assert_int_equal(bs_history_count(history), 11);
    record = bs_history_get(history, 2);
    assert_string_equal(bs_record_text(record, "step"), "image-local");
    assert_string_equal(bs_record_text(record, "group"), "preflight");
    assert_string_equal(bs_record_text(record, "effect"), "checks");
    record = bs_history_get(history, 3);
    assert_string_equal(bs_record_text(record, "step"), "fence");
    assert_null(bs_record_text(record, "group"));
    assert_int_equal(bs_record_number(record, "target_ns"), 15 * BS_NS_PER_S);
    assert_string_equal(bs_record_text(record, "region"), "us-east-1");
    bs_history_destroy(history);
}

static void read_expectation(const char *path, char expected[LINE_BYTES_MAX])
{
    static const char prefix[] = "# expect: ";
    FILE *file = fopen(path, "r");
    char line[LINE_BYTES_MAX];

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof(line), file));
    (void)fclose(file);
    assert_memory_equal(line, prefix, sizeof(prefix) - 1);
    line[strcspn(line, "\n")] = '\0';
    memcpy(expected, line + sizeof(prefix) - 1, strlen(line) + 1 - (sizeof(prefix) - 1));
}

static void check_broken(const char *name)
{
    char path[PATH_BYTES_MAX];
    char expected[LINE_BYTES_MAX];
    char message[LINE_BYTES_MAX];
    struct bs_loaded_plan *loaded = NULL;
    struct bs_error error = {0};
    size_t path_length;

    (void)snprintf(path, sizeof(path), "%s/broken_plans/%s", TESTS_DIR, name);
    read_expectation(path, expected);
    if (bs_plan_load(path, fixture_bindings(), &loaded, &error) == BS_OK) {
        fail_msg("%s loads, but should say: %s", name, expected);
    }
    assert_null(loaded);
    bs_error_format(&error, message, sizeof(message));
    path_length = strlen(path);
    assert_memory_equal(message, path, path_length);
    if (strcmp(message + path_length + 1, expected) != 0) {
        fail_msg("%s\n  says:    %s\n  expects: %s", name, message + path_length + 1, expected);
    }
}

static void test_broken_plans_are_refused_in_place(void **state)
{
    DIR *directory = opendir(TESTS_DIR "/broken_plans");
    uint32_t count = 0;

    (void)state;
    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        if (strstr(entry->d_name, ".yaml") != NULL) {
            check_broken(entry->d_name);
            count++;
        }
    }
    (void)closedir(directory);
    assert_true(count >= BROKEN_PLANS_MIN);
}

static void test_missing_file_is_refused(void **state)
{
    struct bs_loaded_plan *loaded = NULL;
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(
        bs_plan_load(TESTS_DIR "/plans/nowhere.yaml", fixture_bindings(), &loaded, &error),
        BS_ERR_INPUT);
    assert_null(loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_warm_standby_is_compiled),
        cmocka_unit_test(test_every_block_is_compiled),
        cmocka_unit_test(test_json_is_another_way_to_write_a_plan),
        cmocka_unit_test(test_flagship_plan_loads),
        cmocka_unit_test(test_description_lists_steps_with_groups),
        cmocka_unit_test(test_broken_plans_are_refused_in_place),
        cmocka_unit_test(test_missing_file_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
