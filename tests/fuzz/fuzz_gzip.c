/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Any bytes as a compressed body: whatever comes of it is no longer than was allowed. */

#include <stddef.h>
#include <stdint.h>

#include "base/assert.h"
#include "mocks/gzip.h"

enum { PLAIN_MAX = 100000 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_buffer plain;
    enum bs_gzip_outcome outcome;

    bs_buffer_init(&plain, PLAIN_MAX);
    outcome = bs_gzip_decode((const char *)bytes, size, &plain);
    BS_ASSERT(plain.length <= PLAIN_MAX);
    BS_ASSERT(plain.failed == (outcome == BS_GZIP_TOO_LARGE));
    bs_buffer_clean_up(&plain);
    return 0;
}
