/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_WIRE_CALL_H
#define BS_ORCHESTRATOR_AWS_WIRE_CALL_H

/**
 * A typed call as one HTTP request, and an HTTP response as its answer.
 *
 * Nothing is sent here, signed, or retried: the request lacks Host and signature, which whoever sends it
 * adds. Nor is silence judged: that a connection was refused or a deadline passed is the sender's to say.
 * Source: AWS's API references and service models. Each operation is a row of the table in wire_call.c.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "base/time.h"
#include "orchestrator/aws/service.h"
#include "orchestrator/aws/sigv4.h"
#include "orchestrator/aws/wire_names.h"
#include "orchestrator/calls/calls.h"

#define BS_WIRE_MALFORMED "MalformedResponse" /* Our own code: nobody can read what came back. */

enum {
    BS_WIRE_HEADERS_MAX = 2,
    BS_WIRE_HEADER_VALUE_MAX = 96,
    BS_WIRE_BODY_MAX = 4 * 1024 * 1024, /* Of answers; longer ones are malformed. */
};

/** What a call needs beside itself. */
struct bs_wire_context {
    const struct bs_wire_names *names;
    int64_t epoch_s;       /* Instant 0 of the run, in seconds since 1970-01-01. */
    struct bs_instant now; /* When the request is made. */
};

/** To be cleaned up. Names of headers are constants. */
struct bs_wire_request {
    enum bs_aws_service service; /* Whose endpoint and signing name. */
    const char *region;          /* Borrowed from the call; "global" of global services. */
    const char *method;
    struct bs_buffer target; /* Path, escaped. */
    struct bs_buffer body;
    struct bs_http_header headers[BS_WIRE_HEADERS_MAX];
    size_t header_count;
    char header_values[BS_WIRE_HEADERS_MAX][BS_WIRE_HEADER_VALUE_MAX];
};

/** What came back; all of it is borrowed. The body need not be terminated. */
struct bs_wire_response {
    int32_t status;
    const struct bs_http_header *headers;
    size_t header_count;
    const char *body;
    size_t body_length;
};

/** Whether AWS is called at all: people and HTTP requests are somebody else's. */
bool bs_wire_is_aws(enum bs_operation operation);

/**
 * BS_ERR_INPUT: a name is missing, the operation is not AWS's, or the call cannot be said to AWS; the
 * error says which. `request` is to be cleaned up in any case; it must not be moved, for headers point
 * into it.
 */
enum bs_status bs_wire_encode(const struct bs_call_request *call,
                              const struct bs_wire_context *context,
                              struct bs_wire_request *request, struct bs_error *error);

void bs_wire_request_clean_up(struct bs_wire_request *request);

/**
 * Never fails: what cannot be read is an answer with BS_CALL_ERROR_OTHER and the code
 * BS_WIRE_MALFORMED. Where a change may have been made although nobody says so (an unreadable success;
 * 500, 502 or 504 to what must not be done twice), the outcome is BS_OUTCOME_INFO.
 */
void bs_wire_decode(const struct bs_call_request *call, const struct bs_wire_context *context,
                    const struct bs_wire_response *response, struct bs_call_answer *answer);

/** What a service's error code means. `status` is HTTP's, for codes nobody knows. */
enum bs_call_error bs_wire_error_of(const char *code, int32_t status);

#endif
