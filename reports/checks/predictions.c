/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/predictions.h"

#include "base/assert.h"

/* ---- Measures ---- */

static struct bs_figure length_of(const struct bs_step_row *row)
{
    return row->end.ns == BS_INSTANT_UNKNOWN.ns ? bs_unknown("still under way when the run ended")
                                                : bs_known(row->end.ns - row->start.ns);
}

bool bs_measure_is(const struct bs_measure *a, const struct bs_measure *b)
{
    return bs_text_is(a->subject, b->subject) && bs_text_is(a->workflow, b->workflow) &&
           bs_text_is(a->name, b->name);
}

/* A step's last execution takes the place of those before it. */
static void put(struct bs_measures *measures, const struct bs_measure *measure)
{
    for (size_t i = 0; i < measures->count; i++) {
        if (bs_measure_is(&measures->items[i], measure)) {
            measures->items[i] = *measure;
            return;
        }
    }
    measures->items[measures->count++] = *measure;
}

void bs_measures_find(struct bs_evidence *evidence, const struct bs_measures_question *question,
                      struct bs_measures *measures)
{
    const size_t most =
        1 + question->rpo->count + question->parts->count + question->steps->executed_count;

    *measures = (struct bs_measures){
        .items = bs_evidence_array(evidence, most, sizeof(*measures->items)),
    };
    if (measures->items == NULL) {
        return;
    }
    put(measures, &(struct bs_measure){"outage", NULL, "rto", question->rto});
    for (size_t i = 0; i < question->rpo->count; i++) {
        const struct bs_store_row *store = &question->rpo->stores[i];

        put(measures, &(struct bs_measure){"store", NULL, store->id, store->rpo});
    }
    for (size_t i = 0; i < question->parts->count; i++) {
        const struct bs_part *part = &question->parts->items[i];

        put(measures, &(struct bs_measure){"phase", NULL, part->name,
                                           bs_known(part->end.ns - part->start.ns)});
    }
    for (size_t i = 0; i < question->steps->executed_count; i++) {
        const struct bs_step_row *row = &question->steps->executed[i];

        put(measures, &(struct bs_measure){"step", row->workflow, row->id, length_of(row)});
    }
}

/* ---- Predictions ---- */

const char *bs_prediction_place_name(enum bs_prediction_place place)
{
    static const char *const names[] = {
        [BS_PREDICTION_UNKNOWN] = "unknown",
        [BS_PREDICTION_BELOW] = "below",
        [BS_PREDICTION_WITHIN] = "within",
        [BS_PREDICTION_ABOVE] = "above",
    };

    BS_ASSERT((size_t)place < sizeof(names) / sizeof(names[0]));
    return names[place];
}

static struct bs_figure took_of(const struct bs_measures *measures, const struct bs_measure *wanted)
{
    for (size_t i = 0; i < measures->count; i++) {
        if (bs_measure_is(&measures->items[i], wanted)) {
            return measures->items[i].took;
        }
    }
    return bs_unknown(bs_text_is(wanted->subject, "store") ? "it was not measured"
                                                           : "it did not come to that");
}

static struct bs_figure quantile(const struct bs_record *record, const char *field)
{
    const int64_t ns = bs_record_number(record, field);

    return ns == BS_DURATION_UNKNOWN.ns ? bs_unknown("in no trial did it come to that")
                                        : bs_known(ns);
}

static enum bs_prediction_place place_of(const struct bs_prediction_row *row)
{
    if (!bs_is_known(row->live.took) || !bs_is_known(row->low) || !bs_is_known(row->high)) {
        return BS_PREDICTION_UNKNOWN;
    }
    if (row->live.took.value < row->low.value) {
        return BS_PREDICTION_BELOW;
    }
    return row->live.took.value > row->high.value ? BS_PREDICTION_ABOVE : BS_PREDICTION_WITHIN;
}

void bs_predictions_find(struct bs_evidence *evidence, const struct bs_measures *measures,
                         struct bs_predictions *predictions)
{
    const size_t count = bs_evidence_count(evidence, BS_RECORD_PREDICTION);

    *predictions = (struct bs_predictions){
        .items = bs_evidence_array(evidence, count, sizeof(*predictions->items)),
    };
    for (size_t k = 0; predictions->items != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_PREDICTION, k);
        struct bs_prediction_row *row = &predictions->items[predictions->count++];

        row->live.subject = bs_record_words(record, "subject");
        row->live.workflow = bs_record_text(record, "workflow");
        row->live.name = bs_record_words(record, "name");
        row->live.took = took_of(measures, &row->live);
        row->trials = bs_record_number(record, "trials");
        row->known = bs_record_number(record, "known");
        row->low = quantile(record, "low_ns");
        row->median = quantile(record, "median_ns");
        row->high = quantile(record, "high_ns");
        row->place = place_of(row);
    }
}
