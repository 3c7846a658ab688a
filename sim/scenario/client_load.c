/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/scenario/load.h"

static const char *const behaviour_names[BS_RESOLVER_BEHAVIOUR_COUNT] = {"honour", "extend",
                                                                         "floor", "stuck"};

const char *bs_resolver_behaviour_name(enum bs_resolver_behaviour behaviour)
{
    BS_ASSERT(behaviour < BS_RESOLVER_BEHAVIOUR_COUNT);
    return behaviour_names[behaviour];
}

struct resolvers_text {
    int64_t count;
    const struct bs_node *mix;
    const struct bs_node *extend;
    const struct bs_node *stuck;
    struct bs_duration floor;
};

static const struct bs_field resolvers_fields[] = {
    {.name = "count",
     .kind = BS_FIELD_COUNT,
     .offset = offsetof(struct resolvers_text, count),
     .minimum = 1,
     .maximum = BS_RESOLVERS_MAX},
    {.name = "mix", .kind = BS_FIELD_NODE, .offset = offsetof(struct resolvers_text, mix)},
    {.name = "extend", .kind = BS_FIELD_NODE, .offset = offsetof(struct resolvers_text, extend)},
    {.name = "floor",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct resolvers_text, floor),
     .maximum = 604800 * BS_NS_PER_S},
    {.name = "stuck", .kind = BS_FIELD_NODE, .offset = offsetof(struct resolvers_text, stuck)},
};
static const struct bs_fields resolvers_table = {"resolver population", resolvers_fields,
                                                 BS_FIELD_COUNT_OF(resolvers_fields)};

#define SHARE_FIELD(index, key)                                                   \
    {                                                                             \
        .name = key, .kind = BS_FIELD_SHARE, .offset = (index) * sizeof(int64_t), \
        .maximum = BS_PPB_ONE                                                     \
    }
static const struct bs_field mix_fields[] = {
    SHARE_FIELD(BS_RESOLVER_HONOUR, "honour"),
    SHARE_FIELD(BS_RESOLVER_EXTEND, "extend"),
    SHARE_FIELD(BS_RESOLVER_FLOOR, "floor"),
    SHARE_FIELD(BS_RESOLVER_STUCK, "stuck"),
};
static const struct bs_fields mix_table = {"resolver mix", mix_fields,
                                           BS_FIELD_COUNT_OF(mix_fields)};

static enum bs_status load_mix(const struct bs_load *load, const struct bs_node *node,
                               struct bs_resolver_population *population)
{
    int64_t sum = 0;
    enum bs_status status;

    if (node->kind == BS_NODE_SCALAR && strcmp(node->text, "default") == 0) {
        node = bs_node_get(bs_node_get(load->defaults, "resolvers"), "mix");
    }
    status = bs_decode_map(node, &mix_table, population->share_ppb, load->error);
    if (status != BS_OK) {
        return status;
    }
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT; i++) {
        sum += population->share_ppb[i];
    }
    if (sum != BS_PPB_ONE) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "the shares of a mix add up to 100 %%, not %lld.%02lld %%",
                            (long long)(sum / 10000000), (long long)(sum / 100000 % 100));
    }
    return BS_OK;
}

static enum bs_status load_population(const struct bs_load *load, const struct bs_node *node,
                                      struct bs_resolver_population *population)
{
    struct resolvers_text text = {0};
    enum bs_status status = bs_load_id(load, node);

    if (status == BS_OK) {
        status = bs_load_map(load, node, "resolvers", &resolvers_table, &text);
    }
    population->id = node->key;
    population->at = node->key_at;
    population->count = text.count;
    population->floor = text.floor;
    if (status == BS_OK) {
        status = load_mix(load, text.mix, population);
    }
    if (status == BS_OK) {
        status = bs_load_distribution(load, text.extend, &population->extend);
    }
    return status == BS_OK ? bs_load_distribution(load, text.stuck, &population->stuck) : status;
}

enum bs_status bs_load_resolvers(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status =
        bs_load_array(load, node, BS_SCENARIO_POPULATIONS_MAX,
                      sizeof(struct bs_resolver_population), &scenario->resolvers);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_population(load, item, &scenario->resolvers[scenario->resolver_count++]);
    }
    return status;
}

struct clients_text {
    const struct bs_node *resolvers;
    const struct bs_node *record;
    int64_t reads;
    int64_t writes;
    struct bs_duration latency;
    struct bs_duration timeout;
    const struct bs_node *retry;
    struct bs_duration keep_alive;
    const struct bs_node *stores;
};

#define CLIENT_RATE_MAX (INT64_C(1000000) * BS_PPB_ONE)
#define FIELD(key, field_kind, member) \
    .name = key, .kind = field_kind, .offset = offsetof(struct clients_text, member)

static const struct bs_field clients_fields[] = {
    {FIELD("resolvers", BS_FIELD_NODE, resolvers), .required = true},
    {FIELD("record", BS_FIELD_NODE, record)},
    {FIELD("reads", BS_FIELD_RATE, reads), .maximum = CLIENT_RATE_MAX},
    {FIELD("writes", BS_FIELD_RATE, writes), .maximum = CLIENT_RATE_MAX},
    {FIELD("latency", BS_FIELD_DURATION, latency), .minimum = 1, .maximum = 60 * BS_NS_PER_S},
    {FIELD("timeout", BS_FIELD_DURATION, timeout), .minimum = BS_NS_PER_MS,
     .maximum = 300 * BS_NS_PER_S},
    {FIELD("retry", BS_FIELD_MAP, retry)},
    {FIELD("keep_alive", BS_FIELD_DURATION, keep_alive), .maximum = 86400 * BS_NS_PER_S},
    {FIELD("stores", BS_FIELD_LIST, stores)},
};
static const struct bs_fields clients_table = {"client population", clients_fields,
                                               BS_FIELD_COUNT_OF(clients_fields)};

static const struct bs_field retry_fields[] = {
    {.name = "max",
     .kind = BS_FIELD_COUNT,
     .offset = offsetof(struct bs_client_population, retries),
     .maximum = BS_CLIENT_RETRIES_MAX},
    {.name = "base",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct bs_client_population, retry_base),
     .minimum = BS_NS_PER_MS,
     .maximum = 60 * BS_NS_PER_S},
};
static const struct bs_fields retry_table = {"retry", retry_fields,
                                             BS_FIELD_COUNT_OF(retry_fields)};

static const char *resolvers_name(const struct bs_scenario *scenario, size_t index)
{
    return scenario->resolvers[index].id;
}

static const char *record_name(const struct bs_scenario *scenario, size_t index)
{
    return scenario->records[index].name;
}

static enum bs_status load_stores(const struct bs_load *load, const struct bs_node *list,
                                  struct bs_client_population *client)
{
    const uint32_t kinds = (1U << BS_RESOURCE_RDS_INSTANCE) | (1U << BS_RESOURCE_S3_BUCKET);

    for (const struct bs_node *item = list->first; item != NULL; item = item->next) {
        int32_t store = BS_NONE;
        enum bs_status status = bs_load_resource(load, item, kinds, &store);

        if (status != BS_OK) {
            return status;
        }
        for (size_t i = 0; i < client->store_count; i++) {
            if (client->stores[i] == store) {
                return bs_error_set(load->error, BS_ERR_INPUT, &item->at, "'%s' is listed twice",
                                    item->text);
            }
        }
        if (client->store_count == BS_CLIENT_STORES_MAX) {
            return bs_error_set(load->error, BS_ERR_INPUT, &item->at, "more than %d stores",
                                (int)BS_CLIENT_STORES_MAX);
        }
        client->stores[client->store_count++] = store;
    }
    return BS_OK;
}

static enum bs_status load_client_references(const struct bs_load *load, const struct bs_node *node,
                                             const struct clients_text *text,
                                             struct bs_client_population *client)
{
    const struct bs_load_names resolvers = {"resolver population", load->scenario->resolver_count,
                                            resolvers_name};
    const struct bs_load_names records = {"DNS record", load->scenario->record_count, record_name};
    enum bs_status status =
        bs_load_reference(load, text->resolvers, &resolvers, &client->resolvers);

    if (status != BS_OK) {
        return status;
    }
    if (text->record == NULL && load->scenario->record_count != 1) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "population '%s' needs 'record': the scenario has %zu DNS records",
                            node->key, load->scenario->record_count);
    }
    if (text->record != NULL) {
        status = bs_load_reference(load, text->record, &records, &client->record);
    }
    return status == BS_OK && text->stores != NULL ? load_stores(load, text->stores, client)
                                                   : status;
}

static enum bs_status load_client(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_client_population *client)
{
    struct clients_text text = {0};
    enum bs_status status = bs_load_id(load, node);

    if (status == BS_OK) {
        status = bs_load_map(load, node, "clients", &clients_table, &text);
    }
    if (status != BS_OK) {
        return status;
    }
    client->id = node->key;
    client->at = node->key_at;
    client->reads_nano_per_s = text.reads;
    client->writes_nano_per_s = text.writes;
    client->latency = text.latency;
    client->timeout = text.timeout;
    client->keep_alive = text.keep_alive;
    status = bs_load_inner_map(load, text.retry, "clients", "retry", &retry_table, client);
    if (status == BS_OK) {
        status = load_client_references(load, node, &text, client);
    }
    if (status == BS_OK && client->writes_nano_per_s > 0 && client->store_count == 0) {
        status = bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                              "population '%s' writes, so it needs 'stores': what its writes go to",
                              node->key);
    }
    return status;
}

enum bs_status bs_load_clients(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_POPULATIONS_MAX,
                                          sizeof(struct bs_client_population), &scenario->clients);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_client(load, item, &scenario->clients[scenario->client_count++]);
    }
    return status;
}
