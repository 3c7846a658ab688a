/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* What is set on a table beside its shape: time to live, tags; and what DynamoDB says of itself. */

#include <string.h>

#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_table.h"

enum {
    TTL_S = 60, /* Unsourced: AWS says that it may take up to an hour. */
    TAGS_MAX = 50,
};

/* ---- Time to live ---- */

static void finish_ttl(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *ttl = bs_tree_get_mutable(entry->attributes, "TimeToLive");

    if (strcmp(bs_tree_text(ttl, "TimeToLiveStatus", ""), "ENABLING") == 0) {
        bs_tree_set_text(ttl, "TimeToLiveStatus", "ENABLED");
    } else {
        bs_tree_set_text(ttl, "TimeToLiveStatus", "DISABLED");
        (void)bs_tree_remove(ttl, "AttributeName");
    }
    bs_dynamodb_reset_expiries(account, entry->own);
}

/* False with an error: AWS refuses what changes nothing, and what comes too soon. */
static bool ttl_can_change(const struct bs_tree *ttl, const struct bs_tree *wanted,
                           struct bs_account_answer *answer)
{
    const char *status = bs_tree_text(ttl, "TimeToLiveStatus", "DISABLED");
    const char *attribute = bs_tree_text(ttl, "AttributeName", "");
    const bool is_enabled = strcmp(status, "ENABLED") == 0;
    const bool enables = bs_tree_boolean(wanted, "Enabled", false);

    if (strcmp(status, "ENABLING") == 0 || strcmp(status, "DISABLING") == 0) {
        bs_dynamodb_fail(answer, "Time to live has been modified multiple times within a fixed "
                                 "interval");
    } else if (is_enabled && strcmp(attribute, bs_tree_text(wanted, "AttributeName", "")) != 0) {
        bs_account_fail(answer, "ValidationException",
                        "TimeToLive is active on a different AttributeName: current AttributeName "
                        "is %s",
                        attribute);
    } else if (is_enabled == enables) {
        bs_account_fail(answer, "ValidationException", "TimeToLive is already %s",
                        enables ? "enabled" : "disabled");
    }
    return answer->error == NULL;
}

void bs_dynamodb_perform_update_time_to_live(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_get(request->input, "TimeToLiveSpecification");
    struct bs_dynamodb_table *table = bs_dynamodb_table_ready(
        account, request, bs_tree_text(request->input, "TableName", ""), answer);
    struct bs_tree *ttl;

    if (table == NULL) {
        return;
    }
    ttl = bs_tree_get_mutable(table->entry->attributes, "TimeToLive");
    if (!ttl_can_change(ttl, wanted, answer)) {
        return;
    }
    bs_tree_set_text(ttl, "AttributeName", bs_tree_text(wanted, "AttributeName", ""));
    bs_tree_set_text(ttl, "TimeToLiveStatus",
                     bs_tree_boolean(wanted, "Enabled", false) ? "ENABLING" : "DISABLING");
    (void)bs_tree_set(answer->output, "TimeToLiveSpecification", bs_tree_copy(wanted));
    bs_account_later(account, table->entry, BS_SECONDS(TTL_S), finish_ttl);
}

void bs_dynamodb_perform_describe_time_to_live(struct bs_account *account,
                                               const struct bs_account_request *request,
                                               struct bs_account_answer *answer)
{
    const struct bs_dynamodb_table *table = bs_dynamodb_table_ready(
        account, request, bs_tree_text(request->input, "TableName", ""), answer);

    if (table != NULL) {
        (void)bs_tree_set(answer->output, "TimeToLiveDescription",
                          bs_tree_copy(bs_tree_get(table->entry->attributes, "TimeToLive")));
    }
}

/* ---- Tags ---- */

static struct bs_dynamodb_table *tagged_table(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "ResourceArn", "");
    const char *name = strstr(arn, ":table/");
    struct bs_dynamodb_table *table =
        name == NULL ? NULL : bs_dynamodb_table_find(account, request->region, name + 7);

    if (name == NULL) {
        bs_account_fail(answer, "ValidationException", "Invalid TableArn: %.255s", arn);
    } else if (table == NULL ||
               strcmp(bs_tree_text(table->description, "TableArn", ""), arn) != 0) {
        bs_account_fail(answer, "ResourceNotFoundException",
                        "Requested resource not found: ResourcArn: %.255s not found", arn);
    }
    return answer->error == NULL ? table : NULL;
}

void bs_dynamodb_perform_tag_resource(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = tagged_table(account, request, answer);
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");
    struct bs_tree *merged;

    if (table == NULL) {
        return;
    }
    merged = bs_tree_new_structure();
    (void)bs_tree_set(merged, "Tags", bs_tree_copy(bs_tree_get(table->entry->attributes, "Tags")));
    if (bs_tree_count(tags) <= TAGS_MAX) {
        bs_account_merge_tags(merged, tags);
    }
    if (bs_tree_count(tags) > TAGS_MAX || bs_tree_count(bs_tree_get(merged, "Tags")) > TAGS_MAX) {
        bs_account_fail(answer, "LimitExceededException", "Too many tags: at most %d", TAGS_MAX);
    } else {
        bs_account_merge_tags(table->entry->attributes, tags);
    }
    bs_tree_destroy(merged);
}

void bs_dynamodb_perform_untag_resource(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = tagged_table(account, request, answer);

    if (table != NULL) {
        bs_account_remove_tags(table->entry->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

void bs_dynamodb_perform_list_tags_of_resource(struct bs_account *account,
                                               const struct bs_account_request *request,
                                               struct bs_account_answer *answer)
{
    const struct bs_dynamodb_table *table = tagged_table(account, request, answer);

    if (table != NULL) {
        (void)bs_tree_set(answer->output, "Tags",
                          bs_tree_copy(bs_tree_get(table->entry->attributes, "Tags")));
    }
}

/* ---- Of the account ---- */

void bs_dynamodb_perform_describe_limits(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         struct bs_account_answer *answer)
{
    (void)account;
    (void)request;
    /* The initial quotas. Source: Amazon DynamoDB Developer Guide, "Quotas in Amazon DynamoDB". */
    bs_tree_set_integer(answer->output, "AccountMaxReadCapacityUnits", 80000);
    bs_tree_set_integer(answer->output, "AccountMaxWriteCapacityUnits", 80000);
    bs_tree_set_integer(answer->output, "TableMaxReadCapacityUnits", 40000);
    bs_tree_set_integer(answer->output, "TableMaxWriteCapacityUnits", 40000);
}

void bs_dynamodb_perform_describe_endpoints(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    struct bs_tree *endpoint =
        bs_tree_append_structure(bs_tree_set_list(answer->output, "Endpoints"));

    (void)account;
    bs_tree_set_format(endpoint, "Address", "dynamodb.%s.amazonaws.com", request->region);
    bs_tree_set_integer(endpoint, "CachePeriodInMinutes", 1440);
}
