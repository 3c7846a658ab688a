/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_HISTORY_H
#define BS_BASE_HISTORY_H

/**
 * The history of a run: append-only typed records, the only evidence that checks and reports may read.
 *
 * A record is an instant, a kind and that kind's fields in a fixed order. Records are appended in order of
 * time. Written out, each is one line of canonical JSON, `{"at_ns":..,"record":"..",<fields>}`, whose
 * SHA-256 over all lines is the history's identity. A history names no backend, path, host or wall time.
 *
 * Words in TEXT fields are identifiers of the scenario and plan or words of the fixed sets given here.
 * Names of fields end in their unit: `_ns` (instants since the start of the run, and durations),
 * `_ppb` (parts per 10^9).
 */

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "base/time.h"

enum bs_record_kind {
    /* What is being run, all at instant 0. */
    BS_RECORD_RUN, /* text scenario, text scenario_sha256, text plan, text plan_sha256, text seed,
                            text version, instant horizon_ns */
    BS_RECORD_OBJECTIVE, /* text service, duration rto_ns (or null), ppb success_ppb, duration within_ns,
                            duration hold_ns, text clock (impact|fault|detected|declared),
                            duration split_brain_ns: the most that is accepted */
    BS_RECORD_STORE, /* text store, text kind, text writers (one|homed|any), duration rpo_ns (or null) */
    BS_RECORD_COHORT, /* text cohort ("shoppers/honour"), text population, text behaviour, ppb share_ppb
                            of its population's requests, count resolvers */
    BS_RECORD_EXPECT, /* text expectation, text value: what the author expects beyond the objectives;
                            "recovered" true|false; "failovers", "executions", "approvals", "lost_writes" a
                            number */
    BS_RECORD_PLANNED, /* text workflow, text step, text block, text region, duration target_ns (or null),
                            duration timeout_ns, text effect (checks|fences|releases|promotes|rebuilds|scales|
                            moves_traffic|proves|records|tells|asks|holds|freezes|waits), text group: the id
                            of the group it stands in, or null */
    BS_RECORD_PREDICTION, /* text subject (outage|store|phase|step), text workflow (of a step, or null), text
                            name, count trials, count known: in so many of them it has a value, duration
                            low_ns, duration median_ns, duration high_ns (null if in none): what simulating
                            the scenario before a game day said of it; 1st, 50th and 99th percentile */
    BS_RECORD_CANARY, /* text store, duration interval_ns between two of the numbered writes by which
                            the store's losses are measured */

    BS_RECORD_RESOURCE, /* text resource, text kind (as in scenarios), text region, text role of that Region
                            (both null: in none), text of: what it is a copy of, or null; text class, text
                            engine, count units (tasks; else 1), count cpu_units: 1/1024 vCPU a task, count
                            memory_bytes a task, count size_bytes: storage, of an image its size; text options
                            (words of: fargate auto_scaling_group multi_az https fast). One for each Region
                            that it is in; null: does not apply, or the scenario does not say */
    BS_RECORD_REPLICATION, /* text store, text copy it is replicated to, count writes_nano_per_s: 10^-9
                              writes a second, by the rates of the scenario's clients, count write_bytes: size
                              of one (or null), text options (rtc, or null) */

    /* What happened in the world. */
    BS_RECORD_FAULT, /* text fault, text kind, text state (onset|end) */
    BS_RECORD_STATE, /* text entity, text kind, text state, count value (or null): a resource's state as
                          its service reports it; for ecs_service and alb the value is the healthy count, for
                          "record ttl" (pending|insync) the TTL in ns; kind "cross_region_writes": the
                          state is the Region of a service that writes wherever a store can be written */
    BS_RECORD_LINEAGE, /* text store, text lineage, text region, text state (writable|stopped), text reason:
                            whether client writes to this copy of the store can be acknowledged */
    BS_RECORD_FENCE, /* text store, text lineage, text state (effective|released), text reason: from
                          "effective" on no client write can be acknowledged by this lineage */
    BS_RECORD_LAG, /* text store, text lineage, duration lag_ns: how far this copy is behind what it is
                         replicated from, at each full minute while it is; of a live account, what its
                         metric says, whenever it is asked for */
    BS_RECORD_DNS, /* text name, text target, text region, text state (pending|insync), count change, count
                          percent: what the authoritative servers say; region of the target. One record for
                          each target with a share of the answers, 1 to 99 rounded, 100 if it has them all */

    /* What clients saw; appended at the end of the run, per cohort in order of time. */
    BS_RECORD_OBSERVED, /* text cohort, instant from_ns, count seconds: this many consecutive 1 s bins, each
                           with exactly these counts of logical requests by start time: count reads,
                           count reads_good (served correctly within the latency bound), count writes,
                           count writes_good, count stale (first attempt went to a Region that no answer of
                           the record names by then), count attempts */
    BS_RECORD_ACKNOWLEDGED, /* text store, text lineage, count writes, count behind_fence: writes acknowledged
                               by this lineage in all, and those acknowledged after its fence was effective */
    BS_RECORD_MISSING, /* text store, text lineage (that acknowledged them), text population, text counted
                          (recovery|end), text class (lost|deferred|quarantined|overwritten|discarded),
                          count first_k, count last_k, instant first_ns, instant last_ns (acknowledged),
                          count writes: a range of acknowledged writes that the serving lineage lacks */
    BS_RECORD_DIVERGED, /* text store, text lineage (the old one), instant from_ns, instant to_ns, count
                           writes: acknowledged there after another lineage had become writable */

    BS_RECORD_LEASE, /* text table, count holder, count token, instant until_ns: granted by the table; of
                            the holder's clock, and in the past when it is given back */
    BS_RECORD_PERSON, /* text person, text state (paged|acknowledged|approved|declined|retry|skip|cancel),
                            count question, duration expected_loss_ns as they were told (or null) */

    /* What the orchestrators saw, decided and did. `execution` numbers are unique in a history, and so
       are `call` numbers; `orchestrator` is 1 for the first. */
    BS_RECORD_ORCHESTRATOR, /* count orchestrator, text state (started|crashed|resumed|stopped), text
                               reason */
    BS_RECORD_SOURCE, /* text source, text kind (health_check|alarm|probe), text state (healthy|unhealthy|
                            unknown), text region of the vantage point: on change only */
    BS_RECORD_DETECTION, /* text trigger, text state (detected|stood_down|confirmed), text reason */
    BS_RECORD_DECISION, /* count execution, text workflow, text mode (graceful|ungraceful), text severity,
                            text kind of failure (or null), text trigger, count unhealthy, count sources: how
                            many of the sources saw the failure */
    BS_RECORD_EXECUTION, /* count execution, text workflow, text state (design: pending, in_progress, ..,
                            failed), text reason */
    BS_RECORD_STEP,      /* count execution, text workflow, text step, text state (in_progress|
                            pending_approval|completed|completed_with_exceptions|failed|timed_out|skipped|
                            rolling_back|rolled_back|canceled), count attempt, text reason (or null) */
    BS_RECORD_RISK, /* count execution, text workflow, text step (null: the execution goes on without its
                            lease), text authority, count unhealthy, count sources, text reason: an unfenced
                            promotion, or an orchestrator without a lease, accepted by recorded authority */
    BS_RECORD_LATCH, /* count execution (of the fence's), text step, text resource, text state (set|enforced|
                            released): a fence that is put up again until it is released */
    BS_RECORD_CALL, /* count call, count orchestrator, count execution (or null: watching), text step (or
                            null), text operation ("rds:PromoteReadReplica"), text region, text resource,
                            text target (or null), count count (as in struct bs_call_request), instant
                            deadline_ns */
    BS_RECORD_ANSWER, /* count call, text outcome (ok|error|info), text error (the kind: refused|throttled|
                            ..; or null), text code (or null), text detail (or null) */

    BS_RECORD_STOP, /* text condition, text reason: a game day's stop condition is met, and it pauses */

    BS_RECORD_END, /* text reason (horizon|event_limit) */
    BS_RECORD_KIND_COUNT,
};

enum bs_value_kind {
    BS_VALUE_TEXT,     /* May be NULL: null. */
    BS_VALUE_COUNT,    /* INT64_MIN: null. */
    BS_VALUE_INSTANT,  /* BS_INSTANT_UNKNOWN: null. */
    BS_VALUE_DURATION, /* BS_DURATION_UNKNOWN: null. */
    BS_VALUE_PPB,      /* INT64_MIN: null. */
};

struct bs_value {
    enum bs_value_kind kind;
    bool is_lasting; /* See bs_lasting(). */
    union {
        int64_t number;   /* All kinds but text. */
        const char *text; /* Text only. */
    };
};

static inline struct bs_value bs_text(const char *text)
{
    return (struct bs_value){.kind = BS_VALUE_TEXT, .text = text};
}

/**
 * A text that stays where it is, unchanged, until the history it is appended to is emptied or destroyed: it
 * is read once, while any other is compared with the history's copy each time.
 */
static inline struct bs_value bs_lasting(const char *text)
{
    return (struct bs_value){.kind = BS_VALUE_TEXT, .is_lasting = true, .text = text};
}

static inline struct bs_value bs_count(int64_t count)
{
    return (struct bs_value){.kind = BS_VALUE_COUNT, .number = count};
}

static inline struct bs_value bs_at(struct bs_instant instant)
{
    return (struct bs_value){.kind = BS_VALUE_INSTANT, .number = instant.ns};
}

static inline struct bs_value bs_span(struct bs_duration duration)
{
    return (struct bs_value){.kind = BS_VALUE_DURATION, .number = duration.ns};
}

static inline struct bs_value bs_ppb(int64_t ppb)
{
    return (struct bs_value){.kind = BS_VALUE_PPB, .number = ppb};
}

enum { BS_RECORD_FIELDS_MAX = 12 };

struct bs_record_field {
    const char *name;
    enum bs_value_kind kind;
    uint32_t key_length;
    const char *key; /* As it is written, with what stands around it: `,"name":`. */
};

struct bs_record_info {
    const char *name;
    const char *head; /* As it is written: `,"record":"name"`. */
    size_t head_length;
    size_t field_count;
    struct bs_record_field fields[BS_RECORD_FIELDS_MAX];
};

/** The name and fields of a kind; the table is in history.c. */
const struct bs_record_info *bs_record_info(enum bs_record_kind kind);

/** What a record holds of a value, whose kind is its field's. */
union bs_held {
    int64_t number;
    const char *text;
};

/** Owned by its history; texts are the history's own copies, equal texts sharing one pointer. */
struct bs_record {
    struct bs_instant at;
    enum bs_record_kind kind;
    const union bs_held *values; /* bs_record_info(kind)->field_count of them. */
};

/** The values with which a record was appended; returns how many. */
size_t bs_record_values(const struct bs_record *record,
                        struct bs_value values[BS_RECORD_FIELDS_MAX]);

/** Where a field stands among a kind's values; asserts that the kind has it. For loops over many records. */
size_t bs_record_place(enum bs_record_kind kind, const char *field);

/** The value of a field by name; asserts that the record's kind has it and that it is (or is not) text. */
const char *bs_record_text(const struct bs_record *record, const char *field);
int64_t bs_record_number(const struct bs_record *record, const char *field);

struct bs_history;

enum { BS_HISTORY_BYTES_MAX = 512 * 1024 * 1024 };

/** An empty history that holds at most `bytes_max` bytes; NULL if the allocator says no. */
struct bs_history *bs_history_new(size_t bytes_max);
void bs_history_destroy(struct bs_history *history);

/**
 * Appends one record; `values` in the order of the kind's table (asserted, as is that `at` does not precede
 * the last record's). Beyond the bound the history is marked truncated and takes nothing more.
 */
void bs_history_append(struct bs_history *history, struct bs_instant at, enum bs_record_kind kind,
                       const struct bs_value *values, size_t count);

/** bs_history_append() with the values written in place. */
#define BS_APPEND(history, at, kind, ...)                                              \
    bs_history_append((history), (at), (kind), (const struct bs_value[]){__VA_ARGS__}, \
                      sizeof((const struct bs_value[]){__VA_ARGS__}) / sizeof(struct bs_value))

/** Back to an empty history that has never been written to; its memory is kept. */
void bs_history_reset(struct bs_history *history);

/** Lets go of all records, of which somebody has written what is wanted: a count of 0. Time goes on. */
void bs_history_forget(struct bs_history *history);

size_t bs_history_count(const struct bs_history *history);
const struct bs_record *bs_history_get(const struct bs_history *history, size_t index);
/**
 * Record `index` and those after it that lie beside it in memory: `*count` of them, at least one. For loops
 * over all records.
 */
const struct bs_record *bs_history_stretch(const struct bs_history *history, size_t index,
                                           size_t *count);
/** True once a record did not fit: a report must then say unknown. */
bool bs_history_is_truncated(const struct bs_history *history);

/** Appends all records as JSON Lines to `buffer` (which may fail by its bound). */
void bs_history_write(const struct bs_history *history, struct bs_buffer *buffer);

/** As above from record `first` on: what has been added since it was written the last time. */
void bs_history_write_from(const struct bs_history *history, size_t first,
                           struct bs_buffer *buffer);

/** SHA-256 of what bs_history_write() writes, in hex. */
void bs_history_sha256(const struct bs_history *history, char hex[65]);

#endif
