/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/open_request.h"

#include "base/assert.h"

static uint64_t bucket_number(const struct bs_open_requests *set, struct bs_instant at)
{
    return (uint64_t)at.ns >> set->shift;
}

static struct bs_open_request **bucket_of(struct bs_open_requests *set, uint64_t number)
{
    return &set->buckets[number % BS_OPEN_REQUEST_BUCKETS];
}

/* The last take and the farthest attempt may both lie within a bucket: one more than `ahead` fills. */
void bs_open_requests_init(struct bs_open_requests *set, struct bs_duration ahead)
{
    BS_ASSERT(ahead.ns >= 0);

    *set = (struct bs_open_requests){0};
    while ((ahead.ns >> set->shift) > BS_OPEN_REQUEST_BUCKETS - 2) {
        set->shift++;
    }
}

void bs_open_requests_add(struct bs_open_requests *set, struct bs_open_request *request)
{
    const uint64_t number = bucket_number(set, request->at);
    struct bs_open_request **bucket = bucket_of(set, number);

    BS_ASSERT(number >= set->first && number - set->first < BS_OPEN_REQUEST_BUCKETS);
    request->next = *bucket;
    *bucket = request;
    set->count++;
}

/* Moves the requests of one bucket that are due to `due`. */
static void take_from(struct bs_open_requests *set, uint64_t number, struct bs_instant until,
                      struct bs_open_request **due)
{
    struct bs_open_request **place = bucket_of(set, number);

    while (*place != NULL) {
        struct bs_open_request *request = *place;

        if (request->at.ns < until.ns) {
            *place = request->next;
            request->next = *due;
            *due = request;
            set->count--;
        } else {
            place = &request->next;
        }
    }
}

struct bs_open_request *bs_open_requests_take(struct bs_open_requests *set, struct bs_instant until)
{
    const uint64_t last = bucket_number(set, until);
    struct bs_open_request *due = NULL;

    BS_ASSERT(last >= set->first);
    for (uint64_t number = set->first; number <= last && set->count > 0; number++) {
        take_from(set, number, until, &due);
    }
    set->first = last;
    return due;
}
