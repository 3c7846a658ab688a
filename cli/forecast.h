/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_FORECAST_H
#define BS_CLI_FORECAST_H

/**
 * What simulating a scenario leads to expect of it: trial after trial is run and measured
 * (reports/checks/predictions.h), then their percentiles are records.
 *
 * Trial n is `blackstart run` with seed n, so that any of them can be looked at alone.
 */

#include "base/history.h"
#include "cli/inputs.h"

enum { BS_FORECAST_TRIALS_MAX = 10000 };

struct bs_forecast;

/** `inputs` is borrowed. NULL: no memory. */
struct bs_forecast *bs_forecast_new(const struct bs_inputs *inputs, size_t trials);
/** NULL is allowed. */
void bs_forecast_destroy(struct bs_forecast *forecast);

/** Runs the next trial; not after the last one (asserted). Errors are those of a run and of its report. */
enum bs_status bs_forecast_advance(struct bs_forecast *forecast, struct bs_error *error);
bool bs_forecast_is_done(const struct bs_forecast *forecast);

/** Appends PREDICTION records of the trials so far, at instant 0. */
void bs_forecast_record(struct bs_forecast *forecast, struct bs_history *history);

#endif
