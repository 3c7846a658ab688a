/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_FUZZ_FUZZ_REQUEST_TEXT_H
#define BS_TESTS_FUZZ_FUZZ_REQUEST_TEXT_H

/** Requests as targets take them: the request line, headers, an empty line, the body. */

#include "mocks/http.h"

enum { BS_FUZZ_HEADERS_MAX = 32, BS_FUZZ_HEADERS_FREE = 8 };

/** Texts are its own. There is room for a few headers more. */
struct bs_fuzz_request {
    char *text;
    struct bs_http_header headers[BS_FUZZ_HEADERS_MAX + BS_FUZZ_HEADERS_FREE];
    struct bs_http_request request;
};

void bs_fuzz_request_open(const uint8_t *bytes, size_t size, struct bs_fuzz_request *parsed);
void bs_fuzz_request_close(struct bs_fuzz_request *parsed);

#endif
