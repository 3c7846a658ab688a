// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// Services that speak JSON 1.0 and 1.1, as the AWS SDK for JavaScript v3 meets them.
"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
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
