/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/split_brain.h"

#include <inttypes.h>

#include "reports/spans.h"

static bool has_one_writer(const struct bs_evidence *evidence, const char *store)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STORE, k);

        if (bs_text_is(bs_record_text(record, "store"), store)) {
            return bs_text_is(bs_record_text(record, "writers"), "one");
        }
    }
    return false;
}

/** A store with one writer without any count of acknowledged writes; NULL if there is none. */
static const char *store_without_evidence(const struct bs_evidence *evidence)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const char *store = bs_record_text(bs_evidence_get(evidence, BS_RECORD_STORE, k), "store");
        bool found = !has_one_writer(evidence, store);

        for (size_t i = 0; !found && i < bs_evidence_count(evidence, BS_RECORD_ACKNOWLEDGED); i++) {
            const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ACKNOWLEDGED, i);

            found = bs_text_is(bs_record_text(record, "store"), store);
        }
        if (!found) {
            return store;
        }
    }
    return NULL;
}

static void find_diverged(struct bs_evidence *evidence, struct bs_split_brain *split)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_DIVERGED);
    struct bs_span_of_time *spans = bs_evidence_array(evidence, count, sizeof(*spans));
    size_t span_count = 0;

    if (spans == NULL) {
        return;
    }
    for (size_t k = 0; k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DIVERGED, k);
        struct bs_instant from = bs_record_instant(record, "from_ns");

        if (!has_one_writer(evidence, bs_record_text(record, "store"))) {
            continue;
        }
        spans[span_count++] = (struct bs_span_of_time){from, bs_record_instant(record, "to_ns")};
        split->writes += bs_record_number(record, "writes");
        if (split->first.ns == BS_INSTANT_UNKNOWN.ns || from.ns < split->first.ns) {
            split->first = from;
        }
    }
    split->duration.value =
        bs_spans_covered_ns(spans, span_count, (struct bs_instant){0}, BS_INSTANT_NEVER);
}

/** When the first risk of a later execution than that of RISK record `k` was taken. */
static struct bs_instant next_risk(const struct bs_evidence *evidence, size_t k)
{
    int64_t execution = bs_record_number(bs_evidence_get(evidence, BS_RECORD_RISK, k), "execution");

    while (++k < bs_evidence_count(evidence, BS_RECORD_RISK)) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RISK, k);

        if (bs_record_number(record, "execution") != execution) {
            return record->at;
        }
    }
    return BS_INSTANT_NEVER;
}

/** "; 5s and 200 writes of split brain followed", or "". */
static const char *outcome_words(struct bs_evidence *evidence, size_t k)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_DIVERGED);
    struct bs_span_of_time *spans = bs_evidence_array(evidence, count, sizeof(*spans));
    struct bs_instant from = bs_evidence_get(evidence, BS_RECORD_RISK, k)->at;
    struct bs_instant to = next_risk(evidence, k);
    size_t span_count = 0;
    int64_t writes = 0;

    for (size_t i = 0; spans != NULL && i < count; i++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DIVERGED, i);
        struct bs_instant begin = bs_record_instant(record, "from_ns");

        if (begin.ns >= from.ns && begin.ns < to.ns &&
            has_one_writer(evidence, bs_record_text(record, "store"))) {
            spans[span_count++] =
                (struct bs_span_of_time){begin, bs_record_instant(record, "to_ns")};
            writes += bs_record_number(record, "writes");
        }
    }
    if (span_count == 0) {
        return "";
    }
    return bs_evidence_words(
        evidence, "; %s and %" PRId64 " writes of split brain followed",
        bs_evidence_duration(evidence,
                             bs_spans_covered_ns(spans, span_count, from, BS_INSTANT_NEVER)),
        writes);
}

static void find_risks(struct bs_evidence *evidence, size_t executions,
                       struct bs_split_brain *split)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_RISK);

    split->risks = bs_evidence_array(evidence, count, sizeof(*split->risks));
    for (size_t k = 0; split->risks != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RISK, k);
        const char *which = executions > 1
                                ? bs_evidence_words(evidence, "execution %" PRId64 ", ",
                                                    bs_record_number(record, "execution"))
                                : "";

        const char *what =
            bs_record_text(record, "step") == NULL
                ? "an orchestrator without its lease"
                : bs_evidence_words(evidence, "%s: promotion without an effective fence",
                                    bs_record_words(record, "step"));

        split->risks[split->risk_count++] = bs_evidence_words(
            evidence,
            "%s%s, by authority of %s, who had %" PRId64 " of %" PRId64 " sources unhealthy (%s)%s",
            which, what, bs_record_words(record, "authority"),
            bs_record_number(record, "unhealthy"), bs_record_number(record, "sources"),
            bs_record_words(record, "reason"), outcome_words(evidence, k));
    }
}

void bs_split_brain_find(struct bs_evidence *evidence, size_t executions,
                         struct bs_split_brain *split)
{
    const char *store = store_without_evidence(evidence);

    *split = (struct bs_split_brain){.first = BS_INSTANT_UNKNOWN};
    find_diverged(evidence, split);
    find_risks(evidence, executions, split);
    if (store != NULL) {
        split->duration = bs_unknown(bs_evidence_words(
            evidence, "the history has no count of the acknowledged writes of %s", store));
    }
}
