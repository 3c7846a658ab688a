/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Multipart uploads: begun, fed part by part, and put together or given up. */

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "sim/account/s3.h"

#define PART_BYTES_MIN (INT64_C(5) << 20) /* Of all parts but the last. */

enum { PARTS_MAX = 10000, PART_KEY_MAX = BS_S3_ID_MAX + 8 };

/* What is told of a part beside its sums. */
static const char *const part_members[] = {"PartNumber", "LastModified", "ETag", "Size", NULL};

/* ---- Finding ---- */

static struct bs_account_entry *find_uploads(struct bs_s3_call *call)
{
    char store_key[BS_S3_STORE_KEY_MAX];

    bs_s3_store_key(call->bucket->key, call->key, store_key);
    return bs_account_find(call->account, BS_S3_UPLOAD, BS_ACCOUNT_GLOBAL, store_key);
}

static struct bs_tree *find_upload(struct bs_s3_call *call)
{
    const char *id = bs_tree_text(call->input, "UploadId", "");
    struct bs_account_entry *uploads = find_uploads(call);
    struct bs_tree *upload =
        uploads == NULL
            ? NULL
            : bs_tree_first_mutable(bs_tree_get_mutable(uploads->attributes, "Uploads"));

    while (upload != NULL && strcmp(bs_tree_text(upload, "UploadId", ""), id) != 0) {
        upload = upload->next;
    }
    if (upload == NULL) {
        bs_s3_fail(call, "NoSuchUpload",
                   "The specified upload does not exist. The upload ID may be invalid, or the "
                   "upload may have been aborted or completed.");
    }
    return upload;
}

static void part_key(const char *upload_id, int64_t number, char key[PART_KEY_MAX])
{
    (void)snprintf(key, PART_KEY_MAX, "%s/%05d", upload_id, (int)number);
}

static struct bs_account_entry *find_part(struct bs_account *account, const struct bs_tree *upload,
                                          int64_t number)
{
    char key[PART_KEY_MAX];

    if (number < 1 || number > PARTS_MAX) {
        return NULL;
    }
    part_key(bs_tree_text(upload, "UploadId", ""), number, key);
    return bs_account_find(account, BS_S3_PART, BS_ACCOUNT_GLOBAL, key);
}

/* The next part after `after`, NULL: the first. */
static struct bs_account_entry *next_part(struct bs_account *account, const struct bs_tree *upload,
                                          const char *after)
{
    char prefix[PART_KEY_MAX];

    (void)snprintf(prefix, sizeof(prefix), "%s/", bs_tree_text(upload, "UploadId", ""));
    return bs_s3_next(account, BS_S3_PART, prefix, after);
}

/* ---- Beginning and giving up ---- */

void bs_s3_create_multipart_upload(struct bs_s3_call *call)
{
    static const char *const members[] = {"ChecksumAlgorithm", "ChecksumType", NULL};
    struct bs_tree *version = bs_s3_new_version(call);
    struct bs_account_entry *uploads = find_uploads(call);
    char store_key[BS_S3_STORE_KEY_MAX];
    char id[BS_S3_ID_MAX];
    struct bs_tree *upload;

    if (version == NULL || !bs_s3_has_room(call, bs_s3_weight(version) + BS_S3_KEY_MAX)) {
        bs_tree_destroy(version);
        return;
    }
    if (uploads == NULL) {
        bs_s3_store_key(call->bucket->key, call->key, store_key);
        uploads = bs_account_add(call->account, BS_S3_UPLOAD, BS_ACCOUNT_GLOBAL, store_key);
        bs_tree_set_list(uploads->attributes, "Uploads");
    }
    bs_s3_new_id(call->account, bs_s3_next_sequence(call->account), id);
    upload = bs_tree_append_structure(bs_tree_get_mutable(uploads->attributes, "Uploads"));
    bs_tree_set_text(upload, "UploadId", id);
    bs_tree_set_text(upload, "Key", call->key);
    bs_tree_set_instant(upload, "Initiated", bs_s3_now(call->account));
    bs_tree_copy_members(upload, call->input, members);
    bs_tree_set(upload, "Version", version);
    bs_s3_settle(call->account, bs_s3_weight(upload));
    bs_tree_set_text(call->output, "Bucket", call->bucket->key);
    bs_tree_set_text(call->output, "Key", call->key);
    bs_tree_set_text(call->output, "UploadId", id);
    bs_tree_copy_members(call->output, call->input, members);
    bs_tree_copy_members(call->output, version, bs_s3_encryption_members);
}

static void remove_part(struct bs_account *account, struct bs_account_entry *part)
{
    bs_s3_settle(account, -bs_s3_weight(part->attributes));
    bs_account_remove(account, part);
}

void bs_s3_remove_upload(struct bs_account *account, struct bs_account_entry *uploads,
                         struct bs_tree *upload)
{
    struct bs_tree *list = bs_tree_get_mutable(uploads->attributes, "Uploads");
    struct bs_account_entry *part;

    while ((part = next_part(account, upload, NULL)) != NULL) {
        remove_part(account, part);
    }
    bs_s3_settle(account, -bs_s3_weight(upload));
    bs_tree_remove_element(list, upload);
    if (bs_tree_count(list) == 0) {
        bs_account_remove(account, uploads);
    }
}

void bs_s3_abort_multipart_upload(struct bs_s3_call *call)
{
    struct bs_tree *upload = find_upload(call);

    if (upload != NULL) {
        bs_s3_remove_upload(call->account, find_uploads(call), upload);
    }
}

/* ---- Parts ---- */

static bool check_number(struct bs_s3_call *call)
{
    const int64_t number = bs_tree_integer(call->input, "PartNumber", 0);

    if (number >= 1 && number <= PARTS_MAX) {
        return true;
    }
    bs_s3_fail(call, "InvalidArgument",
               "Part number must be an integer between 1 and 10000, inclusive");
    return false;
}

/* Keeps `body` as the part that the call numbers, in the place of an older one. NULL and a failure if not. */
static const struct bs_tree *keep_part(struct bs_s3_call *call, const struct bs_tree *upload,
                                       const void *bytes, int64_t length)
{
    const int64_t number = bs_tree_integer(call->input, "PartNumber", 0);
    const char *algorithm = bs_tree_text(upload, "ChecksumAlgorithm", NULL);
    struct bs_tree *body;
    struct bs_tree *sums;
    struct bs_account_entry *part;
    char key[PART_KEY_MAX];

    if (length > BS_S3_OBJECT_BYTES_MAX) {
        bs_s3_fail(call, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        return NULL;
    }
    if (!bs_s3_has_room(call, length)) {
        return NULL;
    }
    body = bs_tree_new_bytes(length == 0 ? "" : bytes, (size_t)length);
    sums = bs_tree_new_structure();
    if (!bs_s3_check_body(call, body, algorithm, sums)) {
        bs_tree_destroy(body);
        bs_tree_destroy(sums);
        return NULL;
    }
    part = find_part(call->account, upload, number);
    if (part != NULL) {
        remove_part(call->account, part);
    }
    part_key(bs_tree_text(upload, "UploadId", ""), number, key);
    part = bs_account_add(call->account, BS_S3_PART, BS_ACCOUNT_GLOBAL, key);
    bs_tree_set_integer(part->attributes, "PartNumber", number);
    bs_tree_set_instant(part->attributes, "LastModified", bs_s3_now(call->account));
    bs_s3_set_body(part->attributes, body);
    bs_s3_copy_sums(part->attributes, sums);
    bs_tree_destroy(sums);
    bs_s3_settle(call->account, bs_s3_weight(part->attributes));
    return part->attributes;
}

void bs_s3_upload_part(struct bs_s3_call *call)
{
    const struct bs_tree *body = bs_tree_get(call->input, "Body");
    const bool has_body =
        body != NULL && (body->kind == BS_TREE_BYTES || body->kind == BS_TREE_TEXT);
    const struct bs_tree *upload = check_number(call) ? find_upload(call) : NULL;
    const struct bs_tree *part;

    if (upload == NULL) {
        return;
    }
    part = keep_part(call, upload, has_body ? body->is.text.bytes : NULL,
                     has_body ? (int64_t)body->is.text.length : 0);
    if (part != NULL) {
        bs_tree_copy_members(call->output, part, (const char *const[]){"ETag", NULL});
        bs_tree_copy_members(call->output, bs_tree_get(upload, "Version"),
                             bs_s3_encryption_members);
        bs_s3_copy_sums(call->output, part);
    }
}

/* A copied range must be there in full. */
static bool read_copy_range(struct bs_s3_call *call, int64_t size, struct bs_s3_range *range)
{
    const char *text = bs_tree_text(call->input, "CopySourceRange", NULL);

    if (!bs_s3_read_range(call, text, size, range)) {
        return false;
    }
    if (text != NULL && !range->is_partial) {
        bs_s3_fail(call, "InvalidArgument",
                   "The x-amz-copy-source-range value must be of the form bytes=first-last where "
                   "first and last are the zero-based offsets of the first and last bytes to copy");
        return false;
    }
    return true;
}

void bs_s3_upload_part_copy(struct bs_s3_call *call)
{
    const struct bs_tree *upload = check_number(call) ? find_upload(call) : NULL;
    const struct bs_tree *source = upload == NULL ? NULL : bs_s3_copy_source(call);
    const struct bs_tree *body = bs_tree_get(source, "Body");
    const struct bs_tree *part;
    struct bs_s3_range range;
    struct bs_tree *result;

    if (body == NULL || !read_copy_range(call, (int64_t)body->is.text.length, &range)) {
        return;
    }
    part = keep_part(call, upload, body->is.text.bytes + range.first, range.length);
    if (part != NULL) {
        result = bs_tree_set_structure(call->output, "CopyPartResult");
        bs_tree_copy_members(result, part, (const char *const[]){"ETag", "LastModified", NULL});
        bs_s3_copy_sums(result, part);
        bs_tree_copy_members(call->output, bs_tree_get(upload, "Version"),
                             bs_s3_encryption_members);
    }
}

/* ---- Completing ---- */

static bool is_as_listed(const struct bs_account_entry *part, const struct bs_tree *listed)
{
    const char *member;

    if (part == NULL || !bs_s3_is_etag(bs_tree_text(listed, "ETag", ""),
                                       bs_tree_text(part->attributes, "ETag", ""))) {
        return false;
    }
    member = bs_s3_sum_member(bs_s3_sum_algorithm(listed));
    return member == NULL || strcmp(bs_tree_text(listed, member, ""),
                                    bs_tree_text(part->attributes, member, "")) == 0;
}

static bool is_large_enough(struct bs_s3_call *call, const struct bs_tree *part)
{
    if (bs_tree_integer(part, "Size", 0) >= PART_BYTES_MIN) {
        return true;
    }
    bs_s3_fail(call, "EntityTooSmall",
               "Your proposed upload is smaller than the minimum allowed size");
    call->answer->details = bs_tree_new_structure();
    bs_tree_set_integer(call->answer->details, "ProposedSize", bs_tree_integer(part, "Size", 0));
    bs_tree_set_integer(call->answer->details, "MinSizeAllowed", PART_BYTES_MIN);
    bs_tree_copy_members(call->answer->details, part,
                         (const char *const[]){"PartNumber", "ETag", NULL});
    return false;
}

/* Numbers ascend, all parts are there as listed. What is known of each goes to `parts`, without its body. */
static bool collect_parts(struct bs_s3_call *call, const struct bs_tree *upload,
                          struct bs_tree *parts)
{
    const struct bs_tree *listed =
        bs_tree_first(bs_tree_get(bs_tree_get(call->input, "MultipartUpload"), "Parts"));
    int64_t last = 0;

    for (; listed != NULL; listed = listed->next) {
        const int64_t number = bs_tree_integer(listed, "PartNumber", 0);
        const struct bs_account_entry *part = find_part(call->account, upload, number);
        struct bs_tree *one;

        if (number <= last) {
            bs_s3_fail(call, "InvalidPartOrder",
                       "The list of parts was not in ascending order. Parts must be ordered by "
                       "part number.");
            return false;
        }
        if (!is_as_listed(part, listed)) {
            bs_s3_fail(call, "InvalidPart",
                       "One or more of the specified parts could not be found. The part may not "
                       "have been uploaded, or the specified entity tag may not match the part's "
                       "entity tag.");
            return false;
        }
        if (listed->next != NULL && !is_large_enough(call, part->attributes)) {
            return false;
        }
        one = bs_tree_append_structure(parts);
        bs_tree_copy_members(one, part->attributes, part_members);
        bs_s3_copy_sums(one, part->attributes);
        last = number;
    }
    if (last == 0) {
        bs_s3_fail(call, "MalformedXML",
                   "The XML you provided was not well-formed or did not validate against our "
                   "published schema");
    }
    return last != 0;
}

/* The parts' bytes one after the other; NULL and a failure if they are too many. */
static struct bs_tree *join_parts(struct bs_s3_call *call, const struct bs_tree *upload,
                                  const struct bs_tree *parts)
{
    struct bs_tree *body = NULL;
    struct bs_buffer all;

    bs_buffer_init(&all, BS_S3_OBJECT_BYTES_MAX + 1);
    for (const struct bs_tree *one = bs_tree_first(parts); one != NULL; one = one->next) {
        const struct bs_account_entry *part =
            find_part(call->account, upload, bs_tree_integer(one, "PartNumber", 0));
        const struct bs_tree *piece = bs_tree_get(part->attributes, "Body");

        bs_buffer_append(&all, piece->is.text.bytes, piece->is.text.length);
    }
    if (all.failed || all.length > (size_t)BS_S3_OBJECT_BYTES_MAX) {
        bs_s3_fail(call, "EntityTooLarge",
                   "Your proposed upload exceeds the maximum allowed object size.");
    } else {
        body = bs_tree_new_bytes(all.length == 0 ? "" : all.bytes, all.length);
    }
    bs_buffer_clean_up(&all);
    return body;
}

static void sum_up(const struct bs_tree *upload, const struct bs_tree *body,
                   const struct bs_tree *parts, struct bs_tree *sums)
{
    const char *algorithm = bs_tree_text(upload, "ChecksumAlgorithm", NULL);
    const char *type = bs_tree_text(upload, "ChecksumType", NULL);

    /* CRC64NVME is always of the whole; the others are of the parts' sums, unless asked otherwise. */
    if (algorithm == NULL || strcmp(algorithm, "CRC64NVME") == 0 ||
        (type != NULL && strcmp(type, "FULL_OBJECT") == 0)) {
        bs_s3_sum(algorithm == NULL ? "CRC64NVME" : algorithm, body, sums);
    } else {
        bs_s3_sum_parts(algorithm, parts, sums);
    }
}

/* What the client says that the whole's sum is, if it says so. */
static bool check_whole(struct bs_s3_call *call, const struct bs_tree *sums)
{
    const char *algorithm = bs_s3_sum_algorithm(call->input);
    const char *member = bs_s3_sum_member(algorithm);

    if (member == NULL ||
        strcmp(bs_tree_text(call->input, member, ""), bs_tree_text(sums, member, "")) == 0) {
        return true;
    }
    bs_s3_fail(call, "BadDigest", "The %s you specified did not match the calculated checksum.",
               algorithm);
    return false;
}

/* In the object they are numbered from 1 on, whatever numbers they were uploaded with. */
static void number_anew(struct bs_tree *parts)
{
    int64_t number = 1;

    for (struct bs_tree *part = bs_tree_first_mutable(parts); part != NULL; part = part->next) {
        bs_tree_set_integer(part, "PartNumber", number++);
    }
}

static struct bs_tree *assemble(struct bs_s3_call *call, const struct bs_tree *upload)
{
    struct bs_tree *parts = bs_tree_new_list();
    struct bs_tree *version = bs_tree_copy(bs_tree_get(upload, "Version"));
    struct bs_tree *body =
        collect_parts(call, upload, parts) ? join_parts(call, upload, parts) : NULL;

    parts = bs_tree_set(version, "Parts", parts);
    if (body != NULL) {
        struct bs_tree *sums = bs_tree_set_structure(version, "Sums");

        number_anew(parts);
        sum_up(upload, body, parts, sums);
        bs_s3_set_body(version, body);
        bs_tree_set(version, "ETag", bs_s3_etag_of_parts(parts));
        if (check_whole(call, sums)) {
            return version;
        }
    }
    bs_tree_destroy(version);
    return NULL;
}

void bs_s3_complete_multipart_upload(struct bs_s3_call *call)
{
    struct bs_tree *upload = find_upload(call);
    struct bs_tree *version =
        upload != NULL && bs_s3_may_write(call) ? assemble(call, upload) : NULL;

    if (version == NULL) {
        return;
    }
    version = bs_s3_publish(call, version);
    if (version == NULL) {
        return;
    }
    bs_s3_remove_upload(call->account, find_uploads(call), upload);
    bs_tree_set_format(call->output, "Location", "https://%s.s3.%s.amazonaws.com/%s",
                       call->bucket->key, call->request->region, call->key);
    bs_tree_set_text(call->output, "Bucket", call->bucket->key);
    bs_tree_set_text(call->output, "Key", call->key);
    bs_tree_copy_members(call->output, version, (const char *const[]){"ETag", NULL});
    bs_s3_copy_sums(call->output, bs_tree_get(version, "Sums"));
    bs_tree_copy_members(call->output, version, bs_s3_encryption_members);
    bs_s3_set_version_id(call, version);
}

/* ---- ListParts ---- */

static void describe_upload(struct bs_s3_call *call, const struct bs_tree *upload)
{
    bs_tree_set_text(call->output, "Bucket", call->bucket->key);
    bs_tree_set_text(call->output, "Key", call->key);
    bs_tree_copy_members(
        call->output, upload,
        (const char *const[]){"UploadId", "ChecksumAlgorithm", "ChecksumType", NULL});
    bs_tree_copy_members(call->output, bs_tree_get(upload, "Version"),
                         (const char *const[]){"StorageClass", NULL});
    bs_s3_set_owner(call->output, "Owner");
    bs_s3_set_owner(call->output, "Initiator");
}

void bs_s3_list_parts(struct bs_s3_call *call)
{
    const struct bs_tree *upload = find_upload(call);
    const int64_t marker = bs_tree_integer(call->input, "PartNumberMarker", 0);
    const int64_t asked = bs_tree_integer(call->input, "MaxParts", BS_S3_PAGE_MAX);
    const int64_t count_max = asked < 0 || asked > BS_S3_PAGE_MAX ? BS_S3_PAGE_MAX : asked;
    const struct bs_account_entry *part;
    char after[PART_KEY_MAX];
    struct bs_tree *parts;
    int64_t last = marker;

    if (upload == NULL) {
        return;
    }
    describe_upload(call, upload);
    parts = bs_tree_set_list(call->output, "Parts");
    part_key(bs_tree_text(upload, "UploadId", ""),
             marker < 0 || marker > PARTS_MAX ? PARTS_MAX : marker, after);
    part = next_part(call->account, upload, after);
    while (part != NULL && (int64_t)bs_tree_count(parts) < count_max) {
        struct bs_tree *one = bs_tree_append_structure(parts);

        bs_tree_copy_members(one, part->attributes, part_members);
        bs_s3_copy_sums(one, part->attributes);
        last = bs_tree_integer(part->attributes, "PartNumber", 0);
        part = next_part(call->account, upload, part->key);
    }
    bs_tree_set_integer(call->output, "PartNumberMarker", marker);
    bs_tree_set_integer(call->output, "NextPartNumberMarker", last);
    bs_tree_set_integer(call->output, "MaxParts", count_max);
    bs_tree_set_boolean(call->output, "IsTruncated", part != NULL && count_max > 0);
}
