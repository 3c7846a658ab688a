/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/numbered_write.h"

#include <stdlib.h>

#include "sim/world/missing.h"
#include "sim/world/world_state.h"

enum { CAPACITY_MIN = 1024 };

void bs_numbered_writes_clean_up(struct bs_world *world)
{
    free(world->numbered_writes.places);
    world->numbered_writes = (struct bs_numbered_write_set){.places = NULL};
}

/* ---- The table ---- */

/* The write's place, or the free one that it would get. There always is a free one. */
static struct bs_numbered_write *place_of(const struct bs_numbered_write_set *set,
                                          struct bs_write_number number)
{
    size_t i = (size_t)bs_bits_derive(number.run, number.sequence) & (set->capacity - 1);

    while (set->places[i].is_there && (set->places[i].number.run != number.run ||
                                       set->places[i].number.sequence != number.sequence)) {
        i = (i + 1) & (set->capacity - 1);
    }
    return &set->places[i];
}

/* False: there is no room for one more. */
static bool make_room(struct bs_numbered_write_set *set)
{
    const size_t capacity = set->capacity == 0 ? CAPACITY_MIN : 2 * set->capacity;
    struct bs_numbered_write_set larger = {NULL, capacity, set->count};

    if (set->count < set->capacity / 2) {
        return true;
    }
    larger.places =
        set->count < BS_NUMBERED_WRITES_MAX ? calloc(capacity, sizeof(*larger.places)) : NULL;
    if (larger.places == NULL) {
        return false;
    }
    for (size_t i = 0; i < set->capacity; i++) {
        if (set->places[i].is_there) {
            *place_of(&larger, set->places[i].number) = set->places[i];
        }
    }
    free(set->places);
    *set = larger;
    return true;
}

/* ---- Where they are ---- */

/* The copy of the first population's store that the load balancer goes to; NULL: it is not a database. */
static const struct bs_copy *database_for(struct bs_world *world,
                                          const struct bs_elb_state *balancer, size_t place,
                                          enum bs_request_kind kind)
{
    struct bs_store *store = bs_store_of(world, world->scenario->clients[0].stores[place]);

    return store->resource->kind == BS_RESOURCE_RDS_INSTANCE
               ? bs_elb_copy_for(world, balancer, store, kind)
               : NULL;
}

static size_t store_count(const struct bs_world *world)
{
    return world->scenario->client_count > 0 ? world->scenario->clients[0].store_count : 0;
}

bool bs_numbered_write_take(struct bs_world *world, const struct bs_elb_state *balancer,
                            struct bs_write_number number)
{
    struct bs_numbered_write_set *set = &world->numbered_writes;
    struct bs_numbered_write *write;

    if (!make_room(set)) {
        return false;
    }
    write = place_of(set, number);
    set->count += write->is_there ? 0 : 1;
    *write = (struct bs_numbered_write){number, bs_world_now(world), true, {NULL}};
    for (size_t i = 0; i < store_count(world); i++) {
        const struct bs_copy *copy = database_for(world, balancer, i, BS_REQUEST_WRITE);

        write->lineages[i] = copy != NULL ? copy->lineage : NULL;
    }
    return true;
}

static bool has(const struct bs_world *world, const struct bs_copy *copy,
                const struct bs_lineage *of, struct bs_instant at)
{
    return copy->lineage == of || at.ns <= bs_missing_reach(world, copy->lineage, of).ns;
}

bool bs_numbered_write_is_found(struct bs_world *world, const struct bs_elb_state *balancer,
                                struct bs_write_number number)
{
    const struct bs_numbered_write_set *set = &world->numbered_writes;
    const struct bs_numbered_write *write = set->capacity > 0 ? place_of(set, number) : NULL;

    if (write == NULL || !write->is_there) {
        return false;
    }
    for (size_t i = 0; i < store_count(world); i++) {
        const struct bs_copy *copy = database_for(world, balancer, i, BS_REQUEST_READ);

        if (write->lineages[i] != NULL &&
            (copy == NULL || !has(world, copy, write->lineages[i], write->at))) {
            return false;
        }
    }
    return true;
}
