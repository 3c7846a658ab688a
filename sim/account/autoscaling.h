/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_AUTOSCALING_H
#define BS_SIM_ACCOUNT_AUTOSCALING_H

/**
 * What the files of Amazon EC2 Auto Scaling share: groups, their instances and activities.
 *
 * A service of the scenario that runs on a group is a group from the start, whose instances are the world's:
 * how many there are, and how many of them run, is asked of it whenever somebody looks. Groups that clients
 * make have instances of their own, behind which nothing runs.
 */

#include "sim/account/account.h"

#define BS_ASG_GROUP         "autoscaling:group"
#define BS_ASG_INSTANCE      "autoscaling:instance" /* Key: its id. Attribute AutoScalingGroupName. */
#define BS_ASG_CONFIGURATION "autoscaling:configuration"
#define BS_ASG_ACTIVITY      "autoscaling:activity" /* Key: group, then the newest first. */

/** The code of what AWS documents no error shape for. */
#define BS_ASG_INVALID "ValidationError"

enum { BS_ASG_CONFIGURATIONS_MAX = 200 }; /* Per Region. */

/** The scenario's service that a group is, or NULL. */
const struct bs_resource *bs_asg_scenario_group(const struct bs_account *account,
                                                const struct bs_account_entry *group);

/** How many instances the group has that are not on their way out. */
int64_t bs_asg_count(struct bs_account *account, const struct bs_account_entry *group);

/** The first instance of the group behind an id (NULL: the very first), or NULL. */
struct bs_account_entry *bs_asg_next(struct bs_account *account,
                                     const struct bs_account_entry *group, const char *after);

/**
 * Starts and ends instances until there are as many as the group's DesiredCapacity says, as far as its
 * processes are not suspended. `cause` is a sentence for its activities.
 */
void bs_asg_reconcile(struct bs_account *account, struct bs_account_entry *group,
                      const char *cause);

/** Brings the instances of the scenario's groups in line with the world. */
void bs_asg_follow_world(struct bs_account *account, const char *region);

/** Takes one instance out, in whose place another comes if the group wants it; `shown` is the activity. */
void bs_asg_terminate(struct bs_account *account, struct bs_account_entry *group,
                      struct bs_account_entry *instance, const char *cause, struct bs_tree *shown);

/** Whether a process ("Launch", "Terminate") of the group is suspended. */
bool bs_asg_is_suspended(const struct bs_account_entry *group, const char *process);

/** The newest activity of the group, or NULL. */
const struct bs_account_entry *bs_asg_newest_activity(struct bs_account *account,
                                                      const struct bs_account_entry *group);

/** Writes an activity as the API shows it. */
void bs_asg_show_activity(const struct bs_account_entry *activity, struct bs_tree *shown);

/** Takes all instances and activities away with the group. */
void bs_asg_forget(struct bs_account *account, struct bs_account_entry *group);

/* ---- What is remembered (autoscaling_record.c) ---- */

size_t bs_asg_count_entries(struct bs_account *account, const char *kind, const char *region);

/** Whether a list of the input names something, or names nothing at all. */
bool bs_asg_is_wanted(const struct bs_tree *names, const char *name);

/** As the API's tags are, without those of the same keys. */
void bs_asg_take_tags(struct bs_account_entry *group, const struct bs_tree *tags);

bs_account_operation_fn bs_asg_create_configuration;
bs_account_operation_fn bs_asg_delete_configuration;
bs_account_operation_fn bs_asg_describe_configurations;
bs_account_operation_fn bs_asg_create_tags;
bs_account_operation_fn bs_asg_delete_tags;
bs_account_operation_fn bs_asg_describe_tags;

#endif
