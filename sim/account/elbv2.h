/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ELBV2_H
#define BS_SIM_ACCOUNT_ELBV2_H

/**
 * Elastic Load Balancing: what its files share, and what name servers and others may ask about load
 * balancers.
 *
 * Load balancers, target groups, listeners and rules are entries whose keys are their ARNs. Their
 * attributes hold the members that descriptions show, and besides: "Settings" (a structure of attribute
 * keys and values), "Tags", "Scenario" (true for what is the scenario's), and of a load balancer
 * "Addresses". A scenario's alb is a load balancer and a target group of its id; the targets are the
 * world's tasks.
 */

#include "sim/account/account.h"

enum bs_elbv2_kind {
    BS_ELBV2_LOAD_BALANCER,
    BS_ELBV2_TARGET_GROUP,
    BS_ELBV2_LISTENER,
    BS_ELBV2_RULE,
    BS_ELBV2_KIND_COUNT,
};

struct bs_elbv2_kind_row {
    const char *store;     /* The entries' kind. */
    const char *arn_part;  /* What tells the kind by its ARN. */
    const char *arn_name;  /* The member that is the ARN. */
    const char *name_name; /* The member that is the name, or NULL. */
    const char *error;     /* There is none of that ARN. */
    const char *what;      /* "load balancer". */
};

extern const struct bs_elbv2_kind_row bs_elbv2_kinds[BS_ELBV2_KIND_COUNT];

/* ---- For others ---- */

enum bs_elbv2_health {
    BS_ELBV2_UNKNOWN, /* There is no such load balancer. */
    BS_ELBV2_HEALTHY, /* Every target group in use has a healthy target, and there is one. */
    BS_ELBV2_UNHEALTHY,
};

/** The load balancer of a DNS name, with or without "dualstack." and a dot at the end; or NULL. */
const struct bs_account_entry *bs_elbv2_of_dns_name(struct bs_account *account,
                                                    const char *dns_name);

/** The load balancer that has this address, "127.0.113.7"; or NULL. */
const struct bs_account_entry *bs_elbv2_of_address(struct bs_account *account, const char *address);

/** Its IPv4 addresses, as texts in a list; they never change. */
const struct bs_tree *bs_elbv2_addresses(const struct bs_account_entry *balancer);

/** Whether name servers that look at the target's health consider it healthy now. */
enum bs_elbv2_health bs_elbv2_health(struct bs_account *account, const char *dns_name);

/** The scenario's alb that a load balancer is, or NULL. */
const struct bs_resource *bs_elbv2_scenario_balancer(struct bs_account *account,
                                                     const struct bs_account_entry *balancer);

/** The load balancer that a scenario's alb is. */
const struct bs_account_entry *bs_elbv2_of_resource(struct bs_account *account,
                                                    const struct bs_resource *resource);

/* ---- Among the service's files ---- */

/** The entry of that ARN; or NULL, and the answer says so. */
struct bs_account_entry *bs_elbv2_find(struct bs_account *account, const char *region,
                                       enum bs_elbv2_kind kind, const char *arn,
                                       struct bs_account_answer *answer);

/** The entry of that name, or NULL. */
struct bs_account_entry *bs_elbv2_named(struct bs_account *account, const char *region,
                                        enum bs_elbv2_kind kind, const char *name);

/** Whether it is the scenario's, which clients cannot change; the answer says so then. */
bool bs_elbv2_is_fixed(const struct bs_account_entry *entry, struct bs_account_answer *answer);

/** The ARN of a target group's listeners' load balancers, into `list`. */
void bs_elbv2_balancers_of(struct bs_account *account, const struct bs_account_entry *group,
                           struct bs_tree *list);

/** Whether any of the list's target groups (ARN) is used by the actions. */
bool bs_elbv2_actions_use(const struct bs_tree *actions, const char *group_arn);

/**
 * Describes the entries of a kind that the input names: by ARNs, by names, or all. `add` appends one to the
 * list.
 */
typedef void bs_elbv2_add_fn(struct bs_account *account, const struct bs_account_entry *entry,
                             struct bs_tree *list);
struct bs_elbv2_listing {
    enum bs_elbv2_kind kind;
    const char *arns;  /* The input's members, */
    const char *names; /* .. or NULL; */
    const char *list;  /* .. the output's. */
    bs_elbv2_add_fn *add;
};
void bs_elbv2_describe(struct bs_account *account, const struct bs_account_request *request,
                       const struct bs_elbv2_listing *listing, struct bs_account_answer *answer);

/** A setting that ModifyLoadBalancerAttributes and ModifyTargetGroupAttributes know. */
struct bs_elbv2_setting {
    const char *key;
    const char
        *application; /* The value at first, NULL: load balancers of this type have no such. */
    const char *network;
    int64_t max; /* 0: any text; 1: true or false; else a number from 0 on. */
};
void bs_elbv2_describe_settings(const struct bs_account_entry *entry, bool is_network,
                                const struct bs_elbv2_setting *settings, size_t count,
                                struct bs_account_answer *answer);
void bs_elbv2_modify_settings(struct bs_account_entry *entry, bool is_network,
                              const struct bs_elbv2_setting *settings, size_t count,
                              const struct bs_account_request *request,
                              struct bs_account_answer *answer);

/** @{ */
/** The scenario's, made when the account starts. */
struct bs_account_entry *bs_elbv2_start_balancer(struct bs_account *account, const char *region,
                                                 const struct bs_resource *resource);
struct bs_account_entry *bs_elbv2_start_group(struct bs_account *account, const char *region,
                                              const struct bs_resource *resource);
void bs_elbv2_start_listener(struct bs_account *account, const struct bs_account_entry *balancer,
                             const struct bs_account_entry *group);
/** @} */

/** Removes a load balancer's listeners, or a listener's rules: those whose member is the ARN. */
void bs_elbv2_remove_listeners_of(struct bs_account *account, const char *region,
                                  const char *balancer_arn);

/**
 * After listeners or rules have changed: targets of groups in use are checked, those of others are
 * unused.
 */
void bs_elbv2_follow_use(struct bs_account *account, const char *region);

/** Whether the group has a healthy target. */
bool bs_elbv2_group_is_healthy(struct bs_account *account, const struct bs_account_entry *group);

/** @{ */
/** Operations, in the table of elbv2.c. */
bs_account_operation_fn bs_elbv2_create_load_balancer, bs_elbv2_describe_load_balancers,
    bs_elbv2_delete_load_balancer, bs_elbv2_describe_load_balancer_attributes,
    bs_elbv2_modify_load_balancer_attributes, bs_elbv2_set_subnets, bs_elbv2_set_security_groups,
    bs_elbv2_set_ip_address_type;
bs_account_operation_fn bs_elbv2_create_target_group, bs_elbv2_describe_target_groups,
    bs_elbv2_modify_target_group, bs_elbv2_delete_target_group,
    bs_elbv2_describe_target_group_attributes, bs_elbv2_modify_target_group_attributes,
    bs_elbv2_register_targets, bs_elbv2_deregister_targets, bs_elbv2_describe_target_health;
bs_account_operation_fn bs_elbv2_create_listener, bs_elbv2_describe_listeners,
    bs_elbv2_modify_listener, bs_elbv2_delete_listener, bs_elbv2_create_rule,
    bs_elbv2_describe_rules, bs_elbv2_modify_rule, bs_elbv2_delete_rule,
    bs_elbv2_set_rule_priorities;
/** @} */

#endif
