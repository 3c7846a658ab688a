/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_PREDICTIONS_H
#define BS_REPORTS_CHECKS_PREDICTIONS_H

/**
 * What a run took, measure by measure, and how that compares with what simulating it had led to expect.
 *
 * Measures, in this order: the `outage` ("rto", on the objective's clock), each `store` (its RPO), each
 * `phase` (its length; reports/checks/parts.h), each `step` that was executed (from its first record to its
 * end; of several executions the last). Whoever predicts and whoever compares reads the same measures.
 *
 * A prediction is a PREDICTION record: the 1st, 50th and 99th percentile over trials, by nearest rank.
 */

#include "reports/checks/parts.h"
#include "reports/checks/rpo.h"
#include "reports/checks/steps.h"
#include "reports/evidence.h"

struct bs_measure {
    const char *subject;  /* As in PREDICTION records. */
    const char *workflow; /* Of a step; else NULL. */
    const char *name;
    struct bs_figure took; /* ns. */
};

struct bs_measures {
    struct bs_measure *items;
    size_t count;
};

/** What has been found out already. */
struct bs_measures_question {
    struct bs_figure rto;
    const struct bs_rpo *rpo;
    const struct bs_parts *parts;
    const struct bs_steps *steps;
};

void bs_measures_find(struct bs_evidence *evidence, const struct bs_measures_question *question,
                      struct bs_measures *measures);

/** Whether two are about the same thing. */
bool bs_measure_is(const struct bs_measure *a, const struct bs_measure *b);

enum bs_prediction_place {
    BS_PREDICTION_UNKNOWN, /* There is no prediction or nothing to compare it with. */
    BS_PREDICTION_BELOW,
    BS_PREDICTION_WITHIN, /* From the 1st to the 99th percentile, both included. */
    BS_PREDICTION_ABOVE,
};

/** "unknown", "below", "within", "above". */
const char *bs_prediction_place_name(enum bs_prediction_place place);

struct bs_prediction_row {
    struct bs_measure live; /* `took` says what was missing if nothing was measured. */
    int64_t trials;
    int64_t known; /* Trials in which it had a value. */
    struct bs_figure low;
    struct bs_figure median;
    struct bs_figure high;
    enum bs_prediction_place place;
};

/** In the order of the records; none in a history without predictions. */
struct bs_predictions {
    struct bs_prediction_row *items;
    size_t count;
};

void bs_predictions_find(struct bs_evidence *evidence, const struct bs_measures *measures,
                         struct bs_predictions *predictions);

#endif
