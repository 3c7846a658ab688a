/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Tables: created, described, changed, deleted. */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_table.h"

/* Unsourced: how long it takes, in seconds. */
enum { CREATE_S = 8, UPDATE_S = 10, DELETE_S = 5, BACKFILL_S = 60, INDEX_DELETE_S = 20 };

enum {
    GLOBAL_INDEXES_MAX = 20,
    LOCAL_INDEXES_MAX = 5,
    DEFINITIONS_MAX = 50,
    TABLES_MAX = 2500, /* Of a Region. */
    LIST_LIMIT = 100,
};

/* ---- Checking ---- */

static bool is_on_demand(const struct bs_tree *input)
{
    return strcmp(bs_tree_text(input, "BillingMode", "PROVISIONED"), "PAY_PER_REQUEST") == 0;
}

static void check_throughput(const struct bs_tree *throughput, bool is_on_demand_table,
                             const char *of, struct bs_dynamodb_refusal *refusal)
{
    const int64_t read_units = bs_tree_integer(throughput, "ReadCapacityUnits", 0);
    const int64_t write_units = bs_tree_integer(throughput, "WriteCapacityUnits", 0);

    if (is_on_demand_table && throughput != NULL) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: Neither ReadCapacityUnits "
                           "nor WriteCapacityUnits can be specified when BillingMode is "
                           "PAY_PER_REQUEST%s%s",
                           *of == '\0' ? "" : " for index: ", of);
    } else if (!is_on_demand_table && (read_units < 1 || write_units < 1)) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: ReadCapacityUnits and "
                           "WriteCapacityUnits must both be specified when BillingMode is "
                           "PROVISIONED%s%s",
                           *of == '\0' ? "" : " for index: ", of);
    }
}

static void check_projection(const struct bs_tree *index, struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *projection = bs_tree_get(index, "Projection");
    const char *type = bs_tree_text(projection, "ProjectionType", NULL);
    const bool has_names = bs_tree_count(bs_tree_get(projection, "NonKeyAttributes")) > 0;

    if (type == NULL) {
        bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Unknown "
                                    "ProjectionType: null");
    } else if (has_names != (strcmp(type, "INCLUDE") == 0)) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: ProjectionType is %s, %s "
                           "NonKeyAttributes is %s",
                           type, has_names ? "but" : "and",
                           has_names ? "specified" : "not specified");
    }
}

static void check_local(const struct bs_dynamodb_schema *schema,
                        const struct bs_dynamodb_schema *primary, const char *name,
                        struct bs_dynamodb_refusal *refusal)
{
    if (primary->count < 2) {
        bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Table KeySchema "
                                    "does not have a range key, which is required when specifying "
                                    "a LocalSecondaryIndex");
    } else if (schema->count < 2) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: Index KeySchema does not "
                           "have a range key for index: %s",
                           name);
    } else if (strcmp(schema->names[0], primary->names[0]) != 0) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: Index KeySchema does not "
                           "have the same leading hash key as table KeySchema for index: %s. index "
                           "hash key: %s, table hash key: %s",
                           name, schema->names[0], primary->names[0]);
    }
}

static bool is_named_twice(const struct bs_tree *list, const char *name)
{
    size_t count = 0;

    for (const struct bs_tree *one = bs_tree_first(list); one != NULL; one = one->next) {
        count += strcmp(bs_tree_text(one, "IndexName", ""), name) == 0 ? 1 : 0;
    }
    return count > 1;
}

static void check_indexes(const struct bs_tree *input, const char *member,
                          const struct bs_dynamodb_schema *primary,
                          struct bs_dynamodb_refusal *refusal)
{
    const bool is_global = strncmp(member, "Global", 6) == 0;
    const struct bs_tree *list = bs_tree_get(input, member);

    if (list != NULL && bs_tree_count(list) == 0) {
        bs_dynamodb_refuse(
            refusal, "One or more parameter values were invalid: List of %s is empty", member);
    }
    if (bs_tree_count(list) > (is_global ? GLOBAL_INDEXES_MAX : LOCAL_INDEXES_MAX)) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: %s count exceeds the "
                           "per-table limit of %d",
                           member, is_global ? GLOBAL_INDEXES_MAX : LOCAL_INDEXES_MAX);
        return;
    }
    for (const struct bs_tree *index = bs_tree_first(list); index != NULL; index = index->next) {
        const char *name = bs_tree_text(index, "IndexName", "");
        struct bs_dynamodb_schema schema;

        if (is_named_twice(list, name)) {
            bs_dynamodb_refuse(
                refusal, "One or more parameter values were invalid: Duplicate index name: %s",
                name);
        }
        check_projection(index, refusal);
        if (!bs_dynamodb_schema_read(bs_tree_get(index, "KeySchema"),
                                     bs_tree_get(input, "AttributeDefinitions"), &schema,
                                     refusal)) {
            return;
        }
        if (is_global) {
            check_throughput(bs_tree_get(index, "ProvisionedThroughput"), is_on_demand(input), name,
                             refusal);
        } else {
            check_local(&schema, primary, name, refusal);
        }
    }
}

static bool is_in_key(const struct bs_tree *key_schema, const char *name)
{
    const struct bs_tree *element = bs_tree_first(key_schema);

    while (element != NULL && strcmp(bs_tree_text(element, "AttributeName", ""), name) != 0) {
        element = element->next;
    }
    return element != NULL;
}

static bool is_in_any_key(const struct bs_tree *input, const char *name)
{
    static const char *const members[] = {"LocalSecondaryIndexes", "GlobalSecondaryIndexes"};

    if (is_in_key(bs_tree_get(input, "KeySchema"), name)) {
        return true;
    }
    for (size_t i = 0; i < 2; i++) {
        for (const struct bs_tree *index = bs_tree_first(bs_tree_get(input, members[i]));
             index != NULL; index = index->next) {
            if (is_in_key(bs_tree_get(index, "KeySchema"), name)) {
                return true;
            }
        }
    }
    return false;
}

/* Attributes that are no key's are not to be defined. */
static void check_definitions(const struct bs_tree *input, struct bs_dynamodb_refusal *refusal)
{
    const struct bs_tree *definitions = bs_tree_get(input, "AttributeDefinitions");

    if (bs_tree_count(definitions) > DEFINITIONS_MAX) {
        bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Too many "
                                    "AttributeDefinitions");
        return;
    }
    for (const struct bs_tree *one = bs_tree_first(definitions); one != NULL; one = one->next) {
        if (!is_in_any_key(input, bs_tree_text(one, "AttributeName", ""))) {
            bs_dynamodb_refuse(refusal, "One or more parameter values were invalid: Number of "
                                        "attributes in KeySchema does not exactly match number of "
                                        "attributes defined in AttributeDefinitions");
        }
    }
}

static void check_stream(const struct bs_tree *specification, struct bs_dynamodb_refusal *refusal)
{
    const bool is_enabled = bs_tree_boolean(specification, "StreamEnabled", false);

    if (specification != NULL &&
        is_enabled != (bs_tree_text(specification, "StreamViewType", NULL) != NULL)) {
        bs_dynamodb_refuse(refusal,
                           "One or more parameter values were invalid: StreamViewType %s specified "
                           "when StreamEnabled is %s",
                           is_enabled ? "must be" : "cannot be", is_enabled ? "true" : "false");
    }
}

static void check_table(const struct bs_tree *input, struct bs_dynamodb_refusal *refusal)
{
    struct bs_dynamodb_schema primary;

    if (!bs_dynamodb_schema_read(bs_tree_get(input, "KeySchema"),
                                 bs_tree_get(input, "AttributeDefinitions"), &primary, refusal)) {
        return;
    }
    check_throughput(bs_tree_get(input, "ProvisionedThroughput"), is_on_demand(input), "", refusal);
    check_indexes(input, "LocalSecondaryIndexes", &primary, refusal);
    check_indexes(input, "GlobalSecondaryIndexes", &primary, refusal);
    check_definitions(input, refusal);
    check_stream(bs_tree_get(input, "StreamSpecification"), refusal);
}

/* ---- Making ---- */

static void set_throughput(struct bs_tree *description, const struct bs_tree *throughput)
{
    struct bs_tree *described = bs_tree_set_structure(description, "ProvisionedThroughput");

    bs_tree_set_integer(described, "NumberOfDecreasesToday", 0);
    bs_tree_set_integer(described, "ReadCapacityUnits",
                        bs_tree_integer(throughput, "ReadCapacityUnits", 0));
    bs_tree_set_integer(described, "WriteCapacityUnits",
                        bs_tree_integer(throughput, "WriteCapacityUnits", 0));
}

static struct bs_tree *describe_index(const struct bs_tree *index, const char *table_arn,
                                      const char *status)
{
    static const char *const members[] = {"IndexName", "KeySchema", "Projection", NULL};
    struct bs_tree *description = bs_tree_new_structure();

    bs_tree_copy_members(description, index, members);
    bs_tree_set_format(description, "IndexArn", "%s/index/%s", table_arn,
                       bs_tree_text(index, "IndexName", ""));
    if (status != NULL) {
        bs_tree_set_text(description, "IndexStatus", status);
        set_throughput(description, bs_tree_get(index, "ProvisionedThroughput"));
    }
    return description;
}

static void set_indexes(struct bs_tree *description, const struct bs_tree *input,
                        const char *member, const char *status)
{
    const struct bs_tree *list = bs_tree_get(input, member);
    struct bs_tree *described;

    if (bs_tree_count(list) == 0) {
        return;
    }
    described = bs_tree_set_list(description, member);
    for (const struct bs_tree *index = bs_tree_first(list); index != NULL; index = index->next) {
        (void)bs_tree_append(
            described, describe_index(index, bs_tree_text(description, "TableArn", ""), status));
    }
}

static void set_billing(struct bs_account *account, struct bs_tree *description,
                        const struct bs_tree *input)
{
    set_throughput(description, bs_tree_get(input, "ProvisionedThroughput"));
    if (is_on_demand(input)) {
        struct bs_tree *billing = bs_tree_set_structure(description, "BillingModeSummary");

        bs_tree_set_text(billing, "BillingMode", "PAY_PER_REQUEST");
        bs_tree_set_instant(billing, "LastUpdateToPayPerRequestDateTime", bs_account_now(account));
    }
}

static void set_encryption(struct bs_tree *description, const struct bs_tree *input)
{
    const struct bs_tree *specification = bs_tree_get(input, "SSESpecification");
    struct bs_tree *encryption;

    if (bs_tree_boolean(specification, "Enabled", false)) {
        encryption = bs_tree_set_structure(description, "SSEDescription");
        bs_tree_set_text(encryption, "Status", "ENABLED");
        bs_tree_set_text(encryption, "SSEType", "KMS");
        bs_tree_set_text(encryption, "KMSMasterKeyArn",
                         bs_tree_text(specification, "KMSMasterKeyId", "alias/aws/dynamodb"));
    } else if (specification != NULL) {
        (void)bs_tree_remove(description, "SSEDescription");
    }
}

static void set_class(struct bs_tree *description, const struct bs_tree *input)
{
    const char *class = bs_tree_text(input, "TableClass", NULL);

    if (class != NULL) {
        bs_tree_set_text(bs_tree_set_structure(description, "TableClassSummary"), "TableClass",
                         class);
    }
}

struct bs_dynamodb_table *bs_dynamodb_table_make(struct bs_account *account, const char *region,
                                                 const struct bs_tree *input)
{
    static const char *const members[] = {"TableName", "AttributeDefinitions", "KeySchema", NULL};
    const char *name = bs_tree_text(input, "TableName", "");
    struct bs_account_entry *entry = bs_account_add(account, BS_DYNAMODB_TABLE, region, name);
    struct bs_tree *description = bs_tree_set_structure(entry->attributes, "Table");
    struct bs_dynamodb_table *table;
    char uuid[37];

    bs_account_new_uuid(account, uuid);
    bs_tree_copy_members(description, input, members);
    bs_tree_set_text(description, "TableStatus", "CREATING");
    bs_tree_set_instant(description, "CreationDateTime", bs_account_now(account));
    bs_tree_set_format(description, "TableArn", "arn:aws:dynamodb:%s:" BS_ACCOUNT_ID ":table/%s",
                       region, name);
    bs_tree_set_text(description, "TableId", uuid);
    set_billing(account, description, input);
    set_indexes(description, input, "LocalSecondaryIndexes", NULL);
    set_indexes(description, input, "GlobalSecondaryIndexes", "CREATING");
    set_encryption(description, input);
    set_class(description, input);
    (void)bs_tree_set_list(entry->attributes, "Tags");
    bs_account_merge_tags(entry->attributes, bs_tree_get(input, "Tags"));
    bs_tree_set_text(bs_tree_set_structure(entry->attributes, "TimeToLive"), "TimeToLiveStatus",
                     "DISABLED");
    table = bs_dynamodb_table_attach(entry);
    if (bs_tree_boolean(bs_tree_get(input, "StreamSpecification"), "StreamEnabled", false)) {
        bs_dynamodb_stream_open(account, table, bs_tree_get(input, "StreamSpecification"));
    }
    return table;
}

void bs_dynamodb_table_activate(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *description = bs_tree_get_mutable(entry->attributes, "Table");

    (void)account;
    bs_tree_set_text(description, "TableStatus", "ACTIVE");
    for (struct bs_tree *index =
             bs_tree_first_mutable(bs_tree_get_mutable(description, "GlobalSecondaryIndexes"));
         index != NULL; index = index->next) {
        bs_tree_set_text(index, "IndexStatus", "ACTIVE");
    }
}

static struct bs_tree *index_recipes(const struct bs_tree *descriptions, bool has_throughput)
{
    static const char *const members[] = {"IndexName", "KeySchema", "Projection", NULL};
    static const char *const units[] = {"ReadCapacityUnits", "WriteCapacityUnits", NULL};
    struct bs_tree *recipes = bs_tree_new_list();

    for (const struct bs_tree *one = bs_tree_first(descriptions); one != NULL; one = one->next) {
        struct bs_tree *recipe = bs_tree_append_structure(recipes);

        bs_tree_copy_members(recipe, one, members);
        if (has_throughput) {
            bs_tree_copy_members(bs_tree_set_structure(recipe, "ProvisionedThroughput"),
                                 bs_tree_get(one, "ProvisionedThroughput"), units);
        }
    }
    return recipes;
}

struct bs_tree *bs_dynamodb_table_recipe(const struct bs_dynamodb_table *table, const char *name)
{
    static const char *const members[] = {"AttributeDefinitions", "KeySchema", NULL};
    static const char *const lists[] = {"LocalSecondaryIndexes", "GlobalSecondaryIndexes"};
    static const char *const units[] = {"ReadCapacityUnits", "WriteCapacityUnits", NULL};
    const struct bs_tree *billing = bs_tree_get(table->description, "BillingModeSummary");
    const char *mode = bs_tree_text(billing, "BillingMode", "PROVISIONED");
    const bool is_provisioned = strcmp(mode, "PROVISIONED") == 0;
    struct bs_tree *recipe = bs_tree_new_structure();

    bs_tree_set_text(recipe, "TableName", name);
    bs_tree_copy_members(recipe, table->description, members);
    bs_tree_set_text(recipe, "BillingMode", mode);
    if (is_provisioned) {
        bs_tree_copy_members(bs_tree_set_structure(recipe, "ProvisionedThroughput"),
                             bs_tree_get(table->description, "ProvisionedThroughput"), units);
    }
    for (size_t i = 0; i < 2; i++) {
        const struct bs_tree *list = bs_tree_get(table->description, lists[i]);

        if (bs_tree_count(list) > 0) {
            (void)bs_tree_set(recipe, lists[i], index_recipes(list, i == 1 && is_provisioned));
        }
    }
    return recipe;
}

static size_t table_count(struct bs_account *account, const char *region)
{
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_DYNAMODB_TABLE, region, NULL);
    size_t count = 0;

    while (entry != NULL) {
        count++;
        entry = bs_account_next(account, BS_DYNAMODB_TABLE, region, entry->key);
    }
    return count;
}

void bs_dynamodb_perform_create_table(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "TableName", "");
    struct bs_dynamodb_refusal refusal = {{0}};
    struct bs_dynamodb_table *table;

    check_table(request->input, &refusal);
    if (refusal.message[0] != '\0') {
        bs_dynamodb_fail(answer, refusal.message);
    } else if (bs_account_find(account, BS_DYNAMODB_TABLE, request->region, name) != NULL) {
        bs_account_fail(answer, "ResourceInUseException", "Table already exists: %s", name);
    } else if (table_count(account, request->region) >= TABLES_MAX) {
        bs_account_fail(answer, "LimitExceededException",
                        "Subscriber limit exceeded: There is a limit of %d tables per account",
                        TABLES_MAX);
    } else {
        table = bs_dynamodb_table_make(account, request->region, request->input);
        (void)bs_tree_set(answer->output, "TableDescription", bs_dynamodb_table_describe(table));
        bs_account_later(account, table->entry, BS_SECONDS(CREATE_S), bs_dynamodb_table_activate);
    }
}

/* ---- Describing ---- */

static struct bs_dynamodb_table *named_table(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "TableName", "");
    struct bs_dynamodb_table *table = bs_dynamodb_table_find(account, request->region, name);

    if (table == NULL) {
        bs_account_fail(answer, "ResourceNotFoundException",
                        "Requested resource not found: Table: %s not found", name);
    }
    return table;
}

void bs_dynamodb_perform_describe_table(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    const struct bs_dynamodb_table *table = named_table(account, request, answer);

    if (table != NULL) {
        (void)bs_tree_set(answer->output, "Table", bs_dynamodb_table_describe(table));
    }
}

void bs_dynamodb_perform_list_tables(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    const int64_t limit = bs_tree_integer(request->input, "Limit", LIST_LIMIT);
    const char *after = bs_tree_text(request->input, "ExclusiveStartTableName", NULL);
    struct bs_tree *names = bs_tree_set_list(answer->output, "TableNames");
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_DYNAMODB_TABLE, request->region, after);

    for (int64_t i = 0; i < limit && entry != NULL; i++) {
        bs_tree_append_text(names, entry->key);
        after = entry->key;
        entry = bs_account_next(account, BS_DYNAMODB_TABLE, request->region, after);
    }
    if (entry != NULL && after != NULL) {
        bs_tree_set_text(answer->output, "LastEvaluatedTableName", after);
    }
}

/* ---- Deleting ---- */

/* False with an error if the table is on its way from one state to another. */
static bool is_settled(const struct bs_dynamodb_table *table, struct bs_account_answer *answer)
{
    static const char *const states[][2] = {
        {"CREATING", "created"}, {"UPDATING", "updated"}, {"DELETING", "deleted"}};
    const char *status = bs_tree_text(table->description, "TableStatus", "");

    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        if (strcmp(status, states[i][0]) == 0) {
            bs_account_fail(answer, "ResourceInUseException",
                            "Attempt to change a resource which is still in use: Table is being "
                            "%s: %s",
                            states[i][1], table->entry->key);
        }
    }
    return answer->error == NULL;
}

void bs_dynamodb_perform_delete_table(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = named_table(account, request, answer);

    if (table == NULL || !is_settled(table, answer)) {
        return;
    }
    bs_tree_set_text(table->description, "TableStatus", "DELETING");
    bs_dynamodb_stream_close(account, table);
    bs_dynamodb_replica_leave(account, table);
    (void)bs_tree_set(answer->output, "TableDescription", bs_dynamodb_table_describe(table));
    bs_account_later(account, table->entry, BS_SECONDS(DELETE_S), bs_account_remove);
}

/* ---- Updating ---- */

/* Ends what an update has begun; what was to be deleted is. */
static void finish_update(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_dynamodb_table *table = entry->own;
    struct bs_tree *list = bs_tree_get_mutable(table->description, "GlobalSecondaryIndexes");
    struct bs_tree *index = bs_tree_first_mutable(list);

    (void)account;
    bs_tree_set_text(table->description, "TableStatus", "ACTIVE");
    while (index != NULL) {
        struct bs_tree *next = index->next;

        if (strcmp(bs_tree_text(index, "IndexStatus", ""), "DELETING") == 0) {
            bs_dynamodb_index_remove(table, bs_tree_text(index, "IndexName", ""));
            bs_tree_remove_element(list, index);
        } else {
            bs_tree_set_text(index, "IndexStatus", "ACTIVE");
            (void)bs_tree_remove(index, "Backfilling");
        }
        index = next;
    }
    if (bs_tree_count(list) == 0) {
        (void)bs_tree_remove(table->description, "GlobalSecondaryIndexes");
    }
}

struct table_update {
    struct bs_account *account;
    struct bs_dynamodb_table *table;
    const struct bs_tree *input;
    struct bs_account_answer *answer;
    bool is_on_demand; /* As it will be. */
    int64_t lasts_s;
};

static void create_index(struct table_update *update, const struct bs_tree *creation)
{
    struct bs_tree *description = update->table->description;
    const char *name = bs_tree_text(creation, "IndexName", "");
    struct bs_dynamodb_refusal refusal = {{0}};
    struct bs_dynamodb_schema schema;
    struct bs_tree *index;

    if (bs_dynamodb_index_find(update->table, name) != NULL) {
        bs_dynamodb_refuse(&refusal, "Attempting to create an index which already exists");
    }
    if (bs_tree_count(bs_tree_get(description, "GlobalSecondaryIndexes")) >= GLOBAL_INDEXES_MAX) {
        bs_account_fail(update->answer, "LimitExceededException",
                        "Subscriber limit exceeded: at most %d global secondary indexes",
                        GLOBAL_INDEXES_MAX);
        return;
    }
    check_projection(creation, &refusal);
    check_throughput(bs_tree_get(creation, "ProvisionedThroughput"), update->is_on_demand, name,
                     &refusal);
    (void)bs_dynamodb_schema_read(bs_tree_get(creation, "KeySchema"),
                                  bs_tree_get(description, "AttributeDefinitions"), &schema,
                                  &refusal);
    if (refusal.message[0] != '\0') {
        bs_dynamodb_fail(update->answer, refusal.message);
        return;
    }
    if (bs_tree_get(description, "GlobalSecondaryIndexes") == NULL) {
        (void)bs_tree_set_list(description, "GlobalSecondaryIndexes");
    }
    index = bs_tree_append(
        bs_tree_get_mutable(description, "GlobalSecondaryIndexes"),
        describe_index(creation, bs_tree_text(description, "TableArn", ""), "CREATING"));
    bs_tree_set_boolean(index, "Backfilling", true);
    bs_dynamodb_index_add(update->table, index, true);
    update->lasts_s = BACKFILL_S;
}

/* The index named, which is there; NULL with an error. */
static struct bs_tree *existing_index(struct table_update *update, const struct bs_tree *change)
{
    const char *name = bs_tree_text(change, "IndexName", "");
    const struct bs_dynamodb_index *index = bs_dynamodb_index_find(update->table, name);

    if (index == NULL || !index->is_global) {
        bs_account_fail(update->answer, "ResourceNotFoundException",
                        "Requested resource not found: Index: %s not found", name);
        return NULL;
    }
    return index->description;
}

static void change_index(struct table_update *update, const struct bs_tree *change)
{
    const struct bs_tree *creation = bs_tree_get(change, "Create");
    const struct bs_tree *deletion = bs_tree_get(change, "Delete");
    const struct bs_tree *throughput = bs_tree_get(change, "Update");
    struct bs_tree *index;

    if (creation != NULL) {
        create_index(update, creation);
        return;
    }
    if (deletion == NULL && throughput == NULL) {
        bs_dynamodb_fail(update->answer, "One or more parameter values were invalid: One of "
                                         "GlobalSecondaryIndexUpdate's members must be specified");
        return;
    }
    index = existing_index(update, deletion != NULL ? deletion : throughput);
    if (index != NULL && deletion != NULL) {
        bs_tree_set_text(index, "IndexStatus", "DELETING");
        update->lasts_s = INDEX_DELETE_S;
    } else if (index != NULL) {
        bs_tree_set_text(index, "IndexStatus", "UPDATING");
        set_throughput(index, bs_tree_get(throughput, "ProvisionedThroughput"));
    }
}

/* At most one may be created or deleted at a time. */
static void change_indexes(struct table_update *update)
{
    const struct bs_tree *changes = bs_tree_get(update->input, "GlobalSecondaryIndexUpdates");
    size_t count = 0;

    for (const struct bs_tree *change = bs_tree_first(changes); change != NULL;
         change = change->next) {
        count += bs_tree_get(change, "Update") == NULL ? 1 : 0;
    }
    if (count > 1) {
        bs_account_fail(update->answer, "LimitExceededException", "%s",
                        "Subscriber limit exceeded: Only 1 online index can be created or deleted "
                        "simultaneously per table");
    }
    for (const struct bs_tree *change = bs_tree_first(changes);
         change != NULL && update->answer->error == NULL; change = change->next) {
        change_index(update, change);
    }
}

/* New definitions are added to the old ones, which indexes need. */
static void merge_definitions(struct table_update *update)
{
    struct bs_tree *kept = bs_tree_get_mutable(update->table->description, "AttributeDefinitions");

    for (const struct bs_tree *one =
             bs_tree_first(bs_tree_get(update->input, "AttributeDefinitions"));
         one != NULL && bs_tree_count(kept) < DEFINITIONS_MAX; one = one->next) {
        const struct bs_tree *old = bs_tree_first(kept);

        while (old != NULL && strcmp(bs_tree_text(old, "AttributeName", ""),
                                     bs_tree_text(one, "AttributeName", "")) != 0) {
            old = old->next;
        }
        if (old == NULL) {
            (void)bs_tree_append(kept, bs_tree_copy(one));
        }
    }
}

static bool changes_throughput(const struct table_update *update)
{
    const struct bs_tree *wanted = bs_tree_get(update->input, "ProvisionedThroughput");
    const struct bs_tree *has = bs_tree_get(update->table->description, "ProvisionedThroughput");

    return bs_tree_integer(wanted, "ReadCapacityUnits", 0) !=
               bs_tree_integer(has, "ReadCapacityUnits", 0) ||
           bs_tree_integer(wanted, "WriteCapacityUnits", 0) !=
               bs_tree_integer(has, "WriteCapacityUnits", 0);
}

static void change_billing(struct table_update *update)
{
    struct bs_tree *description = update->table->description;
    const char *mode = bs_tree_text(update->input, "BillingMode", NULL);
    const struct bs_tree *throughput = bs_tree_get(update->input, "ProvisionedThroughput");
    struct bs_dynamodb_refusal refusal = {{0}};

    if (mode != NULL || throughput != NULL) {
        check_throughput(throughput, update->is_on_demand, "", &refusal);
    }
    if (refusal.message[0] == '\0' && throughput != NULL && mode == NULL &&
        !changes_throughput(update)) {
        bs_dynamodb_refuse(
            &refusal, "The provisioned throughput for the table will not change. The requested "
                      "value equals the current value.");
    }
    if (refusal.message[0] != '\0') {
        bs_dynamodb_fail(update->answer, refusal.message);
        return;
    }
    if (mode != NULL && update->is_on_demand) {
        set_billing(update->account, description, update->input);
    } else if (throughput != NULL) {
        set_throughput(description, throughput);
        if (mode != NULL) {
            bs_tree_set_text(bs_tree_set_structure(description, "BillingModeSummary"),
                             "BillingMode", mode);
        }
    }
}

static void change_stream(struct table_update *update)
{
    const struct bs_tree *wanted = bs_tree_get(update->input, "StreamSpecification");
    const bool is_open = bs_tree_boolean(
        bs_tree_get(update->table->description, "StreamSpecification"), "StreamEnabled", false);
    struct bs_dynamodb_refusal refusal = {{0}};

    if (wanted == NULL) {
        return;
    }
    check_stream(wanted, &refusal);
    if (refusal.message[0] != '\0') {
        bs_dynamodb_fail(update->answer, refusal.message);
    } else if (is_open == bs_tree_boolean(wanted, "StreamEnabled", false)) {
        bs_account_fail(update->answer, "ResourceInUseException", "%s",
                        is_open ? "Table already has an enabled stream"
                                : "Table has no enabled stream to disable");
    } else if (is_open) {
        bs_dynamodb_stream_close(update->account, update->table);
    } else {
        bs_dynamodb_stream_open(update->account, update->table, wanted);
    }
}

static void change_replicas(struct table_update *update)
{
    const struct bs_tree *updates = bs_tree_get(update->input, "ReplicaUpdates");

    if (bs_tree_count(updates) > 1) {
        bs_dynamodb_fail(update->answer, "Update table operation with more than one replica update "
                                         "is not supported");
    }
    for (const struct bs_tree *one = bs_tree_first(updates);
         one != NULL && update->answer->error == NULL; one = one->next) {
        (void)bs_dynamodb_replica_update(update->account, update->table, one, update->answer);
    }
}

static bool is_on_demand_after(const struct bs_dynamodb_table *table, const struct bs_tree *input)
{
    const char *now = bs_tree_text(bs_tree_get(table->description, "BillingModeSummary"),
                                   "BillingMode", "PROVISIONED");

    return strcmp(bs_tree_text(input, "BillingMode", now), "PAY_PER_REQUEST") == 0;
}

void bs_dynamodb_perform_update_table(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    struct table_update update = {
        .account = account,
        .table = named_table(account, request, answer),
        .input = request->input,
        .answer = answer,
        .lasts_s = UPDATE_S,
    };

    if (update.table == NULL || !is_settled(update.table, answer)) {
        return;
    }
    if (bs_tree_count(request->input) < 2) {
        bs_dynamodb_fail(answer, "At least one of ProvisionedThroughput, BillingMode, "
                                 "UpdateStreamEnabled, GlobalSecondaryIndexUpdates or "
                                 "SSESpecification or ReplicaUpdates is required");
        return;
    }
    update.is_on_demand = is_on_demand_after(update.table, request->input);
    merge_definitions(&update);
    change_billing(&update);
    if (answer->error == NULL) {
        change_stream(&update);
    }
    if (answer->error == NULL) {
        change_indexes(&update);
    }
    if (answer->error == NULL) {
        change_replicas(&update);
    }
    if (answer->error == NULL) {
        set_encryption(update.table->description, request->input);
        set_class(update.table->description, request->input);
        bs_tree_set_text(update.table->description, "TableStatus", "UPDATING");
        (void)bs_tree_set(answer->output, "TableDescription",
                          bs_dynamodb_table_describe(update.table));
        bs_account_later(account, update.table->entry, BS_SECONDS(update.lasts_s), finish_update);
    }
}
