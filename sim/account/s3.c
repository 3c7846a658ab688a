/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon Simple Storage Service: its operations and its codes.
 *
 * Policies and ACLs are remembered and permit everything to whoever has a key of the account. Source: Amazon
 * S3 API Reference and User Guide.
 */

#include "sim/account/s3.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/services.h"

enum scope {
    ON_ACCOUNT,  /* Of no bucket, or of one that may not be there. */
    ON_ANYWHERE, /* Of a bucket, whatever Region is asked. */
    ON_BUCKET,   /* Of a bucket, in its own Region. */
};

/* Its three operations, in the order of their names. */
#define CONFIGURATION(X, name)                                       \
    X(DeleteBucket##name, delete_configuration, ON_BUCKET, RECORDED) \
    X(GetBucket##name, get_configuration, ON_BUCKET, RECORDED)       \
    X(PutBucket##name, put_configuration, ON_BUCKET, RECORDED)

#define CONFIGURATION_BY_ID(X, name)                                                      \
    X(DeleteBucket##name##Configuration, delete_configuration_by_id, ON_BUCKET, RECORDED) \
    X(GetBucket##name##Configuration, get_configuration_by_id, ON_BUCKET, RECORDED)       \
    X(ListBucket##name##Configurations, list_configurations, ON_BUCKET, RECORDED)         \
    X(PutBucket##name##Configuration, put_configuration_by_id, ON_BUCKET, RECORDED)

/* Name in AWS, function, scope, depth. */
#define OPERATIONS(X)                                                             \
    CONFIGURATION(X, Cors)                                                        \
    CONFIGURATION(X, Encryption)                                                  \
    CONFIGURATION(X, OwnershipControls)                                           \
    CONFIGURATION(X, Policy)                                                      \
    CONFIGURATION(X, Tagging)                                                     \
    CONFIGURATION(X, Website)                                                     \
    CONFIGURATION_BY_ID(X, Analytics)                                             \
    CONFIGURATION_BY_ID(X, IntelligentTiering)                                    \
    CONFIGURATION_BY_ID(X, Inventory)                                             \
    CONFIGURATION_BY_ID(X, Metrics)                                               \
    X(AbortMultipartUpload, abort_multipart_upload, ON_BUCKET, MODELLED)          \
    X(CompleteMultipartUpload, complete_multipart_upload, ON_BUCKET, MODELLED)    \
    X(CopyObject, copy_object, ON_BUCKET, MODELLED)                               \
    X(CreateBucket, create_bucket, ON_ACCOUNT, MODELLED)                          \
    X(CreateMultipartUpload, create_multipart_upload, ON_BUCKET, MODELLED)        \
    X(DeleteBucket, delete_bucket, ON_BUCKET, MODELLED)                           \
    X(DeleteBucketLifecycle, delete_configuration, ON_BUCKET, RECORDED)           \
    X(DeleteBucketReplication, delete_configuration, ON_BUCKET, MODELLED)         \
    X(DeleteObject, delete_object, ON_BUCKET, MODELLED)                           \
    X(DeleteObjectTagging, delete_object_tagging, ON_BUCKET, MODELLED)            \
    X(DeleteObjects, delete_objects, ON_BUCKET, MODELLED)                         \
    X(DeletePublicAccessBlock, delete_configuration, ON_BUCKET, RECORDED)         \
    X(GetBucketAccelerateConfiguration, get_configuration, ON_BUCKET, RECORDED)   \
    X(GetBucketAcl, get_acl, ON_BUCKET, RECORDED)                                 \
    X(GetBucketLifecycleConfiguration, get_configuration, ON_BUCKET, RECORDED)    \
    X(GetBucketLocation, get_bucket_location, ON_ANYWHERE, MODELLED)              \
    X(GetBucketLogging, get_configuration, ON_BUCKET, RECORDED)                   \
    X(GetBucketNotificationConfiguration, get_configuration, ON_BUCKET, RECORDED) \
    X(GetBucketPolicyStatus, get_bucket_policy_status, ON_BUCKET, RECORDED)       \
    X(GetBucketReplication, get_configuration, ON_BUCKET, MODELLED)               \
    X(GetBucketRequestPayment, get_configuration, ON_BUCKET, RECORDED)            \
    X(GetBucketVersioning, get_bucket_versioning, ON_BUCKET, MODELLED)            \
    X(GetObject, get_object, ON_BUCKET, MODELLED)                                 \
    X(GetObjectAcl, get_acl, ON_BUCKET, RECORDED)                                 \
    X(GetObjectAttributes, get_object_attributes, ON_BUCKET, MODELLED)            \
    X(GetObjectLegalHold, get_object_legal_hold, ON_BUCKET, MODELLED)             \
    X(GetObjectLockConfiguration, get_configuration, ON_BUCKET, MODELLED)         \
    X(GetObjectRetention, get_object_retention, ON_BUCKET, MODELLED)              \
    X(GetObjectTagging, get_object_tagging, ON_BUCKET, MODELLED)                  \
    X(GetPublicAccessBlock, get_configuration, ON_BUCKET, RECORDED)               \
    X(HeadBucket, head_bucket, ON_BUCKET, MODELLED)                               \
    X(HeadObject, head_object, ON_BUCKET, MODELLED)                               \
    X(ListBuckets, list_buckets, ON_ACCOUNT, MODELLED)                            \
    X(ListMultipartUploads, list_multipart_uploads, ON_BUCKET, MODELLED)          \
    X(ListObjectVersions, list_object_versions, ON_BUCKET, MODELLED)              \
    X(ListObjects, list_objects, ON_BUCKET, MODELLED)                             \
    X(ListObjectsV2, list_objects_v2, ON_BUCKET, MODELLED)                        \
    X(ListParts, list_parts, ON_BUCKET, MODELLED)                                 \
    X(PutBucketAccelerateConfiguration, put_configuration, ON_BUCKET, RECORDED)   \
    X(PutBucketAcl, put_acl, ON_BUCKET, RECORDED)                                 \
    X(PutBucketLifecycleConfiguration, put_configuration, ON_BUCKET, RECORDED)    \
    X(PutBucketLogging, put_configuration, ON_BUCKET, RECORDED)                   \
    X(PutBucketNotificationConfiguration, put_configuration, ON_BUCKET, RECORDED) \
    X(PutBucketReplication, put_configuration, ON_BUCKET, MODELLED)               \
    X(PutBucketRequestPayment, put_configuration, ON_BUCKET, RECORDED)            \
    X(PutBucketVersioning, put_bucket_versioning, ON_BUCKET, MODELLED)            \
    X(PutObject, put_object, ON_BUCKET, MODELLED)                                 \
    X(PutObjectAcl, put_acl, ON_BUCKET, RECORDED)                                 \
    X(PutObjectLegalHold, put_object_legal_hold, ON_BUCKET, MODELLED)             \
    X(PutObjectLockConfiguration, put_configuration, ON_BUCKET, MODELLED)         \
    X(PutObjectRetention, put_object_retention, ON_BUCKET, MODELLED)              \
    X(PutObjectTagging, put_object_tagging, ON_BUCKET, MODELLED)                  \
    X(PutPublicAccessBlock, put_configuration, ON_BUCKET, RECORDED)               \
    X(UploadPart, upload_part, ON_BUCKET, MODELLED)                               \
    X(UploadPartCopy, upload_part_copy, ON_BUCKET, MODELLED)

static const struct {
    const char *name;
    bs_s3_operation_fn *perform;
    enum scope scope;
} behaviours[] = {
#define BEHAVIOUR(name, function, scope, depth) {#name, bs_s3_##function, scope},
    OPERATIONS(BEHAVIOUR)
#undef BEHAVIOUR
};

/* Codes that S3 documents, with their statuses; few of them are in the service's model, and none with one. */
static const struct bs_account_code codes[] = {
    {"AccessControlListNotSupported", 400},
    {"AccessDenied", 403},
    {"AccountProblem", 403},
    {"BadDigest", 400},
    {"BadRequest", 400},
    {"BucketAlreadyExists", 409},
    {"BucketAlreadyOwnedByYou", 409},
    {"BucketNotEmpty", 409},
    {"EntityTooLarge", 400},
    {"EntityTooSmall", 400},
    {"IllegalLocationConstraintException", 400},
    {"InvalidArgument", 400},
    {"InvalidBucketName", 400},
    {"InvalidBucketState", 409},
    {"InvalidDigest", 400},
    {"InvalidLocationConstraint", 400},
    {"InvalidObjectState", 403},
    {"InvalidPart", 400},
    {"InvalidPartNumber", 416},
    {"InvalidPartOrder", 400},
    {"InvalidRange", 416},
    {"InvalidRequest", 400},
    {"InvalidTag", 400},
    {"InvalidTargetBucketForLogging", 400},
    {"KeyTooLongError", 400},
    {"MalformedACLError", 400},
    {"MalformedPolicy", 400},
    {"MalformedXML", 400},
    {"MetadataTooLarge", 400},
    {"MethodNotAllowed", 405},
    {"NoSuchBucket", 404},
    {"NoSuchBucketPolicy", 404},
    {"NoSuchCORSConfiguration", 404},
    {"NoSuchConfiguration", 404},
    {"NoSuchKey", 404},
    {"NoSuchLifecycleConfiguration", 404},
    {"NoSuchObjectLockConfiguration", 404},
    {"NoSuchPublicAccessBlockConfiguration", 404},
    {"NoSuchTagSet", 404},
    {"NoSuchUpload", 404},
    {"NoSuchVersion", 404},
    {"NoSuchWebsiteConfiguration", 404},
    {"NotImplemented", 501},
    {"NotModified", 304},
    {"ObjectAlreadyInActiveTierError", 403},
    {"ObjectLockConfigurationNotFoundError", 404},
    {"ObjectNotInActiveTierError", 403},
    {"OwnershipControlsNotFoundError", 404},
    {"PermanentRedirect", 301},
    {"PreconditionFailed", 412},
    {"ReplicationConfigurationNotFoundError", 404},
    {"TooManyBuckets", 400},
    {"TooManyConfigurations", 400},
    {NULL, 0},
};

void bs_s3_fail(struct bs_s3_call *call, const char *error, const char *format, ...)
{
    char message[BS_ACCOUNT_MESSAGE_MAX];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    bs_account_fail(call->answer, error, "%s", message);
}

/* ---- Finding the bucket ---- */

/* A bucket is in one Region. Who asks another one is told where. */
static void redirect(struct bs_s3_call *call)
{
    const char *region = bs_tree_text(call->bucket->attributes, "Region", "");
    struct bs_tree *details = bs_tree_new_structure();

    bs_s3_fail(call, "PermanentRedirect",
               "The bucket you are attempting to access must be addressed using the specified "
               "endpoint. Please send all future requests to this endpoint.");
    bs_tree_set_text(details, "Bucket", call->bucket->key);
    bs_tree_set_text(details, "BucketRegion", region);
    bs_tree_set_format(details, "Endpoint", "%s.s3.%s.amazonaws.com", call->bucket->key, region);
    call->answer->details = details;
}

/* Whether a name of an owner, where the client gives one, is the account's. */
static bool check_owner(struct bs_s3_call *call, const char *member)
{
    if (strcmp(bs_tree_text(call->input, member, BS_ACCOUNT_ID), BS_ACCOUNT_ID) == 0) {
        return true;
    }
    bs_s3_fail(call, "AccessDenied", "Access Denied");
    return false;
}

static bool find_bucket(struct bs_s3_call *call, enum scope scope)
{
    const char *name = bs_tree_text(call->input, "Bucket", "");

    call->bucket = bs_s3_bucket(call->account, name);
    if (call->bucket == NULL) {
        bs_s3_fail(call, "NoSuchBucket", "The specified bucket does not exist");
        call->answer->details = bs_tree_new_structure();
        bs_tree_set_text(call->answer->details, "BucketName", name);
        return false;
    }
    if (scope == ON_BUCKET &&
        strcmp(bs_tree_text(call->bucket->attributes, "Region", ""), call->request->region) != 0) {
        redirect(call);
        return false;
    }
    return check_owner(call, "ExpectedBucketOwner") &&
           check_owner(call, "ExpectedSourceBucketOwner");
}

static bool check_key(struct bs_s3_call *call)
{
    if (bs_tree_get(call->input, "Key") != NULL && *call->key == '\0') {
        bs_s3_fail(call, "InvalidArgument", "The key must not be empty");
        return false;
    }
    if (strlen(call->key) > BS_S3_KEY_MAX) {
        bs_s3_fail(call, "KeyTooLongError", "Your key is too long");
        return false;
    }
    return true;
}

static void perform(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    struct bs_s3_call call = {
        .account = account,
        .request = request,
        .input = request->input,
        .answer = answer,
        .output = answer->output,
        .key = bs_tree_text(request->input, "Key", ""),
    };
    size_t i = 0;

    while (strcmp(behaviours[i].name, request->operation) != 0) {
        i++;
        BS_ASSERT(i < sizeof(behaviours) / sizeof(behaviours[0]));
    }
    if (check_key(&call) &&
        (behaviours[i].scope == ON_ACCOUNT || find_bucket(&call, behaviours[i].scope))) {
        behaviours[i].perform(&call);
    }
}

static const struct bs_account_operation operations[] = {
#define OPERATION(name, function, scope, depth) {#name, perform, BS_ACCOUNT_##depth, false},
    OPERATIONS(OPERATION)
#undef OPERATION
};

const struct bs_account_service bs_account_service_s3 = {
    .name = "s3",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .is_global = false,
    .codes = codes,
    .start = bs_s3_start,
};
