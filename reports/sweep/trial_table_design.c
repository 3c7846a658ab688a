/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/trial_table_design.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { SEED_TEXT_MAX = 24 };

/* A file and where to complain about it. */
struct design_file {
    sqlite3 *database;
    const struct bs_position *where;
    struct bs_arena *arena;
    struct bs_error *error;
};

/* The texts of a design, by their keys in the file. */
static const struct text_member {
    const char *key;
    size_t offset;
    enum { NEEDED, OPTIONAL, INCIDENTAL } rank; /* The last two may be null, the last may differ. */
} text_members[] = {
    {"scenario", offsetof(struct bs_sweep_design, scenario), NEEDED},
    {"scenario_sha256", offsetof(struct bs_sweep_design, scenario_sha256), NEEDED},
    {"plan", offsetof(struct bs_sweep_design, plan), OPTIONAL},
    {"plan_sha256", offsetof(struct bs_sweep_design, plan_sha256), OPTIONAL},
    {"version", offsetof(struct bs_sweep_design, version), NEEDED},
    {"command", offsetof(struct bs_sweep_design, command), NEEDED},
    {"clock", offsetof(struct bs_sweep_design, clock), NEEDED},
    {"shard", offsetof(struct bs_sweep_design, shard), INCIDENTAL},
};

enum { TEXT_MEMBERS = sizeof(text_members) / sizeof(text_members[0]) };

static const char **text_of(struct bs_sweep_design *design, size_t member)
{
    return (const char **)(void *)((char *)design + text_members[member].offset);
}

static const char *text_in(const struct bs_sweep_design *design, size_t member)
{
    return *(const char *const *)(const void *)((const char *)design + text_members[member].offset);
}

static enum bs_status complain(const struct design_file *file, const char *what)
{
    return bs_error_set(file->error, BS_ERR_IO, file->where, "%s: %s", what,
                        sqlite3_errmsg(file->database));
}

static enum bs_status damaged(const struct design_file *file, const char *what)
{
    return bs_error_set(file->error, BS_ERR_INPUT, file->where, "the sweep's file is damaged: %s",
                        what);
}

/* ---- Writing ---- */

/* One row of one of the tables: whole numbers and texts in the order of the statement's marks. */
static enum bs_status insert(const struct design_file *file, const char *sql,
                             const struct bs_value *values, size_t count)
{
    sqlite3_stmt *statement = NULL;
    bool is_well = sqlite3_prepare_v2(file->database, sql, -1, &statement, NULL) == SQLITE_OK;

    for (size_t i = 0; i < count && is_well; i++) {
        const int mark = (int)i + 1;

        if (values[i].kind == BS_VALUE_TEXT) {
            is_well =
                sqlite3_bind_text(statement, mark, values[i].text, -1, SQLITE_STATIC) == SQLITE_OK;
        } else if (values[i].number == BS_NO_VALUE) {
            is_well = sqlite3_bind_null(statement, mark) == SQLITE_OK;
        } else {
            is_well = sqlite3_bind_int64(statement, mark, values[i].number) == SQLITE_OK;
        }
    }
    is_well = is_well && sqlite3_step(statement) == SQLITE_DONE;
    (void)sqlite3_finalize(statement);
    return is_well ? BS_OK : complain(file, "the sweep's file cannot be written");
}

#define INSERT(file, sql, ...)                                    \
    insert((file), (sql), (const struct bs_value[]){__VA_ARGS__}, \
           sizeof((const struct bs_value[]){__VA_ARGS__}) / sizeof(struct bs_value))

static enum bs_status write_texts(const struct design_file *file,
                                  const struct bs_sweep_design *design)
{
    char seed[SEED_TEXT_MAX];
    enum bs_status status;

    (void)snprintf(seed, sizeof(seed), "%" PRIu64, design->seed);
    status =
        INSERT(file, "INSERT INTO sweep(key, value) VALUES(?, ?)", bs_text("seed"), bs_text(seed));
    for (size_t i = 0; i < TEXT_MEMBERS && status == BS_OK; i++) {
        status = INSERT(file, "INSERT INTO sweep(key, value) VALUES(?, ?)",
                        bs_text(text_members[i].key), bs_text(text_in(design, i)));
    }
    return status;
}

enum bs_status bs_trial_table_design_write(sqlite3 *database, const struct bs_sweep_design *design,
                                           const struct bs_position *where, struct bs_error *error)
{
    const struct design_file file = {.database = database, .where = where, .error = error};
    enum bs_status status = write_texts(&file, design);

    for (size_t i = 0; i < design->variant_count && status == BS_OK; i++) {
        const struct bs_variant *variant = &design->variants[i];

        status = INSERT(&file,
                        "INSERT INTO variant(number, kind, label, overrides, trials,"
                        " monthly_cents) VALUES(?, ?, ?, ?, ?, ?)",
                        bs_count((int64_t)i), bs_count((int64_t)variant->kind),
                        bs_text(variant->label), bs_text(variant->overrides),
                        bs_count((int64_t)variant->trials), bs_count(variant->monthly_cents));
    }
    for (size_t i = 0; i < design->columns.count && status == BS_OK; i++) {
        const struct bs_column *column = &design->columns.items[i];

        status = INSERT(&file,
                        "INSERT INTO figure(number, subject, workflow, name, unit, objective)"
                        " VALUES(?, ?, ?, ?, ?, ?)",
                        bs_count((int64_t)i), bs_text(column->subject), bs_text(column->workflow),
                        bs_text(column->name), bs_count((int64_t)column->unit),
                        bs_count(column->objective));
    }
    return status;
}

/* ---- Reading ---- */

/* The text in a column of the current row, in the arena; NULL where it is null. */
static enum bs_status take_text(const struct design_file *file, sqlite3_stmt *statement, int column,
                                const char **text)
{
    const unsigned char *found = sqlite3_column_text(statement, column);

    *text = NULL;
    if (found == NULL) {
        return BS_OK;
    }
    *text = bs_arena_text(file->arena, (const char *)found,
                          (size_t)sqlite3_column_bytes(statement, column));
    return *text != NULL ? BS_OK : bs_error_set(file->error, BS_ERR_MEMORY, NULL, "out of memory");
}

static enum bs_status read_text(const struct design_file *file, const char *key, const char **text)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status = BS_OK;

    if (sqlite3_prepare_v2(file->database, "SELECT value FROM sweep WHERE key = ?", -1, &statement,
                           NULL) != SQLITE_OK ||
        sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC) != SQLITE_OK) {
        status = complain(file, "the sweep's file cannot be read");
    } else if (sqlite3_step(statement) != SQLITE_ROW) {
        status = damaged(file, key);
    } else {
        status = take_text(file, statement, 0, text);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum bs_status read_texts(const struct design_file *file, struct bs_sweep_design *design)
{
    const char *seed = NULL;
    enum bs_status status = read_text(file, "seed", &seed);

    for (size_t i = 0; i < TEXT_MEMBERS && status == BS_OK; i++) {
        status = read_text(file, text_members[i].key, text_of(design, i));
        if (status == BS_OK && *text_of(design, i) == NULL && text_members[i].rank == NEEDED) {
            status = damaged(file, text_members[i].key);
        }
    }
    if (status == BS_OK && seed == NULL) {
        status = damaged(file, "seed");
    }
    design->seed = status == BS_OK ? strtoull(seed, NULL, 10) : 0;
    return status;
}

/* Reads the current row into place `index` of an array. */
typedef enum bs_status read_row_fn(const struct design_file *file, sqlite3_stmt *statement,
                                   void *items, size_t index);

/* All rows of a table, numbered from 0 without a gap. */
static enum bs_status read_rows(const struct design_file *file, const char *sql, void *items,
                                size_t most, read_row_fn *read_row, size_t *count)
{
    sqlite3_stmt *statement = NULL;
    enum bs_status status = BS_OK;
    int code = SQLITE_DONE;

    *count = 0;
    if (sqlite3_prepare_v2(file->database, sql, -1, &statement, NULL) != SQLITE_OK) {
        return complain(file, "the sweep's file cannot be read");
    }
    while (status == BS_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (*count == most || sqlite3_column_int64(statement, 0) != (int64_t)*count) {
            status = damaged(file, "its numbers have gaps, or are too many");
        } else {
            status = read_row(file, statement, items, (*count)++);
        }
    }
    if (status == BS_OK && code != SQLITE_DONE) {
        status = complain(file, "the sweep's file cannot be read");
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static int64_t number_or_none(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL
               ? BS_NO_VALUE
               : sqlite3_column_int64(statement, column);
}

static enum bs_status read_variant(const struct design_file *file, sqlite3_stmt *statement,
                                   void *items, size_t index)
{
    struct bs_variant *variant = &((struct bs_variant *)items)[index];
    const int64_t kind = sqlite3_column_int64(statement, 1);
    const int64_t trials = sqlite3_column_int64(statement, 4);
    enum bs_status status = take_text(file, statement, 2, &variant->label);

    if (status == BS_OK) {
        status = take_text(file, statement, 3, &variant->overrides);
    }
    if (status == BS_OK && (kind < 0 || kind >= BS_VARIANT_KIND_COUNT || trials < 0)) {
        status = damaged(file, "a variant");
    }
    variant->kind = status == BS_OK ? (enum bs_variant_kind)kind : BS_VARIANT_BASE;
    variant->monthly_cents = number_or_none(statement, 5);
    variant->trials = (uint64_t)trials;
    return status;
}

static enum bs_status read_column(const struct design_file *file, sqlite3_stmt *statement,
                                  void *items, size_t index)
{
    struct bs_column *column = &((struct bs_column *)items)[index];
    const int64_t unit = sqlite3_column_int64(statement, 4);
    enum bs_status status = take_text(file, statement, 1, &column->subject);

    if (status == BS_OK) {
        status = take_text(file, statement, 2, &column->workflow);
    }
    if (status == BS_OK) {
        status = take_text(file, statement, 3, &column->name);
    }
    if (status == BS_OK && (unit < 0 || unit > BS_UNIT_OUTCOME)) {
        status = damaged(file, "a figure's unit");
    }
    column->unit = status == BS_OK ? (enum bs_unit)unit : BS_UNIT_COUNT;
    column->objective = number_or_none(statement, 5);
    return status;
}

enum bs_status bs_trial_table_design_read(sqlite3 *database, const struct bs_position *where,
                                          struct bs_arena *arena, struct bs_sweep_design *design,
                                          struct bs_error *error)
{
    const struct design_file file = {database, where, arena, error};
    struct bs_variant *variants = bs_arena_array(arena, BS_VARIANTS_MAX, sizeof(*variants));
    struct bs_column *columns = bs_arena_array(arena, BS_COLUMNS_MAX, sizeof(*columns));
    enum bs_status status;

    *design = (struct bs_sweep_design){.variants = variants, .columns = {.items = columns}};
    if (variants == NULL || columns == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    status = read_texts(&file, design);
    if (status == BS_OK) {
        status = read_rows(&file,
                           "SELECT number, kind, label, overrides, trials, monthly_cents"
                           " FROM variant ORDER BY number",
                           variants, BS_VARIANTS_MAX, read_variant, &design->variant_count);
    }
    if (status == BS_OK) {
        status = read_rows(&file,
                           "SELECT number, subject, workflow, name, unit, objective FROM figure"
                           " ORDER BY number",
                           columns, BS_COLUMNS_MAX, read_column, &design->columns.count);
    }
    if (status == BS_OK && (design->variant_count == 0 || design->columns.count == 0)) {
        status = damaged(&file, "it has no variants or no figures");
    }
    return status;
}

/* ---- Comparing ---- */

static enum bs_status differ(const char *in_what, const char *one, const char *other,
                             struct bs_error *error)
{
    return bs_error_set(error, BS_ERR_INPUT, NULL, "the sweeps differ in their %s: %s, and %s",
                        in_what, one != NULL ? one : "none", other != NULL ? other : "none");
}

static bool variants_are_same(const struct bs_sweep_design *a, const struct bs_sweep_design *b)
{
    for (size_t i = 0; i < a->variant_count && a->variant_count == b->variant_count; i++) {
        const struct bs_variant *one = &a->variants[i];
        const struct bs_variant *other = &b->variants[i];

        if (one->kind != other->kind || one->trials != other->trials ||
            !bs_text_is(one->label, other->label) ||
            !bs_text_is(one->overrides, other->overrides)) {
            return false;
        }
    }
    return a->variant_count == b->variant_count;
}

enum bs_status bs_sweep_designs_match(const struct bs_sweep_design *a,
                                      const struct bs_sweep_design *b, struct bs_error *error)
{
    for (size_t i = 0; i < TEXT_MEMBERS; i++) {
        if (text_members[i].rank != INCIDENTAL && !bs_text_is(text_in(a, i), text_in(b, i))) {
            return differ(text_members[i].key, text_in(a, i), text_in(b, i), error);
        }
    }
    if (a->seed != b->seed) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "the sweeps differ in their seed: %" PRIu64 ", and %" PRIu64, a->seed,
                            b->seed);
    }
    if (!variants_are_same(a, b)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "the sweeps differ in their variants or in how many trials they have");
    }
    return bs_columns_are_same(&a->columns, &b->columns)
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL,
                              "the sweeps differ in their stores, steps or invariants");
}
