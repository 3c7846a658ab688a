/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any bytes as a history: refused with words, or read; what was read is written as a history that reads as
 * the same again.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "base/history_read.h"

enum { BYTES_MAX = 16 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_written(const struct bs_history *history)
{
    struct bs_history *again = bs_history_new(BYTES_MAX);
    struct bs_error error = {0};
    char hashes[2][65];
    struct bs_buffer text;
    size_t whole = 0;

    bs_buffer_init(&text, BYTES_MAX);
    bs_history_write(history, &text);
    BS_ASSERT(!text.failed);
    if (text.length > 0) {
        BS_ASSERT(bs_history_read(again, text.bytes, text.length, &whole, &error) == BS_OK);
    }
    BS_ASSERT(whole == text.length && bs_history_count(again) == bs_history_count(history));
    bs_history_sha256(history, hashes[0]);
    bs_history_sha256(again, hashes[1]);
    BS_ASSERT(strcmp(hashes[0], hashes[1]) == 0);
    bs_buffer_clean_up(&text);
    bs_history_destroy(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_history *history = bs_history_new(BYTES_MAX);
    struct bs_error error = {0};
    size_t whole = 0;

    BS_ASSERT(history != NULL);
    if (bs_history_read(history, (const char *)bytes, size, &whole, &error) == BS_OK) {
        BS_ASSERT(whole <= size);
        check_written(history);
    } else {
        BS_ASSERT(error.message[0] != '\0' && error.status != BS_ERR_INTERNAL);
    }
    bs_history_destroy(history);
    return 0;
}
