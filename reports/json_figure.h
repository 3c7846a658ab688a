/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_JSON_FIGURE_H
#define BS_REPORTS_JSON_FIGURE_H

/** How JSON says what is not known: null, and why under a key of its own, `KEY_reason`. */

#include "base/json_writer.h"
#include "reports/figure.h"

/** One of bs_json_integer(), bs_json_seconds(), bs_json_ppb(): the figure's unit. */
typedef void bs_json_write_number_fn(struct bs_json_writer *writer, int64_t value);

void bs_json_member_unknown(struct bs_json_writer *writer, const char *key, const char *reason);

void bs_json_member_figure(struct bs_json_writer *writer, const char *key, struct bs_figure figure,
                           bs_json_write_number_fn *write_number);

/** The reason alone, behind a value that is null. */
void bs_json_member_reason(struct bs_json_writer *writer, const char *key, const char *reason);

#endif
