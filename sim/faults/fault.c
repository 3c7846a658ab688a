/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/faults/fault.h"

#include <string.h>

#include "base/assert.h"
#include "base/decode.h"
#include "sim/engine/distribution_decode.h"

/* A fault as it is written, before it is known which kind it is. */
struct fault_text {
    const char *name;
    const struct bs_node *at;
    const char *after;
    const struct bs_node *delay;
    const struct bs_node *lasts;
    const struct bs_node *repeat;
    const struct bs_node *kinds[BS_FAULT_KIND_COUNT];
};

static const struct bs_field fault_fields[] = {
    {.name = "name",
     .kind = BS_FIELD_TEXT,
     .offset = offsetof(struct fault_text, name),
     .required = true},
    {.name = "at", .kind = BS_FIELD_NODE, .offset = offsetof(struct fault_text, at)},
    {.name = "after", .kind = BS_FIELD_TEXT, .offset = offsetof(struct fault_text, after)},
    {.name = "delay", .kind = BS_FIELD_NODE, .offset = offsetof(struct fault_text, delay)},
    {.name = "for", .kind = BS_FIELD_NODE, .offset = offsetof(struct fault_text, lasts)},
    {.name = "repeat", .kind = BS_FIELD_MAP, .offset = offsetof(struct fault_text, repeat)},
    {.name = "region_loss",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_REGION_LOSS])},
    {.name = "control_plane_loss",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_CONTROL_PLANE_LOSS])},
    {.name = "data_plane_loss",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_DATA_PLANE_LOSS])},
    {.name = "replication_stall",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_REPLICATION_STALL])},
    {.name = "errors",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_ERRORS])},
    {.name = "lag",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_LAG])},
    {.name = "promotion_failure",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_PROMOTION_FAILURE])},
    {.name = "throttle",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_THROTTLE])},
    {.name = "response_loss",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_RESPONSE_LOSS])},
    {.name = "notification_loss",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_NOTIFICATION_LOSS])},
    {.name = "monitor",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_MONITOR])},
    {.name = "latency",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct fault_text, kinds[BS_FAULT_LATENCY])},
};

static const struct bs_fields fault_table = {"fault", fault_fields,
                                             sizeof(fault_fields) / sizeof(fault_fields[0])};

/* The insides of a kind's own map. */
struct kind_text {
    const char *region;
    const char *of;
    const struct bs_node *services;
    const struct bs_node *topics;
    const struct bs_node *people;
    int64_t share_ppb;
    struct bs_duration retry_after;
    int32_t manner;
    int32_t global;
    const struct bs_node *lag;
    const struct bs_node *adds;
    int64_t failures;
    int32_t failure;
    int32_t shows;
    int32_t monitor_kind;
};

static const char *const manner_names[] = {"hang", "refused", "errors", NULL};
static const char *const shows_names[] = {"unhealthy", "healthy", "nothing", NULL};
const char *const bs_fault_monitor_kinds[] = {"health_check", "alarm", "probe", NULL};
static const char *const global_names[] = {"survive", "lost", NULL};

static const struct bs_field region_loss_fields[] = {
    {.name = "region",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct kind_text, region),
     .required = true},
    {.name = "connections",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct kind_text, manner),
     .choices = manner_names},
    {.name = "global_control_planes",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct kind_text, global),
     .choices = global_names},
};

#define SERVICES_FIELDS                                                                           \
    {.name = "region",                                                                            \
     .kind = BS_FIELD_NAME,                                                                       \
     .offset = offsetof(struct kind_text, region),                                                \
     .required = true},                                                                           \
    {                                                                                             \
        .name = "services", .kind = BS_FIELD_LIST, .offset = offsetof(struct kind_text, services) \
    }
#define CONNECTIONS_FIELD                                                     \
    {                                                                         \
        .name = "connections", .kind = BS_FIELD_CHOICE,                       \
        .offset = offsetof(struct kind_text, manner), .choices = manner_names \
    }

static const struct bs_field data_plane_loss_fields[] = {SERVICES_FIELDS, CONNECTIONS_FIELD};

static const struct bs_field control_plane_loss_fields[] = {
    SERVICES_FIELDS,
    CONNECTIONS_FIELD,
    {.name = "share", .kind = BS_FIELD_SHARE, .offset = offsetof(struct kind_text, share_ppb)},
};

static const struct bs_field stall_fields[] = {
    {.name = "of",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct kind_text, of),
     .required = true},
};

static const struct bs_field errors_fields[] = {
    {.name = "of",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct kind_text, of),
     .required = true},
    {.name = "share",
     .kind = BS_FIELD_SHARE,
     .offset = offsetof(struct kind_text, share_ppb),
     .required = true},
};

static const char *const failure_names[] = {"reverts", "backing_up", NULL};

static const struct bs_field lag_fields[] = {
    {.name = "replica",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct kind_text, of),
     .required = true},
    {.name = "lag",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct kind_text, lag),
     .required = true},
};

static const struct bs_field promotion_failure_fields[] = {
    {.name = "replica",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct kind_text, of),
     .required = true},
    {.name = "times",
     .kind = BS_FIELD_COUNT,
     .offset = offsetof(struct kind_text, failures),
     .minimum = 1,
     .maximum = 100},
    {.name = "manner",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct kind_text, failure),
     .choices = failure_names},
};

static const struct bs_field throttle_fields[] = {
    SERVICES_FIELDS,
    {.name = "share", .kind = BS_FIELD_SHARE, .offset = offsetof(struct kind_text, share_ppb)},
    {.name = "retry_after",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct kind_text, retry_after),
     .maximum = INT64_C(86400) * BS_NS_PER_S},
};

static const struct bs_field response_loss_fields[] = {
    SERVICES_FIELDS,
    {.name = "share", .kind = BS_FIELD_SHARE, .offset = offsetof(struct kind_text, share_ppb)},
};

static const struct bs_field latency_fields[] = {
    SERVICES_FIELDS,
    {.name = "adds",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct kind_text, adds),
     .required = true},
};

static const struct bs_field notification_loss_fields[] = {
    {.name = "share", .kind = BS_FIELD_SHARE, .offset = offsetof(struct kind_text, share_ppb)},
    {.name = "of", .kind = BS_FIELD_LIST, .offset = offsetof(struct kind_text, topics)},
    {.name = "people", .kind = BS_FIELD_LIST, .offset = offsetof(struct kind_text, people)},
};

static const struct bs_field monitor_fields[] = {
    {.name = "of",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct kind_text, of),
     .required = true},
    {.name = "kind",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct kind_text, monitor_kind),
     .choices = bs_fault_monitor_kinds},
    {.name = "shows",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct kind_text, shows),
     .required = true,
     .choices = shows_names},
};

#define FIELD_COUNT(fields) (sizeof(fields) / sizeof((fields)[0]))

/* A kind that no plain text stands for. */
#define NO_SUBJECT SIZE_MAX

/* One row per kind; `subject` is the field that a plain text (`region_loss: primary`) stands for. */
static const struct {
    struct bs_fields table;
    size_t subject;
} kind_rows[BS_FAULT_KIND_COUNT] = {
    [BS_FAULT_REGION_LOSS] = {{"region_loss", region_loss_fields, FIELD_COUNT(region_loss_fields)},
                              0},
    [BS_FAULT_CONTROL_PLANE_LOSS] = {{"control_plane_loss", control_plane_loss_fields,
                                      FIELD_COUNT(control_plane_loss_fields)},
                                     0},
    [BS_FAULT_DATA_PLANE_LOSS] = {{"data_plane_loss", data_plane_loss_fields,
                                   FIELD_COUNT(data_plane_loss_fields)},
                                  0},
    [BS_FAULT_REPLICATION_STALL] = {{"replication_stall", stall_fields, FIELD_COUNT(stall_fields)},
                                    0},
    [BS_FAULT_ERRORS] = {{"errors", errors_fields, FIELD_COUNT(errors_fields)}, 0},
    [BS_FAULT_LAG] = {{"lag", lag_fields, FIELD_COUNT(lag_fields)}, 0},
    [BS_FAULT_PROMOTION_FAILURE] = {{"promotion_failure", promotion_failure_fields,
                                     FIELD_COUNT(promotion_failure_fields)},
                                    0},
    [BS_FAULT_THROTTLE] = {{"throttle", throttle_fields, FIELD_COUNT(throttle_fields)}, 0},
    [BS_FAULT_RESPONSE_LOSS] = {{"response_loss", response_loss_fields,
                                 FIELD_COUNT(response_loss_fields)},
                                0},
    [BS_FAULT_NOTIFICATION_LOSS] = {{"notification_loss", notification_loss_fields,
                                     FIELD_COUNT(notification_loss_fields)},
                                    NO_SUBJECT},
    [BS_FAULT_MONITOR] = {{"monitor", monitor_fields, FIELD_COUNT(monitor_fields)}, NO_SUBJECT},
    [BS_FAULT_LATENCY] = {{"latency", latency_fields, FIELD_COUNT(latency_fields)}, NO_SUBJECT},
};

const char *bs_fault_kind_name(enum bs_fault_kind kind)
{
    BS_ASSERT(kind < BS_FAULT_KIND_COUNT);
    return kind_rows[kind].table.what;
}

bool bs_fault_has_name(const struct bs_fault_names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static enum bs_status decode_names(const struct bs_node *list, const char *what,
                                   struct bs_fault_names *names, struct bs_error *error)
{
    const struct bs_field field = {.name = what, .kind = BS_FIELD_NAME, .required = true};

    if (list == NULL) {
        return BS_OK;
    }
    for (const struct bs_node *item = list->first; item != NULL; item = item->next) {
        enum bs_status status;

        if (names->count == BS_FAULT_NAMES_MAX) {
            return bs_error_set(error, BS_ERR_INPUT, &item->at,
                                "more than %d %s; leave '%s' out for all", (int)BS_FAULT_NAMES_MAX,
                                what, what);
        }
        status = bs_decode_value(item, &field, &names->names[names->count], error);
        if (status != BS_OK) {
            return status;
        }
        names->count++;
    }
    return BS_OK;
}

static enum bs_status decode_lag(const struct bs_node *node, const struct bs_node *lag,
                                 struct bs_arena *arena, struct bs_fault *fault,
                                 struct bs_error *error)
{
    if (fault->kind != BS_FAULT_LAG) {
        return BS_OK;
    }
    if (lag == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, &node->at,
                            "a lag is a map, such as {replica: orders-dr, lag: 40s}");
    }
    return bs_distribution_decode(lag, arena, &fault->lag, error);
}

static enum bs_status decode_lists(const struct kind_text *text, struct bs_fault *fault,
                                   struct bs_error *error)
{
    enum bs_status status = decode_names(text->services, "services", &fault->services, error);

    if (status == BS_OK) {
        status = decode_names(text->topics, "of", &fault->topics, error);
    }
    return status == BS_OK ? decode_names(text->people, "people", &fault->people, error) : status;
}

static enum bs_status decode_kind(const struct bs_node *node, struct bs_arena *arena,
                                  struct bs_fault *fault, struct bs_error *error)
{
    const struct bs_fields *table = &kind_rows[fault->kind].table;
    const size_t subject = kind_rows[fault->kind].subject;
    struct kind_text text = {
        .share_ppb = INT64_C(1000000000), .failures = 1, .monitor_kind = BS_FAULT_ANY_MONITOR};
    enum bs_status status;

    if (node->kind == BS_NODE_SCALAR && subject != NO_SUBJECT) {
        status = bs_decode_value(node, &table->fields[subject], &text, error);
    } else {
        status = bs_decode_map(node, table, &text, error);
    }
    if (status == BS_OK) {
        status = decode_lag(node, text.lag, arena, fault, error);
    }
    if (status == BS_OK && text.adds != NULL) {
        status = bs_distribution_decode(text.adds, arena, &fault->adds, error);
    }
    fault->region = text.region;
    fault->resource = text.of;
    fault->share_ppb = text.share_ppb;
    fault->manner = (enum bs_loss_manner)text.manner;
    fault->takes_global = text.global == 1;
    fault->failures = text.failures;
    fault->failure = text.failure == 1 ? BS_PROMOTION_BACKING_UP : BS_PROMOTION_REVERTS;
    fault->retry_after = text.retry_after;
    fault->shows = (enum bs_fault_shows)text.shows;
    fault->monitor_kind = text.monitor_kind;
    return status == BS_OK ? decode_lists(&text, fault, error) : status;
}

/* Finds the one kind that the fault names. */
static enum bs_status find_kind(const struct bs_node *node, const struct fault_text *text,
                                struct bs_fault *fault, struct bs_error *error)
{
    size_t found = 0;

    for (size_t kind = 0; kind < BS_FAULT_KIND_COUNT; kind++) {
        if (text->kinds[kind] != NULL) {
            fault->kind = (enum bs_fault_kind)kind;
            found++;
        }
    }
    if (found != 1) {
        return bs_error_set(
            error, BS_ERR_INPUT, &node->at,
            "a fault has exactly one kind (region_loss, control_plane_loss, data_plane_loss, "
            "replication_stall, errors, lag, promotion_failure, throttle, response_loss, "
            "notification_loss, monitor or latency); fault '%s' has %zu",
            text->name, found);
    }
    return BS_OK;
}

static enum bs_status decode_onset(const struct bs_node *node, const struct fault_text *text,
                                   struct bs_arena *arena, struct bs_fault *fault,
                                   struct bs_error *error)
{
    const struct bs_node *onset = text->after != NULL ? text->delay : text->at;

    if ((text->at != NULL) == (text->after != NULL)) {
        return bs_error_set(error, BS_ERR_INPUT, &node->at,
                            "fault '%s' needs either 'at' or 'after' (with 'delay')", text->name);
    }
    if (text->at != NULL && text->delay != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, &text->delay->key_at,
                            "'delay' goes with 'after', not with 'at'");
    }
    if (onset == NULL) {
        fault->onset = (struct bs_distribution){.kind = BS_DISTRIBUTION_CONSTANT};
        return BS_OK;
    }
    return bs_distribution_decode(onset, arena, &fault->onset, error);
}

/* The insides of `repeat`. */
struct repeat_text {
    int64_t times;
    struct bs_duration every;
};

static const struct bs_field repeat_fields[] = {
    {.name = "times",
     .kind = BS_FIELD_COUNT,
     .offset = offsetof(struct repeat_text, times),
     .required = true,
     .minimum = 1,
     .maximum = BS_FAULT_REPEATS_MAX},
    {.name = "every",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct repeat_text, every),
     .required = true,
     .minimum = 1,
     .maximum = INT64_C(7) * 86400 * BS_NS_PER_S},
};
static const struct bs_fields repeat_table = {"repeat", repeat_fields, FIELD_COUNT(repeat_fields)};

static enum bs_status decode_repeat(const struct bs_node *node, struct bs_fault *fault,
                                    struct bs_error *error)
{
    struct repeat_text text = {0};
    enum bs_status status = bs_decode_map(node, &repeat_table, &text, error);

    if (status != BS_OK) {
        return status;
    }
    fault->times = text.times;
    fault->every = text.every;
    if (!fault->ends || (fault->lasts.kind == BS_DISTRIBUTION_CONSTANT &&
                         fault->lasts.constant.value.ns >= text.every.ns)) {
        return bs_error_set(error, BS_ERR_INPUT, &node->at,
                            "fault '%s' repeats, so it needs a 'for' that is shorter than 'every'",
                            fault->name);
    }
    return BS_OK;
}

enum bs_status bs_fault_decode(const struct bs_node *node, struct bs_arena *arena,
                               struct bs_fault *fault, struct bs_error *error)
{
    struct fault_text text = {0};
    enum bs_status status;

    *fault = (struct bs_fault){.times = 1};
    status = bs_decode_map(node, &fault_table, &text, error);
    if (status != BS_OK) {
        return status;
    }
    if (text.name[0] == '\0' || strlen(text.name) > BS_FAULT_NAME_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, &bs_node_get(node, "name")->at,
                            "a fault's name has 1 to %d bytes", (int)BS_FAULT_NAME_MAX);
    }
    fault->name = text.name;
    fault->after = text.after;
    fault->at_position = node->at;
    status = find_kind(node, &text, fault, error);
    if (status == BS_OK) {
        status = decode_kind(text.kinds[fault->kind], arena, fault, error);
    }
    if (status == BS_OK) {
        status = decode_onset(node, &text, arena, fault, error);
    }
    if (status == BS_OK && text.lasts != NULL) {
        fault->ends = true;
        status = bs_distribution_decode(text.lasts, arena, &fault->lasts, error);
    }
    return status == BS_OK && text.repeat != NULL ? decode_repeat(text.repeat, fault, error)
                                                  : status;
}
