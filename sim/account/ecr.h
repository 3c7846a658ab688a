/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ECR_H
#define BS_SIM_ACCOUNT_ECR_H

/**
 * ECR: what its files share.
 *
 * Entries, by Region: repositories by name, images and layers by "repository@digest", replications of images
 * by "repository@digest>region", uploads by id, and one registry. Their attributes are the model's members,
 * and besides "Tags" of a repository, "IsScenarios" of the scenario's repositories and images.
 */

#include "sim/account/account.h"

#define BS_ECR_REPOSITORY  "ecr:repository"
#define BS_ECR_IMAGE       "ecr:image"
#define BS_ECR_LAYER       "ecr:layer"
#define BS_ECR_UPLOAD      "ecr:upload"
#define BS_ECR_REPLICATION "ecr:replication"
#define BS_ECR_REGISTRY    "ecr:registry"

enum { BS_ECR_KEY_SIZE = 2048, BS_ECR_DIGEST_SIZE = 72 };

/** The repository that the input names; or NULL, and the answer says so. */
struct bs_account_entry *bs_ecr_repository(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer);

/** A new repository with AWS's defaults; there is none of the name. */
struct bs_account_entry *bs_ecr_add_repository(struct bs_account *account, const char *region,
                                               const char *name);

/** The Region's registry, which is made if need be. */
struct bs_account_entry *bs_ecr_registry(struct bs_account *account, const char *region);

/** What is of a repository under a digest ("sha256:..."), or NULL. */
struct bs_account_entry *bs_ecr_find(struct bs_account *account, const char *kind,
                                     const char *region, const char *repository,
                                     const char *digest);
/** Makes it; there is none. */
struct bs_account_entry *bs_ecr_add(struct bs_account *account, const char *kind,
                                    const char *region, const char *repository, const char *digest);

/** The next of a repository's after a key (NULL: the first), or NULL. */
struct bs_account_entry *bs_ecr_next(struct bs_account *account, const char *kind,
                                     const struct bs_account_entry *repository, const char *after);

/* ---- Images ---- */

/** The image that {imageDigest, imageTag} means, or NULL. */
struct bs_account_entry *bs_ecr_image(struct bs_account *account,
                                      const struct bs_account_entry *repository,
                                      const struct bs_tree *image_id);

/** The image that has the tag, or NULL. */
struct bs_account_entry *bs_ecr_tagged_image(struct bs_account *account,
                                             const struct bs_account_entry *repository,
                                             const char *tag);

/** Gives the image a tag, which another may lose. */
void bs_ecr_tag_image(struct bs_account *account, const struct bs_account_entry *repository,
                      struct bs_account_entry *image, const char *tag);

/** The answer says that the repository has no such image. */
void bs_ecr_fail_no_image(struct bs_account_answer *answer, const char *repository,
                          const struct bs_tree *image_id);

/** Makes the scenario's repository of the resource in a Region, with its image. */
void bs_ecr_start_image(struct bs_account *account, const char *region,
                        const struct bs_resource *resource);

/** Removes an image and what is known of its replication. */
void bs_ecr_remove_image(struct bs_account *account, struct bs_account_entry *image);

/* ---- Replication ---- */

/** Begins to copy an image that has been pushed, as the registry's rules say. */
void bs_ecr_replicate(struct bs_account *account, const struct bs_account_entry *repository,
                      const struct bs_account_entry *image);

bs_account_operation_fn bs_ecr_put_image, bs_ecr_get_images, bs_ecr_describe_images,
    bs_ecr_list_images, bs_ecr_delete_images;
bs_account_operation_fn bs_ecr_initiate_upload, bs_ecr_upload_part, bs_ecr_complete_upload,
    bs_ecr_check_layers, bs_ecr_get_download_url;
bs_account_operation_fn bs_ecr_put_replication, bs_ecr_describe_registry,
    bs_ecr_describe_replication;

#endif
