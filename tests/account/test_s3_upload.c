/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Multipart uploads: known ETags and sums, the rules of parts, and what is left behind. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/s3_client.h"

#define FIVE_MB (5U << 20)

/* Of 5 MiB of 'a', of "bbb", and of the two put together; by Python's hashlib and zlib. */
#define ETAG_A      "\"79b281060d337b9b2b84ccf390adcf74\""
#define ETAG_B      "\"08f8e0260c64418510cefb2b06eee5cd\""
#define ETAG_BOTH   "\"06a6ca67e53064f3f30a42ee29a62f5d-2\""
#define SHA256_BOTH "gDrP5FwCfWjU1qVqWfAgL+dUtgwH0Gl3tgBARzkxMWI=-2"
#define CRC32_WHOLE "ZQQbhw=="

struct upload {
    struct s3_client client;
    char id[64];
};

static void begin(struct upload *upload, const char *algorithm, const char *type)
{
    s3_open(&upload->client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(&upload->client, "bucket");
    if (algorithm != NULL) {
        bs_tree_set_text(upload->client.input, "ChecksumAlgorithm", algorithm);
        bs_tree_set_text(upload->client.input, "ChecksumType", type);
    }
    bs_tree_set_text(bs_tree_set_structure(upload->client.input, "Metadata"), "colour", "red");
    s3_ask(&upload->client, "CreateMultipartUpload", "Bucket", "bucket", "Key", "k", "ContentType",
           "text/plain", "Tagging", "a=1", S3_END);
    s3_expect_ok(&upload->client);
    (void)snprintf(upload->id, sizeof(upload->id), "%s",
                   bs_tree_text(upload->client.answer.output, "UploadId", ""));
}

static void put_part(struct upload *upload, int64_t number, char byte, size_t length)
{
    s3_fill(&upload->client, "Body", byte, length);
    bs_tree_set_integer(upload->client.input, "PartNumber", number);
    s3_ask(&upload->client, "UploadPart", "Bucket", "bucket", "Key", "k", "UploadId", upload->id,
           S3_END);
}

/* Lists a part for the request that completes the upload. */
static void list_part(struct upload *upload, int64_t number, const char *etag)
{
    struct bs_tree *input = upload->client.input;
    struct bs_tree *parts;

    if (bs_tree_get(input, "MultipartUpload") == NULL) {
        bs_tree_set_list(bs_tree_set_structure(input, "MultipartUpload"), "Parts");
    }
    parts = bs_tree_get_mutable(bs_tree_get_mutable(input, "MultipartUpload"), "Parts");
    parts = bs_tree_append_structure(parts);
    bs_tree_set_integer(parts, "PartNumber", number);
    bs_tree_set_text(parts, "ETag", etag);
}

static const struct bs_tree *complete(struct upload *upload)
{
    return s3_ask(&upload->client, "CompleteMultipartUpload", "Bucket", "bucket", "Key", "k",
                  "UploadId", upload->id, S3_END);
}

static void parts_become_an_object(void **state)
{
    const struct bs_tree *output;
    struct upload upload;

    (void)state;
    begin(&upload, NULL, NULL);
    put_part(&upload, 7, 'b', 3);
    s3_expect_ok(&upload.client);
    put_part(&upload, 2, 'x', 100);
    put_part(&upload, 2, 'a', FIVE_MB); /* In the place of the other one. */
    assert_string_equal(bs_tree_text(upload.client.answer.output, "ETag", ""), ETAG_A);
    list_part(&upload, 2, ETAG_A);
    list_part(&upload, 7, ETAG_B);
    output = complete(&upload);
    s3_expect_ok(&upload.client);
    assert_string_equal(bs_tree_text(output, "ETag", ""), ETAG_BOTH);
    assert_string_equal(bs_tree_text(output, "Location", ""),
                        "https://bucket.s3.us-east-1.amazonaws.com/k");

    bs_tree_set_integer(upload.client.input, "PartNumber", 7);
    (void)s3_ask(&upload.client, "GetObject", "Bucket", "bucket", "Key", "k", S3_END);
    s3_expect_error(&upload.client, "InvalidPartNumber"); /* They were numbered anew. */
    bs_tree_set_integer(upload.client.input, "PartNumber", 2);
    output = s3_ask(&upload.client, "GetObject", "Bucket", "bucket", "Key", "k", S3_END);
    s3_expect_ok(&upload.client);
    assert_int_equal(bs_tree_get(output, "Body")->is.text.length, 3);
    assert_memory_equal(bs_tree_get(output, "Body")->is.text.bytes, "bbb", 3);
    assert_string_equal(bs_tree_text(output, "ContentRange", ""), "bytes 5242880-5242882/5242883");
    assert_int_equal(bs_tree_integer(output, "PartsCount", 0), 2);
    assert_string_equal(bs_tree_text(output, "ContentType", ""), "text/plain");
    assert_int_equal(bs_tree_integer(output, "TagCount", 0), 1);
    assert_string_equal(bs_tree_text(bs_tree_get(output, "Metadata"), "colour", ""), "red");

    complete(&upload);
    s3_expect_error(&upload.client, "NoSuchUpload");
    s3_close(&upload.client);
}

static void a_sum_may_be_of_the_parts_sums(void **state)
{
    const struct bs_tree *output;
    struct upload upload;

    (void)state;
    begin(&upload, "SHA256", "COMPOSITE");
    put_part(&upload, 1, 'a', FIVE_MB);
    bs_tree_set_text(upload.client.input, "ChecksumCRC32", "QGXPDQ==");
    put_part(&upload, 2, 'b', 3);
    s3_expect_error(&upload.client, "InvalidRequest"); /* Not the upload's algorithm. */
    put_part(&upload, 2, 'b', 3);
    list_part(&upload, 1, ETAG_A);
    list_part(&upload, 2, ETAG_B);
    output = complete(&upload);
    s3_expect_ok(&upload.client);
    assert_string_equal(bs_tree_text(output, "ChecksumSHA256", ""), SHA256_BOTH);
    assert_string_equal(bs_tree_text(output, "ChecksumType", ""), "COMPOSITE");
    s3_close(&upload.client);
}

static void a_sum_may_be_of_the_whole(void **state)
{
    const struct bs_tree *output;
    struct upload upload;

    (void)state;
    begin(&upload, "CRC32", "FULL_OBJECT");
    put_part(&upload, 1, 'a', FIVE_MB);
    put_part(&upload, 2, 'b', 3);
    list_part(&upload, 1, ETAG_A);
    list_part(&upload, 2, ETAG_B);
    bs_tree_set_text(upload.client.input, "ChecksumCRC32", "AAAAAA==");
    complete(&upload);
    s3_expect_error(&upload.client, "BadDigest");
    list_part(&upload, 1, ETAG_A);
    list_part(&upload, 2, ETAG_B);
    output = complete(&upload);
    s3_expect_ok(&upload.client);
    assert_string_equal(bs_tree_text(output, "ChecksumCRC32", ""), CRC32_WHOLE);

    bs_tree_append_text(bs_tree_set_list(upload.client.input, "ObjectAttributes"), "ObjectParts");
    output = s3_ask(&upload.client, "GetObjectAttributes", "Bucket", "bucket", "Key", "k", S3_END);
    output = bs_tree_get(output, "ObjectParts");
    assert_int_equal(bs_tree_integer(output, "TotalPartsCount", 0), 2);
    assert_int_equal(bs_tree_count(bs_tree_get(output, "Parts")), 2);
    s3_close(&upload.client);
}

static void completing_checks_the_parts(void **state)
{
    struct upload upload;

    (void)state;
    begin(&upload, NULL, NULL);
    put_part(&upload, 1, 'a', FIVE_MB);
    put_part(&upload, 2, 'b', 3);
    put_part(&upload, 3, 'b', 3);
    complete(&upload);
    s3_expect_error(&upload.client, "MalformedXML");
    list_part(&upload, 2, ETAG_B);
    list_part(&upload, 1, ETAG_A);
    complete(&upload);
    s3_expect_error(&upload.client, "EntityTooSmall");
    list_part(&upload, 1, ETAG_A);
    list_part(&upload, 1, ETAG_A);
    complete(&upload);
    s3_expect_error(&upload.client, "InvalidPartOrder");
    list_part(&upload, 1, ETAG_B);
    complete(&upload);
    s3_expect_error(&upload.client, "InvalidPart");
    list_part(&upload, 1, ETAG_A);
    list_part(&upload, 4, ETAG_B);
    complete(&upload);
    s3_expect_error(&upload.client, "InvalidPart");
    list_part(&upload, 1, ETAG_A);
    list_part(&upload, 2, ETAG_B);
    list_part(&upload, 3, ETAG_B);
    complete(&upload);
    s3_expect_error(&upload.client, "EntityTooSmall");
    assert_int_equal(bs_tree_integer(upload.client.answer.details, "PartNumber", 0), 2);
    put_part(&upload, 0, 'a', 1);
    s3_expect_error(&upload.client, "InvalidArgument");
    put_part(&upload, 10001, 'a', 1);
    s3_expect_error(&upload.client, "InvalidArgument");
    s3_close(&upload.client);
}

static void parts_are_listed_and_thrown_away(void **state)
{
    const struct bs_tree *output;
    struct upload upload;

    (void)state;
    begin(&upload, NULL, NULL);
    for (int64_t number = 10000; number > 9990; number--) {
        put_part(&upload, number, 'a', 10);
        s3_expect_ok(&upload.client);
    }
    bs_tree_set_integer(upload.client.input, "MaxParts", 4);
    bs_tree_set_integer(upload.client.input, "PartNumberMarker", 9992);
    output = s3_ask(&upload.client, "ListParts", "Bucket", "bucket", "Key", "k", "UploadId",
                    upload.id, S3_END);
    s3_expect_ok(&upload.client);
    assert_int_equal(bs_tree_count(bs_tree_get(output, "Parts")), 4);
    assert_int_equal(bs_tree_integer(bs_tree_first(bs_tree_get(output, "Parts")), "PartNumber", 0),
                     9993);
    assert_int_equal(bs_tree_integer(output, "NextPartNumberMarker", 0), 9996);
    assert_true(bs_tree_boolean(output, "IsTruncated", false));

    s3_ask(&upload.client, "AbortMultipartUpload", "Bucket", "bucket", "Key", "k", "UploadId",
           upload.id, S3_END);
    s3_expect_ok(&upload.client);
    put_part(&upload, 1, 'a', 10);
    s3_expect_error(&upload.client, "NoSuchUpload");
    s3_ask(&upload.client, "DeleteBucket", "Bucket", "bucket", S3_END);
    s3_expect_ok(&upload.client);
    s3_close(&upload.client);
}

static void parts_may_be_copied(void **state)
{
    const struct bs_tree *output;
    struct upload upload;

    (void)state;
    begin(&upload, NULL, NULL);
    s3_put(&upload.client, "bucket", "source", "xxbbbxx");
    bs_tree_set_integer(upload.client.input, "PartNumber", 1);
    output =
        s3_ask(&upload.client, "UploadPartCopy", "Bucket", "bucket", "Key", "k", "UploadId",
               upload.id, "CopySource", "bucket/source", "CopySourceRange", "bytes=2-4", S3_END);
    s3_expect_ok(&upload.client);
    assert_string_equal(bs_tree_text(bs_tree_get(output, "CopyPartResult"), "ETag", ""), ETAG_B);
    bs_tree_set_integer(upload.client.input, "PartNumber", 1);
    s3_ask(&upload.client, "UploadPartCopy", "Bucket", "bucket", "Key", "k", "UploadId", upload.id,
           "CopySource", "bucket/source", "CopySourceRange", "2-4", S3_END);
    s3_expect_error(&upload.client, "InvalidArgument");
    bs_tree_set_integer(upload.client.input, "PartNumber", 1);
    s3_ask(&upload.client, "UploadPartCopy", "Bucket", "bucket", "Key", "k", "UploadId", upload.id,
           "CopySource", "bucket/none", S3_END);
    s3_expect_error(&upload.client, "NoSuchKey");
    s3_close(&upload.client);
}

/* An account is full at 1 GiB, and not before; what is given up makes room. */
static void memory_is_bounded(void **state)
{
    enum { WHOLE = 64 << 20 };
    struct upload upload;
    int64_t number = 0;

    (void)state;
    begin(&upload, NULL, NULL);
    put_part(&upload, 1, 'a', WHOLE + 1);
    s3_expect_error(&upload.client, "EntityTooLarge");
    do {
        put_part(&upload, ++number, 'a', WHOLE);
    } while (upload.client.answer.error == NULL && number < 20);
    s3_expect_error(&upload.client, "AccountProblem");
    assert_int_equal(number, 16); /* Fifteen, and not quite one more beside what else is kept. */
    list_part(&upload, 1, "\"\"");
    s3_ask(&upload.client, "AbortMultipartUpload", "Bucket", "bucket", "Key", "k", "UploadId",
           upload.id, S3_END);
    s3_expect_ok(&upload.client);
    s3_fill(&upload.client, "Body", 'a', WHOLE);
    s3_ask(&upload.client, "PutObject", "Bucket", "bucket", "Key", "k", S3_END);
    s3_expect_ok(&upload.client);
    s3_fill(&upload.client, "Body", 'a', WHOLE + 1);
    s3_ask(&upload.client, "PutObject", "Bucket", "bucket", "Key", "k", S3_END);
    s3_expect_error(&upload.client, "EntityTooLarge");
    s3_close(&upload.client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_become_an_object),
        cmocka_unit_test(a_sum_may_be_of_the_parts_sums),
        cmocka_unit_test(a_sum_may_be_of_the_whole),
        cmocka_unit_test(completing_checks_the_parts),
        cmocka_unit_test(parts_are_listed_and_thrown_away),
        cmocka_unit_test(parts_may_be_copied),
        cmocka_unit_test(memory_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
