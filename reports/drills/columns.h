/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_COLUMNS_H
#define BS_REPORTS_DRILLS_COLUMNS_H

/**
 * What there is of a drill beside its lists, as one table: the store's columns and the keys of JSON and CSV
 * follow from it.
 */

#include "base/buffer.h"
#include "reports/drills/kept_drill.h"

enum bs_drill_unit {
    BS_DRILL_TEXT,    /* const char *, which may be NULL. */
    BS_DRILL_UTC,     /* int64_t, seconds. */
    BS_DRILL_SECONDS, /* struct bs_figure of ns. */
    BS_DRILL_COUNT,   /* struct bs_figure. */
    BS_DRILL_SHARE,   /* struct bs_figure of parts per 10^9. */
};

struct bs_drill_column {
    const char *name;
    enum bs_drill_unit unit;
    size_t offset; /* In struct bs_kept_drill. */
};

extern const struct bs_drill_column bs_drill_columns[];
extern const size_t bs_drill_column_count;

/** Whether it is a figure, and so has its reason beside it. */
bool bs_drill_column_is_figure(const struct bs_drill_column *column);

/** What is appended to the name: in the store ("rto_ns"), and for readers of an export ("rto_s"). */
const char *bs_drill_column_stored_suffix(const struct bs_drill_column *column);
const char *bs_drill_column_shown_suffix(const struct bs_drill_column *column);

/** The member by its type. */
const char *bs_drill_column_text(const struct bs_drill_column *column,
                                 const struct bs_kept_drill *drill);
int64_t bs_drill_column_utc(const struct bs_drill_column *column,
                            const struct bs_kept_drill *drill);
struct bs_figure bs_drill_column_figure(const struct bs_drill_column *column,
                                        const struct bs_kept_drill *drill);

/** Where it is to be put. */
void *bs_drill_column_place(const struct bs_drill_column *column, struct bs_kept_drill *drill);

/** Why a text or an instant is not there. */
const char *bs_drill_column_missing(const struct bs_drill_column *column);

#endif
