/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/prospect.h"

static bool breaks_connections(const struct bs_meeting *meeting)
{
    return meeting->reception == BS_RECEPTION_HANGS || meeting->reception == BS_RECEPTION_REFUSES;
}

static struct bs_prospect prospect_at(const struct bs_process *process, int32_t balancer)
{
    const struct bs_world *world = process->world;
    const struct bs_client_population *population = process->population;
    const struct bs_meeting *meeting = bs_process_meeting(process, balancer);
    const int64_t latency_ns = population->latency.ns + meeting->further.ns;
    struct bs_prospect prospect = {
        .outcome = BS_PROSPECT_DRAWN,
        .breaks = breaks_connections(meeting) ? -1 : 0,
        .adds = {.attempts = 1},
    };

    prospect.adds.arrived[process->kind] = 1;
    prospect.adds.stale = bs_route53_names_region_of(world, population->record, balancer) ? 0 : 1;
    if (bs_meeting_is_good(meeting)) {
        prospect.outcome = BS_PROSPECT_SERVED;
        prospect.adds.good[process->kind] =
            latency_ns <= world->scenario->objectives.within.ns ? 1 : 0;
    } else if (meeting->reception != BS_RECEPTION_SERVES) {
        prospect.outcome = BS_PROSPECT_FAILED;
        prospect.adds.attempts += (uint32_t)population->retries;
    }
    return prospect;
}

void bs_process_look_ahead(struct bs_process *process)
{
    const struct bs_world *world = process->world;

    for (size_t i = 0; i < world->scenario->resource_count; i++) {
        if (world->elb.balancers[i].resource != NULL) {
            process->prospects[i] = prospect_at(process, (int32_t)i);
        }
    }
    process->looked_at = world->clients.changes;
}

/* Whether all of the cohort's connections are either broken, or lead to its answers. */
static bool all_lead_to_answer(const struct bs_process *process, const struct bs_cohort *cohort,
                               int32_t answer)
{
    for (size_t i = 0; i < process->world->scenario->resource_count; i++) {
        if (cohort->connected[i] > 0 && (int32_t)i != answer && process->prospects[i].breaks == 0) {
            return false;
        }
    }
    return true;
}

int32_t bs_process_leads_alike(struct bs_process *process)
{
    const struct bs_cohort *cohort = &process->world->clients.cohorts[process->cohort];
    const struct bs_prospect *prospects = bs_process_prospects(process);
    const struct bs_resolver first = process->resolvers[0];

    if (cohort->move_count > 0) {
        return BS_NONE;
    }
    if (cohort->uniform != BS_NONE) {
        return cohort->uniform;
    }
    if (cohort->connected[first.connected] == cohort->count &&
        prospects[first.connected].breaks == 0) {
        return first.connected;
    }
    return cohort->answering[first.answer] == cohort->count &&
                   all_lead_to_answer(process, cohort, first.answer)
               ? first.answer
               : BS_NONE;
}
