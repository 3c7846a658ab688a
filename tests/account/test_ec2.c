/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** EC2's network: VPCs, subnets, gateways, routes, security groups, tags, as the API Reference has them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/filter.h"
#include "tests/account/yaml_client.h"

#define TCP_443 "IpProtocol: tcp, FromPort: 443, ToPort: 443"

static void patterns(void **state)
{
    (void)state;
    assert_true(bs_account_pattern_matches("*", ""));
    assert_true(bs_account_pattern_matches("a*c?", "abbcd"));
    assert_true(bs_account_pattern_matches("*a*a*", "banana"));
    assert_false(bs_account_pattern_matches("a?", "a"));
    assert_false(bs_account_pattern_matches("ab", "abc"));
}

static void every_region_has_a_default_vpc(void **state)
{
    struct client client;
    char vpc[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:DescribeVpcs", "{Filters: [{Name: is-default, Values: ['true']}]}");
    assert_int_equal(client_count(&client, "Vpcs"), 1);
    assert_string_equal(client_text(&client, "Vpcs.0.CidrBlock"), "172.31.0.0/16");
    client_keep(&client, "Vpcs.0.VpcId", vpc, sizeof(vpc));
    client_call(&client, "ec2:DescribeSubnets",
                "{Filters: [{Name: vpc-id, Values: [%s]}, {Name: default-for-az, Values: "
                "['true']}]}",
                vpc);
    assert_int_equal(client_count(&client, "Subnets"), 3);
    client_call(&client, "ec2:DescribeRouteTables",
                "{Filters: [{Name: association.main, Values: ['true']}]}");
    assert_int_equal(client_count(&client, "RouteTables.0.Routes"), 2);
    client_refused(&client, "DefaultVpcAlreadyExists", "", "ec2:CreateDefaultVpc", "{}");
    client_refused(&client, "DryRunOperation", "", "ec2:CreateVpc",
                   "{CidrBlock: 10.0.0.0/16, DryRun: true}");
    client.region = "eu-west-1";
    client_call(&client, "ec2:DescribeVpcs", "{}");
    assert_int_equal(client_count(&client, "Vpcs"), 1);
    assert_string_not_equal(client_text(&client, "Vpcs.0.VpcId"), vpc);
    client_close(&client);
}

/* A VPC of its own, with a subnet in it. */
struct network {
    char vpc[64];
    char subnet[64];
    char gateway[64];
    char table[64];
};

static void build(struct client *client, struct network *network)
{
    client_open(client, NULL, BS_ACCOUNT_INSTANT);
    client_call(client, "ec2:CreateVpc",
                "{CidrBlock: 10.0.0.0/16, TagSpecifications: [{ResourceType: vpc, Tags: [{Key: "
                "Name, Value: shop}]}]}");
    client_keep(client, "Vpc.VpcId", network->vpc, sizeof(network->vpc));
    client_call(client, "ec2:CreateSubnet",
                "{VpcId: %s, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1b}", network->vpc);
    assert_int_equal(client_integer(client, "Subnet.AvailableIpAddressCount"), 251);
    client_keep(client, "Subnet.SubnetId", network->subnet, sizeof(network->subnet));
    client_call(client, "ec2:CreateInternetGateway", "{}");
    client_keep(client, "InternetGateway.InternetGatewayId", network->gateway,
                sizeof(network->gateway));
    client_call(client, "ec2:CreateRouteTable", "{VpcId: %s}", network->vpc);
    client_keep(client, "RouteTable.RouteTableId", network->table, sizeof(network->table));
}

static void blocks_must_fit(void **state)
{
    struct client client;
    struct network network;

    (void)state;
    build(&client, &network);
    client_refused(&client, "InvalidVpc.Range", "", "ec2:CreateVpc", "{CidrBlock: 10.0.0.0/8}");
    client_refused(&client, "InvalidParameterValue", "", "ec2:CreateVpc",
                   "{CidrBlock: '10.0.0.1/16'}");
    client_refused(&client, "MissingParameter", "", "ec2:CreateVpc", "{}");
    client_refused(&client, "InvalidSubnet.Range", "", "ec2:CreateSubnet",
                   "{VpcId: %s, CidrBlock: 10.1.0.0/24}", network.vpc);
    client_refused(&client, "InvalidSubnet.Conflict", "", "ec2:CreateSubnet",
                   "{VpcId: %s, CidrBlock: 10.0.1.128/25}", network.vpc);
    client_refused(&client, "InvalidVpcID.NotFound", "", "ec2:CreateSubnet",
                   "{VpcId: vpc-none, CidrBlock: 10.0.2.0/24}");
    client_refused(&client, "InvalidParameterValue", "Zone", "ec2:CreateSubnet",
                   "{VpcId: %s, CidrBlock: 10.0.2.0/24, AvailabilityZone: us-east-1z}",
                   network.vpc);
    client_call(&client, "ec2:DescribeVpcs", "{Filters: [{Name: 'tag:Name', Values: ['sh*']}]}");
    assert_string_equal(client_text(&client, "Vpcs.0.VpcId"), network.vpc);
    client_close(&client);
}

static void routes_are_made_and_changed(void **state)
{
    struct client client;
    struct network network;
    const char *table = network.table;

    (void)state;
    build(&client, &network);
    client_call(&client, "ec2:CreateRoute",
                "{RouteTableId: %s, DestinationCidrBlock: 0.0.0.0/0, GatewayId: %s}", table,
                network.gateway);
    client_refused(&client, "RouteAlreadyExists", "", "ec2:CreateRoute",
                   "{RouteTableId: %s, DestinationCidrBlock: 0.0.0.0/0, GatewayId: %s}", table,
                   network.gateway);
    client_refused(&client, "InvalidInternetGatewayID.NotFound", "", "ec2:CreateRoute",
                   "{RouteTableId: %s, DestinationCidrBlock: 1.0.0.0/8, GatewayId: igw-none}",
                   table);
    client_refused(&client, "MissingParameter", "", "ec2:CreateRoute", "{RouteTableId: %s}", table);
    client_call(&client, "ec2:ReplaceRoute",
                "{RouteTableId: %s, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1}", table);
    client_call(&client, "ec2:DescribeRouteTables",
                "{Filters: [{Name: route.nat-gateway-id, Values: [nat-1]}]}");
    assert_int_equal(client_count(&client, "RouteTables"), 1);
    client_refused(&client, "InvalidRoute.NotFound", "", "ec2:DeleteRoute",
                   "{RouteTableId: %s, DestinationCidrBlock: 9.0.0.0/8}", table);
    client_refused(&client, "InvalidParameterValue", "local", "ec2:DeleteRoute",
                   "{RouteTableId: %s, DestinationCidrBlock: 10.0.0.0/16}", table);
    client_call(&client, "ec2:DeleteRoute", "{RouteTableId: %s, DestinationCidrBlock: 0.0.0.0/0}",
                table);
    client_call(&client, "ec2:DescribeRouteTables", "{RouteTableIds: [%s]}", table);
    assert_int_equal(client_count(&client, "RouteTables.0.Routes"), 1);
    client_close(&client);
}

static void gateways_are_attached_to_one_vpc(void **state)
{
    struct client client;
    struct network network;
    const char *gateway = network.gateway;

    (void)state;
    build(&client, &network);
    client_refused(&client, "Gateway.NotAttached", "", "ec2:DetachInternetGateway",
                   "{InternetGatewayId: %s, VpcId: %s}", gateway, network.vpc);
    client_call(&client, "ec2:AttachInternetGateway", "{InternetGatewayId: %s, VpcId: %s}", gateway,
                network.vpc);
    client_refused(&client, "Resource.AlreadyAssociated", "", "ec2:AttachInternetGateway",
                   "{InternetGatewayId: %s, VpcId: %s}", gateway, network.vpc);
    client_refused(&client, "DependencyViolation", "", "ec2:DeleteInternetGateway",
                   "{InternetGatewayId: %s}", gateway);
    client_call(&client, "ec2:DescribeInternetGateways",
                "{Filters: [{Name: attachment.vpc-id, Values: [%s]}]}", network.vpc);
    assert_string_equal(client_text(&client, "InternetGateways.0.InternetGatewayId"), gateway);
    client_close(&client);
}

static void what_is_used_is_not_deleted(void **state)
{
    struct client client;
    struct network network;
    char association[64];

    (void)state;
    build(&client, &network);
    client_call(&client, "ec2:AssociateRouteTable", "{RouteTableId: %s, SubnetId: %s}",
                network.table, network.subnet);
    client_keep(&client, "AssociationId", association, sizeof(association));
    client_refused(&client, "Resource.AlreadyAssociated", "", "ec2:AssociateRouteTable",
                   "{RouteTableId: %s, SubnetId: %s}", network.table, network.subnet);
    client_refused(&client, "DependencyViolation", "", "ec2:DeleteRouteTable", "{RouteTableId: %s}",
                   network.table);
    client_call(&client, "ec2:DisassociateRouteTable", "{AssociationId: %s}", association);
    client_refused(&client, "InvalidAssociationID.NotFound", "", "ec2:DisassociateRouteTable",
                   "{AssociationId: %s}", association);
    client_call(&client, "ec2:DeleteRouteTable", "{RouteTableId: %s}", network.table);
    client_refused(&client, "DependencyViolation", "", "ec2:DeleteVpc", "{VpcId: %s}", network.vpc);
    client_call(&client, "ec2:DeleteSubnet", "{SubnetId: %s}", network.subnet);
    client_call(&client, "ec2:DeleteInternetGateway", "{InternetGatewayId: %s}", network.gateway);
    client_call(&client, "ec2:DeleteVpc", "{VpcId: %s}", network.vpc);
    client_refused(&client, "InvalidVpcID.NotFound", "", "ec2:DescribeVpcs", "{VpcIds: [%s]}",
                   network.vpc);
    client_close(&client);
}

static void attributes_are_changed(void **state)
{
    struct client client;
    char vpc[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:CreateVpc", "{CidrBlock: 10.0.0.0/16}");
    client_keep(&client, "Vpc.VpcId", vpc, sizeof(vpc));
    client_call(&client, "ec2:ModifyVpcAttribute", "{VpcId: %s, EnableDnsHostnames: {Value: true}}",
                vpc);
    client_call(&client, "ec2:DescribeVpcAttribute", "{VpcId: %s, Attribute: enableDnsHostnames}",
                vpc);
    assert_int_equal(client_integer(&client, "EnableDnsHostnames.Value"), 1);
    client_close(&client);
}

static void rules_are_gathered_into_permissions(void **state)
{
    struct client client;
    char group[64];
    char rule[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:CreateSecurityGroup", "{GroupName: web, Description: d}");
    client_keep(&client, "GroupId", group, sizeof(group));
    client_refused(&client, "InvalidGroup.Duplicate", "web", "ec2:CreateSecurityGroup",
                   "{GroupName: web, Description: d}");
    client_call(&client, "ec2:AuthorizeSecurityGroupIngress",
                "{GroupId: %s, IpPermissions: [{" TCP_443 ", IpRanges: [{CidrIp: 10.0.0.0/8, "
                "Description: inside}, {CidrIp: 11.0.0.0/8}], UserIdGroupPairs: [{GroupId: %s}]}]}",
                group, group);
    assert_int_equal(client_count(&client, "SecurityGroupRules"), 3);
    client_keep(&client, "SecurityGroupRules.0.SecurityGroupRuleId", rule, sizeof(rule));
    client_call(&client, "ec2:DescribeSecurityGroups",
                "{GroupIds: [%s], Filters: [{Name: ip-permission.cidr, Values: [11.0.0.0/8]}]}",
                group);
    assert_int_equal(client_count(&client, "SecurityGroups.0.IpPermissions"), 1);
    assert_int_equal(client_count(&client, "SecurityGroups.0.IpPermissions.0.IpRanges"), 2);
    assert_int_equal(client_count(&client, "SecurityGroups.0.IpPermissions.0.UserIdGroupPairs"), 1);
    assert_string_equal(client_text(&client, "SecurityGroups.0.IpPermissionsEgress.0.IpProtocol"),
                        "-1");
    client_refused(&client, "InvalidPermission.Duplicate", "", "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: %s, " TCP_443 ", CidrIp: 10.0.0.0/8}", group);
    client_refused(&client, "InvalidParameterValue", "malformed",
                   "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: %s, " TCP_443 ", CidrIp: 10.0.0.0/33}", group);
    client_refused(&client, "InvalidParameterValue", "ports", "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: %s, IpProtocol: tcp, CidrIp: 10.0.0.0/8}", group);
    client_refused(&client, "InvalidParameterValue", "protocol",
                   "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: %s, IpProtocol: carrier, CidrIp: 10.0.0.0/8}", group);
    client_refused(&client, "MissingParameter", "", "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: %s}", group);
    client_refused(&client, "InvalidGroup.NotFound", "", "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: sg-none, " TCP_443 ", CidrIp: 10.0.0.0/8}");
    client_refused(&client, "InvalidPermission.NotFound", "", "ec2:RevokeSecurityGroupIngress",
                   "{GroupName: web, " TCP_443 ", CidrIp: 12.0.0.0/8}");
    client_refused(&client, "InvalidSecurityGroupRuleId.NotFound", "",
                   "ec2:RevokeSecurityGroupEgress", "{GroupId: %s, SecurityGroupRuleIds: [%s]}",
                   group, rule);
    client_call(&client, "ec2:RevokeSecurityGroupIngress",
                "{GroupId: %s, SecurityGroupRuleIds: [%s]}", group, rule);
    client_call(&client, "ec2:RevokeSecurityGroupEgress",
                "{GroupId: %s, IpPermissions: [{IpProtocol: '-1', IpRanges: [{CidrIp: "
                "0.0.0.0/0}]}]}",
                group);
    client_call(&client, "ec2:DescribeSecurityGroupRules",
                "{Filters: [{Name: group-id, Values: [%s]}]}", group);
    assert_int_equal(client_count(&client, "SecurityGroupRules"), 2);
    client_call(&client, "ec2:DeleteSecurityGroup", "{GroupId: %s}", group);
    client_refused(&client, "InvalidGroup.NotFound", "", "ec2:DescribeSecurityGroups",
                   "{GroupNames: [web]}");
    client_close(&client);
}

static void a_group_has_a_limit(void **state)
{
    struct client client;
    char group[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:CreateSecurityGroup", "{GroupName: web, Description: d}");
    client_keep(&client, "GroupId", group, sizeof(group));
    for (int i = 0; i < 60; i++) {
        client_call(&client, "ec2:AuthorizeSecurityGroupIngress",
                    "{GroupId: %s, " TCP_443 ", CidrIp: 10.0.%d.0/24}", group, i);
    }
    client_refused(&client, "RulesPerSecurityGroupLimitExceeded", "",
                   "ec2:AuthorizeSecurityGroupIngress",
                   "{GroupId: %s, " TCP_443 ", CidrIp: 11.0.0.0/8}", group);
    client_refused(&client, "MissingParameter", "", "ec2:DeleteSecurityGroup", "{}");
    client_refused(&client, "MissingParameter", "", "ec2:RevokeSecurityGroupIngress",
                   "{GroupId: %s}", group);
    client_refused(&client, "InvalidGroup.NotFound", "none", "ec2:DeleteSecurityGroup",
                   "{GroupName: none}");
    client_refused(&client, "InvalidParameterValue", "GroupName", "ec2:CreateSecurityGroup",
                   "{GroupName: sg-web, Description: d}");
    client_refused(&client, "InvalidParameterValue", "maxResults", "ec2:DescribeVpcs",
                   "{MaxResults: 4}");
    client_close(&client);
}

static void unknown_permissions_are_told_outside_of_the_default_vpc(void **state)
{
    struct client client;
    char vpc[64];
    char group[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:CreateVpc", "{CidrBlock: 10.0.0.0/16}");
    client_keep(&client, "Vpc.VpcId", vpc, sizeof(vpc));
    client_call(&client, "ec2:CreateSecurityGroup", "{GroupName: web, Description: d, VpcId: %s}",
                vpc);
    client_keep(&client, "GroupId", group, sizeof(group));
    client_call(&client, "ec2:RevokeSecurityGroupIngress",
                "{GroupId: %s, " TCP_443 ", CidrIp: 10.0.0.0/8}", group);
    assert_string_equal(client_text(&client, "UnknownIpPermissions.0.IpRanges.0.CidrIp"),
                        "10.0.0.0/8");
    client_refused(&client, "DependencyViolation", "", "ec2:DeleteVpc", "{VpcId: %s}", vpc);
    client_call(&client, "ec2:DescribeSecurityGroups",
                "{Filters: [{Name: vpc-id, Values: [%s]}, {Name: group-name, Values: [default]}]}",
                vpc);
    client_keep(&client, "SecurityGroups.0.GroupId", group, sizeof(group));
    client_refused(&client, "CannotDelete", "", "ec2:DeleteSecurityGroup", "{GroupId: %s}", group);
    client_close(&client);
}

static void regions_zones_and_tags(void **state)
{
    struct client client;
    char vpc[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:DescribeRegions", "{RegionNames: [eu-west-1]}");
    assert_string_equal(client_text(&client, "Regions.0.Endpoint"), "ec2.eu-west-1.amazonaws.com");
    client_refused(&client, "InvalidParameterValue", "region", "ec2:DescribeRegions",
                   "{RegionNames: [moon-1]}");
    client_call(&client, "ec2:DescribeAvailabilityZones",
                "{Filters: [{Name: zone-name, Values: ['us-east-1?']}]}");
    assert_int_equal(client_count(&client, "AvailabilityZones"), 6);
    assert_string_equal(client_text(&client, "AvailabilityZones.0.ZoneId"), "use1-az1");
    client_call(&client, "ec2:DescribeVpcs", "{}");
    client_keep(&client, "Vpcs.0.VpcId", vpc, sizeof(vpc));
    client_call(&client, "ec2:CreateTags",
                "{Resources: [%s], Tags: [{Key: a, Value: '1'}, {Key: b, Value: '2'}]}", vpc);
    client_call(&client, "ec2:DeleteTags", "{Resources: [%s], Tags: [{Key: a, Value: '9'}]}", vpc);
    client_call(&client, "ec2:DescribeTags", "{Filters: [{Name: key, Values: [a]}]}");
    assert_string_equal(client_text(&client, "Tags.0.ResourceId"), vpc);
    client_call(&client, "ec2:DeleteTags", "{Resources: [%s], Tags: [{Key: a}]}", vpc);
    client_call(&client, "ec2:DescribeTags", "{}");
    assert_int_equal(client_count(&client, "Tags"), 1);
    client_refused(&client, "InvalidID", "none", "ec2:CreateTags",
                   "{Resources: [none], Tags: [{Key: a, Value: '1'}]}");
    client_refused(&client, "InvalidParameterValue", "filter", "ec2:DescribeVpcs",
                   "{Filters: [{Name: colour, Values: [red]}]}");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns),
        cmocka_unit_test(every_region_has_a_default_vpc),
        cmocka_unit_test(blocks_must_fit),
        cmocka_unit_test(routes_are_made_and_changed),
        cmocka_unit_test(gateways_are_attached_to_one_vpc),
        cmocka_unit_test(what_is_used_is_not_deleted),
        cmocka_unit_test(attributes_are_changed),
        cmocka_unit_test(rules_are_gathered_into_permissions),
        cmocka_unit_test(a_group_has_a_limit),
        cmocka_unit_test(unknown_permissions_are_told_outside_of_the_default_vpc),
        cmocka_unit_test(regions_zones_and_tags),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
