/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_GAIN_LIST_H
#define BS_REPORTS_GAIN_LIST_H

/** What those who look for gains (reports/gains.h) share. Internal to the reports. */

#include "reports/gains.h"
#include "reports/report.h"

struct bs_gain_list {
    struct bs_evidence *evidence;
    const struct bs_report *report;
    const struct bs_outage *outage; /* The worst; NULL where no RTO can be shortened. */
    struct bs_gains *gains;
    size_t capacity;
};

/** The difference that a gain is, with what stands on its two sides. */
struct bs_difference {
    int64_t from_ns;
    const char *from_words; /* NULL: nothing is taken away, and `from_ns` is 0. */
    int64_t to_ns;
    const char *to_words;
};

/** Adds a gain of the RTO, unless it is too small. What it saves is the difference. */
void bs_gain_add(struct bs_gain_list *list, const char *part, const char *about, const char *words,
                 struct bs_difference difference);

/** The part of that name, or NULL. */
const struct bs_part *bs_gain_part(const struct bs_gain_list *list, const char *name);

/** Those of the part `execute`. */
void bs_gains_of_execution(struct bs_gain_list *list);

#endif
