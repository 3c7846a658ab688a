/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AttributeMap, SHAPE_AttributeName, SHAPE_AttributeValue, SHAPE_BinarySetAttributeValue,
    SHAPE_Blob, SHAPE_Boolean, SHAPE_DescribeStreamInput, SHAPE_DescribeStreamOutput,
    SHAPE_GetRecordsInput, SHAPE_GetRecordsOutput, SHAPE_GetShardIteratorInput,
    SHAPE_GetShardIteratorOutput, SHAPE_Identity, SHAPE_KeySchema, SHAPE_KeySchemaAttributeName,
    SHAPE_KeySchemaElement, SHAPE_KeyType, SHAPE_ListAttributeValue, SHAPE_ListStreamsInput,
    SHAPE_ListStreamsOutput, SHAPE_MapAttributeValue, SHAPE_NumberSetAttributeValue,
    SHAPE_OperationType, SHAPE_PositiveIntegerObject, SHAPE_PositiveLongObject, SHAPE_Record,
    SHAPE_RecordList, SHAPE_SequenceNumber, SHAPE_SequenceNumberRange, SHAPE_Shard,
    SHAPE_ShardDescriptionList, SHAPE_ShardId, SHAPE_ShardIterator, SHAPE_ShardIteratorType,
    SHAPE_Stream, SHAPE_StreamArn, SHAPE_StreamDescription, SHAPE_StreamList, SHAPE_StreamRecord,
    SHAPE_StreamStatus, SHAPE_StreamViewType, SHAPE_String, SHAPE_StringSetAttributeValue,
    SHAPE_TableName, SHAPE_Timestamp, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_KeyType[] = {
    "HASH", "RANGE", NULL,
};

static const char *const words_OperationType[] = {
    "INSERT", "MODIFY", "REMOVE", NULL,
};

static const char *const words_ShardIteratorType[] = {
    "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", NULL,
};

static const char *const words_StreamStatus[] = {
    "ENABLING", "ENABLED", "DISABLING", "DISABLED", NULL,
};

static const char *const words_StreamViewType[] = {
    "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY", NULL,
};

static const struct bs_shape_member
    members_AttributeMap[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
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
    members_BinarySetAttributeValue[] = {
    {MEMBER(member, Blob)},
};

static const struct bs_shape_member
    members_DescribeStreamInput[] = {
    {MEMBER(StreamArn, StreamArn), .is_required = true},
    {MEMBER(Limit, PositiveIntegerObject)},
    {MEMBER(ExclusiveStartShardId, ShardId)},
};

static const struct bs_shape_member
    members_DescribeStreamOutput[] = {
    {MEMBER(StreamDescription, StreamDescription)},
};

static const struct bs_shape_member
    members_GetRecordsInput[] = {
    {MEMBER(ShardIterator, ShardIterator), .is_required = true},
    {MEMBER(Limit, PositiveIntegerObject)},
};

static const struct bs_shape_member
    members_GetRecordsOutput[] = {
    {MEMBER(Records, RecordList)},
    {MEMBER(NextShardIterator, ShardIterator)},
};

static const struct bs_shape_member
    members_GetShardIteratorInput[] = {
    {MEMBER(StreamArn, StreamArn), .is_required = true},
    {MEMBER(ShardId, ShardId), .is_required = true},
    {MEMBER(ShardIteratorType, ShardIteratorType), .is_required = true},
    {MEMBER(SequenceNumber, SequenceNumber)},
};

static const struct bs_shape_member
    members_GetShardIteratorOutput[] = {
    {MEMBER(ShardIterator, ShardIterator)},
};

static const struct bs_shape_member
    members_Identity[] = {
    {MEMBER(PrincipalId, String)},
    {MEMBER(Type, String)},
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
    members_ListAttributeValue[] = {
    {MEMBER(member, AttributeValue)},
};

static const struct bs_shape_member
    members_ListStreamsInput[] = {
    {MEMBER(TableName, TableName)},
    {MEMBER(Limit, PositiveIntegerObject)},
    {MEMBER(ExclusiveStartStreamArn, StreamArn)},
};

static const struct bs_shape_member
    members_ListStreamsOutput[] = {
    {MEMBER(Streams, StreamList)},
    {MEMBER(LastEvaluatedStreamArn, StreamArn)},
};

static const struct bs_shape_member
    members_MapAttributeValue[] = {
    {MEMBER(key, AttributeName)},
    {MEMBER(value, AttributeValue)},
};

static const struct bs_shape_member
    members_NumberSetAttributeValue[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Record[] = {
    {MEMBER_AS(eventID, "eventID", "EventID", String)},
    {MEMBER_AS(eventName, "eventName", "EventName", OperationType)},
    {MEMBER_AS(eventVersion, "eventVersion", "EventVersion", String)},
    {MEMBER_AS(eventSource, "eventSource", "EventSource", String)},
    {MEMBER_AS(awsRegion, "awsRegion", "AwsRegion", String)},
    {MEMBER_AS(dynamodb, "dynamodb", "Dynamodb", StreamRecord)},
    {MEMBER_AS(userIdentity, "userIdentity", "UserIdentity", Identity)},
};

static const struct bs_shape_member
    members_RecordList[] = {
    {MEMBER(member, Record)},
};

static const struct bs_shape_member
    members_SequenceNumberRange[] = {
    {MEMBER(StartingSequenceNumber, SequenceNumber)},
    {MEMBER(EndingSequenceNumber, SequenceNumber)},
};

static const struct bs_shape_member
    members_Shard[] = {
    {MEMBER(ShardId, ShardId)},
    {MEMBER(SequenceNumberRange, SequenceNumberRange)},
    {MEMBER(ParentShardId, ShardId)},
};

static const struct bs_shape_member
    members_ShardDescriptionList[] = {
    {MEMBER(member, Shard)},
};

static const struct bs_shape_member
    members_Stream[] = {
    {MEMBER(StreamArn, StreamArn)},
    {MEMBER(TableName, TableName)},
    {MEMBER(StreamLabel, String)},
};

static const struct bs_shape_member
    members_StreamDescription[] = {
    {MEMBER(StreamArn, StreamArn)},
    {MEMBER(StreamLabel, String)},
    {MEMBER(StreamStatus, StreamStatus)},
    {MEMBER(StreamViewType, StreamViewType)},
    {MEMBER(CreationRequestDateTime, Timestamp)},
    {MEMBER(TableName, TableName)},
    {MEMBER(KeySchema, KeySchema)},
    {MEMBER(Shards, ShardDescriptionList)},
    {MEMBER(LastEvaluatedShardId, ShardId)},
};

static const struct bs_shape_member
    members_StreamList[] = {
    {MEMBER(member, Stream)},
};

static const struct bs_shape_member
    members_StreamRecord[] = {
    {MEMBER(ApproximateCreationDateTime, Timestamp)},
    {MEMBER(Keys, AttributeMap)},
    {MEMBER(NewImage, AttributeMap)},
    {MEMBER(OldImage, AttributeMap)},
    {MEMBER(SequenceNumber, SequenceNumber)},
    {MEMBER(SizeBytes, PositiveLongObject)},
    {MEMBER(StreamViewType, StreamViewType)},
};

static const struct bs_shape_member
    members_StringSetAttributeValue[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AttributeMap, MAP)},
    SCALAR(AttributeName, STRING), BOUNDS(0, 65535)},
    COMPOUND(AttributeValue, STRUCTURE)},
    COMPOUND(BinarySetAttributeValue, LIST)},
    SCALAR(Blob, BLOB)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(DescribeStreamInput, STRUCTURE)},
    COMPOUND(DescribeStreamOutput, STRUCTURE)},
    COMPOUND(GetRecordsInput, STRUCTURE)},
    COMPOUND(GetRecordsOutput, STRUCTURE)},
    COMPOUND(GetShardIteratorInput, STRUCTURE)},
    COMPOUND(GetShardIteratorOutput, STRUCTURE)},
    COMPOUND(Identity, STRUCTURE)},
    COMPOUND(KeySchema, LIST), BOUNDS(1, 2)},
    SCALAR(KeySchemaAttributeName, STRING), BOUNDS(1, 255)},
    COMPOUND(KeySchemaElement, STRUCTURE)},
    SCALAR(KeyType, STRING), WORDS(KeyType)},
    COMPOUND(ListAttributeValue, LIST)},
    COMPOUND(ListStreamsInput, STRUCTURE)},
    COMPOUND(ListStreamsOutput, STRUCTURE)},
    COMPOUND(MapAttributeValue, MAP)},
    COMPOUND(NumberSetAttributeValue, LIST)},
    SCALAR(OperationType, STRING), WORDS(OperationType)},
    SCALAR(PositiveIntegerObject, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(PositiveLongObject, INTEGER), BOUNDS(1, INT64_MAX)},
    COMPOUND(Record, STRUCTURE)},
    COMPOUND(RecordList, LIST)},
    SCALAR(SequenceNumber, STRING), BOUNDS(21, 40)},
    COMPOUND(SequenceNumberRange, STRUCTURE)},
    COMPOUND(Shard, STRUCTURE)},
    COMPOUND(ShardDescriptionList, LIST)},
    SCALAR(ShardId, STRING), BOUNDS(28, 65)},
    SCALAR(ShardIterator, STRING), BOUNDS(1, 2048)},
    SCALAR(ShardIteratorType, STRING), WORDS(ShardIteratorType)},
    COMPOUND(Stream, STRUCTURE)},
    SCALAR(StreamArn, STRING), BOUNDS(37, 1024)},
    COMPOUND(StreamDescription, STRUCTURE)},
    COMPOUND(StreamList, LIST)},
    COMPOUND(StreamRecord, STRUCTURE)},
    SCALAR(StreamStatus, STRING), WORDS(StreamStatus)},
    SCALAR(StreamViewType, STRING), WORDS(StreamViewType)},
    SCALAR(String, STRING)},
    COMPOUND(StringSetAttributeValue, LIST)},
    SCALAR(TableName, STRING), BOUNDS(3, 255)},
    SCALAR(Timestamp, TIMESTAMP)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "DescribeStream", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeStreamInput), .output = SHAPE(DescribeStreamOutput)},
    {.name = "GetRecords", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetRecordsInput), .output = SHAPE(GetRecordsOutput)},
    {.name = "GetShardIterator", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetShardIteratorInput), .output = SHAPE(GetShardIteratorOutput)},
    {.name = "ListStreams", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListStreamsInput), .output = SHAPE(ListStreamsOutput)},
};

static const char *const refused[] = {
    NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "ExpiredIteratorException", .code = "ExpiredIteratorException", .status = 400,
     .is_sender = true},
    {.shape = "InternalServerError", .code = "InternalServerError", .status = 500},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "TrimmedDataAccessException", .code = "TrimmedDataAccessException", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_dynamodbstreams = {
    .name = "dynamodbstreams",
    .signing_name = "dynamodb",
    .host_prefix = "streams.dynamodb",
    .target_prefix = "DynamoDBStreams_20120810",
    .api_version = "2012-08-10",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_0,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
