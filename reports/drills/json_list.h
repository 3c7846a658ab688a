/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_JSON_LIST_H
#define BS_REPORTS_DRILLS_JSON_LIST_H

/**
 * The drills and how each scenario has gone, as JSON, `"schema": "blackstart.drills/1"`.
 *
 * Units and nulls are those of reports/json_card.h; instants are texts, 2026-11-22T05:34:56Z.
 */

#include "reports/drills/page.h"

bs_drills_write_fn bs_drills_json;

#endif
