/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/forecast.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/assert.h"
#include "reports/report.h"
#include "sim/trial/trial.h"

enum { MEASURES_MAX = 1024, ARENA_BYTES_MAX = 256 * 1024 * 1024, PERCENT = 100 };

struct forecast_row {
    struct bs_measure measure; /* Its names only. */
    int64_t *values_ns;        /* Known ones, as they came. */
    size_t count;
};

struct bs_forecast {
    const struct bs_inputs *inputs;
    size_t trials;
    size_t done;
    struct forecast_row rows[MEASURES_MAX];
    size_t row_count;
    struct bs_arena arena; /* Names, since those in a report go with it; and values. */
};

struct bs_forecast *bs_forecast_new(const struct bs_inputs *inputs, size_t trials)
{
    struct bs_forecast *forecast = calloc(1, sizeof(*forecast));

    BS_ASSERT(trials > 0 && trials <= BS_FORECAST_TRIALS_MAX);
    if (forecast == NULL) {
        return NULL;
    }
    forecast->inputs = inputs;
    forecast->trials = trials;
    bs_arena_init(&forecast->arena, ARENA_BYTES_MAX);
    return forecast;
}

void bs_forecast_destroy(struct bs_forecast *forecast)
{
    if (forecast == NULL) {
        return;
    }
    bs_arena_clean_up(&forecast->arena);
    free(forecast);
}

bool bs_forecast_is_done(const struct bs_forecast *forecast)
{
    return forecast->done == forecast->trials;
}

/* ---- Trials ---- */

static const char *copy(struct bs_forecast *forecast, const char *text)
{
    return text == NULL ? NULL : bs_arena_text(&forecast->arena, text, strlen(text));
}

static bool make_row(struct bs_forecast *forecast, const struct bs_measure *measure)
{
    struct forecast_row *row = &forecast->rows[forecast->row_count];

    if (forecast->row_count == MEASURES_MAX) {
        return false;
    }
    row->measure.subject = copy(forecast, measure->subject);
    row->measure.workflow = copy(forecast, measure->workflow);
    row->measure.name = copy(forecast, measure->name);
    row->values_ns = bs_arena_array(&forecast->arena, forecast->trials, sizeof(*row->values_ns));
    if (row->measure.subject == NULL || row->measure.name == NULL || row->values_ns == NULL ||
        (row->measure.workflow == NULL && measure->workflow != NULL)) {
        return false;
    }
    forecast->row_count++;
    return true;
}

/* NULL: no memory, or more measures than any plan has. */
static struct forecast_row *row_of(struct bs_forecast *forecast, const struct bs_measure *measure)
{
    size_t i = 0;

    while (i < forecast->row_count && !bs_measure_is(&forecast->rows[i].measure, measure)) {
        i++;
    }
    return i < forecast->row_count || make_row(forecast, measure) ? &forecast->rows[i] : NULL;
}

static enum bs_status keep(struct bs_forecast *forecast, const struct bs_measures *measures,
                           struct bs_error *error)
{
    for (size_t i = 0; i < measures->count; i++) {
        const struct bs_measure *measure = &measures->items[i];
        struct forecast_row *row = row_of(forecast, measure);

        if (row == NULL) {
            return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
        }
        if (bs_is_known(measure->took)) {
            row->values_ns[row->count++] = measure->took.value;
        }
    }
    return BS_OK;
}

enum bs_status bs_forecast_advance(struct bs_forecast *forecast, struct bs_error *error)
{
    const struct bs_trial_options trial = {
        .scenario = forecast->inputs->scenario,
        .plan = forecast->inputs->plan,
        .seed = forecast->done + 1,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
    };
    struct bs_report_inputs inputs = {.history = NULL, .figures_only = true};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    enum bs_status status;

    BS_ASSERT(!bs_forecast_is_done(forecast));
    status = bs_trial_run(&trial, &history, NULL, error);
    if (status == BS_OK) {
        inputs.history = history;
        status = bs_report_build(&inputs, &report, error);
    }
    if (status == BS_OK) {
        status = keep(forecast, &report->measures, error);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
    forecast->done++;
    return status;
}

/* ---- Percentiles ---- */

static int compare_ns(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;

    return left < right ? -1 : left > right;
}

/* Nearest rank: the smallest value that at least so many per cent of them do not exceed. */
static struct bs_duration percentile(const struct forecast_row *row, size_t percent)
{
    return row->count == 0
               ? BS_DURATION_UNKNOWN
               : (struct bs_duration){
                     row->values_ns[(row->count * percent + PERCENT - 1) / PERCENT - 1]};
}

static void record_row(const struct bs_forecast *forecast, struct forecast_row *row,
                       struct bs_history *history)
{
    qsort(row->values_ns, row->count, sizeof(*row->values_ns), compare_ns);
    BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_PREDICTION, bs_text(row->measure.subject),
              bs_text(row->measure.workflow), bs_text(row->measure.name),
              bs_count((int64_t)forecast->done), bs_count((int64_t)row->count),
              bs_span(percentile(row, 1)), bs_span(percentile(row, PERCENT / 2)),
              bs_span(percentile(row, PERCENT - 1)));
}

/* Whatever comes first in the first trial comes first; what only later ones have goes to its kind. */
void bs_forecast_record(struct bs_forecast *forecast, struct bs_history *history)
{
    static const char *const subjects[] = {"outage", "store", "phase", "step"};

    for (size_t i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++) {
        for (size_t k = 0; k < forecast->row_count; k++) {
            if (strcmp(forecast->rows[k].measure.subject, subjects[i]) == 0) {
                record_row(forecast, &forecast->rows[k], history);
            }
        }
    }
}
