/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_INPUTS_H
#define BS_CLI_INPUTS_H

/** What a run is made of, read from files: the scenario and the plan that it names. */

#include "base/status.h"
#include "cli/options.h"
#include "orchestrator/plan/plan_load.h"
#include "sim/scenario/scenario.h"

enum { BS_PATH_MAX = 4096 };

struct bs_inputs {
    struct bs_scenario *scenario;
    struct bs_loaded_plan *plan; /* NULL if the scenario names none. */
    char plan_path[BS_PATH_MAX];
};

/** Reads both; `overrides` are `PATH=VALUE` texts. On failure nothing is left behind. */
enum bs_status bs_inputs_load(const char *path, const struct bs_texts *overrides,
                              struct bs_inputs *inputs, struct bs_error *error);

/** As above with the plan in `plan_path`, in place of what the scenario names. */
enum bs_status bs_inputs_load_with_plan(const char *path, const char *plan_path,
                                        const struct bs_texts *overrides, struct bs_inputs *inputs,
                                        struct bs_error *error);

/** As bs_inputs_load() of a file with these bytes; `path` need not exist, relative paths count from it. */
enum bs_status bs_inputs_parse(const char *path, const char *bytes, size_t length,
                               struct bs_inputs *inputs, struct bs_error *error);

void bs_inputs_clean_up(struct bs_inputs *inputs);

/** Whether a document says that it is a plan (`blackstart: plan/1`) and no scenario. */
enum bs_status bs_inputs_is_plan(const char *path, bool *is_plan, struct bs_error *error);

/** Prints an error to standard error as `file:line:column: message` and returns its exit status. */
int bs_inputs_report(const struct bs_error *error);

#endif
