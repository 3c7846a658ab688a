/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/text_predictions.h"

#include <inttypes.h>
#include <stdio.h>

enum { NAME_COLUMNS = 32, FIGURE_COLUMNS = 10, TEXT_MAX = 160 };

static const char *figure_text(struct bs_figure figure, char text[BS_TIME_TEXT_MAX])
{
    if (!bs_is_known(figure)) {
        return "-";
    }
    bs_duration_format((struct bs_duration){figure.value}, text);
    return text;
}

static void format_name(const struct bs_measure *measure, char text[TEXT_MAX])
{
    static const struct {
        const char *subject;
        const char *before;
        const char *instead;
    } words[] = {
        {"outage", "", "RTO"},
        {"store", "RPO of ", NULL},
        {"phase", "", NULL},
        {"step", "step ", NULL},
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (bs_text_is(measure->subject, words[i].subject)) {
            (void)snprintf(text, TEXT_MAX, "%s%s", words[i].before,
                           words[i].instead != NULL ? words[i].instead : measure->name);
            return;
        }
    }
    (void)snprintf(text, TEXT_MAX, "%s %s", measure->subject, measure->name);
}

/** "within", "ABOVE by 12s", "no value: ..", and in how many trials it came to that, if not in all. */
static void format_remark(const struct bs_prediction_row *row, char text[TEXT_MAX])
{
    char by[BS_TIME_TEXT_MAX] = "";
    char seldom[TEXT_MAX / 2] = "";

    if (row->known < row->trials) {
        (void)snprintf(seldom, sizeof(seldom), "; simulated in %" PRId64 " of %" PRId64, row->known,
                       row->trials);
    }
    switch (row->place) {
    case BS_PREDICTION_BELOW:
        bs_duration_format((struct bs_duration){row->low.value - row->live.took.value}, by);
        (void)snprintf(text, TEXT_MAX, "below by %s%s", by, seldom);
        break;
    case BS_PREDICTION_ABOVE:
        bs_duration_format((struct bs_duration){row->live.took.value - row->high.value}, by);
        (void)snprintf(text, TEXT_MAX, "ABOVE by %s%s", by, seldom);
        break;
    case BS_PREDICTION_WITHIN:
        (void)snprintf(text, TEXT_MAX, "within%s", seldom);
        break;
    case BS_PREDICTION_UNKNOWN:
        (void)snprintf(text, TEXT_MAX, "%s%s",
                       bs_is_known(row->live.took) ? row->low.unknown : row->live.took.unknown,
                       seldom);
        break;
    }
}

static void put_row(const struct bs_prediction_row *row, const struct bs_text_style *style)
{
    static const enum bs_text_role roles[] = {
        [BS_PREDICTION_UNKNOWN] = BS_TEXT_FAINT,
        [BS_PREDICTION_BELOW] = BS_TEXT_DOUBT,
        [BS_PREDICTION_WITHIN] = BS_TEXT_GOOD,
        [BS_PREDICTION_ABOVE] = BS_TEXT_DOUBT,
    };
    const struct bs_figure predicted[] = {row->median, row->low, row->high};
    char figure[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    format_name(&row->live, text);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, text, NAME_COLUMNS);
    bs_text_cell_right(style, BS_TEXT_STRONG, figure_text(row->live.took, figure), FIGURE_COLUMNS);
    for (size_t i = 0; i < sizeof(predicted) / sizeof(predicted[0]); i++) {
        bs_text_cell_right(style, BS_TEXT_PLAIN, figure_text(predicted[i], figure), FIGURE_COLUMNS);
    }
    format_remark(row, text);
    bs_text_paragraph(style, roles[row->place], text,
                      2 + NAME_COLUMNS + 1 + 4 * (FIGURE_COLUMNS + 1));
}

void bs_text_predictions(const struct bs_predictions *predictions,
                         const struct bs_text_style *style)
{
    static const char *const columns[] = {"live", "median", "1 %", "99 %"};
    char text[TEXT_MAX];

    if (predictions->count == 0) {
        return;
    }
    (void)snprintf(text, sizeof(text), "live against predicted (by %" PRId64 " simulated trials)",
                   predictions->items[0].trials);
    bs_text_heading(style, text);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_FAINT, "", NAME_COLUMNS);
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        bs_text_cell_right(style, BS_TEXT_FAINT, columns[i], FIGURE_COLUMNS);
    }
    bs_text_end_line(style);
    for (size_t i = 0; i < predictions->count; i++) {
        put_row(&predictions->items[i], style);
    }
}
