/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Amazon SNS, as AWS documents it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/json.h"
#include "sim/account/sns.h"
#include "tests/account/caller.h"

#define ARN "arn:aws:sns:us-east-1:123456789012:"

static int set_up(void **state)
{
    static struct caller caller;

    caller_open(&caller, "sns", NULL);
    *state = &caller;
    return 0;
}

static int tear_down(void **state)
{
    caller_close(*state);
    return 0;
}

static void set_attribute(struct caller *c, const char *name, const char *value)
{
    struct bs_tree *attributes = bs_tree_get_mutable(c->input, "Attributes");

    if (attributes == NULL) {
        attributes = bs_tree_set_structure(c->input, "Attributes");
    }
    bs_tree_set_text(attributes, name, value);
}

static void make_topic(struct caller *c, const char *name)
{
    caller_say(c, "Name", name);
    (void)caller_get(c, "CreateTopic");
}

static void make_fifo(struct caller *c, const char *name, const char *by_content)
{
    set_attribute(c, "FifoTopic", "true");
    set_attribute(c, "ContentBasedDeduplication", by_content);
    make_topic(c, name);
}

static const char *attribute(struct caller *c, const char *arn, const char *name)
{
    caller_say(c, "TopicArn", arn);
    return bs_tree_text(bs_tree_get(caller_get(c, "GetTopicAttributes"), "Attributes"), name, "-");
}

static size_t count_of(struct caller *c, const char *operation, const char *list)
{
    return bs_tree_count(bs_tree_get(caller_get(c, operation), list));
}

/* ---- Topics ---- */

static void creating_again_is_the_same_topic(void **state)
{
    struct caller *c = *state;

    caller_say(c, "Name", "alerts");
    set_attribute(c, "DisplayName", "Alerts");
    assert_string_equal(bs_tree_text(caller_get(c, "CreateTopic"), "TopicArn", ""), ARN "alerts");
    make_topic(c, "alerts");
    caller_say(c, "Name", "alerts");
    set_attribute(c, "DisplayName", "Others");
    caller_fails(c, "CreateTopic", "InvalidParameterException");
    assert_int_equal(count_of(c, "ListTopics", "Topics"), 1);
    assert_string_equal(attribute(c, ARN "alerts", "DisplayName"), "Alerts");
    assert_string_equal(attribute(c, ARN "alerts", "Owner"), "123456789012");
    assert_string_equal(attribute(c, ARN "alerts", "SubscriptionsConfirmed"), "0");
    assert_true(bs_account_is_json_object(attribute(c, ARN "alerts", "Policy")));
    assert_true(bs_account_is_json_object(attribute(c, ARN "alerts", "EffectiveDeliveryPolicy")));
    caller_say(c, "TopicArn", ARN "alerts");
    (void)caller_get(c, "DeleteTopic");
    caller_say(c, "TopicArn", ARN "alerts");
    (void)caller_get(c, "DeleteTopic");
    caller_say(c, "TopicArn", ARN "alerts");
    caller_fails(c, "GetTopicAttributes", "NotFoundException");
}

static void names_and_attributes_follow_the_rules(void **state)
{
    static const struct {
        const char *name;
        const char *attribute;
        const char *value;
    } cases[] = {
        {"a b", NULL, NULL},        {"", NULL, NULL},
        {"queue.fifo", NULL, NULL}, {"plain", "FifoTopic", "true"},
        {"plain", "Color", "red"},  {"plain", "ContentBasedDeduplication", "true"},
        {"plain", "Policy", "{"},   {"plain", "SignatureVersion", "3"},
    };
    struct caller *c = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        caller_say(c, "Name", cases[i].name);
        if (cases[i].attribute != NULL) {
            set_attribute(c, cases[i].attribute, cases[i].value);
        }
        caller_fails(c, "CreateTopic", "InvalidParameterException");
    }
    make_topic(c, "t");
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "AttributeName", "FifoTopic");
    caller_say(c, "AttributeValue", "true");
    caller_fails(c, "SetTopicAttributes", "InvalidParameterException");
}

static void an_arn_belongs_to_a_region(void **state)
{
    static const struct {
        const char *arn;
        const char *error;
    } cases[] = {
        {"arn:aws:sns:us-west-2:123456789012:t", "InvalidParameterException"},
        {"arn:aws:sqs:us-east-1:123456789012:t", "InvalidParameterException"},
        {"t", "InvalidParameterException"},
        {"arn:aws:sns:us-east-10123456789012:x:t", "InvalidParameterException"},
        {"arn:aws:sns:us-east-1", "InvalidParameterException"},
        {"arn:aws:sns:us-east-1:999999999999:t", "AuthorizationErrorException"},
        {ARN "other", "NotFoundException"},
    };
    struct caller *c = *state;

    make_topic(c, "t");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        caller_say(c, "TopicArn", cases[i].arn);
        caller_say(c, "Message", "m");
        caller_fails(c, "Publish", cases[i].error);
    }
    c->region = "us-west-2";
    assert_int_equal(count_of(c, "ListTopics", "Topics"), 0);
}

static void permissions_show_in_the_policy(void **state)
{
    struct caller *c = *state;

    make_topic(c, "t");
    for (int i = 0; i < 2; i++) {
        caller_say(c, "TopicArn", ARN "t");
        caller_say(c, "Label", "partner");
        bs_tree_append_text(bs_tree_set_list(c->input, "AWSAccountId"), "210987654321");
        bs_tree_append_text(bs_tree_set_list(c->input, "ActionName"), "Publish");
        if (i == 0) {
            (void)caller_get(c, "AddPermission");
        } else {
            caller_fails(c, "AddPermission", "InvalidParameterException");
        }
    }
    assert_non_null(strstr(attribute(c, ARN "t", "Policy"), "\"SNS:Publish\""));
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Label", "partner");
    (void)caller_get(c, "RemovePermission");
    assert_null(strstr(attribute(c, ARN "t", "Policy"), "partner"));
}

static void tags_are_kept(void **state)
{
    struct caller *c = *state;
    struct bs_tree *tag;

    make_topic(c, "t");
    caller_say(c, "ResourceArn", ARN "t");
    tag = bs_tree_append_structure(bs_tree_set_list(c->input, "Tags"));
    bs_tree_set_text(tag, "Key", "team");
    bs_tree_set_text(tag, "Value", "dr");
    (void)caller_get(c, "TagResource");
    caller_say(c, "ResourceArn", ARN "t");
    assert_int_equal(count_of(c, "ListTagsForResource", "Tags"), 1);
    caller_say(c, "ResourceArn", ARN "t");
    bs_tree_append_text(bs_tree_set_list(c->input, "TagKeys"), "team");
    (void)caller_get(c, "UntagResource");
    caller_say(c, "ResourceArn", ARN "t");
    assert_int_equal(count_of(c, "ListTagsForResource", "Tags"), 0);
    caller_say(c, "ResourceArn", ARN "other");
    caller_fails(c, "ListTagsForResource", "ResourceNotFoundException");
}

/* ---- Subscriptions ---- */

static const char *subscribe(struct caller *c, const char *protocol, const char *endpoint)
{
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Protocol", protocol);
    caller_say(c, "Endpoint", endpoint);
    return bs_tree_text(caller_get(c, "Subscribe"), "SubscriptionArn", "");
}

static const char *token_of_first(struct caller *c)
{
    const struct bs_account_entry *entry =
        bs_account_next(c->account, BS_SNS_SUBSCRIPTION, "us-east-1", NULL);

    return bs_tree_text(entry->attributes, "Token", "");
}

static void some_endpoints_confirm_first(void **state)
{
    struct caller *c = *state;
    char arn[200];

    make_topic(c, "t");
    assert_string_equal(subscribe(c, "email", "a@example.com"), "pending confirmation");
    assert_string_equal(attribute(c, ARN "t", "SubscriptionsPending"), "1");
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Token", "guess");
    caller_fails(c, "ConfirmSubscription", "InvalidParameterException");
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Token", token_of_first(c));
    (void)snprintf(arn, sizeof(arn), "%s",
                   bs_tree_text(caller_get(c, "ConfirmSubscription"), "SubscriptionArn", ""));
    assert_int_equal(strncmp(arn, ARN "t:", strlen(ARN "t:")), 0);
    assert_string_equal(attribute(c, ARN "t", "SubscriptionsConfirmed"), "1");
    caller_say(c, "SubscriptionArn", arn);
    assert_string_equal(
        bs_tree_text(bs_tree_get(caller_get(c, "GetSubscriptionAttributes"), "Attributes"),
                     "PendingConfirmation", ""),
        "false");
    for (int i = 0; i < 2; i++) {
        caller_say(c, "SubscriptionArn", arn);
        (void)caller_get(c, "Unsubscribe");
    }
    assert_string_equal(attribute(c, ARN "t", "SubscriptionsDeleted"), "1");
    assert_string_equal(attribute(c, ARN "t", "SubscriptionsConfirmed"), "0");
}

static void a_token_is_good_for_two_days(void **state)
{
    struct caller *c = *state;

    make_topic(c, "t");
    (void)subscribe(c, "https", "https://example.com/hook");
    caller_wait(c, 2 * 86400 + 1);
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Token", token_of_first(c));
    caller_fails(c, "ConfirmSubscription", "InvalidParameterException");
}

static void queues_and_functions_are_subscribed_at_once(void **state)
{
    struct caller *c = *state;
    char arn[200];

    make_topic(c, "t");
    (void)snprintf(arn, sizeof(arn), "%s",
                   subscribe(c, "sqs", "arn:aws:sqs:us-east-1:123456789012:q"));
    assert_string_equal(subscribe(c, "sqs", "arn:aws:sqs:us-east-1:123456789012:q"), arn);
    (void)subscribe(c, "lambda", "arn:aws:lambda:us-east-1:123456789012:function:f");
    (void)subscribe(c, "sms", "+15550100");
    assert_int_equal(count_of(c, "ListSubscriptions", "Subscriptions"), 3);
    caller_say(c, "TopicArn", ARN "t");
    assert_int_equal(count_of(c, "ListSubscriptionsByTopic", "Subscriptions"), 3);
    caller_say(c, "SubscriptionArn", arn);
    caller_say(c, "AttributeName", "FilterPolicy");
    caller_say(c, "AttributeValue", "{\"kind\":[\"drill\"]}");
    (void)caller_get(c, "SetSubscriptionAttributes");
    caller_say(c, "SubscriptionArn", arn);
    caller_say(c, "AttributeName", "FilterPolicy");
    caller_say(c, "AttributeValue", "{\"a\":[],\"b\":[],\"c\":[],\"d\":[],\"e\":[],\"f\":[]}");
    caller_fails(c, "SetSubscriptionAttributes", "InvalidParameterException");
    caller_say(c, "SubscriptionArn", arn);
    assert_string_equal(
        bs_tree_text(bs_tree_get(caller_get(c, "GetSubscriptionAttributes"), "Attributes"),
                     "FilterPolicy", ""),
        "{\"kind\":[\"drill\"]}");
    caller_say(c, "TopicArn", ARN "t");
    (void)caller_get(c, "DeleteTopic");
    assert_int_equal(count_of(c, "ListSubscriptions", "Subscriptions"), 0);
}

static void endpoints_match_their_protocols(void **state)
{
    static const char *const cases[][2] = {
        {"carrier-pigeon", "coop"},
        {"http", "https://example.com"},
        {"email", "nobody"},
        {"sqs", "https://example.com"},
        {"sqs", "arn:aws:sqs:us-east-1:123456789012:q.fifo"},
        {"sms", "call me"},
        {"firehose", "arn:aws:firehose:us-east-1:123456789012:deliverystream/s"},
    };
    struct caller *c = *state;

    make_topic(c, "t");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        caller_say(c, "TopicArn", ARN "t");
        caller_say(c, "Protocol", cases[i][0]);
        caller_say(c, "Endpoint", cases[i][1]);
        caller_fails(c, "Subscribe", "InvalidParameterException");
    }
}

/* ---- Publishing ---- */

static const struct bs_tree *kept(struct caller *c, const char *name)
{
    const struct bs_account_entry *topic =
        bs_account_find(c->account, BS_SNS_TOPIC, c->region, name);

    return bs_tree_get(topic->attributes, "Messages");
}

static void what_is_published_is_kept(void **state)
{
    struct caller *c = *state;

    make_topic(c, "t");
    for (int i = 0; i < BS_SNS_MESSAGES_MAX + 5; i++) {
        caller_say(c, "TopicArn", ARN "t");
        bs_tree_set_format(c->input, "Message", "%d", i);
        assert_int_equal(strlen(bs_tree_text(caller_get(c, "Publish"), "MessageId", "")), 36);
    }
    assert_int_equal(bs_tree_count(kept(c, "t")), BS_SNS_MESSAGES_MAX);
    assert_string_equal(bs_tree_text(bs_tree_first(kept(c, "t")), "Message", ""), "5");
    caller_say(c, "PhoneNumber", "+15550100");
    caller_say(c, "Message", "wake up");
    (void)caller_get(c, "Publish");
}

static void messages_follow_the_rules(void **state)
{
    static const char *const cases[][3] = {
        {"", NULL, NULL},
        {"m", "Subject", ""},
        {"m", "Subject", "two\nlines"},
        {"m", "Subject", " blank first"},
        {"m", "MessageStructure", "xml"},
        {"m", "MessageStructure", "json"},
        {"{\"email\":\"m\"}", "MessageStructure", "json"},
        {"m", "MessageDeduplicationId", "x"},
        {"m", "PhoneNumber", "+15550100"},
    };
    struct caller *c = *state;
    char *large = calloc(262146, 1);

    make_topic(c, "t");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        caller_say(c, "TopicArn", ARN "t");
        caller_say(c, "Message", cases[i][0]);
        if (cases[i][1] != NULL) {
            caller_say(c, cases[i][1], cases[i][2]);
        }
        caller_fails(c, "Publish", "InvalidParameterException");
    }
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Message", "{\"default\":\"\\ud83d\\ude00\",\"email\":\"m\"}");
    caller_say(c, "MessageStructure", "json");
    (void)caller_get(c, "Publish");
    memset(large, 'x', 262145);
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Message", large);
    caller_fails(c, "Publish", "InvalidParameterException");
    large[262144] = '\0';
    caller_say(c, "TopicArn", ARN "t");
    caller_say(c, "Message", large);
    (void)caller_get(c, "Publish");
    free(large);
}

static void attributes_of_messages_have_types(void **state)
{
    static const char *const types[] = {"String", "Float", "Number"};
    struct caller *c = *state;

    make_topic(c, "t");
    for (size_t i = 0; i < 3; i++) {
        struct bs_tree *attributes = bs_tree_set_structure(c->input, "MessageAttributes");
        struct bs_tree *value = bs_tree_set_structure(attributes, "size");

        caller_say(c, "TopicArn", ARN "t");
        caller_say(c, "Message", "m");
        bs_tree_set_text(value, "DataType", types[i]);
        bs_tree_set_text(value, "StringValue", i == 2 ? "" : "1");
        if (i == 0) {
            (void)caller_get(c, "Publish");
        } else {
            caller_fails(c, "Publish", "InvalidParameterValueException");
        }
    }
}

static const struct bs_tree *publish_fifo(struct caller *c, const char *name, const char *message)
{
    bs_tree_set_format(c->input, "TopicArn", ARN "%s", name);
    caller_say(c, "Message", message);
    caller_say(c, "MessageGroupId", "g");
    return caller_get(c, "Publish");
}

static void fifo_topics_take_a_message_once(void **state)
{
    struct caller *c = *state;
    char first[64];
    char second[64];

    make_fifo(c, "t.fifo", "true");
    (void)snprintf(first, sizeof(first), "%s",
                   bs_tree_text(publish_fifo(c, "t.fifo", "a"), "SequenceNumber", ""));
    assert_int_equal(strlen(first), 20);
    assert_string_equal(bs_tree_text(publish_fifo(c, "t.fifo", "a"), "SequenceNumber", ""), first);
    (void)snprintf(second, sizeof(second), "%s",
                   bs_tree_text(publish_fifo(c, "t.fifo", "b"), "SequenceNumber", ""));
    assert_true(strcmp(first, second) < 0);
    assert_int_equal(bs_tree_count(kept(c, "t.fifo")), 2);
    caller_wait(c, 300);
    (void)publish_fifo(c, "t.fifo", "a");
    assert_int_equal(bs_tree_count(kept(c, "t.fifo")), 3);
    caller_say(c, "TopicArn", ARN "t.fifo");
    caller_say(c, "Message", "no group");
    caller_fails(c, "Publish", "InvalidParameterException");
    make_fifo(c, "u.fifo", "false");
    caller_say(c, "TopicArn", ARN "u.fifo");
    caller_say(c, "Message", "no identifier");
    caller_say(c, "MessageGroupId", "g");
    caller_fails(c, "Publish", "InvalidParameterException");
}

static void add_to_batch(struct caller *c, const char *id, const char *message)
{
    struct bs_tree *entries = bs_tree_get_mutable(c->input, "PublishBatchRequestEntries");
    struct bs_tree *entry;

    if (entries == NULL) {
        entries = bs_tree_set_list(c->input, "PublishBatchRequestEntries");
        caller_say(c, "TopicArn", ARN "t");
    }
    entry = bs_tree_append_structure(entries);
    bs_tree_set_text(entry, "Id", id);
    bs_tree_set_text(entry, "Message", message);
}

static void batches_fail_entry_by_entry(void **state)
{
    struct caller *c = *state;
    const struct bs_tree *failed;

    make_topic(c, "t");
    add_to_batch(c, "one", "m");
    add_to_batch(c, "two", "");
    failed = bs_tree_get(caller_get(c, "PublishBatch"), "Failed");
    assert_int_equal(bs_tree_count(failed), 1);
    assert_string_equal(bs_tree_text(bs_tree_first(failed), "Id", ""), "two");
    assert_string_equal(bs_tree_text(bs_tree_first(failed), "Code", ""), "InvalidParameter");
    assert_int_equal(bs_tree_count(bs_tree_get(c->answer.output, "Successful")), 1);
    assert_int_equal(bs_tree_count(kept(c, "t")), 1);
    add_to_batch(c, "one", "m");
    add_to_batch(c, "one", "m");
    caller_fails(c, "PublishBatch", "BatchEntryIdsNotDistinctException");
    add_to_batch(c, "o n e", "m");
    caller_fails(c, "PublishBatch", "InvalidBatchEntryIdException");
    for (int i = 0; i < 11; i++) {
        add_to_batch(c, "x", "m");
    }
    caller_fails(c, "PublishBatch", "TooManyEntriesInBatchRequestException");
    caller_say(c, "TopicArn", ARN "t");
    (void)bs_tree_set_list(c->input, "PublishBatchRequestEntries");
    caller_fails(c, "PublishBatch", "EmptyBatchRequestException");
}

/* ---- The scenario's own topics ---- */

static size_t messages_lost(const struct caller *c)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(c->estate.history); i++) {
        const struct bs_record *record = bs_history_get(c->estate.history, i);

        count += record->kind == BS_RECORD_STATE &&
                         strcmp(bs_record_text(record, "state"), "message lost") == 0
                     ? 1
                     : 0;
    }
    return count;
}

static void the_world_may_lose_what_is_published(void **state)
{
    struct caller c;

    (void)state;
    caller_open(&c, "sns",
                "blackstart: scenario/1\nname: t\nduration: 1h\n"
                "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"
                "resources: {alerts: {kind: sns_topic, region: standby, name: pager}}\n"
                "dns: {}\nresolvers: {}\nclients: {}\n"
                "faults: [{name: f, at: 10s, for: 10m, notification_loss: {share: 100%}}]\n");
    c.region = "us-west-2";
    for (size_t lost = 0; lost < 2; lost++) {
        caller_say(&c, "TopicArn", "arn:aws:sns:us-west-2:123456789012:pager");
        caller_say(&c, "Message", "m");
        (void)caller_get(&c, "Publish");
        assert_int_equal(messages_lost(&c), lost);
        caller_wait(&c, 20);
    }
    assert_true(bs_sns_notify(c.account, "us-west-2", "arn:aws:sns:us-west-2:123456789012:pager",
                              "s", "m"));
    assert_int_equal(messages_lost(&c), 2);
    assert_false(bs_sns_notify(c.account, "us-west-2", "arn:aws:sns:us-west-2:123456789012:other",
                               "s", "m"));
    caller_close(&c);
}

int main(void)
{
#define SNS_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        SNS_TEST(creating_again_is_the_same_topic),
        SNS_TEST(names_and_attributes_follow_the_rules),
        SNS_TEST(an_arn_belongs_to_a_region),
        SNS_TEST(permissions_show_in_the_policy),
        SNS_TEST(tags_are_kept),
        SNS_TEST(some_endpoints_confirm_first),
        SNS_TEST(a_token_is_good_for_two_days),
        SNS_TEST(queues_and_functions_are_subscribed_at_once),
        SNS_TEST(endpoints_match_their_protocols),
        SNS_TEST(what_is_published_is_kept),
        SNS_TEST(messages_follow_the_rules),
        SNS_TEST(attributes_of_messages_have_types),
        SNS_TEST(fifo_topics_take_a_message_once),
        SNS_TEST(batches_fail_entry_by_entry),
        cmocka_unit_test(the_world_may_lose_what_is_published),
    };

    return cmocka_run_group_tests_name("sns", tests, NULL, NULL);
}
