# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""That a lease's condition and update, taken at DynamoDB's word, are the lease that is meant.

usage: test_lease.py WIRE_TOOL

The expressions are worked out here as the Amazon DynamoDB Developer Guide says: all operands are of the item as it was
before. Several holders with clocks that differ take, renew and give back a lease by chance; what comes of each call is
compared with the rule that `struct bs_lease_terms` states.
"""
import json
import random
import re
import subprocess
import sys
import unittest

TOOL = ""
CALLS = 2000
EPOCH_S = 1795225500
TOKEN = re.compile(r"\s*([#:][\w.#]+|\w+|[(),=<+])")


class Expressions:
    """Just as much of the language as leases use, over one item."""

    def __init__(self, body, item):
        self.names = body["ExpressionAttributeNames"]
        self.values = body["ExpressionAttributeValues"]
        self.item = item

    def path(self, text):
        """The value at a path, None if there is none."""
        value = {"M": self.item}
        for name in text.split("."):
            value = value.get("M", {}).get(self.names[name])
            if value is None:
                return None
        return value

    def operand(self, tokens):
        token = tokens.pop(0)
        if token == "if_not_exists":
            assert tokens.pop(0) == "("
            value = self.path(tokens.pop(0))
            assert tokens.pop(0) == ","
            otherwise = self.operand(tokens)
            assert tokens.pop(0) == ")"
            return otherwise if value is None else value
        if token.startswith(":"):
            return self.values[token]
        value = self.path(token)
        assert value is not None, f"{token} is not in the item"
        return value

    def term(self, tokens):
        token = tokens.pop(0)
        if token in ("attribute_exists", "attribute_not_exists"):
            assert tokens.pop(0) == "("
            is_there = self.path(tokens.pop(0)) is not None
            assert tokens.pop(0) == ")"
            return is_there == (token == "attribute_exists")
        left = self.path(token)
        assert tokens.pop(0) == "<"
        right = self.operand(tokens)
        return left is not None and int(left["N"]) < int(right["N"])

    def condition(self, text):
        tokens = TOKEN.findall(text)
        holds = [self.term(tokens)]
        while tokens:
            assert tokens.pop(0) == "OR"
            holds.append(self.term(tokens))
        return any(holds)

    def update(self, text):
        tokens = TOKEN.findall(text)
        assert tokens.pop(0) == "SET"
        item = dict(self.item)
        while tokens:
            name = self.names[tokens.pop(0)]
            assert tokens.pop(0) == "="
            value = self.operand(tokens)
            if tokens and tokens[0] == "+":
                tokens.pop(0)
                value = {"N": str(int(value["N"]) + int(self.operand(tokens)["N"]))}
            item[name] = value
            assert not tokens or tokens.pop(0) == ","
        return item


class Lease:
    """The rule."""

    def __init__(self):
        self.token, self.holder, self.until, self.memo = 0, 0, 0, 0

    def take(self, holder, now, until, skew, memo):
        """(token, memo of the one before), or None."""
        if self.token > 0 and self.holder != holder and not self.until + skew < now:
            return None
        left = self.memo
        self.memo = memo or self.memo
        self.token += self.holder != holder
        self.holder, self.until = holder, until
        return self.token, left


class Test(unittest.TestCase):
    def test_holders_by_chance(self):
        draws = random.Random(7)
        now, terms = 100, []
        for _ in range(CALLS):
            now += draws.choice((0, 1, 1, 5, 40))
            clock = now + draws.choice((-2, 0, 2))
            terms.append((draws.choice((1, 2, 2**64 - 1)), clock, clock + draws.choice((-1, 0, 30)), 3,
                          draws.choice((0, 0, 5, 2**64 - 1))))
        text = "".join(" ".join(map(str, each)) + "\n" for each in terms)
        done = subprocess.run([TOOL, "leases"], input=text, capture_output=True, text=True, check=True)
        bodies = [json.loads(line) for line in done.stdout.splitlines()]
        self.check(terms, bodies)

    def check(self, terms, bodies):
        lease, item, refused = Lease(), {}, 0
        for each, body in zip(terms, bodies, strict=True):
            expressions = Expressions(body, item)
            expected = lease.take(*each)
            granted = expressions.condition(body["ConditionExpression"])
            self.assertEqual(granted, expected is not None)
            updated = expressions.update(body["UpdateExpression"])
            # DynamoDB refuses names and values that no expression uses.
            used = re.findall(r"[#:]\w+", body["ConditionExpression"] + " " + body["UpdateExpression"])
            self.assertEqual(set(used), set(expressions.names) | set(expressions.values))
            if not granted:
                refused += 1
                continue
            item = {**body["Key"], **updated}
            self.assertEqual((int(item["token"]["N"]), int(item["left"]["N"])), expected)
            self.assertEqual(int(item["holder"]["N"]), each[0])
            self.assertEqual(int(item["until"]["N"]), (EPOCH_S + each[2]) * 10**9)
        self.assertGreater(refused, CALLS // 10)
        self.assertGreater(lease.token, CALLS // 10)


if __name__ == "__main__":
    TOOL = sys.argv.pop(1)
    unittest.main()
