/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdlib.h>

#include "reports/checks/inquiry.h"

static struct bs_invariant expect_recovered(struct bs_inquiry *inquiry, const char *value)
{
    const struct bs_outages *outages = inquiry->outages;
    const struct bs_outage *worst = bs_outages_worst(outages);
    bool expected = bs_text_is(value, "true");
    bool recovered = worst == NULL || worst->censored == NULL;

    if (outages->unknown != NULL) {
        return bs_undecided(outages->unknown);
    }
    if (recovered == expected) {
        return bs_passed(recovered ? "recovered, as expected" : "not recovered, as expected");
    }
    return recovered ? bs_violated(BS_INSTANT_UNKNOWN,
                                   "clients were served again, which was not expected")
                     : bs_violated(worst->begin, bs_evidence_words(inquiry->evidence,
                                                                   "recovery was expected, but %s",
                                                                   worst->censored));
}

/** Something counted, with the instant of the first that was one too many for `expected`. */
struct tally {
    int64_t expected;
    int64_t count;
    struct bs_instant excess;
};

static void count_one(struct tally *tally, struct bs_instant at)
{
    if (tally->count++ == tally->expected) {
        tally->excess = at;
    }
}

static bool promotes(const struct bs_evidence *evidence, const char *workflow)
{
    for (size_t p = 0; p < bs_evidence_count(evidence, BS_RECORD_PLANNED); p++) {
        const struct bs_record *planned = bs_evidence_get(evidence, BS_RECORD_PLANNED, p);

        if (bs_text_is(bs_record_text(planned, "effect"), "promotes") &&
            bs_text_is(bs_record_text(planned, "workflow"), workflow)) {
            return true;
        }
    }
    return false;
}

static const char *count_failovers(const struct bs_inquiry *inquiry, struct tally *tally)
{
    const struct bs_evidence *evidence = inquiry->evidence;
    size_t decisions = bs_evidence_count(evidence, BS_RECORD_DECISION);

    if (decisions > 0 && bs_evidence_count(evidence, BS_RECORD_PLANNED) == 0) {
        return "the history does not say what the decided workflows do";
    }
    for (size_t k = 0; k < decisions; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DECISION, k);

        if (!bs_trigger_is_order(bs_record_text(record, "trigger")) &&
            promotes(evidence, bs_record_text(record, "workflow"))) {
            count_one(tally, record->at);
        }
    }
    return NULL;
}

static const char *count_executions(const struct bs_inquiry *inquiry, struct tally *tally)
{
    for (size_t i = 0; i < inquiry->executions->count; i++) {
        const struct bs_execution_row *row = &inquiry->executions->items[i];

        if (row->start.ns != BS_INSTANT_UNKNOWN.ns) {
            count_one(tally, row->start);
        }
    }
    return NULL;
}

static const char *count_approvals(const struct bs_inquiry *inquiry, struct tally *tally)
{
    const struct bs_evidence *evidence = inquiry->evidence;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PERSON); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PERSON, k);

        if (bs_text_is(bs_record_text(record, "state"), "approved")) {
            count_one(tally, record->at);
        }
    }
    return NULL;
}

static const char *count_lost_writes(const struct bs_inquiry *inquiry, struct tally *tally)
{
    static const char *const lost[] = {"lost", "quarantined", "overwritten", "discarded", NULL};
    const struct bs_evidence *evidence = inquiry->evidence;

    if (bs_evidence_count(evidence, BS_RECORD_ACKNOWLEDGED) == 0) {
        return "the history has no count of acknowledged writes";
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_MISSING); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_MISSING, k);

        if (bs_text_is(bs_record_text(record, "counted"), "end") &&
            bs_text_is_one_of(bs_record_text(record, "class"), lost)) {
            tally->count += bs_record_number(record, "writes");
        }
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DIVERGED); k++) {
        tally->count +=
            bs_record_number(bs_evidence_get(evidence, BS_RECORD_DIVERGED, k), "writes");
    }
    return NULL;
}

struct expectation {
    const char *name;
    const char *invariant;
    const char *unit; /* As in "2 decided, 1 expected". */
    /* Why it cannot be counted, or NULL. */
    const char *(*count)(const struct bs_inquiry *, struct tally *);
};

static const struct expectation counted[] = {
    {"failovers", "expect_failovers", "decided", count_failovers},
    {"executions", "expect_executions", "came in progress", count_executions},
    {"lost_writes", "expect_lost_writes", "writes lost", count_lost_writes},
    {"approvals", "expect_approvals", "given", count_approvals},
};

static struct bs_invariant judge_count(struct bs_inquiry *inquiry,
                                       const struct expectation *expectation, const char *value)
{
    struct bs_evidence *evidence = inquiry->evidence;
    struct tally tally = {.excess = BS_INSTANT_UNKNOWN};
    const char *unknown;
    char *rest = NULL;

    tally.expected = strtoll(value, &rest, 10);
    if (value[0] < '0' || value[0] > '9' || *rest != '\0') {
        return bs_undecided(bs_evidence_words(evidence, "'%s' is no number", value));
    }
    unknown = expectation->count(inquiry, &tally);
    if (unknown != NULL) {
        return bs_undecided(unknown);
    }
    if (tally.count == tally.expected) {
        return bs_passed(bs_evidence_words(evidence, "%" PRId64 ", as expected", tally.count));
    }
    return bs_violated(tally.excess,
                       bs_evidence_words(evidence, "%" PRId64 " %s, %" PRId64 " expected",
                                         tally.count, expectation->unit, tally.expected));
}

struct bs_invariant bs_check_expectation(struct bs_inquiry *inquiry, const struct bs_record *record)
{
    const char *name = bs_record_words(record, "expectation");
    const char *value = bs_record_words(record, "value");
    struct bs_invariant result;

    if (bs_text_is(name, "recovered")) {
        result = expect_recovered(inquiry, value);
        result.name = "expect_recovered";
        return result;
    }
    for (size_t i = 0; i < sizeof(counted) / sizeof(counted[0]); i++) {
        if (bs_text_is(name, counted[i].name)) {
            result = judge_count(inquiry, &counted[i], value);
            result.name = counted[i].invariant;
            return result;
        }
    }
    result = bs_undecided("this version does not know how to judge it");
    result.name = bs_evidence_words(inquiry->evidence, "expect_%s", name);
    return result;
}
