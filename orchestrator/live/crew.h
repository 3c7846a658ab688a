/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_CREW_H
#define BS_ORCHESTRATOR_LIVE_CREW_H

/**
 * People of flesh and blood: questions are put to them, answers and orders come from them.
 *
 * At a terminal a question is printed, and a line answers it: `approve`, `decline`, `retry`, `skip` or
 * `cancel`, with the question's number behind it if more than one is open; `order WORD` gives an order. Where
 * a folder is given, a question N is also written to its file question-N, and the word in the file answer-N
 * answers it; the word in the file order-K is the K-th order. The folder outlives the process, and so do
 * answers.
 *
 * PERSON records are written: paged, and the decision.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/history.h"
#include "orchestrator/calls/calls.h"
#include "orchestrator/live/loop.h"

enum { BS_CREW_QUESTIONS_MAX = 64, BS_CREW_ORDERS_MAX = 16 };

struct bs_crew;

struct bs_crew_settings {
    struct bs_loop *loop; /* Borrowed, as are the others. */
    struct bs_history *history;
    int input;          /* A terminal's descriptor, or -1. */
    const char *folder; /* Or NULL. */
};

/** NULL: no memory. */
struct bs_crew *bs_crew_new(const struct bs_crew_settings *settings);
/** NULL is allowed. */
void bs_crew_destroy(struct bs_crew *people);

/** Answers PEOPLE_ASK, PEOPLE_GET_ANSWER and PEOPLE_GET_ORDER at once. */
void bs_crew_call(struct bs_crew *people, const struct bs_call_request *request,
                  struct bs_call_answer *answer);

/** Gives an order as if somebody had typed it; false if too many wait. */
bool bs_crew_order(struct bs_crew *people, const char *word);

#endif
