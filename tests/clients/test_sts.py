# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""STS as boto3 and aws-cli meet it, and the errors of whoever may not ask.

usage: test_sts.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import datetime
import urllib.error
import urllib.request

import harness
from botocore import UNSIGNED
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from harness import ACCOUNT

ROLE = f"arn:aws:iam::{ACCOUNT}:role/failover"


class IdentityTest(harness.Case):
    def test_caller(self):
        found = self.client("sts").get_caller_identity()
        self.assertEqual(found["Account"], ACCOUNT)
        headers = found["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(headers["x-amzn-requestid"], found["ResponseMetadata"]["RequestId"])
        self.assertIn("GMT", headers["date"])
        self.assertTrue(found["Arn"].startswith(f"arn:aws:iam::{ACCOUNT}:user/"))
        self.assertEqual(self.aws_json("sts", "get-caller-identity")["Account"], ACCOUNT)

    def test_outputs_of_the_command_line(self):
        self.assertEqual(self.aws("sts", "get-caller-identity", "--query", "Account", "--output", "text").strip(), ACCOUNT)
        self.assertRegex(self.aws("sts", "get-caller-identity", "--output", "table"), rf"Account [^\n]*\n[-+|]*\n\|\s+{ACCOUNT}\|")

    def test_access_key(self):
        key = ("AKIAIOSFODNN7EXAMPLE", "secret")
        mock = harness.Mock(self.binary, "--credential", ":".join(key))
        self.addCleanup(mock.stop)
        client = self.client("sts", key=key, mock=mock)
        self.assertEqual(client.get_access_key_info(AccessKeyId=key[0])["Account"], ACCOUNT)
        with self.refused(client, None, 400, "ValidationError"):
            client.get_access_key_info(AccessKeyId="AKIAI44QH8DHBEXAMPLE")


class RoleTest(harness.Case):
    def assume(self, **more):
        return self.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="drill", **more)

    def test_keys_of_a_role_sign(self):
        role = self.assume(DurationSeconds=900)
        held = role["Credentials"]
        self.assertEqual(role["AssumedRoleUser"]["Arn"], f"arn:aws:sts::{ACCOUNT}:assumed-role/failover/drill")
        self.assertTrue(held["AccessKeyId"].startswith("ASIA"))
        left = held["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
        self.assertAlmostEqual(left.total_seconds(), 900, delta=60)
        key = (held["AccessKeyId"], held["SecretAccessKey"])
        found = self.client("sts", key=key, token=held["SessionToken"]).get_caller_identity()
        self.assertEqual(found["Arn"], role["AssumedRoleUser"]["Arn"])
        self.assertEqual(found["UserId"], role["AssumedRoleUser"]["AssumedRoleId"])

    def test_a_role_signs_for_other_services(self):
        held = self.assume()["Credentials"]
        key = (held["AccessKeyId"], held["SecretAccessKey"])
        self.client("ssm", key=key, token=held["SessionToken"]).put_parameter(Name="by-role", Value="1", Type="String")
        self.assertEqual(self.client("ssm").get_parameter(Name="by-role")["Parameter"]["Value"], "1")

    def test_a_token_is_needed_and_must_be_the_right_one(self):
        held = self.assume()["Credentials"]
        key = (held["AccessKeyId"], held["SecretAccessKey"])
        for token in (None, held["SessionToken"][:-4] + "AAAA"):
            client = self.client("sts", key=key, token=token)
            with self.refused(client, None, 403, "InvalidClientTokenId"):
                client.get_caller_identity()

    def test_session_token(self):
        held = self.client("sts").get_session_token()["Credentials"]
        found = self.client("sts", key=(held["AccessKeyId"], held["SecretAccessKey"]),
                            token=held["SessionToken"]).get_caller_identity()
        self.assertEqual(found["Account"], ACCOUNT)

    def test_web_identity_is_not_signed(self):
        client = self.client("sts", signature_version=UNSIGNED)
        found = client.assume_role_with_web_identity(RoleArn=ROLE, RoleSessionName="pod", WebIdentityToken="a.b.c" * 4)
        self.assertTrue(found["Credentials"]["AccessKeyId"].startswith("ASIA"))

    def test_bad_requests(self):
        client = self.client("sts")
        for arguments in ({"RoleArn": "not an ARN, by any means", "RoleSessionName": "drill"},
                          {"RoleArn": ROLE, "RoleSessionName": "drill", "DurationSeconds": 901 * 100},
                          {"RoleArn": ROLE, "RoleSessionName": "no blanks please"}):
            with self.subTest(arguments), self.refused(client, None, 400, "ValidationError"):
                client.assume_role(**arguments)
        self.assertIn("ValidationError", self.aws("sts", "assume-role", "--role-arn", "not an ARN, by any means",
                                                  "--role-session-name", "drill", status=254))


class WorldsSigner(SigV4Auth):
    """Signs by the world's clock, as clients do that follow the Date of answers."""

    date = None

    def add_auth(self, request):
        request.context["timestamp"] = self.date
        self._modify_request_before_signing(request)
        canonical = self.canonical_request(request)
        self._inject_signature_to_request(request, self.signature(self.string_to_sign(request, canonical), request))


class SignatureTest(harness.Case):
    """Each service says in its own words that a signature is none of ours."""

    UNKNOWN_KEY = {
        "cloudwatch": ("describe_alarms", "InvalidClientTokenId", 403), "ec2": ("describe_vpcs", "AuthFailure", 401),
        "dynamodb": ("list_tables", "UnrecognizedClientException", 400),
        "rds": ("describe_db_instances", "InvalidClientTokenId", 403),
        "route53": ("list_hosted_zones", "InvalidClientTokenId", 403), "s3": ("list_buckets", "InvalidAccessKeyId", 403),
        "ssm": ("describe_parameters", "UnrecognizedClientException", 400),
        "sts": ("get_caller_identity", "InvalidClientTokenId", 403)}
    WRONG_SECRET = {
        "dynamodb": "InvalidSignatureException", "ec2": "AuthFailure", "s3": "SignatureDoesNotMatch",
        "ssm": "InvalidSignatureException", "sts": "SignatureDoesNotMatch"}

    def test_unknown_key(self):
        for service, (operation, code, status) in self.UNKNOWN_KEY.items():
            client = self.client(service, key=("AKIAIOSFODNN7EXAMPLE", "secret"))
            with self.subTest(service), self.refused(client, None, status, code):
                getattr(client, operation)()

    def test_wrong_secret(self):
        key = ("test", "wrong")
        for service, code in self.WRONG_SECRET.items():
            operation, _, status = self.UNKNOWN_KEY[service]
            client = self.client(service, key=key)
            with self.subTest(service), self.refused(client, None, status, code):
                getattr(client, operation)()
        self.assertIn("SignatureDoesNotMatch", self.aws("sts", "get-caller-identity", key=key, status=254))

    def test_presigned(self):
        url = self.client("sts").generate_presigned_url("get_caller_identity", ExpiresIn=60, HttpMethod="GET")
        with urllib.request.urlopen(url, timeout=harness.COMMAND_SECONDS_MAX) as response:
            self.assertIn(b"<Account>123456789012</Account>", response.read())
        for altered in (url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"), url[:-1] + ("0" if url[-1] != "0" else "1")):
            self.refused_at(altered, b"<Code>SignatureDoesNotMatch</Code>")

    def refused_at(self, request, part):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request, timeout=harness.COMMAND_SECONDS_MAX)
        with caught.exception:
            self.assertEqual(caught.exception.code, 403)
            self.assertIn(part, caught.exception.read())

    def test_expired_token(self):
        held = self.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="drill", DurationSeconds=900)["Credentials"]
        self.mock.advance("901s")
        request = AWSRequest("POST", self.mock.url, data="Action=GetCallerIdentity&Version=2011-06-15",
                             headers={"Content-Type": "application/x-www-form-urlencoded"})
        signer = WorldsSigner(Credentials(held["AccessKeyId"], held["SecretAccessKey"], held["SessionToken"]), "sts", "us-east-1")
        signer.date = self.mock.control("/_blackstart/clock")["date"]
        signer.add_auth(request)
        sent = request.prepare()
        body = sent.body.encode() if isinstance(sent.body, str) else sent.body
        self.refused_at(urllib.request.Request(sent.url, body, dict(sent.headers), method="POST"), b"<Code>ExpiredToken</Code>")

    def test_no_signature(self):
        client = self.client("sts", signature_version=UNSIGNED)
        with self.refused(client, None, 403, "MissingAuthenticationToken"):
            client.get_caller_identity()

    def test_what_is_not_served_is_said_in_the_service_s_words(self):
        client = self.client("sts")
        with self.assertRaises(client.exceptions.ClientError) as caught:
            client.decode_authorization_message(EncodedMessage="x")
        self.assertGreaterEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 400)


class CredentialTest(harness.Case):
    options = ("--transitions", "instant", "--credential", "AKIAIOSFODNN7EXAMPLE:wJalr/XUtnFEMI+K7MDENG",
               "--credential", "second:secret")

    def test_only_those_given_sign(self):
        for key in (("AKIAIOSFODNN7EXAMPLE", "wJalr/XUtnFEMI+K7MDENG"), ("second", "secret")):
            self.assertEqual(self.client("sts", key=key).get_caller_identity()["Account"], ACCOUNT)
        client = self.client("sts")
        with self.refused(client, None, 403, "InvalidClientTokenId"):
            client.get_caller_identity()


class UnverifiedTest(harness.Case):
    options = ("--no-verify",)

    def test_any_key_is_served(self):
        self.assertEqual(self.client("sts", key=("who", "ever")).get_caller_identity()["Account"], ACCOUNT)


if __name__ == "__main__":
    harness.main()
