/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Route 53: the table of operations, changes and how they propagate, tags, limits.
 *
 * Source: Amazon Route 53 API Reference, version 2013-04-01.
 */

#include "sim/account/route53.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/services.h"
#include "sim/world/route53.h"

enum { TAGS_MAX = 50, VPCS_MAX = 300 };

/* B01: typically within 60 s; the shape is unsourced. */
static const struct bs_distribution propagation = {
    .kind = BS_DISTRIBUTION_LOGNORMAL,
    .lognormal = {.median = {25 * BS_NS_PER_S}, .p95 = {60 * BS_NS_PER_S}},
};

/* ---- What everybody needs ---- */

const char *bs_route53_bare_id(const char *id)
{
    static const char *const prefixes[] = {"/hostedzone/", "/change/", "/healthcheck/"};

    for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
        const char *prefix = prefixes[i] + (id[0] == '/' ? 0 : 1);

        if (strncmp(id, prefix, strlen(prefix)) == 0) {
            return id + strlen(prefix);
        }
    }
    return id;
}

struct bs_account_entry *bs_route53_zone(struct bs_account *account, const char *id,
                                         struct bs_account_answer *answer)
{
    struct bs_account_entry *zone =
        bs_account_find(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, bs_route53_bare_id(id));

    bs_route53_follow_world(account);
    if (zone == NULL) {
        bs_account_fail(answer, "NoSuchHostedZone", "No hosted zone found with ID: %s",
                        bs_route53_bare_id(id));
    }
    return zone;
}

size_t bs_route53_count(struct bs_account *account, const char *kind, const char *region)
{
    const struct bs_account_entry *entry = bs_account_next(account, kind, region, NULL);
    size_t count = 0;

    for (; entry != NULL; entry = bs_account_next(account, kind, region, entry->key)) {
        count++;
    }
    return count;
}

void bs_route53_key(const char *name, const char *type, const char *identifier,
                    char key[BS_ROUTE53_KEY_SIZE])
{
    char reversed[BS_DOMAIN_SIZE];

    bs_domain_reverse(name, reversed);
    (void)snprintf(key, BS_ROUTE53_KEY_SIZE, "%s %s %.128s", reversed, type, identifier);
}

size_t bs_route53_page_size(const struct bs_tree *input, size_t most,
                            struct bs_account_answer *answer)
{
    const char *text = bs_tree_text(input, "MaxItems", NULL);
    char *end = NULL;
    unsigned long size;

    if (text == NULL) {
        return most;
    }
    size = strtoul(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || size == 0) {
        bs_account_fail(answer, "InvalidInput", "Invalid MaxItems value: %s", text);
        return 0;
    }
    return size > most ? most : size;
}

/* ---- Changes ---- */

/* What a change brings to the name servers, whatever else has become of the zone meanwhile. */
static void publish(struct bs_account *account, const char *zone_id, const struct bs_tree *answers)
{
    const struct bs_tree *item = bs_tree_first(answers);

    if (bs_account_find(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone_id) == NULL) {
        return;
    }
    for (; item != NULL; item = item->next) {
        const char *key = bs_tree_text(item, "Key", "");
        const struct bs_tree *set = bs_tree_get(item, "Set");
        struct bs_account_entry *entry = bs_account_find(account, BS_ROUTE53_ANSWER, zone_id, key);

        if (set == NULL && entry != NULL) {
            bs_account_remove(account, entry);
        } else if (set != NULL) {
            entry =
                entry != NULL ? entry : bs_account_add(account, BS_ROUTE53_ANSWER, zone_id, key);
            (void)bs_tree_set(entry->attributes, "Set", bs_tree_copy(set));
        }
    }
}

static void propagated(struct bs_account *account, struct bs_account_entry *change)
{
    publish(account, bs_tree_text(change->attributes, "ZoneId", ""),
            bs_tree_get(change->attributes, "Answers"));
    (void)bs_tree_remove(change->attributes, "Answers");
    bs_tree_set_boolean(change->attributes, "IsPropagated", true);
}

static bool world_is_in_sync(struct bs_account *account, const struct bs_tree *changes)
{
    for (const struct bs_tree *change = bs_tree_first(changes); change != NULL;
         change = change->next) {
        const struct bs_call_request request = {.operation = BS_OPERATION_ROUTE53_GET_CHANGE,
                                                .region = BS_ACCOUNT_GLOBAL,
                                                .count = change->is.integer};
        struct bs_call_answer world = {.outcome = BS_OUTCOME_OK};

        bs_route53_get_change(bs_account_options(account)->world, &request, &world);
        if (world.state != BS_STATE_INSYNC) {
            return false;
        }
    }
    return true;
}

static void show_change(struct bs_account *account, const struct bs_account_entry *change,
                        struct bs_tree *shown)
{
    static const char *const members[] = {"SubmittedAt", "Comment", NULL};
    const struct bs_tree *attributes = change->attributes;
    const bool in_sync = bs_tree_boolean(attributes, "IsPropagated", false) &&
                         world_is_in_sync(account, bs_tree_get(attributes, "WorldChanges"));

    bs_tree_set_format(shown, "Id", "/change/%s", change->key);
    bs_tree_set_text(shown, "Status", in_sync ? "INSYNC" : "PENDING");
    bs_tree_copy_members(shown, attributes, members);
}

/* A later change of a zone never reaches the name servers before an earlier one. */
static struct bs_duration propagation_time(struct bs_account *account,
                                           struct bs_account_entry *zone, const char *id)
{
    const struct bs_instant now = bs_account_now(account);
    const struct bs_instant latest = bs_tree_instant(zone->attributes, "LatestAt", now);
    const struct bs_duration drawn = bs_distribution_sample(
        &propagation, bs_account_draw(account, id, "propagation", zone->generation));
    struct bs_instant at = bs_instant_add(now, drawn);

    at = at.ns < latest.ns ? latest : at;
    bs_tree_set_instant(zone->attributes, "LatestAt", at);
    return bs_duration_between(now, at);
}

void bs_route53_begin_change(struct bs_account *account, struct bs_account_entry *zone,
                             const char *comment, struct bs_tree *answers,
                             struct bs_tree *world_changes, struct bs_tree *shown)
{
    const bool is_worlds = bs_tree_count(world_changes) > 0 && bs_tree_count(answers) == 0;
    struct bs_account_entry *change;
    char id[32];

    bs_account_new_id(account, "C", 20, id, sizeof(id));
    for (char *c = id; *c != '\0'; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    change = bs_account_add(account, BS_ROUTE53_CHANGE, BS_ACCOUNT_GLOBAL, id);
    bs_tree_set_instant(change->attributes, "SubmittedAt", bs_account_now(account));
    bs_tree_set_text(change->attributes, "ZoneId", zone->key);
    if (comment != NULL) {
        bs_tree_set_text(change->attributes, "Comment", comment);
    }
    if (answers != NULL) {
        (void)bs_tree_set(change->attributes, "Answers", answers);
    }
    if (world_changes != NULL) {
        (void)bs_tree_set(change->attributes, "WorldChanges", world_changes);
    }
    if (is_worlds) {
        propagated(account, change); /* As far as it is up to this account. */
    } else {
        bs_account_later(account, change, propagation_time(account, zone, id), propagated);
    }
    show_change(account, change, shown);
}

void bs_route53_get_change_info(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const char *id = bs_route53_bare_id(bs_tree_text(request->input, "Id", ""));
    const struct bs_account_entry *change =
        bs_account_find(account, BS_ROUTE53_CHANGE, BS_ACCOUNT_GLOBAL, id);

    if (change == NULL) {
        bs_account_fail(answer, "NoSuchChange", "Could not find resource with ID: /change/%s", id);
        return;
    }
    show_change(account, change, bs_tree_set_structure(answer->output, "ChangeInfo"));
}

/* ---- Tags ---- */

static struct bs_account_entry *find_tagged(struct bs_account *account, const char *type,
                                            const char *id, struct bs_account_answer *answer)
{
    const bool is_zone = strcmp(type, "hostedzone") == 0;
    struct bs_account_entry *entry =
        bs_account_find(account, is_zone ? BS_ROUTE53_ZONE : BS_ROUTE53_HEALTH_CHECK,
                        BS_ACCOUNT_GLOBAL, bs_route53_bare_id(id));

    if (entry == NULL) {
        bs_account_fail(answer, is_zone ? "NoSuchHostedZone" : "NoSuchHealthCheck",
                        "No %s found with ID: %s", is_zone ? "hosted zone" : "health check", id);
    }
    return entry;
}

static void change_tags_for_resource(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    const struct bs_tree *added = bs_tree_get(request->input, "AddTags");
    const struct bs_tree *removed = bs_tree_get(request->input, "RemoveTagKeys");
    struct bs_account_entry *entry =
        find_tagged(account, bs_tree_text(request->input, "ResourceType", ""),
                    bs_tree_text(request->input, "ResourceId", ""), answer);

    if (entry == NULL) {
        return;
    }
    if (bs_tree_count(added) == 0 && bs_tree_count(removed) == 0) {
        bs_account_fail(answer, "InvalidInput", "You must specify AddTags or RemoveTagKeys");
        return;
    }
    if (bs_tree_count(bs_tree_get(entry->attributes, "Tags")) + bs_tree_count(added) > TAGS_MAX) {
        bs_account_fail(answer, "InvalidInput", "A resource can have at most %d tags", TAGS_MAX);
        return;
    }
    bs_account_remove_tags(entry->attributes, removed);
    bs_account_merge_tags(entry->attributes, added);
}

static void show_tags(const struct bs_account_entry *entry, const char *type, struct bs_tree *set)
{
    const struct bs_tree *tags = bs_tree_get(entry->attributes, "Tags");

    bs_tree_set_text(set, "ResourceType", type);
    bs_tree_set_text(set, "ResourceId", entry->key);
    (void)bs_tree_set(set, "Tags", tags == NULL ? bs_tree_new_list() : bs_tree_copy(tags));
}

static void list_tags_for_resource(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(request->input, "ResourceType", "");
    const struct bs_account_entry *entry =
        find_tagged(account, type, bs_tree_text(request->input, "ResourceId", ""), answer);

    if (entry != NULL) {
        show_tags(entry, type, bs_tree_set_structure(answer->output, "ResourceTagSet"));
    }
}

static void list_tags_for_resources(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(request->input, "ResourceType", "");
    const struct bs_tree *id = bs_tree_first(bs_tree_get(request->input, "ResourceIds"));
    struct bs_tree *list = bs_tree_set_list(answer->output, "ResourceTagSets");

    for (; id != NULL; id = id->next) {
        const struct bs_account_entry *entry =
            find_tagged(account, type, id->is.text.bytes, answer);

        if (entry == NULL) {
            return;
        }
        show_tags(entry, type, bs_tree_append_structure(list));
    }
}

/* ---- Limits ---- */

static void show_limit(struct bs_account_answer *answer, const char *type, int64_t value,
                       size_t count)
{
    struct bs_tree *limit = bs_tree_set_structure(answer->output, "Limit");

    bs_tree_set_text(limit, "Type", type);
    bs_tree_set_integer(limit, "Value", value);
    bs_tree_set_integer(answer->output, "Count", (int64_t)count);
}

void bs_route53_get_hosted_zone_limit(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(request->input, "Type", "");
    const struct bs_account_entry *zone =
        bs_route53_zone(account, bs_tree_text(request->input, "HostedZoneId", ""), answer);

    if (zone == NULL) {
        return;
    }
    if (strcmp(type, "MAX_RRSETS_BY_ZONE") == 0) {
        show_limit(answer, type, BS_ROUTE53_SETS_MAX,
                   bs_route53_count(account, BS_ROUTE53_SET, zone->key));
    } else if (bs_tree_get(zone->attributes, "VPCs") != NULL) {
        show_limit(answer, type, VPCS_MAX, bs_tree_count(bs_tree_get(zone->attributes, "VPCs")));
    } else {
        bs_account_fail(answer, "HostedZoneNotPrivate", "The hosted zone %s is not private",
                        zone->key);
    }
}

void bs_route53_get_account_limit(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    static const struct {
        const char *type;
        int64_t value;
        const char *kind; /* Of what is counted; NULL: there are none. */
    } limits[] = {
        {"MAX_HEALTH_CHECKS_BY_OWNER", BS_ROUTE53_HEALTH_CHECKS_MAX, BS_ROUTE53_HEALTH_CHECK},
        {"MAX_HOSTED_ZONES_BY_OWNER", BS_ROUTE53_ZONES_MAX, BS_ROUTE53_ZONE},
        {"MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER", 5, NULL},
        {"MAX_REUSABLE_DELEGATION_SETS_BY_OWNER", 100, NULL},
        {"MAX_TRAFFIC_POLICIES_BY_OWNER", 50, NULL},
    };
    const char *type = bs_tree_text(request->input, "Type", "");

    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
        if (strcmp(limits[i].type, type) == 0) {
            show_limit(answer, type, limits[i].value,
                       limits[i].kind == NULL
                           ? 0
                           : bs_route53_count(account, limits[i].kind, BS_ACCOUNT_GLOBAL));
            return;
        }
    }
    bs_account_fail(answer, "InvalidInput", "Unknown limit type: %s", type);
}

/* ---- The service ---- */

static const struct bs_account_operation operations[] = {
    {"AssociateVPCWithHostedZone", bs_route53_associate_vpc, BS_ACCOUNT_RECORDED, false},
    {"ChangeResourceRecordSets", bs_route53_change_record_sets, BS_ACCOUNT_MODELLED, false},
    {"ChangeTagsForResource", change_tags_for_resource, BS_ACCOUNT_RECORDED, false},
    {"CreateHealthCheck", bs_route53_create_health_check, BS_ACCOUNT_MODELLED, false},
    {"CreateHostedZone", bs_route53_create_hosted_zone, BS_ACCOUNT_MODELLED, false},
    {"DeleteHealthCheck", bs_route53_delete_health_check, BS_ACCOUNT_MODELLED, false},
    {"DeleteHostedZone", bs_route53_delete_hosted_zone, BS_ACCOUNT_MODELLED, false},
    {"DisassociateVPCFromHostedZone", bs_route53_disassociate_vpc, BS_ACCOUNT_RECORDED, false},
    {"GetAccountLimit", bs_route53_get_account_limit, BS_ACCOUNT_MODELLED, false},
    {"GetChange", bs_route53_get_change_info, BS_ACCOUNT_MODELLED, false},
    {"GetCheckerIpRanges", bs_route53_get_checker_ip_ranges, BS_ACCOUNT_RECORDED, false},
    {"GetHealthCheck", bs_route53_get_health_check, BS_ACCOUNT_MODELLED, false},
    {"GetHealthCheckCount", bs_route53_get_health_check_count, BS_ACCOUNT_MODELLED, false},
    {"GetHealthCheckLastFailureReason", bs_route53_get_last_failure_reason, BS_ACCOUNT_MODELLED,
     false},
    {"GetHealthCheckStatus", bs_route53_get_health_check_status, BS_ACCOUNT_MODELLED, false},
    {"GetHostedZone", bs_route53_get_hosted_zone, BS_ACCOUNT_MODELLED, false},
    {"GetHostedZoneCount", bs_route53_get_hosted_zone_count, BS_ACCOUNT_MODELLED, false},
    {"GetHostedZoneLimit", bs_route53_get_hosted_zone_limit, BS_ACCOUNT_MODELLED, false},
    {"ListHealthChecks", bs_route53_list_health_checks, BS_ACCOUNT_MODELLED, false},
    {"ListHostedZones", bs_route53_list_hosted_zones, BS_ACCOUNT_MODELLED, false},
    {"ListHostedZonesByName", bs_route53_list_hosted_zones_by_name, BS_ACCOUNT_MODELLED, false},
    {"ListHostedZonesByVPC", bs_route53_list_hosted_zones_by_vpc, BS_ACCOUNT_RECORDED, false},
    {"ListResourceRecordSets", bs_route53_list_record_sets, BS_ACCOUNT_MODELLED, false},
    {"ListTagsForResource", list_tags_for_resource, BS_ACCOUNT_RECORDED, false},
    {"ListTagsForResources", list_tags_for_resources, BS_ACCOUNT_RECORDED, false},
    {"TestDNSAnswer", bs_route53_test_dns_answer, BS_ACCOUNT_MODELLED, false},
    {"UpdateHealthCheck", bs_route53_update_health_check, BS_ACCOUNT_MODELLED, false},
    {"UpdateHostedZoneComment", bs_route53_update_hosted_zone_comment, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_route53 = {
    .name = "route53",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .is_global = true,
    .start = bs_route53_start_world,
};
