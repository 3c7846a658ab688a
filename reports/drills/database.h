/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_DATABASE_H
#define BS_REPORTS_DRILLS_DATABASE_H

/** What writing and reading the store share: the open file, statements, and what SQLite's codes mean here. */

#include <sqlite3.h>
#include <stdbool.h>

#include "base/status.h"
#include "reports/drills/store.h"

struct bs_drills {
    sqlite3 *database;
    char *path;
    int wait_ms;
};

/** Sets the error from SQLite's last one; returns its status. */
enum bs_status bs_database_complain(const struct bs_drills *drills, const char *what,
                                    struct bs_error *error);

/** A store that holds what nobody recorded. */
enum bs_status bs_database_damaged(const struct bs_drills *drills, const char *what,
                                   struct bs_error *error);

enum bs_status bs_database_run(struct bs_drills *drills, const char *sql, struct bs_error *error);

/** The caller finalizes it, also after an error. */
enum bs_status bs_database_prepare(struct bs_drills *drills, const char *sql,
                                   sqlite3_stmt **statement, struct bs_error *error);

/** NULL for NULL. The text must live until the statement is finalized. */
bool bs_database_bind_text(sqlite3_stmt *statement, int place, const char *text);

/** NULL for BS_UTC_UNKNOWN. */
bool bs_database_bind_utc(sqlite3_stmt *statement, int place, int64_t s);

/** The next row; `*is_row` is false behind the last. */
enum bs_status bs_database_step(struct bs_drills *drills, sqlite3_stmt *statement, bool *is_row,
                                struct bs_error *error);

#endif
