/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Any bytes as a form. */

#include "tests/fuzz/fuzz_codec.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const services[] = {"cloudwatch", "ec2", "elbv2", "rds", "sns", "sts", NULL};

    fuzz_codec(services, bytes, size);
    return 0;
}
