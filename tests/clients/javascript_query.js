// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// Services that speak forms and XML, as the AWS SDK for JavaScript v3 meets them.
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const sts = require("@aws-sdk/client-sts");
const { ACCOUNT, client, refused } = require("./clients");

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
