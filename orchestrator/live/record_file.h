/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_RECORD_FILE_H
#define BS_ORCHESTRATOR_LIVE_RECORD_FILE_H

/**
 * A history on the disk beside its journal, and the journal's port that keeps the two together.
 *
 * Before an entry is appended to the journal, all records there are by then are in the file. So whoever
 * resumes the journal finds every record but perhaps the last one's, which a resumed runner writes by itself.
 */

#include "base/history.h"
#include "orchestrator/runner/ports.h"

struct bs_record_file;

struct bs_record_file_settings {
    const char *path;
    struct bs_history *history; /* Borrowed; what the file has is appended to it. */
    struct bs_journal_port journal;
};

/** Opens or makes the file. BS_ERR_INPUT: it is no history; BS_ERR_IO; BS_ERR_MEMORY. */
enum bs_status bs_record_file_open(const struct bs_record_file_settings *settings,
                                   struct bs_record_file **file, struct bs_error *error);
/** Writes what there is. NULL is allowed. */
void bs_record_file_close(struct bs_record_file *file);

/** Of the runner's own records in the file as it was opened: see struct bs_runner_options. */
uint64_t bs_record_file_count(const struct bs_record_file *file);

struct bs_journal_port bs_record_file_port(struct bs_record_file *file);

#endif
