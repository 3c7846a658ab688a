/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_WIRE_EXPERIMENT_H
#define BS_ORCHESTRATOR_AWS_WIRE_EXPERIMENT_H

/**
 * Experiments of the AWS Fault Injection Service, by which a game day breaks something and mends it again.
 *
 * No plan calls them, so they are no operations of calls.h. Requests are to be signed and sent as those of
 * calls are (wire_call.h). Source: AWS's API reference of FIS and its service model, 2020-12-01.
 */

#include <stdbool.h>

#include "orchestrator/aws/wire_call.h"

enum { BS_WIRE_EXPERIMENT_ID_MAX = 65, BS_WIRE_EXPERIMENT_WORDS_MAX = 513 };

enum bs_wire_experiment_operation {
    BS_EXPERIMENT_GET_TEMPLATE, /* Of a template's id, .. */
    BS_EXPERIMENT_START,        /* .. and so is this; with the same token it starts only once. */
    BS_EXPERIMENT_GET,          /* Of an experiment's id, .. */
    BS_EXPERIMENT_STOP,         /* .. and so is this. */
    BS_EXPERIMENT_OPERATION_COUNT,
};

/** All of it is borrowed. */
struct bs_wire_experiment_call {
    enum bs_wire_experiment_operation operation;
    const char *region;
    const char *id;
    const char *token; /* START only: no spaces, at most 64 characters. */
};

struct bs_wire_experiment {
    char id[BS_WIRE_EXPERIMENT_ID_MAX];
    char status[BS_CALL_CODE_MAX];             /* "running". */
    char reason[BS_WIRE_EXPERIMENT_WORDS_MAX]; /* The status's, or "". */
    bool is_over; /* It will not go on: completed, stopped, failed, .. */
};

struct bs_wire_experiment_template {
    char description[BS_WIRE_EXPERIMENT_WORDS_MAX]; /* Or "". */
    int64_t action_count;
    int64_t stop_count; /* Stop conditions that are alarms. */
};

/** "StartExperiment". */
const char *bs_wire_experiment_name(enum bs_wire_experiment_operation operation);

/** `request` is to be cleaned up in any case. BS_ERR_LIMIT: it is too long. */
enum bs_status bs_wire_encode_experiment(const struct bs_wire_experiment_call *call,
                                         struct bs_wire_request *request);

/**
 * @{ Not of GET_TEMPLATE, and of that. BS_ERR_INPUT: it was refused, or cannot be read; BS_ERR_IO: the same
 * request may go well later. The error says which.
 */
enum bs_status bs_wire_decode_experiment(enum bs_wire_experiment_operation operation,
                                         const struct bs_wire_response *response,
                                         struct bs_wire_experiment *experiment,
                                         struct bs_error *error);
enum bs_status bs_wire_decode_template(const struct bs_wire_response *response,
                                       struct bs_wire_experiment_template *about,
                                       struct bs_error *error);
/** @} */

#endif
