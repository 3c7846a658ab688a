/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/runner.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/runner/entry.h"
#include "orchestrator/runner/note_record.h"

struct bs_runner {
    struct bs_runner_options options;
    struct bs_core *core;
    enum bs_status status;
    bool is_busy;         /* Within an input: ports must not call back. */
    const char *workflow; /* Of the latest execution, once there is one, and its number. */
    uint64_t execution;
    struct bs_instant wake; /* As the timer port last heard. */
    struct bs_entry entry;
    struct bs_effects effects;
};

struct bs_runner *bs_runner_new(const struct bs_runner_options *options)
{
    struct bs_runner *runner;
    void *memory;

    BS_ASSERT(options->plan != NULL && options->history != NULL && options->records != NULL);
    BS_ASSERT(options->orchestrator >= 1);
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
    runner->core = bs_core_init(memory, options->plan,
                                &(struct bs_core_options){.seed_high = options->seed_high,
                                                          .seed_low = options->seed_low,
                                                          .orchestrator = options->orchestrator});
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
    if (runner->workflow != NULL) {
        BS_APPEND(runner->options.history, now, BS_RECORD_EXECUTION,
                  bs_count((int64_t)runner->execution), bs_text(runner->workflow),
                  bs_text(bs_execution_state_name(BS_EXECUTION_FAILED)),
                  bs_text("journal append failed"));
    }
    BS_APPEND(runner->options.history, now, BS_RECORD_ORCHESTRATOR,
              bs_count(runner->options.orchestrator), bs_text("stopped"),
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

static void remember_execution(struct bs_runner *runner, const struct bs_effect *effect)
{
    if (effect->kind == BS_EFFECT_NOTE && effect->as.note.kind == BS_NOTE_EXECUTION) {
        runner->workflow = runner->options.plan->workflows[effect->as.note.workflow].name;
        runner->execution = effect->as.note.execution;
    }
}

/* Every effect has one record. */
static void record(struct bs_runner *runner, struct bs_instant now, const struct bs_effect *effect)
{
    const struct bs_runner_options *options = &runner->options;

    if (effect->kind == BS_EFFECT_SEND) {
        bs_send_record(options->history, now, options->plan, options->orchestrator,
                       &effect->as.send);
    } else {
        bs_note_record(options->history, now, options->plan, &effect->as.note);
    }
    (*options->records)++;
}

static void perform(struct bs_runner *runner, struct bs_instant now, const struct bs_effect *effect)
{
    const struct bs_calls_port *calls = &runner->options.calls;
    const struct bs_send *send = &effect->as.send;

    remember_execution(runner, effect);
    record(runner, now, effect);
    /*
     * After a resumption it may be too late: the core counts on nothing being on its way any more so long
     * after the deadline.
     */
    if (effect->kind == BS_EFFECT_SEND && bs_instant_before(now, send->deadline)) {
        calls->send(calls->self, send->call, &send->request, send->deadline);
    }
}

/* Journals and performs the effects from the `from`-th on; false once the journal has failed. */
static bool perform_effects(struct bs_runner *runner, struct bs_instant now, uint32_t from)
{
    for (uint32_t i = from; i < runner->effects.count; i++) {
        bs_entry_effect(&runner->entry, now, &runner->effects.items[i]);
        if (!journal(runner, now)) {
            return false;
        }
        perform(runner, now, &runner->effects.items[i]);
    }
    return true;
}

/* One step of the core with all that belongs to it; false once the journal has failed. */
static bool step(struct bs_runner *runner, struct bs_instant now, const struct bs_input *input)
{
    bs_entry_input(&runner->entry, now, input);
    if (!journal(runner, now)) {
        return false;
    }
    bs_core_step(runner->core, now, input, &runner->effects);
    return perform_effects(runner, now, 0);
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

/* ---- Resuming ---- */

/* Where the journal stands while it is read again. */
struct replay {
    uint32_t matched; /* Effects of the last input that the journal holds. */
    size_t inputs;
    size_t effects; /* All that the journal holds. */
    struct bs_instant last_at;
};

static bool replay_input(struct bs_runner *runner, struct replay *replay,
                         const unsigned char *bytes, size_t length)
{
    struct bs_call_answer answer;
    struct bs_input input;
    struct bs_instant at;

    /* All effects of one input are journaled before the next input is. */
    if (replay->matched != runner->effects.count ||
        !bs_entry_read_input(bytes, length, &at, &input, &answer) || at.ns < replay->last_at.ns) {
        return false;
    }
    replay->last_at = at;
    replay->matched = 0;
    replay->inputs++;
    bs_core_step(runner->core, at, &input, &runner->effects);
    return true;
}

static bool replay_effect(struct bs_runner *runner, struct replay *replay,
                          const unsigned char *bytes, size_t length, struct bs_instant at)
{
    if (replay->matched == runner->effects.count) {
        return false;
    }
    bs_entry_effect(&runner->entry, at, &runner->effects.items[replay->matched]);
    if (runner->entry.length != length || memcmp(runner->entry.bytes, bytes, length) != 0) {
        return false;
    }
    remember_execution(runner, &runner->effects.items[replay->matched]);
    replay->matched++;
    replay->effects++;
    return true;
}

static enum bs_status replay_journal(struct bs_runner *runner, struct replay *replay)
{
    const struct bs_journal_port *port = &runner->options.journal;
    const unsigned char *bytes;
    size_t offset = 0;
    size_t length;
    enum bs_status status;

    while ((status = port->read(port->self, &offset, &bytes, &length)) == BS_OK) {
        struct bs_entry_summary summary;
        bool is_good = bs_entry_summarise(bytes, length, &summary);

        if (is_good) {
            is_good = summary.kind == BS_ENTRY_INPUT
                          ? replay_input(runner, replay, bytes, length)
                          : replay_effect(runner, replay, bytes, length, summary.at);
        }
        if (!is_good) {
            return BS_ERR_IO;
        }
    }
    return status == BS_ERR_LIMIT ? BS_OK : status;
}

/* The last effect may have been journaled without coming to its record. */
static void record_last(struct bs_runner *runner, struct bs_instant now,
                        const struct replay *replay)
{
    if (replay->matched > 0 && *runner->options.records < replay->effects) {
        record(runner, now, &runner->effects.items[replay->matched - 1]);
    }
}

enum bs_status bs_runner_resume(struct bs_runner *runner, struct bs_instant now)
{
    const struct bs_input input = {.kind = BS_INPUT_RESUME};
    struct replay replay = {.matched = 0};
    enum bs_status status;
    bool is_well;

    BS_ASSERT(!runner->is_busy && runner->status == BS_OK);
    BS_ASSERT(runner->options.journal.read != NULL);
    status = replay_journal(runner, &replay);
    if (status != BS_OK) {
        runner->status = status;
        return status;
    }
    if (replay.inputs == 0) {
        bs_runner_start(runner, now);
        return runner->status;
    }
    BS_ASSERT(now.ns >= replay.last_at.ns);
    runner->is_busy = true;
    record_last(runner, now, &replay);
    is_well = perform_effects(runner, now, replay.matched);
    runner->is_busy = false;
    if (is_well) {
        handle(runner, now, &input);
    }
    return runner->status;
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
