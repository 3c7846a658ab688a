/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_TEXT_LIST_H
#define BS_REPORTS_DRILLS_TEXT_LIST_H

/** A table for people, newest first, and below it how each scenario has gone. */

#include "reports/drills/page.h"

bs_drills_write_fn bs_drills_text;

#endif
