/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Replication: what is put into a bucket with a rule arrives in the rule's destination some time later.
 *
 * Delays are drawn from the scenario's distribution where a bucket is the scenario's, else from the defaults
 * of sim/scenario/defaults.c. As in sim/world/s3.h, what has not left a Region that is lost stays there until
 * it is back. Source: "Replicating objects" in the User Guide.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"
#include "sim/world/availability.h"

/* One version on its way to one destination. */
#define TASK "s3:replication"

#define MEDIAN_S   15
#define P95_S      92
#define RETRY_S    10 /* How soon a bucket looks whether a lost Region is back. */
#define PROMISED_S 900

enum { RULES_MAX = 1000, RULE_ID_MAX = 255, TASK_KEY_MAX = 32 };

static const char arn_prefix[] = "arn:aws:s3:::";

/* ---- Rules ---- */

static bool is_enabled(const struct bs_tree *structure, const char *member)
{
    return strcmp(bs_tree_text(bs_tree_get(structure, member), "Status", ""), "Enabled") == 0;
}

/* A destination's bucket, or NULL. */
static struct bs_account_entry *destination_of(struct bs_account *account,
                                               const struct bs_tree *rule)
{
    const char *arn = bs_tree_text(bs_tree_get(rule, "Destination"), "Bucket", "");

    return strncmp(arn, arn_prefix, strlen(arn_prefix)) == 0
               ? bs_s3_bucket(account, arn + strlen(arn_prefix))
               : NULL;
}

static bool filters_by_tag(const struct bs_tree *filter)
{
    return bs_tree_get(filter, "Tag") != NULL ||
           bs_tree_count(bs_tree_get(bs_tree_get(filter, "And"), "Tags")) > 0;
}

static const char *prefix_of(const struct bs_tree *rule)
{
    const struct bs_tree *filter = bs_tree_get(rule, "Filter");
    const char *of_rule = bs_tree_text(rule, "Prefix", "");

    return bs_tree_text(bs_tree_get(filter, "And"), "Prefix",
                        bs_tree_text(filter, "Prefix", of_rule));
}

static bool has_tag(const struct bs_tree *version, const struct bs_tree *wanted)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(version, "TagSet"));

    while (tag != NULL && !bs_tree_equal(tag, wanted)) {
        tag = tag->next;
    }
    return tag != NULL;
}

static bool has_tags(const struct bs_tree *rule, const struct bs_tree *version)
{
    const struct bs_tree *filter = bs_tree_get(rule, "Filter");
    const struct bs_tree *tag = bs_tree_get(filter, "Tag");
    bool has_all = tag == NULL || has_tag(version, tag);

    tag = bs_tree_first(bs_tree_get(bs_tree_get(filter, "And"), "Tags"));
    for (; tag != NULL; tag = tag->next) {
        has_all = has_all && has_tag(version, tag);
    }
    return has_all;
}

/* Whether a rule takes a version along. Rules of the first schema, without Filter, take all markers. */
static bool applies(const struct bs_tree *rule, const char *key, const struct bs_tree *version)
{
    const char *prefix = prefix_of(rule);
    const char *encryption = bs_tree_text(version, "ServerSideEncryption", "");

    if (strcmp(bs_tree_text(rule, "Status", ""), "Enabled") != 0 ||
        strncmp(key, prefix, strlen(prefix)) != 0) {
        return false;
    }
    if (bs_s3_is_delete_marker(version)) {
        return bs_tree_get(rule, "Filter") == NULL || is_enabled(rule, "DeleteMarkerReplication");
    }
    return has_tags(rule, version) &&
           (strncmp(encryption, "aws:kms", 7) != 0 ||
            is_enabled(bs_tree_get(rule, "SourceSelectionCriteria"), "SseKmsEncryptedObjects"));
}

/* ---- Checking a configuration ---- */

static bool fail_rule(struct bs_s3_call *call, const char *error, const char *message)
{
    bs_s3_fail(call, error, "%s", message);
    return false;
}

static bool check_destination(struct bs_s3_call *call, const struct bs_tree *rule)
{
    const struct bs_tree *destination = bs_tree_get(rule, "Destination");
    const char *arn = bs_tree_text(destination, "Bucket", "");
    const struct bs_account_entry *bucket = destination_of(call->account, rule);

    if (strncmp(arn, arn_prefix, strlen(arn_prefix)) != 0) {
        return fail_rule(call, "InvalidArgument", "Invalid bucket ARN.");
    }
    if (bucket == NULL) {
        return fail_rule(call, "InvalidRequest", "Destination bucket must exist.");
    }
    if (bucket == call->bucket) {
        return fail_rule(call, "InvalidRequest",
                         "Destination bucket cannot be the same as the source bucket.");
    }
    if (!bs_s3_is_versioned(bucket)) {
        return fail_rule(call, "InvalidRequest",
                         "Destination bucket must have versioning enabled.");
    }
    if (is_enabled(destination, "ReplicationTime") &&
        (!is_enabled(destination, "Metrics") ||
         bs_tree_integer(bs_tree_get(bs_tree_get(destination, "ReplicationTime"), "Time"),
                         "Minutes", 0) != PROMISED_S / 60)) {
        return fail_rule(call, "InvalidRequest",
                         "Replication Time Control requires a time of 15 minutes and replication "
                         "metrics.");
    }
    return true;
}

/* What rules with a Filter must say. */
static bool check_filter(struct bs_s3_call *call, const struct bs_tree *rule)
{
    const struct bs_tree *filter = bs_tree_get(rule, "Filter");

    if (filter == NULL) {
        return true;
    }
    if (bs_tree_get(rule, "DeleteMarkerReplication") == NULL) {
        return fail_rule(call, "InvalidRequest",
                         "DeleteMarkerReplication must be specified for this version of Cross "
                         "Region Replication configuration schema.");
    }
    if (bs_tree_get(rule, "Priority") == NULL) {
        return fail_rule(call, "InvalidRequest",
                         "Priority must be specified for this version of Cross Region Replication "
                         "configuration schema.");
    }
    if (filters_by_tag(filter) && is_enabled(rule, "DeleteMarkerReplication")) {
        return fail_rule(call, "InvalidRequest",
                         "Delete marker replication is not supported if any Tag filter is "
                         "specified.");
    }
    return true;
}

static bool check_unique(struct bs_s3_call *call, const struct bs_tree *rule)
{
    const char *id = bs_tree_text(rule, "ID", "");
    const int64_t priority = bs_tree_integer(rule, "Priority", -1);

    if (strlen(id) > RULE_ID_MAX) {
        return fail_rule(call, "InvalidArgument",
                         "ID length should not exceed allowed limit of 255");
    }
    for (const struct bs_tree *other = rule->next; other != NULL; other = other->next) {
        if (strcmp(id, bs_tree_text(other, "ID", "")) == 0) {
            return fail_rule(call, "InvalidArgument",
                             "Rule Id must be unique. Found same Id for more than one rule");
        }
        if (priority >= 0 && priority == bs_tree_integer(other, "Priority", -1)) {
            return fail_rule(call, "InvalidRequest",
                             "Found duplicate priority. Priority must be unique for each rule");
        }
    }
    return true;
}

/* Rules without an id are given one. */
static void name_rules(struct bs_s3_call *call, struct bs_tree *rules)
{
    for (struct bs_tree *rule = bs_tree_first_mutable(rules); rule != NULL; rule = rule->next) {
        char id[37];

        if (bs_tree_text(rule, "ID", "")[0] == '\0') {
            bs_account_new_uuid(call->account, id);
            bs_tree_set_text(rule, "ID", id);
        }
    }
}

bool bs_s3_check_replication(struct bs_s3_call *call, struct bs_tree *configuration)
{
    struct bs_tree *rules = bs_tree_get_mutable(configuration, "Rules");

    if (bs_tree_count(rules) == 0 || bs_tree_count(rules) > RULES_MAX ||
        bs_tree_text(configuration, "Role", "")[0] == '\0') {
        return fail_rule(call, "MalformedXML",
                         "The XML you provided was not well-formed or did not validate against our "
                         "published schema");
    }
    if (!bs_s3_is_versioned(call->bucket)) {
        return fail_rule(call, "InvalidRequest",
                         "Versioning must be 'Enabled' on the bucket to apply a replication "
                         "configuration");
    }
    name_rules(call, rules);
    for (const struct bs_tree *rule = bs_tree_first(rules); rule != NULL; rule = rule->next) {
        if (!check_unique(call, rule) || !check_filter(call, rule) ||
            !check_destination(call, rule)) {
            return false;
        }
    }
    return true;
}

/* ---- How long it takes ---- */

/* The scenario's own distribution for a bucket that replicates in it, or NULL. */
static const struct bs_distribution *scenario_delays(const struct bs_account *account,
                                                     const char *bucket)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const struct bs_resource *resource =
        bs_account_resource(account, BS_RESOURCE_S3_BUCKET, BS_ACCOUNT_GLOBAL, bucket);

    if (resource == NULL) {
        return NULL;
    }
    if (resource->is.s3.replicate_to != BS_NONE) {
        return &resource->is.s3.replication;
    }
    return resource->is.s3.source == BS_NONE
               ? NULL
               : &scenario->resources[resource->is.s3.source].is.s3.replication;
}

static struct bs_duration draw_delay(const struct bs_account *account, const char *source,
                                     const struct bs_tree *rule, int64_t sequence)
{
    const char *arn = bs_tree_text(bs_tree_get(rule, "Destination"), "Bucket", "");
    const uint64_t bits = bs_account_draw(account, source, arn, (uint64_t)sequence);
    const struct bs_distribution *delays = scenario_delays(account, source);
    struct bs_distribution by_default = {
        .kind = BS_DISTRIBUTION_LOGNORMAL,
        .lognormal = {BS_SECONDS(MEDIAN_S), BS_SECONDS(P95_S)},
    };

    if (delays == NULL && is_enabled(bs_tree_get(rule, "Destination"), "ReplicationTime")) {
        (void)bs_distribution_truncate(&by_default, BS_SECONDS(0), BS_SECONDS(PROMISED_S));
    }
    return bs_distribution_sample(delays == NULL ? &by_default : delays, bits);
}

/* ---- On the way ---- */

/* FAILED to any destination is FAILED, PENDING to any other is PENDING. */
static void sum_up_status(struct bs_account *account, struct bs_tree *version)
{
    const struct bs_tree *status = bs_tree_first(bs_tree_get(version, "Destinations"));
    const char *all = "COMPLETED";

    for (; status != NULL; status = status->next) {
        if (strcmp(status->is.text.bytes, "FAILED") == 0 ||
            (strcmp(all, "COMPLETED") == 0 && strcmp(status->is.text.bytes, "PENDING") == 0)) {
            all = status->is.text.bytes;
        }
    }
    bs_s3_keep(account, version, "ReplicationStatus", bs_tree_new_text(all));
}

static void set_status(struct bs_account *account, struct bs_tree *version, const char *destination,
                       const char *status)
{
    struct bs_tree *destinations = bs_tree_get_mutable(version, "Destinations");

    if (destinations == NULL) {
        bs_s3_keep(account, version, "Destinations", bs_tree_new_structure());
        destinations = bs_tree_get_mutable(version, "Destinations");
    }
    bs_s3_keep(account, destinations, destination, bs_tree_new_text(status));
    sum_up_status(account, version);
}

static bool is_lost(const struct bs_account *account, const struct bs_account_entry *bucket)
{
    const struct bs_world *world = bs_account_options(account)->world;
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const char *region = bs_tree_text(bucket->attributes, "Region", "");

    for (size_t i = 0; scenario != NULL && i < scenario->region_count; i++) {
        if (strcmp(scenario->regions[i].name, region) == 0) {
            return bs_data_plane(world, (int32_t)i, "s3").is_lost;
        }
    }
    return false;
}

/* A replica has all that its original has but where that went, and the class that the rule asks for. */
static struct bs_tree *make_replica(const struct bs_tree *version, const struct bs_tree *task)
{
    struct bs_tree *replica = bs_tree_copy(version);

    (void)bs_tree_remove(replica, "Destinations");
    bs_tree_set_text(replica, "ReplicationStatus", "REPLICA");
    bs_tree_copy_members(replica, task, (const char *const[]){"StorageClass", NULL});
    return replica;
}

static void arrive(struct bs_account *account, const struct bs_tree *task, struct bs_tree *version)
{
    const char *name = bs_tree_text(task, "Destination", "");
    const struct bs_account_entry *destination = bs_s3_bucket(account, name);

    if (destination == NULL || !bs_s3_is_versioned(destination) ||
        !bs_s3_has_room_for(account, bs_s3_weight(version))) {
        set_status(account, version, name, "FAILED");
        return;
    }
    set_status(account, version, name, "COMPLETED");
    (void)bs_s3_insert(account, destination, bs_tree_text(task, "Key", ""),
                       make_replica(version, task));
}

static void end_task(struct bs_account *account, struct bs_account_entry *task)
{
    bs_s3_settle(account, -bs_s3_weight(task->attributes));
    bs_account_remove(account, task);
}

/* What has been deleted meanwhile, or whose bucket has, goes nowhere. */
static void fall_due(struct bs_account *account, struct bs_account_entry *task)
{
    const struct bs_account_entry *source =
        bs_s3_bucket(account, bs_tree_text(task->attributes, "Source", ""));
    const struct bs_account_entry *destination =
        bs_s3_bucket(account, bs_tree_text(task->attributes, "Destination", ""));
    const struct bs_s3_place place = {
        .bucket = source,
        .key = bs_tree_text(task->attributes, "Key", ""),
        .version_id = bs_tree_text(task->attributes, "VersionId", ""),
    };
    struct bs_tree *version = source == NULL ? NULL : bs_s3_find(account, &place);

    if (version != NULL && bs_account_options(account)->pace == BS_ACCOUNT_REALISTIC &&
        (is_lost(account, source) || (destination != NULL && is_lost(account, destination)))) {
        bs_account_later(account, task, BS_SECONDS(RETRY_S), fall_due);
        return;
    }
    if (version != NULL) {
        arrive(account, task->attributes, version);
    }
    end_task(account, task);
}

/* ---- Setting out ---- */

/* A version that is on its way already takes along what has changed since. */
static bool must_set_out(struct bs_account *account, struct bs_tree *version,
                         const char *destination)
{
    const char *status = bs_tree_text(bs_tree_get(version, "Destinations"), destination, "");

    if (strcmp(status, "PENDING") == 0) {
        return false;
    }
    if (!bs_s3_has_room_for(account, BS_S3_STORE_KEY_MAX)) {
        set_status(account, version, destination, "FAILED");
        return false;
    }
    set_status(account, version, destination, "PENDING");
    return true;
}

static void set_out(struct bs_account *account, const struct bs_account_entry *bucket,
                    const char *key, struct bs_tree *version, const struct bs_tree *rule)
{
    const struct bs_tree *destination = bs_tree_get(rule, "Destination");
    const char *name = bs_tree_text(destination, "Bucket", "") + strlen(arn_prefix);
    struct bs_account_entry *task;
    char task_key[TASK_KEY_MAX];
    int64_t sequence;

    if (!must_set_out(account, version, name)) {
        return;
    }
    sequence = bs_s3_next_sequence(account);
    (void)snprintf(task_key, sizeof(task_key), "%016llx", (unsigned long long)sequence);
    task = bs_account_add(account, TASK, BS_ACCOUNT_GLOBAL, task_key);
    bs_tree_set_text(task->attributes, "Source", bucket->key);
    bs_tree_set_text(task->attributes, "Destination", name);
    bs_tree_set_text(task->attributes, "Key", key);
    bs_tree_set_text(task->attributes, "VersionId", bs_tree_text(version, "VersionId", ""));
    if (!bs_s3_is_delete_marker(version)) {
        bs_tree_copy_members(task->attributes, destination,
                             (const char *const[]){"StorageClass", NULL});
    }
    bs_s3_settle(account, bs_s3_weight(task->attributes));
    bs_account_later(account, task, draw_delay(account, bucket->key, rule, sequence), fall_due);
}

/* Of several rules with one destination that of the highest priority counts, or else the first. */
static bool is_outranked(const struct bs_tree *rules, const struct bs_tree *rule, const char *key,
                         const struct bs_tree *version)
{
    const struct bs_tree *destination = bs_tree_get(bs_tree_get(rule, "Destination"), "Bucket");
    const int64_t priority = bs_tree_integer(rule, "Priority", 0);
    bool is_earlier = true;

    for (const struct bs_tree *other = bs_tree_first(rules); other != NULL; other = other->next) {
        const int64_t its = bs_tree_integer(other, "Priority", 0);

        is_earlier = is_earlier && other != rule;
        if ((its > priority || (its == priority && is_earlier)) && applies(other, key, version) &&
            bs_tree_equal(bs_tree_get(bs_tree_get(other, "Destination"), "Bucket"), destination)) {
            return true;
        }
    }
    return false;
}

void bs_s3_replicate(struct bs_account *account, const struct bs_account_entry *bucket,
                     const char *key, struct bs_tree *version)
{
    const struct bs_tree *rules =
        bs_tree_get(bs_tree_get(bucket->attributes, "ReplicationConfiguration"), "Rules");

    for (const struct bs_tree *rule = bs_tree_first(rules); rule != NULL; rule = rule->next) {
        if (applies(rule, key, version) && !is_outranked(rules, rule, key, version)) {
            set_out(account, bucket, key, version, rule);
        }
    }
}

/* ---- The scenario's buckets ---- */

static void add_rule(struct bs_account_entry *from, const struct bs_account_entry *to,
                     bool has_time_control)
{
    struct bs_tree *configuration =
        bs_tree_set_structure(from->attributes, "ReplicationConfiguration");
    struct bs_tree *rule;
    struct bs_tree *destination;

    bs_tree_set_text(configuration, "Role", "arn:aws:iam::" BS_ACCOUNT_ID ":role/s3-replication");
    rule = bs_tree_append_structure(bs_tree_set_list(configuration, "Rules"));
    bs_tree_set_format(rule, "ID", "to-%s", to->key);
    bs_tree_set_integer(rule, "Priority", 1);
    bs_tree_set_text(bs_tree_set_structure(rule, "Filter"), "Prefix", "");
    bs_tree_set_text(rule, "Status", "Enabled");
    destination = bs_tree_set_structure(rule, "Destination");
    bs_tree_set_format(destination, "Bucket", "%s%s", arn_prefix, to->key);
    if (has_time_control) {
        struct bs_tree *time = bs_tree_set_structure(destination, "ReplicationTime");
        struct bs_tree *metrics = bs_tree_set_structure(destination, "Metrics");

        bs_tree_set_text(time, "Status", "Enabled");
        bs_tree_set_integer(bs_tree_set_structure(time, "Time"), "Minutes", PROMISED_S / 60);
        bs_tree_set_text(metrics, "Status", "Enabled");
        bs_tree_set_integer(bs_tree_set_structure(metrics, "EventThreshold"), "Minutes",
                            PROMISED_S / 60);
    }
    bs_tree_set_text(bs_tree_set_structure(rule, "DeleteMarkerReplication"), "Status", "Enabled");
}

static void connect(struct bs_account *account, const struct bs_scenario *scenario,
                    const struct bs_resource *resource)
{
    struct bs_account_entry *source = bs_s3_bucket(account, resource->id);
    struct bs_account_entry *copy =
        bs_s3_bucket(account, scenario->resources[resource->is.s3.replicate_to].id);
    const bool has_time_control = resource->is.s3.replication_time_control;

    bs_s3_settle(account, -bs_s3_weight(source->attributes) - bs_s3_weight(copy->attributes));
    bs_tree_set_text(bs_tree_set_structure(source->attributes, "Versioning"), "Status", "Enabled");
    bs_tree_set_text(bs_tree_set_structure(copy->attributes, "Versioning"), "Status", "Enabled");
    add_rule(source, copy, has_time_control);
    if (resource->is.s3.two_way) {
        add_rule(copy, source, has_time_control);
    }
    bs_s3_settle(account, bs_s3_weight(source->attributes) + bs_s3_weight(copy->attributes));
}

void bs_s3_start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const size_t count = scenario == NULL ? 0 : scenario->resource_count;

    for (size_t i = 0; i < count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_S3_BUCKET) {
            (void)bs_s3_make_bucket(account, resource->id, scenario->regions[resource->region].name,
                                    BS_S3_OWNERSHIP_ENFORCED);
        }
    }
    for (size_t i = 0; i < count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_S3_BUCKET && resource->is.s3.replicate_to != BS_NONE) {
            connect(account, scenario, resource);
        }
    }
}
