/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_TEAM_TALK_H
#define BS_CLI_SWEEP_TEAM_TALK_H

/**
 * What the leader of a team and its members say to each other, in this order:
 *
 *   leader   SWEEP  BLOCKS.. BEGIN        STOP
 *   member     READY               ROWS.. DONE
 *
 * STOP comes to each member once, at any time, and is the last thing that it hears: without its turn for
 * READY or for trials it just leaves, amidst trials it still says DONE.
 */

#include "base/buffer.h"
#include "cli/stop_signals.h"
#include "cli/sweep_ranks.h"
#include "cli/sweep_team.h"

enum bs_sweep_talk {
    BS_SWEEP_TALK_SWEEP,  /* bs_sweep_team_describe() */
    BS_SWEEP_TALK_READY,  /* struct bs_sweep_word */
    BS_SWEEP_TALK_BLOCKS, /* struct bs_ensemble_block, any number */
    BS_SWEEP_TALK_BEGIN,
    BS_SWEEP_TALK_ROWS, /* struct bs_ensemble_block, of which `count` trials are done; their values */
    BS_SWEEP_TALK_DONE, /* struct bs_sweep_word */
    BS_SWEEP_TALK_STOP,
};

/** How it went with a member. */
struct bs_sweep_word {
    enum bs_status status;
    char text[BS_ERROR_MESSAGE_MAX]; /* "rank 2 on HOST: .." */
};

struct bs_sweep_team {
    struct bs_sweep_ranks *ranks;
    struct bs_stop_signals signals;
    bool is_let_go; /* STOP has been said, or heard. */
    bool is_broken; /* Somebody does not answer. */
};

/** Says it; where there is no memory even for that, all processes end. */
void bs_sweep_team_say(struct bs_sweep_team *team, size_t to, enum bs_sweep_talk what,
                       const void *bytes, size_t length);

/** A message, if one has come. */
bool bs_sweep_team_hear(struct bs_sweep_team *team, struct bs_sweep_message *message);

/** The next message, whenever it comes. */
void bs_sweep_team_wait(struct bs_sweep_team *team, struct bs_sweep_message *message);

/** For when there was nothing to do: leaves the processor to the trials for a moment. */
void bs_sweep_team_doze(void);

/** The leader's: STOP to all members, unless it has been said. */
void bs_sweep_team_let_go(struct bs_sweep_team *team);

/** All that decides the outcomes of a sweep, a line each: two teammates must have the same text. */
void bs_sweep_team_describe(const struct bs_sweep_plan *plan, struct bs_buffer *text);

#endif
