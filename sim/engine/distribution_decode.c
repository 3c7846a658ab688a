/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/distribution_decode.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/decode.h"

#define DURATION_MAX_NS (INT64_C(104) * 86400 * BS_NS_PER_S)
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* What all shapes' readers are given. */
struct reading {
    struct bs_arena *arena;
    struct bs_error *error;
};

static enum bs_status out_of_memory(const struct reading *reading, const struct bs_node *node)
{
    return bs_error_set(reading->error, BS_ERR_MEMORY, &node->at, "no memory for a distribution");
}

/*
 * Reads a plain decimal: up to 15 digits, at most 9 of them after a point. The digits as an integer and the
 * power of ten are then both exact doubles, so that one division gives the nearest double to what is
 * written, in every locale. Returns a negative number for anything else.
 */
static double parse_decimal(const struct bs_node *node)
{
    enum { DIGITS_MAX = 15, FRACTION_DIGITS_MAX = 9 };
    double power = 1.0;
    int64_t digits = 0;
    int digit_count = 0;
    int fraction_count = 0;
    bool after_point = false;

    for (size_t i = 0; i < node->length; i++) {
        char c = node->text[i];

        if (c == '.' && !after_point && digit_count > 0) {
            after_point = true;
            continue;
        }
        if (c < '0' || c > '9' || ++digit_count > DIGITS_MAX) {
            return -1.0;
        }
        if (digit_count == 2 && digits == 0 && !after_point) {
            return -1.0; /* A leading zero: YAML 1.1 would have the number be octal. */
        }
        digits = digits * 10 + (c - '0');
        if (after_point) {
            power *= 10.0;
            fraction_count++;
        }
    }
    if (digit_count == 0 || fraction_count > FRACTION_DIGITS_MAX ||
        (after_point && fraction_count == 0)) {
        return -1.0;
    }
    return (double)digits / power;
}

static enum bs_status decode_shape_parameter(const struct bs_node *node,
                                             const struct reading *reading, double *shape)
{
    *shape = node->kind == BS_NODE_SCALAR && !node->quoted ? parse_decimal(node) : -1.0;
    if (*shape < BS_DISTRIBUTION_SHAPE_MIN || *shape > BS_DISTRIBUTION_SHAPE_MAX) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "shape is a number from 0.01 to 1000, such as 1.5");
    }
    return BS_OK;
}

static enum bs_status decode_constant(const struct bs_node *node, const struct reading *reading,
                                      struct bs_distribution *out)
{
    /* `at: 10m` is short for `at: {constant: 10m}`: the author knows it by the key that is there. */
    const struct bs_field field = {
        .name = node->key != NULL ? node->key : "constant",
        .kind = BS_FIELD_DURATION,
        .maximum = DURATION_MAX_NS,
        .about = "the duration",
    };

    return bs_decode_value(node, &field, &out->constant.value, reading->error);
}

#define DURATION_FIELD(field_name, shape, member, least_ns, phrase)                 \
    {                                                                               \
        .name = field_name, .kind = BS_FIELD_DURATION,                              \
        .offset = offsetof(struct bs_distribution, shape.member), .required = true, \
        .minimum = (least_ns), .maximum = DURATION_MAX_NS, .about = phrase          \
    }

static enum bs_status decode_uniform(const struct bs_node *node, const struct reading *reading,
                                     struct bs_distribution *out)
{
    static const struct bs_field fields[] = {
        DURATION_FIELD("low", uniform, low, 0, "the least duration"),
        DURATION_FIELD("high", uniform, high, 0, "the greatest duration"),
    };
    static const struct bs_fields table = {"uniform", fields, COUNT_OF(fields)};
    enum bs_status status = bs_decode_map(node, &table, out, reading->error);

    if (status == BS_OK && out->uniform.low.ns > out->uniform.high.ns) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "uniform: low is greater than high");
    }
    return status;
}

static enum bs_status decode_normal(const struct bs_node *node, const struct reading *reading,
                                    struct bs_distribution *out)
{
    static const struct bs_field fields[] = {
        DURATION_FIELD("mean", normal, mean, 0, "the mean"),
        DURATION_FIELD("sd", normal, sd, 0, "the standard deviation"),
    };
    static const struct bs_fields table = {"normal", fields, COUNT_OF(fields)};

    return bs_decode_map(node, &table, out, reading->error);
}

static enum bs_status decode_lognormal(const struct bs_node *node, const struct reading *reading,
                                       struct bs_distribution *out)
{
    static const struct bs_field fields[] = {
        DURATION_FIELD("median", lognormal, median, 1, "what half of the durations exceed"),
        DURATION_FIELD("p95", lognormal, p95, 1, "what one duration in twenty exceeds"),
    };
    static const struct bs_fields table = {"lognormal", fields, COUNT_OF(fields)};
    enum bs_status status = bs_decode_map(node, &table, out, reading->error);

    if (status == BS_OK && out->lognormal.median.ns > out->lognormal.p95.ns) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "lognormal: median is greater than p95");
    }
    return status;
}

static enum bs_status decode_exponential(const struct bs_node *node, const struct reading *reading,
                                         struct bs_distribution *out)
{
    static const struct bs_field fields[] = {
        DURATION_FIELD("mean", exponential, mean, 0, "the mean"),
    };
    static const struct bs_fields table = {"exponential", fields, COUNT_OF(fields)};

    return bs_decode_map(node, &table, out, reading->error);
}

/* Weibull, pareto and gamma: a duration under a name of its own, and a shape. */
struct shaped {
    struct bs_duration size;
    const struct bs_node *shape;
};

static enum bs_status decode_shaped(const struct bs_node *node, const struct reading *reading,
                                    const char *what, const char *size_name, struct shaped *shaped,
                                    double *shape)
{
    const struct bs_field fields[] = {
        {
            .name = size_name,
            .kind = BS_FIELD_DURATION,
            .offset = offsetof(struct shaped, size),
            .required = true,
            .minimum = 1,
            .maximum = DURATION_MAX_NS,
            .about = "the unit in which the shape is stretched",
        },
        {
            .name = "shape",
            .kind = BS_FIELD_NODE,
            .offset = offsetof(struct shaped, shape),
            .required = true,
            .about = "the shape, a number",
        },
    };
    const struct bs_fields table = {what, fields, COUNT_OF(fields)};
    enum bs_status status = bs_decode_map(node, &table, shaped, reading->error);

    return status != BS_OK ? status : decode_shape_parameter(shaped->shape, reading, shape);
}

static enum bs_status decode_weibull(const struct bs_node *node, const struct reading *reading,
                                     struct bs_distribution *out)
{
    struct shaped shaped = {0};
    enum bs_status status =
        decode_shaped(node, reading, "weibull", "scale", &shaped, &out->weibull.shape);

    out->weibull.scale = shaped.size;
    return status;
}

static enum bs_status decode_pareto(const struct bs_node *node, const struct reading *reading,
                                    struct bs_distribution *out)
{
    struct shaped shaped = {0};
    enum bs_status status =
        decode_shaped(node, reading, "pareto", "minimum", &shaped, &out->pareto.shape);

    out->pareto.minimum = shaped.size;
    return status;
}

static enum bs_status decode_gamma(const struct bs_node *node, const struct reading *reading,
                                   struct bs_distribution *out)
{
    struct shaped shaped = {0};
    enum bs_status status =
        decode_shaped(node, reading, "gamma", "scale", &shaped, &out->gamma.shape);

    out->gamma.scale = shaped.size;
    return status;
}

static int compare_durations(const void *a, const void *b)
{
    int64_t x = ((const struct bs_duration *)a)->ns;
    int64_t y = ((const struct bs_duration *)b)->ns;

    return (x > y) - (x < y);
}

/* A list of 1 to `count_max` members. */
static enum bs_status check_list(const struct bs_node *node, const struct reading *reading,
                                 const char *what, uint32_t count_max)
{
    if (node->kind != BS_NODE_LIST || node->member_count == 0 || node->member_count > count_max) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "%s is a list of 1 to %u members", what, (unsigned)count_max);
    }
    return BS_OK;
}

static enum bs_status decode_empirical(const struct bs_node *node, const struct reading *reading,
                                       struct bs_distribution *out)
{
    static const struct bs_field field = {
        .name = "empirical",
        .kind = BS_FIELD_DURATION,
        .required = true,
        .maximum = DURATION_MAX_NS,
        .about = "an observed duration",
    };
    enum bs_status status = check_list(node, reading, "empirical", BS_EMPIRICAL_VALUES_MAX);
    struct bs_duration *values;
    uint32_t count = 0;

    if (status != BS_OK) {
        return status;
    }
    values = bs_arena_array(reading->arena, node->member_count, sizeof(*values));
    if (values == NULL) {
        return out_of_memory(reading, node);
    }
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        status = bs_decode_value(member, &field, &values[count++], reading->error);
        if (status != BS_OK) {
            return status;
        }
    }
    /* Equal durations cannot be told apart, so that any sort gives the same order. */
    qsort(values, count, sizeof(*values), compare_durations);
    out->empirical.values = values;
    out->empirical.count = count;
    return BS_OK;
}

static enum bs_status decode_part(const struct bs_node *node, const struct reading *reading,
                                  struct bs_distribution_part *part)
{
    struct members {
        int64_t weight_ppb;
        const struct bs_node *of;
    } members = {0};
    static const struct bs_field fields[] = {
        {
            .name = "weight",
            .kind = BS_FIELD_SHARE,
            .offset = offsetof(struct members, weight_ppb),
            .required = true,
            .minimum = 1,
            .maximum = 1000000000,
            .about = "how often this part is drawn from",
        },
        {
            .name = "of",
            .kind = BS_FIELD_NODE,
            .offset = offsetof(struct members, of),
            .required = true,
            .about = "a distribution",
        },
    };
    static const struct bs_fields table = {"part of a mixture", fields, COUNT_OF(fields)};
    enum bs_status status = bs_decode_map(node, &table, &members, reading->error);

    if (status != BS_OK) {
        return status;
    }
    part->weight = (uint64_t)members.weight_ppb;
    return bs_distribution_decode(members.of, reading->arena, &part->of, reading->error);
}

static enum bs_status decode_mixture(const struct bs_node *node, const struct reading *reading,
                                     struct bs_distribution *out)
{
    enum bs_status status = check_list(node, reading, "mixture", BS_MIXTURE_PARTS_MAX);
    struct bs_distribution_part *parts;
    uint32_t count = 0;
    uint64_t weight_sum = 0;

    if (status != BS_OK) {
        return status;
    }
    parts = bs_arena_array(reading->arena, node->member_count, sizeof(*parts));
    if (parts == NULL) {
        return out_of_memory(reading, node);
    }
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        status = decode_part(member, reading, &parts[count]);
        if (status != BS_OK) {
            return status;
        }
        weight_sum += parts[count++].weight;
    }
    out->mixture.parts = parts;
    out->mixture.count = count;
    out->mixture.weight_sum = weight_sum;
    return BS_OK;
}

enum { KIND_COUNT = BS_DISTRIBUTION_MIXTURE + 1 };

/* The members a distribution's map may have: one of the shapes, and the truncation. */
struct forms {
    const struct bs_node *shapes[KIND_COUNT];
    const struct bs_node *truncation;
};

#define SHAPE_FIELD(field_name, shape_kind, phrase)                      \
    {                                                                    \
        .name = field_name, .kind = BS_FIELD_NODE,                       \
        .offset = offsetof(struct forms, shapes) +                       \
                  (size_t)(shape_kind) * sizeof(const struct bs_node *), \
        .about = phrase                                                  \
    }

static const struct bs_field form_fields[] = {
    SHAPE_FIELD("constant", BS_DISTRIBUTION_CONSTANT, "always the same duration"),
    SHAPE_FIELD("uniform", BS_DISTRIBUTION_UNIFORM, "low, high"),
    SHAPE_FIELD("normal", BS_DISTRIBUTION_NORMAL, "mean, sd"),
    SHAPE_FIELD("lognormal", BS_DISTRIBUTION_LOGNORMAL, "median, p95"),
    SHAPE_FIELD("exponential", BS_DISTRIBUTION_EXPONENTIAL, "mean"),
    SHAPE_FIELD("weibull", BS_DISTRIBUTION_WEIBULL, "shape, scale"),
    SHAPE_FIELD("pareto", BS_DISTRIBUTION_PARETO, "minimum, shape"),
    SHAPE_FIELD("gamma", BS_DISTRIBUTION_GAMMA, "shape, scale"),
    SHAPE_FIELD("empirical", BS_DISTRIBUTION_EMPIRICAL, "a list of observed durations"),
    SHAPE_FIELD("mixture", BS_DISTRIBUTION_MIXTURE, "a list of weight and of"),
    {
        .name = "truncate",
        .kind = BS_FIELD_NODE,
        .offset = offsetof(struct forms, truncation),
        .about = "min, max: what lies outside is not drawn",
    },
};

static enum bs_status (*const decoders[KIND_COUNT])(const struct bs_node *, const struct reading *,
                                                    struct bs_distribution *) = {
    [BS_DISTRIBUTION_CONSTANT] = decode_constant,
    [BS_DISTRIBUTION_UNIFORM] = decode_uniform,
    [BS_DISTRIBUTION_NORMAL] = decode_normal,
    [BS_DISTRIBUTION_LOGNORMAL] = decode_lognormal,
    [BS_DISTRIBUTION_EXPONENTIAL] = decode_exponential,
    [BS_DISTRIBUTION_WEIBULL] = decode_weibull,
    [BS_DISTRIBUTION_PARETO] = decode_pareto,
    [BS_DISTRIBUTION_GAMMA] = decode_gamma,
    [BS_DISTRIBUTION_EMPIRICAL] = decode_empirical,
    [BS_DISTRIBUTION_MIXTURE] = decode_mixture,
};

static enum bs_status decode_truncation(const struct bs_node *node, const struct reading *reading,
                                        struct bs_distribution *out)
{
    struct bounds {
        struct bs_duration minimum;
        struct bs_duration maximum;
    } bounds = {.maximum = BS_DURATION_MAX};
    static const struct bs_field fields[] = {
        {
            .name = "min",
            .kind = BS_FIELD_DURATION,
            .offset = offsetof(struct bounds, minimum),
            .maximum = DURATION_MAX_NS,
            .about = "the least duration kept",
        },
        {
            .name = "max",
            .kind = BS_FIELD_DURATION,
            .offset = offsetof(struct bounds, maximum),
            .maximum = DURATION_MAX_NS,
            .about = "the greatest duration kept",
        },
    };
    static const struct bs_fields table = {"truncate", fields, COUNT_OF(fields)};
    enum bs_status status = bs_decode_map(node, &table, &bounds, reading->error);

    if (status != BS_OK) {
        return status;
    }
    if (bounds.minimum.ns > bounds.maximum.ns) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "truncate: min is greater than max");
    }
    if (!bs_distribution_truncate(out, bounds.minimum, bounds.maximum)) {
        return bs_error_set(reading->error, BS_ERR_INPUT, &node->at,
                            "truncate leaves nothing of the distribution");
    }
    return BS_OK;
}

/* Which shape a member of the map is; KIND_COUNT if none. */
static uint32_t kind_of(const struct forms *forms, const struct bs_node *member)
{
    uint32_t kind = 0;

    while (kind < KIND_COUNT && forms->shapes[kind] != member) {
        kind++;
    }
    return kind;
}

bool bs_distribution_is_written(const struct bs_node *node)
{
    const struct bs_node *member = node->kind == BS_NODE_MAP ? node->first : NULL;

    for (; member != NULL; member = member->next) {
        for (uint32_t kind = 0; kind < KIND_COUNT; kind++) {
            if (strcmp(member->key, form_fields[kind].name) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The one shape that is there, or an error. */
static enum bs_status choose_shape(const struct bs_node *node, const struct forms *forms,
                                   struct bs_error *error, enum bs_distribution_kind *kind)
{
    const struct bs_node *chosen = NULL;

    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        uint32_t member_kind = kind_of(forms, member);

        if (member_kind == KIND_COUNT) {
            continue;
        }
        if (chosen != NULL) {
            return bs_error_set(error, BS_ERR_INPUT, &member->key_at,
                                "a distribution has one shape: %s or %s", chosen->key, member->key);
        }
        chosen = member;
        *kind = (enum bs_distribution_kind)member_kind;
    }
    if (chosen == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, &node->at,
                            "a distribution needs a shape, such as {uniform: {low: 1s, high: 2s}}");
    }
    return BS_OK;
}

enum bs_status bs_distribution_decode(const struct bs_node *node, struct bs_arena *arena,
                                      struct bs_distribution *out, struct bs_error *error)
{
    static const struct bs_fields table = {"distribution", form_fields, COUNT_OF(form_fields)};
    const struct reading reading = {.arena = arena, .error = error};
    struct forms forms = {0};
    enum bs_status status;

    BS_ASSERT(node != NULL && arena != NULL && out != NULL);

    *out = (struct bs_distribution){.kind = BS_DISTRIBUTION_CONSTANT};
    if (node->kind == BS_NODE_SCALAR) {
        return decode_constant(node, &reading, out);
    }
    status = bs_decode_map(node, &table, &forms, error);
    if (status == BS_OK) {
        status = choose_shape(node, &forms, error, &out->kind);
    }
    if (status == BS_OK) {
        status = decoders[out->kind](forms.shapes[out->kind], &reading, out);
    }
    if (status == BS_OK && forms.truncation != NULL) {
        status = decode_truncation(forms.truncation, &reading, out);
    }
    return status;
}
