/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>

#include "reports/sweep/sweep_build.h"

/* The first invariant that was violated; NULL if none. */
static const struct bs_sweep_invariant *violated(const struct bs_sweep *sweep)
{
    for (size_t i = 0; i < sweep->invariant_count; i++) {
        if (sweep->invariants[i].violations > 0) {
            return &sweep->invariants[i];
        }
    }
    return NULL;
}

static const char *share_words(struct bs_sweep *sweep, const struct bs_sweep_share *share)
{
    char low[BS_TIME_TEXT_MAX];
    char high[BS_TIME_TEXT_MAX];

    return bs_sweep_words(sweep,
                          "%" PRIu64 " of %" PRIu64 " trials met all objectives (between %s "
                          "and %s)",
                          share->count, share->trials, bs_percent_text(share->low_ppb, low),
                          bs_percent_text(share->high_ppb, high));
}

/* Of so many trials, whether enough of all that there could be pass. */
static void judge_share(struct bs_sweep *sweep)
{
    const struct bs_sweep_share *passed = &sweep->results[0].passed;
    const char *share = share_words(sweep, passed);
    char wanted[BS_TIME_TEXT_MAX];

    (void)bs_percent_text(sweep->pass_ppb, wanted);
    if (passed->low_ppb >= sweep->pass_ppb) {
        sweep->verdict = BS_VERDICT_PASS;
        sweep->why = bs_sweep_words(sweep, "%s; %s were asked for", share, wanted);
    } else if (passed->high_ppb < sweep->pass_ppb) {
        sweep->verdict = BS_VERDICT_FAIL;
        sweep->why = bs_sweep_words(sweep, "%s; %s were asked for", share, wanted);
    } else {
        sweep->verdict = BS_VERDICT_UNKNOWN;
        sweep->why = bs_sweep_words(
            sweep, "%s: so many trials cannot tell whether %s do; more could", share, wanted);
    }
}

void bs_sweep_judge(struct bs_sweep *sweep)
{
    const struct bs_sweep_invariant *broken = violated(sweep);

    for (size_t i = 0; i < sweep->prior_count; i++) {
        sweep->fragile = sweep->fragile || sweep->priors[i].flips;
    }
    if (broken != NULL) {
        sweep->verdict = BS_VERDICT_FAIL;
        sweep->why = bs_sweep_words(
            sweep, "%s was violated in %" PRIu64 " trials, seed %" PRIu64 " the first",
            broken->name, broken->violations, broken->seeds[0]);
        return;
    }
    judge_share(sweep);
}
