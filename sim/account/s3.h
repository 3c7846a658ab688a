/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_S3_H
#define BS_SIM_ACCOUNT_S3_H

/**
 * What the files of Amazon S3 share; inside this folder only.
 *
 * Everything is kept under BS_ACCOUNT_GLOBAL, since names of buckets are: a bucket by its name with its
 * "Region"; all versions of an object by "BUCKET/KEY"; likewise the multipart uploads that are under way, and
 * their parts by "UPLOAD/00001". What is kept is weighed, and refused beyond BS_S3_BYTES_MAX in all.
 *
 * An object's entry has the list "Versions", in no order that matters: that with the greatest "Sequence" is
 * the latest. A replica keeps the sequence of its original, so that two buckets that replicate each other
 * agree on what is latest. Ids of versions and uploads begin with their sequence and so sort by age.
 */

#include "sim/account/account.h"

#define BS_S3_BUCKET "s3:bucket"
#define BS_S3_OBJECT "s3:object"
#define BS_S3_UPLOAD "s3:upload"
#define BS_S3_PART   "s3:part"

/** ObjectOwnership of buckets without ACLs. */
#define BS_S3_OWNERSHIP_ENFORCED "BucketOwnerEnforced"

#define BS_S3_OWNER_ID "b1ac4574a7b1ac4574a7b1ac4574a7b1ac4574a7b1ac4574a7b1ac4574a7b1ac"

#define BS_S3_OBJECT_BYTES_MAX (INT64_C(64) << 20)
#define BS_S3_BYTES_MAX        (INT64_C(1) << 30)

enum {
    BS_S3_KEY_MAX = 1024,                                      /* Bytes, as documented. */
    BS_S3_NAME_MAX = 255,                                      /* Of the oldest buckets. */
    BS_S3_STORE_KEY_MAX = BS_S3_KEY_MAX + BS_S3_NAME_MAX + 16, /* With what is put between. */
    BS_S3_ID_MAX = 33,                                         /* Of versions and uploads. */
    BS_S3_PAGE_MAX = 1000,
};

/** An operation under way. */
struct bs_s3_call {
    struct bs_account *account;
    const struct bs_account_request *request;
    const struct bs_tree *input;
    struct bs_account_answer *answer;
    struct bs_tree *output;
    struct bs_account_entry *bucket; /* NULL where the operation is not on a bucket. */
    const char *key;                 /* The member Key, or "". */
};

/** As bs_account_fail(). */
__attribute__((format(printf, 3, 4))) void bs_s3_fail(struct bs_s3_call *call, const char *error,
                                                      const char *format, ...);

/* ---- Operations (sim/account/s3.c lists them) ---- */

typedef void bs_s3_operation_fn(struct bs_s3_call *call);

bs_s3_operation_fn bs_s3_create_bucket;
bs_s3_operation_fn bs_s3_head_bucket;
bs_s3_operation_fn bs_s3_get_bucket_location;
bs_s3_operation_fn bs_s3_list_buckets;
bs_s3_operation_fn bs_s3_delete_bucket;
bs_s3_operation_fn bs_s3_put_bucket_versioning;
bs_s3_operation_fn bs_s3_get_bucket_versioning;

bs_s3_operation_fn bs_s3_put_configuration;
bs_s3_operation_fn bs_s3_get_configuration;
bs_s3_operation_fn bs_s3_delete_configuration;
bs_s3_operation_fn bs_s3_put_configuration_by_id;
bs_s3_operation_fn bs_s3_get_configuration_by_id;
bs_s3_operation_fn bs_s3_delete_configuration_by_id;
bs_s3_operation_fn bs_s3_list_configurations;
bs_s3_operation_fn bs_s3_get_bucket_policy_status;

bs_s3_operation_fn bs_s3_put_object;
bs_s3_operation_fn bs_s3_get_object;
bs_s3_operation_fn bs_s3_head_object;
bs_s3_operation_fn bs_s3_get_object_attributes;
bs_s3_operation_fn bs_s3_copy_object;
bs_s3_operation_fn bs_s3_delete_object;
bs_s3_operation_fn bs_s3_delete_objects;

bs_s3_operation_fn bs_s3_put_object_tagging;
bs_s3_operation_fn bs_s3_get_object_tagging;
bs_s3_operation_fn bs_s3_delete_object_tagging;
bs_s3_operation_fn bs_s3_put_acl;
bs_s3_operation_fn bs_s3_get_acl;
bs_s3_operation_fn bs_s3_put_object_retention;
bs_s3_operation_fn bs_s3_get_object_retention;
bs_s3_operation_fn bs_s3_put_object_legal_hold;
bs_s3_operation_fn bs_s3_get_object_legal_hold;

bs_s3_operation_fn bs_s3_list_objects;
bs_s3_operation_fn bs_s3_list_objects_v2;
bs_s3_operation_fn bs_s3_list_object_versions;
bs_s3_operation_fn bs_s3_list_multipart_uploads;

bs_s3_operation_fn bs_s3_create_multipart_upload;
bs_s3_operation_fn bs_s3_upload_part;
bs_s3_operation_fn bs_s3_upload_part_copy;
bs_s3_operation_fn bs_s3_complete_multipart_upload;
bs_s3_operation_fn bs_s3_abort_multipart_upload;
bs_s3_operation_fn bs_s3_list_parts;

/* ---- What is kept (s3_store.c) ---- */

/** What a tree counts against BS_S3_BYTES_MAX. */
int64_t bs_s3_weight(const struct bs_tree *tree);

/** Whether so much more may be kept; else the call fails. */
bool bs_s3_has_room(struct bs_s3_call *call, int64_t weight);
bool bs_s3_has_room_for(struct bs_account *account, int64_t weight);

/** Adds to what is kept, or takes away. */
void bs_s3_settle(struct bs_account *account, int64_t weight);

/** As bs_tree_set() and bs_tree_remove() in a tree that is kept. */
void bs_s3_keep(struct bs_account *account, struct bs_tree *kept, const char *name,
                struct bs_tree *value);
bool bs_s3_drop(struct bs_account *account, struct bs_tree *kept, const char *name);

/** Counts from 1 on. */
int64_t bs_s3_next_sequence(struct bs_account *account);
/** Opaque to clients: of two, the older one sorts first. */
void bs_s3_new_id(struct bs_account *account, int64_t sequence, char id[BS_S3_ID_MAX]);

/** Now, in whole seconds of the calendar, as S3 keeps time. */
struct bs_instant bs_s3_now(const struct bs_account *account);

/** "BUCKET/KEY". */
void bs_s3_store_key(const char *bucket, const char *key, char store_key[BS_S3_STORE_KEY_MAX]);
/** The next entry of the kind whose key begins with `prefix`, after `after` (NULL: the first), or NULL. */
struct bs_account_entry *bs_s3_next(struct bs_account *account, const char *kind,
                                    const char *prefix, const char *after);
/** {ID, DisplayName}: who owns all there is. */
void bs_s3_set_owner(struct bs_tree *structure, const char *name);

/* ---- Buckets (s3_bucket.c) ---- */

/** NULL if there is none, in any Region. */
struct bs_account_entry *bs_s3_bucket(struct bs_account *account, const char *name);
/** Makes a bucket as S3 makes them now: private and encrypted. `ownership` as in ObjectOwnership. */
struct bs_account_entry *bs_s3_make_bucket(struct bs_account *account, const char *name,
                                           const char *region, const char *ownership);
/** "Enabled", "Suspended", or "" if it has never been either. */
const char *bs_s3_versioning(const struct bs_account_entry *bucket);
bool bs_s3_is_versioned(const struct bs_account_entry *bucket);
bool bs_s3_has_object_lock(const struct bs_account_entry *bucket);

/* ---- Versions of objects (s3_version.c) ---- */

/** The latest version in an object's entry, which is never empty; perhaps a delete marker. */
struct bs_tree *bs_s3_latest(const struct bs_account_entry *object);
bool bs_s3_is_delete_marker(const struct bs_tree *version);

/** The version of an object's entry that has this id, or NULL. */
struct bs_tree *bs_s3_version(const struct bs_account_entry *object, const char *version_id);

/** Where to look for an object. */
struct bs_s3_place {
    const struct bs_account_entry *bucket;
    const char *key;
    const char *version_id; /* NULL: the latest. */
};

/** Any version, or NULL, without failing. */
struct bs_tree *bs_s3_find(struct bs_account *account, const struct bs_s3_place *place);
/** A version that has contents; else the call fails as documented and NULL is returned. */
struct bs_tree *bs_s3_require(struct bs_s3_call *call, const struct bs_s3_place *place);
/** What the call's members Key and VersionId say. */
struct bs_tree *bs_s3_require_named(struct bs_s3_call *call);

/**
 * A version as the call's input describes it: headers, user metadata, tags, lock, encryption; contents and
 * sums are still to be put in. NULL and a failure if something is wrong with it.
 */
struct bs_tree *bs_s3_new_version(struct bs_s3_call *call);

/** Puts contents in: Body, Size, ETag. `body` is taken over. */
void bs_s3_set_body(struct bs_tree *version, struct bs_tree *body);

/**
 * Makes `version`, which is taken over, the latest of its key in the call's bucket, gives it an id, and has
 * it replicated. Returns it, or NULL and a failure if there is no room.
 */
struct bs_tree *bs_s3_publish(struct bs_s3_call *call, struct bs_tree *version);

/** As above in any bucket, with the id and sequence that it has; there is room. */
struct bs_tree *bs_s3_insert(struct bs_account *account, const struct bs_account_entry *bucket,
                             const char *key, struct bs_tree *version);

/** Destroys a version, and the object's entry with its last one. */
void bs_s3_remove_version(struct bs_account *account, struct bs_account_entry *object,
                          struct bs_tree *version);

/** Sets VersionId in the output, where the bucket tells versions apart. */
void bs_s3_set_version_id(struct bs_s3_call *call, const struct bs_tree *version);

/** Members of a version that tell how it is encrypted, up to a NULL. */
extern const char *const bs_s3_encryption_members[];

/* ---- Conditions and ranges (s3_condition.c) ---- */

/** Names of members; the same conditions are asked of a source of a copy under other names. */
struct bs_s3_condition_names {
    const char *match;
    const char *none_match;
    const char *modified_since;
    const char *unmodified_since;
    bool is_read; /* What has not been modified is "NotModified". */
};

extern const struct bs_s3_condition_names bs_s3_read_conditions;
extern const struct bs_s3_condition_names bs_s3_source_conditions;

/** Whether a version may be read; else the call fails. */
bool bs_s3_may_read(struct bs_s3_call *call, const struct bs_tree *version,
                    const struct bs_s3_condition_names *names);
/** Whether an object may be written: IfMatch, and IfNoneMatch "*". Else the call fails. */
bool bs_s3_may_write(struct bs_s3_call *call);

/** Whether an ETag as a client gives it, with quotes or without, is this one. */
bool bs_s3_is_etag(const char *given, const char *etag);

struct bs_s3_range {
    int64_t first;
    int64_t length;
    bool is_partial;
};

/** The part of `size` bytes that a Range header asks for; else the call fails. NULL: everything. */
bool bs_s3_read_range(struct bs_s3_call *call, const char *text, int64_t size,
                      struct bs_s3_range *range);

/* ---- Sums (s3_checksum.c) ---- */

/**
 * Checks what the client says of the body: ContentMD5 and Checksum*; fails the call if it is wrong. Sets in
 * `sums` the sum that is to be kept. `algorithm` as in ChecksumAlgorithm; NULL: the client's choice.
 */
bool bs_s3_check_body(struct bs_s3_call *call, const struct bs_tree *body, const char *algorithm,
                      struct bs_tree *sums);
/** Whether ChecksumAlgorithm, if it is there, is one that S3 has; else the call fails. */
bool bs_s3_check_algorithm(struct bs_s3_call *call);
/** Sets the one sum of the algorithm, of the whole body. */
void bs_s3_sum(const char *algorithm, const struct bs_tree *body, struct bs_tree *sums);
/** The algorithm of sums that are kept; NULL if there are none. */
const char *bs_s3_sum_algorithm(const struct bs_tree *sums);
/** The member of sums for the algorithm: "ChecksumCRC32". NULL: there is no such algorithm. */
const char *bs_s3_sum_member(const char *algorithm);
/** The sum of the parts' sums, as S3 calls COMPOSITE. `parts` is a list of structures. */
void bs_s3_sum_parts(const char *algorithm, const struct bs_tree *parts, struct bs_tree *sums);
/** The ETag of parts put together, with quotes. */
struct bs_tree *bs_s3_etag_of_parts(const struct bs_tree *parts);
/** The ETag of contents, with quotes. */
struct bs_tree *bs_s3_etag_of(const struct bs_tree *body);
/** Copies the sums that there are, and what they are of. */
void bs_s3_copy_sums(struct bs_tree *to, const struct bs_tree *sums);

/* ---- Copies (s3_copy.c) ---- */

/** What CopySource names, if its conditions hold; else the call fails and NULL is returned. */
const struct bs_tree *bs_s3_copy_source(struct bs_s3_call *call);

/* ---- Tags and locks (s3_setting.c) ---- */

/** A list of {Key, Value} from "a=b&c=d"; NULL and a failure if it is not that or breaks S3's limits. */
struct bs_tree *bs_s3_parse_tagging(struct bs_s3_call *call, const char *text);
bool bs_s3_check_tags(struct bs_s3_call *call, const struct bs_tree *tags, size_t count_max);
/** Takes over lock and legal hold from an input's headers, and the bucket's default. */
bool bs_s3_set_lock(struct bs_s3_call *call, struct bs_tree *version);
/** Whether nothing keeps the version from being deleted; else the call fails. */
bool bs_s3_may_delete(struct bs_s3_call *call, const struct bs_tree *version, bool is_bypassed);
/** Whether the call may set the ACL it asks for; else it fails. */
bool bs_s3_check_acl(struct bs_s3_call *call);

/** Decodes %XX in place. False if it is malformed or has a NUL in it. */
bool bs_s3_decode_url(char *text);

/* ---- Multipart uploads (s3_upload.c) ---- */

/** Destroys an upload and its parts, and the entry with its last one. */
void bs_s3_remove_upload(struct bs_account *account, struct bs_account_entry *uploads,
                         struct bs_tree *upload);

/* ---- Replication (s3_replication.c) ---- */

bool bs_s3_check_replication(struct bs_s3_call *call, struct bs_tree *configuration);
/** Has a version replicated as the bucket's rules say, and says so in its ReplicationStatus. */
void bs_s3_replicate(struct bs_account *account, const struct bs_account_entry *bucket,
                     const char *key, struct bs_tree *version);
/** Buckets of the scenario. */
void bs_s3_start(struct bs_account *account);

#endif
