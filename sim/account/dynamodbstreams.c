/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon DynamoDB Streams: what has changed in tables, in order.
 *
 * A stream has one shard for all its life. An iterator is the stream's ARN, a record's number, and when it
 * was given out. Source: Amazon DynamoDB Streams API Reference.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sim/account/dynamodb_stream.h"
#include "sim/account/services.h"

enum {
    LIST_LIMIT = 100,
    RECORDS_MAX = 1000,
    RECORD_BYTES_MAX = 1024 * 1024, /* Of one answer. */
    ITERATOR_S = 900,
    ITERATOR_MAX = BS_DYNAMODB_ARN_MAX + 64,
};

/* The stream, its table's time to live settled; NULL with an error. */
static struct bs_account_entry *find_stream(struct bs_account *account, const char *region,
                                            const char *arn, struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = bs_account_find(account, BS_DYNAMODB_STREAM, region, arn);

    if (entry == NULL) {
        bs_account_fail(answer, "ResourceNotFoundException",
                        "Requested resource not found: Stream: %.512s not found", arn);
        return NULL;
    }
    (void)bs_dynamodb_table_find(account, region, bs_tree_text(entry->attributes, "TableName", ""));
    bs_dynamodb_stream_trim(account, entry->own);
    return entry;
}

static bool is_closed(const struct bs_account_entry *entry)
{
    return strcmp(bs_tree_text(entry->attributes, "StreamStatus", ""), "DISABLED") == 0;
}

/* ---- Describing ---- */

static void list_streams(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    static const char *const members[] = {"StreamArn", "TableName", "StreamLabel", NULL};
    const int64_t limit = bs_tree_integer(request->input, "Limit", LIST_LIMIT);
    const char *name = bs_tree_text(request->input, "TableName", NULL);
    struct bs_tree *streams = bs_tree_set_list(answer->output, "Streams");
    const char *last = NULL;

    for (const struct bs_account_entry *entry =
             bs_account_next(account, BS_DYNAMODB_STREAM, request->region,
                             bs_tree_text(request->input, "ExclusiveStartStreamArn", NULL));
         entry != NULL;
         entry = bs_account_next(account, BS_DYNAMODB_STREAM, request->region, entry->key)) {
        if (name != NULL && strcmp(bs_tree_text(entry->attributes, "TableName", ""), name) != 0) {
            continue;
        }
        if ((int64_t)bs_tree_count(streams) == limit) {
            bs_tree_set_text(answer->output, "LastEvaluatedStreamArn", last);
            return;
        }
        bs_tree_copy_members(bs_tree_append_structure(streams), entry->attributes, members);
        last = entry->key;
    }
}

static void describe_shard(const struct bs_account_entry *entry, struct bs_tree *shards)
{
    const struct bs_dynamodb_stream *stream = entry->own;
    struct bs_tree *shard = bs_tree_append_structure(shards);
    struct bs_tree *range = bs_tree_set_structure(shard, "SequenceNumberRange");
    char sequence[BS_DYNAMODB_SEQUENCE_MAX];

    bs_tree_set_text(shard, "ShardId", BS_DYNAMODB_SHARD);
    bs_dynamodb_sequence_format(0, sequence);
    bs_tree_set_text(range, "StartingSequenceNumber", sequence);
    if (is_closed(entry)) {
        const uint64_t count = stream->trimmed + stream->count;

        bs_dynamodb_sequence_format(count == 0 ? 0 : count - 1, sequence);
        bs_tree_set_text(range, "EndingSequenceNumber", sequence);
    }
}

static void describe_stream(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = find_stream(
        account, request->region, bs_tree_text(request->input, "StreamArn", ""), answer);
    struct bs_tree *description;
    struct bs_tree *shards;

    if (entry == NULL) {
        return;
    }
    description = bs_tree_set(answer->output, "StreamDescription", bs_tree_copy(entry->attributes));
    shards = bs_tree_set_list(description, "Shards");
    if (strcmp(bs_tree_text(request->input, "ExclusiveStartShardId", ""), BS_DYNAMODB_SHARD) < 0) {
        describe_shard(entry, shards);
    }
}

/* ---- Iterators ---- */

static int64_t now_s(const struct bs_account *account)
{
    return bs_account_now(account).ns / BS_NS_PER_S;
}

static void set_iterator(const struct bs_account *account, const char *arn, uint64_t number,
                         const char *member, struct bs_tree *output)
{
    bs_tree_set_format(output, member, "%s|%" PRIu64 "|%" PRId64, arn, number, now_s(account));
}

/* The number of the record that has this sequence number; false if no record can have it. */
static bool number_of(const char *sequence, uint64_t *number)
{
    char again[BS_DYNAMODB_SEQUENCE_MAX];

    if (*sequence != '1' || strlen(sequence) != 21 ||
        sscanf(sequence + 1, "%20" SCNu64, number) != 1 || *number == 0) {
        return false;
    }
    (*number)--;
    bs_dynamodb_sequence_format(*number, again);
    return strcmp(again, sequence) == 0;
}

/* Where an iterator of the type begins; the answer may become an error. */
static uint64_t begin_at(const struct bs_dynamodb_stream *stream, const struct bs_tree *input,
                         struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(input, "ShardIteratorType", "");
    const uint64_t end = stream->trimmed + stream->count;
    uint64_t number = 0;

    if (strcmp(type, "TRIM_HORIZON") == 0) {
        return stream->trimmed;
    }
    if (strcmp(type, "LATEST") == 0) {
        return end;
    }
    if (!number_of(bs_tree_text(input, "SequenceNumber", ""), &number) || number >= end) {
        bs_account_fail(answer, "ValidationException", "%s", "Invalid SequenceNumber");
        return 0;
    }
    number += strcmp(type, "AFTER_SEQUENCE_NUMBER") == 0 ? 1 : 0;
    if (number < stream->trimmed) {
        bs_account_fail(answer, "TrimmedDataAccessException", "%s",
                        "The operation attempted to read past the oldest stream record in a shard");
    }
    return number;
}

static void get_shard_iterator(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "StreamArn", "");
    const struct bs_account_entry *entry = find_stream(account, request->region, arn, answer);
    uint64_t number;

    if (entry == NULL) {
        return;
    }
    if (strcmp(bs_tree_text(request->input, "ShardId", ""), BS_DYNAMODB_SHARD) != 0) {
        bs_account_fail(answer, "ResourceNotFoundException", "%s",
                        "Requested resource not found: Shard does not exist");
        return;
    }
    number = begin_at(entry->own, request->input, answer);
    if (answer->error == NULL) {
        set_iterator(account, arn, number, "ShardIterator", answer->output);
    }
}

struct iterator {
    char arn[ITERATOR_MAX];
    uint64_t number;
    int64_t issued_s;
};

static bool read_iterator(const char *text, struct iterator *iterator)
{
    const char *bar = strchr(text, '|');
    int end = 0;

    if (bar == NULL || (size_t)(bar - text) >= sizeof(iterator->arn) || strlen(bar) > 48) {
        return false;
    }
    (void)snprintf(iterator->arn, sizeof(iterator->arn), "%.*s", (int)(bar - text), text);
    return sscanf(bar, "|%18" SCNu64 "|%18" SCNd64 "%n", &iterator->number, &iterator->issued_s,
                  &end) == 2 &&
           bar[end] == '\0';
}

/* The iterator's stream; NULL with an error. */
static struct bs_account_entry *stream_at(struct bs_account *account,
                                          const struct bs_account_request *request,
                                          struct iterator *iterator,
                                          struct bs_account_answer *answer)
{
    struct bs_account_entry *entry;
    const struct bs_dynamodb_stream *stream;

    if (!read_iterator(bs_tree_text(request->input, "ShardIterator", ""), iterator)) {
        bs_account_fail(answer, "ValidationException", "%s", "Invalid ShardIterator");
        return NULL;
    }
    entry = find_stream(account, request->region, iterator->arn, answer);
    if (entry == NULL) {
        return NULL;
    }
    stream = entry->own;
    if (iterator->issued_s > now_s(account) || iterator->number > stream->trimmed + stream->count) {
        bs_account_fail(answer, "ValidationException", "%s", "Invalid ShardIterator");
    } else if (now_s(account) - iterator->issued_s > ITERATOR_S) {
        bs_account_fail(answer, "ExpiredIteratorException", "%s",
                        "The shard iterator has expired: it was issued more than 15 minutes ago");
    } else if (iterator->number < stream->trimmed) {
        bs_account_fail(answer, "TrimmedDataAccessException", "%s",
                        "The operation attempted to read past the oldest stream record in a shard");
    }
    return answer->error == NULL ? entry : NULL;
}

static void get_records(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const int64_t limit = bs_tree_integer(request->input, "Limit", RECORDS_MAX);
    struct iterator iterator;
    const struct bs_account_entry *entry = stream_at(account, request, &iterator, answer);
    const struct bs_dynamodb_stream *stream = entry == NULL ? NULL : entry->own;
    struct bs_tree *records;
    int64_t bytes = 0;

    if (stream == NULL) {
        return;
    }
    if (limit > RECORDS_MAX) {
        bs_account_fail(answer, "ValidationException", "Limit must be less than or equal to %d",
                        RECORDS_MAX);
        return;
    }
    records = bs_tree_set_list(answer->output, "Records");
    while (iterator.number < stream->trimmed + stream->count &&
           (int64_t)bs_tree_count(records) < limit && bytes < RECORD_BYTES_MAX) {
        const struct bs_tree *record = stream->records[iterator.number++ - stream->trimmed];

        (void)bs_tree_append(records, bs_tree_copy(record));
        bytes += bs_tree_integer(bs_tree_get(record, "dynamodb"), "SizeBytes", 0);
    }
    /* A shard that is closed and has been read ends. */
    if (!is_closed(entry) || iterator.number < stream->trimmed + stream->count) {
        set_iterator(account, iterator.arn, iterator.number, "NextShardIterator", answer->output);
    }
}

static const struct bs_account_operation operations[] = {
    {"DescribeStream", describe_stream, BS_ACCOUNT_MODELLED, false},
    {"GetRecords", get_records, BS_ACCOUNT_MODELLED, false},
    {"GetShardIterator", get_shard_iterator, BS_ACCOUNT_MODELLED, false},
    {"ListStreams", list_streams, BS_ACCOUNT_MODELLED, false},
};

const struct bs_account_service bs_account_service_dynamodbstreams = {
    .name = "dynamodbstreams",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
};
