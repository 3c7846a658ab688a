/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/parts.h"

#include "base/assert.h"
#include "base/pcg.h"
#include "reports/checks/steps.h"

enum { PPB = 1000000000 };

static const char *const effects_that_recover[] = {"fences", "promotes", "scales", NULL};
static const char *const through_its_steps[] = {"monitoring_health", "completed",
                                                "completed_with_exceptions", NULL};

/** The stretch in which the plan's effects count, and the latest of them so far. */
struct latest {
    struct bs_instant from;
    struct bs_instant to;
    struct bs_moment moment;
};

static bool is_later(const struct latest *latest, struct bs_instant at)
{
    if (at.ns < latest->from.ns || at.ns > latest->to.ns) {
        return false;
    }
    return !bs_has_happened(latest->moment) || at.ns > latest->moment.at.ns;
}

static void take_dns(struct bs_evidence *evidence, struct latest *latest)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DNS); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (is_later(latest, record->at) && bs_record_number(record, "percent") == 100 &&
            bs_text_is(bs_record_text(record, "state"), "pending")) {
            latest->moment = bs_evidence_moment(
                evidence, BS_RECORD_DNS, k,
                bs_evidence_words(evidence, "DNS %s changed to %s", bs_record_words(record, "name"),
                                  bs_record_words(record, "target")));
        }
    }
}

/** Whether an earlier record already made this record's lineage writable. */
static bool was_writable_before(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    for (size_t i = 0; i < k; i++) {
        const struct bs_record *earlier = bs_evidence_get(evidence, BS_RECORD_LINEAGE, i);

        if (bs_text_is(bs_record_text(earlier, "state"), "writable") &&
            bs_text_is(bs_record_text(earlier, "store"), bs_record_text(record, "store")) &&
            bs_text_is(bs_record_text(earlier, "lineage"), bs_record_text(record, "lineage"))) {
            return true;
        }
    }
    return false;
}

static void take_lineages(struct bs_evidence *evidence, struct latest *latest)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (record->at.ns > 0 && is_later(latest, record->at) &&
            bs_text_is(bs_record_text(record, "state"), "writable") &&
            !was_writable_before(evidence, k)) {
            latest->moment =
                bs_evidence_moment(evidence, BS_RECORD_LINEAGE, k,
                                   bs_evidence_words(evidence, "store %s writable as %s",
                                                     bs_record_words(record, "store"),
                                                     bs_record_words(record, "lineage")));
        }
    }
}

static bool has_recovering_effect(const struct bs_evidence *evidence, const struct bs_record *step)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PLANNED); k++) {
        const struct bs_record *planned = bs_evidence_get(evidence, BS_RECORD_PLANNED, k);

        if (bs_text_is(bs_record_text(planned, "step"), bs_record_text(step, "step")) &&
            bs_text_is(bs_record_text(planned, "workflow"), bs_record_text(step, "workflow"))) {
            return bs_text_is_one_of(bs_record_text(planned, "effect"), effects_that_recover);
        }
    }
    return false;
}

static void take_steps(struct bs_evidence *evidence, struct latest *latest)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STEP); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STEP, k);

        if (is_later(latest, record->at) &&
            bs_step_state_is_done(bs_record_text(record, "state")) &&
            has_recovering_effect(evidence, record)) {
            latest->moment = bs_evidence_moment(
                evidence, BS_RECORD_STEP, k,
                bs_evidence_words(evidence, "step %s completed", bs_record_words(record, "step")));
        }
    }
}

/** What keeps an execution from being through its steps; NULL if it got through. */
static const char *why_not_through(struct bs_evidence *evidence, int64_t execution)
{
    const char *words = "the decided workflow was never started";

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_EXECUTION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_EXECUTION, k);
        const char *reason = bs_record_text(record, "reason");

        if (bs_record_number(record, "execution") != execution) {
            continue;
        }
        if (bs_text_is_one_of(bs_record_text(record, "state"), through_its_steps)) {
            return NULL;
        }
        words = bs_evidence_words(evidence, "%s stands %s%s%s", bs_record_words(record, "workflow"),
                                  bs_record_words(record, "state"), reason == NULL ? "" : ": ",
                                  reason == NULL ? "" : reason);
    }
    return words;
}

static struct bs_moment find_executed(struct bs_evidence *evidence,
                                      const struct bs_parts_question *question)
{
    struct bs_instant last = bs_outage_last(question->outage, evidence->horizon);
    struct latest latest = {
        .from = bs_instant_max(question->response->declared.at, question->outage->begin),
        .to = last,
        .moment = bs_moment_missing("nothing that the plan did took effect before the end"),
    };

    if (question->outage->censored != NULL) {
        const char *standing = why_not_through(evidence, question->response->execution);

        if (standing != NULL) {
            return bs_moment_missing(standing);
        }
    }
    take_dns(evidence, &latest);
    take_lineages(evidence, &latest);
    take_steps(evidence, &latest);
    return latest.moment;
}

static bool is_too_stale(const struct bs_series *fresh, size_t bin, int64_t success_ppb)
{
    bs_uint128 stale = (uint64_t)(fresh->total[bin] - fresh->good[bin]);

    return stale * PPB > (bs_uint128)fresh->total[bin] * (uint64_t)(PPB - success_ppb);
}

static struct bs_moment find_propagated(struct bs_evidence *evidence,
                                        const struct bs_parts_question *question,
                                        struct bs_instant executed)
{
    const struct bs_series *fresh = question->fresh;
    struct bs_instant last = bs_outage_last(question->outage, evidence->horizon);
    /* Whole seconds, rounded up: the first bin that starts at or after the instant. */
    size_t first = (size_t)((executed.ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
    /* So is the end: a bin that the horizon cuts off is looked at, too. */
    size_t bin = bs_series_bin(fresh, (struct bs_instant){last.ns + BS_NS_PER_S - 1});

    while (bin > first && !is_too_stale(fresh, bin - 1, question->success_ppb)) {
        bin--;
    }
    bin = bin < first ? first : bin;
    if (question->outage->censored != NULL && BS_AT_SECONDS(bin).ns >= last.ns) {
        return bs_moment_missing("clients still went to the Region that the record had left");
    }
    return bs_series_moment(evidence, BS_AT_SECONDS(bin),
                            "clients' first attempts followed the DNS record from here on");
}

/** Appends a part that ends where `boundary` lies, moved into [the last part's end, last]. */
static void append_part(struct bs_parts *parts, const char *name, struct bs_instant start,
                        struct bs_moment boundary, struct bs_instant last)
{
    struct bs_instant end = bs_instant_min(bs_instant_max(boundary.at, start), last);

    BS_ASSERT(parts->count < BS_PHASES_MAX);
    parts->items[parts->count++] =
        (struct bs_part){.name = name, .start = start, .end = end, .boundary = boundary};
}

/** Appends up to the first boundary that did not happen; returns that one, or one that happened. */
static struct bs_moment append_steps_of_recovery(struct bs_evidence *evidence,
                                                 const struct bs_parts_question *question,
                                                 struct bs_parts *parts)
{
    const struct bs_response *response = question->response;
    struct bs_instant last = bs_outage_last(question->outage, evidence->horizon);
    struct bs_moment boundaries[4] = {response->detected, response->declared};
    static const char *const names[4] = {"detect", "decide", "execute", "propagate"};

    if (!bs_has_happened(response->declared)) {
        return response->declared;
    }
    if (!bs_has_happened(response->detected)) {
        boundaries[0] = response->declared;
    }
    boundaries[2] = find_executed(evidence, question);
    boundaries[3] = boundaries[2];
    if (bs_has_happened(boundaries[2])) {
        boundaries[3] = find_propagated(evidence, question, boundaries[2].at);
    }
    for (size_t i = 0; i < 4; i++) {
        struct bs_instant start = question->outage->begin;

        if (!bs_has_happened(boundaries[i])) {
            return boundaries[i];
        }
        if (i > 0) {
            start = parts->items[parts->count - 1].end;
        }
        append_part(parts, names[i], start, boundaries[i], last);
    }
    return boundaries[3];
}

/** The part that lasts to the end of the outage, named by how far recovery had come. */
static void append_last(struct bs_evidence *evidence, const struct bs_parts_question *question,
                        struct bs_parts *parts, size_t recovery_parts, struct bs_moment reached)
{
    const struct bs_outage *outage = question->outage;
    struct bs_instant last = bs_outage_last(outage, evidence->horizon);
    struct bs_instant start =
        recovery_parts == 0 ? outage->begin : parts->items[parts->count - 1].end;
    struct bs_moment served = bs_series_moment(
        evidence, last, "first 10 s window served as in the steady state, and held");
    /* Without a decision nothing was detected in the plan's sense; without an effect nothing executed. */
    static const char *const names[] = {"self_healed", "decide", "execute", "propagate", "warm"};

    BS_ASSERT(recovery_parts < sizeof(names) / sizeof(names[0]));
    if (outage->censored != NULL) {
        struct bs_moment never = {.at = last, .record = BS_NO_RECORD, .words = outage->censored};

        if (!bs_has_happened(reached)) {
            never.words = bs_evidence_words(evidence, "%s; %s", outage->censored, reached.words);
        }
        append_part(parts, "unrecovered", start, never, last);
        return;
    }
    if (!bs_has_happened(reached)) {
        served.words = bs_evidence_words(evidence, "%s; %s", served.words, reached.words);
    }
    append_part(parts, names[recovery_parts], start, served, last);
}

void bs_parts_find(struct bs_evidence *evidence, const struct bs_parts_question *question,
                   struct bs_parts *parts)
{
    const struct bs_outage *outage = question->outage;
    const struct bs_moment *fault = &question->response->fault;
    struct bs_moment reached;
    size_t latent_parts;

    *parts = (struct bs_parts){0};
    if (bs_has_happened(*fault) && bs_instant_before(fault->at, outage->begin)) {
        append_part(parts, "latent", fault->at,
                    bs_series_moment(evidence, outage->begin, "first second below the threshold"),
                    outage->begin);
    }
    latent_parts = parts->count;
    reached = append_steps_of_recovery(evidence, question, parts);
    append_last(evidence, question, parts, parts->count - latent_parts, reached);
    for (size_t i = 0; i < parts->count; i++) {
        struct bs_part *part = &parts->items[i];

        part->human_wait_ns =
            bs_steps_human_wait_ns(evidence, BS_ANY_EXECUTION, part->start, part->end);
    }
}
