/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/columns.h"

#include "base/assert.h"

#define COLUMN(member, unit)                                    \
    {                                                           \
#member, (unit), offsetof(struct bs_kept_drill, member) \
    }

const struct bs_drill_column bs_drill_columns[] = {
    {"held_at", BS_DRILL_UTC, offsetof(struct bs_kept_drill, held_at_s)},
    COLUMN(scenario, BS_DRILL_TEXT),
    COLUMN(backend, BS_DRILL_TEXT),
    COLUMN(verdict, BS_DRILL_TEXT),
    COLUMN(rto, BS_DRILL_SECONDS),
    COLUMN(rto_objective, BS_DRILL_SECONDS),
    COLUMN(rpo, BS_DRILL_SECONDS),
    COLUMN(rpo_objective, BS_DRILL_SECONDS),
    COLUMN(lost_writes, BS_DRILL_COUNT),
    COLUMN(plan_recovery, BS_DRILL_SECONDS),
    COLUMN(availability, BS_DRILL_SHARE),
    COLUMN(scenario_sha256, BS_DRILL_TEXT),
    COLUMN(plan, BS_DRILL_TEXT),
    COLUMN(plan_sha256, BS_DRILL_TEXT),
    COLUMN(seed, BS_DRILL_TEXT),
    COLUMN(version, BS_DRILL_TEXT),
    COLUMN(history_sha256, BS_DRILL_TEXT),
    {"recorded_at", BS_DRILL_UTC, offsetof(struct bs_kept_drill, recorded_at_s)},
    COLUMN(reproduce, BS_DRILL_TEXT),
};
const size_t bs_drill_column_count = sizeof(bs_drill_columns) / sizeof(bs_drill_columns[0]);

static const struct {
    const char *stored;
    const char *shown;
    bool is_figure;
} units[] = {
    [BS_DRILL_TEXT] = {"", "", false},        [BS_DRILL_UTC] = {"_s", "", false},
    [BS_DRILL_SECONDS] = {"_ns", "_s", true}, [BS_DRILL_COUNT] = {"", "", true},
    [BS_DRILL_SHARE] = {"_ppb", "", true},
};

bool bs_drill_column_is_figure(const struct bs_drill_column *column)
{
    return units[column->unit].is_figure;
}

const char *bs_drill_column_stored_suffix(const struct bs_drill_column *column)
{
    return units[column->unit].stored;
}

const char *bs_drill_column_shown_suffix(const struct bs_drill_column *column)
{
    return units[column->unit].shown;
}

void *bs_drill_column_place(const struct bs_drill_column *column, struct bs_kept_drill *drill)
{
    return (char *)drill + column->offset;
}

static const void *member_of(const struct bs_drill_column *column,
                             const struct bs_kept_drill *drill)
{
    return (const char *)drill + column->offset;
}

const char *bs_drill_column_text(const struct bs_drill_column *column,
                                 const struct bs_kept_drill *drill)
{
    BS_ASSERT(column->unit == BS_DRILL_TEXT);
    return *(const char *const *)member_of(column, drill);
}

int64_t bs_drill_column_utc(const struct bs_drill_column *column, const struct bs_kept_drill *drill)
{
    BS_ASSERT(column->unit == BS_DRILL_UTC);
    return *(const int64_t *)member_of(column, drill);
}

struct bs_figure bs_drill_column_figure(const struct bs_drill_column *column,
                                        const struct bs_kept_drill *drill)
{
    BS_ASSERT(bs_drill_column_is_figure(column));
    return *(const struct bs_figure *)member_of(column, drill);
}

const char *bs_drill_column_missing(const struct bs_drill_column *column)
{
    return column->offset == offsetof(struct bs_kept_drill, plan) ||
                   column->offset == offsetof(struct bs_kept_drill, plan_sha256)
               ? "the run has no plan"
               : "not said";
}
