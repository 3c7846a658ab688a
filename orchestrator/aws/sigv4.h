/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_SIGV4_H
#define BS_ORCHESTRATOR_AWS_SIGV4_H

/**
 * AWS Signature Version 4: what is signed, and how.
 *
 * The one place where a request is brought into its canonical form; clients sign with it, servers verify.
 * Source: AWS, "Create a signed AWS API request" (IAM User Guide) and "Authenticating Requests: AWS
 * Signature Version 4" (Amazon S3 API Reference). Proven by published cases (tests/aws).
 *
 * Texts are borrowed for the call and terminated by NUL. Results are appended to the caller's buffers; if one
 * of them fails, so does the function, with BS_ERR_LIMIT. Secrets are wiped from memory that is given back.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"

#define BS_SIGV4_ALGORITHM        "AWS4-HMAC-SHA256"
#define BS_SIGV4_UNSIGNED_PAYLOAD "UNSIGNED-PAYLOAD"

enum {
    BS_SIGV4_DATE_SIZE = 17, /* "20150830T123600Z" and NUL. */
    BS_SIGV4_HEX_SIZE = 65,  /* SHA-256 in hex and NUL. */
};

struct bs_credentials {
    const char *access_key_id;
    const char *secret_access_key;
    const char *session_token; /* NULL: none, they are long-term. */
};

/** As on the wire; a name may occur more than once, in any case. */
struct bs_http_header {
    const char *name;
    const char *value;
};

enum bs_sigv4_path {
    BS_SIGV4_PATH_NORMALIZED, /* Dot segments and empty ones removed, then encoded as if it were not yet. */
    BS_SIGV4_PATH_VERBATIM, /* Amazon S3: decoded and encoded once, for a key may well be "a//../b". */
};

/** How a service's requests are brought into canonical form: `service` as in the credential scope. */
enum bs_sigv4_path bs_sigv4_path_of(const char *service);

/** A request as it crosses the wire. */
struct bs_sigv4_request {
    const char *method;
    const char *target; /* Path, then perhaps '?' and a query. */
    const struct bs_http_header *headers;
    size_t header_count;
    const char *payload_hash; /* SHA-256 of the body in hex, or one of S3's words for it. */
    enum bs_sigv4_path path;
};

/** What a signature is good for. */
struct bs_sigv4_scope {
    const char *date; /* "20150830T123600Z"; the day is its first eight characters. */
    const char *region;
    const char *service;
};

/** What is done with a session token that a presigned request carries. */
enum bs_sigv4_token {
    BS_SIGV4_TOKEN_SIGNED,
    BS_SIGV4_TOKEN_APPENDED, /* Some services want it added after signing. */
};

/** UTC, of seconds since 1970-01-01; up to the year 9999. */
void bs_sigv4_date(int64_t unix_s, char date[BS_SIGV4_DATE_SIZE]);

/**
 * The names of all headers, in lower case, sorted, each once, joined by ';'.
 */
enum bs_status bs_sigv4_signed_headers(const struct bs_sigv4_request *request,
                                       struct bs_buffer *names);

/**
 * The canonical request. `signed_headers` names those that count, as in an Authorization header. The query's
 * X-Amz-Signature, if any, does not count; neither does its X-Amz-Security-Token if that was appended.
 * BS_ERR_INPUT: a header that is named is not there, or the target's escapes are broken.
 */
enum bs_status bs_sigv4_canonical_request(const struct bs_sigv4_request *request,
                                          const char *signed_headers, enum bs_sigv4_token token,
                                          struct bs_buffer *text);

/** The string to sign, of a canonical request. */
enum bs_status bs_sigv4_string_to_sign(const struct bs_sigv4_scope *scope,
                                       const struct bs_buffer *canonical, struct bs_buffer *text);

/** The signature, in hex. */
void bs_sigv4_signature(const char *secret_access_key, const struct bs_sigv4_scope *scope,
                        const struct bs_buffer *string_to_sign, char hex[BS_SIGV4_HEX_SIZE]);

/**
 * The value of the Authorization header. All headers of the request are signed: Host and X-Amz-Date must be
 * among them, and X-Amz-Security-Token if the credentials have one and it is to be signed.
 */
enum bs_status bs_sigv4_authorization(const struct bs_credentials *credentials,
                                      const struct bs_sigv4_scope *scope,
                                      const struct bs_sigv4_request *request,
                                      struct bs_buffer *value);

/**
 * The request's target with the signature in its query, good for `expires_s` seconds. All headers of the
 * request are signed and have to be sent with it. `target` is empty.
 */
enum bs_status bs_sigv4_presign(const struct bs_credentials *credentials,
                                const struct bs_sigv4_scope *scope,
                                const struct bs_sigv4_request *request, int64_t expires_s,
                                enum bs_sigv4_token token, struct bs_buffer *target);

#endif
