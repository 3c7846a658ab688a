/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Lists against a plain reference: complete, in order, without repeats, whatever the pages. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "tests/account/s3_client.h"

enum { KEYS_MAX = 60, KEY_MAX = 8, ITEMS_MAX = 512, ITEM_MAX = 96, ROUNDS = 60 };

struct items {
    char texts[ITEMS_MAX][ITEM_MAX];
    size_t count;
};

static void add_item(struct items *items, const char *kind, const char *text, const char *id)
{
    assert_true(items->count < ITEMS_MAX);
    (void)snprintf(items->texts[items->count++], ITEM_MAX, "%s|%s|%s", text, kind, id);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void expect_same(struct items *found, struct items *expected)
{
    qsort(found->texts, found->count, ITEM_MAX, compare_texts);
    qsort(expected->texts, expected->count, ITEM_MAX, compare_texts);
    assert_int_equal(found->count, expected->count);
    for (size_t i = 0; i < found->count; i++) {
        assert_string_equal(found->texts[i], expected->texts[i]);
    }
}

/* ---- Drawing ---- */

static uint64_t draw(struct bs_stream *stream, uint64_t below)
{
    return bs_bits_below(bs_stream_at(stream, stream->next), below);
}

/* Keys of few letters, so that many share prefixes and delimiters. */
static void draw_key(struct bs_stream *stream, char key[KEY_MAX])
{
    static const char letters[] = "ab/-";
    const size_t length = 1 + draw(stream, KEY_MAX - 2);

    for (size_t i = 0; i < length; i++) {
        key[i] = letters[draw(stream, 4)];
    }
    key[length] = '\0';
}

/* A question that is asked page by page. */
struct question {
    const char *prefix;
    const char *delimiter;
    int64_t limit;
};

static struct question draw_question(struct bs_stream *stream)
{
    static const char *const prefixes[] = {"", "", "a", "a/", "b/a", "-"};
    static const char *const delimiters[] = {"", "/", "/", "-", "/a", "b"};

    return (struct question){prefixes[draw(stream, 6)], delimiters[draw(stream, 6)],
                             1 + (int64_t)draw(stream, 7)};
}

/* ---- The reference ---- */

/* The rolled-up prefix of a key, or "". */
static void roll_up(const struct question *question, const char *key, char rolled[KEY_MAX])
{
    const char *found = *question->delimiter == '\0'
                            ? NULL
                            : strstr(key + strlen(question->prefix), question->delimiter);
    const int length = found == NULL ? 0 : (int)(found - key) + (int)strlen(question->delimiter);

    (void)snprintf(rolled, KEY_MAX, "%.*s", length, key);
}

static bool has_item(const struct items *items, const char *text)
{
    char item[ITEM_MAX];

    (void)snprintf(item, sizeof(item), "%s|prefix|", text);
    for (size_t i = 0; i < items->count; i++) {
        if (strcmp(items->texts[i], item) == 0) {
            return true;
        }
    }
    return false;
}

static void expect_key(struct items *expected, const struct question *question, const char *key,
                       const char *id)
{
    char rolled[KEY_MAX];

    if (strncmp(key, question->prefix, strlen(question->prefix)) != 0) {
        return;
    }
    roll_up(question, key, rolled);
    if (rolled[0] == '\0') {
        add_item(expected, "key", key, id);
    } else if (!has_item(expected, rolled)) {
        add_item(expected, "prefix", rolled, "");
    }
}

/* ---- Asking ---- */

static void set_question(struct s3_client *client, const struct question *question,
                         const char *limit)
{
    bs_tree_set_text(client->input, "Prefix", question->prefix);
    bs_tree_set_integer(client->input, limit, question->limit);
    if (*question->delimiter != '\0') {
        bs_tree_set_text(client->input, "Delimiter", question->delimiter);
    }
}

/* Takes a page's items; the page is no longer than was asked for, and its keys ascend. */
static void take(struct items *found, const struct bs_tree *output, const char *list,
                 const char *id_member)
{
    const char *last = "";

    for (const struct bs_tree *item = bs_tree_first(bs_tree_get(output, list)); item != NULL;
         item = item->next) {
        const char *text = bs_tree_text(item, "Key", bs_tree_text(item, "Prefix", ""));

        assert_true(strcmp(last, text) <= 0);
        add_item(found, bs_tree_get(item, "Key") != NULL ? "key" : "prefix", text,
                 bs_tree_text(item, id_member, ""));
        last = text;
    }
}

static size_t page_length(const struct bs_tree *output)
{
    static const char *const lists[] = {"Contents", "CommonPrefixes", "Versions", "DeleteMarkers",
                                        "Uploads"};
    size_t length = 0;

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        length += bs_tree_count(bs_tree_get(output, lists[i]));
    }
    return length;
}

/* How the next page is asked for: a member of the output is a member of the next input. */
struct paging {
    const char *operation;
    const char *limit;
    const char *list;
    const char *other_list; /* Or "". */
    const char *id_member;
    const char *next;
    const char *marker;
    const char *next_id; /* Or "". */
    const char *id_marker;
};

static const struct paging pagings[] = {
    {"ListObjectsV2", "MaxKeys", "Contents", "", "", "NextContinuationToken", "ContinuationToken",
     "", ""},
    {"ListObjects", "MaxKeys", "Contents", "", "", "NextMarker", "Marker", "", ""},
    {"ListObjectVersions", "MaxKeys", "Versions", "DeleteMarkers", "VersionId", "NextKeyMarker",
     "KeyMarker", "NextVersionIdMarker", "VersionIdMarker"},
    {"ListMultipartUploads", "MaxUploads", "Uploads", "", "UploadId", "NextKeyMarker", "KeyMarker",
     "NextUploadIdMarker", "UploadIdMarker"},
};

/* Without a delimiter ListObjects leaves the client to go on with the last key. */
static const char *next_marker(const struct paging *paging, const struct bs_tree *output,
                               const struct items *found, char last[ITEM_MAX])
{
    const char *next = bs_tree_text(output, paging->next, NULL);

    if (next != NULL) {
        return next;
    }
    (void)snprintf(last, ITEM_MAX, "%.*s", (int)strcspn(found->texts[found->count - 1], "|"),
                   found->texts[found->count - 1]);
    return last;
}

static void ask_all(struct s3_client *client, const struct paging *paging,
                    const struct question *question, struct items *found)
{
    char last[ITEM_MAX];
    bool goes_on = true;

    while (goes_on) {
        const struct bs_tree *output;

        set_question(client, question, paging->limit);
        output = s3_ask(client, paging->operation, "Bucket", "bucket", S3_END);
        s3_expect_ok(client);
        assert_true(page_length(output) <= (size_t)question->limit);
        take(found, output, "CommonPrefixes", "");
        take(found, output, paging->list, paging->id_member);
        take(found, output, paging->other_list, paging->id_member);
        goes_on = bs_tree_boolean(output, "IsTruncated", true);
        if (goes_on) {
            assert_int_equal(page_length(output), question->limit);
            bs_tree_set_text(client->input, paging->marker,
                             next_marker(paging, output, found, last));
        }
        if (goes_on && bs_tree_get(output, paging->next_id) != NULL) {
            bs_tree_set_text(client->input, paging->id_marker,
                             bs_tree_text(output, paging->next_id, ""));
        }
    }
}

/* ---- Tests ---- */

/* What has been made: elements in the order of their making. */
struct made {
    char keys[KEYS_MAX][KEY_MAX];
    char ids[KEYS_MAX][64];
    bool is_deleted[KEYS_MAX];
    size_t count;
};

static void make(struct s3_client *client, struct bs_stream *stream, struct made *made,
                 const struct paging *paging)
{
    const bool has_uploads = strcmp(paging->list, "Uploads") == 0;

    for (made->count = 0; made->count < KEYS_MAX; made->count++) {
        const bool is_deleted = !has_uploads && draw(stream, 4) == 0;
        const char *operation = has_uploads  ? "CreateMultipartUpload"
                                : is_deleted ? "DeleteObject"
                                             : "PutObject";
        char *key = made->keys[made->count];

        draw_key(stream, key);
        s3_ask(client, operation, "Bucket", "bucket", "Key", key, S3_END);
        s3_expect_ok(client);
        made->is_deleted[made->count] = is_deleted;
        (void)snprintf(
            made->ids[made->count], sizeof(made->ids[0]), "%s",
            bs_tree_text(client->answer.output, has_uploads ? "UploadId" : "VersionId", ""));
    }
}

/* Objects are listed by the last that was made of their key. */
static bool is_last(const struct made *made, size_t i)
{
    for (size_t j = i + 1; j < made->count; j++) {
        if (strcmp(made->keys[i], made->keys[j]) == 0) {
            return false;
        }
    }
    return true;
}

static void expect_made(const struct made *made, const struct paging *paging,
                        const struct question *question, struct items *expected)
{
    const bool has_elements = paging->id_member[0] != '\0';

    for (size_t i = 0; i < made->count; i++) {
        if (has_elements || (is_last(made, i) && !made->is_deleted[i])) {
            expect_key(expected, question, made->keys[i], has_elements ? made->ids[i] : "");
        }
    }
}

static void pages_are_complete_and_without_repeats(void **state)
{
    static struct items found;
    static struct items expected;
    static struct made made;

    (void)state;
    for (size_t i = 0; i < sizeof(pagings) / sizeof(pagings[0]); i++) {
        struct bs_stream stream = bs_stream_open((struct bs_stream_root){i, 0}, "keys", "list");
        struct s3_client client;

        s3_open(&client, BS_ACCOUNT_INSTANT);
        s3_make_bucket(&client, "bucket");
        s3_make_bucket(&client,
                       "bucket-2"); /* Its keys are beside the bucket's, and not its own. */
        s3_set_versioning(&client, "bucket", "Enabled");
        s3_put(&client, "bucket-2", "a", "");
        make(&client, &stream, &made, &pagings[i]);
        for (int round = 0; round < ROUNDS; round++) {
            const struct question question = draw_question(&stream);

            found.count = expected.count = 0;
            ask_all(&client, &pagings[i], &question, &found);
            expect_made(&made, &pagings[i], &question, &expected);
            expect_same(&found, &expected);
        }
        s3_close(&client);
    }
}

/* A client that deletes what a page told before it asks for the next one misses nothing. */
static void versions_are_deleted_page_by_page(void **state)
{
    struct s3_client client;
    char marker[64] = "";
    char id[64] = "";
    int pages = 0;
    bool goes_on = true;

    (void)state;
    s3_open(&client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(&client, "bucket");
    s3_put(&client, "bucket", "k", "before versioning");
    s3_set_versioning(&client, "bucket", "Enabled");
    for (int i = 0; i < 20; i++) {
        s3_put(&client, "bucket", i % 3 == 0 ? "j" : "k", "x");
    }
    for (; goes_on; pages++) {
        struct bs_tree *page;

        bs_tree_set_integer(client.input, "MaxKeys", 4);
        s3_ask(&client, "ListObjectVersions", "Bucket", "bucket", "KeyMarker", marker,
               "VersionIdMarker", id, S3_END);
        s3_expect_ok(&client);
        page = bs_tree_copy(client.answer.output);
        goes_on = bs_tree_boolean(page, "IsTruncated", false);
        (void)snprintf(marker, sizeof(marker), "%s", bs_tree_text(page, "NextKeyMarker", ""));
        (void)snprintf(id, sizeof(id), "%s", bs_tree_text(page, "NextVersionIdMarker", ""));
        for (const struct bs_tree *one = bs_tree_first(bs_tree_get(page, "Versions")); one != NULL;
             one = one->next) {
            s3_ask(&client, "DeleteObject", "Bucket", "bucket", "Key", bs_tree_text(one, "Key", ""),
                   "VersionId", bs_tree_text(one, "VersionId", ""), S3_END);
            s3_expect_ok(&client);
        }
        bs_tree_destroy(page);
    }
    assert_int_equal(pages, 6);
    s3_ask(&client, "DeleteBucket", "Bucket", "bucket", S3_END);
    s3_expect_ok(&client);
    s3_close(&client);
}

static void lists_say_what_was_asked(void **state)
{
    const struct bs_tree *output;
    struct s3_client client;

    (void)state;
    s3_open(&client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(&client, "bucket");
    s3_put(&client, "bucket", "a b/\xc3\xa9+.txt", "hello");
    s3_put(&client, "bucket", "c", "hello");
    bs_tree_set_integer(client.input, "MaxKeys", 5000);
    bs_tree_set_boolean(client.input, "FetchOwner", true);
    output = s3_ask(&client, "ListObjectsV2", "Bucket", "bucket", "EncodingType", "url",
                    "StartAfter", "a", S3_END);
    s3_expect_ok(&client);
    assert_int_equal(bs_tree_integer(output, "MaxKeys", 0), 1000);
    assert_int_equal(bs_tree_integer(output, "KeyCount", 0), 2);
    assert_string_equal(bs_tree_text(output, "StartAfter", ""), "a");
    output = bs_tree_first(bs_tree_get(output, "Contents"));
    assert_string_equal(bs_tree_text(output, "Key", ""), "a%20b/%C3%A9%2B.txt");
    assert_string_equal(bs_tree_text(output, "ETag", ""), "\"5d41402abc4b2a76b9719d911017c592\"");
    assert_string_equal(bs_tree_text(output, "StorageClass", ""), "STANDARD");
    assert_int_equal(bs_tree_integer(output, "Size", 0), 5);
    assert_non_null(bs_tree_get(output, "Owner"));

    output = s3_ask(&client, "ListObjectsV2", "Bucket", "bucket", "StartAfter", "b", S3_END);
    assert_int_equal(bs_tree_integer(output, "KeyCount", 0), 1);
    assert_null(bs_tree_get(bs_tree_first(bs_tree_get(output, "Contents")), "Owner"));
    bs_tree_set_integer(client.input, "MaxKeys", 0);
    output = s3_ask(&client, "ListObjectsV2", "Bucket", "bucket", S3_END);
    assert_false(bs_tree_boolean(output, "IsTruncated", true));
    s3_ask(&client, "ListObjectsV2", "Bucket", "bucket", "ContinuationToken", "?", S3_END);
    s3_expect_error(&client, "InvalidArgument");
    bs_tree_set_integer(client.input, "MaxKeys", -1);
    s3_ask(&client, "ListObjects", "Bucket", "bucket", S3_END);
    s3_expect_error(&client, "InvalidArgument");
    s3_ask(&client, "ListObjectVersions", "Bucket", "bucket", "VersionIdMarker", "null", S3_END);
    s3_expect_error(&client, "InvalidArgument");
    s3_close(&client);
}

/* What is longer than any key is after or before all keys as it says. */
static void markers_may_be_of_any_length(void **state)
{
    static char text[5000];
    struct s3_client client;

    (void)state;
    memset(text, 'b', sizeof(text) - 1);
    s3_open(&client, BS_ACCOUNT_INSTANT);
    s3_make_bucket(&client, "bucket");
    s3_put(&client, "bucket", "a", "");
    s3_put(&client, "bucket", "c", "");
    s3_ask(&client, "ListObjectsV2", "Bucket", "bucket", "StartAfter", text, S3_END);
    assert_int_equal(bs_tree_integer(client.answer.output, "KeyCount", 0), 1);
    s3_ask(&client, "ListObjectsV2", "Bucket", "bucket", "Prefix", text, S3_END);
    assert_int_equal(bs_tree_integer(client.answer.output, "KeyCount", 9), 0);
    s3_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_complete_and_without_repeats),
        cmocka_unit_test(versions_are_deleted_page_by_page),
        cmocka_unit_test(lists_say_what_was_asked),
        cmocka_unit_test(markers_may_be_of_any_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
