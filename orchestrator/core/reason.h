/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_REASON_H
#define BS_ORCHESTRATOR_CORE_REASON_H

/**
 * One line of text that says why, put together piece by piece in a buffer of fixed size.
 *
 * The core may not allocate, nor use the C library's formatting. What does not fit is cut. Initialise with
 * `{{0}}`; an empty reason is no reason.
 */

#include <stdint.h>

#include "base/time.h"

enum { BS_REASON_MAX = 160 };

struct bs_reason {
    char text[BS_REASON_MAX];
};

void bs_reason_add(struct bs_reason *reason, const char *text);
void bs_reason_add_count(struct bs_reason *reason, int64_t count);
/** Decimal seconds cut to milliseconds, with the unit: "7.25 s". */
void bs_reason_add_span(struct bs_reason *reason, struct bs_duration span);

/** A reason of one piece. */
struct bs_reason bs_reason_of(const char *text);

#endif
