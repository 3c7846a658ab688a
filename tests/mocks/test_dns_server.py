# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The mock's name servers and load balancers as dig, unbound and curl meet them.

usage: test_dns_server.py BLACKSTART [UNITTEST ARGUMENT...]
Exits with 77 if dig, unbound, curl or botocore is not installed.
"""
import collections
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

os.environ["PATH"] += ":/usr/sbin"
try:
    import botocore.config
    import botocore.session
except ImportError:
    print("botocore is not installed")
    sys.exit(77)
for tool in ("dig", "unbound", "curl"):
    if shutil.which(tool) is None:
        print(f"{tool} is not installed")
        sys.exit(77)

from hangup import count_closed

WAIT_S = 30
SILENT = 700  # Clients that nobody answers, ..
PARKED_MAX = 512  # .. of whom the mock keeps so many: mocks/application.c
ROOT = Path(__file__).resolve().parents[2]
FLAGSHIP = ROOT / "scenarios/platform/region-loss.yaml"
RECORD = re.compile(r"^(\S+)\s+(\d+)\s+IN\s+(\S+)\s+(.*)$")
LARGE = [f'"{i:03d} ' + "x" * 196 + '"' for i in range(30)]

Record = collections.namedtuple("Record", "name ttl type value")
Reply = collections.namedtuple("Reply", "status flags answers authorities text")


def parse(text):
    """What dig has printed: status, flags, and the records by section."""
    sections = {"ANSWER": [], "AUTHORITY": []}
    section = None
    for line in text.splitlines():
        if line.startswith(";; ") and line.endswith(" SECTION:"):
            section = line[3:-len(" SECTION:")]
        elif (match := RECORD.match(line)) and section in sections:
            sections[section].append(Record(match[1], int(match[2]), match[3], match[4]))
    status = re.search(r"status: (\w+)", text)
    flags = re.search(r"flags: ([a-z ]*);", text)
    return Reply(status and status[1], flags[1].split() if flags else [], sections["ANSWER"], sections["AUTHORITY"],
                 text)


def dig(port, *words):
    done = subprocess.run(["dig", "@127.0.0.1", "-p", str(port), "+tries=1", "+time=10", *words], capture_output=True,
                          text=True, timeout=WAIT_S, check=False)
    return parse(done.stdout)


def values(records):
    return sorted(record.value for record in records)


class Mock:
    """A mock with name servers; ends with the test."""

    def __init__(self, test, *arguments):
        self.process = subprocess.Popen(
            [Case.binary, "mock", *map(str, arguments), "--listen", "127.0.0.1:0", "--dns", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.test = test
        test.addCleanup(self.stop)
        self.url = self.process.stdout.readline().strip()
        line = self.process.stdout.readline().strip()
        test.assertRegex(line, r"^dns://127\.0\.0\.1:\d+$", self.process.stderr.readline() if not line else "")
        self.port = int(line.rsplit(":", 1)[1])

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.test.assertEqual(self.process.wait(WAIT_S), 0)
        self.process.stdout.close()
        self.process.stderr.close()

    def client(self, service, region="us-east-1"):
        session = botocore.session.Session()
        session.set_credentials("test", "test")
        config = botocore.config.Config(retries={"max_attempts": 0}, connect_timeout=WAIT_S, read_timeout=WAIT_S)
        client = session.create_client(service, region_name=region, endpoint_url=self.url, config=config)
        self.test.addCleanup(client.close)
        return client

    def advance(self, duration):
        body = json.dumps({"advance": duration}).encode()
        with urllib.request.urlopen(self.url + "/_blackstart/clock", data=body, timeout=WAIT_S) as response:
            response.read()

    def reset(self):
        with urllib.request.urlopen(self.url + "/_blackstart/reset", data=b"", timeout=WAIT_S) as response:
            response.read()

    def dig(self, *words):
        return dig(self.port, *words)

    def curl(self, path, *words, host="app.example.com", wait_s=5):
        """The status and what was said; (0, None) if the connection was closed, (None, None) if nobody answered."""
        done = subprocess.run(["curl", "-sS", "-m", str(wait_s), "-o", "-", "-w", "\n%{http_code}", "-H",
                               f"Host: {host}", *words, self.url + path], capture_output=True, text=True,
                              timeout=WAIT_S, check=False)
        if done.returncode == 28:
            return None, None
        if done.returncode in (52, 56):
            return 0, None
        self.test.assertEqual(done.returncode, 0, done.stderr)
        body, status = done.stdout.rsplit("\n", 1)
        return int(status), json.loads(body)


def vary(folder, line):
    """The flagship but for one line, as a file in the folder."""
    path = Path(folder) / "variant.yaml"
    path.write_text(f"blackstart: scenario/1\nextends: {os.path.relpath(FLAGSHIP, folder)}\nname: Variant\n"
                    f"about: The flagship but for a line.\n{line}\n", encoding="utf-8")
    return path


class Zone:
    """A hosted zone of the account, written to by a client of Route 53."""

    def __init__(self, mock, name="example.net"):
        self.route53 = mock.client("route53")
        self.name = name
        self.id = self.route53.create_hosted_zone(Name=name, CallerReference=name)["HostedZone"]["Id"]

    def upsert(self, name, kind, *records, ttl=300, **more):
        record_set = {"Name": f"{name}.{self.name}".lstrip("."), "Type": kind, **more}
        if records:
            record_set |= {"TTL": ttl, "ResourceRecords": [{"Value": value} for value in records]}
        self.change("UPSERT", record_set)

    def change(self, action, record_set):
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record_set}]}
        return self.route53.change_resource_record_sets(HostedZoneId=self.id, ChangeBatch=batch)["ChangeInfo"]


class Unbound:
    """A resolver that asks the mock about everything."""

    def __init__(self, test, mock):
        folder = tempfile.TemporaryDirectory()
        test.addCleanup(folder.cleanup)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        config = Path(folder.name) / "unbound.conf"
        config.write_text(f"""
server:
    directory: "{folder.name}"
    pidfile: "{folder.name}/pid"
    chroot: ""
    username: ""
    use-syslog: no
    logfile: "{folder.name}/log"
    interface: 127.0.0.1
    port: {self.port}
    do-ip6: no
    do-not-query-localhost: no
    module-config: "iterator"
    use-caps-for-id: yes
    num-threads: 1
    outgoing-range: 64
forward-zone:
    name: "."
    forward-addr: 127.0.0.1@{mock.port}
remote-control:
    control-enable: no
""", encoding="utf-8")
        self.process = subprocess.Popen(["unbound", "-d", "-p", "-c", str(config)], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        test.addCleanup(self.stop)
        deadline = time.monotonic() + WAIT_S
        while dig(self.port, "+time=1", "localhost").status is None:
            test.assertLess(time.monotonic(), deadline, "unbound does not answer")

    def stop(self):
        self.process.terminate()
        self.process.wait(WAIT_S)

    def dig(self, *words):
        return dig(self.port, *words)


class Case(unittest.TestCase):
    binary = None

    def wait_until(self, condition, wait_s, what):
        deadline = time.monotonic() + wait_s
        while not condition():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.1)


class DigTest(Case):
    def setUp(self):
        self.mock = Mock(self, "--transitions", "instant")
        self.zone = Zone(self.mock)

    def test_types(self):
        for kind, records in (("A", ["192.0.2.1", "192.0.2.2"]), ("AAAA", ["2001:db8::1"]),
                              ("MX", ["10 mx1.example.net.", "20 mx2.example.net."]),
                              ("TXT", ['"v=spf1 -all" "more"', '"quote\\"d \\\\ back"']),
                              ("SRV", ["1 2 443 www.example.net."]), ("CAA", ['0 issue "ca.example.org"']),
                              ("PTR", ["host.example.net."]), ("NS", ["ns1.example.org.", "ns2.example.org."])):
            with self.subTest(kind=kind):
                name = f"of-{kind.lower()}"
                self.zone.upsert(name, kind, *records, ttl=77)
                reply = self.mock.dig(f"{name}.example.net", kind)
                found = reply.authorities if kind == "NS" else reply.answers
                self.assertEqual(reply.status, "NOERROR")
                self.assertEqual(values(found), sorted(records))
                self.assertEqual({(r.name, r.ttl, r.type) for r in found}, {(f"{name}.example.net.", 77, kind)})
                self.assertEqual("aa" in reply.flags, kind != "NS")  # A delegation is the other servers' to answer.

    def test_apex(self):
        soa = self.mock.dig("example.net", "SOA").answers
        self.assertEqual([(r.ttl, r.value.split()[2:]) for r in soa], [(900, ["1", "7200", "900", "1209600", "86400"])])
        self.assertEqual(len(self.mock.dig("example.net", "NS").answers), 4)
        self.assertEqual([r.type for r in self.mock.dig("example.net", "ANY").answers], ["NS"] * 4)

    def test_chain_and_wildcard(self):
        self.zone.upsert("www", "CNAME", "host.example.net", ttl=60)
        self.zone.upsert("host", "A", "192.0.2.7", ttl=30)
        self.zone.upsert("*.any", "A", "192.0.2.8")
        self.assertEqual([(r.name, r.ttl, r.type, r.value) for r in self.mock.dig("www.example.net").answers],
                         [("www.example.net.", 60, "CNAME", "host.example.net."),
                          ("host.example.net.", 30, "A", "192.0.2.7")])
        self.assertEqual([(r.name, r.value) for r in self.mock.dig("what.ever.any.example.net").answers],
                         [("what.ever.any.example.net.", "192.0.2.8")])

    def test_odd_names(self):
        self.zone.upsert("a\\052b", "A", "192.0.2.9")
        reply = self.mock.dig("a*b.example.net")
        self.assertEqual(values(reply.answers), ["192.0.2.9"])
        self.assertEqual(self.mock.dig("A*B.EXAMPLE.NET").answers[0].value, "192.0.2.9")
        self.assertEqual(self.mock.dig(".").status, "REFUSED")

    def test_negative(self):
        self.zone.upsert("host", "A", "192.0.2.1")
        for name, kind, status in (("none", "A", "NXDOMAIN"), ("host", "AAAA", "NOERROR")):
            reply = self.mock.dig(f"{name}.example.net", kind)
            self.assertEqual((reply.status, reply.answers), (status, []))
            self.assertEqual([(r.name, r.ttl, r.type) for r in reply.authorities], [("example.net.", 900, "SOA")])
        self.zone.upsert("", "SOA", "ns-1.awsdns-01.org. hostmaster.example.net. 1 7200 900 1209600 42", ttl=900)
        self.assertEqual(self.mock.dig("none.example.net").authorities[0].ttl, 42)

    def test_refusals(self):
        for words, status in ((("example.org",), "REFUSED"), (("CH", "TXT", "version.bind"), "REFUSED"),
                              (("+opcode=notify", "example.net"), "NOTIMP"),
                              (("+opcode=update", "example.net"), "NOTIMP"),
                              (("+edns=1", "+noednsneg", "example.net"), "BADVERS"),
                              (("MAILB", "example.net"), "NOTIMP")):
            self.assertEqual(self.mock.dig(*words).status, status, words)
        self.assertIn("Transfer failed", self.mock.dig("example.net", "AXFR").text)

    def test_truncation(self):
        self.zone.upsert("large", "TXT", *LARGE)
        self.zone.upsert("middle", "TXT", *LARGE[:10])
        for words in (("+noedns",), ("+bufsize=1232",), ("+bufsize=65000",)):
            cut = self.mock.dig("+ignore", *words, "large.example.net", "TXT")
            self.assertIn("tc", cut.flags)
            self.assertEqual(cut.answers, [])
            whole = self.mock.dig(*words, "large.example.net", "TXT")
            self.assertIn("Truncated, retrying in TCP mode", whole.text)
            self.assertEqual(values(whole.answers), LARGE)
        reply = self.mock.dig("+ignore", "+bufsize=4096", "middle.example.net", "TXT")
        self.assertNotIn("tc", reply.flags)
        self.assertEqual(len(reply.answers), 10)
        self.assertIn("tc", self.mock.dig("+ignore", "+bufsize=1232", "middle.example.net", "TXT").flags)

    def test_weights_follow_from_the_sequence(self):
        def fill():
            zone = Zone(self.mock, "example.com")
            for name, weight in (("a", 3), ("b", 1)):
                zone.upsert("www", "CNAME", f"{name}.example.com.", SetIdentifier=name, Weight=weight)
            return [self.mock.dig("+short", "www.example.com", "CNAME").text.strip() for _ in range(80)]

        self.mock.reset()
        first = fill()
        self.mock.reset()
        self.assertEqual(fill(), first)
        self.assertEqual(set(first), {"a.example.com.", "b.example.com."})
        self.assertTrue(45 <= first.count("a.example.com.") <= 75, first)

    def test_propagation_is_waited_for(self):
        mock = Mock(self)
        zone = Zone(mock)
        change = zone.change("UPSERT", {"Name": "www.example.net", "Type": "A", "TTL": 60,
                                        "ResourceRecords": [{"Value": "192.0.2.1"}]})
        self.assertEqual(change["Status"], "PENDING")
        self.assertEqual(mock.dig("www.example.net").status, "NXDOMAIN")
        mock.advance("5m")
        self.assertEqual(zone.route53.get_change(Id=change["Id"])["ChangeInfo"]["Status"], "INSYNC")
        self.assertEqual(values(mock.dig("www.example.net").answers), ["192.0.2.1"])


def question(name, number=7, kind=1):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    return struct.pack(">6H", number, 0x100, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">HH", kind, 1)


def frame(message):
    return struct.pack(">H", len(message)) + message


class SocketTest(Case):
    def setUp(self):
        self.mock = Mock(self, "--transitions", "instant")
        Zone(self.mock).upsert("www", "A", "192.0.2.1")

    def connect(self):
        client = socket.create_connection(("127.0.0.1", self.mock.port), timeout=WAIT_S)
        self.addCleanup(client.close)
        return client

    def read(self, client, length):
        data = b""
        while len(data) < length:
            piece = client.recv(length - len(data))
            self.assertNotEqual(piece, b"", "closed too early")
            data += piece
        return data

    def read_frame(self, client):
        return self.read(client, struct.unpack(">H", self.read(client, 2))[0])

    def assert_serves(self):
        self.assertEqual(values(self.mock.dig("+tcp", "www.example.net").answers), ["192.0.2.1"])
        self.assertEqual(values(self.mock.dig("www.example.net").answers), ["192.0.2.1"])

    def test_byte_by_byte(self):
        client = self.connect()
        for byte in frame(question("www.example.net")):
            client.sendall(bytes([byte]))
        self.assertEqual(self.read_frame(client)[-4:], bytes([192, 0, 2, 1]))

    def test_many_questions_at_once(self):
        client = self.connect()
        client.sendall(b"".join(frame(question("www.example.net", number)) for number in range(3000)))
        for number in range(3000):
            self.assertEqual(struct.unpack(">H", self.read_frame(client)[:2])[0], number)

    def test_who_does_not_read(self):
        deaf = self.connect()
        deaf.settimeout(1)
        with self.assertRaises(TimeoutError):
            while True:
                deaf.sendall(frame(question("www.example.net")) * 1000)
        self.assert_serves()

    def test_garbage(self):
        client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(client.close)
        client.connect(("127.0.0.1", self.mock.port))
        for message in (b"", b"\0", b"\xff" * 11, question("www.example.net")[:2] + b"\x81\x80" + b"\0" * 40,
                        os.urandom(2) + b"\x80" + os.urandom(500)):
            client.send(message)
        client.send(b"\x12\x34\x01\0" + b"\xff" * 60)
        client.settimeout(WAIT_S)
        self.assertEqual(client.recv(600)[:4], b"\x12\x34\x81\x01")  # FORMERR: the only one that gets an answer.
        for message in (b"\0\0" * 5000, b"\xff" * 70000, frame(b"\0" * 5)):
            self.connect().sendall(message)
        self.assert_serves()

    def test_too_many_connections(self):
        clients = [self.connect() for _ in range(200)]
        self.assert_serves()
        clients[-1].sendall(frame(question("www.example.net")))
        self.read_frame(clients[-1])
        self.assertEqual(clients[0].recv(1), b"")

    def test_quiet_connection_is_closed(self):
        client = self.connect()
        began = time.monotonic()
        self.assertEqual(client.recv(1), b"")
        self.assertTrue(8 < time.monotonic() - began < 20)

    def test_port_that_is_taken(self):
        done = subprocess.run([self.binary, "mock", "--listen", "127.0.0.1:0", "--dns", f"127.0.0.1:{self.mock.port}"],
                              capture_output=True, text=True, timeout=WAIT_S, check=False)
        self.assertEqual((done.returncode, done.stdout), (69, ""))
        self.assertIn("cannot listen on 127.0.0.1", done.stderr)


class UnboundTest(Case):
    def setUp(self):
        self.mock = Mock(self, "--transitions", "instant")
        self.zone = Zone(self.mock)
        self.unbound = Unbound(self, self.mock)

    def answer(self, name="www.example.net"):
        return values(self.unbound.dig(name).answers)

    def test_ttl_counts_down(self):
        self.zone.upsert("www", "A", "192.0.2.1", ttl=4)
        began = time.monotonic()
        self.assertEqual(self.unbound.dig("www.example.net").answers[0].ttl, 4)
        self.zone.upsert("www", "A", "192.0.2.2", ttl=4)
        self.assertEqual(values(self.mock.dig("www.example.net").answers), ["192.0.2.2"])
        time.sleep(2)
        kept = self.unbound.dig("www.example.net").answers[0]
        if time.monotonic() - began < 3.5:
            self.assertEqual(kept.value, "192.0.2.1")
            self.assertIn(kept.ttl, (1, 2))
        self.wait_until(lambda: self.answer() == ["192.0.2.2"], 15, "the old answer lives on")
        self.assertGreaterEqual(time.monotonic() - began, 3)

    def test_what_is_not_there_is_remembered(self):
        self.zone.upsert("", "SOA", "ns-1.awsdns-01.org. hostmaster.example.net. 1 7200 900 1209600 4", ttl=900)
        began = time.monotonic()
        self.assertEqual(self.unbound.dig("www.example.net").status, "NXDOMAIN")
        self.zone.upsert("www", "A", "192.0.2.1")
        if time.monotonic() - began < 2:
            self.assertEqual(self.unbound.dig("www.example.net").status, "NXDOMAIN")
        self.wait_until(lambda: self.answer() == ["192.0.2.1"], 15, "it is not there for too long")
        self.assertGreaterEqual(time.monotonic() - began, 3)

    def test_large_answer_by_tcp(self):
        self.zone.upsert("large", "TXT", *LARGE)
        self.assertEqual(values(self.unbound.dig("+tcp", "large.example.net", "TXT").answers), LARGE)

    def test_failover_record(self):
        checks = self.zone.route53
        config = {"Type": "TCP", "IPAddress": "192.0.2.1", "Port": 80}
        check = checks.create_health_check(CallerReference="primary", HealthCheckConfig=config)["HealthCheck"]["Id"]
        self.zone.upsert("www", "A", "192.0.2.1", ttl=3, SetIdentifier="one", Failover="PRIMARY", HealthCheckId=check)
        self.zone.upsert("www", "A", "192.0.2.2", ttl=3, SetIdentifier="two", Failover="SECONDARY")
        self.assertEqual(self.answer(), ["192.0.2.1"])
        checks.update_health_check(HealthCheckId=check, Inverted=True)
        self.mock.advance("5m")
        self.assertEqual(values(self.mock.dig("www.example.net").answers), ["192.0.2.2"])
        self.wait_until(lambda: self.answer() == ["192.0.2.2"], 15, "the answer does not move")
        checks.update_health_check(HealthCheckId=check, Inverted=False)
        self.mock.advance("5m")
        self.wait_until(lambda: self.answer() == ["192.0.2.1"], 15, "the answer does not move back")


class FailoverTest(Case):
    """The flagship, its record with a short TTL, failed over by hand."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.mock = Mock(self, vary(folder.name, "dns: {app.example.com: {alias: ~, to: lb, ttl: 4s}}"))
        self.balancers = {}
        for region in ("us-east-1", "us-west-2"):
            for balancer in self.mock.client("elbv2", region).describe_load_balancers()["LoadBalancers"]:
                self.balancers[balancer["LoadBalancerName"]] = balancer["DNSName"]

    def point_at(self, name):
        route53 = self.mock.client("route53")
        zone = next(zone["Id"] for zone in route53.list_hosted_zones()["HostedZones"]
                    if zone["Name"] == "example.com.")
        record_set = {"Name": "app.example.com", "Type": "CNAME", "TTL": 4,
                      "ResourceRecords": [{"Value": self.balancers[name]}]}
        route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [
            {"Action": "UPSERT", "ResourceRecordSet": record_set}]})

    def test_answer_moves_after_the_ttl(self):
        unbound = Unbound(self, self.mock)

        def names(server):
            return [r.value.rstrip(".") for r in server.dig("app.example.com").answers if r.type == "CNAME"]

        def addresses(server):
            return [r.value for r in server.dig("app.example.com").answers if r.type == "A"]

        self.assertEqual(names(unbound), [self.balancers["lb"]])
        self.assertEqual(len(addresses(unbound)), 2)
        self.mock.advance("11m")
        self.assertEqual(names(self.mock), [self.balancers["lb"]])  # Name servers know nothing of the loss.
        self.wait_until(lambda: unbound.dig("app.example.com").answers[0].ttl == 4, 15, "no fresh answer")
        began = time.monotonic()
        self.point_at("lb-dr")
        self.mock.advance("5m")
        self.assertEqual(names(self.mock), [self.balancers["lb-dr"]])
        if time.monotonic() - began < 2:
            self.assertEqual(names(unbound), [self.balancers["lb"]])
        self.wait_until(lambda: names(unbound) == [self.balancers["lb-dr"]], 15, "the answer does not move")
        self.assertEqual(sorted(addresses(unbound)), values(self.mock.dig(self.balancers["lb-dr"]).answers))

    def test_application(self):
        for path, said in (("/health", "ok"), ("/read", "ok"), ("/write", "acknowledged"), ("/", "ok")):
            status, answer = self.mock.curl(path)
            self.assertEqual((status, answer["status"], answer["region"]), (200, said, "us-east-1"), path)
        status, answer = self.mock.curl("/write?a=b&run=3&sequence=41", "-X", "POST")
        self.assertEqual((status, answer["run"], answer["sequence"]), (200, 3, 41))
        for numbers in ("run=1e3&sequence=1", "run=1", "sequence=1", "run=&sequence=1", "run=1&sequence=" + "9" * 40):
            self.assertEqual(self.mock.curl("/write?" + numbers, "-X", "POST")[0], 400, numbers)
            self.assertEqual(self.mock.curl("/read?" + numbers)[0], 400, numbers)
        standby = self.balancers["lb-dr"]
        self.assertEqual(self.mock.curl("/health", host=standby)[0], 200)
        self.assertEqual(self.mock.curl("/write?run=1&sequence=1", "-X", "POST", host=standby)[0], 503)  # A replica takes no writes.

    def test_application_fails_over(self):
        self.mock.advance("11m")
        self.assertEqual(self.mock.curl("/health", wait_s=2), (None, None))  # Packets vanish.
        self.mock.client("rds", "us-west-2").promote_read_replica(DBInstanceIdentifier="orders-dr")
        ecs = self.mock.client("ecs", "us-west-2")
        cluster = ecs.list_clusters()["clusterArns"][0]
        ecs.update_service(cluster=cluster, service="app-dr", desiredCount=20)
        self.point_at("lb-dr")
        self.mock.advance("20m")
        status, answer = self.mock.curl("/write?run=3&sequence=42", "-X", "POST")
        self.assertEqual((status, answer["sequence"], answer["region"]), (200, 42, "us-west-2"))

    def test_who_hangs_does_not_take_all_connections(self):
        self.mock.advance("11m")
        host, port = self.mock.url.removeprefix("http://").rsplit(":", 1)
        hanging = [socket.create_connection((host, int(port)), timeout=WAIT_S) for _ in range(SILENT)]
        for client in hanging:
            self.addCleanup(client.close)
            client.sendall(b"GET /health HTTP/1.1\r\nHost: app.example.com\r\n\r\n")
        self.assertEqual(count_closed(hanging, SILENT - PARKED_MAX, WAIT_S), SILENT - PARKED_MAX)
        self.assertEqual(self.mock.curl("/health", host=self.balancers["lb-dr"])[0], 200)

    def test_asked_from_a_lost_region(self):
        words = ("-H", "X-Blackstart-Region: us-east-1")
        standby = self.balancers["lb-dr"]
        self.assertEqual(self.mock.curl("/health", *words, host=standby)[0], 200)
        self.mock.advance("11m")
        self.assertEqual(self.mock.curl("/health", *words, host=standby, wait_s=2), (None, None))
        self.assertEqual(self.mock.curl("/health", host=standby)[0], 200)

    def test_host_that_is_nobody(self):
        status = subprocess.run(["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", "-H", "Host: www.example.com",
                                 self.mock.url + "/health"], capture_output=True, text=True, timeout=WAIT_S,
                                check=False).stdout
        self.assertIn(status, ("400", "403", "404"))


class RefusedTest(Case):
    def test_connection_is_closed(self):
        with tempfile.TemporaryDirectory() as folder:
            mock = Mock(self, vary(folder, "faults: [{name: us-east-1 lost, at: 10m, "
                                           "region_loss: {region: primary, connections: refused}}]"))
            self.assertEqual(mock.curl("/health")[0], 200)
            mock.advance("11m")
            self.assertEqual(mock.curl("/health"), (0, None))


class OwnBalancerTest(Case):
    def test_without_targets(self):
        mock = Mock(self, "--transitions", "instant")
        ec2 = mock.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=f"us-east-1{zone}")
                   ["Subnet"]["SubnetId"] for i, zone in enumerate("ab")]
        balancer = mock.client("elbv2").create_load_balancer(Name="own", Subnets=subnets)["LoadBalancers"][0]
        self.assertEqual(mock.curl("/", host=balancer["DNSName"])[0], 503)
        self.assertTrue(mock.dig(balancer["DNSName"]).answers)


if __name__ == "__main__":
    Case.binary = sys.argv[1]
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
