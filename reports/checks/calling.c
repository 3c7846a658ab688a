/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/inquiry.h"

#include <stdlib.h>
#include <string.h>

/* no_repeated_effect, no_blind_repeat */

/** What must have become of a resource before the same may be done to it again. */
static const char *const *generation_states(const char *operation)
{
    static const char *const gone[] = {"deleting", "deleted", NULL};
    static const char *const made[] = {"creating", NULL};
    static const char *const either[] = {"deleting", "deleted", "creating", NULL};

    if (bs_text_is(operation, "rds:DeleteDBInstance")) {
        return made;
    }
    return bs_text_is(operation, "rds:PromoteReadReplica") ? either : gone;
}

static bool is_done(const struct bs_call_fact *call)
{
    return bs_text_is(call->outcome, "ok");
}

/** Whether a promotion came to nothing: the instance was available again without the reboot that ends one. */
static bool has_reverted(const struct bs_inquiry *inquiry, const struct bs_call_fact *promotion,
                         const struct bs_call_fact *later)
{
    static const char *const done[] = {"rebooting", NULL};
    static const char *const back[] = {"available", NULL};

    return bs_text_is(promotion->operation, "rds:PromoteReadReplica") &&
           !bs_resource_went_through(inquiry->evidence, later->resource, done,
                                     promotion->answer_index, later->answer_index) &&
           bs_resource_went_through(inquiry->evidence, later->resource, back,
                                    promotion->answer_index, later->answer_index);
}

static struct bs_invariant repeated(struct bs_inquiry *inquiry, const struct bs_call_fact *call)
{
    return bs_violated(call->answered_at,
                       bs_evidence_words(inquiry->evidence, "%s of %s was done twice",
                                         call->operation, call->resource));
}

struct bs_invariant bs_check_repeated_effect(struct bs_inquiry *inquiry)
{
    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (!bs_operation_is_once(call->operation) || !is_done(call)) {
            continue;
        }
        for (size_t i = 0; i < k; i++) {
            const struct bs_call_fact *earlier = &inquiry->calls[i];

            if (bs_call_is_same_effect(earlier, call) && is_done(earlier) &&
                !has_reverted(inquiry, earlier, call) &&
                !bs_resource_went_through(inquiry->evidence, call->resource,
                                          generation_states(call->operation), earlier->answer_index,
                                          call->answer_index)) {
                return repeated(inquiry, call);
            }
        }
    }
    return bs_passed("nothing that must not be repeated was done twice");
}

/** The last send of the same before call `k`; NULL if there was none. */
static const struct bs_call_fact *sent_before(const struct bs_inquiry *inquiry, size_t k)
{
    const struct bs_call_fact *call = &inquiry->calls[k];

    while (k-- > 0) {
        if (bs_call_was_sent(&inquiry->calls[k]) &&
            bs_call_is_same_effect(&inquiry->calls[k], call)) {
            return &inquiry->calls[k];
        }
    }
    return NULL;
}

struct bs_invariant bs_check_blind_repeat(struct bs_inquiry *inquiry)
{
    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];
        const struct bs_call_fact *earlier;

        if (!bs_operation_is_once(call->operation) || !bs_call_was_sent(call)) {
            continue;
        }
        earlier = sent_before(inquiry, k);
        if (earlier != NULL && !bs_was_read_back(inquiry, earlier, call)) {
            return bs_violated(call->at, bs_evidence_words(inquiry->evidence,
                                                           "%s of %s was sent again without "
                                                           "proof that the first had no effect",
                                                           call->operation, call->resource));
        }
    }
    return bs_passed("nothing that must not be repeated was sent again blindly");
}

/** Whether the call keeps a latch: it tries at its own slow pace, whatever comes of it. */
static bool keeps_latch(const struct bs_inquiry *inquiry, const struct bs_call_fact *call)
{
    for (size_t k = 0; k < inquiry->latch_count && inquiry->latches[k].index < call->index; k++) {
        const struct bs_latch_fact *latch = &inquiry->latches[k];

        if (latch->is_set && bs_text_is(latch->step, call->step) &&
            bs_text_is(latch->resource, call->resource)) {
            return true;
        }
    }
    return false;
}

/* no_retry_of_terminal_error */

static bool ends_trying(const struct bs_call_fact *call)
{
    static const char *const terminal[] = {"invalid_state", "not_found", "denied",
                                           "condition",     "other",     NULL};

    return call->step != NULL && bs_text_is(call->outcome, "error") &&
           bs_text_is_one_of(call->error, terminal) && bs_operation_is_of_aws(call->operation) &&
           !bs_operation_reads(call->operation) &&
           !bs_text_is(call->operation, "dynamodb:UpdateItem");
}

/** Whether a STEP record of the call's step lies between two places in the history. */
static bool has_moved(const struct bs_inquiry *inquiry, const struct bs_call_fact *call,
                      size_t from, size_t to)
{
    for (size_t k = 0; k < inquiry->move_count; k++) {
        const struct bs_step_fact *move = &inquiry->moves[k];

        if (move->index > from && move->index < to && move->execution == call->execution &&
            bs_text_is(move->step, call->step)) {
            return true;
        }
    }
    return false;
}

/** Whether a latch of the call's step on its resource was set before a place in the history. */
static bool is_latched(const struct bs_inquiry *inquiry, const struct bs_call_fact *call,
                       size_t before)
{
    for (size_t k = 0; k < inquiry->latch_count && inquiry->latches[k].index < before; k++) {
        const struct bs_latch_fact *latch = &inquiry->latches[k];

        if (latch->execution == call->execution && bs_text_is(latch->step, call->step) &&
            bs_text_is(latch->resource, call->resource)) {
            return true;
        }
    }
    return false;
}

static bool is_retry(const struct bs_inquiry *inquiry, const struct bs_call_fact *failed,
                     const struct bs_call_fact *later)
{
    return bs_call_was_sent(later) && later->index > failed->answer_index &&
           later->execution == failed->execution && bs_text_is(later->step, failed->step) &&
           bs_text_is(later->operation, failed->operation) &&
           bs_text_is(later->resource, failed->resource) &&
           !has_moved(inquiry, failed, failed->answer_index, later->index) &&
           !is_latched(inquiry, failed, failed->index) &&
           !(bs_operation_is_once(failed->operation) && bs_was_read_back(inquiry, failed, later));
}

struct bs_invariant bs_check_terminal_error(struct bs_inquiry *inquiry)
{
    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *failed = &inquiry->calls[k];

        for (size_t i = k + 1; ends_trying(failed) && i < inquiry->call_count; i++) {
            if (!keeps_latch(inquiry, &inquiry->calls[i]) &&
                is_retry(inquiry, failed, &inquiry->calls[i])) {
                return bs_violated(inquiry->calls[i].at,
                                   bs_evidence_words(inquiry->evidence,
                                                     "%s sent %s of %s again after %s",
                                                     failed->step, failed->operation,
                                                     failed->resource, failed->error));
            }
        }
    }
    return bs_passed("no step repeated what time does not cure");
}

/* breaker_respected */

/** RECOVERY_MIN_S is the smallest recovery time that a plan may give a breaker. */
enum { TROUBLE_MAX = 5, RECOVERY_MIN_S = 20, PROBES_MAX = 3 };

/** One orchestrator's breaker for one service in one Region. */
struct breaker {
    const struct bs_call_fact *example; /* NULL: not in use. */
    size_t troubles;                    /* In a row. */
    struct bs_instant opened_at;        /* While troubles are at TROUBLE_MAX. */
    size_t probes;                      /* Since then, or since a probe was answered. */
};

static bool is_same_service(const char *a, const char *b)
{
    const size_t service = strcspn(a, ":");

    return service == strcspn(b, ":") && strncmp(a, b, service) == 0;
}

static bool is_same_breaker(const struct bs_call_fact *a, const struct bs_call_fact *b)
{
    return a->orchestrator == b->orchestrator && bs_text_is(a->region, b->region) &&
           (bs_text_is(a->operation, b->operation) || is_same_service(a->operation, b->operation));
}

/** There are as many breakers as watched calls, so there is always one that is free. */
static struct breaker *breaker_of(struct breaker *breakers, const struct bs_call_fact *call)
{
    size_t i = 0;

    while (breakers[i].example != NULL && !is_same_breaker(breakers[i].example, call)) {
        i++;
    }
    if (breakers[i].example == NULL) {
        breakers[i].example = call;
    }
    return &breakers[i];
}

static bool is_trouble(const struct bs_call_fact *call)
{
    static const char *const troubles[] = {"refused", "unavailable", NULL};

    return bs_text_is(call->outcome, "info") || bs_text_is_one_of(call->error, troubles);
}

static bool is_closed(const struct breaker *breaker)
{
    return breaker->troubles < TROUBLE_MAX;
}

static struct bs_instant recovers_at(const struct breaker *breaker)
{
    return bs_instant_add(breaker->opened_at, BS_SECONDS(RECOVERY_MIN_S));
}

/** Whether a call may be sent; counts it. */
static bool may_send(struct breaker *breaker, const struct bs_call_fact *call)
{
    if (is_closed(breaker)) {
        return true;
    }
    breaker->probes++;
    return call->at.ns >= recovers_at(breaker).ns && breaker->probes <= PROBES_MAX;
}

/** No answer by the deadline is trouble at the deadline: one who died over it writes it down later. */
static struct bs_instant trouble_at(const struct bs_call_fact *call)
{
    return bs_text_is(call->outcome, "info") ? bs_instant_min(call->answered_at, call->deadline)
                                             : call->answered_at;
}

static void take_answer(struct breaker *breaker, const struct bs_call_fact *call, bool is_of_latch)
{
    const bool is_probe =
        !is_closed(breaker) && !is_of_latch && call->at.ns >= recovers_at(breaker).ns;

    if (!is_trouble(call)) {
        breaker->troubles = 0;
        return;
    }
    if (is_closed(breaker)) {
        breaker->troubles++;
    } else if (!is_probe) {
        return; /* It was on its way when the breaker opened, or never asked the breaker. */
    }
    if (!is_closed(breaker)) {
        breaker->opened_at = trouble_at(call);
        breaker->probes = 0;
    }
}

static bool is_watched(const struct bs_call_fact *call)
{
    return call->step != NULL && call->operation != NULL && bs_operation_is_of_aws(call->operation);
}

static size_t watched_count(const struct bs_inquiry *inquiry)
{
    size_t count = 0;

    for (size_t k = 0; k < inquiry->call_count; k++) {
        count += is_watched(&inquiry->calls[k]) ? 1 : 0;
    }
    return count;
}

/** The watched calls that were answered, in the order of their answers. */
struct answers {
    struct bs_call_fact **calls;
    size_t count;
    size_t next; /* That was not looked at yet. */
};

/** Looks at all answers before place `to` in the history. */
static void take_answers(const struct bs_inquiry *inquiry, struct breaker *breakers,
                         struct answers *answers, size_t to)
{
    while (answers->next < answers->count && answers->calls[answers->next]->answer_index < to) {
        const struct bs_call_fact *call = answers->calls[answers->next++];

        take_answer(breaker_of(breakers, call), call, keeps_latch(inquiry, call));
    }
}

static int compare_answers(const void *left, const void *right)
{
    const struct bs_call_fact *a = *(struct bs_call_fact *const *)left;
    const struct bs_call_fact *b = *(struct bs_call_fact *const *)right;

    return (a->answer_index > b->answer_index) - (a->answer_index < b->answer_index);
}

static void sort_answers(const struct bs_inquiry *inquiry, struct answers *answers)
{
    for (size_t k = 0; k < inquiry->call_count; k++) {
        if (is_watched(&inquiry->calls[k]) && inquiry->calls[k].outcome != NULL) {
            answers->calls[answers->count++] = &inquiry->calls[k];
        }
    }
    if (answers->count > 1) {
        qsort(answers->calls, answers->count, sizeof(struct bs_call_fact *), compare_answers);
    }
}

struct bs_invariant bs_check_breaker(struct bs_inquiry *inquiry)
{
    struct bs_evidence *evidence = inquiry->evidence;
    const size_t watched = watched_count(inquiry);
    struct breaker *breakers = bs_evidence_array(evidence, watched, sizeof(*breakers));
    struct answers answers = {
        .calls = bs_evidence_unset_array(evidence, watched, sizeof(struct bs_call_fact *)),
    };

    if (answers.calls == NULL || breakers == NULL) {
        return bs_undecided("no memory");
    }
    sort_answers(inquiry, &answers);
    for (size_t k = 0; k < inquiry->call_count; k++) {
        const struct bs_call_fact *call = &inquiry->calls[k];

        if (!is_watched(call)) {
            continue;
        }
        take_answers(inquiry, breakers, &answers, call->index);
        if (bs_call_was_sent(call) && !keeps_latch(inquiry, call) &&
            !may_send(breaker_of(breakers, call), call)) {
            return bs_violated(call->at,
                               bs_evidence_words(evidence,
                                                 "%s sent %s to %s, where the last 5 answers in a "
                                                 "row were trouble",
                                                 call->step, call->operation, call->region));
        }
    }
    return bs_passed("no service was called on while it was in trouble");
}
