/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_OPERATIONS_H
#define BS_SIM_ACCOUNT_DYNAMODB_OPERATIONS_H

/** The operations of DynamoDB, in the files dynamodb_*.c; dynamodb.c has their table. */

#include "sim/account/account.h"

/** X(function, name): all of them, by name. */
#define BS_DYNAMODB_OPERATIONS(X)                                  \
    X(batch_get_item, "BatchGetItem")                              \
    X(batch_write_item, "BatchWriteItem")                          \
    X(create_backup, "CreateBackup")                               \
    X(create_table, "CreateTable")                                 \
    X(delete_backup, "DeleteBackup")                               \
    X(delete_item, "DeleteItem")                                   \
    X(delete_table, "DeleteTable")                                 \
    X(describe_backup, "DescribeBackup")                           \
    X(describe_continuous_backups, "DescribeContinuousBackups")    \
    X(describe_endpoints, "DescribeEndpoints")                     \
    X(describe_limits, "DescribeLimits")                           \
    X(describe_table, "DescribeTable")                             \
    X(describe_time_to_live, "DescribeTimeToLive")                 \
    X(get_item, "GetItem")                                         \
    X(list_backups, "ListBackups")                                 \
    X(list_tables, "ListTables")                                   \
    X(list_tags_of_resource, "ListTagsOfResource")                 \
    X(put_item, "PutItem")                                         \
    X(query, "Query")                                              \
    X(restore_table_from_backup, "RestoreTableFromBackup")         \
    X(restore_table_to_point_in_time, "RestoreTableToPointInTime") \
    X(scan, "Scan")                                                \
    X(tag_resource, "TagResource")                                 \
    X(transact_get_items, "TransactGetItems")                      \
    X(transact_write_items, "TransactWriteItems")                  \
    X(untag_resource, "UntagResource")                             \
    X(update_continuous_backups, "UpdateContinuousBackups")        \
    X(update_item, "UpdateItem")                                   \
    X(update_table, "UpdateTable")                                 \
    X(update_time_to_live, "UpdateTimeToLive")

#define BS_DYNAMODB_DECLARATION(function, name) \
    bs_account_operation_fn bs_dynamodb_perform_##function;
BS_DYNAMODB_OPERATIONS(BS_DYNAMODB_DECLARATION)
#undef BS_DYNAMODB_DECLARATION

#endif
