/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_SECRETSMANAGER_H
#define BS_SIM_ACCOUNT_SECRETSMANAGER_H

/**
 * AWS Secrets Manager, and what its files share.
 *
 * A secret, and each replica of one, is kept under (BS_SECRET, Region, name): what DescribeSecret shows,
 * under the same names, and
 *   "Versions"       oldest first: {VersionId, SecretString or SecretBinary, CreatedDate, LastAccessedDate,
 *                    VersionStages}; one that a rotation has begun may have no value;
 *   "IsReplica"      of another Region's secret, which is then "PrimaryRegion";
 *   "Replicas"       of a primary: what ReplicationStatus shows;
 *   "Unreplicated"   how many changes are still on their way to the replicas;
 *   "Rotating"       the VersionId of a rotation that is under way;
 *   "ResourcePolicy".
 */

#include "sim/account/account.h"

#define BS_SECRET "secretsmanager:secret"

/** What an operation asks of the secret that it is about. */
enum bs_secret_need {
    BS_SECRET_ANY,      /* It may be scheduled for deletion. */
    BS_SECRET_ALIVE,    /* It is not scheduled for deletion. */
    BS_SECRET_WRITABLE, /* Nor a replica. */
    BS_SECRET_PRIMARY,  /* No replica, but it may be scheduled for deletion. */
};

/** The secret of that name, not counting one whose time is over. NULL: there is none. */
struct bs_account_entry *bs_secret_named(struct bs_account *account, const char *region,
                                         const char *name);

/** The first secret after that name, not counting those whose time is over. */
struct bs_account_entry *bs_secret_next(struct bs_account *account, const char *region,
                                        const char *after);

/** What the input's SecretId means (a name, a full or a partial ARN), or the answer says why nothing. */
struct bs_account_entry *bs_secret_asked(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         enum bs_secret_need need,
                                         struct bs_account_answer *answer);

/** Notes that the secret has changed, and lets its replicas follow. */
void bs_secret_changed(struct bs_account *account, struct bs_account_entry *secret);

/** ARN and Name, with which most answers begin. */
void bs_secret_write_identity(const struct bs_account_entry *secret, struct bs_tree *to);

/* ---- Versions ---- */

/** @{ NULL: there is none. */
struct bs_tree *bs_secret_version(struct bs_account_entry *secret, const char *id);
struct bs_tree *bs_secret_version_staged(struct bs_account_entry *secret, const char *stage);
/** @} */

/** Whether the input has one value at the most; else the answer says so. */
bool bs_secret_is_good_value(const struct bs_tree *input, struct bs_account_answer *answer);
bool bs_secret_has_value(const struct bs_tree *holder);

/** Whether both hold the same value. */
bool bs_secret_is_same_value(const struct bs_tree *a, const struct bs_tree *b);

/** Adds a version with the input's value, if any, and no label. NULL: there are too many, and it is said. */
struct bs_tree *bs_secret_add_version(struct bs_account *account, struct bs_account_entry *secret,
                                      const char *id, const struct bs_tree *input,
                                      struct bs_account_answer *answer);

/** Moves the label to the version; AWSPREVIOUS follows where AWSCURRENT was. */
void bs_secret_attach(struct bs_account_entry *secret, struct bs_tree *version, const char *stage);

/** The input's ClientRequestToken, or a new one. */
void bs_secret_write_token(struct bs_account *account, const struct bs_tree *input, char token[65]);

/** The answer's error if a token is in use for something else. */
void bs_secret_fail_token(const struct bs_account_entry *secret, const char *token,
                          struct bs_account_answer *answer);

/* ---- Replicas ---- */

/** Adds Regions to a primary, or the answer says why not. NULL adds none. */
bool bs_secret_add_replicas(struct bs_account *account, struct bs_account_entry *secret,
                            const struct bs_tree *regions, bool overwrites,
                            struct bs_account_answer *answer);

/** Sends what has changed to the replicas. */
void bs_secret_replicate(struct bs_account *account, struct bs_account_entry *secret);

/** Makes the secret's copy in that Region say what the primary says now. */
void bs_secret_copy_to(struct bs_account *account, const struct bs_account_entry *primary,
                       const struct bs_tree *replica);

/** Into ReplicationStatus; nothing if there are no replicas. */
void bs_secret_write_replication(const struct bs_account_entry *secret, struct bs_tree *to);

/** @{ Operations. */
bs_account_operation_fn bs_secret_cancel_rotate;
bs_account_operation_fn bs_secret_get_random_password;
bs_account_operation_fn bs_secret_get_value;
bs_account_operation_fn bs_secret_list;
bs_account_operation_fn bs_secret_list_versions;
bs_account_operation_fn bs_secret_put_value;
bs_account_operation_fn bs_secret_remove_regions;
bs_account_operation_fn bs_secret_replicate_to_regions;
bs_account_operation_fn bs_secret_rotate;
bs_account_operation_fn bs_secret_stop_replication;
bs_account_operation_fn bs_secret_update_version_stage;
/** @} */

#endif
