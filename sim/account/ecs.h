/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ECS_H
#define BS_SIM_ACCOUNT_ECS_H

/**
 * ECS: what its files share.
 *
 * Entries, by Region: clusters by name, task definitions by "family:0000000001", services by
 * "cluster/name", tasks by "cluster/id". Their attributes are the model's members, and besides "Tags" (as
 * the account keeps them), and of a service "Scenario" (true for the scenario's), of a task "ServiceKey"
 * and "StepAt". The scenario's services are in the cluster "default"; their counts are the world's.
 */

#include "sim/account/account.h"

#define BS_ECS_CLUSTER    "ecs:cluster"
#define BS_ECS_DEFINITION "ecs:task-definition"
#define BS_ECS_SERVICE    "ecs:service"
#define BS_ECS_TASK       "ecs:task"

enum { BS_ECS_KEY_SIZE = 600 };

/** What follows the last slash: of an ARN, a name; of a name, itself. */
const char *bs_ecs_name(const char *name_or_arn);

/** The cluster that the input's "cluster" names, "default" if none; or NULL, and the answer says so. */
struct bs_account_entry *bs_ecs_cluster(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer);

/** The key of what is in a cluster; `name` may be an ARN. */
void bs_ecs_key(const struct bs_account_entry *cluster, const char *name,
                char key[BS_ECS_KEY_SIZE]);

/** The next entry of a cluster after a key (NULL: the first), or NULL. */
struct bs_account_entry *bs_ecs_next(struct bs_account *account, const char *kind,
                                     const struct bs_account_entry *cluster, const char *after);

/** Adds {arn, reason: MISSING} to the output's failures. */
void bs_ecs_add_failure(struct bs_account_answer *answer, const char *region, const char *part,
                        const char *name);

/** Whether the input's list `include` has TAGS. */
bool bs_ecs_wants_tags(const struct bs_account_request *request);
/** Tags as ECS has them, {key, value}, from and to an entry. */
void bs_ecs_take_tags(struct bs_account_entry *entry, const struct bs_tree *tags);
void bs_ecs_show_tags(const struct bs_account_entry *entry, struct bs_tree *shown);

/**
 * "family", "family:revision" or an ARN: the task definition, the newest active one of a family; or
 * NULL.
 */
struct bs_account_entry *bs_ecs_definition(struct bs_account *account, const char *region,
                                           const char *name);

/** A new task of a definition in PROVISIONING; `service` may be NULL. */
struct bs_account_entry *bs_ecs_launch(struct bs_account *account,
                                       const struct bs_account_entry *cluster,
                                       const struct bs_account_entry *definition,
                                       const struct bs_tree *input,
                                       const struct bs_account_entry *service);

/** Begins to stop a task, unless it is being stopped. `code` is a TaskStopCode. */
void bs_ecs_stop(struct bs_account *account, struct bs_account_entry *task, const char *code,
                 const char *reason);

/** After a task of a service (by key) has changed its status: launches, stops, ends deployments. */
void bs_ecs_reconcile(struct bs_account *account, const char *region, const char *service_key);

bool bs_ecs_is_scenarios(const struct bs_account_entry *service);
/** What the world says of a scenario's service: `desired` and `running`. */
struct bs_call_answer bs_ecs_ask_world(struct bs_account *account,
                                       const struct bs_account_entry *service);
/** Makes the scenario's service; the definition is of its image. */
void bs_ecs_start_service(struct bs_account *account, const struct bs_account_entry *cluster,
                          const struct bs_resource *resource);
void bs_ecs_start_definition(struct bs_account *account, const char *region,
                             const struct bs_resource *resource);

bs_account_operation_fn bs_ecs_register_task_definition, bs_ecs_describe_task_definition,
    bs_ecs_deregister_task_definition, bs_ecs_list_task_definitions,
    bs_ecs_list_task_definition_families;
bs_account_operation_fn bs_ecs_create_service, bs_ecs_describe_services, bs_ecs_change_service,
    bs_ecs_delete_service, bs_ecs_list_services;
bs_account_operation_fn bs_ecs_run_task, bs_ecs_start_task, bs_ecs_stop_task, bs_ecs_describe_tasks,
    bs_ecs_list_tasks;

#endif
