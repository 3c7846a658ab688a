# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Disasters over `blackstart mock`'s control endpoints, as boto3 and plain HTTP meet them.

usage: test_faults.py BLACKSTART SCENARIO [UNITTEST ARGUMENT...]
Exits with 77 if boto3 is not installed.
"""
import json
import resource
import signal
import socket
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request

try:
    import boto3
    import botocore.config
    import botocore.exceptions
except ImportError:
    print("boto3 is not installed")
    sys.exit(77)

from hangup import count_closed

WAIT_S = 30
PATIENCE_S = 2
SILENT_MAX = 1024  # As in mocks/visit.c.
TOO_MANY = 10
FAULTS = "/_blackstart/faults"


class Case(unittest.TestCase):
    binary = None
    scenario = None
    arguments = ()

    def setUp(self):
        self.process = subprocess.Popen([self.binary, "mock", "--listen", "127.0.0.1:0", *self.arguments],
                                        stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.addCleanup(self.stop)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.assertEqual(self.process.wait(WAIT_S), 0)
        self.process.stdout.close()

    def client(self, service, region="us-east-1"):
        config = botocore.config.Config(retries={"max_attempts": 0}, connect_timeout=WAIT_S, read_timeout=PATIENCE_S,
                                        s3={"addressing_style": "path"})
        client = boto3.client(service, region_name=region, endpoint_url=self.url, aws_access_key_id="test",
                              aws_secret_access_key="test", config=config)
        self.addCleanup(client.close)
        return client

    def control(self, path, body=None, method=None):
        """The status and the text."""
        request = urllib.request.Request(self.url + path, None if body is None else body.encode(), method=method)
        try:
            with urllib.request.urlopen(request, timeout=WAIT_S) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def add(self, fault):
        status, text = self.control(FAULTS, fault)
        self.assertEqual(status, 200, text)
        return json.loads(text)["faults"]

    def end(self, name=""):
        status, text = self.control(FAULTS + (f"/{name}" if name else ""), method="DELETE")
        self.assertEqual(status, 200, text)
        return json.loads(text)["ended"]

    def states(self):
        return {fault["name"]: fault["state"] for fault in json.loads(self.control(FAULTS)[1])["faults"]}

    def lines(self, what):
        return [json.loads(line) for line in self.control(f"/_blackstart/{what}")[1].splitlines()]

    def expect_error(self, code, status, function, **parameters):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            function(**parameters)
        response = caught.exception.response
        self.assertEqual((response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]), (code, status))
        return response["ResponseMetadata"]["HTTPHeaders"]

    def expect_silence(self, function, **parameters):
        with self.assertRaises(botocore.exceptions.ReadTimeoutError):
            function(**parameters)

    def expect_refusal(self, function, **parameters):
        with self.assertRaises((botocore.exceptions.ConnectionClosedError, botocore.exceptions.EndpointConnectionError)):
            function(**parameters)


class EmptyAccountTest(Case):
    """No scenario, and yet Regions fail."""

    def test_a_region_is_down_in_three_manners(self):
        here, there = self.client("ssm"), self.client("ssm", "us-west-2")
        for manner, check in (("refused", self.expect_refusal), ("hang", self.expect_silence)):
            self.add(f"{{name: down, at: 0s, region_loss: {{region: us-east-1, connections: {manner}}}}}")
            check(here.describe_parameters)
            check(self.client("s3").list_buckets)
            there.describe_parameters()
            self.assertEqual(self.end("down"), 1)
            here.describe_parameters()
        self.add("{name: down, at: 0s, region_loss: {region: us-east-1, connections: errors}}")
        self.expect_error("ServiceUnavailable", 503, here.describe_parameters)
        self.expect_error("ServiceUnavailable", 503, self.client("rds").describe_db_instances)
        self.expect_error("ServiceUnavailable", 503, self.client("s3").list_buckets)
        there.describe_parameters()
        self.assertEqual(self.end(), 1)
        here.describe_parameters()

    def test_one_services_control_plane(self):
        self.add('{"name": "no rds", "at": "0s", "control_plane_loss": '
                 '{"region": "us-east-1", "services": ["rds"], "connections": "refused"}}')
        self.expect_refusal(self.client("rds").describe_db_instances)
        self.client("ssm").describe_parameters()
        self.client("rds", "us-west-2").describe_db_instances()
        self.add("{name: no route53, at: 0s, control_plane_loss: {region: global, connections: refused}}")
        self.expect_refusal(self.client("route53").list_hosted_zones)
        self.assertEqual(self.end("no%20rds"), 1)
        self.client("rds").describe_db_instances()
        self.assertEqual(self.states(), {"no rds": "over", "no route53": "on"})

    def test_throttling(self):
        self.add("{name: busy, at: 0s, throttle: {region: us-east-1, services: [ssm, s3], retry_after: 1500ms}}")
        headers = self.expect_error("ThrottlingException", 400, self.client("ssm").put_parameter, Name="p", Value="1",
                                    Type="String")
        self.assertEqual(headers["retry-after"], "2")
        self.expect_error("SlowDown", 503, self.client("s3").list_buckets)
        self.client("rds").describe_db_instances()
        self.end()
        self.expect_error("ParameterNotFound", 400, self.client("ssm").get_parameter, Name="p")

    def test_some_calls_only(self):
        self.add("{name: busy, at: 0s, throttle: {region: us-east-1, share: 50%}}")
        client, met = self.client("ssm"), 0
        for _ in range(40):
            try:
                client.describe_parameters()
            except botocore.exceptions.ClientError:
                met += 1
        self.assertTrue(5 < met < 35, met)  # Five standard deviations of 40 coins are 16.

    def test_added_latency(self):
        client = self.client("ssm")
        client.describe_parameters()
        self.add("{name: slow, at: 0s, latency: {region: us-east-1, services: [ssm], adds: 700ms}}")
        begun = time.monotonic()
        client.describe_parameters()
        self.assertGreater(time.monotonic() - begun, 0.7)
        self.add("{name: slower, at: 0s, latency: {region: us-east-1, services: [ssm], adds: 1h}}")
        self.expect_silence(client.put_parameter, Name="p", Value="1", Type="String")
        self.end()
        self.assertEqual(client.get_parameter(Name="p")["Parameter"]["Value"], "1")

    def test_a_lost_response_is_of_a_call_that_took_effect(self):
        client = self.client("ssm")
        client.put_parameter(Name="p", Value="before", Type="String")
        self.add("{name: deaf, at: 0s, response_loss: us-east-1}")
        self.expect_silence(client.put_parameter, Name="p", Value="after", Type="String", Overwrite=True)
        self.end()
        parameter = client.get_parameter(Name="p")["Parameter"]
        self.assertEqual((parameter["Value"], parameter["Version"]), ("after", 2))
        request = self.lines("requests")[1]
        self.assertEqual((request["operation"], request["status"]), ("PutParameter", None))

    def test_a_fault_takes_its_course(self):
        self.control("/_blackstart/clock", '{"pause": true}')
        self.add("[{name: first, at: 10m, for: 1m, region_loss: us-east-1},"
                 " {name: second, after: first, delay: 30s, throttle: us-west-2}]")
        self.assertEqual(self.states(), {"first": "to come", "second": "to come"})
        self.client("ssm").describe_parameters()
        for advance, states in (("10m", ("on", "to come")), ("30s", ("on", "on")), ("1m", ("over", "on"))):
            self.control("/_blackstart/clock", json.dumps({"advance": advance}))
            self.assertEqual(tuple(self.states().values()), states)
        self.assertEqual([(line["at_ns"] // 10**9, line["fault"], line["state"]) for line in self.lines("history")],
                         [(600, "first", "onset"), (630, "second", "onset"), (660, "first", "end")])
        self.assertEqual(self.control("/_blackstart/reset", "")[0], 200)
        self.assertEqual((self.states(), self.lines("history")), ({}, []))

    def test_what_makes_no_sense_is_refused(self):
        deep = "[" * 100000
        for body, word in (("[", "faults:"), ("", "faults"), ("{}", "'name'"), (deep, "faults"),
                           ("{name: x, at: 0s, region_loss: mars-1}", "no Region 'mars-1'"),
                           ("{name: x, at: 0s, errors: {of: lb, share: 1%}}", "no alb 'lb'"),
                           ("{name: x, after: y, region_loss: us-east-1}", "'y'"),
                           ("{name: x, at: 0s, region_los: us-east-1}", "did you mean 'region_loss'?"),
                           ("[{name: x, at: 0s, region_loss: us-east-1},\n {name: x, at: 0s, throttle: us-east-1}]",
                            "faults:2:2: there is a fault 'x' already")):
            status, text = self.control(FAULTS, body)
            self.assertIn(status, (400, 413), text)
            self.assertIn(word if status == 400 else "at most", json.loads(text)["error"])
        self.assertEqual(self.states(), {})
        for path in ("/nobody", "/%zz", "/" + "x" * 2000, "/%00"):
            self.assertEqual(self.control(FAULTS + path, method="DELETE")[0], 404)
        self.assertEqual(self.control(FAULTS, method="PUT")[0], 405)
        self.client("ssm").describe_parameters()


class SilenceTest(Case):
    arguments = ("--no-verify",)

    def test_those_who_hang_do_not_take_every_connection(self):
        """Of more requests without an answer than the mock leaves hanging, as many lose their connections."""
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)
        if limit[1] < 4096:
            self.skipTest("too few open files are allowed")
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(limit[0], 4096), limit[1]))
        self.add("{name: down, at: 0s, region_loss: us-west-2}")
        port = int(self.url.rsplit(":", 1)[1])
        credential = "AWS4-HMAC-SHA256 Credential=test/20150830/us-west-2/ssm/aws4_request, SignedHeaders=host, Signature=0"
        head = (f"POST / HTTP/1.1\r\nHost: x\r\nAuthorization: {credential}\r\n"
                "X-Amz-Target: AmazonSSM.DescribeParameters\r\nContent-Type: application/x-amz-json-1.1\r\n"
                "Content-Length: 2\r\n\r\n{}").encode()
        connections = []
        for _ in range(SILENT_MAX + TOO_MANY):
            connection = socket.create_connection(("127.0.0.1", port), WAIT_S)
            self.addCleanup(connection.close)
            connection.sendall(head)
            connections.append(connection)
        self.assertEqual(count_closed(connections, TOO_MANY, WAIT_S), TOO_MANY)
        self.client("ssm").describe_parameters()
        self.end()
        self.client("ssm", "us-west-2").describe_parameters()


class ScenarioTest(Case):
    """The world of a scenario, whose own fault comes ten minutes in."""

    def setUp(self):
        self.arguments = (self.scenario,)
        super().setUp()

    def test_the_world_has_it(self):
        self.assertEqual(self.states(), {"us-east-1 lost": "to come"})
        self.assertEqual(self.end("us-east-1%20lost"), 1)
        self.add("{name: early, at: 0s, region_loss: {region: primary, connections: refused}}")
        self.expect_refusal(self.client("rds").describe_db_instances)
        self.client("rds", "us-west-2").describe_db_instances()
        self.control("/_blackstart/clock", '{"advance": "5m"}')
        history = self.lines("history")
        self.assertEqual([line["state"] for line in history if line["record"] == "fault"], ["onset"])
        # The consequence, as the world sees it.
        self.assertTrue(any(line["record"] == "state" and line["state"] == "unhealthy" for line in history))
        status, text = self.control(FAULTS, "{name: x, at: 0s, errors: {of: orders, share: 1%}}")
        self.assertEqual((status, "no alb 'orders'" in text), (400, True))
        self.add("{name: gray, at: 0s, errors: {of: lb-dr, share: 1%}}")
        self.assertEqual(self.end(), 2)
        self.client("rds").describe_db_instances()


if __name__ == "__main__":
    Case.binary, Case.scenario = sys.argv[1:3]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
