/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/json_list.h"

#include <stdio.h>

#include "base/assert.h"
#include "reports/drills/columns.h"
#include "reports/drills/trends.h"
#include "reports/json_figure.h"

enum { KEY_MAX = 64, INDENT = 2 };

struct document {
    struct bs_json_writer writer;
    struct bs_arena arena;
};

static void write_utc(struct bs_json_writer *writer, const char *key, int64_t s)
{
    char text[BS_UTC_TEXT_MAX];

    if (s == BS_UTC_UNKNOWN) {
        bs_json_member_unknown(writer, key, "not said");
    } else {
        bs_utc_format(s, text);
        bs_json_member_text(writer, key, text);
    }
}

/* ---- Drills ---- */

static void write_column(struct bs_json_writer *writer, const struct bs_drill_column *column,
                         const struct bs_kept_drill *drill)
{
    static bs_json_write_number_fn *const numbers[] = {[BS_DRILL_SECONDS] = bs_json_seconds,
                                                       [BS_DRILL_COUNT] = bs_json_integer,
                                                       [BS_DRILL_SHARE] = bs_json_ppb};
    char key[KEY_MAX];
    const int length =
        snprintf(key, sizeof(key), "%s%s", column->name, bs_drill_column_shown_suffix(column));

    BS_ASSERT(length > 0 && length < KEY_MAX);
    if (column->unit == BS_DRILL_UTC) {
        write_utc(writer, key, bs_drill_column_utc(column, drill));
    } else if (bs_drill_column_is_figure(column)) {
        bs_json_member_figure(writer, key, bs_drill_column_figure(column, drill),
                              numbers[column->unit]);
    } else if (bs_drill_column_text(column, drill) != NULL) {
        bs_json_member_text(writer, key, bs_drill_column_text(column, drill));
    } else {
        bs_json_member_unknown(writer, key, bs_drill_column_missing(column));
    }
}

static void write_findings(struct bs_json_writer *writer, const struct bs_kept_drill *drill)
{
    bs_json_key(writer, "reasons");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < drill->finding_count; i++) {
        bs_json_begin_object(writer);
        bs_json_member_text(writer, "verdict", drill->findings[i].verdict);
        bs_json_member_text(writer, "text", drill->findings[i].text);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_stores(struct bs_json_writer *writer, const struct bs_kept_drill *drill)
{
    bs_json_key(writer, "data_stores");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < drill->store_count; i++) {
        const struct bs_kept_store *store = &drill->stores[i];

        bs_json_begin_object(writer);
        bs_json_member_text(writer, "id", store->id);
        bs_json_member_figure(writer, "rpo_objective_s", store->objective, bs_json_seconds);
        bs_json_member_figure(writer, "rpo_s", store->rpo, bs_json_seconds);
        bs_json_member_integer(writer, "lost_writes", store->lost_writes);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_steps(struct bs_json_writer *writer, const struct bs_kept_drill *drill)
{
    bs_json_key(writer, "steps");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < drill->step_count; i++) {
        const struct bs_kept_step *step = &drill->steps[i];

        bs_json_begin_object(writer);
        bs_json_member_integer(writer, "execution", step->execution);
        bs_json_member_text(writer, "workflow", step->workflow);
        bs_json_member_text(writer, "id", step->id);
        bs_json_member_text(writer, "state", step->state);
        bs_json_member_figure(writer, "target_s", step->target, bs_json_seconds);
        bs_json_member_figure(writer, "took_s", step->took, bs_json_seconds);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_drill(void *subject, const struct bs_kept_drill *drill)
{
    struct document *document = subject;
    struct bs_json_writer *writer = &document->writer;

    bs_json_begin_object(writer);
    for (size_t i = 0; i < bs_drill_column_count; i++) {
        write_column(writer, &bs_drill_columns[i], drill);
    }
    write_findings(writer, drill);
    write_stores(writer, drill);
    write_steps(writer, drill);
    bs_json_end_object(writer);
    bs_arena_reset(&document->arena);
}

/* ---- Trends ---- */

static void write_last_ten(struct bs_json_writer *writer, const struct bs_drill_track *track)
{
    bs_json_key(writer, "last_ten");
    bs_json_begin_object(writer);
    bs_json_member_integer(writer, "drills", track->summary.count);
    bs_json_member_integer(writer, "passed", track->summary.passed);
    bs_json_key(writer, "rto_s");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < track->count; i++) {
        bs_json_seconds(writer,
                        bs_is_known(track->last[i].rto) ? track->last[i].rto.value : INT64_MIN);
    }
    bs_json_end_array(writer);
    bs_json_member_integer(writer, "rto_known", track->slope.drills);
    bs_json_member_figure(writer, "rto_slope_s", track->slope.slope_ns, bs_json_seconds);
    bs_json_key(writer, "rto_slope_clear");
    bs_json_bool(writer, track->slope.is_clear);
    bs_json_end_object(writer);
}

static void write_slower(struct bs_json_writer *writer, const struct bs_drill_track *track)
{
    bs_json_key(writer, "slower_steps");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < track->slower_count; i++) {
        bs_json_begin_object(writer);
        bs_json_member_text(writer, "workflow", track->slower[i].workflow);
        bs_json_member_text(writer, "id", track->slower[i].id);
        bs_json_member_figure(writer, "took_s", bs_known(track->slower[i].took_ns),
                              bs_json_seconds);
        bs_json_member_figure(writer, "median_before_s", bs_known(track->slower[i].before_ns),
                              bs_json_seconds);
        bs_json_member_integer(writer, "drills_before", track->slower[i].drills);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_track(struct bs_json_writer *writer, const struct bs_drill_track *track)
{
    bs_json_begin_object(writer);
    if (track->backend[0] != '\0') {
        bs_json_member_text(writer, "backend", track->backend);
    } else {
        bs_json_member_unknown(writer, "backend", "not said");
    }
    bs_json_member_figure(writer, "days_since_last", bs_drills_age_days(&track->summary),
                          bs_json_integer);
    bs_json_member_integer(writer, "left_out", track->summary.left_out);
    write_last_ten(writer, track);
    write_slower(writer, track);
    bs_json_end_object(writer);
}

static void write_trend(struct bs_json_writer *writer, const struct bs_drill_trend *trend)
{
    bs_json_begin_object(writer);
    bs_json_member_text(writer, "name", trend->scenario);
    bs_json_member_figure(writer, "days_since_last", bs_drills_age_days(&trend->any),
                          bs_json_integer);
    bs_json_member_figure(writer, "days_since_last_aws", bs_drills_age_days(&trend->aws),
                          bs_json_integer);
    bs_json_key(writer, "backends");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < trend->track_count; i++) {
        write_track(writer, &trend->tracks[i]);
    }
    bs_json_end_array(writer);
    bs_json_end_object(writer);
}

static enum bs_status write_trends(const struct bs_drills_page *page, struct document *document,
                                   struct bs_error *error)
{
    struct bs_drill_trends trends;
    const enum bs_status status = bs_drill_trends_find(page->drills, &page->filter, page->now_s,
                                                       &document->arena, &trends, error);

    bs_json_key(&document->writer, "scenarios");
    bs_json_begin_array(&document->writer);
    for (size_t i = 0; status == BS_OK && i < trends.count; i++) {
        write_trend(&document->writer, &trends.items[i]);
    }
    bs_json_end_array(&document->writer);
    return status;
}

enum bs_status bs_drills_json(const struct bs_drills_page *page, struct bs_buffer *buffer,
                              struct bs_error *error)
{
    struct document document = {.writer = {.buffer = buffer, .indent = INDENT}};
    struct bs_json_writer *writer = &document.writer;
    enum bs_status status;

    BS_ASSERT(page != NULL && buffer != NULL);

    bs_arena_init(&document.arena, BS_DRILLS_ARENA_BYTES_MAX);
    bs_json_begin_object(writer);
    bs_json_member_text(writer, "schema", "blackstart.drills/1");
    write_utc(writer, "now", page->now_s);
    bs_json_key(writer, "drills");
    bs_json_begin_array(writer);
    status =
        bs_drills_list(page->drills, &page->filter, &document.arena, write_drill, &document, error);
    bs_json_end_array(writer);
    if (status == BS_OK) {
        status = write_trends(page, &document, error);
    }
    bs_json_end_object(writer);
    bs_buffer_text(buffer, "\n");
    bs_arena_clean_up(&document.arena);
    return status;
}
