// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// S3 and Route 53, which speak REST with XML, as the AWS SDK for JavaScript v3 meets them.
"use strict";
const assert = require("node:assert/strict");
const { Readable } = require("node:stream");
const { test } = require("node:test");
const route53 = require("@aws-sdk/client-route-53");
const s3 = require("@aws-sdk/client-s3");
const { Upload } = require("@aws-sdk/lib-storage");
const { getSignedUrl } = require("@aws-sdk/s3-request-presigner");
const { client, refused } = require("./clients");

const MEGABYTE = 1024 * 1024;

test("s3", async (t) => {
  const Bucket = "shop-uploads";
  const objects = client(s3.S3Client, null, { forcePathStyle: true });
  const read = async (Key) => (await objects.send(new s3.GetObjectCommand({ Bucket, Key }))).Body.transformToByteArray();

  await objects.send(new s3.CreateBucketCommand({ Bucket }));
  await s3.waitUntilBucketExists({ client: objects, maxWaitTime: 5, minDelay: 1 }, { Bucket });

  await t.test("values come back as sent", async () => {
    for (const Key of ["plain", "a b/ü", "plus+and&=?", "per%20cent", "tilde~'()*!"]) {
      const sent = { Bucket, Key, Body: Buffer.from(Key), Metadata: { owner: "me" }, ContentType: "x/y" };
      await objects.send(new s3.PutObjectCommand(sent));
      assert.deepEqual(Buffer.from(await read(Key)), sent.Body);
      const head = await objects.send(new s3.HeadObjectCommand({ Bucket, Key }));
      assert.deepEqual([head.Metadata, head.ContentType, head.ContentLength], [{ owner: "me" }, "x/y", sent.Body.length]);
    }
    const found = await objects.send(new s3.ListObjectsV2Command({ Bucket }));
    assert.equal(found.KeyCount, 5);
    assert.ok(found.Contents[0].LastModified instanceof Date);
  });

  await t.test("checksums of every kind", async () => {
    for (const ChecksumAlgorithm of ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]) {
      const put = await objects.send(new s3.PutObjectCommand({ Bucket, Key: "sum", Body: "text", ChecksumAlgorithm }));
      const head = await objects.send(new s3.HeadObjectCommand({ Bucket, Key: "sum", ChecksumMode: "ENABLED" }));
      assert.ok(put[`Checksum${ChecksumAlgorithm}`], ChecksumAlgorithm);
      assert.equal(head[`Checksum${ChecksumAlgorithm}`], put[`Checksum${ChecksumAlgorithm}`]);
    }
  });

  await t.test("a stream is sent in signed chunks", async () => {
    const Body = Readable.from([Buffer.alloc(70000, "a"), Buffer.alloc(10, "b")]);
    await objects.send(new s3.PutObjectCommand({ Bucket, Key: "stream", Body, ContentLength: 70010 }));
    assert.equal((await read("stream")).length, 70010);
  });

  await t.test("in parts", async () => {
    const Body = Buffer.alloc(11 * MEGABYTE, "0123456789");
    await new Upload({ client: objects, params: { Bucket, Key: "big", Body }, partSize: 5 * MEGABYTE }).done();
    assert.ok(Body.equals(await read("big")));
    const head = await objects.send(new s3.HeadObjectCommand({ Bucket, Key: "big" }));
    assert.match(head.ETag, /^"[0-9a-f]{32}-3"$/);
  });

  await t.test("presigned", async () => {
    const url = await getSignedUrl(objects, new s3.GetObjectCommand({ Bucket, Key: "a b/ü" }), { expiresIn: 60 });
    assert.equal(await (await fetch(url)).text(), "a b/ü");
    assert.equal((await fetch(url.replace("%20b", "%20c"))).status, 403);
  });

  await t.test("pages", async () => {
    const counts = [];
    for await (const page of s3.paginateListObjectsV2({ client: objects, pageSize: 4 }, { Bucket })) {
      counts.push(page.KeyCount);
    }
    assert.deepEqual(counts, [4, 4]);
  });

  await t.test("tags", async () => {
    const Tagging = { TagSet: [{ Key: "a", Value: "1 & 2" }] };
    await objects.send(new s3.PutObjectTaggingCommand({ Bucket, Key: "plain", Tagging }));
    const found = await objects.send(new s3.GetObjectTaggingCommand({ Bucket, Key: "plain" }));
    assert.deepEqual(found.TagSet, Tagging.TagSet);
  });

  await t.test("errors", async () => {
    await refused(objects.send(new s3.GetObjectCommand({ Bucket, Key: "missing" })), s3.NoSuchKey, 404);
    await refused(objects.send(new s3.HeadObjectCommand({ Bucket, Key: "missing" })), s3.NotFound, 404);
    await refused(objects.send(new s3.ListObjectsV2Command({ Bucket: "no-such-bucket" })), s3.NoSuchBucket, 404);
    await refused(objects.send(new s3.DeleteBucketCommand({ Bucket })), "BucketNotEmpty", 409);
    await refused(client(s3.S3Client, "wrong", { forcePathStyle: true }).send(new s3.ListBucketsCommand({})),
      "SignatureDoesNotMatch", 403);
  });
});

test("route 53", async (t) => {
  const zones = client(route53.Route53Client);
  const made = await zones.send(new route53.CreateHostedZoneCommand({ Name: "example.com", CallerReference: "1" }));
  const HostedZoneId = made.HostedZone.Id;
  const change = (Action, Name, Value) => zones.send(new route53.ChangeResourceRecordSetsCommand({
    HostedZoneId,
    ChangeBatch: { Changes: [{ Action, ResourceRecordSet: { Name, Type: "A", TTL: 60, ResourceRecords: [{ Value }] } }] },
  }));

  await t.test("a record", async () => {
    assert.equal(made.$metadata.httpStatusCode, 201);
    const { ChangeInfo } = await change("CREATE", "www.example.com", "192.0.2.1");
    assert.ok(ChangeInfo.SubmittedAt instanceof Date);
    await route53.waitUntilResourceRecordSetsChanged({ client: zones, maxWaitTime: 10, minDelay: 1 }, { Id: ChangeInfo.Id });
    const found = await zones.send(new route53.ListResourceRecordSetsCommand({ HostedZoneId }));
    const record = found.ResourceRecordSets.find((each) => each.Name === "www.example.com.");
    assert.deepEqual(record.ResourceRecords, [{ Value: "192.0.2.1" }]);
  });

  await t.test("errors", async () => {
    await refused(change("CREATE", "www.example.com", "192.0.2.1"), route53.InvalidChangeBatch, 400);
    await refused(zones.send(new route53.GetHostedZoneCommand({ Id: "Z0000000000000" })), route53.NoSuchHostedZone, 404);
  });
});
