/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/cohorts.h"

void bs_cohorts_find(struct bs_evidence *evidence, struct bs_series *series,
                     struct bs_outage_rule rule, struct bs_cohorts *cohorts)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_COHORT);

    *cohorts = (struct bs_cohorts){
        .items = bs_evidence_array(evidence, count, sizeof(*cohorts->items)),
    };
    for (size_t k = 0; cohorts->items != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_COHORT, k);
        struct bs_cohort_row *row = &cohorts->items[cohorts->count++];
        int64_t share_ppb = bs_record_number(record, "share_ppb");
        struct bs_outages outages;
        struct bs_share all;

        row->name = bs_record_words(record, "cohort");
        row->behaviour = bs_record_text(record, "behaviour");
        row->share = share_ppb < 0 ? bs_unknown("not declared") : bs_known(share_ppb);
        bs_series_fill(series, BS_SERIES_ALL, row->name);
        all = bs_series_share(series, 0, series->bins);
        row->requests = all.total;
        row->failed = all.total - all.good;
        bs_outages_find(evidence, series, rule, &outages);
        row->rto = bs_outages_rto(&outages);
    }
}
