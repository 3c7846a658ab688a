/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_MOCKS_SIGNED_REQUEST_H
#define BS_TESTS_MOCKS_SIGNED_REQUEST_H

/** Requests that tests write, sign, and spoil. */

#include "mocks/http.h"
#include "orchestrator/aws/sigv4.h"

enum { BS_TEXT_SIZE = 4096, BS_HEADERS = 16, BS_DATE_S = 1440938160 };

#define BS_TEST_DATE   "20150830T123600Z"
#define BS_TEST_KEY    "AKIDEXAMPLE"
#define BS_TEST_SECRET "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

/** All of its own, so that any of it may be changed; headers are looked at once bs_signed_view() is. */
struct bs_signed {
    char method[16];
    char target[BS_TEXT_SIZE];
    char names[BS_HEADERS][64];
    char values[BS_HEADERS][1024];
    size_t header_count;
    char body[BS_TEXT_SIZE];
    size_t body_length;
    struct bs_http_header headers[BS_HEADERS];
};

void bs_signed_begin(struct bs_signed *request, const char *method, const char *target,
                     const char *body);
void bs_signed_header(struct bs_signed *request, const char *name, const char *value);
/** The value of that header, to be changed. */
char *bs_signed_value(struct bs_signed *request, const char *name);

/** Adds X-Amz-Date and Authorization; all headers so far are signed. S3's get the payload's hash, too. */
void bs_signed_in_header(struct bs_signed *request, const char *service, const char *token);
void bs_signed_in_query(struct bs_signed *request, const char *service, int64_t expires_s);

struct bs_http_request bs_signed_view(struct bs_signed *request);

/** Takes a request apart as the published cases write it. */
void bs_signed_parse(const char *text, struct bs_signed *request);

#endif
