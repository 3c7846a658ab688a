/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/torture_run.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/output.h"
#include "reports/report.h"
#include "reports/text_card.h"
#include "sim/trial/trial.h"

enum {
    JOBS_MAX = 64,
    CPU_MAX_S = 600, /* Of one run; the flagship's takes some 10 ms. */
};

/* Each is one run. */
#define POINTS_MAX UINT64_C(10000000)

const char *bs_torture_fate_name(enum bs_torture_fate fate)
{
    static const char *const names[BS_TORTURE_FATE_COUNT] = {"resumed", "safe_stop", "violated"};

    BS_ASSERT(fate < BS_TORTURE_FATE_COUNT);
    return names[fate];
}

/* ---- What came of one crash ---- */

static bool is_end(const char *state)
{
    static const char *const ends[] = {"completed", "completed_with_exceptions", "rolled_back"};

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (strcmp(state, ends[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What stands still with a reason, or gave up with one, waits for people: it need not have recovered. */
static bool is_stop(const char *state)
{
    return state != NULL && !is_end(state) && strcmp(state, "in_progress") != 0 &&
           strcmp(state, "pending") != 0;
}

/* The last state of the execution, or NULL if there was none. */
static const char *last_state(const struct bs_history *history)
{
    for (size_t i = bs_history_count(history); i > 0; i--) {
        const struct bs_record *record = bs_history_get(history, i - 1);

        if (record->kind == BS_RECORD_EXECUTION) {
            return bs_record_text(record, "state");
        }
    }
    return NULL;
}

/* What the author expects of a run in which nobody dies, and need not hold where somebody does. */
static bool is_excused(const char *invariant, const char *state,
                       const struct bs_crash_request *crash)
{
    static const char *const counts[] = {"expect_failovers", "expect_executions",
                                         "expect_approvals"};

    /* Another orchestrator decides, executes and asks once more: it knows of nothing. */
    for (size_t i = 0; crash->starts_another && i < sizeof(counts) / sizeof(counts[0]); i++) {
        if (strcmp(counts[i], invariant) == 0) {
            return true;
        }
    }
    return is_stop(state) && strncmp(invariant, "expect_", 7) == 0;
}

static void judge_report(const struct bs_history *history, const struct bs_report *report,
                         bool must_resume, const struct bs_crash_request *crash,
                         struct bs_torture_try *try)
{
    const char *state = last_state(history);

    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *invariant = &report->invariants.items[i];

        if (invariant->outcome == BS_OUTCOME_FAIL && !is_excused(invariant->name, state, crash)) {
            try->fate = BS_TORTURE_VIOLATED;
            (void)snprintf(try->reason, sizeof(try->reason), "%s: %s", invariant->name,
                           invariant->reason);
            return;
        }
    }
    if (must_resume && !crash->has_resumed) {
        try->fate = BS_TORTURE_VIOLATED;
        (void)snprintf(try->reason, sizeof(try->reason), "the journal was not accepted: %.120s",
                       crash->refusal.message);
    } else if (state == NULL || is_end(state)) {
        try->fate = BS_TORTURE_RESUMED;
    } else {
        try->fate = BS_TORTURE_SAFE_STOP;
        (void)snprintf(try->reason, sizeof(try->reason), "%s", state);
    }
}

static struct bs_trial_options trial_of(const struct bs_torture_options *options,
                                        struct bs_crash_request *crash)
{
    return (struct bs_trial_options){
        .scenario = options->inputs->scenario,
        .plan = options->inputs->plan,
        .seed = options->seed,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .crash = crash,
    };
}

static struct bs_crash_request request_of(const struct bs_torture_options *options)
{
    return (struct bs_crash_request){.downtime = options->downtime,
                                     .starts_another = options->starts_another};
}

static void judge(const struct bs_torture_options *options, const struct bs_history *history,
                  const struct bs_report *report, const struct bs_crash_request *crash,
                  struct bs_torture_try *try)
{
    const int64_t restart_ns = crash->point.at.ns + crash->downtime.ns;

    try->point = crash->point;
    judge_report(history, report, restart_ns <= options->inputs->scenario->duration.ns, crash, try);
}

/* The card, and what is to be kept of the run. */
static enum bs_status show(const struct bs_torture_options *options, const char *path,
                           const struct bs_history *history, const struct bs_report *report,
                           struct bs_buffer *card, struct bs_error *error)
{
    const struct bs_output output = {
        .folder = options->folder,
        .formats = BS_FORMAT_TEXT | BS_FORMAT_JSON | BS_FORMAT_HTML,
        .scenario_path = path,
        .inputs = options->inputs,
        .history = history,
        .report = report,
    };

    bs_report_text(report, &(struct bs_text_card_options){.colour = false}, card);
    return options->folder != NULL ? bs_output_write(&output, error) : BS_OK;
}

enum bs_status bs_torture_try_one(const struct bs_torture_options *options, const char *path,
                                  struct bs_torture_try *try, struct bs_buffer *card,
                                  struct bs_error *error)
{
    struct bs_crash_request crash = request_of(options);
    const struct bs_trial_options trial = trial_of(options, &crash);
    struct bs_report_inputs inputs = {.scenario_file = path, .backend = "sim"};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    enum bs_status status;

    crash.at_point = try->number;
    status = bs_trial_run(&trial, &history, NULL, error);
    if (status == BS_OK && !crash.has_crashed) {
        status = bs_error_set(error, BS_ERR_INPUT, NULL,
                              "--point must be from 1 to %" PRIu64 ", the run's last point",
                              crash.points);
    }
    if (status == BS_OK) {
        inputs.history = history;
        status = bs_report_build(&inputs, &report, error);
    }
    if (status == BS_OK) {
        judge(options, history, report, &crash, try);
        status = show(options, path, history, report, card, error);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
    return status;
}

/* ---- All points ---- */

/* What the processes share beside the tries. */
struct shared {
    atomic_uint_fast64_t done;
    struct bs_torture_try tries[];
};

/* One worker, of `jobs`. */
struct worker {
    const struct bs_torture_options *options;
    struct shared *shared;
    uint64_t number;
    uint64_t jobs;
    uint64_t count;               /* Of all tries. */
    uint64_t turn;                /* Of the workers', at the next point that takes a run. */
    struct bs_torture_try *dying; /* Whose child this is; NULL in the worker itself. */
};

/* A child must not outlive whoever waits for it. */
static void die_with(pid_t parent)
{
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        _exit(EXIT_FAILURE);
    }
}

static void show_progress(const struct worker *worker)
{
    const uint64_t done = atomic_fetch_add(&worker->shared->done, 1) + 1;
    const uint64_t step = worker->count / 100 + 1;

    if (worker->options->shows_progress && isatty(STDERR_FILENO) == 1 &&
        (done % step == 0 || done == worker->count)) {
        (void)fprintf(stderr, "\r%" PRIu64 " of %" PRIu64 " points%s", done, worker->count,
                      done == worker->count ? "\n" : "");
    }
}

/* Waits for a process; its exit status, or -1 and why. */
static int wait_for(pid_t process, char *why, size_t why_size)
{
    int status = 0;

    while (waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) {
            (void)snprintf(why, why_size, "its process was lost");
            return -1;
        }
    }
    if (WIFEXITED(status)) {
        return WEXITSTATUS(status);
    }
    (void)snprintf(why, why_size, "the run died of signal %d", WTERMSIG(status));
    return -1;
}

/* In the worker: waits for the child that dies at a try's point. */
static void await_child(const struct worker *worker, pid_t child, struct bs_torture_try *try)
{
    char why[BS_TORTURE_REASON_MAX] = "the run failed";

    if (wait_for(child, why, sizeof(why)) != EXIT_SUCCESS) {
        try->fate = BS_TORTURE_VIOLATED;
        (void)snprintf(try->reason, sizeof(try->reason), "%s", why);
    }
    show_progress(worker);
}

/* Whether its fate is that of the point before, which is known. */
static bool is_judged_before(const struct bs_torture_options *options,
                             const struct bs_crash_point *point)
{
    return options->every == 1 && point->is_same;
}

/* One worker alone says which point it was. Its fate is filled in when all are known. */
static void note_copy(const struct worker *worker, uint64_t number,
                      const struct bs_crash_point *point)
{
    if (worker->number == 0) {
        worker->shared->tries[number - 1] =
            (struct bs_torture_try){.number = number, .point = *point};
        show_progress(worker);
    }
}

/* At a point of the worker's run: if the point is its own, forks a child that dies there. */
static bool dies(void *self, uint64_t number, const struct bs_crash_point *point)
{
    struct worker *worker = self;
    const uint64_t index = (number - 1) / worker->options->every;
    const struct rlimit limit = {CPU_MAX_S, CPU_MAX_S};
    const pid_t parent = getpid();
    struct bs_torture_try *try = &worker->shared->tries[index];
    pid_t child;

    if ((number - 1) % worker->options->every != 0) {
        return false;
    }
    if (is_judged_before(worker->options, point)) {
        note_copy(worker, number, point);
        return false;
    }
    if (worker->turn++ % worker->jobs != worker->number) {
        return false;
    }
    *try = (struct bs_torture_try){.number = number, .point = *point};
    child = fork();
    if (child == 0) {
        die_with(parent);
        (void)setrlimit(RLIMIT_CPU, &limit);
        worker->dying = try;
        return true;
    }
    if (child < 0) {
        try->fate = BS_TORTURE_VIOLATED;
        (void)snprintf(try->reason, sizeof(try->reason), "no process: %s", strerror(errno));
        return false;
    }
    await_child(worker, child, try);
    return false;
}

/* A process's life: the worker's, and from a fork on each of its children's. */
static _Noreturn void work(struct worker *worker)
{
    struct bs_crash_request crash = request_of(worker->options);
    const struct bs_trial_options trial = trial_of(worker->options, &crash);
    struct bs_report_inputs inputs = {.judgement_only = true};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    struct bs_error error = {0};
    enum bs_status status;

    crash.dies = dies;
    crash.self = worker;
    status = bs_trial_run(&trial, &history, NULL, &error);
    if (status == BS_OK && worker->dying != NULL) {
        inputs.history = history;
        status = bs_report_build(&inputs, &report, &error);
    }
    if (report != NULL) {
        judge(worker->options, history, report, &crash, worker->dying);
    }
    if (status != BS_OK) {
        (void)bs_inputs_report(&error);
    }
    _exit(status == BS_OK ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* Starts worker `number`, or says why not. */
static pid_t start_worker(const struct bs_torture_options *options,
                          const struct bs_torture *torture, struct shared *shared, uint64_t number,
                          uint64_t jobs)
{
    struct worker worker = {options, shared, number, jobs, torture->count, 0, NULL};
    const pid_t parent = getpid();
    const pid_t process = fork();

    if (process == 0) {
        die_with(parent);
        work(&worker);
    }
    return process;
}

static enum bs_status run_workers(const struct bs_torture_options *options,
                                  struct bs_torture *torture, struct shared *shared,
                                  struct bs_error *error)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint64_t jobs = options->jobs > 0 ? options->jobs : (uint64_t)(processors > 0 ? processors : 1);
    char why[BS_TORTURE_REASON_MAX] = "a worker failed";
    enum bs_status status = BS_OK;
    pid_t workers[JOBS_MAX];

    jobs = jobs > JOBS_MAX ? JOBS_MAX : jobs;
    (void)fflush(NULL);
    for (uint64_t i = 0; i < jobs; i++) {
        workers[i] = start_worker(options, torture, shared, i, jobs);
        if (workers[i] < 0) {
            status = bs_error_set(error, BS_ERR_IO, NULL, "no process: %s", strerror(errno));
        }
    }
    for (uint64_t i = 0; i < jobs; i++) {
        if (workers[i] >= 0 && wait_for(workers[i], why, sizeof(why)) != EXIT_SUCCESS) {
            status = bs_error_set(error, BS_ERR_IO, NULL, "%s", why);
        }
    }
    return status;
}

/* Runs once without a crash: how many points there are. */
static enum bs_status count_points(const struct bs_torture_options *options,
                                   struct bs_torture *torture, struct bs_error *error)
{
    struct bs_crash_request crash = request_of(options);
    const struct bs_trial_options trial = trial_of(options, &crash);
    struct bs_history *history = NULL;
    enum bs_status status = bs_trial_run(&trial, &history, NULL, error);

    bs_history_destroy(history);
    torture->points = crash.points;
    torture->count = (crash.points + options->every - 1) / options->every;
    if (status == BS_OK && crash.points > POINTS_MAX) {
        status = bs_error_set(error, BS_ERR_LIMIT, NULL,
                              "%" PRIu64 " points are too many; shorten 'duration'", crash.points);
    }
    return status;
}

/* Memory full of zeros that all processes to come have in common; MAP_FAILED if there is none. */
static void *share(size_t size_bytes)
{
    const int zeros = open("/dev/zero", O_RDWR | O_CLOEXEC);
    void *shared = MAP_FAILED;

    if (zeros >= 0) {
        shared = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, zeros, 0);
        (void)close(zeros);
    }
    return shared;
}

static void copy_fates(const struct bs_torture_options *options, struct bs_torture *torture)
{
    torture->runs = torture->count;
    for (uint64_t i = 1; i < torture->count; i++) {
        const struct bs_torture_try *before = &torture->tries[i - 1];
        struct bs_torture_try *try = &torture->tries[i];

        if (is_judged_before(options, &try->point)) {
            torture->runs--;
            try->fate = before->fate;
            memcpy(try->reason, before->reason, sizeof(try->reason));
        }
    }
}

enum bs_status bs_torture_run(const struct bs_torture_options *options, struct bs_torture *torture,
                              struct bs_error *error)
{
    struct shared *shared;
    enum bs_status status;

    BS_ASSERT(options->every >= 1);
    *torture = (struct bs_torture){.points = 0};
    status = count_points(options, torture, error);
    if (status != BS_OK) {
        return status;
    }
    torture->size_bytes = sizeof(*shared) + torture->count * sizeof(*torture->tries);
    shared = share(torture->size_bytes);
    if (shared == MAP_FAILED) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    torture->tries = shared->tries;
    status = run_workers(options, torture, shared, error);
    if (status != BS_OK) {
        bs_torture_clean_up(torture);
        return status;
    }
    copy_fates(options, torture);
    return BS_OK;
}

void bs_torture_clean_up(struct bs_torture *torture)
{
    if (torture->tries != NULL) {
        (void)munmap((char *)torture->tries - offsetof(struct shared, tries), torture->size_bytes);
    }
    *torture = (struct bs_torture){.points = 0};
}
