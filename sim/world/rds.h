/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_RDS_H
#define BS_SIM_WORLD_RDS_H

/**
 * RDS: asynchronous replicas and their promotion. How an instance comes and goes is in rds_life.h.
 *
 * Lag is a process in steps of 10 s: step e has lag L_e, and what the replica has applied by t reaches up to
 * the largest of t' - L(t') over t' <= t, so it never goes backwards; a fault may have L drawn from another
 * distribution while it is on. While a stream is cut nothing moves; a promotion cuts it for good. A promotion
 * lasts as long as drawn, the last quarter of it a reboot in which nothing is served; the name of the
 * endpoint stays (fact C04). Every replica can be promoted, those that were rebuilt too.
 */

#include "sim/world/store.h"

/** Gathers the faults that drive replicas' lags, now and later. */
void bs_rds_draw_bursts(struct bs_world *world);

/** Brings the copy's readable and writable up to date; the reason for its writability, for people. */
const char *bs_rds_refresh(struct bs_world *world, struct bs_store *store, struct bs_copy *copy);

/** Up to which instant of its source's history the copy has everything, seen at `at` (not in the future). */
struct bs_instant bs_rds_applied_up_to(struct bs_copy *copy, struct bs_instant at);

/** The instance that a request names, and its store (which may be NULL); NULL if there is none now. */
struct bs_copy *bs_rds_instance(struct bs_world *world, const struct bs_call_request *request,
                                struct bs_store **store);

/** Sets and records the state as RDS reports it. */
void bs_rds_set_state(struct bs_world *world, struct bs_copy *copy, enum bs_resource_state state);

/** The copy of the resource with this index, which events carry. */
struct bs_copy *bs_rds_copy_at(struct bs_world *world, uint64_t resource, struct bs_store **store);

/** The API. */
void bs_rds_describe_instance(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer);
void bs_rds_promote_read_replica(struct bs_world *world, const struct bs_call_request *request,
                                 struct bs_call_answer *answer);
/** EC2: takes the database's clients away, and gives them back. */
void bs_rds_revoke_ingress(struct bs_world *world, const struct bs_call_request *request,
                           struct bs_call_answer *answer);
void bs_rds_authorize_ingress(struct bs_world *world, const struct bs_call_request *request,
                              struct bs_call_answer *answer);

/** Whether the copy replicates at that instant, and so can be behind. */
bool bs_rds_is_behind(const struct bs_copy *copy, struct bs_instant at);

/** How far a replica is behind its source at an instant that is not in the future. */
struct bs_duration bs_rds_lag(struct bs_copy *copy, struct bs_instant at);

/** The ReplicaLag metric at the last full minute; false if there is no data point. */
bool bs_rds_replica_lag(struct bs_world *world, struct bs_copy *copy, struct bs_duration *lag,
                        struct bs_instant *at);

#endif
