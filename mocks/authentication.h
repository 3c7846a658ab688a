/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_AUTHENTICATION_H
#define BS_MOCKS_AUTHENTICATION_H

/**
 * Whether a request was signed by who it says, for what it asks, and lately: Signature Version 4 in headers
 * and in queries. Refusals have the code and status that the service addressed has for them. No message
 * holds a secret, or what it was to be signed with.
 *
 * Source: AWS, "Signature Version 4 for API requests" (IAM User Guide), "Authenticating Requests" (Amazon S3
 * API Reference), the services' lists of common errors.
 */

#include "mocks/signature_claim.h"
#include "sim/account/account.h"

enum { BS_AUTHENTICATION_MESSAGE_MAX = 512 };

/** How a kind of services says no. */
enum bs_dialect {
    BS_DIALECT_QUERY, /* And REST with XML, but for S3. */
    BS_DIALECT_EC2,
    BS_DIALECT_JSON,
    BS_DIALECT_REST_JSON,
    BS_DIALECT_S3,
    BS_DIALECTS,
};

enum bs_authentication_problem {
    BS_AUTHENTICATION_VERIFIED,
    BS_AUTHENTICATION_MISSING,
    BS_AUTHENTICATION_MALFORMED,
    BS_AUTHENTICATION_OTHER_MECHANISM, /* Signature Version 2, say. */
    BS_AUTHENTICATION_BAD_QUERY,       /* X-Amz-Expires. */
    BS_AUTHENTICATION_BAD_SCOPE,
    BS_AUTHENTICATION_UNKNOWN_KEY,
    BS_AUTHENTICATION_BAD_TOKEN,
    BS_AUTHENTICATION_EXPIRED_TOKEN,
    BS_AUTHENTICATION_SKEWED,  /* Signed too long ago, or in the future. */
    BS_AUTHENTICATION_EXPIRED, /* A presigned request whose time is over. */
    BS_AUTHENTICATION_UNSIGNED_HEADER,
    BS_AUTHENTICATION_BAD_SIGNATURE,
    BS_AUTHENTICATION_NO_PAYLOAD_HASH, /* S3 wants x-amz-content-sha256. */
    BS_AUTHENTICATION_BAD_PAYLOAD_HASH,
    BS_AUTHENTICATION_BAD_DIGEST,     /* A checksum is not the body's. */
    BS_AUTHENTICATION_INVALID_DIGEST, /* A checksum is none. */
    BS_AUTHENTICATION_INCOMPLETE_BODY,
    BS_AUTHENTICATION_BAD_TRAILER,
    BS_AUTHENTICATION_PROBLEMS,
};

/** Why a request is refused, as it goes onto the wire. */
struct bs_refusal {
    enum bs_authentication_problem problem; /* VERIFIED: it is not. */
    const char *code;
    int status;
    char message[BS_AUTHENTICATION_MESSAGE_MAX];
};

/** `detail` may be NULL: then the problem has words of its own. */
void bs_refuse(struct bs_refusal *refusal, enum bs_authentication_problem problem,
               enum bs_dialect dialect, const char *detail);

/** Against what a request is verified. */
struct bs_authentication_rules {
    struct bs_account *account; /* Knows the keys. */
    enum bs_dialect dialect;
    enum bs_sigv4_path path;
    const char *service; /* That the scope must name; NULL: any. */
    const char *region;  /* Likewise. */
    int64_t now_s;       /* Seconds since 1970. */
    int64_t window_s;    /* How far a date may be off. */
};

/** By how many seconds the service (as in scopes) lets dates be off. */
int64_t bs_authentication_window_s(const char *service);

/**
 * Verifies the request but for its body, which is the next step's (mocks/payload.h): here only that it is
 * signed for the hash that it claims, or, outside of S3, for the hash that it has.
 */
bool bs_authenticate(const struct bs_authentication_rules *rules,
                     const struct bs_http_request *request, const struct bs_signature_claim *claim,
                     struct bs_refusal *refusal);

#endif
