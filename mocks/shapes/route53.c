/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_ARN, SHAPE_AWSRegion, SHAPE_AccountLimit, SHAPE_AccountLimitType, SHAPE_AlarmIdentifier,
    SHAPE_AlarmName, SHAPE_AliasTarget, SHAPE_AssociateVPCWithHostedZoneRequest,
    SHAPE_AssociateVPCWithHostedZoneResponse, SHAPE_Bias, SHAPE_Boolean, SHAPE_Change,
    SHAPE_ChangeAction, SHAPE_ChangeBatch, SHAPE_ChangeCidrCollectionRequest,
    SHAPE_ChangeCidrCollectionResponse, SHAPE_ChangeId, SHAPE_ChangeInfo,
    SHAPE_ChangeResourceRecordSetsRequest, SHAPE_ChangeResourceRecordSetsResponse,
    SHAPE_ChangeStatus, SHAPE_ChangeTagsForResourceRequest, SHAPE_ChangeTagsForResourceResponse,
    SHAPE_Changes, SHAPE_CheckerIpRanges, SHAPE_ChildHealthCheckList, SHAPE_Cidr,
    SHAPE_CidrBlockSummaries, SHAPE_CidrBlockSummary, SHAPE_CidrCollection,
    SHAPE_CidrCollectionChange, SHAPE_CidrCollectionChangeAction, SHAPE_CidrCollectionChanges,
    SHAPE_CidrList, SHAPE_CidrLocationNameDefaultAllowed, SHAPE_CidrLocationNameDefaultNotAllowed,
    SHAPE_CidrNonce, SHAPE_CidrRoutingConfig, SHAPE_CloudWatchAlarmConfiguration,
    SHAPE_CloudWatchRegion, SHAPE_CollectionName, SHAPE_CollectionSummaries,
    SHAPE_CollectionSummary, SHAPE_CollectionVersion, SHAPE_ComparisonOperator, SHAPE_Coordinates,
    SHAPE_CreateCidrCollectionRequest, SHAPE_CreateCidrCollectionResponse,
    SHAPE_CreateHealthCheckRequest, SHAPE_CreateHealthCheckResponse, SHAPE_CreateHostedZoneRequest,
    SHAPE_CreateHostedZoneResponse, SHAPE_CreateQueryLoggingConfigRequest,
    SHAPE_CreateQueryLoggingConfigResponse, SHAPE_CreateReusableDelegationSetRequest,
    SHAPE_CreateReusableDelegationSetResponse, SHAPE_CreateVPCAssociationAuthorizationRequest,
    SHAPE_CreateVPCAssociationAuthorizationResponse, SHAPE_DNSName, SHAPE_Decimal,
    SHAPE_DelegationSet, SHAPE_DelegationSetNameServers, SHAPE_DelegationSets,
    SHAPE_DeleteCidrCollectionRequest, SHAPE_DeleteCidrCollectionResponse,
    SHAPE_DeleteHealthCheckRequest, SHAPE_DeleteHealthCheckResponse, SHAPE_DeleteHostedZoneRequest,
    SHAPE_DeleteHostedZoneResponse, SHAPE_DeleteQueryLoggingConfigRequest,
    SHAPE_DeleteQueryLoggingConfigResponse, SHAPE_DeleteReusableDelegationSetRequest,
    SHAPE_DeleteReusableDelegationSetResponse, SHAPE_DeleteVPCAssociationAuthorizationRequest,
    SHAPE_DeleteVPCAssociationAuthorizationResponse, SHAPE_Dimension, SHAPE_DimensionField,
    SHAPE_DimensionList, SHAPE_DisassociateVPCFromHostedZoneRequest,
    SHAPE_DisassociateVPCFromHostedZoneResponse, SHAPE_ErrorMessages, SHAPE_EvaluationPeriods,
    SHAPE_FailureThreshold, SHAPE_FullyQualifiedDomainName, SHAPE_GeoLocation,
    SHAPE_GeoLocationContinentCode, SHAPE_GeoLocationContinentName, SHAPE_GeoLocationCountryCode,
    SHAPE_GeoLocationCountryName, SHAPE_GeoLocationDetails, SHAPE_GeoLocationDetailsList,
    SHAPE_GeoLocationSubdivisionCode, SHAPE_GeoLocationSubdivisionName, SHAPE_GeoProximityLocation,
    SHAPE_GetAccountLimitRequest, SHAPE_GetAccountLimitResponse, SHAPE_GetChangeRequest,
    SHAPE_GetChangeResponse, SHAPE_GetCheckerIpRangesRequest, SHAPE_GetCheckerIpRangesResponse,
    SHAPE_GetGeoLocationRequest, SHAPE_GetGeoLocationResponse, SHAPE_GetHealthCheckCountRequest,
    SHAPE_GetHealthCheckCountResponse, SHAPE_GetHealthCheckLastFailureReasonRequest,
    SHAPE_GetHealthCheckLastFailureReasonResponse, SHAPE_GetHealthCheckRequest,
    SHAPE_GetHealthCheckResponse, SHAPE_GetHealthCheckStatusRequest,
    SHAPE_GetHealthCheckStatusResponse, SHAPE_GetHostedZoneCountRequest,
    SHAPE_GetHostedZoneCountResponse, SHAPE_GetHostedZoneLimitRequest,
    SHAPE_GetHostedZoneLimitResponse, SHAPE_GetHostedZoneRequest, SHAPE_GetHostedZoneResponse,
    SHAPE_GetQueryLoggingConfigRequest, SHAPE_GetQueryLoggingConfigResponse,
    SHAPE_GetReusableDelegationSetLimitRequest, SHAPE_GetReusableDelegationSetLimitResponse,
    SHAPE_GetReusableDelegationSetRequest, SHAPE_GetReusableDelegationSetResponse,
    SHAPE_HealthCheck, SHAPE_HealthCheckConfig, SHAPE_HealthCheckId, SHAPE_HealthCheckNonce,
    SHAPE_HealthCheckObservation, SHAPE_HealthCheckObservations, SHAPE_HealthCheckRegion,
    SHAPE_HealthCheckRegionList, SHAPE_HealthCheckType, SHAPE_HealthCheckVersion,
    SHAPE_HealthChecks, SHAPE_HealthThreshold, SHAPE_HostedZone, SHAPE_HostedZoneConfig,
    SHAPE_HostedZoneLimit, SHAPE_HostedZoneLimitType, SHAPE_HostedZoneOwner,
    SHAPE_HostedZoneOwningService, SHAPE_HostedZoneSummaries, SHAPE_HostedZoneSummary,
    SHAPE_HostedZoneType, SHAPE_HostedZones, SHAPE_IPAddress, SHAPE_InsufficientDataHealthStatus,
    SHAPE_Integer, SHAPE_InvalidChangeBatch, SHAPE_Latitude, SHAPE_LimitValue, SHAPE_LinkedService,
    SHAPE_ListCidrBlocksRequest, SHAPE_ListCidrBlocksResponse, SHAPE_ListCidrCollectionsRequest,
    SHAPE_ListCidrCollectionsResponse, SHAPE_ListCidrLocationsRequest,
    SHAPE_ListCidrLocationsResponse, SHAPE_ListGeoLocationsRequest, SHAPE_ListGeoLocationsResponse,
    SHAPE_ListHealthChecksRequest, SHAPE_ListHealthChecksResponse,
    SHAPE_ListHostedZonesByNameRequest, SHAPE_ListHostedZonesByNameResponse,
    SHAPE_ListHostedZonesByVPCRequest, SHAPE_ListHostedZonesByVPCResponse,
    SHAPE_ListHostedZonesRequest, SHAPE_ListHostedZonesResponse,
    SHAPE_ListQueryLoggingConfigsRequest, SHAPE_ListQueryLoggingConfigsResponse,
    SHAPE_ListResourceRecordSetsRequest, SHAPE_ListResourceRecordSetsResponse,
    SHAPE_ListReusableDelegationSetsRequest, SHAPE_ListReusableDelegationSetsResponse,
    SHAPE_ListTagsForResourceRequest, SHAPE_ListTagsForResourceResponse,
    SHAPE_ListTagsForResourcesRequest, SHAPE_ListTagsForResourcesResponse,
    SHAPE_ListVPCAssociationAuthorizationsRequest, SHAPE_ListVPCAssociationAuthorizationsResponse,
    SHAPE_LocalZoneGroup, SHAPE_LocationSummaries, SHAPE_LocationSummary, SHAPE_Longitude,
    SHAPE_MetricName, SHAPE_Nameserver, SHAPE_Namespace, SHAPE_Nonce, SHAPE_PageMarker,
    SHAPE_PaginationToken, SHAPE_Period, SHAPE_Port, SHAPE_QueryLoggingConfig,
    SHAPE_QueryLoggingConfigId, SHAPE_QueryLoggingConfigs, SHAPE_RData, SHAPE_RRType,
    SHAPE_RecordData, SHAPE_RecordDataEntry, SHAPE_RequestInterval, SHAPE_ResettableElementName,
    SHAPE_ResettableElementNameList, SHAPE_ResourceDescription, SHAPE_ResourceId,
    SHAPE_ResourcePath, SHAPE_ResourceRecord, SHAPE_ResourceRecordSet,
    SHAPE_ResourceRecordSetFailover, SHAPE_ResourceRecordSetIdentifier,
    SHAPE_ResourceRecordSetRegion, SHAPE_ResourceRecordSetWeight, SHAPE_ResourceRecordSets,
    SHAPE_ResourceRecords, SHAPE_ResourceTagSet, SHAPE_ResourceTagSetList, SHAPE_ResourceURI,
    SHAPE_ReusableDelegationSetLimit, SHAPE_ReusableDelegationSetLimitType,
    SHAPE_RoutingControlArn, SHAPE_SearchString, SHAPE_ServicePrincipal, SHAPE_Statistic,
    SHAPE_StatusReport, SHAPE_String, SHAPE_SubnetMask, SHAPE_TTL, SHAPE_Tag, SHAPE_TagKey,
    SHAPE_TagKeyList, SHAPE_TagList, SHAPE_TagResourceId, SHAPE_TagResourceIdList,
    SHAPE_TagResourceType, SHAPE_TagValue, SHAPE_TestDNSAnswerRequest, SHAPE_TestDNSAnswerResponse,
    SHAPE_Timestamp, SHAPE_TrafficPolicyInstanceId, SHAPE_UpdateHealthCheckRequest,
    SHAPE_UpdateHealthCheckResponse, SHAPE_UpdateHostedZoneCommentRequest,
    SHAPE_UpdateHostedZoneCommentResponse, SHAPE_UsageCount, SHAPE_VPC, SHAPE_VPCId,
    SHAPE_VPCRegion, SHAPE_VPCs, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_AccountLimitType[] = {
    "MAX_HEALTH_CHECKS_BY_OWNER", "MAX_HOSTED_ZONES_BY_OWNER",
    "MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER", "MAX_REUSABLE_DELEGATION_SETS_BY_OWNER",
    "MAX_TRAFFIC_POLICIES_BY_OWNER", NULL,
};

static const char *const words_ChangeAction[] = {
    "CREATE", "DELETE", "UPSERT", NULL,
};

static const char *const words_ChangeStatus[] = {
    "PENDING", "INSYNC", NULL,
};

static const char *const words_CidrCollectionChangeAction[] = {
    "PUT", "DELETE_IF_EXISTS", NULL,
};

static const char *const words_ComparisonOperator[] = {
    "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold",
    "LessThanOrEqualToThreshold", NULL,
};

static const char *const words_HealthCheckRegion[] = {
    "us-east-1", "us-west-1", "us-west-2", "eu-west-1", "ap-southeast-1", "ap-southeast-2",
    "ap-northeast-1", "sa-east-1", NULL,
};

static const char *const words_HealthCheckType[] = {
    "HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP", "CALCULATED", "CLOUDWATCH_METRIC",
    "RECOVERY_CONTROL", NULL,
};

static const char *const words_HostedZoneLimitType[] = {
    "MAX_RRSETS_BY_ZONE", "MAX_VPCS_ASSOCIATED_BY_ZONE", NULL,
};

static const char *const words_HostedZoneType[] = {
    "PrivateHostedZone", NULL,
};

static const char *const words_InsufficientDataHealthStatus[] = {
    "Healthy", "Unhealthy", "LastKnownStatus", NULL,
};

static const char *const words_RRType[] = {
    "SOA", "A", "TXT", "NS", "CNAME", "MX", "NAPTR", "PTR", "SRV", "SPF", "AAAA", "CAA", "DS",
    "TLSA", "SSHFP", "SVCB", "HTTPS", NULL,
};

static const char *const words_ResettableElementName[] = {
    "FullyQualifiedDomainName", "Regions", "ResourcePath", "ChildHealthChecks", NULL,
};

static const char *const words_ResourceRecordSetFailover[] = {
    "PRIMARY", "SECONDARY", NULL,
};

static const char *const words_ReusableDelegationSetLimitType[] = {
    "MAX_ZONES_BY_REUSABLE_DELEGATION_SET", NULL,
};

static const char *const words_Statistic[] = {
    "Average", "Sum", "SampleCount", "Maximum", "Minimum", NULL,
};

static const char *const words_TagResourceType[] = {
    "healthcheck", "hostedzone", NULL,
};

static const struct bs_shape_member
    members_AccountLimit[] = {
    {MEMBER(Type, AccountLimitType), .is_required = true},
    {MEMBER(Value, LimitValue), .is_required = true},
};

static const struct bs_shape_member
    members_AlarmIdentifier[] = {
    {MEMBER(Region, CloudWatchRegion), .is_required = true},
    {MEMBER(Name, AlarmName), .is_required = true},
};

static const struct bs_shape_member
    members_AliasTarget[] = {
    {MEMBER(HostedZoneId, ResourceId), .is_required = true},
    {MEMBER(DNSName, DNSName), .is_required = true},
    {MEMBER(EvaluateTargetHealth, Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_AssociateVPCWithHostedZoneRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER(VPC, VPC), .is_required = true},
    {MEMBER(Comment, String)},
};

static const struct bs_shape_member
    members_AssociateVPCWithHostedZoneResponse[] = {
    {MEMBER(ChangeInfo, ChangeInfo), .is_required = true},
};

static const struct bs_shape_member
    members_Change[] = {
    {MEMBER(Action, ChangeAction), .is_required = true},
    {MEMBER(ResourceRecordSet, ResourceRecordSet), .is_required = true},
};

static const struct bs_shape_member
    members_ChangeBatch[] = {
    {MEMBER(Comment, ResourceDescription)},
    {MEMBER(Changes, Changes), .is_required = true},
};

static const struct bs_shape_member
    members_ChangeCidrCollectionRequest[] = {
    {MEMBER_AS(Id, "CidrCollectionId", "CidrCollectionId", String), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER(CollectionVersion, CollectionVersion)},
    {MEMBER(Changes, CidrCollectionChanges), .is_required = true},
};

static const struct bs_shape_member
    members_ChangeCidrCollectionResponse[] = {
    {MEMBER(Id, ChangeId), .is_required = true},
};

static const struct bs_shape_member
    members_ChangeInfo[] = {
    {MEMBER(Id, ResourceId), .is_required = true},
    {MEMBER(Status, ChangeStatus), .is_required = true},
    {MEMBER(SubmittedAt, Timestamp), .is_required = true},
    {MEMBER(Comment, ResourceDescription)},
};

static const struct bs_shape_member
    members_ChangeResourceRecordSetsRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER(ChangeBatch, ChangeBatch), .is_required = true},
};

static const struct bs_shape_member
    members_ChangeResourceRecordSetsResponse[] = {
    {MEMBER(ChangeInfo, ChangeInfo), .is_required = true},
};

static const struct bs_shape_member
    members_ChangeTagsForResourceRequest[] = {
    {MEMBER(ResourceType, TagResourceType), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(ResourceId, TagResourceId), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(AddTags, TagList)},
    {MEMBER(RemoveTagKeys, TagKeyList)},
};

static const struct bs_shape_member
    members_Changes[] = {
    {MEMBER_AS(member, "Change", "Change", Change)},
};

static const struct bs_shape_member
    members_CheckerIpRanges[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ChildHealthCheckList[] = {
    {MEMBER_AS(member, "ChildHealthCheck", "ChildHealthCheck", HealthCheckId)},
};

static const struct bs_shape_member
    members_CidrBlockSummaries[] = {
    {MEMBER(member, CidrBlockSummary)},
};

static const struct bs_shape_member
    members_CidrBlockSummary[] = {
    {MEMBER(CidrBlock, Cidr)},
    {MEMBER(LocationName, CidrLocationNameDefaultNotAllowed)},
};

static const struct bs_shape_member
    members_CidrCollection[] = {
    {MEMBER(Arn, ARN)},
    {MEMBER(Id, String)},
    {MEMBER(Name, CollectionName)},
    {MEMBER(Version, CollectionVersion)},
};

static const struct bs_shape_member
    members_CidrCollectionChange[] = {
    {MEMBER(LocationName, CidrLocationNameDefaultNotAllowed), .is_required = true},
    {MEMBER(Action, CidrCollectionChangeAction), .is_required = true},
    {MEMBER(CidrList, CidrList), .is_required = true},
};

static const struct bs_shape_member
    members_CidrCollectionChanges[] = {
    {MEMBER(member, CidrCollectionChange)},
};

static const struct bs_shape_member
    members_CidrList[] = {
    {MEMBER_AS(member, "Cidr", "Cidr", Cidr)},
};

static const struct bs_shape_member
    members_CidrRoutingConfig[] = {
    {MEMBER(CollectionId, String), .is_required = true},
    {MEMBER(LocationName, CidrLocationNameDefaultAllowed), .is_required = true},
};

static const struct bs_shape_member
    members_CloudWatchAlarmConfiguration[] = {
    {MEMBER(EvaluationPeriods, EvaluationPeriods), .is_required = true},
    {MEMBER(Threshold, Decimal), .is_required = true},
    {MEMBER(ComparisonOperator, ComparisonOperator), .is_required = true},
    {MEMBER(Period, Period), .is_required = true},
    {MEMBER(MetricName, MetricName), .is_required = true},
    {MEMBER(Namespace, Namespace), .is_required = true},
    {MEMBER(Statistic, Statistic), .is_required = true},
    {MEMBER(Dimensions, DimensionList)},
};

static const struct bs_shape_member
    members_CollectionSummaries[] = {
    {MEMBER(member, CollectionSummary)},
};

static const struct bs_shape_member
    members_CollectionSummary[] = {
    {MEMBER(Arn, ARN)},
    {MEMBER(Id, String)},
    {MEMBER(Name, CollectionName)},
    {MEMBER(Version, CollectionVersion)},
};

static const struct bs_shape_member
    members_Coordinates[] = {
    {MEMBER(Latitude, Latitude), .is_required = true},
    {MEMBER(Longitude, Longitude), .is_required = true},
};

static const struct bs_shape_member
    members_CreateCidrCollectionRequest[] = {
    {MEMBER(Name, CollectionName), .is_required = true},
    {MEMBER(CallerReference, CidrNonce), .is_required = true},
};

static const struct bs_shape_member
    members_CreateCidrCollectionResponse[] = {
    {MEMBER(Collection, CidrCollection)},
    {MEMBER(Location, ResourceURI), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CreateHealthCheckRequest[] = {
    {MEMBER(CallerReference, HealthCheckNonce), .is_required = true},
    {MEMBER(HealthCheckConfig, HealthCheckConfig), .is_required = true},
};

static const struct bs_shape_member
    members_CreateHealthCheckResponse[] = {
    {MEMBER(HealthCheck, HealthCheck), .is_required = true},
    {MEMBER(Location, ResourceURI), .location = BS_LOCATION_HEADER, .is_required = true},
};

static const struct bs_shape_member
    members_CreateHostedZoneRequest[] = {
    {MEMBER(Name, DNSName), .is_required = true},
    {MEMBER(VPC, VPC)},
    {MEMBER(CallerReference, Nonce), .is_required = true},
    {MEMBER(HostedZoneConfig, HostedZoneConfig)},
    {MEMBER(DelegationSetId, ResourceId)},
};

static const struct bs_shape_member
    members_CreateHostedZoneResponse[] = {
    {MEMBER(HostedZone, HostedZone), .is_required = true},
    {MEMBER(ChangeInfo, ChangeInfo), .is_required = true},
    {MEMBER(DelegationSet, DelegationSet), .is_required = true},
    {MEMBER(VPC, VPC)},
    {MEMBER(Location, ResourceURI), .location = BS_LOCATION_HEADER, .is_required = true},
};

static const struct bs_shape_member
    members_CreateQueryLoggingConfigRequest[] = {
    {MEMBER(HostedZoneId, ResourceId), .is_required = true},
    {MEMBER(CloudWatchLogsLogGroupArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_CreateQueryLoggingConfigResponse[] = {
    {MEMBER(QueryLoggingConfig, QueryLoggingConfig), .is_required = true},
    {MEMBER(Location, ResourceURI), .location = BS_LOCATION_HEADER, .is_required = true},
};

static const struct bs_shape_member
    members_CreateReusableDelegationSetRequest[] = {
    {MEMBER(CallerReference, Nonce), .is_required = true},
    {MEMBER(HostedZoneId, ResourceId)},
};

static const struct bs_shape_member
    members_CreateReusableDelegationSetResponse[] = {
    {MEMBER(DelegationSet, DelegationSet), .is_required = true},
    {MEMBER(Location, ResourceURI), .location = BS_LOCATION_HEADER, .is_required = true},
};

static const struct bs_shape_member
    members_CreateVPCAssociationAuthorizationRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER(VPC, VPC), .is_required = true},
};

static const struct bs_shape_member
    members_CreateVPCAssociationAuthorizationResponse[] = {
    {MEMBER(HostedZoneId, ResourceId), .is_required = true},
    {MEMBER(VPC, VPC), .is_required = true},
};

static const struct bs_shape_member
    members_DelegationSet[] = {
    {MEMBER(Id, ResourceId)},
    {MEMBER(CallerReference, Nonce)},
    {MEMBER(NameServers, DelegationSetNameServers), .is_required = true},
};

static const struct bs_shape_member
    members_DelegationSetNameServers[] = {
    {MEMBER_AS(member, "NameServer", "NameServer", DNSName)},
};

static const struct bs_shape_member
    members_DelegationSets[] = {
    {MEMBER_AS(member, "DelegationSet", "DelegationSet", DelegationSet)},
};

static const struct bs_shape_member
    members_DeleteCidrCollectionRequest[] = {
    {MEMBER_AS(Id, "CidrCollectionId", "CidrCollectionId", String), .location = BS_LOCATION_URI,
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteHealthCheckRequest[] = {
    {MEMBER(HealthCheckId, HealthCheckId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_DeleteHostedZoneRequest[] = {
    {MEMBER(Id, ResourceId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_DeleteHostedZoneResponse[] = {
    {MEMBER(ChangeInfo, ChangeInfo), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteQueryLoggingConfigRequest[] = {
    {MEMBER(Id, QueryLoggingConfigId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_DeleteReusableDelegationSetRequest[] = {
    {MEMBER(Id, ResourceId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_DeleteVPCAssociationAuthorizationRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER(VPC, VPC), .is_required = true},
};

static const struct bs_shape_member
    members_Dimension[] = {
    {MEMBER(Name, DimensionField), .is_required = true},
    {MEMBER(Value, DimensionField), .is_required = true},
};

static const struct bs_shape_member
    members_DimensionList[] = {
    {MEMBER_AS(member, "Dimension", "Dimension", Dimension)},
};

static const struct bs_shape_member
    members_DisassociateVPCFromHostedZoneRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER(VPC, VPC), .is_required = true},
    {MEMBER(Comment, String)},
};

static const struct bs_shape_member
    members_DisassociateVPCFromHostedZoneResponse[] = {
    {MEMBER(ChangeInfo, ChangeInfo), .is_required = true},
};

static const struct bs_shape_member
    members_ErrorMessages[] = {
    {MEMBER_AS(member, "Message", "Message", String)},
};

static const struct bs_shape_member
    members_GeoLocation[] = {
    {MEMBER(ContinentCode, GeoLocationContinentCode)},
    {MEMBER(CountryCode, GeoLocationCountryCode)},
    {MEMBER(SubdivisionCode, GeoLocationSubdivisionCode)},
};

static const struct bs_shape_member
    members_GeoLocationDetails[] = {
    {MEMBER(ContinentCode, GeoLocationContinentCode)},
    {MEMBER(ContinentName, GeoLocationContinentName)},
    {MEMBER(CountryCode, GeoLocationCountryCode)},
    {MEMBER(CountryName, GeoLocationCountryName)},
    {MEMBER(SubdivisionCode, GeoLocationSubdivisionCode)},
    {MEMBER(SubdivisionName, GeoLocationSubdivisionName)},
};

static const struct bs_shape_member
    members_GeoLocationDetailsList[] = {
    {MEMBER_AS(member, "GeoLocationDetails", "GeoLocationDetails", GeoLocationDetails)},
};

static const struct bs_shape_member
    members_GeoProximityLocation[] = {
    {MEMBER(AWSRegion, AWSRegion)},
    {MEMBER(LocalZoneGroup, LocalZoneGroup)},
    {MEMBER(Coordinates, Coordinates)},
    {MEMBER(Bias, Bias)},
};

static const struct bs_shape_member
    members_GetAccountLimitRequest[] = {
    {MEMBER(Type, AccountLimitType), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetAccountLimitResponse[] = {
    {MEMBER(Limit, AccountLimit), .is_required = true},
    {MEMBER(Count, UsageCount), .is_required = true},
};

static const struct bs_shape_member
    members_GetChangeRequest[] = {
    {MEMBER(Id, ChangeId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetChangeResponse[] = {
    {MEMBER(ChangeInfo, ChangeInfo), .is_required = true},
};

static const struct bs_shape_member
    members_GetCheckerIpRangesResponse[] = {
    {MEMBER(CheckerIpRanges, CheckerIpRanges), .is_required = true},
};

static const struct bs_shape_member
    members_GetGeoLocationRequest[] = {
    {MEMBER_AS(ContinentCode, "continentcode", "Continentcode", GeoLocationContinentCode),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(CountryCode, "countrycode", "Countrycode", GeoLocationCountryCode),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(SubdivisionCode, "subdivisioncode", "Subdivisioncode", GeoLocationSubdivisionCode),
     .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_GetGeoLocationResponse[] = {
    {MEMBER(GeoLocationDetails, GeoLocationDetails), .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckCountResponse[] = {
    {MEMBER(HealthCheckCount, Integer), .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckLastFailureReasonRequest[] = {
    {MEMBER(HealthCheckId, HealthCheckId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckLastFailureReasonResponse[] = {
    {MEMBER(HealthCheckObservations, HealthCheckObservations), .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckRequest[] = {
    {MEMBER(HealthCheckId, HealthCheckId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckResponse[] = {
    {MEMBER(HealthCheck, HealthCheck), .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckStatusRequest[] = {
    {MEMBER(HealthCheckId, HealthCheckId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetHealthCheckStatusResponse[] = {
    {MEMBER(HealthCheckObservations, HealthCheckObservations), .is_required = true},
};

static const struct bs_shape_member
    members_GetHostedZoneCountResponse[] = {
    {MEMBER(HostedZoneCount, Integer), .is_required = true},
};

static const struct bs_shape_member
    members_GetHostedZoneLimitRequest[] = {
    {MEMBER(Type, HostedZoneLimitType), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
};

static const struct bs_shape_member
    members_GetHostedZoneLimitResponse[] = {
    {MEMBER(Limit, HostedZoneLimit), .is_required = true},
    {MEMBER(Count, UsageCount), .is_required = true},
};

static const struct bs_shape_member
    members_GetHostedZoneRequest[] = {
    {MEMBER(Id, ResourceId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetHostedZoneResponse[] = {
    {MEMBER(HostedZone, HostedZone), .is_required = true},
    {MEMBER(DelegationSet, DelegationSet)},
    {MEMBER(VPCs, VPCs)},
};

static const struct bs_shape_member
    members_GetQueryLoggingConfigRequest[] = {
    {MEMBER(Id, QueryLoggingConfigId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetQueryLoggingConfigResponse[] = {
    {MEMBER(QueryLoggingConfig, QueryLoggingConfig), .is_required = true},
};

static const struct bs_shape_member
    members_GetReusableDelegationSetLimitRequest[] = {
    {MEMBER(Type, ReusableDelegationSetLimitType), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER_AS(DelegationSetId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
};

static const struct bs_shape_member
    members_GetReusableDelegationSetLimitResponse[] = {
    {MEMBER(Limit, ReusableDelegationSetLimit), .is_required = true},
    {MEMBER(Count, UsageCount), .is_required = true},
};

static const struct bs_shape_member
    members_GetReusableDelegationSetRequest[] = {
    {MEMBER(Id, ResourceId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_GetReusableDelegationSetResponse[] = {
    {MEMBER(DelegationSet, DelegationSet), .is_required = true},
};

static const struct bs_shape_member
    members_HealthCheck[] = {
    {MEMBER(Id, HealthCheckId), .is_required = true},
    {MEMBER(CallerReference, HealthCheckNonce), .is_required = true},
    {MEMBER(LinkedService, LinkedService)},
    {MEMBER(HealthCheckConfig, HealthCheckConfig), .is_required = true},
    {MEMBER(HealthCheckVersion, HealthCheckVersion), .is_required = true},
    {MEMBER(CloudWatchAlarmConfiguration, CloudWatchAlarmConfiguration)},
};

static const struct bs_shape_member
    members_HealthCheckConfig[] = {
    {MEMBER(IPAddress, IPAddress)},
    {MEMBER(Port, Port)},
    {MEMBER(Type, HealthCheckType), .is_required = true},
    {MEMBER(ResourcePath, ResourcePath)},
    {MEMBER(FullyQualifiedDomainName, FullyQualifiedDomainName)},
    {MEMBER(SearchString, SearchString)},
    {MEMBER(RequestInterval, RequestInterval)},
    {MEMBER(FailureThreshold, FailureThreshold)},
    {MEMBER(MeasureLatency, Boolean)},
    {MEMBER(Inverted, Boolean)},
    {MEMBER(Disabled, Boolean)},
    {MEMBER(HealthThreshold, HealthThreshold)},
    {MEMBER(ChildHealthChecks, ChildHealthCheckList)},
    {MEMBER(EnableSNI, Boolean)},
    {MEMBER(Regions, HealthCheckRegionList)},
    {MEMBER(AlarmIdentifier, AlarmIdentifier)},
    {MEMBER(InsufficientDataHealthStatus, InsufficientDataHealthStatus)},
    {MEMBER(RoutingControlArn, RoutingControlArn)},
};

static const struct bs_shape_member
    members_HealthCheckObservation[] = {
    {MEMBER(Region, HealthCheckRegion)},
    {MEMBER(IPAddress, IPAddress)},
    {MEMBER(StatusReport, StatusReport)},
};

static const struct bs_shape_member
    members_HealthCheckObservations[] = {
    {MEMBER_AS(member, "HealthCheckObservation", "HealthCheckObservation",
     HealthCheckObservation)},
};

static const struct bs_shape_member
    members_HealthCheckRegionList[] = {
    {MEMBER_AS(member, "Region", "Region", HealthCheckRegion)},
};

static const struct bs_shape_member
    members_HealthChecks[] = {
    {MEMBER_AS(member, "HealthCheck", "HealthCheck", HealthCheck)},
};

static const struct bs_shape_member
    members_HostedZone[] = {
    {MEMBER(Id, ResourceId), .is_required = true},
    {MEMBER(Name, DNSName), .is_required = true},
    {MEMBER(CallerReference, Nonce), .is_required = true},
    {MEMBER(Config, HostedZoneConfig)},
    {MEMBER(ResourceRecordSetCount, Integer)},
    {MEMBER(LinkedService, LinkedService)},
};

static const struct bs_shape_member
    members_HostedZoneConfig[] = {
    {MEMBER(Comment, ResourceDescription)},
    {MEMBER(PrivateZone, Boolean)},
};

static const struct bs_shape_member
    members_HostedZoneLimit[] = {
    {MEMBER(Type, HostedZoneLimitType), .is_required = true},
    {MEMBER(Value, LimitValue), .is_required = true},
};

static const struct bs_shape_member
    members_HostedZoneOwner[] = {
    {MEMBER(OwningAccount, String)},
    {MEMBER(OwningService, HostedZoneOwningService)},
};

static const struct bs_shape_member
    members_HostedZoneSummaries[] = {
    {MEMBER_AS(member, "HostedZoneSummary", "HostedZoneSummary", HostedZoneSummary)},
};

static const struct bs_shape_member
    members_HostedZoneSummary[] = {
    {MEMBER(HostedZoneId, ResourceId), .is_required = true},
    {MEMBER(Name, DNSName), .is_required = true},
    {MEMBER(Owner, HostedZoneOwner), .is_required = true},
};

static const struct bs_shape_member
    members_HostedZones[] = {
    {MEMBER_AS(member, "HostedZone", "HostedZone", HostedZone)},
};

static const struct bs_shape_member
    members_InvalidChangeBatch[] = {
    {MEMBER_AS(messages, "messages", "Messages", ErrorMessages)},
    {MEMBER_AS(message, "message", "Message", String)},
};

static const struct bs_shape_member
    members_LinkedService[] = {
    {MEMBER(ServicePrincipal, ServicePrincipal)},
    {MEMBER(Description, ResourceDescription)},
};

static const struct bs_shape_member
    members_ListCidrBlocksRequest[] = {
    {MEMBER_AS(CollectionId, "CidrCollectionId", "CidrCollectionId", String),
     .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(LocationName, "location", "Location", CidrLocationNameDefaultNotAllowed),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(NextToken, "nexttoken", "Nexttoken", PaginationToken),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxResults, "maxresults", "Maxresults", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListCidrBlocksResponse[] = {
    {MEMBER(NextToken, PaginationToken)},
    {MEMBER(CidrBlocks, CidrBlockSummaries)},
};

static const struct bs_shape_member
    members_ListCidrCollectionsRequest[] = {
    {MEMBER_AS(NextToken, "nexttoken", "Nexttoken", PaginationToken),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxResults, "maxresults", "Maxresults", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListCidrCollectionsResponse[] = {
    {MEMBER(NextToken, PaginationToken)},
    {MEMBER(CidrCollections, CollectionSummaries)},
};

static const struct bs_shape_member
    members_ListCidrLocationsRequest[] = {
    {MEMBER_AS(CollectionId, "CidrCollectionId", "CidrCollectionId", String),
     .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(NextToken, "nexttoken", "Nexttoken", PaginationToken),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxResults, "maxresults", "Maxresults", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListCidrLocationsResponse[] = {
    {MEMBER(NextToken, PaginationToken)},
    {MEMBER(CidrLocations, LocationSummaries)},
};

static const struct bs_shape_member
    members_ListGeoLocationsRequest[] = {
    {MEMBER_AS(StartContinentCode, "startcontinentcode", "Startcontinentcode",
     GeoLocationContinentCode), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(StartCountryCode, "startcountrycode", "Startcountrycode", GeoLocationCountryCode),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(StartSubdivisionCode, "startsubdivisioncode", "Startsubdivisioncode",
     GeoLocationSubdivisionCode), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListGeoLocationsResponse[] = {
    {MEMBER(GeoLocationDetailsList, GeoLocationDetailsList), .is_required = true},
    {MEMBER(IsTruncated, Boolean), .is_required = true},
    {MEMBER(NextContinentCode, GeoLocationContinentCode)},
    {MEMBER(NextCountryCode, GeoLocationCountryCode)},
    {MEMBER(NextSubdivisionCode, GeoLocationSubdivisionCode)},
    {MEMBER(MaxItems, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListHealthChecksRequest[] = {
    {MEMBER_AS(Marker, "marker", "Marker", PageMarker), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListHealthChecksResponse[] = {
    {MEMBER(HealthChecks, HealthChecks), .is_required = true},
    {MEMBER(Marker, PageMarker), .is_required = true},
    {MEMBER(IsTruncated, Boolean), .is_required = true},
    {MEMBER(NextMarker, PageMarker)},
    {MEMBER(MaxItems, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListHostedZonesByNameRequest[] = {
    {MEMBER_AS(DNSName, "dnsname", "Dnsname", DNSName), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(HostedZoneId, "hostedzoneid", "Hostedzoneid", ResourceId),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListHostedZonesByNameResponse[] = {
    {MEMBER(HostedZones, HostedZones), .is_required = true},
    {MEMBER(DNSName, DNSName)},
    {MEMBER(HostedZoneId, ResourceId)},
    {MEMBER(IsTruncated, Boolean), .is_required = true},
    {MEMBER(NextDNSName, DNSName)},
    {MEMBER(NextHostedZoneId, ResourceId)},
    {MEMBER(MaxItems, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListHostedZonesByVPCRequest[] = {
    {MEMBER_AS(VPCId, "vpcid", "Vpcid", VPCId), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(VPCRegion, "vpcregion", "Vpcregion", VPCRegion), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(NextToken, "nexttoken", "Nexttoken", PaginationToken),
     .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListHostedZonesByVPCResponse[] = {
    {MEMBER(HostedZoneSummaries, HostedZoneSummaries), .is_required = true},
    {MEMBER(MaxItems, String), .is_required = true},
    {MEMBER(NextToken, PaginationToken)},
};

static const struct bs_shape_member
    members_ListHostedZonesRequest[] = {
    {MEMBER_AS(Marker, "marker", "Marker", PageMarker), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(DelegationSetId, "delegationsetid", "Delegationsetid", ResourceId),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(HostedZoneType, "hostedzonetype", "Hostedzonetype", HostedZoneType),
     .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListHostedZonesResponse[] = {
    {MEMBER(HostedZones, HostedZones), .is_required = true},
    {MEMBER(Marker, PageMarker), .is_required = true},
    {MEMBER(IsTruncated, Boolean), .is_required = true},
    {MEMBER(NextMarker, PageMarker)},
    {MEMBER(MaxItems, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListQueryLoggingConfigsRequest[] = {
    {MEMBER_AS(HostedZoneId, "hostedzoneid", "Hostedzoneid", ResourceId),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(NextToken, "nexttoken", "Nexttoken", PaginationToken),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxResults, "maxresults", "Maxresults", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListQueryLoggingConfigsResponse[] = {
    {MEMBER(QueryLoggingConfigs, QueryLoggingConfigs), .is_required = true},
    {MEMBER(NextToken, PaginationToken)},
};

static const struct bs_shape_member
    members_ListResourceRecordSetsRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER_AS(StartRecordName, "name", "Name", DNSName), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(StartRecordType, "type", "Type", RRType), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(StartRecordIdentifier, "identifier", "Identifier", ResourceRecordSetIdentifier),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListResourceRecordSetsResponse[] = {
    {MEMBER(ResourceRecordSets, ResourceRecordSets), .is_required = true},
    {MEMBER(IsTruncated, Boolean), .is_required = true},
    {MEMBER(NextRecordName, DNSName)},
    {MEMBER(NextRecordType, RRType)},
    {MEMBER(NextRecordIdentifier, ResourceRecordSetIdentifier)},
    {MEMBER(MaxItems, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListReusableDelegationSetsRequest[] = {
    {MEMBER_AS(Marker, "marker", "Marker", PageMarker), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxItems, "maxitems", "Maxitems", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListReusableDelegationSetsResponse[] = {
    {MEMBER(DelegationSets, DelegationSets), .is_required = true},
    {MEMBER(Marker, PageMarker), .is_required = true},
    {MEMBER(IsTruncated, Boolean), .is_required = true},
    {MEMBER(NextMarker, PageMarker)},
    {MEMBER(MaxItems, String), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER(ResourceType, TagResourceType), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(ResourceId, TagResourceId), .location = BS_LOCATION_URI, .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResponse[] = {
    {MEMBER(ResourceTagSet, ResourceTagSet), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourcesRequest[] = {
    {MEMBER(ResourceType, TagResourceType), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(ResourceIds, TagResourceIdList), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourcesResponse[] = {
    {MEMBER(ResourceTagSets, ResourceTagSetList), .is_required = true},
};

static const struct bs_shape_member
    members_ListVPCAssociationAuthorizationsRequest[] = {
    {MEMBER_AS(HostedZoneId, "Id", "Id", ResourceId), .location = BS_LOCATION_URI,
     .is_required = true},
    {MEMBER_AS(NextToken, "nexttoken", "Nexttoken", PaginationToken),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxResults, "maxresults", "Maxresults", String), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListVPCAssociationAuthorizationsResponse[] = {
    {MEMBER(HostedZoneId, ResourceId), .is_required = true},
    {MEMBER(NextToken, PaginationToken)},
    {MEMBER(VPCs, VPCs), .is_required = true},
};

static const struct bs_shape_member
    members_LocationSummaries[] = {
    {MEMBER(member, LocationSummary)},
};

static const struct bs_shape_member
    members_LocationSummary[] = {
    {MEMBER(LocationName, CidrLocationNameDefaultAllowed)},
};

static const struct bs_shape_member
    members_QueryLoggingConfig[] = {
    {MEMBER(Id, QueryLoggingConfigId), .is_required = true},
    {MEMBER(HostedZoneId, ResourceId), .is_required = true},
    {MEMBER(CloudWatchLogsLogGroupArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_QueryLoggingConfigs[] = {
    {MEMBER_AS(member, "QueryLoggingConfig", "QueryLoggingConfig", QueryLoggingConfig)},
};

static const struct bs_shape_member
    members_RecordData[] = {
    {MEMBER_AS(member, "RecordDataEntry", "RecordDataEntry", RecordDataEntry)},
};

static const struct bs_shape_member
    members_ResettableElementNameList[] = {
    {MEMBER_AS(member, "ResettableElementName", "ResettableElementName", ResettableElementName)},
};

static const struct bs_shape_member
    members_ResourceRecord[] = {
    {MEMBER(Value, RData), .is_required = true},
};

static const struct bs_shape_member
    members_ResourceRecordSet[] = {
    {MEMBER(Name, DNSName), .is_required = true},
    {MEMBER(Type, RRType), .is_required = true},
    {MEMBER(SetIdentifier, ResourceRecordSetIdentifier)},
    {MEMBER(Weight, ResourceRecordSetWeight)},
    {MEMBER(Region, ResourceRecordSetRegion)},
    {MEMBER(GeoLocation, GeoLocation)},
    {MEMBER(Failover, ResourceRecordSetFailover)},
    {MEMBER(MultiValueAnswer, Boolean)},
    {MEMBER(TTL, TTL)},
    {MEMBER(ResourceRecords, ResourceRecords)},
    {MEMBER(AliasTarget, AliasTarget)},
    {MEMBER(HealthCheckId, HealthCheckId)},
    {MEMBER(TrafficPolicyInstanceId, TrafficPolicyInstanceId)},
    {MEMBER(CidrRoutingConfig, CidrRoutingConfig)},
    {MEMBER(GeoProximityLocation, GeoProximityLocation)},
};

static const struct bs_shape_member
    members_ResourceRecordSets[] = {
    {MEMBER_AS(member, "ResourceRecordSet", "ResourceRecordSet", ResourceRecordSet)},
};

static const struct bs_shape_member
    members_ResourceRecords[] = {
    {MEMBER_AS(member, "ResourceRecord", "ResourceRecord", ResourceRecord)},
};

static const struct bs_shape_member
    members_ResourceTagSet[] = {
    {MEMBER(ResourceType, TagResourceType)},
    {MEMBER(ResourceId, TagResourceId)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_ResourceTagSetList[] = {
    {MEMBER_AS(member, "ResourceTagSet", "ResourceTagSet", ResourceTagSet)},
};

static const struct bs_shape_member
    members_ReusableDelegationSetLimit[] = {
    {MEMBER(Type, ReusableDelegationSetLimitType), .is_required = true},
    {MEMBER(Value, LimitValue), .is_required = true},
};

static const struct bs_shape_member
    members_StatusReport[] = {
    {MEMBER(Status, String)},
    {MEMBER(CheckedTime, Timestamp)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKey)},
    {MEMBER(Value, TagValue)},
};

static const struct bs_shape_member
    members_TagKeyList[] = {
    {MEMBER_AS(member, "Key", "Key", TagKey)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER_AS(member, "Tag", "Tag", Tag)},
};

static const struct bs_shape_member
    members_TagResourceIdList[] = {
    {MEMBER_AS(member, "ResourceId", "ResourceId", TagResourceId)},
};

static const struct bs_shape_member
    members_TestDNSAnswerRequest[] = {
    {MEMBER_AS(HostedZoneId, "hostedzoneid", "Hostedzoneid", ResourceId),
     .location = BS_LOCATION_QUERY, .is_required = true},
    {MEMBER_AS(RecordName, "recordname", "Recordname", DNSName), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(RecordType, "recordtype", "Recordtype", RRType), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(ResolverIP, "resolverip", "Resolverip", IPAddress), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(EDNS0ClientSubnetIP, "edns0clientsubnetip", "Edns0clientsubnetip", IPAddress),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(EDNS0ClientSubnetMask, "edns0clientsubnetmask", "Edns0clientsubnetmask",
     SubnetMask), .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_TestDNSAnswerResponse[] = {
    {MEMBER(Nameserver, Nameserver), .is_required = true},
    {MEMBER(RecordName, DNSName), .is_required = true},
    {MEMBER(RecordType, RRType), .is_required = true},
    {MEMBER(RecordData, RecordData), .is_required = true},
    {MEMBER(ResponseCode, String), .is_required = true},
    {MEMBER(Protocol, String), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateHealthCheckRequest[] = {
    {MEMBER(HealthCheckId, HealthCheckId), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(HealthCheckVersion, HealthCheckVersion)},
    {MEMBER(IPAddress, IPAddress)},
    {MEMBER(Port, Port)},
    {MEMBER(ResourcePath, ResourcePath)},
    {MEMBER(FullyQualifiedDomainName, FullyQualifiedDomainName)},
    {MEMBER(SearchString, SearchString)},
    {MEMBER(FailureThreshold, FailureThreshold)},
    {MEMBER(Inverted, Boolean)},
    {MEMBER(Disabled, Boolean)},
    {MEMBER(HealthThreshold, HealthThreshold)},
    {MEMBER(ChildHealthChecks, ChildHealthCheckList)},
    {MEMBER(EnableSNI, Boolean)},
    {MEMBER(Regions, HealthCheckRegionList)},
    {MEMBER(AlarmIdentifier, AlarmIdentifier)},
    {MEMBER(InsufficientDataHealthStatus, InsufficientDataHealthStatus)},
    {MEMBER(ResetElements, ResettableElementNameList)},
};

static const struct bs_shape_member
    members_UpdateHealthCheckResponse[] = {
    {MEMBER(HealthCheck, HealthCheck), .is_required = true},
};

static const struct bs_shape_member
    members_UpdateHostedZoneCommentRequest[] = {
    {MEMBER(Id, ResourceId), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Comment, ResourceDescription)},
};

static const struct bs_shape_member
    members_UpdateHostedZoneCommentResponse[] = {
    {MEMBER(HostedZone, HostedZone), .is_required = true},
};

static const struct bs_shape_member
    members_VPC[] = {
    {MEMBER(VPCRegion, VPCRegion)},
    {MEMBER(VPCId, VPCId)},
};

static const struct bs_shape_member
    members_VPCs[] = {
    {MEMBER_AS(member, "VPC", "VPC", VPC)},
};

static const struct bs_shape shapes[SHAPES] = {
    SCALAR(ARN, STRING), BOUNDS(20, 2048)},
    SCALAR(AWSRegion, STRING), BOUNDS(1, 64)},
    COMPOUND(AccountLimit, STRUCTURE)},
    SCALAR(AccountLimitType, STRING), WORDS(AccountLimitType)},
    COMPOUND(AlarmIdentifier, STRUCTURE)},
    SCALAR(AlarmName, STRING), BOUNDS(1, 256)},
    COMPOUND(AliasTarget, STRUCTURE)},
    COMPOUND(AssociateVPCWithHostedZoneRequest, STRUCTURE)},
    COMPOUND(AssociateVPCWithHostedZoneResponse, STRUCTURE)},
    SCALAR(Bias, INTEGER), BOUNDS(-99, 99)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(Change, STRUCTURE)},
    SCALAR(ChangeAction, STRING), WORDS(ChangeAction)},
    COMPOUND(ChangeBatch, STRUCTURE)},
    COMPOUND(ChangeCidrCollectionRequest, STRUCTURE)},
    COMPOUND(ChangeCidrCollectionResponse, STRUCTURE)},
    SCALAR(ChangeId, STRING), BOUNDS(1, 6500)},
    COMPOUND(ChangeInfo, STRUCTURE)},
    COMPOUND(ChangeResourceRecordSetsRequest, STRUCTURE)},
    COMPOUND(ChangeResourceRecordSetsResponse, STRUCTURE)},
    SCALAR(ChangeStatus, STRING), WORDS(ChangeStatus)},
    COMPOUND(ChangeTagsForResourceRequest, STRUCTURE)},
    SCALAR(ChangeTagsForResourceResponse, STRUCTURE)},
    COMPOUND(Changes, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(CheckerIpRanges, LIST)},
    COMPOUND(ChildHealthCheckList, LIST), BOUNDS(0, 256)},
    SCALAR(Cidr, STRING), BOUNDS(1, 50)},
    COMPOUND(CidrBlockSummaries, LIST)},
    COMPOUND(CidrBlockSummary, STRUCTURE)},
    COMPOUND(CidrCollection, STRUCTURE)},
    COMPOUND(CidrCollectionChange, STRUCTURE)},
    SCALAR(CidrCollectionChangeAction, STRING), WORDS(CidrCollectionChangeAction)},
    COMPOUND(CidrCollectionChanges, LIST), BOUNDS(1, 1000)},
    COMPOUND(CidrList, LIST), BOUNDS(1, 1000)},
    SCALAR(CidrLocationNameDefaultAllowed, STRING), BOUNDS(1, 16)},
    SCALAR(CidrLocationNameDefaultNotAllowed, STRING), BOUNDS(1, 16)},
    SCALAR(CidrNonce, STRING), BOUNDS(1, 64)},
    COMPOUND(CidrRoutingConfig, STRUCTURE)},
    COMPOUND(CloudWatchAlarmConfiguration, STRUCTURE)},
    SCALAR(CloudWatchRegion, STRING), BOUNDS(1, 64)},
    SCALAR(CollectionName, STRING), BOUNDS(1, 64)},
    COMPOUND(CollectionSummaries, LIST)},
    COMPOUND(CollectionSummary, STRUCTURE)},
    SCALAR(CollectionVersion, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(ComparisonOperator, STRING), WORDS(ComparisonOperator)},
    COMPOUND(Coordinates, STRUCTURE)},
    COMPOUND(CreateCidrCollectionRequest, STRUCTURE)},
    COMPOUND(CreateCidrCollectionResponse, STRUCTURE)},
    COMPOUND(CreateHealthCheckRequest, STRUCTURE)},
    COMPOUND(CreateHealthCheckResponse, STRUCTURE)},
    COMPOUND(CreateHostedZoneRequest, STRUCTURE)},
    COMPOUND(CreateHostedZoneResponse, STRUCTURE)},
    COMPOUND(CreateQueryLoggingConfigRequest, STRUCTURE)},
    COMPOUND(CreateQueryLoggingConfigResponse, STRUCTURE)},
    COMPOUND(CreateReusableDelegationSetRequest, STRUCTURE)},
    COMPOUND(CreateReusableDelegationSetResponse, STRUCTURE)},
    COMPOUND(CreateVPCAssociationAuthorizationRequest, STRUCTURE)},
    COMPOUND(CreateVPCAssociationAuthorizationResponse, STRUCTURE)},
    SCALAR(DNSName, STRING), BOUNDS(0, 1024)},
    SCALAR(Decimal, DECIMAL)},
    COMPOUND(DelegationSet, STRUCTURE)},
    COMPOUND(DelegationSetNameServers, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(DelegationSets, LIST)},
    COMPOUND(DeleteCidrCollectionRequest, STRUCTURE)},
    SCALAR(DeleteCidrCollectionResponse, STRUCTURE)},
    COMPOUND(DeleteHealthCheckRequest, STRUCTURE)},
    SCALAR(DeleteHealthCheckResponse, STRUCTURE)},
    COMPOUND(DeleteHostedZoneRequest, STRUCTURE)},
    COMPOUND(DeleteHostedZoneResponse, STRUCTURE)},
    COMPOUND(DeleteQueryLoggingConfigRequest, STRUCTURE)},
    SCALAR(DeleteQueryLoggingConfigResponse, STRUCTURE)},
    COMPOUND(DeleteReusableDelegationSetRequest, STRUCTURE)},
    SCALAR(DeleteReusableDelegationSetResponse, STRUCTURE)},
    COMPOUND(DeleteVPCAssociationAuthorizationRequest, STRUCTURE)},
    SCALAR(DeleteVPCAssociationAuthorizationResponse, STRUCTURE)},
    COMPOUND(Dimension, STRUCTURE)},
    SCALAR(DimensionField, STRING), BOUNDS(1, 255)},
    COMPOUND(DimensionList, LIST), BOUNDS(0, 10)},
    COMPOUND(DisassociateVPCFromHostedZoneRequest, STRUCTURE)},
    COMPOUND(DisassociateVPCFromHostedZoneResponse, STRUCTURE)},
    COMPOUND(ErrorMessages, LIST)},
    SCALAR(EvaluationPeriods, INTEGER), BOUNDS(1, INT64_MAX)},
    SCALAR(FailureThreshold, INTEGER), BOUNDS(1, 10)},
    SCALAR(FullyQualifiedDomainName, STRING), BOUNDS(0, 255)},
    COMPOUND(GeoLocation, STRUCTURE)},
    SCALAR(GeoLocationContinentCode, STRING), BOUNDS(2, 2)},
    SCALAR(GeoLocationContinentName, STRING), BOUNDS(1, 32)},
    SCALAR(GeoLocationCountryCode, STRING), BOUNDS(1, 2)},
    SCALAR(GeoLocationCountryName, STRING), BOUNDS(1, 64)},
    COMPOUND(GeoLocationDetails, STRUCTURE)},
    COMPOUND(GeoLocationDetailsList, LIST)},
    SCALAR(GeoLocationSubdivisionCode, STRING), BOUNDS(1, 3)},
    SCALAR(GeoLocationSubdivisionName, STRING), BOUNDS(1, 64)},
    COMPOUND(GeoProximityLocation, STRUCTURE)},
    COMPOUND(GetAccountLimitRequest, STRUCTURE)},
    COMPOUND(GetAccountLimitResponse, STRUCTURE)},
    COMPOUND(GetChangeRequest, STRUCTURE)},
    COMPOUND(GetChangeResponse, STRUCTURE)},
    SCALAR(GetCheckerIpRangesRequest, STRUCTURE)},
    COMPOUND(GetCheckerIpRangesResponse, STRUCTURE)},
    COMPOUND(GetGeoLocationRequest, STRUCTURE)},
    COMPOUND(GetGeoLocationResponse, STRUCTURE)},
    SCALAR(GetHealthCheckCountRequest, STRUCTURE)},
    COMPOUND(GetHealthCheckCountResponse, STRUCTURE)},
    COMPOUND(GetHealthCheckLastFailureReasonRequest, STRUCTURE)},
    COMPOUND(GetHealthCheckLastFailureReasonResponse, STRUCTURE)},
    COMPOUND(GetHealthCheckRequest, STRUCTURE)},
    COMPOUND(GetHealthCheckResponse, STRUCTURE)},
    COMPOUND(GetHealthCheckStatusRequest, STRUCTURE)},
    COMPOUND(GetHealthCheckStatusResponse, STRUCTURE)},
    SCALAR(GetHostedZoneCountRequest, STRUCTURE)},
    COMPOUND(GetHostedZoneCountResponse, STRUCTURE)},
    COMPOUND(GetHostedZoneLimitRequest, STRUCTURE)},
    COMPOUND(GetHostedZoneLimitResponse, STRUCTURE)},
    COMPOUND(GetHostedZoneRequest, STRUCTURE)},
    COMPOUND(GetHostedZoneResponse, STRUCTURE)},
    COMPOUND(GetQueryLoggingConfigRequest, STRUCTURE)},
    COMPOUND(GetQueryLoggingConfigResponse, STRUCTURE)},
    COMPOUND(GetReusableDelegationSetLimitRequest, STRUCTURE)},
    COMPOUND(GetReusableDelegationSetLimitResponse, STRUCTURE)},
    COMPOUND(GetReusableDelegationSetRequest, STRUCTURE)},
    COMPOUND(GetReusableDelegationSetResponse, STRUCTURE)},
    COMPOUND(HealthCheck, STRUCTURE)},
    COMPOUND(HealthCheckConfig, STRUCTURE)},
    SCALAR(HealthCheckId, STRING), BOUNDS(0, 64)},
    SCALAR(HealthCheckNonce, STRING), BOUNDS(1, 64)},
    COMPOUND(HealthCheckObservation, STRUCTURE)},
    COMPOUND(HealthCheckObservations, LIST)},
    SCALAR(HealthCheckRegion, STRING), WORDS(HealthCheckRegion), BOUNDS(1, 64)},
    COMPOUND(HealthCheckRegionList, LIST), BOUNDS(3, 64)},
    SCALAR(HealthCheckType, STRING), WORDS(HealthCheckType)},
    SCALAR(HealthCheckVersion, INTEGER), BOUNDS(1, INT64_MAX)},
    COMPOUND(HealthChecks, LIST)},
    SCALAR(HealthThreshold, INTEGER), BOUNDS(0, 256)},
    COMPOUND(HostedZone, STRUCTURE)},
    COMPOUND(HostedZoneConfig, STRUCTURE)},
    COMPOUND(HostedZoneLimit, STRUCTURE)},
    SCALAR(HostedZoneLimitType, STRING), WORDS(HostedZoneLimitType)},
    COMPOUND(HostedZoneOwner, STRUCTURE)},
    SCALAR(HostedZoneOwningService, STRING), BOUNDS(0, 128)},
    COMPOUND(HostedZoneSummaries, LIST)},
    COMPOUND(HostedZoneSummary, STRUCTURE)},
    SCALAR(HostedZoneType, STRING), WORDS(HostedZoneType)},
    COMPOUND(HostedZones, LIST)},
    SCALAR(IPAddress, STRING), BOUNDS(0, 45)},
    SCALAR(InsufficientDataHealthStatus, STRING), WORDS(InsufficientDataHealthStatus)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(InvalidChangeBatch, STRUCTURE)},
    SCALAR(Latitude, STRING), BOUNDS(1, 6)},
    SCALAR(LimitValue, INTEGER), BOUNDS(1, INT64_MAX)},
    COMPOUND(LinkedService, STRUCTURE)},
    COMPOUND(ListCidrBlocksRequest, STRUCTURE)},
    COMPOUND(ListCidrBlocksResponse, STRUCTURE)},
    COMPOUND(ListCidrCollectionsRequest, STRUCTURE)},
    COMPOUND(ListCidrCollectionsResponse, STRUCTURE)},
    COMPOUND(ListCidrLocationsRequest, STRUCTURE)},
    COMPOUND(ListCidrLocationsResponse, STRUCTURE)},
    COMPOUND(ListGeoLocationsRequest, STRUCTURE)},
    COMPOUND(ListGeoLocationsResponse, STRUCTURE)},
    COMPOUND(ListHealthChecksRequest, STRUCTURE)},
    COMPOUND(ListHealthChecksResponse, STRUCTURE)},
    COMPOUND(ListHostedZonesByNameRequest, STRUCTURE)},
    COMPOUND(ListHostedZonesByNameResponse, STRUCTURE)},
    COMPOUND(ListHostedZonesByVPCRequest, STRUCTURE)},
    COMPOUND(ListHostedZonesByVPCResponse, STRUCTURE)},
    COMPOUND(ListHostedZonesRequest, STRUCTURE)},
    COMPOUND(ListHostedZonesResponse, STRUCTURE)},
    COMPOUND(ListQueryLoggingConfigsRequest, STRUCTURE)},
    COMPOUND(ListQueryLoggingConfigsResponse, STRUCTURE)},
    COMPOUND(ListResourceRecordSetsRequest, STRUCTURE)},
    COMPOUND(ListResourceRecordSetsResponse, STRUCTURE)},
    COMPOUND(ListReusableDelegationSetsRequest, STRUCTURE)},
    COMPOUND(ListReusableDelegationSetsResponse, STRUCTURE)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResponse, STRUCTURE)},
    COMPOUND(ListTagsForResourcesRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourcesResponse, STRUCTURE)},
    COMPOUND(ListVPCAssociationAuthorizationsRequest, STRUCTURE)},
    COMPOUND(ListVPCAssociationAuthorizationsResponse, STRUCTURE)},
    SCALAR(LocalZoneGroup, STRING), BOUNDS(1, 64)},
    COMPOUND(LocationSummaries, LIST)},
    COMPOUND(LocationSummary, STRUCTURE)},
    SCALAR(Longitude, STRING), BOUNDS(1, 7)},
    SCALAR(MetricName, STRING), BOUNDS(1, 255)},
    SCALAR(Nameserver, STRING), BOUNDS(0, 255)},
    SCALAR(Namespace, STRING), BOUNDS(1, 255)},
    SCALAR(Nonce, STRING), BOUNDS(1, 128)},
    SCALAR(PageMarker, STRING), BOUNDS(0, 64)},
    SCALAR(PaginationToken, STRING), BOUNDS(0, 1024)},
    SCALAR(Period, INTEGER), BOUNDS(60, INT64_MAX)},
    SCALAR(Port, INTEGER), BOUNDS(1, 65535)},
    COMPOUND(QueryLoggingConfig, STRUCTURE)},
    SCALAR(QueryLoggingConfigId, STRING), BOUNDS(1, 36)},
    COMPOUND(QueryLoggingConfigs, LIST)},
    SCALAR(RData, STRING), BOUNDS(0, 4000)},
    SCALAR(RRType, STRING), WORDS(RRType)},
    COMPOUND(RecordData, LIST)},
    SCALAR(RecordDataEntry, STRING), BOUNDS(0, 512)},
    SCALAR(RequestInterval, INTEGER), BOUNDS(10, 30)},
    SCALAR(ResettableElementName, STRING), WORDS(ResettableElementName), BOUNDS(1, 64)},
    COMPOUND(ResettableElementNameList, LIST), BOUNDS(0, 64)},
    SCALAR(ResourceDescription, STRING), BOUNDS(0, 256)},
    SCALAR(ResourceId, STRING), BOUNDS(0, 32)},
    SCALAR(ResourcePath, STRING), BOUNDS(0, 255)},
    COMPOUND(ResourceRecord, STRUCTURE)},
    COMPOUND(ResourceRecordSet, STRUCTURE)},
    SCALAR(ResourceRecordSetFailover, STRING), WORDS(ResourceRecordSetFailover)},
    SCALAR(ResourceRecordSetIdentifier, STRING), BOUNDS(1, 128)},
    SCALAR(ResourceRecordSetRegion, STRING), BOUNDS(1, 64)},
    SCALAR(ResourceRecordSetWeight, INTEGER), BOUNDS(0, 255)},
    COMPOUND(ResourceRecordSets, LIST)},
    COMPOUND(ResourceRecords, LIST), BOUNDS(1, INT64_MAX)},
    COMPOUND(ResourceTagSet, STRUCTURE)},
    COMPOUND(ResourceTagSetList, LIST)},
    SCALAR(ResourceURI, STRING), BOUNDS(0, 1024)},
    COMPOUND(ReusableDelegationSetLimit, STRUCTURE)},
    SCALAR(ReusableDelegationSetLimitType, STRING), WORDS(ReusableDelegationSetLimitType)},
    SCALAR(RoutingControlArn, STRING), BOUNDS(1, 255)},
    SCALAR(SearchString, STRING), BOUNDS(0, 255)},
    SCALAR(ServicePrincipal, STRING), BOUNDS(0, 128)},
    SCALAR(Statistic, STRING), WORDS(Statistic)},
    COMPOUND(StatusReport, STRUCTURE)},
    SCALAR(String, STRING)},
    SCALAR(SubnetMask, STRING), BOUNDS(0, 3)},
    SCALAR(TTL, INTEGER), BOUNDS(0, 2147483647)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(0, 128)},
    COMPOUND(TagKeyList, LIST), BOUNDS(1, 10)},
    COMPOUND(TagList, LIST), BOUNDS(1, 10)},
    SCALAR(TagResourceId, STRING), BOUNDS(0, 64)},
    COMPOUND(TagResourceIdList, LIST), BOUNDS(1, 10)},
    SCALAR(TagResourceType, STRING), WORDS(TagResourceType)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    COMPOUND(TestDNSAnswerRequest, STRUCTURE)},
    COMPOUND(TestDNSAnswerResponse, STRUCTURE)},
    SCALAR(Timestamp, TIMESTAMP)},
    SCALAR(TrafficPolicyInstanceId, STRING), BOUNDS(1, 36)},
    COMPOUND(UpdateHealthCheckRequest, STRUCTURE)},
    COMPOUND(UpdateHealthCheckResponse, STRUCTURE)},
    COMPOUND(UpdateHostedZoneCommentRequest, STRUCTURE)},
    COMPOUND(UpdateHostedZoneCommentResponse, STRUCTURE)},
    SCALAR(UsageCount, INTEGER), BOUNDS(0, INT64_MAX)},
    COMPOUND(VPC, STRUCTURE)},
    SCALAR(VPCId, STRING), BOUNDS(0, 1024)},
    SCALAR(VPCRegion, STRING), BOUNDS(1, 64)},
    COMPOUND(VPCs, LIST), BOUNDS(1, INT64_MAX)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AssociateVPCWithHostedZone", .method = "POST",
     .uri = "/2013-04-01/hostedzone/{Id}/associatevpc", .status = 200,
     .input = SHAPE(AssociateVPCWithHostedZoneRequest),
     .output = SHAPE(AssociateVPCWithHostedZoneResponse),
     .input_name = "AssociateVPCWithHostedZoneRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "ChangeCidrCollection", .method = "POST",
     .uri = "/2013-04-01/cidrcollection/{CidrCollectionId}", .status = 200,
     .input = SHAPE(ChangeCidrCollectionRequest), .output = SHAPE(ChangeCidrCollectionResponse),
     .input_name = "ChangeCidrCollectionRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "ChangeResourceRecordSets", .method = "POST",
     .uri = "/2013-04-01/hostedzone/{Id}/rrset/", .status = 200,
     .input = SHAPE(ChangeResourceRecordSetsRequest),
     .output = SHAPE(ChangeResourceRecordSetsResponse),
     .input_name = "ChangeResourceRecordSetsRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "ChangeTagsForResource", .method = "POST",
     .uri = "/2013-04-01/tags/{ResourceType}/{ResourceId}", .status = 200,
     .input = SHAPE(ChangeTagsForResourceRequest), .output = SHAPE(ChangeTagsForResourceResponse),
     .input_name = "ChangeTagsForResourceRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "CreateCidrCollection", .method = "POST", .uri = "/2013-04-01/cidrcollection",
     .status = 201, .input = SHAPE(CreateCidrCollectionRequest),
     .output = SHAPE(CreateCidrCollectionResponse), .input_name = "CreateCidrCollectionRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "CreateHealthCheck", .method = "POST", .uri = "/2013-04-01/healthcheck",
     .status = 201, .input = SHAPE(CreateHealthCheckRequest),
     .output = SHAPE(CreateHealthCheckResponse), .input_name = "CreateHealthCheckRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "CreateHostedZone", .method = "POST", .uri = "/2013-04-01/hostedzone", .status = 201,
     .input = SHAPE(CreateHostedZoneRequest), .output = SHAPE(CreateHostedZoneResponse),
     .input_name = "CreateHostedZoneRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "CreateQueryLoggingConfig", .method = "POST",
     .uri = "/2013-04-01/queryloggingconfig", .status = 201,
     .input = SHAPE(CreateQueryLoggingConfigRequest),
     .output = SHAPE(CreateQueryLoggingConfigResponse),
     .input_name = "CreateQueryLoggingConfigRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "CreateReusableDelegationSet", .method = "POST", .uri = "/2013-04-01/delegationset",
     .status = 201, .input = SHAPE(CreateReusableDelegationSetRequest),
     .output = SHAPE(CreateReusableDelegationSetResponse),
     .input_name = "CreateReusableDelegationSetRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "CreateVPCAssociationAuthorization", .method = "POST",
     .uri = "/2013-04-01/hostedzone/{Id}/authorizevpcassociation", .status = 200,
     .input = SHAPE(CreateVPCAssociationAuthorizationRequest),
     .output = SHAPE(CreateVPCAssociationAuthorizationResponse),
     .input_name = "CreateVPCAssociationAuthorizationRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "DeleteCidrCollection", .method = "DELETE",
     .uri = "/2013-04-01/cidrcollection/{CidrCollectionId}", .status = 200,
     .input = SHAPE(DeleteCidrCollectionRequest), .output = SHAPE(DeleteCidrCollectionResponse)},
    {.name = "DeleteHealthCheck", .method = "DELETE",
     .uri = "/2013-04-01/healthcheck/{HealthCheckId}", .status = 200,
     .input = SHAPE(DeleteHealthCheckRequest), .output = SHAPE(DeleteHealthCheckResponse)},
    {.name = "DeleteHostedZone", .method = "DELETE", .uri = "/2013-04-01/hostedzone/{Id}",
     .status = 200, .input = SHAPE(DeleteHostedZoneRequest),
     .output = SHAPE(DeleteHostedZoneResponse)},
    {.name = "DeleteQueryLoggingConfig", .method = "DELETE",
     .uri = "/2013-04-01/queryloggingconfig/{Id}", .status = 200,
     .input = SHAPE(DeleteQueryLoggingConfigRequest),
     .output = SHAPE(DeleteQueryLoggingConfigResponse)},
    {.name = "DeleteReusableDelegationSet", .method = "DELETE",
     .uri = "/2013-04-01/delegationset/{Id}", .status = 200,
     .input = SHAPE(DeleteReusableDelegationSetRequest),
     .output = SHAPE(DeleteReusableDelegationSetResponse)},
    {.name = "DeleteVPCAssociationAuthorization", .method = "POST",
     .uri = "/2013-04-01/hostedzone/{Id}/deauthorizevpcassociation", .status = 200,
     .input = SHAPE(DeleteVPCAssociationAuthorizationRequest),
     .output = SHAPE(DeleteVPCAssociationAuthorizationResponse),
     .input_name = "DeleteVPCAssociationAuthorizationRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "DisassociateVPCFromHostedZone", .method = "POST",
     .uri = "/2013-04-01/hostedzone/{Id}/disassociatevpc", .status = 200,
     .input = SHAPE(DisassociateVPCFromHostedZoneRequest),
     .output = SHAPE(DisassociateVPCFromHostedZoneResponse),
     .input_name = "DisassociateVPCFromHostedZoneRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "GetAccountLimit", .method = "GET", .uri = "/2013-04-01/accountlimit/{Type}",
     .status = 200, .input = SHAPE(GetAccountLimitRequest),
     .output = SHAPE(GetAccountLimitResponse)},
    {.name = "GetChange", .method = "GET", .uri = "/2013-04-01/change/{Id}", .status = 200,
     .input = SHAPE(GetChangeRequest), .output = SHAPE(GetChangeResponse)},
    {.name = "GetCheckerIpRanges", .method = "GET", .uri = "/2013-04-01/checkeripranges",
     .status = 200, .input = SHAPE(GetCheckerIpRangesRequest),
     .output = SHAPE(GetCheckerIpRangesResponse)},
    {.name = "GetGeoLocation", .method = "GET", .uri = "/2013-04-01/geolocation", .status = 200,
     .input = SHAPE(GetGeoLocationRequest), .output = SHAPE(GetGeoLocationResponse)},
    {.name = "GetHealthCheck", .method = "GET", .uri = "/2013-04-01/healthcheck/{HealthCheckId}",
     .status = 200, .input = SHAPE(GetHealthCheckRequest),
     .output = SHAPE(GetHealthCheckResponse)},
    {.name = "GetHealthCheckCount", .method = "GET", .uri = "/2013-04-01/healthcheckcount",
     .status = 200, .input = SHAPE(GetHealthCheckCountRequest),
     .output = SHAPE(GetHealthCheckCountResponse)},
    {.name = "GetHealthCheckLastFailureReason", .method = "GET",
     .uri = "/2013-04-01/healthcheck/{HealthCheckId}/lastfailurereason", .status = 200,
     .input = SHAPE(GetHealthCheckLastFailureReasonRequest),
     .output = SHAPE(GetHealthCheckLastFailureReasonResponse)},
    {.name = "GetHealthCheckStatus", .method = "GET",
     .uri = "/2013-04-01/healthcheck/{HealthCheckId}/status", .status = 200,
     .input = SHAPE(GetHealthCheckStatusRequest), .output = SHAPE(GetHealthCheckStatusResponse)},
    {.name = "GetHostedZone", .method = "GET", .uri = "/2013-04-01/hostedzone/{Id}",
     .status = 200, .input = SHAPE(GetHostedZoneRequest), .output = SHAPE(GetHostedZoneResponse)},
    {.name = "GetHostedZoneCount", .method = "GET", .uri = "/2013-04-01/hostedzonecount",
     .status = 200, .input = SHAPE(GetHostedZoneCountRequest),
     .output = SHAPE(GetHostedZoneCountResponse)},
    {.name = "GetHostedZoneLimit", .method = "GET",
     .uri = "/2013-04-01/hostedzonelimit/{Id}/{Type}", .status = 200,
     .input = SHAPE(GetHostedZoneLimitRequest), .output = SHAPE(GetHostedZoneLimitResponse)},
    {.name = "GetQueryLoggingConfig", .method = "GET",
     .uri = "/2013-04-01/queryloggingconfig/{Id}", .status = 200,
     .input = SHAPE(GetQueryLoggingConfigRequest), .output = SHAPE(GetQueryLoggingConfigResponse)},
    {.name = "GetReusableDelegationSet", .method = "GET", .uri = "/2013-04-01/delegationset/{Id}",
     .status = 200, .input = SHAPE(GetReusableDelegationSetRequest),
     .output = SHAPE(GetReusableDelegationSetResponse)},
    {.name = "GetReusableDelegationSetLimit", .method = "GET",
     .uri = "/2013-04-01/reusabledelegationsetlimit/{Id}/{Type}", .status = 200,
     .input = SHAPE(GetReusableDelegationSetLimitRequest),
     .output = SHAPE(GetReusableDelegationSetLimitResponse)},
    {.name = "ListCidrBlocks", .method = "GET",
     .uri = "/2013-04-01/cidrcollection/{CidrCollectionId}/cidrblocks", .status = 200,
     .input = SHAPE(ListCidrBlocksRequest), .output = SHAPE(ListCidrBlocksResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "CidrBlocks", NULL, 100}},
    {.name = "ListCidrCollections", .method = "GET", .uri = "/2013-04-01/cidrcollection",
     .status = 200, .input = SHAPE(ListCidrCollectionsRequest),
     .output = SHAPE(ListCidrCollectionsResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "CidrCollections", NULL, 100}},
    {.name = "ListCidrLocations", .method = "GET",
     .uri = "/2013-04-01/cidrcollection/{CidrCollectionId}", .status = 200,
     .input = SHAPE(ListCidrLocationsRequest), .output = SHAPE(ListCidrLocationsResponse),
     .pages = {"NextToken", "NextToken", "MaxResults", "CidrLocations", NULL, 100}},
    {.name = "ListGeoLocations", .method = "GET", .uri = "/2013-04-01/geolocations",
     .status = 200, .input = SHAPE(ListGeoLocationsRequest),
     .output = SHAPE(ListGeoLocationsResponse)},
    {.name = "ListHealthChecks", .method = "GET", .uri = "/2013-04-01/healthcheck", .status = 200,
     .input = SHAPE(ListHealthChecksRequest), .output = SHAPE(ListHealthChecksResponse),
     .pages = {"Marker", "NextMarker", "MaxItems", "HealthChecks", "IsTruncated", 100}},
    {.name = "ListHostedZones", .method = "GET", .uri = "/2013-04-01/hostedzone", .status = 200,
     .input = SHAPE(ListHostedZonesRequest), .output = SHAPE(ListHostedZonesResponse),
     .pages = {"Marker", "NextMarker", "MaxItems", "HostedZones", "IsTruncated", 100}},
    {.name = "ListHostedZonesByName", .method = "GET", .uri = "/2013-04-01/hostedzonesbyname",
     .status = 200, .input = SHAPE(ListHostedZonesByNameRequest),
     .output = SHAPE(ListHostedZonesByNameResponse)},
    {.name = "ListHostedZonesByVPC", .method = "GET", .uri = "/2013-04-01/hostedzonesbyvpc",
     .status = 200, .input = SHAPE(ListHostedZonesByVPCRequest),
     .output = SHAPE(ListHostedZonesByVPCResponse), .pages = {"NextToken", "NextToken",
     "MaxItems", "HostedZoneSummaries", NULL, 100}},
    {.name = "ListQueryLoggingConfigs", .method = "GET", .uri = "/2013-04-01/queryloggingconfig",
     .status = 200, .input = SHAPE(ListQueryLoggingConfigsRequest),
     .output = SHAPE(ListQueryLoggingConfigsResponse), .pages = {"NextToken", "NextToken",
     "MaxResults", "QueryLoggingConfigs", NULL, 100}},
    {.name = "ListResourceRecordSets", .method = "GET",
     .uri = "/2013-04-01/hostedzone/{Id}/rrset", .status = 200,
     .input = SHAPE(ListResourceRecordSetsRequest),
     .output = SHAPE(ListResourceRecordSetsResponse)},
    {.name = "ListReusableDelegationSets", .method = "GET", .uri = "/2013-04-01/delegationset",
     .status = 200, .input = SHAPE(ListReusableDelegationSetsRequest),
     .output = SHAPE(ListReusableDelegationSetsResponse), .pages = {"Marker", "NextMarker",
     "MaxItems", "DelegationSets", "IsTruncated", 100}},
    {.name = "ListTagsForResource", .method = "GET",
     .uri = "/2013-04-01/tags/{ResourceType}/{ResourceId}", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResponse)},
    {.name = "ListTagsForResources", .method = "POST", .uri = "/2013-04-01/tags/{ResourceType}",
     .status = 200, .input = SHAPE(ListTagsForResourcesRequest),
     .output = SHAPE(ListTagsForResourcesResponse), .input_name = "ListTagsForResourcesRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "ListVPCAssociationAuthorizations", .method = "GET",
     .uri = "/2013-04-01/hostedzone/{Id}/authorizevpcassociation", .status = 200,
     .input = SHAPE(ListVPCAssociationAuthorizationsRequest),
     .output = SHAPE(ListVPCAssociationAuthorizationsResponse), .pages = {"NextToken",
     "NextToken", NULL, "VPCs", NULL, 100}},
    {.name = "TestDNSAnswer", .method = "GET", .uri = "/2013-04-01/testdnsanswer", .status = 200,
     .input = SHAPE(TestDNSAnswerRequest), .output = SHAPE(TestDNSAnswerResponse)},
    {.name = "UpdateHealthCheck", .method = "POST",
     .uri = "/2013-04-01/healthcheck/{HealthCheckId}", .status = 200,
     .input = SHAPE(UpdateHealthCheckRequest), .output = SHAPE(UpdateHealthCheckResponse),
     .input_name = "UpdateHealthCheckRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
    {.name = "UpdateHostedZoneComment", .method = "POST", .uri = "/2013-04-01/hostedzone/{Id}",
     .status = 200, .input = SHAPE(UpdateHostedZoneCommentRequest),
     .output = SHAPE(UpdateHostedZoneCommentResponse),
     .input_name = "UpdateHostedZoneCommentRequest",
     .input_namespace = "https://route53.amazonaws.com/doc/2013-04-01/"},
};

static const char *const refused[] = {
    "ActivateKeySigningKey", "CreateKeySigningKey", "CreateTrafficPolicy",
    "CreateTrafficPolicyInstance", "CreateTrafficPolicyVersion", "DeactivateKeySigningKey",
    "DeleteKeySigningKey", "DeleteTrafficPolicy", "DeleteTrafficPolicyInstance",
    "DisableHostedZoneDNSSEC", "EnableHostedZoneDNSSEC", "GetDNSSEC", "GetTrafficPolicy",
    "GetTrafficPolicyInstance", "GetTrafficPolicyInstanceCount", "ListTrafficPolicies",
    "ListTrafficPolicyInstances", "ListTrafficPolicyInstancesByHostedZone",
    "ListTrafficPolicyInstancesByPolicy", "ListTrafficPolicyVersions",
    "UpdateTrafficPolicyComment", "UpdateTrafficPolicyInstance", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "CidrBlockInUseException", .code = "CidrBlockInUseException", .status = 400,
     .is_sender = true},
    {.shape = "CidrCollectionAlreadyExistsException",
     .code = "CidrCollectionAlreadyExistsException", .status = 400, .is_sender = true},
    {.shape = "CidrCollectionInUseException", .code = "CidrCollectionInUseException",
     .status = 400, .is_sender = true},
    {.shape = "CidrCollectionVersionMismatchException",
     .code = "CidrCollectionVersionMismatchException", .status = 409, .is_sender = true},
    {.shape = "ConcurrentModification", .code = "ConcurrentModification", .status = 400,
     .is_sender = true},
    {.shape = "ConflictingDomainExists", .code = "ConflictingDomainExists", .status = 400,
     .is_sender = true},
    {.shape = "ConflictingTypes", .code = "ConflictingTypes", .status = 400, .is_sender = true},
    {.shape = "DNSSECNotFound", .code = "DNSSECNotFound", .status = 400, .is_sender = true},
    {.shape = "DelegationSetAlreadyCreated", .code = "DelegationSetAlreadyCreated", .status = 400,
     .is_sender = true},
    {.shape = "DelegationSetAlreadyReusable", .code = "DelegationSetAlreadyReusable",
     .status = 400, .is_sender = true},
    {.shape = "DelegationSetInUse", .code = "DelegationSetInUse", .status = 400,
     .is_sender = true},
    {.shape = "DelegationSetNotAvailable", .code = "DelegationSetNotAvailable", .status = 400,
     .is_sender = true},
    {.shape = "DelegationSetNotReusable", .code = "DelegationSetNotReusable", .status = 400,
     .is_sender = true},
    {.shape = "HealthCheckAlreadyExists", .code = "HealthCheckAlreadyExists", .status = 409,
     .is_sender = true},
    {.shape = "HealthCheckInUse", .code = "HealthCheckInUse", .status = 400, .is_sender = true},
    {.shape = "HealthCheckVersionMismatch", .code = "HealthCheckVersionMismatch", .status = 409,
     .is_sender = true},
    {.shape = "HostedZoneAlreadyExists", .code = "HostedZoneAlreadyExists", .status = 409,
     .is_sender = true},
    {.shape = "HostedZoneNotEmpty", .code = "HostedZoneNotEmpty", .status = 400,
     .is_sender = true},
    {.shape = "HostedZoneNotFound", .code = "HostedZoneNotFound", .status = 400,
     .is_sender = true},
    {.shape = "HostedZoneNotPrivate", .code = "HostedZoneNotPrivate", .status = 400,
     .is_sender = true},
    {.shape = "HostedZonePartiallyDelegated", .code = "HostedZonePartiallyDelegated",
     .status = 400, .is_sender = true},
    {.shape = "IncompatibleVersion", .code = "IncompatibleVersion", .status = 400,
     .is_sender = true},
    {.shape = "InsufficientCloudWatchLogsResourcePolicy",
     .code = "InsufficientCloudWatchLogsResourcePolicy", .status = 400, .is_sender = true},
    {.shape = "InvalidArgument", .code = "InvalidArgument", .status = 400, .is_sender = true},
    {.shape = "InvalidChangeBatch", .code = "InvalidChangeBatch", .status = 400,
     .is_sender = true, .members = SHAPE(InvalidChangeBatch)},
    {.shape = "InvalidDomainName", .code = "InvalidDomainName", .status = 400, .is_sender = true},
    {.shape = "InvalidInput", .code = "InvalidInput", .status = 400, .is_sender = true},
    {.shape = "InvalidKMSArn", .code = "InvalidKMSArn", .status = 400, .is_sender = true},
    {.shape = "InvalidKeySigningKeyName", .code = "InvalidKeySigningKeyName", .status = 400,
     .is_sender = true},
    {.shape = "InvalidKeySigningKeyStatus", .code = "InvalidKeySigningKeyStatus", .status = 400,
     .is_sender = true},
    {.shape = "InvalidPaginationToken", .code = "InvalidPaginationToken", .status = 400,
     .is_sender = true},
    {.shape = "InvalidSigningStatus", .code = "InvalidSigningStatus", .status = 400,
     .is_sender = true},
    {.shape = "InvalidTrafficPolicyDocument", .code = "InvalidTrafficPolicyDocument",
     .status = 400, .is_sender = true},
    {.shape = "InvalidVPCId", .code = "InvalidVPCId", .status = 400, .is_sender = true},
    {.shape = "KeySigningKeyAlreadyExists", .code = "KeySigningKeyAlreadyExists", .status = 409,
     .is_sender = true},
    {.shape = "KeySigningKeyInParentDSRecord", .code = "KeySigningKeyInParentDSRecord",
     .status = 400, .is_sender = true},
    {.shape = "KeySigningKeyInUse", .code = "KeySigningKeyInUse", .status = 400,
     .is_sender = true},
    {.shape = "KeySigningKeyWithActiveStatusNotFound",
     .code = "KeySigningKeyWithActiveStatusNotFound", .status = 400, .is_sender = true},
    {.shape = "LastVPCAssociation", .code = "LastVPCAssociation", .status = 400,
     .is_sender = true},
    {.shape = "LimitsExceeded", .code = "LimitsExceeded", .status = 400, .is_sender = true},
    {.shape = "NoSuchChange", .code = "NoSuchChange", .status = 404, .is_sender = true},
    {.shape = "NoSuchCidrCollectionException", .code = "NoSuchCidrCollectionException",
     .status = 404, .is_sender = true},
    {.shape = "NoSuchCidrLocationException", .code = "NoSuchCidrLocationException", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchCloudWatchLogsLogGroup", .code = "NoSuchCloudWatchLogsLogGroup",
     .status = 404, .is_sender = true},
    {.shape = "NoSuchDelegationSet", .code = "NoSuchDelegationSet", .status = 400,
     .is_sender = true},
    {.shape = "NoSuchGeoLocation", .code = "NoSuchGeoLocation", .status = 404, .is_sender = true},
    {.shape = "NoSuchHealthCheck", .code = "NoSuchHealthCheck", .status = 404, .is_sender = true},
    {.shape = "NoSuchHostedZone", .code = "NoSuchHostedZone", .status = 404, .is_sender = true},
    {.shape = "NoSuchKeySigningKey", .code = "NoSuchKeySigningKey", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchQueryLoggingConfig", .code = "NoSuchQueryLoggingConfig", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchTrafficPolicy", .code = "NoSuchTrafficPolicy", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchTrafficPolicyInstance", .code = "NoSuchTrafficPolicyInstance", .status = 404,
     .is_sender = true},
    {.shape = "NotAuthorizedException", .code = "NotAuthorizedException", .status = 401,
     .is_sender = true},
    {.shape = "PriorRequestNotComplete", .code = "PriorRequestNotComplete", .status = 400,
     .is_sender = true},
    {.shape = "PublicZoneVPCAssociation", .code = "PublicZoneVPCAssociation", .status = 400,
     .is_sender = true},
    {.shape = "QueryLoggingConfigAlreadyExists", .code = "QueryLoggingConfigAlreadyExists",
     .status = 409, .is_sender = true},
    {.shape = "ThrottlingException", .code = "ThrottlingException", .status = 400,
     .is_sender = true},
    {.shape = "TooManyHealthChecks", .code = "TooManyHealthChecks", .status = 400,
     .is_sender = true},
    {.shape = "TooManyHostedZones", .code = "TooManyHostedZones", .status = 400,
     .is_sender = true},
    {.shape = "TooManyKeySigningKeys", .code = "TooManyKeySigningKeys", .status = 400,
     .is_sender = true},
    {.shape = "TooManyTrafficPolicies", .code = "TooManyTrafficPolicies", .status = 400,
     .is_sender = true},
    {.shape = "TooManyTrafficPolicyInstances", .code = "TooManyTrafficPolicyInstances",
     .status = 400, .is_sender = true},
    {.shape = "TooManyTrafficPolicyVersionsForCurrentPolicy",
     .code = "TooManyTrafficPolicyVersionsForCurrentPolicy", .status = 400, .is_sender = true},
    {.shape = "TooManyVPCAssociationAuthorizations",
     .code = "TooManyVPCAssociationAuthorizations", .status = 400, .is_sender = true},
    {.shape = "TrafficPolicyAlreadyExists", .code = "TrafficPolicyAlreadyExists", .status = 409,
     .is_sender = true},
    {.shape = "TrafficPolicyInUse", .code = "TrafficPolicyInUse", .status = 400,
     .is_sender = true},
    {.shape = "TrafficPolicyInstanceAlreadyExists", .code = "TrafficPolicyInstanceAlreadyExists",
     .status = 409, .is_sender = true},
    {.shape = "VPCAssociationAuthorizationNotFound",
     .code = "VPCAssociationAuthorizationNotFound", .status = 404, .is_sender = true},
    {.shape = "VPCAssociationNotFound", .code = "VPCAssociationNotFound", .status = 404,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_route53 = {
    .name = "route53",
    .signing_name = "route53",
    .host_prefix = "route53",
    .api_version = "2013-04-01",
    .xml_namespace = "https://route53.amazonaws.com/doc/2013-04-01/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_REST_XML,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
