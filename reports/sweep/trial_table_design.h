/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_TRIAL_TABLE_DESIGN_H
#define BS_REPORTS_SWEEP_TRIAL_TABLE_DESIGN_H

/** A sweep's design in its file. Inside reports/sweep only. */

#include <sqlite3.h>

#include "reports/sweep/trial_table.h"

/** Inserts all of it into the empty tables. `where` names the file. */
enum bs_status bs_trial_table_design_write(sqlite3 *database, const struct bs_sweep_design *design,
                                           const struct bs_position *where, struct bs_error *error);

/** Reads it back into `arena`; BS_ERR_INPUT if something is missing or beyond its bound. */
enum bs_status bs_trial_table_design_read(sqlite3 *database, const struct bs_position *where,
                                          struct bs_arena *arena, struct bs_sweep_design *design,
                                          struct bs_error *error);

#endif
