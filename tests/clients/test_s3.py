# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""S3 as boto3 and aws-cli meet it.

usage: test_s3.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import hashlib
import io
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

import harness
from boto3.s3.transfer import TransferConfig
from harness import ACCOUNT, OTHER_REGION

MEGABYTE = 1024 * 1024
BUCKET = "shop-uploads"
OTHER_BUCKET = "shop-uploads-copy"
NAMES = ("plain", "with blank", "a/b//c", "ünï/漢字", "per%20cent", "plus+and&=?#;:@", "dots/../x", "tilde~'()*!")


class S3Case(harness.Case):
    def setUp(self):
        super().setUp()
        self.s3 = self.client("s3")
        self.s3.create_bucket(Bucket=BUCKET)

    def put(self, key, body=b"body", **more):
        return self.s3.put_object(Bucket=BUCKET, Key=key, Body=body, **more)

    def read(self, key, **more):
        return self.s3.get_object(Bucket=BUCKET, Key=key, **more)["Body"].read()


class BucketTest(S3Case):
    def test_life(self):
        self.assertEqual([each["Name"] for each in self.s3.list_buckets()["Buckets"]], [BUCKET])
        self.s3.get_waiter("bucket_exists").wait(Bucket=BUCKET, WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        self.put("x")
        with self.refused(self.s3, "BucketNotEmpty", 409):
            self.s3.delete_bucket(Bucket=BUCKET)
        self.s3.delete_object(Bucket=BUCKET, Key="x")
        self.s3.delete_bucket(Bucket=BUCKET)
        self.s3.get_waiter("bucket_not_exists").wait(Bucket=BUCKET, WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        with self.refused(self.s3, None, 404, "404"):
            self.s3.head_bucket(Bucket=BUCKET)

    def test_regions(self):
        other = self.client("s3", region=OTHER_REGION)
        with self.refused(other, None, 400, "IllegalLocationConstraintException"):
            other.create_bucket(Bucket=OTHER_BUCKET)
        other.create_bucket(Bucket=OTHER_BUCKET, CreateBucketConfiguration={"LocationConstraint": OTHER_REGION})
        self.assertEqual(other.get_bucket_location(Bucket=OTHER_BUCKET)["LocationConstraint"], OTHER_REGION)
        self.assertIsNone(self.s3.get_bucket_location(Bucket=BUCKET)["LocationConstraint"])
        other.put_object(Bucket=OTHER_BUCKET, Key="x", Body=b"1")
        # The client is sent to the bucket's Region, and follows.
        self.assertEqual(self.s3.get_object(Bucket=OTHER_BUCKET, Key="x")["Body"].read(), b"1")

    def test_errors(self):
        with self.refused(self.s3, "NoSuchBucket", 404):
            self.s3.list_objects_v2(Bucket="no-such-bucket")
        other = self.client("s3", region=OTHER_REGION)
        with self.refused(other, "BucketAlreadyOwnedByYou", 409):
            other.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": OTHER_REGION})
        with self.refused(self.s3, None, 400, "InvalidBucketName"):
            self.s3.create_bucket(Bucket="UPPER")

    def test_settings(self):
        tags = [{"Key": "stage", "Value": "live & well"}]
        self.s3.put_bucket_tagging(Bucket=BUCKET, Tagging={"TagSet": tags})
        self.assertEqual(self.s3.get_bucket_tagging(Bucket=BUCKET)["TagSet"], tags)
        self.s3.delete_bucket_tagging(Bucket=BUCKET)
        with self.refused(self.s3, None, 404, "NoSuchTagSet"):
            self.s3.get_bucket_tagging(Bucket=BUCKET)
        policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action":
                             "s3:GetObject", "Resource": f"arn:aws:s3:::{BUCKET}/*"}]})
        self.s3.put_bucket_policy(Bucket=BUCKET, Policy=policy)
        self.assertEqual(json.loads(self.s3.get_bucket_policy(Bucket=BUCKET)["Policy"]), json.loads(policy))
        block = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True,
                 "RestrictPublicBuckets": True}
        self.s3.put_public_access_block(Bucket=BUCKET, PublicAccessBlockConfiguration=block)
        self.assertEqual(self.s3.get_public_access_block(Bucket=BUCKET)["PublicAccessBlockConfiguration"], block)
        rules = [{"ID": "old", "Status": "Enabled", "Filter": {"Prefix": "log/"}, "Expiration": {"Days": 30}}]
        self.s3.put_bucket_lifecycle_configuration(Bucket=BUCKET, LifecycleConfiguration={"Rules": rules})
        self.assertEqual(self.s3.get_bucket_lifecycle_configuration(Bucket=BUCKET)["Rules"], rules)
        with self.refused(self.s3, None, 404, "NoSuchCORSConfiguration"):
            self.s3.get_bucket_cors(Bucket=BUCKET)


class ObjectTest(S3Case):
    def test_metadata_has_2_kb(self):
        """Names and values count, however many there are."""
        metadata = {f"name-{number:02}": "x" * 18 for number in range(80)}
        metadata["rest"] = "y" * (2048 - 80 * 25 - 4)
        self.put("x", b"", Metadata=metadata)
        self.assertEqual(self.s3.head_object(Bucket=BUCKET, Key="x")["Metadata"], metadata)
        metadata["rest"] += "y"
        with self.refused(self.s3, None, 400, "MetadataTooLarge"):
            self.put("x", b"", Metadata=metadata)

    def test_life(self):
        body = bytes(range(256)) * 10
        put = self.put("x", body, ContentType="application/x-own", Metadata={"owner": "me", "note": "a b"},
                       CacheControl="no-cache", ContentDisposition="attachment", StorageClass="STANDARD_IA")
        self.assertEqual(put["ETag"], f'"{hashlib.md5(body).hexdigest()}"')
        found = self.s3.get_object(Bucket=BUCKET, Key="x")
        self.assertEqual(found["Body"].read(), body)
        head = self.s3.head_object(Bucket=BUCKET, Key="x")
        for each in (found, head):
            self.assertEqual((each["ContentLength"], each["ETag"], each["ContentType"], each["Metadata"],
                              each["CacheControl"], each["ContentDisposition"], each["StorageClass"]),
                             (2560, put["ETag"], "application/x-own", {"owner": "me", "note": "a b"}, "no-cache",
                              "attachment", "STANDARD_IA"))
        self.put("x", b"second")
        self.assertEqual(self.read("x"), b"second")
        self.s3.delete_object(Bucket=BUCKET, Key="x")
        self.s3.get_waiter("object_not_exists").wait(Bucket=BUCKET, Key="x",
                                                     WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        with self.refused(self.s3, "NoSuchKey", 404):
            self.s3.get_object(Bucket=BUCKET, Key="x")
        with self.refused(self.s3, None, 404, "404"):
            self.s3.head_object(Bucket=BUCKET, Key="x")

    def test_names(self):
        for name in NAMES:
            with self.subTest(name):
                self.put(name, name.encode())
                self.assertEqual(self.read(name), name.encode())
        found = self.s3.list_objects_v2(Bucket=BUCKET)["Contents"]
        self.assertEqual([each["Key"] for each in found], sorted(NAMES, key=str.encode))
        gone = self.s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": name} for name in NAMES]})
        self.assertEqual({each["Key"] for each in gone["Deleted"]}, set(NAMES))

    def test_parts_and_conditions(self):
        etag = self.put("x", b"0123456789")["ETag"]
        found = self.s3.get_object(Bucket=BUCKET, Key="x", Range="bytes=2-4")
        self.assertEqual((found["Body"].read(), found["ContentRange"]), (b"234", "bytes 2-4/10"))
        self.assertEqual(self.read("x", Range="bytes=-3"), b"789")
        with self.refused(self.s3, None, 416, "InvalidRange"):
            self.s3.get_object(Bucket=BUCKET, Key="x", Range="bytes=99-")
        with self.refused(self.s3, None, 304, "304"):
            self.s3.get_object(Bucket=BUCKET, Key="x", IfNoneMatch=etag)
        with self.refused(self.s3, None, 412, "PreconditionFailed"):
            self.s3.get_object(Bucket=BUCKET, Key="x", IfMatch='"other"')

    def test_copies(self):
        self.put("a b/ü", b"text", Metadata={"owner": "me"})
        self.s3.copy_object(Bucket=BUCKET, Key="copy", CopySource={"Bucket": BUCKET, "Key": "a b/ü"})
        self.assertEqual(self.read("copy"), b"text")
        self.assertEqual(self.s3.head_object(Bucket=BUCKET, Key="copy")["Metadata"], {"owner": "me"})
        self.s3.copy_object(Bucket=BUCKET, Key="copy", CopySource=f"{BUCKET}/copy", MetadataDirective="REPLACE",
                            Metadata={"owner": "you"})
        self.assertEqual(self.s3.head_object(Bucket=BUCKET, Key="copy")["Metadata"], {"owner": "you"})
        with self.refused(self.s3, "NoSuchKey", 404):
            self.s3.copy_object(Bucket=BUCKET, Key="x", CopySource=f"{BUCKET}/missing")

    def test_checksums(self):
        for kind in ("CRC32", "SHA1", "SHA256"):
            with self.subTest(kind):
                name = f"Checksum{kind}"
                sent = self.put("x", b"text", ChecksumAlgorithm=kind)[name]
                self.assertEqual(self.s3.head_object(Bucket=BUCKET, Key="x", ChecksumMode="ENABLED")[name], sent)
                self.assertEqual(self.read("x", ChecksumMode="ENABLED"), b"text")
        with self.refused(self.s3, None, 400, "BadDigest"):
            self.put("x", b"text", ContentMD5="1B2M2Y8AsgTpgAmY7PhCfg==")

    def test_listing(self):
        for number in range(25):
            self.put(f"a/{number:02}")
        for key in ("b/x/y", "b/z", "c"):
            self.put(key)
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix="a/",
                                                                  PaginationConfig={"PageSize": 10})
        sizes = [len(page["Contents"]) for page in pages]
        self.assertEqual(sizes, [10, 10, 5])
        found = self.s3.list_objects_v2(Bucket=BUCKET, Delimiter="/")
        self.assertEqual([each["Prefix"] for each in found["CommonPrefixes"]], ["a/", "b/"])
        self.assertEqual([each["Key"] for each in found["Contents"]], ["c"])
        old = self.s3.get_paginator("list_objects").paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 9})
        self.assertEqual(sum(len(page["Contents"]) for page in old), 28)
        after = self.s3.list_objects_v2(Bucket=BUCKET, StartAfter="b/x/y")["Contents"]
        self.assertEqual([each["Key"] for each in after], ["b/z", "c"])

    def test_versions(self):
        self.s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
        first = self.put("x", b"1")["VersionId"]
        second = self.put("x", b"2")["VersionId"]
        self.assertEqual((self.read("x"), self.read("x", VersionId=first)), (b"2", b"1"))
        marker = self.s3.delete_object(Bucket=BUCKET, Key="x")
        self.assertTrue(marker["DeleteMarker"])
        with self.refused(self.s3, "NoSuchKey", 404):
            self.s3.get_object(Bucket=BUCKET, Key="x")
        found = self.s3.list_object_versions(Bucket=BUCKET)
        self.assertEqual([each["VersionId"] for each in found["Versions"]], [second, first])
        self.assertEqual([each["VersionId"] for each in found["DeleteMarkers"]], [marker["VersionId"]])
        pages = self.s3.get_paginator("list_object_versions").paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 1})
        self.assertEqual(len(list(pages)), 3)
        self.s3.delete_object(Bucket=BUCKET, Key="x", VersionId=marker["VersionId"])
        self.assertEqual(self.read("x"), b"2")

    def test_tags(self):
        self.put("x", Tagging="a=1&b=two%20words")
        tags = self.s3.get_object_tagging(Bucket=BUCKET, Key="x")["TagSet"]
        self.assertEqual(sorted((tag["Key"], tag["Value"]) for tag in tags), [("a", "1"), ("b", "two words")])
        self.assertEqual(self.s3.get_object(Bucket=BUCKET, Key="x")["TagCount"], 2)
        self.s3.put_object_tagging(Bucket=BUCKET, Key="x", Tagging={"TagSet": [{"Key": "c", "Value": ""}]})
        self.assertEqual(self.s3.get_object_tagging(Bucket=BUCKET, Key="x")["TagSet"], [{"Key": "c", "Value": ""}])
        self.s3.delete_object_tagging(Bucket=BUCKET, Key="x")
        self.assertEqual(self.s3.get_object_tagging(Bucket=BUCKET, Key="x")["TagSet"], [])


class UploadTest(S3Case):
    def test_in_parts_by_hand(self):
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="big", Metadata={"a": "b"})["UploadId"]
        whole = [os.urandom(5 * MEGABYTE), os.urandom(1000)]
        parts = [{"PartNumber": number, "ETag": self.s3.upload_part(Bucket=BUCKET, Key="big", UploadId=upload,
                                                                    PartNumber=number, Body=body)["ETag"]}
                 for number, body in enumerate(whole, 1)]
        self.assertEqual([each["UploadId"] for each in self.s3.list_multipart_uploads(Bucket=BUCKET)["Uploads"]], [upload])
        self.assertEqual([each["Size"] for each in self.s3.list_parts(Bucket=BUCKET, Key="big", UploadId=upload)["Parts"]],
                         [5 * MEGABYTE, 1000])
        done = self.s3.complete_multipart_upload(Bucket=BUCKET, Key="big", UploadId=upload,
                                                 MultipartUpload={"Parts": parts})
        digests = b"".join(hashlib.md5(body).digest() for body in whole)
        self.assertEqual(done["ETag"], f'"{hashlib.md5(digests).hexdigest()}-2"')
        self.assertEqual(self.read("big"), b"".join(whole))
        with self.refused(self.s3, "NoSuchUpload", 404):
            self.s3.abort_multipart_upload(Bucket=BUCKET, Key="big", UploadId=upload)

    def test_small_parts(self):
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="x")["UploadId"]
        parts = [{"PartNumber": number, "ETag": self.s3.upload_part(Bucket=BUCKET, Key="x", UploadId=upload,
                                                                    PartNumber=number, Body=b"x")["ETag"]}
                 for number in (1, 2)]
        with self.refused(self.s3, None, 400, "EntityTooSmall"):
            self.s3.complete_multipart_upload(Bucket=BUCKET, Key="x", UploadId=upload,
                                              MultipartUpload={"Parts": parts})

    def test_transfers(self):
        body = os.urandom(20 * MEGABYTE)
        config = TransferConfig(multipart_threshold=8 * MEGABYTE, multipart_chunksize=8 * MEGABYTE)
        self.s3.upload_fileobj(io.BytesIO(body), BUCKET, "big", Config=config)
        found = io.BytesIO()
        self.s3.download_fileobj(BUCKET, "big", found, Config=config)
        self.assertEqual(found.getvalue(), body)

    def test_presigned(self):
        client = self.client("s3", signature_version="s3v4")
        url = client.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "a b/ü"}, ExpiresIn=60)
        with urllib.request.urlopen(urllib.request.Request(url, data=b"text", method="PUT")) as response:
            self.assertEqual(response.status, 200)
        url = client.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "a b/ü"}, ExpiresIn=60)
        with urllib.request.urlopen(url) as response:
            self.assertEqual(response.read(), b"text")
        self.assert_forbidden(url.replace("%20b", "%20c"), 403, b"<Code>SignatureDoesNotMatch</Code>")

    def test_presigned_by_version_2(self):
        """What Debian's boto3 makes unless it is told otherwise; S3 takes it of no bucket younger than 2020."""
        url = self.s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "x"}, ExpiresIn=60)
        self.assertIn("AWSAccessKeyId=", url)
        self.assert_forbidden(url, 400, b"<Code>InvalidRequest</Code>")

    def assert_forbidden(self, url, status, text):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(url)
        with caught.exception as answer:
            self.assertEqual(answer.code, status)
            self.assertIn(text, answer.read())


class ReplicationTest(S3Case):
    options = ("--speed", "1")

    def test_objects_arrive_elsewhere(self):
        other = self.client("s3", region=OTHER_REGION)
        other.create_bucket(Bucket=OTHER_BUCKET, CreateBucketConfiguration={"LocationConstraint": OTHER_REGION})
        for client, bucket in ((self.s3, BUCKET), (other, OTHER_BUCKET)):
            client.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        rule = {"ID": "all", "Status": "Enabled", "Priority": 1, "Filter": {"Prefix": ""},
                "DeleteMarkerReplication": {"Status": "Disabled"}, "Destination": {"Bucket": f"arn:aws:s3:::{OTHER_BUCKET}"}}
        configuration = {"Role": f"arn:aws:iam::{ACCOUNT}:role/replication", "Rules": [rule]}
        self.s3.put_bucket_replication(Bucket=BUCKET, ReplicationConfiguration=configuration)
        self.assertEqual(self.s3.get_bucket_replication(Bucket=BUCKET)["ReplicationConfiguration"], configuration)
        self.put("x", b"text")
        self.assertEqual(self.s3.head_object(Bucket=BUCKET, Key="x")["ReplicationStatus"], "PENDING")
        self.mock.advance("1h")
        self.assertEqual(self.s3.head_object(Bucket=BUCKET, Key="x")["ReplicationStatus"], "COMPLETED")
        found = other.get_object(Bucket=OTHER_BUCKET, Key="x")
        self.assertEqual((found["Body"].read(), found["ReplicationStatus"]), (b"text", "REPLICA"))


class CommandLineTest(S3Case):
    def setUp(self):
        super().setUp()
        folder = TemporaryDirectory(prefix="blackstart-s3-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_copy_and_list(self):
        body = os.urandom(9 * MEGABYTE)
        (self.folder / "big").write_bytes(body)
        self.aws("s3", "cp", self.folder / "big", f"s3://{BUCKET}/in/parts", "--quiet")
        self.aws("s3", "cp", f"s3://{BUCKET}/in/parts", self.folder / "back", "--quiet")
        self.assertEqual((self.folder / "back").read_bytes(), body)
        self.assertRegex(self.aws("s3", "ls", f"s3://{BUCKET}/in/"), rf"^\d{{4}}-\d\d-\d\d [\d:]+ +{len(body)} parts\n$")
        self.assertIn("(404)", self.aws("s3", "cp", f"s3://{BUCKET}/missing", self.folder / "x", status=1))

    def test_sync(self):
        for name in ("a", "b c", "sub/d"):
            (self.folder / name).parent.mkdir(exist_ok=True)
            (self.folder / name).write_text(name)
            # S3 cuts its own dates to seconds: what is younger than that is sent again.
            os.utime(self.folder / name, (1e9, 1e9))
        self.aws("s3", "sync", self.folder, f"s3://{BUCKET}/tree", "--quiet")
        self.assertEqual(self.aws("s3", "sync", self.folder, f"s3://{BUCKET}/tree"), "")
        (self.folder / "a").unlink()
        self.assertIn("delete:", self.aws("s3", "sync", self.folder, f"s3://{BUCKET}/tree", "--delete"))
        found = self.s3.list_objects_v2(Bucket=BUCKET)["Contents"]
        self.assertEqual([each["Key"] for each in found], ["tree/b c", "tree/sub/d"])
        self.aws("s3", "rb", f"s3://{BUCKET}", "--force")
        self.assertEqual(self.s3.list_buckets()["Buckets"], [])

    def test_interface(self):
        made = self.aws_json("s3api", "create-bucket", "--bucket", OTHER_BUCKET)
        self.assertEqual(made["Location"], f"/{OTHER_BUCKET}")
        self.aws("s3api", "wait", "bucket-exists", "--bucket", OTHER_BUCKET)
        self.assertIn("(NoSuchBucket)", self.aws("s3api", "list-objects-v2", "--bucket", "no-such-bucket", status=254))


if __name__ == "__main__":
    harness.main()
