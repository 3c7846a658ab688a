/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Any bytes as a path, a query string and an XML body. */

#include "tests/fuzz/fuzz_codec.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const services[] = {"route53", "s3", NULL};

    fuzz_codec(services, bytes, size);
    return 0;
}
