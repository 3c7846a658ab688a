/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* PutItem, GetItem, UpdateItem, DeleteItem, and the plan of a write that transactions share with them. */

#include <string.h>

#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_table.h"

/* ---- Plans ---- */

/* No item: expressions see one without attributes. */
static const struct bs_tree nothing = {.kind = BS_TREE_STRUCTURE};

static void check_update_keys(struct bs_dynamodb_plan *plan)
{
    const struct bs_dynamodb_schema *schema = &plan->table->primary.schema;

    for (size_t i = 0; i < plan->touched.count; i++) {
        for (size_t k = 0; k < schema->count; k++) {
            if (strcmp(plan->touched.paths[i].steps[0].name, schema->names[k]) == 0) {
                bs_dynamodb_refuse(&plan->scope.refusal,
                                   "One or more parameter values were invalid: Cannot update "
                                   "attribute %s. This attribute is part of the key",
                                   schema->names[k]);
            }
        }
    }
}

static struct bs_dynamodb_update *read_update(struct bs_dynamodb_plan *plan,
                                              const struct bs_tree *input)
{
    const char *text = bs_tree_text(input, "UpdateExpression", NULL);
    const struct bs_tree *updates = bs_tree_get(input, "AttributeUpdates");
    struct bs_dynamodb_update *update = NULL;

    if (!bs_dynamodb_scope_is_good(&plan->scope)) {
        return NULL;
    }
    if (text != NULL) {
        update = bs_dynamodb_parse_update(&plan->scope, "UpdateExpression", text);
    } else if (updates != NULL) {
        update = bs_dynamodb_legacy_update(&plan->scope, updates);
    }
    if (update != NULL && bs_dynamodb_scope_is_good(&plan->scope)) {
        plan->touched = update->paths;
        check_update_keys(plan);
    }
    return update;
}

/* The item after the update; where there was none, one of the key alone. */
static void apply_update(struct bs_dynamodb_plan *plan, const struct bs_dynamodb_update *update)
{
    struct bs_tree *base = bs_tree_copy(plan->old_item != NULL ? plan->old_item : plan->key);

    plan->new_item = base;
    if (update != NULL) {
        plan->new_item = bs_dynamodb_apply(update, base, &plan->scope.refusal);
        bs_tree_destroy(base);
    }
    if (plan->new_item != NULL) {
        bs_dynamodb_item_check(plan->table, plan->new_item, &plan->scope.refusal);
    }
}

static void take_key(struct bs_dynamodb_plan *plan, enum bs_dynamodb_write_kind kind,
                     const struct bs_tree *input)
{
    if (kind == BS_DYNAMODB_PUT) {
        plan->new_item = bs_dynamodb_item_take_whole(plan->table, bs_tree_get(input, "Item"),
                                                     &plan->scope.refusal);
        if (plan->new_item != NULL) {
            plan->key = bs_tree_new_structure();
            bs_dynamodb_index_copy_key(plan->table, &plan->table->primary, plan->new_item,
                                       plan->key);
        }
    } else {
        plan->key =
            bs_dynamodb_key_take(plan->table, bs_tree_get(input, "Key"), &plan->scope.refusal);
    }
}

void bs_dynamodb_plan_make(struct bs_dynamodb_plan *plan, struct bs_dynamodb_table *table,
                           enum bs_dynamodb_write_kind kind, const struct bs_tree *input)
{
    const struct bs_dynamodb_node *condition;
    const struct bs_dynamodb_update *update = NULL;

    *plan = (struct bs_dynamodb_plan){.table = table, .changes = kind != BS_DYNAMODB_CHECK};
    bs_dynamodb_scope_open(&plan->scope, input);
    bs_dynamodb_legacy_check(&plan->scope, input);
    condition = bs_dynamodb_condition_of(&plan->scope, input, "ConditionExpression", "Expected");
    if (kind == BS_DYNAMODB_UPDATE) {
        update = read_update(plan, input);
    }
    bs_dynamodb_scope_check_used(&plan->scope);
    if (bs_dynamodb_scope_is_good(&plan->scope)) {
        take_key(plan, kind, input);
    }
    if (!bs_dynamodb_scope_is_good(&plan->scope)) {
        return;
    }
    plan->old_item = bs_dynamodb_read(table, plan->key);
    plan->is_met = condition == NULL ||
                   bs_dynamodb_holds(condition, plan->old_item != NULL ? plan->old_item : &nothing);
    if (kind == BS_DYNAMODB_UPDATE && plan->is_met) {
        apply_update(plan, update);
    }
}

bool bs_dynamodb_plan_is_good(const struct bs_dynamodb_plan *plan)
{
    return bs_dynamodb_scope_is_good(&plan->scope);
}

void bs_dynamodb_plan_perform(struct bs_account *account, struct bs_dynamodb_plan *plan)
{
    struct bs_tree *attributes = plan->new_item;

    if (plan->changes) {
        plan->new_item = NULL;
        plan->old_item = NULL;
        bs_dynamodb_write(account, plan->table, plan->key, attributes, BS_DYNAMODB_BY_CLIENT, NULL);
    }
}

void bs_dynamodb_plan_clean_up(struct bs_dynamodb_plan *plan)
{
    bs_tree_destroy(plan->key);
    bs_tree_destroy(plan->new_item);
    bs_dynamodb_scope_close(&plan->scope);
}

/* ---- Writes ---- */

static bool return_values_fit(enum bs_dynamodb_write_kind kind, const char *wanted)
{
    return kind == BS_DYNAMODB_UPDATE || strcmp(wanted, "NONE") == 0 ||
           strcmp(wanted, "ALL_OLD") == 0;
}

/* "Attributes", as ReturnValues asks. */
static void return_values(const struct bs_dynamodb_plan *plan, const struct bs_tree *input,
                          struct bs_tree *output)
{
    const char *wanted = bs_tree_text(input, "ReturnValues", "NONE");
    const size_t length = strlen(wanted);
    const bool is_old = length > 4 && strcmp(wanted + length - 4, "_OLD") == 0;
    const struct bs_tree *item = is_old ? plan->old_item : plan->new_item;
    struct bs_tree *attributes;

    if (strcmp(wanted, "NONE") == 0 || item == NULL) {
        return;
    }
    attributes = strncmp(wanted, "ALL_", 4) == 0 ? bs_tree_copy(item)
                                                 : bs_dynamodb_project(item, &plan->touched);
    if (bs_tree_count(attributes) == 0) {
        bs_tree_destroy(attributes);
    } else {
        (void)bs_tree_set(output, "Attributes", attributes);
    }
}

/* Of a table with local secondary indexes, if it is asked for: what shares the partition key. */
static void return_collection(const struct bs_dynamodb_plan *plan, const struct bs_tree *input,
                              struct bs_tree *output)
{
    const char *name = plan->table->primary.schema.names[0];
    struct bs_tree *metrics;
    struct bs_tree *range;

    if (strcmp(bs_tree_text(input, "ReturnItemCollectionMetrics", "NONE"), "SIZE") != 0 ||
        bs_tree_get(plan->table->description, "LocalSecondaryIndexes") == NULL) {
        return;
    }
    metrics = bs_tree_set_structure(output, "ItemCollectionMetrics");
    (void)bs_tree_set(bs_tree_set_structure(metrics, "ItemCollectionKey"), name,
                      bs_tree_copy(bs_tree_get(plan->key, name)));
    range = bs_tree_set_list(metrics, "SizeEstimateRangeGB");
    (void)bs_tree_append(range, bs_tree_new_decimal(0));
    (void)bs_tree_append(range, bs_tree_new_decimal(1));
}

static void answer_write(struct bs_account *account, struct bs_dynamodb_plan *plan,
                         const struct bs_tree *input, struct bs_account_answer *answer)
{
    struct bs_dynamodb_usage usage = {.table = plan->table};
    struct bs_tree *capacity;

    if (!bs_dynamodb_plan_is_good(plan)) {
        bs_dynamodb_fail(answer, plan->scope.refusal.message);
        return;
    }
    if (!plan->is_met) {
        bs_account_fail(answer, "ConditionalCheckFailedException", "%s",
                        "The conditional request failed");
        if (plan->old_item != NULL &&
            strcmp(bs_tree_text(input, "ReturnValuesOnConditionCheckFailure", "NONE"), "ALL_OLD") ==
                0) {
            answer->details = bs_tree_new_structure();
            (void)bs_tree_set(answer->details, "Item", bs_tree_copy(plan->old_item));
        }
        return;
    }
    bs_dynamodb_usage_add(&usage, plan->old_item, plan->new_item);
    return_values(plan, input, answer->output);
    return_collection(plan, input, answer->output);
    capacity = bs_dynamodb_usage_describe(&usage, input);
    if (capacity != NULL) {
        (void)bs_tree_set(answer->output, "ConsumedCapacity", capacity);
    }
    bs_dynamodb_plan_perform(account, plan);
}

static void write_item(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer, enum bs_dynamodb_write_kind kind)
{
    struct bs_dynamodb_table *table = bs_dynamodb_table_ready(
        account, request, bs_tree_text(request->input, "TableName", ""), answer);
    struct bs_dynamodb_plan plan;

    if (table == NULL) {
        return;
    }
    if (!return_values_fit(kind, bs_tree_text(request->input, "ReturnValues", "NONE"))) {
        bs_dynamodb_fail(answer, "Return values set to invalid value");
        return;
    }
    bs_dynamodb_plan_make(&plan, table, kind, request->input);
    answer_write(account, &plan, request->input, answer);
    bs_dynamodb_plan_clean_up(&plan);
}

void bs_dynamodb_perform_put_item(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    write_item(account, request, answer, BS_DYNAMODB_PUT);
}

void bs_dynamodb_perform_update_item(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    write_item(account, request, answer, BS_DYNAMODB_UPDATE);
}

void bs_dynamodb_perform_delete_item(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    write_item(account, request, answer, BS_DYNAMODB_DELETE_ITEM);
}

/* ---- Reads ---- */

void bs_dynamodb_get(const struct bs_dynamodb_table *table, const struct bs_tree *input,
                     struct bs_tree *output, size_t *bytes, struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *item = NULL;
    struct bs_dynamodb_paths paths;
    struct bs_dynamodb_scope scope;
    struct bs_tree *key = NULL;
    bool is_projected;

    bs_dynamodb_scope_open(&scope, input);
    bs_dynamodb_legacy_check(&scope, input);
    is_projected = bs_dynamodb_projection_of(&scope, input, &paths);
    bs_dynamodb_scope_check_used(&scope);
    if (bs_dynamodb_scope_is_good(&scope)) {
        key = bs_dynamodb_key_take(table, bs_tree_get(input, "Key"), &scope.refusal);
    }
    if (key != NULL) {
        item = bs_dynamodb_read(table, key);
    }
    *bytes = item == NULL ? 0 : bs_dynamodb_item_bytes(item);
    if (item != NULL) {
        (void)bs_tree_set(output, "Item",
                          is_projected ? bs_dynamodb_project(item, &paths) : bs_tree_copy(item));
    }
    *refusal = scope.refusal;
    bs_tree_destroy(key);
    bs_dynamodb_scope_close(&scope);
}

void bs_dynamodb_perform_get_item(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = bs_dynamodb_table_ready(
        account, request, bs_tree_text(request->input, "TableName", ""), answer);
    struct bs_dynamodb_usage usage = {.table = table};
    struct bs_dynamodb_refusal refusal = {{0}};
    struct bs_tree *capacity;
    size_t bytes;

    if (table == NULL) {
        return;
    }
    bs_dynamodb_get(table, request->input, answer->output, &bytes, &refusal);
    if (refusal.message[0] != '\0') {
        bs_dynamodb_fail(answer, refusal.message);
        return;
    }
    usage.read_halves =
        bs_dynamodb_read_halves(bytes, bs_tree_boolean(request->input, "ConsistentRead", false));
    capacity = bs_dynamodb_usage_describe(&usage, request->input);
    if (capacity != NULL) {
        (void)bs_tree_set(answer->output, "ConsumedCapacity", capacity);
    }
}
