// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// Services that speak forms and XML, as the AWS SDK for JavaScript v3 meets them.
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const elbv2 = require("@aws-sdk/client-elastic-load-balancing-v2");
const rds = require("@aws-sdk/client-rds");
const sns = require("@aws-sdk/client-sns");
const sts = require("@aws-sdk/client-sts");
const { ACCOUNT, REGION, client, refused } = require("./clients");

test("sts", async (t) => {
  const tokens = client(sts.STSClient);

  await t.test("a role", async () => {
    const role = await tokens.send(new sts.AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/failover`, RoleSessionName: "drill", DurationSeconds: 900,
    }));
    const held = role.Credentials;
    assert.ok(held.Expiration instanceof Date);
    assert.ok(Math.abs(held.Expiration - Date.now() - 900000) < 60000);
    const credentials = {
      accessKeyId: held.AccessKeyId, secretAccessKey: held.SecretAccessKey, sessionToken: held.SessionToken,
    };
    const found = await client(sts.STSClient, null, { credentials }).send(new sts.GetCallerIdentityCommand({}));
    assert.equal(found.Arn, role.AssumedRoleUser.Arn);
  });

  await t.test("errors", async () => {
    await refused(tokens.send(new sts.AssumeRoleCommand({ RoleArn: "x".repeat(20), RoleSessionName: "drill" })),
      "ValidationError", 400);
    await refused(client(sts.STSClient, "wrong").send(new sts.GetCallerIdentityCommand({})),
      "SignatureDoesNotMatch", 403);
  });
});

test("rds", async (t) => {
  const databases = client(rds.RDSClient);
  const instance = {
    DBInstanceIdentifier: "orders", Engine: "postgres", DBInstanceClass: "db.r6g.large", AllocatedStorage: 100,
    MasterUsername: "shop", MasterUserPassword: "not-a-secret", BackupRetentionPeriod: 1,
    Tags: [{ Key: "owner", Value: "me & <you>" }],
  };

  await t.test("an instance", async () => {
    await databases.send(new rds.CreateDBInstanceCommand(instance));
    const wanted = { DBInstanceIdentifier: "orders" };
    await rds.waitUntilDBInstanceAvailable({ client: databases, maxWaitTime: 10, minDelay: 1 }, wanted);
    const found = (await databases.send(new rds.DescribeDBInstancesCommand(wanted))).DBInstances[0];
    assert.equal(found.AllocatedStorage, 100);
    assert.equal(found.DBInstanceArn, `arn:aws:rds:${REGION}:${ACCOUNT}:db:orders`);
    assert.ok(found.InstanceCreateTime instanceof Date);
    assert.deepEqual(found.TagList, instance.Tags);
  });

  await t.test("a replica elsewhere", async () => {
    const other = client(rds.RDSClient, null, { region: "us-west-2" });
    await other.send(new rds.CreateDBInstanceReadReplicaCommand({
      DBInstanceIdentifier: "replica", SourceDBInstanceIdentifier: `arn:aws:rds:${REGION}:${ACCOUNT}:db:orders`,
    }));
    await other.send(new rds.PromoteReadReplicaCommand({ DBInstanceIdentifier: "replica" }));
    const found = (await other.send(new rds.DescribeDBInstancesCommand({}))).DBInstances[0];
    assert.equal(found.ReadReplicaSourceDBInstanceIdentifier, undefined);
  });

  await t.test("pages", async () => {
    for (let number = 0; number < 21; number++) {
      await databases.send(new rds.CreateDBInstanceCommand({ ...instance, DBInstanceIdentifier: `page-${number}` }));
    }
    let count = 0;
    for await (const page of rds.paginateDescribeDBInstances({ client: databases, pageSize: 20 }, {})) {
      count += page.DBInstances.length;
    }
    assert.equal(count, 22);
  });

  await t.test("a global database switches over", async () => {
    const other = client(rds.RDSClient, null, { region: "us-west-2" });
    const cluster = { Engine: "aurora-postgresql", GlobalClusterIdentifier: "world" };
    await databases.send(new rds.CreateGlobalClusterCommand(cluster));
    await databases.send(new rds.CreateDBClusterCommand({
      ...cluster, DBClusterIdentifier: "east", MasterUsername: "shop", MasterUserPassword: "not-a-secret",
    }));
    await other.send(new rds.CreateDBClusterCommand({ ...cluster, DBClusterIdentifier: "west" }));
    const west = `arn:aws:rds:us-west-2:${ACCOUNT}:cluster:west`;
    await databases.send(new rds.SwitchoverGlobalClusterCommand({
      GlobalClusterIdentifier: "world", TargetDbClusterIdentifier: west,
    }));
    const found = await databases.send(new rds.DescribeGlobalClustersCommand({ GlobalClusterIdentifier: "world" }));
    const writers = found.GlobalClusters[0].GlobalClusterMembers.filter((member) => member.IsWriter);
    assert.deepEqual(writers.map((member) => member.DBClusterArn), [west]);
  });

  await t.test("errors", async () => {
    await refused(databases.send(new rds.DescribeDBInstancesCommand({ DBInstanceIdentifier: "missing" })),
      rds.DBInstanceNotFoundFault, 404);
    await refused(databases.send(new rds.CreateDBInstanceCommand(instance)), rds.DBInstanceAlreadyExistsFault, 400);
  });
});

test("elbv2", async () => {
  const balancers = client(elbv2.ElasticLoadBalancingV2Client);
  await refused(balancers.send(new elbv2.DescribeLoadBalancersCommand({ Names: ["missing"] })),
    elbv2.LoadBalancerNotFoundException, 400);
  const { TargetGroups } = await balancers.send(new elbv2.CreateTargetGroupCommand({
    Name: "web", Protocol: "HTTP", Port: 80, VpcId: "vpc-0123456789abcdef0", TargetType: "ip", HealthCheckPath: "/a?b=1&c",
  }));
  assert.equal(TargetGroups[0].HealthCheckPath, "/a?b=1&c");
});

test("sns", async () => {
  const topics = client(sns.SNSClient);
  const { TopicArn } = await topics.send(new sns.CreateTopicCommand({ Name: "alarms", Tags: [{ Key: "a", Value: "<1>" }] }));
  const sent = await topics.send(new sns.PublishCommand({
    TopicArn, Message: "ü & <x>", MessageAttributes: { a: { DataType: "Binary", BinaryValue: Uint8Array.from([0, 255]) } },
  }));
  assert.match(sent.MessageId, /^[0-9a-f-]{36}$/);
  const found = await topics.send(new sns.GetTopicAttributesCommand({ TopicArn }));
  assert.equal(found.Attributes.TopicArn, TopicArn);
  await refused(topics.send(new sns.PublishCommand({ TopicArn: `${TopicArn}-missing`, Message: "x" })),
    sns.NotFoundException, 404);
});
