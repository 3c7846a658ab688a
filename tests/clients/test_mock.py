# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The program that serves: its options, what it logs, its clock, and what it remembers of requests.

usage: test_mock.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import socket
import subprocess

import harness

ROLE = f"arn:aws:iam::{harness.ACCOUNT}:role/failover"
# So many are more than the mock keeps in memory.
MANY = 3000


class OptionsTest(harness.Case):
    def run_mock(self, *words):
        return subprocess.run([self.binary, "mock", *words], capture_output=True, text=True,
                              timeout=harness.COMMAND_SECONDS_MAX, check=False)

    def test_bad_usage(self):
        for words, said in ((("--listen", "nowhere"), "HOST:PORT"), (("--listen", "127.0.0.1:99999"), "HOST:PORT"),
                            (("--speed", "0"), "--speed"), (("--speed", "fast"), "--speed"),
                            (("--credential", "verysecret"), "--credential"),
                            (("--credential", ":verysecret"), "--credential"),
                            (("--transitions", "slow"), "transitions"), (("some.yaml",), "some.yaml")):
            with self.subTest(words):
                done = self.run_mock(*words)
                self.assertEqual((done.returncode, done.stdout), (64, ""))
                self.assertIn(said, done.stderr)
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
        for option in ("--listen", "--dns", "--speed", "--spool", "--transitions", "--credential", "--no-verify"):
            self.assertIn(option, done.stdout)

    def test_speed(self):
        mock = harness.Mock(self.binary, "--speed", "60")
        self.addCleanup(mock.stop)
        self.assertEqual(mock.control("/_blackstart/clock")["speed"], 60)


class LogTest(harness.Case):
    def test_what_is_not_served_is_logged(self):
        mock = harness.Mock(self.binary)
        rds = self.client("rds", mock=mock)
        with self.refused(rds, None, 400, "InvalidAction", "DescribeDBLogFiles"):
            rds.describe_db_log_files(DBInstanceIdentifier="x")
        for service, operation in (("iam", "list_users"), ("kms", "list_keys")):
            client = self.client(service, mock=mock)
            with self.refused(client, None, 400, "UnknownService"):
                getattr(client, operation)()
        self.assertIsNone(mock.stop())
        self.assertIn("DescribeDBLogFiles", mock.read_log())
        self.assertIn("iam", mock.read_log())

    def test_secrets_are_not_logged(self):
        mock = harness.Mock(self.binary, "--credential", "AKIDONE:s3cr:et/+=")
        client = self.client("sts", key=("AKIDONE", "s3cr:et/+="), mock=mock)
        secret = client.assume_role(RoleArn=ROLE, RoleSessionName="drill")["Credentials"]["SecretAccessKey"]
        other = self.client("sts", key=("AKIDONE", "s3cr:et"), mock=mock)
        with self.refused(other, None, 403, "SignatureDoesNotMatch"):
            other.get_caller_identity()
        self.assertIsNone(mock.stop())
        self.assertNotIn("s3cr", mock.read_log())
        self.assertNotIn(secret, mock.read_log())


class WorldTest(harness.Case):
    def key_of_a_role(self):
        return self.client("sts").assume_role(RoleArn=ROLE, RoleSessionName="drill")["Credentials"]["AccessKeyId"]

    def test_clock_and_reset(self):
        first = self.key_of_a_role()
        self.mock.control("/_blackstart/clock", {"advance": "3h", "speed": 100})
        self.assertNotEqual(self.key_of_a_role(), first)
        self.assertGreater(self.mock.control("/_blackstart/clock")["now_s"], 3 * 3600)
        self.assertEqual(self.mock.control("/moto-api/reset", {})["status"], "ok")
        self.assertEqual(self.key_of_a_role(), first)
        self.assertEqual([each["operation"] for each in self.mock.lines("/_blackstart/requests")], ["AssumeRole"])
        self.assertIn("sts", self.mock.control("/_blackstart/health")["services"])


class SpoolTest(harness.Case):
    def ask_often(self, mock):
        client = self.client("sts", mock=mock)
        for _ in range(MANY):
            client.get_caller_identity()
        return mock.lines("/_blackstart/requests")

    def test_all_requests_are_remembered(self):
        self.assertEqual([each["receipt"] for each in self.ask_often(self.mock)], list(range(1, MANY + 1)))

    def test_where_nothing_can_be_written_that_is_said(self):
        mock = harness.Mock(self.binary, "--spool", "/nowhere/at/all")
        gap, *kept = self.ask_often(mock)
        self.assertEqual(gap, {"lost_lines": kept[0]["receipt"] - 1, "reason": "No such file or directory"})
        self.assertEqual([each["receipt"] for each in kept], list(range(gap["lost_lines"] + 1, MANY + 1)))
        self.assertIsNone(mock.stop())
        self.assertIn("requests cannot be kept in /nowhere/at/all: No such file or directory", mock.read_log())


if __name__ == "__main__":
    harness.main()
