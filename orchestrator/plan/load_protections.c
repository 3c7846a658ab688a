/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/plan/loader.h"

#define LONGEST_NS (INT64_C(86400) * BS_NS_PER_S)

struct lease_raw {
    const struct bs_node *table;
    const char *key;
    const struct bs_node *role;
    struct bs_duration duration;
    struct bs_duration skew;
    int32_t unreachable;
};

static const char *const unreachable_words[] = {"safe_stop", "ask", NULL};

static const struct bs_field lease_fields[] = {
    {"table", BS_FIELD_NODE, offsetof(struct lease_raw, table), true, 0, 0, NULL,
     "the DynamoDB table, outside both Regions"},
    {"key", BS_FIELD_TEXT, offsetof(struct lease_raw, key), true, 0, 0, NULL, "the item"},
    {"duration", BS_FIELD_DURATION, offsetof(struct lease_raw, duration), false, BS_NS_PER_S * 15,
     INT64_C(3600) * BS_NS_PER_S, NULL, "how long it holds; renewed after a third of that"},
    {"skew", BS_FIELD_DURATION, offsetof(struct lease_raw, skew), false, 0,
     INT64_C(60) * BS_NS_PER_S, NULL, "how far apart two orchestrators' clocks may be"},
    {"unreachable", BS_FIELD_CHOICE, offsetof(struct lease_raw, unreachable), false, 0, 0,
     unreachable_words, "what to do when it can no longer be renewed"},
    {"role", BS_FIELD_NODE, offsetof(struct lease_raw, role), false, 0, 0, NULL,
     "whom to ask, with unreachable: ask"},
};

static const struct bs_fields lease_table = {"lease", lease_fields,
                                             sizeof(lease_fields) / sizeof(lease_fields[0])};
static const struct lease_raw lease_defaults = {.duration = {60 * BS_NS_PER_S},
                                                .skew = {2 * BS_NS_PER_S},
                                                .unreachable = BS_UNREACHABLE_SAFE_STOP};

const struct bs_plan_table bs_plan_table_lease = {"Lease", "`lease` of the plan", &lease_table,
                                                  &lease_defaults};

static const struct bs_field call_fields[] = {
    {"failure_threshold", BS_FIELD_COUNT, offsetof(struct bs_call_limits, failure_threshold), false,
     1, 1000, NULL, "failures in a row that open a circuit"},
    {"recovery_timeout", BS_FIELD_DURATION, offsetof(struct bs_call_limits, recovery_timeout),
     false, BS_NS_PER_S * 20, LONGEST_NS, NULL, "how long a circuit stays open"},
    {"half_open_limit", BS_FIELD_COUNT, offsetof(struct bs_call_limits, half_open_limit), false, 1,
     3, NULL, "how many calls then try it"},
    {"max_connections", BS_FIELD_COUNT, offsetof(struct bs_call_limits, max_connections), false, 1,
     1000, NULL, "open calls to one service"},
};

static const struct bs_fields call_table = {"calls", call_fields,
                                            sizeof(call_fields) / sizeof(call_fields[0])};
static const struct bs_call_limits call_defaults = BS_CALL_LIMITS_DEFAULT_VALUES;

const struct bs_plan_table bs_plan_table_calls = {"Calls", "`calls` of the plan", &call_table,
                                                  &call_defaults};

static enum bs_status check_lease(struct bs_loader *loader, const struct bs_node *node,
                                  const struct lease_raw *raw)
{
    if (raw->unreachable == BS_UNREACHABLE_ASK && raw->role == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "'unreachable: ask' needs a 'role' to ask");
    }
    /* A call must fit in: its deadline, the clocks' skew, and the third that passes before a renewal. */
    if (raw->duration.ns - raw->duration.ns / 3 <= raw->skew.ns + 2 * BS_CALL_DEADLINE.ns) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "two thirds of the lease's duration must be longer than its skew and "
                            "two calls of 5s");
    }
    return BS_OK;
}

static enum bs_status read_lease(struct bs_loader *loader, const struct bs_node *node)
{
    struct lease_raw raw = lease_defaults;
    struct bs_lease *lease = bs_arena_array(loader->arena, 1, sizeof(*lease));
    enum bs_status status = bs_decode_map(node, &lease_table, &raw, loader->error);

    if (lease == NULL) {
        return bs_loader_no_memory(loader);
    }
    if (status == BS_OK) {
        status = check_lease(loader, node, &raw);
    }
    if (status == BS_OK) {
        status = bs_resolve_resource(loader, raw.table, BS_KIND_BIT(DYNAMODB_TABLE), "a lease",
                                     &lease->table);
    }
    if (status == BS_OK && raw.role != NULL) {
        status =
            bs_resolve_resource(loader, raw.role, BS_KIND_BIT(PERSON), "a lease", &lease->role);
    }
    lease->duration = raw.duration;
    lease->skew = raw.skew;
    lease->unreachable = (enum bs_unreachable)raw.unreachable;
    loader->plan->lease = lease;
    return status != BS_OK ? status : bs_loader_copy(loader, raw.key, &lease->key);
}

enum bs_status bs_loader_protections(struct bs_loader *loader, const struct bs_node *lease,
                                     const struct bs_node *operator_role,
                                     const struct bs_node *calls)
{
    enum bs_status status = BS_OK;

    loader->plan->calls = call_defaults;
    if (lease != NULL) {
        status = read_lease(loader, lease);
    }
    if (status == BS_OK && operator_role != NULL) {
        status = bs_resolve_resource(loader, operator_role, BS_KIND_BIT(PERSON), "'operator'",
                                     &loader->plan->operator_role);
    }
    if (status == BS_OK && calls != NULL) {
        status = bs_decode_map(calls, &call_table, &loader->plan->calls, loader->error);
    }
    return status;
}
