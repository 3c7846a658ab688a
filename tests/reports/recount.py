# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The numbers of a report card, counted again from the history alone by a second program.

usage: recount.py HISTORY.jsonl               print what was counted, as JSON in the card's shape
       recount.py HISTORY.jsonl REPORT.json   compare: a line for each value that differs, exit status 1 if any

It shares nothing with the program but the definitions in reports/checks/*.h and base/history.h, and reads nothing
else. All arithmetic is exact: ns, counts and parts per 10^9 as integers, seconds and shares as fractions.

Not counted: invariants, the verdict, what blocks readiness, advice, a part's evidence, a step's error, predictions,
and the words that say why a number is not known; a number that is not known must be null on the card. Prices are this
program's own copy of docs/FACTS.md.
"""
import hashlib
import json
import sys
from bisect import bisect_right
from collections import defaultdict
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

USAGE = "usage: recount.py HISTORY.jsonl [REPORT.json]"
EXIT_DIFFERENT = 1
EXIT_USAGE = 64
SECOND = 10**9
WHOLE_PPB = 10**9
WINDOW_BINS = 10
NOT_THERE = object()
DEFAULTS = {"success_ppb": 950_000_000, "hold_ns": 300 * SECOND, "clock": "impact"}
LADDER_PPB = (500_000_000, 900_000_000, 950_000_000, 990_000_000, 999_000_000)
LADDER_FAILURES_MIN = 10
GAIN_MIN = SECOND
EXECUTION_IS_OVER = {"completed", "completed_with_exceptions", "rolled_back", "canceled", "timed_out", "failed"}
EXECUTION_IS_THROUGH = {"monitoring_health", "completed", "completed_with_exceptions"}
STEP_IS_OVER = {"completed", "completed_with_exceptions", "failed", "timed_out", "skipped", "rolled_back", "canceled"}
STEP_IS_DONE = {"completed", "completed_with_exceptions"}
EXECUTE_EFFECTS = {"fences", "promotes", "scales"}
CLASSES = {"lost_writes": "lost", "deferred": "deferred", "quarantined": "quarantined",
           "overwritten": "overwritten", "discarded": "discarded"}
READINESS = (("replication_lag", 40), ("standby_health", 30), ("last_drill", 20), ("dns_health_checks", 10))
MONTH_HOURS = 730
GB = 10**9
MICRO = 10**6
# USD, in the order of the card's parts.
COST_PARTS = ("compute", "load_balancers", "databases", "object_storage", "replication", "images", "health_checks",
              "secrets", "control")
PRICES = {name: Fraction(usd) for name, usd in {
    "vcpu": "0.04048", "memory": "0.004445", "alb": "0.0225", "rds storage": "0.115", "s3": "0.023",
    "put": "0.000005", "rtc": "0.015", "transfer": "0.02", "short transfer": "0.01", "check": "0.5", "option": "1",
    "image": "0.1", "alarm": "0.1", "secret": "0.4"}.items()}
INSTANCES = {"m6i.large": Fraction("0.096")}
DATABASES = {(f"db.{size}", engine): Fraction(usd) for size, postgres, mysql in (
    ("t3.medium", "0.072", "0.068"), ("t3.large", "0.145", "0.136"), ("r5.large", "0.25", "0.24"),
    ("r5.xlarge", "0.5", "0.48"), ("r5.2xlarge", "1", "0.96"), ("r6g.large", "0.225", "0.215"),
    ("r6g.xlarge", "0.45", "0.43"), ("r6g.2xlarge", "0.899", "0.859"))
    for engine, usd in (("postgres", postgres), ("mysql", mysql))}


def seconds(ns):
    return None if ns is None else Fraction(ns, SECOND)


def share(ppb):
    return None if ppb is None else Fraction(ppb, WHOLE_PPB)


def ceiling(number, divisor):
    return -(-number // divisor)


class History:
    """The records of a file by kind, each in the order of the file; `place` is a record's line, from 0."""

    def __init__(self, path):
        raw = Path(path).read_bytes()
        self.sha256 = hashlib.sha256(raw).hexdigest()
        self.kinds = defaultdict(list)
        for place, line in enumerate(raw.splitlines()):
            record = json.loads(line)
            record["place"] = place
            self.kinds[record["record"]].append(record)
        self.run = self.kinds["run"][0] if self.kinds["run"] else {}
        given = self.kinds["objective"][0] if self.kinds["objective"] else {}
        self.objective = DEFAULTS | {name: value for name, value in given.items() if value is not None}
        self.horizon = self.run.get("horizon_ns", 0)
        for end in self.kinds["end"]:
            if end["reason"] != "horizon":
                self.horizon = min(self.horizon, end["at_ns"])
        self.bins = ceiling(self.horizon, SECOND)
        self.executions = find_executions(self)

    def where(self, kind, **fields):
        """The records of a kind that have these values, in order."""
        return [record for record in self.kinds[kind]
                if all(record[name] == value for name, value in fields.items())]


class Series:
    """Requests by second, and how many of them were good, with their sums from the start of the run."""

    def __init__(self, history, count, cohort=None):
        self.history = history
        self.total = [0] * history.bins
        self.good = [0] * history.bins
        for record in history.kinds["observed"]:
            if cohort is not None and record["cohort"] != cohort:
                continue
            total, good = count(record)
            first = record["from_ns"] // SECOND
            for second in range(first, min(first + record["seconds"], history.bins)):
                self.total[second] += total
                self.good[second] += good
        self.total_before = [0, *accumulate(self.total)]
        self.good_before = [0, *accumulate(self.good)]
        self.steady_bins = steady_bins(history)
        self.steady = self.sums(0, self.steady_bins)

    def sums(self, first, last):
        """Good and all requests in bins [first, last)."""
        return (self.good_before[last] - self.good_before[first],
                self.total_before[last] - self.total_before[first])


def steady_bins(history):
    """How many whole bins lie before the first fault after the start, or the first decision if that is earlier."""
    onsets = [record["at_ns"] for record in history.where("fault", state="onset")]
    instants = [at for at in onsets if at > 0] + [record["at_ns"] for record in history.kinds["decision"]]
    if instants:
        return min(min(instants) // SECOND, history.bins)
    return 0 if onsets else history.bins


def count_all(record):
    return record["reads"] + record["writes"], record["reads_good"] + record["writes_good"]


def count_reads(record):
    return record["reads"], record["reads_good"]


def count_writes(record):
    return record["writes"], record["writes_good"]


def count_fresh(record):
    total = record["reads"] + record["writes"]
    return total, total - record["stale"]


class Outage:
    def __init__(self, begin, end, planned):
        self.begin = begin
        self.end = end  # None if it is censored.
        self.planned = planned


def is_below(good_and_total, level_ppb, steady):
    """Whether a share is below the level times the steady state. Without requests nothing is."""
    good, total = good_and_total
    steady_good, steady_total = steady
    return total > 0 and good * steady_total * WHOLE_PPB < level_ppb * steady_good * total


def is_planned(history, begin):
    """Whether an operator's execution is under way at an outage's beginning and no fault came since the order."""
    bin_end = begin + SECOND
    for execution in history.executions:
        if not execution.is_ordered or execution.decided >= bin_end:
            continue
        is_over = execution.end is not None and execution.end < begin
        faults = [record for record in history.where("fault", state="onset")
                  if execution.decided <= record["at_ns"] < bin_end]
        if not is_over and not faults:
            return True
    return False


def find_outages(series, level_ppb):
    """All outages of a series in order, or None if nothing can be said."""
    history = series.history
    windows = history.bins - WINDOW_BINS + 1
    if windows < 1 or series.steady[0] == 0:
        return None
    bad = []
    served = []  # Whether a window is evidence of good service: it has requests and is not bad.
    for start in range(windows):
        sums = series.sums(start, start + WINDOW_BINS)
        if is_below(sums, level_ppb, series.steady):
            bad.append(start)
        served.append(sums[1] > 0 and (not bad or bad[-1] != start))
    hold_bins = ceiling(history.objective["hold_ns"], SECOND)
    outages = []
    at = 0
    while at < len(bad):
        window = bad[at]
        first = next(place for place in range(window, window + WINDOW_BINS)
                     if is_below(series.sums(place, place + 1), level_ppb, series.steady))
        end = find_end(first + 1, bad, served, hold_bins)
        if end is not None and history.horizon - end * SECOND < history.objective["hold_ns"]:
            end = None
        begin = first * SECOND
        outages.append(Outage(begin, None if end is None else end * SECOND, is_planned(history, begin)))
        at = len(bad) if end is None else bisect_right(bad, end)
    return outages


def find_end(start, bad, served, hold_bins):
    """The first good window from `start` on after which, for `hold_bins` more, none is bad."""
    while start < len(served):
        at = bisect_right(bad, start - 1)
        if at < len(bad) and bad[at] <= start + hold_bins:
            start = bad[at] + 1
        elif not served[start]:
            start += 1
        else:
            return start
    return None


def worst_of(outages):
    """The one that never ends, else the longest, unplanned before planned; None if there is none."""
    if not outages:
        return None
    for outage in outages:
        if outage.end is None:
            return outage
    candidates = [outage for outage in outages if not outage.planned] or outages
    return max(candidates, key=lambda outage: outage.end - outage.begin)  # Of equals the first.


def rto_of(outages):
    """ns; None if it is not known."""
    if outages is None:
        return None
    worst = worst_of(outages)
    if worst is None:
        return 0
    return None if worst.end is None else worst.end - worst.begin


def find_ladder(series):
    rungs = []
    for level_ppb in LADDER_PPB:
        may_fail = series.steady[1] * WINDOW_BINS * (WHOLE_PPB - level_ppb)
        has_enough = may_fail >= LADDER_FAILURES_MIN * WHOLE_PPB * series.steady_bins
        rto = rto_of(find_outages(series, level_ppb)) if has_enough else None
        rungs.append({"success": share(level_ppb), "s": seconds(rto)})
    return rungs


class Execution:
    def __init__(self, number, workflow):
        self.number = number
        self.workflow = workflow
        self.decision = {}
        self.decided = self.start = self.end = self.state = None
        self.states = []

    @property
    def is_ordered(self):
        return (self.decision.get("trigger") or "").startswith("operator")


def find_executions(history):
    rows = {}
    records = [record for kind in ("decision", "execution", "step") for record in history.kinds[kind]]
    for record in sorted(records, key=lambda record: record["place"]):
        number = record["execution"]
        row = rows.setdefault(number, Execution(number, record["workflow"]))
        if record["record"] == "decision" and row.decided is None:
            row.decision = record
            row.decided = record["at_ns"]
        elif record["record"] == "execution":
            row.state = record["state"]
            row.states.append(record["state"])
            if row.state == "in_progress" and row.start is None:
                row.start = record["at_ns"]
            if row.state in EXECUTION_IS_OVER and row.end is None:
                row.end = record["at_ns"]
    return list(rows.values())


class Response:
    """Instants of what led to the worst outage and what was done about it; None: it did not happen."""

    def __init__(self):
        self.fault = self.detected = self.declared = self.started = self.execution = self.trigger = None


def find_fault(history, begin):
    """The earliest onset of a fault that was there in the outage's first bin and not over when it began."""
    for onset in history.where("fault", state="onset"):
        if onset["at_ns"] >= begin + SECOND or (onset["at_ns"] == 0 and begin > 0):
            continue
        end = fault_end(history, onset)
        if end is None or end > begin:
            return onset["at_ns"]
    return None


def fault_end(history, onset):
    ends = [record["at_ns"] for record in history.where("fault", state="end", fault=onset["fault"])
            if record["place"] > onset["place"]]
    return ends[0] if ends else None


def find_response(history, outages):
    worst = worst_of(outages)
    response = Response()
    response.fault = find_fault(history, worst.begin)
    place = outages.index(worst)
    earlier_end = outages[place - 1].end if place > 0 else None
    last = history.horizon if worst.end is None else worst.end
    by_number = {execution.number: execution for execution in history.executions}
    for decision in history.kinds["decision"]:
        execution = by_number[decision["execution"]]
        at = decision["at_ns"]
        if at > last or (execution.end is not None and execution.end < worst.begin):
            continue
        is_after = ((response.fault is None or at >= response.fault)
                    and (earlier_end is None or at > earlier_end))
        is_under_way = (execution.start is not None and execution.start <= worst.begin
                        and execution.end != worst.begin)
        if is_after or is_under_way:
            response.declared = at
            response.execution = execution
            response.started = execution.start
            response.detected = find_detection(history, decision)
            response.trigger = None if response.detected is None else decision["trigger"]
            break
    return response


def find_detection(history, decision):
    """The trigger's first `detected` since it last stood down or was decided upon."""
    records = history.where("detection", trigger=decision["trigger"])
    records += history.where("decision", trigger=decision["trigger"])
    detected = None
    for record in sorted(records, key=lambda record: record["place"]):
        if record["place"] >= decision["place"]:
            break
        if record["record"] == "decision" or record["state"] == "stood_down":
            detected = None
        elif record["state"] == "detected" and detected is None:
            detected = record["at_ns"]
    return detected


def find_clocks(outages, response):
    """ns from each clock's instant to the end of the worst outage."""
    names = ("impact", "fault", "detected", "declared")
    if outages is None:
        return dict.fromkeys(names)
    worst = worst_of(outages)
    if worst is None:
        return dict.fromkeys(names, 0)
    starts = {"impact": worst.begin, "fault": response.fault, "detected": response.detected,
              "declared": response.declared}
    return {name: None if start is None or worst.end is None else worst.end - start
            for name, start in starts.items()}


def find_waits(history, number=None):
    """Spans in which a step of that execution, or of any, waited for an approval."""
    open_since = {}
    spans = []
    for record in history.kinds["step"]:
        if number is not None and record["execution"] != number:
            continue
        step = (record["execution"], record["step"])
        since = open_since.pop(step, None)
        if since is not None:
            spans.append((since, record["at_ns"]))
        if record["state"] == "pending_approval":
            open_since[step] = record["at_ns"]
    return spans + [(since, history.horizon) for since in open_since.values()]


def covered(spans, start, end):
    """How long, within [start, end), there is at least one of the spans."""
    sum_ns = 0
    for first, last in sorted(spans):
        first = max(first, start)
        last = min(last, end)
        if first < last:
            sum_ns += last - first
            start = last
    return sum_ns


def execute_boundary(history, first, last):
    """When the last of what the orchestrator had to do was done, within [first, last]; None if nothing of it."""
    instants = [record["at_ns"] for record in history.where("dns", state="pending", percent=100)]
    old = {(record["store"], record["lineage"])
           for record in history.where("lineage", state="writable") if record["at_ns"] == 0}
    for record in history.where("lineage", state="writable"):
        lineage = (record["store"], record["lineage"])
        if lineage not in old:
            old.add(lineage)
            instants.append(record["at_ns"])
    effects = {(record["workflow"], record["step"]): record["effect"] for record in history.kinds["planned"]}
    instants += [record["at_ns"] for record in history.kinds["step"]
                 if record["state"] in STEP_IS_DONE
                 and effects.get((record["workflow"], record["step"])) in EXECUTE_EFFECTS]
    within = [at for at in instants if first <= at <= last]
    return max(within) if within else None


def propagate_boundary(history, start, last):
    """The first bin from `start` on after which, until `last`, few enough requests go astray; None: never."""
    fresh = Series(history, count_fresh)
    stale_ppb_max = WHOLE_PPB - history.objective["success_ppb"]
    place = ceiling(last, SECOND)
    while place > 0:
        total = fresh.total[place - 1]
        stale = total - fresh.good[place - 1]
        if stale * WHOLE_PPB > stale_ppb_max * total:
            break
        place -= 1
    place = max(place, ceiling(start, SECOND))
    return place * SECOND if place * SECOND < last else None


def find_parts(history, outages, response):
    """Names with their ends, in order; the first starts at the worst outage's beginning."""
    worst = worst_of(outages)
    last = history.horizon if worst.end is None else worst.end
    if response.declared is None:
        return [("self_healed" if worst.end is not None else "unrecovered", last)]
    detected = response.declared if response.detected is None else response.detected
    parts = [("detect", detected), ("decide", response.declared)]
    executed = execute_boundary(history, max(response.declared, worst.begin), last)
    if worst.end is None:
        is_through = not EXECUTION_IS_THROUGH.isdisjoint(response.execution.states)
        if executed is not None and is_through:
            parts.append(("execute", executed))
            fresh = propagate_boundary(history, executed, last)
            if fresh is not None:
                parts.append(("propagate", fresh))
        return parts + [("unrecovered", last)]
    if executed is None:
        return parts + [("execute", last)]
    fresh = propagate_boundary(history, executed, last)
    return parts + [("execute", executed), ("propagate", last if fresh is None else fresh), ("warm", last)]


def list_phases(history, outages, response):
    worst = worst_of(outages)
    if worst is None:
        return []
    last = history.horizon if worst.end is None else worst.end
    spans = []
    if response.fault is not None and response.fault < worst.begin:
        spans.append(("latent", response.fault, worst.begin))
    start = worst.begin
    for name, boundary in find_parts(history, outages, response):
        end = min(max(boundary, start), last)
        spans.append((name, start, end))
        start = end
    waits = find_waits(history)
    return [{"name": name, "start_s": seconds(start), "end_s": seconds(end),
             "human_wait_s": seconds(covered(waits, start, end))} for name, start, end in spans]


def find_stop(history, store, lineage, newest):
    """t_stop: when the old lineage could take no more, or another one took over, whichever was first."""
    records = history.where("lineage", store=store["store"])
    instants = [record["at_ns"] for record in records
                if record["lineage"] == lineage and record["state"] == "stopped" and record["at_ns"] >= newest][:1]
    if store["writers"] != "any":
        firsts = {}
        for record in records:
            if record["state"] == "writable":
                firsts.setdefault(record["lineage"], record["at_ns"])
        own = firsts.pop(lineage, None)
        instants += [at for at in firsts.values() if own is not None and at > own]
    if not instants:
        return None
    is_watched = any(record["state"] == "stopped" for record in records)
    return min(instants) if is_watched else last_served(history, min(instants))


def last_served(history, before):
    """The end of the last second, not after `before`, in which a write was served; `before` without any."""
    ends = [min(record["from_ns"] + record["seconds"] * SECOND, before) for record in history.kinds["observed"]
            if record["writes_good"] > 0 and record["from_ns"] < before]
    return max(ends) if ends else before


def find_rpo(history, store, missing):
    """The worst over lineages and the times at which their writes were counted, ns; None: not known."""
    at_recovery = [record for record in missing if record["counted"] == "recovery"]
    lineages_at_recovery = {record["lineage"] for record in at_recovery}
    counts = defaultdict(list)
    for record in missing:
        was_counted = record["lineage"] in lineages_at_recovery if store["writers"] == "one" else bool(at_recovery)
        if record["counted"] == ("recovery" if was_counted else "end"):
            counts[record["lineage"], record["at_ns"]].append(record)
    rpo = 0
    for (lineage, _), ranges in counts.items():
        stop = find_stop(history, store, lineage, max(record["last_ns"] for record in ranges))
        if stop is None:
            return None
        rpo = max(rpo, stop - min(record["first_ns"] for record in ranges))
    return rpo


def list_ledger(missing, diverged):
    """ledger[] of a store: missing writes by when they were counted, lineage and class."""
    rows = defaultdict(list)
    for record in missing:
        rows[record["at_ns"], record["counted"], record["lineage"], record["class"]].append(
            (record["first_ns"], record["last_ns"], record["writes"]))
    for record in diverged:
        rows[record["at_ns"], "end", record["lineage"], "diverged"].append(
            (record["from_ns"], record["to_ns"], record["writes"]))
    return [{"counted": counted, "counted_s": seconds(at), "lineage": lineage, "class": word,
             "writes": sum(writes for first, last, writes in ranges), "ranges": len(ranges),
             "first_s": seconds(min(first for first, last, writes in ranges)),
             "last_s": seconds(max(last for first, last, writes in ranges))}
            for (at, counted, lineage, word), ranges in sorted(rows.items())]


def list_lags(records):
    """lag[] of a store: how far each lineage was behind, over the samples of its lag."""
    courses = defaultdict(list)
    for record in records:
        if record["lag_ns"] is not None:
            courses[record["lineage"]].append((record["lag_ns"], record["at_ns"]))
    rows = []
    for lineage, points in sorted(courses.items()):
        worst, at = max(points, key=lambda point: (point[0], -point[1]))
        rows.append({"lineage": lineage, "samples": len(points),
                     "median_s": seconds(sorted(lag for lag, _ in points)[(len(points) - 1) // 2]),
                     "worst_s": seconds(worst), "worst_at_s": seconds(at)})
    return rows


def count_store(history, store):
    """One row of data_stores[], with the RPO in ns beside it."""
    missing = history.where("missing", store=store["store"])
    acknowledged = history.where("acknowledged", store=store["store"])
    counts = {key: sum(record["writes"] for record in missing
                       if record["counted"] == "end" and record["class"] == word)
              for key, word in CLASSES.items()}
    rpo = find_rpo(history, store, missing) if acknowledged else None
    canaries = history.where("canary", store=store["store"])
    row = {"id": store["store"], "kind": store["kind"], "writers": store["writers"], "rpo_s": seconds(rpo),
           "rpo_resolution_s": seconds(canaries[0]["interval_ns"]) if canaries else None, **counts,
           "diverged": sum(record["writes"] for record in history.where("diverged", store=store["store"])),
           "acknowledged": sum(record["writes"] for record in acknowledged) if acknowledged else None,
           "rpo_objective_s": seconds(store["rpo_ns"]),
           "ledger": list_ledger(missing, history.where("diverged", store=store["store"])),
           "lag": list_lags(history.where("lag", store=store["store"]))}
    return row, rpo


def count_stores(history):
    """data_stores[] with the RPO of each in ns, the RPO and the objective in ns of the store that decides, and the lost writes of all."""
    rows = [count_store(history, store) for store in history.kinds["store"]]
    bound = [(rpo, store["rpo_ns"]) for (row, rpo), store in zip(rows, history.kinds["store"])]
    bound = [pair for pair in bound if pair[1] is not None] or bound
    missed = [pair for pair in bound if None not in pair and pair[0] > pair[1]]
    unknown = [pair for pair in bound if pair[0] is None]
    deciding = (None, None)
    if missed or (bound and not unknown):
        deciding = max(missed or bound, key=lambda pair: pair[0])  # Of equals the first.
    elif unknown:
        deciding = unknown[0]
    counted = all(row["acknowledged"] is not None for row, rpo in rows)
    lost_writes = sum(row["lost_writes"] for row, rpo in rows) if counted else None
    return rows, deciding, lost_writes


def split_brain_ns(history):
    single = {store["store"] for store in history.where("store", writers="one")}
    if not single <= {record["store"] for record in history.kinds["acknowledged"]}:
        return None
    spans = [(record["from_ns"], record["to_ns"]) for record in history.kinds["diverged"] if record["store"] in single]
    return covered(spans, 0, max((end for start, end in spans), default=0))


def lost_minutes(series, outages):
    """The shares not served of the bins outside outages, each rounded down to 10^-9, in minutes likewise."""
    if outages is None:
        return None
    inside = set()
    for outage in outages:
        last = series.history.horizon if outage.end is None else outage.end
        inside.update(range(outage.begin // SECOND, ceiling(last, SECOND)))
    lost_ppb = sum((total - good) * WHOLE_PPB // total
                   for place, (total, good) in enumerate(zip(series.total, series.good))
                   if total > 0 and place not in inside)
    return share(lost_ppb // 60)


class Gains:
    """What is looked for: rows of measure, part, what it is about and the ns that it saves, in order."""

    def __init__(self, history, outages, response):
        self.history = history
        self.response = response
        self.worst = worst_of(outages)
        self.rto = rto_of(outages)
        self.rows = []
        self.parts = {}
        start = self.worst.begin
        for name, boundary in find_parts(history, outages, response):
            end = min(max(boundary, start), self.worst.end)
            self.parts[name] = (start, end)
            start = end

    def add(self, part, about, saves):
        if saves >= GAIN_MIN:
            self.rows.append(("rto", part, about, saves, self.rto - saves))

    def add_part(self, name):
        if name in self.parts:
            start, end = self.parts[name]
            self.add(name, "all", end - start)

    def add_detection(self):
        if "detect" not in self.parts:
            return
        start, end = self.parts["detect"]
        trigger = self.response.trigger
        if trigger is None:
            self.add_part("detect")
            return
        seen = first_sighting(self.history, start, end, other_than=trigger)
        if seen is not None:
            self.add("detect", source_name(seen), end - seen["at_ns"])
        turned = [record["at_ns"] for record in self.history.kinds["state"]
                  if start <= record["at_ns"] <= end and record["state"] in ("unhealthy", "ALARM")
                  and f"{record['kind']} {record['entity']}" == trigger]
        if turned:
            self.add("detect", trigger, turned[-1] - start)
            self.add("detect", trigger, end - turned[-1])
        else:
            self.add_part("detect")

    def add_people(self, name):
        if name in self.parts:
            self.add(name, "people", covered(find_waits(self.history), *self.parts[name]))

    def add_execution(self):
        if "execute" not in self.parts:
            return
        start, end = self.parts["execute"]
        number = self.response.execution.number
        rows = [row for row in planned_rows(self.history) if row["number"] == number and row["records"]]
        for row in rows:
            self.add("execute", row["step"], step_gain(row, rows, start, end))
        busy = [(first, last) for row in rows for state, first, last, _ in row["stretches"]]
        self.add("execute", "all", end - start - covered(busy, start, end))

    def add_cohorts(self):
        cohorts = self.history.kinds["cohort"]
        if len(cohorts) < 2 or "propagate" not in self.parts:
            return
        for cohort in cohorts:
            self.add_without({cohort["cohort"]}, cohort["cohort"])
        others = {cohort["cohort"] for cohort in cohorts if cohort["behaviour"] != "honour"}
        if 2 <= len(others) < len(cohorts):
            self.add_without(others, "all that do not honour the TTL")

    def add_without(self, names, about):
        series = Series(self.history, lambda record: (0, 0) if record["cohort"] in names else count_all(record))
        rto = rto_of(find_outages(series, self.history.objective["success_ppb"]))
        if rto is not None:
            self.add("propagate", about, self.rto - rto)

    def add_undecided(self):
        if "self_healed" in self.parts:
            start, end = self.parts["self_healed"]
            seen = first_sighting(self.history, start, end)
            if seen is not None:
                self.add("self_healed", source_name(seen), end - seen["at_ns"])

    def find(self):
        self.add_detection()
        for name in ("decide", "propagate", "warm"):
            self.add_part(name)
        for name in ("detect", "decide", "execute"):
            self.add_people(name)
        self.add_execution()
        self.add_cohorts()
        self.add_undecided()
        return self.rows


def source_name(record):
    return f"{record['kind']} {record['source']}"


def first_sighting(history, start, end, other_than=None):
    """The first source in [start, end) that was unhealthy; beside a trigger only one that stayed so."""
    for place, record in enumerate(history.kinds["source"]):
        if not start <= record["at_ns"] < end or record["state"] != "unhealthy":
            continue
        if other_than is None:
            return record
        later = [other for other in history.kinds["source"][place + 1:]
                 if source_name(other) == source_name(record) and other["at_ns"] < end]
        if not later and source_name(record) != other_than:
            return record
    return None


def planned_rows(history):
    """Each step of each execution: its plan, its records and the stretches in which it was under way."""
    for execution in history.executions:
        for planned in history.where("planned", workflow=execution.workflow):
            records = history.where("step", execution=execution.number, step=planned["step"])
            following = [*records[1:], {"at_ns": history.horizon, "state": None}]
            stretches = [(record["state"], record["at_ns"], after["at_ns"], after["state"])
                         for record, after in zip(records, following) if record["state"] not in STEP_IS_OVER]
            ended = records and records[-1]["state"] in STEP_IS_OVER
            yield {"number": execution.number, "step": planned["step"], "group": planned["group"],
                   "target": planned["target_ns"], "records": records, "stretches": stretches,
                   "start": records[0]["at_ns"] if records else None,
                   "end": records[-1]["at_ns"] if ended else history.horizon}


def step_gain(row, rows, start, end):
    """How much of [start, end) a step cost at most, ns."""
    own = [(max(first, start), min(last, end), after) for state, first, last, after in row["stretches"]
           if state != "pending_approval"]
    bound = sum(max(0, last - first) for first, last, after in own)
    vain = sum(max(0, last - first) for first, last, after in own if after in ("failed", "timed_out"))
    own_end = min(row["end"], end)
    others = [other for other in rows if other is not row and row["group"] is not None
              and other["group"] == row["group"]]
    if any(other["start"] < own_end and row["start"] < min(other["end"], end) for other in others):
        bound = min(bound, own_end - max(min(other["end"], end) for other in others))
    if vain > 0:
        return min(vain, bound)
    late = 0 if row["target"] is None else row["end"] - row["start"] - row["target"]
    return min(late, bound) if late > 0 else bound


def list_gains(history, outages, response, stores):
    """gains[], ranked."""
    worst = worst_of(outages)
    rows = Gains(history, outages, response).find() if worst is not None and worst.end is not None else []
    rows += [("rpo", "data", store["id"], rpo, 0) for store, rpo in stores if rpo is not None and rpo >= GAIN_MIN]
    rows.sort(key=lambda row: (row[0] == "rpo", -row[3]))
    return [{"measure": measure, "part": part, "about": about, "saves_s": seconds(saves),
             f"{measure}_then_s": seconds(then)} for measure, part, about, saves, then in rows]


def list_steps(history):
    """steps[] and not_executed[], by execution and each in the order of the plan."""
    executed = []
    missed = []
    for execution in history.executions:
        for planned in history.where("planned", workflow=execution.workflow):
            about = {"execution": execution.number, "workflow": execution.workflow, "id": planned["step"],
                     "block": planned["block"]}
            records = history.where("step", execution=execution.number, step=planned["step"])
            if not records:
                if execution.start is not None:
                    missed.append(about)
                continue
            last = records[-1]
            waits = [(record["at_ns"], following["at_ns"])
                     for record, following in zip(records, [*records[1:], {"at_ns": history.horizon}])
                     if record["state"] == "pending_approval"]
            executed.append({**about, "region": planned["region"], "state": last["state"],
                             "start_s": seconds(records[0]["at_ns"]),
                             "end_s": seconds(last["at_ns"] if last["state"] in STEP_IS_OVER else None),
                             "target_s": seconds(planned["target_ns"]),
                             "attempts": max(record["attempt"] for record in records),
                             "waited_on_human_s": seconds(sum(end - start for start, end in waits))})
    return executed, missed


def list_executions(history):
    return [{"number": row.number, "workflow": row.workflow, "mode": row.decision.get("mode"),
             "trigger": row.decision.get("trigger"), "severity": row.decision.get("severity"),
             "kind": row.decision.get("kind"), "state": row.state, "start_s": seconds(row.start),
             "end_s": seconds(row.end),
             "human_wait_s": seconds(covered(find_waits(history, row.number), 0, history.horizon))}
            for row in history.executions]


def list_faults(history):
    return [{"name": onset["fault"], "onset_s": seconds(onset["at_ns"]),
             "end_s": seconds(fault_end(history, onset))} for onset in history.where("fault", state="onset")]


def list_cohorts(history, success_ppb):
    return [{"name": cohort["cohort"], "share": share(cohort["share_ppb"]),
             "rto_s": seconds(rto_of(find_outages(Series(history, count_all, cohort["cohort"]), success_ppb)))}
            for cohort in history.kinds["cohort"]]


def count_achieved(history, series, outages, response):
    success_ppb = history.objective["success_ppb"]
    clocks = find_clocks(outages, response)
    worst = worst_of(outages)
    plan_recovery = None
    if worst is not None and worst.end is not None and response.started is not None and response.started <= worst.end:
        plan_recovery = worst.end - response.started
    good, total = series.sums(0, history.bins)
    return {"recovered": None if outages is None else worst is None or worst.end is not None,
            "rto_s": seconds(clocks[history.objective["clock"]]),
            "rto_clocks": {f"{name}_s": seconds(clock) for name, clock in clocks.items()},
            "rto_at": find_ladder(series),
            "rto_reads_s": seconds(rto_of(find_outages(Series(history, count_reads), success_ppb))),
            "rto_writes_s": seconds(rto_of(find_outages(Series(history, count_writes), success_ppb))),
            "plan_recovery_s": seconds(plan_recovery),
            "split_brain_s": seconds(split_brain_ns(history)),
            "lost_minutes": lost_minutes(series, outages),
            "failed_requests": total - good, "total_requests": total,
            "availability": share(good * WHOLE_PPB // total) if total > 0 else None}


def half_up(fraction):
    return (fraction + Fraction(1, 2)).__floor__()


def first_regions(history):
    """Regions that DNS points to at instant 0, or None without any record of it."""
    regions = [record["region"] for record in history.kinds["dns"] if record["at_ns"] == 0]
    return set(regions) if regions else None


def serves_first(history, resource):
    regions = first_regions(history)
    if regions is None:
        return resource["role"] == "primary"
    return resource["region"] is not None and resource["region"] in regions


def resource_charges(resource):
    """(part, products in USD) of each charge of a resource; None for products that cannot be told."""
    kind, size, options = resource["kind"], resource["size_bytes"], resource["options"] or ""
    zones = 2 if options == "multi_az" else 1
    units = resource["units"]

    def holding(price):
        return None if size is None else [Fraction(size, GB) * zones * PRICES[price]]

    if kind == "ecs_service" and options == "fargate":
        told = resource["cpu_units"] is not None and resource["memory_bytes"] is not None
        yield "compute", [units * Fraction(resource["cpu_units"], 1024) * PRICES["vcpu"] * MONTH_HOURS,
                          units * Fraction(resource["memory_bytes"], GB) * PRICES["memory"] * MONTH_HOURS] if told else None
    elif kind == "ecs_service":
        hour = INSTANCES.get(resource["class"])
        yield "compute", None if hour is None else [units * hour * MONTH_HOURS]
    elif kind == "alb":
        yield "load_balancers", [PRICES["alb"] * MONTH_HOURS]
    elif kind in ("rds_instance", "rds_replica"):
        hour = DATABASES.get((resource["class"], resource["engine"]))
        yield "databases", None if hour is None else [hour * MONTH_HOURS * zones]
        yield "databases", holding("rds storage")
    elif kind == "s3_bucket":
        yield "object_storage", holding("s3")
    elif kind == "ecr_image":
        yield "images", holding("image")
    elif kind == "health_check":
        yield "health_checks", [PRICES["check"] + len(options.split()) * PRICES["option"]]
    elif kind == "alarm":
        yield "health_checks", [PRICES["alarm"]]
    elif kind == "secret":
        yield "secrets", [PRICES["secret"]]
    else:
        yield "control", [Fraction(0)]


def replication_charges(history, replication):
    """The products in USD of each charge; None for what cannot be told."""
    where = {record["resource"]: record for record in history.kinds["resource"] if record["region"] is not None}
    pair = {where[replication["store"]]["region"], where[replication["copy"]]["region"]}
    price = PRICES["short transfer" if pair == {"us-east-1", "us-east-2"} else "transfer"]
    writes = half_up(Fraction(replication["writes_nano_per_s"] * MONTH_HOURS * 3600, 10**9))
    size = replication["write_bytes"]
    volume = None if size is None else Fraction(writes * size, GB)
    yield None if volume is None else [volume * price]
    if where[replication["copy"]]["kind"] == "s3_bucket":
        yield [writes * PRICES["put"]]
    if replication["options"] == "rtc":
        yield None if volume is None else [volume * PRICES["rtc"]]


def count_cost(history):
    """The card's cost but for its charges' words and the advice."""
    if not history.kinds["resource"]:
        return {"monthly_usd": None, "primary_monthly_usd": None, "parts": []}
    charges = defaultdict(list)  # (part, is the primary's): cents, or None where it is not known.
    for resource in history.kinds["resource"]:
        for part, products in resource_charges(resource):
            is_primary = serves_first(history, resource) and part not in ("health_checks", "control")
            charges[part, is_primary].append(cents(products))
    for replication in history.kinds["replication"]:
        charges["replication", False] += [cents(products) for products in replication_charges(history, replication)]
    parts = [{"name": part, **sums(charges, [part])} for part in COST_PARTS
             if charges[part, False] or charges[part, True]]
    return {**sums(charges, COST_PARTS), "parts": parts}


def cents(products):
    """Each product rounded to a micro-USD, their sum to a cent."""
    return None if products is None else half_up(Fraction(sum(half_up(usd * MICRO) for usd in products), MICRO // 100))


def sums(charges, parts):
    def total(is_primary):
        found = [charge for part in parts for charge in charges[part, is_primary]]
        known = [charge for charge in found if charge is not None]
        usd = None if found and not known else Fraction(sum(known), 100)
        return usd, len(known) < len(found)

    (recovery, is_lower), (primary, primary_is_lower) = total(False), total(True)
    return {"monthly_usd": recovery, "primary_monthly_usd": primary, "is_lower_bound": is_lower,
            "primary_is_lower_bound": primary_is_lower}


def was_tested(history, store):
    """Whether a failover has shown what of a store would be lost."""
    records = history.where("lineage", store=store["id"])
    if store["writers"] == "one":
        return any(record["state"] == "writable" and record["at_ns"] > 0
                   and record["lineage"] != records[0]["lineage"] for record in records)
    moved = history.kinds["dns"] and history.kinds["dns"][-1]["at_ns"] > 0
    return bool(moved) and any(record["state"] == "stopped" for record in records)


def verdict_of(outcomes):
    """None without evidence."""
    return all(outcomes) if outcomes else None


def lag_is_acceptable(history, stores, steps):
    tested = [store["rpo_s"] <= store["rpo_objective_s"] for store in stores
              if store["rpo_s"] is not None and store["rpo_objective_s"] is not None and was_tested(history, store)]
    if tested:
        return verdict_of(tested)
    modes = {execution.number: execution.decision.get("mode") for execution in history.executions}
    return verdict_of([step["state"] == "completed" for step in steps
                       if step["block"] == "check_replication_lag" and step["state"] in STEP_IS_OVER
                       and (modes.get(step["execution"]) == "graceful" or step["state"] == "completed")])


def standby_is_healthy(history, steps):
    first = first_regions(history) or set()
    standby = {record["resource"] for record in history.kinds["resource"]
               if record["region"] is not None and record["region"] not in first}
    asked = {}
    for call in history.kinds["call"]:
        asked.setdefault((call["execution"], call["step"]), call["resource"])
    effects = {(record["workflow"], record["step"]): record["effect"] for record in history.kinds["planned"]}
    outcomes = []
    for step in steps:
        is_check = (step["block"] == "check_region_health" and step["region"] not in first
                    and step["region"] not in (None, "global"))
        is_proof = (effects[step["workflow"], step["id"]] == "proves"
                    and asked.get((step["execution"], step["id"])) in standby)
        if (is_check or is_proof) and step["state"] in STEP_IS_OVER:
            outcomes.append(step["state"] == "completed")
    return verdict_of(outcomes)


def checks_are_healthy(history):
    troubles = [record["at_ns"] for record in history.where("fault", state="onset") if record["at_ns"] > 0]
    troubles += [record["at_ns"] for record in history.kinds["decision"]]
    before = min([*troubles, history.horizon])
    for kind, name in (("source", "source"), ("state", "entity")):
        last = {record[name]: record["state"] for record in history.kinds[kind]
                if record["kind"] == "health_check" and record["at_ns"] < before}
        if last:
            return verdict_of([state == "healthy" for state in last.values()])
    return None


def count_readiness(history, stores, steps):
    """The card's score and what each part got; a history alone does not tell of drills before it."""
    met = {"replication_lag": lag_is_acceptable(history, stores, steps),
           "standby_health": standby_is_healthy(history, steps), "last_drill": None,
           "dns_health_checks": checks_are_healthy(history)}
    parts = [{"name": name, "weight": weight, "got": None if met[name] is None else weight * met[name]}
             for name, weight in READINESS]
    got = sum(part["got"] or 0 for part in parts)
    missing = sum(part["weight"] for part in parts if part["got"] is None)
    return {"score": None if missing else got, "score_at_least": got, "score_at_most": got + missing, "parts": parts}


def recount(path):
    """What can be counted of a history, in the shape and under the names of the card."""
    history = History(path)
    objective = history.objective
    series = Series(history, count_all)
    outages = find_outages(series, objective["success_ppb"])
    worst = worst_of(outages)
    response = find_response(history, outages) if worst is not None else None
    rows, (rpo, rpo_objective), lost_writes = count_stores(history)
    stores = [row for row, rpo_of_row in rows]
    rto_objectives = [record["rto_ns"] for record in history.kinds["objective"] if record["rto_ns"] is not None]
    steps, missed = list_steps(history)
    achieved = count_achieved(history, series, outages, response)
    return {
        "scenario": {"name": history.run.get("scenario"), "sha256": history.run.get("scenario_sha256")},
        "plan": {"name": history.run.get("plan"), "sha256": history.run.get("plan_sha256")},
        "seed": history.run.get("seed"), "version": history.run.get("version"),
        "history_sha256": history.sha256,
        "faults": list_faults(history),
        "impact_s": seconds(worst.begin if worst is not None else None),
        "objectives": {"rto_s": seconds(min(rto_objectives, default=None)), "rpo_s": seconds(rpo_objective),
                       "success": share(objective["success_ppb"])},
        "achieved": {**achieved, "rpo_s": seconds(rpo), "lost_writes": lost_writes},
        "outages": [{"start_s": seconds(outage.begin), "end_s": seconds(outage.end), "planned": outage.planned}
                    for outage in outages or []],
        "phases": list_phases(history, outages, response),
        "gains": list_gains(history, outages, response, rows),
        "executions": list_executions(history),
        "steps": steps, "not_executed": missed, "data_stores": stores,
        "cohorts": list_cohorts(history, objective["success_ppb"]),
        "readiness": count_readiness(history, stores, steps), "cost": count_cost(history),
    }


def words_of(value):
    """A single value as JSON: exact, a fraction with its decimals. Of others how many there are in it."""
    if isinstance(value, (dict, list)):
        return f"{len(value)} {'rows' if isinstance(value, list) else 'keys'}"
    if isinstance(value, Fraction):
        units, rest = divmod(abs(value.numerator) * SECOND // value.denominator, SECOND)
        decimals = f".{rest:09}".rstrip("0").rstrip(".")
        return f"{'-' if value < 0 else ''}{units}{decimals}"
    return json.dumps(value, ensure_ascii=False)


def json_of(value, indent=0):
    """JSON as json.dumps() would write it, which knows no fractions."""
    inner = "  " * (indent + 1)
    if isinstance(value, dict) and value:
        lines = [f"{inner}{json.dumps(key)}: {json_of(item, indent + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + "\n" + "  " * indent + "}"
    if isinstance(value, list) and value:
        lines = [f"{inner}{json_of(item, indent + 1)}" for item in value]
        return "[\n" + ",\n".join(lines) + "\n" + "  " * indent + "]"
    return json.dumps(value) if isinstance(value, (dict, list)) else words_of(value)


def compare(ours, card, path=""):
    """How many values agree, and a line for each that does not."""
    if isinstance(ours, dict) and isinstance(card, dict):
        pairs = [(f"{path}.{key}".lstrip("."), item, card.get(key, NOT_THERE)) for key, item in ours.items()]
    elif isinstance(ours, list) and isinstance(card, list) and len(ours) == len(card) and ours:
        pairs = [(f"{path}[{place}]", *pair) for place, pair in enumerate(zip(ours, card))]
    elif card is NOT_THERE:
        return 0, [f"{path}: ours {words_of(ours)}, the card has none"]
    elif isinstance(ours, bool) != isinstance(card, bool) or ours != card:
        return 0, [f"{path}: ours {words_of(ours)}, the card's {words_of(card)}"]
    else:
        return 1, []
    agreed = 0
    lines = []
    for place, item, other in pairs:
        some_agreed, some_lines = compare(item, other, place)
        agreed += some_agreed
        lines += some_lines
    return agreed, lines


def read_card(path):
    """A card with exact numbers."""
    return json.loads(Path(path).read_bytes(), parse_float=Fraction)


def main():
    if len(sys.argv) not in (2, 3):
        print(USAGE, file=sys.stderr)
        return EXIT_USAGE
    try:
        ours = recount(sys.argv[1])
        card = read_card(sys.argv[2]) if len(sys.argv) == 3 else None
    except (OSError, ValueError, KeyError) as error:
        print(f"cannot count: {type(error).__name__}: {error}", file=sys.stderr)
        return EXIT_USAGE
    if card is None:
        print(json_of(ours))
        return 0
    agreed, lines = compare(ours, card)
    print("\n".join(lines) if lines else f"{agreed} values agree")
    return EXIT_DIFFERENT if lines else 0


if __name__ == "__main__":
    sys.exit(main())
