/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_RECORDING_H
#define BS_CLI_RECORDING_H

/** Where drills are recorded: the store of --store, else that of BLACKSTART_STORE, else none. */

#include "reports/drills/store.h"

#define BS_RECORDING_HELP                                               \
    "Record the drill in this SQLite file, for 'blackstart history'.\n" \
    "Default: what BLACKSTART_STORE says in the environment, or none."

/** What was given, else what the environment says; NULL: nothing is to be recorded. */
const char *bs_recording_path(const char *given);

/** Seconds of the calendar, now. */
int64_t bs_recording_now_s(void);

/**
 * Whether drills can be recorded there, before one is held; makes the store if there is none. Does nothing if
 * `path` is NULL. Errors are those of bs_drills_open().
 */
enum bs_status bs_recording_check(const char *path, struct bs_error *error);

/**
 * Records the report's drill and says to standard error that, or why not; returns the exit status that
 * follows from it. Does nothing if `path` is NULL. When it is recorded need not be given.
 */
int bs_recording_add(const char *path, const struct bs_report *report,
                     struct bs_kept_circumstances circumstances);

#endif
