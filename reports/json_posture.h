/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_JSON_POSTURE_H
#define BS_REPORTS_JSON_POSTURE_H

#include "base/json_writer.h"
#include "reports/report.h"

/** The members `readiness` and `cost` of a card as JSON; USD with at most two digits after the point. */
void bs_json_posture(struct bs_json_writer *writer, const struct bs_report *report);

#endif
