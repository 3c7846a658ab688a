/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Layers: uploaded part by part and known by the SHA-256 of all of it.
 *
 * Of the bytes only their digest and number are kept: nobody can pull them.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/digest.h"
#include "sim/account/ecr.h"

enum { PART_BYTES = 10485760, PART_BYTES_MAX = 20971520, PART_BYTES_MIN = 5242880 };

static void destroy_digest(void *digest)
{
    char hex[65];

    bs_digest_finish(digest, hex);
}

/* ---- Uploads ---- */

void bs_ecr_initiate_upload(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    struct bs_account_entry *upload;
    char id[37];

    if (repository == NULL) {
        return;
    }
    bs_account_new_uuid(account, id);
    upload = bs_account_add(account, BS_ECR_UPLOAD, request->region, id);
    bs_tree_set_text(upload->attributes, "repositoryName", repository->key);
    bs_tree_set_integer(upload->attributes, "Bytes", 0);
    upload->own = bs_digest_new();
    upload->destroy_own = destroy_digest;
    BS_ASSERT(upload->own != NULL);
    bs_tree_set_text(answer->output, "uploadId", id);
    bs_tree_set_integer(answer->output, "partSize", PART_BYTES);
}

/* The upload that the input names, of its repository; NULL, and the answer says so, if there is none. */
static struct bs_account_entry *upload_asked(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    const char *id = bs_tree_text(request->input, "uploadId", "");
    struct bs_account_entry *upload = bs_account_find(account, BS_ECR_UPLOAD, request->region, id);

    if (repository == NULL) {
        return NULL;
    }
    if (upload == NULL ||
        strcmp(bs_tree_text(upload->attributes, "repositoryName", ""), repository->key) != 0) {
        bs_account_fail(answer, "UploadNotFoundException",
                        "The upload with id '%.64s' could not be found for the repository with "
                        "name '%s'",
                        id, repository->key);
        return NULL;
    }
    return upload;
}

static void show_upload(const struct bs_account_entry *upload, struct bs_tree *shown)
{
    bs_tree_set_text(shown, "registryId", BS_ACCOUNT_ID);
    bs_tree_set_text(shown, "repositoryName",
                     bs_tree_text(upload->attributes, "repositoryName", ""));
    bs_tree_set_text(shown, "uploadId", upload->key);
}

static int64_t bytes_of(const struct bs_account_entry *upload)
{
    return bs_tree_integer(upload->attributes, "Bytes", 0);
}

/* Parts follow one another without a gap, and have as many bytes as they say. */
static bool is_part_good(const struct bs_account_entry *upload, const struct bs_tree *input,
                         size_t length, struct bs_account_answer *answer)
{
    const int64_t first = bs_tree_integer(input, "partFirstByte", 0);
    const int64_t last = bs_tree_integer(input, "partLastByte", 0);

    if (length > 0 && length <= PART_BYTES_MAX && first == bytes_of(upload) &&
        last == first + (int64_t)length - 1) {
        return true;
    }
    bs_account_fail(answer, "InvalidLayerPartException",
                    "The layer part of %zu bytes cannot be bytes %lld to %lld: the upload has %lld",
                    length, (long long)first, (long long)last, (long long)bytes_of(upload));
    answer->details = bs_tree_new_structure();
    show_upload(upload, answer->details);
    bs_tree_set_integer(answer->details, "lastValidByteReceived", bytes_of(upload) - 1);
    return false;
}

void bs_ecr_upload_part(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *blob = bs_tree_get(request->input, "layerPartBlob");
    const bool is_blob =
        blob != NULL && (blob->kind == BS_TREE_BYTES || blob->kind == BS_TREE_TEXT);
    const size_t length = is_blob ? blob->is.text.length : 0;
    struct bs_account_entry *upload = upload_asked(account, request, answer);

    if (upload == NULL || !is_part_good(upload, request->input, length, answer)) {
        return;
    }
    if (bs_tree_boolean(upload->attributes, "HasSmallPart", false)) {
        bs_tree_set_boolean(upload->attributes, "HasSmallPartWithin", true);
    }
    bs_tree_set_boolean(upload->attributes, "HasSmallPart", length < PART_BYTES_MIN);
    bs_digest_update(upload->own, blob->is.text.bytes, length);
    bs_tree_set_integer(upload->attributes, "Bytes", bytes_of(upload) + (int64_t)length);
    show_upload(upload, answer->output);
    bs_tree_set_integer(answer->output, "lastByteReceived", bytes_of(upload) - 1);
}

/* The digest of what was uploaded, once: the upload has no other use. */
static void finish_digest(struct bs_account_entry *upload, char digest[BS_ECR_DIGEST_SIZE])
{
    char hex[65];

    bs_digest_finish(upload->own, hex);
    upload->own = NULL;
    upload->destroy_own = NULL;
    (void)snprintf(digest, BS_ECR_DIGEST_SIZE, "sha256:%s", hex);
}

static bool may_complete(const struct bs_account_entry *upload, struct bs_account_answer *answer)
{
    if (bytes_of(upload) == 0) {
        bs_account_fail(answer, "EmptyUploadException",
                        "The upload with id '%s' has no layer parts", upload->key);
    } else if (bs_tree_boolean(upload->attributes, "HasSmallPartWithin", false)) {
        bs_account_fail(answer, "LayerPartTooSmallException",
                        "All layer parts but the last must have at least %d bytes", PART_BYTES_MIN);
    }
    return answer->error == NULL;
}

static void add_layer(struct bs_account *account, const struct bs_account_entry *upload,
                      const char *digest, const struct bs_tree *input,
                      struct bs_account_answer *answer)
{
    const char *repository = bs_tree_text(upload->attributes, "repositoryName", "");
    struct bs_account_entry *layer;

    if (!bs_tree_has_text(bs_tree_get(input, "layerDigests"), digest)) {
        bs_account_fail(answer, "InvalidLayerException",
                        "The layer has the digest %s, which is not one of those specified", digest);
    } else if (bs_ecr_find(account, BS_ECR_LAYER, upload->region, repository, digest) != NULL) {
        bs_account_fail(answer, "LayerAlreadyExistsException",
                        "Layer already exists with digest '%s' in the repository with name '%s'",
                        digest, repository);
    } else {
        layer = bs_ecr_add(account, BS_ECR_LAYER, upload->region, repository, digest);
        bs_tree_set_text(layer->attributes, "layerDigest", digest);
        bs_tree_set_integer(layer->attributes, "layerSize", bytes_of(upload));
        show_upload(upload, answer->output);
        bs_tree_set_text(answer->output, "layerDigest", digest);
    }
}

void bs_ecr_complete_upload(struct bs_account *account, const struct bs_account_request *request,
                            struct bs_account_answer *answer)
{
    struct bs_account_entry *upload = upload_asked(account, request, answer);
    char digest[BS_ECR_DIGEST_SIZE];

    if (upload != NULL && may_complete(upload, answer)) {
        finish_digest(upload, digest);
        add_layer(account, upload, digest, request->input, answer);
        bs_account_remove(account, upload);
    }
}

/* ---- Layers ---- */

static void show_layer(const struct bs_account_entry *layer, const char *digest,
                       struct bs_tree *shown)
{
    static const char *const members[] = {"layerSize", "mediaType", NULL};

    bs_tree_set_text(shown, "layerDigest", digest);
    bs_tree_set_text(shown, "layerAvailability", layer != NULL ? "AVAILABLE" : "UNAVAILABLE");
    if (layer != NULL) {
        bs_tree_copy_members(shown, layer->attributes, members);
    }
}

static void add_failure(const char *digest, struct bs_tree *failures)
{
    struct bs_tree *failure = bs_tree_append_structure(failures);
    const bool is_missing = digest[0] == '\0';

    bs_tree_set_text(failure, "layerDigest", digest);
    bs_tree_set_text(failure, "failureCode",
                     is_missing ? "MissingLayerDigest" : "InvalidLayerDigest");
    bs_tree_set_text(failure, "failureReason",
                     is_missing ? "The layer digest is empty"
                                : "The layer digest is not of the form ALGORITHM:HEX");
}

void bs_ecr_check_layers(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    const struct bs_tree *digest = bs_tree_first(bs_tree_get(request->input, "layerDigests"));
    struct bs_tree *layers;
    struct bs_tree *failures;

    if (repository == NULL) {
        return;
    }
    layers = bs_tree_set_list(answer->output, "layers");
    failures = bs_tree_set_list(answer->output, "failures");
    for (; digest != NULL; digest = digest->next) {
        const char *text = digest->kind == BS_TREE_TEXT ? digest->is.text.bytes : "";

        if (strchr(text, ':') == NULL) {
            add_failure(text, failures);
        } else {
            show_layer(bs_ecr_find(account, BS_ECR_LAYER, request->region, repository->key, text),
                       text, bs_tree_append_structure(layers));
        }
    }
}

void bs_ecr_get_download_url(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    const char *digest = bs_tree_text(request->input, "layerDigest", "");
    const struct bs_account_entry *repository = bs_ecr_repository(account, request, answer);
    const struct bs_account_entry *layer =
        repository == NULL
            ? NULL
            : bs_ecr_find(account, BS_ECR_LAYER, request->region, repository->key, digest);

    if (repository == NULL) {
        return;
    }
    if (layer == NULL) {
        bs_account_fail(answer, "LayersNotFoundException",
                        "The layer with digest '%.100s' is not in the repository with name '%s'",
                        digest, repository->key);
    } else if (!bs_tree_boolean(layer->attributes, "IsReferenced", false)) {
        bs_account_fail(answer, "LayerInaccessibleException",
                        "The layer with digest '%.100s' is not associated with an image", digest);
    } else {
        bs_tree_set_format(
            answer->output, "downloadUrl",
            "https://prod-%s-starport-layer-bucket.s3.%s.amazonaws.com/" BS_ACCOUNT_ID "/%s",
            request->region, request->region, digest);
        bs_tree_set_text(answer->output, "layerDigest", digest);
    }
}
