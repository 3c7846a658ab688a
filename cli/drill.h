/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_H
#define BS_CLI_DRILL_H

/**
 * A game day: the orchestrator on real endpoints, in real time, with probes that measure it.
 *
 * Everything that must outlive the process lies beside the journal: JOURNAL.drill (what is being done),
 * JOURNAL.history, JOURNAL.changes, JOURNAL.probes.
 */

#include "base/status.h"
#include "cli/inputs.h"
#include "orchestrator/live/caller.h"

struct bs_drill;

struct bs_drill_settings {
    const char *scenario;
    const char *url;      /* Endpoint, or NULL. */
    const char *journal;  /* NULL: nothing is to be changed. */
    const char *people;   /* Folder, or NULL. */
    const char *out;      /* Folder, or NULL. */
    const char *store;    /* Where it is recorded, or NULL. */
    const char *reason;   /* May be given later, but before it is run. */
    int64_t scale;        /* Thousandths. */
    int64_t epoch_ns;     /* 0: now. */
    int64_t orchestrator; /* 0: a number nobody else has. */
    enum bs_caller_mode mode;
};

/**
 * Reads the files, finds credentials, asks whose account it is and how the records stand. Changes nothing.
 * BS_ERR_INPUT: the files, no credentials, another account, something not on the allow-list; BS_ERR_IO: AWS
 * does not answer; BS_ERR_LIMIT: interrupted.
 */
enum bs_status bs_drill_open(const struct bs_drill_settings *settings, struct bs_drill **drill,
                             struct bs_error *error);
/** NULL is allowed. */
void bs_drill_close(struct bs_drill *drill);

const struct bs_inputs *bs_drill_inputs(const struct bs_drill *drill);
const struct bs_wire_identity *bs_drill_identity(const struct bs_drill *drill);

/** When it began: ns since 1970. */
int64_t bs_drill_epoch_ns(const struct bs_drill *drill);

/** Says to standard error what would be done, to what, as whom. */
void bs_drill_announce(const struct bs_drill *drill);

/** Reads what the plan's resources are like and prints it; false if some of it could not be read. */
bool bs_drill_rehearse(struct bs_drill *drill);

/** Whether nothing stops it before it has begun. Errors are bs_drill_guard_check()'s. */
enum bs_status bs_drill_check(struct bs_drill *drill, struct bs_error *error);

/**
 * Simulates so many trials, says what to expect, and keeps it for the history. Errors are those of a run;
 * BS_ERR_LIMIT: interrupted.
 */
enum bs_status bs_drill_forecast(struct bs_drill *drill, size_t trials, struct bs_error *error);

/** Borrowed. */
void bs_drill_give_reason(struct bs_drill *drill, const char *reason);

enum bs_drill_start { BS_DRILL_NEW, BS_DRILL_RESUMED };
enum bs_drill_end { BS_DRILL_DONE, BS_DRILL_INTERRUPTED };

/** Until it is over or somebody interrupts it. BS_ERR_INPUT, BS_ERR_IO: journal and files. */
enum bs_status bs_drill_run(struct bs_drill *drill, enum bs_drill_start start,
                            enum bs_drill_end *end, struct bs_error *error);

/** After it is done; the drill's. */
const struct bs_history *bs_drill_history(const struct bs_drill *drill);
/** Says which steps are done, which are not, and how to go on. */
void bs_drill_sum_up(const struct bs_drill *drill);

#endif
