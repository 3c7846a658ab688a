/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_WIRE_LOOKUP_H
#define BS_ORCHESTRATOR_AWS_WIRE_LOOKUP_H

/**
 * What has to be known before the first call of a plan: whose account it is, and how its records stand.
 *
 * Both only read. Requests are to be signed and sent as those of calls are (wire_call.h).
 */

#include <stdbool.h>

#include "orchestrator/aws/wire_call.h"

enum { BS_WIRE_ACCOUNT_MAX = 16, BS_WIRE_ARN_MAX = 512 };

/** sts:GetCallerIdentity. */
struct bs_wire_identity {
    char account[BS_WIRE_ACCOUNT_MAX];
    char arn[BS_WIRE_ARN_MAX];
};

/** `request` is to be cleaned up, and borrows `region`. BS_ERR_LIMIT: it is too long. */
enum bs_status bs_wire_encode_identity(const char *region, struct bs_wire_request *request);
/** route53:ListResourceRecordSets, from the record's name on. */
enum bs_status bs_wire_encode_record_sets(const struct bs_wire_record *record,
                                          struct bs_wire_request *request);

/** BS_ERR_INPUT: it is an error, or cannot be read; the error says which. */
enum bs_status bs_wire_decode_identity(const struct bs_wire_response *response,
                                       struct bs_wire_identity *identity, struct bs_error *error);

/**
 * Sets the record's targets' weights, its TTL and its kind to what the hosted zone says. BS_ERR_INPUT as
 * above, and if there is no such record, or it points to something that is none of its targets.
 */
enum bs_status bs_wire_decode_record_sets(const struct bs_wire_response *response,
                                          const struct bs_wire_names *names,
                                          struct bs_wire_record *record, struct bs_error *error);

#endif
