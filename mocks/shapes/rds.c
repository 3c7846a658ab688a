/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AccountAttributesMessage, SHAPE_AccountQuota, SHAPE_AccountQuotaList,
    SHAPE_ActivityStreamMode, SHAPE_ActivityStreamModeList, SHAPE_ActivityStreamPolicyStatus,
    SHAPE_ActivityStreamStatus, SHAPE_AddRoleToDBClusterMessage, SHAPE_AddRoleToDBInstanceMessage,
    SHAPE_AddTagsToResourceMessage, SHAPE_ApplyMethod, SHAPE_ApplyPendingMaintenanceActionMessage,
    SHAPE_ApplyPendingMaintenanceActionResult, SHAPE_AttributeValueList, SHAPE_AuthScheme,
    SHAPE_AutomationMode, SHAPE_AvailabilityZone, SHAPE_AvailabilityZoneList,
    SHAPE_AvailabilityZones, SHAPE_AvailableProcessorFeature, SHAPE_AvailableProcessorFeatureList,
    SHAPE_AwsBackupRecoveryPointArn, SHAPE_BacktrackDBClusterMessage, SHAPE_BlueGreenDeployment,
    SHAPE_BlueGreenDeploymentIdentifier, SHAPE_BlueGreenDeploymentList,
    SHAPE_BlueGreenDeploymentName, SHAPE_BlueGreenDeploymentTask,
    SHAPE_BlueGreenDeploymentTaskList, SHAPE_Boolean, SHAPE_Certificate, SHAPE_CertificateDetails,
    SHAPE_CertificateList, SHAPE_CertificateMessage, SHAPE_CharacterSet,
    SHAPE_CloudwatchLogsExportConfiguration, SHAPE_ClusterPendingModifiedValues,
    SHAPE_ConnectionPoolConfiguration, SHAPE_ConnectionPoolConfigurationInfo,
    SHAPE_CopyDBClusterParameterGroupMessage, SHAPE_CopyDBClusterParameterGroupResult,
    SHAPE_CopyDBClusterSnapshotMessage, SHAPE_CopyDBClusterSnapshotResult,
    SHAPE_CopyDBParameterGroupMessage, SHAPE_CopyDBParameterGroupResult,
    SHAPE_CopyDBSnapshotMessage, SHAPE_CopyDBSnapshotResult,
    SHAPE_CreateBlueGreenDeploymentRequest, SHAPE_CreateBlueGreenDeploymentResponse,
    SHAPE_CreateDBClusterEndpointMessage, SHAPE_CreateDBClusterMessage,
    SHAPE_CreateDBClusterParameterGroupMessage, SHAPE_CreateDBClusterParameterGroupResult,
    SHAPE_CreateDBClusterResult, SHAPE_CreateDBClusterSnapshotMessage,
    SHAPE_CreateDBClusterSnapshotResult, SHAPE_CreateDBInstanceMessage,
    SHAPE_CreateDBInstanceReadReplicaMessage, SHAPE_CreateDBInstanceReadReplicaResult,
    SHAPE_CreateDBInstanceResult, SHAPE_CreateDBParameterGroupMessage,
    SHAPE_CreateDBParameterGroupResult, SHAPE_CreateDBProxyRequest, SHAPE_CreateDBProxyResponse,
    SHAPE_CreateDBSnapshotMessage, SHAPE_CreateDBSnapshotResult, SHAPE_CreateDBSubnetGroupMessage,
    SHAPE_CreateDBSubnetGroupResult, SHAPE_CreateEventSubscriptionMessage,
    SHAPE_CreateEventSubscriptionResult, SHAPE_CreateGlobalClusterMessage,
    SHAPE_CreateGlobalClusterResult, SHAPE_CreateOptionGroupMessage, SHAPE_CreateOptionGroupResult,
    SHAPE_CustomDBEngineVersionManifest, SHAPE_DBCluster, SHAPE_DBClusterBacktrack,
    SHAPE_DBClusterBacktrackList, SHAPE_DBClusterBacktrackMessage, SHAPE_DBClusterEndpoint,
    SHAPE_DBClusterEndpointList, SHAPE_DBClusterEndpointMessage, SHAPE_DBClusterIdentifier,
    SHAPE_DBClusterList, SHAPE_DBClusterMember, SHAPE_DBClusterMemberList, SHAPE_DBClusterMessage,
    SHAPE_DBClusterOptionGroupMemberships, SHAPE_DBClusterOptionGroupStatus,
    SHAPE_DBClusterParameterGroup, SHAPE_DBClusterParameterGroupDetails,
    SHAPE_DBClusterParameterGroupList, SHAPE_DBClusterParameterGroupNameMessage,
    SHAPE_DBClusterParameterGroupsMessage, SHAPE_DBClusterRole, SHAPE_DBClusterRoles,
    SHAPE_DBClusterSnapshot, SHAPE_DBClusterSnapshotAttribute,
    SHAPE_DBClusterSnapshotAttributeList, SHAPE_DBClusterSnapshotAttributesResult,
    SHAPE_DBClusterSnapshotList, SHAPE_DBClusterSnapshotMessage, SHAPE_DBClusterStatusInfo,
    SHAPE_DBClusterStatusInfoList, SHAPE_DBEngineVersion, SHAPE_DBEngineVersionList,
    SHAPE_DBEngineVersionMessage, SHAPE_DBInstance, SHAPE_DBInstanceAutomatedBackup,
    SHAPE_DBInstanceAutomatedBackupList, SHAPE_DBInstanceAutomatedBackupMessage,
    SHAPE_DBInstanceAutomatedBackupsReplication, SHAPE_DBInstanceAutomatedBackupsReplicationList,
    SHAPE_DBInstanceList, SHAPE_DBInstanceMessage, SHAPE_DBInstanceRole, SHAPE_DBInstanceRoles,
    SHAPE_DBInstanceStatusInfo, SHAPE_DBInstanceStatusInfoList, SHAPE_DBParameterGroup,
    SHAPE_DBParameterGroupDetails, SHAPE_DBParameterGroupList, SHAPE_DBParameterGroupNameMessage,
    SHAPE_DBParameterGroupStatus, SHAPE_DBParameterGroupStatusList, SHAPE_DBParameterGroupsMessage,
    SHAPE_DBProxy, SHAPE_DBProxyList, SHAPE_DBProxyStatus, SHAPE_DBProxyTarget,
    SHAPE_DBProxyTargetGroup, SHAPE_DBSecurityGroupMembership, SHAPE_DBSecurityGroupMembershipList,
    SHAPE_DBSecurityGroupNameList, SHAPE_DBSnapshot, SHAPE_DBSnapshotAttribute,
    SHAPE_DBSnapshotAttributeList, SHAPE_DBSnapshotAttributesResult, SHAPE_DBSnapshotList,
    SHAPE_DBSnapshotMessage, SHAPE_DBSubnetGroup, SHAPE_DBSubnetGroupMessage, SHAPE_DBSubnetGroups,
    SHAPE_DatabaseArn, SHAPE_DatabaseInsightsMode, SHAPE_Decimal,
    SHAPE_DeleteBlueGreenDeploymentRequest, SHAPE_DeleteBlueGreenDeploymentResponse,
    SHAPE_DeleteDBClusterEndpointMessage, SHAPE_DeleteDBClusterMessage,
    SHAPE_DeleteDBClusterParameterGroupMessage, SHAPE_DeleteDBClusterResult,
    SHAPE_DeleteDBClusterSnapshotMessage, SHAPE_DeleteDBClusterSnapshotResult,
    SHAPE_DeleteDBInstanceAutomatedBackupMessage, SHAPE_DeleteDBInstanceAutomatedBackupResult,
    SHAPE_DeleteDBInstanceMessage, SHAPE_DeleteDBInstanceResult,
    SHAPE_DeleteDBParameterGroupMessage, SHAPE_DeleteDBProxyRequest, SHAPE_DeleteDBProxyResponse,
    SHAPE_DeleteDBSnapshotMessage, SHAPE_DeleteDBSnapshotResult, SHAPE_DeleteDBSubnetGroupMessage,
    SHAPE_DeleteEventSubscriptionMessage, SHAPE_DeleteEventSubscriptionResult,
    SHAPE_DeleteGlobalClusterMessage, SHAPE_DeleteGlobalClusterResult,
    SHAPE_DeleteOptionGroupMessage, SHAPE_DeregisterDBProxyTargetsRequest,
    SHAPE_DeregisterDBProxyTargetsResponse, SHAPE_DescribeAccountAttributesMessage,
    SHAPE_DescribeBlueGreenDeploymentsRequest, SHAPE_DescribeBlueGreenDeploymentsResponse,
    SHAPE_DescribeCertificatesMessage, SHAPE_DescribeDBClusterBacktracksMessage,
    SHAPE_DescribeDBClusterEndpointsMessage, SHAPE_DescribeDBClusterParameterGroupsMessage,
    SHAPE_DescribeDBClusterParametersMessage, SHAPE_DescribeDBClusterSnapshotAttributesMessage,
    SHAPE_DescribeDBClusterSnapshotAttributesResult, SHAPE_DescribeDBClusterSnapshotsMessage,
    SHAPE_DescribeDBClustersMessage, SHAPE_DescribeDBEngineVersionsMessage,
    SHAPE_DescribeDBInstanceAutomatedBackupsMessage, SHAPE_DescribeDBInstancesMessage,
    SHAPE_DescribeDBParameterGroupsMessage, SHAPE_DescribeDBParametersMessage,
    SHAPE_DescribeDBProxiesRequest, SHAPE_DescribeDBProxiesResponse,
    SHAPE_DescribeDBProxyTargetGroupsRequest, SHAPE_DescribeDBProxyTargetGroupsResponse,
    SHAPE_DescribeDBProxyTargetsRequest, SHAPE_DescribeDBProxyTargetsResponse,
    SHAPE_DescribeDBSnapshotAttributesMessage, SHAPE_DescribeDBSnapshotAttributesResult,
    SHAPE_DescribeDBSnapshotsMessage, SHAPE_DescribeDBSubnetGroupsMessage,
    SHAPE_DescribeEngineDefaultClusterParametersMessage,
    SHAPE_DescribeEngineDefaultClusterParametersResult,
    SHAPE_DescribeEngineDefaultParametersMessage, SHAPE_DescribeEngineDefaultParametersResult,
    SHAPE_DescribeEventCategoriesMessage, SHAPE_DescribeEventSubscriptionsMessage,
    SHAPE_DescribeEventsMessage, SHAPE_DescribeGlobalClustersMessage,
    SHAPE_DescribeOptionGroupsMessage, SHAPE_DescribeOrderableDBInstanceOptionsMessage,
    SHAPE_DescribePendingMaintenanceActionsMessage, SHAPE_DescribeSourceRegionsMessage,
    SHAPE_DescribeValidDBInstanceModificationsMessage,
    SHAPE_DescribeValidDBInstanceModificationsResult, SHAPE_DomainMembership,
    SHAPE_DomainMembershipList, SHAPE_DoubleRange, SHAPE_DoubleRangeList, SHAPE_Endpoint,
    SHAPE_EngineDefaults, SHAPE_EngineFamily, SHAPE_EngineModeList, SHAPE_Event,
    SHAPE_EventCategoriesList, SHAPE_EventCategoriesMap, SHAPE_EventCategoriesMapList,
    SHAPE_EventCategoriesMessage, SHAPE_EventList, SHAPE_EventSubscription,
    SHAPE_EventSubscriptionsList, SHAPE_EventSubscriptionsMessage, SHAPE_EventsMessage,
    SHAPE_FailoverDBClusterMessage, SHAPE_FailoverDBClusterResult,
    SHAPE_FailoverGlobalClusterMessage, SHAPE_FailoverGlobalClusterResult, SHAPE_FailoverState,
    SHAPE_FailoverStatus, SHAPE_FeatureNameList, SHAPE_Filter, SHAPE_FilterList,
    SHAPE_FilterValueList, SHAPE_GlobalCluster, SHAPE_GlobalClusterIdentifier,
    SHAPE_GlobalClusterList, SHAPE_GlobalClusterMember, SHAPE_GlobalClusterMemberList,
    SHAPE_GlobalClusterMemberSynchronizationStatus, SHAPE_GlobalClustersMessage, SHAPE_IAMAuthMode,
    SHAPE_Integer, SHAPE_KeyList, SHAPE_ListTagsForResourceMessage,
    SHAPE_LocalWriteForwardingStatus, SHAPE_LogTypeList, SHAPE_MasterUserSecret, SHAPE_MaxRecords,
    SHAPE_ModifyDBClusterEndpointMessage, SHAPE_ModifyDBClusterMessage,
    SHAPE_ModifyDBClusterParameterGroupMessage, SHAPE_ModifyDBClusterResult,
    SHAPE_ModifyDBClusterSnapshotAttributeMessage, SHAPE_ModifyDBClusterSnapshotAttributeResult,
    SHAPE_ModifyDBInstanceMessage, SHAPE_ModifyDBInstanceResult,
    SHAPE_ModifyDBParameterGroupMessage, SHAPE_ModifyDBProxyRequest, SHAPE_ModifyDBProxyResponse,
    SHAPE_ModifyDBProxyTargetGroupRequest, SHAPE_ModifyDBProxyTargetGroupResponse,
    SHAPE_ModifyDBSnapshotAttributeMessage, SHAPE_ModifyDBSnapshotAttributeResult,
    SHAPE_ModifyDBSnapshotMessage, SHAPE_ModifyDBSnapshotResult, SHAPE_ModifyDBSubnetGroupMessage,
    SHAPE_ModifyDBSubnetGroupResult, SHAPE_ModifyEventSubscriptionMessage,
    SHAPE_ModifyEventSubscriptionResult, SHAPE_ModifyGlobalClusterMessage,
    SHAPE_ModifyGlobalClusterResult, SHAPE_ModifyOptionGroupMessage, SHAPE_ModifyOptionGroupResult,
    SHAPE_Option, SHAPE_OptionConfiguration, SHAPE_OptionConfigurationList, SHAPE_OptionGroup,
    SHAPE_OptionGroupMembership, SHAPE_OptionGroupMembershipList, SHAPE_OptionGroups,
    SHAPE_OptionGroupsList, SHAPE_OptionNamesList, SHAPE_OptionSetting,
    SHAPE_OptionSettingConfigurationList, SHAPE_OptionSettingsList, SHAPE_OptionsList,
    SHAPE_OrderableDBInstanceOption, SHAPE_OrderableDBInstanceOptionsList,
    SHAPE_OrderableDBInstanceOptionsMessage, SHAPE_Outpost, SHAPE_Parameter, SHAPE_ParametersList,
    SHAPE_PendingCloudwatchLogsExports, SHAPE_PendingMaintenanceAction,
    SHAPE_PendingMaintenanceActionDetails, SHAPE_PendingMaintenanceActions,
    SHAPE_PendingMaintenanceActionsMessage, SHAPE_PendingModifiedValues, SHAPE_ProcessorFeature,
    SHAPE_ProcessorFeatureList, SHAPE_PromoteReadReplicaDBClusterMessage,
    SHAPE_PromoteReadReplicaDBClusterResult, SHAPE_PromoteReadReplicaMessage,
    SHAPE_PromoteReadReplicaResult, SHAPE_Range, SHAPE_RangeList,
    SHAPE_ReadReplicaDBClusterIdentifierList, SHAPE_ReadReplicaDBInstanceIdentifierList,
    SHAPE_ReadReplicaIdentifierList, SHAPE_ReadersArnList, SHAPE_RebootDBClusterMessage,
    SHAPE_RebootDBClusterResult, SHAPE_RebootDBInstanceMessage, SHAPE_RebootDBInstanceResult,
    SHAPE_RegisterDBProxyTargetsRequest, SHAPE_RegisterDBProxyTargetsResponse,
    SHAPE_RemoveFromGlobalClusterMessage, SHAPE_RemoveFromGlobalClusterResult,
    SHAPE_RemoveRoleFromDBClusterMessage, SHAPE_RemoveRoleFromDBInstanceMessage,
    SHAPE_RemoveTagsFromResourceMessage, SHAPE_ReplicaMode,
    SHAPE_ResetDBClusterParameterGroupMessage, SHAPE_ResetDBParameterGroupMessage,
    SHAPE_ResourcePendingMaintenanceActions, SHAPE_RestoreDBClusterFromSnapshotMessage,
    SHAPE_RestoreDBClusterFromSnapshotResult, SHAPE_RestoreDBClusterToPointInTimeMessage,
    SHAPE_RestoreDBClusterToPointInTimeResult, SHAPE_RestoreDBInstanceFromDBSnapshotMessage,
    SHAPE_RestoreDBInstanceFromDBSnapshotResult, SHAPE_RestoreDBInstanceToPointInTimeMessage,
    SHAPE_RestoreDBInstanceToPointInTimeResult, SHAPE_RestoreWindow, SHAPE_ScalingConfiguration,
    SHAPE_ScalingConfigurationInfo, SHAPE_ServerlessV2ScalingConfiguration,
    SHAPE_ServerlessV2ScalingConfigurationInfo, SHAPE_SourceIdsList, SHAPE_SourceRegion,
    SHAPE_SourceRegionList, SHAPE_SourceRegionMessage, SHAPE_SourceType,
    SHAPE_StartDBClusterMessage, SHAPE_StartDBClusterResult,
    SHAPE_StartDBInstanceAutomatedBackupsReplicationMessage,
    SHAPE_StartDBInstanceAutomatedBackupsReplicationResult, SHAPE_StartDBInstanceMessage,
    SHAPE_StartDBInstanceResult, SHAPE_StopDBClusterMessage, SHAPE_StopDBClusterResult,
    SHAPE_StopDBInstanceAutomatedBackupsReplicationMessage,
    SHAPE_StopDBInstanceAutomatedBackupsReplicationResult, SHAPE_StopDBInstanceMessage,
    SHAPE_StopDBInstanceResult, SHAPE_String, SHAPE_StringList, SHAPE_Subnet,
    SHAPE_SubnetIdentifierList, SHAPE_SubnetList, SHAPE_SupportedCharacterSetsList,
    SHAPE_SupportedTimezonesList, SHAPE_SwitchoverBlueGreenDeploymentRequest,
    SHAPE_SwitchoverBlueGreenDeploymentResponse, SHAPE_SwitchoverDetail,
    SHAPE_SwitchoverDetailList, SHAPE_SwitchoverGlobalClusterMessage,
    SHAPE_SwitchoverGlobalClusterResult, SHAPE_SwitchoverReadReplicaMessage,
    SHAPE_SwitchoverReadReplicaResult, SHAPE_SwitchoverTimeout, SHAPE_Tag, SHAPE_TagList,
    SHAPE_TagListMessage, SHAPE_TargetDBClusterParameterGroupName,
    SHAPE_TargetDBParameterGroupName, SHAPE_TargetEngineVersion, SHAPE_TargetGroupList,
    SHAPE_TargetHealth, SHAPE_TargetHealthReason, SHAPE_TargetList, SHAPE_TargetRole,
    SHAPE_TargetState, SHAPE_TargetType, SHAPE_Timestamp, SHAPE_Timezone, SHAPE_UpgradeTarget,
    SHAPE_UserAuthConfig, SHAPE_UserAuthConfigInfo, SHAPE_UserAuthConfigInfoList,
    SHAPE_UserAuthConfigList, SHAPE_ValidDBInstanceModificationsMessage, SHAPE_ValidStorageOptions,
    SHAPE_ValidStorageOptionsList, SHAPE_ValidUpgradeTargetList, SHAPE_VpcSecurityGroupIdList,
    SHAPE_VpcSecurityGroupMembership, SHAPE_VpcSecurityGroupMembershipList,
    SHAPE_WriteForwardingStatus, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_ActivityStreamMode[] = {
    "sync", "async", NULL,
};

static const char *const words_ActivityStreamPolicyStatus[] = {
    "locked", "unlocked", "locking-policy", "unlocking-policy", NULL,
};

static const char *const words_ActivityStreamStatus[] = {
    "stopped", "starting", "started", "stopping", NULL,
};

static const char *const words_ApplyMethod[] = {
    "immediate", "pending-reboot", NULL,
};

static const char *const words_AuthScheme[] = {
    "SECRETS", NULL,
};

static const char *const words_AutomationMode[] = {
    "full", "all-paused", NULL,
};

static const char *const words_DBProxyStatus[] = {
    "available", "modifying", "incompatible-network", "insufficient-resource-limits", "creating",
    "deleting", "suspended", "suspending", "reactivating", NULL,
};

static const char *const words_DatabaseInsightsMode[] = {
    "standard", "advanced", NULL,
};

static const char *const words_EngineFamily[] = {
    "MYSQL", "POSTGRESQL", "SQLSERVER", NULL,
};

static const char *const words_FailoverStatus[] = {
    "pending", "failing-over", "cancelling", NULL,
};

static const char *const words_GlobalClusterMemberSynchronizationStatus[] = {
    "connected", "pending-resync", NULL,
};

static const char *const words_IAMAuthMode[] = {
    "DISABLED", "REQUIRED", "ENABLED", NULL,
};

static const char *const words_LocalWriteForwardingStatus[] = {
    "enabled", "disabled", "enabling", "disabling", "requested", NULL,
};

static const char *const words_ReplicaMode[] = {
    "open-read-only", "mounted", NULL,
};

static const char *const words_SourceType[] = {
    "db-instance", "db-parameter-group", "db-security-group", "db-snapshot", "db-cluster",
    "db-cluster-snapshot", "custom-engine-version", "db-proxy", "blue-green-deployment", NULL,
};

static const char *const words_TargetHealthReason[] = {
    "UNREACHABLE", "CONNECTION_FAILED", "AUTH_FAILURE", "PENDING_PROXY_CAPACITY",
    "INVALID_REPLICATION_STATE", NULL,
};

static const char *const words_TargetRole[] = {
    "READ_WRITE", "READ_ONLY", "UNKNOWN", NULL,
};

static const char *const words_TargetState[] = {
    "REGISTERING", "AVAILABLE", "UNAVAILABLE", NULL,
};

static const char *const words_TargetType[] = {
    "RDS_INSTANCE", "RDS_SERVERLESS_ENDPOINT", "TRACKED_CLUSTER", NULL,
};

static const char *const words_WriteForwardingStatus[] = {
    "enabled", "disabled", "enabling", "disabling", "unknown", NULL,
};

static const struct bs_shape_member
    members_AccountAttributesMessage[] = {
    {MEMBER(AccountQuotas, AccountQuotaList)},
};

static const struct bs_shape_member
    members_AccountQuota[] = {
    {MEMBER(AccountQuotaName, String)},
    {MEMBER(Used, Integer)},
    {MEMBER(Max, Integer)},
};

static const struct bs_shape_member
    members_AccountQuotaList[] = {
    {MEMBER_AS(member, "AccountQuota", "AccountQuota", AccountQuota)},
};

static const struct bs_shape_member
    members_ActivityStreamModeList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AddRoleToDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(RoleArn, String), .is_required = true},
    {MEMBER(FeatureName, String)},
};

static const struct bs_shape_member
    members_AddRoleToDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(RoleArn, String), .is_required = true},
    {MEMBER(FeatureName, String), .is_required = true},
};

static const struct bs_shape_member
    members_AddTagsToResourceMessage[] = {
    {MEMBER(ResourceName, String), .is_required = true},
    {MEMBER(Tags, TagList), .is_required = true},
};

static const struct bs_shape_member
    members_ApplyPendingMaintenanceActionMessage[] = {
    {MEMBER(ResourceIdentifier, String), .is_required = true},
    {MEMBER(ApplyAction, String), .is_required = true},
    {MEMBER(OptInType, String), .is_required = true},
};

static const struct bs_shape_member
    members_ApplyPendingMaintenanceActionResult[] = {
    {MEMBER(ResourcePendingMaintenanceActions, ResourcePendingMaintenanceActions)},
};

static const struct bs_shape_member
    members_AttributeValueList[] = {
    {MEMBER_AS(member, "AttributeValue", "AttributeValue", String)},
};

static const struct bs_shape_member
    members_AvailabilityZone[] = {
    {MEMBER(Name, String)},
};

static const struct bs_shape_member
    members_AvailabilityZoneList[] = {
    {MEMBER_AS(member, "AvailabilityZone", "AvailabilityZone", AvailabilityZone)},
};

static const struct bs_shape_member
    members_AvailabilityZones[] = {
    {MEMBER_AS(member, "AvailabilityZone", "AvailabilityZone", String)},
};

static const struct bs_shape_member
    members_AvailableProcessorFeature[] = {
    {MEMBER(Name, String)},
    {MEMBER(DefaultValue, String)},
    {MEMBER(AllowedValues, String)},
};

static const struct bs_shape_member
    members_AvailableProcessorFeatureList[] = {
    {MEMBER_AS(member, "AvailableProcessorFeature", "AvailableProcessorFeature",
     AvailableProcessorFeature)},
};

static const struct bs_shape_member
    members_BacktrackDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(BacktrackTo, Timestamp), .is_required = true},
    {MEMBER(Force, Boolean)},
    {MEMBER(UseEarliestTimeOnPointInTimeUnavailable, Boolean)},
};

static const struct bs_shape_member
    members_BlueGreenDeployment[] = {
    {MEMBER(BlueGreenDeploymentIdentifier, BlueGreenDeploymentIdentifier)},
    {MEMBER(BlueGreenDeploymentName, BlueGreenDeploymentName)},
    {MEMBER(Source, DatabaseArn)},
    {MEMBER(Target, DatabaseArn)},
    {MEMBER(SwitchoverDetails, SwitchoverDetailList)},
    {MEMBER(Tasks, BlueGreenDeploymentTaskList)},
    {MEMBER(Status, String)},
    {MEMBER(StatusDetails, String)},
    {MEMBER(CreateTime, Timestamp)},
    {MEMBER(DeleteTime, Timestamp)},
    {MEMBER(TagList, TagList)},
};

static const struct bs_shape_member
    members_BlueGreenDeploymentList[] = {
    {MEMBER(member, BlueGreenDeployment)},
};

static const struct bs_shape_member
    members_BlueGreenDeploymentTask[] = {
    {MEMBER(Name, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_BlueGreenDeploymentTaskList[] = {
    {MEMBER(member, BlueGreenDeploymentTask)},
};

static const struct bs_shape_member
    members_Certificate[] = {
    {MEMBER(CertificateIdentifier, String)},
    {MEMBER(CertificateType, String)},
    {MEMBER(Thumbprint, String)},
    {MEMBER(ValidFrom, Timestamp)},
    {MEMBER(ValidTill, Timestamp)},
    {MEMBER(CertificateArn, String)},
    {MEMBER(CustomerOverride, Boolean)},
    {MEMBER(CustomerOverrideValidTill, Timestamp)},
};

static const struct bs_shape_member
    members_CertificateDetails[] = {
    {MEMBER(CAIdentifier, String)},
    {MEMBER(ValidTill, Timestamp)},
};

static const struct bs_shape_member
    members_CertificateList[] = {
    {MEMBER_AS(member, "Certificate", "Certificate", Certificate)},
};

static const struct bs_shape_member
    members_CertificateMessage[] = {
    {MEMBER(Certificates, CertificateList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_CharacterSet[] = {
    {MEMBER(CharacterSetName, String)},
    {MEMBER(CharacterSetDescription, String)},
};

static const struct bs_shape_member
    members_CloudwatchLogsExportConfiguration[] = {
    {MEMBER(EnableLogTypes, LogTypeList)},
    {MEMBER(DisableLogTypes, LogTypeList)},
};

static const struct bs_shape_member
    members_ClusterPendingModifiedValues[] = {
    {MEMBER(PendingCloudwatchLogsExports, PendingCloudwatchLogsExports)},
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(MasterUserPassword, String)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(Iops, Integer)},
};

static const struct bs_shape_member
    members_ConnectionPoolConfiguration[] = {
    {MEMBER(MaxConnectionsPercent, Integer)},
    {MEMBER(MaxIdleConnectionsPercent, Integer)},
    {MEMBER(ConnectionBorrowTimeout, Integer)},
    {MEMBER(SessionPinningFilters, StringList)},
    {MEMBER(InitQuery, String)},
};

static const struct bs_shape_member
    members_ConnectionPoolConfigurationInfo[] = {
    {MEMBER(MaxConnectionsPercent, Integer)},
    {MEMBER(MaxIdleConnectionsPercent, Integer)},
    {MEMBER(ConnectionBorrowTimeout, Integer)},
    {MEMBER(SessionPinningFilters, StringList)},
    {MEMBER(InitQuery, String)},
};

static const struct bs_shape_member
    members_CopyDBClusterParameterGroupMessage[] = {
    {MEMBER(SourceDBClusterParameterGroupIdentifier, String), .is_required = true},
    {MEMBER(TargetDBClusterParameterGroupIdentifier, String), .is_required = true},
    {MEMBER(TargetDBClusterParameterGroupDescription, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CopyDBClusterParameterGroupResult[] = {
    {MEMBER(DBClusterParameterGroup, DBClusterParameterGroup)},
};

static const struct bs_shape_member
    members_CopyDBClusterSnapshotMessage[] = {
    {MEMBER(SourceDBClusterSnapshotIdentifier, String), .is_required = true},
    {MEMBER(TargetDBClusterSnapshotIdentifier, String), .is_required = true},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(PreSignedUrl, String)},
    {MEMBER(CopyTags, Boolean)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CopyDBClusterSnapshotResult[] = {
    {MEMBER(DBClusterSnapshot, DBClusterSnapshot)},
};

static const struct bs_shape_member
    members_CopyDBParameterGroupMessage[] = {
    {MEMBER(SourceDBParameterGroupIdentifier, String), .is_required = true},
    {MEMBER(TargetDBParameterGroupIdentifier, String), .is_required = true},
    {MEMBER(TargetDBParameterGroupDescription, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CopyDBParameterGroupResult[] = {
    {MEMBER(DBParameterGroup, DBParameterGroup)},
};

static const struct bs_shape_member
    members_CopyDBSnapshotMessage[] = {
    {MEMBER(SourceDBSnapshotIdentifier, String), .is_required = true},
    {MEMBER(TargetDBSnapshotIdentifier, String), .is_required = true},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(Tags, TagList)},
    {MEMBER(CopyTags, Boolean)},
    {MEMBER(PreSignedUrl, String)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(TargetCustomAvailabilityZone, String)},
    {MEMBER(CopyOptionGroup, Boolean)},
};

static const struct bs_shape_member
    members_CopyDBSnapshotResult[] = {
    {MEMBER(DBSnapshot, DBSnapshot)},
};

static const struct bs_shape_member
    members_CreateBlueGreenDeploymentRequest[] = {
    {MEMBER(BlueGreenDeploymentName, BlueGreenDeploymentName), .is_required = true},
    {MEMBER(Source, DatabaseArn), .is_required = true},
    {MEMBER(TargetEngineVersion, TargetEngineVersion)},
    {MEMBER(TargetDBParameterGroupName, TargetDBParameterGroupName)},
    {MEMBER(TargetDBClusterParameterGroupName, TargetDBClusterParameterGroupName)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateBlueGreenDeploymentResponse[] = {
    {MEMBER(BlueGreenDeployment, BlueGreenDeployment)},
};

static const struct bs_shape_member
    members_CreateDBClusterEndpointMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(DBClusterEndpointIdentifier, String), .is_required = true},
    {MEMBER(EndpointType, String), .is_required = true},
    {MEMBER(StaticMembers, StringList)},
    {MEMBER(ExcludedMembers, StringList)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBClusterMessage[] = {
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(CharacterSetName, String)},
    {MEMBER(DatabaseName, String)},
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(DBClusterParameterGroupName, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(Engine, String), .is_required = true},
    {MEMBER(EngineVersion, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(MasterUsername, String)},
    {MEMBER(MasterUserPassword, String)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(PreferredMaintenanceWindow, String)},
    {MEMBER(ReplicationSourceIdentifier, String)},
    {MEMBER(Tags, TagList)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(PreSignedUrl, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(BacktrackWindow, Integer)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(EngineMode, String)},
    {MEMBER(ScalingConfiguration, ScalingConfiguration)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(GlobalClusterIdentifier, String)},
    {MEMBER(EnableHttpEndpoint, Boolean)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(Domain, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(EnableGlobalWriteForwarding, Boolean)},
    {MEMBER(DBClusterInstanceClass, String)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(StorageType, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(EnablePerformanceInsights, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(ServerlessV2ScalingConfiguration, ServerlessV2ScalingConfiguration)},
    {MEMBER(NetworkType, String)},
    {MEMBER(DBSystemId, String)},
    {MEMBER(MasterUserSecretKmsKeyId, String)},
    {MEMBER(ManageMasterUserPassword, Boolean)},
    {MEMBER(EnableLocalWriteForwarding, Boolean)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(EngineLifecycleSupport, String)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
};

static const struct bs_shape_member
    members_CreateDBClusterParameterGroupMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String), .is_required = true},
    {MEMBER(DBParameterGroupFamily, String), .is_required = true},
    {MEMBER(Description, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBClusterParameterGroupResult[] = {
    {MEMBER(DBClusterParameterGroup, DBClusterParameterGroup)},
};

static const struct bs_shape_member
    members_CreateDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_CreateDBClusterSnapshotMessage[] = {
    {MEMBER(DBClusterSnapshotIdentifier, String), .is_required = true},
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBClusterSnapshotResult[] = {
    {MEMBER(DBClusterSnapshot, DBClusterSnapshot)},
};

static const struct bs_shape_member
    members_CreateDBInstanceMessage[] = {
    {MEMBER(DBName, String)},
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(DBInstanceClass, String), .is_required = true},
    {MEMBER(Engine, String), .is_required = true},
    {MEMBER(MasterUsername, String)},
    {MEMBER(MasterUserPassword, String)},
    {MEMBER(DBSecurityGroups, DBSecurityGroupNameList)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(PreferredMaintenanceWindow, String)},
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(CharacterSetName, String)},
    {MEMBER(NcharCharacterSetName, String)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(Tags, TagList)},
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(TdeCredentialPassword, String)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(Domain, String)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(PromotionTier, Integer)},
    {MEMBER(Timezone, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(EnablePerformanceInsights, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(MaxAllocatedStorage, Integer)},
    {MEMBER(EnableCustomerOwnedIp, Boolean)},
    {MEMBER(CustomIamInstanceProfile, String)},
    {MEMBER(BackupTarget, String)},
    {MEMBER(NetworkType, String)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(MasterUserSecretKmsKeyId, String)},
    {MEMBER(ManageMasterUserPassword, Boolean)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(EngineLifecycleSupport, String)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
};

static const struct bs_shape_member
    members_CreateDBInstanceReadReplicaMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(SourceDBInstanceIdentifier, String)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(Tags, TagList)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(StorageType, String)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(PreSignedUrl, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(EnablePerformanceInsights, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(UseDefaultProcessorFeatures, Boolean)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(Domain, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(ReplicaMode, ReplicaMode)},
    {MEMBER(MaxAllocatedStorage, Integer)},
    {MEMBER(CustomIamInstanceProfile, String)},
    {MEMBER(NetworkType, String)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(SourceDBClusterIdentifier, String)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
};

static const struct bs_shape_member
    members_CreateDBInstanceReadReplicaResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_CreateDBInstanceResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_CreateDBParameterGroupMessage[] = {
    {MEMBER(DBParameterGroupName, String), .is_required = true},
    {MEMBER(DBParameterGroupFamily, String), .is_required = true},
    {MEMBER(Description, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBParameterGroupResult[] = {
    {MEMBER(DBParameterGroup, DBParameterGroup)},
};

static const struct bs_shape_member
    members_CreateDBProxyRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(EngineFamily, EngineFamily), .is_required = true},
    {MEMBER(Auth, UserAuthConfigList), .is_required = true},
    {MEMBER(RoleArn, String), .is_required = true},
    {MEMBER(VpcSubnetIds, StringList), .is_required = true},
    {MEMBER(VpcSecurityGroupIds, StringList)},
    {MEMBER(RequireTLS, Boolean)},
    {MEMBER(IdleClientTimeout, Integer)},
    {MEMBER(DebugLogging, Boolean)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBProxyResponse[] = {
    {MEMBER(DBProxy, DBProxy)},
};

static const struct bs_shape_member
    members_CreateDBSnapshotMessage[] = {
    {MEMBER(DBSnapshotIdentifier, String), .is_required = true},
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBSnapshotResult[] = {
    {MEMBER(DBSnapshot, DBSnapshot)},
};

static const struct bs_shape_member
    members_CreateDBSubnetGroupMessage[] = {
    {MEMBER(DBSubnetGroupName, String), .is_required = true},
    {MEMBER(DBSubnetGroupDescription, String), .is_required = true},
    {MEMBER(SubnetIds, SubnetIdentifierList), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateDBSubnetGroupResult[] = {
    {MEMBER(DBSubnetGroup, DBSubnetGroup)},
};

static const struct bs_shape_member
    members_CreateEventSubscriptionMessage[] = {
    {MEMBER(SubscriptionName, String), .is_required = true},
    {MEMBER(SnsTopicArn, String), .is_required = true},
    {MEMBER(SourceType, String)},
    {MEMBER(EventCategories, EventCategoriesList)},
    {MEMBER(SourceIds, SourceIdsList)},
    {MEMBER(Enabled, Boolean)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateEventSubscriptionResult[] = {
    {MEMBER(EventSubscription, EventSubscription)},
};

static const struct bs_shape_member
    members_CreateGlobalClusterMessage[] = {
    {MEMBER(GlobalClusterIdentifier, String)},
    {MEMBER(SourceDBClusterIdentifier, String)},
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(DatabaseName, String)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(EngineLifecycleSupport, String)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateGlobalClusterResult[] = {
    {MEMBER(GlobalCluster, GlobalCluster)},
};

static const struct bs_shape_member
    members_CreateOptionGroupMessage[] = {
    {MEMBER(OptionGroupName, String), .is_required = true},
    {MEMBER(EngineName, String), .is_required = true},
    {MEMBER(MajorEngineVersion, String), .is_required = true},
    {MEMBER(OptionGroupDescription, String), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateOptionGroupResult[] = {
    {MEMBER(OptionGroup, OptionGroup)},
};

static const struct bs_shape_member
    members_DBCluster[] = {
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(CharacterSetName, String)},
    {MEMBER(DatabaseName, String)},
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(DBClusterParameterGroup, String)},
    {MEMBER(DBSubnetGroup, String)},
    {MEMBER(Status, String)},
    {MEMBER(AutomaticRestartTime, Timestamp)},
    {MEMBER(PercentProgress, String)},
    {MEMBER(EarliestRestorableTime, Timestamp)},
    {MEMBER(Endpoint, String)},
    {MEMBER(ReaderEndpoint, String)},
    {MEMBER(CustomEndpoints, StringList)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(LatestRestorableTime, Timestamp)},
    {MEMBER(Port, Integer)},
    {MEMBER(MasterUsername, String)},
    {MEMBER(DBClusterOptionGroupMemberships, DBClusterOptionGroupMemberships)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(PreferredMaintenanceWindow, String)},
    {MEMBER(ReplicationSourceIdentifier, String)},
    {MEMBER(ReadReplicaIdentifiers, ReadReplicaIdentifierList)},
    {MEMBER(DBClusterMembers, DBClusterMemberList)},
    {MEMBER(VpcSecurityGroups, VpcSecurityGroupMembershipList)},
    {MEMBER(HostedZoneId, String)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(DbClusterResourceId, String)},
    {MEMBER(DBClusterArn, String)},
    {MEMBER(AssociatedRoles, DBClusterRoles)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(CloneGroupId, String)},
    {MEMBER(ClusterCreateTime, Timestamp)},
    {MEMBER(EarliestBacktrackTime, Timestamp)},
    {MEMBER(BacktrackWindow, Integer)},
    {MEMBER(BacktrackConsumedChangeRecords, Integer)},
    {MEMBER(EnabledCloudwatchLogsExports, LogTypeList)},
    {MEMBER(Capacity, Integer)},
    {MEMBER(EngineMode, String)},
    {MEMBER(ScalingConfigurationInfo, ScalingConfigurationInfo)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(HttpEndpointEnabled, Boolean)},
    {MEMBER(ActivityStreamMode, ActivityStreamMode)},
    {MEMBER(ActivityStreamStatus, ActivityStreamStatus)},
    {MEMBER(ActivityStreamKmsKeyId, String)},
    {MEMBER(ActivityStreamKinesisStreamName, String)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(CrossAccountClone, Boolean)},
    {MEMBER(DomainMemberships, DomainMembershipList)},
    {MEMBER(TagList, TagList)},
    {MEMBER(GlobalWriteForwardingStatus, WriteForwardingStatus)},
    {MEMBER(GlobalWriteForwardingRequested, Boolean)},
    {MEMBER(PendingModifiedValues, ClusterPendingModifiedValues)},
    {MEMBER(DBClusterInstanceClass, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(PerformanceInsightsEnabled, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(ServerlessV2ScalingConfiguration, ServerlessV2ScalingConfigurationInfo)},
    {MEMBER(NetworkType, String)},
    {MEMBER(DBSystemId, String)},
    {MEMBER(MasterUserSecret, MasterUserSecret)},
    {MEMBER(GlobalClusterIdentifier, GlobalClusterIdentifier)},
    {MEMBER(LocalWriteForwardingStatus, LocalWriteForwardingStatus)},
    {MEMBER(EngineLifecycleSupport, String)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
    {MEMBER(StatusInfos, DBClusterStatusInfoList)},
};

static const struct bs_shape_member
    members_DBClusterBacktrack[] = {
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(BacktrackIdentifier, String)},
    {MEMBER(BacktrackTo, Timestamp)},
    {MEMBER(BacktrackedFrom, Timestamp)},
    {MEMBER(BacktrackRequestCreationTime, Timestamp)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_DBClusterBacktrackList[] = {
    {MEMBER_AS(member, "DBClusterBacktrack", "DBClusterBacktrack", DBClusterBacktrack)},
};

static const struct bs_shape_member
    members_DBClusterBacktrackMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBClusterBacktracks, DBClusterBacktrackList)},
};

static const struct bs_shape_member
    members_DBClusterEndpoint[] = {
    {MEMBER(DBClusterEndpointIdentifier, String)},
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(DBClusterEndpointResourceIdentifier, String)},
    {MEMBER(Endpoint, String)},
    {MEMBER(Status, String)},
    {MEMBER(EndpointType, String)},
    {MEMBER(CustomEndpointType, String)},
    {MEMBER(StaticMembers, StringList)},
    {MEMBER(ExcludedMembers, StringList)},
    {MEMBER(DBClusterEndpointArn, String)},
};

static const struct bs_shape_member
    members_DBClusterEndpointList[] = {
    {MEMBER_AS(member, "DBClusterEndpointList", "DBClusterEndpointList", DBClusterEndpoint)},
};

static const struct bs_shape_member
    members_DBClusterEndpointMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBClusterEndpoints, DBClusterEndpointList)},
};

static const struct bs_shape_member
    members_DBClusterList[] = {
    {MEMBER_AS(member, "DBCluster", "DBCluster", DBCluster)},
};

static const struct bs_shape_member
    members_DBClusterMember[] = {
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(IsClusterWriter, Boolean)},
    {MEMBER(DBClusterParameterGroupStatus, String)},
    {MEMBER(PromotionTier, Integer)},
};

static const struct bs_shape_member
    members_DBClusterMemberList[] = {
    {MEMBER_AS(member, "DBClusterMember", "DBClusterMember", DBClusterMember)},
};

static const struct bs_shape_member
    members_DBClusterMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBClusters, DBClusterList)},
};

static const struct bs_shape_member
    members_DBClusterOptionGroupMemberships[] = {
    {MEMBER_AS(member, "DBClusterOptionGroup", "DBClusterOptionGroup",
     DBClusterOptionGroupStatus)},
};

static const struct bs_shape_member
    members_DBClusterOptionGroupStatus[] = {
    {MEMBER(DBClusterOptionGroupName, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_DBClusterParameterGroup[] = {
    {MEMBER(DBClusterParameterGroupName, String)},
    {MEMBER(DBParameterGroupFamily, String)},
    {MEMBER(Description, String)},
    {MEMBER(DBClusterParameterGroupArn, String)},
};

static const struct bs_shape_member
    members_DBClusterParameterGroupDetails[] = {
    {MEMBER(Parameters, ParametersList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DBClusterParameterGroupList[] = {
    {MEMBER_AS(member, "DBClusterParameterGroup", "DBClusterParameterGroup",
     DBClusterParameterGroup)},
};

static const struct bs_shape_member
    members_DBClusterParameterGroupNameMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String)},
};

static const struct bs_shape_member
    members_DBClusterParameterGroupsMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBClusterParameterGroups, DBClusterParameterGroupList)},
};

static const struct bs_shape_member
    members_DBClusterRole[] = {
    {MEMBER(RoleArn, String)},
    {MEMBER(Status, String)},
    {MEMBER(FeatureName, String)},
};

static const struct bs_shape_member
    members_DBClusterRoles[] = {
    {MEMBER_AS(member, "DBClusterRole", "DBClusterRole", DBClusterRole)},
};

static const struct bs_shape_member
    members_DBClusterSnapshot[] = {
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(DBClusterSnapshotIdentifier, String)},
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(SnapshotCreateTime, Timestamp)},
    {MEMBER(Engine, String)},
    {MEMBER(EngineMode, String)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(Status, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(VpcId, String)},
    {MEMBER(ClusterCreateTime, Timestamp)},
    {MEMBER(MasterUsername, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(SnapshotType, String)},
    {MEMBER(PercentProgress, Integer)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(DBClusterSnapshotArn, String)},
    {MEMBER(SourceDBClusterSnapshotArn, String)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(TagList, TagList)},
    {MEMBER(DBSystemId, String)},
    {MEMBER(DbClusterResourceId, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
};

static const struct bs_shape_member
    members_DBClusterSnapshotAttribute[] = {
    {MEMBER(AttributeName, String)},
    {MEMBER(AttributeValues, AttributeValueList)},
};

static const struct bs_shape_member
    members_DBClusterSnapshotAttributeList[] = {
    {MEMBER_AS(member, "DBClusterSnapshotAttribute", "DBClusterSnapshotAttribute",
     DBClusterSnapshotAttribute)},
};

static const struct bs_shape_member
    members_DBClusterSnapshotAttributesResult[] = {
    {MEMBER(DBClusterSnapshotIdentifier, String)},
    {MEMBER(DBClusterSnapshotAttributes, DBClusterSnapshotAttributeList)},
};

static const struct bs_shape_member
    members_DBClusterSnapshotList[] = {
    {MEMBER_AS(member, "DBClusterSnapshot", "DBClusterSnapshot", DBClusterSnapshot)},
};

static const struct bs_shape_member
    members_DBClusterSnapshotMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBClusterSnapshots, DBClusterSnapshotList)},
};

static const struct bs_shape_member
    members_DBClusterStatusInfo[] = {
    {MEMBER(StatusType, String)},
    {MEMBER(Normal, Boolean)},
    {MEMBER(Status, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_DBClusterStatusInfoList[] = {
    {MEMBER_AS(member, "DBClusterStatusInfo", "DBClusterStatusInfo", DBClusterStatusInfo)},
};

static const struct bs_shape_member
    members_DBEngineVersion[] = {
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(DBParameterGroupFamily, String)},
    {MEMBER(DBEngineDescription, String)},
    {MEMBER(DBEngineVersionDescription, String)},
    {MEMBER(DefaultCharacterSet, CharacterSet)},
    {MEMBER(SupportedCharacterSets, SupportedCharacterSetsList)},
    {MEMBER(SupportedNcharCharacterSets, SupportedCharacterSetsList)},
    {MEMBER(ValidUpgradeTarget, ValidUpgradeTargetList)},
    {MEMBER(SupportedTimezones, SupportedTimezonesList)},
    {MEMBER(ExportableLogTypes, LogTypeList)},
    {MEMBER(SupportsLogExportsToCloudwatchLogs, Boolean)},
    {MEMBER(SupportsReadReplica, Boolean)},
    {MEMBER(SupportedEngineModes, EngineModeList)},
    {MEMBER(SupportedFeatureNames, FeatureNameList)},
    {MEMBER(Status, String)},
    {MEMBER(SupportsParallelQuery, Boolean)},
    {MEMBER(SupportsGlobalDatabases, Boolean)},
    {MEMBER(MajorEngineVersion, String)},
    {MEMBER(DatabaseInstallationFilesS3BucketName, String)},
    {MEMBER(DatabaseInstallationFilesS3Prefix, String)},
    {MEMBER(DBEngineVersionArn, String)},
    {MEMBER(KMSKeyId, String)},
    {MEMBER(CreateTime, Timestamp)},
    {MEMBER(TagList, TagList)},
    {MEMBER(SupportsBabelfish, Boolean)},
    {MEMBER(CustomDBEngineVersionManifest, CustomDBEngineVersionManifest)},
};

static const struct bs_shape_member
    members_DBEngineVersionList[] = {
    {MEMBER_AS(member, "DBEngineVersion", "DBEngineVersion", DBEngineVersion)},
};

static const struct bs_shape_member
    members_DBEngineVersionMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBEngineVersions, DBEngineVersionList)},
};

static const struct bs_shape_member
    members_DBInstance[] = {
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(Engine, String)},
    {MEMBER(DBInstanceStatus, String)},
    {MEMBER(AutomaticRestartTime, Timestamp)},
    {MEMBER(MasterUsername, String)},
    {MEMBER(DBName, String)},
    {MEMBER(Endpoint, Endpoint)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(InstanceCreateTime, Timestamp)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(DBSecurityGroups, DBSecurityGroupMembershipList)},
    {MEMBER(VpcSecurityGroups, VpcSecurityGroupMembershipList)},
    {MEMBER(DBParameterGroups, DBParameterGroupStatusList)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(DBSubnetGroup, DBSubnetGroup)},
    {MEMBER(PreferredMaintenanceWindow, String)},
    {MEMBER(PendingModifiedValues, PendingModifiedValues)},
    {MEMBER(LatestRestorableTime, Timestamp)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(ReadReplicaSourceDBInstanceIdentifier, String)},
    {MEMBER(ReadReplicaDBInstanceIdentifiers, ReadReplicaDBInstanceIdentifierList)},
    {MEMBER(ReadReplicaDBClusterIdentifiers, ReadReplicaDBClusterIdentifierList)},
    {MEMBER(ReplicaMode, ReplicaMode)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupMemberships, OptionGroupMembershipList)},
    {MEMBER(CharacterSetName, String)},
    {MEMBER(NcharCharacterSetName, String)},
    {MEMBER(SecondaryAvailabilityZone, String)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(StatusInfos, DBInstanceStatusInfoList)},
    {MEMBER(StorageType, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(DbInstancePort, Integer)},
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(DbiResourceId, String)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(DomainMemberships, DomainMembershipList)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(EnhancedMonitoringResourceArn, String)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(PromotionTier, Integer)},
    {MEMBER(DBInstanceArn, String)},
    {MEMBER(Timezone, String)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(PerformanceInsightsEnabled, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(EnabledCloudwatchLogsExports, LogTypeList)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(AssociatedRoles, DBInstanceRoles)},
    {MEMBER(ListenerEndpoint, Endpoint)},
    {MEMBER(MaxAllocatedStorage, Integer)},
    {MEMBER(TagList, TagList)},
    {MEMBER(DBInstanceAutomatedBackupsReplications, DBInstanceAutomatedBackupsReplicationList)},
    {MEMBER(CustomerOwnedIpEnabled, Boolean)},
    {MEMBER(AwsBackupRecoveryPointArn, String)},
    {MEMBER(ActivityStreamStatus, ActivityStreamStatus)},
    {MEMBER(ActivityStreamKmsKeyId, String)},
    {MEMBER(ActivityStreamKinesisStreamName, String)},
    {MEMBER(ActivityStreamMode, ActivityStreamMode)},
    {MEMBER(ActivityStreamEngineNativeAuditFieldsIncluded, Boolean)},
    {MEMBER(AutomationMode, AutomationMode)},
    {MEMBER(ResumeFullAutomationModeTime, Timestamp)},
    {MEMBER(CustomIamInstanceProfile, String)},
    {MEMBER(BackupTarget, String)},
    {MEMBER(NetworkType, String)},
    {MEMBER(ActivityStreamPolicyStatus, ActivityStreamPolicyStatus)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(DBSystemId, String)},
    {MEMBER(MasterUserSecret, MasterUserSecret)},
    {MEMBER(ReadReplicaSourceDBClusterIdentifier, String)},
    {MEMBER(PercentProgress, String)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(EngineLifecycleSupport, String)},
    {MEMBER(CertificateDetails, CertificateDetails)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
};

static const struct bs_shape_member
    members_DBInstanceAutomatedBackup[] = {
    {MEMBER(DBInstanceArn, String)},
    {MEMBER(DbiResourceId, String)},
    {MEMBER(Region, String)},
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(RestoreWindow, RestoreWindow)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(Status, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(VpcId, String)},
    {MEMBER(InstanceCreateTime, Timestamp)},
    {MEMBER(MasterUsername, String)},
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(Encrypted, Boolean)},
    {MEMBER(StorageType, String)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(Timezone, String)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(DBInstanceAutomatedBackupsArn, String)},
    {MEMBER(DBInstanceAutomatedBackupsReplications, DBInstanceAutomatedBackupsReplicationList)},
    {MEMBER(BackupTarget, String)},
    {MEMBER(StorageThroughput, Integer)},
};

static const struct bs_shape_member
    members_DBInstanceAutomatedBackupList[] = {
    {MEMBER_AS(member, "DBInstanceAutomatedBackup", "DBInstanceAutomatedBackup",
     DBInstanceAutomatedBackup)},
};

static const struct bs_shape_member
    members_DBInstanceAutomatedBackupMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBInstanceAutomatedBackups, DBInstanceAutomatedBackupList)},
};

static const struct bs_shape_member
    members_DBInstanceAutomatedBackupsReplication[] = {
    {MEMBER(DBInstanceAutomatedBackupsArn, String)},
};

static const struct bs_shape_member
    members_DBInstanceAutomatedBackupsReplicationList[] = {
    {MEMBER_AS(member, "DBInstanceAutomatedBackupsReplication",
     "DBInstanceAutomatedBackupsReplication", DBInstanceAutomatedBackupsReplication)},
};

static const struct bs_shape_member
    members_DBInstanceList[] = {
    {MEMBER_AS(member, "DBInstance", "DBInstance", DBInstance)},
};

static const struct bs_shape_member
    members_DBInstanceMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBInstances, DBInstanceList)},
};

static const struct bs_shape_member
    members_DBInstanceRole[] = {
    {MEMBER(RoleArn, String)},
    {MEMBER(FeatureName, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_DBInstanceRoles[] = {
    {MEMBER_AS(member, "DBInstanceRole", "DBInstanceRole", DBInstanceRole)},
};

static const struct bs_shape_member
    members_DBInstanceStatusInfo[] = {
    {MEMBER(StatusType, String)},
    {MEMBER(Normal, Boolean)},
    {MEMBER(Status, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_DBInstanceStatusInfoList[] = {
    {MEMBER_AS(member, "DBInstanceStatusInfo", "DBInstanceStatusInfo", DBInstanceStatusInfo)},
};

static const struct bs_shape_member
    members_DBParameterGroup[] = {
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(DBParameterGroupFamily, String)},
    {MEMBER(Description, String)},
    {MEMBER(DBParameterGroupArn, String)},
};

static const struct bs_shape_member
    members_DBParameterGroupDetails[] = {
    {MEMBER(Parameters, ParametersList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DBParameterGroupList[] = {
    {MEMBER_AS(member, "DBParameterGroup", "DBParameterGroup", DBParameterGroup)},
};

static const struct bs_shape_member
    members_DBParameterGroupNameMessage[] = {
    {MEMBER(DBParameterGroupName, String)},
};

static const struct bs_shape_member
    members_DBParameterGroupStatus[] = {
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(ParameterApplyStatus, String)},
};

static const struct bs_shape_member
    members_DBParameterGroupStatusList[] = {
    {MEMBER_AS(member, "DBParameterGroup", "DBParameterGroup", DBParameterGroupStatus)},
};

static const struct bs_shape_member
    members_DBParameterGroupsMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBParameterGroups, DBParameterGroupList)},
};

static const struct bs_shape_member
    members_DBProxy[] = {
    {MEMBER(DBProxyName, String)},
    {MEMBER(DBProxyArn, String)},
    {MEMBER(Status, DBProxyStatus)},
    {MEMBER(EngineFamily, String)},
    {MEMBER(VpcId, String)},
    {MEMBER(VpcSecurityGroupIds, StringList)},
    {MEMBER(VpcSubnetIds, StringList)},
    {MEMBER(Auth, UserAuthConfigInfoList)},
    {MEMBER(RoleArn, String)},
    {MEMBER(Endpoint, String)},
    {MEMBER(RequireTLS, Boolean)},
    {MEMBER(IdleClientTimeout, Integer)},
    {MEMBER(DebugLogging, Boolean)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(UpdatedDate, Timestamp)},
};

static const struct bs_shape_member
    members_DBProxyList[] = {
    {MEMBER(member, DBProxy)},
};

static const struct bs_shape_member
    members_DBProxyTarget[] = {
    {MEMBER(TargetArn, String)},
    {MEMBER(Endpoint, String)},
    {MEMBER(TrackedClusterId, String)},
    {MEMBER(RdsResourceId, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(Type, TargetType)},
    {MEMBER(Role, TargetRole)},
    {MEMBER(TargetHealth, TargetHealth)},
};

static const struct bs_shape_member
    members_DBProxyTargetGroup[] = {
    {MEMBER(DBProxyName, String)},
    {MEMBER(TargetGroupName, String)},
    {MEMBER(TargetGroupArn, String)},
    {MEMBER(IsDefault, Boolean)},
    {MEMBER(Status, String)},
    {MEMBER(ConnectionPoolConfig, ConnectionPoolConfigurationInfo)},
    {MEMBER(CreatedDate, Timestamp)},
    {MEMBER(UpdatedDate, Timestamp)},
};

static const struct bs_shape_member
    members_DBSecurityGroupMembership[] = {
    {MEMBER(DBSecurityGroupName, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_DBSecurityGroupMembershipList[] = {
    {MEMBER_AS(member, "DBSecurityGroup", "DBSecurityGroup", DBSecurityGroupMembership)},
};

static const struct bs_shape_member
    members_DBSecurityGroupNameList[] = {
    {MEMBER_AS(member, "DBSecurityGroupName", "DBSecurityGroupName", String)},
};

static const struct bs_shape_member
    members_DBSnapshot[] = {
    {MEMBER(DBSnapshotIdentifier, String)},
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(SnapshotCreateTime, Timestamp)},
    {MEMBER(Engine, String)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(Status, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(VpcId, String)},
    {MEMBER(InstanceCreateTime, Timestamp)},
    {MEMBER(MasterUsername, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(SnapshotType, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(PercentProgress, Integer)},
    {MEMBER(SourceRegion, String)},
    {MEMBER(SourceDBSnapshotIdentifier, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(Encrypted, Boolean)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(DBSnapshotArn, String)},
    {MEMBER(Timezone, String)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(DbiResourceId, String)},
    {MEMBER(TagList, TagList)},
    {MEMBER(OriginalSnapshotCreateTime, Timestamp)},
    {MEMBER(SnapshotDatabaseTime, Timestamp)},
    {MEMBER(SnapshotTarget, String)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(DBSystemId, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
};

static const struct bs_shape_member
    members_DBSnapshotAttribute[] = {
    {MEMBER(AttributeName, String)},
    {MEMBER(AttributeValues, AttributeValueList)},
};

static const struct bs_shape_member
    members_DBSnapshotAttributeList[] = {
    {MEMBER_AS(member, "DBSnapshotAttribute", "DBSnapshotAttribute", DBSnapshotAttribute)},
};

static const struct bs_shape_member
    members_DBSnapshotAttributesResult[] = {
    {MEMBER(DBSnapshotIdentifier, String)},
    {MEMBER(DBSnapshotAttributes, DBSnapshotAttributeList)},
};

static const struct bs_shape_member
    members_DBSnapshotList[] = {
    {MEMBER_AS(member, "DBSnapshot", "DBSnapshot", DBSnapshot)},
};

static const struct bs_shape_member
    members_DBSnapshotMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBSnapshots, DBSnapshotList)},
};

static const struct bs_shape_member
    members_DBSubnetGroup[] = {
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(DBSubnetGroupDescription, String)},
    {MEMBER(VpcId, String)},
    {MEMBER(SubnetGroupStatus, String)},
    {MEMBER(Subnets, SubnetList)},
    {MEMBER(DBSubnetGroupArn, String)},
    {MEMBER(SupportedNetworkTypes, StringList)},
};

static const struct bs_shape_member
    members_DBSubnetGroupMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(DBSubnetGroups, DBSubnetGroups)},
};

static const struct bs_shape_member
    members_DBSubnetGroups[] = {
    {MEMBER_AS(member, "DBSubnetGroup", "DBSubnetGroup", DBSubnetGroup)},
};

static const struct bs_shape_member
    members_DeleteBlueGreenDeploymentRequest[] = {
    {MEMBER(BlueGreenDeploymentIdentifier, BlueGreenDeploymentIdentifier), .is_required = true},
    {MEMBER(DeleteTarget, Boolean)},
};

static const struct bs_shape_member
    members_DeleteBlueGreenDeploymentResponse[] = {
    {MEMBER(BlueGreenDeployment, BlueGreenDeployment)},
};

static const struct bs_shape_member
    members_DeleteDBClusterEndpointMessage[] = {
    {MEMBER(DBClusterEndpointIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(SkipFinalSnapshot, Boolean)},
    {MEMBER(FinalDBSnapshotIdentifier, String)},
    {MEMBER(DeleteAutomatedBackups, Boolean)},
};

static const struct bs_shape_member
    members_DeleteDBClusterParameterGroupMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_DeleteDBClusterSnapshotMessage[] = {
    {MEMBER(DBClusterSnapshotIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDBClusterSnapshotResult[] = {
    {MEMBER(DBClusterSnapshot, DBClusterSnapshot)},
};

static const struct bs_shape_member
    members_DeleteDBInstanceAutomatedBackupMessage[] = {
    {MEMBER(DbiResourceId, String)},
    {MEMBER(DBInstanceAutomatedBackupsArn, String)},
};

static const struct bs_shape_member
    members_DeleteDBInstanceAutomatedBackupResult[] = {
    {MEMBER(DBInstanceAutomatedBackup, DBInstanceAutomatedBackup)},
};

static const struct bs_shape_member
    members_DeleteDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(SkipFinalSnapshot, Boolean)},
    {MEMBER(FinalDBSnapshotIdentifier, String)},
    {MEMBER(DeleteAutomatedBackups, Boolean)},
};

static const struct bs_shape_member
    members_DeleteDBInstanceResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_DeleteDBParameterGroupMessage[] = {
    {MEMBER(DBParameterGroupName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDBProxyRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDBProxyResponse[] = {
    {MEMBER(DBProxy, DBProxy)},
};

static const struct bs_shape_member
    members_DeleteDBSnapshotMessage[] = {
    {MEMBER(DBSnapshotIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDBSnapshotResult[] = {
    {MEMBER(DBSnapshot, DBSnapshot)},
};

static const struct bs_shape_member
    members_DeleteDBSubnetGroupMessage[] = {
    {MEMBER(DBSubnetGroupName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteEventSubscriptionMessage[] = {
    {MEMBER(SubscriptionName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteEventSubscriptionResult[] = {
    {MEMBER(EventSubscription, EventSubscription)},
};

static const struct bs_shape_member
    members_DeleteGlobalClusterMessage[] = {
    {MEMBER(GlobalClusterIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteGlobalClusterResult[] = {
    {MEMBER(GlobalCluster, GlobalCluster)},
};

static const struct bs_shape_member
    members_DeleteOptionGroupMessage[] = {
    {MEMBER(OptionGroupName, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeregisterDBProxyTargetsRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(TargetGroupName, String)},
    {MEMBER(DBInstanceIdentifiers, StringList)},
    {MEMBER(DBClusterIdentifiers, StringList)},
};

static const struct bs_shape_member
    members_DescribeBlueGreenDeploymentsRequest[] = {
    {MEMBER(BlueGreenDeploymentIdentifier, BlueGreenDeploymentIdentifier)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(Marker, String)},
    {MEMBER(MaxRecords, MaxRecords)},
};

static const struct bs_shape_member
    members_DescribeBlueGreenDeploymentsResponse[] = {
    {MEMBER(BlueGreenDeployments, BlueGreenDeploymentList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeCertificatesMessage[] = {
    {MEMBER(CertificateIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBClusterBacktracksMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(BacktrackIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBClusterEndpointsMessage[] = {
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(DBClusterEndpointIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBClusterParameterGroupsMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBClusterParametersMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String), .is_required = true},
    {MEMBER(Source, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBClusterSnapshotAttributesMessage[] = {
    {MEMBER(DBClusterSnapshotIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeDBClusterSnapshotAttributesResult[] = {
    {MEMBER(DBClusterSnapshotAttributesResult, DBClusterSnapshotAttributesResult)},
};

static const struct bs_shape_member
    members_DescribeDBClusterSnapshotsMessage[] = {
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(DBClusterSnapshotIdentifier, String)},
    {MEMBER(SnapshotType, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
    {MEMBER(IncludeShared, Boolean)},
    {MEMBER(IncludePublic, Boolean)},
    {MEMBER(DbClusterResourceId, String)},
};

static const struct bs_shape_member
    members_DescribeDBClustersMessage[] = {
    {MEMBER(DBClusterIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
    {MEMBER(IncludeShared, Boolean)},
};

static const struct bs_shape_member
    members_DescribeDBEngineVersionsMessage[] = {
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(DBParameterGroupFamily, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
    {MEMBER(DefaultOnly, Boolean)},
    {MEMBER(ListSupportedCharacterSets, Boolean)},
    {MEMBER(ListSupportedTimezones, Boolean)},
    {MEMBER(IncludeAll, Boolean)},
};

static const struct bs_shape_member
    members_DescribeDBInstanceAutomatedBackupsMessage[] = {
    {MEMBER(DbiResourceId, String)},
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
    {MEMBER(DBInstanceAutomatedBackupsArn, String)},
};

static const struct bs_shape_member
    members_DescribeDBInstancesMessage[] = {
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBParameterGroupsMessage[] = {
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBParametersMessage[] = {
    {MEMBER(DBParameterGroupName, String), .is_required = true},
    {MEMBER(Source, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBProxiesRequest[] = {
    {MEMBER(DBProxyName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(Marker, String)},
    {MEMBER(MaxRecords, MaxRecords)},
};

static const struct bs_shape_member
    members_DescribeDBProxiesResponse[] = {
    {MEMBER(DBProxies, DBProxyList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBProxyTargetGroupsRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(TargetGroupName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(Marker, String)},
    {MEMBER(MaxRecords, MaxRecords)},
};

static const struct bs_shape_member
    members_DescribeDBProxyTargetGroupsResponse[] = {
    {MEMBER(TargetGroups, TargetGroupList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBProxyTargetsRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(TargetGroupName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(Marker, String)},
    {MEMBER(MaxRecords, MaxRecords)},
};

static const struct bs_shape_member
    members_DescribeDBProxyTargetsResponse[] = {
    {MEMBER(Targets, TargetList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeDBSnapshotAttributesMessage[] = {
    {MEMBER(DBSnapshotIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeDBSnapshotAttributesResult[] = {
    {MEMBER(DBSnapshotAttributesResult, DBSnapshotAttributesResult)},
};

static const struct bs_shape_member
    members_DescribeDBSnapshotsMessage[] = {
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(DBSnapshotIdentifier, String)},
    {MEMBER(SnapshotType, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
    {MEMBER(IncludeShared, Boolean)},
    {MEMBER(IncludePublic, Boolean)},
    {MEMBER(DbiResourceId, String)},
};

static const struct bs_shape_member
    members_DescribeDBSubnetGroupsMessage[] = {
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeEngineDefaultClusterParametersMessage[] = {
    {MEMBER(DBParameterGroupFamily, String), .is_required = true},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeEngineDefaultClusterParametersResult[] = {
    {MEMBER(EngineDefaults, EngineDefaults)},
};

static const struct bs_shape_member
    members_DescribeEngineDefaultParametersMessage[] = {
    {MEMBER(DBParameterGroupFamily, String), .is_required = true},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeEngineDefaultParametersResult[] = {
    {MEMBER(EngineDefaults, EngineDefaults)},
};

static const struct bs_shape_member
    members_DescribeEventCategoriesMessage[] = {
    {MEMBER(SourceType, String)},
    {MEMBER(Filters, FilterList)},
};

static const struct bs_shape_member
    members_DescribeEventSubscriptionsMessage[] = {
    {MEMBER(SubscriptionName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeEventsMessage[] = {
    {MEMBER(SourceIdentifier, String)},
    {MEMBER(SourceType, SourceType)},
    {MEMBER(StartTime, Timestamp)},
    {MEMBER(EndTime, Timestamp)},
    {MEMBER(Duration, Integer)},
    {MEMBER(EventCategories, EventCategoriesList)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeGlobalClustersMessage[] = {
    {MEMBER(GlobalClusterIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribeOptionGroupsMessage[] = {
    {MEMBER(OptionGroupName, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(Marker, String)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(EngineName, String)},
    {MEMBER(MajorEngineVersion, String)},
};

static const struct bs_shape_member
    members_DescribeOrderableDBInstanceOptionsMessage[] = {
    {MEMBER(Engine, String), .is_required = true},
    {MEMBER(EngineVersion, String)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(AvailabilityZoneGroup, String)},
    {MEMBER(Vpc, Boolean)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_DescribePendingMaintenanceActionsMessage[] = {
    {MEMBER(ResourceIdentifier, String)},
    {MEMBER(Filters, FilterList)},
    {MEMBER(Marker, String)},
    {MEMBER(MaxRecords, Integer)},
};

static const struct bs_shape_member
    members_DescribeSourceRegionsMessage[] = {
    {MEMBER(RegionName, String)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Marker, String)},
    {MEMBER(Filters, FilterList)},
};

static const struct bs_shape_member
    members_DescribeValidDBInstanceModificationsMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeValidDBInstanceModificationsResult[] = {
    {MEMBER(ValidDBInstanceModificationsMessage, ValidDBInstanceModificationsMessage)},
};

static const struct bs_shape_member
    members_DomainMembership[] = {
    {MEMBER(Domain, String)},
    {MEMBER(Status, String)},
    {MEMBER(FQDN, String)},
    {MEMBER(IAMRoleName, String)},
};

static const struct bs_shape_member
    members_DomainMembershipList[] = {
    {MEMBER_AS(member, "DomainMembership", "DomainMembership", DomainMembership)},
};

static const struct bs_shape_member
    members_DoubleRange[] = {
    {MEMBER(From, Decimal)},
    {MEMBER(To, Decimal)},
};

static const struct bs_shape_member
    members_DoubleRangeList[] = {
    {MEMBER_AS(member, "DoubleRange", "DoubleRange", DoubleRange)},
};

static const struct bs_shape_member
    members_Endpoint[] = {
    {MEMBER(Address, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(HostedZoneId, String)},
};

static const struct bs_shape_member
    members_EngineDefaults[] = {
    {MEMBER(DBParameterGroupFamily, String)},
    {MEMBER(Marker, String)},
    {MEMBER(Parameters, ParametersList)},
};

static const struct bs_shape_member
    members_EngineModeList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Event[] = {
    {MEMBER(SourceIdentifier, String)},
    {MEMBER(SourceType, SourceType)},
    {MEMBER(Message, String)},
    {MEMBER(EventCategories, EventCategoriesList)},
    {MEMBER(Date, Timestamp)},
    {MEMBER(SourceArn, String)},
};

static const struct bs_shape_member
    members_EventCategoriesList[] = {
    {MEMBER_AS(member, "EventCategory", "EventCategory", String)},
};

static const struct bs_shape_member
    members_EventCategoriesMap[] = {
    {MEMBER(SourceType, String)},
    {MEMBER(EventCategories, EventCategoriesList)},
};

static const struct bs_shape_member
    members_EventCategoriesMapList[] = {
    {MEMBER_AS(member, "EventCategoriesMap", "EventCategoriesMap", EventCategoriesMap)},
};

static const struct bs_shape_member
    members_EventCategoriesMessage[] = {
    {MEMBER(EventCategoriesMapList, EventCategoriesMapList)},
};

static const struct bs_shape_member
    members_EventList[] = {
    {MEMBER_AS(member, "Event", "Event", Event)},
};

static const struct bs_shape_member
    members_EventSubscription[] = {
    {MEMBER(CustomerAwsId, String)},
    {MEMBER(CustSubscriptionId, String)},
    {MEMBER(SnsTopicArn, String)},
    {MEMBER(Status, String)},
    {MEMBER(SubscriptionCreationTime, String)},
    {MEMBER(SourceType, String)},
    {MEMBER(SourceIdsList, SourceIdsList)},
    {MEMBER(EventCategoriesList, EventCategoriesList)},
    {MEMBER(Enabled, Boolean)},
    {MEMBER(EventSubscriptionArn, String)},
};

static const struct bs_shape_member
    members_EventSubscriptionsList[] = {
    {MEMBER_AS(member, "EventSubscription", "EventSubscription", EventSubscription)},
};

static const struct bs_shape_member
    members_EventSubscriptionsMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(EventSubscriptionsList, EventSubscriptionsList)},
};

static const struct bs_shape_member
    members_EventsMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(Events, EventList)},
};

static const struct bs_shape_member
    members_FailoverDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(TargetDBInstanceIdentifier, String)},
};

static const struct bs_shape_member
    members_FailoverDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_FailoverGlobalClusterMessage[] = {
    {MEMBER(GlobalClusterIdentifier, GlobalClusterIdentifier), .is_required = true},
    {MEMBER(TargetDbClusterIdentifier, DBClusterIdentifier), .is_required = true},
    {MEMBER(AllowDataLoss, Boolean)},
    {MEMBER(Switchover, Boolean)},
};

static const struct bs_shape_member
    members_FailoverGlobalClusterResult[] = {
    {MEMBER(GlobalCluster, GlobalCluster)},
};

static const struct bs_shape_member
    members_FailoverState[] = {
    {MEMBER(Status, FailoverStatus)},
    {MEMBER(FromDbClusterArn, String)},
    {MEMBER(ToDbClusterArn, String)},
    {MEMBER(IsDataLossAllowed, Boolean)},
};

static const struct bs_shape_member
    members_FeatureNameList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Filter[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(Values, FilterValueList), .is_required = true},
};

static const struct bs_shape_member
    members_FilterList[] = {
    {MEMBER_AS(member, "Filter", "Filter", Filter)},
};

static const struct bs_shape_member
    members_FilterValueList[] = {
    {MEMBER_AS(member, "Value", "Value", String)},
};

static const struct bs_shape_member
    members_GlobalCluster[] = {
    {MEMBER(GlobalClusterIdentifier, String)},
    {MEMBER(GlobalClusterResourceId, String)},
    {MEMBER(GlobalClusterArn, String)},
    {MEMBER(Status, String)},
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(DatabaseName, String)},
    {MEMBER(StorageEncrypted, Boolean)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(GlobalClusterMembers, GlobalClusterMemberList)},
    {MEMBER(FailoverState, FailoverState)},
    {MEMBER(Endpoint, String)},
    {MEMBER(EngineLifecycleSupport, String)},
    {MEMBER(TagList, TagList)},
};

static const struct bs_shape_member
    members_GlobalClusterList[] = {
    {MEMBER_AS(member, "GlobalClusterMember", "GlobalClusterMember", GlobalCluster)},
};

static const struct bs_shape_member
    members_GlobalClusterMember[] = {
    {MEMBER(DBClusterArn, String)},
    {MEMBER(Readers, ReadersArnList)},
    {MEMBER(IsWriter, Boolean)},
    {MEMBER(GlobalWriteForwardingStatus, WriteForwardingStatus)},
    {MEMBER(SynchronizationStatus, GlobalClusterMemberSynchronizationStatus)},
};

static const struct bs_shape_member
    members_GlobalClusterMemberList[] = {
    {MEMBER_AS(member, "GlobalClusterMember", "GlobalClusterMember", GlobalClusterMember)},
};

static const struct bs_shape_member
    members_GlobalClustersMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(GlobalClusters, GlobalClusterList)},
};

static const struct bs_shape_member
    members_KeyList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ListTagsForResourceMessage[] = {
    {MEMBER(ResourceName, String), .is_required = true},
    {MEMBER(Filters, FilterList)},
};

static const struct bs_shape_member
    members_LogTypeList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_MasterUserSecret[] = {
    {MEMBER(SecretArn, String)},
    {MEMBER(SecretStatus, String)},
    {MEMBER(KmsKeyId, String)},
};

static const struct bs_shape_member
    members_ModifyDBClusterEndpointMessage[] = {
    {MEMBER(DBClusterEndpointIdentifier, String), .is_required = true},
    {MEMBER(EndpointType, String)},
    {MEMBER(StaticMembers, StringList)},
    {MEMBER(ExcludedMembers, StringList)},
};

static const struct bs_shape_member
    members_ModifyDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(NewDBClusterIdentifier, String)},
    {MEMBER(ApplyImmediately, Boolean)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(DBClusterParameterGroupName, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(Port, Integer)},
    {MEMBER(MasterUserPassword, String)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(PreferredMaintenanceWindow, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(BacktrackWindow, Integer)},
    {MEMBER(CloudwatchLogsExportConfiguration, CloudwatchLogsExportConfiguration)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(AllowMajorVersionUpgrade, Boolean)},
    {MEMBER(DBInstanceParameterGroupName, String)},
    {MEMBER(Domain, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(ScalingConfiguration, ScalingConfiguration)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(EnableHttpEndpoint, Boolean)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(EnableGlobalWriteForwarding, Boolean)},
    {MEMBER(DBClusterInstanceClass, String)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(StorageType, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(EnablePerformanceInsights, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(ServerlessV2ScalingConfiguration, ServerlessV2ScalingConfiguration)},
    {MEMBER(NetworkType, String)},
    {MEMBER(MasterUserSecretKmsKeyId, String)},
    {MEMBER(ManageMasterUserPassword, Boolean)},
    {MEMBER(RotateMasterUserPassword, Boolean)},
    {MEMBER(EnableLocalWriteForwarding, Boolean)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
};

static const struct bs_shape_member
    members_ModifyDBClusterParameterGroupMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String), .is_required = true},
    {MEMBER(Parameters, ParametersList), .is_required = true},
};

static const struct bs_shape_member
    members_ModifyDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_ModifyDBClusterSnapshotAttributeMessage[] = {
    {MEMBER(DBClusterSnapshotIdentifier, String), .is_required = true},
    {MEMBER(AttributeName, String), .is_required = true},
    {MEMBER(ValuesToAdd, AttributeValueList)},
    {MEMBER(ValuesToRemove, AttributeValueList)},
};

static const struct bs_shape_member
    members_ModifyDBClusterSnapshotAttributeResult[] = {
    {MEMBER(DBClusterSnapshotAttributesResult, DBClusterSnapshotAttributesResult)},
};

static const struct bs_shape_member
    members_ModifyDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(DBSecurityGroups, DBSecurityGroupNameList)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(ApplyImmediately, Boolean)},
    {MEMBER(MasterUserPassword, String)},
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(PreferredMaintenanceWindow, String)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(AllowMajorVersionUpgrade, Boolean)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(NewDBInstanceIdentifier, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(TdeCredentialPassword, String)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(Domain, String)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(MonitoringInterval, Integer)},
    {MEMBER(DBPortNumber, Integer)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(MonitoringRoleArn, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(PromotionTier, Integer)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(EnablePerformanceInsights, Boolean)},
    {MEMBER(PerformanceInsightsKMSKeyId, String)},
    {MEMBER(PerformanceInsightsRetentionPeriod, Integer)},
    {MEMBER(CloudwatchLogsExportConfiguration, CloudwatchLogsExportConfiguration)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(UseDefaultProcessorFeatures, Boolean)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(MaxAllocatedStorage, Integer)},
    {MEMBER(CertificateRotationRestart, Boolean)},
    {MEMBER(ReplicaMode, ReplicaMode)},
    {MEMBER(EnableCustomerOwnedIp, Boolean)},
    {MEMBER(AwsBackupRecoveryPointArn, AwsBackupRecoveryPointArn)},
    {MEMBER(AutomationMode, AutomationMode)},
    {MEMBER(ResumeFullAutomationModeMinutes, Integer)},
    {MEMBER(NetworkType, String)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(MasterUserSecretKmsKeyId, String)},
    {MEMBER(ManageMasterUserPassword, Boolean)},
    {MEMBER(RotateMasterUserPassword, Boolean)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(DatabaseInsightsMode, DatabaseInsightsMode)},
    {MEMBER(Engine, String)},
};

static const struct bs_shape_member
    members_ModifyDBInstanceResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_ModifyDBParameterGroupMessage[] = {
    {MEMBER(DBParameterGroupName, String), .is_required = true},
    {MEMBER(Parameters, ParametersList), .is_required = true},
};

static const struct bs_shape_member
    members_ModifyDBProxyRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(NewDBProxyName, String)},
    {MEMBER(Auth, UserAuthConfigList)},
    {MEMBER(RequireTLS, Boolean)},
    {MEMBER(IdleClientTimeout, Integer)},
    {MEMBER(DebugLogging, Boolean)},
    {MEMBER(RoleArn, String)},
    {MEMBER(SecurityGroups, StringList)},
};

static const struct bs_shape_member
    members_ModifyDBProxyResponse[] = {
    {MEMBER(DBProxy, DBProxy)},
};

static const struct bs_shape_member
    members_ModifyDBProxyTargetGroupRequest[] = {
    {MEMBER(TargetGroupName, String), .is_required = true},
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(ConnectionPoolConfig, ConnectionPoolConfiguration)},
    {MEMBER(NewName, String)},
};

static const struct bs_shape_member
    members_ModifyDBProxyTargetGroupResponse[] = {
    {MEMBER(DBProxyTargetGroup, DBProxyTargetGroup)},
};

static const struct bs_shape_member
    members_ModifyDBSnapshotAttributeMessage[] = {
    {MEMBER(DBSnapshotIdentifier, String), .is_required = true},
    {MEMBER(AttributeName, String), .is_required = true},
    {MEMBER(ValuesToAdd, AttributeValueList)},
    {MEMBER(ValuesToRemove, AttributeValueList)},
};

static const struct bs_shape_member
    members_ModifyDBSnapshotAttributeResult[] = {
    {MEMBER(DBSnapshotAttributesResult, DBSnapshotAttributesResult)},
};

static const struct bs_shape_member
    members_ModifyDBSnapshotMessage[] = {
    {MEMBER(DBSnapshotIdentifier, String), .is_required = true},
    {MEMBER(EngineVersion, String)},
    {MEMBER(OptionGroupName, String)},
};

static const struct bs_shape_member
    members_ModifyDBSnapshotResult[] = {
    {MEMBER(DBSnapshot, DBSnapshot)},
};

static const struct bs_shape_member
    members_ModifyDBSubnetGroupMessage[] = {
    {MEMBER(DBSubnetGroupName, String), .is_required = true},
    {MEMBER(DBSubnetGroupDescription, String)},
    {MEMBER(SubnetIds, SubnetIdentifierList), .is_required = true},
};

static const struct bs_shape_member
    members_ModifyDBSubnetGroupResult[] = {
    {MEMBER(DBSubnetGroup, DBSubnetGroup)},
};

static const struct bs_shape_member
    members_ModifyEventSubscriptionMessage[] = {
    {MEMBER(SubscriptionName, String), .is_required = true},
    {MEMBER(SnsTopicArn, String)},
    {MEMBER(SourceType, String)},
    {MEMBER(EventCategories, EventCategoriesList)},
    {MEMBER(Enabled, Boolean)},
};

static const struct bs_shape_member
    members_ModifyEventSubscriptionResult[] = {
    {MEMBER(EventSubscription, EventSubscription)},
};

static const struct bs_shape_member
    members_ModifyGlobalClusterMessage[] = {
    {MEMBER(GlobalClusterIdentifier, String)},
    {MEMBER(NewGlobalClusterIdentifier, String)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(AllowMajorVersionUpgrade, Boolean)},
};

static const struct bs_shape_member
    members_ModifyGlobalClusterResult[] = {
    {MEMBER(GlobalCluster, GlobalCluster)},
};

static const struct bs_shape_member
    members_ModifyOptionGroupMessage[] = {
    {MEMBER(OptionGroupName, String), .is_required = true},
    {MEMBER(OptionsToInclude, OptionConfigurationList)},
    {MEMBER(OptionsToRemove, OptionNamesList)},
    {MEMBER(ApplyImmediately, Boolean)},
};

static const struct bs_shape_member
    members_ModifyOptionGroupResult[] = {
    {MEMBER(OptionGroup, OptionGroup)},
};

static const struct bs_shape_member
    members_Option[] = {
    {MEMBER(OptionName, String)},
    {MEMBER(OptionDescription, String)},
    {MEMBER(Persistent, Boolean)},
    {MEMBER(Permanent, Boolean)},
    {MEMBER(Port, Integer)},
    {MEMBER(OptionVersion, String)},
    {MEMBER(OptionSettings, OptionSettingConfigurationList)},
    {MEMBER(DBSecurityGroupMemberships, DBSecurityGroupMembershipList)},
    {MEMBER(VpcSecurityGroupMemberships, VpcSecurityGroupMembershipList)},
};

static const struct bs_shape_member
    members_OptionConfiguration[] = {
    {MEMBER(OptionName, String), .is_required = true},
    {MEMBER(Port, Integer)},
    {MEMBER(OptionVersion, String)},
    {MEMBER(DBSecurityGroupMemberships, DBSecurityGroupNameList)},
    {MEMBER(VpcSecurityGroupMemberships, VpcSecurityGroupIdList)},
    {MEMBER(OptionSettings, OptionSettingsList)},
};

static const struct bs_shape_member
    members_OptionConfigurationList[] = {
    {MEMBER_AS(member, "OptionConfiguration", "OptionConfiguration", OptionConfiguration)},
};

static const struct bs_shape_member
    members_OptionGroup[] = {
    {MEMBER(OptionGroupName, String)},
    {MEMBER(OptionGroupDescription, String)},
    {MEMBER(EngineName, String)},
    {MEMBER(MajorEngineVersion, String)},
    {MEMBER(Options, OptionsList)},
    {MEMBER(AllowsVpcAndNonVpcInstanceMemberships, Boolean)},
    {MEMBER(VpcId, String)},
    {MEMBER(OptionGroupArn, String)},
};

static const struct bs_shape_member
    members_OptionGroupMembership[] = {
    {MEMBER(OptionGroupName, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_OptionGroupMembershipList[] = {
    {MEMBER_AS(member, "OptionGroupMembership", "OptionGroupMembership", OptionGroupMembership)},
};

static const struct bs_shape_member
    members_OptionGroups[] = {
    {MEMBER(OptionGroupsList, OptionGroupsList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_OptionGroupsList[] = {
    {MEMBER_AS(member, "OptionGroup", "OptionGroup", OptionGroup)},
};

static const struct bs_shape_member
    members_OptionNamesList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_OptionSetting[] = {
    {MEMBER(Name, String)},
    {MEMBER(Value, String)},
    {MEMBER(DefaultValue, String)},
    {MEMBER(Description, String)},
    {MEMBER(ApplyType, String)},
    {MEMBER(DataType, String)},
    {MEMBER(AllowedValues, String)},
    {MEMBER(IsModifiable, Boolean)},
    {MEMBER(IsCollection, Boolean)},
};

static const struct bs_shape_member
    members_OptionSettingConfigurationList[] = {
    {MEMBER_AS(member, "OptionSetting", "OptionSetting", OptionSetting)},
};

static const struct bs_shape_member
    members_OptionSettingsList[] = {
    {MEMBER_AS(member, "OptionSetting", "OptionSetting", OptionSetting)},
};

static const struct bs_shape_member
    members_OptionsList[] = {
    {MEMBER_AS(member, "Option", "Option", Option)},
};

static const struct bs_shape_member
    members_OrderableDBInstanceOption[] = {
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(AvailabilityZoneGroup, String)},
    {MEMBER(AvailabilityZones, AvailabilityZoneList)},
    {MEMBER(MultiAZCapable, Boolean)},
    {MEMBER(ReadReplicaCapable, Boolean)},
    {MEMBER(Vpc, Boolean)},
    {MEMBER(SupportsStorageEncryption, Boolean)},
    {MEMBER(StorageType, String)},
    {MEMBER(SupportsIops, Boolean)},
    {MEMBER(SupportsEnhancedMonitoring, Boolean)},
    {MEMBER(SupportsIAMDatabaseAuthentication, Boolean)},
    {MEMBER(SupportsPerformanceInsights, Boolean)},
    {MEMBER(MinStorageSize, Integer)},
    {MEMBER(MaxStorageSize, Integer)},
    {MEMBER(MinIopsPerDbInstance, Integer)},
    {MEMBER(MaxIopsPerDbInstance, Integer)},
    {MEMBER(MinIopsPerGib, Decimal)},
    {MEMBER(MaxIopsPerGib, Decimal)},
    {MEMBER(AvailableProcessorFeatures, AvailableProcessorFeatureList)},
    {MEMBER(SupportedEngineModes, EngineModeList)},
    {MEMBER(SupportsStorageAutoscaling, Boolean)},
    {MEMBER(SupportsKerberosAuthentication, Boolean)},
    {MEMBER(OutpostCapable, Boolean)},
    {MEMBER(SupportedActivityStreamModes, ActivityStreamModeList)},
    {MEMBER(SupportsGlobalDatabases, Boolean)},
    {MEMBER(SupportsClusters, Boolean)},
    {MEMBER(SupportedNetworkTypes, StringList)},
    {MEMBER(SupportsStorageThroughput, Boolean)},
    {MEMBER(MinStorageThroughputPerDbInstance, Integer)},
    {MEMBER(MaxStorageThroughputPerDbInstance, Integer)},
    {MEMBER(MinStorageThroughputPerIops, Decimal)},
    {MEMBER(MaxStorageThroughputPerIops, Decimal)},
};

static const struct bs_shape_member
    members_OrderableDBInstanceOptionsList[] = {
    {MEMBER_AS(member, "OrderableDBInstanceOption", "OrderableDBInstanceOption",
     OrderableDBInstanceOption)},
};

static const struct bs_shape_member
    members_OrderableDBInstanceOptionsMessage[] = {
    {MEMBER(OrderableDBInstanceOptions, OrderableDBInstanceOptionsList)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_Outpost[] = {
    {MEMBER(Arn, String)},
};

static const struct bs_shape_member
    members_Parameter[] = {
    {MEMBER(ParameterName, String)},
    {MEMBER(ParameterValue, String)},
    {MEMBER(Description, String)},
    {MEMBER(Source, String)},
    {MEMBER(ApplyType, String)},
    {MEMBER(DataType, String)},
    {MEMBER(AllowedValues, String)},
    {MEMBER(IsModifiable, Boolean)},
    {MEMBER(MinimumEngineVersion, String)},
    {MEMBER(ApplyMethod, ApplyMethod)},
    {MEMBER(SupportedEngineModes, EngineModeList)},
};

static const struct bs_shape_member
    members_ParametersList[] = {
    {MEMBER_AS(member, "Parameter", "Parameter", Parameter)},
};

static const struct bs_shape_member
    members_PendingCloudwatchLogsExports[] = {
    {MEMBER(LogTypesToEnable, LogTypeList)},
    {MEMBER(LogTypesToDisable, LogTypeList)},
};

static const struct bs_shape_member
    members_PendingMaintenanceAction[] = {
    {MEMBER(Action, String)},
    {MEMBER(AutoAppliedAfterDate, Timestamp)},
    {MEMBER(ForcedApplyDate, Timestamp)},
    {MEMBER(OptInStatus, String)},
    {MEMBER(CurrentApplyDate, Timestamp)},
    {MEMBER(Description, String)},
};

static const struct bs_shape_member
    members_PendingMaintenanceActionDetails[] = {
    {MEMBER_AS(member, "PendingMaintenanceAction", "PendingMaintenanceAction",
     PendingMaintenanceAction)},
};

static const struct bs_shape_member
    members_PendingMaintenanceActions[] = {
    {MEMBER_AS(member, "ResourcePendingMaintenanceActions", "ResourcePendingMaintenanceActions",
     ResourcePendingMaintenanceActions)},
};

static const struct bs_shape_member
    members_PendingMaintenanceActionsMessage[] = {
    {MEMBER(PendingMaintenanceActions, PendingMaintenanceActions)},
    {MEMBER(Marker, String)},
};

static const struct bs_shape_member
    members_PendingModifiedValues[] = {
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(MasterUserPassword, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(DBInstanceIdentifier, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(PendingCloudwatchLogsExports, PendingCloudwatchLogsExports)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(IAMDatabaseAuthenticationEnabled, Boolean)},
    {MEMBER(AutomationMode, AutomationMode)},
    {MEMBER(ResumeFullAutomationModeTime, Timestamp)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(Engine, String)},
};

static const struct bs_shape_member
    members_ProcessorFeature[] = {
    {MEMBER(Name, String)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_ProcessorFeatureList[] = {
    {MEMBER_AS(member, "ProcessorFeature", "ProcessorFeature", ProcessorFeature)},
};

static const struct bs_shape_member
    members_PromoteReadReplicaDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_PromoteReadReplicaDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_PromoteReadReplicaMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
};

static const struct bs_shape_member
    members_PromoteReadReplicaResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_Range[] = {
    {MEMBER(From, Integer)},
    {MEMBER(To, Integer)},
    {MEMBER(Step, Integer)},
};

static const struct bs_shape_member
    members_RangeList[] = {
    {MEMBER_AS(member, "Range", "Range", Range)},
};

static const struct bs_shape_member
    members_ReadReplicaDBClusterIdentifierList[] = {
    {MEMBER_AS(member, "ReadReplicaDBClusterIdentifier", "ReadReplicaDBClusterIdentifier",
     String)},
};

static const struct bs_shape_member
    members_ReadReplicaDBInstanceIdentifierList[] = {
    {MEMBER_AS(member, "ReadReplicaDBInstanceIdentifier", "ReadReplicaDBInstanceIdentifier",
     String)},
};

static const struct bs_shape_member
    members_ReadReplicaIdentifierList[] = {
    {MEMBER_AS(member, "ReadReplicaIdentifier", "ReadReplicaIdentifier", String)},
};

static const struct bs_shape_member
    members_ReadersArnList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_RebootDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_RebootDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_RebootDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(ForceFailover, Boolean)},
};

static const struct bs_shape_member
    members_RebootDBInstanceResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_RegisterDBProxyTargetsRequest[] = {
    {MEMBER(DBProxyName, String), .is_required = true},
    {MEMBER(TargetGroupName, String)},
    {MEMBER(DBInstanceIdentifiers, StringList)},
    {MEMBER(DBClusterIdentifiers, StringList)},
};

static const struct bs_shape_member
    members_RegisterDBProxyTargetsResponse[] = {
    {MEMBER(DBProxyTargets, TargetList)},
};

static const struct bs_shape_member
    members_RemoveFromGlobalClusterMessage[] = {
    {MEMBER(GlobalClusterIdentifier, String)},
    {MEMBER(DbClusterIdentifier, String)},
};

static const struct bs_shape_member
    members_RemoveFromGlobalClusterResult[] = {
    {MEMBER(GlobalCluster, GlobalCluster)},
};

static const struct bs_shape_member
    members_RemoveRoleFromDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(RoleArn, String), .is_required = true},
    {MEMBER(FeatureName, String)},
};

static const struct bs_shape_member
    members_RemoveRoleFromDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(RoleArn, String), .is_required = true},
    {MEMBER(FeatureName, String), .is_required = true},
};

static const struct bs_shape_member
    members_RemoveTagsFromResourceMessage[] = {
    {MEMBER(ResourceName, String), .is_required = true},
    {MEMBER(TagKeys, KeyList), .is_required = true},
};

static const struct bs_shape_member
    members_ResetDBClusterParameterGroupMessage[] = {
    {MEMBER(DBClusterParameterGroupName, String), .is_required = true},
    {MEMBER(ResetAllParameters, Boolean)},
    {MEMBER(Parameters, ParametersList)},
};

static const struct bs_shape_member
    members_ResetDBParameterGroupMessage[] = {
    {MEMBER(DBParameterGroupName, String), .is_required = true},
    {MEMBER(ResetAllParameters, Boolean)},
    {MEMBER(Parameters, ParametersList)},
};

static const struct bs_shape_member
    members_ResourcePendingMaintenanceActions[] = {
    {MEMBER(ResourceIdentifier, String)},
    {MEMBER(PendingMaintenanceActionDetails, PendingMaintenanceActionDetails)},
};

static const struct bs_shape_member
    members_RestoreDBClusterFromSnapshotMessage[] = {
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(SnapshotIdentifier, String), .is_required = true},
    {MEMBER(Engine, String), .is_required = true},
    {MEMBER(EngineVersion, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(DatabaseName, String)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(Tags, TagList)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(BacktrackWindow, Integer)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(EngineMode, String)},
    {MEMBER(ScalingConfiguration, ScalingConfiguration)},
    {MEMBER(DBClusterParameterGroupName, String)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(Domain, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(DBClusterInstanceClass, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(ServerlessV2ScalingConfiguration, ServerlessV2ScalingConfiguration)},
    {MEMBER(NetworkType, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(EngineLifecycleSupport, String)},
};

static const struct bs_shape_member
    members_RestoreDBClusterFromSnapshotResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_RestoreDBClusterToPointInTimeMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
    {MEMBER(RestoreType, String)},
    {MEMBER(SourceDBClusterIdentifier, String)},
    {MEMBER(RestoreToTime, Timestamp)},
    {MEMBER(UseLatestRestorableTime, Boolean)},
    {MEMBER(Port, Integer)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(Tags, TagList)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(BacktrackWindow, Integer)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(DBClusterParameterGroupName, String)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(Domain, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(ScalingConfiguration, ScalingConfiguration)},
    {MEMBER(EngineMode, String)},
    {MEMBER(DBClusterInstanceClass, String)},
    {MEMBER(StorageType, String)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(Iops, Integer)},
    {MEMBER(ServerlessV2ScalingConfiguration, ServerlessV2ScalingConfiguration)},
    {MEMBER(NetworkType, String)},
    {MEMBER(SourceDbClusterResourceId, String)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(EngineLifecycleSupport, String)},
};

static const struct bs_shape_member
    members_RestoreDBClusterToPointInTimeResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_RestoreDBInstanceFromDBSnapshotMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(DBSnapshotIdentifier, String)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(DBName, String)},
    {MEMBER(Engine, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(Tags, TagList)},
    {MEMBER(StorageType, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(TdeCredentialPassword, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(Domain, String)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(UseDefaultProcessorFeatures, Boolean)},
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(EnableCustomerOwnedIp, Boolean)},
    {MEMBER(CustomIamInstanceProfile, String)},
    {MEMBER(BackupTarget, String)},
    {MEMBER(NetworkType, String)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(DBClusterSnapshotIdentifier, String)},
    {MEMBER(MasterUserSecretKmsKeyId, String)},
    {MEMBER(ManageMasterUserPassword, Boolean)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(EngineLifecycleSupport, String)},
};

static const struct bs_shape_member
    members_RestoreDBInstanceFromDBSnapshotResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_RestoreDBInstanceToPointInTimeMessage[] = {
    {MEMBER(SourceDBInstanceIdentifier, String)},
    {MEMBER(TargetDBInstanceIdentifier, String), .is_required = true},
    {MEMBER(RestoreTime, Timestamp)},
    {MEMBER(UseLatestRestorableTime, Boolean)},
    {MEMBER(DBInstanceClass, String)},
    {MEMBER(Port, Integer)},
    {MEMBER(AvailabilityZone, String)},
    {MEMBER(DBSubnetGroupName, String)},
    {MEMBER(MultiAZ, Boolean)},
    {MEMBER(PubliclyAccessible, Boolean)},
    {MEMBER(AutoMinorVersionUpgrade, Boolean)},
    {MEMBER(LicenseModel, String)},
    {MEMBER(DBName, String)},
    {MEMBER(Engine, String)},
    {MEMBER(Iops, Integer)},
    {MEMBER(OptionGroupName, String)},
    {MEMBER(CopyTagsToSnapshot, Boolean)},
    {MEMBER(Tags, TagList)},
    {MEMBER(StorageType, String)},
    {MEMBER(TdeCredentialArn, String)},
    {MEMBER(TdeCredentialPassword, String)},
    {MEMBER(VpcSecurityGroupIds, VpcSecurityGroupIdList)},
    {MEMBER(Domain, String)},
    {MEMBER(DomainIAMRoleName, String)},
    {MEMBER(EnableIAMDatabaseAuthentication, Boolean)},
    {MEMBER(EnableCloudwatchLogsExports, LogTypeList)},
    {MEMBER(ProcessorFeatures, ProcessorFeatureList)},
    {MEMBER(UseDefaultProcessorFeatures, Boolean)},
    {MEMBER(DBParameterGroupName, String)},
    {MEMBER(DeletionProtection, Boolean)},
    {MEMBER(SourceDbiResourceId, String)},
    {MEMBER(MaxAllocatedStorage, Integer)},
    {MEMBER(SourceDBInstanceAutomatedBackupsArn, String)},
    {MEMBER(EnableCustomerOwnedIp, Boolean)},
    {MEMBER(CustomIamInstanceProfile, String)},
    {MEMBER(BackupTarget, String)},
    {MEMBER(NetworkType, String)},
    {MEMBER(StorageThroughput, Integer)},
    {MEMBER(MasterUserSecretKmsKeyId, String)},
    {MEMBER(ManageMasterUserPassword, Boolean)},
    {MEMBER(AllocatedStorage, Integer)},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(PreferredBackupWindow, String)},
    {MEMBER(DedicatedLogVolume, Boolean)},
    {MEMBER(CACertificateIdentifier, String)},
    {MEMBER(EngineLifecycleSupport, String)},
};

static const struct bs_shape_member
    members_RestoreDBInstanceToPointInTimeResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_RestoreWindow[] = {
    {MEMBER(EarliestTime, Timestamp)},
    {MEMBER(LatestTime, Timestamp)},
};

static const struct bs_shape_member
    members_ScalingConfiguration[] = {
    {MEMBER(MinCapacity, Integer)},
    {MEMBER(MaxCapacity, Integer)},
    {MEMBER(AutoPause, Boolean)},
    {MEMBER(SecondsUntilAutoPause, Integer)},
    {MEMBER(TimeoutAction, String)},
    {MEMBER(SecondsBeforeTimeout, Integer)},
};

static const struct bs_shape_member
    members_ScalingConfigurationInfo[] = {
    {MEMBER(MinCapacity, Integer)},
    {MEMBER(MaxCapacity, Integer)},
    {MEMBER(AutoPause, Boolean)},
    {MEMBER(SecondsUntilAutoPause, Integer)},
    {MEMBER(TimeoutAction, String)},
    {MEMBER(SecondsBeforeTimeout, Integer)},
};

static const struct bs_shape_member
    members_ServerlessV2ScalingConfiguration[] = {
    {MEMBER(MinCapacity, Decimal)},
    {MEMBER(MaxCapacity, Decimal)},
};

static const struct bs_shape_member
    members_ServerlessV2ScalingConfigurationInfo[] = {
    {MEMBER(MinCapacity, Decimal)},
    {MEMBER(MaxCapacity, Decimal)},
};

static const struct bs_shape_member
    members_SourceIdsList[] = {
    {MEMBER_AS(member, "SourceId", "SourceId", String)},
};

static const struct bs_shape_member
    members_SourceRegion[] = {
    {MEMBER(RegionName, String)},
    {MEMBER(Endpoint, String)},
    {MEMBER(Status, String)},
    {MEMBER(SupportsDBInstanceAutomatedBackupsReplication, Boolean)},
};

static const struct bs_shape_member
    members_SourceRegionList[] = {
    {MEMBER_AS(member, "SourceRegion", "SourceRegion", SourceRegion)},
};

static const struct bs_shape_member
    members_SourceRegionMessage[] = {
    {MEMBER(Marker, String)},
    {MEMBER(SourceRegions, SourceRegionList)},
};

static const struct bs_shape_member
    members_StartDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_StartDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_StartDBInstanceAutomatedBackupsReplicationMessage[] = {
    {MEMBER(SourceDBInstanceArn, String), .is_required = true},
    {MEMBER(BackupRetentionPeriod, Integer)},
    {MEMBER(KmsKeyId, String)},
    {MEMBER(PreSignedUrl, String)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_StartDBInstanceAutomatedBackupsReplicationResult[] = {
    {MEMBER(DBInstanceAutomatedBackup, DBInstanceAutomatedBackup)},
};

static const struct bs_shape_member
    members_StartDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_StartDBInstanceResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_StopDBClusterMessage[] = {
    {MEMBER(DBClusterIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_StopDBClusterResult[] = {
    {MEMBER(DBCluster, DBCluster)},
};

static const struct bs_shape_member
    members_StopDBInstanceAutomatedBackupsReplicationMessage[] = {
    {MEMBER(SourceDBInstanceArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_StopDBInstanceAutomatedBackupsReplicationResult[] = {
    {MEMBER(DBInstanceAutomatedBackup, DBInstanceAutomatedBackup)},
};

static const struct bs_shape_member
    members_StopDBInstanceMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
    {MEMBER(DBSnapshotIdentifier, String)},
};

static const struct bs_shape_member
    members_StopDBInstanceResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_StringList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Subnet[] = {
    {MEMBER(SubnetIdentifier, String)},
    {MEMBER(SubnetAvailabilityZone, AvailabilityZone)},
    {MEMBER(SubnetOutpost, Outpost)},
    {MEMBER(SubnetStatus, String)},
};

static const struct bs_shape_member
    members_SubnetIdentifierList[] = {
    {MEMBER_AS(member, "SubnetIdentifier", "SubnetIdentifier", String)},
};

static const struct bs_shape_member
    members_SubnetList[] = {
    {MEMBER_AS(member, "Subnet", "Subnet", Subnet)},
};

static const struct bs_shape_member
    members_SupportedCharacterSetsList[] = {
    {MEMBER_AS(member, "CharacterSet", "CharacterSet", CharacterSet)},
};

static const struct bs_shape_member
    members_SupportedTimezonesList[] = {
    {MEMBER_AS(member, "Timezone", "Timezone", Timezone)},
};

static const struct bs_shape_member
    members_SwitchoverBlueGreenDeploymentRequest[] = {
    {MEMBER(BlueGreenDeploymentIdentifier, BlueGreenDeploymentIdentifier), .is_required = true},
    {MEMBER(SwitchoverTimeout, SwitchoverTimeout)},
};

static const struct bs_shape_member
    members_SwitchoverBlueGreenDeploymentResponse[] = {
    {MEMBER(BlueGreenDeployment, BlueGreenDeployment)},
};

static const struct bs_shape_member
    members_SwitchoverDetail[] = {
    {MEMBER(SourceMember, DatabaseArn)},
    {MEMBER(TargetMember, DatabaseArn)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_SwitchoverDetailList[] = {
    {MEMBER(member, SwitchoverDetail)},
};

static const struct bs_shape_member
    members_SwitchoverGlobalClusterMessage[] = {
    {MEMBER(GlobalClusterIdentifier, GlobalClusterIdentifier), .is_required = true},
    {MEMBER(TargetDbClusterIdentifier, DBClusterIdentifier), .is_required = true},
};

static const struct bs_shape_member
    members_SwitchoverGlobalClusterResult[] = {
    {MEMBER(GlobalCluster, GlobalCluster)},
};

static const struct bs_shape_member
    members_SwitchoverReadReplicaMessage[] = {
    {MEMBER(DBInstanceIdentifier, String), .is_required = true},
};

static const struct bs_shape_member
    members_SwitchoverReadReplicaResult[] = {
    {MEMBER(DBInstance, DBInstance)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, String)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER_AS(member, "Tag", "Tag", Tag)},
};

static const struct bs_shape_member
    members_TagListMessage[] = {
    {MEMBER(TagList, TagList)},
};

static const struct bs_shape_member
    members_TargetGroupList[] = {
    {MEMBER(member, DBProxyTargetGroup)},
};

static const struct bs_shape_member
    members_TargetHealth[] = {
    {MEMBER(State, TargetState)},
    {MEMBER(Reason, TargetHealthReason)},
    {MEMBER(Description, String)},
};

static const struct bs_shape_member
    members_TargetList[] = {
    {MEMBER(member, DBProxyTarget)},
};

static const struct bs_shape_member
    members_Timezone[] = {
    {MEMBER(TimezoneName, String)},
};

static const struct bs_shape_member
    members_UpgradeTarget[] = {
    {MEMBER(Engine, String)},
    {MEMBER(EngineVersion, String)},
    {MEMBER(Description, String)},
    {MEMBER(AutoUpgrade, Boolean)},
    {MEMBER(IsMajorVersionUpgrade, Boolean)},
    {MEMBER(SupportedEngineModes, EngineModeList)},
    {MEMBER(SupportsParallelQuery, Boolean)},
    {MEMBER(SupportsGlobalDatabases, Boolean)},
    {MEMBER(SupportsBabelfish, Boolean)},
};

static const struct bs_shape_member
    members_UserAuthConfig[] = {
    {MEMBER(Description, String)},
    {MEMBER(UserName, String)},
    {MEMBER(AuthScheme, AuthScheme)},
    {MEMBER(SecretArn, String)},
    {MEMBER(IAMAuth, IAMAuthMode)},
};

static const struct bs_shape_member
    members_UserAuthConfigInfo[] = {
    {MEMBER(Description, String)},
    {MEMBER(UserName, String)},
    {MEMBER(AuthScheme, AuthScheme)},
    {MEMBER(SecretArn, String)},
    {MEMBER(IAMAuth, IAMAuthMode)},
};

static const struct bs_shape_member
    members_UserAuthConfigInfoList[] = {
    {MEMBER(member, UserAuthConfigInfo)},
};

static const struct bs_shape_member
    members_UserAuthConfigList[] = {
    {MEMBER(member, UserAuthConfig)},
};

static const struct bs_shape_member
    members_ValidDBInstanceModificationsMessage[] = {
    {MEMBER(Storage, ValidStorageOptionsList)},
    {MEMBER(ValidProcessorFeatures, AvailableProcessorFeatureList)},
};

static const struct bs_shape_member
    members_ValidStorageOptions[] = {
    {MEMBER(StorageType, String)},
    {MEMBER(StorageSize, RangeList)},
    {MEMBER(ProvisionedIops, RangeList)},
    {MEMBER(IopsToStorageRatio, DoubleRangeList)},
    {MEMBER(SupportsStorageAutoscaling, Boolean)},
    {MEMBER(ProvisionedStorageThroughput, RangeList)},
    {MEMBER(StorageThroughputToIopsRatio, DoubleRangeList)},
};

static const struct bs_shape_member
    members_ValidStorageOptionsList[] = {
    {MEMBER_AS(member, "ValidStorageOptions", "ValidStorageOptions", ValidStorageOptions)},
};

static const struct bs_shape_member
    members_ValidUpgradeTargetList[] = {
    {MEMBER_AS(member, "UpgradeTarget", "UpgradeTarget", UpgradeTarget)},
};

static const struct bs_shape_member
    members_VpcSecurityGroupIdList[] = {
    {MEMBER_AS(member, "VpcSecurityGroupId", "VpcSecurityGroupId", String)},
};

static const struct bs_shape_member
    members_VpcSecurityGroupMembership[] = {
    {MEMBER(VpcSecurityGroupId, String)},
    {MEMBER(Status, String)},
};

static const struct bs_shape_member
    members_VpcSecurityGroupMembershipList[] = {
    {MEMBER_AS(member, "VpcSecurityGroupMembership", "VpcSecurityGroupMembership",
     VpcSecurityGroupMembership)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AccountAttributesMessage, STRUCTURE)},
    COMPOUND(AccountQuota, STRUCTURE)},
    COMPOUND(AccountQuotaList, LIST)},
    SCALAR(ActivityStreamMode, STRING), WORDS(ActivityStreamMode)},
    COMPOUND(ActivityStreamModeList, LIST)},
    SCALAR(ActivityStreamPolicyStatus, STRING), WORDS(ActivityStreamPolicyStatus)},
    SCALAR(ActivityStreamStatus, STRING), WORDS(ActivityStreamStatus)},
    COMPOUND(AddRoleToDBClusterMessage, STRUCTURE)},
    COMPOUND(AddRoleToDBInstanceMessage, STRUCTURE)},
    COMPOUND(AddTagsToResourceMessage, STRUCTURE)},
    SCALAR(ApplyMethod, STRING), WORDS(ApplyMethod)},
    COMPOUND(ApplyPendingMaintenanceActionMessage, STRUCTURE)},
    COMPOUND(ApplyPendingMaintenanceActionResult, STRUCTURE)},
    COMPOUND(AttributeValueList, LIST)},
    SCALAR(AuthScheme, STRING), WORDS(AuthScheme)},
    SCALAR(AutomationMode, STRING), WORDS(AutomationMode)},
    COMPOUND(AvailabilityZone, STRUCTURE)},
    COMPOUND(AvailabilityZoneList, LIST)},
    COMPOUND(AvailabilityZones, LIST)},
    COMPOUND(AvailableProcessorFeature, STRUCTURE)},
    COMPOUND(AvailableProcessorFeatureList, LIST)},
    SCALAR(AwsBackupRecoveryPointArn, STRING), BOUNDS(43, 350)},
    COMPOUND(BacktrackDBClusterMessage, STRUCTURE)},
    COMPOUND(BlueGreenDeployment, STRUCTURE)},
    SCALAR(BlueGreenDeploymentIdentifier, STRING), BOUNDS(1, 255)},
    COMPOUND(BlueGreenDeploymentList, LIST)},
    SCALAR(BlueGreenDeploymentName, STRING), BOUNDS(1, 60)},
    COMPOUND(BlueGreenDeploymentTask, STRUCTURE)},
    COMPOUND(BlueGreenDeploymentTaskList, LIST)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(Certificate, STRUCTURE)},
    COMPOUND(CertificateDetails, STRUCTURE)},
    COMPOUND(CertificateList, LIST)},
    COMPOUND(CertificateMessage, STRUCTURE)},
    COMPOUND(CharacterSet, STRUCTURE)},
    COMPOUND(CloudwatchLogsExportConfiguration, STRUCTURE)},
    COMPOUND(ClusterPendingModifiedValues, STRUCTURE)},
    COMPOUND(ConnectionPoolConfiguration, STRUCTURE)},
    COMPOUND(ConnectionPoolConfigurationInfo, STRUCTURE)},
    COMPOUND(CopyDBClusterParameterGroupMessage, STRUCTURE)},
    COMPOUND(CopyDBClusterParameterGroupResult, STRUCTURE)},
    COMPOUND(CopyDBClusterSnapshotMessage, STRUCTURE)},
    COMPOUND(CopyDBClusterSnapshotResult, STRUCTURE)},
    COMPOUND(CopyDBParameterGroupMessage, STRUCTURE)},
    COMPOUND(CopyDBParameterGroupResult, STRUCTURE)},
    COMPOUND(CopyDBSnapshotMessage, STRUCTURE)},
    COMPOUND(CopyDBSnapshotResult, STRUCTURE)},
    COMPOUND(CreateBlueGreenDeploymentRequest, STRUCTURE)},
    COMPOUND(CreateBlueGreenDeploymentResponse, STRUCTURE)},
    COMPOUND(CreateDBClusterEndpointMessage, STRUCTURE)},
    COMPOUND(CreateDBClusterMessage, STRUCTURE)},
    COMPOUND(CreateDBClusterParameterGroupMessage, STRUCTURE)},
    COMPOUND(CreateDBClusterParameterGroupResult, STRUCTURE)},
    COMPOUND(CreateDBClusterResult, STRUCTURE)},
    COMPOUND(CreateDBClusterSnapshotMessage, STRUCTURE)},
    COMPOUND(CreateDBClusterSnapshotResult, STRUCTURE)},
    COMPOUND(CreateDBInstanceMessage, STRUCTURE)},
    COMPOUND(CreateDBInstanceReadReplicaMessage, STRUCTURE)},
    COMPOUND(CreateDBInstanceReadReplicaResult, STRUCTURE)},
    COMPOUND(CreateDBInstanceResult, STRUCTURE)},
    COMPOUND(CreateDBParameterGroupMessage, STRUCTURE)},
    COMPOUND(CreateDBParameterGroupResult, STRUCTURE)},
    COMPOUND(CreateDBProxyRequest, STRUCTURE)},
    COMPOUND(CreateDBProxyResponse, STRUCTURE)},
    COMPOUND(CreateDBSnapshotMessage, STRUCTURE)},
    COMPOUND(CreateDBSnapshotResult, STRUCTURE)},
    COMPOUND(CreateDBSubnetGroupMessage, STRUCTURE)},
    COMPOUND(CreateDBSubnetGroupResult, STRUCTURE)},
    COMPOUND(CreateEventSubscriptionMessage, STRUCTURE)},
    COMPOUND(CreateEventSubscriptionResult, STRUCTURE)},
    COMPOUND(CreateGlobalClusterMessage, STRUCTURE)},
    COMPOUND(CreateGlobalClusterResult, STRUCTURE)},
    COMPOUND(CreateOptionGroupMessage, STRUCTURE)},
    COMPOUND(CreateOptionGroupResult, STRUCTURE)},
    SCALAR(CustomDBEngineVersionManifest, STRING), BOUNDS(1, 51000)},
    COMPOUND(DBCluster, STRUCTURE)},
    COMPOUND(DBClusterBacktrack, STRUCTURE)},
    COMPOUND(DBClusterBacktrackList, LIST)},
    COMPOUND(DBClusterBacktrackMessage, STRUCTURE)},
    COMPOUND(DBClusterEndpoint, STRUCTURE)},
    COMPOUND(DBClusterEndpointList, LIST)},
    COMPOUND(DBClusterEndpointMessage, STRUCTURE)},
    SCALAR(DBClusterIdentifier, STRING), BOUNDS(1, 255)},
    COMPOUND(DBClusterList, LIST)},
    COMPOUND(DBClusterMember, STRUCTURE)},
    COMPOUND(DBClusterMemberList, LIST)},
    COMPOUND(DBClusterMessage, STRUCTURE)},
    COMPOUND(DBClusterOptionGroupMemberships, LIST)},
    COMPOUND(DBClusterOptionGroupStatus, STRUCTURE)},
    COMPOUND(DBClusterParameterGroup, STRUCTURE)},
    COMPOUND(DBClusterParameterGroupDetails, STRUCTURE)},
    COMPOUND(DBClusterParameterGroupList, LIST)},
    COMPOUND(DBClusterParameterGroupNameMessage, STRUCTURE)},
    COMPOUND(DBClusterParameterGroupsMessage, STRUCTURE)},
    COMPOUND(DBClusterRole, STRUCTURE)},
    COMPOUND(DBClusterRoles, LIST)},
    COMPOUND(DBClusterSnapshot, STRUCTURE)},
    COMPOUND(DBClusterSnapshotAttribute, STRUCTURE)},
    COMPOUND(DBClusterSnapshotAttributeList, LIST)},
    COMPOUND(DBClusterSnapshotAttributesResult, STRUCTURE)},
    COMPOUND(DBClusterSnapshotList, LIST)},
    COMPOUND(DBClusterSnapshotMessage, STRUCTURE)},
    COMPOUND(DBClusterStatusInfo, STRUCTURE)},
    COMPOUND(DBClusterStatusInfoList, LIST)},
    COMPOUND(DBEngineVersion, STRUCTURE)},
    COMPOUND(DBEngineVersionList, LIST)},
    COMPOUND(DBEngineVersionMessage, STRUCTURE)},
    COMPOUND(DBInstance, STRUCTURE)},
    COMPOUND(DBInstanceAutomatedBackup, STRUCTURE)},
    COMPOUND(DBInstanceAutomatedBackupList, LIST)},
    COMPOUND(DBInstanceAutomatedBackupMessage, STRUCTURE)},
    COMPOUND(DBInstanceAutomatedBackupsReplication, STRUCTURE)},
    COMPOUND(DBInstanceAutomatedBackupsReplicationList, LIST)},
    COMPOUND(DBInstanceList, LIST)},
    COMPOUND(DBInstanceMessage, STRUCTURE)},
    COMPOUND(DBInstanceRole, STRUCTURE)},
    COMPOUND(DBInstanceRoles, LIST)},
    COMPOUND(DBInstanceStatusInfo, STRUCTURE)},
    COMPOUND(DBInstanceStatusInfoList, LIST)},
    COMPOUND(DBParameterGroup, STRUCTURE)},
    COMPOUND(DBParameterGroupDetails, STRUCTURE)},
    COMPOUND(DBParameterGroupList, LIST)},
    COMPOUND(DBParameterGroupNameMessage, STRUCTURE)},
    COMPOUND(DBParameterGroupStatus, STRUCTURE)},
    COMPOUND(DBParameterGroupStatusList, LIST)},
    COMPOUND(DBParameterGroupsMessage, STRUCTURE)},
    COMPOUND(DBProxy, STRUCTURE)},
    COMPOUND(DBProxyList, LIST)},
    SCALAR(DBProxyStatus, STRING), WORDS(DBProxyStatus)},
    COMPOUND(DBProxyTarget, STRUCTURE)},
    COMPOUND(DBProxyTargetGroup, STRUCTURE)},
    COMPOUND(DBSecurityGroupMembership, STRUCTURE)},
    COMPOUND(DBSecurityGroupMembershipList, LIST)},
    COMPOUND(DBSecurityGroupNameList, LIST)},
    COMPOUND(DBSnapshot, STRUCTURE)},
    COMPOUND(DBSnapshotAttribute, STRUCTURE)},
    COMPOUND(DBSnapshotAttributeList, LIST)},
    COMPOUND(DBSnapshotAttributesResult, STRUCTURE)},
    COMPOUND(DBSnapshotList, LIST)},
    COMPOUND(DBSnapshotMessage, STRUCTURE)},
    COMPOUND(DBSubnetGroup, STRUCTURE)},
    COMPOUND(DBSubnetGroupMessage, STRUCTURE)},
    COMPOUND(DBSubnetGroups, LIST)},
    SCALAR(DatabaseArn, STRING), BOUNDS(1, 2048)},
    SCALAR(DatabaseInsightsMode, STRING), WORDS(DatabaseInsightsMode)},
    SCALAR(Decimal, DECIMAL)},
    COMPOUND(DeleteBlueGreenDeploymentRequest, STRUCTURE)},
    COMPOUND(DeleteBlueGreenDeploymentResponse, STRUCTURE)},
    COMPOUND(DeleteDBClusterEndpointMessage, STRUCTURE)},
    COMPOUND(DeleteDBClusterMessage, STRUCTURE)},
    COMPOUND(DeleteDBClusterParameterGroupMessage, STRUCTURE)},
    COMPOUND(DeleteDBClusterResult, STRUCTURE)},
    COMPOUND(DeleteDBClusterSnapshotMessage, STRUCTURE)},
    COMPOUND(DeleteDBClusterSnapshotResult, STRUCTURE)},
    COMPOUND(DeleteDBInstanceAutomatedBackupMessage, STRUCTURE)},
    COMPOUND(DeleteDBInstanceAutomatedBackupResult, STRUCTURE)},
    COMPOUND(DeleteDBInstanceMessage, STRUCTURE)},
    COMPOUND(DeleteDBInstanceResult, STRUCTURE)},
    COMPOUND(DeleteDBParameterGroupMessage, STRUCTURE)},
    COMPOUND(DeleteDBProxyRequest, STRUCTURE)},
    COMPOUND(DeleteDBProxyResponse, STRUCTURE)},
    COMPOUND(DeleteDBSnapshotMessage, STRUCTURE)},
    COMPOUND(DeleteDBSnapshotResult, STRUCTURE)},
    COMPOUND(DeleteDBSubnetGroupMessage, STRUCTURE)},
    COMPOUND(DeleteEventSubscriptionMessage, STRUCTURE)},
    COMPOUND(DeleteEventSubscriptionResult, STRUCTURE)},
    COMPOUND(DeleteGlobalClusterMessage, STRUCTURE)},
    COMPOUND(DeleteGlobalClusterResult, STRUCTURE)},
    COMPOUND(DeleteOptionGroupMessage, STRUCTURE)},
    COMPOUND(DeregisterDBProxyTargetsRequest, STRUCTURE)},
    SCALAR(DeregisterDBProxyTargetsResponse, STRUCTURE)},
    SCALAR(DescribeAccountAttributesMessage, STRUCTURE)},
    COMPOUND(DescribeBlueGreenDeploymentsRequest, STRUCTURE)},
    COMPOUND(DescribeBlueGreenDeploymentsResponse, STRUCTURE)},
    COMPOUND(DescribeCertificatesMessage, STRUCTURE)},
    COMPOUND(DescribeDBClusterBacktracksMessage, STRUCTURE)},
    COMPOUND(DescribeDBClusterEndpointsMessage, STRUCTURE)},
    COMPOUND(DescribeDBClusterParameterGroupsMessage, STRUCTURE)},
    COMPOUND(DescribeDBClusterParametersMessage, STRUCTURE)},
    COMPOUND(DescribeDBClusterSnapshotAttributesMessage, STRUCTURE)},
    COMPOUND(DescribeDBClusterSnapshotAttributesResult, STRUCTURE)},
    COMPOUND(DescribeDBClusterSnapshotsMessage, STRUCTURE)},
    COMPOUND(DescribeDBClustersMessage, STRUCTURE)},
    COMPOUND(DescribeDBEngineVersionsMessage, STRUCTURE)},
    COMPOUND(DescribeDBInstanceAutomatedBackupsMessage, STRUCTURE)},
    COMPOUND(DescribeDBInstancesMessage, STRUCTURE)},
    COMPOUND(DescribeDBParameterGroupsMessage, STRUCTURE)},
    COMPOUND(DescribeDBParametersMessage, STRUCTURE)},
    COMPOUND(DescribeDBProxiesRequest, STRUCTURE)},
    COMPOUND(DescribeDBProxiesResponse, STRUCTURE)},
    COMPOUND(DescribeDBProxyTargetGroupsRequest, STRUCTURE)},
    COMPOUND(DescribeDBProxyTargetGroupsResponse, STRUCTURE)},
    COMPOUND(DescribeDBProxyTargetsRequest, STRUCTURE)},
    COMPOUND(DescribeDBProxyTargetsResponse, STRUCTURE)},
    COMPOUND(DescribeDBSnapshotAttributesMessage, STRUCTURE)},
    COMPOUND(DescribeDBSnapshotAttributesResult, STRUCTURE)},
    COMPOUND(DescribeDBSnapshotsMessage, STRUCTURE)},
    COMPOUND(DescribeDBSubnetGroupsMessage, STRUCTURE)},
    COMPOUND(DescribeEngineDefaultClusterParametersMessage, STRUCTURE)},
    COMPOUND(DescribeEngineDefaultClusterParametersResult, STRUCTURE)},
    COMPOUND(DescribeEngineDefaultParametersMessage, STRUCTURE)},
    COMPOUND(DescribeEngineDefaultParametersResult, STRUCTURE)},
    COMPOUND(DescribeEventCategoriesMessage, STRUCTURE)},
    COMPOUND(DescribeEventSubscriptionsMessage, STRUCTURE)},
    COMPOUND(DescribeEventsMessage, STRUCTURE)},
    COMPOUND(DescribeGlobalClustersMessage, STRUCTURE)},
    COMPOUND(DescribeOptionGroupsMessage, STRUCTURE)},
    COMPOUND(DescribeOrderableDBInstanceOptionsMessage, STRUCTURE)},
    COMPOUND(DescribePendingMaintenanceActionsMessage, STRUCTURE)},
    COMPOUND(DescribeSourceRegionsMessage, STRUCTURE)},
    COMPOUND(DescribeValidDBInstanceModificationsMessage, STRUCTURE)},
    COMPOUND(DescribeValidDBInstanceModificationsResult, STRUCTURE)},
    COMPOUND(DomainMembership, STRUCTURE)},
    COMPOUND(DomainMembershipList, LIST)},
    COMPOUND(DoubleRange, STRUCTURE)},
    COMPOUND(DoubleRangeList, LIST)},
    COMPOUND(Endpoint, STRUCTURE)},
    COMPOUND(EngineDefaults, STRUCTURE)},
    SCALAR(EngineFamily, STRING), WORDS(EngineFamily)},
    COMPOUND(EngineModeList, LIST)},
    COMPOUND(Event, STRUCTURE)},
    COMPOUND(EventCategoriesList, LIST)},
    COMPOUND(EventCategoriesMap, STRUCTURE)},
    COMPOUND(EventCategoriesMapList, LIST)},
    COMPOUND(EventCategoriesMessage, STRUCTURE)},
    COMPOUND(EventList, LIST)},
    COMPOUND(EventSubscription, STRUCTURE)},
    COMPOUND(EventSubscriptionsList, LIST)},
    COMPOUND(EventSubscriptionsMessage, STRUCTURE)},
    COMPOUND(EventsMessage, STRUCTURE)},
    COMPOUND(FailoverDBClusterMessage, STRUCTURE)},
    COMPOUND(FailoverDBClusterResult, STRUCTURE)},
    COMPOUND(FailoverGlobalClusterMessage, STRUCTURE)},
    COMPOUND(FailoverGlobalClusterResult, STRUCTURE)},
    COMPOUND(FailoverState, STRUCTURE)},
    SCALAR(FailoverStatus, STRING), WORDS(FailoverStatus)},
    COMPOUND(FeatureNameList, LIST)},
    COMPOUND(Filter, STRUCTURE)},
    COMPOUND(FilterList, LIST)},
    COMPOUND(FilterValueList, LIST)},
    COMPOUND(GlobalCluster, STRUCTURE)},
    SCALAR(GlobalClusterIdentifier, STRING), BOUNDS(1, 255)},
    COMPOUND(GlobalClusterList, LIST)},
    COMPOUND(GlobalClusterMember, STRUCTURE)},
    COMPOUND(GlobalClusterMemberList, LIST)},
    SCALAR(GlobalClusterMemberSynchronizationStatus, STRING),
    WORDS(GlobalClusterMemberSynchronizationStatus)},
    COMPOUND(GlobalClustersMessage, STRUCTURE)},
    SCALAR(IAMAuthMode, STRING), WORDS(IAMAuthMode)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(KeyList, LIST)},
    COMPOUND(ListTagsForResourceMessage, STRUCTURE)},
    SCALAR(LocalWriteForwardingStatus, STRING), WORDS(LocalWriteForwardingStatus)},
    COMPOUND(LogTypeList, LIST)},
    COMPOUND(MasterUserSecret, STRUCTURE)},
    SCALAR(MaxRecords, INTEGER), BOUNDS(20, 100)},
    COMPOUND(ModifyDBClusterEndpointMessage, STRUCTURE)},
    COMPOUND(ModifyDBClusterMessage, STRUCTURE)},
    COMPOUND(ModifyDBClusterParameterGroupMessage, STRUCTURE)},
    COMPOUND(ModifyDBClusterResult, STRUCTURE)},
    COMPOUND(ModifyDBClusterSnapshotAttributeMessage, STRUCTURE)},
    COMPOUND(ModifyDBClusterSnapshotAttributeResult, STRUCTURE)},
    COMPOUND(ModifyDBInstanceMessage, STRUCTURE)},
    COMPOUND(ModifyDBInstanceResult, STRUCTURE)},
    COMPOUND(ModifyDBParameterGroupMessage, STRUCTURE)},
    COMPOUND(ModifyDBProxyRequest, STRUCTURE)},
    COMPOUND(ModifyDBProxyResponse, STRUCTURE)},
    COMPOUND(ModifyDBProxyTargetGroupRequest, STRUCTURE)},
    COMPOUND(ModifyDBProxyTargetGroupResponse, STRUCTURE)},
    COMPOUND(ModifyDBSnapshotAttributeMessage, STRUCTURE)},
    COMPOUND(ModifyDBSnapshotAttributeResult, STRUCTURE)},
    COMPOUND(ModifyDBSnapshotMessage, STRUCTURE)},
    COMPOUND(ModifyDBSnapshotResult, STRUCTURE)},
    COMPOUND(ModifyDBSubnetGroupMessage, STRUCTURE)},
    COMPOUND(ModifyDBSubnetGroupResult, STRUCTURE)},
    COMPOUND(ModifyEventSubscriptionMessage, STRUCTURE)},
    COMPOUND(ModifyEventSubscriptionResult, STRUCTURE)},
    COMPOUND(ModifyGlobalClusterMessage, STRUCTURE)},
    COMPOUND(ModifyGlobalClusterResult, STRUCTURE)},
    COMPOUND(ModifyOptionGroupMessage, STRUCTURE)},
    COMPOUND(ModifyOptionGroupResult, STRUCTURE)},
    COMPOUND(Option, STRUCTURE)},
    COMPOUND(OptionConfiguration, STRUCTURE)},
    COMPOUND(OptionConfigurationList, LIST)},
    COMPOUND(OptionGroup, STRUCTURE)},
    COMPOUND(OptionGroupMembership, STRUCTURE)},
    COMPOUND(OptionGroupMembershipList, LIST)},
    COMPOUND(OptionGroups, STRUCTURE)},
    COMPOUND(OptionGroupsList, LIST)},
    COMPOUND(OptionNamesList, LIST)},
    COMPOUND(OptionSetting, STRUCTURE)},
    COMPOUND(OptionSettingConfigurationList, LIST)},
    COMPOUND(OptionSettingsList, LIST)},
    COMPOUND(OptionsList, LIST)},
    COMPOUND(OrderableDBInstanceOption, STRUCTURE)},
    COMPOUND(OrderableDBInstanceOptionsList, LIST)},
    COMPOUND(OrderableDBInstanceOptionsMessage, STRUCTURE)},
    COMPOUND(Outpost, STRUCTURE)},
    COMPOUND(Parameter, STRUCTURE)},
    COMPOUND(ParametersList, LIST)},
    COMPOUND(PendingCloudwatchLogsExports, STRUCTURE)},
    COMPOUND(PendingMaintenanceAction, STRUCTURE)},
    COMPOUND(PendingMaintenanceActionDetails, LIST)},
    COMPOUND(PendingMaintenanceActions, LIST)},
    COMPOUND(PendingMaintenanceActionsMessage, STRUCTURE)},
    COMPOUND(PendingModifiedValues, STRUCTURE)},
    COMPOUND(ProcessorFeature, STRUCTURE)},
    COMPOUND(ProcessorFeatureList, LIST)},
    COMPOUND(PromoteReadReplicaDBClusterMessage, STRUCTURE)},
    COMPOUND(PromoteReadReplicaDBClusterResult, STRUCTURE)},
    COMPOUND(PromoteReadReplicaMessage, STRUCTURE)},
    COMPOUND(PromoteReadReplicaResult, STRUCTURE)},
    COMPOUND(Range, STRUCTURE)},
    COMPOUND(RangeList, LIST)},
    COMPOUND(ReadReplicaDBClusterIdentifierList, LIST)},
    COMPOUND(ReadReplicaDBInstanceIdentifierList, LIST)},
    COMPOUND(ReadReplicaIdentifierList, LIST)},
    COMPOUND(ReadersArnList, LIST)},
    COMPOUND(RebootDBClusterMessage, STRUCTURE)},
    COMPOUND(RebootDBClusterResult, STRUCTURE)},
    COMPOUND(RebootDBInstanceMessage, STRUCTURE)},
    COMPOUND(RebootDBInstanceResult, STRUCTURE)},
    COMPOUND(RegisterDBProxyTargetsRequest, STRUCTURE)},
    COMPOUND(RegisterDBProxyTargetsResponse, STRUCTURE)},
    COMPOUND(RemoveFromGlobalClusterMessage, STRUCTURE)},
    COMPOUND(RemoveFromGlobalClusterResult, STRUCTURE)},
    COMPOUND(RemoveRoleFromDBClusterMessage, STRUCTURE)},
    COMPOUND(RemoveRoleFromDBInstanceMessage, STRUCTURE)},
    COMPOUND(RemoveTagsFromResourceMessage, STRUCTURE)},
    SCALAR(ReplicaMode, STRING), WORDS(ReplicaMode)},
    COMPOUND(ResetDBClusterParameterGroupMessage, STRUCTURE)},
    COMPOUND(ResetDBParameterGroupMessage, STRUCTURE)},
    COMPOUND(ResourcePendingMaintenanceActions, STRUCTURE)},
    COMPOUND(RestoreDBClusterFromSnapshotMessage, STRUCTURE)},
    COMPOUND(RestoreDBClusterFromSnapshotResult, STRUCTURE)},
    COMPOUND(RestoreDBClusterToPointInTimeMessage, STRUCTURE)},
    COMPOUND(RestoreDBClusterToPointInTimeResult, STRUCTURE)},
    COMPOUND(RestoreDBInstanceFromDBSnapshotMessage, STRUCTURE)},
    COMPOUND(RestoreDBInstanceFromDBSnapshotResult, STRUCTURE)},
    COMPOUND(RestoreDBInstanceToPointInTimeMessage, STRUCTURE)},
    COMPOUND(RestoreDBInstanceToPointInTimeResult, STRUCTURE)},
    COMPOUND(RestoreWindow, STRUCTURE)},
    COMPOUND(ScalingConfiguration, STRUCTURE)},
    COMPOUND(ScalingConfigurationInfo, STRUCTURE)},
    COMPOUND(ServerlessV2ScalingConfiguration, STRUCTURE)},
    COMPOUND(ServerlessV2ScalingConfigurationInfo, STRUCTURE)},
    COMPOUND(SourceIdsList, LIST)},
    COMPOUND(SourceRegion, STRUCTURE)},
    COMPOUND(SourceRegionList, LIST)},
    COMPOUND(SourceRegionMessage, STRUCTURE)},
    SCALAR(SourceType, STRING), WORDS(SourceType)},
    COMPOUND(StartDBClusterMessage, STRUCTURE)},
    COMPOUND(StartDBClusterResult, STRUCTURE)},
    COMPOUND(StartDBInstanceAutomatedBackupsReplicationMessage, STRUCTURE)},
    COMPOUND(StartDBInstanceAutomatedBackupsReplicationResult, STRUCTURE)},
    COMPOUND(StartDBInstanceMessage, STRUCTURE)},
    COMPOUND(StartDBInstanceResult, STRUCTURE)},
    COMPOUND(StopDBClusterMessage, STRUCTURE)},
    COMPOUND(StopDBClusterResult, STRUCTURE)},
    COMPOUND(StopDBInstanceAutomatedBackupsReplicationMessage, STRUCTURE)},
    COMPOUND(StopDBInstanceAutomatedBackupsReplicationResult, STRUCTURE)},
    COMPOUND(StopDBInstanceMessage, STRUCTURE)},
    COMPOUND(StopDBInstanceResult, STRUCTURE)},
    SCALAR(String, STRING)},
    COMPOUND(StringList, LIST)},
    COMPOUND(Subnet, STRUCTURE)},
    COMPOUND(SubnetIdentifierList, LIST)},
    COMPOUND(SubnetList, LIST)},
    COMPOUND(SupportedCharacterSetsList, LIST)},
    COMPOUND(SupportedTimezonesList, LIST)},
    COMPOUND(SwitchoverBlueGreenDeploymentRequest, STRUCTURE)},
    COMPOUND(SwitchoverBlueGreenDeploymentResponse, STRUCTURE)},
    COMPOUND(SwitchoverDetail, STRUCTURE)},
    COMPOUND(SwitchoverDetailList, LIST)},
    COMPOUND(SwitchoverGlobalClusterMessage, STRUCTURE)},
    COMPOUND(SwitchoverGlobalClusterResult, STRUCTURE)},
    COMPOUND(SwitchoverReadReplicaMessage, STRUCTURE)},
    COMPOUND(SwitchoverReadReplicaResult, STRUCTURE)},
    SCALAR(SwitchoverTimeout, INTEGER), BOUNDS(30, INT64_MAX)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagList, LIST)},
    COMPOUND(TagListMessage, STRUCTURE)},
    SCALAR(TargetDBClusterParameterGroupName, STRING), BOUNDS(1, 255)},
    SCALAR(TargetDBParameterGroupName, STRING), BOUNDS(1, 255)},
    SCALAR(TargetEngineVersion, STRING), BOUNDS(1, 64)},
    COMPOUND(TargetGroupList, LIST)},
    COMPOUND(TargetHealth, STRUCTURE)},
    SCALAR(TargetHealthReason, STRING), WORDS(TargetHealthReason)},
    COMPOUND(TargetList, LIST)},
    SCALAR(TargetRole, STRING), WORDS(TargetRole)},
    SCALAR(TargetState, STRING), WORDS(TargetState)},
    SCALAR(TargetType, STRING), WORDS(TargetType)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(Timezone, STRUCTURE)},
    COMPOUND(UpgradeTarget, STRUCTURE)},
    COMPOUND(UserAuthConfig, STRUCTURE)},
    COMPOUND(UserAuthConfigInfo, STRUCTURE)},
    COMPOUND(UserAuthConfigInfoList, LIST)},
    COMPOUND(UserAuthConfigList, LIST)},
    COMPOUND(ValidDBInstanceModificationsMessage, STRUCTURE)},
    COMPOUND(ValidStorageOptions, STRUCTURE)},
    COMPOUND(ValidStorageOptionsList, LIST)},
    COMPOUND(ValidUpgradeTargetList, LIST)},
    COMPOUND(VpcSecurityGroupIdList, LIST)},
    COMPOUND(VpcSecurityGroupMembership, STRUCTURE)},
    COMPOUND(VpcSecurityGroupMembershipList, LIST)},
    SCALAR(WriteForwardingStatus, STRING), WORDS(WriteForwardingStatus)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AddRoleToDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AddRoleToDBClusterMessage)},
    {.name = "AddRoleToDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AddRoleToDBInstanceMessage)},
    {.name = "AddTagsToResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AddTagsToResourceMessage)},
    {.name = "ApplyPendingMaintenanceAction", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ApplyPendingMaintenanceActionMessage),
     .output = SHAPE(ApplyPendingMaintenanceActionResult),
     .result_name = "ApplyPendingMaintenanceActionResult"},
    {.name = "BacktrackDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BacktrackDBClusterMessage), .output = SHAPE(DBClusterBacktrack),
     .result_name = "BacktrackDBClusterResult"},
    {.name = "CopyDBClusterParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CopyDBClusterParameterGroupMessage),
     .output = SHAPE(CopyDBClusterParameterGroupResult),
     .result_name = "CopyDBClusterParameterGroupResult"},
    {.name = "CopyDBClusterSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CopyDBClusterSnapshotMessage), .output = SHAPE(CopyDBClusterSnapshotResult),
     .result_name = "CopyDBClusterSnapshotResult"},
    {.name = "CopyDBParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CopyDBParameterGroupMessage), .output = SHAPE(CopyDBParameterGroupResult),
     .result_name = "CopyDBParameterGroupResult"},
    {.name = "CopyDBSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CopyDBSnapshotMessage), .output = SHAPE(CopyDBSnapshotResult),
     .result_name = "CopyDBSnapshotResult"},
    {.name = "CreateBlueGreenDeployment", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateBlueGreenDeploymentRequest),
     .output = SHAPE(CreateBlueGreenDeploymentResponse),
     .result_name = "CreateBlueGreenDeploymentResult"},
    {.name = "CreateDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBClusterMessage), .output = SHAPE(CreateDBClusterResult),
     .result_name = "CreateDBClusterResult"},
    {.name = "CreateDBClusterEndpoint", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBClusterEndpointMessage), .output = SHAPE(DBClusterEndpoint),
     .result_name = "CreateDBClusterEndpointResult"},
    {.name = "CreateDBClusterParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBClusterParameterGroupMessage),
     .output = SHAPE(CreateDBClusterParameterGroupResult),
     .result_name = "CreateDBClusterParameterGroupResult"},
    {.name = "CreateDBClusterSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBClusterSnapshotMessage),
     .output = SHAPE(CreateDBClusterSnapshotResult),
     .result_name = "CreateDBClusterSnapshotResult"},
    {.name = "CreateDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBInstanceMessage), .output = SHAPE(CreateDBInstanceResult),
     .result_name = "CreateDBInstanceResult"},
    {.name = "CreateDBInstanceReadReplica", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBInstanceReadReplicaMessage),
     .output = SHAPE(CreateDBInstanceReadReplicaResult),
     .result_name = "CreateDBInstanceReadReplicaResult"},
    {.name = "CreateDBParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBParameterGroupMessage), .output = SHAPE(CreateDBParameterGroupResult),
     .result_name = "CreateDBParameterGroupResult"},
    {.name = "CreateDBProxy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBProxyRequest), .output = SHAPE(CreateDBProxyResponse),
     .result_name = "CreateDBProxyResult"},
    {.name = "CreateDBSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBSnapshotMessage), .output = SHAPE(CreateDBSnapshotResult),
     .result_name = "CreateDBSnapshotResult"},
    {.name = "CreateDBSubnetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateDBSubnetGroupMessage), .output = SHAPE(CreateDBSubnetGroupResult),
     .result_name = "CreateDBSubnetGroupResult"},
    {.name = "CreateEventSubscription", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateEventSubscriptionMessage),
     .output = SHAPE(CreateEventSubscriptionResult),
     .result_name = "CreateEventSubscriptionResult"},
    {.name = "CreateGlobalCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateGlobalClusterMessage), .output = SHAPE(CreateGlobalClusterResult),
     .result_name = "CreateGlobalClusterResult"},
    {.name = "CreateOptionGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateOptionGroupMessage), .output = SHAPE(CreateOptionGroupResult),
     .result_name = "CreateOptionGroupResult"},
    {.name = "DeleteBlueGreenDeployment", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteBlueGreenDeploymentRequest),
     .output = SHAPE(DeleteBlueGreenDeploymentResponse),
     .result_name = "DeleteBlueGreenDeploymentResult"},
    {.name = "DeleteDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBClusterMessage), .output = SHAPE(DeleteDBClusterResult),
     .result_name = "DeleteDBClusterResult"},
    {.name = "DeleteDBClusterEndpoint", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBClusterEndpointMessage), .output = SHAPE(DBClusterEndpoint),
     .result_name = "DeleteDBClusterEndpointResult"},
    {.name = "DeleteDBClusterParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBClusterParameterGroupMessage)},
    {.name = "DeleteDBClusterSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBClusterSnapshotMessage),
     .output = SHAPE(DeleteDBClusterSnapshotResult),
     .result_name = "DeleteDBClusterSnapshotResult"},
    {.name = "DeleteDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBInstanceMessage), .output = SHAPE(DeleteDBInstanceResult),
     .result_name = "DeleteDBInstanceResult"},
    {.name = "DeleteDBInstanceAutomatedBackup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBInstanceAutomatedBackupMessage),
     .output = SHAPE(DeleteDBInstanceAutomatedBackupResult),
     .result_name = "DeleteDBInstanceAutomatedBackupResult"},
    {.name = "DeleteDBParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBParameterGroupMessage)},
    {.name = "DeleteDBProxy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBProxyRequest), .output = SHAPE(DeleteDBProxyResponse),
     .result_name = "DeleteDBProxyResult"},
    {.name = "DeleteDBSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBSnapshotMessage), .output = SHAPE(DeleteDBSnapshotResult),
     .result_name = "DeleteDBSnapshotResult"},
    {.name = "DeleteDBSubnetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDBSubnetGroupMessage)},
    {.name = "DeleteEventSubscription", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteEventSubscriptionMessage),
     .output = SHAPE(DeleteEventSubscriptionResult),
     .result_name = "DeleteEventSubscriptionResult"},
    {.name = "DeleteGlobalCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteGlobalClusterMessage), .output = SHAPE(DeleteGlobalClusterResult),
     .result_name = "DeleteGlobalClusterResult"},
    {.name = "DeleteOptionGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteOptionGroupMessage)},
    {.name = "DeregisterDBProxyTargets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeregisterDBProxyTargetsRequest),
     .output = SHAPE(DeregisterDBProxyTargetsResponse),
     .result_name = "DeregisterDBProxyTargetsResult"},
    {.name = "DescribeAccountAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAccountAttributesMessage), .output = SHAPE(AccountAttributesMessage),
     .result_name = "DescribeAccountAttributesResult"},
    {.name = "DescribeBlueGreenDeployments", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeBlueGreenDeploymentsRequest),
     .output = SHAPE(DescribeBlueGreenDeploymentsResponse),
     .result_name = "DescribeBlueGreenDeploymentsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "BlueGreenDeployments", NULL, 100}},
    {.name = "DescribeCertificates", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeCertificatesMessage), .output = SHAPE(CertificateMessage),
     .result_name = "DescribeCertificatesResult", .pages = {"Marker", "Marker", "MaxRecords",
     "Certificates", NULL, 100}},
    {.name = "DescribeDBClusterBacktracks", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClusterBacktracksMessage),
     .output = SHAPE(DBClusterBacktrackMessage),
     .result_name = "DescribeDBClusterBacktracksResult", .pages = {"Marker", "Marker",
     "MaxRecords", "DBClusterBacktracks", NULL, 100}},
    {.name = "DescribeDBClusterEndpoints", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClusterEndpointsMessage), .output = SHAPE(DBClusterEndpointMessage),
     .result_name = "DescribeDBClusterEndpointsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "DBClusterEndpoints", NULL, 100}},
    {.name = "DescribeDBClusterParameterGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClusterParameterGroupsMessage),
     .output = SHAPE(DBClusterParameterGroupsMessage),
     .result_name = "DescribeDBClusterParameterGroupsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "DBClusterParameterGroups", NULL, 100}},
    {.name = "DescribeDBClusterParameters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClusterParametersMessage),
     .output = SHAPE(DBClusterParameterGroupDetails),
     .result_name = "DescribeDBClusterParametersResult", .pages = {"Marker", "Marker",
     "MaxRecords", "Parameters", NULL, 100}},
    {.name = "DescribeDBClusterSnapshotAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClusterSnapshotAttributesMessage),
     .output = SHAPE(DescribeDBClusterSnapshotAttributesResult),
     .result_name = "DescribeDBClusterSnapshotAttributesResult"},
    {.name = "DescribeDBClusterSnapshots", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClusterSnapshotsMessage), .output = SHAPE(DBClusterSnapshotMessage),
     .result_name = "DescribeDBClusterSnapshotsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "DBClusterSnapshots", NULL, 100}},
    {.name = "DescribeDBClusters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBClustersMessage), .output = SHAPE(DBClusterMessage),
     .result_name = "DescribeDBClustersResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBClusters", NULL, 100}},
    {.name = "DescribeDBEngineVersions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBEngineVersionsMessage), .output = SHAPE(DBEngineVersionMessage),
     .result_name = "DescribeDBEngineVersionsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBEngineVersions", NULL, 100}},
    {.name = "DescribeDBInstanceAutomatedBackups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBInstanceAutomatedBackupsMessage),
     .output = SHAPE(DBInstanceAutomatedBackupMessage),
     .result_name = "DescribeDBInstanceAutomatedBackupsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "DBInstanceAutomatedBackups", NULL, 100}},
    {.name = "DescribeDBInstances", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBInstancesMessage), .output = SHAPE(DBInstanceMessage),
     .result_name = "DescribeDBInstancesResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBInstances", NULL, 100}},
    {.name = "DescribeDBParameterGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBParameterGroupsMessage), .output = SHAPE(DBParameterGroupsMessage),
     .result_name = "DescribeDBParameterGroupsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBParameterGroups", NULL, 100}},
    {.name = "DescribeDBParameters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBParametersMessage), .output = SHAPE(DBParameterGroupDetails),
     .result_name = "DescribeDBParametersResult", .pages = {"Marker", "Marker", "MaxRecords",
     "Parameters", NULL, 100}},
    {.name = "DescribeDBProxies", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBProxiesRequest), .output = SHAPE(DescribeDBProxiesResponse),
     .result_name = "DescribeDBProxiesResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBProxies", NULL, 100}},
    {.name = "DescribeDBProxyTargetGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBProxyTargetGroupsRequest),
     .output = SHAPE(DescribeDBProxyTargetGroupsResponse),
     .result_name = "DescribeDBProxyTargetGroupsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "TargetGroups", NULL, 100}},
    {.name = "DescribeDBProxyTargets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBProxyTargetsRequest),
     .output = SHAPE(DescribeDBProxyTargetsResponse),
     .result_name = "DescribeDBProxyTargetsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "Targets", NULL, 100}},
    {.name = "DescribeDBSnapshotAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBSnapshotAttributesMessage),
     .output = SHAPE(DescribeDBSnapshotAttributesResult),
     .result_name = "DescribeDBSnapshotAttributesResult"},
    {.name = "DescribeDBSnapshots", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBSnapshotsMessage), .output = SHAPE(DBSnapshotMessage),
     .result_name = "DescribeDBSnapshotsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBSnapshots", NULL, 100}},
    {.name = "DescribeDBSubnetGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeDBSubnetGroupsMessage), .output = SHAPE(DBSubnetGroupMessage),
     .result_name = "DescribeDBSubnetGroupsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "DBSubnetGroups", NULL, 100}},
    {.name = "DescribeEngineDefaultClusterParameters", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(DescribeEngineDefaultClusterParametersMessage),
     .output = SHAPE(DescribeEngineDefaultClusterParametersResult),
     .result_name = "DescribeEngineDefaultClusterParametersResult"},
    {.name = "DescribeEngineDefaultParameters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeEngineDefaultParametersMessage),
     .output = SHAPE(DescribeEngineDefaultParametersResult),
     .result_name = "DescribeEngineDefaultParametersResult"},
    {.name = "DescribeEventCategories", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeEventCategoriesMessage), .output = SHAPE(EventCategoriesMessage),
     .result_name = "DescribeEventCategoriesResult"},
    {.name = "DescribeEventSubscriptions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeEventSubscriptionsMessage),
     .output = SHAPE(EventSubscriptionsMessage),
     .result_name = "DescribeEventSubscriptionsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "EventSubscriptionsList", NULL, 100}},
    {.name = "DescribeEvents", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeEventsMessage), .output = SHAPE(EventsMessage),
     .result_name = "DescribeEventsResult", .pages = {"Marker", "Marker", "MaxRecords", "Events",
     NULL, 100}},
    {.name = "DescribeGlobalClusters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeGlobalClustersMessage), .output = SHAPE(GlobalClustersMessage),
     .result_name = "DescribeGlobalClustersResult", .pages = {"Marker", "Marker", "MaxRecords",
     "GlobalClusters", NULL, 100}},
    {.name = "DescribeOptionGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeOptionGroupsMessage), .output = SHAPE(OptionGroups),
     .result_name = "DescribeOptionGroupsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "OptionGroupsList", NULL, 100}},
    {.name = "DescribeOrderableDBInstanceOptions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeOrderableDBInstanceOptionsMessage),
     .output = SHAPE(OrderableDBInstanceOptionsMessage),
     .result_name = "DescribeOrderableDBInstanceOptionsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "OrderableDBInstanceOptions", NULL, 100}},
    {.name = "DescribePendingMaintenanceActions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribePendingMaintenanceActionsMessage),
     .output = SHAPE(PendingMaintenanceActionsMessage),
     .result_name = "DescribePendingMaintenanceActionsResult", .pages = {"Marker", "Marker",
     "MaxRecords", "PendingMaintenanceActions", NULL, 100}},
    {.name = "DescribeSourceRegions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeSourceRegionsMessage), .output = SHAPE(SourceRegionMessage),
     .result_name = "DescribeSourceRegionsResult", .pages = {"Marker", "Marker", "MaxRecords",
     "SourceRegions", NULL, 100}},
    {.name = "DescribeValidDBInstanceModifications", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeValidDBInstanceModificationsMessage),
     .output = SHAPE(DescribeValidDBInstanceModificationsResult),
     .result_name = "DescribeValidDBInstanceModificationsResult"},
    {.name = "FailoverDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(FailoverDBClusterMessage), .output = SHAPE(FailoverDBClusterResult),
     .result_name = "FailoverDBClusterResult"},
    {.name = "FailoverGlobalCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(FailoverGlobalClusterMessage), .output = SHAPE(FailoverGlobalClusterResult),
     .result_name = "FailoverGlobalClusterResult"},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceMessage), .output = SHAPE(TagListMessage),
     .result_name = "ListTagsForResourceResult"},
    {.name = "ModifyDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBClusterMessage), .output = SHAPE(ModifyDBClusterResult),
     .result_name = "ModifyDBClusterResult"},
    {.name = "ModifyDBClusterEndpoint", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBClusterEndpointMessage), .output = SHAPE(DBClusterEndpoint),
     .result_name = "ModifyDBClusterEndpointResult"},
    {.name = "ModifyDBClusterParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBClusterParameterGroupMessage),
     .output = SHAPE(DBClusterParameterGroupNameMessage),
     .result_name = "ModifyDBClusterParameterGroupResult"},
    {.name = "ModifyDBClusterSnapshotAttribute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBClusterSnapshotAttributeMessage),
     .output = SHAPE(ModifyDBClusterSnapshotAttributeResult),
     .result_name = "ModifyDBClusterSnapshotAttributeResult"},
    {.name = "ModifyDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBInstanceMessage), .output = SHAPE(ModifyDBInstanceResult),
     .result_name = "ModifyDBInstanceResult"},
    {.name = "ModifyDBParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBParameterGroupMessage), .output = SHAPE(DBParameterGroupNameMessage),
     .result_name = "ModifyDBParameterGroupResult"},
    {.name = "ModifyDBProxy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBProxyRequest), .output = SHAPE(ModifyDBProxyResponse),
     .result_name = "ModifyDBProxyResult"},
    {.name = "ModifyDBProxyTargetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBProxyTargetGroupRequest),
     .output = SHAPE(ModifyDBProxyTargetGroupResponse),
     .result_name = "ModifyDBProxyTargetGroupResult"},
    {.name = "ModifyDBSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBSnapshotMessage), .output = SHAPE(ModifyDBSnapshotResult),
     .result_name = "ModifyDBSnapshotResult"},
    {.name = "ModifyDBSnapshotAttribute", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBSnapshotAttributeMessage),
     .output = SHAPE(ModifyDBSnapshotAttributeResult),
     .result_name = "ModifyDBSnapshotAttributeResult"},
    {.name = "ModifyDBSubnetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyDBSubnetGroupMessage), .output = SHAPE(ModifyDBSubnetGroupResult),
     .result_name = "ModifyDBSubnetGroupResult"},
    {.name = "ModifyEventSubscription", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyEventSubscriptionMessage),
     .output = SHAPE(ModifyEventSubscriptionResult),
     .result_name = "ModifyEventSubscriptionResult"},
    {.name = "ModifyGlobalCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyGlobalClusterMessage), .output = SHAPE(ModifyGlobalClusterResult),
     .result_name = "ModifyGlobalClusterResult"},
    {.name = "ModifyOptionGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyOptionGroupMessage), .output = SHAPE(ModifyOptionGroupResult),
     .result_name = "ModifyOptionGroupResult"},
    {.name = "PromoteReadReplica", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PromoteReadReplicaMessage), .output = SHAPE(PromoteReadReplicaResult),
     .result_name = "PromoteReadReplicaResult"},
    {.name = "PromoteReadReplicaDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PromoteReadReplicaDBClusterMessage),
     .output = SHAPE(PromoteReadReplicaDBClusterResult),
     .result_name = "PromoteReadReplicaDBClusterResult"},
    {.name = "RebootDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RebootDBClusterMessage), .output = SHAPE(RebootDBClusterResult),
     .result_name = "RebootDBClusterResult"},
    {.name = "RebootDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RebootDBInstanceMessage), .output = SHAPE(RebootDBInstanceResult),
     .result_name = "RebootDBInstanceResult"},
    {.name = "RegisterDBProxyTargets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RegisterDBProxyTargetsRequest),
     .output = SHAPE(RegisterDBProxyTargetsResponse),
     .result_name = "RegisterDBProxyTargetsResult"},
    {.name = "RemoveFromGlobalCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveFromGlobalClusterMessage),
     .output = SHAPE(RemoveFromGlobalClusterResult),
     .result_name = "RemoveFromGlobalClusterResult"},
    {.name = "RemoveRoleFromDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveRoleFromDBClusterMessage)},
    {.name = "RemoveRoleFromDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveRoleFromDBInstanceMessage)},
    {.name = "RemoveTagsFromResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveTagsFromResourceMessage)},
    {.name = "ResetDBClusterParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ResetDBClusterParameterGroupMessage),
     .output = SHAPE(DBClusterParameterGroupNameMessage),
     .result_name = "ResetDBClusterParameterGroupResult"},
    {.name = "ResetDBParameterGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ResetDBParameterGroupMessage), .output = SHAPE(DBParameterGroupNameMessage),
     .result_name = "ResetDBParameterGroupResult"},
    {.name = "RestoreDBClusterFromSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreDBClusterFromSnapshotMessage),
     .output = SHAPE(RestoreDBClusterFromSnapshotResult),
     .result_name = "RestoreDBClusterFromSnapshotResult"},
    {.name = "RestoreDBClusterToPointInTime", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreDBClusterToPointInTimeMessage),
     .output = SHAPE(RestoreDBClusterToPointInTimeResult),
     .result_name = "RestoreDBClusterToPointInTimeResult"},
    {.name = "RestoreDBInstanceFromDBSnapshot", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreDBInstanceFromDBSnapshotMessage),
     .output = SHAPE(RestoreDBInstanceFromDBSnapshotResult),
     .result_name = "RestoreDBInstanceFromDBSnapshotResult"},
    {.name = "RestoreDBInstanceToPointInTime", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RestoreDBInstanceToPointInTimeMessage),
     .output = SHAPE(RestoreDBInstanceToPointInTimeResult),
     .result_name = "RestoreDBInstanceToPointInTimeResult"},
    {.name = "StartDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StartDBClusterMessage), .output = SHAPE(StartDBClusterResult),
     .result_name = "StartDBClusterResult"},
    {.name = "StartDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StartDBInstanceMessage), .output = SHAPE(StartDBInstanceResult),
     .result_name = "StartDBInstanceResult"},
    {.name = "StartDBInstanceAutomatedBackupsReplication", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(StartDBInstanceAutomatedBackupsReplicationMessage),
     .output = SHAPE(StartDBInstanceAutomatedBackupsReplicationResult),
     .result_name = "StartDBInstanceAutomatedBackupsReplicationResult"},
    {.name = "StopDBCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StopDBClusterMessage), .output = SHAPE(StopDBClusterResult),
     .result_name = "StopDBClusterResult"},
    {.name = "StopDBInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StopDBInstanceMessage), .output = SHAPE(StopDBInstanceResult),
     .result_name = "StopDBInstanceResult"},
    {.name = "StopDBInstanceAutomatedBackupsReplication", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(StopDBInstanceAutomatedBackupsReplicationMessage),
     .output = SHAPE(StopDBInstanceAutomatedBackupsReplicationResult),
     .result_name = "StopDBInstanceAutomatedBackupsReplicationResult"},
    {.name = "SwitchoverBlueGreenDeployment", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SwitchoverBlueGreenDeploymentRequest),
     .output = SHAPE(SwitchoverBlueGreenDeploymentResponse),
     .result_name = "SwitchoverBlueGreenDeploymentResult"},
    {.name = "SwitchoverGlobalCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SwitchoverGlobalClusterMessage),
     .output = SHAPE(SwitchoverGlobalClusterResult),
     .result_name = "SwitchoverGlobalClusterResult"},
    {.name = "SwitchoverReadReplica", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SwitchoverReadReplicaMessage), .output = SHAPE(SwitchoverReadReplicaResult),
     .result_name = "SwitchoverReadReplicaResult"},
};

static const char *const refused[] = {
    "AddSourceIdentifierToSubscription", "AuthorizeDBSecurityGroupIngress", "CancelExportTask",
    "CopyOptionGroup", "CreateCustomDBEngineVersion", "CreateDBProxyEndpoint",
    "CreateDBSecurityGroup", "DeleteCustomDBEngineVersion", "DeleteDBProxyEndpoint",
    "DeleteDBSecurityGroup", "DescribeDBLogFiles", "DescribeDBProxyEndpoints",
    "DescribeDBSecurityGroups", "DescribeExportTasks", "DescribeOptionGroupOptions",
    "DescribeReservedDBInstances", "DescribeReservedDBInstancesOfferings",
    "DownloadDBLogFilePortion", "ModifyActivityStream", "ModifyCertificates",
    "ModifyCurrentDBClusterCapacity", "ModifyCustomDBEngineVersion", "ModifyDBProxyEndpoint",
    "PurchaseReservedDBInstancesOffering", "RemoveSourceIdentifierFromSubscription",
    "RestoreDBClusterFromS3", "RestoreDBInstanceFromS3", "RevokeDBSecurityGroupIngress",
    "StartActivityStream", "StartExportTask", "StopActivityStream", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "AuthorizationAlreadyExistsFault", .code = "AuthorizationAlreadyExists",
     .status = 400, .is_sender = true},
    {.shape = "AuthorizationNotFoundFault", .code = "AuthorizationNotFound", .status = 404,
     .is_sender = true},
    {.shape = "AuthorizationQuotaExceededFault", .code = "AuthorizationQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "BackupPolicyNotFoundFault", .code = "BackupPolicyNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "BlueGreenDeploymentAlreadyExistsFault",
     .code = "BlueGreenDeploymentAlreadyExistsFault", .status = 400, .is_sender = true},
    {.shape = "BlueGreenDeploymentNotFoundFault", .code = "BlueGreenDeploymentNotFoundFault",
     .status = 404, .is_sender = true},
    {.shape = "CertificateNotFoundFault", .code = "CertificateNotFound", .status = 404,
     .is_sender = true},
    {.shape = "CustomAvailabilityZoneNotFoundFault", .code = "CustomAvailabilityZoneNotFound",
     .status = 404, .is_sender = true},
    {.shape = "CustomDBEngineVersionAlreadyExistsFault",
     .code = "CustomDBEngineVersionAlreadyExistsFault", .status = 400, .is_sender = true},
    {.shape = "CustomDBEngineVersionNotFoundFault", .code = "CustomDBEngineVersionNotFoundFault",
     .status = 404, .is_sender = true},
    {.shape = "CustomDBEngineVersionQuotaExceededFault",
     .code = "CustomDBEngineVersionQuotaExceededFault", .status = 400, .is_sender = true},
    {.shape = "DBClusterAlreadyExistsFault", .code = "DBClusterAlreadyExistsFault", .status = 400,
     .is_sender = true},
    {.shape = "DBClusterBacktrackNotFoundFault", .code = "DBClusterBacktrackNotFoundFault",
     .status = 404, .is_sender = true},
    {.shape = "DBClusterEndpointAlreadyExistsFault",
     .code = "DBClusterEndpointAlreadyExistsFault", .status = 400, .is_sender = true},
    {.shape = "DBClusterEndpointNotFoundFault", .code = "DBClusterEndpointNotFoundFault",
     .status = 400, .is_sender = true},
    {.shape = "DBClusterEndpointQuotaExceededFault",
     .code = "DBClusterEndpointQuotaExceededFault", .status = 403, .is_sender = true},
    {.shape = "DBClusterNotFoundFault", .code = "DBClusterNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "DBClusterParameterGroupNotFoundFault", .code = "DBClusterParameterGroupNotFound",
     .status = 404, .is_sender = true},
    {.shape = "DBClusterQuotaExceededFault", .code = "DBClusterQuotaExceededFault", .status = 403,
     .is_sender = true},
    {.shape = "DBClusterRoleAlreadyExistsFault", .code = "DBClusterRoleAlreadyExists",
     .status = 400, .is_sender = true},
    {.shape = "DBClusterRoleNotFoundFault", .code = "DBClusterRoleNotFound", .status = 404,
     .is_sender = true},
    {.shape = "DBClusterRoleQuotaExceededFault", .code = "DBClusterRoleQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "DBClusterSnapshotAlreadyExistsFault",
     .code = "DBClusterSnapshotAlreadyExistsFault", .status = 400, .is_sender = true},
    {.shape = "DBClusterSnapshotNotFoundFault", .code = "DBClusterSnapshotNotFoundFault",
     .status = 404, .is_sender = true},
    {.shape = "DBInstanceAlreadyExistsFault", .code = "DBInstanceAlreadyExists", .status = 400,
     .is_sender = true},
    {.shape = "DBInstanceAutomatedBackupNotFoundFault",
     .code = "DBInstanceAutomatedBackupNotFound", .status = 404, .is_sender = true},
    {.shape = "DBInstanceAutomatedBackupQuotaExceededFault",
     .code = "DBInstanceAutomatedBackupQuotaExceeded", .status = 400, .is_sender = true},
    {.shape = "DBInstanceNotFoundFault", .code = "DBInstanceNotFound", .status = 404,
     .is_sender = true},
    {.shape = "DBInstanceRoleAlreadyExistsFault", .code = "DBInstanceRoleAlreadyExists",
     .status = 400, .is_sender = true},
    {.shape = "DBInstanceRoleNotFoundFault", .code = "DBInstanceRoleNotFound", .status = 404,
     .is_sender = true},
    {.shape = "DBInstanceRoleQuotaExceededFault", .code = "DBInstanceRoleQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "DBLogFileNotFoundFault", .code = "DBLogFileNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "DBParameterGroupAlreadyExistsFault", .code = "DBParameterGroupAlreadyExists",
     .status = 400, .is_sender = true},
    {.shape = "DBParameterGroupNotFoundFault", .code = "DBParameterGroupNotFound", .status = 404,
     .is_sender = true},
    {.shape = "DBParameterGroupQuotaExceededFault", .code = "DBParameterGroupQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "DBProxyAlreadyExistsFault", .code = "DBProxyAlreadyExistsFault", .status = 400,
     .is_sender = true},
    {.shape = "DBProxyEndpointAlreadyExistsFault", .code = "DBProxyEndpointAlreadyExistsFault",
     .status = 400, .is_sender = true},
    {.shape = "DBProxyEndpointNotFoundFault", .code = "DBProxyEndpointNotFoundFault",
     .status = 404, .is_sender = true},
    {.shape = "DBProxyEndpointQuotaExceededFault", .code = "DBProxyEndpointQuotaExceededFault",
     .status = 400, .is_sender = true},
    {.shape = "DBProxyNotFoundFault", .code = "DBProxyNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "DBProxyQuotaExceededFault", .code = "DBProxyQuotaExceededFault", .status = 400,
     .is_sender = true},
    {.shape = "DBProxyTargetAlreadyRegisteredFault",
     .code = "DBProxyTargetAlreadyRegisteredFault", .status = 400, .is_sender = true},
    {.shape = "DBProxyTargetGroupNotFoundFault", .code = "DBProxyTargetGroupNotFoundFault",
     .status = 404, .is_sender = true},
    {.shape = "DBProxyTargetNotFoundFault", .code = "DBProxyTargetNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "DBSecurityGroupAlreadyExistsFault", .code = "DBSecurityGroupAlreadyExists",
     .status = 400, .is_sender = true},
    {.shape = "DBSecurityGroupNotFoundFault", .code = "DBSecurityGroupNotFound", .status = 404,
     .is_sender = true},
    {.shape = "DBSecurityGroupNotSupportedFault", .code = "DBSecurityGroupNotSupported",
     .status = 400, .is_sender = true},
    {.shape = "DBSecurityGroupQuotaExceededFault", .code = "QuotaExceeded.DBSecurityGroup",
     .status = 400, .is_sender = true},
    {.shape = "DBSnapshotAlreadyExistsFault", .code = "DBSnapshotAlreadyExists", .status = 400,
     .is_sender = true},
    {.shape = "DBSnapshotNotFoundFault", .code = "DBSnapshotNotFound", .status = 404,
     .is_sender = true},
    {.shape = "DBSubnetGroupAlreadyExistsFault", .code = "DBSubnetGroupAlreadyExists",
     .status = 400, .is_sender = true},
    {.shape = "DBSubnetGroupDoesNotCoverEnoughAZs", .code = "DBSubnetGroupDoesNotCoverEnoughAZs",
     .status = 400, .is_sender = true},
    {.shape = "DBSubnetGroupNotAllowedFault", .code = "DBSubnetGroupNotAllowedFault",
     .status = 400, .is_sender = true},
    {.shape = "DBSubnetGroupNotFoundFault", .code = "DBSubnetGroupNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "DBSubnetGroupQuotaExceededFault", .code = "DBSubnetGroupQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "DBSubnetQuotaExceededFault", .code = "DBSubnetQuotaExceededFault", .status = 400,
     .is_sender = true},
    {.shape = "DBUpgradeDependencyFailureFault", .code = "DBUpgradeDependencyFailure",
     .status = 400, .is_sender = true},
    {.shape = "DomainNotFoundFault", .code = "DomainNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "EventSubscriptionQuotaExceededFault", .code = "EventSubscriptionQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "ExportTaskAlreadyExistsFault", .code = "ExportTaskAlreadyExists", .status = 400,
     .is_sender = true},
    {.shape = "ExportTaskNotFoundFault", .code = "ExportTaskNotFound", .status = 404,
     .is_sender = true},
    {.shape = "GlobalClusterAlreadyExistsFault", .code = "GlobalClusterAlreadyExistsFault",
     .status = 400, .is_sender = true},
    {.shape = "GlobalClusterNotFoundFault", .code = "GlobalClusterNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "GlobalClusterQuotaExceededFault", .code = "GlobalClusterQuotaExceededFault",
     .status = 400, .is_sender = true},
    {.shape = "IamRoleMissingPermissionsFault", .code = "IamRoleMissingPermissions",
     .status = 400, .is_sender = true},
    {.shape = "IamRoleNotFoundFault", .code = "IamRoleNotFound", .status = 404, .is_sender = true},
    {.shape = "InstanceQuotaExceededFault", .code = "InstanceQuotaExceeded", .status = 400,
     .is_sender = true},
    {.shape = "InsufficientAvailableIPsInSubnetFault",
     .code = "InsufficientAvailableIPsInSubnetFault", .status = 400, .is_sender = true},
    {.shape = "InsufficientDBClusterCapacityFault", .code = "InsufficientDBClusterCapacityFault",
     .status = 403, .is_sender = true},
    {.shape = "InsufficientDBInstanceCapacityFault", .code = "InsufficientDBInstanceCapacity",
     .status = 400, .is_sender = true},
    {.shape = "InsufficientStorageClusterCapacityFault",
     .code = "InsufficientStorageClusterCapacity", .status = 400, .is_sender = true},
    {.shape = "InvalidBlueGreenDeploymentStateFault",
     .code = "InvalidBlueGreenDeploymentStateFault", .status = 400, .is_sender = true},
    {.shape = "InvalidCustomDBEngineVersionStateFault",
     .code = "InvalidCustomDBEngineVersionStateFault", .status = 400, .is_sender = true},
    {.shape = "InvalidDBClusterCapacityFault", .code = "InvalidDBClusterCapacityFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBClusterEndpointStateFault", .code = "InvalidDBClusterEndpointStateFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBClusterSnapshotStateFault", .code = "InvalidDBClusterSnapshotStateFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBClusterStateFault", .code = "InvalidDBClusterStateFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDBInstanceAutomatedBackupStateFault",
     .code = "InvalidDBInstanceAutomatedBackupState", .status = 400, .is_sender = true},
    {.shape = "InvalidDBInstanceStateFault", .code = "InvalidDBInstanceState", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDBParameterGroupStateFault", .code = "InvalidDBParameterGroupState",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBProxyEndpointStateFault", .code = "InvalidDBProxyEndpointStateFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBProxyStateFault", .code = "InvalidDBProxyStateFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDBSecurityGroupStateFault", .code = "InvalidDBSecurityGroupState",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBSnapshotStateFault", .code = "InvalidDBSnapshotState", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDBSubnetGroupFault", .code = "InvalidDBSubnetGroupFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidDBSubnetGroupStateFault", .code = "InvalidDBSubnetGroupStateFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidDBSubnetStateFault", .code = "InvalidDBSubnetStateFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidEventSubscriptionStateFault", .code = "InvalidEventSubscriptionState",
     .status = 400, .is_sender = true},
    {.shape = "InvalidExportOnlyFault", .code = "InvalidExportOnly", .status = 400,
     .is_sender = true},
    {.shape = "InvalidExportSourceStateFault", .code = "InvalidExportSourceState", .status = 400,
     .is_sender = true},
    {.shape = "InvalidExportTaskStateFault", .code = "InvalidExportTaskStateFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidGlobalClusterStateFault", .code = "InvalidGlobalClusterStateFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidOptionGroupStateFault", .code = "InvalidOptionGroupStateFault",
     .status = 400, .is_sender = true},
    {.shape = "InvalidRestoreFault", .code = "InvalidRestoreFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidS3BucketFault", .code = "InvalidS3BucketFault", .status = 400,
     .is_sender = true},
    {.shape = "InvalidSubnet", .code = "InvalidSubnet", .status = 400, .is_sender = true},
    {.shape = "InvalidVPCNetworkStateFault", .code = "InvalidVPCNetworkStateFault", .status = 400,
     .is_sender = true},
    {.shape = "KMSKeyNotAccessibleFault", .code = "KMSKeyNotAccessibleFault", .status = 400,
     .is_sender = true},
    {.shape = "NetworkTypeNotSupported", .code = "NetworkTypeNotSupported", .status = 400,
     .is_sender = true},
    {.shape = "OptionGroupAlreadyExistsFault", .code = "OptionGroupAlreadyExistsFault",
     .status = 400, .is_sender = true},
    {.shape = "OptionGroupNotFoundFault", .code = "OptionGroupNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "OptionGroupQuotaExceededFault", .code = "OptionGroupQuotaExceededFault",
     .status = 400, .is_sender = true},
    {.shape = "PointInTimeRestoreNotEnabledFault", .code = "PointInTimeRestoreNotEnabled",
     .status = 400, .is_sender = true},
    {.shape = "ProvisionedIopsNotAvailableInAZFault",
     .code = "ProvisionedIopsNotAvailableInAZFault", .status = 400, .is_sender = true},
    {.shape = "ReservedDBInstanceAlreadyExistsFault", .code = "ReservedDBInstanceAlreadyExists",
     .status = 404, .is_sender = true},
    {.shape = "ReservedDBInstanceNotFoundFault", .code = "ReservedDBInstanceNotFound",
     .status = 404, .is_sender = true},
    {.shape = "ReservedDBInstanceQuotaExceededFault", .code = "ReservedDBInstanceQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "ReservedDBInstancesOfferingNotFoundFault",
     .code = "ReservedDBInstancesOfferingNotFound", .status = 404, .is_sender = true},
    {.shape = "ResourceNotFoundFault", .code = "ResourceNotFoundFault", .status = 404,
     .is_sender = true},
    {.shape = "SNSInvalidTopicFault", .code = "SNSInvalidTopic", .status = 400, .is_sender = true},
    {.shape = "SNSNoAuthorizationFault", .code = "SNSNoAuthorization", .status = 400,
     .is_sender = true},
    {.shape = "SNSTopicArnNotFoundFault", .code = "SNSTopicArnNotFound", .status = 404,
     .is_sender = true},
    {.shape = "SharedSnapshotQuotaExceededFault", .code = "SharedSnapshotQuotaExceeded",
     .status = 400, .is_sender = true},
    {.shape = "SnapshotQuotaExceededFault", .code = "SnapshotQuotaExceeded", .status = 400,
     .is_sender = true},
    {.shape = "SourceClusterNotSupportedFault", .code = "SourceClusterNotSupportedFault",
     .status = 400, .is_sender = true},
    {.shape = "SourceDatabaseNotSupportedFault", .code = "SourceDatabaseNotSupportedFault",
     .status = 400, .is_sender = true},
    {.shape = "SourceNotFoundFault", .code = "SourceNotFound", .status = 404, .is_sender = true},
    {.shape = "StorageQuotaExceededFault", .code = "StorageQuotaExceeded", .status = 400,
     .is_sender = true},
    {.shape = "StorageTypeNotSupportedFault", .code = "StorageTypeNotSupported", .status = 400,
     .is_sender = true},
    {.shape = "SubnetAlreadyInUse", .code = "SubnetAlreadyInUse", .status = 400,
     .is_sender = true},
    {.shape = "SubscriptionAlreadyExistFault", .code = "SubscriptionAlreadyExist", .status = 400,
     .is_sender = true},
    {.shape = "SubscriptionCategoryNotFoundFault", .code = "SubscriptionCategoryNotFound",
     .status = 404, .is_sender = true},
    {.shape = "SubscriptionNotFoundFault", .code = "SubscriptionNotFound", .status = 404,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_rds = {
    .name = "rds",
    .signing_name = "rds",
    .host_prefix = "rds",
    .api_version = "2014-10-31",
    .xml_namespace = "http://rds.amazonaws.com/doc/2014-10-31/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_QUERY,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
