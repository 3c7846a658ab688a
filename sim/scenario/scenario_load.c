/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/scenario/defaults.h"
#include "sim/scenario/extend.h"
#include "sim/scenario/load.h"

enum { ARENA_BYTES_MAX = 64 * 1024 * 1024 };

struct scenario_text {
    const char *schema;
    const struct bs_node *extends;
    const char *name;
    const char *about;
    struct bs_duration duration;
    const struct bs_node *objectives;
    const struct bs_node *regions;
    const struct bs_node *links;
    const struct bs_node *resources;
    const struct bs_node *health_checks;
    const struct bs_node *alarms;
    const struct bs_node *probes;
    const struct bs_node *dns;
    const struct bs_node *resolvers;
    const struct bs_node *clients;
    const struct bs_node *people;
    const struct bs_node *faults;
    const struct bs_node *orders;
    const struct bs_node *orchestrators;
    const struct bs_node *expect;
    const struct bs_node *live;
    const struct bs_node *plan;
};

#define FIELD(key, field_kind, member) \
    .name = key, .kind = field_kind, .offset = offsetof(struct scenario_text, member)

static const struct bs_field scenario_fields[] = {
    {FIELD("blackstart", BS_FIELD_TEXT, schema), .required = true},
    {FIELD("extends", BS_FIELD_NODE, extends)},
    {FIELD("name", BS_FIELD_TEXT, name), .required = true},
    {FIELD("about", BS_FIELD_TEXT, about)},
    {FIELD("duration", BS_FIELD_DURATION, duration), .required = true, .minimum = BS_NS_PER_S,
     .maximum = INT64_C(7) * 86400 * BS_NS_PER_S},
    {FIELD("objectives", BS_FIELD_NODE, objectives)},
    {FIELD("regions", BS_FIELD_MAP, regions), .required = true},
    {FIELD("links", BS_FIELD_LIST, links)},
    {FIELD("resources", BS_FIELD_MAP, resources), .required = true},
    {FIELD("health_checks", BS_FIELD_MAP, health_checks)},
    {FIELD("alarms", BS_FIELD_MAP, alarms)},
    {FIELD("probes", BS_FIELD_MAP, probes)},
    {FIELD("dns", BS_FIELD_MAP, dns), .required = true},
    {FIELD("resolvers", BS_FIELD_MAP, resolvers), .required = true},
    {FIELD("clients", BS_FIELD_MAP, clients), .required = true},
    {FIELD("plan", BS_FIELD_NODE, plan)},
    {FIELD("people", BS_FIELD_MAP, people)},
    {FIELD("faults", BS_FIELD_LIST, faults)},
    {FIELD("orders", BS_FIELD_LIST, orders)},
    {FIELD("orchestrators", BS_FIELD_LIST, orchestrators)},
    {FIELD("expect", BS_FIELD_MAP, expect)},
    {FIELD("live", BS_FIELD_MAP, live)},
};
static const struct bs_fields scenario_table = {"scenario", scenario_fields,
                                                BS_FIELD_COUNT_OF(scenario_fields)};

/* Names and roles are one set of words, and some words have a meaning of their own in faults and plans. */
static enum bs_status check_region_words(const struct bs_load *load, const struct bs_node *node,
                                         const char *role)
{
    static const char *const taken[] = {"global", "people", "activating", "deactivating"};
    const struct bs_node *role_node = bs_node_get(node, "role");

    for (size_t i = 0; i < BS_FIELD_COUNT_OF(taken); i++) {
        if (strcmp(node->key, taken[i]) == 0 || strcmp(role, taken[i]) == 0) {
            return bs_error_set(load->error, BS_ERR_INPUT, &role_node->at,
                                "'%s' has a meaning of its own and can name no Region", taken[i]);
        }
    }
    if (bs_scenario_region(load->scenario, role) != BS_NONE) {
        return bs_error_set(load->error, BS_ERR_INPUT, &role_node->at,
                            "two Regions go by the role or name '%s'", role);
    }
    if (bs_scenario_region(load->scenario, node->key) != BS_NONE) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->key_at,
                            "'%s' is another Region's role already", node->key);
    }
    return BS_OK;
}

static enum bs_status load_regions(const struct bs_load *load, const struct bs_node *node)
{
    static const struct bs_field fields[] = {
        {.name = "role",
         .kind = BS_FIELD_NAME,
         .offset = offsetof(struct bs_region, role),
         .required = true},
    };
    static const struct bs_fields table = {"Region", fields, BS_FIELD_COUNT_OF(fields)};
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_REGIONS_MAX,
                                          sizeof(struct bs_region), &scenario->regions);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        struct bs_region *region = &scenario->regions[scenario->region_count];

        status = bs_load_id(load, item);
        if (status == BS_OK) {
            status = bs_decode_map(item, &table, region, load->error);
        }
        if (status == BS_OK) {
            status = check_region_words(load, item, region->role);
        }
        region->name = item->key;
        scenario->region_count++;
    }
    return status;
}

static enum bs_status load_link(const struct bs_load *load, const struct bs_node *node,
                                struct bs_link *link)
{
    struct link_text {
        const struct bs_node *between;
        struct bs_duration latency;
    } text = {0};
    static const struct bs_field fields[] = {
        {.name = "between",
         .kind = BS_FIELD_LIST,
         .offset = offsetof(struct link_text, between),
         .required = true},
        {.name = "latency",
         .kind = BS_FIELD_DURATION,
         .offset = offsetof(struct link_text, latency),
         .minimum = 1,
         .maximum = 60 * BS_NS_PER_S},
    };
    static const struct bs_fields table = {"link", fields, BS_FIELD_COUNT_OF(fields)};
    enum bs_status status = bs_load_map(load, node, "link", &table, &text);

    if (status != BS_OK) {
        return status;
    }
    link->latency = text.latency;
    if (text.between->member_count != 2) {
        return bs_error_set(load->error, BS_ERR_INPUT, &text.between->at,
                            "'between' names two Regions");
    }
    status = bs_load_region(load, text.between->first, &link->regions[0]);
    if (status == BS_OK) {
        status = bs_load_region(load, text.between->last, &link->regions[1]);
    }
    if (status == BS_OK && link->regions[0] == link->regions[1]) {
        status = bs_error_set(load->error, BS_ERR_INPUT, &text.between->last->at,
                              "a link is between two Regions; both of these are '%s'",
                              load->scenario->regions[link->regions[0]].name);
    }
    return status;
}

/* The later of two links between the same Regions would have no effect. */
static enum bs_status check_link(const struct bs_load *load, const struct bs_node *node,
                                 const struct bs_link *link)
{
    for (const struct bs_link *other = load->scenario->links; other < link; other++) {
        if ((other->regions[0] == link->regions[0] && other->regions[1] == link->regions[1]) ||
            (other->regions[0] == link->regions[1] && other->regions[1] == link->regions[0])) {
            return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                                "another link is between '%s' and '%s' already",
                                load->scenario->regions[link->regions[0]].name,
                                load->scenario->regions[link->regions[1]].name);
        }
    }
    return BS_OK;
}

static enum bs_status load_links(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status =
        bs_load_array(load, node, (size_t)BS_SCENARIO_REGIONS_MAX * BS_SCENARIO_REGIONS_MAX,
                      sizeof(struct bs_link), &scenario->links);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        struct bs_link *link = &scenario->links[scenario->link_count++];

        status = load_link(load, item, link);
        if (status == BS_OK) {
            status = check_link(load, item, link);
        }
    }
    return status;
}

/* What happens: faults name people, orders name faults. */
static enum bs_status load_events(const struct bs_load *load, const struct scenario_text *text)
{
    enum bs_status status = BS_OK;

    if (text->people != NULL) {
        status = bs_load_people(load, text->people);
    }
    if (status == BS_OK && text->faults != NULL) {
        status = bs_load_faults(load, text->faults);
    }
    if (status == BS_OK && text->orders != NULL) {
        status = bs_load_orders(load, text->orders);
    }
    if (status == BS_OK && text->orchestrators != NULL) {
        status = bs_load_orchestrators(load, text->orchestrators);
    }
    if (status == BS_OK && text->expect != NULL) {
        status = bs_load_expectations(load, text->expect);
    }
    if (status == BS_OK && text->live != NULL) {
        status = bs_load_live(load, text->live);
    }
    return status;
}

/* Sections in the order in which they refer to each other, whatever their order in the file. */
static enum bs_status load_sections(const struct bs_load *load, const struct scenario_text *text)
{
    enum bs_status status = load_regions(load, text->regions);

    if (status == BS_OK && text->links != NULL) {
        status = load_links(load, text->links);
    }
    if (status == BS_OK) {
        status = bs_load_resources(load, text->resources);
    }
    if (status == BS_OK) {
        status = bs_load_records(load, text->dns);
    }
    if (status == BS_OK) {
        status = bs_load_monitors(load, text->health_checks, text->alarms, text->probes);
    }
    if (status == BS_OK) {
        status = bs_load_failovers(load, text->dns);
    }
    if (status == BS_OK) {
        status = bs_load_resolvers(load, text->resolvers);
    }
    if (status == BS_OK) {
        status = bs_load_clients(load, text->clients);
    }
    if (status == BS_OK) {
        status = bs_load_objectives(load, text->objectives);
    }
    return status == BS_OK ? load_events(load, text) : status;
}

static enum bs_status load_plan_path(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;

    if (node->kind != BS_NODE_SCALAR || node->length == 0) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "'plan' must be the path of a plan file");
    }
    scenario->plan_path = node->text;
    scenario->plan_at = node->at;
    return BS_OK;
}

/* Files are laid over each other before any of them is read: here it is too late. */
static enum bs_status check_extended(const struct bs_load *load, const struct bs_node *extends)
{
    if (extends == NULL ||
        (extends->at.line > 0 && bs_document_parent(load->scenario->document) != NULL)) {
        return BS_OK;
    }
    return bs_error_set(load->error, BS_ERR_INPUT, &extends->at,
                        "'extends' can only stand in a scenario file, from which its path counts");
}

static enum bs_status load_root(const struct bs_load *load, const struct bs_node *root)
{
    static const struct bs_field latency_field = {.name = "latency", .kind = BS_FIELD_DURATION};
    struct bs_scenario *scenario = load->scenario;
    struct scenario_text text = {0};
    /* Before all other keys: those of another version, or of a plan, would only seem to be misspelt. */
    enum bs_status status = bs_scenario_check_schema(root, load->error);

    if (status == BS_OK) {
        status = bs_decode_map(root, &scenario_table, &text, load->error);
    }
    if (status == BS_OK) {
        status = check_extended(load, text.extends);
    }
    if (status != BS_OK) {
        return status;
    }
    scenario->name = text.name;
    scenario->about = text.about;
    scenario->duration = text.duration;
    status = bs_load_scalar(load, bs_node_get(bs_node_get(load->defaults, "link"), "latency"),
                            &latency_field, &scenario->link_latency);
    if (status != BS_OK) {
        return status;
    }
    status = load_sections(load, &text);
    return status == BS_OK && text.plan != NULL ? load_plan_path(load, text.plan) : status;
}

enum bs_status bs_scenario_from_document(struct bs_document *document,
                                         struct bs_scenario **scenario, struct bs_error *error)
{
    struct bs_document *defaults = NULL;
    struct bs_load load = {.error = error};
    enum bs_status status;

    load.scenario = calloc(1, sizeof(*load.scenario));
    if (load.scenario == NULL) {
        bs_document_destroy(document);
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    load.scenario->document = document;
    bs_arena_init(&load.scenario->arena, ARENA_BYTES_MAX);
    bs_document_sha256(document, load.scenario->sha256);
    status = bs_document_parse("defaults", bs_scenario_defaults_text,
                               strlen(bs_scenario_defaults_text), &defaults, error);
    if (status == BS_OK) {
        load.defaults = bs_document_root(defaults);
        status = load_root(&load, bs_document_root(document));
    }
    load.scenario->defaults = defaults;
    if (status != BS_OK) {
        bs_scenario_destroy(load.scenario);
        return status;
    }
    *scenario = load.scenario;
    return BS_OK;
}

enum bs_status bs_scenario_load(const char *path, const struct bs_override *overrides,
                                size_t override_count, struct bs_scenario **scenario,
                                struct bs_error *error)
{
    struct bs_document *document = NULL;
    enum bs_status status = bs_scenario_documents_load(path, &document, error);

    for (size_t i = 0; status == BS_OK && i < override_count; i++) {
        status = bs_document_set(document, overrides[i].path, overrides[i].value, error);
    }
    if (status != BS_OK) {
        bs_document_destroy(document);
        return status;
    }
    return bs_scenario_from_document(document, scenario, error);
}

struct bs_scenario *bs_scenario_of_regions(const char *const *names, size_t count,
                                           struct bs_duration duration)
{
    struct bs_scenario *scenario = calloc(1, sizeof(*scenario));

    if (scenario == NULL) {
        return NULL;
    }
    bs_arena_init(&scenario->arena, ARENA_BYTES_MAX);
    scenario->name = "Regions";
    scenario->duration = duration;
    scenario->regions = bs_arena_array(&scenario->arena, count, sizeof(struct bs_region));
    if (scenario->regions == NULL) {
        bs_scenario_destroy(scenario);
        return NULL;
    }
    scenario->region_count = count;
    for (size_t i = 0; i < count; i++) {
        scenario->regions[i] = (struct bs_region){.name = names[i], .role = names[i]};
    }
    return scenario;
}

void bs_scenario_destroy(struct bs_scenario *scenario)
{
    if (scenario == NULL) {
        return;
    }
    bs_arena_clean_up(&scenario->arena);
    bs_document_destroy(scenario->defaults);
    bs_document_destroy(scenario->document);
    free(scenario);
}

int32_t bs_scenario_region(const struct bs_scenario *scenario, const char *role_or_name)
{
    for (size_t i = 0; i < scenario->region_count; i++) {
        if (strcmp(scenario->regions[i].name, role_or_name) == 0 ||
            strcmp(scenario->regions[i].role, role_or_name) == 0) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

int32_t bs_scenario_resource(const struct bs_scenario *scenario, const char *id)
{
    for (size_t i = 0; i < scenario->resource_count; i++) {
        if (strcmp(scenario->resources[i].id, id) == 0) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

int32_t bs_secret_source(const struct bs_resource *secret, int32_t region)
{
    if (secret->kind == BS_RESOURCE_SSM_PARAMETER) {
        return secret->region;
    }
    BS_ASSERT(secret->kind == BS_RESOURCE_SECRET);
    return (secret->is.secret.regions & (1U << region)) != 0 ? region : secret->is.secret.kept_in;
}

bool bs_clients_need_database(const struct bs_scenario *scenario,
                              const struct bs_client_population *clients)
{
    for (size_t i = 0; i < clients->store_count; i++) {
        if (scenario->resources[clients->stores[i]].kind == BS_RESOURCE_RDS_INSTANCE) {
            return true;
        }
    }
    return false;
}

struct bs_duration bs_scenario_latency(const struct bs_scenario *scenario, int32_t from, int32_t to)
{
    for (size_t i = 0; i < scenario->link_count; i++) {
        const struct bs_link *link = &scenario->links[i];

        if ((link->regions[0] == from && link->regions[1] == to) ||
            (link->regions[0] == to && link->regions[1] == from)) {
            return link->latency;
        }
    }
    return from == to ? BS_MILLIS(1) : scenario->link_latency;
}
