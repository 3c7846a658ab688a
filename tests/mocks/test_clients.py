# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`blackstart mock` as clients of AWS that others wrote meet it: botocore, aws-cli, curl.

usage: test_clients.py BLACKSTART [UNITTEST ARGUMENT...]
Exits with 77 if botocore is not installed.
"""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import unittest
import urllib.error
import urllib.request

try:
    import botocore.auth
    import botocore.awsrequest
    import botocore.config
    import botocore.credentials
    import botocore.exceptions
    import botocore.session
except ImportError:
    print("botocore is not installed")
    sys.exit(77)

WAIT_S = 30
ROLE = "arn:aws:iam::123456789012:role/failover"
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": "", "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_EC2_METADATA_DISABLED": "true"}


class Case(unittest.TestCase):
    binary = None
    arguments = ()

    def setUp(self):
        self.process = subprocess.Popen([self.binary, "mock", "--listen", "127.0.0.1:0", *self.arguments],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.addCleanup(self.stop)

    def stop(self, number=signal.SIGTERM):
        """Ends the mock, which says nothing of secrets and leaves cleanly."""
        if not self.process.stderr.closed:
            self.process.send_signal(number)
            self.assertEqual(self.process.wait(WAIT_S), 0)
            self.log = self.process.stderr.read()
            self.process.stdout.close()
            self.process.stderr.close()

    def client(self, service, key="test", secret="test", token=None, region="us-east-1"):
        session = botocore.session.Session()
        session.set_credentials(key, secret, token)
        config = botocore.config.Config(retries={"max_attempts": 0}, connect_timeout=WAIT_S, read_timeout=WAIT_S)
        client = session.create_client(service, region_name=region, endpoint_url=self.url, config=config)
        self.addCleanup(client.close)
        return client

    def refused(self, code, status, function, **parameters):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            function(**parameters)
        response = caught.exception.response
        self.assertEqual((response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]), (code, status))
        return response["Error"].get("Message", "")

    def control(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(self.url + path, data=data, timeout=WAIT_S) as response:
            return response.read().decode()


class BotocoreTest(Case):
    def test_identity(self):
        answer = self.client("sts").get_caller_identity()
        self.assertEqual(answer["Account"], "123456789012")
        headers = answer["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(headers["x-amzn-requestid"], answer["ResponseMetadata"]["RequestId"])
        self.assertIn("GMT", headers["date"])

    def test_role(self):
        keys = self.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="session")["Credentials"]
        key, secret, token = keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"]
        arn = self.client("sts", key, secret, token).get_caller_identity()["Arn"]
        self.assertEqual(arn, "arn:aws:sts::123456789012:assumed-role/failover/session")
        self.refused("InvalidClientTokenId", 403, self.client("sts", key, secret).get_caller_identity)
        self.refused("InvalidClientTokenId", 403, self.client("sts", key, secret, token + "0").get_caller_identity)
        self.refused("SignatureDoesNotMatch", 403, self.client("sts", key, "other", token).get_caller_identity)

    def test_each_service_says_no_in_its_own_way(self):
        unknown = {"sts": ("get_caller_identity", "InvalidClientTokenId", 403),
                   "rds": ("describe_db_instances", "InvalidClientTokenId", 403),
                   "route53": ("list_hosted_zones", "InvalidClientTokenId", 403),
                   "cloudwatch": ("describe_alarms", "InvalidClientTokenId", 403),
                   "dynamodb": ("list_tables", "UnrecognizedClientException", 400),
                   "ssm": ("describe_parameters", "UnrecognizedClientException", 400),
                   "ec2": ("describe_vpcs", "AuthFailure", 401),
                   "s3": ("list_buckets", "InvalidAccessKeyId", 403)}
        wrong = {"sts": "SignatureDoesNotMatch", "dynamodb": "InvalidSignatureException",
                 "ec2": "AuthFailure", "s3": "SignatureDoesNotMatch"}
        for service, (operation, code, status) in unknown.items():
            self.refused(code, status, getattr(self.client(service, key="nobody"), operation))
            if service in wrong:
                self.refused(wrong[service], status, getattr(self.client(service, secret="other"), operation))

    def test_presigned(self):
        url = self.client("sts").generate_presigned_url("get_caller_identity", ExpiresIn=60, HttpMethod="GET")
        with urllib.request.urlopen(url, timeout=WAIT_S) as response:
            self.assertIn(b"<Account>123456789012</Account>", response.read())
        for altered in (url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"), url[:-1] + ("0" if url[-1] != "0" else "1")):
            with self.assertRaises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(altered, timeout=WAIT_S)
            self.assertEqual(caught.exception.code, 403)
            self.assertIn(b"SignatureDoesNotMatch", caught.exception.read())
            caught.exception.close()

    def test_expired_token(self):
        keys = self.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="session", DurationSeconds=900)["Credentials"]
        self.control("/_blackstart/clock", {"advance": "901s"})
        # Signed by the world's clock, which the client would learn from a Date header.
        request = botocore.awsrequest.AWSRequest("POST", self.url, data="Action=GetCallerIdentity&Version=2011-06-15",
                                                 headers={"Content-Type": "application/x-www-form-urlencoded"})
        credentials = botocore.credentials.Credentials(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
        date = json.loads(self.control("/_blackstart/clock"))["date"]

        class Signer(botocore.auth.SigV4Auth):
            def add_auth(self, request):
                request.context["timestamp"] = date
                self._modify_request_before_signing(request)
                canonical = self.canonical_request(request)
                self._inject_signature_to_request(
                    request, self.signature(self.string_to_sign(request, canonical), request))

        Signer(credentials, "sts", "us-east-1").add_auth(request)
        prepared = request.prepare()
        asked = urllib.request.Request(prepared.url, prepared.body.encode() if isinstance(prepared.body, str)
                                       else prepared.body, dict(prepared.headers), method="POST")
        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(asked, timeout=WAIT_S)
        self.assertIn(b"<Code>ExpiredToken</Code>", caught.exception.read())
        caught.exception.close()

    def test_what_is_not_served(self):
        message = self.refused("InvalidAction", 400, self.client("rds").describe_db_log_files, DBInstanceIdentifier="x")
        self.assertIn("DescribeDBLogFiles", message)
        self.refused("UnknownService", 400, self.client("iam").list_users)
        self.refused("UnknownService", 400, self.client("kms").list_keys)
        self.stop()
        self.assertIn("DescribeDBLogFiles", self.log)
        self.assertIn("iam", self.log)

    def test_clock_and_reset(self):
        client = self.client("sts")
        first = client.assume_role(RoleArn=ROLE, RoleSessionName="session")["Credentials"]["AccessKeyId"]
        self.control("/_blackstart/clock", {"advance": "3h", "speed": 100})
        later = client.assume_role(RoleArn=ROLE, RoleSessionName="session")["Credentials"]
        self.assertGreater(json.loads(self.control("/_blackstart/clock"))["now_s"], 3 * 3600)
        self.assertNotEqual(later["AccessKeyId"], first)
        self.assertEqual(json.loads(self.control("/moto-api/reset", {}))["status"], "ok")
        again = client.assume_role(RoleArn=ROLE, RoleSessionName="session")["Credentials"]["AccessKeyId"]
        self.assertEqual(again, first)
        receipts = [json.loads(line) for line in self.control("/_blackstart/requests").splitlines()]
        self.assertEqual([receipt["operation"] for receipt in receipts], ["AssumeRole"])
        self.assertIn("sts", json.loads(self.control("/_blackstart/health"))["services"])


class CommandTest(Case):
    def aws(self, *arguments, **changes):
        done = subprocess.run(["aws", "--endpoint-url", self.url, "--output", "json", *arguments], capture_output=True,
                              text=True, timeout=WAIT_S, check=False, env={**os.environ, **KEYS, **changes})
        return done.returncode, done.stdout, done.stderr

    @unittest.skipUnless(shutil.which("aws"), "aws-cli is not installed")
    def test_aws_cli(self):
        status, output, _ = self.aws("sts", "get-caller-identity")
        self.assertEqual((status, json.loads(output)["Account"]), (0, "123456789012"))
        status, output, _ = self.aws("sts", "assume-role", "--role-arn", ROLE, "--role-session-name", "session")
        keys = json.loads(output)["Credentials"]
        status, output, _ = self.aws("sts", "get-caller-identity", AWS_ACCESS_KEY_ID=keys["AccessKeyId"],
                                     AWS_SECRET_ACCESS_KEY=keys["SecretAccessKey"], AWS_SESSION_TOKEN=keys["SessionToken"])
        self.assertIn("assumed-role/failover/session", output)
        status, _, message = self.aws("sts", "get-caller-identity", AWS_SECRET_ACCESS_KEY="other")
        self.assertNotEqual(status, 0)
        self.assertIn("SignatureDoesNotMatch", message)

    @unittest.skipUnless(shutil.which("curl"), "curl is not installed")
    def test_curl(self):
        """A third implementation of the signature, with a session token signed as any header."""
        done = subprocess.run(["curl", "-sS", "--aws-sigv4", "aws:amz:us-east-1:sts", "--user", "test:test", "-d",
                               "Action=GetCallerIdentity&Version=2011-06-15", self.url], capture_output=True, text=True,
                              timeout=WAIT_S, check=True)
        self.assertIn("<Account>123456789012</Account>", done.stdout)


class OptionsTest(unittest.TestCase):
    def run_mock(self, *arguments):
        return subprocess.run([Case.binary, "mock", *arguments], capture_output=True, text=True, timeout=WAIT_S,
                              check=False)

    def test_bad_usage(self):
        for arguments, word in ((("--listen", "nowhere"), "HOST:PORT"), (("--listen", "127.0.0.1:99999"), "HOST:PORT"),
                                (("--speed", "0"), "--speed"), (("--speed", "fast"), "--speed"),
                                (("--credential", "verysecret"), "--credential"),
                                (("--credential", ":verysecret"), "--credential"),
                                (("--transitions", "slow"), "transitions"), (("some.yaml",), "some.yaml")):
            done = self.run_mock(*arguments)
            self.assertEqual((done.returncode, done.stdout), (64, ""), arguments)
            self.assertIn(word, done.stderr)
            self.assertNotIn("verysecret", done.stderr)

    def test_address_that_is_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = self.run_mock("--listen", f"127.0.0.1:{taken.getsockname()[1]}")
        self.assertEqual(done.returncode, 69)
        self.assertIn("cannot listen on 127.0.0.1", done.stderr)

    def test_host_that_is_none(self):
        self.assertEqual(self.run_mock("--listen", "no.such.host.invalid:0").returncode, 69)

    def test_help(self):
        done = self.run_mock("--help")
        self.assertEqual(done.returncode, 0)
        for option in ("--listen", "--speed", "--transitions", "--credential", "--no-verify"):
            self.assertIn(option, done.stdout)


class CredentialTest(Case):
    arguments = ("--credential", "AKIDONE:s3cr:et/+=", "--credential", "AKIDTWO:other")

    def test_only_those_given(self):
        for key, secret in (("AKIDONE", "s3cr:et/+="), ("AKIDTWO", "other")):
            self.client("sts", key, secret).get_caller_identity()
        self.refused("InvalidClientTokenId", 403, self.client("sts").get_caller_identity)
        self.stop(signal.SIGINT)
        self.assertNotIn("s3cr", self.log)


class UnverifiedTest(Case):
    arguments = ("--no-verify", "--transitions", "instant", "--speed", "60")

    def test_anybody(self):
        self.client("sts", "nobody", "nothing").get_caller_identity()
        self.assertEqual(json.loads(self.control("/_blackstart/clock"))["speed"], 60)


if __name__ == "__main__":
    Case.binary = sys.argv[1]
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
