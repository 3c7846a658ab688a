/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_AVAILABILITY_H
#define BS_SIM_WORLD_AVAILABILITY_H

/** Which planes can be reached: the faults that are on, asked service by service. */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/document.h"
#include "sim/faults/fault.h"

struct bs_lag_burst;
struct bs_world;

enum {
    BS_REGION_GLOBAL = -2, /* Where global services' APIs are: Route 53. */
    BS_REGION_PEOPLE = -3, /* Where people are: in no Region, and lost with none. */
};

/** A fault, and how far it has come. */
struct bs_fault_state {
    const struct bs_fault *fault;
    int32_t region; /* That it is about, or BS_REGION_GLOBAL, or BS_NONE. */
    bool is_on;
    struct bs_instant onset;    /* The first, drawn when the fault came into the world. */
    struct bs_instant ended_at; /* Before its time; else BS_INSTANT_NEVER. */
    int64_t begun;              /* So many times. */
    int64_t promotions_failed;
};

/** What faults that were added are made of. */
struct bs_added_faults {
    struct bs_added_faults *next;
    struct bs_document *document;
    struct bs_arena arena;
};

struct bs_availability {
    struct bs_fault_state
        *faults; /* Those of the scenario, then those added; all that ever were. */
    size_t count;
    size_t capacity;
    struct bs_added_faults *added;
    int64_t added_onsets;
};

struct bs_reach {
    bool is_lost;
    enum bs_loss_manner manner; /* Only if lost. */
    int64_t error_ppb;          /* Otherwise: the share of requests that fail. */
};

/** What befalls calls to an API that can be reached. Where faults meet, the largest share counts. */
struct bs_call_trouble {
    int64_t throttled_ppb;          /* The share that is turned away, */
    struct bs_duration retry_after; /* .. asked to wait so long. */
    int64_t unanswered_ppb;         /* The share of those let through that is never answered. */
};

/** Draws onsets and ends and schedules them. */
void bs_availability_start(struct bs_world *world);

void bs_availability_clean_up(struct bs_world *world);

bool bs_region_is_lost(const struct bs_world *world, int32_t region);

/** Whether `service`'s API in `region` (or BS_REGION_GLOBAL) can be called. */
struct bs_reach bs_control_plane(const struct bs_world *world, int32_t region, const char *service);

/** Whether what `service` does in `region` still goes on. */
struct bs_reach bs_data_plane(const struct bs_world *world, int32_t region, const char *service);

/** Whether a replica's stream is cut by a fault of its own. */
bool bs_replication_is_stalled(const struct bs_world *world, const char *replica);

/**
 * The stretches in which faults drive a replica's lag, past and to come, into `bursts` (NULL: only counted);
 * how many.
 */
size_t bs_lag_bursts(const struct bs_world *world, const char *replica,
                     struct bs_lag_burst *bursts);

/** Whether a promotion that begins now comes to nothing, and how; the fault has then had its effect once. */
enum bs_promotion_failure bs_next_promotion_fails(struct bs_world *world, const char *replica);

/** The share of a load balancer's answers that a gray failure turns into errors. */
int64_t bs_gray_errors_ppb(const struct bs_world *world, const char *alb);

struct bs_call_trouble bs_call_trouble(const struct bs_world *world, int32_t region,
                                       const char *service);

/** How much later the answer comes of a call whose draw is `bits`: where faults meet, the longest. */
struct bs_duration bs_added_latency(const struct bs_world *world, int32_t region,
                                    const char *service, uint64_t bits);

/** The share of a topic's messages, or of the pages to a person, that reach nobody. */
int64_t bs_lost_messages_ppb(const struct bs_world *world, const char *topic);
int64_t bs_lost_pages_ppb(const struct bs_world *world, const char *role);

#endif
