/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/compare/baseline_file.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/decode.h"
#include "base/json_writer.h"
#include "reports/evidence.h"

#define SCHEMA "blackstart.baseline/1"

/* Half of what a test can take, for it takes two. */
#define TRIALS_MAX INT64_C(10000000)

enum { SEED_DIGITS_MAX = 20, VALUE_DIGITS_MAX = 18 };

static const char *const unit_names[] = {
    [BS_UNIT_NS] = "ms",
    [BS_UNIT_COUNT] = "count",
    [BS_UNIT_VERDICT] = "verdict",
    [BS_UNIT_OUTCOME] = "outcome",
    NULL,
};

static int64_t unit_size(enum bs_unit unit)
{
    return unit == BS_UNIT_NS ? BS_NS_PER_MS : 1;
}

/* ---- Writing ---- */

static void put_text(struct bs_json_writer *json, const char *key, const char *text)
{
    bs_json_key(json, key);
    bs_json_text(json, text);
}

static void put_number(struct bs_json_writer *json, const char *key, int64_t number)
{
    bs_json_key(json, key);
    bs_json_integer(json, number);
}

static void put_values(struct bs_buffer *text, const struct bs_baseline_column *column)
{
    const struct bs_sample *sample = &column->sample;
    const int64_t size = unit_size(column->column.unit);
    int64_t before = 0;
    int64_t first = 0;

    while (first < sample->known) {
        int64_t end = first + 1;

        while (end < sample->known && sample->values[end] == sample->values[first]) {
            end++;
        }
        bs_buffer_text(text, first > 0 ? " " : "");
        bs_buffer_integer(text, (sample->values[first] - before) / size);
        if (end - first > 1) {
            bs_buffer_text(text, "*");
            bs_buffer_integer(text, end - first);
        }
        before = sample->values[first];
        first = end;
    }
}

static void put_column(struct bs_buffer *buffer, const struct bs_baseline_column *column)
{
    struct bs_json_writer json = {.buffer = buffer};
    struct bs_buffer values;

    bs_buffer_init(&values, buffer->length_max);
    put_values(&values, column);
    bs_json_begin_object(&json);
    put_text(&json, "subject", column->column.subject);
    if (column->column.workflow != NULL) {
        put_text(&json, "workflow", column->column.workflow);
    }
    put_text(&json, "name", column->column.name);
    put_text(&json, "unit", unit_names[column->column.unit]);
    put_number(&json, "absent", column->absent);
    put_number(&json, "endless", column->sample.censored);
    bs_json_key(&json, "values");
    bs_json_text_of(&json, values.bytes != NULL ? values.bytes : "", values.length);
    bs_json_end_object(&json);
    buffer->failed = buffer->failed || values.failed;
    bs_buffer_clean_up(&values);
}

static void put_identity(struct bs_buffer *buffer, const struct bs_baseline *baseline)
{
    const struct {
        const char *key;
        const char *text;
    } texts[] = {
        {"schema", SCHEMA},
        {"scenario", baseline->scenario},
        {"scenario_sha256", baseline->scenario_sha256},
        {"plan", baseline->plan},
        {"plan_sha256", baseline->plan_sha256},
        {"version", baseline->version},
        {"clock", baseline->clock},
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct bs_json_writer json = {.buffer = buffer};

        bs_buffer_format(buffer, "  \"%s\": ", texts[i].key);
        bs_json_text(&json, texts[i].text);
        bs_buffer_text(buffer, ",\n");
    }
    bs_buffer_format(buffer,
                     "  \"seed\": \"%" PRIu64 "\",\n  \"trials\": %" PRIu64
                     ",\n  \"missing\": %" PRIu64 ",\n",
                     baseline->seed, baseline->trials, baseline->missing);
}

void bs_baseline_write(const struct bs_baseline *baseline, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "{\n");
    put_identity(buffer, baseline);
    bs_buffer_text(buffer, "  \"columns\": [\n");
    for (size_t i = 0; i < baseline->column_count; i++) {
        bs_buffer_text(buffer, "    ");
        put_column(buffer, &baseline->columns[i]);
        bs_buffer_text(buffer, i + 1 < baseline->column_count ? ",\n" : "\n");
    }
    bs_buffer_text(buffer, "  ]\n}\n");
}

/* ---- Reading ---- */

struct reading {
    struct bs_arena *arena;
    struct bs_baseline *baseline;
    struct bs_error *error;
};

struct identity {
    const char *schema;
    const char *scenario;
    const char *scenario_sha256;
    const char *plan;
    const char *plan_sha256;
    const char *version;
    const char *clock;
    const struct bs_node *seed;
    int64_t trials;
    int64_t missing;
    const struct bs_node *columns;
};

#define IDENTITY(member) .name = #member, .offset = offsetof(struct identity, member)

static const struct bs_field identity_table[] = {
    {IDENTITY(schema), .kind = BS_FIELD_TEXT, .required = true},
    {IDENTITY(scenario), .kind = BS_FIELD_TEXT, .required = true},
    {IDENTITY(scenario_sha256), .kind = BS_FIELD_TEXT, .required = true},
    {IDENTITY(plan), .kind = BS_FIELD_TEXT},
    {IDENTITY(plan_sha256), .kind = BS_FIELD_TEXT},
    {IDENTITY(version), .kind = BS_FIELD_TEXT, .required = true},
    {IDENTITY(clock), .kind = BS_FIELD_TEXT, .required = true},
    {IDENTITY(seed), .kind = BS_FIELD_NODE, .required = true},
    {IDENTITY(trials), .kind = BS_FIELD_COUNT, .required = true, .minimum = 1,
     .maximum = TRIALS_MAX},
    {IDENTITY(missing), .kind = BS_FIELD_COUNT, .minimum = 0, .maximum = TRIALS_MAX},
    {IDENTITY(columns), .kind = BS_FIELD_LIST, .required = true},
};

static const struct bs_fields identity_fields = {
    "baseline", identity_table, sizeof(identity_table) / sizeof(identity_table[0])};

struct figures {
    const char *subject;
    const char *workflow;
    const char *name;
    int32_t unit;
    int64_t absent;
    int64_t endless;
    const struct bs_node *values;
};

#define FIGURES(member) .name = #member, .offset = offsetof(struct figures, member)

static const struct bs_field figures_table[] = {
    {FIGURES(subject), .kind = BS_FIELD_TEXT, .required = true},
    {FIGURES(workflow), .kind = BS_FIELD_TEXT},
    {FIGURES(name), .kind = BS_FIELD_TEXT, .required = true},
    {FIGURES(unit), .kind = BS_FIELD_CHOICE, .required = true, .choices = unit_names},
    {FIGURES(absent), .kind = BS_FIELD_COUNT, .required = true, .minimum = 0,
     .maximum = TRIALS_MAX},
    {FIGURES(endless), .kind = BS_FIELD_COUNT, .required = true, .minimum = 0,
     .maximum = TRIALS_MAX},
    {FIGURES(values), .kind = BS_FIELD_NODE, .required = true},
};

static const struct bs_fields figures_fields = {"column of a baseline", figures_table,
                                                sizeof(figures_table) / sizeof(figures_table[0])};

static enum bs_status no_memory(struct bs_error *error)
{
    return bs_error_set(error, BS_ERR_MEMORY, NULL, "the baseline does not fit into memory");
}

/* Digits at `*text`, and nothing larger than so many of them can say; moves behind them. */
static bool take_number(const char **text, size_t digits_max, uint64_t *number)
{
    const size_t digits = strspn(*text, "0123456789");

    *number = 0;
    if (digits == 0 || digits > digits_max) {
        return false;
    }
    for (size_t i = 0; i < digits; i++) {
        if (__builtin_mul_overflow(*number, 10U, number) ||
            __builtin_add_overflow(*number, (uint64_t)((*text)[i] - '0'), number)) {
            return false;
        }
    }
    *text += digits;
    return true;
}

/** One word of `values`: `count` values, `larger` than the one before. */
struct word {
    uint64_t larger;
    uint64_t count;
};

static bool take_word(const char **text, struct word *word)
{
    word->count = 1;
    if (!take_number(text, VALUE_DIGITS_MAX, &word->larger)) {
        return false;
    }
    if (**text == '*') {
        (*text)++;
        if (!take_number(text, VALUE_DIGITS_MAX, &word->count) || word->count == 0) {
            return false;
        }
    }
    *text += **text == ' ' && (*text)[1] != '\0' ? 1 : 0;
    return **text == '\0' || (*text)[-1] == ' ';
}

/* `known` values are to come, neither more nor less. */
static bool take_values(const char *text, int64_t size, int64_t *values, uint64_t known)
{
    uint64_t count = 0;
    int64_t value = 0;
    struct word word;

    while (*text != '\0') {
        int64_t larger;

        if (!take_word(&text, &word) || word.count > known - count ||
            __builtin_mul_overflow((int64_t)word.larger, size, &larger) ||
            __builtin_add_overflow(value, larger, &value) || !bs_value_is_finite(value)) {
            return false;
        }
        for (uint64_t end = count + word.count; count < end; count++) {
            values[count] = value;
        }
    }
    return count == known;
}

static enum bs_status read_values(const struct reading *reading, const struct figures *figures,
                                  struct bs_baseline_column *column)
{
    const int64_t present = (int64_t)(reading->baseline->trials - reading->baseline->missing);
    const int64_t known = present - figures->absent - figures->endless;
    int64_t *values;

    if (known < 0 || figures->values->kind != BS_NODE_SCALAR) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &figures->values->at,
                            "absent and endless values are more than the %" PRId64
                            " trials, or these values are no text",
                            present);
    }
    values = bs_arena_array(reading->arena, (size_t)known, sizeof(*values));
    if (values == NULL) {
        return no_memory(reading->error);
    }
    if (!take_values(figures->values->text, unit_size(column->column.unit), values,
                     (uint64_t)known)) {
        return bs_error_set(
            reading->error, BS_ERR_INPUT, &figures->values->at,
            "values must be %" PRId64
            " of them, as in \"57000 12*3 8\": each word by how much the next value "
            "is larger, *N for N equal ones",
            known);
    }
    column->sample =
        (struct bs_sample){.values = values, .known = known, .censored = figures->endless};
    column->absent = figures->absent;
    return BS_OK;
}

static const char *copy(const struct reading *reading, const char *text, bool *has_failed)
{
    const char *copied = text != NULL ? bs_arena_text(reading->arena, text, strlen(text)) : NULL;

    *has_failed = *has_failed || (text != NULL && copied == NULL);
    return copied;
}

static enum bs_status read_column(const struct reading *reading, const struct bs_node *node)
{
    struct bs_baseline *baseline = reading->baseline;
    struct bs_baseline_column *column = &baseline->columns[baseline->column_count];
    struct figures figures = {.subject = NULL};
    bool has_failed = false;
    enum bs_status status = bs_decode_map(node, &figures_fields, &figures, reading->error);

    if (status != BS_OK) {
        return status;
    }
    if (bs_baseline_find(baseline, figures.subject, figures.workflow, figures.name) != NULL) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "%s %s is there already: each column has a name of its own",
                            figures.subject, figures.name);
    }
    column->column = (struct bs_column){
        .subject = copy(reading, figures.subject, &has_failed),
        .workflow = copy(reading, figures.workflow, &has_failed),
        .name = copy(reading, figures.name, &has_failed),
        .unit = (enum bs_unit)figures.unit,
        .objective = BS_NO_VALUE,
    };
    if (has_failed) {
        return no_memory(reading->error);
    }
    status = read_values(reading, &figures, column);
    baseline->column_count += status == BS_OK ? 1 : 0;
    return status;
}

static enum bs_status read_columns(const struct reading *reading, const struct bs_node *list)
{
    enum bs_status status = BS_OK;

    if (list->member_count > BS_COLUMNS_MAX) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &list->at,
                            "%" PRIu32 " columns; %d is the most", list->member_count,
                            BS_COLUMNS_MAX);
    }
    reading->baseline->columns =
        bs_arena_array(reading->arena, list->member_count, sizeof(*reading->baseline->columns));
    if (reading->baseline->columns == NULL) {
        return no_memory(reading->error);
    }
    for (const struct bs_node *node = list->first; node != NULL && status == BS_OK;
         node = node->next) {
        status = read_column(reading, node);
    }
    return status;
}

static enum bs_status read_seed(const struct reading *reading, const struct bs_node *node)
{
    const char *text = node->text;

    if (node->kind != BS_NODE_SCALAR ||
        !take_number(&text, SEED_DIGITS_MAX, &reading->baseline->seed) || *text != '\0') {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "seed must be a whole number from 0 to %" PRIu64 ", in quotes",
                            UINT64_MAX);
    }
    return BS_OK;
}

static enum bs_status read_identity(const struct reading *reading, const struct bs_node *root,
                                    struct identity *identity)
{
    struct bs_baseline *baseline = reading->baseline;
    bool has_failed = false;
    enum bs_status status = bs_decode_map(root, &identity_fields, identity, reading->error);

    if (status != BS_OK) {
        return status;
    }
    if (!bs_text_is(identity->schema, SCHEMA)) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &bs_node_get(root, "schema")->at,
                            "schema must be \"" SCHEMA "\", found '%s'", identity->schema);
    }
    if (identity->missing >= identity->trials) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &root->at,
                            "missing must be less than trials");
    }
    baseline->scenario = copy(reading, identity->scenario, &has_failed);
    baseline->scenario_sha256 = copy(reading, identity->scenario_sha256, &has_failed);
    baseline->plan = copy(reading, identity->plan, &has_failed);
    baseline->plan_sha256 = copy(reading, identity->plan_sha256, &has_failed);
    baseline->version = copy(reading, identity->version, &has_failed);
    baseline->clock = copy(reading, identity->clock, &has_failed);
    baseline->trials = (uint64_t)identity->trials;
    baseline->missing = (uint64_t)identity->missing;
    return has_failed ? no_memory(reading->error) : read_seed(reading, identity->seed);
}

enum bs_status bs_baseline_read(const char *path, struct bs_arena *arena,
                                struct bs_baseline *baseline, struct bs_error *error)
{
    const struct reading reading = {.arena = arena, .baseline = baseline, .error = error};
    struct identity identity = {.missing = 0};
    struct bs_document *document = NULL;
    enum bs_status status = bs_document_load(path, &document, error);

    *baseline = (struct bs_baseline){.path = path};
    if (status == BS_OK) {
        status = read_identity(&reading, bs_document_root(document), &identity);
    }
    if (status == BS_OK) {
        status = read_columns(&reading, identity.columns);
    }
    bs_document_destroy(document);
    return status;
}
