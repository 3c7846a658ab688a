/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/why.h"

#include <inttypes.h>

static bool counts_towards_rto(const struct bs_part *phase)
{
    return !bs_text_is(phase->name, "latent");
}

static const struct bs_part *largest_part(const struct bs_parts *parts)
{
    const struct bs_part *largest = NULL;

    for (size_t i = 0; i < parts->count; i++) {
        const struct bs_part *part = &parts->items[i];

        if (counts_towards_rto(part) &&
            (largest == NULL ||
             part->end.ns - part->start.ns > largest->end.ns - largest->start.ns)) {
            largest = part;
        }
    }
    return largest;
}

static int64_t overlap_ns(const struct bs_step_row *row, const struct bs_part *part)
{
    struct bs_instant end = row->end.ns == BS_INSTANT_UNKNOWN.ns ? part->end : row->end;

    return bs_instant_min(end, part->end).ns - bs_instant_max(row->start, part->start).ns;
}

/** ", most of it in step promote (2m 3s)", or "". */
static const char *step_words(struct bs_evidence *evidence, const struct bs_steps *steps,
                              const struct bs_part *part)
{
    const struct bs_step_row *longest = NULL;

    for (size_t i = 0; i < steps->executed_count; i++) {
        const struct bs_step_row *row = &steps->executed[i];

        if (longest == NULL || overlap_ns(row, part) > overlap_ns(longest, part)) {
            longest = row;
        }
    }
    /* Only a step that fills more than half of the part explains it. */
    if (longest == NULL || overlap_ns(longest, part) <= (part->end.ns - part->start.ns) / 2) {
        return "";
    }
    return bs_evidence_words(evidence, ", most of it in step %s (%s)", longest->id,
                             bs_evidence_duration(evidence, overlap_ns(longest, part)));
}

static const char *objective_words(struct bs_evidence *evidence, const struct bs_report *report,
                                   int64_t total_ns, int64_t largest_ns)
{
    int64_t objective_ns = report->objectives.rto.value;
    int64_t rest_ns = total_ns - largest_ns;
    const char *rest;

    if (!bs_is_known(report->objectives.rto)) {
        return "";
    }
    if (total_ns <= objective_ns) {
        return bs_evidence_words(evidence, " The objective of %s leaves %s.",
                                 bs_evidence_duration(evidence, objective_ns),
                                 bs_evidence_duration(evidence, objective_ns - total_ns));
    }
    rest = bs_evidence_duration(evidence, rest_ns);
    if (rest_ns > objective_ns) {
        return bs_evidence_words(
            evidence, " Even without it %s would remain, %s more than the objective of %s.", rest,
            bs_evidence_duration(evidence, rest_ns - objective_ns),
            bs_evidence_duration(evidence, objective_ns));
    }
    return bs_evidence_words(evidence,
                             " The other parts take %s: to meet %s, it may take %s at most.", rest,
                             bs_evidence_duration(evidence, objective_ns),
                             bs_evidence_duration(evidence, objective_ns - rest_ns));
}

static const char *unrecovered_words(struct bs_evidence *evidence, const struct bs_outage *worst,
                                     const struct bs_parts *parts)
{
    const struct bs_part *last = &parts->items[parts->count - 1];

    return bs_evidence_words(evidence, "Down from %s; %s.",
                             bs_evidence_duration(evidence, worst->begin.ns), last->boundary.words);
}

const char *bs_why(struct bs_evidence *evidence, const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);
    const struct bs_part *part = largest_part(&report->parts);
    int64_t total_ns;
    int64_t part_ns;

    if (report->outages.unknown != NULL) {
        return bs_evidence_words(evidence, "Nothing can be said: %s.", report->outages.unknown);
    }
    if (worst == NULL || part == NULL) {
        return "No outage: no 10 s window fell below the threshold.";
    }
    if (worst->censored != NULL) {
        return unrecovered_words(evidence, worst, &report->parts);
    }
    total_ns = worst->end.ns - worst->begin.ns;
    part_ns = part->end.ns - part->start.ns;
    if (bs_text_is(part->name, "self_healed")) {
        return bs_evidence_words(evidence, "Service came back by itself after %s; %s.",
                                 bs_evidence_duration(evidence, total_ns),
                                 report->response.declared.words);
    }
    return bs_evidence_words(evidence, "The largest part is %s: %s of %s (%" PRId64 " %%)%s.%s",
                             part->name, bs_evidence_duration(evidence, part_ns),
                             bs_evidence_duration(evidence, total_ns), part_ns / (total_ns / 100),
                             step_words(evidence, &report->steps, part),
                             objective_words(evidence, report, total_ns, part_ns));
}
