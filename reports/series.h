/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SERIES_H
#define BS_REPORTS_SERIES_H

/**
 * What clients saw, second by second: logical requests by start time, and how many of them were good.
 *
 * OBSERVED records are runs of equal 1 s bins per cohort; a series expands and adds them. A second that no
 * record covers had no requests. One series is filled again and again rather than keeping many.
 */

#include <stddef.h>
#include <stdint.h>

#include "reports/evidence.h"

enum bs_series_kind {
    BS_SERIES_ALL,    /* Reads and writes; good: served correctly within the latency bound. */
    BS_SERIES_READS,  /* Reads only. */
    BS_SERIES_WRITES, /* Writes only. */
    BS_SERIES_FRESH, /* Reads and writes; good: the first attempt went where the DNS record points. */
    BS_SERIES_KIND_COUNT,
};

enum {
    BS_BINS_MAX = 104 * 86400, /* BS_INSTANT_MAX in seconds. */
};

/** All requests of a run; keeps products of two sums and 10^9 below 2^127. */
#define BS_SERIES_REQUESTS_MAX (INT64_C(1) << 48)

/** An OBSERVED record's fields. */
struct bs_observation {
    const char *cohort;
    size_t from; /* Bin. */
    size_t bins; /* As far as they lie within the run. */
    int64_t reads;
    int64_t reads_good;
    int64_t writes;
    int64_t writes_good;
    int64_t stale;
};

struct bs_series {
    const struct bs_observation *observations;
    size_t observation_count;
    int64_t *total; /* By bin, and a zero behind the last. */
    int64_t *good;
    size_t bins; /* The last one may be cut by the horizon. */
};

struct bs_share {
    int64_t good;
    int64_t total;
};

/**
 * Makes a series for the run's length, in the evidence's arena, and checks every OBSERVED record: bins on
 * whole seconds, no negative count, no more good or stale requests than requests, at most
 * BS_SERIES_REQUESTS_MAX in all. BS_ERR_INPUT naming the record, or BS_ERR_MEMORY.
 */
enum bs_status bs_series_init(struct bs_series *series, struct bs_evidence *evidence,
                              struct bs_error *error);

/** Sets the series to one kind of count, of one cohort or, with NULL, of all together. */
void bs_series_fill(struct bs_series *series, enum bs_series_kind kind, const char *cohort);

/** Takes a cohort away from a series that was filled with that kind of count and has it. */
void bs_series_remove(struct bs_series *series, enum bs_series_kind kind, const char *cohort);

/** The sums over bins [from, to). */
struct bs_share bs_series_share(const struct bs_series *series, size_t from, size_t to);

/** The bin in which an instant lies, at most `bins`. */
size_t bs_series_bin(const struct bs_series *series, struct bs_instant at);

/** The first OBSERVED record that covers an instant, as a moment at that instant. */
struct bs_moment bs_series_moment(const struct bs_evidence *evidence, struct bs_instant at,
                                  const char *words);

#endif
