/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon Simple Notification Service: topics, their attributes, permissions and tags.
 *
 * Source: Amazon SNS API Reference and Developer Guide. Policies, permissions, delivery policies and data
 * protection policies are recorded: nobody is kept from publishing, and nothing is delivered to an endpoint.
 */

#include "sim/account/sns.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/json_writer.h"
#include "sim/account/json.h"
#include "sim/account/services.h"

#define ARN_PREFIX "arn:aws:sns:"

#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"

enum {
    NAME_MAX = 256,
    DISPLAY_NAME_MAX = 100,
    LABEL_MAX = 80,
    PERMISSIONS_MAX = 20,
    POLICY_MAX = 262144,
    ARN_PARTS = 6,
};

/* ---- Names ---- */

static bool ends_with_fifo(const char *name)
{
    const size_t length = strlen(name);

    return length > 5 && strcmp(name + length - 5, ".fifo") == 0;
}

bool bs_sns_is_fifo(const struct bs_account_entry *topic)
{
    return ends_with_fifo(topic->key);
}

static bool is_good_name(const char *name, bool fifo, struct bs_account_answer *answer)
{
    const size_t length = strlen(name);
    const size_t plain = strspn(name, NAME_CHARACTERS);

    if (fifo && (!ends_with_fifo(name) || plain != length - 5 || length > NAME_MAX)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Fifo Topic names must end with .fifo and must be made "
                        "up of only uppercase and lowercase ASCII letters, numbers, underscores, "
                        "and hyphens, and must be between 1 and 256 characters long.");
    } else if (!fifo && (plain != length || length == 0 || length > NAME_MAX)) {
        bs_account_fail(answer, "InvalidParameterException", "Invalid parameter: Topic Name");
    }
    return answer->error == NULL;
}

static int count_parts(const char *arn)
{
    int parts = 1;

    for (; *arn != '\0'; arn++) {
        parts += *arn == ':' ? 1 : 0;
    }
    return parts;
}

const char *bs_sns_name_in_arn(const struct bs_account_request *request, const char *arn,
                               const char *parameter, struct bs_account_answer *answer)
{
    const size_t region_length = strlen(request->region);
    const char *region = arn + strlen(ARN_PREFIX);
    const char *account = region + region_length + 1;
    const char *name = account + strlen(BS_ACCOUNT_ID) + 1;

    if (count_parts(arn) < ARN_PARTS) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: %s Reason: An ARN must have at least %d elements, not "
                        "%d",
                        parameter, ARN_PARTS, count_parts(arn));
    } else if (strncmp(arn, ARN_PREFIX, strlen(ARN_PREFIX)) != 0 ||
               strncmp(region, request->region, region_length) != 0 ||
               region[region_length] != ':') {
        bs_account_fail(answer, "InvalidParameterException", "Invalid parameter: %s", parameter);
    } else if (strncmp(account, BS_ACCOUNT_ID ":", strlen(BS_ACCOUNT_ID) + 1) != 0) {
        bs_account_fail(answer, "AuthorizationErrorException",
                        "User is not authorized to perform: SNS:%s on resource: %.512s",
                        request->operation, arn);
    }
    return answer->error == NULL ? name : NULL;
}

struct bs_account_entry *bs_sns_topic_or_fail(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              const char *arn, const char *parameter,
                                              struct bs_account_answer *answer)
{
    const char *name = bs_sns_name_in_arn(request, arn, parameter, answer);
    struct bs_account_entry *topic =
        name == NULL ? NULL : bs_account_find(account, BS_SNS_TOPIC, request->region, name);

    if (name != NULL && topic == NULL) {
        bs_account_fail(answer, "NotFoundException", "Topic does not exist");
    }
    return topic;
}

static struct bs_account_entry *topic_asked(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    return bs_sns_topic_or_fail(account, request, bs_tree_text(request->input, "TopicArn", ""),
                                "TopicArn", answer);
}

void bs_sns_write_topic_arn(const struct bs_account_entry *topic, struct bs_tree *to,
                            const char *member)
{
    bs_tree_set_format(to, member, ARN_PREFIX "%s:" BS_ACCOUNT_ID ":%s", topic->region, topic->key);
}

/* ---- Attributes ---- */

bool bs_sns_is_boolean(const char *value)
{
    return strcmp(value, "true") == 0 || strcmp(value, "false") == 0;
}

bool bs_sns_is_policy(const char *value)
{
    return value[0] == '\0' || bs_account_is_json_object(value);
}

static bool is_display_name(const char *value)
{
    return strlen(value) <= DISPLAY_NAME_MAX;
}

static bool is_signature_version(const char *value)
{
    return strcmp(value, "1") == 0 || strcmp(value, "2") == 0;
}

static bool is_tracing(const char *value)
{
    return strcmp(value, "PassThrough") == 0 || strcmp(value, "Active") == 0;
}

static bool is_throughput_scope(const char *value)
{
    return strcmp(value, "Topic") == 0 || strcmp(value, "MessageGroup") == 0;
}

static const struct bs_sns_attribute topic_attributes[] = {
    {"ApplicationFailureFeedbackRoleArn", NULL},
    {"ApplicationSuccessFeedbackRoleArn", NULL},
    {"ApplicationSuccessFeedbackSampleRate", NULL},
    {"ArchivePolicy", bs_sns_is_policy},
    {"ContentBasedDeduplication", bs_sns_is_boolean},
    {"DeliveryPolicy", bs_sns_is_policy},
    {"DisplayName", is_display_name},
    {"FifoThroughputScope", is_throughput_scope},
    {"FifoTopic", bs_sns_is_boolean},
    {"FirehoseFailureFeedbackRoleArn", NULL},
    {"FirehoseSuccessFeedbackRoleArn", NULL},
    {"FirehoseSuccessFeedbackSampleRate", NULL},
    {"HTTPFailureFeedbackRoleArn", NULL},
    {"HTTPSuccessFeedbackRoleArn", NULL},
    {"HTTPSuccessFeedbackSampleRate", NULL},
    {"KmsMasterKeyId", NULL},
    {"LambdaFailureFeedbackRoleArn", NULL},
    {"LambdaSuccessFeedbackRoleArn", NULL},
    {"LambdaSuccessFeedbackSampleRate", NULL},
    {"Policy", bs_sns_is_policy},
    {"SQSFailureFeedbackRoleArn", NULL},
    {"SQSSuccessFeedbackRoleArn", NULL},
    {"SQSSuccessFeedbackSampleRate", NULL},
    {"SignatureVersion", is_signature_version},
    {"TracingConfig", is_tracing},
};

enum { TOPIC_ATTRIBUTE_COUNT = sizeof(topic_attributes) / sizeof(topic_attributes[0]) };

bool bs_sns_is_good_attribute(const struct bs_sns_attribute *table, size_t count, const char *name,
                              const char *value, struct bs_account_answer *answer)
{
    size_t i = 0;

    while (i < count && strcmp(table[i].name, name) != 0) {
        i++;
    }
    if (i == count) {
        bs_account_fail(answer, "InvalidParameterException", "Invalid parameter: AttributeName");
    } else if (table[i].is_good != NULL && !table[i].is_good(value)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Attributes Reason: %s: invalid value", name);
    }
    return answer->error == NULL;
}

/* Some attributes are for FIFO topics alone, and one for the others. */
static bool suits_topic(const char *name, const char *value, bool fifo,
                        struct bs_account_answer *answer)
{
    const bool is_for_fifo = strcmp(name, "ContentBasedDeduplication") == 0 ||
                             strcmp(name, "FifoThroughputScope") == 0 ||
                             strcmp(name, "ArchivePolicy") == 0;
    const bool is_for_standard = strcmp(name, "TracingConfig") == 0 && strcmp(value, "Active") == 0;

    if ((is_for_fifo && !fifo) || (is_for_standard && fifo)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Attributes Reason: %s is not supported on %s topics",
                        name, fifo ? "FIFO" : "standard");
    }
    return answer->error == NULL;
}

static bool are_good_attributes(const struct bs_tree *attributes, bool fifo,
                                struct bs_account_answer *answer)
{
    const struct bs_tree *attribute = bs_tree_first(attributes);

    for (; attribute != NULL && answer->error == NULL; attribute = attribute->next) {
        const char *value = bs_tree_text(attributes, attribute->name, "");

        (void)(bs_sns_is_good_attribute(topic_attributes, TOPIC_ATTRIBUTE_COUNT, attribute->name,
                                        value, answer) &&
               suits_topic(attribute->name, value, fifo, answer));
    }
    return answer->error == NULL;
}

bool bs_sns_has_set(const struct bs_account_entry *entry, const char *attribute)
{
    const struct bs_tree *attributes = bs_tree_get(entry->attributes, "Attributes");

    return strcmp(bs_tree_text(attributes, attribute, ""), "true") == 0;
}

bool bs_sns_has_attributes(const struct bs_tree *attributes, const struct bs_tree *wanted)
{
    const struct bs_tree *attribute = bs_tree_first(wanted);

    while (attribute != NULL && strcmp(bs_tree_text(wanted, attribute->name, ""),
                                       bs_tree_text(attributes, attribute->name, "")) == 0) {
        attribute = attribute->next;
    }
    return attribute == NULL;
}

void bs_sns_set_attribute(struct bs_tree *attributes, const char *name, const char *value)
{
    if (value[0] == '\0') {
        (void)bs_tree_remove(attributes, name);
    } else {
        bs_tree_set_text(attributes, name, value);
    }
}

/* ---- Policies ---- */

static void write_texts(struct bs_json_writer *writer, const struct bs_tree *list,
                        const char *prefix, const char *suffix)
{
    const struct bs_tree *element = bs_tree_first(list);
    char text[512];

    bs_json_begin_array(writer);
    for (; element != NULL; element = element->next) {
        (void)snprintf(text, sizeof(text), "%s%s%s", prefix, element->is.text.bytes, suffix);
        bs_json_text(writer, text);
    }
    bs_json_end_array(writer);
}

static void write_statement(struct bs_json_writer *writer, const struct bs_tree *permission,
                            const char *topic_arn)
{
    bs_json_begin_object(writer);
    bs_json_key(writer, "Sid");
    bs_json_text(writer, bs_tree_text(permission, "Label", ""));
    bs_json_key(writer, "Effect");
    bs_json_text(writer, "Allow");
    bs_json_key(writer, "Principal");
    bs_json_begin_object(writer);
    bs_json_key(writer, "AWS");
    write_texts(writer, bs_tree_get(permission, "AWSAccountId"), "arn:aws:iam::", ":root");
    bs_json_end_object(writer);
    bs_json_key(writer, "Action");
    write_texts(writer, bs_tree_get(permission, "ActionName"), "SNS:", "");
    bs_json_key(writer, "Resource");
    bs_json_text(writer, topic_arn);
    bs_json_end_object(writer);
}

/* What a topic has that was given none: its owner may do everything; and whoever was permitted since. */
static void write_default_policy(const struct bs_account_entry *topic, const char *topic_arn,
                                 struct bs_tree *attributes)
{
    struct bs_tree *owner = bs_tree_new_structure();
    const struct bs_tree *permission = bs_tree_first(bs_tree_get(topic->attributes, "Permissions"));
    struct bs_buffer buffer;
    struct bs_json_writer writer = {.buffer = &buffer};

    bs_tree_set_text(owner, "Label", "__default_statement_ID");
    bs_tree_append_text(bs_tree_set_list(owner, "AWSAccountId"), BS_ACCOUNT_ID);
    bs_tree_append_text(bs_tree_set_list(owner, "ActionName"), "*");
    bs_buffer_init(&buffer, POLICY_MAX);
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "Version");
    bs_json_text(&writer, "2008-10-17");
    bs_json_key(&writer, "Id");
    bs_json_text(&writer, "__default_policy_ID");
    bs_json_key(&writer, "Statement");
    bs_json_begin_array(&writer);
    write_statement(&writer, owner, topic_arn);
    for (; permission != NULL; permission = permission->next) {
        write_statement(&writer, permission, topic_arn);
    }
    bs_json_end_array(&writer);
    bs_json_end_object(&writer);
    BS_ASSERT(!buffer.failed);
    (void)bs_tree_set(attributes, "Policy", bs_tree_new_text_of(buffer.bytes, buffer.length));
    bs_buffer_clean_up(&buffer);
    bs_tree_destroy(owner);
}

static struct bs_tree *permission_labeled(struct bs_account_entry *topic, const char *label)
{
    struct bs_tree *permission =
        bs_tree_first_mutable(bs_tree_get_mutable(topic->attributes, "Permissions"));

    while (permission != NULL && strcmp(bs_tree_text(permission, "Label", ""), label) != 0) {
        permission = permission->next;
    }
    return permission;
}

static bool are_accounts(const struct bs_tree *list)
{
    const struct bs_tree *element = bs_tree_first(list);

    while (element != NULL && element->is.text.length == 12 &&
           strspn(element->is.text.bytes, "0123456789") == 12) {
        element = element->next;
    }
    return element == NULL && bs_tree_count(list) > 0 && bs_tree_count(list) <= PERMISSIONS_MAX;
}

static bool are_actions(const struct bs_tree *list)
{
    static const char actions[] =
        " AddPermission DeleteTopic GetTopicAttributes ListSubscriptionsByTopic Publish Receive "
        "RemovePermission SetTopicAttributes Subscribe ";
    const struct bs_tree *element = bs_tree_first(list);
    char word[64];

    for (; element != NULL; element = element->next) {
        const int length = snprintf(word, sizeof(word), " %s ", element->is.text.bytes);

        if (length >= (int)sizeof(word) || strstr(actions, word) == NULL) {
            return false;
        }
    }
    return bs_tree_count(list) > 0 && bs_tree_count(list) <= PERMISSIONS_MAX;
}

static bool is_good_permission(struct bs_account_entry *topic, const struct bs_tree *input,
                               struct bs_account_answer *answer)
{
    const char *label = bs_tree_text(input, "Label", "");
    const char *wrong = NULL;

    if (label[0] == '\0' || strlen(label) > LABEL_MAX ||
        label[strspn(label, NAME_CHARACTERS)] != '\0') {
        wrong = "Label";
    } else if (!are_accounts(bs_tree_get(input, "AWSAccountId"))) {
        wrong = "AWSAccountId";
    } else if (!are_actions(bs_tree_get(input, "ActionName"))) {
        wrong = "Policy statement action out of service scope!";
    } else if (permission_labeled(topic, label) != NULL) {
        wrong = "Statement already exists";
    } else if (bs_tree_count(bs_tree_get(topic->attributes, "Permissions")) >= PERMISSIONS_MAX) {
        wrong = "Policy Reason: too many statements";
    }
    if (wrong != NULL) {
        bs_account_fail(answer, "InvalidParameterException", "Invalid parameter: %s", wrong);
    }
    return wrong == NULL;
}

static void add_permission(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    static const char *const members[] = {"Label", "AWSAccountId", "ActionName", NULL};
    struct bs_account_entry *topic = topic_asked(account, request, answer);

    if (topic != NULL && is_good_permission(topic, request->input, answer)) {
        bs_tree_copy_members(
            bs_tree_append_structure(bs_tree_get_mutable(topic->attributes, "Permissions")),
            request->input, members);
    }
}

static void remove_permission(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *topic = topic_asked(account, request, answer);
    struct bs_tree *permission =
        topic == NULL ? NULL : permission_labeled(topic, bs_tree_text(request->input, "Label", ""));

    if (permission != NULL) {
        bs_tree_remove_element(bs_tree_get_mutable(topic->attributes, "Permissions"), permission);
    } else if (topic != NULL) {
        bs_account_fail(answer, "NotFoundException", "Statement does not exist");
    }
}

/* ---- Topics ---- */

static struct bs_account_entry *add_topic(struct bs_account *account, const char *region,
                                          const char *name)
{
    struct bs_account_entry *topic = bs_account_add(account, BS_SNS_TOPIC, region, name);

    (void)bs_tree_set_structure(topic->attributes, "Attributes");
    (void)bs_tree_set_list(topic->attributes, "Permissions");
    (void)bs_tree_set_list(topic->attributes, "Messages");
    (void)bs_tree_set_list(topic->attributes, "Tags");
    bs_tree_set_integer(topic->attributes, "SubscriptionsDeleted", 0);
    bs_tree_set_integer(topic->attributes, "Published", 0);
    return topic;
}

static bool has_tags(const struct bs_account_entry *topic, const struct bs_tree *wanted)
{
    struct bs_tree *merged = bs_tree_new_structure();
    bool has_all;

    bs_account_merge_tags(merged, bs_tree_get(topic->attributes, "Tags"));
    bs_account_merge_tags(merged, wanted);
    has_all = bs_tree_equal(bs_tree_get(merged, "Tags"), bs_tree_get(topic->attributes, "Tags"));
    bs_tree_destroy(merged);
    return has_all;
}

/* Creating again what is there is no error, unless it is asked to be something else. */
static bool is_same_topic(const struct bs_account_entry *topic, const struct bs_tree *input,
                          struct bs_account_answer *answer)
{
    if (!bs_sns_has_attributes(bs_tree_get(topic->attributes, "Attributes"),
                               bs_tree_get(input, "Attributes"))) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Attributes Reason: Topic already exists with different "
                        "attributes");
    } else if (!has_tags(topic, bs_tree_get(input, "Tags"))) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: Tags Reason: Topic already exists with different tags");
    }
    return answer->error == NULL;
}

static bool is_good_data_protection(const char *policy, struct bs_account_answer *answer)
{
    if (!bs_sns_is_policy(policy)) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: DataProtectionPolicy Reason: not a JSON object");
    }
    return answer->error == NULL;
}

static bool are_few_tags(size_t count, struct bs_account_answer *answer)
{
    if (count > BS_SNS_TAGS_MAX) {
        bs_account_fail(answer, "TagLimitExceededException",
                        "Could not complete request: tag quota of per resource exceeded");
    }
    return answer->error == NULL;
}

static struct bs_account_entry *create_new(struct bs_account *account,
                                           const struct bs_account_request *request,
                                           struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "Name", "");
    const char *protection = bs_tree_text(request->input, "DataProtectionPolicy", "");
    const struct bs_tree *attributes = bs_tree_get(request->input, "Attributes");
    const struct bs_tree *attribute = bs_tree_first(attributes);
    const bool fifo = strcmp(bs_tree_text(attributes, "FifoTopic", "false"), "true") == 0;
    struct bs_account_entry *topic;

    if (!is_good_name(name, fifo, answer) || !are_good_attributes(attributes, fifo, answer) ||
        !is_good_data_protection(protection, answer) ||
        !are_few_tags(bs_tree_count(bs_tree_get(request->input, "Tags")), answer)) {
        return NULL;
    }
    topic = add_topic(account, request->region, name);
    for (; attribute != NULL; attribute = attribute->next) {
        bs_sns_set_attribute(bs_tree_get_mutable(topic->attributes, "Attributes"), attribute->name,
                             bs_tree_text(attributes, attribute->name, ""));
    }
    bs_tree_set_text(topic->attributes, "DataProtectionPolicy", protection);
    bs_account_merge_tags(topic->attributes, bs_tree_get(request->input, "Tags"));
    return topic;
}

static void create_topic(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *topic = bs_account_find(account, BS_SNS_TOPIC, request->region,
                                                     bs_tree_text(request->input, "Name", ""));

    if (topic == NULL) {
        topic = create_new(account, request, answer);
    } else if (!is_same_topic(topic, request->input, answer)) {
        return;
    }
    if (topic != NULL) {
        bs_sns_write_topic_arn(topic, answer->output, "TopicArn");
    }
}

/* Deleting what is not there is no error. */
static void delete_topic(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const char *name = bs_sns_name_in_arn(request, bs_tree_text(request->input, "TopicArn", ""),
                                          "TopicArn", answer);
    struct bs_account_entry *topic =
        name == NULL ? NULL : bs_account_find(account, BS_SNS_TOPIC, request->region, name);

    if (topic != NULL) {
        bs_sns_drop_subscriptions(account, topic);
        bs_account_remove(account, topic);
    }
}

static void list_topics(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    struct bs_tree *topics = bs_tree_set_list(answer->output, "Topics");
    const struct bs_account_entry *topic =
        bs_account_next(account, BS_SNS_TOPIC, request->region, NULL);

    for (; topic != NULL;
         topic = bs_account_next(account, BS_SNS_TOPIC, request->region, topic->key)) {
        bs_sns_write_topic_arn(topic, bs_tree_append_structure(topics), "TopicArn");
    }
}

#define DEFAULT_DELIVERY_POLICY                                                                 \
    "{\"http\":{\"defaultHealthyRetryPolicy\":{\"minDelayTarget\":20,\"maxDelayTarget\":20,"    \
    "\"numRetries\":3,\"numMaxDelayRetries\":0,\"numNoDelayRetries\":0,"                        \
    "\"numMinDelayRetries\":0,\"backoffFunction\":\"linear\"},\"disableSubscriptionOverrides\"" \
    ":false,\"defaultRequestPolicy\":{\"headerContentType\":\"text/plain; charset=UTF-8\"}}}"

static void get_topic_attributes(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const struct bs_account_entry *topic = topic_asked(account, request, answer);
    struct bs_tree *attributes;

    if (topic == NULL) {
        return;
    }
    attributes = bs_tree_set(answer->output, "Attributes",
                             bs_tree_copy(bs_tree_get(topic->attributes, "Attributes")));
    bs_sns_write_topic_arn(topic, attributes, "TopicArn");
    bs_tree_set_text(attributes, "Owner", BS_ACCOUNT_ID);
    bs_tree_set_text(attributes, "DisplayName", bs_tree_text(attributes, "DisplayName", ""));
    bs_tree_set_text(attributes, "EffectiveDeliveryPolicy",
                     bs_tree_text(attributes, "DeliveryPolicy", DEFAULT_DELIVERY_POLICY));
    bs_tree_set_format(attributes, "SubscriptionsConfirmed", "%lld",
                       (long long)bs_sns_count_subscriptions(account, topic, false));
    bs_tree_set_format(attributes, "SubscriptionsPending", "%lld",
                       (long long)bs_sns_count_subscriptions(account, topic, true));
    bs_tree_set_format(attributes, "SubscriptionsDeleted", "%lld",
                       (long long)bs_tree_integer(topic->attributes, "SubscriptionsDeleted", 0));
    if (bs_tree_get(attributes, "Policy") == NULL) {
        write_default_policy(topic, bs_tree_text(attributes, "TopicArn", ""), attributes);
    }
    if (bs_sns_is_fifo(topic)) {
        bs_tree_set_text(attributes, "ContentBasedDeduplication",
                         bs_tree_text(attributes, "ContentBasedDeduplication", "false"));
    }
}

static void set_topic_attributes(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    struct bs_account_entry *topic = topic_asked(account, request, answer);
    const char *name = bs_tree_text(request->input, "AttributeName", "");
    const char *value = bs_tree_text(request->input, "AttributeValue", "");

    if (topic == NULL) {
        return;
    }
    if (strcmp(name, "FifoTopic") == 0) {
        bs_account_fail(answer, "InvalidParameterException", "Invalid parameter: AttributeName");
    } else if (bs_sns_is_good_attribute(topic_attributes, TOPIC_ATTRIBUTE_COUNT, name, value,
                                        answer) &&
               suits_topic(name, value, bs_sns_is_fifo(topic), answer)) {
        bs_sns_set_attribute(bs_tree_get_mutable(topic->attributes, "Attributes"), name, value);
    }
}

/* ---- Data protection and tags ---- */

static struct bs_account_entry *resource_asked(struct bs_account *account,
                                               const struct bs_account_request *request,
                                               struct bs_account_answer *answer)
{
    return bs_sns_topic_or_fail(account, request, bs_tree_text(request->input, "ResourceArn", ""),
                                "ResourceArn", answer);
}

static void get_data_protection(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const struct bs_account_entry *topic = resource_asked(account, request, answer);

    if (topic != NULL) {
        bs_tree_set_text(answer->output, "DataProtectionPolicy",
                         bs_tree_text(topic->attributes, "DataProtectionPolicy", ""));
    }
}

static void put_data_protection(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    struct bs_account_entry *topic = resource_asked(account, request, answer);
    const char *policy = bs_tree_text(request->input, "DataProtectionPolicy", "");

    if (topic != NULL && is_good_data_protection(policy, answer)) {
        bs_tree_set_text(topic->attributes, "DataProtectionPolicy", policy);
    }
}

/* Tagging has its own name for what is not there. */
static struct bs_account_entry *find_tagged(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    struct bs_account_entry *topic = resource_asked(account, request, answer);

    if (topic == NULL && strcmp(answer->error, "NotFoundException") == 0) {
        bs_account_fail(answer, "ResourceNotFoundException", "Resource does not exist");
    }
    return topic;
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *topic = find_tagged(account, request, answer);

    if (topic != NULL) {
        (void)bs_tree_set(answer->output, "Tags",
                          bs_tree_copy(bs_tree_get(topic->attributes, "Tags")));
    }
}

static void tag_resource(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");
    struct bs_account_entry *topic = find_tagged(account, request, answer);

    if (topic != NULL &&
        are_few_tags(bs_tree_count(bs_tree_get(topic->attributes, "Tags")) + bs_tree_count(tags),
                     answer)) {
        bs_account_merge_tags(topic->attributes, tags);
    }
}

static void untag_resource(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_account_entry *topic = find_tagged(account, request, answer);

    if (topic != NULL) {
        bs_account_remove_tags(topic->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

/* ---- The service ---- */

static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_SNS_TOPIC &&
            bs_account_find(account, BS_SNS_TOPIC, scenario->regions[resource->region].name,
                            resource->is.named.name) == NULL) {
            (void)add_topic(account, scenario->regions[resource->region].name,
                            resource->is.named.name);
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"AddPermission", add_permission, BS_ACCOUNT_RECORDED, false},
    {"ConfirmSubscription", bs_sns_confirm_subscription, BS_ACCOUNT_MODELLED, false},
    {"CreateTopic", create_topic, BS_ACCOUNT_MODELLED, false},
    {"DeleteTopic", delete_topic, BS_ACCOUNT_MODELLED, false},
    {"GetDataProtectionPolicy", get_data_protection, BS_ACCOUNT_RECORDED, false},
    {"GetSubscriptionAttributes", bs_sns_get_subscription_attributes, BS_ACCOUNT_MODELLED, false},
    {"GetTopicAttributes", get_topic_attributes, BS_ACCOUNT_MODELLED, false},
    {"ListSubscriptions", bs_sns_list_subscriptions, BS_ACCOUNT_MODELLED, true},
    {"ListSubscriptionsByTopic", bs_sns_list_subscriptions_by_topic, BS_ACCOUNT_MODELLED, true},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"ListTopics", list_topics, BS_ACCOUNT_MODELLED, true},
    {"Publish", bs_sns_publish, BS_ACCOUNT_MODELLED, false},
    {"PublishBatch", bs_sns_publish_batch, BS_ACCOUNT_MODELLED, false},
    {"PutDataProtectionPolicy", put_data_protection, BS_ACCOUNT_RECORDED, false},
    {"RemovePermission", remove_permission, BS_ACCOUNT_RECORDED, false},
    {"SetSubscriptionAttributes", bs_sns_set_subscription_attributes, BS_ACCOUNT_RECORDED, false},
    {"SetTopicAttributes", set_topic_attributes, BS_ACCOUNT_RECORDED, false},
    {"Subscribe", bs_sns_subscribe, BS_ACCOUNT_MODELLED, false},
    {"TagResource", tag_resource, BS_ACCOUNT_RECORDED, false},
    {"Unsubscribe", bs_sns_unsubscribe, BS_ACCOUNT_MODELLED, false},
    {"UntagResource", untag_resource, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_sns = {
    .name = "sns",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
