/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/scenario/load.h"

struct live_text {
    const char *account;
    const struct bs_node *names;
    const struct bs_node *records;
    const struct bs_node *allow;
    const struct bs_node *application;
    const struct bs_node *probes;
    const struct bs_node *fault;
    const struct bs_node *stop;
};

static const struct bs_field live_fields[] = {
    {.name = "account",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct live_text, account),
     .required = true},
    {.name = "names", .kind = BS_FIELD_MAP, .offset = offsetof(struct live_text, names)},
    {.name = "records", .kind = BS_FIELD_MAP, .offset = offsetof(struct live_text, records)},
    {.name = "allow",
     .kind = BS_FIELD_LIST,
     .offset = offsetof(struct live_text, allow),
     .required = true},
    {.name = "application",
     .kind = BS_FIELD_MAP,
     .offset = offsetof(struct live_text, application)},
    {.name = "probes", .kind = BS_FIELD_MAP, .offset = offsetof(struct live_text, probes)},
    {.name = "fault", .kind = BS_FIELD_MAP, .offset = offsetof(struct live_text, fault)},
    {.name = "stop", .kind = BS_FIELD_LIST, .offset = offsetof(struct live_text, stop)},
};
static const struct bs_fields live_table = {"live section", live_fields,
                                            BS_FIELD_COUNT_OF(live_fields)};

/* ---- Names ---- */

#define FACT(key, member)                                                                    \
    {                                                                                        \
        .name = key, .kind = BS_FIELD_TEXT, .offset = offsetof(struct bs_live_names, member) \
    }

static const struct bs_field names_fields[] = {
    FACT("name", name),
    FACT("cluster", cluster),
    FACT("task_cpu_units", task_cpu_units),
    FACT("repository", repository),
    FACT("image_tag", image_tag),
    FACT("target_group_arn", target_group_arn),
    FACT("dns_name", dns_name),
    FACT("alias_zone", alias_zone),
    FACT("topic_arn", topic_arn),
    FACT("arn", arn),
    FACT("kms_key", kms_key),
    FACT("security_group", security_group),
    FACT("client_group", client_group),
    FACT("port", port),
    FACT("source_bucket", source_bucket),
    FACT("replication_rule", replication_rule),
    FACT("key_attribute", key_attribute),
};
static const struct bs_fields names_table = {"resource's names", names_fields,
                                             BS_FIELD_COUNT_OF(names_fields)};

/* A map's key as a scalar where it stands, to be looked up like any other. */
static struct bs_node key_of(const struct bs_node *node)
{
    return (struct bs_node){.kind = BS_NODE_SCALAR,
                            .quoted = true,
                            .at = node->key_at,
                            .text = node->key,
                            .length = strlen(node->key)};
}

/* Watchers have names of their own in AWS, too. */
static bool is_monitor(const struct bs_scenario *scenario, const char *id)
{
    for (size_t i = 0; i < scenario->monitor_count; i++) {
        if (strcmp(scenario->monitors[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static enum bs_status load_names(const struct bs_load *load, const struct bs_node *node,
                                 struct bs_live *live)
{
    enum bs_status status =
        bs_load_array(load, node, BS_SCENARIO_RESOURCES_MAX + BS_SCENARIO_MONITORS_MAX,
                      sizeof(*live->names), &live->names);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        struct bs_live_names *names = &live->names[live->name_count++];
        const struct bs_node key = key_of(item);
        int32_t unused;

        names->resource = item->key;
        status = is_monitor(load->scenario, item->key)
                     ? BS_OK
                     : bs_load_resource(load, &key, UINT32_MAX, &unused);
        if (status == BS_OK) {
            status = bs_decode_map(item, &names_table, names, load->error);
        }
    }
    return status;
}

/* ---- Records ---- */

static const struct bs_field record_fields[] = {
    {.name = "hosted_zone",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct bs_live_record, hosted_zone),
     .required = true},
};
static const struct bs_fields record_table = {"record's place", record_fields,
                                              BS_FIELD_COUNT_OF(record_fields)};

static const char *record_name(const struct bs_scenario *scenario, size_t index)
{
    return scenario->records[index].name;
}

static enum bs_status load_records(const struct bs_load *load, const struct bs_node *node,
                                   struct bs_live *live)
{
    const struct bs_load_names records = {"DNS record", load->scenario->record_count, record_name};
    enum bs_status status =
        bs_load_array(load, node, BS_SCENARIO_RECORDS_MAX, sizeof(*live->records), &live->records);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        struct bs_live_record *record = &live->records[live->record_count++];
        const struct bs_node key = key_of(item);

        status = bs_load_reference(load, &key, &records, &record->record);
        if (status == BS_OK) {
            status = bs_decode_map(item, &record_table, record, load->error);
        }
    }
    return status;
}

/* ---- What may be changed ---- */

static bool is_record(const struct bs_scenario *scenario, const struct bs_node *node)
{
    for (size_t i = 0; i < scenario->record_count; i++) {
        if (node->kind == BS_NODE_SCALAR && strcmp(scenario->records[i].name, node->text) == 0) {
            return true;
        }
    }
    return false;
}

static enum bs_status load_allowed(const struct bs_load *load, const struct bs_node *node,
                                   struct bs_live *live)
{
    enum bs_status status =
        bs_load_array(load, node, BS_SCENARIO_RESOURCES_MAX + BS_SCENARIO_RECORDS_MAX,
                      sizeof(*live->allowed), &live->allowed);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        int32_t unused;

        if (!is_record(load->scenario, item)) {
            status = bs_load_resource(load, item, UINT32_MAX, &unused);
        }
        live->allowed[live->allowed_count++] = item->text;
    }
    return status;
}

/* ---- The application, and who watches it ---- */

static const char *const scheme_names[] = {"https", "http", NULL};

static const struct bs_field application_fields[] = {
    {.name = "scheme",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct bs_live_application, scheme),
     .choices = scheme_names},
    {.name = "port",
     .kind = BS_FIELD_COUNT,
     .offset = offsetof(struct bs_live_application, port),
     .minimum = 1,
     .maximum = 65535},
    {.name = "health",
     .kind = BS_FIELD_TEXT,
     .offset = offsetof(struct bs_live_application, health)},
    {.name = "read", .kind = BS_FIELD_TEXT, .offset = offsetof(struct bs_live_application, read)},
    {.name = "write", .kind = BS_FIELD_TEXT, .offset = offsetof(struct bs_live_application, write)},
    {.name = "read_back",
     .kind = BS_FIELD_TEXT,
     .offset = offsetof(struct bs_live_application, read_back)},
};
static const struct bs_fields application_table = {"application", application_fields,
                                                   BS_FIELD_COUNT_OF(application_fields)};

struct probes_text {
    struct bs_live_probes probes;
    const struct bs_node *resolvers;
};

static const struct bs_field probes_fields[] = {
    {.name = "reads",
     .kind = BS_FIELD_RATE,
     .offset = offsetof(struct probes_text, probes.reads_nano_per_s),
     .minimum = BS_PPB_ONE / 60,
     .maximum = 100 * BS_PPB_ONE},
    {.name = "writes",
     .kind = BS_FIELD_RATE,
     .offset = offsetof(struct probes_text, probes.writes_nano_per_s),
     .minimum = BS_PPB_ONE / 60,
     .maximum = 100 * BS_PPB_ONE},
    {.name = "timeout",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct probes_text, probes.timeout),
     .minimum = BS_NS_PER_MS,
     .maximum = 60 * BS_NS_PER_S},
    {.name = "resolvers", .kind = BS_FIELD_MAP, .offset = offsetof(struct probes_text, resolvers)},
};
static const struct bs_fields probes_table = {"probes", probes_fields,
                                              BS_FIELD_COUNT_OF(probes_fields)};

static const struct bs_field resolver_fields[] = {
    {.name = "address",
     .kind = BS_FIELD_TEXT,
     .offset = offsetof(struct bs_live_resolver, address),
     .required = true},
};
static const struct bs_fields resolver_table = {"resolver", resolver_fields,
                                                BS_FIELD_COUNT_OF(resolver_fields)};

static enum bs_status load_live_resolvers(const struct bs_load *load, const struct bs_node *node,
                                          struct bs_live_probes *probes)
{
    enum bs_status status = bs_load_array(load, node, BS_LIVE_RESOLVERS_MAX,
                                          sizeof(*probes->resolvers), &probes->resolvers);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        struct bs_live_resolver *resolver = &probes->resolvers[probes->resolver_count++];

        resolver->id = item->key;
        status = bs_load_id(load, item);
        if (status == BS_OK) {
            status = bs_decode_map(item, &resolver_table, resolver, load->error);
        }
    }
    return status;
}

static enum bs_status load_probes(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_live *live)
{
    struct probes_text text = {.probes = live->probes};
    enum bs_status status = bs_decode_map(node, &probes_table, &text, load->error);

    live->probes = text.probes;
    return status == BS_OK && text.resolvers != NULL
               ? load_live_resolvers(load, text.resolvers, &live->probes)
               : status;
}

/* ---- All of it ---- */

static const struct bs_live defaults = {
    .application = {.health = "/health",
                    .read = "/read",
                    .write = "/write?run={run}&sequence={sequence}",
                    .read_back = "/read?run={run}&sequence={sequence}"},
    .probes = {.reads_nano_per_s = 2 * BS_PPB_ONE,
               .writes_nano_per_s = BS_PPB_ONE,
               .timeout = {5 * BS_NS_PER_S}},
    .fault = {.region = BS_NONE, .at = {300 * BS_NS_PER_S}},
};

enum bs_status bs_load_live(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_live *live = bs_arena_array(&load->scenario->arena, 1, sizeof(*live));
    struct live_text text = {0};
    enum bs_status status = bs_decode_map(node, &live_table, &text, load->error);

    if (live == NULL) {
        return bs_error_set(load->error, BS_ERR_MEMORY, &node->at, "out of memory");
    }
    *live = defaults;
    live->account = text.account;
    live->at = node->at;
    if (status == BS_OK && text.names != NULL) {
        status = load_names(load, text.names, live);
    }
    if (status == BS_OK && text.records != NULL) {
        status = load_records(load, text.records, live);
    }
    if (status == BS_OK) {
        status = load_allowed(load, text.allow, live);
    }
    if (status == BS_OK && text.application != NULL) {
        status =
            bs_decode_map(text.application, &application_table, &live->application, load->error);
    }
    if (status == BS_OK && text.probes != NULL) {
        status = load_probes(load, text.probes, live);
    }
    if (status == BS_OK && text.fault != NULL) {
        status = bs_load_live_fault(load, text.fault, &live->fault);
    }
    if (status == BS_OK && text.stop != NULL) {
        status = bs_load_live_stops(load, text.stop, live);
    }
    load->scenario->live = live;
    return status;
}
