/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** EC2: VPCs, subnets and internet gateways. */

#include <stdio.h>
#include <string.h>

#include "sim/account/ec2.h"

#define STARTED       "ec2:started" /* A Region that has had its default VPC. */
#define DEFAULT_BLOCK "172.31.0.0/16"

enum { BLOCK_LENGTH_MIN = 16, BLOCK_LENGTH_MAX = 28, RESERVED_ADDRESSES = 5, DEFAULT_SUBNETS = 3 };

/* ---- The kinds ---- */

static const struct bs_account_filter vpc_filters[] = {
    {"cidr", "CidrBlock"},
    {"cidr-block-association.cidr-block", "CidrBlockAssociationSet.CidrBlock"},
    {"cidr-block-association.association-id", "CidrBlockAssociationSet.AssociationId"},
    {"cidr-block-association.state", "CidrBlockAssociationSet.CidrBlockState.State"},
    {"dhcp-options-id", "DhcpOptionsId"},
    {"is-default", "IsDefault"},
    {"isDefault", "IsDefault"},
    {"owner-id", "OwnerId"},
    {"state", "State"},
    {"tag-key", "Tags.Key"},
    {"vpc-id", "VpcId"},
    {NULL, NULL},
};

const struct bs_ec2_kind bs_ec2_vpcs = {
    "ec2:vpc", "vpc-", "vpc", "Vpcs", "VpcId", "VpcIds", "InvalidVpcID.NotFound", vpc_filters, NULL,
};

static const struct bs_account_filter subnet_filters[] = {
    {"availability-zone", "AvailabilityZone"},
    {"availabilityZone", "AvailabilityZone"},
    {"availability-zone-id", "AvailabilityZoneId"},
    {"available-ip-address-count", "AvailableIpAddressCount"},
    {"cidr", "CidrBlock"},
    {"cidr-block", "CidrBlock"},
    {"cidrBlock", "CidrBlock"},
    {"default-for-az", "DefaultForAz"},
    {"defaultForAz", "DefaultForAz"},
    {"map-public-ip-on-launch", "MapPublicIpOnLaunch"},
    {"owner-id", "OwnerId"},
    {"state", "State"},
    {"subnet-arn", "SubnetArn"},
    {"subnet-id", "SubnetId"},
    {"tag-key", "Tags.Key"},
    {"vpc-id", "VpcId"},
    {NULL, NULL},
};

const struct bs_ec2_kind bs_ec2_subnets = {
    "ec2:subnet",
    "subnet-",
    "subnet",
    "Subnets",
    "SubnetId",
    "SubnetIds",
    "InvalidSubnetID.NotFound",
    subnet_filters,
    NULL,
};

static const struct bs_account_filter gateway_filters[] = {
    {"attachment.state", "Attachments.State"},
    {"attachment.vpc-id", "Attachments.VpcId"},
    {"internet-gateway-id", "InternetGatewayId"},
    {"owner-id", "OwnerId"},
    {"tag-key", "Tags.Key"},
    {NULL, NULL},
};

const struct bs_ec2_kind bs_ec2_gateways = {
    "ec2:internet-gateway",
    "igw-",
    "internet-gateway",
    "InternetGateways",
    "InternetGatewayId",
    "InternetGatewayIds",
    "InvalidInternetGatewayID.NotFound",
    gateway_filters,
    NULL,
};

/* ---- VPCs ---- */

static struct bs_account_entry *add_vpc(struct bs_account *account, const char *region,
                                        const char *block, bool is_default,
                                        const struct bs_tree *input)
{
    struct bs_account_entry *entry = bs_ec2_new(account, region, &bs_ec2_vpcs, NULL, input);
    struct bs_tree *attributes = entry->attributes;
    struct bs_tree *association =
        bs_tree_append_structure(bs_tree_set_list(attributes, "CidrBlockAssociationSet"));
    struct bs_tree *internal = bs_tree_set_structure(attributes, "Internal");
    char id[BS_EC2_ID_MAX];

    bs_account_new_id(account, "vpc-cidr-assoc-", 17, id, sizeof(id));
    bs_tree_set_text(association, "AssociationId", id);
    bs_tree_set_text(association, "CidrBlock", block);
    bs_tree_set_text(bs_tree_set_structure(association, "CidrBlockState"), "State", "associated");
    bs_tree_set_text(attributes, "CidrBlock", block);
    bs_tree_set_text(attributes, "DhcpOptionsId", "dopt-00000000000000000");
    bs_tree_set_text(attributes, "State", "available");
    bs_tree_set_text(attributes, "InstanceTenancy",
                     bs_tree_text(input, "InstanceTenancy", "default"));
    bs_tree_set_boolean(attributes, "IsDefault", is_default);
    bs_tree_set_boolean(internal, "EnableDnsSupport", true);
    bs_tree_set_boolean(internal, "EnableDnsHostnames", is_default);
    bs_ec2_add_main_table(account, entry);
    bs_ec2_add_default_group(account, entry);
    return entry;
}

/* A block that a VPC or subnet may have; else an error. */
static bool block_is_right(const char *block, struct bs_account_answer *answer)
{
    uint32_t address;
    int length;

    if (!bs_ec2_parse_block(block, &address, &length)) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Value (%s) for parameter cidrBlock is invalid. This is not a valid CIDR "
                        "block.",
                        block);
        return false;
    }
    return true;
}

static bool length_is_right(const char *block, const char *error, struct bs_account_answer *answer)
{
    uint32_t address = 0;
    int length = 0;

    (void)bs_ec2_parse_block(block, &address, &length);
    if (length < BLOCK_LENGTH_MIN || length > BLOCK_LENGTH_MAX) {
        bs_account_fail(answer, error, "The CIDR '%s' is invalid.", block);
    }
    return answer->error == NULL;
}

void bs_ec2_create_vpc(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const char *block = bs_tree_text(request->input, "CidrBlock", NULL);
    const struct bs_account_entry *entry;

    (void)bs_ec2_default_vpc(account, request->region);
    if (block == NULL) {
        bs_account_fail(answer, "MissingParameter",
                        "The request must contain the parameter cidrBlock");
    } else if (block_is_right(block, answer) &&
               length_is_right(block, "InvalidVpc.Range", answer)) {
        entry = add_vpc(account, request->region, block, false, request->input);
        (void)bs_tree_set(answer->output, "Vpc", bs_ec2_view(account, entry));
    }
}

void bs_ec2_delete_vpc(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);
    const struct bs_account_entry *group = NULL;
    bool is_used = false;

    if (entry == NULL) {
        return;
    }
    is_used = bs_ec2_next_with(account, entry->region, &bs_ec2_subnets, "VpcId", entry->key,
                               NULL) != NULL;
    while ((group = bs_ec2_next_with(account, entry->region, &bs_ec2_groups, "VpcId", entry->key,
                                     group)) != NULL) {
        is_used =
            is_used || strcmp(bs_tree_text(group->attributes, "GroupName", ""), "default") != 0;
    }
    for (const struct bs_account_entry *gateway =
             bs_account_next(account, bs_ec2_gateways.kind, entry->region, NULL);
         gateway != NULL;
         gateway = bs_account_next(account, gateway->kind, gateway->region, gateway->key)) {
        const struct bs_tree *attachment =
            bs_tree_first(bs_tree_get(gateway->attributes, "Attachments"));

        is_used = is_used || strcmp(bs_tree_text(attachment, "VpcId", ""), entry->key) == 0;
    }
    if (is_used) {
        bs_account_fail(answer, "DependencyViolation",
                        "The vpc '%s' has dependencies and cannot be deleted.", entry->key);
        return;
    }
    bs_ec2_remove_main_table(account, entry);
    bs_ec2_remove_default_group(account, entry);
    bs_account_remove(account, entry);
}

void bs_ec2_modify_vpc_attribute(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    static const char *const members[] = {"EnableDnsSupport", "EnableDnsHostnames",
                                          "EnableNetworkAddressUsageMetrics"};
    struct bs_account_entry *entry = bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);

    for (size_t i = 0; entry != NULL && i < sizeof(members) / sizeof(members[0]); i++) {
        const struct bs_tree *value = bs_tree_get(request->input, members[i]);

        if (value != NULL) {
            bs_tree_set_boolean(bs_tree_get_mutable(entry->attributes, "Internal"), members[i],
                                bs_tree_boolean(value, "Value", false));
        }
    }
}

void bs_ec2_describe_vpc_attribute(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *asked = bs_tree_text(request->input, "Attribute", "");
    const struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);
    char member[64];

    if (entry == NULL) {
        return;
    }
    (void)snprintf(member, sizeof(member), "E%.60s", *asked == '\0' ? asked : asked + 1);
    bs_tree_set_text(answer->output, "VpcId", entry->key);
    bs_tree_set_boolean(bs_tree_set_structure(answer->output, member), "Value",
                        bs_tree_boolean(bs_tree_get(entry->attributes, "Internal"), member, false));
}

/* ---- Subnets ---- */

static struct bs_account_entry *add_subnet(struct bs_account *account,
                                           const struct bs_account_entry *vpc, const char *block,
                                           const char *zone, const struct bs_tree *input)
{
    struct bs_account_entry *entry = bs_ec2_new(account, vpc->region, &bs_ec2_subnets, NULL, input);
    struct bs_tree *attributes = entry->attributes;
    uint32_t address = 0;
    int length = 0;

    (void)bs_ec2_parse_block(block, &address, &length);
    bs_tree_set_text(attributes, "VpcId", vpc->key);
    bs_tree_set_text(attributes, "CidrBlock", block);
    bs_tree_set_text(attributes, "AvailabilityZone", zone);
    bs_tree_set_format(attributes, "SubnetArn", "arn:aws:ec2:%s:" BS_ACCOUNT_ID ":subnet/%s",
                       vpc->region, entry->key);
    bs_tree_set_integer(attributes, "AvailableIpAddressCount",
                        (INT64_C(1) << (32 - length)) - RESERVED_ADDRESSES);
    bs_tree_set_text(attributes, "State", "available");
    bs_tree_set_boolean(attributes, "DefaultForAz", input == NULL);
    bs_tree_set_boolean(attributes, "MapPublicIpOnLaunch", input == NULL);
    bs_tree_set_boolean(attributes, "AssignIpv6AddressOnCreation", false);
    (void)bs_tree_set_list(attributes, "Ipv6CidrBlockAssociationSet");
    return entry;
}

static bool zone_is_right(const char *region, const char *zone, struct bs_account_answer *answer)
{
    const size_t length = strlen(region);

    if (strncmp(zone, region, length) != 0 || zone[length] == '\0' || zone[length + 1] != '\0' ||
        strchr(bs_ec2_zones(region), zone[length]) == NULL) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Value (%s) for parameter availabilityZone is invalid.", zone);
    }
    return answer->error == NULL;
}

static bool subnet_fits(struct bs_account *account, const struct bs_account_entry *vpc,
                        const char *block, struct bs_account_answer *answer)
{
    const struct bs_account_entry *other = NULL;

    if (!bs_ec2_block_contains(bs_tree_text(vpc->attributes, "CidrBlock", ""), block)) {
        bs_account_fail(answer, "InvalidSubnet.Range", "The CIDR '%s' is invalid.", block);
        return false;
    }
    while ((other = bs_ec2_next_with(account, vpc->region, &bs_ec2_subnets, "VpcId", vpc->key,
                                     other)) != NULL) {
        if (bs_ec2_blocks_overlap(bs_tree_text(other->attributes, "CidrBlock", ""), block)) {
            bs_account_fail(answer, "InvalidSubnet.Conflict",
                            "The CIDR '%s' conflicts with another subnet", block);
            return false;
        }
    }
    return length_is_right(block, "InvalidSubnet.Range", answer);
}

void bs_ec2_create_subnet(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const char *block = bs_tree_text(request->input, "CidrBlock", NULL);
    const struct bs_account_entry *vpc =
        bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);
    const struct bs_account_entry *entry;
    char first[72];
    const char *zone;

    (void)snprintf(first, sizeof(first), "%.64s%c", request->region,
                   bs_ec2_zones(request->region)[0]);
    zone = bs_tree_text(request->input, "AvailabilityZone", first);
    if (vpc == NULL) {
        return;
    }
    if (block == NULL) {
        bs_account_fail(answer, "MissingParameter",
                        "The request must contain the parameter cidrBlock");
    } else if (block_is_right(block, answer) && zone_is_right(request->region, zone, answer) &&
               subnet_fits(account, vpc, block, answer)) {
        entry = add_subnet(account, vpc, block, zone, request->input);
        (void)bs_tree_set(answer->output, "Subnet", bs_ec2_view(account, entry));
    }
}

void bs_ec2_delete_subnet(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_subnets, "SubnetId", answer);

    if (entry != NULL) {
        bs_account_remove(account, entry);
    }
}

void bs_ec2_modify_subnet_attribute(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    static const char *const members[] = {"MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation",
                                          "EnableDns64"};
    struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_subnets, "SubnetId", answer);

    for (size_t i = 0; entry != NULL && i < sizeof(members) / sizeof(members[0]); i++) {
        const struct bs_tree *value = bs_tree_get(request->input, members[i]);

        if (value != NULL) {
            bs_tree_set_boolean(entry->attributes, members[i],
                                bs_tree_boolean(value, "Value", false));
        }
    }
}

const struct bs_tree *bs_ec2_subnet(struct bs_account *account, const char *region, const char *id)
{
    const struct bs_account_entry *entry;

    (void)bs_ec2_default_vpc(account, region);
    entry = bs_account_find(account, bs_ec2_subnets.kind, region, id);
    return entry == NULL ? NULL : entry->attributes;
}

/* ---- Internet gateways ---- */

static void attach(struct bs_account_entry *gateway, const char *vpc)
{
    struct bs_tree *attachment =
        bs_tree_append_structure(bs_tree_set_list(gateway->attributes, "Attachments"));

    bs_tree_set_text(attachment, "State", "available");
    bs_tree_set_text(attachment, "VpcId", vpc);
}

/* The VPC that the gateway is attached to, or "". */
static const char *vpc_of(const struct bs_account_entry *gateway)
{
    return bs_tree_text(bs_tree_first(bs_tree_get(gateway->attributes, "Attachments")), "VpcId",
                        "");
}

void bs_ec2_create_gateway(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_ec2_new(account, request->region, &bs_ec2_gateways, NULL, request->input);

    (void)bs_tree_set_list(entry->attributes, "Attachments");
    (void)bs_tree_set(answer->output, "InternetGateway", bs_ec2_view(account, entry));
}

void bs_ec2_attach_gateway(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_gateways, "InternetGatewayId", answer);
    const struct bs_account_entry *vpc =
        entry == NULL ? NULL : bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);
    const struct bs_account_entry *other = NULL;

    if (vpc == NULL) {
        return;
    }
    while ((other = bs_account_next(account, bs_ec2_gateways.kind, request->region,
                                    other == NULL ? NULL : other->key)) != NULL) {
        if (strcmp(vpc_of(other), vpc->key) == 0 || (other == entry && *vpc_of(other) != '\0')) {
            bs_account_fail(answer, "Resource.AlreadyAssociated",
                            "resource %s is already attached to network %s", other->key,
                            vpc_of(other));
            return;
        }
    }
    attach(entry, vpc->key);
}

void bs_ec2_detach_gateway(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_gateways, "InternetGatewayId", answer);

    if (entry == NULL) {
        return;
    }
    if (strcmp(vpc_of(entry), bs_tree_text(request->input, "VpcId", "")) != 0) {
        bs_account_fail(answer, "Gateway.NotAttached", "resource %s is not attached to network %s",
                        entry->key, bs_tree_text(request->input, "VpcId", ""));
        return;
    }
    (void)bs_tree_set_list(entry->attributes, "Attachments");
}

void bs_ec2_delete_gateway(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_gateways, "InternetGatewayId", answer);

    if (entry == NULL) {
        return;
    }
    if (*vpc_of(entry) != '\0') {
        bs_account_fail(answer, "DependencyViolation",
                        "The internetGateway '%s' has dependencies and cannot be deleted.",
                        entry->key);
        return;
    }
    bs_account_remove(account, entry);
}

/* ---- The default VPC ---- */

static struct bs_account_entry *find_default(struct bs_account *account, const char *region)
{
    struct bs_account_entry *entry = bs_account_next(account, bs_ec2_vpcs.kind, region, NULL);

    while (entry != NULL && !bs_tree_boolean(entry->attributes, "IsDefault", false)) {
        entry = bs_account_next(account, bs_ec2_vpcs.kind, region, entry->key);
    }
    return entry;
}

static struct bs_account_entry *make_default(struct bs_account *account, const char *region)
{
    struct bs_account_entry *vpc = add_vpc(account, region, DEFAULT_BLOCK, true, NULL);
    struct bs_account_entry *gateway = bs_ec2_new(account, region, &bs_ec2_gateways, NULL, NULL);
    const char *zones = bs_ec2_zones(region);

    for (unsigned i = 0; i < DEFAULT_SUBNETS && zones[i] != '\0'; i++) {
        char block[32];
        char zone[72];

        (void)snprintf(block, sizeof(block), "172.31.%u.0/20", 16 * i);
        (void)snprintf(zone, sizeof(zone), "%.64s%c", region, zones[i]);
        (void)add_subnet(account, vpc, block, zone, NULL);
    }
    attach(gateway, vpc->key);
    bs_ec2_route_to_gateway(account, vpc, gateway);
    return vpc;
}

struct bs_account_entry *bs_ec2_default_vpc(struct bs_account *account, const char *region)
{
    if (bs_account_find(account, STARTED, region, "default") != NULL) {
        return find_default(account, region);
    }
    (void)bs_account_add(account, STARTED, region, "default");
    return make_default(account, region);
}

void bs_ec2_create_default_vpc(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const struct bs_account_entry *vpc = bs_ec2_default_vpc(account, request->region);

    if (vpc != NULL) {
        bs_account_fail(answer, "DefaultVpcAlreadyExists",
                        "A Default VPC already exists for this account in this region.");
        return;
    }
    vpc = make_default(account, request->region);
    (void)bs_tree_set(answer->output, "Vpc", bs_ec2_view(account, vpc));
}

struct bs_tree *bs_ec2_default_subnets(struct bs_account *account, const char *region)
{
    const struct bs_account_entry *vpc = bs_ec2_default_vpc(account, region);
    const struct bs_account_entry *subnet = NULL;
    struct bs_tree *ids = bs_tree_new_list();

    while (vpc != NULL && (subnet = bs_ec2_next_with(account, region, &bs_ec2_subnets, "VpcId",
                                                     vpc->key, subnet)) != NULL) {
        bs_tree_append_text(ids, subnet->key);
    }
    return ids;
}
