/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_KEEPER_H
#define BS_ORCHESTRATOR_LIVE_KEEPER_H

/**
 * Keeps credentials: does what a credential chain asks for, and begins it anew before they end.
 *
 * While new ones cannot be had, those that there are go on being used until their end, and the chain is tried
 * again. They stay in the chain's memory and are written nowhere.
 */

#include "base/status.h"
#include "orchestrator/aws/credential_chain.h"
#include "orchestrator/live/loop.h"

struct bs_keeper;

struct bs_keeper_settings {
    struct bs_loop *loop; /* Borrowed. */
    struct bs_chain_settings chain;
};

/** NULL: no memory. */
struct bs_keeper *bs_keeper_new(const struct bs_keeper_settings *settings);
/** NULL is allowed. */
void bs_keeper_destroy(struct bs_keeper *keeper);

/**
 * Runs the loop until there are credentials. BS_ERR_INPUT: the chain's reason why there are none;
 * BS_ERR_LIMIT: the loop was stopped first.
 */
enum bs_status bs_keeper_open(struct bs_keeper *keeper, struct bs_error *error);

/** NULL if there are none that are good now. Borrowed until the loop turns. */
const struct bs_credentials *bs_keeper_credentials(const struct bs_keeper *keeper);

/** Files, profile and environment, for endpoints; and which link gave the credentials. */
const struct bs_chain *bs_keeper_chain(const struct bs_keeper *keeper);

#endif
