/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_ArchivalSummary, SHAPE_AttributeAction, SHAPE_AttributeDefinition,
    SHAPE_AttributeDefinitions, SHAPE_AttributeMap, SHAPE_AttributeName, SHAPE_AttributeNameList,
    SHAPE_AttributeUpdates, SHAPE_AttributeValue, SHAPE_AttributeValueList,
    SHAPE_AttributeValueUpdate, SHAPE_AutoScalingPolicyDescription,
    SHAPE_AutoScalingPolicyDescriptionList, SHAPE_AutoScalingPolicyName,
    SHAPE_AutoScalingPolicyUpdate, SHAPE_AutoScalingRoleArn, SHAPE_AutoScalingSettingsDescription,
    SHAPE_AutoScalingSettingsUpdate,
    SHAPE_AutoScalingTargetTrackingScalingPolicyConfigurationDescription,
    SHAPE_AutoScalingTargetTrackingScalingPolicyConfigurationUpdate, SHAPE_BackupArn,
    SHAPE_BackupDescription, SHAPE_BackupDetails, SHAPE_BackupName, SHAPE_BackupSizeBytes,
    SHAPE_BackupStatus, SHAPE_BackupSummaries, SHAPE_BackupSummary, SHAPE_BackupType,
    SHAPE_BackupTypeFilter, SHAPE_BackupsInputLimit, SHAPE_BatchExecuteStatementInput,
    SHAPE_BatchExecuteStatementOutput, SHAPE_BatchGetItemInput, SHAPE_BatchGetItemOutput,
    SHAPE_BatchGetRequestMap, SHAPE_BatchGetResponseMap, SHAPE_BatchStatementError,
    SHAPE_BatchStatementErrorCodeEnum, SHAPE_BatchStatementRequest, SHAPE_BatchStatementResponse,
    SHAPE_BatchWriteItemInput, SHAPE_BatchWriteItemOutput, SHAPE_BatchWriteItemRequestMap,
    SHAPE_BilledSizeBytes, SHAPE_BillingMode, SHAPE_BillingModeSummary,
    SHAPE_BinarySetAttributeValue, SHAPE_Blob, SHAPE_Boolean, SHAPE_CancellationReason,
    SHAPE_CancellationReasonList, SHAPE_Capacity, SHAPE_ClientRequestToken,
    SHAPE_ComparisonOperator, SHAPE_Condition, SHAPE_ConditionCheck,
    SHAPE_ConditionalCheckFailedException, SHAPE_ConditionalOperator, SHAPE_ConsumedCapacity,
    SHAPE_ConsumedCapacityMultiple, SHAPE_ContinuousBackupsDescription,
    SHAPE_ContinuousBackupsStatus, SHAPE_ContributorInsightsAction,
    SHAPE_ContributorInsightsRuleList, SHAPE_ContributorInsightsStatus,
    SHAPE_ContributorInsightsSummaries, SHAPE_ContributorInsightsSummary, SHAPE_CreateBackupInput,
    SHAPE_CreateBackupOutput, SHAPE_CreateGlobalSecondaryIndexAction, SHAPE_CreateGlobalTableInput,
    SHAPE_CreateGlobalTableOutput, SHAPE_CreateReplicaAction,
    SHAPE_CreateReplicationGroupMemberAction, SHAPE_CreateTableInput, SHAPE_CreateTableOutput,
    SHAPE_Decimal, SHAPE_Delete, SHAPE_DeleteBackupInput, SHAPE_DeleteBackupOutput,
    SHAPE_DeleteGlobalSecondaryIndexAction, SHAPE_DeleteItemInput, SHAPE_DeleteItemOutput,
    SHAPE_DeleteReplicaAction, SHAPE_DeleteReplicationGroupMemberAction, SHAPE_DeleteRequest,
    SHAPE_DeleteTableInput, SHAPE_DeleteTableOutput, SHAPE_DescribeBackupInput,
    SHAPE_DescribeBackupOutput, SHAPE_DescribeContinuousBackupsInput,
    SHAPE_DescribeContinuousBackupsOutput, SHAPE_DescribeContributorInsightsInput,
    SHAPE_DescribeContributorInsightsOutput, SHAPE_DescribeEndpointsRequest,
    SHAPE_DescribeEndpointsResponse, SHAPE_DescribeExportInput, SHAPE_DescribeExportOutput,
    SHAPE_DescribeGlobalTableInput, SHAPE_DescribeGlobalTableOutput,
    SHAPE_DescribeGlobalTableSettingsInput, SHAPE_DescribeGlobalTableSettingsOutput,
    SHAPE_DescribeKinesisStreamingDestinationInput,
    SHAPE_DescribeKinesisStreamingDestinationOutput, SHAPE_DescribeLimitsInput,
    SHAPE_DescribeLimitsOutput, SHAPE_DescribeTableInput, SHAPE_DescribeTableOutput,
    SHAPE_DescribeTableReplicaAutoScalingInput, SHAPE_DescribeTableReplicaAutoScalingOutput,
    SHAPE_DescribeTimeToLiveInput, SHAPE_DescribeTimeToLiveOutput, SHAPE_DestinationStatus,
    SHAPE_Endpoint, SHAPE_Endpoints, SHAPE_ExecuteStatementInput, SHAPE_ExecuteStatementOutput,
    SHAPE_ExecuteTransactionInput, SHAPE_ExecuteTransactionOutput, SHAPE_ExpectedAttributeMap,
    SHAPE_ExpectedAttributeValue, SHAPE_ExportArn, SHAPE_ExportDescription, SHAPE_ExportFormat,
    SHAPE_ExportStatus, SHAPE_ExportSummaries, SHAPE_ExportSummary,
    SHAPE_ExportTableToPointInTimeInput, SHAPE_ExportTableToPointInTimeOutput,
    SHAPE_ExpressionAttributeNameMap, SHAPE_ExpressionAttributeValueMap, SHAPE_FailureException,
    SHAPE_FilterConditionMap, SHAPE_Get, SHAPE_GetItemInput, SHAPE_GetItemOutput,
    SHAPE_GlobalSecondaryIndex, SHAPE_GlobalSecondaryIndexAutoScalingUpdate,
    SHAPE_GlobalSecondaryIndexAutoScalingUpdateList, SHAPE_GlobalSecondaryIndexDescription,
    SHAPE_GlobalSecondaryIndexDescriptionList, SHAPE_GlobalSecondaryIndexInfo,
    SHAPE_GlobalSecondaryIndexList, SHAPE_GlobalSecondaryIndexUpdate,
    SHAPE_GlobalSecondaryIndexUpdateList, SHAPE_GlobalSecondaryIndexes, SHAPE_GlobalTable,
    SHAPE_GlobalTableDescription, SHAPE_GlobalTableGlobalSecondaryIndexSettingsUpdate,
    SHAPE_GlobalTableGlobalSecondaryIndexSettingsUpdateList, SHAPE_GlobalTableList,
    SHAPE_GlobalTableStatus, SHAPE_IndexName, SHAPE_IndexStatus, SHAPE_Integer,
    SHAPE_ItemCollectionKeyAttributeMap, SHAPE_ItemCollectionMetrics,
    SHAPE_ItemCollectionMetricsMultiple, SHAPE_ItemCollectionMetricsPerTable,
    SHAPE_ItemCollectionSizeEstimateRange, SHAPE_ItemCount, SHAPE_ItemList, SHAPE_ItemResponse,
    SHAPE_ItemResponseList, SHAPE_Key, SHAPE_KeyConditions, SHAPE_KeyList, SHAPE_KeySchema,
    SHAPE_KeySchemaAttributeName, SHAPE_KeySchemaElement, SHAPE_KeyType, SHAPE_KeysAndAttributes,
    SHAPE_KinesisDataStreamDestination, SHAPE_KinesisDataStreamDestinations,
    SHAPE_KinesisStreamingDestinationInput, SHAPE_KinesisStreamingDestinationOutput,
    SHAPE_ListAttributeValue, SHAPE_ListBackupsInput, SHAPE_ListBackupsOutput,
    SHAPE_ListContributorInsightsInput, SHAPE_ListContributorInsightsLimit,
    SHAPE_ListContributorInsightsOutput, SHAPE_ListExportsInput, SHAPE_ListExportsMaxLimit,
    SHAPE_ListExportsOutput, SHAPE_ListGlobalTablesInput, SHAPE_ListGlobalTablesOutput,
    SHAPE_ListTablesInput, SHAPE_ListTablesInputLimit, SHAPE_ListTablesOutput,
    SHAPE_ListTagsOfResourceInput, SHAPE_ListTagsOfResourceOutput, SHAPE_LocalSecondaryIndex,
    SHAPE_LocalSecondaryIndexDescription, SHAPE_LocalSecondaryIndexDescriptionList,
    SHAPE_LocalSecondaryIndexInfo, SHAPE_LocalSecondaryIndexList, SHAPE_LocalSecondaryIndexes,
    SHAPE_MapAttributeValue, SHAPE_MultiRegionConsistency, SHAPE_NonKeyAttributeName,
    SHAPE_NonKeyAttributeNameList, SHAPE_NonNegativeLongObject, SHAPE_NumberSetAttributeValue,
    SHAPE_OnDemandThroughput, SHAPE_ParameterizedStatement, SHAPE_ParameterizedStatements,
    SHAPE_PartiQLBatchRequest, SHAPE_PartiQLBatchResponse, SHAPE_PartiQLNextToken,
    SHAPE_PartiQLStatement, SHAPE_PointInTimeRecoveryDescription,
    SHAPE_PointInTimeRecoverySpecification, SHAPE_PointInTimeRecoveryStatus,
    SHAPE_PositiveIntegerObject, SHAPE_PositiveLongObject, SHAPE_PreparedStatementParameters,
    SHAPE_Projection, SHAPE_ProjectionType, SHAPE_ProvisionedThroughput,
    SHAPE_ProvisionedThroughputDescription, SHAPE_ProvisionedThroughputOverride, SHAPE_Put,
    SHAPE_PutItemInput, SHAPE_PutItemInputAttributeMap, SHAPE_PutItemOutput, SHAPE_PutRequest,
    SHAPE_QueryInput, SHAPE_QueryOutput, SHAPE_RecoveryPeriodInDays, SHAPE_Replica,
    SHAPE_ReplicaAutoScalingDescription, SHAPE_ReplicaAutoScalingDescriptionList,
    SHAPE_ReplicaAutoScalingUpdate, SHAPE_ReplicaAutoScalingUpdateList, SHAPE_ReplicaDescription,
    SHAPE_ReplicaDescriptionList, SHAPE_ReplicaGlobalSecondaryIndex,
    SHAPE_ReplicaGlobalSecondaryIndexAutoScalingDescription,
    SHAPE_ReplicaGlobalSecondaryIndexAutoScalingDescriptionList,
    SHAPE_ReplicaGlobalSecondaryIndexAutoScalingUpdate,
    SHAPE_ReplicaGlobalSecondaryIndexAutoScalingUpdateList,
    SHAPE_ReplicaGlobalSecondaryIndexDescription, SHAPE_ReplicaGlobalSecondaryIndexDescriptionList,
    SHAPE_ReplicaGlobalSecondaryIndexList, SHAPE_ReplicaGlobalSecondaryIndexSettingsDescription,
    SHAPE_ReplicaGlobalSecondaryIndexSettingsDescriptionList,
    SHAPE_ReplicaGlobalSecondaryIndexSettingsUpdate,
    SHAPE_ReplicaGlobalSecondaryIndexSettingsUpdateList, SHAPE_ReplicaList,
    SHAPE_ReplicaSettingsDescription, SHAPE_ReplicaSettingsDescriptionList,
    SHAPE_ReplicaSettingsUpdate, SHAPE_ReplicaSettingsUpdateList, SHAPE_ReplicaStatus,
    SHAPE_ReplicaUpdate, SHAPE_ReplicaUpdateList, SHAPE_ReplicationGroupUpdate,
    SHAPE_ReplicationGroupUpdateList, SHAPE_ResourceArnString, SHAPE_RestoreSummary,
    SHAPE_RestoreTableFromBackupInput, SHAPE_RestoreTableFromBackupOutput,
    SHAPE_RestoreTableToPointInTimeInput, SHAPE_RestoreTableToPointInTimeOutput,
    SHAPE_ReturnConsumedCapacity, SHAPE_ReturnItemCollectionMetrics, SHAPE_ReturnValue,
    SHAPE_ReturnValuesOnConditionCheckFailure, SHAPE_S3Bucket, SHAPE_S3Prefix,
    SHAPE_S3SseAlgorithm, SHAPE_S3SseKmsKeyId, SHAPE_SSEDescription, SHAPE_SSESpecification,
    SHAPE_SSEStatus, SHAPE_SSEType, SHAPE_ScalarAttributeType, SHAPE_ScanInput, SHAPE_ScanOutput,
    SHAPE_ScanSegment, SHAPE_ScanTotalSegments, SHAPE_SecondaryIndexesCapacityMap, SHAPE_Select,
    SHAPE_SourceTableDetails, SHAPE_SourceTableFeatureDetails, SHAPE_StreamArn,
    SHAPE_StreamSpecification, SHAPE_StreamViewType, SHAPE_String, SHAPE_StringSetAttributeValue,
    SHAPE_TableAutoScalingDescription, SHAPE_TableClass, SHAPE_TableClassSummary,
    SHAPE_TableDescription, SHAPE_TableName, SHAPE_TableNameList, SHAPE_TableStatus, SHAPE_Tag,
    SHAPE_TagKeyList, SHAPE_TagKeyString, SHAPE_TagList, SHAPE_TagResourceInput,
    SHAPE_TagValueString, SHAPE_TimeToLiveAttributeName, SHAPE_TimeToLiveDescription,
    SHAPE_TimeToLiveSpecification, SHAPE_TimeToLiveStatus, SHAPE_Timestamp, SHAPE_TransactGetItem,
    SHAPE_TransactGetItemList, SHAPE_TransactGetItemsInput, SHAPE_TransactGetItemsOutput,
    SHAPE_TransactWriteItem, SHAPE_TransactWriteItemList, SHAPE_TransactWriteItemsInput,
    SHAPE_TransactWriteItemsOutput, SHAPE_TransactionCanceledException, SHAPE_UntagResourceInput,
    SHAPE_Update, SHAPE_UpdateContinuousBackupsInput, SHAPE_UpdateContinuousBackupsOutput,
    SHAPE_UpdateContributorInsightsInput, SHAPE_UpdateContributorInsightsOutput,
    SHAPE_UpdateGlobalSecondaryIndexAction, SHAPE_UpdateGlobalTableInput,
    SHAPE_UpdateGlobalTableOutput, SHAPE_UpdateGlobalTableSettingsInput,
    SHAPE_UpdateGlobalTableSettingsOutput, SHAPE_UpdateItemInput, SHAPE_UpdateItemOutput,
    SHAPE_UpdateReplicationGroupMemberAction, SHAPE_UpdateTableInput, SHAPE_UpdateTableOutput,
    SHAPE_UpdateTableReplicaAutoScalingInput, SHAPE_UpdateTableReplicaAutoScalingOutput,
    SHAPE_UpdateTimeToLiveInput, SHAPE_UpdateTimeToLiveOutput, SHAPE_WriteRequest,
    SHAPE_WriteRequests, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AttributeAction[] = {
    "ADD", "PUT", "DELETE", NULL,
};

static const char *const words_BackupStatus[] = {
    "CREATING", "DELETED", "AVAILABLE", NULL,
};

static const char *const words_BackupType[] = {
    "USER", "SYSTEM", "AWS_BACKUP", NULL,
};

static const char *const words_BackupTypeFilter[] = {
    "USER", "SYSTEM", "AWS_BACKUP", "ALL", NULL,
};

static const char *const words_BatchStatementErrorCodeEnum[] = {
    "ConditionalCheckFailed", "ItemCollectionSizeLimitExceeded", "RequestLimitExceeded",
    "ValidationError", "ProvisionedThroughputExceeded", "TransactionConflict", "ThrottlingError",
    "InternalServerError", "ResourceNotFound", "AccessDenied", "DuplicateItem", NULL,
};

static const char *const words_BillingMode[] = {
    "PROVISIONED", "PAY_PER_REQUEST", NULL,
};

static const char *const words_ComparisonOperator[] = {
    "EQ", "NE", "IN", "LE", "LT", "GE", "GT", "BETWEEN", "NOT_NULL", "NULL", "CONTAINS",
    "NOT_CONTAINS", "BEGINS_WITH", NULL,
};

static const char *const words_ConditionalOperator[] = {
    "AND", "OR", NULL,
};

static const char *const words_ContinuousBackupsStatus[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_ContributorInsightsAction[] = {
    "ENABLE", "DISABLE", NULL,
};

static const char *const words_ContributorInsightsStatus[] = {
    "ENABLING", "ENABLED", "DISABLING", "DISABLED", "FAILED", NULL,
};

static const char *const words_DestinationStatus[] = {
    "ENABLING", "ACTIVE", "DISABLING", "DISABLED", "ENABLE_FAILED", NULL,
};

static const char *const words_ExportFormat[] = {
    "DYNAMODB_JSON", "ION", NULL,
};

static const char *const words_ExportStatus[] = {
    "IN_PROGRESS", "COMPLETED", "FAILED", NULL,
};

static const char *const words_GlobalTableStatus[] = {
    "CREATING", "ACTIVE", "DELETING", "UPDATING", NULL,
};

static const char *const words_IndexStatus[] = {
    "CREATING", "UPDATING", "DELETING", "ACTIVE", NULL,
};

static const char *const words_KeyType[] = {
    "HASH", "RANGE", NULL,
};

static const char *const words_MultiRegionConsistency[] = {
    "EVENTUAL", "STRONG", NULL,
};

static const char *const words_PointInTimeRecoveryStatus[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_ProjectionType[] = {
    "ALL", "KEYS_ONLY", "INCLUDE", NULL,
};

static const char *const words_ReplicaStatus[] = {
    "CREATING", "CREATION_FAILED", "UPDATING", "DELETING", "ACTIVE", "REGION_DISABLED",
    "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED",
    NULL,
};

static const char *const words_ReturnConsumedCapacity[] = {
    "INDEXES", "TOTAL", "NONE", NULL,
};

static const char *const words_ReturnItemCollectionMetrics[] = {
    "SIZE", "NONE", NULL,
};

static const char *const words_ReturnValue[] = {
    "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW", NULL,
};

static const char *const words_ReturnValuesOnConditionCheckFailure[] = {
    "ALL_OLD", "NONE", NULL,
};

static const char *const words_S3SseAlgorithm[] = {
    "AES256", "KMS", NULL,
};

static const char *const words_SSEStatus[] = {
    "ENABLING", "ENABLED", "DISABLING", "DISABLED", "UPDATING", NULL,
};

static const char *const words_SSEType[] = {
    "AES256", "KMS", NULL,
};

static const char *const words_ScalarAttributeType[] = {
    "S", "N", "B", NULL,
};

static const char *const words_Select[] = {
    "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT", NULL,
};

static const char *const words_StreamViewType[] = {
    "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY", NULL,
};

static const char *const words_TableClass[] = {
    "STANDARD", "STANDARD_INFREQUENT_ACCESS", NULL,
};

static const char *const words_TableStatus[] = {
    "CREATING", "UPDATING", "DELETING", "ACTIVE", "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
    "ARCHIVING", "ARCHIVED", "REPLICATION_NOT_AUTHORIZED", NULL,
};

static const char *const words_TimeToLiveStatus[] = {
    "ENABLING", "DISABLING", "ENABLED", "DISABLED", NULL,
};

static const struct bs_shape_member
    members_ArchivalSummary[] = {
    {MEMBER(ArchivalDateTime, Timestamp)},
    {MEMBER(ArchivalReason, String)},
    {MEMBER(ArchivalBackupArn, BackupArn)},
};

static const struct bs_shape_member
    members_AttributeDefinition[] = {
    {MEMBER(AttributeName, KeySchemaAttributeName), .is_required = true},
    {MEMBER(AttributeType, ScalarAttributeType), .is_required = true},
};

static const struct bs_shape_member
    members_AttributeDefinitions[] = {
    {MEMBER(member, AttributeDefinition)},
};

static const struct bs_shape_member
    members_AttributeMap[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_AttributeNameList[] = {
    {MEMBER(member, AttributeName)},
};

static const struct bs_shape_member
    members_AttributeUpdates[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValueUpdate)},
};

static const struct bs_shape_member
    members_AttributeValue[] = {
    {MEMBER(S, String)},
    {MEMBER(N, String)},
    {MEMBER(B, Blob)},
    {MEMBER(SS, StringSetAttributeValue)},
    {MEMBER(NS, NumberSetAttributeValue)},
    {MEMBER(BS, BinarySetAttributeValue)},
    {MEMBER(M, MapAttributeValue)},
    {MEMBER(L, ListAttributeValue)},
    {MEMBER(NULL, Boolean)},
    {MEMBER(BOOL, Boolean)},
};

static const struct bs_shape_member
    members_AttributeValueList[] = {
    {MEMBER(member, AttributeValue)},
};

static const struct bs_shape_member
    members_AttributeValueUpdate[] = {
    {MEMBER(Value, AttributeValue)},
    {MEMBER(Action, AttributeAction)},
};

static const struct bs_shape_member
    members_AutoScalingPolicyDescription[] = {
    {MEMBER(PolicyName, AutoScalingPolicyName)},
    {MEMBER(TargetTrackingScalingPolicyConfiguration,
     AutoScalingTargetTrackingScalingPolicyConfigurationDescription)},
};

static const struct bs_shape_member
    members_AutoScalingPolicyDescriptionList[] = {
    {MEMBER(member, AutoScalingPolicyDescription)},
};

static const struct bs_shape_member
    members_AutoScalingPolicyUpdate[] = {
    {MEMBER(PolicyName, AutoScalingPolicyName)},
    {MEMBER(TargetTrackingScalingPolicyConfiguration,
     AutoScalingTargetTrackingScalingPolicyConfigurationUpdate), .is_required = true},
};

static const struct bs_shape_member
    members_AutoScalingSettingsDescription[] = {
    {MEMBER(MinimumUnits, PositiveLongObject)},
    {MEMBER(MaximumUnits, PositiveLongObject)},
    {MEMBER(AutoScalingDisabled, Boolean)},
    {MEMBER(AutoScalingRoleArn, String)},
    {MEMBER(ScalingPolicies, AutoScalingPolicyDescriptionList)},
};

static const struct bs_shape_member
    members_AutoScalingSettingsUpdate[] = {
    {MEMBER(MinimumUnits, PositiveLongObject)},
    {MEMBER(MaximumUnits, PositiveLongObject)},
    {MEMBER(AutoScalingDisabled, Boolean)},
    {MEMBER(AutoScalingRoleArn, AutoScalingRoleArn)},
    {MEMBER(ScalingPolicyUpdate, AutoScalingPolicyUpdate)},
};

static const struct bs_shape_member
    members_AutoScalingTargetTrackingScalingPolicyConfigurationDescription[] = {
    {MEMBER(DisableScaleIn, Boolean)},
    {MEMBER(ScaleInCooldown, Integer)},
    {MEMBER(ScaleOutCooldown, Integer)},
    {MEMBER(TargetValue, Decimal), .is_required = true},
};

static const struct bs_shape_member
    members_AutoScalingTargetTrackingScalingPolicyConfigurationUpdate[] = {
    {MEMBER(DisableScaleIn, Boolean)},
    {MEMBER(ScaleInCooldown, Integer)},
    {MEMBER(ScaleOutCooldown, Integer)},
    {MEMBER(TargetValue, Decimal), .is_required = true},
};

static const struct bs_shape_member
    members_BackupDescription[] = {
    {MEMBER(BackupDetails, BackupDetails)},
    {MEMBER(SourceTableDetails, SourceTableDetails)},
    {MEMBER(SourceTableFeatureDetails, SourceTableFeatureDetails)},
};

static const struct bs_shape_member
    members_BackupDetails[] = {
    {MEMBER(BackupArn, BackupArn), .is_required = true},
    {MEMBER(BackupName, BackupName), .is_required = true},
    {MEMBER(BackupSizeBytes, BackupSizeBytes)},
    {MEMBER(BackupStatus, BackupStatus), .is_required = true},
    {MEMBER(BackupType, BackupType), .is_required = true},
    {MEMBER(BackupCreationDateTime, Timestamp), .is_required = true},
    {MEMBER(BackupExpiryDateTime, Timestamp)},
};

static const struct bs_shape_member
    members_BackupSummaries[] = {
    {MEMBER(member, BackupSummary)},
};

static const struct bs_shape_member
    members_BackupSummary[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(TableId, String)},
    {MEMBER(TableArn, String)},
    {MEMBER(BackupArn, BackupArn)},
    {MEMBER(BackupName, BackupName)},
    {MEMBER(BackupCreationDateTime, Timestamp)},
    {MEMBER(BackupExpiryDateTime, Timestamp)},
    {MEMBER(BackupStatus, BackupStatus)},
    {MEMBER(BackupType, BackupType)},
    {MEMBER(BackupSizeBytes, BackupSizeBytes)},
};

static const struct bs_shape_member
    members_BatchExecuteStatementInput[] = {
    {MEMBER(Statements, PartiQLBatchRequest), .is_required = true},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
};

static const struct bs_shape_member
    members_BatchExecuteStatementOutput[] = {
    {MEMBER(Responses, PartiQLBatchResponse)},
    {MEMBER(ConsumedCapacity, ConsumedCapacityMultiple)},
};

static const struct bs_shape_member
    members_BatchGetItemInput[] = {
    {MEMBER(RequestItems, BatchGetRequestMap), .is_required = true},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
};

static const struct bs_shape_member
    members_BatchGetItemOutput[] = {
    {MEMBER(Responses, BatchGetResponseMap)},
    {MEMBER(UnprocessedKeys, BatchGetRequestMap)},
    {MEMBER(ConsumedCapacity, ConsumedCapacityMultiple)},
};

static const struct bs_shape_member
    members_BatchGetRequestMap[] = {
    {MEMBER(key, TableName)},
    {MEMBER(value, KeysAndAttributes)},
};

static const struct bs_shape_member
    members_BatchGetResponseMap[] = {
    {MEMBER(key, TableName)},
    {MEMBER(value, ItemList)},
};

static const struct bs_shape_member
    members_BatchStatementError[] = {
    {MEMBER(Code, BatchStatementErrorCodeEnum)},
    {MEMBER(Message, String)},
    {MEMBER(Item, AttributeMap)},
};

static const struct bs_shape_member
    members_BatchStatementRequest[] = {
    {MEMBER(Statement, PartiQLStatement), .is_required = true},
    {MEMBER(Parameters, PreparedStatementParameters)},
    {MEMBER(ConsistentRead, Boolean)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_BatchStatementResponse[] = {
    {MEMBER(Error, BatchStatementError)},
    {MEMBER(TableName, TableName)},
    {MEMBER(Item, AttributeMap)},
};

static const struct bs_shape_member
    members_BatchWriteItemInput[] = {
    {MEMBER(RequestItems, BatchWriteItemRequestMap), .is_required = true},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ReturnItemCollectionMetrics, ReturnItemCollectionMetrics)},
};

static const struct bs_shape_member
    members_BatchWriteItemOutput[] = {
    {MEMBER(UnprocessedItems, BatchWriteItemRequestMap)},
    {MEMBER(ItemCollectionMetrics, ItemCollectionMetricsPerTable)},
    {MEMBER(ConsumedCapacity, ConsumedCapacityMultiple)},
};

static const struct bs_shape_member
    members_BatchWriteItemRequestMap[] = {
    {MEMBER(key, TableName)},
    {MEMBER(value, WriteRequests)},
};

static const struct bs_shape_member
    members_BillingModeSummary[] = {
    {MEMBER(BillingMode, BillingMode)},
    {MEMBER(LastUpdateToPayPerRequestDateTime, Timestamp)},
};

static const struct bs_shape_member
    members_BinarySetAttributeValue[] = {
    {MEMBER(member, Blob)},
};

static const struct bs_shape_member
    members_CancellationReason[] = {
    {MEMBER(Item, AttributeMap)},
    {MEMBER(Code, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_CancellationReasonList[] = {
    {MEMBER(member, CancellationReason)},
};

static const struct bs_shape_member
    members_Capacity[] = {
    {MEMBER(ReadCapacityUnits, Decimal)},
    {MEMBER(WriteCapacityUnits, Decimal)},
    {MEMBER(CapacityUnits, Decimal)},
};

static const struct bs_shape_member
    members_Condition[] = {
    {MEMBER(AttributeValueList, AttributeValueList)},
    {MEMBER(ComparisonOperator, ComparisonOperator), .is_required = true},
};

static const struct bs_shape_member
    members_ConditionCheck[] = {
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(ConditionExpression, String), .is_required = true},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_ConditionalCheckFailedException[] = {
    {MEMBER_AS(message, "message", "Message", String)},
    {MEMBER(Item, AttributeMap)},
};

static const struct bs_shape_member
    members_ConsumedCapacity[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(CapacityUnits, Decimal)},
    {MEMBER(ReadCapacityUnits, Decimal)},
    {MEMBER(WriteCapacityUnits, Decimal)},
    {MEMBER(Table, Capacity)},
    {MEMBER(LocalSecondaryIndexes, SecondaryIndexesCapacityMap)},
    {MEMBER(GlobalSecondaryIndexes, SecondaryIndexesCapacityMap)},
};

static const struct bs_shape_member
    members_ConsumedCapacityMultiple[] = {
    {MEMBER(member, ConsumedCapacity)},
};

static const struct bs_shape_member
    members_ContinuousBackupsDescription[] = {
    {MEMBER(ContinuousBackupsStatus, ContinuousBackupsStatus), .is_required = true},
    {MEMBER(PointInTimeRecoveryDescription, PointInTimeRecoveryDescription)},
};

static const struct bs_shape_member
    members_ContributorInsightsRuleList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ContributorInsightsSummaries[] = {
    {MEMBER(member, ContributorInsightsSummary)},
};

static const struct bs_shape_member
    members_ContributorInsightsSummary[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ContributorInsightsStatus, ContributorInsightsStatus)},
};

static const struct bs_shape_member
    members_CreateBackupInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(BackupName, BackupName), .is_required = true},
};

static const struct bs_shape_member
    members_CreateBackupOutput[] = {
    {MEMBER(BackupDetails, BackupDetails)},
};

static const struct bs_shape_member
    members_CreateGlobalSecondaryIndexAction[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(KeySchema, KeySchema), .is_required = true},
    {MEMBER(Projection, Projection), .is_required = true},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput)},
};

static const struct bs_shape_member
    members_CreateGlobalTableInput[] = {
    {MEMBER(GlobalTableName, TableName), .is_required = true},
    {MEMBER(ReplicationGroup, ReplicaList), .is_required = true},
};

static const struct bs_shape_member
    members_CreateGlobalTableOutput[] = {
    {MEMBER(GlobalTableDescription, GlobalTableDescription)},
};

static const struct bs_shape_member
    members_CreateReplicaAction[] = {
    {MEMBER(RegionName, String), .is_required = true},
};

static const struct bs_shape_member
    members_CreateReplicationGroupMemberAction[] = {
    {MEMBER(RegionName, String), .is_required = true},
    {MEMBER(KMSMasterKeyId, String)},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughputOverride)},
    {MEMBER(GlobalSecondaryIndexes, ReplicaGlobalSecondaryIndexList)},
    {MEMBER(TableClassOverride, TableClass)},
};

static const struct bs_shape_member
    members_CreateTableInput[] = {
    {MEMBER(AttributeDefinitions, AttributeDefinitions), .is_required = true},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(KeySchema, KeySchema), .is_required = true},
    {MEMBER(LocalSecondaryIndexes, LocalSecondaryIndexList)},
    {MEMBER(GlobalSecondaryIndexes, GlobalSecondaryIndexList)},
    {MEMBER(BillingMode, BillingMode)},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput)},
    {MEMBER(StreamSpecification, StreamSpecification)},
    {MEMBER(SSESpecification, SSESpecification)},
    {MEMBER(Tags, TagList)},
    {MEMBER(TableClass, TableClass)},
    {MEMBER(DeletionProtectionEnabled, Boolean)},
    {MEMBER(OnDemandThroughput, OnDemandThroughput)},
};

static const struct bs_shape_member
    members_CreateTableOutput[] = {
    {MEMBER(TableDescription, TableDescription)},
};

static const struct bs_shape_member
    members_Delete[] = {
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(ConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_DeleteBackupInput[] = {
    {MEMBER(BackupArn, BackupArn), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteBackupOutput[] = {
    {MEMBER(BackupDescription, BackupDescription)},
};

static const struct bs_shape_member
    members_DeleteGlobalSecondaryIndexAction[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteItemInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(Expected, ExpectedAttributeMap)},
    {MEMBER(ConditionalOperator, ConditionalOperator)},
    {MEMBER(ReturnValues, ReturnValue)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ReturnItemCollectionMetrics, ReturnItemCollectionMetrics)},
    {MEMBER(ConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_DeleteItemOutput[] = {
    {MEMBER(Attributes, AttributeMap)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
    {MEMBER(ItemCollectionMetrics, ItemCollectionMetrics)},
};

static const struct bs_shape_member
    members_DeleteReplicaAction[] = {
    {MEMBER(RegionName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteReplicationGroupMemberAction[] = {
    {MEMBER(RegionName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteRequest[] = {
    {MEMBER(Key, Key), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteTableInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteTableOutput[] = {
    {MEMBER(TableDescription, TableDescription)},
};

static const struct bs_shape_member
    members_DescribeBackupInput[] = {
    {MEMBER(BackupArn, BackupArn), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeBackupOutput[] = {
    {MEMBER(BackupDescription, BackupDescription)},
};

static const struct bs_shape_member
    members_DescribeContinuousBackupsInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeContinuousBackupsOutput[] = {
    {MEMBER(ContinuousBackupsDescription, ContinuousBackupsDescription)},
};

static const struct bs_shape_member
    members_DescribeContributorInsightsInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(IndexName, IndexName)},
};

static const struct bs_shape_member
    members_DescribeContributorInsightsOutput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ContributorInsightsRuleList, ContributorInsightsRuleList)},
    {MEMBER(ContributorInsightsStatus, ContributorInsightsStatus)},
    {MEMBER(LastUpdateDateTime, Timestamp)},
    {MEMBER(FailureException, FailureException)},
};

static const struct bs_shape_member
    members_DescribeEndpointsResponse[] = {
    {MEMBER(Endpoints, Endpoints), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeExportInput[] = {
    {MEMBER(ExportArn, ExportArn), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeExportOutput[] = {
    {MEMBER(ExportDescription, ExportDescription)},
};

static const struct bs_shape_member
    members_DescribeGlobalTableInput[] = {
    {MEMBER(GlobalTableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeGlobalTableOutput[] = {
    {MEMBER(GlobalTableDescription, GlobalTableDescription)},
};

static const struct bs_shape_member
    members_DescribeGlobalTableSettingsInput[] = {
    {MEMBER(GlobalTableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeGlobalTableSettingsOutput[] = {
    {MEMBER(GlobalTableName, TableName)},
    {MEMBER(ReplicaSettings, ReplicaSettingsDescriptionList)},
};

static const struct bs_shape_member
    members_DescribeKinesisStreamingDestinationInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeKinesisStreamingDestinationOutput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(KinesisDataStreamDestinations, KinesisDataStreamDestinations)},
};

static const struct bs_shape_member
    members_DescribeLimitsOutput[] = {
    {MEMBER(AccountMaxReadCapacityUnits, PositiveLongObject)},
    {MEMBER(AccountMaxWriteCapacityUnits, PositiveLongObject)},
    {MEMBER(TableMaxReadCapacityUnits, PositiveLongObject)},
    {MEMBER(TableMaxWriteCapacityUnits, PositiveLongObject)},
};

static const struct bs_shape_member
    members_DescribeTableInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeTableOutput[] = {
    {MEMBER(Table, TableDescription)},
};

static const struct bs_shape_member
    members_DescribeTableReplicaAutoScalingInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeTableReplicaAutoScalingOutput[] = {
    {MEMBER(TableAutoScalingDescription, TableAutoScalingDescription)},
};

static const struct bs_shape_member
    members_DescribeTimeToLiveInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeTimeToLiveOutput[] = {
    {MEMBER(TimeToLiveDescription, TimeToLiveDescription)},
};

static const struct bs_shape_member
    members_Endpoint[] = {
    {MEMBER(Address, String), .is_required = true},
    {MEMBER(CachePeriodInMinutes, Integer), .is_required = true},
};

static const struct bs_shape_member
    members_Endpoints[] = {
    {MEMBER(member, Endpoint)},
};

static const struct bs_shape_member
    members_ExecuteStatementInput[] = {
    {MEMBER(Statement, PartiQLStatement), .is_required = true},
    {MEMBER(Parameters, PreparedStatementParameters)},
    {MEMBER(ConsistentRead, Boolean)},
    {MEMBER(NextToken, PartiQLNextToken)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(Limit, PositiveIntegerObject)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_ExecuteStatementOutput[] = {
    {MEMBER(Items, ItemList)},
    {MEMBER(NextToken, PartiQLNextToken)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
    {MEMBER(LastEvaluatedKey, Key)},
};

static const struct bs_shape_member
    members_ExecuteTransactionInput[] = {
    {MEMBER(TransactStatements, ParameterizedStatements), .is_required = true},
    {MEMBER(ClientRequestToken, ClientRequestToken), .is_idempotency_token = true},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
};

static const struct bs_shape_member
    members_ExecuteTransactionOutput[] = {
    {MEMBER(Responses, ItemResponseList)},
    {MEMBER(ConsumedCapacity, ConsumedCapacityMultiple)},
};

static const struct bs_shape_member
    members_ExpectedAttributeMap[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, ExpectedAttributeValue)},
};

static const struct bs_shape_member
    members_ExpectedAttributeValue[] = {
    {MEMBER(Value, AttributeValue)},
    {MEMBER(Exists, Boolean)},
    {MEMBER(ComparisonOperator, ComparisonOperator)},
    {MEMBER(AttributeValueList, AttributeValueList)},
};

static const struct bs_shape_member
    members_ExportDescription[] = {
    {MEMBER(ExportArn, ExportArn)},
    {MEMBER(ExportStatus, ExportStatus)},
    {MEMBER(StartTime, Timestamp)},
    {MEMBER(EndTime, Timestamp)},
    {MEMBER(ExportManifest, String)},
    {MEMBER(TableArn, String)},
    {MEMBER(TableId, String)},
    {MEMBER(ExportTime, Timestamp)},
    {MEMBER(ClientToken, String)},
    {MEMBER(S3Bucket, S3Bucket)},
    {MEMBER(S3BucketOwner, String)},
    {MEMBER(S3Prefix, S3Prefix)},
    {MEMBER(S3SseAlgorithm, S3SseAlgorithm)},
    {MEMBER(S3SseKmsKeyId, S3SseKmsKeyId)},
    {MEMBER(FailureCode, String)},
    {MEMBER(FailureMessage, String)},
    {MEMBER(ExportFormat, ExportFormat)},
    {MEMBER(BilledSizeBytes, BilledSizeBytes)},
    {MEMBER(ItemCount, ItemCount)},
};

static const struct bs_shape_member
    members_ExportSummaries[] = {
    {MEMBER(member, ExportSummary)},
};

static const struct bs_shape_member
    members_ExportSummary[] = {
    {MEMBER(ExportArn, ExportArn)},
    {MEMBER(ExportStatus, ExportStatus)},
};

static const struct bs_shape_member
    members_ExportTableToPointInTimeInput[] = {
    {MEMBER(TableArn, String), .is_required = true},
    {MEMBER(ExportTime, Timestamp)},
    {MEMBER(ClientToken, String), .is_idempotency_token = true},
    {MEMBER(S3Bucket, S3Bucket), .is_required = true},
    {MEMBER(S3BucketOwner, String)},
    {MEMBER(S3Prefix, S3Prefix)},
    {MEMBER(S3SseAlgorithm, S3SseAlgorithm)},
    {MEMBER(S3SseKmsKeyId, S3SseKmsKeyId)},
    {MEMBER(ExportFormat, ExportFormat)},
};

static const struct bs_shape_member
    members_ExportTableToPointInTimeOutput[] = {
    {MEMBER(ExportDescription, ExportDescription)},
};

static const struct bs_shape_member
    members_ExpressionAttributeNameMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, AttributeName)},
};

static const struct bs_shape_member
    members_ExpressionAttributeValueMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_FailureException[] = {
    {MEMBER(ExceptionName, String)},
    {MEMBER(ExceptionDescription, String)},
};

static const struct bs_shape_member
    members_FilterConditionMap[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, Condition)},
};

static const struct bs_shape_member
    members_Get[] = {
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(ProjectionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
};

static const struct bs_shape_member
    members_GetItemInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(AttributesToGet, AttributeNameList)},
    {MEMBER(ConsistentRead, Boolean)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ProjectionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
};

static const struct bs_shape_member
    members_GetItemOutput[] = {
    {MEMBER(Item, AttributeMap)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndex[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(KeySchema, KeySchema), .is_required = true},
    {MEMBER(Projection, Projection), .is_required = true},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexAutoScalingUpdate[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ProvisionedWriteCapacityAutoScalingUpdate, AutoScalingSettingsUpdate)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexAutoScalingUpdateList[] = {
    {MEMBER(member, GlobalSecondaryIndexAutoScalingUpdate)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexDescription[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(KeySchema, KeySchema)},
    {MEMBER(Projection, Projection)},
    {MEMBER(IndexStatus, IndexStatus)},
    {MEMBER(Backfilling, Boolean)},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughputDescription)},
    {MEMBER(IndexSizeBytes, Integer)},
    {MEMBER(ItemCount, Integer)},
    {MEMBER(IndexArn, String)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexDescriptionList[] = {
    {MEMBER(member, GlobalSecondaryIndexDescription)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexInfo[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(KeySchema, KeySchema)},
    {MEMBER(Projection, Projection)},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexList[] = {
    {MEMBER(member, GlobalSecondaryIndex)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexUpdate[] = {
    {MEMBER(Update, UpdateGlobalSecondaryIndexAction)},
    {MEMBER(Create, CreateGlobalSecondaryIndexAction)},
    {MEMBER(Delete, DeleteGlobalSecondaryIndexAction)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexUpdateList[] = {
    {MEMBER(member, GlobalSecondaryIndexUpdate)},
};

static const struct bs_shape_member
    members_GlobalSecondaryIndexes[] = {
    {MEMBER(member, GlobalSecondaryIndexInfo)},
};

static const struct bs_shape_member
    members_GlobalTable[] = {
    {MEMBER(GlobalTableName, TableName)},
    {MEMBER(ReplicationGroup, ReplicaList)},
};

static const struct bs_shape_member
    members_GlobalTableDescription[] = {
    {MEMBER(ReplicationGroup, ReplicaDescriptionList)},
    {MEMBER(GlobalTableArn, String)},
    {MEMBER(CreationDateTime, Timestamp)},
    {MEMBER(GlobalTableStatus, GlobalTableStatus)},
    {MEMBER(GlobalTableName, TableName)},
};

static const struct bs_shape_member
    members_GlobalTableGlobalSecondaryIndexSettingsUpdate[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(ProvisionedWriteCapacityUnits, PositiveLongObject)},
    {MEMBER(ProvisionedWriteCapacityAutoScalingSettingsUpdate, AutoScalingSettingsUpdate)},
};

static const struct bs_shape_member
    members_GlobalTableGlobalSecondaryIndexSettingsUpdateList[] = {
    {MEMBER(member, GlobalTableGlobalSecondaryIndexSettingsUpdate)},
};

static const struct bs_shape_member
    members_GlobalTableList[] = {
    {MEMBER(member, GlobalTable)},
};

static const struct bs_shape_member
    members_ItemCollectionKeyAttributeMap[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_ItemCollectionMetrics[] = {
    {MEMBER(ItemCollectionKey, ItemCollectionKeyAttributeMap)},
    {MEMBER(SizeEstimateRangeGB, ItemCollectionSizeEstimateRange)},
};

static const struct bs_shape_member
    members_ItemCollectionMetricsMultiple[] = {
    {MEMBER(member, ItemCollectionMetrics)},
};

static const struct bs_shape_member
    members_ItemCollectionMetricsPerTable[] = {
    {MEMBER(key, TableName)},
    {MEMBER(value, ItemCollectionMetricsMultiple)},
};

static const struct bs_shape_member
    members_ItemCollectionSizeEstimateRange[] = {
    {MEMBER(member, Decimal)},
};

static const struct bs_shape_member
    members_ItemList[] = {
    {MEMBER(member, AttributeMap)},
};

static const struct bs_shape_member
    members_ItemResponse[] = {
    {MEMBER(Item, AttributeMap)},
};

static const struct bs_shape_member
    members_ItemResponseList[] = {
    {MEMBER(member, ItemResponse)},
};

static const struct bs_shape_member
    members_Key[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_KeyConditions[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, Condition)},
};

static const struct bs_shape_member
    members_KeyList[] = {
    {MEMBER(member, Key)},
};

static const struct bs_shape_member
    members_KeySchema[] = {
    {MEMBER(member, KeySchemaElement)},
};

static const struct bs_shape_member
    members_KeySchemaElement[] = {
    {MEMBER(AttributeName, KeySchemaAttributeName), .is_required = true},
    {MEMBER(KeyType, KeyType), .is_required = true},
};

static const struct bs_shape_member
    members_KeysAndAttributes[] = {
    {MEMBER(Keys, KeyList), .is_required = true},
    {MEMBER(AttributesToGet, AttributeNameList)},
    {MEMBER(ConsistentRead, Boolean)},
    {MEMBER(ProjectionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
};

static const struct bs_shape_member
    members_KinesisDataStreamDestination[] = {
    {MEMBER(StreamArn, StreamArn)},
    {MEMBER(DestinationStatus, DestinationStatus)},
    {MEMBER(DestinationStatusDescription, String)},
};

static const struct bs_shape_member
    members_KinesisDataStreamDestinations[] = {
    {MEMBER(member, KinesisDataStreamDestination)},
};

static const struct bs_shape_member
    members_KinesisStreamingDestinationInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(StreamArn, StreamArn), .is_required = true},
};

static const struct bs_shape_member
    members_KinesisStreamingDestinationOutput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(StreamArn, StreamArn)},
    {MEMBER(DestinationStatus, DestinationStatus)},
};

static const struct bs_shape_member
    members_ListAttributeValue[] = {
    {MEMBER(member, AttributeValue)},
};

static const struct bs_shape_member
    members_ListBackupsInput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(Limit, BackupsInputLimit)},
    {MEMBER(TimeRangeLowerBound, Timestamp)},
    {MEMBER(TimeRangeUpperBound, Timestamp)},
    {MEMBER(ExclusiveStartBackupArn, BackupArn)},
    {MEMBER(BackupType, BackupTypeFilter)},
};

static const struct bs_shape_member
    members_ListBackupsOutput[] = {
    {MEMBER(BackupSummaries, BackupSummaries)},
    {MEMBER(LastEvaluatedBackupArn, BackupArn)},
};

static const struct bs_shape_member
    members_ListContributorInsightsInput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, ListContributorInsightsLimit)},
};

static const struct bs_shape_member
    members_ListContributorInsightsOutput[] = {
    {MEMBER(ContributorInsightsSummaries, ContributorInsightsSummaries)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListExportsInput[] = {
    {MEMBER(TableArn, String)},
    {MEMBER(MaxResults, ListExportsMaxLimit)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListExportsOutput[] = {
    {MEMBER(ExportSummaries, ExportSummaries)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListGlobalTablesInput[] = {
    {MEMBER(ExclusiveStartGlobalTableName, TableName)},
    {MEMBER(Limit, PositiveIntegerObject)},
    {MEMBER(RegionName, String)},
};

static const struct bs_shape_member
    members_ListGlobalTablesOutput[] = {
    {MEMBER(GlobalTables, GlobalTableList)},
    {MEMBER(LastEvaluatedGlobalTableName, TableName)},
};

static const struct bs_shape_member
    members_ListTablesInput[] = {
    {MEMBER(ExclusiveStartTableName, TableName)},
    {MEMBER(Limit, ListTablesInputLimit)},
};

static const struct bs_shape_member
    members_ListTablesOutput[] = {
    {MEMBER(TableNames, TableNameList)},
    {MEMBER(LastEvaluatedTableName, TableName)},
};

static const struct bs_shape_member
    members_ListTagsOfResourceInput[] = {
    {MEMBER(ResourceArn, ResourceArnString), .is_required = true},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListTagsOfResourceOutput[] = {
    {MEMBER(Tags, TagList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_LocalSecondaryIndex[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(KeySchema, KeySchema), .is_required = true},
    {MEMBER(Projection, Projection), .is_required = true},
};

static const struct bs_shape_member
    members_LocalSecondaryIndexDescription[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(KeySchema, KeySchema)},
    {MEMBER(Projection, Projection)},
    {MEMBER(IndexSizeBytes, Integer)},
    {MEMBER(ItemCount, Integer)},
    {MEMBER(IndexArn, String)},
};

static const struct bs_shape_member
    members_LocalSecondaryIndexDescriptionList[] = {
    {MEMBER(member, LocalSecondaryIndexDescription)},
};

static const struct bs_shape_member
    members_LocalSecondaryIndexInfo[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(KeySchema, KeySchema)},
    {MEMBER(Projection, Projection)},
};

static const struct bs_shape_member
    members_LocalSecondaryIndexList[] = {
    {MEMBER(member, LocalSecondaryIndex)},
};

static const struct bs_shape_member
    members_LocalSecondaryIndexes[] = {
    {MEMBER(member, LocalSecondaryIndexInfo)},
};

static const struct bs_shape_member
    members_MapAttributeValue[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_NonKeyAttributeNameList[] = {
    {MEMBER(member, NonKeyAttributeName)},
};

static const struct bs_shape_member
    members_NumberSetAttributeValue[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_OnDemandThroughput[] = {
    {MEMBER(MaxReadRequestUnits, Integer)},
    {MEMBER(MaxWriteRequestUnits, Integer)},
};

static const struct bs_shape_member
    members_ParameterizedStatement[] = {
    {MEMBER(Statement, PartiQLStatement), .is_required = true},
    {MEMBER(Parameters, PreparedStatementParameters)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_ParameterizedStatements[] = {
    {MEMBER(member, ParameterizedStatement)},
};

static const struct bs_shape_member
    members_PartiQLBatchRequest[] = {
    {MEMBER(member, BatchStatementRequest)},
};

static const struct bs_shape_member
    members_PartiQLBatchResponse[] = {
    {MEMBER(member, BatchStatementResponse)},
};

static const struct bs_shape_member
    members_PointInTimeRecoveryDescription[] = {
    {MEMBER(PointInTimeRecoveryStatus, PointInTimeRecoveryStatus)},
    {MEMBER(EarliestRestorableDateTime, Timestamp)},
    {MEMBER(LatestRestorableDateTime, Timestamp)},
    {MEMBER(RecoveryPeriodInDays, RecoveryPeriodInDays)},
};

static const struct bs_shape_member
    members_PointInTimeRecoverySpecification[] = {
    {MEMBER(PointInTimeRecoveryEnabled, Boolean), .is_required = true},
    {MEMBER(RecoveryPeriodInDays, RecoveryPeriodInDays)},
};

static const struct bs_shape_member
    members_PreparedStatementParameters[] = {
    {MEMBER(member, AttributeValue)},
};

static const struct bs_shape_member
    members_Projection[] = {
    {MEMBER(ProjectionType, ProjectionType)},
    {MEMBER(NonKeyAttributes, NonKeyAttributeNameList)},
};

static const struct bs_shape_member
    members_ProvisionedThroughput[] = {
    {MEMBER(ReadCapacityUnits, PositiveLongObject), .is_required = true},
    {MEMBER(WriteCapacityUnits, PositiveLongObject), .is_required = true},
};

static const struct bs_shape_member
    members_ProvisionedThroughputDescription[] = {
    {MEMBER(LastIncreaseDateTime, Timestamp)},
    {MEMBER(LastDecreaseDateTime, Timestamp)},
    {MEMBER(NumberOfDecreasesToday, PositiveLongObject)},
    {MEMBER(ReadCapacityUnits, NonNegativeLongObject)},
    {MEMBER(WriteCapacityUnits, NonNegativeLongObject)},
};

static const struct bs_shape_member
    members_ProvisionedThroughputOverride[] = {
    {MEMBER(ReadCapacityUnits, PositiveLongObject)},
};

static const struct bs_shape_member
    members_Put[] = {
    {MEMBER(Item, PutItemInputAttributeMap), .is_required = true},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(ConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_PutItemInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(Item, PutItemInputAttributeMap), .is_required = true},
    {MEMBER(Expected, ExpectedAttributeMap)},
    {MEMBER(ReturnValues, ReturnValue)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ReturnItemCollectionMetrics, ReturnItemCollectionMetrics)},
    {MEMBER(ConditionalOperator, ConditionalOperator)},
    {MEMBER(ConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_PutItemInputAttributeMap[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_PutItemOutput[] = {
    {MEMBER(Attributes, AttributeMap)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
    {MEMBER(ItemCollectionMetrics, ItemCollectionMetrics)},
};

static const struct bs_shape_member
    members_PutRequest[] = {
    {MEMBER(Item, PutItemInputAttributeMap), .is_required = true},
};

static const struct bs_shape_member
    members_QueryInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(IndexName, IndexName)},
    {MEMBER(Select, Select)},
    {MEMBER(AttributesToGet, AttributeNameList)},
    {MEMBER(Limit, PositiveIntegerObject)},
    {MEMBER(ConsistentRead, Boolean)},
    {MEMBER(KeyConditions, KeyConditions)},
    {MEMBER(QueryFilter, FilterConditionMap)},
    {MEMBER(ConditionalOperator, ConditionalOperator)},
    {MEMBER(ScanIndexForward, Boolean)},
    {MEMBER(ExclusiveStartKey, Key)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ProjectionExpression, String)},
    {MEMBER(FilterExpression, String)},
    {MEMBER(KeyConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
};

static const struct bs_shape_member
    members_QueryOutput[] = {
    {MEMBER(Items, ItemList)},
    {MEMBER(Count, Integer)},
    {MEMBER(ScannedCount, Integer)},
    {MEMBER(LastEvaluatedKey, Key)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
};

static const struct bs_shape_member
    members_Replica[] = {
    {MEMBER(RegionName, String)},
};

static const struct bs_shape_member
    members_ReplicaAutoScalingDescription[] = {
    {MEMBER(RegionName, String)},
    {MEMBER(GlobalSecondaryIndexes, ReplicaGlobalSecondaryIndexAutoScalingDescriptionList)},
    {MEMBER(ReplicaProvisionedReadCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
    {MEMBER(ReplicaProvisionedWriteCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
    {MEMBER(ReplicaStatus, ReplicaStatus)},
};

static const struct bs_shape_member
    members_ReplicaAutoScalingDescriptionList[] = {
    {MEMBER(member, ReplicaAutoScalingDescription)},
};

static const struct bs_shape_member
    members_ReplicaAutoScalingUpdate[] = {
    {MEMBER(RegionName, String), .is_required = true},
    {MEMBER(ReplicaGlobalSecondaryIndexUpdates, ReplicaGlobalSecondaryIndexAutoScalingUpdateList)},
    {MEMBER(ReplicaProvisionedReadCapacityAutoScalingUpdate, AutoScalingSettingsUpdate)},
};

static const struct bs_shape_member
    members_ReplicaAutoScalingUpdateList[] = {
    {MEMBER(member, ReplicaAutoScalingUpdate)},
};

static const struct bs_shape_member
    members_ReplicaDescription[] = {
    {MEMBER(RegionName, String)},
    {MEMBER(ReplicaStatus, ReplicaStatus)},
    {MEMBER(ReplicaStatusDescription, String)},
    {MEMBER(ReplicaStatusPercentProgress, String)},
    {MEMBER(KMSMasterKeyId, String)},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughputOverride)},
    {MEMBER(GlobalSecondaryIndexes, ReplicaGlobalSecondaryIndexDescriptionList)},
    {MEMBER(ReplicaInaccessibleDateTime, Timestamp)},
    {MEMBER(ReplicaTableClassSummary, TableClassSummary)},
    {MEMBER(ReplicaArn, String)},
};

static const struct bs_shape_member
    members_ReplicaDescriptionList[] = {
    {MEMBER(member, ReplicaDescription)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndex[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughputOverride)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexAutoScalingDescription[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(IndexStatus, IndexStatus)},
    {MEMBER(ProvisionedReadCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
    {MEMBER(ProvisionedWriteCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexAutoScalingDescriptionList[] = {
    {MEMBER(member, ReplicaGlobalSecondaryIndexAutoScalingDescription)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexAutoScalingUpdate[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ProvisionedReadCapacityAutoScalingUpdate, AutoScalingSettingsUpdate)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexAutoScalingUpdateList[] = {
    {MEMBER(member, ReplicaGlobalSecondaryIndexAutoScalingUpdate)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexDescription[] = {
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughputOverride)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexDescriptionList[] = {
    {MEMBER(member, ReplicaGlobalSecondaryIndexDescription)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexList[] = {
    {MEMBER(member, ReplicaGlobalSecondaryIndex)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexSettingsDescription[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(IndexStatus, IndexStatus)},
    {MEMBER(ProvisionedReadCapacityUnits, PositiveLongObject)},
    {MEMBER(ProvisionedReadCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
    {MEMBER(ProvisionedWriteCapacityUnits, PositiveLongObject)},
    {MEMBER(ProvisionedWriteCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexSettingsDescriptionList[] = {
    {MEMBER(member, ReplicaGlobalSecondaryIndexSettingsDescription)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexSettingsUpdate[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(ProvisionedReadCapacityUnits, PositiveLongObject)},
    {MEMBER(ProvisionedReadCapacityAutoScalingSettingsUpdate, AutoScalingSettingsUpdate)},
};

static const struct bs_shape_member
    members_ReplicaGlobalSecondaryIndexSettingsUpdateList[] = {
    {MEMBER(member, ReplicaGlobalSecondaryIndexSettingsUpdate)},
};

static const struct bs_shape_member
    members_ReplicaList[] = {
    {MEMBER(member, Replica)},
};

static const struct bs_shape_member
    members_ReplicaSettingsDescription[] = {
    {MEMBER(RegionName, String), .is_required = true},
    {MEMBER(ReplicaStatus, ReplicaStatus)},
    {MEMBER(ReplicaBillingModeSummary, BillingModeSummary)},
    {MEMBER(ReplicaProvisionedReadCapacityUnits, NonNegativeLongObject)},
    {MEMBER(ReplicaProvisionedReadCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
    {MEMBER(ReplicaProvisionedWriteCapacityUnits, NonNegativeLongObject)},
    {MEMBER(ReplicaProvisionedWriteCapacityAutoScalingSettings, AutoScalingSettingsDescription)},
    {MEMBER(ReplicaGlobalSecondaryIndexSettings,
     ReplicaGlobalSecondaryIndexSettingsDescriptionList)},
    {MEMBER(ReplicaTableClassSummary, TableClassSummary)},
};

static const struct bs_shape_member
    members_ReplicaSettingsDescriptionList[] = {
    {MEMBER(member, ReplicaSettingsDescription)},
};

static const struct bs_shape_member
    members_ReplicaSettingsUpdate[] = {
    {MEMBER(RegionName, String), .is_required = true},
    {MEMBER(ReplicaProvisionedReadCapacityUnits, PositiveLongObject)},
    {MEMBER(ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate, AutoScalingSettingsUpdate)},
    {MEMBER(ReplicaGlobalSecondaryIndexSettingsUpdate,
     ReplicaGlobalSecondaryIndexSettingsUpdateList)},
    {MEMBER(ReplicaTableClass, TableClass)},
};

static const struct bs_shape_member
    members_ReplicaSettingsUpdateList[] = {
    {MEMBER(member, ReplicaSettingsUpdate)},
};

static const struct bs_shape_member
    members_ReplicaUpdate[] = {
    {MEMBER(Create, CreateReplicaAction)},
    {MEMBER(Delete, DeleteReplicaAction)},
};

static const struct bs_shape_member
    members_ReplicaUpdateList[] = {
    {MEMBER(member, ReplicaUpdate)},
};

static const struct bs_shape_member
    members_ReplicationGroupUpdate[] = {
    {MEMBER(Create, CreateReplicationGroupMemberAction)},
    {MEMBER(Update, UpdateReplicationGroupMemberAction)},
    {MEMBER(Delete, DeleteReplicationGroupMemberAction)},
};

static const struct bs_shape_member
    members_ReplicationGroupUpdateList[] = {
    {MEMBER(member, ReplicationGroupUpdate)},
};

static const struct bs_shape_member
    members_RestoreSummary[] = {
    {MEMBER(SourceBackupArn, BackupArn)},
    {MEMBER(SourceTableArn, String)},
    {MEMBER(RestoreDateTime, Timestamp), .is_required = true},
    {MEMBER(RestoreInProgress, Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_RestoreTableFromBackupInput[] = {
    {MEMBER(TargetTableName, TableName), .is_required = true},
    {MEMBER(BackupArn, BackupArn), .is_required = true},
    {MEMBER(BillingModeOverride, BillingMode)},
    {MEMBER(GlobalSecondaryIndexOverride, GlobalSecondaryIndexList)},
    {MEMBER(LocalSecondaryIndexOverride, LocalSecondaryIndexList)},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughput)},
    {MEMBER(SSESpecificationOverride, SSESpecification)},
};

static const struct bs_shape_member
    members_RestoreTableFromBackupOutput[] = {
    {MEMBER(TableDescription, TableDescription)},
};

static const struct bs_shape_member
    members_RestoreTableToPointInTimeInput[] = {
    {MEMBER(SourceTableArn, String)},
    {MEMBER(SourceTableName, TableName)},
    {MEMBER(TargetTableName, TableName), .is_required = true},
    {MEMBER(UseLatestRestorableTime, Boolean)},
    {MEMBER(RestoreDateTime, Timestamp)},
    {MEMBER(BillingModeOverride, BillingMode)},
    {MEMBER(GlobalSecondaryIndexOverride, GlobalSecondaryIndexList)},
    {MEMBER(LocalSecondaryIndexOverride, LocalSecondaryIndexList)},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughput)},
    {MEMBER(SSESpecificationOverride, SSESpecification)},
};

static const struct bs_shape_member
    members_RestoreTableToPointInTimeOutput[] = {
    {MEMBER(TableDescription, TableDescription)},
};

static const struct bs_shape_member
    members_SSEDescription[] = {
    {MEMBER(Status, SSEStatus)},
    {MEMBER(SSEType, SSEType)},
    {MEMBER(KMSMasterKeyArn, String)},
    {MEMBER(InaccessibleEncryptionDateTime, Timestamp)},
};

static const struct bs_shape_member
    members_SSESpecification[] = {
    {MEMBER(Enabled, Boolean)},
    {MEMBER(SSEType, SSEType)},
    {MEMBER(KMSMasterKeyId, String)},
};

static const struct bs_shape_member
    members_ScanInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(IndexName, IndexName)},
    {MEMBER(AttributesToGet, AttributeNameList)},
    {MEMBER(Limit, PositiveIntegerObject)},
    {MEMBER(Select, Select)},
    {MEMBER(ScanFilter, FilterConditionMap)},
    {MEMBER(ConditionalOperator, ConditionalOperator)},
    {MEMBER(ExclusiveStartKey, Key)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(TotalSegments, ScanTotalSegments)},
    {MEMBER(Segment, ScanSegment)},
    {MEMBER(ProjectionExpression, String)},
    {MEMBER(FilterExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ConsistentRead, Boolean)},
};

static const struct bs_shape_member
    members_ScanOutput[] = {
    {MEMBER(Items, ItemList)},
    {MEMBER(Count, Integer)},
    {MEMBER(ScannedCount, Integer)},
    {MEMBER(LastEvaluatedKey, Key)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
};

static const struct bs_shape_member
    members_SecondaryIndexesCapacityMap[] = {
    {MEMBER(key, IndexName)},
    {MEMBER(value, Capacity)},
};

static const struct bs_shape_member
    members_SourceTableDetails[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(TableId, String), .is_required = true},
    {MEMBER(TableArn, String)},
    {MEMBER(TableSizeBytes, Integer)},
    {MEMBER(KeySchema, KeySchema), .is_required = true},
    {MEMBER(TableCreationDateTime, Timestamp), .is_required = true},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput), .is_required = true},
    {MEMBER(ItemCount, ItemCount)},
    {MEMBER(BillingMode, BillingMode)},
};

static const struct bs_shape_member
    members_SourceTableFeatureDetails[] = {
    {MEMBER(LocalSecondaryIndexes, LocalSecondaryIndexes)},
    {MEMBER(GlobalSecondaryIndexes, GlobalSecondaryIndexes)},
    {MEMBER(StreamDescription, StreamSpecification)},
    {MEMBER(TimeToLiveDescription, TimeToLiveDescription)},
    {MEMBER(SSEDescription, SSEDescription)},
};

static const struct bs_shape_member
    members_StreamSpecification[] = {
    {MEMBER(StreamEnabled, Boolean), .is_required = true},
    {MEMBER(StreamViewType, StreamViewType)},
};

static const struct bs_shape_member
    members_StringSetAttributeValue[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_TableAutoScalingDescription[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(TableStatus, TableStatus)},
    {MEMBER(Replicas, ReplicaAutoScalingDescriptionList)},
};

static const struct bs_shape_member
    members_TableClassSummary[] = {
    {MEMBER(TableClass, TableClass)},
    {MEMBER(LastUpdateDateTime, Timestamp)},
};

static const struct bs_shape_member
    members_TableDescription[] = {
    {MEMBER(AttributeDefinitions, AttributeDefinitions)},
    {MEMBER(TableName, TableName)},
    {MEMBER(KeySchema, KeySchema)},
    {MEMBER(TableStatus, TableStatus)},
    {MEMBER(CreationDateTime, Timestamp)},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughputDescription)},
    {MEMBER(TableSizeBytes, Integer)},
    {MEMBER(ItemCount, Integer)},
    {MEMBER(TableArn, String)},
    {MEMBER(TableId, String)},
    {MEMBER(BillingModeSummary, BillingModeSummary)},
    {MEMBER(LocalSecondaryIndexes, LocalSecondaryIndexDescriptionList)},
    {MEMBER(GlobalSecondaryIndexes, GlobalSecondaryIndexDescriptionList)},
    {MEMBER(StreamSpecification, StreamSpecification)},
    {MEMBER(LatestStreamLabel, String)},
    {MEMBER(LatestStreamArn, StreamArn)},
    {MEMBER(GlobalTableVersion, String)},
    {MEMBER(Replicas, ReplicaDescriptionList)},
    {MEMBER(RestoreSummary, RestoreSummary)},
    {MEMBER(SSEDescription, SSEDescription)},
    {MEMBER(ArchivalSummary, ArchivalSummary)},
    {MEMBER(TableClassSummary, TableClassSummary)},
    {MEMBER(DeletionProtectionEnabled, Boolean)},
    {MEMBER(OnDemandThroughput, OnDemandThroughput)},
    {MEMBER(MultiRegionConsistency, MultiRegionConsistency)},
};

static const struct bs_shape_member
    members_TableNameList[] = {
    {MEMBER(member, TableName)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKeyString), .is_required = true},
    {MEMBER(Value, TagValueString), .is_required = true},
};

static const struct bs_shape_member
    members_TagKeyList[] = {
    {MEMBER(member, TagKeyString)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_TagResourceInput[] = {
    {MEMBER(ResourceArn, ResourceArnString), .is_required = true},
    {MEMBER(Tags, TagList), .is_required = true},
};

static const struct bs_shape_member
    members_TimeToLiveDescription[] = {
    {MEMBER(TimeToLiveStatus, TimeToLiveStatus)},
    {MEMBER(AttributeName, TimeToLiveAttributeName)},
};

static const struct bs_shape_member
    members_TimeToLiveSpecification[] = {
    {MEMBER(Enabled, Boolean), .is_required = true},
    {MEMBER(AttributeName, TimeToLiveAttributeName), .is_required = true},
};

static const struct bs_shape_member
    members_TransactGetItem[] = {
    {MEMBER(Get, Get), .is_required = true},
};

static const struct bs_shape_member
    members_TransactGetItemList[] = {
    {MEMBER(member, TransactGetItem)},
};

static const struct bs_shape_member
    members_TransactGetItemsInput[] = {
    {MEMBER(TransactItems, TransactGetItemList), .is_required = true},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
};

static const struct bs_shape_member
    members_TransactGetItemsOutput[] = {
    {MEMBER(ConsumedCapacity, ConsumedCapacityMultiple)},
    {MEMBER(Responses, ItemResponseList)},
};

static const struct bs_shape_member
    members_TransactWriteItem[] = {
    {MEMBER(ConditionCheck, ConditionCheck)},
    {MEMBER(Put, Put)},
    {MEMBER(Delete, Delete)},
    {MEMBER(Update, Update)},
};

static const struct bs_shape_member
    members_TransactWriteItemList[] = {
    {MEMBER(member, TransactWriteItem)},
};

static const struct bs_shape_member
    members_TransactWriteItemsInput[] = {
    {MEMBER(TransactItems, TransactWriteItemList), .is_required = true},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ReturnItemCollectionMetrics, ReturnItemCollectionMetrics)},
    {MEMBER(ClientRequestToken, ClientRequestToken), .is_idempotency_token = true},
};

static const struct bs_shape_member
    members_TransactWriteItemsOutput[] = {
    {MEMBER(ConsumedCapacity, ConsumedCapacityMultiple)},
    {MEMBER(ItemCollectionMetrics, ItemCollectionMetricsPerTable)},
};

static const struct bs_shape_member
    members_TransactionCanceledException[] = {
    {MEMBER(Message, String)},
    {MEMBER(CancellationReasons, CancellationReasonList)},
};

static const struct bs_shape_member
    members_UntagResourceInput[] = {
    {MEMBER(ResourceArn, ResourceArnString), .is_required = true},
    {MEMBER(TagKeys, TagKeyList), .is_required = true},
};

static const struct bs_shape_member
    members_Update[] = {
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(UpdateExpression, String), .is_required = true},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(ConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_UpdateContinuousBackupsInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(PointInTimeRecoverySpecification, PointInTimeRecoverySpecification),
     .is_required = true},
};

static const struct bs_shape_member
    members_UpdateContinuousBackupsOutput[] = {
    {MEMBER(ContinuousBackupsDescription, ContinuousBackupsDescription)},
};

static const struct bs_shape_member
    members_UpdateContributorInsightsInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ContributorInsightsAction, ContributorInsightsAction), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateContributorInsightsOutput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(IndexName, IndexName)},
    {MEMBER(ContributorInsightsStatus, ContributorInsightsStatus)},
};

static const struct bs_shape_member
    members_UpdateGlobalSecondaryIndexAction[] = {
    {MEMBER(IndexName, IndexName), .is_required = true},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput)},
};

static const struct bs_shape_member
    members_UpdateGlobalTableInput[] = {
    {MEMBER(GlobalTableName, TableName), .is_required = true},
    {MEMBER(ReplicaUpdates, ReplicaUpdateList), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateGlobalTableOutput[] = {
    {MEMBER(GlobalTableDescription, GlobalTableDescription)},
};

static const struct bs_shape_member
    members_UpdateGlobalTableSettingsInput[] = {
    {MEMBER(GlobalTableName, TableName), .is_required = true},
    {MEMBER(GlobalTableBillingMode, BillingMode)},
    {MEMBER(GlobalTableProvisionedWriteCapacityUnits, PositiveLongObject)},
    {MEMBER(GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate,
     AutoScalingSettingsUpdate)},
    {MEMBER(GlobalTableGlobalSecondaryIndexSettingsUpdate,
     GlobalTableGlobalSecondaryIndexSettingsUpdateList)},
    {MEMBER(ReplicaSettingsUpdate, ReplicaSettingsUpdateList)},
};

static const struct bs_shape_member
    members_UpdateGlobalTableSettingsOutput[] = {
    {MEMBER(GlobalTableName, TableName)},
    {MEMBER(ReplicaSettings, ReplicaSettingsDescriptionList)},
};

static const struct bs_shape_member
    members_UpdateItemInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(Key, Key), .is_required = true},
    {MEMBER(AttributeUpdates, AttributeUpdates)},
    {MEMBER(Expected, ExpectedAttributeMap)},
    {MEMBER(ConditionalOperator, ConditionalOperator)},
    {MEMBER(ReturnValues, ReturnValue)},
    {MEMBER(ReturnConsumedCapacity, ReturnConsumedCapacity)},
    {MEMBER(ReturnItemCollectionMetrics, ReturnItemCollectionMetrics)},
    {MEMBER(UpdateExpression, String)},
    {MEMBER(ConditionExpression, String)},
    {MEMBER(ExpressionAttributeNames, ExpressionAttributeNameMap)},
    {MEMBER(ExpressionAttributeValues, ExpressionAttributeValueMap)},
    {MEMBER(ReturnValuesOnConditionCheckFailure, ReturnValuesOnConditionCheckFailure)},
};

static const struct bs_shape_member
    members_UpdateItemOutput[] = {
    {MEMBER(Attributes, AttributeMap)},
    {MEMBER(ConsumedCapacity, ConsumedCapacity)},
    {MEMBER(ItemCollectionMetrics, ItemCollectionMetrics)},
};

static const struct bs_shape_member
    members_UpdateReplicationGroupMemberAction[] = {
    {MEMBER(RegionName, String), .is_required = true},
    {MEMBER(KMSMasterKeyId, String)},
    {MEMBER(ProvisionedThroughputOverride, ProvisionedThroughputOverride)},
    {MEMBER(GlobalSecondaryIndexes, ReplicaGlobalSecondaryIndexList)},
    {MEMBER(TableClassOverride, TableClass)},
};

static const struct bs_shape_member
    members_UpdateTableInput[] = {
    {MEMBER(AttributeDefinitions, AttributeDefinitions)},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(BillingMode, BillingMode)},
    {MEMBER(ProvisionedThroughput, ProvisionedThroughput)},
    {MEMBER(GlobalSecondaryIndexUpdates, GlobalSecondaryIndexUpdateList)},
    {MEMBER(StreamSpecification, StreamSpecification)},
    {MEMBER(SSESpecification, SSESpecification)},
    {MEMBER(ReplicaUpdates, ReplicationGroupUpdateList)},
    {MEMBER(TableClass, TableClass)},
    {MEMBER(DeletionProtectionEnabled, Boolean)},
    {MEMBER(OnDemandThroughput, OnDemandThroughput)},
    {MEMBER(MultiRegionConsistency, MultiRegionConsistency)},
};

static const struct bs_shape_member
    members_UpdateTableOutput[] = {
    {MEMBER(TableDescription, TableDescription)},
};

static const struct bs_shape_member
    members_UpdateTableReplicaAutoScalingInput[] = {
    {MEMBER(GlobalSecondaryIndexUpdates, GlobalSecondaryIndexAutoScalingUpdateList)},
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(ProvisionedWriteCapacityAutoScalingUpdate, AutoScalingSettingsUpdate)},
    {MEMBER(ReplicaUpdates, ReplicaAutoScalingUpdateList)},
};

static const struct bs_shape_member
    members_UpdateTableReplicaAutoScalingOutput[] = {
    {MEMBER(TableAutoScalingDescription, TableAutoScalingDescription)},
};

static const struct bs_shape_member
    members_UpdateTimeToLiveInput[] = {
    {MEMBER(TableName, TableName), .is_required = true},
    {MEMBER(TimeToLiveSpecification, TimeToLiveSpecification), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateTimeToLiveOutput[] = {
    {MEMBER(TimeToLiveSpecification, TimeToLiveSpecification)},
};

static const struct bs_shape_member
    members_WriteRequest[] = {
    {MEMBER(PutRequest, PutRequest)},
    {MEMBER(DeleteRequest, DeleteRequest)},
};

static const struct bs_shape_member
    members_WriteRequests[] = {
    {MEMBER(member, WriteRequest)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(ArchivalSummary, STRUCTURE)},
    SCALAR(AttributeAction, STRING), WORDS(AttributeAction)},
    COMPOUND(AttributeDefinition, STRUCTURE)},
    COMPOUND(AttributeDefinitions, LIST)},
    COMPOUND(AttributeMap, MAP)},
    SCALAR(AttributeName, STRING), BOUNDS(0, 65535)},
    COMPOUND(AttributeNameList, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(AttributeUpdates, MAP)},
    COMPOUND(AttributeValue, STRUCTURE)},
    COMPOUND(AttributeValueList, LIST)},
    COMPOUND(AttributeValueUpdate, STRUCTURE)},
    COMPOUND(AutoScalingPolicyDescription, STRUCTURE)},
    COMPOUND(AutoScalingPolicyDescriptionList, LIST)},
    SCALAR(AutoScalingPolicyName, STRING), BOUNDS(1, 256)},
    COMPOUND(AutoScalingPolicyUpdate, STRUCTURE)},
    SCALAR(AutoScalingRoleArn, STRING), BOUNDS(1, 1600)},
    COMPOUND(AutoScalingSettingsDescription, STRUCTURE)},
    COMPOUND(AutoScalingSettingsUpdate, STRUCTURE)},
    COMPOUND(AutoScalingTargetTrackingScalingPolicyConfigurationDescription, STRUCTURE)},
    COMPOUND(AutoScalingTargetTrackingScalingPolicyConfigurationUpdate, STRUCTURE)},
    SCALAR(BackupArn, STRING), BOUNDS(37, 1024)},
    COMPOUND(BackupDescription, STRUCTURE)},
    COMPOUND(BackupDetails, STRUCTURE)},
    SCALAR(BackupName, STRING), BOUNDS(3, 255)},
    SCALAR(BackupSizeBytes, INTEGER), BOUNDS(0, INT64_MAX)},
    SCALAR(BackupStatus, STRING), WORDS(BackupStatus)},
    COMPOUND(BackupSummaries, LIST)},
    COMPOUND(BackupSummary, STRUCTURE)},
    SCALAR(BackupType, STRING), WORDS(BackupType)},
    SCALAR(BackupTypeFilter, STRING), WORDS(BackupTypeFilter)},
    SCALAR(BackupsInputLimit, INTEGER), BOUNDS(1, 100)},
    COMPOUND(BatchExecuteStatementInput, STRUCTURE)},
    COMPOUND(BatchExecuteStatementOutput, STRUCTURE)},
    COMPOUND(BatchGetItemInput, STRUCTURE)},
    COMPOUND(BatchGetItemOutput, STRUCTURE)},
    COMPOUND(BatchGetRequestMap, MAP), BOUNDS(1, 100)},
    COMPOUND(BatchGetResponseMap, MAP)},
    COMPOUND(BatchStatementError, STRUCTURE)},
    SCALAR(BatchStatementErrorCodeEnum, STRING), WORDS(BatchStatementErrorCodeEnum)},
    COMPOUND(BatchStatementRequest, STRUCTURE)},
    COMPOUND(BatchStatementResponse, STRUCTURE)},
    COMPOUND(BatchWriteItemInput, STRUCTURE)},
    COMPOUND(BatchWriteItemOutput, STRUCTURE)},
    COMPOUND(BatchWriteItemRequestMap, MAP), BOUNDS(1, 25)},
    SCALAR(BilledSizeBytes, INTEGER), BOUNDS(0, INT64_MAX)},
    SCALAR(BillingMode, STRING), WORDS(BillingMode)},
    COMPOUND(BillingModeSummary, STRUCTURE)},
    COMPOUND(BinarySetAttributeValue, LIST)},
    SCALAR(Blob, BLOB)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CancellationReason, STRUCTURE)},
    COMPOUND(CancellationReasonList, LIST), BOUNDS(1, 100)},
    COMPOUND(Capacity, STRUCTURE)},
    SCALAR(ClientRequestToken, STRING), BOUNDS(1, 36)},
    SCALAR(ComparisonOperator, STRING), WORDS(ComparisonOperator)},
    COMPOUND(Condition, STRUCTURE)},
    COMPOUND(ConditionCheck, STRUCTURE)},
    COMPOUND(ConditionalCheckFailedException, STRUCTURE)},
    SCALAR(ConditionalOperator, STRING), WORDS(ConditionalOperator)},
    COMPOUND(ConsumedCapacity, STRUCTURE)},
    COMPOUND(ConsumedCapacityMultiple, LIST)},
    COMPOUND(ContinuousBackupsDescription, STRUCTURE)},
    SCALAR(ContinuousBackupsStatus, STRING), WORDS(ContinuousBackupsStatus)},
    SCALAR(ContributorInsightsAction, STRING), WORDS(ContributorInsightsAction)},
    COMPOUND(ContributorInsightsRuleList, LIST)},
    SCALAR(ContributorInsightsStatus, STRING), WORDS(ContributorInsightsStatus)},
    COMPOUND(ContributorInsightsSummaries, LIST)},
    COMPOUND(ContributorInsightsSummary, STRUCTURE)},
    COMPOUND(CreateBackupInput, STRUCTURE)},
    COMPOUND(CreateBackupOutput, STRUCTURE)},
    COMPOUND(CreateGlobalSecondaryIndexAction, STRUCTURE)},
    COMPOUND(CreateGlobalTableInput, STRUCTURE)},
    COMPOUND(CreateGlobalTableOutput, STRUCTURE)},
    COMPOUND(CreateReplicaAction, STRUCTURE)},
    COMPOUND(CreateReplicationGroupMemberAction, STRUCTURE)},
    COMPOUND(CreateTableInput, STRUCTURE)},
    COMPOUND(CreateTableOutput, STRUCTURE)},
    SCALAR(Decimal, DECIMAL)},
    COMPOUND(Delete, STRUCTURE)},
    COMPOUND(DeleteBackupInput, STRUCTURE)},
    COMPOUND(DeleteBackupOutput, STRUCTURE)},
    COMPOUND(DeleteGlobalSecondaryIndexAction, STRUCTURE)},
    COMPOUND(DeleteItemInput, STRUCTURE)},
    COMPOUND(DeleteItemOutput, STRUCTURE)},
    COMPOUND(DeleteReplicaAction, STRUCTURE)},
    COMPOUND(DeleteReplicationGroupMemberAction, STRUCTURE)},
    COMPOUND(DeleteRequest, STRUCTURE)},
    COMPOUND(DeleteTableInput, STRUCTURE)},
    COMPOUND(DeleteTableOutput, STRUCTURE)},
    COMPOUND(DescribeBackupInput, STRUCTURE)},
    COMPOUND(DescribeBackupOutput, STRUCTURE)},
    COMPOUND(DescribeContinuousBackupsInput, STRUCTURE)},
    COMPOUND(DescribeContinuousBackupsOutput, STRUCTURE)},
    COMPOUND(DescribeContributorInsightsInput, STRUCTURE)},
    COMPOUND(DescribeContributorInsightsOutput, STRUCTURE)},
    SCALAR(DescribeEndpointsRequest, STRUCTURE)},
    COMPOUND(DescribeEndpointsResponse, STRUCTURE)},
    COMPOUND(DescribeExportInput, STRUCTURE)},
    COMPOUND(DescribeExportOutput, STRUCTURE)},
    COMPOUND(DescribeGlobalTableInput, STRUCTURE)},
    COMPOUND(DescribeGlobalTableOutput, STRUCTURE)},
    COMPOUND(DescribeGlobalTableSettingsInput, STRUCTURE)},
    COMPOUND(DescribeGlobalTableSettingsOutput, STRUCTURE)},
    COMPOUND(DescribeKinesisStreamingDestinationInput, STRUCTURE)},
    COMPOUND(DescribeKinesisStreamingDestinationOutput, STRUCTURE)},
    SCALAR(DescribeLimitsInput, STRUCTURE)},
    COMPOUND(DescribeLimitsOutput, STRUCTURE)},
    COMPOUND(DescribeTableInput, STRUCTURE)},
    COMPOUND(DescribeTableOutput, STRUCTURE)},
    COMPOUND(DescribeTableReplicaAutoScalingInput, STRUCTURE)},
    COMPOUND(DescribeTableReplicaAutoScalingOutput, STRUCTURE)},
    COMPOUND(DescribeTimeToLiveInput, STRUCTURE)},
    COMPOUND(DescribeTimeToLiveOutput, STRUCTURE)},
    SCALAR(DestinationStatus, STRING), WORDS(DestinationStatus)},
    COMPOUND(Endpoint, STRUCTURE)},
    COMPOUND(Endpoints, LIST)},
    COMPOUND(ExecuteStatementInput, STRUCTURE)},
    COMPOUND(ExecuteStatementOutput, STRUCTURE)},
    COMPOUND(ExecuteTransactionInput, STRUCTURE)},
    COMPOUND(ExecuteTransactionOutput, STRUCTURE)},
    COMPOUND(ExpectedAttributeMap, MAP)},
    COMPOUND(ExpectedAttributeValue, STRUCTURE)},
    SCALAR(ExportArn, STRING), BOUNDS(37, 1024)},
    COMPOUND(ExportDescription, STRUCTURE)},
    SCALAR(ExportFormat, STRING), WORDS(ExportFormat)},
    SCALAR(ExportStatus, STRING), WORDS(ExportStatus)},
    COMPOUND(ExportSummaries, LIST)},
    COMPOUND(ExportSummary, STRUCTURE)},
    COMPOUND(ExportTableToPointInTimeInput, STRUCTURE)},
    COMPOUND(ExportTableToPointInTimeOutput, STRUCTURE)},
    COMPOUND(ExpressionAttributeNameMap, MAP)},
    COMPOUND(ExpressionAttributeValueMap, MAP)},
    COMPOUND(FailureException, STRUCTURE)},
    COMPOUND(FilterConditionMap, MAP)},
    COMPOUND(Get, STRUCTURE)},
    COMPOUND(GetItemInput, STRUCTURE)},
    COMPOUND(GetItemOutput, STRUCTURE)},
    COMPOUND(GlobalSecondaryIndex, STRUCTURE)},
    COMPOUND(GlobalSecondaryIndexAutoScalingUpdate, STRUCTURE)},
    COMPOUND(GlobalSecondaryIndexAutoScalingUpdateList, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(GlobalSecondaryIndexDescription, STRUCTURE)},
    COMPOUND(GlobalSecondaryIndexDescriptionList, LIST)},
    COMPOUND(GlobalSecondaryIndexInfo, STRUCTURE)},
    COMPOUND(GlobalSecondaryIndexList, LIST)},
    COMPOUND(GlobalSecondaryIndexUpdate, STRUCTURE)},
    COMPOUND(GlobalSecondaryIndexUpdateList, LIST)},
    COMPOUND(GlobalSecondaryIndexes, LIST)},
    COMPOUND(GlobalTable, STRUCTURE)},
    COMPOUND(GlobalTableDescription, STRUCTURE)},
    COMPOUND(GlobalTableGlobalSecondaryIndexSettingsUpdate, STRUCTURE)},
    COMPOUND(GlobalTableGlobalSecondaryIndexSettingsUpdateList, LIST), BOUNDS(1, 20)},
    COMPOUND(GlobalTableList, LIST)},
    SCALAR(GlobalTableStatus, STRING), WORDS(GlobalTableStatus)},
    SCALAR(IndexName, STRING), BOUNDS(3, 255)},
    SCALAR(IndexStatus, STRING), WORDS(IndexStatus)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(ItemCollectionKeyAttributeMap, MAP)},
    COMPOUND(ItemCollectionMetrics, STRUCTURE)},
    COMPOUND(ItemCollectionMetricsMultiple, LIST)},
    COMPOUND(ItemCollectionMetricsPerTable, MAP)},
    COMPOUND(ItemCollectionSizeEstimateRange, LIST)},
    SCALAR(ItemCount, INTEGER), BOUNDS(0, INT64_MAX)},
    COMPOUND(ItemList, LIST)},
    COMPOUND(ItemResponse, STRUCTURE)},
    COMPOUND(ItemResponseList, LIST), BOUNDS(1, 100)},
    COMPOUND(Key, MAP)},
    COMPOUND(KeyConditions, MAP)},
    COMPOUND(KeyList, LIST), BOUNDS(1, 100)},
    COMPOUND(KeySchema, LIST), BOUNDS(1, 2)},
    SCALAR(KeySchemaAttributeName, STRING), BOUNDS(1, 255)},
    COMPOUND(KeySchemaElement, STRUCTURE)},
    SCALAR(KeyType, STRING), WORDS(KeyType)},
    COMPOUND(KeysAndAttributes, STRUCTURE)},
    COMPOUND(KinesisDataStreamDestination, STRUCTURE)},
    COMPOUND(KinesisDataStreamDestinations, LIST)},
    COMPOUND(KinesisStreamingDestinationInput, STRUCTURE)},
    COMPOUND(KinesisStreamingDestinationOutput, STRUCTURE)},
    COMPOUND(ListAttributeValue, LIST)},
    COMPOUND(ListBackupsInput, STRUCTURE)},
    COMPOUND(ListBackupsOutput, STRUCTURE)},
    COMPOUND(ListContributorInsightsInput, STRUCTURE)},
    SCALAR(ListContributorInsightsLimit, INTEGER), BOUNDS(INT64_MIN, 100)},
    COMPOUND(ListContributorInsightsOutput, STRUCTURE)},
    COMPOUND(ListExportsInput, STRUCTURE)},
    SCALAR(ListExportsMaxLimit, INTEGER), BOUNDS(1, 25)},
    COMPOUND(ListExportsOutput, STRUCTURE)},
    COMPOUND(ListGlobalTablesInput, STRUCTURE)},
    COMPOUND(ListGlobalTablesOutput, STRUCTURE)},
    COMPOUND(ListTablesInput, STRUCTURE)},
    SCALAR(ListTablesInputLimit, INTEGER), BOUNDS(1, 100)},
    COMPOUND(ListTablesOutput, STRUCTURE)},
    COMPOUND(ListTagsOfResourceInput, STRUCTURE)},
    COMPOUND(ListTagsOfResourceOutput, STRUCTURE)},
    COMPOUND(LocalSecondaryIndex, STRUCTURE)},
    COMPOUND(LocalSecondaryIndexDescription, STRUCTURE)},
    COMPOUND(LocalSecondaryIndexDescriptionList, LIST)},
    COMPOUND(LocalSecondaryIndexInfo, STRUCTURE)},
    COMPOUND(LocalSecondaryIndexList, LIST)},
    COMPOUND(LocalSecondaryIndexes, LIST)},
    COMPOUND(MapAttributeValue, MAP)},
    SCALAR(MultiRegionConsistency, STRING), WORDS(MultiRegionConsistency)},
    SCALAR(NonKeyAttributeName, STRING), BOUNDS(1, 255)},
    COMPOUND(NonKeyAttributeNameList, LIST), BOUNDS(1, 20)},
    SCALAR(NonNegativeLongObject, INTEGER), BOUNDS(0, INT64_MAX)},
    COMPOUND(NumberSetAttributeValue, LIST)},
    COMPOUND(OnDemandThroughput, STRUCTURE)},
    COMPOUND(ParameterizedStatement, STRUCTURE)},
    COMPOUND(ParameterizedStatements, LIST), BOUNDS(1, 100)},
    COMPOUND(PartiQLBatchRequest, LIST), BOUNDS(1, 25)},
    COMPOUND(PartiQLBatchResponse, LIST)},
    SCALAR(PartiQLNextToken, STRING), BOUNDS(1, 32768)},
    SCALAR(PartiQLStatement, STRING), BOUNDS(1, 8192)},
    COMPOUND(PointInTimeRecoveryDescription, STRUCTURE)},
    COMPOUND(PointInTimeRecoverySpecification, STRUCTURE)},
    SCALAR(PointInTimeRecoveryStatus, STRING), WORDS(PointInTimeRecoveryStatus)},
    SCALAR(PositiveIntegerObject, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(PositiveLongObject, INTEGER), BOUNDS(1, INT64_MAX)},
    COMPOUND(PreparedStatementParameters, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(Projection, STRUCTURE)},
    SCALAR(ProjectionType, STRING), WORDS(ProjectionType)},
    COMPOUND(ProvisionedThroughput, STRUCTURE)},
    COMPOUND(ProvisionedThroughputDescription, STRUCTURE)},
    COMPOUND(ProvisionedThroughputOverride, STRUCTURE)},
    COMPOUND(Put, STRUCTURE)},
    COMPOUND(PutItemInput, STRUCTURE)},
    COMPOUND(PutItemInputAttributeMap, MAP)},
    COMPOUND(PutItemOutput, STRUCTURE)},
    COMPOUND(PutRequest, STRUCTURE)},
    COMPOUND(QueryInput, STRUCTURE)},
    COMPOUND(QueryOutput, STRUCTURE)},
    SCALAR(RecoveryPeriodInDays, INTEGER), BOUNDS(1, 35)},
    COMPOUND(Replica, STRUCTURE)},
    COMPOUND(ReplicaAutoScalingDescription, STRUCTURE)},
    COMPOUND(ReplicaAutoScalingDescriptionList, LIST)},
    COMPOUND(ReplicaAutoScalingUpdate, STRUCTURE)},
    COMPOUND(ReplicaAutoScalingUpdateList, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(ReplicaDescription, STRUCTURE)},
    COMPOUND(ReplicaDescriptionList, LIST)},
    COMPOUND(ReplicaGlobalSecondaryIndex, STRUCTURE)},
    COMPOUND(ReplicaGlobalSecondaryIndexAutoScalingDescription, STRUCTURE)},
    COMPOUND(ReplicaGlobalSecondaryIndexAutoScalingDescriptionList, LIST)},
    COMPOUND(ReplicaGlobalSecondaryIndexAutoScalingUpdate, STRUCTURE)},
    COMPOUND(ReplicaGlobalSecondaryIndexAutoScalingUpdateList, LIST)},
    COMPOUND(ReplicaGlobalSecondaryIndexDescription, STRUCTURE)},
    COMPOUND(ReplicaGlobalSecondaryIndexDescriptionList, LIST)},
    COMPOUND(ReplicaGlobalSecondaryIndexList, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(ReplicaGlobalSecondaryIndexSettingsDescription, STRUCTURE)},
    COMPOUND(ReplicaGlobalSecondaryIndexSettingsDescriptionList, LIST)},
    COMPOUND(ReplicaGlobalSecondaryIndexSettingsUpdate, STRUCTURE)},
    COMPOUND(ReplicaGlobalSecondaryIndexSettingsUpdateList, LIST), BOUNDS(1, 20)},
    COMPOUND(ReplicaList, LIST)},
    COMPOUND(ReplicaSettingsDescription, STRUCTURE)},
    COMPOUND(ReplicaSettingsDescriptionList, LIST)},
    COMPOUND(ReplicaSettingsUpdate, STRUCTURE)},
    COMPOUND(ReplicaSettingsUpdateList, LIST), BOUNDS(1, 50)},
    SCALAR(ReplicaStatus, STRING), WORDS(ReplicaStatus)},
    COMPOUND(ReplicaUpdate, STRUCTURE)},
    COMPOUND(ReplicaUpdateList, LIST)},
    COMPOUND(ReplicationGroupUpdate, STRUCTURE)},
    COMPOUND(ReplicationGroupUpdateList, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(ResourceArnString, STRING), BOUNDS(1, 1283)},
    COMPOUND(RestoreSummary, STRUCTURE)},
    COMPOUND(RestoreTableFromBackupInput, STRUCTURE)},
    COMPOUND(RestoreTableFromBackupOutput, STRUCTURE)},
    COMPOUND(RestoreTableToPointInTimeInput, STRUCTURE)},
    COMPOUND(RestoreTableToPointInTimeOutput, STRUCTURE)},
    SCALAR(ReturnConsumedCapacity, STRING), WORDS(ReturnConsumedCapacity)},
    SCALAR(ReturnItemCollectionMetrics, STRING), WORDS(ReturnItemCollectionMetrics)},
    SCALAR(ReturnValue, STRING), WORDS(ReturnValue)},
    SCALAR(ReturnValuesOnConditionCheckFailure, STRING),
    WORDS(ReturnValuesOnConditionCheckFailure)},
    SCALAR(S3Bucket, STRING), BOUNDS(0, 255)},
    SCALAR(S3Prefix, STRING), BOUNDS(0, 1024)},
    SCALAR(S3SseAlgorithm, STRING), WORDS(S3SseAlgorithm)},
    SCALAR(S3SseKmsKeyId, STRING), BOUNDS(1, 2048)},
    COMPOUND(SSEDescription, STRUCTURE)},
    COMPOUND(SSESpecification, STRUCTURE)},
    SCALAR(SSEStatus, STRING), WORDS(SSEStatus)},
    SCALAR(SSEType, STRING), WORDS(SSEType)},
    SCALAR(ScalarAttributeType, STRING), WORDS(ScalarAttributeType)},
    COMPOUND(ScanInput, STRUCTURE)},
    COMPOUND(ScanOutput, STRUCTURE)},
    SCALAR(ScanSegment, INTEGER), BOUNDS(0, 999999)},
    SCALAR(ScanTotalSegments, INTEGER), BOUNDS(1, 1000000)},
    COMPOUND(SecondaryIndexesCapacityMap, MAP)},
    SCALAR(Select, STRING), WORDS(Select)},
    COMPOUND(SourceTableDetails, STRUCTURE)},
    COMPOUND(SourceTableFeatureDetails, STRUCTURE)},
    SCALAR(StreamArn, STRING), BOUNDS(37, 1024)},
    COMPOUND(StreamSpecification, STRUCTURE)},
    SCALAR(StreamViewType, STRING), WORDS(StreamViewType)},
    SCALAR(String, STRING)},
    COMPOUND(StringSetAttributeValue, LIST)},
    COMPOUND(TableAutoScalingDescription, STRUCTURE)},
    SCALAR(TableClass, STRING), WORDS(TableClass)},
    COMPOUND(TableClassSummary, STRUCTURE)},
    COMPOUND(TableDescription, STRUCTURE)},
    SCALAR(TableName, STRING), BOUNDS(3, 255)},
    COMPOUND(TableNameList, LIST)},
    SCALAR(TableStatus, STRING), WORDS(TableStatus)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagKeyList, LIST)},
    SCALAR(TagKeyString, STRING), BOUNDS(1, 128)},
    COMPOUND(TagList, LIST)},
    COMPOUND(TagResourceInput, STRUCTURE)},
    SCALAR(TagValueString, STRING), BOUNDS(0, 256)},
    SCALAR(TimeToLiveAttributeName, STRING), BOUNDS(1, 255)},
    COMPOUND(TimeToLiveDescription, STRUCTURE)},
    COMPOUND(TimeToLiveSpecification, STRUCTURE)},
    SCALAR(TimeToLiveStatus, STRING), WORDS(TimeToLiveStatus)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(TransactGetItem, STRUCTURE)},
    COMPOUND(TransactGetItemList, LIST), BOUNDS(1, 100)},
    COMPOUND(TransactGetItemsInput, STRUCTURE)},
    COMPOUND(TransactGetItemsOutput, STRUCTURE)},
    COMPOUND(TransactWriteItem, STRUCTURE)},
    COMPOUND(TransactWriteItemList, LIST), BOUNDS(1, 100)},
    COMPOUND(TransactWriteItemsInput, STRUCTURE)},
    COMPOUND(TransactWriteItemsOutput, STRUCTURE)},
    COMPOUND(TransactionCanceledException, STRUCTURE)},
    COMPOUND(UntagResourceInput, STRUCTURE)},
    COMPOUND(Update, STRUCTURE)},
    COMPOUND(UpdateContinuousBackupsInput, STRUCTURE)},
    COMPOUND(UpdateContinuousBackupsOutput, STRUCTURE)},
    COMPOUND(UpdateContributorInsightsInput, STRUCTURE)},
    COMPOUND(UpdateContributorInsightsOutput, STRUCTURE)},
    COMPOUND(UpdateGlobalSecondaryIndexAction, STRUCTURE)},
    COMPOUND(UpdateGlobalTableInput, STRUCTURE)},
    COMPOUND(UpdateGlobalTableOutput, STRUCTURE)},
    COMPOUND(UpdateGlobalTableSettingsInput, STRUCTURE)},
    COMPOUND(UpdateGlobalTableSettingsOutput, STRUCTURE)},
    COMPOUND(UpdateItemInput, STRUCTURE)},
    COMPOUND(UpdateItemOutput, STRUCTURE)},
    COMPOUND(UpdateReplicationGroupMemberAction, STRUCTURE)},
    COMPOUND(UpdateTableInput, STRUCTURE)},
    COMPOUND(UpdateTableOutput, STRUCTURE)},
    COMPOUND(UpdateTableReplicaAutoScalingInput, STRUCTURE)},
    COMPOUND(UpdateTableReplicaAutoScalingOutput, STRUCTURE)},
    COMPOUND(UpdateTimeToLiveInput, STRUCTURE)},
    COMPOUND(UpdateTimeToLiveOutput, STRUCTURE)},
    COMPOUND(WriteRequest, STRUCTURE)},
    COMPOUND(WriteRequests, LIST), BOUNDS(1, 25)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "BatchExecuteStatement", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchExecuteStatementInput), .output = SHAPE(BatchExecuteStatementOutput)},
    {.name = "BatchGetItem", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchGetItemInput), .output = SHAPE(BatchGetItemOutput)},
    {.name = "BatchWriteItem", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchWriteItemInput), .output = SHAPE(BatchWriteItemOutput)},
    {.name = "CreateBackup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateBackupInput), .output = SHAPE(CreateBackupOutput)},
    {.name = "CreateGlobalTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateGlobalTableInput), .output = SHAPE(CreateGlobalTableOutput)},
    {.name = "CreateTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateTableInput), .output = SHAPE(CreateTableOutput)},
    {.name = "DeleteBackup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteBackupInput), .output = SHAPE(DeleteBackupOutput)},
    {.name = "DeleteItem", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteItemInput), .output = SHAPE(DeleteItemOutput)},
    {.name = "DeleteTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTableInput), .output = SHAPE(DeleteTableOutput)},
    {.name = "DescribeBackup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeBackupInput), .output = SHAPE(DescribeBackupOutput)},
    {.name = "DescribeContinuousBackups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeContinuousBackupsInput),
     .output = SHAPE(DescribeContinuousBackupsOutput)},
    {.name = "DescribeContributorInsights", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeContributorInsightsInput),
     .output = SHAPE(DescribeContributorInsightsOutput)},
    {.name = "DescribeEndpoints", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeEndpointsRequest), .output = SHAPE(DescribeEndpointsResponse)},
    {.name = "DescribeExport", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeExportInput), .output = SHAPE(DescribeExportOutput)},
    {.name = "DescribeGlobalTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeGlobalTableInput), .output = SHAPE(DescribeGlobalTableOutput)},
    {.name = "DescribeGlobalTableSettings", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeGlobalTableSettingsInput),
     .output = SHAPE(DescribeGlobalTableSettingsOutput)},
    {.name = "DescribeKinesisStreamingDestination", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeKinesisStreamingDestinationInput),
     .output = SHAPE(DescribeKinesisStreamingDestinationOutput)},
    {.name = "DescribeLimits", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeLimitsInput), .output = SHAPE(DescribeLimitsOutput)},
    {.name = "DescribeTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTableInput), .output = SHAPE(DescribeTableOutput)},
    {.name = "DescribeTableReplicaAutoScaling", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTableReplicaAutoScalingInput),
     .output = SHAPE(DescribeTableReplicaAutoScalingOutput)},
    {.name = "DescribeTimeToLive", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTimeToLiveInput), .output = SHAPE(DescribeTimeToLiveOutput)},
    {.name = "DisableKinesisStreamingDestination", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(KinesisStreamingDestinationInput),
     .output = SHAPE(KinesisStreamingDestinationOutput)},
    {.name = "EnableKinesisStreamingDestination", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(KinesisStreamingDestinationInput),
     .output = SHAPE(KinesisStreamingDestinationOutput)},
    {.name = "ExecuteStatement", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ExecuteStatementInput), .output = SHAPE(ExecuteStatementOutput),
     .pages = {"NextToken", "NextToken", "Limit", "Items", NULL, 100}},
    {.name = "ExecuteTransaction", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ExecuteTransactionInput), .output = SHAPE(ExecuteTransactionOutput)},
    {.name = "ExportTableToPointInTime", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ExportTableToPointInTimeInput),
     .output = SHAPE(ExportTableToPointInTimeOutput)},
    {.name = "GetItem", .method = "POST", .uri = "/", .status = 200, .input = SHAPE(GetItemInput),
     .output = SHAPE(GetItemOutput)},
    {.name = "ListBackups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListBackupsInput), .output = SHAPE(ListBackupsOutput),
     .pages = {"ExclusiveStartBackupArn", "LastEvaluatedBackupArn", "Limit", "BackupSummaries",
     NULL, 100}},
    {.name = "ListContributorInsights", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListContributorInsightsInput), .output = SHAPE(ListContributorInsightsOutput),
     .pages = {"NextToken", "NextToken", "MaxResults", "ContributorInsightsSummaries", NULL, 100}},
    {.name = "ListExports", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListExportsInput), .output = SHAPE(ListExportsOutput), .pages = {"NextToken",
     "NextToken", "MaxResults", "ExportSummaries", NULL, 100}},
    {.name = "ListGlobalTables", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListGlobalTablesInput), .output = SHAPE(ListGlobalTablesOutput)},
    {.name = "ListTables", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTablesInput), .output = SHAPE(ListTablesOutput),
     .pages = {"ExclusiveStartTableName", "LastEvaluatedTableName", "Limit", "TableNames", NULL,
     100}},
    {.name = "ListTagsOfResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsOfResourceInput), .output = SHAPE(ListTagsOfResourceOutput),
     .pages = {"NextToken", "NextToken", NULL, "Tags", NULL, 10}},
    {.name = "PutItem", .method = "POST", .uri = "/", .status = 200, .input = SHAPE(PutItemInput),
     .output = SHAPE(PutItemOutput)},
    {.name = "Query", .method = "POST", .uri = "/", .status = 200, .input = SHAPE(QueryInput),
     .output = SHAPE(QueryOutput), .pages = {"ExclusiveStartKey", "LastEvaluatedKey", "Limit",
     "Items", NULL, 100}},
    {.name = "RestoreTableFromBackup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreTableFromBackupInput), .output = SHAPE(RestoreTableFromBackupOutput)},
    {.name = "RestoreTableToPointInTime", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreTableToPointInTimeInput),
     .output = SHAPE(RestoreTableToPointInTimeOutput)},
    {.name = "Scan", .method = "POST", .uri = "/", .status = 200, .input = SHAPE(ScanInput),
     .output = SHAPE(ScanOutput), .pages = {"ExclusiveStartKey", "LastEvaluatedKey", "Limit",
     "Items", NULL, 100}},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceInput)},
    {.name = "TransactGetItems", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TransactGetItemsInput), .output = SHAPE(TransactGetItemsOutput)},
    {.name = "TransactWriteItems", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TransactWriteItemsInput), .output = SHAPE(TransactWriteItemsOutput)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceInput)},
    {.name = "UpdateContinuousBackups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateContinuousBackupsInput), .output = SHAPE(UpdateContinuousBackupsOutput)},
    {.name = "UpdateContributorInsights", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateContributorInsightsInput),
     .output = SHAPE(UpdateContributorInsightsOutput)},
    {.name = "UpdateGlobalTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateGlobalTableInput), .output = SHAPE(UpdateGlobalTableOutput)},
    {.name = "UpdateGlobalTableSettings", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateGlobalTableSettingsInput),
     .output = SHAPE(UpdateGlobalTableSettingsOutput)},
    {.name = "UpdateItem", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateItemInput), .output = SHAPE(UpdateItemOutput)},
    {.name = "UpdateTable", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateTableInput), .output = SHAPE(UpdateTableOutput)},
    {.name = "UpdateTableReplicaAutoScaling", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateTableReplicaAutoScalingInput),
     .output = SHAPE(UpdateTableReplicaAutoScalingOutput)},
    {.name = "UpdateTimeToLive", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateTimeToLiveInput), .output = SHAPE(UpdateTimeToLiveOutput)},
};

static const char *const refused[] = {
    "DescribeImport", "ImportTable", "ListImports", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "BackupInUseException", .code = "BackupInUseException", .status = 400,
     .is_sender = true},
    {.shape = "BackupNotFoundException", .code = "BackupNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "ConditionalCheckFailedException", .code = "ConditionalCheckFailedException",
     .status = 400, .is_sender = true, .members = SHAPE(ConditionalCheckFailedException)},
    {.shape = "ContinuousBackupsUnavailableException",
     .code = "ContinuousBackupsUnavailableException", .status = 400, .is_sender = true},
    {.shape = "DuplicateItemException", .code = "DuplicateItemException", .status = 400,
     .is_sender = true},
    {.shape = "ExportConflictException", .code = "ExportConflictException", .status = 400,
     .is_sender = true},
    {.shape = "ExportNotFoundException", .code = "ExportNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "GlobalTableAlreadyExistsException", .code = "GlobalTableAlreadyExistsException",
     .status = 400, .is_sender = true},
    {.shape = "GlobalTableNotFoundException", .code = "GlobalTableNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "IdempotentParameterMismatchException",
     .code = "IdempotentParameterMismatchException", .status = 400, .is_sender = true},
    {.shape = "ImportConflictException", .code = "ImportConflictException", .status = 400,
     .is_sender = true},
    {.shape = "ImportNotFoundException", .code = "ImportNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "IndexNotFoundException", .code = "IndexNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "InternalServerError", .code = "InternalServerError", .status = 500},
    {.shape = "InvalidExportTimeException", .code = "InvalidExportTimeException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidRestoreTimeException", .code = "InvalidRestoreTimeException", .status = 400,
     .is_sender = true},
    {.shape = "ItemCollectionSizeLimitExceededException",
     .code = "ItemCollectionSizeLimitExceededException", .status = 400, .is_sender = true},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "PointInTimeRecoveryUnavailableException",
     .code = "PointInTimeRecoveryUnavailableException", .status = 400, .is_sender = true},
    {.shape = "ProvisionedThroughputExceededException",
     .code = "ProvisionedThroughputExceededException", .status = 400, .is_sender = true},
    {.shape = "ReplicaAlreadyExistsException", .code = "ReplicaAlreadyExistsException",
     .status = 400, .is_sender = true},
    {.shape = "ReplicaNotFoundException", .code = "ReplicaNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "RequestLimitExceeded", .code = "RequestLimitExceeded", .status = 400,
     .is_sender = true},
    {.shape = "ResourceInUseException", .code = "ResourceInUseException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "TableAlreadyExistsException", .code = "TableAlreadyExistsException", .status = 400,
     .is_sender = true},
    {.shape = "TableInUseException", .code = "TableInUseException", .status = 400,
     .is_sender = true},
    {.shape = "TableNotFoundException", .code = "TableNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "TransactionCanceledException", .code = "TransactionCanceledException",
     .status = 400, .is_sender = true, .members = SHAPE(TransactionCanceledException)},
    {.shape = "TransactionConflictException", .code = "TransactionConflictException",
     .status = 400, .is_sender = true},
    {.shape = "TransactionInProgressException", .code = "TransactionInProgressException",
     .status = 400, .is_sender = true},
};

const struct bs_service_shape bs_service_shape_dynamodb = {
    .name = "dynamodb",
    .signing_name = "dynamodb",
    .host_prefix = "dynamodb",
    .target_prefix = "DynamoDB_20120810",
    .api_version = "2012-08-10",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_0,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
