/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_CSV_LIST_H
#define BS_REPORTS_DRILLS_CSV_LIST_H

/**
 * A row per drill, newest first, under a row of names; RFC 4180, but lines end in a line feed.
 *
 * Every text is in quotes. One that a spreadsheet would take for a formula, for it begins with = + - @ or
 * one of their full-width forms, has an apostrophe in front. What is not known is an empty field, with its
 * reason in the next.
 */

#include "reports/drills/page.h"

bs_drills_write_fn bs_drills_csv;

#endif
