/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AssumeRoleRequest, SHAPE_AssumeRoleResponse, SHAPE_AssumeRoleWithSAMLRequest,
    SHAPE_AssumeRoleWithSAMLResponse, SHAPE_AssumeRoleWithWebIdentityRequest,
    SHAPE_AssumeRoleWithWebIdentityResponse, SHAPE_AssumedRoleUser, SHAPE_Credentials,
    SHAPE_DecodeAuthorizationMessageRequest, SHAPE_DecodeAuthorizationMessageResponse,
    SHAPE_FederatedUser, SHAPE_GetAccessKeyInfoRequest, SHAPE_GetAccessKeyInfoResponse,
    SHAPE_GetCallerIdentityRequest, SHAPE_GetCallerIdentityResponse,
    SHAPE_GetFederationTokenRequest, SHAPE_GetFederationTokenResponse,
    SHAPE_GetSessionTokenRequest, SHAPE_GetSessionTokenResponse, SHAPE_PolicyDescriptorType,
    SHAPE_ProvidedContext, SHAPE_ProvidedContextsListType, SHAPE_SAMLAssertionType, SHAPE_String,
    SHAPE_Tag, SHAPE_Timestamp, SHAPE_accessKeyIdType, SHAPE_arnType, SHAPE_assumedRoleIdType,
    SHAPE_clientTokenType, SHAPE_contextAssertionType, SHAPE_durationSecondsType,
    SHAPE_encodedMessageType, SHAPE_externalIdType, SHAPE_federatedIdType,
    SHAPE_nonNegativeIntegerType, SHAPE_policyDescriptorListType, SHAPE_roleDurationSecondsType,
    SHAPE_roleSessionNameType, SHAPE_serialNumberType, SHAPE_sessionPolicyDocumentType,
    SHAPE_sourceIdentityType, SHAPE_tagKeyListType, SHAPE_tagKeyType, SHAPE_tagListType,
    SHAPE_tagValueType, SHAPE_tokenCodeType, SHAPE_urlType, SHAPE_userNameType,
    SHAPE_webIdentitySubjectType, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const struct bs_shape_member
    members_AssumeRoleRequest[] = {
    {MEMBER(RoleArn, arnType), .is_required = true},
    {MEMBER(RoleSessionName, roleSessionNameType), .is_required = true},
    {MEMBER(PolicyArns, policyDescriptorListType)},
    {MEMBER(Policy, sessionPolicyDocumentType)},
    {MEMBER(DurationSeconds, roleDurationSecondsType)},
    {MEMBER(Tags, tagListType)},
    {MEMBER(TransitiveTagKeys, tagKeyListType)},
    {MEMBER(ExternalId, externalIdType)},
    {MEMBER(SerialNumber, serialNumberType)},
    {MEMBER(TokenCode, tokenCodeType)},
    {MEMBER(SourceIdentity, sourceIdentityType)},
    {MEMBER(ProvidedContexts, ProvidedContextsListType)},
};

static const struct bs_shape_member
    members_AssumeRoleResponse[] = {
    {MEMBER(Credentials, Credentials)},
    {MEMBER(AssumedRoleUser, AssumedRoleUser)},
    {MEMBER(PackedPolicySize, nonNegativeIntegerType)},
    {MEMBER(SourceIdentity, sourceIdentityType)},
};

static const struct bs_shape_member
    members_AssumeRoleWithSAMLRequest[] = {
    {MEMBER(RoleArn, arnType), .is_required = true},
    {MEMBER(PrincipalArn, arnType), .is_required = true},
    {MEMBER(SAMLAssertion, SAMLAssertionType), .is_required = true},
    {MEMBER(PolicyArns, policyDescriptorListType)},
    {MEMBER(Policy, sessionPolicyDocumentType)},
    {MEMBER(DurationSeconds, roleDurationSecondsType)},
};

static const struct bs_shape_member
    members_AssumeRoleWithSAMLResponse[] = {
    {MEMBER(Credentials, Credentials)},
    {MEMBER(AssumedRoleUser, AssumedRoleUser)},
    {MEMBER(PackedPolicySize, nonNegativeIntegerType)},
    {MEMBER(Subject, String)},
    {MEMBER(SubjectType, String)},
    {MEMBER(Issuer, String)},
    {MEMBER(Audience, String)},
    {MEMBER(NameQualifier, String)},
    {MEMBER(SourceIdentity, sourceIdentityType)},
};

static const struct bs_shape_member
    members_AssumeRoleWithWebIdentityRequest[] = {
    {MEMBER(RoleArn, arnType), .is_required = true},
    {MEMBER(RoleSessionName, roleSessionNameType), .is_required = true},
    {MEMBER(WebIdentityToken, clientTokenType), .is_required = true},
    {MEMBER(ProviderId, urlType)},
    {MEMBER(PolicyArns, policyDescriptorListType)},
    {MEMBER(Policy, sessionPolicyDocumentType)},
    {MEMBER(DurationSeconds, roleDurationSecondsType)},
};

static const struct bs_shape_member
    members_AssumeRoleWithWebIdentityResponse[] = {
    {MEMBER(Credentials, Credentials)},
    {MEMBER(SubjectFromWebIdentityToken, webIdentitySubjectType)},
    {MEMBER(AssumedRoleUser, AssumedRoleUser)},
    {MEMBER(PackedPolicySize, nonNegativeIntegerType)},
    {MEMBER(Provider, String)},
    {MEMBER(Audience, String)},
    {MEMBER(SourceIdentity, sourceIdentityType)},
};

static const struct bs_shape_member
    members_AssumedRoleUser[] = {
    {MEMBER(AssumedRoleId, assumedRoleIdType), .is_required = true},
    {MEMBER(Arn, arnType), .is_required = true},
};

static const struct bs_shape_member
    members_Credentials[] = {
    {MEMBER(AccessKeyId, accessKeyIdType), .is_required = true},
    {MEMBER(SecretAccessKey, String), .is_required = true},
    {MEMBER(SessionToken, String), .is_required = true},
    {MEMBER(Expiration, Timestamp), .is_required = true},
};

static const struct bs_shape_member
    members_DecodeAuthorizationMessageRequest[] = {
    {MEMBER(EncodedMessage, encodedMessageType), .is_required = true},
};

static const struct bs_shape_member
    members_DecodeAuthorizationMessageResponse[] = {
    {MEMBER(DecodedMessage, String)},
};

static const struct bs_shape_member
    members_FederatedUser[] = {
    {MEMBER(FederatedUserId, federatedIdType), .is_required = true},
    {MEMBER(Arn, arnType), .is_required = true},
};

static const struct bs_shape_member
    members_GetAccessKeyInfoRequest[] = {
    {MEMBER(AccessKeyId, accessKeyIdType), .is_required = true},
};

static const struct bs_shape_member
    members_GetAccessKeyInfoResponse[] = {
    {MEMBER(Account, String)},
};

static const struct bs_shape_member
    members_GetCallerIdentityResponse[] = {
    {MEMBER(UserId, String)},
    {MEMBER(Account, String)},
    {MEMBER(Arn, arnType)},
};

static const struct bs_shape_member
    members_GetFederationTokenRequest[] = {
    {MEMBER(Name, userNameType), .is_required = true},
    {MEMBER(Policy, sessionPolicyDocumentType)},
    {MEMBER(PolicyArns, policyDescriptorListType)},
    {MEMBER(DurationSeconds, durationSecondsType)},
    {MEMBER(Tags, tagListType)},
};

static const struct bs_shape_member
    members_GetFederationTokenResponse[] = {
    {MEMBER(Credentials, Credentials)},
    {MEMBER(FederatedUser, FederatedUser)},
    {MEMBER(PackedPolicySize, nonNegativeIntegerType)},
};

static const struct bs_shape_member
    members_GetSessionTokenRequest[] = {
    {MEMBER(DurationSeconds, durationSecondsType)},
    {MEMBER(SerialNumber, serialNumberType)},
    {MEMBER(TokenCode, tokenCodeType)},
};

static const struct bs_shape_member
    members_GetSessionTokenResponse[] = {
    {MEMBER(Credentials, Credentials)},
};

static const struct bs_shape_member
    members_PolicyDescriptorType[] = {
    {MEMBER_AS(arn, "arn", "Arn", arnType)},
};

static const struct bs_shape_member
    members_ProvidedContext[] = {
    {MEMBER(ProviderArn, arnType)},
    {MEMBER(ContextAssertion, contextAssertionType)},
};

static const struct bs_shape_member
    members_ProvidedContextsListType[] = {
    {MEMBER(member, ProvidedContext)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, tagKeyType), .is_required = true},
    {MEMBER(Value, tagValueType), .is_required = true},
};

static const struct bs_shape_member
    members_policyDescriptorListType[] = {
    {MEMBER(member, PolicyDescriptorType)},
};

static const struct bs_shape_member
    members_tagKeyListType[] = {
    {MEMBER(member, tagKeyType)},
};

static const struct bs_shape_member
    members_tagListType[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AssumeRoleRequest, STRUCTURE)},
    COMPOUND(AssumeRoleResponse, STRUCTURE)},
    COMPOUND(AssumeRoleWithSAMLRequest, STRUCTURE)},
    COMPOUND(AssumeRoleWithSAMLResponse, STRUCTURE)},
    COMPOUND(AssumeRoleWithWebIdentityRequest, STRUCTURE)},
    COMPOUND(AssumeRoleWithWebIdentityResponse, STRUCTURE)},
    COMPOUND(AssumedRoleUser, STRUCTURE)},
    COMPOUND(Credentials, STRUCTURE)},
    COMPOUND(DecodeAuthorizationMessageRequest, STRUCTURE)},
    COMPOUND(DecodeAuthorizationMessageResponse, STRUCTURE)},
    COMPOUND(FederatedUser, STRUCTURE)},
    COMPOUND(GetAccessKeyInfoRequest, STRUCTURE)},
    COMPOUND(GetAccessKeyInfoResponse, STRUCTURE)},
    SCALAR(GetCallerIdentityRequest, STRUCTURE)},
    COMPOUND(GetCallerIdentityResponse, STRUCTURE)},
    COMPOUND(GetFederationTokenRequest, STRUCTURE)},
    COMPOUND(GetFederationTokenResponse, STRUCTURE)},
    COMPOUND(GetSessionTokenRequest, STRUCTURE)},
    COMPOUND(GetSessionTokenResponse, STRUCTURE)},
    COMPOUND(PolicyDescriptorType, STRUCTURE)},
    COMPOUND(ProvidedContext, STRUCTURE)},
    COMPOUND(ProvidedContextsListType, LIST), BOUNDS(1, 5)},
    SCALAR(SAMLAssertionType, STRING), BOUNDS(4, 100000)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(Timestamp, TIMESTAMP)},
    SCALAR(accessKeyIdType, STRING), BOUNDS(16, 128)},
    SCALAR(arnType, STRING), BOUNDS(20, 2048)},
    SCALAR(assumedRoleIdType, STRING), BOUNDS(2, 193)},
    SCALAR(clientTokenType, STRING), BOUNDS(4, 20000)},
    SCALAR(contextAssertionType, STRING), BOUNDS(4, 2048)},
    SCALAR(durationSecondsType, INTEGER), BOUNDS(900, 129600)},
    SCALAR(encodedMessageType, STRING), BOUNDS(1, 10240)},
    SCALAR(externalIdType, STRING), BOUNDS(2, 1224)},
    SCALAR(federatedIdType, STRING), BOUNDS(2, 193)},
    SCALAR(nonNegativeIntegerType, INTEGER), BOUNDS(0, INT64_MAX)},
    COMPOUND(policyDescriptorListType, LIST)},
    SCALAR(roleDurationSecondsType, INTEGER), BOUNDS(900, 43200)},
    SCALAR(roleSessionNameType, STRING), BOUNDS(2, 64)},
    SCALAR(serialNumberType, STRING), BOUNDS(9, 256)},
    SCALAR(sessionPolicyDocumentType, STRING), BOUNDS(1, 2048)},
    SCALAR(sourceIdentityType, STRING), BOUNDS(2, 64)},
    COMPOUND(tagKeyListType, LIST), BOUNDS(0, 50)},
    SCALAR(tagKeyType, STRING), BOUNDS(1, 128)},
    COMPOUND(tagListType, LIST), BOUNDS(0, 50)},
    SCALAR(tagValueType, STRING), BOUNDS(0, 256)},
    SCALAR(tokenCodeType, STRING), BOUNDS(6, 6)},
    SCALAR(urlType, STRING), BOUNDS(4, 2048)},
    SCALAR(userNameType, STRING), BOUNDS(2, 32)},
    SCALAR(webIdentitySubjectType, STRING), BOUNDS(6, 255)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AssumeRole", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AssumeRoleRequest), .output = SHAPE(AssumeRoleResponse),
     .result_name = "AssumeRoleResult"},
    {.name = "AssumeRoleWithSAML", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AssumeRoleWithSAMLRequest), .output = SHAPE(AssumeRoleWithSAMLResponse),
     .result_name = "AssumeRoleWithSAMLResult"},
    {.name = "AssumeRoleWithWebIdentity", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AssumeRoleWithWebIdentityRequest),
     .output = SHAPE(AssumeRoleWithWebIdentityResponse),
     .result_name = "AssumeRoleWithWebIdentityResult"},
    {.name = "DecodeAuthorizationMessage", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DecodeAuthorizationMessageRequest),
     .output = SHAPE(DecodeAuthorizationMessageResponse),
     .result_name = "DecodeAuthorizationMessageResult"},
    {.name = "GetAccessKeyInfo", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetAccessKeyInfoRequest), .output = SHAPE(GetAccessKeyInfoResponse),
     .result_name = "GetAccessKeyInfoResult"},
    {.name = "GetCallerIdentity", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetCallerIdentityRequest), .output = SHAPE(GetCallerIdentityResponse),
     .result_name = "GetCallerIdentityResult"},
    {.name = "GetFederationToken", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetFederationTokenRequest), .output = SHAPE(GetFederationTokenResponse),
     .result_name = "GetFederationTokenResult"},
    {.name = "GetSessionToken", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetSessionTokenRequest), .output = SHAPE(GetSessionTokenResponse),
     .result_name = "GetSessionTokenResult"},
};

static const char *const refused[] = {
    NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "ExpiredTokenException", .code = "ExpiredTokenException", .status = 400,
     .is_sender = true},
    {.shape = "IDPCommunicationErrorException", .code = "IDPCommunicationError", .status = 400,
     .is_sender = true},
    {.shape = "IDPRejectedClaimException", .code = "IDPRejectedClaim", .status = 403,
     .is_sender = true},
    {.shape = "InvalidAuthorizationMessageException",
     .code = "InvalidAuthorizationMessageException", .status = 400, .is_sender = true},
    {.shape = "InvalidIdentityTokenException", .code = "InvalidIdentityToken", .status = 400,
     .is_sender = true},
    {.shape = "MalformedPolicyDocumentException", .code = "MalformedPolicyDocument",
     .status = 400, .is_sender = true},
    {.shape = "PackedPolicyTooLargeException", .code = "PackedPolicyTooLarge", .status = 400,
     .is_sender = true},
    {.shape = "RegionDisabledException", .code = "RegionDisabledException", .status = 403,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_sts = {
    .name = "sts",
    .signing_name = "sts",
    .host_prefix = "sts",
    .api_version = "2011-06-15",
    .xml_namespace = "https://sts.amazonaws.com/doc/2011-06-15/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_QUERY,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
