/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What clients write into the scenario's own tables, as far as it means something to the world.
 *
 * An orchestrator's lease is an item with the numbers `holder`, `token` and `until`, nanoseconds since 1970;
 * `memo` is what it leaves for the next. Any other item counts by its text `value`.
 */

#include <stdlib.h>

#include "sim/account/dynamodb_table.h"
#include "sim/world/dynamodb.h"

static const char *scalar(const struct bs_tree *item, const char *name, const char *type)
{
    return bs_tree_text(bs_tree_get(item, name), type, NULL);
}

static bool is_lease(const struct bs_tree *item)
{
    return scalar(item, "holder", "N") != NULL && scalar(item, "token", "N") != NULL &&
           scalar(item, "until", "N") != NULL;
}

/* Whatever a client calls an instant: beyond all bounds it is at one of them. */
static int64_t since_start(int64_t unix_ns, int64_t epoch_s)
{
    const int64_t epoch_ns = epoch_s * BS_NS_PER_S;

    return unix_ns < INT64_MIN + 1 + epoch_ns ? 0 : unix_ns - epoch_ns;
}

static struct bs_lease_item lease_of(const struct bs_tree *item, int64_t epoch_s)
{
    const char *memo = scalar(item, "memo", "N");

    return (struct bs_lease_item){
        .holder = strtoull(scalar(item, "holder", "N"), NULL, 10),
        .until = {since_start(strtoll(scalar(item, "until", "N"), NULL, 10), epoch_s)},
        .token = strtoll(scalar(item, "token", "N"), NULL, 10),
        .memo = memo == NULL ? 0 : strtoull(memo, NULL, 10),
    };
}

void bs_dynamodb_world_take(struct bs_account *account, const struct bs_dynamodb_change *change)
{
    const struct bs_account_options *options = bs_account_options(account);
    const struct bs_account_entry *entry = change->table->entry;
    const struct bs_resource *table =
        bs_account_resource(account, BS_RESOURCE_DYNAMODB_TABLE, entry->region, entry->key);
    const char *key = scalar(change->key, "key", "S");
    const char *value = scalar(change->new_item, "value", "S");

    if (table == NULL) {
        return;
    }
    if (is_lease(change->new_item)) {
        const struct bs_lease_item lease = lease_of(change->new_item, options->epoch_s);

        bs_dynamodb_note_lease(options->world, table, &lease);
    } else if (key != NULL && value != NULL) {
        bs_dynamodb_note_value(options->world, table, key, value);
    }
}
