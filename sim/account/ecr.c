/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Elastic Container Registry: the table of operations, repositories, policies, tags, tokens.
 *
 * Policies, scans and encryption are recorded. The scenario's images are there from the start, each in a
 * repository of its name under the tag "latest"; whether they are in a Region is the world's to say, and they
 * cannot be deleted, for the world's tasks go on to pull them.
 *
 * Source: Amazon ECR API Reference and User Guide.
 */

#include "sim/account/ecr.h"

#include <stdio.h>
#include <string.h>

#include "base/checksum.h"
#include "sim/account/services.h"

enum {
    REPOSITORIES_MAX = 10000,
    NAME_MIN = 2,
    NAME_MAX = 256,
    TAGS_MAX = 50,
    TOKEN_S = 43200,
    PASSWORD_SIZE = 133, /* "AWS:" and 128 characters. */
};

/* ---- What everybody needs ---- */

static const char *registry_of(const struct bs_tree *input)
{
    return bs_tree_text(input, "registryId", BS_ACCOUNT_ID);
}

static void fail_no_repository(struct bs_account_answer *answer, const char *name,
                               const char *registry)
{
    bs_account_fail(answer, "RepositoryNotFoundException",
                    "The repository with name '%.256s' does not exist in the registry with id "
                    "'%.12s'",
                    name, registry);
}

struct bs_account_entry *bs_ecr_repository(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "repositoryName", "");
    const char *registry = registry_of(request->input);
    struct bs_account_entry *repository =
        strcmp(registry, BS_ACCOUNT_ID) == 0
            ? bs_account_find(account, BS_ECR_REPOSITORY, request->region, name)
            : NULL;

    if (repository == NULL) {
        fail_no_repository(answer, name, registry);
    }
    return repository;
}

struct bs_account_entry *bs_ecr_add_repository(struct bs_account *account, const char *region,
                                               const char *name)
{
    struct bs_account_entry *repository = bs_account_add(account, BS_ECR_REPOSITORY, region, name);
    struct bs_tree *attributes = repository->attributes;

    bs_tree_set_format(attributes, "repositoryArn",
                       "arn:aws:ecr:%s:" BS_ACCOUNT_ID ":repository/%s", region, name);
    bs_tree_set_text(attributes, "registryId", BS_ACCOUNT_ID);
    bs_tree_set_text(attributes, "repositoryName", name);
    bs_tree_set_format(attributes, "repositoryUri", BS_ACCOUNT_ID ".dkr.ecr.%s.amazonaws.com/%s",
                       region, name);
    bs_tree_set_instant(attributes, "createdAt", bs_account_now(account));
    bs_tree_set_text(attributes, "imageTagMutability", "MUTABLE");
    bs_tree_set_boolean(bs_tree_set_structure(attributes, "imageScanningConfiguration"),
                        "scanOnPush", false);
    bs_tree_set_text(bs_tree_set_structure(attributes, "encryptionConfiguration"), "encryptionType",
                     "AES256");
    return repository;
}

struct bs_account_entry *bs_ecr_registry(struct bs_account *account, const char *region)
{
    struct bs_account_entry *registry =
        bs_account_find(account, BS_ECR_REGISTRY, region, BS_ACCOUNT_ID);

    if (registry == NULL) {
        registry = bs_account_add(account, BS_ECR_REGISTRY, region, BS_ACCOUNT_ID);
        bs_tree_set_text(registry->attributes, "registryId", BS_ACCOUNT_ID);
        (void)bs_tree_set_list(
            bs_tree_set_structure(registry->attributes, "replicationConfiguration"), "rules");
    }
    return registry;
}

/* Names have no "@", so that keys of two repositories do not mix. */
static bool write_key(const char *repository, const char *digest, char key[BS_ECR_KEY_SIZE])
{
    const int length = snprintf(key, BS_ECR_KEY_SIZE, "%s@%s", repository, digest);

    return length > 0 && length < BS_ECR_KEY_SIZE;
}

struct bs_account_entry *bs_ecr_find(struct bs_account *account, const char *kind,
                                     const char *region, const char *repository, const char *digest)
{
    char key[BS_ECR_KEY_SIZE];

    return write_key(repository, digest, key) ? bs_account_find(account, kind, region, key) : NULL;
}

struct bs_account_entry *bs_ecr_add(struct bs_account *account, const char *kind,
                                    const char *region, const char *repository, const char *digest)
{
    char key[BS_ECR_KEY_SIZE];

    (void)write_key(repository, digest, key);
    return bs_account_add(account, kind, region, key);
}

struct bs_account_entry *bs_ecr_next(struct bs_account *account, const char *kind,
                                     const struct bs_account_entry *repository, const char *after)
{
    struct bs_account_entry *entry;
    char first[BS_ECR_KEY_SIZE];

    (void)write_key(repository->key, "", first);
    entry = bs_account_next(account, kind, repository->region, after == NULL ? first : after);
    return entry != NULL && strncmp(entry->key, first, strlen(first)) == 0 ? entry : NULL;
}

/* ---- Repositories ---- */

static bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Letters and digits, and between two of them one of "._-/". */
static bool is_name(const char *name)
{
    const size_t length = strlen(name);

    if (length < NAME_MIN || length > NAME_MAX || !is_name_character(name[0]) ||
        !is_name_character(name[length - 1])) {
        return false;
    }
    for (size_t i = 1; i < length; i++) {
        if (!is_name_character(name[i]) &&
            (strchr("._-/", name[i]) == NULL || !is_name_character(name[i - 1]))) {
            return false;
        }
    }
    return true;
}

static size_t count_repositories(struct bs_account *account, const char *region)
{
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_ECR_REPOSITORY, region, NULL);
    size_t count = 0;

    for (; entry != NULL; entry = bs_account_next(account, BS_ECR_REPOSITORY, region, entry->key)) {
        count++;
    }
    return count;
}

static void show_repository(const struct bs_account_entry *repository, struct bs_tree *shown)
{
    static const char *const members[] = {"repositoryArn",
                                          "registryId",
                                          "repositoryName",
                                          "repositoryUri",
                                          "createdAt",
                                          "imageTagMutability",
                                          "imageScanningConfiguration",
                                          "encryptionConfiguration",
                                          NULL};

    bs_tree_copy_members(shown, repository->attributes, members);
}

static bool may_create(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "repositoryName", "");

    if (!is_name(name)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter at 'repositoryName' failed to satisfy constraint: "
                        "'must satisfy regular expression "
                        "'(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*''");
    } else if (strcmp(registry_of(request->input), BS_ACCOUNT_ID) != 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Repositories can be created in the registry of the account only");
    } else if (bs_account_find(account, BS_ECR_REPOSITORY, request->region, name) != NULL) {
        bs_account_fail(answer, "RepositoryAlreadyExistsException",
                        "The repository with name '%s' already exists in the registry with id "
                        "'" BS_ACCOUNT_ID "'",
                        name);
    } else if (bs_tree_count(bs_tree_get(request->input, "tags")) > TAGS_MAX) {
        bs_account_fail(answer, "TooManyTagsException", "A repository can have at most %d tags",
                        TAGS_MAX);
    } else if (count_repositories(account, request->region) >= REPOSITORIES_MAX) {
        bs_account_fail(answer, "LimitExceededException",
                        "The registry can have at most %d repositories", REPOSITORIES_MAX);
    }
    return answer->error == NULL;
}

static void create_repository(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    static const char *const given[] = {"imageTagMutability", "imageScanningConfiguration",
                                        "encryptionConfiguration", NULL};
    struct bs_account_entry *repository;

    if (!may_create(account, request, answer)) {
        return;
    }
    repository = bs_ecr_add_repository(account, request->region,
                                       bs_tree_text(request->input, "repositoryName", ""));
    bs_tree_copy_members(repository->attributes, request->input, given);
    bs_account_merge_tags(repository->attributes, bs_tree_get(request->input, "tags"));
    show_repository(repository, bs_tree_set_structure(answer->output, "repository"));
}

static void describe_named(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_tree *list, struct bs_account_answer *answer)
{
    const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, "repositoryNames"));

    for (; name != NULL && answer->error == NULL; name = name->next) {
        const char *text = name->kind == BS_TREE_TEXT ? name->is.text.bytes : "";
        const struct bs_account_entry *repository =
            bs_account_find(account, BS_ECR_REPOSITORY, request->region, text);

        if (repository == NULL) {
            fail_no_repository(answer, text, BS_ACCOUNT_ID);
        } else {
            show_repository(repository, bs_tree_append_structure(list));
        }
    }
}

static void describe_repositories(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "repositories");
    const struct bs_account_entry *repository;

    if (strcmp(registry_of(request->input), BS_ACCOUNT_ID) != 0) {
        return;
    }
    if (bs_tree_count(bs_tree_get(request->input, "repositoryNames")) > 0) {
        describe_named(account, request, list, answer);
        return;
    }
    for (repository = bs_account_next(account, BS_ECR_REPOSITORY, request->region, NULL);
         repository != NULL; repository = bs_account_next(account, BS_ECR_REPOSITORY,
                                                          request->region, repository->key)) {
        show_repository(repository, bs_tree_append_structure(list));
    }
}

static void remove_contents(struct bs_account *account, const struct bs_account_entry *repository)
{
    struct bs_account_entry *entry;

    while ((entry = bs_ecr_next(account, BS_ECR_IMAGE, repository, NULL)) != NULL) {
        bs_ecr_remove_image(account, entry);
    }
    while ((entry = bs_ecr_next(account, BS_ECR_LAYER, repository, NULL)) != NULL) {
        bs_account_remove(account, entry);
    }
}

static void delete_repository(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);

    if (repository == NULL) {
        return;
    }
    if (bs_tree_boolean(repository->attributes, "IsScenarios", false)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "The repository %s is the scenario's and cannot be deleted.",
                        repository->key);
    } else if (!bs_tree_boolean(request->input, "force", false) &&
               bs_ecr_next(account, BS_ECR_IMAGE, repository, NULL) != NULL) {
        bs_account_fail(answer, "RepositoryNotEmptyException",
                        "The repository with name '%s' in registry with id '" BS_ACCOUNT_ID
                        "' cannot be deleted because it still contains images",
                        repository->key);
    } else {
        show_repository(repository, bs_tree_set_structure(answer->output, "repository"));
        remove_contents(account, repository);
        bs_account_remove(account, repository);
    }
}

/* One setting of a repository, which is shown as it is kept. */
static void put_setting(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    static const char *const settings[] = {"imageTagMutability", "imageScanningConfiguration",
                                           NULL};
    static const char *const shown[] = {"registryId", "repositoryName", NULL};
    struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);

    if (repository != NULL) {
        bs_tree_copy_members(repository->attributes, request->input, settings);
        bs_tree_copy_members(answer->output, repository->attributes, shown);
        bs_tree_copy_members(answer->output, request->input, settings);
    }
}

/* ---- Policies ---- */

struct policy {
    const char *word; /* Part of its operations' names. */
    const char *member;
    const char *error;
};

static const struct policy policies[] = {
    {"RepositoryPolicy", "policyText", "RepositoryPolicyNotFoundException"},
    {"LifecyclePolicy", "lifecyclePolicyText", "LifecyclePolicyNotFoundException"},
    {"RegistryPolicy", "policyText", "RegistryPolicyNotFoundException"},
};

static const struct policy *policy_asked(const struct bs_account_request *request)
{
    const struct policy *policy = policies;

    while (strstr(request->operation, policy->word) == NULL) {
        policy++;
    }
    return policy;
}

/* Whose policy it is: the registry's, or a repository's, which may not be there. */
static struct bs_account_entry *policy_owner(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    return strcmp(policy_asked(request)->word, "RegistryPolicy") == 0
               ? bs_ecr_registry(account, request->region)
               : bs_ecr_repository(account, request, answer);
}

static void show_policy(const struct bs_account_entry *owner, const struct policy *policy,
                        struct bs_tree *shown)
{
    const char *const members[] = {"registryId", "repositoryName", policy->member, NULL};

    bs_tree_copy_members(shown, owner->attributes, members);
}

static void put_policy(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const struct policy *policy = policy_asked(request);
    struct bs_account_entry *owner = policy_owner(account, request, answer);

    if (owner != NULL) {
        bs_tree_set_text(owner->attributes, policy->member,
                         bs_tree_text(request->input, policy->member, ""));
        show_policy(owner, policy, answer->output);
    }
}

/* Gives the policy, and for the last time if it is deleted. */
static void get_policy(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const struct policy *policy = policy_asked(request);
    struct bs_account_entry *owner = policy_owner(account, request, answer);

    if (owner == NULL) {
        return;
    }
    if (bs_tree_get(owner->attributes, policy->member) == NULL) {
        bs_account_fail(answer, policy->error, "There is no %s for '%s'", policy->word, owner->key);
        return;
    }
    show_policy(owner, policy, answer->output);
    if (strncmp(request->operation, "Delete", 6) == 0) {
        (void)bs_tree_remove(owner->attributes, policy->member);
    }
}

/* ---- Tags ---- */

static struct bs_account_entry *tagged(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "resourceArn", "");
    const char *name = strstr(arn, ":repository/");
    struct bs_account_entry *repository;

    if (strncmp(arn, "arn:aws:ecr:", 12) != 0 || name == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter at 'resourceArn' failed to satisfy constraint: "
                        "'Invalid ARN'");
        return NULL;
    }
    name += strlen(":repository/");
    repository = bs_account_find(account, BS_ECR_REPOSITORY, request->region, name);
    if (repository == NULL ||
        strcmp(bs_tree_text(repository->attributes, "repositoryArn", ""), arn) != 0) {
        fail_no_repository(answer, name, BS_ACCOUNT_ID);
        return NULL;
    }
    return repository;
}

static void change_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *given = bs_tree_get(request->input, "tags");
    struct bs_account_entry *repository = tagged(account, request, answer);

    if (repository == NULL) {
        return;
    }
    if (bs_tree_count(bs_tree_get(repository->attributes, "Tags")) + bs_tree_count(given) >
        TAGS_MAX) {
        bs_account_fail(answer, "TooManyTagsException", "A repository can have at most %d tags",
                        TAGS_MAX);
        return;
    }
    bs_account_merge_tags(repository->attributes, given);
    bs_account_remove_tags(repository->attributes, bs_tree_get(request->input, "tagKeys"));
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *repository = tagged(account, request, answer);
    const struct bs_tree *tags;

    if (repository != NULL) {
        tags = bs_tree_get(repository->attributes, "Tags");
        (void)bs_tree_set(answer->output, "tags",
                          tags == NULL ? bs_tree_new_list() : bs_tree_copy(tags));
    }
}

/* ---- Tokens ---- */

/* A password's characters mean nothing to anybody; only its form is AWS's. */
static void show_token(struct bs_account *account, const char *region, const char *registry,
                       struct bs_tree *shown)
{
    char password[PASSWORD_SIZE] = "AWS:";
    char token[4 * ((PASSWORD_SIZE + 1) / 3) + 1];

    for (size_t i = 4; i + 1 < PASSWORD_SIZE; i += 32) {
        bs_account_new_id(account, "", 32, password + i, PASSWORD_SIZE - i);
    }
    bs_base64_encode((const unsigned char *)password, strlen(password), token);
    bs_tree_set_text(shown, "authorizationToken", token);
    bs_tree_set_instant(
        shown, "expiresAt",
        bs_instant_add(bs_account_now(account), (struct bs_duration){TOKEN_S * BS_NS_PER_S}));
    bs_tree_set_format(shown, "proxyEndpoint", "https://%.12s.dkr.ecr.%s.amazonaws.com", registry,
                       region);
}

static void get_authorization_token(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const struct bs_tree *registry = bs_tree_first(bs_tree_get(request->input, "registryIds"));
    struct bs_tree *list = bs_tree_set_list(answer->output, "authorizationData");

    if (registry == NULL) {
        show_token(account, request->region, BS_ACCOUNT_ID, bs_tree_append_structure(list));
    }
    for (; registry != NULL; registry = registry->next) {
        show_token(account, request->region,
                   registry->kind == BS_TREE_TEXT ? registry->is.text.bytes : BS_ACCOUNT_ID,
                   bs_tree_append_structure(list));
    }
}

/* ---- The service ---- */

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        for (size_t region = 0;
             resource->kind == BS_RESOURCE_ECR_IMAGE && region < scenario->region_count; region++) {
            if ((resource->is.image.regions & (1U << region)) != 0) {
                bs_ecr_start_image(account, scenario->regions[region].name, resource);
            }
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"BatchCheckLayerAvailability", bs_ecr_check_layers, BS_ACCOUNT_MODELLED, false},
    {"BatchDeleteImage", bs_ecr_delete_images, BS_ACCOUNT_MODELLED, false},
    {"BatchGetImage", bs_ecr_get_images, BS_ACCOUNT_MODELLED, false},
    {"CompleteLayerUpload", bs_ecr_complete_upload, BS_ACCOUNT_MODELLED, false},
    {"CreateRepository", create_repository, BS_ACCOUNT_MODELLED, false},
    {"DeleteLifecyclePolicy", get_policy, BS_ACCOUNT_RECORDED, false},
    {"DeleteRegistryPolicy", get_policy, BS_ACCOUNT_RECORDED, false},
    {"DeleteRepository", delete_repository, BS_ACCOUNT_MODELLED, false},
    {"DeleteRepositoryPolicy", get_policy, BS_ACCOUNT_RECORDED, false},
    {"DescribeImageReplicationStatus", bs_ecr_describe_replication, BS_ACCOUNT_MODELLED, false},
    {"DescribeImages", bs_ecr_describe_images, BS_ACCOUNT_MODELLED, true},
    {"DescribeRegistry", bs_ecr_describe_registry, BS_ACCOUNT_MODELLED, false},
    {"DescribeRepositories", describe_repositories, BS_ACCOUNT_MODELLED, true},
    {"GetAuthorizationToken", get_authorization_token, BS_ACCOUNT_RECORDED, false},
    {"GetDownloadUrlForLayer", bs_ecr_get_download_url, BS_ACCOUNT_RECORDED, false},
    {"GetLifecyclePolicy", get_policy, BS_ACCOUNT_RECORDED, false},
    {"GetRegistryPolicy", get_policy, BS_ACCOUNT_RECORDED, false},
    {"GetRepositoryPolicy", get_policy, BS_ACCOUNT_RECORDED, false},
    {"InitiateLayerUpload", bs_ecr_initiate_upload, BS_ACCOUNT_MODELLED, false},
    {"ListImages", bs_ecr_list_images, BS_ACCOUNT_MODELLED, true},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"PutImage", bs_ecr_put_image, BS_ACCOUNT_MODELLED, false},
    {"PutImageScanningConfiguration", put_setting, BS_ACCOUNT_RECORDED, false},
    {"PutImageTagMutability", put_setting, BS_ACCOUNT_MODELLED, false},
    {"PutLifecyclePolicy", put_policy, BS_ACCOUNT_RECORDED, false},
    {"PutRegistryPolicy", put_policy, BS_ACCOUNT_RECORDED, false},
    {"PutReplicationConfiguration", bs_ecr_put_replication, BS_ACCOUNT_MODELLED, false},
    {"SetRepositoryPolicy", put_policy, BS_ACCOUNT_RECORDED, false},
    {"TagResource", change_tags, BS_ACCOUNT_RECORDED, false},
    {"UntagResource", change_tags, BS_ACCOUNT_RECORDED, false},
    {"UploadLayerPart", bs_ecr_upload_part, BS_ACCOUNT_MODELLED, false},
};

const struct bs_account_service bs_account_service_ecr = {
    .name = "ecr",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
