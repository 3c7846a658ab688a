/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_SIMULATION_H
#define BS_SIM_ENGINE_SIMULATION_H

/**
 * The simulator's clock and its events: the one owner of "now" within a trial.
 *
 * Events are callbacks. They run in the order of their keys (sim/engine/event_pool.h), whatever the order
 * of scheduling and whatever the structure chosen for the event list. An event may schedule others at any
 * key whose instant is not in the past; one that sorts before the running event runs next.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "base/time.h"
#include "sim/engine/event_list.h"
#include "sim/engine/event_pool.h"

struct bs_simulation_options {
    enum bs_event_list_kind list_kind;
    uint32_t pending_max;     /* 1 .. UINT32_MAX - 1. Cancelled events count until their instant. */
    uint64_t event_count_max; /* Events run since the start or the last reset. */
};

/** Names one scheduling. `{0}` names none. */
struct bs_event_id {
    uint32_t slot;
    uint32_t generation;
};

struct bs_simulation;

/** NULL if the allocator says no. */
struct bs_simulation *bs_simulation_new(const struct bs_simulation_options *options);
void bs_simulation_destroy(struct bs_simulation *simulation);

/** Back to instant 0: no events, no delay classes, counters at 0, old ids stale; the memory is kept. */
void bs_simulation_reset(struct bs_simulation *simulation);

struct bs_instant bs_simulation_now(const struct bs_simulation *simulation);

/**
 * Schedules `action(subject, argument)`. `subject` is borrowed and must outlive the event; `id` may be NULL.
 * The key's instant lies in [now, BS_INSTANT_MAX]. BS_ERR_LIMIT at `pending_max`, BS_ERR_MEMORY.
 */
enum bs_status bs_simulation_schedule(struct bs_simulation *simulation,
                                      const struct bs_event_key *key, bs_event_fn *action,
                                      void *subject, uint64_t argument, struct bs_event_id *id);

/**
 * Declares that many events will be scheduled exactly `delay` ahead, which makes them cheap; gives the
 * number for bs_simulation_schedule_class(). The same delay gives the same number. Beyond
 * BS_DELAY_CLASSES_MAX: BS_DELAY_CLASS_NONE, which may be used all the same.
 */
uint32_t bs_simulation_delay_class(struct bs_simulation *simulation, struct bs_duration delay);

/** As bs_simulation_schedule(), for a key whose instant is exactly now + the class's delay. */
enum bs_status bs_simulation_schedule_class(struct bs_simulation *simulation, uint32_t delay_class,
                                            const struct bs_event_key *key, bs_event_fn *action,
                                            void *subject, uint64_t argument,
                                            struct bs_event_id *id);

/** Whether `id` was still to run; then it will not. False, without effect, for ids that are stale. */
bool bs_simulation_cancel(struct bs_simulation *simulation, struct bs_event_id id);

/**
 * Whether an event of this key, had it been scheduled in time, would have run by now: at an earlier instant,
 * or now and before the running event or one that ran at this instant.
 */
bool bs_simulation_has_passed(const struct bs_simulation *simulation,
                              const struct bs_event_key *key);

/**
 * Runs the events up to and including `until`, then sets now to `until`. `until` lies in
 * [now, BS_INSTANT_MAX]. If an event calls bs_simulation_stop(), returns BS_OK after it, with now at that
 * event. BS_ERR_LIMIT, likewise with now at the last event, before the event that would exceed
 * `event_count_max`.
 */
enum bs_status bs_simulation_run(struct bs_simulation *simulation, struct bs_instant until);

/** Makes the bs_simulation_run() that is under way return after the present event. */
void bs_simulation_stop(struct bs_simulation *simulation);

/** Runs one event. False if there is none, or `event_count_max` is reached. */
bool bs_simulation_step(struct bs_simulation *simulation);

/** The instant of the next event, or BS_INSTANT_NEVER. */
struct bs_instant bs_simulation_next_at(struct bs_simulation *simulation);

/** How many events have run. */
uint64_t bs_simulation_event_count(const struct bs_simulation *simulation);

/** How many are scheduled, those cancelled but not yet come up included. */
uint32_t bs_simulation_pending_count(const struct bs_simulation *simulation);

#endif
