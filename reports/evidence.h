/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_EVIDENCE_H
#define BS_REPORTS_EVIDENCE_H

/**
 * A history sorted by kind of record, with the arena in which the checks leave their results.
 *
 * Checks read records of one kind in the order of the history. They do not look at allocation one by one:
 * what fails sets `failed`, and whoever built the evidence looks once at the end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/assert.h"
#include "base/history.h"
#include "base/status.h"
#include "reports/figure.h"

/** Initialise with bs_evidence_init(). */
struct bs_evidence {
    const struct bs_history *history; /* Borrowed. */
    struct bs_arena *arena;           /* Borrowed. */
    struct bs_instant horizon; /* End of what was observed; 0 if the history has no RUN record. */
    size_t *order;             /* Record indices, grouped by kind; .. */
    const struct bs_record **records; /* .. and the records. */
    size_t first[BS_RECORD_KIND_COUNT + 1];
    bool failed;
};

/**
 * Sorts the history. The horizon is RUN's, or the instant of END where the run ended for another reason
 * ("event_limit"). BS_ERR_MEMORY if the arena says no.
 */
enum bs_status bs_evidence_init(struct bs_evidence *evidence, const struct bs_history *history,
                                struct bs_arena *arena, struct bs_error *error);

static inline size_t bs_evidence_count(const struct bs_evidence *evidence, enum bs_record_kind kind)
{
    return evidence->first[kind + 1] - evidence->first[kind];
}

/** Record `k` of its kind. */
static inline const struct bs_record *bs_evidence_get(const struct bs_evidence *evidence,
                                                      enum bs_record_kind kind, size_t k)
{
    BS_ASSERT(k < bs_evidence_count(evidence, kind));
    return evidence->records[evidence->first[kind] + k];
}

/** The place in the whole history of record `k` of its kind. */
static inline size_t bs_evidence_index(const struct bs_evidence *evidence, enum bs_record_kind kind,
                                       size_t k)
{
    BS_ASSERT(k < bs_evidence_count(evidence, kind));
    return evidence->order[evidence->first[kind] + k];
}

/** The moment that record `k` of a kind stands for. */
struct bs_moment bs_evidence_moment(const struct bs_evidence *evidence, enum bs_record_kind kind,
                                    size_t k, const char *words);

/** The instant in a record's field; BS_INSTANT_UNKNOWN where it is null. */
struct bs_instant bs_record_instant(const struct bs_record *record, const char *field);

/** The text in a record's field for people to read: "?" where it is null. */
const char *bs_record_words(const struct bs_record *record, const char *field);

/** A zeroed array from the arena; NULL sets `failed`. `count` 0 gives a valid pointer. */
void *bs_evidence_array(struct bs_evidence *evidence, size_t count, size_t size);

/** As above, but whatever is in it: for who writes all of it. */
void *bs_evidence_unset_array(struct bs_evidence *evidence, size_t count, size_t size);

/** Formatted text from the arena, at most 511 bytes; never NULL ("" and `failed` if the arena says no). */
__attribute__((format(printf, 2, 3))) const char *bs_evidence_words(struct bs_evidence *evidence,
                                                                    const char *format, ...);

/** A duration for people, from the arena; bs_duration_format(). */
const char *bs_evidence_duration(struct bs_evidence *evidence, int64_t ns);

/** Whether two texts are the same; NULL equals only NULL. */
static inline bool bs_text_is(const char *a, const char *b)
{
    /* Texts of one history are one, and most others differ in their first byte. */
    return a == b || (a != NULL && b != NULL && a[0] == b[0] && strcmp(a, b) == 0);
}

/** Whether `text` stands in the NULL-terminated `words`. */
bool bs_text_is_one_of(const char *text, const char *const *words);

#endif
