/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/plot_axis.h"

#include <stddef.h>

#include "base/assert.h"
#include "base/time.h"

/* A week in ns times the places of a drawing is beyond 64 bits. */
__extension__ typedef __int128 wide;

static int64_t floor_to(int64_t value, int64_t step)
{
    const int64_t cut = value / step * step;

    return cut > value ? cut - step : cut;
}

static struct bs_axis with_step(struct bs_axis_question question, int64_t step)
{
    struct bs_axis axis = {floor_to(question.least, step), floor_to(question.most, step), step};

    if (axis.to < question.most || axis.to == axis.from) {
        axis.to += step;
    }
    return axis;
}

struct bs_axis bs_axis_of_time(struct bs_axis_question question)
{
    static const int64_t steps_ms[] = {
        1,        2,        5,        10,        20,        50,        100,        200,
        500,      1000,     2000,     5000,      10000,     15000,     30000,      60000,
        120000,   300000,   600000,   900000,    1800000,   3600000,   7200000,    14400000,
        21600000, 43200000, 86400000, 172800000, 432000000, 864000000, 1728000000, 4320000000};
    const size_t count = sizeof(steps_ms) / sizeof(steps_ms[0]);
    const int64_t span = question.most - question.least;
    int64_t step = steps_ms[0] * BS_NS_PER_MS;

    BS_ASSERT(question.least <= question.most && question.steps_max > 0);
    for (size_t i = 1; i < count && span / step >= question.steps_max; i++) {
        step = steps_ms[i] * BS_NS_PER_MS;
    }
    while (span / step >= question.steps_max) {
        step *= 2;
    }
    return with_step(question, step);
}

struct bs_axis bs_axis_of_amount(struct bs_axis_question question)
{
    static const int64_t factors[] = {1, 2, 5};
    const size_t count = sizeof(factors) / sizeof(factors[0]);
    int64_t power = 1;
    size_t i = 0;

    BS_ASSERT(question.least <= question.most && question.steps_max > 0);
    while ((question.most - question.least) / (power * factors[i]) >= question.steps_max) {
        i = (i + 1) % count;
        power *= i == 0 ? 10 : 1;
    }
    return with_step(question, power * factors[i]);
}

int64_t bs_axis_first_tick(const struct bs_axis *axis)
{
    const int64_t before = floor_to(axis->from, axis->step);

    return before < axis->from ? before + axis->step : before;
}

int64_t bs_axis_place(const struct bs_axis *axis, int64_t value, int64_t length)
{
    BS_ASSERT(axis->from < axis->to);
    if (value <= axis->from) {
        return 0;
    }
    if (value >= axis->to) {
        return length;
    }
    return (int64_t)((wide)(value - axis->from) * length / (axis->to - axis->from));
}
