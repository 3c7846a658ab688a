/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/gain_list.h"

#include <inttypes.h>

/** A stretch between two records of one step. */
struct stretch {
    struct bs_span_of_time span;
    const char *state; /* During it. */
    const char *after; /* NULL: it went on until the horizon. */
};

static const struct bs_record *step_record(const struct bs_evidence *evidence, size_t k)
{
    return bs_evidence_get(evidence, BS_RECORD_STEP, k);
}

static struct stretch stretch_of(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = step_record(evidence, k);
    struct stretch stretch = {
        .span = {record->at, bs_instant_max(evidence->horizon, record->at)},
        .state = bs_record_text(record, "state"),
    };

    for (size_t i = k + 1; i < bs_evidence_count(evidence, BS_RECORD_STEP); i++) {
        const struct bs_record *next = step_record(evidence, i);

        if (bs_record_number(next, "execution") == bs_record_number(record, "execution") &&
            bs_text_is(bs_record_text(next, "step"), bs_record_text(record, "step"))) {
            stretch.span.to = next->at;
            stretch.after = bs_record_text(next, "state");
            return stretch;
        }
    }
    return stretch;
}

static int64_t within_ns(struct bs_span_of_time span, const struct bs_part *part)
{
    const int64_t ns =
        bs_instant_min(span.to, part->end).ns - bs_instant_max(span.from, part->start).ns;

    return ns > 0 ? ns : 0;
}

/** What a step did within a part. */
struct effort {
    int64_t busy_ns; /* Under way, not waiting for people. */
    int64_t vain_ns; /* Of that, up to a failure or a time-out. */
};

static struct effort effort_of(const struct bs_evidence *evidence, const struct bs_step_row *row,
                               const struct bs_part *part)
{
    static const char *const failures[] = {"failed", "timed_out", NULL};
    struct effort effort = {0};

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STEP); k++) {
        const struct bs_record *record = step_record(evidence, k);
        struct stretch stretch;

        if (bs_record_number(record, "execution") != row->execution ||
            !bs_text_is(bs_record_text(record, "step"), row->id)) {
            continue;
        }
        stretch = stretch_of(evidence, k);
        if (bs_step_state_is_over(stretch.state) || bs_text_is(stretch.state, "pending_approval")) {
            continue;
        }
        effort.busy_ns += within_ns(stretch.span, part);
        if (bs_text_is_one_of(stretch.after, failures)) {
            effort.vain_ns += within_ns(stretch.span, part);
        }
    }
    return effort;
}

static struct bs_instant end_of(const struct bs_step_row *row, const struct bs_part *part)
{
    return row->end.ns == BS_INSTANT_UNKNOWN.ns ? part->end : bs_instant_min(row->end, part->end);
}

/** Until when steps of the same group that ran beside it lasted; BS_INSTANT_UNKNOWN: none did. */
static struct bs_instant others_ended(const struct bs_gain_list *list,
                                      const struct bs_step_row *row, const struct bs_part *part)
{
    const struct bs_steps *steps = &list->report->steps;
    struct bs_instant latest = BS_INSTANT_UNKNOWN;
    bool beside = false;

    for (size_t i = 0; row->group != NULL && i < steps->executed_count; i++) {
        const struct bs_step_row *other = &steps->executed[i];

        if (other == row || other->execution != row->execution ||
            !bs_text_is(other->group, row->group)) {
            continue;
        }
        latest = latest.ns == BS_INSTANT_UNKNOWN.ns ? end_of(other, part)
                                                    : bs_instant_max(latest, end_of(other, part));
        beside = beside ||
                 (other->start.ns < end_of(row, part).ns && row->start.ns < end_of(other, part).ns);
    }
    return beside ? latest : BS_INSTANT_UNKNOWN;
}

/** What to do about a step, by what there is most to say of. */
static const char *advice(struct bs_evidence *evidence, const struct bs_step_row *row,
                          const struct effort *effort, int64_t bound_ns)
{
    static const char *const asides[] = {"tells", "records", NULL};

    if (effort->vain_ns > 0) {
        return bs_evidence_words(evidence,
                                 "let %s succeed at once, or give up sooner: %s of it was in vain",
                                 row->id, bs_evidence_duration(evidence, effort->vain_ns));
    }
    if (row->late_ns > 0 && row->late_ns < bound_ns) {
        return bs_evidence_words(evidence, "let %s meet its target of %s", row->id,
                                 bs_evidence_duration(evidence, row->target.value));
    }
    return bs_evidence_words(evidence,
                             bs_text_is_one_of(row->effect, asides)
                                 ? "do %s when clients are served again"
                                 : "make %s faster",
                             row->id);
}

static void add_step(struct bs_gain_list *list, const struct bs_step_row *row,
                     const struct bs_part *part)
{
    const struct effort effort = effort_of(list->evidence, row, part);
    const struct bs_instant others = others_ended(list, row, part);
    const struct bs_instant end = end_of(row, part);
    const int64_t alone_ns =
        others.ns == BS_INSTANT_UNKNOWN.ns ? effort.busy_ns : end.ns - others.ns;
    const int64_t bound_ns = alone_ns < effort.busy_ns ? alone_ns : effort.busy_ns;
    struct bs_difference difference = {0, NULL, effort.busy_ns, "under way"};

    if (alone_ns < effort.busy_ns) {
        difference =
            (struct bs_difference){others.ns, "the others of its group did", end.ns, "it ended"};
    }
    if (effort.vain_ns > 0 && effort.vain_ns < bound_ns) {
        difference = (struct bs_difference){0, NULL, effort.vain_ns, "in vain"};
    } else if (effort.vain_ns == 0 && row->late_ns > 0 && row->late_ns < bound_ns) {
        difference = (struct bs_difference){row->target.value, "target",
                                            row->target.value + row->late_ns, "took"};
    }
    bs_gain_add(list, part->name, row->id, advice(list->evidence, row, &effort, bound_ns),
                difference);
}

/** The time in which no step was under way. */
static void add_standstill(struct bs_gain_list *list, const struct bs_part *part)
{
    struct bs_evidence *evidence = list->evidence;
    const size_t count = bs_evidence_count(evidence, BS_RECORD_STEP);
    struct bs_span_of_time *spans = bs_evidence_array(evidence, count, sizeof(*spans));
    const int64_t took_ns = part->end.ns - part->start.ns;
    size_t span_count = 0;

    if (spans == NULL) {
        return;
    }
    for (size_t k = 0; k < count; k++) {
        const struct bs_record *record = step_record(evidence, k);

        if (bs_record_number(record, "execution") == list->report->response.execution &&
            !bs_step_state_is_over(bs_record_text(record, "state"))) {
            spans[span_count++] = stretch_of(evidence, k).span;
        }
    }
    bs_gain_add(
        list, part->name, "all", "let the plan go on where it stood still with no step under way",
        (struct bs_difference){bs_spans_covered_ns(spans, span_count, part->start, part->end),
                               "with a step under way", took_ns, "in all"});
}

void bs_gains_of_execution(struct bs_gain_list *list)
{
    const struct bs_part *part = bs_gain_part(list, "execute");
    const struct bs_steps *steps = &list->report->steps;

    if (part == NULL) {
        return;
    }
    for (size_t i = 0; i < steps->executed_count; i++) {
        if (steps->executed[i].execution == list->report->response.execution) {
            add_step(list, &steps->executed[i], part);
        }
    }
    add_standstill(list, part);
}
