// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// Services that speak JSON 1.0 and 1.1, as the AWS SDK for JavaScript v3 meets them.
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const cloudwatch = require("@aws-sdk/client-cloudwatch");
const dynamodb = require("@aws-sdk/client-dynamodb");
const ecs = require("@aws-sdk/client-ecs");
const secrets = require("@aws-sdk/client-secrets-manager");
const ssm = require("@aws-sdk/client-ssm");
const { client, refused } = require("./clients");

test("ssm", async (t) => {
  const parameters = client(ssm.SSMClient);

  await t.test("values come back as sent", async () => {
    for (const Value of ["漢字 🙂", " \t\n\"quoted\" \\ ", "x".repeat(4096)]) {
      await parameters.send(new ssm.PutParameterCommand({ Name: "/js/value", Value, Type: "String", Overwrite: true }));
      const { Parameter } = await parameters.send(new ssm.GetParameterCommand({ Name: "/js/value" }));
      assert.equal(Parameter.Value, Value);
      assert.ok(Math.abs(Parameter.LastModifiedDate - Date.now()) < 60000);
    }
  });

  await t.test("pages", async () => {
    const names = [];
    for (let number = 0; number < 12; number++) {
      await parameters.send(new ssm.PutParameterCommand({ Name: `/js/page/${number}`, Value: "1", Type: "String" }));
    }
    const pages = ssm.paginateGetParametersByPath({ client: parameters, pageSize: 5 }, { Path: "/js/page" });
    for await (const page of pages) {
      assert.ok(page.Parameters.length <= 5);
      names.push(...page.Parameters.map((each) => each.Name));
    }
    assert.equal(new Set(names).size, 12);
  });

  await t.test("errors", async () => {
    await refused(parameters.send(new ssm.GetParameterCommand({ Name: "missing" })), ssm.ParameterNotFound, 400);
    await parameters.send(new ssm.PutParameterCommand({ Name: "here", Value: "1", Type: "String" }));
    await refused(parameters.send(new ssm.PutParameterCommand({ Name: "here", Value: "1", Type: "String" })),
      ssm.ParameterAlreadyExists, 400);
    await refused(client(ssm.SSMClient, "wrong").send(new ssm.GetParameterCommand({ Name: "here" })),
      "InvalidSignatureException", 400);
  });
});

test("dynamodb", async (t) => {
  const tables = client(dynamodb.DynamoDBClient);
  const item = {
    id: { S: "漢字 🙂" }, number: { N: "12345678901234567890.5" }, bytes: { B: Uint8Array.from([0, 1, 254, 255]) },
    list: { L: [{ NULL: true }, { BOOL: false }] }, map: { M: { a: { SS: ["x", "y"] } } },
  };
  await tables.send(new dynamodb.CreateTableCommand({
    TableName: "notes", BillingMode: "PAY_PER_REQUEST", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
  }));
  await dynamodb.waitUntilTableExists({ client: tables, maxWaitTime: 5, minDelay: 1 }, { TableName: "notes" });

  await t.test("values come back as sent", async () => {
    await tables.send(new dynamodb.PutItemCommand({ TableName: "notes", Item: item }));
    const found = await tables.send(new dynamodb.GetItemCommand({ TableName: "notes", Key: { id: item.id } }));
    assert.deepEqual(found.Item, item);
  });

  await t.test("errors", async () => {
    const put = new dynamodb.PutItemCommand({
      TableName: "notes", Item: item, ConditionExpression: "attribute_not_exists(id)",
    });
    await refused(tables.send(put), dynamodb.ConditionalCheckFailedException, 400);
    const get = new dynamodb.GetItemCommand({ TableName: "missing", Key: { id: { S: "x" } } });
    await refused(tables.send(get), dynamodb.ResourceNotFoundException, 400);
    await assert.rejects(tables.send(new dynamodb.TransactWriteItemsCommand({
      TransactItems: [{ Put: { TableName: "notes", Item: item, ConditionExpression: "attribute_not_exists(id)" } }],
    })), (error) => error instanceof dynamodb.TransactionCanceledException
      && error.CancellationReasons[0].Code === "ConditionalCheckFailed");
  });

  await t.test("pages", async () => {
    for (let number = 0; number < 12; number++) {
      await tables.send(new dynamodb.PutItemCommand({ TableName: "notes", Item: { id: { S: `${number}` } } }));
    }
    const counts = [];
    for await (const page of dynamodb.paginateScan({ client: tables, pageSize: 5 }, { TableName: "notes" })) {
      counts.push(page.Count);
    }
    assert.deepEqual(counts, [5, 5, 3]);
  });
});

test("ecs", async () => {
  const clusters = client(ecs.ECSClient);
  await clusters.send(new ecs.CreateClusterCommand({ clusterName: "shop" }));
  await clusters.send(new ecs.RegisterTaskDefinitionCommand({
    family: "web", requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512",
    containerDefinitions: [{ name: "web", image: "example/web:1" }],
  }));
  const { service } = await clusters.send(new ecs.CreateServiceCommand({
    cluster: "shop", serviceName: "web", taskDefinition: "web", desiredCount: 2, launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-0123456789abcdef0"] } },
  }));
  assert.ok(service.createdAt instanceof Date);
  const wanted = { cluster: "shop", services: ["web"] };
  await ecs.waitUntilServicesStable({ client: clusters, maxWaitTime: 10, minDelay: 1 }, wanted);
  const found = await clusters.send(new ecs.DescribeServicesCommand(wanted));
  assert.equal(found.services[0].runningCount, 2);
  await refused(clusters.send(new ecs.DescribeServicesCommand({ cluster: "missing", services: ["web"] })),
    ecs.ClusterNotFoundException, 400);
});

test("secrets manager", async () => {
  const manager = client(secrets.SecretsManagerClient);
  const SecretBinary = Uint8Array.from([0, 127, 128, 255]);
  await manager.send(new secrets.CreateSecretCommand({ Name: "bytes", SecretBinary }));
  const found = await manager.send(new secrets.GetSecretValueCommand({ SecretId: "bytes" }));
  assert.deepEqual(found.SecretBinary, SecretBinary);
  assert.ok(Math.abs(found.CreatedDate - Date.now()) < 60000);
  await refused(manager.send(new secrets.GetSecretValueCommand({ SecretId: "missing" })),
    secrets.ResourceNotFoundException, 400);
});

// Newer clients have left forms and XML behind for this service: CBOR.
test("cloudwatch", async (t) => {
  const watch = client(cloudwatch.CloudWatchClient);
  const alarm = {
    AlarmName: "errors", Namespace: "Shop", MetricName: "Errors", Statistic: "Sum", Period: 60, EvaluationPeriods: 1,
    Threshold: 5.5, ComparisonOperator: "GreaterThanThreshold", AlarmDescription: "ü <5>",
  };

  await t.test("a metric", async () => {
    const Timestamp = new Date(Math.floor(Date.now() / 60000) * 60000 - 300000);
    await watch.send(new cloudwatch.PutMetricDataCommand({
      Namespace: "Shop", MetricData: [{ MetricName: "Errors", Value: 6.25, Timestamp, Unit: "Count" }],
    }));
    const found = await watch.send(new cloudwatch.GetMetricStatisticsCommand({
      Namespace: "Shop", MetricName: "Errors", StartTime: Timestamp, EndTime: new Date(+Timestamp + 60000), Period: 60,
      Statistics: ["Sum"],
    }));
    assert.deepEqual(found.Datapoints.map((point) => [+point.Timestamp, point.Sum]), [[+Timestamp, 6.25]]);
  });

  await t.test("a body long enough to be compressed", async () => {
    const Timestamp = new Date(Date.now() - 300000);
    const encodings = [];
    const compressing = client(cloudwatch.CloudWatchClient);
    compressing.middlewareStack.add((next) => (args) => {
      encodings.push(args.request.headers["content-encoding"]);
      return next(args);
    }, { step: "finalizeRequest", priority: "low" });
    await compressing.send(new cloudwatch.PutMetricDataCommand({
      Namespace: "Long", MetricData: Array.from({ length: 500 }, (_, number) => ({
        MetricName: `errors-of-page-${number}`, Value: number, Timestamp, Unit: "Count",
      })),
    }));
    assert.deepEqual(encodings, ["gzip"]);
    const { Metrics } = await watch.send(new cloudwatch.ListMetricsCommand({ Namespace: "Long", MetricName: "errors-of-page-499" }));
    assert.equal(Metrics.length, 1);
  });

  await t.test("an alarm", async () => {
    await watch.send(new cloudwatch.PutMetricAlarmCommand(alarm));
    const { MetricAlarms } = await watch.send(new cloudwatch.DescribeAlarmsCommand({ AlarmNames: ["errors"] }));
    for (const [name, value] of Object.entries(alarm)) {
      assert.equal(MetricAlarms[0][name], value);
    }
    assert.ok(MetricAlarms[0].StateUpdatedTimestamp instanceof Date);
  });

  await t.test("errors", async () => {
    await refused(watch.send(new cloudwatch.SetAlarmStateCommand({
      AlarmName: "missing", StateValue: "OK", StateReason: "x",
    })), cloudwatch.ResourceNotFound, 404);
  });
});
