/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_TEAM_H
#define BS_CLI_SWEEP_TEAM_H

/**
 * One sweep by all processes of an mpirun. Rank 0 leads: it alone has the file of trials, tells each member
 * which trials to run, and takes their outcomes as they come. Members have nothing but the scenario's files.
 *
 * A member waits for the leader to let it go; whatever goes wrong on a member, the leader says. A process
 * that was started alone is a team of one, which it leads.
 */

#include "cli/sweep_work.h"

struct bs_sweep_team;

/** From here until leaving, stop signals are held. BS_ERR_INPUT as of bs_sweep_ranks_join(). */
enum bs_status bs_sweep_team_join(struct bs_sweep_team **team, struct bs_error *error);

bool bs_sweep_team_is_led_here(const struct bs_sweep_team *team);

size_t bs_sweep_team_size(const struct bs_sweep_team *team);

/** As many threads as this process has processors for itself, within what an ensemble may have. */
size_t bs_sweep_team_jobs(const struct bs_sweep_team *team);

/**
 * The leader's, once: waits until all members have loaded their sweep, which must be this one. Otherwise the
 * error is that of the first member that has not.
 */
enum bs_status bs_sweep_team_gather(struct bs_sweep_team *team, const struct bs_sweep_plan *plan,
                                    struct bs_error *error);

/**
 * The leader's, after gathering: divides the blocks, runs its own share and gives the outcomes of all to the
 * work's sink, on the calling thread. Ends early as bs_sweep_work_do() does, and if a member stops or fails.
 */
enum bs_status bs_sweep_team_lead(struct bs_sweep_team *team, const struct bs_sweep_work *work,
                                  struct bs_error *error);

/**
 * A member's: does what the leader says until it lets go. `work` needs no blocks and no sink, and no plan if
 * `failure` says why there is none.
 */
void bs_sweep_team_follow(struct bs_sweep_team *team, const struct bs_sweep_work *work,
                          const struct bs_error *failure);

/**
 * The leader lets all go. If a member did not answer when it was told to stop, this ends all processes, this
 * one with `exit_status`, and does not return. NULL is allowed.
 */
void bs_sweep_team_leave(struct bs_sweep_team *team, int exit_status);

#endif
