/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* What operations use of capacity. Source: Amazon DynamoDB Developer Guide, "Read and write operations". */

#include "sim/account/dynamodb_table.h"

#include <string.h>

enum { READ_UNIT_BYTES = 4096, WRITE_UNIT_BYTES = 1024 };

int64_t bs_dynamodb_read_halves(size_t bytes, bool is_consistent)
{
    const size_t units = bytes == 0 ? 1 : (bytes + READ_UNIT_BYTES - 1) / READ_UNIT_BYTES;

    return (int64_t)units * (is_consistent ? 2 : 1);
}

int64_t bs_dynamodb_write_units(size_t bytes)
{
    return bytes == 0 ? 1 : (int64_t)((bytes + WRITE_UNIT_BYTES - 1) / WRITE_UNIT_BYTES);
}

void bs_dynamodb_usage_add(struct bs_dynamodb_usage *usage, const struct bs_tree *old_item,
                           const struct bs_tree *new_item)
{
    const size_t old_bytes = old_item == NULL ? 0 : bs_dynamodb_item_bytes(old_item);
    const size_t new_bytes = new_item == NULL ? 0 : bs_dynamodb_item_bytes(new_item);

    usage->write_units += bs_dynamodb_write_units(old_bytes > new_bytes ? old_bytes : new_bytes) *
                          (usage->is_transaction ? 2 : 1);
}

static void set_units(struct bs_tree *capacity, const struct bs_dynamodb_usage *usage)
{
    const double read_units = (double)usage->read_halves / 2;

    bs_tree_set_decimal(capacity, "CapacityUnits", read_units + (double)usage->write_units);
    if (usage->is_transaction && usage->read_halves > 0) {
        bs_tree_set_decimal(capacity, "ReadCapacityUnits", read_units);
    }
    if (usage->is_transaction && usage->write_units > 0) {
        bs_tree_set_decimal(capacity, "WriteCapacityUnits", (double)usage->write_units);
    }
}

struct bs_tree *bs_dynamodb_usage_describe(const struct bs_dynamodb_usage *usage,
                                           const struct bs_tree *request)
{
    const char *wanted = bs_tree_text(request, "ReturnConsumedCapacity", "NONE");
    struct bs_tree *capacity;

    if (strcmp(wanted, "NONE") == 0) {
        return NULL;
    }
    capacity = bs_tree_new_structure();
    bs_tree_set_text(capacity, "TableName", usage->table->entry->key);
    set_units(capacity, usage);
    if (strcmp(wanted, "INDEXES") == 0) {
        struct bs_tree *table = bs_tree_set_structure(capacity, "Table");

        if (usage->index == NULL || usage->index->name == NULL) {
            set_units(table, usage);
        } else {
            bs_tree_set_decimal(table, "CapacityUnits", 0);
            set_units(bs_tree_set_structure(
                          bs_tree_set_structure(capacity, usage->index->is_global
                                                              ? "GlobalSecondaryIndexes"
                                                              : "LocalSecondaryIndexes"),
                          usage->index->name),
                      usage);
        }
    }
    return capacity;
}
