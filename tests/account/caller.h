/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ACCOUNT_CALLER_H
#define BS_TESTS_ACCOUNT_CALLER_H

/** Somebody who asks an account's services, with or without a scenario's world behind them. */

#include "sim/account/account.h"
#include "tests/world/estate.h"

struct caller {
    struct bs_scenario *scenario; /* NULL: none. */
    struct estate estate;         /* Without a scenario only the simulation. */
    struct bs_account *account;
    const char *service;
    const char *region;
    uint64_t receipts;
    struct bs_tree *input; /* Of the next request. */
    struct bs_account_answer answer;
};

/** An account on 2026-01-01, whose caller asks `service` in us-east-1. `scenario` is YAML, or NULL. */
void caller_open(struct caller *caller, const char *service, const char *scenario);
void caller_close(struct caller *caller);

/** Performs the operation with what `input` holds, and empties that. */
const struct bs_tree *caller_ask(struct caller *caller, const char *operation);

/** As above, and fails the test if it is refused, or if it is not refused in that word. */
const struct bs_tree *caller_get(struct caller *caller, const char *operation);
void caller_fails(struct caller *caller, const char *operation, const char *error);

/** Lets time pass. */
void caller_wait(struct caller *caller, int64_t seconds);

/** Sets a text of the next input. */
void caller_say(struct caller *caller, const char *member, const char *text);

#endif
