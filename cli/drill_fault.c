/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill_fault.h"

#include <inttypes.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "base/assert.h"

extern char **environ;

enum {
    WITHIN_S = 15, /* A request to FIS, in real time. */
    AGAIN_S = 5,   /* After one that may go well later. */
    POLL_S = 30,
    TRIES_MAX = 12,
};

static struct bs_duration real(const struct bs_drill_fault *fault, int64_t seconds)
{
    return bs_loop_scaled(fault->settings.loop, BS_SECONDS(seconds));
}

static void record(struct bs_drill_fault *fault, const char *name, const char *kind,
                   const char *state)
{
    BS_APPEND(fault->settings.history, fault->settings.now(fault->settings.self), BS_RECORD_FAULT,
              bs_text(name), bs_text(kind), bs_text(state));
}

void bs_drill_fault_recall(struct bs_drill_fault *fault)
{
    const struct bs_history *history = fault->settings.history;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *known = bs_history_get(history, i);
        bool is_end;

        if (known->kind != BS_RECORD_FAULT) {
            continue;
        }
        is_end = strcmp(bs_record_text(known, "state"), "end") == 0;
        if (strcmp(bs_record_text(known, "kind"), "fis") != 0) {
            fault->is_run = true;
            fault->is_undone = is_end;
        } else {
            (void)snprintf(fault->experiment, sizeof(fault->experiment), "%s",
                           bs_record_text(known, "fault"));
            fault->is_over = is_end;
        }
    }
}

/* ---- A command ---- */

static bool run(struct bs_drill_fault *fault, const struct bs_live_command *command)
{
    char *words[BS_LIVE_WORDS_MAX + 1] = {NULL};
    int problem;

    for (size_t i = 0; i < command->count; i++) {
        words[i] = (char *)(uintptr_t)command->words[i];
    }
    problem = posix_spawnp(&fault->child, words[0], NULL, NULL, words, environ);
    if (problem != 0) {
        fault->child = 0;
        (void)fprintf(stderr, "blackstart: %s: %s\n", words[0], strerror(problem));
    }
    return problem == 0;
}

static void begin_command(struct bs_drill_fault *fault)
{
    record(fault, "command", "command", "onset");
    fault->is_run = true;
    if (!run(fault, &fault->settings.fault->command)) {
        fault->settings.failed(fault->settings.self, "the command that breaks it cannot be run");
    }
}

static void end_command(struct bs_drill_fault *fault)
{
    if (fault->settings.fault->undo.count > 0 && run(fault, &fault->settings.fault->undo)) {
        record(fault, "command", "command", "end");
        fault->is_undone = true;
    }
}

void bs_drill_fault_look(struct bs_drill_fault *fault)
{
    int status = 0;

    if (fault->child == 0 || waitpid(fault->child, &status, WNOHANG) != fault->child) {
        return;
    }
    fault->child = 0;
    if (status != 0) {
        (void)fprintf(stderr, "blackstart: the command that %s it ended with %s %d\n",
                      fault->is_undone ? "mends" : "breaks",
                      WIFSIGNALED(status) ? "signal" : "status",
                      WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    }
}

/* ---- An experiment ---- */

static void ask(struct bs_drill_fault *fault, enum bs_wire_experiment_operation operation);
static void start_experiment(void *self);
static void poll_experiment(void *self);
static void stop_experiment(void *self);

static void later(struct bs_drill_fault *fault, int64_t seconds, void (*due)(void *self))
{
    struct bs_loop *loop = fault->settings.loop;

    bs_loop_set(loop, &fault->timer, bs_instant_add(bs_loop_now(loop), real(fault, seconds)), due,
                fault);
}

/* False: enough of it. */
static bool try_again(struct bs_drill_fault *fault, void (*due)(void *self))
{
    if (++fault->tries < TRIES_MAX) {
        later(fault, AGAIN_S, due);
        return true;
    }
    return false;
}

static enum bs_status understand(enum bs_wire_experiment_operation operation,
                                 const struct bs_wire_response *response,
                                 const struct bs_error *silence,
                                 struct bs_wire_experiment *experiment, struct bs_error *error)
{
    if (response != NULL) {
        return bs_wire_decode_experiment(operation, response, experiment, error);
    }
    BS_ASSERT(silence->status != BS_OK);
    *experiment = (struct bs_wire_experiment){.is_over = false};
    *error = *silence;
    return error->status;
}

static void see(struct bs_drill_fault *fault, const struct bs_wire_experiment *experiment)
{
    if (experiment->is_over && !fault->is_over) {
        (void)fprintf(stderr, "  experiment %s is %s%s%s\n", experiment->id, experiment->status,
                      experiment->reason[0] != '\0' ? ": " : "", experiment->reason);
        record(fault, fault->experiment, "fis", "end");
        fault->is_over = true;
    }
    if (fault->is_over) {
        fault->is_ending = false;
    } else {
        later(fault, fault->is_ending ? AGAIN_S : POLL_S, poll_experiment);
    }
}

static void started(void *self, const struct bs_wire_response *response,
                    const struct bs_error *silence)
{
    struct bs_drill_fault *fault = self;
    struct bs_wire_experiment experiment;
    struct bs_error error = {0};
    const enum bs_status status =
        understand(BS_EXPERIMENT_START, response, silence, &experiment, &error);

    if (status == BS_OK) {
        (void)snprintf(fault->experiment, sizeof(fault->experiment), "%s", experiment.id);
        fault->is_starting = false;
        record(fault, fault->experiment, "fis", "onset");
        if (fault->is_ending) {
            fault->tries = 0;
            stop_experiment(fault);
        } else {
            see(fault, &experiment);
        }
    } else if (status != BS_ERR_IO || !try_again(fault, start_experiment)) {
        fault->is_starting = false;
        fault->is_ending = false;
        fault->settings.failed(fault->settings.self, error.message);
    }
}

static void polled(void *self, const struct bs_wire_response *response,
                   const struct bs_error *silence)
{
    struct bs_drill_fault *fault = self;
    struct bs_wire_experiment experiment;
    struct bs_error error = {0};

    if (understand(BS_EXPERIMENT_GET, response, silence, &experiment, &error) == BS_OK) {
        see(fault, &experiment);
    } else {
        later(fault, POLL_S, poll_experiment);
    }
}

static void stopped(void *self, const struct bs_wire_response *response,
                    const struct bs_error *silence)
{
    struct bs_drill_fault *fault = self;
    struct bs_wire_experiment experiment;
    struct bs_error error = {0};
    const enum bs_status status =
        understand(BS_EXPERIMENT_STOP, response, silence, &experiment, &error);

    if (status == BS_OK) {
        see(fault, &experiment);
    } else if (status != BS_ERR_IO || !try_again(fault, stop_experiment)) {
        (void)fprintf(stderr, "blackstart: experiment %s: %s\n", fault->experiment, error.message);
        fault->is_ending = false;
    }
}

static void ask(struct bs_drill_fault *fault, enum bs_wire_experiment_operation operation)
{
    static bs_caller_response_fn *const told[BS_EXPERIMENT_OPERATION_COUNT] = {
        [BS_EXPERIMENT_START] = started,
        [BS_EXPERIMENT_GET] = polled,
        [BS_EXPERIMENT_STOP] = stopped,
    };
    const struct bs_wire_experiment_call call = {
        .operation = operation,
        .region = fault->settings.region,
        .id = operation == BS_EXPERIMENT_START ? fault->settings.fault->fis_template
                                               : fault->experiment,
        .token = fault->token,
    };
    struct bs_wire_request request;
    enum bs_status status = bs_wire_encode_experiment(&call, &request);

    BS_ASSERT(status == BS_OK && told[operation] != NULL);
    (void)status;
    bs_caller_send(fault->settings.caller, &request, real(fault, WITHIN_S), told[operation], fault);
    bs_wire_request_clean_up(&request);
}

static void start_experiment(void *self)
{
    ask(self, BS_EXPERIMENT_START);
}

static void poll_experiment(void *self)
{
    ask(self, BS_EXPERIMENT_GET);
}

static void stop_experiment(void *self)
{
    ask(self, BS_EXPERIMENT_STOP);
}

/* ---- Before it ---- */

struct reading {
    struct bs_wire_experiment_template *about;
    struct bs_error *error;
    enum bs_status status;
};

static void template_read(void *self, const struct bs_wire_response *response,
                          const struct bs_error *silence)
{
    struct reading *reading = self;

    if (response != NULL) {
        reading->status = bs_wire_decode_template(response, reading->about, reading->error);
    } else {
        *reading->error = *silence;
        reading->status = silence->status;
    }
}

enum bs_status bs_drill_fault_read(struct bs_drill_fault *fault,
                                   struct bs_wire_experiment_template *about,
                                   struct bs_error *error)
{
    const struct bs_wire_experiment_call call = {.operation = BS_EXPERIMENT_GET_TEMPLATE,
                                                 .region = fault->settings.region,
                                                 .id = fault->settings.fault->fis_template};
    struct reading reading = {about, error, BS_OK};
    struct bs_wire_request request;
    enum bs_status status = bs_wire_encode_experiment(&call, &request);

    if (status == BS_OK) {
        status = bs_caller_wait(fault->settings.caller, &request, real(fault, WITHIN_S),
                                template_read, &reading);
    }
    bs_wire_request_clean_up(&request);
    return status == BS_OK ? reading.status
                           : bs_error_set(error, status, NULL, "stopped before AWS had answered");
}

/* ---- Either ---- */

static bool is_command_due(const struct bs_drill_fault *fault)
{
    return fault->settings.fault->command.count > 0 && !fault->is_run;
}

static bool is_experiment_due(const struct bs_drill_fault *fault)
{
    return fault->settings.fault->fis_template != NULL && fault->experiment[0] == '\0';
}

static void begin(void *self)
{
    struct bs_drill_fault *fault = self;

    if (is_command_due(fault)) {
        begin_command(fault);
    }
    if (is_experiment_due(fault)) {
        fault->is_starting = true;
        fault->tries = 0;
        start_experiment(fault);
    }
}

void bs_drill_fault_schedule(struct bs_drill_fault *fault, int64_t epoch_ns)
{
    const struct bs_instant at = {fault->settings.fault->at.ns};

    (void)snprintf(fault->token, sizeof(fault->token), "blackstart-%" PRId64, epoch_ns);
    if (is_command_due(fault) || is_experiment_due(fault)) {
        bs_loop_set(fault->settings.loop, &fault->timer, at, begin, fault);
    } else if (fault->experiment[0] != '\0' && !fault->is_over) {
        poll_experiment(fault);
    }
}

static void end_experiment(struct bs_drill_fault *fault)
{
    if (fault->experiment[0] != '\0') {
        bs_loop_clear(fault->settings.loop, &fault->timer);
        fault->is_ending = true;
        fault->tries = 0;
        stop_experiment(fault);
    } else if (fault->is_starting) {
        fault->is_ending = true; /* As soon as it is known what has been started. */
    } else {
        bs_loop_clear(fault->settings.loop, &fault->timer);
    }
}

void bs_drill_fault_end(struct bs_drill_fault *fault)
{
    if (!fault->is_over && !fault->is_ending) {
        end_experiment(fault);
    }
    if (fault->is_run && !fault->is_undone) {
        end_command(fault);
    }
}

bool bs_drill_fault_is_ending(const struct bs_drill_fault *fault)
{
    return fault->is_ending || (fault->is_undone && fault->child != 0);
}

void bs_drill_fault_leave(struct bs_drill_fault *fault)
{
    bs_loop_clear(fault->settings.loop, &fault->timer);
}

void bs_drill_fault_sum_up(const struct bs_drill_fault *fault)
{
    if (fault->experiment[0] != '\0' && !fault->is_over) {
        (void)fprintf(stderr,
                      "  experiment %s goes on; to end it: aws fis stop-experiment --id %s "
                      "--region %s\n",
                      fault->experiment, fault->experiment, fault->settings.region);
    }
    if (fault->is_run && !fault->is_undone) {
        (void)fprintf(stderr, "  what the command broke stays broken until somebody mends it\n");
    }
}
