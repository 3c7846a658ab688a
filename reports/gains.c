/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/gains.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "reports/gain_list.h"

static const int64_t saves_ns_min = BS_NS_PER_S;

const char *bs_gain_measure_name(enum bs_gain_measure measure)
{
    return measure == BS_GAIN_RTO ? "rto" : "rpo";
}

bool bs_gain_is_headline(const struct bs_gains *gains, size_t place)
{
    static const size_t most[] = {[BS_GAIN_RTO] = 5, [BS_GAIN_RPO] = 2};
    size_t before = 0;

    for (size_t i = 0; i < place; i++) {
        before += gains->items[i].measure == gains->items[place].measure ? 1 : 0;
    }
    return before < most[gains->items[place].measure];
}

/* ---- The list ---- */

static void append(struct bs_gain_list *list, struct bs_gain gain)
{
    if (gain.saves_ns >= saves_ns_min) {
        BS_ASSERT(list->gains->count < list->capacity);
        gain.order = list->gains->count;
        list->gains->items[list->gains->count++] = gain;
    }
}

static const char *arithmetic_of(struct bs_evidence *evidence,
                                 const struct bs_difference *difference)
{
    char to[BS_TIME_TEXT_MAX];
    char from[BS_TIME_TEXT_MAX];
    char saves[BS_TIME_TEXT_MAX];

    bs_seconds_format(difference->to_ns, to);
    bs_seconds_format(difference->from_ns, from);
    bs_seconds_format(difference->to_ns - difference->from_ns, saves);
    if (difference->from_words == NULL) {
        return bs_evidence_words(evidence, "%s s %s", to, difference->to_words);
    }
    return bs_evidence_words(evidence, "%s s %s - %s s %s = %s s", to, difference->to_words, from,
                             difference->from_words, saves);
}

void bs_gain_add(struct bs_gain_list *list, const char *part, const char *about, const char *words,
                 struct bs_difference difference)
{
    const int64_t saves_ns = difference.to_ns - difference.from_ns;
    const int64_t rto_ns = list->outage->end.ns - list->outage->begin.ns;

    append(list, (struct bs_gain){
                     .measure = BS_GAIN_RTO,
                     .part = part,
                     .about = about,
                     .saves_ns = saves_ns,
                     .then_ns = rto_ns - saves_ns,
                     .words = words,
                     .arithmetic = arithmetic_of(list->evidence, &difference),
                 });
}

const struct bs_part *bs_gain_part(const struct bs_gain_list *list, const char *name)
{
    const struct bs_parts *parts = &list->report->parts;

    for (size_t i = 0; i < parts->count; i++) {
        if (bs_text_is(parts->items[i].name, name)) {
            return &parts->items[i];
        }
    }
    return NULL;
}

/* ---- Parts as they are ---- */

static void add_part(struct bs_gain_list *list, const char *name, const char *words)
{
    const struct bs_part *part = bs_gain_part(list, name);

    if (part != NULL) {
        bs_gain_add(
            list, part->name, "all", words,
            (struct bs_difference){part->start.ns, "its beginning", part->end.ns, "its end"});
    }
}

static void add_people(struct bs_gain_list *list, const char *name)
{
    const struct bs_part *part = bs_gain_part(list, name);

    if (part != NULL) {
        bs_gain_add(list, part->name, "people",
                    "decide beforehand, or by rule, what people were waited for",
                    (struct bs_difference){0, NULL, part->human_wait_ns, "waited for people"});
    }
}

/* ---- Detection ---- */

static const char *source_name(struct bs_evidence *evidence, const struct bs_record *record)
{
    return bs_evidence_words(evidence, "%s %s", bs_record_words(record, "kind"),
                             bs_record_words(record, "source"));
}

static bool is_of_source(const struct bs_record *record, const struct bs_record *other)
{
    return bs_text_is(bs_record_text(record, "kind"), bs_record_text(other, "kind")) &&
           bs_text_is(bs_record_text(record, "source"), bs_record_text(other, "source"));
}

/** Whether a trigger, "health_check app", is of that kind and name. */
static bool is_trigger(const char *trigger, const char *kind, const char *name)
{
    const size_t length = kind != NULL ? strlen(kind) : 0;

    return kind != NULL && name != NULL && strncmp(trigger, kind, length) == 0 &&
           trigger[length] == ' ' && strcmp(trigger + length + 1, name) == 0;
}

/** Whether the source of SOURCE record `k` says nothing else before `until`. */
static bool stays(const struct bs_evidence *evidence, size_t k, struct bs_instant until)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_SOURCE, k);

    for (size_t i = k + 1; i < bs_evidence_count(evidence, BS_RECORD_SOURCE); i++) {
        const struct bs_record *later = bs_evidence_get(evidence, BS_RECORD_SOURCE, i);

        if (later->at.ns >= until.ns) {
            return true;
        }
        if (is_of_source(later, record)) {
            return false;
        }
    }
    return true;
}

/** Which source is looked for. */
struct sighting {
    struct bs_instant from;
    struct bs_instant to;   /* Not at it any more. */
    const char *other_than; /* "health_check app"; NULL: any. */
    bool lasts;             /* It says the same until `to`. */
};

/** The first SOURCE record that says unhealthy, or NULL. */
static const struct bs_record *find_sighting(const struct bs_evidence *evidence,
                                             const struct sighting *sighting)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_SOURCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_SOURCE, k);

        if (record->at.ns >= sighting->from.ns && record->at.ns < sighting->to.ns &&
            bs_text_is(bs_record_text(record, "state"), "unhealthy") &&
            (sighting->other_than == NULL ||
             !is_trigger(sighting->other_than, bs_record_text(record, "kind"),
                         bs_record_text(record, "source"))) &&
            (!sighting->lasts || stays(evidence, k, sighting->to))) {
            return record;
        }
    }
    return NULL;
}

/** When the trigger's own resource last turned bad within the part; BS_INSTANT_UNKNOWN: not said. */
static struct bs_instant turned_bad(const struct bs_evidence *evidence, const char *trigger,
                                    const struct bs_part *part)
{
    static const char *const bad[] = {"unhealthy", "ALARM", NULL};
    struct bs_instant last = BS_INSTANT_UNKNOWN;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STATE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STATE, k);

        if (record->at.ns >= part->start.ns && record->at.ns <= part->end.ns &&
            bs_text_is_one_of(bs_record_text(record, "state"), bad) &&
            is_trigger(trigger, bs_record_text(record, "kind"), bs_record_text(record, "entity"))) {
            last = record->at;
        }
    }
    return last;
}

static void add_other_source(struct bs_gain_list *list, const struct bs_part *part,
                             const char *trigger)
{
    const struct sighting sighting = {part->start, part->end, trigger, true};
    const struct bs_record *seen = find_sighting(list->evidence, &sighting);

    if (seen != NULL) {
        const char *name = source_name(list->evidence, seen);

        bs_gain_add(list, part->name, name,
                    bs_evidence_words(list->evidence, "act on %s, which saw it first", name),
                    (struct bs_difference){seen->at.ns,
                                           bs_evidence_words(list->evidence, "seen by %s", name),
                                           part->end.ns, "detected"});
    }
}

static void add_trigger(struct bs_gain_list *list, const struct bs_part *part, const char *trigger)
{
    const struct bs_instant bad = turned_bad(list->evidence, trigger, part);
    struct bs_evidence *evidence = list->evidence;

    if (bad.ns == BS_INSTANT_UNKNOWN.ns) {
        add_part(list, part->name,
                 bs_evidence_words(evidence, "let %s notice and tell sooner", trigger));
        return;
    }
    bs_gain_add(list, part->name, trigger,
                bs_evidence_words(
                    evidence, "let %s notice sooner: a shorter interval, fewer failures", trigger),
                (struct bs_difference){part->start.ns, "impact", bad.ns, "it turned unhealthy"});
    bs_gain_add(list, part->name, trigger,
                bs_evidence_words(
                    evidence, "be told of %s rather than ask for it, or ask more often", trigger),
                (struct bs_difference){bad.ns, "it turned unhealthy", part->end.ns, "detected"});
}

static void add_detection(struct bs_gain_list *list)
{
    const struct bs_part *part = bs_gain_part(list, "detect");
    const struct bs_moment detected = list->report->response.detected;
    const char *trigger;

    if (part == NULL) {
        return;
    }
    if (!bs_has_happened(detected)) {
        add_part(list, "detect", "let a trigger detect it: nothing did before the decision");
        return;
    }
    trigger = bs_record_words(bs_history_get(list->evidence->history, (size_t)detected.record),
                              "trigger");
    add_other_source(list, part, trigger);
    add_trigger(list, part, trigger);
}

/** What nobody decided about: from when it could have been. */
static void add_undecided(struct bs_gain_list *list)
{
    const struct bs_part *part = bs_gain_part(list, "self_healed");
    const struct bs_record *seen;

    if (part == NULL) {
        return;
    }
    seen = find_sighting(list->evidence, &(struct sighting){.from = part->start, .to = part->end});
    if (seen != NULL) {
        const char *name = source_name(list->evidence, seen);

        bs_gain_add(list, part->name, name,
                    bs_evidence_words(list->evidence, "act when %s sees it: nobody decided", name),
                    (struct bs_difference){seen->at.ns,
                                           bs_evidence_words(list->evidence, "seen by %s", name),
                                           part->end.ns, "it was over"});
    }
}

/* ---- Clients ---- */

static bool honours(const struct bs_cohort_row *row)
{
    return bs_text_is(row->behaviour, "honour");
}

/** Takes the cohorts that `series` lacks as gone. */
static void add_without(struct bs_gain_list *list, const struct bs_series *series,
                        const char *about, const char *words)
{
    const struct bs_outage_rule rule = {list->report->objectives.success_ppb,
                                        list->report->objectives.hold};
    struct bs_outages outages;
    struct bs_figure rto;

    bs_outages_find(list->evidence, series, rule, &outages);
    rto = bs_outages_rto(&outages);
    if (bs_is_known(rto)) {
        bs_gain_add(list, "propagate", about, words,
                    (struct bs_difference){rto.value, "without them",
                                           list->outage->end.ns - list->outage->begin.ns,
                                           "with all clients"});
    }
}

static void add_cohort(struct bs_gain_list *list, struct bs_series *series,
                       const struct bs_cohort_row *row)
{
    char share[BS_TIME_TEXT_MAX] = "a share of";

    if (bs_is_known(row->share)) {
        (void)bs_percent_text(row->share.value, share);
    }
    bs_series_fill(series, list->evidence, BS_SERIES_ALL, NULL);
    bs_series_remove(series, list->evidence, BS_SERIES_ALL, row->name);
    add_without(list, series, row->name,
                bs_evidence_words(list->evidence, "win over the clients of %s (%s, %s of requests)",
                                  row->name, row->behaviour != NULL ? row->behaviour : "?", share));
}

static void add_cohorts(struct bs_gain_list *list, struct bs_series *series)
{
    const struct bs_cohorts *cohorts = &list->report->cohorts;
    size_t others = 0;

    if (cohorts->count < 2 || bs_gain_part(list, "propagate") == NULL) {
        return;
    }
    for (size_t i = 0; i < cohorts->count; i++) {
        add_cohort(list, series, &cohorts->items[i]);
        others += honours(&cohorts->items[i]) ? 0 : 1;
    }
    if (others < 2 || others == cohorts->count) {
        return;
    }
    bs_series_fill(series, list->evidence, BS_SERIES_ALL, NULL);
    for (size_t i = 0; i < cohorts->count; i++) {
        if (!honours(&cohorts->items[i])) {
            bs_series_remove(series, list->evidence, BS_SERIES_ALL, cohorts->items[i].name);
        }
    }
    add_without(list, series, "all that do not honour the TTL",
                "do without resolvers and clients that keep old answers");
}

/* ---- Data ---- */

static void add_store(struct bs_gain_list *list, const struct bs_store_row *store)
{
    char seconds[BS_TIME_TEXT_MAX];

    if (!bs_is_known(store->rpo)) {
        return;
    }
    bs_seconds_format(store->rpo.value, seconds);
    append(list,
           (struct bs_gain){
               .measure = BS_GAIN_RPO,
               .part = "data",
               .about = store->id != NULL ? store->id : "?",
               .saves_ns = store->rpo.value,
               .words = bs_evidence_words(
                   list->evidence, "acknowledge a write to %s only when a copy elsewhere has it",
                   store->id != NULL ? store->id : "?"),
               .arithmetic = bs_evidence_words(
                   list->evidence, "%s s from the oldest missing write until the old copy stopped",
                   seconds),
           });
}

/* ---- All ---- */

static int compare(const void *left, const void *right)
{
    const struct bs_gain *a = left;
    const struct bs_gain *b = right;

    if (a->measure != b->measure) {
        return a->measure < b->measure ? -1 : 1;
    }
    if (a->saves_ns != b->saves_ns) {
        return a->saves_ns > b->saves_ns ? -1 : 1;
    }
    return a->order < b->order ? -1 : 1;
}

static const char *why_none(const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);

    if (report->outages.unknown != NULL) {
        return report->outages.unknown;
    }
    return worst != NULL ? worst->censored : "there was no outage";
}

static void find_rto(struct bs_gain_list *list, struct bs_series *series)
{
    add_detection(list);
    add_part(list, "decide", "confirm and decide sooner");
    add_part(list, "propagate", "move clients without waiting for caches of DNS");
    add_part(list, "warm", "keep warm and scaled what clients come back to");
    add_people(list, "detect");
    add_people(list, "decide");
    add_people(list, "execute");
    bs_gains_of_execution(list);
    add_cohorts(list, series);
    add_undecided(list);
}

void bs_gains_find(struct bs_evidence *evidence, struct bs_series *series,
                   const struct bs_report *report, struct bs_gains *gains)
{
    enum { OTHERS = 16 }; /* More than there are of parts, sources and people. */
    struct bs_gain_list list = {
        .evidence = evidence,
        .report = report,
        .outage = bs_outages_worst(&report->outages),
        .gains = gains,
        .capacity =
            report->steps.executed_count + report->cohorts.count + report->rpo.count + OTHERS,
    };

    *gains = (struct bs_gains){
        .items = bs_evidence_array(evidence, list.capacity, sizeof(*gains->items)),
        .unknown = why_none(report),
    };
    if (gains->items == NULL) {
        return;
    }
    if (gains->unknown == NULL) {
        find_rto(&list, series);
    }
    for (size_t i = 0; i < report->rpo.count; i++) {
        add_store(&list, &report->rpo.stores[i]);
    }
    qsort(gains->items, gains->count, sizeof(*gains->items), compare);
}
