/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Any bytes as a body in CBOR: refused in words, or written and read again to the same bytes. */

#include "tests/mocks/sample.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const struct bs_http_header headers[] = {{"Content-Type", "application/cbor"}};
    static const struct bs_sample_call call = {.codec = &bs_codec_rpc_v2_cbor,
                                               .service = &bs_sample_query_service,
                                               .operation = &bs_sample_echo,
                                               .protocol = BS_PROTOCOL_RPC_V2_CBOR,
                                               .headers = headers,
                                               .header_count = 1};

    (void)bs_sample_round_trip(&call, size > 0 ? (const char *)bytes : "", size);
    return 0;
}
