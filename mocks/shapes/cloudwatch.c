/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AccountId, SHAPE_ActionPrefix, SHAPE_ActionsSuppressedBy, SHAPE_ActionsSuppressedReason,
    SHAPE_AlarmArn, SHAPE_AlarmDescription, SHAPE_AlarmHistoryItem, SHAPE_AlarmHistoryItems,
    SHAPE_AlarmName, SHAPE_AlarmNamePrefix, SHAPE_AlarmNames, SHAPE_AlarmRule, SHAPE_AlarmType,
    SHAPE_AlarmTypes, SHAPE_AmazonResourceName, SHAPE_Boolean, SHAPE_ComparisonOperator,
    SHAPE_CompositeAlarm, SHAPE_CompositeAlarms, SHAPE_Counts, SHAPE_DashboardEntries,
    SHAPE_DashboardEntry, SHAPE_DashboardInvalidInputError, SHAPE_DashboardNames,
    SHAPE_DashboardValidationMessage, SHAPE_DashboardValidationMessages, SHAPE_Datapoint,
    SHAPE_DatapointValueMap, SHAPE_DatapointValues, SHAPE_Datapoints, SHAPE_DatapointsToAlarm,
    SHAPE_Decimal, SHAPE_DeleteAlarmsInput, SHAPE_DeleteDashboardsInput,
    SHAPE_DeleteDashboardsOutput, SHAPE_DescribeAlarmHistoryInput,
    SHAPE_DescribeAlarmHistoryOutput, SHAPE_DescribeAlarmsForMetricInput,
    SHAPE_DescribeAlarmsForMetricOutput, SHAPE_DescribeAlarmsInput, SHAPE_DescribeAlarmsOutput,
    SHAPE_Dimension, SHAPE_DimensionFilter, SHAPE_DimensionFilters, SHAPE_DimensionName,
    SHAPE_DimensionValue, SHAPE_Dimensions, SHAPE_DisableAlarmActionsInput,
    SHAPE_EnableAlarmActionsInput, SHAPE_EvaluateLowSampleCountPercentile, SHAPE_EvaluationPeriods,
    SHAPE_EvaluationState, SHAPE_ExtendedStatistics, SHAPE_GetDashboardInput,
    SHAPE_GetDashboardOutput, SHAPE_GetMetricDataInput, SHAPE_GetMetricDataOutput,
    SHAPE_GetMetricStatisticsInput, SHAPE_GetMetricStatisticsOutput, SHAPE_HistoryData,
    SHAPE_HistoryItemType, SHAPE_HistorySummary, SHAPE_Integer, SHAPE_LabelOptions,
    SHAPE_ListDashboardsInput, SHAPE_ListDashboardsOutput, SHAPE_ListMetricsInput,
    SHAPE_ListMetricsOutput, SHAPE_ListTagsForResourceInput, SHAPE_ListTagsForResourceOutput,
    SHAPE_MaxRecords, SHAPE_MessageData, SHAPE_Metric, SHAPE_MetricAlarm, SHAPE_MetricAlarms,
    SHAPE_MetricData, SHAPE_MetricDataQueries, SHAPE_MetricDataQuery, SHAPE_MetricDataResult,
    SHAPE_MetricDataResultMessages, SHAPE_MetricDataResults, SHAPE_MetricDatum,
    SHAPE_MetricExpression, SHAPE_MetricId, SHAPE_MetricName, SHAPE_MetricStat, SHAPE_Metrics,
    SHAPE_Namespace, SHAPE_OwningAccounts, SHAPE_Period, SHAPE_PutCompositeAlarmInput,
    SHAPE_PutDashboardInput, SHAPE_PutDashboardOutput, SHAPE_PutMetricAlarmInput,
    SHAPE_PutMetricDataInput, SHAPE_RecentlyActive, SHAPE_ResourceList, SHAPE_ResourceName,
    SHAPE_ResourceNotFoundException, SHAPE_ScanBy, SHAPE_SetAlarmStateInput, SHAPE_StandardUnit,
    SHAPE_StateReason, SHAPE_StateReasonData, SHAPE_StateValue, SHAPE_Statistic,
    SHAPE_StatisticSet, SHAPE_Statistics, SHAPE_StatusCode, SHAPE_StorageResolution, SHAPE_String,
    SHAPE_Tag, SHAPE_TagKey, SHAPE_TagKeyList, SHAPE_TagList, SHAPE_TagResourceInput,
    SHAPE_TagResourceOutput, SHAPE_TagValue, SHAPE_Timestamp, SHAPE_Timestamps,
    SHAPE_TreatMissingData, SHAPE_UntagResourceInput, SHAPE_UntagResourceOutput, SHAPE_Values,
    SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_ActionsSuppressedBy[] = {
    "WaitPeriod", "ExtensionPeriod", "Alarm", NULL,
};

static const char *const words_AlarmType[] = {
    "CompositeAlarm", "MetricAlarm", NULL,
};

static const char *const words_ComparisonOperator[] = {
    "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold",
    "LessThanOrEqualToThreshold", "LessThanLowerOrGreaterThanUpperThreshold",
    "LessThanLowerThreshold", "GreaterThanUpperThreshold", NULL,
};

static const char *const words_EvaluationState[] = {
    "PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR", NULL,
};

static const char *const words_HistoryItemType[] = {
    "ConfigurationUpdate", "StateUpdate", "Action", NULL,
};

static const char *const words_RecentlyActive[] = {
    "PT3H", NULL,
};

static const char *const words_ScanBy[] = {
    "TimestampDescending", "TimestampAscending", NULL,
};

static const char *const words_StandardUnit[] = {
    "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes",
    "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count",
    "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
    "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second",
    "Count/Second", "None", NULL,
};

static const char *const words_StateValue[] = {
    "OK", "ALARM", "INSUFFICIENT_DATA", NULL,
};

static const char *const words_Statistic[] = {
    "SampleCount", "Average", "Sum", "Minimum", "Maximum", NULL,
};

static const char *const words_StatusCode[] = {
    "Complete", "InternalError", "PartialData", "Forbidden", NULL,
};

static const struct bs_shape_member
    members_AlarmHistoryItem[] = {
    {MEMBER(AlarmName, AlarmName)},
    {MEMBER(AlarmType, AlarmType)},
    {MEMBER(Timestamp, Timestamp)},
    {MEMBER(HistoryItemType, HistoryItemType)},
    {MEMBER(HistorySummary, HistorySummary)},
    {MEMBER(HistoryData, HistoryData)},
};

static const struct bs_shape_member
    members_AlarmHistoryItems[] = {
    {MEMBER(member, AlarmHistoryItem)},
};

static const struct bs_shape_member
    members_AlarmNames[] = {
    {MEMBER(member, AlarmName)},
};

static const struct bs_shape_member
    members_AlarmTypes[] = {
    {MEMBER(member, AlarmType)},
};

static const struct bs_shape_member
    members_CompositeAlarm[] = {
    {MEMBER(ActionsEnabled, Boolean)},
    {MEMBER(AlarmActions, ResourceList)},
    {MEMBER(AlarmArn, AlarmArn)},
    {MEMBER(AlarmConfigurationUpdatedTimestamp, Timestamp)},
    {MEMBER(AlarmDescription, AlarmDescription)},
    {MEMBER(AlarmName, AlarmName)},
    {MEMBER(AlarmRule, AlarmRule)},
    {MEMBER(InsufficientDataActions, ResourceList)},
    {MEMBER(OKActions, ResourceList)},
    {MEMBER(StateReason, StateReason)},
    {MEMBER(StateReasonData, StateReasonData)},
    {MEMBER(StateUpdatedTimestamp, Timestamp)},
    {MEMBER(StateValue, StateValue)},
    {MEMBER(StateTransitionedTimestamp, Timestamp)},
    {MEMBER(ActionsSuppressedBy, ActionsSuppressedBy)},
    {MEMBER(ActionsSuppressedReason, ActionsSuppressedReason)},
    {MEMBER(ActionsSuppressor, AlarmArn)},
    {MEMBER(ActionsSuppressorWaitPeriod, Integer)},
    {MEMBER(ActionsSuppressorExtensionPeriod, Integer)},
};

static const struct bs_shape_member
    members_CompositeAlarms[] = {
    {MEMBER(member, CompositeAlarm)},
};

static const struct bs_shape_member
    members_Counts[] = {
    {MEMBER(member, Decimal)},
};

static const struct bs_shape_member
    members_DashboardEntries[] = {
    {MEMBER(member, DashboardEntry)},
};

static const struct bs_shape_member
    members_DashboardEntry[] = {
    {MEMBER(DashboardName, String)},
    {MEMBER(DashboardArn, String)},
    {MEMBER(LastModified, Timestamp)},
    {MEMBER(Size, Integer)},
};

static const struct bs_shape_member
    members_DashboardInvalidInputError[] = {
    {MEMBER_AS(message, "message", "Message", String)},
    {MEMBER_AS(dashboardValidationMessages, "dashboardValidationMessages",
     "DashboardValidationMessages", DashboardValidationMessages)},
};

static const struct bs_shape_member
    members_DashboardNames[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_DashboardValidationMessage[] = {
    {MEMBER(DataPath, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_DashboardValidationMessages[] = {
    {MEMBER(member, DashboardValidationMessage)},
};

static const struct bs_shape_member
    members_Datapoint[] = {
    {MEMBER(Timestamp, Timestamp)},
    {MEMBER(SampleCount, Decimal)},
    {MEMBER(Average, Decimal)},
    {MEMBER(Sum, Decimal)},
    {MEMBER(Minimum, Decimal)},
    {MEMBER(Maximum, Decimal)},
    {MEMBER(Unit, StandardUnit)},
    {MEMBER(ExtendedStatistics, DatapointValueMap)},
};

static const struct bs_shape_member
    members_DatapointValueMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, Decimal)},
};

static const struct bs_shape_member
    members_DatapointValues[] = {
    {MEMBER(member, Decimal)},
};

static const struct bs_shape_member
    members_Datapoints[] = {
    {MEMBER(member, Datapoint)},
};

static const struct bs_shape_member
    members_DeleteAlarmsInput[] = {
    {MEMBER(AlarmNames, AlarmNames), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteDashboardsInput[] = {
    {MEMBER(DashboardNames, DashboardNames), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeAlarmHistoryInput[] = {
    {MEMBER(AlarmName, AlarmName)},
    {MEMBER(AlarmTypes, AlarmTypes)},
    {MEMBER(HistoryItemType, HistoryItemType)},
    {MEMBER(StartDate, Timestamp)},
    {MEMBER(EndDate, Timestamp)},
    {MEMBER(MaxRecords, MaxRecords)},
    {MEMBER(NextToken, String)},
    {MEMBER(ScanBy, ScanBy)},
};

static const struct bs_shape_member
    members_DescribeAlarmHistoryOutput[] = {
    {MEMBER(AlarmHistoryItems, AlarmHistoryItems)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeAlarmsForMetricInput[] = {
    {MEMBER(MetricName, MetricName), .is_required = true},
    {MEMBER(Namespace, Namespace), .is_required = true},
    {MEMBER(Statistic, Statistic)},
    {MEMBER(ExtendedStatistic, String)},
    {MEMBER(Dimensions, Dimensions)},
    {MEMBER(Period, Period)},
    {MEMBER(Unit, StandardUnit)},
};

static const struct bs_shape_member
    members_DescribeAlarmsForMetricOutput[] = {
    {MEMBER(MetricAlarms, MetricAlarms)},
};

static const struct bs_shape_member
    members_DescribeAlarmsInput[] = {
    {MEMBER(AlarmNames, AlarmNames)},
    {MEMBER(AlarmNamePrefix, AlarmNamePrefix)},
    {MEMBER(AlarmTypes, AlarmTypes)},
    {MEMBER(ChildrenOfAlarmName, AlarmName)},
    {MEMBER(ParentsOfAlarmName, AlarmName)},
    {MEMBER(StateValue, StateValue)},
    {MEMBER(ActionPrefix, ActionPrefix)},
    {MEMBER(MaxRecords, MaxRecords)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_DescribeAlarmsOutput[] = {
    {MEMBER(CompositeAlarms, CompositeAlarms)},
    {MEMBER(MetricAlarms, MetricAlarms)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_Dimension[] = {
    {MEMBER(Name, DimensionName), .is_required = true},
    {MEMBER(Value, DimensionValue), .is_required = true},
};

static const struct bs_shape_member
    members_DimensionFilter[] = {
    {MEMBER(Name, DimensionName), .is_required = true},
    {MEMBER(Value, DimensionValue)},
};

static const struct bs_shape_member
    members_DimensionFilters[] = {
    {MEMBER(member, DimensionFilter)},
};

static const struct bs_shape_member
    members_Dimensions[] = {
    {MEMBER(member, Dimension)},
};

static const struct bs_shape_member
    members_DisableAlarmActionsInput[] = {
    {MEMBER(AlarmNames, AlarmNames), .is_required = true},
};

static const struct bs_shape_member
    members_EnableAlarmActionsInput[] = {
    {MEMBER(AlarmNames, AlarmNames), .is_required = true},
};

static const struct bs_shape_member
    members_ExtendedStatistics[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_GetDashboardInput[] = {
    {MEMBER(DashboardName, String), .is_required = true},
};

static const struct bs_shape_member
    members_GetDashboardOutput[] = {
    {MEMBER(DashboardArn, String)},
    {MEMBER(DashboardBody, String)},
    {MEMBER(DashboardName, String)},
};

static const struct bs_shape_member
    members_GetMetricDataInput[] = {
    {MEMBER(MetricDataQueries, MetricDataQueries), .is_required = true},
    {MEMBER(StartTime, Timestamp), .is_required = true},
    {MEMBER(EndTime, Timestamp), .is_required = true},
    {MEMBER(NextToken, String)},
    {MEMBER(ScanBy, ScanBy)},
    {MEMBER(MaxDatapoints, Integer)},
    {MEMBER(LabelOptions, LabelOptions)},
};

static const struct bs_shape_member
    members_GetMetricDataOutput[] = {
    {MEMBER(MetricDataResults, MetricDataResults)},
    {MEMBER(NextToken, String)},
    {MEMBER(Messages, MetricDataResultMessages)},
};

static const struct bs_shape_member
    members_GetMetricStatisticsInput[] = {
    {MEMBER(Namespace, Namespace), .is_required = true},
    {MEMBER(MetricName, MetricName), .is_required = true},
    {MEMBER(Dimensions, Dimensions)},
    {MEMBER(StartTime, Timestamp), .is_required = true},
    {MEMBER(EndTime, Timestamp), .is_required = true},
    {MEMBER(Period, Period), .is_required = true},
    {MEMBER(Statistics, Statistics)},
    {MEMBER(ExtendedStatistics, ExtendedStatistics)},
    {MEMBER(Unit, StandardUnit)},
};

static const struct bs_shape_member
    members_GetMetricStatisticsOutput[] = {
    {MEMBER(Label, String)},
    {MEMBER(Datapoints, Datapoints)},
};

static const struct bs_shape_member
    members_LabelOptions[] = {
    {MEMBER(Timezone, String)},
};

static const struct bs_shape_member
    members_ListDashboardsInput[] = {
    {MEMBER(DashboardNamePrefix, String)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListDashboardsOutput[] = {
    {MEMBER(DashboardEntries, DashboardEntries)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListMetricsInput[] = {
    {MEMBER(Namespace, Namespace)},
    {MEMBER(MetricName, MetricName)},
    {MEMBER(Dimensions, DimensionFilters)},
    {MEMBER(NextToken, String)},
    {MEMBER(RecentlyActive, RecentlyActive)},
    {MEMBER(IncludeLinkedAccounts, Boolean)},
    {MEMBER(OwningAccount, AccountId)},
};

static const struct bs_shape_member
    members_ListMetricsOutput[] = {
    {MEMBER(Metrics, Metrics)},
    {MEMBER(NextToken, String)},
    {MEMBER(OwningAccounts, OwningAccounts)},
};

static const struct bs_shape_member
    members_ListTagsForResourceInput[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceOutput[] = {
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_MessageData[] = {
    {MEMBER(Code, String)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_Metric[] = {
    {MEMBER(Namespace, Namespace)},
    {MEMBER(MetricName, MetricName)},
    {MEMBER(Dimensions, Dimensions)},
};

static const struct bs_shape_member
    members_MetricAlarm[] = {
    {MEMBER(AlarmName, AlarmName)},
    {MEMBER(AlarmArn, AlarmArn)},
    {MEMBER(AlarmDescription, AlarmDescription)},
    {MEMBER(AlarmConfigurationUpdatedTimestamp, Timestamp)},
    {MEMBER(ActionsEnabled, Boolean)},
    {MEMBER(OKActions, ResourceList)},
    {MEMBER(AlarmActions, ResourceList)},
    {MEMBER(InsufficientDataActions, ResourceList)},
    {MEMBER(StateValue, StateValue)},
    {MEMBER(StateReason, StateReason)},
    {MEMBER(StateReasonData, StateReasonData)},
    {MEMBER(StateUpdatedTimestamp, Timestamp)},
    {MEMBER(MetricName, MetricName)},
    {MEMBER(Namespace, Namespace)},
    {MEMBER(Statistic, Statistic)},
    {MEMBER(ExtendedStatistic, String)},
    {MEMBER(Dimensions, Dimensions)},
    {MEMBER(Period, Period)},
    {MEMBER(Unit, StandardUnit)},
    {MEMBER(EvaluationPeriods, EvaluationPeriods)},
    {MEMBER(DatapointsToAlarm, DatapointsToAlarm)},
    {MEMBER(Threshold, Decimal)},
    {MEMBER(ComparisonOperator, ComparisonOperator)},
    {MEMBER(TreatMissingData, TreatMissingData)},
    {MEMBER(EvaluateLowSampleCountPercentile, EvaluateLowSampleCountPercentile)},
    {MEMBER(Metrics, MetricDataQueries)},
    {MEMBER(ThresholdMetricId, MetricId)},
    {MEMBER(StateTransitionedTimestamp, Timestamp)},
    {MEMBER(EvaluationState, EvaluationState)},
};

static const struct bs_shape_member
    members_MetricAlarms[] = {
    {MEMBER(member, MetricAlarm)},
};

static const struct bs_shape_member
    members_MetricData[] = {
    {MEMBER(member, MetricDatum)},
};

static const struct bs_shape_member
    members_MetricDataQueries[] = {
    {MEMBER(member, MetricDataQuery)},
};

static const struct bs_shape_member
    members_MetricDataQuery[] = {
    {MEMBER(Id, MetricId), .is_required = true},
    {MEMBER(MetricStat, MetricStat)},
    {MEMBER(Expression, MetricExpression)},
    {MEMBER(Label, String)},
    {MEMBER(ReturnData, Boolean)},
    {MEMBER(Period, Period)},
    {MEMBER(AccountId, AccountId)},
};

static const struct bs_shape_member
    members_MetricDataResult[] = {
    {MEMBER(Id, MetricId)},
    {MEMBER(Label, String)},
    {MEMBER(Timestamps, Timestamps)},
    {MEMBER(Values, DatapointValues)},
    {MEMBER(StatusCode, StatusCode)},
    {MEMBER(Messages, MetricDataResultMessages)},
};

static const struct bs_shape_member
    members_MetricDataResultMessages[] = {
    {MEMBER(member, MessageData)},
};

static const struct bs_shape_member
    members_MetricDataResults[] = {
    {MEMBER(member, MetricDataResult)},
};

static const struct bs_shape_member
    members_MetricDatum[] = {
    {MEMBER(MetricName, MetricName), .is_required = true},
    {MEMBER(Dimensions, Dimensions)},
    {MEMBER(Timestamp, Timestamp)},
    {MEMBER(Value, Decimal)},
    {MEMBER(StatisticValues, StatisticSet)},
    {MEMBER(Values, Values)},
    {MEMBER(Counts, Counts)},
    {MEMBER(Unit, StandardUnit)},
    {MEMBER(StorageResolution, StorageResolution)},
};

static const struct bs_shape_member
    members_MetricStat[] = {
    {MEMBER(Metric, Metric), .is_required = true},
    {MEMBER(Period, Period), .is_required = true},
    {MEMBER(Stat, String), .is_required = true},
    {MEMBER(Unit, StandardUnit)},
};

static const struct bs_shape_member
    members_Metrics[] = {
    {MEMBER(member, Metric)},
};

static const struct bs_shape_member
    members_OwningAccounts[] = {
    {MEMBER(member, AccountId)},
};

static const struct bs_shape_member
    members_PutCompositeAlarmInput[] = {
    {MEMBER(ActionsEnabled, Boolean)},
    {MEMBER(AlarmActions, ResourceList)},
    {MEMBER(AlarmDescription, AlarmDescription)},
    {MEMBER(AlarmName, AlarmName), .is_required = true},
    {MEMBER(AlarmRule, AlarmRule), .is_required = true},
    {MEMBER(InsufficientDataActions, ResourceList)},
    {MEMBER(OKActions, ResourceList)},
    {MEMBER(Tags, TagList)},
    {MEMBER(ActionsSuppressor, AlarmArn)},
    {MEMBER(ActionsSuppressorWaitPeriod, Integer)},
    {MEMBER(ActionsSuppressorExtensionPeriod, Integer)},
};

static const struct bs_shape_member
    members_PutDashboardInput[] = {
    {MEMBER(DashboardName, String), .is_required = true},
    {MEMBER(DashboardBody, String), .is_required = true},
};

static const struct bs_shape_member
    members_PutDashboardOutput[] = {
    {MEMBER(DashboardValidationMessages, DashboardValidationMessages)},
};

static const struct bs_shape_member
    members_PutMetricAlarmInput[] = {
    {MEMBER(AlarmName, AlarmName), .is_required = true},
    {MEMBER(AlarmDescription, AlarmDescription)},
    {MEMBER(ActionsEnabled, Boolean)},
    {MEMBER(OKActions, ResourceList)},
    {MEMBER(AlarmActions, ResourceList)},
    {MEMBER(InsufficientDataActions, ResourceList)},
    {MEMBER(MetricName, MetricName)},
    {MEMBER(Namespace, Namespace)},
    {MEMBER(Statistic, Statistic)},
    {MEMBER(ExtendedStatistic, String)},
    {MEMBER(Dimensions, Dimensions)},
    {MEMBER(Period, Period)},
    {MEMBER(Unit, StandardUnit)},
    {MEMBER(EvaluationPeriods, EvaluationPeriods)},
    {MEMBER(DatapointsToAlarm, DatapointsToAlarm)},
    {MEMBER(Threshold, Decimal)},
    {MEMBER(ComparisonOperator, ComparisonOperator)},
    {MEMBER(TreatMissingData, TreatMissingData)},
    {MEMBER(EvaluateLowSampleCountPercentile, EvaluateLowSampleCountPercentile)},
    {MEMBER(Metrics, MetricDataQueries)},
    {MEMBER(Tags, TagList)},
    {MEMBER(ThresholdMetricId, MetricId)},
};

static const struct bs_shape_member
    members_PutMetricDataInput[] = {
    {MEMBER(Namespace, Namespace), .is_required = true},
    {MEMBER(MetricData, MetricData), .is_required = true},
};

static const struct bs_shape_member
    members_ResourceList[] = {
    {MEMBER(member, ResourceName)},
};

static const struct bs_shape_member
    members_ResourceNotFoundException[] = {
    {MEMBER(ResourceType, String)},
    {MEMBER(ResourceId, String)},
};

static const struct bs_shape_member
    members_SetAlarmStateInput[] = {
    {MEMBER(AlarmName, AlarmName), .is_required = true},
    {MEMBER(StateValue, StateValue), .is_required = true},
    {MEMBER(StateReason, StateReason), .is_required = true},
    {MEMBER(StateReasonData, StateReasonData)},
};

static const struct bs_shape_member
    members_StatisticSet[] = {
    {MEMBER(SampleCount, Decimal), .is_required = true},
    {MEMBER(Sum, Decimal), .is_required = true},
    {MEMBER(Minimum, Decimal), .is_required = true},
    {MEMBER(Maximum, Decimal), .is_required = true},
};

static const struct bs_shape_member
    members_Statistics[] = {
    {MEMBER(member, Statistic)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKey), .is_required = true},
    {MEMBER(Value, TagValue), .is_required = true},
};

static const struct bs_shape_member
    members_TagKeyList[] = {
    {MEMBER(member, TagKey)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_TagResourceInput[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
    {MEMBER(Tags, TagList), .is_required = true},
};

static const struct bs_shape_member
    members_Timestamps[] = {
    {MEMBER(member, Timestamp)},
};

static const struct bs_shape_member
    members_UntagResourceInput[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
    {MEMBER(TagKeys, TagKeyList), .is_required = true},
};

static const struct bs_shape_member
    members_Values[] = {
    {MEMBER(member, Decimal)},
};

static const struct bs_shape shapes[SHAPES] = {
    SCALAR(AccountId, STRING), BOUNDS(1, 255)},
    SCALAR(ActionPrefix, STRING), BOUNDS(1, 1024)},
    SCALAR(ActionsSuppressedBy, STRING), WORDS(ActionsSuppressedBy)},
    SCALAR(ActionsSuppressedReason, STRING), BOUNDS(0, 1024)},
    SCALAR(AlarmArn, STRING), BOUNDS(1, 1600)},
    SCALAR(AlarmDescription, STRING), BOUNDS(0, 1024)},
    COMPOUND(AlarmHistoryItem, STRUCTURE)},
    COMPOUND(AlarmHistoryItems, LIST)},
    SCALAR(AlarmName, STRING), BOUNDS(1, 255)},
    SCALAR(AlarmNamePrefix, STRING), BOUNDS(1, 255)},
    COMPOUND(AlarmNames, LIST), BOUNDS(0, 100)},
    SCALAR(AlarmRule, STRING), BOUNDS(1, 10240)},
    SCALAR(AlarmType, STRING), WORDS(AlarmType)},
    COMPOUND(AlarmTypes, LIST)},
    SCALAR(AmazonResourceName, STRING), BOUNDS(1, 1024)},
    SCALAR(Boolean, BOOLEAN)},
    SCALAR(ComparisonOperator, STRING), WORDS(ComparisonOperator)},
    COMPOUND(CompositeAlarm, STRUCTURE)},
    COMPOUND(CompositeAlarms, LIST)},
    COMPOUND(Counts, LIST)},
    COMPOUND(DashboardEntries, LIST)},
    COMPOUND(DashboardEntry, STRUCTURE)},
    COMPOUND(DashboardInvalidInputError, STRUCTURE)},
    COMPOUND(DashboardNames, LIST)},
    COMPOUND(DashboardValidationMessage, STRUCTURE)},
    COMPOUND(DashboardValidationMessages, LIST)},
    COMPOUND(Datapoint, STRUCTURE)},
    COMPOUND(DatapointValueMap, MAP)},
    COMPOUND(DatapointValues, LIST)},
    COMPOUND(Datapoints, LIST)},
    SCALAR(DatapointsToAlarm, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(Decimal, DECIMAL)},
    COMPOUND(DeleteAlarmsInput, STRUCTURE)},
    COMPOUND(DeleteDashboardsInput, STRUCTURE)},
    SCALAR(DeleteDashboardsOutput, STRUCTURE)},
    COMPOUND(DescribeAlarmHistoryInput, STRUCTURE)},
    COMPOUND(DescribeAlarmHistoryOutput, STRUCTURE)},
    COMPOUND(DescribeAlarmsForMetricInput, STRUCTURE)},
    COMPOUND(DescribeAlarmsForMetricOutput, STRUCTURE)},
    COMPOUND(DescribeAlarmsInput, STRUCTURE)},
    COMPOUND(DescribeAlarmsOutput, STRUCTURE)},
    COMPOUND(Dimension, STRUCTURE)},
    COMPOUND(DimensionFilter, STRUCTURE)},
    COMPOUND(DimensionFilters, LIST), BOUNDS(0, 10)},
    SCALAR(DimensionName, STRING), BOUNDS(1, 255)},
    SCALAR(DimensionValue, STRING), BOUNDS(1, 1024)},
    COMPOUND(Dimensions, LIST), BOUNDS(0, 30)},
    COMPOUND(DisableAlarmActionsInput, STRUCTURE)},
    COMPOUND(EnableAlarmActionsInput, STRUCTURE)},
    SCALAR(EvaluateLowSampleCountPercentile, STRING), BOUNDS(1, 255)},
    SCALAR(EvaluationPeriods, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(EvaluationState, STRING), WORDS(EvaluationState)},
    COMPOUND(ExtendedStatistics, LIST), BOUNDS(1, 10)},
    COMPOUND(GetDashboardInput, STRUCTURE)},
    COMPOUND(GetDashboardOutput, STRUCTURE)},
    COMPOUND(GetMetricDataInput, STRUCTURE)},
    COMPOUND(GetMetricDataOutput, STRUCTURE)},
    COMPOUND(GetMetricStatisticsInput, STRUCTURE)},
    COMPOUND(GetMetricStatisticsOutput, STRUCTURE)},
    SCALAR(HistoryData, STRING), BOUNDS(1, 4095)},
    SCALAR(HistoryItemType, STRING), WORDS(HistoryItemType)},
    SCALAR(HistorySummary, STRING), BOUNDS(1, 255)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(LabelOptions, STRUCTURE)},
    COMPOUND(ListDashboardsInput, STRUCTURE)},
    COMPOUND(ListDashboardsOutput, STRUCTURE)},
    COMPOUND(ListMetricsInput, STRUCTURE)},
    COMPOUND(ListMetricsOutput, STRUCTURE)},
    COMPOUND(ListTagsForResourceInput, STRUCTURE)},
    COMPOUND(ListTagsForResourceOutput, STRUCTURE)},
    SCALAR(MaxRecords, INTEGER), BOUNDS(1, 100)},
    COMPOUND(MessageData, STRUCTURE)},
    COMPOUND(Metric, STRUCTURE)},
    COMPOUND(MetricAlarm, STRUCTURE)},
    COMPOUND(MetricAlarms, LIST)},
    COMPOUND(MetricData, LIST)},
    COMPOUND(MetricDataQueries, LIST)},
    COMPOUND(MetricDataQuery, STRUCTURE)},
    COMPOUND(MetricDataResult, STRUCTURE)},
    COMPOUND(MetricDataResultMessages, LIST)},
    COMPOUND(MetricDataResults, LIST)},
    COMPOUND(MetricDatum, STRUCTURE)},
    SCALAR(MetricExpression, STRING), BOUNDS(1, 2048)},
    SCALAR(MetricId, STRING), BOUNDS(1, 255)},
    SCALAR(MetricName, STRING), BOUNDS(1, 255)},
    COMPOUND(MetricStat, STRUCTURE)},
    COMPOUND(Metrics, LIST)},
    SCALAR(Namespace, STRING), BOUNDS(1, 255)},
    COMPOUND(OwningAccounts, LIST)},
    SCALAR(Period, INTEGER), BOUNDS(1, INT64_MAX)},
    COMPOUND(PutCompositeAlarmInput, STRUCTURE)},
    COMPOUND(PutDashboardInput, STRUCTURE)},
    COMPOUND(PutDashboardOutput, STRUCTURE)},
    COMPOUND(PutMetricAlarmInput, STRUCTURE)},
    COMPOUND(PutMetricDataInput, STRUCTURE)},
    SCALAR(RecentlyActive, STRING), WORDS(RecentlyActive)},
    COMPOUND(ResourceList, LIST), BOUNDS(0, 5)},
    SCALAR(ResourceName, STRING), BOUNDS(1, 1024)},
    COMPOUND(ResourceNotFoundException, STRUCTURE)},
    SCALAR(ScanBy, STRING), WORDS(ScanBy)},
    COMPOUND(SetAlarmStateInput, STRUCTURE)},
    SCALAR(StandardUnit, STRING), WORDS(StandardUnit)},
    SCALAR(StateReason, STRING), BOUNDS(0, 1023)},
    SCALAR(StateReasonData, STRING), BOUNDS(0, 4000)},
    SCALAR(StateValue, STRING), WORDS(StateValue)},
    SCALAR(Statistic, STRING), WORDS(Statistic)},
    COMPOUND(StatisticSet, STRUCTURE)},
    COMPOUND(Statistics, LIST), BOUNDS(1, 5)},
    SCALAR(StatusCode, STRING), WORDS(StatusCode)},
    SCALAR(StorageResolution, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagKeyList, LIST)},
    COMPOUND(TagList, LIST)},
    COMPOUND(TagResourceInput, STRUCTURE)},
    SCALAR(TagResourceOutput, STRUCTURE)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(Timestamps, LIST)},
    SCALAR(TreatMissingData, STRING), BOUNDS(1, 255)},
    COMPOUND(UntagResourceInput, STRUCTURE)},
    SCALAR(UntagResourceOutput, STRUCTURE)},
    COMPOUND(Values, LIST)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "DeleteAlarms", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteAlarmsInput)},
    {.name = "DeleteDashboards", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteDashboardsInput), .output = SHAPE(DeleteDashboardsOutput),
     .result_name = "DeleteDashboardsResult"},
    {.name = "DescribeAlarmHistory", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAlarmHistoryInput), .output = SHAPE(DescribeAlarmHistoryOutput),
     .result_name = "DescribeAlarmHistoryResult", .pages = {"NextToken", "NextToken",
     "MaxRecords", "AlarmHistoryItems", NULL, 100}},
    {.name = "DescribeAlarms", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAlarmsInput), .output = SHAPE(DescribeAlarmsOutput),
     .result_name = "DescribeAlarmsResult", .pages = {"NextToken", "NextToken", "MaxRecords",
     "MetricAlarms", NULL, 50}},
    {.name = "DescribeAlarmsForMetric", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAlarmsForMetricInput), .output = SHAPE(DescribeAlarmsForMetricOutput),
     .result_name = "DescribeAlarmsForMetricResult"},
    {.name = "DisableAlarmActions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DisableAlarmActionsInput)},
    {.name = "EnableAlarmActions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(EnableAlarmActionsInput)},
    {.name = "GetDashboard", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetDashboardInput), .output = SHAPE(GetDashboardOutput),
     .result_name = "GetDashboardResult"},
    {.name = "GetMetricData", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetMetricDataInput), .output = SHAPE(GetMetricDataOutput),
     .result_name = "GetMetricDataResult", .pages = {"NextToken", "NextToken", "MaxDatapoints",
     "MetricDataResults", NULL, 100}},
    {.name = "GetMetricStatistics", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetMetricStatisticsInput), .output = SHAPE(GetMetricStatisticsOutput),
     .result_name = "GetMetricStatisticsResult"},
    {.name = "ListDashboards", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListDashboardsInput), .output = SHAPE(ListDashboardsOutput),
     .result_name = "ListDashboardsResult", .pages = {"NextToken", "NextToken", NULL,
     "DashboardEntries", NULL, 100}},
    {.name = "ListMetrics", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListMetricsInput), .output = SHAPE(ListMetricsOutput),
     .result_name = "ListMetricsResult", .pages = {"NextToken", "NextToken", NULL, "Metrics",
     NULL, 500}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceInput), .output = SHAPE(ListTagsForResourceOutput),
     .result_name = "ListTagsForResourceResult"},
    {.name = "PutCompositeAlarm", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutCompositeAlarmInput)},
    {.name = "PutDashboard", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutDashboardInput), .output = SHAPE(PutDashboardOutput),
     .result_name = "PutDashboardResult"},
    {.name = "PutMetricAlarm", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutMetricAlarmInput)},
    {.name = "PutMetricData", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutMetricDataInput), .takes_gzip = true},
    {.name = "SetAlarmState", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetAlarmStateInput)},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceInput), .output = SHAPE(TagResourceOutput),
     .result_name = "TagResourceResult"},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceInput), .output = SHAPE(UntagResourceOutput),
     .result_name = "UntagResourceResult"},
};

static const char *const refused[] = {
    "DeleteAnomalyDetector", "DeleteInsightRules", "DeleteMetricStream",
    "DescribeAnomalyDetectors", "DescribeInsightRules", "DisableInsightRules",
    "EnableInsightRules", "GetInsightRuleReport", "GetMetricStream", "GetMetricWidgetImage",
    "ListManagedInsightRules", "ListMetricStreams", "PutAnomalyDetector", "PutInsightRule",
    "PutManagedInsightRules", "PutMetricStream", "StartMetricStreams", "StopMetricStreams", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "ConcurrentModificationException", .code = "ConcurrentModificationException",
     .status = 429, .is_sender = true},
    {.shape = "DashboardInvalidInputError", .code = "InvalidParameterInput", .status = 400,
     .is_sender = true, .members = SHAPE(DashboardInvalidInputError)},
    {.shape = "DashboardNotFoundError", .code = "ResourceNotFound", .status = 404,
     .is_sender = true},
    {.shape = "InternalServiceFault", .code = "InternalServiceError", .status = 500},
    {.shape = "InvalidFormatFault", .code = "InvalidFormat", .status = 400, .is_sender = true},
    {.shape = "InvalidNextToken", .code = "InvalidNextToken", .status = 400, .is_sender = true},
    {.shape = "InvalidParameterCombinationException", .code = "InvalidParameterCombination",
     .status = 400, .is_sender = true},
    {.shape = "InvalidParameterValueException", .code = "InvalidParameterValue", .status = 400,
     .is_sender = true},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "LimitExceededFault", .code = "LimitExceeded", .status = 400, .is_sender = true},
    {.shape = "MissingRequiredParameterException", .code = "MissingParameter", .status = 400,
     .is_sender = true},
    {.shape = "ResourceNotFound", .code = "ResourceNotFound", .status = 404, .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFoundException", .status = 404,
     .is_sender = true, .members = SHAPE(ResourceNotFoundException)},
};

const struct bs_service_shape bs_service_shape_cloudwatch = {
    .name = "cloudwatch",
    .signing_name = "monitoring",
    .host_prefix = "monitoring",
    .target_prefix = "GraniteServiceVersion20100801",
    .api_version = "2010-08-01",
    .xml_namespace = "http://monitoring.amazonaws.com/doc/2010-08-01/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_QUERY,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
