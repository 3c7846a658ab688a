/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/decode.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/pcg.h"
#include "base/utf8.h"

enum {
    DECODE_FOUND_MAX = 48, /* Bytes of a wrong value that a message quotes. */
    DECODE_PHRASE_MAX = 384,
    DECODE_WORD_MAX = 64, /* Longer words are nobody's misspelling of a key. */
    DECODE_NAME_MAX = 63,
    DECODE_FIELDS_MAX = 64,
    DECODE_DIGITS_MAX = 30, /* Of a number, both sides of the point together. */
};

#define DECODE_PPB INT64_C(1000000000)

/* ---- Messages ---- */

/* Bounded text for one phrase of a message. */
struct phrase {
    char text[DECODE_PHRASE_MAX];
    size_t length;
};

static void phrase_add(struct phrase *phrase, const char *text, size_t length)
{
    size_t room = sizeof(phrase->text) - 1 - phrase->length;

    length = length < room ? length : room;
    memcpy(phrase->text + phrase->length, text, length);
    phrase->length += length;
    phrase->text[phrase->length] = '\0';
}

static void phrase_text(struct phrase *phrase, const char *text)
{
    phrase_add(phrase, text, strlen(text));
}

/* What stands where something else should: `found 'ten'`, `found a list`. Long text is cut, control
 * characters become question marks, so that a message stays one readable line. */
static void phrase_found(struct phrase *phrase, const struct bs_node *node)
{
    size_t at = 0;

    phrase_text(phrase, "found ");
    if (node->kind != BS_NODE_SCALAR) {
        phrase_text(phrase, node->kind == BS_NODE_LIST ? "a list" : "a map");
        return;
    }
    if (node->length == 0) {
        phrase_text(phrase, node->quoted ? "empty text" : "nothing");
        return;
    }
    phrase_text(phrase, node->quoted ? "text '" : "'");
    while (at < node->length && at < DECODE_FOUND_MAX) {
        size_t count = bs_utf8_length(node->text + at, node->length - at);

        if (count == 0 || (count == 1 && (unsigned char)node->text[at] < ' ')) {
            phrase_text(phrase, "?");
            count = 1;
        } else {
            phrase_add(phrase, node->text + at, count);
        }
        at += count;
    }
    phrase_text(phrase, at < node->length ? "..'" : "'");
}

static enum bs_status fail_expected(const struct bs_node *node, const char *name,
                                    const char *expected, struct bs_error *error)
{
    struct phrase found = {.length = 0};

    phrase_found(&found, node);
    return bs_error_set(error, BS_ERR_INPUT, &node->at, "'%s' must be %s, %s", name, expected,
                        found.text);
}

/* ---- Numbers ---- */

/* A decimal number read exactly: value = digits / 10^scale. */
struct decimal {
    bs_uint128 digits;
    uint32_t scale;
    bool negative;
    bool has_point;
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Reads `-?[0-9]+(\.[0-9]+)?`, without leading zeros (YAML 1.1 would have them be octal). */
static bool read_decimal(const char **text, struct decimal *decimal)
{
    const char *at = *text;
    uint32_t count = 0;

    *decimal = (struct decimal){0};
    if (*at == '-') {
        decimal->negative = true;
        at++;
    }
    if (!is_digit(*at) || (*at == '0' && is_digit(at[1]))) {
        return false;
    }
    for (; is_digit(*at) || (*at == '.' && !decimal->has_point && is_digit(at[1])); at++) {
        if (*at == '.') {
            decimal->has_point = true;
            continue;
        }
        if (++count > DECODE_DIGITS_MAX) {
            return false;
        }
        decimal->digits = decimal->digits * 10 + (uint32_t)(*at - '0');
        decimal->scale += decimal->has_point ? 1 : 0;
    }
    *text = at;
    return true;
}

/* A number's unit: the value is multiplied by `multiplier / divisor`. */
struct number_unit {
    const char *name;
    int64_t multiplier;
    int64_t divisor;
};

static const struct number_unit share_units[] = {
    {"%", DECODE_PPB / 100, 1},
    {"", DECODE_PPB, 1},
    {NULL, 0, 0},
};

static const struct number_unit rate_units[] = {
    {"/s", BS_NS_PER_S, 1},
    {"/m", BS_NS_PER_S, 60},
    {"/h", BS_NS_PER_S, 3600},
    {NULL, 0, 0},
};

static const struct number_unit size_units[] = {
    {"B", 1, 1},
    {"KB", INT64_C(1000), 1},
    {"MB", INT64_C(1000) * 1000, 1},
    {"GB", INT64_C(1000) * 1000 * 1000, 1},
    {"TB", INT64_C(1000) * 1000 * 1000 * 1000, 1},
    {"KiB", INT64_C(1) << 10, 1},
    {"MiB", INT64_C(1) << 20, 1},
    {"GiB", INT64_C(1) << 30, 1},
    {"TiB", INT64_C(1) << 40, 1},
    {NULL, 0, 0},
};

static const struct number_unit count_units[] = {
    {"", 1, 1},
    {NULL, 0, 0},
};

/*
 * The number in units of its kind. What a person can write in decimal must come out whole; only a division
 * that the unit brings in (4/h) is rounded, half up.
 */
static bool scale_decimal(const struct decimal *decimal, const struct number_unit *unit,
                          int64_t *value)
{
    bs_uint128 divisor = 1;
    bs_uint128 product;
    bs_uint128 quotient;

    for (uint32_t i = 0; i < decimal->scale; i++) {
        divisor *= 10;
    }
    if (__builtin_mul_overflow(decimal->digits, (bs_uint128)(uint64_t)unit->multiplier, &product) ||
        product % divisor != 0) {
        return false;
    }
    quotient = (product / divisor + (uint64_t)unit->divisor / 2) / (uint64_t)unit->divisor;
    if (quotient > INT64_MAX) {
        return false;
    }
    *value = decimal->negative ? -(int64_t)quotient : (int64_t)quotient;
    return true;
}

/* A decimal number, perhaps a space, and one of the units. */
static bool parse_number(const char *text, const struct number_unit *units, int64_t *value)
{
    struct decimal decimal;

    if (!read_decimal(&text, &decimal)) {
        return false;
    }
    while (*text == ' ' && text[1] != '\0') {
        text++;
    }
    for (; units->name != NULL; units++) {
        if (strcmp(text, units->name) == 0) {
            return scale_decimal(&decimal, units, value);
        }
    }
    return false;
}

static bool parse_count(const struct bs_node *node, int64_t *value)
{
    return !node->quoted && strchr(node->text, '.') == NULL &&
           parse_number(node->text, count_units, value);
}

static bool parse_duration(const struct bs_node *node, int64_t *value)
{
    struct bs_duration duration;

    if (!bs_duration_parse(node->text, node->length, &duration)) {
        return false;
    }
    *value = duration.ns;
    return true;
}

static bool parse_share(const struct bs_node *node, int64_t *value)
{
    return parse_number(node->text, share_units, value);
}

static bool parse_rate(const struct bs_node *node, int64_t *value)
{
    return parse_number(node->text, rate_units, value);
}

static bool parse_size(const struct bs_node *node, int64_t *value)
{
    return parse_number(node->text, size_units, value);
}

/* ---- Bounds in words ---- */

static void phrase_count(struct phrase *phrase, int64_t value)
{
    char text[BS_TIME_TEXT_MAX];

    (void)snprintf(text, sizeof(text), "%" PRId64, value);
    phrase_text(phrase, text);
}

static void phrase_duration(struct phrase *phrase, int64_t value)
{
    char text[BS_TIME_TEXT_MAX];

    bs_duration_format((struct bs_duration){value}, text);
    phrase_text(phrase, text);
}

/* Parts per 10^9 as a decimal, with the point moved by two. */
static void phrase_share(struct phrase *phrase, int64_t value)
{
    char text[BS_TIME_TEXT_MAX];
    int64_t hundredfold;

    if (__builtin_mul_overflow(value, 100, &hundredfold)) {
        bs_seconds_format(value, text);
        phrase_text(phrase, text);
        return;
    }
    bs_seconds_format(hundredfold, text);
    phrase_text(phrase, text);
    phrase_text(phrase, "%");
}

static void phrase_rate(struct phrase *phrase, int64_t value)
{
    char text[BS_TIME_TEXT_MAX];

    bs_seconds_format(value, text);
    phrase_text(phrase, text);
    phrase_text(phrase, "/s");
}

/* In the largest unit that leaves a whole number. */
static void phrase_size(struct phrase *phrase, int64_t value)
{
    const struct number_unit *best = &size_units[0];

    for (const struct number_unit *unit = size_units + 1; unit->name != NULL; unit++) {
        if (value != 0 && value % unit->multiplier == 0 && unit->multiplier > best->multiplier) {
            best = unit;
        }
    }
    phrase_count(phrase, value / best->multiplier);
    phrase_text(phrase, best->name);
}

/* The kinds that are one integer: how they are read and written, and what bounds they have unasked. */
struct number_kind {
    const char *what;
    const char *example; /* NULL: needs none. */
    bool (*parse)(const struct bs_node *node, int64_t *value);
    void (*phrase)(struct phrase *phrase, int64_t value);
    int64_t minimum;
    int64_t maximum;
};

#define DURATION_MAX_NS (INT64_C(104) * 86400 * BS_NS_PER_S) /* BS_DURATION_MAX as a constant. */

static const struct number_kind number_kinds[] = {
    [BS_FIELD_COUNT] = {"a whole number", NULL, parse_count, phrase_count, 0, INT64_MAX},
    [BS_FIELD_DURATION] = {"a duration", "90s or 1m30s", parse_duration, phrase_duration,
                           -DURATION_MAX_NS, DURATION_MAX_NS},
    [BS_FIELD_INSTANT] = {"a time since the start", "10m or 1m30s", parse_duration, phrase_duration,
                          0, DURATION_MAX_NS},
    [BS_FIELD_SHARE] = {"a share", "95% or 0.95", parse_share, phrase_share, 0, DECODE_PPB},
    [BS_FIELD_RATE] = {"a rate", "160/s, 30/m or 4/h", parse_rate, phrase_rate, 0, INT64_MAX},
    [BS_FIELD_SIZE] = {"a size", "400MB or 512KiB", parse_size, phrase_size, 0, INT64_MAX},
};

/* `a whole number from 0 to 10000`; an open end is left out. */
static void phrase_expected(struct phrase *phrase, const struct number_kind *kind, int64_t minimum,
                            int64_t maximum)
{
    phrase_text(phrase, kind->what);
    phrase_text(phrase, maximum == INT64_MAX ? " of at least " : " from ");
    kind->phrase(phrase, minimum);
    if (maximum < INT64_MAX) {
        phrase_text(phrase, " to ");
        kind->phrase(phrase, maximum);
    }
    if (kind->example != NULL) {
        phrase_text(phrase, ", such as ");
        phrase_text(phrase, kind->example);
    }
}

/* ---- Kinds ---- */

typedef enum bs_status decode_fn(const struct bs_node *node, const struct bs_field *field,
                                 void *member, struct bs_error *error);

static enum bs_status decode_number(const struct bs_node *node, const struct bs_field *field,
                                    void *member, struct bs_error *error)
{
    const struct number_kind *kind = &number_kinds[field->kind];
    bool has_bounds = field->minimum != 0 || field->maximum != 0;
    int64_t minimum = has_bounds ? field->minimum : kind->minimum;
    int64_t maximum = has_bounds ? field->maximum : kind->maximum;
    struct phrase expected = {.length = 0};
    int64_t value;

    BS_ASSERT(minimum <= maximum);

    if (node->kind == BS_NODE_SCALAR && kind->parse(node, &value) && value >= minimum &&
        value <= maximum) {
        memcpy(member, &value, sizeof(value));
        return BS_OK;
    }
    phrase_expected(&expected, kind, minimum, maximum);
    return fail_expected(node, field->name, expected.text, error);
}

static enum bs_status decode_text(const struct bs_node *node, const struct bs_field *field,
                                  void *member, struct bs_error *error)
{
    if (node->kind != BS_NODE_SCALAR) {
        return fail_expected(node, field->name, "text", error);
    }
    memcpy(member, &node->text, sizeof(node->text));
    return BS_OK;
}

static bool is_name(const struct bs_node *node)
{
    static const char bytes[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

    return node->kind == BS_NODE_SCALAR && node->length >= 1 && node->length <= DECODE_NAME_MAX &&
           strspn(node->text, bytes) == node->length && strchr("._-", node->text[0]) == NULL;
}

static enum bs_status decode_name(const struct bs_node *node, const struct bs_field *field,
                                  void *member, struct bs_error *error)
{
    if (!is_name(node)) {
        return fail_expected(node, field->name,
                             "a name of 1 to 63 letters, digits, '.', '_' and '-' that starts with "
                             "a letter or digit",
                             error);
    }
    return decode_text(node, field, member, error);
}

static enum bs_status decode_bool(const struct bs_node *node, const struct bs_field *field,
                                  void *member, struct bs_error *error)
{
    bool value = node->kind == BS_NODE_SCALAR && strcmp(node->text, "true") == 0;

    if (node->kind != BS_NODE_SCALAR || node->quoted ||
        (!value && strcmp(node->text, "false") != 0)) {
        return fail_expected(node, field->name, "true or false", error);
    }
    memcpy(member, &value, sizeof(value));
    return BS_OK;
}

static enum bs_status decode_choice(const struct bs_node *node, const struct bs_field *field,
                                    void *member, struct bs_error *error)
{
    struct phrase expected = {.length = 0};
    struct phrase found = {.length = 0};
    const char *nearest = NULL;
    size_t count = 0;

    BS_ASSERT(field->choices != NULL);

    phrase_text(&expected, "one of ");
    for (; field->choices[count] != NULL; count++) {
        if (node->kind == BS_NODE_SCALAR && strcmp(node->text, field->choices[count]) == 0) {
            int32_t index = (int32_t)count;

            memcpy(member, &index, sizeof(index));
            return BS_OK;
        }
        phrase_text(&expected, count == 0 ? "" : ", ");
        phrase_text(&expected, field->choices[count]);
    }
    phrase_found(&found, node);
    if (node->kind == BS_NODE_SCALAR) {
        nearest = bs_suggest(node->text, field->choices, count);
    }
    if (nearest != NULL) {
        phrase_text(&found, "; did you mean '");
        phrase_text(&found, nearest);
        phrase_text(&found, "'?");
    }
    return bs_error_set(error, BS_ERR_INPUT, &node->at, "'%s' must be %s, %s", field->name,
                        expected.text, found.text);
}

static enum bs_status decode_node(const struct bs_node *node, const struct bs_field *field,
                                  void *member, struct bs_error *error)
{
    (void)field;
    (void)error;
    memcpy(member, &node, sizeof(node));
    return BS_OK;
}

static enum bs_status decode_container(const struct bs_node *node, const struct bs_field *field,
                                       void *member, struct bs_error *error)
{
    bool wants_map = field->kind == BS_FIELD_MAP;

    if (node->kind != (wants_map ? BS_NODE_MAP : BS_NODE_LIST)) {
        return fail_expected(node, field->name, wants_map ? "a map" : "a list", error);
    }
    return decode_node(node, field, member, error);
}

static decode_fn *const decoders[] = {
    [BS_FIELD_TEXT] = decode_text,      [BS_FIELD_NAME] = decode_name,
    [BS_FIELD_COUNT] = decode_number,   [BS_FIELD_DURATION] = decode_number,
    [BS_FIELD_INSTANT] = decode_number, [BS_FIELD_SHARE] = decode_number,
    [BS_FIELD_RATE] = decode_number,    [BS_FIELD_SIZE] = decode_number,
    [BS_FIELD_BOOL] = decode_bool,      [BS_FIELD_CHOICE] = decode_choice,
    [BS_FIELD_NODE] = decode_node,      [BS_FIELD_MAP] = decode_container,
    [BS_FIELD_LIST] = decode_container,
};

enum bs_status bs_decode_value(const struct bs_node *node, const struct bs_field *field,
                               void *target, struct bs_error *error)
{
    BS_ASSERT(node != NULL);
    BS_ASSERT(field != NULL);
    BS_ASSERT((size_t)field->kind < sizeof(decoders) / sizeof(decoders[0]));
    BS_ASSERT(target != NULL);

    if (bs_node_is_null(node)) {
        return field->required ? fail_expected(node, field->name, "given", error) : BS_OK;
    }
    return decoders[field->kind](node, field, (char *)target + field->offset, error);
}

/* ---- Suggestions ---- */

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/*
 * Edit distance with transpositions of neighbours ("optimal string alignment": no part is edited twice), by
 * the usual table of prefixes of which three rows are needed at a time. Both words are at most
 * DECODE_WORD_MAX long.
 */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][DECODE_WORD_MAX + 1] = {{0}};

    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *two_above = rows[(i + 1) % 3];

        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = smaller(smaller(above[j], row[j - 1]) + 1,
                             above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = smaller(row[j], two_above[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

const char *bs_suggest(const char *word, const char *const *candidates, size_t count)
{
    const char *nearest = NULL;
    size_t word_length;
    size_t distance_max;

    BS_ASSERT(word != NULL);
    BS_ASSERT(candidates != NULL || count == 0);

    word_length = strlen(word);
    if (word_length > DECODE_WORD_MAX) {
        return NULL;
    }
    distance_max = word_length < 6 ? 1 : word_length / 3;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(candidates[i]);
        size_t distance;

        if (length > DECODE_WORD_MAX) {
            continue;
        }
        distance = edit_distance(word, word_length, candidates[i], length);
        /* Of equally near ones the first stays. */
        if (distance <= distance_max && (nearest == NULL || distance < distance_max)) {
            nearest = candidates[i];
            distance_max = distance;
        }
    }
    return nearest;
}

/* ---- Maps ---- */

static const struct bs_field *find_field(const struct bs_fields *fields, const char *key)
{
    for (size_t i = 0; i < fields->count; i++) {
        if (strcmp(fields->fields[i].name, key) == 0) {
            return &fields->fields[i];
        }
    }
    return NULL;
}

static enum bs_status fail_unknown(const struct bs_node *member, const struct bs_fields *fields,
                                   struct bs_error *error)
{
    const char *names[DECODE_FIELDS_MAX];
    struct phrase known = {.length = 0};
    const char *nearest;

    BS_ASSERT(fields->count <= DECODE_FIELDS_MAX);

    for (size_t i = 0; i < fields->count; i++) {
        names[i] = fields->fields[i].name;
        phrase_text(&known, i == 0 ? "" : ", ");
        phrase_text(&known, names[i]);
    }
    nearest = bs_suggest(member->key, names, fields->count);
    if (nearest == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, &member->key_at,
                            "unknown key '%.64s' in %s; its keys are %s", member->key, fields->what,
                            known.text);
    }
    return bs_error_set(error, BS_ERR_INPUT, &member->key_at,
                        "unknown key '%.64s' in %s; did you mean '%s'?", member->key, fields->what,
                        nearest);
}

enum bs_status bs_decode_map(const struct bs_node *node, const struct bs_fields *fields,
                             void *target, struct bs_error *error)
{
    BS_ASSERT(node != NULL);
    BS_ASSERT(fields != NULL);
    BS_ASSERT(target != NULL);

    if (node->kind != BS_NODE_MAP) {
        return fail_expected(node, fields->what, "a map", error);
    }
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        const struct bs_field *field = find_field(fields, member->key);
        enum bs_status status = field == NULL ? fail_unknown(member, fields, error)
                                              : bs_decode_value(member, field, target, error);

        if (status != BS_OK) {
            return status;
        }
    }
    for (size_t i = 0; i < fields->count; i++) {
        const struct bs_field *field = &fields->fields[i];

        if (field->required && bs_node_get(node, field->name) == NULL) {
            return bs_error_set(error, BS_ERR_INPUT, &node->at, "missing key '%s' in %s",
                                field->name, fields->what);
        }
    }
    return BS_OK;
}
