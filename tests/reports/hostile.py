# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Histories that nobody wishes for: those in which every name is hostile, and those that say nothing."""
import json

HOSTILE = (
    "\"><script>window.executed=1</script>", "'><img src=x onerror=window.executed=1>",
    "</style><script>window.executed=1</script>", "</title></svg><svg onload=window.executed=1>",
    "<a href=javascript:window.executed=1>a</a>", "<iframe src=https://evil.example/></iframe>",
    "<link rel=stylesheet href=https://evil.example/a.css>", "&lt;script&gt;&#x27;", "\x1b[31mred\x1b[0m\r\n\t",
    "\u202esdrawkcab\u2066", "\u05e9\u05dc\u05d5\u05dd", "W" * 300, "\U0001f692" * 40, "a " * 200,
)
# Fields of the history that hold names rather than words of fixed sets.
NAMED = ("scenario", "plan", "store", "lineage", "cohort", "population", "step", "block", "region", "fault", "target",
         "trigger", "workflow", "reason", "authority", "group", "name", "table", "resource")
RUN_FIELDS = ("scenario", "scenario_sha256", "plan", "plan_sha256", "seed", "version")


def make_hostile(history):
    """The records with all names bent, each in the same way wherever it stands."""
    bent = {}
    lines = []
    for line in history.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for field in NAMED if record["record"] != "end" else ():
            if isinstance(record.get(field), str):
                name = record[field]
                record[field] = bent.setdefault(name, f"{HOSTILE[len(bent) % len(HOSTILE)]} {name}")
        lines.append(json.dumps(record))
    return "\n".join(lines) + "\n"


def make_empty():
    """A history of nothing at all."""
    return json.dumps({"at_ns": 0, "record": "run", **dict.fromkeys(RUN_FIELDS), "horizon_ns": 0}) + "\n"
