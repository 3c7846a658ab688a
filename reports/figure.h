/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_FIGURE_H
#define BS_REPORTS_FIGURE_H

/** A number that may be unknown, and then says why; an instant with the record that proves it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

/** `value` counts only while `unknown`, the reason in words, is NULL. */
struct bs_figure {
    int64_t value;
    const char *unknown;
};

static inline struct bs_figure bs_known(int64_t value)
{
    return (struct bs_figure){.value = value, .unknown = NULL};
}

static inline struct bs_figure bs_unknown(const char *reason)
{
    return (struct bs_figure){.value = INT64_MIN, .unknown = reason};
}

static inline bool bs_is_known(struct bs_figure figure)
{
    return figure.unknown == NULL;
}

/** "99.912 %", cut rather than rounded: a miss must not read as 100. Gives `text`. */
const char *bs_percent_text(int64_t ppb, char text[BS_TIME_TEXT_MAX]);

enum { BS_NO_RECORD = -1 };

/**
 * Something that happened, and the history record that says so. `at` BS_INSTANT_UNKNOWN: it did not happen,
 * `record` is BS_NO_RECORD, and `words` says what is missing.
 */
struct bs_moment {
    struct bs_instant at;
    int64_t record; /* Index in the history. */
    const char *words;
};

static inline struct bs_moment bs_moment_missing(const char *words)
{
    return (struct bs_moment){.at = BS_INSTANT_UNKNOWN, .record = BS_NO_RECORD, .words = words};
}

static inline bool bs_has_happened(struct bs_moment moment)
{
    return moment.at.ns != BS_INSTANT_UNKNOWN.ns;
}

#endif
