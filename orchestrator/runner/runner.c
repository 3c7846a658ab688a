/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/runner.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/runner/entry.h"
#include "orchestrator/runner/note_record.h"
#include "orchestrator/runner/seal.h"

struct bs_runner {
    struct bs_runner_options options;
    struct bs_core *core;
    enum bs_status status;
    bool is_busy;         /* Within an input: ports must not call back. */
    const char *workflow; /* Of the latest execution, once there is one, and its number. */
    uint64_t execution;
    struct bs_instant wake; /* As the timer port last heard. */
    struct bs_seal seal;
    struct bs_entry entry;
    unsigned char sealed[BS_SEALED_BYTES_MAX];
    struct bs_effects effects;
};

struct bs_runner *bs_runner_new(const struct bs_runner_options *options)
{
    struct bs_runner *runner;
    void *memory;

    BS_ASSERT(options->plan != NULL && options->history != NULL && options->records != NULL);
    BS_ASSERT(options->orchestrator >= 1);
    BS_ASSERT(options->identity != NULL && strlen(options->identity) <= BS_ENTRY_IDENTITY_MAX);
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

/* Whether the journal has taken an entry; stops if it has not. */
static bool is_durable(struct bs_runner *runner, struct bs_instant now, enum bs_status status)
{
    if (status != BS_OK) {
        stop_safely(runner, now, status);
    }
    return status == BS_OK;
}

/* An entry of so many bytes into a journal that nobody reads. */
static bool journal_unread(struct bs_runner *runner, struct bs_instant now, size_t length)
{
    const struct bs_journal_port *port = &runner->options.journal;

    return is_durable(runner, now, port->append(port->self, NULL, length + BS_SEAL_BYTES));
}

/* Whether the entry that was just written into runner->entry is durable now. */
static bool journal(struct bs_runner *runner, struct bs_instant now)
{
    const struct bs_journal_port *port = &runner->options.journal;
    size_t length;

    if (port->is_never_read) {
        return journal_unread(runner, now, runner->entry.length);
    }
    length = bs_seal_close(&runner->seal, &runner->entry, runner->sealed);
    return is_durable(runner, now, port->append(port->self, runner->sealed, length));
}

static bool journal_input(struct bs_runner *runner, struct bs_instant now,
                          const struct bs_input *input)
{
    if (runner->options.journal.is_never_read) {
        return journal_unread(runner, now, bs_entry_input_length(input));
    }
    bs_entry_input(&runner->entry, now, input);
    return journal(runner, now);
}

static bool journal_effect(struct bs_runner *runner, struct bs_instant now,
                           const struct bs_effect *effect)
{
    if (runner->options.journal.is_never_read) {
        return journal_unread(runner, now, bs_entry_effect_length(effect));
    }
    bs_entry_effect(&runner->entry, now, effect);
    return journal(runner, now);
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
        if (!journal_effect(runner, now, &runner->effects.items[i])) {
            return false;
        }
        perform(runner, now, &runner->effects.items[i]);
    }
    return true;
}

/* One step of the core with all that belongs to it; false once the journal has failed. */
static bool step(struct bs_runner *runner, struct bs_instant now, const struct bs_input *input)
{
    if (!journal_input(runner, now, input)) {
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

static void start_core(struct bs_runner *runner, struct bs_instant now)
{
    const struct bs_input input = {.kind = BS_INPUT_START};

    handle(runner, now, &input);
}

static struct bs_entry_header own_header(const struct bs_runner *runner)
{
    struct bs_entry_header header = {.format = BS_ENTRY_FORMAT,
                                     .orchestrator = runner->options.orchestrator,
                                     .seed_high = runner->options.seed_high,
                                     .seed_low = runner->options.seed_low};

    memcpy(header.identity, runner->options.identity, strlen(runner->options.identity) + 1);
    return header;
}

/* A second header would make the journal unreadable. */
static bool may_be_empty(const struct bs_journal_port *port)
{
    const unsigned char *bytes;
    size_t offset = 0;
    size_t length;

    return port->is_never_read || port->read == NULL ||
           port->read(port->self, &offset, &bytes, &length, NULL) != BS_OK;
}

void bs_runner_start(struct bs_runner *runner, struct bs_instant now)
{
    const struct bs_entry_header header = own_header(runner);
    bool is_well;

    BS_ASSERT(!runner->is_busy && may_be_empty(&runner->options.journal));
    if (runner->status != BS_OK) {
        return;
    }
    runner->is_busy = true;
    bs_entry_header(&runner->entry, now, &header);
    is_well = journal(runner, now);
    runner->is_busy = false;
    if (is_well) {
        start_core(runner, now);
    }
}

/* ---- Resuming ---- */

/* Where the journal stands while it is read again. */
struct replay {
    uint64_t entry;   /* Which one is looked at, from 0. */
    uint32_t matched; /* Effects of the last input that the journal holds. */
    size_t inputs;
    size_t effects; /* All that the journal holds. */
    struct bs_instant last_at;
    struct bs_error *error;
};

static enum bs_status refuse(const struct replay *replay, const char *why)
{
    return bs_error_set(replay->error, BS_ERR_IO, NULL, "journal entry %" PRIu64 ": %s",
                        replay->entry, why);
}

static enum bs_status replay_header(const struct bs_runner *runner, struct replay *replay,
                                    const unsigned char *bytes, size_t length)
{
    const struct bs_entry_header own = own_header(runner);
    struct bs_entry_header header;

    if (!bs_entry_read_header(bytes, length, &replay->last_at, &header)) {
        return refuse(replay, "the journal does not begin with a header");
    }
    if (header.format != own.format) {
        return bs_error_set(replay->error, BS_ERR_IO, NULL,
                            "journal entry 0: the journal is of format %" PRIu64
                            ", this program's is %" PRIu64,
                            header.format, own.format);
    }
    if (strcmp(header.identity, own.identity) != 0) {
        return bs_error_set(replay->error, BS_ERR_IO, NULL,
                            "journal entry 0: the journal is of '%s', not of '%s'", header.identity,
                            own.identity);
    }
    if (header.orchestrator != own.orchestrator) {
        return bs_error_set(replay->error, BS_ERR_IO, NULL,
                            "journal entry 0: the journal is orchestrator %" PRIu64
                            "'s, not orchestrator %" PRIu64 "'s",
                            header.orchestrator, own.orchestrator);
    }
    return header.seed_high == own.seed_high && header.seed_low == own.seed_low
               ? BS_OK
               : refuse(replay, "the journal is of a run with another seed");
}

static enum bs_status replay_input(struct bs_runner *runner, struct replay *replay,
                                   const unsigned char *bytes, size_t length)
{
    struct bs_call_answer answer;
    struct bs_input input;
    struct bs_instant at;

    if (replay->matched != runner->effects.count) {
        return refuse(replay, "an input, but effects of the input before it are due");
    }
    if (!bs_entry_read_input(bytes, length, &at, &input, &answer)) {
        return refuse(replay, "it is no input of this format");
    }
    replay->matched = 0;
    replay->inputs++;
    bs_core_step(runner->core, at, &input, &runner->effects);
    return BS_OK;
}

static enum bs_status replay_effect(struct bs_runner *runner, struct replay *replay,
                                    const unsigned char *bytes, size_t length, struct bs_instant at)
{
    if (replay->matched == runner->effects.count) {
        return refuse(replay, "an effect, but the inputs before it have no more");
    }
    bs_entry_effect(&runner->entry, at, &runner->effects.items[replay->matched]);
    if (runner->entry.length != length || memcmp(runner->entry.bytes, bytes, length) != 0) {
        return refuse(replay, "an effect that the inputs before it do not have with this plan");
    }
    remember_execution(runner, &runner->effects.items[replay->matched]);
    replay->matched++;
    replay->effects++;
    return BS_OK;
}

static enum bs_status replay_entry(struct bs_runner *runner, struct replay *replay,
                                   const unsigned char *bytes, size_t length)
{
    struct bs_entry_summary summary;

    if (replay->entry == 0) {
        return replay_header(runner, replay, bytes, length);
    }
    if (!bs_entry_summarise(bytes, length, &summary) || summary.kind == BS_ENTRY_HEADER) {
        return refuse(replay, "it is neither an input nor an effect");
    }
    if (summary.at.ns < replay->last_at.ns) {
        return refuse(replay, "it is earlier than the entry before it");
    }
    replay->last_at = summary.at;
    return summary.kind == BS_ENTRY_INPUT
               ? replay_input(runner, replay, bytes, length)
               : replay_effect(runner, replay, bytes, length, summary.at);
}

static enum bs_status replay_journal(struct bs_runner *runner, struct replay *replay)
{
    const struct bs_journal_port *port = &runner->options.journal;
    const unsigned char *bytes;
    size_t offset = 0;
    size_t length;
    enum bs_status status;

    while ((status = port->read(port->self, &offset, &bytes, &length, replay->error)) == BS_OK) {
        replay->entry = runner->seal.sequence;
        status = bs_seal_open(&runner->seal, bytes, &length, replay->error);
        if (status == BS_OK) {
            status = replay_entry(runner, replay, bytes, length);
        }
        if (status != BS_OK) {
            return status;
        }
    }
    replay->entry = runner->seal.sequence;
    return status == BS_ERR_LIMIT
               ? BS_OK
               : bs_error_set(replay->error, status, NULL,
                              "journal entry %" PRIu64 " is torn or cannot be read", replay->entry);
}

/* Time cannot go on before the last entry's. */
static enum bs_status check_now(const struct replay *replay, struct bs_instant now)
{
    char now_text[BS_TIME_TEXT_MAX];
    char last_text[BS_TIME_TEXT_MAX];

    if (now.ns >= replay->last_at.ns) {
        return BS_OK;
    }
    bs_seconds_format(now.ns, now_text);
    bs_seconds_format(replay->last_at.ns, last_text);
    return bs_error_set(replay->error, BS_ERR_INPUT, NULL,
                        "the time is %s s, before the journal's last entry at %s s", now_text,
                        last_text);
}

/* The last effect may have been journaled without coming to its record. */
static void record_last(struct bs_runner *runner, struct bs_instant now,
                        const struct replay *replay)
{
    if (replay->matched > 0 && *runner->options.records < replay->effects) {
        record(runner, now, &runner->effects.items[replay->matched - 1]);
    }
}

enum bs_status bs_runner_resume(struct bs_runner *runner, struct bs_instant now,
                                struct bs_error *error)
{
    const struct bs_input input = {.kind = BS_INPUT_RESUME};
    struct replay replay = {.error = error};
    bool is_well;

    BS_ASSERT(!runner->is_busy && runner->status == BS_OK);
    BS_ASSERT(runner->options.journal.read != NULL);
    runner->status = replay_journal(runner, &replay);
    if (runner->status == BS_OK) {
        runner->status = check_now(&replay, now);
    }
    if (runner->status != BS_OK) {
        return runner->status;
    }
    if (replay.inputs == 0) {
        if (runner->seal.sequence == 0) {
            bs_runner_start(runner, now);
        } else {
            start_core(runner, now);
        }
        return runner->status;
    }
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
