/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_SIGNATURE_CLAIM_H
#define BS_MOCKS_SIGNATURE_CLAIM_H

/** What a request says of who signed it, for what, and when; nothing of it is proven yet. */

#include <stdbool.h>
#include <stdint.h>

#include "mocks/http.h"

enum {
    BS_CLAIM_KEY_MAX = 129,
    BS_CLAIM_NAME_MAX = 64,
    BS_CLAIM_HEADERS_MAX = 4096,
    BS_CLAIM_TOKEN_MAX = 4096,
};

enum bs_claim_form {
    BS_CLAIM_NONE, /* Nobody signed. */
    BS_CLAIM_HEADER,
    BS_CLAIM_QUERY,
};

struct bs_signature_claim {
    enum bs_claim_form form;
    const char *malformed;   /* What is wrong with the claim, in words; NULL: nothing. */
    bool is_other_mechanism; /* Signed, but not by Signature Version 4. */
    bool has_bad_expiry;     /* X-Amz-Expires is not from 1 s to a week. */
    bool has_bad_scope;      /* The credential is not ID/DAY/REGION/SERVICE/aws4_request. */
    char access_key_id[BS_CLAIM_KEY_MAX];
    char day[BS_CLAIM_NAME_MAX]; /* "20150830". */
    char region[BS_CLAIM_NAME_MAX];
    char service[BS_CLAIM_NAME_MAX];
    char date[BS_SIGV4_DATE_SIZE];
    int64_t date_s;       /* Seconds since 1970. */
    int64_t expires_in_s; /* Of a query; -1: it does not say. */
    char signed_headers[BS_CLAIM_HEADERS_MAX];
    char signature[BS_SIGV4_HEX_SIZE];
    char token[BS_CLAIM_TOKEN_MAX]; /* Empty: none. */
};

/** Reads the Authorization header, or the query. Never fails: what is wrong is said in the claim. */
void bs_signature_claim_read(const struct bs_http_request *request,
                             struct bs_signature_claim *claim);

/**
 * The value of a form's first parameter of that name (which is compared as it is), unescaped. False: there is
 * none, or it has no room. `value` is empty then.
 */
bool bs_form_parameter(const char *form, size_t form_length, const char *name, char *value,
                       size_t size);

/** As above, of the query of a request's target. */
bool bs_query_parameter(const char *target, const char *name, char *value, size_t size);

#endif
