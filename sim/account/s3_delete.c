/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Deleting: for good, or by a marker ("Working with delete markers"). */

#include <string.h>

#include "sim/account/s3.h"

static struct bs_account_entry *find_object(struct bs_s3_call *call)
{
    char store_key[BS_S3_STORE_KEY_MAX];

    bs_s3_store_key(call->bucket->key, call->key, store_key);
    return bs_account_find(call->account, BS_S3_OBJECT, BS_ACCOUNT_GLOBAL, store_key);
}

/* One version for good. One that is not there is as good as deleted. */
static void delete_version(struct bs_s3_call *call, const char *version_id, struct bs_tree *result)
{
    struct bs_account_entry *object = find_object(call);
    struct bs_tree *version = object == NULL ? NULL : bs_s3_version(object, version_id);

    bs_tree_set_text(result, "VersionId", version_id);
    if (version == NULL) {
        return;
    }
    if (bs_s3_is_delete_marker(version)) {
        bs_tree_set_boolean(result, "DeleteMarker", true);
        bs_tree_set_text(result, "DeleteMarkerVersionId", version_id);
    }
    if (bs_s3_may_delete(call, version,
                         bs_tree_boolean(call->input, "BypassGovernanceRetention", false))) {
        bs_s3_remove_version(call->account, object, version);
    }
}

/* A marker takes the place of the latest version; while versioning is suspended, that of version "null". */
static void put_marker(struct bs_s3_call *call, struct bs_tree *result)
{
    struct bs_tree *marker = bs_tree_new_structure();

    bs_tree_set_integer(marker, "Sequence", 0);
    bs_tree_set_text(marker, "VersionId", "null");
    bs_tree_set_boolean(marker, "DeleteMarker", true);
    marker = bs_s3_publish(call, marker);
    if (marker != NULL) {
        bs_tree_set_boolean(result, "DeleteMarker", true);
        bs_tree_set_text(result, "VersionId", bs_tree_text(marker, "VersionId", "null"));
        bs_tree_set_text(result, "DeleteMarkerVersionId",
                         bs_tree_text(marker, "VersionId", "null"));
    }
}

/* Deletes what the call's key and the version name. `result` gets what both operations tell of it. */
static void delete_one(struct bs_s3_call *call, const char *version_id, struct bs_tree *result)
{
    struct bs_account_entry *object;

    if (version_id != NULL && *version_id == '\0') {
        bs_s3_fail(call, "InvalidArgument", "Version id cannot be the empty string");
    } else if (version_id != NULL) {
        delete_version(call, version_id, result);
    } else if (bs_s3_versioning(call->bucket)[0] != '\0') {
        put_marker(call, result);
    } else {
        object = find_object(call);
        if (object != NULL) {
            bs_s3_remove_version(call->account, object, bs_s3_latest(object));
        }
    }
}

void bs_s3_delete_object(struct bs_s3_call *call)
{
    struct bs_tree *result = bs_tree_new_structure();

    delete_one(call, bs_tree_text(call->input, "VersionId", NULL), result);
    bs_tree_copy_members(call->output, result,
                         (const char *const[]){"DeleteMarker", "VersionId", NULL});
    bs_tree_destroy(result);
}

/* ---- Many at once ---- */

static void add_error(struct bs_tree *output, const struct bs_tree *identifier,
                      const struct bs_account_answer *answer)
{
    struct bs_tree *errors = bs_tree_get_mutable(output, "Errors");
    struct bs_tree *error;

    if (errors == NULL) {
        errors = bs_tree_set_list(output, "Errors");
    }
    error = bs_tree_append_structure(errors);
    bs_tree_copy_members(error, identifier, (const char *const[]){"Key", "VersionId", NULL});
    bs_tree_set_text(error, "Code", answer->error);
    bs_tree_set_text(error, "Message", answer->message);
}

/* Each object is deleted or not for itself, and so has an answer of its own. */
static void delete_listed(struct bs_s3_call *call, const struct bs_tree *identifier,
                          struct bs_tree *deleted)
{
    struct bs_account_answer answer = {.error = NULL};
    struct bs_tree *result = bs_tree_new_structure();
    struct bs_s3_call one = *call;

    one.answer = &answer;
    one.key = bs_tree_text(identifier, "Key", "");
    if (*one.key == '\0') {
        bs_s3_fail(&one, "InvalidArgument", "The key must not be empty");
    } else if (strlen(one.key) > BS_S3_KEY_MAX) {
        bs_s3_fail(&one, "KeyTooLongError", "Your key is too long");
    } else {
        delete_one(&one, bs_tree_text(identifier, "VersionId", NULL), result);
    }
    if (answer.error != NULL) {
        add_error(call->output, identifier, &answer);
    } else if (deleted != NULL) {
        struct bs_tree *told = bs_tree_append_structure(deleted);

        bs_tree_copy_members(told, identifier, (const char *const[]){"Key", "VersionId", NULL});
        bs_tree_copy_members(told, result,
                             (const char *const[]){"DeleteMarker", "DeleteMarkerVersionId", NULL});
    }
    bs_tree_destroy(result);
    bs_account_answer_clean_up(&answer);
}

void bs_s3_delete_objects(struct bs_s3_call *call)
{
    const struct bs_tree *delete = bs_tree_get(call->input, "Delete");
    const struct bs_tree *objects = bs_tree_get(delete, "Objects");
    struct bs_tree *deleted = NULL;

    if (bs_tree_count(objects) == 0 || bs_tree_count(objects) > BS_S3_PAGE_MAX) {
        bs_s3_fail(call, "MalformedXML",
                   "The XML you provided was not well-formed or did not validate against our "
                   "published schema");
        return;
    }
    if (!bs_tree_boolean(delete, "Quiet", false)) {
        deleted = bs_tree_set_list(call->output, "Deleted");
    }
    for (const struct bs_tree *one = bs_tree_first(objects); one != NULL; one = one->next) {
        delete_listed(call, one, deleted);
    }
}
