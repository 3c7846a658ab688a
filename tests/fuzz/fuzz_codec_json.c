/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Any bytes as a body in JSON: refused in words, or written and read again to the same bytes. */

#include "tests/mocks/sample.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const struct bs_sample_call call = {.codec = &bs_codec_json,
                                               .service = &bs_sample_service,
                                               .operation = &bs_sample_echo,
                                               .protocol = BS_PROTOCOL_JSON_1_1};

    (void)bs_sample_round_trip(&call, size > 0 ? (const char *)bytes : "", size);
    return 0;
}
