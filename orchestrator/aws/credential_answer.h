/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_CREDENTIAL_ANSWER_H
#define BS_ORCHESTRATOR_AWS_CREDENTIAL_ANSWER_H

/**
 * Credentials out of what STS, containers and instances answer. Internal to the credential chain.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "orchestrator/calls/calls.h"

enum { BS_KEY_ID_MAX = 256, BS_SECRET_MAX = 512, BS_TOKEN_MAX = 32768 };

/** Owned, so that all of it can be wiped at once. */
struct bs_credential_texts {
    char access_key_id[BS_KEY_ID_MAX];
    char secret_access_key[BS_SECRET_MAX];
    char session_token[BS_TOKEN_MAX]; /* "": none. */
    int64_t expires_s;                /* Since 1970-01-01; INT64_MAX: never. */
};

/** Copies keys; `token` may be NULL. False if one of them is missing, too long, or could break a header. */
bool bs_credential_set(struct bs_credential_texts *texts, const char *access_key_id,
                       const char *secret_access_key, const char *token);

/** The JSON of containers and instances. */
bool bs_credential_read_json(const char *body, size_t length, struct bs_credential_texts *texts);

/** The Credentials that STS answers to this operation. */
bool bs_credential_read_sts(const char *operation, const char *body, size_t length,
                            struct bs_credential_texts *texts);

/** STS's error code, "" if it cannot be read. */
void bs_credential_read_sts_error(const char *body, size_t length, char code[BS_CALL_CODE_MAX]);

#endif
