/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/inputs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/exit_status.h"
#include "sim/scenario/extend.h"
#include "sim/trial/trial.h"

/* A relative plan path counts from the folder of the file in which it stands; --set stands in none. */
static enum bs_status join_plan_path(const char *scenario_path, const struct bs_scenario *scenario,
                                     char *joined, struct bs_error *error)
{
    const char *file = scenario->plan_at.line > 0 ? scenario->plan_at.file : scenario_path;

    if (!bs_scenario_path_beside(file, scenario->plan_path, joined, BS_PATH_MAX)) {
        return bs_error_set(error, BS_ERR_INPUT, &scenario->plan_at, "the plan's path is too long");
    }
    return BS_OK;
}

/* A file that cannot be read has no line of its own: the place to mend is where it is named. */
static enum bs_status load_named_document(const struct bs_inputs *inputs,
                                          struct bs_document **document, struct bs_error *error)
{
    struct bs_error inner = {0};
    enum bs_status status = bs_document_load(inputs->plan_path, document, &inner);

    if (status == BS_OK) {
        return BS_OK;
    }
    if (inner.where.line > 0) {
        return bs_error_set(error, status, &inner.where, "%s", inner.message);
    }
    return bs_error_set(error, status, &inputs->scenario->plan_at,
                        "plan '%s': %s; a relative path counts from the scenario's folder",
                        inputs->plan_path, inner.message);
}

static enum bs_status load_plan(struct bs_inputs *inputs, struct bs_document *document,
                                struct bs_error *error)
{
    struct bs_bindings bindings;
    enum bs_status status = bs_trial_bindings(inputs->scenario, &bindings);

    if (status != BS_OK) {
        return bs_error_set(error, status, NULL, "out of memory");
    }
    return bs_plan_from_document(document, &bindings, &inputs->plan, error);
}

static enum bs_status load_named_plan(const char *scenario_path, struct bs_inputs *inputs,
                                      struct bs_error *error)
{
    struct bs_document *document = NULL;
    enum bs_status status =
        join_plan_path(scenario_path, inputs->scenario, inputs->plan_path, error);

    if (status == BS_OK) {
        status = load_named_document(inputs, &document, error);
    }
    if (status == BS_OK) {
        status = load_plan(inputs, document, error);
    }
    bs_document_destroy(document);
    return status;
}

static enum bs_status load_given_plan(const char *plan_path, struct bs_inputs *inputs,
                                      struct bs_error *error)
{
    struct bs_document *document = NULL;
    enum bs_status status = bs_document_load(plan_path, &document, error);

    if (status == BS_OK) {
        (void)snprintf(inputs->plan_path, sizeof(inputs->plan_path), "%s", plan_path);
        status = load_plan(inputs, document, error);
    }
    bs_document_destroy(document);
    return status;
}

/* PATH=VALUE becomes its two halves; `copies` holds the paths. */
static enum bs_status split_overrides(const struct bs_texts *texts, char **copies,
                                      struct bs_override *overrides, struct bs_error *error)
{
    for (size_t i = 0; i < texts->count; i++) {
        const char *equals = strchr(texts->items[i], '=');

        if (equals == NULL || equals == texts->items[i]) {
            return bs_error_set(error, BS_ERR_INPUT, NULL,
                                "--set needs PATH=VALUE, such as --set faults.0.at=5m; found '%s'",
                                texts->items[i]);
        }
        copies[i] = strdup(texts->items[i]);
        if (copies[i] == NULL) {
            return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
        }
        copies[i][equals - texts->items[i]] = '\0';
        overrides[i] = (struct bs_override){copies[i], copies[i] + (equals - texts->items[i]) + 1};
    }
    return BS_OK;
}

static enum bs_status load_scenario(const char *path, const struct bs_texts *overrides,
                                    struct bs_inputs *inputs, struct bs_error *error)
{
    struct bs_override pairs[BS_TEXTS_MAX] = {{0}};
    char *copies[BS_TEXTS_MAX] = {0};
    enum bs_status status;

    *inputs = (struct bs_inputs){0};
    status = split_overrides(overrides, copies, pairs, error);
    if (status == BS_OK) {
        status = bs_scenario_load(path, pairs, overrides->count, &inputs->scenario, error);
    }
    for (size_t i = 0; i < overrides->count; i++) {
        free(copies[i]);
    }
    return status;
}

enum bs_status bs_inputs_load(const char *path, const struct bs_texts *overrides,
                              struct bs_inputs *inputs, struct bs_error *error)
{
    enum bs_status status = load_scenario(path, overrides, inputs, error);

    if (status == BS_OK && inputs->scenario->plan_path != NULL) {
        status = load_named_plan(path, inputs, error);
    }
    if (status != BS_OK) {
        bs_inputs_clean_up(inputs);
    }
    return status;
}

enum bs_status bs_inputs_load_with_plan(const char *path, const char *plan_path,
                                        const struct bs_texts *overrides, struct bs_inputs *inputs,
                                        struct bs_error *error)
{
    enum bs_status status = load_scenario(path, overrides, inputs, error);

    if (status == BS_OK) {
        status = load_given_plan(plan_path, inputs, error);
    }
    if (status != BS_OK) {
        bs_inputs_clean_up(inputs);
    }
    return status;
}

enum bs_status bs_inputs_parse(const char *path, const char *bytes, size_t length,
                               struct bs_inputs *inputs, struct bs_error *error)
{
    struct bs_document *document = NULL;
    enum bs_status status = bs_scenario_documents_parse(path, bytes, length, &document, error);

    *inputs = (struct bs_inputs){0};
    if (status == BS_OK) {
        status = bs_scenario_from_document(document, &inputs->scenario, error);
    }
    if (status == BS_OK && inputs->scenario->plan_path != NULL) {
        status = load_named_plan(path, inputs, error);
    }
    if (status != BS_OK) {
        bs_inputs_clean_up(inputs);
    }
    return status;
}

void bs_inputs_clean_up(struct bs_inputs *inputs)
{
    bs_loaded_plan_destroy(inputs->plan);
    bs_scenario_destroy(inputs->scenario);
    inputs->plan = NULL;
    inputs->scenario = NULL;
}

enum bs_status bs_inputs_is_plan(const char *path, bool *is_plan, struct bs_error *error)
{
    struct bs_document *document = NULL;
    const struct bs_node *root;
    const struct bs_node *schema = NULL;
    enum bs_status status = bs_document_load(path, &document, error);

    if (status != BS_OK) {
        return status;
    }
    root = bs_document_root(document);
    if (root->kind == BS_NODE_MAP) {
        schema = bs_node_get(root, "blackstart");
    }
    *is_plan =
        schema != NULL && schema->kind == BS_NODE_SCALAR && strncmp(schema->text, "plan/", 5) == 0;
    bs_document_destroy(document);
    return BS_OK;
}

int bs_inputs_report(const struct bs_error *error)
{
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    bs_error_format(error, text, sizeof(text));
    (void)fprintf(stderr, "%s\n", text);
    return error->status == BS_ERR_INPUT || error->status == BS_ERR_LIMIT ? BS_EXIT_USAGE
                                                                          : BS_EXIT_INTERNAL;
}
