/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_FUZZ_FUZZ_RUN_H
#define BS_TESTS_FUZZ_FUZZ_RUN_H

/** What the targets that end in a run share. */

#include <stddef.h>
#include <stdint.h>

#include "base/document.h"
#include "orchestrator/plan/plan_load.h"
#include "sim/scenario/scenario.h"

/** A file of the source tree, named relative to it; ends the program if it does not load. */
struct bs_document *bs_fuzz_load(const char *name);

/**
 * The bytes as a document, or NULL. Whatever is refused must be refused with words, and with a place inside
 * of the text if with any.
 */
struct bs_document *bs_fuzz_parse(const uint8_t *bytes, size_t size);

/** Asserts that a refusal has words. */
void bs_fuzz_check_refusal(const struct bs_error *error);

/** Cuts what makes a run long: its duration, how often clients ask, how many resolvers there are. */
void bs_fuzz_shorten(struct bs_scenario *scenario, struct bs_duration duration_max);

/** Runs, judges, and writes both cards; `plan` may be NULL. */
void bs_fuzz_run(const struct bs_scenario *scenario, const struct bs_loaded_plan *plan);

#endif
