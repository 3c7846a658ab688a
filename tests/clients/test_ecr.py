# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""ECR as boto3 and aws-cli meet it.

usage: test_ecr.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import base64
import hashlib
import json
from pathlib import Path

import harness
from harness import ACCOUNT, OTHER_REGION, REGION

SCENARIO = Path(__file__).resolve().parents[2] / "scenarios/platform/region-loss.yaml"
RULES = {"rules": [{"destinations": [{"region": OTHER_REGION, "registryId": ACCOUNT}]}]}


def digest_of(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class ImageTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.ecr = self.client("ecr")
        self.ecr.create_repository(repositoryName="shop/web")

    def upload(self, layer):
        upload = self.ecr.initiate_layer_upload(repositoryName="shop/web")
        for first in range(0, len(layer), upload["partSize"]):
            part = layer[first:first + upload["partSize"]]
            self.ecr.upload_layer_part(repositoryName="shop/web", uploadId=upload["uploadId"], partFirstByte=first,
                                       partLastByte=first + len(part) - 1, layerPartBlob=part)
        self.ecr.complete_layer_upload(repositoryName="shop/web", uploadId=upload["uploadId"],
                                       layerDigests=[digest_of(layer)])
        return {"digest": digest_of(layer), "size": len(layer)}

    def push(self, *tags, number=0):
        manifest = json.dumps({"schemaVersion": 2, "annotations": {"number": number}}, indent=3)
        for tag in tags:
            image = self.ecr.put_image(repositoryName="shop/web", imageManifest=manifest, imageTag=tag)["image"]
        return image["imageId"], manifest

    def test_layers_and_manifests(self):
        layers = [self.upload(bytes(range(256))), self.upload(b"x" * (12 << 20))]
        manifest = json.dumps({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                               "config": layers[0], "layers": layers})
        self.ecr.put_image(repositoryName="shop/web", imageManifest=manifest, imageTag="v1")
        found = self.ecr.batch_get_image(repositoryName="shop/web", imageIds=[{"imageTag": "v1"}])["images"]
        self.assertEqual((found[0]["imageManifest"], found[0]["imageId"]["imageDigest"]),
                         (manifest, digest_of(manifest.encode())))
        details = self.ecr.describe_images(repositoryName="shop/web")["imageDetails"][0]
        self.assertEqual((details["imageSizeInBytes"], details["imageManifestMediaType"]),
                         (256 + (12 << 20), "application/vnd.oci.image.manifest.v1+json"))
        found = self.ecr.batch_check_layer_availability(repositoryName="shop/web", layerDigests=[layers[0]["digest"]])
        self.assertEqual(found["layers"][0]["layerAvailability"], "AVAILABLE")
        upload = self.ecr.initiate_layer_upload(repositoryName="shop/web")["uploadId"]
        with self.refused(self.ecr, "InvalidLayerPartException") as caught:
            self.ecr.upload_layer_part(repositoryName="shop/web", uploadId=upload, partFirstByte=9, partLastByte=9,
                                       layerPartBlob=b"x")
        self.assertEqual(caught.exception.response["lastValidByteReceived"], -1)

    def test_tags(self):
        image, manifest = self.push("v1", "v2")
        with self.refused(self.ecr, "ImageAlreadyExistsException"):
            self.ecr.put_image(repositoryName="shop/web", imageManifest=manifest, imageTag="v1")
        self.ecr.put_image_tag_mutability(repositoryName="shop/web", imageTagMutability="IMMUTABLE")
        with self.refused(self.ecr, "ImageTagAlreadyExistsException"):
            self.push("v1", number=1)
        found = self.ecr.batch_delete_image(repositoryName="shop/web", imageIds=[{"imageTag": "v1"}, {"imageTag": "no"}])
        self.assertEqual((found["imageIds"], found["failures"][0]["failureCode"]),
                         ([{"imageDigest": image["imageDigest"], "imageTag": "v1"}], "ImageNotFound"))
        with self.refused(self.ecr, "RepositoryNotEmptyException"):
            self.ecr.delete_repository(repositoryName="shop/web")
        self.ecr.delete_repository(repositoryName="shop/web", force=True)
        with self.refused(self.ecr, "RepositoryNotFoundException"):
            self.ecr.list_images(repositoryName="shop/web")

    def test_pages(self):
        for number in range(5):
            self.push(f"v{number}", number=number)
        pages = self.ecr.get_paginator("list_images").paginate(repositoryName="shop/web", PaginationConfig={"PageSize": 2})
        self.assertEqual([len(page["imageIds"]) for page in pages], [2, 2, 1])
        with self.refused(self.ecr, "InvalidParameterException"):
            self.ecr.list_images(repositoryName="shop/web", nextToken="nonsense")

    def test_replication(self):
        self.assertEqual(self.ecr.describe_registry()["replicationConfiguration"], {"rules": []})
        self.ecr.put_replication_configuration(replicationConfiguration=RULES)
        image, _ = self.push("v1")
        found = self.ecr.describe_image_replication_status(repositoryName="shop/web", imageId=image)
        self.assertEqual(found["replicationStatuses"], [{"region": OTHER_REGION, "registryId": ACCOUNT,
                                                         "status": "COMPLETE"}])
        other = self.client("ecr", region=OTHER_REGION)
        self.assertEqual(other.list_images(repositoryName="shop/web")["imageIds"], [image])

    def test_waiter_and_token(self):
        self.push("v1")
        policy = json.dumps({"rules": [{"rulePriority": 1, "action": {"type": "expire"}, "selection": {
            "tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 1}}]})
        self.ecr.put_lifecycle_policy(repositoryName="shop/web", lifecyclePolicyText=policy)
        self.assertEqual(self.ecr.get_lifecycle_policy(repositoryName="shop/web")["lifecyclePolicyText"], policy)
        with self.refused(self.ecr, "RepositoryPolicyNotFoundException"):
            self.ecr.get_repository_policy(repositoryName="shop/web")
        token = self.ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
        self.assertTrue(base64.b64decode(token).startswith(b"AWS:"))

    def test_aws_cli(self):
        made = self.aws_json("ecr", "create-repository", "--repository-name", "api", "--tags", "Key=a,Value=b")["repository"]
        self.assertEqual(made["repositoryUri"], f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/api")
        found = self.aws_json("ecr", "list-tags-for-resource", "--resource-arn", made["repositoryArn"])
        self.assertEqual(found["tags"], [{"Key": "a", "Value": "b"}])
        self.assertEqual(len(self.aws("ecr", "get-login-password").strip()), 128)
        self.assertIn("ImageNotFoundException", self.aws("ecr", "describe-images", "--repository-name", "api", "--image-ids",
                                                         "imageTag=none", status=254))


class ScenarioTest(harness.Case):
    options = (str(SCENARIO), "--speed", "100")

    def test_the_scenarios_image(self):
        ids = [{"imageTag": "latest"}]
        for region in (REGION, OTHER_REGION):
            found = self.client("ecr", region=region).describe_images(repositoryName="web", imageIds=ids)["imageDetails"]
            self.assertEqual((found[0]["imageSizeInBytes"], found[0]["imageTags"]), (400_000_000, ["latest"]))
        elsewhere = self.client("ecr", region="us-east-2")
        with self.refused(elsewhere, "ImageNotFoundException"):
            elsewhere.describe_images(repositoryName="web", imageIds=ids)


if __name__ == "__main__":
    harness.main()
