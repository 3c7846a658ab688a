/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_PLAN_PLAN_LOAD_H
#define BS_ORCHESTRATOR_PLAN_PLAN_LOAD_H

/**
 * From a plan file to the compiled plan that the core executes.
 *
 * A plan file (YAML or JSON, `blackstart: plan/1`) names blocks, resources and roles; loading resolves them
 * all, so that a plan that loads has no loose end. Everything wrong is reported as `file:line:column: what,
 * and what would be right`; the first error ends the loading.
 *
 * Regions are named by role: `activating` and `deactivating`, which the plan's `roles` map to the platform's
 * roles, or one of those by its own name. A step without `region` works in its resource's Region; a smoke
 * test, in the Region of the role `control` if there is one, else in the activating Region.
 *
 * A child plan (`run_plan`) becomes rows of its own in the place of its step, under the roles of the
 * workflow that runs it. Their ids are prefixed by the step's: conditions outside say `step a/b ..`, those
 * inside `step b ..`.
 */

#include <stdbool.h>

#include "base/document.h"
#include "base/history.h"
#include "base/status.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/plan/bindings.h"

/** Owns all that its plan refers to. */
struct bs_loaded_plan;

/**
 * Loads a file. On success the caller owns `*loaded`; neither `path` nor the bindings are kept.
 *
 * @return BS_OK; BS_ERR_INPUT or BS_ERR_LIMIT with the place in `error` (whose file is `path`, borrowed);
 *         BS_ERR_MEMORY.
 */
enum bs_status bs_plan_load(const char *path, const struct bs_bindings *bindings,
                            struct bs_loaded_plan **loaded, struct bs_error *error);

/** As above from a document, of which nothing is kept but, in `error`, its name. */
enum bs_status bs_plan_from_document(const struct bs_document *document,
                                     const struct bs_bindings *bindings,
                                     struct bs_loaded_plan **loaded, struct bs_error *error);

void bs_loaded_plan_destroy(struct bs_loaded_plan *loaded);

/** @{ Live as long as the loaded plan. */
const struct bs_plan *bs_loaded_plan_get(const struct bs_loaded_plan *loaded);
/** Of the file's bytes, in hex. */
const char *bs_loaded_plan_sha256(const struct bs_loaded_plan *loaded);
/** @} */

/**
 * Appends one PLANNED record for every step of every workflow, in the order of the file. Groups have none;
 * their children name them.
 */
void bs_plan_describe(const struct bs_plan *plan, struct bs_history *history, struct bs_instant at);

#endif
