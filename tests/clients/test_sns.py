# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""SNS as boto3 and aws-cli meet it.

usage: test_sns.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import json

import harness
from harness import ACCOUNT, OTHER_REGION, REGION


class TopicTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.sns = self.client("sns")
        self.topic = self.sns.create_topic(Name="alarms")["TopicArn"]

    def test_life(self):
        self.assertEqual(self.topic, f"arn:aws:sns:{REGION}:{ACCOUNT}:alarms")
        self.assertEqual(self.sns.create_topic(Name="alarms")["TopicArn"], self.topic)
        self.sns.set_topic_attributes(TopicArn=self.topic, AttributeName="DisplayName", AttributeValue="it's <ours> & ü")
        attributes = self.sns.get_topic_attributes(TopicArn=self.topic)["Attributes"]
        self.assertEqual((attributes["DisplayName"], attributes["Owner"]), ("it's <ours> & ü", ACCOUNT))
        self.sns.delete_topic(TopicArn=self.topic)
        with self.refused(self.sns, "NotFoundException", 404, "NotFound"):
            self.sns.get_topic_attributes(TopicArn=self.topic)

    def test_subscriptions(self):
        made = self.sns.subscribe(TopicArn=self.topic, Protocol="sqs", ReturnSubscriptionArn=True,
                                  Endpoint=f"arn:aws:sqs:{REGION}:{ACCOUNT}:queue")["SubscriptionArn"]
        policy = {"severity": ["P1", {"prefix": "P"}]}
        self.sns.set_subscription_attributes(SubscriptionArn=made, AttributeName="FilterPolicy",
                                             AttributeValue=json.dumps(policy))
        attributes = self.sns.get_subscription_attributes(SubscriptionArn=made)["Attributes"]
        self.assertEqual((json.loads(attributes["FilterPolicy"]), attributes["TopicArn"]), (policy, self.topic))
        found = self.sns.list_subscriptions_by_topic(TopicArn=self.topic)["Subscriptions"]
        self.assertEqual([(each["SubscriptionArn"], each["Protocol"]) for each in found], [(made, "sqs")])
        self.sns.unsubscribe(SubscriptionArn=made)
        self.assertEqual(self.sns.list_subscriptions()["Subscriptions"], [])
        pending = self.sns.subscribe(TopicArn=self.topic, Protocol="email", Endpoint="on-call@example.com")
        self.assertEqual(pending["SubscriptionArn"], "pending confirmation")

    def test_publishing(self):
        sent = self.sns.publish(TopicArn=self.topic, Subject="failover", Message="<begin> & ü \"quotes\"", MessageAttributes={
            "severity": {"DataType": "String", "StringValue": "P1"}})
        self.assertRegex(sent["MessageId"], "^[0-9a-f-]{36}$")
        batch = self.sns.publish_batch(TopicArn=self.topic, PublishBatchRequestEntries=[
            {"Id": str(number), "Message": "m"} for number in range(3)])
        self.assertEqual([each["Id"] for each in batch["Successful"]], ["0", "1", "2"])

    def test_errors(self):
        with self.refused(self.sns, "NotFoundException", 404, "NotFound"):
            self.sns.publish(TopicArn=self.topic + "-missing", Message="x")
        with self.refused(self.sns, "InvalidParameterException", 400, "InvalidParameter"):
            self.sns.create_topic(Name="no blanks")
        with self.refused(self.sns, "InvalidParameterException", 400, "InvalidParameter"):
            self.sns.publish(TopicArn=self.topic, Message="")
        other = self.client("sns", region=OTHER_REGION)
        self.assertEqual(other.list_topics()["Topics"], [])

    def test_pages(self):
        for number in range(120):
            self.sns.create_topic(Name=f"topic-{number}")
        pages = [page["Topics"] for page in self.sns.get_paginator("list_topics").paginate()]
        self.assertEqual([len(page) for page in pages], [100, 21])

    def test_tags(self):
        self.sns.tag_resource(ResourceArn=self.topic, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2 & 3"}])
        self.sns.untag_resource(ResourceArn=self.topic, TagKeys=["a"])
        self.assertEqual(self.sns.list_tags_for_resource(ResourceArn=self.topic)["Tags"], [{"Key": "b", "Value": "2 & 3"}])

    def test_command_line(self):
        self.assertEqual(self.aws("sns", "list-topics", "--query", "Topics[].TopicArn", "--output", "text"), self.topic + "\n")
        self.assertIn("MessageId", self.aws_json("sns", "publish", "--topic-arn", self.topic, "--message", "x"))
        self.assertIn("(NotFound)", self.aws("sns", "publish", "--topic-arn", self.topic + "x", "--message", "x", status=254))


if __name__ == "__main__":
    harness.main()
