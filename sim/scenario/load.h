/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_SCENARIO_LOAD_H
#define BS_SIM_SCENARIO_LOAD_H

/** What the parts of the scenario reader share: inside this folder only. */

#include "base/decode.h"
#include "sim/scenario/scenario.h"

#define BS_FIELD_COUNT_OF(fields) (sizeof(fields) / sizeof((fields)[0]))

struct bs_load {
    struct bs_scenario *scenario;
    const struct bs_node *defaults; /* Root of the defaults' document. */
    struct bs_error *error;
};

/**
 * Decodes a map over its section of the defaults (`section` NULL: none). The target's NODE members end up
 * at the author's node if there is one, else at the default's.
 */
enum bs_status bs_load_map(const struct bs_load *load, const struct bs_node *node,
                           const char *section, const struct bs_fields *fields, void *target);

/** As above for a map inside of `section`, under `key`: `node` is the author's, or the default's itself. */
enum bs_status bs_load_inner_map(const struct bs_load *load, const struct bs_node *node,
                                 const char *section, const char *key,
                                 const struct bs_fields *fields, void *target);

enum bs_status bs_load_distribution(const struct bs_load *load, const struct bs_node *node,
                                    struct bs_distribution *distribution);

/** The index of the Region that the scalar names by role or name. */
enum bs_status bs_load_region(const struct bs_load *load, const struct bs_node *node,
                              int32_t *region);

/** The index of the resource that the scalar names, whose kind must be in the set (bit per kind). */
enum bs_status bs_load_resource(const struct bs_load *load, const struct bs_node *node,
                                uint32_t kinds, int32_t *resource);

/** Room for `count` items in the scenario's arena, or a positioned error beyond `count_max`. */
enum bs_status bs_load_array(const struct bs_load *load, const struct bs_node *node,
                             size_t count_max, size_t item_size, void *items);

/** Checks the key under which something stands, which is its id: a name as BS_FIELD_NAME has it. */
enum bs_status bs_load_id(const struct bs_load *load, const struct bs_node *node);

/** A node's text read as one field of `kind` without bounds: for lists whose items are scalars. */
enum bs_status bs_load_scalar(const struct bs_load *load, const struct bs_node *node,
                              const struct bs_field *field, void *target);

enum bs_status bs_load_objectives(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_expectations(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_resources(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_monitors(const struct bs_load *load, const struct bs_node *health_checks,
                                const struct bs_node *alarms, const struct bs_node *probes);
enum bs_status bs_load_records(const struct bs_load *load, const struct bs_node *node);
/** What records heed: once monitors are there. */
enum bs_status bs_load_failovers(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_resolvers(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_clients(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_faults(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_people(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_orders(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_orchestrators(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_live(const struct bs_load *load, const struct bs_node *node);
enum bs_status bs_load_live_fault(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_live_fault *fault);
enum bs_status bs_load_live_stops(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_live *live);

/** The member of a list of named things whose id the node gives; its index, with suggestions if none. */
struct bs_load_names {
    const char *what;
    size_t count;
    const char *(*name)(const struct bs_scenario *scenario, size_t index);
};
enum bs_status bs_load_reference(const struct bs_load *load, const struct bs_node *node,
                                 const struct bs_load_names *names, int32_t *index);

#endif
