/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/compare/comparison.h"

#include <inttypes.h>

#include "base/assert.h"
#include "reports/compare/comparison_notes.h"
#include "reports/evidence.h"
#include "reports/statistics/holm.h"
#include "reports/statistics/quantile.h"
#include "reports/statistics/two_sample.h"
#include "reports/statistics/unimodal.h"

/** What is asked of each row; each has its family. */
enum question {
    WORSE_THAN_ALLOWED,
    WORSE,
    BETTER,
    QUESTION_COUNT,
};

enum { LEVEL_COUNT = 2 };

static const int64_t levels_ppb[LEVEL_COUNT] = {500000000, 950000000};

/* Rows of a comparison and what was found for each. */
struct answer {
    bool is_seen; /* The sample itself shows it, chance or not. */
    double p;
};

struct comparing {
    struct bs_comparison *comparison;
    struct bs_arena *arena;
    struct answer *answers[QUESTION_COUNT];
    size_t row_max;
};

enum role {
    HEADLINE,
    PHASE,
    STEP,
};

/** The columns that are compared, headlines first. */
static const struct measure {
    const char *subject;
    const char *name; /* NULL: any. */
    enum role role;
    enum bs_comparison_kind kind;
    int64_t wanted; /* The value that is counted. */
} measures[] = {
    {"outage", NULL, HEADLINE, BS_COMPARISON_QUANTILE, 0},
    {"store", NULL, HEADLINE, BS_COMPARISON_QUANTILE, 0},
    {"trial", "recovered", HEADLINE, BS_COMPARISON_SHARE, 1},
    {"trial", "verdict", HEADLINE, BS_COMPARISON_SHARE, BS_VERDICT_PASS},
    {"invariant", NULL, HEADLINE, BS_COMPARISON_VIOLATIONS, BS_OUTCOME_FAIL},
    {"phase", NULL, PHASE, BS_COMPARISON_QUANTILE, 0},
    {"step", NULL, STEP, BS_COMPARISON_QUANTILE, 0},
};

const char *bs_change_name(enum bs_change change)
{
    static const char *const names[BS_CHANGE_COUNT] = {
        [BS_CHANGE_NONE] = "unchanged",      [BS_CHANGE_BETTER] = "better",
        [BS_CHANGE_TOLERATED] = "tolerated", [BS_CHANGE_UNKNOWN] = "unknown",
        [BS_CHANGE_WORSE] = "worse",
    };

    BS_ASSERT(change < BS_CHANGE_COUNT);
    return names[change];
}

/* ---- Rows ---- */

/** A column on both sides; where a side has none, its sample is empty. */
struct pair {
    const struct measure *measure;
    const struct bs_column *column;
    struct bs_sample baseline;
    struct bs_sample current;
};

static bool decides(const struct comparing *comparing, const struct measure *measure)
{
    return measure->role == HEADLINE ||
           (measure->role == STEP && !comparing->comparison->options.only_headlines);
}

static struct bs_comparison_row *add_row(struct comparing *comparing, const struct pair *pair)
{
    struct bs_comparison *comparison = comparing->comparison;
    struct bs_comparison_row *row = &comparison->rows[comparison->row_count];

    BS_ASSERT(comparison->row_count < comparing->row_max);
    *row = (struct bs_comparison_row){
        .is_headline = pair->measure->role == HEADLINE,
        .decides = decides(comparing, pair->measure),
        .kind = pair->measure->kind,
        .subject = pair->column->subject,
        .workflow = pair->column->workflow,
        .name = pair->column->name,
        .baseline = {.trials = bs_sample_size(&pair->baseline), .value = BS_VALUE_ABSENT},
        .current = {.trials = bs_sample_size(&pair->current), .value = BS_VALUE_ABSENT},
    };
    comparison->row_count++;
    return row;
}

static struct answer *answer_of(const struct comparing *comparing,
                                const struct bs_comparison_row *row, enum question question)
{
    return &comparing->answers[question][row - comparing->comparison->rows];
}

/* Says so, and true, if one of the sides has too few values to tell anything. */
static bool is_too_few(struct comparing *comparing, struct bs_comparison_row *row, int64_t needed)
{
    const bool is_baseline = row->baseline.trials < needed;
    const int64_t trials = is_baseline ? row->baseline.trials : row->current.trials;

    if (row->baseline.trials >= needed && row->current.trials >= needed) {
        return false;
    }
    row->unknown = bs_comparison_text(
        comparing->arena, "it takes %" PRId64 " trials with a value, and the %s has %" PRId64,
        needed, is_baseline ? "baseline" : "current sweep", trials);
    return true;
}

static int64_t allowed_of(const struct comparing *comparing, const struct bs_comparison_row *row)
{
    return row->decides ? comparing->comparison->options.margin_ppb : 0;
}

/* ---- Quantiles ---- */

static struct answer ask_quantile(const struct bs_sample *shorter, const struct bs_sample *longer,
                                  int64_t p_ppb, int64_t margin_ppb)
{
    const struct bs_quantile_test test = bs_quantile_test(shorter, longer, p_ppb, margin_ppb);

    return (struct answer){.is_seen = test.is_larger, .p = test.counts.p};
}

static void compare_quantile(struct comparing *comparing, const struct pair *pair, int64_t p_ppb)
{
    const struct bs_quantile_question question = {.p_ppb = p_ppb, .confidence_ppb = 950000000};
    struct bs_comparison_row *row = add_row(comparing, pair);

    row->p_ppb = p_ppb;
    if (row->baseline.trials > 0) {
        row->baseline.value =
            bs_sample_at(&pair->baseline, bs_nearest_rank(row->baseline.trials, p_ppb));
    }
    if (row->current.trials > 0) {
        row->current.value =
            bs_sample_at(&pair->current, bs_nearest_rank(row->current.trials, p_ppb));
    }
    if (is_too_few(comparing, row, bs_quantile_trials_needed(question))) {
        return;
    }
    row->is_tested = true;
    *answer_of(comparing, row, WORSE_THAN_ALLOWED) =
        ask_quantile(&pair->baseline, &pair->current, p_ppb, allowed_of(comparing, row));
    *answer_of(comparing, row, WORSE) = ask_quantile(&pair->baseline, &pair->current, p_ppb, 0);
    *answer_of(comparing, row, BETTER) = ask_quantile(&pair->current, &pair->baseline, p_ppb, 0);
}

static void compare_quantiles(struct comparing *comparing, const struct pair *pair)
{
    for (size_t i = 0; i < LEVEL_COUNT; i++) {
        compare_quantile(comparing, pair, levels_ppb[i]);
    }
}

/* ---- Shares ---- */

static struct bs_tally share_of(const struct bs_sample *sample, int64_t wanted)
{
    return (struct bs_tally){
        .trials = bs_sample_size(sample),
        .successes = bs_sample_above(sample, wanted - 1) - bs_sample_above(sample, wanted),
    };
}

static int64_t share_ppb(struct bs_tally share)
{
    return share.trials > 0
               ? (int64_t)((__extension__(unsigned __int128)(uint64_t) share.successes) *
                           (uint64_t)BS_PPB / (uint64_t)share.trials)
               : BS_VALUE_ABSENT;
}

/* Whether fewer succeed than the part of `many` that is allowed to remain. */
static struct answer ask_share(struct bs_tally many, struct bs_tally few, int64_t margin_ppb)
{
    const int64_t margin = margin_ppb < BS_PPB ? margin_ppb : BS_PPB;
    const struct bs_counts_test test = bs_share_test(many, few, margin);

    return (struct answer){
        .is_seen = (double)test.current_count * (double)test.baseline_trials >
                   (double)test.baseline_count * (double)test.current_trials,
        .p = test.p,
    };
}

static void ask_shares(struct comparing *comparing, struct bs_comparison_row *row,
                       struct bs_tally baseline, struct bs_tally current)
{
    row->is_tested = true;
    *answer_of(comparing, row, WORSE_THAN_ALLOWED) =
        ask_share(baseline, current, allowed_of(comparing, row));
    *answer_of(comparing, row, WORSE) = ask_share(baseline, current, 0);
    *answer_of(comparing, row, BETTER) = ask_share(current, baseline, 0);
}

/* So few as the median of a distribution takes. */
static int64_t share_trials_needed(void)
{
    return bs_quantile_trials_needed(
        (struct bs_quantile_question){.p_ppb = BS_PPB / 2, .confidence_ppb = 950000000});
}

static void compare_shares(struct comparing *comparing, const struct pair *pair)
{
    const struct bs_tally baseline = share_of(&pair->baseline, pair->measure->wanted);
    const struct bs_tally current = share_of(&pair->current, pair->measure->wanted);
    struct bs_comparison_row *row = add_row(comparing, pair);

    row->baseline.value = share_ppb(baseline);
    row->current.value = share_ppb(current);
    if (!is_too_few(comparing, row, share_trials_needed())) {
        ask_shares(comparing, row, baseline, current);
    }
}

static struct bs_tally without(struct bs_tally violations)
{
    return (struct bs_tally){.trials = violations.trials,
                             .successes = violations.trials - violations.successes};
}

/* Of an invariant that has never been violated there is nothing to say. */
static void compare_violations(struct comparing *comparing, const struct pair *pair)
{
    const struct bs_tally baseline = share_of(&pair->baseline, pair->measure->wanted);
    const struct bs_tally current = share_of(&pair->current, pair->measure->wanted);
    struct bs_comparison_row *row;

    if (baseline.successes == 0 && current.successes == 0) {
        return;
    }
    row = add_row(comparing, pair);
    row->baseline.value = baseline.successes;
    row->current.value = current.successes;
    if (baseline.successes == 0) {
        row->change = BS_CHANGE_WORSE;
    } else if (!is_too_few(comparing, row, share_trials_needed())) {
        ask_shares(comparing, row, without(baseline), without(current));
    }
}

/* ---- All columns ---- */

static void (*const comparers[])(struct comparing *comparing, const struct pair *pair) = {
    [BS_COMPARISON_QUANTILE] = compare_quantiles,
    [BS_COMPARISON_SHARE] = compare_shares,
    [BS_COMPARISON_VIOLATIONS] = compare_violations,
};

static void note_column(struct comparing *comparing, const struct bs_column *column,
                        const char *what)
{
    bs_comparison_note(
        comparing->comparison,
        bs_comparison_text(comparing->arena, "%s %.200s %s", column->subject, column->name, what));
}

/* Something that is measured on one side only; a headline that is gone cannot be judged. */
static bool is_one_sided(struct comparing *comparing, const struct pair *pair)
{
    const int64_t before = bs_sample_size(&pair->baseline);
    const int64_t after = bs_sample_size(&pair->current);

    if (before == 0 && after > 0) {
        note_column(comparing, pair->column, "has no values in the baseline");
    } else if (before > 0 && after == 0) {
        note_column(comparing, pair->column, "has no values in the current sweep");
    }
    return before == 0 || (after == 0 && pair->measure->role != HEADLINE);
}

static bool is_measured_by(const struct measure *measure, const struct bs_column *column)
{
    return bs_text_is(measure->subject, column->subject) &&
           (measure->name == NULL || bs_text_is(measure->name, column->name));
}

static void compare_column(struct comparing *comparing, const struct measure *measure,
                           const struct bs_baseline_column *baseline)
{
    const struct bs_column *column = &baseline->column;
    const struct bs_baseline_column *current = bs_baseline_find(
        comparing->comparison->current, column->subject, column->workflow, column->name);
    struct pair pair = {.measure = measure, .column = column, .baseline = baseline->sample};

    if (current != NULL) {
        pair.current = current->sample;
    }
    if (!is_one_sided(comparing, &pair)) {
        comparers[measure->kind](comparing, &pair);
    }
}

static void compare_columns(struct comparing *comparing, const struct measure *measure)
{
    const struct bs_baseline *baseline = comparing->comparison->baseline;
    const struct bs_baseline *current = comparing->comparison->current;

    for (size_t i = 0; i < baseline->column_count; i++) {
        if (is_measured_by(measure, &baseline->columns[i].column)) {
            compare_column(comparing, measure, &baseline->columns[i]);
        }
    }
    for (size_t i = 0; i < current->column_count; i++) {
        const struct bs_column *column = &current->columns[i].column;

        if (is_measured_by(measure, column) &&
            bs_baseline_find(baseline, column->subject, column->workflow, column->name) == NULL) {
            note_column(comparing, column, "is new: the baseline has none");
        }
    }
}

/* ---- Families ---- */

/* Room for a family's probabilities, and for what they are worth in it. */
struct family {
    double *p;
    double *worth;
    size_t count;
};

static void collect(const struct comparing *comparing, bool deciding, enum question question,
                    struct family *family)
{
    family->count = 0;
    for (size_t i = 0; i < comparing->comparison->row_count; i++) {
        const struct bs_comparison_row *row = &comparing->comparison->rows[i];

        if (row->decides == deciding && row->is_tested) {
            family->p[family->count++] = comparing->answers[question][i].p;
        }
    }
}

static void settle_family(const struct comparing *comparing, bool deciding, enum question question,
                          struct family *family)
{
    size_t next = 0;

    collect(comparing, deciding, question, family);
    bs_holm(family->p, family->count, family->worth);
    for (size_t i = 0; i < comparing->comparison->row_count; i++) {
        const struct bs_comparison_row *row = &comparing->comparison->rows[i];

        if (row->decides == deciding && row->is_tested) {
            comparing->answers[question][i].p = family->worth[next++];
        }
    }
}

static enum bs_status settle_families(const struct comparing *comparing, struct bs_error *error)
{
    struct family family = {
        .p = bs_arena_array(comparing->arena, comparing->row_max, sizeof(double)),
        .worth = bs_arena_array(comparing->arena, comparing->row_max, sizeof(double)),
    };

    if (family.p == NULL || family.worth == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (int question = 0; question < QUESTION_COUNT; question++) {
        settle_family(comparing, true, (enum question)question, &family);
        settle_family(comparing, false, (enum question)question, &family);
    }
    return BS_OK;
}

/* ---- Judging ---- */

static bool is_shown(const struct comparing *comparing, const struct bs_comparison_row *row,
                     enum question question)
{
    const struct answer *answer = answer_of(comparing, row, question);

    return answer->is_seen &&
           answer->p <= (double)comparing->comparison->options.alpha_ppb / (double)BS_PPB;
}

static void judge_row(const struct comparing *comparing, struct bs_comparison_row *row)
{
    static const enum bs_change changes[QUESTION_COUNT] = {
        [WORSE_THAN_ALLOWED] = BS_CHANGE_WORSE,
        [WORSE] = BS_CHANGE_TOLERATED,
        [BETTER] = BS_CHANGE_BETTER,
    };

    if (!row->is_tested) {
        row->change = row->unknown != NULL ? BS_CHANGE_UNKNOWN : row->change;
        return;
    }
    row->p = answer_of(comparing, row, WORSE_THAN_ALLOWED)->p;
    for (int question = QUESTION_COUNT - 1; question >= 0; question--) {
        if (is_shown(comparing, row, (enum question)question)) {
            row->change = changes[question];
        }
    }
}

static void judge(const struct comparing *comparing)
{
    struct bs_comparison *comparison = comparing->comparison;

    for (size_t i = 0; i < comparison->row_count; i++) {
        struct bs_comparison_row *row = &comparison->rows[i];

        judge_row(comparing, row);
        if (row->decides && row->change == BS_CHANGE_WORSE) {
            comparison->change = BS_CHANGE_WORSE;
        } else if (row->is_headline && row->change == BS_CHANGE_UNKNOWN &&
                   comparison->change != BS_CHANGE_WORSE) {
            comparison->change = BS_CHANGE_UNKNOWN;
        }
    }
}

static bool has_headline(const struct bs_comparison *comparison)
{
    return comparison->row_count > 0 && comparison->rows[0].is_headline;
}

/* ---- The whole ---- */

static enum bs_status make_room(struct comparing *comparing, struct bs_error *error)
{
    struct bs_comparison *comparison = comparing->comparison;
    bool has_failed;

    comparing->row_max = LEVEL_COUNT * comparison->baseline->column_count + 1;
    comparison->rows =
        bs_arena_array(comparing->arena, comparing->row_max, sizeof(*comparison->rows));
    has_failed = comparison->rows == NULL;
    for (int question = 0; question < QUESTION_COUNT; question++) {
        comparing->answers[question] =
            bs_arena_array(comparing->arena, comparing->row_max, sizeof(struct answer));
        has_failed = has_failed || comparing->answers[question] == NULL;
    }
    return has_failed ? bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory") : BS_OK;
}

static enum bs_status refuse(struct bs_comparison *comparison, const char *why)
{
    comparison->change = BS_CHANGE_UNKNOWN;
    comparison->why = why;
    return BS_OK;
}

enum bs_status bs_comparison_make(const struct bs_baseline *baseline,
                                  const struct bs_baseline *current,
                                  const struct bs_comparison_options *options,
                                  struct bs_arena *arena, struct bs_comparison *comparison,
                                  struct bs_error *error)
{
    struct comparing comparing = {.comparison = comparison, .arena = arena};
    const char *mismatch;
    enum bs_status status;

    BS_ASSERT(options->alpha_ppb > 0 && options->alpha_ppb < BS_PPB);
    *comparison = (struct bs_comparison){
        .baseline = baseline, .current = current, .options = *options, .change = BS_CHANGE_NONE};
    bs_comparison_note_identity(comparison, arena);
    mismatch = bs_comparison_mismatch(comparison, arena);
    if (mismatch != NULL) {
        return refuse(comparison, mismatch);
    }
    status = make_room(&comparing, error);
    if (status != BS_OK) {
        return status;
    }
    for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++) {
        compare_columns(&comparing, &measures[i]);
    }
    status = settle_families(&comparing, error);
    if (status != BS_OK) {
        return status;
    }
    judge(&comparing);
    if (!has_headline(comparison)) {
        return refuse(comparison, "the baseline measures nothing that could become worse");
    }
    return bs_comparison_explain(comparison, arena, error);
}
