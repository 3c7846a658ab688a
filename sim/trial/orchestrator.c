/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/trial/orchestrator.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/assert.h"
#include "base/stream.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/runner/entry.h"
#include "orchestrator/runner/journal_memory.h"
#include "orchestrator/runner/runner.h"

enum { JOURNAL_BYTES_MAX = 256 * 1024 * 1024 };

/* The ports' `self`. */
struct bs_orchestrator {
    struct bs_orchestrator_options options;
    struct bs_journal_memory *journal; /* NULL if the options give another. */
    struct bs_journal_port journal_port;
    struct bs_runner *runner; /* NULL while it is down. */
    struct bs_runner_options runner_options;
    uint64_t records; /* Of notes and calls. */
    struct bs_event_id timer;
    uint64_t timer_count;
    uint64_t entity; /* In the event order. */

    /* Crashes. */
    jmp_buf alive;        /* Where whoever called the runner goes on when it dies. */
    uint64_t last_call;   /* The newest call sent. */
    uint64_t first_heard; /* Answers to earlier calls were meant for one that is dead. */
    uint32_t *call_steps; /* Of call number n - 1; only while points are counted. */
    size_t call_capacity;
    uint64_t entry_count;         /* Appended in this life. */
    struct bs_instant last_point; /* When the newest point was passed, */
    uint64_t last_trace;          /* and how much there was then that a death cannot take back. */
};

static struct bs_instant now_of(const struct bs_orchestrator *orchestrator)
{
    return bs_simulation_now(orchestrator->options.simulation);
}

/* ---- Dying ---- */

const char *bs_crash_moment_name(enum bs_crash_moment moment)
{
    static const char *const names[BS_CRASH_MOMENT_COUNT] = {"before append", "after append",
                                                             "after send", "before answer"};

    BS_ASSERT(moment < BS_CRASH_MOMENT_COUNT);
    return names[moment];
}

/*
 * Whether dying now differs in nothing from dying at the point before. What lives on is the journal, the
 * calls that have left and what has been recorded; each of them only grows.
 */
static bool is_same_death(struct bs_orchestrator *orchestrator)
{
    const struct bs_instant now = now_of(orchestrator);
    const uint64_t trace = orchestrator->entry_count + orchestrator->last_call +
                           bs_history_count(orchestrator->options.history);
    const bool is_same = trace == orchestrator->last_trace && now.ns == orchestrator->last_point.ns;

    orchestrator->last_point = now;
    orchestrator->last_trace = trace;
    return is_same;
}

static bool is_to_die(const struct bs_crash_request *crash, const struct bs_crash_point *point)
{
    if (crash->has_crashed) {
        return false; /* Nobody dies twice. */
    }
    return crash->dies != NULL ? crash->dies(crash->self, crash->points, point)
                               : crash->points == crash->at_point;
}

/* Counts a point; does not return if the orchestrator is to die at it. */
static void pass_point(struct bs_orchestrator *orchestrator, enum bs_crash_moment moment,
                       uint32_t step)
{
    struct bs_crash_request *crash = orchestrator->options.crash;
    struct bs_crash_point point;

    if (crash == NULL) {
        return;
    }
    crash->points++;
    point = (struct bs_crash_point){moment, step, now_of(orchestrator), false};
    point.is_same = is_same_death(orchestrator);
    if (is_to_die(crash, &point)) {
        crash->has_crashed = true;
        crash->point = point;
        longjmp(orchestrator->alive, 1);
    }
}

static uint32_t step_of_call(const struct bs_orchestrator *orchestrator, uint64_t call)
{
    return call > 0 && call <= orchestrator->call_capacity ? orchestrator->call_steps[call - 1]
                                                           : BS_CRASH_STEP_WATCHING;
}

static void remember_call(struct bs_orchestrator *orchestrator, uint64_t call, uint32_t step)
{
    if (call > orchestrator->call_capacity) {
        const size_t capacity = 2 * (size_t)call + 64;
        uint32_t *steps = realloc(orchestrator->call_steps, capacity * sizeof(*steps));

        BS_ASSERT(steps != NULL);
        orchestrator->call_steps = steps;
        orchestrator->call_capacity = capacity;
    }
    orchestrator->call_steps[call - 1] = step;
}

static uint32_t step_of_entry(struct bs_orchestrator *orchestrator, const unsigned char *bytes,
                              size_t length)
{
    struct bs_entry_summary summary;
    const bool is_good = bs_entry_summarise(bytes, length, &summary);

    BS_ASSERT(is_good);
    if (summary.kind == BS_ENTRY_SEND) {
        remember_call(orchestrator, summary.call, summary.step);
    }
    return summary.step != BS_STEP_NONE ? summary.step : step_of_call(orchestrator, summary.call);
}

static enum bs_status append_entry(void *self, const void *bytes, size_t length)
{
    struct bs_orchestrator *orchestrator = self;
    const struct bs_journal_port *port = &orchestrator->journal_port;
    uint32_t step;
    enum bs_status status;

    if (orchestrator->options.crash == NULL) {
        return port->append(port->self, bytes, length); /* Nobody counts points or entries. */
    }
    step = step_of_entry(orchestrator, bytes, length);
    pass_point(orchestrator, BS_CRASH_BEFORE_APPEND, step);
    status = port->append(port->self, bytes, length);
    if (status == BS_OK) {
        orchestrator->entry_count++;
        pass_point(orchestrator, BS_CRASH_AFTER_APPEND, step);
    }
    return status;
}

static enum bs_status read_entry(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    struct bs_orchestrator *orchestrator = self;

    return orchestrator->journal_port.read(orchestrator->journal_port.self, offset, bytes, length,
                                           error);
}

/* ---- Living ---- */

static void resume(void *subject, uint64_t argument);

static void record_life(const struct bs_orchestrator *orchestrator, const char *state)
{
    BS_APPEND(orchestrator->options.history, now_of(orchestrator), BS_RECORD_ORCHESTRATOR,
              bs_count(orchestrator->options.number), bs_text(state), bs_text(NULL));
}

/* The process is gone: its timer, its memory, and whoever its connections led to. */
static void bury(struct bs_orchestrator *orchestrator)
{
    const struct bs_event_key key = {
        bs_instant_add(now_of(orchestrator), orchestrator->options.crash->downtime),
        BS_PHASE_ORCHESTRATOR, bs_name_hash("orchestrator/restart"), orchestrator->options.number};

    record_life(orchestrator, "crashed");
    (void)bs_simulation_cancel(orchestrator->options.simulation, orchestrator->timer);
    orchestrator->timer = (struct bs_event_id){0};
    bs_runner_destroy(orchestrator->runner);
    orchestrator->runner = NULL;
    orchestrator->first_heard = orchestrator->last_call + 1;
    if (key.at.ns <= orchestrator->options.trial->scenario->duration.ns) {
        (void)bs_simulation_schedule(orchestrator->options.simulation, &key, resume, orchestrator,
                                     0, NULL);
    }
    if (orchestrator->options.bereaved != NULL) {
        orchestrator->options.bereaved(orchestrator->options.self);
    }
}

static void resume(void *subject, uint64_t argument)
{
    struct bs_orchestrator *orchestrator = subject;
    struct bs_crash_request *crash = orchestrator->options.crash;

    (void)argument;
    orchestrator->runner = bs_runner_new(&orchestrator->runner_options);
    BS_ASSERT(orchestrator->runner != NULL);
    crash->has_resumed =
        bs_runner_resume(orchestrator->runner, now_of(orchestrator), &crash->refusal) == BS_OK;
    if (crash->has_resumed) {
        record_life(orchestrator, "resumed");
    }
}

static void deliver_answer(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct bs_orchestrator *orchestrator = self;

    if (orchestrator->runner == NULL || call < orchestrator->first_heard) {
        return;
    }
    if (setjmp(orchestrator->alive) != 0) {
        bury(orchestrator);
        return;
    }
    pass_point(orchestrator, BS_CRASH_BEFORE_ANSWER, step_of_call(orchestrator, call));
    bs_runner_answer(orchestrator->runner, now_of(orchestrator), call, answer);
}

static void carry(struct bs_orchestrator *orchestrator, uint64_t call,
                  const struct bs_call_request *request)
{
    const struct bs_trial_carrier *carrier = orchestrator->options.trial->carrier;

    if (carrier != NULL) {
        carrier->call(carrier->self, call, request, orchestrator->options.home, deliver_answer,
                      orchestrator);
    } else {
        bs_world_call(orchestrator->options.world, call, request, orchestrator->options.home,
                      deliver_answer, orchestrator);
    }
}

/*
 * The core keeps the deadline itself. Of all it sends only a lease's instants mean anything to another
 * orchestrator, so that is where its clock shows.
 */
static void send_call(void *self, uint64_t call, const struct bs_call_request *request,
                      struct bs_instant deadline)
{
    struct bs_orchestrator *orchestrator = self;
    const struct bs_duration clock = orchestrator->options.clock;
    struct bs_call_request sent = *request;

    (void)deadline;
    sent.lease.now = bs_instant_add(sent.lease.now, clock);
    sent.lease.until = bs_instant_add(sent.lease.until, clock);
    orchestrator->last_call = call;
    carry(orchestrator, call, &sent);
    pass_point(orchestrator, BS_CRASH_AFTER_SEND, step_of_call(orchestrator, call));
}

static void timer_due(void *subject, uint64_t argument)
{
    struct bs_orchestrator *orchestrator = subject;

    (void)argument;
    orchestrator->timer = (struct bs_event_id){0};
    if (setjmp(orchestrator->alive) != 0) {
        bury(orchestrator);
        return;
    }
    bs_runner_timer(orchestrator->runner, now_of(orchestrator));
}

static void set_timer(void *self, struct bs_instant at)
{
    struct bs_orchestrator *orchestrator = self;
    const struct bs_event_key key = {at, BS_PHASE_ORCHESTRATOR, orchestrator->entity,
                                     orchestrator->timer_count++};

    (void)bs_simulation_cancel(orchestrator->options.simulation, orchestrator->timer);
    orchestrator->timer = (struct bs_event_id){0};
    if (at.ns <= orchestrator->options.trial->scenario->duration.ns) {
        (void)bs_simulation_schedule(orchestrator->options.simulation, &key, timer_due,
                                     orchestrator, 0, &orchestrator->timer);
    }
}

/* ---- Being made ---- */

static bool open_journal(struct bs_orchestrator *orchestrator)
{
    if (orchestrator->options.journal != NULL) {
        orchestrator->journal_port = *orchestrator->options.journal;
        return true;
    }
    orchestrator->journal = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    if (orchestrator->journal != NULL) {
        /* Only who dies is resumed from its journal. */
        orchestrator->journal_port = orchestrator->options.crash != NULL
                                         ? bs_journal_memory_port(orchestrator->journal)
                                         : bs_journal_memory_unread_port(orchestrator->journal);
    }
    return orchestrator->journal != NULL;
}

/* The first is called what it was called when it was the only one, so that its draws stay the same. */
static void name(uint32_t number, const char *base, char text[64])
{
    if (number == 1) {
        (void)snprintf(text, 64, "%s", base);
    } else {
        (void)snprintf(text, 64, "%s/%u", base, number);
    }
}

static void set_up(struct bs_orchestrator *orchestrator)
{
    const struct bs_orchestrator_options *options = &orchestrator->options;
    const struct bs_stream_root root = {options->trial->seed, options->trial->trial};
    struct bs_stream jitter;
    char text[64];

    name(options->number, "orchestrator/timer", text);
    orchestrator->entity = bs_name_hash(text);
    name(options->number, "orchestrator", text);
    jitter = bs_stream_open(root, text, "jitter");
    orchestrator->runner_options = (struct bs_runner_options){
        .plan = bs_loaded_plan_get(options->trial->plan),
        .history = options->history,
        .records = &orchestrator->records,
        .identity = bs_loaded_plan_sha256(options->trial->plan),
        .orchestrator = options->number,
        .seed_high = bs_stream_at(&jitter, 0),
        .seed_low = bs_stream_at(&jitter, 1),
        .journal = {.self = orchestrator, .append = append_entry, .read = read_entry},
        .calls = {orchestrator, send_call},
        .timer = {orchestrator, set_timer},
    };
}

struct bs_orchestrator *bs_orchestrator_new(const struct bs_orchestrator_options *options)
{
    struct bs_orchestrator *orchestrator = calloc(1, sizeof(*orchestrator));

    BS_ASSERT(options->number >= 1);
    if (orchestrator == NULL) {
        return NULL;
    }
    orchestrator->options = *options;
    set_up(orchestrator);
    if (open_journal(orchestrator)) {
        orchestrator->runner_options.journal.is_never_read =
            orchestrator->journal_port.is_never_read;
        orchestrator->runner = bs_runner_new(&orchestrator->runner_options);
    }
    if (orchestrator->runner == NULL) {
        bs_orchestrator_destroy(orchestrator);
        return NULL;
    }
    return orchestrator;
}

void bs_orchestrator_start(struct bs_orchestrator *orchestrator)
{
    if (orchestrator->options.number > 1) {
        record_life(orchestrator, "started");
    }
    if (setjmp(orchestrator->alive) != 0) {
        bury(orchestrator);
        return;
    }
    bs_runner_start(orchestrator->runner, now_of(orchestrator));
}

enum bs_status bs_orchestrator_status(const struct bs_orchestrator *orchestrator)
{
    return orchestrator->runner == NULL ? BS_OK : bs_runner_status(orchestrator->runner);
}

void bs_orchestrator_destroy(struct bs_orchestrator *orchestrator)
{
    if (orchestrator == NULL) {
        return;
    }
    bs_runner_destroy(orchestrator->runner);
    bs_journal_memory_destroy(orchestrator->journal);
    free(orchestrator->call_steps);
    free(orchestrator);
}
