/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AccountIdList, SHAPE_AccountSharingInfo, SHAPE_AccountSharingInfoList, SHAPE_Accounts,
    SHAPE_AddTagsToResourceRequest, SHAPE_AddTagsToResourceResult, SHAPE_Alarm,
    SHAPE_AlarmConfiguration, SHAPE_AlarmList, SHAPE_AlarmName, SHAPE_AlarmStateInformation,
    SHAPE_AlarmStateInformationList, SHAPE_AllowedPattern, SHAPE_AttachmentContent,
    SHAPE_AttachmentContentList, SHAPE_AttachmentHash, SHAPE_AttachmentHashType,
    SHAPE_AttachmentInformation, SHAPE_AttachmentInformationList, SHAPE_AttachmentsSource,
    SHAPE_AttachmentsSourceKey, SHAPE_AttachmentsSourceList, SHAPE_AttachmentsSourceValue,
    SHAPE_AttachmentsSourceValues, SHAPE_AutomationExecution, SHAPE_AutomationExecutionFilter,
    SHAPE_AutomationExecutionFilterKey, SHAPE_AutomationExecutionFilterList,
    SHAPE_AutomationExecutionFilterValue, SHAPE_AutomationExecutionFilterValueList,
    SHAPE_AutomationExecutionId, SHAPE_AutomationExecutionMetadata,
    SHAPE_AutomationExecutionMetadataList, SHAPE_AutomationExecutionStatus,
    SHAPE_AutomationParameterKey, SHAPE_AutomationParameterMap, SHAPE_AutomationParameterValue,
    SHAPE_AutomationParameterValueList, SHAPE_AutomationSubtype, SHAPE_AutomationType,
    SHAPE_Boolean, SHAPE_CancelCommandRequest, SHAPE_CancelCommandResult, SHAPE_Category,
    SHAPE_CategoryEnumList, SHAPE_CategoryList, SHAPE_ChangeRequestName,
    SHAPE_CloudWatchLogGroupName, SHAPE_CloudWatchOutputConfig, SHAPE_Command, SHAPE_CommandFilter,
    SHAPE_CommandFilterKey, SHAPE_CommandFilterList, SHAPE_CommandFilterValue, SHAPE_CommandId,
    SHAPE_CommandInvocation, SHAPE_CommandInvocationList, SHAPE_CommandInvocationStatus,
    SHAPE_CommandList, SHAPE_CommandMaxResults, SHAPE_CommandPlugin, SHAPE_CommandPluginList,
    SHAPE_CommandPluginName, SHAPE_CommandPluginOutput, SHAPE_CommandPluginStatus,
    SHAPE_CommandStatus, SHAPE_Comment, SHAPE_ComputerName, SHAPE_ConnectionStatus,
    SHAPE_CreateDocumentRequest, SHAPE_CreateDocumentResult, SHAPE_DeleteDocumentRequest,
    SHAPE_DeleteDocumentResult, SHAPE_DeleteParameterRequest, SHAPE_DeleteParameterResult,
    SHAPE_DeleteParametersRequest, SHAPE_DeleteParametersResult, SHAPE_DeleteResourcePolicyRequest,
    SHAPE_DeleteResourcePolicyResponse, SHAPE_DescribeAutomationExecutionsRequest,
    SHAPE_DescribeAutomationExecutionsResult, SHAPE_DescribeAutomationStepExecutionsRequest,
    SHAPE_DescribeAutomationStepExecutionsResult, SHAPE_DescribeDocumentPermissionRequest,
    SHAPE_DescribeDocumentPermissionResponse, SHAPE_DescribeDocumentRequest,
    SHAPE_DescribeDocumentResult, SHAPE_DescribeInstanceInformationRequest,
    SHAPE_DescribeInstanceInformationResult, SHAPE_DescribeParametersRequest,
    SHAPE_DescribeParametersResult, SHAPE_DocumentContent, SHAPE_DocumentDefaultVersionDescription,
    SHAPE_DocumentDescription, SHAPE_DocumentDisplayName, SHAPE_DocumentFilter,
    SHAPE_DocumentFilterKey, SHAPE_DocumentFilterList, SHAPE_DocumentFilterValue,
    SHAPE_DocumentFormat, SHAPE_DocumentHash, SHAPE_DocumentHashType, SHAPE_DocumentIdentifier,
    SHAPE_DocumentIdentifierList, SHAPE_DocumentKeyValuesFilter, SHAPE_DocumentKeyValuesFilterKey,
    SHAPE_DocumentKeyValuesFilterList, SHAPE_DocumentKeyValuesFilterValue,
    SHAPE_DocumentKeyValuesFilterValues, SHAPE_DocumentParameter, SHAPE_DocumentParameterList,
    SHAPE_DocumentParameterType, SHAPE_DocumentPermissionMaxResults, SHAPE_DocumentPermissionType,
    SHAPE_DocumentRequires, SHAPE_DocumentRequiresList, SHAPE_DocumentStatus, SHAPE_DocumentType,
    SHAPE_DocumentVersionInfo, SHAPE_DocumentVersionList, SHAPE_ExecutionMode,
    SHAPE_ExecutionRoleName, SHAPE_ExternalAlarmState, SHAPE_FailureDetails,
    SHAPE_GetAutomationExecutionRequest, SHAPE_GetAutomationExecutionResult,
    SHAPE_GetCommandInvocationRequest, SHAPE_GetCommandInvocationResult,
    SHAPE_GetConnectionStatusRequest, SHAPE_GetConnectionStatusResponse, SHAPE_GetDocumentRequest,
    SHAPE_GetDocumentResult, SHAPE_GetParameterHistoryRequest, SHAPE_GetParameterHistoryResult,
    SHAPE_GetParameterRequest, SHAPE_GetParameterResult, SHAPE_GetParametersByPathMaxResults,
    SHAPE_GetParametersByPathRequest, SHAPE_GetParametersByPathResult, SHAPE_GetParametersRequest,
    SHAPE_GetParametersResult, SHAPE_GetResourcePoliciesRequest, SHAPE_GetResourcePoliciesResponse,
    SHAPE_GetResourcePoliciesResponseEntries, SHAPE_GetResourcePoliciesResponseEntry,
    SHAPE_GetServiceSettingRequest, SHAPE_GetServiceSettingResult, SHAPE_IPAddress, SHAPE_IamRole,
    SHAPE_IdempotencyToken, SHAPE_InstanceAggregatedAssociationOverview,
    SHAPE_InstanceAssociationStatusAggregatedCount, SHAPE_InstanceIdList,
    SHAPE_InstanceInformation, SHAPE_InstanceInformationFilter, SHAPE_InstanceInformationFilterKey,
    SHAPE_InstanceInformationFilterList, SHAPE_InstanceInformationFilterValue,
    SHAPE_InstanceInformationFilterValueSet, SHAPE_InstanceInformationList,
    SHAPE_InstanceInformationStringFilter, SHAPE_InstanceInformationStringFilterKey,
    SHAPE_InstanceInformationStringFilterList, SHAPE_InstanceTagName, SHAPE_Integer,
    SHAPE_InvalidItemContentException, SHAPE_InventoryItemTypeName, SHAPE_InvocationTraceOutput,
    SHAPE_ItemContentMismatchException, SHAPE_ItemSizeLimitExceededException, SHAPE_KeyList,
    SHAPE_LabelParameterVersionRequest, SHAPE_LabelParameterVersionResult,
    SHAPE_ListCommandInvocationsRequest, SHAPE_ListCommandInvocationsResult,
    SHAPE_ListCommandsRequest, SHAPE_ListCommandsResult, SHAPE_ListDocumentVersionsRequest,
    SHAPE_ListDocumentVersionsResult, SHAPE_ListDocumentsRequest, SHAPE_ListDocumentsResult,
    SHAPE_ListTagsForResourceRequest, SHAPE_ListTagsForResourceResult, SHAPE_MaxConcurrency,
    SHAPE_MaxErrors, SHAPE_MaxResults, SHAPE_MaxResultsEC2Compatible,
    SHAPE_ModifyDocumentPermissionRequest, SHAPE_ModifyDocumentPermissionResponse,
    SHAPE_NormalStringMap, SHAPE_NotificationConfig, SHAPE_NotificationEvent,
    SHAPE_NotificationEventList, SHAPE_NotificationType, SHAPE_OpsItemAlreadyExistsException,
    SHAPE_OpsItemInvalidParameterException, SHAPE_OpsItemLimitExceededException,
    SHAPE_OpsItemParameterNamesList, SHAPE_OpsItemRelatedItemAlreadyExistsException,
    SHAPE_PSParameterName, SHAPE_PSParameterSelector, SHAPE_Parameter, SHAPE_ParameterDataType,
    SHAPE_ParameterDescription, SHAPE_ParameterHistory, SHAPE_ParameterHistoryList,
    SHAPE_ParameterInlinePolicy, SHAPE_ParameterKeyId, SHAPE_ParameterLabel,
    SHAPE_ParameterLabelList, SHAPE_ParameterList, SHAPE_ParameterMetadata,
    SHAPE_ParameterMetadataList, SHAPE_ParameterNameList, SHAPE_ParameterPolicies,
    SHAPE_ParameterPolicyList, SHAPE_ParameterStringFilter, SHAPE_ParameterStringFilterKey,
    SHAPE_ParameterStringFilterList, SHAPE_ParameterStringFilterValue,
    SHAPE_ParameterStringFilterValueList, SHAPE_ParameterStringQueryOption, SHAPE_ParameterTier,
    SHAPE_ParameterType, SHAPE_ParameterValueList, SHAPE_Parameters, SHAPE_ParametersFilter,
    SHAPE_ParametersFilterKey, SHAPE_ParametersFilterList, SHAPE_ParametersFilterValue,
    SHAPE_ParametersFilterValueList, SHAPE_PingStatus, SHAPE_PlatformType, SHAPE_PlatformTypeList,
    SHAPE_ProgressCounters, SHAPE_PutParameterRequest, SHAPE_PutParameterResult,
    SHAPE_PutResourcePolicyRequest, SHAPE_PutResourcePolicyResponse, SHAPE_Regions,
    SHAPE_RemoveTagsFromResourceRequest, SHAPE_RemoveTagsFromResourceResult,
    SHAPE_ResetServiceSettingRequest, SHAPE_ResetServiceSettingResult, SHAPE_ResolvedTargets,
    SHAPE_ResourceArnString, SHAPE_ResourceDataSyncAlreadyExistsException,
    SHAPE_ResourceDataSyncName, SHAPE_ResourceDataSyncNotFoundException,
    SHAPE_ResourceDataSyncType, SHAPE_ResourcePolicyInvalidParameterException,
    SHAPE_ResourcePolicyLimitExceededException, SHAPE_ResourcePolicyMaxResults,
    SHAPE_ResourcePolicyParameterNamesList, SHAPE_ResourceType, SHAPE_ResourceTypeForTagging,
    SHAPE_ReviewInformation, SHAPE_ReviewInformationList, SHAPE_ReviewStatus, SHAPE_Reviewer,
    SHAPE_Runbook, SHAPE_Runbooks, SHAPE_S3BucketName, SHAPE_S3KeyPrefix, SHAPE_S3Region,
    SHAPE_SendAutomationSignalRequest, SHAPE_SendAutomationSignalResult, SHAPE_SendCommandRequest,
    SHAPE_SendCommandResult, SHAPE_ServiceSetting, SHAPE_ServiceSettingId,
    SHAPE_ServiceSettingValue, SHAPE_SessionTarget, SHAPE_SharedDocumentVersion, SHAPE_SignalType,
    SHAPE_SourceId, SHAPE_SourceType, SHAPE_StandardErrorContent, SHAPE_StandardOutputContent,
    SHAPE_StartAutomationExecutionRequest, SHAPE_StartAutomationExecutionResult,
    SHAPE_StatusDetails, SHAPE_StepExecution, SHAPE_StepExecutionFilter,
    SHAPE_StepExecutionFilterKey, SHAPE_StepExecutionFilterList, SHAPE_StepExecutionFilterValue,
    SHAPE_StepExecutionFilterValueList, SHAPE_StepExecutionList,
    SHAPE_StopAutomationExecutionRequest, SHAPE_StopAutomationExecutionResult, SHAPE_StopType,
    SHAPE_String, SHAPE_Tag, SHAPE_TagKey, SHAPE_TagList, SHAPE_TagValue, SHAPE_Target,
    SHAPE_TargetKey, SHAPE_TargetLocation, SHAPE_TargetLocations, SHAPE_TargetMap,
    SHAPE_TargetMapKey, SHAPE_TargetMapValue, SHAPE_TargetMapValueList, SHAPE_TargetMaps,
    SHAPE_TargetParameterList, SHAPE_TargetType, SHAPE_TargetValues, SHAPE_Targets,
    SHAPE_TimeoutSeconds, SHAPE_Timestamp, SHAPE_UnlabelParameterVersionRequest,
    SHAPE_UnlabelParameterVersionResult, SHAPE_UnsupportedInventoryItemContextException,
    SHAPE_UpdateDocumentDefaultVersionRequest, SHAPE_UpdateDocumentDefaultVersionResult,
    SHAPE_UpdateDocumentRequest, SHAPE_UpdateDocumentResult, SHAPE_UpdateServiceSettingRequest,
    SHAPE_UpdateServiceSettingResult, SHAPE_ValidNextStep, SHAPE_ValidNextStepList, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AttachmentHashType[] = {
    "Sha256", NULL,
};

static const char *const words_AttachmentsSourceKey[] = {
    "SourceUrl", "S3FileUrl", "AttachmentReference", NULL,
};

static const char *const words_AutomationExecutionFilterKey[] = {
    "DocumentNamePrefix", "ExecutionStatus", "ExecutionId", "ParentExecutionId", "CurrentAction",
    "StartTimeBefore", "StartTimeAfter", "AutomationType", "TagKey", "TargetResourceGroup",
    "AutomationSubtype", "OpsItemId", NULL,
};

static const char *const words_AutomationExecutionStatus[] = {
    "Pending", "InProgress", "Waiting", "Success", "TimedOut", "Cancelling", "Cancelled", "Failed",
    "PendingApproval", "Approved", "Rejected", "Scheduled", "RunbookInProgress",
    "PendingChangeCalendarOverride", "ChangeCalendarOverrideApproved",
    "ChangeCalendarOverrideRejected", "CompletedWithSuccess", "CompletedWithFailure", "Exited",
    NULL,
};

static const char *const words_AutomationSubtype[] = {
    "ChangeRequest", NULL,
};

static const char *const words_AutomationType[] = {
    "CrossAccount", "Local", NULL,
};

static const char *const words_CommandFilterKey[] = {
    "InvokedAfter", "InvokedBefore", "Status", "ExecutionStage", "DocumentName", NULL,
};

static const char *const words_CommandInvocationStatus[] = {
    "Pending", "InProgress", "Delayed", "Success", "Cancelled", "TimedOut", "Failed", "Cancelling",
    NULL,
};

static const char *const words_CommandPluginStatus[] = {
    "Pending", "InProgress", "Success", "TimedOut", "Cancelled", "Failed", NULL,
};

static const char *const words_CommandStatus[] = {
    "Pending", "InProgress", "Success", "Cancelled", "Failed", "TimedOut", "Cancelling", NULL,
};

static const char *const words_ConnectionStatus[] = {
    "Connected", "NotConnected", NULL,
};

static const char *const words_DocumentFilterKey[] = {
    "Name", "Owner", "PlatformTypes", "DocumentType", NULL,
};

static const char *const words_DocumentFormat[] = {
    "YAML", "JSON", "TEXT", NULL,
};

static const char *const words_DocumentHashType[] = {
    "Sha256", "Sha1", NULL,
};

static const char *const words_DocumentParameterType[] = {
    "String", "StringList", NULL,
};

static const char *const words_DocumentPermissionType[] = {
    "Share", NULL,
};

static const char *const words_DocumentStatus[] = {
    "Creating", "Active", "Updating", "Deleting", "Failed", NULL,
};

static const char *const words_DocumentType[] = {
    "Command", "Policy", "Automation", "Session", "Package", "ApplicationConfiguration",
    "ApplicationConfigurationSchema", "DeploymentStrategy", "ChangeCalendar",
    "Automation.ChangeTemplate", "ProblemAnalysis", "ProblemAnalysisTemplate", "CloudFormation",
    "ConformancePackTemplate", "QuickSetup", "ManualApprovalPolicy", "AutoApprovalPolicy", NULL,
};

static const char *const words_ExecutionMode[] = {
    "Auto", "Interactive", NULL,
};

static const char *const words_ExternalAlarmState[] = {
    "UNKNOWN", "ALARM", NULL,
};

static const char *const words_InstanceInformationFilterKey[] = {
    "InstanceIds", "AgentVersion", "PingStatus", "PlatformTypes", "ActivationIds", "IamRole",
    "ResourceType", "AssociationStatus", NULL,
};

static const char *const words_NotificationEvent[] = {
    "All", "InProgress", "Success", "TimedOut", "Cancelled", "Failed", NULL,
};

static const char *const words_NotificationType[] = {
    "Command", "Invocation", NULL,
};

static const char *const words_ParameterTier[] = {
    "Standard", "Advanced", "Intelligent-Tiering", NULL,
};

static const char *const words_ParameterType[] = {
    "String", "StringList", "SecureString", NULL,
};

static const char *const words_ParametersFilterKey[] = {
    "Name", "Type", "KeyId", NULL,
};

static const char *const words_PingStatus[] = {
    "Online", "ConnectionLost", "Inactive", NULL,
};

static const char *const words_PlatformType[] = {
    "Windows", "Linux", "MacOS", NULL,
};

static const char *const words_ResourceType[] = {
    "ManagedInstance", "Document", "EC2Instance", NULL,
};

static const char *const words_ResourceTypeForTagging[] = {
    "Document", "ManagedInstance", "MaintenanceWindow", "Parameter", "PatchBaseline", "OpsItem",
    "OpsMetadata", "Automation", "Association", NULL,
};

static const char *const words_ReviewStatus[] = {
    "APPROVED", "NOT_REVIEWED", "PENDING", "REJECTED", NULL,
};

static const char *const words_SignalType[] = {
    "Approve", "Reject", "StartStep", "StopStep", "Resume", NULL,
};

static const char *const words_SourceType[] = {
    "AWS::EC2::Instance", "AWS::IoT::Thing", "AWS::SSM::ManagedInstance", NULL,
};

static const char *const words_StepExecutionFilterKey[] = {
    "StartTimeBefore", "StartTimeAfter", "StepExecutionStatus", "StepExecutionId", "StepName",
    "Action", NULL,
};

static const char *const words_StopType[] = {
    "Complete", "Cancel", NULL,
};

static const struct bs_shape_member
    members_AccountIdList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AccountSharingInfo[] = {
    {MEMBER(AccountId, String)},
    {MEMBER(SharedDocumentVersion, SharedDocumentVersion)},
};

static const struct bs_shape_member
    members_AccountSharingInfoList[] = {
    {MEMBER(member, AccountSharingInfo)},
};

static const struct bs_shape_member
    members_Accounts[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AddTagsToResourceRequest[] = {
    {MEMBER(ResourceType, ResourceTypeForTagging), .is_required = true},
    {MEMBER(ResourceId, String), .is_required = true},
    {MEMBER(Tags, TagList), .is_required = true},
};

static const struct bs_shape_member
    members_Alarm[] = {
    {MEMBER(Name, AlarmName), .is_required = true},
};

static const struct bs_shape_member
    members_AlarmConfiguration[] = {
    {MEMBER(IgnorePollAlarmFailure, Boolean)},
    {MEMBER(Alarms, AlarmList), .is_required = true},
};

static const struct bs_shape_member
    members_AlarmList[] = {
    {MEMBER(member, Alarm)},
};

static const struct bs_shape_member
    members_AlarmStateInformation[] = {
    {MEMBER(Name, AlarmName), .is_required = true},
    {MEMBER(State, ExternalAlarmState), .is_required = true},
};

static const struct bs_shape_member
    members_AlarmStateInformationList[] = {
    {MEMBER(member, AlarmStateInformation)},
};

static const struct bs_shape_member
    members_AttachmentContent[] = {
    {MEMBER(Name, String)},
    {MEMBER(Size, Integer)},
    {MEMBER(Hash, AttachmentHash)},
    {MEMBER(HashType, AttachmentHashType)},
    {MEMBER(Url, String)},
};

static const struct bs_shape_member
    members_AttachmentContentList[] = {
    {MEMBER(member, AttachmentContent)},
};

static const struct bs_shape_member
    members_AttachmentInformation[] = {
    {MEMBER(Name, String)},
};

static const struct bs_shape_member
    members_AttachmentInformationList[] = {
    {MEMBER(member, AttachmentInformation)},
};

static const struct bs_shape_member
    members_AttachmentsSource[] = {
    {MEMBER(Key, AttachmentsSourceKey)},
    {MEMBER(Values, AttachmentsSourceValues)},
    {MEMBER(Name, String)},
};

static const struct bs_shape_member
    members_AttachmentsSourceList[] = {
    {MEMBER(member, AttachmentsSource)},
};

static const struct bs_shape_member
    members_AttachmentsSourceValues[] = {
    {MEMBER(member, AttachmentsSourceValue)},
};

static const struct bs_shape_member
    members_AutomationExecution[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId)},
    {MEMBER(DocumentName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(ExecutionStartTime, Timestamp)},
    {MEMBER(ExecutionEndTime, Timestamp)},
    {MEMBER(AutomationExecutionStatus, AutomationExecutionStatus)},
    {MEMBER(StepExecutions, StepExecutionList)},
    {MEMBER(StepExecutionsTruncated, Boolean)},
    {MEMBER(Parameters, AutomationParameterMap)},
    {MEMBER(Outputs, AutomationParameterMap)},
    {MEMBER(FailureMessage, String)},
    {MEMBER(Mode, ExecutionMode)},
    {MEMBER(ParentAutomationExecutionId, AutomationExecutionId)},
    {MEMBER(ExecutedBy, String)},
    {MEMBER(CurrentStepName, String)},
    {MEMBER(CurrentAction, String)},
    {MEMBER(TargetParameterName, AutomationParameterKey)},
    {MEMBER(Targets, Targets)},
    {MEMBER(TargetMaps, TargetMaps)},
    {MEMBER(ResolvedTargets, ResolvedTargets)},
    {MEMBER(MaxConcurrency, MaxConcurrency)},
    {MEMBER(MaxErrors, MaxErrors)},
    {MEMBER(Target, String)},
    {MEMBER(TargetLocations, TargetLocations)},
    {MEMBER(ProgressCounters, ProgressCounters)},
    {MEMBER(AlarmConfiguration, AlarmConfiguration)},
    {MEMBER(TriggeredAlarms, AlarmStateInformationList)},
    {MEMBER(AutomationSubtype, AutomationSubtype)},
    {MEMBER(ScheduledTime, Timestamp)},
    {MEMBER(Runbooks, Runbooks)},
    {MEMBER(OpsItemId, String)},
    {MEMBER(AssociationId, String)},
    {MEMBER(ChangeRequestName, ChangeRequestName)},
};

static const struct bs_shape_member
    members_AutomationExecutionFilter[] = {
    {MEMBER(Key, AutomationExecutionFilterKey), .is_required = true},
    {MEMBER(Values, AutomationExecutionFilterValueList), .is_required = true},
};

static const struct bs_shape_member
    members_AutomationExecutionFilterList[] = {
    {MEMBER(member, AutomationExecutionFilter)},
};

static const struct bs_shape_member
    members_AutomationExecutionFilterValueList[] = {
    {MEMBER(member, AutomationExecutionFilterValue)},
};

static const struct bs_shape_member
    members_AutomationExecutionMetadata[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId)},
    {MEMBER(DocumentName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(AutomationExecutionStatus, AutomationExecutionStatus)},
    {MEMBER(ExecutionStartTime, Timestamp)},
    {MEMBER(ExecutionEndTime, Timestamp)},
    {MEMBER(ExecutedBy, String)},
    {MEMBER(LogFile, String)},
    {MEMBER(Outputs, AutomationParameterMap)},
    {MEMBER(Mode, ExecutionMode)},
    {MEMBER(ParentAutomationExecutionId, AutomationExecutionId)},
    {MEMBER(CurrentStepName, String)},
    {MEMBER(CurrentAction, String)},
    {MEMBER(FailureMessage, String)},
    {MEMBER(TargetParameterName, AutomationParameterKey)},
    {MEMBER(Targets, Targets)},
    {MEMBER(TargetMaps, TargetMaps)},
    {MEMBER(ResolvedTargets, ResolvedTargets)},
    {MEMBER(MaxConcurrency, MaxConcurrency)},
    {MEMBER(MaxErrors, MaxErrors)},
    {MEMBER(Target, String)},
    {MEMBER(AutomationType, AutomationType)},
    {MEMBER(AlarmConfiguration, AlarmConfiguration)},
    {MEMBER(TriggeredAlarms, AlarmStateInformationList)},
    {MEMBER(AutomationSubtype, AutomationSubtype)},
    {MEMBER(ScheduledTime, Timestamp)},
    {MEMBER(Runbooks, Runbooks)},
    {MEMBER(OpsItemId, String)},
    {MEMBER(AssociationId, String)},
    {MEMBER(ChangeRequestName, ChangeRequestName)},
};

static const struct bs_shape_member
    members_AutomationExecutionMetadataList[] = {
    {MEMBER(member, AutomationExecutionMetadata)},
};

static const struct bs_shape_member
    members_AutomationParameterMap[] = {
    {MEMBER(key, AutomationParameterKey)},
    {MEMBER(value, AutomationParameterValueList)},
};

static const struct bs_shape_member
    members_AutomationParameterValueList[] = {
    {MEMBER(member, AutomationParameterValue)},
};

static const struct bs_shape_member
    members_CancelCommandRequest[] = {
    {MEMBER(CommandId, CommandId), .is_required = true},
    {MEMBER(InstanceIds, InstanceIdList)},
};

static const struct bs_shape_member
    members_CategoryEnumList[] = {
    {MEMBER(member, Category)},
};

static const struct bs_shape_member
    members_CategoryList[] = {
    {MEMBER(member, Category)},
};

static const struct bs_shape_member
    members_CloudWatchOutputConfig[] = {
    {MEMBER(CloudWatchLogGroupName, CloudWatchLogGroupName)},
    {MEMBER(CloudWatchOutputEnabled, Boolean)},
};

static const struct bs_shape_member
    members_Command[] = {
    {MEMBER(CommandId, CommandId)},
    {MEMBER(DocumentName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(Comment, Comment)},
    {MEMBER(ExpiresAfter, Timestamp)},
    {MEMBER(Parameters, Parameters)},
    {MEMBER(InstanceIds, InstanceIdList)},
    {MEMBER(Targets, Targets)},
    {MEMBER(RequestedDateTime, Timestamp)},
    {MEMBER(Status, CommandStatus)},
    {MEMBER(StatusDetails, StatusDetails)},
    {MEMBER(OutputS3Region, S3Region)},
    {MEMBER(OutputS3BucketName, S3BucketName)},
    {MEMBER(OutputS3KeyPrefix, S3KeyPrefix)},
    {MEMBER(MaxConcurrency, MaxConcurrency)},
    {MEMBER(MaxErrors, MaxErrors)},
    {MEMBER(TargetCount, Integer)},
    {MEMBER(CompletedCount, Integer)},
    {MEMBER(ErrorCount, Integer)},
    {MEMBER(DeliveryTimedOutCount, Integer)},
    {MEMBER(ServiceRole, String)},
    {MEMBER(NotificationConfig, NotificationConfig)},
    {MEMBER(CloudWatchOutputConfig, CloudWatchOutputConfig)},
    {MEMBER(TimeoutSeconds, TimeoutSeconds)},
    {MEMBER(AlarmConfiguration, AlarmConfiguration)},
    {MEMBER(TriggeredAlarms, AlarmStateInformationList)},
};

static const struct bs_shape_member
    members_CommandFilter[] = {
    {MEMBER_AS(key, "key", "Key", CommandFilterKey), .is_required = true},
    {MEMBER_AS(value, "value", "Value", CommandFilterValue), .is_required = true},
};

static const struct bs_shape_member
    members_CommandFilterList[] = {
    {MEMBER(member, CommandFilter)},
};

static const struct bs_shape_member
    members_CommandInvocation[] = {
    {MEMBER(CommandId, CommandId)},
    {MEMBER(InstanceId, String)},
    {MEMBER(InstanceName, InstanceTagName)},
    {MEMBER(Comment, Comment)},
    {MEMBER(DocumentName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(RequestedDateTime, Timestamp)},
    {MEMBER(Status, CommandInvocationStatus)},
    {MEMBER(StatusDetails, StatusDetails)},
    {MEMBER(TraceOutput, InvocationTraceOutput)},
    {MEMBER(StandardOutputUrl, String)},
    {MEMBER(StandardErrorUrl, String)},
    {MEMBER(CommandPlugins, CommandPluginList)},
    {MEMBER(ServiceRole, String)},
    {MEMBER(NotificationConfig, NotificationConfig)},
    {MEMBER(CloudWatchOutputConfig, CloudWatchOutputConfig)},
};

static const struct bs_shape_member
    members_CommandInvocationList[] = {
    {MEMBER(member, CommandInvocation)},
};

static const struct bs_shape_member
    members_CommandList[] = {
    {MEMBER(member, Command)},
};

static const struct bs_shape_member
    members_CommandPlugin[] = {
    {MEMBER(Name, CommandPluginName)},
    {MEMBER(Status, CommandPluginStatus)},
    {MEMBER(StatusDetails, StatusDetails)},
    {MEMBER(ResponseCode, Integer)},
    {MEMBER(ResponseStartDateTime, Timestamp)},
    {MEMBER(ResponseFinishDateTime, Timestamp)},
    {MEMBER(Output, CommandPluginOutput)},
    {MEMBER(StandardOutputUrl, String)},
    {MEMBER(StandardErrorUrl, String)},
    {MEMBER(OutputS3Region, S3Region)},
    {MEMBER(OutputS3BucketName, S3BucketName)},
    {MEMBER(OutputS3KeyPrefix, S3KeyPrefix)},
};

static const struct bs_shape_member
    members_CommandPluginList[] = {
    {MEMBER(member, CommandPlugin)},
};

static const struct bs_shape_member
    members_CreateDocumentRequest[] = {
    {MEMBER(Content, DocumentContent), .is_required = true},
    {MEMBER(Requires, DocumentRequiresList)},
    {MEMBER(Attachments, AttachmentsSourceList)},
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(DisplayName, DocumentDisplayName)},
    {MEMBER(VersionName, String)},
    {MEMBER(DocumentType, DocumentType)},
    {MEMBER(DocumentFormat, DocumentFormat)},
    {MEMBER(TargetType, TargetType)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDocumentResult[] = {
    {MEMBER(DocumentDescription, DocumentDescription)},
};

static const struct bs_shape_member
    members_DeleteDocumentRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(VersionName, String)},
    {MEMBER(Force, Boolean)},
};

static const struct bs_shape_member
    members_DeleteParameterRequest[] = {
    {MEMBER(Name, PSParameterName), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteParametersRequest[] = {
    {MEMBER(Names, ParameterNameList), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteParametersResult[] = {
    {MEMBER(DeletedParameters, ParameterNameList)},
    {MEMBER(InvalidParameters, ParameterNameList)},
};

static const struct bs_shape_member
    members_DeleteResourcePolicyRequest[] = {
    {MEMBER(ResourceArn, ResourceArnString), .is_required = true},
    {MEMBER(PolicyId, String), .is_required = true},
    {MEMBER(PolicyHash, String), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeAutomationExecutionsRequest[] = {
    {MEMBER(Filters, AutomationExecutionFilterList)},
    {MEMBER(MaxResults, MaxResults)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeAutomationExecutionsResult[] = {
    {MEMBER(AutomationExecutionMetadataList, AutomationExecutionMetadataList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeAutomationStepExecutionsRequest[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId), .is_required = true},
    {MEMBER(Filters, StepExecutionFilterList)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, MaxResults)},
    {MEMBER(ReverseOrder, Boolean)},
};

static const struct bs_shape_member
    members_DescribeAutomationStepExecutionsResult[] = {
    {MEMBER(StepExecutions, StepExecutionList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeDocumentPermissionRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(PermissionType, DocumentPermissionType), .is_required = true},
    {MEMBER(MaxResults, DocumentPermissionMaxResults)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeDocumentPermissionResponse[] = {
    {MEMBER(AccountIds, AccountIdList)},
    {MEMBER(AccountSharingInfoList, AccountSharingInfoList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeDocumentRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(VersionName, String)},
};

static const struct bs_shape_member
    members_DescribeDocumentResult[] = {
    {MEMBER(Document, DocumentDescription)},
};

static const struct bs_shape_member
    members_DescribeInstanceInformationRequest[] = {
    {MEMBER(InstanceInformationFilterList, InstanceInformationFilterList)},
    {MEMBER(Filters, InstanceInformationStringFilterList)},
    {MEMBER(MaxResults, MaxResultsEC2Compatible)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeInstanceInformationResult[] = {
    {MEMBER(InstanceInformationList, InstanceInformationList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeParametersRequest[] = {
    {MEMBER(Filters, ParametersFilterList)},
    {MEMBER(ParameterFilters, ParameterStringFilterList)},
    {MEMBER(MaxResults, MaxResults)},
    {MEMBER(NextToken, String)},
    {MEMBER(Shared, Boolean)},
};

static const struct bs_shape_member
    members_DescribeParametersResult[] = {
    {MEMBER(Parameters, ParameterMetadataList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DocumentDefaultVersionDescription[] = {
    {MEMBER(Name, String)},
    {MEMBER(DefaultVersion, String)},
    {MEMBER(DefaultVersionName, String)},
};

static const struct bs_shape_member
    members_DocumentDescription[] = {
    {MEMBER(Sha1, String)},
    {MEMBER(Hash, DocumentHash)},
    {MEMBER(HashType, DocumentHashType)},
    {MEMBER(Name, String)},
    {MEMBER(DisplayName, DocumentDisplayName)},
    {MEMBER(VersionName, String)},
    {MEMBER(Owner, String)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(Status, DocumentStatus)},
    {MEMBER(StatusInformation, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(Description, String)},
    {MEMBER(Parameters, DocumentParameterList)},
    {MEMBER(PlatformTypes, PlatformTypeList)},
    {MEMBER(DocumentType, DocumentType)},
    {MEMBER(SchemaVersion, String)},
    {MEMBER(LatestVersion, String)},
    {MEMBER(DefaultVersion, String)},
    {MEMBER(DocumentFormat, DocumentFormat)},
    {MEMBER(TargetType, TargetType)},
    {MEMBER(Tags, TagList)},
    {MEMBER(AttachmentsInformation, AttachmentInformationList)},
    {MEMBER(Requires, DocumentRequiresList)},
    {MEMBER(Author, String)},
    {MEMBER(ReviewInformation, ReviewInformationList)},
    {MEMBER(ApprovedVersion, String)},
    {MEMBER(PendingReviewVersion, String)},
    {MEMBER(ReviewStatus, ReviewStatus)},
    {MEMBER(Category, CategoryList)},
    {MEMBER(CategoryEnum, CategoryEnumList)},
};

static const struct bs_shape_member
    members_DocumentFilter[] = {
    {MEMBER_AS(key, "key", "Key", DocumentFilterKey), .is_required = true},
    {MEMBER_AS(value, "value", "Value", DocumentFilterValue), .is_required = true},
};

static const struct bs_shape_member
    members_DocumentFilterList[] = {
    {MEMBER(member, DocumentFilter)},
};

static const struct bs_shape_member
    members_DocumentIdentifier[] = {
    {MEMBER(Name, String)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(DisplayName, DocumentDisplayName)},
    {MEMBER(Owner, String)},
    {MEMBER(VersionName, String)},
    {MEMBER(PlatformTypes, PlatformTypeList)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(DocumentType, DocumentType)},
    {MEMBER(SchemaVersion, String)},
    {MEMBER(DocumentFormat, DocumentFormat)},
    {MEMBER(TargetType, TargetType)},
    {MEMBER(Tags, TagList)},
    {MEMBER(Requires, DocumentRequiresList)},
    {MEMBER(ReviewStatus, ReviewStatus)},
    {MEMBER(Author, String)},
};

static const struct bs_shape_member
    members_DocumentIdentifierList[] = {
    {MEMBER(member, DocumentIdentifier)},
};

static const struct bs_shape_member
    members_DocumentKeyValuesFilter[] = {
    {MEMBER(Key, DocumentKeyValuesFilterKey)},
    {MEMBER(Values, DocumentKeyValuesFilterValues)},
};

static const struct bs_shape_member
    members_DocumentKeyValuesFilterList[] = {
    {MEMBER(member, DocumentKeyValuesFilter)},
};

static const struct bs_shape_member
    members_DocumentKeyValuesFilterValues[] = {
    {MEMBER(member, DocumentKeyValuesFilterValue)},
};

static const struct bs_shape_member
    members_DocumentParameter[] = {
    {MEMBER(Name, String)},
    {MEMBER(Type, DocumentParameterType)},
    {MEMBER(Description, String)},
    {MEMBER(DefaultValue, String)},
};

static const struct bs_shape_member
    members_DocumentParameterList[] = {
    {MEMBER(member, DocumentParameter)},
};

static const struct bs_shape_member
    members_DocumentRequires[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(Version, String)},
};

static const struct bs_shape_member
    members_DocumentRequiresList[] = {
    {MEMBER(member, DocumentRequires)},
};

static const struct bs_shape_member
    members_DocumentVersionInfo[] = {
    {MEMBER(Name, String)},
    {MEMBER(DisplayName, DocumentDisplayName)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(VersionName, String)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(IsDefaultVersion, Boolean)},
    {MEMBER(DocumentFormat, DocumentFormat)},
    {MEMBER(Status, DocumentStatus)},
    {MEMBER(StatusInformation, String)},
    {MEMBER(ReviewStatus, ReviewStatus)},
};

static const struct bs_shape_member
    members_DocumentVersionList[] = {
    {MEMBER(member, DocumentVersionInfo)},
};

static const struct bs_shape_member
    members_FailureDetails[] = {
    {MEMBER(FailureStage, String)},
    {MEMBER(FailureType, String)},
    {MEMBER(Details, AutomationParameterMap)},
};

static const struct bs_shape_member
    members_GetAutomationExecutionRequest[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId), .is_required = true},
};

static const struct bs_shape_member
    members_GetAutomationExecutionResult[] = {
    {MEMBER(AutomationExecution, AutomationExecution)},
};

static const struct bs_shape_member
    members_GetCommandInvocationRequest[] = {
    {MEMBER(CommandId, CommandId), .is_required = true},
    {MEMBER(InstanceId, String), .is_required = true},
    {MEMBER(PluginName, CommandPluginName)},
};

static const struct bs_shape_member
    members_GetCommandInvocationResult[] = {
    {MEMBER(CommandId, CommandId)},
    {MEMBER(InstanceId, String)},
    {MEMBER(Comment, Comment)},
    {MEMBER(DocumentName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(PluginName, CommandPluginName)},
    {MEMBER(ResponseCode, Integer)},
    {MEMBER(ExecutionStartDateTime, String)},
    {MEMBER(ExecutionElapsedTime, String)},
    {MEMBER(ExecutionEndDateTime, String)},
    {MEMBER(Status, CommandInvocationStatus)},
    {MEMBER(StatusDetails, StatusDetails)},
    {MEMBER(StandardOutputContent, StandardOutputContent)},
    {MEMBER(StandardOutputUrl, String)},
    {MEMBER(StandardErrorContent, StandardErrorContent)},
    {MEMBER(StandardErrorUrl, String)},
    {MEMBER(CloudWatchOutputConfig, CloudWatchOutputConfig)},
};

static const struct bs_shape_member
    members_GetConnectionStatusRequest[] = {
    {MEMBER(Target, SessionTarget), .is_required = true},
};

static const struct bs_shape_member
    members_GetConnectionStatusResponse[] = {
    {MEMBER(Target, SessionTarget)},
    {MEMBER(Status, ConnectionStatus)},
};

static const struct bs_shape_member
    members_GetDocumentRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(VersionName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(DocumentFormat, DocumentFormat)},
};

static const struct bs_shape_member
    members_GetDocumentResult[] = {
    {MEMBER(Name, String)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(DisplayName, DocumentDisplayName)},
    {MEMBER(VersionName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(Status, DocumentStatus)},
    {MEMBER(StatusInformation, String)},
    {MEMBER(Content, DocumentContent)},
    {MEMBER(DocumentType, DocumentType)},
    {MEMBER(DocumentFormat, DocumentFormat)},
    {MEMBER(Requires, DocumentRequiresList)},
    {MEMBER(AttachmentsContent, AttachmentContentList)},
    {MEMBER(ReviewStatus, ReviewStatus)},
};

static const struct bs_shape_member
    members_GetParameterHistoryRequest[] = {
    {MEMBER(Name, PSParameterName), .is_required = true},
    {MEMBER(WithDecryption, Boolean)},
    {MEMBER(MaxResults, MaxResults)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_GetParameterHistoryResult[] = {
    {MEMBER(Parameters, ParameterHistoryList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_GetParameterRequest[] = {
    {MEMBER(Name, PSParameterName), .is_required = true},
    {MEMBER(WithDecryption, Boolean)},
};

static const struct bs_shape_member
    members_GetParameterResult[] = {
    {MEMBER(Parameter, Parameter)},
};

static const struct bs_shape_member
    members_GetParametersByPathRequest[] = {
    {MEMBER(Path, PSParameterName), .is_required = true},
    {MEMBER(Recursive, Boolean)},
    {MEMBER(ParameterFilters, ParameterStringFilterList)},
    {MEMBER(WithDecryption, Boolean)},
    {MEMBER(MaxResults, GetParametersByPathMaxResults)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_GetParametersByPathResult[] = {
    {MEMBER(Parameters, ParameterList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_GetParametersRequest[] = {
    {MEMBER(Names, ParameterNameList), .is_required = true},
    {MEMBER(WithDecryption, Boolean)},
};

static const struct bs_shape_member
    members_GetParametersResult[] = {
    {MEMBER(Parameters, ParameterList)},
    {MEMBER(InvalidParameters, ParameterNameList)},
};

static const struct bs_shape_member
    members_GetResourcePoliciesRequest[] = {
    {MEMBER(ResourceArn, ResourceArnString), .is_required = true},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxResults, ResourcePolicyMaxResults)},
};

static const struct bs_shape_member
    members_GetResourcePoliciesResponse[] = {
    {MEMBER(NextToken, String)},
    {MEMBER(Policies, GetResourcePoliciesResponseEntries)},
};

static const struct bs_shape_member
    members_GetResourcePoliciesResponseEntries[] = {
    {MEMBER(member, GetResourcePoliciesResponseEntry)},
};

static const struct bs_shape_member
    members_GetResourcePoliciesResponseEntry[] = {
    {MEMBER(PolicyId, String)},
    {MEMBER(PolicyHash, String)},
    {MEMBER(Policy, String)},
};

static const struct bs_shape_member
    members_GetServiceSettingRequest[] = {
    {MEMBER(SettingId, ServiceSettingId), .is_required = true},
};

static const struct bs_shape_member
    members_GetServiceSettingResult[] = {
    {MEMBER(ServiceSetting, ServiceSetting)},
};

static const struct bs_shape_member
    members_InstanceAggregatedAssociationOverview[] = {
    {MEMBER(DetailedStatus, String)},
    {MEMBER(InstanceAssociationStatusAggregatedCount, InstanceAssociationStatusAggregatedCount)},
};

static const struct bs_shape_member
    members_InstanceAssociationStatusAggregatedCount[] = {
    {MEMBER(key, String)},
    {MEMBER(value, Integer)},
};

static const struct bs_shape_member
    members_InstanceIdList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_InstanceInformation[] = {
    {MEMBER(InstanceId, String)},
    {MEMBER(PingStatus, PingStatus)},
    {MEMBER(LastPingDateTime, Timestamp)},
    {MEMBER(AgentVersion, String)},
    {MEMBER(IsLatestVersion, Boolean)},
    {MEMBER(PlatformType, PlatformType)},
    {MEMBER(PlatformName, String)},
    {MEMBER(PlatformVersion, String)},
    {MEMBER(ActivationId, String)},
    {MEMBER(IamRole, IamRole)},
    {MEMBER(RegistrationDate, Timestamp)},
    {MEMBER(ResourceType, ResourceType)},
    {MEMBER(Name, String)},
    {MEMBER(IPAddress, IPAddress)},
    {MEMBER(ComputerName, ComputerName)},
    {MEMBER(AssociationStatus, String)},
    {MEMBER(LastAssociationExecutionDate, Timestamp)},
    {MEMBER(LastSuccessfulAssociationExecutionDate, Timestamp)},
    {MEMBER(AssociationOverview, InstanceAggregatedAssociationOverview)},
    {MEMBER(SourceId, SourceId)},
    {MEMBER(SourceType, SourceType)},
};

static const struct bs_shape_member
    members_InstanceInformationFilter[] = {
    {MEMBER_AS(key, "key", "Key", InstanceInformationFilterKey), .is_required = true},
    {MEMBER_AS(valueSet, "valueSet", "ValueSet", InstanceInformationFilterValueSet),
     .is_required = true},
};

static const struct bs_shape_member
    members_InstanceInformationFilterList[] = {
    {MEMBER(member, InstanceInformationFilter)},
};

static const struct bs_shape_member
    members_InstanceInformationFilterValueSet[] = {
    {MEMBER(member, InstanceInformationFilterValue)},
};

static const struct bs_shape_member
    members_InstanceInformationList[] = {
    {MEMBER(member, InstanceInformation)},
};

static const struct bs_shape_member
    members_InstanceInformationStringFilter[] = {
    {MEMBER(Key, InstanceInformationStringFilterKey), .is_required = true},
    {MEMBER(Values, InstanceInformationFilterValueSet), .is_required = true},
};

static const struct bs_shape_member
    members_InstanceInformationStringFilterList[] = {
    {MEMBER(member, InstanceInformationStringFilter)},
};

static const struct bs_shape_member
    members_InvalidItemContentException[] = {
    {MEMBER(TypeName, InventoryItemTypeName)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_ItemContentMismatchException[] = {
    {MEMBER(TypeName, InventoryItemTypeName)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_ItemSizeLimitExceededException[] = {
    {MEMBER(TypeName, InventoryItemTypeName)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_KeyList[] = {
    {MEMBER(member, TagKey)},
};

static const struct bs_shape_member
    members_LabelParameterVersionRequest[] = {
    {MEMBER(Name, PSParameterName), .is_required = true},
    {MEMBER(ParameterVersion, Integer)},
    {MEMBER(Labels, ParameterLabelList), .is_required = true},
};

static const struct bs_shape_member
    members_LabelParameterVersionResult[] = {
    {MEMBER(InvalidLabels, ParameterLabelList)},
    {MEMBER(ParameterVersion, Integer)},
};

static const struct bs_shape_member
    members_ListCommandInvocationsRequest[] = {
    {MEMBER(CommandId, CommandId)},
    {MEMBER(InstanceId, String)},
    {MEMBER(MaxResults, CommandMaxResults)},
    {MEMBER(NextToken, String)},
    {MEMBER(Filters, CommandFilterList)},
    {MEMBER(Details, Boolean)},
};

static const struct bs_shape_member
    members_ListCommandInvocationsResult[] = {
    {MEMBER(CommandInvocations, CommandInvocationList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListCommandsRequest[] = {
    {MEMBER(CommandId, CommandId)},
    {MEMBER(InstanceId, String)},
    {MEMBER(MaxResults, CommandMaxResults)},
    {MEMBER(NextToken, String)},
    {MEMBER(Filters, CommandFilterList)},
};

static const struct bs_shape_member
    members_ListCommandsResult[] = {
    {MEMBER(Commands, CommandList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListDocumentVersionsRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(MaxResults, MaxResults)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListDocumentVersionsResult[] = {
    {MEMBER(DocumentVersions, DocumentVersionList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListDocumentsRequest[] = {
    {MEMBER(DocumentFilterList, DocumentFilterList)},
    {MEMBER(Filters, DocumentKeyValuesFilterList)},
    {MEMBER(MaxResults, MaxResults)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListDocumentsResult[] = {
    {MEMBER(DocumentIdentifiers, DocumentIdentifierList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER(ResourceType, ResourceTypeForTagging), .is_required = true},
    {MEMBER(ResourceId, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResult[] = {
    {MEMBER(TagList, TagList)},
};

static const struct bs_shape_member
    members_ModifyDocumentPermissionRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(PermissionType, DocumentPermissionType), .is_required = true},
    {MEMBER(AccountIdsToAdd, AccountIdList)},
    {MEMBER(AccountIdsToRemove, AccountIdList)},
    {MEMBER(SharedDocumentVersion, SharedDocumentVersion)},
};

static const struct bs_shape_member
    members_NormalStringMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_NotificationConfig[] = {
    {MEMBER(NotificationArn, String)},
    {MEMBER(NotificationEvents, NotificationEventList)},
    {MEMBER(NotificationType, NotificationType)},
};

static const struct bs_shape_member
    members_NotificationEventList[] = {
    {MEMBER(member, NotificationEvent)},
};

static const struct bs_shape_member
    members_OpsItemAlreadyExistsException[] = {
    {MEMBER(Message, String)},
    {MEMBER(OpsItemId, String)},
};

static const struct bs_shape_member
    members_OpsItemInvalidParameterException[] = {
    {MEMBER(ParameterNames, OpsItemParameterNamesList)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_OpsItemLimitExceededException[] = {
    {MEMBER(ResourceTypes, OpsItemParameterNamesList)},
    {MEMBER(Limit, Integer)},
    {MEMBER(LimitType, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_OpsItemParameterNamesList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_OpsItemRelatedItemAlreadyExistsException[] = {
    {MEMBER(Message, String)},
    {MEMBER(ResourceUri, String)},
    {MEMBER(OpsItemId, String)},
};

static const struct bs_shape_member
    members_Parameter[] = {
    {MEMBER(Name, PSParameterName)},
    {MEMBER(Type, ParameterType)},
    {MEMBER(Value, String)},
    {MEMBER(Version, Integer)},
    {MEMBER(Selector, PSParameterSelector)},
    {MEMBER(SourceResult, String)},
    {MEMBER(LastModifiedDate, Timestamp)},
    {MEMBER(ARN, String)},
    {MEMBER(DataType, ParameterDataType)},
};

static const struct bs_shape_member
    members_ParameterHistory[] = {
    {MEMBER(Name, PSParameterName)},
    {MEMBER(Type, ParameterType)},
    {MEMBER(KeyId, ParameterKeyId)},
    {MEMBER(LastModifiedDate, Timestamp)},
    {MEMBER(LastModifiedUser, String)},
    {MEMBER(Description, ParameterDescription)},
    {MEMBER(Value, String)},
    {MEMBER(AllowedPattern, AllowedPattern)},
    {MEMBER(Version, Integer)},
    {MEMBER(Labels, ParameterLabelList)},
    {MEMBER(Tier, ParameterTier)},
    {MEMBER(Policies, ParameterPolicyList)},
    {MEMBER(DataType, ParameterDataType)},
};

static const struct bs_shape_member
    members_ParameterHistoryList[] = {
    {MEMBER(member, ParameterHistory)},
};

static const struct bs_shape_member
    members_ParameterInlinePolicy[] = {
    {MEMBER(PolicyText, String)},
    {MEMBER(PolicyType, String)},
    {MEMBER(PolicyStatus, String)},
};

static const struct bs_shape_member
    members_ParameterLabelList[] = {
    {MEMBER(member, ParameterLabel)},
};

static const struct bs_shape_member
    members_ParameterList[] = {
    {MEMBER(member, Parameter)},
};

static const struct bs_shape_member
    members_ParameterMetadata[] = {
    {MEMBER(Name, PSParameterName)},
    {MEMBER(Type, ParameterType)},
    {MEMBER(KeyId, ParameterKeyId)},
    {MEMBER(LastModifiedDate, Timestamp)},
    {MEMBER(LastModifiedUser, String)},
    {MEMBER(Description, ParameterDescription)},
    {MEMBER(AllowedPattern, AllowedPattern)},
    {MEMBER(Version, Integer)},
    {MEMBER(Tier, ParameterTier)},
    {MEMBER(Policies, ParameterPolicyList)},
    {MEMBER(DataType, ParameterDataType)},
    {MEMBER(ARN, String)},
};

static const struct bs_shape_member
    members_ParameterMetadataList[] = {
    {MEMBER(member, ParameterMetadata)},
};

static const struct bs_shape_member
    members_ParameterNameList[] = {
    {MEMBER(member, PSParameterName)},
};

static const struct bs_shape_member
    members_ParameterPolicyList[] = {
    {MEMBER(member, ParameterInlinePolicy)},
};

static const struct bs_shape_member
    members_ParameterStringFilter[] = {
    {MEMBER(Key, ParameterStringFilterKey), .is_required = true},
    {MEMBER(Option, ParameterStringQueryOption)},
    {MEMBER(Values, ParameterStringFilterValueList)},
};

static const struct bs_shape_member
    members_ParameterStringFilterList[] = {
    {MEMBER(member, ParameterStringFilter)},
};

static const struct bs_shape_member
    members_ParameterStringFilterValueList[] = {
    {MEMBER(member, ParameterStringFilterValue)},
};

static const struct bs_shape_member
    members_ParameterValueList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Parameters[] = {
    {MEMBER(key, String)},
    {MEMBER(value, ParameterValueList)},
};

static const struct bs_shape_member
    members_ParametersFilter[] = {
    {MEMBER(Key, ParametersFilterKey), .is_required = true},
    {MEMBER(Values, ParametersFilterValueList), .is_required = true},
};

static const struct bs_shape_member
    members_ParametersFilterList[] = {
    {MEMBER(member, ParametersFilter)},
};

static const struct bs_shape_member
    members_ParametersFilterValueList[] = {
    {MEMBER(member, ParametersFilterValue)},
};

static const struct bs_shape_member
    members_PlatformTypeList[] = {
    {MEMBER(member, PlatformType)},
};

static const struct bs_shape_member
    members_ProgressCounters[] = {
    {MEMBER(TotalSteps, Integer)},
    {MEMBER(SuccessSteps, Integer)},
    {MEMBER(FailedSteps, Integer)},
    {MEMBER(CancelledSteps, Integer)},
    {MEMBER(TimedOutSteps, Integer)},
};

static const struct bs_shape_member
    members_PutParameterRequest[] = {
    {MEMBER(Name, PSParameterName), .is_required = true},
    {MEMBER(Description, ParameterDescription)},
    {MEMBER(Value, String), .is_required = true},
    {MEMBER(Type, ParameterType)},
    {MEMBER(KeyId, ParameterKeyId)},
    {MEMBER(Overwrite, Boolean)},
    {MEMBER(AllowedPattern, AllowedPattern)},
    {MEMBER(Tags, TagList)},
    {MEMBER(Tier, ParameterTier)},
    {MEMBER(Policies, ParameterPolicies)},
    {MEMBER(DataType, ParameterDataType)},
};

static const struct bs_shape_member
    members_PutParameterResult[] = {
    {MEMBER(Version, Integer)},
    {MEMBER(Tier, ParameterTier)},
};

static const struct bs_shape_member
    members_PutResourcePolicyRequest[] = {
    {MEMBER(ResourceArn, ResourceArnString), .is_required = true},
    {MEMBER(Policy, String), .is_required = true},
    {MEMBER(PolicyId, String)},
    {MEMBER(PolicyHash, String)},
};

static const struct bs_shape_member
    members_PutResourcePolicyResponse[] = {
    {MEMBER(PolicyId, String)},
    {MEMBER(PolicyHash, String)},
};

static const struct bs_shape_member
    members_Regions[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_RemoveTagsFromResourceRequest[] = {
    {MEMBER(ResourceType, ResourceTypeForTagging), .is_required = true},
    {MEMBER(ResourceId, String), .is_required = true},
    {MEMBER(TagKeys, KeyList), .is_required = true},
};

static const struct bs_shape_member
    members_ResetServiceSettingRequest[] = {
    {MEMBER(SettingId, ServiceSettingId), .is_required = true},
};

static const struct bs_shape_member
    members_ResetServiceSettingResult[] = {
    {MEMBER(ServiceSetting, ServiceSetting)},
};

static const struct bs_shape_member
    members_ResolvedTargets[] = {
    {MEMBER(ParameterValues, TargetParameterList)},
    {MEMBER(Truncated, Boolean)},
};

static const struct bs_shape_member
    members_ResourceDataSyncAlreadyExistsException[] = {
    {MEMBER(SyncName, ResourceDataSyncName)},
};

static const struct bs_shape_member
    members_ResourceDataSyncNotFoundException[] = {
    {MEMBER(SyncName, ResourceDataSyncName)},
    {MEMBER(SyncType, ResourceDataSyncType)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_ResourcePolicyInvalidParameterException[] = {
    {MEMBER(ParameterNames, ResourcePolicyParameterNamesList)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_ResourcePolicyLimitExceededException[] = {
    {MEMBER(Limit, Integer)},
    {MEMBER(LimitType, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_ResourcePolicyParameterNamesList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ReviewInformation[] = {
    {MEMBER(ReviewedTime, Timestamp)},
    {MEMBER(Status, ReviewStatus)},
    {MEMBER(Reviewer, Reviewer)},
};

static const struct bs_shape_member
    members_ReviewInformationList[] = {
    {MEMBER(member, ReviewInformation)},
};

static const struct bs_shape_member
    members_Runbook[] = {
    {MEMBER(DocumentName, String), .is_required = true},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(Parameters, AutomationParameterMap)},
    {MEMBER(TargetParameterName, AutomationParameterKey)},
    {MEMBER(Targets, Targets)},
    {MEMBER(TargetMaps, TargetMaps)},
    {MEMBER(MaxConcurrency, MaxConcurrency)},
    {MEMBER(MaxErrors, MaxErrors)},
    {MEMBER(TargetLocations, TargetLocations)},
};

static const struct bs_shape_member
    members_Runbooks[] = {
    {MEMBER(member, Runbook)},
};

static const struct bs_shape_member
    members_SendAutomationSignalRequest[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId), .is_required = true},
    {MEMBER(SignalType, SignalType), .is_required = true},
    {MEMBER(Payload, AutomationParameterMap)},
};

static const struct bs_shape_member
    members_SendCommandRequest[] = {
    {MEMBER(InstanceIds, InstanceIdList)},
    {MEMBER(Targets, Targets)},
    {MEMBER(DocumentName, String), .is_required = true},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(DocumentHash, DocumentHash)},
    {MEMBER(DocumentHashType, DocumentHashType)},
    {MEMBER(TimeoutSeconds, TimeoutSeconds)},
    {MEMBER(Comment, Comment)},
    {MEMBER(Parameters, Parameters)},
    {MEMBER(OutputS3Region, S3Region)},
    {MEMBER(OutputS3BucketName, S3BucketName)},
    {MEMBER(OutputS3KeyPrefix, S3KeyPrefix)},
    {MEMBER(MaxConcurrency, MaxConcurrency)},
    {MEMBER(MaxErrors, MaxErrors)},
    {MEMBER(ServiceRoleArn, String)},
    {MEMBER(NotificationConfig, NotificationConfig)},
    {MEMBER(CloudWatchOutputConfig, CloudWatchOutputConfig)},
    {MEMBER(AlarmConfiguration, AlarmConfiguration)},
};

static const struct bs_shape_member
    members_SendCommandResult[] = {
    {MEMBER(Command, Command)},
};

static const struct bs_shape_member
    members_ServiceSetting[] = {
    {MEMBER(SettingId, ServiceSettingId)},
    {MEMBER(SettingValue, ServiceSettingValue)},
    {MEMBER(LastModifiedDate, Timestamp)},
    {MEMBER(LastModifiedUser, String)},
    {MEMBER(ARN, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_StartAutomationExecutionRequest[] = {
    {MEMBER(DocumentName, String), .is_required = true},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(Parameters, AutomationParameterMap)},
    {MEMBER(ClientToken, IdempotencyToken)},
    {MEMBER(Mode, ExecutionMode)},
    {MEMBER(TargetParameterName, AutomationParameterKey)},
    {MEMBER(Targets, Targets)},
    {MEMBER(TargetMaps, TargetMaps)},
    {MEMBER(MaxConcurrency, MaxConcurrency)},
    {MEMBER(MaxErrors, MaxErrors)},
    {MEMBER(TargetLocations, TargetLocations)},
    {MEMBER(Tags, TagList)},
    {MEMBER(AlarmConfiguration, AlarmConfiguration)},
};

static const struct bs_shape_member
    members_StartAutomationExecutionResult[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId)},
};

static const struct bs_shape_member
    members_StepExecution[] = {
    {MEMBER(StepName, String)},
    {MEMBER(Action, String)},
    {MEMBER(TimeoutSeconds, Integer)},
    {MEMBER(OnFailure, String)},
    {MEMBER(MaxAttempts, Integer)},
    {MEMBER(ExecutionStartTime, Timestamp)},
    {MEMBER(ExecutionEndTime, Timestamp)},
    {MEMBER(StepStatus, AutomationExecutionStatus)},
    {MEMBER(ResponseCode, String)},
    {MEMBER(Inputs, NormalStringMap)},
    {MEMBER(Outputs, AutomationParameterMap)},
    {MEMBER(Response, String)},
    {MEMBER(FailureMessage, String)},
    {MEMBER(FailureDetails, FailureDetails)},
    {MEMBER(StepExecutionId, String)},
    {MEMBER(OverriddenParameters, AutomationParameterMap)},
    {MEMBER(IsEnd, Boolean)},
    {MEMBER(NextStep, String)},
    {MEMBER(IsCritical, Boolean)},
    {MEMBER(ValidNextSteps, ValidNextStepList)},
    {MEMBER(Targets, Targets)},
    {MEMBER(TargetLocation, TargetLocation)},
    {MEMBER(TriggeredAlarms, AlarmStateInformationList)},
};

static const struct bs_shape_member
    members_StepExecutionFilter[] = {
    {MEMBER(Key, StepExecutionFilterKey), .is_required = true},
    {MEMBER(Values, StepExecutionFilterValueList), .is_required = true},
};

static const struct bs_shape_member
    members_StepExecutionFilterList[] = {
    {MEMBER(member, StepExecutionFilter)},
};

static const struct bs_shape_member
    members_StepExecutionFilterValueList[] = {
    {MEMBER(member, StepExecutionFilterValue)},
};

static const struct bs_shape_member
    members_StepExecutionList[] = {
    {MEMBER(member, StepExecution)},
};

static const struct bs_shape_member
    members_StopAutomationExecutionRequest[] = {
    {MEMBER(AutomationExecutionId, AutomationExecutionId), .is_required = true},
    {MEMBER(Type, StopType)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKey), .is_required = true},
    {MEMBER(Value, TagValue), .is_required = true},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_Target[] = {
    {MEMBER(Key, TargetKey)},
    {MEMBER(Values, TargetValues)},
};

static const struct bs_shape_member
    members_TargetLocation[] = {
    {MEMBER(Accounts, Accounts)},
    {MEMBER(Regions, Regions)},
    {MEMBER(TargetLocationMaxConcurrency, MaxConcurrency)},
    {MEMBER(TargetLocationMaxErrors, MaxErrors)},
    {MEMBER(ExecutionRoleName, ExecutionRoleName)},
    {MEMBER(TargetLocationAlarmConfiguration, AlarmConfiguration)},
};

static const struct bs_shape_member
    members_TargetLocations[] = {
    {MEMBER(member, TargetLocation)},
};

static const struct bs_shape_member
    members_TargetMap[] = {
    {MEMBER(key, TargetMapKey)},
    {MEMBER(value, TargetMapValueList)},
};

static const struct bs_shape_member
    members_TargetMapValueList[] = {
    {MEMBER(member, TargetMapValue)},
};

static const struct bs_shape_member
    members_TargetMaps[] = {
    {MEMBER(member, TargetMap)},
};

static const struct bs_shape_member
    members_TargetParameterList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_TargetValues[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Targets[] = {
    {MEMBER(member, Target)},
};

static const struct bs_shape_member
    members_UnlabelParameterVersionRequest[] = {
    {MEMBER(Name, PSParameterName), .is_required = true},
    {MEMBER(ParameterVersion, Integer), .is_required = true},
    {MEMBER(Labels, ParameterLabelList), .is_required = true},
};

static const struct bs_shape_member
    members_UnlabelParameterVersionResult[] = {
    {MEMBER(RemovedLabels, ParameterLabelList)},
    {MEMBER(InvalidLabels, ParameterLabelList)},
};

static const struct bs_shape_member
    members_UnsupportedInventoryItemContextException[] = {
    {MEMBER(TypeName, InventoryItemTypeName)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_UpdateDocumentDefaultVersionRequest[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(DocumentVersion, String), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateDocumentDefaultVersionResult[] = {
    {MEMBER(Description, DocumentDefaultVersionDescription)},
};

static const struct bs_shape_member
    members_UpdateDocumentRequest[] = {
    {MEMBER(Content, DocumentContent), .is_required = true},
    {MEMBER(Attachments, AttachmentsSourceList)},
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(DisplayName, DocumentDisplayName)},
    {MEMBER(VersionName, String)},
    {MEMBER(DocumentVersion, String)},
    {MEMBER(DocumentFormat, DocumentFormat)},
    {MEMBER(TargetType, TargetType)},
};

static const struct bs_shape_member
    members_UpdateDocumentResult[] = {
    {MEMBER(DocumentDescription, DocumentDescription)},
};

static const struct bs_shape_member
    members_UpdateServiceSettingRequest[] = {
    {MEMBER(SettingId, ServiceSettingId), .is_required = true},
    {MEMBER(SettingValue, ServiceSettingValue), .is_required = true},
};

static const struct bs_shape_member
    members_ValidNextStepList[] = {
    {MEMBER(member, ValidNextStep)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AccountIdList, LIST), BOUNDS(0, 20)},
    COMPOUND(AccountSharingInfo, STRUCTURE)},
    COMPOUND(AccountSharingInfoList, LIST)},
    COMPOUND(Accounts, LIST), BOUNDS(1, 50)},
    COMPOUND(AddTagsToResourceRequest, STRUCTURE)},
    SCALAR(AddTagsToResourceResult, STRUCTURE)},
    COMPOUND(Alarm, STRUCTURE)},
    COMPOUND(AlarmConfiguration, STRUCTURE)},
    COMPOUND(AlarmList, LIST), BOUNDS(1, 1)},
    SCALAR(AlarmName, STRING), BOUNDS(1, 255)},
    COMPOUND(AlarmStateInformation, STRUCTURE)},
    COMPOUND(AlarmStateInformationList, LIST), BOUNDS(1, 1)},
    SCALAR(AllowedPattern, STRING), BOUNDS(0, 1024)},
    COMPOUND(AttachmentContent, STRUCTURE)},
    COMPOUND(AttachmentContentList, LIST)},
    SCALAR(AttachmentHash, STRING), BOUNDS(0, 256)},
    SCALAR(AttachmentHashType, STRING), WORDS(AttachmentHashType)},
    COMPOUND(AttachmentInformation, STRUCTURE)},
    COMPOUND(AttachmentInformationList, LIST)},
    COMPOUND(AttachmentsSource, STRUCTURE)},
    SCALAR(AttachmentsSourceKey, STRING), WORDS(AttachmentsSourceKey)},
    COMPOUND(AttachmentsSourceList, LIST), BOUNDS(0, 20)},
    SCALAR(AttachmentsSourceValue, STRING), BOUNDS(1, 1024)},
    COMPOUND(AttachmentsSourceValues, LIST), BOUNDS(1, 1)},
    COMPOUND(AutomationExecution, STRUCTURE)},
    COMPOUND(AutomationExecutionFilter, STRUCTURE)},
    SCALAR(AutomationExecutionFilterKey, STRING), WORDS(AutomationExecutionFilterKey)},
    COMPOUND(AutomationExecutionFilterList, LIST), BOUNDS(1, 10)},
    SCALAR(AutomationExecutionFilterValue, STRING), BOUNDS(1, 150)},
    COMPOUND(AutomationExecutionFilterValueList, LIST), BOUNDS(1, 10)},
    SCALAR(AutomationExecutionId, STRING), BOUNDS(36, 36)},
    COMPOUND(AutomationExecutionMetadata, STRUCTURE)},
    COMPOUND(AutomationExecutionMetadataList, LIST)},
    SCALAR(AutomationExecutionStatus, STRING), WORDS(AutomationExecutionStatus)},
    SCALAR(AutomationParameterKey, STRING), BOUNDS(1, 50)},
    COMPOUND(AutomationParameterMap, MAP), BOUNDS(1, 200)},
    SCALAR(AutomationParameterValue, STRING), BOUNDS(1, 512)},
    COMPOUND(AutomationParameterValueList, LIST), BOUNDS(0, 50)},
    SCALAR(AutomationSubtype, STRING), WORDS(AutomationSubtype)},
    SCALAR(AutomationType, STRING), WORDS(AutomationType)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CancelCommandRequest, STRUCTURE)},
    SCALAR(CancelCommandResult, STRUCTURE)},
    SCALAR(Category, STRING), BOUNDS(0, 128)},
    COMPOUND(CategoryEnumList, LIST), BOUNDS(0, 3)},
    COMPOUND(CategoryList, LIST), BOUNDS(0, 3)},
    SCALAR(ChangeRequestName, STRING), BOUNDS(1, 1024)},
    SCALAR(CloudWatchLogGroupName, STRING), BOUNDS(1, 512)},
    COMPOUND(CloudWatchOutputConfig, STRUCTURE)},
    COMPOUND(Command, STRUCTURE)},
    COMPOUND(CommandFilter, STRUCTURE)},
    SCALAR(CommandFilterKey, STRING), WORDS(CommandFilterKey)},
    COMPOUND(CommandFilterList, LIST), BOUNDS(1, 5)},
    SCALAR(CommandFilterValue, STRING), BOUNDS(1, 128)},
    SCALAR(CommandId, STRING), BOUNDS(36, 36)},
    COMPOUND(CommandInvocation, STRUCTURE)},
    COMPOUND(CommandInvocationList, LIST)},
    SCALAR(CommandInvocationStatus, STRING), WORDS(CommandInvocationStatus)},
    COMPOUND(CommandList, LIST)},
    SCALAR(CommandMaxResults, INTEGER), BOUNDS(1, 50)},
    COMPOUND(CommandPlugin, STRUCTURE)},
    COMPOUND(CommandPluginList, LIST)},
    SCALAR(CommandPluginName, STRING), BOUNDS(4, INT64_MAX)},
    SCALAR(CommandPluginOutput, STRING), BOUNDS(0, 2500)},
    SCALAR(CommandPluginStatus, STRING), WORDS(CommandPluginStatus)},
    SCALAR(CommandStatus, STRING), WORDS(CommandStatus)},
    SCALAR(Comment, STRING), BOUNDS(0, 100)},
    SCALAR(ComputerName, STRING), BOUNDS(1, 255)},
    SCALAR(ConnectionStatus, STRING), WORDS(ConnectionStatus)},
    COMPOUND(CreateDocumentRequest, STRUCTURE)},
    COMPOUND(CreateDocumentResult, STRUCTURE)},
    COMPOUND(DeleteDocumentRequest, STRUCTURE)},
    SCALAR(DeleteDocumentResult, STRUCTURE)},
    COMPOUND(DeleteParameterRequest, STRUCTURE)},
    SCALAR(DeleteParameterResult, STRUCTURE)},
    COMPOUND(DeleteParametersRequest, STRUCTURE)},
    COMPOUND(DeleteParametersResult, STRUCTURE)},
    COMPOUND(DeleteResourcePolicyRequest, STRUCTURE)},
    SCALAR(DeleteResourcePolicyResponse, STRUCTURE)},
    COMPOUND(DescribeAutomationExecutionsRequest, STRUCTURE)},
    COMPOUND(DescribeAutomationExecutionsResult, STRUCTURE)},
    COMPOUND(DescribeAutomationStepExecutionsRequest, STRUCTURE)},
    COMPOUND(DescribeAutomationStepExecutionsResult, STRUCTURE)},
    COMPOUND(DescribeDocumentPermissionRequest, STRUCTURE)},
    COMPOUND(DescribeDocumentPermissionResponse, STRUCTURE)},
    COMPOUND(DescribeDocumentRequest, STRUCTURE)},
    COMPOUND(DescribeDocumentResult, STRUCTURE)},
    COMPOUND(DescribeInstanceInformationRequest, STRUCTURE)},
    COMPOUND(DescribeInstanceInformationResult, STRUCTURE)},
    COMPOUND(DescribeParametersRequest, STRUCTURE)},
    COMPOUND(DescribeParametersResult, STRUCTURE)},
    SCALAR(DocumentContent, STRING), BOUNDS(1, INT64_MAX)},
    COMPOUND(DocumentDefaultVersionDescription, STRUCTURE)},
    COMPOUND(DocumentDescription, STRUCTURE)},
    SCALAR(DocumentDisplayName, STRING), BOUNDS(0, 1024)},
    COMPOUND(DocumentFilter, STRUCTURE)},
    SCALAR(DocumentFilterKey, STRING), WORDS(DocumentFilterKey)},
    COMPOUND(DocumentFilterList, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(DocumentFilterValue, STRING), BOUNDS(1, INT64_MAX)},
    SCALAR(DocumentFormat, STRING), WORDS(DocumentFormat)},
    SCALAR(DocumentHash, STRING), BOUNDS(0, 256)},
    SCALAR(DocumentHashType, STRING), WORDS(DocumentHashType)},
    COMPOUND(DocumentIdentifier, STRUCTURE)},
    COMPOUND(DocumentIdentifierList, LIST)},
    COMPOUND(DocumentKeyValuesFilter, STRUCTURE)},
    SCALAR(DocumentKeyValuesFilterKey, STRING), BOUNDS(1, 128)},
    COMPOUND(DocumentKeyValuesFilterList, LIST), BOUNDS(0, 6)},
    SCALAR(DocumentKeyValuesFilterValue, STRING), BOUNDS(1, 256)},
    COMPOUND(DocumentKeyValuesFilterValues, LIST)},
    COMPOUND(DocumentParameter, STRUCTURE)},
    COMPOUND(DocumentParameterList, LIST)},
    SCALAR(DocumentParameterType, STRING), WORDS(DocumentParameterType)},
    SCALAR(DocumentPermissionMaxResults, INTEGER), BOUNDS(1, 200)},
    SCALAR(DocumentPermissionType, STRING), WORDS(DocumentPermissionType)},
    COMPOUND(DocumentRequires, STRUCTURE)},
    COMPOUND(DocumentRequiresList, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(DocumentStatus, STRING), WORDS(DocumentStatus)},
    SCALAR(DocumentType, STRING), WORDS(DocumentType)},
    COMPOUND(DocumentVersionInfo, STRUCTURE)},
    COMPOUND(DocumentVersionList, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(ExecutionMode, STRING), WORDS(ExecutionMode)},
    SCALAR(ExecutionRoleName, STRING), BOUNDS(1, 64)},
    SCALAR(ExternalAlarmState, STRING), WORDS(ExternalAlarmState)},
    COMPOUND(FailureDetails, STRUCTURE)},
    COMPOUND(GetAutomationExecutionRequest, STRUCTURE)},
    COMPOUND(GetAutomationExecutionResult, STRUCTURE)},
    COMPOUND(GetCommandInvocationRequest, STRUCTURE)},
    COMPOUND(GetCommandInvocationResult, STRUCTURE)},
    COMPOUND(GetConnectionStatusRequest, STRUCTURE)},
    COMPOUND(GetConnectionStatusResponse, STRUCTURE)},
    COMPOUND(GetDocumentRequest, STRUCTURE)},
    COMPOUND(GetDocumentResult, STRUCTURE)},
    COMPOUND(GetParameterHistoryRequest, STRUCTURE)},
    COMPOUND(GetParameterHistoryResult, STRUCTURE)},
    COMPOUND(GetParameterRequest, STRUCTURE)},
    COMPOUND(GetParameterResult, STRUCTURE)},
    SCALAR(GetParametersByPathMaxResults, INTEGER), BOUNDS(1, 10)},
    COMPOUND(GetParametersByPathRequest, STRUCTURE)},
    COMPOUND(GetParametersByPathResult, STRUCTURE)},
    COMPOUND(GetParametersRequest, STRUCTURE)},
    COMPOUND(GetParametersResult, STRUCTURE)},
    COMPOUND(GetResourcePoliciesRequest, STRUCTURE)},
    COMPOUND(GetResourcePoliciesResponse, STRUCTURE)},
    COMPOUND(GetResourcePoliciesResponseEntries, LIST)},
    COMPOUND(GetResourcePoliciesResponseEntry, STRUCTURE)},
    COMPOUND(GetServiceSettingRequest, STRUCTURE)},
    COMPOUND(GetServiceSettingResult, STRUCTURE)},
    SCALAR(IPAddress, STRING), BOUNDS(1, 46)},
    SCALAR(IamRole, STRING), BOUNDS(0, 64)},
    SCALAR(IdempotencyToken, STRING), BOUNDS(36, 36)},
    COMPOUND(InstanceAggregatedAssociationOverview, STRUCTURE)},
    COMPOUND(InstanceAssociationStatusAggregatedCount, MAP)},
    COMPOUND(InstanceIdList, LIST), BOUNDS(0, 50)},
    COMPOUND(InstanceInformation, STRUCTURE)},
    COMPOUND(InstanceInformationFilter, STRUCTURE)},
    SCALAR(InstanceInformationFilterKey, STRING), WORDS(InstanceInformationFilterKey)},
    COMPOUND(InstanceInformationFilterList, LIST), BOUNDS(0, INT64_MAX)},
    SCALAR(InstanceInformationFilterValue, STRING), BOUNDS(1, INT64_MAX)},
    COMPOUND(InstanceInformationFilterValueSet, LIST), BOUNDS(1, 100)},
    COMPOUND(InstanceInformationList, LIST)},
    COMPOUND(InstanceInformationStringFilter, STRUCTURE)},
    SCALAR(InstanceInformationStringFilterKey, STRING), BOUNDS(1, INT64_MAX)},
    COMPOUND(InstanceInformationStringFilterList, LIST), BOUNDS(0, INT64_MAX)},
    SCALAR(InstanceTagName, STRING), BOUNDS(0, 255)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(InvalidItemContentException, STRUCTURE)},
    SCALAR(InventoryItemTypeName, STRING), BOUNDS(1, 100)},
    SCALAR(InvocationTraceOutput, STRING), BOUNDS(0, 2500)},
    COMPOUND(ItemContentMismatchException, STRUCTURE)},
    COMPOUND(ItemSizeLimitExceededException, STRUCTURE)},
    COMPOUND(KeyList, LIST)},
    COMPOUND(LabelParameterVersionRequest, STRUCTURE)},
    COMPOUND(LabelParameterVersionResult, STRUCTURE)},
    COMPOUND(ListCommandInvocationsRequest, STRUCTURE)},
    COMPOUND(ListCommandInvocationsResult, STRUCTURE)},
    COMPOUND(ListCommandsRequest, STRUCTURE)},
    COMPOUND(ListCommandsResult, STRUCTURE)},
    COMPOUND(ListDocumentVersionsRequest, STRUCTURE)},
    COMPOUND(ListDocumentVersionsResult, STRUCTURE)},
    COMPOUND(ListDocumentsRequest, STRUCTURE)},
    COMPOUND(ListDocumentsResult, STRUCTURE)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResult, STRUCTURE)},
    SCALAR(MaxConcurrency, STRING), BOUNDS(1, 7)},
    SCALAR(MaxErrors, STRING), BOUNDS(1, 7)},
    SCALAR(MaxResults, INTEGER), BOUNDS(1, 50)},
    SCALAR(MaxResultsEC2Compatible, INTEGER), BOUNDS(5, 50)},
    COMPOUND(ModifyDocumentPermissionRequest, STRUCTURE)},
    SCALAR(ModifyDocumentPermissionResponse, STRUCTURE)},
    COMPOUND(NormalStringMap, MAP)},
    COMPOUND(NotificationConfig, STRUCTURE)},
    SCALAR(NotificationEvent, STRING), WORDS(NotificationEvent)},
    COMPOUND(NotificationEventList, LIST)},
    SCALAR(NotificationType, STRING), WORDS(NotificationType)},
    COMPOUND(OpsItemAlreadyExistsException, STRUCTURE)},
    COMPOUND(OpsItemInvalidParameterException, STRUCTURE)},
    COMPOUND(OpsItemLimitExceededException, STRUCTURE)},
    COMPOUND(OpsItemParameterNamesList, LIST)},
    COMPOUND(OpsItemRelatedItemAlreadyExistsException, STRUCTURE)},
    SCALAR(PSParameterName, STRING), BOUNDS(1, 2048)},
    SCALAR(PSParameterSelector, STRING), BOUNDS(0, 128)},
    COMPOUND(Parameter, STRUCTURE)},
    SCALAR(ParameterDataType, STRING), BOUNDS(0, 128)},
    SCALAR(ParameterDescription, STRING), BOUNDS(0, 1024)},
    COMPOUND(ParameterHistory, STRUCTURE)},
    COMPOUND(ParameterHistoryList, LIST)},
    COMPOUND(ParameterInlinePolicy, STRUCTURE)},
    SCALAR(ParameterKeyId, STRING), BOUNDS(1, 256)},
    SCALAR(ParameterLabel, STRING), BOUNDS(1, 100)},
    COMPOUND(ParameterLabelList, LIST), BOUNDS(1, 10)},
    COMPOUND(ParameterList, LIST)},
    COMPOUND(ParameterMetadata, STRUCTURE)},
    COMPOUND(ParameterMetadataList, LIST)},
    COMPOUND(ParameterNameList, LIST), BOUNDS(1, 10)},
    SCALAR(ParameterPolicies, STRING), BOUNDS(1, 4096)},
    COMPOUND(ParameterPolicyList, LIST)},
    COMPOUND(ParameterStringFilter, STRUCTURE)},
    SCALAR(ParameterStringFilterKey, STRING), BOUNDS(1, 132)},
    COMPOUND(ParameterStringFilterList, LIST)},
    SCALAR(ParameterStringFilterValue, STRING), BOUNDS(1, 1024)},
    COMPOUND(ParameterStringFilterValueList, LIST), BOUNDS(1, 50)},
    SCALAR(ParameterStringQueryOption, STRING), BOUNDS(1, 10)},
    SCALAR(ParameterTier, STRING), WORDS(ParameterTier)},
    SCALAR(ParameterType, STRING), WORDS(ParameterType)},
    COMPOUND(ParameterValueList, LIST)},
    COMPOUND(Parameters, MAP)},
    COMPOUND(ParametersFilter, STRUCTURE)},
    SCALAR(ParametersFilterKey, STRING), WORDS(ParametersFilterKey)},
    COMPOUND(ParametersFilterList, LIST)},
    SCALAR(ParametersFilterValue, STRING), BOUNDS(1, 1024)},
    COMPOUND(ParametersFilterValueList, LIST), BOUNDS(1, 50)},
    SCALAR(PingStatus, STRING), WORDS(PingStatus)},
    SCALAR(PlatformType, STRING), WORDS(PlatformType)},
    COMPOUND(PlatformTypeList, LIST)},
    COMPOUND(ProgressCounters, STRUCTURE)},
    COMPOUND(PutParameterRequest, STRUCTURE)},
    COMPOUND(PutParameterResult, STRUCTURE)},
    COMPOUND(PutResourcePolicyRequest, STRUCTURE)},
    COMPOUND(PutResourcePolicyResponse, STRUCTURE)},
    COMPOUND(Regions, LIST), BOUNDS(1, 50)},
    COMPOUND(RemoveTagsFromResourceRequest, STRUCTURE)},
    SCALAR(RemoveTagsFromResourceResult, STRUCTURE)},
    COMPOUND(ResetServiceSettingRequest, STRUCTURE)},
    COMPOUND(ResetServiceSettingResult, STRUCTURE)},
    COMPOUND(ResolvedTargets, STRUCTURE)},
    SCALAR(ResourceArnString, STRING), BOUNDS(20, 2048)},
    COMPOUND(ResourceDataSyncAlreadyExistsException, STRUCTURE)},
    SCALAR(ResourceDataSyncName, STRING), BOUNDS(1, 64)},
    COMPOUND(ResourceDataSyncNotFoundException, STRUCTURE)},
    SCALAR(ResourceDataSyncType, STRING), BOUNDS(1, 64)},
    COMPOUND(ResourcePolicyInvalidParameterException, STRUCTURE)},
    COMPOUND(ResourcePolicyLimitExceededException, STRUCTURE)},
    SCALAR(ResourcePolicyMaxResults, INTEGER), BOUNDS(1, 50)},
    COMPOUND(ResourcePolicyParameterNamesList, LIST)},
    SCALAR(ResourceType, STRING), WORDS(ResourceType)},
    SCALAR(ResourceTypeForTagging, STRING), WORDS(ResourceTypeForTagging)},
    COMPOUND(ReviewInformation, STRUCTURE)},
    COMPOUND(ReviewInformationList, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(ReviewStatus, STRING), WORDS(ReviewStatus)},
    SCALAR(Reviewer, STRING), BOUNDS(0, 50)},
    COMPOUND(Runbook, STRUCTURE)},
    COMPOUND(Runbooks, LIST), BOUNDS(1, 1)},
    SCALAR(S3BucketName, STRING), BOUNDS(3, 63)},
    SCALAR(S3KeyPrefix, STRING), BOUNDS(0, 500)},
    SCALAR(S3Region, STRING), BOUNDS(3, 20)},
    COMPOUND(SendAutomationSignalRequest, STRUCTURE)},
    SCALAR(SendAutomationSignalResult, STRUCTURE)},
    COMPOUND(SendCommandRequest, STRUCTURE)},
    COMPOUND(SendCommandResult, STRUCTURE)},
    COMPOUND(ServiceSetting, STRUCTURE)},
    SCALAR(ServiceSettingId, STRING), BOUNDS(1, 1000)},
    SCALAR(ServiceSettingValue, STRING), BOUNDS(1, 4096)},
    SCALAR(SessionTarget, STRING), BOUNDS(1, 400)},
    SCALAR(SharedDocumentVersion, STRING), BOUNDS(0, 8)},
    SCALAR(SignalType, STRING), WORDS(SignalType)},
    SCALAR(SourceId, STRING), BOUNDS(0, 128)},
    SCALAR(SourceType, STRING), WORDS(SourceType)},
    SCALAR(StandardErrorContent, STRING), BOUNDS(0, 8000)},
    SCALAR(StandardOutputContent, STRING), BOUNDS(0, 24000)},
    COMPOUND(StartAutomationExecutionRequest, STRUCTURE)},
    COMPOUND(StartAutomationExecutionResult, STRUCTURE)},
    SCALAR(StatusDetails, STRING), BOUNDS(0, 100)},
    COMPOUND(StepExecution, STRUCTURE)},
    COMPOUND(StepExecutionFilter, STRUCTURE)},
    SCALAR(StepExecutionFilterKey, STRING), WORDS(StepExecutionFilterKey)},
    COMPOUND(StepExecutionFilterList, LIST), BOUNDS(1, 6)},
    SCALAR(StepExecutionFilterValue, STRING), BOUNDS(1, 150)},
    COMPOUND(StepExecutionFilterValueList, LIST), BOUNDS(1, 10)},
    COMPOUND(StepExecutionList, LIST)},
    COMPOUND(StopAutomationExecutionRequest, STRUCTURE)},
    SCALAR(StopAutomationExecutionResult, STRUCTURE)},
    SCALAR(StopType, STRING), WORDS(StopType)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagList, LIST), BOUNDS(0, 1000)},
    SCALAR(TagValue, STRING), BOUNDS(1, 256)},
    COMPOUND(Target, STRUCTURE)},
    SCALAR(TargetKey, STRING), BOUNDS(1, 163)},
    COMPOUND(TargetLocation, STRUCTURE)},
    COMPOUND(TargetLocations, LIST), BOUNDS(1, 100)},
    COMPOUND(TargetMap, MAP), BOUNDS(1, 20)},
    SCALAR(TargetMapKey, STRING), BOUNDS(1, 50)},
    SCALAR(TargetMapValue, STRING), BOUNDS(1, 50)},
    COMPOUND(TargetMapValueList, LIST), BOUNDS(0, 25)},
    COMPOUND(TargetMaps, LIST), BOUNDS(0, 300)},
    COMPOUND(TargetParameterList, LIST)},
    SCALAR(TargetType, STRING), BOUNDS(0, 200)},
    COMPOUND(TargetValues, LIST), BOUNDS(0, 50)},
    COMPOUND(Targets, LIST), BOUNDS(0, 5)},
    SCALAR(TimeoutSeconds, INTEGER), BOUNDS(30, 2592000)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(UnlabelParameterVersionRequest, STRUCTURE)},
    COMPOUND(UnlabelParameterVersionResult, STRUCTURE)},
    COMPOUND(UnsupportedInventoryItemContextException, STRUCTURE)},
    COMPOUND(UpdateDocumentDefaultVersionRequest, STRUCTURE)},
    COMPOUND(UpdateDocumentDefaultVersionResult, STRUCTURE)},
    COMPOUND(UpdateDocumentRequest, STRUCTURE)},
    COMPOUND(UpdateDocumentResult, STRUCTURE)},
    COMPOUND(UpdateServiceSettingRequest, STRUCTURE)},
    SCALAR(UpdateServiceSettingResult, STRUCTURE)},
    SCALAR(ValidNextStep, STRING), BOUNDS(1, 65535)},
    COMPOUND(ValidNextStepList, LIST)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AddTagsToResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AddTagsToResourceRequest), .output = SHAPE(AddTagsToResourceResult)},
    {.name = "CancelCommand", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CancelCommandRequest), .output = SHAPE(CancelCommandResult)},
    {.name = "CreateDocument", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDocumentRequest), .output = SHAPE(CreateDocumentResult)},
    {.name = "DeleteDocument", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDocumentRequest), .output = SHAPE(DeleteDocumentResult)},
    {.name = "DeleteParameter", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteParameterRequest), .output = SHAPE(DeleteParameterResult)},
    {.name = "DeleteParameters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteParametersRequest), .output = SHAPE(DeleteParametersResult)},
    {.name = "DeleteResourcePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteResourcePolicyRequest), .output = SHAPE(DeleteResourcePolicyResponse)},
    {.name = "DescribeAutomationExecutions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAutomationExecutionsRequest),
     .output = SHAPE(DescribeAutomationExecutionsResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "AutomationExecutionMetadataList", NULL, 50}},
    {.name = "DescribeAutomationStepExecutions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAutomationStepExecutionsRequest),
     .output = SHAPE(DescribeAutomationStepExecutionsResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "StepExecutions", NULL, 50}},
    {.name = "DescribeDocument", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDocumentRequest), .output = SHAPE(DescribeDocumentResult)},
    {.name = "DescribeDocumentPermission", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDocumentPermissionRequest),
     .output = SHAPE(DescribeDocumentPermissionResponse)},
    {.name = "DescribeInstanceInformation", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeInstanceInformationRequest),
     .output = SHAPE(DescribeInstanceInformationResult), .pages = {"NextToken", "NextToken",
     "MaxResults", "InstanceInformationList", NULL, 10}},
    {.name = "DescribeParameters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeParametersRequest), .output = SHAPE(DescribeParametersResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Parameters", NULL, 50}},
    {.name = "GetAutomationExecution", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetAutomationExecutionRequest), .output = SHAPE(GetAutomationExecutionResult)},
    {.name = "GetCommandInvocation", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetCommandInvocationRequest), .output = SHAPE(GetCommandInvocationResult)},
    {.name = "GetConnectionStatus", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetConnectionStatusRequest), .output = SHAPE(GetConnectionStatusResponse)},
    {.name = "GetDocument", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetDocumentRequest), .output = SHAPE(GetDocumentResult)},
    {.name = "GetParameter", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetParameterRequest), .output = SHAPE(GetParameterResult)},
    {.name = "GetParameterHistory", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetParameterHistoryRequest), .output = SHAPE(GetParameterHistoryResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Parameters", NULL, 50}},
    {.name = "GetParameters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetParametersRequest), .output = SHAPE(GetParametersResult)},
    {.name = "GetParametersByPath", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetParametersByPathRequest), .output = SHAPE(GetParametersByPathResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Parameters", NULL, 10}},
    {.name = "GetResourcePolicies", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetResourcePoliciesRequest), .output = SHAPE(GetResourcePoliciesResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "Policies", NULL, 50}},
    {.name = "GetServiceSetting", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetServiceSettingRequest), .output = SHAPE(GetServiceSettingResult)},
    {.name = "LabelParameterVersion", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(LabelParameterVersionRequest), .output = SHAPE(LabelParameterVersionResult)},
    {.name = "ListCommandInvocations", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListCommandInvocationsRequest), .output = SHAPE(ListCommandInvocationsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "CommandInvocations", NULL, 50}},
    {.name = "ListCommands", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListCommandsRequest), .output = SHAPE(ListCommandsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "Commands", NULL, 50}},
    {.name = "ListDocumentVersions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListDocumentVersionsRequest), .output = SHAPE(ListDocumentVersionsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "DocumentVersions", NULL, 50}},
    {.name = "ListDocuments", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListDocumentsRequest), .output = SHAPE(ListDocumentsResult),
     .pages = {"NextToken", "NextToken", "MaxResults", "DocumentIdentifiers", NULL, 10}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResult)},
    {.name = "ModifyDocumentPermission", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDocumentPermissionRequest),
     .output = SHAPE(ModifyDocumentPermissionResponse)},
    {.name = "PutParameter", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutParameterRequest), .output = SHAPE(PutParameterResult)},
    {.name = "PutResourcePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutResourcePolicyRequest), .output = SHAPE(PutResourcePolicyResponse)},
    {.name = "RemoveTagsFromResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveTagsFromResourceRequest), .output = SHAPE(RemoveTagsFromResourceResult)},
    {.name = "ResetServiceSetting", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ResetServiceSettingRequest), .output = SHAPE(ResetServiceSettingResult)},
    {.name = "SendAutomationSignal", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SendAutomationSignalRequest), .output = SHAPE(SendAutomationSignalResult)},
    {.name = "SendCommand", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SendCommandRequest), .output = SHAPE(SendCommandResult)},
    {.name = "StartAutomationExecution", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StartAutomationExecutionRequest),
     .output = SHAPE(StartAutomationExecutionResult)},
    {.name = "StopAutomationExecution", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StopAutomationExecutionRequest),
     .output = SHAPE(StopAutomationExecutionResult)},
    {.name = "UnlabelParameterVersion", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UnlabelParameterVersionRequest),
     .output = SHAPE(UnlabelParameterVersionResult)},
    {.name = "UpdateDocument", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateDocumentRequest), .output = SHAPE(UpdateDocumentResult)},
    {.name = "UpdateDocumentDefaultVersion", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateDocumentDefaultVersionRequest),
     .output = SHAPE(UpdateDocumentDefaultVersionResult)},
    {.name = "UpdateServiceSetting", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateServiceSettingRequest), .output = SHAPE(UpdateServiceSettingResult)},
};

static const char *const refused[] = {
    "AssociateOpsItemRelatedItem", "CancelMaintenanceWindowExecution", "CreateActivation",
    "CreateAssociation", "CreateAssociationBatch", "CreateMaintenanceWindow", "CreateOpsItem",
    "CreateOpsMetadata", "CreatePatchBaseline", "CreateResourceDataSync", "DeleteActivation",
    "DeleteAssociation", "DeleteInventory", "DeleteMaintenanceWindow", "DeleteOpsMetadata",
    "DeletePatchBaseline", "DeleteResourceDataSync", "DeregisterManagedInstance",
    "DeregisterPatchBaselineForPatchGroup", "DeregisterTargetFromMaintenanceWindow",
    "DeregisterTaskFromMaintenanceWindow", "DescribeActivations", "DescribeAssociation",
    "DescribeAssociationExecutionTargets", "DescribeAssociationExecutions",
    "DescribeAvailablePatches", "DescribeEffectiveInstanceAssociations",
    "DescribeEffectivePatchesForPatchBaseline", "DescribeInstanceAssociationsStatus",
    "DescribeInstancePatchStates", "DescribeInstancePatchStatesForPatchGroup",
    "DescribeInstancePatches", "DescribeInventoryDeletions",
    "DescribeMaintenanceWindowExecutionTaskInvocations", "DescribeMaintenanceWindowExecutionTasks",
    "DescribeMaintenanceWindowExecutions", "DescribeMaintenanceWindowSchedule",
    "DescribeMaintenanceWindowTargets", "DescribeMaintenanceWindowTasks",
    "DescribeMaintenanceWindows", "DescribeMaintenanceWindowsForTarget", "DescribeOpsItems",
    "DescribePatchBaselines", "DescribePatchGroupState", "DescribePatchGroups",
    "DescribePatchProperties", "DescribeSessions", "DisassociateOpsItemRelatedItem",
    "GetCalendarState", "GetDefaultPatchBaseline", "GetDeployablePatchSnapshotForInstance",
    "GetInventory", "GetInventorySchema", "GetMaintenanceWindow", "GetMaintenanceWindowExecution",
    "GetMaintenanceWindowExecutionTask", "GetMaintenanceWindowExecutionTaskInvocation",
    "GetMaintenanceWindowTask", "GetOpsItem", "GetOpsMetadata", "GetOpsSummary",
    "GetPatchBaseline", "GetPatchBaselineForPatchGroup", "ListAssociationVersions",
    "ListAssociations", "ListComplianceItems", "ListComplianceSummaries",
    "ListDocumentMetadataHistory", "ListInventoryEntries", "ListOpsItemEvents",
    "ListOpsItemRelatedItems", "ListOpsMetadata", "ListResourceComplianceSummaries",
    "ListResourceDataSync", "PutComplianceItems", "PutInventory", "RegisterDefaultPatchBaseline",
    "RegisterPatchBaselineForPatchGroup", "RegisterTargetWithMaintenanceWindow",
    "RegisterTaskWithMaintenanceWindow", "ResumeSession", "StartAssociationsOnce",
    "StartChangeRequestExecution", "StartSession", "TerminateSession", "UpdateAssociation",
    "UpdateAssociationStatus", "UpdateDocumentMetadata", "UpdateMaintenanceWindow",
    "UpdateMaintenanceWindowTarget", "UpdateMaintenanceWindowTask", "UpdateManagedInstanceRole",
    "UpdateOpsItem", "UpdateOpsMetadata", "UpdatePatchBaseline", "UpdateResourceDataSync", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "AlreadyExistsException", .code = "AlreadyExistsException", .status = 400,
     .is_sender = true},
    {.shape = "AssociatedInstances", .code = "AssociatedInstances", .status = 400,
     .is_sender = true},
    {.shape = "AssociationAlreadyExists", .code = "AssociationAlreadyExists", .status = 400,
     .is_sender = true},
    {.shape = "AssociationDoesNotExist", .code = "AssociationDoesNotExist", .status = 400,
     .is_sender = true},
    {.shape = "AssociationExecutionDoesNotExist", .code = "AssociationExecutionDoesNotExist",
     .status = 400, .is_sender = true},
    {.shape = "AssociationLimitExceeded", .code = "AssociationLimitExceeded", .status = 400,
     .is_sender = true},
    {.shape = "AssociationVersionLimitExceeded", .code = "AssociationVersionLimitExceeded",
     .status = 400, .is_sender = true},
    {.shape = "AutomationDefinitionNotApprovedException",
     .code = "AutomationDefinitionNotApprovedException", .status = 400, .is_sender = true},
    {.shape = "AutomationDefinitionNotFoundException",
     .code = "AutomationDefinitionNotFoundException", .status = 400, .is_sender = true},
    {.shape = "AutomationDefinitionVersionNotFoundException",
     .code = "AutomationDefinitionVersionNotFoundException", .status = 400, .is_sender = true},
    {.shape = "AutomationExecutionLimitExceededException",
     .code = "AutomationExecutionLimitExceededException", .status = 400, .is_sender = true},
    {.shape = "AutomationExecutionNotFoundException",
     .code = "AutomationExecutionNotFoundException", .status = 400, .is_sender = true},
    {.shape = "AutomationStepNotFoundException", .code = "AutomationStepNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "ComplianceTypeCountLimitExceededException",
     .code = "ComplianceTypeCountLimitExceededException", .status = 400, .is_sender = true},
    {.shape = "CustomSchemaCountLimitExceededException",
     .code = "CustomSchemaCountLimitExceededException", .status = 400, .is_sender = true},
    {.shape = "DocumentAlreadyExists", .code = "DocumentAlreadyExists", .status = 400,
     .is_sender = true},
    {.shape = "DocumentLimitExceeded", .code = "DocumentLimitExceeded", .status = 400,
     .is_sender = true},
    {.shape = "DocumentPermissionLimit", .code = "DocumentPermissionLimit", .status = 400,
     .is_sender = true},
    {.shape = "DocumentVersionLimitExceeded", .code = "DocumentVersionLimitExceeded",
     .status = 400, .is_sender = true},
    {.shape = "DoesNotExistException", .code = "DoesNotExistException", .status = 400,
     .is_sender = true},
    {.shape = "DuplicateDocumentContent", .code = "DuplicateDocumentContent", .status = 400,
     .is_sender = true},
    {.shape = "DuplicateDocumentVersionName", .code = "DuplicateDocumentVersionName",
     .status = 400, .is_sender = true},
    {.shape = "DuplicateInstanceId", .code = "DuplicateInstanceId", .status = 400,
     .is_sender = true},
    {.shape = "FeatureNotAvailableException", .code = "FeatureNotAvailableException",
     .status = 400, .is_sender = true},
    {.shape = "HierarchyLevelLimitExceededException",
     .code = "HierarchyLevelLimitExceededException", .status = 400, .is_sender = true},
    {.shape = "HierarchyTypeMismatchException", .code = "HierarchyTypeMismatchException",
     .status = 400, .is_sender = true},
    {.shape = "IdempotentParameterMismatch", .code = "IdempotentParameterMismatch", .status = 400,
     .is_sender = true},
    {.shape = "IncompatiblePolicyException", .code = "IncompatiblePolicyException", .status = 400,
     .is_sender = true},
    {.shape = "InternalServerError", .code = "InternalServerError", .status = 500},
    {.shape = "InvalidActivation", .code = "InvalidActivation", .status = 400, .is_sender = true},
    {.shape = "InvalidActivationId", .code = "InvalidActivationId", .status = 400,
     .is_sender = true},
    {.shape = "InvalidAggregatorException", .code = "InvalidAggregatorException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidAllowedPatternException", .code = "InvalidAllowedPatternException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidAssociation", .code = "InvalidAssociation", .status = 400,
     .is_sender = true},
    {.shape = "InvalidAssociationVersion", .code = "InvalidAssociationVersion", .status = 400,
     .is_sender = true},
    {.shape = "InvalidAutomationExecutionParametersException",
     .code = "InvalidAutomationExecutionParametersException", .status = 400, .is_sender = true},
    {.shape = "InvalidAutomationSignalException", .code = "InvalidAutomationSignalException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidAutomationStatusUpdateException",
     .code = "InvalidAutomationStatusUpdateException", .status = 400, .is_sender = true},
    {.shape = "InvalidCommandId", .code = "InvalidCommandId", .status = 400, .is_sender = true},
    {.shape = "InvalidDeleteInventoryParametersException",
     .code = "InvalidDeleteInventoryParametersException", .status = 400, .is_sender = true},
    {.shape = "InvalidDeletionIdException", .code = "InvalidDeletionIdException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDocument", .code = "InvalidDocument", .status = 400, .is_sender = true},
    {.shape = "InvalidDocumentContent", .code = "InvalidDocumentContent", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDocumentOperation", .code = "InvalidDocumentOperation", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDocumentSchemaVersion", .code = "InvalidDocumentSchemaVersion",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDocumentType", .code = "InvalidDocumentType", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDocumentVersion", .code = "InvalidDocumentVersion", .status = 400,
     .is_sender = true},
    {.shape = "InvalidFilter", .code = "InvalidFilter", .status = 400, .is_sender = true},
    {.shape = "InvalidFilterKey", .code = "InvalidFilterKey", .status = 400, .is_sender = true},
    {.shape = "InvalidFilterOption", .code = "InvalidFilterOption", .status = 400,
     .is_sender = true},
    {.shape = "InvalidFilterValue", .code = "InvalidFilterValue", .status = 400,
     .is_sender = true},
    {.shape = "InvalidInstanceId", .code = "InvalidInstanceId", .status = 400, .is_sender = true},
    {.shape = "InvalidInstanceInformationFilterValue",
     .code = "InvalidInstanceInformationFilterValue", .status = 400, .is_sender = true},
    {.shape = "InvalidInventoryGroupException", .code = "InvalidInventoryGroupException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidInventoryItemContextException",
     .code = "InvalidInventoryItemContextException", .status = 400, .is_sender = true},
    {.shape = "InvalidInventoryRequestException", .code = "InvalidInventoryRequestException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidItemContentException", .code = "InvalidItemContentException", .status = 400,
     .is_sender = true, .members = SHAPE(InvalidItemContentException)},
    {.shape = "InvalidKeyId", .code = "InvalidKeyId", .status = 400, .is_sender = true},
    {.shape = "InvalidNextToken", .code = "InvalidNextToken", .status = 400, .is_sender = true},
    {.shape = "InvalidNotificationConfig", .code = "InvalidNotificationConfig", .status = 400,
     .is_sender = true},
    {.shape = "InvalidOptionException", .code = "InvalidOptionException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidOutputFolder", .code = "InvalidOutputFolder", .status = 400,
     .is_sender = true},
    {.shape = "InvalidOutputLocation", .code = "InvalidOutputLocation", .status = 400,
     .is_sender = true},
    {.shape = "InvalidParameters", .code = "InvalidParameters", .status = 400, .is_sender = true},
    {.shape = "InvalidPermissionType", .code = "InvalidPermissionType", .status = 400,
     .is_sender = true},
    {.shape = "InvalidPluginName", .code = "InvalidPluginName", .status = 400, .is_sender = true},
    {.shape = "InvalidPolicyAttributeException", .code = "InvalidPolicyAttributeException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidPolicyTypeException", .code = "InvalidPolicyTypeException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidResourceId", .code = "InvalidResourceId", .status = 400, .is_sender = true},
    {.shape = "InvalidResourceType", .code = "InvalidResourceType", .status = 400,
     .is_sender = true},
    {.shape = "InvalidResultAttributeException", .code = "InvalidResultAttributeException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidRole", .code = "InvalidRole", .status = 400, .is_sender = true},
    {.shape = "InvalidSchedule", .code = "InvalidSchedule", .status = 400, .is_sender = true},
    {.shape = "InvalidTag", .code = "InvalidTag", .status = 400, .is_sender = true},
    {.shape = "InvalidTarget", .code = "InvalidTarget", .status = 400, .is_sender = true},
    {.shape = "InvalidTargetMaps", .code = "InvalidTargetMaps", .status = 400, .is_sender = true},
    {.shape = "InvalidTypeNameException", .code = "InvalidTypeNameException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidUpdate", .code = "InvalidUpdate", .status = 400, .is_sender = true},
    {.shape = "InvocationDoesNotExist", .code = "InvocationDoesNotExist", .status = 400,
     .is_sender = true},
    {.shape = "ItemContentMismatchException", .code = "ItemContentMismatchException",
     .status = 400, .is_sender = true, .members = SHAPE(ItemContentMismatchException)},
    {.shape = "ItemSizeLimitExceededException", .code = "ItemSizeLimitExceededException",
     .status = 400, .is_sender = true, .members = SHAPE(ItemSizeLimitExceededException)},
    {.shape = "MaxDocumentSizeExceeded", .code = "MaxDocumentSizeExceeded", .status = 400,
     .is_sender = true},
    {.shape = "OpsItemAccessDeniedException", .code = "OpsItemAccessDeniedException",
     .status = 400, .is_sender = true},
    {.shape = "OpsItemAlreadyExistsException", .code = "OpsItemAlreadyExistsException",
     .status = 400, .is_sender = true, .members = SHAPE(OpsItemAlreadyExistsException)},
    {.shape = "OpsItemInvalidParameterException", .code = "OpsItemInvalidParameterException",
     .status = 400, .is_sender = true, .members = SHAPE(OpsItemInvalidParameterException)},
    {.shape = "OpsItemLimitExceededException", .code = "OpsItemLimitExceededException",
     .status = 400, .is_sender = true, .members = SHAPE(OpsItemLimitExceededException)},
    {.shape = "OpsItemNotFoundException", .code = "OpsItemNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "OpsItemRelatedItemAlreadyExistsException",
     .code = "OpsItemRelatedItemAlreadyExistsException", .status = 400, .is_sender = true,
     .members = SHAPE(OpsItemRelatedItemAlreadyExistsException)},
    {.shape = "OpsItemRelatedItemAssociationNotFoundException",
     .code = "OpsItemRelatedItemAssociationNotFoundException", .status = 400, .is_sender = true},
    {.shape = "OpsMetadataAlreadyExistsException", .code = "OpsMetadataAlreadyExistsException",
     .status = 400, .is_sender = true},
    {.shape = "OpsMetadataInvalidArgumentException",
     .code = "OpsMetadataInvalidArgumentException", .status = 400, .is_sender = true},
    {.shape = "OpsMetadataKeyLimitExceededException",
     .code = "OpsMetadataKeyLimitExceededException", .status = 400, .is_sender = true},
    {.shape = "OpsMetadataLimitExceededException", .code = "OpsMetadataLimitExceededException",
     .status = 400, .is_sender = true},
    {.shape = "OpsMetadataNotFoundException", .code = "OpsMetadataNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "OpsMetadataTooManyUpdatesException", .code = "OpsMetadataTooManyUpdatesException",
     .status = 400, .is_sender = true},
    {.shape = "ParameterAlreadyExists", .code = "ParameterAlreadyExists", .status = 400,
     .is_sender = true},
    {.shape = "ParameterLimitExceeded", .code = "ParameterLimitExceeded", .status = 400,
     .is_sender = true},
    {.shape = "ParameterMaxVersionLimitExceeded", .code = "ParameterMaxVersionLimitExceeded",
     .status = 400, .is_sender = true},
    {.shape = "ParameterNotFound", .code = "ParameterNotFound", .status = 400, .is_sender = true},
    {.shape = "ParameterPatternMismatchException", .code = "ParameterPatternMismatchException",
     .status = 400, .is_sender = true},
    {.shape = "ParameterVersionLabelLimitExceeded", .code = "ParameterVersionLabelLimitExceeded",
     .status = 400, .is_sender = true},
    {.shape = "ParameterVersionNotFound", .code = "ParameterVersionNotFound", .status = 400,
     .is_sender = true},
    {.shape = "PoliciesLimitExceededException", .code = "PoliciesLimitExceededException",
     .status = 400, .is_sender = true},
    {.shape = "ResourceDataSyncAlreadyExistsException",
     .code = "ResourceDataSyncAlreadyExistsException", .status = 400, .is_sender = true,
     .members = SHAPE(ResourceDataSyncAlreadyExistsException)},
    {.shape = "ResourceDataSyncConflictException", .code = "ResourceDataSyncConflictException",
     .status = 400, .is_sender = true},
    {.shape = "ResourceDataSyncCountExceededException",
     .code = "ResourceDataSyncCountExceededException", .status = 400, .is_sender = true},
    {.shape = "ResourceDataSyncInvalidConfigurationException",
     .code = "ResourceDataSyncInvalidConfigurationException", .status = 400, .is_sender = true},
    {.shape = "ResourceDataSyncNotFoundException", .code = "ResourceDataSyncNotFoundException",
     .status = 400, .is_sender = true, .members = SHAPE(ResourceDataSyncNotFoundException)},
    {.shape = "ResourceInUseException", .code = "ResourceInUseException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceLimitExceededException", .code = "ResourceLimitExceededException",
     .status = 400, .is_sender = true},
    {.shape = "ResourcePolicyConflictException", .code = "ResourcePolicyConflictException",
     .status = 400, .is_sender = true},
    {.shape = "ResourcePolicyInvalidParameterException",
     .code = "ResourcePolicyInvalidParameterException", .status = 400, .is_sender = true,
     .members = SHAPE(ResourcePolicyInvalidParameterException)},
    {.shape = "ResourcePolicyLimitExceededException",
     .code = "ResourcePolicyLimitExceededException", .status = 400, .is_sender = true,
     .members = SHAPE(ResourcePolicyLimitExceededException)},
    {.shape = "ServiceSettingNotFound", .code = "ServiceSettingNotFound", .status = 400,
     .is_sender = true},
    {.shape = "StatusUnchanged", .code = "StatusUnchanged", .status = 400, .is_sender = true},
    {.shape = "SubTypeCountLimitExceededException", .code = "SubTypeCountLimitExceededException",
     .status = 400, .is_sender = true},
    {.shape = "TargetInUseException", .code = "TargetInUseException", .status = 400,
     .is_sender = true},
    {.shape = "TargetNotConnected", .code = "TargetNotConnected", .status = 400,
     .is_sender = true},
    {.shape = "TooManyTagsError", .code = "TooManyTagsError", .status = 400, .is_sender = true},
    {.shape = "TooManyUpdates", .code = "TooManyUpdates", .status = 400, .is_sender = true},
    {.shape = "TotalSizeLimitExceededException", .code = "TotalSizeLimitExceededException",
     .status = 400, .is_sender = true},
    {.shape = "UnsupportedCalendarException", .code = "UnsupportedCalendarException",
     .status = 400, .is_sender = true},
    {.shape = "UnsupportedFeatureRequiredException",
     .code = "UnsupportedFeatureRequiredException", .status = 400, .is_sender = true},
    {.shape = "UnsupportedInventoryItemContextException",
     .code = "UnsupportedInventoryItemContextException", .status = 400, .is_sender = true,
     .members = SHAPE(UnsupportedInventoryItemContextException)},
    {.shape = "UnsupportedInventorySchemaVersionException",
     .code = "UnsupportedInventorySchemaVersionException", .status = 400, .is_sender = true},
    {.shape = "UnsupportedOperatingSystem", .code = "UnsupportedOperatingSystem", .status = 400,
     .is_sender = true},
    {.shape = "UnsupportedParameterType", .code = "UnsupportedParameterType", .status = 400,
     .is_sender = true},
    {.shape = "UnsupportedPlatformType", .code = "UnsupportedPlatformType", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_ssm = {
    .name = "ssm",
    .signing_name = "ssm",
    .host_prefix = "ssm",
    .target_prefix = "AmazonSSM",
    .api_version = "2014-11-06",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_1,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
