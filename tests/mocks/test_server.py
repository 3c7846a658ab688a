# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The mock's HTTP server as clients meet it, good ones and others.

usage: test_server.py ECHO_SERVER [UNITTEST ARGUMENT...]
"""
import concurrent.futures
import hashlib
import http.client
import json
import os
import resource
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

MEGABYTE = 1024 * 1024
WAIT_S = 30


class Case(unittest.TestCase):
    binary = None
    maxDiff = None
    timeout_s = 20
    connection_max = 2000
    certificate = ()

    def setUp(self):
        self.process = subprocess.Popen([self.binary, str(self.timeout_s), str(self.connection_max), *self.certificate],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())
        self.addCleanup(self.stop)

    def stop(self):
        """Ends the server; whatever it was doing, it ends in time and without complaint."""
        if self.process.poll() is None:
            self.process.stdin.close()
        status = self.process.wait(WAIT_S)
        complaint = self.process.stderr.read() if not self.process.stderr.closed else b""
        self.process.stdout.close()
        self.process.stderr.close()
        self.assertEqual((status, complaint.decode()), (0, ""))

    def connect(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_S)
        self.addCleanup(connection.close)
        return connection

    def raw(self):
        client = socket.create_connection(("127.0.0.1", self.port), timeout=WAIT_S)
        self.addCleanup(client.close)
        return client

    def ask(self, method, target, body=None, headers=None, connection=None):
        connection = connection or self.connect()
        connection.request(method, target, body=body, headers=headers or {})
        response = connection.getresponse()
        return response, response.read()

    def echo(self, *arguments, **options):
        response, body = self.ask(*arguments, **options)
        self.assertEqual(response.status, 200, body)
        return json.loads(body)


def read_all(client):
    text = b""
    while piece := client.recv(65536):
        text += piece
    return text


class RequestTest(Case):
    def test_target_is_raw(self):
        for target in ("/a%2Fb%3Ac//d/../e?x=%7E&y=a+b&z", "/%E1%88%B4", "/?Action=A%26B", "/a%zz?%"):
            self.assertEqual(self.echo("GET", target)["target"], target)

    def test_headers_keep_case_order_and_repetition(self):
        client = self.raw()
        client.sendall(b"GET / HTTP/1.1\r\nhOsT: x\r\nB-b: 2\r\nA-a: 1\r\nB-b:   3  \r\nEmpty:\r\nConnection: close\r\n\r\n")
        body = json.loads(read_all(client).split(b"\r\n\r\n", 1)[1])
        self.assertEqual([[name, value.strip()] for name, value in body["headers"]],
                         [["hOsT", "x"], ["B-b", "2"], ["A-a", "1"], ["B-b", "3"], ["Empty", ""],
                          ["Connection", "close"]])

    def test_bodies(self):
        for size in (0, 1, 65535, 65536, 20 * MEGABYTE):
            body = os.urandom(size)
            found = self.echo("PUT", "/b", body=body)
            self.assertEqual((found["length"], found["sha256"]), (size, hashlib.sha256(body).hexdigest()))

    def test_chunked_body(self):
        pieces = [b"a" * 70000, b"b", b"c" * 10]
        found = self.echo("PUT", "/b", body=iter(pieces))
        self.assertEqual(found["sha256"], hashlib.sha256(b"".join(pieces)).hexdigest())

    def test_largest_body(self):
        body = bytes(64 * MEGABYTE)
        self.assertEqual(self.echo("PUT", "/b", body=body)["length"], 64 * MEGABYTE)

    def test_larger_body_is_refused(self):
        client = self.raw()
        client.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n")
        self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 413"))

    def test_larger_chunked_body_is_refused(self):
        client = self.raw()
        client.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        piece = b"100000\r\n" + bytes(MEGABYTE) + b"\r\n"
        for _ in range(65):
            client.sendall(piece)
        client.sendall(b"0\r\n\r\n")
        self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 413"))

    def test_too_many_headers_are_refused(self):
        client = self.raw()
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 300 + b"\r\n")
        self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 431"))

    def test_expect_continue_is_answered(self):
        client = self.raw()
        client.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
        self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 100 Continue\r\n"))
        client.sendall(b"abc")
        self.assertTrue(client.recv(1000).startswith(b"HTTP/1.1 200"))

    def test_head_has_the_length_given_and_no_body(self):
        connection = self.connect()
        response, body = self.ask("HEAD", "/length", connection=connection)
        self.assertEqual((response.getheader("Content-Length"), body), ("12345", b""))
        self.assertEqual(self.echo("GET", "/after", connection=connection)["target"], "/after")

    def test_content_length_of_others_is_the_bodys(self):
        response, _ = self.ask("GET", "/length")
        self.assertNotEqual(response.getheader("Content-Length"), "12345")


class ConnectionTest(Case):
    def test_keep_alive(self):
        connection = self.connect()
        self.ask("GET", "/0", connection=connection)
        first = connection.sock
        for number in range(100):
            self.assertEqual(self.echo("GET", f"/{number}", connection=connection)["target"], f"/{number}")
        self.assertIs(connection.sock, first)

    def test_answers_do_not_wait_for_acknowledgements(self):
        """Nagle's algorithm with delayed acknowledgements would cost 40 ms each."""
        connection = self.connect()
        self.ask("GET", "/", connection=connection)
        begin = time.monotonic()
        for _ in range(100):
            self.ask("PUT", "/", body=b"x" * 2000, connection=connection)
        self.assertLess(time.monotonic() - begin, 2)

    def test_pipelining(self):
        client = self.raw()
        requests = [b"PUT /%d HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab" % number for number in range(50)]
        requests[10] = b"GET /park HTTP/1.1\r\nHost: x\r\n\r\n"
        requests.append(b"GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        client.sendall(b"".join(requests))
        text = read_all(client)
        targets = [json.loads(b"{" + part.split(b"\r\n\r\n{", 1)[1])["target"] for part in text.split(b"HTTP/1.1 ")[1:]]
        self.assertEqual(targets, [*(f"/{n}" if n != 10 else "/park" for n in range(50)), "/last"])

    def test_parked(self):
        with concurrent.futures.ThreadPoolExecutor(50) as pool:
            found = list(pool.map(lambda number: self.echo("GET", "/park"), range(200)))
        self.assertTrue(all(each["target"] == "/park" for each in found))

    def test_a_thousand_connections(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(soft, 4096), hard), hard))
        clients = [self.raw() for _ in range(1000)]
        for client in clients:
            client.sendall(b"GET /x HTTP/1.1\r\nHost: x\r\n\r\n")
        for client in clients:
            self.assertTrue(client.recv(4096).startswith(b"HTTP/1.1 200"))
        self.assertEqual(self.echo("GET", "/other")["target"], "/other")

    def test_slow_clients_hold_nobody_up(self):
        slow = [self.raw() for _ in range(100)]
        for client in slow[:50]:
            client.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        for client in slow[50:]:
            client.sendall(b"GET / HT")
        readers = [self.raw() for _ in range(20)]
        for client in readers:
            client.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        begin = time.monotonic()
        for _ in range(100):
            self.echo("GET", "/quick")
        self.assertLess(time.monotonic() - begin, 3)


class TimeoutTest(Case):
    timeout_s = 1

    def test_silent_connections_are_closed(self):
        half = self.raw()
        half.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        silent = self.raw()
        self.assertEqual(silent.recv(100), b"")
        read_all(half)


class LimitTest(Case):
    connection_max = 8
    timeout_s = 1

    def test_connections_beyond_the_limit_wait(self):
        clients = [self.raw() for _ in range(40)]
        for client in clients:
            client.sendall(b"GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        for client in clients:
            self.assertTrue(read_all(client).startswith(b"HTTP/1.1 200"))


class GarbageTest(Case):
    timeout_s = 2

    def test_garbage_ends_its_own_connection_alone(self):
        for garbage in (b"\0\0\0\0\r\n\r\n", os.urandom(5000) + b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(400), b"\r\n" * 2000,
                        b"GET / HTTP/1.1\r\nHost x\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"a" * 100000,
                        b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n\r\n",
                        b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                        b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
                        b"PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"):
            client = self.raw()
            try:
                client.sendall(garbage)
                client.shutdown(socket.SHUT_WR)
                read_all(client)
            except OSError:
                pass
            client.close()
            self.assertEqual(self.echo("GET", "/good")["target"], "/good", garbage[:40])

    def test_half_requests(self):
        whole = b"PUT /half HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789"
        for length in range(len(whole)):
            client = self.raw()
            client.sendall(whole[:length])
            client.close()
        self.assertEqual(self.echo("GET", "/good")["target"], "/good")

    def test_clients_that_leave_before_the_answer(self):
        for target in (b"/park", b"/large", b"/"):
            for _ in range(50):
                client = self.raw()
                client.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: x\r\n\r\n")
                client.close()
        self.assertEqual(self.echo("GET", "/good")["target"], "/good")


class ShutdownTest(Case):
    def test_while_busy(self):
        never = [self.raw() for _ in range(20)]
        for client in never:
            client.sendall(b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n")
        parked = [self.raw() for _ in range(20)]
        for client in parked:
            client.sendall(b"GET /park HTTP/1.1\r\nHost: x\r\n\r\n")
        half = self.raw()
        half.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        idle = self.raw()
        idle.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        self.assertTrue(idle.recv(4096).startswith(b"HTTP/1.1 200"))
        time.sleep(0.02)
        begin = time.monotonic()
        self.process.stdin.close()
        for client in never:
            self.assertTrue(client.recv(4096).startswith(b"HTTP/1.1 503"))
        self.stop()
        self.assertLess(time.monotonic() - begin, 5)

    def test_while_clients_keep_asking(self):
        def ask(_):
            count = 0
            try:
                connection = self.connect()
                while True:
                    self.ask("PUT", "/park" if count % 3 == 0 else "/", body=b"x" * 1000, connection=connection)
                    count += 1
            except (OSError, http.client.HTTPException):
                return count
        with concurrent.futures.ThreadPoolExecutor(20) as pool:
            running = [pool.submit(ask, number) for number in range(20)]
            time.sleep(0.5)
            self.stop()
            self.assertGreater(sum(future.result(WAIT_S) for future in running), 20)


class TlsTest(Case):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="blackstart-tls-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.certificate = [str(Path(cls.folder.name) / name) for name in ("certificate.pem", "key.pem")]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out",
                        cls.certificate[0], "-keyout", cls.certificate[1]], check=True, capture_output=True)

    def connect(self):
        context = ssl.create_default_context(cafile=self.certificate[0])
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=WAIT_S, context=context)
        self.addCleanup(connection.close)
        return connection

    def test_https(self):
        connection = self.connect()
        body = os.urandom(5 * MEGABYTE)
        for target in ("/a%2Fb", "/park", "/c"):
            found = self.echo("PUT", target, body=body, connection=connection)
            self.assertEqual((found["target"], found["sha256"]), (target, hashlib.sha256(body).hexdigest()))

    def test_plain_http_is_no_https(self):
        client = self.raw()
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        try:
            self.assertNotIn(b"200", read_all(client))
        except ConnectionError:
            pass
        self.assertEqual(self.echo("GET", "/good")["target"], "/good")


if __name__ == "__main__":
    Case.binary = sys.argv[1]
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
