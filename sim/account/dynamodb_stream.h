/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_STREAM_H
#define BS_SIM_ACCOUNT_DYNAMODB_STREAM_H

/**
 * Streams of tables: entries "dynamodb:stream" under their ARNs, with one shard each.
 *
 * Attributes hold what DescribeStream gives beside the shards. Records are numbered from 0 on; those older
 * than a day are gone.
 */

#include "sim/account/dynamodb_table.h"

#define BS_DYNAMODB_SHARD "shardId-00000001600000000000-b1ac5747"

/** What the entry of a stream owns. */
struct bs_dynamodb_stream {
    struct bs_tree **records; /* As GetRecords gives them. */
    uint64_t trimmed;         /* So many are no longer there: records[0] has this number. */
    size_t count;
    size_t capacity;
};

enum { BS_DYNAMODB_SEQUENCE_MAX = 32 };

/** The record's SequenceNumber. */
void bs_dynamodb_sequence_format(uint64_t number, char text[BS_DYNAMODB_SEQUENCE_MAX]);

/** Forgets what is older than a day. */
void bs_dynamodb_stream_trim(struct bs_account *account, struct bs_dynamodb_stream *stream);

#endif
