/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CALENDAR_H
#define BS_MOCKS_CALENDAR_H

/** Instants of the simulation as dates on the calendar, in the forms that AWS's protocols have; all UTC. */

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/time.h"
#include "mocks/shape.h"

/**
 * Reads "2026-11-21T02:10:46.582Z" (also without fraction, with an offset, or the day alone), seconds since
 * 1970 with a fraction, or "Sat, 21 Nov 2026 02:10:46 GMT". `format` is not the default. False if it is no
 * timestamp of that format, or too far from `epoch_s`, the calendar's second at instant 0, to be counted in
 * nanoseconds.
 */
bool bs_calendar_parse(const char *text, enum bs_timestamp_format format, int64_t epoch_s,
                       struct bs_instant *instant);

/** Writes milliseconds where the format has them; what is finer is cut off. The default is ISO 8601. */
void bs_calendar_write(struct bs_instant instant, enum bs_timestamp_format format, int64_t epoch_s,
                       struct bs_buffer *text);

#endif
