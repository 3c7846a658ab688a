/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_SCENARIO_UNCERTAIN_H
#define BS_SIM_SCENARIO_UNCERTAIN_H

/**
 * What in a scenario is uncertain: what is drawn anew in each trial, and what nobody has measured.
 *
 * Each entry says by which override the scenario is run without that uncertainty (bs_scenario_load(),
 * `--set PATH=VALUE`), so that whoever runs the variants can tell how much of the outcome is owed to it. The
 * scenario's own document and the defaults say what there is; nothing is listed anywhere else.
 */

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "sim/scenario/scenario.h"

enum bs_uncertain_kind {
    BS_UNCERTAIN_STOCHASTIC, /* A distribution in effect that is not constant. */
    BS_UNCERTAIN_PRIOR,      /* Numbers in effect from a default that is marked as unsourced. */
};

/** A distribution that is an unsourced default has two entries, STOCHASTIC first. */
struct bs_uncertain {
    const char *path; /* As --set takes it. */
    enum bs_uncertain_kind kind;
    const char *value; /* As it stands, on one line: for people. */
    /* STOCHASTIC: the median of its draws, a plain duration; else NULL. A drawn `for` of a fault that repeats
       is held below `every`, which is what cuts it short. */
    const char *held;
    /* PRIOR: the same with every number that has a unit at half and at double (sim/scenario/scale.h); else
       NULL. For the latency between Regions that no link names, the whole list of links, with all of them. */
    const char *half;
    const char *doubled;
    const char *source; /* "author", or "default: " and the source, such as "C05" or "unsourced". */
};

struct bs_uncertain_list {
    struct bs_uncertain *items;
    size_t count;
};

/**
 * Lists them in the order of the document: sections, the things in each, their keys as written and then those
 * left to the defaults, in the order of these; last the Regions that no link names. All texts live in
 * `arena`. What cannot matter is left out: pulling an image that no service uses, replicating from a bucket
 * that does not replicate, resolvers that are no part of the mix. What only matters if a plan does it is
 * listed (creating and deleting a database, asking a person). Only BS_ERR_MEMORY.
 */
enum bs_status bs_uncertain_list(const struct bs_scenario *scenario, struct bs_arena *arena,
                                 struct bs_uncertain_list *list, struct bs_error *error);

#endif
