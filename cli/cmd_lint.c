/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "orchestrator/core/plan.h"

struct lint_options {
    struct bs_texts overrides;
    const char *scenario;
};

static int run_lint(int count, char **words);

static const struct bs_option lint_option_table[] = {
    {"scenario", "FILE", BS_OPTION_TEXT, offsetof(struct lint_options, scenario), NULL,
     "For a plan: the scenario whose resources it names."},
    {"set", "PATH=VALUE", BS_OPTION_LIST, offsetof(struct lint_options, overrides), NULL,
     "Change a value of the scenario first; may be repeated."},
};

const struct bs_command bs_command_lint = {
    .name = "lint",
    .arguments = "SCENARIO|PLAN",
    .about = "Check the syntax and the references of a scenario and its plan.\n"
             "Nothing is run. The first problem is printed as file:line:column: what, and what "
             "would be right.",
    .options = lint_option_table,
    .option_count = sizeof(lint_option_table) / sizeof(lint_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_lint,
};

/* The scenario's objective wins; that the plan was made for another deserves a word. */
static void warn_of_rto(const char *path, const struct bs_inputs *inputs)
{
    const struct bs_duration rto = inputs->scenario->objectives.rto;
    char of_plan[BS_TIME_TEXT_MAX];
    char of_scenario[BS_TIME_TEXT_MAX];

    if (inputs->plan == NULL ||
        bs_loaded_plan_get(inputs->plan)->rto.ns == BS_DURATION_UNKNOWN.ns ||
        rto.ns == BS_DURATION_UNKNOWN.ns || bs_loaded_plan_get(inputs->plan)->rto.ns == rto.ns) {
        return;
    }
    bs_duration_format(bs_loaded_plan_get(inputs->plan)->rto, of_plan);
    bs_duration_format(rto, of_scenario);
    (void)fprintf(
        stderr,
        "%s: warning: the plan's rto is %s, the scenario's objective %s; the scenario's counts\n",
        path, of_plan, of_scenario);
}

/* `plan_path` NULL: the plan that the scenario names, if it does. */
static enum bs_status lint_files(const char *scenario_path, const char *plan_path,
                                 const struct lint_options *options, struct bs_error *error)
{
    struct bs_inputs inputs;
    enum bs_status status = plan_path == NULL
                                ? bs_inputs_load(scenario_path, &options->overrides, &inputs, error)
                                : bs_inputs_load_with_plan(scenario_path, plan_path,
                                                           &options->overrides, &inputs, error);

    if (status != BS_OK) {
        return status;
    }
    (void)printf("%s: ok: %zu resources, %zu faults, %s\n",
                 plan_path != NULL ? plan_path : scenario_path, inputs.scenario->resource_count,
                 inputs.scenario->fault_count,
                 inputs.plan != NULL ? bs_loaded_plan_get(inputs.plan)->name : "no plan");
    warn_of_rto(plan_path != NULL ? plan_path : scenario_path, &inputs);
    bs_inputs_clean_up(&inputs);
    return BS_OK;
}

/* A plan's names mean something only on a platform, which is what a scenario describes. */
static enum bs_status lint_plan(const char *path, const struct lint_options *options,
                                struct bs_error *error)
{
    if (options->scenario == NULL) {
        return bs_error_set(
            error, BS_ERR_INPUT, NULL,
            "%s is a plan: name the scenario whose resources it is for, --scenario FILE", path);
    }
    return lint_files(options->scenario, path, options, error);
}

static enum bs_status lint_scenario(const char *path, const struct lint_options *options,
                                    struct bs_error *error)
{
    if (options->scenario != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "%s is a scenario; --scenario goes with a plan", path);
    }
    return lint_files(path, NULL, options, error);
}

static int run_lint(int count, char **words)
{
    struct lint_options options = {.scenario = NULL};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    bool wants_help = false;
    bool is_plan = false;
    enum bs_status status = bs_options_parse(&bs_command_lint, count, words, &options, &positional,
                                             &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_lint);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = bs_inputs_is_plan(positional.items[0], &is_plan, &error);
    }
    if (status == BS_OK) {
        status = is_plan ? lint_plan(positional.items[0], &options, &error)
                         : lint_scenario(positional.items[0], &options, &error);
    }
    return status == BS_OK ? BS_EXIT_OK : bs_inputs_report(&error);
}
