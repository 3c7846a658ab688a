/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_RDS_H
#define BS_SIM_ACCOUNT_RDS_H

/**
 * The parts of RDS in an account and what they share; of the files rds*.c only.
 *
 * A resource is an entry whose attributes are the members of AWS's shape, with two more: "Tags", shown as
 * TagList, and "Internal", never shown. Identifiers are stored in lower case; keys are identifiers. What
 * takes time is a course: a list of statuses, each lasting as long as drawn, with what follows at its end.
 *
 * A scenario's own databases are entries too. Their status and role are the world's, read before each
 * operation; what changes them goes through the world or is refused.
 */

#include "sim/account/account.h"
#include "sim/account/filter.h"

enum { BS_DB_ID_MAX = 256, BS_DB_ARN_MAX = 512 };

/** A kind of resource: what AWS calls its members and its errors. */
struct bs_db_kind {
    const char *kind;           /* In the store. */
    const char *arn_type;       /* "db". */
    const char *one;            /* Member of outputs: "DBInstance". */
    const char *many;           /* "DBInstances". */
    const char *id;             /* "DBInstanceIdentifier". */
    const char *arn;            /* "DBInstanceArn". */
    const char *status;         /* "DBInstanceStatus"; NULL: it has none. */
    const char *source_type;    /* Of events: "db-instance"; NULL: it has none. */
    const char *not_found;      /* "DBInstanceNotFoundFault". */
    const char *already_exists; /* .. */
    const char *invalid_state;
    const char *quota_exceeded;
    size_t quota; /* So many in a Region, unless AWS is asked for more. */
    size_t id_length_max;
    bool is_global;
    const struct bs_account_filter *filters;
    /* Adds to a copy of the attributes what depends on others or on time; NULL: nothing. */
    void (*show)(struct bs_account *account, const struct bs_account_entry *entry,
                 struct bs_tree *view);
};

extern const struct bs_db_kind bs_db_instances;
extern const struct bs_db_kind bs_db_snapshots;
extern const struct bs_db_kind bs_db_clusters;
extern const struct bs_db_kind bs_db_cluster_snapshots;
extern const struct bs_db_kind bs_db_global_clusters;
extern const struct bs_db_kind bs_db_subnet_groups;
extern const struct bs_db_kind bs_db_parameter_groups;
extern const struct bs_db_kind bs_db_cluster_parameter_groups;

/** All of them, `count`. */
const struct bs_db_kind *const *bs_db_kinds(size_t *count);
const struct bs_db_kind *bs_db_kind_of(const struct bs_account_entry *entry);

/* ---- Resources (rds_resource.c) ---- */

/** The Region under which the kind's entries are kept for this request. */
const char *bs_db_region(const struct bs_db_kind *kind, const struct bs_account_request *request);

/** The entry that an identifier or an ARN names, in any Region if it is an ARN; NULL if there is none. */
struct bs_account_entry *bs_db_find(struct bs_account *account, const struct bs_db_kind *kind,
                                    const char *region, const char *name);

/** The one that the input's member names, in the Region asked; NULL, and the answer says it is not found. */
struct bs_account_entry *bs_db_named(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     const struct bs_db_kind *kind, const char *member,
                                     struct bs_account_answer *answer);

/** As bs_db_named(), from any Region by its ARN. */
struct bs_account_entry *bs_db_source(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      const struct bs_db_kind *kind, const char *member,
                                      struct bs_account_answer *answer);

/** Whether a resource of that name could be made now, or take that name; else the answer says why not. */
bool bs_db_is_free(struct bs_account *account, const struct bs_account_request *request,
                   const struct bs_db_kind *kind, const char *name,
                   struct bs_account_answer *answer);

bool bs_db_name_is_free(struct bs_account *account, const struct bs_account_request *request,
                        const struct bs_db_kind *kind, const char *name,
                        struct bs_account_answer *answer);

/** A new entry with identifier, ARN and the input's tags. bs_db_is_free() has said yes. */
struct bs_account_entry *bs_db_new(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   const struct bs_db_kind *kind, const char *name);

/** The kind's identifier and ARN, written as they would be in the Region. */
void bs_db_write_arn(const struct bs_db_kind *kind, const char *region, const char *id,
                     char arn[BS_DB_ARN_MAX]);

const char *bs_db_id(const struct bs_account_entry *entry);
const char *bs_db_arn(const struct bs_account_entry *entry);
const char *bs_db_status(const struct bs_account_entry *entry);
bool bs_db_is(const struct bs_account_entry *entry, const char *status);

/** False, and the answer says so, if the entry is in another state. */
bool bs_db_must_be(const struct bs_account_entry *entry, const char *status,
                   struct bs_account_answer *answer);

/** Its "Internal" structure. */
struct bs_tree *bs_db_internal(struct bs_account_entry *entry);

/** What clients see of it, to be destroyed. */
struct bs_tree *bs_db_view(struct bs_account *account, const struct bs_account_entry *entry);

/** Sets the output's one member to the view. */
void bs_db_answer(struct bs_account *account, const struct bs_account_entry *entry,
                  struct bs_account_answer *answer);

/** Removes the first element that is this text. */
void bs_db_remove_text(struct bs_tree *list, const char *text);

/** How long it is until the resource's maintenance window opens; more than nothing, a week at the most. */
struct bs_duration bs_db_until_window(const struct bs_account *account,
                                      const struct bs_account_entry *entry);

/* ---- Courses (rds_course.c) ---- */

enum bs_db_course {
    BS_DB_CREATES,
    BS_DB_REPLICATES, /* Is created as a replica: from a snapshot of its source, without a backup. */
    BS_DB_RESTORES,
    BS_DB_MODIFIES,
    BS_DB_RENAMES,
    BS_DB_REBOOTS,
    BS_DB_STARTS,
    BS_DB_STOPS,
    BS_DB_PROMOTES,
    BS_DB_BACKS_UP,
    BS_DB_DELETES,
    BS_DB_SNAPSHOT_CREATES,
    BS_DB_SNAPSHOT_COPIES,
    BS_DB_SNAPSHOT_COPIES_FAR, /* To another Region. */
    BS_DB_CLUSTER_CREATES,
    BS_DB_CLUSTER_RESTORES,
    BS_DB_CLUSTER_MODIFIES,
    BS_DB_CLUSTER_FAILS_OVER,
    BS_DB_CLUSTER_PROMOTES,
    BS_DB_CLUSTER_STARTS,
    BS_DB_CLUSTER_STOPS,
    BS_DB_CLUSTER_BACKS_UP,
    BS_DB_CLUSTER_DELETES,
    BS_DB_GLOBAL_CREATES,
    BS_DB_GLOBAL_FAILS_OVER,
    BS_DB_GLOBAL_SWITCHES_OVER,
    BS_DB_GLOBAL_DELETES,
    BS_DB_COURSE_COUNT,
};

/**
 * Begins a course: sets its first status, shows the entry in the answer (NULL: nobody asks) and leaves the
 * rest to time. It takes the place of one that goes on. The entry may be gone afterwards.
 */
void bs_db_begin(struct bs_account *account, struct bs_account_entry *entry,
                 enum bs_db_course course, struct bs_account_answer *answer);

/** How much of the status is over, 0 to 100; 100 where nothing goes on. */
int64_t bs_db_progress_percent(struct bs_account *account, const struct bs_account_entry *entry);

/** Ends of courses, each in the file of its subject. */
bs_account_due_fn bs_db_modification_ends;
bs_account_due_fn bs_db_instance_renaming_ends;
bs_account_due_fn bs_db_promotion_ends;
bs_account_due_fn bs_db_instance_deletion_ends;
bs_account_due_fn bs_db_cluster_failover_ends;
bs_account_due_fn bs_db_cluster_promotion_ends;
bs_account_due_fn bs_db_cluster_modification_ends;
bs_account_due_fn bs_db_cluster_deletion_ends;
bs_account_due_fn bs_db_global_failover_ends;

/* ---- Events (rds_event.c) ---- */

void bs_db_note(struct bs_account *account, const struct bs_account_entry *entry,
                const char *category, const char *message);

/* ---- Instances, replicas, snapshots, groups ---- */

/** Fills in what an instance made from the input has, with defaults; false and an error if it may not. */
bool bs_db_complete_instance(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_tree *attributes, struct bs_account_answer *answer);

/** Adds an instance with these attributes, which are taken over. */
struct bs_account_entry *bs_db_add_instance(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            const char *name, struct bs_tree *attributes);

/** Settings of a shape that a copy of it begins with: of instances, and of clusters. */
extern const char *const bs_db_instance_settings[];
extern const char *const bs_db_cluster_settings[];

/** "ID.cXXXXXXXXXXX.REGION.rds.amazonaws.com", with `infix` before the c. */
void bs_db_write_address(const struct bs_account *account, const char *region, const char *id,
                         const char *infix, char address[BS_DB_ARN_MAX]);

/** What restores can reach: transaction logs are kept every five minutes. */
struct bs_instant bs_db_latest_restorable(const struct bs_account *account,
                                          struct bs_instant created);

/** Whether the input says the time to restore to, and it can be reached; else the answer says why not. */
bool bs_db_may_restore_to(struct bs_account *account, const struct bs_account_request *request,
                          const char *member, struct bs_instant created,
                          struct bs_account_answer *answer);

/** What describing a replica says of its replication: "replicating", "terminated"; NULL: it is no replica. */
void bs_db_set_replication(struct bs_account_entry *replica, const char *status);

/** Makes the instance a replica of `source`, or of nobody if that is NULL, on both sides. */
void bs_db_set_source(struct bs_account *account, struct bs_account_entry *replica,
                      struct bs_account_entry *source);

/** Whether the input's final snapshot is as it must be; else the answer says why not. */
bool bs_db_final_snapshot_is_right(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   const struct bs_db_kind *snapshots,
                                   struct bs_account_answer *answer);

/** Makes the final snapshot, if the input names one. */
void bs_db_take_final_snapshot(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_entry *source);

/** The version that is meant: the newest of a major version, or of all (NULL); NULL if there is none. */
const char *bs_db_engine_version(const char *engine, const char *version);
/** 0 if nobody offers the engine. */
int64_t bs_db_engine_port(const char *engine);
/** "postgres14" of postgres 14.6; NULL if there is none. */
const char *bs_db_engine_family(const char *engine, const char *version);
bool bs_db_engine_is_of_clusters(const char *engine);
bool bs_db_family_exists(const char *family);

/** The group, made first if it is a default one; NULL and an error if there is none. */
struct bs_account_entry *bs_db_use_subnet_group(struct bs_account *account,
                                                const struct bs_account_request *request,
                                                const char *name, struct bs_account_answer *answer);
struct bs_account_entry *bs_db_use_parameter_group(struct bs_account *account,
                                                   const struct bs_account_request *request,
                                                   const struct bs_db_kind *kind, const char *name,
                                                   struct bs_account_answer *answer);

/* ---- Clusters and global clusters ---- */

/** Takes an instance in as a member, the first one as the writer; and out again. */
void bs_db_join_cluster(struct bs_account_entry *cluster, const struct bs_account_entry *instance);
void bs_db_leave_cluster(struct bs_account *account, const struct bs_account_entry *instance);

/** Whether the cluster may join the global cluster that the input names, if any; else an error. */
bool bs_db_may_join_global(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer);
void bs_db_join_global(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_entry *cluster);

/** The global cluster that the cluster is a member of, and that member; NULL if there is none. */
struct bs_account_entry *bs_db_global_of(struct bs_account *account,
                                         const struct bs_account_entry *cluster,
                                         struct bs_tree **member);

/* ---- The scenario's databases (rds_world.c) ---- */

/** Brings their entries up to date: made, changed and removed as the world has them. */
void bs_db_world_refresh(struct bs_account *account);

/** The scenario's database that the entry is, or NULL. */
const struct bs_resource *bs_db_world_resource(const struct bs_account *account,
                                               const struct bs_account_entry *entry);

/** False, and an error, if the entry is the scenario's: its world knows no such change. */
bool bs_db_world_allows(const struct bs_account *account, const struct bs_account_entry *entry,
                        const char *change, struct bs_account_answer *answer);

/** Tells the world; true if it did as asked, else the answer has its error. */
bool bs_db_world_promote(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_account_entry *entry, struct bs_account_answer *answer);
bool bs_db_world_delete(struct bs_account *account, const struct bs_account_request *request,
                        const struct bs_account_entry *entry, struct bs_account_answer *answer);

/** The scenario's database of that name in the Region that is gone, and could be rebuilt; or NULL. */
const struct bs_resource *bs_db_world_vacancy(const struct bs_account *account, const char *region,
                                              const char *name);
bool bs_db_world_rebuild(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_resource *resource, const struct bs_account_entry *source,
                         struct bs_account_answer *answer);

/* ---- Operations ---- */

bs_account_operation_fn bs_db_describe; /* Of every kind. */
bs_account_operation_fn bs_db_create_instance;
bs_account_operation_fn bs_db_modify_instance;
bs_account_operation_fn bs_db_reboot_instance;
bs_account_operation_fn bs_db_start_instance;
bs_account_operation_fn bs_db_stop_instance;
bs_account_operation_fn bs_db_delete_instance;
bs_account_operation_fn bs_db_create_replica;
bs_account_operation_fn bs_db_promote_replica;
bs_account_operation_fn bs_db_create_snapshot; /* Of both kinds, as the next ones. */
bs_account_operation_fn bs_db_copy_snapshot;
bs_account_operation_fn bs_db_delete_snapshot;
bs_account_operation_fn bs_db_restore_instance;
bs_account_operation_fn bs_db_restore_instance_in_time;
bs_account_operation_fn bs_db_create_cluster;
bs_account_operation_fn bs_db_modify_cluster;
bs_account_operation_fn bs_db_delete_cluster;
bs_account_operation_fn bs_db_fail_over_cluster;
bs_account_operation_fn bs_db_promote_cluster;
bs_account_operation_fn bs_db_start_cluster;
bs_account_operation_fn bs_db_stop_cluster;
bs_account_operation_fn bs_db_restore_cluster;
bs_account_operation_fn bs_db_restore_cluster_in_time;
bs_account_operation_fn bs_db_create_global;
bs_account_operation_fn bs_db_modify_global;
bs_account_operation_fn bs_db_remove_from_global;
bs_account_operation_fn bs_db_delete_global;
bs_account_operation_fn bs_db_fail_over_global;
bs_account_operation_fn bs_db_switch_over_global;
bs_account_operation_fn bs_db_create_subnet_group;
bs_account_operation_fn bs_db_modify_subnet_group;
bs_account_operation_fn bs_db_delete_subnet_group;
bs_account_operation_fn bs_db_create_parameter_group; /* Of instances and of clusters. */
bs_account_operation_fn bs_db_modify_parameter_group;
bs_account_operation_fn bs_db_reset_parameter_group;
bs_account_operation_fn bs_db_delete_parameter_group;
bs_account_operation_fn bs_db_describe_parameters;
bs_account_operation_fn bs_db_describe_engine_versions;
bs_account_operation_fn bs_db_describe_orderable_options;
bs_account_operation_fn bs_db_describe_events;
bs_account_operation_fn bs_db_describe_maintenance;
bs_account_operation_fn bs_db_add_tags;
bs_account_operation_fn bs_db_remove_tags;
bs_account_operation_fn bs_db_list_tags;

#endif
