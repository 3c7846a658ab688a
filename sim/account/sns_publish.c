/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon SNS: publishing.
 *
 * What is published is kept with its topic, the newest messages only. Whether a message of the scenario's own
 * topic reaches anybody is the world's to say. Of a FIFO topic, the newest thousand identifiers of the last
 * five minutes are remembered: a repetition is accepted and comes to nothing.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "base/digest.h"
#include "sim/account/json.h"
#include "sim/account/sns.h"

#define DEDUPLICATION_INTERVAL BS_SECONDS(300)

enum {
    MESSAGE_MAX = 262144,
    SUBJECT_MAX = 100,
    BATCH_MAX = 10,
    BATCH_ID_MAX = 80,
    IDENTIFIER_MAX = 128,
    ATTRIBUTE_NAME_MAX = 256,
    RECENT_MAX = 1000,
};

/* ---- What a message must be ---- */

static size_t length_of(const struct bs_tree *structure, const char *member)
{
    const struct bs_tree *value = bs_tree_get(structure, member);
    const bool is_text =
        value != NULL && (value->kind == BS_TREE_TEXT || value->kind == BS_TREE_BYTES);

    return is_text ? value->is.text.length : 0;
}

static size_t size_of(const struct bs_tree *message)
{
    const struct bs_tree *attribute = bs_tree_first(bs_tree_get(message, "MessageAttributes"));
    size_t size = length_of(message, "Message");

    for (; attribute != NULL; attribute = attribute->next) {
        size += strlen(attribute->name) + length_of(attribute, "DataType") +
                length_of(attribute, "StringValue") + length_of(attribute, "BinaryValue");
    }
    return size;
}

static void refuse(struct bs_account_answer *answer, const char *what)
{
    bs_account_fail(answer, "InvalidParameterException", "Invalid parameter: %s", what);
}

/* ASCII, no line breaks or control characters, beginning with a letter, digit or punctuation mark. */
static bool is_good_subject(const char *subject)
{
    const size_t length = strlen(subject);

    for (size_t i = 0; i < length; i++) {
        if (subject[i] < 0x20 || subject[i] > 0x7E) {
            return false;
        }
    }
    return length > 0 && length <= SUBJECT_MAX && subject[0] != ' ';
}

static void check_structure(const struct bs_tree *message, struct bs_account_answer *answer)
{
    const char *structure = bs_tree_text(message, "MessageStructure", NULL);
    struct bs_tree *forms;

    if (structure == NULL) {
        return;
    }
    if (strcmp(structure, "json") != 0) {
        refuse(answer, "MessageStructure");
        return;
    }
    forms = bs_account_read_json(bs_tree_text(message, "Message", ""));
    if (forms == NULL || forms->kind != BS_TREE_STRUCTURE) {
        refuse(answer, "Message Structure - JSON message body failed to parse");
    } else if (bs_tree_text(forms, "default", NULL) == NULL) {
        refuse(answer, "Message Structure - No default entry in JSON message body");
    }
    bs_tree_destroy(forms);
}

static bool is_type(const char *type, const char *wanted)
{
    const size_t length = strlen(wanted);

    return strncmp(type, wanted, length) == 0 && (type[length] == '\0' || type[length] == '.');
}

static void check_attribute(const struct bs_tree *attribute, struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(attribute, "DataType", "");
    const bool is_binary = is_type(type, "Binary");

    if (!is_binary && !is_type(type, "String") && !is_type(type, "Number")) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The message attribute '%.256s' has an invalid message attribute type, the "
                        "set of supported type prefixes is Binary, Number, and String.",
                        attribute->name);
    } else if (attribute->name[0] == '\0' || strlen(attribute->name) > ATTRIBUTE_NAME_MAX ||
               strspn(attribute->name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789_-.") != strlen(attribute->name)) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The message attribute name '%.256s' is invalid.", attribute->name);
    } else if (length_of(attribute, is_binary ? "BinaryValue" : "StringValue") == 0) {
        bs_account_fail(answer, "InvalidParameterValueException",
                        "The message attribute '%.256s' must contain non-empty message attribute "
                        "value for message attribute type '%.64s'.",
                        attribute->name, type);
    }
}

static bool is_good_message(const struct bs_tree *message, struct bs_account_answer *answer)
{
    const char *subject = bs_tree_text(message, "Subject", NULL);
    const struct bs_tree *attribute = bs_tree_first(bs_tree_get(message, "MessageAttributes"));

    if (length_of(message, "Message") == 0) {
        refuse(answer, "Empty message");
    } else if (size_of(message) > MESSAGE_MAX) {
        refuse(answer, "Message too long");
    } else if (subject != NULL && !is_good_subject(subject)) {
        refuse(answer, "Subject");
    } else {
        check_structure(message, answer);
    }
    for (; attribute != NULL && answer->error == NULL; attribute = attribute->next) {
        check_attribute(attribute, answer);
    }
    return answer->error == NULL;
}

/* ---- FIFO ---- */

static bool is_identifier(const char *text)
{
    const size_t length = strlen(text);

    for (size_t i = 0; i < length; i++) {
        if (text[i] <= 0x20 || text[i] > 0x7E) {
            return false;
        }
    }
    return length > 0 && length <= IDENTIFIER_MAX;
}

static bool is_good_for_topic(const struct bs_account_entry *topic, const struct bs_tree *message,
                              struct bs_account_answer *answer)
{
    const char *group = bs_tree_text(message, "MessageGroupId", NULL);
    const char *identifier = bs_tree_text(message, "MessageDeduplicationId", NULL);

    if (group != NULL && !is_identifier(group)) {
        refuse(answer, "MessageGroupId");
    } else if (identifier != NULL && !is_identifier(identifier)) {
        refuse(answer, "MessageDeduplicationId");
    } else if (!bs_sns_is_fifo(topic) && identifier != NULL) {
        refuse(answer, "MessageDeduplicationId Reason: The request includes MessageDeduplicationId "
                       "parameter that is not valid for this topic type");
    } else if (bs_sns_is_fifo(topic) && group == NULL) {
        refuse(answer, "The MessageGroupId parameter is required for FIFO topics");
    } else if (bs_sns_is_fifo(topic) && identifier == NULL &&
               !bs_sns_has_set(topic, "ContentBasedDeduplication")) {
        refuse(answer, "The topic should either have ContentBasedDeduplication enabled or "
                       "MessageDeduplicationId provided explicitly");
    }
    return answer->error == NULL;
}

static void write_identifier(const struct bs_tree *message, char identifier[IDENTIFIER_MAX + 1])
{
    const char *given = bs_tree_text(message, "MessageDeduplicationId", NULL);

    if (given != NULL) {
        (void)snprintf(identifier, IDENTIFIER_MAX + 1, "%s", given);
    } else {
        bs_digest_bytes(bs_tree_text(message, "Message", ""), length_of(message, "Message"),
                        identifier);
    }
}

static struct bs_tree *recent_of(struct bs_account *account, struct bs_account_entry *topic)
{
    struct bs_tree *recent = bs_tree_get_mutable(topic->attributes, "Recent");
    const struct bs_instant now = bs_account_now(account);
    struct bs_tree *oldest;

    if (recent == NULL) {
        recent = bs_tree_set_list(topic->attributes, "Recent");
    }
    oldest = bs_tree_first_mutable(recent);
    while (oldest != NULL && (bs_duration_between(bs_tree_instant(oldest, "At", now), now).ns >=
                                  DEDUPLICATION_INTERVAL.ns ||
                              bs_tree_count(recent) > RECENT_MAX)) {
        bs_tree_remove_element(recent, oldest);
        oldest = bs_tree_first_mutable(recent);
    }
    return recent;
}

/* The earlier message of that identifier, if the topic still remembers one. */
static const struct bs_tree *find_earlier(struct bs_account *account,
                                          struct bs_account_entry *topic,
                                          const struct bs_tree *message, const char *identifier)
{
    const bool by_group = strcmp(bs_tree_text(bs_tree_get(topic->attributes, "Attributes"),
                                              "FifoThroughputScope", ""),
                                 "MessageGroup") == 0;
    const struct bs_tree *earlier = bs_tree_first(recent_of(account, topic));

    while (earlier != NULL &&
           (strcmp(bs_tree_text(earlier, "Identifier", ""), identifier) != 0 ||
            (by_group && strcmp(bs_tree_text(earlier, "MessageGroupId", ""),
                                bs_tree_text(message, "MessageGroupId", "")) != 0))) {
        earlier = earlier->next;
    }
    return earlier;
}

static const char *const receipt_members[] = {"MessageId", "SequenceNumber", NULL};

static void remember(struct bs_account *account, struct bs_account_entry *topic,
                     const struct bs_tree *kept, const char *identifier)
{
    static const char *const members[] = {"MessageGroupId", NULL};
    struct bs_tree *row = bs_tree_append_structure(recent_of(account, topic));

    bs_tree_set_text(row, "Identifier", identifier);
    bs_tree_set_instant(row, "At", bs_account_now(account));
    bs_tree_copy_members(row, kept, members);
    bs_tree_copy_members(row, kept, receipt_members);
}

/* ---- Keeping ---- */

/* The message as it is kept, in a list from which the oldest goes. */
static struct bs_tree *keep(struct bs_account *account, struct bs_tree *attributes,
                            const struct bs_tree *message)
{
    static const char *const members[] = {"Message",          "Subject",
                                          "MessageStructure", "MessageAttributes",
                                          "MessageGroupId",   "MessageDeduplicationId",
                                          "PhoneNumber",      NULL};
    struct bs_tree *messages = bs_tree_get_mutable(attributes, "Messages");
    struct bs_tree *kept = bs_tree_append_structure(messages);
    char uuid[37];

    bs_account_new_uuid(account, uuid);
    bs_tree_set_text(kept, "MessageId", uuid);
    bs_tree_set_instant(kept, "At", bs_account_now(account));
    bs_tree_copy_members(kept, message, members);
    bs_tree_set_integer(attributes, "Published", bs_tree_integer(attributes, "Published", 0) + 1);
    if (bs_tree_count(messages) > BS_SNS_MESSAGES_MAX) {
        bs_tree_remove_element(messages, bs_tree_first_mutable(messages));
    }
    return kept;
}

/* The scenario's own topic is the world's: it decides whether anybody hears of it. */
static bool tell_world(struct bs_account *account, const struct bs_account_request *request,
                       const struct bs_account_entry *topic, const struct bs_tree *message)
{
    const struct bs_resource *resource =
        bs_account_resource(account, BS_RESOURCE_SNS_TOPIC, topic->region, topic->key);
    const struct bs_call_request call = {.operation = BS_OPERATION_SNS_PUBLISH,
                                         .region = topic->region,
                                         .resource = resource != NULL ? resource->id : NULL,
                                         .target = bs_tree_text(message, "Message", "")};
    struct bs_call_answer told = {.outcome = BS_OUTCOME_OK};
    const bool is_answered =
        resource == NULL || bs_account_ask_world(account, request, &call, &told);

    BS_ASSERT(told.outcome == BS_OUTCOME_OK);
    return is_answered;
}

/* False: the world keeps the answer. `receipt` gets what the publisher is told. */
static bool publish(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_entry *topic, const struct bs_tree *message,
                    struct bs_tree *receipt)
{
    char identifier[IDENTIFIER_MAX + 1] = "";
    const struct bs_tree *earlier = NULL;
    struct bs_tree *kept;

    if (bs_sns_is_fifo(topic)) {
        write_identifier(message, identifier);
        earlier = find_earlier(account, topic, message, identifier);
    }
    if (earlier != NULL) {
        bs_tree_copy_members(receipt, earlier, receipt_members);
        return true;
    }
    kept = keep(account, topic->attributes, message);
    if (bs_sns_is_fifo(topic)) {
        bs_tree_set_format(kept, "SequenceNumber", "1%016lld000",
                           (long long)bs_tree_integer(topic->attributes, "Published", 0));
        bs_tree_set_text(kept, "MessageDeduplicationId", identifier);
        remember(account, topic, kept, identifier);
    }
    bs_tree_copy_members(receipt, kept, receipt_members);
    return tell_world(account, request, topic, message);
}

bool bs_sns_notify(struct bs_account *account, const char *region, const char *topic_arn,
                   const char *subject, const char *message)
{
    struct bs_account_request request = {
        .service = "sns", .operation = "Publish", .region = region};
    struct bs_account_answer answer = {.output = NULL};
    struct bs_account_entry *topic =
        bs_sns_topic_or_fail(account, &request, topic_arn, "TopicArn", &answer);
    struct bs_tree *input;
    struct bs_tree *receipt;

    if (topic == NULL || bs_sns_is_fifo(topic)) {
        return false;
    }
    input = bs_tree_new_structure();
    receipt = bs_tree_new_structure();
    bs_tree_set_text(input, "Subject", subject);
    bs_tree_set_text(input, "Message", message);
    /* No request's number: the upper half of them is nobody's. */
    request.receipt = (UINT64_C(1) << 63) |
                      bs_account_draw(account, topic_arn, "notification",
                                      (uint64_t)bs_tree_integer(topic->attributes, "Published", 0));
    (void)publish(account, &request, topic, input, receipt);
    bs_tree_destroy(input);
    bs_tree_destroy(receipt);
    return true;
}

/* ---- Publish ---- */

static void send_text_message(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const char *number = bs_tree_text(request->input, "PhoneNumber", "");
    struct bs_account_entry *outbox =
        bs_account_find(account, BS_SNS_OUTBOX, request->region, "sms");

    if (number[0] == '\0' || number[strspn(number, "+0123456789- ")] != '\0') {
        bs_account_fail(answer, "InvalidParameterException",
                        "Invalid parameter: PhoneNumber Reason: %.64s is not valid to publish to",
                        number);
        return;
    }
    if (outbox == NULL) {
        outbox = bs_account_add(account, BS_SNS_OUTBOX, request->region, "sms");
        (void)bs_tree_set_list(outbox->attributes, "Messages");
    }
    bs_tree_copy_members(answer->output, keep(account, outbox->attributes, request->input),
                         receipt_members);
}

static void publish_to_topic(struct bs_account *account, const struct bs_account_request *request,
                             const char *arn, const char *parameter,
                             struct bs_account_answer *answer)
{
    struct bs_account_entry *topic;

    if (strstr(arn, ":endpoint/") != NULL) {
        bs_account_fail(answer, "NotFoundException",
                        "No endpoint found for the target arn specified");
        return;
    }
    topic = bs_sns_topic_or_fail(account, request, arn, parameter, answer);
    if (topic != NULL && is_good_for_topic(topic, request->input, answer)) {
        answer->is_unanswered = !publish(account, request, topic, request->input, answer->output);
    }
}

void bs_sns_publish(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    static const char *const destinations[] = {"TopicArn", "TargetArn", "PhoneNumber"};
    const char *parameter = NULL;
    int count = 0;

    for (int i = 0; i < 3; i++) {
        if (bs_tree_text(request->input, destinations[i], NULL) != NULL) {
            parameter = destinations[i];
            count++;
        }
    }
    if (count == 0) {
        refuse(answer, "TopicArn or TargetArn Reason: no value for required parameter");
    } else if (count > 1) {
        refuse(answer, "Only one of TopicArn, TargetArn and PhoneNumber may be given");
    } else if (!is_good_message(request->input, answer)) {
        return;
    } else if (strcmp(parameter, "PhoneNumber") == 0) {
        send_text_message(account, request, answer);
    } else {
        publish_to_topic(account, request, bs_tree_text(request->input, parameter, ""), parameter,
                         answer);
    }
}

/* ---- PublishBatch ---- */

static bool is_batch_id(const char *id)
{
    const size_t length = strlen(id);

    return length > 0 && length <= BATCH_ID_MAX &&
           strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == length;
}

static bool are_good_ids(const struct bs_tree *entries, struct bs_account_answer *answer)
{
    const struct bs_tree *entry = bs_tree_first(entries);

    for (; entry != NULL; entry = entry->next) {
        const struct bs_tree *other = entry->next;
        const char *id = bs_tree_text(entry, "Id", "");

        while (other != NULL && strcmp(bs_tree_text(other, "Id", ""), id) != 0) {
            other = other->next;
        }
        if (!is_batch_id(id)) {
            bs_account_fail(answer, "InvalidBatchEntryIdException",
                            "The Id of a batch entry in a batch request doesn't abide by the "
                            "specification.");
            return false;
        }
        if (other != NULL) {
            bs_account_fail(answer, "BatchEntryIdsNotDistinctException",
                            "Two or more batch entries in the request have the same Id.");
            return false;
        }
    }
    return true;
}

static bool is_good_batch(const struct bs_tree *entries, struct bs_account_answer *answer)
{
    const struct bs_tree *entry = bs_tree_first(entries);
    size_t size = 0;

    for (; entry != NULL; entry = entry->next) {
        size += size_of(entry);
    }
    if (bs_tree_count(entries) == 0) {
        bs_account_fail(answer, "EmptyBatchRequestException",
                        "The batch request doesn't contain any entries.");
    } else if (bs_tree_count(entries) > BATCH_MAX) {
        bs_account_fail(answer, "TooManyEntriesInBatchRequestException",
                        "The batch request contains more entries than permissible.");
    } else if (size > MESSAGE_MAX) {
        bs_account_fail(answer, "BatchRequestTooLongException",
                        "The length of all the batch messages put together is more than the "
                        "limit.");
    }
    return answer->error == NULL && are_good_ids(entries, answer);
}

static void fail_entry(const char *id, const struct bs_account_answer *why, struct bs_tree *failed)
{
    struct bs_tree *row = bs_tree_append_structure(failed);

    bs_tree_set_text(row, "Id", id);
    /* The codes of these shapes in the service's model. */
    bs_tree_set_text(row, "Code",
                     strcmp(why->error, "InvalidParameterException") == 0
                         ? "InvalidParameter"
                         : "ParameterValueInvalid");
    bs_tree_set_text(row, "Message", why->message);
    bs_tree_set_boolean(row, "SenderFault", true);
}

void bs_sns_publish_batch(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *entries = bs_tree_get(request->input, "PublishBatchRequestEntries");
    const struct bs_tree *entry = bs_tree_first(entries);
    struct bs_account_entry *topic = bs_sns_topic_or_fail(
        account, request, bs_tree_text(request->input, "TopicArn", ""), "TopicArn", answer);
    struct bs_tree *successful = bs_tree_set_list(answer->output, "Successful");
    struct bs_tree *failed = bs_tree_set_list(answer->output, "Failed");

    if (topic == NULL || !is_good_batch(entries, answer)) {
        return;
    }
    for (; entry != NULL; entry = entry->next) {
        struct bs_account_answer one = {.output = NULL};
        const char *id = bs_tree_text(entry, "Id", "");

        if (is_good_message(entry, &one) && is_good_for_topic(topic, entry, &one)) {
            struct bs_tree *row = bs_tree_append_structure(successful);

            bs_tree_set_text(row, "Id", id);
            if (!publish(account, request, topic, entry, row)) {
                answer->is_unanswered = true;
            }
        } else {
            fail_entry(id, &one, failed);
        }
    }
}
