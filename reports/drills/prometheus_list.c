/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/prometheus_list.h"

#include <string.h>

#include "base/assert.h"
#include "reports/drills/trends.h"
#include "reports/metric_writer.h"

enum { NAME_BYTES_MAX = 16 * 1024 * 1024, DIGEST_SHOWN = 8 };

static const struct bs_kept_drill *last_of(const struct bs_drill_track *track)
{
    return track->count > 0 ? &track->last[track->count - 1] : NULL;
}

/* ---- Metrics of the last drill ---- */

struct last_metric {
    const char *name;
    const char *help;
    size_t offset; /* Of the figure in struct bs_kept_drill. */
};

#define FIGURE(member) offsetof(struct bs_kept_drill, member)

static const struct last_metric last_figures[] = {
    {"drill_rto_seconds", "RTO in the last drill.", FIGURE(rto)},
    {"drill_rto_objective_seconds", "Its objective.", FIGURE(rto_objective)},
    {"drill_rpo_seconds", "RPO in the last drill, of the store that decides.", FIGURE(rpo)},
    {"drill_rpo_objective_seconds", "Its objective.", FIGURE(rpo_objective)},
    {"drill_plan_recovery_seconds", "From the plan's start to recovery in the last drill.",
     FIGURE(plan_recovery)},
    {"drill_availability_ratio", "Share of requests served in time in the last drill.",
     FIGURE(availability)},
};

/* ---- Metrics of the track ---- */

typedef struct bs_figure track_figure_fn(const struct bs_drills_page *page,
                                         const struct bs_drill_track *track);

static struct bs_figure timestamp(const struct bs_drills_page *page,
                                  const struct bs_drill_track *track)
{
    (void)page;
    return last_of(track) != NULL ? bs_known(last_of(track)->held_at_s)
                                  : bs_unknown("no drill of a known date");
}

static struct bs_figure age(const struct bs_drills_page *page, const struct bs_drill_track *track)
{
    return last_of(track) != NULL ? bs_known(page->now_s - last_of(track)->held_at_s)
                                  : bs_unknown("no drill of a known date");
}

static struct bs_figure lost_writes(const struct bs_drills_page *page,
                                    const struct bs_drill_track *track)
{
    (void)page;
    return last_of(track) != NULL ? last_of(track)->lost_writes
                                  : bs_unknown("no drill of a known date");
}

static struct bs_figure last_ten(const struct bs_drills_page *page,
                                 const struct bs_drill_track *track)
{
    (void)page;
    return bs_known(track->summary.count);
}

static struct bs_figure last_ten_passed(const struct bs_drills_page *page,
                                        const struct bs_drill_track *track)
{
    (void)page;
    return bs_known(track->summary.passed);
}

static struct bs_figure left_out(const struct bs_drills_page *page,
                                 const struct bs_drill_track *track)
{
    (void)page;
    return bs_known(track->summary.left_out);
}

static const struct {
    const char *name;
    const char *help;
    track_figure_fn *figure;
} track_counts[] = {
    {"drill_last_timestamp_seconds", "When the last drill was held.", timestamp},
    {"drill_age_seconds", "How long ago that was.", age},
    {"drill_last_ten_drills", "Of the last ten drills, how many there are.", last_ten},
    {"drill_last_ten_passed", "Of the last ten drills, how many passed.", last_ten_passed},
    {"drill_left_out_drills", "Drills without a date, or of a later one.", left_out},
    {"drill_lost_writes", "Acknowledged writes that the last drill lost.", lost_writes},
};

/* ---- All of them ---- */

/* One line of every metric: whose it is. */
struct row {
    const struct bs_drill_track *track;
    struct bs_label labels[3]; /* scenario, backend, and one more. */
};

struct rows {
    struct row *items;
    size_t count;
};

static size_t count_tracks(const struct bs_drill_trends *trends)
{
    size_t count = 0;

    for (size_t i = 0; i < trends->count; i++) {
        count += trends->items[i].track_count;
    }
    return count;
}

static enum bs_status make_rows(const struct bs_drill_trends *trends, struct bs_arena *arena,
                                struct rows *rows, struct bs_error *error)
{
    rows->count = 0;
    rows->items = bs_arena_array(arena, count_tracks(trends), sizeof(*rows->items));
    for (size_t i = 0; rows->items != NULL && i < trends->count; i++) {
        const char *scenario = trends->items[i].scenario;

        for (size_t k = 0; k < trends->items[i].track_count; k++) {
            const struct bs_drill_track *track = &trends->items[i].tracks[k];

            rows->items[rows->count++] =
                (struct row){track, {{"scenario", scenario}, {"backend", track->backend}}};
        }
    }
    return rows->items != NULL
               ? BS_OK
               : bs_error_set(error, BS_ERR_LIMIT, NULL, "the drills do not fit into memory");
}

static void put_track_counts(const struct bs_drills_page *page, const struct rows *rows,
                             const struct bs_metrics *metrics)
{
    for (size_t i = 0; i < sizeof(track_counts) / sizeof(track_counts[0]); i++) {
        struct bs_metric metric = {
            .metrics = metrics, .name = track_counts[i].name, .help = track_counts[i].help};

        for (size_t k = 0; k < rows->count; k++) {
            const struct bs_figure figure = track_counts[i].figure(page, rows->items[k].track);

            if (bs_is_known(figure)) {
                bs_metric_count(&metric, rows->items[k].labels, 2, figure.value);
            }
        }
    }
}

static void put_last_figures(const struct rows *rows, const struct bs_metrics *metrics)
{
    for (size_t i = 0; i < sizeof(last_figures) / sizeof(last_figures[0]); i++) {
        struct bs_metric metric = {
            .metrics = metrics, .name = last_figures[i].name, .help = last_figures[i].help};

        for (size_t k = 0; k < rows->count; k++) {
            const struct bs_kept_drill *last = last_of(rows->items[k].track);

            if (last != NULL) {
                bs_metric_figure(
                    &metric, rows->items[k].labels, 2,
                    *(const struct bs_figure *)((const char *)last + last_figures[i].offset));
            }
        }
    }
}

static void put_slopes(const struct rows *rows, const struct bs_metrics *metrics)
{
    struct bs_metric metric = {.metrics = metrics,
                               .name = "drill_rto_slope_seconds",
                               .help = "By how much RTO grows with each of the last ten drills."};

    for (size_t i = 0; i < rows->count; i++) {
        bs_metric_figure(&metric, rows->items[i].labels, 2, rows->items[i].track->slope.slope_ns);
    }
}

static void put_verdicts(const struct rows *rows, const struct bs_metrics *metrics)
{
    struct bs_metric metric = {.metrics = metrics,
                               .name = "drill_verdict",
                               .help = "Whether this is the last drill's verdict."};

    for (size_t i = 0; i < rows->count; i++) {
        const struct bs_kept_drill *last = last_of(rows->items[i].track);

        for (enum bs_verdict verdict = BS_VERDICT_PASS; last != NULL && verdict <= BS_VERDICT_FAIL;
             verdict++) {
            struct row row = rows->items[i];

            row.labels[2] = (struct bs_label){"verdict", bs_verdict_name(verdict)};
            bs_metric_count(&metric, row.labels, 3,
                            strcmp(last->verdict, bs_verdict_name(verdict)) == 0);
        }
    }
}

enum bs_status bs_drills_prometheus(const struct bs_drills_page *page, struct bs_buffer *buffer,
                                    struct bs_error *error)
{
    struct bs_arena arena;
    struct bs_drill_trends trends;
    const struct bs_metrics metrics = {.buffer = buffer};
    struct rows rows;
    enum bs_status status;

    BS_ASSERT(page != NULL && buffer != NULL);
    bs_arena_init(&arena, BS_DRILLS_ARENA_BYTES_MAX);
    status = bs_drill_trends_find(page->drills, &page->filter, page->now_s, &arena, &trends, error);
    if (status == BS_OK) {
        status = make_rows(&trends, &arena, &rows, error);
    }
    if (status == BS_OK) {
        put_track_counts(page, &rows, &metrics);
        put_last_figures(&rows, &metrics);
        put_slopes(&rows, &metrics);
        put_verdicts(&rows, &metrics);
    }
    bs_arena_clean_up(&arena);
    return status;
}
