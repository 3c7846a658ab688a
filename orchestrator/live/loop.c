/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/loop.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <sys/signalfd.h>

#include "base/assert.h"

enum { WAIT_MS_MAX = 1000 };

struct watch {
    int descriptor;
    void (*ready)(void *self);
    void *self;
};

struct bs_loop {
    struct bs_http_client *http;
    int64_t scale;
    int64_t epoch_ns;
    int64_t start_ns; /* Monotonic, of instant 0. */
    struct bs_instant now;
    struct bs_loop_timer *timers; /* In order of time. */
    struct watch watches[BS_LOOP_WATCHES_MAX];
    size_t watch_count;
    bool is_stopped;

    int signals; /* A descriptor; -1: none. */
    sigset_t former;
    void (*signalled)(void *self, int number);
    void *signalled_self;
};

static int64_t clock_ns(clockid_t clock)
{
    struct timespec now = {0};

    (void)clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

int64_t bs_loop_wall_s(void)
{
    return clock_ns(CLOCK_REALTIME) / BS_NS_PER_S;
}

/* a * b / c without leaving 64 bits, for a up to 104 days and b and c up to a million. */
static int64_t scaled(int64_t a, int64_t b, int64_t c)
{
    return a / c * b + a % c * b / c;
}

struct bs_duration bs_loop_real(const struct bs_loop *loop, struct bs_duration of_run)
{
    return (struct bs_duration){scaled(of_run.ns, BS_LOOP_SCALE_ONE, loop->scale)};
}

struct bs_duration bs_loop_scaled(const struct bs_loop *loop, struct bs_duration real)
{
    return (struct bs_duration){scaled(real.ns, loop->scale, BS_LOOP_SCALE_ONE)};
}

struct bs_loop *bs_loop_new(const struct bs_loop_settings *settings)
{
    struct bs_loop *loop = calloc(1, sizeof(*loop));
    const int64_t wall_ns = clock_ns(CLOCK_REALTIME);

    BS_ASSERT(settings->scale >= 1 && settings->scale <= BS_LOOP_SCALE_MAX);
    if (loop == NULL) {
        return NULL;
    }
    loop->http = settings->http;
    loop->scale = settings->scale;
    loop->epoch_ns = settings->epoch_ns != 0 ? settings->epoch_ns : wall_ns;
    loop->start_ns = clock_ns(CLOCK_MONOTONIC) - (wall_ns - loop->epoch_ns);
    loop->signals = -1;
    return loop;
}

void bs_loop_destroy(struct bs_loop *loop)
{
    if (loop == NULL) {
        return;
    }
    if (loop->signals >= 0) {
        (void)close(loop->signals);
        (void)sigprocmask(SIG_SETMASK, &loop->former, NULL);
    }
    free(loop);
}

struct bs_http_client *bs_loop_http(const struct bs_loop *loop)
{
    return loop->http;
}

int64_t bs_loop_epoch_ns(const struct bs_loop *loop)
{
    return loop->epoch_ns;
}

struct bs_instant bs_loop_now(struct bs_loop *loop)
{
    const struct bs_duration real = {clock_ns(CLOCK_MONOTONIC) - loop->start_ns};
    const struct bs_instant now = {bs_loop_scaled(loop, real).ns};

    loop->now = bs_instant_max(loop->now, now);
    return loop->now;
}

void bs_loop_begin(struct bs_loop *loop)
{
    const struct bs_instant now = bs_loop_now(loop);

    for (struct bs_loop_timer *timer = loop->timers; timer != NULL; timer = timer->next) {
        timer->at.ns -= now.ns;
    }
    loop->epoch_ns = clock_ns(CLOCK_REALTIME);
    loop->start_ns = clock_ns(CLOCK_MONOTONIC);
    loop->now = (struct bs_instant){0};
}

/* ---- Timers ---- */

void bs_loop_clear(struct bs_loop *loop, struct bs_loop_timer *timer)
{
    struct bs_loop_timer **link = &loop->timers;

    if (!timer->is_set) {
        return;
    }
    while (*link != timer) {
        link = &(*link)->next;
    }
    *link = timer->next;
    timer->is_set = false;
}

void bs_loop_set(struct bs_loop *loop, struct bs_loop_timer *timer, struct bs_instant at,
                 void (*due)(void *self), void *self)
{
    struct bs_loop_timer **link = &loop->timers;

    bs_loop_clear(loop, timer);
    if (at.ns == BS_INSTANT_NEVER.ns) {
        return;
    }
    while (*link != NULL && (*link)->at.ns <= at.ns) {
        link = &(*link)->next;
    }
    *timer = (struct bs_loop_timer){at, due, self, true, *link};
    *link = timer;
}

/* Those that are set meanwhile for now are told in the next turn, so that the rest has its turn, too. */
static void tell_timers(struct bs_loop *loop)
{
    const struct bs_instant now = bs_loop_now(loop);
    size_t due = 0;

    for (const struct bs_loop_timer *timer = loop->timers; timer != NULL && timer->at.ns <= now.ns;
         timer = timer->next) {
        due++;
    }
    for (; due > 0 && loop->timers != NULL && !loop->is_stopped; due--) {
        struct bs_loop_timer *timer = loop->timers;

        if (timer->at.ns > now.ns) {
            return;
        }
        bs_loop_clear(loop, timer);
        timer->due(timer->self);
    }
}

static int32_t wait_ms(struct bs_loop *loop)
{
    const struct bs_instant now = bs_loop_now(loop);
    struct bs_duration real;

    if (loop->timers == NULL) {
        return WAIT_MS_MAX;
    }
    if (loop->timers->at.ns <= now.ns) {
        return 0;
    }
    real = bs_loop_real(loop, bs_duration_between(now, loop->timers->at));
    return real.ns > WAIT_MS_MAX * BS_NS_PER_MS
               ? WAIT_MS_MAX
               : (int32_t)((real.ns + BS_NS_PER_MS - 1) / BS_NS_PER_MS);
}

/* ---- Descriptors ---- */

void bs_loop_watch(struct bs_loop *loop, int descriptor, void (*ready)(void *self), void *self)
{
    BS_ASSERT(loop->watch_count < BS_LOOP_WATCHES_MAX);
    loop->watches[loop->watch_count++] = (struct watch){descriptor, ready, self};
}

void bs_loop_unwatch(struct bs_loop *loop, int descriptor)
{
    for (size_t i = 0; i < loop->watch_count; i++) {
        if (loop->watches[i].descriptor == descriptor) {
            loop->watches[i] = loop->watches[--loop->watch_count];
            return;
        }
    }
}

static void signal_ready(void *self)
{
    struct bs_loop *loop = self;
    struct signalfd_siginfo about;

    if (read(loop->signals, &about, sizeof(about)) == (ssize_t)sizeof(about)) {
        loop->signalled(loop->signalled_self, (int)about.ssi_signo);
    }
}

bool bs_loop_take_signals(struct bs_loop *loop, void (*signalled)(void *self, int number),
                          void *self)
{
    sigset_t taken;

    (void)sigemptyset(&taken);
    (void)sigaddset(&taken, SIGINT);
    (void)sigaddset(&taken, SIGTERM);
    loop->signals = signalfd(-1, &taken, SFD_CLOEXEC | SFD_NONBLOCK);
    if (loop->signals < 0) {
        return false;
    }
    (void)sigprocmask(SIG_BLOCK, &taken, &loop->former);
    loop->signalled = signalled;
    loop->signalled_self = self;
    bs_loop_watch(loop, loop->signals, signal_ready, loop);
    return true;
}

/* ---- Turning ---- */

/* A watch may be taken away by another's callback. */
static void tell_descriptor(struct bs_loop *loop, int descriptor)
{
    for (size_t i = 0; i < loop->watch_count; i++) {
        if (loop->watches[i].descriptor == descriptor) {
            loop->watches[i].ready(loop->watches[i].self);
            return;
        }
    }
}

/* Timers come first: what was due before an answer came is not to be told after it. */
static void turn(struct bs_loop *loop)
{
    struct pollfd ready[BS_LOOP_WATCHES_MAX];
    const size_t count = loop->watch_count;

    for (size_t i = 0; i < count; i++) {
        ready[i] = (struct pollfd){.fd = loop->watches[i].descriptor, .events = POLLIN};
    }
    bs_http_client_wait(loop->http, ready, count, wait_ms(loop));
    tell_timers(loop);
    if (!loop->is_stopped) {
        bs_http_client_tell(loop->http);
    }
    for (size_t i = 0; i < count && !loop->is_stopped; i++) {
        if (ready[i].revents != 0) {
            tell_descriptor(loop, ready[i].fd);
        }
    }
}

void bs_loop_run(struct bs_loop *loop)
{
    loop->is_stopped = false;
    while (!loop->is_stopped) {
        turn(loop);
    }
}

void bs_loop_stop(struct bs_loop *loop)
{
    loop->is_stopped = true;
}
