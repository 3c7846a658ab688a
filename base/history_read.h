/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_HISTORY_READ_H
#define BS_BASE_HISTORY_READ_H

/** A history back from what bs_history_write() wrote of it. */

#include "base/history.h"

/**
 * Appends the records of all whole lines; what follows the last newline is left alone, for it is what a
 * crash leaves.
 *
 * @param[out] whole  How many bytes the whole lines are.
 * @return BS_ERR_INPUT with the line's number if one is no record, or earlier than the one before;
 * BS_ERR_LIMIT if
 *         the history is full.
 */
enum bs_status bs_history_read(struct bs_history *history, const char *bytes, size_t length,
                               size_t *whole, struct bs_error *error);

#endif
