/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Global tables, version 2019.11.21: tables of one name in several Regions that replicate to each other.
 * Each table's "Replicas" lists the others. A write arrives in the other Regions after a lag; of two writes
 * of an item the later one wins everywhere. What a deletion leaves is a grave, so that an earlier write that
 * arrives late does not bring the item back.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_table.h"

#define SHIPMENT "dynamodb:shipment"

/* Source: Developer Guide, "Global tables": usually within a second. The bounds are unsourced. */
enum { LAG_MIN_MS = 400, LAG_MAX_MS = 1000 };

/* Unsourced: how long it takes, in seconds. */
enum { CREATE_S = 120, DELETE_S = 30 };

/* ---- Who belongs together ---- */

static struct bs_tree *find_replica(struct bs_tree *description, const char *region)
{
    struct bs_tree *replica = bs_tree_first_mutable(bs_tree_get_mutable(description, "Replicas"));

    while (replica != NULL && strcmp(bs_tree_text(replica, "RegionName", ""), region) != 0) {
        replica = replica->next;
    }
    return replica;
}

static void list_replica(struct bs_dynamodb_table *table, const char *region, const char *status)
{
    struct bs_tree *list = bs_tree_get_mutable(table->description, "Replicas");
    struct bs_tree *replica = find_replica(table->description, region);

    if (list == NULL) {
        list = bs_tree_set_list(table->description, "Replicas");
        bs_tree_set_text(table->description, "GlobalTableVersion", "2019.11.21");
    }
    if (replica == NULL) {
        replica = bs_tree_append_structure(list);
        bs_tree_set_text(replica, "RegionName", region);
    }
    bs_tree_set_text(replica, "ReplicaStatus", status);
}

static void unlist_replica(struct bs_dynamodb_table *table, const char *region)
{
    struct bs_tree *list = bs_tree_get_mutable(table->description, "Replicas");
    struct bs_tree *replica = find_replica(table->description, region);

    if (replica != NULL) {
        bs_tree_remove_element(list, replica);
    }
    if (list != NULL && bs_tree_count(list) == 0) {
        (void)bs_tree_remove(table->description, "Replicas");
        (void)bs_tree_remove(table->description, "GlobalTableVersion");
    }
}

/* The table of that name elsewhere, whatever is due in it; NULL if there is none. */
static struct bs_dynamodb_table *table_in(struct bs_account *account, const char *region,
                                          const char *name)
{
    const struct bs_account_entry *entry =
        bs_account_find(account, BS_DYNAMODB_TABLE, region, name);

    return entry == NULL ? NULL : entry->own;
}

/* Lists the Region, which is that of `of`, in all tables of the group; NULL: strikes it out. */
static void tell_group(struct bs_account *account, struct bs_dynamodb_table *table,
                       const char *region, const char *status)
{
    for (const struct bs_tree *one = bs_tree_first(bs_tree_get(table->description, "Replicas"));
         one != NULL; one = one->next) {
        const char *other_region = bs_tree_text(one, "RegionName", "");
        struct bs_dynamodb_table *other = table_in(account, other_region, table->entry->key);

        if (other == NULL || strcmp(other_region, region) == 0) {
            continue;
        }
        if (status != NULL) {
            list_replica(other, region, status);
        } else {
            unlist_replica(other, region);
        }
    }
}

/* ---- Creating ---- */

static bool can_replicate(struct bs_account *account, struct bs_dynamodb_table *table,
                          const char *region, struct bs_account_answer *answer)
{
    const struct bs_tree *stream = bs_tree_get(table->description, "StreamSpecification");

    if (strcmp(region, table->entry->region) == 0) {
        bs_account_fail(answer, "ValidationException",
                        "Cannot add, delete, or update the local region through ReplicaUpdates. "
                        "Use CreateTable, DeleteTable, or UpdateTable as required.");
    } else if (strlen(region) >= BS_DYNAMODB_REGION_MAX) {
        bs_account_fail(answer, "ValidationException", "Unsupported region: %.64s", region);
    } else if (find_replica(table->description, region) != NULL ||
               table_in(account, region, table->entry->key) != NULL) {
        bs_account_fail(
            answer, "ValidationException",
            "Failed to create a the new replica of table with name: '%s' because one or "
            "more replicas already existed as tables.",
            table->entry->key);
    } else if (strcmp(bs_tree_text(stream, "StreamViewType", ""), "NEW_AND_OLD_IMAGES") != 0) {
        bs_account_fail(answer, "ValidationException", "%s",
                        "Table must have DynamoDB Streams enabled with StreamViewType set to "
                        "NEW_AND_OLD_IMAGES before a replica is created");
    }
    return answer->error == NULL;
}

static void copy_items(struct bs_account *account, const struct bs_dynamodb_table *from,
                       struct bs_dynamodb_table *to)
{
    for (const struct bs_dynamodb_place *place = bs_dynamodb_order_first(from->primary.order);
         place != NULL; place = place->next[0]) {
        const struct bs_dynamodb_item *item = place->item;

        bs_dynamodb_write(account, to, item->attributes, bs_tree_copy(item->attributes),
                          BS_DYNAMODB_BY_RESTORE, &item->stamp);
    }
}

/* The new replica is complete: only now do writes go to and fro. */
static void finish_creation(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_dynamodb_table *table = entry->own;
    const char *source = bs_tree_text(entry->attributes, "ReplicaOf", "");
    const struct bs_dynamodb_table *from = table_in(account, source, entry->key);

    if (from != NULL) {
        copy_items(account, from, table);
    }
    bs_dynamodb_table_activate(account, entry);
    for (struct bs_tree *one =
             bs_tree_first_mutable(bs_tree_get_mutable(table->description, "Replicas"));
         one != NULL; one = one->next) {
        bs_tree_set_text(one, "ReplicaStatus", "ACTIVE");
    }
    tell_group(account, table, entry->region, "ACTIVE");
}

static bool create_replica(struct bs_account *account, struct bs_dynamodb_table *table,
                           const struct bs_tree *creation, struct bs_account_answer *answer)
{
    const char *region = bs_tree_text(creation, "RegionName", "");
    struct bs_dynamodb_table *replica;
    struct bs_tree *recipe;

    if (!can_replicate(account, table, region, answer)) {
        return false;
    }
    recipe = bs_dynamodb_table_recipe(table, table->entry->key);
    (void)bs_tree_set(recipe, "StreamSpecification",
                      bs_tree_copy(bs_tree_get(table->description, "StreamSpecification")));
    replica = bs_dynamodb_table_make(account, region, recipe);
    bs_tree_destroy(recipe);
    bs_tree_set_text(replica->entry->attributes, "ReplicaOf", table->entry->region);
    for (const struct bs_tree *one = bs_tree_first(bs_tree_get(table->description, "Replicas"));
         one != NULL; one = one->next) {
        list_replica(replica, bs_tree_text(one, "RegionName", ""), "ACTIVE");
    }
    list_replica(replica, table->entry->region, "ACTIVE");
    tell_group(account, replica, region, "CREATING");
    bs_account_later(account, replica->entry, BS_SECONDS(CREATE_S), finish_creation);
    return true;
}

/* ---- Deleting ---- */

void bs_dynamodb_replica_leave(struct bs_account *account, struct bs_dynamodb_table *table)
{
    tell_group(account, table, table->entry->region, NULL);
    (void)bs_tree_remove(table->description, "Replicas");
}

static void finish_deletion(struct bs_account *account, struct bs_account_entry *entry)
{
    bs_dynamodb_replica_leave(account, entry->own);
    bs_account_remove(account, entry);
}

static bool delete_replica(struct bs_account *account, struct bs_dynamodb_table *table,
                           const struct bs_tree *deletion, struct bs_account_answer *answer)
{
    const char *region = bs_tree_text(deletion, "RegionName", "");
    struct bs_dynamodb_table *replica = table_in(account, region, table->entry->key);

    if (find_replica(table->description, region) == NULL || replica == NULL) {
        bs_account_fail(answer, "ValidationException",
                        "Replica specified in the Replica Update or Replica Delete action of the "
                        "request was not found.");
        return false;
    }
    bs_tree_set_text(replica->description, "TableStatus", "DELETING");
    bs_dynamodb_stream_close(account, replica);
    tell_group(account, replica, region, "DELETING");
    bs_account_later(account, replica->entry, BS_SECONDS(DELETE_S), finish_deletion);
    return true;
}

bool bs_dynamodb_replica_update(struct bs_account *account, struct bs_dynamodb_table *table,
                                const struct bs_tree *update, struct bs_account_answer *answer)
{
    const struct bs_tree *creation = bs_tree_get(update, "Create");
    const struct bs_tree *deletion = bs_tree_get(update, "Delete");
    const struct bs_tree *change = bs_tree_get(update, "Update");

    if (creation != NULL) {
        return create_replica(account, table, creation, answer);
    }
    if (deletion != NULL) {
        return delete_replica(account, table, deletion, answer);
    }
    if (change == NULL ||
        find_replica(table->description, bs_tree_text(change, "RegionName", "")) == NULL) {
        bs_account_fail(answer, "ValidationException",
                        "Replica specified in the Replica Update or Replica Delete action of the "
                        "request was not found.");
        return false;
    }
    return true;
}

/* ---- Shipping ---- */

static int compare_stamps(const struct bs_dynamodb_stamp *a, const struct bs_dynamodb_stamp *b)
{
    const int of_regions = strcmp(a->region, b->region);

    if (a->at.ns != b->at.ns) {
        return a->at.ns > b->at.ns ? 1 : -1;
    }
    return of_regions != 0 ? of_regions : (a->number > b->number) - (a->number < b->number);
}

/* When the item was last written or deleted, as far as the table knows; NULL: never. */
static const struct bs_dynamodb_stamp *stamp_of(const struct bs_dynamodb_table *table,
                                                const struct bs_dynamodb_key *place)
{
    const struct bs_dynamodb_item *item = bs_dynamodb_order_find(table->primary.order, place);

    return item != NULL ? &item->stamp : bs_dynamodb_order_find(table->graves, place);
}

static void bury(const struct bs_dynamodb_change *change)
{
    struct bs_dynamodb_table *table = change->table;
    struct bs_dynamodb_stamp *stamp;
    struct bs_dynamodb_key place;

    (void)bs_dynamodb_index_key(table, &table->primary, change->key, &place);
    stamp = bs_dynamodb_order_find(table->graves, &place);
    if (change->new_item != NULL) {
        if (bs_dynamodb_order_remove(table->graves, &place)) {
            free(stamp);
        }
        return;
    }
    if (stamp == NULL) {
        stamp = calloc(1, sizeof(*stamp));
        BS_ASSERT(stamp != NULL);
        bs_dynamodb_order_insert(table->graves, &place, stamp);
    }
    *stamp = change->stamp;
}

/* The write has arrived. */
static void deliver(struct bs_account *account, struct bs_account_entry *entry)
{
    const char *region = bs_tree_text(entry->attributes, "To", "");
    struct bs_dynamodb_table *table =
        bs_dynamodb_table_find(account, region, bs_tree_text(entry->attributes, "Table", ""));
    const struct bs_tree *key = bs_tree_get(entry->attributes, "Key");
    const struct bs_tree *item = bs_tree_get(entry->attributes, "Item");
    struct bs_dynamodb_stamp stamp = {
        .at = bs_tree_instant(entry->attributes, "At", (struct bs_instant){0}),
        .number = (uint64_t)bs_tree_integer(entry->attributes, "Number", 0)};
    const struct bs_dynamodb_stamp *last;
    struct bs_dynamodb_key place;

    (void)snprintf(stamp.region, sizeof(stamp.region), "%s",
                   bs_tree_text(entry->attributes, "From", ""));
    if (table != NULL && bs_dynamodb_index_key(table, &table->primary, key, &place)) {
        last = stamp_of(table, &place);
        if (last == NULL || compare_stamps(last, &stamp) < 0) {
            bs_dynamodb_write(account, table, key, item == NULL ? NULL : bs_tree_copy(item),
                              BS_DYNAMODB_BY_REPLICATION, &stamp);
        }
    }
    bs_account_remove(account, entry);
}

static void ship(struct bs_account *account, const struct bs_dynamodb_change *change,
                 const char *region)
{
    struct bs_account_entry *entry;
    uint64_t lag_ms;
    char uuid[37];

    bs_account_new_uuid(account, uuid);
    entry = bs_account_add(account, SHIPMENT, region, uuid);
    bs_tree_set_text(entry->attributes, "To", region);
    bs_tree_set_text(entry->attributes, "From", change->stamp.region);
    bs_tree_set_text(entry->attributes, "Table", change->table->entry->key);
    bs_tree_set_instant(entry->attributes, "At", change->stamp.at);
    bs_tree_set_integer(entry->attributes, "Number", (int64_t)change->stamp.number);
    (void)bs_tree_set(entry->attributes, "Key", bs_tree_copy(change->key));
    if (change->new_item != NULL) {
        (void)bs_tree_set(entry->attributes, "Item", bs_tree_copy(change->new_item));
    }
    lag_ms = LAG_MIN_MS +
             bs_account_draw(account, uuid, "dynamodb_replication", 0) % (LAG_MAX_MS - LAG_MIN_MS);
    bs_account_later(account, entry, BS_MILLIS(lag_ms), deliver);
}

void bs_dynamodb_replicas_take(struct bs_account *account, const struct bs_dynamodb_change *change)
{
    const struct bs_tree *replicas = bs_tree_get(change->table->description, "Replicas");

    if (replicas == NULL) {
        return;
    }
    bury(change);
    for (const struct bs_tree *one = bs_tree_first(replicas);
         one != NULL && change->cause != BS_DYNAMODB_BY_REPLICATION; one = one->next) {
        if (strcmp(bs_tree_text(one, "ReplicaStatus", ""), "ACTIVE") == 0) {
            ship(account, change, bs_tree_text(one, "RegionName", ""));
        }
    }
}
