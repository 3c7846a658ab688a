/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_plot_script.h"

#include <inttypes.h>
#include <stdio.h>

#include "reports/sweep/sweep_curve.h"

/* Nothing here may come from a name: only numbers, and words of our own. */

enum { CURVES_MAX = 6, ROWS_MAX = 12, X_STEPS = 10, ROW_PIXELS = 44, FRAME_PIXELS = 150 };

static const char beginning[] =
    "# gnuplot sweep.gp, in this folder, draws PNGs of the .dat files.\n"
    "reset\n"
    "has_cairo = strstrt(GPVAL_TERMINALS, ' pngcairo ') > 0\n"
    "set datafile missing '?'\n"
    "set grid lc rgb '#d0d7de' lt 1\n"
    "set tics nomirror\n"
    "set border 3\n"
    "set style fill solid 0.9 noborder\n"
    "set tmargin 3\n"
    "set rmargin 8\n";

static void begin_plot(struct bs_buffer *buffer, const char *file, int32_t height)
{
    bs_buffer_format(
        buffer,
        "\n# %s\n"
        "if (has_cairo) { set terminal pngcairo noenhanced size 960,%d } "
        "else { set terminal png noenhanced size 960,%d }\n"
        "set output '%s'\n"
        "unset label\nunset arrow\nunset offsets\nset autoscale\nset key outside bottom center\n",
        file, height, height, file);
}

static void put_seconds(struct bs_buffer *buffer, int64_t ns)
{
    char text[BS_TIME_TEXT_MAX];

    bs_seconds_format(ns, text);
    bs_buffer_text(buffer, text);
}

static void put_range(struct bs_buffer *buffer, const struct bs_axis *axis)
{
    bs_buffer_text(buffer, "set xrange [");
    put_seconds(buffer, axis->from);
    bs_buffer_text(buffer, ":");
    put_seconds(buffer, axis->to);
    bs_buffer_text(buffer, "]\n");
}

/* Said above the picture in any case, drawn where it lies within. */
static void put_target(struct bs_buffer *buffer, int64_t objective, const struct bs_axis *axis)
{
    char text[BS_TIME_TEXT_MAX];

    if (objective == BS_NO_VALUE) {
        return;
    }
    bs_duration_format((struct bs_duration){objective}, text);
    if (objective < axis->from || objective > axis->to) {
        bs_buffer_format(buffer,
                         "set label 1 'target %s, beyond the picture' at graph 0.5, "
                         "graph 1.04 center\n",
                         text);
        return;
    }
    bs_buffer_text(buffer, "set arrow 1 from ");
    put_seconds(buffer, objective);
    bs_buffer_text(buffer, ", graph 0 to ");
    put_seconds(buffer, objective);
    bs_buffer_text(buffer, ", graph 1 nohead lc rgb '#cf222e' dt 2 lw 2 front\n");
    bs_buffer_format(buffer, "set label 1 'target %s' at ", text);
    put_seconds(buffer, objective);
    bs_buffer_text(buffer, ", graph 1.04 center\n");
}

/* ---- The distribution ---- */

static void draw_curves(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const bool has_band = sweep->results[0].rto.known > 0;
    struct bs_axis axis;
    size_t drawn = 0;

    if (!bs_sweep_has_rto(sweep)) {
        return;
    }
    axis = bs_sweep_rto_axis(sweep, X_STEPS);
    begin_plot(buffer, "ecdf.png", 600);
    put_range(buffer, &axis);
    bs_buffer_text(buffer, "set yrange [0:1]\nset xlabel \"recovered within, seconds\\n \"\n"
                           "set ylabel 'share of trials'\n");
    put_target(buffer, sweep->results[0].rto.column->objective, &axis);
    bs_buffer_text(buffer, "plot ");
    if (has_band) {
        bs_buffer_text(buffer,
                       "'ecdf.dat' index 0 using 1:3 with steps lc rgb '#9198a1' dt 3 title '95 % "
                       "band', \\\n     '' index 0 using 1:4 with steps lc rgb '#9198a1' dt 3 "
                       "notitle, \\\n     ");
    }
    for (size_t i = 0; i < sweep->result_count && drawn < CURVES_MAX; i++) {
        if (sweep->results[i].rto.known > 0) {
            bs_buffer_format(buffer,
                             "%s'ecdf.dat' index %zu using 1:2 with steps lw 2 dt %zu title "
                             "columnheader(2)",
                             drawn > 0 ? ", \\\n     " : "", drawn, drawn + 1);
            drawn++;
        }
    }
    bs_buffer_text(buffer, "\n");
}

static void draw_histogram(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    const struct bs_sweep_spread *rto = &sweep->results[0].rto;
    struct bs_histogram histogram;

    if (rto->known == 0) {
        return;
    }
    bs_sweep_histogram(rto, &histogram);
    begin_plot(buffer, "histogram.png", 480);
    put_range(buffer, &histogram.axis);
    bs_buffer_text(buffer, "set yrange [0:*]\nset xlabel \"recovery time, seconds\\n \"\n"
                           "set ylabel 'trials'\nset key off\n");
    put_target(buffer, rto->column->objective, &histogram.axis);
    if (rto->endless > 0) {
        bs_buffer_format(buffer,
                         "set label 2 'and %" PRIu64
                         " unrecovered, which have no place here' at graph 0.98, graph 0.95 right "
                         "front\n",
                         rto->endless);
    }
    bs_buffer_text(buffer, "plot 'histogram.dat' using (($1+$2)/2):3:(0.94*($2-$1)) with boxes "
                           "lc rgb '#0a5ec2' title columnheader(3)\n");
}

/* ---- Bars in rows ---- */

static int32_t height_of(size_t rows)
{
    return FRAME_PIXELS + ROW_PIXELS * (int32_t)(rows < ROWS_MAX ? rows : ROWS_MAX);
}

/* The first of these rows, from above. */
static void begin_rows(struct bs_buffer *buffer, const char *file, size_t rows)
{
    begin_plot(buffer, file, height_of(rows));
    bs_buffer_format(buffer, "set yrange [%zu.5:-0.5]\nset ylabel ''\n",
                     (rows < ROWS_MAX ? rows : ROWS_MAX) - 1);
}

static void draw_tail(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    if (sweep->tail.part_count > 0) {
        begin_rows(buffer, "tail.png", sweep->tail.part_count);
        bs_buffer_format(
            buffer,
            "set xlabel \"seconds of the outage\\n \"\n"
            "plot 'tail.dat' index 0 every ::0::%d using 2:0:(0):2:($0-0.36):($0-0.02):ytic(1) "
            "with boxxyerror lc rgb '#80b0e0' title columnheader(2), \\\n"
            "     '' index 0 every ::0::%d using 3:0:(0):3:($0+0.02):($0+0.36) "
            "with boxxyerror lc rgb '#0a5ec2' title columnheader(3)\n",
            ROWS_MAX - 1, ROWS_MAX - 1);
    }
}

static void draw_movers(const struct bs_sweep *sweep, bs_moved_fn *moved, struct bs_buffer *buffer)
{
    const bool is_rto = moved == bs_rto_moved;
    struct bs_movers movers;

    bs_sweep_movers(sweep, moved, &movers);
    if (movers.count > 0) {
        begin_rows(buffer, is_rto ? "influence-rto.png" : "influence-rpo.png", movers.count);
        bs_buffer_format(
            buffer,
            "set xlabel \"seconds by which it moves a trial, on average\\n \"\n"
            "plot 'influence.dat' index %d every ::0::%d using "
            "2:0:(0):2:($0-0.3):($0+0.3):ytic(1) with boxxyerror lc rgb '#0a5ec2' title "
            "columnheader(2)\n",
            is_rto ? 0 : 1, ROWS_MAX - 1);
    }
}

/* Whether one of the first rows has a bar that can be drawn. */
static bool has_bar(const struct bs_prior *priors, size_t count)
{
    for (size_t i = 0; i < count && i < ROWS_MAX; i++) {
        const int64_t base = priors[i].base;

        if (bs_value_is_finite(base) &&
            ((bs_value_is_finite(priors[i].half) && priors[i].half != base) ||
             (bs_value_is_finite(priors[i].twice) && priors[i].twice != base))) {
            return true;
        }
    }
    return false;
}

static void draw_priors(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    size_t together = 0;
    size_t block = 0;

    for (size_t i = 0; i < sweep->prior_count; i += together) {
        char file[BS_TIME_TEXT_MAX];

        together = bs_sweep_priors_together(sweep, i);
        (void)snprintf(file, sizeof(file), "tornado-%zu.png", block + 1);
        if (has_bar(&sweep->priors[i], together)) {
            begin_rows(buffer, file, together);
            bs_buffer_format(
                buffer,
                "set xlabel \"p95, seconds\\n \"\n"
                "plot 'tornado.dat' index %zu every ::0::%d using "
                "3:0:2:3:($0-0.3):($0+0.3):ytic(1) with boxxyerror lc rgb '#80b0e0' title "
                "columnheader(2), \\\n"
                "     '' index %zu every ::0::%d using 3:0:3:4:($0-0.3):($0+0.3) with boxxyerror "
                "lc rgb '#0a5ec2' title columnheader(4)\n",
                block, ROWS_MAX - 1, block, ROWS_MAX - 1);
        }
        block++;
    }
}

/* ---- Cost ---- */

static void draw_costs(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    bool has_cost = false;

    for (size_t i = 0; i < sweep->result_count; i++) {
        has_cost = has_cost || bs_sweep_has_cost(&sweep->results[i]);
    }
    if (has_cost) {
        begin_plot(buffer, "cost.png", 600);
        bs_buffer_text(buffer,
                       "set xrange [0:*]\nset yrange [0:*]\nset offsets 0, graph 0.15, graph 0.1, "
                       "0\nset xlabel \"USD a month\\n \"\n"
                       "set ylabel 'RTO p95, seconds'\nset key off\nset ytics auto\n"
                       "plot 'cost.dat' using 2:3:1 with labels center offset 0,0.9 point pt 7 "
                       "lc rgb '#0a5ec2' title columnheader(3)\n");
    }
}

void bs_sweep_plot_script(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, beginning);
    draw_curves(sweep, buffer);
    draw_histogram(sweep, buffer);
    draw_costs(sweep, buffer);
    draw_tail(sweep, buffer);
    draw_priors(sweep, buffer);
    draw_movers(sweep, bs_rto_moved, buffer);
    draw_movers(sweep, bs_rpo_moved, buffer);
    bs_buffer_text(buffer, "\nunset output\n");
}
