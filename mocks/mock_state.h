/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_MOCK_STATE_H
#define BS_MOCKS_MOCK_STATE_H

/** What a mock holds. mock.c keeps its world; visit.c, application.c and others let requests into it. */

#include <pthread.h>

#include "base/history.h"
#include "mocks/mock.h"
#include "mocks/receipts.h"

struct bs_callers;
struct bs_visit;

struct bs_mock {
    struct bs_mock_options options;
    int64_t start_ns;      /* Of the steady clock. */
    pthread_mutex_t mutex; /* Guards what follows. */
    pthread_cond_t stir;   /* Something is to happen earlier than the keeper thought. */
    struct bs_simulation *simulation;
    struct bs_history *history;
    struct bs_world *world;
    struct bs_scenario *regions; /* Of an empty account: all that its world has. Else NULL. */
    struct bs_account *account;
    struct bs_clock clock;
    int64_t epoch_s;
    uint64_t receipt_count;
    uint64_t question_count; /* That name servers were asked. */
    struct bs_receipts *receipts;
    struct bs_mock_expectation expected; /* Of a driven mock: the next request. */
    struct bs_visit *visits;             /* Whose answers are still to come. */
    struct bs_visit *silent;             /* Who will never be answered, the latest first, .. */
    struct bs_visit *longest_silent;     /* .. the first of them, .. */
    size_t silent_count;                 /* .. and how many. */
    struct bs_callers *callers;          /* Who waits for the application (mocks/application.c). */
    pthread_t keeper; /* Lets the world go on while nobody asks; if it has one. */
    bool has_keeper;
    bool is_closing;
};

/** Moves the world to now. With the lock held. */
struct bs_instant bs_mock_move_to_now(struct bs_mock *mock);

/** Lets the world go on while nobody asks, from now on. With the lock held. */
void bs_mock_keep(struct bs_mock *mock);

/** The scenario of an empty account: AWS's Regions, and nothing in them. */
struct bs_scenario *bs_mock_regions(void);

/** The clock by which a request was signed that claims this date. With the lock held. */
int64_t bs_mock_signing_s(const struct bs_mock *mock, struct bs_instant now, int64_t date_s);

/** Drops everybody whose answer is still to come. With the lock held. */
void bs_visits_drop(struct bs_mock *mock);

/** Tells whoever drives the world that it may go on. With the lock held. */
void bs_mock_say_arrived(struct bs_mock *mock, bool is_in_world);

#endif
