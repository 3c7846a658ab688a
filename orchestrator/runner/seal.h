/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_SEAL_H
#define BS_ORCHESTRATOR_RUNNER_SEAL_H

/**
 * What holds a journal together: behind each entry's bytes stand its number, the checksum of all entries
 * before it, and the checksum of its own bytes with the two. 8 bytes each, little-endian.
 *
 * So an entry that is altered, missing, repeated, moved or another journal's is told from a good one, and
 * each of these from the others. What cannot be told is a journal that ends early: that is what a crash
 * leaves. The checksums find damage, not malice. A change within one aligned word of 8 bytes is always found;
 * of others, all but one in 2^64.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "orchestrator/runner/entry.h"

enum { BS_SEAL_BYTES = 24, BS_SEALED_BYTES_MAX = BS_ENTRY_BYTES_MAX + BS_SEAL_BYTES };

/** Where a journal stands; zeroed: it is empty. */
struct bs_seal {
    uint64_t sequence; /* Of the next entry, and so how many there are. */
    uint64_t chain;    /* Of the last entry; 0 before the first. */
};

/** Writes the next entry as the journal is to hold it, at most BS_SEALED_BYTES_MAX; returns its length. */
size_t bs_seal_close(struct bs_seal *seal, const struct bs_entry *entry, unsigned char *sealed);

/**
 * Checks that `bytes` are the journal's next entry and takes the seal off `*length`. BS_ERR_IO otherwise:
 * the error says which entry it is, counted from 0, and what is wrong with it.
 */
enum bs_status bs_seal_open(struct bs_seal *seal, const unsigned char *bytes, size_t *length,
                            struct bs_error *error);

#endif
