/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/lint_output.h"
#include "sim/lint/lint.h"

enum { ARENA_BYTES_MAX = 4 * 1024 * 1024 };

struct lint_options {
    struct bs_texts overrides;
    const char *scenario;
    int32_t format;
    bool is_strict;
};

static int run_lint(int count, char **words);

static const struct bs_option lint_option_table[] = {
    {"format", "FORMAT", BS_OPTION_CHOICE, offsetof(struct lint_options, format),
     bs_lint_format_names, "How findings are printed: text, json or sarif (default text)."},
    {"scenario", "FILE", BS_OPTION_TEXT, offsetof(struct lint_options, scenario), NULL,
     "For a plan: the scenario whose resources it names."},
    {"set", "PATH=VALUE", BS_OPTION_LIST, offsetof(struct lint_options, overrides), NULL,
     "Change a value of the scenario first; may be repeated."},
    {"strict", NULL, BS_OPTION_FLAG, offsetof(struct lint_options, is_strict), NULL,
     "Warnings, too, make the exit status 1."},
};

const struct bs_command bs_command_lint = {
    .name = "lint",
    .arguments = "SCENARIO|PLAN",
    .about = "Check a scenario and its plan, and find what is bound to go wrong.\n"
             "Nothing is run. What cannot be read is refused with file:line:column: what, and what "
             "would be right.\nThen rules look for what a plan should not do (docs/LINT.md): exit "
             "status 1 if one finds an error.",
    .options = lint_option_table,
    .option_count = sizeof(lint_option_table) / sizeof(lint_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_lint,
};

/* The plan's file once more: the compiled plan does not know its places. */
static enum bs_status find_and_print(const char *path, const struct bs_inputs *inputs,
                                     const struct lint_options *options, int *exit_status,
                                     struct bs_error *error)
{
    struct bs_lint_subject subject = {.scenario = inputs->scenario};
    struct bs_lint_findings findings = {NULL, 0};
    struct bs_document *document = NULL;
    struct bs_arena arena;
    enum bs_status status = BS_OK;

    bs_arena_init(&arena, ARENA_BYTES_MAX);
    if (inputs->plan != NULL) {
        status = bs_document_load(inputs->plan_path, &document, error);
        subject.plan = bs_loaded_plan_get(inputs->plan);
        subject.plan_document = document;
    }
    if (status == BS_OK) {
        status = bs_lint(&subject, &arena, &findings, error);
    }
    if (status == BS_OK) {
        const struct bs_lint_output output = {path, &subject, &findings};

        status = bs_lint_print(&output, (enum bs_lint_format)options->format, error);
        *exit_status = bs_lint_count(&findings, BS_LINT_ERROR) > 0 ||
                               (options->is_strict && bs_lint_count(&findings, BS_LINT_WARNING) > 0)
                           ? BS_EXIT_MISSED
                           : BS_EXIT_OK;
    }
    bs_document_destroy(document);
    bs_arena_clean_up(&arena);
    return status;
}

/* `plan_path` NULL: the plan that the scenario names, if it does. */
static enum bs_status lint_files(const char *scenario_path, const char *plan_path,
                                 const struct lint_options *options, int *exit_status,
                                 struct bs_error *error)
{
    struct bs_inputs inputs;
    enum bs_status status = plan_path == NULL
                                ? bs_inputs_load(scenario_path, &options->overrides, &inputs, error)
                                : bs_inputs_load_with_plan(scenario_path, plan_path,
                                                           &options->overrides, &inputs, error);

    if (status != BS_OK) {
        return status;
    }
    status = find_and_print(plan_path != NULL ? plan_path : scenario_path, &inputs, options,
                            exit_status, error);
    bs_inputs_clean_up(&inputs);
    return status;
}

/* A plan's names mean something only on a platform, which is what a scenario describes. */
static enum bs_status lint_plan(const char *path, const struct lint_options *options,
                                int *exit_status, struct bs_error *error)
{
    if (options->scenario == NULL) {
        return bs_error_set(
            error, BS_ERR_INPUT, NULL,
            "%s is a plan: name the scenario whose resources it is for, --scenario FILE", path);
    }
    return lint_files(options->scenario, path, options, exit_status, error);
}

static enum bs_status lint_scenario(const char *path, const struct lint_options *options,
                                    int *exit_status, struct bs_error *error)
{
    if (options->scenario != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "%s is a scenario; --scenario goes with a plan", path);
    }
    return lint_files(path, NULL, options, exit_status, error);
}

static int run_lint(int count, char **words)
{
    struct lint_options options = {.scenario = NULL};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    int exit_status = BS_EXIT_OK;
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
        status = is_plan ? lint_plan(positional.items[0], &options, &exit_status, &error)
                         : lint_scenario(positional.items[0], &options, &exit_status, &error);
    }
    return status == BS_OK ? exit_status : bs_inputs_report(&error);
}
