/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Backups on demand, point-in-time recovery, and restoring from either. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_table.h"

/* Unsourced: how long it takes, in seconds. */
enum { BACKUP_S = 5, RESTORE_S = 300 };

/* Source: API Reference, PointInTimeRecoveryDescription: 35 days; up to five minutes ago. */
enum { PAST_S = 35 * 86400, LATEST_S = 300 };

enum { LIST_LIMIT = 100 };

/* ---- What a table has of its past ---- */

void bs_dynamodb_past_take(struct bs_account *account, const struct bs_dynamodb_change *change)
{
    struct bs_dynamodb_table *table = change->table;

    if (bs_tree_get(table->entry->attributes, "PointInTimeRecovery") == NULL) {
        return;
    }
    if (table->past_count == table->past_capacity) {
        table->past_capacity = 2 * table->past_capacity + 16;
        table->past = realloc(table->past, table->past_capacity * sizeof(struct bs_dynamodb_past));
        BS_ASSERT(table->past != NULL);
    }
    table->past[table->past_count++] = (struct bs_dynamodb_past){
        .at = bs_account_now(account),
        .key = bs_tree_copy(change->key),
        .old = change->old_item == NULL ? NULL : bs_tree_copy(change->old_item),
    };
}

static void forget_past(struct bs_dynamodb_table *table)
{
    for (size_t i = 0; i < table->past_count; i++) {
        bs_tree_destroy(table->past[i].key);
        bs_tree_destroy(table->past[i].old);
    }
    table->past_count = 0;
}

/* ---- Point-in-time recovery ---- */

static struct bs_instant earliest(struct bs_account *account, const struct bs_dynamodb_table *table)
{
    const struct bs_instant since =
        bs_tree_instant(bs_tree_get(table->entry->attributes, "PointInTimeRecovery"), "Since",
                        bs_account_now(account));
    const struct bs_instant horizon = {bs_account_now(account).ns - PAST_S * BS_NS_PER_S};

    return bs_instant_max(since, horizon);
}

static struct bs_instant latest(struct bs_account *account, const struct bs_dynamodb_table *table)
{
    const struct bs_instant lately = {bs_account_now(account).ns - LATEST_S * BS_NS_PER_S};

    return bs_instant_max(lately, earliest(account, table));
}

static void describe_continuous_backups(struct bs_account *account,
                                        const struct bs_dynamodb_table *table,
                                        struct bs_tree *output)
{
    const bool is_on = bs_tree_get(table->entry->attributes, "PointInTimeRecovery") != NULL;
    struct bs_tree *backups = bs_tree_set_structure(output, "ContinuousBackupsDescription");
    struct bs_tree *recovery = bs_tree_set_structure(backups, "PointInTimeRecoveryDescription");

    bs_tree_set_text(backups, "ContinuousBackupsStatus", "ENABLED");
    bs_tree_set_text(recovery, "PointInTimeRecoveryStatus", is_on ? "ENABLED" : "DISABLED");
    if (is_on) {
        bs_tree_set_instant(recovery, "EarliestRestorableDateTime", earliest(account, table));
        bs_tree_set_instant(recovery, "LatestRestorableDateTime", latest(account, table));
    }
}

static struct bs_dynamodb_table *find_table(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            const char *member, struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, member, "");
    struct bs_dynamodb_table *table = bs_dynamodb_table_find(account, request->region, name);

    if (table == NULL) {
        bs_account_fail(answer, "TableNotFoundException", "Table not found: %s", name);
    }
    return table;
}

void bs_dynamodb_perform_update_continuous_backups(struct bs_account *account,
                                                   const struct bs_account_request *request,
                                                   struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = find_table(account, request, "TableName", answer);
    const bool enables =
        bs_tree_boolean(bs_tree_get(request->input, "PointInTimeRecoverySpecification"),
                        "PointInTimeRecoveryEnabled", false);

    if (table == NULL) {
        return;
    }
    if (!enables) {
        (void)bs_tree_remove(table->entry->attributes, "PointInTimeRecovery");
        forget_past(table);
    } else if (bs_tree_get(table->entry->attributes, "PointInTimeRecovery") == NULL) {
        bs_tree_set_instant(bs_tree_set_structure(table->entry->attributes, "PointInTimeRecovery"),
                            "Since", bs_account_now(account));
    }
    describe_continuous_backups(account, table, answer->output);
}

void bs_dynamodb_perform_describe_continuous_backups(struct bs_account *account,
                                                     const struct bs_account_request *request,
                                                     struct bs_account_answer *answer)
{
    const struct bs_dynamodb_table *table = find_table(account, request, "TableName", answer);

    if (table != NULL) {
        describe_continuous_backups(account, table, answer->output);
    }
}

/* ---- Backups ---- */

static struct bs_tree *copy_items(const struct bs_dynamodb_table *table)
{
    struct bs_tree *items = bs_tree_new_list();

    for (const struct bs_dynamodb_place *place = bs_dynamodb_order_first(table->primary.order);
         place != NULL; place = place->next[0]) {
        const struct bs_dynamodb_item *item = place->item;

        (void)bs_tree_append(items, bs_tree_copy(item->attributes));
    }
    return items;
}

static struct bs_tree *describe_source(const struct bs_dynamodb_table *table)
{
    static const char *const members[] = {"TableName", "TableId", "TableArn", "KeySchema", NULL};
    static const char *const units[] = {"ReadCapacityUnits", "WriteCapacityUnits", NULL};
    struct bs_tree *source = bs_tree_new_structure();
    const struct bs_tree *billing = bs_tree_get(table->description, "BillingModeSummary");

    bs_tree_copy_members(source, table->description, members);
    bs_tree_set_instant(
        source, "TableCreationDateTime",
        bs_tree_instant(table->description, "CreationDateTime", (struct bs_instant){0}));
    bs_tree_copy_members(bs_tree_set_structure(source, "ProvisionedThroughput"),
                         bs_tree_get(table->description, "ProvisionedThroughput"), units);
    bs_tree_set_integer(source, "TableSizeBytes", (int64_t)table->primary.bytes);
    bs_tree_set_integer(source, "ItemCount",
                        (int64_t)bs_dynamodb_order_count(table->primary.order));
    bs_tree_set_text(source, "BillingMode", bs_tree_text(billing, "BillingMode", "PROVISIONED"));
    return source;
}

static struct bs_tree *describe_features(const struct bs_dynamodb_table *table,
                                         const struct bs_tree *recipe)
{
    static const char *const members[] = {"LocalSecondaryIndexes", "GlobalSecondaryIndexes", NULL};
    struct bs_tree *features = bs_tree_new_structure();
    const struct bs_tree *stream = bs_tree_get(table->description, "StreamSpecification");

    bs_tree_copy_members(features, recipe, members);
    (void)bs_tree_set(features, "TimeToLiveDescription",
                      bs_tree_copy(bs_tree_get(table->entry->attributes, "TimeToLive")));
    if (stream != NULL) {
        (void)bs_tree_set(features, "StreamDescription", bs_tree_copy(stream));
    }
    return features;
}

static void finish_backup(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *description = bs_tree_get_mutable(entry->attributes, "Description");

    (void)account;
    bs_tree_set_text(bs_tree_get_mutable(description, "BackupDetails"), "BackupStatus",
                     "AVAILABLE");
}

/* The entry, which holds a description, a recipe and the items. */
static struct bs_account_entry *make_backup(struct bs_account *account,
                                            const struct bs_dynamodb_table *table, const char *name)
{
    const int64_t now_ms =
        bs_account_options(account)->epoch_s * 1000 + bs_account_now(account).ns / BS_NS_PER_MS;
    struct bs_account_entry *entry;
    struct bs_tree *description;
    struct bs_tree *details;
    struct bs_tree *recipe;
    char arn[BS_DYNAMODB_ARN_MAX + 64];
    char id[9];

    bs_account_new_id(account, "", 12, arn, sizeof(arn));
    (void)snprintf(id, sizeof(id), "%.8s", arn);
    (void)snprintf(arn, sizeof(arn), "%s/backup/%014lld-%s",
                   bs_tree_text(table->description, "TableArn", ""), (long long)now_ms, id);
    entry = bs_account_add(account, BS_DYNAMODB_BACKUP, table->entry->region, arn);
    description = bs_tree_set_structure(entry->attributes, "Description");
    details = bs_tree_set_structure(description, "BackupDetails");
    bs_tree_set_text(details, "BackupArn", arn);
    bs_tree_set_text(details, "BackupName", name);
    bs_tree_set_integer(details, "BackupSizeBytes", (int64_t)table->primary.bytes);
    bs_tree_set_text(details, "BackupStatus", "CREATING");
    bs_tree_set_text(details, "BackupType", "USER");
    bs_tree_set_instant(details, "BackupCreationDateTime", bs_account_now(account));
    (void)bs_tree_set(description, "SourceTableDetails", describe_source(table));
    recipe = bs_tree_set(entry->attributes, "Recipe",
                         bs_dynamodb_table_recipe(table, table->entry->key));
    (void)bs_tree_set(description, "SourceTableFeatureDetails", describe_features(table, recipe));
    (void)bs_tree_set(entry->attributes, "Items", copy_items(table));
    return entry;
}

void bs_dynamodb_perform_create_backup(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const struct bs_dynamodb_table *table = find_table(account, request, "TableName", answer);
    struct bs_account_entry *entry;

    if (table == NULL) {
        return;
    }
    if (strcmp(bs_tree_text(table->description, "TableStatus", ""), "ACTIVE") != 0) {
        bs_account_fail(answer, "TableInUseException", "Table is being changed: %s",
                        table->entry->key);
        return;
    }
    entry = make_backup(account, table, bs_tree_text(request->input, "BackupName", ""));
    (void)bs_tree_set(
        answer->output, "BackupDetails",
        bs_tree_copy(bs_tree_get(bs_tree_get(entry->attributes, "Description"), "BackupDetails")));
    bs_account_later(account, entry, BS_SECONDS(BACKUP_S), finish_backup);
}

static struct bs_account_entry *find_backup(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "BackupArn", "");
    struct bs_account_entry *entry =
        bs_account_find(account, BS_DYNAMODB_BACKUP, request->region, arn);

    if (entry == NULL) {
        bs_account_fail(answer, "BackupNotFoundException", "Backup not found: %.512s", arn);
    }
    return entry;
}

void bs_dynamodb_perform_describe_backup(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = find_backup(account, request, answer);

    if (entry != NULL) {
        (void)bs_tree_set(answer->output, "BackupDescription",
                          bs_tree_copy(bs_tree_get(entry->attributes, "Description")));
    }
}

static const struct bs_tree *details_of(const struct bs_account_entry *entry)
{
    return bs_tree_get(bs_tree_get(entry->attributes, "Description"), "BackupDetails");
}

void bs_dynamodb_perform_delete_backup(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = find_backup(account, request, answer);
    struct bs_tree *description;

    if (entry == NULL) {
        return;
    }
    if (strcmp(bs_tree_text(details_of(entry), "BackupStatus", ""), "AVAILABLE") != 0) {
        bs_account_fail(answer, "BackupInUseException", "%s", "Backup is still being created");
        return;
    }
    description = bs_tree_set(answer->output, "BackupDescription",
                              bs_tree_copy(bs_tree_get(entry->attributes, "Description")));
    bs_tree_set_text(bs_tree_get_mutable(description, "BackupDetails"), "BackupStatus", "DELETED");
    bs_account_remove(account, entry);
}

static bool is_listed(const struct bs_account_entry *entry, const struct bs_tree *input)
{
    const struct bs_tree *source =
        bs_tree_get(bs_tree_get(entry->attributes, "Description"), "SourceTableDetails");
    const struct bs_tree *details = details_of(entry);
    const char *name = bs_tree_text(input, "TableName", NULL);
    const char *type = bs_tree_text(input, "BackupType", "USER");
    const struct bs_instant at =
        bs_tree_instant(details, "BackupCreationDateTime", (struct bs_instant){0});

    return (name == NULL || strcmp(bs_tree_text(source, "TableName", ""), name) == 0) &&
           (strcmp(type, "ALL") == 0 || strcmp(type, "USER") == 0) &&
           at.ns >= bs_tree_instant(input, "TimeRangeLowerBound", BS_INSTANT_UNKNOWN).ns &&
           at.ns < bs_tree_instant(input, "TimeRangeUpperBound", BS_INSTANT_NEVER).ns;
}

static void list_backup(const struct bs_account_entry *entry, struct bs_tree *summaries)
{
    static const char *const of_table[] = {"TableName", "TableId", "TableArn", NULL};
    static const char *const of_backup[] = {
        "BackupArn",       "BackupName", "BackupCreationDateTime", "BackupStatus", "BackupType",
        "BackupSizeBytes", NULL};
    struct bs_tree *summary = bs_tree_append_structure(summaries);

    bs_tree_copy_members(
        summary, bs_tree_get(bs_tree_get(entry->attributes, "Description"), "SourceTableDetails"),
        of_table);
    bs_tree_copy_members(summary, details_of(entry), of_backup);
}

void bs_dynamodb_perform_list_backups(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    const int64_t limit = bs_tree_integer(request->input, "Limit", LIST_LIMIT);
    struct bs_tree *summaries = bs_tree_set_list(answer->output, "BackupSummaries");
    const char *last = NULL;

    for (const struct bs_account_entry *entry =
             bs_account_next(account, BS_DYNAMODB_BACKUP, request->region,
                             bs_tree_text(request->input, "ExclusiveStartBackupArn", NULL));
         entry != NULL;
         entry = bs_account_next(account, BS_DYNAMODB_BACKUP, request->region, entry->key)) {
        if (!is_listed(entry, request->input)) {
            continue;
        }
        if ((int64_t)bs_tree_count(summaries) == limit) {
            bs_tree_set_text(answer->output, "LastEvaluatedBackupArn", last);
            return;
        }
        list_backup(entry, summaries);
        last = entry->key;
    }
}

/* ---- Restoring ---- */

/* What the request overrides, in the recipe. */
static void override(struct bs_tree *recipe, const struct bs_tree *input)
{
    static const char *const overrides[][2] = {
        {"BillingModeOverride", "BillingMode"},
        {"ProvisionedThroughputOverride", "ProvisionedThroughput"},
        {"GlobalSecondaryIndexOverride", "GlobalSecondaryIndexes"},
        {"LocalSecondaryIndexOverride", "LocalSecondaryIndexes"},
        {"SSESpecificationOverride", "SSESpecification"}};

    bs_tree_set_text(recipe, "TableName", bs_tree_text(input, "TargetTableName", ""));
    for (size_t i = 0; i < sizeof(overrides) / sizeof(overrides[0]); i++) {
        const struct bs_tree *value = bs_tree_get(input, overrides[i][0]);

        if (value != NULL) {
            (void)bs_tree_set(recipe, overrides[i][1], bs_tree_copy(value));
        }
    }
    if (strcmp(bs_tree_text(recipe, "BillingMode", ""), "PAY_PER_REQUEST") == 0) {
        (void)bs_tree_remove(recipe, "ProvisionedThroughput");
    }
}

static void finish_restore(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *description = bs_tree_get_mutable(entry->attributes, "Table");

    bs_tree_set_boolean(bs_tree_get_mutable(description, "RestoreSummary"), "RestoreInProgress",
                        false);
    bs_dynamodb_table_activate(account, entry);
}

static struct bs_dynamodb_table *make_target(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_tree *recipe,
                                             struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "TargetTableName", "");

    if (bs_account_find(account, BS_DYNAMODB_TABLE, request->region, name) != NULL) {
        bs_account_fail(answer, "TableAlreadyExistsException", "Table already exists: %s", name);
        return NULL;
    }
    override(recipe, request->input);
    return bs_dynamodb_table_make(account, request->region, recipe);
}

static void answer_restore(struct bs_account *account, struct bs_dynamodb_table *table,
                           const char *source_arn, const char *backup_arn, struct bs_instant at,
                           struct bs_account_answer *answer)
{
    struct bs_tree *summary = bs_tree_set_structure(table->description, "RestoreSummary");

    if (backup_arn != NULL) {
        bs_tree_set_text(summary, "SourceBackupArn", backup_arn);
    }
    bs_tree_set_text(summary, "SourceTableArn", source_arn);
    bs_tree_set_instant(summary, "RestoreDateTime", at);
    bs_tree_set_boolean(summary, "RestoreInProgress", true);
    (void)bs_tree_set(answer->output, "TableDescription", bs_dynamodb_table_describe(table));
    bs_account_later(account, table->entry, BS_SECONDS(RESTORE_S), finish_restore);
}

void bs_dynamodb_perform_restore_table_from_backup(struct bs_account *account,
                                                   const struct bs_account_request *request,
                                                   struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = find_backup(account, request, answer);
    struct bs_dynamodb_table *table;
    struct bs_tree *recipe;

    if (entry == NULL) {
        return;
    }
    if (strcmp(bs_tree_text(details_of(entry), "BackupStatus", ""), "AVAILABLE") != 0) {
        bs_account_fail(answer, "BackupInUseException", "%s", "Backup is still being created");
        return;
    }
    recipe = bs_tree_copy(bs_tree_get(entry->attributes, "Recipe"));
    table = make_target(account, request, recipe, answer);
    bs_tree_destroy(recipe);
    if (table == NULL) {
        return;
    }
    for (const struct bs_tree *item = bs_tree_first(bs_tree_get(entry->attributes, "Items"));
         item != NULL; item = item->next) {
        bs_dynamodb_write(account, table, item, bs_tree_copy(item), BS_DYNAMODB_BY_RESTORE, NULL);
    }
    answer_restore(
        account, table,
        bs_tree_text(
            bs_tree_get(bs_tree_get(entry->attributes, "Description"), "SourceTableDetails"),
            "TableArn", ""),
        entry->key,
        bs_tree_instant(details_of(entry), "BackupCreationDateTime", (struct bs_instant){0}),
        answer);
}

/* The table by its name or its ARN. */
static struct bs_dynamodb_table *source_table(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "SourceTableArn", "");
    const char *in_arn = strstr(arn, ":table/");
    const char *name =
        bs_tree_text(request->input, "SourceTableName", in_arn == NULL ? "" : in_arn + 7);
    struct bs_dynamodb_table *table = bs_dynamodb_table_find(account, request->region, name);

    if (table == NULL) {
        bs_account_fail(answer, "TableNotFoundException", "Table not found: %.255s", name);
    } else if (bs_tree_get(table->entry->attributes, "PointInTimeRecovery") == NULL) {
        bs_account_fail(answer, "PointInTimeRecoveryUnavailableException",
                        "Point in time recovery is not enabled for table '%s'", name);
    }
    return answer->error == NULL ? table : NULL;
}

/* The items of now, and then back through all changes that came after. */
static void copy_past(struct bs_account *account, const struct bs_dynamodb_table *source,
                      struct bs_instant at, struct bs_dynamodb_table *target)
{
    for (const struct bs_dynamodb_place *place = bs_dynamodb_order_first(source->primary.order);
         place != NULL; place = place->next[0]) {
        const struct bs_dynamodb_item *item = place->item;

        bs_dynamodb_write(account, target, item->attributes, bs_tree_copy(item->attributes),
                          BS_DYNAMODB_BY_RESTORE, NULL);
    }
    for (size_t i = source->past_count; i > 0 && source->past[i - 1].at.ns > at.ns; i--) {
        const struct bs_dynamodb_past *past = &source->past[i - 1];

        bs_dynamodb_write(account, target, past->key,
                          past->old == NULL ? NULL : bs_tree_copy(past->old),
                          BS_DYNAMODB_BY_RESTORE, NULL);
    }
}

void bs_dynamodb_perform_restore_table_to_point_in_time(struct bs_account *account,
                                                        const struct bs_account_request *request,
                                                        struct bs_account_answer *answer)
{
    const struct bs_dynamodb_table *source = source_table(account, request, answer);
    const bool is_latest = bs_tree_boolean(request->input, "UseLatestRestorableTime", false);
    struct bs_dynamodb_table *target;
    struct bs_tree *recipe;
    struct bs_instant at;

    if (source == NULL) {
        return;
    }
    at = is_latest ? latest(account, source)
                   : bs_tree_instant(request->input, "RestoreDateTime", BS_INSTANT_UNKNOWN);
    if (is_latest == (bs_tree_get(request->input, "RestoreDateTime") != NULL)) {
        bs_dynamodb_fail(answer, "Either RestoreDateTime or UseLatestRestorableTime must be given, "
                                 "and not both");
        return;
    }
    if (at.ns < earliest(account, source).ns || at.ns > latest(account, source).ns) {
        bs_account_fail(answer, "InvalidRestoreTimeException", "%s",
                        "RestoreDateTime must be between EarliestRestorableDateTime and "
                        "LatestRestorableDateTime");
        return;
    }
    recipe = bs_dynamodb_table_recipe(source, source->entry->key);
    target = make_target(account, request, recipe, answer);
    bs_tree_destroy(recipe);
    if (target != NULL) {
        copy_past(account, source, at, target);
        answer_restore(account, target, bs_tree_text(source->description, "TableArn", ""), NULL, at,
                       answer);
    }
}
