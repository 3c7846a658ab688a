/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_Action, SHAPE_ActionOrder, SHAPE_ActionTypeEnum, SHAPE_Actions,
    SHAPE_AddListenerCertificatesInput, SHAPE_AddListenerCertificatesOutput, SHAPE_AddTagsInput,
    SHAPE_AddTagsOutput, SHAPE_AdministrativeOverride, SHAPE_AlpnPolicyName,
    SHAPE_AnomalyDetection, SHAPE_AnomalyResultEnum,
    SHAPE_AuthenticateCognitoActionAuthenticationRequestExtraParams,
    SHAPE_AuthenticateCognitoActionConditionalBehaviorEnum, SHAPE_AuthenticateCognitoActionConfig,
    SHAPE_AuthenticateOidcActionAuthenticationRequestExtraParams,
    SHAPE_AuthenticateOidcActionConditionalBehaviorEnum, SHAPE_AuthenticateOidcActionConfig,
    SHAPE_AvailabilityZone, SHAPE_AvailabilityZones, SHAPE_Boolean, SHAPE_Certificate,
    SHAPE_CertificateList, SHAPE_Cipher, SHAPE_Ciphers, SHAPE_ConditionFieldName,
    SHAPE_CreateListenerInput, SHAPE_CreateListenerOutput, SHAPE_CreateLoadBalancerInput,
    SHAPE_CreateLoadBalancerOutput, SHAPE_CreateRuleInput, SHAPE_CreateRuleOutput,
    SHAPE_CreateTargetGroupInput, SHAPE_CreateTargetGroupOutput, SHAPE_CustomerOwnedIpv4Pool,
    SHAPE_DeleteListenerInput, SHAPE_DeleteListenerOutput, SHAPE_DeleteLoadBalancerInput,
    SHAPE_DeleteLoadBalancerOutput, SHAPE_DeleteRuleInput, SHAPE_DeleteRuleOutput,
    SHAPE_DeleteTargetGroupInput, SHAPE_DeleteTargetGroupOutput, SHAPE_DeregisterTargetsInput,
    SHAPE_DeregisterTargetsOutput, SHAPE_DescribeAccountLimitsInput,
    SHAPE_DescribeAccountLimitsOutput, SHAPE_DescribeListenerCertificatesInput,
    SHAPE_DescribeListenerCertificatesOutput, SHAPE_DescribeListenersInput,
    SHAPE_DescribeListenersOutput, SHAPE_DescribeLoadBalancerAttributesInput,
    SHAPE_DescribeLoadBalancerAttributesOutput, SHAPE_DescribeLoadBalancersInput,
    SHAPE_DescribeLoadBalancersOutput, SHAPE_DescribeRulesInput, SHAPE_DescribeRulesOutput,
    SHAPE_DescribeSSLPoliciesInput, SHAPE_DescribeSSLPoliciesOutput, SHAPE_DescribeTagsInput,
    SHAPE_DescribeTagsOutput, SHAPE_DescribeTargetGroupAttributesInput,
    SHAPE_DescribeTargetGroupAttributesOutput, SHAPE_DescribeTargetGroupsInput,
    SHAPE_DescribeTargetGroupsOutput, SHAPE_DescribeTargetHealthInput,
    SHAPE_DescribeTargetHealthInputIncludeEnum, SHAPE_DescribeTargetHealthOutput,
    SHAPE_EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum,
    SHAPE_FixedResponseActionConfig, SHAPE_FixedResponseActionContentType,
    SHAPE_FixedResponseActionMessage, SHAPE_ForwardActionConfig, SHAPE_HealthCheckIntervalSeconds,
    SHAPE_HealthCheckThresholdCount, SHAPE_HealthCheckTimeoutSeconds,
    SHAPE_HostHeaderConditionConfig, SHAPE_HttpHeaderConditionConfig,
    SHAPE_HttpRequestMethodConditionConfig, SHAPE_Integer, SHAPE_IpAddressType, SHAPE_Limit,
    SHAPE_Limits, SHAPE_ListOfDescribeTargetHealthIncludeOptions, SHAPE_ListOfString,
    SHAPE_Listener, SHAPE_ListenerArns, SHAPE_Listeners, SHAPE_LoadBalancer,
    SHAPE_LoadBalancerAddress, SHAPE_LoadBalancerAddresses, SHAPE_LoadBalancerArns,
    SHAPE_LoadBalancerAttribute, SHAPE_LoadBalancerAttributeKey, SHAPE_LoadBalancerAttributeValue,
    SHAPE_LoadBalancerAttributes, SHAPE_LoadBalancerNames, SHAPE_LoadBalancerSchemeEnum,
    SHAPE_LoadBalancerState, SHAPE_LoadBalancerStateEnum, SHAPE_LoadBalancerTypeEnum,
    SHAPE_LoadBalancers, SHAPE_Matcher, SHAPE_MitigationInEffectEnum, SHAPE_ModifyListenerInput,
    SHAPE_ModifyListenerOutput, SHAPE_ModifyLoadBalancerAttributesInput,
    SHAPE_ModifyLoadBalancerAttributesOutput, SHAPE_ModifyRuleInput, SHAPE_ModifyRuleOutput,
    SHAPE_ModifyTargetGroupAttributesInput, SHAPE_ModifyTargetGroupAttributesOutput,
    SHAPE_ModifyTargetGroupInput, SHAPE_ModifyTargetGroupOutput, SHAPE_PageSize, SHAPE_Path,
    SHAPE_PathPatternConditionConfig, SHAPE_Port, SHAPE_ProtocolEnum,
    SHAPE_QueryStringConditionConfig, SHAPE_QueryStringKeyValuePair,
    SHAPE_QueryStringKeyValuePairList, SHAPE_RedirectActionConfig, SHAPE_RedirectActionHost,
    SHAPE_RedirectActionPath, SHAPE_RedirectActionQuery, SHAPE_RedirectActionStatusCodeEnum,
    SHAPE_RegisterTargetsInput, SHAPE_RegisterTargetsOutput, SHAPE_RemoveListenerCertificatesInput,
    SHAPE_RemoveListenerCertificatesOutput, SHAPE_RemoveTagsInput, SHAPE_RemoveTagsOutput,
    SHAPE_ResourceArns, SHAPE_Rule, SHAPE_RuleArns, SHAPE_RuleCondition, SHAPE_RuleConditionList,
    SHAPE_RulePriority, SHAPE_RulePriorityList, SHAPE_RulePriorityPair, SHAPE_Rules,
    SHAPE_SecurityGroups, SHAPE_SetIpAddressTypeInput, SHAPE_SetIpAddressTypeOutput,
    SHAPE_SetRulePrioritiesInput, SHAPE_SetRulePrioritiesOutput, SHAPE_SetSecurityGroupsInput,
    SHAPE_SetSecurityGroupsOutput, SHAPE_SetSubnetsInput, SHAPE_SetSubnetsOutput,
    SHAPE_SourceIpConditionConfig, SHAPE_SslPolicies, SHAPE_SslPolicy, SHAPE_SslPolicyNames,
    SHAPE_SslProtocols, SHAPE_String, SHAPE_SubnetMapping, SHAPE_SubnetMappings, SHAPE_Subnets,
    SHAPE_Tag, SHAPE_TagDescription, SHAPE_TagDescriptions, SHAPE_TagKey, SHAPE_TagKeys,
    SHAPE_TagList, SHAPE_TagValue, SHAPE_TargetAdministrativeOverrideReasonEnum,
    SHAPE_TargetAdministrativeOverrideStateEnum, SHAPE_TargetDescription, SHAPE_TargetDescriptions,
    SHAPE_TargetGroup, SHAPE_TargetGroupArns, SHAPE_TargetGroupAttribute,
    SHAPE_TargetGroupAttributeKey, SHAPE_TargetGroupAttributes, SHAPE_TargetGroupIpAddressTypeEnum,
    SHAPE_TargetGroupList, SHAPE_TargetGroupNames, SHAPE_TargetGroupStickinessConfig,
    SHAPE_TargetGroupTuple, SHAPE_TargetGroups, SHAPE_TargetHealth, SHAPE_TargetHealthDescription,
    SHAPE_TargetHealthDescriptions, SHAPE_TargetHealthReasonEnum, SHAPE_TargetHealthStateEnum,
    SHAPE_TargetTypeEnum, SHAPE_Timestamp, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_ActionTypeEnum[] = {
    "forward", "authenticate-oidc", "authenticate-cognito", "redirect", "fixed-response", NULL,
};

static const char *const words_AnomalyResultEnum[] = {
    "anomalous", "normal", NULL,
};

static const char *const words_AuthenticateCognitoActionConditionalBehaviorEnum[] = {
    "deny", "allow", "authenticate", NULL,
};

static const char *const words_AuthenticateOidcActionConditionalBehaviorEnum[] = {
    "deny", "allow", "authenticate", NULL,
};

static const char *const words_DescribeTargetHealthInputIncludeEnum[] = {
    "AnomalyDetection", "All", NULL,
};

static const char *const words_EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum[] = {
    "on", "off", NULL,
};

static const char *const words_IpAddressType[] = {
    "ipv4", "dualstack", "dualstack-without-public-ipv4", NULL,
};

static const char *const words_LoadBalancerSchemeEnum[] = {
    "internet-facing", "internal", NULL,
};

static const char *const words_LoadBalancerStateEnum[] = {
    "active", "provisioning", "active_impaired", "failed", NULL,
};

static const char *const words_LoadBalancerTypeEnum[] = {
    "application", "network", "gateway", NULL,
};

static const char *const words_MitigationInEffectEnum[] = {
    "yes", "no", NULL,
};

static const char *const words_ProtocolEnum[] = {
    "HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", NULL,
};

static const char *const words_RedirectActionStatusCodeEnum[] = {
    "HTTP_301", "HTTP_302", NULL,
};

static const char *const words_TargetAdministrativeOverrideReasonEnum[] = {
    "AdministrativeOverride.Unknown", "AdministrativeOverride.NoOverride",
    "AdministrativeOverride.ZonalShiftActive", "AdministrativeOverride.ZonalShiftDelegatedToDns",
    NULL,
};

static const char *const words_TargetAdministrativeOverrideStateEnum[] = {
    "unknown", "no_override", "zonal_shift_active", "zonal_shift_delegated_to_dns", NULL,
};

static const char *const words_TargetGroupIpAddressTypeEnum[] = {
    "ipv4", "ipv6", NULL,
};

static const char *const words_TargetHealthReasonEnum[] = {
    "Elb.RegistrationInProgress", "Elb.InitialHealthChecking", "Target.ResponseCodeMismatch",
    "Target.Timeout", "Target.FailedHealthChecks", "Target.NotRegistered", "Target.NotInUse",
    "Target.DeregistrationInProgress", "Target.InvalidState", "Target.IpUnusable",
    "Target.HealthCheckDisabled", "Elb.InternalError", NULL,
};

static const char *const words_TargetHealthStateEnum[] = {
    "initial", "healthy", "unhealthy", "unused", "draining", "unavailable", "unhealthy.draining",
    NULL,
};

static const char *const words_TargetTypeEnum[] = {
    "instance", "ip", "lambda", "alb", NULL,
};

static const struct bs_shape_member
    members_Action[] = {
    {MEMBER(Type, ActionTypeEnum), .is_required = true},
    {MEMBER(TargetGroupArn, String)},
    {MEMBER(AuthenticateOidcConfig, AuthenticateOidcActionConfig)},
    {MEMBER(AuthenticateCognitoConfig, AuthenticateCognitoActionConfig)},
    {MEMBER(Order, ActionOrder)},
    {MEMBER(RedirectConfig, RedirectActionConfig)},
    {MEMBER(FixedResponseConfig, FixedResponseActionConfig)},
    {MEMBER(ForwardConfig, ForwardActionConfig)},
};

static const struct bs_shape_member
    members_Actions[] = {
    {MEMBER(member, Action)},
};

static const struct bs_shape_member
    members_AddListenerCertificatesInput[] = {
    {MEMBER(ListenerArn, String), .is_required = true},
    {MEMBER(Certificates, CertificateList), .is_required = true},
};

static const struct bs_shape_member
    members_AddListenerCertificatesOutput[] = {
    {MEMBER(Certificates, CertificateList)},
};

static const struct bs_shape_member
    members_AddTagsInput[] = {
    {MEMBER(ResourceArns, ResourceArns), .is_required = true},
    {MEMBER(Tags, TagList), .is_required = true},
};

static const struct bs_shape_member
    members_AdministrativeOverride[] = {
    {MEMBER(State, TargetAdministrativeOverrideStateEnum)},
    {MEMBER(Reason, TargetAdministrativeOverrideReasonEnum)},
    {MEMBER(Description, String)},
};

static const struct bs_shape_member
    members_AlpnPolicyName[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AnomalyDetection[] = {
    {MEMBER(Result, AnomalyResultEnum)},
    {MEMBER(MitigationInEffect, MitigationInEffectEnum)},
};

static const struct bs_shape_member
    members_AuthenticateCognitoActionAuthenticationRequestExtraParams[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_AuthenticateCognitoActionConfig[] = {
    {MEMBER(UserPoolArn, String), .is_required = true},
    {MEMBER(UserPoolClientId, String), .is_required = true},
    {MEMBER(UserPoolDomain, String), .is_required = true},
    {MEMBER(SessionCookieName, String)},
    {MEMBER(Scope, String)},
    {MEMBER(SessionTimeout, Integer)},
    {MEMBER(AuthenticationRequestExtraParams,
     AuthenticateCognitoActionAuthenticationRequestExtraParams)},
    {MEMBER(OnUnauthenticatedRequest, AuthenticateCognitoActionConditionalBehaviorEnum)},
};

static const struct bs_shape_member
    members_AuthenticateOidcActionAuthenticationRequestExtraParams[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_AuthenticateOidcActionConfig[] = {
    {MEMBER(Issuer, String), .is_required = true},
    {MEMBER(AuthorizationEndpoint, String), .is_required = true},
    {MEMBER(TokenEndpoint, String), .is_required = true},
    {MEMBER(UserInfoEndpoint, String), .is_required = true},
    {MEMBER(ClientId, String), .is_required = true},
    {MEMBER(ClientSecret, String)},
    {MEMBER(SessionCookieName, String)},
    {MEMBER(Scope, String)},
    {MEMBER(SessionTimeout, Integer)},
    {MEMBER(AuthenticationRequestExtraParams,
     AuthenticateOidcActionAuthenticationRequestExtraParams)},
    {MEMBER(OnUnauthenticatedRequest, AuthenticateOidcActionConditionalBehaviorEnum)},
    {MEMBER(UseExistingClientSecret, Boolean)},
};

static const struct bs_shape_member
    members_AvailabilityZone[] = {
    {MEMBER(ZoneName, String)},
    {MEMBER(SubnetId, String)},
    {MEMBER(OutpostId, String)},
    {MEMBER(LoadBalancerAddresses, LoadBalancerAddresses)},
};

static const struct bs_shape_member
    members_AvailabilityZones[] = {
    {MEMBER(member, AvailabilityZone)},
};

static const struct bs_shape_member
    members_Certificate[] = {
    {MEMBER(CertificateArn, String)},
    {MEMBER(IsDefault, Boolean)},
};

static const struct bs_shape_member
    members_CertificateList[] = {
    {MEMBER(member, Certificate)},
};

static const struct bs_shape_member
    members_Cipher[] = {
    {MEMBER(Name, String)},
    {MEMBER(Priority, Integer)},
};

static const struct bs_shape_member
    members_Ciphers[] = {
    {MEMBER(member, Cipher)},
};

static const struct bs_shape_member
    members_CreateListenerInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
    {MEMBER(Protocol, ProtocolEnum)},
    {MEMBER(Port, Port)},
    {MEMBER(SslPolicy, String)},
    {MEMBER(Certificates, CertificateList)},
    {MEMBER(DefaultActions, Actions), .is_required = true},
    {MEMBER(AlpnPolicy, AlpnPolicyName)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateListenerOutput[] = {
    {MEMBER(Listeners, Listeners)},
};

static const struct bs_shape_member
    members_CreateLoadBalancerInput[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(Subnets, Subnets)},
    {MEMBER(SubnetMappings, SubnetMappings)},
    {MEMBER(SecurityGroups, SecurityGroups)},
    {MEMBER(Scheme, LoadBalancerSchemeEnum)},
    {MEMBER(Tags, TagList)},
    {MEMBER(Type, LoadBalancerTypeEnum)},
    {MEMBER(IpAddressType, IpAddressType)},
    {MEMBER(CustomerOwnedIpv4Pool, CustomerOwnedIpv4Pool)},
};

static const struct bs_shape_member
    members_CreateLoadBalancerOutput[] = {
    {MEMBER(LoadBalancers, LoadBalancers)},
};

static const struct bs_shape_member
    members_CreateRuleInput[] = {
    {MEMBER(ListenerArn, String), .is_required = true},
    {MEMBER(Conditions, RuleConditionList), .is_required = true},
    {MEMBER(Priority, RulePriority), .is_required = true},
    {MEMBER(Actions, Actions), .is_required = true},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_CreateRuleOutput[] = {
    {MEMBER(Rules, Rules)},
};

static const struct bs_shape_member
    members_CreateTargetGroupInput[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(Protocol, ProtocolEnum)},
    {MEMBER(ProtocolVersion, String)},
    {MEMBER(Port, Port)},
    {MEMBER(VpcId, String)},
    {MEMBER(HealthCheckProtocol, ProtocolEnum)},
    {MEMBER(HealthCheckPort, String)},
    {MEMBER(HealthCheckEnabled, Boolean)},
    {MEMBER(HealthCheckPath, Path)},
    {MEMBER(HealthCheckIntervalSeconds, HealthCheckIntervalSeconds)},
    {MEMBER(HealthCheckTimeoutSeconds, HealthCheckTimeoutSeconds)},
    {MEMBER(HealthyThresholdCount, HealthCheckThresholdCount)},
    {MEMBER(UnhealthyThresholdCount, HealthCheckThresholdCount)},
    {MEMBER(Matcher, Matcher)},
    {MEMBER(TargetType, TargetTypeEnum)},
    {MEMBER(Tags, TagList)},
    {MEMBER(IpAddressType, TargetGroupIpAddressTypeEnum)},
};

static const struct bs_shape_member
    members_CreateTargetGroupOutput[] = {
    {MEMBER(TargetGroups, TargetGroups)},
};

static const struct bs_shape_member
    members_DeleteListenerInput[] = {
    {MEMBER(ListenerArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteLoadBalancerInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteRuleInput[] = {
    {MEMBER(RuleArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeleteTargetGroupInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_DeregisterTargetsInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
    {MEMBER(Targets, TargetDescriptions), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeAccountLimitsInput[] = {
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
};

static const struct bs_shape_member
    members_DescribeAccountLimitsOutput[] = {
    {MEMBER(Limits, Limits)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeListenerCertificatesInput[] = {
    {MEMBER(ListenerArn, String), .is_required = true},
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
};

static const struct bs_shape_member
    members_DescribeListenerCertificatesOutput[] = {
    {MEMBER(Certificates, CertificateList)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeListenersInput[] = {
    {MEMBER(LoadBalancerArn, String)},
    {MEMBER(ListenerArns, ListenerArns)},
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
};

static const struct bs_shape_member
    members_DescribeListenersOutput[] = {
    {MEMBER(Listeners, Listeners)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeLoadBalancerAttributesInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeLoadBalancerAttributesOutput[] = {
    {MEMBER(Attributes, LoadBalancerAttributes)},
};

static const struct bs_shape_member
    members_DescribeLoadBalancersInput[] = {
    {MEMBER(LoadBalancerArns, LoadBalancerArns)},
    {MEMBER(Names, LoadBalancerNames)},
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
};

static const struct bs_shape_member
    members_DescribeLoadBalancersOutput[] = {
    {MEMBER(LoadBalancers, LoadBalancers)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeRulesInput[] = {
    {MEMBER(ListenerArn, String)},
    {MEMBER(RuleArns, RuleArns)},
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
};

static const struct bs_shape_member
    members_DescribeRulesOutput[] = {
    {MEMBER(Rules, Rules)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeSSLPoliciesInput[] = {
    {MEMBER(Names, SslPolicyNames)},
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
    {MEMBER(LoadBalancerType, LoadBalancerTypeEnum)},
};

static const struct bs_shape_member
    members_DescribeSSLPoliciesOutput[] = {
    {MEMBER(SslPolicies, SslPolicies)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeTagsInput[] = {
    {MEMBER(ResourceArns, ResourceArns), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeTagsOutput[] = {
    {MEMBER(TagDescriptions, TagDescriptions)},
};

static const struct bs_shape_member
    members_DescribeTargetGroupAttributesInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_DescribeTargetGroupAttributesOutput[] = {
    {MEMBER(Attributes, TargetGroupAttributes)},
};

static const struct bs_shape_member
    members_DescribeTargetGroupsInput[] = {
    {MEMBER(LoadBalancerArn, String)},
    {MEMBER(TargetGroupArns, TargetGroupArns)},
    {MEMBER(Names, TargetGroupNames)},
    {MEMBER(Marker, String)},
    {MEMBER(PageSize, PageSize)},
};

static const struct bs_shape_member
    members_DescribeTargetGroupsOutput[] = {
    {MEMBER(TargetGroups, TargetGroups)},
    {MEMBER(NextMarker, String)},
};

static const struct bs_shape_member
    members_DescribeTargetHealthInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
    {MEMBER(Targets, TargetDescriptions)},
    {MEMBER(Include, ListOfDescribeTargetHealthIncludeOptions)},
};

static const struct bs_shape_member
    members_DescribeTargetHealthOutput[] = {
    {MEMBER(TargetHealthDescriptions, TargetHealthDescriptions)},
};

static const struct bs_shape_member
    members_FixedResponseActionConfig[] = {
    {MEMBER(MessageBody, FixedResponseActionMessage)},
    {MEMBER(StatusCode, String), .is_required = true},
    {MEMBER(ContentType, FixedResponseActionContentType)},
};

static const struct bs_shape_member
    members_ForwardActionConfig[] = {
    {MEMBER(TargetGroups, TargetGroupList)},
    {MEMBER(TargetGroupStickinessConfig, TargetGroupStickinessConfig)},
};

static const struct bs_shape_member
    members_HostHeaderConditionConfig[] = {
    {MEMBER(Values, ListOfString)},
};

static const struct bs_shape_member
    members_HttpHeaderConditionConfig[] = {
    {MEMBER(HttpHeaderName, String)},
    {MEMBER(Values, ListOfString)},
};

static const struct bs_shape_member
    members_HttpRequestMethodConditionConfig[] = {
    {MEMBER(Values, ListOfString)},
};

static const struct bs_shape_member
    members_Limit[] = {
    {MEMBER(Name, String)},
    {MEMBER(Max, String)},
};

static const struct bs_shape_member
    members_Limits[] = {
    {MEMBER(member, Limit)},
};

static const struct bs_shape_member
    members_ListOfDescribeTargetHealthIncludeOptions[] = {
    {MEMBER(member, DescribeTargetHealthInputIncludeEnum)},
};

static const struct bs_shape_member
    members_ListOfString[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Listener[] = {
    {MEMBER(ListenerArn, String)},
    {MEMBER(LoadBalancerArn, String)},
    {MEMBER(Port, Port)},
    {MEMBER(Protocol, ProtocolEnum)},
    {MEMBER(Certificates, CertificateList)},
    {MEMBER(SslPolicy, String)},
    {MEMBER(DefaultActions, Actions)},
    {MEMBER(AlpnPolicy, AlpnPolicyName)},
};

static const struct bs_shape_member
    members_ListenerArns[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Listeners[] = {
    {MEMBER(member, Listener)},
};

static const struct bs_shape_member
    members_LoadBalancer[] = {
    {MEMBER(LoadBalancerArn, String)},
    {MEMBER(DNSName, String)},
    {MEMBER(CanonicalHostedZoneId, String)},
    {MEMBER(CreatedTime, Timestamp)},
    {MEMBER(LoadBalancerName, String)},
    {MEMBER(Scheme, LoadBalancerSchemeEnum)},
    {MEMBER(VpcId, String)},
    {MEMBER(State, LoadBalancerState)},
    {MEMBER(Type, LoadBalancerTypeEnum)},
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(SecurityGroups, SecurityGroups)},
    {MEMBER(IpAddressType, IpAddressType)},
    {MEMBER(CustomerOwnedIpv4Pool, CustomerOwnedIpv4Pool)},
    {MEMBER(EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic, String)},
};

static const struct bs_shape_member
    members_LoadBalancerAddress[] = {
    {MEMBER(IpAddress, String)},
    {MEMBER(AllocationId, String)},
    {MEMBER(PrivateIPv4Address, String)},
    {MEMBER(IPv6Address, String)},
};

static const struct bs_shape_member
    members_LoadBalancerAddresses[] = {
    {MEMBER(member, LoadBalancerAddress)},
};

static const struct bs_shape_member
    members_LoadBalancerArns[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_LoadBalancerAttribute[] = {
    {MEMBER(Key, LoadBalancerAttributeKey)},
    {MEMBER(Value, LoadBalancerAttributeValue)},
};

static const struct bs_shape_member
    members_LoadBalancerAttributes[] = {
    {MEMBER(member, LoadBalancerAttribute)},
};

static const struct bs_shape_member
    members_LoadBalancerNames[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_LoadBalancerState[] = {
    {MEMBER(Code, LoadBalancerStateEnum)},
    {MEMBER(Reason, String)},
};

static const struct bs_shape_member
    members_LoadBalancers[] = {
    {MEMBER(member, LoadBalancer)},
};

static const struct bs_shape_member
    members_Matcher[] = {
    {MEMBER(HttpCode, String)},
    {MEMBER(GrpcCode, String)},
};

static const struct bs_shape_member
    members_ModifyListenerInput[] = {
    {MEMBER(ListenerArn, String), .is_required = true},
    {MEMBER(Port, Port)},
    {MEMBER(Protocol, ProtocolEnum)},
    {MEMBER(SslPolicy, String)},
    {MEMBER(Certificates, CertificateList)},
    {MEMBER(DefaultActions, Actions)},
    {MEMBER(AlpnPolicy, AlpnPolicyName)},
};

static const struct bs_shape_member
    members_ModifyListenerOutput[] = {
    {MEMBER(Listeners, Listeners)},
};

static const struct bs_shape_member
    members_ModifyLoadBalancerAttributesInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
    {MEMBER(Attributes, LoadBalancerAttributes), .is_required = true},
};

static const struct bs_shape_member
    members_ModifyLoadBalancerAttributesOutput[] = {
    {MEMBER(Attributes, LoadBalancerAttributes)},
};

static const struct bs_shape_member
    members_ModifyRuleInput[] = {
    {MEMBER(RuleArn, String), .is_required = true},
    {MEMBER(Conditions, RuleConditionList)},
    {MEMBER(Actions, Actions)},
};

static const struct bs_shape_member
    members_ModifyRuleOutput[] = {
    {MEMBER(Rules, Rules)},
};

static const struct bs_shape_member
    members_ModifyTargetGroupAttributesInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
    {MEMBER(Attributes, TargetGroupAttributes), .is_required = true},
};

static const struct bs_shape_member
    members_ModifyTargetGroupAttributesOutput[] = {
    {MEMBER(Attributes, TargetGroupAttributes)},
};

static const struct bs_shape_member
    members_ModifyTargetGroupInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
    {MEMBER(HealthCheckProtocol, ProtocolEnum)},
    {MEMBER(HealthCheckPort, String)},
    {MEMBER(HealthCheckPath, Path)},
    {MEMBER(HealthCheckEnabled, Boolean)},
    {MEMBER(HealthCheckIntervalSeconds, HealthCheckIntervalSeconds)},
    {MEMBER(HealthCheckTimeoutSeconds, HealthCheckTimeoutSeconds)},
    {MEMBER(HealthyThresholdCount, HealthCheckThresholdCount)},
    {MEMBER(UnhealthyThresholdCount, HealthCheckThresholdCount)},
    {MEMBER(Matcher, Matcher)},
};

static const struct bs_shape_member
    members_ModifyTargetGroupOutput[] = {
    {MEMBER(TargetGroups, TargetGroups)},
};

static const struct bs_shape_member
    members_PathPatternConditionConfig[] = {
    {MEMBER(Values, ListOfString)},
};

static const struct bs_shape_member
    members_QueryStringConditionConfig[] = {
    {MEMBER(Values, QueryStringKeyValuePairList)},
};

static const struct bs_shape_member
    members_QueryStringKeyValuePair[] = {
    {MEMBER(Key, String)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_QueryStringKeyValuePairList[] = {
    {MEMBER(member, QueryStringKeyValuePair)},
};

static const struct bs_shape_member
    members_RedirectActionConfig[] = {
    {MEMBER(Protocol, String)},
    {MEMBER(Port, String)},
    {MEMBER(Host, RedirectActionHost)},
    {MEMBER(Path, RedirectActionPath)},
    {MEMBER(Query, RedirectActionQuery)},
    {MEMBER(StatusCode, RedirectActionStatusCodeEnum), .is_required = true},
};

static const struct bs_shape_member
    members_RegisterTargetsInput[] = {
    {MEMBER(TargetGroupArn, String), .is_required = true},
    {MEMBER(Targets, TargetDescriptions), .is_required = true},
};

static const struct bs_shape_member
    members_RemoveListenerCertificatesInput[] = {
    {MEMBER(ListenerArn, String), .is_required = true},
    {MEMBER(Certificates, CertificateList), .is_required = true},
};

static const struct bs_shape_member
    members_RemoveTagsInput[] = {
    {MEMBER(ResourceArns, ResourceArns), .is_required = true},
    {MEMBER(TagKeys, TagKeys), .is_required = true},
};

static const struct bs_shape_member
    members_ResourceArns[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Rule[] = {
    {MEMBER(RuleArn, String)},
    {MEMBER(Priority, String)},
    {MEMBER(Conditions, RuleConditionList)},
    {MEMBER(Actions, Actions)},
    {MEMBER(IsDefault, Boolean)},
};

static const struct bs_shape_member
    members_RuleArns[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_RuleCondition[] = {
    {MEMBER(Field, ConditionFieldName)},
    {MEMBER(Values, ListOfString)},
    {MEMBER(HostHeaderConfig, HostHeaderConditionConfig)},
    {MEMBER(PathPatternConfig, PathPatternConditionConfig)},
    {MEMBER(HttpHeaderConfig, HttpHeaderConditionConfig)},
    {MEMBER(QueryStringConfig, QueryStringConditionConfig)},
    {MEMBER(HttpRequestMethodConfig, HttpRequestMethodConditionConfig)},
    {MEMBER(SourceIpConfig, SourceIpConditionConfig)},
};

static const struct bs_shape_member
    members_RuleConditionList[] = {
    {MEMBER(member, RuleCondition)},
};

static const struct bs_shape_member
    members_RulePriorityList[] = {
    {MEMBER(member, RulePriorityPair)},
};

static const struct bs_shape_member
    members_RulePriorityPair[] = {
    {MEMBER(RuleArn, String)},
    {MEMBER(Priority, RulePriority)},
};

static const struct bs_shape_member
    members_Rules[] = {
    {MEMBER(member, Rule)},
};

static const struct bs_shape_member
    members_SecurityGroups[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_SetIpAddressTypeInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
    {MEMBER(IpAddressType, IpAddressType), .is_required = true},
};

static const struct bs_shape_member
    members_SetIpAddressTypeOutput[] = {
    {MEMBER(IpAddressType, IpAddressType)},
};

static const struct bs_shape_member
    members_SetRulePrioritiesInput[] = {
    {MEMBER(RulePriorities, RulePriorityList), .is_required = true},
};

static const struct bs_shape_member
    members_SetRulePrioritiesOutput[] = {
    {MEMBER(Rules, Rules)},
};

static const struct bs_shape_member
    members_SetSecurityGroupsInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
    {MEMBER(SecurityGroups, SecurityGroups), .is_required = true},
    {MEMBER(EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
     EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum)},
};

static const struct bs_shape_member
    members_SetSecurityGroupsOutput[] = {
    {MEMBER(SecurityGroupIds, SecurityGroups)},
    {MEMBER(EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
     EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum)},
};

static const struct bs_shape_member
    members_SetSubnetsInput[] = {
    {MEMBER(LoadBalancerArn, String), .is_required = true},
    {MEMBER(Subnets, Subnets)},
    {MEMBER(SubnetMappings, SubnetMappings)},
    {MEMBER(IpAddressType, IpAddressType)},
};

static const struct bs_shape_member
    members_SetSubnetsOutput[] = {
    {MEMBER(AvailabilityZones, AvailabilityZones)},
    {MEMBER(IpAddressType, IpAddressType)},
};

static const struct bs_shape_member
    members_SourceIpConditionConfig[] = {
    {MEMBER(Values, ListOfString)},
};

static const struct bs_shape_member
    members_SslPolicies[] = {
    {MEMBER(member, SslPolicy)},
};

static const struct bs_shape_member
    members_SslPolicy[] = {
    {MEMBER(SslProtocols, SslProtocols)},
    {MEMBER(Ciphers, Ciphers)},
    {MEMBER(Name, String)},
    {MEMBER(SupportedLoadBalancerTypes, ListOfString)},
};

static const struct bs_shape_member
    members_SslPolicyNames[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_SslProtocols[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_SubnetMapping[] = {
    {MEMBER(SubnetId, String)},
    {MEMBER(AllocationId, String)},
    {MEMBER(PrivateIPv4Address, String)},
    {MEMBER(IPv6Address, String)},
};

static const struct bs_shape_member
    members_SubnetMappings[] = {
    {MEMBER(member, SubnetMapping)},
};

static const struct bs_shape_member
    members_Subnets[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, TagKey), .is_required = true},
    {MEMBER(Value, TagValue)},
};

static const struct bs_shape_member
    members_TagDescription[] = {
    {MEMBER(ResourceArn, String)},
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_TagDescriptions[] = {
    {MEMBER(member, TagDescription)},
};

static const struct bs_shape_member
    members_TagKeys[] = {
    {MEMBER(member, TagKey)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_TargetDescription[] = {
    {MEMBER(Id, String), .is_required = true},
    {MEMBER(Port, Port)},
    {MEMBER(AvailabilityZone, String)},
};

static const struct bs_shape_member
    members_TargetDescriptions[] = {
    {MEMBER(member, TargetDescription)},
};

static const struct bs_shape_member
    members_TargetGroup[] = {
    {MEMBER(TargetGroupArn, String)},
    {MEMBER(TargetGroupName, String)},
    {MEMBER(Protocol, ProtocolEnum)},
    {MEMBER(Port, Port)},
    {MEMBER(VpcId, String)},
    {MEMBER(HealthCheckProtocol, ProtocolEnum)},
    {MEMBER(HealthCheckPort, String)},
    {MEMBER(HealthCheckEnabled, Boolean)},
    {MEMBER(HealthCheckIntervalSeconds, HealthCheckIntervalSeconds)},
    {MEMBER(HealthCheckTimeoutSeconds, HealthCheckTimeoutSeconds)},
    {MEMBER(HealthyThresholdCount, HealthCheckThresholdCount)},
    {MEMBER(UnhealthyThresholdCount, HealthCheckThresholdCount)},
    {MEMBER(HealthCheckPath, Path)},
    {MEMBER(Matcher, Matcher)},
    {MEMBER(LoadBalancerArns, LoadBalancerArns)},
    {MEMBER(TargetType, TargetTypeEnum)},
    {MEMBER(ProtocolVersion, String)},
    {MEMBER(IpAddressType, TargetGroupIpAddressTypeEnum)},
};

static const struct bs_shape_member
    members_TargetGroupArns[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_TargetGroupAttribute[] = {
    {MEMBER(Key, TargetGroupAttributeKey)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_TargetGroupAttributes[] = {
    {MEMBER(member, TargetGroupAttribute)},
};

static const struct bs_shape_member
    members_TargetGroupList[] = {
    {MEMBER(member, TargetGroupTuple)},
};

static const struct bs_shape_member
    members_TargetGroupNames[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_TargetGroupStickinessConfig[] = {
    {MEMBER(Enabled, Boolean)},
    {MEMBER(DurationSeconds, Integer)},
};

static const struct bs_shape_member
    members_TargetGroupTuple[] = {
    {MEMBER(TargetGroupArn, String)},
    {MEMBER(Weight, Integer)},
};

static const struct bs_shape_member
    members_TargetGroups[] = {
    {MEMBER(member, TargetGroup)},
};

static const struct bs_shape_member
    members_TargetHealth[] = {
    {MEMBER(State, TargetHealthStateEnum)},
    {MEMBER(Reason, TargetHealthReasonEnum)},
    {MEMBER(Description, String)},
};

static const struct bs_shape_member
    members_TargetHealthDescription[] = {
    {MEMBER(Target, TargetDescription)},
    {MEMBER(HealthCheckPort, String)},
    {MEMBER(TargetHealth, TargetHealth)},
    {MEMBER(AnomalyDetection, AnomalyDetection)},
    {MEMBER(AdministrativeOverride, AdministrativeOverride)},
};

static const struct bs_shape_member
    members_TargetHealthDescriptions[] = {
    {MEMBER(member, TargetHealthDescription)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(Action, STRUCTURE)},
    SCALAR(ActionOrder, INTEGER), BOUNDS(1, 50000)},
    SCALAR(ActionTypeEnum, STRING), WORDS(ActionTypeEnum)},
    COMPOUND(Actions, LIST)},
    COMPOUND(AddListenerCertificatesInput, STRUCTURE)},
    COMPOUND(AddListenerCertificatesOutput, STRUCTURE)},
    COMPOUND(AddTagsInput, STRUCTURE)},
    SCALAR(AddTagsOutput, STRUCTURE)},
    COMPOUND(AdministrativeOverride, STRUCTURE)},
    COMPOUND(AlpnPolicyName, LIST)},
    COMPOUND(AnomalyDetection, STRUCTURE)},
    SCALAR(AnomalyResultEnum, STRING), WORDS(AnomalyResultEnum)},
    COMPOUND(AuthenticateCognitoActionAuthenticationRequestExtraParams, MAP)},
    SCALAR(AuthenticateCognitoActionConditionalBehaviorEnum, STRING),
    WORDS(AuthenticateCognitoActionConditionalBehaviorEnum)},
    COMPOUND(AuthenticateCognitoActionConfig, STRUCTURE)},
    COMPOUND(AuthenticateOidcActionAuthenticationRequestExtraParams, MAP)},
    SCALAR(AuthenticateOidcActionConditionalBehaviorEnum, STRING),
    WORDS(AuthenticateOidcActionConditionalBehaviorEnum)},
    COMPOUND(AuthenticateOidcActionConfig, STRUCTURE)},
    COMPOUND(AvailabilityZone, STRUCTURE)},
    COMPOUND(AvailabilityZones, LIST)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(Certificate, STRUCTURE)},
    COMPOUND(CertificateList, LIST)},
    COMPOUND(Cipher, STRUCTURE)},
    COMPOUND(Ciphers, LIST)},
    SCALAR(ConditionFieldName, STRING), BOUNDS(0, 64)},
    COMPOUND(CreateListenerInput, STRUCTURE)},
    COMPOUND(CreateListenerOutput, STRUCTURE)},
    COMPOUND(CreateLoadBalancerInput, STRUCTURE)},
    COMPOUND(CreateLoadBalancerOutput, STRUCTURE)},
    COMPOUND(CreateRuleInput, STRUCTURE)},
    COMPOUND(CreateRuleOutput, STRUCTURE)},
    COMPOUND(CreateTargetGroupInput, STRUCTURE)},
    COMPOUND(CreateTargetGroupOutput, STRUCTURE)},
    SCALAR(CustomerOwnedIpv4Pool, STRING), BOUNDS(0, 256)},
    COMPOUND(DeleteListenerInput, STRUCTURE)},
    SCALAR(DeleteListenerOutput, STRUCTURE)},
    COMPOUND(DeleteLoadBalancerInput, STRUCTURE)},
    SCALAR(DeleteLoadBalancerOutput, STRUCTURE)},
    COMPOUND(DeleteRuleInput, STRUCTURE)},
    SCALAR(DeleteRuleOutput, STRUCTURE)},
    COMPOUND(DeleteTargetGroupInput, STRUCTURE)},
    SCALAR(DeleteTargetGroupOutput, STRUCTURE)},
    COMPOUND(DeregisterTargetsInput, STRUCTURE)},
    SCALAR(DeregisterTargetsOutput, STRUCTURE)},
    COMPOUND(DescribeAccountLimitsInput, STRUCTURE)},
    COMPOUND(DescribeAccountLimitsOutput, STRUCTURE)},
    COMPOUND(DescribeListenerCertificatesInput, STRUCTURE)},
    COMPOUND(DescribeListenerCertificatesOutput, STRUCTURE)},
    COMPOUND(DescribeListenersInput, STRUCTURE)},
    COMPOUND(DescribeListenersOutput, STRUCTURE)},
    COMPOUND(DescribeLoadBalancerAttributesInput, STRUCTURE)},
    COMPOUND(DescribeLoadBalancerAttributesOutput, STRUCTURE)},
    COMPOUND(DescribeLoadBalancersInput, STRUCTURE)},
    COMPOUND(DescribeLoadBalancersOutput, STRUCTURE)},
    COMPOUND(DescribeRulesInput, STRUCTURE)},
    COMPOUND(DescribeRulesOutput, STRUCTURE)},
    COMPOUND(DescribeSSLPoliciesInput, STRUCTURE)},
    COMPOUND(DescribeSSLPoliciesOutput, STRUCTURE)},
    COMPOUND(DescribeTagsInput, STRUCTURE)},
    COMPOUND(DescribeTagsOutput, STRUCTURE)},
    COMPOUND(DescribeTargetGroupAttributesInput, STRUCTURE)},
    COMPOUND(DescribeTargetGroupAttributesOutput, STRUCTURE)},
    COMPOUND(DescribeTargetGroupsInput, STRUCTURE)},
    COMPOUND(DescribeTargetGroupsOutput, STRUCTURE)},
    COMPOUND(DescribeTargetHealthInput, STRUCTURE)},
    SCALAR(DescribeTargetHealthInputIncludeEnum, STRING),
    WORDS(DescribeTargetHealthInputIncludeEnum)},
    COMPOUND(DescribeTargetHealthOutput, STRUCTURE)},
    SCALAR(EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum, STRING),
    WORDS(EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum)},
    COMPOUND(FixedResponseActionConfig, STRUCTURE)},
    SCALAR(FixedResponseActionContentType, STRING), BOUNDS(0, 32)},
    SCALAR(FixedResponseActionMessage, STRING), BOUNDS(0, 1024)},
    COMPOUND(ForwardActionConfig, STRUCTURE)},
    SCALAR(HealthCheckIntervalSeconds, INTEGER), BOUNDS(5, 300)},
    SCALAR(HealthCheckThresholdCount, INTEGER), BOUNDS(2, 10)},
    SCALAR(HealthCheckTimeoutSeconds, INTEGER), BOUNDS(2, 120)},
    COMPOUND(HostHeaderConditionConfig, STRUCTURE)},
    COMPOUND(HttpHeaderConditionConfig, STRUCTURE)},
    COMPOUND(HttpRequestMethodConditionConfig, STRUCTURE)},
    SCALAR(Integer, INTEGER)},
    SCALAR(IpAddressType, STRING), WORDS(IpAddressType)},
    COMPOUND(Limit, STRUCTURE)},
    COMPOUND(Limits, LIST)},
    COMPOUND(ListOfDescribeTargetHealthIncludeOptions, LIST)},
    COMPOUND(ListOfString, LIST)},
    COMPOUND(Listener, STRUCTURE)},
    COMPOUND(ListenerArns, LIST)},
    COMPOUND(Listeners, LIST)},
    COMPOUND(LoadBalancer, STRUCTURE)},
    COMPOUND(LoadBalancerAddress, STRUCTURE)},
    COMPOUND(LoadBalancerAddresses, LIST)},
    COMPOUND(LoadBalancerArns, LIST)},
    COMPOUND(LoadBalancerAttribute, STRUCTURE)},
    SCALAR(LoadBalancerAttributeKey, STRING), BOUNDS(0, 256)},
    SCALAR(LoadBalancerAttributeValue, STRING), BOUNDS(0, 1024)},
    COMPOUND(LoadBalancerAttributes, LIST), BOUNDS(0, 20)},
    COMPOUND(LoadBalancerNames, LIST)},
    SCALAR(LoadBalancerSchemeEnum, STRING), WORDS(LoadBalancerSchemeEnum)},
    COMPOUND(LoadBalancerState, STRUCTURE)},
    SCALAR(LoadBalancerStateEnum, STRING), WORDS(LoadBalancerStateEnum)},
    SCALAR(LoadBalancerTypeEnum, STRING), WORDS(LoadBalancerTypeEnum)},
    COMPOUND(LoadBalancers, LIST)},
    COMPOUND(Matcher, STRUCTURE)},
    SCALAR(MitigationInEffectEnum, STRING), WORDS(MitigationInEffectEnum)},
    COMPOUND(ModifyListenerInput, STRUCTURE)},
    COMPOUND(ModifyListenerOutput, STRUCTURE)},
    COMPOUND(ModifyLoadBalancerAttributesInput, STRUCTURE)},
    COMPOUND(ModifyLoadBalancerAttributesOutput, STRUCTURE)},
    COMPOUND(ModifyRuleInput, STRUCTURE)},
    COMPOUND(ModifyRuleOutput, STRUCTURE)},
    COMPOUND(ModifyTargetGroupAttributesInput, STRUCTURE)},
    COMPOUND(ModifyTargetGroupAttributesOutput, STRUCTURE)},
    COMPOUND(ModifyTargetGroupInput, STRUCTURE)},
    COMPOUND(ModifyTargetGroupOutput, STRUCTURE)},
    SCALAR(PageSize, INTEGER), BOUNDS(1, 400)},
    SCALAR(Path, STRING), BOUNDS(1, 1024)},
    COMPOUND(PathPatternConditionConfig, STRUCTURE)},
    SCALAR(Port, INTEGER), BOUNDS(1, 65535)},
    SCALAR(ProtocolEnum, STRING), WORDS(ProtocolEnum)},
    COMPOUND(QueryStringConditionConfig, STRUCTURE)},
    COMPOUND(QueryStringKeyValuePair, STRUCTURE)},
    COMPOUND(QueryStringKeyValuePairList, LIST)},
    COMPOUND(RedirectActionConfig, STRUCTURE)},
    SCALAR(RedirectActionHost, STRING), BOUNDS(1, 128)},
    SCALAR(RedirectActionPath, STRING), BOUNDS(1, 128)},
    SCALAR(RedirectActionQuery, STRING), BOUNDS(0, 128)},
    SCALAR(RedirectActionStatusCodeEnum, STRING), WORDS(RedirectActionStatusCodeEnum)},
    COMPOUND(RegisterTargetsInput, STRUCTURE)},
    SCALAR(RegisterTargetsOutput, STRUCTURE)},
    COMPOUND(RemoveListenerCertificatesInput, STRUCTURE)},
    SCALAR(RemoveListenerCertificatesOutput, STRUCTURE)},
    COMPOUND(RemoveTagsInput, STRUCTURE)},
    SCALAR(RemoveTagsOutput, STRUCTURE)},
    COMPOUND(ResourceArns, LIST)},
    COMPOUND(Rule, STRUCTURE)},
    COMPOUND(RuleArns, LIST)},
    COMPOUND(RuleCondition, STRUCTURE)},
    COMPOUND(RuleConditionList, LIST)},
    SCALAR(RulePriority, INTEGER), BOUNDS(1, 50000)},
    COMPOUND(RulePriorityList, LIST)},
    COMPOUND(RulePriorityPair, STRUCTURE)},
    COMPOUND(Rules, LIST)},
    COMPOUND(SecurityGroups, LIST)},
    COMPOUND(SetIpAddressTypeInput, STRUCTURE)},
    COMPOUND(SetIpAddressTypeOutput, STRUCTURE)},
    COMPOUND(SetRulePrioritiesInput, STRUCTURE)},
    COMPOUND(SetRulePrioritiesOutput, STRUCTURE)},
    COMPOUND(SetSecurityGroupsInput, STRUCTURE)},
    COMPOUND(SetSecurityGroupsOutput, STRUCTURE)},
    COMPOUND(SetSubnetsInput, STRUCTURE)},
    COMPOUND(SetSubnetsOutput, STRUCTURE)},
    COMPOUND(SourceIpConditionConfig, STRUCTURE)},
    COMPOUND(SslPolicies, LIST)},
    COMPOUND(SslPolicy, STRUCTURE)},
    COMPOUND(SslPolicyNames, LIST)},
    COMPOUND(SslProtocols, LIST)},
    SCALAR(String, STRING)},
    COMPOUND(SubnetMapping, STRUCTURE)},
    COMPOUND(SubnetMappings, LIST)},
    COMPOUND(Subnets, LIST)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagDescription, STRUCTURE)},
    COMPOUND(TagDescriptions, LIST)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagKeys, LIST)},
    COMPOUND(TagList, LIST), BOUNDS(1, INT64_MAX)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    SCALAR(TargetAdministrativeOverrideReasonEnum, STRING),
    WORDS(TargetAdministrativeOverrideReasonEnum)},
    SCALAR(TargetAdministrativeOverrideStateEnum, STRING),
    WORDS(TargetAdministrativeOverrideStateEnum)},
    COMPOUND(TargetDescription, STRUCTURE)},
    COMPOUND(TargetDescriptions, LIST)},
    COMPOUND(TargetGroup, STRUCTURE)},
    COMPOUND(TargetGroupArns, LIST)},
    COMPOUND(TargetGroupAttribute, STRUCTURE)},
    SCALAR(TargetGroupAttributeKey, STRING), BOUNDS(0, 256)},
    COMPOUND(TargetGroupAttributes, LIST)},
    SCALAR(TargetGroupIpAddressTypeEnum, STRING), WORDS(TargetGroupIpAddressTypeEnum)},
    COMPOUND(TargetGroupList, LIST)},
    COMPOUND(TargetGroupNames, LIST)},
    COMPOUND(TargetGroupStickinessConfig, STRUCTURE)},
    COMPOUND(TargetGroupTuple, STRUCTURE)},
    COMPOUND(TargetGroups, LIST)},
    COMPOUND(TargetHealth, STRUCTURE)},
    COMPOUND(TargetHealthDescription, STRUCTURE)},
    COMPOUND(TargetHealthDescriptions, LIST)},
    SCALAR(TargetHealthReasonEnum, STRING), WORDS(TargetHealthReasonEnum)},
    SCALAR(TargetHealthStateEnum, STRING), WORDS(TargetHealthStateEnum)},
    SCALAR(TargetTypeEnum, STRING), WORDS(TargetTypeEnum)},
    SCALAR(Timestamp, TIMESTAMP)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AddListenerCertificates", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AddListenerCertificatesInput), .output = SHAPE(AddListenerCertificatesOutput),
     .result_name = "AddListenerCertificatesResult"},
    {.name = "AddTags", .method = "POST", .uri = "/", .status = 200, .input = SHAPE(AddTagsInput),
     .output = SHAPE(AddTagsOutput), .result_name = "AddTagsResult"},
    {.name = "CreateListener", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateListenerInput), .output = SHAPE(CreateListenerOutput),
     .result_name = "CreateListenerResult"},
    {.name = "CreateLoadBalancer", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateLoadBalancerInput), .output = SHAPE(CreateLoadBalancerOutput),
     .result_name = "CreateLoadBalancerResult"},
    {.name = "CreateRule", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateRuleInput), .output = SHAPE(CreateRuleOutput),
     .result_name = "CreateRuleResult"},
    {.name = "CreateTargetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateTargetGroupInput), .output = SHAPE(CreateTargetGroupOutput),
     .result_name = "CreateTargetGroupResult"},
    {.name = "DeleteListener", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteListenerInput), .output = SHAPE(DeleteListenerOutput),
     .result_name = "DeleteListenerResult"},
    {.name = "DeleteLoadBalancer", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteLoadBalancerInput), .output = SHAPE(DeleteLoadBalancerOutput),
     .result_name = "DeleteLoadBalancerResult"},
    {.name = "DeleteRule", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteRuleInput), .output = SHAPE(DeleteRuleOutput),
     .result_name = "DeleteRuleResult"},
    {.name = "DeleteTargetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTargetGroupInput), .output = SHAPE(DeleteTargetGroupOutput),
     .result_name = "DeleteTargetGroupResult"},
    {.name = "DeregisterTargets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeregisterTargetsInput), .output = SHAPE(DeregisterTargetsOutput),
     .result_name = "DeregisterTargetsResult"},
    {.name = "DescribeAccountLimits", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeAccountLimitsInput), .output = SHAPE(DescribeAccountLimitsOutput),
     .result_name = "DescribeAccountLimitsResult", .pages = {"Marker", "NextMarker", "PageSize",
     "Limits", NULL, 400}},
    {.name = "DescribeListenerCertificates", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeListenerCertificatesInput),
     .output = SHAPE(DescribeListenerCertificatesOutput),
     .result_name = "DescribeListenerCertificatesResult", .pages = {"Marker", "NextMarker",
     "PageSize", "Certificates", NULL, 400}},
    {.name = "DescribeListeners", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeListenersInput), .output = SHAPE(DescribeListenersOutput),
     .result_name = "DescribeListenersResult", .pages = {"Marker", "NextMarker", "PageSize",
     "Listeners", NULL, 400}},
    {.name = "DescribeLoadBalancerAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeLoadBalancerAttributesInput),
     .output = SHAPE(DescribeLoadBalancerAttributesOutput),
     .result_name = "DescribeLoadBalancerAttributesResult"},
    {.name = "DescribeLoadBalancers", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeLoadBalancersInput), .output = SHAPE(DescribeLoadBalancersOutput),
     .result_name = "DescribeLoadBalancersResult", .pages = {"Marker", "NextMarker", "PageSize",
     "LoadBalancers", NULL, 400}},
    {.name = "DescribeRules", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeRulesInput), .output = SHAPE(DescribeRulesOutput),
     .result_name = "DescribeRulesResult", .pages = {"Marker", "NextMarker", "PageSize", "Rules",
     NULL, 400}},
    {.name = "DescribeSSLPolicies", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeSSLPoliciesInput), .output = SHAPE(DescribeSSLPoliciesOutput),
     .result_name = "DescribeSSLPoliciesResult", .pages = {"Marker", "NextMarker", "PageSize",
     "SslPolicies", NULL, 400}},
    {.name = "DescribeTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTagsInput), .output = SHAPE(DescribeTagsOutput),
     .result_name = "DescribeTagsResult"},
    {.name = "DescribeTargetGroupAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTargetGroupAttributesInput),
     .output = SHAPE(DescribeTargetGroupAttributesOutput),
     .result_name = "DescribeTargetGroupAttributesResult"},
    {.name = "DescribeTargetGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTargetGroupsInput), .output = SHAPE(DescribeTargetGroupsOutput),
     .result_name = "DescribeTargetGroupsResult", .pages = {"Marker", "NextMarker", "PageSize",
     "TargetGroups", NULL, 400}},
    {.name = "DescribeTargetHealth", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeTargetHealthInput), .output = SHAPE(DescribeTargetHealthOutput),
     .result_name = "DescribeTargetHealthResult"},
    {.name = "ModifyListener", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyListenerInput), .output = SHAPE(ModifyListenerOutput),
     .result_name = "ModifyListenerResult"},
    {.name = "ModifyLoadBalancerAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyLoadBalancerAttributesInput),
     .output = SHAPE(ModifyLoadBalancerAttributesOutput),
     .result_name = "ModifyLoadBalancerAttributesResult"},
    {.name = "ModifyRule", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyRuleInput), .output = SHAPE(ModifyRuleOutput),
     .result_name = "ModifyRuleResult"},
    {.name = "ModifyTargetGroup", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyTargetGroupInput), .output = SHAPE(ModifyTargetGroupOutput),
     .result_name = "ModifyTargetGroupResult"},
    {.name = "ModifyTargetGroupAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ModifyTargetGroupAttributesInput),
     .output = SHAPE(ModifyTargetGroupAttributesOutput),
     .result_name = "ModifyTargetGroupAttributesResult"},
    {.name = "RegisterTargets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RegisterTargetsInput), .output = SHAPE(RegisterTargetsOutput),
     .result_name = "RegisterTargetsResult"},
    {.name = "RemoveListenerCertificates", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveListenerCertificatesInput),
     .output = SHAPE(RemoveListenerCertificatesOutput),
     .result_name = "RemoveListenerCertificatesResult"},
    {.name = "RemoveTags", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemoveTagsInput), .output = SHAPE(RemoveTagsOutput),
     .result_name = "RemoveTagsResult"},
    {.name = "SetIpAddressType", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetIpAddressTypeInput), .output = SHAPE(SetIpAddressTypeOutput),
     .result_name = "SetIpAddressTypeResult"},
    {.name = "SetRulePriorities", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetRulePrioritiesInput), .output = SHAPE(SetRulePrioritiesOutput),
     .result_name = "SetRulePrioritiesResult"},
    {.name = "SetSecurityGroups", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetSecurityGroupsInput), .output = SHAPE(SetSecurityGroupsOutput),
     .result_name = "SetSecurityGroupsResult"},
    {.name = "SetSubnets", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetSubnetsInput), .output = SHAPE(SetSubnetsOutput),
     .result_name = "SetSubnetsResult"},
};

static const char *const refused[] = {
    NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "ALPNPolicyNotSupportedException", .code = "ALPNPolicyNotFound", .status = 400,
     .is_sender = true},
    {.shape = "AllocationIdNotFoundException", .code = "AllocationIdNotFound", .status = 400,
     .is_sender = true},
    {.shape = "AvailabilityZoneNotSupportedException", .code = "AvailabilityZoneNotSupported",
     .status = 400, .is_sender = true},
    {.shape = "CertificateNotFoundException", .code = "CertificateNotFound", .status = 400,
     .is_sender = true},
    {.shape = "DuplicateListenerException", .code = "DuplicateListener", .status = 400,
     .is_sender = true},
    {.shape = "DuplicateLoadBalancerNameException", .code = "DuplicateLoadBalancerName",
     .status = 400, .is_sender = true},
    {.shape = "DuplicateTagKeysException", .code = "DuplicateTagKeys", .status = 400,
     .is_sender = true},
    {.shape = "DuplicateTargetGroupNameException", .code = "DuplicateTargetGroupName",
     .status = 400, .is_sender = true},
    {.shape = "HealthUnavailableException", .code = "HealthUnavailable", .status = 500},
    {.shape = "IncompatibleProtocolsException", .code = "IncompatibleProtocols", .status = 400,
     .is_sender = true},
    {.shape = "InvalidConfigurationRequestException", .code = "InvalidConfigurationRequest",
     .status = 400, .is_sender = true},
    {.shape = "InvalidLoadBalancerActionException", .code = "InvalidLoadBalancerAction",
     .status = 400, .is_sender = true},
    {.shape = "InvalidSchemeException", .code = "InvalidScheme", .status = 400, .is_sender = true},
    {.shape = "InvalidSecurityGroupException", .code = "InvalidSecurityGroup", .status = 400,
     .is_sender = true},
    {.shape = "InvalidSubnetException", .code = "InvalidSubnet", .status = 400, .is_sender = true},
    {.shape = "InvalidTargetException", .code = "InvalidTarget", .status = 400, .is_sender = true},
    {.shape = "ListenerNotFoundException", .code = "ListenerNotFound", .status = 400,
     .is_sender = true},
    {.shape = "LoadBalancerNotFoundException", .code = "LoadBalancerNotFound", .status = 400,
     .is_sender = true},
    {.shape = "OperationNotPermittedException", .code = "OperationNotPermitted", .status = 400,
     .is_sender = true},
    {.shape = "PriorityInUseException", .code = "PriorityInUse", .status = 400, .is_sender = true},
    {.shape = "ResourceInUseException", .code = "ResourceInUse", .status = 400, .is_sender = true},
    {.shape = "RuleNotFoundException", .code = "RuleNotFound", .status = 400, .is_sender = true},
    {.shape = "SSLPolicyNotFoundException", .code = "SSLPolicyNotFound", .status = 400,
     .is_sender = true},
    {.shape = "SubnetNotFoundException", .code = "SubnetNotFound", .status = 400,
     .is_sender = true},
    {.shape = "TargetGroupAssociationLimitException", .code = "TargetGroupAssociationLimit",
     .status = 400, .is_sender = true},
    {.shape = "TargetGroupNotFoundException", .code = "TargetGroupNotFound", .status = 400,
     .is_sender = true},
    {.shape = "TooManyActionsException", .code = "TooManyActions", .status = 400,
     .is_sender = true},
    {.shape = "TooManyCertificatesException", .code = "TooManyCertificates", .status = 400,
     .is_sender = true},
    {.shape = "TooManyListenersException", .code = "TooManyListeners", .status = 400,
     .is_sender = true},
    {.shape = "TooManyLoadBalancersException", .code = "TooManyLoadBalancers", .status = 400,
     .is_sender = true},
    {.shape = "TooManyRegistrationsForTargetIdException",
     .code = "TooManyRegistrationsForTargetId", .status = 400, .is_sender = true},
    {.shape = "TooManyRulesException", .code = "TooManyRules", .status = 400, .is_sender = true},
    {.shape = "TooManyTagsException", .code = "TooManyTags", .status = 400, .is_sender = true},
    {.shape = "TooManyTargetGroupsException", .code = "TooManyTargetGroups", .status = 400,
     .is_sender = true},
    {.shape = "TooManyTargetsException", .code = "TooManyTargets", .status = 400,
     .is_sender = true},
    {.shape = "TooManyUniqueTargetGroupsPerLoadBalancerException",
     .code = "TooManyUniqueTargetGroupsPerLoadBalancer", .status = 400, .is_sender = true},
    {.shape = "UnsupportedProtocolException", .code = "UnsupportedProtocol", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_elbv2 = {
    .name = "elbv2",
    .signing_name = "elasticloadbalancing",
    .host_prefix = "elasticloadbalancing",
    .api_version = "2015-12-01",
    .xml_namespace = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_QUERY,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
