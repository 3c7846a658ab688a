/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon Elastic Compute Cloud, as far as its network goes: which operation is whose, and Regions and zones.
 * Source: Amazon EC2 API Reference.
 */

#include "sim/account/ec2.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/services.h"

/* ---- Regions and zones ---- */

/* Those that need no opting in, with the zones that an account sees. */
static const struct {
    const char *name;
    const char *zone_id;
    const char *zones;
} regions[] = {
    {"ap-northeast-1", "apne1", "acd"}, {"ap-northeast-2", "apne2", "abcd"},
    {"ap-northeast-3", "apne3", "abc"}, {"ap-south-1", "aps1", "abc"},
    {"ap-southeast-1", "apse1", "abc"}, {"ap-southeast-2", "apse2", "abc"},
    {"ca-central-1", "cac1", "abd"},    {"eu-central-1", "euc1", "abc"},
    {"eu-north-1", "eun1", "abc"},      {"eu-west-1", "euw1", "abc"},
    {"eu-west-2", "euw2", "abc"},       {"eu-west-3", "euw3", "abc"},
    {"sa-east-1", "sae1", "abc"},       {"us-east-1", "use1", "abcdef"},
    {"us-east-2", "use2", "abc"},       {"us-west-1", "usw1", "ac"},
    {"us-west-2", "usw2", "abcd"},
};

enum { REGION_COUNT = sizeof(regions) / sizeof(regions[0]) };

const char *bs_ec2_zones(const char *region)
{
    for (size_t i = 0; i < REGION_COUNT; i++) {
        if (strcmp(regions[i].name, region) == 0) {
            return regions[i].zones;
        }
    }
    return "abc";
}

/* Appends the view if the filters and the list of names, under this member, let it through. */
static bool keep(const struct bs_account_filter *table, const struct bs_tree *input,
                 const struct bs_tree *names, const char *name, struct bs_tree *list,
                 struct bs_tree *view)
{
    const bool is_wanted =
        bs_tree_count(names) == 0 || bs_tree_has_text(names, bs_tree_text(view, name, ""));

    if (is_wanted && bs_account_filters_match(table, bs_tree_get(input, "Filters"), view)) {
        (void)bs_tree_append(list, view);
    } else {
        bs_tree_destroy(view);
    }
    return is_wanted;
}

/* Every name asked for is one; else an error. */
static bool are_known(size_t asked, size_t found, const char *what,
                      struct bs_account_answer *answer)
{
    if (found < asked) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid %s", what);
    }
    return answer->error == NULL;
}

void bs_ec2_describe_regions(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    static const struct bs_account_filter filters[] = {{"endpoint", "Endpoint"},
                                                       {"region-name", "RegionName"},
                                                       {"opt-in-status", "OptInStatus"},
                                                       {NULL, NULL}};
    const struct bs_tree *names = bs_tree_get(request->input, "RegionNames");
    struct bs_tree *list = bs_tree_set_list(answer->output, "Regions");
    size_t found = 0;

    (void)account;
    for (size_t i = 0; i < REGION_COUNT; i++) {
        struct bs_tree *view = bs_tree_new_structure();

        bs_tree_set_text(view, "RegionName", regions[i].name);
        bs_tree_set_format(view, "Endpoint", "ec2.%s.amazonaws.com", regions[i].name);
        bs_tree_set_text(view, "OptInStatus", "opt-in-not-required");
        found += keep(filters, request->input, names, "RegionName", list, view) ? 1 : 0;
    }
    (void)are_known(bs_tree_count(names), found, "region name", answer);
}

static struct bs_tree *show_zone(size_t region, size_t zone)
{
    struct bs_tree *view = bs_tree_new_structure();

    bs_tree_set_text(view, "State", "available");
    bs_tree_set_text(view, "OptInStatus", "opt-in-not-required");
    bs_tree_set_text(view, "RegionName", regions[region].name);
    bs_tree_set_format(view, "ZoneName", "%s%c", regions[region].name, regions[region].zones[zone]);
    bs_tree_set_format(view, "ZoneId", "%s-az%zu", regions[region].zone_id, zone + 1);
    bs_tree_set_text(view, "GroupName", regions[region].name);
    bs_tree_set_text(view, "NetworkBorderGroup", regions[region].name);
    bs_tree_set_text(view, "ZoneType", "availability-zone");
    (void)bs_tree_set_list(view, "Messages");
    return view;
}

void bs_ec2_describe_zones(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    static const struct bs_account_filter filters[] = {
        {"group-name", "GroupName"},   {"opt-in-status", "OptInStatus"},
        {"region-name", "RegionName"}, {"state", "State"},
        {"zone-id", "ZoneId"},         {"zone-name", "ZoneName"},
        {"zone-type", "ZoneType"},     {NULL, NULL}};
    const bool by_id = bs_tree_get(request->input, "ZoneIds") != NULL;
    const struct bs_tree *names = bs_tree_get(request->input, by_id ? "ZoneIds" : "ZoneNames");
    struct bs_tree *list = bs_tree_set_list(answer->output, "AvailabilityZones");
    size_t found = 0;

    (void)account;
    for (size_t i = 0; i < REGION_COUNT; i++) {
        for (size_t j = 0;
             strcmp(regions[i].name, request->region) == 0 && regions[i].zones[j] != '\0'; j++) {
            found += keep(filters, request->input, names, by_id ? "ZoneId" : "ZoneName", list,
                          show_zone(i, j))
                         ? 1
                         : 0;
        }
    }
    (void)are_known(bs_tree_count(names), found, "availability zone", answer);
}

/* ---- The table ---- */

/*  name, behaviour, depth, is paged by the server */
#define OPERATIONS(X)                                                           \
    X(AssociateRouteTable, bs_ec2_associate_route_table, RECORDED, false)       \
    X(AttachInternetGateway, bs_ec2_attach_gateway, RECORDED, false)            \
    X(AuthorizeSecurityGroupEgress, bs_ec2_authorize, RECORDED, false)          \
    X(AuthorizeSecurityGroupIngress, bs_ec2_authorize, MODELLED, false)         \
    X(CreateDefaultVpc, bs_ec2_create_default_vpc, RECORDED, false)             \
    X(CreateInternetGateway, bs_ec2_create_gateway, RECORDED, false)            \
    X(CreateRoute, bs_ec2_create_route, RECORDED, false)                        \
    X(CreateRouteTable, bs_ec2_create_route_table, RECORDED, false)             \
    X(CreateSecurityGroup, bs_ec2_create_group, RECORDED, false)                \
    X(CreateSubnet, bs_ec2_create_subnet, RECORDED, false)                      \
    X(CreateTags, bs_ec2_create_tags, RECORDED, false)                          \
    X(CreateVpc, bs_ec2_create_vpc, RECORDED, false)                            \
    X(DeleteInternetGateway, bs_ec2_delete_gateway, RECORDED, false)            \
    X(DeleteRoute, bs_ec2_delete_route, RECORDED, false)                        \
    X(DeleteRouteTable, bs_ec2_delete_route_table, RECORDED, false)             \
    X(DeleteSecurityGroup, bs_ec2_delete_group, RECORDED, false)                \
    X(DeleteSubnet, bs_ec2_delete_subnet, RECORDED, false)                      \
    X(DeleteTags, bs_ec2_delete_tags, RECORDED, false)                          \
    X(DeleteVpc, bs_ec2_delete_vpc, RECORDED, false)                            \
    X(DescribeAvailabilityZones, bs_ec2_describe_zones, RECORDED, false)        \
    X(DescribeInternetGateways, bs_ec2_describe, RECORDED, true)                \
    X(DescribeRegions, bs_ec2_describe_regions, RECORDED, false)                \
    X(DescribeRouteTables, bs_ec2_describe, RECORDED, true)                     \
    X(DescribeSecurityGroupRules, bs_ec2_describe, MODELLED, true)              \
    X(DescribeSecurityGroups, bs_ec2_describe, MODELLED, true)                  \
    X(DescribeSubnets, bs_ec2_describe, RECORDED, true)                         \
    X(DescribeTags, bs_ec2_describe_tags, RECORDED, true)                       \
    X(DescribeVpcAttribute, bs_ec2_describe_vpc_attribute, RECORDED, false)     \
    X(DescribeVpcs, bs_ec2_describe, RECORDED, true)                            \
    X(DetachInternetGateway, bs_ec2_detach_gateway, RECORDED, false)            \
    X(DisassociateRouteTable, bs_ec2_disassociate_route_table, RECORDED, false) \
    X(ModifySubnetAttribute, bs_ec2_modify_subnet_attribute, RECORDED, false)   \
    X(ModifyVpcAttribute, bs_ec2_modify_vpc_attribute, RECORDED, false)         \
    X(ReplaceRoute, bs_ec2_replace_route, RECORDED, false)                      \
    X(RevokeSecurityGroupEgress, bs_ec2_revoke, RECORDED, false)                \
    X(RevokeSecurityGroupIngress, bs_ec2_revoke, MODELLED, false)

static bs_account_operation_fn perform;

static const struct bs_account_operation operations[] = {
#define OPERATION_ROW(name, behaviour, depth, is_paged) \
    {#name, perform, BS_ACCOUNT_##depth, is_paged},
    OPERATIONS(OPERATION_ROW)
#undef OPERATION_ROW
};

enum { OPERATION_COUNT = sizeof(operations) / sizeof(operations[0]) };

static bs_account_operation_fn *const behaviours[OPERATION_COUNT] = {
#define BEHAVIOUR_ROW(name, behaviour, depth, is_paged) behaviour,
    OPERATIONS(BEHAVIOUR_ROW)
#undef BEHAVIOUR_ROW
};

static void perform(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    size_t i = 0;

    while (i < OPERATION_COUNT && strcmp(operations[i].name, request->operation) != 0) {
        i++;
    }
    BS_ASSERT(i < OPERATION_COUNT);
    if (bs_tree_boolean(request->input, "DryRun", false)) {
        bs_account_fail(answer, "DryRunOperation",
                        "Request would have succeeded, but DryRun flag is set.");
    } else {
        behaviours[i](account, request, answer);
    }
}

const struct bs_account_service bs_account_service_ec2 = {
    .name = "ec2",
    .operations = operations,
    .operation_count = OPERATION_COUNT,
    .start = bs_ec2_world_start,
};
