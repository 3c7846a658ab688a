/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_team.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/assert.h"
#include "cli/exit_status.h"
#include "cli/sweep_team_talk.h"

enum { DOZE_NS = 500000 };

/* ---- Talk ---- */

/* Nobody could be told, and others would wait for ever. */
_Noreturn static void give_up(const struct bs_error *error)
{
    (void)bs_inputs_report(error);
    bs_sweep_ranks_abort(BS_EXIT_INTERNAL);
}

void bs_sweep_team_say(struct bs_sweep_team *team, size_t to, enum bs_sweep_talk what,
                       const void *bytes, size_t length)
{
    struct bs_error error = {0};

    if (bs_sweep_ranks_send(team->ranks, to, (int)what, bytes, length, &error) != BS_OK) {
        give_up(&error);
    }
}

bool bs_sweep_team_hear(struct bs_sweep_team *team, struct bs_sweep_message *message)
{
    struct bs_error error = {0};
    bool has_come = false;

    if (bs_sweep_ranks_receive(team->ranks, message, &has_come, &error) != BS_OK) {
        give_up(&error);
    }
    return has_come;
}

void bs_sweep_team_wait(struct bs_sweep_team *team, struct bs_sweep_message *message)
{
    while (!bs_sweep_team_hear(team, message)) {
        bs_sweep_team_doze();
    }
}

void bs_sweep_team_doze(void)
{
    const struct timespec pause = {.tv_nsec = DOZE_NS};

    (void)nanosleep(&pause, NULL);
}

void bs_sweep_team_let_go(struct bs_sweep_team *team)
{
    for (size_t i = 1; i < bs_sweep_team_size(team) && !team->is_let_go; i++) {
        bs_sweep_team_say(team, i, BS_SWEEP_TALK_STOP, NULL, 0);
    }
    team->is_let_go = true;
}

void bs_sweep_team_describe(const struct bs_sweep_plan *plan, struct bs_buffer *text)
{
    const struct bs_sweep_design *design = &plan->design;

    bs_buffer_format(text, "version %s\nscenario %s\ncommand %s\nseed %" PRIu64 "\n",
                     design->version, design->scenario, design->command, design->seed);
    for (size_t i = 0; i < design->variant_count; i++) {
        const struct bs_variant *variant = &design->variants[i];
        const struct bs_loaded_plan *loaded = plan->to_run[i].plan;

        bs_buffer_format(text,
                         "variant %s '%s' trials %" PRIu64 " scenario_sha256 %s plan_sha256 %s\n",
                         bs_variant_kind_name(variant->kind), variant->label, variant->trials,
                         plan->to_run[i].scenario->sha256,
                         loaded != NULL ? bs_loaded_plan_sha256(loaded) : "none");
    }
    for (size_t i = 0; i < design->columns.count; i++) {
        const struct bs_column *column = &design->columns.items[i];

        bs_buffer_format(text, "figure %s %s %s\n", column->subject,
                         column->workflow != NULL ? column->workflow : "-", column->name);
    }
}

/* ---- Joining and leaving ---- */

enum bs_status bs_sweep_team_join(struct bs_sweep_team **team, struct bs_error *error)
{
    struct bs_sweep_team *joined = calloc(1, sizeof(*joined));
    enum bs_status status;

    if (joined == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    /* Before MPI makes threads of its own, which would die of the signals. */
    bs_stop_signals_hold(&joined->signals);
    status = bs_sweep_ranks_join(&joined->ranks, error);
    if (status != BS_OK) {
        bs_stop_signals_release(&joined->signals);
        free(joined);
        return status;
    }
    *team = joined;
    return BS_OK;
}

bool bs_sweep_team_is_led_here(const struct bs_sweep_team *team)
{
    return bs_sweep_ranks_number(team->ranks) == 0;
}

size_t bs_sweep_team_size(const struct bs_sweep_team *team)
{
    return bs_sweep_ranks_count(team->ranks);
}

size_t bs_sweep_team_jobs(const struct bs_sweep_team *team)
{
    const size_t processors = bs_sweep_ranks_processors(team->ranks);

    return processors > BS_ENSEMBLE_JOBS_MAX ? BS_ENSEMBLE_JOBS_MAX : processors;
}

void bs_sweep_team_leave(struct bs_sweep_team *team, int exit_status)
{
    if (team == NULL) {
        return;
    }
    if (team->is_broken) {
        bs_sweep_ranks_abort(exit_status);
    }
    if (bs_sweep_team_is_led_here(team)) {
        bs_sweep_team_let_go(team);
    }
    BS_ASSERT(team->is_let_go);
    bs_sweep_ranks_leave(team->ranks);
    bs_stop_signals_release(&team->signals);
    free(team);
}
