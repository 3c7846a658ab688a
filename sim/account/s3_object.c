/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Objects put and read. */

#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"

/* ---- Putting ---- */

/* The body as bytes, whatever the client left out; NULL and a failure if it is too large. */
static struct bs_tree *body_of(struct bs_s3_call *call)
{
    const struct bs_tree *body = bs_tree_get(call->input, "Body");
    const bool is_there =
        body != NULL && (body->kind == BS_TREE_BYTES || body->kind == BS_TREE_TEXT);
    const size_t length = is_there ? body->is.text.length : 0;

    if ((int64_t)length > BS_S3_OBJECT_BYTES_MAX) {
        bs_s3_fail(call, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        call->answer->details = bs_tree_new_structure();
        bs_tree_set_integer(call->answer->details, "ProposedSize", (int64_t)length);
        bs_tree_set_integer(call->answer->details, "MaxSizeAllowed", BS_S3_OBJECT_BYTES_MAX);
        return NULL;
    }
    return bs_tree_new_bytes(length == 0 ? "" : body->is.text.bytes, length);
}

void bs_s3_put_object(struct bs_s3_call *call)
{
    struct bs_tree *version;
    struct bs_tree *body;

    if (!bs_s3_may_write(call)) {
        return;
    }
    version = bs_s3_new_version(call);
    body = version == NULL ? NULL : body_of(call);
    if (body == NULL) {
        bs_tree_destroy(version);
        return;
    }
    bs_s3_set_body(version, body);
    if (!bs_s3_check_body(call, body, NULL, bs_tree_set_structure(version, "Sums"))) {
        bs_tree_destroy(version);
        return;
    }
    version = bs_s3_publish(call, version);
    if (version != NULL) {
        bs_tree_copy_members(call->output, version, (const char *const[]){"ETag", NULL});
        bs_tree_copy_members(call->output, version, bs_s3_encryption_members);
        bs_s3_copy_sums(call->output, bs_tree_get(version, "Sums"));
        bs_s3_set_version_id(call, version);
    }
}

/* ---- Reading ---- */

/* Contents under a customer's key are for who has the key. */
static bool check_customer_key(struct bs_s3_call *call, const struct bs_tree *version)
{
    const char *kept = bs_tree_text(version, "SSECustomerKeyMD5", NULL);
    const char *given = bs_tree_text(call->input, "SSECustomerKeyMD5", NULL);

    if (kept != NULL && given == NULL) {
        bs_s3_fail(call, "InvalidRequest",
                   "The object was stored using a form of Server Side Encryption. The correct "
                   "parameters must be provided to retrieve the object.");
        return false;
    }
    if (kept == NULL && given != NULL) {
        bs_s3_fail(call, "InvalidRequest",
                   "The encryption parameters are not applicable to this object.");
        return false;
    }
    if (kept != NULL && strcmp(kept, given) != 0) {
        bs_s3_fail(call, "AccessDenied", "Access Denied");
        return false;
    }
    return true;
}

/* The bytes of part `number`: of an object that was put whole there is one. */
static bool find_part(struct bs_s3_call *call, const struct bs_tree *version, int64_t number,
                      struct bs_s3_range *range)
{
    const struct bs_tree *part = bs_tree_first(bs_tree_get(version, "Parts"));

    *range = (struct bs_s3_range){0, bs_tree_integer(version, "Size", 0), part != NULL};
    if (part == NULL && number == 1) {
        return true;
    }
    for (; part != NULL; part = part->next) {
        range->length = bs_tree_integer(part, "Size", 0);
        if (bs_tree_integer(part, "PartNumber", 0) == number) {
            return true;
        }
        range->first += range->length;
    }
    bs_s3_fail(call, "InvalidPartNumber", "The requested partnumber is not satisfiable");
    return false;
}

static bool choose_range(struct bs_s3_call *call, const struct bs_tree *version,
                         struct bs_s3_range *range)
{
    const char *text = bs_tree_text(call->input, "Range", NULL);
    const int64_t number = bs_tree_integer(call->input, "PartNumber", 0);

    if (bs_tree_get(call->input, "PartNumber") == NULL) {
        return bs_s3_read_range(call, text, bs_tree_integer(version, "Size", 0), range);
    }
    if (text != NULL) {
        bs_s3_fail(call, "InvalidRequest",
                   "Cannot specify both Range header and partNumber query parameter");
        return false;
    }
    return find_part(call, version, number, range);
}

static void describe_lock(struct bs_tree *output, const struct bs_tree *version)
{
    const struct bs_tree *retention = bs_tree_get(version, "Retention");
    const struct bs_tree *hold = bs_tree_get(version, "LegalHold");

    if (retention != NULL) {
        bs_tree_set_text(output, "ObjectLockMode", bs_tree_text(retention, "Mode", ""));
        bs_tree_set_instant(output, "ObjectLockRetainUntilDate",
                            bs_tree_instant(retention, "RetainUntilDate", BS_AT_SECONDS(0)));
    }
    if (hold != NULL) {
        bs_tree_set_text(output, "ObjectLockLegalHoldStatus", bs_tree_text(hold, "Status", "OFF"));
    }
}

static void describe(struct bs_s3_call *call, const struct bs_tree *version)
{
    static const char *const members[] = {"LastModified",
                                          "ETag",
                                          "CacheControl",
                                          "ContentDisposition",
                                          "ContentEncoding",
                                          "Expires",
                                          "ContentType",
                                          "ContentLanguage",
                                          "ReplicationStatus",
                                          "Metadata",
                                          "WebsiteRedirectLocation",
                                          NULL};
    const size_t tag_count = bs_tree_count(bs_tree_get(version, "TagSet"));
    const char *class = bs_tree_text(version, "StorageClass", "STANDARD");

    bs_tree_set_text(call->output, "AcceptRanges", "bytes");
    bs_tree_copy_members(call->output, version, members);
    bs_tree_copy_members(call->output, version, bs_s3_encryption_members);
    bs_s3_set_version_id(call, version);
    describe_lock(call->output, version);
    if (strcmp(class, "STANDARD") != 0) {
        bs_tree_set_text(call->output, "StorageClass", class);
    }
    if (tag_count > 0) {
        bs_tree_set_integer(call->output, "TagCount", (int64_t)tag_count);
    }
}

/* "response-content-type" and its like: the answer's headers, as the client would have them. */
static void override_headers(struct bs_s3_call *call)
{
    static const char *const pairs[][2] = {
        {"ResponseCacheControl", "CacheControl"},
        {"ResponseContentDisposition", "ContentDisposition"},
        {"ResponseContentEncoding", "ContentEncoding"},
        {"ResponseContentLanguage", "ContentLanguage"},
        {"ResponseContentType", "ContentType"},
        {"ResponseExpires", "Expires"},
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const struct bs_tree *value = bs_tree_get(call->input, pairs[i][0]);

        if (value != NULL) {
            bs_tree_set(call->output, pairs[i][1], bs_tree_copy(value));
        }
    }
}

static void describe_range(struct bs_s3_call *call, const struct bs_tree *version,
                           const struct bs_s3_range *range)
{
    const size_t part_count = bs_tree_count(bs_tree_get(version, "Parts"));

    bs_tree_set_integer(call->output, "ContentLength", range->length);
    if (range->is_partial) {
        bs_tree_set_format(call->output, "ContentRange", "bytes %lld-%lld/%lld",
                           (long long)range->first, (long long)(range->first + range->length - 1),
                           (long long)bs_tree_integer(version, "Size", 0));
    }
    if (part_count > 0 && bs_tree_get(call->input, "PartNumber") != NULL) {
        bs_tree_set_integer(call->output, "PartsCount", (int64_t)part_count);
    }
    if (!range->is_partial &&
        strcmp(bs_tree_text(call->input, "ChecksumMode", ""), "ENABLED") == 0) {
        bs_s3_copy_sums(call->output, bs_tree_get(version, "Sums"));
    }
}

/* What GetObject and HeadObject have in common; false: the call has failed. */
static bool read_object(struct bs_s3_call *call, const struct bs_tree **version,
                        struct bs_s3_range *range)
{
    *version = bs_s3_require_named(call);
    if (*version == NULL || !bs_s3_may_read(call, *version, &bs_s3_read_conditions) ||
        !check_customer_key(call, *version) || !choose_range(call, *version, range)) {
        return false;
    }
    describe(call, *version);
    override_headers(call);
    describe_range(call, *version, range);
    return true;
}

void bs_s3_head_object(struct bs_s3_call *call)
{
    const struct bs_tree *version;
    struct bs_s3_range range;

    (void)read_object(call, &version, &range);
}

static bool is_archived(const struct bs_tree *version)
{
    const char *class = bs_tree_text(version, "StorageClass", "");

    return strcmp(class, "GLACIER") == 0 || strcmp(class, "DEEP_ARCHIVE") == 0;
}

void bs_s3_get_object(struct bs_s3_call *call)
{
    const struct bs_tree *version;
    const struct bs_tree *body;
    struct bs_s3_range range;

    if (!read_object(call, &version, &range)) {
        return;
    }
    if (is_archived(version)) {
        bs_s3_fail(call, "InvalidObjectState",
                   "The operation is not valid for the object's storage class");
        call->answer->details = bs_tree_new_structure();
        bs_tree_copy_members(call->answer->details, version,
                             (const char *const[]){"StorageClass", NULL});
        return;
    }
    body = bs_tree_get(version, "Body");
    bs_tree_set(call->output, "Body",
                bs_tree_new_bytes(body->is.text.bytes + range.first, (size_t)range.length));
}

/* ---- Attributes ---- */

/* Parts after the marker; only those that have sums of their own are told one by one. */
static void describe_parts(struct bs_s3_call *call, const struct bs_tree *version)
{
    static const char *const members[] = {"PartNumber", "Size", NULL};
    const struct bs_tree *parts = bs_tree_get(version, "Parts");
    const int64_t marker = bs_tree_integer(call->input, "PartNumberMarker", 0);
    const int64_t asked = bs_tree_integer(call->input, "MaxParts", BS_S3_PAGE_MAX);
    const size_t count_max = (size_t)(asked < 0 || asked > BS_S3_PAGE_MAX ? BS_S3_PAGE_MAX : asked);
    struct bs_tree *described = bs_tree_set_structure(call->output, "ObjectParts");
    struct bs_tree *list = bs_tree_new_list();
    bool is_truncated = false;
    int64_t last = marker;

    for (const struct bs_tree *part = bs_tree_first(parts); part != NULL; part = part->next) {
        struct bs_tree *one;

        if (bs_tree_integer(part, "PartNumber", 0) <= marker) {
            continue;
        }
        is_truncated = bs_tree_count(list) == count_max;
        if (is_truncated) {
            break;
        }
        one = bs_tree_append_structure(list);
        bs_tree_copy_members(one, part, members);
        bs_s3_copy_sums(one, part);
        last = bs_tree_integer(part, "PartNumber", 0);
    }
    bs_tree_set_integer(described, "TotalPartsCount", (int64_t)bs_tree_count(parts));
    bs_tree_set_integer(described, "PartNumberMarker", marker);
    bs_tree_set_integer(described, "NextPartNumberMarker", last);
    bs_tree_set_integer(described, "MaxParts", (int64_t)count_max);
    bs_tree_set_boolean(described, "IsTruncated", is_truncated);
    bs_tree_set(described, "Parts", list);
}

void bs_s3_get_object_attributes(struct bs_s3_call *call)
{
    const struct bs_tree *asked = bs_tree_get(call->input, "ObjectAttributes");
    const struct bs_tree *version = bs_s3_require_named(call);

    if (version == NULL || !check_customer_key(call, version)) {
        return;
    }
    bs_tree_copy_members(call->output, version, (const char *const[]){"LastModified", NULL});
    bs_s3_set_version_id(call, version);
    if (bs_tree_has_text(asked, "ETag")) {
        const char *etag = bs_tree_text(version, "ETag", "\"\"");

        /* Here alone without its quotes. */
        bs_tree_set_format(call->output, "ETag", "%.*s", (int)strlen(etag) - 2, etag + 1);
    }
    if (bs_tree_has_text(asked, "Checksum")) {
        bs_s3_copy_sums(bs_tree_set_structure(call->output, "Checksum"),
                        bs_tree_get(version, "Sums"));
    }
    if (bs_tree_has_text(asked, "ObjectParts") && bs_tree_get(version, "Parts") != NULL) {
        describe_parts(call, version);
    }
    if (bs_tree_has_text(asked, "StorageClass")) {
        bs_tree_set_text(call->output, "StorageClass",
                         bs_tree_text(version, "StorageClass", "STANDARD"));
    }
    if (bs_tree_has_text(asked, "ObjectSize")) {
        bs_tree_set_integer(call->output, "ObjectSize", bs_tree_integer(version, "Size", 0));
    }
}
