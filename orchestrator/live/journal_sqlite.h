/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_JOURNAL_SQLITE_H
#define BS_ORCHESTRATOR_LIVE_JOURNAL_SQLITE_H

/**
 * A journal in an SQLite file: what an orchestrator that must outlive its process keeps.
 *
 * One table, entries(sequence, bytes), a row per entry in the order of appending, each row a transaction of
 * its own that is synced to the disk before append() returns. Beside FILE there is FILE-wal while the journal
 * is open and after a crash; the two belong together. The file is locked while it is open, so no two
 * orchestrators can share it.
 *
 * SQLite drops what lies behind a damaged place in FILE-wal as if it had never been committed. Such a journal
 * ends early and cannot be told from one that a crash left; all other damage is found, here or by the seals.
 */

#include <stdint.h>

#include "base/status.h"
#include "orchestrator/runner/ports.h"

struct bs_journal_sqlite;

enum bs_journal_mode {
    BS_JOURNAL_CREATE, /* The file must not exist. */
    BS_JOURNAL_OPEN,   /* It must, and be a journal; one whose creation was cut short is empty. */
};

struct bs_journal_sqlite_options {
    const char *path;
    enum bs_journal_mode mode;
    uint64_t
        bytes_max; /* Of FILE, rounded up to pages; beyond it append fails. 0: as many as fit. */
};

/**
 * On success the caller owns `*journal`. BS_ERR_INPUT: the file exists, or does not, or is no journal, or
 * another process holds it. BS_ERR_IO: it is damaged, or the disk says no. BS_ERR_MEMORY. The error names the
 * file and says what SQLite says.
 */
enum bs_status bs_journal_sqlite_open(const struct bs_journal_sqlite_options *options,
                                      struct bs_journal_sqlite **journal, struct bs_error *error);
/** What was appended stays. */
void bs_journal_sqlite_close(struct bs_journal_sqlite *journal);

/** The port; the journal must outlive its use. One thread at a time. append() fails with BS_ERR_IO only. */
struct bs_journal_port bs_journal_sqlite_port(struct bs_journal_sqlite *journal);

/** Why the first append that failed did so; `status` is BS_OK if none has. */
const struct bs_error *bs_journal_sqlite_failure(const struct bs_journal_sqlite *journal);

#endif
