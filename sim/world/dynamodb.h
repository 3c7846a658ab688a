/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_DYNAMODB_H
#define BS_SIM_WORLD_DYNAMODB_H

/**
 * DynamoDB tables: values that are put, and leases taken by conditional writes.
 *
 * A lease is granted to whoever holds it already, or if nobody ever did, or if the last holder's term is over
 * by more than the skew that the caller allows for. All of that is judged by the instants in the requests, as
 * the condition expression of a real table does: a table has no clock. The fencing token grows by one
 * whenever the holder changes, and by nothing else.
 */

#include <stdint.h>

#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

/** One lease item. */
struct bs_lease_item {
    struct bs_lease_item *next;
    const char *key;
    uint64_t holder;
    struct bs_instant until; /* By its holder's clock. */
    int64_t token;
    uint64_t memo; /* What the holder left for the next. */
};

struct bs_dynamodb {
    struct bs_lease_item *
        *leases; /* One list per resource of the scenario; only tables' are used. */
};

enum bs_status bs_dynamodb_new(struct bs_world *world);

/**
 * What a client has written into an item of a scenario's table by itself, whatever the condition was: a
 * lease, or a value. For the history.
 */
void bs_dynamodb_note_lease(struct bs_world *world, const struct bs_resource *table,
                            const struct bs_lease_item *lease);
void bs_dynamodb_note_value(struct bs_world *world, const struct bs_resource *table,
                            const char *key, const char *value);

/** The API. */
void bs_dynamodb_put_item(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer);
void bs_dynamodb_take_lease(struct bs_world *world, const struct bs_call_request *request,
                            struct bs_call_answer *answer);

#endif
