/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CALLS_CALLS_H
#define BS_ORCHESTRATOR_CALLS_CALLS_H

/**
 * The typed AWS call: what the orchestrator asks, and what it is told.
 *
 * A request is addressed to one operation in one Region and is answered once, or never. Never is `info`:
 * the caller's deadline passed and whether the operation took effect is unknown. Requests borrow their
 * texts from the plan, which outlives every call; answers own theirs.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

enum bs_operation_effect {
    BS_EFFECT_READS,
    BS_EFFECT_MUTATES,      /* Doing it twice is as doing it once. */
    BS_EFFECT_MUTATES_ONCE, /* Never twice without reading the truth back. */
};

/*
 * People are called like services: whoever drives the core knows how to reach them. Ask puts a question to
 * a role, GetAnswer looks whether it has been answered, GetOrder whether an operator wants something done.
 *
 *  id                             service                 name                            effect
 */
#define BS_OPERATIONS(X)                                                                       \
    X(ROUTE53_GET_HEALTH_CHECK_STATUS, "route53", "GetHealthCheckStatus", READS)               \
    X(ROUTE53_CHANGE_RECORD, "route53", "ChangeResourceRecordSets", MUTATES)                   \
    X(ROUTE53_CHANGE_TTL, "route53", "ChangeResourceRecordSets", MUTATES)                      \
    X(ROUTE53_GET_CHANGE, "route53", "GetChange", READS)                                       \
    X(CLOUDWATCH_DESCRIBE_ALARM, "cloudwatch", "DescribeAlarms", READS)                        \
    X(CLOUDWATCH_GET_METRIC, "cloudwatch", "GetMetricData", READS)                             \
    X(RDS_DESCRIBE_INSTANCE, "rds", "DescribeDBInstances", READS)                              \
    X(RDS_PROMOTE_READ_REPLICA, "rds", "PromoteReadReplica", MUTATES_ONCE)                     \
    X(RDS_CREATE_READ_REPLICA, "rds", "CreateDBInstanceReadReplica", MUTATES_ONCE)             \
    X(RDS_DELETE_INSTANCE, "rds", "DeleteDBInstance", MUTATES_ONCE)                            \
    X(ECS_DESCRIBE_SERVICE, "ecs", "DescribeServices", READS)                                  \
    X(ECS_UPDATE_SERVICE, "ecs", "UpdateService", MUTATES)                                     \
    X(QUOTAS_GET_TASKS, "servicequotas", "GetServiceQuota", READS)                             \
    X(AUTOSCALING_SET_SUSPENDED, "application-autoscaling", "RegisterScalableTarget", MUTATES) \
    X(ECR_DESCRIBE_IMAGE, "ecr", "DescribeImages", READS)                                      \
    X(ELB_DESCRIBE_TARGET_HEALTH, "elasticloadbalancing", "DescribeTargetHealth", READS)       \
    X(EC2_REVOKE_INGRESS, "ec2", "RevokeSecurityGroupIngress", MUTATES)                        \
    X(EC2_AUTHORIZE_INGRESS, "ec2", "AuthorizeSecurityGroupIngress", MUTATES)                  \
    X(SSM_PUT_PARAMETER, "ssm", "PutParameter", MUTATES)                                       \
    X(SNS_PUBLISH, "sns", "Publish", MUTATES)                                                  \
    X(DYNAMODB_PUT_ITEM, "dynamodb", "PutItem", MUTATES)                                       \
    X(DYNAMODB_TAKE_LEASE, "dynamodb", "UpdateItem", MUTATES)                                  \
    X(PEOPLE_ASK, "people", "Ask", MUTATES)                                                    \
    X(PEOPLE_GET_ANSWER, "people", "GetAnswer", READS)                                         \
    X(PEOPLE_GET_ORDER, "people", "GetOrder", READS)                                           \
    X(HTTP_REQUEST, "http", "Request", READS)

enum bs_operation {
#define BS_OPERATION_ID(id, service, name, effect) BS_OPERATION_##id,
    BS_OPERATIONS(BS_OPERATION_ID)
#undef BS_OPERATION_ID
        BS_OPERATION_COUNT,
};

struct bs_operation_info {
    const char
        *service;     /* "rds": also the name of the failure domain and of the circuit breaker. */
    const char *name; /* AWS's name of the operation. */
    const char *full_name; /* "rds:PromoteReadReplica", as histories say it. */
    enum bs_operation_effect effect;
};

/** The row of the table above. */
const struct bs_operation_info *bs_operation_info(enum bs_operation operation);

enum bs_http_check {
    BS_HTTP_HEALTH,    /* GET the health path: the load balancer has a healthy target. */
    BS_HTTP_READ,      /* A read that reaches the store. */
    BS_HTTP_WRITE,     /* A write that the store acknowledges. */
    BS_HTTP_READ_BACK, /* Reads what the last BS_HTTP_WRITE wrote. */
};

/** How a fencing lease is wanted: for whom, and until when by the caller's clock. */
struct bs_lease_terms {
    uint64_t holder;         /* The caller; never 0. */
    struct bs_instant now;   /* By the caller's clock. */
    struct bs_instant until; /* The lease that is wanted; `now` or earlier gives it back. */
    struct bs_duration
        skew;      /* How far two clocks may be apart: another's lease is over only if it ended
                                longer ago than this. */
    uint64_t memo; /* Kept in the item for whoever takes the lease next, 0: what is there stays;
                                see BS_LEASE_MEMO_* in orchestrator/core/lease.h. */
};

/** What is asked. Texts are borrowed and outlive the call; the operation says which optional fields count. */
struct bs_call_request {
    enum bs_operation operation;
    const char
        *region; /* Where the endpoint is; for HTTP_REQUEST the vantage point it is sent from.
                             Route 53 is global: "global". */
    const char *
        resource; /* Id of the resource: health check, record name, alarm, instance, service, image,
                             load balancer, parameter, topic, table; for HTTP_REQUEST a record name
                             (resolved by DNS) or a load balancer's id (asked directly); for people the
                             role that is asked; GET_ORDER: NULL. */
    const char *target; /* CHANGE_RECORD: id of the load balancer the record shall point to;
                             PUT_PARAMETER, PUT_ITEM: the value; PUBLISH: the message; ASK: the question;
                             CREATE_READ_REPLICA: the instance to replicate from; else NULL. */
    const char *key;    /* PUT_ITEM, TAKE_LEASE: the item's key; else NULL. */
    int64_t
        count; /* UPDATE_SERVICE: desired tasks; GET_CHANGE: the change's number; CHANGE_RECORD: the
                             share of answers in per cent, 1 to 100, that name the target, the others staying
                             as they are; SET_SUSPENDED: 1 or 0; ASK, GET_ANSWER: the question's number, which
                             makes asking again harmless; GET_ORDER: the last order that was heard of, 0 for
                             none; else 0. */
    struct bs_duration
        span; /* CHANGE_TTL: the TTL; ASK: the expected loss, or BS_DURATION_UNKNOWN; else 0. */
    enum bs_http_check check;    /* HTTP_REQUEST only. */
    struct bs_lease_terms lease; /* TAKE_LEASE only. */
};

enum bs_call_outcome {
    BS_OUTCOME_OK,
    BS_OUTCOME_ERROR, /* The service (or its endpoint) said no: it has had no effect. */
    BS_OUTCOME_INFO,  /* No answer by the deadline: whether it had an effect is unknown. */
};

/** Why a call failed, as far as a caller may act on it. */
enum bs_call_error {
    BS_CALL_ERROR_NONE,
    BS_CALL_ERROR_REFUSED,       /* No connection: certainly without effect. */
    BS_CALL_ERROR_THROTTLED,     /* Too many requests: wait longer. */
    BS_CALL_ERROR_UNAVAILABLE,   /* 5xx: may be tried again. */
    BS_CALL_ERROR_CAPACITY,      /* The service has no room: may be tried again. */
    BS_CALL_ERROR_INVALID_STATE, /* The resource is not in a state that allows it. */
    BS_CALL_ERROR_NOT_FOUND,
    BS_CALL_ERROR_DENIED,
    BS_CALL_ERROR_CONDITION, /* A conditional write's condition does not hold. */
    BS_CALL_ERROR_OTHER,
    BS_CALL_ERROR_COUNT,
};

/** "refused", "throttled", ..; NULL for NONE. */
const char *bs_call_error_name(enum bs_call_error error);

/** Resource states that answers report; the words are AWS's (bs_resource_state_name). */
enum bs_resource_state {
    BS_STATE_UNKNOWN,
    BS_STATE_AVAILABLE,
    BS_STATE_MODIFYING,
    BS_STATE_BACKING_UP,
    BS_STATE_REBOOTING,
    BS_STATE_STOPPED,
    BS_STATE_FAILED,
    BS_STATE_CREATING,
    BS_STATE_DELETING,
    BS_STATE_PENDING, /* A change that has not reached all name servers. */
    BS_STATE_INSYNC,
    BS_STATE_OK, /* An alarm's states. */
    BS_STATE_ALARM,
    BS_STATE_INSUFFICIENT_DATA,
    BS_STATE_HEALTHY, /* A health check's verdict. */
    BS_STATE_UNHEALTHY,
    BS_STATE_ASKED, /* A question to people: nobody has decided yet. */
    BS_STATE_APPROVED,
    BS_STATE_DECLINED,
    BS_STATE_RETRY, /* What an operator wants done about a failed step. */
    BS_STATE_SKIP,
    BS_STATE_CANCEL,
    BS_STATE_COUNT,
};

const char *bs_resource_state_name(enum bs_resource_state state);

enum { BS_CALL_CODE_MAX = 64 };

/** What is told. Fields beyond outcome, error, code and retry_after count only when the outcome is OK. */
struct bs_call_answer {
    enum bs_call_outcome outcome;
    enum bs_call_error error;
    char code[BS_CALL_CODE_MAX]; /* The service's own code: "ThrottlingException"; "" when OK. */
    enum bs_resource_state
        state; /* DESCRIBE_INSTANCE, PROMOTE_ and CREATE_READ_REPLICA, DELETE_INSTANCE, GET_CHANGE,
                             DESCRIBE_ALARM, GET_HEALTH_CHECK_STATUS, GET_ANSWER. */
    bool is_replica; /* DESCRIBE_INSTANCE: still replicating from another instance, .. */
    char source[BS_CALL_CODE_MAX]; /* .. which is this one. */
    bool has_metric; /* GET_METRIC: false if there is no data point in the last five minutes. */
    struct bs_duration retry_after; /* With THROTTLED: what the service asks for, or 0. */
    struct bs_duration metric;      /* GET_METRIC: replica lag or replication latency. */
    struct bs_instant metric_at;    /* GET_METRIC: when the data point was taken. */
    int64_t desired;                /* DESCRIBE_SERVICE. */
    int64_t running; /* DESCRIBE_SERVICE: running tasks; DESCRIBE_TARGET_HEALTH: healthy targets;
                                DESCRIBE_IMAGE: 1 if the image is there; GET_TASKS: how
                                many may run; GET_HEALTH_CHECK_STATUS: checkers
                                that say healthy. */
    int64_t
        total; /* DESCRIBE_TARGET_HEALTH: registered targets; GET_HEALTH_CHECK_STATUS: checkers. */
    int64_t change; /* CHANGE_RECORD, CHANGE_TTL: the change's number for GET_CHANGE; GET_ORDER: the
                                order's number, 0 if there is none; TAKE_LEASE: the fencing token, which
                                grows whenever the lease changes hands. */
    uint64_t memo;  /* TAKE_LEASE: what the item's holder before this call had left in it. */
    char order[BS_CALL_CODE_MAX]; /* GET_ORDER: a workflow's name, or pause, resume, cancel. */
    int32_t http_status;          /* HTTP_REQUEST: 200, 503, ..; 0 if nothing came back. */
};

/** "ok", "error", "info". */
const char *bs_call_outcome_name(enum bs_call_outcome outcome);

#endif
