/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_PLAN_LOADER_H
#define BS_ORCHESTRATOR_PLAN_LOADER_H

/** What the parts of the plan loader share. Internal to orchestrator/plan. */

#include "base/arena.h"
#include "base/decode.h"
#include "base/document.h"
#include "base/status.h"
#include "orchestrator/core/block.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/plan/bindings.h"
#include "orchestrator/plan/plan_tables.h"

enum {
    BS_LOADER_ROLES_MAX = 16,
    BS_LOADER_RESOURCES_MAX = 4096,
};

/** @{ The tables of each file, for plan_tables.c. */
extern const struct bs_plan_table bs_plan_table_plan;       /* plan_load.c */
extern const struct bs_plan_table bs_plan_table_roles;      /* resolve.c */
extern const struct bs_plan_table bs_plan_table_lease;      /* load_protections.c */
extern const struct bs_plan_table bs_plan_table_calls;      /* load_protections.c */
extern const struct bs_plan_table bs_plan_table_trigger;    /* load_triggers.c */
extern const struct bs_plan_table bs_plan_table_confirm;    /* load_triggers.c */
extern const struct bs_plan_table bs_plan_table_class;      /* load_triggers.c */
extern const struct bs_plan_table bs_plan_table_workflow;   /* load_workflows.c */
extern const struct bs_plan_table bs_plan_table_healthy;    /* load_workflows.c */
extern const struct bs_plan_table bs_plan_table_step;       /* load_steps.c */
extern const struct bs_plan_table bs_plan_table_retry;      /* load_steps.c */
extern const struct bs_plan_table bs_plan_table_ungraceful; /* load_steps.c */
extern const struct bs_plan_table bs_plan_table_parallel;   /* load_steps.c */
extern const struct bs_plan_table bs_plan_table_run_plan;   /* load_steps.c */
extern const struct bs_plan_table bs_plan_table_accept;     /* load_parameters.c */
extern const struct bs_plan_table bs_plan_table_item;       /* load_parameters.c */
/** @} */

/** A word that stands for a Region. */
struct bs_region_word {
    const char *word;
    const char *region;
};

/** Resources and roles in the plan's own copies, and the plan being built. All lives in the arena. */
struct bs_loader {
    struct bs_arena *arena;
    struct bs_error *error;
    const struct bs_bindings *bindings;
    struct bs_plan *plan;
    const struct bs_plan_resource *resources; /* As many as bindings, in their order. */
    struct bs_source *sources;                /* Room for BS_PLAN_SOURCES_MAX. */
    struct bs_step *steps;                    /* Room for BS_PLAN_STEPS_MAX. */
    const struct bs_node *workflow_nodes;     /* The file's workflows, by name. */
    struct bs_region_word words[BS_LOADER_ROLES_MAX + 2];
    uint32_t word_count;
    uint32_t activating; /* Index into `words`, after the deactivating one. */
    uint32_t depth;      /* Of groups and child plans, while they are read. */
    const struct bs_node
        *reading[BS_PLAN_DEPTH_MAX]; /* Workflows that are being read, outermost first. */
    uint32_t reading_count;
};

/** A copy in the arena; NULL stays NULL. Sets the loader's error on BS_ERR_MEMORY. */
enum bs_status bs_loader_copy(struct bs_loader *loader, const char *text, const char **copy);

/** "out of memory", once. */
enum bs_status bs_loader_no_memory(struct bs_loader *loader);

/** @{ resolve.c: from words to what they stand for. */

/** Copies the bindings into resources, and the roles into words; checks them. */
enum bs_status bs_resolve_bindings(struct bs_loader *loader);

/** Reads a `roles` map: the plan's, or that of a workflow, which stands for the plan's while it is read. */
enum bs_status bs_resolve_roles(struct bs_loader *loader, const struct bs_node *roles);

/** The resource that `node` names, of one of `kinds` (bits), for a user that calls itself `what`. */
enum bs_status bs_resolve_resource(struct bs_loader *loader, const struct bs_node *node,
                                   uint32_t kinds, const char *what,
                                   const struct bs_plan_resource **resource);

/** The Region that a role names. */
enum bs_status bs_resolve_region(struct bs_loader *loader, const struct bs_node *node,
                                 const char **region);

/** The Region a word stands for, or NULL. */
const char *bs_resolve_word(const struct bs_loader *loader, const char *word);
/** @} */

/** load_parameters.c: reads a block's parameters; `nodes` in the order of its table, NULL where absent. */
enum bs_status bs_loader_parameters(struct bs_loader *loader, const struct bs_block *block,
                                    const struct bs_node *const *nodes,
                                    struct bs_parameters *parameters);

/** load_workflows.c: the index of the workflow that a node names. */
enum bs_status bs_loader_workflow(struct bs_loader *loader, const struct bs_node *node,
                                  uint32_t *index);

/** load_steps.c: reads a list of steps into rows; ids are prefixed (child plans), unique from row `first`. */
enum bs_status bs_loader_steps(struct bs_loader *loader, const struct bs_node *list,
                               const char *prefix, uint32_t first);

/**
 * Rows of one workflow, or of one child plan in it: they begin at row `first`, and their ids with `prefix`,
 * which conditions leave out.
 */
struct bs_row_scope {
    const char *prefix;
    uint32_t first;
};

/** load_conditions.c: reads one phrase or a list of them. */
enum bs_status bs_loader_conditions(struct bs_loader *loader, const struct bs_node *node,
                                    const struct bs_row_scope *scope,
                                    struct bs_conditions *conditions);

/** @{ load_sources.c: reads "probe app", or a list of such, into the plan's sources. */
enum bs_status bs_loader_source(struct bs_loader *loader, const struct bs_node *node,
                                const char *kind, const char *id, uint32_t *index);
enum bs_status bs_loader_sources(struct bs_loader *loader, const struct bs_node *node,
                                 const uint32_t **sources, uint32_t *count);
/** @} */

enum { BS_PHRASE_MAX = 128, BS_PHRASE_WORDS_MAX = 4 };

/** "health_check app unhealthy" taken apart. */
struct bs_phrase {
    char text[BS_PHRASE_MAX];
    char *words[BS_PHRASE_WORDS_MAX];
    uint32_t count;
};

/** Takes a scalar apart; an error that shows the example if it has not `least` to `most` words. */
enum bs_status bs_phrase_read(struct bs_loader *loader, const struct bs_node *node, uint32_t least,
                              uint32_t most, const char *example, struct bs_phrase *phrase);

/** load_protections.c: reads `lease`, `operator` and `calls`; each may be NULL. */
enum bs_status bs_loader_protections(struct bs_loader *loader, const struct bs_node *lease,
                                     const struct bs_node *operator_role,
                                     const struct bs_node *calls);

/** load_workflows.c: reads `workflows`. */
enum bs_status bs_loader_workflows(struct bs_loader *loader, const struct bs_node *node);

/** load_triggers.c: reads `triggers`; after the workflows, which they name. */
enum bs_status bs_loader_triggers(struct bs_loader *loader, const struct bs_node *node);

#endif
