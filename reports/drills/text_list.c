/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/text_list.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "reports/clean_text.h"
#include "reports/drills/trends.h"
#include "reports/text_style.h"

enum {
    TEXT_MAX = 256,
    NAME_COLUMNS = 100, /* Of a name that has a line of its own. */
    LABEL_COLUMNS = 16,
    SPARK_LEVELS = 8,
    MINUTES_LENGTH = 16, /* "2026-11-22 05:34" */
};

/* The table's columns. */
enum {
    WHEN_COLUMNS = 18,
    SCENARIO_COLUMNS = 28,
    BACKEND_COLUMNS = 9,
    VERDICT_COLUMNS = 9,
    RTO_COLUMNS = 20,
    RPO_COLUMNS = 18,
};

struct table {
    struct bs_text_style style;
    struct bs_arena arena;
    struct bs_buffer clean; /* The name that is being written. */
    int64_t count;
};

/* A name as a terminal may be given it; it lives until the next one. */
static const char *clean(struct table *table, const char *text)
{
    table->clean.length = 0;
    bs_clean_text(&table->clean, text, NULL);
    if (table->clean.failed || table->clean.bytes == NULL) {
        return "";
    }
    table->clean.bytes[table->clean.length] = '\0';
    return table->clean.bytes;
}

static const char *duration(struct bs_figure figure, char text[BS_TIME_TEXT_MAX])
{
    if (!bs_is_known(figure)) {
        return "?";
    }
    bs_duration_format((struct bs_duration){figure.value}, text);
    return text;
}

/* ---- The table ---- */

static enum bs_text_role role_of(const char *verdict)
{
    if (strcmp(verdict, bs_verdict_name(BS_VERDICT_PASS)) == 0) {
        return BS_TEXT_GOOD;
    }
    return strcmp(verdict, bs_verdict_name(BS_VERDICT_FAIL)) == 0 ? BS_TEXT_BAD : BS_TEXT_DOUBT;
}

static void put_when(const struct bs_text_style *style, int64_t s)
{
    char text[BS_UTC_TEXT_MAX] = "date unknown";

    if (s != BS_UTC_UNKNOWN) {
        bs_utc_format(s, text);
        text[10] = ' ';
        text[MINUTES_LENGTH] = '\0';
    }
    bs_text_cell(style, BS_TEXT_PLAIN, text, WHEN_COLUMNS);
}

static void put_pair(const struct bs_text_style *style, struct bs_figure actual,
                     struct bs_figure target, uint32_t columns)
{
    char actual_text[BS_TIME_TEXT_MAX];
    char target_text[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    (void)snprintf(text, sizeof(text), "%s / %s", duration(actual, actual_text),
                   bs_is_known(target) ? duration(target, target_text) : "-");
    bs_text_cell(style, BS_TEXT_PLAIN, text, columns);
}

static void put_head(const struct bs_text_style *style)
{
    static const struct {
        const char *name;
        uint32_t columns;
    } heads[] = {{"when (UTC)", WHEN_COLUMNS},     {"scenario", SCENARIO_COLUMNS},
                 {"backend", BACKEND_COLUMNS},     {"verdict", VERDICT_COLUMNS},
                 {"RTO / objective", RTO_COLUMNS}, {"RPO / objective", RPO_COLUMNS}};

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        bs_text_cell(style, BS_TEXT_STRONG, heads[i].name, heads[i].columns);
    }
    bs_text_put(style, BS_TEXT_STRONG, "lost writes");
    bs_text_end_line(style);
}

static void put_drill(void *subject, const struct bs_kept_drill *drill)
{
    struct table *table = subject;
    const struct bs_text_style *style = &table->style;
    char text[TEXT_MAX] = "?";

    if (table->count++ == 0) {
        put_head(style);
    }
    put_when(style, drill->held_at_s);
    bs_text_cell(style, BS_TEXT_PLAIN, clean(table, drill->scenario), SCENARIO_COLUMNS);
    bs_text_cell(style, BS_TEXT_PLAIN, clean(table, drill->backend), BACKEND_COLUMNS);
    bs_text_cell(style, role_of(drill->verdict), clean(table, drill->verdict), VERDICT_COLUMNS);
    put_pair(style, drill->rto, drill->rto_objective, RTO_COLUMNS);
    put_pair(style, drill->rpo, drill->rpo_objective, RPO_COLUMNS);
    if (bs_is_known(drill->lost_writes)) {
        (void)snprintf(text, sizeof(text), "%" PRId64, drill->lost_writes.value);
    }
    bs_text_put(style, BS_TEXT_PLAIN, text);
    bs_text_end_line(style);
    bs_arena_reset(&table->arena);
}

/* ---- Trends ---- */

static const char *when(const struct bs_drills_summary *summary, char text[TEXT_MAX])
{
    const struct bs_figure age = bs_drills_age_days(summary);

    if (!bs_is_known(age)) {
        return summary->left_out > 0 ? "at an unknown date" : "never";
    }
    if (age.value == 0) {
        return "less than a day ago";
    }
    (void)snprintf(text, TEXT_MAX, "%" PRId64 " day%s ago", age.value, age.value == 1 ? "" : "s");
    return text;
}

/* A line of a track: what it is about in a column of its own, under the backend's name. */
static void put_line(const struct bs_text_style *style, const char *label, const char *text)
{
    bs_buffer_text(style->buffer, "    ");
    bs_text_cell(style, BS_TEXT_FAINT, label, LABEL_COLUMNS);
    bs_text_put(style, BS_TEXT_PLAIN, text);
    bs_text_end_line(style);
}

/* Bars from 0 to the largest RTO or objective; "?" where there is no RTO. */
static void put_sparkline(const struct bs_text_style *style, const struct bs_drill_track *track)
{
    static const char *const bars[SPARK_LEVELS] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    int64_t top = 1;

    for (size_t i = 0; i < track->count; i++) {
        const struct bs_kept_drill *drill = &track->last[i];

        top = bs_is_known(drill->rto) && drill->rto.value > top ? drill->rto.value : top;
        top = bs_is_known(drill->rto_objective) && drill->rto_objective.value > top
                  ? drill->rto_objective.value
                  : top;
    }
    for (size_t i = 0; i < track->count; i++) {
        const struct bs_figure rto = track->last[i].rto;
        const int64_t part = (top + SPARK_LEVELS - 1) / SPARK_LEVELS;
        const bool is_late = bs_is_known(rto) && bs_is_known(track->last[i].rto_objective) &&
                             rto.value > track->last[i].rto_objective.value;
        const int64_t level = bs_is_known(rto) ? rto.value / part : 0;

        bs_text_put(style, is_late ? BS_TEXT_BAD : BS_TEXT_PLAIN,
                    bs_is_known(rto) ? bars[level < SPARK_LEVELS ? level : SPARK_LEVELS - 1] : "?");
    }
}

static void put_margin(const struct bs_text_style *style, const struct bs_kept_drill *last)
{
    char rto[BS_TIME_TEXT_MAX];
    char target[BS_TIME_TEXT_MAX];
    char margin[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    if (!bs_is_known(last->rto) || !bs_is_known(last->rto_objective)) {
        (void)snprintf(text, sizeof(text), "  last %s, objective %s", duration(last->rto, rto),
                       bs_is_known(last->rto_objective) ? duration(last->rto_objective, target)
                                                        : "none");
    } else {
        const int64_t left_ns = last->rto_objective.value - last->rto.value;

        (void)snprintf(text, sizeof(text), "  last %s, objective %s: %s%s%s",
                       duration(last->rto, rto), duration(last->rto_objective, target),
                       left_ns < 0 ? "missed by " : "",
                       duration(bs_known(left_ns < 0 ? -left_ns : left_ns), margin),
                       left_ns < 0 ? "" : " to spare");
    }
    bs_text_put(style, BS_TEXT_PLAIN, text);
    bs_text_end_line(style);
}

static void put_rto(const struct bs_text_style *style, const struct bs_drill_track *track)
{
    char slope[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    bs_buffer_text(style->buffer, "    ");
    bs_text_cell(style, BS_TEXT_FAINT, "RTO", LABEL_COLUMNS);
    put_sparkline(style, track);
    put_margin(style, &track->last[track->count - 1]);
    if (bs_is_known(track->slope.slope_ns)) {
        const int64_t ns = track->slope.slope_ns.value;

        (void)snprintf(text, sizeof(text), "%s%s from drill to drill, median over %" PRId64 "%s",
                       duration(bs_known(ns < 0 ? -ns : ns), slope),
                       ns < 0 ? " faster" : (ns > 0 ? " slower" : ""), track->slope.drills,
                       track->slope.is_clear ? "" : "; may be chance");
        put_line(style, "trend", text);
    }
}

static void put_slower(struct table *table, const struct bs_drill_track *track)
{
    char growth[BS_TIME_TEXT_MAX];
    char took[BS_TIME_TEXT_MAX];
    char before[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    for (size_t i = 0; i < track->slower_count; i++) {
        const struct bs_slower_step *step = &track->slower[i];

        bs_buffer_text(table->style.buffer, "    ");
        bs_text_cell(&table->style, BS_TEXT_FAINT, i == 0 ? "slower steps" : "", LABEL_COLUMNS);
        bs_text_cell(&table->style, BS_TEXT_PLAIN, clean(table, step->id), SCENARIO_COLUMNS);
        (void)snprintf(text, sizeof(text), "+%s: %s, median of %" PRId64 " before %s",
                       duration(bs_known(step->took_ns - step->before_ns), growth),
                       duration(bs_known(step->took_ns), took), step->drills,
                       duration(bs_known(step->before_ns), before));
        bs_text_put(&table->style, BS_TEXT_PLAIN, text);
        bs_text_end_line(&table->style);
    }
}

static void put_track(struct table *table, const struct bs_drill_track *track)
{
    const struct bs_drills_summary *summary = &track->summary;
    char text[TEXT_MAX] = "no drill of a known date";

    if (summary->count > 0) {
        (void)snprintf(text, sizeof(text),
                       "%" PRId64 " of the last %" PRId64 " passed (%" PRId64 " %%)",
                       summary->passed, summary->count, summary->passed * 100 / summary->count);
    }
    bs_buffer_text(table->style.buffer, "  ");
    bs_text_cell(&table->style, BS_TEXT_STRONG,
                 track->backend[0] != '\0' ? clean(table, track->backend) : "?", LABEL_COLUMNS + 2);
    bs_text_put(&table->style, BS_TEXT_PLAIN, text);
    bs_text_end_line(&table->style);
    if (track->count > 0) {
        put_rto(&table->style, track);
        put_slower(table, track);
    }
    if (summary->left_out > 0) {
        (void)snprintf(text, sizeof(text), "%" PRId64 " without a date, or of a later one",
                       summary->left_out);
        put_line(&table->style, "not counted", text);
    }
}

static void put_trend(struct table *table, const struct bs_drill_trend *trend)
{
    char any[TEXT_MAX];
    char aws[TEXT_MAX];
    char text[2 * TEXT_MAX + 32];

    bs_buffer_text(table->style.buffer, "\n");
    bs_text_cell(&table->style, BS_TEXT_STRONG, clean(table, trend->scenario), NAME_COLUMNS);
    bs_text_end_line(&table->style);
    bs_buffer_text(table->style.buffer, "  ");
    bs_text_cell(&table->style, BS_TEXT_FAINT, "last drill", LABEL_COLUMNS + 2);
    (void)snprintf(text, sizeof(text), "live %s, any %s", when(&trend->aws, aws),
                   when(&trend->any, any));
    bs_text_put(&table->style, BS_TEXT_PLAIN, text);
    bs_text_end_line(&table->style);
    for (size_t i = 0; i < trend->track_count; i++) {
        put_track(table, &trend->tracks[i]);
    }
}

enum bs_status bs_drills_text(const struct bs_drills_page *page, struct bs_buffer *buffer,
                              struct bs_error *error)
{
    struct table table = {.style = {.buffer = buffer}};
    struct bs_drill_trends trends = {.items = NULL};
    enum bs_status status;

    BS_ASSERT(page != NULL && buffer != NULL);

    table.style.colour = page->colour;
    bs_arena_init(&table.arena, BS_DRILLS_ARENA_BYTES_MAX);
    bs_buffer_init(&table.clean, BS_DRILLS_ARENA_BYTES_MAX);
    status = bs_drills_list(page->drills, &page->filter, &table.arena, put_drill, &table, error);
    if (status == BS_OK && table.count == 0) {
        bs_buffer_text(buffer, "no such drill has been recorded\n");
    }
    if (status == BS_OK) {
        status = bs_drill_trends_find(page->drills, &page->filter, page->now_s, &table.arena,
                                      &trends, error);
    }
    for (size_t i = 0; status == BS_OK && i < trends.count; i++) {
        put_trend(&table, &trends.items[i]);
    }
    bs_buffer_clean_up(&table.clean);
    bs_arena_clean_up(&table.arena);
    return status;
}
