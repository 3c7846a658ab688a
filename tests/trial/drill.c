/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/trial/drill.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"

#define SCENARIO "scenarios/platform/region-loss.yaml"
#define PLAN     "scenarios/plans/warm-standby.yaml"

static void expect_ok(enum bs_status status, const struct bs_error *error, const char *command)
{
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    if (status != BS_OK) {
        bs_error_format(error, text, sizeof(text));
        fail_msg("%s\n%s", text, command);
    }
}

const char *drill_command(const struct drill *drill, uint64_t seed)
{
    static char command[16384];
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, sizeof(command) - 1);
    bs_buffer_format(&buffer, "blackstart run %s --seed %" PRIu64, SCENARIO, seed);
    for (size_t i = 0; i < drill->change_count; i++) {
        bs_buffer_format(&buffer, " --set '%s=%s'", drill->changes[i].path,
                         drill->changes[i].value);
    }
    (void)snprintf(command, sizeof(command), "%.*s", (int)buffer.length, (char *)buffer.bytes);
    bs_buffer_clean_up(&buffer);
    return command;
}

void drill_load(struct drill *drill, const struct bs_override *changes, size_t count)
{
    struct bs_error error = {0};
    struct bs_bindings bindings;

    assert_true(count <= DRILL_CHANGES_MAX);
    *drill = (struct drill){.change_count = count};
    for (size_t i = 0; i < count; i++) {
        drill->changes[i] = changes[i];
    }
    expect_ok(
        bs_scenario_load(BS_SOURCE_DIR "/" SCENARIO, changes, count, &drill->scenario, &error),
        &error, drill_command(drill, 1));
    expect_ok(bs_trial_bindings(drill->scenario, &bindings), &error, drill_command(drill, 1));
    expect_ok(bs_plan_load(BS_SOURCE_DIR "/" PLAN, &bindings, &drill->plan, &error), &error,
              drill_command(drill, 1));
}

void drill_clean_up(struct drill *drill)
{
    bs_loaded_plan_destroy(drill->plan);
    bs_scenario_destroy(drill->scenario);
}

struct bs_history *drill_run(const struct drill *drill, uint64_t seed, enum bs_detail detail,
                             enum bs_event_list_kind list_kind)
{
    const struct bs_trial_options options = {
        .scenario = drill->scenario,
        .plan = drill->plan,
        .seed = seed,
        .detail = detail,
        .list_kind = list_kind,
    };
    struct bs_error error = {0};
    struct bs_history *history = NULL;

    expect_ok(bs_trial_run(&options, &history, NULL, &error), &error, drill_command(drill, seed));
    assert_non_null(history);
    assert_false(bs_history_is_truncated(history));
    return history;
}

void drill_judge(const struct drill *drill, uint64_t seed, struct drill_result *result)
{
    struct bs_report_inputs inputs = {.scenario_file = SCENARIO, .backend = "sim"};
    struct bs_error error = {0};

    result->history = drill_run(drill, seed, BS_DETAIL_SKIP, BS_EVENT_LIST_RINGS_AND_LADDER);
    inputs.history = result->history;
    expect_ok(bs_report_build(&inputs, &result->report, &error), &error,
              drill_command(drill, seed));
}

void drill_result_clean_up(struct drill_result *result)
{
    bs_report_destroy(result->report);
    bs_history_destroy(result->history);
}

size_t drill_count(const struct bs_history *history, enum bs_record_kind kind)
{
    size_t from = 0;
    size_t count = 0;

    while (drill_next(history, &from, kind, NULL, NULL) != NULL) {
        count++;
    }
    return count;
}

const struct bs_record *drill_next(const struct bs_history *history, size_t *from,
                                   enum bs_record_kind kind, const char *field, const char *value)
{
    while (*from < bs_history_count(history)) {
        const struct bs_record *record = bs_history_get(history, (*from)++);
        const char *text;

        if (record->kind != kind) {
            continue;
        }
        text = field != NULL ? bs_record_text(record, field) : NULL;
        if (field == NULL || (text != NULL && strcmp(text, value) == 0)) {
            return record;
        }
    }
    return NULL;
}
