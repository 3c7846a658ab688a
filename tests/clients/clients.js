// SPDX-License-Identifier: Apache-2.0
// Copyright the blackstart authors
//
// What the tests in JavaScript share. The endpoint and the keys come from the environment, as the SDK reads it.
"use strict";
const assert = require("node:assert/strict");

const REGION = process.env.AWS_REGION;
const ACCOUNT = "123456789012";

// A client that never tries twice; `more` goes into its configuration.
function client(Client, secretAccessKey, more) {
  const credentials = secretAccessKey && { credentials: { accessKeyId: "test", secretAccessKey } };
  return new Client({ maxAttempts: 1, ...credentials, ...more });
}

// The promise is refused with the error class, or the error of that name, and the HTTP status.
async function refused(promise, wanted, status) {
  await assert.rejects(promise, (error) => {
    const is_wanted = typeof wanted === "string" ? error.name === wanted : error instanceof wanted;
    assert.ok(is_wanted, `${error.name}: ${error.message}`);
    assert.equal(error.$metadata.httpStatusCode, status);
    return true;
  });
}

module.exports = { ACCOUNT, REGION, client, refused };
