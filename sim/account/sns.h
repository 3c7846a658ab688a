/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_SNS_H
#define BS_SIM_ACCOUNT_SNS_H

/**
 * Amazon SNS, and what its files share.
 *
 * A topic is kept under (BS_SNS_TOPIC, Region, name): "Attributes", those that were set; "Tags";
 * "Permissions"; "DataProtectionPolicy"; "SubscriptionsDeleted"; "Published", how many messages there have
 * been; and "Messages", the last BS_SNS_MESSAGES_MAX of them, oldest first, each {MessageId, At, Message,
 * Subject, MessageStructure, MessageAttributes, MessageGroupId, MessageDeduplicationId, SequenceNumber}, for
 * whoever wants to see what was published.
 *
 * A subscription is kept under (BS_SNS_SUBSCRIPTION, Region, "topic:uuid"): "TopicArn", "Protocol",
 * "Endpoint", "Attributes", "IsPending", "Token", "TokenFrom", "IsAuthenticated".
 */

#include "sim/account/account.h"

#define BS_SNS_TOPIC        "sns:topic"
#define BS_SNS_SUBSCRIPTION "sns:subscription"
/** Messages to telephone numbers: one entry per Region, of key "sms", with "Messages" as a topic has them. */
#define BS_SNS_OUTBOX "sns:outbox"

enum { BS_SNS_MESSAGES_MAX = 100, BS_SNS_TAGS_MAX = 50 };

/**
 * Publishes in the name of another service of the account: what alarms do. Nothing happens if there is no
 * such topic in the Region. False: there is none.
 */
bool bs_sns_notify(struct bs_account *account, const char *region, const char *topic_arn,
                   const char *subject, const char *message);

/* ---- Between the files of the service ---- */

/** The topic that the ARN names, or the answer says why there is none. `parameter` is what held the ARN. */
struct bs_account_entry *bs_sns_topic_or_fail(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              const char *arn, const char *parameter,
                                              struct bs_account_answer *answer);

/**
 * The name in "arn:aws:sns:REGION:ACCOUNT:NAME", borrowed from it; NULL if it is no ARN of this account's SNS
 * in the request's Region, which the answer then says.
 */
const char *bs_sns_name_in_arn(const struct bs_account_request *request, const char *arn,
                               const char *parameter, struct bs_account_answer *answer);

void bs_sns_write_topic_arn(const struct bs_account_entry *topic, struct bs_tree *to,
                            const char *member);

bool bs_sns_is_fifo(const struct bs_account_entry *topic);

/** Whether an attribute that was set is "true". */
bool bs_sns_has_set(const struct bs_account_entry *entry, const char *attribute);

/** An attribute that clients may set, and what it may say. */
struct bs_sns_attribute {
    const char *name;
    bool (*is_good)(const char *value); /* NULL: anything. */
};

bool bs_sns_is_boolean(const char *value);
/** A JSON object, or nothing at all, which takes the attribute away. */
bool bs_sns_is_policy(const char *value);

/** Whether the table has the attribute and allows the value; else the answer says so. */
bool bs_sns_is_good_attribute(const struct bs_sns_attribute *table, size_t count, const char *name,
                              const char *value, struct bs_account_answer *answer);

/** Sets it in the map, or takes it out if the value is empty. */
void bs_sns_set_attribute(struct bs_tree *attributes, const char *name, const char *value);

/** Whether every member of `wanted` is in `attributes` with that value. NULL wants nothing. */
bool bs_sns_has_attributes(const struct bs_tree *attributes, const struct bs_tree *wanted);

/** How many subscriptions of the topic are pending, or are not. */
int64_t bs_sns_count_subscriptions(struct bs_account *account, const struct bs_account_entry *topic,
                                   bool pending);

/** Removes all subscriptions of the topic. */
void bs_sns_drop_subscriptions(struct bs_account *account, const struct bs_account_entry *topic);

/** @{ Operations. */
bs_account_operation_fn bs_sns_confirm_subscription;
bs_account_operation_fn bs_sns_get_subscription_attributes;
bs_account_operation_fn bs_sns_list_subscriptions;
bs_account_operation_fn bs_sns_list_subscriptions_by_topic;
bs_account_operation_fn bs_sns_publish;
bs_account_operation_fn bs_sns_publish_batch;
bs_account_operation_fn bs_sns_set_subscription_attributes;
bs_account_operation_fn bs_sns_subscribe;
bs_account_operation_fn bs_sns_unsubscribe;
/** @} */

#endif
