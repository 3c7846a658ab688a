/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_TEXT_H
#define BS_REPORTS_SWEEP_SWEEP_TEXT_H

/** A sweep for a person at a terminal: the verdict, the distributions, who owns the tail, what moves it. */

#include "reports/sweep/sweep.h"
#include "reports/text_style.h"

void bs_sweep_text(const struct bs_sweep *sweep, bool colour, struct bs_buffer *buffer);

/** A value of a quantile for people: "9m 18.2s", "not estimable", "unrecovered". Gives `text`. */
const char *bs_sweep_value_text(int64_t value_ns, char text[BS_TIME_TEXT_MAX]);

#endif
