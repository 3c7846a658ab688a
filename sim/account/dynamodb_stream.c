/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum {
    KEPT_S = 86400, /* Source: Developer Guide, "Change data capture for DynamoDB Streams". */
    LABEL_MAX = 32,
};

void bs_dynamodb_sequence_format(uint64_t number, char text[BS_DYNAMODB_SEQUENCE_MAX])
{
    (void)snprintf(text, BS_DYNAMODB_SEQUENCE_MAX, "1%020llu", (unsigned long long)number + 1);
}

/* ---- Opening and closing ---- */

/* "2015-05-20T20:51:10.252"; days to a date by Howard Hinnant's civil_from_days. */
static void format_label(int64_t ms, char label[LABEL_MAX])
{
    const int64_t seconds = ms / 1000;
    const int64_t days = seconds / 86400 + 719468;
    const int64_t era = days / 146097;
    const int64_t day_of_era = days - era * 146097;
    const int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);

    (void)snprintf(label, LABEL_MAX, "%04d-%02d-%02dT%02d:%02d:%02d.%03d", (int)(year % 10000),
                   (int)month, (int)day, (int)(seconds / 3600 % 24), (int)(seconds / 60 % 60),
                   (int)(seconds % 60), (int)(ms % 1000));
}

static void destroy_stream(void *own)
{
    struct bs_dynamodb_stream *stream = own;

    for (size_t i = 0; i < stream->count; i++) {
        bs_tree_destroy(stream->records[i]);
    }
    free(stream->records);
    free(stream);
}

/* An ARN that no stream has had: labels count milliseconds. */
static void choose_arn(struct bs_account *account, const struct bs_dynamodb_table *table,
                       char label[LABEL_MAX], char arn[BS_DYNAMODB_ARN_MAX])
{
    int64_t ms =
        bs_account_options(account)->epoch_s * 1000 + bs_account_now(account).ns / BS_NS_PER_MS;

    do {
        format_label(ms++, label);
        (void)snprintf(arn, BS_DYNAMODB_ARN_MAX, "%.440s/stream/%s",
                       bs_tree_text(table->description, "TableArn", ""), label);
    } while (bs_account_find(account, BS_DYNAMODB_STREAM, table->entry->region, arn) != NULL);
}

void bs_dynamodb_stream_open(struct bs_account *account, struct bs_dynamodb_table *table,
                             const struct bs_tree *specification)
{
    struct bs_account_entry *entry;
    char arn[BS_DYNAMODB_ARN_MAX];
    char label[LABEL_MAX];

    choose_arn(account, table, label, arn);
    entry = bs_account_add(account, BS_DYNAMODB_STREAM, table->entry->region, arn);
    entry->own = calloc(1, sizeof(struct bs_dynamodb_stream));
    entry->destroy_own = destroy_stream;
    BS_ASSERT(entry->own != NULL);
    bs_tree_set_text(entry->attributes, "StreamArn", arn);
    bs_tree_set_text(entry->attributes, "StreamLabel", label);
    bs_tree_set_text(entry->attributes, "StreamStatus", "ENABLED");
    bs_tree_set_text(entry->attributes, "StreamViewType",
                     bs_tree_text(specification, "StreamViewType", "KEYS_ONLY"));
    bs_tree_set_instant(entry->attributes, "CreationRequestDateTime", bs_account_now(account));
    bs_tree_set_text(entry->attributes, "TableName", table->entry->key);
    (void)bs_tree_set(entry->attributes, "KeySchema",
                      bs_tree_copy(bs_tree_get(table->description, "KeySchema")));
    (void)bs_tree_set(table->description, "StreamSpecification", bs_tree_copy(specification));
    bs_tree_set_text(table->description, "LatestStreamLabel", label);
    bs_tree_set_text(table->description, "LatestStreamArn", arn);
}

/* The table's open stream, or NULL. */
static struct bs_account_entry *open_stream(struct bs_account *account,
                                            const struct bs_dynamodb_table *table)
{
    if (bs_tree_get(table->description, "StreamSpecification") == NULL) {
        return NULL;
    }
    return bs_account_find(account, BS_DYNAMODB_STREAM, table->entry->region,
                           bs_tree_text(table->description, "LatestStreamArn", ""));
}

void bs_dynamodb_stream_close(struct bs_account *account, struct bs_dynamodb_table *table)
{
    struct bs_account_entry *entry = open_stream(account, table);

    if (entry == NULL) {
        return;
    }
    bs_tree_set_text(entry->attributes, "StreamStatus", "DISABLED");
    (void)bs_tree_remove(table->description, "StreamSpecification");
    /* What is in it can be read for a day; where transitions are instant it can be for ever. */
    if (bs_account_options(account)->pace == BS_ACCOUNT_REALISTIC) {
        bs_account_later(account, entry, BS_SECONDS(KEPT_S), bs_account_remove);
    }
}

/* ---- Records ---- */

void bs_dynamodb_stream_trim(struct bs_account *account, struct bs_dynamodb_stream *stream)
{
    const int64_t horizon_ns = bs_account_now(account).ns - KEPT_S * BS_NS_PER_S;
    size_t old = 0;

    while (old < stream->count && bs_tree_instant(bs_tree_get(stream->records[old], "dynamodb"),
                                                  "ApproximateCreationDateTime", BS_INSTANT_NEVER)
                                          .ns < horizon_ns) {
        bs_tree_destroy(stream->records[old++]);
    }
    if (old > 0) {
        stream->count -= old;
        stream->trimmed += old;
        memmove(stream->records, stream->records + old, stream->count * sizeof(struct bs_tree *));
    }
}

/* Sets it if the view has it; gives its size. */
static size_t set_image(struct bs_tree *record, const char *name, const struct bs_tree *image,
                        const char *view)
{
    const char *alone = strcmp(name, "NewImage") == 0 ? "NEW_IMAGE" : "OLD_IMAGE";

    if (image == NULL || (strcmp(view, "NEW_AND_OLD_IMAGES") != 0 && strcmp(view, alone) != 0)) {
        return 0;
    }
    (void)bs_tree_set(record, name, bs_tree_copy(image));
    return bs_dynamodb_item_bytes(image);
}

static struct bs_tree *stream_record(const struct bs_dynamodb_change *change, const char *view,
                                     uint64_t number)
{
    struct bs_tree *record = bs_tree_new_structure();
    char sequence[BS_DYNAMODB_SEQUENCE_MAX];
    size_t bytes = bs_dynamodb_item_bytes(change->key);

    bs_dynamodb_sequence_format(number, sequence);
    bs_tree_set_instant(record, "ApproximateCreationDateTime", change->stamp.at);
    (void)bs_tree_set(record, "Keys", bs_tree_copy(change->key));
    bytes += set_image(record, "NewImage", change->new_item, view);
    bytes += set_image(record, "OldImage", change->old_item, view);
    bs_tree_set_text(record, "SequenceNumber", sequence);
    bs_tree_set_integer(record, "SizeBytes", (int64_t)bytes);
    bs_tree_set_text(record, "StreamViewType", view);
    return record;
}

static struct bs_tree *event(struct bs_account *account, const struct bs_dynamodb_change *change,
                             struct bs_tree *record)
{
    struct bs_tree *tree = bs_tree_new_structure();
    char id[33];

    bs_account_new_id(account, "", 32, id, sizeof(id));
    bs_tree_set_text(tree, "eventID", id);
    bs_tree_set_text(tree, "eventName",
                     change->old_item == NULL   ? "INSERT"
                     : change->new_item == NULL ? "REMOVE"
                                                : "MODIFY");
    bs_tree_set_text(tree, "eventVersion", "1.1");
    bs_tree_set_text(tree, "eventSource", "aws:dynamodb");
    bs_tree_set_text(tree, "awsRegion", change->table->entry->region);
    (void)bs_tree_set(tree, "dynamodb", record);
    if (change->cause == BS_DYNAMODB_BY_TIME_TO_LIVE) {
        struct bs_tree *identity = bs_tree_set_structure(tree, "userIdentity");

        bs_tree_set_text(identity, "PrincipalId", "dynamodb.amazonaws.com");
        bs_tree_set_text(identity, "Type", "Service");
    }
    return tree;
}

void bs_dynamodb_stream_take(struct bs_account *account, const struct bs_dynamodb_change *change)
{
    struct bs_account_entry *entry = open_stream(account, change->table);
    struct bs_dynamodb_stream *stream = entry == NULL ? NULL : entry->own;

    /* A write that changes nothing is in no stream. */
    if (stream == NULL || bs_tree_equal(change->old_item, change->new_item)) {
        return;
    }
    bs_dynamodb_stream_trim(account, stream);
    if (stream->count == stream->capacity) {
        stream->capacity = 2 * stream->capacity + 16;
        stream->records = realloc(stream->records, stream->capacity * sizeof(struct bs_tree *));
        BS_ASSERT(stream->records != NULL);
    }
    stream->records[stream->count] =
        event(account, change,
              stream_record(change, bs_tree_text(entry->attributes, "StreamViewType", ""),
                            stream->trimmed + stream->count));
    stream->count++;
}
