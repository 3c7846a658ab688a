/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_PROMETHEUS_LIST_H
#define BS_REPORTS_DRILLS_PROMETHEUS_LIST_H

/**
 * How each scenario has gone, as metrics in Prometheus's text format, labelled by scenario and
 * backend.
 */

#include "reports/drills/page.h"

bs_drills_write_fn bs_drills_prometheus;

#endif
