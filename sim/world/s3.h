/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_S3_H
#define BS_SIM_WORLD_S3_H

/**
 * S3: cross-Region replication, object by object, one way or both.
 *
 * Object k, acknowledged at a, has arrived in the other bucket at a + D_k, if the source could still send it
 * then. What had not left when the source's Region was lost stays there (fact C13) until it is back; what is
 * overdue then arrives at once. With `two_way` each bucket is the other one's source, with draws of its own.
 */

#include "sim/world/store.h"

struct bs_arrivals;
struct bs_process;

/**
 * Which draws are enough for which ages, so that few replication times need be worked out. Mark n stands
 * at 2^(n/2) ns for an even n and half-way to the next for an odd one; 0 is not known yet.
 */
enum { BS_S3_MARKS = 128 };

struct bs_s3_marks {
    uint64_t enough_bits[BS_S3_MARKS]; /* 1 + the draws that are known to be enough: those below. */
};

/** The replication times of one process's objects, from one bucket to the other. */
struct bs_s3_delays {
    const struct bs_distribution *distribution;
    struct bs_s3_marks *marks; /* The store's; NULL: no draw is ever sure. */
    struct bs_stream stream;
};

/** Brings the copy's readable and writable up to date; the reason for its writability, for people. */
const char *bs_s3_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy);

/** Whether what this copy acknowledges is sent to the other one. */
bool bs_s3_replicates(const struct bs_store *store, const struct bs_copy *copy);

struct bs_s3_delays bs_s3_delays(const struct bs_world *world, const struct bs_store *store,
                                 const struct bs_copy *source, const struct bs_process *process);

/** Whether object k has left at this age. */
bool bs_s3_has_left(struct bs_s3_delays *delays, uint64_t k, int64_t age_ns);

/** The first of the objects [k, end_k), acknowledged as they start, that may not have left `by`; or end_k. */
uint64_t bs_s3_first_doubtful(struct bs_s3_delays *delays, const struct bs_arrivals *starts,
                              uint64_t k, uint64_t end_k, struct bs_instant by);

/** The bucket that `copy` exchanges objects with; NULL: none. */
const struct bs_copy *bs_s3_other(const struct bs_store *store, const struct bs_copy *copy);

/**
 * How far the other bucket is behind `source` at an instant that is not in the future, exactly: all that
 * was acknowledged before `at` - this has arrived, and what came next has not.
 */
struct bs_duration bs_s3_lag(struct bs_world *world, const struct bs_store *store,
                             const struct bs_copy *source, struct bs_instant at);

/**
 * The ReplicationLatency metric at the last full minute: bs_s3_lag() of the other bucket. A bucket that
 * nothing is replicated to answers for the other. False if the source published none: it was lost then.
 */
bool bs_s3_replication_latency(struct bs_world *world, struct bs_store *store,
                               const struct bs_copy *copy, struct bs_duration *latency,
                               struct bs_instant *at);

#endif
