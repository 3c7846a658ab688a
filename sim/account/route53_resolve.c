/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/route53_resolve.h"

#include <stdio.h>
#include <string.h>

#include "sim/account/elbv2.h"
#include "sim/account/route53.h"
#include "sim/account/route53_select.h"
#include "sim/world/route53.h"

enum { CHAIN_MAX = 12, ALIAS_TTL_S = 60 }; /* B02 */

/* A question on its way through aliases and chains. */
struct inquiry {
    struct bs_account *account;
    const struct bs_dns_question *question;
    struct bs_dns_answer *answer;
    const struct bs_account_entry *zone;
    const char *name;
    const char *owner; /* Whose the records are said to be: an alias answers in its own name. */
    unsigned depth;
};

/* ---- What there is ---- */

static const struct bs_account_entry *next_answer(const struct inquiry *inquiry, const char *prefix,
                                                  const char *after)
{
    const struct bs_account_entry *entry =
        bs_account_next(inquiry->account, BS_ROUTE53_ANSWER, inquiry->zone->key, after);

    return entry != NULL && strncmp(entry->key, prefix, strlen(prefix)) == 0 ? entry : NULL;
}

/* Whether the name or one beneath it has records. */
static bool exists(const struct inquiry *inquiry, const char *name)
{
    char reversed[BS_DOMAIN_SIZE];

    bs_domain_reverse(name, reversed);
    return next_answer(inquiry, reversed, reversed) != NULL ||
           bs_route53_has_scenario_name(inquiry->account, inquiry->zone->key, name);
}

static size_t find_sets(const struct inquiry *inquiry, const char *name, const char *type,
                        const struct bs_tree *sets[BS_ROUTE53_ALTERNATIVES_MAX])
{
    const struct bs_account_entry *entry;
    char prefix[BS_ROUTE53_KEY_SIZE];
    size_t count = 0;

    bs_route53_key(name, type, "", prefix);
    entry = bs_account_find(inquiry->account, BS_ROUTE53_ANSWER, inquiry->zone->key, prefix);
    if (entry == NULL) {
        entry = next_answer(inquiry, prefix, prefix);
    }
    for (; entry != NULL && count < BS_ROUTE53_ALTERNATIVES_MAX;
         entry = next_answer(inquiry, prefix, entry->key)) {
        sets[count++] = bs_tree_get(entry->attributes, "Set");
    }
    return count;
}

/*
 * The name whose records answer: itself, or the wildcard beside the closest name that there is; NULL:
 * none.
 */
static const char *name_that_answers(const struct inquiry *inquiry, char wildcard[BS_DOMAIN_SIZE])
{
    const char *zone_name = bs_tree_text(inquiry->zone->attributes, "Name", "");
    const char *closest = inquiry->name;

    if (exists(inquiry, inquiry->name)) {
        return inquiry->name;
    }
    while (strcmp(closest, zone_name) != 0 && !exists(inquiry, closest)) {
        closest = bs_domain_parent(closest);
    }
    if (strlen(closest) + 6 > BS_DOMAIN_SIZE) {
        return NULL;
    }
    (void)snprintf(wildcard, BS_DOMAIN_SIZE, "\\052.%s", closest);
    return exists(inquiry, wildcard) ? wildcard : NULL;
}

/* ---- Answering ---- */

static void add_record(struct bs_tree *list, const char *owner, const char *type, int64_t ttl_s,
                       const char *value)
{
    struct bs_tree *record = bs_tree_append_structure(list);

    bs_tree_set_text(record, "Name", owner);
    bs_tree_set_text(record, "Type", type);
    bs_tree_set_integer(record, "TTL", ttl_s);
    bs_tree_set_text(record, "Value", value);
}

static void add_values(struct bs_tree *list, const char *owner, const struct bs_tree *set)
{
    const struct bs_tree *record = bs_tree_first(bs_tree_get(set, "ResourceRecords"));

    for (; record != NULL; record = record->next) {
        add_record(list, owner, bs_tree_text(set, "Type", ""), bs_tree_integer(set, "TTL", 0),
                   bs_tree_text(record, "Value", ""));
    }
}

static void add_addresses(const struct inquiry *inquiry, const struct bs_account_entry *balancer)
{
    const struct bs_tree *address = bs_tree_first(bs_elbv2_addresses(balancer));

    for (; address != NULL && strcmp(inquiry->question->type, "A") == 0; address = address->next) {
        add_record(inquiry->answer->answers, inquiry->owner, "A", ALIAS_TTL_S,
                   address->is.text.bytes);
    }
}

/* The zone's SOA, which lets resolvers remember that there is nothing. */
static void add_authority(const struct inquiry *inquiry)
{
    const char *zone_name = bs_tree_text(inquiry->zone->attributes, "Name", "");
    const struct bs_tree *sets[BS_ROUTE53_ALTERNATIVES_MAX];

    if (find_sets(inquiry, zone_name, "SOA", sets) > 0) {
        add_values(inquiry->answer->authorities, zone_name, sets[0]);
    }
}

static void answer_name(const struct inquiry *inquiry);

static void answer_alias(const struct inquiry *inquiry, const struct bs_tree *alias)
{
    const char *target = bs_tree_text(alias, "DNSName", "");
    const struct bs_account_entry *balancer = bs_elbv2_of_dns_name(inquiry->account, target);
    struct inquiry next = *inquiry;

    if (balancer != NULL) {
        add_addresses(inquiry, balancer);
        return;
    }
    next.zone = bs_account_find(inquiry->account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL,
                                bs_tree_text(alias, "HostedZoneId", ""));
    next.name = target;
    next.depth++;
    if (next.zone != NULL &&
        bs_domain_is_within(target, bs_tree_text(next.zone->attributes, "Name", ""))) {
        answer_name(&next);
    }
}

/* A chain goes on as long as it stays in the zone. */
static void follow_chain(const struct inquiry *inquiry, const char *value)
{
    struct inquiry next = *inquiry;
    char name[BS_DOMAIN_SIZE];

    if (strcmp(inquiry->question->type, "CNAME") == 0 || bs_domain_read(value, name) != NULL ||
        !bs_domain_is_within(name, bs_tree_text(inquiry->zone->attributes, "Name", ""))) {
        return;
    }
    next.name = name;
    next.owner = name;
    next.depth++;
    answer_name(&next);
}

static void answer_sets(const struct inquiry *inquiry, const struct bs_tree *const *sets,
                        size_t count)
{
    const struct bs_tree *chosen[BS_ROUTE53_ALTERNATIVES_MAX];
    const size_t chosen_count =
        bs_route53_select(inquiry->account, inquiry->question, sets, count, chosen);

    for (size_t i = 0; i < chosen_count; i++) {
        const struct bs_tree *alias = bs_tree_get(chosen[i], "AliasTarget");
        const struct bs_tree *first = bs_tree_first(bs_tree_get(chosen[i], "ResourceRecords"));

        if (alias != NULL) {
            answer_alias(inquiry, alias);
            continue;
        }
        add_values(inquiry->answer->answers, inquiry->owner, chosen[i]);
        if (strcmp(bs_tree_text(chosen[i], "Type", ""), "CNAME") == 0) {
            follow_chain(inquiry, bs_tree_text(first, "Value", ""));
        }
    }
}

/* As the world answers the resolver with this draw: by the last change that its name server knows. */
static void answer_as_world(const struct inquiry *inquiry, int32_t index, const char *type)
{
    const struct bs_world *world = bs_account_options(inquiry->account)->world;
    const struct bs_scenario *scenario = bs_account_scenario(inquiry->account);
    const struct bs_record_state *record = bs_route53_record(world, index);
    const uint64_t draw = inquiry->question->draw;
    const struct bs_account_entry *balancer;
    uint32_t n = record->change_count - 1;

    while (n > 0 && bs_route53_visible_at(record, n, bs_bits_derive(draw, n)).ns >
                        bs_account_now(inquiry->account).ns) {
        n--;
    }
    balancer = bs_elbv2_of_resource(inquiry->account,
                                    &scenario->resources[bs_route53_answer(world, index, n, draw)]);
    if (strcmp(type, "A") == 0) {
        add_addresses(inquiry, balancer);
    } else {
        char value[300];

        (void)snprintf(value, sizeof(value), "%s.",
                       bs_tree_text(balancer->attributes, "DNSName", ""));
        add_record(inquiry->answer->answers, inquiry->owner, type,
                   record->changes[n].ttl.ns / BS_NS_PER_S, value);
    }
}

/* Answers with the records of a name and type; false if there are none. */
static bool answer_type(const struct inquiry *inquiry, const char *name, const char *type)
{
    const struct bs_tree *sets[BS_ROUTE53_ALTERNATIVES_MAX];
    const int32_t record =
        bs_route53_scenario_record(inquiry->account, inquiry->zone->key, name, type);
    const size_t count = find_sets(inquiry, name, type, sets);

    if (record != BS_NONE) {
        answer_as_world(inquiry, record, type);
    } else {
        answer_sets(inquiry, sets, count);
    }
    return record != BS_NONE || count > 0;
}

static void answer_name(const struct inquiry *inquiry)
{
    char wildcard[BS_DOMAIN_SIZE];
    const char *name;

    if (inquiry->depth > CHAIN_MAX) {
        inquiry->answer->code = BS_DNS_SERVFAIL;
        return;
    }
    name = name_that_answers(inquiry, wildcard);
    if (name == NULL) {
        inquiry->answer->code = BS_DNS_NXDOMAIN;
        return;
    }
    if (!answer_type(inquiry, name, inquiry->question->type) &&
        strcmp(inquiry->question->type, "CNAME") != 0) {
        (void)answer_type(inquiry, name, "CNAME");
    }
}

/* ---- Zones ---- */

static const struct bs_account_entry *best_zone(struct bs_account *account, const char *name)
{
    const struct bs_account_entry *best = NULL;
    const struct bs_account_entry *zone;
    size_t length = 0;

    for (zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, NULL); zone != NULL;
         zone = bs_account_next(account, BS_ROUTE53_ZONE, BS_ACCOUNT_GLOBAL, zone->key)) {
        const char *zone_name = bs_tree_text(zone->attributes, "Name", "");

        if (bs_tree_boolean(bs_tree_get(zone->attributes, "Config"), "PrivateZone", false) ||
            !bs_domain_is_within(name, zone_name)) {
            continue;
        }
        /* Of two zones of a name, the older: it is the one that was delegated to. */
        if (best == NULL || strlen(zone_name) > length ||
            (strlen(zone_name) == length && zone->generation < best->generation)) {
            best = zone;
            length = strlen(zone_name);
        }
    }
    return best;
}

/* The name servers of a part of the zone that has been delegated; false if it is not. */
static bool refer(const struct inquiry *inquiry)
{
    const char *zone_name = bs_tree_text(inquiry->zone->attributes, "Name", "");
    const char *highest = NULL;
    const struct bs_tree *sets[BS_ROUTE53_ALTERNATIVES_MAX];

    for (const char *name = inquiry->name; strcmp(name, zone_name) != 0;
         name = bs_domain_parent(name)) {
        highest = find_sets(inquiry, name, "NS", sets) > 0 ? name : highest;
    }
    if (highest == NULL ||
        (strcmp(highest, inquiry->name) == 0 && strcmp(inquiry->question->type, "DS") == 0)) {
        return false;
    }
    (void)find_sets(inquiry, highest, "NS", sets);
    add_values(inquiry->answer->authorities, highest, sets[0]);
    inquiry->answer->is_authoritative = false;
    return true;
}

static bool find_zone(struct inquiry *inquiry)
{
    const char *id = inquiry->question->zone;

    inquiry->zone = id == NULL ? best_zone(inquiry->account, inquiry->name)
                               : bs_account_find(inquiry->account, BS_ROUTE53_ZONE,
                                                 BS_ACCOUNT_GLOBAL, bs_route53_bare_id(id));
    return inquiry->zone != NULL &&
           bs_domain_is_within(inquiry->name, bs_tree_text(inquiry->zone->attributes, "Name", ""));
}

void bs_dns_resolve(struct bs_account *account, const struct bs_dns_question *question,
                    struct bs_dns_answer *answer)
{
    struct inquiry inquiry = {.account = account, .question = question, .answer = answer};
    const struct bs_account_entry *balancer;
    char name[BS_DOMAIN_SIZE];

    *answer = (struct bs_dns_answer){
        .code = BS_DNS_REFUSED, .answers = bs_tree_new_list(), .authorities = bs_tree_new_list()};
    if (bs_domain_read(question->name, name) != NULL) {
        return;
    }
    inquiry.name = name;
    inquiry.owner = name;
    balancer = question->zone == NULL ? bs_elbv2_of_dns_name(account, name) : NULL;
    if (balancer == NULL && !find_zone(&inquiry)) {
        return;
    }
    answer->code = BS_DNS_NOERROR;
    answer->is_authoritative = true;
    if (balancer != NULL) {
        add_addresses(&inquiry, balancer);
        return;
    }
    if (refer(&inquiry)) {
        return;
    }
    answer_name(&inquiry);
    if (answer->code == BS_DNS_NXDOMAIN ||
        (answer->code == BS_DNS_NOERROR && bs_tree_count(answer->answers) == 0)) {
        add_authority(&inquiry);
    }
}

void bs_dns_answer_clean_up(struct bs_dns_answer *answer)
{
    bs_tree_destroy(answer->answers);
    bs_tree_destroy(answer->authorities);
    *answer = (struct bs_dns_answer){.code = BS_DNS_NOERROR};
}
