/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "reports/drills/columns.h"
#include "reports/drills/database.h"

enum { SQL_BYTES_MAX = 16 * 1024, LIST_ROWS_MAX = 1000000 };

/* Larger than anything that is measured, and small enough to be added and subtracted. */
#define NUMBER_MAX (INT64_C(1) << 60)

/* What any question about several drills may ask for, behind the scenario. */
#define AND_REST                                    \
    " AND (?2 IS NULL OR ifnull(backend, '') = ?2)" \
    " AND (?3 IS NULL OR verdict = ?3)"             \
    " AND (?4 IS NULL OR held_at_s >= ?4)"          \
    " AND (?5 IS NULL OR held_at_s <= ?5)"
/* So, and not by an OR, it is found by the index. */
#define WHERE_SCENARIO " WHERE scenario = ?1"
#define WHERE_ANY      " WHERE ?1 IS NULL"

/* One question: where its rows go, and what has gone wrong on the way. */
struct reading {
    struct bs_drills *drills;
    sqlite3_stmt *statement;
    struct bs_arena *arena;
    enum bs_status status;
    struct bs_error *error;
};

static void stop(struct reading *reading, enum bs_status status)
{
    reading->status = reading->status == BS_OK ? status : reading->status;
}

/* ---- Values ---- */

/* NULL for NULL, and where something has gone wrong. */
static const char *read_text(struct reading *reading, int column)
{
    const char *text = (const char *)sqlite3_column_text(reading->statement, column);
    const char *copy;

    if (text == NULL) {
        if (sqlite3_column_type(reading->statement, column) != SQLITE_NULL) {
            stop(reading, bs_error_set(reading->error, BS_ERR_MEMORY, NULL, "out of memory"));
        }
        return NULL;
    }
    copy = bs_arena_text(reading->arena, text, strlen(text));
    if (copy == NULL) {
        stop(reading, bs_error_set(reading->error, BS_ERR_LIMIT, NULL,
                                   "the drills do not fit into memory; --last takes fewer"));
    }
    return copy;
}

/* As above where the schema allows no NULL. */
static const char *read_name(struct reading *reading, int column)
{
    const char *text = read_text(reading, column);

    if (text == NULL && reading->status == BS_OK) {
        stop(reading, bs_database_damaged(reading->drills, "a name is missing", reading->error));
    }
    return text != NULL ? text : "";
}

static int64_t read_integer(struct reading *reading, int column, int64_t maximum)
{
    const int64_t value = sqlite3_column_int64(reading->statement, column);

    if (value < 0 || value > maximum) {
        stop(reading,
             bs_database_damaged(reading->drills, "a number is out of all bounds", reading->error));
        return 0;
    }
    return value;
}

static int64_t read_utc(struct reading *reading, int column)
{
    return sqlite3_column_type(reading->statement, column) == SQLITE_NULL
               ? BS_UTC_UNKNOWN
               : read_integer(reading, column, BS_UTC_MAX);
}

static struct bs_figure read_figure(struct reading *reading, int column)
{
    const char *reason;

    if (sqlite3_column_type(reading->statement, column) != SQLITE_NULL) {
        return bs_known(read_integer(reading, column, NUMBER_MAX));
    }
    reason = read_text(reading, column + 1);
    return bs_unknown(reason != NULL ? reason : "not said");
}

/* ---- A drill ---- */

static const struct bs_drill_column *column_for(const char *name)
{
    for (size_t i = 0; i < bs_drill_column_count; i++) {
        if (strcmp(bs_drill_columns[i].name, name) == 0) {
            return &bs_drill_columns[i];
        }
    }
    return NULL;
}

/* Texts without which there is no drill; the others may be NULL. */
static bool may_be_missing(const struct bs_drill_column *column)
{
    static const char *const names[] = {"plan", "plan_sha256", "backend", "reproduce"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (column == column_for(names[i])) {
            return true;
        }
    }
    return false;
}

/* Gives how many of the statement's columns it took. */
static int read_column(struct reading *reading, int at, const struct bs_drill_column *column,
                       struct bs_kept_drill *drill)
{
    void *place = bs_drill_column_place(column, drill);

    if (column->unit == BS_DRILL_TEXT) {
        *(const char **)place =
            may_be_missing(column) ? read_text(reading, at) : read_name(reading, at);
        return 1;
    }
    if (column->unit == BS_DRILL_UTC) {
        *(int64_t *)place = read_utc(reading, at);
        return 1;
    }
    *(struct bs_figure *)place = read_figure(reading, at);
    return 2;
}

static void read_finding(struct reading *reading, void *row)
{
    *(struct bs_kept_finding *)row =
        (struct bs_kept_finding){read_name(reading, 0), read_name(reading, 1)};
}

static void read_store(struct reading *reading, void *row)
{
    *(struct bs_kept_store *)row = (struct bs_kept_store){
        .id = read_name(reading, 0),
        .objective = read_figure(reading, 1),
        .rpo = read_figure(reading, 3),
        .lost_writes = read_integer(reading, 5, NUMBER_MAX),
    };
}

static void read_step(struct reading *reading, void *row)
{
    *(struct bs_kept_step *)row = (struct bs_kept_step){
        .execution = read_integer(reading, 0, NUMBER_MAX),
        .workflow = read_name(reading, 1),
        .id = read_name(reading, 2),
        .state = read_name(reading, 3),
        .target = read_figure(reading, 4),
        .took = read_figure(reading, 6),
    };
}

/*
 * The lists of a drill: how many rows there are stands in each row, so that they are counted in one
 * question.
 */
static const struct {
    const char *sql;
    int total_column;
    size_t row_bytes;
    void (*read)(struct reading *reading, void *row);
    size_t items_offset;
    size_t count_offset;
} lists[] = {
    {"SELECT verdict, text, count(*) OVER () FROM findings WHERE drill = ? ORDER BY place", 2,
     sizeof(struct bs_kept_finding), read_finding, offsetof(struct bs_kept_drill, findings),
     offsetof(struct bs_kept_drill, finding_count)},
    {"SELECT id, rpo_objective_ns, rpo_objective_reason, rpo_ns, rpo_reason, lost_writes,"
     " count(*) OVER () FROM data_stores WHERE drill = ? ORDER BY place",
     6, sizeof(struct bs_kept_store), read_store, offsetof(struct bs_kept_drill, stores),
     offsetof(struct bs_kept_drill, store_count)},
    {"SELECT execution, workflow, id, state, target_ns, target_reason, took_ns, took_reason,"
     " count(*) OVER () FROM steps WHERE drill = ? ORDER BY place",
     8, sizeof(struct bs_kept_step), read_step, offsetof(struct bs_kept_drill, steps),
     offsetof(struct bs_kept_drill, step_count)},
};
enum { LIST_COUNT = sizeof(lists) / sizeof(lists[0]) };

static bool next_row(struct reading *reading)
{
    bool is_row = false;

    if (reading->status == BS_OK) {
        stop(reading,
             bs_database_step(reading->drills, reading->statement, &is_row, reading->error));
    }
    return is_row && reading->status == BS_OK;
}

static void *allocate(struct reading *reading, size_t count, size_t size)
{
    void *items = bs_arena_array(reading->arena, count, size);

    if (items == NULL) {
        stop(reading, bs_error_set(reading->error, BS_ERR_LIMIT, NULL,
                                   "the drills do not fit into memory; --last takes fewer"));
    }
    return items;
}

/* `reading` is on the list's statement, bound to a drill. */
static void read_list(struct reading *reading, size_t list, struct bs_kept_drill *drill)
{
    char *items = NULL;
    size_t total = 0;
    size_t count = 0;

    while (next_row(reading)) {
        if (items == NULL) {
            total = (size_t)read_integer(reading, lists[list].total_column, LIST_ROWS_MAX);
            items = allocate(reading, total, lists[list].row_bytes);
        }
        if (items != NULL && reading->status == BS_OK) {
            BS_ASSERT(count < total);
            lists[list].read(reading, items + count * lists[list].row_bytes);
            count++;
        }
    }
    memcpy((char *)drill + lists[list].items_offset, &items, sizeof(items));
    memcpy((char *)drill + lists[list].count_offset, &count, sizeof(count));
}

/* ---- Several drills ---- */

struct listing {
    struct reading headline;
    sqlite3_stmt *statements[LIST_COUNT];
};

static void write_select(const struct bs_drills_filter *filter, struct bs_buffer *sql)
{
    bs_buffer_text(sql, "SELECT number");
    for (size_t i = 0; i < bs_drill_column_count; i++) {
        const struct bs_drill_column *column = &bs_drill_columns[i];

        bs_buffer_format(sql, ", %s%s", column->name, bs_drill_column_stored_suffix(column));
        if (bs_drill_column_is_figure(column)) {
            bs_buffer_format(sql, ", %s_reason", column->name);
        }
    }
    bs_buffer_text(sql, " FROM drills");
    bs_buffer_text(sql, filter->scenario != NULL ? WHERE_SCENARIO : WHERE_ANY);
    bs_buffer_text(sql, AND_REST " ORDER BY held_at_s DESC NULLS LAST, number DESC LIMIT ?6");
}

static void prepare(struct reading *reading, const char *sql)
{
    if (reading->status == BS_OK) {
        stop(reading,
             bs_database_prepare(reading->drills, sql, &reading->statement, reading->error));
    }
}

static void bind_filter(struct reading *reading, const struct bs_drills_filter *filter)
{
    if (reading->status == BS_OK &&
        !(bs_database_bind_text(reading->statement, 1, filter->scenario) &&
          bs_database_bind_text(reading->statement, 2, filter->backend) &&
          bs_database_bind_text(reading->statement, 3, filter->verdict) &&
          bs_database_bind_utc(reading->statement, 4, filter->since_s) &&
          bs_database_bind_utc(reading->statement, 5, filter->until_s))) {
        stop(reading, bs_database_complain(reading->drills, "the store of drills cannot be read",
                                           reading->error));
    }
}

static void begin_listing(struct listing *listing, const struct bs_drills_filter *filter)
{
    struct reading *headline = &listing->headline;
    struct bs_buffer sql;

    bs_buffer_init(&sql, SQL_BYTES_MAX);
    write_select(filter, &sql);
    if (sql.failed) {
        stop(headline, bs_error_set(headline->error, BS_ERR_MEMORY, NULL, "out of memory"));
    } else {
        prepare(headline, sql.bytes);
    }
    bs_buffer_clean_up(&sql);
    bind_filter(headline, filter);
    if (headline->status == BS_OK) {
        (void)sqlite3_bind_int64(headline->statement, 6, filter->last);
    }
    for (size_t i = 0; i < LIST_COUNT && headline->status == BS_OK; i++) {
        stop(headline, bs_database_prepare(headline->drills, lists[i].sql, &listing->statements[i],
                                           headline->error));
    }
}

static void read_drill(struct listing *listing, struct bs_kept_drill *drill)
{
    struct reading *headline = &listing->headline;
    int at = 1;

    for (size_t i = 0; i < bs_drill_column_count; i++) {
        at += read_column(headline, at, &bs_drill_columns[i], drill);
    }
    for (size_t i = 0; i < LIST_COUNT; i++) {
        struct reading reading = *headline;

        reading.statement = listing->statements[i];
        (void)sqlite3_reset(reading.statement);
        (void)sqlite3_bind_int64(reading.statement, 1,
                                 sqlite3_column_int64(headline->statement, 0));
        read_list(&reading, i, drill);
        stop(headline, reading.status);
    }
}

enum bs_status bs_drills_list(struct bs_drills *drills, const struct bs_drills_filter *filter,
                              struct bs_arena *arena, bs_drills_visit_fn *visit, void *subject,
                              struct bs_error *error)
{
    struct listing listing = {.headline = {drills, NULL, arena, BS_OK, error}};

    BS_ASSERT(drills != NULL && filter != NULL && filter->last > 0);
    BS_ASSERT(arena != NULL && visit != NULL);

    begin_listing(&listing, filter);
    while (next_row(&listing.headline)) {
        struct bs_kept_drill drill = {.history_sha256 = NULL};

        read_drill(&listing, &drill);
        if (listing.headline.status == BS_OK) {
            visit(subject, &drill);
        }
    }
    (void)sqlite3_finalize(listing.headline.statement);
    for (size_t i = 0; i < LIST_COUNT; i++) {
        (void)sqlite3_finalize(listing.statements[i]);
    }
    return listing.headline.status;
}

/* ---- Groups ---- */

enum bs_status bs_drills_groups(struct bs_drills *drills, const struct bs_drills_filter *filter,
                                struct bs_arena *arena, struct bs_drills_group **groups,
                                size_t *count, struct bs_error *error)
{
    const struct bs_drills_filter group_filter = {.scenario = filter->scenario,
                                                  .backend = filter->backend,
                                                  .since_s = BS_UTC_UNKNOWN,
                                                  .until_s = BS_UTC_UNKNOWN};
    struct reading reading = {drills, NULL, arena, BS_OK, error};

    BS_ASSERT(drills != NULL && arena != NULL && groups != NULL && count != NULL);

    *groups = NULL;
    *count = 0;
    prepare(&reading,
            "SELECT scenario, ifnull(backend, ''), count(*) OVER () FROM drills"
            " WHERE (?1 IS NULL OR scenario = ?1)" AND_REST " GROUP BY 1, 2 ORDER BY 1, 2");
    bind_filter(&reading, &group_filter);
    while (next_row(&reading)) {
        if (*groups == NULL) {
            *groups = allocate(&reading, (size_t)read_integer(&reading, 2, LIST_ROWS_MAX),
                               sizeof(**groups));
        }
        if (reading.status == BS_OK) {
            (*groups)[(*count)++] =
                (struct bs_drills_group){read_name(&reading, 0), read_name(&reading, 1)};
        }
    }
    (void)sqlite3_finalize(reading.statement);
    return reading.status;
}

/* ---- The last ones ---- */

/*
 * One row: the newest date, whether that one passed, how many there are of the last, how many of them passed,
 * and how many have no date or a later one.
 */
static const char summary_sql[] =
    "WITH named AS (SELECT * FROM drills" WHERE_SCENARIO AND_REST
    " AND (?6 IS NULL OR history_sha256 <> ?6)),"
    " last AS (SELECT verdict = 'pass' AS passed, held_at_s,"
    " row_number() OVER (ORDER BY held_at_s DESC, number DESC) AS place"
    " FROM named WHERE held_at_s <= ?7 ORDER BY place LIMIT ?8)"
    " SELECT max(held_at_s), coalesce(sum(passed AND place = 1), 0), count(*),"
    " coalesce(sum(passed), 0),"
    " (SELECT count(*) FROM named WHERE held_at_s IS NULL OR held_at_s > ?7) FROM last";

static void read_summary(struct reading *reading, int64_t now_s, struct bs_drills_summary *summary)
{
    const int64_t newest_s = read_utc(reading, 0);

    *summary = (struct bs_drills_summary){
        .age_s = newest_s == BS_UTC_UNKNOWN ? bs_unknown("no drill of a known date")
                                            : bs_known(now_s - newest_s),
        .is_last_passed = read_integer(reading, 1, 1) == 1,
        .count = read_integer(reading, 2, BS_DRILLS_LAST),
        .passed = read_integer(reading, 3, BS_DRILLS_LAST),
        .left_out = read_integer(reading, 4, NUMBER_MAX),
    };
}

static void bind_question(struct reading *reading, const struct bs_drills_question *question)
{
    struct bs_drills_filter filter = BS_DRILLS_ALL;

    filter.scenario = question->scenario;
    filter.backend = question->backend;
    bind_filter(reading, &filter);
    if (reading->status == BS_OK) {
        (void)bs_database_bind_text(reading->statement, 6, question->except_history);
        (void)sqlite3_bind_int64(reading->statement, 7, question->now_s);
        (void)sqlite3_bind_int64(reading->statement, 8, BS_DRILLS_LAST);
    }
}

enum bs_status bs_drills_summarise(struct bs_drills *drills,
                                   const struct bs_drills_question *question,
                                   struct bs_drills_summary *summary, struct bs_error *error)
{
    struct reading reading = {.drills = drills, .status = BS_OK, .error = error};

    BS_ASSERT(drills != NULL && question != NULL && summary != NULL);
    BS_ASSERT(question->scenario != NULL && bs_utc_is_valid(question->now_s));

    prepare(&reading, summary_sql);
    bind_question(&reading, question);
    if (next_row(&reading)) {
        read_summary(&reading, question->now_s, summary);
    }
    (void)sqlite3_finalize(reading.statement);
    return reading.status;
}

struct bs_figure bs_drills_age_days(const struct bs_drills_summary *summary)
{
    return bs_is_known(summary->age_s) ? bs_known(summary->age_s.value / BS_UTC_DAY_S)
                                       : summary->age_s;
}
