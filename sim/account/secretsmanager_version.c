/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * AWS Secrets Manager: versions, their values and staging labels, and rotation.
 *
 * There is no Lambda function to rotate a secret with. A rotation that is asked for makes a version labeled
 * AWSPENDING that says what the current one says, unless somebody puts another value into it, and after a
 * while it becomes the current one, as if the function had run. Schedules are recorded.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/secretsmanager.h"

enum {
    VERSIONS_MAX = 100,
    STAGES_MAX = 20,
    DAY_S = 86400,
    TOKEN_MIN = 32,
    TOKEN_MAX = 64,
};

#define ROTATION_TIME BS_SECONDS(20) /* Unsourced: what a rotation function takes. */

static const char *const value_members[] = {"SecretString", "SecretBinary", NULL};

/* ---- Versions ---- */

static struct bs_tree *versions_of(struct bs_account_entry *secret)
{
    return bs_tree_get_mutable(secret->attributes, "Versions");
}

struct bs_tree *bs_secret_version(struct bs_account_entry *secret, const char *id)
{
    struct bs_tree *version = bs_tree_first_mutable(versions_of(secret));

    while (version != NULL && strcmp(bs_tree_text(version, "VersionId", ""), id) != 0) {
        version = version->next;
    }
    return version;
}

struct bs_tree *bs_secret_version_staged(struct bs_account_entry *secret, const char *stage)
{
    struct bs_tree *version = bs_tree_first_mutable(versions_of(secret));

    while (version != NULL && !bs_tree_has_text(bs_tree_get(version, "VersionStages"), stage)) {
        version = version->next;
    }
    return version;
}

bool bs_secret_has_value(const struct bs_tree *holder)
{
    return bs_tree_get(holder, "SecretString") != NULL ||
           bs_tree_get(holder, "SecretBinary") != NULL;
}

bool bs_secret_is_good_value(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const size_t length = strlen(bs_tree_text(input, "ClientRequestToken", ""));

    if (bs_tree_get(input, "SecretString") != NULL && bs_tree_get(input, "SecretBinary") != NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "You can't specify both a binary secret value and a string secret value in "
                        "the same secret.");
    } else if (length > 0 && (length < TOKEN_MIN || length > TOKEN_MAX)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "ClientRequestToken must be %d-%d characters long.", TOKEN_MIN, TOKEN_MAX);
    }
    return answer->error == NULL;
}

bool bs_secret_is_same_value(const struct bs_tree *a, const struct bs_tree *b)
{
    struct bs_tree *one = bs_tree_new_structure();
    struct bs_tree *other = bs_tree_new_structure();
    bool is_same;

    bs_tree_copy_members(one, a, value_members);
    bs_tree_copy_members(other, b, value_members);
    is_same = bs_tree_equal(one, other);
    bs_tree_destroy(one);
    bs_tree_destroy(other);
    return is_same;
}

void bs_secret_write_token(struct bs_account *account, const struct bs_tree *input, char token[65])
{
    const char *given = bs_tree_text(input, "ClientRequestToken", "");
    char uuid[37];

    if (given[0] == '\0') {
        bs_account_new_uuid(account, uuid);
        given = uuid;
    }
    (void)snprintf(token, TOKEN_MAX + 1, "%s", given);
}

void bs_secret_fail_token(const struct bs_account_entry *secret, const char *token,
                          struct bs_account_answer *answer)
{
    bs_account_fail(answer, "ResourceExistsException",
                    "You can't use ClientRequestToken %s because that value is already in use for "
                    "a version of secret %s.",
                    token, bs_tree_text(secret->attributes, "ARN", ""));
}

/* Versions without labels go when there are too many, but not in their first 24 hours. */
static bool make_room(struct bs_account *account, struct bs_account_entry *secret)
{
    const int64_t now_ns = bs_account_now(account).ns;
    struct bs_tree *version = bs_tree_first_mutable(versions_of(secret));

    if (bs_tree_count(versions_of(secret)) < VERSIONS_MAX) {
        return true;
    }
    while (version != NULL && (bs_tree_count(bs_tree_get(version, "VersionStages")) > 0 ||
                               now_ns - bs_tree_instant(version, "CreatedDate", BS_INSTANT_MAX).ns <
                                   DAY_S * BS_NS_PER_S)) {
        version = version->next;
    }
    if (version != NULL) {
        bs_tree_remove_element(versions_of(secret), version);
    }
    return version != NULL;
}

struct bs_tree *bs_secret_add_version(struct bs_account *account, struct bs_account_entry *secret,
                                      const char *id, const struct bs_tree *input,
                                      struct bs_account_answer *answer)
{
    struct bs_tree *version;

    if (!make_room(account, secret)) {
        bs_account_fail(answer, "LimitExceededException",
                        "You've exceeded the maximum number of versions of a secret.");
        return NULL;
    }
    version = bs_tree_append_structure(versions_of(secret));
    bs_tree_set_text(version, "VersionId", id);
    bs_tree_copy_members(version, input, value_members);
    bs_tree_set_instant(version, "CreatedDate", bs_account_now(account));
    (void)bs_tree_set_list(version, "VersionStages");
    return version;
}

/* ---- Labels ---- */

static void detach(struct bs_tree *version, const char *stage)
{
    struct bs_tree *stages = bs_tree_get_mutable(version, "VersionStages");
    struct bs_tree *element = bs_tree_first_mutable(stages);

    while (element != NULL && strcmp(element->is.text.bytes, stage) != 0) {
        element = element->next;
    }
    if (element != NULL) {
        bs_tree_remove_element(stages, element);
    }
}

static void move_stage(struct bs_account_entry *secret, struct bs_tree *version, const char *stage)
{
    struct bs_tree *holder = bs_secret_version_staged(secret, stage);

    if (holder != NULL) {
        detach(holder, stage);
    }
    bs_tree_append_text(bs_tree_get_mutable(version, "VersionStages"), stage);
}

void bs_secret_attach(struct bs_account_entry *secret, struct bs_tree *version, const char *stage)
{
    struct bs_tree *holder = bs_secret_version_staged(secret, stage);

    if (holder == version) {
        return;
    }
    move_stage(secret, version, stage);
    if (holder != NULL && strcmp(stage, "AWSCURRENT") == 0) {
        move_stage(secret, holder, "AWSPREVIOUS");
    }
}

/* The version that is to have the label from now on, NULL: none; what is said must fit what is there. */
static bool is_good_move(struct bs_account_entry *secret, const struct bs_tree *input,
                         struct bs_account_answer *answer)
{
    const char *stage = bs_tree_text(input, "VersionStage", "");
    const char *from = bs_tree_text(input, "RemoveFromVersionId", NULL);
    const char *to = bs_tree_text(input, "MoveToVersionId", NULL);
    const struct bs_tree *holder = bs_secret_version_staged(secret, stage);
    const char *held_by = bs_tree_text(holder, "VersionId", "");

    if (to != NULL && bs_secret_version(secret, to) == NULL) {
        bs_account_fail(answer, "ResourceNotFoundException",
                        "Secrets Manager can't find the specified secret value for VersionId: %s",
                        to);
    } else if (from == NULL && to == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "You must specify RemoveFromVersionId or MoveToVersionId.");
    } else if (to == NULL && strcmp(stage, "AWSCURRENT") == 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "You can't remove the staging label AWSCURRENT from a version. You can "
                        "only move it to another version.");
    } else if (from != NULL && strcmp(from, held_by) != 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The staging label %s isn't currently attached to version %s.", stage,
                        from);
    } else if (from == NULL && holder != NULL && strcmp(to, held_by) != 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The parameter RemoveFromVersionId can't be empty. Staging label %s is "
                        "currently attached to version %s, so you must explicitly reference that "
                        "version in RemoveFromVersionId.",
                        stage, held_by);
    }
    return answer->error == NULL;
}

void bs_secret_update_version_stage(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const char *stage = bs_tree_text(request->input, "VersionStage", "");
    const char *to = bs_tree_text(request->input, "MoveToVersionId", NULL);
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret == NULL || !is_good_move(secret, request->input, answer)) {
        return;
    }
    if (to == NULL) {
        detach(bs_secret_version_staged(secret, stage), stage);
    } else if (bs_tree_count(bs_tree_get(bs_secret_version(secret, to), "VersionStages")) >=
               STAGES_MAX) {
        bs_account_fail(answer, "LimitExceededException",
                        "A version can have at most %d staging labels.", STAGES_MAX);
        return;
    } else {
        bs_secret_attach(secret, bs_secret_version(secret, to), stage);
    }
    bs_secret_changed(account, secret);
    bs_secret_write_identity(secret, answer->output);
}

/* ---- Values ---- */

static void attach_all(struct bs_account_entry *secret, struct bs_tree *version,
                       const struct bs_tree *input)
{
    const struct bs_tree *stage = bs_tree_first(bs_tree_get(input, "VersionStages"));

    if (stage == NULL || bs_secret_version_staged(secret, "AWSCURRENT") == NULL) {
        bs_secret_attach(secret, version, "AWSCURRENT");
    }
    for (; stage != NULL; stage = stage->next) {
        bs_secret_attach(secret, version, stage->is.text.bytes);
    }
}

/* The version that gets the input's value; NULL if there is one with that token and another value. */
static struct bs_tree *version_to_put(struct bs_account *account, struct bs_account_entry *secret,
                                      const struct bs_tree *input, const char *token,
                                      struct bs_account_answer *answer)
{
    struct bs_tree *version = bs_secret_version(secret, token);

    if (version == NULL) {
        version = bs_secret_add_version(account, secret, token, input, answer);
    } else if (!bs_secret_has_value(version) ||
               strcmp(bs_tree_text(secret->attributes, "Rotating", ""), token) == 0) {
        (void)bs_tree_remove(version, "SecretString");
        (void)bs_tree_remove(version, "SecretBinary");
        bs_tree_copy_members(version, input, value_members);
    } else if (!bs_secret_is_same_value(version, input)) {
        bs_secret_fail_token(secret, token, answer);
        version = NULL;
    }
    return version;
}

void bs_secret_put_value(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);
    struct bs_tree *version;
    char token[TOKEN_MAX + 1];
    bool is_known;

    if (secret == NULL || !bs_secret_is_good_value(request->input, answer)) {
        return;
    }
    if (!bs_secret_has_value(request->input)) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You must provide either SecretString or SecretBinary.");
        return;
    }
    bs_secret_write_token(account, request->input, token);
    is_known = bs_secret_has_value(bs_secret_version(secret, token));
    version = version_to_put(account, secret, request->input, token, answer);
    if (version == NULL) {
        return;
    }
    if (!is_known) {
        attach_all(secret, version, request->input);
        bs_secret_changed(account, secret);
    }
    bs_secret_write_identity(secret, answer->output);
    bs_tree_set_text(answer->output, "VersionId", token);
    (void)bs_tree_set(answer->output, "VersionStages",
                      bs_tree_copy(bs_tree_get(version, "VersionStages")));
}

/* The version that the input means, or the answer says why none. */
static struct bs_tree *version_asked(struct bs_account_entry *secret, const struct bs_tree *input,
                                     struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(input, "VersionId", NULL);
    const char *stage = bs_tree_text(input, "VersionStage", id == NULL ? "AWSCURRENT" : NULL);
    struct bs_tree *version =
        id != NULL ? bs_secret_version(secret, id) : bs_secret_version_staged(secret, stage);

    if (version == NULL || !bs_secret_has_value(version)) {
        bs_account_fail(answer, "ResourceNotFoundException",
                        "Secrets Manager can't find the specified secret value for %s: %s",
                        id != NULL ? "VersionId" : "staging label", id != NULL ? id : stage);
    } else if (stage != NULL && !bs_tree_has_text(bs_tree_get(version, "VersionStages"), stage)) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You provided a VersionStage that is not associated to the provided "
                        "VersionId.");
    }
    return answer->error == NULL ? version : NULL;
}

/* When it was last read is told to the day. */
static void note_access(const struct bs_account *account, struct bs_tree *of)
{
    const int64_t epoch_s = bs_account_options(account)->epoch_s;
    const int64_t now_s = epoch_s + bs_account_now(account).ns / BS_NS_PER_S;

    bs_tree_set_instant(of, "LastAccessedDate",
                        (struct bs_instant){(now_s - now_s % DAY_S - epoch_s) * BS_NS_PER_S});
}

void bs_secret_get_value(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    static const char *const members[] = {"VersionId",     "SecretString", "SecretBinary",
                                          "VersionStages", "CreatedDate",  NULL};
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_ALIVE, answer);
    struct bs_tree *version = secret == NULL ? NULL : version_asked(secret, request->input, answer);

    if (version != NULL) {
        bs_secret_write_identity(secret, answer->output);
        bs_tree_copy_members(answer->output, version, members);
        note_access(account, version);
        note_access(account, secret->attributes);
    }
}

void bs_secret_list_versions(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    static const char *const members[] = {"VersionId", "VersionStages", "LastAccessedDate",
                                          "CreatedDate", NULL};
    const bool includes_all = bs_tree_boolean(request->input, "IncludeDeprecated", false);
    const struct bs_account_entry *secret =
        bs_secret_asked(account, request, BS_SECRET_ANY, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "Versions");
    const struct bs_tree *version;

    if (secret == NULL) {
        return;
    }
    bs_secret_write_identity(secret, answer->output);
    version = bs_tree_first(bs_tree_get(secret->attributes, "Versions"));
    for (; version != NULL; version = version->next) {
        if (includes_all || bs_tree_count(bs_tree_get(version, "VersionStages")) > 0) {
            bs_tree_copy_members(bs_tree_append_structure(list), version, members);
        }
    }
}

/* ---- Rotation ---- */

static bool is_good_rotation(struct bs_account_entry *secret, const struct bs_tree *input,
                             struct bs_account_answer *answer)
{
    const struct bs_tree *rules = bs_tree_get(input, "RotationRules");
    const struct bs_tree *pending = bs_secret_version_staged(secret, "AWSPENDING");

    if (bs_tree_get(input, "RotationLambdaARN") == NULL &&
        bs_tree_get(secret->attributes, "RotationLambdaARN") == NULL) {
        bs_account_fail(answer, "InvalidRequestException",
                        "No Lambda rotation function ARN is associated with this secret.");
    } else if (bs_tree_get(rules, "AutomaticallyAfterDays") != NULL &&
               bs_tree_get(rules, "ScheduleExpression") != NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "You can't specify both AutomaticallyAfterDays and ScheduleExpression.");
    } else if (pending != NULL && pending != bs_secret_version_staged(secret, "AWSCURRENT")) {
        bs_account_fail(answer, "InvalidRequestException",
                        "A previous rotation isn't complete. That rotation will be reattempted.");
    } else if (bs_secret_version_staged(secret, "AWSCURRENT") == NULL) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You can't rotate a secret that has no value.");
    }
    return answer->error == NULL && bs_secret_is_good_value(input, answer);
}

static void finish_rotation(struct bs_account *account, struct bs_account_entry *secret)
{
    const char *id = bs_tree_text(secret->attributes, "Rotating", "");
    struct bs_tree *version = bs_secret_version(secret, id);

    (void)bs_tree_remove(secret->attributes, "Rotating");
    if (version == NULL || version != bs_secret_version_staged(secret, "AWSPENDING") ||
        bs_tree_get(secret->attributes, "DeletedDate") != NULL) {
        return;
    }
    bs_secret_attach(secret, version, "AWSCURRENT");
    detach(version, "AWSPENDING");
    bs_tree_set_instant(secret->attributes, "LastRotatedDate", bs_account_now(account));
    bs_secret_changed(account, secret);
}

/* The entry may have been cancelled since, and begun to rotate anew. */
static void rotation_is_due(struct bs_account *account, struct bs_account_entry *secret)
{
    const struct bs_instant due =
        bs_tree_instant(secret->attributes, "RotationEnds", BS_INSTANT_NEVER);
    const bool is_instant = bs_account_options(account)->pace == BS_ACCOUNT_INSTANT;

    if (bs_tree_get(secret->attributes, "Rotating") != NULL &&
        (is_instant || bs_account_now(account).ns >= due.ns)) {
        finish_rotation(account, secret);
    }
}

static bool begin_rotation(struct bs_account *account, struct bs_account_entry *secret,
                           const char *token, struct bs_account_answer *answer)
{
    struct bs_tree *value = bs_tree_copy(bs_secret_version_staged(secret, "AWSCURRENT"));
    struct bs_tree *version = bs_secret_version(secret, token);

    if (version == NULL) {
        version = bs_secret_add_version(account, secret, token, value, answer);
    }
    bs_tree_destroy(value);
    if (version == NULL) {
        return false;
    }
    bs_secret_attach(secret, version, "AWSPENDING");
    bs_tree_set_text(secret->attributes, "Rotating", token);
    bs_tree_set_instant(secret->attributes, "RotationEnds",
                        bs_instant_add(bs_account_now(account), ROTATION_TIME));
    bs_account_later(account, secret, ROTATION_TIME, rotation_is_due);
    return true;
}

void bs_secret_rotate(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    static const char *const members[] = {"RotationLambdaARN", "RotationRules", NULL};
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);
    char token[TOKEN_MAX + 1];

    if (secret == NULL || !is_good_rotation(secret, request->input, answer)) {
        return;
    }
    bs_secret_write_token(account, request->input, token);
    bs_tree_copy_members(secret->attributes, request->input, members);
    bs_tree_set_boolean(secret->attributes, "RotationEnabled", true);
    bs_secret_write_identity(secret, answer->output);
    if (bs_tree_boolean(request->input, "RotateImmediately", true) &&
        begin_rotation(account, secret, token, answer)) {
        bs_tree_set_text(answer->output, "VersionId", token);
    }
}

void bs_secret_cancel_rotate(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);
    const char *rotating;

    if (secret == NULL) {
        return;
    }
    rotating = bs_tree_text(secret->attributes, "Rotating", NULL);
    bs_secret_write_identity(secret, answer->output);
    if (rotating != NULL) {
        bs_tree_set_text(answer->output, "VersionId", rotating);
    }
    bs_tree_set_boolean(secret->attributes, "RotationEnabled", false);
    (void)bs_tree_remove(secret->attributes, "Rotating");
}
