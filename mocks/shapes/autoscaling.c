/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AcceleratorCountRequest, SHAPE_AcceleratorManufacturer, SHAPE_AcceleratorManufacturers,
    SHAPE_AcceleratorName, SHAPE_AcceleratorNames, SHAPE_AcceleratorTotalMemoryMiBRequest,
    SHAPE_AcceleratorType, SHAPE_AcceleratorTypes, SHAPE_Activities, SHAPE_ActivitiesType,
    SHAPE_Activity, SHAPE_ActivityIds, SHAPE_ActivityType, SHAPE_AllowedInstanceType,
    SHAPE_AllowedInstanceTypes, SHAPE_AsciiStringMaxLen255, SHAPE_AutoScalingGroup,
    SHAPE_AutoScalingGroupNames, SHAPE_AutoScalingGroupNamesType, SHAPE_AutoScalingGroupState,
    SHAPE_AutoScalingGroups, SHAPE_AutoScalingGroupsType, SHAPE_AutoScalingInstanceDetails,
    SHAPE_AutoScalingInstances, SHAPE_AutoScalingInstancesType, SHAPE_AvailabilityZones,
    SHAPE_BareMetal, SHAPE_BaselineEbsBandwidthMbpsRequest, SHAPE_BlockDeviceEbsIops,
    SHAPE_BlockDeviceEbsThroughput, SHAPE_BlockDeviceEbsVolumeSize, SHAPE_BlockDeviceEbsVolumeType,
    SHAPE_BlockDeviceMapping, SHAPE_BlockDeviceMappings, SHAPE_Boolean, SHAPE_BurstablePerformance,
    SHAPE_ClassicLinkVPCSecurityGroups, SHAPE_CpuManufacturer, SHAPE_CpuManufacturers,
    SHAPE_CreateAutoScalingGroupType, SHAPE_CreateLaunchConfigurationType,
    SHAPE_CreateOrUpdateTagsType, SHAPE_DeleteAutoScalingGroupType, SHAPE_DeleteTagsType,
    SHAPE_DescribeAccountLimitsAnswer, SHAPE_DescribeAutoScalingInstancesType,
    SHAPE_DescribeScalingActivitiesType, SHAPE_DescribeTagsType, SHAPE_Ebs, SHAPE_EnabledMetric,
    SHAPE_EnabledMetrics, SHAPE_ExcludedInstance, SHAPE_ExcludedInstanceTypes, SHAPE_Filter,
    SHAPE_Filters, SHAPE_Instance, SHAPE_InstanceGeneration, SHAPE_InstanceGenerations,
    SHAPE_InstanceIds, SHAPE_InstanceMetadataEndpointState,
    SHAPE_InstanceMetadataHttpPutResponseHopLimit, SHAPE_InstanceMetadataHttpTokensState,
    SHAPE_InstanceMetadataOptions, SHAPE_InstanceMonitoring, SHAPE_InstanceRequirements,
    SHAPE_InstanceReusePolicy, SHAPE_Instances, SHAPE_InstancesDistribution, SHAPE_Integer,
    SHAPE_LaunchConfiguration, SHAPE_LaunchConfigurationNameType, SHAPE_LaunchConfigurationNames,
    SHAPE_LaunchConfigurationNamesType, SHAPE_LaunchConfigurations, SHAPE_LaunchConfigurationsType,
    SHAPE_LaunchTemplate, SHAPE_LaunchTemplateName, SHAPE_LaunchTemplateOverrides,
    SHAPE_LaunchTemplateSpecification, SHAPE_LifecycleHookSpecification,
    SHAPE_LifecycleHookSpecifications, SHAPE_LifecycleState, SHAPE_LoadBalancerNames,
    SHAPE_LocalStorage, SHAPE_LocalStorageType, SHAPE_LocalStorageTypes,
    SHAPE_MaxGroupPreparedCapacity, SHAPE_MemoryGiBPerVCpuRequest, SHAPE_MemoryMiBRequest,
    SHAPE_MixedInstanceSpotPrice, SHAPE_MixedInstancesPolicy, SHAPE_NetworkBandwidthGbpsRequest,
    SHAPE_NetworkInterfaceCountRequest, SHAPE_NotificationTargetResourceName,
    SHAPE_NullablePositiveDouble, SHAPE_NullablePositiveInteger, SHAPE_Overrides,
    SHAPE_ProcessNames, SHAPE_ProcessType, SHAPE_Processes, SHAPE_ProcessesType,
    SHAPE_ResourceName, SHAPE_ScalingActivityStatusCode, SHAPE_ScalingProcessQuery,
    SHAPE_SecurityGroups, SHAPE_SetDesiredCapacityType, SHAPE_SetInstanceHealthQuery,
    SHAPE_SetInstanceProtectionAnswer, SHAPE_SetInstanceProtectionQuery, SHAPE_SpotPrice,
    SHAPE_String, SHAPE_SuspendedProcess, SHAPE_SuspendedProcesses, SHAPE_Tag,
    SHAPE_TagDescription, SHAPE_TagDescriptionList, SHAPE_TagKey, SHAPE_TagValue, SHAPE_Tags,
    SHAPE_TagsType, SHAPE_TargetGroupARNs, SHAPE_TerminateInstanceInAutoScalingGroupType,
    SHAPE_TerminationPolicies, SHAPE_Timestamp, SHAPE_TotalLocalStorageGBRequest,
    SHAPE_TrafficSourceIdentifier, SHAPE_TrafficSources, SHAPE_UpdateAutoScalingGroupType,
    SHAPE_VCpuCountRequest, SHAPE_Values, SHAPE_WarmPoolConfiguration, SHAPE_WarmPoolMinSize,
    SHAPE_WarmPoolState, SHAPE_WarmPoolStatus, SHAPE_XmlStringMaxLen1023,
    SHAPE_XmlStringMaxLen1600, SHAPE_XmlStringMaxLen19, SHAPE_XmlStringMaxLen2047,
    SHAPE_XmlStringMaxLen255, SHAPE_XmlStringMaxLen32, SHAPE_XmlStringMaxLen511,
    SHAPE_XmlStringMaxLen64, SHAPE_XmlStringUserData, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AcceleratorManufacturer[] = {
    "nvidia", "amd", "amazon-web-services", "xilinx", NULL,
};

static const char *const words_AcceleratorName[] = {
    "a100", "v100", "k80", "t4", "m60", "radeon-pro-v520", "vu9p", NULL,
};

static const char *const words_AcceleratorType[] = {
    "gpu", "fpga", "inference", NULL,
};

static const char *const words_BareMetal[] = {
    "included", "excluded", "required", NULL,
};

static const char *const words_BurstablePerformance[] = {
    "included", "excluded", "required", NULL,
};

static const char *const words_CpuManufacturer[] = {
    "intel", "amd", "amazon-web-services", NULL,
};

static const char *const words_InstanceGeneration[] = {
    "current", "previous", NULL,
};

static const char *const words_InstanceMetadataEndpointState[] = {
    "disabled", "enabled", NULL,
};

static const char *const words_InstanceMetadataHttpTokensState[] = {
    "optional", "required", NULL,
};

static const char *const words_LifecycleState[] = {
    "Pending", "Pending:Wait", "Pending:Proceed", "Quarantined", "InService", "Terminating",
    "Terminating:Wait", "Terminating:Proceed", "Terminated", "Detaching", "Detached",
    "EnteringStandby", "Standby", "Warmed:Pending", "Warmed:Pending:Wait",
    "Warmed:Pending:Proceed", "Warmed:Terminating", "Warmed:Terminating:Wait",
    "Warmed:Terminating:Proceed", "Warmed:Terminated", "Warmed:Stopped", "Warmed:Running",
    "Warmed:Hibernated", NULL,
};

static const char *const words_LocalStorage[] = {
    "included", "excluded", "required", NULL,
};

static const char *const words_LocalStorageType[] = {
    "hdd", "ssd", NULL,
};

static const char *const words_ScalingActivityStatusCode[] = {
    "PendingSpotBidPlacement", "WaitingForSpotInstanceRequestId", "WaitingForSpotInstanceId",
    "WaitingForInstanceId", "PreInService", "InProgress", "WaitingForELBConnectionDraining",
    "MidLifecycleAction", "WaitingForInstanceWarmup", "Successful", "Failed", "Cancelled", NULL,
};

static const char *const words_WarmPoolState[] = {
    "Stopped", "Running", "Hibernated", NULL,
};

static const char *const words_WarmPoolStatus[] = {
    "PendingDelete", NULL,
};

static const struct bs_shape_member
    members_AcceleratorCountRequest[] = {
    {MEMBER(Min, NullablePositiveInteger)},
    {MEMBER(Max, NullablePositiveInteger)},
};

static const struct bs_shape_member
    members_AcceleratorManufacturers[] = {
    {MEMBER(member, AcceleratorManufacturer)},
};

static const struct bs_shape_member
    members_AcceleratorNames[] = {
    {MEMBER(member, AcceleratorName)},
};

static const struct bs_shape_member
    members_AcceleratorTotalMemoryMiBRequest[] = {
    {MEMBER(Min, NullablePositiveInteger)},
    {MEMBER(Max, NullablePositiveInteger)},
};

static const struct bs_shape_member
    members_AcceleratorTypes[] = {
    {MEMBER(member, AcceleratorType)},
};

static const struct bs_shape_member
    members_Activities[] = {
    {MEMBER(member, Activity)},
};

static const struct bs_shape_member
    members_ActivitiesType[] = {
    {MEMBER(Activities, Activities), .is_required = true},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_Activity[] = {
    {MEMBER(ActivityId, String), .is_required = true},
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(Description, String)},
    {MEMBER(Cause, XmlStringMaxLen1023), .is_required = true},
    {MEMBER(StartTime, Timestamp), .is_required = true},
    {MEMBER(EndTime, Timestamp)},
    {MEMBER(StatusCode, ScalingActivityStatusCode), .is_required = true},
    {MEMBER(StatusMessage, XmlStringMaxLen255)},
    {MEMBER(Progress, Integer)},
    {MEMBER(Details, String)},
    {MEMBER(AutoScalingGroupState, AutoScalingGroupState)},
    {MEMBER(AutoScalingGroupARN, ResourceName)},
};

static const struct bs_shape_member
    members_ActivityIds[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ActivityType[] = {
    {MEMBER(Activity, Activity)},
};

static const struct bs_shape_member
    members_AllowedInstanceTypes[] = {
    {MEMBER(member, AllowedInstanceType)},
};

static const struct bs_shape_member
    members_AutoScalingGroup[] = {
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(AutoScalingGroupARN, ResourceName)},
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255)},
    {MEMBER(LaunchTemplate, LaunchTemplateSpecification)},
    {MEMBER(MixedInstancesPolicy, MixedInstancesPolicy)},
    {MEMBER(MinSize, Integer), .is_required = true},
    {MEMBER(MaxSize, Integer), .is_required = true},
    {MEMBER(DesiredCapacity, Integer), .is_required = true},
    {MEMBER(PredictedCapacity, Integer)},
    {MEMBER(DefaultCooldown, Integer), .is_required = true},
    {MEMBER(AvailabilityZones, AvailabilityZones), .is_required = true},
    {MEMBER(LoadBalancerNames, LoadBalancerNames)},
    {MEMBER(TargetGroupARNs, TargetGroupARNs)},
    {MEMBER(HealthCheckType, XmlStringMaxLen32), .is_required = true},
    {MEMBER(HealthCheckGracePeriod, Integer)},
    {MEMBER(Instances, Instances)},
    {MEMBER(CreatedTime, Timestamp), .is_required = true},
    {MEMBER(SuspendedProcesses, SuspendedProcesses)},
    {MEMBER(PlacementGroup, XmlStringMaxLen255)},
    {MEMBER(VPCZoneIdentifier, XmlStringMaxLen2047)},
    {MEMBER(EnabledMetrics, EnabledMetrics)},
    {MEMBER(Status, XmlStringMaxLen255)},
    {MEMBER(Tags, TagDescriptionList)},
    {MEMBER(TerminationPolicies, TerminationPolicies)},
    {MEMBER(NewInstancesProtectedFromScaleIn, Boolean)},
    {MEMBER(ServiceLinkedRoleARN, ResourceName)},
    {MEMBER(MaxInstanceLifetime, Integer)},
    {MEMBER(CapacityRebalance, Boolean)},
    {MEMBER(WarmPoolConfiguration, WarmPoolConfiguration)},
    {MEMBER(WarmPoolSize, Integer)},
    {MEMBER(Context, String)},
    {MEMBER(DesiredCapacityType, XmlStringMaxLen255)},
    {MEMBER(DefaultInstanceWarmup, Integer)},
    {MEMBER(TrafficSources, TrafficSources)},
};

static const struct bs_shape_member
    members_AutoScalingGroupNames[] = {
    {MEMBER(member, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_AutoScalingGroupNamesType[] = {
    {MEMBER(AutoScalingGroupNames, AutoScalingGroupNames)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(Filters, Filters)},
};

static const struct bs_shape_member
    members_AutoScalingGroups[] = {
    {MEMBER(member, AutoScalingGroup)},
};

static const struct bs_shape_member
    members_AutoScalingGroupsType[] = {
    {MEMBER(AutoScalingGroups, AutoScalingGroups), .is_required = true},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_AutoScalingInstanceDetails[] = {
    {MEMBER(InstanceId, XmlStringMaxLen19), .is_required = true},
    {MEMBER(InstanceType, XmlStringMaxLen255)},
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(AvailabilityZone, XmlStringMaxLen255), .is_required = true},
    {MEMBER(LifecycleState, XmlStringMaxLen32), .is_required = true},
    {MEMBER(HealthStatus, XmlStringMaxLen32), .is_required = true},
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255)},
    {MEMBER(LaunchTemplate, LaunchTemplateSpecification)},
    {MEMBER(ProtectedFromScaleIn, Boolean), .is_required = true},
    {MEMBER(WeightedCapacity, XmlStringMaxLen32)},
};

static const struct bs_shape_member
    members_AutoScalingInstances[] = {
    {MEMBER(member, AutoScalingInstanceDetails)},
};

static const struct bs_shape_member
    members_AutoScalingInstancesType[] = {
    {MEMBER(AutoScalingInstances, AutoScalingInstances)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_AvailabilityZones[] = {
    {MEMBER(member, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_BaselineEbsBandwidthMbpsRequest[] = {
    {MEMBER(Min, NullablePositiveInteger)},
    {MEMBER(Max, NullablePositiveInteger)},
};

static const struct bs_shape_member
    members_BlockDeviceMapping[] = {
    {MEMBER(VirtualName, XmlStringMaxLen255)},
    {MEMBER(DeviceName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(Ebs, Ebs)},
    {MEMBER(NoDevice, Boolean)},
};

static const struct bs_shape_member
    members_BlockDeviceMappings[] = {
    {MEMBER(member, BlockDeviceMapping)},
};

static const struct bs_shape_member
    members_ClassicLinkVPCSecurityGroups[] = {
    {MEMBER(member, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_CpuManufacturers[] = {
    {MEMBER(member, CpuManufacturer)},
};

static const struct bs_shape_member
    members_CreateAutoScalingGroupType[] = {
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255)},
    {MEMBER(LaunchTemplate, LaunchTemplateSpecification)},
    {MEMBER(MixedInstancesPolicy, MixedInstancesPolicy)},
    {MEMBER(InstanceId, XmlStringMaxLen19)},
    {MEMBER(MinSize, Integer), .is_required = true},
    {MEMBER(MaxSize, Integer), .is_required = true},
    {MEMBER(DesiredCapacity, Integer)},
    {MEMBER(DefaultCooldown, Integer)},
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(LoadBalancerNames, LoadBalancerNames)},
    {MEMBER(TargetGroupARNs, TargetGroupARNs)},
    {MEMBER(HealthCheckType, XmlStringMaxLen32)},
    {MEMBER(HealthCheckGracePeriod, Integer)},
    {MEMBER(PlacementGroup, XmlStringMaxLen255)},
    {MEMBER(VPCZoneIdentifier, XmlStringMaxLen2047)},
    {MEMBER(TerminationPolicies, TerminationPolicies)},
    {MEMBER(NewInstancesProtectedFromScaleIn, Boolean)},
    {MEMBER(CapacityRebalance, Boolean)},
    {MEMBER(LifecycleHookSpecificationList, LifecycleHookSpecifications)},
    {MEMBER(Tags, Tags)},
    {MEMBER(ServiceLinkedRoleARN, ResourceName)},
    {MEMBER(MaxInstanceLifetime, Integer)},
    {MEMBER(Context, String)},
    {MEMBER(DesiredCapacityType, XmlStringMaxLen255)},
    {MEMBER(DefaultInstanceWarmup, Integer)},
    {MEMBER(TrafficSources, TrafficSources)},
};

static const struct bs_shape_member
    members_CreateLaunchConfigurationType[] = {
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(ImageId, XmlStringMaxLen255)},
    {MEMBER(KeyName, XmlStringMaxLen255)},
    {MEMBER(SecurityGroups, SecurityGroups)},
    {MEMBER(ClassicLinkVPCId, XmlStringMaxLen255)},
    {MEMBER(ClassicLinkVPCSecurityGroups, ClassicLinkVPCSecurityGroups)},
    {MEMBER(UserData, XmlStringUserData)},
    {MEMBER(InstanceId, XmlStringMaxLen19)},
    {MEMBER(InstanceType, XmlStringMaxLen255)},
    {MEMBER(KernelId, XmlStringMaxLen255)},
    {MEMBER(RamdiskId, XmlStringMaxLen255)},
    {MEMBER(BlockDeviceMappings, BlockDeviceMappings)},
    {MEMBER(InstanceMonitoring, InstanceMonitoring)},
    {MEMBER(SpotPrice, SpotPrice)},
    {MEMBER(IamInstanceProfile, XmlStringMaxLen1600)},
    {MEMBER(EbsOptimized, Boolean)},
    {MEMBER(AssociatePublicIpAddress, Boolean)},
    {MEMBER(PlacementTenancy, XmlStringMaxLen64)},
    {MEMBER(MetadataOptions, InstanceMetadataOptions)},
};

static const struct bs_shape_member
    members_CreateOrUpdateTagsType[] = {
    {MEMBER(Tags, Tags), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteAutoScalingGroupType[] = {
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(ForceDelete, Boolean)},
};

static const struct bs_shape_member
    members_DeleteTagsType[] = {
    {MEMBER(Tags, Tags), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeAccountLimitsAnswer[] = {
    {MEMBER(MaxNumberOfAutoScalingGroups, Integer)},
    {MEMBER(MaxNumberOfLaunchConfigurations, Integer)},
    {MEMBER(NumberOfAutoScalingGroups, Integer)},
    {MEMBER(NumberOfLaunchConfigurations, Integer)},
};

static const struct bs_shape_member
    members_DescribeAutoScalingInstancesType[] = {
    {MEMBER(InstanceIds, InstanceIds)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScalingActivitiesType[] = {
    {MEMBER(ActivityIds, ActivityIds)},
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255)},
    {MEMBER(IncludeDeletedGroups, Boolean)},
    {MEMBER(MaxRecords, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeTagsType[] = {
    {MEMBER(Filters, Filters)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxRecords, Integer)},
};

static const struct bs_shape_member
    members_Ebs[] = {
    {MEMBER(SnapshotId, XmlStringMaxLen255)},
    {MEMBER(VolumeSize, BlockDeviceEbsVolumeSize)},
    {MEMBER(VolumeType, BlockDeviceEbsVolumeType)},
    {MEMBER(DeleteOnTermination, Boolean)},
    {MEMBER(Iops, BlockDeviceEbsIops)},
    {MEMBER(Encrypted, Boolean)},
    {MEMBER(Throughput, BlockDeviceEbsThroughput)},
};

static const struct bs_shape_member
    members_EnabledMetric[] = {
    {MEMBER(Metric, XmlStringMaxLen255)},
    {MEMBER(Granularity, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_EnabledMetrics[] = {
    {MEMBER(member, EnabledMetric)},
};

static const struct bs_shape_member
    members_ExcludedInstanceTypes[] = {
    {MEMBER(member, ExcludedInstance)},
};

static const struct bs_shape_member
    members_Filter[] = {
    {MEMBER(Name, String)},
    {MEMBER(Values, Values)},
};

static const struct bs_shape_member
    members_Filters[] = {
    {MEMBER(member, Filter)},
};

static const struct bs_shape_member
    members_Instance[] = {
    {MEMBER(InstanceId, XmlStringMaxLen19), .is_required = true},
    {MEMBER(InstanceType, XmlStringMaxLen255)},
    {MEMBER(AvailabilityZone, XmlStringMaxLen255), .is_required = true},
    {MEMBER(LifecycleState, LifecycleState), .is_required = true},
    {MEMBER(HealthStatus, XmlStringMaxLen32), .is_required = true},
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255)},
    {MEMBER(LaunchTemplate, LaunchTemplateSpecification)},
    {MEMBER(ProtectedFromScaleIn, Boolean), .is_required = true},
    {MEMBER(WeightedCapacity, XmlStringMaxLen32)},
};

static const struct bs_shape_member
    members_InstanceGenerations[] = {
    {MEMBER(member, InstanceGeneration)},
};

static const struct bs_shape_member
    members_InstanceIds[] = {
    {MEMBER(member, XmlStringMaxLen19)},
};

static const struct bs_shape_member
    members_InstanceMetadataOptions[] = {
    {MEMBER(HttpTokens, InstanceMetadataHttpTokensState)},
    {MEMBER(HttpPutResponseHopLimit, InstanceMetadataHttpPutResponseHopLimit)},
    {MEMBER(HttpEndpoint, InstanceMetadataEndpointState)},
};

static const struct bs_shape_member
    members_InstanceMonitoring[] = {
    {MEMBER(Enabled, Boolean)},
};

static const struct bs_shape_member
    members_InstanceRequirements[] = {
    {MEMBER(VCpuCount, VCpuCountRequest), .is_required = true},
    {MEMBER(MemoryMiB, MemoryMiBRequest), .is_required = true},
    {MEMBER(CpuManufacturers, CpuManufacturers)},
    {MEMBER(MemoryGiBPerVCpu, MemoryGiBPerVCpuRequest)},
    {MEMBER(ExcludedInstanceTypes, ExcludedInstanceTypes)},
    {MEMBER(InstanceGenerations, InstanceGenerations)},
    {MEMBER(SpotMaxPricePercentageOverLowestPrice, NullablePositiveInteger)},
    {MEMBER(OnDemandMaxPricePercentageOverLowestPrice, NullablePositiveInteger)},
    {MEMBER(BareMetal, BareMetal)},
    {MEMBER(BurstablePerformance, BurstablePerformance)},
    {MEMBER(RequireHibernateSupport, Boolean)},
    {MEMBER(NetworkInterfaceCount, NetworkInterfaceCountRequest)},
    {MEMBER(LocalStorage, LocalStorage)},
    {MEMBER(LocalStorageTypes, LocalStorageTypes)},
    {MEMBER(TotalLocalStorageGB, TotalLocalStorageGBRequest)},
    {MEMBER(BaselineEbsBandwidthMbps, BaselineEbsBandwidthMbpsRequest)},
    {MEMBER(AcceleratorTypes, AcceleratorTypes)},
    {MEMBER(AcceleratorCount, AcceleratorCountRequest)},
    {MEMBER(AcceleratorManufacturers, AcceleratorManufacturers)},
    {MEMBER(AcceleratorNames, AcceleratorNames)},
    {MEMBER(AcceleratorTotalMemoryMiB, AcceleratorTotalMemoryMiBRequest)},
    {MEMBER(NetworkBandwidthGbps, NetworkBandwidthGbpsRequest)},
    {MEMBER(AllowedInstanceTypes, AllowedInstanceTypes)},
};

static const struct bs_shape_member
    members_InstanceReusePolicy[] = {
    {MEMBER(ReuseOnScaleIn, Boolean)},
};

static const struct bs_shape_member
    members_Instances[] = {
    {MEMBER(member, Instance)},
};

static const struct bs_shape_member
    members_InstancesDistribution[] = {
    {MEMBER(OnDemandAllocationStrategy, String)},
    {MEMBER(OnDemandBaseCapacity, Integer)},
    {MEMBER(OnDemandPercentageAboveBaseCapacity, Integer)},
    {MEMBER(SpotAllocationStrategy, String)},
    {MEMBER(SpotInstancePools, Integer)},
    {MEMBER(SpotMaxPrice, MixedInstanceSpotPrice)},
};

static const struct bs_shape_member
    members_LaunchConfiguration[] = {
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(LaunchConfigurationARN, ResourceName)},
    {MEMBER(ImageId, XmlStringMaxLen255), .is_required = true},
    {MEMBER(KeyName, XmlStringMaxLen255)},
    {MEMBER(SecurityGroups, SecurityGroups)},
    {MEMBER(ClassicLinkVPCId, XmlStringMaxLen255)},
    {MEMBER(ClassicLinkVPCSecurityGroups, ClassicLinkVPCSecurityGroups)},
    {MEMBER(UserData, XmlStringUserData)},
    {MEMBER(InstanceType, XmlStringMaxLen255), .is_required = true},
    {MEMBER(KernelId, XmlStringMaxLen255)},
    {MEMBER(RamdiskId, XmlStringMaxLen255)},
    {MEMBER(BlockDeviceMappings, BlockDeviceMappings)},
    {MEMBER(InstanceMonitoring, InstanceMonitoring)},
    {MEMBER(SpotPrice, SpotPrice)},
    {MEMBER(IamInstanceProfile, XmlStringMaxLen1600)},
    {MEMBER(CreatedTime, Timestamp), .is_required = true},
    {MEMBER(EbsOptimized, Boolean)},
    {MEMBER(AssociatePublicIpAddress, Boolean)},
    {MEMBER(PlacementTenancy, XmlStringMaxLen64)},
    {MEMBER(MetadataOptions, InstanceMetadataOptions)},
};

static const struct bs_shape_member
    members_LaunchConfigurationNameType[] = {
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255), .is_required = true},
};

static const struct bs_shape_member
    members_LaunchConfigurationNames[] = {
    {MEMBER(member, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_LaunchConfigurationNamesType[] = {
    {MEMBER(LaunchConfigurationNames, LaunchConfigurationNames)},
    {MEMBER(NextToken, String)},
    {MEMBER(MaxRecords, Integer)},
};

static const struct bs_shape_member
    members_LaunchConfigurations[] = {
    {MEMBER(member, LaunchConfiguration)},
};

static const struct bs_shape_member
    members_LaunchConfigurationsType[] = {
    {MEMBER(LaunchConfigurations, LaunchConfigurations), .is_required = true},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_LaunchTemplate[] = {
    {MEMBER(LaunchTemplateSpecification, LaunchTemplateSpecification)},
    {MEMBER(Overrides, Overrides)},
};

static const struct bs_shape_member
    members_LaunchTemplateOverrides[] = {
    {MEMBER(InstanceType, XmlStringMaxLen255)},
    {MEMBER(WeightedCapacity, XmlStringMaxLen32)},
    {MEMBER(LaunchTemplateSpecification, LaunchTemplateSpecification)},
    {MEMBER(InstanceRequirements, InstanceRequirements)},
};

static const struct bs_shape_member
    members_LaunchTemplateSpecification[] = {
    {MEMBER(LaunchTemplateId, XmlStringMaxLen255)},
    {MEMBER(LaunchTemplateName, LaunchTemplateName)},
    {MEMBER(Version, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_LifecycleHookSpecification[] = {
    {MEMBER(LifecycleHookName, AsciiStringMaxLen255), .is_required = true},
    {MEMBER(LifecycleTransition, String), .is_required = true},
    {MEMBER(NotificationMetadata, XmlStringMaxLen1023)},
    {MEMBER(HeartbeatTimeout, Integer)},
    {MEMBER(DefaultResult, String)},
    {MEMBER(NotificationTargetARN, NotificationTargetResourceName)},
    {MEMBER(RoleARN, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_LifecycleHookSpecifications[] = {
    {MEMBER(member, LifecycleHookSpecification)},
};

static const struct bs_shape_member
    members_LoadBalancerNames[] = {
    {MEMBER(member, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_LocalStorageTypes[] = {
    {MEMBER(member, LocalStorageType)},
};

static const struct bs_shape_member
    members_MemoryGiBPerVCpuRequest[] = {
    {MEMBER(Min, NullablePositiveDouble)},
    {MEMBER(Max, NullablePositiveDouble)},
};

static const struct bs_shape_member
    members_MemoryMiBRequest[] = {
    {MEMBER(Min, NullablePositiveInteger), .is_required = true},
    {MEMBER(Max, NullablePositiveInteger)},
};

static const struct bs_shape_member
    members_MixedInstancesPolicy[] = {
    {MEMBER(LaunchTemplate, LaunchTemplate)},
    {MEMBER(InstancesDistribution, InstancesDistribution)},
};

static const struct bs_shape_member
    members_NetworkBandwidthGbpsRequest[] = {
    {MEMBER(Min, NullablePositiveDouble)},
    {MEMBER(Max, NullablePositiveDouble)},
};

static const struct bs_shape_member
    members_NetworkInterfaceCountRequest[] = {
    {MEMBER(Min, NullablePositiveInteger)},
    {MEMBER(Max, NullablePositiveInteger)},
};

static const struct bs_shape_member
    members_Overrides[] = {
    {MEMBER(member, LaunchTemplateOverrides)},
};

static const struct bs_shape_member
    members_ProcessNames[] = {
    {MEMBER(member, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_ProcessType[] = {
    {MEMBER(ProcessName, XmlStringMaxLen255), .is_required = true},
};

static const struct bs_shape_member
    members_Processes[] = {
    {MEMBER(member, ProcessType)},
};

static const struct bs_shape_member
    members_ProcessesType[] = {
    {MEMBER(Processes, Processes)},
};

static const struct bs_shape_member
    members_ScalingProcessQuery[] = {
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(ScalingProcesses, ProcessNames)},
};

static const struct bs_shape_member
    members_SecurityGroups[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_SetDesiredCapacityType[] = {
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(DesiredCapacity, Integer), .is_required = true},
    {MEMBER(HonorCooldown, Boolean)},
};

static const struct bs_shape_member
    members_SetInstanceHealthQuery[] = {
    {MEMBER(InstanceId, XmlStringMaxLen19), .is_required = true},
    {MEMBER(HealthStatus, XmlStringMaxLen32), .is_required = true},
    {MEMBER(ShouldRespectGracePeriod, Boolean)},
};

static const struct bs_shape_member
    members_SetInstanceProtectionQuery[] = {
    {MEMBER(InstanceIds, InstanceIds), .is_required = true},
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(ProtectedFromScaleIn, Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_SuspendedProcess[] = {
    {MEMBER(ProcessName, XmlStringMaxLen255)},
    {MEMBER(SuspensionReason, XmlStringMaxLen255)},
};

static const struct bs_shape_member
    members_SuspendedProcesses[] = {
    {MEMBER(member, SuspendedProcess)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(ResourceId, String)},
    {MEMBER(ResourceType, String)},
    {MEMBER(Key, TagKey), .is_required = true},
    {MEMBER(Value, TagValue)},
    {MEMBER(PropagateAtLaunch, Boolean)},
};

static const struct bs_shape_member
    members_TagDescription[] = {
    {MEMBER(ResourceId, String)},
    {MEMBER(ResourceType, String)},
    {MEMBER(Key, TagKey)},
    {MEMBER(Value, TagValue)},
    {MEMBER(PropagateAtLaunch, Boolean)},
};

static const struct bs_shape_member
    members_TagDescriptionList[] = {
    {MEMBER(member, TagDescription)},
};

static const struct bs_shape_member
    members_Tags[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_TagsType[] = {
    {MEMBER(Tags, TagDescriptionList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_TargetGroupARNs[] = {
    {MEMBER(member, XmlStringMaxLen511)},
};

static const struct bs_shape_member
    members_TerminateInstanceInAutoScalingGroupType[] = {
    {MEMBER(InstanceId, XmlStringMaxLen19), .is_required = true},
    {MEMBER(ShouldDecrementDesiredCapacity, Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_TerminationPolicies[] = {
    {MEMBER(member, XmlStringMaxLen1600)},
};

static const struct bs_shape_member
    members_TotalLocalStorageGBRequest[] = {
    {MEMBER(Min, NullablePositiveDouble)},
    {MEMBER(Max, NullablePositiveDouble)},
};

static const struct bs_shape_member
    members_TrafficSourceIdentifier[] = {
    {MEMBER(Identifier, XmlStringMaxLen511)},
};

static const struct bs_shape_member
    members_TrafficSources[] = {
    {MEMBER(member, TrafficSourceIdentifier)},
};

static const struct bs_shape_member
    members_UpdateAutoScalingGroupType[] = {
    {MEMBER(AutoScalingGroupName, XmlStringMaxLen255), .is_required = true},
    {MEMBER(LaunchConfigurationName, XmlStringMaxLen255)},
    {MEMBER(LaunchTemplate, LaunchTemplateSpecification)},
    {MEMBER(MixedInstancesPolicy, MixedInstancesPolicy)},
    {MEMBER(MinSize, Integer)},
    {MEMBER(MaxSize, Integer)},
    {MEMBER(DesiredCapacity, Integer)},
    {MEMBER(DefaultCooldown, Integer)},
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(HealthCheckType, XmlStringMaxLen32)},
    {MEMBER(HealthCheckGracePeriod, Integer)},
    {MEMBER(PlacementGroup, XmlStringMaxLen255)},
    {MEMBER(VPCZoneIdentifier, XmlStringMaxLen2047)},
    {MEMBER(TerminationPolicies, TerminationPolicies)},
    {MEMBER(NewInstancesProtectedFromScaleIn, Boolean)},
    {MEMBER(ServiceLinkedRoleARN, ResourceName)},
    {MEMBER(MaxInstanceLifetime, Integer)},
    {MEMBER(CapacityRebalance, Boolean)},
    {MEMBER(Context, String)},
    {MEMBER(DesiredCapacityType, XmlStringMaxLen255)},
    {MEMBER(DefaultInstanceWarmup, Integer)},
};

static const struct bs_shape_member
    members_VCpuCountRequest[] = {
    {MEMBER(Min, NullablePositiveInteger), .is_required = true},
    {MEMBER(Max, NullablePositiveInteger)},
};

static const struct bs_shape_member
    members_Values[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_WarmPoolConfiguration[] = {
    {MEMBER(MaxGroupPreparedCapacity, MaxGroupPreparedCapacity)},
    {MEMBER(MinSize, WarmPoolMinSize)},
    {MEMBER(PoolState, WarmPoolState)},
    {MEMBER(Status, WarmPoolStatus)},
    {MEMBER(InstanceReusePolicy, InstanceReusePolicy)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AcceleratorCountRequest, STRUCTURE)},
    SCALAR(AcceleratorManufacturer, STRING), WORDS(AcceleratorManufacturer)},
    COMPOUND(AcceleratorManufacturers, LIST)},
    SCALAR(AcceleratorName, STRING), WORDS(AcceleratorName)},
    COMPOUND(AcceleratorNames, LIST)},
    COMPOUND(AcceleratorTotalMemoryMiBRequest, STRUCTURE)},
    SCALAR(AcceleratorType, STRING), WORDS(AcceleratorType)},
    COMPOUND(AcceleratorTypes, LIST)},
    COMPOUND(Activities, LIST)},
    COMPOUND(ActivitiesType, STRUCTURE)},
    COMPOUND(Activity, STRUCTURE)},
    COMPOUND(ActivityIds, LIST)},
    COMPOUND(ActivityType, STRUCTURE)},
    SCALAR(AllowedInstanceType, STRING), BOUNDS(1, 30)},
    COMPOUND(AllowedInstanceTypes, LIST), BOUNDS(0, 400)},
    SCALAR(AsciiStringMaxLen255, STRING), BOUNDS(1, 255)},
    COMPOUND(AutoScalingGroup, STRUCTURE)},
    COMPOUND(AutoScalingGroupNames, LIST)},
    COMPOUND(AutoScalingGroupNamesType, STRUCTURE)},
    SCALAR(AutoScalingGroupState, STRING), BOUNDS(1, 32)},
    COMPOUND(AutoScalingGroups, LIST)},
    COMPOUND(AutoScalingGroupsType, STRUCTURE)},
    COMPOUND(AutoScalingInstanceDetails, STRUCTURE)},
    COMPOUND(AutoScalingInstances, LIST)},
    COMPOUND(AutoScalingInstancesType, STRUCTURE)},
    COMPOUND(AvailabilityZones, LIST)},
    SCALAR(BareMetal, STRING), WORDS(BareMetal)},
    COMPOUND(BaselineEbsBandwidthMbpsRequest, STRUCTURE)},
    SCALAR(BlockDeviceEbsIops, INTEGER), BOUNDS(100, 20000)},
    SCALAR(BlockDeviceEbsThroughput, INTEGER), BOUNDS(125, 1000)},
    SCALAR(BlockDeviceEbsVolumeSize, INTEGER), BOUNDS(1, 16384)},
    SCALAR(BlockDeviceEbsVolumeType, STRING), BOUNDS(1, 255)},
    COMPOUND(BlockDeviceMapping, STRUCTURE)},
    COMPOUND(BlockDeviceMappings, LIST)},
    SCALAR(Boolean, BOOLEAN)},
    SCALAR(BurstablePerformance, STRING), WORDS(BurstablePerformance)},
    COMPOUND(ClassicLinkVPCSecurityGroups, LIST)},
    SCALAR(CpuManufacturer, STRING), WORDS(CpuManufacturer)},
    COMPOUND(CpuManufacturers, LIST)},
    COMPOUND(CreateAutoScalingGroupType, STRUCTURE)},
    COMPOUND(CreateLaunchConfigurationType, STRUCTURE)},
    COMPOUND(CreateOrUpdateTagsType, STRUCTURE)},
    COMPOUND(DeleteAutoScalingGroupType, STRUCTURE)},
    COMPOUND(DeleteTagsType, STRUCTURE)},
    COMPOUND(DescribeAccountLimitsAnswer, STRUCTURE)},
    COMPOUND(DescribeAutoScalingInstancesType, STRUCTURE)},
    COMPOUND(DescribeScalingActivitiesType, STRUCTURE)},
    COMPOUND(DescribeTagsType, STRUCTURE)},
    COMPOUND(Ebs, STRUCTURE)},
    COMPOUND(EnabledMetric, STRUCTURE)},
    COMPOUND(EnabledMetrics, LIST)},
    SCALAR(ExcludedInstance, STRING), BOUNDS(1, 30)},
    COMPOUND(ExcludedInstanceTypes, LIST), BOUNDS(0, 400)},
    COMPOUND(Filter, STRUCTURE)},
    COMPOUND(Filters, LIST)},
    COMPOUND(Instance, STRUCTURE)},
    SCALAR(InstanceGeneration, STRING), WORDS(InstanceGeneration)},
    COMPOUND(InstanceGenerations, LIST)},
    COMPOUND(InstanceIds, LIST)},
    SCALAR(InstanceMetadataEndpointState, STRING), WORDS(InstanceMetadataEndpointState)},
    SCALAR(InstanceMetadataHttpPutResponseHopLimit, INTEGER), BOUNDS(1, 64)},
    SCALAR(InstanceMetadataHttpTokensState, STRING), WORDS(InstanceMetadataHttpTokensState)},
    COMPOUND(InstanceMetadataOptions, STRUCTURE)},
    COMPOUND(InstanceMonitoring, STRUCTURE)},
    COMPOUND(InstanceRequirements, STRUCTURE)},
    COMPOUND(InstanceReusePolicy, STRUCTURE)},
    COMPOUND(Instances, LIST)},
    COMPOUND(InstancesDistribution, STRUCTURE)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(LaunchConfiguration, STRUCTURE)},
    COMPOUND(LaunchConfigurationNameType, STRUCTURE)},
    COMPOUND(LaunchConfigurationNames, LIST)},
    COMPOUND(LaunchConfigurationNamesType, STRUCTURE)},
    COMPOUND(LaunchConfigurations, LIST)},
    COMPOUND(LaunchConfigurationsType, STRUCTURE)},
    COMPOUND(LaunchTemplate, STRUCTURE)},
    SCALAR(LaunchTemplateName, STRING), BOUNDS(3, 128)},
    COMPOUND(LaunchTemplateOverrides, STRUCTURE)},
    COMPOUND(LaunchTemplateSpecification, STRUCTURE)},
    COMPOUND(LifecycleHookSpecification, STRUCTURE)},
    COMPOUND(LifecycleHookSpecifications, LIST)},
    SCALAR(LifecycleState, STRING), WORDS(LifecycleState)},
    COMPOUND(LoadBalancerNames, LIST)},
    SCALAR(LocalStorage, STRING), WORDS(LocalStorage)},
    SCALAR(LocalStorageType, STRING), WORDS(LocalStorageType)},
    COMPOUND(LocalStorageTypes, LIST)},
    SCALAR(MaxGroupPreparedCapacity, INTEGER), BOUNDS(-1, INT64_MAX)},
    COMPOUND(MemoryGiBPerVCpuRequest, STRUCTURE)},
    COMPOUND(MemoryMiBRequest, STRUCTURE)},
    SCALAR(MixedInstanceSpotPrice, STRING), BOUNDS(0, 255)},
    COMPOUND(MixedInstancesPolicy, STRUCTURE)},
    COMPOUND(NetworkBandwidthGbpsRequest, STRUCTURE)},
    COMPOUND(NetworkInterfaceCountRequest, STRUCTURE)},
    SCALAR(NotificationTargetResourceName, STRING), BOUNDS(0, 255)},
    SCALAR(NullablePositiveDouble, DECIMAL), BOUNDS(0, INT64_MAX)},
    SCALAR(NullablePositiveInteger, INTEGER), BOUNDS(0, INT64_MAX)},
    COMPOUND(Overrides, LIST)},
    COMPOUND(ProcessNames, LIST)},
    COMPOUND(ProcessType, STRUCTURE)},
    COMPOUND(Processes, LIST)},
    COMPOUND(ProcessesType, STRUCTURE)},
    SCALAR(ResourceName, STRING), BOUNDS(1, 1600)},
    SCALAR(ScalingActivityStatusCode, STRING), WORDS(ScalingActivityStatusCode)},
    COMPOUND(ScalingProcessQuery, STRUCTURE)},
    COMPOUND(SecurityGroups, LIST)},
    COMPOUND(SetDesiredCapacityType, STRUCTURE)},
    COMPOUND(SetInstanceHealthQuery, STRUCTURE)},
    SCALAR(SetInstanceProtectionAnswer, STRUCTURE)},
    COMPOUND(SetInstanceProtectionQuery, STRUCTURE)},
    SCALAR(SpotPrice, STRING), BOUNDS(1, 255)},
    SCALAR(String, STRING)},
    COMPOUND(SuspendedProcess, STRUCTURE)},
    COMPOUND(SuspendedProcesses, LIST)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagDescription, STRUCTURE)},
    COMPOUND(TagDescriptionList, LIST)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    COMPOUND(Tags, LIST)},
    COMPOUND(TagsType, STRUCTURE)},
    COMPOUND(TargetGroupARNs, LIST)},
    COMPOUND(TerminateInstanceInAutoScalingGroupType, STRUCTURE)},
    COMPOUND(TerminationPolicies, LIST)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(TotalLocalStorageGBRequest, STRUCTURE)},
    COMPOUND(TrafficSourceIdentifier, STRUCTURE)},
    COMPOUND(TrafficSources, LIST)},
    COMPOUND(UpdateAutoScalingGroupType, STRUCTURE)},
    COMPOUND(VCpuCountRequest, STRUCTURE)},
    COMPOUND(Values, LIST)},
    COMPOUND(WarmPoolConfiguration, STRUCTURE)},
    SCALAR(WarmPoolMinSize, INTEGER), BOUNDS(0, INT64_MAX)},
    SCALAR(WarmPoolState, STRING), WORDS(WarmPoolState)},
    SCALAR(WarmPoolStatus, STRING), WORDS(WarmPoolStatus)},
    SCALAR(XmlStringMaxLen1023, STRING), BOUNDS(1, 1023)},
    SCALAR(XmlStringMaxLen1600, STRING), BOUNDS(1, 1600)},
    SCALAR(XmlStringMaxLen19, STRING), BOUNDS(1, 19)},
    SCALAR(XmlStringMaxLen2047, STRING), BOUNDS(1, 2047)},
    SCALAR(XmlStringMaxLen255, STRING), BOUNDS(1, 255)},
    SCALAR(XmlStringMaxLen32, STRING), BOUNDS(1, 32)},
    SCALAR(XmlStringMaxLen511, STRING), BOUNDS(1, 511)},
    SCALAR(XmlStringMaxLen64, STRING), BOUNDS(1, 64)},
    SCALAR(XmlStringUserData, STRING), BOUNDS(0, 21847)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "CreateAutoScalingGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateAutoScalingGroupType)},
    {.name = "CreateLaunchConfiguration", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateLaunchConfigurationType)},
    {.name = "CreateOrUpdateTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateOrUpdateTagsType)},
    {.name = "DeleteAutoScalingGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteAutoScalingGroupType)},
    {.name = "DeleteLaunchConfiguration", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(LaunchConfigurationNameType)},
    {.name = "DeleteTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTagsType)},
    {.name = "DescribeAccountLimits", .method = "POST", .uri = "/", .status = 200,
     .output = SHAPE(DescribeAccountLimitsAnswer), .result_name = "DescribeAccountLimitsResult"},
    {.name = "DescribeAutoScalingGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AutoScalingGroupNamesType), .output = SHAPE(AutoScalingGroupsType),
     .result_name = "DescribeAutoScalingGroupsResult", .pages = {"NextToken", "NextToken",
     "MaxRecords", "AutoScalingGroups", NULL, 100}},
    {.name = "DescribeAutoScalingInstances", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAutoScalingInstancesType), .output = SHAPE(AutoScalingInstancesType),
     .result_name = "DescribeAutoScalingInstancesResult", .pages = {"NextToken", "NextToken",
     "MaxRecords", "AutoScalingInstances", NULL, 100}},
    {.name = "DescribeLaunchConfigurations", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(LaunchConfigurationNamesType), .output = SHAPE(LaunchConfigurationsType),
     .result_name = "DescribeLaunchConfigurationsResult", .pages = {"NextToken", "NextToken",
     "MaxRecords", "LaunchConfigurations", NULL, 100}},
    {.name = "DescribeScalingActivities", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeScalingActivitiesType), .output = SHAPE(ActivitiesType),
     .result_name = "DescribeScalingActivitiesResult", .pages = {"NextToken", "NextToken",
     "MaxRecords", "Activities", NULL, 100}},
    {.name = "DescribeScalingProcessTypes", .method = "POST", .uri = "/", .status = 200,
     .output = SHAPE(ProcessesType), .result_name = "DescribeScalingProcessTypesResult"},
    {.name = "DescribeTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTagsType), .output = SHAPE(TagsType),
     .result_name = "DescribeTagsResult", .pages = {"NextToken", "NextToken", "MaxRecords",
     "Tags", NULL, 100}},
    {.name = "ResumeProcesses", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ScalingProcessQuery)},
    {.name = "SetDesiredCapacity", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetDesiredCapacityType)},
    {.name = "SetInstanceHealth", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetInstanceHealthQuery)},
    {.name = "SetInstanceProtection", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetInstanceProtectionQuery), .output = SHAPE(SetInstanceProtectionAnswer),
     .result_name = "SetInstanceProtectionResult"},
    {.name = "SuspendProcesses", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ScalingProcessQuery)},
    {.name = "TerminateInstanceInAutoScalingGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TerminateInstanceInAutoScalingGroupType), .output = SHAPE(ActivityType),
     .result_name = "TerminateInstanceInAutoScalingGroupResult"},
    {.name = "UpdateAutoScalingGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UpdateAutoScalingGroupType)},
};

static const char *const refused[] = {
    "AttachInstances", "AttachLoadBalancerTargetGroups", "AttachLoadBalancers",
    "AttachTrafficSources", "BatchDeleteScheduledAction", "BatchPutScheduledUpdateGroupAction",
    "CancelInstanceRefresh", "CompleteLifecycleAction", "DeleteLifecycleHook",
    "DeleteNotificationConfiguration", "DeletePolicy", "DeleteScheduledAction", "DeleteWarmPool",
    "DescribeAdjustmentTypes", "DescribeAutoScalingNotificationTypes", "DescribeInstanceRefreshes",
    "DescribeLifecycleHookTypes", "DescribeLifecycleHooks", "DescribeLoadBalancerTargetGroups",
    "DescribeLoadBalancers", "DescribeMetricCollectionTypes", "DescribeNotificationConfigurations",
    "DescribePolicies", "DescribeScheduledActions", "DescribeTerminationPolicyTypes",
    "DescribeTrafficSources", "DescribeWarmPool", "DetachInstances",
    "DetachLoadBalancerTargetGroups", "DetachLoadBalancers", "DetachTrafficSources",
    "DisableMetricsCollection", "EnableMetricsCollection", "EnterStandby", "ExecutePolicy",
    "ExitStandby", "GetPredictiveScalingForecast", "PutLifecycleHook",
    "PutNotificationConfiguration", "PutScalingPolicy", "PutScheduledUpdateGroupAction",
    "PutWarmPool", "RecordLifecycleActionHeartbeat", "StartInstanceRefresh", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "ActiveInstanceRefreshNotFoundFault", .code = "ActiveInstanceRefreshNotFound",
     .status = 400, .is_sender = true},
    {.shape = "AlreadyExistsFault", .code = "AlreadyExists", .status = 400, .is_sender = true},
    {.shape = "InstanceRefreshInProgressFault", .code = "InstanceRefreshInProgress",
     .status = 400, .is_sender = true},
    {.shape = "InvalidNextToken", .code = "InvalidNextToken", .status = 400, .is_sender = true},
    {.shape = "LimitExceededFault", .code = "LimitExceeded", .status = 400, .is_sender = true},
    {.shape = "ResourceContentionFault", .code = "ResourceContention", .status = 500},
    {.shape = "ResourceInUseFault", .code = "ResourceInUse", .status = 400, .is_sender = true},
    {.shape = "ScalingActivityInProgressFault", .code = "ScalingActivityInProgress",
     .status = 400, .is_sender = true},
    {.shape = "ServiceLinkedRoleFailure", .code = "ServiceLinkedRoleFailure", .status = 500},
};

const struct bs_service_shape bs_service_shape_autoscaling = {
    .name = "autoscaling",
    .signing_name = "autoscaling",
    .host_prefix = "autoscaling",
    .api_version = "2011-01-01",
    .xml_namespace = "http://autoscaling.amazonaws.com/doc/2011-01-01/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_QUERY,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
