/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * A body that claims hashes, checksums and pieces with signatures of their own ("aws-chunked"): what is
 * left of it is no longer than it was, and what is signed by nobody who has the secret is refused. Input:
 * as of a request.
 */

#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/payload.h"
#include "tests/fuzz/fuzz_request_text.h"

#define SECRET "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void open_payload(const struct bs_http_request *request, const char *secret)
{
    static const char signed_pieces[] = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    const char *hash = bs_http_request_header(request, "x-amz-content-sha256");
    struct bs_signature_claim claim;
    struct bs_payload payload;
    struct bs_refusal refusal;

    bs_signature_claim_read(request, &claim);
    if (bs_payload_open(request, &claim, secret, &payload, &refusal)) {
        BS_ASSERT(payload.request.body_length <= request->body_length);
        BS_ASSERT(payload.request.header_count <= BS_PAYLOAD_HEADERS_MAX);
        BS_ASSERT(secret == NULL || hash == NULL ||
                  strncmp(hash, signed_pieces, strlen(signed_pieces)) != 0);
    } else {
        BS_ASSERT(refusal.code != NULL && refusal.message[0] != '\0');
    }
    bs_payload_clean_up(&payload);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_fuzz_request parsed;

    bs_fuzz_request_open(bytes, size, &parsed);
    open_payload(&parsed.request, NULL);
    open_payload(&parsed.request, SECRET);
    bs_fuzz_request_close(&parsed);
    return 0;
}
