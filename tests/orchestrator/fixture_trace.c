/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/orchestrator/fixture_trace.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tests/orchestrator/fixture_bindings.h"

enum { TRACE_BYTES_MAX = 256 * 1024 };

struct story *story_begin(const char *plan_file, const struct fixture_rule *rules,
                          uint32_t rule_count)
{
    struct story *story = calloc(1, sizeof(*story));
    struct bs_error error = {0};
    char path[512];

    assert_non_null(story);
    (void)snprintf(path, sizeof(path), "%s/tests/orchestrator/plans/%s", BS_SOURCE_DIR, plan_file);
    if (bs_plan_load(path, fixture_bindings(), &story->loaded, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    story->plan = bs_loaded_plan_get(story->loaded);
    story->core = bs_core_init(malloc(bs_core_size(story->plan)), story->plan,
                               &(struct bs_core_options){1, 2, 1});
    story->world = fixture_world(rules, rule_count);
    story->world.lost_at = BS_AT_SECONDS(60);
    bs_buffer_init(&story->trace, TRACE_BYTES_MAX);
    return story;
}

static void stamp(struct story *story, struct bs_instant now)
{
    bs_buffer_format(&story->trace, "[%4d.%d] ", (int)(now.ns / BS_NS_PER_S),
                     (int)(now.ns / (BS_NS_PER_S / 10) % 10));
}

static const char **find_enforced(struct story *story, const char *resource)
{
    for (uint32_t i = 0; i < STORY_LATCHES_MAX; i++) {
        if (story->enforced[i] != NULL && strcmp(story->enforced[i], resource) == 0) {
            return &story->enforced[i];
        }
    }
    return NULL;
}

static void learn_of_latch(struct story *story, const struct bs_note *note)
{
    const char **enforced = find_enforced(story, note->detail);

    if (enforced != NULL) {
        *enforced = NULL;
    }
    for (uint32_t i = 0; note->state.latch == BS_LATCH_ENFORCED && i < STORY_LATCHES_MAX; i++) {
        if (story->enforced[i] == NULL) {
            story->enforced[i] = note->detail;
            return;
        }
    }
}

/* Looking at things, taking the lease, and keeping up a fence. */
static bool is_routine(struct story *story, const struct bs_call_request *request)
{
    const bool may_be_latch =
        request->operation == BS_OPERATION_EC2_REVOKE_INGRESS ||
        (request->operation == BS_OPERATION_ECS_UPDATE_SERVICE && request->count == 0);

    return bs_operation_info(request->operation)->effect == BS_EFFECT_READS ||
           request->operation == BS_OPERATION_DYNAMODB_TAKE_LEASE ||
           (may_be_latch && find_enforced(story, request->resource) != NULL);
}

static void trace_note(struct story *story, struct bs_instant now, const struct bs_note *note)
{
    const struct bs_plan *plan = story->plan;
    struct bs_buffer *trace = &story->trace;

    if (note->kind == BS_NOTE_ANSWER &&
        (note->state.outcome == BS_OUTCOME_OK || story->is_watching[note->call])) {
        return;
    }
    stamp(story, now);
    switch (note->kind) {
    case BS_NOTE_SOURCE:
        bs_buffer_format(trace, "%s %s: %s",
                         bs_plan_resource_kind_name(plan->sources[note->index].kind),
                         plan->sources[note->index].id, bs_source_state_name(note->state.source));
        break;
    case BS_NOTE_DETECTION:
        bs_buffer_format(trace, "%s", bs_detection_state_name(note->state.detection));
        break;
    case BS_NOTE_DECISION:
        bs_buffer_format(trace, "decide %s: %" PRIu32 " of %" PRIu32,
                         plan->workflows[note->workflow].name, note->vantage.unhealthy,
                         note->vantage.sources);
        if (note->detail != NULL) {
            bs_buffer_format(trace, " %s %s", bs_severity_name(note->severity), note->detail);
        }
        break;
    case BS_NOTE_EXECUTION:
        bs_buffer_format(trace, "EXECUTION %s", bs_execution_state_name(note->state.execution));
        break;
    case BS_NOTE_STEP:
        bs_buffer_format(trace, "%s %s", plan->steps[note->index].id,
                         bs_step_state_name(note->state.step));
        if (note->attempt > 1) {
            bs_buffer_format(trace, " after %" PRIu32 " tries", note->attempt);
        }
        break;
    case BS_NOTE_RISK:
        bs_buffer_format(trace, "RISK %s accepted by %s, %" PRIu32 " of %" PRIu32,
                         note->index != BS_STEP_NONE ? plan->steps[note->index].id : "lease",
                         note->detail, note->vantage.unhealthy, note->vantage.sources);
        break;
    case BS_NOTE_LATCH:
        learn_of_latch(story, note);
        bs_buffer_format(trace, "LATCH %s %s", note->detail,
                         bs_latch_state_name(note->state.latch));
        break;
    case BS_NOTE_ANSWER:
        bs_buffer_format(trace, "  < %s %s", bs_operation_info(story->operations[note->call])->name,
                         bs_call_outcome_name(note->state.outcome));
        break;
    }
    if (note->reason.text[0] != '\0') {
        bs_buffer_format(trace, " (%s)", note->reason.text);
    }
    bs_buffer_text(trace, "\n");
}

static void trace_call(struct bs_buffer *trace, const struct bs_call_request *request)
{
    const bool is_share =
        request->operation == BS_OPERATION_ROUTE53_CHANGE_RECORD && request->count < 100;

    bs_buffer_format(trace, "  > %s %s", bs_operation_info(request->operation)->name,
                     request->resource);
    if (request->operation == BS_OPERATION_ECS_UPDATE_SERVICE || is_share) {
        bs_buffer_format(trace, " %" PRId64, request->count);
    } else if (request->operation == BS_OPERATION_ROUTE53_CHANGE_RECORD &&
               strcmp(request->target, "lb-dr") != 0) {
        bs_buffer_format(trace, " to %s", request->target);
    } else if (request->operation == BS_OPERATION_PEOPLE_ASK) {
        bs_buffer_format(trace, ": %s", request->target);
        if (request->span.ns != BS_DURATION_UNKNOWN.ns) {
            bs_buffer_format(trace, " Loss: %" PRId64 " ms.", request->span.ns / BS_NS_PER_MS);
        }
    }
    bs_buffer_text(trace, "\n");
}

static void perform_send(struct story *story, struct bs_instant now, const struct bs_send *send)
{
    struct coming *coming = &story->coming[story->coming_count];

    assert_true(send->call < STORY_CALLS_MAX);
    assert_true(story->coming_count < STORY_ANSWERS_MAX);
    story->operations[send->call] = send->request.operation;
    story->is_watching[send->call] = send->step == BS_STEP_NONE;
    if (!is_routine(story, &send->request)) {
        stamp(story, now);
        trace_call(&story->trace, &send->request);
    }
    if (fixture_world_answer(&story->world, now, &send->request, &coming->answer, &coming->at)) {
        coming->call = send->call;
        story->coming_count++;
    }
}

static void feed(struct story *story, struct bs_instant now, const struct bs_input *input)
{
    bs_core_step(story->core, now, input, &story->effects);
    for (uint32_t i = 0; i < story->effects.count; i++) {
        const struct bs_effect *effect = &story->effects.items[i];

        if (effect->kind == BS_EFFECT_SEND) {
            perform_send(story, now, &effect->as.send);
        } else {
            trace_note(story, now, &effect->as.note);
        }
    }
}

/* The answer that comes first, or `coming_count`. */
static uint32_t next_answer(const struct story *story)
{
    uint32_t next = story->coming_count;

    for (uint32_t i = 0; i < story->coming_count; i++) {
        if (next == story->coming_count || story->coming[i].at.ns < story->coming[next].at.ns) {
            next = i;
        }
    }
    return next;
}

void story_run_until(struct story *story, int64_t until_s)
{
    struct bs_input input = {.kind = BS_INPUT_START};
    struct bs_instant now = BS_AT_SECONDS(0);

    if (!story->is_started) {
        story->is_started = true;
        feed(story, now, &input);
    }
    for (;;) {
        uint32_t next = next_answer(story);
        bool is_answer =
            next < story->coming_count && story->coming[next].at.ns <= story->effects.wake_at.ns;

        now = is_answer ? story->coming[next].at : story->effects.wake_at;
        if (now.ns > until_s * BS_NS_PER_S) {
            return;
        }
        input = (struct bs_input){.kind = BS_INPUT_TIMER};
        if (is_answer) {
            struct coming coming = story->coming[next];

            memmove(&story->coming[next], &story->coming[next + 1],
                    (--story->coming_count - next) * sizeof(coming));
            input = (struct bs_input){
                .kind = BS_INPUT_ANSWER, .call = coming.call, .answer = &coming.answer};
            feed(story, now, &input);
        } else {
            feed(story, now, &input);
        }
    }
}

/* Line by line, because the test library cuts long messages. */
static void print_trace(const char *text)
{
    for (const char *end = strchr(text, '\n'); end != NULL;
         text = end + 1, end = strchr(text, '\n')) {
        print_message("%.*s\n", (int)(end - text), text);
    }
}

bool story_says(const struct story *story, const char *text)
{
    return strstr(story->trace.bytes, text) != NULL;
}

void story_finish(struct story *story, const char *from, const char *expected)
{
    const char *trace = strstr(story->trace.bytes, from);
    bool is_right;

    if (trace == NULL) {
        print_trace(story->trace.bytes);
        fail_msg("nothing says '%s'", from);
        return;
    }
    while (trace > story->trace.bytes && trace[-1] != '\n') {
        trace--;
    }
    is_right = strcmp(trace, expected) == 0;
    if (!is_right) {
        print_trace(trace);
    }
    bs_loaded_plan_destroy(story->loaded);
    free(story->core);
    bs_buffer_clean_up(&story->trace);
    free(story);
    assert_true(is_right);
}
