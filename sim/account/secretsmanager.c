/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * AWS Secrets Manager: secrets, their names, their end, their policies and tags.
 *
 * Source: AWS Secrets Manager API Reference and User Guide. Values are kept as they came; keys of KMS and
 * resource policies are recorded. A secret whose recovery window is over is removed when somebody next looks.
 */

#include "sim/account/secretsmanager.h"

#include <stdio.h>
#include <string.h>

#include "sim/account/json.h"
#include "sim/account/services.h"

enum {
    NAME_MAX = 512,
    SUFFIX_LENGTH = 6,
    TAGS_MAX = 50,
    RECOVERY_DAYS_MIN = 7,
    RECOVERY_DAYS_MAX = 30,
    DAY_S = 86400,
};

/* ---- Finding ---- */

static bool is_over(const struct bs_account *account, const struct bs_account_entry *secret)
{
    return bs_tree_instant(secret->attributes, "DeletedDate", BS_INSTANT_NEVER).ns <=
           bs_account_now(account).ns;
}

struct bs_account_entry *bs_secret_named(struct bs_account *account, const char *region,
                                         const char *name)
{
    struct bs_account_entry *secret = bs_account_find(account, BS_SECRET, region, name);

    if (secret != NULL && is_over(account, secret)) {
        bs_account_remove(account, secret);
        secret = NULL;
    }
    return secret;
}

struct bs_account_entry *bs_secret_next(struct bs_account *account, const char *region,
                                        const char *after)
{
    struct bs_account_entry *secret = bs_account_next(account, BS_SECRET, region, after);

    while (secret != NULL && is_over(account, secret)) {
        bs_account_remove(account, secret);
        secret = bs_account_next(account, BS_SECRET, region, after);
    }
    return secret;
}

static void write_arn_prefix(const char *region, char *prefix, size_t size)
{
    (void)snprintf(prefix, size, "arn:aws:secretsmanager:%.128s:" BS_ACCOUNT_ID ":secret:", region);
}

/* A full ARN ends in a hyphen and six characters; a partial one has just the name. */
static struct bs_account_entry *find_by_arn(struct bs_account *account, const char *region,
                                            const char *arn, const char *tail)
{
    const size_t length = strlen(tail);
    struct bs_account_entry *secret = NULL;
    char name[NAME_MAX + 1];

    if (length > SUFFIX_LENGTH + 1 && length - SUFFIX_LENGTH - 1 <= NAME_MAX) {
        (void)snprintf(name, sizeof(name), "%.*s", (int)(length - SUFFIX_LENGTH - 1), tail);
        secret = bs_secret_named(account, region, name);
    }
    if (secret != NULL && strcmp(bs_tree_text(secret->attributes, "ARN", ""), arn) == 0) {
        return secret;
    }
    return bs_secret_named(account, region, tail);
}

static struct bs_account_entry *find(struct bs_account *account, const char *region, const char *id)
{
    char prefix[256];

    write_arn_prefix(region, prefix, sizeof(prefix));
    return strncmp(id, prefix, strlen(prefix)) == 0
               ? find_by_arn(account, region, id, id + strlen(prefix))
               : bs_secret_named(account, region, id);
}

struct bs_account_entry *bs_secret_asked(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         enum bs_secret_need need, struct bs_account_answer *answer)
{
    struct bs_account_entry *secret =
        find(account, request->region, bs_tree_text(request->input, "SecretId", ""));

    if (secret == NULL) {
        bs_account_fail(answer, "ResourceNotFoundException",
                        "Secrets Manager can't find the specified secret.");
    } else if ((need == BS_SECRET_ALIVE || need == BS_SECRET_WRITABLE) &&
               bs_tree_get(secret->attributes, "DeletedDate") != NULL) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You can't perform this operation on the secret because it was marked for "
                        "deletion.");
    } else if ((need == BS_SECRET_WRITABLE || need == BS_SECRET_PRIMARY) &&
               bs_tree_boolean(secret->attributes, "IsReplica", false)) {
        bs_account_fail(answer, "InvalidRequestException",
                        "Operation not permitted on a replica secret. Call must be made in primary "
                        "secret's region.");
    }
    return answer->error == NULL ? secret : NULL;
}

void bs_secret_changed(struct bs_account *account, struct bs_account_entry *secret)
{
    bs_tree_set_instant(secret->attributes, "LastChangedDate", bs_account_now(account));
    bs_secret_replicate(account, secret);
}

void bs_secret_write_identity(const struct bs_account_entry *secret, struct bs_tree *to)
{
    static const char *const members[] = {"ARN", "Name", NULL};

    bs_tree_copy_members(to, secret->attributes, members);
}

/* ---- Creating ---- */

static void set_new_arn(struct bs_account *account, const char *region, const char *name,
                        struct bs_tree *attributes)
{
    static const char characters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    char suffix[SUFFIX_LENGTH + 1] = "";
    char prefix[256];
    char uuid[37];

    bs_account_new_uuid(account, uuid);
    for (uint64_t i = 0; i < SUFFIX_LENGTH; i++) {
        suffix[i] =
            characters[bs_account_draw(account, uuid, "suffix", i) % (sizeof(characters) - 1)];
    }
    write_arn_prefix(region, prefix, sizeof(prefix));
    bs_tree_set_format(attributes, "ARN", "%s%s-%s", prefix, name, suffix);
}

static struct bs_account_entry *add_secret(struct bs_account *account, const char *region,
                                           const char *name)
{
    struct bs_account_entry *secret = bs_account_add(account, BS_SECRET, region, name);

    set_new_arn(account, region, name, secret->attributes);
    bs_tree_set_text(secret->attributes, "Name", name);
    bs_tree_set_boolean(secret->attributes, "RotationEnabled", false);
    bs_tree_set_instant(secret->attributes, "CreatedDate", bs_account_now(account));
    bs_tree_set_instant(secret->attributes, "LastChangedDate", bs_account_now(account));
    (void)bs_tree_set_list(secret->attributes, "Tags");
    (void)bs_tree_set_list(secret->attributes, "Versions");
    (void)bs_tree_set_list(secret->attributes, "Replicas");
    return secret;
}

static bool is_good_name(const char *name, struct bs_account_answer *answer)
{
    const size_t length = strlen(name);

    if (length == 0 || length > NAME_MAX ||
        strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/_+=.@!") !=
            length) {
        bs_account_fail(answer, "ValidationException",
                        "Invalid name. Must be a valid name containing alphanumeric characters, or "
                        "any of the following: -/_+=.@!");
    }
    return answer->error == NULL;
}

static bool are_few_tags(size_t count, struct bs_account_answer *answer)
{
    if (count > TAGS_MAX) {
        bs_account_fail(answer, "InvalidParameterException", "A secret can have at most %d tags.",
                        TAGS_MAX);
    }
    return answer->error == NULL;
}

/* Only a repetition of the request that made it may find the secret there. */
static void repeat_creation(struct bs_account_entry *secret, const struct bs_tree *input,
                            const char *token, struct bs_account_answer *answer)
{
    const struct bs_tree *version = bs_secret_version(secret, token);

    if (bs_tree_get(secret->attributes, "DeletedDate") != NULL) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You can't create this secret because a secret with this name is already "
                        "scheduled for deletion.");
    } else if (version == NULL) {
        bs_account_fail(answer, "ResourceExistsException",
                        "The operation failed because the secret %s already exists.", secret->key);
    } else if (!bs_secret_is_same_value(version, input)) {
        bs_secret_fail_token(secret, token, answer);
    } else {
        bs_secret_write_identity(secret, answer->output);
        bs_tree_set_text(answer->output, "VersionId", token);
    }
}

static void create_secret(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    static const char *const members[] = {"Description", "KmsKeyId", NULL};
    const struct bs_tree *input = request->input;
    const char *name = bs_tree_text(input, "Name", "");
    struct bs_account_entry *secret = bs_secret_named(account, request->region, name);
    char token[65];

    if (!is_good_name(name, answer) || !bs_secret_is_good_value(input, answer) ||
        !are_few_tags(bs_tree_count(bs_tree_get(input, "Tags")), answer)) {
        return;
    }
    bs_secret_write_token(account, input, token);
    if (secret != NULL) {
        repeat_creation(secret, input, token, answer);
        return;
    }
    secret = add_secret(account, request->region, name);
    bs_tree_copy_members(secret->attributes, input, members);
    bs_account_merge_tags(secret->attributes, bs_tree_get(input, "Tags"));
    if (bs_secret_has_value(input)) {
        bs_secret_attach(secret, bs_secret_add_version(account, secret, token, input, answer),
                         "AWSCURRENT");
        bs_tree_set_text(answer->output, "VersionId", token);
    }
    if (!bs_secret_add_replicas(account, secret, bs_tree_get(input, "AddReplicaRegions"),
                                bs_tree_boolean(input, "ForceOverwriteReplicaSecret", false),
                                answer)) {
        bs_account_remove(account, secret);
        return;
    }
    bs_secret_write_identity(secret, answer->output);
    bs_secret_write_replication(secret, answer->output);
}

static void update_secret(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    static const char *const members[] = {"Description", "KmsKeyId", NULL};
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);
    char token[65];

    if (secret == NULL || !bs_secret_is_good_value(request->input, answer)) {
        return;
    }
    bs_secret_write_token(account, request->input, token);
    if (bs_secret_has_value(request->input)) {
        struct bs_tree *version = NULL;

        if (bs_secret_version(secret, token) != NULL) {
            bs_secret_fail_token(secret, token, answer);
        } else {
            version = bs_secret_add_version(account, secret, token, request->input, answer);
        }
        if (version == NULL) {
            return;
        }
        bs_secret_attach(secret, version, "AWSCURRENT");
        bs_tree_set_text(answer->output, "VersionId", token);
    }
    bs_tree_copy_members(secret->attributes, request->input, members);
    bs_secret_changed(account, secret);
    bs_secret_write_identity(secret, answer->output);
}

/* ---- Deleting ---- */

static bool is_good_deletion(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const int64_t days = bs_tree_integer(input, "RecoveryWindowInDays", RECOVERY_DAYS_MAX);

    if (bs_tree_boolean(input, "ForceDeleteWithoutRecovery", false) &&
        bs_tree_get(input, "RecoveryWindowInDays") != NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "You can't use ForceDeleteWithoutRecovery in conjunction with "
                        "RecoveryWindowInDays.");
    } else if (days < RECOVERY_DAYS_MIN || days > RECOVERY_DAYS_MAX) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The RecoveryWindowInDays value must be between 7 and 30 days "
                        "(inclusive).");
    }
    return answer->error == NULL;
}

/* Who forces a deletion does not learn whether there was something to delete. */
static void delete_nothing(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "SecretId", "");

    answer->error = NULL;
    bs_tree_set_text(answer->output, "Name", id);
    set_new_arn(account, request->region, id, answer->output);
    bs_tree_set_instant(answer->output, "DeletionDate", bs_account_now(account));
}

static void delete_secret(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const bool is_forced = bs_tree_boolean(request->input, "ForceDeleteWithoutRecovery", false);
    const int64_t days = bs_tree_integer(request->input, "RecoveryWindowInDays", RECOVERY_DAYS_MAX);
    struct bs_account_entry *secret;
    struct bs_instant end = bs_account_now(account);

    if (!is_good_deletion(request->input, answer)) {
        return;
    }
    secret = bs_secret_asked(account, request, is_forced ? BS_SECRET_PRIMARY : BS_SECRET_WRITABLE,
                             answer);
    if (secret == NULL) {
        if (is_forced && strcmp(answer->error, "ResourceNotFoundException") == 0) {
            delete_nothing(account, request, answer);
        }
        return;
    }
    if (bs_tree_count(bs_tree_get(secret->attributes, "Replicas")) > 0) {
        bs_account_fail(answer, "InvalidRequestException",
                        "You can't delete secret %s that still has replica regions.", secret->key);
        return;
    }
    bs_secret_write_identity(secret, answer->output);
    end.ns += is_forced ? 0 : days * DAY_S * BS_NS_PER_S;
    bs_tree_set_instant(answer->output, "DeletionDate", end);
    bs_tree_set_instant(secret->attributes, "DeletedDate", end);
    if (is_forced) {
        bs_account_remove(account, secret);
    }
}

static void restore_secret(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_PRIMARY, answer);

    if (secret != NULL) {
        (void)bs_tree_remove(secret->attributes, "DeletedDate");
        bs_secret_write_identity(secret, answer->output);
    }
}

/* ---- Describing ---- */

static void write_stages(const struct bs_account_entry *secret, struct bs_tree *to)
{
    const struct bs_tree *version = bs_tree_first(bs_tree_get(secret->attributes, "Versions"));

    for (; version != NULL; version = version->next) {
        const struct bs_tree *stages = bs_tree_get(version, "VersionStages");

        if (bs_tree_count(stages) > 0) {
            (void)bs_tree_set(to, bs_tree_text(version, "VersionId", ""), bs_tree_copy(stages));
        }
    }
}

static void describe_secret(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    static const char *const members[] = {"ARN",
                                          "Name",
                                          "Description",
                                          "KmsKeyId",
                                          "CreatedDate",
                                          "RotationRules",
                                          "RotationEnabled",
                                          "RotationLambdaARN",
                                          "DeletedDate",
                                          "LastChangedDate",
                                          "LastRotatedDate",
                                          "LastAccessedDate",
                                          "PrimaryRegion",
                                          "Tags",
                                          NULL};
    const struct bs_account_entry *secret =
        bs_secret_asked(account, request, BS_SECRET_ANY, answer);

    if (secret != NULL) {
        bs_tree_copy_members(answer->output, secret->attributes, members);
        write_stages(secret, bs_tree_set_structure(answer->output, "VersionIdsToStages"));
        bs_secret_write_replication(secret, answer->output);
    }
}

/* ---- Policies ---- */

static bool is_everybody(const struct bs_tree *principal)
{
    const struct bs_tree *aws = principal != NULL && principal->kind == BS_TREE_STRUCTURE
                                    ? bs_tree_get(principal, "AWS")
                                    : principal;

    return aws != NULL && ((aws->kind == BS_TREE_TEXT && strcmp(aws->is.text.bytes, "*") == 0) ||
                           (aws->kind == BS_TREE_LIST && bs_tree_has_text(aws, "*")));
}

/* Whether a statement without a condition allows something to everybody. */
static bool is_public(const struct bs_tree *policy)
{
    const struct bs_tree *statements = bs_tree_get(policy, "Statement");
    const struct bs_tree *statement = statements != NULL && statements->kind == BS_TREE_LIST
                                          ? bs_tree_first(statements)
                                          : statements;

    while (statement != NULL && !(strcmp(bs_tree_text(statement, "Effect", ""), "Allow") == 0 &&
                                  bs_tree_get(statement, "Condition") == NULL &&
                                  is_everybody(bs_tree_get(statement, "Principal")))) {
        statement = statements->kind == BS_TREE_LIST ? statement->next : NULL;
    }
    return statement != NULL;
}

static bool is_good_policy(const struct bs_tree *input, struct bs_account_answer *answer)
{
    struct bs_tree *policy = bs_account_read_json(bs_tree_text(input, "ResourcePolicy", ""));

    if (policy == NULL || policy->kind != BS_TREE_STRUCTURE ||
        bs_tree_get(policy, "Statement") == NULL) {
        bs_account_fail(answer, "MalformedPolicyDocumentException",
                        "This resource policy contains a syntax error.");
    } else if (bs_tree_boolean(input, "BlockPublicPolicy", false) && is_public(policy)) {
        bs_account_fail(answer, "PublicPolicyException",
                        "This resource policy allows broad access to the secret.");
    }
    bs_tree_destroy(policy);
    return answer->error == NULL;
}

static void put_resource_policy(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret != NULL && is_good_policy(request->input, answer)) {
        bs_tree_set_text(secret->attributes, "ResourcePolicy",
                         bs_tree_text(request->input, "ResourcePolicy", ""));
        bs_secret_changed(account, secret);
        bs_secret_write_identity(secret, answer->output);
    }
}

static void get_resource_policy(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    static const char *const members[] = {"ResourcePolicy", NULL};
    const struct bs_account_entry *secret =
        bs_secret_asked(account, request, BS_SECRET_ALIVE, answer);

    if (secret != NULL) {
        bs_secret_write_identity(secret, answer->output);
        bs_tree_copy_members(answer->output, secret->attributes, members);
    }
}

static void delete_resource_policy(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret != NULL) {
        (void)bs_tree_remove(secret->attributes, "ResourcePolicy");
        bs_secret_changed(account, secret);
        bs_secret_write_identity(secret, answer->output);
    }
}

static void validate_resource_policy(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    struct bs_tree *errors = bs_tree_set_list(answer->output, "ValidationErrors");
    struct bs_tree *policy =
        bs_account_read_json(bs_tree_text(request->input, "ResourcePolicy", ""));

    if ((bs_tree_get(request->input, "SecretId") == NULL ||
         bs_secret_asked(account, request, BS_SECRET_ALIVE, answer) != NULL) &&
        is_good_policy(request->input, answer)) {
        if (is_public(policy)) {
            struct bs_tree *error = bs_tree_append_structure(errors);

            bs_tree_set_text(error, "CheckName", "PUBLIC_POLICY");
            bs_tree_set_text(error, "ErrorMessage",
                             "This resource policy allows broad access to the secret.");
        }
        bs_tree_set_boolean(answer->output, "PolicyValidationPassed", bs_tree_count(errors) == 0);
    }
    bs_tree_destroy(policy);
}

/* ---- Tags ---- */

static void tag_resource(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret != NULL &&
        are_few_tags(bs_tree_count(bs_tree_get(secret->attributes, "Tags")) + bs_tree_count(tags),
                     answer)) {
        bs_account_merge_tags(secret->attributes, tags);
        bs_secret_changed(account, secret);
    }
}

static void untag_resource(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *secret = bs_secret_asked(account, request, BS_SECRET_WRITABLE, answer);

    if (secret != NULL) {
        bs_account_remove_tags(secret->attributes, bs_tree_get(request->input, "TagKeys"));
        bs_secret_changed(account, secret);
    }
}

/* ---- The scenario's secrets ---- */

static void add_scenario_version(struct bs_account *account, struct bs_account_entry *secret)
{
    struct bs_account_answer answer = {.output = NULL};
    struct bs_tree *input = bs_tree_new_structure();
    char id[37];

    bs_account_new_uuid(account, id);
    bs_tree_set_format(input, "SecretString", "{\"username\":\"%s\",\"password\":\"%016llx\"}",
                       secret->key,
                       (unsigned long long)bs_account_draw(account, id, "password", 0));
    bs_secret_attach(secret, bs_secret_add_version(account, secret, id, input, &answer),
                     "AWSCURRENT");
    bs_tree_destroy(input);
}

/*
 * Copies to the Regions of the set. One that is outdated shows what the primary says now, before its value
 * changes, and that replication has failed: nothing brings it up to date by itself.
 */
static void add_scenario_copies(struct bs_account *account, struct bs_account_entry *secret,
                                const struct bs_secret *model, uint32_t regions, const char *status)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    struct bs_tree *replicas = bs_tree_get_mutable(secret->attributes, "Replicas");

    for (int32_t i = 0; i < (int32_t)scenario->region_count; i++) {
        if (i != model->kept_in && (regions & (1U << i)) != 0) {
            struct bs_tree *replica = bs_tree_append_structure(replicas);

            bs_tree_set_text(replica, "Region", scenario->regions[i].name);
            bs_tree_set_text(replica, "KmsKeyId", "alias/aws/secretsmanager");
            bs_tree_set_text(replica, "Status", status);
            bs_tree_set_text(secret->attributes, "PrimaryRegion", secret->region);
            bs_secret_copy_to(account, secret, replica);
        }
    }
}

static void start_secret(struct bs_account *account, const struct bs_secret *model)
{
    const char *region = bs_account_scenario(account)->regions[model->kept_in].name;
    struct bs_account_entry *secret;

    if (bs_secret_named(account, region, model->name) != NULL) {
        return;
    }
    secret = add_secret(account, region, model->name);
    add_scenario_version(account, secret);
    if (model->outdated_in != 0) {
        add_scenario_copies(account, secret, model, model->regions & model->outdated_in, "Failed");
        add_scenario_version(account, secret);
    }
    add_scenario_copies(account, secret, model, model->regions & ~model->outdated_in, "InSync");
}

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        if (scenario->resources[i].kind == BS_RESOURCE_SECRET) {
            start_secret(account, &scenario->resources[i].is.secret);
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"CancelRotateSecret", bs_secret_cancel_rotate, BS_ACCOUNT_MODELLED, false},
    {"CreateSecret", create_secret, BS_ACCOUNT_MODELLED, false},
    {"DeleteResourcePolicy", delete_resource_policy, BS_ACCOUNT_RECORDED, false},
    {"DeleteSecret", delete_secret, BS_ACCOUNT_MODELLED, false},
    {"DescribeSecret", describe_secret, BS_ACCOUNT_MODELLED, false},
    {"GetRandomPassword", bs_secret_get_random_password, BS_ACCOUNT_MODELLED, false},
    {"GetResourcePolicy", get_resource_policy, BS_ACCOUNT_RECORDED, false},
    {"GetSecretValue", bs_secret_get_value, BS_ACCOUNT_MODELLED, false},
    {"ListSecretVersionIds", bs_secret_list_versions, BS_ACCOUNT_MODELLED, false},
    {"ListSecrets", bs_secret_list, BS_ACCOUNT_MODELLED, true},
    {"PutResourcePolicy", put_resource_policy, BS_ACCOUNT_RECORDED, false},
    {"PutSecretValue", bs_secret_put_value, BS_ACCOUNT_MODELLED, false},
    {"RemoveRegionsFromReplication", bs_secret_remove_regions, BS_ACCOUNT_MODELLED, false},
    {"ReplicateSecretToRegions", bs_secret_replicate_to_regions, BS_ACCOUNT_MODELLED, false},
    {"RestoreSecret", restore_secret, BS_ACCOUNT_MODELLED, false},
    {"RotateSecret", bs_secret_rotate, BS_ACCOUNT_MODELLED, false},
    {"StopReplicationToReplica", bs_secret_stop_replication, BS_ACCOUNT_MODELLED, false},
    {"TagResource", tag_resource, BS_ACCOUNT_RECORDED, false},
    {"UntagResource", untag_resource, BS_ACCOUNT_RECORDED, false},
    {"UpdateSecret", update_secret, BS_ACCOUNT_MODELLED, false},
    {"UpdateSecretVersionStage", bs_secret_update_version_stage, BS_ACCOUNT_MODELLED, false},
    {"ValidateResourcePolicy", validate_resource_policy, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_secretsmanager = {
    .name = "secretsmanager",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
