/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/objective_rows.h"

#include "base/assert.h"

/** The next store with an objective, or NULL. */
static const struct bs_store_row *next_store(struct bs_objective_walk *walk)
{
    const struct bs_rpo *rpo = &walk->report->rpo;

    while (walk->store < rpo->count) {
        const struct bs_store_row *store = &rpo->stores[walk->store++];

        if (bs_is_known(store->objective)) {
            return store;
        }
    }
    return NULL;
}

/* In the order in which bs_verdict_find() judges. */
bool bs_objective_next(struct bs_objective_walk *walk, struct bs_objective_row *row)
{
    const struct bs_report *report;
    const struct bs_store_row *store;

    BS_ASSERT(walk != NULL && walk->report != NULL);
    BS_ASSERT(row != NULL);

    report = walk->report;
    if (walk->is_over || walk->finding >= report->findings.count) {
        return false;
    }
    *row = (struct bs_objective_row){.finding = &report->findings.items[walk->finding]};
    if (walk->finding++ == 0) {
        row->what = "RTO";
        row->objective = report->objectives.rto;
        row->achieved = report->rto;
        return true;
    }
    store = next_store(walk);
    if (store != NULL) {
        row->what = "RPO";
        row->store = store->id;
        row->objective = store->objective;
        row->achieved = store->rpo;
        return true;
    }
    row->what = "split brain";
    row->objective = bs_known(report->objectives.split_brain_ns);
    row->achieved = report->split.duration;
    walk->is_over = true;
    return true;
}
