/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AbortIncompleteMultipartUpload, SHAPE_AbortMultipartUploadOutput,
    SHAPE_AbortMultipartUploadRequest, SHAPE_AccelerateConfiguration, SHAPE_AccessControlPolicy,
    SHAPE_AccessControlTranslation, SHAPE_AllowedHeaders, SHAPE_AllowedMethods,
    SHAPE_AllowedOrigins, SHAPE_ArchiveStatus, SHAPE_BodyStream, SHAPE_Boolean, SHAPE_Bucket,
    SHAPE_BucketAccelerateStatus, SHAPE_BucketCannedACL, SHAPE_BucketLifecycleConfiguration,
    SHAPE_BucketLoggingStatus, SHAPE_BucketLogsPermission, SHAPE_BucketVersioningStatus,
    SHAPE_Buckets, SHAPE_CORSConfiguration, SHAPE_CORSRule, SHAPE_CORSRules, SHAPE_CSVInput,
    SHAPE_CSVOutput, SHAPE_Checksum, SHAPE_ChecksumAlgorithm, SHAPE_ChecksumAlgorithmList,
    SHAPE_ChecksumMode, SHAPE_ChecksumType, SHAPE_CommonPrefix, SHAPE_CommonPrefixList,
    SHAPE_CompleteMultipartUploadOutput, SHAPE_CompleteMultipartUploadRequest,
    SHAPE_CompletedMultipartUpload, SHAPE_CompletedPart, SHAPE_CompletedPartList,
    SHAPE_CompressionType, SHAPE_Condition, SHAPE_CopyObjectOutput, SHAPE_CopyObjectRequest,
    SHAPE_CopyObjectResult, SHAPE_CopyPartResult, SHAPE_CreateBucketConfiguration,
    SHAPE_CreateBucketOutput, SHAPE_CreateBucketRequest, SHAPE_CreateMultipartUploadOutput,
    SHAPE_CreateMultipartUploadRequest, SHAPE_Date, SHAPE_DefaultRetention, SHAPE_Delete,
    SHAPE_DeleteBucketCorsRequest, SHAPE_DeleteBucketEncryptionRequest,
    SHAPE_DeleteBucketLifecycleRequest, SHAPE_DeleteBucketMetricsConfigurationRequest,
    SHAPE_DeleteBucketOwnershipControlsRequest, SHAPE_DeleteBucketPolicyRequest,
    SHAPE_DeleteBucketReplicationRequest, SHAPE_DeleteBucketRequest,
    SHAPE_DeleteBucketTaggingRequest, SHAPE_DeleteBucketWebsiteRequest, SHAPE_DeleteMarkerEntry,
    SHAPE_DeleteMarkerReplication, SHAPE_DeleteMarkerReplicationStatus, SHAPE_DeleteMarkers,
    SHAPE_DeleteObjectOutput, SHAPE_DeleteObjectRequest, SHAPE_DeleteObjectTaggingOutput,
    SHAPE_DeleteObjectTaggingRequest, SHAPE_DeleteObjectsOutput, SHAPE_DeleteObjectsRequest,
    SHAPE_DeletePublicAccessBlockRequest, SHAPE_DeletedObject, SHAPE_DeletedObjects,
    SHAPE_Destination, SHAPE_EncodingType, SHAPE_Encryption, SHAPE_EncryptionConfiguration,
    SHAPE_Error, SHAPE_ErrorDocument, SHAPE_Errors, SHAPE_EventBridgeConfiguration,
    SHAPE_EventList, SHAPE_ExistingObjectReplication, SHAPE_ExistingObjectReplicationStatus,
    SHAPE_ExpirationStatus, SHAPE_ExposeHeaders, SHAPE_ExpressionType, SHAPE_FileHeaderInfo,
    SHAPE_FilterRule, SHAPE_FilterRuleList, SHAPE_FilterRuleName,
    SHAPE_GetBucketAccelerateConfigurationOutput, SHAPE_GetBucketAccelerateConfigurationRequest,
    SHAPE_GetBucketAclOutput, SHAPE_GetBucketAclRequest, SHAPE_GetBucketCorsOutput,
    SHAPE_GetBucketCorsRequest, SHAPE_GetBucketEncryptionOutput, SHAPE_GetBucketEncryptionRequest,
    SHAPE_GetBucketLifecycleConfigurationOutput, SHAPE_GetBucketLifecycleConfigurationRequest,
    SHAPE_GetBucketLocationOutput, SHAPE_GetBucketLocationRequest, SHAPE_GetBucketLoggingOutput,
    SHAPE_GetBucketLoggingRequest, SHAPE_GetBucketMetricsConfigurationOutput,
    SHAPE_GetBucketMetricsConfigurationRequest, SHAPE_GetBucketNotificationConfigurationRequest,
    SHAPE_GetBucketOwnershipControlsOutput, SHAPE_GetBucketOwnershipControlsRequest,
    SHAPE_GetBucketPolicyOutput, SHAPE_GetBucketPolicyRequest, SHAPE_GetBucketPolicyStatusOutput,
    SHAPE_GetBucketPolicyStatusRequest, SHAPE_GetBucketReplicationOutput,
    SHAPE_GetBucketReplicationRequest, SHAPE_GetBucketRequestPaymentOutput,
    SHAPE_GetBucketRequestPaymentRequest, SHAPE_GetBucketTaggingOutput,
    SHAPE_GetBucketTaggingRequest, SHAPE_GetBucketVersioningOutput,
    SHAPE_GetBucketVersioningRequest, SHAPE_GetBucketWebsiteOutput, SHAPE_GetBucketWebsiteRequest,
    SHAPE_GetObjectAclOutput, SHAPE_GetObjectAclRequest, SHAPE_GetObjectAttributesOutput,
    SHAPE_GetObjectAttributesParts, SHAPE_GetObjectAttributesRequest,
    SHAPE_GetObjectLegalHoldOutput, SHAPE_GetObjectLegalHoldRequest,
    SHAPE_GetObjectLockConfigurationOutput, SHAPE_GetObjectLockConfigurationRequest,
    SHAPE_GetObjectOutput, SHAPE_GetObjectRequest, SHAPE_GetObjectRetentionOutput,
    SHAPE_GetObjectRetentionRequest, SHAPE_GetObjectTaggingOutput, SHAPE_GetObjectTaggingRequest,
    SHAPE_GetPublicAccessBlockOutput, SHAPE_GetPublicAccessBlockRequest,
    SHAPE_GlacierJobParameters, SHAPE_Grant, SHAPE_Grantee, SHAPE_Grants, SHAPE_HeadBucketOutput,
    SHAPE_HeadBucketRequest, SHAPE_HeadObjectOutput, SHAPE_HeadObjectRequest,
    SHAPE_IfMatchInitiatedTime, SHAPE_IfMatchLastModifiedTime, SHAPE_IndexDocument,
    SHAPE_Initiator, SHAPE_InputSerialization, SHAPE_Integer, SHAPE_IntelligentTieringAccessTier,
    SHAPE_InvalidObjectState, SHAPE_JSONInput, SHAPE_JSONOutput, SHAPE_JSONType,
    SHAPE_LambdaFunctionConfiguration, SHAPE_LambdaFunctionConfigurationList,
    SHAPE_LastModifiedTime, SHAPE_LifecycleExpiration, SHAPE_LifecycleRule,
    SHAPE_LifecycleRuleAndOperator, SHAPE_LifecycleRuleFilter, SHAPE_LifecycleRules,
    SHAPE_ListBucketMetricsConfigurationsOutput, SHAPE_ListBucketMetricsConfigurationsRequest,
    SHAPE_ListBucketsOutput, SHAPE_ListBucketsRequest, SHAPE_ListMultipartUploadsOutput,
    SHAPE_ListMultipartUploadsRequest, SHAPE_ListObjectVersionsOutput,
    SHAPE_ListObjectVersionsRequest, SHAPE_ListObjectsOutput, SHAPE_ListObjectsRequest,
    SHAPE_ListObjectsV2Output, SHAPE_ListObjectsV2Request, SHAPE_ListPartsOutput,
    SHAPE_ListPartsRequest, SHAPE_LoggingEnabled, SHAPE_MFADelete, SHAPE_MFADeleteStatus,
    SHAPE_MaxBuckets, SHAPE_Metadata, SHAPE_MetadataDirective, SHAPE_MetadataEntry, SHAPE_Metrics,
    SHAPE_MetricsAndOperator, SHAPE_MetricsConfiguration, SHAPE_MetricsConfigurationList,
    SHAPE_MetricsFilter, SHAPE_MetricsStatus, SHAPE_MultipartUpload, SHAPE_MultipartUploadList,
    SHAPE_NoncurrentVersionExpiration, SHAPE_NoncurrentVersionTransition,
    SHAPE_NoncurrentVersionTransitionList, SHAPE_NotificationConfiguration,
    SHAPE_NotificationConfigurationFilter, SHAPE_Object, SHAPE_ObjectAttributes,
    SHAPE_ObjectAttributesList, SHAPE_ObjectCannedACL, SHAPE_ObjectIdentifier,
    SHAPE_ObjectIdentifierList, SHAPE_ObjectKey, SHAPE_ObjectList, SHAPE_ObjectLockConfiguration,
    SHAPE_ObjectLockEnabled, SHAPE_ObjectLockLegalHold, SHAPE_ObjectLockLegalHoldStatus,
    SHAPE_ObjectLockMode, SHAPE_ObjectLockRetainUntilDate, SHAPE_ObjectLockRetention,
    SHAPE_ObjectLockRetentionMode, SHAPE_ObjectLockRule, SHAPE_ObjectOwnership, SHAPE_ObjectPart,
    SHAPE_ObjectStorageClass, SHAPE_ObjectVersion, SHAPE_ObjectVersionList,
    SHAPE_ObjectVersionStorageClass, SHAPE_OptionalObjectAttributes,
    SHAPE_OptionalObjectAttributesList, SHAPE_OutputLocation, SHAPE_OutputSerialization,
    SHAPE_Owner, SHAPE_OwnerOverride, SHAPE_OwnershipControls, SHAPE_OwnershipControlsRule,
    SHAPE_OwnershipControlsRules, SHAPE_ParquetInput, SHAPE_Part, SHAPE_PartitionDateSource,
    SHAPE_PartitionedPrefix, SHAPE_Parts, SHAPE_PartsList, SHAPE_Payer, SHAPE_PermanentRedirect,
    SHAPE_Permission, SHAPE_PolicyStatus, SHAPE_Protocol, SHAPE_PublicAccessBlockConfiguration,
    SHAPE_PutBucketAccelerateConfigurationRequest, SHAPE_PutBucketAclRequest,
    SHAPE_PutBucketCorsRequest, SHAPE_PutBucketEncryptionRequest,
    SHAPE_PutBucketLifecycleConfigurationRequest, SHAPE_PutBucketLoggingRequest,
    SHAPE_PutBucketMetricsConfigurationRequest, SHAPE_PutBucketNotificationConfigurationRequest,
    SHAPE_PutBucketOwnershipControlsRequest, SHAPE_PutBucketPolicyRequest,
    SHAPE_PutBucketReplicationRequest, SHAPE_PutBucketRequestPaymentRequest,
    SHAPE_PutBucketTaggingRequest, SHAPE_PutBucketVersioningRequest, SHAPE_PutBucketWebsiteRequest,
    SHAPE_PutObjectAclOutput, SHAPE_PutObjectAclRequest, SHAPE_PutObjectLegalHoldOutput,
    SHAPE_PutObjectLegalHoldRequest, SHAPE_PutObjectLockConfigurationOutput,
    SHAPE_PutObjectLockConfigurationRequest, SHAPE_PutObjectOutput, SHAPE_PutObjectRequest,
    SHAPE_PutObjectRetentionOutput, SHAPE_PutObjectRetentionRequest, SHAPE_PutObjectTaggingOutput,
    SHAPE_PutObjectTaggingRequest, SHAPE_PutPublicAccessBlockRequest, SHAPE_QueueConfiguration,
    SHAPE_QueueConfigurationList, SHAPE_QuoteFields, SHAPE_Redirect, SHAPE_RedirectAllRequestsTo,
    SHAPE_ReplicaModifications, SHAPE_ReplicaModificationsStatus, SHAPE_ReplicationConfiguration,
    SHAPE_ReplicationRule, SHAPE_ReplicationRuleAndOperator, SHAPE_ReplicationRuleFilter,
    SHAPE_ReplicationRuleStatus, SHAPE_ReplicationRules, SHAPE_ReplicationStatus,
    SHAPE_ReplicationTime, SHAPE_ReplicationTimeStatus, SHAPE_ReplicationTimeValue,
    SHAPE_RequestCharged, SHAPE_RequestPayer, SHAPE_RequestPaymentConfiguration,
    SHAPE_ResponseExpires, SHAPE_RestoreObjectOutput, SHAPE_RestoreObjectRequest,
    SHAPE_RestoreRequest, SHAPE_RestoreRequestType, SHAPE_RoutingRule, SHAPE_RoutingRules,
    SHAPE_S3KeyFilter, SHAPE_S3Location, SHAPE_S3RegionalOrS3ExpressBucketArnString,
    SHAPE_SelectParameters, SHAPE_ServerSideEncryption, SHAPE_ServerSideEncryptionByDefault,
    SHAPE_ServerSideEncryptionConfiguration, SHAPE_ServerSideEncryptionRule,
    SHAPE_ServerSideEncryptionRules, SHAPE_SimplePrefix, SHAPE_SourceSelectionCriteria,
    SHAPE_SseKmsEncryptedObjects, SHAPE_SseKmsEncryptedObjectsStatus, SHAPE_StorageClass,
    SHAPE_String, SHAPE_Tag, SHAPE_TagSet, SHAPE_Tagging, SHAPE_TaggingDirective,
    SHAPE_TargetGrant, SHAPE_TargetGrants, SHAPE_TargetObjectKeyFormat, SHAPE_Tier,
    SHAPE_Timestamp, SHAPE_TopicConfiguration, SHAPE_TopicConfigurationList, SHAPE_Transition,
    SHAPE_TransitionDefaultMinimumObjectSize, SHAPE_TransitionList, SHAPE_TransitionStorageClass,
    SHAPE_Type, SHAPE_UploadPartCopyOutput, SHAPE_UploadPartCopyRequest, SHAPE_UploadPartOutput,
    SHAPE_UploadPartRequest, SHAPE_UserMetadata, SHAPE_VersioningConfiguration,
    SHAPE_WebsiteConfiguration, SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_ArchiveStatus[] = {
    "ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS", NULL,
};

static const char *const words_BucketAccelerateStatus[] = {
    "Enabled", "Suspended", NULL,
};

static const char *const words_BucketCannedACL[] = {
    "private", "public-read", "public-read-write", "authenticated-read", NULL,
};

static const char *const words_BucketLogsPermission[] = {
    "FULL_CONTROL", "READ", "WRITE", NULL,
};

static const char *const words_BucketVersioningStatus[] = {
    "Enabled", "Suspended", NULL,
};

static const char *const words_ChecksumAlgorithm[] = {
    "CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME", "SHA512", "MD5", "XXHASH64", "XXHASH3",
    "XXHASH128", NULL,
};

static const char *const words_ChecksumMode[] = {
    "ENABLED", NULL,
};

static const char *const words_ChecksumType[] = {
    "COMPOSITE", "FULL_OBJECT", NULL,
};

static const char *const words_CompressionType[] = {
    "NONE", "GZIP", "BZIP2", NULL,
};

static const char *const words_DeleteMarkerReplicationStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_EncodingType[] = {
    "url", NULL,
};

static const char *const words_ExistingObjectReplicationStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_ExpirationStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_ExpressionType[] = {
    "SQL", NULL,
};

static const char *const words_FileHeaderInfo[] = {
    "USE", "IGNORE", "NONE", NULL,
};

static const char *const words_FilterRuleName[] = {
    "prefix", "suffix", NULL,
};

static const char *const words_IntelligentTieringAccessTier[] = {
    "ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS", NULL,
};

static const char *const words_JSONType[] = {
    "DOCUMENT", "LINES", NULL,
};

static const char *const words_MFADelete[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_MFADeleteStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_MetadataDirective[] = {
    "COPY", "REPLACE", NULL,
};

static const char *const words_MetricsStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_ObjectAttributes[] = {
    "ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize", NULL,
};

static const char *const words_ObjectCannedACL[] = {
    "private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read",
    "bucket-owner-read", "bucket-owner-full-control", NULL,
};

static const char *const words_ObjectLockEnabled[] = {
    "Enabled", NULL,
};

static const char *const words_ObjectLockLegalHoldStatus[] = {
    "ON", "OFF", NULL,
};

static const char *const words_ObjectLockMode[] = {
    "GOVERNANCE", "COMPLIANCE", NULL,
};

static const char *const words_ObjectLockRetentionMode[] = {
    "GOVERNANCE", "COMPLIANCE", NULL,
};

static const char *const words_ObjectOwnership[] = {
    "BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced", NULL,
};

static const char *const words_ObjectStorageClass[] = {
    "STANDARD", "REDUCED_REDUNDANCY", "GLACIER", "STANDARD_IA", "ONEZONE_IA",
    "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE",
    "FSX_OPENZFS", "FSX_ONTAP", NULL,
};

static const char *const words_ObjectVersionStorageClass[] = {
    "STANDARD", NULL,
};

static const char *const words_OptionalObjectAttributes[] = {
    "RestoreStatus", NULL,
};

static const char *const words_OwnerOverride[] = {
    "Destination", NULL,
};

static const char *const words_PartitionDateSource[] = {
    "EventTime", "DeliveryTime", NULL,
};

static const char *const words_Payer[] = {
    "Requester", "BucketOwner", NULL,
};

static const char *const words_Permission[] = {
    "FULL_CONTROL", "WRITE", "WRITE_ACP", "READ", "READ_ACP", NULL,
};

static const char *const words_Protocol[] = {
    "http", "https", NULL,
};

static const char *const words_QuoteFields[] = {
    "ALWAYS", "ASNEEDED", NULL,
};

static const char *const words_ReplicaModificationsStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_ReplicationRuleStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_ReplicationStatus[] = {
    "COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED", NULL,
};

static const char *const words_ReplicationTimeStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_RequestCharged[] = {
    "requester", NULL,
};

static const char *const words_RequestPayer[] = {
    "requester", NULL,
};

static const char *const words_RestoreRequestType[] = {
    "SELECT", NULL,
};

static const char *const words_ServerSideEncryption[] = {
    "AES256", "aws:kms", "aws:fsx", "aws:kms:dsse", NULL,
};

static const char *const words_SseKmsEncryptedObjectsStatus[] = {
    "Enabled", "Disabled", NULL,
};

static const char *const words_StorageClass[] = {
    "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING",
    "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS",
    "FSX_ONTAP", NULL,
};

static const char *const words_TaggingDirective[] = {
    "COPY", "REPLACE", NULL,
};

static const char *const words_Tier[] = {
    "Standard", "Bulk", "Expedited", NULL,
};

static const char *const words_TransitionDefaultMinimumObjectSize[] = {
    "varies_by_storage_class", "all_storage_classes_128K", NULL,
};

static const char *const words_TransitionStorageClass[] = {
    "GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR",
    NULL,
};

static const char *const words_Type[] = {
    "CanonicalUser", "AmazonCustomerByEmail", "Group", NULL,
};

static const struct bs_shape_member
    members_AbortIncompleteMultipartUpload[] = {
    {MEMBER(DaysAfterInitiation, Integer)},
};

static const struct bs_shape_member
    members_AbortMultipartUploadOutput[] = {
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_AbortMultipartUploadRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(UploadId, "uploadId", "UploadId", String), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatchInitiatedTime, "x-amz-if-match-initiated-time",
     "X-amz-if-match-initiated-time", IfMatchInitiatedTime), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_AccelerateConfiguration[] = {
    {MEMBER(Status, BucketAccelerateStatus)},
};

static const struct bs_shape_member
    members_AccessControlPolicy[] = {
    {MEMBER_AS(Grants, "AccessControlList", "AccessControlList", Grants)},
    {MEMBER(Owner, Owner)},
};

static const struct bs_shape_member
    members_AccessControlTranslation[] = {
    {MEMBER(Owner, OwnerOverride), .is_required = true},
};

static const struct bs_shape_member
    members_AllowedHeaders[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AllowedMethods[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_AllowedOrigins[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_Bucket[] = {
    {MEMBER(Name, String)},
    {MEMBER(CreationDate, Timestamp)},
    {MEMBER(BucketRegion, String)},
    {MEMBER(BucketArn, S3RegionalOrS3ExpressBucketArnString)},
};

static const struct bs_shape_member
    members_BucketLifecycleConfiguration[] = {
    {MEMBER_AS(Rules, "Rule", "Rule", LifecycleRules), .is_required = true},
};

static const struct bs_shape_member
    members_BucketLoggingStatus[] = {
    {MEMBER(LoggingEnabled, LoggingEnabled)},
};

static const struct bs_shape_member
    members_Buckets[] = {
    {MEMBER_AS(member, "Bucket", "Bucket", Bucket)},
};

static const struct bs_shape_member
    members_CORSConfiguration[] = {
    {MEMBER_AS(CORSRules, "CORSRule", "CORSRule", CORSRules), .is_required = true},
};

static const struct bs_shape_member
    members_CORSRule[] = {
    {MEMBER(ID, String)},
    {MEMBER_AS(AllowedHeaders, "AllowedHeader", "AllowedHeader", AllowedHeaders)},
    {MEMBER_AS(AllowedMethods, "AllowedMethod", "AllowedMethod", AllowedMethods),
     .is_required = true},
    {MEMBER_AS(AllowedOrigins, "AllowedOrigin", "AllowedOrigin", AllowedOrigins),
     .is_required = true},
    {MEMBER_AS(ExposeHeaders, "ExposeHeader", "ExposeHeader", ExposeHeaders)},
    {MEMBER(MaxAgeSeconds, Integer)},
};

static const struct bs_shape_member
    members_CORSRules[] = {
    {MEMBER(member, CORSRule)},
};

static const struct bs_shape_member
    members_CSVInput[] = {
    {MEMBER(FileHeaderInfo, FileHeaderInfo)},
    {MEMBER(Comments, String)},
    {MEMBER(QuoteEscapeCharacter, String)},
    {MEMBER(RecordDelimiter, String)},
    {MEMBER(FieldDelimiter, String)},
    {MEMBER(QuoteCharacter, String)},
    {MEMBER(AllowQuotedRecordDelimiter, Boolean)},
};

static const struct bs_shape_member
    members_CSVOutput[] = {
    {MEMBER(QuoteFields, QuoteFields)},
    {MEMBER(QuoteEscapeCharacter, String)},
    {MEMBER(RecordDelimiter, String)},
    {MEMBER(FieldDelimiter, String)},
    {MEMBER(QuoteCharacter, String)},
};

static const struct bs_shape_member
    members_Checksum[] = {
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER(ChecksumCRC64NVME, String)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_ChecksumAlgorithmList[] = {
    {MEMBER(member, ChecksumAlgorithm)},
};

static const struct bs_shape_member
    members_CommonPrefix[] = {
    {MEMBER(Prefix, String)},
};

static const struct bs_shape_member
    members_CommonPrefixList[] = {
    {MEMBER(member, CommonPrefix)},
};

static const struct bs_shape_member
    members_CompleteMultipartUploadOutput[] = {
    {MEMBER(Location, String)},
    {MEMBER(Bucket, String)},
    {MEMBER(Key, ObjectKey)},
    {MEMBER_AS(Expiration, "x-amz-expiration", "X-amz-expiration", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ETag, String)},
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ChecksumCRC64NVME, String)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_CompleteMultipartUploadRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(MultipartUpload, "CompleteMultipartUpload", "CompleteMultipartUpload",
     CompletedMultipartUpload), .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(UploadId, "uploadId", "UploadId", String), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumType, "x-amz-checksum-type", "X-amz-checksum-type", ChecksumType),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatch, "If-Match", "If-Match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfNoneMatch, "If-None-Match", "If-None-Match", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(MpuObjectSize, "x-amz-mp-object-size", "X-amz-mp-object-size", Integer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CompletedMultipartUpload[] = {
    {MEMBER_AS(Parts, "Part", "Part", CompletedPartList)},
};

static const struct bs_shape_member
    members_CompletedPart[] = {
    {MEMBER(ETag, String)},
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER(PartNumber, Integer)},
    {MEMBER(ChecksumCRC64NVME, String)},
};

static const struct bs_shape_member
    members_CompletedPartList[] = {
    {MEMBER(member, CompletedPart)},
};

static const struct bs_shape_member
    members_Condition[] = {
    {MEMBER(HttpErrorCodeReturnedEquals, String)},
    {MEMBER(KeyPrefixEquals, String)},
};

static const struct bs_shape_member
    members_CopyObjectOutput[] = {
    {MEMBER(CopyObjectResult, CopyObjectResult)},
    {MEMBER_AS(Expiration, "x-amz-expiration", "X-amz-expiration", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceVersionId, "x-amz-copy-source-version-id",
     "X-amz-copy-source-version-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSEncryptionContext, "x-amz-server-side-encryption-context",
     "X-amz-server-side-encryption-context", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CopyObjectRequest[] = {
    {MEMBER_AS(ACL, "x-amz-acl", "X-amz-acl", ObjectCannedACL), .location = BS_LOCATION_HEADER},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(CacheControl, "Cache-Control", "Cache-Control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-checksum-algorithm", "X-amz-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentDisposition, "Content-Disposition", "Content-Disposition", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentEncoding, "Content-Encoding", "Content-Encoding", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLanguage, "Content-Language", "Content-Language", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentType, "Content-Type", "Content-Type", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySource, "x-amz-copy-source", "X-amz-copy-source", String),
     .location = BS_LOCATION_HEADER, .is_required = true},
    {MEMBER_AS(CopySourceIfMatch, "x-amz-copy-source-if-match", "X-amz-copy-source-if-match",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceIfModifiedSince, "x-amz-copy-source-if-modified-since",
     "X-amz-copy-source-if-modified-since", Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceIfNoneMatch, "x-amz-copy-source-if-none-match",
     "X-amz-copy-source-if-none-match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceIfUnmodifiedSince, "x-amz-copy-source-if-unmodified-since",
     "X-amz-copy-source-if-unmodified-since", Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER(Expires, Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantFullControl, "x-amz-grant-full-control", "X-amz-grant-full-control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantRead, "x-amz-grant-read", "X-amz-grant-read", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantReadACP, "x-amz-grant-read-acp", "X-amz-grant-read-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWriteACP, "x-amz-grant-write-acp", "X-amz-grant-write-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Metadata, "x-amz-meta-", "X-amz-meta-", Metadata), .location = BS_LOCATION_HEADERS},
    {MEMBER_AS(MetadataDirective, "x-amz-metadata-directive", "X-amz-metadata-directive",
     MetadataDirective), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(TaggingDirective, "x-amz-tagging-directive", "X-amz-tagging-directive",
     TaggingDirective), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(StorageClass, "x-amz-storage-class", "X-amz-storage-class", StorageClass),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(WebsiteRedirectLocation, "x-amz-website-redirect-location",
     "X-amz-website-redirect-location", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSEncryptionContext, "x-amz-server-side-encryption-context",
     "X-amz-server-side-encryption-context", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceSSECustomerAlgorithm,
     "x-amz-copy-source-server-side-encryption-customer-algorithm",
     "X-amz-copy-source-server-side-encryption-customer-algorithm", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceSSECustomerKey, "x-amz-copy-source-server-side-encryption-customer-key",
     "X-amz-copy-source-server-side-encryption-customer-key", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceSSECustomerKeyMD5,
     "x-amz-copy-source-server-side-encryption-customer-key-MD5",
     "X-amz-copy-source-server-side-encryption-customer-key-MD5", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Tagging, "x-amz-tagging", "X-amz-tagging", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockMode, "x-amz-object-lock-mode", "X-amz-object-lock-mode",
     ObjectLockMode), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockRetainUntilDate, "x-amz-object-lock-retain-until-date",
     "X-amz-object-lock-retain-until-date", ObjectLockRetainUntilDate),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockLegalHoldStatus, "x-amz-object-lock-legal-hold",
     "X-amz-object-lock-legal-hold", ObjectLockLegalHoldStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedSourceBucketOwner, "x-amz-source-expected-bucket-owner",
     "X-amz-source-expected-bucket-owner", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatch, "If-Match", "If-Match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfNoneMatch, "If-None-Match", "If-None-Match", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CopyObjectResult[] = {
    {MEMBER(ETag, String)},
    {MEMBER(LastModified, Timestamp)},
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER(ChecksumCRC64NVME, String)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_CopyPartResult[] = {
    {MEMBER(ETag, String)},
    {MEMBER(LastModified, Timestamp)},
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER(ChecksumCRC64NVME, String)},
};

static const struct bs_shape_member
    members_CreateBucketConfiguration[] = {
    {MEMBER(LocationConstraint, String)},
    {MEMBER(Tags, TagSet)},
};

static const struct bs_shape_member
    members_CreateBucketOutput[] = {
    {MEMBER(Location, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketArn, "x-amz-bucket-arn", "X-amz-bucket-arn",
     S3RegionalOrS3ExpressBucketArnString), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CreateBucketRequest[] = {
    {MEMBER_AS(ACL, "x-amz-acl", "X-amz-acl", BucketCannedACL), .location = BS_LOCATION_HEADER},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(CreateBucketConfiguration, CreateBucketConfiguration),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(GrantFullControl, "x-amz-grant-full-control", "X-amz-grant-full-control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantRead, "x-amz-grant-read", "X-amz-grant-read", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantReadACP, "x-amz-grant-read-acp", "X-amz-grant-read-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWrite, "x-amz-grant-write", "X-amz-grant-write", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWriteACP, "x-amz-grant-write-acp", "X-amz-grant-write-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockEnabledForBucket, "x-amz-bucket-object-lock-enabled",
     "X-amz-bucket-object-lock-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectOwnership, "x-amz-object-ownership", "X-amz-object-ownership",
     ObjectOwnership), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CreateMultipartUploadOutput[] = {
    {MEMBER_AS(AbortDate, "x-amz-abort-date", "X-amz-abort-date", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(AbortRuleId, "x-amz-abort-rule-id", "X-amz-abort-rule-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Bucket, String)},
    {MEMBER(Key, ObjectKey)},
    {MEMBER(UploadId, String)},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSEncryptionContext, "x-amz-server-side-encryption-context",
     "X-amz-server-side-encryption-context", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-checksum-algorithm", "X-amz-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumType, "x-amz-checksum-type", "X-amz-checksum-type", ChecksumType),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_CreateMultipartUploadRequest[] = {
    {MEMBER_AS(ACL, "x-amz-acl", "X-amz-acl", ObjectCannedACL), .location = BS_LOCATION_HEADER},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(CacheControl, "Cache-Control", "Cache-Control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentDisposition, "Content-Disposition", "Content-Disposition", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentEncoding, "Content-Encoding", "Content-Encoding", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLanguage, "Content-Language", "Content-Language", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentType, "Content-Type", "Content-Type", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Expires, Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantFullControl, "x-amz-grant-full-control", "X-amz-grant-full-control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantRead, "x-amz-grant-read", "X-amz-grant-read", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantReadACP, "x-amz-grant-read-acp", "X-amz-grant-read-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWriteACP, "x-amz-grant-write-acp", "X-amz-grant-write-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Metadata, "x-amz-meta-", "X-amz-meta-", Metadata), .location = BS_LOCATION_HEADERS},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(StorageClass, "x-amz-storage-class", "X-amz-storage-class", StorageClass),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(WebsiteRedirectLocation, "x-amz-website-redirect-location",
     "X-amz-website-redirect-location", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSEncryptionContext, "x-amz-server-side-encryption-context",
     "X-amz-server-side-encryption-context", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Tagging, "x-amz-tagging", "X-amz-tagging", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockMode, "x-amz-object-lock-mode", "X-amz-object-lock-mode",
     ObjectLockMode), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockRetainUntilDate, "x-amz-object-lock-retain-until-date",
     "X-amz-object-lock-retain-until-date", ObjectLockRetainUntilDate),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockLegalHoldStatus, "x-amz-object-lock-legal-hold",
     "X-amz-object-lock-legal-hold", ObjectLockLegalHoldStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-checksum-algorithm", "X-amz-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumType, "x-amz-checksum-type", "X-amz-checksum-type", ChecksumType),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DefaultRetention[] = {
    {MEMBER(Mode, ObjectLockRetentionMode)},
    {MEMBER(Days, Integer)},
    {MEMBER(Years, Integer)},
};

static const struct bs_shape_member
    members_Delete[] = {
    {MEMBER_AS(Objects, "Object", "Object", ObjectIdentifierList), .is_required = true},
    {MEMBER(Quiet, Boolean)},
};

static const struct bs_shape_member
    members_DeleteBucketCorsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketEncryptionRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketLifecycleRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketMetricsConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Id, "id", "Id", String), .location = BS_LOCATION_QUERY, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketOwnershipControlsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketPolicyRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketReplicationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketTaggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteBucketWebsiteRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteMarkerEntry[] = {
    {MEMBER(Owner, Owner)},
    {MEMBER(Key, ObjectKey)},
    {MEMBER(VersionId, String)},
    {MEMBER(IsLatest, Boolean)},
    {MEMBER(LastModified, Timestamp)},
};

static const struct bs_shape_member
    members_DeleteMarkerReplication[] = {
    {MEMBER(Status, DeleteMarkerReplicationStatus)},
};

static const struct bs_shape_member
    members_DeleteMarkers[] = {
    {MEMBER(member, DeleteMarkerEntry)},
};

static const struct bs_shape_member
    members_DeleteObjectOutput[] = {
    {MEMBER_AS(DeleteMarker, "x-amz-delete-marker", "X-amz-delete-marker", Boolean),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteObjectRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(MFA, "x-amz-mfa", "X-amz-mfa", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BypassGovernanceRetention, "x-amz-bypass-governance-retention",
     "X-amz-bypass-governance-retention", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatch, "If-Match", "If-Match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatchLastModifiedTime, "x-amz-if-match-last-modified-time",
     "X-amz-if-match-last-modified-time", IfMatchLastModifiedTime),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatchSize, "x-amz-if-match-size", "X-amz-if-match-size", Integer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteObjectTaggingOutput[] = {
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteObjectTaggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeleteObjectsOutput[] = {
    {MEMBER(Deleted, DeletedObjects)},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Errors, "Error", "Error", Errors)},
};

static const struct bs_shape_member
    members_DeleteObjectsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Delete, Delete), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(MFA, "x-amz-mfa", "X-amz-mfa", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BypassGovernanceRetention, "x-amz-bypass-governance-retention",
     "X-amz-bypass-governance-retention", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeletePublicAccessBlockRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_DeletedObject[] = {
    {MEMBER(Key, ObjectKey)},
    {MEMBER(VersionId, String)},
    {MEMBER(DeleteMarker, Boolean)},
    {MEMBER(DeleteMarkerVersionId, String)},
};

static const struct bs_shape_member
    members_DeletedObjects[] = {
    {MEMBER(member, DeletedObject)},
};

static const struct bs_shape_member
    members_Destination[] = {
    {MEMBER(Bucket, String), .is_required = true},
    {MEMBER(Account, String)},
    {MEMBER(StorageClass, StorageClass)},
    {MEMBER(AccessControlTranslation, AccessControlTranslation)},
    {MEMBER(EncryptionConfiguration, EncryptionConfiguration)},
    {MEMBER(ReplicationTime, ReplicationTime)},
    {MEMBER(Metrics, Metrics)},
};

static const struct bs_shape_member
    members_Encryption[] = {
    {MEMBER(EncryptionType, ServerSideEncryption), .is_required = true},
    {MEMBER(KMSKeyId, String)},
    {MEMBER(KMSContext, String)},
};

static const struct bs_shape_member
    members_EncryptionConfiguration[] = {
    {MEMBER(ReplicaKmsKeyID, String)},
};

static const struct bs_shape_member
    members_Error[] = {
    {MEMBER(Key, ObjectKey)},
    {MEMBER(VersionId, String)},
    {MEMBER(Code, String)},
    {MEMBER(Message, String)},
};

static const struct bs_shape_member
    members_ErrorDocument[] = {
    {MEMBER(Key, ObjectKey), .is_required = true},
};

static const struct bs_shape_member
    members_Errors[] = {
    {MEMBER(member, Error)},
};

static const struct bs_shape_member
    members_EventList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_ExistingObjectReplication[] = {
    {MEMBER(Status, ExistingObjectReplicationStatus), .is_required = true},
};

static const struct bs_shape_member
    members_ExposeHeaders[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_FilterRule[] = {
    {MEMBER(Name, FilterRuleName)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_FilterRuleList[] = {
    {MEMBER(member, FilterRule)},
};

static const struct bs_shape_member
    members_GetBucketAccelerateConfigurationOutput[] = {
    {MEMBER(Status, BucketAccelerateStatus)},
};

static const struct bs_shape_member
    members_GetBucketAccelerateConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketAclOutput[] = {
    {MEMBER(Owner, Owner)},
    {MEMBER_AS(Grants, "AccessControlList", "AccessControlList", Grants)},
};

static const struct bs_shape_member
    members_GetBucketAclRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketCorsOutput[] = {
    {MEMBER_AS(CORSRules, "CORSRule", "CORSRule", CORSRules)},
};

static const struct bs_shape_member
    members_GetBucketCorsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketEncryptionOutput[] = {
    {MEMBER(ServerSideEncryptionConfiguration, ServerSideEncryptionConfiguration)},
};

static const struct bs_shape_member
    members_GetBucketEncryptionRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketLifecycleConfigurationOutput[] = {
    {MEMBER_AS(Rules, "Rule", "Rule", LifecycleRules)},
    {MEMBER_AS(TransitionDefaultMinimumObjectSize, "x-amz-transition-default-minimum-object-size",
     "X-amz-transition-default-minimum-object-size", TransitionDefaultMinimumObjectSize),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketLifecycleConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketLocationOutput[] = {
    {MEMBER(LocationConstraint, String)},
};

static const struct bs_shape_member
    members_GetBucketLocationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketLoggingOutput[] = {
    {MEMBER(LoggingEnabled, LoggingEnabled)},
};

static const struct bs_shape_member
    members_GetBucketLoggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketMetricsConfigurationOutput[] = {
    {MEMBER(MetricsConfiguration, MetricsConfiguration)},
};

static const struct bs_shape_member
    members_GetBucketMetricsConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Id, "id", "Id", String), .location = BS_LOCATION_QUERY, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketNotificationConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketOwnershipControlsOutput[] = {
    {MEMBER(OwnershipControls, OwnershipControls)},
};

static const struct bs_shape_member
    members_GetBucketOwnershipControlsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketPolicyOutput[] = {
    {MEMBER(Policy, String)},
};

static const struct bs_shape_member
    members_GetBucketPolicyRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketPolicyStatusOutput[] = {
    {MEMBER(PolicyStatus, PolicyStatus)},
};

static const struct bs_shape_member
    members_GetBucketPolicyStatusRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketReplicationOutput[] = {
    {MEMBER(ReplicationConfiguration, ReplicationConfiguration)},
};

static const struct bs_shape_member
    members_GetBucketReplicationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketRequestPaymentOutput[] = {
    {MEMBER(Payer, Payer)},
};

static const struct bs_shape_member
    members_GetBucketRequestPaymentRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketTaggingOutput[] = {
    {MEMBER(TagSet, TagSet), .is_required = true},
};

static const struct bs_shape_member
    members_GetBucketTaggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketVersioningOutput[] = {
    {MEMBER(Status, BucketVersioningStatus)},
    {MEMBER_AS(MFADelete, "MfaDelete", "MfaDelete", MFADeleteStatus)},
};

static const struct bs_shape_member
    members_GetBucketVersioningRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetBucketWebsiteOutput[] = {
    {MEMBER(RedirectAllRequestsTo, RedirectAllRequestsTo)},
    {MEMBER(IndexDocument, IndexDocument)},
    {MEMBER(ErrorDocument, ErrorDocument)},
    {MEMBER(RoutingRules, RoutingRules)},
};

static const struct bs_shape_member
    members_GetBucketWebsiteRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectAclOutput[] = {
    {MEMBER(Owner, Owner)},
    {MEMBER_AS(Grants, "AccessControlList", "AccessControlList", Grants)},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectAclRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectAttributesOutput[] = {
    {MEMBER_AS(DeleteMarker, "x-amz-delete-marker", "X-amz-delete-marker", Boolean),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(LastModified, "Last-Modified", "Last-Modified", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ETag, String)},
    {MEMBER(Checksum, Checksum)},
    {MEMBER(ObjectParts, GetObjectAttributesParts)},
    {MEMBER(StorageClass, StorageClass)},
    {MEMBER(ObjectSize, Integer)},
};

static const struct bs_shape_member
    members_GetObjectAttributesParts[] = {
    {MEMBER_AS(TotalPartsCount, "PartsCount", "PartsCount", Integer)},
    {MEMBER(PartNumberMarker, Integer)},
    {MEMBER(NextPartNumberMarker, Integer)},
    {MEMBER(MaxParts, Integer)},
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER_AS(Parts, "Part", "Part", PartsList)},
};

static const struct bs_shape_member
    members_GetObjectAttributesRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxParts, "x-amz-max-parts", "X-amz-max-parts", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(PartNumberMarker, "x-amz-part-number-marker", "X-amz-part-number-marker", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectAttributes, "x-amz-object-attributes", "X-amz-object-attributes",
     ObjectAttributesList), .location = BS_LOCATION_HEADER, .is_required = true},
};

static const struct bs_shape_member
    members_GetObjectLegalHoldOutput[] = {
    {MEMBER(LegalHold, ObjectLockLegalHold)},
};

static const struct bs_shape_member
    members_GetObjectLegalHoldRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectLockConfigurationOutput[] = {
    {MEMBER(ObjectLockConfiguration, ObjectLockConfiguration)},
};

static const struct bs_shape_member
    members_GetObjectLockConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectOutput[] = {
    {MEMBER(Body, BodyStream)},
    {MEMBER_AS(DeleteMarker, "x-amz-delete-marker", "X-amz-delete-marker", Boolean),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(AcceptRanges, "accept-ranges", "Accept-ranges", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Expiration, "x-amz-expiration", "X-amz-expiration", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Restore, "x-amz-restore", "X-amz-restore", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(LastModified, "Last-Modified", "Last-Modified", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLength, "Content-Length", "Content-Length", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ETag, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(MissingMeta, "x-amz-missing-meta", "X-amz-missing-meta", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CacheControl, "Cache-Control", "Cache-Control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentDisposition, "Content-Disposition", "Content-Disposition", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentEncoding, "Content-Encoding", "Content-Encoding", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLanguage, "Content-Language", "Content-Language", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentRange, "Content-Range", "Content-Range", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentType, "Content-Type", "Content-Type", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Expires, Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(WebsiteRedirectLocation, "x-amz-website-redirect-location",
     "X-amz-website-redirect-location", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Metadata, "x-amz-meta-", "X-amz-meta-", Metadata), .location = BS_LOCATION_HEADERS},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(StorageClass, "x-amz-storage-class", "X-amz-storage-class", StorageClass),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ReplicationStatus, "x-amz-replication-status", "X-amz-replication-status",
     ReplicationStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(PartsCount, "x-amz-mp-parts-count", "X-amz-mp-parts-count", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(TagCount, "x-amz-tagging-count", "X-amz-tagging-count", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockMode, "x-amz-object-lock-mode", "X-amz-object-lock-mode",
     ObjectLockMode), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockRetainUntilDate, "x-amz-object-lock-retain-until-date",
     "X-amz-object-lock-retain-until-date", ObjectLockRetainUntilDate),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockLegalHoldStatus, "x-amz-object-lock-legal-hold",
     "X-amz-object-lock-legal-hold", ObjectLockLegalHoldStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumType, "x-amz-checksum-type", "X-amz-checksum-type", ChecksumType),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(IfMatch, "If-Match", "If-Match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfModifiedSince, "If-Modified-Since", "If-Modified-Since", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfNoneMatch, "If-None-Match", "If-None-Match", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfUnmodifiedSince, "If-Unmodified-Since", "If-Unmodified-Since", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Range, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ResponseCacheControl, "response-cache-control", "Response-cache-control", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentDisposition, "response-content-disposition",
     "Response-content-disposition", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentEncoding, "response-content-encoding", "Response-content-encoding",
     String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentLanguage, "response-content-language", "Response-content-language",
     String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentType, "response-content-type", "Response-content-type", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseExpires, "response-expires", "Response-expires", ResponseExpires),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(PartNumber, "partNumber", "PartNumber", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumMode, "x-amz-checksum-mode", "X-amz-checksum-mode", ChecksumMode),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectRetentionOutput[] = {
    {MEMBER(Retention, ObjectLockRetention)},
};

static const struct bs_shape_member
    members_GetObjectRetentionRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetObjectTaggingOutput[] = {
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(TagSet, TagSet), .is_required = true},
};

static const struct bs_shape_member
    members_GetObjectTaggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GetPublicAccessBlockOutput[] = {
    {MEMBER(PublicAccessBlockConfiguration, PublicAccessBlockConfiguration)},
};

static const struct bs_shape_member
    members_GetPublicAccessBlockRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_GlacierJobParameters[] = {
    {MEMBER(Tier, Tier), .is_required = true},
};

static const struct bs_shape_member
    members_Grant[] = {
    {MEMBER(Grantee, Grantee), .xml_namespace = "http://www.w3.org/2001/XMLSchema-instance"},
    {MEMBER(Permission, Permission)},
};

static const struct bs_shape_member
    members_Grantee[] = {
    {MEMBER(DisplayName, String)},
    {MEMBER(EmailAddress, String)},
    {MEMBER(ID, String)},
    {MEMBER_AS(Type, "xsi:type", "Xsi:type", Type), .is_required = true, .is_attribute = true},
    {MEMBER(URI, String)},
};

static const struct bs_shape_member
    members_Grants[] = {
    {MEMBER_AS(member, "Grant", "Grant", Grant)},
};

static const struct bs_shape_member
    members_HeadBucketOutput[] = {
    {MEMBER_AS(BucketRegion, "x-amz-bucket-region", "X-amz-bucket-region", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(AccessPointAlias, "x-amz-access-point-alias", "X-amz-access-point-alias", Boolean),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_HeadBucketRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_HeadObjectOutput[] = {
    {MEMBER_AS(DeleteMarker, "x-amz-delete-marker", "X-amz-delete-marker", Boolean),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(AcceptRanges, "accept-ranges", "Accept-ranges", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Expiration, "x-amz-expiration", "X-amz-expiration", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Restore, "x-amz-restore", "X-amz-restore", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ArchiveStatus, "x-amz-archive-status", "X-amz-archive-status", ArchiveStatus),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(LastModified, "Last-Modified", "Last-Modified", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLength, "Content-Length", "Content-Length", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ETag, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(MissingMeta, "x-amz-missing-meta", "X-amz-missing-meta", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CacheControl, "Cache-Control", "Cache-Control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentDisposition, "Content-Disposition", "Content-Disposition", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentEncoding, "Content-Encoding", "Content-Encoding", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLanguage, "Content-Language", "Content-Language", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentType, "Content-Type", "Content-Type", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Expires, Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(WebsiteRedirectLocation, "x-amz-website-redirect-location",
     "X-amz-website-redirect-location", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Metadata, "x-amz-meta-", "X-amz-meta-", Metadata), .location = BS_LOCATION_HEADERS},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(StorageClass, "x-amz-storage-class", "X-amz-storage-class", StorageClass),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ReplicationStatus, "x-amz-replication-status", "X-amz-replication-status",
     ReplicationStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(PartsCount, "x-amz-mp-parts-count", "X-amz-mp-parts-count", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockMode, "x-amz-object-lock-mode", "X-amz-object-lock-mode",
     ObjectLockMode), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockRetainUntilDate, "x-amz-object-lock-retain-until-date",
     "X-amz-object-lock-retain-until-date", ObjectLockRetainUntilDate),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockLegalHoldStatus, "x-amz-object-lock-legal-hold",
     "X-amz-object-lock-legal-hold", ObjectLockLegalHoldStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumType, "x-amz-checksum-type", "X-amz-checksum-type", ChecksumType),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentRange, "Content-Range", "Content-Range", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(TagCount, "x-amz-tagging-count", "X-amz-tagging-count", Integer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_HeadObjectRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(IfMatch, "If-Match", "If-Match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfModifiedSince, "If-Modified-Since", "If-Modified-Since", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfNoneMatch, "If-None-Match", "If-None-Match", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfUnmodifiedSince, "If-Unmodified-Since", "If-Unmodified-Since", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Range, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(PartNumber, "partNumber", "PartNumber", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumMode, "x-amz-checksum-mode", "X-amz-checksum-mode", ChecksumMode),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ResponseCacheControl, "response-cache-control", "Response-cache-control", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentDisposition, "response-content-disposition",
     "Response-content-disposition", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentEncoding, "response-content-encoding", "Response-content-encoding",
     String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentLanguage, "response-content-language", "Response-content-language",
     String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseContentType, "response-content-type", "Response-content-type", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ResponseExpires, "response-expires", "Response-expires", ResponseExpires),
     .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_IndexDocument[] = {
    {MEMBER(Suffix, String), .is_required = true},
};

static const struct bs_shape_member
    members_Initiator[] = {
    {MEMBER(ID, String)},
    {MEMBER(DisplayName, String)},
};

static const struct bs_shape_member
    members_InputSerialization[] = {
    {MEMBER(CSV, CSVInput)},
    {MEMBER(CompressionType, CompressionType)},
    {MEMBER(JSON, JSONInput)},
    {MEMBER(Parquet, ParquetInput)},
};

static const struct bs_shape_member
    members_InvalidObjectState[] = {
    {MEMBER(StorageClass, StorageClass)},
    {MEMBER(AccessTier, IntelligentTieringAccessTier)},
};

static const struct bs_shape_member
    members_JSONInput[] = {
    {MEMBER(Type, JSONType)},
};

static const struct bs_shape_member
    members_JSONOutput[] = {
    {MEMBER(RecordDelimiter, String)},
};

static const struct bs_shape_member
    members_LambdaFunctionConfiguration[] = {
    {MEMBER(Id, String)},
    {MEMBER_AS(LambdaFunctionArn, "CloudFunction", "CloudFunction", String), .is_required = true},
    {MEMBER_AS(Events, "Event", "Event", EventList), .is_required = true},
    {MEMBER(Filter, NotificationConfigurationFilter)},
};

static const struct bs_shape_member
    members_LambdaFunctionConfigurationList[] = {
    {MEMBER(member, LambdaFunctionConfiguration)},
};

static const struct bs_shape_member
    members_LifecycleExpiration[] = {
    {MEMBER(Date, Date)},
    {MEMBER(Days, Integer)},
    {MEMBER(ExpiredObjectDeleteMarker, Boolean)},
};

static const struct bs_shape_member
    members_LifecycleRule[] = {
    {MEMBER(Expiration, LifecycleExpiration)},
    {MEMBER(ID, String)},
    {MEMBER(Prefix, String)},
    {MEMBER(Filter, LifecycleRuleFilter)},
    {MEMBER(Status, ExpirationStatus), .is_required = true},
    {MEMBER_AS(Transitions, "Transition", "Transition", TransitionList)},
    {MEMBER_AS(NoncurrentVersionTransitions, "NoncurrentVersionTransition",
     "NoncurrentVersionTransition", NoncurrentVersionTransitionList)},
    {MEMBER(NoncurrentVersionExpiration, NoncurrentVersionExpiration)},
    {MEMBER(AbortIncompleteMultipartUpload, AbortIncompleteMultipartUpload)},
};

static const struct bs_shape_member
    members_LifecycleRuleAndOperator[] = {
    {MEMBER(Prefix, String)},
    {MEMBER_AS(Tags, "Tag", "Tag", TagSet), .is_flattened = true},
    {MEMBER(ObjectSizeGreaterThan, Integer)},
    {MEMBER(ObjectSizeLessThan, Integer)},
};

static const struct bs_shape_member
    members_LifecycleRuleFilter[] = {
    {MEMBER(Prefix, String)},
    {MEMBER(Tag, Tag)},
    {MEMBER(ObjectSizeGreaterThan, Integer)},
    {MEMBER(ObjectSizeLessThan, Integer)},
    {MEMBER(And, LifecycleRuleAndOperator)},
};

static const struct bs_shape_member
    members_LifecycleRules[] = {
    {MEMBER(member, LifecycleRule)},
};

static const struct bs_shape_member
    members_ListBucketMetricsConfigurationsOutput[] = {
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER(ContinuationToken, String)},
    {MEMBER(NextContinuationToken, String)},
    {MEMBER_AS(MetricsConfigurationList, "MetricsConfiguration", "MetricsConfiguration",
     MetricsConfigurationList)},
};

static const struct bs_shape_member
    members_ListBucketMetricsConfigurationsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContinuationToken, "continuation-token", "Continuation-token", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_ListBucketsOutput[] = {
    {MEMBER(Buckets, Buckets)},
    {MEMBER(Owner, Owner)},
    {MEMBER(ContinuationToken, String)},
    {MEMBER(Prefix, String)},
};

static const struct bs_shape_member
    members_ListBucketsRequest[] = {
    {MEMBER_AS(MaxBuckets, "max-buckets", "Max-buckets", MaxBuckets),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ContinuationToken, "continuation-token", "Continuation-token", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(Prefix, "prefix", "Prefix", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(BucketRegion, "bucket-region", "Bucket-region", String),
     .location = BS_LOCATION_QUERY},
};

static const struct bs_shape_member
    members_ListMultipartUploadsOutput[] = {
    {MEMBER(Bucket, String)},
    {MEMBER(KeyMarker, String)},
    {MEMBER(UploadIdMarker, String)},
    {MEMBER(NextKeyMarker, String)},
    {MEMBER(Prefix, String)},
    {MEMBER(Delimiter, String)},
    {MEMBER(NextUploadIdMarker, String)},
    {MEMBER(MaxUploads, Integer)},
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER_AS(Uploads, "Upload", "Upload", MultipartUploadList)},
    {MEMBER(CommonPrefixes, CommonPrefixList)},
    {MEMBER(EncodingType, EncodingType)},
};

static const struct bs_shape_member
    members_ListMultipartUploadsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Delimiter, "delimiter", "Delimiter", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(EncodingType, "encoding-type", "Encoding-type", EncodingType),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(KeyMarker, "key-marker", "Key-marker", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxUploads, "max-uploads", "Max-uploads", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(Prefix, "prefix", "Prefix", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(UploadIdMarker, "upload-id-marker", "Upload-id-marker", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_ListObjectVersionsOutput[] = {
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER(KeyMarker, String)},
    {MEMBER(VersionIdMarker, String)},
    {MEMBER(NextKeyMarker, String)},
    {MEMBER(NextVersionIdMarker, String)},
    {MEMBER_AS(Versions, "Version", "Version", ObjectVersionList)},
    {MEMBER_AS(DeleteMarkers, "DeleteMarker", "DeleteMarker", DeleteMarkers)},
    {MEMBER(Name, String)},
    {MEMBER(Prefix, String)},
    {MEMBER(Delimiter, String)},
    {MEMBER(MaxKeys, Integer)},
    {MEMBER(CommonPrefixes, CommonPrefixList)},
    {MEMBER(EncodingType, EncodingType)},
};

static const struct bs_shape_member
    members_ListObjectVersionsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Delimiter, "delimiter", "Delimiter", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(EncodingType, "encoding-type", "Encoding-type", EncodingType),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(KeyMarker, "key-marker", "Key-marker", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxKeys, "max-keys", "Max-keys", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(Prefix, "prefix", "Prefix", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(VersionIdMarker, "version-id-marker", "Version-id-marker", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(OptionalObjectAttributes, "x-amz-optional-object-attributes",
     "X-amz-optional-object-attributes", OptionalObjectAttributesList),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_ListObjectsOutput[] = {
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER(Marker, String)},
    {MEMBER(NextMarker, String)},
    {MEMBER(Contents, ObjectList)},
    {MEMBER(Name, String)},
    {MEMBER(Prefix, String)},
    {MEMBER(Delimiter, String)},
    {MEMBER(MaxKeys, Integer)},
    {MEMBER(CommonPrefixes, CommonPrefixList)},
    {MEMBER(EncodingType, EncodingType)},
};

static const struct bs_shape_member
    members_ListObjectsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Delimiter, "delimiter", "Delimiter", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(EncodingType, "encoding-type", "Encoding-type", EncodingType),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(Marker, "marker", "Marker", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxKeys, "max-keys", "Max-keys", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(Prefix, "prefix", "Prefix", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(OptionalObjectAttributes, "x-amz-optional-object-attributes",
     "X-amz-optional-object-attributes", OptionalObjectAttributesList),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_ListObjectsV2Output[] = {
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER(Contents, ObjectList)},
    {MEMBER(Name, String)},
    {MEMBER(Prefix, String)},
    {MEMBER(Delimiter, String)},
    {MEMBER(MaxKeys, Integer)},
    {MEMBER(CommonPrefixes, CommonPrefixList)},
    {MEMBER(EncodingType, EncodingType)},
    {MEMBER(KeyCount, Integer)},
    {MEMBER(ContinuationToken, String)},
    {MEMBER(NextContinuationToken, String)},
    {MEMBER(StartAfter, String)},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_ListObjectsV2Request[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Delimiter, "delimiter", "Delimiter", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(EncodingType, "encoding-type", "Encoding-type", EncodingType),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(MaxKeys, "max-keys", "Max-keys", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(Prefix, "prefix", "Prefix", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ContinuationToken, "continuation-token", "Continuation-token", String),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(FetchOwner, "fetch-owner", "Fetch-owner", Boolean), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(StartAfter, "start-after", "Start-after", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(OptionalObjectAttributes, "x-amz-optional-object-attributes",
     "X-amz-optional-object-attributes", OptionalObjectAttributesList),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_ListPartsOutput[] = {
    {MEMBER_AS(AbortDate, "x-amz-abort-date", "X-amz-abort-date", Timestamp),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(AbortRuleId, "x-amz-abort-rule-id", "X-amz-abort-rule-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Bucket, String)},
    {MEMBER(Key, ObjectKey)},
    {MEMBER(UploadId, String)},
    {MEMBER(PartNumberMarker, Integer)},
    {MEMBER(NextPartNumberMarker, Integer)},
    {MEMBER(MaxParts, Integer)},
    {MEMBER(IsTruncated, Boolean)},
    {MEMBER_AS(Parts, "Part", "Part", Parts)},
    {MEMBER(Initiator, Initiator)},
    {MEMBER(Owner, Owner)},
    {MEMBER(StorageClass, StorageClass)},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ChecksumAlgorithm, ChecksumAlgorithm)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_ListPartsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(MaxParts, "max-parts", "Max-parts", Integer), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(PartNumberMarker, "part-number-marker", "Part-number-marker", Integer),
     .location = BS_LOCATION_QUERY},
    {MEMBER_AS(UploadId, "uploadId", "UploadId", String), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_LoggingEnabled[] = {
    {MEMBER(TargetBucket, String), .is_required = true},
    {MEMBER(TargetGrants, TargetGrants)},
    {MEMBER(TargetPrefix, String), .is_required = true},
    {MEMBER(TargetObjectKeyFormat, TargetObjectKeyFormat)},
};

static const struct bs_shape_member
    members_Metadata[] = {
    {MEMBER(key, String)},
    {MEMBER(value, String)},
};

static const struct bs_shape_member
    members_MetadataEntry[] = {
    {MEMBER(Name, String)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_Metrics[] = {
    {MEMBER(Status, MetricsStatus), .is_required = true},
    {MEMBER(EventThreshold, ReplicationTimeValue)},
};

static const struct bs_shape_member
    members_MetricsAndOperator[] = {
    {MEMBER(Prefix, String)},
    {MEMBER_AS(Tags, "Tag", "Tag", TagSet), .is_flattened = true},
    {MEMBER(AccessPointArn, String)},
};

static const struct bs_shape_member
    members_MetricsConfiguration[] = {
    {MEMBER(Id, String), .is_required = true},
    {MEMBER(Filter, MetricsFilter)},
};

static const struct bs_shape_member
    members_MetricsConfigurationList[] = {
    {MEMBER(member, MetricsConfiguration)},
};

static const struct bs_shape_member
    members_MetricsFilter[] = {
    {MEMBER(Prefix, String)},
    {MEMBER(Tag, Tag)},
    {MEMBER(AccessPointArn, String)},
    {MEMBER(And, MetricsAndOperator)},
};

static const struct bs_shape_member
    members_MultipartUpload[] = {
    {MEMBER(UploadId, String)},
    {MEMBER(Key, ObjectKey)},
    {MEMBER(Initiated, Timestamp)},
    {MEMBER(StorageClass, StorageClass)},
    {MEMBER(Owner, Owner)},
    {MEMBER(Initiator, Initiator)},
    {MEMBER(ChecksumAlgorithm, ChecksumAlgorithm)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_MultipartUploadList[] = {
    {MEMBER(member, MultipartUpload)},
};

static const struct bs_shape_member
    members_NoncurrentVersionExpiration[] = {
    {MEMBER(NoncurrentDays, Integer)},
    {MEMBER(NewerNoncurrentVersions, Integer)},
};

static const struct bs_shape_member
    members_NoncurrentVersionTransition[] = {
    {MEMBER(NoncurrentDays, Integer)},
    {MEMBER(StorageClass, TransitionStorageClass)},
    {MEMBER(NewerNoncurrentVersions, Integer)},
};

static const struct bs_shape_member
    members_NoncurrentVersionTransitionList[] = {
    {MEMBER(member, NoncurrentVersionTransition)},
};

static const struct bs_shape_member
    members_NotificationConfiguration[] = {
    {MEMBER_AS(TopicConfigurations, "TopicConfiguration", "TopicConfiguration",
     TopicConfigurationList)},
    {MEMBER_AS(QueueConfigurations, "QueueConfiguration", "QueueConfiguration",
     QueueConfigurationList)},
    {MEMBER_AS(LambdaFunctionConfigurations, "CloudFunctionConfiguration",
     "CloudFunctionConfiguration", LambdaFunctionConfigurationList)},
    {MEMBER(EventBridgeConfiguration, EventBridgeConfiguration)},
};

static const struct bs_shape_member
    members_NotificationConfigurationFilter[] = {
    {MEMBER_AS(Key, "S3Key", "S3Key", S3KeyFilter)},
};

static const struct bs_shape_member
    members_Object[] = {
    {MEMBER(Key, ObjectKey)},
    {MEMBER(LastModified, Timestamp)},
    {MEMBER(ETag, String)},
    {MEMBER(ChecksumAlgorithm, ChecksumAlgorithmList)},
    {MEMBER(Size, Integer)},
    {MEMBER(StorageClass, ObjectStorageClass)},
    {MEMBER(Owner, Owner)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_ObjectAttributesList[] = {
    {MEMBER(member, ObjectAttributes)},
};

static const struct bs_shape_member
    members_ObjectIdentifier[] = {
    {MEMBER(Key, ObjectKey), .is_required = true},
    {MEMBER(VersionId, String)},
    {MEMBER(ETag, String)},
    {MEMBER(LastModifiedTime, LastModifiedTime)},
    {MEMBER(Size, Integer)},
};

static const struct bs_shape_member
    members_ObjectIdentifierList[] = {
    {MEMBER(member, ObjectIdentifier)},
};

static const struct bs_shape_member
    members_ObjectList[] = {
    {MEMBER(member, Object)},
};

static const struct bs_shape_member
    members_ObjectLockConfiguration[] = {
    {MEMBER(ObjectLockEnabled, ObjectLockEnabled)},
    {MEMBER(Rule, ObjectLockRule)},
};

static const struct bs_shape_member
    members_ObjectLockLegalHold[] = {
    {MEMBER(Status, ObjectLockLegalHoldStatus)},
};

static const struct bs_shape_member
    members_ObjectLockRetention[] = {
    {MEMBER(Mode, ObjectLockRetentionMode)},
    {MEMBER(RetainUntilDate, Date)},
};

static const struct bs_shape_member
    members_ObjectLockRule[] = {
    {MEMBER(DefaultRetention, DefaultRetention)},
};

static const struct bs_shape_member
    members_ObjectPart[] = {
    {MEMBER(PartNumber, Integer)},
    {MEMBER(Size, Integer)},
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER(ChecksumCRC64NVME, String)},
};

static const struct bs_shape_member
    members_ObjectVersion[] = {
    {MEMBER(ETag, String)},
    {MEMBER(ChecksumAlgorithm, ChecksumAlgorithmList)},
    {MEMBER(Size, Integer)},
    {MEMBER(StorageClass, ObjectVersionStorageClass)},
    {MEMBER(Key, ObjectKey)},
    {MEMBER(VersionId, String)},
    {MEMBER(IsLatest, Boolean)},
    {MEMBER(LastModified, Timestamp)},
    {MEMBER(Owner, Owner)},
    {MEMBER(ChecksumType, ChecksumType)},
};

static const struct bs_shape_member
    members_ObjectVersionList[] = {
    {MEMBER(member, ObjectVersion)},
};

static const struct bs_shape_member
    members_OptionalObjectAttributesList[] = {
    {MEMBER(member, OptionalObjectAttributes)},
};

static const struct bs_shape_member
    members_OutputLocation[] = {
    {MEMBER(S3, S3Location)},
};

static const struct bs_shape_member
    members_OutputSerialization[] = {
    {MEMBER(CSV, CSVOutput)},
    {MEMBER(JSON, JSONOutput)},
};

static const struct bs_shape_member
    members_Owner[] = {
    {MEMBER(DisplayName, String)},
    {MEMBER(ID, String)},
};

static const struct bs_shape_member
    members_OwnershipControls[] = {
    {MEMBER_AS(Rules, "Rule", "Rule", OwnershipControlsRules), .is_required = true},
};

static const struct bs_shape_member
    members_OwnershipControlsRule[] = {
    {MEMBER(ObjectOwnership, ObjectOwnership), .is_required = true},
};

static const struct bs_shape_member
    members_OwnershipControlsRules[] = {
    {MEMBER(member, OwnershipControlsRule)},
};

static const struct bs_shape_member
    members_Part[] = {
    {MEMBER(PartNumber, Integer)},
    {MEMBER(LastModified, Timestamp)},
    {MEMBER(ETag, String)},
    {MEMBER(Size, Integer)},
    {MEMBER(ChecksumCRC32, String)},
    {MEMBER(ChecksumCRC32C, String)},
    {MEMBER(ChecksumSHA1, String)},
    {MEMBER(ChecksumSHA256, String)},
    {MEMBER(ChecksumCRC64NVME, String)},
};

static const struct bs_shape_member
    members_PartitionedPrefix[] = {
    {MEMBER(PartitionDateSource, PartitionDateSource)},
};

static const struct bs_shape_member
    members_Parts[] = {
    {MEMBER(member, Part)},
};

static const struct bs_shape_member
    members_PartsList[] = {
    {MEMBER(member, ObjectPart)},
};

static const struct bs_shape_member
    members_PermanentRedirect[] = {
    {MEMBER(Endpoint, String)},
    {MEMBER(Bucket, String)},
    {MEMBER_AS(BucketRegion, "x-amz-bucket-region", "X-amz-bucket-region", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PolicyStatus[] = {
    {MEMBER(IsPublic, Boolean)},
};

static const struct bs_shape_member
    members_PublicAccessBlockConfiguration[] = {
    {MEMBER(BlockPublicAcls, Boolean)},
    {MEMBER(IgnorePublicAcls, Boolean)},
    {MEMBER(BlockPublicPolicy, Boolean)},
    {MEMBER(RestrictPublicBuckets, Boolean)},
};

static const struct bs_shape_member
    members_PutBucketAccelerateConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(AccelerateConfiguration, AccelerateConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketAclRequest[] = {
    {MEMBER_AS(ACL, "x-amz-acl", "X-amz-acl", BucketCannedACL), .location = BS_LOCATION_HEADER},
    {MEMBER(AccessControlPolicy, AccessControlPolicy),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantFullControl, "x-amz-grant-full-control", "X-amz-grant-full-control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantRead, "x-amz-grant-read", "X-amz-grant-read", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantReadACP, "x-amz-grant-read-acp", "X-amz-grant-read-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWrite, "x-amz-grant-write", "X-amz-grant-write", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWriteACP, "x-amz-grant-write-acp", "X-amz-grant-write-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketCorsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(CORSConfiguration, CORSConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketEncryptionRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(ServerSideEncryptionConfiguration, ServerSideEncryptionConfiguration),
     .is_required = true, .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketLifecycleConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(LifecycleConfiguration, BucketLifecycleConfiguration),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(TransitionDefaultMinimumObjectSize, "x-amz-transition-default-minimum-object-size",
     "X-amz-transition-default-minimum-object-size", TransitionDefaultMinimumObjectSize),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketLoggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(BucketLoggingStatus, BucketLoggingStatus), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketMetricsConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Id, "id", "Id", String), .location = BS_LOCATION_QUERY, .is_required = true},
    {MEMBER(MetricsConfiguration, MetricsConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketNotificationConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(NotificationConfiguration, NotificationConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SkipDestinationValidation, "x-amz-skip-destination-validation",
     "X-amz-skip-destination-validation", Boolean), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketOwnershipControlsRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER(OwnershipControls, OwnershipControls), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketPolicyRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ConfirmRemoveSelfBucketAccess, "x-amz-confirm-remove-self-bucket-access",
     "X-amz-confirm-remove-self-bucket-access", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER(Policy, String), .is_required = true},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketReplicationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(ReplicationConfiguration, ReplicationConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(Token, "x-amz-bucket-object-lock-token", "X-amz-bucket-object-lock-token", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketRequestPaymentRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(RequestPaymentConfiguration, RequestPaymentConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketTaggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(Tagging, Tagging), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketVersioningRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(MFA, "x-amz-mfa", "X-amz-mfa", String), .location = BS_LOCATION_HEADER},
    {MEMBER(VersioningConfiguration, VersioningConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutBucketWebsiteRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(WebsiteConfiguration, WebsiteConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectAclOutput[] = {
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectAclRequest[] = {
    {MEMBER_AS(ACL, "x-amz-acl", "X-amz-acl", ObjectCannedACL), .location = BS_LOCATION_HEADER},
    {MEMBER(AccessControlPolicy, AccessControlPolicy),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantFullControl, "x-amz-grant-full-control", "X-amz-grant-full-control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantRead, "x-amz-grant-read", "X-amz-grant-read", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantReadACP, "x-amz-grant-read-acp", "X-amz-grant-read-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWrite, "x-amz-grant-write", "X-amz-grant-write", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWriteACP, "x-amz-grant-write-acp", "X-amz-grant-write-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectLegalHoldOutput[] = {
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectLegalHoldRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(LegalHold, ObjectLockLegalHold),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectLockConfigurationOutput[] = {
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectLockConfigurationRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(ObjectLockConfiguration, ObjectLockConfiguration),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Token, "x-amz-bucket-object-lock-token", "X-amz-bucket-object-lock-token", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectOutput[] = {
    {MEMBER_AS(Expiration, "x-amz-expiration", "X-amz-expiration", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(ETag, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSEncryptionContext, "x-amz-server-side-encryption-context",
     "X-amz-server-side-encryption-context", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumType, "x-amz-checksum-type", "X-amz-checksum-type", ChecksumType),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Size, "x-amz-object-size", "X-amz-object-size", Integer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectRequest[] = {
    {MEMBER_AS(ACL, "x-amz-acl", "X-amz-acl", ObjectCannedACL), .location = BS_LOCATION_HEADER},
    {MEMBER(Body, BodyStream)},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(CacheControl, "Cache-Control", "Cache-Control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentDisposition, "Content-Disposition", "Content-Disposition", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentEncoding, "Content-Encoding", "Content-Encoding", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLanguage, "Content-Language", "Content-Language", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentLength, "Content-Length", "Content-Length", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentType, "Content-Type", "Content-Type", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Expires, Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantFullControl, "x-amz-grant-full-control", "X-amz-grant-full-control", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantRead, "x-amz-grant-read", "X-amz-grant-read", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantReadACP, "x-amz-grant-read-acp", "X-amz-grant-read-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(GrantWriteACP, "x-amz-grant-write-acp", "X-amz-grant-write-acp", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(Metadata, "x-amz-meta-", "X-amz-meta-", Metadata), .location = BS_LOCATION_HEADERS},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(StorageClass, "x-amz-storage-class", "X-amz-storage-class", StorageClass),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(WebsiteRedirectLocation, "x-amz-website-redirect-location",
     "X-amz-website-redirect-location", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSEncryptionContext, "x-amz-server-side-encryption-context",
     "X-amz-server-side-encryption-context", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(Tagging, "x-amz-tagging", "X-amz-tagging", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockMode, "x-amz-object-lock-mode", "X-amz-object-lock-mode",
     ObjectLockMode), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockRetainUntilDate, "x-amz-object-lock-retain-until-date",
     "X-amz-object-lock-retain-until-date", ObjectLockRetainUntilDate),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ObjectLockLegalHoldStatus, "x-amz-object-lock-legal-hold",
     "X-amz-object-lock-legal-hold", ObjectLockLegalHoldStatus), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfMatch, "If-Match", "If-Match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(IfNoneMatch, "If-None-Match", "If-None-Match", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectRetentionOutput[] = {
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectRetentionRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Retention, ObjectLockRetention),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(BypassGovernanceRetention, "x-amz-bypass-governance-retention",
     "X-amz-bypass-governance-retention", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectTaggingOutput[] = {
    {MEMBER_AS(VersionId, "x-amz-version-id", "X-amz-version-id", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutObjectTaggingRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(Tagging, Tagging), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_PutPublicAccessBlockRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER(PublicAccessBlockConfiguration, PublicAccessBlockConfiguration), .is_required = true,
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_QueueConfiguration[] = {
    {MEMBER(Id, String)},
    {MEMBER_AS(QueueArn, "Queue", "Queue", String), .is_required = true},
    {MEMBER_AS(Events, "Event", "Event", EventList), .is_required = true},
    {MEMBER(Filter, NotificationConfigurationFilter)},
};

static const struct bs_shape_member
    members_QueueConfigurationList[] = {
    {MEMBER(member, QueueConfiguration)},
};

static const struct bs_shape_member
    members_Redirect[] = {
    {MEMBER(HostName, String)},
    {MEMBER(HttpRedirectCode, String)},
    {MEMBER(Protocol, Protocol)},
    {MEMBER(ReplaceKeyPrefixWith, String)},
    {MEMBER(ReplaceKeyWith, String)},
};

static const struct bs_shape_member
    members_RedirectAllRequestsTo[] = {
    {MEMBER(HostName, String), .is_required = true},
    {MEMBER(Protocol, Protocol)},
};

static const struct bs_shape_member
    members_ReplicaModifications[] = {
    {MEMBER(Status, ReplicaModificationsStatus), .is_required = true},
};

static const struct bs_shape_member
    members_ReplicationConfiguration[] = {
    {MEMBER(Role, String), .is_required = true},
    {MEMBER_AS(Rules, "Rule", "Rule", ReplicationRules), .is_required = true},
};

static const struct bs_shape_member
    members_ReplicationRule[] = {
    {MEMBER(ID, String)},
    {MEMBER(Priority, Integer)},
    {MEMBER(Prefix, String)},
    {MEMBER(Filter, ReplicationRuleFilter)},
    {MEMBER(Status, ReplicationRuleStatus), .is_required = true},
    {MEMBER(SourceSelectionCriteria, SourceSelectionCriteria)},
    {MEMBER(ExistingObjectReplication, ExistingObjectReplication)},
    {MEMBER(Destination, Destination), .is_required = true},
    {MEMBER(DeleteMarkerReplication, DeleteMarkerReplication)},
};

static const struct bs_shape_member
    members_ReplicationRuleAndOperator[] = {
    {MEMBER(Prefix, String)},
    {MEMBER_AS(Tags, "Tag", "Tag", TagSet), .is_flattened = true},
};

static const struct bs_shape_member
    members_ReplicationRuleFilter[] = {
    {MEMBER(Prefix, String)},
    {MEMBER(Tag, Tag)},
    {MEMBER(And, ReplicationRuleAndOperator)},
};

static const struct bs_shape_member
    members_ReplicationRules[] = {
    {MEMBER(member, ReplicationRule)},
};

static const struct bs_shape_member
    members_ReplicationTime[] = {
    {MEMBER(Status, ReplicationTimeStatus), .is_required = true},
    {MEMBER(Time, ReplicationTimeValue), .is_required = true},
};

static const struct bs_shape_member
    members_ReplicationTimeValue[] = {
    {MEMBER(Minutes, Integer)},
};

static const struct bs_shape_member
    members_RequestPaymentConfiguration[] = {
    {MEMBER(Payer, Payer), .is_required = true},
};

static const struct bs_shape_member
    members_RestoreObjectOutput[] = {
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RestoreOutputPath, "x-amz-restore-output-path", "X-amz-restore-output-path",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_RestoreObjectRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(VersionId, "versionId", "VersionId", String), .location = BS_LOCATION_QUERY},
    {MEMBER(RestoreRequest, RestoreRequest),
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_RestoreRequest[] = {
    {MEMBER(Days, Integer)},
    {MEMBER(GlacierJobParameters, GlacierJobParameters)},
    {MEMBER(Type, RestoreRequestType)},
    {MEMBER(Tier, Tier)},
    {MEMBER(Description, String)},
    {MEMBER(SelectParameters, SelectParameters)},
    {MEMBER(OutputLocation, OutputLocation)},
};

static const struct bs_shape_member
    members_RoutingRule[] = {
    {MEMBER(Condition, Condition)},
    {MEMBER(Redirect, Redirect), .is_required = true},
};

static const struct bs_shape_member
    members_RoutingRules[] = {
    {MEMBER_AS(member, "RoutingRule", "RoutingRule", RoutingRule)},
};

static const struct bs_shape_member
    members_S3KeyFilter[] = {
    {MEMBER_AS(FilterRules, "FilterRule", "FilterRule", FilterRuleList)},
};

static const struct bs_shape_member
    members_S3Location[] = {
    {MEMBER(BucketName, String), .is_required = true},
    {MEMBER(Prefix, String), .is_required = true},
    {MEMBER(Encryption, Encryption)},
    {MEMBER(CannedACL, ObjectCannedACL)},
    {MEMBER(AccessControlList, Grants)},
    {MEMBER(Tagging, Tagging)},
    {MEMBER(UserMetadata, UserMetadata)},
    {MEMBER(StorageClass, StorageClass)},
};

static const struct bs_shape_member
    members_SelectParameters[] = {
    {MEMBER(InputSerialization, InputSerialization), .is_required = true},
    {MEMBER(ExpressionType, ExpressionType), .is_required = true},
    {MEMBER(Expression, String), .is_required = true},
    {MEMBER(OutputSerialization, OutputSerialization), .is_required = true},
};

static const struct bs_shape_member
    members_ServerSideEncryptionByDefault[] = {
    {MEMBER(SSEAlgorithm, ServerSideEncryption), .is_required = true},
    {MEMBER(KMSMasterKeyID, String)},
};

static const struct bs_shape_member
    members_ServerSideEncryptionConfiguration[] = {
    {MEMBER_AS(Rules, "Rule", "Rule", ServerSideEncryptionRules), .is_required = true},
};

static const struct bs_shape_member
    members_ServerSideEncryptionRule[] = {
    {MEMBER(ApplyServerSideEncryptionByDefault, ServerSideEncryptionByDefault)},
    {MEMBER(BucketKeyEnabled, Boolean)},
};

static const struct bs_shape_member
    members_ServerSideEncryptionRules[] = {
    {MEMBER(member, ServerSideEncryptionRule)},
};

static const struct bs_shape_member
    members_SourceSelectionCriteria[] = {
    {MEMBER(SseKmsEncryptedObjects, SseKmsEncryptedObjects)},
    {MEMBER(ReplicaModifications, ReplicaModifications)},
};

static const struct bs_shape_member
    members_SseKmsEncryptedObjects[] = {
    {MEMBER(Status, SseKmsEncryptedObjectsStatus), .is_required = true},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, ObjectKey), .is_required = true},
    {MEMBER(Value, String), .is_required = true},
};

static const struct bs_shape_member
    members_TagSet[] = {
    {MEMBER_AS(member, "Tag", "Tag", Tag)},
};

static const struct bs_shape_member
    members_Tagging[] = {
    {MEMBER(TagSet, TagSet), .is_required = true},
};

static const struct bs_shape_member
    members_TargetGrant[] = {
    {MEMBER(Grantee, Grantee), .xml_namespace = "http://www.w3.org/2001/XMLSchema-instance"},
    {MEMBER(Permission, BucketLogsPermission)},
};

static const struct bs_shape_member
    members_TargetGrants[] = {
    {MEMBER_AS(member, "Grant", "Grant", TargetGrant)},
};

static const struct bs_shape_member
    members_TargetObjectKeyFormat[] = {
    {MEMBER(SimplePrefix, SimplePrefix)},
    {MEMBER(PartitionedPrefix, PartitionedPrefix)},
};

static const struct bs_shape_member
    members_TopicConfiguration[] = {
    {MEMBER(Id, String)},
    {MEMBER_AS(TopicArn, "Topic", "Topic", String), .is_required = true},
    {MEMBER_AS(Events, "Event", "Event", EventList), .is_required = true},
    {MEMBER(Filter, NotificationConfigurationFilter)},
};

static const struct bs_shape_member
    members_TopicConfigurationList[] = {
    {MEMBER(member, TopicConfiguration)},
};

static const struct bs_shape_member
    members_Transition[] = {
    {MEMBER(Date, Date)},
    {MEMBER(Days, Integer)},
    {MEMBER(StorageClass, TransitionStorageClass)},
};

static const struct bs_shape_member
    members_TransitionList[] = {
    {MEMBER(member, Transition)},
};

static const struct bs_shape_member
    members_UploadPartCopyOutput[] = {
    {MEMBER_AS(CopySourceVersionId, "x-amz-copy-source-version-id",
     "X-amz-copy-source-version-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER(CopyPartResult, CopyPartResult)},
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_UploadPartCopyRequest[] = {
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(CopySource, "x-amz-copy-source", "X-amz-copy-source", String),
     .location = BS_LOCATION_HEADER, .is_required = true},
    {MEMBER_AS(CopySourceIfMatch, "x-amz-copy-source-if-match", "X-amz-copy-source-if-match",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceIfModifiedSince, "x-amz-copy-source-if-modified-since",
     "X-amz-copy-source-if-modified-since", Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceIfNoneMatch, "x-amz-copy-source-if-none-match",
     "X-amz-copy-source-if-none-match", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceIfUnmodifiedSince, "x-amz-copy-source-if-unmodified-since",
     "X-amz-copy-source-if-unmodified-since", Timestamp), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceRange, "x-amz-copy-source-range", "X-amz-copy-source-range", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(PartNumber, "partNumber", "PartNumber", Integer), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(UploadId, "uploadId", "UploadId", String), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceSSECustomerAlgorithm,
     "x-amz-copy-source-server-side-encryption-customer-algorithm",
     "X-amz-copy-source-server-side-encryption-customer-algorithm", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceSSECustomerKey, "x-amz-copy-source-server-side-encryption-customer-key",
     "X-amz-copy-source-server-side-encryption-customer-key", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(CopySourceSSECustomerKeyMD5,
     "x-amz-copy-source-server-side-encryption-customer-key-MD5",
     "X-amz-copy-source-server-side-encryption-customer-key-MD5", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedSourceBucketOwner, "x-amz-source-expected-bucket-owner",
     "X-amz-source-expected-bucket-owner", String), .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_UploadPartOutput[] = {
    {MEMBER_AS(ServerSideEncryption, "x-amz-server-side-encryption",
     "X-amz-server-side-encryption", ServerSideEncryption), .location = BS_LOCATION_HEADER},
    {MEMBER(ETag, String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSEKMSKeyId, "x-amz-server-side-encryption-aws-kms-key-id",
     "X-amz-server-side-encryption-aws-kms-key-id", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(BucketKeyEnabled, "x-amz-server-side-encryption-bucket-key-enabled",
     "X-amz-server-side-encryption-bucket-key-enabled", Boolean), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestCharged, "x-amz-request-charged", "X-amz-request-charged", RequestCharged),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_UploadPartRequest[] = {
    {MEMBER(Body, BodyStream)},
    {MEMBER(Bucket, String), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(ContentLength, "Content-Length", "Content-Length", Integer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ContentMD5, "Content-MD5", "Content-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumAlgorithm, "x-amz-sdk-checksum-algorithm", "X-amz-sdk-checksum-algorithm",
     ChecksumAlgorithm), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32, "x-amz-checksum-crc32", "X-amz-checksum-crc32", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC32C, "x-amz-checksum-crc32c", "X-amz-checksum-crc32c", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA1, "x-amz-checksum-sha1", "X-amz-checksum-sha1", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumSHA256, "x-amz-checksum-sha256", "X-amz-checksum-sha256", String),
     .location = BS_LOCATION_HEADER},
    {MEMBER(Key, ObjectKey), .location = BS_LOCATION_URI, .is_required = true},
    {MEMBER_AS(PartNumber, "partNumber", "PartNumber", Integer), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(UploadId, "uploadId", "UploadId", String), .location = BS_LOCATION_QUERY,
     .is_required = true},
    {MEMBER_AS(SSECustomerAlgorithm, "x-amz-server-side-encryption-customer-algorithm",
     "X-amz-server-side-encryption-customer-algorithm", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKey, "x-amz-server-side-encryption-customer-key",
     "X-amz-server-side-encryption-customer-key", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(SSECustomerKeyMD5, "x-amz-server-side-encryption-customer-key-MD5",
     "X-amz-server-side-encryption-customer-key-MD5", String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(RequestPayer, "x-amz-request-payer", "X-amz-request-payer", RequestPayer),
     .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ExpectedBucketOwner, "x-amz-expected-bucket-owner", "X-amz-expected-bucket-owner",
     String), .location = BS_LOCATION_HEADER},
    {MEMBER_AS(ChecksumCRC64NVME, "x-amz-checksum-crc64nvme", "X-amz-checksum-crc64nvme", String),
     .location = BS_LOCATION_HEADER},
};

static const struct bs_shape_member
    members_UserMetadata[] = {
    {MEMBER_AS(member, "MetadataEntry", "MetadataEntry", MetadataEntry)},
};

static const struct bs_shape_member
    members_VersioningConfiguration[] = {
    {MEMBER_AS(MFADelete, "MfaDelete", "MfaDelete", MFADelete)},
    {MEMBER(Status, BucketVersioningStatus)},
};

static const struct bs_shape_member
    members_WebsiteConfiguration[] = {
    {MEMBER(ErrorDocument, ErrorDocument)},
    {MEMBER(IndexDocument, IndexDocument)},
    {MEMBER(RedirectAllRequestsTo, RedirectAllRequestsTo)},
    {MEMBER(RoutingRules, RoutingRules)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AbortIncompleteMultipartUpload, STRUCTURE)},
    COMPOUND(AbortMultipartUploadOutput, STRUCTURE)},
    COMPOUND(AbortMultipartUploadRequest, STRUCTURE)},
    COMPOUND(AccelerateConfiguration, STRUCTURE)},
    COMPOUND(AccessControlPolicy, STRUCTURE)},
    COMPOUND(AccessControlTranslation, STRUCTURE)},
    COMPOUND(AllowedHeaders, LIST), .is_flattened = true},
    COMPOUND(AllowedMethods, LIST), .is_flattened = true},
    COMPOUND(AllowedOrigins, LIST), .is_flattened = true},
    SCALAR(ArchiveStatus, STRING), WORDS(ArchiveStatus)},
    SCALAR(BodyStream, BLOB), .is_streaming = true},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(Bucket, STRUCTURE)},
    SCALAR(BucketAccelerateStatus, STRING), WORDS(BucketAccelerateStatus)},
    SCALAR(BucketCannedACL, STRING), WORDS(BucketCannedACL)},
    COMPOUND(BucketLifecycleConfiguration, STRUCTURE)},
    COMPOUND(BucketLoggingStatus, STRUCTURE)},
    SCALAR(BucketLogsPermission, STRING), WORDS(BucketLogsPermission)},
    SCALAR(BucketVersioningStatus, STRING), WORDS(BucketVersioningStatus)},
    COMPOUND(Buckets, LIST)},
    COMPOUND(CORSConfiguration, STRUCTURE)},
    COMPOUND(CORSRule, STRUCTURE)},
    COMPOUND(CORSRules, LIST), .is_flattened = true},
    COMPOUND(CSVInput, STRUCTURE)},
    COMPOUND(CSVOutput, STRUCTURE)},
    COMPOUND(Checksum, STRUCTURE)},
    SCALAR(ChecksumAlgorithm, STRING), WORDS(ChecksumAlgorithm)},
    COMPOUND(ChecksumAlgorithmList, LIST), .is_flattened = true},
    SCALAR(ChecksumMode, STRING), WORDS(ChecksumMode)},
    SCALAR(ChecksumType, STRING), WORDS(ChecksumType)},
    COMPOUND(CommonPrefix, STRUCTURE)},
    COMPOUND(CommonPrefixList, LIST), .is_flattened = true},
    COMPOUND(CompleteMultipartUploadOutput, STRUCTURE),
    .xml_name = "CompleteMultipartUploadResult"},
    COMPOUND(CompleteMultipartUploadRequest, STRUCTURE), .payload = "MultipartUpload"},
    COMPOUND(CompletedMultipartUpload, STRUCTURE)},
    COMPOUND(CompletedPart, STRUCTURE)},
    COMPOUND(CompletedPartList, LIST), .is_flattened = true},
    SCALAR(CompressionType, STRING), WORDS(CompressionType)},
    COMPOUND(Condition, STRUCTURE)},
    COMPOUND(CopyObjectOutput, STRUCTURE), .payload = "CopyObjectResult"},
    COMPOUND(CopyObjectRequest, STRUCTURE)},
    COMPOUND(CopyObjectResult, STRUCTURE)},
    COMPOUND(CopyPartResult, STRUCTURE)},
    COMPOUND(CreateBucketConfiguration, STRUCTURE)},
    COMPOUND(CreateBucketOutput, STRUCTURE)},
    COMPOUND(CreateBucketRequest, STRUCTURE), .payload = "CreateBucketConfiguration"},
    COMPOUND(CreateMultipartUploadOutput, STRUCTURE), .xml_name = "InitiateMultipartUploadResult"},
    COMPOUND(CreateMultipartUploadRequest, STRUCTURE)},
    SCALAR(Date, TIMESTAMP), .timestamp = BS_TIMESTAMP_ISO_8601},
    COMPOUND(DefaultRetention, STRUCTURE)},
    COMPOUND(Delete, STRUCTURE)},
    COMPOUND(DeleteBucketCorsRequest, STRUCTURE)},
    COMPOUND(DeleteBucketEncryptionRequest, STRUCTURE)},
    COMPOUND(DeleteBucketLifecycleRequest, STRUCTURE)},
    COMPOUND(DeleteBucketMetricsConfigurationRequest, STRUCTURE)},
    COMPOUND(DeleteBucketOwnershipControlsRequest, STRUCTURE)},
    COMPOUND(DeleteBucketPolicyRequest, STRUCTURE)},
    COMPOUND(DeleteBucketReplicationRequest, STRUCTURE)},
    COMPOUND(DeleteBucketRequest, STRUCTURE)},
    COMPOUND(DeleteBucketTaggingRequest, STRUCTURE)},
    COMPOUND(DeleteBucketWebsiteRequest, STRUCTURE)},
    COMPOUND(DeleteMarkerEntry, STRUCTURE)},
    COMPOUND(DeleteMarkerReplication, STRUCTURE)},
    SCALAR(DeleteMarkerReplicationStatus, STRING), WORDS(DeleteMarkerReplicationStatus)},
    COMPOUND(DeleteMarkers, LIST), .is_flattened = true},
    COMPOUND(DeleteObjectOutput, STRUCTURE)},
    COMPOUND(DeleteObjectRequest, STRUCTURE)},
    COMPOUND(DeleteObjectTaggingOutput, STRUCTURE)},
    COMPOUND(DeleteObjectTaggingRequest, STRUCTURE)},
    COMPOUND(DeleteObjectsOutput, STRUCTURE), .xml_name = "DeleteResult"},
    COMPOUND(DeleteObjectsRequest, STRUCTURE), .payload = "Delete"},
    COMPOUND(DeletePublicAccessBlockRequest, STRUCTURE)},
    COMPOUND(DeletedObject, STRUCTURE)},
    COMPOUND(DeletedObjects, LIST), .is_flattened = true},
    COMPOUND(Destination, STRUCTURE)},
    SCALAR(EncodingType, STRING), WORDS(EncodingType)},
    COMPOUND(Encryption, STRUCTURE)},
    COMPOUND(EncryptionConfiguration, STRUCTURE)},
    COMPOUND(Error, STRUCTURE)},
    COMPOUND(ErrorDocument, STRUCTURE)},
    COMPOUND(Errors, LIST), .is_flattened = true},
    SCALAR(EventBridgeConfiguration, STRUCTURE)},
    COMPOUND(EventList, LIST), .is_flattened = true},
    COMPOUND(ExistingObjectReplication, STRUCTURE)},
    SCALAR(ExistingObjectReplicationStatus, STRING), WORDS(ExistingObjectReplicationStatus)},
    SCALAR(ExpirationStatus, STRING), WORDS(ExpirationStatus)},
    COMPOUND(ExposeHeaders, LIST), .is_flattened = true},
    SCALAR(ExpressionType, STRING), WORDS(ExpressionType)},
    SCALAR(FileHeaderInfo, STRING), WORDS(FileHeaderInfo)},
    COMPOUND(FilterRule, STRUCTURE)},
    COMPOUND(FilterRuleList, LIST), .is_flattened = true},
    SCALAR(FilterRuleName, STRING), WORDS(FilterRuleName)},
    COMPOUND(GetBucketAccelerateConfigurationOutput, STRUCTURE),
    .xml_name = "AccelerateConfiguration"},
    COMPOUND(GetBucketAccelerateConfigurationRequest, STRUCTURE)},
    COMPOUND(GetBucketAclOutput, STRUCTURE), .xml_name = "AccessControlPolicy"},
    COMPOUND(GetBucketAclRequest, STRUCTURE)},
    COMPOUND(GetBucketCorsOutput, STRUCTURE), .xml_name = "CORSConfiguration"},
    COMPOUND(GetBucketCorsRequest, STRUCTURE)},
    COMPOUND(GetBucketEncryptionOutput, STRUCTURE),
    .payload = "ServerSideEncryptionConfiguration"},
    COMPOUND(GetBucketEncryptionRequest, STRUCTURE)},
    COMPOUND(GetBucketLifecycleConfigurationOutput, STRUCTURE),
    .xml_name = "LifecycleConfiguration"},
    COMPOUND(GetBucketLifecycleConfigurationRequest, STRUCTURE)},
    COMPOUND(GetBucketLocationOutput, STRUCTURE), .xml_name = "LocationConstraint"},
    COMPOUND(GetBucketLocationRequest, STRUCTURE)},
    COMPOUND(GetBucketLoggingOutput, STRUCTURE), .xml_name = "BucketLoggingStatus"},
    COMPOUND(GetBucketLoggingRequest, STRUCTURE)},
    COMPOUND(GetBucketMetricsConfigurationOutput, STRUCTURE), .payload = "MetricsConfiguration"},
    COMPOUND(GetBucketMetricsConfigurationRequest, STRUCTURE)},
    COMPOUND(GetBucketNotificationConfigurationRequest, STRUCTURE)},
    COMPOUND(GetBucketOwnershipControlsOutput, STRUCTURE), .payload = "OwnershipControls"},
    COMPOUND(GetBucketOwnershipControlsRequest, STRUCTURE)},
    COMPOUND(GetBucketPolicyOutput, STRUCTURE), .payload = "Policy"},
    COMPOUND(GetBucketPolicyRequest, STRUCTURE)},
    COMPOUND(GetBucketPolicyStatusOutput, STRUCTURE), .payload = "PolicyStatus"},
    COMPOUND(GetBucketPolicyStatusRequest, STRUCTURE)},
    COMPOUND(GetBucketReplicationOutput, STRUCTURE), .payload = "ReplicationConfiguration"},
    COMPOUND(GetBucketReplicationRequest, STRUCTURE)},
    COMPOUND(GetBucketRequestPaymentOutput, STRUCTURE), .xml_name = "RequestPaymentConfiguration"},
    COMPOUND(GetBucketRequestPaymentRequest, STRUCTURE)},
    COMPOUND(GetBucketTaggingOutput, STRUCTURE), .xml_name = "Tagging"},
    COMPOUND(GetBucketTaggingRequest, STRUCTURE)},
    COMPOUND(GetBucketVersioningOutput, STRUCTURE), .xml_name = "VersioningConfiguration"},
    COMPOUND(GetBucketVersioningRequest, STRUCTURE)},
    COMPOUND(GetBucketWebsiteOutput, STRUCTURE), .xml_name = "WebsiteConfiguration"},
    COMPOUND(GetBucketWebsiteRequest, STRUCTURE)},
    COMPOUND(GetObjectAclOutput, STRUCTURE), .xml_name = "AccessControlPolicy"},
    COMPOUND(GetObjectAclRequest, STRUCTURE)},
    COMPOUND(GetObjectAttributesOutput, STRUCTURE), .xml_name = "GetObjectAttributesResponse"},
    COMPOUND(GetObjectAttributesParts, STRUCTURE)},
    COMPOUND(GetObjectAttributesRequest, STRUCTURE)},
    COMPOUND(GetObjectLegalHoldOutput, STRUCTURE), .payload = "LegalHold"},
    COMPOUND(GetObjectLegalHoldRequest, STRUCTURE)},
    COMPOUND(GetObjectLockConfigurationOutput, STRUCTURE), .payload = "ObjectLockConfiguration"},
    COMPOUND(GetObjectLockConfigurationRequest, STRUCTURE)},
    COMPOUND(GetObjectOutput, STRUCTURE), .payload = "Body"},
    COMPOUND(GetObjectRequest, STRUCTURE)},
    COMPOUND(GetObjectRetentionOutput, STRUCTURE), .payload = "Retention"},
    COMPOUND(GetObjectRetentionRequest, STRUCTURE)},
    COMPOUND(GetObjectTaggingOutput, STRUCTURE), .xml_name = "Tagging"},
    COMPOUND(GetObjectTaggingRequest, STRUCTURE)},
    COMPOUND(GetPublicAccessBlockOutput, STRUCTURE), .payload = "PublicAccessBlockConfiguration"},
    COMPOUND(GetPublicAccessBlockRequest, STRUCTURE)},
    COMPOUND(GlacierJobParameters, STRUCTURE)},
    COMPOUND(Grant, STRUCTURE)},
    COMPOUND(Grantee, STRUCTURE)},
    COMPOUND(Grants, LIST)},
    COMPOUND(HeadBucketOutput, STRUCTURE)},
    COMPOUND(HeadBucketRequest, STRUCTURE)},
    COMPOUND(HeadObjectOutput, STRUCTURE)},
    COMPOUND(HeadObjectRequest, STRUCTURE)},
    SCALAR(IfMatchInitiatedTime, TIMESTAMP), .timestamp = BS_TIMESTAMP_RFC_822},
    SCALAR(IfMatchLastModifiedTime, TIMESTAMP), .timestamp = BS_TIMESTAMP_RFC_822},
    COMPOUND(IndexDocument, STRUCTURE)},
    COMPOUND(Initiator, STRUCTURE)},
    COMPOUND(InputSerialization, STRUCTURE)},
    SCALAR(Integer, INTEGER)},
    SCALAR(IntelligentTieringAccessTier, STRING), WORDS(IntelligentTieringAccessTier)},
    COMPOUND(InvalidObjectState, STRUCTURE)},
    COMPOUND(JSONInput, STRUCTURE)},
    COMPOUND(JSONOutput, STRUCTURE)},
    SCALAR(JSONType, STRING), WORDS(JSONType)},
    COMPOUND(LambdaFunctionConfiguration, STRUCTURE)},
    COMPOUND(LambdaFunctionConfigurationList, LIST), .is_flattened = true},
    SCALAR(LastModifiedTime, TIMESTAMP), .timestamp = BS_TIMESTAMP_RFC_822},
    COMPOUND(LifecycleExpiration, STRUCTURE)},
    COMPOUND(LifecycleRule, STRUCTURE)},
    COMPOUND(LifecycleRuleAndOperator, STRUCTURE)},
    COMPOUND(LifecycleRuleFilter, STRUCTURE)},
    COMPOUND(LifecycleRules, LIST), .is_flattened = true},
    COMPOUND(ListBucketMetricsConfigurationsOutput, STRUCTURE),
    .xml_name = "ListMetricsConfigurationsResult"},
    COMPOUND(ListBucketMetricsConfigurationsRequest, STRUCTURE)},
    COMPOUND(ListBucketsOutput, STRUCTURE), .xml_name = "ListAllMyBucketsResult"},
    COMPOUND(ListBucketsRequest, STRUCTURE)},
    COMPOUND(ListMultipartUploadsOutput, STRUCTURE), .xml_name = "ListMultipartUploadsResult"},
    COMPOUND(ListMultipartUploadsRequest, STRUCTURE)},
    COMPOUND(ListObjectVersionsOutput, STRUCTURE), .xml_name = "ListVersionsResult"},
    COMPOUND(ListObjectVersionsRequest, STRUCTURE)},
    COMPOUND(ListObjectsOutput, STRUCTURE), .xml_name = "ListBucketResult"},
    COMPOUND(ListObjectsRequest, STRUCTURE)},
    COMPOUND(ListObjectsV2Output, STRUCTURE), .xml_name = "ListBucketResult"},
    COMPOUND(ListObjectsV2Request, STRUCTURE)},
    COMPOUND(ListPartsOutput, STRUCTURE), .xml_name = "ListPartsResult"},
    COMPOUND(ListPartsRequest, STRUCTURE)},
    COMPOUND(LoggingEnabled, STRUCTURE)},
    SCALAR(MFADelete, STRING), WORDS(MFADelete)},
    SCALAR(MFADeleteStatus, STRING), WORDS(MFADeleteStatus)},
    SCALAR(MaxBuckets, INTEGER), BOUNDS(1, 10000)},
    COMPOUND(Metadata, MAP)},
    SCALAR(MetadataDirective, STRING), WORDS(MetadataDirective)},
    COMPOUND(MetadataEntry, STRUCTURE)},
    COMPOUND(Metrics, STRUCTURE)},
    COMPOUND(MetricsAndOperator, STRUCTURE)},
    COMPOUND(MetricsConfiguration, STRUCTURE)},
    COMPOUND(MetricsConfigurationList, LIST), .is_flattened = true},
    COMPOUND(MetricsFilter, STRUCTURE)},
    SCALAR(MetricsStatus, STRING), WORDS(MetricsStatus)},
    COMPOUND(MultipartUpload, STRUCTURE)},
    COMPOUND(MultipartUploadList, LIST), .is_flattened = true},
    COMPOUND(NoncurrentVersionExpiration, STRUCTURE)},
    COMPOUND(NoncurrentVersionTransition, STRUCTURE)},
    COMPOUND(NoncurrentVersionTransitionList, LIST), .is_flattened = true},
    COMPOUND(NotificationConfiguration, STRUCTURE), .xml_name = "NotificationConfiguration"},
    COMPOUND(NotificationConfigurationFilter, STRUCTURE)},
    COMPOUND(Object, STRUCTURE)},
    SCALAR(ObjectAttributes, STRING), WORDS(ObjectAttributes)},
    COMPOUND(ObjectAttributesList, LIST)},
    SCALAR(ObjectCannedACL, STRING), WORDS(ObjectCannedACL)},
    COMPOUND(ObjectIdentifier, STRUCTURE)},
    COMPOUND(ObjectIdentifierList, LIST), .is_flattened = true},
    SCALAR(ObjectKey, STRING), BOUNDS(1, INT64_MAX)},
    COMPOUND(ObjectList, LIST), .is_flattened = true},
    COMPOUND(ObjectLockConfiguration, STRUCTURE)},
    SCALAR(ObjectLockEnabled, STRING), WORDS(ObjectLockEnabled)},
    COMPOUND(ObjectLockLegalHold, STRUCTURE)},
    SCALAR(ObjectLockLegalHoldStatus, STRING), WORDS(ObjectLockLegalHoldStatus)},
    SCALAR(ObjectLockMode, STRING), WORDS(ObjectLockMode)},
    SCALAR(ObjectLockRetainUntilDate, TIMESTAMP), .timestamp = BS_TIMESTAMP_ISO_8601},
    COMPOUND(ObjectLockRetention, STRUCTURE)},
    SCALAR(ObjectLockRetentionMode, STRING), WORDS(ObjectLockRetentionMode)},
    COMPOUND(ObjectLockRule, STRUCTURE)},
    SCALAR(ObjectOwnership, STRING), WORDS(ObjectOwnership)},
    COMPOUND(ObjectPart, STRUCTURE)},
    SCALAR(ObjectStorageClass, STRING), WORDS(ObjectStorageClass)},
    COMPOUND(ObjectVersion, STRUCTURE)},
    COMPOUND(ObjectVersionList, LIST), .is_flattened = true},
    SCALAR(ObjectVersionStorageClass, STRING), WORDS(ObjectVersionStorageClass)},
    SCALAR(OptionalObjectAttributes, STRING), WORDS(OptionalObjectAttributes)},
    COMPOUND(OptionalObjectAttributesList, LIST)},
    COMPOUND(OutputLocation, STRUCTURE)},
    COMPOUND(OutputSerialization, STRUCTURE)},
    COMPOUND(Owner, STRUCTURE)},
    SCALAR(OwnerOverride, STRING), WORDS(OwnerOverride)},
    COMPOUND(OwnershipControls, STRUCTURE)},
    COMPOUND(OwnershipControlsRule, STRUCTURE)},
    COMPOUND(OwnershipControlsRules, LIST), .is_flattened = true},
    SCALAR(ParquetInput, STRUCTURE)},
    COMPOUND(Part, STRUCTURE)},
    SCALAR(PartitionDateSource, STRING), WORDS(PartitionDateSource)},
    COMPOUND(PartitionedPrefix, STRUCTURE)},
    COMPOUND(Parts, LIST), .is_flattened = true},
    COMPOUND(PartsList, LIST), .is_flattened = true},
    SCALAR(Payer, STRING), WORDS(Payer)},
    COMPOUND(PermanentRedirect, STRUCTURE)},
    SCALAR(Permission, STRING), WORDS(Permission)},
    COMPOUND(PolicyStatus, STRUCTURE)},
    SCALAR(Protocol, STRING), WORDS(Protocol)},
    COMPOUND(PublicAccessBlockConfiguration, STRUCTURE)},
    COMPOUND(PutBucketAccelerateConfigurationRequest, STRUCTURE),
    .payload = "AccelerateConfiguration"},
    COMPOUND(PutBucketAclRequest, STRUCTURE), .payload = "AccessControlPolicy"},
    COMPOUND(PutBucketCorsRequest, STRUCTURE), .payload = "CORSConfiguration"},
    COMPOUND(PutBucketEncryptionRequest, STRUCTURE),
    .payload = "ServerSideEncryptionConfiguration"},
    COMPOUND(PutBucketLifecycleConfigurationRequest, STRUCTURE),
    .payload = "LifecycleConfiguration"},
    COMPOUND(PutBucketLoggingRequest, STRUCTURE), .payload = "BucketLoggingStatus"},
    COMPOUND(PutBucketMetricsConfigurationRequest, STRUCTURE), .payload = "MetricsConfiguration"},
    COMPOUND(PutBucketNotificationConfigurationRequest, STRUCTURE),
    .payload = "NotificationConfiguration"},
    COMPOUND(PutBucketOwnershipControlsRequest, STRUCTURE), .payload = "OwnershipControls"},
    COMPOUND(PutBucketPolicyRequest, STRUCTURE), .payload = "Policy"},
    COMPOUND(PutBucketReplicationRequest, STRUCTURE), .payload = "ReplicationConfiguration"},
    COMPOUND(PutBucketRequestPaymentRequest, STRUCTURE), .payload = "RequestPaymentConfiguration"},
    COMPOUND(PutBucketTaggingRequest, STRUCTURE), .payload = "Tagging"},
    COMPOUND(PutBucketVersioningRequest, STRUCTURE), .payload = "VersioningConfiguration"},
    COMPOUND(PutBucketWebsiteRequest, STRUCTURE), .payload = "WebsiteConfiguration"},
    COMPOUND(PutObjectAclOutput, STRUCTURE)},
    COMPOUND(PutObjectAclRequest, STRUCTURE), .payload = "AccessControlPolicy"},
    COMPOUND(PutObjectLegalHoldOutput, STRUCTURE)},
    COMPOUND(PutObjectLegalHoldRequest, STRUCTURE), .payload = "LegalHold"},
    COMPOUND(PutObjectLockConfigurationOutput, STRUCTURE)},
    COMPOUND(PutObjectLockConfigurationRequest, STRUCTURE), .payload = "ObjectLockConfiguration"},
    COMPOUND(PutObjectOutput, STRUCTURE)},
    COMPOUND(PutObjectRequest, STRUCTURE), .payload = "Body"},
    COMPOUND(PutObjectRetentionOutput, STRUCTURE)},
    COMPOUND(PutObjectRetentionRequest, STRUCTURE), .payload = "Retention"},
    COMPOUND(PutObjectTaggingOutput, STRUCTURE)},
    COMPOUND(PutObjectTaggingRequest, STRUCTURE), .payload = "Tagging"},
    COMPOUND(PutPublicAccessBlockRequest, STRUCTURE), .payload = "PublicAccessBlockConfiguration"},
    COMPOUND(QueueConfiguration, STRUCTURE)},
    COMPOUND(QueueConfigurationList, LIST), .is_flattened = true},
    SCALAR(QuoteFields, STRING), WORDS(QuoteFields)},
    COMPOUND(Redirect, STRUCTURE)},
    COMPOUND(RedirectAllRequestsTo, STRUCTURE)},
    COMPOUND(ReplicaModifications, STRUCTURE)},
    SCALAR(ReplicaModificationsStatus, STRING), WORDS(ReplicaModificationsStatus)},
    COMPOUND(ReplicationConfiguration, STRUCTURE)},
    COMPOUND(ReplicationRule, STRUCTURE)},
    COMPOUND(ReplicationRuleAndOperator, STRUCTURE)},
    COMPOUND(ReplicationRuleFilter, STRUCTURE)},
    SCALAR(ReplicationRuleStatus, STRING), WORDS(ReplicationRuleStatus)},
    COMPOUND(ReplicationRules, LIST), .is_flattened = true},
    SCALAR(ReplicationStatus, STRING), WORDS(ReplicationStatus)},
    COMPOUND(ReplicationTime, STRUCTURE)},
    SCALAR(ReplicationTimeStatus, STRING), WORDS(ReplicationTimeStatus)},
    COMPOUND(ReplicationTimeValue, STRUCTURE)},
    SCALAR(RequestCharged, STRING), WORDS(RequestCharged)},
    SCALAR(RequestPayer, STRING), WORDS(RequestPayer)},
    COMPOUND(RequestPaymentConfiguration, STRUCTURE)},
    SCALAR(ResponseExpires, TIMESTAMP), .timestamp = BS_TIMESTAMP_RFC_822},
    COMPOUND(RestoreObjectOutput, STRUCTURE)},
    COMPOUND(RestoreObjectRequest, STRUCTURE), .payload = "RestoreRequest"},
    COMPOUND(RestoreRequest, STRUCTURE)},
    SCALAR(RestoreRequestType, STRING), WORDS(RestoreRequestType)},
    COMPOUND(RoutingRule, STRUCTURE)},
    COMPOUND(RoutingRules, LIST)},
    COMPOUND(S3KeyFilter, STRUCTURE)},
    COMPOUND(S3Location, STRUCTURE)},
    SCALAR(S3RegionalOrS3ExpressBucketArnString, STRING), BOUNDS(1, 128)},
    COMPOUND(SelectParameters, STRUCTURE)},
    SCALAR(ServerSideEncryption, STRING), WORDS(ServerSideEncryption)},
    COMPOUND(ServerSideEncryptionByDefault, STRUCTURE)},
    COMPOUND(ServerSideEncryptionConfiguration, STRUCTURE)},
    COMPOUND(ServerSideEncryptionRule, STRUCTURE)},
    COMPOUND(ServerSideEncryptionRules, LIST), .is_flattened = true},
    SCALAR(SimplePrefix, STRUCTURE)},
    COMPOUND(SourceSelectionCriteria, STRUCTURE)},
    COMPOUND(SseKmsEncryptedObjects, STRUCTURE)},
    SCALAR(SseKmsEncryptedObjectsStatus, STRING), WORDS(SseKmsEncryptedObjectsStatus)},
    SCALAR(StorageClass, STRING), WORDS(StorageClass)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagSet, LIST)},
    COMPOUND(Tagging, STRUCTURE)},
    SCALAR(TaggingDirective, STRING), WORDS(TaggingDirective)},
    COMPOUND(TargetGrant, STRUCTURE)},
    COMPOUND(TargetGrants, LIST)},
    COMPOUND(TargetObjectKeyFormat, STRUCTURE)},
    SCALAR(Tier, STRING), WORDS(Tier)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(TopicConfiguration, STRUCTURE)},
    COMPOUND(TopicConfigurationList, LIST), .is_flattened = true},
    COMPOUND(Transition, STRUCTURE)},
    SCALAR(TransitionDefaultMinimumObjectSize, STRING), WORDS(TransitionDefaultMinimumObjectSize)},
    COMPOUND(TransitionList, LIST), .is_flattened = true},
    SCALAR(TransitionStorageClass, STRING), WORDS(TransitionStorageClass)},
    SCALAR(Type, STRING), WORDS(Type)},
    COMPOUND(UploadPartCopyOutput, STRUCTURE), .payload = "CopyPartResult"},
    COMPOUND(UploadPartCopyRequest, STRUCTURE)},
    COMPOUND(UploadPartOutput, STRUCTURE)},
    COMPOUND(UploadPartRequest, STRUCTURE), .payload = "Body"},
    COMPOUND(UserMetadata, LIST)},
    COMPOUND(VersioningConfiguration, STRUCTURE)},
    COMPOUND(WebsiteConfiguration, STRUCTURE)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "AbortMultipartUpload", .method = "DELETE", .uri = "/{Bucket}/{Key+}", .status = 204,
     .input = SHAPE(AbortMultipartUploadRequest), .output = SHAPE(AbortMultipartUploadOutput)},
    {.name = "CompleteMultipartUpload", .method = "POST", .uri = "/{Bucket}/{Key+}",
     .status = 200, .input = SHAPE(CompleteMultipartUploadRequest),
     .output = SHAPE(CompleteMultipartUploadOutput)},
    {.name = "CopyObject", .method = "PUT", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(CopyObjectRequest), .output = SHAPE(CopyObjectOutput)},
    {.name = "CreateBucket", .method = "PUT", .uri = "/{Bucket}", .status = 200,
     .input = SHAPE(CreateBucketRequest), .output = SHAPE(CreateBucketOutput)},
    {.name = "CreateMultipartUpload", .method = "POST", .uri = "/{Bucket}/{Key+}?uploads",
     .status = 200, .input = SHAPE(CreateMultipartUploadRequest),
     .output = SHAPE(CreateMultipartUploadOutput)},
    {.name = "DeleteBucket", .method = "DELETE", .uri = "/{Bucket}", .status = 204,
     .input = SHAPE(DeleteBucketRequest)},
    {.name = "DeleteBucketCors", .method = "DELETE", .uri = "/{Bucket}?cors", .status = 204,
     .input = SHAPE(DeleteBucketCorsRequest)},
    {.name = "DeleteBucketEncryption", .method = "DELETE", .uri = "/{Bucket}?encryption",
     .status = 204, .input = SHAPE(DeleteBucketEncryptionRequest)},
    {.name = "DeleteBucketLifecycle", .method = "DELETE", .uri = "/{Bucket}?lifecycle",
     .status = 204, .input = SHAPE(DeleteBucketLifecycleRequest)},
    {.name = "DeleteBucketMetricsConfiguration", .method = "DELETE", .uri = "/{Bucket}?metrics",
     .status = 204, .input = SHAPE(DeleteBucketMetricsConfigurationRequest)},
    {.name = "DeleteBucketOwnershipControls", .method = "DELETE",
     .uri = "/{Bucket}?ownershipControls", .status = 204,
     .input = SHAPE(DeleteBucketOwnershipControlsRequest)},
    {.name = "DeleteBucketPolicy", .method = "DELETE", .uri = "/{Bucket}?policy", .status = 204,
     .input = SHAPE(DeleteBucketPolicyRequest)},
    {.name = "DeleteBucketReplication", .method = "DELETE", .uri = "/{Bucket}?replication",
     .status = 204, .input = SHAPE(DeleteBucketReplicationRequest)},
    {.name = "DeleteBucketTagging", .method = "DELETE", .uri = "/{Bucket}?tagging", .status = 204,
     .input = SHAPE(DeleteBucketTaggingRequest)},
    {.name = "DeleteBucketWebsite", .method = "DELETE", .uri = "/{Bucket}?website", .status = 204,
     .input = SHAPE(DeleteBucketWebsiteRequest)},
    {.name = "DeleteObject", .method = "DELETE", .uri = "/{Bucket}/{Key+}", .status = 204,
     .input = SHAPE(DeleteObjectRequest), .output = SHAPE(DeleteObjectOutput)},
    {.name = "DeleteObjectTagging", .method = "DELETE", .uri = "/{Bucket}/{Key+}?tagging",
     .status = 204, .input = SHAPE(DeleteObjectTaggingRequest),
     .output = SHAPE(DeleteObjectTaggingOutput)},
    {.name = "DeleteObjects", .method = "POST", .uri = "/{Bucket}?delete", .status = 200,
     .input = SHAPE(DeleteObjectsRequest), .output = SHAPE(DeleteObjectsOutput)},
    {.name = "DeletePublicAccessBlock", .method = "DELETE", .uri = "/{Bucket}?publicAccessBlock",
     .status = 204, .input = SHAPE(DeletePublicAccessBlockRequest)},
    {.name = "GetBucketAccelerateConfiguration", .method = "GET", .uri = "/{Bucket}?accelerate",
     .status = 200, .input = SHAPE(GetBucketAccelerateConfigurationRequest),
     .output = SHAPE(GetBucketAccelerateConfigurationOutput)},
    {.name = "GetBucketAcl", .method = "GET", .uri = "/{Bucket}?acl", .status = 200,
     .input = SHAPE(GetBucketAclRequest), .output = SHAPE(GetBucketAclOutput)},
    {.name = "GetBucketCors", .method = "GET", .uri = "/{Bucket}?cors", .status = 200,
     .input = SHAPE(GetBucketCorsRequest), .output = SHAPE(GetBucketCorsOutput)},
    {.name = "GetBucketEncryption", .method = "GET", .uri = "/{Bucket}?encryption", .status = 200,
     .input = SHAPE(GetBucketEncryptionRequest), .output = SHAPE(GetBucketEncryptionOutput)},
    {.name = "GetBucketLifecycleConfiguration", .method = "GET", .uri = "/{Bucket}?lifecycle",
     .status = 200, .input = SHAPE(GetBucketLifecycleConfigurationRequest),
     .output = SHAPE(GetBucketLifecycleConfigurationOutput)},
    {.name = "GetBucketLocation", .method = "GET", .uri = "/{Bucket}?location", .status = 200,
     .input = SHAPE(GetBucketLocationRequest), .output = SHAPE(GetBucketLocationOutput)},
    {.name = "GetBucketLogging", .method = "GET", .uri = "/{Bucket}?logging", .status = 200,
     .input = SHAPE(GetBucketLoggingRequest), .output = SHAPE(GetBucketLoggingOutput)},
    {.name = "GetBucketMetricsConfiguration", .method = "GET", .uri = "/{Bucket}?metrics",
     .status = 200, .input = SHAPE(GetBucketMetricsConfigurationRequest),
     .output = SHAPE(GetBucketMetricsConfigurationOutput)},
    {.name = "GetBucketNotificationConfiguration", .method = "GET",
     .uri = "/{Bucket}?notification", .status = 200,
     .input = SHAPE(GetBucketNotificationConfigurationRequest),
     .output = SHAPE(NotificationConfiguration)},
    {.name = "GetBucketOwnershipControls", .method = "GET", .uri = "/{Bucket}?ownershipControls",
     .status = 200, .input = SHAPE(GetBucketOwnershipControlsRequest),
     .output = SHAPE(GetBucketOwnershipControlsOutput)},
    {.name = "GetBucketPolicy", .method = "GET", .uri = "/{Bucket}?policy", .status = 200,
     .input = SHAPE(GetBucketPolicyRequest), .output = SHAPE(GetBucketPolicyOutput)},
    {.name = "GetBucketPolicyStatus", .method = "GET", .uri = "/{Bucket}?policyStatus",
     .status = 200, .input = SHAPE(GetBucketPolicyStatusRequest),
     .output = SHAPE(GetBucketPolicyStatusOutput)},
    {.name = "GetBucketReplication", .method = "GET", .uri = "/{Bucket}?replication",
     .status = 200, .input = SHAPE(GetBucketReplicationRequest),
     .output = SHAPE(GetBucketReplicationOutput)},
    {.name = "GetBucketRequestPayment", .method = "GET", .uri = "/{Bucket}?requestPayment",
     .status = 200, .input = SHAPE(GetBucketRequestPaymentRequest),
     .output = SHAPE(GetBucketRequestPaymentOutput)},
    {.name = "GetBucketTagging", .method = "GET", .uri = "/{Bucket}?tagging", .status = 200,
     .input = SHAPE(GetBucketTaggingRequest), .output = SHAPE(GetBucketTaggingOutput)},
    {.name = "GetBucketVersioning", .method = "GET", .uri = "/{Bucket}?versioning", .status = 200,
     .input = SHAPE(GetBucketVersioningRequest), .output = SHAPE(GetBucketVersioningOutput)},
    {.name = "GetBucketWebsite", .method = "GET", .uri = "/{Bucket}?website", .status = 200,
     .input = SHAPE(GetBucketWebsiteRequest), .output = SHAPE(GetBucketWebsiteOutput)},
    {.name = "GetObject", .method = "GET", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(GetObjectRequest), .output = SHAPE(GetObjectOutput)},
    {.name = "GetObjectAcl", .method = "GET", .uri = "/{Bucket}/{Key+}?acl", .status = 200,
     .input = SHAPE(GetObjectAclRequest), .output = SHAPE(GetObjectAclOutput)},
    {.name = "GetObjectAttributes", .method = "GET", .uri = "/{Bucket}/{Key+}?attributes",
     .status = 200, .input = SHAPE(GetObjectAttributesRequest),
     .output = SHAPE(GetObjectAttributesOutput)},
    {.name = "GetObjectLegalHold", .method = "GET", .uri = "/{Bucket}/{Key+}?legal-hold",
     .status = 200, .input = SHAPE(GetObjectLegalHoldRequest),
     .output = SHAPE(GetObjectLegalHoldOutput)},
    {.name = "GetObjectLockConfiguration", .method = "GET", .uri = "/{Bucket}?object-lock",
     .status = 200, .input = SHAPE(GetObjectLockConfigurationRequest),
     .output = SHAPE(GetObjectLockConfigurationOutput)},
    {.name = "GetObjectRetention", .method = "GET", .uri = "/{Bucket}/{Key+}?retention",
     .status = 200, .input = SHAPE(GetObjectRetentionRequest),
     .output = SHAPE(GetObjectRetentionOutput)},
    {.name = "GetObjectTagging", .method = "GET", .uri = "/{Bucket}/{Key+}?tagging",
     .status = 200, .input = SHAPE(GetObjectTaggingRequest),
     .output = SHAPE(GetObjectTaggingOutput)},
    {.name = "GetPublicAccessBlock", .method = "GET", .uri = "/{Bucket}?publicAccessBlock",
     .status = 200, .input = SHAPE(GetPublicAccessBlockRequest),
     .output = SHAPE(GetPublicAccessBlockOutput)},
    {.name = "HeadBucket", .method = "HEAD", .uri = "/{Bucket}", .status = 200,
     .input = SHAPE(HeadBucketRequest), .output = SHAPE(HeadBucketOutput)},
    {.name = "HeadObject", .method = "HEAD", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(HeadObjectRequest), .output = SHAPE(HeadObjectOutput)},
    {.name = "ListBucketMetricsConfigurations", .method = "GET", .uri = "/{Bucket}?metrics",
     .status = 200, .input = SHAPE(ListBucketMetricsConfigurationsRequest),
     .output = SHAPE(ListBucketMetricsConfigurationsOutput)},
    {.name = "ListBuckets", .method = "GET", .uri = "/", .status = 200,
     .input = SHAPE(ListBucketsRequest), .output = SHAPE(ListBucketsOutput)},
    {.name = "ListMultipartUploads", .method = "GET", .uri = "/{Bucket}?uploads", .status = 200,
     .input = SHAPE(ListMultipartUploadsRequest), .output = SHAPE(ListMultipartUploadsOutput)},
    {.name = "ListObjectVersions", .method = "GET", .uri = "/{Bucket}?versions", .status = 200,
     .input = SHAPE(ListObjectVersionsRequest), .output = SHAPE(ListObjectVersionsOutput)},
    {.name = "ListObjects", .method = "GET", .uri = "/{Bucket}", .status = 200,
     .input = SHAPE(ListObjectsRequest), .output = SHAPE(ListObjectsOutput)},
    {.name = "ListObjectsV2", .method = "GET", .uri = "/{Bucket}?list-type=2", .status = 200,
     .input = SHAPE(ListObjectsV2Request), .output = SHAPE(ListObjectsV2Output),
     .pages = {"ContinuationToken", "NextContinuationToken", "MaxKeys", "Contents", "IsTruncated",
     1000}},
    {.name = "ListParts", .method = "GET", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(ListPartsRequest), .output = SHAPE(ListPartsOutput),
     .pages = {"PartNumberMarker", "NextPartNumberMarker", "MaxParts", "Parts", "IsTruncated",
     1000}},
    {.name = "PutBucketAccelerateConfiguration", .method = "PUT", .uri = "/{Bucket}?accelerate",
     .status = 200, .input = SHAPE(PutBucketAccelerateConfigurationRequest)},
    {.name = "PutBucketAcl", .method = "PUT", .uri = "/{Bucket}?acl", .status = 200,
     .input = SHAPE(PutBucketAclRequest)},
    {.name = "PutBucketCors", .method = "PUT", .uri = "/{Bucket}?cors", .status = 200,
     .input = SHAPE(PutBucketCorsRequest)},
    {.name = "PutBucketEncryption", .method = "PUT", .uri = "/{Bucket}?encryption", .status = 200,
     .input = SHAPE(PutBucketEncryptionRequest)},
    {.name = "PutBucketLifecycleConfiguration", .method = "PUT", .uri = "/{Bucket}?lifecycle",
     .status = 200, .input = SHAPE(PutBucketLifecycleConfigurationRequest)},
    {.name = "PutBucketLogging", .method = "PUT", .uri = "/{Bucket}?logging", .status = 200,
     .input = SHAPE(PutBucketLoggingRequest)},
    {.name = "PutBucketMetricsConfiguration", .method = "PUT", .uri = "/{Bucket}?metrics",
     .status = 200, .input = SHAPE(PutBucketMetricsConfigurationRequest)},
    {.name = "PutBucketNotificationConfiguration", .method = "PUT",
     .uri = "/{Bucket}?notification", .status = 200,
     .input = SHAPE(PutBucketNotificationConfigurationRequest)},
    {.name = "PutBucketOwnershipControls", .method = "PUT", .uri = "/{Bucket}?ownershipControls",
     .status = 200, .input = SHAPE(PutBucketOwnershipControlsRequest)},
    {.name = "PutBucketPolicy", .method = "PUT", .uri = "/{Bucket}?policy", .status = 200,
     .input = SHAPE(PutBucketPolicyRequest)},
    {.name = "PutBucketReplication", .method = "PUT", .uri = "/{Bucket}?replication",
     .status = 200, .input = SHAPE(PutBucketReplicationRequest)},
    {.name = "PutBucketRequestPayment", .method = "PUT", .uri = "/{Bucket}?requestPayment",
     .status = 200, .input = SHAPE(PutBucketRequestPaymentRequest)},
    {.name = "PutBucketTagging", .method = "PUT", .uri = "/{Bucket}?tagging", .status = 200,
     .input = SHAPE(PutBucketTaggingRequest)},
    {.name = "PutBucketVersioning", .method = "PUT", .uri = "/{Bucket}?versioning", .status = 200,
     .input = SHAPE(PutBucketVersioningRequest)},
    {.name = "PutBucketWebsite", .method = "PUT", .uri = "/{Bucket}?website", .status = 200,
     .input = SHAPE(PutBucketWebsiteRequest)},
    {.name = "PutObject", .method = "PUT", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(PutObjectRequest), .output = SHAPE(PutObjectOutput)},
    {.name = "PutObjectAcl", .method = "PUT", .uri = "/{Bucket}/{Key+}?acl", .status = 200,
     .input = SHAPE(PutObjectAclRequest), .output = SHAPE(PutObjectAclOutput)},
    {.name = "PutObjectLegalHold", .method = "PUT", .uri = "/{Bucket}/{Key+}?legal-hold",
     .status = 200, .input = SHAPE(PutObjectLegalHoldRequest),
     .output = SHAPE(PutObjectLegalHoldOutput)},
    {.name = "PutObjectLockConfiguration", .method = "PUT", .uri = "/{Bucket}?object-lock",
     .status = 200, .input = SHAPE(PutObjectLockConfigurationRequest),
     .output = SHAPE(PutObjectLockConfigurationOutput)},
    {.name = "PutObjectRetention", .method = "PUT", .uri = "/{Bucket}/{Key+}?retention",
     .status = 200, .input = SHAPE(PutObjectRetentionRequest),
     .output = SHAPE(PutObjectRetentionOutput)},
    {.name = "PutObjectTagging", .method = "PUT", .uri = "/{Bucket}/{Key+}?tagging",
     .status = 200, .input = SHAPE(PutObjectTaggingRequest),
     .output = SHAPE(PutObjectTaggingOutput)},
    {.name = "PutPublicAccessBlock", .method = "PUT", .uri = "/{Bucket}?publicAccessBlock",
     .status = 200, .input = SHAPE(PutPublicAccessBlockRequest)},
    {.name = "RestoreObject", .method = "POST", .uri = "/{Bucket}/{Key+}?restore", .status = 200,
     .input = SHAPE(RestoreObjectRequest), .output = SHAPE(RestoreObjectOutput)},
    {.name = "UploadPart", .method = "PUT", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(UploadPartRequest), .output = SHAPE(UploadPartOutput)},
    {.name = "UploadPartCopy", .method = "PUT", .uri = "/{Bucket}/{Key+}", .status = 200,
     .input = SHAPE(UploadPartCopyRequest), .output = SHAPE(UploadPartCopyOutput)},
};

static const char *const refused[] = {
    "DeleteBucketAnalyticsConfiguration", "DeleteBucketIntelligentTieringConfiguration",
    "DeleteBucketInventoryConfiguration", "GetBucketAnalyticsConfiguration",
    "GetBucketIntelligentTieringConfiguration", "GetBucketInventoryConfiguration",
    "GetBucketLifecycle", "GetBucketNotification", "GetObjectTorrent",
    "ListBucketAnalyticsConfigurations", "ListBucketIntelligentTieringConfigurations",
    "ListBucketInventoryConfigurations", "PutBucketAnalyticsConfiguration",
    "PutBucketIntelligentTieringConfiguration", "PutBucketInventoryConfiguration",
    "PutBucketLifecycle", "PutBucketNotification", "SelectObjectContent", "WriteGetObjectResponse",
    NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "AccessDenied", .code = "AccessDenied", .status = 403, .is_sender = true},
    {.shape = "AccountProblem", .code = "AccountProblem", .status = 403, .is_sender = true},
    {.shape = "AllAccessDisabled", .code = "AllAccessDisabled", .status = 403, .is_sender = true},
    {.shape = "AuthorizationHeaderMalformed", .code = "AuthorizationHeaderMalformed",
     .status = 400, .is_sender = true},
    {.shape = "AuthorizationQueryParametersError", .code = "AuthorizationQueryParametersError",
     .status = 400, .is_sender = true},
    {.shape = "BadDigest", .code = "BadDigest", .status = 400, .is_sender = true},
    {.shape = "BucketAlreadyExists", .code = "BucketAlreadyExists", .status = 409,
     .is_sender = true},
    {.shape = "BucketAlreadyOwnedByYou", .code = "BucketAlreadyOwnedByYou", .status = 409,
     .is_sender = true},
    {.shape = "BucketNotEmpty", .code = "BucketNotEmpty", .status = 409, .is_sender = true},
    {.shape = "ConditionalRequestConflict", .code = "ConditionalRequestConflict", .status = 409,
     .is_sender = true},
    {.shape = "CredentialsNotSupported", .code = "CredentialsNotSupported", .status = 400,
     .is_sender = true},
    {.shape = "EntityTooLarge", .code = "EntityTooLarge", .status = 400, .is_sender = true},
    {.shape = "EntityTooSmall", .code = "EntityTooSmall", .status = 400, .is_sender = true},
    {.shape = "ExpiredToken", .code = "ExpiredToken", .status = 400, .is_sender = true},
    {.shape = "IllegalLocationConstraintException", .code = "IllegalLocationConstraintException",
     .status = 400, .is_sender = true},
    {.shape = "IllegalVersioningConfigurationException",
     .code = "IllegalVersioningConfigurationException", .status = 400, .is_sender = true},
    {.shape = "IncompleteBody", .code = "IncompleteBody", .status = 400, .is_sender = true},
    {.shape = "InternalError", .code = "InternalError", .status = 500},
    {.shape = "InvalidAccessKeyId", .code = "InvalidAccessKeyId", .status = 403,
     .is_sender = true},
    {.shape = "InvalidArgument", .code = "InvalidArgument", .status = 400, .is_sender = true},
    {.shape = "InvalidBucketName", .code = "InvalidBucketName", .status = 400, .is_sender = true},
    {.shape = "InvalidBucketState", .code = "InvalidBucketState", .status = 409,
     .is_sender = true},
    {.shape = "InvalidDigest", .code = "InvalidDigest", .status = 400, .is_sender = true},
    {.shape = "InvalidEncryptionAlgorithmError", .code = "InvalidEncryptionAlgorithmError",
     .status = 400, .is_sender = true},
    {.shape = "InvalidLocationConstraint", .code = "InvalidLocationConstraint", .status = 400,
     .is_sender = true},
    {.shape = "InvalidObjectState", .code = "InvalidObjectState", .status = 403,
     .is_sender = true, .members = SHAPE(InvalidObjectState)},
    {.shape = "InvalidPart", .code = "InvalidPart", .status = 400, .is_sender = true},
    {.shape = "InvalidPartOrder", .code = "InvalidPartOrder", .status = 400, .is_sender = true},
    {.shape = "InvalidPolicyDocument", .code = "InvalidPolicyDocument", .status = 400,
     .is_sender = true},
    {.shape = "InvalidRange", .code = "InvalidRange", .status = 416, .is_sender = true},
    {.shape = "InvalidRequest", .code = "InvalidRequest", .status = 400, .is_sender = true},
    {.shape = "InvalidSecurity", .code = "InvalidSecurity", .status = 403, .is_sender = true},
    {.shape = "InvalidStorageClass", .code = "InvalidStorageClass", .status = 400,
     .is_sender = true},
    {.shape = "InvalidTag", .code = "InvalidTag", .status = 400, .is_sender = true},
    {.shape = "InvalidTargetBucketForLogging", .code = "InvalidTargetBucketForLogging",
     .status = 400, .is_sender = true},
    {.shape = "InvalidToken", .code = "InvalidToken", .status = 400, .is_sender = true},
    {.shape = "InvalidURI", .code = "InvalidURI", .status = 400, .is_sender = true},
    {.shape = "KeyTooLongError", .code = "KeyTooLongError", .status = 400, .is_sender = true},
    {.shape = "MalformedACLError", .code = "MalformedACLError", .status = 400, .is_sender = true},
    {.shape = "MalformedPolicy", .code = "MalformedPolicy", .status = 400, .is_sender = true},
    {.shape = "MalformedXML", .code = "MalformedXML", .status = 400, .is_sender = true},
    {.shape = "MaxMessageLengthExceeded", .code = "MaxMessageLengthExceeded", .status = 400,
     .is_sender = true},
    {.shape = "MetadataTooLarge", .code = "MetadataTooLarge", .status = 400, .is_sender = true},
    {.shape = "MethodNotAllowed", .code = "MethodNotAllowed", .status = 405, .is_sender = true},
    {.shape = "MissingContentLength", .code = "MissingContentLength", .status = 411,
     .is_sender = true},
    {.shape = "MissingRequestBodyError", .code = "MissingRequestBodyError", .status = 400,
     .is_sender = true},
    {.shape = "MissingSecurityHeader", .code = "MissingSecurityHeader", .status = 400,
     .is_sender = true},
    {.shape = "NoSuchBucket", .code = "NoSuchBucket", .status = 404, .is_sender = true},
    {.shape = "NoSuchBucketPolicy", .code = "NoSuchBucketPolicy", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchCORSConfiguration", .code = "NoSuchCORSConfiguration", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchConfiguration", .code = "NoSuchConfiguration", .status = 404,
     .is_sender = true},
    {.shape = "NoSuchKey", .code = "NoSuchKey", .status = 404, .is_sender = true},
    {.shape = "NoSuchLifecycleConfiguration", .code = "NoSuchLifecycleConfiguration",
     .status = 404, .is_sender = true},
    {.shape = "NoSuchObjectLockConfiguration", .code = "NoSuchObjectLockConfiguration",
     .status = 404, .is_sender = true},
    {.shape = "NoSuchPublicAccessBlockConfiguration",
     .code = "NoSuchPublicAccessBlockConfiguration", .status = 404, .is_sender = true},
    {.shape = "NoSuchTagSet", .code = "NoSuchTagSet", .status = 404, .is_sender = true},
    {.shape = "NoSuchUpload", .code = "NoSuchUpload", .status = 404, .is_sender = true},
    {.shape = "NoSuchVersion", .code = "NoSuchVersion", .status = 404, .is_sender = true},
    {.shape = "NoSuchWebsiteConfiguration", .code = "NoSuchWebsiteConfiguration", .status = 404,
     .is_sender = true},
    {.shape = "NotFound", .code = "NotFound", .status = 404, .is_sender = true},
    {.shape = "NotImplemented", .code = "NotImplemented", .status = 501},
    {.shape = "NotModified", .code = "NotModified", .status = 304, .is_sender = true},
    {.shape = "NotSignedUp", .code = "NotSignedUp", .status = 403, .is_sender = true},
    {.shape = "ObjectAlreadyInActiveTierError", .code = "ObjectAlreadyInActiveTierError",
     .status = 400, .is_sender = true},
    {.shape = "ObjectLockConfigurationNotFoundError",
     .code = "ObjectLockConfigurationNotFoundError", .status = 404, .is_sender = true},
    {.shape = "ObjectNotInActiveTierError", .code = "ObjectNotInActiveTierError", .status = 403,
     .is_sender = true},
    {.shape = "OperationAborted", .code = "OperationAborted", .status = 409, .is_sender = true},
    {.shape = "OwnershipControlsNotFoundError", .code = "OwnershipControlsNotFoundError",
     .status = 404, .is_sender = true},
    {.shape = "PermanentRedirect", .code = "PermanentRedirect", .status = 301, .is_sender = true,
     .members = SHAPE(PermanentRedirect)},
    {.shape = "PreconditionFailed", .code = "PreconditionFailed", .status = 412,
     .is_sender = true},
    {.shape = "ReplicationConfigurationNotFoundError",
     .code = "ReplicationConfigurationNotFoundError", .status = 404, .is_sender = true},
    {.shape = "RequestIsNotMultiPartContent", .code = "RequestIsNotMultiPartContent",
     .status = 400, .is_sender = true},
    {.shape = "RequestTimeTooSkewed", .code = "RequestTimeTooSkewed", .status = 403,
     .is_sender = true},
    {.shape = "RequestTimeout", .code = "RequestTimeout", .status = 400, .is_sender = true},
    {.shape = "RestoreAlreadyInProgress", .code = "RestoreAlreadyInProgress", .status = 409,
     .is_sender = true},
    {.shape = "ServerSideEncryptionConfigurationNotFoundError",
     .code = "ServerSideEncryptionConfigurationNotFoundError", .status = 404, .is_sender = true},
    {.shape = "ServiceUnavailable", .code = "ServiceUnavailable", .status = 503},
    {.shape = "SignatureDoesNotMatch", .code = "SignatureDoesNotMatch", .status = 403,
     .is_sender = true},
    {.shape = "SlowDown", .code = "SlowDown", .status = 503},
    {.shape = "TemporaryRedirect", .code = "TemporaryRedirect", .status = 307, .is_sender = true},
    {.shape = "TooManyBuckets", .code = "TooManyBuckets", .status = 400, .is_sender = true},
    {.shape = "UnexpectedContent", .code = "UnexpectedContent", .status = 400, .is_sender = true},
    {.shape = "UnresolvableGrantByEmailAddress", .code = "UnresolvableGrantByEmailAddress",
     .status = 400, .is_sender = true},
    {.shape = "UserKeyMustBeSpecified", .code = "UserKeyMustBeSpecified", .status = 400,
     .is_sender = true},
    {.shape = "XAmzContentSHA256Mismatch", .code = "XAmzContentSHA256Mismatch", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_s3 = {
    .name = "s3",
    .signing_name = "s3",
    .host_prefix = "s3",
    .api_version = "2006-03-01",
    .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_REST_XML,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .has_bare_errors = true,
    .errors = errors,
    .error_count = COUNT(errors),
};
