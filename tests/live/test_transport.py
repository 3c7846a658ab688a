# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What the live driver's transport makes of servers that answer, refuse, hang, reset, lie.

usage: test_transport.py LIVE_TOOL
"""
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from endpoint import Endpoint, closed_port, make_certificate

DIRECT, LOOPBACK_ONLY, FRESH = 1, 2, 4
PROXY_VARIABLES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY")


def tool(*words, **variables):
    environment = {key: value for key, value in os.environ.items()
                   if not key.startswith("AWS_") and key not in PROXY_VARIABLES}
    done = subprocess.run([TOOL, *map(str, words)], capture_output=True, text=True, timeout=60, check=False,
                          env={**environment, **variables})
    if done.returncode not in (0, 1):
        raise AssertionError(f"{words}: {done.returncode}: {done.stderr}")
    return done.stdout


def ok(_):
    return (200, ["X-Answer: yes"], b"hello")


class Case(unittest.TestCase):
    def serve(self, answer, context=None):
        endpoint = Endpoint(answer, context)
        self.addCleanup(endpoint.close)
        return endpoint

    def fetch(self, url, *words, method="GET", **variables):
        return tool("fetch", method, url, *words, **variables).splitlines()


class Transport(Case):
    def test_answer(self):
        endpoint = self.serve(ok)
        lines = self.fetch(endpoint.url + "/a//b/../c?x=%20y")
        self.assertEqual(lines[0], "answered 200 5")
        self.assertIn("header X-Answer=yes", lines)
        self.assertEqual(lines[-1], "body hello")
        request = endpoint.requests[0]
        self.assertEqual(request["target"], "/a//b/../c?x=%20y")
        self.assertEqual(set(request["headers"]), {"host", "x-test"})

    def test_body_is_sent_as_it_is(self):
        endpoint = self.serve(ok)
        self.fetch(endpoint.url, "body=a=1&b", method="POST")
        request = endpoint.requests[0]
        self.assertEqual((request["method"], request["body"]), ("POST", "a=1&b"))
        self.assertEqual(set(request["headers"]), {"host", "x-test", "content-length"})

    def test_nobody_there_is_refused(self):
        self.assertEqual(self.fetch(f"http://localhost:{closed_port()}/")[0], "refused 0 0")
        self.assertEqual(self.fetch("http://no-such-host.invalid/")[0], "refused 0 0")
        self.assertEqual(self.fetch("ftp://localhost/")[0], "refused 0 0")

    def test_silence_is_told_from_refusal(self):
        for how in ("hang", "reset", "close", "half", "garbage", "drip"):
            with self.subTest(how):
                endpoint = self.serve(lambda _, how=how: how)
                started = time.monotonic()
                lines = self.fetch(endpoint.url, "timeout=700", method="POST")
                self.assertEqual(lines[0], "silent 0 0")
                self.assertLess(time.monotonic() - started, 3)
                self.assertEqual(len(endpoint.requests), 1)

    def test_nothing_is_asked_again(self):
        """A server that closes a kept connection: libcurl would try another, a fresh one leaves nothing to try."""
        answers = iter([ok(None), "close", ok(None)])
        endpoint = self.serve(lambda _: next(answers))
        lines = self.fetch(endpoint.url, "times=2", f"traits={FRESH}", method="POST")
        self.assertEqual([line for line in lines if line[:6] in ("answer", "silent")],
                         ["answered 200 5", "silent 0 0"])
        self.assertEqual(len(endpoint.requests), 2)
        self.assertEqual(endpoint.connections, 2)

    def test_connections_are_kept_where_that_is_harmless(self):
        endpoint = self.serve(ok)
        self.fetch(endpoint.url, "times=5")
        self.assertEqual((len(endpoint.requests), endpoint.connections), (5, 1))

    def test_redirects_are_answers(self):
        elsewhere = self.serve(ok)
        endpoint = self.serve(lambda _: (302, [f"Location: {elsewhere.url}/"], b""))
        self.assertEqual(self.fetch(endpoint.url)[0], "answered 302 0")
        self.assertEqual(elsewhere.requests, [])

    def test_bodies_are_bounded(self):
        endpoint = self.serve(lambda _: (200, [], b"x" * 1000))
        self.assertEqual(self.fetch(endpoint.url, "max=1000")[0], "answered 200 1000")
        self.assertEqual(self.fetch(endpoint.url, "max=999")[0], "overlong 200 0")

    def test_headers_are_bounded(self):
        endpoint = self.serve(lambda _: (200, [f"X-{i}: {'v' * 900}" for i in range(90)], b"ok"))
        lines = self.fetch(endpoint.url)
        self.assertEqual(lines[0], "answered 200 2")
        self.assertLessEqual(sum(line.startswith("header ") for line in lines), 48)

    def test_loopback_only(self):
        endpoint = self.serve(ok)
        self.assertEqual(self.fetch(endpoint.url, f"traits={LOOPBACK_ONLY}")[0], "answered 200 5")
        self.assertEqual(self.fetch("http://192.0.2.1/", f"traits={LOOPBACK_ONLY}", "timeout=2000")[0], "refused 0 0")

    def test_connect_to(self):
        endpoint = self.serve(ok)
        lines = self.fetch("http://app.example.com/health", f"connect=127.0.0.1:{endpoint.port}")
        self.assertEqual(lines[0], "answered 200 5")
        self.assertEqual(endpoint.requests[0]["headers"]["host"], "app.example.com")


class Tls(Case):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bundle, context = make_certificate(Path(folder.name))
        self.other, _ = make_certificate(Path(folder.name), "other.example")
        self.endpoint = self.serve(ok, context)

    def test_trusted_by_the_bundle_only(self):
        self.assertEqual(self.fetch(self.endpoint.url, AWS_CA_BUNDLE=str(self.bundle))[0], "answered 200 5")
        for variables in ({}, {"AWS_CA_BUNDLE": str(self.other)}, {"AWS_CA_BUNDLE": "/nonexistent"}):
            self.assertEqual(self.fetch(self.endpoint.url, method="POST", **variables)[0], "distrusted 0 0")
        self.assertEqual(len(self.endpoint.requests), 1)

    def test_the_name_is_verified(self):
        lines = self.fetch(f"https://wrong.example:{self.endpoint.port}/", f"connect=127.0.0.1:{self.endpoint.port}",
                           AWS_CA_BUNDLE=str(self.bundle))
        self.assertEqual(lines[0], "distrusted 0 0")

    def test_the_urls_name_is_asked_for_wherever_it_goes(self):
        lines = self.fetch("https://localhost/", f"connect=127.0.0.1:{self.endpoint.port}",
                           AWS_CA_BUNDLE=str(self.bundle))
        self.assertEqual(lines[0], "answered 200 5")


class Proxies(Case):
    def test_by_either_case_and_around(self):
        endpoint = self.serve(ok)
        proxy = self.serve(lambda _: (203, [], b"proxied"))
        for name in ("HTTP_PROXY", "http_proxy"):
            self.assertEqual(self.fetch(endpoint.url, **{name: proxy.url})[0], "answered 203 7", name)
        self.assertTrue(proxy.requests[0]["target"].startswith("http://localhost:"))
        for words, variables in (((f"traits={DIRECT}",), {}), ((), {"NO_PROXY": "localhost"}), ((), {"no_proxy": "*"})):
            lines = self.fetch(endpoint.url, *words, HTTP_PROXY=proxy.url, **variables)
            self.assertEqual(lines[0], "answered 200 5")

    def test_all_proxy_means_nothing(self):
        endpoint = self.serve(ok)
        self.assertEqual(self.fetch(endpoint.url, ALL_PROXY="http://localhost:1")[0], "answered 200 5")

    def test_a_tunnel_that_is_refused_sends_nothing(self):
        proxy = self.serve(lambda _: (503, [], b""))
        lines = self.fetch("https://localhost:9/", HTTPS_PROXY=proxy.url, method="POST")
        self.assertEqual(lines[0], "refused 0 0")


if __name__ == "__main__":
    TOOL = sys.argv.pop(1)
    unittest.main()
