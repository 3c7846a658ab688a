/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_ActionsList, SHAPE_AddPermissionInput, SHAPE_AmazonResourceName,
    SHAPE_BatchResultErrorEntry, SHAPE_BatchResultErrorEntryList, SHAPE_Blob, SHAPE_Boolean,
    SHAPE_CheckIfPhoneNumberIsOptedOutInput, SHAPE_CheckIfPhoneNumberIsOptedOutResponse,
    SHAPE_ConfirmSubscriptionInput, SHAPE_ConfirmSubscriptionResponse, SHAPE_CreateTopicInput,
    SHAPE_CreateTopicResponse, SHAPE_DelegatesList, SHAPE_DeleteTopicInput,
    SHAPE_GetDataProtectionPolicyInput, SHAPE_GetDataProtectionPolicyResponse,
    SHAPE_GetSMSAttributesInput, SHAPE_GetSMSAttributesResponse,
    SHAPE_GetSubscriptionAttributesInput, SHAPE_GetSubscriptionAttributesResponse,
    SHAPE_GetTopicAttributesInput, SHAPE_GetTopicAttributesResponse,
    SHAPE_ListPhoneNumbersOptedOutInput, SHAPE_ListPhoneNumbersOptedOutResponse, SHAPE_ListString,
    SHAPE_ListSubscriptionsByTopicInput, SHAPE_ListSubscriptionsByTopicResponse,
    SHAPE_ListSubscriptionsInput, SHAPE_ListSubscriptionsResponse,
    SHAPE_ListTagsForResourceRequest, SHAPE_ListTagsForResourceResponse, SHAPE_ListTopicsInput,
    SHAPE_ListTopicsResponse, SHAPE_MapStringToString, SHAPE_MessageAttributeMap,
    SHAPE_MessageAttributeValue, SHAPE_OptInPhoneNumberInput, SHAPE_OptInPhoneNumberResponse,
    SHAPE_PhoneNumberList, SHAPE_PublishBatchInput, SHAPE_PublishBatchRequestEntry,
    SHAPE_PublishBatchRequestEntryList, SHAPE_PublishBatchResponse, SHAPE_PublishBatchResultEntry,
    SHAPE_PublishBatchResultEntryList, SHAPE_PublishInput, SHAPE_PublishResponse,
    SHAPE_PutDataProtectionPolicyInput, SHAPE_RemovePermissionInput, SHAPE_SetSMSAttributesInput,
    SHAPE_SetSMSAttributesResponse, SHAPE_SetSubscriptionAttributesInput,
    SHAPE_SetTopicAttributesInput, SHAPE_String, SHAPE_SubscribeInput, SHAPE_SubscribeResponse,
    SHAPE_Subscription, SHAPE_SubscriptionAttributesMap, SHAPE_SubscriptionsList, SHAPE_Tag,
    SHAPE_TagKey, SHAPE_TagKeyList, SHAPE_TagList, SHAPE_TagResourceRequest,
    SHAPE_TagResourceResponse, SHAPE_TagValue, SHAPE_Topic, SHAPE_TopicAttributesMap,
    SHAPE_TopicsList, SHAPE_UnsubscribeInput, SHAPE_UntagResourceRequest,
    SHAPE_UntagResourceResponse, SHAPE_VerificationException, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const struct bs_shape_member
    members_ActionsList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AddPermissionInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(Label, String), .is_required = true},
    {MEMBER(AWSAccountId, DelegatesList), .is_required = true},
    {MEMBER(ActionName, ActionsList), .is_required = true},
};

static const struct bs_shape_member
    members_BatchResultErrorEntry[] = {
    {MEMBER(Id, String), .is_required = true},
    {MEMBER(Code, String), .is_required = true},
    {MEMBER(Message, String)},
    {MEMBER(SenderFault, Boolean), .is_required = true},
};

static const struct bs_shape_member
    members_BatchResultErrorEntryList[] = {
    {MEMBER(member, BatchResultErrorEntry)},
};

static const struct bs_shape_member
    members_CheckIfPhoneNumberIsOptedOutInput[] = {
    {MEMBER_AS(phoneNumber, "phoneNumber", "PhoneNumber", String), .is_required = true},
};

static const struct bs_shape_member
    members_CheckIfPhoneNumberIsOptedOutResponse[] = {
    {MEMBER_AS(isOptedOut, "isOptedOut", "IsOptedOut", Boolean)},
};

static const struct bs_shape_member
    members_ConfirmSubscriptionInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(Token, String), .is_required = true},
    {MEMBER(AuthenticateOnUnsubscribe, String)},
};

static const struct bs_shape_member
    members_ConfirmSubscriptionResponse[] = {
    {MEMBER(SubscriptionArn, String)},
};

static const struct bs_shape_member
    members_CreateTopicInput[] = {
    {MEMBER(Name, String), .is_required = true},
    {MEMBER(Attributes, TopicAttributesMap)},
    {MEMBER(Tags, TagList)},
    {MEMBER(DataProtectionPolicy, String)},
};

static const struct bs_shape_member
    members_CreateTopicResponse[] = {
    {MEMBER(TopicArn, String)},
};

static const struct bs_shape_member
    members_DelegatesList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_DeleteTopicInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_GetDataProtectionPolicyInput[] = {
    {MEMBER(ResourceArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_GetDataProtectionPolicyResponse[] = {
    {MEMBER(DataProtectionPolicy, String)},
};

static const struct bs_shape_member
    members_GetSMSAttributesInput[] = {
    {MEMBER_AS(attributes, "attributes", "Attributes", ListString)},
};

static const struct bs_shape_member
    members_GetSMSAttributesResponse[] = {
    {MEMBER_AS(attributes, "attributes", "Attributes", MapStringToString)},
};

static const struct bs_shape_member
    members_GetSubscriptionAttributesInput[] = {
    {MEMBER(SubscriptionArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_GetSubscriptionAttributesResponse[] = {
    {MEMBER(Attributes, SubscriptionAttributesMap)},
};

static const struct bs_shape_member
    members_GetTopicAttributesInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_GetTopicAttributesResponse[] = {
    {MEMBER(Attributes, TopicAttributesMap)},
};

static const struct bs_shape_member
    members_ListPhoneNumbersOptedOutInput[] = {
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListPhoneNumbersOptedOutResponse[] = {
    {MEMBER_AS(phoneNumbers, "phoneNumbers", "PhoneNumbers", PhoneNumberList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListString[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ListSubscriptionsByTopicInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListSubscriptionsByTopicResponse[] = {
    {MEMBER(Subscriptions, SubscriptionsList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListSubscriptionsInput[] = {
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListSubscriptionsResponse[] = {
    {MEMBER(Subscriptions, SubscriptionsList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER(ResourceArn, AmazonResourceName), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResponse[] = {
    {MEMBER(Tags, TagList)},
};

static const struct bs_shape_member
    members_ListTopicsInput[] = {
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_ListTopicsResponse[] = {
    {MEMBER(Topics, TopicsList)},
    {MEMBER(NextToken, String)},
};

static const struct bs_shape_member
    members_MapStringToString[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_MessageAttributeMap[] = {
    {MEMBER_AS(key, "Name", "Name", String)},
    {MEMBER_AS(value, "Value", "Value", MessageAttributeValue)},
};

static const struct bs_shape_member
    members_MessageAttributeValue[] = {
    {MEMBER(DataType, String), .is_required = true},
    {MEMBER(StringValue, String)},
    {MEMBER(BinaryValue, Blob)},
};

static const struct bs_shape_member
    members_OptInPhoneNumberInput[] = {
    {MEMBER_AS(phoneNumber, "phoneNumber", "PhoneNumber", String), .is_required = true},
};

static const struct bs_shape_member
    members_PhoneNumberList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_PublishBatchInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(PublishBatchRequestEntries, PublishBatchRequestEntryList), .is_required = true},
};

static const struct bs_shape_member
    members_PublishBatchRequestEntry[] = {
    {MEMBER(Id, String), .is_required = true},
    {MEMBER(Message, String), .is_required = true},
    {MEMBER(Subject, String)},
    {MEMBER(MessageStructure, String)},
    {MEMBER(MessageAttributes, MessageAttributeMap)},
    {MEMBER(MessageDeduplicationId, String)},
    {MEMBER(MessageGroupId, String)},
};

static const struct bs_shape_member
    members_PublishBatchRequestEntryList[] = {
    {MEMBER(member, PublishBatchRequestEntry)},
};

static const struct bs_shape_member
    members_PublishBatchResponse[] = {
    {MEMBER(Successful, PublishBatchResultEntryList)},
    {MEMBER(Failed, BatchResultErrorEntryList)},
};

static const struct bs_shape_member
    members_PublishBatchResultEntry[] = {
    {MEMBER(Id, String)},
    {MEMBER(MessageId, String)},
    {MEMBER(SequenceNumber, String)},
};

static const struct bs_shape_member
    members_PublishBatchResultEntryList[] = {
    {MEMBER(member, PublishBatchResultEntry)},
};

static const struct bs_shape_member
    members_PublishInput[] = {
    {MEMBER(TopicArn, String)},
    {MEMBER(TargetArn, String)},
    {MEMBER(PhoneNumber, String)},
    {MEMBER(Message, String), .is_required = true},
    {MEMBER(Subject, String)},
    {MEMBER(MessageStructure, String)},
    {MEMBER(MessageAttributes, MessageAttributeMap)},
    {MEMBER(MessageDeduplicationId, String)},
    {MEMBER(MessageGroupId, String)},
};

static const struct bs_shape_member
    members_PublishResponse[] = {
    {MEMBER(MessageId, String)},
    {MEMBER(SequenceNumber, String)},
};

static const struct bs_shape_member
    members_PutDataProtectionPolicyInput[] = {
    {MEMBER(ResourceArn, String), .is_required = true},
    {MEMBER(DataProtectionPolicy, String), .is_required = true},
};

static const struct bs_shape_member
    members_RemovePermissionInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(Label, String), .is_required = true},
};

static const struct bs_shape_member
    members_SetSMSAttributesInput[] = {
    {MEMBER_AS(attributes, "attributes", "Attributes", MapStringToString), .is_required = true},
};

static const struct bs_shape_member
    members_SetSubscriptionAttributesInput[] = {
    {MEMBER(SubscriptionArn, String), .is_required = true},
    {MEMBER(AttributeName, String), .is_required = true},
    {MEMBER(AttributeValue, String)},
};

static const struct bs_shape_member
    members_SetTopicAttributesInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(AttributeName, String), .is_required = true},
    {MEMBER(AttributeValue, String)},
};

static const struct bs_shape_member
    members_SubscribeInput[] = {
    {MEMBER(TopicArn, String), .is_required = true},
    {MEMBER(Protocol, String), .is_required = true},
    {MEMBER(Endpoint, String)},
    {MEMBER(Attributes, SubscriptionAttributesMap)},
    {MEMBER(ReturnSubscriptionArn, Boolean)},
};

static const struct bs_shape_member
    members_SubscribeResponse[] = {
    {MEMBER(SubscriptionArn, String)},
};

static const struct bs_shape_member
    members_Subscription[] = {
    {MEMBER(SubscriptionArn, String)},
    {MEMBER(Owner, String)},
    {MEMBER(Protocol, String)},
    {MEMBER(Endpoint, String)},
    {MEMBER(TopicArn, String)},
};

static const struct bs_shape_member
    members_SubscriptionAttributesMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_SubscriptionsList[] = {
    {MEMBER(member, Subscription)},
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
    members_TagResourceRequest[] = {
    {MEMBER(ResourceArn, AmazonResourceName), .is_required = true},
    {MEMBER(Tags, TagList), .is_required = true},
};

static const struct bs_shape_member
    members_Topic[] = {
    {MEMBER(TopicArn, String)},
};

static const struct bs_shape_member
    members_TopicAttributesMap[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_TopicsList[] = {
    {MEMBER(member, Topic)},
};

static const struct bs_shape_member
    members_UnsubscribeInput[] = {
    {MEMBER(SubscriptionArn, String), .is_required = true},
};

static const struct bs_shape_member
    members_UntagResourceRequest[] = {
    {MEMBER(ResourceArn, AmazonResourceName), .is_required = true},
    {MEMBER(TagKeys, TagKeyList), .is_required = true},
};

static const struct bs_shape_member
    members_VerificationException[] = {
    {MEMBER(Message, String), .is_required = true},
    {MEMBER(Status, String), .is_required = true},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(ActionsList, LIST)},
    COMPOUND(AddPermissionInput, STRUCTURE)},
    SCALAR(AmazonResourceName, STRING), BOUNDS(1, 1011)},
    COMPOUND(BatchResultErrorEntry, STRUCTURE)},
    COMPOUND(BatchResultErrorEntryList, LIST)},
    SCALAR(Blob, BLOB)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CheckIfPhoneNumberIsOptedOutInput, STRUCTURE)},
    COMPOUND(CheckIfPhoneNumberIsOptedOutResponse, STRUCTURE)},
    COMPOUND(ConfirmSubscriptionInput, STRUCTURE)},
    COMPOUND(ConfirmSubscriptionResponse, STRUCTURE)},
    COMPOUND(CreateTopicInput, STRUCTURE)},
    COMPOUND(CreateTopicResponse, STRUCTURE)},
    COMPOUND(DelegatesList, LIST)},
    COMPOUND(DeleteTopicInput, STRUCTURE)},
    COMPOUND(GetDataProtectionPolicyInput, STRUCTURE)},
    COMPOUND(GetDataProtectionPolicyResponse, STRUCTURE)},
    COMPOUND(GetSMSAttributesInput, STRUCTURE)},
    COMPOUND(GetSMSAttributesResponse, STRUCTURE)},
    COMPOUND(GetSubscriptionAttributesInput, STRUCTURE)},
    COMPOUND(GetSubscriptionAttributesResponse, STRUCTURE)},
    COMPOUND(GetTopicAttributesInput, STRUCTURE)},
    COMPOUND(GetTopicAttributesResponse, STRUCTURE)},
    COMPOUND(ListPhoneNumbersOptedOutInput, STRUCTURE)},
    COMPOUND(ListPhoneNumbersOptedOutResponse, STRUCTURE)},
    COMPOUND(ListString, LIST)},
    COMPOUND(ListSubscriptionsByTopicInput, STRUCTURE)},
    COMPOUND(ListSubscriptionsByTopicResponse, STRUCTURE)},
    COMPOUND(ListSubscriptionsInput, STRUCTURE)},
    COMPOUND(ListSubscriptionsResponse, STRUCTURE)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResponse, STRUCTURE)},
    COMPOUND(ListTopicsInput, STRUCTURE)},
    COMPOUND(ListTopicsResponse, STRUCTURE)},
    COMPOUND(MapStringToString, MAP)},
    COMPOUND(MessageAttributeMap, MAP)},
    COMPOUND(MessageAttributeValue, STRUCTURE)},
    COMPOUND(OptInPhoneNumberInput, STRUCTURE)},
    SCALAR(OptInPhoneNumberResponse, STRUCTURE)},
    COMPOUND(PhoneNumberList, LIST)},
    COMPOUND(PublishBatchInput, STRUCTURE)},
    COMPOUND(PublishBatchRequestEntry, STRUCTURE)},
    COMPOUND(PublishBatchRequestEntryList, LIST)},
    COMPOUND(PublishBatchResponse, STRUCTURE)},
    COMPOUND(PublishBatchResultEntry, STRUCTURE)},
    COMPOUND(PublishBatchResultEntryList, LIST)},
    COMPOUND(PublishInput, STRUCTURE)},
    COMPOUND(PublishResponse, STRUCTURE)},
    COMPOUND(PutDataProtectionPolicyInput, STRUCTURE)},
    COMPOUND(RemovePermissionInput, STRUCTURE)},
    COMPOUND(SetSMSAttributesInput, STRUCTURE)},
    SCALAR(SetSMSAttributesResponse, STRUCTURE)},
    COMPOUND(SetSubscriptionAttributesInput, STRUCTURE)},
    COMPOUND(SetTopicAttributesInput, STRUCTURE)},
    SCALAR(String, STRING)},
    COMPOUND(SubscribeInput, STRUCTURE)},
    COMPOUND(SubscribeResponse, STRUCTURE)},
    COMPOUND(Subscription, STRUCTURE)},
    COMPOUND(SubscriptionAttributesMap, MAP)},
    COMPOUND(SubscriptionsList, LIST)},
    COMPOUND(Tag, STRUCTURE)},
    SCALAR(TagKey, STRING), BOUNDS(1, 128)},
    COMPOUND(TagKeyList, LIST)},
    COMPOUND(TagList, LIST)},
    COMPOUND(TagResourceRequest, STRUCTURE)},
    SCALAR(TagResourceResponse, STRUCTURE)},
    SCALAR(TagValue, STRING), BOUNDS(0, 256)},
    COMPOUND(Topic, STRUCTURE)},
    COMPOUND(TopicAttributesMap, MAP)},
    COMPOUND(TopicsList, LIST)},
    COMPOUND(UnsubscribeInput, STRUCTURE)},
    COMPOUND(UntagResourceRequest, STRUCTURE)},
    SCALAR(UntagResourceResponse, STRUCTURE)},
    COMPOUND(VerificationException, STRUCTURE)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AddPermission", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(AddPermissionInput)},
    {.name = "CheckIfPhoneNumberIsOptedOut", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CheckIfPhoneNumberIsOptedOutInput),
     .output = SHAPE(CheckIfPhoneNumberIsOptedOutResponse),
     .result_name = "CheckIfPhoneNumberIsOptedOutResult"},
    {.name = "ConfirmSubscription", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ConfirmSubscriptionInput), .output = SHAPE(ConfirmSubscriptionResponse),
     .result_name = "ConfirmSubscriptionResult"},
    {.name = "CreateTopic", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateTopicInput), .output = SHAPE(CreateTopicResponse),
     .result_name = "CreateTopicResult"},
    {.name = "DeleteTopic", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteTopicInput)},
    {.name = "GetDataProtectionPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetDataProtectionPolicyInput),
     .output = SHAPE(GetDataProtectionPolicyResponse),
     .result_name = "GetDataProtectionPolicyResult"},
    {.name = "GetSMSAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetSMSAttributesInput), .output = SHAPE(GetSMSAttributesResponse),
     .result_name = "GetSMSAttributesResult"},
    {.name = "GetSubscriptionAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetSubscriptionAttributesInput),
     .output = SHAPE(GetSubscriptionAttributesResponse),
     .result_name = "GetSubscriptionAttributesResult"},
    {.name = "GetTopicAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetTopicAttributesInput), .output = SHAPE(GetTopicAttributesResponse),
     .result_name = "GetTopicAttributesResult"},
    {.name = "ListPhoneNumbersOptedOut", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListPhoneNumbersOptedOutInput),
     .output = SHAPE(ListPhoneNumbersOptedOutResponse),
     .result_name = "ListPhoneNumbersOptedOutResult", .pages = {"nextToken", "nextToken", NULL,
     "phoneNumbers", NULL, 100}},
    {.name = "ListSubscriptions", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListSubscriptionsInput), .output = SHAPE(ListSubscriptionsResponse),
     .result_name = "ListSubscriptionsResult", .pages = {"NextToken", "NextToken", NULL,
     "Subscriptions", NULL, 100}},
    {.name = "ListSubscriptionsByTopic", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListSubscriptionsByTopicInput),
     .output = SHAPE(ListSubscriptionsByTopicResponse),
     .result_name = "ListSubscriptionsByTopicResult", .pages = {"NextToken", "NextToken", NULL,
     "Subscriptions", NULL, 100}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResponse),
     .result_name = "ListTagsForResourceResult"},
    {.name = "ListTopics", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTopicsInput), .output = SHAPE(ListTopicsResponse),
     .result_name = "ListTopicsResult", .pages = {"NextToken", "NextToken", NULL, "Topics", NULL,
     100}},
    {.name = "OptInPhoneNumber", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(OptInPhoneNumberInput), .output = SHAPE(OptInPhoneNumberResponse),
     .result_name = "OptInPhoneNumberResult"},
    {.name = "Publish", .method = "POST", .uri = "/", .status = 200, .input = SHAPE(PublishInput),
     .output = SHAPE(PublishResponse), .result_name = "PublishResult"},
    {.name = "PublishBatch", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PublishBatchInput), .output = SHAPE(PublishBatchResponse),
     .result_name = "PublishBatchResult"},
    {.name = "PutDataProtectionPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutDataProtectionPolicyInput)},
    {.name = "RemovePermission", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(RemovePermissionInput)},
    {.name = "SetSMSAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetSMSAttributesInput), .output = SHAPE(SetSMSAttributesResponse),
     .result_name = "SetSMSAttributesResult"},
    {.name = "SetSubscriptionAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetSubscriptionAttributesInput)},
    {.name = "SetTopicAttributes", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetTopicAttributesInput)},
    {.name = "Subscribe", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SubscribeInput), .output = SHAPE(SubscribeResponse),
     .result_name = "SubscribeResult"},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceRequest), .output = SHAPE(TagResourceResponse),
     .result_name = "TagResourceResult"},
    {.name = "Unsubscribe", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UnsubscribeInput)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceRequest), .output = SHAPE(UntagResourceResponse),
     .result_name = "UntagResourceResult"},
};

static const char *const refused[] = {
    "CreatePlatformApplication", "CreatePlatformEndpoint", "CreateSMSSandboxPhoneNumber",
    "DeleteEndpoint", "DeletePlatformApplication", "DeleteSMSSandboxPhoneNumber",
    "GetEndpointAttributes", "GetPlatformApplicationAttributes", "GetSMSSandboxAccountStatus",
    "ListEndpointsByPlatformApplication", "ListOriginationNumbers", "ListPlatformApplications",
    "ListSMSSandboxPhoneNumbers", "SetEndpointAttributes", "SetPlatformApplicationAttributes",
    "VerifySMSSandboxPhoneNumber", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "AuthorizationErrorException", .code = "AuthorizationError", .status = 403,
     .is_sender = true},
    {.shape = "BatchEntryIdsNotDistinctException", .code = "BatchEntryIdsNotDistinct",
     .status = 400, .is_sender = true},
    {.shape = "BatchRequestTooLongException", .code = "BatchRequestTooLong", .status = 400,
     .is_sender = true},
    {.shape = "ConcurrentAccessException", .code = "ConcurrentAccess", .status = 400,
     .is_sender = true},
    {.shape = "EmptyBatchRequestException", .code = "EmptyBatchRequest", .status = 400,
     .is_sender = true},
    {.shape = "EndpointDisabledException", .code = "EndpointDisabled", .status = 400,
     .is_sender = true},
    {.shape = "FilterPolicyLimitExceededException", .code = "FilterPolicyLimitExceeded",
     .status = 403, .is_sender = true},
    {.shape = "InternalErrorException", .code = "InternalError", .status = 500},
    {.shape = "InvalidBatchEntryIdException", .code = "InvalidBatchEntryId", .status = 400,
     .is_sender = true},
    {.shape = "InvalidParameterException", .code = "InvalidParameter", .status = 400,
     .is_sender = true},
    {.shape = "InvalidParameterValueException", .code = "ParameterValueInvalid", .status = 400,
     .is_sender = true},
    {.shape = "InvalidSecurityException", .code = "InvalidSecurity", .status = 403,
     .is_sender = true},
    {.shape = "KMSAccessDeniedException", .code = "KMSAccessDenied", .status = 400,
     .is_sender = true},
    {.shape = "KMSDisabledException", .code = "KMSDisabled", .status = 400, .is_sender = true},
    {.shape = "KMSInvalidStateException", .code = "KMSInvalidState", .status = 400,
     .is_sender = true},
    {.shape = "KMSNotFoundException", .code = "KMSNotFound", .status = 400, .is_sender = true},
    {.shape = "KMSOptInRequired", .code = "KMSOptInRequired", .status = 403, .is_sender = true},
    {.shape = "KMSThrottlingException", .code = "KMSThrottling", .status = 400, .is_sender = true},
    {.shape = "NotFoundException", .code = "NotFound", .status = 404, .is_sender = true},
    {.shape = "OptedOutException", .code = "OptedOut", .status = 400, .is_sender = true},
    {.shape = "PlatformApplicationDisabledException", .code = "PlatformApplicationDisabled",
     .status = 400, .is_sender = true},
    {.shape = "ResourceNotFoundException", .code = "ResourceNotFound", .status = 404,
     .is_sender = true},
    {.shape = "StaleTagException", .code = "StaleTag", .status = 400, .is_sender = true},
    {.shape = "SubscriptionLimitExceededException", .code = "SubscriptionLimitExceeded",
     .status = 403, .is_sender = true},
    {.shape = "TagLimitExceededException", .code = "TagLimitExceeded", .status = 400,
     .is_sender = true},
    {.shape = "TagPolicyException", .code = "TagPolicy", .status = 400, .is_sender = true},
    {.shape = "ThrottledException", .code = "Throttled", .status = 429, .is_sender = true},
    {.shape = "TooManyEntriesInBatchRequestException", .code = "TooManyEntriesInBatchRequest",
     .status = 400, .is_sender = true},
    {.shape = "TopicLimitExceededException", .code = "TopicLimitExceeded", .status = 403,
     .is_sender = true},
    {.shape = "UserErrorException", .code = "UserError", .status = 400, .is_sender = true},
    {.shape = "ValidationException", .code = "ValidationException", .status = 400,
     .is_sender = true},
    {.shape = "VerificationException", .code = "VerificationException", .status = 400,
     .is_sender = true, .members = SHAPE(VerificationException)},
};

const struct bs_service_shape bs_service_shape_sns = {
    .name = "sns",
    .signing_name = "sns",
    .host_prefix = "sns",
    .api_version = "2010-03-31",
    .xml_namespace = "http://sns.amazonaws.com/doc/2010-03-31/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_QUERY,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
