/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/database.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/assert.h"

/* In the file's header, where file(1) shows them: "BSdr", and the version of the schema below. */
#define APPLICATION_ID 1112761458
#define USER_VERSION   1
#define QUOTE(macro)   QUOTE_WORD(macro)
#define QUOTE_WORD(x)  #x

enum { TEXT_BYTES_MAX = 4 * 1024 * 1024 };

/* ---- What SQLite says ---- */

/* Whose fault it is: by the primary code; BS_ERR_IO where no row stands. */
static const struct {
    int code;
    enum bs_status status;
} statuses[] = {
    {SQLITE_ERROR, BS_ERR_INPUT},      {SQLITE_NOTADB, BS_ERR_INPUT},
    {SQLITE_CORRUPT, BS_ERR_INPUT},    {SQLITE_FORMAT, BS_ERR_INPUT},
    {SQLITE_READONLY, BS_ERR_INPUT},   {SQLITE_CANTOPEN, BS_ERR_INPUT},
    {SQLITE_PERM, BS_ERR_INPUT},       {SQLITE_AUTH, BS_ERR_INPUT},
    {SQLITE_CONSTRAINT, BS_ERR_INPUT}, {SQLITE_TOOBIG, BS_ERR_LIMIT},
    {SQLITE_NOMEM, BS_ERR_MEMORY},
};

static enum bs_status status_of(int code)
{
    for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++) {
        if (statuses[i].code == code) {
            return statuses[i].status;
        }
    }
    return BS_ERR_IO;
}

enum bs_status bs_database_complain(const struct bs_drills *drills, const char *what,
                                    struct bs_error *error)
{
    const struct bs_position where = {.file = drills->path};
    const int code = sqlite3_errcode(drills->database) & 0xff;
    const int number = sqlite3_system_errno(drills->database);
    const bool is_of_system = (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && number != 0;

    if (code == SQLITE_BUSY) {
        return bs_error_set(error, BS_ERR_IO, &where,
                            "%s: another process has kept it locked for %d ms", what,
                            drills->wait_ms);
    }
    return bs_error_set(error, status_of(code), &where, "%s: %s%s%s", what,
                        sqlite3_errmsg(drills->database), is_of_system ? ", " : "",
                        is_of_system ? strerror(number) : "");
}

enum bs_status bs_database_damaged(const struct bs_drills *drills, const char *what,
                                   struct bs_error *error)
{
    const struct bs_position where = {.file = drills->path};

    return bs_error_set(error, BS_ERR_INPUT, &where, "the store is damaged: %s", what);
}

/* ---- Statements ---- */

enum bs_status bs_database_run(struct bs_drills *drills, const char *sql, struct bs_error *error)
{
    return sqlite3_exec(drills->database, sql, NULL, NULL, NULL) == SQLITE_OK
               ? BS_OK
               : bs_database_complain(drills, "the store of drills cannot be used", error);
}

enum bs_status bs_database_prepare(struct bs_drills *drills, const char *sql,
                                   sqlite3_stmt **statement, struct bs_error *error)
{
    return sqlite3_prepare_v2(drills->database, sql, -1, statement, NULL) == SQLITE_OK
               ? BS_OK
               : bs_database_complain(drills, "the store of drills cannot be read", error);
}

bool bs_database_bind_text(sqlite3_stmt *statement, int place, const char *text)
{
    return (text == NULL ? sqlite3_bind_null(statement, place)
                         : sqlite3_bind_text64(statement, place, text, strlen(text), SQLITE_STATIC,
                                               SQLITE_UTF8)) == SQLITE_OK;
}

bool bs_database_bind_utc(sqlite3_stmt *statement, int place, int64_t s)
{
    return (s == BS_UTC_UNKNOWN ? sqlite3_bind_null(statement, place)
                                : sqlite3_bind_int64(statement, place, s)) == SQLITE_OK;
}

enum bs_status bs_database_step(struct bs_drills *drills, sqlite3_stmt *statement, bool *is_row,
                                struct bs_error *error)
{
    const int code = sqlite3_step(statement);

    *is_row = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE
               ? BS_OK
               : bs_database_complain(drills, "the store of drills cannot be read", error);
}

/* The first column of the first row; `text` (may be NULL) is for those that are no number. */
static enum bs_status ask(struct bs_drills *drills, const char *sql, int64_t *number, char *text,
                          size_t text_size, struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    bool is_row = false;
    enum bs_status status = bs_database_prepare(drills, sql, &statement, error);

    if (status == BS_OK) {
        status = bs_database_step(drills, statement, &is_row, error);
    }
    if (status == BS_OK && is_row) {
        const unsigned char *found = sqlite3_column_text(statement, 0);

        *number = sqlite3_column_int64(statement, 0);
        if (text != NULL) {
            (void)snprintf(text, text_size, "%s", found != NULL ? (const char *)found : "");
        }
    }
    (void)sqlite3_finalize(statement);
    return status;
}

/* ---- Opening ---- */

/*
 * Only what can be read as a file is handed to SQLite: a pipe would block, a device take all and keep
 * nothing.
 */
static enum bs_status check_kind(const struct bs_drills *drills, enum bs_drills_mode mode,
                                 struct bs_error *error)
{
    const struct bs_position where = {.file = drills->path};
    struct stat about;

    if (drills->path[0] == '\0') {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "the store of drills has no name");
    }
    if (stat(drills->path, &about) != 0) {
        return errno == ENOENT && mode == BS_DRILLS_RECORD
                   ? BS_OK
                   : bs_error_set(error, BS_ERR_INPUT, &where,
                                  "there is no such store of drills: %s", strerror(errno));
    }
    return S_ISREG(about.st_mode) ? BS_OK
                                  : bs_error_set(error, BS_ERR_INPUT, &where,
                                                 "this is no store of drills: not a regular file");
}

/*
 * SQLite takes "file:..", ":memory:" and "" for something else than paths; "./" before them does not. For
 * reading, too, it may write if it can: what a crash has left is taken back by whoever comes first.
 */
static enum bs_status open_database(struct bs_drills *drills, enum bs_drills_mode mode,
                                    struct bs_error *error)
{
    const int flags = SQLITE_OPEN_READWRITE | (mode == BS_DRILLS_RECORD ? SQLITE_OPEN_CREATE : 0);
    char *name = sqlite3_mprintf("%s%s", drills->path[0] == '/' ? "" : "./", drills->path);
    int code;

    if (name == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    code = sqlite3_open_v2(name, &drills->database, flags, NULL);
    sqlite3_free(name);
    if (drills->database == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    return code == SQLITE_OK
               ? BS_OK
               : bs_database_complain(drills, "the store of drills cannot be opened", error);
}

/*
 * All of it within one transaction, so that there is no half of a schema. Figures have their reasons
 * beside them.
 */
static const char schema[] = "PRAGMA application_id = " QUOTE(
    APPLICATION_ID) ";"
                    "PRAGMA user_version = " QUOTE(
                        USER_VERSION) ";"
                                      "CREATE TABLE drills("
                                      " number INTEGER PRIMARY KEY,"
                                      " history_sha256 TEXT NOT NULL UNIQUE,"
                                      " held_at_s INTEGER,"
                                      " recorded_at_s INTEGER NOT NULL,"
                                      " scenario TEXT NOT NULL,"
                                      " scenario_sha256 TEXT NOT NULL,"
                                      " plan TEXT,"
                                      " plan_sha256 TEXT,"
                                      " seed TEXT NOT NULL,"
                                      " backend TEXT,"
                                      " version TEXT NOT NULL,"
                                      " verdict TEXT NOT NULL,"
                                      " reproduce TEXT,"
                                      " rto_objective_ns INTEGER, rto_objective_reason TEXT,"
                                      " rto_ns INTEGER, rto_reason TEXT,"
                                      " plan_recovery_ns INTEGER, plan_recovery_reason TEXT,"
                                      " rpo_objective_ns INTEGER, rpo_objective_reason TEXT,"
                                      " rpo_ns INTEGER, rpo_reason TEXT,"
                                      " lost_writes INTEGER, lost_writes_reason TEXT,"
                                      " availability_ppb INTEGER, availability_reason TEXT) STRICT;"
                                      "CREATE INDEX drills_of_scenario ON drills(scenario, "
                                      "held_at_s);"
                                      "CREATE TABLE findings(drill INTEGER NOT NULL REFERENCES "
                                      "drills(number), place INTEGER NOT NULL,"
                                      " verdict TEXT NOT NULL, text TEXT NOT NULL,"
                                      " PRIMARY KEY(drill, place)) STRICT, WITHOUT ROWID;"
                                      "CREATE TABLE data_stores(drill INTEGER NOT NULL REFERENCES "
                                      "drills(number), place INTEGER NOT NULL,"
                                      " id TEXT NOT NULL, rpo_objective_ns INTEGER, "
                                      "rpo_objective_reason TEXT,"
                                      " rpo_ns INTEGER, rpo_reason TEXT, lost_writes INTEGER NOT "
                                      "NULL,"
                                      " PRIMARY KEY(drill, place)) STRICT, WITHOUT ROWID;"
                                      "CREATE TABLE steps(drill INTEGER NOT NULL REFERENCES "
                                      "drills(number), place INTEGER NOT NULL,"
                                      " execution INTEGER NOT NULL, workflow TEXT NOT NULL, id "
                                      "TEXT NOT NULL, state TEXT NOT NULL,"
                                      " target_ns INTEGER, target_reason TEXT, took_ns INTEGER, "
                                      "took_reason TEXT,"
                                      " PRIMARY KEY(drill, place)) STRICT, WITHOUT ROWID;";

static enum bs_status check_version(struct bs_drills *drills, struct bs_error *error)
{
    const struct bs_position where = {.file = drills->path};
    int64_t application = 0;
    int64_t version = 0;
    enum bs_status status = ask(drills, "PRAGMA application_id", &application, NULL, 0, error);

    if (status == BS_OK && application != APPLICATION_ID) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "this is no store of drills, but another database");
    }
    if (status == BS_OK) {
        status = ask(drills, "PRAGMA user_version", &version, NULL, 0, error);
    }
    if (status == BS_OK && version != USER_VERSION) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "the store of drills is of version %" PRId64 ", this program's is %d%s",
                            version, USER_VERSION,
                            version > USER_VERSION ? "; a newer blackstart can use it" : "");
    }
    return status;
}

static enum bs_status check_pages(struct bs_drills *drills, struct bs_error *error)
{
    char verdict[256] = "";
    int64_t ignored = 0;
    enum bs_status status =
        ask(drills, "PRAGMA quick_check(1)", &ignored, verdict, sizeof(verdict), error);

    return status == BS_OK && strcmp(verdict, "ok") != 0
               ? bs_database_damaged(drills, verdict, error)
               : status;
}

/* Whether it is a database of nobody's in which there is nothing: a new one, or what a crash left of one. */
static enum bs_status is_blank(struct bs_drills *drills, bool *is_blank, struct bs_error *error)
{
    int64_t tables = 0;
    int64_t application = 0;
    enum bs_status status =
        ask(drills, "SELECT count(*) FROM sqlite_schema", &tables, NULL, 0, error);

    if (status == BS_OK) {
        status = ask(drills, "PRAGMA application_id", &application, NULL, 0, error);
    }
    *is_blank = tables == 0 && application == 0;
    return status;
}

/* Within a transaction, so that two that begin a store at once make one. */
static enum bs_status make_if_blank(struct bs_drills *drills, struct bs_error *error)
{
    bool is_new = false;
    enum bs_status status = bs_database_run(drills, "BEGIN IMMEDIATE", error);

    if (status == BS_OK) {
        status = is_blank(drills, &is_new, error);
    }
    if (status == BS_OK && is_new) {
        status = bs_database_run(drills, schema, error);
    }
    /* To commit nothing would wait for those who read. */
    return status == BS_OK ? bs_database_run(drills, is_new ? "COMMIT" : "ROLLBACK", error)
                           : status;
}

static enum bs_status check(struct bs_drills *drills, enum bs_drills_mode mode,
                            struct bs_error *error)
{
    enum bs_status status = bs_database_run(drills, "BEGIN", error);

    if (status == BS_OK) {
        status = check_version(drills, error);
    }
    if (status == BS_OK) {
        status = check_pages(drills, error);
    }
    /* Who reads goes on reading what has been checked. */
    return status == BS_OK && mode == BS_DRILLS_RECORD ? bs_database_run(drills, "ROLLBACK", error)
                                                       : status;
}

/* EXTRA: the folder is synced, too, when the rollback journal has gone from it, which is the commit. */
static enum bs_status set_up(struct bs_drills *drills, enum bs_drills_mode mode,
                             struct bs_error *error)
{
    const struct bs_position where = {.file = drills->path};
    enum bs_status status;

    (void)sqlite3_busy_timeout(drills->database, drills->wait_ms);
    (void)sqlite3_limit(drills->database, SQLITE_LIMIT_LENGTH, TEXT_BYTES_MAX);
    if (mode == BS_DRILLS_RECORD && sqlite3_db_readonly(drills->database, "main") == 1) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "the store of drills may not be written to");
    }
    status = bs_database_run(
        drills,
        "PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;",
        error);
    if (status == BS_OK && mode == BS_DRILLS_RECORD) {
        status = make_if_blank(drills, error);
    }
    return status == BS_OK ? check(drills, mode, error) : status;
}

enum bs_status bs_drills_open(const struct bs_drills_options *options, struct bs_drills **drills,
                              struct bs_error *error)
{
    struct bs_drills *opened;
    enum bs_status status;

    BS_ASSERT(options != NULL && options->path != NULL && options->wait_ms >= 0);
    BS_ASSERT(drills != NULL);

    *drills = NULL;
    opened = calloc(1, sizeof(*opened));
    if (opened != NULL) {
        opened->path = strdup(options->path);
        opened->wait_ms = options->wait_ms;
    }
    if (opened == NULL || opened->path == NULL) {
        bs_drills_close(opened);
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    status = check_kind(opened, options->mode, error);
    if (status == BS_OK) {
        status = open_database(opened, options->mode, error);
    }
    if (status == BS_OK) {
        status = set_up(opened, options->mode, error);
    }
    if (status != BS_OK) {
        bs_drills_close(opened);
        return status;
    }
    *drills = opened;
    return BS_OK;
}

/* A transaction that is still open is taken back. */
void bs_drills_close(struct bs_drills *drills)
{
    if (drills != NULL) {
        (void)sqlite3_close(drills->database);
        free(drills->path);
        free(drills);
    }
}
