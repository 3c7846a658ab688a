# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The mock asked by curl, whose signer is nobody's of AWS; forms, JSON, objects, and the control endpoints.

Debian's curl signs query strings as they come: they are sorted here.

usage: test_curl.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import hashlib
import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import harness
from harness import ACCOUNT, REGION

if not Path("/usr/bin/curl").exists():
    print("curl is not installed")
    sys.exit(77)

FORM = "application/x-www-form-urlencoded; charset=utf-8"


class CurlTest(harness.Case):
    def curl(self, service, *words, secret="test", path="/", url=None):
        """HTTP status and body."""
        done = self.run_command("/usr/bin/curl", "--silent", "--show-error", "--max-time", "20", "--user",
                                f"test:{secret}", "--aws-sigv4", f"aws:amz:{REGION}:{service}",
                                "--write-out", "\n%{http_code}", *words, (url or self.mock.url) + path)
        body, status = done.stdout.rsplit("\n", 1)
        return int(status), body

    def ask_json(self, operation, **arguments):
        status, body = self.curl("ssm", "--header", f"X-Amz-Target: AmazonSSM.{operation}", "--header",
                                 "Content-Type: application/x-amz-json-1.1", "--data-binary", json.dumps(arguments))
        return status, json.loads(body)

    def test_forms(self):
        status, body = self.curl("sts", "--data", "Action=GetCallerIdentity&Version=2011-06-15")
        root = ElementTree.fromstring(body)
        space = "{https://sts.amazonaws.com/doc/2011-06-15/}"
        self.assertEqual((status, root.tag), (200, space + "GetCallerIdentityResponse"))
        self.assertEqual(root.findtext(f"{space}GetCallerIdentityResult/{space}Account"), ACCOUNT)
        self.assertRegex(root.findtext(f"{space}ResponseMetadata/{space}RequestId"), "^[0-9a-f-]{36}$")

    def test_errors_of_forms(self):
        status, body = self.curl("sts", "--data", "Action=GetCallerIdentity&Version=2011-06-15", secret="wrong")
        root = ElementTree.fromstring(body)
        space = "{https://sts.amazonaws.com/doc/2011-06-15/}"
        self.assertEqual((status, root.findtext(f"{space}Error/{space}Code")), (403, "SignatureDoesNotMatch"))
        self.assertEqual(root.findtext(f"{space}Error/{space}Type"), "Sender")

    def test_json(self):
        self.assertEqual(self.ask_json("PutParameter", Name="/a", Value="ü=1&2", Type="String")[1]["Version"], 1)
        status, found = self.ask_json("GetParameter", Name="/a")
        self.assertEqual((status, found["Parameter"]["Value"]), (200, "ü=1&2"))
        self.assertIsInstance(found["Parameter"]["LastModifiedDate"], float)

    def test_errors_of_json(self):
        status, found = self.ask_json("GetParameter", Name="/missing")
        self.assertEqual((status, found["__type"].split("#")[-1]), (400, "ParameterNotFound"))
        status, found = self.ask_json("GetParameter")
        self.assertEqual((status, found["__type"].split("#")[-1]), (400, "ValidationException"))

    def test_objects(self):
        text = "an object of some bytes"
        digest = hashlib.sha256(text.encode()).hexdigest()
        nothing = hashlib.sha256(b"").hexdigest()
        self.assertEqual(self.curl("s3", "--request", "PUT", "--header", f"x-amz-content-sha256: {nothing}",
                                   path="/bucket")[0], 200)
        self.assertEqual(self.curl("s3", "--request", "PUT", "--header", f"x-amz-content-sha256: {digest}",
                                   "--header", "Content-Type: text/plain", "--data-binary", text,
                                   path="/bucket/folder/key")[0], 200)
        get = ("--header", f"x-amz-content-sha256: {nothing}")
        self.assertEqual(self.curl("s3", *get, path="/bucket/folder/key"), (200, text))
        self.assertEqual(self.curl("s3", *get, "--range", "3-8", path="/bucket/folder/key"), (206, text[3:9]))
        status, body = self.curl("s3", *get, path="/bucket?list-type=2&prefix=folder")
        space = "{http://s3.amazonaws.com/doc/2006-03-01/}"
        self.assertEqual((status, ElementTree.fromstring(body).findtext(f"{space}Contents/{space}Key")),
                         (200, "folder/key"))
        status, body = self.curl("s3", *get, path="/bucket/missing")
        self.assertEqual((status, ElementTree.fromstring(body).findtext("Code")), (404, "NoSuchKey"))

    def test_bucket_as_host(self):
        digest = hashlib.sha256(b"").hexdigest()
        hash_header = ("--header", f"x-amz-content-sha256: {digest}")
        self.assertEqual(self.curl("s3", "--request", "PUT", *hash_header, path="/bucket")[0], 200)
        port = self.mock.url.rsplit(":", 1)[1]
        words = ("--resolve", f"bucket.localhost:{port}:127.0.0.1", *hash_header)
        url = f"http://bucket.localhost:{port}"
        self.assertEqual(self.curl("s3", "--request", "PUT", *words, url=url, path="/a/key")[0], 200)
        self.assertEqual(self.curl("s3", *hash_header, path="/bucket/a/key"), (200, ""))
        self.assertIn("<Key>a/key</Key>", self.curl("s3", *words, url=url, path="/?list-type=2")[1])

    def test_body_that_is_not_the_one_signed(self):
        digest = hashlib.sha256(b"another body").hexdigest()
        status, body = self.curl("s3", "--request", "PUT", "--header", f"x-amz-content-sha256: {digest}",
                                 "--data-binary", "this body", path="/bucket/key")
        self.assertEqual(status, 400, body)

    def test_control_endpoints(self):
        self.assertIn("ssm", self.mock.control("/_blackstart/health")["services"])
        before = self.mock.control("/_blackstart/clock")["now_s"]
        self.assertGreaterEqual(self.mock.advance("1h")["now_s"] - before, 3600)
        self.ask_json("PutParameter", Name="/a", Value="1", Type="String")
        self.mock.control("/moto-api/reset", method="POST")
        self.assertEqual(self.ask_json("GetParameter", Name="/a")[0], 400)


if __name__ == "__main__":
    harness.main()
