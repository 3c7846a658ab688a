/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/scenario/load.h"

/* As written; one struct serves the three kinds. */
struct monitor_text {
    const struct bs_node *url;
    const struct bs_node *of;
    const struct bs_node *region;
    const struct bs_node *metric;
    struct bs_duration interval;
    int64_t failures;
    int64_t checkers;
    const struct bs_node *datapoints;
    int64_t above_ppb;
    int32_t missing;
    const struct bs_node *delivery;
};

static const char *const missing_names[] = {"breaching", "notBreaching", "ignore", "missing", NULL};

#define FIELD(key, field_kind, member) \
    .name = key, .kind = field_kind, .offset = offsetof(struct monitor_text, member)

static const struct bs_field health_check_fields[] = {
    {FIELD("url", BS_FIELD_NODE, url)},
    {FIELD("of", BS_FIELD_NODE, of), .required = true},
    {FIELD("interval", BS_FIELD_DURATION, interval), .minimum = BS_NS_PER_S,
     .maximum = 300 * BS_NS_PER_S},
    {FIELD("failures", BS_FIELD_COUNT, failures), .minimum = 1, .maximum = 10},
    {FIELD("checkers", BS_FIELD_COUNT, checkers), .minimum = 1, .maximum = 64},
};

static const struct bs_field alarm_fields[] = {
    {FIELD("metric", BS_FIELD_NODE, metric), .required = true},
    {FIELD("region", BS_FIELD_NODE, region), .required = true},
    {FIELD("period", BS_FIELD_DURATION, interval), .minimum = 10 * BS_NS_PER_S,
     .maximum = 86400 * BS_NS_PER_S},
    {FIELD("of", BS_FIELD_LIST, datapoints)},
    {FIELD("above", BS_FIELD_SHARE, above_ppb), .maximum = BS_PPB_ONE},
    {FIELD("missing", BS_FIELD_CHOICE, missing), .choices = missing_names},
    {FIELD("delivery", BS_FIELD_NODE, delivery)},
};

static const struct bs_field probe_fields[] = {
    {FIELD("url", BS_FIELD_NODE, url), .required = true},
    {FIELD("region", BS_FIELD_NODE, region), .required = true},
    {FIELD("every", BS_FIELD_DURATION, interval), .minimum = BS_NS_PER_S,
     .maximum = 3600 * BS_NS_PER_S},
    {FIELD("failures", BS_FIELD_COUNT, failures), .minimum = 1, .maximum = 100},
};

static const struct {
    const char *section;
    struct bs_fields table;
} monitor_tables[] = {
    [BS_MONITOR_HEALTH_CHECK] = {"health_check",
                                 {"health check", health_check_fields,
                                  BS_FIELD_COUNT_OF(health_check_fields)}},
    [BS_MONITOR_ALARM] = {"alarm", {"alarm", alarm_fields, BS_FIELD_COUNT_OF(alarm_fields)}},
    [BS_MONITOR_PROBE] = {"probe", {"probe", probe_fields, BS_FIELD_COUNT_OF(probe_fields)}},
};

static enum bs_status find_record(const struct bs_load *load, const struct bs_node *node,
                                  const char *host, size_t host_length, int32_t *record)
{
    for (size_t i = 0; i < load->scenario->record_count; i++) {
        const char *name = load->scenario->records[i].name;

        if (strlen(name) == host_length && strncmp(name, host, host_length) == 0) {
            *record = (int32_t)i;
            return BS_OK;
        }
    }
    return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                        "'%s': the host is no record under 'dns'", node->text);
}

/* https://app.example.com/write: a record and one of the paths that the platform serves. */
static enum bs_status parse_url(const struct bs_load *load, const struct bs_node *node,
                                struct bs_monitor *monitor)
{
    static const char *const paths[] = {"health", "read", "write"};
    const char *host;
    const char *path;
    enum bs_status status;

    if (node->kind != BS_NODE_SCALAR ||
        (strncmp(node->text, "https://", 8) != 0 && strncmp(node->text, "http://", 7) != 0)) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "a url is http(s)://RECORD/health, /read or /write");
    }
    monitor->is_https = strncmp(node->text, "https://", 8) == 0;
    host = strstr(node->text, "://") + 3;
    path = strchr(host, '/');
    if (path == NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "'%s': a path is missing: /health, /read or /write", node->text);
    }
    status = find_record(load, node, host, (size_t)(path - host), &monitor->record);
    if (status != BS_OK) {
        return status;
    }
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        if (strcmp(path + 1, paths[i]) == 0) {
            monitor->path = paths[i];
            return BS_OK;
        }
    }
    return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                        "'%s': the path must be /health, /read or /write", node->text);
}

/* "5xx of lb" */
static enum bs_status parse_metric(const struct bs_load *load, const struct bs_node *node,
                                   struct bs_monitor *monitor)
{
    struct bs_node name;

    if (node->kind != BS_NODE_SCALAR || strncmp(node->text, "5xx of ", 7) != 0) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "a metric reads '5xx of LOAD-BALANCER'");
    }
    name = *node;
    name.text += 7;
    name.length -= 7;
    return bs_load_resource(load, &name, 1U << BS_RESOURCE_ALB, &monitor->alb);
}

/* [2, 3]: two of three periods. */
static enum bs_status parse_datapoints(const struct bs_load *load, const struct bs_node *node,
                                       struct bs_monitor *monitor)
{
    static const struct bs_field field = {
        .name = "of", .kind = BS_FIELD_COUNT, .required = true, .minimum = 1, .maximum = 100};
    enum bs_status status;

    if (node->member_count != 2) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "'of' has two numbers, [breaching, periods]");
    }
    status = bs_load_scalar(load, node->first, &field, &monitor->datapoints);
    if (status == BS_OK) {
        status = bs_load_scalar(load, node->last, &field, &monitor->periods);
    }
    if (status == BS_OK && monitor->datapoints > monitor->periods) {
        status =
            bs_error_set(load->error, BS_ERR_INPUT, &node->at, "no %lld of %lld periods can breach",
                         (long long)monitor->datapoints, (long long)monitor->periods);
    }
    return status;
}

static enum bs_status load_references(const struct bs_load *load, const struct monitor_text *text,
                                      struct bs_monitor *monitor)
{
    enum bs_status status = BS_OK;

    if (text->region != NULL) {
        status = bs_load_region(load, text->region, &monitor->region);
    }
    if (status == BS_OK && text->of != NULL) {
        status = bs_load_resource(load, text->of, 1U << BS_RESOURCE_ALB, &monitor->alb);
    }
    if (status == BS_OK && text->url != NULL) {
        status = parse_url(load, text->url, monitor);
    }
    if (status == BS_OK && text->metric != NULL) {
        status = parse_metric(load, text->metric, monitor);
    }
    if (status == BS_OK && text->datapoints != NULL) {
        status = parse_datapoints(load, text->datapoints, monitor);
    }
    if (status == BS_OK && text->delivery != NULL) {
        status = bs_load_distribution(load, text->delivery, &monitor->delivery);
    }
    return status;
}

static enum bs_status load_monitor(const struct bs_load *load, const struct bs_node *node,
                                   enum bs_monitor_kind kind, struct bs_monitor *monitor)
{
    struct monitor_text text = {0};
    enum bs_status status = bs_load_id(load, node);

    if (status == BS_OK) {
        status = bs_load_map(load, node, monitor_tables[kind].section, &monitor_tables[kind].table,
                             &text);
    }
    *monitor = (struct bs_monitor){
        .id = node->key,
        .at = node->key_at,
        .kind = kind,
        .region = BS_NONE,
        .alb = BS_NONE,
        .record = BS_NONE,
        .interval = text.interval,
        .failures = text.failures,
        .checkers = text.checkers,
        .above_ppb = text.above_ppb,
        .missing = (enum bs_missing_data)text.missing,
    };
    return status == BS_OK ? load_references(load, &text, monitor) : status;
}

enum bs_status bs_load_monitors(const struct bs_load *load, const struct bs_node *health_checks,
                                const struct bs_node *alarms, const struct bs_node *probes)
{
    const struct bs_node *sections[] = {health_checks, alarms, probes};
    struct bs_scenario *scenario = load->scenario;

    scenario->monitors =
        bs_arena_array(&scenario->arena, BS_SCENARIO_MONITORS_MAX, sizeof(struct bs_monitor));
    if (scenario->monitors == NULL) {
        return bs_error_set(load->error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (size_t kind = 0; kind < sizeof(sections) / sizeof(sections[0]); kind++) {
        const struct bs_node *item = sections[kind] != NULL ? sections[kind]->first : NULL;

        for (; item != NULL; item = item->next) {
            enum bs_status status;

            if (scenario->monitor_count == BS_SCENARIO_MONITORS_MAX) {
                return bs_error_set(load->error, BS_ERR_INPUT, &item->at, "more than %d monitors",
                                    (int)BS_SCENARIO_MONITORS_MAX);
            }
            status = load_monitor(load, item, (enum bs_monitor_kind)kind,
                                  &scenario->monitors[scenario->monitor_count]);
            if (status != BS_OK) {
                return status;
            }
            scenario->monitor_count++;
        }
    }
    return BS_OK;
}

struct record_text {
    const struct bs_node *alias;
    const struct bs_node *to;
    struct bs_duration ttl;
    const struct bs_node *propagation;
    const struct bs_node *failover;
};

static const struct bs_field record_fields[] = {
    {.name = "alias", .kind = BS_FIELD_NODE, .offset = offsetof(struct record_text, alias)},
    {.name = "to", .kind = BS_FIELD_NODE, .offset = offsetof(struct record_text, to)},
    {.name = "ttl",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct record_text, ttl),
     .minimum = BS_NS_PER_S,
     .maximum = 604800 * BS_NS_PER_S},
    {.name = "propagation",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct record_text, propagation)},
    {.name = "failover", .kind = BS_FIELD_MAP, .offset = offsetof(struct record_text, failover)},
};
static const struct bs_fields record_table = {"DNS record", record_fields,
                                              BS_FIELD_COUNT_OF(record_fields)};

static enum bs_status load_record(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_record_set *record)
{
    struct record_text text = {0};
    const struct bs_node *target;
    enum bs_status status = bs_load_id(load, node);

    if (status == BS_OK) {
        status = bs_load_map(load, node, "record", &record_table, &text);
    }
    if (status != BS_OK) {
        return status;
    }
    if (bs_scenario_resource(load->scenario, node->key) != BS_NONE) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->key_at,
                            "'%s' is a resource; a record needs a name of its own", node->key);
    }
    if ((text.alias != NULL) == (text.to != NULL)) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "record '%s' needs either 'alias' (fixed TTL) or 'to' (with a 'ttl')",
                            node->key);
    }
    if (text.alias != NULL && bs_node_get(node, "ttl") != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &bs_node_get(node, "ttl")->key_at,
                            "an alias to a load balancer has a fixed TTL of 60 s; use 'to' for a "
                            "record with its own");
    }
    target = text.alias != NULL ? text.alias : text.to;
    record->name = node->key;
    record->at = node->key_at;
    record->is_alias = text.alias != NULL;
    record->failover_check = BS_NONE;
    record->failover_alb = BS_NONE;
    record->ttl = text.ttl;
    status = bs_load_resource(load, target, 1U << BS_RESOURCE_ALB, &record->alb);
    return status == BS_OK ? bs_load_distribution(load, text.propagation, &record->propagation)
                           : status;
}

enum bs_status bs_load_records(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_RECORDS_MAX,
                                          sizeof(struct bs_record_set), &scenario->records);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_record(load, item, &scenario->records[scenario->record_count++]);
    }
    return status;
}

/* ---- Failover ---- */

struct failover_text {
    const struct bs_node *to;
    const struct bs_node *health_check;
};

static const struct bs_field failover_fields[] = {
    {.name = "to",
     .kind = BS_FIELD_NODE,
     .required = true,
     .offset = offsetof(struct failover_text, to)},
    {.name = "health_check",
     .kind = BS_FIELD_NODE,
     .required = true,
     .offset = offsetof(struct failover_text, health_check)},
};
static const struct bs_fields failover_table = {"failover", failover_fields,
                                                BS_FIELD_COUNT_OF(failover_fields)};

static const char *monitor_name(const struct bs_scenario *scenario, size_t index)
{
    return scenario->monitors[index].id;
}

static enum bs_status load_failover(const struct bs_load *load, const struct bs_node *node,
                                    struct bs_record_set *record)
{
    const struct bs_load_names monitors = {"health check", load->scenario->monitor_count,
                                           monitor_name};
    struct failover_text text = {0};
    enum bs_status status = bs_decode_map(node, &failover_table, &text, load->error);

    if (status == BS_OK) {
        status = bs_load_resource(load, text.to, 1U << BS_RESOURCE_ALB, &record->failover_alb);
    }
    if (status == BS_OK) {
        status = bs_load_reference(load, text.health_check, &monitors, &record->failover_check);
    }
    if (status == BS_OK &&
        load->scenario->monitors[record->failover_check].kind != BS_MONITOR_HEALTH_CHECK) {
        status = bs_error_set(load->error, BS_ERR_INPUT, &text.health_check->at,
                              "'%s' is no health check; Route 53 heeds nothing else",
                              text.health_check->text);
    }
    return status;
}

enum bs_status bs_load_failovers(const struct bs_load *load, const struct bs_node *node)
{
    enum bs_status status = BS_OK;
    size_t index = 0;

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next, index++) {
        const struct bs_node *failover = bs_node_get(item, "failover");

        if (failover != NULL && !bs_node_is_null(failover)) {
            status = load_failover(load, failover, &load->scenario->records[index]);
        }
    }
    return status;
}
