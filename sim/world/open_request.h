/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_OPEN_REQUEST_H
#define BS_SIM_WORLD_OPEN_REQUEST_H

/**
 * Requests that have failed and will be tried again: one process's, in buckets by the instant of the next
 * attempt. Nobody sees in which order those of a stretch without change are tried, so that nothing is sorted.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

struct bs_process;

struct bs_open_request {
    struct bs_process *process;
    uint64_t k;
    uint64_t fate;        /* Its process's value k. */
    uint64_t attempt;     /* The next, .. */
    struct bs_instant at; /* .. which is made then. */
    struct bs_instant started;
    struct bs_open_request *next; /* In its bucket, or among those that are free. */
};

enum { BS_OPEN_REQUEST_BUCKETS = 64 };

/** Initialise with bs_open_requests_init(). Requests are the caller's. */
struct bs_open_requests {
    struct bs_open_request
        *buckets[BS_OPEN_REQUEST_BUCKETS]; /* Number n at n modulo their count. */
    uint32_t shift;                        /* A bucket is 2^shift ns wide. */
    uint64_t first;                        /* No request stands in a bucket of a lower number. */
    size_t count;
};

/** `ahead` is how far behind the last bs_open_requests_take() an attempt can lie. */
void bs_open_requests_init(struct bs_open_requests *set, struct bs_duration ahead);

/** Adds a request whose attempt does not lie before the last take's instant. */
void bs_open_requests_add(struct bs_open_requests *set, struct bs_open_request *request);

/** Takes out those whose attempts lie before `until`: a list by `next`, in no order. */
struct bs_open_request *bs_open_requests_take(struct bs_open_requests *set,
                                              struct bs_instant until);

#endif
