/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * ChangeResourceRecordSets: a batch is applied whole or not at all.
 *
 * Changes are made one after the other to the zone's sets, each one's old set being kept. What is wrong is
 * gathered in messages; if there are any at the end, the old sets are put back.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/route53.h"
#include "sim/account/route53_data.h"

enum {
    RECORDS_MAX = 1000, /* Documented, as the others: of a batch, UPSERTs count twice. */
    CHARACTERS_MAX = 32000,
    VALUES_MAX = 400,       /* Of a set. */
    ALTERNATIVES_MAX = 100, /* Sets of one name and type. */
    WEIGHT_MAX = 255,
    MESSAGES_MAX = 100,
    MESSAGE_SIZE = 3 * BS_DOMAIN_SIZE,
};

struct batch {
    struct bs_account *account;
    struct bs_account_entry *zone;
    const char *zone_name;
    struct bs_tree *undo; /* A list of {Key, Set, Name, Type}, without Set: there was none. */
    struct bs_tree *messages;
    struct bs_account_answer *answer;
};

__attribute__((format(printf, 2, 3))) static void complain(struct batch *batch, const char *format,
                                                           ...)
{
    char message[MESSAGE_SIZE];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    if (bs_tree_count(batch->messages) < MESSAGES_MAX &&
        !bs_tree_has_text(batch->messages, message)) {
        bs_tree_append_text(batch->messages, message);
    }
}

/* ---- Policies ---- */

static const char *const policies[] = {"Weight",   "Region",           "GeoLocation",
                                       "Failover", "MultiValueAnswer", "CidrRoutingConfig"};

const char *bs_route53_policy(const struct bs_tree *set)
{
    for (size_t i = 0; i < sizeof(policies) / sizeof(policies[0]); i++) {
        if (bs_tree_get(set, policies[i]) != NULL) {
            return policies[i];
        }
    }
    return NULL;
}

static size_t count_policies(const struct bs_tree *set)
{
    size_t count = 0;

    for (size_t i = 0; i < sizeof(policies) / sizeof(policies[0]); i++) {
        count += bs_tree_get(set, policies[i]) != NULL ? 1 : 0;
    }
    return count;
}

/* ---- Structure: InvalidInput ---- */

static void refuse(struct batch *batch, const char *action, const struct bs_tree *set,
                   const char *what)
{
    bs_account_fail(batch->answer, "InvalidInput",
                    "Invalid request: %s in Change with [Action=%s, Name=%.255s, Type=%s, "
                    "SetIdentifier=%s]",
                    what, action, bs_tree_text(set, "Name", ""), bs_tree_text(set, "Type", ""),
                    bs_tree_text(set, "SetIdentifier", "null"));
}

static const char *structural_problem(const struct bs_tree *set)
{
    const bool is_alias = bs_tree_get(set, "AliasTarget") != NULL;
    const bool has_records = bs_tree_count(bs_tree_get(set, "ResourceRecords")) > 0;
    const bool has_ttl = bs_tree_get(set, "TTL") != NULL;
    const int64_t weight = bs_tree_integer(set, "Weight", 0);
    const int64_t ttl_s = bs_tree_integer(set, "TTL", 0);

    if (!is_alias && !has_records && !has_ttl) {
        return "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or "
               "TrafficPolicyInstanceId], but found none";
    }
    if (is_alias && (has_records || has_ttl)) {
        return "Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or "
               "TrafficPolicyInstanceId], but found more than one";
    }
    if (!is_alias && (!has_records || !has_ttl)) {
        return has_ttl ? "Missing field 'ResourceRecords'" : "Missing field 'TTL'";
    }
    if (count_policies(set) > 1) {
        return "Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, "
               "or CidrRoutingConfig], but found more than one";
    }
    if (count_policies(set) == 1 && bs_tree_get(set, "SetIdentifier") == NULL) {
        return "Missing field 'SetIdentifier'";
    }
    if (count_policies(set) == 0 && bs_tree_get(set, "SetIdentifier") != NULL) {
        return "Expected exactly one of [Weight, Region, Failover, GeoLocation, MultiValueAnswer, "
               "or CidrRoutingConfig], but found none";
    }
    if (is_alias && bs_tree_get(set, "MultiValueAnswer") != NULL) {
        return "MultiValueAnswer is not allowed with AliasTarget";
    }
    if (bs_tree_get(set, "CidrRoutingConfig") != NULL) {
        return "There is no CIDR collection of that id";
    }
    if (weight < 0 || weight > WEIGHT_MAX) {
        return "Weight must be between 0 and 255";
    }
    return ttl_s < 0 || ttl_s > INT32_MAX ? "TTL must be between 0 and 2147483647" : NULL;
}

static bool has_health_check(struct batch *batch, const struct bs_tree *set)
{
    const char *id = bs_tree_text(set, "HealthCheckId", NULL);

    if (id != NULL && bs_account_find(batch->account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL,
                                      bs_route53_bare_id(id)) == NULL) {
        bs_account_fail(batch->answer, "NoSuchHealthCheck",
                        "The specified health check does not exist: %s", id);
        return false;
    }
    return true;
}

/* A copy with names as Route 53 writes them; NULL if it cannot be read, and then all is over. */
static struct bs_tree *take_set(struct batch *batch, const char *action,
                                const struct bs_tree *given)
{
    const char *problem = structural_problem(given);
    struct bs_tree *set;
    struct bs_tree *alias;
    char name[BS_DOMAIN_SIZE];

    if (problem != NULL) {
        refuse(batch, action, given, problem);
        return NULL;
    }
    if (!has_health_check(batch, given)) {
        return NULL;
    }
    problem = bs_domain_read(bs_tree_text(given, "Name", ""), name);
    if (problem != NULL) {
        complain(batch, "FATAL problem: %s encountered with '%.255s'", problem,
                 bs_tree_text(given, "Name", ""));
        return NULL;
    }
    set = bs_tree_copy(given);
    bs_tree_set_text(set, "Name", name);
    alias = bs_tree_get_mutable(set, "AliasTarget");
    if (alias != NULL) {
        bs_tree_set_text(alias, "HostedZoneId",
                         bs_route53_bare_id(bs_tree_text(alias, "HostedZoneId", "")));
        problem = bs_domain_read(bs_tree_text(alias, "DNSName", ""), name);
        if (problem != NULL) {
            complain(batch, "FATAL problem: %s encountered with '%.255s'", problem,
                     bs_tree_text(alias, "DNSName", ""));
        } else {
            bs_tree_set_text(alias, "DNSName", name);
        }
    }
    return set;
}

/* ---- One set by itself ---- */

static void check_values(struct batch *batch, const struct bs_tree *set)
{
    const char *type = bs_tree_text(set, "Type", "");
    const struct bs_tree *records = bs_tree_get(set, "ResourceRecords");
    char problem[BS_RECORD_PROBLEM_MAX];

    if (bs_tree_count(records) > VALUES_MAX) {
        complain(batch, "Number of records limit of %d exceeded.", VALUES_MAX);
        return;
    }
    if (bs_tree_count(records) > 1 && (strcmp(type, "CNAME") == 0 || strcmp(type, "SOA") == 0)) {
        complain(batch, "RRSet of type %s with DNS name %s can only have one value", type,
                 bs_tree_text(set, "Name", ""));
    }
    for (const struct bs_tree *record = bs_tree_first(records); record != NULL;
         record = record->next) {
        const char *value = bs_tree_text(record, "Value", "");

        if (!bs_record_data_is_valid(type, value, problem)) {
            complain(batch,
                     "Invalid Resource Record: 'FATAL problem: %s encountered with '%.500s''",
                     problem, value);
        }
        for (const struct bs_tree *other = bs_tree_first(records); other != record;
             other = other->next) {
            if (strcmp(bs_tree_text(other, "Value", ""), value) == 0) {
                complain(batch, "Duplicate Resource Record: '%.500s'", value);
            }
        }
    }
}

static void check_set(struct batch *batch, const struct bs_tree *set)
{
    const char *name = bs_tree_text(set, "Name", "");
    const char *type = bs_tree_text(set, "Type", "");
    const bool is_apex = strcmp(name, batch->zone_name) == 0;

    if (!bs_domain_is_within(name, batch->zone_name)) {
        complain(batch, "RRSet with DNS name %s is not permitted in zone %s", name,
                 batch->zone_name);
    } else if (is_apex && (strcmp(type, "CNAME") == 0 || strcmp(type, "DS") == 0)) {
        complain(batch, "RRSet of type %s with DNS name %s is not permitted at apex in zone %s",
                 type, name, batch->zone_name);
    } else if (!is_apex && strcmp(type, "SOA") == 0) {
        complain(batch, "RRSet of type SOA with DNS name %s is only permitted at apex in zone %s",
                 name, batch->zone_name);
    }
    if (bs_tree_get(set, "AliasTarget") != NULL &&
        (strcmp(type, "NS") == 0 || strcmp(type, "SOA") == 0)) {
        complain(batch, "RRSet of type %s with DNS name %s cannot be an alias", type, name);
    }
    if (bs_route53_policy(set) != NULL && (strcmp(type, "NS") == 0 || strcmp(type, "SOA") == 0)) {
        complain(batch, "RRSet of type %s with DNS name %s must have a simple routing policy", type,
                 name);
    }
    check_values(batch, set);
}

/* ---- Applying ---- */

static void describe(const struct bs_tree *set, char text[MESSAGE_SIZE])
{
    const char *identifier = bs_tree_text(set, "SetIdentifier", NULL);

    (void)snprintf(text, MESSAGE_SIZE, "[name='%s', type='%s'%s%.128s%s]",
                   bs_tree_text(set, "Name", ""), bs_tree_text(set, "Type", ""),
                   identifier == NULL ? "" : ", set identifier='",
                   identifier == NULL ? "" : identifier, identifier == NULL ? "" : "'");
}

/* Values in any order. */
static bool is_same_set(const struct bs_tree *a, const struct bs_tree *b)
{
    const struct bs_tree *records = bs_tree_get(a, "ResourceRecords");
    const struct bs_tree *others = bs_tree_get(b, "ResourceRecords");
    struct bs_tree *plain_a = bs_tree_copy(a);
    struct bs_tree *plain_b = bs_tree_copy(b);
    bool is_same;

    (void)bs_tree_remove(plain_a, "ResourceRecords");
    (void)bs_tree_remove(plain_b, "ResourceRecords");
    is_same = bs_tree_equal(plain_a, plain_b) && bs_tree_count(records) == bs_tree_count(others);
    for (const struct bs_tree *record = bs_tree_first(records); is_same && record != NULL;
         record = record->next) {
        const struct bs_tree *other = bs_tree_first(others);

        while (other != NULL && !bs_tree_equal(other, record)) {
            other = other->next;
        }
        is_same = other != NULL;
    }
    bs_tree_destroy(plain_a);
    bs_tree_destroy(plain_b);
    return is_same;
}

static void remember(struct batch *batch, const char *key, const struct bs_tree *set,
                     const struct bs_account_entry *old)
{
    static const char *const members[] = {"Name", "Type", NULL};
    struct bs_tree *undo = bs_tree_append_structure(batch->undo);

    bs_tree_set_text(undo, "Key", key);
    bs_tree_copy_members(undo, set, members);
    if (old != NULL) {
        (void)bs_tree_set(undo, "Set", bs_tree_copy(bs_tree_get(old->attributes, "Set")));
    }
}

static void apply(struct batch *batch, const char *action, const struct bs_tree *set)
{
    char text[MESSAGE_SIZE];
    char key[BS_ROUTE53_KEY_SIZE];
    struct bs_account_entry *old;

    bs_route53_key(bs_tree_text(set, "Name", ""), bs_tree_text(set, "Type", ""),
                   bs_tree_text(set, "SetIdentifier", ""), key);
    old = bs_account_find(batch->account, BS_ROUTE53_SET, batch->zone->key, key);
    describe(set, text);
    if (strcmp(action, "CREATE") == 0 && old != NULL) {
        complain(batch, "Tried to create resource record set %s but it already exists", text);
        return;
    }
    if (strcmp(action, "DELETE") == 0 && old == NULL) {
        complain(batch, "Tried to delete resource record set %s but it was not found", text);
        return;
    }
    if (strcmp(action, "DELETE") == 0 && !is_same_set(bs_tree_get(old->attributes, "Set"), set)) {
        complain(batch,
                 "Tried to delete resource record set %s but the values provided do not match the "
                 "current values",
                 text);
        return;
    }
    remember(batch, key, set, old);
    if (strcmp(action, "DELETE") == 0) {
        bs_account_remove(batch->account, old);
        return;
    }
    if (old == NULL) {
        old = bs_account_add(batch->account, BS_ROUTE53_SET, batch->zone->key, key);
    }
    (void)bs_tree_set(old->attributes, "Set", bs_tree_copy(set));
}

static void roll_back(struct batch *batch)
{
    /* The first memory of a set is its oldest: in the end, that one stands. */
    while (bs_tree_count(batch->undo) > 0) {
        struct bs_tree *last = batch->undo->is.children.last;
        const char *key = bs_tree_text(last, "Key", "");
        const struct bs_tree *set = bs_tree_get(last, "Set");
        struct bs_account_entry *entry =
            bs_account_find(batch->account, BS_ROUTE53_SET, batch->zone->key, key);

        if (set == NULL) {
            bs_account_remove(batch->account, entry);
        } else {
            entry = entry != NULL
                        ? entry
                        : bs_account_add(batch->account, BS_ROUTE53_SET, batch->zone->key, key);
            (void)bs_tree_set(entry->attributes, "Set", bs_tree_copy(set));
        }
        bs_tree_remove_element(batch->undo, last);
    }
}

/* ---- Sets beside each other ---- */

/* The next set of a zone whose key begins with `prefix`, or NULL. */
static const struct bs_account_entry *next_with(struct batch *batch, const char *prefix,
                                                const char *after)
{
    const struct bs_account_entry *entry =
        bs_account_next(batch->account, BS_ROUTE53_SET, batch->zone->key, after);

    return entry != NULL && strncmp(entry->key, prefix, strlen(prefix)) == 0 ? entry : NULL;
}

/* Where two sets of a name and type must differ. */
static bool collide(const struct bs_tree *a, const struct bs_tree *b, const char *policy)
{
    return strcmp(policy, "Weight") != 0 && strcmp(policy, "MultiValueAnswer") != 0 &&
           bs_tree_equal(bs_tree_get(a, policy), bs_tree_get(b, policy));
}

static void check_pair(struct batch *batch, const struct bs_tree *a, const struct bs_tree *b)
{
    const char *left = bs_route53_policy(a);
    const char *right = bs_route53_policy(b);
    char text[MESSAGE_SIZE];

    describe(b, text);
    if (left == NULL || right == NULL || strcmp(left, right) != 0) {
        complain(batch,
                 "RRSet %s cannot be created because another RRSet exists with the same name and "
                 "type and another routing policy",
                 text);
    } else if (collide(a, b, left)) {
        complain(batch,
                 "RRSet %s cannot be created because another RRSet exists with the same name, type "
                 "and %s",
                 text, left);
    }
}

/* Sets of one name and type. A simple one has no identifier, so that its key is the prefix itself. */
static void check_alternatives(struct batch *batch, const char *name, const char *type)
{
    const struct bs_account_entry *entry;
    const struct bs_account_entry *other;
    char prefix[BS_ROUTE53_KEY_SIZE];
    size_t count = 0;

    bs_route53_key(name, type, "", prefix);
    for (entry = next_with(batch, prefix, prefix); entry != NULL;
         entry = next_with(batch, prefix, entry->key)) {
        count++;
    }
    if (count > ALTERNATIVES_MAX) {
        complain(batch, "Number of records with the same name and type limit of %d exceeded.",
                 ALTERNATIVES_MAX);
        return;
    }
    entry = bs_account_find(batch->account, BS_ROUTE53_SET, batch->zone->key, prefix);
    if (entry == NULL) {
        entry = next_with(batch, prefix, prefix);
    }
    for (; entry != NULL; entry = next_with(batch, prefix, entry->key)) {
        for (other = next_with(batch, prefix, entry->key); other != NULL;
             other = next_with(batch, prefix, other->key)) {
            check_pair(batch, bs_tree_get(entry->attributes, "Set"),
                       bs_tree_get(other->attributes, "Set"));
        }
    }
}

/* A CNAME stands alone at its name. */
static void check_name(struct batch *batch, const char *name)
{
    const struct bs_account_entry *entry;
    char prefix[BS_ROUTE53_KEY_SIZE];
    char reversed[BS_DOMAIN_SIZE];
    size_t count = 0;
    size_t cname_count = 0;

    bs_domain_reverse(name, reversed);
    (void)snprintf(prefix, sizeof(prefix), "%s ", reversed);
    for (entry = next_with(batch, prefix, prefix); entry != NULL;
         entry = next_with(batch, prefix, entry->key)) {
        const struct bs_tree *set = bs_tree_get(entry->attributes, "Set");

        count++;
        cname_count += strcmp(bs_tree_text(set, "Type", ""), "CNAME") == 0 ? 1 : 0;
    }
    if (cname_count > 0 && count > cname_count) {
        complain(batch,
                 "RRSet of type CNAME with DNS name %s is not permitted as it conflicts with other "
                 "records with the same DNS name in zone %s",
                 name, batch->zone_name);
    }
}

/* An alias to another set must find it, in whichever of the account's zones it is. */
static void check_target(struct batch *batch, const struct bs_tree *set)
{
    const struct bs_tree *alias = bs_tree_get(set, "AliasTarget");
    const char *zone_id = bs_tree_text(alias, "HostedZoneId", "");
    const char *target = bs_tree_text(alias, "DNSName", "");
    const char *type = bs_tree_text(set, "Type", "");
    const struct bs_account_entry *zone =
        bs_account_find(batch->account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone_id);
    char key[BS_ROUTE53_KEY_SIZE];
    const struct bs_account_entry *found;

    if (alias == NULL || zone == NULL) {
        return;
    }
    if (!bs_domain_is_within(target, bs_tree_text(zone->attributes, "Name", ""))) {
        complain(batch,
                 "Tried to create an alias that targets %s, type %s in zone %s, but the alias "
                 "target name does not lie within the target zone",
                 target, type, zone_id);
        return;
    }
    bs_route53_key(target, type, "", key);
    found = bs_account_find(batch->account, BS_ROUTE53_SET, zone_id, key);
    if (found == NULL) {
        found = bs_account_next(batch->account, BS_ROUTE53_SET, zone_id, key);
    }
    if (found == NULL || strncmp(found->key, key, strlen(key)) != 0) {
        complain(
            batch,
            "Tried to create an alias that targets %s, type %s in zone %s, but that target was "
            "not found",
            target, type, zone_id);
    }
}

static void check_own_sets(struct batch *batch)
{
    static const struct {
        const char *type;
        const char *message;
    } own[] = {
        {"SOA", "A HostedZone must contain exactly one SOA record."},
        {"NS", "A HostedZone must contain at least one NS record for the zone itself."},
    };
    char key[BS_ROUTE53_KEY_SIZE];

    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
        bs_route53_key(batch->zone_name, own[i].type, "", key);
        if (bs_account_find(batch->account, BS_ROUTE53_SET, batch->zone->key, key) == NULL) {
            complain(batch, "%s", own[i].message);
        }
    }
}

/* ---- The world ---- */

static int32_t record_of(const struct batch *batch, const struct bs_tree *undo)
{
    return bs_route53_scenario_record(batch->account, batch->zone->key,
                                      bs_tree_text(undo, "Name", ""),
                                      bs_tree_text(undo, "Type", ""));
}

/* Whether an earlier change of the batch was about the same record. */
static bool is_repeated(const struct batch *batch, const struct bs_tree *undo)
{
    const struct bs_tree *earlier = bs_tree_first(batch->undo);

    while (earlier != undo && record_of(batch, earlier) != record_of(batch, undo)) {
        earlier = earlier->next;
    }
    return earlier != undo;
}

static void check_world(struct batch *batch)
{
    char problem[MESSAGE_SIZE];

    for (const struct bs_tree *undo = bs_tree_first(batch->undo); undo != NULL; undo = undo->next) {
        const int32_t record = record_of(batch, undo);

        if (record != BS_NONE && !bs_route53_world_can(batch->account, batch->zone->key, record,
                                                       problem, sizeof(problem))) {
            complain(batch, "%s", problem);
        }
    }
}

/* What name servers are to be told; what is the world's, the world tells them. */
static void commit(struct batch *batch, const char *comment, struct bs_tree *output)
{
    struct bs_tree *answers = bs_tree_new_list();
    struct bs_tree *world_changes = bs_tree_new_list();

    for (const struct bs_tree *undo = bs_tree_first(batch->undo); undo != NULL; undo = undo->next) {
        const char *key = bs_tree_text(undo, "Key", "");
        const int32_t record = record_of(batch, undo);
        const struct bs_account_entry *entry =
            bs_account_find(batch->account, BS_ROUTE53_SET, batch->zone->key, key);
        struct bs_tree *item;

        if (record != BS_NONE) {
            if (!is_repeated(batch, undo)) {
                bs_route53_change_world(batch->account, batch->zone->key, record, world_changes);
            }
            continue;
        }
        item = bs_tree_append_structure(answers);
        bs_tree_set_text(item, "Key", key);
        if (entry != NULL) {
            (void)bs_tree_set(item, "Set", bs_tree_copy(bs_tree_get(entry->attributes, "Set")));
        }
    }
    bs_route53_begin_change(batch->account, batch->zone, comment, answers, world_changes,
                            bs_tree_set_structure(output, "ChangeInfo"));
}

/* ---- The batch ---- */

static bool is_small_enough(struct batch *batch, const struct bs_tree *changes)
{
    size_t records = 0;
    size_t characters = 0;

    for (const struct bs_tree *change = bs_tree_first(changes); change != NULL;
         change = change->next) {
        const size_t factor = strcmp(bs_tree_text(change, "Action", ""), "UPSERT") == 0 ? 2 : 1;
        const struct bs_tree *set = bs_tree_get(change, "ResourceRecordSet");
        const struct bs_tree *list = bs_tree_get(set, "ResourceRecords");

        records += factor * (list == NULL ? 1 : bs_tree_count(list));
        for (const struct bs_tree *record = bs_tree_first(list); record != NULL;
             record = record->next) {
            characters += factor * strlen(bs_tree_text(record, "Value", ""));
        }
    }
    if (records == 0) {
        bs_account_fail(batch->answer, "InvalidInput", "The change batch has no changes");
    } else if (records > RECORDS_MAX) {
        complain(batch, "Number of records limit of %d exceeded.", RECORDS_MAX);
    } else if (characters > CHARACTERS_MAX) {
        complain(batch, "Number of characters limit of %d exceeded.", CHARACTERS_MAX);
    }
    return batch->answer->error == NULL && bs_tree_count(batch->messages) == 0;
}

static void apply_all(struct batch *batch, const struct bs_tree *changes)
{
    for (const struct bs_tree *change = bs_tree_first(changes);
         change != NULL && batch->answer->error == NULL; change = change->next) {
        const char *action = bs_tree_text(change, "Action", "");
        struct bs_tree *set = take_set(batch, action, bs_tree_get(change, "ResourceRecordSet"));

        if (set == NULL) {
            continue;
        }
        if (strcmp(action, "DELETE") != 0) {
            check_set(batch, set);
        }
        apply(batch, action, set);
        bs_tree_destroy(set);
    }
}

/* What can only be judged when all changes are made. */
static void check_all(struct batch *batch)
{
    for (const struct bs_tree *undo = bs_tree_first(batch->undo); undo != NULL; undo = undo->next) {
        const struct bs_account_entry *entry = bs_account_find(
            batch->account, BS_ROUTE53_SET, batch->zone->key, bs_tree_text(undo, "Key", ""));

        check_alternatives(batch, bs_tree_text(undo, "Name", ""), bs_tree_text(undo, "Type", ""));
        check_name(batch, bs_tree_text(undo, "Name", ""));
        if (entry != NULL) {
            check_target(batch, bs_tree_get(entry->attributes, "Set"));
        }
    }
    check_own_sets(batch);
    if (bs_route53_count(batch->account, BS_ROUTE53_SET, batch->zone->key) > BS_ROUTE53_SETS_MAX) {
        complain(batch, "Number of resource record sets limit of %d exceeded.",
                 BS_ROUTE53_SETS_MAX);
    }
    if (bs_tree_count(batch->messages) == 0) {
        check_world(batch);
    }
}

/* "[first, second]", as the error's one message says it. */
static void fail_with_messages(struct batch *batch)
{
    char text[BS_ACCOUNT_MESSAGE_MAX] = "";
    size_t length = 0;

    for (const struct bs_tree *message = bs_tree_first(batch->messages);
         message != NULL && length < sizeof(text); message = message->next) {
        length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%s",
                                   length == 0 ? "" : ", ", message->is.text.bytes);
    }
    bs_account_fail(batch->answer, "InvalidChangeBatch", "[%s]", text);
    batch->answer->details = bs_tree_new_structure();
    (void)bs_tree_set(batch->answer->details, "messages", bs_tree_copy(batch->messages));
}

void bs_route53_change_record_sets(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const struct bs_tree *given = bs_tree_get(request->input, "ChangeBatch");
    struct batch batch = {.account = account, .answer = answer};

    batch.zone = bs_route53_zone(account, bs_tree_text(request->input, "HostedZoneId", ""), answer);
    if (batch.zone == NULL) {
        return;
    }
    batch.zone_name = bs_tree_text(batch.zone->attributes, "Name", "");
    batch.undo = bs_tree_new_list();
    batch.messages = bs_tree_new_list();
    if (is_small_enough(&batch, bs_tree_get(given, "Changes"))) {
        apply_all(&batch, bs_tree_get(given, "Changes"));
    }
    if (answer->error == NULL && bs_tree_count(batch.messages) == 0) {
        check_all(&batch);
    }
    if (answer->error == NULL && bs_tree_count(batch.messages) > 0) {
        fail_with_messages(&batch);
    }
    if (answer->error != NULL) {
        roll_back(&batch);
    } else {
        commit(&batch, bs_tree_text(given, "Comment", NULL), answer->output);
    }
    bs_tree_destroy(batch.undo);
    bs_tree_destroy(batch.messages);
}
