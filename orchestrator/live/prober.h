/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_PROBER_H
#define BS_ORCHESTRATOR_LIVE_PROBER_H

/**
 * Clients of our own, by which a game day is measured: one cohort for each resolver.
 *
 * Reads and writes leave at their times whether or not earlier ones have been answered (an open loop), each
 * once, each by the address that the cohort's resolver gives. A request counts in the second of the run in
 * which it left, and as good if it was served within the latency bound. An acknowledged write's number is
 * kept, and at the end all of them are read back: what is not there is missing.
 *
 * All of it is in a file as soon as it is known, so that nothing is lost with the process. The records are
 * those that a simulation writes of its clients: OBSERVED, ACKNOWLEDGED, MISSING.
 */

#include "base/history.h"
#include "orchestrator/live/application.h"

enum { BS_PROBER_COHORTS_MAX = 4 };

struct bs_prober;

struct bs_prober_cohort {
    const char *name;    /* "canary/public": as in COHORT records. */
    struct bs_stub *dns; /* NULL: this machine's resolver. */
};

/** Borrowed but for the numbers. */
struct bs_prober_settings {
    struct bs_loop *loop;
    const struct bs_application *application;
    const char *host; /* The name that clients use. */
    const struct bs_prober_cohort *cohorts;
    size_t cohort_count;
    int64_t reads_nano_per_s; /* Of each cohort. */
    int64_t writes_nano_per_s;
    struct bs_duration timeout;
    struct bs_duration within; /* The latency bound. */
    struct bs_instant horizon;
    const char *path; /* Of the file; one that is there is gone on with. */
    struct bs_instant
        moved; /* bs_prober_moved() before that, the last time; BS_INSTANT_NEVER: never. */
};

/** BS_ERR_INPUT: the file is none of a prober's; BS_ERR_IO; BS_ERR_MEMORY. */
enum bs_status bs_prober_new(const struct bs_prober_settings *settings, struct bs_prober **prober,
                             struct bs_error *error);
/** NULL is allowed. */
void bs_prober_destroy(struct bs_prober *prober);

/** From now on; each process has to say so. */
void bs_prober_start(struct bs_prober *prober);
/** The name leads elsewhere from now on: who still goes where it led until now has a stale answer. */
void bs_prober_moved(struct bs_prober *prober);
/** No more requests; those under way are still counted. */
void bs_prober_stop(struct bs_prober *prober);

/** Waits for what is under way, reads back what was acknowledged, and calls `done` in the end. */
void bs_prober_verify(struct bs_prober *prober, void (*done)(void *self), void *self);

/** What the last ten whole seconds were like. */
struct bs_prober_glance {
    int64_t requests;
    int64_t good;
};
struct bs_prober_glance bs_prober_glance(const struct bs_prober *prober);

/** A generation of the store: who acknowledged writes, from when on. In order of time. */
struct bs_prober_lineage {
    const char *name;
    struct bs_instant from;
    struct bs_instant
        fenced; /* Since when nobody may write to it; BS_INSTANT_NEVER: anybody may. */
};

/**
 * Appends what was seen, at `at`. After a verification also what is missing of `store`: nothing is said of
 * it if some of it could not be found out. Behind a fence are writes that were acknowledged when no request
 * from before it can have been under way any more.
 */
void bs_prober_record(const struct bs_prober *prober, struct bs_history *history,
                      struct bs_instant at, const char *store,
                      const struct bs_prober_lineage *lineages, size_t lineage_count);

#endif
