# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The forward proxy as clients meet it, good ones and others, with a server that echoes behind it.

usage: test_proxy.py PROXY_SERVER ECHO_SERVER [UNITTEST ARGUMENT...]
"""
import concurrent.futures
import hashlib
import http.client
import json
import os
import resource
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

MEGABYTE = 1024 * 1024
WAIT_S = 30
HOST = "rds.us-east-1.amazonaws.com"


class Case(unittest.TestCase):
    proxy_binary = None
    server_binary = None
    maxDiff = None
    head_timeout_s = 20
    idle_timeout_s = 20
    connection_max = 1000

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="blackstart-proxy-")
        self.addCleanup(self.folder.cleanup)
        self.authority = str(Path(self.folder.name) / "authority.pem")
        self.server = subprocess.Popen([self.server_binary, "20", "2000"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.stop, self.server)
        self.server_port = int(self.server.stdout.readline())
        self.process = subprocess.Popen(
            [self.proxy_binary, str(self.server_port), self.authority, str(self.head_timeout_s),
             str(self.idle_timeout_s), str(self.connection_max)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.stop, self.process)
        self.port = int(self.process.stdout.readline())

    def stop(self, process):
        """Ends it, in time and without complaint; returns what it had to say."""
        if process.stdin.closed:
            return None
        process.stdin.close()
        status = process.wait(WAIT_S)
        said, complaint = process.stdout.read(), process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        self.assertEqual((status, complaint.decode()), (0, ""))
        return said.decode().split("\n")

    def raw(self):
        client = socket.create_connection(("127.0.0.1", self.port), timeout=WAIT_S)
        self.addCleanup(client.close)
        return client

    def tunnel(self, host=HOST, port=443):
        client = self.raw()
        client.sendall(f"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        self.assertEqual(client.recv(1000), b"HTTP/1.1 200 Connection established\r\n\r\n")
        return client

    def trusting(self):
        context = ssl.create_default_context(cafile=self.authority)
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        return context

    def tls(self, host=HOST, name=None):
        client = self.trusting().wrap_socket(self.tunnel(f"[{host}]" if ":" in host else host),
                                             server_hostname=name or host)
        self.addCleanup(client.close)
        return client

    def connect(self, host=HOST):
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=WAIT_S, context=self.trusting())
        connection.set_tunnel(host, 443)
        self.addCleanup(connection.close)
        return connection

    def echo(self, method, target, body=None, connection=None):
        connection = connection or self.connect()
        connection.request(method, target, body=body)
        response = connection.getresponse()
        text = response.read()
        self.assertEqual(response.status, 200, text)
        return json.loads(text)

    def still_works(self):
        self.assertEqual(self.echo("GET", "/good")["target"], "/good")


def read_all(client):
    text = b""
    while piece := client.recv(65536):
        text += piece
    return text


def targets_of(text):
    return [json.loads(b"{" + part.split(b"\r\n\r\n{", 1)[1])["target"] for part in text.split(b"HTTP/1.1 ")[1:]]


class TunnelTest(Case):
    def test_https(self):
        connection = self.connect()
        for number in range(50):
            found = self.echo("GET", f"/a%2F{number}", connection=connection)
            self.assertEqual(found["target"], f"/a%2F{number}")
            self.assertIn(["Host", HOST], found["headers"])

    def test_hosts_that_the_caller_knows(self):
        self.assertIn(["Host", "app.example.com"], self.echo("GET", "/health", connection=self.connect("app.example.com"))["headers"])

    def test_certificates_are_for_the_host_alone(self):
        self.tls(HOST)
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.tls(HOST, name="sts.amazonaws.com")

    def test_certificates_name_addresses(self):
        for address in ("192.0.2.7", "2001:db8::7"):
            client = self.tls(address)
            self.assertEqual([kind for kind, _ in client.getpeercert()["subjectAltName"]], ["IP Address"])

    def test_authority_is_for_a_short_time(self):
        certificate = self.tls().getpeercert()
        valid_s = ssl.cert_time_to_seconds(certificate["notAfter"]) - time.time()
        self.assertGreater(valid_s, 6 * 86400)
        self.assertLess(valid_s, 8 * 86400)
        self.assertNotIn("PRIVATE", Path(self.authority).read_text())

    def test_nobody_trusts_it_unasked(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            ssl.create_default_context().wrap_socket(self.tunnel(), server_hostname=HOST)

    def test_more_hosts_than_are_kept(self):
        for number in range(300):
            self.tls(f"bucket-{number % 200}.s3.amazonaws.com").close()
        self.still_works()

    def test_old_and_new_tls(self):
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            context = self.trusting()
            context.minimum_version = context.maximum_version = version
            with context.wrap_socket(self.tunnel(), server_hostname=HOST) as client:
                client.sendall(b"GET /v HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                self.assertEqual(targets_of(read_all(client)), ["/v"])

    def test_http_1_1_is_what_is_spoken(self):
        context = self.trusting()
        context.set_alpn_protocols(["h2", "http/1.1"])
        with context.wrap_socket(self.tunnel(), server_hostname=HOST) as client:
            self.assertEqual(client.selected_alpn_protocol(), "http/1.1")
        context.set_alpn_protocols(["h2"])
        with self.assertRaises(ssl.SSLError):
            context.wrap_socket(self.tunnel(), server_hostname=HOST)

    def test_plain_http_in_a_tunnel(self):
        client = self.tunnel(port=80)
        client.sendall(b"GET /plain HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        self.assertEqual(targets_of(read_all(client)), ["/plain"])

    def test_pipelining(self):
        client = self.tls()
        requests = [b"PUT /%d HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab" % number for number in range(50)]
        requests[10] = b"GET /park HTTP/1.1\r\nHost: x\r\n\r\n"
        requests.append(b"GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        client.sendall(b"".join(requests))
        self.assertEqual(targets_of(read_all(client)), [*(f"/{n}" if n != 10 else "/park" for n in range(50)), "/last"])

    def test_bodies(self):
        connection = self.connect()
        for size in (0, 1, 16384, 32768, 32769, 20 * MEGABYTE):
            body = os.urandom(size)
            found = self.echo("PUT", "/b", body=body, connection=connection)
            self.assertEqual((found["length"], found["sha256"]), (size, hashlib.sha256(body).hexdigest()))

    def test_large_answers(self):
        connection = self.connect()
        for _ in range(5):
            connection.request("GET", "/large")
            self.assertGreaterEqual(len(connection.getresponse().read()), MEGABYTE)

    def test_answers_do_not_wait_for_acknowledgements(self):
        connection = self.connect()
        self.echo("GET", "/", connection=connection)
        begin = time.monotonic()
        for _ in range(100):
            self.echo("PUT", "/", body=b"x" * 2000, connection=connection)
        self.assertLess(time.monotonic() - begin, 3)

    def test_200_at_once(self):
        with concurrent.futures.ThreadPoolExecutor(20) as pool:
            connections = list(pool.map(lambda number: self.tls(), range(200)))
            for client in connections:
                client.sendall(b"GET /park HTTP/1.1\r\nHost: x\r\n\r\n")
            for client in connections:
                self.assertTrue(client.recv(4096).startswith(b"HTTP/1.1 200"))

    def test_bytes_before_the_tunnel_are_refused(self):
        client = self.raw()
        client.sendall(f"CONNECT {HOST}:443 HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n".encode())
        self.assertTrue(read_all(client).startswith(b"HTTP/1.1 400"))

    def test_client_that_says_no_more_gets_its_answer(self):
        client = self.tunnel(port=80)
        client.sendall(b"GET /half HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        client.shutdown(socket.SHUT_WR)
        self.assertEqual(targets_of(read_all(client)), ["/half"])


class AbsoluteTest(Case):
    def ask(self, text):
        client = self.raw()
        client.sendall(text)
        return read_all(client)

    def test_path_and_host(self):
        text = self.ask(b"GET http://app.example.com:8080/a%2Fb?c HTTP/1.1\r\nHost: y\r\nProxy-Authorization: x\r\n"
                        b"Proxy-Connection: keep-alive\r\nA: b\r\n\r\n")
        found = json.loads(text.split(b"\r\n\r\n", 1)[1])
        self.assertEqual(found["target"], "/a%2Fb?c")
        self.assertEqual([header for header in found["headers"]],
                         [["Host", "app.example.com:8080"], ["Connection", "close"], ["A", "b"]])

    def test_bodies(self):
        body = os.urandom(5 * MEGABYTE)
        text = self.ask(b"PUT http://%s/ HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (HOST.encode(), len(body)) + body)
        self.assertEqual(json.loads(text.split(b"\r\n\r\n", 1)[1])["sha256"], hashlib.sha256(body).hexdigest())

    def test_the_servers_own_address(self):
        for host in ("127.0.0.1", "localhost"):
            text = self.ask(f"GET http://{host}:{self.server_port}/x HTTP/1.1\r\n\r\n".encode())
            self.assertEqual(targets_of(text), ["/x"])
        self.assertIn(b"403", self.ask(b"GET http://localhost:1/x HTTP/1.1\r\n\r\n")[:20])


class RefusalTest(Case):
    def test_unknown_hosts(self):
        for text in (b"CONNECT api.example.org:443 HTTP/1.1\r\n\r\n", b"GET http://api.example.org/ HTTP/1.1\r\n\r\n",
                     b"CONNECT API.example.org.:443 HTTP/1.1\r\n\r\n",
                     b"CONNECT 169.254.169.254:80 HTTP/1.1\r\n\r\n", b"GET http://169.254.170.2/v2 HTTP/1.1\r\n\r\n"):
            client = self.raw()
            client.sendall(text)
            answer = read_all(client)
            self.assertTrue(answer.startswith(b"HTTP/1.1 403 Forbidden\r\n"), answer)
            head, body = answer.split(b"\r\n\r\n", 1)
            self.assertIn(f"Content-Length: {len(body)}".encode(), head)
            self.assertRegex(body, b"(api.example.org is neither|169.254.* has no metadata)")
        self.assertEqual(self.stop(self.process), ["api.example.org 443 2", "api.example.org 80 1",
                                                   "169.254.169.254 80 1", "169.254.170.2 80 1", "further 0", ""])

    def test_a_large_body_does_not_lose_the_refusal(self):
        client = self.raw()
        client.sendall(b"PUT http://api.example.org/ HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n")
        client.sendall(bytes(3000000))
        self.assertTrue(read_all(client).startswith(b"HTTP/1.1 403"))

    def test_more_hosts_than_are_remembered(self):
        for number in range(70):
            client = self.raw()
            client.sendall(f"CONNECT host{number}.example:443 HTTP/1.1\r\n\r\n".encode())
            self.assertTrue(read_all(client).startswith(b"HTTP/1.1 403"))
        said = self.stop(self.process)
        self.assertEqual((said[0], said[63], said[64]), ("host0.example 443 1", "host63.example 443 1", "further 6"))

    def test_a_proxy_is_no_server(self):
        client = self.raw()
        client.sendall(b"GET /_blackstart/health HTTP/1.1\r\nHost: x\r\n\r\n")
        self.assertIn(b"this is a proxy", read_all(client))


class BrokenTest(Case):
    head_timeout_s = 2

    def test_garbage(self):
        for garbage in (b"\0\0\0\0\r\n\r\n", os.urandom(5000) + b"\r\n\r\n", b"GET\r\n\r\n", b"\r\n", b"CONNECT \r\n\r\n",
                        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(400),
                        b"GET http://a/ HTTP/1.1\r\n" + b"a" * 100000, b"CONNECT " + b"a" * 100000):
            client = self.raw()
            try:
                client.sendall(garbage)
                client.shutdown(socket.SHUT_WR)
                read_all(client)
            except OSError:
                pass
            client.close()
            self.still_works()

    def test_broken_handshakes(self):
        for garbage in (b"\x16", b"\x16\x03\x01", b"\x16\x03\x01\x00\x05hello", b"\x16\x03\x01\x40\x00" + os.urandom(20000),
                        b"\x16\x03\x00\x00\x00" * 100):
            client = self.tunnel()
            try:
                client.sendall(garbage)
                client.shutdown(socket.SHUT_WR)
                read_all(client)
            except OSError:
                pass
            client.close()
            self.still_works()

    def test_every_byte_of_a_head_may_be_the_last(self):
        whole = f"CONNECT {HOST}:443 HTTP/1.1\r\nHost: x\r\n\r\n".encode()
        for length in range(len(whole) + 1):
            client = self.raw()
            client.sendall(whole[:length])
            client.close()
        self.still_works()

    def test_heads_byte_by_byte(self):
        client = self.raw()
        for byte in f"CONNECT {HOST}:443 HTTP/1.1\r\nHost: x\r\n\r\n".encode():
            client.sendall(bytes([byte]))
        self.assertEqual(client.recv(1000), b"HTTP/1.1 200 Connection established\r\n\r\n")

    def test_who_says_nothing_is_closed(self):
        begin = time.monotonic()
        half = self.raw()
        half.sendall(b"CONNECT ")
        silent, opened, greeted = self.raw(), self.tunnel(), self.tunnel()
        greeted.sendall(b"\x16\x03\x01\x02\x00")
        for client in (silent, half, opened, greeted):
            try:
                self.assertEqual(client.recv(100), b"")
            except ConnectionError:
                pass
        self.assertLess(time.monotonic() - begin, 6)

    def test_clients_that_leave_before_the_answer(self):
        for target in (b"/park", b"/large", b"/never"):
            for kind in range(2):
                for _ in range(20):
                    client = self.tls()
                    client.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: x\r\n\r\n")
                    if kind == 1:  # A reset, not an end.
                        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    client.close()
        self.still_works()

    def test_slow_readers_hold_nobody_up(self):
        slow = [self.tls() for _ in range(20)]
        for client in slow:
            client.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n" * 20)
        half = [self.tls() for _ in range(20)]
        for client in half:
            client.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        connection = self.connect()
        begin = time.monotonic()
        for _ in range(100):
            self.echo("GET", "/quick", connection=connection)
        self.assertLess(time.monotonic() - begin, 15)  # They would be held up for 20 s.

    def test_a_server_that_is_gone(self):
        client = self.tls()
        self.stop(self.server)
        try:
            client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            read_all(client)
        except OSError:
            pass
        with self.assertRaises(OSError):
            again = self.tls()
            again.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            if read_all(again) == b"":
                raise ConnectionError


class IdleTest(Case):
    idle_timeout_s = 1

    def test_a_tunnel_without_a_byte_is_closed(self):
        client = self.tls()
        client.sendall(b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n")
        begin = time.monotonic()
        self.assertEqual(read_all(client), b"")
        self.assertLess(time.monotonic() - begin, 5)


class LimitTest(Case):
    connection_max = 8
    head_timeout_s = 1

    def test_connections_beyond_the_limit_wait(self):
        clients = [self.raw() for _ in range(40)]
        for client in clients:
            client.sendall(f"GET http://{HOST}/x HTTP/1.1\r\n\r\n".encode())
        for client in clients:
            self.assertEqual(targets_of(read_all(client)), ["/x"])
            client.close()

    def test_idle_ones_make_room(self):
        idle = [self.raw() for _ in range(30)]
        self.still_works()
        del idle


class ShutdownTest(Case):
    def test_while_busy(self):
        never = [self.tls() for _ in range(20)]
        for client in never:
            client.sendall(b"GET /never HTTP/1.1\r\nHost: x\r\n\r\n")
        for _ in range(10):
            self.tunnel()
            self.raw().sendall(b"GET htt")
        begin = time.monotonic()
        self.stop(self.process)
        self.assertLess(time.monotonic() - begin, 3)

    def test_while_clients_keep_asking(self):
        ended = threading.Event()

        def ask(_):
            count = 0
            try:
                connection = self.connect()
                while not ended.is_set():
                    self.echo("PUT", "/", body=b"x" * 50000, connection=connection)
                    count += 1
            except (OSError, http.client.HTTPException):
                pass
            return count
        with concurrent.futures.ThreadPoolExecutor(10) as pool:
            running = [pool.submit(ask, number) for number in range(10)]
            time.sleep(0.5)
            self.stop(self.process)
            ended.set()
            self.assertGreater(sum(future.result(WAIT_S) for future in running), 10)


@unittest.skipUnless(shutil.which("curl"), "no curl")
class CurlTest(Case):
    def curl(self, *arguments):
        return subprocess.run(["curl", "-sS", "--max-time", "20", "--proxy", f"http://127.0.0.1:{self.port}",
                               *arguments], env={**os.environ, "CURL_CA_BUNDLE": self.authority, "NO_PROXY": ""},
                              capture_output=True, text=True, timeout=WAIT_S)

    def test_https(self):
        done = self.curl(f"https://{HOST}/a", "https://s3.eu-west-1.amazonaws.com/b", f"http://{HOST}/c", "--write-out", "\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual([json.loads(line)["target"] for line in done.stdout.split("\n") if line], ["/a", "/b", "/c"])

    def test_http_by_tunnel(self):
        done = self.curl("--proxytunnel", "http://app.example.com/x")
        self.assertEqual(json.loads(done.stdout)["target"], "/x")

    def test_unknown_host(self):
        done = self.curl("https://api.example.org/")
        self.assertEqual((done.returncode, "403" in done.stderr), (56, True))
        self.assertIn("api.example.org is neither", self.curl("http://api.example.org/").stdout)


if __name__ == "__main__":
    Case.proxy_binary, Case.server_binary = sys.argv[1:3]
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(max(soft, 4096), hard), hard))
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
