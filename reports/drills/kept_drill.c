/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/drills/kept_drill.h"

#include "base/assert.h"

static void keep_findings(const struct bs_findings *findings, struct bs_kept_drill *drill)
{
    for (size_t i = 0; i < findings->count; i++) {
        drill->findings[drill->finding_count++] = (struct bs_kept_finding){
            bs_verdict_name(findings->items[i].verdict), findings->items[i].text};
    }
}

static void keep_stores(const struct bs_rpo *rpo, struct bs_kept_drill *drill)
{
    for (size_t i = 0; i < rpo->count; i++) {
        drill->stores[drill->store_count++] = (struct bs_kept_store){
            .id = rpo->stores[i].id,
            .objective = rpo->stores[i].objective,
            .rpo = rpo->stores[i].rpo,
            .lost_writes = rpo->stores[i].lost_writes,
        };
    }
}

static struct bs_figure took(const struct bs_step_row *row)
{
    return row->end.ns != BS_INSTANT_UNKNOWN.ns ? bs_known(row->end.ns - row->start.ns)
                                                : bs_unknown("still under way when the run ended");
}

static void keep_steps(const struct bs_steps *steps, struct bs_kept_drill *drill)
{
    for (size_t i = 0; i < steps->executed_count; i++) {
        const struct bs_step_row *row = &steps->executed[i];

        drill->steps[drill->step_count++] = (struct bs_kept_step){
            .execution = row->execution,
            .workflow = row->workflow,
            .id = row->id,
            .state = row->state,
            .target = row->target,
            .took = took(row),
        };
    }
}

static struct bs_kept_drill headline(const struct bs_report *report,
                                     const struct bs_kept_circumstances *circumstances)
{
    return (struct bs_kept_drill){
        .history_sha256 = report->history_sha256,
        .held_at_s = circumstances->held_at_s,
        .recorded_at_s = circumstances->recorded_at_s,
        .scenario = report->scenario,
        .scenario_sha256 = report->scenario_sha256,
        .plan = report->plan,
        .plan_sha256 = report->plan_sha256,
        .seed = report->seed,
        .backend = circumstances->backend != NULL ? circumstances->backend : report->backend,
        .version = report->version,
        .verdict = bs_verdict_name(report->findings.verdict),
        .reproduce =
            circumstances->reproduce != NULL ? circumstances->reproduce : report->reproduce,
        .rto_objective = report->objectives.rto,
        .rto = report->rto,
        .plan_recovery = report->plan_recovery,
        .rpo_objective = report->rpo.objective,
        .rpo = report->rpo.rpo,
        .lost_writes = report->rpo.lost_writes,
        .availability = report->traffic.availability,
    };
}

enum bs_status bs_kept_drill_of_report(const struct bs_report *report,
                                       const struct bs_kept_circumstances *circumstances,
                                       struct bs_arena *arena, struct bs_kept_drill *drill,
                                       struct bs_error *error)
{
    BS_ASSERT(report != NULL && circumstances != NULL);
    BS_ASSERT(arena != NULL && drill != NULL);

    if (report->scenario == NULL || report->seed == NULL || report->version == NULL ||
        report->scenario_sha256 == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "the history does not say what was run; it is no drill's");
    }
    *drill = headline(report, circumstances);
    drill->findings = bs_arena_array(arena, report->findings.count, sizeof(*drill->findings));
    drill->stores = bs_arena_array(arena, report->rpo.count, sizeof(*drill->stores));
    drill->steps = bs_arena_array(arena, report->steps.executed_count, sizeof(*drill->steps));
    if (drill->findings == NULL || drill->stores == NULL || drill->steps == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "no memory for the drill");
    }
    keep_findings(&report->findings, drill);
    keep_stores(&report->rpo, drill);
    keep_steps(&report->steps, drill);
    return BS_OK;
}
