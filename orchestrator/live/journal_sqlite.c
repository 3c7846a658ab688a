/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/journal_sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/assert.h"

/* In the file's header, where file(1) shows them: "BSjl", and the version of the schema below. */
#define APPLICATION_ID 1112762988
#define USER_VERSION   1
#define QUOTE(macro)   QUOTE_WORD(macro)
#define QUOTE_WORD(x)  #x

enum { SQL_MAX = 128 };

struct bs_journal_sqlite {
    sqlite3 *database;
    sqlite3_stmt *insert;
    sqlite3_stmt *select;
    int64_t next; /* The next row's number. */
    char *path;
    struct bs_error failure;
};

/* What SQLite has to say about the file. */
static enum bs_status complain(const struct bs_journal_sqlite *journal, enum bs_status status,
                               const char *what, struct bs_error *error)
{
    const struct bs_position where = {.file = journal->path};
    const bool is_of_system = sqlite3_errcode(journal->database) == SQLITE_IOERR &&
                              sqlite3_system_errno(journal->database) != 0;
    const char *system_error =
        is_of_system ? strerror(sqlite3_system_errno(journal->database)) : NULL;

    if (sqlite3_errcode(journal->database) == SQLITE_BUSY) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "the journal is held by an orchestrator that is running on it (%s)",
                            sqlite3_errmsg(journal->database));
    }
    return bs_error_set(error, status, &where, "%s: %s%s%s", what,
                        sqlite3_errmsg(journal->database), system_error != NULL ? ", " : "",
                        system_error != NULL ? system_error : "");
}

static enum bs_status run(struct bs_journal_sqlite *journal, const char *sql,
                          struct bs_error *error)
{
    return sqlite3_exec(journal->database, sql, NULL, NULL, NULL) == SQLITE_OK
               ? BS_OK
               : complain(journal, BS_ERR_IO, "the journal cannot be opened", error);
}

static enum bs_status prepare(struct bs_journal_sqlite *journal, const char *sql,
                              sqlite3_stmt **statement, struct bs_error *error)
{
    return sqlite3_prepare_v2(journal->database, sql, -1, statement, NULL) == SQLITE_OK
               ? BS_OK
               : complain(journal, BS_ERR_IO, "the journal cannot be opened", error);
}

/* The first column of the first row; `text` (may be NULL) is for those that are no number. */
static enum bs_status ask(struct bs_journal_sqlite *journal, const char *sql, int64_t *number,
                          char *text, size_t text_size, struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status = prepare(journal, sql, &statement, error);

    if (status == BS_OK && sqlite3_step(statement) != SQLITE_ROW) {
        status = complain(journal, BS_ERR_IO, "the journal cannot be read", error);
    }
    if (status == BS_OK) {
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

/* A file of our own making and nobody else's, still empty. */
static enum bs_status create_file(const char *path, struct bs_error *error)
{
    const struct bs_position where = {.file = path};
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (file < 0) {
        return errno == EEXIST
                   ? bs_error_set(error, BS_ERR_INPUT, &where,
                                  "there is such a file already; a new journal needs a new name")
                   : bs_error_set(error, BS_ERR_INPUT, &where, "the journal cannot be created: %s",
                                  strerror(errno));
    }
    (void)close(file);
    return BS_OK;
}

/* SQLite takes "file:..", ":memory:" and "" for something else than paths; "./" before them does not. */
static enum bs_status open_database(struct bs_journal_sqlite *journal, struct bs_error *error)
{
    const struct bs_position where = {.file = journal->path};
    const char *prefix = journal->path[0] == '/' ? "" : "./";
    char *name = sqlite3_mprintf("%s%s", prefix, journal->path);
    int code;

    if (name == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    code = sqlite3_open_v2(name, &journal->database, SQLITE_OPEN_READWRITE, NULL);
    sqlite3_free(name);
    if (code == SQLITE_CANTOPEN) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "there is no such journal, or it may not be written");
    }
    return code == SQLITE_OK ? BS_OK
                             : complain(journal, BS_ERR_IO, "the journal cannot be opened", error);
}

/* All or nothing: a crash leaves either no page or a journal without entries. */
static const char schema[] =
    "BEGIN EXCLUSIVE;"
    "PRAGMA application_id = " QUOTE(
        APPLICATION_ID) ";"
                        "PRAGMA user_version = " QUOTE(
                            USER_VERSION) ";"
                                          "CREATE TABLE entries(sequence INTEGER PRIMARY KEY, "
                                          "bytes BLOB NOT NULL) STRICT;"
                                          "COMMIT;";

static enum bs_status check_database(struct bs_journal_sqlite *journal, struct bs_error *error)
{
    const struct bs_position where = {.file = journal->path};
    int64_t application = 0;
    int64_t version = 0;
    int64_t ignored;
    char verdict[256] = "";
    enum bs_status status = ask(journal, "PRAGMA application_id", &application, NULL, 0, error);

    if (status == BS_OK && application != APPLICATION_ID) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "this is no journal of blackstart's, but another database");
    }
    if (status == BS_OK) {
        status = ask(journal, "PRAGMA user_version", &version, NULL, 0, error);
    }
    if (status == BS_OK && version != USER_VERSION) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "the journal is of version %" PRId64 ", this program's is %d", version,
                            USER_VERSION);
    }
    if (status == BS_OK) {
        status = ask(journal, "PRAGMA quick_check(1)", &ignored, verdict, sizeof(verdict), error);
    }
    if (status == BS_OK && strcmp(verdict, "ok") != 0) {
        return bs_error_set(error, BS_ERR_IO, &where, "the journal is damaged: %s", verdict);
    }
    return status;
}

static enum bs_status make_or_check(struct bs_journal_sqlite *journal, struct bs_error *error)
{
    int64_t pages = 0;
    enum bs_status status;

    /* Before anything is read, so that the lock is held from then on. */
    status = run(journal, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL;", error);
    if (status == BS_OK) {
        status = ask(journal, "PRAGMA page_count", &pages, NULL, 0, error);
    }
    if (status != BS_OK) {
        return status;
    }
    return pages == 0 ? run(journal, schema, error) : check_database(journal, error);
}

/* A write-ahead log has one sync per entry. Not every file system can have one. */
static enum bs_status turn_to_log(struct bs_journal_sqlite *journal, struct bs_error *error)
{
    const struct bs_position where = {.file = journal->path};
    char mode[16] = "";
    int64_t ignored;
    enum bs_status status =
        ask(journal, "PRAGMA journal_mode = WAL", &ignored, mode, sizeof(mode), error);

    if (status == BS_OK && strcmp(mode, "wal") != 0) {
        return bs_error_set(error, BS_ERR_IO, &where,
                            "the journal cannot be written ahead here: its mode stays '%s'", mode);
    }
    /* Changes nothing, and is the first write: another process that has the file open is found now. */
    return status == BS_OK ? run(journal, "BEGIN EXCLUSIVE; COMMIT;", error) : status;
}

static enum bs_status set_bound(struct bs_journal_sqlite *journal, uint64_t bytes_max,
                                struct bs_error *error)
{
    char sql[SQL_MAX];
    int64_t page_bytes = 0;
    int64_t pages;
    enum bs_status status = ask(journal, "PRAGMA page_size", &page_bytes, NULL, 0, error);

    if (status != BS_OK) {
        return status;
    }
    BS_ASSERT(page_bytes > 0);
    pages = (int64_t)((bytes_max - 1) / (uint64_t)page_bytes + 1);
    (void)snprintf(sql, sizeof(sql), "PRAGMA max_page_count = %" PRId64, pages);
    return ask(journal, sql, &pages, NULL, 0, error);
}

static enum bs_status prepare_all(struct bs_journal_sqlite *journal, uint64_t bytes_max,
                                  struct bs_error *error)
{
    enum bs_status status = make_or_check(journal, error);

    if (status == BS_OK) {
        status = turn_to_log(journal, error);
    }
    if (status == BS_OK && bytes_max > 0) {
        status = set_bound(journal, bytes_max, error);
    }
    if (status == BS_OK) {
        status = ask(journal, "SELECT coalesce(max(sequence) + 1, 0) FROM entries", &journal->next,
                     NULL, 0, error);
    }
    if (status == BS_OK) {
        status = prepare(journal, "INSERT INTO entries(sequence, bytes) VALUES(?, ?)",
                         &journal->insert, error);
    }
    if (status == BS_OK) {
        status = prepare(journal,
                         "SELECT sequence, bytes FROM entries WHERE sequence >= ? "
                         "ORDER BY sequence LIMIT 1",
                         &journal->select, error);
    }
    return status;
}

static struct bs_journal_sqlite *journal_new(const char *path)
{
    struct bs_journal_sqlite *journal = calloc(1, sizeof(*journal));

    if (journal != NULL) {
        journal->path = strdup(path);
    }
    if (journal != NULL && journal->path == NULL) {
        free(journal);
        return NULL;
    }
    return journal;
}

enum bs_status bs_journal_sqlite_open(const struct bs_journal_sqlite_options *options,
                                      struct bs_journal_sqlite **journal, struct bs_error *error)
{
    struct bs_journal_sqlite *opened = journal_new(options->path);
    enum bs_status status;

    if (opened == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    status = options->mode == BS_JOURNAL_CREATE ? create_file(options->path, error) : BS_OK;
    if (status != BS_OK) {
        bs_journal_sqlite_close(opened);
        return status;
    }
    status = open_database(opened, error);
    if (status == BS_OK) {
        status = prepare_all(opened, options->bytes_max, error);
    }
    if (status != BS_OK) {
        bs_journal_sqlite_close(opened);
        if (options->mode == BS_JOURNAL_CREATE) {
            (void)unlink(options->path);
        }
        return status;
    }
    *journal = opened;
    return BS_OK;
}

void bs_journal_sqlite_close(struct bs_journal_sqlite *journal)
{
    if (journal != NULL) {
        (void)sqlite3_finalize(journal->insert);
        (void)sqlite3_finalize(journal->select);
        (void)sqlite3_close(journal->database);
        free(journal->path);
        free(journal);
    }
}

/* ---- The port ---- */

static enum bs_status append(void *self, const void *bytes, size_t length)
{
    struct bs_journal_sqlite *journal = self;
    bool is_durable;

    (void)sqlite3_reset(
        journal->select); /* A reading statement would be in the way of checkpoints. */
    (void)sqlite3_reset(journal->insert);
    is_durable =
        sqlite3_bind_int64(journal->insert, 1, journal->next) == SQLITE_OK &&
        sqlite3_bind_blob64(journal->insert, 2, bytes, length, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_step(journal->insert) == SQLITE_DONE;
    if (!is_durable) {
        (void)complain(journal, BS_ERR_IO, "an entry cannot be written", &journal->failure);
        (void)sqlite3_reset(journal->insert);
        return BS_ERR_IO;
    }
    (void)sqlite3_reset(journal->insert);
    journal->next++;
    return BS_OK;
}

static enum bs_status read_entry(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    struct bs_journal_sqlite *journal = self;
    int code;

    (void)sqlite3_reset(journal->select);
    code = sqlite3_bind_int64(journal->select, 1, (int64_t)*offset);
    code = code == SQLITE_OK ? sqlite3_step(journal->select) : code;
    if (code == SQLITE_DONE) {
        (void)sqlite3_reset(journal->select);
        return BS_ERR_LIMIT;
    }
    if (code != SQLITE_ROW) {
        return complain(journal, BS_ERR_IO, "the journal cannot be read", error);
    }
    *length = (size_t)sqlite3_column_bytes(journal->select, 1);
    *bytes = sqlite3_column_blob(journal->select, 1);
    if (*bytes == NULL) { /* So it is for an empty one, too. */
        static const unsigned char none = 0;

        *bytes = &none;
        *length = 0;
    }
    *offset = (size_t)sqlite3_column_int64(journal->select, 0) + 1;
    return BS_OK;
}

struct bs_journal_port bs_journal_sqlite_port(struct bs_journal_sqlite *journal)
{
    BS_ASSERT(journal != NULL);
    return (struct bs_journal_port){.self = journal, .append = append, .read = read_entry};
}

const struct bs_error *bs_journal_sqlite_failure(const struct bs_journal_sqlite *journal)
{
    return &journal->failure;
}
