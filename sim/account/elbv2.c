/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Elastic Load Balancing: the table of operations, and what they all need.
 *
 * Source: Elastic Load Balancing API Reference, version 2015-12-01.
 */

#include "sim/account/elbv2.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/services.h"

enum { TAGS_MAX = 50 };

const struct bs_elbv2_kind_row bs_elbv2_kinds[BS_ELBV2_KIND_COUNT] = {
    {"elbv2:load-balancer", ":loadbalancer/", "LoadBalancerArn", "LoadBalancerName",
     "LoadBalancerNotFoundException", "load balancer"},
    {"elbv2:target-group", ":targetgroup/", "TargetGroupArn", "TargetGroupName",
     "TargetGroupNotFoundException", "target group"},
    {"elbv2:listener", ":listener/", "ListenerArn", NULL, "ListenerNotFoundException", "listener"},
    {"elbv2:rule", ":listener-rule/", "RuleArn", NULL, "RuleNotFoundException", "rule"},
};

/* ---- Finding ---- */

struct bs_account_entry *bs_elbv2_find(struct bs_account *account, const char *region,
                                       enum bs_elbv2_kind kind, const char *arn,
                                       struct bs_account_answer *answer)
{
    const struct bs_elbv2_kind_row *row = &bs_elbv2_kinds[kind];
    struct bs_account_entry *entry = bs_account_find(account, row->store, region, arn);

    if (strncmp(arn, "arn:", 4) != 0 || strstr(arn, row->arn_part) == NULL) {
        bs_account_fail(answer, "ValidationError", "'%s' is not a valid %s ARN", arn, row->what);
        return NULL;
    }
    if (entry == NULL) {
        bs_account_fail(answer, row->error, "One or more %ss not found", row->what);
    }
    return entry;
}

struct bs_account_entry *bs_elbv2_named(struct bs_account *account, const char *region,
                                        enum bs_elbv2_kind kind, const char *name)
{
    const struct bs_elbv2_kind_row *row = &bs_elbv2_kinds[kind];
    struct bs_account_entry *entry = bs_account_next(account, row->store, region, NULL);

    while (entry != NULL &&
           strcmp(bs_tree_text(entry->attributes, row->name_name, ""), name) != 0) {
        entry = bs_account_next(account, row->store, region, entry->key);
    }
    return entry;
}

bool bs_elbv2_is_fixed(const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const bool is_fixed = bs_tree_boolean(entry->attributes, "Scenario", false);

    if (is_fixed) {
        bs_account_fail(answer, "OperationNotPermittedException",
                        "'%s' belongs to the scenario, which cannot express this change",
                        entry->key);
    }
    return is_fixed;
}

static void describe_listed(struct bs_account *account, const struct bs_account_request *request,
                            const struct bs_elbv2_listing *listing, const struct bs_tree *wanted,
                            bool by_name, struct bs_account_answer *answer)
{
    const struct bs_elbv2_kind_row *row = &bs_elbv2_kinds[listing->kind];
    struct bs_tree *list = bs_tree_get_mutable(answer->output, listing->list);

    for (; wanted != NULL; wanted = wanted->next) {
        const char *text = wanted->is.text.bytes;
        const struct bs_account_entry *entry =
            by_name ? bs_elbv2_named(account, request->region, listing->kind, text)
                    : bs_elbv2_find(account, request->region, listing->kind, text, answer);

        if (entry == NULL) {
            if (by_name) {
                bs_account_fail(answer, row->error, "One or more %ss not found", row->what);
            }
            return;
        }
        listing->add(account, entry, list);
    }
}

void bs_elbv2_describe(struct bs_account *account, const struct bs_account_request *request,
                       const struct bs_elbv2_listing *listing, struct bs_account_answer *answer)
{
    const struct bs_elbv2_kind_row *row = &bs_elbv2_kinds[listing->kind];
    const struct bs_tree *arns = bs_tree_get(request->input, listing->arns);
    const struct bs_tree *names =
        listing->names == NULL ? NULL : bs_tree_get(request->input, listing->names);
    struct bs_tree *list = bs_tree_set_list(answer->output, listing->list);
    const struct bs_account_entry *entry;

    if (bs_tree_count(arns) > 0 && bs_tree_count(names) > 0) {
        bs_account_fail(answer, "ValidationError",
                        "%s names and %s ARNs cannot be specified at the same time", row->what,
                        row->what);
        return;
    }
    if (bs_tree_count(arns) > 0 || bs_tree_count(names) > 0) {
        const bool by_name = bs_tree_count(names) > 0;

        describe_listed(account, request, listing, bs_tree_first(by_name ? names : arns), by_name,
                        answer);
        return;
    }
    for (entry = bs_account_next(account, row->store, request->region, NULL); entry != NULL;
         entry = bs_account_next(account, row->store, request->region, entry->key)) {
        listing->add(account, entry, list);
    }
}

/* ---- For others ---- */

/* Without "dualstack." before it and the dot behind it, in lower case; false if it is too long. */
static bool plain_dns_name(const char *dns_name, char plain[256])
{
    const size_t skipped = strncmp(dns_name, "dualstack.", 10) == 0 ? 10 : 0;
    size_t length = strlen(dns_name + skipped);

    length -= length > 0 && dns_name[skipped + length - 1] == '.' ? 1 : 0;
    if (length >= 256) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        const char c = dns_name[skipped + i];

        plain[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    plain[length] = '\0';
    return true;
}

/* Names are NAME-DIGITS.REGION.elb.amazonaws.com, or of networks NAME-DIGITS.elb.REGION.amazonaws.com. */
static bool region_of_dns_name(const char *plain, char region[32])
{
    const char *dot = strchr(plain, '.');
    const char *start = dot == NULL ? "" : dot + 1;
    size_t length;

    start += strncmp(start, "elb.", 4) == 0 ? 4 : 0;
    length = strcspn(start, ".");
    if (length == 0 || length >= 32) {
        return false;
    }
    (void)snprintf(region, 32, "%.*s", (int)length, start);
    return true;
}

const struct bs_account_entry *bs_elbv2_of_dns_name(struct bs_account *account,
                                                    const char *dns_name)
{
    const char *store = bs_elbv2_kinds[BS_ELBV2_LOAD_BALANCER].store;
    const struct bs_account_entry *entry;
    char plain[256];
    char name[256];
    char region[32];

    if (!plain_dns_name(dns_name, plain) || !region_of_dns_name(plain, region)) {
        return NULL;
    }
    for (entry = bs_account_next(account, store, region, NULL); entry != NULL;
         entry = bs_account_next(account, store, region, entry->key)) {
        if (plain_dns_name(bs_tree_text(entry->attributes, "DNSName", ""), name) &&
            strcmp(name, plain) == 0) {
            return entry;
        }
    }
    return NULL;
}

const struct bs_tree *bs_elbv2_addresses(const struct bs_account_entry *balancer)
{
    return bs_tree_get(balancer->attributes, "Addresses");
}

enum bs_elbv2_health bs_elbv2_health(struct bs_account *account, const char *dns_name)
{
    const struct bs_account_entry *balancer = bs_elbv2_of_dns_name(account, dns_name);
    const char *store = bs_elbv2_kinds[BS_ELBV2_TARGET_GROUP].store;
    enum bs_elbv2_health health = BS_ELBV2_UNHEALTHY;
    const struct bs_account_entry *group;

    if (balancer == NULL) {
        return BS_ELBV2_UNKNOWN;
    }
    for (group = bs_account_next(account, store, balancer->region, NULL); group != NULL;
         group = bs_account_next(account, store, balancer->region, group->key)) {
        struct bs_tree *users = bs_tree_new_list();
        bool is_used;

        bs_elbv2_balancers_of(account, group, users);
        is_used = bs_tree_has_text(users, balancer->key);
        bs_tree_destroy(users);
        if (is_used && !bs_elbv2_group_is_healthy(account, group)) {
            return BS_ELBV2_UNHEALTHY;
        }
        health = is_used ? BS_ELBV2_HEALTHY : health;
    }
    return health;
}

const struct bs_resource *bs_elbv2_scenario_balancer(struct bs_account *account,
                                                     const struct bs_account_entry *balancer)
{
    return bs_tree_boolean(balancer->attributes, "Scenario", false)
               ? bs_account_resource(account, BS_RESOURCE_ALB, balancer->region,
                                     bs_tree_text(balancer->attributes, "LoadBalancerName", ""))
               : NULL;
}

const struct bs_account_entry *bs_elbv2_of_resource(struct bs_account *account,
                                                    const struct bs_resource *resource)
{
    const char *region = bs_account_scenario(account)->regions[resource->region].name;

    return bs_elbv2_named(account, region, BS_ELBV2_LOAD_BALANCER, resource->id);
}

/* ---- Settings ---- */

static const char *setting_at_first(const struct bs_elbv2_setting *setting, bool is_network)
{
    return is_network ? setting->network : setting->application;
}

void bs_elbv2_describe_settings(const struct bs_account_entry *entry, bool is_network,
                                const struct bs_elbv2_setting *settings, size_t count,
                                struct bs_account_answer *answer)
{
    const struct bs_tree *changed = bs_tree_get(entry->attributes, "Settings");
    struct bs_tree *list = bs_tree_set_list(answer->output, "Attributes");

    for (size_t i = 0; i < count; i++) {
        const char *value = setting_at_first(&settings[i], is_network);

        if (value != NULL) {
            struct bs_tree *setting = bs_tree_append_structure(list);

            bs_tree_set_text(setting, "Key", settings[i].key);
            bs_tree_set_text(setting, "Value", bs_tree_text(changed, settings[i].key, value));
        }
    }
}

static bool is_setting_value(const struct bs_elbv2_setting *setting, const char *value)
{
    char *end = NULL;
    int64_t number;

    if (setting->max == 0) {
        return true;
    }
    if (setting->max == 1) {
        return strcmp(value, "true") == 0 || strcmp(value, "false") == 0;
    }
    number = strtoll(value, &end, 10);
    return *value >= '0' && *value <= '9' && *end == '\0' && number <= setting->max;
}

static const struct bs_elbv2_setting *find_setting(const struct bs_elbv2_setting *settings,
                                                   size_t count, bool is_network, const char *key)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(settings[i].key, key) == 0 &&
            setting_at_first(&settings[i], is_network) != NULL) {
            return &settings[i];
        }
    }
    return NULL;
}

/* All are checked before any is changed. */
void bs_elbv2_modify_settings(struct bs_account_entry *entry, bool is_network,
                              const struct bs_elbv2_setting *settings, size_t count,
                              const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_get(request->input, "Attributes");
    struct bs_tree *changed = bs_tree_get_mutable(entry->attributes, "Settings");
    const struct bs_tree *pair;

    for (pair = bs_tree_first(wanted); pair != NULL; pair = pair->next) {
        const char *key = bs_tree_text(pair, "Key", "");
        const char *value = bs_tree_text(pair, "Value", "");
        const struct bs_elbv2_setting *setting = find_setting(settings, count, is_network, key);

        if (setting == NULL) {
            bs_account_fail(answer, "ValidationError", "Attribute key '%s' is not recognized", key);
            return;
        }
        if (!is_setting_value(setting, value)) {
            bs_account_fail(answer, "InvalidConfigurationRequestException",
                            "'%s' is not a valid value of '%s'", value, key);
            return;
        }
    }
    if (changed == NULL) {
        changed = bs_tree_set_structure(entry->attributes, "Settings");
    }
    for (pair = bs_tree_first(wanted); pair != NULL; pair = pair->next) {
        bs_tree_set_text(changed, bs_tree_text(pair, "Key", ""), bs_tree_text(pair, "Value", ""));
    }
    bs_elbv2_describe_settings(entry, is_network, settings, count, answer);
}

/* ---- Tags ---- */

static struct bs_account_entry *find_any(struct bs_account *account, const char *region,
                                         const char *arn, struct bs_account_answer *answer)
{
    for (size_t i = 0; i < BS_ELBV2_KIND_COUNT; i++) {
        if (strstr(arn, bs_elbv2_kinds[i].arn_part) != NULL) {
            return bs_elbv2_find(account, region, (enum bs_elbv2_kind)i, arn, answer);
        }
    }
    bs_account_fail(answer, "ValidationError", "'%s' is not a valid ARN", arn);
    return NULL;
}

/* Whether all are there and would not have too many tags. */
static bool may_tag(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    const struct bs_tree *arn = bs_tree_first(bs_tree_get(request->input, "ResourceArns"));
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");

    for (; arn != NULL; arn = arn->next) {
        const struct bs_account_entry *entry =
            find_any(account, request->region, arn->is.text.bytes, answer);

        if (entry == NULL) {
            return false;
        }
        if (bs_tree_count(bs_tree_get(entry->attributes, "Tags")) + bs_tree_count(tags) >
            TAGS_MAX) {
            bs_account_fail(answer, "TooManyTagsException",
                            "You've reached the limit on the number of tags for '%s'", entry->key);
            return false;
        }
    }
    return true;
}

static void change_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *arn = bs_tree_first(bs_tree_get(request->input, "ResourceArns"));

    if (!may_tag(account, request, answer)) {
        return;
    }
    for (; arn != NULL; arn = arn->next) {
        struct bs_account_entry *entry =
            find_any(account, request->region, arn->is.text.bytes, answer);

        bs_account_merge_tags(entry->attributes, bs_tree_get(request->input, "Tags"));
        bs_account_remove_tags(entry->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

static void describe_tags(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *arn = bs_tree_first(bs_tree_get(request->input, "ResourceArns"));
    struct bs_tree *list = bs_tree_set_list(answer->output, "TagDescriptions");

    for (; arn != NULL; arn = arn->next) {
        const struct bs_account_entry *entry =
            find_any(account, request->region, arn->is.text.bytes, answer);
        const struct bs_tree *tags;
        struct bs_tree *description;

        if (entry == NULL) {
            return;
        }
        tags = bs_tree_get(entry->attributes, "Tags");
        description = bs_tree_append_structure(list);
        bs_tree_set_text(description, "ResourceArn", entry->key);
        bs_tree_set(description, "Tags", tags == NULL ? bs_tree_new_list() : bs_tree_copy(tags));
    }
}

/* ---- Limits ---- */

/* The documented quotas of an account. */
static const struct {
    const char *name;
    const char *max;
} limits[] = {
    {"target-groups", "3000"},
    {"targets-per-application-load-balancer", "1000"},
    {"listeners-per-application-load-balancer", "50"},
    {"rules-per-application-load-balancer", "100"},
    {"network-load-balancers", "50"},
    {"targets-per-network-load-balancer", "3000"},
    {"targets-per-availability-zone-per-network-load-balancer", "500"},
    {"listeners-per-network-load-balancer", "50"},
    {"condition-values-per-alb-rule", "5"},
    {"condition-wildcards-per-alb-rule", "5"},
    {"target-groups-per-application-load-balancer", "100"},
    {"target-groups-per-action-on-application-load-balancer", "5"},
    {"target-groups-per-action-on-network-load-balancer", "1"},
    {"application-load-balancers", "50"},
};

static void describe_account_limits(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "Limits");

    (void)account;
    (void)request;
    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
        struct bs_tree *limit = bs_tree_append_structure(list);

        bs_tree_set_text(limit, "Name", limits[i].name);
        bs_tree_set_text(limit, "Max", limits[i].max);
    }
}

/* ---- The service ---- */

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_ALB) {
            const char *region = scenario->regions[resource->region].name;

            bs_elbv2_start_listener(account, bs_elbv2_start_balancer(account, region, resource),
                                    bs_elbv2_start_group(account, region, resource));
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"AddTags", change_tags, BS_ACCOUNT_RECORDED, false},
    {"CreateListener", bs_elbv2_create_listener, BS_ACCOUNT_MODELLED, false},
    {"CreateLoadBalancer", bs_elbv2_create_load_balancer, BS_ACCOUNT_MODELLED, false},
    {"CreateRule", bs_elbv2_create_rule, BS_ACCOUNT_MODELLED, false},
    {"CreateTargetGroup", bs_elbv2_create_target_group, BS_ACCOUNT_MODELLED, false},
    {"DeleteListener", bs_elbv2_delete_listener, BS_ACCOUNT_MODELLED, false},
    {"DeleteLoadBalancer", bs_elbv2_delete_load_balancer, BS_ACCOUNT_MODELLED, false},
    {"DeleteRule", bs_elbv2_delete_rule, BS_ACCOUNT_MODELLED, false},
    {"DeleteTargetGroup", bs_elbv2_delete_target_group, BS_ACCOUNT_MODELLED, false},
    {"DeregisterTargets", bs_elbv2_deregister_targets, BS_ACCOUNT_MODELLED, false},
    {"DescribeAccountLimits", describe_account_limits, BS_ACCOUNT_RECORDED, true},
    {"DescribeListeners", bs_elbv2_describe_listeners, BS_ACCOUNT_MODELLED, true},
    {"DescribeLoadBalancerAttributes", bs_elbv2_describe_load_balancer_attributes,
     BS_ACCOUNT_MODELLED, false},
    {"DescribeLoadBalancers", bs_elbv2_describe_load_balancers, BS_ACCOUNT_MODELLED, true},
    {"DescribeRules", bs_elbv2_describe_rules, BS_ACCOUNT_MODELLED, true},
    {"DescribeTags", describe_tags, BS_ACCOUNT_RECORDED, false},
    {"DescribeTargetGroupAttributes", bs_elbv2_describe_target_group_attributes,
     BS_ACCOUNT_MODELLED, false},
    {"DescribeTargetGroups", bs_elbv2_describe_target_groups, BS_ACCOUNT_MODELLED, true},
    {"DescribeTargetHealth", bs_elbv2_describe_target_health, BS_ACCOUNT_MODELLED, false},
    {"ModifyListener", bs_elbv2_modify_listener, BS_ACCOUNT_MODELLED, false},
    {"ModifyLoadBalancerAttributes", bs_elbv2_modify_load_balancer_attributes, BS_ACCOUNT_MODELLED,
     false},
    {"ModifyRule", bs_elbv2_modify_rule, BS_ACCOUNT_MODELLED, false},
    {"ModifyTargetGroup", bs_elbv2_modify_target_group, BS_ACCOUNT_MODELLED, false},
    {"ModifyTargetGroupAttributes", bs_elbv2_modify_target_group_attributes, BS_ACCOUNT_MODELLED,
     false},
    {"RegisterTargets", bs_elbv2_register_targets, BS_ACCOUNT_MODELLED, false},
    {"RemoveTags", change_tags, BS_ACCOUNT_RECORDED, false},
    {"SetIpAddressType", bs_elbv2_set_ip_address_type, BS_ACCOUNT_RECORDED, false},
    {"SetRulePriorities", bs_elbv2_set_rule_priorities, BS_ACCOUNT_MODELLED, false},
    {"SetSecurityGroups", bs_elbv2_set_security_groups, BS_ACCOUNT_RECORDED, false},
    {"SetSubnets", bs_elbv2_set_subnets, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_elbv2 = {
    .name = "elbv2",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
