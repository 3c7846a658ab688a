/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_EXEC_JUDGEMENT_H
#define BS_CLI_EXEC_JUDGEMENT_H

/** The report card of a command: what the world went through and what the command did, as one history. */

#include <stdbool.h>

#include "cli/deeds.h"
#include "cli/inputs.h"

struct bs_exec_judgement {
    const char *scenario_path;
    const struct bs_inputs *inputs;
    const struct bs_deeds *deeds;
    const char *reproduce;
    struct bs_duration horizon; /* How much of the world's time is judged. */
    uint64_t seed;
    uint32_t formats;   /* Of enum bs_format. */
    const char *folder; /* NULL: none. */
    const char *store;  /* Where the drill is recorded; NULL: nowhere. */
    bool is_quiet;
    double wall_s;
};

/**
 * Judges a mock that has been finished at the horizon, records the drill, and prints and writes the cards.
 * `exit_status` is the verdict's, or says that the drill could not be recorded.
 */
enum bs_status bs_exec_judge(struct bs_mock *mock, const struct bs_exec_judgement *judgement,
                             int *exit_status, struct bs_error *error);

#endif
