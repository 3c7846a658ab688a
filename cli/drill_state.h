/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_STATE_H
#define BS_CLI_DRILL_STATE_H

/** What drill.c, drill_rehearsal.c and drill_run.c share; nobody else includes it. */

#include "cli/drill.h"
#include "cli/drill_fault.h"
#include "cli/drill_guard.h"
#include "cli/drill_names.h"
#include "cli/drill_watch.h"
#include "cli/forecast.h"
#include "orchestrator/live/changes.h"
#include "orchestrator/live/crew.h"
#include "orchestrator/live/journal_sqlite.h"
#include "orchestrator/live/keeper.h"
#include "orchestrator/live/loop.h"
#include "orchestrator/live/prober.h"
#include "orchestrator/live/record_file.h"
#include "orchestrator/live/stub_resolver.h"
#include "orchestrator/runner/runner.h"

enum { BS_DRILL_COHORT_NAME_MAX = 80 };

struct bs_drill {
    struct bs_drill_settings settings;
    struct bs_environment environment;
    struct bs_inputs inputs;
    struct bs_drill_names names;
    struct bs_wire_identity identity;
    struct bs_http_client *http;
    struct bs_loop *loop;
    struct bs_keeper *keeper;
    struct bs_caller *caller;
    struct bs_stub *dns[BS_LIVE_RESOLVERS_MAX];
    struct bs_forecast *forecast; /* NULL: nothing is predicted. */
    enum bs_status forecast_status;
    struct bs_error forecast_error;

    /* While it runs. */
    struct bs_history *history;
    struct bs_journal_sqlite *journal;
    struct bs_record_file *records;
    uint64_t record_count;
    struct bs_changes_file *changes;
    struct bs_crew *people;
    struct bs_prober *prober;
    struct bs_prober_cohort cohorts[BS_LIVE_RESOLVERS_MAX];
    char cohort_names[BS_LIVE_RESOLVERS_MAX][BS_DRILL_COHORT_NAME_MAX];
    size_t cohort_count;
    struct bs_runner *runner;
    struct bs_drill_watch watch;
    struct bs_loop_timer timer; /* The runner's, .. */
    struct bs_instant due;      /* .. and what it was set to. */
    struct bs_instant heard;    /* The last instant that the runner was told. */
    struct bs_loop_timer look;
    struct bs_drill_fault fault;
    struct bs_drill_guard guard;
    struct bs_instant glanced;
    struct bs_instant pause_until; /* NEVER: nobody asked for a pause. */
    bool has_ordered_pause;
    bool is_running;
    bool is_over;
    bool is_interrupted;
};

static inline const struct bs_plan *bs_drill_plan(const struct bs_drill *drill)
{
    return bs_loaded_plan_get(drill->inputs.plan);
}

/** Whether there is an execution that a pause would stop. */
bool bs_drill_can_pause(const struct bs_drill *drill);

/** The runner's timer, set to this instant. */
void bs_drill_set_timer(void *self, struct bs_instant at);

#endif
