/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Conditional requests and ranges: RFC 9110 as S3 has it. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/s3.h"

const struct bs_s3_condition_names bs_s3_read_conditions = {
    .match = "IfMatch",
    .none_match = "IfNoneMatch",
    .modified_since = "IfModifiedSince",
    .unmodified_since = "IfUnmodifiedSince",
    .is_read = true,
};

const struct bs_s3_condition_names bs_s3_source_conditions = {
    .match = "CopySourceIfMatch",
    .none_match = "CopySourceIfNoneMatch",
    .modified_since = "CopySourceIfModifiedSince",
    .unmodified_since = "CopySourceIfUnmodifiedSince",
};

/* ---- Conditions ---- */

/* One tag without its quotes. */
static void trim_tag(const char **tag, size_t *length)
{
    while (*length > 0 && (isspace((unsigned char)**tag) || **tag == '"')) {
        ++*tag;
        --*length;
    }
    while (*length > 0 &&
           (isspace((unsigned char)(*tag)[*length - 1]) || (*tag)[*length - 1] == '"')) {
        --*length;
    }
}

static bool is_same_tag(const char *given, size_t given_length, const char *etag)
{
    size_t length = strlen(etag);

    trim_tag(&given, &given_length);
    trim_tag(&etag, &length);
    return given_length == length && memcmp(given, etag, length) == 0;
}

bool bs_s3_is_etag(const char *given, const char *etag)
{
    return is_same_tag(given, strlen(given), etag);
}

/* Of a list, or "*", which is any. */
static bool is_among(const char *list, const char *etag)
{
    if (is_same_tag(list, strlen(list), "*")) {
        return true;
    }
    while (*list != '\0') {
        const size_t length = strcspn(list, ",");

        if (is_same_tag(list, length, etag)) {
            return true;
        }
        list += length + (list[length] == ',');
    }
    return false;
}

static void fail_precondition(struct bs_s3_call *call, const char *member)
{
    bs_s3_fail(call, "PreconditionFailed",
               "At least one of the pre-conditions you specified did not hold");
    call->answer->details = bs_tree_new_structure();
    bs_tree_set_text(call->answer->details, "Condition", member);
}

static void fail_not_modified(struct bs_s3_call *call, const struct bs_tree *version,
                              const struct bs_s3_condition_names *names, const char *member)
{
    static const char *const members[] = {"ETag", "LastModified", "VersionId", NULL};

    if (!names->is_read) {
        fail_precondition(call, member);
        return;
    }
    bs_s3_fail(call, "NotModified", "Not Modified");
    call->answer->details = bs_tree_new_structure();
    bs_tree_copy_members(call->answer->details, version, members);
}

bool bs_s3_may_read(struct bs_s3_call *call, const struct bs_tree *version,
                    const struct bs_s3_condition_names *names)
{
    const char *etag = bs_tree_text(version, "ETag", "");
    const char *match = bs_tree_text(call->input, names->match, NULL);
    const char *none_match = bs_tree_text(call->input, names->none_match, NULL);
    const int64_t modified_ns = bs_tree_instant(version, "LastModified", BS_AT_SECONDS(0)).ns;
    const int64_t until_ns =
        bs_tree_instant(call->input, names->unmodified_since, BS_INSTANT_NEVER).ns;
    const int64_t since_ns =
        bs_tree_instant(call->input, names->modified_since, BS_INSTANT_UNKNOWN).ns;

    /* Tags say more than dates: where there are both, the tag decides. */
    if (match != NULL ? !is_among(match, etag) : modified_ns > until_ns) {
        fail_precondition(call, match != NULL ? "If-Match" : "If-Unmodified-Since");
        return false;
    }
    if (none_match != NULL ? is_among(none_match, etag) : modified_ns <= since_ns) {
        fail_not_modified(call, version, names,
                          none_match != NULL ? "If-None-Match" : "If-Modified-Since");
        return false;
    }
    return true;
}

bool bs_s3_may_write(struct bs_s3_call *call)
{
    const struct bs_s3_place place = {.bucket = call->bucket, .key = call->key};
    const char *match = bs_tree_text(call->input, "IfMatch", NULL);
    const char *none_match = bs_tree_text(call->input, "IfNoneMatch", NULL);
    const struct bs_tree *latest;

    if (match == NULL && none_match == NULL) {
        return true;
    }
    if (none_match != NULL && strcmp(none_match, "*") != 0) {
        bs_s3_fail(call, "NotImplemented",
                   "A header you provided implies functionality that is not implemented");
        return false;
    }
    latest = bs_s3_find(call->account, &place);
    if (latest != NULL && bs_s3_is_delete_marker(latest)) {
        latest = NULL;
    }
    if (match != NULL && latest == NULL) {
        bs_s3_fail(call, "NoSuchKey", "The specified key does not exist.");
    } else if (match != NULL && !is_among(match, bs_tree_text(latest, "ETag", ""))) {
        fail_precondition(call, "If-Match");
    } else if (none_match != NULL && latest != NULL) {
        fail_precondition(call, "If-None-Match");
    } else {
        return true;
    }
    return false;
}

/* ---- Ranges ---- */

/* Digits to a number; NULL if there are none, or more than any object's size has. */
static const char *read_number(const char *text, int64_t *number)
{
    const size_t digits = strspn(text, "0123456789");

    if (digits == 0 || digits > 18) {
        return NULL;
    }
    *number = strtoll(text, NULL, 10);
    return text + digits;
}

/* "5-9", "5-", "-5" to first and last; false if it is none of them. */
static bool parse_range(const char *text, int64_t size, int64_t *first, int64_t *last)
{
    const char *end;

    *last = size - 1;
    if (*text == '-') {
        end = read_number(text + 1, first);
        *first = *first > size ? 0 : size - *first;
        return end != NULL && *end == '\0';
    }
    end = read_number(text, first);
    if (end == NULL || *end != '-') {
        return false;
    }
    if (end[1] == '\0') {
        return true;
    }
    end = read_number(end + 1, last);
    return end != NULL && *end == '\0' && *first <= *last;
}

/* What is no range, or several, is ignored, as RFC 9110 has it. */
bool bs_s3_read_range(struct bs_s3_call *call, const char *text, int64_t size,
                      struct bs_s3_range *range)
{
    int64_t first = 0;
    int64_t last = 0;

    *range = (struct bs_s3_range){.first = 0, .length = size};
    if (text == NULL || strncmp(text, "bytes=", 6) != 0 ||
        !parse_range(text + 6, size, &first, &last)) {
        return true;
    }
    if (first >= size) {
        bs_s3_fail(call, "InvalidRange", "The requested range is not satisfiable");
        call->answer->details = bs_tree_new_structure();
        bs_tree_set_text(call->answer->details, "RangeRequested", text);
        bs_tree_set_integer(call->answer->details, "ActualObjectSize", size);
        return false;
    }
    last = last < size ? last : size - 1;
    *range = (struct bs_s3_range){first, last - first + 1, true};
    return true;
}
