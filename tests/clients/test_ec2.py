# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The parts of EC2 that databases and load balancers need, as boto3 and aws-cli meet them.

usage: test_ec2.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import harness
from harness import OTHER_REGION, REGION

HTTPS = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}


class NetworkTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.ec2 = self.client("ec2")
        self.vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]

    def subnet(self, number, zone="a"):
        return self.ec2.create_subnet(VpcId=self.vpc, CidrBlock=f"10.0.{number}.0/24",
                                      AvailabilityZone=REGION + zone)["Subnet"]["SubnetId"]

    def test_vpc(self):
        self.ec2.get_waiter("vpc_available").wait(VpcIds=[self.vpc], WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        found = self.ec2.describe_vpcs(VpcIds=[self.vpc])["Vpcs"][0]
        self.assertEqual((found["CidrBlock"], found["State"], found["IsDefault"]), ("10.0.0.0/16", "available", False))
        self.ec2.modify_vpc_attribute(VpcId=self.vpc, EnableDnsHostnames={"Value": True})
        attribute = self.ec2.describe_vpc_attribute(VpcId=self.vpc, Attribute="enableDnsHostnames")
        self.assertEqual(attribute["EnableDnsHostnames"], {"Value": True})
        self.subnet(1)
        with self.refused(self.ec2, None, 400, "DependencyViolation"):
            self.ec2.delete_vpc(VpcId=self.vpc)
        with self.refused(self.client("ec2", region=OTHER_REGION), None, 400, "InvalidVpcID.NotFound"):
            self.client("ec2", region=OTHER_REGION).describe_vpcs(VpcIds=[self.vpc])

    def test_subnets(self):
        made = [self.subnet(number, zone) for number, zone in ((1, "a"), (2, "b"), (3, "c"))]
        found = self.ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [self.vpc]},
                                                   {"Name": "availability-zone", "Values": [REGION + "b"]}])
        self.assertEqual([each["SubnetId"] for each in found["Subnets"]], [made[1]])
        with self.refused(self.ec2, None, 400, "InvalidSubnet.Conflict"):
            self.subnet(1)
        for each in made:
            self.ec2.delete_subnet(SubnetId=each)
        with self.refused(self.ec2, None, 400, "InvalidSubnetID.NotFound"):
            self.ec2.describe_subnets(SubnetIds=made)

    def test_security_groups(self):
        group = self.ec2.create_security_group(GroupName="web", Description="what faces the world", VpcId=self.vpc)["GroupId"]
        rule = {**HTTPS, "IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "everybody"}]}
        self.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])
        with self.refused(self.ec2, None, 400, "InvalidPermission.Duplicate"):
            self.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])
        found = self.ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]["IpPermissions"][0]
        self.assertEqual({name: found[name] for name in rule}, rule)
        self.assertEqual(len(self.ec2.describe_security_group_rules(
            Filters=[{"Name": "group-id", "Values": [group]}])["SecurityGroupRules"]), 2)
        self.ec2.revoke_security_group_ingress(GroupId=group, IpPermissions=[rule])
        self.assertEqual(self.ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]["IpPermissions"], [])
        with self.refused(self.ec2, None, 400, "InvalidGroup.Duplicate"):
            self.ec2.create_security_group(GroupName="web", Description="again", VpcId=self.vpc)
        self.ec2.delete_security_group(GroupId=group)
        with self.refused(self.ec2, None, 400, "InvalidGroup.NotFound"):
            self.ec2.describe_security_groups(GroupIds=[group])

    def test_routes(self):
        gateway = self.ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        self.ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=self.vpc)
        table = self.ec2.create_route_table(VpcId=self.vpc)["RouteTable"]["RouteTableId"]
        self.ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
        found = self.ec2.describe_route_tables(RouteTableIds=[table])["RouteTables"][0]["Routes"]
        self.assertEqual({each["DestinationCidrBlock"]: each["GatewayId"] for each in found},
                         {"10.0.0.0/16": "local", "0.0.0.0/0": gateway})

    def test_tags(self):
        tags = [{"Key": "Name", "Value": "shop & co"}, {"Key": "stage", "Value": ""}]
        self.ec2.create_tags(Resources=[self.vpc], Tags=tags)
        found = self.ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["shop*"]}])["Vpcs"]
        self.assertEqual([each["Tags"] for each in found], [tags])
        self.ec2.delete_tags(Resources=[self.vpc], Tags=[{"Key": "stage"}])
        found = self.ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [self.vpc]}])["Tags"]
        self.assertEqual([(each["Key"], each["ResourceType"]) for each in found], [("Name", "vpc")])

    def test_pages(self):
        made = {self.subnet(number) for number in range(12)}
        pages = self.ec2.get_paginator("describe_subnets").paginate(
            Filters=[{"Name": "vpc-id", "Values": [self.vpc]}], PaginationConfig={"PageSize": 5})
        found = [[each["SubnetId"] for each in page["Subnets"]] for page in pages]
        self.assertEqual(([len(page) for page in found], set(sum(found, []))), ([5, 5, 2], made))

    def test_errors(self):
        with self.refused(self.ec2, None, 400, "InvalidVpcID.NotFound"):
            self.ec2.describe_vpcs(VpcIds=["vpc-00000000000000000"])
        with self.refused(self.ec2, None, 400, "InvalidParameterValue"):
            self.ec2.create_vpc(CidrBlock="nonsense")
        stranger = self.client("ec2", key=("AKIAIOSFODNN7EXAMPLE", "secret"))
        with self.refused(stranger, None, 401, "AuthFailure"):
            stranger.describe_vpcs()

    def test_command_line(self):
        zones = self.aws("ec2", "describe-availability-zones", "--query", "AvailabilityZones[].ZoneName", "--output", "text")
        self.assertIn(REGION + "a", zones.split())
        self.aws("ec2", "wait", "vpc-available", "--vpc-ids", self.vpc)
        found = self.aws_json("ec2", "describe-vpcs", "--filters", "Name=cidr,Values=10.0.0.0/16")["Vpcs"]
        self.assertEqual([each["VpcId"] for each in found], [self.vpc])
        self.assertIn("(InvalidVpcID.NotFound)", self.aws("ec2", "delete-vpc", "--vpc-id", "vpc-0123456789abcdef0", status=254))


if __name__ == "__main__":
    harness.main()
