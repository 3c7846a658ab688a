/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/child.h"

#include <errno.h>
#include <spawn.h>
#include <stddef.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/time.h"

enum { GRACE_S = 10, LEFT_OVER_POLLS = 100, LEFT_OVER_POLL_MS = 10 };

struct child {
    pid_t pid; /* And its group. */
    bool has_terminal;
    bool has_ended;
    int64_t deadline_ns; /* Of the steady clock; INT64_MAX: none. */
    bool is_ending;      /* It has been told; at the deadline it is killed. */
    struct bs_child_end *end;
};

static int64_t now_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

/* ---- Signals ---- */

static bool is_ignored(int number)
{
    struct sigaction action;

    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* What somebody has had this process ignore (nohup) the child ignores, too. */
void bs_child_hold_signals(struct bs_child_signals *signals)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    sigset_t held;

    (void)signal(SIGPIPE, SIG_IGN);
    (void)signal(SIGCHLD, SIG_DFL);
    (void)sigemptyset(&signals->awaited);
    (void)sigaddset(&signals->awaited, SIGCHLD);
    for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++) {
        if (!is_ignored(ending[i])) {
            (void)sigaddset(&signals->awaited, ending[i]);
        }
    }
    held = signals->awaited;
    (void)sigaddset(&held, SIGTTOU); /* Else taking the terminal back would stop this process. */
    (void)pthread_sigmask(SIG_BLOCK, &held, &signals->before);
}

/* ---- Start ---- */

static int spawn(const struct bs_child_options *options, const struct bs_child_signals *signals,
                 pid_t *pid)
{
    posix_spawnattr_t attributes;
    sigset_t defaults;
    int result;

    (void)sigemptyset(&defaults);
    (void)sigaddset(&defaults, SIGPIPE);
    BS_ASSERT(posix_spawnattr_init(&attributes) == 0);
    (void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                    POSIX_SPAWN_SETSIGDEF);
    (void)posix_spawnattr_setpgroup(&attributes, 0);
    (void)posix_spawnattr_setsigmask(&attributes, &signals->before);
    (void)posix_spawnattr_setsigdefault(&attributes, &defaults);
    result = posix_spawnp(pid, options->words[0], NULL, &attributes, options->words,
                          options->environment);
    (void)posix_spawnattr_destroy(&attributes);
    return result;
}

static void give_terminal(struct child *child)
{
    child->has_terminal = isatty(STDIN_FILENO) && tcgetpgrp(STDIN_FILENO) == getpgrp();
    if (child->has_terminal) {
        (void)tcsetpgrp(STDIN_FILENO, child->pid);
    }
}

static void take_terminal(const struct child *child)
{
    if (child->has_terminal) {
        (void)tcsetpgrp(STDIN_FILENO, getpgrp());
    }
}

/* ---- While it runs ---- */

/*
 * The world's clock cannot be stopped, so neither can the child: it goes on. Only one that wants the
 * terminal, which this process has not, waits with this process until the shell says fg.
 */
static void let_go_on(struct child *child, int stopped_by)
{
    if ((stopped_by == SIGTTIN || stopped_by == SIGTTOU) && !child->has_terminal) {
        (void)raise(SIGSTOP);
        give_terminal(child);
    }
    (void)kill(-child->pid, SIGCONT);
}

static void look(struct child *child)
{
    int status = 0;

    while (waitpid(child->pid, &status, WNOHANG | WUNTRACED) == child->pid) {
        if (WIFSTOPPED(status)) {
            let_go_on(child, WSTOPSIG(status));
            continue;
        }
        child->has_ended = true;
        child->end->exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        child->end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        return;
    }
}

static void begin_ending(struct child *child, int number)
{
    (void)kill(-child->pid, number);
    (void)kill(-child->pid, SIGCONT);
    if (!child->is_ending) {
        child->is_ending = true;
        child->deadline_ns = now_ns() + BS_SECONDS(GRACE_S).ns;
    }
}

static void pass_deadline(struct child *child)
{
    if (child->is_ending) {
        (void)kill(-child->pid, SIGKILL);
        child->deadline_ns = INT64_MAX;
    } else {
        child->end->is_overdue = true;
        begin_ending(child, SIGTERM);
    }
}

/* The next signal, or -1 at the deadline or if something else woke us. */
static int await_signal(const struct child *child, const struct bs_child_signals *signals)
{
    int64_t left_ns = child->deadline_ns - now_ns();
    struct timespec timeout;

    if (child->deadline_ns == INT64_MAX) {
        return sigwaitinfo(&signals->awaited, NULL);
    }
    left_ns = left_ns > 0 ? left_ns : 0;
    timeout = (struct timespec){.tv_sec = (time_t)(left_ns / BS_NS_PER_S),
                                .tv_nsec = (long)(left_ns % BS_NS_PER_S)};
    return sigtimedwait(&signals->awaited, NULL, &timeout);
}

static void attend(struct child *child, const struct bs_child_signals *signals)
{
    while (!child->has_ended) {
        const int number = await_signal(child, signals);

        if (number == SIGCHLD) {
            look(child);
        } else if (number > 0) {
            begin_ending(child, number);
        } else if (now_ns() >= child->deadline_ns) {
            pass_deadline(child);
        }
    }
}

/* What the child started and did not wait for. */
static void end_left_over(const struct child *child)
{
    const struct timespec pause = {.tv_nsec = LEFT_OVER_POLL_MS * BS_NS_PER_MS};

    (void)kill(-child->pid, SIGTERM);
    (void)kill(-child->pid, SIGCONT);
    for (unsigned i = 0; i < LEFT_OVER_POLLS && kill(-child->pid, 0) == 0; i++) {
        (void)nanosleep(&pause, NULL);
    }
    (void)kill(-child->pid, SIGKILL);
}

enum bs_status bs_child_run(const struct bs_child_options *options,
                            const struct bs_child_signals *signals, struct bs_child_end *end,
                            struct bs_error *error)
{
    struct child child = {.deadline_ns = INT64_MAX, .end = end};
    int result;

    *end = (struct bs_child_end){.exit_status = -1};
    result = spawn(options, signals, &child.pid);
    if (result != 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "cannot run '%s': %s", options->words[0],
                            strerror(result));
    }
    if (options->deadline_ns > 0) {
        child.deadline_ns = now_ns() + options->deadline_ns;
    }
    give_terminal(&child);
    attend(&child, signals);
    take_terminal(&child);
    end_left_over(&child);
    return BS_OK;
}
