/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_LINT_LINT_H
#define BS_SIM_LINT_LINT_H

/**
 * What can be said about a plan on a platform without running it.
 *
 * Rules read the scenario and the compiled plan and nothing else; faults are not looked at, for a plan must
 * be good for the loss that it is written for whether or not the scenario plays it. Which Region a workflow
 * leaves follows from its steps: where the record it changes points at first, where the primary of the
 * replica it promotes is, what it fences. docs/LINT.md has a paragraph for each rule.
 */

#include <stddef.h>

#include "base/arena.h"
#include "base/document.h"
#include "base/status.h"
#include "orchestrator/core/plan.h"
#include "sim/scenario/scenario.h"

enum { BS_LINT_FINDINGS_MAX = 1024, BS_LINT_MESSAGE_MAX = 512 };

enum bs_lint_severity {
    BS_LINT_ERROR,   /* In the loss that the plan is for, it cannot do what it is for. */
    BS_LINT_WARNING, /* A promise will likely be missed, or a precaution is missing. */
    BS_LINT_NOTE,    /* True, perhaps accepted, worth knowing. */
};

/** "error", "warning", "note". */
const char *bs_lint_severity_name(enum bs_lint_severity severity);

/** A row of the table of rules. */
struct bs_lint_rule {
    const char *id; /* "no-fence-before-promotion" */
    enum bs_lint_severity severity;
    const char *summary; /* One line. */
};

struct bs_lint_finding {
    const struct bs_lint_rule *rule;
    struct bs_position at; /* In the scenario or the plan; the file's name lives as long as they. */
    const char *step;      /* Its id, borrowed from the plan; NULL: of no single step. */
    char message[BS_LINT_MESSAGE_MAX];
};

struct bs_lint_findings {
    const struct bs_lint_finding *items;
    size_t count;
};

/** What is judged. Everything is borrowed. */
struct bs_lint_subject {
    const struct bs_scenario *scenario;
    const struct bs_plan *plan; /* NULL: nobody acts, and no rule has anything to say. */
    const struct bs_document *plan_document; /* What the plan was read from: it knows the places. */
};

/** All rules, errors first. */
const struct bs_lint_rule *bs_lint_rules(size_t *count);

/**
 * Applies all rules. Findings lie in the arena, in the order of the rules and then of the plan.
 *
 * @return BS_OK, however much was found; BS_ERR_LIMIT beyond BS_LINT_FINDINGS_MAX; BS_ERR_MEMORY.
 */
enum bs_status bs_lint(const struct bs_lint_subject *subject, struct bs_arena *arena,
                       struct bs_lint_findings *findings, struct bs_error *error);

#endif
