/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Hosted zones: made with their NS and SOA records, listed in both orders, deleted when nothing else is
 * left.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/route53.h"

enum { NAME_SERVERS = 4, NS_TTL_S = 172800, SOA_TTL_S = 900, PAGE_MAX = 100 };

/* ---- Making ---- */

/* As AWS's name servers are called: 2048 of them, 512 beneath each of four domains. */
static void name_server(uint64_t bits, unsigned which, char name[64])
{
    static const char *const domains[NAME_SERVERS] = {"com", "net", "org", "co.uk"};
    const unsigned number = which * 512 + (unsigned)bs_bits_below(bs_bits_derive(bits, which), 512);

    (void)snprintf(name, 64, "ns-%u.awsdns-%02u.%s", number, number / 8 % 64, domains[which]);
}

static void add_set(struct bs_account *account, const char *kind, const char *zone_id,
                    const struct bs_tree *set)
{
    char key[BS_ROUTE53_KEY_SIZE];

    bs_route53_key(bs_tree_text(set, "Name", ""), bs_tree_text(set, "Type", ""), "", key);
    (void)bs_tree_set(bs_account_add(account, kind, zone_id, key)->attributes, "Set",
                      bs_tree_copy(set));
}

static struct bs_tree *new_set(const char *name, const char *type, int64_t ttl_s)
{
    struct bs_tree *set = bs_tree_new_structure();

    bs_tree_set_text(set, "Name", name);
    bs_tree_set_text(set, "Type", type);
    bs_tree_set_integer(set, "TTL", ttl_s);
    (void)bs_tree_set_list(set, "ResourceRecords");
    return set;
}

static void add_value(struct bs_tree *set, const char *value)
{
    struct bs_tree *records = bs_tree_get_mutable(set, "ResourceRecords");

    bs_tree_set_text(bs_tree_append_structure(records), "Value", value);
}

/* Name servers know a zone's own records from the start. */
static void add_own_sets(struct bs_account *account, const struct bs_account_entry *zone,
                         const char *name, uint64_t bits)
{
    struct bs_tree *delegation = new_set(name, "NS", NS_TTL_S);
    struct bs_tree *authority = new_set(name, "SOA", SOA_TTL_S);
    struct bs_tree *servers = bs_tree_set_list(zone->attributes, "NameServers");
    char server[64];
    char value[160];

    for (unsigned i = 0; i < NAME_SERVERS; i++) {
        name_server(bits, i, server);
        bs_tree_append_text(servers, server);
        (void)snprintf(value, sizeof(value), "%s.", server);
        add_value(delegation, value);
    }
    name_server(bits, 0, server);
    (void)snprintf(value, sizeof(value),
                   "%s. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400", server);
    add_value(authority, value);
    add_set(account, BS_ROUTE53_SET, zone->key, delegation);
    add_set(account, BS_ROUTE53_SET, zone->key, authority);
    add_set(account, BS_ROUTE53_ANSWER, zone->key, delegation);
    add_set(account, BS_ROUTE53_ANSWER, zone->key, authority);
    bs_tree_destroy(delegation);
    bs_tree_destroy(authority);
}

struct bs_account_entry *bs_route53_add_zone(struct bs_account *account, const char *id,
                                             const char *name, bool is_private)
{
    struct bs_account_entry *zone = bs_account_add(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, id);

    bs_tree_set_text(zone->attributes, "Name", name);
    bs_tree_set_boolean(bs_tree_set_structure(zone->attributes, "Config"), "PrivateZone",
                        is_private);
    add_own_sets(account, zone, name, bs_account_draw(account, id, "name servers", 0));
    return zone;
}

/* ---- Showing ---- */

void bs_route53_show_zone(struct bs_account *account, const struct bs_account_entry *zone,
                          struct bs_tree *shown)
{
    static const char *const members[] = {"Name", "CallerReference", "Config", NULL};

    bs_tree_set_format(shown, "Id", "/hostedzone/%s", zone->key);
    bs_tree_copy_members(shown, zone->attributes, members);
    bs_tree_set_integer(shown, "ResourceRecordSetCount",
                        (int64_t)bs_route53_count(account, BS_ROUTE53_SET, zone->key));
}

static bool is_private(const struct bs_account_entry *zone)
{
    return bs_tree_boolean(bs_tree_get(zone->attributes, "Config"), "PrivateZone", false);
}

/* Private zones have no delegation that anybody could follow. */
static void show_delegation(const struct bs_account_entry *zone, struct bs_tree *output)
{
    if (!is_private(zone)) {
        (void)bs_tree_set(bs_tree_set_structure(output, "DelegationSet"), "NameServers",
                          bs_tree_copy(bs_tree_get(zone->attributes, "NameServers")));
    }
}

/* ---- CreateHostedZone ---- */

static bool is_vpc(const struct bs_tree *vpc)
{
    return strncmp(bs_tree_text(vpc, "VPCId", ""), "vpc-", 4) == 0 &&
           bs_tree_text(vpc, "VPCRegion", NULL) != NULL;
}

static bool has_vpc(const struct bs_account_entry *zone, const struct bs_tree *vpc)
{
    const struct bs_tree *other = bs_tree_first(bs_tree_get(zone->attributes, "VPCs"));

    while (other != NULL && !bs_tree_equal(other, vpc)) {
        other = other->next;
    }
    return other != NULL;
}

static bool may_create(struct bs_account *account, const struct bs_tree *input, const char *name,
                       struct bs_account_answer *answer)
{
    const struct bs_tree *vpc = bs_tree_get(input, "VPC");
    const bool wants_private =
        bs_tree_boolean(bs_tree_get(input, "HostedZoneConfig"), "PrivateZone", false);
    const struct bs_account_entry *zone;

    for (zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, NULL); zone != NULL;
         zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone->key)) {
        if (strcmp(bs_tree_text(zone->attributes, "CallerReference", ""),
                   bs_tree_text(input, "CallerReference", "")) == 0) {
            bs_account_fail(answer, "HostedZoneAlreadyExists",
                            "A hosted zone has already been created with the specified caller "
                            "reference.");
            return false;
        }
        if (vpc != NULL && strcmp(bs_tree_text(zone->attributes, "Name", ""), name) == 0 &&
            has_vpc(zone, vpc)) {
            bs_account_fail(answer, "ConflictingDomainExists",
                            "The VPC %s is already associated with a hosted zone for %s",
                            bs_tree_text(vpc, "VPCId", ""), name);
            return false;
        }
    }
    if (vpc != NULL && !is_vpc(vpc)) {
        bs_account_fail(answer, "InvalidVPCId", "The VPC ID is not valid: %s",
                        bs_tree_text(vpc, "VPCId", ""));
    } else if (wants_private && vpc == NULL) {
        bs_account_fail(answer, "InvalidInput",
                        "When you're creating a private hosted zone, you must specify a VPC");
    } else if (bs_tree_get(input, "DelegationSetId") != NULL) {
        bs_account_fail(answer, "NoSuchDelegationSet",
                        "A reusable delegation set with the specified ID does not exist.");
    } else if (bs_route53_count(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL) >=
               BS_ROUTE53_ZONES_MAX) {
        bs_account_fail(answer, "TooManyHostedZones", "Limits Exceeded: MAX_HOSTED_ZONES_BY_OWNER");
    }
    return answer->error == NULL;
}

void bs_route53_create_hosted_zone(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const struct bs_tree *vpc = bs_tree_get(input, "VPC");
    const char *comment = bs_tree_text(bs_tree_get(input, "HostedZoneConfig"), "Comment", NULL);
    const char *problem;
    struct bs_account_entry *zone;
    char name[BS_DOMAIN_SIZE];
    char id[32];

    problem = bs_domain_read(bs_tree_text(input, "Name", ""), name);
    if (problem != NULL) {
        bs_account_fail(answer, "InvalidDomainName", "%s is not a valid domain name: %s",
                        bs_tree_text(input, "Name", ""), problem);
        return;
    }
    if (!may_create(account, input, name, answer)) {
        return;
    }
    bs_account_new_id(account, "Z", 20, id, sizeof(id));
    for (char *c = id; *c != '\0'; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    zone = bs_route53_add_zone(account, id, name, vpc != NULL);
    bs_tree_set_text(zone->attributes, "CallerReference",
                     bs_tree_text(input, "CallerReference", ""));
    if (comment != NULL) {
        bs_tree_set_text(bs_tree_get_mutable(zone->attributes, "Config"), "Comment", comment);
    }
    if (vpc != NULL) {
        (void)bs_tree_append(bs_tree_set_list(zone->attributes, "VPCs"), bs_tree_copy(vpc));
        (void)bs_tree_set(answer->output, "VPC", bs_tree_copy(vpc));
    }
    bs_route53_show_zone(account, zone, bs_tree_set_structure(answer->output, "HostedZone"));
    show_delegation(zone, answer->output);
    bs_route53_begin_change(account, zone, NULL, NULL, NULL,
                            bs_tree_set_structure(answer->output, "ChangeInfo"));
    bs_tree_set_format(answer->output, "Location",
                       "https://route53.amazonaws.com/2013-04-01/hostedzone/%s", id);
}

/* ---- One zone ---- */

static struct bs_account_entry *zone_asked(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer)
{
    return bs_route53_zone(
        account,
        bs_tree_text(request->input, "Id", bs_tree_text(request->input, "HostedZoneId", "")),
        answer);
}

void bs_route53_get_hosted_zone(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    static const char *const members[] = {"VPCs", NULL};
    const struct bs_account_entry *zone = zone_asked(account, request, answer);

    if (zone != NULL) {
        bs_route53_show_zone(account, zone, bs_tree_set_structure(answer->output, "HostedZone"));
        show_delegation(zone, answer->output);
        bs_tree_copy_members(answer->output, zone->attributes, members);
    }
}

void bs_route53_update_hosted_zone_comment(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer)
{
    const char *comment = bs_tree_text(request->input, "Comment", NULL);
    struct bs_account_entry *zone = zone_asked(account, request, answer);

    if (zone == NULL) {
        return;
    }
    if (comment == NULL) {
        (void)bs_tree_remove(bs_tree_get_mutable(zone->attributes, "Config"), "Comment");
    } else {
        bs_tree_set_text(bs_tree_get_mutable(zone->attributes, "Config"), "Comment", comment);
    }
    bs_route53_show_zone(account, zone, bs_tree_set_structure(answer->output, "HostedZone"));
}

static void remove_all(struct bs_account *account, const char *kind, const char *zone_id)
{
    struct bs_account_entry *entry;

    while ((entry = bs_account_next(account, kind, zone_id, NULL)) != NULL) {
        bs_account_remove(account, entry);
    }
}

void bs_route53_delete_hosted_zone(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    struct bs_account_entry *zone = zone_asked(account, request, answer);

    if (zone == NULL) {
        return;
    }
    if (bs_route53_count(account, BS_ROUTE53_SET, zone->key) > 2) {
        bs_account_fail(answer, "HostedZoneNotEmpty",
                        "The specified hosted zone contains non-required resource record sets  "
                        "and so cannot be deleted.");
        return;
    }
    bs_route53_begin_change(account, zone, NULL, NULL, NULL,
                            bs_tree_set_structure(answer->output, "ChangeInfo"));
    remove_all(account, BS_ROUTE53_SET, zone->key);
    remove_all(account, BS_ROUTE53_ANSWER, zone->key);
    bs_account_remove(account, zone);
}

void bs_route53_get_hosted_zone_count(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    (void)request;
    bs_tree_set_integer(answer->output, "HostedZoneCount",
                        (int64_t)bs_route53_count(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL));
}

/* ---- VPCs ---- */

static struct bs_account_entry *private_zone_asked(struct bs_account *account,
                                                   const struct bs_account_request *request,
                                                   struct bs_account_answer *answer)
{
    struct bs_account_entry *zone = zone_asked(account, request, answer);
    const struct bs_tree *vpc = bs_tree_get(request->input, "VPC");

    if (zone == NULL) {
        return NULL;
    }
    if (!is_vpc(vpc)) {
        bs_account_fail(answer, "InvalidVPCId", "The VPC ID is not valid: %s",
                        bs_tree_text(vpc, "VPCId", ""));
        return NULL;
    }
    return zone;
}

void bs_route53_associate_vpc(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *zone = private_zone_asked(account, request, answer);
    const struct bs_tree *vpc = bs_tree_get(request->input, "VPC");

    if (zone == NULL) {
        return;
    }
    if (!is_private(zone)) {
        bs_account_fail(answer, "PublicZoneVPCAssociation",
                        "You're trying to associate a VPC with a public hosted zone.");
        return;
    }
    if (has_vpc(zone, vpc)) {
        bs_account_fail(answer, "ConflictingDomainExists",
                        "The VPC %s is already associated with the hosted zone",
                        bs_tree_text(vpc, "VPCId", ""));
        return;
    }
    (void)bs_tree_append(bs_tree_get_mutable(zone->attributes, "VPCs"), bs_tree_copy(vpc));
    bs_route53_begin_change(account, zone, bs_tree_text(request->input, "Comment", NULL), NULL,
                            NULL, bs_tree_set_structure(answer->output, "ChangeInfo"));
}

void bs_route53_disassociate_vpc(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    struct bs_account_entry *zone = private_zone_asked(account, request, answer);
    const struct bs_tree *vpc = bs_tree_get(request->input, "VPC");
    struct bs_tree *vpcs;
    struct bs_tree *kept;

    if (zone == NULL) {
        return;
    }
    vpcs = bs_tree_get_mutable(zone->attributes, "VPCs");
    if (!has_vpc(zone, vpc)) {
        bs_account_fail(answer, "VPCAssociationNotFound",
                        "The specified VPC and hosted zone are not currently associated.");
        return;
    }
    if (bs_tree_count(vpcs) == 1) {
        bs_account_fail(answer, "LastVPCAssociation",
                        "The VPC is the last one associated with the private hosted zone.");
        return;
    }
    kept = bs_tree_first_mutable(vpcs);
    while (!bs_tree_equal(kept, vpc)) {
        kept = kept->next;
    }
    bs_tree_remove_element(vpcs, kept);
    bs_route53_begin_change(account, zone, bs_tree_text(request->input, "Comment", NULL), NULL,
                            NULL, bs_tree_set_structure(answer->output, "ChangeInfo"));
}

void bs_route53_list_hosted_zones_by_vpc(struct bs_account *account,
                                         const struct bs_account_request *request,
                                         struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const size_t size = bs_route53_page_size(input, PAGE_MAX, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "HostedZoneSummaries");
    struct bs_tree *vpc = bs_tree_new_structure();
    const struct bs_account_entry *zone = bs_account_next(
        account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, bs_tree_text(input, "NextToken", NULL));
    const char *last = "";

    bs_tree_set_text(vpc, "VPCRegion", bs_tree_text(input, "VPCRegion", ""));
    bs_tree_set_text(vpc, "VPCId", bs_tree_text(input, "VPCId", ""));
    for (; zone != NULL && size > 0;
         zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone->key)) {
        struct bs_tree *summary;

        if (!has_vpc(zone, vpc)) {
            continue;
        }
        if (bs_tree_count(list) == size) {
            bs_tree_set_text(answer->output, "NextToken", last);
            break;
        }
        summary = bs_tree_append_structure(list);
        bs_tree_set_text(summary, "HostedZoneId", zone->key);
        bs_tree_set_text(summary, "Name", bs_tree_text(zone->attributes, "Name", ""));
        bs_tree_set_text(bs_tree_set_structure(summary, "Owner"), "OwningAccount", BS_ACCOUNT_ID);
        last = zone->key;
    }
    bs_tree_destroy(vpc);
    bs_tree_set_format(answer->output, "MaxItems", "%zu", size);
}

/* ---- Lists ---- */

void bs_route53_list_hosted_zones(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const char *marker = bs_tree_text(request->input, "Marker", "");
    const size_t size = bs_route53_page_size(request->input, PAGE_MAX, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "HostedZones");
    const struct bs_account_entry *zone =
        bs_account_find(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, marker);

    if (size == 0) {
        return;
    }
    bs_route53_follow_world(account);
    if (zone == NULL) {
        zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, marker);
    }
    for (; zone != NULL && bs_tree_count(list) < size;
         zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone->key)) {
        bs_route53_show_zone(account, zone, bs_tree_append_structure(list));
    }
    bs_tree_set_text(answer->output, "Marker", marker);
    bs_tree_set_boolean(answer->output, "IsTruncated", zone != NULL);
    if (zone != NULL) {
        bs_tree_set_text(answer->output, "NextMarker", zone->key);
    }
    bs_tree_set_format(answer->output, "MaxItems", "%zu", size);
}

/* The order of lists by name: labels in reverse, then ids. */
static int compare(const struct bs_account_entry *zone, const char *name, const char *id)
{
    char left[BS_DOMAIN_SIZE];
    char right[BS_DOMAIN_SIZE];
    int order;

    bs_domain_reverse(bs_tree_text(zone->attributes, "Name", ""), left);
    bs_domain_reverse(name, right);
    order = strcmp(left, right);
    return order != 0 ? order : strcmp(zone->key, id);
}

/* The first zone at or behind (name, id), or, if `is_after`, behind it. */
static const struct bs_account_entry *next_by_name(struct bs_account *account, const char *name,
                                                   const char *id, bool is_after)
{
    const struct bs_account_entry *best = NULL;
    const struct bs_account_entry *zone;

    for (zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, NULL); zone != NULL;
         zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone->key)) {
        const int order = compare(zone, name, id);

        if (order < 0 || (is_after && order == 0)) {
            continue;
        }
        if (best == NULL ||
            compare(zone, bs_tree_text(best->attributes, "Name", ""), best->key) < 0) {
            best = zone;
        }
    }
    return best;
}

void bs_route53_list_hosted_zones_by_name(struct bs_account *account,
                                          const struct bs_account_request *request,
                                          struct bs_account_answer *answer)
{
    static const char *const echoed[] = {"DNSName", "HostedZoneId", NULL};
    const struct bs_tree *input = request->input;
    const size_t size = bs_route53_page_size(input, PAGE_MAX, answer);
    const char *id = bs_tree_text(input, "HostedZoneId", NULL);
    const char *asked = bs_tree_text(input, "DNSName", NULL);
    struct bs_tree *list = bs_tree_set_list(answer->output, "HostedZones");
    const struct bs_account_entry *zone;
    char name[BS_DOMAIN_SIZE] = "";

    if (asked != NULL && bs_domain_read(asked, name) != NULL) {
        bs_account_fail(answer, "InvalidDomainName", "%s is not a valid domain name", asked);
    } else if (asked == NULL && id != NULL) {
        bs_account_fail(answer, "InvalidInput",
                        "You must specify DNSName if you specify HostedZoneId");
    }
    if (answer->error != NULL) {
        return;
    }
    bs_route53_follow_world(account);
    zone = next_by_name(account, name, id == NULL ? "" : bs_route53_bare_id(id), false);
    for (; zone != NULL && bs_tree_count(list) < size;
         zone =
             next_by_name(account, bs_tree_text(zone->attributes, "Name", ""), zone->key, true)) {
        bs_route53_show_zone(account, zone, bs_tree_append_structure(list));
    }
    bs_tree_copy_members(answer->output, input, echoed);
    bs_tree_set_boolean(answer->output, "IsTruncated", zone != NULL);
    if (zone != NULL) {
        bs_tree_set_text(answer->output, "NextDNSName", bs_tree_text(zone->attributes, "Name", ""));
        bs_tree_set_text(answer->output, "NextHostedZoneId", zone->key);
    }
    bs_tree_set_format(answer->output, "MaxItems", "%zu", size);
}
