/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Replication: an image that is pushed after the registry has got a rule is copied to the rule's Regions.
 *
 * Only a push is copied, not a copy. A repository that is not there is made. What has not left a Region that
 * is lost, or cannot arrive in one, waits until it is back. Registries of others are recorded and get none.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/ecr.h"
#include "sim/engine/variate.h"
#include "sim/world/availability.h"

enum { DESTINATIONS_MAX = 25, RETRY_S = 10 };

/* "Usually less than 30 minutes" for most images; the shape is unsourced. */
static const struct bs_distribution delays = {
    .kind = BS_DISTRIBUTION_LOGNORMAL,
    .lognormal = {.median = {60 * BS_NS_PER_S}, .p95 = {600 * BS_NS_PER_S}},
};

/* ---- Configuration ---- */

static bool is_destination_good(const struct bs_account_request *request,
                                const struct bs_tree *destination, struct bs_account_answer *answer)
{
    if (strcmp(bs_tree_text(destination, "registryId", ""), BS_ACCOUNT_ID) == 0 &&
        strcmp(bs_tree_text(destination, "region", ""), request->region) == 0) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter at 'replicationConfiguration' failed to satisfy "
                        "constraint: 'Replication destination cannot be the same as the source "
                        "registry'");
    }
    return answer->error == NULL;
}

static bool is_configuration_good(const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const struct bs_tree *rule = bs_tree_first(
        bs_tree_get(bs_tree_get(request->input, "replicationConfiguration"), "rules"));
    size_t count = 0;

    for (; rule != NULL; rule = rule->next) {
        const struct bs_tree *destination = bs_tree_first(bs_tree_get(rule, "destinations"));

        for (; destination != NULL; destination = destination->next) {
            if (!is_destination_good(request, destination, answer)) {
                return false;
            }
            count++;
        }
    }
    if (count > DESTINATIONS_MAX) {
        bs_account_fail(answer, "InvalidParameterException",
                        "A replication configuration can have at most %d destinations",
                        DESTINATIONS_MAX);
    }
    return answer->error == NULL;
}

void bs_ecr_put_replication(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    static const char *const members[] = {"replicationConfiguration", NULL};

    if (is_configuration_good(request, answer)) {
        bs_tree_copy_members(bs_ecr_registry(account, request->region)->attributes, request->input,
                             members);
        bs_tree_copy_members(answer->output, request->input, members);
    }
}

void bs_ecr_describe_registry(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    static const char *const members[] = {"registryId", "replicationConfiguration", NULL};

    bs_tree_copy_members(answer->output, bs_ecr_registry(account, request->region)->attributes,
                         members);
}

/* ---- Copying ---- */

/* Where every transition is over at once nobody can wait for a Region. */
static bool is_lost(const struct bs_account *account, const char *region)
{
    const struct bs_account_options *options = bs_account_options(account);
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const int32_t index = scenario == NULL ? BS_NONE : bs_scenario_region(scenario, region);

    return index != BS_NONE && options->pace != BS_ACCOUNT_INSTANT &&
           bs_data_plane(options->world, index, "ecr").is_lost;
}

static bool is_immutable(const struct bs_account_entry *repository)
{
    return strcmp(bs_tree_text(repository->attributes, "imageTagMutability", ""), "IMMUTABLE") == 0;
}

/* False if a tag stays with another image. */
static bool copy_tags(struct bs_account *account, const struct bs_account_entry *repository,
                      const struct bs_account_entry *from, struct bs_account_entry *to)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(from->attributes, "imageTags"));
    bool are_all = true;

    for (; tag != NULL; tag = tag->next) {
        const struct bs_account_entry *holder =
            bs_ecr_tagged_image(account, repository, tag->is.text.bytes);

        if (holder != NULL && holder != to && is_immutable(repository)) {
            are_all = false;
        } else if (holder != to) {
            bs_ecr_tag_image(account, repository, to, tag->is.text.bytes);
        }
    }
    return are_all;
}

/* Those that images of the repository need. */
static void copy_layers(struct bs_account *account, const struct bs_account_entry *from,
                        const struct bs_account_entry *to)
{
    static const char *const members[] = {"layerDigest", "layerSize", "mediaType", "IsReferenced",
                                          NULL};
    const struct bs_account_entry *layer = bs_ecr_next(account, BS_ECR_LAYER, from, NULL);

    for (; layer != NULL; layer = bs_ecr_next(account, BS_ECR_LAYER, from, layer->key)) {
        if (bs_tree_boolean(layer->attributes, "IsReferenced", false) &&
            bs_account_find(account, BS_ECR_LAYER, to->region, layer->key) == NULL) {
            bs_tree_copy_members(
                bs_account_add(account, BS_ECR_LAYER, to->region, layer->key)->attributes,
                layer->attributes, members);
        }
    }
}

static struct bs_account_entry *copy_image(struct bs_account *account,
                                           const struct bs_account_entry *from, const char *region)
{
    static const char *const members[] = {
        "registryId",       "repositoryName",         "imageDigest", "imageManifest",
        "imageSizeInBytes", "imageManifestMediaType", NULL};
    struct bs_account_entry *image = bs_account_find(account, BS_ECR_IMAGE, region, from->key);

    if (image == NULL) {
        image = bs_account_add(account, BS_ECR_IMAGE, region, from->key);
        bs_tree_copy_members(image->attributes, from->attributes, members);
        bs_tree_set_instant(image->attributes, "imagePushedAt", bs_account_now(account));
        (void)bs_tree_set_list(image->attributes, "imageTags");
    }
    return image;
}

static void arrive(struct bs_account *account, struct bs_account_entry *replication)
{
    const char *region = bs_tree_text(replication->attributes, "region", "");
    const char *name = bs_tree_text(replication->attributes, "RepositoryName", "");
    const struct bs_account_entry *image =
        bs_account_find(account, BS_ECR_IMAGE, replication->region,
                        bs_tree_text(replication->attributes, "ImageKey", ""));
    const struct bs_account_entry *source =
        bs_account_find(account, BS_ECR_REPOSITORY, replication->region, name);
    const struct bs_account_entry *repository =
        bs_account_find(account, BS_ECR_REPOSITORY, region, name);
    bool is_whole;

    if (image == NULL || source == NULL) {
        return; /* Both go with the image. */
    }
    if (is_lost(account, region) || is_lost(account, replication->region)) {
        bs_account_later(account, replication, BS_SECONDS(RETRY_S), arrive);
        return;
    }
    if (repository == NULL) {
        repository = bs_ecr_add_repository(account, region, name);
    }
    copy_layers(account, source, repository);
    is_whole = copy_tags(account, repository, image, copy_image(account, image, region));
    bs_tree_set_text(replication->attributes, "status", is_whole ? "COMPLETE" : "FAILED");
}

static void send(struct bs_account *account, const struct bs_account_entry *image,
                 const char *region)
{
    struct bs_account_entry *replication;
    char key[BS_ECR_KEY_SIZE];

    (void)snprintf(key, sizeof(key), "%s>%s", image->key, region);
    replication = bs_account_find(account, BS_ECR_REPLICATION, image->region, key);
    if (replication != NULL) {
        bs_account_remove(account, replication);
    }
    replication = bs_account_add(account, BS_ECR_REPLICATION, image->region, key);
    bs_tree_set_text(replication->attributes, "region", region);
    bs_tree_set_text(replication->attributes, "registryId", BS_ACCOUNT_ID);
    bs_tree_set_text(replication->attributes, "status", "IN_PROGRESS");
    bs_tree_set_text(replication->attributes, "ImageKey", image->key);
    bs_tree_set_text(replication->attributes, "RepositoryName",
                     bs_tree_text(image->attributes, "repositoryName", ""));
    bs_account_later(account, replication,
                     bs_distribution_sample(&delays, bs_account_draw(account, key, "replication",
                                                                     replication->generation)),
                     arrive);
}

/* A rule without filters is for all repositories. */
static bool is_for(const struct bs_tree *rule, const char *repository)
{
    const struct bs_tree *filter = bs_tree_first(bs_tree_get(rule, "repositoryFilters"));
    bool is_matched = filter == NULL;

    for (; filter != NULL && !is_matched; filter = filter->next) {
        const char *prefix = bs_tree_text(filter, "filter", "");

        is_matched = strncmp(repository, prefix, strlen(prefix)) == 0;
    }
    return is_matched;
}

void bs_ecr_replicate(struct bs_account *account, const struct bs_account_entry *repository,
                      const struct bs_account_entry *image)
{
    const struct bs_tree *configuration = bs_tree_get(
        bs_ecr_registry(account, repository->region)->attributes, "replicationConfiguration");
    const struct bs_tree *rule = bs_tree_first(bs_tree_get(configuration, "rules"));

    for (; rule != NULL; rule = rule->next) {
        const struct bs_tree *destination = bs_tree_first(bs_tree_get(rule, "destinations"));

        for (; is_for(rule, repository->key) && destination != NULL;
             destination = destination->next) {
            if (strcmp(bs_tree_text(destination, "registryId", ""), BS_ACCOUNT_ID) == 0) {
                send(account, image, bs_tree_text(destination, "region", ""));
            }
        }
    }
}

/* ---- How far it is ---- */

void bs_ecr_describe_replication(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    static const char *const members[] = {"region", "registryId", "status", NULL};
    const struct bs_tree *image_id = bs_tree_get(request->input, "imageId");
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    const struct bs_account_entry *image =
        repository == NULL ? NULL : bs_ecr_image(account, repository, image_id);
    const struct bs_account_entry *replication;
    struct bs_tree *list;

    if (repository == NULL) {
        return;
    }
    if (image == NULL) {
        bs_ecr_fail_no_image(answer, repository->key, image_id);
        return;
    }
    bs_tree_set_text(answer->output, "repositoryName", repository->key);
    (void)bs_tree_set(answer->output, "imageId", bs_tree_copy(image_id));
    list = bs_tree_set_list(answer->output, "replicationStatuses");
    for (replication = bs_account_next(account, BS_ECR_REPLICATION, image->region, image->key);
         replication != NULL && strncmp(replication->key, image->key, strlen(image->key)) == 0;
         replication =
             bs_account_next(account, BS_ECR_REPLICATION, image->region, replication->key)) {
        bs_tree_copy_members(bs_tree_append_structure(list), replication->attributes, members);
    }
}
