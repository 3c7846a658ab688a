/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_PLAN_H
#define BS_ORCHESTRATOR_CORE_PLAN_H

/**
 * The compiled plan: what the core executes, with every name resolved.
 *
 * Constant while a core uses it and outliving it; made by orchestrator/plan or written out in a test. All
 * texts and arrays are borrowed. Steps lie flat: a parallel group's row is followed by its children's.
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
    BS_PLAN_PARALLEL_MAX = 16, /* Children of one group; a group holds no group. */
    BS_PLAN_LANES_MAX = 8,     /* Resources that one step works on at once. */
    BS_PLAN_CHECKS_MAX = 8,    /* Requests of one smoke test. */
};

#define BS_PLAN_RESOURCE_KINDS(X)       \
    X(ECS_SERVICE, "ecs_service")       \
    X(ECR_IMAGE, "ecr_image")           \
    X(ALB, "alb")                       \
    X(RDS_INSTANCE, "rds_instance")     \
    X(RDS_REPLICA, "rds_replica")       \
    X(S3_BUCKET, "s3_bucket")           \
    X(SSM_PARAMETER, "ssm_parameter")   \
    X(SNS_TOPIC, "sns_topic")           \
    X(DYNAMODB_TABLE, "dynamodb_table") \
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

enum bs_severity { BS_SEVERITY_P1, BS_SEVERITY_P2, BS_SEVERITY_P3 };

/** "P1". */
const char *bs_severity_name(enum bs_severity severity);

/**
 * Evidence that starts a workflow: `source` unhealthy, and from then on at least `any` of `also` unhealthy
 * without a break for `hold`. With no `also` the source itself must stay unhealthy so long.
 */
struct bs_trigger {
    const char *id;       /* "health_check app". */
    uint32_t source;      /* Index into the plan's sources. */
    const uint32_t *also; /* Indices likewise. */
    uint32_t also_count;
    uint32_t any;
    struct bs_duration hold;
    enum bs_severity severity;
    uint32_t workflow; /* Index into the plan's workflows. */
};

enum bs_mode { BS_MODE_GRACEFUL, BS_MODE_UNGRACEFUL };

/** "graceful", "ungraceful". */
const char *bs_mode_name(enum bs_mode mode);

enum bs_on_failure {
    BS_ON_FAILURE_PAUSE,    /* The execution stands until a person decides. */
    BS_ON_FAILURE_CONTINUE, /* Goes on; the execution can at best complete with exceptions. */
    BS_ON_FAILURE_ABORT,    /* The execution fails. */
};

/** What happens when a step fails or times out, and on whose word it may go on. */
struct bs_failure_policy {
    enum bs_on_failure on_failure;
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
#define BS_RETRY_DEFAULT ((struct bs_retry){5, {1 * BS_NS_PER_S}, 2, {20 * BS_NS_PER_S}, 100000000})

/** Fewer than asked may do, once enough time has passed. Unset: `min` 0. */
struct bs_accept {
    int64_t min;
    struct bs_duration after; /* Since the step started. */
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
    bool latch;
    struct bs_accept accept;
};

enum bs_block_id {
    BS_BLOCK_CHECK_REGION_HEALTH,
    BS_BLOCK_CHECK_REPLICATION_LAG,
    BS_BLOCK_CHECK_IMAGE,
    BS_BLOCK_FENCE,
    BS_BLOCK_PROMOTE_RDS_REPLICA,
    BS_BLOCK_SCALE_ECS,
    BS_BLOCK_SMOKE_TEST,
    BS_BLOCK_CHANGE_DNS,
    BS_BLOCK_SET_PARAMETER,
    BS_BLOCK_NOTIFY,
    BS_BLOCK_WAIT,
    BS_BLOCK_COUNT,
};

struct bs_step {
    const char *id;
    uint32_t
        child_count; /* > 0: a parallel group of the next so many rows; only `id` counts beside it. */
    enum bs_block_id block;
    struct bs_parameters parameters;
    const struct bs_parameters
        *undo;                  /* The parameters that take the step back, for rollback; or NULL. */
    const char *region;         /* Real name of the Region it works in, or NULL. */
    struct bs_duration timeout; /* > 0. */
    struct bs_duration target;  /* Its share of the RTO, or BS_DURATION_UNKNOWN. */
    struct bs_retry retry;
    struct bs_failure_policy policy;
    struct bs_failure_policy ungraceful; /* Instead of `policy` in an ungraceful workflow. */
};

struct bs_workflow {
    const char *name;
    enum bs_mode mode;
    uint32_t step_first; /* Index into the plan's steps. */
    uint32_t step_count; /* Rows, groups and their children counted alike; >= 1. */
};

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
};

#endif
