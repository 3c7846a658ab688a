/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_NOTE_RECORD_H
#define BS_ORCHESTRATOR_RUNNER_NOTE_RECORD_H

/** The core's notes and calls as the history's records of the same names. */

#include "base/history.h"
#include "orchestrator/core/effects.h"
#include "orchestrator/core/plan.h"

/** Appends the record of one note. */
void bs_note_record(struct bs_history *history, struct bs_instant at, const struct bs_plan *plan,
                    const struct bs_note *note);

/** Appends the CALL record of a call that orchestrator number `orchestrator` makes. */
void bs_send_record(struct bs_history *history, struct bs_instant at, const struct bs_plan *plan,
                    uint32_t orchestrator, const struct bs_send *send);

#endif
