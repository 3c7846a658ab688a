/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_LOOP_H
#define BS_ORCHESTRATOR_LIVE_LOOP_H

/**
 * One thread, one loop: timers, HTTP exchanges, descriptors and signals, each told by a callback.
 *
 * The run's time is (real time since its start) x scale. Its start is an instant of the calendar, so that a
 * run can be taken up again by another process; within a process time goes by the monotonic clock and never
 * back. A scale other than 1 is for an endpoint whose own time goes as fast. Signatures, and everything else
 * that is said to go by real time, know no scale.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/time.h"
#include "orchestrator/live/http_client.h"

struct bs_loop;

enum {
    BS_LOOP_SCALE_ONE = 1000, /* Scales are in thousandths. */
    BS_LOOP_SCALE_MAX = 1000 * 1000,
    BS_LOOP_WATCHES_MAX = 8,
};

struct bs_loop_settings {
    struct bs_http_client *http; /* Borrowed; the loop turns it. */
    int64_t scale;               /* Thousandths, from 1 to BS_LOOP_SCALE_MAX. */
    int64_t epoch_ns;            /* Instant 0, in ns since 1970-01-01; 0: now. */
};

/** NULL: no memory. */
struct bs_loop *bs_loop_new(const struct bs_loop_settings *settings);
/** NULL is allowed. */
void bs_loop_destroy(struct bs_loop *loop);

struct bs_http_client *bs_loop_http(const struct bs_loop *loop);

/** The run's time; never before what it was. */
struct bs_instant bs_loop_now(struct bs_loop *loop);
/** Makes now instant 0. Timers that are set stay where they are in real time. */
void bs_loop_begin(struct bs_loop *loop);
/** Instant 0, in ns since 1970-01-01. */
int64_t bs_loop_epoch_ns(const struct bs_loop *loop);
/** Seconds since 1970-01-01 by the machine's clock. */
int64_t bs_loop_wall_s(void);

/** @{ What a stretch of the run takes in real time, and the other way round. */
struct bs_duration bs_loop_real(const struct bs_loop *loop, struct bs_duration of_run);
struct bs_duration bs_loop_scaled(const struct bs_loop *loop, struct bs_duration real);
/** @} */

/** Owned by whoever sets it; begins with {0}, and is not to be moved while it is set. */
struct bs_loop_timer {
    struct bs_instant at;
    void (*due)(void *self);
    void *self;
    bool is_set;
    struct bs_loop_timer *next;
};

/** `due` is called once, at `at` or as soon as may be; a timer that is set already is set anew. NEVER
 * clears. */
void bs_loop_set(struct bs_loop *loop, struct bs_loop_timer *timer, struct bs_instant at,
                 void (*due)(void *self), void *self);
void bs_loop_clear(struct bs_loop *loop, struct bs_loop_timer *timer);

/** `ready` is called whenever something can be read; at most BS_LOOP_WATCHES_MAX (asserted). */
void bs_loop_watch(struct bs_loop *loop, int descriptor, void (*ready)(void *self), void *self);
void bs_loop_unwatch(struct bs_loop *loop, int descriptor);

/**
 * From now on SIGINT and SIGTERM are told by `signalled` instead of ending the process, until the loop is
 * destroyed. False if the system says no.
 */
bool bs_loop_take_signals(struct bs_loop *loop, void (*signalled)(void *self, int number),
                          void *self);

/** Tells what is due until bs_loop_stop(); no timer is told after that. */
void bs_loop_run(struct bs_loop *loop);
void bs_loop_stop(struct bs_loop *loop);

#endif
