/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon DynamoDB: the table of its operations, and the scenario's tables.
 *
 * Source: Amazon DynamoDB API Reference and Developer Guide.
 */

#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_table.h"
#include "sim/account/services.h"

/* ---- The scenario's tables ---- */

static void describe_key(struct bs_tree *input)
{
    struct bs_tree *element = bs_tree_append_structure(bs_tree_set_list(input, "KeySchema"));
    struct bs_tree *definition =
        bs_tree_append_structure(bs_tree_set_list(input, "AttributeDefinitions"));

    bs_tree_set_text(element, "AttributeName", "key");
    bs_tree_set_text(element, "KeyType", "HASH");
    bs_tree_set_text(definition, "AttributeName", "key");
    bs_tree_set_text(definition, "AttributeType", "S");
}

static void start_table(struct bs_account *account, const struct bs_resource *resource)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_dynamodb_table *table;

    bs_tree_set_text(input, "TableName", resource->is.named.name);
    bs_tree_set_text(input, "BillingMode", "PAY_PER_REQUEST");
    describe_key(input);
    table = bs_dynamodb_table_make(account, scenario->regions[resource->region].name, input);
    bs_dynamodb_table_activate(account, table->entry);
    bs_tree_destroy(input);
}

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        /* Two resources may name the same table. */
        if (resource->kind == BS_RESOURCE_DYNAMODB_TABLE && resource->region != BS_NONE &&
            bs_account_find(account, BS_DYNAMODB_TABLE, scenario->regions[resource->region].name,
                            resource->is.named.name) == NULL) {
            start_table(account, resource);
        }
    }
}

static const struct bs_account_operation operations[] = {
#define BS_DYNAMODB_ROW(function, name) \
    {name, bs_dynamodb_perform_##function, BS_ACCOUNT_MODELLED, false},
    BS_DYNAMODB_OPERATIONS(BS_DYNAMODB_ROW)
#undef BS_DYNAMODB_ROW
};

const struct bs_account_service bs_account_service_dynamodb = {
    .name = "dynamodb",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
