/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_JOURNAL_MEMORY_H
#define BS_ORCHESTRATOR_RUNNER_JOURNAL_MEMORY_H

/**
 * A journal in memory: for simulated runs and for tests.
 *
 * One growing buffer of framed entries, each a 4-byte length and the bytes. Bounded at birth; beyond the
 * bound append fails, as a full disk would. Whether the bytes are sound is for the runner's seals to tell.
 */

#include <stddef.h>
#include <stdint.h>

#include "orchestrator/runner/ports.h"

struct bs_journal_memory;

/** NULL if the allocator says no. */
struct bs_journal_memory *bs_journal_memory_new(size_t bytes_max);
void bs_journal_memory_destroy(struct bs_journal_memory *journal);

/** Forgets all entries and keeps the memory, for the next run. */
void bs_journal_memory_reset(struct bs_journal_memory *journal);

/** The port; the journal must outlive its use. */
struct bs_journal_port bs_journal_memory_port(struct bs_journal_memory *journal);

/** One that nobody will read: it is full when it would be full, and holds nothing. */
struct bs_journal_port bs_journal_memory_unread_port(struct bs_journal_memory *journal);

size_t bs_journal_memory_count(const struct bs_journal_memory *journal);

/**
 * Reads the entry at `*offset` (0: the first) and moves it to the next.
 *
 * @param[out] bytes  Borrowed until the next append or reset.
 * @return BS_OK; BS_ERR_LIMIT after the last entry; BS_ERR_IO if the rest is shorter than the entry.
 */
enum bs_status bs_journal_memory_read(const struct bs_journal_memory *journal, size_t *offset,
                                      const unsigned char **bytes, size_t *length);

#endif
