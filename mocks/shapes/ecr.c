/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#include "mocks/shapes/services.h"
#include "mocks/shapes/table.h"

enum {
    SHAPE_AuthorizationData, SHAPE_AuthorizationDataList, SHAPE_BatchCheckLayerAvailabilityRequest,
    SHAPE_BatchCheckLayerAvailabilityResponse, SHAPE_BatchDeleteImageRequest,
    SHAPE_BatchDeleteImageResponse, SHAPE_BatchGetImageRequest, SHAPE_BatchGetImageResponse,
    SHAPE_BatchedOperationLayerDigest, SHAPE_BatchedOperationLayerDigestList, SHAPE_Boolean,
    SHAPE_CompleteLayerUploadRequest, SHAPE_CompleteLayerUploadResponse,
    SHAPE_CreateRepositoryRequest, SHAPE_CreateRepositoryResponse,
    SHAPE_DeleteLifecyclePolicyRequest, SHAPE_DeleteLifecyclePolicyResponse,
    SHAPE_DeleteRegistryPolicyRequest, SHAPE_DeleteRegistryPolicyResponse,
    SHAPE_DeleteRepositoryPolicyRequest, SHAPE_DeleteRepositoryPolicyResponse,
    SHAPE_DeleteRepositoryRequest, SHAPE_DeleteRepositoryResponse,
    SHAPE_DescribeImageReplicationStatusRequest, SHAPE_DescribeImageReplicationStatusResponse,
    SHAPE_DescribeImagesFilter, SHAPE_DescribeImagesRequest, SHAPE_DescribeImagesResponse,
    SHAPE_DescribeRegistryRequest, SHAPE_DescribeRegistryResponse,
    SHAPE_DescribeRepositoriesRequest, SHAPE_DescribeRepositoriesResponse,
    SHAPE_EncryptionConfiguration, SHAPE_EncryptionType, SHAPE_FindingSeverity,
    SHAPE_FindingSeverityCounts, SHAPE_GetAuthorizationTokenRegistryIdList,
    SHAPE_GetAuthorizationTokenRequest, SHAPE_GetAuthorizationTokenResponse,
    SHAPE_GetDownloadUrlForLayerRequest, SHAPE_GetDownloadUrlForLayerResponse,
    SHAPE_GetLifecyclePolicyRequest, SHAPE_GetLifecyclePolicyResponse,
    SHAPE_GetRegistryPolicyRequest, SHAPE_GetRegistryPolicyResponse,
    SHAPE_GetRepositoryPolicyRequest, SHAPE_GetRepositoryPolicyResponse, SHAPE_Image,
    SHAPE_ImageDetail, SHAPE_ImageDetailList, SHAPE_ImageFailure, SHAPE_ImageFailureCode,
    SHAPE_ImageFailureList, SHAPE_ImageIdentifier, SHAPE_ImageIdentifierList, SHAPE_ImageList,
    SHAPE_ImageManifest, SHAPE_ImageReplicationStatus, SHAPE_ImageReplicationStatusList,
    SHAPE_ImageScanFindingsSummary, SHAPE_ImageScanStatus, SHAPE_ImageScanningConfiguration,
    SHAPE_ImageTag, SHAPE_ImageTagList, SHAPE_ImageTagMutability, SHAPE_InitiateLayerUploadRequest,
    SHAPE_InitiateLayerUploadResponse, SHAPE_Integer, SHAPE_InvalidLayerPartException,
    SHAPE_KmsException, SHAPE_KmsKey, SHAPE_Layer, SHAPE_LayerAvailability, SHAPE_LayerDigestList,
    SHAPE_LayerFailure, SHAPE_LayerFailureCode, SHAPE_LayerFailureList, SHAPE_LayerList,
    SHAPE_LayerPartBlob, SHAPE_LifecyclePolicyText, SHAPE_ListImagesFilter,
    SHAPE_ListImagesRequest, SHAPE_ListImagesResponse, SHAPE_ListTagsForResourceRequest,
    SHAPE_ListTagsForResourceResponse, SHAPE_MaxResults, SHAPE_MediaTypeList, SHAPE_PartSize,
    SHAPE_PutImageRequest, SHAPE_PutImageResponse, SHAPE_PutImageScanningConfigurationRequest,
    SHAPE_PutImageScanningConfigurationResponse, SHAPE_PutImageTagMutabilityRequest,
    SHAPE_PutImageTagMutabilityResponse, SHAPE_PutLifecyclePolicyRequest,
    SHAPE_PutLifecyclePolicyResponse, SHAPE_PutRegistryPolicyRequest,
    SHAPE_PutRegistryPolicyResponse, SHAPE_PutReplicationConfigurationRequest,
    SHAPE_PutReplicationConfigurationResponse, SHAPE_Region, SHAPE_RegistryPolicyText,
    SHAPE_ReplicationConfiguration, SHAPE_ReplicationDestination, SHAPE_ReplicationDestinationList,
    SHAPE_ReplicationRule, SHAPE_ReplicationRuleList, SHAPE_ReplicationStatus, SHAPE_Repository,
    SHAPE_RepositoryFilter, SHAPE_RepositoryFilterList, SHAPE_RepositoryFilterType,
    SHAPE_RepositoryFilterValue, SHAPE_RepositoryList, SHAPE_RepositoryName,
    SHAPE_RepositoryNameList, SHAPE_RepositoryPolicyText, SHAPE_ScanStatus,
    SHAPE_SetRepositoryPolicyRequest, SHAPE_SetRepositoryPolicyResponse, SHAPE_SeverityCount,
    SHAPE_String, SHAPE_Tag, SHAPE_TagKeyList, SHAPE_TagList, SHAPE_TagResourceRequest,
    SHAPE_TagResourceResponse, SHAPE_TagStatus, SHAPE_Timestamp, SHAPE_UntagResourceRequest,
    SHAPE_UntagResourceResponse, SHAPE_UploadLayerPartRequest, SHAPE_UploadLayerPartResponse,
    SHAPES,
};

static const struct bs_shape shapes[SHAPES];

static const char *const words_EncryptionType[] = {
    "AES256", "KMS", NULL,
};

static const char *const words_FindingSeverity[] = {
    "INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL", "UNDEFINED", NULL,
};

static const char *const words_ImageFailureCode[] = {
    "InvalidImageDigest", "InvalidImageTag", "ImageTagDoesNotMatchDigest", "ImageNotFound",
    "MissingDigestAndTag", "ImageReferencedByManifestList", "KmsError", NULL,
};

static const char *const words_ImageTagMutability[] = {
    "MUTABLE", "IMMUTABLE", NULL,
};

static const char *const words_LayerAvailability[] = {
    "AVAILABLE", "UNAVAILABLE", NULL,
};

static const char *const words_LayerFailureCode[] = {
    "InvalidLayerDigest", "MissingLayerDigest", NULL,
};

static const char *const words_ReplicationStatus[] = {
    "IN_PROGRESS", "COMPLETE", "FAILED", NULL,
};

static const char *const words_RepositoryFilterType[] = {
    "PREFIX_MATCH", NULL,
};

static const char *const words_ScanStatus[] = {
    "IN_PROGRESS", "COMPLETE", "FAILED", "UNSUPPORTED_IMAGE", "ACTIVE", "PENDING",
    "SCAN_ELIGIBILITY_EXPIRED", "FINDINGS_UNAVAILABLE", NULL,
};

static const char *const words_TagStatus[] = {
    "TAGGED", "UNTAGGED", "ANY", NULL,
};

static const struct bs_shape_member
    members_AuthorizationData[] = {
    {MEMBER_AS(authorizationToken, "authorizationToken", "AuthorizationToken", String)},
    {MEMBER_AS(expiresAt, "expiresAt", "ExpiresAt", Timestamp)},
    {MEMBER_AS(proxyEndpoint, "proxyEndpoint", "ProxyEndpoint", String)},
};

static const struct bs_shape_member
    members_AuthorizationDataList[] = {
    {MEMBER(member, AuthorizationData)},
};

static const struct bs_shape_member
    members_BatchCheckLayerAvailabilityRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(layerDigests, "layerDigests", "LayerDigests", BatchedOperationLayerDigestList),
     .is_required = true},
};

static const struct bs_shape_member
    members_BatchCheckLayerAvailabilityResponse[] = {
    {MEMBER_AS(layers, "layers", "Layers", LayerList)},
    {MEMBER_AS(failures, "failures", "Failures", LayerFailureList)},
};

static const struct bs_shape_member
    members_BatchDeleteImageRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageIds, "imageIds", "ImageIds", ImageIdentifierList), .is_required = true},
};

static const struct bs_shape_member
    members_BatchDeleteImageResponse[] = {
    {MEMBER_AS(imageIds, "imageIds", "ImageIds", ImageIdentifierList)},
    {MEMBER_AS(failures, "failures", "Failures", ImageFailureList)},
};

static const struct bs_shape_member
    members_BatchGetImageRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageIds, "imageIds", "ImageIds", ImageIdentifierList), .is_required = true},
    {MEMBER_AS(acceptedMediaTypes, "acceptedMediaTypes", "AcceptedMediaTypes", MediaTypeList)},
};

static const struct bs_shape_member
    members_BatchGetImageResponse[] = {
    {MEMBER_AS(images, "images", "Images", ImageList)},
    {MEMBER_AS(failures, "failures", "Failures", ImageFailureList)},
};

static const struct bs_shape_member
    members_BatchedOperationLayerDigestList[] = {
    {MEMBER(member, BatchedOperationLayerDigest)},
};

static const struct bs_shape_member
    members_CompleteLayerUploadRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(uploadId, "uploadId", "UploadId", String), .is_required = true},
    {MEMBER_AS(layerDigests, "layerDigests", "LayerDigests", LayerDigestList),
     .is_required = true},
};

static const struct bs_shape_member
    members_CompleteLayerUploadResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(uploadId, "uploadId", "UploadId", String)},
    {MEMBER_AS(layerDigest, "layerDigest", "LayerDigest", String)},
};

static const struct bs_shape_member
    members_CreateRepositoryRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(tags, "tags", "Tags", TagList)},
    {MEMBER_AS(imageTagMutability, "imageTagMutability", "ImageTagMutability",
     ImageTagMutability)},
    {MEMBER_AS(imageScanningConfiguration, "imageScanningConfiguration",
     "ImageScanningConfiguration", ImageScanningConfiguration)},
    {MEMBER_AS(encryptionConfiguration, "encryptionConfiguration", "EncryptionConfiguration",
     EncryptionConfiguration)},
};

static const struct bs_shape_member
    members_CreateRepositoryResponse[] = {
    {MEMBER_AS(repository, "repository", "Repository", Repository)},
};

static const struct bs_shape_member
    members_DeleteLifecyclePolicyRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteLifecyclePolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(lifecyclePolicyText, "lifecyclePolicyText", "LifecyclePolicyText",
     LifecyclePolicyText)},
    {MEMBER_AS(lastEvaluatedAt, "lastEvaluatedAt", "LastEvaluatedAt", Timestamp)},
};

static const struct bs_shape_member
    members_DeleteRegistryPolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RegistryPolicyText)},
};

static const struct bs_shape_member
    members_DeleteRepositoryPolicyRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
};

static const struct bs_shape_member
    members_DeleteRepositoryPolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RepositoryPolicyText)},
};

static const struct bs_shape_member
    members_DeleteRepositoryRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(force, "force", "Force", Boolean)},
};

static const struct bs_shape_member
    members_DeleteRepositoryResponse[] = {
    {MEMBER_AS(repository, "repository", "Repository", Repository)},
};

static const struct bs_shape_member
    members_DescribeImageReplicationStatusRequest[] = {
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageId, "imageId", "ImageId", ImageIdentifier), .is_required = true},
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
};

static const struct bs_shape_member
    members_DescribeImageReplicationStatusResponse[] = {
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(imageId, "imageId", "ImageId", ImageIdentifier)},
    {MEMBER_AS(replicationStatuses, "replicationStatuses", "ReplicationStatuses",
     ImageReplicationStatusList)},
};

static const struct bs_shape_member
    members_DescribeImagesFilter[] = {
    {MEMBER_AS(tagStatus, "tagStatus", "TagStatus", TagStatus)},
};

static const struct bs_shape_member
    members_DescribeImagesRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageIds, "imageIds", "ImageIds", ImageIdentifierList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", MaxResults)},
    {MEMBER_AS(filter, "filter", "Filter", DescribeImagesFilter)},
};

static const struct bs_shape_member
    members_DescribeImagesResponse[] = {
    {MEMBER_AS(imageDetails, "imageDetails", "ImageDetails", ImageDetailList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_DescribeRegistryResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(replicationConfiguration, "replicationConfiguration", "ReplicationConfiguration",
     ReplicationConfiguration)},
};

static const struct bs_shape_member
    members_DescribeRepositoriesRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryNames, "repositoryNames", "RepositoryNames", RepositoryNameList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", MaxResults)},
};

static const struct bs_shape_member
    members_DescribeRepositoriesResponse[] = {
    {MEMBER_AS(repositories, "repositories", "Repositories", RepositoryList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_EncryptionConfiguration[] = {
    {MEMBER_AS(encryptionType, "encryptionType", "EncryptionType", EncryptionType),
     .is_required = true},
    {MEMBER_AS(kmsKey, "kmsKey", "KmsKey", KmsKey)},
};

static const struct bs_shape_member
    members_FindingSeverityCounts[] = {
    {MEMBER(key, FindingSeverity)},
    {MEMBER(value, SeverityCount)},
};

static const struct bs_shape_member
    members_GetAuthorizationTokenRegistryIdList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_GetAuthorizationTokenRequest[] = {
    {MEMBER_AS(registryIds, "registryIds", "RegistryIds", GetAuthorizationTokenRegistryIdList)},
};

static const struct bs_shape_member
    members_GetAuthorizationTokenResponse[] = {
    {MEMBER_AS(authorizationData, "authorizationData", "AuthorizationData",
     AuthorizationDataList)},
};

static const struct bs_shape_member
    members_GetDownloadUrlForLayerRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(layerDigest, "layerDigest", "LayerDigest", String), .is_required = true},
};

static const struct bs_shape_member
    members_GetDownloadUrlForLayerResponse[] = {
    {MEMBER_AS(downloadUrl, "downloadUrl", "DownloadUrl", String)},
    {MEMBER_AS(layerDigest, "layerDigest", "LayerDigest", String)},
};

static const struct bs_shape_member
    members_GetLifecyclePolicyRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
};

static const struct bs_shape_member
    members_GetLifecyclePolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(lifecyclePolicyText, "lifecyclePolicyText", "LifecyclePolicyText",
     LifecyclePolicyText)},
    {MEMBER_AS(lastEvaluatedAt, "lastEvaluatedAt", "LastEvaluatedAt", Timestamp)},
};

static const struct bs_shape_member
    members_GetRegistryPolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RegistryPolicyText)},
};

static const struct bs_shape_member
    members_GetRepositoryPolicyRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
};

static const struct bs_shape_member
    members_GetRepositoryPolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RepositoryPolicyText)},
};

static const struct bs_shape_member
    members_Image[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(imageId, "imageId", "ImageId", ImageIdentifier)},
    {MEMBER_AS(imageManifest, "imageManifest", "ImageManifest", ImageManifest)},
    {MEMBER_AS(imageManifestMediaType, "imageManifestMediaType", "ImageManifestMediaType",
     String)},
};

static const struct bs_shape_member
    members_ImageDetail[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(imageDigest, "imageDigest", "ImageDigest", String)},
    {MEMBER_AS(imageTags, "imageTags", "ImageTags", ImageTagList)},
    {MEMBER_AS(imageSizeInBytes, "imageSizeInBytes", "ImageSizeInBytes", Integer)},
    {MEMBER_AS(imagePushedAt, "imagePushedAt", "ImagePushedAt", Timestamp)},
    {MEMBER_AS(imageScanStatus, "imageScanStatus", "ImageScanStatus", ImageScanStatus)},
    {MEMBER_AS(imageScanFindingsSummary, "imageScanFindingsSummary", "ImageScanFindingsSummary",
     ImageScanFindingsSummary)},
    {MEMBER_AS(imageManifestMediaType, "imageManifestMediaType", "ImageManifestMediaType",
     String)},
    {MEMBER_AS(artifactMediaType, "artifactMediaType", "ArtifactMediaType", String)},
    {MEMBER_AS(lastRecordedPullTime, "lastRecordedPullTime", "LastRecordedPullTime", Timestamp)},
};

static const struct bs_shape_member
    members_ImageDetailList[] = {
    {MEMBER(member, ImageDetail)},
};

static const struct bs_shape_member
    members_ImageFailure[] = {
    {MEMBER_AS(imageId, "imageId", "ImageId", ImageIdentifier)},
    {MEMBER_AS(failureCode, "failureCode", "FailureCode", ImageFailureCode)},
    {MEMBER_AS(failureReason, "failureReason", "FailureReason", String)},
};

static const struct bs_shape_member
    members_ImageFailureList[] = {
    {MEMBER(member, ImageFailure)},
};

static const struct bs_shape_member
    members_ImageIdentifier[] = {
    {MEMBER_AS(imageDigest, "imageDigest", "ImageDigest", String)},
    {MEMBER_AS(imageTag, "imageTag", "ImageTag", ImageTag)},
};

static const struct bs_shape_member
    members_ImageIdentifierList[] = {
    {MEMBER(member, ImageIdentifier)},
};

static const struct bs_shape_member
    members_ImageList[] = {
    {MEMBER(member, Image)},
};

static const struct bs_shape_member
    members_ImageReplicationStatus[] = {
    {MEMBER_AS(region, "region", "Region", Region)},
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(status, "status", "Status", ReplicationStatus)},
    {MEMBER_AS(failureCode, "failureCode", "FailureCode", String)},
};

static const struct bs_shape_member
    members_ImageReplicationStatusList[] = {
    {MEMBER(member, ImageReplicationStatus)},
};

static const struct bs_shape_member
    members_ImageScanFindingsSummary[] = {
    {MEMBER_AS(imageScanCompletedAt, "imageScanCompletedAt", "ImageScanCompletedAt", Timestamp)},
    {MEMBER_AS(vulnerabilitySourceUpdatedAt, "vulnerabilitySourceUpdatedAt",
     "VulnerabilitySourceUpdatedAt", Timestamp)},
    {MEMBER_AS(findingSeverityCounts, "findingSeverityCounts", "FindingSeverityCounts",
     FindingSeverityCounts)},
};

static const struct bs_shape_member
    members_ImageScanStatus[] = {
    {MEMBER_AS(status, "status", "Status", ScanStatus)},
    {MEMBER_AS(description, "description", "Description", String)},
};

static const struct bs_shape_member
    members_ImageScanningConfiguration[] = {
    {MEMBER_AS(scanOnPush, "scanOnPush", "ScanOnPush", Boolean)},
};

static const struct bs_shape_member
    members_ImageTagList[] = {
    {MEMBER(member, ImageTag)},
};

static const struct bs_shape_member
    members_InitiateLayerUploadRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
};

static const struct bs_shape_member
    members_InitiateLayerUploadResponse[] = {
    {MEMBER_AS(uploadId, "uploadId", "UploadId", String)},
    {MEMBER_AS(partSize, "partSize", "PartSize", PartSize)},
};

static const struct bs_shape_member
    members_InvalidLayerPartException[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(uploadId, "uploadId", "UploadId", String)},
    {MEMBER_AS(lastValidByteReceived, "lastValidByteReceived", "LastValidByteReceived", PartSize)},
    {MEMBER_AS(message, "message", "Message", String)},
};

static const struct bs_shape_member
    members_KmsException[] = {
    {MEMBER_AS(message, "message", "Message", String)},
    {MEMBER_AS(kmsError, "kmsError", "KmsError", String)},
};

static const struct bs_shape_member
    members_Layer[] = {
    {MEMBER_AS(layerDigest, "layerDigest", "LayerDigest", String)},
    {MEMBER_AS(layerAvailability, "layerAvailability", "LayerAvailability", LayerAvailability)},
    {MEMBER_AS(layerSize, "layerSize", "LayerSize", Integer)},
    {MEMBER_AS(mediaType, "mediaType", "MediaType", String)},
};

static const struct bs_shape_member
    members_LayerDigestList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_LayerFailure[] = {
    {MEMBER_AS(layerDigest, "layerDigest", "LayerDigest", BatchedOperationLayerDigest)},
    {MEMBER_AS(failureCode, "failureCode", "FailureCode", LayerFailureCode)},
    {MEMBER_AS(failureReason, "failureReason", "FailureReason", String)},
};

static const struct bs_shape_member
    members_LayerFailureList[] = {
    {MEMBER(member, LayerFailure)},
};

static const struct bs_shape_member
    members_LayerList[] = {
    {MEMBER(member, Layer)},
};

static const struct bs_shape_member
    members_ListImagesFilter[] = {
    {MEMBER_AS(tagStatus, "tagStatus", "TagStatus", TagStatus)},
};

static const struct bs_shape_member
    members_ListImagesRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
    {MEMBER_AS(maxResults, "maxResults", "MaxResults", MaxResults)},
    {MEMBER_AS(filter, "filter", "Filter", ListImagesFilter)},
};

static const struct bs_shape_member
    members_ListImagesResponse[] = {
    {MEMBER_AS(imageIds, "imageIds", "ImageIds", ImageIdentifierList)},
    {MEMBER_AS(nextToken, "nextToken", "NextToken", String)},
};

static const struct bs_shape_member
    members_ListTagsForResourceRequest[] = {
    {MEMBER_AS(resourceArn, "resourceArn", "ResourceArn", String), .is_required = true},
};

static const struct bs_shape_member
    members_ListTagsForResourceResponse[] = {
    {MEMBER_AS(tags, "tags", "Tags", TagList)},
};

static const struct bs_shape_member
    members_MediaTypeList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_PutImageRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageManifest, "imageManifest", "ImageManifest", ImageManifest),
     .is_required = true},
    {MEMBER_AS(imageManifestMediaType, "imageManifestMediaType", "ImageManifestMediaType",
     String)},
    {MEMBER_AS(imageTag, "imageTag", "ImageTag", ImageTag)},
    {MEMBER_AS(imageDigest, "imageDigest", "ImageDigest", String)},
};

static const struct bs_shape_member
    members_PutImageResponse[] = {
    {MEMBER_AS(image, "image", "Image", Image)},
};

static const struct bs_shape_member
    members_PutImageScanningConfigurationRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageScanningConfiguration, "imageScanningConfiguration",
     "ImageScanningConfiguration", ImageScanningConfiguration), .is_required = true},
};

static const struct bs_shape_member
    members_PutImageScanningConfigurationResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(imageScanningConfiguration, "imageScanningConfiguration",
     "ImageScanningConfiguration", ImageScanningConfiguration)},
};

static const struct bs_shape_member
    members_PutImageTagMutabilityRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(imageTagMutability, "imageTagMutability", "ImageTagMutability",
     ImageTagMutability), .is_required = true},
};

static const struct bs_shape_member
    members_PutImageTagMutabilityResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(imageTagMutability, "imageTagMutability", "ImageTagMutability",
     ImageTagMutability)},
};

static const struct bs_shape_member
    members_PutLifecyclePolicyRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(lifecyclePolicyText, "lifecyclePolicyText", "LifecyclePolicyText",
     LifecyclePolicyText), .is_required = true},
};

static const struct bs_shape_member
    members_PutLifecyclePolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(lifecyclePolicyText, "lifecyclePolicyText", "LifecyclePolicyText",
     LifecyclePolicyText)},
};

static const struct bs_shape_member
    members_PutRegistryPolicyRequest[] = {
    {MEMBER_AS(policyText, "policyText", "PolicyText", RegistryPolicyText), .is_required = true},
};

static const struct bs_shape_member
    members_PutRegistryPolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RegistryPolicyText)},
};

static const struct bs_shape_member
    members_PutReplicationConfigurationRequest[] = {
    {MEMBER_AS(replicationConfiguration, "replicationConfiguration", "ReplicationConfiguration",
     ReplicationConfiguration), .is_required = true},
};

static const struct bs_shape_member
    members_PutReplicationConfigurationResponse[] = {
    {MEMBER_AS(replicationConfiguration, "replicationConfiguration", "ReplicationConfiguration",
     ReplicationConfiguration)},
};

static const struct bs_shape_member
    members_ReplicationConfiguration[] = {
    {MEMBER_AS(rules, "rules", "Rules", ReplicationRuleList), .is_required = true},
};

static const struct bs_shape_member
    members_ReplicationDestination[] = {
    {MEMBER_AS(region, "region", "Region", Region), .is_required = true},
    {MEMBER_AS(registryId, "registryId", "RegistryId", String), .is_required = true},
};

static const struct bs_shape_member
    members_ReplicationDestinationList[] = {
    {MEMBER(member, ReplicationDestination)},
};

static const struct bs_shape_member
    members_ReplicationRule[] = {
    {MEMBER_AS(destinations, "destinations", "Destinations", ReplicationDestinationList),
     .is_required = true},
    {MEMBER_AS(repositoryFilters, "repositoryFilters", "RepositoryFilters", RepositoryFilterList)},
};

static const struct bs_shape_member
    members_ReplicationRuleList[] = {
    {MEMBER(member, ReplicationRule)},
};

static const struct bs_shape_member
    members_Repository[] = {
    {MEMBER_AS(repositoryArn, "repositoryArn", "RepositoryArn", String)},
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(repositoryUri, "repositoryUri", "RepositoryUri", String)},
    {MEMBER_AS(createdAt, "createdAt", "CreatedAt", Timestamp)},
    {MEMBER_AS(imageTagMutability, "imageTagMutability", "ImageTagMutability",
     ImageTagMutability)},
    {MEMBER_AS(imageScanningConfiguration, "imageScanningConfiguration",
     "ImageScanningConfiguration", ImageScanningConfiguration)},
    {MEMBER_AS(encryptionConfiguration, "encryptionConfiguration", "EncryptionConfiguration",
     EncryptionConfiguration)},
};

static const struct bs_shape_member
    members_RepositoryFilter[] = {
    {MEMBER_AS(filter, "filter", "Filter", RepositoryFilterValue), .is_required = true},
    {MEMBER_AS(filterType, "filterType", "FilterType", RepositoryFilterType), .is_required = true},
};

static const struct bs_shape_member
    members_RepositoryFilterList[] = {
    {MEMBER(member, RepositoryFilter)},
};

static const struct bs_shape_member
    members_RepositoryList[] = {
    {MEMBER(member, Repository)},
};

static const struct bs_shape_member
    members_RepositoryNameList[] = {
    {MEMBER(member, RepositoryName)},
};

static const struct bs_shape_member
    members_SetRepositoryPolicyRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RepositoryPolicyText), .is_required = true},
    {MEMBER_AS(force, "force", "Force", Boolean)},
};

static const struct bs_shape_member
    members_SetRepositoryPolicyResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(policyText, "policyText", "PolicyText", RepositoryPolicyText)},
};

static const struct bs_shape_member
    members_Tag[] = {
    {MEMBER(Key, String)},
    {MEMBER(Value, String)},
};

static const struct bs_shape_member
    members_TagKeyList[] = {
    {MEMBER(member, String)},
};

static const struct bs_shape_member
    members_TagList[] = {
    {MEMBER(member, Tag)},
};

static const struct bs_shape_member
    members_TagResourceRequest[] = {
    {MEMBER_AS(resourceArn, "resourceArn", "ResourceArn", String), .is_required = true},
    {MEMBER_AS(tags, "tags", "Tags", TagList), .is_required = true},
};

static const struct bs_shape_member
    members_UntagResourceRequest[] = {
    {MEMBER_AS(resourceArn, "resourceArn", "ResourceArn", String), .is_required = true},
    {MEMBER_AS(tagKeys, "tagKeys", "TagKeys", TagKeyList), .is_required = true},
};

static const struct bs_shape_member
    members_UploadLayerPartRequest[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName),
     .is_required = true},
    {MEMBER_AS(uploadId, "uploadId", "UploadId", String), .is_required = true},
    {MEMBER_AS(partFirstByte, "partFirstByte", "PartFirstByte", PartSize), .is_required = true},
    {MEMBER_AS(partLastByte, "partLastByte", "PartLastByte", PartSize), .is_required = true},
    {MEMBER_AS(layerPartBlob, "layerPartBlob", "LayerPartBlob", LayerPartBlob),
     .is_required = true},
};

static const struct bs_shape_member
    members_UploadLayerPartResponse[] = {
    {MEMBER_AS(registryId, "registryId", "RegistryId", String)},
    {MEMBER_AS(repositoryName, "repositoryName", "RepositoryName", RepositoryName)},
    {MEMBER_AS(uploadId, "uploadId", "UploadId", String)},
    {MEMBER_AS(lastByteReceived, "lastByteReceived", "LastByteReceived", PartSize)},
};

static const struct bs_shape shapes[SHAPES] = {
    COMPOUND(AuthorizationData, STRUCTURE)},
    COMPOUND(AuthorizationDataList, LIST)},
    COMPOUND(BatchCheckLayerAvailabilityRequest, STRUCTURE)},
    COMPOUND(BatchCheckLayerAvailabilityResponse, STRUCTURE)},
    COMPOUND(BatchDeleteImageRequest, STRUCTURE)},
    COMPOUND(BatchDeleteImageResponse, STRUCTURE)},
    COMPOUND(BatchGetImageRequest, STRUCTURE)},
    COMPOUND(BatchGetImageResponse, STRUCTURE)},
    SCALAR(BatchedOperationLayerDigest, STRING), BOUNDS(0, 1000)},
    COMPOUND(BatchedOperationLayerDigestList, LIST), BOUNDS(1, 100)},
    SCALAR(Boolean, BOOLEAN)},
    COMPOUND(CompleteLayerUploadRequest, STRUCTURE)},
    COMPOUND(CompleteLayerUploadResponse, STRUCTURE)},
    COMPOUND(CreateRepositoryRequest, STRUCTURE)},
    COMPOUND(CreateRepositoryResponse, STRUCTURE)},
    COMPOUND(DeleteLifecyclePolicyRequest, STRUCTURE)},
    COMPOUND(DeleteLifecyclePolicyResponse, STRUCTURE)},
    SCALAR(DeleteRegistryPolicyRequest, STRUCTURE)},
    COMPOUND(DeleteRegistryPolicyResponse, STRUCTURE)},
    COMPOUND(DeleteRepositoryPolicyRequest, STRUCTURE)},
    COMPOUND(DeleteRepositoryPolicyResponse, STRUCTURE)},
    COMPOUND(DeleteRepositoryRequest, STRUCTURE)},
    COMPOUND(DeleteRepositoryResponse, STRUCTURE)},
    COMPOUND(DescribeImageReplicationStatusRequest, STRUCTURE)},
    COMPOUND(DescribeImageReplicationStatusResponse, STRUCTURE)},
    COMPOUND(DescribeImagesFilter, STRUCTURE)},
    COMPOUND(DescribeImagesRequest, STRUCTURE)},
    COMPOUND(DescribeImagesResponse, STRUCTURE)},
    SCALAR(DescribeRegistryRequest, STRUCTURE)},
    COMPOUND(DescribeRegistryResponse, STRUCTURE)},
    COMPOUND(DescribeRepositoriesRequest, STRUCTURE)},
    COMPOUND(DescribeRepositoriesResponse, STRUCTURE)},
    COMPOUND(EncryptionConfiguration, STRUCTURE)},
    SCALAR(EncryptionType, STRING), WORDS(EncryptionType)},
    SCALAR(FindingSeverity, STRING), WORDS(FindingSeverity)},
    COMPOUND(FindingSeverityCounts, MAP)},
    COMPOUND(GetAuthorizationTokenRegistryIdList, LIST), BOUNDS(1, 10)},
    COMPOUND(GetAuthorizationTokenRequest, STRUCTURE)},
    COMPOUND(GetAuthorizationTokenResponse, STRUCTURE)},
    COMPOUND(GetDownloadUrlForLayerRequest, STRUCTURE)},
    COMPOUND(GetDownloadUrlForLayerResponse, STRUCTURE)},
    COMPOUND(GetLifecyclePolicyRequest, STRUCTURE)},
    COMPOUND(GetLifecyclePolicyResponse, STRUCTURE)},
    SCALAR(GetRegistryPolicyRequest, STRUCTURE)},
    COMPOUND(GetRegistryPolicyResponse, STRUCTURE)},
    COMPOUND(GetRepositoryPolicyRequest, STRUCTURE)},
    COMPOUND(GetRepositoryPolicyResponse, STRUCTURE)},
    COMPOUND(Image, STRUCTURE)},
    COMPOUND(ImageDetail, STRUCTURE)},
    COMPOUND(ImageDetailList, LIST)},
    COMPOUND(ImageFailure, STRUCTURE)},
    SCALAR(ImageFailureCode, STRING), WORDS(ImageFailureCode)},
    COMPOUND(ImageFailureList, LIST)},
    COMPOUND(ImageIdentifier, STRUCTURE)},
    COMPOUND(ImageIdentifierList, LIST), BOUNDS(1, 100)},
    COMPOUND(ImageList, LIST)},
    SCALAR(ImageManifest, STRING), BOUNDS(1, 4194304)},
    COMPOUND(ImageReplicationStatus, STRUCTURE)},
    COMPOUND(ImageReplicationStatusList, LIST)},
    COMPOUND(ImageScanFindingsSummary, STRUCTURE)},
    COMPOUND(ImageScanStatus, STRUCTURE)},
    COMPOUND(ImageScanningConfiguration, STRUCTURE)},
    SCALAR(ImageTag, STRING), BOUNDS(1, 300)},
    COMPOUND(ImageTagList, LIST)},
    SCALAR(ImageTagMutability, STRING), WORDS(ImageTagMutability)},
    COMPOUND(InitiateLayerUploadRequest, STRUCTURE)},
    COMPOUND(InitiateLayerUploadResponse, STRUCTURE)},
    SCALAR(Integer, INTEGER)},
    COMPOUND(InvalidLayerPartException, STRUCTURE)},
    COMPOUND(KmsException, STRUCTURE)},
    SCALAR(KmsKey, STRING), BOUNDS(1, 2048)},
    COMPOUND(Layer, STRUCTURE)},
    SCALAR(LayerAvailability, STRING), WORDS(LayerAvailability)},
    COMPOUND(LayerDigestList, LIST), BOUNDS(1, 100)},
    COMPOUND(LayerFailure, STRUCTURE)},
    SCALAR(LayerFailureCode, STRING), WORDS(LayerFailureCode)},
    COMPOUND(LayerFailureList, LIST)},
    COMPOUND(LayerList, LIST)},
    SCALAR(LayerPartBlob, BLOB), BOUNDS(0, 20971520)},
    SCALAR(LifecyclePolicyText, STRING), BOUNDS(100, 30720)},
    COMPOUND(ListImagesFilter, STRUCTURE)},
    COMPOUND(ListImagesRequest, STRUCTURE)},
    COMPOUND(ListImagesResponse, STRUCTURE)},
    COMPOUND(ListTagsForResourceRequest, STRUCTURE)},
    COMPOUND(ListTagsForResourceResponse, STRUCTURE)},
    SCALAR(MaxResults, INTEGER), BOUNDS(1, 1000)},
    COMPOUND(MediaTypeList, LIST), BOUNDS(1, 100)},
    SCALAR(PartSize, INTEGER), BOUNDS(0, INT64_MAX)},
    COMPOUND(PutImageRequest, STRUCTURE)},
    COMPOUND(PutImageResponse, STRUCTURE)},
    COMPOUND(PutImageScanningConfigurationRequest, STRUCTURE)},
    COMPOUND(PutImageScanningConfigurationResponse, STRUCTURE)},
    COMPOUND(PutImageTagMutabilityRequest, STRUCTURE)},
    COMPOUND(PutImageTagMutabilityResponse, STRUCTURE)},
    COMPOUND(PutLifecyclePolicyRequest, STRUCTURE)},
    COMPOUND(PutLifecyclePolicyResponse, STRUCTURE)},
    COMPOUND(PutRegistryPolicyRequest, STRUCTURE)},
    COMPOUND(PutRegistryPolicyResponse, STRUCTURE)},
    COMPOUND(PutReplicationConfigurationRequest, STRUCTURE)},
    COMPOUND(PutReplicationConfigurationResponse, STRUCTURE)},
    SCALAR(Region, STRING), BOUNDS(2, 25)},
    SCALAR(RegistryPolicyText, STRING), BOUNDS(0, 10240)},
    COMPOUND(ReplicationConfiguration, STRUCTURE)},
    COMPOUND(ReplicationDestination, STRUCTURE)},
    COMPOUND(ReplicationDestinationList, LIST), BOUNDS(0, 25)},
    COMPOUND(ReplicationRule, STRUCTURE)},
    COMPOUND(ReplicationRuleList, LIST), BOUNDS(0, 10)},
    SCALAR(ReplicationStatus, STRING), WORDS(ReplicationStatus)},
    COMPOUND(Repository, STRUCTURE)},
    COMPOUND(RepositoryFilter, STRUCTURE)},
    COMPOUND(RepositoryFilterList, LIST), BOUNDS(1, 100)},
    SCALAR(RepositoryFilterType, STRING), WORDS(RepositoryFilterType)},
    SCALAR(RepositoryFilterValue, STRING), BOUNDS(2, 256)},
    COMPOUND(RepositoryList, LIST)},
    SCALAR(RepositoryName, STRING), BOUNDS(2, 256)},
    COMPOUND(RepositoryNameList, LIST), BOUNDS(1, 100)},
    SCALAR(RepositoryPolicyText, STRING), BOUNDS(0, 10240)},
    SCALAR(ScanStatus, STRING), WORDS(ScanStatus)},
    COMPOUND(SetRepositoryPolicyRequest, STRUCTURE)},
    COMPOUND(SetRepositoryPolicyResponse, STRUCTURE)},
    SCALAR(SeverityCount, INTEGER), BOUNDS(0, INT64_MAX)},
    SCALAR(String, STRING)},
    COMPOUND(Tag, STRUCTURE)},
    COMPOUND(TagKeyList, LIST)},
    COMPOUND(TagList, LIST)},
    COMPOUND(TagResourceRequest, STRUCTURE)},
    SCALAR(TagResourceResponse, STRUCTURE)},
    SCALAR(TagStatus, STRING), WORDS(TagStatus)},
    SCALAR(Timestamp, TIMESTAMP)},
    COMPOUND(UntagResourceRequest, STRUCTURE)},
    SCALAR(UntagResourceResponse, STRUCTURE)},
    COMPOUND(UploadLayerPartRequest, STRUCTURE)},
    COMPOUND(UploadLayerPartResponse, STRUCTURE)},
};

static const struct bs_operation_shape operations[] = {
    {.name = "BatchCheckLayerAvailability", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchCheckLayerAvailabilityRequest),
     .output = SHAPE(BatchCheckLayerAvailabilityResponse)},
    {.name = "BatchDeleteImage", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchDeleteImageRequest), .output = SHAPE(BatchDeleteImageResponse)},
    {.name = "BatchGetImage", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(BatchGetImageRequest), .output = SHAPE(BatchGetImageResponse)},
    {.name = "CompleteLayerUpload", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CompleteLayerUploadRequest), .output = SHAPE(CompleteLayerUploadResponse)},
    {.name = "CreateRepository", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(CreateRepositoryRequest), .output = SHAPE(CreateRepositoryResponse)},
    {.name = "DeleteLifecyclePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteLifecyclePolicyRequest), .output = SHAPE(DeleteLifecyclePolicyResponse)},
    {.name = "DeleteRegistryPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteRegistryPolicyRequest), .output = SHAPE(DeleteRegistryPolicyResponse)},
    {.name = "DeleteRepository", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteRepositoryRequest), .output = SHAPE(DeleteRepositoryResponse)},
    {.name = "DeleteRepositoryPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DeleteRepositoryPolicyRequest),
     .output = SHAPE(DeleteRepositoryPolicyResponse)},
    {.name = "DescribeImageReplicationStatus", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeImageReplicationStatusRequest),
     .output = SHAPE(DescribeImageReplicationStatusResponse)},
    {.name = "DescribeImages", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeImagesRequest), .output = SHAPE(DescribeImagesResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "imageDetails", NULL, 100}},
    {.name = "DescribeRegistry", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeRegistryRequest), .output = SHAPE(DescribeRegistryResponse)},
    {.name = "DescribeRepositories", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(DescribeRepositoriesRequest), .output = SHAPE(DescribeRepositoriesResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "repositories", NULL, 100}},
    {.name = "GetAuthorizationToken", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetAuthorizationTokenRequest), .output = SHAPE(GetAuthorizationTokenResponse)},
    {.name = "GetDownloadUrlForLayer", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetDownloadUrlForLayerRequest),
     .output = SHAPE(GetDownloadUrlForLayerResponse)},
    {.name = "GetLifecyclePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetLifecyclePolicyRequest), .output = SHAPE(GetLifecyclePolicyResponse)},
    {.name = "GetRegistryPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetRegistryPolicyRequest), .output = SHAPE(GetRegistryPolicyResponse)},
    {.name = "GetRepositoryPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(GetRepositoryPolicyRequest), .output = SHAPE(GetRepositoryPolicyResponse)},
    {.name = "InitiateLayerUpload", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(InitiateLayerUploadRequest), .output = SHAPE(InitiateLayerUploadResponse)},
    {.name = "ListImages", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListImagesRequest), .output = SHAPE(ListImagesResponse),
     .pages = {"nextToken", "nextToken", "maxResults", "imageIds", NULL, 100}},
    {.name = "ListTagsForResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(ListTagsForResourceRequest), .output = SHAPE(ListTagsForResourceResponse)},
    {.name = "PutImage", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutImageRequest), .output = SHAPE(PutImageResponse)},
    {.name = "PutImageScanningConfiguration", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutImageScanningConfigurationRequest),
     .output = SHAPE(PutImageScanningConfigurationResponse)},
    {.name = "PutImageTagMutability", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutImageTagMutabilityRequest), .output = SHAPE(PutImageTagMutabilityResponse)},
    {.name = "PutLifecyclePolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutLifecyclePolicyRequest), .output = SHAPE(PutLifecyclePolicyResponse)},
    {.name = "PutRegistryPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutRegistryPolicyRequest), .output = SHAPE(PutRegistryPolicyResponse)},
    {.name = "PutReplicationConfiguration", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(PutReplicationConfigurationRequest),
     .output = SHAPE(PutReplicationConfigurationResponse)},
    {.name = "SetRepositoryPolicy", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(SetRepositoryPolicyRequest), .output = SHAPE(SetRepositoryPolicyResponse)},
    {.name = "TagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(TagResourceRequest), .output = SHAPE(TagResourceResponse)},
    {.name = "UntagResource", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UntagResourceRequest), .output = SHAPE(UntagResourceResponse)},
    {.name = "UploadLayerPart", .method = "POST", .uri = "/", .status = 200,
     .input = SHAPE(UploadLayerPartRequest), .output = SHAPE(UploadLayerPartResponse)},
};

static const char *const refused[] = {
    "BatchGetRepositoryScanningConfiguration", "CreatePullThroughCacheRule",
    "DeletePullThroughCacheRule", "DescribeImageScanFindings", "DescribePullThroughCacheRules",
    "GetLifecyclePolicyPreview", "GetRegistryScanningConfiguration",
    "PutRegistryScanningConfiguration", "StartImageScan", "StartLifecyclePolicyPreview", NULL,
};

static const struct bs_shape_error errors[] = {
    {.shape = "EmptyUploadException", .code = "EmptyUploadException", .status = 400,
     .is_sender = true},
    {.shape = "ImageAlreadyExistsException", .code = "ImageAlreadyExistsException", .status = 400,
     .is_sender = true},
    {.shape = "ImageDigestDoesNotMatchException", .code = "ImageDigestDoesNotMatchException",
     .status = 400, .is_sender = true},
    {.shape = "ImageNotFoundException", .code = "ImageNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "ImageTagAlreadyExistsException", .code = "ImageTagAlreadyExistsException",
     .status = 400, .is_sender = true},
    {.shape = "InvalidLayerException", .code = "InvalidLayerException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidLayerPartException", .code = "InvalidLayerPartException", .status = 400,
     .is_sender = true, .members = SHAPE(InvalidLayerPartException)},
    {.shape = "InvalidParameterException", .code = "InvalidParameterException", .status = 400,
     .is_sender = true},
    {.shape = "InvalidTagParameterException", .code = "InvalidTagParameterException",
     .status = 400, .is_sender = true},
    {.shape = "KmsException", .code = "KmsException", .status = 400, .is_sender = true,
     .members = SHAPE(KmsException)},
    {.shape = "LayerAlreadyExistsException", .code = "LayerAlreadyExistsException", .status = 400,
     .is_sender = true},
    {.shape = "LayerInaccessibleException", .code = "LayerInaccessibleException", .status = 400,
     .is_sender = true},
    {.shape = "LayerPartTooSmallException", .code = "LayerPartTooSmallException", .status = 400,
     .is_sender = true},
    {.shape = "LayersNotFoundException", .code = "LayersNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "LifecyclePolicyNotFoundException", .code = "LifecyclePolicyNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "LifecyclePolicyPreviewInProgressException",
     .code = "LifecyclePolicyPreviewInProgressException", .status = 400, .is_sender = true},
    {.shape = "LifecyclePolicyPreviewNotFoundException",
     .code = "LifecyclePolicyPreviewNotFoundException", .status = 400, .is_sender = true},
    {.shape = "LimitExceededException", .code = "LimitExceededException", .status = 400,
     .is_sender = true},
    {.shape = "PullThroughCacheRuleAlreadyExistsException",
     .code = "PullThroughCacheRuleAlreadyExistsException", .status = 400, .is_sender = true},
    {.shape = "PullThroughCacheRuleNotFoundException",
     .code = "PullThroughCacheRuleNotFoundException", .status = 400, .is_sender = true},
    {.shape = "ReferencedImagesNotFoundException", .code = "ReferencedImagesNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "RegistryPolicyNotFoundException", .code = "RegistryPolicyNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "RepositoryAlreadyExistsException", .code = "RepositoryAlreadyExistsException",
     .status = 400, .is_sender = true},
    {.shape = "RepositoryNotEmptyException", .code = "RepositoryNotEmptyException", .status = 400,
     .is_sender = true},
    {.shape = "RepositoryNotFoundException", .code = "RepositoryNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "RepositoryPolicyNotFoundException", .code = "RepositoryPolicyNotFoundException",
     .status = 400, .is_sender = true},
    {.shape = "ScanNotFoundException", .code = "ScanNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "ServerException", .code = "ServerException", .status = 500},
    {.shape = "TooManyTagsException", .code = "TooManyTagsException", .status = 400,
     .is_sender = true},
    {.shape = "UnsupportedImageTypeException", .code = "UnsupportedImageTypeException",
     .status = 400, .is_sender = true},
    {.shape = "UnsupportedUpstreamRegistryException",
     .code = "UnsupportedUpstreamRegistryException", .status = 400, .is_sender = true},
    {.shape = "UploadNotFoundException", .code = "UploadNotFoundException", .status = 400,
     .is_sender = true},
    {.shape = "ValidationException", .code = "ValidationException", .status = 400,
     .is_sender = true},
};

const struct bs_service_shape bs_service_shape_ecr = {
    .name = "ecr",
    .signing_name = "ecr",
    .host_prefix = "api.ecr",
    .target_prefix = "AmazonEC2ContainerRegistry_V20150921",
    .api_version = "2015-09-21",
    .model = "botocore 1.29.27",
    .protocol = BS_PROTOCOL_JSON_1_1,
    .operations = operations,
    .operation_count = COUNT(operations),
    .refused = refused,
    .errors = errors,
    .error_count = COUNT(errors),
};
