/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/wire_experiment.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/aws/wire_protocol.h"

#define OPERATION(name)                                                      \
    {                                                                        \
        NULL, NULL, BS_AWS_FIS, &bs_wire_rest_json, "2020-12-01", name, NULL \
    }

static const struct {
    struct bs_wire_operation operation;
    const char *method;
    const char *path;   /* The id comes after it; START says it in the body. */
    const char *member; /* What the answer is wrapped in. */
} experiments[BS_EXPERIMENT_OPERATION_COUNT] = {
    [BS_EXPERIMENT_GET_TEMPLATE] = {OPERATION("GetExperimentTemplate"), "GET",
                                    "/experimentTemplates/", "experimentTemplate"},
    [BS_EXPERIMENT_START] = {OPERATION("StartExperiment"), "POST", "/experiments", "experiment"},
    [BS_EXPERIMENT_GET] = {OPERATION("GetExperiment"), "GET", "/experiments/", "experiment"},
    [BS_EXPERIMENT_STOP] = {OPERATION("StopExperiment"), "DELETE", "/experiments/", "experiment"},
};

const char *bs_wire_experiment_name(enum bs_wire_experiment_operation operation)
{
    BS_ASSERT((size_t)operation < BS_EXPERIMENT_OPERATION_COUNT);
    return experiments[operation].operation.name;
}

enum bs_status bs_wire_encode_experiment(const struct bs_wire_experiment_call *call,
                                         struct bs_wire_request *request)
{
    struct bs_wire_writer writer;

    BS_ASSERT((size_t)call->operation < BS_EXPERIMENT_OPERATION_COUNT);
    bs_wire_begin(&experiments[call->operation].operation, &writer, request);
    request->region = call->region;
    request->method = experiments[call->operation].method;
    bs_buffer_text(&request->target, experiments[call->operation].path);
    if (call->operation == BS_EXPERIMENT_START) {
        bs_wire_add_header(&writer, "Content-Type", "application/json");
        bs_json_begin_object(&writer.json);
        bs_json_member(&writer, "clientToken", call->token);
        bs_json_member(&writer, "experimentTemplateId", call->id);
        bs_json_end_object(&writer.json);
    } else {
        bs_wire_escape(call->id, &request->target);
    }
    return request->target.failed || request->body.failed ? BS_ERR_LIMIT : BS_OK;
}

/* ---- Answers ---- */

static bool is_final(const char *status)
{
    static const char *const final[] = {"completed", "stopped", "failed", "cancelled"};

    for (size_t i = 0; i < sizeof(final) / sizeof(final[0]); i++) {
        if (strcmp(status, final[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* False: there is none, or it is too long. */
static bool copy(const cJSON *parent, const char *name, char *target, size_t target_size)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(parent, name));

    return text != NULL && snprintf(target, target_size, "%s", text) < (int)target_size;
}

/* Whether the same request may go well later. */
static bool is_passing(const struct bs_wire_response *response)
{
    char code[BS_CALL_CODE_MAX] = "";
    enum bs_call_error error;

    bs_wire_rest_json.read_error(response, code);
    error = bs_wire_error_of(code, response->status);
    return error == BS_CALL_ERROR_THROTTLED || error == BS_CALL_ERROR_UNAVAILABLE;
}

/* What the answer is wrapped in; NULL: an error, and `status` says which. To be deleted. */
static cJSON *open_answer(enum bs_wire_experiment_operation operation,
                          const struct bs_wire_response *response, enum bs_status *status,
                          struct bs_error *error)
{
    const struct bs_wire_operation *row = &experiments[operation].operation;
    struct bs_wire_reader reader = {0};

    if (bs_wire_is_success(response) && row->protocol->read(row, response, &reader) &&
        reader.json != NULL) {
        return (cJSON *)(uintptr_t)reader.json;
    }
    *status = bs_wire_refuse(row, response, error);
    if (!bs_wire_is_success(response) && is_passing(response)) {
        *status = BS_ERR_IO;
        error->status = BS_ERR_IO;
    }
    return NULL;
}

enum bs_status bs_wire_decode_experiment(enum bs_wire_experiment_operation operation,
                                         const struct bs_wire_response *response,
                                         struct bs_wire_experiment *experiment,
                                         struct bs_error *error)
{
    enum bs_status status = BS_OK;
    cJSON *body = open_answer(operation, response, &status, error);
    const cJSON *made = cJSON_GetObjectItemCaseSensitive(body, experiments[operation].member);
    const cJSON *state = cJSON_GetObjectItemCaseSensitive(made, "state");

    BS_ASSERT(operation != BS_EXPERIMENT_GET_TEMPLATE);
    *experiment = (struct bs_wire_experiment){.is_over = false};
    if (body == NULL) {
        return status;
    }
    if (!copy(made, "id", experiment->id, sizeof(experiment->id)) ||
        !copy(state, "status", experiment->status, sizeof(experiment->status))) {
        status = bs_wire_refuse(&experiments[operation].operation, response, error);
    }
    (void)copy(state, "reason", experiment->reason, sizeof(experiment->reason));
    experiment->is_over = is_final(experiment->status);
    cJSON_Delete(body);
    return status;
}

static int64_t count_alarms(const cJSON *conditions)
{
    int64_t count = 0;

    for (const cJSON *item = conditions != NULL ? conditions->child : NULL; item != NULL;
         item = item->next) {
        const char *source = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(item, "source"));

        count += source != NULL && strcmp(source, "none") != 0 ? 1 : 0;
    }
    return count;
}

enum bs_status bs_wire_decode_template(const struct bs_wire_response *response,
                                       struct bs_wire_experiment_template *about,
                                       struct bs_error *error)
{
    const enum bs_wire_experiment_operation operation = BS_EXPERIMENT_GET_TEMPLATE;
    enum bs_status status = BS_OK;
    cJSON *body = open_answer(operation, response, &status, error);
    const cJSON *made = cJSON_GetObjectItemCaseSensitive(body, experiments[operation].member);

    *about = (struct bs_wire_experiment_template){.action_count = 0};
    if (body == NULL) {
        return status;
    }
    if (!cJSON_IsObject(made)) {
        status = bs_wire_refuse(&experiments[operation].operation, response, error);
    }
    (void)copy(made, "description", about->description, sizeof(about->description));
    about->action_count = cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(made, "actions"));
    about->stop_count = count_alarms(cJSON_GetObjectItemCaseSensitive(made, "stopConditions"));
    cJSON_Delete(body);
    return status;
}
