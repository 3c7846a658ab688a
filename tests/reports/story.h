/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_REPORTS_STORY_H
#define BS_TESTS_REPORTS_STORY_H

/**
 * Histories for tests: records in any order, and whole runs told by a few numbers.
 *
 * The run that a story tells: one cohort of 160 reads and 40 writes per second, all served but for the
 * stretches given; one store "orders" with one writer, copies "old" and "new"; one workflow "activate" of
 * the steps fence, promote, scale, cutover and tell; a service, a load balancer, "orders" and the bucket
 * "uploads" with a copy each in the standby. What is 0 does not happen, unless said otherwise.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/history.h"

enum { STORY_EVENTS_MAX = 4096 };

struct story_event {
    struct bs_instant at;
    enum bs_record_kind kind;
    struct bs_value values[BS_RECORD_FIELDS_MAX];
    size_t count;
    size_t order;
};

struct story_events {
    struct story_event items[STORY_EVENTS_MAX];
    size_t count;
};

void story_put(struct story_events *events, int64_t at_ms, enum bs_record_kind kind,
               const struct bs_value *values, size_t count);

#define STORY_PUT(events, at_ms, kind, ...)                                      \
    story_put((events), (at_ms), (kind), (const struct bs_value[]){__VA_ARGS__}, \
              sizeof((const struct bs_value[]){__VA_ARGS__}) / sizeof(struct bs_value))

/** Sorts by time, first put first, and appends to a new history of at most `bytes_max`. */
struct bs_history *story_history(struct story_events *events, size_t bytes_max);

struct story {
    int64_t horizon_s;       /* 0: 3600. */
    int64_t rto_objective_s; /* 0: 300; -1: none. */
    const char *clock;       /* NULL: impact. */
    int64_t fault_s;
    int64_t fault_end_s;
    bool broken_from_start; /* Another fault has its onset at 0. */
    struct {
        int64_t from_s;
        int64_t to_s;
        int64_t percent; /* That is served. */
    } bad[3];
    int64_t stale_from_s; /* All requests are stale. */
    int64_t stale_to_s;
    int64_t detected_ms;
    int64_t stood_down_ms;
    int64_t decided_ms;
    int64_t promoted_ms; /* "new" becomes writable. */
    int64_t dns_ms;
    int64_t completed_ms;   /* The workflow. */
    const char *last_state; /* Of the workflow, at completed_ms; NULL: completed. */
    int64_t approval_from_ms;
    int64_t approval_to_ms;
    bool unguarded; /* No fence becomes effective. */
    bool risk;      /* Authority is recorded before the promotion, by 3 of 3 sources. */
    bool promoted_twice;
    bool dns_to_fenced;
    bool is_dns_overtaken;    /* What the record said before is INSYNC after the change is. */
    int64_t dns_left_percent; /* Of the answers go on naming the old Region. */
    int64_t behind_fence;
    int64_t missing_from_ms; /* The oldest lost write; the newest is at the fault. */
    int64_t diverged_ms; /* For how long the old copy goes on taking writes after promoted_ms. */
    int64_t deferred;    /* Writes of "uploads" that arrive later. */
    const char *expect_recovered;
    const char *expect_failovers;
    const char *end; /* NULL: horizon; "": no END record. */
};

struct bs_history *story_tell(const struct story *story);

#endif
