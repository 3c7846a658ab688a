/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/runner.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/assert.h"
#include "orchestrator/runner/entry.h"
#include "orchestrator/runner/note_record.h"

struct bs_runner {
    struct bs_runner_options options;
    struct bs_core *core;
    enum bs_status status;
    bool is_busy;           /* Within an input: ports must not call back. */
    const char *workflow;   /* Of the execution, once there is one. */
    struct bs_instant wake; /* As the timer port last heard. */
    struct bs_entry entry;
    struct bs_effects effects;
};

struct bs_runner *bs_runner_new(const struct bs_runner_options *options)
{
    struct bs_runner *runner;
    void *memory;

    BS_ASSERT(options->plan != NULL && options->history != NULL);
    BS_ASSERT(options->journal.append != NULL && options->calls.send != NULL);
    BS_ASSERT(options->timer.set != NULL);

    runner = calloc(1, sizeof(*runner));
    memory = malloc(bs_core_size(options->plan));
    if (runner == NULL || memory == NULL) {
        free(runner);
        free(memory);
        return NULL;
    }
    runner->options = *options;
    runner->wake = BS_INSTANT_NEVER;
    runner->core = bs_core_init(memory, options->plan, options->seed_high, options->seed_low);
    return runner;
}

void bs_runner_destroy(struct bs_runner *runner)
{
    if (runner != NULL) {
        free(runner->core);
        free(runner);
    }
}

enum bs_status bs_runner_status(const struct bs_runner *runner)
{
    return runner->status;
}

static void set_timer(struct bs_runner *runner, struct bs_instant at)
{
    if (at.ns != runner->wake.ns) {
        runner->wake = at;
        runner->options.timer.set(runner->options.timer.self, at);
    }
}

static void stop_safely(struct bs_runner *runner, struct bs_instant now, enum bs_status status)
{
    runner->status = status;
    BS_APPEND(runner->options.history, now, BS_RECORD_EXECUTION, bs_text(runner->workflow),
              bs_text(bs_execution_state_name(BS_EXECUTION_FAILED)),
              bs_text("journal append failed"));
    set_timer(runner, BS_INSTANT_NEVER);
}

/* Whether the entry that was just written into runner->entry is durable now. */
static bool journal(struct bs_runner *runner, struct bs_instant now)
{
    enum bs_status status = runner->options.journal.append(
        runner->options.journal.self, runner->entry.bytes, runner->entry.length);

    if (status != BS_OK) {
        stop_safely(runner, now, status);
    }
    return status == BS_OK;
}

static void perform(struct bs_runner *runner, struct bs_instant now, const struct bs_effect *effect)
{
    const struct bs_runner_options *options = &runner->options;

    if (effect->kind == BS_EFFECT_SEND) {
        const struct bs_send *send = &effect->as.send;

        bs_send_record(options->history, now, options->plan, send);
        options->calls.send(options->calls.self, send->call, &send->request, send->deadline);
        return;
    }
    if (effect->as.note.kind == BS_NOTE_EXECUTION) {
        runner->workflow = options->plan->workflows[effect->as.note.workflow].name;
    }
    bs_note_record(options->history, now, options->plan, &effect->as.note);
}

/* One step of the core with all that belongs to it; false once the journal has failed. */
static bool step(struct bs_runner *runner, struct bs_instant now, const struct bs_input *input)
{
    bs_entry_input(&runner->entry, now, input);
    if (!journal(runner, now)) {
        return false;
    }
    bs_core_step(runner->core, now, input, &runner->effects);
    for (uint32_t i = 0; i < runner->effects.count; i++) {
        bs_entry_effect(&runner->entry, now, &runner->effects.items[i]);
        if (!journal(runner, now)) {
            return false;
        }
        perform(runner, now, &runner->effects.items[i]);
    }
    return true;
}

static void handle(struct bs_runner *runner, struct bs_instant now, const struct bs_input *input)
{
    static const struct bs_input again = {.kind = BS_INPUT_TIMER};
    bool is_well;

    BS_ASSERT(!runner->is_busy);
    if (runner->status != BS_OK) {
        return;
    }
    runner->is_busy = true;
    is_well = step(runner, now, input);
    while (is_well && runner->effects.wake_at.ns == now.ns) {
        is_well = step(runner, now, &again);
    }
    if (is_well) {
        set_timer(runner, runner->effects.wake_at);
    }
    runner->is_busy = false;
}

void bs_runner_start(struct bs_runner *runner, struct bs_instant now)
{
    const struct bs_input input = {.kind = BS_INPUT_START};

    handle(runner, now, &input);
}

void bs_runner_answer(struct bs_runner *runner, struct bs_instant now, uint64_t call,
                      const struct bs_call_answer *answer)
{
    const struct bs_input input = {.kind = BS_INPUT_ANSWER, .call = call, .answer = answer};

    BS_ASSERT(answer != NULL);
    handle(runner, now, &input);
}

void bs_runner_timer(struct bs_runner *runner, struct bs_instant now)
{
    const struct bs_input input = {.kind = BS_INPUT_TIMER};

    handle(runner, now, &input);
}
