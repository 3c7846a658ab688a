/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_TABLE_H
#define BS_SIM_ACCOUNT_DYNAMODB_TABLE_H

/**
 * DynamoDB's tables as its operations share them.
 *
 * A table is an entry "dynamodb:table" under its name. Its attributes hold "Table", which is what
 * DescribeTable gives, and beside it "Tags", "TimeToLive", "PointInTimeRecovery"; its items are in the
 * structures below, which the entry owns. Items are changed by bs_dynamodb_write() alone, which keeps
 * indexes, streams, the past and replicas in step.
 */

#include "sim/account/account.h"
#include "sim/account/dynamodb_expression.h"
#include "sim/account/dynamodb_order.h"
#include "sim/account/dynamodb_value.h"

#define BS_DYNAMODB_TABLE  "dynamodb:table"
#define BS_DYNAMODB_STREAM "dynamodb:stream"
#define BS_DYNAMODB_BACKUP "dynamodb:backup"

enum {
    BS_DYNAMODB_REGION_MAX = 32,
    BS_DYNAMODB_ARN_MAX = 512,
    BS_DYNAMODB_PARTITION_KEY_BYTES_MAX = 2048,
    BS_DYNAMODB_SORT_KEY_BYTES_MAX = 1024,
};

/** The attributes that make a key, and their types ('S', 'N', 'B'). Names are borrowed. */
struct bs_dynamodb_schema {
    const char *names[2];
    char types[2];
    size_t count;
};

/** Which write wins: the later; of two at the same instant that of the greater Region, and there the last. */
struct bs_dynamodb_stamp {
    struct bs_instant at;
    char region[BS_DYNAMODB_REGION_MAX];
    uint64_t number; /* Of the Region's table's writes. */
};

struct bs_dynamodb_item {
    struct bs_tree *attributes;
    size_t bytes;
    struct bs_dynamodb_stamp stamp;
    int64_t deleted_at_s; /* When its time to live takes it away; INT64_MAX: never. */
};

/** The table itself or one of its secondary indexes. */
struct bs_dynamodb_index {
    struct bs_dynamodb_index *next;
    const char *name; /* NULL: the table. */
    bool is_global;
    struct bs_dynamodb_schema schema;
    struct bs_tree *description; /* Borrowed: what DescribeTable says of it. */
    struct bs_dynamodb_order *order;
    size_t bytes;
};

/** An item as it was before it changed. */
struct bs_dynamodb_past {
    struct bs_instant at;
    struct bs_tree *key;
    struct bs_tree *old; /* NULL: there was none. */
};

struct bs_dynamodb_table {
    struct bs_account_entry *entry;
    struct bs_tree *description; /* "Table" of the entry. */
    struct bs_dynamodb_index primary;
    struct bs_dynamodb_index *secondary;
    struct bs_dynamodb_order *expiries; /* By when they are due. */
    struct bs_dynamodb_order
        *graves; /* Of a global table: stamps of items that have been deleted. */
    uint64_t write_count;
    struct bs_dynamodb_past *past; /* While point-in-time recovery is on. */
    size_t past_count;
    size_t past_capacity;
};

/** Why an item changes. */
enum bs_dynamodb_cause {
    BS_DYNAMODB_BY_CLIENT,
    BS_DYNAMODB_BY_TIME_TO_LIVE,
    BS_DYNAMODB_BY_REPLICATION,
    BS_DYNAMODB_BY_RESTORE, /* Leaves no trace but the item. */
};

/* ---- Tables ---- */

/** Makes the structures for an entry whose "Table" is complete. */
struct bs_dynamodb_table *bs_dynamodb_table_attach(struct bs_account_entry *entry);

/** The table, with what its time to live has made due done; NULL if there is none. */
struct bs_dynamodb_table *bs_dynamodb_table_find(struct bs_account *account, const char *region,
                                                 const char *name);

/** As above, one that items can be read from and written to; else the answer is an error. */
struct bs_dynamodb_table *bs_dynamodb_table_ready(struct bs_account *account,
                                                  const struct bs_account_request *request,
                                                  const char *name,
                                                  struct bs_account_answer *answer);

/** "Table" with sizes and counts of now, for an answer. */
struct bs_tree *bs_dynamodb_table_describe(const struct bs_dynamodb_table *table);

/** Makes the answer a ValidationException. */
void bs_dynamodb_fail(struct bs_account_answer *answer, const char *message);

/** Reads KeySchema by AttributeDefinitions. False if they do not fit, with words. */
bool bs_dynamodb_schema_read(const struct bs_tree *key_schema, const struct bs_tree *definitions,
                             struct bs_dynamodb_schema *schema,
                             struct bs_dynamodb_refusal *refusal);

/* ---- Indexes ---- */

/** NULL if there is none of that name. */
struct bs_dynamodb_index *bs_dynamodb_index_find(struct bs_dynamodb_table *table, const char *name);

/** Puts an index on the table, described by `description`, and all its items into it. */
void bs_dynamodb_index_add(struct bs_dynamodb_table *table, struct bs_tree *description,
                           bool is_global);
void bs_dynamodb_index_remove(struct bs_dynamodb_table *table, const char *name);

/** An item's place in an index; false if it has none, for it lacks an attribute. */
bool bs_dynamodb_index_key(const struct bs_dynamodb_table *table,
                           const struct bs_dynamodb_index *index, const struct bs_tree *item,
                           struct bs_dynamodb_key *key);

/** What the index has of an item: a copy, or NULL if that is all of it. */
struct bs_tree *bs_dynamodb_index_view(const struct bs_dynamodb_table *table,
                                       const struct bs_dynamodb_index *index,
                                       const struct bs_tree *item);

/** Adds the attributes that are in the index's and in the table's key: a LastEvaluatedKey. */
void bs_dynamodb_index_copy_key(const struct bs_dynamodb_table *table,
                                const struct bs_dynamodb_index *index, const struct bs_tree *item,
                                struct bs_tree *key);

/* ---- Items ---- */

/** What a client gave as a key, canonical; NULL with words if it is not one of the table. */
struct bs_tree *bs_dynamodb_key_take(const struct bs_dynamodb_table *table,
                                     const struct bs_tree *key,
                                     struct bs_dynamodb_refusal *refusal);

/** What a client gave as an item, canonical and fit for the table and its indexes; or NULL with words. */
struct bs_tree *bs_dynamodb_item_take_whole(const struct bs_dynamodb_table *table,
                                            const struct bs_tree *item,
                                            struct bs_dynamodb_refusal *refusal);

/** Refuses a canonical item that its keys, indexes or size forbid. */
void bs_dynamodb_item_check(const struct bs_dynamodb_table *table, const struct bs_tree *item,
                            struct bs_dynamodb_refusal *refusal);

/** The attributes of the item that has this key; NULL if there is none. */
const struct bs_tree *bs_dynamodb_read(const struct bs_dynamodb_table *table,
                                       const struct bs_tree *key);

/**
 * Puts `attributes`, taken over, in the place of the item that has the key of `key`; NULL deletes it. `stamp`
 * NULL: now, here.
 */
void bs_dynamodb_write(struct bs_account *account, struct bs_dynamodb_table *table,
                       const struct bs_tree *key, struct bs_tree *attributes,
                       enum bs_dynamodb_cause cause, const struct bs_dynamodb_stamp *stamp);

/** Works out again when items are due, after time to live was switched on or off. */
void bs_dynamodb_reset_expiries(struct bs_account *account, struct bs_dynamodb_table *table);

/* ---- What follows a write: dynamodb_stream.c, dynamodb_backup.c, dynamodb_replica.c ---- */

struct bs_dynamodb_change {
    struct bs_dynamodb_table *table;
    const struct bs_tree *key;      /* The key alone. */
    const struct bs_tree *old_item; /* NULL: there was none. */
    const struct bs_tree *new_item; /* NULL: there is none. */
    enum bs_dynamodb_cause cause;
    struct bs_dynamodb_stamp stamp;
};

void bs_dynamodb_stream_take(struct bs_account *account, const struct bs_dynamodb_change *change);
void bs_dynamodb_past_take(struct bs_account *account, const struct bs_dynamodb_change *change);
void bs_dynamodb_replicas_take(struct bs_account *account, const struct bs_dynamodb_change *change);
void bs_dynamodb_world_take(struct bs_account *account, const struct bs_dynamodb_change *change);

/** Opens a stream on the table by its StreamSpecification, or closes the one that there is. */
void bs_dynamodb_stream_open(struct bs_account *account, struct bs_dynamodb_table *table,
                             const struct bs_tree *specification);
void bs_dynamodb_stream_close(struct bs_account *account, struct bs_dynamodb_table *table);

/** Applies one ReplicationGroupUpdate; false with an error in the answer. */
bool bs_dynamodb_replica_update(struct bs_account *account, struct bs_dynamodb_table *table,
                                const struct bs_tree *update, struct bs_account_answer *answer);
/** Takes the table out of its group, for it is being deleted. */
void bs_dynamodb_replica_leave(struct bs_account *account, struct bs_dynamodb_table *table);

/** Makes a table from what CreateTable takes, in CREATING; it is the caller's to make it ACTIVE. */
struct bs_dynamodb_table *bs_dynamodb_table_make(struct bs_account *account, const char *region,
                                                 const struct bs_tree *input);

/** CREATING to ACTIVE. */
void bs_dynamodb_table_activate(struct bs_account *account, struct bs_account_entry *entry);

/** What CreateTable would take to make such a table again, under another name. */
struct bs_tree *bs_dynamodb_table_recipe(const struct bs_dynamodb_table *table, const char *name);

/* ---- Single operations on items, as batches and transactions use them ---- */

/** A write that is meant: checked against the table, not yet done. */
struct bs_dynamodb_plan {
    struct bs_dynamodb_table *table;
    struct bs_tree *key;              /* Canonical. */
    const struct bs_tree *old_item;   /* NULL: there is none. */
    struct bs_tree *new_item;         /* NULL: it is deleted, or only checked. */
    bool changes;                     /* Not of a mere check. */
    bool is_met;                      /* Its condition. */
    struct bs_dynamodb_paths touched; /* Of an update. */
    struct bs_dynamodb_scope scope;   /* Whose refusal says what is wrong. */
};

enum bs_dynamodb_write_kind {
    BS_DYNAMODB_PUT,
    BS_DYNAMODB_UPDATE,
    BS_DYNAMODB_DELETE_ITEM,
    BS_DYNAMODB_CHECK,
};

/** Reads a request's or a transaction's write; `plan` is to be cleaned up whatever comes of it. */
void bs_dynamodb_plan_make(struct bs_dynamodb_plan *plan, struct bs_dynamodb_table *table,
                           enum bs_dynamodb_write_kind kind, const struct bs_tree *input);
bool bs_dynamodb_plan_is_good(const struct bs_dynamodb_plan *plan);
void bs_dynamodb_plan_perform(struct bs_account *account, struct bs_dynamodb_plan *plan);
void bs_dynamodb_plan_clean_up(struct bs_dynamodb_plan *plan);

/** Reads one item by its Key, projected; into "Item" of `output` if there is one. */
void bs_dynamodb_get(const struct bs_dynamodb_table *table, const struct bs_tree *input,
                     struct bs_tree *output, size_t *bytes, struct bs_dynamodb_refusal *refusal);

/* ---- Capacity: dynamodb_capacity.c ---- */

/** Read units in halves of a unit, so that they are integers. */
int64_t bs_dynamodb_read_halves(size_t bytes, bool is_consistent);
int64_t bs_dynamodb_write_units(size_t bytes);

/** Of one table, what a request has used. */
struct bs_dynamodb_usage {
    struct bs_dynamodb_table *table;
    const struct bs_dynamodb_index *index; /* Read instead of the table; NULL: the table. */
    int64_t read_halves;
    int64_t write_units;
    bool is_transaction;
};

/** Adds what writing the change costs. */
void bs_dynamodb_usage_add(struct bs_dynamodb_usage *usage, const struct bs_tree *old_item,
                           const struct bs_tree *new_item);
/** A ConsumedCapacity if `request` asks for one, or NULL. */
struct bs_tree *bs_dynamodb_usage_describe(const struct bs_dynamodb_usage *usage,
                                           const struct bs_tree *request);

/* ---- Legacy parameters: dynamodb_legacy.c ---- */

/** Expected, QueryFilter, ScanFilter, KeyConditions as a condition; NULL if there is none. */
struct bs_dynamodb_node *bs_dynamodb_legacy_condition(struct bs_dynamodb_scope *scope,
                                                      const struct bs_tree *request,
                                                      const char *parameter);
struct bs_dynamodb_update *bs_dynamodb_legacy_update(struct bs_dynamodb_scope *scope,
                                                     const struct bs_tree *updates);
struct bs_dynamodb_paths bs_dynamodb_legacy_projection(struct bs_dynamodb_scope *scope,
                                                       const struct bs_tree *names);
/** Refuses a request that has both expressions and the parameters that they have replaced. */
void bs_dynamodb_legacy_check(struct bs_dynamodb_scope *scope, const struct bs_tree *request);

/** ConditionExpression or its legacy parameter, whichever there is; NULL if neither. */
struct bs_dynamodb_node *bs_dynamodb_condition_of(struct bs_dynamodb_scope *scope,
                                                  const struct bs_tree *request,
                                                  const char *expression, const char *legacy);
/** ProjectionExpression or AttributesToGet; false if neither. */
bool bs_dynamodb_projection_of(struct bs_dynamodb_scope *scope, const struct bs_tree *request,
                               struct bs_dynamodb_paths *paths);

#endif
