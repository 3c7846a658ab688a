/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_SWEEP_DESIGN_H
#define BS_CLI_SWEEP_DESIGN_H

/** A sweep before its first trial: its variants, all of them loaded, and what is kept of a trial. */

#include "base/arena.h"
#include "cli/inputs.h"
#include "reports/sweep/trial_table.h"
#include "sim/ensemble/ensemble.h"

#define BS_SWEEP_TRIALS_MAX UINT64_C(10000000)

/** What the command line asks for; borrowed. */
struct bs_sweep_request {
    const char *scenario;
    const struct bs_texts *overrides; /* --set */
    const struct bs_texts *vary;      /* "PATH=V1,V2,..": several multiply. */
    uint64_t seed;
    uint64_t trials;    /* Of the base and of each choice. */
    uint64_t influence; /* Of each input that is held, halved or doubled; 0: none is. */
};

struct bs_sweep_plan {
    struct bs_sweep_design design;
    struct bs_inputs *inputs;           /* One for each variant of the design. */
    struct bs_ensemble_variant *to_run; /* The same for sim/ensemble. */
    struct bs_arena arena;              /* Holds arrays and texts. */
};

/**
 * Reads all variants and runs one trial of each that has a plan of its own, to know its steps. Errors are
 * those of the files, or name the --vary. On failure nothing is left behind.
 */
enum bs_status bs_sweep_plan_make(const struct bs_sweep_request *request,
                                  struct bs_sweep_plan *plan, struct bs_error *error);

void bs_sweep_plan_clean_up(struct bs_sweep_plan *plan);

#endif
