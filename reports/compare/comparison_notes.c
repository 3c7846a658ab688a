/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/compare/comparison_notes.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "reports/compare/comparison_words.h"
#include "reports/evidence.h"
#include "reports/figure.h"

enum {
    TEXT_MAX = 1024,
    SENTENCE_BYTES_MAX = 64 * 1024,
    LISTED_MAX = 6, /* Of what is worse, or unchanged; the rest is counted. */
    HASH_SHOWN = 12,
};

const char *bs_comparison_text(struct bs_arena *arena, const char *format, ...)
{
    char text[TEXT_MAX];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    return bs_arena_text(arena, text, strlen(text));
}

void bs_comparison_note(struct bs_comparison *comparison, const char *text)
{
    if (text != NULL && comparison->note_count < BS_COMPARISON_NOTES_MAX) {
        comparison->notes[comparison->note_count++] = text;
    }
}

/* ---- What differs beside the figures ---- */

static void note_hash(struct bs_comparison *comparison, struct bs_arena *arena, const char *what,
                      const char *before, const char *after)
{
    if (!bs_text_is(before, after)) {
        bs_comparison_note(comparison,
                           bs_comparison_text(arena,
                                              "the %s has changed since the baseline: sha256 %.*s "
                                              "then, %.*s now",
                                              what, HASH_SHOWN, before != NULL ? before : "none",
                                              HASH_SHOWN, after != NULL ? after : "none"));
    }
}

static void note_missing(struct bs_comparison *comparison, struct bs_arena *arena, const char *what,
                         const struct bs_baseline *side)
{
    if (side->missing > 0) {
        bs_comparison_note(comparison,
                           bs_comparison_text(arena,
                                              "%" PRIu64 " of %" PRIu64 " trials %s are missing",
                                              side->missing, side->trials, what));
    }
}

static void note_seeds(struct bs_comparison *comparison, struct bs_arena *arena)
{
    const struct bs_baseline *baseline = comparison->baseline;
    const struct bs_baseline *current = comparison->current;
    const bool is_first = baseline->seed <= current->seed;
    const struct bs_baseline *first = is_first ? baseline : current;
    const struct bs_baseline *second = is_first ? current : baseline;
    const uint64_t apart = second->seed - first->seed;
    uint64_t common;

    if (apart >= first->trials) {
        return;
    }
    common = first->trials - apart;
    common = common < second->trials ? common : second->trials;
    bs_comparison_note(comparison,
                       bs_comparison_text(arena,
                                          "%" PRIu64 " seeds are in both, from %" PRIu64
                                          " on: with the same luck in both, differences come out "
                                          "smaller and alarms are rarer; other seeds find more",
                                          common, second->seed));
}

void bs_comparison_note_identity(struct bs_comparison *comparison, struct bs_arena *arena)
{
    const struct bs_baseline *baseline = comparison->baseline;
    const struct bs_baseline *current = comparison->current;

    if (!bs_text_is(baseline->scenario, current->scenario)) {
        bs_comparison_note(comparison,
                           bs_comparison_text(arena, "the baseline is of the scenario %.200s",
                                              baseline->scenario));
    }
    note_hash(comparison, arena, "scenario", baseline->scenario_sha256, current->scenario_sha256);
    note_hash(comparison, arena, "plan", baseline->plan_sha256, current->plan_sha256);
    if (!bs_text_is(baseline->version, current->version)) {
        bs_comparison_note(
            comparison, bs_comparison_text(arena, "made by blackstart %.60s, compared with %.60s",
                                           baseline->version, current->version));
    }
    note_missing(comparison, arena, "of the baseline", baseline);
    note_missing(comparison, arena, "of the current sweep", current);
    note_seeds(comparison, arena);
}

const char *bs_comparison_mismatch(const struct bs_comparison *comparison, struct bs_arena *arena)
{
    const struct bs_baseline *baseline = comparison->baseline;
    const struct bs_baseline *current = comparison->current;

    if (!bs_text_is(baseline->clock, current->clock)) {
        return bs_comparison_text(
            arena, "the baseline's RTO counts from %.60s, the current one's from %.60s",
            baseline->clock, current->clock);
    }
    if (!comparison->options.allows_other_scenario &&
        !bs_text_is(baseline->scenario, current->scenario)) {
        return bs_comparison_text(
            arena,
            "the baseline is of the scenario %.200s, the current sweep of %.200s "
            "(--other-scenario compares them)",
            baseline->scenario, current->scenario);
    }
    return NULL;
}

/* ---- Lists of rows ---- */

static bool is_same_part(const struct bs_comparison_row *a, const struct bs_comparison_row *b)
{
    return bs_text_is(a->subject, b->subject) && bs_text_is(a->workflow, b->workflow) &&
           bs_text_is(a->name, b->name);
}

/* The row of this part's other quantile that comes later, or NULL. */
static const struct bs_comparison_row *later_of(const struct bs_comparison *comparison, size_t i)
{
    const struct bs_comparison_row *next = &comparison->rows[i + 1];

    return i + 1 < comparison->row_count && is_same_part(&comparison->rows[i], next) ? next : NULL;
}

struct listing {
    const struct bs_comparison *comparison;
    struct bs_buffer *buffer;
    const char *subject; /* NULL: whatever made the comparison what it is. */
    enum bs_change change;
};

/* A step that is worse by no more than is allowed is worse nevertheless. */
static bool has_changed_so(const struct bs_comparison_row *row, enum bs_change change)
{
    return row->change == change ||
           (change == BS_CHANGE_WORSE && row->change == BS_CHANGE_TOLERATED);
}

static bool is_reason(const struct listing *listing, const struct bs_comparison_row *row)
{
    return row->change == listing->change &&
           (row->is_headline || (row->decides && listing->change == BS_CHANGE_WORSE));
}

/* A part whose p95 is to be listed is not listed for its p50, too. */
static bool is_listed(const struct listing *listing, size_t i)
{
    const struct bs_comparison_row *row = &listing->comparison->rows[i];
    const struct bs_comparison_row *later = later_of(listing->comparison, i);

    if (listing->subject == NULL) {
        return is_reason(listing, row);
    }
    return bs_text_is(row->subject, listing->subject) && has_changed_so(row, listing->change) &&
           (later == NULL || !has_changed_so(later, listing->change));
}

/* By how much a row differs, at most as much as anything can. */
static int64_t growth(const struct bs_comparison_row *row)
{
    if (bs_value_is_finite(row->current.value) && bs_value_is_finite(row->baseline.value)) {
        return row->current.value - row->baseline.value;
    }
    return row->current.value == BS_VALUE_CENSORED ? INT64_MAX : INT64_MIN;
}

/* How long it takes at worst, for what is not changed. */
static int64_t duration(const struct bs_comparison_row *row)
{
    return row->current.value;
}

/** Which rows a list has, and by what they are ordered, the largest first. */
struct order {
    bool (*is_listed)(const struct listing *listing, size_t i);
    int64_t (*key)(const struct bs_comparison_row *row);
};

static const struct order by_growth = {is_listed, growth};

/* The listed row that comes after `last`, by place where keys are equal; the first one after none. */
static size_t next_of(const struct listing *listing, const struct order *order, size_t last)
{
    const struct bs_comparison_row *rows = listing->comparison->rows;
    const size_t none = listing->comparison->row_count;
    size_t next = none;

    for (size_t i = 0; i < none; i++) {
        const bool is_later = last == none || order->key(&rows[i]) < order->key(&rows[last]) ||
                              (order->key(&rows[i]) == order->key(&rows[last]) && i > last);

        if (is_later && order->is_listed(listing, i) &&
            (next == none || order->key(&rows[i]) > order->key(&rows[next]))) {
            next = i;
        }
    }
    return next;
}

static size_t count_of(const struct listing *listing, const struct order *order)
{
    size_t count = 0;

    for (size_t i = 0; i < listing->comparison->row_count; i++) {
        count += order->is_listed(listing, i) ? 1 : 0;
    }
    return count;
}

static void put_rest(const struct listing *listing, size_t count)
{
    if (count > LISTED_MAX) {
        bs_buffer_format(listing->buffer, " and %zu more", count - LISTED_MAX);
    }
}

/** What a row is called where its subject is clear. */
static void put_part(struct bs_buffer *buffer, const struct bs_comparison_row *row)
{
    char label[BS_COMPARISON_TEXT_MAX];
    char difference[BS_COMPARISON_TEXT_MAX];
    size_t before = strlen(row->subject) + 1;

    bs_comparison_label(row, label);
    bs_comparison_difference(row, difference);
    bs_buffer_format(buffer, "%s %s", label + before, difference);
}

static void put_parts(const struct listing *listing)
{
    const size_t none = listing->comparison->row_count;
    const size_t count = count_of(listing, &by_growth);
    size_t row = none;

    for (size_t i = 0; i < count && i < LISTED_MAX; i++) {
        row = next_of(listing, &by_growth, row);
        bs_buffer_text(listing->buffer, i > 0 ? ", " : "");
        put_part(listing->buffer, &listing->comparison->rows[row]);
    }
    put_rest(listing, count);
}

/* Of a part whose p50 is unchanged, too; one that takes no time in either is nothing to speak of. */
static bool is_unchanged(const struct listing *listing, size_t i)
{
    const struct bs_comparison_row *row = &listing->comparison->rows[i];

    return i > 0 && bs_text_is(row->subject, listing->subject) && is_same_part(row - 1, row) &&
           row[-1].change == BS_CHANGE_NONE && row->change == BS_CHANGE_NONE &&
           (row->baseline.value != 0 || row->current.value != 0);
}

static const struct order by_duration = {is_unchanged, duration};

static void put_unchanged(const struct listing *listing)
{
    const size_t count = count_of(listing, &by_duration);
    size_t row = listing->comparison->row_count;

    for (size_t i = 0; i < count && i < LISTED_MAX; i++) {
        row = next_of(listing, &by_duration, row);
        bs_buffer_format(listing->buffer, "%s%.200s",
                         i > 0 ? ", " : "; unchanged: ", listing->comparison->rows[row].name);
    }
    put_rest(listing, count);
}

/* ---- The sentences ---- */

static void put_blame(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    struct listing worse = {comparison, buffer, "step", BS_CHANGE_WORSE};
    struct listing better = {comparison, buffer, "step", BS_CHANGE_BETTER};

    if (count_of(&worse, &by_growth) == 0) {
        worse.subject = "phase";
        better.subject = "phase";
    }
    if (count_of(&worse, &by_growth) == 0) {
        bs_buffer_text(buffer, "no step and no phase by itself can be shown to take longer");
        return;
    }
    put_parts(&worse);
    if (count_of(&better, &by_growth) > 0) {
        bs_buffer_text(buffer, "; better: ");
        put_parts(&better);
    }
    put_unchanged(&worse);
}

static void put_headline(struct bs_buffer *buffer, const struct bs_comparison_row *row)
{
    char label[BS_COMPARISON_TEXT_MAX];
    char before[BS_COMPARISON_TEXT_MAX];
    char after[BS_COMPARISON_TEXT_MAX];
    char difference[BS_COMPARISON_TEXT_MAX];

    bs_comparison_label(row, label);
    bs_comparison_value(row, &row->baseline, before);
    bs_comparison_value(row, &row->current, after);
    bs_comparison_difference(row, difference);
    if (row->change == BS_CHANGE_UNKNOWN) {
        bs_buffer_format(buffer, "%s cannot be judged: %s", label, row->unknown);
    } else if (row->kind == BS_COMPARISON_VIOLATIONS) {
        bs_buffer_format(buffer, "%s violated in %s trials, before in %s", label, after, before);
    } else {
        bs_buffer_format(buffer, "%s %s, was %s (%s)", label, after, before, difference);
    }
}

static void put_headlines(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    const struct listing listing = {comparison, buffer, NULL, comparison->change};
    size_t count = 0;

    for (size_t i = 0; i < comparison->row_count; i++) {
        if (is_listed(&listing, i) && count++ < LISTED_MAX) {
            bs_buffer_text(buffer, count > 1 ? "; " : "");
            put_headline(buffer, &comparison->rows[i]);
        }
    }
    put_rest(&listing, count);
}

static void put_why(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    char margin[BS_TIME_TEXT_MAX];

    if (comparison->change != BS_CHANGE_NONE) {
        put_headlines(comparison, buffer);
        return;
    }
    bs_buffer_text(buffer, "nothing is shown to be worse");
    if (comparison->options.margin_ppb > 0) {
        bs_buffer_format(buffer, " by more than %s",
                         bs_percent_text(comparison->options.margin_ppb, margin));
    }
}

static const char *composed(const struct bs_comparison *comparison, struct bs_arena *arena,
                            void (*put)(const struct bs_comparison *, struct bs_buffer *))
{
    struct bs_buffer buffer;
    const char *text = NULL;

    bs_buffer_init(&buffer, SENTENCE_BYTES_MAX);
    put(comparison, &buffer);
    if (!buffer.failed && buffer.length > 0) {
        text = bs_arena_text(arena, buffer.bytes, buffer.length);
    }
    bs_buffer_clean_up(&buffer);
    return text;
}

enum bs_status bs_comparison_explain(struct bs_comparison *comparison, struct bs_arena *arena,
                                     struct bs_error *error)
{
    const bool is_worse = comparison->change == BS_CHANGE_WORSE;

    comparison->why = composed(comparison, arena, put_why);
    comparison->blame = is_worse ? composed(comparison, arena, put_blame) : NULL;
    return comparison->why != NULL && (!is_worse || comparison->blame != NULL)
               ? BS_OK
               : bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
}
