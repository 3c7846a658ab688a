/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_APIErrorListType, SHAPE_APIErrorType, SHAPE_AddReplicaRegionListType,
    SHAPE_AutomaticallyRotateAfterDaysType, SHAPE_BatchGetSecretValueRequest,
    SHAPE_BatchGetSecretValueResponse, SHAPE_Boolean, SHAPE_CancelRotateSecretRequest,
    SHAPE_CancelRotateSecretResponse, SHAPE_ClientRequestTokenType, SHAPE_CreateSecretRequest,
    SHAPE_CreateSecretResponse, SHAPE_DeleteResourcePolicyRequest,
    SHAPE_DeleteResourcePolicyResponse, SHAPE_DeleteSecretRequest, SHAPE_DeleteSecretResponse,
    SHAPE_DescribeSecretRequest, SHAPE_DescribeSecretResponse, SHAPE_DescriptionType,
    SHAPE_DurationType, SHAPE_ExcludeCharactersType, SHAPE_Filter, SHAPE_FilterNameStringType,
    SHAPE_FilterValueStringType, SHAPE_FilterValuesStringList, SHAPE_FiltersListType,
    SHAPE_GetRandomPasswordRequest, SHAPE_GetRandomPasswordResponse,
    SHAPE_GetResourcePolicyRequest, SHAPE_GetResourcePolicyResponse, SHAPE_GetSecretValueRequest,
    SHAPE_GetSecretValueResponse, SHAPE_Integer, SHAPE_KmsKeyIdListType, SHAPE_KmsKeyIdType,
    SHAPE_ListSecretVersionIdsRequest, SHAPE_ListSecretVersionIdsResponse,
    SHAPE_ListSecretsRequest, SHAPE_ListSecretsResponse, SHAPE_MaxResultsBatchType,
    SHAPE_MaxResultsType, SHAPE_NameType, SHAPE_NextTokenType, SHAPE_NonEmptyResourcePolicyType,
    SHAPE_OwningServiceType, SHAPE_PasswordLengthType, SHAPE_PutResourcePolicyRequest,
    SHAPE_PutResourcePolicyResponse, SHAPE_PutSecretValueRequest, SHAPE_PutSecretValueResponse,
    SHAPE_RandomPasswordType, SHAPE_RegionType, SHAPE_RemoveRegionsFromReplicationRequest,
    SHAPE_RemoveRegionsFromReplicationResponse, SHAPE_RemoveReplicaRegionListType,
    SHAPE_ReplicaRegionType, SHAPE_ReplicateSecretToRegionsRequest,
    SHAPE_ReplicateSecretToRegionsResponse, SHAPE_ReplicationStatusListType,
    SHAPE_ReplicationStatusType, SHAPE_RestoreSecretRequest, SHAPE_RestoreSecretResponse,
    SHAPE_RotateSecretRequest, SHAPE_RotateSecretResponse, SHAPE_RotationLambdaARNType,
    SHAPE_RotationRulesType, SHAPE_ScheduleExpressionType, SHAPE_SecretARNType,
    SHAPE_SecretBinaryType, SHAPE_SecretIdListType, SHAPE_SecretIdType, SHAPE_SecretListEntry,
    SHAPE_SecretListType, SHAPE_SecretNameType, SHAPE_SecretStringType, SHAPE_SecretValueEntry,
    SHAPE_SecretValuesType, SHAPE_SecretVersionIdType, SHAPE_SecretVersionStageType,
    SHAPE_SecretVersionStagesType, SHAPE_SecretVersionsListEntry, SHAPE_SecretVersionsListType,
    SHAPE_SecretVersionsToStagesMapType, SHAPE_SortByType, SHAPE_SortOrderType,
    SHAPE_StatusMessageType, SHAPE_StatusType, SHAPE_StopReplicationToReplicaRequest,
    SHAPE_StopReplicationToReplicaResponse, SHAPE_String, SHAPE_Tag, SHAPE_TagKeyListType,
    SHAPE_TagKeyType, SHAPE_TagListType, SHAPE_TagResourceRequest, SHAPE_TagValueType,
    SHAPE_Timestamp, SHAPE_UntagResourceRequest, SHAPE_UpdateSecretRequest,
    SHAPE_UpdateSecretResponse, SHAPE_UpdateSecretVersionStageRequest,
    SHAPE_UpdateSecretVersionStageResponse, SHAPE_ValidateResourcePolicyRequest,
    SHAPE_ValidateResourcePolicyResponse, SHAPE_ValidationErrorsEntry, SHAPE_ValidationErrorsType,
    SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_FilterNameStringType[] = {
    "description", "name", "tag-key", "tag-value", "primary-region", "all", "owning-service", NULL,
};

static const char *const words_SortByType[] = {
    "created-date", "last-accessed-date", "last-changed-date", "name", NULL,
};

static const char *const words_SortOrderType[] = {
    "asc", "desc", NULL,
};

static const char *const words_StatusType[] = {
    "InSync", "Failed", "InProgress", NULL,
};

static const struct bs_shape_member
    members_APIErrorListType[] = {
    {MEMBER(member, APIErrorType)},
};

static const struct bs_shape_member
    members_APIErrorType[] = {
    {MEMBER(SecretId, SecretIdType)},
    {MEMBER(ErrorCode, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_AddReplicaRegionListType[] = {
    {MEMBER(member, ReplicaRegionType)},
};

static const struct bs_shape_member
    members_BatchGetSecretValueRequest[] = {
    {MEMBER(SecretIdList, SecretIdListType)},
    {MEMBER(Filters, FiltersListType)},
    {MEMBER(MaxResults, MaxResultsBatchType)},
    {MEMBER(NextToken, NextTokenType)},
};

static const struct bs_shape_member
    members_BatchGetSecretValueResponse[] = {
    {MEMBER(SecretValues, SecretValuesType)},
    {MEMBER(NextToken, NextTokenType)},
    {MEMBER(Errors, APIErrorListType)},
};

static const struct bs_shape_member
    members_CancelRotateSecretRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
};

static const struct bs_shape_member
    members_CancelRotateSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
};

static const struct bs_shape_member
    members_CreateSecretRequest[] = {
    {MEMBER(Name, NameType), .is_required = true},
    {MEMBER(ClientRequestToken, ClientRequestTokenType), .is_idempotency_token = true},
    {MEMBER(Description, DescriptionType)},
    {MEMBER(KmsKeyId, KmsKeyIdType)},
    {MEMBER(SecretBinary, SecretBinaryType)},
    {MEMBER(SecretString, SecretStringType)},
    {MEMBER(Tags, TagListType)},
    {MEMBER(AddReplicaRegions, AddReplicaRegionListType)},
    {MEMBER(ForceOverwriteReplicaSecret, Boolean)},
};

static const struct bs_shape_member
    members_CreateSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
    {MEMBER(ReplicationStatus, ReplicationStatusListType)},
};

static const struct bs_shape_member
    members_DeleteResourcePolicyRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteResourcePolicyResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, NameType)},
};

static const struct bs_shape_member
    members_DeleteSecretRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(RecoveryWindowInDays, Integer)},
    {MEMBER(ForceDeleteWithoutRecovery, Boolean)},
};

static const struct bs_shape_member
    members_DeleteSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(DeletionDate, Timestamp)},
};

static const struct bs_shape_member
    members_DescribeSecretRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(Description, DescriptionType)},
    {MEMBER(KmsKeyId, KmsKeyIdType)},
    {MEMBER(RotationEnabled, Boolean)},
    {MEMBER(RotationLambdaARN, RotationLambdaARNType)},
    {MEMBER(RotationRules, RotationRulesType)},
    {MEMBER(LastRotatedDate, Timestamp)},
    {MEMBER(LastChangedDate, Timestamp)},
    {MEMBER(LastAccessedDate, Timestamp)},
    {MEMBER(DeletedDate, Timestamp)},
    {MEMBER(Tags, TagListType)},
    {MEMBER(VersionIdsToStages, SecretVersionsToStagesMapType)},
    {MEMBER(OwningService, OwningServiceType)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(PrimaryRegion, RegionType)},
    {MEMBER(ReplicationStatus, ReplicationStatusListType)},
    {MEMBER(NextRotationDate, Timestamp)},
};

static const struct bs_shape_member
    members_Filter[] = {
    {MEMBER(Key, FilterNameStringType)},
    {MEMBER(Values, FilterValuesStringList)},
};

static const struct bs_shape_member
    members_FilterValuesStringList[] = {
    {MEMBER(member, FilterValueStringType)},
};

static const struct bs_shape_member
    members_FiltersListType[] = {
    {MEMBER(member, Filter)},
};

static const struct bs_shape_member
    members_GetRandomPasswordRequest[] = {
    {MEMBER(PasswordLength, PasswordLengthType)},
    {MEMBER(ExcludeCharacters, ExcludeCharactersType)},
    {MEMBER(ExcludeNumbers, Boolean)},
    {MEMBER(ExcludePunctuation, Boolean)},
    {MEMBER(ExcludeUppercase, Boolean)},
    {MEMBER(ExcludeLowercase, Boolean)},
    {MEMBER(IncludeSpace, Boolean)},
    {MEMBER(RequireEachIncludedType, Boolean)},
};

static const struct bs_shape_member
    members_GetRandomPasswordResponse[] = {
    {MEMBER(RandomPassword, RandomPasswordType)},
};

static const struct bs_shape_member
    members_GetResourcePolicyRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
};

static const struct bs_shape_member
    members_GetResourcePolicyResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, NameType)},
    {MEMBER(ResourcePolicy, NonEmptyResourcePolicyType)},
};

static const struct bs_shape_member
    members_GetSecretValueRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(VersionId, SecretVersionIdType)},
    {MEMBER(VersionStage, SecretVersionStageType)},
};

static const struct bs_shape_member
    members_GetSecretValueResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
    {MEMBER(SecretBinary, SecretBinaryType)},
    {MEMBER(SecretString, SecretStringType)},
    {MEMBER(VersionStages, SecretVersionStagesType)},
    {MEMBER(CreatedDate, Timestamp)},
};

static const struct bs_shape_member
    members_KmsKeyIdListType[] = {
    {MEMBER(member, KmsKeyIdType)},
};

static const struct bs_shape_member
    members_ListSecretVersionIdsRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(MaxResults, MaxResultsType)},
    {MEMBER(NextToken, NextTokenType)},
    {MEMBER(IncludeDeprecated, Boolean)},
};

static const struct bs_shape_member
    members_ListSecretVersionIdsResponse[] = {
    {MEMBER(Versions, SecretVersionsListType)},
    {MEMBER(NextToken, NextTokenType)},
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
};

static const struct bs_shape_member
    members_ListSecretsRequest[] = {
    {MEMBER(MaxResults, MaxResultsType)},
    {MEMBER(NextToken, NextTokenType)},
    {MEMBER(Filters, FiltersListType)},
    {MEMBER(SortOrder, SortOrderType)},
    {MEMBER(IncludePlannedDeletion, Boolean)},
    {MEMBER(SortBy, SortByType)},
};

static const struct bs_shape_member
    members_ListSecretsResponse[] = {
    {MEMBER(SecretList, SecretListType)},
    {MEMBER(NextToken, NextTokenType)},
};

static const struct bs_shape_member
    members_PutResourcePolicyRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(ResourcePolicy, NonEmptyResourcePolicyType), .is_required = true},
    {MEMBER(BlockPublicPolicy, Boolean)},
};

static const struct bs_shape_member
    members_PutResourcePolicyResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, NameType)},
};

static const struct bs_shape_member
    members_PutSecretValueRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(ClientRequestToken, ClientRequestTokenType), .is_idempotency_token = true},
    {MEMBER(SecretBinary, SecretBinaryType)},
    {MEMBER(SecretString, SecretStringType)},
    {MEMBER(VersionStages, SecretVersionStagesType)},
};

static const struct bs_shape_member
    members_PutSecretValueResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
    {MEMBER(VersionStages, SecretVersionStagesType)},
};

static const struct bs_shape_member
    members_RemoveRegionsFromReplicationRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(RemoveReplicaRegions, RemoveReplicaRegionListType), .is_required = true},
};

static const struct bs_shape_member
    members_RemoveRegionsFromReplicationResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(ReplicationStatus, ReplicationStatusListType)},
};

static const struct bs_shape_member
    members_RemoveReplicaRegionListType[] = {
    {MEMBER(member, RegionType)},
};

static const struct bs_shape_member
    members_ReplicaRegionType[] = {
    {MEMBER(Region, RegionType)},
    {MEMBER(KmsKeyId, KmsKeyIdType)},
};

static const struct bs_shape_member
    members_ReplicateSecretToRegionsRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(AddReplicaRegions, AddReplicaRegionListType), .is_required = true},
    {MEMBER(ForceOverwriteReplicaSecret, Boolean)},
};

static const struct bs_shape_member
    members_ReplicateSecretToRegionsResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(ReplicationStatus, ReplicationStatusListType)},
};

static const struct bs_shape_member
    members_ReplicationStatusListType[] = {
    {MEMBER(member, ReplicationStatusType)},
};

static const struct bs_shape_member
    members_ReplicationStatusType[] = {
    {MEMBER(Region, RegionType)},
    {MEMBER(KmsKeyId, KmsKeyIdType)},
    {MEMBER(Status, StatusType)},
    {MEMBER(StatusMessage, StatusMessageType)},
    {MEMBER(LastAccessedDate, Timestamp)},
};

static const struct bs_shape_member
    members_RestoreSecretRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
};

static const struct bs_shape_member
    members_RestoreSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
};

static const struct bs_shape_member
    members_RotateSecretRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(ClientRequestToken, ClientRequestTokenType), .is_idempotency_token = true},
    {MEMBER(RotationLambdaARN, RotationLambdaARNType)},
    {MEMBER(RotationRules, RotationRulesType)},
    {MEMBER(RotateImmediately, Boolean)},
};

static const struct bs_shape_member
    members_RotateSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
};

static const struct bs_shape_member
    members_RotationRulesType[] = {
    {MEMBER(AutomaticallyAfterDays, AutomaticallyRotateAfterDaysType)},
    {MEMBER(Duration, DurationType)},
    {MEMBER(ScheduleExpression, ScheduleExpressionType)},
};

static const struct bs_shape_member
    members_SecretIdListType[] = {
    {MEMBER(member, SecretIdType)},
};

static const struct bs_shape_member
    members_SecretListEntry[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(Description, DescriptionType)},
    {MEMBER(KmsKeyId, KmsKeyIdType)},
    {MEMBER(RotationEnabled, Boolean)},
    {MEMBER(RotationLambdaARN, RotationLambdaARNType)},
    {MEMBER(RotationRules, RotationRulesType)},
    {MEMBER(LastRotatedDate, Timestamp)},
    {MEMBER(LastChangedDate, Timestamp)},
    {MEMBER(LastAccessedDate, Timestamp)},
    {MEMBER(DeletedDate, Timestamp)},
    {MEMBER(Tags, TagListType)},
    {MEMBER(SecretVersionsToStages, SecretVersionsToStagesMapType)},
    {MEMBER(OwningService, OwningServiceType)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(PrimaryRegion, RegionType)},
    {MEMBER(NextRotationDate, Timestamp)},
};

static const struct bs_shape_member
    members_SecretListType[] = {
    {MEMBER(member, SecretListEntry)},
};

static const struct bs_shape_member
    members_SecretValueEntry[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
    {MEMBER(SecretBinary, SecretBinaryType)},
    {MEMBER(SecretString, SecretStringType)},
    {MEMBER(VersionStages, SecretVersionStagesType)},
    {MEMBER(CreatedDate, Timestamp)},
};

static const struct bs_shape_member
    members_SecretValuesType[] = {
    {MEMBER(member, SecretValueEntry)},
};

static const struct bs_shape_member
    members_SecretVersionStagesType[] = {
    {MEMBER(member, SecretVersionStageType)},
};

static const struct bs_shape_member
    members_SecretVersionsListEntry[] = {
    {MEMBER(VersionId, SecretVersionIdType)},
    {MEMBER(VersionStages, SecretVersionStagesType)},
    {MEMBER(LastAccessedDate, Timestamp)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(KmsKeyIds, KmsKeyIdListType)},
};

static const struct bs_shape_member
    members_SecretVersionsListType[] = {
    {MEMBER(member, SecretVersionsListEntry)},
};

static const struct bs_shape_member
    members_SecretVersionsToStagesMapType[] = {
    {MEMBER(key, SecretVersionIdType)},
    {MEMBER(value, SecretVersionStagesType)},
};

static const struct bs_shape_member
    members_StopReplicationToReplicaRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
};

static const struct bs_shape_member
    members_StopReplicationToReplicaResponse[] = {
    {MEMBER(ARN, SecretARNType)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKeyType)},
    {MEMBER(Value, TagValueType)},
};

static const struct bs_shape_member
    members_TagKeyListType[] = {
    {MEMBER(member, TagKeyType)},
};

static const struct bs_shape_member
    members_TagListType[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_TagResourceRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(Tags, TagListType), .is_required = true},
};

static const struct bs_shape_member
    members_UntagResourceRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(TagKeys, TagKeyListType), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateSecretRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(ClientRequestToken, ClientRequestTokenType), .is_idempotency_token = true},
    {MEMBER(Description, DescriptionType)},
    {MEMBER(KmsKeyId, KmsKeyIdType)},
    {MEMBER(SecretBinary, SecretBinaryType)},
    {MEMBER(SecretString, SecretStringType)},
};

static const struct bs_shape_member
    members_UpdateSecretResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
    {MEMBER(VersionId, SecretVersionIdType)},
};

static const struct bs_shape_member
    members_UpdateSecretVersionStageRequest[] = {
    {MEMBER(SecretId, SecretIdType), .is_required = true},
    {MEMBER(VersionStage, SecretVersionStageType), .is_required = true},
    {MEMBER(RemoveFromVersionId, SecretVersionIdType)},
    {MEMBER(MoveToVersionId, SecretVersionIdType)},
};

static const struct bs_shape_member
    members_UpdateSecretVersionStageResponse[] = {
    {MEMBER(ARN, SecretARNType)},
    {MEMBER(Name, SecretNameType)},
};

static const struct bs_shape_member
    members_ValidateResourcePolicyRequest[] = {
    {MEMBER(SecretId, SecretIdType)},
    {MEMBER(ResourcePolicy, NonEmptyResourcePolicyType), .is_required = true},
};

static const struct bs_shape_member
    members_ValidateResourcePolicyResponse[] = {
    {MEMBER(PolicyValidationPassed, Boolean)},
    {MEMBER(ValidationErrors, ValidationErrorsType)},
};

static const struct bs_shape_member
    members_ValidationErrorsEntry[] = {
    {MEMBER(CheckName, NameType)},
    {MEMBER(ErrorMessage, String)},
};

static const struct bs_shape_member
    members_ValidationErrorsType[] = {
    {MEMBER(member, ValidationErrorsEntry)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(APIErrorListType, LIST)},
    COMPOUND(APIErrorType, STRUCTURE)},
    COMPOUND(AddReplicaRegionListType, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(AutomaticallyRotateAfterDaysType, INTEGER), BOUNDS(1, 1000)},
    COMPOUND(BatchGetSecretValueRequest, STRUCTURE)},
    COMPOUND(BatchGetSecretValueResponse, STRUCTURE)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CancelRotateSecretRequest, STRUCTURE)},
    COMPOUND(CancelRotateSecretResponse, STRUCTURE)},
    SCALAR(ClientRequestTokenType, STRING), BOUNDS(32, 64)},
    COMPOUND(CreateSecretRequest, STRUCTURE)},
    COMPOUND(CreateSecretResponse, STRUCTURE)},
    COMPOUND(DeleteResourcePolicyRequest, STRUCTURE)},
    COMPOUND(DeleteResourcePolicyResponse, STRUCTURE)},
    COMPOUND(DeleteSecretRequest, STRUCTURE)},
    COMPOUND(DeleteSecretResponse, STRUCTURE)},
    COMPOUND(DescribeSecretRequest, STRUCTURE)},
    COMPOUND(DescribeSecretResponse, STRUCTURE)},
    SCALAR(DescriptionType, STRING), BOUNDS(0, 2048)},
    SCALAR(DurationType, STRING), BOUNDS(2, 3)},
    SCALAR(ExcludeCharactersType, STRING), BOUNDS(0, 4096)},
    COMPOUND(Filter, STRUCTURE)},
    SCALAR(FilterNameStringType, STRING), WORDS(FilterNameStringType)},
    SCALAR(FilterValueStringType, STRING), BOUNDS(0, 512)},
    COMPOUND(FilterValuesStringList, LIST), BOUNDS(1, 10)},
    COMPOUND(FiltersListType, LIST), BOUNDS(0, 10)},
    COMPOUND(GetRandomPasswordRequest, STRUCTURE)},
    COMPOUND(GetRandomPasswordResponse, STRUCTURE)},
    COMPOUND(GetResourcePolicyRequest, STRUCTURE)},
    COMPOUND(GetResourcePolicyResponse, STRUCTURE)},
    COMPOUND(GetSecretValueRequest, STRUCTURE)},
    COMPOUND(GetSecretValueResponse, STRUCTURE)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(KmsKeyIdListType, LIST)},
    SCALAR(KmsKeyIdType, STRING), BOUNDS(0, 2048)},
    COMPOUND(ListSecretVersionIdsRequest, STRUCTURE)},
    COMPOUND(ListSecretVersionIdsResponse, STRUCTURE)},
    COMPOUND(ListSecretsRequest, STRUCTURE)},
    COMPOUND(ListSecretsResponse, STRUCTURE)},
    SCALAR(MaxResultsBatchType, INTEGER), BOUNDS(1, 20)},
    SCALAR(MaxResultsType, INTEGER), BOUNDS(1, 100)},
    SCALAR(NameType, STRING), BOUNDS(1, 512)},
    SCALAR(NextTokenType, STRING), BOUNDS(1, 4096)},
    SCALAR(NonEmptyResourcePolicyType, STRING), BOUNDS(1, 20480)},
    SCALAR(OwningServiceType, STRING), BOUNDS(1, 128)},
    SCALAR(PasswordLengthType, INTEGER), BOUNDS(1, 4096)},
    COMPOUND(PutResourcePolicyRequest, STRUCTURE)},
    COMPOUND(PutResourcePolicyResponse, STRUCTURE)},
    COMPOUND(PutSecretValueRequest, STRUCTURE)},
    COMPOUND(PutSecretValueResponse, STRUCTURE)},
    SCALAR(RandomPasswordType, STRING), BOUNDS(0, 4096)},
    SCALAR(RegionType, STRING), BOUNDS(1, 128)},
    COMPOUND(RemoveRegionsFromReplicationRequest, STRUCTURE)},
    COMPOUND(RemoveRegionsFromReplicationResponse, STRUCTURE)},
    COMPOUND(RemoveReplicaRegionListType, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(ReplicaRegionType, STRUCTURE)},
    COMPOUND(ReplicateSecretToRegionsRequest, STRUCTURE)},
    COMPOUND(ReplicateSecretToRegionsResponse, STRUCTURE)},
    COMPOUND(ReplicationStatusListType, LIST)},
    COMPOUND(ReplicationStatusType, STRUCTURE)},
    COMPOUND(RestoreSecretRequest, STRUCTURE)},
    COMPOUND(RestoreSecretResponse, STRUCTURE)},
    COMPOUND(RotateSecretRequest, STRUCTURE)},
    COMPOUND(RotateSecretResponse, STRUCTURE)},
    SCALAR(RotationLambdaARNType, STRING), BOUNDS(0, 2048)},
    COMPOUND(RotationRulesType, STRUCTURE)},
    SCALAR(ScheduleExpressionType, STRING), BOUNDS(1, 256)},
    SCALAR(SecretARNType, STRING), BOUNDS(20, 2048)},
    SCALAR(SecretBinaryType, BLOB), BOUNDS(0, 65536)},
    COMPOUND(SecretIdListType, LIST), BOUNDS(1, 20)},
    SCALAR(SecretIdType, STRING), BOUNDS(1, 2048)},
    COMPOUND(SecretListEntry, STRUCTURE)},
    COMPOUND(SecretListType, LIST)},
    SCALAR(SecretNameType, STRING), BOUNDS(1, 256)},
    SCALAR(SecretStringType, STRING), BOUNDS(0, 65536)},
    COMPOUND(SecretValueEntry, STRUCTURE)},
    COMPOUND(SecretValuesType, LIST)},
    SCALAR(SecretVersionIdType, STRING), BOUNDS(32, 64)},
    SCALAR(SecretVersionStageType, STRING), BOUNDS(1, 256)},
    COMPOUND(SecretVersionStagesType, LIST), BOUNDS(1, 20)},
    COMPOUND(SecretVersionsListEntry, STRUCTURE)},
    COMPOUND(SecretVersionsListType, LIST)},
    COMPOUND(SecretVersionsToStagesMapType, MAP)},
    SCALAR(SortByType, STRING), WORDS(SortByType)},
    SCALAR(SortOrderType, STRING), WORDS(SortOrderType)},
    SCALAR(StatusMessageType, STRING), BOUNDS(1, 4096)},
    SCALAR(StatusType, STRING), WORDS(StatusType)},
    COMPOUND(StopReplicationToReplicaRequest, STRUCTURE)},
    COMPOUND(StopReplicationToReplicaResponse, STRUCTURE)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagKeyListType, LIST)},
    SCALAR(TagKeyType, STRING), BOUNDS(1, 128)},
    COMPOUND(TagListType, LIST)},
    COMPOUND(TagResourceRequest, STRUCTURE)},
    SCALAR(TagValueType, STRING), BOUNDS(0, 256)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(UntagResourceRequest, STRUCTURE)},
    COMPOUND(UpdateSecretRequest, STRUCTURE)},
    COMPOUND(UpdateSecretResponse, STRUCTURE)},
    COMPOUND(UpdateSecretVersionStageRequest, STRUCTURE)},
    COMPOUND(UpdateSecretVersionStageResponse, STRUCTURE)},
    COMPOUND(ValidateResourcePolicyRequest, STRUCTURE)},
    COMPOUND(ValidateResourcePolicyResponse, STRUCTURE)},
    COMPOUND(ValidationErrorsEntry, STRUCTURE)},
    COMPOUND(ValidationErrorsType, LIST)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "BatchGetSecretValue", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchGetSecretValueRequest), .output = SHAPE(BatchGetSecretValueResponse)},
    {.name = "CancelRotateSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CancelRotateSecretRequest), .output = SHAPE(CancelRotateSecretResponse)},
    {.name = "CreateSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateSecretRequest), .output = SHAPE(CreateSecretResponse)},
    {.name = "DeleteResourcePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteResourcePolicyRequest), .output = SHAPE(DeleteResourcePolicyResponse)},
    {.name = "DeleteSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteSecretRequest), .output = SHAPE(DeleteSecretResponse)},
    {.name = "DescribeSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeSecretRequest), .output = SHAPE(DescribeSecretResponse)},
    {.name = "GetRandomPassword", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetRandomPasswordRequest), .output = SHAPE(GetRandomPasswordResponse)},
    {.name = "GetResourcePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetResourcePolicyRequest), .output = SHAPE(GetResourcePolicyResponse)},
    {.name = "GetSecretValue", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetSecretValueRequest), .output = SHAPE(GetSecretValueResponse)},
    {.name = "ListSecretVersionIds", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListSecretVersionIdsRequest), .output = SHAPE(ListSecretVersionIdsResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "Versions", NULL, 100}},
    {.name = "ListSecrets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListSecretsRequest), .output = SHAPE(ListSecretsResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "SecretList", NULL, 100}},
    {.name = "PutResourcePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutResourcePolicyRequest), .output = SHAPE(PutResourcePolicyResponse)},
    {.name = "PutSecretValue", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutSecretValueRequest), .output = SHAPE(PutSecretValueResponse)},
    {.name = "RemoveRegionsFromReplication", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveRegionsFromReplicationRequest),
     .output = SHAPE(RemoveRegionsFromReplicationResponse)},
    {.name = "ReplicateSecretToRegions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ReplicateSecretToRegionsRequest),
     .output = SHAPE(ReplicateSecretToRegionsResponse)},
    {.name = "RestoreSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreSecretRequest), .output = SHAPE(RestoreSecretResponse)},
    {.name = "RotateSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RotateSecretRequest), .output = SHAPE(RotateSecretResponse)},
    {.name = "StopReplicationToReplica", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StopReplicationToReplicaRequest),
     .output = SHAPE(StopReplicationToReplicaResponse)},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceRequest)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceRequest)},
    {.name = "UpdateSecret", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateSecretRequest), .output = SHAPE(UpdateSecretResponse)},
    {.name = "UpdateSecretVersionStage", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateSecretVersionStageRequest),
     .output = SHAPE(UpdateSecretVersionStageResponse)},
    {.name = "ValidateResourcePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ValidateResourcePolicyRequest),
     .output = SHAPE(ValidateResourcePolicyResponse)},
};

static const char *const refused[] = {
    NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "DecryptionFailure", .code = "DecryptionFailure", .status = 400, .is_sender = true},
    {.shape = "EncryptionFailure", .code = "EncryptionFailure", .status = 400, .is_sender = true},
    {.shape = "InternalServiceError", .code = "InternalServiceError", .status = 500},
    {.shape = "InvalidNextTokenException", .code = "InvalidNextTokenException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidParameterException", .code = "InvalidParameterException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidRequestException", .code = "InvalidRequestException", .status = 400,
     .is_sender = true},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "MalformedPolicyDocumentException", .code = "MalformedPolicyDocumentException",
     .status = 400, .is_sender = true},
    {.shape = "PreconditionNotMetException", .code = "PreconditionNotMetException", .status = 400,
     .is_sender = true},
    {.shape = "PublicPolicyException", .code = "PublicPolicyException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceExistsException", .code = "ResourceExistsException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFoundException", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_secretsmanager = {
    .name = "secretsmanager",
    .signing_name = "secretsmanager",
    .host_prefix = "secretsmanager",
    .target_prefix = "secretsmanager",
    .api_version = "2017-10-17",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_1,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
