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

static void find_risks(struct bs_evidence *evidence, struct bs_split_brain *split)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_RISK);

    split->risks = bs_evidence_array(evidence, count, sizeof(*split->risks));
    for (size_t k = 0; split->risks != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RISK, k);

        split->risks[split->risk_count++] = bs_evidence_words(
            evidence,
            "%s: promotion without an effective fence, by authority of %s, who had %" PRId64
            " of %" PRId64 " sources unhealthy (%s)",
            bs_record_words(record, "step"), bs_record_words(record, "authority"),
            bs_record_number(record, "unhealthy"), bs_record_number(record, "sources"),
            bs_record_words(record, "reason"));
    }
}

void bs_split_brain_find(struct bs_evidence *evidence, struct bs_split_brain *split)
{
    const char *store = store_without_evidence(evidence);

    *split = (struct bs_split_brain){.first = BS_INSTANT_UNKNOWN};
    find_diverged(evidence, split);
    find_risks(evidence, split);
    if (store != NULL) {
        split->duration = bs_unknown(bs_evidence_words(
            evidence, "the history has no count of the acknowledged writes of %s", store));
    }
}
