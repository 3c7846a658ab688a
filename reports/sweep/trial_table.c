/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/trial_table.h"

#include <errno.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/assert.h"
#include "reports/sweep/trial_table_design.h"

/* In the file's header, where file(1) shows them: "BSsw", and the version of the schema below. */
#define APPLICATION_ID 1112765303
#define USER_VERSION   1
#define QUOTE(macro)   QUOTE_WORD(macro)
#define QUOTE_WORD(x)  #x

enum { VALUE_BYTES = 8, ARENA_BYTES_MAX = 64 * 1024 * 1024, READABLE_BY_ALL = 0644 };

struct bs_trial_table {
    sqlite3 *database;
    char *path;
    struct bs_arena arena;
    struct bs_sweep_design design;
};

const char *bs_variant_kind_name(enum bs_variant_kind kind)
{
    static const char *const names[BS_VARIANT_KIND_COUNT] = {"base", "choice", "held", "half",
                                                             "double"};

    BS_ASSERT((size_t)kind < BS_VARIANT_KIND_COUNT);
    return names[kind];
}

/* What SQLite has to say about the file. */
static enum bs_status complain(const struct bs_trial_table *table, const char *what,
                               struct bs_error *error)
{
    const struct bs_position where = {.file = table->path};
    const int code = sqlite3_errcode(table->database);

    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        return bs_error_set(error, BS_ERR_INPUT, &where, "another sweep is writing to it");
    }
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
        return bs_error_set(error, BS_ERR_INPUT, &where, "this is no sweep of blackstart's: %s",
                            sqlite3_errmsg(table->database));
    }
    return bs_error_set(error, BS_ERR_IO, &where, "%s: %s", what, sqlite3_errmsg(table->database));
}

static enum bs_status run(struct bs_trial_table *table, const char *sql, struct bs_error *error)
{
    return sqlite3_exec(table->database, sql, NULL, NULL, NULL) == SQLITE_OK
               ? BS_OK
               : complain(table, "the sweep's file cannot be written", error);
}

static enum bs_status prepare(struct bs_trial_table *table, const char *sql,
                              sqlite3_stmt **statement, struct bs_error *error)
{
    return sqlite3_prepare_v2(table->database, sql, -1, statement, NULL) == SQLITE_OK
               ? BS_OK
               : complain(table, "the sweep's file cannot be read", error);
}

/* ---- Opening ---- */

static struct bs_trial_table *table_new(const char *path)
{
    struct bs_trial_table *table = calloc(1, sizeof(*table));

    if (table == NULL) {
        return NULL;
    }
    bs_arena_init(&table->arena, ARENA_BYTES_MAX);
    table->path = strdup(path);
    if (table->path == NULL) {
        free(table);
        return NULL;
    }
    return table;
}

void bs_trial_table_close(struct bs_trial_table *table)
{
    if (table != NULL) {
        (void)sqlite3_close(table->database);
        bs_arena_clean_up(&table->arena);
        free(table->path);
        free(table);
    }
}

/* SQLite takes "file:..", ":memory:" and "" for something else than paths; "./" before them does not. */
static enum bs_status open_database(struct bs_trial_table *table, struct bs_error *error)
{
    const struct bs_position where = {.file = table->path};
    char *name = sqlite3_mprintf("%s%s", table->path[0] == '/' ? "" : "./", table->path);
    int code;

    if (name == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    code = sqlite3_open_v2(name, &table->database, SQLITE_OPEN_READWRITE, NULL);
    sqlite3_free(name);
    if (code == SQLITE_CANTOPEN) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "there is no such file, or it may not be written");
    }
    if (code != SQLITE_OK) {
        return complain(table, "the sweep's file cannot be opened", error);
    }
    return run(table, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = NORMAL;", error);
}

static const char schema[] =
    "BEGIN EXCLUSIVE;"
    "PRAGMA application_id = " QUOTE(
        APPLICATION_ID) ";"
                        "PRAGMA user_version = " QUOTE(
                            USER_VERSION) ";"
                                          "CREATE TABLE sweep(key TEXT PRIMARY KEY, value TEXT) "
                                          "STRICT;"
                                          "CREATE TABLE variant(number INTEGER PRIMARY KEY, kind "
                                          "INTEGER NOT NULL, label TEXT NOT NULL,"
                                          " overrides TEXT NOT NULL, trials INTEGER NOT NULL) "
                                          "STRICT;"
                                          "CREATE TABLE figure(number INTEGER PRIMARY KEY, subject "
                                          "TEXT NOT NULL, workflow TEXT,"
                                          " name TEXT NOT NULL, unit INTEGER NOT NULL, objective "
                                          "INTEGER) STRICT;"
                                          "CREATE TABLE trial(variant INTEGER NOT NULL, number "
                                          "INTEGER NOT NULL, outcome BLOB NOT NULL,"
                                          " PRIMARY KEY(variant, number)) STRICT, WITHOUT ROWID;";

static enum bs_status ask(struct bs_trial_table *table, const char *sql, int64_t *number,
                          struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status = prepare(table, sql, &statement, error);

    if (status == BS_OK && sqlite3_step(statement) != SQLITE_ROW) {
        status = complain(table, "the sweep's file cannot be read", error);
    }
    *number = status == BS_OK ? sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return status;
}

static enum bs_status check_file(struct bs_trial_table *table, struct bs_error *error)
{
    const struct bs_position where = {.file = table->path};
    int64_t application = 0;
    int64_t version = 0;
    enum bs_status status = ask(table, "PRAGMA application_id", &application, error);

    if (status == BS_OK) {
        status = ask(table, "PRAGMA user_version", &version, error);
    }
    if (status == BS_OK && application != APPLICATION_ID) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "this is no sweep of blackstart's, but another database");
    }
    if (status == BS_OK && version != USER_VERSION) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "the sweep's file is of version %" PRId64 ", this program's is %d",
                            version, USER_VERSION);
    }
    return status == BS_OK ? bs_trial_table_design_read(table->database, &where, &table->arena,
                                                        &table->design, error)
                           : status;
}

enum bs_status bs_trial_table_open(const char *path, struct bs_trial_table **table,
                                   struct bs_error *error)
{
    struct bs_trial_table *opened = table_new(path);
    enum bs_status status;

    if (opened == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    status = open_database(opened, error);
    if (status == BS_OK) {
        status = check_file(opened, error);
    }
    if (status ==
        BS_OK) { /* One sync for many transactions; a kill loses none, a power cut the last. */
        status = run(opened, "PRAGMA journal_mode = WAL", error);
    }
    if (status != BS_OK) {
        bs_trial_table_close(opened);
        return status;
    }
    *table = opened;
    return BS_OK;
}

/* The design in a file that is nobody's yet. */
static enum bs_status write_new(const char *path, const struct bs_sweep_design *design,
                                struct bs_error *error)
{
    const struct bs_position where = {.file = path};
    struct bs_trial_table *table = table_new(path);
    enum bs_status status;

    if (table == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    status = open_database(table, error);
    if (status == BS_OK) {
        status = run(table, schema, error);
    }
    if (status == BS_OK) {
        status = bs_trial_table_design_write(table->database, design, &where, error);
    }
    if (status == BS_OK) {
        status = run(table, "COMMIT", error);
    }
    bs_trial_table_close(table);
    return status;
}

/* The new file under its name, unless there is one of that name. */
static enum bs_status move_into_place(const char *from, const char *path, struct bs_error *error)
{
    const struct bs_position where = {.file = path};

    return link(from, path) == 0 ? BS_OK
                                 : bs_error_set(error, BS_ERR_INPUT, &where,
                                                "cannot be created: %s", strerror(errno));
}

/* Under another name first: whoever is killed meanwhile leaves no half of a sweep. */
enum bs_status bs_trial_table_create(const char *path, const struct bs_sweep_design *design,
                                     struct bs_trial_table **table, struct bs_error *error)
{
    const struct bs_position where = {.file = path};
    const size_t size = strlen(path) + sizeof(".XXXXXX");
    char *temporary = malloc(size);
    enum bs_status status = BS_OK;
    int file;

    if (temporary == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    (void)snprintf(temporary, size, "%s.XXXXXX", path);
    file = mkstemp(temporary);
    if (file < 0) {
        status =
            bs_error_set(error, BS_ERR_INPUT, &where, "cannot be created: %s", strerror(errno));
    } else {
        (void)fchmod(file, READABLE_BY_ALL);
        (void)close(file);
        status = write_new(temporary, design, error);
        if (status == BS_OK) {
            status = move_into_place(temporary, path, error);
        }
        (void)unlink(temporary);
    }
    free(temporary);
    return status == BS_OK ? bs_trial_table_open(path, table, error) : status;
}

const struct bs_sweep_design *bs_trial_table_design(const struct bs_trial_table *table)
{
    return &table->design;
}

/* ---- Trials ---- */

/* Little-endian, whatever the machine. */
static void pack(const int64_t *values, size_t count, unsigned char *bytes)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < VALUE_BYTES; k++) {
            bytes[i * VALUE_BYTES + k] = (unsigned char)((uint64_t)values[i] >> (8 * k));
        }
    }
}

static int64_t unpack(const unsigned char *bytes)
{
    uint64_t value = 0;

    for (size_t k = 0; k < VALUE_BYTES; k++) {
        value |= (uint64_t)bytes[k] << (8 * k);
    }
    return (int64_t)value;
}

static bool insert_all(struct bs_trial_table *table, sqlite3_stmt *statement, uint64_t first,
                       size_t count, const int64_t *values)
{
    unsigned char bytes[BS_COLUMNS_MAX * VALUE_BYTES];
    const size_t width = table->design.columns.count;
    bool is_well = true;

    for (size_t i = 0; i < count && is_well; i++) {
        pack(&values[i * width], width, bytes);
        is_well = sqlite3_bind_int64(statement, 2, (int64_t)(first + i)) == SQLITE_OK &&
                  sqlite3_bind_blob64(statement, 3, bytes, width * VALUE_BYTES, SQLITE_STATIC) ==
                      SQLITE_OK &&
                  sqlite3_step(statement) == SQLITE_DONE && sqlite3_reset(statement) == SQLITE_OK;
    }
    return is_well;
}

enum bs_status bs_trial_table_add(struct bs_trial_table *table, size_t variant, uint64_t first,
                                  size_t count, const int64_t *values, struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status;

    BS_ASSERT(variant < table->design.variant_count);
    BS_ASSERT(first + count <= table->design.variants[variant].trials);
    status = prepare(table, "INSERT INTO trial(variant, number, outcome) VALUES(?, ?, ?)",
                     &statement, error);
    if (status == BS_OK) {
        status = run(table, "BEGIN", error);
    }
    if (status == BS_OK && (sqlite3_bind_int64(statement, 1, (int64_t)variant) != SQLITE_OK ||
                            !insert_all(table, statement, first, count, values))) {
        status = complain(table, "trials cannot be written", error);
        (void)sqlite3_exec(table->database, "ROLLBACK", NULL, NULL, NULL);
    }
    (void)sqlite3_finalize(statement);
    return status == BS_OK ? run(table, "COMMIT", error) : status;
}

/* A statement over the variant's rows, whose numbers come first, in order. */
static enum bs_status select_rows(struct bs_trial_table *table, const char *sql, size_t variant,
                                  sqlite3_stmt **statement, struct bs_error *error)
{
    enum bs_status status = prepare(table, sql, statement, error);

    if (status == BS_OK && sqlite3_bind_int64(*statement, 1, (int64_t)variant) != SQLITE_OK) {
        status = complain(table, "the sweep's file cannot be read", error);
    }
    return status;
}

/* The next row's trial; false at the end, or with `status` where something is wrong. */
static bool next_trial(struct bs_trial_table *table, sqlite3_stmt *statement, size_t variant,
                       uint64_t *trial, enum bs_status *status, struct bs_error *error)
{
    const struct bs_position where = {.file = table->path};
    const int code = sqlite3_step(statement);

    if (code != SQLITE_ROW) {
        *status =
            code == SQLITE_DONE ? BS_OK : complain(table, "the sweep's file cannot be read", error);
        return false;
    }
    *trial = (uint64_t)sqlite3_column_int64(statement, 0);
    if (*trial >= table->design.variants[variant].trials) {
        *status = bs_error_set(error, BS_ERR_INPUT, &where,
                               "it holds a trial that its design has not: %" PRIu64, *trial);
        return false;
    }
    return true;
}

enum bs_status bs_trial_table_present(struct bs_trial_table *table, size_t variant, bool *is_there,
                                      struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    uint64_t trial = 0;
    enum bs_status status =
        select_rows(table, "SELECT number FROM trial WHERE variant = ? ORDER BY number", variant,
                    &statement, error);

    while (status == BS_OK && next_trial(table, statement, variant, &trial, &status, error)) {
        is_there[trial] = true;
    }
    (void)sqlite3_finalize(statement);
    return status;
}

enum bs_status bs_trial_table_count(struct bs_trial_table *table, size_t variant, uint64_t *count,
                                    struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status = select_rows(table, "SELECT count(*) FROM trial WHERE variant = ?",
                                        variant, &statement, error);

    if (status == BS_OK && sqlite3_step(statement) != SQLITE_ROW) {
        status = complain(table, "the sweep's file cannot be read", error);
    }
    *count = status == BS_OK ? (uint64_t)sqlite3_column_int64(statement, 0) : 0;
    (void)sqlite3_finalize(statement);
    return status;
}

/* The current row's outcome, in `values`. */
static enum bs_status unpack_row(const struct bs_trial_table *table, sqlite3_stmt *statement,
                                 uint64_t trial, int64_t *values, struct bs_error *error)
{
    const struct bs_position where = {.file = table->path};
    const size_t width = table->design.columns.count;
    const unsigned char *bytes = sqlite3_column_blob(statement, 1);

    if ((size_t)sqlite3_column_bytes(statement, 1) != width * VALUE_BYTES) {
        return bs_error_set(error, BS_ERR_INPUT, &where, "trial %" PRIu64 " is damaged", trial);
    }
    for (size_t i = 0; i < width; i++) {
        values[i] = unpack(bytes + i * VALUE_BYTES);
    }
    return BS_OK;
}

enum bs_status bs_trial_table_visit(struct bs_trial_table *table, size_t variant,
                                    bs_trial_visit_fn *visit, void *self, struct bs_error *error)
{
    int64_t values[BS_COLUMNS_MAX];
    sqlite3_stmt *statement = NULL;
    uint64_t trial = 0;
    enum bs_status status =
        select_rows(table, "SELECT number, outcome FROM trial WHERE variant = ? ORDER BY number",
                    variant, &statement, error);

    while (status == BS_OK && next_trial(table, statement, variant, &trial, &status, error)) {
        status = unpack_row(table, statement, trial, values, error);
        if (status == BS_OK) {
            visit(self, trial, values);
        }
    }
    (void)sqlite3_finalize(statement);
    return status;
}

struct reading {
    const size_t *columns;
    size_t wanted;
    int64_t *const *values;
};

static void read_trial(void *self, uint64_t trial, const int64_t *values)
{
    const struct reading *reading = self;

    for (size_t k = 0; k < reading->wanted; k++) {
        reading->values[k][trial] = values[reading->columns[k]];
    }
}

enum bs_status bs_trial_table_read(struct bs_trial_table *table, size_t variant,
                                   const size_t *columns, size_t wanted, int64_t *const *values,
                                   struct bs_error *error)
{
    const struct reading reading = {columns, wanted, values};
    const uint64_t trials = table->design.variants[variant].trials;

    for (size_t k = 0; k < wanted; k++) {
        for (uint64_t n = 0; n < trials; n++) {
            values[k][n] = BS_NO_VALUE;
        }
    }
    return bs_trial_table_visit(table, variant, read_trial, (void *)&reading, error);
}
