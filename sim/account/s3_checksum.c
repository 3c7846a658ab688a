/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Sums of contents: ETags, and the checksums that clients choose ("Checking object integrity"). */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/checksum.h"
#include "sim/account/s3.h"

static const struct algorithm {
    const char *name;
    const char *member;
    enum bs_checksum_kind kind;
} algorithms[] = {
    {"CRC32", "ChecksumCRC32", BS_CHECKSUM_CRC32},
    {"CRC32C", "ChecksumCRC32C", BS_CHECKSUM_CRC32C},
    {"CRC64NVME", "ChecksumCRC64NVME", BS_CHECKSUM_CRC64NVME},
    {"SHA1", "ChecksumSHA1", BS_CHECKSUM_SHA1},
    {"SHA256", "ChecksumSHA256", BS_CHECKSUM_SHA256},
};
enum { ALGORITHM_COUNT = sizeof(algorithms) / sizeof(algorithms[0]) };

/* What S3 adds to contents that come without a sum. */
static const char default_algorithm[] = "CRC64NVME";

static const struct algorithm *find_algorithm(const char *name)
{
    for (size_t i = 0; name != NULL && i < ALGORITHM_COUNT; i++) {
        if (strcmp(algorithms[i].name, name) == 0) {
            return &algorithms[i];
        }
    }
    return NULL;
}

const char *bs_s3_sum_member(const char *algorithm)
{
    const struct algorithm *found = find_algorithm(algorithm);

    return found == NULL ? NULL : found->member;
}

const char *bs_s3_sum_algorithm(const struct bs_tree *sums)
{
    for (size_t i = 0; i < ALGORITHM_COUNT; i++) {
        if (bs_tree_get(sums, algorithms[i].member) != NULL) {
            return algorithms[i].name;
        }
    }
    return NULL;
}

void bs_s3_copy_sums(struct bs_tree *to, const struct bs_tree *sums)
{
    for (size_t i = 0; i < ALGORITHM_COUNT; i++) {
        const char *const names[] = {algorithms[i].member, NULL};

        bs_tree_copy_members(to, sums, names);
    }
    bs_tree_copy_members(to, sums, (const char *const[]){"ChecksumType", NULL});
}

static const void *bytes_of(const struct bs_tree *body, size_t *length)
{
    const bool has_bytes =
        body != NULL && (body->kind == BS_TREE_BYTES || body->kind == BS_TREE_TEXT);

    *length = has_bytes ? body->is.text.length : 0;
    return *length == 0 ? NULL : body->is.text.bytes;
}

void bs_s3_sum(const char *algorithm, const struct bs_tree *body, struct bs_tree *sums)
{
    const struct algorithm *found = find_algorithm(algorithm);
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];
    char text[BS_CHECKSUM_BASE64_MAX];
    const void *bytes;
    size_t length;

    if (found != NULL) {
        bytes = bytes_of(body, &length);
        bs_base64_encode(sum, bs_checksum(found->kind, bytes, length, sum), text);
        bs_tree_set_text(sums, found->member, text);
        bs_tree_set_text(sums, "ChecksumType", "FULL_OBJECT");
    }
}

void bs_s3_sum_parts(const char *algorithm, const struct bs_tree *parts, struct bs_tree *sums)
{
    const struct algorithm *found = find_algorithm(algorithm);
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];
    char text[BS_CHECKSUM_BASE64_MAX];
    struct bs_buffer all;

    bs_buffer_init(&all, bs_tree_count(parts) * BS_CHECKSUM_BYTES_MAX + 1);
    for (const struct bs_tree *part = bs_tree_first(parts); part != NULL; part = part->next) {
        if (bs_base64_decode(bs_tree_text(part, found->member, ""), sum,
                             bs_checksum_length(found->kind))) {
            bs_buffer_append(&all, (const char *)sum, bs_checksum_length(found->kind));
        }
    }
    bs_base64_encode(sum, bs_checksum(found->kind, all.bytes, all.length, sum), text);
    bs_tree_set_format(sums, found->member, "%s-%zu", text, bs_tree_count(parts));
    bs_tree_set_text(sums, "ChecksumType", "COMPOSITE");
    bs_buffer_clean_up(&all);
}

/* ---- ETags ---- */

static void md5_hex(const void *bytes, size_t length, char hex[33])
{
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];
    const size_t sum_length = bs_checksum(BS_CHECKSUM_MD5, bytes, length, sum);

    for (size_t i = 0; i < sum_length; i++) {
        (void)snprintf(hex + 2 * i, 3, "%02x", sum[i]);
    }
}

static struct bs_tree *quoted(const char *hex, size_t part_count)
{
    char text[64];

    if (part_count == 0) {
        (void)snprintf(text, sizeof(text), "\"%s\"", hex);
    } else {
        (void)snprintf(text, sizeof(text), "\"%s-%zu\"", hex, part_count);
    }
    return bs_tree_new_text(text);
}

struct bs_tree *bs_s3_etag_of(const struct bs_tree *body)
{
    char hex[33];
    size_t length;
    const void *bytes = bytes_of(body, &length);

    md5_hex(bytes, length, hex);
    return quoted(hex, 0);
}

struct bs_tree *bs_s3_etag_of_parts(const struct bs_tree *parts)
{
    struct bs_buffer all;
    char hex[33];

    bs_buffer_init(&all, bs_tree_count(parts) * 16 + 1);
    for (const struct bs_tree *part = bs_tree_first(parts); part != NULL; part = part->next) {
        const char *etag = bs_tree_text(part, "ETag", "");

        for (size_t i = 0; i < 16 && strlen(etag) > 2 * i + 2; i++) {
            const char digits[3] = {etag[1 + 2 * i], etag[2 + 2 * i], '\0'};

            bs_buffer_append(&all, &(const char){(char)strtol(digits, NULL, 16)}, 1);
        }
    }
    md5_hex(all.bytes, all.length, hex);
    bs_buffer_clean_up(&all);
    return quoted(hex, bs_tree_count(parts));
}

/* ---- What clients say ---- */

static bool check_md5(struct bs_s3_call *call, const struct bs_tree *body)
{
    const char *given = bs_tree_text(call->input, "ContentMD5", NULL);
    unsigned char said[BS_CHECKSUM_BYTES_MAX];
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];
    const void *bytes;
    size_t length;

    if (given == NULL) {
        return true;
    }
    if (!bs_base64_decode(given, said, bs_checksum_length(BS_CHECKSUM_MD5))) {
        bs_s3_fail(call, "InvalidDigest", "The Content-MD5 you specified was invalid.");
        return false;
    }
    bytes = bytes_of(body, &length);
    length = bs_checksum(BS_CHECKSUM_MD5, bytes, length, sum);
    if (memcmp(said, sum, length) != 0) {
        bs_s3_fail(call, "BadDigest",
                   "The Content-MD5 you specified did not match what we received.");
        return false;
    }
    return true;
}

bool bs_s3_check_algorithm(struct bs_s3_call *call)
{
    const char *name = bs_tree_text(call->input, "ChecksumAlgorithm", NULL);

    if (name == NULL || find_algorithm(name) != NULL) {
        return true;
    }
    bs_s3_fail(call, "InvalidRequest",
               "Checksum algorithm provided is unsupported. Please try again with any of the "
               "valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    return false;
}

/* The one algorithm whose sum the input has; `count` says how many it has. */
static const struct algorithm *given_algorithm(const struct bs_tree *input, int *count)
{
    const struct algorithm *given = NULL;

    *count = 0;
    for (size_t i = 0; i < ALGORITHM_COUNT; i++) {
        if (bs_tree_get(input, algorithms[i].member) != NULL) {
            given = &algorithms[i];
            ++*count;
        }
    }
    return given;
}

static bool check_sum(struct bs_s3_call *call, const struct algorithm *given,
                      const struct bs_tree *body, struct bs_tree *sums)
{
    const char *said = bs_tree_text(call->input, given->member, "");
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];

    if (!bs_base64_decode(said, sum, bs_checksum_length(given->kind))) {
        bs_s3_fail(call, "InvalidRequest", "Value for x-amz-checksum-%s header is invalid.",
                   given->name);
        return false;
    }
    bs_s3_sum(given->name, body, sums);
    if (strcmp(said, bs_tree_text(sums, given->member, "")) != 0) {
        bs_s3_fail(call, "BadDigest", "The %s you specified did not match the calculated checksum.",
                   given->name);
        return false;
    }
    return true;
}

bool bs_s3_check_body(struct bs_s3_call *call, const struct bs_tree *body, const char *algorithm,
                      struct bs_tree *sums)
{
    const struct algorithm *given;
    int given_count;

    if (!check_md5(call, body)) {
        return false;
    }
    given = given_algorithm(call->input, &given_count);
    if (given_count > 1) {
        bs_s3_fail(call, "InvalidRequest",
                   "Expecting a single x-amz-checksum- header. Multiple checksum Types are not "
                   "allowed.");
        return false;
    }
    if (given != NULL && algorithm != NULL && strcmp(given->name, algorithm) != 0) {
        bs_s3_fail(call, "InvalidRequest",
                   "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum "
                   "Type: %s",
                   algorithm, given->name);
        return false;
    }
    if (given != NULL) {
        return check_sum(call, given, body, sums);
    }
    if (algorithm == NULL) {
        algorithm = bs_tree_text(call->input, "ChecksumAlgorithm", default_algorithm);
    }
    bs_s3_sum(algorithm, body, sums);
    return true;
}
