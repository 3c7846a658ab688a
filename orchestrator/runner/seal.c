/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/seal.h"

#include <inttypes.h>
#include <string.h>

#include "base/assert.h"

enum { WORD_BYTES = 8, SUMMED_BYTES = 2 * WORD_BYTES }; /* What of the seal is in its checksum. */

/*
 * Eight bytes at a time, multiplied by the 64-bit FNV prime and folded, at the price of a few nanoseconds.
 * Each round is a bijection of the sum, so words that differ in one place never give the same sum.
 */
static uint64_t checksum(const unsigned char *bytes, size_t length)
{
    uint64_t sum = UINT64_C(0xcbf29ce484222325) ^ length;

    while (length > 0) {
        uint64_t word = 0;
        size_t taken = length < sizeof(word) ? length : sizeof(word);

        memcpy(&word, bytes, taken);
        sum = (sum ^ word) * UINT64_C(0x100000001b3);
        sum ^= sum >> 32;
        bytes += taken;
        length -= taken;
    }
    return sum;
}

static uint64_t word_at(const unsigned char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof(word));
    return word;
}

size_t bs_seal_close(struct bs_seal *seal, const struct bs_entry *entry, unsigned char *sealed)
{
    const size_t summed = entry->length + SUMMED_BYTES;

    BS_ASSERT(entry->length <= BS_ENTRY_BYTES_MAX);
    memcpy(sealed, entry->bytes, entry->length);
    memcpy(sealed + entry->length, &seal->sequence, WORD_BYTES);
    memcpy(sealed + entry->length + WORD_BYTES, &seal->chain, WORD_BYTES);
    seal->sequence++;
    seal->chain = checksum(sealed, summed);
    memcpy(sealed + summed, &seal->chain, WORD_BYTES);
    return summed + WORD_BYTES;
}

/* A whole entry that bears a number other than its place's. */
static enum bs_status refuse_sequence(uint64_t expected, uint64_t found, struct bs_error *error)
{
    if (found < expected) {
        return bs_error_set(error, BS_ERR_IO, NULL,
                            "journal entry %" PRIu64 ": entry %" PRIu64
                            " stands here: it is repeated or out of order",
                            expected, found);
    }
    return bs_error_set(error, BS_ERR_IO, NULL,
                        "journal entry %" PRIu64 " is missing: entry %" PRIu64 " stands here",
                        expected, found);
}

enum bs_status bs_seal_open(struct bs_seal *seal, const unsigned char *bytes, size_t *length,
                            struct bs_error *error)
{
    const uint64_t expected = seal->sequence;
    const unsigned char *end;
    uint64_t sum;

    if (*length <= BS_SEAL_BYTES) {
        return bs_error_set(error, BS_ERR_IO, NULL,
                            "journal entry %" PRIu64 " is torn: only %zu bytes are left of it",
                            expected, *length);
    }
    end = bytes + *length - BS_SEAL_BYTES;
    sum = checksum(bytes, *length - WORD_BYTES);
    if (word_at(end + SUMMED_BYTES) != sum) {
        return bs_error_set(error, BS_ERR_IO, NULL,
                            "journal entry %" PRIu64 " is altered: its checksum is wrong",
                            expected);
    }
    if (word_at(end) != expected) {
        return refuse_sequence(expected, word_at(end), error);
    }
    if (word_at(end + WORD_BYTES) != seal->chain) {
        return bs_error_set(error, BS_ERR_IO, NULL,
                            "journal entry %" PRIu64
                            " does not follow from those before it: it is another journal's",
                            expected);
    }
    seal->sequence++;
    seal->chain = sum;
    *length -= BS_SEAL_BYTES;
    return BS_OK;
}
