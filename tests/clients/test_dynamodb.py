# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""DynamoDB and its streams as boto3 and aws-cli meet them.

usage: test_dynamodb.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import decimal
import json

import harness
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import Binary
from harness import ACCOUNT, OTHER_REGION, REGION

TABLE = {"TableName": "orders", "BillingMode": "PAY_PER_REQUEST",
         "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"}, {"AttributeName": "number", "KeyType": "RANGE"}],
         "AttributeDefinitions": [{"AttributeName": "customer", "AttributeType": "S"},
                                  {"AttributeName": "number", "AttributeType": "N"}]}
INDEX = {"IndexName": "by-state", "Projection": {"ProjectionType": "ALL"},
         "KeySchema": [{"AttributeName": "state", "KeyType": "HASH"}]}
STATE = {"AttributeName": "state", "AttributeType": "S"}
KEY = {"customer": {"S": "ann"}, "number": {"N": "1"}}


class DynamoCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.dynamodb = self.client("dynamodb")

    def create(self, **more):
        return self.dynamodb.create_table(**{**TABLE, **more})["TableDescription"]

    def table(self):
        """boto3's own kind of table, which writes expressions and converts values."""
        made = harness.SESSION.resource("dynamodb", region_name=REGION, endpoint_url=self.mock.url,
                                        aws_access_key_id="test", aws_secret_access_key="test").Table("orders")
        self.addCleanup(made.meta.client.close)
        return made


class TableTest(DynamoCase):
    def test_life(self):
        made = self.create()
        self.assertEqual(made["TableArn"], f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/orders")
        self.dynamodb.get_waiter("table_exists").wait(TableName="orders", WaiterConfig={"Delay": 1, "MaxAttempts": 3})
        found = self.dynamodb.describe_table(TableName="orders")["Table"]
        self.assertEqual((found["TableStatus"], found["KeySchema"], found["ItemCount"]),
                         ("ACTIVE", TABLE["KeySchema"], 0))
        self.dynamodb.update_table(TableName="orders", AttributeDefinitions=[*TABLE["AttributeDefinitions"], STATE],
                                   GlobalSecondaryIndexUpdates=[{"Create": INDEX}])
        found = self.dynamodb.describe_table(TableName="orders")["Table"]["GlobalSecondaryIndexes"]
        self.assertEqual([(each["IndexName"], each["IndexStatus"]) for each in found], [("by-state", "ACTIVE")])
        self.dynamodb.delete_table(TableName="orders")
        self.dynamodb.get_waiter("table_not_exists").wait(TableName="orders", WaiterConfig={"Delay": 1, "MaxAttempts": 3})
        with self.refused(self.dynamodb, "ResourceNotFoundException"):
            self.dynamodb.describe_table(TableName="orders")

    def test_pages(self):
        for number in range(7):
            self.create(TableName=f"table-{number}")
        pages = self.dynamodb.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 3})
        self.assertEqual([len(page["TableNames"]) for page in pages], [3, 3, 1])

    def test_tags(self):
        name = {"ResourceArn": self.create(Tags=[{"Key": "a", "Value": "1"}])["TableArn"]}
        self.dynamodb.tag_resource(**name, Tags=[{"Key": "b", "Value": "2 & 3"}])
        self.dynamodb.untag_resource(**name, TagKeys=["a"])
        self.assertEqual(self.dynamodb.list_tags_of_resource(**name)["Tags"], [{"Key": "b", "Value": "2 & 3"}])

    def test_errors(self):
        self.create()
        with self.refused(self.dynamodb, "ResourceInUseException"):
            self.create()
        with self.refused(self.dynamodb, None, 400, "ValidationException"):
            self.create(TableName="other", AttributeDefinitions=[STATE])
        with self.refused(self.client("dynamodb", region=OTHER_REGION), "ResourceNotFoundException"):
            self.client("dynamodb", region=OTHER_REGION).describe_table(TableName="orders")
        with self.refused(self.dynamodb, "ResourceNotFoundException"):
            self.dynamodb.get_item(TableName="missing", Key=KEY)


class ItemTest(DynamoCase):
    def setUp(self):
        super().setUp()
        self.create(AttributeDefinitions=[*TABLE["AttributeDefinitions"], STATE], GlobalSecondaryIndexes=[INDEX])
        self.orders = self.table()

    def put(self, customer, number, **more):
        self.orders.put_item(Item={"customer": customer, "number": number, **more})

    def test_values_come_back_as_sent(self):
        item = {"customer": "ann", "number": 1, "text": "漢字 🙂 \"\\\n", "empty": "", "yes": True, "none": None,
                "exact": decimal.Decimal("12345678901234567890.123456789012345678"), "tiny": decimal.Decimal("1E-130"),
                "bytes": Binary(bytes(range(256))), "list": [1, "two", [3]], "map": {"a": {"b": []}},
                "texts": {"x", "y"}, "numbers": {decimal.Decimal(1), decimal.Decimal("2.5")}}
        self.orders.put_item(Item=item)
        self.assertEqual(self.orders.get_item(Key={"customer": "ann", "number": 1})["Item"], item)
        self.assertNotIn("Item", self.orders.get_item(Key={"customer": "ann", "number": 2}))

    def test_values_have_32_levels(self):
        def nested(levels):
            return ["deep"] if levels == 2 else [nested(levels - 1)]

        self.put("ann", 1, deep=nested(32))
        self.assertEqual(self.orders.get_item(Key={"customer": "ann", "number": 1})["Item"]["deep"], nested(32))
        with self.orders.batch_writer() as batch:
            batch.put_item(Item={"customer": "ann", "number": 2, "deep": nested(32)})
        for levels in (33, 40):
            with self.refused(self.dynamodb, None, 400, "ValidationException", "32 levels"):
                self.put("ann", 3, deep=nested(levels))

    def test_updates(self):
        self.put("ann", 1, count=1, tags=["a"])
        changed = self.orders.update_item(
            Key={"customer": "ann", "number": 1}, ReturnValues="ALL_NEW",
            UpdateExpression="SET #c = #c + :one, tags = list_append(tags, :b), fresh = if_not_exists(fresh, :one) REMOVE gone",
            ExpressionAttributeNames={"#c": "count"}, ExpressionAttributeValues={":one": 1, ":b": ["b"]})["Attributes"]
        self.assertEqual((changed["count"], changed["tags"], changed["fresh"]), (2, ["a", "b"], 1))
        gone = self.orders.delete_item(Key={"customer": "ann", "number": 1}, ReturnValues="ALL_OLD")["Attributes"]
        self.assertEqual(gone, changed)

    def test_conditions(self):
        self.put("ann", 1, state="open")
        client = self.orders.meta.client
        with self.refused(client, "ConditionalCheckFailedException", message="conditional request failed"):
            self.orders.put_item(Item={"customer": "ann", "number": 1}, ConditionExpression=Attr("customer").not_exists())
        self.orders.update_item(Key={"customer": "ann", "number": 1}, UpdateExpression="SET #s = :s",
                                ConditionExpression=Attr("state").eq("open") & Attr("missing").not_exists(),
                                ExpressionAttributeNames={"#s": "state"}, ExpressionAttributeValues={":s": "paid"})
        self.assertEqual(self.orders.get_item(Key={"customer": "ann", "number": 1})["Item"]["state"], "paid")

    def test_queries(self):
        for number in range(10):
            self.put("ann", number, state="open" if number % 2 else "paid")
        self.put("bob", 1, state="open")
        found = self.orders.query(KeyConditionExpression=Key("customer").eq("ann") & Key("number").between(3, 5))
        self.assertEqual([each["number"] for each in found["Items"]], [3, 4, 5])
        found = self.orders.query(KeyConditionExpression=Key("customer").eq("ann"), ScanIndexForward=False, Limit=2)
        self.assertEqual([each["number"] for each in found["Items"]], [9, 8])
        self.assertEqual(found["LastEvaluatedKey"], {"customer": "ann", "number": 8})
        found = self.orders.query(IndexName="by-state", KeyConditionExpression=Key("state").eq("open"),
                                  FilterExpression=Attr("number").gt(6), ProjectionExpression="customer, #n",
                                  ExpressionAttributeNames={"#n": "number"})
        self.assertEqual((found["Count"], found["ScannedCount"], sorted(each["number"] for each in found["Items"])),
                         (2, 6, [7, 9]))

    def test_pages(self):
        with self.orders.batch_writer() as batch:
            for number in range(60):
                batch.put_item(Item={"customer": f"c{number % 7}", "number": number})
        pages = self.dynamodb.get_paginator("scan").paginate(TableName="orders", PaginationConfig={"PageSize": 25})
        self.assertEqual([page["Count"] for page in pages], [25, 25, 10])
        found = self.dynamodb.batch_get_item(RequestItems={"orders": {"Keys": [
            {"customer": {"S": f"c{number % 7}"}, "number": {"N": str(number)}} for number in range(5)]}})
        self.assertEqual(len(found["Responses"]["orders"]), 5)

    def test_transactions(self):
        self.put("ann", 1, state="open")
        put = {"Put": {"TableName": "orders", "Item": {"customer": {"S": "bob"}, "number": {"N": "1"}}}}
        check = {"ConditionCheck": {"TableName": "orders", "Key": KEY, "ConditionExpression": "#s = :s",
                                    "ExpressionAttributeNames": {"#s": "state"},
                                    "ExpressionAttributeValues": {":s": {"S": "paid"}}}}
        with self.refused(self.dynamodb, "TransactionCanceledException") as caught:
            self.dynamodb.transact_write_items(TransactItems=[put, check])
        self.assertEqual([each["Code"] for each in caught.exception.response["CancellationReasons"]],
                         ["None", "ConditionalCheckFailed"])
        self.assertEqual(self.orders.scan()["Count"], 1)
        self.dynamodb.transact_write_items(TransactItems=[put])
        found = self.dynamodb.transact_get_items(TransactItems=[{"Get": {"TableName": "orders", "Key": KEY}}])
        self.assertEqual(found["Responses"][0]["Item"]["state"], {"S": "open"})

    def test_errors(self):
        with self.refused(self.dynamodb, None, 400, "ValidationException"):
            self.dynamodb.put_item(TableName="orders", Item={"customer": {"S": "ann"}})
        with self.refused(self.dynamodb, None, 400, "ValidationException", "KeyConditionExpression"):
            self.dynamodb.query(TableName="orders", KeyConditionExpression="customer = ", ExpressionAttributeValues={":a": {"S": "x"}})


class StreamTest(DynamoCase):
    def test_changes(self):
        made = self.create(StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
        orders = self.table()
        orders.put_item(Item={"customer": "ann", "number": 1, "state": "open"})
        orders.put_item(Item={"customer": "ann", "number": 1, "state": "paid"})
        orders.delete_item(Key={"customer": "ann", "number": 1})
        streams = self.client("dynamodbstreams")
        shards = streams.describe_stream(StreamArn=made["LatestStreamArn"])["StreamDescription"]["Shards"]
        found = []
        for shard in shards:
            iterator = streams.get_shard_iterator(StreamArn=made["LatestStreamArn"], ShardId=shard["ShardId"],
                                                  ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
            found += streams.get_records(ShardIterator=iterator)["Records"]
        self.assertEqual([each["eventName"] for each in found], ["INSERT", "MODIFY", "REMOVE"])
        self.assertEqual((found[1]["dynamodb"]["OldImage"]["state"], found[1]["dynamodb"]["NewImage"]["state"]),
                         ({"S": "open"}, {"S": "paid"}))


class BackupTest(DynamoCase):
    def test_restore(self):
        self.create()
        self.table().put_item(Item={"customer": "ann", "number": 1})
        backup = self.dynamodb.create_backup(TableName="orders", BackupName="first")["BackupDetails"]
        self.table().delete_item(Key={"customer": "ann", "number": 1})
        self.dynamodb.restore_table_from_backup(TargetTableName="restored", BackupArn=backup["BackupArn"])
        self.assertEqual(self.dynamodb.get_item(TableName="restored", Key=KEY)["Item"], KEY)
        self.assertEqual([each["BackupName"] for each in self.dynamodb.list_backups()["BackupSummaries"]], ["first"])


class GlobalTableTest(DynamoCase):
    options = ("--speed", "1")

    def test_writes_arrive_elsewhere(self):
        other = self.client("dynamodb", region=OTHER_REGION)
        self.create(StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
        self.assertEqual(self.dynamodb.describe_table(TableName="orders")["Table"]["TableStatus"], "CREATING")
        self.mock.advance("5m")
        self.dynamodb.update_table(TableName="orders", ReplicaUpdates=[{"Create": {"RegionName": OTHER_REGION}}])
        self.mock.advance("2h")
        found = self.dynamodb.describe_table(TableName="orders")["Table"]["Replicas"]
        self.assertEqual([(each["RegionName"], each["ReplicaStatus"]) for each in found], [(OTHER_REGION, "ACTIVE")])
        self.dynamodb.put_item(TableName="orders", Item=KEY)
        self.mock.advance("1m")
        self.assertEqual(other.get_item(TableName="orders", Key=KEY)["Item"], KEY)


class CommandLineTest(DynamoCase):
    def test_life(self):
        self.aws("dynamodb", "create-table", "--table-name", "notes", "--billing-mode", "PAY_PER_REQUEST", "--key-schema",
                 "AttributeName=id,KeyType=HASH", "--attribute-definitions", "AttributeName=id,AttributeType=S")
        self.aws("dynamodb", "wait", "table-exists", "--table-name", "notes")
        self.aws("dynamodb", "put-item", "--table-name", "notes", "--item", json.dumps({"id": {"S": "1"}, "n": {"N": "1.50"}}))
        found = self.aws_json("dynamodb", "get-item", "--table-name", "notes", "--key", '{"id": {"S": "1"}}')
        self.assertEqual(found["Item"]["n"], {"N": "1.5"})
        refused = self.aws("dynamodb", "put-item", "--table-name", "notes", "--item", '{"id": {"S": "1"}}',
                           "--condition-expression", "attribute_not_exists(id)", status=254)
        self.assertIn("(ConditionalCheckFailedException)", refused)


if __name__ == "__main__":
    harness.main()
