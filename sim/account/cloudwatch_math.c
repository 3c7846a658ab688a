/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/cloudwatch_math.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum {
    DEPTH_MAX = 24,
    ARGUMENTS_MAX = 16,
    LIST_MAX = 100,
    POINTS_MAX = 1000000, /* Of all that one expression makes on its way. */
    NAME_MAX = 64,
};

enum value_kind { NUMBER, SERIES, LIST, NOTHING };

/* Series are borrowed from the parser, which owns all that are made. */
struct value {
    enum value_kind kind;
    double number;
    struct bs_cloudwatch_series series;
    const struct bs_cloudwatch_series *list[LIST_MAX];
    size_t list_count;
};

struct made {
    struct made *next;
    struct bs_cloudwatch_series series;
};

struct parser {
    const struct bs_cloudwatch_math *math;
    const char *at;
    const char *why; /* NULL as long as all is well. */
    struct made *made;
    size_t points;
    int depth;
};

static struct value *parse_or(struct parser *parser);

static void fail(struct parser *parser, const char *why)
{
    if (parser->why == NULL) {
        parser->why = why;
    }
}

/* ---- Values ---- */

static struct value *new_value(enum value_kind kind)
{
    struct value *value = calloc(1, sizeof(*value));

    BS_ASSERT(value != NULL);
    value->kind = kind;
    return value;
}

/* An empty series with room for so many points. */
static struct bs_cloudwatch_series *make_series(struct parser *parser, size_t count)
{
    struct made *made = calloc(1, sizeof(*made));

    if (parser->points + count > POINTS_MAX) {
        fail(parser, "the expression makes too many data points");
        count = 0;
    }
    parser->points += count;
    BS_ASSERT(made != NULL);
    made->series.seconds = calloc(count + 1, sizeof(int64_t));
    made->series.values = calloc(count + 1, sizeof(double));
    BS_ASSERT(made->series.seconds != NULL && made->series.values != NULL);
    made->next = parser->made;
    parser->made = made;
    return &made->series;
}

/* No numbers of which nothing more can be said: infinities and what is not a number. */
static void append(struct bs_cloudwatch_series *series, int64_t seconds, double value)
{
    if (value - value == 0) {
        series->seconds[series->count] = seconds;
        series->values[series->count++] = value;
    }
}

static size_t count_of(const struct value *value)
{
    return value->kind == SERIES ? value->series.count : 0;
}

/* ---- Operators ---- */

enum operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    LESS,
    LESS_EQUAL,
    MORE,
    MORE_EQUAL,
    EQUAL,
    UNEQUAL,
    AND,
    OR
};

static double apply(enum operation operation, double a, double b)
{
    switch (operation) {
    case ADD:
        return a + b;
    case SUBTRACT:
        return a - b;
    case MULTIPLY:
        return a * b;
    case DIVIDE:
        return a / b;
    case LESS:
        return a < b;
    case LESS_EQUAL:
        return a <= b;
    case MORE:
        return a > b;
    case MORE_EQUAL:
        return a >= b;
    case EQUAL:
        return a == b;
    case UNEQUAL:
        return a != b;
    case AND:
        return a != 0 && b != 0;
    case OR:
        return a != 0 || b != 0;
    }
    return 0;
}

/* Where both have a value; a number has one everywhere. */
static struct value *combine_series(struct parser *parser, enum operation operation,
                                    const struct value *a, const struct value *b)
{
    struct value *result = new_value(SERIES);
    struct bs_cloudwatch_series *series = make_series(parser, count_of(a) + count_of(b));
    const struct bs_cloudwatch_series *left = &a->series;
    const struct bs_cloudwatch_series *right = &b->series;
    size_t i = 0;
    size_t j = 0;

    while (parser->why == NULL && (a->kind == NUMBER || i < left->count) &&
           (b->kind == NUMBER || j < right->count)) {
        const int64_t left_s = a->kind == NUMBER ? right->seconds[j] : left->seconds[i];
        const int64_t right_s = b->kind == NUMBER ? left_s : right->seconds[j];

        if (left_s == right_s) {
            append(series, left_s,
                   apply(operation, a->kind == NUMBER ? a->number : left->values[i],
                         b->kind == NUMBER ? b->number : right->values[j]));
        }
        i += left_s <= right_s ? 1 : 0;
        j += right_s <= left_s ? 1 : 0;
    }
    result->series = *series;
    return result;
}

/* Takes both over. */
static struct value *combine(struct parser *parser, enum operation operation, struct value *a,
                             struct value *b)
{
    struct value *result;

    if (a->kind > SERIES || b->kind > SERIES) {
        fail(parser, "an operator takes numbers and single series");
        result = new_value(NOTHING);
    } else if (a->kind == NUMBER && b->kind == NUMBER) {
        result = new_value(NUMBER);
        result->number = apply(operation, a->number, b->number);
    } else {
        result = combine_series(parser, operation, a, b);
    }
    free(a);
    free(b);
    return result;
}

/* ---- Functions ---- */

enum fold { FOLD_SUM, FOLD_MAX, FOLD_MIN, FOLD_AVG };

static double fold_step(enum fold fold, double so_far, double next)
{
    if (fold == FOLD_MAX) {
        return next > so_far ? next : so_far;
    }
    if (fold == FOLD_MIN) {
        return next < so_far ? next : so_far;
    }
    return so_far + next;
}

static struct value *fold_series(const struct bs_cloudwatch_series *series, enum fold fold)
{
    struct value *result = new_value(NUMBER);

    for (size_t i = 0; i < series->count; i++) {
        result->number =
            i == 0 ? series->values[0] : fold_step(fold, result->number, series->values[i]);
    }
    if (fold == FOLD_AVG && series->count > 0) {
        result->number /= (double)series->count;
    }
    return result;
}

/* The earliest time after `after` at which one of them has a value; false: there is none. */
static bool next_time(const struct value *list, const size_t places[LIST_MAX], int64_t *seconds)
{
    bool is_found = false;

    for (size_t i = 0; i < list->list_count; i++) {
        if (places[i] < list->list[i]->count &&
            (!is_found || list->list[i]->seconds[places[i]] < *seconds)) {
            *seconds = list->list[i]->seconds[places[i]];
            is_found = true;
        }
    }
    return is_found;
}

/* Of several series, wherever one of them has a value. */
static struct value *fold_list(struct parser *parser, const struct value *list, enum fold fold)
{
    struct value *result = new_value(SERIES);
    size_t places[LIST_MAX] = {0};
    size_t total = 0;
    struct bs_cloudwatch_series *series;
    int64_t seconds = 0;

    for (size_t i = 0; i < list->list_count; i++) {
        total += list->list[i]->count;
    }
    series = make_series(parser, total);
    while (parser->why == NULL && next_time(list, places, &seconds)) {
        double folded = 0;
        size_t count = 0;

        for (size_t i = 0; i < list->list_count; i++) {
            const struct bs_cloudwatch_series *one = list->list[i];

            if (places[i] < one->count && one->seconds[places[i]] == seconds) {
                const double next = one->values[places[i]++];

                folded = count++ == 0 ? next : fold_step(fold, folded, next);
            }
        }
        append(series, seconds, fold == FOLD_AVG ? folded / (double)count : folded);
    }
    result->series = *series;
    return result;
}

static struct value *call_fold(struct parser *parser, struct value *const arguments[], size_t count,
                               enum fold fold)
{
    if (count != 1 || arguments[0]->kind == NUMBER || arguments[0]->kind == NOTHING) {
        fail(parser, "SUM, MAX, MIN and AVG take one series or one list of series");
        return new_value(NOTHING);
    }
    return arguments[0]->kind == SERIES ? fold_series(&arguments[0]->series, fold)
                                        : fold_list(parser, arguments[0], fold);
}

static struct value *call_sum(struct parser *parser, struct value *const arguments[], size_t count)
{
    return call_fold(parser, arguments, count, FOLD_SUM);
}

static struct value *call_max(struct parser *parser, struct value *const arguments[], size_t count)
{
    return call_fold(parser, arguments, count, FOLD_MAX);
}

static struct value *call_min(struct parser *parser, struct value *const arguments[], size_t count)
{
    return call_fold(parser, arguments, count, FOLD_MIN);
}

static struct value *call_avg(struct parser *parser, struct value *const arguments[], size_t count)
{
    return call_fold(parser, arguments, count, FOLD_AVG);
}

static struct value *call_abs(struct parser *parser, struct value *const arguments[], size_t count)
{
    struct value *result;

    if (count != 1 || arguments[0]->kind > SERIES) {
        fail(parser, "ABS takes a number or a series");
        return new_value(NOTHING);
    }
    result = new_value(arguments[0]->kind);
    result->number = arguments[0]->number < 0 ? -arguments[0]->number : arguments[0]->number;
    if (result->kind == SERIES) {
        struct bs_cloudwatch_series *series = make_series(parser, count_of(arguments[0]));

        for (size_t i = 0; i < arguments[0]->series.count && parser->why == NULL; i++) {
            const double value = arguments[0]->series.values[i];

            append(series, arguments[0]->series.seconds[i], value < 0 ? -value : value);
        }
        result->series = *series;
    }
    return result;
}

/* The value at that time; false: it has none there. */
static bool value_at(const struct value *value, int64_t seconds, double *number)
{
    size_t low = 0;
    size_t high = count_of(value);

    if (value->kind == NUMBER) {
        *number = value->number;
        return true;
    }
    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (value->series.seconds[middle] < seconds) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == count_of(value) || value->series.seconds[low] != seconds) {
        return false;
    }
    *number = value->series.values[low];
    return true;
}

static struct value *call_if(struct parser *parser, struct value *const arguments[], size_t count)
{
    struct value *result = new_value(SERIES);
    struct bs_cloudwatch_series *series;

    if (count < 2 || count > 3 || arguments[0]->kind != SERIES || arguments[1]->kind > SERIES ||
        (count == 3 && arguments[2]->kind > SERIES)) {
        fail(parser, "IF takes a series as condition, and one or two numbers or series");
        return result;
    }
    series = make_series(parser, count_of(arguments[0]));
    for (size_t i = 0; i < arguments[0]->series.count && parser->why == NULL; i++) {
        const int64_t seconds = arguments[0]->series.seconds[i];
        const bool is_true = arguments[0]->series.values[i] != 0;
        double value;

        if ((is_true || count == 3) && value_at(arguments[is_true ? 1 : 2], seconds, &value)) {
            append(series, seconds, value);
        }
    }
    result->series = *series;
    return result;
}

/* A second argument of NOTHING is the word REPEAT. */
static struct value *call_fill(struct parser *parser, struct value *const arguments[], size_t count)
{
    const struct bs_cloudwatch_range range = parser->math->range;
    const size_t periods = (size_t)((range.to_s - range.from_s) / range.period_s + 1);
    struct value *result = new_value(SERIES);
    struct bs_cloudwatch_series *series;
    bool has_last = false;
    double value = 0;

    if (count != 2 || arguments[0]->kind != SERIES || arguments[1]->kind == LIST) {
        fail(parser, "FILL takes a series, and a number, a series or REPEAT");
        return result;
    }
    series = make_series(parser, periods);
    for (int64_t at = range.from_s; at < range.to_s && parser->why == NULL; at += range.period_s) {
        double filling = value;

        if (value_at(arguments[0], at, &value)) {
            has_last = true;
            append(series, at, value);
        } else if (arguments[1]->kind == NOTHING ? has_last
                                                 : value_at(arguments[1], at, &filling)) {
            append(series, at, filling);
        }
    }
    result->series = *series;
    return result;
}

static const struct {
    const char *name;
    struct value *(*call)(struct parser *parser, struct value *const arguments[], size_t count);
} functions[] = {
    {"ABS", call_abs}, {"AVG", call_avg}, {"FILL", call_fill}, {"IF", call_if},
    {"MAX", call_max}, {"MIN", call_min}, {"SUM", call_sum},
};

/* ---- Words ---- */

static bool take(struct parser *parser, const char *sign)
{
    const size_t length = strlen(sign);

    parser->at += strspn(parser->at, " \t\r\n");
    if (strncmp(parser->at, sign, length) != 0) {
        return false;
    }
    parser->at += length;
    return true;
}

static void expect(struct parser *parser, const char *sign)
{
    if (!take(parser, sign)) {
        fail(parser, "the expression has a syntax error");
    }
}

static void add_to_list(struct parser *parser, struct value *list,
                        const struct bs_cloudwatch_series *series)
{
    if (list->list_count == LIST_MAX) {
        fail(parser, "there are too many series in a list");
    } else {
        list->list[list->list_count++] = series;
    }
}

/* METRICS() or METRICS("text"). */
static struct value *parse_metrics(struct parser *parser)
{
    struct value *list = new_value(LIST);
    char text[NAME_MAX] = "";
    const struct bs_cloudwatch_series *series;

    if (take(parser, "\"") || take(parser, "'")) {
        const size_t length = strcspn(parser->at, "\"'");

        if (length >= NAME_MAX || parser->at[length] == '\0') {
            fail(parser, "the expression has a syntax error");
            return list;
        }
        memcpy(text, parser->at, length);
        parser->at += length + 1;
    }
    expect(parser, ")");
    series = parser->math->metric(parser->math->self, text, 0);
    for (size_t i = 1; series != NULL && parser->why == NULL; i++) {
        add_to_list(parser, list, series);
        series = parser->math->metric(parser->math->self, text, i);
    }
    return list;
}

/* After "[". */
static struct value *parse_list(struct parser *parser)
{
    struct value *list = new_value(LIST);

    do {
        struct value *element = parse_or(parser);

        if (element->kind == SERIES) {
            struct bs_cloudwatch_series *kept = make_series(parser, element->series.count);

            for (size_t i = 0; i < element->series.count && parser->why == NULL; i++) {
                append(kept, element->series.seconds[i], element->series.values[i]);
            }
            add_to_list(parser, list, kept);
        } else {
            fail(parser, "a list is made of series");
        }
        free(element);
    } while (parser->why == NULL && take(parser, ","));
    expect(parser, "]");
    return list;
}

static struct value *parse_call(struct parser *parser, const char *name)
{
    struct value *arguments[ARGUMENTS_MAX];
    struct value *result = NULL;
    size_t count = 0;

    do {
        arguments[count++] = parse_or(parser);
    } while (parser->why == NULL && count < ARGUMENTS_MAX && take(parser, ","));
    expect(parser, ")");
    for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]) && parser->why == NULL; i++) {
        if (strcmp(functions[i].name, name) == 0) {
            result = functions[i].call(parser, arguments, count);
        }
    }
    for (size_t i = 0; i < count; i++) {
        free(arguments[i]);
    }
    if (result == NULL) {
        fail(parser, "the expression uses a function that is not served");
        result = new_value(NOTHING);
    }
    return result;
}

static struct value *parse_name(struct parser *parser)
{
    const size_t length = strspn(parser->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                             "0123456789_");
    const struct bs_cloudwatch_series *series;
    struct value *value;
    char name[NAME_MAX];

    if (length == 0 || length >= NAME_MAX) {
        fail(parser, "the expression has a syntax error");
        return new_value(NOTHING);
    }
    memcpy(name, parser->at, length);
    name[length] = '\0';
    parser->at += length;
    if (take(parser, "(")) {
        return strcmp(name, "METRICS") == 0 ? parse_metrics(parser) : parse_call(parser, name);
    }
    if (strcmp(name, "REPEAT") == 0) {
        return new_value(NOTHING);
    }
    series = parser->math->find(parser->math->self, name);
    if (series == NULL) {
        fail(parser, "the expression names a metric that is not there, or one that needs it");
        return new_value(NOTHING);
    }
    value = new_value(SERIES);
    value->series = *series;
    return value;
}

/* ---- Grammar, from what binds most ---- */

static struct value *parse_number(struct parser *parser)
{
    struct value *value = new_value(NUMBER);
    char *end = NULL;

    value->number = strtod(parser->at, &end);
    parser->at = end;
    return value;
}

static struct value *parse_primary(struct parser *parser)
{
    struct value *value;

    parser->at += strspn(parser->at, " \t\r\n");
    if (take(parser, "(")) {
        value = parse_or(parser);
        expect(parser, ")");
    } else if (take(parser, "[")) {
        value = parse_list(parser);
    } else if ((*parser->at >= '0' && *parser->at <= '9') || *parser->at == '.') {
        value = parse_number(parser);
    } else {
        value = parse_name(parser);
    }
    return value;
}

static struct value *parse_unary(struct parser *parser)
{
    bool is_negative = false;
    struct value *value;

    while (take(parser, "-")) {
        is_negative = !is_negative;
    }
    value = parse_primary(parser);
    if (is_negative) {
        struct value *minus_one = new_value(NUMBER);

        minus_one->number = -1;
        value = combine(parser, MULTIPLY, minus_one, value);
    }
    return value;
}

/* A level of operators that bind alike, from the left. Longer signs stand first. */
struct level {
    struct {
        const char *sign;
        enum operation operation;
    } rows[6];
    size_t count;
};

static const struct level levels[] = {
    {{{"||", OR}}, 1},
    {{{"&&", AND}}, 1},
    {{{"<=", LESS_EQUAL},
      {">=", MORE_EQUAL},
      {"==", EQUAL},
      {"!=", UNEQUAL},
      {"<", LESS},
      {">", MORE}},
     6},
    {{{"+", ADD}, {"-", SUBTRACT}}, 2},
    {{{"*", MULTIPLY}, {"/", DIVIDE}}, 2},
};

enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };

static bool take_operator(struct parser *parser, const struct level *level,
                          enum operation *operation)
{
    for (size_t i = 0; i < level->count; i++) {
        if (take(parser, level->rows[i].sign)) {
            *operation = level->rows[i].operation;
            return true;
        }
    }
    return false;
}

static struct value *parse_level(struct parser *parser, size_t level)
{
    struct value *value;
    enum operation operation;

    if (level == LEVELS) {
        return parse_unary(parser);
    }
    value = parse_level(parser, level + 1);
    while (parser->why == NULL && take_operator(parser, &levels[level], &operation)) {
        value = combine(parser, operation, value, parse_level(parser, level + 1));
    }
    return value;
}

static struct value *parse_or(struct parser *parser)
{
    struct value *value;

    if (parser->depth == DEPTH_MAX) {
        fail(parser, "the expression nests too deeply");
        return new_value(NOTHING);
    }
    parser->depth++;
    value = parse_level(parser, 0);
    parser->depth--;
    return value;
}

static void copy_result(struct parser *parser, const struct value *value,
                        struct bs_cloudwatch_series *result)
{
    const size_t count = count_of(value);

    *result = (struct bs_cloudwatch_series){.count = 0};
    if (parser->why == NULL) {
        result->seconds = calloc(count + 1, sizeof(int64_t));
        result->values = calloc(count + 1, sizeof(double));
        BS_ASSERT(result->seconds != NULL && result->values != NULL);
    }
    for (size_t i = 0; i < count && parser->why == NULL; i++) {
        append(result, value->series.seconds[i], value->series.values[i]);
    }
}

bool bs_cloudwatch_compute(const struct bs_cloudwatch_math *math, const char *expression,
                           struct bs_cloudwatch_series *result, const char **why)
{
    struct parser parser = {.math = math, .at = expression};
    struct value *value = parse_or(&parser);

    parser.at += strspn(parser.at, " \t\r\n");
    if (*parser.at != '\0') {
        fail(&parser, "the expression has a syntax error");
    } else if (value->kind != SERIES) {
        fail(&parser, "the expression does not come to a single time series");
    }
    copy_result(&parser, value, result);
    free(value);
    while (parser.made != NULL) {
        struct made *next = parser.made->next;

        bs_cloudwatch_series_clean_up(&parser.made->series);
        free(parser.made);
        parser.made = next;
    }
    *why = parser.why;
    return parser.why == NULL;
}
