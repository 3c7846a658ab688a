/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AdjustmentType, SHAPE_Alarm, SHAPE_Alarms, SHAPE_AmazonResourceName, SHAPE_Boolean,
    SHAPE_CustomizedMetricSpecification, SHAPE_Decimal, SHAPE_DeleteScalingPolicyRequest,
    SHAPE_DeleteScalingPolicyResponse, SHAPE_DeleteScheduledActionRequest,
    SHAPE_DeleteScheduledActionResponse, SHAPE_DeregisterScalableTargetRequest,
    SHAPE_DeregisterScalableTargetResponse, SHAPE_DescribeScalableTargetsRequest,
    SHAPE_DescribeScalableTargetsResponse, SHAPE_DescribeScalingActivitiesRequest,
    SHAPE_DescribeScalingActivitiesResponse, SHAPE_DescribeScalingPoliciesRequest,
    SHAPE_DescribeScalingPoliciesResponse, SHAPE_DescribeScheduledActionsRequest,
    SHAPE_DescribeScheduledActionsResponse, SHAPE_Integer, SHAPE_ListTagsForResourceRequest,
    SHAPE_ListTagsForResourceResponse, SHAPE_MetricAggregationType, SHAPE_MetricDimension,
    SHAPE_MetricDimensions, SHAPE_MetricStatistic, SHAPE_MetricType, SHAPE_PolicyName,
    SHAPE_PolicyType, SHAPE_PredefinedMetricSpecification, SHAPE_PutScalingPolicyRequest,
    SHAPE_PutScalingPolicyResponse, SHAPE_PutScheduledActionRequest,
    SHAPE_PutScheduledActionResponse, SHAPE_RegisterScalableTargetRequest,
    SHAPE_RegisterScalableTargetResponse, SHAPE_ResourceIdMaxLen1600, SHAPE_ResourceIdsMaxLen1600,
    SHAPE_ResourceLabel, SHAPE_ResourceNotFoundException, SHAPE_ScalableDimension,
    SHAPE_ScalableTarget, SHAPE_ScalableTargetAction, SHAPE_ScalableTargets,
    SHAPE_ScalingActivities, SHAPE_ScalingActivity, SHAPE_ScalingActivityStatusCode,
    SHAPE_ScalingPolicies, SHAPE_ScalingPolicy, SHAPE_ScheduledAction, SHAPE_ScheduledActionName,
    SHAPE_ScheduledActions, SHAPE_ServiceNamespace, SHAPE_StepAdjustment, SHAPE_StepAdjustments,
    SHAPE_StepScalingPolicyConfiguration, SHAPE_String, SHAPE_SuspendedState, SHAPE_TagKey,
    SHAPE_TagKeyList, SHAPE_TagMap, SHAPE_TagResourceRequest, SHAPE_TagResourceResponse,
    SHAPE_TagValue, SHAPE_TargetTrackingScalingPolicyConfiguration, SHAPE_Timestamp,
    SHAPE_TooManyTagsException, SHAPE_UntagResourceRequest, SHAPE_UntagResourceResponse, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AdjustmentType[] = {
    "ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity", NULL,
};

static const char *const words_MetricAggregationType[] = {
    "Average", "Minimum", "Maximum", NULL,
};

static const char *const words_MetricStatistic[] = {
    "Average", "Minimum", "Maximum", "SampleCount", "Sum", NULL,
};

static const char *const words_MetricType[] = {
    "DynamoDBReadCapacityUtilization", "DynamoDBWriteCapacityUtilization",
    "ALBRequestCountPerTarget", "RDSReaderAverageCPUUtilization",
    "RDSReaderAverageDatabaseConnections", "EC2SpotFleetRequestAverageCPUUtilization",
    "EC2SpotFleetRequestAverageNetworkIn", "EC2SpotFleetRequestAverageNetworkOut",
    "SageMakerVariantInvocationsPerInstance", "ECSServiceAverageCPUUtilization",
    "ECSServiceAverageMemoryUtilization", "AppStreamAverageCapacityUtilization",
    "ComprehendInferenceUtilization", "LambdaProvisionedConcurrencyUtilization",
    "CassandraReadCapacityUtilization", "CassandraWriteCapacityUtilization",
    "KafkaBrokerStorageUtilization", "ElastiCachePrimaryEngineCPUUtilization",
    "ElastiCacheReplicaEngineCPUUtilization",
    "ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage",
    "NeptuneReaderAverageCPUUtilization", NULL,
};

static const char *const words_PolicyType[] = {
    "StepScaling", "TargetTrackingScaling", NULL,
};

static const char *const words_ScalableDimension[] = {
    "ecs:service:DesiredCount", "ec2:spot-fleet-request:TargetCapacity",
    "elasticmapreduce:instancegroup:InstanceCount", "appstream:fleet:DesiredCapacity",
    "dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits",
    "dynamodb:index:ReadCapacityUnits", "dynamodb:index:WriteCapacityUnits",
    "rds:cluster:ReadReplicaCount", "sagemaker:variant:DesiredInstanceCount",
    "custom-resource:ResourceType:Property",
    "comprehend:document-classifier-endpoint:DesiredInferenceUnits",
    "comprehend:entity-recognizer-endpoint:DesiredInferenceUnits",
    "lambda:function:ProvisionedConcurrency", "cassandra:table:ReadCapacityUnits",
    "cassandra:table:WriteCapacityUnits", "kafka:broker-storage:VolumeSize",
    "elasticache:replication-group:NodeGroups", "elasticache:replication-group:Replicas",
    "neptune:cluster:ReadReplicaCount", NULL,
};

static const char *const words_ScalingActivityStatusCode[] = {
    "Pending", "InProgress", "Successful", "Overridden", "Unfulfilled", "Failed", NULL,
};

static const char *const words_ServiceNamespace[] = {
    "ecs", "elasticmapreduce", "ec2", "appstream", "dynamodb", "rds", "sagemaker",
    "custom-resource", "comprehend", "lambda", "cassandra", "kafka", "elasticache", "neptune",
    NULL,
};

static const struct bs_shape_member
    members_Alarm[] = {
    {MEMBER(AlarmName, String), .is_required = true},
    {MEMBER(AlarmARN, String), .is_required = true},
};

static const struct bs_shape_member
    members_Alarms[] = {
    {MEMBER(member, Alarm)},
};

static const struct bs_shape_member
    members_CustomizedMetricSpecification[] = {
    {MEMBER(MetricName, String), .is_required = true},
    {MEMBER(Namespace, String), .is_required = true},
    {MEMBER(Dimensions, MetricDimensions)},
    {MEMBER(Statistic, MetricStatistic), .is_required = true},
    {MEMBER(Unit, String)},
};

static const struct bs_shape_member
    members_DeleteScalingPolicyRequest[] = {
    {MEMBER(PolicyName, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteScheduledActionRequest[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ScheduledActionName, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
};

static const struct bs_shape_member
    members_DeregisterScalableTargetRequest[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeScalableTargetsRequest[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceIds, ResourceIdsMaxLen1600)},
    {MEMBER(ScalableDimension, ScalableDimension)},
    {MEMBER(MaxResults, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScalableTargetsResponse[] = {
    {MEMBER(ScalableTargets, ScalableTargets)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScalingActivitiesRequest[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600)},
    {MEMBER(ScalableDimension, ScalableDimension)},
    {MEMBER(MaxResults, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScalingActivitiesResponse[] = {
    {MEMBER(ScalingActivities, ScalingActivities)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScalingPoliciesRequest[] = {
    {MEMBER(PolicyNames, ResourceIdsMaxLen1600)},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600)},
    {MEMBER(ScalableDimension, ScalableDimension)},
    {MEMBER(MaxResults, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScalingPoliciesResponse[] = {
    {MEMBER(ScalingPolicies, ScalingPolicies)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScheduledActionsRequest[] = {
    {MEMBER(ScheduledActionNames, ResourceIdsMaxLen1600)},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600)},
    {MEMBER(ScalableDimension, ScalableDimension)},
    {MEMBER(MaxResults, Integer)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeScheduledActionsResponse[] = {
    {MEMBER(ScheduledActions, ScheduledActions)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResponse[] = {
    {MEMBER(Tags, TagMap)},
};

static const struct bs_shape_member
    members_MetricDimension[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(Value, String), .is_required = true},
};

static const struct bs_shape_member
    members_MetricDimensions[] = {
    {MEMBER(member, MetricDimension)},
};

static const struct bs_shape_member
    members_PredefinedMetricSpecification[] = {
    {MEMBER(PredefinedMetricType, MetricType), .is_required = true},
    {MEMBER(ResourceLabel, ResourceLabel)},
};

static const struct bs_shape_member
    members_PutScalingPolicyRequest[] = {
    {MEMBER(PolicyName, PolicyName), .is_required = true},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
    {MEMBER(PolicyType, PolicyType)},
    {MEMBER(StepScalingPolicyConfiguration, StepScalingPolicyConfiguration)},
    {MEMBER(TargetTrackingScalingPolicyConfiguration, TargetTrackingScalingPolicyConfiguration)},
};

static const struct bs_shape_member
    members_PutScalingPolicyResponse[] = {
    {MEMBER(PolicyARN, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(Alarms, Alarms)},
};

static const struct bs_shape_member
    members_PutScheduledActionRequest[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(Schedule, ResourceIdMaxLen1600)},
    {MEMBER(Timezone, ResourceIdMaxLen1600)},
    {MEMBER(ScheduledActionName, ScheduledActionName), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
    {MEMBER(StartTime, Timestamp)},
    {MEMBER(EndTime, Timestamp)},
    {MEMBER(ScalableTargetAction, ScalableTargetAction)},
};

static const struct bs_shape_member
    members_RegisterScalableTargetRequest[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
    {MEMBER(MinCapacity, Integer)},
    {MEMBER(MaxCapacity, Integer)},
    {MEMBER(RoleARN, ResourceIdMaxLen1600)},
    {MEMBER(SuspendedState, SuspendedState)},
    {MEMBER(Tags, TagMap)},
};

static const struct bs_shape_member
    members_RegisterScalableTargetResponse[] = {
    {MEMBER(ScalableTargetARN, String)},
};

static const struct bs_shape_member
    members_ResourceIdsMaxLen1600[] = {
    {MEMBER(member, ResourceIdMaxLen1600)},
};

static const struct bs_shape_member
    members_ResourceNotFoundException[] = {
    {MEMBER(Message, String)},
    {MEMBER(ResourceName, AmazonResourceName)},
};

static const struct bs_shape_member
    members_ScalableTarget[] = {
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
    {MEMBER(MinCapacity, Integer), .is_required = true},
    {MEMBER(MaxCapacity, Integer), .is_required = true},
    {MEMBER(RoleARN, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(CreationTime, Timestamp), .is_required = true},
    {MEMBER(SuspendedState, SuspendedState)},
    {MEMBER(ScalableTargetARN, String)},
};

static const struct bs_shape_member
    members_ScalableTargetAction[] = {
    {MEMBER(MinCapacity, Integer)},
    {MEMBER(MaxCapacity, Integer)},
};

static const struct bs_shape_member
    members_ScalableTargets[] = {
    {MEMBER(member, ScalableTarget)},
};

static const struct bs_shape_member
    members_ScalingActivities[] = {
    {MEMBER(member, ScalingActivity)},
};

static const struct bs_shape_member
    members_ScalingActivity[] = {
    {MEMBER(ActivityId, String), .is_required = true},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
    {MEMBER(Description, String), .is_required = true},
    {MEMBER(Cause, String), .is_required = true},
    {MEMBER(StartTime, Timestamp), .is_required = true},
    {MEMBER(EndTime, Timestamp)},
    {MEMBER(StatusCode, ScalingActivityStatusCode), .is_required = true},
    {MEMBER(StatusMessage, String)},
    {MEMBER(Details, String)},
};

static const struct bs_shape_member
    members_ScalingPolicies[] = {
    {MEMBER(member, ScalingPolicy)},
};

static const struct bs_shape_member
    members_ScalingPolicy[] = {
    {MEMBER(PolicyARN, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(PolicyName, PolicyName), .is_required = true},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension), .is_required = true},
    {MEMBER(PolicyType, PolicyType), .is_required = true},
    {MEMBER(StepScalingPolicyConfiguration, StepScalingPolicyConfiguration)},
    {MEMBER(TargetTrackingScalingPolicyConfiguration, TargetTrackingScalingPolicyConfiguration)},
    {MEMBER(Alarms, Alarms)},
    {MEMBER(CreationTime, Timestamp), .is_required = true},
};

static const struct bs_shape_member
    members_ScheduledAction[] = {
    {MEMBER(ScheduledActionName, ScheduledActionName), .is_required = true},
    {MEMBER(ScheduledActionARN, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ServiceNamespace, ServiceNamespace), .is_required = true},
    {MEMBER(Schedule, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(Timezone, ResourceIdMaxLen1600)},
    {MEMBER(ResourceId, ResourceIdMaxLen1600), .is_required = true},
    {MEMBER(ScalableDimension, ScalableDimension)},
    {MEMBER(StartTime, Timestamp)},
    {MEMBER(EndTime, Timestamp)},
    {MEMBER(ScalableTargetAction, ScalableTargetAction)},
    {MEMBER(CreationTime, Timestamp), .is_required = true},
};

static const struct bs_shape_member
    members_ScheduledActions[] = {
    {MEMBER(member, ScheduledAction)},
};

static const struct bs_shape_member
    members_StepAdjustment[] = {
    {MEMBER(MetricIntervalLowerBound, Decimal)},
    {MEMBER(MetricIntervalUpperBound, Decimal)},
    {MEMBER(ScalingAdjustment, Integer), .is_required = true},
};

static const struct bs_shape_member
    members_StepAdjustments[] = {
    {MEMBER(member, StepAdjustment)},
};

static const struct bs_shape_member
    members_StepScalingPolicyConfiguration[] = {
    {MEMBER(AdjustmentType, AdjustmentType)},
    {MEMBER(StepAdjustments, StepAdjustments)},
    {MEMBER(MinAdjustmentMagnitude, Integer)},
    {MEMBER(Cooldown, Integer)},
    {MEMBER(MetricAggregationType, MetricAggregationType)},
};

static const struct bs_shape_member
    members_SuspendedState[] = {
    {MEMBER(DynamicScalingInSuspended, Boolean)},
    {MEMBER(DynamicScalingOutSuspended, Boolean)},
    {MEMBER(ScheduledScalingSuspended, Boolean)},
};

static const struct bs_shape_member
    members_TagKeyList[] = {
    {MEMBER(member, TagKey)},
};

static const struct bs_shape_member
    members_TagMap[] = {
    {MEMBER(key, TagKey)},
    {MEMBER(value, TagValue)},
};

static const struct bs_shape_member
    members_TagResourceRequest[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
    {MEMBER(Tags, TagMap), .is_required = true},
};

static const struct bs_shape_member
    members_TargetTrackingScalingPolicyConfiguration[] = {
    {MEMBER(TargetValue, Decimal), .is_required = true},
    {MEMBER(PredefinedMetricSpecification, PredefinedMetricSpecification)},
    {MEMBER(CustomizedMetricSpecification, CustomizedMetricSpecification)},
    {MEMBER(ScaleOutCooldown, Integer)},
    {MEMBER(ScaleInCooldown, Integer)},
    {MEMBER(DisableScaleIn, Boolean)},
};

static const struct bs_shape_member
    members_TooManyTagsException[] = {
    {MEMBER(Message, String)},
    {MEMBER(ResourceName, AmazonResourceName)},
};

static const struct bs_shape_member
    members_UntagResourceRequest[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
    {MEMBER(TagKeys, TagKeyList), .is_required = true},
};

static const struct bs_shape shapes[SHAPES] = {
    SCALAR(AdjustmentType, STRING), WORDS(AdjustmentType)},
    COMPOUND(Alarm, STRUCTURE)},
    COMPOUND(Alarms, LIST)},
    SCALAR(AmazonResourceName, STRING), BOUNDS(1, 1011)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CustomizedMetricSpecification, STRUCTURE)},
    SCALAR(Decimal, DECIMAL)},
    COMPOUND(DeleteScalingPolicyRequest, STRUCTURE)},
    SCALAR(DeleteScalingPolicyResponse, STRUCTURE)},
    COMPOUND(DeleteScheduledActionRequest, STRUCTURE)},
    SCALAR(DeleteScheduledActionResponse, STRUCTURE)},
    COMPOUND(DeregisterScalableTargetRequest, STRUCTURE)},
    SCALAR(DeregisterScalableTargetResponse, STRUCTURE)},
    COMPOUND(DescribeScalableTargetsRequest, STRUCTURE)},
    COMPOUND(DescribeScalableTargetsResponse, STRUCTURE)},
    COMPOUND(DescribeScalingActivitiesRequest, STRUCTURE)},
    COMPOUND(DescribeScalingActivitiesResponse, STRUCTURE)},
    COMPOUND(DescribeScalingPoliciesRequest, STRUCTURE)},
    COMPOUND(DescribeScalingPoliciesResponse, STRUCTURE)},
    COMPOUND(DescribeScheduledActionsRequest, STRUCTURE)},
    COMPOUND(DescribeScheduledActionsResponse, STRUCTURE)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResponse, STRUCTURE)},
    SCALAR(MetricAggregationType, STRING), WORDS(MetricAggregationType)},
    COMPOUND(MetricDimension, STRUCTURE)},
    COMPOUND(MetricDimensions, LIST)},
    SCALAR(MetricStatistic, STRING), WORDS(MetricStatistic)},
    SCALAR(MetricType, STRING), WORDS(MetricType)},
    SCALAR(PolicyName, STRING), BOUNDS(1, 256)},
    SCALAR(PolicyType, STRING), WORDS(PolicyType)},
    COMPOUND(PredefinedMetricSpecification, STRUCTURE)},
    COMPOUND(PutScalingPolicyRequest, STRUCTURE)},
    COMPOUND(PutScalingPolicyResponse, STRUCTURE)},
    COMPOUND(PutScheduledActionRequest, STRUCTURE)},
    SCALAR(PutScheduledActionResponse, STRUCTURE)},
    COMPOUND(RegisterScalableTargetRequest, STRUCTURE)},
    COMPOUND(RegisterScalableTargetResponse, STRUCTURE)},
    SCALAR(ResourceIdMaxLen1600, STRING), BOUNDS(1, 1600)},
    COMPOUND(ResourceIdsMaxLen1600, LIST), BOUNDS(0, 50)},
    SCALAR(ResourceLabel, STRING), BOUNDS(1, 1023)},
    COMPOUND(ResourceNotFoundException, STRUCTURE)},
    SCALAR(ScalableDimension, STRING), WORDS(ScalableDimension)},
    COMPOUND(ScalableTarget, STRUCTURE)},
    COMPOUND(ScalableTargetAction, STRUCTURE)},
    COMPOUND(ScalableTargets, LIST)},
    COMPOUND(ScalingActivities, LIST)},
    COMPOUND(ScalingActivity, STRUCTURE)},
    SCALAR(ScalingActivityStatusCode, STRING), WORDS(ScalingActivityStatusCode)},
    COMPOUND(ScalingPolicies, LIST)},
    COMPOUND(ScalingPolicy, STRUCTURE)},
    COMPOUND(ScheduledAction, STRUCTURE)},
    SCALAR(ScheduledActionName, STRING), BOUNDS(1, 256)},
    COMPOUND(ScheduledActions, LIST)},
    SCALAR(ServiceNamespace, STRING), WORDS(ServiceNamespace)},
    COMPOUND(StepAdjustment, STRUCTURE)},
    COMPOUND(StepAdjustments, LIST)},
    COMPOUND(StepScalingPolicyConfiguration, STRUCTURE)},
    SCALAR(String, STRING)},
    COMPOUND(SuspendedState, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagKeyList, LIST), BOUNDS(0, 200)},
    COMPOUND(TagMap, MAP)},
    COMPOUND(TagResourceRequest, STRUCTURE)},
    SCALAR(TagResourceResponse, STRUCTURE)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    COMPOUND(TargetTrackingScalingPolicyConfiguration, STRUCTURE)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(TooManyTagsException, STRUCTURE)},
    COMPOUND(UntagResourceRequest, STRUCTURE)},
    SCALAR(UntagResourceResponse, STRUCTURE)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "DeleteScalingPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteScalingPolicyRequest), .output = SHAPE(DeleteScalingPolicyResponse)},
    {.name = "DeleteScheduledAction", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteScheduledActionRequest), .output = SHAPE(DeleteScheduledActionResponse)},
    {.name = "DeregisterScalableTarget", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeregisterScalableTargetRequest),
     .output = SHAPE(DeregisterScalableTargetResponse)},
    {.name = "DescribeScalableTargets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeScalableTargetsRequest),
     .output = SHAPE(DescribeScalableTargetsResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "ScalableTargets", NULL, 50}},
    {.name = "DescribeScalingActivities", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeScalingActivitiesRequest),
     .output = SHAPE(DescribeScalingActivitiesResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "ScalingActivities", NULL, 50}},
    {.name = "DescribeScalingPolicies", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeScalingPoliciesRequest),
     .output = SHAPE(DescribeScalingPoliciesResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "ScalingPolicies", NULL, 10}},
    {.name = "DescribeScheduledActions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeScheduledActionsRequest),
     .output = SHAPE(DescribeScheduledActionsResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "ScheduledActions", NULL, 50}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResponse)},
    {.name = "PutScalingPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutScalingPolicyRequest), .output = SHAPE(PutScalingPolicyResponse)},
    {.name = "PutScheduledAction", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutScheduledActionRequest), .output = SHAPE(PutScheduledActionResponse)},
    {.name = "RegisterScalableTarget", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RegisterScalableTargetRequest),
     .output = SHAPE(RegisterScalableTargetResponse)},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceRequest), .output = SHAPE(TagResourceResponse)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceRequest), .output = SHAPE(UntagResourceResponse)},
};

static const char *const refused[] = {
    NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "ConcurrentUpdateException", .code = "ConcurrentUpdateException", .status = 400,
     .is_sender = true},
    {.shape = "FailedResourceAccessException", .code = "FailedResourceAccessException",
     .status = 400, .is_sender = true},
    {.shape = "InternalServiceException", .code = "InternalServiceException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidNextTokenException", .code = "InvalidNextTokenException", .status = 400,
     .is_sender = true},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "ObjectNotFoundException", .code = "ObjectNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFoundException", .status = 400,
     .is_sender = true, .members = SHAPE(ResourceNotFoundException)},
    {.shape = "TooManyTagsException", .code = "TooManyTagsException", .status = 400,
     .is_sender = true, .members = SHAPE(TooManyTagsException)},
    {.shape = "ValidationException", .code = "ValidationException", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_application_autoscaling = {
    .name = "application-autoscaling",
    .signing_name = "application-autoscaling",
    .host_prefix = "application-autoscaling",
    .target_prefix = "AnyScaleFrontendService",
    .api_version = "2016-02-06",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_1,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
