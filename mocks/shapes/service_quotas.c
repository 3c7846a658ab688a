/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AmazonResourceName, SHAPE_Boolean, SHAPE_ErrorCode, SHAPE_ErrorReason,
    SHAPE_GetAWSDefaultServiceQuotaRequest, SHAPE_GetAWSDefaultServiceQuotaResponse,
    SHAPE_GetRequestedServiceQuotaChangeRequest, SHAPE_GetRequestedServiceQuotaChangeResponse,
    SHAPE_GetServiceQuotaRequest, SHAPE_GetServiceQuotaResponse, SHAPE_InputTagKeys,
    SHAPE_InputTags, SHAPE_Integer, SHAPE_ListAWSDefaultServiceQuotasRequest,
    SHAPE_ListAWSDefaultServiceQuotasResponse,
    SHAPE_ListRequestedServiceQuotaChangeHistoryByQuotaRequest,
    SHAPE_ListRequestedServiceQuotaChangeHistoryByQuotaResponse,
    SHAPE_ListRequestedServiceQuotaChangeHistoryRequest,
    SHAPE_ListRequestedServiceQuotaChangeHistoryResponse, SHAPE_ListServiceQuotasRequest,
    SHAPE_ListServiceQuotasResponse, SHAPE_ListServicesRequest, SHAPE_ListServicesResponse,
    SHAPE_ListTagsForResourceRequest, SHAPE_ListTagsForResourceResponse, SHAPE_MaxResults,
    SHAPE_MetricDimensionsMapDefinition, SHAPE_MetricInfo, SHAPE_NextToken, SHAPE_OutputTags,
    SHAPE_PeriodUnit, SHAPE_QuotaCode, SHAPE_QuotaPeriod, SHAPE_QuotaValue, SHAPE_RequestId,
    SHAPE_RequestServiceQuotaIncreaseRequest, SHAPE_RequestServiceQuotaIncreaseResponse,
    SHAPE_RequestStatus, SHAPE_RequestedServiceQuotaChange,
    SHAPE_RequestedServiceQuotaChangeHistoryListDefinition, SHAPE_ServiceCode, SHAPE_ServiceInfo,
    SHAPE_ServiceInfoListDefinition, SHAPE_ServiceQuota, SHAPE_ServiceQuotaListDefinition,
    SHAPE_Statistic, SHAPE_String, SHAPE_Tag, SHAPE_TagKey, SHAPE_TagResourceRequest,
    SHAPE_TagResourceResponse, SHAPE_TagValue, SHAPE_Timestamp, SHAPE_UntagResourceRequest,
    SHAPE_UntagResourceResponse, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_ErrorCode[] = {
    "DEPENDENCY_ACCESS_DENIED_ERROR", "DEPENDENCY_THROTTLING_ERROR", "DEPENDENCY_SERVICE_ERROR",
    "SERVICE_QUOTA_NOT_AVAILABLE_ERROR", NULL,
};

static const char *const words_PeriodUnit[] = {
    "MICROSECOND", "MILLISECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", NULL,
};

static const char *const words_RequestStatus[] = {
    "PENDING", "CASE_OPENED", "APPROVED", "DENIED", "CASE_CLOSED", NULL,
};

static const struct bs_shape_member
    members_ErrorReason[] = {
    {MEMBER(ErrorCode, ErrorCode)},
    {MEMBER(ErrorMessage, String)},
};

static const struct bs_shape_member
    members_GetAWSDefaultServiceQuotaRequest[] = {
    {MEMBER(ServiceCode, ServiceCode), .is_required = true},
    {MEMBER(QuotaCode, QuotaCode), .is_required = true},
};

static const struct bs_shape_member
    members_GetAWSDefaultServiceQuotaResponse[] = {
    {MEMBER(Quota, ServiceQuota)},
};

static const struct bs_shape_member
    members_GetRequestedServiceQuotaChangeRequest[] = {
    {MEMBER(RequestId, RequestId), .is_required = true},
};

static const struct bs_shape_member
    members_GetRequestedServiceQuotaChangeResponse[] = {
    {MEMBER(RequestedQuota, RequestedServiceQuotaChange)},
};

static const struct bs_shape_member
    members_GetServiceQuotaRequest[] = {
    {MEMBER(ServiceCode, ServiceCode), .is_required = true},
    {MEMBER(QuotaCode, QuotaCode), .is_required = true},
};

static const struct bs_shape_member
    members_GetServiceQuotaResponse[] = {
    {MEMBER(Quota, ServiceQuota)},
};

static const struct bs_shape_member
    members_InputTagKeys[] = {
    {MEMBER(member, TagKey)},
};

static const struct bs_shape_member
    members_InputTags[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_ListAWSDefaultServiceQuotasRequest[] = {
    {MEMBER(ServiceCode, ServiceCode), .is_required = true},
    {MEMBER(NextToken, NextToken)},
    {MEMBER(MaxResults, MaxResults)},
};

static const struct bs_shape_member
    members_ListAWSDefaultServiceQuotasResponse[] = {
    {MEMBER(NextToken, NextToken)},
    {MEMBER(Quotas, ServiceQuotaListDefinition)},
};

static const struct bs_shape_member
    members_ListRequestedServiceQuotaChangeHistoryByQuotaRequest[] = {
    {MEMBER(ServiceCode, ServiceCode), .is_required = true},
    {MEMBER(QuotaCode, QuotaCode), .is_required = true},
    {MEMBER(Status, RequestStatus)},
    {MEMBER(NextToken, NextToken)},
    {MEMBER(MaxResults, MaxResults)},
};

static const struct bs_shape_member
    members_ListRequestedServiceQuotaChangeHistoryByQuotaResponse[] = {
    {MEMBER(NextToken, NextToken)},
    {MEMBER(RequestedQuotas, RequestedServiceQuotaChangeHistoryListDefinition)},
};

static const struct bs_shape_member
    members_ListRequestedServiceQuotaChangeHistoryRequest[] = {
    {MEMBER(ServiceCode, ServiceCode)},
    {MEMBER(Status, RequestStatus)},
    {MEMBER(NextToken, NextToken)},
    {MEMBER(MaxResults, MaxResults)},
};

static const struct bs_shape_member
    members_ListRequestedServiceQuotaChangeHistoryResponse[] = {
    {MEMBER(NextToken, NextToken)},
    {MEMBER(RequestedQuotas, RequestedServiceQuotaChangeHistoryListDefinition)},
};

static const struct bs_shape_member
    members_ListServiceQuotasRequest[] = {
    {MEMBER(ServiceCode, ServiceCode), .is_required = true},
    {MEMBER(NextToken, NextToken)},
    {MEMBER(MaxResults, MaxResults)},
};

static const struct bs_shape_member
    members_ListServiceQuotasResponse[] = {
    {MEMBER(NextToken, NextToken)},
    {MEMBER(Quotas, ServiceQuotaListDefinition)},
};

static const struct bs_shape_member
    members_ListServicesRequest[] = {
    {MEMBER(NextToken, NextToken)},
    {MEMBER(MaxResults, MaxResults)},
};

static const struct bs_shape_member
    members_ListServicesResponse[] = {
    {MEMBER(NextToken, NextToken)},
    {MEMBER(Services, ServiceInfoListDefinition)},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResponse[] = {
    {MEMBER(Tags, OutputTags)},
};

static const struct bs_shape_member
    members_MetricDimensionsMapDefinition[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_MetricInfo[] = {
    {MEMBER(MetricNamespace, String)},
    {MEMBER(MetricName, String)},
    {MEMBER(MetricDimensions, MetricDimensionsMapDefinition)},
    {MEMBER(MetricStatisticRecommendation, Statistic)},
};

static const struct bs_shape_member
    members_OutputTags[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_QuotaPeriod[] = {
    {MEMBER(PeriodValue, Integer)},
    {MEMBER(PeriodUnit, PeriodUnit)},
};

static const struct bs_shape_member
    members_RequestServiceQuotaIncreaseRequest[] = {
    {MEMBER(ServiceCode, ServiceCode), .is_required = true},
    {MEMBER(QuotaCode, QuotaCode), .is_required = true},
    {MEMBER(DesiredValue, QuotaValue), .is_required = true},
};

static const struct bs_shape_member
    members_RequestServiceQuotaIncreaseResponse[] = {
    {MEMBER(RequestedQuota, RequestedServiceQuotaChange)},
};

static const struct bs_shape_member
    members_RequestedServiceQuotaChange[] = {
    {MEMBER(Id, RequestId)},
    {MEMBER(CaseId, String)},
    {MEMBER(ServiceCode, ServiceCode)},
    {MEMBER(ServiceName, String)},
    {MEMBER(QuotaCode, QuotaCode)},
    {MEMBER(QuotaName, String)},
    {MEMBER(DesiredValue, QuotaValue)},
    {MEMBER(Status, RequestStatus)},
    {MEMBER(Created, Timestamp)},
    {MEMBER(LastUpdated, Timestamp)},
    {MEMBER(Requester, String)},
    {MEMBER(QuotaArn, String)},
    {MEMBER(GlobalQuota, Boolean)},
    {MEMBER(Unit, String)},
};

static const struct bs_shape_member
    members_RequestedServiceQuotaChangeHistoryListDefinition[] = {
    {MEMBER(member, RequestedServiceQuotaChange)},
};

static const struct bs_shape_member
    members_ServiceInfo[] = {
    {MEMBER(ServiceCode, ServiceCode)},
    {MEMBER(ServiceName, String)},
};

static const struct bs_shape_member
    members_ServiceInfoListDefinition[] = {
    {MEMBER(member, ServiceInfo)},
};

static const struct bs_shape_member
    members_ServiceQuota[] = {
    {MEMBER(ServiceCode, ServiceCode)},
    {MEMBER(ServiceName, String)},
    {MEMBER(QuotaArn, String)},
    {MEMBER(QuotaCode, QuotaCode)},
    {MEMBER(QuotaName, String)},
    {MEMBER(Value, QuotaValue)},
    {MEMBER(Unit, String)},
    {MEMBER(Adjustable, Boolean)},
    {MEMBER(GlobalQuota, Boolean)},
    {MEMBER(UsageMetric, MetricInfo)},
    {MEMBER(Period, QuotaPeriod)},
    {MEMBER(ErrorReason, ErrorReason)},
};

static const struct bs_shape_member
    members_ServiceQuotaListDefinition[] = {
    {MEMBER(member, ServiceQuota)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKey), .is_required = true},
    {MEMBER(Value, TagValue), .is_required = true},
};

static const struct bs_shape_member
    members_TagResourceRequest[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
    {MEMBER(Tags, InputTags), .is_required = true},
};

static const struct bs_shape_member
    members_UntagResourceRequest[] = {
    {MEMBER(ResourceARN, AmazonResourceName), .is_required = true},
    {MEMBER(TagKeys, InputTagKeys), .is_required = true},
};

static const struct bs_shape shapes[SHAPES] = {
    SCALAR(AmazonResourceName, STRING), BOUNDS(1, 1011)},
    SCALAR(Boolean, BOOLEAN)},
    SCALAR(ErrorCode, STRING), WORDS(ErrorCode)},
    COMPOUND(ErrorReason, STRUCTURE)},
    COMPOUND(GetAWSDefaultServiceQuotaRequest, STRUCTURE)},
    COMPOUND(GetAWSDefaultServiceQuotaResponse, STRUCTURE)},
    COMPOUND(GetRequestedServiceQuotaChangeRequest, STRUCTURE)},
    COMPOUND(GetRequestedServiceQuotaChangeResponse, STRUCTURE)},
    COMPOUND(GetServiceQuotaRequest, STRUCTURE)},
    COMPOUND(GetServiceQuotaResponse, STRUCTURE)},
    COMPOUND(InputTagKeys, LIST)},
    COMPOUND(InputTags, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(ListAWSDefaultServiceQuotasRequest, STRUCTURE)},
    COMPOUND(ListAWSDefaultServiceQuotasResponse, STRUCTURE)},
    COMPOUND(ListRequestedServiceQuotaChangeHistoryByQuotaRequest, STRUCTURE)},
    COMPOUND(ListRequestedServiceQuotaChangeHistoryByQuotaResponse, STRUCTURE)},
    COMPOUND(ListRequestedServiceQuotaChangeHistoryRequest, STRUCTURE)},
    COMPOUND(ListRequestedServiceQuotaChangeHistoryResponse, STRUCTURE)},
    COMPOUND(ListServiceQuotasRequest, STRUCTURE)},
    COMPOUND(ListServiceQuotasResponse, STRUCTURE)},
    COMPOUND(ListServicesRequest, STRUCTURE)},
    COMPOUND(ListServicesResponse, STRUCTURE)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResponse, STRUCTURE)},
    SCALAR(MaxResults, INTEGER), BOUNDS(1, 100)},
    COMPOUND(MetricDimensionsMapDefinition, MAP), BOUNDS(0, 10)},
    COMPOUND(MetricInfo, STRUCTURE)},
    SCALAR(NextToken, STRING), BOUNDS(0, 2048)},
    COMPOUND(OutputTags, LIST), BOUNDS(0, 200)},
    SCALAR(PeriodUnit, STRING), WORDS(PeriodUnit)},
    SCALAR(QuotaCode, STRING), BOUNDS(1, 128)},
    COMPOUND(QuotaPeriod, STRUCTURE)},
    SCALAR(QuotaValue, DECIMAL), BOUNDS(0, 10000000000)},
    SCALAR(RequestId, STRING), BOUNDS(1, 128)},
    COMPOUND(RequestServiceQuotaIncreaseRequest, STRUCTURE)},
    COMPOUND(RequestServiceQuotaIncreaseResponse, STRUCTURE)},
    SCALAR(RequestStatus, STRING), WORDS(RequestStatus)},
    COMPOUND(RequestedServiceQuotaChange, STRUCTURE)},
    COMPOUND(RequestedServiceQuotaChangeHistoryListDefinition, LIST)},
    SCALAR(ServiceCode, STRING), BOUNDS(1, 63)},
    COMPOUND(ServiceInfo, STRUCTURE)},
    COMPOUND(ServiceInfoListDefinition, LIST)},
    COMPOUND(ServiceQuota, STRUCTURE)},
    COMPOUND(ServiceQuotaListDefinition, LIST)},
    SCALAR(Statistic, STRING), BOUNDS(1, 256)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagResourceRequest, STRUCTURE)},
    SCALAR(TagResourceResponse, STRUCTURE)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(UntagResourceRequest, STRUCTURE)},
    SCALAR(UntagResourceResponse, STRUCTURE)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "GetAWSDefaultServiceQuota", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetAWSDefaultServiceQuotaRequest),
     .output = SHAPE(GetAWSDefaultServiceQuotaResponse)},
    {.name = "GetRequestedServiceQuotaChange", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetRequestedServiceQuotaChangeRequest),
     .output = SHAPE(GetRequestedServiceQuotaChangeResponse)},
    {.name = "GetServiceQuota", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetServiceQuotaRequest), .output = SHAPE(GetServiceQuotaResponse)},
    {.name = "ListAWSDefaultServiceQuotas", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListAWSDefaultServiceQuotasRequest),
     .output = SHAPE(ListAWSDefaultServiceQuotasResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "Quotas", NULL, 100}},
    {.name = "ListRequestedServiceQuotaChangeHistory", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(ListRequestedServiceQuotaChangeHistoryRequest),
     .output = SHAPE(ListRequestedServiceQuotaChangeHistoryResponse), .pages = {"NextToken",
     "NextToken", "MaxResults", "RequestedQuotas", NULL, 100}},
    {.name = "ListRequestedServiceQuotaChangeHistoryByQuota", .method = "POST", .uri = "/",
     .status = 200, .input = SHAPE(ListRequestedServiceQuotaChangeHistoryByQuotaRequest),
     .output = SHAPE(ListRequestedServiceQuotaChangeHistoryByQuotaResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "RequestedQuotas", NULL, 100}},
    {.name = "ListServiceQuotas", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListServiceQuotasRequest), .output = SHAPE(ListServiceQuotasResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "Quotas", NULL, 100}},
    {.name = "ListServices", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListServicesRequest), .output = SHAPE(ListServicesResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "Services", NULL, 100}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResponse)},
    {.name = "RequestServiceQuotaIncrease", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RequestServiceQuotaIncreaseRequest),
     .output = SHAPE(RequestServiceQuotaIncreaseResponse)},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceRequest), .output = SHAPE(TagResourceResponse)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceRequest), .output = SHAPE(UntagResourceResponse)},
};

static const char *const refused[] = {
    "AssociateServiceQuotaTemplate", "DeleteServiceQuotaIncreaseRequestFromTemplate",
    "DisassociateServiceQuotaTemplate", "GetAssociationForServiceQuotaTemplate",
    "GetServiceQuotaIncreaseRequestFromTemplate", "ListServiceQuotaIncreaseRequestsInTemplate",
    "PutServiceQuotaIncreaseRequestIntoTemplate", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "AWSServiceAccessNotEnabledException",
     .code = "AWSServiceAccessNotEnabledException", .status = 400, .is_sender = true},
    {.shape = "AccessDeniedException", .code = "AccessDeniedException", .status = 400,
     .is_sender = true},
    {.shape = "DependencyAccessDeniedException", .code = "DependencyAccessDeniedException",
     .status = 400, .is_sender = true},
    {.shape = "IllegalArgumentException", .code = "IllegalArgumentException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidPaginationTokenException", .code = "InvalidPaginationTokenException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidResourceStateException", .code = "InvalidResourceStateException",
     .status = 400, .is_sender = true},
    {.shape = "NoAvailableOrganizationException", .code = "NoAvailableOrganizationException",
     .status = 400, .is_sender = true},
    {.shape = "NoSuchResourceException", .code = "NoSuchResourceException", .status = 400,
     .is_sender = true},
    {.shape = "OrganizationNotInAllFeaturesModeException",
     .code = "OrganizationNotInAllFeaturesModeException", .status = 400, .is_sender = true},
    {.shape = "QuotaExceededException", .code = "QuotaExceededException", .status = 400,
     .is_sender = true},
    {.shape = "ResourceAlreadyExistsException", .code = "ResourceAlreadyExistsException",
     .status = 400, .is_sender = true},
    {.shape = "ServiceException", .code = "ServiceException", .status = 500},
    {.shape = "ServiceQuotaTemplateNotInUseException",
     .code = "ServiceQuotaTemplateNotInUseException", .status = 400, .is_sender = true},
    {.shape = "TagPolicyViolationException", .code = "TagPolicyViolationException", .status = 400,
     .is_sender = true},
    {.shape = "TemplatesNotAvailableInRegionException",
     .code = "TemplatesNotAvailableInRegionException", .status = 400, .is_sender = true},
    {.shape = "TooManyRequestsException", .code = "TooManyRequestsException", .status = 400,
     .is_sender = true},
    {.shape = "TooManyTagsException", .code = "TooManyTagsException", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_service_quotas = {
    .name = "service-quotas",
    .signing_name = "servicequotas",
    .host_prefix = "servicequotas",
    .target_prefix = "ServiceQuotasV20190624",
    .api_version = "2019-06-24",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_1,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
