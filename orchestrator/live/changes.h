/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_CHANGES_H
#define BS_ORCHESTRATOR_LIVE_CHANGES_H

/**
 * Route 53's changes by number, in a file beside the journal: the journal knows them by number, and whoever
 * resumes it must still be able to ask after them by their ids.
 *
 * One line per change: number, blank, id. A last line that was cut short is none. Each line is on the disk
 * before its number is given to anybody.
 */

#include "base/status.h"
#include "orchestrator/aws/wire_names.h"

struct bs_changes_file;

/** Opens or makes the file. BS_ERR_IO, BS_ERR_INPUT (it is none such), BS_ERR_MEMORY. */
enum bs_status bs_changes_file_open(const char *path, struct bs_changes_file **file,
                                    struct bs_error *error);
/** NULL is allowed. */
void bs_changes_file_close(struct bs_changes_file *file);

struct bs_wire_changes bs_changes_file_port(struct bs_changes_file *file);

#endif
