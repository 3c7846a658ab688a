/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/doomed_request.h"

#include <string.h>

#include "base/assert.h"

enum { CAPACITY_AT_FIRST = 64 };

#define TAKEN        UINT32_MAX
#define CAPACITY_MAX (UINT64_C(1) << 31)

static struct bs_doomed_request *at_position(const struct bs_doomed_requests *set,
                                             uint64_t position)
{
    return &set->ring[position & (set->capacity - 1)];
}

bool bs_doomed_requests_init(struct bs_doomed_requests *set, struct bs_arena *arena,
                             uint32_t resolver_count)
{
    *set = (struct bs_doomed_requests){
        .newest = bs_arena_array(arena, resolver_count, sizeof(*set->newest)),
        .arena = arena,
    };
    return set->newest != NULL;
}

static bool grow(struct bs_doomed_requests *set)
{
    const uint64_t capacity = set->capacity == 0 ? CAPACITY_AT_FIRST : 2 * set->capacity;
    struct bs_doomed_request *ring = NULL;

    if (capacity <= CAPACITY_MAX) {
        ring = bs_arena_array(set->arena, capacity, sizeof(*ring));
    }
    if (ring == NULL) {
        return false;
    }
    for (uint64_t position = set->first; position < set->end; position++) {
        ring[position & (capacity - 1)] = *at_position(set, position);
    }
    set->ring = ring;
    set->capacity = capacity;
    return true;
}

bool bs_doomed_requests_add(struct bs_doomed_requests *set, const struct bs_doomed_request *request)
{
    const uint64_t newest = set->newest[request->resolver];
    struct bs_doomed_request *added;

    if (set->end - set->first == set->capacity && !grow(set)) {
        return false;
    }
    added = at_position(set, set->end++);
    *added = *request;
    added->back = newest > set->first ? (uint32_t)(set->end - newest) : 0;
    set->newest[request->resolver] = set->end;
    return true;
}

bool bs_doomed_requests_take(struct bs_doomed_requests *set, struct bs_doomed_request *request)
{
    while (set->first < set->end) {
        *request = *at_position(set, set->first++);
        if (request->resolver != TAKEN) {
            return true;
        }
    }
    return false;
}

bool bs_doomed_requests_take_of(struct bs_doomed_requests *set, uint32_t resolver,
                                struct bs_doomed_request *request)
{
    const uint64_t newest = set->newest[resolver];
    struct bs_doomed_request *taken;

    if (newest <= set->first) {
        return false;
    }
    taken = at_position(set, newest - 1);
    *request = *taken;
    taken->resolver = TAKEN;
    set->newest[resolver] = request->back > 0 ? newest - request->back : 0;
    return true;
}

void bs_doomed_requests_forget(struct bs_doomed_requests *set, struct bs_instant at)
{
    while (set->first < set->end && at_position(set, set->first)->at.ns < at.ns) {
        set->first++;
    }
}
