# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What the tests of the mock by foreign clients share: a mock of each class's own, boto3, aws-cli and curl on it.

Every answer that boto3 gets is held against the client's own model: members that must be there, and types.
"""
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path

try:
    import boto3
    import botocore.exceptions
    import botocore.validate
    from botocore.config import Config
except ImportError:
    print("boto3 is not installed")
    sys.exit(77)

# Debian's: another one may stand first in PATH.
AWS_CLI = "/usr/bin/aws"
ACCOUNT = "123456789012"
REGION = "us-east-1"
OTHER_REGION = "us-west-2"
KEY = ("test", "test")
COMMAND_SECONDS_MAX = 60
STOP_SECONDS_MAX = 20
LOG_CHARACTERS_SHOWN_MAX = 8000
SIGNS_OF_A_CRASH = ("Sanitizer", "runtime error:", "assertion failed")
# Loads each model once.
SESSION = boto3.session.Session()
USAGE = "usage: TEST.py BLACKSTART [UNITTEST ARGUMENT...]"


def environment(key=KEY):
    """For programs started here: nothing of the user's own configuration."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {**kept, "AWS_ACCESS_KEY_ID": key[0], "AWS_SECRET_ACCESS_KEY": key[1], "AWS_DEFAULT_REGION": REGION,
            "AWS_REGION": REGION, "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_PAGER": "", "NO_PROXY": "127.0.0.1", "TZ": "UTC"}


class Mock:
    """`blackstart mock` on a free port."""

    running = []

    def __init__(self, binary, *options):
        self.log = tempfile.TemporaryFile(prefix="blackstart-mock-")
        self.logged = None
        self.command = [binary, "mock", "--listen", "127.0.0.1:0", *options]
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=self.log)
        self.url = self.process.stdout.readline().decode().strip()
        Mock.running.append(self)
        if not self.url:
            raise RuntimeError(f"{' '.join(self.command)} did not say its URL: {self.read_log()}")

    def ask(self, path, order=None, method=None):
        """The text of a control endpoint's answer."""
        body = None if order is None else json.dumps(order).encode()
        request = urllib.request.Request(self.url + path, data=body, method=method or ("GET" if order is None else "POST"))
        with urllib.request.urlopen(request, timeout=COMMAND_SECONDS_MAX) as response:
            return response.read()

    def control(self, path, order=None, method=None):
        return json.loads(self.ask(path, order, method))

    def lines(self, path):
        return [json.loads(line) for line in self.ask(path).splitlines()]

    def advance(self, span):
        return self.control("/_blackstart/clock", {"advance": span})

    def reset(self):
        return self.control("/_blackstart/reset", method="POST")

    def read_log(self):
        if self.logged is None:
            self.log.seek(0)
            return self.log.read().decode(errors="replace")
        return self.logged

    def stop(self):
        """Gives what is wrong with how it ended, or None."""
        self.process.terminate()
        status = self.process.wait(STOP_SECONDS_MAX)
        self.process.stdout.close()
        self.logged = self.read_log()
        self.log.close()
        if status != 0 or any(sign in self.logged for sign in SIGNS_OF_A_CRASH):
            return f"{' '.join(self.command)} ended with status {status}: {self.logged[-LOG_CHARACTERS_SHOWN_MAX:]}"
        return None


class AnswerValidator(botocore.validate.ParamValidator):
    """Bounds hold for what clients send: AWS itself answers with empty lists where a model says one at least."""

    def validate(self, params, shape):
        report = super().validate(params, shape)
        report._errors = [each for each in report._errors if each[0] not in ("invalid length", "invalid range")]
        return report


def check_answer(parsed, model, **_):
    """An answer that lacks what the model requires, or has it in another type, is none that AWS would give."""
    if parsed.get("ResponseMetadata", {}).get("HTTPStatusCode", 500) >= 300 or model.output_shape is None:
        return
    given = {name: value for name, value in parsed.items() if name != "ResponseMetadata" and value is not None}
    report = AnswerValidator().validate(given, model.output_shape)
    if report.has_errors():
        raise AssertionError(f"{model.name}: the answer is not as its model says: {report.generate_report()}")


class Case(unittest.TestCase):
    """One mock for the class; every test begins with an empty account."""

    binary = None
    options = ("--transitions", "instant")
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.mock = Mock(cls.binary, *cls.options)
        cls.clients = {}
        cls.addClassCleanup(cls.stop_mock)

    @classmethod
    def stop_mock(cls):
        complaint = cls.mock.stop()
        if complaint is not None:
            raise AssertionError(complaint)

    def setUp(self):
        self.mock.reset()

    def client(self, service, region=REGION, key=KEY, token=None, mock=None, **config):
        """A client of boto3's that never tries twice; `config` is botocore's. Making one takes its time: they are kept."""
        url = (mock or self.mock).url
        kept = (service, region, key, token, url, *config.items())
        if kept not in self.clients:
            made = SESSION.client(
                service, region_name=region, endpoint_url=url, aws_access_key_id=key[0], aws_secret_access_key=key[1],
                aws_session_token=token,
                config=Config(**{"retries": {"max_attempts": 0}, "read_timeout": COMMAND_SECONDS_MAX, **config}))
            made.meta.events.register("after-call", check_answer)
            self.addClassCleanup(made.close)
            self.clients[kept] = made
        return self.clients[kept]

    @contextlib.contextmanager
    def refused(self, client, name, status=400, code=None, message=None):
        """What is done within is refused with the exception class `name` of the client's, and with that code."""
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            yield caught
        error = caught.exception
        found = (error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"])
        self.assertEqual(found, (code or name, status), error)
        if name is not None and hasattr(client.exceptions, name):
            self.assertIsInstance(error, getattr(client.exceptions, name))
        if message is not None:
            self.assertIn(message, str(error))

    def run_command(self, *words, status=0, key=KEY, data=None, cwd=None):
        done = subprocess.run([str(word) for word in words], env=environment(key), input=data, capture_output=True, cwd=cwd,
                              timeout=COMMAND_SECONDS_MAX, check=False, text=True)
        self.assertEqual(done.returncode, status, f"{words}: {done.stdout}{done.stderr}")
        return done

    def aws(self, *words, status=0, key=KEY, cwd=None):
        """Debian's aws-cli; its standard output, or its complaint if it is to fail."""
        done = self.run_command(AWS_CLI, "--endpoint-url", self.mock.url, *words, status=status, key=key, cwd=cwd)
        return done.stdout if status == 0 else done.stderr

    def aws_json(self, *words, **options):
        return json.loads(self.aws(*words, "--output", "json", **options))


def report(result):
    """After a failure: what the mocks logged, and the command that gives it again."""
    for mock in Mock.running:
        log = mock.read_log()
        if log:
            print(f"log of {' '.join(mock.command)}:\n{log[-LOG_CHARACTERS_SHOWN_MAX:]}", file=sys.stderr)
    failed = {test.id().removeprefix("__main__.").split(" ")[0] for test, _ in result.failures + result.errors
              if isinstance(test, unittest.TestCase)}
    print("reproduce:", sys.executable, *sys.argv[:2], *sorted(failed), file=sys.stderr)


def main():
    if len(sys.argv) < 2:
        sys.exit(USAGE)
    Case.binary = sys.argv[1]
    result = unittest.main(argv=[sys.argv[0], *sys.argv[2:]], exit=False).result
    if not result.wasSuccessful():
        report(result)
        sys.exit(1)
