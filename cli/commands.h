/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_COMMANDS_H
#define BS_CLI_COMMANDS_H

/** The subcommands; main.c has their table. */

#include "cli/options.h"

extern const struct bs_command bs_command_run;
extern const struct bs_command bs_command_sweep;
extern const struct bs_command bs_command_merge;
extern const struct bs_command bs_command_baseline;
extern const struct bs_command bs_command_compare;
extern const struct bs_command bs_command_lint;
extern const struct bs_command bs_command_torture;
extern const struct bs_command bs_command_hunt;
extern const struct bs_command bs_command_mock;
extern const struct bs_command bs_command_gameday;
extern const struct bs_command bs_command_resume;
extern const struct bs_command bs_command_exec;
extern const struct bs_command bs_command_report;
extern const struct bs_command bs_command_history;
extern const struct bs_command bs_command_completion;

/** All commands, ended by NULL. */
extern const struct bs_command *const bs_commands[];

#endif
