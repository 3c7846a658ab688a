/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_PEOPLE_H
#define BS_SIM_WORLD_PEOPLE_H

/**
 * People: those who are paged and asked to decide, and operators who give orders.
 *
 * Each Ask of a question sends one page, unless the question is acknowledged already. A page that is seen is
 * acknowledged after the person's `page` time, the first acknowledgement counts, and `decides` later the
 * question is decided: an approval is declined if more would be lost than the person accepts, an item of a
 * checklist is done, a failed step is dealt with as the person prefers.
 *
 * Everything is drawn from streams keyed by person and question; value n belongs to the question's n-th page.
 */

#include <stdint.h>

#include "base/stream.h"
#include "orchestrator/calls/calls.h"
#include "sim/scenario/scenario.h"

struct bs_world;

enum bs_question_kind {
    BS_QUESTION_APPROVE,
    BS_QUESTION_CHECKLIST,
    BS_QUESTION_FAILED_STEP,
};

/** One question put to one person. */
struct bs_question {
    struct bs_question *next;
    struct bs_world *world;
    const struct bs_person *person;
    int64_t number;
    enum bs_question_kind kind;
    struct bs_duration expected_loss; /* Or BS_DURATION_UNKNOWN. */
    uint64_t pages;                   /* Sent so far. */
    uint64_t event_hash;              /* Its place in the event order. */
    bool is_acknowledged;
    enum bs_resource_state state; /* ASKED until it is decided. */
};

struct bs_given_order {
    struct bs_instant at;
    const char *wish;
};

struct bs_people {
    struct bs_question **questions; /* One list per person of the scenario, the newest first. */
    struct bs_given_order *orders;  /* In order of time: order number n at n - 1. */
};

enum bs_status bs_people_new(struct bs_world *world);

/** Draws when orders are given; onsets of faults are known by then. */
void bs_people_start(struct bs_world *world);

/** The API. */
void bs_people_ask(struct bs_world *world, const struct bs_call_request *request,
                   struct bs_call_answer *answer);
void bs_people_get_answer(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer);
void bs_people_get_order(struct bs_world *world, const struct bs_call_request *request,
                         struct bs_call_answer *answer);

#endif
