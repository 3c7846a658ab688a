/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { EXPIRY_LAG_MAX_S = 48 * 3600 /* Unsourced: AWS says "within a few days". */ };

void bs_dynamodb_fail(struct bs_account_answer *answer, const char *message)
{
    bs_account_fail(answer, "ValidationException", "%s", message);
}

/* ---- Schemas ---- */

static char type_of(const struct bs_tree *definitions, const char *name)
{
    const struct bs_tree *definition = bs_tree_first(definitions);

    while (definition != NULL && strcmp(bs_tree_text(definition, "AttributeName", ""), name) != 0) {
        definition = definition->next;
    }
    return *bs_tree_text(definition, "AttributeType", "");
}

bool bs_dynamodb_schema_read(const struct bs_tree *key_schema, const struct bs_tree *definitions,
                             struct bs_dynamodb_schema *schema, struct bs_dynamodb_refusal *refusal)
{
    static const char *const roles[] = {"HASH", "RANGE"};

    *schema = (struct bs_dynamodb_schema){.count = 0};
    for (const struct bs_tree *element = bs_tree_first(key_schema); element != NULL;
         element = element->next) {
        const char *name = bs_tree_text(element, "AttributeName", "");

        if (schema->count == 2 ||
            strcmp(bs_tree_text(element, "KeyType", ""), roles[schema->count]) != 0) {
            bs_dynamodb_refuse(
                refusal, "Invalid KeySchema: The %s KeySchemaElement is not a %s key type",
                schema->count == 0 ? "first" : "second", schema->count == 0 ? "HASH" : "RANGE");
            return false;
        }
        if (type_of(definitions, name) == '\0') {
            bs_dynamodb_refuse(refusal,
                               "One or more parameter values were invalid: Some index key "
                               "attributes are not defined in AttributeDefinitions. Keys: [%s]",
                               name);
            return false;
        }
        schema->names[schema->count] = name;
        schema->types[schema->count++] = type_of(definitions, name);
    }
    if (schema->count == 2 && strcmp(schema->names[0], schema->names[1]) == 0) {
        bs_dynamodb_refuse(refusal,
                           "Invalid KeySchema: The same attribute is both the HASH and the "
                           "RANGE key");
    }
    return schema->count > 0 && refusal->message[0] == '\0';
}

/* The attribute if it is of the type that the schema says, or NULL. */
static const struct bs_tree *key_attribute(const struct bs_dynamodb_schema *schema, size_t i,
                                           const struct bs_tree *item)
{
    const struct bs_tree *value = bs_tree_get(item, schema->names[i]);
    const char type[2] = {schema->types[i], '\0'};

    return value != NULL && bs_dynamodb_value_is(value, type) ? value : NULL;
}

/* What was written before there was an index may be too long for it, or empty: it is not in it then. */
static bool can_be_key(const struct bs_tree *value, size_t i)
{
    const size_t length = bs_dynamodb_value_content(value)->is.text.length;

    return length > 0 && length <= (i == 0 ? BS_DYNAMODB_PARTITION_KEY_BYTES_MAX
                                           : BS_DYNAMODB_SORT_KEY_BYTES_MAX);
}

/* Appends the key's attributes; false if the item lacks one. */
static bool add_schema_key(const struct bs_dynamodb_schema *schema, const struct bs_tree *item,
                           struct bs_dynamodb_key *key)
{
    for (size_t i = 0; i < schema->count; i++) {
        const struct bs_tree *value = key_attribute(schema, i, item);

        if (value == NULL || !can_be_key(value, i)) {
            return false;
        }
        if (key->length == 0) {
            bs_dynamodb_key_add_integer(key, bs_dynamodb_key_hash(value));
        }
        bs_dynamodb_key_add(key, value);
    }
    return true;
}

bool bs_dynamodb_index_key(const struct bs_dynamodb_table *table,
                           const struct bs_dynamodb_index *index, const struct bs_tree *item,
                           struct bs_dynamodb_key *key)
{
    key->length = 0;
    return add_schema_key(&index->schema, item, key) &&
           (index == &table->primary || add_schema_key(&table->primary.schema, item, key));
}

static void copy_schema_key(const struct bs_dynamodb_schema *schema, const struct bs_tree *item,
                            struct bs_tree *key)
{
    for (size_t i = 0; i < schema->count; i++) {
        const struct bs_tree *value = bs_tree_get(item, schema->names[i]);

        if (value != NULL) {
            (void)bs_tree_set(key, schema->names[i], bs_tree_copy(value));
        }
    }
}

void bs_dynamodb_index_copy_key(const struct bs_dynamodb_table *table,
                                const struct bs_dynamodb_index *index, const struct bs_tree *item,
                                struct bs_tree *key)
{
    copy_schema_key(&table->primary.schema, item, key);
    if (index != &table->primary) {
        copy_schema_key(&index->schema, item, key);
    }
}

/* ---- Indexes ---- */

struct bs_dynamodb_index *bs_dynamodb_index_find(struct bs_dynamodb_table *table, const char *name)
{
    struct bs_dynamodb_index *index = table->secondary;

    while (index != NULL && strcmp(index->name, name) != 0) {
        index = index->next;
    }
    return index;
}

static void link_item(const struct bs_dynamodb_table *table, struct bs_dynamodb_index *index,
                      struct bs_dynamodb_item *item)
{
    struct bs_dynamodb_key key;

    if (bs_dynamodb_index_key(table, index, item->attributes, &key)) {
        bs_dynamodb_order_insert(index->order, &key, item);
        index->bytes += item->bytes;
    }
}

static void unlink_item(const struct bs_dynamodb_table *table, struct bs_dynamodb_index *index,
                        const struct bs_dynamodb_item *item)
{
    struct bs_dynamodb_key key;

    if (bs_dynamodb_index_key(table, index, item->attributes, &key) &&
        bs_dynamodb_order_remove(index->order, &key)) {
        index->bytes -= item->bytes;
    }
}

void bs_dynamodb_index_add(struct bs_dynamodb_table *table, struct bs_tree *description,
                           bool is_global)
{
    struct bs_dynamodb_index *index = calloc(1, sizeof(*index));
    struct bs_dynamodb_refusal refusal = {{0}};

    BS_ASSERT(index != NULL);
    *index = (struct bs_dynamodb_index){
        .next = table->secondary,
        .name = bs_tree_text(description, "IndexName", ""),
        .is_global = is_global,
        .description = description,
        .order = bs_dynamodb_order_new(),
    };
    (void)bs_dynamodb_schema_read(bs_tree_get(description, "KeySchema"),
                                  bs_tree_get(table->description, "AttributeDefinitions"),
                                  &index->schema, &refusal);
    table->secondary = index;
    for (struct bs_dynamodb_place *place = bs_dynamodb_order_first(table->primary.order);
         place != NULL; place = place->next[0]) {
        link_item(table, index, place->item);
    }
}

void bs_dynamodb_index_remove(struct bs_dynamodb_table *table, const char *name)
{
    struct bs_dynamodb_index **link = &table->secondary;
    struct bs_dynamodb_index *index;

    while (strcmp((*link)->name, name) != 0) {
        link = &(*link)->next;
        BS_ASSERT(*link != NULL);
    }
    index = *link;
    *link = index->next;
    bs_dynamodb_order_destroy(index->order);
    free(index);
}

struct bs_tree *bs_dynamodb_index_view(const struct bs_dynamodb_table *table,
                                       const struct bs_dynamodb_index *index,
                                       const struct bs_tree *item)
{
    const struct bs_tree *projection =
        index == &table->primary ? NULL : bs_tree_get(index->description, "Projection");
    struct bs_tree *view;

    if (strcmp(bs_tree_text(projection, "ProjectionType", "ALL"), "ALL") == 0) {
        return NULL;
    }
    view = bs_tree_new_structure();
    bs_dynamodb_index_copy_key(table, index, item, view);
    for (const struct bs_tree *name = bs_tree_first(bs_tree_get(projection, "NonKeyAttributes"));
         name != NULL; name = name->next) {
        const struct bs_tree *value = bs_tree_get(item, name->is.text.bytes);

        if (value != NULL) {
            (void)bs_tree_set(view, name->is.text.bytes, bs_tree_copy(value));
        }
    }
    return view;
}

/* ---- Tables ---- */

static void destroy_item(struct bs_dynamodb_item *item)
{
    bs_tree_destroy(item->attributes);
    free(item);
}

static void destroy_table(void *own)
{
    struct bs_dynamodb_table *table = own;
    struct bs_dynamodb_place *place;

    while (table->secondary != NULL) {
        bs_dynamodb_index_remove(table, table->secondary->name);
    }
    for (place = bs_dynamodb_order_first(table->primary.order); place != NULL;
         place = place->next[0]) {
        destroy_item(place->item);
    }
    for (place = bs_dynamodb_order_first(table->graves); place != NULL; place = place->next[0]) {
        free(place->item);
    }
    for (size_t i = 0; i < table->past_count; i++) {
        bs_tree_destroy(table->past[i].key);
        bs_tree_destroy(table->past[i].old);
    }
    bs_dynamodb_order_destroy(table->primary.order);
    bs_dynamodb_order_destroy(table->expiries);
    bs_dynamodb_order_destroy(table->graves);
    free(table->past);
    free(table);
}

static void attach_indexes(struct bs_dynamodb_table *table, const char *member, bool is_global)
{
    for (struct bs_tree *description =
             bs_tree_first_mutable(bs_tree_get_mutable(table->description, member));
         description != NULL; description = description->next) {
        bs_dynamodb_index_add(table, description, is_global);
    }
}

struct bs_dynamodb_table *bs_dynamodb_table_attach(struct bs_account_entry *entry)
{
    struct bs_dynamodb_table *table = calloc(1, sizeof(*table));
    struct bs_dynamodb_refusal refusal = {{0}};

    BS_ASSERT(table != NULL);
    entry->own = table;
    entry->destroy_own = destroy_table;
    table->entry = entry;
    table->description = bs_tree_get_mutable(entry->attributes, "Table");
    table->primary.order = bs_dynamodb_order_new();
    table->primary.description = table->description;
    table->expiries = bs_dynamodb_order_new();
    table->graves = bs_dynamodb_order_new();
    (void)bs_dynamodb_schema_read(bs_tree_get(table->description, "KeySchema"),
                                  bs_tree_get(table->description, "AttributeDefinitions"),
                                  &table->primary.schema, &refusal);
    attach_indexes(table, "LocalSecondaryIndexes", false);
    attach_indexes(table, "GlobalSecondaryIndexes", true);
    return table;
}

static void describe_indexes(const struct bs_dynamodb_table *table, struct bs_tree *list)
{
    for (struct bs_tree *one = bs_tree_first_mutable(list); one != NULL; one = one->next) {
        const struct bs_dynamodb_index *index = table->secondary;

        while (index != NULL && strcmp(index->name, bs_tree_text(one, "IndexName", "")) != 0) {
            index = index->next;
        }
        bs_tree_set_integer(one, "IndexSizeBytes", index == NULL ? 0 : (int64_t)index->bytes);
        bs_tree_set_integer(one, "ItemCount",
                            index == NULL ? 0 : (int64_t)bs_dynamodb_order_count(index->order));
    }
}

struct bs_tree *bs_dynamodb_table_describe(const struct bs_dynamodb_table *table)
{
    struct bs_tree *copy = bs_tree_copy(table->description);

    bs_tree_set_integer(copy, "TableSizeBytes", (int64_t)table->primary.bytes);
    bs_tree_set_integer(copy, "ItemCount", (int64_t)bs_dynamodb_order_count(table->primary.order));
    describe_indexes(table, bs_tree_get_mutable(copy, "LocalSecondaryIndexes"));
    describe_indexes(table, bs_tree_get_mutable(copy, "GlobalSecondaryIndexes"));
    return copy;
}

/* ---- Checking keys and items ---- */

struct bs_tree *bs_dynamodb_key_take(const struct bs_dynamodb_table *table,
                                     const struct bs_tree *key, struct bs_dynamodb_refusal *refusal)
{
    const struct bs_dynamodb_schema *schema = &table->primary.schema;
    struct bs_tree *taken = bs_dynamodb_item_take(key, refusal);

    for (size_t i = 0; taken != NULL && i < schema->count; i++) {
        if (bs_tree_count(taken) != schema->count || key_attribute(schema, i, taken) == NULL) {
            bs_dynamodb_refuse(refusal, "The provided key element does not match the schema");
        }
    }
    if (taken != NULL) {
        bs_dynamodb_item_check(table, taken, refusal);
    }
    if (refusal->message[0] != '\0') {
        bs_tree_destroy(taken);
        return NULL;
    }
    return taken;
}

static void check_key_length(const struct bs_tree *value, size_t i,
                             const struct bs_dynamodb_index *index, const char *name,
                             struct bs_dynamodb_refusal *refusal)
{
    const size_t length = bs_dynamodb_value_content(value)->is.text.length;

    if (length == 0) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values are not valid. The AttributeValue for a "
                           "key attribute cannot contain an empty %s value. %s%s%sKey: %s",
                           bs_dynamodb_value_is(value, "B") ? "binary" : "string",
                           index->name != NULL ? "IndexName: " : "",
                           index->name != NULL ? index->name : "", index->name != NULL ? ", " : "",
                           name);
    } else if (i == 0 && length > BS_DYNAMODB_PARTITION_KEY_BYTES_MAX) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: Size of hashkey has "
                           "exceeded the maximum size limit of2048 bytes");
    } else if (i == 1 && length > BS_DYNAMODB_SORT_KEY_BYTES_MAX) {
        bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Aggregated size of "
                                    "all range keys has exceeded the size limit of 1024 bytes");
    }
}

static void check_primary(const struct bs_dynamodb_index *index, const struct bs_tree *item,
                          struct bs_dynamodb_refusal *refusal)
{
    for (size_t i = 0; i < index->schema.count; i++) {
        const char *name = index->schema.names[i];
        const struct bs_tree *value = bs_tree_get(item, name);

        if (value == NULL) {
            bs_dynamodb_refuse(refusal,
                               "One or more parameter values were invalid: Missing the key %s in "
                               "the item",
                               name);
        } else if (key_attribute(&index->schema, i, item) == NULL) {
            bs_dynamodb_refuse(refusal,
                               "One or more parameter values were invalid: Type mismatch for key "
                               "%s expected: %c actual: %s",
                               name, index->schema.types[i], bs_dynamodb_value_type(value));
        } else {
            check_key_length(value, i, index, name, refusal);
        }
    }
}

static void check_secondary(const struct bs_dynamodb_index *index, const struct bs_tree *item,
                            struct bs_dynamodb_refusal *refusal)
{
    for (size_t i = 0; i < index->schema.count; i++) {
        const char *name = index->schema.names[i];
        const struct bs_tree *value = bs_tree_get(item, name);

        if (value != NULL && key_attribute(&index->schema, i, item) == NULL) {
            bs_dynamodb_refuse(refusal,
                               "One or more parameter values were invalid: Type mismatch for Index "
                               "Key %s Expected: %c Actual: %s IndexName: %s",
                               name, index->schema.types[i], bs_dynamodb_value_type(value),
                               index->name);
        } else if (value != NULL) {
            check_key_length(value, i, index, name, refusal);
        }
    }
}

void bs_dynamodb_item_check(const struct bs_dynamodb_table *table, const struct bs_tree *item,
                            struct bs_dynamodb_refusal *refusal)
{
    check_primary(&table->primary, item, refusal);
    for (const struct bs_dynamodb_index *index = table->secondary; index != NULL;
         index = index->next) {
        check_secondary(index, item, refusal);
    }
    /* An update can put a map into itself. */
    if (bs_dynamodb_item_levels(item) > BS_DYNAMODB_DEPTH_MAX) {
        bs_dynamodb_refuse(refusal,
                           "Nesting Levels have exceeded supported limits: Attributes must "
                           "not be nested deeper than 32 levels");
    }
    if (bs_dynamodb_item_bytes(item) > BS_DYNAMODB_ITEM_BYTES_MAX) {
        bs_dynamodb_refuse(refusal, "Item size has exceeded the maximum allowed size");
    }
}

struct bs_tree *bs_dynamodb_item_take_whole(const struct bs_dynamodb_table *table,
                                            const struct bs_tree *item,
                                            struct bs_dynamodb_refusal *refusal)
{
    struct bs_tree *taken = bs_dynamodb_item_take(item, refusal);

    if (taken != NULL) {
        bs_dynamodb_item_check(table, taken, refusal);
    }
    if (refusal->message[0] != '\0') {
        bs_tree_destroy(taken);
        return NULL;
    }
    return taken;
}

/* ---- Time to live ---- */

/* An N of seconds since 1970, cut to a whole number; false if it is no instant that a calendar has. */
static bool seconds_of(const struct bs_tree *value, int64_t *seconds)
{
    struct bs_dynamodb_number number;

    if (value == NULL || !bs_dynamodb_value_is(value, "N")) {
        return false;
    }
    number = bs_dynamodb_value_number(value);
    if (number.is_negative || number.exponent > 11) {
        return false;
    }
    *seconds = 0;
    for (int i = 0; i <= number.exponent; i++) {
        *seconds = 10 * *seconds + ((size_t)i < number.digit_count ? number.digits[i] : 0);
    }
    return true;
}

static int64_t deletion_of(const struct bs_account *account, const struct bs_dynamodb_table *table,
                           const struct bs_tree *item)
{
    static const int64_t five_years_s = INT64_C(5) * 366 * 86400;
    const struct bs_account_options *options = bs_account_options(account);
    const struct bs_tree *ttl = bs_tree_get(table->entry->attributes, "TimeToLive");
    const int64_t now_s = options->epoch_s + bs_account_now(account).ns / BS_NS_PER_S;
    int64_t expiry_s;
    uint64_t draw;

    if (strcmp(bs_tree_text(ttl, "TimeToLiveStatus", ""), "ENABLED") != 0 ||
        !seconds_of(bs_tree_get(item, bs_tree_text(ttl, "AttributeName", "")), &expiry_s) ||
        expiry_s < now_s - five_years_s) {
        return INT64_MAX;
    }
    if (options->pace == BS_ACCOUNT_INSTANT) {
        return expiry_s;
    }
    draw = bs_account_draw(account, table->entry->key, "dynamodb_ttl", (uint64_t)expiry_s);
    return (expiry_s > now_s ? expiry_s : now_s) + (int64_t)(draw % EXPIRY_LAG_MAX_S);
}

static void expiry_key(const struct bs_dynamodb_table *table, const struct bs_dynamodb_item *item,
                       struct bs_dynamodb_key *key)
{
    key->length = 0;
    bs_dynamodb_key_add_integer(key, (uint64_t)item->deleted_at_s);
    (void)add_schema_key(&table->primary.schema, item->attributes, key);
}

static void link_expiry(struct bs_account *account, struct bs_dynamodb_table *table,
                        struct bs_dynamodb_item *item)
{
    struct bs_dynamodb_key key;

    item->deleted_at_s = deletion_of(account, table, item->attributes);
    if (item->deleted_at_s != INT64_MAX) {
        expiry_key(table, item, &key);
        bs_dynamodb_order_insert(table->expiries, &key, item);
    }
}

static void unlink_expiry(struct bs_dynamodb_table *table, const struct bs_dynamodb_item *item)
{
    struct bs_dynamodb_key key;

    if (item->deleted_at_s != INT64_MAX) {
        expiry_key(table, item, &key);
        (void)bs_dynamodb_order_remove(table->expiries, &key);
    }
}

void bs_dynamodb_reset_expiries(struct bs_account *account, struct bs_dynamodb_table *table)
{
    bs_dynamodb_order_destroy(table->expiries);
    table->expiries = bs_dynamodb_order_new();
    for (struct bs_dynamodb_place *place = bs_dynamodb_order_first(table->primary.order);
         place != NULL; place = place->next[0]) {
        link_expiry(account, table, place->item);
    }
}

/* Deletes what is due. Nobody can see an item but by way of here, so that is early enough. */
static void settle_expiries(struct bs_account *account, struct bs_dynamodb_table *table)
{
    const int64_t epoch_s = bs_account_options(account)->epoch_s;
    const int64_t now_ns = bs_account_now(account).ns;
    struct bs_dynamodb_place *place;

    while ((place = bs_dynamodb_order_first(table->expiries)) != NULL) {
        const struct bs_dynamodb_item *item = place->item;
        struct bs_dynamodb_stamp stamp = item->stamp;
        const int64_t due_s = item->deleted_at_s - epoch_s;

        if (due_s > now_ns / BS_NS_PER_S) {
            return;
        }
        stamp.at.ns = due_s * BS_NS_PER_S > stamp.at.ns ? due_s * BS_NS_PER_S : stamp.at.ns;
        bs_dynamodb_write(account, table, item->attributes, NULL, BS_DYNAMODB_BY_TIME_TO_LIVE,
                          &stamp);
    }
}

/* ---- Items ---- */

static struct bs_dynamodb_item *find_item(const struct bs_dynamodb_table *table,
                                          const struct bs_tree *key)
{
    struct bs_dynamodb_key place;

    return bs_dynamodb_index_key(table, &table->primary, key, &place)
               ? bs_dynamodb_order_find(table->primary.order, &place)
               : NULL;
}

const struct bs_tree *bs_dynamodb_read(const struct bs_dynamodb_table *table,
                                       const struct bs_tree *key)
{
    const struct bs_dynamodb_item *item = find_item(table, key);

    return item == NULL ? NULL : item->attributes;
}

static void link_everywhere(struct bs_account *account, struct bs_dynamodb_table *table,
                            struct bs_dynamodb_item *item)
{
    link_item(table, &table->primary, item);
    for (struct bs_dynamodb_index *index = table->secondary; index != NULL; index = index->next) {
        link_item(table, index, item);
    }
    link_expiry(account, table, item);
}

static void unlink_everywhere(struct bs_dynamodb_table *table, const struct bs_dynamodb_item *item)
{
    unlink_item(table, &table->primary, item);
    for (struct bs_dynamodb_index *index = table->secondary; index != NULL; index = index->next) {
        unlink_item(table, index, item);
    }
    unlink_expiry(table, item);
}

static struct bs_dynamodb_item *new_item(struct bs_tree *attributes,
                                         const struct bs_dynamodb_stamp *stamp)
{
    struct bs_dynamodb_item *item = calloc(1, sizeof(*item));

    BS_ASSERT(item != NULL);
    item->attributes = attributes;
    item->bytes = bs_dynamodb_item_bytes(attributes);
    item->stamp = *stamp;
    return item;
}

static void tell(struct bs_account *account, const struct bs_dynamodb_change *change)
{
    if (change->cause != BS_DYNAMODB_BY_RESTORE) {
        bs_dynamodb_past_take(account, change);
        bs_dynamodb_stream_take(account, change);
        bs_dynamodb_replicas_take(account, change);
    }
    if (change->cause == BS_DYNAMODB_BY_CLIENT) {
        bs_dynamodb_world_take(account, change);
    }
}

void bs_dynamodb_write(struct bs_account *account, struct bs_dynamodb_table *table,
                       const struct bs_tree *key, struct bs_tree *attributes,
                       enum bs_dynamodb_cause cause, const struct bs_dynamodb_stamp *stamp)
{
    struct bs_dynamodb_item *old = find_item(table, key);
    struct bs_tree *key_alone = bs_tree_new_structure();
    struct bs_dynamodb_change change = {
        .table = table,
        .key = key_alone,
        .old_item = old == NULL ? NULL : old->attributes,
        .new_item = attributes,
        .cause = cause,
        .stamp = {.at = bs_account_now(account), .number = ++table->write_count},
    };

    (void)snprintf(change.stamp.region, sizeof(change.stamp.region), "%s", table->entry->region);
    if (stamp != NULL) {
        change.stamp = *stamp;
    }
    bs_dynamodb_index_copy_key(table, &table->primary, key, key_alone);
    if (old != NULL) {
        unlink_everywhere(table, old);
    }
    if (attributes != NULL) {
        link_everywhere(account, table, new_item(attributes, &change.stamp));
    }
    if (old != NULL || attributes != NULL) {
        tell(account, &change);
    }
    bs_tree_destroy(key_alone);
    if (old != NULL) {
        destroy_item(old);
    }
}

struct bs_dynamodb_table *bs_dynamodb_table_find(struct bs_account *account, const char *region,
                                                 const char *name)
{
    struct bs_account_entry *entry = bs_account_find(account, BS_DYNAMODB_TABLE, region, name);
    struct bs_dynamodb_table *table = entry == NULL ? NULL : entry->own;

    if (table != NULL) {
        settle_expiries(account, table);
    }
    return table;
}

struct bs_dynamodb_table *bs_dynamodb_table_ready(struct bs_account *account,
                                                  const struct bs_account_request *request,
                                                  const char *name,
                                                  struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = bs_dynamodb_table_find(account, request->region, name);
    const char *status = table == NULL ? "" : bs_tree_text(table->description, "TableStatus", "");

    if (strcmp(status, "ACTIVE") != 0 && strcmp(status, "UPDATING") != 0) {
        bs_account_fail(answer, "ResourceNotFoundException", "Requested resource not found");
        return NULL;
    }
    return table;
}
