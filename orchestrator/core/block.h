/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_BLOCK_H
#define BS_ORCHESTRATOR_CORE_BLOCK_H

/**
 * Execution blocks: what a step can do. One row of one table and one file each.
 *
 * A block is a function that is asked how to go on: when its lane starts, when an answer has come, and when
 * a wait is over. It says what to do next and keeps what it must remember in its lane's memory. Deadlines,
 * retries and waiting are the engine's (lane.h), so that a block only asks and judges.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "orchestrator/core/core.h"
#include "orchestrator/core/core_state.h"
#include "orchestrator/core/plan.h"
#include "orchestrator/core/reason.h"

/** What a block is told. */
struct bs_block_context {
    const struct bs_parameters *parameters;
    const char *region;                     /* That the step works in, or NULL. */
    const struct bs_plan_resource *subject; /* The lane's resource: of `of`, else `resource`. */
    struct bs_instant now;
    struct bs_instant started_at; /* Of the task. */
    struct bs_instant
        quiet_at; /* From then on nothing can take effect that the execution did not send. */
    struct bs_instant call_sent_at; /* Of the answered call. */
    struct bs_instant call_deadline;
    int64_t question; /* The number of what is asked of people. */
    uint32_t healthy; /* Of the parameters' sources. */
    uint32_t unhealthy;
    struct bs_lane_memory *memory;
};

enum bs_progress_kind {
    BS_PROGRESS_CALL, /* Make `request`; passing trouble is retried, other trouble fails the lane: the
                             block sees OK answers only. */
    BS_PROGRESS_TRY,  /* Make `request`; the block judges every answer itself. */
    BS_PROGRESS_WAIT, /* Go on after `after`. `reason` says for what, should the step time out. */
    BS_PROGRESS_BACK_OFF, /* Go on after the step's backoff; fails with `reason` when its tries are spent. */
    BS_PROGRESS_DONE,
    BS_PROGRESS_ACCEPTED, /* Done, with an exception: `reason`. */
    BS_PROGRESS_FAILED,   /* `reason`. */
};

/** What a block says. */
struct bs_progress {
    enum bs_progress_kind kind;
    struct bs_call_request request; /* CALL, TRY. Its texts are borrowed from the plan. */
    struct bs_duration after;       /* WAIT. */
    bool is_asking;                 /* Whatever it does next, what it waits for is a person. */
    struct bs_reason reason;
};

/** `answer` is NULL when the lane starts and when a wait is over. */
typedef struct bs_progress bs_block_fn(const struct bs_block_context *context,
                                       const struct bs_call_answer *answer);

enum bs_parameter_kind {
    BS_PARAMETER_RESOURCE, /* const struct bs_plan_resource *: the id of one, of `resource_kinds`. */
    BS_PARAMETER_RESOURCES, /* `of` and `of_count`: a list of them. */
    BS_PARAMETER_COUNT,     /* int64_t, in [minimum, maximum]. */
    BS_PARAMETER_DURATION,  /* struct bs_duration, ns in [minimum, maximum]. */
    BS_PARAMETER_TEXT,      /* const char *. */
    BS_PARAMETER_PLACE,     /* const char *: text; a role stands for its Region's name. */
    BS_PARAMETER_CHECKS, /* `checks` and `check_count`: a list of health, read, write, read-back. */
    BS_PARAMETER_BOOL,   /* bool. */
    BS_PARAMETER_ACCEPT, /* struct bs_accept. */
    BS_PARAMETER_SHOWN,  /* `shown` and `shown_count`: a list of resources. */
    BS_PARAMETER_WEIGHTS, /* `weights` and `weight_count`: rising shares in per cent, or one. */
    BS_PARAMETER_ITEMS,   /* `items` and `item_count`: {do, owner}. */
    BS_PARAMETER_SOURCES, /* `sources` and `source_count`: one phrase such as "probe app", or a list. */
};

enum bs_parameter_need {
    BS_NEED_OPTIONAL,
    BS_NEED_REQUIRED,
    BS_NEED_IMPLIED, /* RESOURCE: if absent, the one such resource in the step's Region. */
};

#define BS_KIND_BIT(kind) (1U << BS_KIND_##kind)

/** A parameter, as a person writes it; read by the plan loader. */
struct bs_parameter {
    const char *name;
    enum bs_parameter_kind kind;
    enum bs_parameter_need need;
    size_t offset;           /* Into struct bs_parameters. */
    uint32_t resource_kinds; /* RESOURCE, RESOURCES: BS_KIND_BIT of those allowed. */
    int64_t minimum;
    int64_t maximum;
    const char *about;
};

/** Which Region a step works in, if it does not say. */
enum bs_block_region {
    BS_REGION_OF_RESOURCE,
    BS_REGION_REQUIRED, /* It must say. */
    BS_REGION_VANTAGE,  /* Any Region will do to ask from. */
};

enum { BS_BLOCK_PARAMETERS_MAX = 6, BS_BLOCK_OPERATIONS_MAX = 4 };

struct bs_block {
    const char *name;
    const char *effect; /* checks, fences, promotes, .., as PLANNED records say it. */
    const char *about;
    const char *done;      /* When it counts as done. */
    const char *unknown;   /* How a call without an answer is resolved. */
    bool is_irreversible;  /* Rollback never reaches back across it. */
    bool moves_service;    /* Once it is done, the other Region serves. */
    bool can_be_undone;    /* By .. */
    enum bs_block_id undo; /* .. this block, with the parameters that the plan gives. */
    enum bs_block_region region;
    bs_block_fn *advance;
    const struct bs_parameter *parameters;
    uint32_t parameter_count;
    uint32_t operation_count;
    enum bs_operation operations[BS_BLOCK_OPERATIONS_MAX]; /* Those it uses, for people and lint. */
    struct bs_parameters defaults;
};

/** The row of the table. */
const struct bs_block *bs_block(enum bs_block_id id);

/** @{ One word for what a block wants. */
struct bs_progress bs_progress_call(const struct bs_call_request *request);
struct bs_progress bs_progress_try(const struct bs_call_request *request);
/** WAIT for BS_POLL_INTERVAL. */
struct bs_progress bs_progress_poll(const struct bs_reason *reason);
struct bs_progress bs_progress_back_off(const struct bs_reason *reason);
struct bs_progress bs_progress_done(void);
struct bs_progress bs_progress_failed(const struct bs_reason *reason);
/** WAIT for so long. */
struct bs_progress bs_progress_wait(struct bs_duration after, const struct bs_reason *reason);
/** @} */

/** A request to the subject's Region about the subject. */
struct bs_call_request bs_subject_request(const struct bs_block_context *context,
                                          enum bs_operation operation);

/** "rds:PromoteReadReplica: ThrottlingException": what went wrong with a call, for reasons. */
struct bs_reason bs_trouble_reason(enum bs_operation operation,
                                   const struct bs_call_answer *answer);

/** Whether it may go better next time: refused, throttled, unavailable, no capacity, no answer. */
bool bs_trouble_may_pass(const struct bs_call_answer *answer);

#endif
