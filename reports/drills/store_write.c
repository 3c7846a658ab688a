/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "reports/drills/columns.h"
#include "reports/drills/database.h"

enum { SQL_BYTES_MAX = 16 * 1024 };

static enum bs_status complain(const struct bs_drills *drills, struct bs_error *error)
{
    return bs_database_complain(drills, "the drill cannot be recorded", error);
}

/* Runs a statement whose values are bound, and finalizes it. */
static enum bs_status finish(struct bs_drills *drills, sqlite3_stmt *statement, bool is_bound,
                             struct bs_error *error)
{
    const enum bs_status status =
        is_bound && sqlite3_step(statement) == SQLITE_DONE ? BS_OK : complain(drills, error);

    (void)sqlite3_finalize(statement);
    return status;
}

/* As finish(), and the statement is used again. */
static enum bs_status put_row(struct bs_drills *drills, sqlite3_stmt *statement, bool is_bound,
                              struct bs_error *error)
{
    const enum bs_status status =
        is_bound && sqlite3_step(statement) == SQLITE_DONE ? BS_OK : complain(drills, error);

    (void)sqlite3_reset(statement);
    return status;
}

static bool bind_integer(sqlite3_stmt *statement, int place, int64_t value)
{
    return sqlite3_bind_int64(statement, place, value) == SQLITE_OK;
}

/* The value and then the reason: one of them is NULL. */
static bool bind_figure(sqlite3_stmt *statement, int place, struct bs_figure figure)
{
    const bool is_bound = bs_is_known(figure) ? bind_integer(statement, place, figure.value)
                                              : sqlite3_bind_null(statement, place) == SQLITE_OK;

    return is_bound && bs_database_bind_text(statement, place + 1, figure.unknown);
}

/* ---- The headline ---- */

static void write_insert(struct bs_buffer *sql)
{
    int values = 0;

    bs_buffer_text(sql, "INSERT INTO drills(");
    for (size_t i = 0; i < bs_drill_column_count; i++) {
        const struct bs_drill_column *column = &bs_drill_columns[i];

        bs_buffer_format(sql, "%s%s%s", i > 0 ? ", " : "", column->name,
                         bs_drill_column_stored_suffix(column));
        values++;
        if (bs_drill_column_is_figure(column)) {
            bs_buffer_format(sql, ", %s_reason", column->name);
            values++;
        }
    }
    bs_buffer_text(sql, ") VALUES(");
    for (int i = 0; i < values; i++) {
        bs_buffer_text(sql, i > 0 ? ", ?" : "?");
    }
    bs_buffer_text(sql, ")");
}

/* Moves `*place` behind what it has bound. */
static bool bind_column(sqlite3_stmt *statement, int *place, const struct bs_drill_column *column,
                        const struct bs_kept_drill *drill)
{
    const int at = *place;

    *place += bs_drill_column_is_figure(column) ? 2 : 1;
    if (column->unit == BS_DRILL_TEXT) {
        return bs_database_bind_text(statement, at, bs_drill_column_text(column, drill));
    }
    if (column->unit == BS_DRILL_UTC) {
        return bs_database_bind_utc(statement, at, bs_drill_column_utc(column, drill));
    }
    return bind_figure(statement, at, bs_drill_column_figure(column, drill));
}

static enum bs_status insert_headline(struct bs_drills *drills, const struct bs_kept_drill *drill,
                                      int64_t *number, struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    struct bs_buffer sql;
    enum bs_status status;
    bool is_bound = true;
    int place = 1;

    bs_buffer_init(&sql, SQL_BYTES_MAX);
    write_insert(&sql);
    status = sql.failed ? bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory")
                        : bs_database_prepare(drills, sql.bytes, &statement, error);
    bs_buffer_clean_up(&sql);
    if (status != BS_OK) {
        return status;
    }
    for (size_t i = 0; i < bs_drill_column_count; i++) {
        is_bound = bind_column(statement, &place, &bs_drill_columns[i], drill) && is_bound;
    }
    status = finish(drills, statement, is_bound, error);
    *number = sqlite3_last_insert_rowid(drills->database);
    return status;
}

/* ---- The lists ---- */

typedef bool bind_row_fn(sqlite3_stmt *statement, const struct bs_kept_drill *drill, size_t i);

static bool bind_finding(sqlite3_stmt *statement, const struct bs_kept_drill *drill, size_t i)
{
    return bs_database_bind_text(statement, 3, drill->findings[i].verdict) &&
           bs_database_bind_text(statement, 4, drill->findings[i].text);
}

static bool bind_store(sqlite3_stmt *statement, const struct bs_kept_drill *drill, size_t i)
{
    const struct bs_kept_store *store = &drill->stores[i];

    return bs_database_bind_text(statement, 3, store->id) &&
           bind_figure(statement, 4, store->objective) && bind_figure(statement, 6, store->rpo) &&
           bind_integer(statement, 8, store->lost_writes);
}

static bool bind_step(sqlite3_stmt *statement, const struct bs_kept_drill *drill, size_t i)
{
    const struct bs_kept_step *step = &drill->steps[i];

    return bind_integer(statement, 3, step->execution) &&
           bs_database_bind_text(statement, 4, step->workflow) &&
           bs_database_bind_text(statement, 5, step->id) &&
           bs_database_bind_text(statement, 6, step->state) &&
           bind_figure(statement, 7, step->target) && bind_figure(statement, 9, step->took);
}

static const struct {
    const char *sql;
    bind_row_fn *bind;
    size_t count_offset;
} lists[] = {
    {"INSERT INTO findings(drill, place, verdict, text) VALUES(?, ?, ?, ?)", bind_finding,
     offsetof(struct bs_kept_drill, finding_count)},
    {"INSERT INTO data_stores(drill, place, id, rpo_objective_ns, rpo_objective_reason, rpo_ns,"
     " rpo_reason, lost_writes) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
     bind_store, offsetof(struct bs_kept_drill, store_count)},
    {"INSERT INTO steps(drill, place, execution, workflow, id, state, target_ns, target_reason,"
     " took_ns, took_reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
     bind_step, offsetof(struct bs_kept_drill, step_count)},
};

static enum bs_status insert_list(struct bs_drills *drills, size_t list,
                                  const struct bs_kept_drill *drill, int64_t number,
                                  struct bs_error *error)
{
    size_t count;
    sqlite3_stmt *statement = NULL;
    enum bs_status status = bs_database_prepare(drills, lists[list].sql, &statement, error);

    memcpy(&count, (const char *)drill + lists[list].count_offset, sizeof(count));
    for (size_t i = 0; i < count && status == BS_OK; i++) {
        status =
            put_row(drills, statement,
                    bind_integer(statement, 1, number) && bind_integer(statement, 2, (int64_t)i) &&
                        lists[list].bind(statement, drill, i),
                    error);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum bs_status insert_drill(struct bs_drills *drills, const struct bs_kept_drill *drill,
                                   struct bs_error *error)
{
    int64_t number = 0;
    enum bs_status status = insert_headline(drills, drill, &number, error);

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]) && status == BS_OK; i++) {
        status = insert_list(drills, i, drill, number, error);
    }
    return status;
}

/* ---- A drill that is there already ---- */

static enum bs_status find(struct bs_drills *drills, const struct bs_kept_drill *drill,
                           bool *is_known, struct bs_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status = bs_database_prepare(
        drills, "SELECT 1 FROM drills WHERE history_sha256 = ?", &statement, error);

    if (status == BS_OK && !bs_database_bind_text(statement, 1, drill->history_sha256)) {
        status = complain(drills, error);
    }
    if (status == BS_OK) {
        status = bs_database_step(drills, statement, is_known, error);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum bs_status complete(struct bs_drills *drills, const struct bs_kept_drill *drill,
                               bool *is_changed, struct bs_error *error)
{
    static const char sql[] =
        "UPDATE drills SET held_at_s = coalesce(held_at_s, ?2), backend = coalesce(backend, ?3)"
        " WHERE history_sha256 = ?1 AND ((held_at_s IS NULL AND ?2 IS NOT NULL)"
        " OR (backend IS NULL AND ?3 IS NOT NULL))";
    sqlite3_stmt *statement = NULL;
    enum bs_status status = bs_database_prepare(drills, sql, &statement, error);

    if (status == BS_OK) {
        status = finish(drills, statement,
                        bs_database_bind_text(statement, 1, drill->history_sha256) &&
                            bs_database_bind_utc(statement, 2, drill->held_at_s) &&
                            bs_database_bind_text(statement, 3, drill->backend),
                        error);
    }
    *is_changed = sqlite3_changes(drills->database) > 0;
    return status;
}

static enum bs_status add(struct bs_drills *drills, const struct bs_kept_drill *drill,
                          enum bs_drills_addition *addition, struct bs_error *error)
{
    bool is_known = false;
    bool is_changed = false;
    enum bs_status status = find(drills, drill, &is_known, error);

    *addition = BS_DRILLS_ADDED;
    if (status == BS_OK && !is_known) {
        return insert_drill(drills, drill, error);
    }
    if (status == BS_OK) {
        status = complete(drills, drill, &is_changed, error);
        *addition = is_changed ? BS_DRILLS_COMPLETED : BS_DRILLS_KNOWN;
    }
    return status;
}

enum bs_status bs_drills_add(struct bs_drills *drills, const struct bs_kept_drill *drill,
                             enum bs_drills_addition *addition, struct bs_error *error)
{
    enum bs_status status;

    BS_ASSERT(drills != NULL && drill != NULL && addition != NULL);
    BS_ASSERT(drill->held_at_s == BS_UTC_UNKNOWN || bs_utc_is_valid(drill->held_at_s));
    BS_ASSERT(bs_utc_is_valid(drill->recorded_at_s));

    /* The lock for writing before anything is looked at: what is found then stays as it is. */
    if (sqlite3_exec(drills->database, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) {
        return complain(drills, error);
    }
    status = add(drills, drill, addition, error);
    if (status == BS_OK &&
        sqlite3_exec(drills->database, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
        status = complain(drills, error);
    }
    if (status != BS_OK && sqlite3_get_autocommit(drills->database) == 0) {
        (void)sqlite3_exec(drills->database, "ROLLBACK", NULL, NULL, NULL);
    }
    return status;
}
