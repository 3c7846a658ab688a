// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// EC2, which has a protocol of its own, as the AWS SDK for JavaScript v3 meets it.
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const ec2 = require("@aws-sdk/client-ec2");
const { client, refused } = require("./clients");

test("ec2", async (t) => {
  const network = client(ec2.EC2Client);
  const { Vpc } = await network.send(new ec2.CreateVpcCommand({
    CidrBlock: "10.0.0.0/16", TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "Name", Value: "<a> & b" }] }],
  }));

  await t.test("a VPC", async () => {
    await ec2.waitUntilVpcAvailable({ client: network, maxWaitTime: 5, minDelay: 1 }, { VpcIds: [Vpc.VpcId] });
    const found = await network.send(new ec2.DescribeVpcsCommand({ Filters: [{ Name: "tag:Name", Values: ["<a> & b"] }] }));
    assert.deepEqual(found.Vpcs.map((each) => each.VpcId), [Vpc.VpcId]);
  });

  await t.test("a security group", async () => {
    const { GroupId } = await network.send(new ec2.CreateSecurityGroupCommand({
      GroupName: "web", Description: "web", VpcId: Vpc.VpcId,
    }));
    await network.send(new ec2.AuthorizeSecurityGroupIngressCommand({
      GroupId, IpPermissions: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    }));
    const found = await network.send(new ec2.DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
    assert.equal(found.SecurityGroups[0].IpPermissions[0].FromPort, 443);
  });

  await t.test("pages", async () => {
    for (let number = 0; number < 12; number++) {
      await network.send(new ec2.CreateSubnetCommand({ VpcId: Vpc.VpcId, CidrBlock: `10.0.${number}.0/24` }));
    }
    const input = { Filters: [{ Name: "vpc-id", Values: [Vpc.VpcId] }] };
    const counts = [];
    for await (const page of ec2.paginateDescribeSubnets({ client: network, pageSize: 5 }, input)) {
      counts.push(page.Subnets.length);
    }
    assert.deepEqual(counts, [5, 5, 2]);
  });

  await t.test("errors", async () => {
    await refused(network.send(new ec2.DescribeVpcsCommand({ VpcIds: ["vpc-00000000000000000"] })),
      "InvalidVpcID.NotFound", 400);
    await refused(client(ec2.EC2Client, "wrong").send(new ec2.DescribeVpcsCommand({})), "AuthFailure", 401);
  });
});
