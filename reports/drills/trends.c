/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/trends.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { PAIRS_MAX = BS_DRILLS_LAST * (BS_DRILLS_LAST - 1) / 2, SLOPE_DRILLS_MIN = 3 };

/* ---- Slope ---- */

static int compare_numbers(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

/* Sorts them; `count` is not 0. */
static int64_t median(int64_t *values, size_t count)
{
    int64_t low;
    int64_t high;

    BS_ASSERT(count > 0);
    qsort(values, count, sizeof(*values), compare_numbers);
    low = values[(count - 1) / 2];
    high = values[count / 2];
    return low + (high - low) / 2;
}

/* The least S that chance reaches, either way, in at most one of twenty; 0: none does. */
static const int64_t clear_from[BS_DRILLS_LAST + 1] = {
    [5] = 10, [6] = 13, [7] = 15, [8] = 18, [9] = 20, [10] = 23};

struct bs_drill_slope bs_drill_slope_of(const int64_t *rto_ns, size_t count)
{
    int64_t slopes[PAIRS_MAX];
    size_t pairs = 0;
    int64_t kendall = 0;

    BS_ASSERT(count <= BS_DRILLS_LAST);
    if (count < SLOPE_DRILLS_MIN) {
        return (struct bs_drill_slope){.drills = (int64_t)count,
                                       .slope_ns =
                                           bs_unknown("fewer than three drills have an RTO")};
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            slopes[pairs++] = (rto_ns[k] - rto_ns[i]) / (int64_t)(k - i);
            kendall += compare_numbers(&rto_ns[k], &rto_ns[i]);
        }
    }
    return (struct bs_drill_slope){
        .drills = (int64_t)count,
        .slope_ns = bs_known(median(slopes, pairs)),
        .is_clear = clear_from[count] > 0 && llabs(kendall) >= clear_from[count],
    };
}

static void find_slope(struct bs_drill_track *track)
{
    int64_t rto_ns[BS_DRILLS_LAST];
    size_t count = 0;

    for (size_t i = 0; i < track->count; i++) {
        if (bs_is_known(track->last[i].rto)) {
            rto_ns[count++] = track->last[i].rto.value;
        }
    }
    track->slope = bs_drill_slope_of(rto_ns, count);
}

/* ---- Steps ---- */

static bool is_same_step(const struct bs_kept_step *a, const struct bs_kept_step *b)
{
    return strcmp(a->workflow, b->workflow) == 0 && strcmp(a->id, b->id) == 0;
}

/* How long a drill's step of that name took, the longest time; -1: it did not end. */
static int64_t took_in(const struct bs_kept_drill *drill, const struct bs_kept_step *step)
{
    int64_t longest = -1;

    for (size_t i = 0; i < drill->step_count; i++) {
        if (is_same_step(&drill->steps[i], step) && bs_is_known(drill->steps[i].took) &&
            drill->steps[i].took.value > longest) {
            longest = drill->steps[i].took.value;
        }
    }
    return longest;
}

static struct bs_slower_step compare_step(const struct bs_drill_track *track,
                                          const struct bs_kept_step *step)
{
    struct bs_slower_step found = {.workflow = step->workflow, .id = step->id};
    int64_t before[BS_DRILLS_LAST] = {0};

    found.took_ns = took_in(&track->last[track->count - 1], step);
    for (size_t i = 0; i + 1 < track->count; i++) {
        const int64_t took_ns = took_in(&track->last[i], step);

        if (took_ns >= 0) {
            before[found.drills++] = took_ns;
        }
    }
    found.before_ns = found.drills > 0 ? median(before, (size_t)found.drills) : found.took_ns;
    return found;
}

static int64_t growth(const struct bs_slower_step *step)
{
    return step->took_ns - step->before_ns;
}

/* Keeps the list in order, and forgets what falls off its end. */
static void insert_slower(struct bs_drill_track *track, struct bs_slower_step step)
{
    size_t at = track->slower_count;

    while (at > 0 && growth(&track->slower[at - 1]) < growth(&step)) {
        at--;
    }
    if (at == BS_SLOWER_STEPS_MAX) {
        return;
    }
    track->slower_count += track->slower_count < BS_SLOWER_STEPS_MAX ? 1 : 0;
    memmove(&track->slower[at + 1], &track->slower[at],
            (track->slower_count - 1 - at) * sizeof(track->slower[0]));
    track->slower[at] = step;
}

static bool is_repeated(const struct bs_kept_drill *drill, size_t step)
{
    for (size_t i = 0; i < step; i++) {
        if (is_same_step(&drill->steps[i], &drill->steps[step])) {
            return true;
        }
    }
    return false;
}

static void find_slower(struct bs_drill_track *track)
{
    const struct bs_kept_drill *last = track->count > 0 ? &track->last[track->count - 1] : NULL;

    for (size_t i = 0; last != NULL && i < last->step_count; i++) {
        if (!is_repeated(last, i)) {
            const struct bs_slower_step step = compare_step(track, &last->steps[i]);

            if (growth(&step) > 0) {
                insert_slower(track, step);
            }
        }
    }
}

/* ---- Tracks ---- */

/* They come newest first. */
static void keep_drill(void *subject, const struct bs_kept_drill *drill)
{
    struct bs_drill_track *track = subject;

    BS_ASSERT(track->count < BS_DRILLS_LAST);
    memmove(&track->last[1], &track->last[0], track->count * sizeof(track->last[0]));
    track->last[0] = *drill;
    track->count++;
}

static enum bs_status find_track(struct bs_drills *drills, const struct bs_drills_group *group,
                                 int64_t now_s, struct bs_arena *arena,
                                 struct bs_drill_track *track, struct bs_error *error)
{
    const struct bs_drills_question question = {
        .scenario = group->scenario, .backend = group->backend, .now_s = now_s};
    struct bs_drills_filter filter = BS_DRILLS_ALL;
    enum bs_status status;

    filter.scenario = group->scenario;
    filter.backend = group->backend;
    filter.until_s = now_s;
    filter.last = BS_DRILLS_LAST;
    track->backend = group->backend;
    status = bs_drills_summarise(drills, &question, &track->summary, error);
    if (status == BS_OK) {
        status = bs_drills_list(drills, &filter, arena, keep_drill, track, error);
    }
    find_slope(track);
    find_slower(track);
    return status;
}

/* The groups of one scenario, which stand together. */
static enum bs_status find_trend(struct bs_drills *drills, const struct bs_drills_group *groups,
                                 size_t count, int64_t now_s, struct bs_arena *arena,
                                 struct bs_drill_trend *trend, struct bs_error *error)
{
    struct bs_drills_question question = {.scenario = groups[0].scenario, .now_s = now_s};
    enum bs_status status;

    trend->scenario = groups[0].scenario;
    trend->tracks = bs_arena_array(arena, count, sizeof(*trend->tracks));
    if (trend->tracks == NULL) {
        return bs_error_set(error, BS_ERR_LIMIT, NULL, "the drills do not fit into memory");
    }
    status = bs_drills_summarise(drills, &question, &trend->any, error);
    question.backend = "aws";
    if (status == BS_OK) {
        status = bs_drills_summarise(drills, &question, &trend->aws, error);
    }
    for (size_t i = 0; i < count && status == BS_OK; i++) {
        status = find_track(drills, &groups[i], now_s, arena, &trend->tracks[trend->track_count++],
                            error);
    }
    return status;
}

static size_t count_of_scenario(const struct bs_drills_group *groups, size_t count)
{
    size_t same = 1;

    while (same < count && strcmp(groups[same].scenario, groups[0].scenario) == 0) {
        same++;
    }
    return same;
}

enum bs_status bs_drill_trends_find(struct bs_drills *drills, const struct bs_drills_filter *filter,
                                    int64_t now_s, struct bs_arena *arena,
                                    struct bs_drill_trends *trends, struct bs_error *error)
{
    struct bs_drills_group *groups = NULL;
    size_t count = 0;
    enum bs_status status = bs_drills_groups(drills, filter, arena, &groups, &count, error);

    *trends = (struct bs_drill_trends){.items = NULL};
    if (status == BS_OK) {
        trends->items = bs_arena_array(arena, count, sizeof(*trends->items));
    }
    if (status == BS_OK && trends->items == NULL) {
        return bs_error_set(error, BS_ERR_LIMIT, NULL, "the drills do not fit into memory");
    }
    for (size_t at = 0; at < count && status == BS_OK;) {
        const size_t same = count_of_scenario(groups + at, count - at);

        status = find_trend(drills, groups + at, same, now_s, arena,
                            &trends->items[trends->count++], error);
        at += same;
    }
    return status;
}
