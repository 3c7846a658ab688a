/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Lists of objects, versions and uploads, by their keys' bytes: rolled up at a delimiter, and in pages. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/checksum.h"
#include "sim/account/s3.h"

enum {
    AFTER_MAX = BS_S3_STORE_KEY_MAX + 2,
    ENCODED_MAX = 3 * BS_S3_STORE_KEY_MAX + 1,
    TOKEN_MAX = 2 * BS_S3_STORE_KEY_MAX,
};

/* Greater than every byte of UTF-8: a key with it behind a prefix comes after all keys with that prefix. */
static const char last_byte[] = "\xff";

struct walk;

/* What is listed. */
struct listing {
    const char *kind; /* Of entries, each of which holds one or several of what is listed. */
    /* Whether an entry holds anything to list. */
    bool (*is_listed)(const struct bs_account_entry *entry);
    /*
     * Appends what an entry holds, from behind the element `after_id` on (NULL: all); false if the page is
     * full before that is done.
     */
    bool (*append)(struct walk *walk, const struct bs_account_entry *entry, const char *key,
                   const char *after_id);
};

/* A walk through the keys of a bucket, for one page. */
struct walk {
    struct bs_s3_call *call;
    const struct listing *listing;
    const char *prefix;
    const char *delimiter;
    const char *marker;    /* The key or rolled-up prefix that the page begins behind, or "". */
    const char *marker_id; /* With it: the element of that key, or "". */
    int64_t count_max;
    int64_t count;
    bool is_truncated;
    bool is_encoded;
    bool has_owner;
    struct bs_tree *prefixes;
    char last[BS_S3_STORE_KEY_MAX]; /* What the page ends with. */
    char last_id[BS_S3_ID_MAX];     /* "" if that is a rolled-up prefix. */
};

/* ---- Texts ---- */

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-_./*", c) != NULL);
}

/* Sets a text, encoded if the client asked for that: keys may hold what XML cannot. */
static void set_text(const struct walk *walk, struct bs_tree *structure, const char *name,
                     const char *text)
{
    char encoded[ENCODED_MAX];
    size_t length = 0;

    if (!walk->is_encoded) {
        bs_tree_set_text(structure, name, text);
        return;
    }
    for (; *text != '\0' && length + 4 < sizeof(encoded); text++) {
        length += (size_t)snprintf(encoded + length, sizeof(encoded) - length,
                                   is_plain(*text) ? "%c" : "%%%02X", (unsigned char)*text);
    }
    encoded[length] = '\0';
    bs_tree_set_text(structure, name, encoded);
}

/* ---- Walking ---- */

/* Counts one more item, which is told by `key` and `id`; false if the page is full. */
static bool count_item(struct walk *walk, const char *key, size_t key_length, const char *id)
{
    if (walk->count >= walk->count_max) {
        walk->is_truncated = walk->count_max > 0;
        return false;
    }
    walk->count++;
    (void)snprintf(walk->last, sizeof(walk->last), "%.*s", (int)key_length, key);
    (void)snprintf(walk->last_id, sizeof(walk->last_id), "%s", id);
    return true;
}

/* How much of a key is rolled up: up to the first delimiter behind the prefix, that included; 0: nothing. */
static size_t rolled_length(const struct walk *walk, const char *key)
{
    const char *found =
        *walk->delimiter == '\0' ? NULL : strstr(key + strlen(walk->prefix), walk->delimiter);

    return found == NULL ? 0 : (size_t)(found - key) + strlen(walk->delimiter);
}

/* The marker may be a rolled-up prefix, which has been told then. */
static bool append_prefix(struct walk *walk, const char *key, size_t length)
{
    char text[BS_S3_STORE_KEY_MAX];

    if (strlen(walk->marker) == length && strncmp(walk->marker, key, length) == 0) {
        return true;
    }
    if (!count_item(walk, key, length, "")) {
        return false;
    }
    (void)snprintf(text, sizeof(text), "%.*s", (int)length, key);
    set_text(walk, bs_tree_append_structure(walk->prefixes), "Prefix", text);
    return true;
}

/* Handles one entry, and says in `after` where to go on; false if the page is full. */
static bool visit(struct walk *walk, const struct bs_account_entry *entry, char after[AFTER_MAX])
{
    const size_t bucket_length = strlen(walk->call->bucket->key) + 1;
    const char *key = entry->key + bucket_length;
    const size_t rolled = rolled_length(walk, key);

    if (rolled > 0 && walk->listing->is_listed(entry)) {
        (void)snprintf(after, AFTER_MAX, "%.*s%s", (int)(bucket_length + rolled), entry->key,
                       last_byte);
        return append_prefix(walk, key, rolled);
    }
    (void)snprintf(after, AFTER_MAX, "%s", entry->key);
    return !walk->listing->is_listed(entry) || walk->listing->append(walk, entry, key, NULL);
}

/* What is left of the marker's own key: false if the page is full with that. */
static bool visit_marked(struct walk *walk, const char *store_key)
{
    const struct bs_account_entry *entry =
        bs_account_find(walk->call->account, walk->listing->kind, BS_ACCOUNT_GLOBAL, store_key);

    return *walk->marker_id == '\0' || entry == NULL ||
           strncmp(walk->marker, walk->prefix, strlen(walk->prefix)) != 0 ||
           rolled_length(walk, walk->marker) > 0 ||
           walk->listing->append(walk, entry, walk->marker, walk->marker_id);
}

static void walk_keys(struct walk *walk)
{
    struct bs_account *account = walk->call->account;
    const char *bucket = walk->call->bucket->key;
    const struct bs_account_entry *entry;
    char prefix[BS_S3_STORE_KEY_MAX];
    char after[AFTER_MAX];
    bool goes_on;

    bs_s3_store_key(bucket, walk->prefix, prefix);
    bs_s3_store_key(bucket, walk->marker, after);
    goes_on = visit_marked(walk, after);
    entry = bs_s3_next(account, walk->listing->kind, prefix, *walk->marker == '\0' ? NULL : after);
    while (goes_on && entry != NULL) {
        goes_on = visit(walk, entry, after);
        entry = bs_s3_next(account, walk->listing->kind, prefix, after);
    }
}

/* Reads what all lists are asked with; false and a failure if it makes no sense. */
static bool begin(struct walk *walk, struct bs_s3_call *call, const struct listing *listing,
                  const char *limit)
{
    const int64_t asked = bs_tree_integer(call->input, limit, BS_S3_PAGE_MAX);

    *walk = (struct walk){
        .call = call,
        .listing = listing,
        .prefix = bs_tree_text(call->input, "Prefix", ""),
        .delimiter = bs_tree_text(call->input, "Delimiter", ""),
        .marker = "",
        .marker_id = "",
        .count_max = asked > BS_S3_PAGE_MAX ? BS_S3_PAGE_MAX : asked,
        .is_encoded = strcmp(bs_tree_text(call->input, "EncodingType", ""), "url") == 0,
        .prefixes = bs_tree_new_list(),
    };
    bs_tree_set(call->output, "CommonPrefixes", walk->prefixes);
    if (asked < 0) {
        bs_s3_fail(call, "InvalidArgument", "Argument %s must be an integer between 0 and %d",
                   limit, INT32_MAX);
    }
    return asked >= 0;
}

/* Says again what was asked, and whether there is more. */
static void finish(const struct walk *walk, const char *limit)
{
    struct bs_tree *output = walk->call->output;

    set_text(walk, output, "Prefix", walk->prefix);
    if (*walk->delimiter != '\0') {
        set_text(walk, output, "Delimiter", walk->delimiter);
    }
    if (walk->is_encoded) {
        bs_tree_set_text(output, "EncodingType", "url");
    }
    bs_tree_set_integer(output, limit, walk->count_max);
    bs_tree_set_boolean(output, "IsTruncated", walk->is_truncated);
}

/* ---- Objects ---- */

static bool has_contents(const struct bs_account_entry *object)
{
    return !bs_s3_is_delete_marker(bs_s3_latest(object));
}

/* What lists tell of contents. */
static void describe_contents(struct bs_tree *item, const struct bs_tree *version)
{
    static const char *const members[] = {"LastModified", "ETag", "Size", "StorageClass", NULL};
    const struct bs_tree *sums = bs_tree_get(version, "Sums");
    const char *algorithm = bs_s3_sum_algorithm(sums);

    bs_tree_copy_members(item, version, members);
    if (algorithm != NULL) {
        bs_tree_append_text(bs_tree_set_list(item, "ChecksumAlgorithm"), algorithm);
        bs_tree_copy_members(item, sums, (const char *const[]){"ChecksumType", NULL});
    }
}

static bool append_object(struct walk *walk, const struct bs_account_entry *entry, const char *key,
                          const char *after_id)
{
    struct bs_tree *item;

    (void)after_id;
    if (!count_item(walk, key, strlen(key), "")) {
        return false;
    }
    item = bs_tree_append_structure(bs_tree_get_mutable(walk->call->output, "Contents"));
    set_text(walk, item, "Key", key);
    describe_contents(item, bs_s3_latest(entry));
    if (walk->has_owner) {
        bs_s3_set_owner(item, "Owner");
    }
    return true;
}

static const struct listing objects = {BS_S3_OBJECT, has_contents, append_object};

static void list_contents(struct walk *walk)
{
    bs_tree_set_list(walk->call->output, "Contents");
    bs_tree_set_text(walk->call->output, "Name", walk->call->bucket->key);
    walk_keys(walk);
    finish(walk, "MaxKeys");
}

void bs_s3_list_objects(struct bs_s3_call *call)
{
    struct walk walk;

    if (!begin(&walk, call, &objects, "MaxKeys")) {
        return;
    }
    walk.marker = bs_tree_text(call->input, "Marker", "");
    walk.has_owner = true;
    list_contents(&walk);
    set_text(&walk, call->output, "Marker", walk.marker);
    /* Without a delimiter the last key says as much, and S3 leaves it at that. */
    if (walk.is_truncated && *walk.delimiter != '\0') {
        set_text(&walk, call->output, "NextMarker", walk.last);
    }
}

/* A token is the last item in base64: a page follows from it alone. */
static bool read_token(struct bs_s3_call *call, const char *token, char *marker, size_t marker_size)
{
    const size_t length = strlen(token);
    const size_t digit_count = strcspn(token, "=");
    const size_t decoded = 3 * digit_count / 4;

    if (length > 0 && decoded < marker_size &&
        bs_base64_decode(token, (unsigned char *)marker, decoded)) {
        marker[decoded] = '\0';
        return true;
    }
    bs_s3_fail(call, "InvalidArgument", "The continuation token provided is incorrect");
    return false;
}

void bs_s3_list_objects_v2(struct bs_s3_call *call)
{
    const char *token = bs_tree_text(call->input, "ContinuationToken", NULL);
    const char *start_after = bs_tree_text(call->input, "StartAfter", NULL);
    char marker[BS_S3_STORE_KEY_MAX];
    char next[TOKEN_MAX];
    struct walk walk;

    if (!begin(&walk, call, &objects, "MaxKeys") ||
        (token != NULL && !read_token(call, token, marker, sizeof(marker)))) {
        return;
    }
    walk.marker = token != NULL ? marker : start_after != NULL ? start_after : "";
    walk.has_owner = bs_tree_boolean(call->input, "FetchOwner", false);
    list_contents(&walk);
    bs_tree_set_integer(call->output, "KeyCount", walk.count);
    bs_tree_copy_members(call->output, call->input,
                         (const char *const[]){"ContinuationToken", NULL});
    if (start_after != NULL) {
        set_text(&walk, call->output, "StartAfter", start_after);
    }
    if (walk.is_truncated) {
        bs_base64_encode((const unsigned char *)walk.last, strlen(walk.last), next);
        bs_tree_set_text(call->output, "NextContinuationToken", next);
    }
}

/* ---- Versions ---- */

static bool is_always_listed(const struct bs_account_entry *entry)
{
    (void)entry;
    return true;
}

/* The latest version older than a sequence, or NULL. */
static const struct bs_tree *next_older(const struct bs_account_entry *object, int64_t sequence)
{
    const struct bs_tree *version = bs_tree_first(bs_tree_get(object->attributes, "Versions"));
    const struct bs_tree *found = NULL;
    int64_t found_sequence = 0;

    for (; version != NULL; version = version->next) {
        const int64_t its = bs_tree_integer(version, "Sequence", 0);

        if (its < sequence && (found == NULL || its > found_sequence)) {
            found = version;
            found_sequence = its;
        }
    }
    return found;
}

/* Of the version a page ended with, which may have been deleted since: then its id still tells. */
static int64_t marked_sequence(const struct bs_account_entry *object, const char *id)
{
    const struct bs_tree *version = bs_s3_version(object, id);
    char digits[17];

    if (version != NULL) {
        return bs_tree_integer(version, "Sequence", 0);
    }
    (void)snprintf(digits, sizeof(digits), "%s", id);
    return strcmp(id, "null") == 0 ? INT64_MAX : strtoll(digits, NULL, 16);
}

static bool append_version(struct walk *walk, const struct bs_tree *version, const char *key,
                           bool is_latest)
{
    const bool is_marker = bs_s3_is_delete_marker(version);
    struct bs_tree *list =
        bs_tree_get_mutable(walk->call->output, is_marker ? "DeleteMarkers" : "Versions");
    struct bs_tree *item;

    if (!count_item(walk, key, strlen(key), bs_tree_text(version, "VersionId", "null"))) {
        return false;
    }
    item = bs_tree_append_structure(list);
    set_text(walk, item, "Key", key);
    bs_tree_copy_members(item, version, (const char *const[]){"VersionId", "LastModified", NULL});
    if (!is_marker) {
        describe_contents(item, version);
    }
    bs_tree_set_boolean(item, "IsLatest", is_latest);
    bs_s3_set_owner(item, "Owner");
    return true;
}

static bool append_versions(struct walk *walk, const struct bs_account_entry *entry,
                            const char *key, const char *after_id)
{
    const struct bs_tree *latest = bs_s3_latest(entry);
    int64_t sequence = after_id == NULL ? INT64_MAX : marked_sequence(entry, after_id);
    const struct bs_tree *version;

    while ((version = next_older(entry, sequence)) != NULL) {
        if (!append_version(walk, version, key, version == latest)) {
            return false;
        }
        sequence = bs_tree_integer(version, "Sequence", 0);
    }
    return true;
}

static const struct listing versions = {BS_S3_OBJECT, is_always_listed, append_versions};

/* ---- Uploads ---- */

static bool append_upload(struct walk *walk, const struct bs_tree *upload, const char *key)
{
    static const char *const members[] = {"UploadId", "Initiated", "ChecksumAlgorithm",
                                          "ChecksumType", NULL};
    struct bs_tree *item;

    if (!count_item(walk, key, strlen(key), bs_tree_text(upload, "UploadId", ""))) {
        return false;
    }
    item = bs_tree_append_structure(bs_tree_get_mutable(walk->call->output, "Uploads"));
    set_text(walk, item, "Key", key);
    bs_tree_copy_members(item, upload, members);
    bs_tree_copy_members(item, bs_tree_get(upload, "Version"),
                         (const char *const[]){"StorageClass", NULL});
    bs_s3_set_owner(item, "Owner");
    bs_s3_set_owner(item, "Initiator");
    return true;
}

/* They are kept in the order in which they were begun, which is that of their ids. */
static bool append_uploads(struct walk *walk, const struct bs_account_entry *entry, const char *key,
                           const char *after_id)
{
    const struct bs_tree *upload = bs_tree_first(bs_tree_get(entry->attributes, "Uploads"));

    for (; upload != NULL; upload = upload->next) {
        const bool is_behind =
            after_id == NULL || strcmp(bs_tree_text(upload, "UploadId", ""), after_id) > 0;

        if (is_behind && !append_upload(walk, upload, key)) {
            return false;
        }
    }
    return true;
}

static const struct listing uploads = {BS_S3_UPLOAD, is_always_listed, append_uploads};

/* ---- Lists of several to a key ---- */

/* Names of members: those of uploads differ from those of versions in no more. */
struct element_names {
    const char *limit;
    const char *id_marker;
    const char *next_id_marker;
};

static void list_elements(struct bs_s3_call *call, const struct listing *listing,
                          const struct element_names *names)
{
    struct walk walk;

    if (!begin(&walk, call, listing, names->limit)) {
        return;
    }
    walk.marker = bs_tree_text(call->input, "KeyMarker", "");
    walk.marker_id = bs_tree_text(call->input, names->id_marker, "");
    walk_keys(&walk);
    finish(&walk, names->limit);
    set_text(&walk, call->output, "KeyMarker", walk.marker);
    bs_tree_set_text(call->output, names->id_marker, walk.marker_id);
    if (walk.is_truncated) {
        set_text(&walk, call->output, "NextKeyMarker", walk.last);
    }
    if (walk.is_truncated && walk.last_id[0] != '\0') {
        bs_tree_set_text(call->output, names->next_id_marker, walk.last_id);
    }
}

void bs_s3_list_object_versions(struct bs_s3_call *call)
{
    static const struct element_names names = {"MaxKeys", "VersionIdMarker", "NextVersionIdMarker"};

    if (bs_tree_text(call->input, "VersionIdMarker", "")[0] != '\0' &&
        bs_tree_text(call->input, "KeyMarker", "")[0] == '\0') {
        bs_s3_fail(call, "InvalidArgument",
                   "A version-id marker cannot be specified without a key marker.");
        return;
    }
    bs_tree_set_text(call->output, "Name", call->bucket->key);
    bs_tree_set_list(call->output, "Versions");
    bs_tree_set_list(call->output, "DeleteMarkers");
    list_elements(call, &versions, &names);
}

/* An id without a key counts for nothing, as documented. */
void bs_s3_list_multipart_uploads(struct bs_s3_call *call)
{
    static const struct element_names names = {"MaxUploads", "UploadIdMarker",
                                               "NextUploadIdMarker"};

    bs_tree_set_text(call->output, "Bucket", call->bucket->key);
    bs_tree_set_list(call->output, "Uploads");
    list_elements(call, &uploads, &names);
}
