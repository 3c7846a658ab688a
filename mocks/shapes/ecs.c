/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AgentUpdateStatus, SHAPE_ApplicationProtocol, SHAPE_AssignPublicIp, SHAPE_Attachment,
    SHAPE_AttachmentDetails, SHAPE_Attachments, SHAPE_Attribute, SHAPE_Attributes,
    SHAPE_AutoScalingGroupProvider, SHAPE_AutoScalingGroupProviderUpdate,
    SHAPE_AvailabilityZoneRebalancing, SHAPE_AwsVpcConfiguration, SHAPE_Boolean,
    SHAPE_CPUArchitecture, SHAPE_CapacityProvider, SHAPE_CapacityProviderField,
    SHAPE_CapacityProviderFieldList, SHAPE_CapacityProviderStatus, SHAPE_CapacityProviderStrategy,
    SHAPE_CapacityProviderStrategyItem, SHAPE_CapacityProviderStrategyItemBase,
    SHAPE_CapacityProviderStrategyItemWeight, SHAPE_CapacityProviderUpdateStatus,
    SHAPE_CapacityProviders, SHAPE_Cluster, SHAPE_ClusterConfiguration, SHAPE_ClusterField,
    SHAPE_ClusterFieldList, SHAPE_ClusterServiceConnectDefaults,
    SHAPE_ClusterServiceConnectDefaultsRequest, SHAPE_ClusterSetting, SHAPE_ClusterSettingName,
    SHAPE_ClusterSettings, SHAPE_Clusters, SHAPE_Compatibility, SHAPE_CompatibilityList,
    SHAPE_Connectivity, SHAPE_Container, SHAPE_ContainerCondition, SHAPE_ContainerDefinition,
    SHAPE_ContainerDefinitions, SHAPE_ContainerDependencies, SHAPE_ContainerDependency,
    SHAPE_ContainerInstance, SHAPE_ContainerInstanceField, SHAPE_ContainerInstanceFieldList,
    SHAPE_ContainerInstanceHealthStatus, SHAPE_ContainerInstanceStatus, SHAPE_ContainerInstances,
    SHAPE_ContainerOverride, SHAPE_ContainerOverrides, SHAPE_Containers,
    SHAPE_CreateCapacityProviderRequest, SHAPE_CreateCapacityProviderResponse,
    SHAPE_CreateClusterRequest, SHAPE_CreateClusterResponse, SHAPE_CreateServiceRequest,
    SHAPE_CreateServiceResponse, SHAPE_CreateTaskSetRequest, SHAPE_CreateTaskSetResponse,
    SHAPE_Decimal, SHAPE_DeleteAccountSettingRequest, SHAPE_DeleteAccountSettingResponse,
    SHAPE_DeleteAttributesRequest, SHAPE_DeleteAttributesResponse,
    SHAPE_DeleteCapacityProviderRequest, SHAPE_DeleteCapacityProviderResponse,
    SHAPE_DeleteClusterRequest, SHAPE_DeleteClusterResponse, SHAPE_DeleteServiceRequest,
    SHAPE_DeleteServiceResponse, SHAPE_DeleteTaskDefinitionsRequest,
    SHAPE_DeleteTaskDefinitionsResponse, SHAPE_DeleteTaskSetRequest, SHAPE_DeleteTaskSetResponse,
    SHAPE_Deployment, SHAPE_DeploymentAlarms, SHAPE_DeploymentCircuitBreaker,
    SHAPE_DeploymentConfiguration, SHAPE_DeploymentController, SHAPE_DeploymentControllerType,
    SHAPE_DeploymentRolloutState, SHAPE_Deployments, SHAPE_DeregisterContainerInstanceRequest,
    SHAPE_DeregisterContainerInstanceResponse, SHAPE_DeregisterTaskDefinitionRequest,
    SHAPE_DeregisterTaskDefinitionResponse, SHAPE_DescribeCapacityProvidersRequest,
    SHAPE_DescribeCapacityProvidersResponse, SHAPE_DescribeClustersRequest,
    SHAPE_DescribeClustersResponse, SHAPE_DescribeContainerInstancesRequest,
    SHAPE_DescribeContainerInstancesResponse, SHAPE_DescribeServicesRequest,
    SHAPE_DescribeServicesResponse, SHAPE_DescribeTaskDefinitionRequest,
    SHAPE_DescribeTaskDefinitionResponse, SHAPE_DescribeTaskSetsRequest,
    SHAPE_DescribeTaskSetsResponse, SHAPE_DescribeTasksRequest, SHAPE_DescribeTasksResponse,
    SHAPE_DesiredStatus, SHAPE_Device, SHAPE_DeviceCgroupPermission, SHAPE_DeviceCgroupPermissions,
    SHAPE_DevicesList, SHAPE_DockerLabelsMap, SHAPE_DockerVolumeConfiguration,
    SHAPE_EFSAuthorizationConfig, SHAPE_EFSAuthorizationConfigIAM, SHAPE_EFSTransitEncryption,
    SHAPE_EFSVolumeConfiguration, SHAPE_EnvironmentFile, SHAPE_EnvironmentFileType,
    SHAPE_EnvironmentFiles, SHAPE_EnvironmentVariables, SHAPE_EphemeralStorage,
    SHAPE_ExecuteCommandConfiguration, SHAPE_ExecuteCommandLogConfiguration,
    SHAPE_ExecuteCommandLogging, SHAPE_FSxWindowsFileServerAuthorizationConfig,
    SHAPE_FSxWindowsFileServerVolumeConfiguration, SHAPE_Failure, SHAPE_Failures,
    SHAPE_FirelensConfiguration, SHAPE_FirelensConfigurationOptionsMap,
    SHAPE_FirelensConfigurationType, SHAPE_GetTaskProtectionRequest,
    SHAPE_GetTaskProtectionResponse, SHAPE_GpuIds, SHAPE_HealthCheck, SHAPE_HealthStatus,
    SHAPE_HostEntry, SHAPE_HostEntryList, SHAPE_HostVolumeProperties, SHAPE_InferenceAccelerator,
    SHAPE_InferenceAcceleratorOverride, SHAPE_InferenceAcceleratorOverrides,
    SHAPE_InferenceAccelerators, SHAPE_InstanceHealthCheckResult,
    SHAPE_InstanceHealthCheckResultList, SHAPE_InstanceHealthCheckState,
    SHAPE_InstanceHealthCheckType, SHAPE_Integer, SHAPE_IpcMode, SHAPE_KernelCapabilities,
    SHAPE_KeyValuePair, SHAPE_LaunchType, SHAPE_LinuxParameters, SHAPE_ListAccountSettingsRequest,
    SHAPE_ListAccountSettingsResponse, SHAPE_ListAttributesRequest, SHAPE_ListAttributesResponse,
    SHAPE_ListClustersRequest, SHAPE_ListClustersResponse, SHAPE_ListContainerInstancesRequest,
    SHAPE_ListContainerInstancesResponse, SHAPE_ListServicesByNamespaceRequest,
    SHAPE_ListServicesByNamespaceResponse, SHAPE_ListServicesRequest, SHAPE_ListServicesResponse,
    SHAPE_ListTagsForResourceRequest, SHAPE_ListTagsForResourceResponse,
    SHAPE_ListTaskDefinitionFamiliesRequest, SHAPE_ListTaskDefinitionFamiliesResponse,
    SHAPE_ListTaskDefinitionsRequest, SHAPE_ListTaskDefinitionsResponse, SHAPE_ListTasksRequest,
    SHAPE_ListTasksResponse, SHAPE_LoadBalancer, SHAPE_LoadBalancers, SHAPE_LogConfiguration,
    SHAPE_LogConfigurationOptionsMap, SHAPE_LogDriver, SHAPE_ManagedAgent, SHAPE_ManagedAgentName,
    SHAPE_ManagedAgents, SHAPE_ManagedScaling, SHAPE_ManagedScalingInstanceWarmupPeriod,
    SHAPE_ManagedScalingStatus, SHAPE_ManagedScalingStepSize, SHAPE_ManagedScalingTargetCapacity,
    SHAPE_ManagedTerminationProtection, SHAPE_MountPoint, SHAPE_MountPointList,
    SHAPE_NetworkBinding, SHAPE_NetworkBindings, SHAPE_NetworkConfiguration,
    SHAPE_NetworkInterface, SHAPE_NetworkInterfaces, SHAPE_NetworkMode, SHAPE_OSFamily,
    SHAPE_PidMode, SHAPE_PlacementConstraint, SHAPE_PlacementConstraintType,
    SHAPE_PlacementConstraints, SHAPE_PlacementStrategies, SHAPE_PlacementStrategy,
    SHAPE_PlacementStrategyType, SHAPE_PlatformDevice, SHAPE_PlatformDeviceType,
    SHAPE_PlatformDevices, SHAPE_PortMapping, SHAPE_PortMappingList, SHAPE_PortNumber,
    SHAPE_PropagateTags, SHAPE_ProtectedTask, SHAPE_ProtectedTasks, SHAPE_ProxyConfiguration,
    SHAPE_ProxyConfigurationProperties, SHAPE_ProxyConfigurationType,
    SHAPE_PutAccountSettingDefaultRequest, SHAPE_PutAccountSettingDefaultResponse,
    SHAPE_PutAccountSettingRequest, SHAPE_PutAccountSettingResponse, SHAPE_PutAttributesRequest,
    SHAPE_PutAttributesResponse, SHAPE_PutClusterCapacityProvidersRequest,
    SHAPE_PutClusterCapacityProvidersResponse, SHAPE_RegisterContainerInstanceRequest,
    SHAPE_RegisterContainerInstanceResponse, SHAPE_RegisterTaskDefinitionRequest,
    SHAPE_RegisterTaskDefinitionResponse, SHAPE_RepositoryCredentials, SHAPE_RequiresAttributes,
    SHAPE_Resource, SHAPE_ResourceRequirement, SHAPE_ResourceRequirements, SHAPE_ResourceType,
    SHAPE_Resources, SHAPE_RunTaskRequest, SHAPE_RunTaskResponse, SHAPE_RuntimePlatform,
    SHAPE_Scale, SHAPE_ScaleUnit, SHAPE_SchedulingStrategy, SHAPE_Scope, SHAPE_Secret,
    SHAPE_SecretList, SHAPE_Service, SHAPE_ServiceConnectClientAlias,
    SHAPE_ServiceConnectClientAliasList, SHAPE_ServiceConnectConfiguration,
    SHAPE_ServiceConnectService, SHAPE_ServiceConnectServiceList,
    SHAPE_ServiceConnectServiceResource, SHAPE_ServiceConnectServiceResourceList,
    SHAPE_ServiceEvent, SHAPE_ServiceEvents, SHAPE_ServiceField, SHAPE_ServiceFieldList,
    SHAPE_ServiceRegistries, SHAPE_ServiceRegistry, SHAPE_Services, SHAPE_Setting,
    SHAPE_SettingName, SHAPE_Settings, SHAPE_SortOrder, SHAPE_StabilityStatus,
    SHAPE_StartTaskRequest, SHAPE_StartTaskResponse, SHAPE_Statistics, SHAPE_StopTaskRequest,
    SHAPE_StopTaskResponse, SHAPE_String, SHAPE_StringList, SHAPE_StringMap, SHAPE_SystemControl,
    SHAPE_SystemControls, SHAPE_Tag, SHAPE_TagKey, SHAPE_TagKeys, SHAPE_TagResourceRequest,
    SHAPE_TagResourceResponse, SHAPE_TagValue, SHAPE_Tags, SHAPE_TargetType, SHAPE_Task,
    SHAPE_TaskDefinition, SHAPE_TaskDefinitionFamilyStatus, SHAPE_TaskDefinitionField,
    SHAPE_TaskDefinitionFieldList, SHAPE_TaskDefinitionList,
    SHAPE_TaskDefinitionPlacementConstraint, SHAPE_TaskDefinitionPlacementConstraintType,
    SHAPE_TaskDefinitionPlacementConstraints, SHAPE_TaskDefinitionStatus, SHAPE_TaskField,
    SHAPE_TaskFieldList, SHAPE_TaskOverride, SHAPE_TaskSet, SHAPE_TaskSetField,
    SHAPE_TaskSetFieldList, SHAPE_TaskSets, SHAPE_TaskStopCode, SHAPE_Tasks, SHAPE_Timestamp,
    SHAPE_Tmpfs, SHAPE_TmpfsList, SHAPE_TransportProtocol, SHAPE_Ulimit, SHAPE_UlimitList,
    SHAPE_UlimitName, SHAPE_UntagResourceRequest, SHAPE_UntagResourceResponse,
    SHAPE_UpdateCapacityProviderRequest, SHAPE_UpdateCapacityProviderResponse,
    SHAPE_UpdateClusterRequest, SHAPE_UpdateClusterResponse, SHAPE_UpdateClusterSettingsRequest,
    SHAPE_UpdateClusterSettingsResponse, SHAPE_UpdateContainerInstancesStateRequest,
    SHAPE_UpdateContainerInstancesStateResponse, SHAPE_UpdateServicePrimaryTaskSetRequest,
    SHAPE_UpdateServicePrimaryTaskSetResponse, SHAPE_UpdateServiceRequest,
    SHAPE_UpdateServiceResponse, SHAPE_UpdateTaskProtectionRequest,
    SHAPE_UpdateTaskProtectionResponse, SHAPE_UpdateTaskSetRequest, SHAPE_UpdateTaskSetResponse,
    SHAPE_VersionInfo, SHAPE_Volume, SHAPE_VolumeFrom, SHAPE_VolumeFromList, SHAPE_VolumeList,
    SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AgentUpdateStatus[] = {
    "PENDING", "STAGING", "STAGED", "UPDATING", "UPDATED", "FAILED", NULL,
};

static const char *const words_ApplicationProtocol[] = {
    "http", "http2", "grpc", NULL,
};

static const char *const words_AssignPublicIp[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_AvailabilityZoneRebalancing[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_CPUArchitecture[] = {
    "X86_64", "ARM64", NULL,
};

static const char *const words_CapacityProviderField[] = {
    "TAGS", NULL,
};

static const char *const words_CapacityProviderStatus[] = {
    "ACTIVE", "INACTIVE", NULL,
};

static const char *const words_CapacityProviderUpdateStatus[] = {
    "DELETE_IN_PROGRESS", "DELETE_COMPLETE", "DELETE_FAILED", "UPDATE_IN_PROGRESS",
    "UPDATE_COMPLETE", "UPDATE_FAILED", NULL,
};

static const char *const words_ClusterField[] = {
    "ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS", NULL,
};

static const char *const words_ClusterSettingName[] = {
    "containerInsights", NULL,
};

static const char *const words_Compatibility[] = {
    "EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES", NULL,
};

static const char *const words_Connectivity[] = {
    "CONNECTED", "DISCONNECTED", NULL,
};

static const char *const words_ContainerCondition[] = {
    "START", "COMPLETE", "SUCCESS", "HEALTHY", NULL,
};

static const char *const words_ContainerInstanceField[] = {
    "TAGS", "CONTAINER_INSTANCE_HEALTH", NULL,
};

static const char *const words_ContainerInstanceStatus[] = {
    "ACTIVE", "DRAINING", "REGISTERING", "DEREGISTERING", "REGISTRATION_FAILED", NULL,
};

static const char *const words_DeploymentControllerType[] = {
    "ECS", "CODE_DEPLOY", "EXTERNAL", NULL,
};

static const char *const words_DeploymentRolloutState[] = {
    "COMPLETED", "FAILED", "IN_PROGRESS", NULL,
};

static const char *const words_DesiredStatus[] = {
    "RUNNING", "PENDING", "STOPPED", NULL,
};

static const char *const words_DeviceCgroupPermission[] = {
    "read", "write", "mknod", NULL,
};

static const char *const words_EFSAuthorizationConfigIAM[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_EFSTransitEncryption[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_EnvironmentFileType[] = {
    "s3", NULL,
};

static const char *const words_ExecuteCommandLogging[] = {
    "NONE", "DEFAULT", "OVERRIDE", NULL,
};

static const char *const words_FirelensConfigurationType[] = {
    "fluentd", "fluentbit", NULL,
};

static const char *const words_HealthStatus[] = {
    "HEALTHY", "UNHEALTHY", "UNKNOWN", NULL,
};

static const char *const words_InstanceHealthCheckState[] = {
    "OK", "IMPAIRED", "INSUFFICIENT_DATA", "INITIALIZING", NULL,
};

static const char *const words_InstanceHealthCheckType[] = {
    "CONTAINER_RUNTIME", NULL,
};

static const char *const words_IpcMode[] = {
    "host", "task", "none", NULL,
};

static const char *const words_LaunchType[] = {
    "EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES", NULL,
};

static const char *const words_LogDriver[] = {
    "json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "awsfirelens", NULL,
};

static const char *const words_ManagedAgentName[] = {
    "ExecuteCommandAgent", NULL,
};

static const char *const words_ManagedScalingStatus[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_ManagedTerminationProtection[] = {
    "ENABLED", "DISABLED", NULL,
};

static const char *const words_NetworkMode[] = {
    "bridge", "host", "awsvpc", "none", NULL,
};

static const char *const words_OSFamily[] = {
    "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2019_CORE", "WINDOWS_SERVER_2016_FULL",
    "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2022_FULL",
    "WINDOWS_SERVER_20H2_CORE", "LINUX", "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL",
    NULL,
};

static const char *const words_PidMode[] = {
    "host", "task", NULL,
};

static const char *const words_PlacementConstraintType[] = {
    "distinctInstance", "memberOf", NULL,
};

static const char *const words_PlacementStrategyType[] = {
    "random", "spread", "binpack", NULL,
};

static const char *const words_PlatformDeviceType[] = {
    "GPU", NULL,
};

static const char *const words_PropagateTags[] = {
    "TASK_DEFINITION", "SERVICE", "NONE", NULL,
};

static const char *const words_ProxyConfigurationType[] = {
    "APPMESH", NULL,
};

static const char *const words_ResourceType[] = {
    "GPU", "InferenceAccelerator", NULL,
};

static const char *const words_ScaleUnit[] = {
    "PERCENT", NULL,
};

static const char *const words_SchedulingStrategy[] = {
    "REPLICA", "DAEMON", NULL,
};

static const char *const words_Scope[] = {
    "task", "shared", NULL,
};

static const char *const words_ServiceField[] = {
    "TAGS", NULL,
};

static const char *const words_SettingName[] = {
    "serviceLongArnFormat", "taskLongArnFormat", "containerInstanceLongArnFormat",
    "awsvpcTrunking", "containerInsights", "fargateFIPSMode", "tagResourceAuthorization",
    "fargateTaskRetirementWaitPeriod", "guardDutyActivate", "defaultLogDriverMode",
    "fargateEventWindows", NULL,
};

static const char *const words_SortOrder[] = {
    "ASC", "DESC", NULL,
};

static const char *const words_StabilityStatus[] = {
    "STEADY_STATE", "STABILIZING", NULL,
};

static const char *const words_TargetType[] = {
    "container-instance", NULL,
};

static const char *const words_TaskDefinitionFamilyStatus[] = {
    "ACTIVE", "INACTIVE", "ALL", NULL,
};

static const char *const words_TaskDefinitionField[] = {
    "TAGS", NULL,
};

static const char *const words_TaskDefinitionPlacementConstraintType[] = {
    "memberOf", NULL,
};

static const char *const words_TaskDefinitionStatus[] = {
    "ACTIVE", "INACTIVE", "DELETE_IN_PROGRESS", NULL,
};

static const char *const words_TaskField[] = {
    "TAGS", NULL,
};

static const char *const words_TaskSetField[] = {
    "TAGS", NULL,
};

static const char *const words_TaskStopCode[] = {
    "TaskFailedToStart", "EssentialContainerExited", "UserInitiated", "ServiceSchedulerInitiated",
    "SpotInterruption", "TerminationNotice", NULL,
};

static const char *const words_TransportProtocol[] = {
    "tcp", "udp", NULL,
};

static const char *const words_UlimitName[] = {
    "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc",
    "rss", "rtprio", "rttime", "sigpending", "stack", NULL,
};

static const struct bs_shape_member
    members_Attachment[] = {
    {MEMBER_AS(id, "id", "Id", String)},
    {MEMBER_AS(type, "type", "Type", String)},
    {MEMBER_AS(status, "status", "Status", String)},
    {MEMBER_AS(details, "details", "Details", AttachmentDetails)},
};

static const struct bs_shape_member
    members_AttachmentDetails[] = {
    {MEMBER(member, KeyValuePair)},
};

static const struct bs_shape_member
    members_Attachments[] = {
    {MEMBER(member, Attachment)},
};

static const struct bs_shape_member
    members_Attribute[] = {
    {MEMBER_AS(name, "name", "Name", String), .is_required = true},
    {MEMBER_AS(value, "value", "Value", String)},
    {MEMBER_AS(targetType, "targetType", "TargetType", TargetType)},
    {MEMBER_AS(targetId, "targetId", "TargetId", String)},
};

static const struct bs_shape_member
    members_Attributes[] = {
    {MEMBER(member, Attribute)},
};

static const struct bs_shape_member
    members_AutoScalingGroupProvider[] = {
    {MEMBER_AS(autoScalingGroupArn, "autoScalingGroupArn", "AutoScalingGroupArn", String),
     .is_required = true},
    {MEMBER_AS(managedScaling, "managedScaling", "ManagedScaling", ManagedScaling)},
    {MEMBER_AS(managedTerminationProtection, "managedTerminationProtection",
     "ManagedTerminationProtection", ManagedTerminationProtection)},
};

static const struct bs_shape_member
    members_AutoScalingGroupProviderUpdate[] = {
    {MEMBER_AS(managedScaling, "managedScaling", "ManagedScaling", ManagedScaling)},
    {MEMBER_AS(managedTerminationProtection, "managedTerminationProtection",
     "ManagedTerminationProtection", ManagedTerminationProtection)},
};

static const struct bs_shape_member
    members_AwsVpcConfiguration[] = {
    {MEMBER_AS(subnets, "subnets", "Subnets", StringList), .is_required = true},
    {MEMBER_AS(securityGroups, "securityGroups", "SecurityGroups", StringList)},
    {MEMBER_AS(assignPublicIp, "assignPublicIp", "AssignPublicIp", AssignPublicIp)},
};

static const struct bs_shape_member
    members_CapacityProvider[] = {
    {MEMBER_AS(capacityProviderArn, "capacityProviderArn", "CapacityProviderArn", String)},
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(status, "status", "Status", CapacityProviderStatus)},
    {MEMBER_AS(autoScalingGroupProvider, "autoScalingGroupProvider", "AutoScalingGroupProvider",
     AutoScalingGroupProvider)},
    {MEMBER_AS(updateStatus, "updateStatus", "UpdateStatus", CapacityProviderUpdateStatus)},
    {MEMBER_AS(updateStatusReason, "updateStatusReason", "UpdateStatusReason", String)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_CapacityProviderFieldList[] = {
    {MEMBER(member, CapacityProviderField)},
};

static const struct bs_shape_member
    members_CapacityProviderStrategy[] = {
    {MEMBER(member, CapacityProviderStrategyItem)},
};

static const struct bs_shape_member
    members_CapacityProviderStrategyItem[] = {
    {MEMBER_AS(capacityProvider, "capacityProvider", "CapacityProvider", String),
     .is_required = true},
    {MEMBER_AS(weight, "weight", "Weight", CapacityProviderStrategyItemWeight)},
    {MEMBER_AS(base, "base", "Base", CapacityProviderStrategyItemBase)},
};

static const struct bs_shape_member
    members_CapacityProviders[] = {
    {MEMBER(member, CapacityProvider)},
};

static const struct bs_shape_member
    members_Cluster[] = {
    {MEMBER_AS(clusterArn, "clusterArn", "ClusterArn", String)},
    {MEMBER_AS(clusterName, "clusterName", "ClusterName", String)},
    {MEMBER_AS(configuration, "configuration", "Configuration", ClusterConfiguration)},
    {MEMBER_AS(status, "status", "Status", String)},
    {MEMBER_AS(registeredContainerInstancesCount, "registeredContainerInstancesCount",
     "RegisteredContainerInstancesCount", Integer)},
    {MEMBER_AS(runningTasksCount, "runningTasksCount", "RunningTasksCount", Integer)},
    {MEMBER_AS(pendingTasksCount, "pendingTasksCount", "PendingTasksCount", Integer)},
    {MEMBER_AS(activeServicesCount, "activeServicesCount", "ActiveServicesCount", Integer)},
    {MEMBER_AS(statistics, "statistics", "Statistics", Statistics)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(settings, "settings", "Settings", ClusterSettings)},
    {MEMBER_AS(capacityProviders, "capacityProviders", "CapacityProviders", StringList)},
    {MEMBER_AS(defaultCapacityProviderStrategy, "defaultCapacityProviderStrategy",
     "DefaultCapacityProviderStrategy", CapacityProviderStrategy)},
    {MEMBER_AS(attachments, "attachments", "Attachments", Attachments)},
    {MEMBER_AS(attachmentsStatus, "attachmentsStatus", "AttachmentsStatus", String)},
    {MEMBER_AS(serviceConnectDefaults, "serviceConnectDefaults", "ServiceConnectDefaults",
     ClusterServiceConnectDefaults)},
};

static const struct bs_shape_member
    members_ClusterConfiguration[] = {
    {MEMBER_AS(executeCommandConfiguration, "executeCommandConfiguration",
     "ExecuteCommandConfiguration", ExecuteCommandConfiguration)},
};

static const struct bs_shape_member
    members_ClusterFieldList[] = {
    {MEMBER(member, ClusterField)},
};

static const struct bs_shape_member
    members_ClusterServiceConnectDefaults[] = {
    {MEMBER_AS(namespace, "namespace", "Namespace", String)},
};

static const struct bs_shape_member
    members_ClusterServiceConnectDefaultsRequest[] = {
    {MEMBER_AS(namespace, "namespace", "Namespace", String), .is_required = true},
};

static const struct bs_shape_member
    members_ClusterSetting[] = {
    {MEMBER_AS(name, "name", "Name", ClusterSettingName)},
    {MEMBER_AS(value, "value", "Value", String)},
};

static const struct bs_shape_member
    members_ClusterSettings[] = {
    {MEMBER(member, ClusterSetting)},
};

static const struct bs_shape_member
    members_Clusters[] = {
    {MEMBER(member, Cluster)},
};

static const struct bs_shape_member
    members_CompatibilityList[] = {
    {MEMBER(member, Compatibility)},
};

static const struct bs_shape_member
    members_Container[] = {
    {MEMBER_AS(containerArn, "containerArn", "ContainerArn", String)},
    {MEMBER_AS(taskArn, "taskArn", "TaskArn", String)},
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(image, "image", "Image", String)},
    {MEMBER_AS(imageDigest, "imageDigest", "ImageDigest", String)},
    {MEMBER_AS(runtimeId, "runtimeId", "RuntimeId", String)},
    {MEMBER_AS(lastStatus, "lastStatus", "LastStatus", String)},
    {MEMBER_AS(exitCode, "exitCode", "ExitCode", Integer)},
    {MEMBER_AS(reason, "reason", "Reason", String)},
    {MEMBER_AS(networkBindings, "networkBindings", "NetworkBindings", NetworkBindings)},
    {MEMBER_AS(networkInterfaces, "networkInterfaces", "NetworkInterfaces", NetworkInterfaces)},
    {MEMBER_AS(healthStatus, "healthStatus", "HealthStatus", HealthStatus)},
    {MEMBER_AS(managedAgents, "managedAgents", "ManagedAgents", ManagedAgents)},
    {MEMBER_AS(cpu, "cpu", "Cpu", String)},
    {MEMBER_AS(memory, "memory", "Memory", String)},
    {MEMBER_AS(memoryReservation, "memoryReservation", "MemoryReservation", String)},
    {MEMBER_AS(gpuIds, "gpuIds", "GpuIds", GpuIds)},
};

static const struct bs_shape_member
    members_ContainerDefinition[] = {
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(image, "image", "Image", String)},
    {MEMBER_AS(repositoryCredentials, "repositoryCredentials", "RepositoryCredentials",
     RepositoryCredentials)},
    {MEMBER_AS(cpu, "cpu", "Cpu", Integer)},
    {MEMBER_AS(memory, "memory", "Memory", Integer)},
    {MEMBER_AS(memoryReservation, "memoryReservation", "MemoryReservation", Integer)},
    {MEMBER_AS(links, "links", "Links", StringList)},
    {MEMBER_AS(portMappings, "portMappings", "PortMappings", PortMappingList)},
    {MEMBER_AS(essential, "essential", "Essential", Boolean)},
    {MEMBER_AS(entryPoint, "entryPoint", "EntryPoint", StringList)},
    {MEMBER_AS(command, "command", "Command", StringList)},
    {MEMBER_AS(environment, "environment", "Environment", EnvironmentVariables)},
    {MEMBER_AS(environmentFiles, "environmentFiles", "EnvironmentFiles", EnvironmentFiles)},
    {MEMBER_AS(mountPoints, "mountPoints", "MountPoints", MountPointList)},
    {MEMBER_AS(volumesFrom, "volumesFrom", "VolumesFrom", VolumeFromList)},
    {MEMBER_AS(linuxParameters, "linuxParameters", "LinuxParameters", LinuxParameters)},
    {MEMBER_AS(secrets, "secrets", "Secrets", SecretList)},
    {MEMBER_AS(dependsOn, "dependsOn", "DependsOn", ContainerDependencies)},
    {MEMBER_AS(startTimeout, "startTimeout", "StartTimeout", Integer)},
    {MEMBER_AS(stopTimeout, "stopTimeout", "StopTimeout", Integer)},
    {MEMBER_AS(hostname, "hostname", "Hostname", String)},
    {MEMBER_AS(user, "user", "User", String)},
    {MEMBER_AS(workingDirectory, "workingDirectory", "WorkingDirectory", String)},
    {MEMBER_AS(disableNetworking, "disableNetworking", "DisableNetworking", Boolean)},
    {MEMBER_AS(privileged, "privileged", "Privileged", Boolean)},
    {MEMBER_AS(readonlyRootFilesystem, "readonlyRootFilesystem", "ReadonlyRootFilesystem",
     Boolean)},
    {MEMBER_AS(dnsServers, "dnsServers", "DnsServers", StringList)},
    {MEMBER_AS(dnsSearchDomains, "dnsSearchDomains", "DnsSearchDomains", StringList)},
    {MEMBER_AS(extraHosts, "extraHosts", "ExtraHosts", HostEntryList)},
    {MEMBER_AS(dockerSecurityOptions, "dockerSecurityOptions", "DockerSecurityOptions",
     StringList)},
    {MEMBER_AS(interactive, "interactive", "Interactive", Boolean)},
    {MEMBER_AS(pseudoTerminal, "pseudoTerminal", "PseudoTerminal", Boolean)},
    {MEMBER_AS(dockerLabels, "dockerLabels", "DockerLabels", DockerLabelsMap)},
    {MEMBER_AS(ulimits, "ulimits", "Ulimits", UlimitList)},
    {MEMBER_AS(logConfiguration, "logConfiguration", "LogConfiguration", LogConfiguration)},
    {MEMBER_AS(healthCheck, "healthCheck", "HealthCheck", HealthCheck)},
    {MEMBER_AS(systemControls, "systemControls", "SystemControls", SystemControls)},
    {MEMBER_AS(resourceRequirements, "resourceRequirements", "ResourceRequirements",
     ResourceRequirements)},
    {MEMBER_AS(firelensConfiguration, "firelensConfiguration", "FirelensConfiguration",
     FirelensConfiguration)},
};

static const struct bs_shape_member
    members_ContainerDefinitions[] = {
    {MEMBER(member, ContainerDefinition)},
};

static const struct bs_shape_member
    members_ContainerDependencies[] = {
    {MEMBER(member, ContainerDependency)},
};

static const struct bs_shape_member
    members_ContainerDependency[] = {
    {MEMBER_AS(containerName, "containerName", "ContainerName", String), .is_required = true},
    {MEMBER_AS(condition, "condition", "Condition", ContainerCondition), .is_required = true},
};

static const struct bs_shape_member
    members_ContainerInstance[] = {
    {MEMBER_AS(containerInstanceArn, "containerInstanceArn", "ContainerInstanceArn", String)},
    {MEMBER_AS(ec2InstanceId, "ec2InstanceId", "Ec2InstanceId", String)},
    {MEMBER_AS(capacityProviderName, "capacityProviderName", "CapacityProviderName", String)},
    {MEMBER_AS(version, "version", "Version", Integer)},
    {MEMBER_AS(versionInfo, "versionInfo", "VersionInfo", VersionInfo)},
    {MEMBER_AS(remainingResources, "remainingResources", "RemainingResources", Resources)},
    {MEMBER_AS(registeredResources, "registeredResources", "RegisteredResources", Resources)},
    {MEMBER_AS(status, "status", "Status", String)},
    {MEMBER_AS(statusReason, "statusReason", "StatusReason", String)},
    {MEMBER_AS(agentConnected, "agentConnected", "AgentConnected", Boolean)},
    {MEMBER_AS(runningTasksCount, "runningTasksCount", "RunningTasksCount", Integer)},
    {MEMBER_AS(pendingTasksCount, "pendingTasksCount", "PendingTasksCount", Integer)},
    {MEMBER_AS(agentUpdateStatus, "agentUpdateStatus", "AgentUpdateStatus", AgentUpdateStatus)},
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes)},
    {MEMBER_AS(registeredAt, "registeredAt", "RegisteredAt", Timestamp)},
    {MEMBER_AS(attachments, "attachments", "Attachments", Attachments)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(healthStatus, "healthStatus", "HealthStatus", ContainerInstanceHealthStatus)},
};

static const struct bs_shape_member
    members_ContainerInstanceFieldList[] = {
    {MEMBER(member, ContainerInstanceField)},
};

static const struct bs_shape_member
    members_ContainerInstanceHealthStatus[] = {
    {MEMBER_AS(overallStatus, "overallStatus", "OverallStatus", InstanceHealthCheckState)},
    {MEMBER_AS(details, "details", "Details", InstanceHealthCheckResultList)},
};

static const struct bs_shape_member
    members_ContainerInstances[] = {
    {MEMBER(member, ContainerInstance)},
};

static const struct bs_shape_member
    members_ContainerOverride[] = {
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(command, "command", "Command", StringList)},
    {MEMBER_AS(environment, "environment", "Environment", EnvironmentVariables)},
    {MEMBER_AS(environmentFiles, "environmentFiles", "EnvironmentFiles", EnvironmentFiles)},
    {MEMBER_AS(cpu, "cpu", "Cpu", Integer)},
    {MEMBER_AS(memory, "memory", "Memory", Integer)},
    {MEMBER_AS(memoryReservation, "memoryReservation", "MemoryReservation", Integer)},
    {MEMBER_AS(resourceRequirements, "resourceRequirements", "ResourceRequirements",
     ResourceRequirements)},
};

static const struct bs_shape_member
    members_ContainerOverrides[] = {
    {MEMBER(member, ContainerOverride)},
};

static const struct bs_shape_member
    members_Containers[] = {
    {MEMBER(member, Container)},
};

static const struct bs_shape_member
    members_CreateCapacityProviderRequest[] = {
    {MEMBER_AS(name, "name", "Name", String), .is_required = true},
    {MEMBER_AS(autoScalingGroupProvider, "autoScalingGroupProvider", "AutoScalingGroupProvider",
     AutoScalingGroupProvider), .is_required = true},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_CreateCapacityProviderResponse[] = {
    {MEMBER_AS(capacityProvider, "capacityProvider", "CapacityProvider", CapacityProvider)},
};

static const struct bs_shape_member
    members_CreateClusterRequest[] = {
    {MEMBER_AS(clusterName, "clusterName", "ClusterName", String)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(settings, "settings", "Settings", ClusterSettings)},
    {MEMBER_AS(configuration, "configuration", "Configuration", ClusterConfiguration)},
    {MEMBER_AS(capacityProviders, "capacityProviders", "CapacityProviders", StringList)},
    {MEMBER_AS(defaultCapacityProviderStrategy, "defaultCapacityProviderStrategy",
     "DefaultCapacityProviderStrategy", CapacityProviderStrategy)},
    {MEMBER_AS(serviceConnectDefaults, "serviceConnectDefaults", "ServiceConnectDefaults",
     ClusterServiceConnectDefaultsRequest)},
};

static const struct bs_shape_member
    members_CreateClusterResponse[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", Cluster)},
};

static const struct bs_shape_member
    members_CreateServiceRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(serviceName, "serviceName", "ServiceName", String), .is_required = true},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String)},
    {MEMBER_AS(loadBalancers, "loadBalancers", "LoadBalancers", LoadBalancers)},
    {MEMBER_AS(serviceRegistries, "serviceRegistries", "ServiceRegistries", ServiceRegistries)},
    {MEMBER_AS(desiredCount, "desiredCount", "DesiredCount", Integer)},
    {MEMBER_AS(clientToken, "clientToken", "ClientToken", String)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(role, "role", "Role", String)},
    {MEMBER_AS(deploymentConfiguration, "deploymentConfiguration", "DeploymentConfiguration",
     DeploymentConfiguration)},
    {MEMBER_AS(placementConstraints, "placementConstraints", "PlacementConstraints",
     PlacementConstraints)},
    {MEMBER_AS(placementStrategy, "placementStrategy", "PlacementStrategy", PlacementStrategies)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(healthCheckGracePeriodSeconds, "healthCheckGracePeriodSeconds",
     "HealthCheckGracePeriodSeconds", Integer)},
    {MEMBER_AS(schedulingStrategy, "schedulingStrategy", "SchedulingStrategy",
     SchedulingStrategy)},
    {MEMBER_AS(deploymentController, "deploymentController", "DeploymentController",
     DeploymentController)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(enableECSManagedTags, "enableECSManagedTags", "EnableECSManagedTags", Boolean)},
    {MEMBER_AS(propagateTags, "propagateTags", "PropagateTags", PropagateTags)},
    {MEMBER_AS(enableExecuteCommand, "enableExecuteCommand", "EnableExecuteCommand", Boolean)},
    {MEMBER_AS(serviceConnectConfiguration, "serviceConnectConfiguration",
     "ServiceConnectConfiguration", ServiceConnectConfiguration)},
    {MEMBER_AS(availabilityZoneRebalancing, "availabilityZoneRebalancing",
     "AvailabilityZoneRebalancing", AvailabilityZoneRebalancing)},
};

static const struct bs_shape_member
    members_CreateServiceResponse[] = {
    {MEMBER_AS(service, "service", "Service", Service)},
};

static const struct bs_shape_member
    members_CreateTaskSetRequest[] = {
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(externalId, "externalId", "ExternalId", String)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String), .is_required = true},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(loadBalancers, "loadBalancers", "LoadBalancers", LoadBalancers)},
    {MEMBER_AS(serviceRegistries, "serviceRegistries", "ServiceRegistries", ServiceRegistries)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(scale, "scale", "Scale", Scale)},
    {MEMBER_AS(clientToken, "clientToken", "ClientToken", String)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_CreateTaskSetResponse[] = {
    {MEMBER_AS(taskSet, "taskSet", "TaskSet", TaskSet)},
};

static const struct bs_shape_member
    members_DeleteAccountSettingRequest[] = {
    {MEMBER_AS(name, "name", "Name", SettingName), .is_required = true},
    {MEMBER_AS(principalArn, "principalArn", "PrincipalArn", String)},
};

static const struct bs_shape_member
    members_DeleteAccountSettingResponse[] = {
    {MEMBER_AS(setting, "setting", "Setting", Setting)},
};

static const struct bs_shape_member
    members_DeleteAttributesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteAttributesResponse[] = {
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes)},
};

static const struct bs_shape_member
    members_DeleteCapacityProviderRequest[] = {
    {MEMBER_AS(capacityProvider, "capacityProvider", "CapacityProvider", String),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteCapacityProviderResponse[] = {
    {MEMBER_AS(capacityProvider, "capacityProvider", "CapacityProvider", CapacityProvider)},
};

static const struct bs_shape_member
    members_DeleteClusterRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteClusterResponse[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", Cluster)},
};

static const struct bs_shape_member
    members_DeleteServiceRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(force, "force", "Force", Boolean)},
};

static const struct bs_shape_member
    members_DeleteServiceResponse[] = {
    {MEMBER_AS(service, "service", "Service", Service)},
};

static const struct bs_shape_member
    members_DeleteTaskDefinitionsRequest[] = {
    {MEMBER_AS(taskDefinitions, "taskDefinitions", "TaskDefinitions", StringList),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteTaskDefinitionsResponse[] = {
    {MEMBER_AS(taskDefinitions, "taskDefinitions", "TaskDefinitions", TaskDefinitionList)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_DeleteTaskSetRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(taskSet, "taskSet", "TaskSet", String), .is_required = true},
    {MEMBER_AS(force, "force", "Force", Boolean)},
};

static const struct bs_shape_member
    members_DeleteTaskSetResponse[] = {
    {MEMBER_AS(taskSet, "taskSet", "TaskSet", TaskSet)},
};

static const struct bs_shape_member
    members_Deployment[] = {
    {MEMBER_AS(id, "id", "Id", String)},
    {MEMBER_AS(status, "status", "Status", String)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String)},
    {MEMBER_AS(desiredCount, "desiredCount", "DesiredCount", Integer)},
    {MEMBER_AS(pendingCount, "pendingCount", "PendingCount", Integer)},
    {MEMBER_AS(runningCount, "runningCount", "RunningCount", Integer)},
    {MEMBER_AS(failedTasks, "failedTasks", "FailedTasks", Integer)},
    {MEMBER_AS(createdAt, "createdAt", "CreatedAt", Timestamp)},
    {MEMBER_AS(updatedAt, "updatedAt", "UpdatedAt", Timestamp)},
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(platformFamily, "platformFamily", "PlatformFamily", String)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(rolloutState, "rolloutState", "RolloutState", DeploymentRolloutState)},
    {MEMBER_AS(rolloutStateReason, "rolloutStateReason", "RolloutStateReason", String)},
    {MEMBER_AS(serviceConnectConfiguration, "serviceConnectConfiguration",
     "ServiceConnectConfiguration", ServiceConnectConfiguration)},
    {MEMBER_AS(serviceConnectResources, "serviceConnectResources", "ServiceConnectResources",
     ServiceConnectServiceResourceList)},
};

static const struct bs_shape_member
    members_DeploymentAlarms[] = {
    {MEMBER_AS(alarmNames, "alarmNames", "AlarmNames", StringList), .is_required = true},
    {MEMBER_AS(rollback, "rollback", "Rollback", Boolean), .is_required = true},
    {MEMBER_AS(enable, "enable", "Enable", Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_DeploymentCircuitBreaker[] = {
    {MEMBER_AS(enable, "enable", "Enable", Boolean), .is_required = true},
    {MEMBER_AS(rollback, "rollback", "Rollback", Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_DeploymentConfiguration[] = {
    {MEMBER_AS(deploymentCircuitBreaker, "deploymentCircuitBreaker", "DeploymentCircuitBreaker",
     DeploymentCircuitBreaker)},
    {MEMBER_AS(maximumPercent, "maximumPercent", "MaximumPercent", Integer)},
    {MEMBER_AS(minimumHealthyPercent, "minimumHealthyPercent", "MinimumHealthyPercent", Integer)},
    {MEMBER_AS(alarms, "alarms", "Alarms", DeploymentAlarms)},
};

static const struct bs_shape_member
    members_DeploymentController[] = {
    {MEMBER_AS(type, "type", "Type", DeploymentControllerType), .is_required = true},
};

static const struct bs_shape_member
    members_Deployments[] = {
    {MEMBER(member, Deployment)},
};

static const struct bs_shape_member
    members_DeregisterContainerInstanceRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(containerInstance, "containerInstance", "ContainerInstance", String),
     .is_required = true},
    {MEMBER_AS(force, "force", "Force", Boolean)},
};

static const struct bs_shape_member
    members_DeregisterContainerInstanceResponse[] = {
    {MEMBER_AS(containerInstance, "containerInstance", "ContainerInstance", ContainerInstance)},
};

static const struct bs_shape_member
    members_DeregisterTaskDefinitionRequest[] = {
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String), .is_required = true},
};

static const struct bs_shape_member
    members_DeregisterTaskDefinitionResponse[] = {
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", TaskDefinition)},
};

static const struct bs_shape_member
    members_DescribeCapacityProvidersRequest[] = {
    {MEMBER_AS(capacityProviders, "capacityProviders", "CapacityProviders", StringList)},
    {MEMBER_AS(include, "include", "Include", CapacityProviderFieldList)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeCapacityProvidersResponse[] = {
    {MEMBER_AS(capacityProviders, "capacityProviders", "CapacityProviders", CapacityProviders)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeClustersRequest[] = {
    {MEMBER_AS(clusters, "clusters", "Clusters", StringList)},
    {MEMBER_AS(include, "include", "Include", ClusterFieldList)},
};

static const struct bs_shape_member
    members_DescribeClustersResponse[] = {
    {MEMBER_AS(clusters, "clusters", "Clusters", Clusters)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_DescribeContainerInstancesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(containerInstances, "containerInstances", "ContainerInstances", StringList),
     .is_required = true},
    {MEMBER_AS(include, "include", "Include", ContainerInstanceFieldList)},
};

static const struct bs_shape_member
    members_DescribeContainerInstancesResponse[] = {
    {MEMBER_AS(containerInstances, "containerInstances", "ContainerInstances",
     ContainerInstances)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_DescribeServicesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(services, "services", "Services", StringList), .is_required = true},
    {MEMBER_AS(include, "include", "Include", ServiceFieldList)},
};

static const struct bs_shape_member
    members_DescribeServicesResponse[] = {
    {MEMBER_AS(services, "services", "Services", Services)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_DescribeTaskDefinitionRequest[] = {
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String), .is_required = true},
    {MEMBER_AS(include, "include", "Include", TaskDefinitionFieldList)},
};

static const struct bs_shape_member
    members_DescribeTaskDefinitionResponse[] = {
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", TaskDefinition)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_DescribeTaskSetsRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(taskSets, "taskSets", "TaskSets", StringList)},
    {MEMBER_AS(include, "include", "Include", TaskSetFieldList)},
};

static const struct bs_shape_member
    members_DescribeTaskSetsResponse[] = {
    {MEMBER_AS(taskSets, "taskSets", "TaskSets", TaskSets)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_DescribeTasksRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(tasks, "tasks", "Tasks", StringList), .is_required = true},
    {MEMBER_AS(include, "include", "Include", TaskFieldList)},
};

static const struct bs_shape_member
    members_DescribeTasksResponse[] = {
    {MEMBER_AS(tasks, "tasks", "Tasks", Tasks)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_Device[] = {
    {MEMBER_AS(hostPath, "hostPath", "HostPath", String), .is_required = true},
    {MEMBER_AS(containerPath, "containerPath", "ContainerPath", String)},
    {MEMBER_AS(permissions, "permissions", "Permissions", DeviceCgroupPermissions)},
};

static const struct bs_shape_member
    members_DeviceCgroupPermissions[] = {
    {MEMBER(member, DeviceCgroupPermission)},
};

static const struct bs_shape_member
    members_DevicesList[] = {
    {MEMBER(member, Device)},
};

static const struct bs_shape_member
    members_DockerLabelsMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_DockerVolumeConfiguration[] = {
    {MEMBER_AS(scope, "scope", "Scope", Scope)},
    {MEMBER_AS(autoprovision, "autoprovision", "Autoprovision", Boolean)},
    {MEMBER_AS(driver, "driver", "Driver", String)},
    {MEMBER_AS(driverOpts, "driverOpts", "DriverOpts", StringMap)},
    {MEMBER_AS(labels, "labels", "Labels", StringMap)},
};

static const struct bs_shape_member
    members_EFSAuthorizationConfig[] = {
    {MEMBER_AS(accessPointId, "accessPointId", "AccessPointId", String)},
    {MEMBER_AS(iam, "iam", "Iam", EFSAuthorizationConfigIAM)},
};

static const struct bs_shape_member
    members_EFSVolumeConfiguration[] = {
    {MEMBER_AS(fileSystemId, "fileSystemId", "FileSystemId", String), .is_required = true},
    {MEMBER_AS(rootDirectory, "rootDirectory", "RootDirectory", String)},
    {MEMBER_AS(transitEncryption, "transitEncryption", "TransitEncryption", EFSTransitEncryption)},
    {MEMBER_AS(transitEncryptionPort, "transitEncryptionPort", "TransitEncryptionPort", Integer)},
    {MEMBER_AS(authorizationConfig, "authorizationConfig", "AuthorizationConfig",
     EFSAuthorizationConfig)},
};

static const struct bs_shape_member
    members_EnvironmentFile[] = {
    {MEMBER_AS(value, "value", "Value", String), .is_required = true},
    {MEMBER_AS(type, "type", "Type", EnvironmentFileType), .is_required = true},
};

static const struct bs_shape_member
    members_EnvironmentFiles[] = {
    {MEMBER(member, EnvironmentFile)},
};

static const struct bs_shape_member
    members_EnvironmentVariables[] = {
    {MEMBER(member, KeyValuePair)},
};

static const struct bs_shape_member
    members_EphemeralStorage[] = {
    {MEMBER_AS(sizeInGiB, "sizeInGiB", "SizeInGiB", Integer), .is_required = true},
};

static const struct bs_shape_member
    members_ExecuteCommandConfiguration[] = {
    {MEMBER_AS(kmsKeyId, "kmsKeyId", "KmsKeyId", String)},
    {MEMBER_AS(logging, "logging", "Logging", ExecuteCommandLogging)},
    {MEMBER_AS(logConfiguration, "logConfiguration", "LogConfiguration",
     ExecuteCommandLogConfiguration)},
};

static const struct bs_shape_member
    members_ExecuteCommandLogConfiguration[] = {
    {MEMBER_AS(cloudWatchLogGroupName, "cloudWatchLogGroupName", "CloudWatchLogGroupName",
     String)},
    {MEMBER_AS(cloudWatchEncryptionEnabled, "cloudWatchEncryptionEnabled",
     "CloudWatchEncryptionEnabled", Boolean)},
    {MEMBER_AS(s3BucketName, "s3BucketName", "S3BucketName", String)},
    {MEMBER_AS(s3EncryptionEnabled, "s3EncryptionEnabled", "S3EncryptionEnabled", Boolean)},
    {MEMBER_AS(s3KeyPrefix, "s3KeyPrefix", "S3KeyPrefix", String)},
};

static const struct bs_shape_member
    members_FSxWindowsFileServerAuthorizationConfig[] = {
    {MEMBER_AS(credentialsParameter, "credentialsParameter", "CredentialsParameter", String),
     .is_required = true},
    {MEMBER_AS(domain, "domain", "Domain", String), .is_required = true},
};

static const struct bs_shape_member
    members_FSxWindowsFileServerVolumeConfiguration[] = {
    {MEMBER_AS(fileSystemId, "fileSystemId", "FileSystemId", String), .is_required = true},
    {MEMBER_AS(rootDirectory, "rootDirectory", "RootDirectory", String), .is_required = true},
    {MEMBER_AS(authorizationConfig, "authorizationConfig", "AuthorizationConfig",
     FSxWindowsFileServerAuthorizationConfig), .is_required = true},
};

static const struct bs_shape_member
    members_Failure[] = {
    {MEMBER_AS(arn, "arn", "Arn", String)},
    {MEMBER_AS(reason, "reason", "Reason", String)},
    {MEMBER_AS(detail, "detail", "Detail", String)},
};

static const struct bs_shape_member
    members_Failures[] = {
    {MEMBER(member, Failure)},
};

static const struct bs_shape_member
    members_FirelensConfiguration[] = {
    {MEMBER_AS(type, "type", "Type", FirelensConfigurationType), .is_required = true},
    {MEMBER_AS(options, "options", "Options", FirelensConfigurationOptionsMap)},
};

static const struct bs_shape_member
    members_FirelensConfigurationOptionsMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_GetTaskProtectionRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(tasks, "tasks", "Tasks", StringList)},
};

static const struct bs_shape_member
    members_GetTaskProtectionResponse[] = {
    {MEMBER_AS(protectedTasks, "protectedTasks", "ProtectedTasks", ProtectedTasks)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_GpuIds[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_HealthCheck[] = {
    {MEMBER_AS(command, "command", "Command", StringList), .is_required = true},
    {MEMBER_AS(interval, "interval", "Interval", Integer)},
    {MEMBER_AS(timeout, "timeout", "Timeout", Integer)},
    {MEMBER_AS(retries, "retries", "Retries", Integer)},
    {MEMBER_AS(startPeriod, "startPeriod", "StartPeriod", Integer)},
};

static const struct bs_shape_member
    members_HostEntry[] = {
    {MEMBER_AS(hostname, "hostname", "Hostname", String), .is_required = true},
    {MEMBER_AS(ipAddress, "ipAddress", "IpAddress", String), .is_required = true},
};

static const struct bs_shape_member
    members_HostEntryList[] = {
    {MEMBER(member, HostEntry)},
};

static const struct bs_shape_member
    members_HostVolumeProperties[] = {
    {MEMBER_AS(sourcePath, "sourcePath", "SourcePath", String)},
};

static const struct bs_shape_member
    members_InferenceAccelerator[] = {
    {MEMBER_AS(deviceName, "deviceName", "DeviceName", String), .is_required = true},
    {MEMBER_AS(deviceType, "deviceType", "DeviceType", String), .is_required = true},
};

static const struct bs_shape_member
    members_InferenceAcceleratorOverride[] = {
    {MEMBER_AS(deviceName, "deviceName", "DeviceName", String)},
    {MEMBER_AS(deviceType, "deviceType", "DeviceType", String)},
};

static const struct bs_shape_member
    members_InferenceAcceleratorOverrides[] = {
    {MEMBER(member, InferenceAcceleratorOverride)},
};

static const struct bs_shape_member
    members_InferenceAccelerators[] = {
    {MEMBER(member, InferenceAccelerator)},
};

static const struct bs_shape_member
    members_InstanceHealthCheckResult[] = {
    {MEMBER_AS(type, "type", "Type", InstanceHealthCheckType)},
    {MEMBER_AS(status, "status", "Status", InstanceHealthCheckState)},
    {MEMBER_AS(lastUpdated, "lastUpdated", "LastUpdated", Timestamp)},
    {MEMBER_AS(lastStatusChange, "lastStatusChange", "LastStatusChange", Timestamp)},
};

static const struct bs_shape_member
    members_InstanceHealthCheckResultList[] = {
    {MEMBER(member, InstanceHealthCheckResult)},
};

static const struct bs_shape_member
    members_KernelCapabilities[] = {
    {MEMBER_AS(add, "add", "Add", StringList)},
    {MEMBER_AS(drop, "drop", "Drop", StringList)},
};

static const struct bs_shape_member
    members_KeyValuePair[] = {
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(value, "value", "Value", String)},
};

static const struct bs_shape_member
    members_LinuxParameters[] = {
    {MEMBER_AS(capabilities, "capabilities", "Capabilities", KernelCapabilities)},
    {MEMBER_AS(devices, "devices", "Devices", DevicesList)},
    {MEMBER_AS(initProcessEnabled, "initProcessEnabled", "InitProcessEnabled", Boolean)},
    {MEMBER_AS(sharedMemorySize, "sharedMemorySize", "SharedMemorySize", Integer)},
    {MEMBER_AS(tmpfs, "tmpfs", "Tmpfs", TmpfsList)},
    {MEMBER_AS(maxSwap, "maxSwap", "MaxSwap", Integer)},
    {MEMBER_AS(swappiness, "swappiness", "Swappiness", Integer)},
};

static const struct bs_shape_member
    members_ListAccountSettingsRequest[] = {
    {MEMBER_AS(name, "name", "Name", SettingName)},
    {MEMBER_AS(value, "value", "Value", String)},
    {MEMBER_AS(principalArn, "principalArn", "PrincipalArn", String)},
    {MEMBER_AS(effectiveSettings, "effectiveSettings", "EffectiveSettings", Boolean)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
};

static const struct bs_shape_member
    members_ListAccountSettingsResponse[] = {
    {MEMBER_AS(settings, "settings", "Settings", Settings)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListAttributesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(targetType, "targetType", "TargetType", TargetType), .is_required = true},
    {MEMBER_AS(attributeName, "attributeName", "AttributeName", String)},
    {MEMBER_AS(attributeValue, "attributeValue", "AttributeValue", String)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
};

static const struct bs_shape_member
    members_ListAttributesResponse[] = {
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListClustersRequest[] = {
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
};

static const struct bs_shape_member
    members_ListClustersResponse[] = {
    {MEMBER_AS(clusterArns, "clusterArns", "ClusterArns", StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListContainerInstancesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(filter, "filter", "Filter", String)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
    {MEMBER_AS(status, "status", "Status", ContainerInstanceStatus)},
};

static const struct bs_shape_member
    members_ListContainerInstancesResponse[] = {
    {MEMBER_AS(containerInstanceArns, "containerInstanceArns", "ContainerInstanceArns",
     StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListServicesByNamespaceRequest[] = {
    {MEMBER_AS(namespace, "namespace", "Namespace", String), .is_required = true},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
};

static const struct bs_shape_member
    members_ListServicesByNamespaceResponse[] = {
    {MEMBER_AS(serviceArns, "serviceArns", "ServiceArns", StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListServicesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(schedulingStrategy, "schedulingStrategy", "SchedulingStrategy",
     SchedulingStrategy)},
};

static const struct bs_shape_member
    members_ListServicesResponse[] = {
    {MEMBER_AS(serviceArns, "serviceArns", "ServiceArns", StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER_AS(resourceArn, "resourceArn", "ResourceArn", String), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResponse[] = {
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_ListTaskDefinitionFamiliesRequest[] = {
    {MEMBER_AS(familyPrefix, "familyPrefix", "FamilyPrefix", String)},
    {MEMBER_AS(status, "status", "Status", TaskDefinitionFamilyStatus)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
};

static const struct bs_shape_member
    members_ListTaskDefinitionFamiliesResponse[] = {
    {MEMBER_AS(families, "families", "Families", StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListTaskDefinitionsRequest[] = {
    {MEMBER_AS(familyPrefix, "familyPrefix", "FamilyPrefix", String)},
    {MEMBER_AS(status, "status", "Status", TaskDefinitionStatus)},
    {MEMBER_AS(sort, "sort", "Sort", SortOrder)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
};

static const struct bs_shape_member
    members_ListTaskDefinitionsResponse[] = {
    {MEMBER_AS(taskDefinitionArns, "taskDefinitionArns", "TaskDefinitionArns", StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListTasksRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(containerInstance, "containerInstance", "ContainerInstance", String)},
    {MEMBER_AS(family, "family", "Family", String)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", Integer)},
    {MEMBER_AS(startedBy, "startedBy", "StartedBy", String)},
    {MEMBER_AS(serviceName, "serviceName", "ServiceName", String)},
    {MEMBER_AS(desiredStatus, "desiredStatus", "DesiredStatus", DesiredStatus)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
};

static const struct bs_shape_member
    members_ListTasksResponse[] = {
    {MEMBER_AS(taskArns, "taskArns", "TaskArns", StringList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_LoadBalancer[] = {
    {MEMBER_AS(targetGroupArn, "targetGroupArn", "TargetGroupArn", String)},
    {MEMBER_AS(loadBalancerName, "loadBalancerName", "LoadBalancerName", String)},
    {MEMBER_AS(containerName, "containerName", "ContainerName", String)},
    {MEMBER_AS(containerPort, "containerPort", "ContainerPort", Integer)},
};

static const struct bs_shape_member
    members_LoadBalancers[] = {
    {MEMBER(member, LoadBalancer)},
};

static const struct bs_shape_member
    members_LogConfiguration[] = {
    {MEMBER_AS(logDriver, "logDriver", "LogDriver", LogDriver), .is_required = true},
    {MEMBER_AS(options, "options", "Options", LogConfigurationOptionsMap)},
    {MEMBER_AS(secretOptions, "secretOptions", "SecretOptions", SecretList)},
};

static const struct bs_shape_member
    members_LogConfigurationOptionsMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_ManagedAgent[] = {
    {MEMBER_AS(lastStartedAt, "lastStartedAt", "LastStartedAt", Timestamp)},
    {MEMBER_AS(name, "name", "Name", ManagedAgentName)},
    {MEMBER_AS(reason, "reason", "Reason", String)},
    {MEMBER_AS(lastStatus, "lastStatus", "LastStatus", String)},
};

static const struct bs_shape_member
    members_ManagedAgents[] = {
    {MEMBER(member, ManagedAgent)},
};

static const struct bs_shape_member
    members_ManagedScaling[] = {
    {MEMBER_AS(status, "status", "Status", ManagedScalingStatus)},
    {MEMBER_AS(targetCapacity, "targetCapacity", "TargetCapacity", ManagedScalingTargetCapacity)},
    {MEMBER_AS(minimumScalingStepSize, "minimumScalingStepSize", "MinimumScalingStepSize",
     ManagedScalingStepSize)},
    {MEMBER_AS(maximumScalingStepSize, "maximumScalingStepSize", "MaximumScalingStepSize",
     ManagedScalingStepSize)},
    {MEMBER_AS(instanceWarmupPeriod, "instanceWarmupPeriod", "InstanceWarmupPeriod",
     ManagedScalingInstanceWarmupPeriod)},
};

static const struct bs_shape_member
    members_MountPoint[] = {
    {MEMBER_AS(sourceVolume, "sourceVolume", "SourceVolume", String)},
    {MEMBER_AS(containerPath, "containerPath", "ContainerPath", String)},
    {MEMBER_AS(readOnly, "readOnly", "ReadOnly", Boolean)},
};

static const struct bs_shape_member
    members_MountPointList[] = {
    {MEMBER(member, MountPoint)},
};

static const struct bs_shape_member
    members_NetworkBinding[] = {
    {MEMBER_AS(bindIP, "bindIP", "BindIP", String)},
    {MEMBER_AS(containerPort, "containerPort", "ContainerPort", Integer)},
    {MEMBER_AS(hostPort, "hostPort", "HostPort", Integer)},
    {MEMBER_AS(protocol, "protocol", "Protocol", TransportProtocol)},
};

static const struct bs_shape_member
    members_NetworkBindings[] = {
    {MEMBER(member, NetworkBinding)},
};

static const struct bs_shape_member
    members_NetworkConfiguration[] = {
    {MEMBER_AS(awsvpcConfiguration, "awsvpcConfiguration", "AwsvpcConfiguration",
     AwsVpcConfiguration)},
};

static const struct bs_shape_member
    members_NetworkInterface[] = {
    {MEMBER_AS(attachmentId, "attachmentId", "AttachmentId", String)},
    {MEMBER_AS(privateIpv4Address, "privateIpv4Address", "PrivateIpv4Address", String)},
    {MEMBER_AS(ipv6Address, "ipv6Address", "Ipv6Address", String)},
};

static const struct bs_shape_member
    members_NetworkInterfaces[] = {
    {MEMBER(member, NetworkInterface)},
};

static const struct bs_shape_member
    members_PlacementConstraint[] = {
    {MEMBER_AS(type, "type", "Type", PlacementConstraintType)},
    {MEMBER_AS(expression, "expression", "Expression", String)},
};

static const struct bs_shape_member
    members_PlacementConstraints[] = {
    {MEMBER(member, PlacementConstraint)},
};

static const struct bs_shape_member
    members_PlacementStrategies[] = {
    {MEMBER(member, PlacementStrategy)},
};

static const struct bs_shape_member
    members_PlacementStrategy[] = {
    {MEMBER_AS(type, "type", "Type", PlacementStrategyType)},
    {MEMBER_AS(field, "field", "Field", String)},
};

static const struct bs_shape_member
    members_PlatformDevice[] = {
    {MEMBER_AS(id, "id", "Id", String), .is_required = true},
    {MEMBER_AS(type, "type", "Type", PlatformDeviceType), .is_required = true},
};

static const struct bs_shape_member
    members_PlatformDevices[] = {
    {MEMBER(member, PlatformDevice)},
};

static const struct bs_shape_member
    members_PortMapping[] = {
    {MEMBER_AS(containerPort, "containerPort", "ContainerPort", Integer)},
    {MEMBER_AS(hostPort, "hostPort", "HostPort", Integer)},
    {MEMBER_AS(protocol, "protocol", "Protocol", TransportProtocol)},
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(appProtocol, "appProtocol", "AppProtocol", ApplicationProtocol)},
};

static const struct bs_shape_member
    members_PortMappingList[] = {
    {MEMBER(member, PortMapping)},
};

static const struct bs_shape_member
    members_ProtectedTask[] = {
    {MEMBER_AS(taskArn, "taskArn", "TaskArn", String)},
    {MEMBER_AS(protectionEnabled, "protectionEnabled", "ProtectionEnabled", Boolean)},
    {MEMBER_AS(expirationDate, "expirationDate", "ExpirationDate", Timestamp)},
};

static const struct bs_shape_member
    members_ProtectedTasks[] = {
    {MEMBER(member, ProtectedTask)},
};

static const struct bs_shape_member
    members_ProxyConfiguration[] = {
    {MEMBER_AS(type, "type", "Type", ProxyConfigurationType)},
    {MEMBER_AS(containerName, "containerName", "ContainerName", String), .is_required = true},
    {MEMBER_AS(properties, "properties", "Properties", ProxyConfigurationProperties)},
};

static const struct bs_shape_member
    members_ProxyConfigurationProperties[] = {
    {MEMBER(member, KeyValuePair)},
};

static const struct bs_shape_member
    members_PutAccountSettingDefaultRequest[] = {
    {MEMBER_AS(name, "name", "Name", SettingName), .is_required = true},
    {MEMBER_AS(value, "value", "Value", String), .is_required = true},
};

static const struct bs_shape_member
    members_PutAccountSettingDefaultResponse[] = {
    {MEMBER_AS(setting, "setting", "Setting", Setting)},
};

static const struct bs_shape_member
    members_PutAccountSettingRequest[] = {
    {MEMBER_AS(name, "name", "Name", SettingName), .is_required = true},
    {MEMBER_AS(value, "value", "Value", String), .is_required = true},
    {MEMBER_AS(principalArn, "principalArn", "PrincipalArn", String)},
};

static const struct bs_shape_member
    members_PutAccountSettingResponse[] = {
    {MEMBER_AS(setting, "setting", "Setting", Setting)},
};

static const struct bs_shape_member
    members_PutAttributesRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes), .is_required = true},
};

static const struct bs_shape_member
    members_PutAttributesResponse[] = {
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes)},
};

static const struct bs_shape_member
    members_PutClusterCapacityProvidersRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(capacityProviders, "capacityProviders", "CapacityProviders", StringList),
     .is_required = true},
    {MEMBER_AS(defaultCapacityProviderStrategy, "defaultCapacityProviderStrategy",
     "DefaultCapacityProviderStrategy", CapacityProviderStrategy), .is_required = true},
};

static const struct bs_shape_member
    members_PutClusterCapacityProvidersResponse[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", Cluster)},
};

static const struct bs_shape_member
    members_RegisterContainerInstanceRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(instanceIdentityDocument, "instanceIdentityDocument", "InstanceIdentityDocument",
     String)},
    {MEMBER_AS(instanceIdentityDocumentSignature, "instanceIdentityDocumentSignature",
     "InstanceIdentityDocumentSignature", String)},
    {MEMBER_AS(totalResources, "totalResources", "TotalResources", Resources)},
    {MEMBER_AS(versionInfo, "versionInfo", "VersionInfo", VersionInfo)},
    {MEMBER_AS(containerInstanceArn, "containerInstanceArn", "ContainerInstanceArn", String)},
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes)},
    {MEMBER_AS(platformDevices, "platformDevices", "PlatformDevices", PlatformDevices)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_RegisterContainerInstanceResponse[] = {
    {MEMBER_AS(containerInstance, "containerInstance", "ContainerInstance", ContainerInstance)},
};

static const struct bs_shape_member
    members_RegisterTaskDefinitionRequest[] = {
    {MEMBER_AS(family, "family", "Family", String), .is_required = true},
    {MEMBER_AS(taskRoleArn, "taskRoleArn", "TaskRoleArn", String)},
    {MEMBER_AS(executionRoleArn, "executionRoleArn", "ExecutionRoleArn", String)},
    {MEMBER_AS(networkMode, "networkMode", "NetworkMode", NetworkMode)},
    {MEMBER_AS(containerDefinitions, "containerDefinitions", "ContainerDefinitions",
     ContainerDefinitions), .is_required = true},
    {MEMBER_AS(volumes, "volumes", "Volumes", VolumeList)},
    {MEMBER_AS(placementConstraints, "placementConstraints", "PlacementConstraints",
     TaskDefinitionPlacementConstraints)},
    {MEMBER_AS(requiresCompatibilities, "requiresCompatibilities", "RequiresCompatibilities",
     CompatibilityList)},
    {MEMBER_AS(cpu, "cpu", "Cpu", String)},
    {MEMBER_AS(memory, "memory", "Memory", String)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(pidMode, "pidMode", "PidMode", PidMode)},
    {MEMBER_AS(ipcMode, "ipcMode", "IpcMode", IpcMode)},
    {MEMBER_AS(proxyConfiguration, "proxyConfiguration", "ProxyConfiguration",
     ProxyConfiguration)},
    {MEMBER_AS(inferenceAccelerators, "inferenceAccelerators", "InferenceAccelerators",
     InferenceAccelerators)},
    {MEMBER_AS(ephemeralStorage, "ephemeralStorage", "EphemeralStorage", EphemeralStorage)},
    {MEMBER_AS(runtimePlatform, "runtimePlatform", "RuntimePlatform", RuntimePlatform)},
};

static const struct bs_shape_member
    members_RegisterTaskDefinitionResponse[] = {
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", TaskDefinition)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_RepositoryCredentials[] = {
    {MEMBER_AS(credentialsParameter, "credentialsParameter", "CredentialsParameter", String),
     .is_required = true},
};

static const struct bs_shape_member
    members_RequiresAttributes[] = {
    {MEMBER(member, Attribute)},
};

static const struct bs_shape_member
    members_Resource[] = {
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(type, "type", "Type", String)},
    {MEMBER_AS(doubleValue, "doubleValue", "DoubleValue", Decimal)},
    {MEMBER_AS(longValue, "longValue", "LongValue", Integer)},
    {MEMBER_AS(integerValue, "integerValue", "IntegerValue", Integer)},
    {MEMBER_AS(stringSetValue, "stringSetValue", "StringSetValue", StringList)},
};

static const struct bs_shape_member
    members_ResourceRequirement[] = {
    {MEMBER_AS(value, "value", "Value", String), .is_required = true},
    {MEMBER_AS(type, "type", "Type", ResourceType), .is_required = true},
};

static const struct bs_shape_member
    members_ResourceRequirements[] = {
    {MEMBER(member, ResourceRequirement)},
};

static const struct bs_shape_member
    members_Resources[] = {
    {MEMBER(member, Resource)},
};

static const struct bs_shape_member
    members_RunTaskRequest[] = {
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(count, "count", "Count", Integer)},
    {MEMBER_AS(enableECSManagedTags, "enableECSManagedTags", "EnableECSManagedTags", Boolean)},
    {MEMBER_AS(enableExecuteCommand, "enableExecuteCommand", "EnableExecuteCommand", Boolean)},
    {MEMBER_AS(group, "group", "Group", String)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(overrides, "overrides", "Overrides", TaskOverride)},
    {MEMBER_AS(placementConstraints, "placementConstraints", "PlacementConstraints",
     PlacementConstraints)},
    {MEMBER_AS(placementStrategy, "placementStrategy", "PlacementStrategy", PlacementStrategies)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(propagateTags, "propagateTags", "PropagateTags", PropagateTags)},
    {MEMBER_AS(referenceId, "referenceId", "ReferenceId", String)},
    {MEMBER_AS(startedBy, "startedBy", "StartedBy", String)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String), .is_required = true},
    {MEMBER_AS(clientToken, "clientToken", "ClientToken", String), .is_idempotency_token = true},
};

static const struct bs_shape_member
    members_RunTaskResponse[] = {
    {MEMBER_AS(tasks, "tasks", "Tasks", Tasks)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_RuntimePlatform[] = {
    {MEMBER_AS(cpuArchitecture, "cpuArchitecture", "CpuArchitecture", CPUArchitecture)},
    {MEMBER_AS(operatingSystemFamily, "operatingSystemFamily", "OperatingSystemFamily", OSFamily)},
};

static const struct bs_shape_member
    members_Scale[] = {
    {MEMBER_AS(value, "value", "Value", Decimal)},
    {MEMBER_AS(unit, "unit", "Unit", ScaleUnit)},
};

static const struct bs_shape_member
    members_Secret[] = {
    {MEMBER_AS(name, "name", "Name", String), .is_required = true},
    {MEMBER_AS(valueFrom, "valueFrom", "ValueFrom", String), .is_required = true},
};

static const struct bs_shape_member
    members_SecretList[] = {
    {MEMBER(member, Secret)},
};

static const struct bs_shape_member
    members_Service[] = {
    {MEMBER_AS(serviceArn, "serviceArn", "ServiceArn", String)},
    {MEMBER_AS(serviceName, "serviceName", "ServiceName", String)},
    {MEMBER_AS(clusterArn, "clusterArn", "ClusterArn", String)},
    {MEMBER_AS(loadBalancers, "loadBalancers", "LoadBalancers", LoadBalancers)},
    {MEMBER_AS(serviceRegistries, "serviceRegistries", "ServiceRegistries", ServiceRegistries)},
    {MEMBER_AS(status, "status", "Status", String)},
    {MEMBER_AS(desiredCount, "desiredCount", "DesiredCount", Integer)},
    {MEMBER_AS(runningCount, "runningCount", "RunningCount", Integer)},
    {MEMBER_AS(pendingCount, "pendingCount", "PendingCount", Integer)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(platformFamily, "platformFamily", "PlatformFamily", String)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String)},
    {MEMBER_AS(deploymentConfiguration, "deploymentConfiguration", "DeploymentConfiguration",
     DeploymentConfiguration)},
    {MEMBER_AS(taskSets, "taskSets", "TaskSets", TaskSets)},
    {MEMBER_AS(deployments, "deployments", "Deployments", Deployments)},
    {MEMBER_AS(roleArn, "roleArn", "RoleArn", String)},
    {MEMBER_AS(events, "events", "Events", ServiceEvents)},
    {MEMBER_AS(createdAt, "createdAt", "CreatedAt", Timestamp)},
    {MEMBER_AS(placementConstraints, "placementConstraints", "PlacementConstraints",
     PlacementConstraints)},
    {MEMBER_AS(placementStrategy, "placementStrategy", "PlacementStrategy", PlacementStrategies)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(healthCheckGracePeriodSeconds, "healthCheckGracePeriodSeconds",
     "HealthCheckGracePeriodSeconds", Integer)},
    {MEMBER_AS(schedulingStrategy, "schedulingStrategy", "SchedulingStrategy",
     SchedulingStrategy)},
    {MEMBER_AS(deploymentController, "deploymentController", "DeploymentController",
     DeploymentController)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(createdBy, "createdBy", "CreatedBy", String)},
    {MEMBER_AS(enableECSManagedTags, "enableECSManagedTags", "EnableECSManagedTags", Boolean)},
    {MEMBER_AS(propagateTags, "propagateTags", "PropagateTags", PropagateTags)},
    {MEMBER_AS(enableExecuteCommand, "enableExecuteCommand", "EnableExecuteCommand", Boolean)},
    {MEMBER_AS(availabilityZoneRebalancing, "availabilityZoneRebalancing",
     "AvailabilityZoneRebalancing", AvailabilityZoneRebalancing)},
};

static const struct bs_shape_member
    members_ServiceConnectClientAlias[] = {
    {MEMBER_AS(port, "port", "Port", PortNumber), .is_required = true},
    {MEMBER_AS(dnsName, "dnsName", "DnsName", String)},
};

static const struct bs_shape_member
    members_ServiceConnectClientAliasList[] = {
    {MEMBER(member, ServiceConnectClientAlias)},
};

static const struct bs_shape_member
    members_ServiceConnectConfiguration[] = {
    {MEMBER_AS(enabled, "enabled", "Enabled", Boolean), .is_required = true},
    {MEMBER_AS(namespace, "namespace", "Namespace", String)},
    {MEMBER_AS(services, "services", "Services", ServiceConnectServiceList)},
    {MEMBER_AS(logConfiguration, "logConfiguration", "LogConfiguration", LogConfiguration)},
};

static const struct bs_shape_member
    members_ServiceConnectService[] = {
    {MEMBER_AS(portName, "portName", "PortName", String), .is_required = true},
    {MEMBER_AS(discoveryName, "discoveryName", "DiscoveryName", String)},
    {MEMBER_AS(clientAliases, "clientAliases", "ClientAliases", ServiceConnectClientAliasList)},
    {MEMBER_AS(ingressPortOverride, "ingressPortOverride", "IngressPortOverride", PortNumber)},
};

static const struct bs_shape_member
    members_ServiceConnectServiceList[] = {
    {MEMBER(member, ServiceConnectService)},
};

static const struct bs_shape_member
    members_ServiceConnectServiceResource[] = {
    {MEMBER_AS(discoveryName, "discoveryName", "DiscoveryName", String)},
    {MEMBER_AS(discoveryArn, "discoveryArn", "DiscoveryArn", String)},
};

static const struct bs_shape_member
    members_ServiceConnectServiceResourceList[] = {
    {MEMBER(member, ServiceConnectServiceResource)},
};

static const struct bs_shape_member
    members_ServiceEvent[] = {
    {MEMBER_AS(id, "id", "Id", String)},
    {MEMBER_AS(createdAt, "createdAt", "CreatedAt", Timestamp)},
    {MEMBER_AS(message, "message", "Message", String)},
};

static const struct bs_shape_member
    members_ServiceEvents[] = {
    {MEMBER(member, ServiceEvent)},
};

static const struct bs_shape_member
    members_ServiceFieldList[] = {
    {MEMBER(member, ServiceField)},
};

static const struct bs_shape_member
    members_ServiceRegistries[] = {
    {MEMBER(member, ServiceRegistry)},
};

static const struct bs_shape_member
    members_ServiceRegistry[] = {
    {MEMBER_AS(registryArn, "registryArn", "RegistryArn", String)},
    {MEMBER_AS(port, "port", "Port", Integer)},
    {MEMBER_AS(containerName, "containerName", "ContainerName", String)},
    {MEMBER_AS(containerPort, "containerPort", "ContainerPort", Integer)},
};

static const struct bs_shape_member
    members_Services[] = {
    {MEMBER(member, Service)},
};

static const struct bs_shape_member
    members_Setting[] = {
    {MEMBER_AS(name, "name", "Name", SettingName)},
    {MEMBER_AS(value, "value", "Value", String)},
    {MEMBER_AS(principalArn, "principalArn", "PrincipalArn", String)},
};

static const struct bs_shape_member
    members_Settings[] = {
    {MEMBER(member, Setting)},
};

static const struct bs_shape_member
    members_StartTaskRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(containerInstances, "containerInstances", "ContainerInstances", StringList),
     .is_required = true},
    {MEMBER_AS(enableECSManagedTags, "enableECSManagedTags", "EnableECSManagedTags", Boolean)},
    {MEMBER_AS(enableExecuteCommand, "enableExecuteCommand", "EnableExecuteCommand", Boolean)},
    {MEMBER_AS(group, "group", "Group", String)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(overrides, "overrides", "Overrides", TaskOverride)},
    {MEMBER_AS(propagateTags, "propagateTags", "PropagateTags", PropagateTags)},
    {MEMBER_AS(referenceId, "referenceId", "ReferenceId", String)},
    {MEMBER_AS(startedBy, "startedBy", "StartedBy", String)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String), .is_required = true},
};

static const struct bs_shape_member
    members_StartTaskResponse[] = {
    {MEMBER_AS(tasks, "tasks", "Tasks", Tasks)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_Statistics[] = {
    {MEMBER(member, KeyValuePair)},
};

static const struct bs_shape_member
    members_StopTaskRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(task, "task", "Task", String), .is_required = true},
    {MEMBER_AS(reason, "reason", "Reason", String)},
};

static const struct bs_shape_member
    members_StopTaskResponse[] = {
    {MEMBER_AS(task, "task", "Task", Task)},
};

static const struct bs_shape_member
    members_StringList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_StringMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_SystemControl[] = {
    {MEMBER_AS(namespace, "namespace", "Namespace", String)},
    {MEMBER_AS(value, "value", "Value", String)},
};

static const struct bs_shape_member
    members_SystemControls[] = {
    {MEMBER(member, SystemControl)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER_AS(key, "key", "Key", TagKey)},
    {MEMBER_AS(value, "value", "Value", TagValue)},
};

static const struct bs_shape_member
    members_TagKeys[] = {
    {MEMBER(member, TagKey)},
};

static const struct bs_shape_member
    members_TagResourceRequest[] = {
    {MEMBER_AS(resourceArn, "resourceArn", "ResourceArn", String), .is_required = true},
    {MEMBER_AS(tags, "tags", "Tags", Tags), .is_required = true},
};

static const struct bs_shape_member
    members_Tags[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_Task[] = {
    {MEMBER_AS(attachments, "attachments", "Attachments", Attachments)},
    {MEMBER_AS(attributes, "attributes", "Attributes", Attributes)},
    {MEMBER_AS(availabilityZone, "availabilityZone", "AvailabilityZone", String)},
    {MEMBER_AS(capacityProviderName, "capacityProviderName", "CapacityProviderName", String)},
    {MEMBER_AS(clusterArn, "clusterArn", "ClusterArn", String)},
    {MEMBER_AS(connectivity, "connectivity", "Connectivity", Connectivity)},
    {MEMBER_AS(connectivityAt, "connectivityAt", "ConnectivityAt", Timestamp)},
    {MEMBER_AS(containerInstanceArn, "containerInstanceArn", "ContainerInstanceArn", String)},
    {MEMBER_AS(containers, "containers", "Containers", Containers)},
    {MEMBER_AS(cpu, "cpu", "Cpu", String)},
    {MEMBER_AS(createdAt, "createdAt", "CreatedAt", Timestamp)},
    {MEMBER_AS(desiredStatus, "desiredStatus", "DesiredStatus", String)},
    {MEMBER_AS(enableExecuteCommand, "enableExecuteCommand", "EnableExecuteCommand", Boolean)},
    {MEMBER_AS(executionStoppedAt, "executionStoppedAt", "ExecutionStoppedAt", Timestamp)},
    {MEMBER_AS(group, "group", "Group", String)},
    {MEMBER_AS(healthStatus, "healthStatus", "HealthStatus", HealthStatus)},
    {MEMBER_AS(inferenceAccelerators, "inferenceAccelerators", "InferenceAccelerators",
     InferenceAccelerators)},
    {MEMBER_AS(lastStatus, "lastStatus", "LastStatus", String)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(memory, "memory", "Memory", String)},
    {MEMBER_AS(overrides, "overrides", "Overrides", TaskOverride)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(platformFamily, "platformFamily", "PlatformFamily", String)},
    {MEMBER_AS(pullStartedAt, "pullStartedAt", "PullStartedAt", Timestamp)},
    {MEMBER_AS(pullStoppedAt, "pullStoppedAt", "PullStoppedAt", Timestamp)},
    {MEMBER_AS(startedAt, "startedAt", "StartedAt", Timestamp)},
    {MEMBER_AS(startedBy, "startedBy", "StartedBy", String)},
    {MEMBER_AS(stopCode, "stopCode", "StopCode", TaskStopCode)},
    {MEMBER_AS(stoppedAt, "stoppedAt", "StoppedAt", Timestamp)},
    {MEMBER_AS(stoppedReason, "stoppedReason", "StoppedReason", String)},
    {MEMBER_AS(stoppingAt, "stoppingAt", "StoppingAt", Timestamp)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
    {MEMBER_AS(taskArn, "taskArn", "TaskArn", String)},
    {MEMBER_AS(taskDefinitionArn, "taskDefinitionArn", "TaskDefinitionArn", String)},
    {MEMBER_AS(version, "version", "Version", Integer)},
    {MEMBER_AS(ephemeralStorage, "ephemeralStorage", "EphemeralStorage", EphemeralStorage)},
};

static const struct bs_shape_member
    members_TaskDefinition[] = {
    {MEMBER_AS(taskDefinitionArn, "taskDefinitionArn", "TaskDefinitionArn", String)},
    {MEMBER_AS(containerDefinitions, "containerDefinitions", "ContainerDefinitions",
     ContainerDefinitions)},
    {MEMBER_AS(family, "family", "Family", String)},
    {MEMBER_AS(taskRoleArn, "taskRoleArn", "TaskRoleArn", String)},
    {MEMBER_AS(executionRoleArn, "executionRoleArn", "ExecutionRoleArn", String)},
    {MEMBER_AS(networkMode, "networkMode", "NetworkMode", NetworkMode)},
    {MEMBER_AS(revision, "revision", "Revision", Integer)},
    {MEMBER_AS(volumes, "volumes", "Volumes", VolumeList)},
    {MEMBER_AS(status, "status", "Status", TaskDefinitionStatus)},
    {MEMBER_AS(requiresAttributes, "requiresAttributes", "RequiresAttributes",
     RequiresAttributes)},
    {MEMBER_AS(placementConstraints, "placementConstraints", "PlacementConstraints",
     TaskDefinitionPlacementConstraints)},
    {MEMBER_AS(compatibilities, "compatibilities", "Compatibilities", CompatibilityList)},
    {MEMBER_AS(runtimePlatform, "runtimePlatform", "RuntimePlatform", RuntimePlatform)},
    {MEMBER_AS(requiresCompatibilities, "requiresCompatibilities", "RequiresCompatibilities",
     CompatibilityList)},
    {MEMBER_AS(cpu, "cpu", "Cpu", String)},
    {MEMBER_AS(memory, "memory", "Memory", String)},
    {MEMBER_AS(inferenceAccelerators, "inferenceAccelerators", "InferenceAccelerators",
     InferenceAccelerators)},
    {MEMBER_AS(pidMode, "pidMode", "PidMode", PidMode)},
    {MEMBER_AS(ipcMode, "ipcMode", "IpcMode", IpcMode)},
    {MEMBER_AS(proxyConfiguration, "proxyConfiguration", "ProxyConfiguration",
     ProxyConfiguration)},
    {MEMBER_AS(registeredAt, "registeredAt", "RegisteredAt", Timestamp)},
    {MEMBER_AS(deregisteredAt, "deregisteredAt", "DeregisteredAt", Timestamp)},
    {MEMBER_AS(registeredBy, "registeredBy", "RegisteredBy", String)},
    {MEMBER_AS(ephemeralStorage, "ephemeralStorage", "EphemeralStorage", EphemeralStorage)},
    {MEMBER_AS(deleteRequestedAt, "deleteRequestedAt", "DeleteRequestedAt", Timestamp)},
};

static const struct bs_shape_member
    members_TaskDefinitionFieldList[] = {
    {MEMBER(member, TaskDefinitionField)},
};

static const struct bs_shape_member
    members_TaskDefinitionList[] = {
    {MEMBER(member, TaskDefinition)},
};

static const struct bs_shape_member
    members_TaskDefinitionPlacementConstraint[] = {
    {MEMBER_AS(type, "type", "Type", TaskDefinitionPlacementConstraintType)},
    {MEMBER_AS(expression, "expression", "Expression", String)},
};

static const struct bs_shape_member
    members_TaskDefinitionPlacementConstraints[] = {
    {MEMBER(member, TaskDefinitionPlacementConstraint)},
};

static const struct bs_shape_member
    members_TaskFieldList[] = {
    {MEMBER(member, TaskField)},
};

static const struct bs_shape_member
    members_TaskOverride[] = {
    {MEMBER_AS(containerOverrides, "containerOverrides", "ContainerOverrides",
     ContainerOverrides)},
    {MEMBER_AS(cpu, "cpu", "Cpu", String)},
    {MEMBER_AS(inferenceAcceleratorOverrides, "inferenceAcceleratorOverrides",
     "InferenceAcceleratorOverrides", InferenceAcceleratorOverrides)},
    {MEMBER_AS(executionRoleArn, "executionRoleArn", "ExecutionRoleArn", String)},
    {MEMBER_AS(memory, "memory", "Memory", String)},
    {MEMBER_AS(taskRoleArn, "taskRoleArn", "TaskRoleArn", String)},
    {MEMBER_AS(ephemeralStorage, "ephemeralStorage", "EphemeralStorage", EphemeralStorage)},
};

static const struct bs_shape_member
    members_TaskSet[] = {
    {MEMBER_AS(id, "id", "Id", String)},
    {MEMBER_AS(taskSetArn, "taskSetArn", "TaskSetArn", String)},
    {MEMBER_AS(serviceArn, "serviceArn", "ServiceArn", String)},
    {MEMBER_AS(clusterArn, "clusterArn", "ClusterArn", String)},
    {MEMBER_AS(startedBy, "startedBy", "StartedBy", String)},
    {MEMBER_AS(externalId, "externalId", "ExternalId", String)},
    {MEMBER_AS(status, "status", "Status", String)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String)},
    {MEMBER_AS(computedDesiredCount, "computedDesiredCount", "ComputedDesiredCount", Integer)},
    {MEMBER_AS(pendingCount, "pendingCount", "PendingCount", Integer)},
    {MEMBER_AS(runningCount, "runningCount", "RunningCount", Integer)},
    {MEMBER_AS(createdAt, "createdAt", "CreatedAt", Timestamp)},
    {MEMBER_AS(updatedAt, "updatedAt", "UpdatedAt", Timestamp)},
    {MEMBER_AS(launchType, "launchType", "LaunchType", LaunchType)},
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(platformFamily, "platformFamily", "PlatformFamily", String)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(loadBalancers, "loadBalancers", "LoadBalancers", LoadBalancers)},
    {MEMBER_AS(serviceRegistries, "serviceRegistries", "ServiceRegistries", ServiceRegistries)},
    {MEMBER_AS(scale, "scale", "Scale", Scale)},
    {MEMBER_AS(stabilityStatus, "stabilityStatus", "StabilityStatus", StabilityStatus)},
    {MEMBER_AS(stabilityStatusAt, "stabilityStatusAt", "StabilityStatusAt", Timestamp)},
    {MEMBER_AS(tags, "tags", "Tags", Tags)},
};

static const struct bs_shape_member
    members_TaskSetFieldList[] = {
    {MEMBER(member, TaskSetField)},
};

static const struct bs_shape_member
    members_TaskSets[] = {
    {MEMBER(member, TaskSet)},
};

static const struct bs_shape_member
    members_Tasks[] = {
    {MEMBER(member, Task)},
};

static const struct bs_shape_member
    members_Tmpfs[] = {
    {MEMBER_AS(containerPath, "containerPath", "ContainerPath", String), .is_required = true},
    {MEMBER_AS(size, "size", "Size", Integer), .is_required = true},
    {MEMBER_AS(mountOptions, "mountOptions", "MountOptions", StringList)},
};

static const struct bs_shape_member
    members_TmpfsList[] = {
    {MEMBER(member, Tmpfs)},
};

static const struct bs_shape_member
    members_Ulimit[] = {
    {MEMBER_AS(name, "name", "Name", UlimitName), .is_required = true},
    {MEMBER_AS(softLimit, "softLimit", "SoftLimit", Integer), .is_required = true},
    {MEMBER_AS(hardLimit, "hardLimit", "HardLimit", Integer), .is_required = true},
};

static const struct bs_shape_member
    members_UlimitList[] = {
    {MEMBER(member, Ulimit)},
};

static const struct bs_shape_member
    members_UntagResourceRequest[] = {
    {MEMBER_AS(resourceArn, "resourceArn", "ResourceArn", String), .is_required = true},
    {MEMBER_AS(tagKeys, "tagKeys", "TagKeys", TagKeys), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateCapacityProviderRequest[] = {
    {MEMBER_AS(name, "name", "Name", String), .is_required = true},
    {MEMBER_AS(autoScalingGroupProvider, "autoScalingGroupProvider", "AutoScalingGroupProvider",
     AutoScalingGroupProviderUpdate), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateCapacityProviderResponse[] = {
    {MEMBER_AS(capacityProvider, "capacityProvider", "CapacityProvider", CapacityProvider)},
};

static const struct bs_shape_member
    members_UpdateClusterRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(settings, "settings", "Settings", ClusterSettings)},
    {MEMBER_AS(configuration, "configuration", "Configuration", ClusterConfiguration)},
    {MEMBER_AS(serviceConnectDefaults, "serviceConnectDefaults", "ServiceConnectDefaults",
     ClusterServiceConnectDefaultsRequest)},
};

static const struct bs_shape_member
    members_UpdateClusterResponse[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", Cluster)},
};

static const struct bs_shape_member
    members_UpdateClusterSettingsRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(settings, "settings", "Settings", ClusterSettings), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateClusterSettingsResponse[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", Cluster)},
};

static const struct bs_shape_member
    members_UpdateContainerInstancesStateRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(containerInstances, "containerInstances", "ContainerInstances", StringList),
     .is_required = true},
    {MEMBER_AS(status, "status", "Status", ContainerInstanceStatus), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateContainerInstancesStateResponse[] = {
    {MEMBER_AS(containerInstances, "containerInstances", "ContainerInstances",
     ContainerInstances)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_UpdateServicePrimaryTaskSetRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(primaryTaskSet, "primaryTaskSet", "PrimaryTaskSet", String), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateServicePrimaryTaskSetResponse[] = {
    {MEMBER_AS(taskSet, "taskSet", "TaskSet", TaskSet)},
};

static const struct bs_shape_member
    members_UpdateServiceRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String)},
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(desiredCount, "desiredCount", "DesiredCount", Integer)},
    {MEMBER_AS(taskDefinition, "taskDefinition", "TaskDefinition", String)},
    {MEMBER_AS(capacityProviderStrategy, "capacityProviderStrategy", "CapacityProviderStrategy",
     CapacityProviderStrategy)},
    {MEMBER_AS(deploymentConfiguration, "deploymentConfiguration", "DeploymentConfiguration",
     DeploymentConfiguration)},
    {MEMBER_AS(networkConfiguration, "networkConfiguration", "NetworkConfiguration",
     NetworkConfiguration)},
    {MEMBER_AS(placementConstraints, "placementConstraints", "PlacementConstraints",
     PlacementConstraints)},
    {MEMBER_AS(placementStrategy, "placementStrategy", "PlacementStrategy", PlacementStrategies)},
    {MEMBER_AS(platformVersion, "platformVersion", "PlatformVersion", String)},
    {MEMBER_AS(forceNewDeployment, "forceNewDeployment", "ForceNewDeployment", Boolean)},
    {MEMBER_AS(healthCheckGracePeriodSeconds, "healthCheckGracePeriodSeconds",
     "HealthCheckGracePeriodSeconds", Integer)},
    {MEMBER_AS(enableExecuteCommand, "enableExecuteCommand", "EnableExecuteCommand", Boolean)},
    {MEMBER_AS(enableECSManagedTags, "enableECSManagedTags", "EnableECSManagedTags", Boolean)},
    {MEMBER_AS(loadBalancers, "loadBalancers", "LoadBalancers", LoadBalancers)},
    {MEMBER_AS(propagateTags, "propagateTags", "PropagateTags", PropagateTags)},
    {MEMBER_AS(serviceRegistries, "serviceRegistries", "ServiceRegistries", ServiceRegistries)},
    {MEMBER_AS(serviceConnectConfiguration, "serviceConnectConfiguration",
     "ServiceConnectConfiguration", ServiceConnectConfiguration)},
    {MEMBER_AS(availabilityZoneRebalancing, "availabilityZoneRebalancing",
     "AvailabilityZoneRebalancing", AvailabilityZoneRebalancing)},
};

static const struct bs_shape_member
    members_UpdateServiceResponse[] = {
    {MEMBER_AS(service, "service", "Service", Service)},
};

static const struct bs_shape_member
    members_UpdateTaskProtectionRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(tasks, "tasks", "Tasks", StringList), .is_required = true},
    {MEMBER_AS(protectionEnabled, "protectionEnabled", "ProtectionEnabled", Boolean),
     .is_required = true},
    {MEMBER_AS(expiresInMinutes, "expiresInMinutes", "ExpiresInMinutes", Integer)},
};

static const struct bs_shape_member
    members_UpdateTaskProtectionResponse[] = {
    {MEMBER_AS(protectedTasks, "protectedTasks", "ProtectedTasks", ProtectedTasks)},
    {MEMBER_AS(failures, "failures", "Failures", Failures)},
};

static const struct bs_shape_member
    members_UpdateTaskSetRequest[] = {
    {MEMBER_AS(cluster, "cluster", "Cluster", String), .is_required = true},
    {MEMBER_AS(service, "service", "Service", String), .is_required = true},
    {MEMBER_AS(taskSet, "taskSet", "TaskSet", String), .is_required = true},
    {MEMBER_AS(scale, "scale", "Scale", Scale), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateTaskSetResponse[] = {
    {MEMBER_AS(taskSet, "taskSet", "TaskSet", TaskSet)},
};

static const struct bs_shape_member
    members_VersionInfo[] = {
    {MEMBER_AS(agentVersion, "agentVersion", "AgentVersion", String)},
    {MEMBER_AS(agentHash, "agentHash", "AgentHash", String)},
    {MEMBER_AS(dockerVersion, "dockerVersion", "DockerVersion", String)},
};

static const struct bs_shape_member
    members_Volume[] = {
    {MEMBER_AS(name, "name", "Name", String)},
    {MEMBER_AS(host, "host", "Host", HostVolumeProperties)},
    {MEMBER_AS(dockerVolumeConfiguration, "dockerVolumeConfiguration",
     "DockerVolumeConfiguration", DockerVolumeConfiguration)},
    {MEMBER_AS(efsVolumeConfiguration, "efsVolumeConfiguration", "EfsVolumeConfiguration",
     EFSVolumeConfiguration)},
    {MEMBER_AS(fsxWindowsFileServerVolumeConfiguration, "fsxWindowsFileServerVolumeConfiguration",
     "FsxWindowsFileServerVolumeConfiguration", FSxWindowsFileServerVolumeConfiguration)},
};

static const struct bs_shape_member
    members_VolumeFrom[] = {
    {MEMBER_AS(sourceContainer, "sourceContainer", "SourceContainer", String)},
    {MEMBER_AS(readOnly, "readOnly", "ReadOnly", Boolean)},
};

static const struct bs_shape_member
    members_VolumeFromList[] = {
    {MEMBER(member, VolumeFrom)},
};

static const struct bs_shape_member
    members_VolumeList[] = {
    {MEMBER(member, Volume)},
};

static const struct bs_shape shapes[SHAPES] = {
    SCALAR(AgentUpdateStatus, STRING), WORDS(AgentUpdateStatus)},
    SCALAR(ApplicationProtocol, STRING), WORDS(ApplicationProtocol)},
    SCALAR(AssignPublicIp, STRING), WORDS(AssignPublicIp)},
    COMPOUND(Attachment, STRUCTURE)},
    COMPOUND(AttachmentDetails, LIST)},
    COMPOUND(Attachments, LIST)},
    COMPOUND(Attribute, STRUCTURE)},
    COMPOUND(Attributes, LIST)},
    COMPOUND(AutoScalingGroupProvider, STRUCTURE)},
    COMPOUND(AutoScalingGroupProviderUpdate, STRUCTURE)},
    SCALAR(AvailabilityZoneRebalancing, STRING), WORDS(AvailabilityZoneRebalancing)},
    COMPOUND(AwsVpcConfiguration, STRUCTURE)},
    SCALAR(Boolean, BOOLEAN)},
    SCALAR(CPUArchitecture, STRING), WORDS(CPUArchitecture)},
    COMPOUND(CapacityProvider, STRUCTURE)},
    SCALAR(CapacityProviderField, STRING), WORDS(CapacityProviderField)},
    COMPOUND(CapacityProviderFieldList, LIST)},
    SCALAR(CapacityProviderStatus, STRING), WORDS(CapacityProviderStatus)},
    COMPOUND(CapacityProviderStrategy, LIST)},
    COMPOUND(CapacityProviderStrategyItem, STRUCTURE)},
    SCALAR(CapacityProviderStrategyItemBase, INTEGER), BOUNDS(0, 100000)},
    SCALAR(CapacityProviderStrategyItemWeight, INTEGER), BOUNDS(0, 1000)},
    SCALAR(CapacityProviderUpdateStatus, STRING), WORDS(CapacityProviderUpdateStatus)},
    COMPOUND(CapacityProviders, LIST)},
    COMPOUND(Cluster, STRUCTURE)},
    COMPOUND(ClusterConfiguration, STRUCTURE)},
    SCALAR(ClusterField, STRING), WORDS(ClusterField)},
    COMPOUND(ClusterFieldList, LIST)},
    COMPOUND(ClusterServiceConnectDefaults, STRUCTURE)},
    COMPOUND(ClusterServiceConnectDefaultsRequest, STRUCTURE)},
    COMPOUND(ClusterSetting, STRUCTURE)},
    SCALAR(ClusterSettingName, STRING), WORDS(ClusterSettingName)},
    COMPOUND(ClusterSettings, LIST)},
    COMPOUND(Clusters, LIST)},
    SCALAR(Compatibility, STRING), WORDS(Compatibility)},
    COMPOUND(CompatibilityList, LIST)},
    SCALAR(Connectivity, STRING), WORDS(Connectivity)},
    COMPOUND(Container, STRUCTURE)},
    SCALAR(ContainerCondition, STRING), WORDS(ContainerCondition)},
    COMPOUND(ContainerDefinition, STRUCTURE)},
    COMPOUND(ContainerDefinitions, LIST)},
    COMPOUND(ContainerDependencies, LIST)},
    COMPOUND(ContainerDependency, STRUCTURE)},
    COMPOUND(ContainerInstance, STRUCTURE)},
    SCALAR(ContainerInstanceField, STRING), WORDS(ContainerInstanceField)},
    COMPOUND(ContainerInstanceFieldList, LIST)},
    COMPOUND(ContainerInstanceHealthStatus, STRUCTURE)},
    SCALAR(ContainerInstanceStatus, STRING), WORDS(ContainerInstanceStatus)},
    COMPOUND(ContainerInstances, LIST)},
    COMPOUND(ContainerOverride, STRUCTURE)},
    COMPOUND(ContainerOverrides, LIST)},
    COMPOUND(Containers, LIST)},
    COMPOUND(CreateCapacityProviderRequest, STRUCTURE)},
    COMPOUND(CreateCapacityProviderResponse, STRUCTURE)},
    COMPOUND(CreateClusterRequest, STRUCTURE)},
    COMPOUND(CreateClusterResponse, STRUCTURE)},
    COMPOUND(CreateServiceRequest, STRUCTURE)},
    COMPOUND(CreateServiceResponse, STRUCTURE)},
    COMPOUND(CreateTaskSetRequest, STRUCTURE)},
    COMPOUND(CreateTaskSetResponse, STRUCTURE)},
    SCALAR(Decimal, DECIMAL)},
    COMPOUND(DeleteAccountSettingRequest, STRUCTURE)},
    COMPOUND(DeleteAccountSettingResponse, STRUCTURE)},
    COMPOUND(DeleteAttributesRequest, STRUCTURE)},
    COMPOUND(DeleteAttributesResponse, STRUCTURE)},
    COMPOUND(DeleteCapacityProviderRequest, STRUCTURE)},
    COMPOUND(DeleteCapacityProviderResponse, STRUCTURE)},
    COMPOUND(DeleteClusterRequest, STRUCTURE)},
    COMPOUND(DeleteClusterResponse, STRUCTURE)},
    COMPOUND(DeleteServiceRequest, STRUCTURE)},
    COMPOUND(DeleteServiceResponse, STRUCTURE)},
    COMPOUND(DeleteTaskDefinitionsRequest, STRUCTURE)},
    COMPOUND(DeleteTaskDefinitionsResponse, STRUCTURE)},
    COMPOUND(DeleteTaskSetRequest, STRUCTURE)},
    COMPOUND(DeleteTaskSetResponse, STRUCTURE)},
    COMPOUND(Deployment, STRUCTURE)},
    COMPOUND(DeploymentAlarms, STRUCTURE)},
    COMPOUND(DeploymentCircuitBreaker, STRUCTURE)},
    COMPOUND(DeploymentConfiguration, STRUCTURE)},
    COMPOUND(DeploymentController, STRUCTURE)},
    SCALAR(DeploymentControllerType, STRING), WORDS(DeploymentControllerType)},
    SCALAR(DeploymentRolloutState, STRING), WORDS(DeploymentRolloutState)},
    COMPOUND(Deployments, LIST)},
    COMPOUND(DeregisterContainerInstanceRequest, STRUCTURE)},
    COMPOUND(DeregisterContainerInstanceResponse, STRUCTURE)},
    COMPOUND(DeregisterTaskDefinitionRequest, STRUCTURE)},
    COMPOUND(DeregisterTaskDefinitionResponse, STRUCTURE)},
    COMPOUND(DescribeCapacityProvidersRequest, STRUCTURE)},
    COMPOUND(DescribeCapacityProvidersResponse, STRUCTURE)},
    COMPOUND(DescribeClustersRequest, STRUCTURE)},
    COMPOUND(DescribeClustersResponse, STRUCTURE)},
    COMPOUND(DescribeContainerInstancesRequest, STRUCTURE)},
    COMPOUND(DescribeContainerInstancesResponse, STRUCTURE)},
    COMPOUND(DescribeServicesRequest, STRUCTURE)},
    COMPOUND(DescribeServicesResponse, STRUCTURE)},
    COMPOUND(DescribeTaskDefinitionRequest, STRUCTURE)},
    COMPOUND(DescribeTaskDefinitionResponse, STRUCTURE)},
    COMPOUND(DescribeTaskSetsRequest, STRUCTURE)},
    COMPOUND(DescribeTaskSetsResponse, STRUCTURE)},
    COMPOUND(DescribeTasksRequest, STRUCTURE)},
    COMPOUND(DescribeTasksResponse, STRUCTURE)},
    SCALAR(DesiredStatus, STRING), WORDS(DesiredStatus)},
    COMPOUND(Device, STRUCTURE)},
    SCALAR(DeviceCgroupPermission, STRING), WORDS(DeviceCgroupPermission)},
    COMPOUND(DeviceCgroupPermissions, LIST)},
    COMPOUND(DevicesList, LIST)},
    COMPOUND(DockerLabelsMap, MAP)},
    COMPOUND(DockerVolumeConfiguration, STRUCTURE)},
    COMPOUND(EFSAuthorizationConfig, STRUCTURE)},
    SCALAR(EFSAuthorizationConfigIAM, STRING), WORDS(EFSAuthorizationConfigIAM)},
    SCALAR(EFSTransitEncryption, STRING), WORDS(EFSTransitEncryption)},
    COMPOUND(EFSVolumeConfiguration, STRUCTURE)},
    COMPOUND(EnvironmentFile, STRUCTURE)},
    SCALAR(EnvironmentFileType, STRING), WORDS(EnvironmentFileType)},
    COMPOUND(EnvironmentFiles, LIST)},
    COMPOUND(EnvironmentVariables, LIST)},
    COMPOUND(EphemeralStorage, STRUCTURE)},
    COMPOUND(ExecuteCommandConfiguration, STRUCTURE)},
    COMPOUND(ExecuteCommandLogConfiguration, STRUCTURE)},
    SCALAR(ExecuteCommandLogging, STRING), WORDS(ExecuteCommandLogging)},
    COMPOUND(FSxWindowsFileServerAuthorizationConfig, STRUCTURE)},
    COMPOUND(FSxWindowsFileServerVolumeConfiguration, STRUCTURE)},
    COMPOUND(Failure, STRUCTURE)},
    COMPOUND(Failures, LIST)},
    COMPOUND(FirelensConfiguration, STRUCTURE)},
    COMPOUND(FirelensConfigurationOptionsMap, MAP)},
    SCALAR(FirelensConfigurationType, STRING), WORDS(FirelensConfigurationType)},
    COMPOUND(GetTaskProtectionRequest, STRUCTURE)},
    COMPOUND(GetTaskProtectionResponse, STRUCTURE)},
    COMPOUND(GpuIds, LIST)},
    COMPOUND(HealthCheck, STRUCTURE)},
    SCALAR(HealthStatus, STRING), WORDS(HealthStatus)},
    COMPOUND(HostEntry, STRUCTURE)},
    COMPOUND(HostEntryList, LIST)},
    COMPOUND(HostVolumeProperties, STRUCTURE)},
    COMPOUND(InferenceAccelerator, STRUCTURE)},
    COMPOUND(InferenceAcceleratorOverride, STRUCTURE)},
    COMPOUND(InferenceAcceleratorOverrides, LIST)},
    COMPOUND(InferenceAccelerators, LIST)},
    COMPOUND(InstanceHealthCheckResult, STRUCTURE)},
    COMPOUND(InstanceHealthCheckResultList, LIST)},
    SCALAR(InstanceHealthCheckState, STRING), WORDS(InstanceHealthCheckState)},
    SCALAR(InstanceHealthCheckType, STRING), WORDS(InstanceHealthCheckType)},
    SCALAR(Integer, INTEGER)},
    SCALAR(IpcMode, STRING), WORDS(IpcMode)},
    COMPOUND(KernelCapabilities, STRUCTURE)},
    COMPOUND(KeyValuePair, STRUCTURE)},
    SCALAR(LaunchType, STRING), WORDS(LaunchType)},
    COMPOUND(LinuxParameters, STRUCTURE)},
    COMPOUND(ListAccountSettingsRequest, STRUCTURE)},
    COMPOUND(ListAccountSettingsResponse, STRUCTURE)},
    COMPOUND(ListAttributesRequest, STRUCTURE)},
    COMPOUND(ListAttributesResponse, STRUCTURE)},
    COMPOUND(ListClustersRequest, STRUCTURE)},
    COMPOUND(ListClustersResponse, STRUCTURE)},
    COMPOUND(ListContainerInstancesRequest, STRUCTURE)},
    COMPOUND(ListContainerInstancesResponse, STRUCTURE)},
    COMPOUND(ListServicesByNamespaceRequest, STRUCTURE)},
    COMPOUND(ListServicesByNamespaceResponse, STRUCTURE)},
    COMPOUND(ListServicesRequest, STRUCTURE)},
    COMPOUND(ListServicesResponse, STRUCTURE)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResponse, STRUCTURE)},
    COMPOUND(ListTaskDefinitionFamiliesRequest, STRUCTURE)},
    COMPOUND(ListTaskDefinitionFamiliesResponse, STRUCTURE)},
    COMPOUND(ListTaskDefinitionsRequest, STRUCTURE)},
    COMPOUND(ListTaskDefinitionsResponse, STRUCTURE)},
    COMPOUND(ListTasksRequest, STRUCTURE)},
    COMPOUND(ListTasksResponse, STRUCTURE)},
    COMPOUND(LoadBalancer, STRUCTURE)},
    COMPOUND(LoadBalancers, LIST)},
    COMPOUND(LogConfiguration, STRUCTURE)},
    COMPOUND(LogConfigurationOptionsMap, MAP)},
    SCALAR(LogDriver, STRING), WORDS(LogDriver)},
    COMPOUND(ManagedAgent, STRUCTURE)},
    SCALAR(ManagedAgentName, STRING), WORDS(ManagedAgentName)},
    COMPOUND(ManagedAgents, LIST)},
    COMPOUND(ManagedScaling, STRUCTURE)},
    SCALAR(ManagedScalingInstanceWarmupPeriod, INTEGER), BOUNDS(0, 10000)},
    SCALAR(ManagedScalingStatus, STRING), WORDS(ManagedScalingStatus)},
    SCALAR(ManagedScalingStepSize, INTEGER), BOUNDS(1, 10000)},
    SCALAR(ManagedScalingTargetCapacity, INTEGER), BOUNDS(1, 100)},
    SCALAR(ManagedTerminationProtection, STRING), WORDS(ManagedTerminationProtection)},
    COMPOUND(MountPoint, STRUCTURE)},
    COMPOUND(MountPointList, LIST)},
    COMPOUND(NetworkBinding, STRUCTURE)},
    COMPOUND(NetworkBindings, LIST)},
    COMPOUND(NetworkConfiguration, STRUCTURE)},
    COMPOUND(NetworkInterface, STRUCTURE)},
    COMPOUND(NetworkInterfaces, LIST)},
    SCALAR(NetworkMode, STRING), WORDS(NetworkMode)},
    SCALAR(OSFamily, STRING), WORDS(OSFamily)},
    SCALAR(PidMode, STRING), WORDS(PidMode)},
    COMPOUND(PlacementConstraint, STRUCTURE)},
    SCALAR(PlacementConstraintType, STRING), WORDS(PlacementConstraintType)},
    COMPOUND(PlacementConstraints, LIST)},
    COMPOUND(PlacementStrategies, LIST)},
    COMPOUND(PlacementStrategy, STRUCTURE)},
    SCALAR(PlacementStrategyType, STRING), WORDS(PlacementStrategyType)},
    COMPOUND(PlatformDevice, STRUCTURE)},
    SCALAR(PlatformDeviceType, STRING), WORDS(PlatformDeviceType)},
    COMPOUND(PlatformDevices, LIST)},
    COMPOUND(PortMapping, STRUCTURE)},
    COMPOUND(PortMappingList, LIST)},
    SCALAR(PortNumber, INTEGER), BOUNDS(0, 65535)},
    SCALAR(PropagateTags, STRING), WORDS(PropagateTags)},
    COMPOUND(ProtectedTask, STRUCTURE)},
    COMPOUND(ProtectedTasks, LIST)},
    COMPOUND(ProxyConfiguration, STRUCTURE)},
    COMPOUND(ProxyConfigurationProperties, LIST)},
    SCALAR(ProxyConfigurationType, STRING), WORDS(ProxyConfigurationType)},
    COMPOUND(PutAccountSettingDefaultRequest, STRUCTURE)},
    COMPOUND(PutAccountSettingDefaultResponse, STRUCTURE)},
    COMPOUND(PutAccountSettingRequest, STRUCTURE)},
    COMPOUND(PutAccountSettingResponse, STRUCTURE)},
    COMPOUND(PutAttributesRequest, STRUCTURE)},
    COMPOUND(PutAttributesResponse, STRUCTURE)},
    COMPOUND(PutClusterCapacityProvidersRequest, STRUCTURE)},
    COMPOUND(PutClusterCapacityProvidersResponse, STRUCTURE)},
    COMPOUND(RegisterContainerInstanceRequest, STRUCTURE)},
    COMPOUND(RegisterContainerInstanceResponse, STRUCTURE)},
    COMPOUND(RegisterTaskDefinitionRequest, STRUCTURE)},
    COMPOUND(RegisterTaskDefinitionResponse, STRUCTURE)},
    COMPOUND(RepositoryCredentials, STRUCTURE)},
    COMPOUND(RequiresAttributes, LIST)},
    COMPOUND(Resource, STRUCTURE)},
    COMPOUND(ResourceRequirement, STRUCTURE)},
    COMPOUND(ResourceRequirements, LIST)},
    SCALAR(ResourceType, STRING), WORDS(ResourceType)},
    COMPOUND(Resources, LIST)},
    COMPOUND(RunTaskRequest, STRUCTURE)},
    COMPOUND(RunTaskResponse, STRUCTURE)},
    COMPOUND(RuntimePlatform, STRUCTURE)},
    COMPOUND(Scale, STRUCTURE)},
    SCALAR(ScaleUnit, STRING), WORDS(ScaleUnit)},
    SCALAR(SchedulingStrategy, STRING), WORDS(SchedulingStrategy)},
    SCALAR(Scope, STRING), WORDS(Scope)},
    COMPOUND(Secret, STRUCTURE)},
    COMPOUND(SecretList, LIST)},
    COMPOUND(Service, STRUCTURE)},
    COMPOUND(ServiceConnectClientAlias, STRUCTURE)},
    COMPOUND(ServiceConnectClientAliasList, LIST)},
    COMPOUND(ServiceConnectConfiguration, STRUCTURE)},
    COMPOUND(ServiceConnectService, STRUCTURE)},
    COMPOUND(ServiceConnectServiceList, LIST)},
    COMPOUND(ServiceConnectServiceResource, STRUCTURE)},
    COMPOUND(ServiceConnectServiceResourceList, LIST)},
    COMPOUND(ServiceEvent, STRUCTURE)},
    COMPOUND(ServiceEvents, LIST)},
    SCALAR(ServiceField, STRING), WORDS(ServiceField)},
    COMPOUND(ServiceFieldList, LIST)},
    COMPOUND(ServiceRegistries, LIST)},
    COMPOUND(ServiceRegistry, STRUCTURE)},
    COMPOUND(Services, LIST)},
    COMPOUND(Setting, STRUCTURE)},
    SCALAR(SettingName, STRING), WORDS(SettingName)},
    COMPOUND(Settings, LIST)},
    SCALAR(SortOrder, STRING), WORDS(SortOrder)},
    SCALAR(StabilityStatus, STRING), WORDS(StabilityStatus)},
    COMPOUND(StartTaskRequest, STRUCTURE)},
    COMPOUND(StartTaskResponse, STRUCTURE)},
    COMPOUND(Statistics, LIST)},
    COMPOUND(StopTaskRequest, STRUCTURE)},
    COMPOUND(StopTaskResponse, STRUCTURE)},
    SCALAR(String, STRING)},
    COMPOUND(StringList, LIST)},
    COMPOUND(StringMap, MAP)},
    COMPOUND(SystemControl, STRUCTURE)},
    COMPOUND(SystemControls, LIST)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagKeys, LIST)},
    COMPOUND(TagResourceRequest, STRUCTURE)},
    SCALAR(TagResourceResponse, STRUCTURE)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    COMPOUND(Tags, LIST), BOUNDS(0, 50)},
    SCALAR(TargetType, STRING), WORDS(TargetType)},
    COMPOUND(Task, STRUCTURE)},
    COMPOUND(TaskDefinition, STRUCTURE)},
    SCALAR(TaskDefinitionFamilyStatus, STRING), WORDS(TaskDefinitionFamilyStatus)},
    SCALAR(TaskDefinitionField, STRING), WORDS(TaskDefinitionField)},
    COMPOUND(TaskDefinitionFieldList, LIST)},
    COMPOUND(TaskDefinitionList, LIST)},
    COMPOUND(TaskDefinitionPlacementConstraint, STRUCTURE)},
    SCALAR(TaskDefinitionPlacementConstraintType, STRING),
    WORDS(TaskDefinitionPlacementConstraintType)},
    COMPOUND(TaskDefinitionPlacementConstraints, LIST)},
    SCALAR(TaskDefinitionStatus, STRING), WORDS(TaskDefinitionStatus)},
    SCALAR(TaskField, STRING), WORDS(TaskField)},
    COMPOUND(TaskFieldList, LIST)},
    COMPOUND(TaskOverride, STRUCTURE)},
    COMPOUND(TaskSet, STRUCTURE)},
    SCALAR(TaskSetField, STRING), WORDS(TaskSetField)},
    COMPOUND(TaskSetFieldList, LIST)},
    COMPOUND(TaskSets, LIST)},
    SCALAR(TaskStopCode, STRING), WORDS(TaskStopCode)},
    COMPOUND(Tasks, LIST)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(Tmpfs, STRUCTURE)},
    COMPOUND(TmpfsList, LIST)},
    SCALAR(TransportProtocol, STRING), WORDS(TransportProtocol)},
    COMPOUND(Ulimit, STRUCTURE)},
    COMPOUND(UlimitList, LIST)},
    SCALAR(UlimitName, STRING), WORDS(UlimitName)},
    COMPOUND(UntagResourceRequest, STRUCTURE)},
    SCALAR(UntagResourceResponse, STRUCTURE)},
    COMPOUND(UpdateCapacityProviderRequest, STRUCTURE)},
    COMPOUND(UpdateCapacityProviderResponse, STRUCTURE)},
    COMPOUND(UpdateClusterRequest, STRUCTURE)},
    COMPOUND(UpdateClusterResponse, STRUCTURE)},
    COMPOUND(UpdateClusterSettingsRequest, STRUCTURE)},
    COMPOUND(UpdateClusterSettingsResponse, STRUCTURE)},
    COMPOUND(UpdateContainerInstancesStateRequest, STRUCTURE)},
    COMPOUND(UpdateContainerInstancesStateResponse, STRUCTURE)},
    COMPOUND(UpdateServicePrimaryTaskSetRequest, STRUCTURE)},
    COMPOUND(UpdateServicePrimaryTaskSetResponse, STRUCTURE)},
    COMPOUND(UpdateServiceRequest, STRUCTURE)},
    COMPOUND(UpdateServiceResponse, STRUCTURE)},
    COMPOUND(UpdateTaskProtectionRequest, STRUCTURE)},
    COMPOUND(UpdateTaskProtectionResponse, STRUCTURE)},
    COMPOUND(UpdateTaskSetRequest, STRUCTURE)},
    COMPOUND(UpdateTaskSetResponse, STRUCTURE)},
    COMPOUND(VersionInfo, STRUCTURE)},
    COMPOUND(Volume, STRUCTURE)},
    COMPOUND(VolumeFrom, STRUCTURE)},
    COMPOUND(VolumeFromList, LIST)},
    COMPOUND(VolumeList, LIST)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "CreateCapacityProvider", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateCapacityProviderRequest),
     .output = SHAPE(CreateCapacityProviderResponse)},
    {.name = "CreateCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateClusterRequest), .output = SHAPE(CreateClusterResponse)},
    {.name = "CreateService", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateServiceRequest), .output = SHAPE(CreateServiceResponse)},
    {.name = "CreateTaskSet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateTaskSetRequest), .output = SHAPE(CreateTaskSetResponse)},
    {.name = "DeleteAccountSetting", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteAccountSettingRequest), .output = SHAPE(DeleteAccountSettingResponse)},
    {.name = "DeleteAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteAttributesRequest), .output = SHAPE(DeleteAttributesResponse)},
    {.name = "DeleteCapacityProvider", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteCapacityProviderRequest),
     .output = SHAPE(DeleteCapacityProviderResponse)},
    {.name = "DeleteCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteClusterRequest), .output = SHAPE(DeleteClusterResponse)},
    {.name = "DeleteService", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteServiceRequest), .output = SHAPE(DeleteServiceResponse)},
    {.name = "DeleteTaskDefinitions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTaskDefinitionsRequest), .output = SHAPE(DeleteTaskDefinitionsResponse)},
    {.name = "DeleteTaskSet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTaskSetRequest), .output = SHAPE(DeleteTaskSetResponse)},
    {.name = "DeregisterContainerInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeregisterContainerInstanceRequest),
     .output = SHAPE(DeregisterContainerInstanceResponse)},
    {.name = "DeregisterTaskDefinition", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeregisterTaskDefinitionRequest),
     .output = SHAPE(DeregisterTaskDefinitionResponse)},
    {.name = "DescribeCapacityProviders", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeCapacityProvidersRequest),
     .output = SHAPE(DescribeCapacityProvidersResponse)},
    {.name = "DescribeClusters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeClustersRequest), .output = SHAPE(DescribeClustersResponse)},
    {.name = "DescribeContainerInstances", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeContainerInstancesRequest),
     .output = SHAPE(DescribeContainerInstancesResponse)},
    {.name = "DescribeServices", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeServicesRequest), .output = SHAPE(DescribeServicesResponse)},
    {.name = "DescribeTaskDefinition", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTaskDefinitionRequest),
     .output = SHAPE(DescribeTaskDefinitionResponse)},
    {.name = "DescribeTaskSets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTaskSetsRequest), .output = SHAPE(DescribeTaskSetsResponse)},
    {.name = "DescribeTasks", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTasksRequest), .output = SHAPE(DescribeTasksResponse)},
    {.name = "GetTaskProtection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetTaskProtectionRequest), .output = SHAPE(GetTaskProtectionResponse)},
    {.name = "ListAccountSettings", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListAccountSettingsRequest), .output = SHAPE(ListAccountSettingsResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "settings", NULL, 100}},
    {.name = "ListAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListAttributesRequest), .output = SHAPE(ListAttributesResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "attributes", NULL, 100}},
    {.name = "ListClusters", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListClustersRequest), .output = SHAPE(ListClustersResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "clusterArns", NULL, 100}},
    {.name = "ListContainerInstances", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListContainerInstancesRequest),
     .output = SHAPE(ListContainerInstancesResponse), .pages = {"nextToken", "nextToken",
     "maxResults", "containerInstanceArns", NULL, 100}},
    {.name = "ListServices", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListServicesRequest), .output = SHAPE(ListServicesResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "serviceArns", NULL, 10}},
    {.name = "ListServicesByNamespace", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListServicesByNamespaceRequest),
     .output = SHAPE(ListServicesByNamespaceResponse), .pages = {"nextToken", "nextToken",
     "maxResults", "serviceArns", NULL, 10}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResponse)},
    {.name = "ListTaskDefinitionFamilies", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTaskDefinitionFamiliesRequest),
     .output = SHAPE(ListTaskDefinitionFamiliesResponse), .pages = {"nextToken", "nextToken",
     "maxResults", "families", NULL, 100}},
    {.name = "ListTaskDefinitions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTaskDefinitionsRequest), .output = SHAPE(ListTaskDefinitionsResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "taskDefinitionArns", NULL, 100}},
    {.name = "ListTasks", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTasksRequest), .output = SHAPE(ListTasksResponse), .pages = {"nextToken",
     "nextToken", "maxResults", "taskArns", NULL, 100}},
    {.name = "PutAccountSetting", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutAccountSettingRequest), .output = SHAPE(PutAccountSettingResponse)},
    {.name = "PutAccountSettingDefault", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutAccountSettingDefaultRequest),
     .output = SHAPE(PutAccountSettingDefaultResponse)},
    {.name = "PutAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutAttributesRequest), .output = SHAPE(PutAttributesResponse)},
    {.name = "PutClusterCapacityProviders", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutClusterCapacityProvidersRequest),
     .output = SHAPE(PutClusterCapacityProvidersResponse)},
    {.name = "RegisterContainerInstance", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RegisterContainerInstanceRequest),
     .output = SHAPE(RegisterContainerInstanceResponse)},
    {.name = "RegisterTaskDefinition", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RegisterTaskDefinitionRequest),
     .output = SHAPE(RegisterTaskDefinitionResponse)},
    {.name = "RunTask", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RunTaskRequest), .output = SHAPE(RunTaskResponse)},
    {.name = "StartTask", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StartTaskRequest), .output = SHAPE(StartTaskResponse)},
    {.name = "StopTask", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(StopTaskRequest), .output = SHAPE(StopTaskResponse)},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceRequest), .output = SHAPE(TagResourceResponse)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceRequest), .output = SHAPE(UntagResourceResponse)},
    {.name = "UpdateCapacityProvider", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateCapacityProviderRequest),
     .output = SHAPE(UpdateCapacityProviderResponse)},
    {.name = "UpdateCluster", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateClusterRequest), .output = SHAPE(UpdateClusterResponse)},
    {.name = "UpdateClusterSettings", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateClusterSettingsRequest), .output = SHAPE(UpdateClusterSettingsResponse)},
    {.name = "UpdateContainerInstancesState", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateContainerInstancesStateRequest),
     .output = SHAPE(UpdateContainerInstancesStateResponse)},
    {.name = "UpdateService", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateServiceRequest), .output = SHAPE(UpdateServiceResponse)},
    {.name = "UpdateServicePrimaryTaskSet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateServicePrimaryTaskSetRequest),
     .output = SHAPE(UpdateServicePrimaryTaskSetResponse)},
    {.name = "UpdateTaskProtection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateTaskProtectionRequest), .output = SHAPE(UpdateTaskProtectionResponse)},
    {.name = "UpdateTaskSet", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateTaskSetRequest), .output = SHAPE(UpdateTaskSetResponse)},
};

static const char *const refused[] = {
    "DiscoverPollEndpoint", "ExecuteCommand", "SubmitAttachmentStateChanges",
    "SubmitContainerStateChange", "SubmitTaskStateChange", "UpdateContainerAgent", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "AccessDeniedException", .code = "AccessDeniedException", .status = 400,
     .is_sender = true},
    {.shape = "AttributeLimitExceededException", .code = "AttributeLimitExceededException",
     .status = 400, .is_sender = true},
    {.shape = "BlockedException", .code = "BlockedException", .status = 400, .is_sender = true},
    {.shape = "ClientException", .code = "ClientException", .status = 400, .is_sender = true},
    {.shape = "ClusterContainsContainerInstancesException",
     .code = "ClusterContainsContainerInstancesException", .status = 400, .is_sender = true},
    {.shape = "ClusterContainsServicesException", .code = "ClusterContainsServicesException",
     .status = 400, .is_sender = true},
    {.shape = "ClusterContainsTasksException", .code = "ClusterContainsTasksException",
     .status = 400, .is_sender = true},
    {.shape = "ClusterNotFoundException", .code = "ClusterNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidParameterException", .code = "InvalidParameterException", .status = 400,
     .is_sender = true},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "MissingVersionException", .code = "MissingVersionException", .status = 400,
     .is_sender = true},
    {.shape = "NamespaceNotFoundException", .code = "NamespaceNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "NoUpdateAvailableException", .code = "NoUpdateAvailableException", .status = 400,
     .is_sender = true},
    {.shape = "PlatformTaskDefinitionIncompatibilityException",
     .code = "PlatformTaskDefinitionIncompatibilityException", .status = 400, .is_sender = true},
    {.shape = "PlatformUnknownException", .code = "PlatformUnknownException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceInUseException", .code = "ResourceInUseException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "ServerException", .code = "ServerException", .status = 500},
    {.shape = "ServiceNotActiveException", .code = "ServiceNotActiveException", .status = 400,
     .is_sender = true},
    {.shape = "ServiceNotFoundException", .code = "ServiceNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "TargetNotConnectedException", .code = "TargetNotConnectedException", .status = 400,
     .is_sender = true},
    {.shape = "TargetNotFoundException", .code = "TargetNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "TaskSetNotFoundException", .code = "TaskSetNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "UnsupportedFeatureException", .code = "UnsupportedFeatureException", .status = 400,
     .is_sender = true},
    {.shape = "UpdateInProgressException", .code = "UpdateInProgressException", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_ecs = {
    .name = "ecs",
    .signing_name = "ecs",
    .host_prefix = "ecs",
    .target_prefix = "AmazonEC2ContainerServiceV20141113",
    .api_version = "2014-11-13",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_1,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
