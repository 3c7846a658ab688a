/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_KEPT_HISTORY_H
#define BS_CLI_KEPT_HISTORY_H

/**
 * What lies beside a history that was kept and says what no history says: when the run was, where, and how
 * to have it again. host.json, which --out writes, or JOURNAL.drill of a game day beside JOURNAL.history.
 */

#include "base/document.h"
#include "reports/drills/kept_drill.h"

/**
 * What of the circumstances is known; nothing, if nothing lies there. Their texts live as long as
 * `*document`, which the caller destroys; it may be NULL. BS_ERR_INPUT: what lies there cannot be read.
 */
enum bs_status bs_kept_history_circumstances(const char *file,
                                             struct bs_kept_circumstances *circumstances,
                                             struct bs_document **document, struct bs_error *error);

#endif
