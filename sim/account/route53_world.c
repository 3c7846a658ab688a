/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The scenario's records and health checks, as a client of Route 53 sees and changes them.
 *
 * A record is a set of aliases (type A) or CNAMEs to the scenario's load balancers: one simple set, or one
 * with a weight for each load balancer that has a share; with failover, a primary and a secondary set,
 * whichever answers. A client's sets are kept as it wrote them as long as they are what the world's record
 * is. EvaluateTargetHealth is recorded only.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/elbv2.h"
#include "sim/account/route53.h"
#include "sim/world/route53.h"

#define RECORD "route53:record"

enum { TTL_MAX_S = 7 * 86400, TOLERANCE_PPB = 1000000 };

/* What a client's sets ask of the world. */
struct wish {
    int32_t albs[BS_RECORD_TARGETS_MAX];
    int64_t weights[BS_RECORD_TARGETS_MAX];
    uint32_t count;
    int64_t total;
    int64_t ttl_s;
};

/* The calls that bring the world there: each gives its target so many per cent. */
struct route {
    int32_t albs[BS_RECORD_TARGETS_MAX];
    int64_t percents[BS_RECORD_TARGETS_MAX];
    uint32_t count;
    bool changes_ttl;
};

static const struct bs_record_change *newest(struct bs_account *account, int32_t record)
{
    const struct bs_record_state *state =
        bs_route53_record(bs_account_options(account)->world, record);

    return &state->changes[state->change_count - 1];
}

static const char *type_of(const struct bs_record_set *set)
{
    return set->is_alias ? "A" : "CNAME";
}

static int64_t share_of(const struct bs_record_change *change, int32_t alb)
{
    for (uint32_t i = 0; i < change->share_count; i++) {
        if (change->shares[i].alb == alb) {
            return change->shares[i].share_ppb;
        }
    }
    return 0;
}

/* ---- From the world ---- */

static const struct bs_account_entry *next_record(struct bs_account *account, const char *after)
{
    return bs_account_next(account, RECORD, BS_ACCOUNT_GLOBAL, after);
}

static int32_t index_of(const struct bs_account_entry *entry)
{
    return (int32_t)bs_tree_integer(entry->attributes, "Index", BS_NONE);
}

const char *bs_route53_scenario_zone(struct bs_account *account, const char *record)
{
    const struct bs_account_entry *entry;
    char name[BS_DOMAIN_SIZE];

    if (bs_domain_read(record, name) != NULL) {
        return NULL;
    }
    entry = bs_account_find(account, RECORD, BS_ACCOUNT_GLOBAL, name);
    return entry != NULL ? bs_tree_text(entry->attributes, "ZoneId", NULL) : NULL;
}

int32_t bs_route53_scenario_record(struct bs_account *account, const char *zone_id,
                                   const char *name, const char *type)
{
    const struct bs_account_entry *entry =
        bs_account_find(account, RECORD, BS_ACCOUNT_GLOBAL, name);

    return entry != NULL && strcmp(bs_tree_text(entry->attributes, "ZoneId", ""), zone_id) == 0 &&
                   strcmp(bs_tree_text(entry->attributes, "Type", ""), type) == 0
               ? index_of(entry)
               : BS_NONE;
}

bool bs_route53_has_scenario_name(struct bs_account *account, const char *zone_id, const char *name)
{
    const struct bs_account_entry *entry = next_record(account, NULL);

    while (entry != NULL && (strcmp(bs_tree_text(entry->attributes, "ZoneId", ""), zone_id) != 0 ||
                             !bs_domain_is_within(entry->key, name))) {
        entry = next_record(account, entry->key);
    }
    return entry != NULL;
}

/* The next set of the record behind a key, or NULL; the first, if that is the key without identifier. */
static struct bs_account_entry *next_set(struct bs_account *account,
                                         const struct bs_account_entry *record, const char *after)
{
    const char *zone_id = bs_tree_text(record->attributes, "ZoneId", "");
    struct bs_account_entry *entry;
    char prefix[BS_ROUTE53_KEY_SIZE];

    bs_route53_key(record->key, bs_tree_text(record->attributes, "Type", ""), "", prefix);
    entry = after == NULL ? bs_account_find(account, BS_ROUTE53_SET, zone_id, prefix) : NULL;
    if (entry == NULL) {
        entry = bs_account_next(account, BS_ROUTE53_SET, zone_id, after == NULL ? prefix : after);
    }
    return entry != NULL && strncmp(entry->key, prefix, strlen(prefix)) == 0 ? entry : NULL;
}

/* The set's own part: where it leads is the same for all. */
static struct bs_tree *write_set(struct bs_account *account, const struct bs_account_entry *record,
                                 const struct bs_record_change *change, int32_t target,
                                 const char *identifier)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const struct bs_resource *alb = &scenario->resources[target];
    const struct bs_account_entry *balancer = bs_elbv2_of_resource(account, alb);
    const char *type = bs_tree_text(record->attributes, "Type", "");
    struct bs_account_entry *entry;
    struct bs_tree *set;
    char key[BS_ROUTE53_KEY_SIZE];

    bs_route53_key(record->key, type, identifier, key);
    entry = bs_account_add(account, BS_ROUTE53_SET, bs_tree_text(record->attributes, "ZoneId", ""),
                           key);
    set = bs_tree_set_structure(entry->attributes, "Set");
    bs_tree_set_text(set, "Name", record->key);
    bs_tree_set_text(set, "Type", type);
    if (*identifier != '\0') {
        bs_tree_set_text(set, "SetIdentifier", identifier);
    }
    if (scenario->records[index_of(record)].is_alias) {
        struct bs_tree *alias = bs_tree_set_structure(set, "AliasTarget");

        bs_tree_set_text(alias, "HostedZoneId",
                         bs_tree_text(balancer->attributes, "CanonicalHostedZoneId", ""));
        bs_tree_set_format(alias, "DNSName", "%s.",
                           bs_tree_text(balancer->attributes, "DNSName", ""));
        bs_tree_set_boolean(alias, "EvaluateTargetHealth", false);
    } else {
        bs_tree_set_integer(set, "TTL", change->ttl.ns / BS_NS_PER_S);
        bs_tree_set_text(bs_tree_append_structure(bs_tree_set_list(set, "ResourceRecords")),
                         "Value", bs_tree_text(balancer->attributes, "DNSName", ""));
    }
    return set;
}

static void write_shares(struct bs_account *account, const struct bs_account_entry *record,
                         const struct bs_record_change *change)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (uint32_t i = 0; i < change->share_count; i++) {
        const struct bs_record_share *share = &change->shares[i];
        const bool is_only = change->share_count == 1;
        struct bs_tree *set = write_set(account, record, change, share->alb,
                                        is_only ? "" : scenario->resources[share->alb].id);

        if (!is_only) {
            bs_tree_set_integer(set, "Weight",
                                (share->share_ppb + BS_PPB_ONE / 200) / (BS_PPB_ONE / 100));
        }
    }
}

static void write_failover(struct bs_account *account, const struct bs_account_entry *record,
                           const struct bs_record_change *change)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const struct bs_record_set *is = &scenario->records[index_of(record)];
    struct bs_tree *set = write_set(account, record, change, is->alb, "primary");

    bs_tree_set_text(set, "Failover", "PRIMARY");
    bs_tree_set_text(set, "HealthCheckId", scenario->monitors[is->failover_check].id);
    set = write_set(account, record, change, is->failover_alb, "secondary");
    bs_tree_set_text(set, "Failover", "SECONDARY");
}

void bs_route53_follow_world(struct bs_account *account)
{
    const struct bs_world *world = bs_account_options(account)->world;
    const struct bs_account_entry *record = next_record(account, NULL);

    for (; record != NULL; record = next_record(account, record->key)) {
        const struct bs_record_state *state = bs_route53_record(world, index_of(record));
        const struct bs_record_change *change = &state->changes[state->change_count - 1];
        struct bs_account_entry *set;

        if (bs_tree_integer(record->attributes, "Seen", 0) == state->change_count) {
            continue;
        }
        while ((set = next_set(account, record, NULL)) != NULL) {
            bs_account_remove(account, set);
        }
        if (state->is_plain) {
            write_shares(account, record, change);
        } else {
            write_failover(account, record, change);
        }
        bs_tree_set_integer(record->attributes, "Seen", state->change_count);
    }
}

/* The zone of the parent domain, of the name itself if that has but two labels. */
static const char *zone_for(struct bs_account *account, const char *name, char id[32])
{
    const char *parent = bs_domain_parent(name);
    const char *zone = *bs_domain_parent(parent) == '\0' ? name : parent;
    struct bs_account_entry *entry;

    (void)snprintf(id, 32, "Z%016llX",
                   (unsigned long long)bs_account_draw(account, zone, "hosted zone", 0));
    if (bs_account_find(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, id) == NULL) {
        entry = bs_route53_add_zone(account, id, zone, false);
        bs_tree_set_format(entry->attributes, "CallerReference", "scenario %.100s", zone);
    }
    return id;
}

static void start_record(struct bs_account *account, int32_t index)
{
    const struct bs_record_set *set = &bs_account_scenario(account)->records[index];
    struct bs_account_entry *record;
    char name[BS_DOMAIN_SIZE];
    char id[32];

    if (bs_domain_read(set->name, name) != NULL ||
        bs_account_find(account, RECORD, BS_ACCOUNT_GLOBAL, name) != NULL) {
        return; /* No client could ask for such a name, either. */
    }
    record = bs_account_add(account, RECORD, BS_ACCOUNT_GLOBAL, name);
    bs_tree_set_text(record->attributes, "ZoneId", zone_for(account, name, id));
    bs_tree_set_text(record->attributes, "Type", type_of(set));
    bs_tree_set_integer(record->attributes, "Index", index);
}

/* The health checks are called as in the scenario. */
static void start_health_check(struct bs_account *account, const struct bs_monitor *monitor)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const struct bs_account_entry *balancer =
        bs_elbv2_of_resource(account, &scenario->resources[monitor->alb]);
    struct bs_account_entry *entry =
        bs_account_add(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, monitor->id);
    struct bs_tree *config = bs_tree_set_structure(entry->attributes, "HealthCheckConfig");

    bs_tree_set_format(entry->attributes, "CallerReference", "scenario %.50s", monitor->id);
    bs_tree_set_integer(entry->attributes, "HealthCheckVersion", 1);
    bs_tree_set_boolean(entry->attributes, "Scenario", true);
    bs_tree_set_text(config, "Type", "HTTP");
    bs_tree_set_text(config, "FullyQualifiedDomainName",
                     bs_tree_text(balancer->attributes, "DNSName", ""));
    bs_tree_set_integer(config, "Port", 80);
    bs_tree_set_text(config, "ResourcePath", "/health");
    bs_tree_set_integer(config, "RequestInterval", monitor->interval.ns / BS_NS_PER_S);
    bs_tree_set_integer(config, "FailureThreshold", monitor->failures);
    bs_tree_set_boolean(config, "MeasureLatency", false);
    bs_tree_set_boolean(config, "Inverted", false);
    bs_tree_set_boolean(config, "Disabled", false);
    bs_tree_set_boolean(config, "EnableSNI", false);
}

void bs_route53_start_world(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->record_count; i++) {
        start_record(account, (int32_t)i);
    }
    for (size_t i = 0; scenario != NULL && i < scenario->monitor_count; i++) {
        if (scenario->monitors[i].kind == BS_MONITOR_HEALTH_CHECK) {
            start_health_check(account, &scenario->monitors[i]);
        }
    }
    bs_route53_follow_world(account);
}

/* ---- To the world ---- */

/* The load balancer of the scenario that a set leads to, or BS_NONE. */
static int32_t target_of(struct bs_account *account, const struct bs_tree *set, bool is_alias)
{
    const struct bs_tree *records = bs_tree_get(set, "ResourceRecords");
    const char *name = is_alias ? bs_tree_text(bs_tree_get(set, "AliasTarget"), "DNSName", NULL)
                       : bs_tree_count(records) == 1
                           ? bs_tree_text(bs_tree_first(records), "Value", NULL)
                           : NULL;
    const struct bs_account_entry *balancer =
        name == NULL ? NULL : bs_elbv2_of_dns_name(account, name);
    const struct bs_resource *resource =
        balancer == NULL ? NULL : bs_elbv2_scenario_balancer(account, balancer);

    return resource == NULL ? BS_NONE
                            : (int32_t)(resource - bs_account_scenario(account)->resources);
}

static void add_wish(struct wish *wish, int32_t alb, int64_t weight)
{
    uint32_t i = 0;

    while (i < wish->count && wish->albs[i] != alb) {
        i++;
    }
    if (i == wish->count) {
        wish->albs[wish->count++] = alb;
        wish->weights[i] = 0;
    }
    wish->weights[i] += weight;
    wish->total += weight;
}

/* NULL, or what the world cannot be. */
static const char *add_set(struct bs_account *account, const struct bs_tree *set, bool is_alias,
                           struct wish *wish)
{
    const char *policy = bs_route53_policy(set);
    const int32_t alb = target_of(account, set, is_alias);
    const int64_t ttl_s = bs_tree_integer(set, "TTL", wish->ttl_s);

    if (policy != NULL && strcmp(policy, "Weight") != 0) {
        return "have a routing policy other than simple and weighted";
    }
    if (bs_tree_get(set, "HealthCheckId") != NULL) {
        return "have a health check of its own";
    }
    if (alb == BS_NONE) {
        return "lead to anything but one of the scenario's load balancers by its name";
    }
    if (ttl_s < 1 || ttl_s > TTL_MAX_S || (wish->count > 0 && ttl_s != wish->ttl_s)) {
        return "have a TTL of 0, of more than a week, or one that differs from its other sets'";
    }
    if (wish->count == BS_RECORD_TARGETS_MAX) {
        return "lead to more than 8 load balancers";
    }
    wish->ttl_s = ttl_s;
    add_wish(wish, alb, policy == NULL ? 1 : bs_tree_integer(set, "Weight", 0));
    return NULL;
}

static void drop_zero_weights(struct wish *wish)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < wish->count; i++) {
        wish->weights[i] = wish->total == 0 ? 1 : wish->weights[i]; /* All zero: all alike. */
        if (wish->weights[i] > 0) {
            wish->albs[kept] = wish->albs[i];
            wish->weights[kept++] = wish->weights[i];
        }
    }
    wish->total = wish->total == 0 ? kept : wish->total;
    wish->count = kept;
}

static const char *read_wish(struct bs_account *account, const struct bs_account_entry *record,
                             struct wish *wish)
{
    const int32_t index = index_of(record);
    const bool is_alias = bs_account_scenario(account)->records[index].is_alias;
    const struct bs_account_entry *set = next_set(account, record, NULL);

    *wish = (struct wish){.ttl_s = newest(account, index)->ttl.ns / BS_NS_PER_S};
    if (set == NULL) {
        return "be taken away";
    }
    for (; set != NULL; set = next_set(account, record, set->key)) {
        const char *problem = add_set(account, bs_tree_get(set->attributes, "Set"), is_alias, wish);

        if (problem != NULL) {
            return problem;
        }
    }
    drop_zero_weights(wish);
    return NULL;
}

static int64_t wished_ppb(const struct wish *wish, int32_t alb)
{
    for (uint32_t i = 0; i < wish->count; i++) {
        if (wish->albs[i] == alb) {
            return wish->weights[i] * BS_PPB_ONE / wish->total;
        }
    }
    return 0;
}

/*
 * Whether the others would have what is wished if `alb` were given its share and they kept their
 * proportions.
 */
static bool others_follow(const struct bs_record_change *before, const struct wish *wish,
                          int32_t alb)
{
    const int64_t rest_before = BS_PPB_ONE - share_of(before, alb);
    const int64_t rest_after = BS_PPB_ONE - wished_ppb(wish, alb);
    int64_t found_ppb = wished_ppb(wish, alb);

    if (rest_before == 0) {
        return rest_after == 0;
    }
    for (uint32_t i = 0; i < before->share_count; i++) {
        const int32_t other = before->shares[i].alb;
        const int64_t difference = wished_ppb(wish, other) * (rest_before / 1000) -
                                   before->shares[i].share_ppb * (rest_after / 1000);

        if (other == alb) {
            continue;
        }
        found_ppb += wished_ppb(wish, other);
        if (difference > TOLERANCE_PPB * INT64_C(1000000) ||
            difference < -TOLERANCE_PPB * INT64_C(1000000)) {
            return false;
        }
    }
    return found_ppb >= BS_PPB_ONE - TOLERANCE_PPB;
}

static bool is_as_wished(const struct bs_record_change *before, const struct wish *wish)
{
    for (uint32_t i = 0; i < wish->count; i++) {
        const int64_t difference =
            share_of(before, wish->albs[i]) - wished_ppb(wish, wish->albs[i]);

        if (difference > TOLERANCE_PPB || difference < -TOLERANCE_PPB) {
            return false;
        }
    }
    return true;
}

static bool is_whole(int64_t weight, int64_t total)
{
    return 100 * weight % total == 0;
}

static void add_step(struct route *route, int32_t alb, int64_t weight, int64_t total)
{
    route->albs[route->count] = alb;
    route->percents[route->count++] = 100 * weight / total;
}

/*
 * One call if that will do; else one for each target from the first on. False if shares are no whole per
 * cents.
 */
static bool find_route(const struct bs_record_change *before, const struct wish *wish,
                       struct route *route)
{
    int64_t total = 0;

    *route = (struct route){.changes_ttl = wish->ttl_s != before->ttl.ns / BS_NS_PER_S};
    if (route->changes_ttl && is_as_wished(before, wish)) {
        return true;
    }
    for (uint32_t i = 0; i < wish->count; i++) {
        if (is_whole(wish->weights[i], wish->total) && others_follow(before, wish, wish->albs[i])) {
            add_step(route, wish->albs[i], wish->weights[i], wish->total);
            return true;
        }
    }
    for (uint32_t i = 0; i < wish->count; i++) {
        total += wish->weights[i];
        if (!is_whole(wish->weights[i], total)) {
            return false;
        }
        add_step(route, wish->albs[i], wish->weights[i], total);
    }
    return true;
}

static const struct bs_account_entry *entry_of(struct bs_account *account, int32_t record)
{
    const struct bs_account_entry *entry = next_record(account, NULL);

    while (index_of(entry) != record) {
        entry = next_record(account, entry->key);
    }
    return entry;
}

bool bs_route53_world_can(struct bs_account *account, const char *zone_id, int32_t record,
                          char *problem, size_t problem_size)
{
    const struct bs_account_entry *entry = entry_of(account, record);
    const struct bs_record_state *state =
        bs_route53_record(bs_account_options(account)->world, record);
    struct wish wish;
    struct route route;
    const char *what = read_wish(account, entry, &wish);

    if (what == NULL && !find_route(newest(account, record), &wish, &route)) {
        what = "have shares that are no whole per cents";
    }
    if (what == NULL && state->change_count + route.count + 1 > BS_RECORD_CHANGES_MAX) {
        what = "change more often";
    }
    if (what != NULL) {
        (void)snprintf(problem, problem_size,
                       "The record %s in zone %s is the scenario's and cannot %s", entry->key,
                       zone_id, what);
    }
    return what == NULL;
}

static void call_world(struct bs_account *account, struct bs_call_request request,
                       struct bs_tree *changes)
{
    struct bs_world *world = bs_account_options(account)->world;
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};

    request.region = BS_ACCOUNT_GLOBAL;
    if (request.operation == BS_OPERATION_ROUTE53_CHANGE_TTL) {
        bs_route53_change_ttl(world, &request, &answer);
    } else {
        bs_route53_change_record(world, &request, &answer);
    }
    if (answer.outcome == BS_OUTCOME_OK) {
        (void)bs_tree_append(changes, bs_tree_new_integer(answer.change));
    }
}

void bs_route53_change_world(struct bs_account *account, const char *zone_id, int32_t record,
                             struct bs_tree *changes)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);
    const struct bs_account_entry *entry = entry_of(account, record);
    const char *name = scenario->records[record].name;
    struct wish wish;
    struct route route;

    (void)zone_id;
    if (read_wish(account, entry, &wish) != NULL ||
        !find_route(newest(account, record), &wish, &route)) {
        return;
    }
    for (uint32_t i = 0; i < route.count; i++) {
        call_world(account,
                   (struct bs_call_request){.operation = BS_OPERATION_ROUTE53_CHANGE_RECORD,
                                            .resource = name,
                                            .target = scenario->resources[route.albs[i]].id,
                                            .count = route.percents[i]},
                   changes);
    }
    if (route.changes_ttl) {
        call_world(account,
                   (struct bs_call_request){.operation = BS_OPERATION_ROUTE53_CHANGE_TTL,
                                            .resource = name,
                                            .span = BS_SECONDS(wish.ttl_s)},
                   changes);
    }
    bs_tree_set_integer(
        entry->attributes, "Seen",
        bs_route53_record(bs_account_options(account)->world, record)->change_count);
}
