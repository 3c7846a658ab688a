/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Repositories, images and their tags, layers, replication; and the scenario's images.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

#define REGION_LOSS "scenarios/platform/region-loss.yaml"
#define HELLO       "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
/* What sha256sum says of {"schemaVersion": 2}. */
#define PLAIN        "{\"schemaVersion\": 2}"
#define PLAIN_DIGEST "sha256:c5d902c53b4afcf32ad746fd9d696431650d3fbe8f7b10ca10519543fefd772c"
#define OTHER        "{\"schemaVersion\": 2, \"annotations\": {\"number\": \"2\"}}"

static void open_repository(struct client *client, enum bs_account_pace pace)
{
    client_open(client, NULL, pace);
    client_call(client, "ecr:CreateRepository", "{repositoryName: team/web}");
}

static void push(struct client *client, const char *manifest, const char *tag)
{
    client_call(client, "ecr:PutImage",
                "{repositoryName: team/web, imageManifest: '%s', imageTag: %s}", manifest, tag);
}

static void repositories_live(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    assert_string_equal(client_text(&client, "repository.repositoryArn"),
                        "arn:aws:ecr:us-east-1:123456789012:repository/team/web");
    assert_string_equal(client_text(&client, "repository.repositoryUri"),
                        "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/web");
    assert_string_equal(client_text(&client, "repository.imageTagMutability"), "MUTABLE");
    client_refused(&client, "RepositoryAlreadyExistsException", "already exists",
                   "ecr:CreateRepository", "{repositoryName: team/web}");
    client_refused(&client, "InvalidParameterException", "regular expression",
                   "ecr:CreateRepository", "{repositoryName: Team}");
    client_refused(&client, "InvalidParameterException", "regular expression",
                   "ecr:CreateRepository", "{repositoryName: a//b}");
    client_refused(&client, "RepositoryNotFoundException", "'nothing'", "ecr:DescribeRepositories",
                   "{repositoryNames: [team/web, nothing]}");
    client_call(&client, "ecr:CreateRepository", "{repositoryName: api}");
    client_call(&client, "ecr:DescribeRepositories", "{}");
    assert_int_equal(client_count(&client, "repositories"), 2);
    push(&client, PLAIN, "v1");
    client_refused(&client, "RepositoryNotEmptyException", "still contains images",
                   "ecr:DeleteRepository", "{repositoryName: team/web}");
    client_call(&client, "ecr:DeleteRepository", "{repositoryName: team/web, force: true}");
    client_refused(&client, "RepositoryNotFoundException", "does not exist", "ecr:DescribeImages",
                   "{repositoryName: team/web}");
    client_call(&client, "ecr:DeleteRepository", "{repositoryName: api}");
    client_refused(&client, "RepositoryNotFoundException", "999999999999", "ecr:ListImages",
                   "{repositoryName: team/web, registryId: '999999999999'}");
    client_close(&client);
}

static void policies_and_settings_are_recorded(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    client_refused(&client, "RepositoryPolicyNotFoundException", "team/web",
                   "ecr:GetRepositoryPolicy", "{repositoryName: team/web}");
    client_call(&client, "ecr:SetRepositoryPolicy", "{repositoryName: team/web, policyText: '{}'}");
    client_call(&client, "ecr:GetRepositoryPolicy", "{repositoryName: team/web}");
    assert_string_equal(client_text(&client, "policyText"), "{}");
    client_refused(&client, "LifecyclePolicyNotFoundException", "team/web",
                   "ecr:GetLifecyclePolicy", "{repositoryName: team/web}");
    client_call(&client, "ecr:PutLifecyclePolicy",
                "{repositoryName: team/web, lifecyclePolicyText: '[]'}");
    client_call(&client, "ecr:DeleteLifecyclePolicy", "{repositoryName: team/web}");
    assert_string_equal(client_text(&client, "lifecyclePolicyText"), "[]");
    client_refused(&client, "LifecyclePolicyNotFoundException", "team/web",
                   "ecr:DeleteLifecyclePolicy", "{repositoryName: team/web}");
    client_refused(&client, "RegistryPolicyNotFoundException", "RegistryPolicy",
                   "ecr:GetRegistryPolicy", "{}");
    client_call(&client, "ecr:PutRegistryPolicy", "{policyText: '{}'}");
    assert_string_equal(client_text(&client, "registryId"), "123456789012");
    client_call(&client, "ecr:PutImageScanningConfiguration",
                "{repositoryName: team/web, imageScanningConfiguration: {scanOnPush: true}}");
    client_call(&client, "ecr:DescribeRepositories", "{}");
    assert_int_equal(
        client_integer(&client, "repositories.0.imageScanningConfiguration.scanOnPush"), true);
    client_call(&client, "ecr:TagResource",
                "{resourceArn: 'arn:aws:ecr:us-east-1:123456789012:repository/team/web', tags: "
                "[{Key: a, Value: b}, {Key: c, Value: d}]}");
    client_call(&client, "ecr:UntagResource",
                "{resourceArn: 'arn:aws:ecr:us-east-1:123456789012:repository/team/web', tagKeys: "
                "[a]}");
    client_call(&client, "ecr:ListTagsForResource",
                "{resourceArn: 'arn:aws:ecr:us-east-1:123456789012:repository/team/web'}");
    assert_int_equal(client_count(&client, "tags"), 1);
    assert_string_equal(client_text(&client, "tags.0.Key"), "c");
    client_refused(&client, "InvalidParameterException", "ARN", "ecr:ListTagsForResource",
                   "{resourceArn: web}");
    client_call(&client, "ecr:GetAuthorizationToken", "{}");
    assert_true(strncmp(client_text(&client, "authorizationData.0.authorizationToken"), "QVdTO",
                        5) == 0); /* "AWS:" in base64. */
    assert_string_equal(client_text(&client, "authorizationData.0.proxyEndpoint"),
                        "https://123456789012.dkr.ecr.us-east-1.amazonaws.com");
    client_close(&client);
}

static void an_image_is_known_by_its_digest(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    push(&client, PLAIN, "v1");
    assert_string_equal(client_text(&client, "image.imageId.imageDigest"), PLAIN_DIGEST);
    client_refused(&client, "ImageAlreadyExistsException", "v1", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '" PLAIN "', imageTag: v1}");
    client_refused(&client, "ImageAlreadyExistsException", "null", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '" PLAIN "'}");
    client_refused(&client, "ImageDigestDoesNotMatchException", PLAIN_DIGEST, "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '" PLAIN "', imageDigest: '" HELLO
                   "'}");
    client_refused(&client, "InvalidParameterException", "JSON", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '{'}");
    client_refused(&client, "InvalidParameterException", "JSON", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: 'text'}");
    push(&client, PLAIN, "v2");
    client_call(&client, "ecr:DescribeImages",
                "{repositoryName: team/web, imageIds: [{imageTag: v2}]}");
    assert_int_equal(client_count(&client, "imageDetails.0.imageTags"), 2);
    client_call(&client, "ecr:BatchGetImage",
                "{repositoryName: team/web, imageIds: [{imageTag: v2}, {imageDigest: '" PLAIN_DIGEST
                "'}, {imageTag: v9}, {imageTag: v9, imageDigest: '" PLAIN_DIGEST
                "'}, {imageDigest: x}, {}]}");
    assert_int_equal(client_count(&client, "images"), 2);
    assert_string_equal(client_text(&client, "images.0.imageManifest"), PLAIN);
    assert_string_equal(client_text(&client, "failures.0.failureCode"), "ImageNotFound");
    assert_string_equal(client_text(&client, "failures.1.failureCode"),
                        "ImageTagDoesNotMatchDigest");
    assert_string_equal(client_text(&client, "failures.2.failureCode"), "InvalidImageDigest");
    assert_string_equal(client_text(&client, "failures.3.failureCode"), "MissingDigestAndTag");
    client_refused(&client, "ImageNotFoundException", "imageTag:'v9'", "ecr:DescribeImages",
                   "{repositoryName: team/web, imageIds: [{imageTag: v2}, {imageTag: v9}]}");
    client_close(&client);
}

static void a_tag_moves_unless_it_must_not(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    push(&client, PLAIN, "latest");
    push(&client, OTHER, "latest");
    client_call(&client, "ecr:ListImages",
                "{repositoryName: team/web, filter: {tagStatus: UNTAGGED}}");
    assert_int_equal(client_count(&client, "imageIds"), 1);
    assert_string_equal(client_text(&client, "imageIds.0.imageDigest"), PLAIN_DIGEST);
    client_call(&client, "ecr:DescribeImages",
                "{repositoryName: team/web, filter: {tagStatus: TAGGED}}");
    assert_int_equal(client_count(&client, "imageDetails"), 1);
    client_call(&client, "ecr:PutImageTagMutability",
                "{repositoryName: team/web, imageTagMutability: IMMUTABLE}");
    client_refused(&client, "ImageTagAlreadyExistsException", "immutable", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '" PLAIN "', imageTag: latest}");
    push(&client, PLAIN, "old");
    client_call(&client, "ecr:ListImages", "{repositoryName: team/web}");
    assert_int_equal(client_count(&client, "imageIds"), 2);
    client_close(&client);
}

static void deleting_takes_a_tag_or_all(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    push(&client, PLAIN, "v1");
    push(&client, PLAIN, "v2");
    push(&client, OTHER, "v3");
    push(&client, OTHER, "v4");
    client_call(&client, "ecr:BatchDeleteImage",
                "{repositoryName: team/web, imageIds: [{imageTag: v1}, {imageTag: no}]}");
    assert_int_equal(client_count(&client, "imageIds"), 1);
    assert_string_equal(client_text(&client, "failures.0.failureCode"), "ImageNotFound");
    client_call(&client, "ecr:DescribeImages",
                "{repositoryName: team/web, imageIds: [{imageDigest: '" PLAIN_DIGEST "'}]}");
    assert_int_equal(client_count(&client, "imageDetails.0.imageTags"), 1);
    client_call(&client, "ecr:BatchDeleteImage",
                "{repositoryName: team/web, imageIds: [{imageTag: v2}]}");
    client_refused(&client, "ImageNotFoundException", PLAIN_DIGEST, "ecr:DescribeImages",
                   "{repositoryName: team/web, imageIds: [{imageDigest: '" PLAIN_DIGEST "'}]}");
    client_call(&client, "ecr:ListImages", "{repositoryName: team/web}");
    assert_int_equal(client_count(&client, "imageIds"), 2);
    client_call(&client, "ecr:BatchDeleteImage",
                "{repositoryName: team/web, imageIds: [{imageDigest: '%s'}]}",
                client_text(&client, "imageIds.0.imageDigest"));
    assert_int_equal(client_count(&client, "imageIds"), 2);
    client_call(&client, "ecr:ListImages", "{repositoryName: team/web}");
    assert_int_equal(client_count(&client, "imageIds"), 0);
    client_close(&client);
}

static void upload(struct client *client, char id[64])
{
    client_call(client, "ecr:InitiateLayerUpload", "{repositoryName: team/web}");
    client_keep(client, "uploadId", id, 64);
}

static void layers_are_uploaded_in_parts(void **state)
{
    struct client client;
    char id[64];

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    upload(&client, id);
    client_refused(&client, "EmptyUploadException", "no layer parts", "ecr:CompleteLayerUpload",
                   "{repositoryName: team/web, uploadId: '%s', layerDigests: ['" HELLO "']}", id);
    client_refused(&client, "InvalidLayerPartException", "bytes 1 to 5", "ecr:UploadLayerPart",
                   "{repositoryName: team/web, uploadId: '%s', partFirstByte: 1, partLastByte: 5, "
                   "layerPartBlob: hello}",
                   id);
    assert_int_equal(bs_tree_integer(client.answer.details, "lastValidByteReceived", INT64_MIN),
                     -1);
    client_call(&client, "ecr:UploadLayerPart",
                "{repositoryName: team/web, uploadId: '%s', partFirstByte: 0, partLastByte: 4, "
                "layerPartBlob: hello}",
                id);
    assert_int_equal(client_integer(&client, "lastByteReceived"), 4);
    client_call(&client, "ecr:CompleteLayerUpload",
                "{repositoryName: team/web, uploadId: '%s', layerDigests: ['" HELLO "']}", id);
    assert_string_equal(client_text(&client, "layerDigest"), HELLO);
    client_refused(&client, "UploadNotFoundException", id, "ecr:CompleteLayerUpload",
                   "{repositoryName: team/web, uploadId: '%s', layerDigests: ['" HELLO "']}", id);
    client_call(&client, "ecr:BatchCheckLayerAvailability",
                "{repositoryName: team/web, layerDigests: ['" HELLO "', 'sha256:0', nonsense]}");
    assert_string_equal(client_text(&client, "layers.0.layerAvailability"), "AVAILABLE");
    assert_int_equal(client_integer(&client, "layers.0.layerSize"), 5);
    assert_string_equal(client_text(&client, "layers.1.layerAvailability"), "UNAVAILABLE");
    assert_string_equal(client_text(&client, "failures.0.failureCode"), "InvalidLayerDigest");
    client_refused(&client, "LayerInaccessibleException", "not associated",
                   "ecr:GetDownloadUrlForLayer",
                   "{repositoryName: team/web, layerDigest: '" HELLO "'}");
    client_refused(&client, "LayersNotFoundException", "sha256:0", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '{\"layers\": [{\"digest\": "
                   "\"sha256:0\"}]}'}");
    client_call(&client, "ecr:PutImage",
                "{repositoryName: team/web, imageTag: v1, imageManifest: '{\"layers\": "
                "[{\"digest\": \"" HELLO "\"}]}'}");
    client_call(&client, "ecr:DescribeImages", "{repositoryName: team/web}");
    assert_int_equal(client_integer(&client, "imageDetails.0.imageSizeInBytes"), 5);
    client_call(&client, "ecr:GetDownloadUrlForLayer",
                "{repositoryName: team/web, layerDigest: '" HELLO "'}");
    client_refused(&client, "ReferencedImagesNotFoundException", "sha256:0", "ecr:PutImage",
                   "{repositoryName: team/web, imageManifest: '{\"manifests\": [{\"digest\": "
                   "\"sha256:0\"}]}'}");
    client_close(&client);
}

static void small_parts_and_wrong_digests_are_refused(void **state)
{
    struct client client;
    char id[64];

    (void)state;
    open_repository(&client, BS_ACCOUNT_INSTANT);
    upload(&client, id);
    for (int i = 0; i < 2; i++) {
        client_call(&client, "ecr:UploadLayerPart",
                    "{repositoryName: team/web, uploadId: '%s', partFirstByte: %d, partLastByte: "
                    "%d, layerPartBlob: hello}",
                    id, 5 * i, 5 * i + 4);
    }
    client_refused(&client, "LayerPartTooSmallException", "5242880", "ecr:CompleteLayerUpload",
                   "{repositoryName: team/web, uploadId: '%s', layerDigests: ['" HELLO "']}", id);
    upload(&client, id);
    client_call(&client, "ecr:UploadLayerPart",
                "{repositoryName: team/web, uploadId: '%s', partFirstByte: 0, partLastByte: 4, "
                "layerPartBlob: hallo}",
                id);
    client_refused(&client, "InvalidLayerException", "not one of those", "ecr:CompleteLayerUpload",
                   "{repositoryName: team/web, uploadId: '%s', layerDigests: ['" HELLO "']}", id);
    client_close(&client);
}

#define RULES                                                                              \
    "{replicationConfiguration: {rules: [{destinations: [{region: us-west-2, registryId: " \
    "'123456789012'}], repositoryFilters: [{filter: team, filterType: PREFIX_MATCH}]}]}}"

static const char *replication(struct client *client)
{
    client_call(client, "ecr:DescribeImageReplicationStatus",
                "{repositoryName: team/web, imageId: {imageTag: v2}}");
    return client_text(client, "replicationStatuses.0.status");
}

static void what_is_pushed_is_replicated(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_REALISTIC);
    push(&client, PLAIN, "v1");
    client_call(&client, "ecr:PutReplicationConfiguration", RULES);
    client_call(&client, "ecr:DescribeRegistry", "{}");
    assert_string_equal(
        client_text(&client, "replicationConfiguration.rules.0.destinations.0.region"),
        "us-west-2");
    push(&client, OTHER, "v2");
    assert_string_equal(replication(&client), "IN_PROGRESS");
    client_call(&client, "ecr:CreateRepository", "{repositoryName: other}");
    client_call(&client, "ecr:PutImage",
                "{repositoryName: other, imageManifest: '" PLAIN "', imageTag: v1}");
    client.region = "us-west-2";
    client_refused(&client, "RepositoryNotFoundException", "team/web", "ecr:ListImages",
                   "{repositoryName: team/web}");
    client_run(&client, 7200);
    client_call(&client, "ecr:ListImages", "{repositoryName: team/web}");
    assert_int_equal(client_count(&client, "imageIds"), 1);
    assert_string_equal(client_text(&client, "imageIds.0.imageTag"), "v2");
    client_refused(&client, "RepositoryNotFoundException", "other", "ecr:ListImages",
                   "{repositoryName: other}");
    client.region = "us-east-1";
    assert_string_equal(replication(&client), "COMPLETE");
    client_refused(&client, "InvalidParameterException", "same as the source",
                   "ecr:PutReplicationConfiguration",
                   "{replicationConfiguration: {rules: [{destinations: [{region: us-east-1, "
                   "registryId: '123456789012'}]}]}}");
    client_close(&client);
}

static void an_image_that_goes_is_not_replicated(void **state)
{
    struct client client;

    (void)state;
    open_repository(&client, BS_ACCOUNT_REALISTIC);
    client_call(&client, "ecr:PutReplicationConfiguration", RULES);
    push(&client, OTHER, "v2");
    client_call(&client, "ecr:BatchDeleteImage",
                "{repositoryName: team/web, imageIds: [{imageTag: v2}]}");
    client_run(&client, 7200);
    client.region = "us-west-2";
    client_call(&client, "ecr:DescribeRepositories", "{}");
    assert_int_equal(client_count(&client, "repositories"), 0);
    client_close(&client);
}

static void replication_waits_for_a_lost_region(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    client_call(&client, "ecr:CreateRepository", "{repositoryName: team/web}");
    client_call(&client, "ecr:PutReplicationConfiguration",
                "{replicationConfiguration: {rules: [{destinations: [{region: us-east-1, "
                "registryId: '123456789012'}]}]}}");
    client_run(&client, 601); /* us-east-1 is lost after ten minutes. */
    push(&client, OTHER, "v2");
    client_run(&client, 3600);
    assert_string_equal(replication(&client), "IN_PROGRESS");
    client_close(&client);
}

static void the_scenarios_images_are_there(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    client_call(&client, "ecr:DescribeImages",
                "{repositoryName: web, imageIds: [{imageTag: latest}]}");
    assert_int_equal(client_count(&client, "imageDetails"), 1);
    assert_int_equal(client_integer(&client, "imageDetails.0.imageSizeInBytes"), 400000000);
    client_call(&client, "ecr:BatchGetImage",
                "{repositoryName: web, imageIds: [{imageTag: latest}]}");
    assert_non_null(strstr(client_text(&client, "images.0.imageManifest"), "\"layers\""));
    client_refused(&client, "InvalidParameterException", "scenario", "ecr:BatchDeleteImage",
                   "{repositoryName: web, imageIds: [{imageTag: latest}]}");
    client_refused(&client, "InvalidParameterException", "scenario", "ecr:DeleteRepository",
                   "{repositoryName: web, force: true}");
    client_refused(&client, "ImageNotFoundException", "v9", "ecr:DescribeImages",
                   "{repositoryName: web, imageIds: [{imageTag: v9}]}");
    client.region = "us-east-2"; /* The control Region has no copy. */
    client_refused(&client, "ImageNotFoundException", "us-east-2", "ecr:DescribeImages",
                   "{repositoryName: web, imageIds: [{imageTag: latest}]}");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repositories_live),
        cmocka_unit_test(policies_and_settings_are_recorded),
        cmocka_unit_test(an_image_is_known_by_its_digest),
        cmocka_unit_test(a_tag_moves_unless_it_must_not),
        cmocka_unit_test(deleting_takes_a_tag_or_all),
        cmocka_unit_test(layers_are_uploaded_in_parts),
        cmocka_unit_test(small_parts_and_wrong_digests_are_refused),
        cmocka_unit_test(what_is_pushed_is_replicated),
        cmocka_unit_test(an_image_that_goes_is_not_replicated),
        cmocka_unit_test(replication_waits_for_a_lost_region),
        cmocka_unit_test(the_scenarios_images_are_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
