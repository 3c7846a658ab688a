/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "reports/sweep/svg.h"
#include "reports/sweep/sweep_curve.h"
#include "reports/sweep/sweep_html_parts.h"
#include "reports/sweep/sweep_text.h"

/* A tornado for each headline: what no source supports, at half and at double of its value. */

enum {
    TOP = 26,
    ROW = 40, /* A path, its bar below it. */
    BAR = 14,
    PATH_BASE = 13,
    BAR_TOP = 18,
    BELOW = 26,
    X_STEPS = 8,
    ROWS_MAX = 12,
    PATH_CHARACTERS = 64,
    BESIDE = 50,
    LABEL_ROOM = 48, /* To the right of the frame. */
    WORDS_MAX = 192,
};

static const int64_t left = INT64_C(10) * BS_SVG_LEFT;
static const int64_t right = INT64_C(10) * (BS_SVG_LEFT + BS_SVG_PLOT_WIDTH);

/* Priors of one headline, which stand together. */
struct group {
    const struct bs_prior *priors;
    size_t count;
};

/* ---- The drawing ---- */

/* From the least to the most of all that can be drawn; false if no bar would have a length. */
static bool find_axis(const struct group *group, struct bs_axis *axis)
{
    int64_t least = INT64_MAX;
    int64_t most = INT64_MIN;

    for (size_t i = 0; i < group->count; i++) {
        const struct bs_prior *prior = &group->priors[i];
        const int64_t values[] = {prior->half, prior->base, prior->twice};

        for (size_t k = 0; k < sizeof(values) / sizeof(values[0]); k++) {
            if (bs_value_is_finite(values[k])) {
                least = values[k] < least ? values[k] : least;
                most = values[k] > most ? values[k] : most;
            }
        }
    }
    if (least >= most) {
        return false;
    }
    *axis = bs_axis_of_time((struct bs_axis_question){least, most, X_STEPS});
    return true;
}

/* One arm of a bar, with what it stands for at its end. */
static void put_arm(const struct bs_svg_frame *frame, int64_t base, int64_t value, int32_t top,
                    const char *name)
{
    const bool goes_right = value >= base;
    const int64_t end = bs_svg_x(frame, value);
    const struct bs_svg_bar bar = {strcmp(name, "half") == 0 ? "pale" : "full",
                                   bs_svg_x(frame, base), end, top + BAR_TOP, BAR};
    const struct bs_svg_label label = {goes_right ? "w" : "l w",
                                       goes_right ? end + BESIDE : end - BESIDE,
                                       top + BAR_TOP + BAR - 3, WORDS_MAX};

    if (value != base) {
        bs_svg_bar(frame->buffer, &bar);
        bs_svg_label(frame->buffer, &label, name);
    }
}

/* What is no number, and so cannot be drawn: "at double unrecovered"; "" if there is nothing. */
static const char *say_undrawn(const struct bs_prior *prior, char words[WORDS_MAX])
{
    const struct {
        const char *name;
        int64_t value;
    } values[] = {{"at half", prior->half}, {"as it is", prior->base}, {"at double", prior->twice}};
    char text[BS_TIME_TEXT_MAX];
    size_t length = 0;

    words[0] = '\0';
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        if (!bs_value_is_finite(values[i].value)) {
            length += (size_t)snprintf(words + length, WORDS_MAX - length, "%s%s %s",
                                       length > 0 ? ", " : "", values[i].name,
                                       bs_sweep_value_text(values[i].value, text));
        }
    }
    return words;
}

static void put_prior(const struct bs_svg_frame *frame, const struct bs_prior *prior, int32_t top)
{
    char words[WORDS_MAX];
    const struct bs_svg_label path = {NULL, left, top + PATH_BASE, PATH_CHARACTERS};
    const struct bs_svg_label undrawn = {"l w", right, top + PATH_BASE, WORDS_MAX};

    bs_svg_label(frame->buffer, &path, prior->path);
    if (bs_value_is_finite(prior->base) && bs_value_is_finite(prior->half)) {
        put_arm(frame, prior->base, prior->half, top, "half");
    }
    if (bs_value_is_finite(prior->base) && bs_value_is_finite(prior->twice)) {
        put_arm(frame, prior->base, prior->twice, top, "double");
    }
    if (say_undrawn(prior, words)[0] != '\0') {
        bs_svg_label(frame->buffer, &undrawn, words);
    }
}

/* Down all rows: the priors' bases differ only if they were tried in different numbers of trials. */
static void put_base(const struct bs_svg_frame *frame, int64_t base)
{
    if (!bs_value_is_finite(base)) {
        return;
    }
    bs_buffer_text(frame->buffer, "<line class=\"base\"");
    bs_svg_place(frame->buffer, "x1", bs_svg_x(frame, base));
    bs_svg_place(frame->buffer, "x2", bs_svg_x(frame, base));
    bs_buffer_format(frame->buffer, " y1=\"%d\" y2=\"%d\"/>\n", frame->top,
                     frame->top + frame->height);
}

/* The first that move it; how many. */
static size_t choose(const struct group *group, const struct bs_prior *shown[ROWS_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < group->count && count < ROWS_MAX; i++) {
        if (bs_sweep_prior_moves(&group->priors[i])) {
            shown[count++] = &group->priors[i];
        }
    }
    return count;
}

static void draw_group(const struct group *group, struct bs_buffer *buffer)
{
    const struct bs_svg_words words = {
        "p95 with each prior at half and at double",
        "A bar for each value without a source, from p95 with half of it to p95 with double; the "
        "numbers are in the table below."};
    const int64_t objective = group->priors[0].headline->objective;
    const struct bs_prior *shown[ROWS_MAX];
    const size_t count = choose(group, shown);
    struct bs_svg_frame frame = {.buffer = buffer,
                                 .top = TOP,
                                 .height = ROW * (int32_t)count,
                                 .width = BS_SVG_PLOT_WIDTH - LABEL_ROOM};

    if (!find_axis(group, &frame.x)) {
        return;
    }
    bs_svg_begin(buffer, &words, TOP + frame.height + BELOW);
    bs_svg_x_axis(&frame, bs_svg_time_tick);
    for (size_t i = 0; i < count; i++) {
        put_prior(&frame, shown[i], TOP + ROW * (int32_t)i);
    }
    put_base(&frame, shown[0]->base);
    if (objective != BS_NO_VALUE) {
        bs_svg_target(&frame, objective);
    }
    bs_svg_end(buffer);
}

/* ---- The table ---- */

static void put_table(const struct group *group, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Value without a source",
                                          "#p95 at half",
                                          "#p95 as it is",
                                          "#p95 at double",
                                          "#Moves a trial by",
                                          "Decides the objective",
                                          NULL};

    bs_html_begin_plain_table(buffer, "p95 with each prior at half and at double", columns);
    for (size_t i = 0; i < group->count; i++) {
        const struct bs_prior *prior = &group->priors[i];

        bs_buffer_text(buffer, "<tr>");
        bs_html_head(buffer, prior->path);
        bs_sweep_value_cell(buffer, prior->half);
        bs_sweep_value_cell(buffer, prior->base);
        bs_sweep_value_cell(buffer, prior->twice);
        bs_sweep_value_cell(buffer, prior->moved_ns);
        bs_html_cell(buffer, prior->flips ? "unknown" : NULL, prior->flips ? "yes" : "no");
        bs_buffer_text(buffer, "</tr>\n");
    }
    bs_html_end_table(buffer);
}

static void put_group(const struct group *group, struct bs_buffer *buffer)
{
    const struct bs_prior *shown[ROWS_MAX];

    if (choose(group, shown) == 0) {
        bs_buffer_format(buffer, "<p>None of those that were tried, %zu, moves it.</p>\n",
                         group->count);
        return;
    }
    draw_group(group, buffer);
    put_table(group, buffer);
}

void bs_sweep_html_priors(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    struct group group;

    if (sweep->prior_count == 0) {
        return;
    }
    bs_html_element(buffer, "h2", NULL, "What has no source");
    bs_buffer_text(buffer, "\n<p>Values that no source supports, each at half and at double of "
                           "itself: what becomes of p95.</p>\n");
    for (size_t i = 0; i < sweep->prior_count; i += group.count) {
        group = (struct group){&sweep->priors[i], bs_sweep_priors_together(sweep, i)};
        bs_buffer_text(buffer, "<h3>");
        bs_sweep_headline(buffer, group.priors[0].headline);
        bs_buffer_text(buffer, "</h3>\n");
        put_group(&group, buffer);
    }
}
