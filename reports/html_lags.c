/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_lags.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "reports/html_drawing.h"
#include "reports/html_writer.h"

enum {
    HEIGHT = 96,
    COURSES_MAX = 32,    /* In a drawing; the table has them all. */
    COLUMN_TENTHS = 10,  /* Points closer than this are one: the worst of them. */
    LABEL_TENTHS = 110,  /* Labels of the scale are so far apart at least. */
    UNIT_NS = 100000000, /* Up to this a copy counts as not behind. */
    LOG_BITS = 10,
    LOG_STEP = 1 << LOG_BITS,
};

/* ---- The scale ---- */

/* LOG_STEP x log2(x), x at least 1, straight between powers of two: 2 s and 2 hours can both be seen. */
static int64_t log_of(int64_t x)
{
    int power;

    BS_ASSERT(x >= 1);
    power = 63 - __builtin_clzll((uint64_t)x);
    return (int64_t)LOG_STEP * (power - 1) +
           (power >= LOG_BITS ? x >> (power - LOG_BITS) : x << (LOG_BITS - power));
}

struct scale {
    int64_t bottom_tenths;
    int64_t log_max;
};

static int64_t height_of(const struct scale *scale, int64_t lag_ns)
{
    const int64_t log = lag_ns > UNIT_NS ? log_of(lag_ns / UNIT_NS) : 0;

    return scale->bottom_tenths - log * (INT64_C(10) * HEIGHT) / scale->log_max;
}

/* ---- The drawing ---- */

static void put_line(struct bs_html_drawing *drawing, const char *class_name, int64_t y_tenths)
{
    bs_buffer_format(&drawing->rows, "<line class=\"%s\" x1=\"%d\" x2=\"%d\"", class_name,
                     BS_HTML_PLOT_BEGIN, BS_HTML_PLOT_BEGIN + BS_HTML_PLOT_WIDTH);
    bs_html_tenths(&drawing->rows, "y1", y_tenths);
    bs_html_tenths(&drawing->rows, "y2", y_tenths);
    bs_buffer_text(&drawing->rows, "/>");
}

static void put_scale(struct bs_html_drawing *drawing, const struct scale *scale)
{
    static const int64_t marks_s[] = {1, 10, 60, 600, 3600, 36000, 86400, 864000};
    int64_t last_tenths = INT64_MAX;

    for (size_t i = 0; i < sizeof(marks_s) / sizeof(marks_s[0]); i++) {
        const int64_t y = height_of(scale, marks_s[i] * BS_NS_PER_S);

        if (y < scale->bottom_tenths - INT64_C(10) * HEIGHT) {
            return;
        }
        if (last_tenths - y < LABEL_TENTHS) {
            continue;
        }
        put_line(drawing, "tick", y);
        bs_buffer_format(&drawing->rows, "<text class=\"w\" x=\"%d\"",
                         BS_HTML_PLOT_BEGIN + BS_HTML_PLOT_WIDTH + 8);
        bs_html_tenths(&drawing->rows, "y", y + 40);
        bs_buffer_text(&drawing->rows, ">");
        bs_html_duration(&drawing->rows, marks_s[i] * BS_NS_PER_S);
        bs_buffer_text(&drawing->rows, "</text>");
        last_tenths = y;
    }
}

static void put_course(struct bs_html_drawing *drawing, const struct scale *scale,
                       const struct bs_lag_course *course)
{
    struct bs_buffer *rows = &drawing->rows;
    int64_t lag_ns = 0;

    bs_buffer_text(rows, "<polyline class=\"lag\" points=\"");
    for (size_t i = 0; i < course->count; i++) {
        const int64_t x = bs_html_place(drawing, course->points[i].at);
        const bool is_last = i + 1 == course->count;

        lag_ns = course->points[i].lag.ns > lag_ns ? course->points[i].lag.ns : lag_ns;
        if (is_last ||
            bs_html_place(drawing, course->points[i + 1].at) / COLUMN_TENTHS > x / COLUMN_TENTHS) {
            const int64_t y = height_of(scale, lag_ns);

            bs_buffer_format(rows, "%" PRId64 ".%" PRId64 ",%" PRId64 ".%" PRId64 " ", x / 10,
                             x % 10, y / 10, y % 10);
            lag_ns = 0;
        }
    }
    bs_buffer_text(rows, "\"/>");
}

static void put_objective(struct bs_html_drawing *drawing, const struct scale *scale,
                          struct bs_figure objective)
{
    const int64_t y = height_of(scale, objective.value);

    put_line(drawing, "objective", y);
    bs_buffer_format(&drawing->rows, "<text class=\"o\" x=\"%d\"", BS_HTML_PLOT_BEGIN + 4);
    bs_html_tenths(&drawing->rows, "y", y - 30);
    bs_buffer_text(&drawing->rows, ">RPO objective ");
    bs_html_duration(&drawing->rows, objective.value);
    bs_buffer_text(&drawing->rows, "</text>");
}

static void put_band(struct bs_html_drawing *drawing, const struct bs_store_row *store,
                     const struct bs_lag_course *course)
{
    const int64_t objective_ns = bs_is_known(store->objective) ? store->objective.value : 0;
    const int64_t top_ns =
        course->worst.lag.ns > objective_ns ? course->worst.lag.ns : objective_ns;
    const struct scale scale = {
        .bottom_tenths = INT64_C(10) * (drawing->y + 2 + HEIGHT),
        .log_max = log_of(top_ns > UNIT_NS ? top_ns / UNIT_NS : 1) + LOG_STEP,
    };

    bs_html_band(drawing, course->lineage, HEIGHT);
    put_scale(drawing, &scale);
    if (bs_is_known(store->objective)) {
        put_objective(drawing, &scale, store->objective);
    }
    put_course(drawing, &scale, course);
    bs_buffer_text(&drawing->rows, "\n");
    drawing->y += HEIGHT + 10;
}

static void put_drawing(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct bs_html_drawing drawing;
    size_t drawn = 0;

    bs_html_begin_drawing(&drawing, report->strip.from, report->strip.to);
    for (size_t i = 0; i < report->fault_count; i++) {
        bs_html_mark(&drawing, report->faults[i].onset, report->faults[i].name);
    }
    for (size_t i = 0; i < report->rpo.count; i++) {
        for (size_t k = 0; k < report->lags[i].count && drawn < COURSES_MAX; k++, drawn++) {
            put_band(&drawing, &report->rpo.stores[i], &report->lags[i].courses[k]);
        }
    }
    bs_html_end_drawing(
        &drawing, "How far each copy was behind, against time, to a logarithmic scale", buffer);
}

/* ---- The table ---- */

static void put_row(const struct bs_store_row *store, const struct bs_lag_course *course,
                    struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "<tr>");
    bs_html_head(buffer, course->lineage);
    bs_html_cell(buffer, NULL, store->id);
    bs_html_figure_cell(buffer, store->objective);
    bs_html_duration_cell(buffer, course->median.ns);
    bs_html_duration_cell(buffer, course->worst.lag.ns);
    bs_html_duration_cell(buffer, course->worst.at.ns);
    bs_html_count_cell(buffer, (int64_t)course->count);
    bs_buffer_text(buffer, "</tr>\n");
}

void bs_html_lags(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Copy",   "Of",        "#RPO objective", "#Median",
                                          "#Worst", "#Worst at", "#Samples",       NULL};
    size_t courses = 0;

    for (size_t i = 0; i < report->rpo.count; i++) {
        courses += report->lags[i].count;
    }
    if (courses == 0 || report->strip.to.ns <= report->strip.from.ns) {
        return;
    }
    bs_html_begin_table(buffer, "How far copies were behind", columns);
    for (size_t i = 0; i < report->rpo.count; i++) {
        for (size_t k = 0; k < report->lags[i].count; k++) {
            put_row(&report->rpo.stores[i], &report->lags[i].courses[k], buffer);
        }
    }
    bs_html_end_table(buffer);
    put_drawing(report, buffer);
}
