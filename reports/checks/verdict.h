/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_CHECKS_VERDICT_H
#define BS_REPORTS_CHECKS_VERDICT_H

/**
 * The verdict and what it rests on: one finding per thing judged, merged fail over unknown over stopped over
 * pass.
 *
 * Fails: an RTO (on the objective's clock) above its objective; an outage without an end, unless the author
 * expects `recovered: false` (then only the expectation judges it); a store's RPO or split brain above its
 * objective (with an objective of 0, one diverged write is enough); an invariant or expectation that fails.
 * Unknown: any of these that cannot be judged, no objective at all, and a history that is truncated, has no
 * end or ended before its horizon. Stopped: an execution's last state is paused_by_operator or canceled.
 * A risk accepted by authority is a finding that passes by itself; what came of it shows as split brain.
 */

#include "reports/checks/executions.h"
#include "reports/checks/invariants.h"
#include "reports/checks/outage.h"
#include "reports/checks/response.h"
#include "reports/checks/rpo.h"
#include "reports/checks/split_brain.h"

/** In order of severity: merging takes the larger. */
enum bs_verdict {
    BS_VERDICT_PASS,
    BS_VERDICT_STOPPED,
    BS_VERDICT_UNKNOWN,
    BS_VERDICT_FAIL,
};

struct bs_finding {
    enum bs_verdict verdict;
    bool is_headline; /* Shown even if it passes. */
    const char *text; /* "RTO 11m 42s, objective 5m: missed by 6m 42s". */
};

struct bs_findings {
    struct bs_finding *items;
    size_t count;
    enum bs_verdict verdict;
};

/** The service's objectives; the defaults of the design where the history has none. */
struct bs_objectives {
    bool given;           /* The history has an OBJECTIVE record. */
    struct bs_figure rto; /* ns; of several records the strictest. */
    const char *clock; /* impact, fault, detected or declared; as the rest from the first record. */
    int64_t success_ppb;     /* Default 0.95. */
    struct bs_duration hold; /* Default 5 min. */
    int64_t split_brain_ns;  /* Of several records the strictest; default 0. */
};

/** What is judged. */
struct bs_verdict_question {
    const struct bs_objectives *objectives;
    const struct bs_outages *outages;
    struct bs_figure rto; /* On the objective's clock. */
    const struct bs_rpo *rpo;
    const struct bs_split_brain *split;
    const struct bs_invariants *invariants;
    const struct bs_executions *executions;
};

void bs_objectives_find(const struct bs_evidence *evidence, struct bs_objectives *objectives);

void bs_verdict_find(struct bs_evidence *evidence, const struct bs_verdict_question *question,
                     struct bs_findings *findings);

/** "pass", "stopped", "unknown", "fail". */
const char *bs_verdict_name(enum bs_verdict verdict);

/** The command's exit status: pass 0, fail 1, unknown and stopped 2. */
int bs_verdict_exit_status(enum bs_verdict verdict);

#endif
