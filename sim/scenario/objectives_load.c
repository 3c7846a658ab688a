/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/scenario/load.h"

const char *const bs_clock_names[] = {"impact", "fault", "detected", "declared", NULL};

static const struct bs_field common_fields[] = {
    {.name = "rto",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct bs_scenario_objectives, rto),
     .minimum = 1,
     .maximum = INT64_MAX},
    {.name = "clock",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct bs_scenario_objectives, clock),
     .choices = bs_clock_names},
    {.name = "split_brain",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct bs_scenario_objectives, split_brain),
     .maximum = INT64_MAX},
};

static const struct bs_field served_fields[] = {
    {.name = "success",
     .kind = BS_FIELD_SHARE,
     .offset = offsetof(struct bs_scenario_objectives, success_ppb),
     .minimum = 1,
     .maximum = BS_PPB_ONE},
    {.name = "within",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct bs_scenario_objectives, within),
     .minimum = BS_NS_PER_MS,
     .maximum = 3600 * BS_NS_PER_S},
    {.name = "hold",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct bs_scenario_objectives, hold),
     .minimum = BS_NS_PER_S,
     .maximum = 86400 * BS_NS_PER_S},
};
static const struct bs_fields served_table = {"served", served_fields,
                                              BS_FIELD_COUNT_OF(served_fields)};

static const struct bs_field rpo_field = {
    .name = "rpo", .kind = BS_FIELD_DURATION, .required = true, .maximum = INT64_MAX};

/* {orders: 30s, uploads: 15m} */
static enum bs_status load_store_objectives(const struct bs_load *load, const struct bs_node *map)
{
    const uint32_t kinds = (1U << BS_RESOURCE_RDS_INSTANCE) | (1U << BS_RESOURCE_S3_BUCKET);
    struct bs_scenario_objectives *objectives = &load->scenario->objectives;

    for (const struct bs_node *item = map->first; item != NULL; item = item->next) {
        struct bs_store_objective *objective = &objectives->stores[objectives->store_count];
        struct bs_node name = *item;
        enum bs_status status;

        if (objectives->store_count == BS_CLIENT_STORES_MAX) {
            return bs_error_set(load->error, BS_ERR_INPUT, &item->key_at,
                                "more than %d stores with an RPO", (int)BS_CLIENT_STORES_MAX);
        }
        name.kind = BS_NODE_SCALAR;
        name.text = item->key;
        name.at = item->key_at;
        status = bs_load_resource(load, &name, kinds, &objective->store);
        if (status == BS_OK) {
            status = bs_load_scalar(load, item, &rpo_field, &objective->rpo);
        }
        if (status != BS_OK) {
            return status;
        }
        objectives->store_count++;
    }
    return BS_OK;
}

static enum bs_status load_rpo(const struct bs_load *load, const struct bs_node *node)
{
    if (node->kind == BS_NODE_MAP) {
        return load_store_objectives(load, node);
    }
    if (bs_node_is_null(node)) {
        return BS_OK;
    }
    return bs_load_scalar(load, node, &rpo_field, &load->scenario->objectives.rpo);
}

/* One key of the section: a common one, `served`, `rpo`, or the name of the service with a map of its own. */
static enum bs_status load_objective(const struct bs_load *load, const struct bs_node *member,
                                     bool inner)
{
    struct bs_scenario_objectives *objectives = &load->scenario->objectives;
    const char *known[] = {"rto", "clock", "split_brain", "served", "rpo"};
    const char *suggestion;

    if (!inner && strcmp(member->key, "served") == 0) {
        return bs_decode_map(member, &served_table, objectives, load->error);
    }
    if (strcmp(member->key, "rpo") == 0) {
        return load_rpo(load, member);
    }
    for (size_t i = 0; i < BS_FIELD_COUNT_OF(common_fields); i++) {
        if (strcmp(member->key, common_fields[i].name) == 0) {
            return bs_load_scalar(load, member, &common_fields[i], objectives);
        }
    }
    suggestion = bs_suggest(member->key, known, BS_FIELD_COUNT_OF(known));
    if (inner || member->kind != BS_NODE_MAP || suggestion != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &member->key_at,
                            "unknown key '%s' in objectives%s%s%s", member->key,
                            suggestion != NULL ? "; did you mean '" : "",
                            suggestion != NULL ? suggestion : "", suggestion != NULL ? "'?" : "");
    }
    if (objectives->service != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &member->key_at,
                            "objectives for a second service, '%s'; a scenario has one ('%s')",
                            member->key, objectives->service);
    }
    objectives->service = member->key;
    for (const struct bs_node *item = member->first; item != NULL; item = item->next) {
        enum bs_status status = load_objective(load, item, true);

        if (status != BS_OK) {
            return status;
        }
    }
    return BS_OK;
}

static enum bs_status load_section(const struct bs_load *load, const struct bs_node *node)
{
    if (node->kind != BS_NODE_MAP) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "objectives is a map, such as {rto: 5m, rpo: 30s}");
    }
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        enum bs_status status = load_objective(load, member, false);

        if (status != BS_OK) {
            return status;
        }
    }
    return BS_OK;
}

enum bs_status bs_load_objectives(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario_objectives *objectives = &load->scenario->objectives;
    enum bs_status status;

    objectives->rto = BS_DURATION_UNKNOWN;
    objectives->rpo = BS_DURATION_UNKNOWN;
    status = load_section(load, bs_node_get(load->defaults, "objectives"));
    if (status == BS_OK && node != NULL) {
        status = load_section(load, node);
    }
    if (objectives->service == NULL) {
        objectives->service = "all";
    }
    return status;
}

struct expect_text {
    const char *invariants;
    const struct bs_node *recovered;
    const struct bs_node *failovers;
    const struct bs_node *executions;
    const struct bs_node *approvals;
    const struct bs_node *lost_writes;
};

static const struct bs_field expect_fields[] = {
    {.name = "invariants",
     .kind = BS_FIELD_TEXT,
     .offset = offsetof(struct expect_text, invariants)},
    {.name = "recovered", .kind = BS_FIELD_NODE, .offset = offsetof(struct expect_text, recovered)},
    {.name = "failovers", .kind = BS_FIELD_NODE, .offset = offsetof(struct expect_text, failovers)},
    {.name = "executions",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct expect_text, executions)},
    {.name = "approvals", .kind = BS_FIELD_NODE, .offset = offsetof(struct expect_text, approvals)},
    {.name = "lost_writes",
     .kind = BS_FIELD_NODE,
     .offset = offsetof(struct expect_text, lost_writes)},
};
static const struct bs_fields expect_table = {"expect", expect_fields,
                                              BS_FIELD_COUNT_OF(expect_fields)};

static void add_expectation(const struct bs_load *load, const char *name, const char *value)
{
    struct bs_scenario *scenario = load->scenario;

    BS_ASSERT(scenario->expectation_count < BS_EXPECTATIONS_MAX);
    scenario->expectations[scenario->expectation_count++] = (struct bs_expectation){name, value};
}

static enum bs_status load_recovered(const struct bs_load *load, const struct bs_node *node)
{
    static const struct bs_field field = {.name = "recovered", .kind = BS_FIELD_BOOL};
    bool is_recovered = false;
    enum bs_status status = bs_load_scalar(load, node, &field, &is_recovered);

    add_expectation(load, "recovered", is_recovered ? "true" : "false");
    return status;
}

static enum bs_status load_counts(const struct bs_load *load, const struct expect_text *text)
{
    const struct {
        const struct bs_node *node;
        struct bs_field field;
    } rows[] = {
        {text->failovers, {.name = "failovers", .kind = BS_FIELD_COUNT, .maximum = 1000}},
        {text->executions, {.name = "executions", .kind = BS_FIELD_COUNT, .maximum = 1000}},
        {text->approvals, {.name = "approvals", .kind = BS_FIELD_COUNT, .maximum = 1000}},
        {text->lost_writes,
         {.name = "lost_writes", .kind = BS_FIELD_COUNT, .maximum = INT64_C(1000000000000)}},
    };
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < BS_FIELD_COUNT_OF(rows) && status == BS_OK; i++) {
        int64_t count = 0;

        if (rows[i].node != NULL) {
            status = bs_load_scalar(load, rows[i].node, &rows[i].field, &count);
            add_expectation(load, rows[i].field.name, rows[i].node->text);
        }
    }
    return status;
}

enum bs_status bs_load_expectations(const struct bs_load *load, const struct bs_node *node)
{
    struct expect_text text = {0};
    enum bs_status status = bs_decode_map(node, &expect_table, &text, load->error);

    if (status == BS_OK && text.invariants != NULL && strcmp(text.invariants, "all") != 0) {
        const struct bs_node *member = bs_node_get(node, "invariants");

        status = bs_error_set(load->error, BS_ERR_INPUT, &member->at,
                              "'invariants' can only be 'all': every one is checked in every run");
    }
    if (status == BS_OK && text.recovered != NULL) {
        status = load_recovered(load, text.recovered);
    }
    return status == BS_OK ? load_counts(load, &text) : status;
}
