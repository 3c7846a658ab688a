/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Images: manifests under the SHA-256 of their text, and the tags that lead to them.
 *
 * A manifest is kept as it was pushed; only which layers, or which other images, it needs is read from it.
 */

#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "sim/account/ecr.h"
#include "sim/account/json.h"

#define MEDIA_TYPE  "application/vnd.docker.distribution.manifest.v2+json"
#define CONFIG_TYPE "application/vnd.docker.container.image.v1+json"
#define LAYER_TYPE  "application/vnd.docker.image.rootfs.diff.tar.gzip"

enum { IMAGES_MAX = 10000, TAGS_MAX = 1000, CONFIG_BYTES = 1469, MANIFEST_SIZE = 1024 };

static void write_digest(const char *text, char digest[BS_ECR_DIGEST_SIZE])
{
    char hex[65];

    bs_digest_bytes(text, strlen(text), hex);
    (void)snprintf(digest, BS_ECR_DIGEST_SIZE, "sha256:%s", hex);
}

/* ---- Finding ---- */

static bool has_tag(const struct bs_account_entry *image, const char *tag)
{
    return bs_tree_has_text(bs_tree_get(image->attributes, "imageTags"), tag);
}

struct bs_account_entry *bs_ecr_tagged_image(struct bs_account *account,
                                             const struct bs_account_entry *repository,
                                             const char *tag)
{
    struct bs_account_entry *image = bs_ecr_next(account, BS_ECR_IMAGE, repository, NULL);

    while (image != NULL && !has_tag(image, tag)) {
        image = bs_ecr_next(account, BS_ECR_IMAGE, repository, image->key);
    }
    return image;
}

struct bs_account_entry *bs_ecr_image(struct bs_account *account,
                                      const struct bs_account_entry *repository,
                                      const struct bs_tree *image_id)
{
    const char *digest = bs_tree_text(image_id, "imageDigest", NULL);
    const char *tag = bs_tree_text(image_id, "imageTag", NULL);
    struct bs_account_entry *image = NULL;

    if (digest != NULL) {
        image = bs_ecr_find(account, BS_ECR_IMAGE, repository->region, repository->key, digest);
        return image != NULL && (tag == NULL || has_tag(image, tag)) ? image : NULL;
    }
    return tag == NULL ? NULL : bs_ecr_tagged_image(account, repository, tag);
}

void bs_ecr_fail_no_image(struct bs_account_answer *answer, const char *repository,
                          const struct bs_tree *image_id)
{
    bs_account_fail(answer, "ImageNotFoundException",
                    "The image with imageId {imageDigest:'%.100s', imageTag:'%.300s'} does not "
                    "exist within the repository with name '%s' in the registry with id "
                    "'" BS_ACCOUNT_ID "'",
                    bs_tree_text(image_id, "imageDigest", "null"),
                    bs_tree_text(image_id, "imageTag", "null"), repository);
}

/* ---- Making and removing ---- */

static void untag(struct bs_account_entry *image, const char *tag)
{
    struct bs_tree *tags = bs_tree_get_mutable(image->attributes, "imageTags");
    struct bs_tree *kept = bs_tree_first_mutable(tags);

    while (kept != NULL && strcmp(kept->is.text.bytes, tag) != 0) {
        kept = kept->next;
    }
    if (kept != NULL) {
        bs_tree_remove_element(tags, kept);
    }
}

void bs_ecr_tag_image(struct bs_account *account, const struct bs_account_entry *repository,
                      struct bs_account_entry *image, const char *tag)
{
    struct bs_account_entry *old = bs_ecr_tagged_image(account, repository, tag);

    if (old != NULL) {
        untag(old, tag);
    }
    bs_tree_append_text(bs_tree_get_mutable(image->attributes, "imageTags"), tag);
}

static struct bs_account_entry *add_image(struct bs_account *account,
                                          const struct bs_account_entry *repository,
                                          const char *digest, const char *manifest)
{
    struct bs_account_entry *image =
        bs_ecr_add(account, BS_ECR_IMAGE, repository->region, repository->key, digest);

    bs_tree_set_text(image->attributes, "registryId", BS_ACCOUNT_ID);
    bs_tree_set_text(image->attributes, "repositoryName", repository->key);
    bs_tree_set_text(image->attributes, "imageDigest", digest);
    bs_tree_set_text(image->attributes, "imageManifest", manifest);
    bs_tree_set_text(image->attributes, "imageManifestMediaType", MEDIA_TYPE);
    bs_tree_set_instant(image->attributes, "imagePushedAt", bs_account_now(account));
    (void)bs_tree_set_list(image->attributes, "imageTags");
    return image;
}

void bs_ecr_remove_image(struct bs_account *account, struct bs_account_entry *image)
{
    struct bs_account_entry *replication;

    while ((replication =
                bs_account_next(account, BS_ECR_REPLICATION, image->region, image->key)) != NULL &&
           strncmp(replication->key, image->key, strlen(image->key)) == 0) {
        bs_account_remove(account, replication);
    }
    bs_account_remove(account, image);
}

/* ---- The scenario's ---- */

static void start_layer(struct bs_account *account, const struct bs_account_entry *repository,
                        const char *type, int64_t size_bytes, char digest[BS_ECR_DIGEST_SIZE])
{
    struct bs_account_entry *layer;
    char contents[BS_ECR_KEY_SIZE];

    (void)snprintf(contents, sizeof(contents), "%s %s", repository->key, type);
    write_digest(contents, digest);
    layer = bs_ecr_add(account, BS_ECR_LAYER, repository->region, repository->key, digest);
    bs_tree_set_text(layer->attributes, "layerDigest", digest);
    bs_tree_set_integer(layer->attributes, "layerSize", size_bytes);
    bs_tree_set_text(layer->attributes, "mediaType", type);
    bs_tree_set_boolean(layer->attributes, "IsReferenced", true);
}

void bs_ecr_start_image(struct bs_account *account, const char *region,
                        const struct bs_resource *resource)
{
    struct bs_account_entry *repository = bs_ecr_add_repository(account, region, resource->id);
    const int64_t size_bytes = resource->is.image.size_bytes;
    struct bs_account_entry *image;
    char configuration[BS_ECR_DIGEST_SIZE];
    char layer[BS_ECR_DIGEST_SIZE];
    char digest[BS_ECR_DIGEST_SIZE];
    char manifest[MANIFEST_SIZE];

    start_layer(account, repository, CONFIG_TYPE, CONFIG_BYTES, configuration);
    start_layer(account, repository, LAYER_TYPE, size_bytes, layer);
    (void)snprintf(manifest, sizeof(manifest),
                   "{\"schemaVersion\": 2, \"mediaType\": \"" MEDIA_TYPE "\", \"config\": "
                   "{\"mediaType\": \"" CONFIG_TYPE "\", \"size\": %d, \"digest\": \"%s\"}, "
                   "\"layers\": [{\"mediaType\": \"" LAYER_TYPE "\", \"size\": %lld, "
                   "\"digest\": \"%s\"}]}",
                   CONFIG_BYTES, configuration, (long long)size_bytes, layer);
    write_digest(manifest, digest);
    image = add_image(account, repository, digest, manifest);
    bs_tree_set_integer(image->attributes, "imageSizeInBytes", size_bytes);
    bs_tree_set_boolean(repository->attributes, "IsScenarios", true);
    bs_tree_set_boolean(image->attributes, "IsScenarios", true);
    bs_ecr_tag_image(account, repository, image, "latest");
}

/* Whether the world has the scenario's image in the Region asked; else the answer says what it says. */
static bool is_in_world(struct bs_account *account, const struct bs_account_request *request,
                        const struct bs_resource *resource, struct bs_account_answer *answer)
{
    const struct bs_call_request call = {.operation = BS_OPERATION_ECR_DESCRIBE_IMAGE,
                                         .region = request->region,
                                         .resource = resource->id};
    struct bs_call_answer told;

    answer->is_unanswered = !bs_account_ask_world(account, request, &call, &told);
    if (told.outcome != BS_OUTCOME_OK) {
        bs_account_fail(answer,
                        strcmp(told.code, "RepositoryNotFoundException") == 0
                            ? "RepositoryNotFoundException"
                            : "ImageNotFoundException",
                        "The image %s is not in %s", resource->id, request->region);
    }
    return answer->error == NULL;
}

static const struct bs_resource *scenario_image(const struct bs_account *account,
                                                const struct bs_account_request *request)
{
    return bs_account_resource(account, BS_RESOURCE_ECR_IMAGE, request->region,
                               bs_tree_text(request->input, "repositoryName", ""));
}

static bool is_scenarios(const struct bs_account_entry *image)
{
    return bs_tree_boolean(image->attributes, "IsScenarios", false);
}

/* ---- Manifests ---- */

/* A manifest's structure, owned by the caller; NULL, and the answer says so, if it is none. */
static struct bs_tree *read_manifest(const char *text, struct bs_account_answer *answer)
{
    struct bs_tree *manifest = bs_account_read_json(text);

    if (manifest != NULL && manifest->kind == BS_TREE_STRUCTURE) {
        return manifest;
    }
    bs_tree_destroy(manifest);
    bs_account_fail(answer, "InvalidParameterException",
                    "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid "
                    "JSON syntax'");
    return NULL;
}

/* A layer that an image needs can be pulled from then on; NULL, and the answer says so, if there is none. */
static struct bs_account_entry *use_layer(struct bs_account *account,
                                          const struct bs_account_entry *repository,
                                          const struct bs_tree *described,
                                          struct bs_account_answer *answer)
{
    static const char *const members[] = {"mediaType", NULL};
    const char *digest = bs_tree_text(described, "digest", "");
    struct bs_account_entry *layer =
        bs_ecr_find(account, BS_ECR_LAYER, repository->region, repository->key, digest);

    if (layer == NULL) {
        bs_account_fail(answer, "LayersNotFoundException",
                        "Layers with digests '[%.100s]' required for pushing image into repository "
                        "with name '%s' in the registry with id '" BS_ACCOUNT_ID "' do not exist",
                        digest, repository->key);
        return NULL;
    }
    bs_tree_set_boolean(layer->attributes, "IsReferenced", true);
    if (bs_tree_text(described, "mediaType", NULL) != NULL) {
        bs_tree_copy_members(layer->attributes, described, members);
    }
    return layer;
}

static bool has_images(struct bs_account *account, const struct bs_account_entry *repository,
                       const struct bs_tree *list, struct bs_account_answer *answer)
{
    for (const struct bs_tree *described = bs_tree_first(list); described != NULL;
         described = described->next) {
        const char *digest = bs_tree_text(described, "digest", "");

        if (bs_ecr_find(account, BS_ECR_IMAGE, repository->region, repository->key, digest) ==
            NULL) {
            bs_account_fail(answer, "ReferencedImagesNotFoundException",
                            "The image %.100s that the manifest list names is not in the "
                            "repository with name '%s'",
                            digest, repository->key);
            return false;
        }
    }
    return true;
}

/* All that a manifest needs must be there; `size_bytes` is what its layers have. */
static bool use_contents(struct bs_account *account, const struct bs_account_entry *repository,
                         const struct bs_tree *manifest, int64_t *size_bytes,
                         struct bs_account_answer *answer)
{
    const struct bs_tree *configuration = bs_tree_get(manifest, "config");
    const struct bs_tree *described = bs_tree_first(bs_tree_get(manifest, "layers"));

    *size_bytes = 0;
    if (configuration != NULL && use_layer(account, repository, configuration, answer) == NULL) {
        return false;
    }
    for (; described != NULL; described = described->next) {
        const struct bs_account_entry *layer = use_layer(account, repository, described, answer);

        if (layer == NULL) {
            return false;
        }
        *size_bytes += bs_tree_integer(layer->attributes, "layerSize", 0);
    }
    return has_images(account, repository, bs_tree_get(manifest, "manifests"), answer);
}

/* ---- Pushing ---- */

static size_t count_images(struct bs_account *account, const struct bs_account_entry *repository)
{
    const struct bs_account_entry *image = bs_ecr_next(account, BS_ECR_IMAGE, repository, NULL);
    size_t count = 0;

    for (; image != NULL; image = bs_ecr_next(account, BS_ECR_IMAGE, repository, image->key)) {
        count++;
    }
    return count;
}

static bool is_immutable(const struct bs_account_entry *repository)
{
    return strcmp(bs_tree_text(repository->attributes, "imageTagMutability", ""), "IMMUTABLE") == 0;
}

static bool may_push(struct bs_account *account, const struct bs_account_entry *repository,
                     const struct bs_account_entry *image, const char *tag,
                     struct bs_account_answer *answer)
{
    if (image != NULL && (tag == NULL || has_tag(image, tag))) {
        bs_account_fail(answer, "ImageAlreadyExistsException",
                        "Image with digest '%s' and tag '%.300s' already exists in the repository "
                        "with name '%s' in registry with id '" BS_ACCOUNT_ID "'",
                        bs_tree_text(image->attributes, "imageDigest", ""),
                        tag == NULL ? "null" : tag, repository->key);
    } else if (tag != NULL && is_immutable(repository) &&
               bs_ecr_tagged_image(account, repository, tag) != NULL) {
        bs_account_fail(answer, "ImageTagAlreadyExistsException",
                        "The image tag '%.300s' already exists in the '%s' repository and cannot "
                        "be overwritten because the repository is immutable.",
                        tag, repository->key);
    } else if (image == NULL && count_images(account, repository) >= IMAGES_MAX) {
        bs_account_fail(answer, "LimitExceededException", "A repository can have at most %d images",
                        IMAGES_MAX);
    } else if (image != NULL &&
               bs_tree_count(bs_tree_get(image->attributes, "imageTags")) >= TAGS_MAX) {
        bs_account_fail(answer, "LimitExceededException", "An image can have at most %d tags",
                        TAGS_MAX);
    }
    return answer->error == NULL;
}

/* The image of a manifest that is new to the repository; NULL, and the answer says why, if it cannot be. */
static struct bs_account_entry *push_manifest(struct bs_account *account,
                                              const struct bs_account_entry *repository,
                                              const char *digest, const struct bs_tree *input,
                                              struct bs_account_answer *answer)
{
    const char *text = bs_tree_text(input, "imageManifest", "");
    struct bs_tree *manifest = read_manifest(text, answer);
    struct bs_account_entry *image = NULL;
    int64_t size_bytes;

    if (manifest != NULL && use_contents(account, repository, manifest, &size_bytes, answer)) {
        image = add_image(account, repository, digest, text);
        bs_tree_set_integer(image->attributes, "imageSizeInBytes", size_bytes);
        bs_tree_set_text(image->attributes, "imageManifestMediaType",
                         bs_tree_text(input, "imageManifestMediaType",
                                      bs_tree_text(manifest, "mediaType", MEDIA_TYPE)));
    }
    bs_tree_destroy(manifest);
    return image;
}

static void show_image(const struct bs_account_entry *image, const char *tag, struct bs_tree *shown)
{
    static const char *const members[] = {"registryId", "repositoryName", "imageManifest",
                                          "imageManifestMediaType", NULL};
    struct bs_tree *image_id;

    bs_tree_copy_members(shown, image->attributes, members);
    image_id = bs_tree_set_structure(shown, "imageId");
    bs_tree_set_text(image_id, "imageDigest", bs_tree_text(image->attributes, "imageDigest", ""));
    if (tag != NULL) {
        bs_tree_set_text(image_id, "imageTag", tag);
    }
}

void bs_ecr_put_image(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const char *tag = bs_tree_text(request->input, "imageTag", NULL);
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    struct bs_account_entry *image;
    char digest[BS_ECR_DIGEST_SIZE];

    if (repository == NULL) {
        return;
    }
    write_digest(bs_tree_text(request->input, "imageManifest", ""), digest);
    if (strcmp(bs_tree_text(request->input, "imageDigest", digest), digest) != 0) {
        bs_account_fail(answer, "ImageDigestDoesNotMatchException",
                        "The image digest does not match %s, the one of the manifest", digest);
        return;
    }
    image = bs_ecr_find(account, BS_ECR_IMAGE, repository->region, repository->key, digest);
    if (!may_push(account, repository, image, tag, answer)) {
        return;
    }
    if (image == NULL) {
        image = push_manifest(account, repository, digest, request->input, answer);
    }
    if (image == NULL) {
        return;
    }
    if (tag != NULL) {
        bs_ecr_tag_image(account, repository, image, tag);
    }
    show_image(image, tag, bs_tree_set_structure(answer->output, "image"));
    bs_ecr_replicate(account, repository, image);
}

/* ---- Batches ---- */

static bool is_digest(const char *text)
{
    return strncmp(text, "sha256:", 7) == 0 && strlen(text) == 7 + 64 &&
           text[7 + strspn(text + 7, "0123456789abcdef")] == '\0';
}

/* Adds to the output's failures why there is no such image. */
static void add_failure(struct bs_account *account, const struct bs_account_entry *repository,
                        const struct bs_tree *image_id, struct bs_tree *failures)
{
    const char *digest = bs_tree_text(image_id, "imageDigest", NULL);
    struct bs_tree *failure = bs_tree_append_structure(failures);
    const char *code = "ImageNotFound";
    const char *reason = "Requested image not found";

    if (digest == NULL && bs_tree_get(image_id, "imageTag") == NULL) {
        code = "MissingDigestAndTag";
        reason = "Invalid request parameters: both tag and digest cannot be null";
    } else if (digest != NULL && !is_digest(digest)) {
        code = "InvalidImageDigest";
        reason = "Invalid request parameters: image digest should satisfy the regex "
                 "'[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'";
    } else if (digest != NULL && bs_ecr_find(account, BS_ECR_IMAGE, repository->region,
                                             repository->key, digest) != NULL) {
        code = "ImageTagDoesNotMatchDigest";
        reason = "The tag is not one of the image with the digest";
    }
    (void)bs_tree_set(failure, "imageId", bs_tree_copy(image_id));
    bs_tree_set_text(failure, "failureCode", code);
    bs_tree_set_text(failure, "failureReason", reason);
}

void bs_ecr_get_images(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    const struct bs_tree *image_id = bs_tree_first(bs_tree_get(request->input, "imageIds"));
    struct bs_tree *images;
    struct bs_tree *failures;

    if (repository == NULL) {
        return;
    }
    images = bs_tree_set_list(answer->output, "images");
    failures = bs_tree_set_list(answer->output, "failures");
    for (; image_id != NULL; image_id = image_id->next) {
        const struct bs_account_entry *image = bs_ecr_image(account, repository, image_id);

        if (image == NULL) {
            add_failure(account, repository, image_id, failures);
        } else {
            show_image(image, bs_tree_text(image_id, "imageTag", NULL),
                       bs_tree_append_structure(images));
        }
    }
}

static void show_image_id(const struct bs_account_entry *image, const char *tag,
                          struct bs_tree *list)
{
    struct bs_tree *image_id = bs_tree_append_structure(list);

    bs_tree_set_text(image_id, "imageDigest", bs_tree_text(image->attributes, "imageDigest", ""));
    if (tag != NULL) {
        bs_tree_set_text(image_id, "imageTag", tag);
    }
}

/* One for each tag, or one without. */
static void show_image_ids(const struct bs_account_entry *image, struct bs_tree *list)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(image->attributes, "imageTags"));

    if (tag == NULL) {
        show_image_id(image, NULL, list);
    }
    for (; tag != NULL; tag = tag->next) {
        show_image_id(image, tag->is.text.bytes, list);
    }
}

/* By its digest an image goes with all its tags; by a tag only the tag goes, and with the last the image. */
static void delete_image(struct bs_account *account, struct bs_account_entry *image,
                         const char *tag, struct bs_tree *list)
{
    if (tag == NULL) {
        show_image_ids(image, list);
    } else {
        show_image_id(image, tag, list);
        untag(image, tag);
    }
    if (tag == NULL || bs_tree_count(bs_tree_get(image->attributes, "imageTags")) == 0) {
        bs_ecr_remove_image(account, image);
    }
}

static bool may_delete(struct bs_account *account, const struct bs_account_entry *repository,
                       const struct bs_tree *image_ids, struct bs_account_answer *answer)
{
    for (const struct bs_tree *image_id = bs_tree_first(image_ids); image_id != NULL;
         image_id = image_id->next) {
        const struct bs_account_entry *image = bs_ecr_image(account, repository, image_id);

        if (image != NULL && is_scenarios(image)) {
            bs_account_fail(answer, "InvalidParameterException",
                            "The image %s is the scenario's and cannot be deleted.",
                            repository->key);
            return false;
        }
    }
    return true;
}

void bs_ecr_delete_images(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *image_ids = bs_tree_get(request->input, "imageIds");
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    struct bs_tree *deleted;
    struct bs_tree *failures;

    if (repository == NULL || !may_delete(account, repository, image_ids, answer)) {
        return;
    }
    deleted = bs_tree_set_list(answer->output, "imageIds");
    failures = bs_tree_set_list(answer->output, "failures");
    for (const struct bs_tree *image_id = bs_tree_first(image_ids); image_id != NULL;
         image_id = image_id->next) {
        struct bs_account_entry *image = bs_ecr_image(account, repository, image_id);

        if (image == NULL) {
            add_failure(account, repository, image_id, failures);
        } else {
            const char *digest = bs_tree_text(image_id, "imageDigest", NULL);

            delete_image(account, image,
                         digest != NULL ? NULL : bs_tree_text(image_id, "imageTag", NULL), deleted);
        }
    }
}

/* ---- Describing ---- */

static void show_details(const struct bs_account_entry *image, struct bs_tree *list)
{
    static const char *const members[] = {
        "registryId",    "repositoryName",         "imageDigest", "imageSizeInBytes",
        "imagePushedAt", "imageManifestMediaType", NULL};
    static const char *const tags[] = {"imageTags", NULL};
    struct bs_tree *shown = bs_tree_append_structure(list);

    bs_tree_copy_members(shown, image->attributes, members);
    if (bs_tree_count(bs_tree_get(image->attributes, "imageTags")) > 0) {
        bs_tree_copy_members(shown, image->attributes, tags);
    }
}

/* Whether the image has, or has not, a tag, as the input's filter wants it. */
static bool is_wanted(const struct bs_account_entry *image, const struct bs_tree *input)
{
    const char *wanted = bs_tree_text(bs_tree_get(input, "filter"), "tagStatus", "ANY");
    const bool is_tagged = bs_tree_count(bs_tree_get(image->attributes, "imageTags")) > 0;

    return strcmp(wanted, "ANY") == 0 || is_tagged == (strcmp(wanted, "TAGGED") == 0);
}

static void describe_asked(struct bs_account *account, const struct bs_account_request *request,
                           const struct bs_account_entry *repository,
                           struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "imageDetails");
    const struct bs_tree *image_id = bs_tree_first(bs_tree_get(request->input, "imageIds"));

    for (; image_id != NULL && answer->error == NULL; image_id = image_id->next) {
        const struct bs_account_entry *image = bs_ecr_image(account, repository, image_id);

        if (image == NULL) {
            bs_ecr_fail_no_image(answer, repository->key, image_id);
        } else if (!is_scenarios(image) ||
                   is_in_world(account, request, scenario_image(account, request), answer)) {
            show_details(image, list);
        }
    }
}

static void describe_all(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_account_entry *repository,
                         struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "imageDetails");
    const struct bs_account_entry *image = bs_ecr_next(account, BS_ECR_IMAGE, repository, NULL);

    for (; image != NULL; image = bs_ecr_next(account, BS_ECR_IMAGE, repository, image->key)) {
        if (is_wanted(image, request->input)) {
            show_details(image, list);
        }
    }
}

/* Where the scenario's image has no repository, the world says what there is not. */
void bs_ecr_describe_images(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    const struct bs_resource *resource = scenario_image(account, request);
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);

    if (repository == NULL) {
        if (resource != NULL) {
            (void)is_in_world(account, request, resource, answer);
        }
    } else if (bs_tree_count(bs_tree_get(request->input, "imageIds")) > 0) {
        describe_asked(account, request, repository, answer);
    } else {
        describe_all(account, request, repository, answer);
    }
}

void bs_ecr_list_images(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "imageIds");
    const struct bs_account_entry *image;

    if (repository == NULL) {
        return;
    }
    for (image = bs_ecr_next(account, BS_ECR_IMAGE, repository, NULL); image != NULL;
         image = bs_ecr_next(account, BS_ECR_IMAGE, repository, image->key)) {
        if (is_wanted(image, request->input)) {
            show_image_ids(image, list);
        }
    }
}
