/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_PLAN_H
#define BS_ORCHESTRATOR_CORE_PLAN_H

/**
 * The compiled plan: what the core executes, with every name resolved.
 *
 * Constant while a core uses it and outliving it; made by orchestrator/plan or written out in a test. All
 * texts and arrays are borrowed. Steps lie flat, in the order of the file: a row is followed by its
 * descendants, so that row i's next sibling is row i + 1 + descendants.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"
#include "orchestrator/calls/calls.h"

enum {
    BS_PLAN_SOURCES_MAX = 64,
    BS_PLAN_TRIGGERS_MAX = 16,
    BS_PLAN_WORKFLOWS_MAX = 16,
    BS_PLAN_STEPS_MAX = 256,   /* Of all workflows together. */
    BS_PLAN_CHILDREN_MAX = 16, /* Of one group. */
    BS_PLAN_DEPTH_MAX = 8,     /* Of groups within groups. */
    BS_PLAN_CONDITIONS_MAX = 4,
    BS_PLAN_CLASSES_MAX = 8,
    BS_PLAN_WEIGHTS_MAX = 8,
    BS_PLAN_ITEMS_MAX = 8,
    BS_PLAN_LANES_MAX = 8,  /* Resources that one step works on at once. */
    BS_PLAN_CHECKS_MAX = 8, /* Requests of one smoke test. */
};

#define BS_PLAN_RESOURCE_KINDS(X)       \
    X(ECS_SERVICE, "ecs_service")       \
    X(ECR_IMAGE, "ecr_image")           \
    X(ALB, "alb")                       \
    X(RDS_INSTANCE, "rds_instance")     \
    X(RDS_REPLICA, "rds_replica")       \
    X(S3_BUCKET, "s3_bucket")           \
    X(SECRET, "secret")                 \
    X(SSM_PARAMETER, "ssm_parameter")   \
    X(SNS_TOPIC, "sns_topic")           \
    X(DYNAMODB_TABLE, "dynamodb_table") \
    X(PERSON, "person")                 \
    X(HEALTH_CHECK, "health_check")     \
    X(ALARM, "alarm")                   \
    X(PROBE, "probe")                   \
    X(DNS_RECORD, "dns_record")

enum bs_plan_resource_kind {
#define BS_KIND_ID(id, name) BS_KIND_##id,
    BS_PLAN_RESOURCE_KINDS(BS_KIND_ID)
#undef BS_KIND_ID
        BS_KIND_COUNT,
};

/** "rds_replica". */
const char *bs_plan_resource_kind_name(enum bs_plan_resource_kind kind);

/** Something a step works on or a source watches. */
struct bs_plan_resource {
    const char *id;
    enum bs_plan_resource_kind kind;
    const char *region; /* Its Region's real name; "global" for Route 53's. */
    const struct bs_plan_resource
        *related; /* alb: its service; rds_replica: its primary; may be NULL. */
};

/** A source of evidence, asked every `every`. */
struct bs_source {
    const char *id;
    enum bs_plan_resource_kind kind; /* HEALTH_CHECK, ALARM or PROBE. */
    const char *region;       /* Where the question is asked from; "global" for health checks. */
    const char *resource;     /* What is asked about; for a probe the record or load balancer. */
    struct bs_duration every; /* > 0. */
    int64_t failures;         /* Probe: unhealthy after so many failures in a row, >= 1. */
    enum bs_http_check check; /* Probe. */
};

/** A source's index where none is meant. */
#define BS_SOURCE_NONE UINT32_MAX

/** A step's index where none is meant. */
#define BS_STEP_NONE UINT32_MAX

enum bs_severity { BS_SEVERITY_P1, BS_SEVERITY_P2, BS_SEVERITY_P3 };

/** "P1". */
const char *bs_severity_name(enum bs_severity severity);

/** What a condition looks at. */
enum bs_condition_kind {
    BS_CONDITION_SOURCE, /* A source's state. */
    BS_CONDITION_STEP,   /* The state of an earlier step of the same execution. */
    BS_CONDITION_MODE,   /* The workflow's mode. */
};

struct bs_condition {
    enum bs_condition_kind kind;
    uint32_t index; /* SOURCE, STEP. */
    int32_t state;  /* enum bs_source_state, bs_step_state or bs_mode. */
    bool is_not;    /* Holds if it is any other. */
};

/** All must hold. */
struct bs_conditions {
    const struct bs_condition *items;
    uint32_t count;
};

/** A kind of failure, as the sources show it, and what is done about it. */
struct bs_class {
    const char *kind; /* "region", "database", "application": for people. */
    struct bs_conditions conditions;
    enum bs_severity severity;
    uint32_t workflow; /* Index into the plan's workflows. */
};

/**
 * What starts a workflow: evidence or an operator.
 *
 * Evidence: `source` unhealthy, and from then on at least `any` of `also` unhealthy and none of `veto` for
 * `hold` without a break. With no `also` the source itself must stay unhealthy so long. The first class whose
 * conditions hold then selects the workflow; if none does, the trigger's own is run. An operator's order
 * names the workflow and needs no confirmation.
 */
struct bs_trigger {
    const char *id;       /* "health_check app", "operator orders failback". */
    uint32_t source;      /* Index into the plan's sources; BS_SOURCE_NONE: an operator. */
    const uint32_t *also; /* Indices likewise. */
    uint32_t also_count;
    uint32_t any;
    const uint32_t *veto;
    uint32_t veto_count;
    struct bs_duration hold;
    const struct bs_class *classes;
    uint32_t class_count;
    enum bs_severity severity;
    uint32_t workflow; /* Index into the plan's workflows. */
};

enum bs_mode { BS_MODE_GRACEFUL, BS_MODE_UNGRACEFUL };

/** "graceful", "ungraceful". */
const char *bs_mode_name(enum bs_mode mode);

/** From the mildest to the severest. */
enum bs_on_failure {
    BS_ON_FAILURE_CONTINUE, /* Goes on; the execution can at best complete with exceptions. */
    BS_ON_FAILURE_PAUSE,    /* The execution stands until a person decides. */
    BS_ON_FAILURE_ROLLBACK, /* What was done since the last irreversible step is undone. */
    BS_ON_FAILURE_ABORT,    /* The execution fails. */
};

/** What happens when a step fails or times out, and on whose word it may go on. */
struct bs_failure_policy {
    enum bs_on_failure on_failure;
    enum bs_on_failure on_timeout;
    const char *authority; /* The role that answers for going on, or NULL. */
};

/** How often a call that met passing trouble is made, and how long apart. */
struct bs_retry {
    int64_t max;             /* Tries in all, >= 1. */
    struct bs_duration base; /* Before the second try. */
    int64_t factor;          /* Each wait is so many times the one before, >= 1. */
    struct bs_duration cap;  /* No wait is longer, jitter apart. */
    int64_t jitter_ppb;      /* A wait is drawn evenly from +- this share of it; at most 10^9. */
};

/** max 5, base 1 s, factor 2, cap 20 s, jitter 10 %: the project's own choice (AWS SDKs:
    3 tries, factor 2, cap 20 s). */
#define BS_RETRY_DEFAULT_VALUES                                \
    {                                                          \
        5, {1 * BS_NS_PER_S}, 2, {20 * BS_NS_PER_S}, 100000000 \
    }
#define BS_RETRY_DEFAULT ((struct bs_retry)BS_RETRY_DEFAULT_VALUES)

/** Fewer than asked may do, once enough time has passed. Unset: `min` 0. */
struct bs_accept {
    int64_t min;
    struct bs_duration after; /* Since the step started. */
};

/** Something a person is to do. */
struct bs_item {
    const char *text;
    const struct bs_plan_resource *owner;
};

/** What a block works with; which members count is said by its row of the block table. */
struct bs_parameters {
    const struct bs_plan_resource *resource;
    const struct bs_plan_resource *to;
    const struct bs_plan_resource *of[BS_PLAN_LANES_MAX];
    uint32_t of_count;
    uint32_t check_count;
    enum bs_http_check checks[BS_PLAN_CHECKS_MAX];
    int64_t count;
    struct bs_duration span;
    const char *text;
    const char *key;
    bool latch;
    bool wait;
    bool guard;
    bool caught_up;
    const struct bs_plan_resource *shown[BS_PLAN_LANES_MAX];
    uint32_t shown_count;
    struct bs_accept accept;
    int64_t weights[BS_PLAN_WEIGHTS_MAX];
    uint32_t weight_count;
    uint32_t item_count;
    const struct bs_item *items;
    const uint32_t *sources; /* Indices into the plan's sources. */
    uint32_t source_count;
};

/* Every execution block, in the order in which they are explained; each has its row in a file of its own. */
#define BS_BLOCKS(X)                                \
    X(CHECK_REGION_HEALTH, check_region_health)     \
    X(CHECK_REPLICATION_LAG, check_replication_lag) \
    X(CHECK_CAPACITY, check_capacity)               \
    X(CHECK_IMAGE, check_image)                     \
    X(APPROVE, approve)                             \
    X(CHECKLIST, checklist)                         \
    X(HOLD, hold)                                   \
    X(SUSPEND_CHANGE, suspend_change)               \
    X(RESUME_CHANGE, resume_change)                 \
    X(FENCE, fence)                                 \
    X(RELEASE_FENCE, release_fence)                 \
    X(PROMOTE_RDS_REPLICA, promote_rds_replica)     \
    X(CREATE_RDS_REPLICA, create_rds_replica)       \
    X(SCALE_ECS, scale_ecs)                         \
    X(SMOKE_TEST, smoke_test)                       \
    X(LOWER_TTL, lower_ttl)                         \
    X(CHANGE_DNS, change_dns)                       \
    X(SET_PARAMETER, set_parameter)                 \
    X(RECORD_STATE, record_state)                   \
    X(NOTIFY, notify)                               \
    X(WAIT, wait)

enum bs_block_id {
#define BS_BLOCK_ID(id, name) BS_BLOCK_##id,
    BS_BLOCKS(BS_BLOCK_ID)
#undef BS_BLOCK_ID
        BS_BLOCK_COUNT,
};

/** What takes a step back. */
struct bs_undo {
    enum bs_block_id block;
    struct bs_parameters parameters;
};

enum bs_shape {
    BS_SHAPE_STEP, /* Does its block. A descendant is the alternative that is done if it fails. */
    BS_SHAPE_PARALLEL, /* Its children run at once. */
    BS_SHAPE_SEQUENCE, /* Its children run one after the other: a child plan. */
};

struct bs_step {
    const char *id;
    enum bs_shape shape;
    uint32_t descendants; /* The next so many rows belong to this one. */
    /* For every row. */
    struct bs_conditions conditions; /* If one does not hold when its turn comes, it is skipped. */
    struct bs_duration timeout;      /* > 0; a group's may be BS_DURATION_UNKNOWN. */
    /* For steps. */
    enum bs_block_id block;
    struct bs_parameters parameters;
    const struct bs_undo *undo; /* For rollback, or NULL. */
    const char *region;         /* Real name of the Region it works in, or NULL. */
    struct bs_duration target;  /* Its share of the RTO, or BS_DURATION_UNKNOWN. */
    struct bs_retry retry;
    struct bs_failure_policy policy;
    struct bs_failure_policy ungraceful; /* Instead of `policy` in an ungraceful workflow. */
};

/** Which of the plan's two Regions serves. */
enum bs_side {
    BS_SIDE_DEACTIVATING, /* The one the plan's failover leaves; serving at first. */
    BS_SIDE_ACTIVATING,
    BS_SIDE_NONE,
};

struct bs_workflow {
    const char *name;
    enum bs_mode mode;
    enum bs_side from;                 /* Started only while this side serves; NONE: at any time. */
    uint32_t step_first;               /* Index into the plan's steps. */
    uint32_t step_count;               /* Rows of all shapes; >= 1. */
    struct bs_duration timeout;        /* Of the whole, or BS_DURATION_UNKNOWN. */
    const uint32_t *healthy;           /* Sources that must be healthy .. */
    uint32_t healthy_count;            /* .. before it is complete; 0: none. */
    struct bs_duration healthy_within; /* How long that is waited for. */
};

enum bs_unreachable {
    BS_UNREACHABLE_SAFE_STOP, /* Nothing more is sent until the lease is held again. */
    BS_UNREACHABLE_ASK,       /* The same, until the role says to go on without. */
};

/** The lease that keeps two orchestrators apart. */
struct bs_lease {
    const struct bs_plan_resource *table;
    const char *key;
    struct bs_duration duration;
    struct bs_duration skew; /* The most that two orchestrators' clocks may differ. */
    enum bs_unreachable unreachable;
    const struct bs_plan_resource *role; /* ASK: who decides. */
};

/**
 * Protections of calls; names and defaults of the first three are those of the circuit breaker that the
 * platform's documents describe, but for recovery_timeout (300 s there, longer than a warm standby's RTO).
 */
struct bs_call_limits {
    int64_t failure_threshold;           /* Failures in a row that open a circuit, >= 1. */
    struct bs_duration recovery_timeout; /* How long it stays open. */
    int64_t half_open_limit;             /* Calls that then try it, >= 1. */
    int64_t max_connections;             /* Open calls to one service, >= 1. */
};

#define BS_CALL_LIMITS_DEFAULT_VALUES \
    {                                 \
        5, {60 * BS_NS_PER_S}, 3, 10  \
    }
#define BS_CALL_LIMITS_DEFAULT ((struct bs_call_limits)BS_CALL_LIMITS_DEFAULT_VALUES)

struct bs_plan {
    const char *name;
    const char *recovery_approach;
    struct bs_duration rto; /* Or BS_DURATION_UNKNOWN. */
    const struct bs_source *sources;
    const struct bs_trigger *triggers;
    const struct bs_workflow *workflows;
    const struct bs_step *steps;
    uint32_t source_count;
    uint32_t trigger_count;
    uint32_t workflow_count;
    uint32_t step_count;
    const struct bs_plan_resource
        *operator_role;           /* Decides about failed steps, or NULL: nobody is asked. */
    const struct bs_lease *lease; /* NULL: no other orchestrator is reckoned with. */
    struct bs_call_limits calls;
};

/** The row after a row and its descendants. */
uint32_t bs_plan_next(const struct bs_plan *plan, uint32_t step);

#endif
