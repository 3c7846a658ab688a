# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The mock over HTTPS, and its load balancers at addresses of their own, as curl and openssl meet them.

usage: test_https.py BLACKSTART [UNITTEST ARGUMENT...]
Exits with 77 if curl, dig or openssl is not installed.
"""
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

for tool in ("curl", "dig", "openssl"):
    if shutil.which(tool) is None:
        print(f"{tool} is not installed")
        sys.exit(77)

WAIT_S = 30
SLOW = 8
DISTRUSTED = (51, 60)  # curl's words for a certificate of somebody else, or for somebody else.
FLAGSHIP = Path(__file__).resolve().parents[2] / "scenarios/platform/region-loss.yaml"
APPLICATION = "app.example.com"


class Mock:
    """Ends with the test; with `listen`, at more than one address."""

    def __init__(self, test, folder, *words, listen="127.0.0.1:0"):
        self.test = test
        self.authority = Path(folder) / "ca.pem"
        self.process = subprocess.Popen([Case.binary, "mock", *map(str, words), "--listen", listen, "--dns", "127.0.0.1:0",
                                         "--tls", self.authority], stdout=subprocess.PIPE, text=True)
        test.addCleanup(self.stop)
        self.url, self.dns = (self.process.stdout.readline().strip() for _ in range(2))
        self.port = int(self.url.rsplit(":", 1)[1])

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.test.assertEqual(self.process.wait(WAIT_S), 0)
        self.process.stdout.close()

    def cpu_s(self):
        """Of processor time that it has had."""
        times = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return sum(map(int, times[11:13])) / os.sysconf("SC_CLK_TCK")

    def resolve(self, name):
        return subprocess.run(["dig", "+short", "@127.0.0.1", "-p", self.dns.rsplit(":", 1)[1], name, "A"],
                              capture_output=True, text=True, timeout=WAIT_S, check=True).stdout.split()

    def curl(self, host, path, *words, at="127.0.0.1", authority=None):
        """curl's exit status, HTTP's, and the body."""
        done = subprocess.run(["curl", "-sS", "-m", "10", "--cacert", authority or self.authority, "-w", "\n%{http_code}",
                               "--connect-to", f"{host}:{self.port}:{at}:{self.port}", *words,
                               f"https://{host}:{self.port}{path}"], capture_output=True, text=True, timeout=WAIT_S,
                              check=False)
        body, status = done.stdout.rsplit("\n", 1)
        return done.returncode, int(status), body


class Case(unittest.TestCase):
    binary = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-https-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, mock, numbers, at):
        return mock.curl(APPLICATION, "/write?" + numbers, "-X", "POST", at=at)


class CertificateTest(Case):
    def test_names_it_goes_by(self):
        mock = Mock(self, self.folder, FLAGSHIP)
        self.assertRegex(mock.url, r"^https://127\.0\.0\.1:\d+$")
        for host in ("127.0.0.1", "localhost", APPLICATION, "rds.us-east-1.amazonaws.com", "sts.amazonaws.com",
                     "bucket.s3.us-west-2.amazonaws.com", "lb-1.us-west-2.elb.amazonaws.com"):
            self.assertEqual(mock.curl(host, "/_blackstart/health")[:2], (0, 200), host)
        self.assertIn(mock.curl("www.example.org", "/_blackstart/health")[0], DISTRUSTED)

    def test_nobody_else_is_trusted(self):
        mock = Mock(self, self.folder)
        other = tempfile.TemporaryDirectory(prefix="blackstart-https-")
        self.addCleanup(other.cleanup)
        stranger = Mock(self, other.name)
        self.assertIn(mock.curl("localhost", "/_blackstart/health", authority=stranger.authority)[0], DISTRUSTED)

    def test_the_file_is_a_certificate_and_no_key(self):
        text = Mock(self, self.folder).authority.read_text(encoding="ascii")
        self.assertEqual(text.count("-----BEGIN "), 1)
        self.assertIn("-----BEGIN CERTIFICATE-----", text)
        self.assertEqual([path.name for path in Path(self.folder).iterdir()], ["ca.pem"])

    def test_a_file_that_cannot_be_written(self):
        done = subprocess.run([self.binary, "mock", "--listen", "127.0.0.1:0", "--tls", "/nowhere/ca.pem"],
                              capture_output=True, text=True, timeout=WAIT_S, check=False)
        self.assertEqual((done.returncode, done.stdout), (69, ""))
        self.assertIn("/nowhere/ca.pem", done.stderr)

    def test_who_is_slow_to_shake_hands_costs_nothing(self):
        mock = Mock(self, self.folder)
        context = ssl.create_default_context(cafile=mock.authority)
        for _ in range(SLOW):
            hello = ssl.MemoryBIO()
            talk = context.wrap_bio(ssl.MemoryBIO(), hello, server_hostname="localhost")
            self.assertRaises(ssl.SSLWantReadError, talk.do_handshake)
            client = socket.create_connection(("127.0.0.1", mock.port), timeout=WAIT_S)
            self.addCleanup(client.close)
            client.sendall(hello.read())
            self.assertTrue(client.recv(1))  # The server has said its part, and waits for the other.
        before = mock.cpu_s()
        time.sleep(2)
        self.assertLess(mock.cpu_s() - before, 0.2)

    def test_plain_http_is_not_answered(self):
        mock = Mock(self, self.folder)
        with socket.create_connection(("127.0.0.1", mock.port), timeout=WAIT_S) as client:
            client.sendall(b"GET /_blackstart/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertNotIn(b"running", client.recv(4096))


class AddressTest(Case):
    def setUp(self):
        super().setUp()
        self.mock = Mock(self, self.folder, FLAGSHIP, listen="127.0.0.0/8:0")
        self.at = {name: self.mock.resolve(self.name_of(name, region))[0]
                   for name, region in (("lb", "us-east-1"), ("lb-dr", "us-west-2"))}

    def name_of(self, balancer, region):
        _, status, body = self.mock.curl(
            f"elasticloadbalancing.{region}.amazonaws.com", "/", "--user", "test:test", "--aws-sigv4",
            f"aws:amz:{region}:elasticloadbalancing", "--data",
            f"Action=DescribeLoadBalancers&Version=2015-12-01&Names.member.1={balancer}")
        self.assertEqual(status, 200, body)
        return body.split("<DNSName>")[1].split("<")[0]

    def test_a_record_leads_to_its_load_balancer(self):
        self.assertEqual(self.mock.url.rsplit(":", 1)[0], "https://127.0.0.1")
        addresses = self.mock.resolve(APPLICATION)
        self.assertEqual(len(addresses), 2)
        self.assertIn(self.at["lb"], addresses)
        for address in addresses:
            self.assertTrue(address.startswith("127."), address)
            _, status, body = self.mock.curl(APPLICATION, "/health", at=address)
            self.assertEqual((status, json.loads(body)["load_balancer"]), (200, "lb"))

    def test_the_address_decides_and_not_the_host(self):
        for host in (APPLICATION, "localhost", "rds.us-east-1.amazonaws.com"):
            _, status, body = self.mock.curl(host, "/health", at=self.at["lb-dr"])
            self.assertEqual((status, json.loads(body)["load_balancer"]), (200, "lb-dr"), host)

    def test_other_addresses_are_the_mocks_own(self):
        self.assertEqual(self.mock.curl("localhost", "/_blackstart/health", at="127.200.1.9")[:2], (0, 200))

    def test_writes_are_read_back_where_they_are(self):
        self.assertEqual(self.write(self.mock, "run=1&sequence=1", self.at["lb-dr"])[1], 503)
        self.assertEqual(self.write(self.mock, "run=1&sequence=1", self.at["lb"])[1], 200)
        read = "/read?run=1&sequence=1"
        self.assertEqual(self.mock.curl(APPLICATION, read, at=self.at["lb"])[1], 200)
        self.assertEqual(self.mock.curl(APPLICATION, "/read?run=1&sequence=2", at=self.at["lb"])[1], 404)
        self.assertEqual(self.mock.curl(APPLICATION, read, at=self.at["lb-dr"])[1], 404)  # Replication takes its time.
        self.assertEqual(self.mock.curl("localhost", "/_blackstart/clock", "--data", '{"advance": "2m"}')[1], 200)
        self.assertEqual(self.mock.curl(APPLICATION, read, at=self.at["lb-dr"])[1], 200)

    def test_nothing_is_reachable_from_outside(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward:
            try:
                outward.connect(("192.0.2.1", 9))  # Sends nothing: only asks which address would be used.
            except OSError:
                self.skipTest("this machine has no address but loopback's")
            address = outward.getsockname()[0]
        with self.assertRaises(OSError):
            socket.create_connection((address, self.mock.port), timeout=2).close()


if __name__ == "__main__":
    Case.binary = os.path.abspath(sys.argv.pop(1))
    unittest.main()
