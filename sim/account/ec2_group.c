/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * EC2: security groups and their rules. A rule is an entry of its own, and a group shows its rules gathered
 * into permissions. Whether the group of a scenario's database has any ingress is the world's business too.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/ec2.h"

enum {
    RULES_MAX = 60,
    PORT_MAX = 65535,
    NAME_MAX_LENGTH = 255,
    ALL_PORTS = -1
}; /* Rules of a group, each way. */

/* ---- The kinds ---- */

static const struct bs_account_filter group_filters[] = {
    {"description", "Description"},
    {"egress.ip-permission.cidr", "IpPermissionsEgress.IpRanges.CidrIp"},
    {"egress.ip-permission.from-port", "IpPermissionsEgress.FromPort"},
    {"egress.ip-permission.group-id", "IpPermissionsEgress.UserIdGroupPairs.GroupId"},
    {"egress.ip-permission.ipv6-cidr", "IpPermissionsEgress.Ipv6Ranges.CidrIpv6"},
    {"egress.ip-permission.protocol", "IpPermissionsEgress.IpProtocol"},
    {"egress.ip-permission.to-port", "IpPermissionsEgress.ToPort"},
    {"group-id", "GroupId"},
    {"group-name", "GroupName"},
    {"ip-permission.cidr", "IpPermissions.IpRanges.CidrIp"},
    {"ip-permission.from-port", "IpPermissions.FromPort"},
    {"ip-permission.group-id", "IpPermissions.UserIdGroupPairs.GroupId"},
    {"ip-permission.ipv6-cidr", "IpPermissions.Ipv6Ranges.CidrIpv6"},
    {"ip-permission.protocol", "IpPermissions.IpProtocol"},
    {"ip-permission.to-port", "IpPermissions.ToPort"},
    {"owner-id", "OwnerId"},
    {"tag-key", "Tags.Key"},
    {"vpc-id", "VpcId"},
    {NULL, NULL},
};

static void show_group(struct bs_account *account, const struct bs_account_entry *entry,
                       struct bs_tree *view);

const struct bs_ec2_kind bs_ec2_groups = {
    "ec2:security-group",    "sg-",         "security-group",
    "SecurityGroups",        "GroupId",     "GroupIds",
    "InvalidGroup.NotFound", group_filters, show_group,
};

static const struct bs_account_filter rule_filters[] = {
    {"group-id", "GroupId"},
    {"security-group-rule-id", "SecurityGroupRuleId"},
    {"tag-key", "Tags.Key"},
    {NULL, NULL},
};

const struct bs_ec2_kind bs_ec2_rules = {
    "ec2:security-group-rule",
    "sgr-",
    "security-group-rule",
    "SecurityGroupRules",
    "SecurityGroupRuleId",
    "SecurityGroupRuleIds",
    "InvalidSecurityGroupRuleId.NotFound",
    rule_filters,
    NULL,
};

/* ---- Where a rule lets traffic from or to ---- */

static const struct peer {
    const char *list;   /* Of a permission. */
    const char *member; /* Of the list's elements. */
    const char *rule;   /* Of a rule; NULL: ReferencedGroupInfo.GroupId. */
} peers[] = {
    {"IpRanges", "CidrIp", "CidrIpv4"},
    {"Ipv6Ranges", "CidrIpv6", "CidrIpv6"},
    {"PrefixListIds", "PrefixListId", "PrefixListId"},
    {"UserIdGroupPairs", "GroupId", NULL},
};

enum { PEER_COUNT = sizeof(peers) / sizeof(peers[0]) };

/* What the rule has of this kind of peer, or NULL. */
static const char *peer_of(const struct bs_tree *rule, const struct peer *peer)
{
    return peer->rule != NULL
               ? bs_tree_text(rule, peer->rule, NULL)
               : bs_tree_text(bs_tree_get(rule, "ReferencedGroupInfo"), "GroupId", NULL);
}

static bool ports_are_equal(const struct bs_tree *a, const struct bs_tree *b)
{
    return strcmp(bs_tree_text(a, "IpProtocol", ""), bs_tree_text(b, "IpProtocol", "")) == 0 &&
           bs_tree_integer(a, "FromPort", -1) == bs_tree_integer(b, "FromPort", -1) &&
           bs_tree_integer(a, "ToPort", -1) == bs_tree_integer(b, "ToPort", -1);
}

static bool rules_are_equal(const struct bs_tree *a, const struct bs_tree *b)
{
    for (size_t i = 0; i < PEER_COUNT; i++) {
        const char *of_a = peer_of(a, &peers[i]);
        const char *of_b = peer_of(b, &peers[i]);

        if ((of_a == NULL) != (of_b == NULL) || (of_a != NULL && strcmp(of_a, of_b) != 0)) {
            return false;
        }
    }
    return ports_are_equal(a, b) &&
           bs_tree_boolean(a, "IsEgress", false) == bs_tree_boolean(b, "IsEgress", false);
}

/* ---- From permissions to rules ---- */

/* "6" is "tcp". What is no name stays a number. */
static const char *protocol_name(const char *protocol)
{
    static const char *const names[][2] = {
        {"6", "tcp"}, {"17", "udp"}, {"1", "icmp"}, {"58", "icmpv6"}, {"all", "-1"}};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(names[i][0], protocol) == 0) {
            return names[i][1];
        }
    }
    return protocol;
}

static bool has_ports(const char *protocol)
{
    return strcmp(protocol, "tcp") == 0 || strcmp(protocol, "udp") == 0;
}

static struct bs_tree *new_rule(const struct bs_tree *permission, const struct peer *peer,
                                const struct bs_tree *element, bool is_egress)
{
    const char *protocol = protocol_name(bs_tree_text(permission, "IpProtocol", "-1"));
    const bool is_all = strcmp(protocol, "-1") == 0;
    struct bs_tree *rule = bs_tree_new_structure();
    struct bs_tree *group;

    bs_tree_set_boolean(rule, "IsEgress", is_egress);
    bs_tree_set_text(rule, "IpProtocol", protocol);
    bs_tree_set_integer(rule, "FromPort",
                        is_all ? -1 : bs_tree_integer(permission, "FromPort", -1));
    bs_tree_set_integer(rule, "ToPort", is_all ? -1 : bs_tree_integer(permission, "ToPort", -1));
    if (peer->rule != NULL) {
        bs_tree_set_text(rule, peer->rule, bs_tree_text(element, peer->member, ""));
    } else {
        group = bs_tree_set_structure(rule, "ReferencedGroupInfo");
        bs_tree_set_text(group, "GroupId", bs_tree_text(element, "GroupId", ""));
        bs_tree_set_text(group, "UserId", bs_tree_text(element, "UserId", BS_ACCOUNT_ID));
    }
    if (bs_tree_text(element, "Description", NULL) != NULL) {
        bs_tree_set_text(rule, "Description", bs_tree_text(element, "Description", ""));
    }
    return rule;
}

static void expand(const struct bs_tree *permission, bool is_egress, struct bs_tree *rules)
{
    for (size_t i = 0; i < PEER_COUNT; i++) {
        const struct bs_tree *element = bs_tree_first(bs_tree_get(permission, peers[i].list));

        for (; element != NULL; element = element->next) {
            (void)bs_tree_append(rules, new_rule(permission, &peers[i], element, is_egress));
        }
    }
}

/* What the input permits, rule by rule, whether it is said as IpPermissions or in the older way. */
static struct bs_tree *rules_of(const struct bs_tree *input, bool is_egress)
{
    static const char *const members[] = {"IpProtocol", "FromPort", "ToPort", NULL};
    const struct bs_tree *permission = bs_tree_first(bs_tree_get(input, "IpPermissions"));
    struct bs_tree *rules = bs_tree_new_list();
    struct bs_tree *older;

    for (; permission != NULL; permission = permission->next) {
        expand(permission, is_egress, rules);
    }
    if (bs_tree_get(input, "CidrIp") != NULL) {
        older = bs_tree_new_structure();
        bs_tree_copy_members(older, input, members);
        bs_tree_set_text(bs_tree_append_structure(bs_tree_set_list(older, "IpRanges")), "CidrIp",
                         bs_tree_text(input, "CidrIp", ""));
        expand(older, is_egress, rules);
        bs_tree_destroy(older);
    }
    return rules;
}

/* ---- From rules to permissions ---- */

static struct bs_tree *permission_for(struct bs_tree *permissions, const struct bs_tree *rule)
{
    static const char *const members[] = {"IpProtocol", "FromPort", "ToPort", NULL};
    const bool is_all = strcmp(bs_tree_text(rule, "IpProtocol", ""), "-1") == 0;
    struct bs_tree *permission = bs_tree_first_mutable(permissions);

    while (permission != NULL && !ports_are_equal(permission, rule)) {
        permission = permission->next;
    }
    if (permission == NULL) {
        permission = bs_tree_append_structure(permissions);
        bs_tree_copy_members(permission, rule, members);
        if (is_all) {
            (void)bs_tree_remove(permission, "FromPort");
            (void)bs_tree_remove(permission, "ToPort");
        }
        for (size_t i = 0; i < PEER_COUNT; i++) {
            (void)bs_tree_set_list(permission, peers[i].list);
        }
    }
    return permission;
}

static void gather(struct bs_tree *permissions, const struct bs_tree *rule)
{
    struct bs_tree *permission = permission_for(permissions, rule);

    for (size_t i = 0; i < PEER_COUNT; i++) {
        const char *peer = peer_of(rule, &peers[i]);
        struct bs_tree *element;

        if (peer == NULL) {
            continue;
        }
        element = bs_tree_append_structure(bs_tree_get_mutable(permission, peers[i].list));
        bs_tree_set_text(element, peers[i].member, peer);
        if (peers[i].rule == NULL) {
            bs_tree_set_text(element, "UserId", BS_ACCOUNT_ID);
        }
        if (bs_tree_text(rule, "Description", NULL) != NULL) {
            bs_tree_set_text(element, "Description", bs_tree_text(rule, "Description", ""));
        }
    }
}

static struct bs_account_entry *next_rule(struct bs_account *account,
                                          const struct bs_account_entry *group,
                                          const struct bs_account_entry *after)
{
    return bs_ec2_next_with(account, group->region, &bs_ec2_rules, "GroupId", group->key, after);
}

static void show_group(struct bs_account *account, const struct bs_account_entry *entry,
                       struct bs_tree *view)
{
    struct bs_tree *ingress = bs_tree_set_list(view, "IpPermissions");
    struct bs_tree *egress = bs_tree_set_list(view, "IpPermissionsEgress");
    const struct bs_account_entry *rule = NULL;

    while ((rule = next_rule(account, entry, rule)) != NULL) {
        gather(bs_tree_boolean(rule->attributes, "IsEgress", false) ? egress : ingress,
               rule->attributes);
    }
}

/* ---- Groups ---- */

static size_t count_rules(struct bs_account *account, const struct bs_account_entry *group,
                          bool is_egress)
{
    const struct bs_account_entry *rule = NULL;
    size_t count = 0;

    while ((rule = next_rule(account, group, rule)) != NULL) {
        count += bs_tree_boolean(rule->attributes, "IsEgress", false) == is_egress ? 1 : 0;
    }
    return count;
}

/* The rule is copied. */
static const struct bs_account_entry *add_rule(struct bs_account *account,
                                               const struct bs_account_entry *group,
                                               const struct bs_tree *rule,
                                               const struct bs_tree *input)
{
    struct bs_account_entry *entry = bs_ec2_new(account, group->region, &bs_ec2_rules, NULL, input);

    for (const struct bs_tree *member = bs_tree_first(rule); member != NULL;
         member = member->next) {
        (void)bs_tree_set(entry->attributes, member->name, bs_tree_copy(member));
    }
    bs_tree_set_text(entry->attributes, "GroupId", group->key);
    bs_tree_set_text(entry->attributes, "GroupOwnerId", BS_ACCOUNT_ID);
    return entry;
}

/* A rule for a security group's members, or for everybody (NULL): all protocols, or TCP to one port. */
static void add_simple_rule(struct bs_account *account, const struct bs_account_entry *group,
                            bool is_egress, int64_t port, const char *from_group)
{
    struct bs_tree *rule = bs_tree_new_structure();

    bs_tree_set_boolean(rule, "IsEgress", is_egress);
    bs_tree_set_text(rule, "IpProtocol", port < 0 ? "-1" : "tcp");
    bs_tree_set_integer(rule, "FromPort", port);
    bs_tree_set_integer(rule, "ToPort", port);
    if (from_group == NULL) {
        bs_tree_set_text(rule, "CidrIpv4", "0.0.0.0/0");
    } else {
        struct bs_tree *from = bs_tree_set_structure(rule, "ReferencedGroupInfo");

        bs_tree_set_text(from, "GroupId", from_group);
        bs_tree_set_text(from, "UserId", BS_ACCOUNT_ID);
    }
    (void)add_rule(account, group, rule, NULL);
    bs_tree_destroy(rule);
}

static struct bs_account_entry *add_group(struct bs_account *account,
                                          const struct bs_account_entry *vpc, const char *id,
                                          const char *name, const char *description,
                                          const struct bs_tree *input)
{
    struct bs_account_entry *entry = bs_ec2_new(account, vpc->region, &bs_ec2_groups, id, input);

    bs_tree_set_text(entry->attributes, "GroupName", name);
    bs_tree_set_text(entry->attributes, "Description", description);
    bs_tree_set_text(entry->attributes, "VpcId", vpc->key);
    add_simple_rule(account, entry, true, ALL_PORTS, NULL);
    return entry;
}

void bs_ec2_add_default_group(struct bs_account *account, const struct bs_account_entry *vpc)
{
    const struct bs_account_entry *group =
        add_group(account, vpc, NULL, "default", "default VPC security group", NULL);

    add_simple_rule(account, group, false, ALL_PORTS, group->key);
}

static struct bs_account_entry *find_group(struct bs_account *account, const char *region,
                                           const char *vpc, const char *name)
{
    struct bs_account_entry *group = NULL;

    do {
        group = bs_ec2_next_with(account, region, &bs_ec2_groups, "VpcId", vpc, group);
    } while (group != NULL && strcmp(bs_tree_text(group->attributes, "GroupName", ""), name) != 0);
    return group;
}

static void remove_group(struct bs_account *account, struct bs_account_entry *group)
{
    struct bs_account_entry *rule;

    while ((rule = next_rule(account, group, NULL)) != NULL) {
        bs_account_remove(account, rule);
    }
    bs_account_remove(account, group);
}

void bs_ec2_remove_default_group(struct bs_account *account, const struct bs_account_entry *vpc)
{
    struct bs_account_entry *group = find_group(account, vpc->region, vpc->key, "default");

    if (group != NULL) {
        remove_group(account, group);
    }
}

/* The VPC that a new group is to be in; NULL and an error if there is none. */
static const struct bs_account_entry *vpc_of_group(struct bs_account *account,
                                                   const struct bs_account_request *request,
                                                   struct bs_account_answer *answer)
{
    const struct bs_account_entry *vpc;

    if (bs_tree_get(request->input, "VpcId") != NULL) {
        return bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);
    }
    vpc = bs_ec2_default_vpc(account, request->region);
    if (vpc == NULL) {
        bs_account_fail(answer, "VPCIdNotSpecified", "No default VPC for this user");
    }
    return vpc;
}

void bs_ec2_create_group(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "GroupName", "");
    const struct bs_account_entry *vpc = vpc_of_group(account, request, answer);
    const struct bs_account_entry *group;

    if (vpc == NULL) {
        return;
    }
    if (*name == '\0' || strlen(name) > NAME_MAX_LENGTH || strncmp(name, "sg-", 3) == 0) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Value (%.255s) for parameter GroupName is invalid.", name);
        return;
    }
    if (find_group(account, request->region, vpc->key, name) != NULL) {
        bs_account_fail(answer, "InvalidGroup.Duplicate",
                        "The security group '%s' already exists for VPC '%s'", name, vpc->key);
        return;
    }
    group = add_group(account, vpc, NULL, name, bs_tree_text(request->input, "Description", ""),
                      request->input);
    bs_tree_set_text(answer->output, "GroupId", group->key);
    (void)bs_tree_set(answer->output, "Tags", bs_tree_copy(bs_tree_get(group->attributes, "Tags")));
}

/* The group by GroupId or, in the default VPC, by GroupName; NULL and an error if it is not there. */
static struct bs_account_entry *named_group(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "GroupName", NULL);
    const struct bs_account_entry *vpc;
    struct bs_account_entry *group;

    if (bs_tree_get(request->input, "GroupId") != NULL) {
        return bs_ec2_named(account, request, &bs_ec2_groups, "GroupId", answer);
    }
    if (name == NULL) {
        bs_account_fail(answer, "MissingParameter",
                        "The request must contain the parameter groupName or groupId");
        return NULL;
    }
    vpc = bs_ec2_default_vpc(account, request->region);
    group = vpc == NULL ? NULL : find_group(account, request->region, vpc->key, name);
    if (group == NULL) {
        bs_account_fail(answer, "InvalidGroup.NotFound",
                        "The security group '%s' does not exist in default VPC", name);
    }
    return group;
}

/* ---- The scenario's databases ---- */

static bool is_database(const struct bs_resource *resource)
{
    return resource->kind == BS_RESOURCE_RDS_INSTANCE || resource->kind == BS_RESOURCE_RDS_REPLICA;
}

static const char *region_of(const struct bs_account *account, const struct bs_resource *resource)
{
    return bs_account_scenario(account)->regions[resource->region].name;
}

/* The database whose group it is, or NULL. */
static const struct bs_resource *database_of(const struct bs_account *account,
                                             const struct bs_account_entry *group)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (is_database(resource) && strcmp(region_of(account, resource), group->region) == 0 &&
            strncmp(group->key, "sg-", 3) == 0 && strcmp(group->key + 3, resource->id) == 0) {
            return resource;
        }
    }
    return NULL;
}

void bs_ec2_append_group_of(const struct bs_resource *resource, struct bs_tree *ids)
{
    char id[BS_EC2_ID_MAX];

    (void)snprintf(id, sizeof(id), "sg-%.300s", resource->id);
    bs_tree_append_text(ids, id);
}

/* Tells the world whether the database's group lets anybody in. */
static void apply_ingress(struct bs_account *account, const struct bs_account_request *request,
                          const struct bs_resource *resource)
{
    struct bs_call_request call = {.operation = BS_OPERATION_EC2_AUTHORIZE_INGRESS,
                                   .region = region_of(account, resource),
                                   .resource = resource->id};
    const struct bs_account_entry *group;
    struct bs_call_answer answer;
    char id[BS_EC2_ID_MAX];

    (void)snprintf(id, sizeof(id), "sg-%.300s", resource->id);
    group = bs_account_find(account, bs_ec2_groups.kind, call.region, id);
    if (group != NULL && count_rules(account, group, false) == 0) {
        call.operation = BS_OPERATION_EC2_REVOKE_INGRESS;
    }
    /* An instance that has been deleted has no clients: that the world knows none is no error here. */
    (void)bs_account_ask_world(account, request, &call, &answer);
}

/* What lets the database's clients in. */
static void open_to_clients(struct bs_account *account, const struct bs_account_entry *group,
                            const struct bs_resource *resource)
{
    const bool is_postgres = strstr(resource->is.rds.engine, "postgres") != NULL;
    char clients[BS_EC2_ID_MAX];

    (void)snprintf(clients, sizeof(clients), "sg-%.300s-clients", resource->id);
    add_simple_rule(account, group, false, is_postgres ? 5432 : 3306, clients);
}

/* A group for the database, and one for its clients that the first lets in. */
static void start_groups(struct bs_account *account, const struct bs_resource *resource)
{
    const struct bs_account_entry *vpc = bs_ec2_default_vpc(account, region_of(account, resource));
    const struct bs_account_entry *group;
    char id[BS_EC2_ID_MAX];

    (void)snprintf(id, sizeof(id), "sg-%.300s-clients", resource->id);
    (void)add_group(account, vpc, id, id + strlen("sg-"), "Clients of the database", NULL);
    (void)snprintf(id, sizeof(id), "sg-%.300s", resource->id);
    group = add_group(account, vpc, id, id + strlen("sg-"), "The database", NULL);
    open_to_clients(account, group, resource);
}

void bs_ec2_renew_ingress(struct bs_account *account, const struct bs_resource *resource)
{
    const struct bs_account_entry *group;
    char id[BS_EC2_ID_MAX];

    (void)snprintf(id, sizeof(id), "sg-%.300s", resource->id);
    group = bs_account_find(account, bs_ec2_groups.kind, region_of(account, resource), id);
    if (group != NULL && count_rules(account, group, false) == 0) {
        open_to_clients(account, group, resource);
    }
}

void bs_ec2_world_start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        if (is_database(&scenario->resources[i])) {
            start_groups(account, &scenario->resources[i]);
        }
    }
}

void bs_ec2_delete_group(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *group = named_group(account, request, answer);
    const struct bs_account_entry *rule = NULL;
    bool is_used = false;

    if (group == NULL) {
        return;
    }
    if (strcmp(bs_tree_text(group->attributes, "GroupName", ""), "default") == 0) {
        bs_account_fail(answer, "CannotDelete",
                        "the specified group: \"%s\" name: \"default\" cannot be deleted by a user",
                        group->key);
        return;
    }
    while ((rule = bs_account_next(account, bs_ec2_rules.kind, group->region,
                                   rule == NULL ? NULL : rule->key)) != NULL) {
        const char *from =
            bs_tree_text(bs_tree_get(rule->attributes, "ReferencedGroupInfo"), "GroupId", "");

        is_used = is_used || (strcmp(from, group->key) == 0 &&
                              strcmp(bs_tree_text(rule->attributes, "GroupId", ""), from) != 0);
    }
    if (is_used || database_of(account, group) != NULL) {
        bs_account_fail(answer, "DependencyViolation", "resource %s has a dependent object",
                        group->key);
        return;
    }
    remove_group(account, group);
}

void bs_ec2_write_memberships(struct bs_account *account, const char *region,
                              const struct bs_tree *ids, struct bs_tree *list)
{
    const struct bs_account_entry *vpc = bs_ec2_default_vpc(account, region);
    const struct bs_account_entry *group =
        vpc == NULL || ids != NULL ? NULL : find_group(account, region, vpc->key, "default");
    struct bs_tree *membership;

    for (const struct bs_tree *id = bs_tree_first(ids); id != NULL; id = id->next) {
        membership = bs_tree_append_structure(list);
        bs_tree_set_text(membership, "VpcSecurityGroupId", id->is.text.bytes);
        bs_tree_set_text(membership, "Status", "active");
    }
    if (group != NULL) {
        membership = bs_tree_append_structure(list);
        bs_tree_set_text(membership, "VpcSecurityGroupId", group->key);
        bs_tree_set_text(membership, "Status", "active");
    }
}

/* ---- Authorize ---- */

static bool protocol_is_right(const struct bs_tree *rule, struct bs_account_answer *answer)
{
    const char *protocol = bs_tree_text(rule, "IpProtocol", "");
    const int64_t from = bs_tree_integer(rule, "FromPort", -1);
    const int64_t to = bs_tree_integer(rule, "ToPort", -1);
    const bool is_number = *protocol != '\0' && strlen(protocol) <= 3 &&
                           strspn(protocol, "0123456789") == strlen(protocol) &&
                           strtol(protocol, NULL, 10) <= 255;

    if (has_ports(protocol)) {
        if (from < 0 || to > PORT_MAX || from > to) {
            bs_account_fail(answer, "InvalidParameterValue",
                            "Invalid value for portRange. Must specify both from and to ports with "
                            "TCP/UDP.");
        }
    } else if (!is_number && strcmp(protocol, "-1") != 0 && strcmp(protocol, "icmp") != 0 &&
               strcmp(protocol, "icmpv6") != 0) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Invalid value '%.64s' for IP protocol. Unknown protocol.", protocol);
    }
    return answer->error == NULL;
}

static bool rule_is_right(struct bs_account *account, const struct bs_account_entry *group,
                          const struct bs_tree *rule, struct bs_account_answer *answer)
{
    const char *block = bs_tree_text(rule, "CidrIpv4", NULL);
    const char *from = peer_of(rule, &peers[PEER_COUNT - 1]);
    uint32_t address;
    int length;

    if (block != NULL && !bs_ec2_parse_block(block, &address, &length)) {
        bs_account_fail(answer, "InvalidParameterValue", "CIDR block %.64s is malformed", block);
    } else if (from != NULL &&
               bs_account_find(account, bs_ec2_groups.kind, group->region, from) == NULL) {
        bs_account_fail(answer, "InvalidGroup.NotFound", "The security group '%s' does not exist",
                        from);
    }
    return answer->error == NULL && protocol_is_right(rule, answer);
}

static struct bs_account_entry *find_rule(struct bs_account *account,
                                          const struct bs_account_entry *group,
                                          const struct bs_tree *wanted)
{
    struct bs_account_entry *rule = NULL;

    do {
        rule = next_rule(account, group, rule);
    } while (rule != NULL && !rules_are_equal(rule->attributes, wanted));
    return rule;
}

static bool may_authorize(struct bs_account *account, const struct bs_account_entry *group,
                          const struct bs_tree *rules, bool is_egress,
                          struct bs_account_answer *answer)
{
    if (bs_tree_count(rules) == 0) {
        bs_account_fail(answer, "MissingParameter",
                        "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
    } else if (bs_tree_count(rules) + count_rules(account, group, is_egress) > RULES_MAX) {
        bs_account_fail(answer, "RulesPerSecurityGroupLimitExceeded",
                        "The maximum number of rules per security group has been reached.");
    }
    for (const struct bs_tree *rule = bs_tree_first(rules); rule != NULL && answer->error == NULL;
         rule = rule->next) {
        if (rule_is_right(account, group, rule, answer) &&
            find_rule(account, group, rule) != NULL) {
            bs_account_fail(answer, "InvalidPermission.Duplicate",
                            "the specified rule already exists in security group %s", group->key);
        }
    }
    return answer->error == NULL;
}

/* The world hears of it when a database's first ingress comes or its last one goes. */
static void tell_world(struct bs_account *account, const struct bs_account_request *request,
                       const struct bs_account_entry *group, size_t ingress_before)
{
    const struct bs_resource *database = database_of(account, group);

    if (database != NULL && (ingress_before == 0) != (count_rules(account, group, false) == 0)) {
        apply_ingress(account, request, database);
    }
}

static bool is_egress_of(const struct bs_account_request *request)
{
    return strstr(request->operation, "Egress") != NULL;
}

void bs_ec2_authorize(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const bool is_egress = is_egress_of(request);
    const struct bs_account_entry *group = named_group(account, request, answer);
    struct bs_tree *rules;
    size_t before;

    if (group == NULL) {
        return;
    }
    rules = rules_of(request->input, is_egress);
    before = count_rules(account, group, false);
    if (may_authorize(account, group, rules, is_egress, answer)) {
        struct bs_tree *list = bs_tree_set_list(answer->output, "SecurityGroupRules");

        bs_tree_set_boolean(answer->output, "Return", true);
        for (const struct bs_tree *rule = bs_tree_first(rules); rule != NULL; rule = rule->next) {
            if (find_rule(account, group, rule) == NULL) { /* Said twice in one request. */
                (void)bs_tree_append(
                    list, bs_ec2_view(account, add_rule(account, group, rule, request->input)));
            }
        }
        tell_world(account, request, group, before);
    }
    bs_tree_destroy(rules);
}

/* ---- Revoke ---- */

static void revoke_by_id(struct bs_account *account, const struct bs_account_entry *group,
                         const struct bs_tree *ids, bool is_egress,
                         struct bs_account_answer *answer)
{
    for (const struct bs_tree *id = bs_tree_first(ids); id != NULL; id = id->next) {
        const struct bs_account_entry *rule =
            bs_account_find(account, bs_ec2_rules.kind, group->region, id->is.text.bytes);

        if (rule == NULL ||
            strcmp(bs_tree_text(rule->attributes, "GroupId", ""), group->key) != 0 ||
            bs_tree_boolean(rule->attributes, "IsEgress", false) != is_egress) {
            bs_account_fail(answer, "InvalidSecurityGroupRuleId.NotFound",
                            "The security group rule ID '%s' does not exist", id->is.text.bytes);
            return;
        }
    }
    for (const struct bs_tree *id = bs_tree_first(ids); id != NULL; id = id->next) {
        struct bs_account_entry *rule =
            bs_account_find(account, bs_ec2_rules.kind, group->region, id->is.text.bytes);

        if (rule != NULL) {
            bs_account_remove(account, rule);
        }
    }
}

/* In a default VPC what is not there is an error and nothing is revoked; elsewhere it is only told. */
static bool all_are_known(struct bs_account *account, const struct bs_account_entry *group,
                          const struct bs_tree *rules, struct bs_account_answer *answer)
{
    const struct bs_account_entry *vpc = bs_ec2_default_vpc(account, group->region);
    const bool is_default =
        vpc != NULL && strcmp(vpc->key, bs_tree_text(group->attributes, "VpcId", "")) == 0;
    struct bs_tree *unknown = bs_tree_new_list();

    for (const struct bs_tree *rule = bs_tree_first(rules); rule != NULL; rule = rule->next) {
        if (find_rule(account, group, rule) == NULL) {
            gather(unknown, rule);
        }
    }
    if (bs_tree_count(unknown) > 0 && is_default) {
        bs_account_fail(answer, "InvalidPermission.NotFound",
                        "The specified rule does not exist in this security group.");
    }
    (void)bs_tree_set(answer->output, "UnknownIpPermissions", unknown);
    return answer->error == NULL;
}

static void revoke_by_permission(struct bs_account *account, const struct bs_account_entry *group,
                                 const struct bs_tree *input, bool is_egress,
                                 struct bs_account_answer *answer)
{
    struct bs_tree *rules = rules_of(input, is_egress);

    if (bs_tree_count(rules) == 0) {
        bs_account_fail(answer, "MissingParameter",
                        "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
    } else if (all_are_known(account, group, rules, answer)) {
        for (const struct bs_tree *rule = bs_tree_first(rules); rule != NULL; rule = rule->next) {
            struct bs_account_entry *entry = find_rule(account, group, rule);

            if (entry != NULL) {
                bs_account_remove(account, entry);
            }
        }
    }
    bs_tree_destroy(rules);
}

void bs_ec2_revoke(struct bs_account *account, const struct bs_account_request *request,
                   struct bs_account_answer *answer)
{
    const bool is_egress = is_egress_of(request);
    const struct bs_tree *ids = bs_tree_get(request->input, "SecurityGroupRuleIds");
    const struct bs_account_entry *group = named_group(account, request, answer);
    size_t before;

    if (group == NULL) {
        return;
    }
    before = count_rules(account, group, false);
    if (bs_tree_count(ids) > 0) {
        revoke_by_id(account, group, ids, is_egress, answer);
    } else {
        revoke_by_permission(account, group, request->input, is_egress, answer);
    }
    if (answer->error == NULL) {
        bs_tree_set_boolean(answer->output, "Return", true);
        tell_world(account, request, group, before);
    }
}
