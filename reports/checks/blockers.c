/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "reports/checks/readiness.h"

static void block(struct bs_readiness *readiness, const char *name, const char *reason)
{
    readiness->blockers[readiness->blocker_count++] = (struct bs_blocker){name, reason};
}

static bool has_copy(const struct bs_evidence *evidence, const char *store)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_REPLICATION); k++) {
        if (bs_text_is(bs_record_text(bs_evidence_get(evidence, BS_RECORD_REPLICATION, k), "store"),
                       store)) {
            return true;
        }
    }
    return false;
}

/* A history of before there were RESOURCE records says nothing of copies. */
static void find_missing_replicas(struct bs_evidence *evidence, struct bs_readiness *readiness)
{
    if (bs_evidence_count(evidence, BS_RECORD_RESOURCE) == 0) {
        return;
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STORE, k);

        if (!has_copy(evidence, bs_record_text(record, "store"))) {
            block(readiness, "no_replica",
                  bs_evidence_words(evidence, "%s has no copy in another Region",
                                    bs_record_words(record, "store")));
        }
    }
}

/** The last state of a resource before an instant; NULL if there is none. */
static const char *state_before(const struct bs_evidence *evidence, const char *entity,
                                struct bs_instant before)
{
    const char *state = NULL;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STATE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STATE, k);
        const char *kind = bs_record_text(record, "kind");

        if (record->at.ns >= before.ns) {
            break;
        }
        if (bs_text_is(bs_record_text(record, "entity"), entity) &&
            (bs_text_is(kind, "rds_replica") || bs_text_is(kind, "s3_bucket"))) {
            state = bs_record_text(record, "state");
        }
    }
    return state;
}

static void find_broken_replicas(struct bs_evidence *evidence, const struct bs_steps *steps,
                                 struct bs_readiness *readiness)
{
    static const char *const failures[] = {"failed", "timed_out", NULL};
    const struct bs_instant before = bs_first_trouble(evidence);

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_REPLICATION); k++) {
        const char *copy =
            bs_record_words(bs_evidence_get(evidence, BS_RECORD_REPLICATION, k), "copy");
        const char *state = state_before(evidence, copy, before);

        if (state != NULL && !bs_text_is(state, "available")) {
            block(readiness, "broken_replica",
                  bs_evidence_words(evidence, "%s was %s before anything happened", copy, state));
        }
    }
    for (size_t i = 0; i < steps->executed_count; i++) {
        const struct bs_step_row *row = &steps->executed[i];

        if (bs_text_is(row->effect, "promotes") && bs_text_is_one_of(row->state, failures)) {
            block(readiness, "broken_replica",
                  bs_evidence_words(evidence, "%s of %s %s: %s", row->id, row->workflow, row->state,
                                    row->error != NULL ? row->error : "no reason given"));
        }
    }
}

/** Whether a workflow has a step with an effect, up to its step `until` (NULL: anywhere in it). */
static bool plans(const struct bs_evidence *evidence, const char *workflow, const char *effect,
                  const char *until)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PLANNED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PLANNED, k);

        if (workflow != NULL && !bs_text_is(bs_record_text(record, "workflow"), workflow)) {
            continue;
        }
        if (until != NULL && bs_text_is(bs_record_text(record, "step"), until)) {
            return false;
        }
        if (bs_text_is(bs_record_text(record, "effect"), effect)) {
            return true;
        }
    }
    return false;
}

/* One for each step that promotes would be one for each store; one for each workflow is enough. */
static void find_missing_fences(struct bs_evidence *evidence, struct bs_readiness *readiness)
{
    const char *blamed = NULL;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_PLANNED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PLANNED, k);
        const char *workflow = bs_record_text(record, "workflow");

        if (bs_text_is(bs_record_text(record, "effect"), "promotes") &&
            !bs_text_is(workflow, blamed) &&
            !plans(evidence, workflow, "fences", bs_record_text(record, "step"))) {
            blamed = workflow;
            block(readiness, "no_fence",
                  bs_evidence_words(evidence, "workflow %s promotes without a fence before",
                                    bs_record_words(record, "workflow")));
        }
    }
}

static void find_missing_plan(struct bs_evidence *evidence,
                              const struct bs_readiness_question *question,
                              struct bs_readiness *readiness)
{
    if (bs_evidence_count(evidence, BS_RECORD_PLANNED) == 0 && question->executions->count == 0) {
        block(readiness, "no_plan", "nothing says what is to be done when the Region is lost");
    }
    if (plans(evidence, NULL, "promotes", NULL) && !plans(evidence, NULL, "rebuilds", NULL)) {
        block(readiness, "no_way_back",
              "workflows promote, but none rebuilds replication afterwards");
    }
}

static void find_broken_invariants(struct bs_evidence *evidence,
                                   const struct bs_invariants *invariants,
                                   struct bs_readiness *readiness)
{
    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        if (item->outcome != BS_OUTCOME_FAIL || strncmp(item->name, "expect_", 7) == 0) {
            continue;
        }
        block(readiness,
              bs_text_is(item->name, "no_unguarded_promote") ? "no_fence" : "invariant_broken",
              bs_evidence_words(evidence, "%s: %s", item->name, item->reason));
    }
}

void bs_blockers_find(struct bs_evidence *evidence, const struct bs_readiness_question *question,
                      struct bs_readiness *readiness)
{
    const struct bs_outage *worst = bs_outages_worst(question->outages);
    const size_t most = bs_evidence_count(evidence, BS_RECORD_STORE) +
                        bs_evidence_count(evidence, BS_RECORD_REPLICATION) +
                        bs_evidence_count(evidence, BS_RECORD_PLANNED) +
                        question->steps->executed_count + question->invariants->count + 3;

    readiness->blockers = bs_evidence_array(evidence, most, sizeof(*readiness->blockers));
    if (readiness->blockers == NULL) {
        return;
    }
    find_missing_replicas(evidence, readiness);
    find_broken_replicas(evidence, question->steps, readiness);
    find_missing_fences(evidence, readiness);
    find_missing_plan(evidence, question, readiness);
    find_broken_invariants(evidence, question->invariants, readiness);
    if (worst != NULL && worst->censored != NULL) {
        block(readiness, "not_recovered",
              bs_evidence_words(evidence, "the outage at %s: %s",
                                bs_evidence_duration(evidence, worst->begin.ns), worst->censored));
    }
    BS_ASSERT(readiness->blocker_count <= most);
}
