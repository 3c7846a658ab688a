/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_TEXT_PREDICTIONS_H
#define BS_REPORTS_TEXT_PREDICTIONS_H

/** What was measured beside what simulating it had led to expect, a line for each measure. */

#include "reports/checks/predictions.h"
#include "reports/text_style.h"

/** Nothing without predictions. */
void bs_text_predictions(const struct bs_predictions *predictions,
                         const struct bs_text_style *style);

#endif
