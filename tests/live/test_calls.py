# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What becomes of calls: credentials, signatures, answers, and what is said when none comes.

usage: test_calls.py LIVE_TOOL
"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import endpoint as other_side
from endpoint import Endpoint, json, xml

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_EC2_METADATA_DISABLED": "true"}
NEVER = {"AWS_CONFIG_FILE": "/nonexistent/config", "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent/credentials"}
IDENTITY = """<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:sts::123456789012:assumed-role/drill/x</Arn><UserId>A</UserId><Account>123456789012</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>"""
R53 = 'xmlns="https://route53.amazonaws.com/doc/2013-04-01/"'
SETS = f"""<?xml version="1.0"?><ListResourceRecordSetsResponse {R53}><ResourceRecordSets><ResourceRecordSet>
<Name>app.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>ZLB</HostedZoneId>
<DNSName>dualstack.LB.elb.amazonaws.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>
</ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems>
</ListResourceRecordSetsResponse>"""
CHANGED = f"""<?xml version="1.0"?><ChangeResourceRecordSetsResponse {R53}><ChangeInfo><Id>/change/C1</Id>
<Status>PENDING</Status><SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo>
</ChangeResourceRecordSetsResponse>"""
PUBLISHED = """<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>
<MessageId>1</MessageId></PublishResult></PublishResponse>"""
THROTTLED = """<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>slow</Message></Error>
</ErrorResponse>"""
PUBLISH = ("sns:Publish", "us-east-2", "alerts", "target=hello")


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def serve(self, answer, context=None):
        served = Endpoint(answer, context)
        self.addCleanup(served.close)
        return served

    def tool(self, *words, **variables):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), **NEVER, **KEYS, **variables}
        done = subprocess.run([TOOL, *map(str, words)], capture_output=True, text=True, timeout=60, check=False,
                              env={key: value for key, value in environment.items() if value is not None})
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertNotIn(SECRET, done.stdout + done.stderr)
        return done.stdout.splitlines()

    def call(self, answer, *words, **variables):
        """One call against a server that gives `answer`; gives (what was answered, the requests)."""
        served = self.serve(answer if callable(answer) else lambda _: answer)
        lines = self.tool("call", served.url, *words, **variables)
        return lines[0].split(" state=")[0], served.requests


class Aws(Case):
    def test_signed_and_answered(self):
        said, requests = self.call(xml(200, PUBLISHED), *PUBLISH)
        self.assertEqual(said, "ok - -")
        headers = requests[0]["headers"]
        self.assertRegex(headers["authorization"], r"^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/us-east-2/sns/"
                         r"aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=[0-9a-f]{64}$")
        self.assertIn("Action=Publish", requests[0]["body"])
        self.assertNotIn("x-amz-security-token", headers)

    def test_session_token_is_signed(self):
        _, requests = self.call(xml(200, PUBLISHED), *PUBLISH, AWS_SESSION_TOKEN="TOKEN")
        self.assertEqual(requests[0]["headers"]["x-amz-security-token"], "TOKEN")
        self.assertIn("x-amz-security-token", requests[0]["headers"]["authorization"])

    def test_what_is_said_when_nothing_is(self):
        for how in ("hang", "reset", "close", "half", "garbage"):
            said, requests = self.call(how, *PUBLISH, "timeout=700")
            self.assertEqual((said, len(requests)), ("info - -", 1), how)

    def test_refused_and_distrusted(self):
        url = f"http://localhost:{other_side.closed_port()}"
        self.assertTrue(self.tool("call", url, *PUBLISH)[0].startswith("error refused ConnectionRefused "))
        _, context = other_side.make_certificate(self.folder)
        served = self.serve(xml(200, PUBLISHED), context)
        self.assertTrue(self.tool("call", served.url, *PUBLISH)[0].startswith("error other TlsFailure "))
        self.assertEqual(served.requests, [])

    def test_services_say_no(self):
        self.assertEqual(self.call(xml(400, THROTTLED), *PUBLISH)[0], "error throttled Throttling")
        self.assertEqual(self.call(xml(503, ""), *PUBLISH)[0], "error unavailable MalformedResponse")
        said, _ = self.call(json(400, '{"__type":"ClusterNotFoundException"}'), "ecs:DescribeServices", "us-east-1",
                            "app")
        self.assertTrue(said.startswith("error not_found"), said)

    def test_lies(self):
        for body in ("", "<", "{}", "<PublishResponse/>", '<!DOCTYPE x [<!ENTITY a "b">]><PublishResponse/>',
                     "x" * (5 * 1024 * 1024)):
            said, _ = self.call(xml(200, body), *PUBLISH)
            self.assertEqual(said, "info other MalformedResponse", body[:40])

    def test_dry(self):
        said, requests = self.call(xml(200, PUBLISHED), *PUBLISH, "reads-only=yes")
        self.assertEqual((said, requests), ("error denied DryRun", []))

    def test_what_cannot_be_said_is_not_sent(self):
        said, requests = self.call(xml(200, PUBLISHED), "sns:Publish", "us-east-2", "other", "target=x")
        self.assertEqual((said, requests), ("error other CannotBeSaid", []))

    def test_a_change_of_records_looks_first(self):
        def answer(request):
            return xml(200, SETS if request["method"] == "GET" else CHANGED)

        served = self.serve(answer)
        lines = self.tool("call", served.url, "route53:ChangeResourceRecordSets", "global", "app.example.com",
                          "target=lb-dr", "count=100")
        self.assertTrue(lines[0].startswith("ok - - "), lines)
        self.assertEqual([request["method"] for request in served.requests], ["GET", "POST"])
        self.assertIn("/us-east-1/route53/", served.requests[1]["headers"]["authorization"])
        self.assertEqual(served.requests[0]["target"],
                         "/2013-04-01/hostedzone/Z1/rrset?maxitems=100&name=app.example.com")

    def test_a_record_that_points_elsewhere_is_left_alone(self):
        for sets in (SETS.replace("LB.elb", "stranger.elb"), SETS.replace("app.example", "xpp.example"), "<nonsense/>"):
            served = self.serve(lambda _, sets=sets: xml(200, sets))
            lines = self.tool("call", served.url, "route53:ChangeResourceRecordSets", "global", "app.example.com",
                              "target=lb-dr", "count=100")
            self.assertTrue(lines[0].startswith("error other UnknownRecord "), lines)
            self.assertEqual([request["method"] for request in served.requests], ["GET"])

    def test_silence_before_a_change_is_no_unknown_outcome(self):
        served = self.serve(lambda _: "reset")
        lines = self.tool("call", served.url, "route53:ChangeResourceRecordSets", "global", "app.example.com",
                          "target=lb-dr", "count=100")
        self.assertTrue(lines[0].startswith("error unavailable NoAnswer "), lines)

    def test_identity_and_record(self):
        served = self.serve(lambda request: xml(200, SETS if "rrset" in request["target"] else IDENTITY))
        lines = self.tool("identity", served.url)
        self.assertEqual(lines[0], "123456789012 arn:aws:sts::123456789012:assumed-role/drill/x")
        self.assertEqual(lines[1], "record 1 0")
        self.assertIn("/us-east-2/sts/", served.requests[0]["headers"]["authorization"])

    def test_identity_refused(self):
        served = self.serve(lambda _: xml(403, THROTTLED.replace("Throttling", "InvalidClientTokenId")))
        self.assertEqual(self.tool("identity", served.url)[0], "GetCallerIdentity: InvalidClientTokenId (HTTP 403) ")
        self.assertEqual(self.tool("identity", f"http://localhost:{other_side.closed_port()}")[0].split(":")[0],
                         "refused")


class Application(Case):
    def ask(self, answer, resource, check, *words):
        served = self.serve(answer if callable(answer) else lambda _: answer)
        lines = self.tool("call", "http://localhost:9", "http:Request", "us-east-2", resource, f"check={check}",
                          f"port={served.port}", *words)
        return lines, served.requests

    def test_a_load_balancer_is_asked_in_the_applications_name(self):
        lines, requests = self.ask((200, [], b"ok"), "lb-dr", 0)
        self.assertTrue(lines[0].endswith("http=200"), lines)
        self.assertEqual(requests[0]["target"], "/health")
        self.assertTrue(requests[0]["headers"]["host"].startswith("app.example.com"))
        self.assertNotIn("authorization", requests[0]["headers"])

    def test_what_was_written_is_read_back(self):
        _, requests = self.ask((200, [], b""), "lb-dr", 2, "times=2")
        self.assertEqual([request["method"] for request in requests], ["POST", "GET"])
        self.assertRegex(requests[0]["target"], r"^/w/7/\d+$")
        self.assertEqual(requests[1]["target"], requests[0]["target"].replace("/w/", "/r/"))

    def test_statuses_are_answers_and_silence_is_none(self):
        self.assertTrue(self.ask((503, [], b""), "lb-dr", 1)[0][0].startswith("ok - - "))
        self.assertTrue(self.ask("hang", "lb-dr", 1, "timeout=500")[0][0].startswith("info - - "))

    def test_names_that_nobody_has(self):
        lines, _ = self.ask((200, [], b""), "nobody", 0)
        self.assertTrue(lines[0].startswith("error not_found NoSuchName"), lines)


class Credentials(Case):
    def test_environment(self):
        self.assertEqual(self.tool("credentials"), ["environment AKIDEXAMPLE"])

    def test_none(self):
        lines = self.tool("credentials", AWS_ACCESS_KEY_ID=None, AWS_SECRET_ACCESS_KEY=None)
        self.assertTrue(lines[0].startswith("no credentials: "), lines)

    def test_files_at_home(self):
        (self.folder / ".aws").mkdir()
        (self.folder / ".aws/credentials").write_text(f"[drill]\naws_access_key_id=AKIDFILE\n"
                                                      f"aws_secret_access_key={SECRET}\n")
        lines = self.tool("credentials", AWS_ACCESS_KEY_ID=None, AWS_SECRET_ACCESS_KEY=None, AWS_PROFILE="drill",
                          AWS_CONFIG_FILE=None, AWS_SHARED_CREDENTIALS_FILE=None)
        self.assertTrue(lines[0].endswith(" AKIDFILE"), lines)

    def test_container(self):
        body = ('{"AccessKeyId":"ASIACONTAINER","SecretAccessKey":"' + SECRET +
                '","Token":"T","Expiration":"2099-01-01T00:00:00Z"}')
        served = self.serve(lambda _: (200, [], body.encode()))
        lines = self.tool("credentials", AWS_ACCESS_KEY_ID=None, AWS_SECRET_ACCESS_KEY=None,
                          AWS_CONTAINER_CREDENTIALS_FULL_URI=served.url + "/creds",
                          AWS_CONTAINER_AUTHORIZATION_TOKEN="let-me-in", HTTP_PROXY="http://localhost:1")
        self.assertTrue(lines[0].endswith(" ASIACONTAINER"), lines)
        self.assertEqual(served.requests[0]["headers"]["authorization"], "let-me-in")

    def test_role_over_https(self):
        bundle, context = other_side.make_certificate(self.folder)
        config = self.folder / "config"
        config.write_text("[profile drill]\nrole_arn = arn:aws:iam::123456789012:role/drill\nsource_profile = base\n"
                          f"region = us-east-2\n[profile base]\naws_access_key_id = AKIDBASE\n"
                          f"aws_secret_access_key = {SECRET}\n")
        body = ("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>"
                f"<SecretAccessKey>{SECRET}</SecretAccessKey><SessionToken>T</SessionToken>"
                "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>")
        served = self.serve(lambda _: xml(200, body), context)
        words = {"AWS_CONFIG_FILE": str(config), "AWS_PROFILE": "drill", "AWS_ENDPOINT_URL_STS": served.url,
                 "AWS_ACCESS_KEY_ID": None, "AWS_SECRET_ACCESS_KEY": None}
        self.assertTrue(self.tool("credentials", **words)[0].startswith("no credentials: "))
        self.assertTrue(self.tool("credentials", **words, AWS_CA_BUNDLE=str(bundle))[0].endswith(" ASIAROLE"))
        self.assertIn("Credential=AKIDBASE/", served.requests[0]["headers"]["authorization"])


if __name__ == "__main__":
    TOOL = sys.argv.pop(1)
    unittest.main()
