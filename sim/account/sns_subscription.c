/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon SNS: subscriptions.
 *
 * An endpoint that somebody else may own has to confirm. Its token is in the store, for whoever plays the
 * endpoint; it is good for two days. Filter policies and the like are recorded, as nothing is delivered.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/json.h"
#include "sim/account/sns.h"

#define TOKEN_LIFE BS_SECONDS(2 * 86400)

enum { FILTER_KEYS_MAX = 5, FILTER_COMBINATIONS_MAX = 150 };

struct protocol {
    const char *name;
    const char *endpoint_prefix; /* NULL: no matter. */
    const char *endpoint_part;   /* Must be in it; NULL: no matter. */
    bool has_to_confirm;
    bool is_for_fifo;
};

static const struct protocol protocols[] = {
    {"http", "http://", NULL, true, false},
    {"https", "https://", NULL, true, false},
    {"email", NULL, "@", true, false},
    {"email-json", NULL, "@", true, false},
    {"sms", NULL, NULL, false, false},
    {"sqs", "arn:", ":sqs:", false, true},
    {"application", "arn:", ":sns:", false, false},
    {"lambda", "arn:", ":lambda:", false, false},
    {"firehose", "arn:", ":firehose:", false, false},
};

static const struct protocol *find_protocol(const char *name)
{
    for (size_t i = 0; i < sizeof(protocols) / sizeof(protocols[0]); i++) {
        if (strcmp(protocols[i].name, name) == 0) {
            return &protocols[i];
        }
    }
    return NULL;
}

/* ---- What may be subscribed ---- */

static bool is_endpoint_of(const struct protocol *protocol, const char *endpoint)
{
    if (strcmp(protocol->name, "sms") == 0) {
        const size_t digits = strspn(endpoint, "+0123456789-");

        return endpoint[0] != '\0' && endpoint[digits] == '\0';
    }
    return (protocol->endpoint_prefix == NULL ||
            strncmp(endpoint, protocol->endpoint_prefix, strlen(protocol->endpoint_prefix)) == 0) &&
           (protocol->endpoint_part == NULL || strstr(endpoint, protocol->endpoint_part) != NULL);
}

static bool ends_with_fifo(const char *text)
{
    const size_t length = strlen(text);

    return length > 5 && strcmp(text + length - 5, ".fifo") == 0;
}

static const struct protocol *protocol_or_fail(const struct bs_account_entry *topic,
                                               const struct bs_tree *input,
                                               struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(input, "Protocol", "");
    const char *endpoint = bs_tree_text(input, "Endpoint", "");
    const struct protocol *protocol = find_protocol(name);

    if (protocol == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Amazon SNS does not support this protocol string: %s",
                        name);
    } else if (!is_endpoint_of(protocol, endpoint)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Endpoint Reason: does not match protocol %s", name);
    } else if (bs_sns_is_fifo(topic) && !protocol->is_for_fifo) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Invalid protocol type: %s", name);
    } else if (!bs_sns_is_fifo(topic) && protocol->is_for_fifo && ends_with_fifo(endpoint)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Invalid parameter: Endpoint Reason: FIFO SQS Queues "
                        "can not be subscribed to standard SNS topics");
    }
    return answer->error == NULL ? protocol : NULL;
}

static bool is_filter_scope(const char *value)
{
    return strcmp(value, "MessageAttributes") == 0 || strcmp(value, "MessageBody") == 0;
}

static const struct bs_sns_attribute attributes_known[] = {
    {"DeliveryPolicy", bs_sns_is_policy},   {"FilterPolicy", bs_sns_is_policy},
    {"FilterPolicyScope", is_filter_scope}, {"RawMessageDelivery", bs_sns_is_boolean},
    {"RedrivePolicy", bs_sns_is_policy},    {"ReplayPolicy", bs_sns_is_policy},
    {"SubscriptionRoleArn", NULL},
};

/* By attributes, a filter may name five keys, and their values may be combined in 150 ways. */
static bool is_small_filter(const char *text)
{
    struct bs_tree *policy = bs_account_read_json(text);
    const struct bs_tree *key = bs_tree_first(policy);
    size_t combinations = 1;

    for (; key != NULL && combinations <= FILTER_COMBINATIONS_MAX; key = key->next) {
        combinations *=
            key->kind == BS_TREE_LIST && bs_tree_count(key) > 0 ? bs_tree_count(key) : 1;
    }
    combinations =
        bs_tree_count(policy) > FILTER_KEYS_MAX ? FILTER_COMBINATIONS_MAX + 1 : combinations;
    bs_tree_destroy(policy);
    return combinations <= FILTER_COMBINATIONS_MAX;
}

static bool is_good_attribute(const char *protocol, const char *name, const char *value,
                              struct bs_account_answer *answer)
{
    const bool is_raw = strcmp(name, "RawMessageDelivery") == 0 && strcmp(value, "true") == 0;

    if (!bs_sns_is_good_attribute(attributes_known,
                                  sizeof(attributes_known) / sizeof(attributes_known[0]), name,
                                  value, answer)) {
        return false;
    }
    if (is_raw && (strncmp(protocol, "email", 5) == 0 || strcmp(protocol, "sms") == 0 ||
                   strcmp(protocol, "lambda") == 0 || strcmp(protocol, "application") == 0)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Attributes Reason: Delivery protocol [%s] does not "
                        "support raw message delivery.",
                        protocol);
    } else if (strcmp(name, "FilterPolicy") == 0 && !is_small_filter(value)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: FilterPolicy: Filter policy is too complex");
    }
    return answer->error == NULL;
}

static bool are_good_attributes(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const char *protocol = bs_tree_text(input, "Protocol", "");
    const struct bs_tree *attributes = bs_tree_get(input, "Attributes");
    const struct bs_tree *attribute = bs_tree_first(attributes);

    while (attribute != NULL &&
           is_good_attribute(protocol, attribute->name,
                             bs_tree_text(attributes, attribute->name, ""), answer)) {
        attribute = attribute->next;
    }
    if (attribute == NULL && strcmp(protocol, "firehose") == 0 &&
        bs_tree_get(attributes, "SubscriptionRoleArn") == NULL) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: SubscriptionRoleArn is required for the firehose "
                        "protocol");
    }
    return answer->error == NULL;
}

/* ---- Subscriptions of a topic ---- */

/* The topic's subscription that comes after `after`: their keys begin with its name and a colon. */
static struct bs_account_entry *next_of_topic(struct bs_account *account,
                                              const struct bs_account_entry *topic,
                                              const struct bs_account_entry *after)
{
    const size_t length = strlen(topic->key);
    char first[300];
    struct bs_account_entry *entry;

    (void)snprintf(first, sizeof(first), "%s:", topic->key);
    entry = bs_account_next(account, BS_SNS_SUBSCRIPTION, topic->region,
                            after == NULL ? first : after->key);
    return entry != NULL && strncmp(entry->key, first, length + 1) == 0 ? entry : NULL;
}

int64_t bs_sns_count_subscriptions(struct bs_account *account, const struct bs_account_entry *topic,
                                   bool pending)
{
    const struct bs_account_entry *entry = next_of_topic(account, topic, NULL);
    int64_t count = 0;

    for (; entry != NULL; entry = next_of_topic(account, topic, entry)) {
        count += bs_tree_boolean(entry->attributes, "IsPending", false) == pending ? 1 : 0;
    }
    return count;
}

void bs_sns_drop_subscriptions(struct bs_account *account, const struct bs_account_entry *topic)
{
    struct bs_account_entry *entry = next_of_topic(account, topic, NULL);

    for (; entry != NULL; entry = next_of_topic(account, topic, NULL)) {
        bs_account_remove(account, entry);
    }
}

static struct bs_account_entry *find_same(struct bs_account *account,
                                          const struct bs_account_entry *topic,
                                          const struct bs_tree *input)
{
    struct bs_account_entry *entry = next_of_topic(account, topic, NULL);

    while (entry != NULL && (strcmp(bs_tree_text(entry->attributes, "Protocol", ""),
                                    bs_tree_text(input, "Protocol", "")) != 0 ||
                             strcmp(bs_tree_text(entry->attributes, "Endpoint", ""),
                                    bs_tree_text(input, "Endpoint", "")) != 0)) {
        entry = next_of_topic(account, topic, entry);
    }
    return entry;
}

static void write_arn(const struct bs_account_entry *entry, struct bs_tree *to)
{
    bs_tree_set_format(to, "SubscriptionArn", "arn:aws:sns:%s:" BS_ACCOUNT_ID ":%s", entry->region,
                       entry->key);
}

static struct bs_account_entry *add_subscription(struct bs_account *account,
                                                 const struct bs_account_entry *topic,
                                                 const struct bs_tree *input, bool pending)
{
    static const char *const members[] = {"Protocol", "Endpoint", NULL};
    const struct bs_tree *attributes = bs_tree_get(input, "Attributes");
    const struct bs_tree *attribute = bs_tree_first(attributes);
    struct bs_account_entry *entry;
    struct bs_tree *kept;
    char uuid[37];
    char key[300];

    bs_account_new_uuid(account, uuid);
    (void)snprintf(key, sizeof(key), "%s:%s", topic->key, uuid);
    entry = bs_account_add(account, BS_SNS_SUBSCRIPTION, topic->region, key);
    bs_sns_write_topic_arn(topic, entry->attributes, "TopicArn");
    bs_tree_copy_members(entry->attributes, input, members);
    bs_tree_set_boolean(entry->attributes, "IsPending", pending);
    kept = bs_tree_set_structure(entry->attributes, "Attributes");
    for (; attribute != NULL; attribute = attribute->next) {
        bs_sns_set_attribute(kept, attribute->name, bs_tree_text(attributes, attribute->name, ""));
    }
    return entry;
}

/* Asking again sends another token, and the old one is good no more. */
static void send_token(struct bs_account *account, struct bs_account_entry *entry)
{
    char token[65];

    bs_account_new_id(account, "", 32, token, sizeof(token));
    bs_account_new_id(account, "", 32, token + 32, sizeof(token) - 32);
    bs_tree_set_text(entry->attributes, "Token", token);
    bs_tree_set_instant(entry->attributes, "TokenFrom", bs_account_now(account));
}

void bs_sns_subscribe(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *topic = bs_sns_topic_or_fail(
        account, request, bs_tree_text(request->input, "TopicArn", ""), "TopicArn", answer);
    const struct protocol *protocol =
        topic == NULL ? NULL : protocol_or_fail(topic, request->input, answer);
    struct bs_account_entry *entry;

    if (protocol == NULL || !are_good_attributes(request->input, answer)) {
        return;
    }
    entry = find_same(account, topic, request->input);
    if (entry == NULL) {
        entry = add_subscription(account, topic, request->input, protocol->has_to_confirm);
    } else if (!bs_sns_has_attributes(bs_tree_get(entry->attributes, "Attributes"),
                                      bs_tree_get(request->input, "Attributes"))) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Attributes Reason: Subscription already exists with "
                        "different attributes");
        return;
    }
    write_arn(entry, answer->output);
    if (bs_tree_boolean(entry->attributes, "IsPending", false)) {
        send_token(account, entry);
        if (!bs_tree_boolean(request->input, "ReturnSubscriptionArn", false)) {
            bs_tree_set_text(answer->output, "SubscriptionArn", "pending confirmation");
        }
    }
}

void bs_sns_confirm_subscription(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const char *token = bs_tree_text(request->input, "Token", "");
    const struct bs_account_entry *topic = bs_sns_topic_or_fail(
        account, request, bs_tree_text(request->input, "TopicArn", ""), "TopicArn", answer);
    struct bs_account_entry *entry = topic == NULL ? NULL : next_of_topic(account, topic, NULL);

    while (entry != NULL && strcmp(bs_tree_text(entry->attributes, "Token", ""), token) != 0) {
        entry = next_of_topic(account, topic, entry);
    }
    if (topic == NULL) {
        return;
    }
    if (entry == NULL || token[0] == '\0' ||
        bs_duration_between(
            bs_tree_instant(entry->attributes, "TokenFrom", bs_account_now(account)),
            bs_account_now(account))
                .ns > TOKEN_LIFE.ns) {
        bs_account_fail(answer, "InvalidParameterException", "Invalid token");
        return;
    }
    bs_tree_set_boolean(entry->attributes, "IsPending", false);
    bs_tree_set_boolean(
        entry->attributes, "IsAuthenticated",
        strcmp(bs_tree_text(request->input, "AuthenticateOnUnsubscribe", ""), "true") == 0);
    write_arn(entry, answer->output);
}

/* ---- One subscription ---- */

static struct bs_account_entry *subscription_or_fail(struct bs_account *account,
                                                     const struct bs_account_request *request,
                                                     struct bs_account_answer *answer)
{
    const char *key = bs_sns_name_in_arn(
        request, bs_tree_text(request->input, "SubscriptionArn", ""), "SubscriptionArn", answer);
    struct bs_account_entry *entry =
        key == NULL ? NULL : bs_account_find(account, BS_SNS_SUBSCRIPTION, request->region, key);

    if (key != NULL && entry == NULL) {
        bs_account_fail(answer, "NotFoundException", "Subscription does not exist");
    }
    return entry;
}

/* Nobody minds that it is gone already. */
void bs_sns_unsubscribe(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const char *key = bs_sns_name_in_arn(
        request, bs_tree_text(request->input, "SubscriptionArn", ""), "SubscriptionArn", answer);
    struct bs_account_entry *entry =
        key == NULL ? NULL : bs_account_find(account, BS_SNS_SUBSCRIPTION, request->region, key);
    struct bs_account_entry *topic =
        entry == NULL
            ? NULL
            : bs_account_find(account, BS_SNS_TOPIC, request->region,
                              strrchr(bs_tree_text(entry->attributes, "TopicArn", ":"), ':') + 1);

    if (topic != NULL) {
        bs_tree_set_integer(topic->attributes, "SubscriptionsDeleted",
                            bs_tree_integer(topic->attributes, "SubscriptionsDeleted", 0) + 1);
    }
    if (entry != NULL) {
        bs_account_remove(account, entry);
    }
}

static const char *truth(bool value)
{
    return value ? "true" : "false";
}

void bs_sns_get_subscription_attributes(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    static const char *const members[] = {"TopicArn", "Protocol", "Endpoint", NULL};
    const struct bs_account_entry *entry = subscription_or_fail(account, request, answer);
    struct bs_tree *attributes;

    if (entry == NULL) {
        return;
    }
    attributes = bs_tree_set(answer->output, "Attributes",
                             bs_tree_copy(bs_tree_get(entry->attributes, "Attributes")));
    bs_tree_copy_members(attributes, entry->attributes, members);
    write_arn(entry, attributes);
    bs_tree_set_text(attributes, "Owner", BS_ACCOUNT_ID);
    bs_tree_set_text(attributes, "PendingConfirmation",
                     truth(bs_tree_boolean(entry->attributes, "IsPending", false)));
    /* Who need not confirm was subscribed by somebody with a signature. */
    bs_tree_set_text(attributes, "ConfirmationWasAuthenticated",
                     truth(bs_tree_get(entry->attributes, "Token") == NULL ||
                           bs_tree_boolean(entry->attributes, "IsAuthenticated", false)));
    bs_tree_set_text(attributes, "RawMessageDelivery",
                     bs_tree_text(attributes, "RawMessageDelivery", "false"));
    if (bs_tree_get(attributes, "FilterPolicy") != NULL) {
        bs_tree_set_text(attributes, "FilterPolicyScope",
                         bs_tree_text(attributes, "FilterPolicyScope", "MessageAttributes"));
    }
}

void bs_sns_set_subscription_attributes(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = subscription_or_fail(account, request, answer);
    const char *name = bs_tree_text(request->input, "AttributeName", "");
    const char *value = bs_tree_text(request->input, "AttributeValue", "");

    if (entry != NULL &&
        is_good_attribute(bs_tree_text(entry->attributes, "Protocol", ""), name, value, answer)) {
        bs_sns_set_attribute(bs_tree_get_mutable(entry->attributes, "Attributes"), name, value);
    }
}

/* ---- Lists ---- */

static void write_subscription(const struct bs_account_entry *entry, struct bs_tree *to)
{
    static const char *const members[] = {"TopicArn", "Protocol", "Endpoint", NULL};

    write_arn(entry, to);
    bs_tree_set_text(to, "Owner", BS_ACCOUNT_ID);
    bs_tree_copy_members(to, entry->attributes, members);
    if (bs_tree_boolean(entry->attributes, "IsPending", false)) {
        bs_tree_set_text(to, "SubscriptionArn", "PendingConfirmation");
    }
}

void bs_sns_list_subscriptions(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "Subscriptions");
    const struct bs_account_entry *entry =
        bs_account_next(account, BS_SNS_SUBSCRIPTION, request->region, NULL);

    for (; entry != NULL;
         entry = bs_account_next(account, BS_SNS_SUBSCRIPTION, request->region, entry->key)) {
        write_subscription(entry, bs_tree_append_structure(list));
    }
}

void bs_sns_list_subscriptions_by_topic(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    const struct bs_account_entry *topic = bs_sns_topic_or_fail(
        account, request, bs_tree_text(request->input, "TopicArn", ""), "TopicArn", answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "Subscriptions");
    const struct bs_account_entry *entry =
        topic == NULL ? NULL : next_of_topic(account, topic, NULL);

    for (; entry != NULL; entry = next_of_topic(account, topic, entry)) {
        write_subscription(entry, bs_tree_append_structure(list));
    }
}
