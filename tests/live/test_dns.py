# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Names asked of a resolver that answers, is silent, lies: and for how long an answer is kept.

usage: test_dns.py LIVE_TOOL
"""
import socket
import struct
import subprocess
import sys
import threading
import unittest

NAME = "app.example.com"


def encode(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def record(name, kind, ttl, data):
    return encode(name) + struct.pack(">HHIH", kind, 1, ttl, len(data)) + data


def address(name, ttl, text):
    return record(name, 1, ttl, socket.inet_aton(text))


def alias(name, ttl, target):
    return record(name, 5, ttl, encode(target))


class Resolver:
    """`answer(k)` gives (rcode, records) for query k, or None for silence, or a function that makes the packet."""

    def __init__(self, answer):
        self.answer = answer
        self.queries = []
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.name = f"127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                query, client = self.socket.recvfrom(4096)
            except OSError:
                return
            self.queries.append(query)
            answer = self.answer(len(self.queries))
            if callable(answer):
                self.socket.sendto(answer(query), client)
            elif answer is not None:
                self.socket.sendto(packet(query, *answer), client)


def packet(query, rcode, records, flags=0x8180, question=None, number=None):
    if question is None:
        end = query.index(b"\0", 12) + 5
        question = query[12:end]
    return (number or query[:2]) + struct.pack(">HHHHH", flags | rcode, 1, len(records), 0, 0) + question + b"".join(records)


class Dns(unittest.TestCase):
    def resolve(self, answer, *words):
        resolver = Resolver(answer)
        self.addCleanup(resolver.socket.close)
        done = subprocess.run([TOOL, "resolve", resolver.name, NAME, *words], capture_output=True, text=True, timeout=30,
                              check=True)
        return done.stdout.split(), resolver.queries

    def test_kept_for_the_ttl(self):
        lines, queries = self.resolve(lambda k: (0, [address(NAME, 1, f"127.0.0.{k}")]), "times=6", "every=300")
        self.assertEqual(lines, ["127.0.0.1"] * 4 + ["127.0.0.2"] * 2)
        self.assertEqual(len(queries), 2)

    def test_a_ttl_goes_by_the_runs_time(self):
        lines, _ = self.resolve(lambda k: (0, [address(NAME, 10, f"127.0.0.{k}")]), "times=6", "every=300", "scale=10000")
        self.assertEqual(lines, ["127.0.0.1"] * 4 + ["127.0.0.2"] * 2)

    def test_the_first_answer_is_kept_for_a_share_of_its_ttl(self):
        lines, queries = self.resolve(lambda k: (0, [address(NAME, 1, f"127.0.0.{k}")]), "times=7", "every=300", "first=500")
        self.assertEqual(lines, ["127.0.0.1"] * 2 + ["127.0.0.2"] * 4 + ["127.0.0.3"])
        self.assertEqual(len(queries), 3)

    def test_along_aliases_the_shortest_ttl_counts(self):
        def answer(k):
            return (0, [alias(NAME, 300, "lb.example.net"), alias("LB.example.net", 0, "node.example.net"),
                        address("node.example.net", 300, f"127.0.0.{k}")])
        self.assertEqual(self.resolve(answer, "times=2")[0], ["127.0.0.1", "127.0.0.2"])

    def test_no_address(self):
        for answer in ((3, []), (2, []), (0, []), (0, [address("other.example.com", 60, "127.0.0.9")]),
                       (0, [alias(NAME, 60, NAME)])):
            self.assertEqual(self.resolve(lambda _, answer=answer: answer)[0], ["none"], answer)

    def test_silence_is_asked_again(self):
        lines, queries = self.resolve(lambda k: (0, [address(NAME, 60, "127.0.0.7")]) if k == 2 else None)
        self.assertEqual((lines, len(queries)), (["127.0.0.7"], 2))

    def test_lies_are_not_heard(self):
        good = [address(NAME, 60, "127.0.0.8")]
        lies = (lambda query: packet(query, 0, good, number=bytes([query[0] ^ 1, query[1]])),
                lambda query: packet(query, 0, good, flags=0x0100),
                lambda query: packet(query, 0, good, flags=0x8380),
                lambda query: packet(query, 0, good, question=encode("evil.example.com") + b"\0\1\0\1"),
                lambda query: b"", lambda query: query[:7], lambda query: b"\xff" * 512,
                lambda query: packet(query, 0, [b"\xc0\x0c" * 20]))
        for lie in lies:
            lines, queries = self.resolve(lambda k, lie=lie: lie if k == 1 else (0, good))
            self.assertEqual((lines, len(queries)), (["127.0.0.8"], 2))


if __name__ == "__main__":
    TOOL = sys.argv.pop(1)
    unittest.main()
