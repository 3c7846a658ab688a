/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_RANK_CORRELATION_H
#define BS_REPORTS_STATISTICS_RANK_CORRELATION_H

/**
 * How far two measures of the same trials rise and fall together, by ranks. (Spearman, "The proof and
 * measurement of association between two things", 1904.) Equal values share the middle of their ranks, and
 * so do all censored ones; nothing may be absent.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bs_ranked {
    int64_t value;
    size_t place;
};

/** Twice each value's rank, so that middles are whole numbers: 2 .. 2 * count. `room` holds `count`. */
void bs_midranks(const int64_t *values, size_t count, struct bs_ranked *room, int64_t *doubled);

struct bs_rank_correlation {
    bool is_known; /* False if either measure is the same in all trials. */
    double rho;    /* From -1 to 1. */
};

/** Of two measures' midranks; the sums are exact. */
struct bs_rank_correlation bs_rank_correlation(const int64_t *doubled_a, const int64_t *doubled_b,
                                               size_t count);

#endif
