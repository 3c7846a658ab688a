# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Parameter Store as boto3 and aws-cli meet it.

usage: test_ssm.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import datetime

import harness
from harness import ACCOUNT, OTHER_REGION, REGION


class ParameterTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.ssm = self.client("ssm")

    def put(self, name, value="1", **more):
        return self.ssm.put_parameter(**{"Name": name, "Value": value, "Type": "String", **more})

    def names(self, operation, **arguments):
        pages = self.ssm.get_paginator(operation).paginate(**arguments)
        return [[each["Name"] for each in page["Parameters"]] for page in pages]

    def test_life(self):
        self.assertEqual(self.put("/shop/primary", REGION)["Version"], 1)
        found = self.ssm.get_parameter(Name="/shop/primary")["Parameter"]
        self.assertEqual({**found, "LastModifiedDate": None},
                         {"Name": "/shop/primary", "Type": "String", "Value": REGION, "Version": 1,
                          "LastModifiedDate": None, "DataType": "text",
                          "ARN": f"arn:aws:ssm:{REGION}:{ACCOUNT}:parameter/shop/primary"})
        age = datetime.datetime.now(datetime.timezone.utc) - found["LastModifiedDate"]
        self.assertLess(abs(age.total_seconds()), 60)
        self.assertEqual(self.put("/shop/primary", OTHER_REGION, Overwrite=True)["Version"], 2)
        self.assertEqual(self.ssm.get_parameter(Name="/shop/primary")["Parameter"]["Value"], OTHER_REGION)
        self.assertEqual(self.ssm.get_parameter(Name=found["ARN"])["Parameter"]["Version"], 2)
        self.ssm.delete_parameter(Name="/shop/primary")
        with self.refused(self.ssm, "ParameterNotFound"):
            self.ssm.get_parameter(Name="/shop/primary")

    def test_values_come_back_as_sent(self):
        for value in (" blanks and\ttabs\n", "漢字 🙂 ü", '{"json": "\\"quoted\\" \\\\"}', "a=b&c=%20<>'", "x" * 4096):
            self.put("value", value, Overwrite=True)
            self.assertEqual(self.ssm.get_parameter(Name="value")["Parameter"]["Value"], value)

    def test_secrets(self):
        self.put("secret", "hunter2", Type="SecureString")
        self.assertNotIn("hunter2", self.ssm.get_parameter(Name="secret")["Parameter"]["Value"])
        found = self.ssm.get_parameter(Name="secret", WithDecryption=True)["Parameter"]
        self.assertEqual((found["Value"], found["Type"]), ("hunter2", "SecureString"))

    def test_many_at_once(self):
        for name in "abc":
            self.put(name, name.upper())
        found = self.ssm.get_parameters(Names=["a", "c", "missing"])
        self.assertEqual({each["Name"]: each["Value"] for each in found["Parameters"]}, {"a": "A", "c": "C"})
        self.assertEqual(found["InvalidParameters"], ["missing"])
        gone = self.ssm.delete_parameters(Names=["a", "b", "missing"])
        self.assertEqual((sorted(gone["DeletedParameters"]), gone["InvalidParameters"]), (["a", "b"], ["missing"]))

    def test_pages(self):
        wanted = [f"/shop/{number:02}" for number in range(25)]
        for name in [*wanted, "/shop/below/x", "/other"]:
            self.put(name)
        self.assertEqual(self.names("get_parameters_by_path", Path="/shop", PaginationConfig={"PageSize": 10}),
                         [wanted[:10], wanted[10:20], wanted[20:]])
        self.assertIn("/shop/below/x", sum(self.names("get_parameters_by_path", Path="/shop", Recursive=True), []))
        self.assertEqual(len(sum(self.names("describe_parameters", PaginationConfig={"PageSize": 7}), [])), 27)
        first = self.ssm.get_parameters_by_path(Path="/shop", MaxResults=5)
        with self.refused(self.ssm, "InvalidNextToken"):
            self.ssm.get_parameters_by_path(Path="/shop", MaxResults=5, NextToken=first["NextToken"][::-1] + "x")

    def test_filters(self):
        self.put("/shop/a", Tags=[{"Key": "stage", "Value": "live"}])
        self.put("/shop/b", "x,y", Type="StringList")
        for parameter_filter, names in (({"Key": "Type", "Values": ["StringList"]}, ["/shop/b"]),
                                        ({"Key": "tag:stage", "Values": ["live"]}, ["/shop/a"]),
                                        ({"Key": "Name", "Option": "Contains", "Values": ["op/b"]}, ["/shop/b"])):
            with self.subTest(parameter_filter):
                self.assertEqual(self.names("describe_parameters", ParameterFilters=[parameter_filter]), [names])
        with self.refused(self.ssm, "InvalidFilterKey"):
            self.ssm.describe_parameters(ParameterFilters=[{"Key": "Colour", "Values": ["red"]}])

    def test_versions_and_labels(self):
        for number in range(3):
            self.put("history", str(number), Overwrite=True)
        self.ssm.label_parameter_version(Name="history", ParameterVersion=2, Labels=["good"])
        self.assertEqual(self.ssm.get_parameter(Name="history:good")["Parameter"]["Value"], "1")
        self.assertEqual(self.ssm.get_parameter(Name="history:1")["Parameter"]["Value"], "0")
        history = self.ssm.get_parameter_history(Name="history")["Parameters"]
        self.assertEqual([(each["Value"], each["Labels"]) for each in history], [("0", []), ("1", ["good"]), ("2", [])])
        removed = self.ssm.unlabel_parameter_version(Name="history", ParameterVersion=2, Labels=["good", "other"])
        self.assertEqual((removed["RemovedLabels"], removed["InvalidLabels"]), (["good"], ["other"]))
        with self.refused(self.ssm, "ParameterVersionNotFound"):
            self.ssm.get_parameter(Name="history:9")

    def test_tags(self):
        self.put("tagged", Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
        subject = {"ResourceType": "Parameter", "ResourceId": "tagged"}
        self.ssm.add_tags_to_resource(**subject, Tags=[{"Key": "b", "Value": "3"}, {"Key": "c", "Value": "4"}])
        self.ssm.remove_tags_from_resource(**subject, TagKeys=["a"])
        found = self.ssm.list_tags_for_resource(**subject)["TagList"]
        self.assertEqual(sorted((tag["Key"], tag["Value"]) for tag in found), [("b", "3"), ("c", "4")])
        with self.refused(self.ssm, "InvalidResourceId"):
            self.ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId="missing")

    def test_errors(self):
        self.put("here")
        with self.refused(self.ssm, "ParameterAlreadyExists"):
            self.put("here")
        with self.refused(self.ssm, "ParameterNotFound"):
            self.ssm.delete_parameter(Name="missing")
        for name in ("ssm/x", "/aws/x", "a b", "x/y"):
            with self.subTest(name), self.assertRaises(self.ssm.exceptions.ClientError):
                self.put(name)
        loose = self.client("ssm", parameter_validation=False)
        for arguments in ({"Name": "x"}, {"Name": "x", "Value": "y", "Type": "Text"}, {"Name": "x", "Value": 5}):
            with self.subTest(arguments), self.assertRaises(loose.exceptions.ClientError) as caught:
                loose.put_parameter(**arguments)
            self.assertEqual(caught.exception.response["ResponseMetadata"]["HTTPStatusCode"], 400)

    def test_regions_share_nothing(self):
        self.put("here")
        other = self.client("ssm", region=OTHER_REGION)
        with self.refused(other, "ParameterNotFound"):
            other.get_parameter(Name="here")


class CommandLineTest(harness.Case):
    def put(self, name, value, *more):
        return self.aws_json("ssm", "put-parameter", "--name", name, "--value", value, "--type", "String", *more)

    def test_life(self):
        self.assertEqual(self.put("/a/b", "one"), {"Version": 1, "Tier": "Standard"})
        self.assertEqual(self.put("/a/b", "two", "--overwrite")["Version"], 2)
        value = self.aws("ssm", "get-parameter", "--name", "/a/b", "--query", "Parameter.Value", "--output", "text")
        self.assertEqual(value, "two\n")
        self.aws("ssm", "delete-parameter", "--name", "/a/b")
        self.assertIn("(ParameterNotFound)", self.aws("ssm", "get-parameter", "--name", "/a/b", status=254))

    def test_dates_are_dates(self):
        """A timestamp in another form than this protocol's would be shown as it came, or not at all."""
        self.put("/a/b", "one")
        found = self.aws_json("ssm", "get-parameters-by-path", "--path", "/a")["Parameters"][0]
        datetime.datetime.fromisoformat(found["LastModifiedDate"])
        self.assertRegex(self.aws("ssm", "get-parameter", "--name", "/a/b", "--output", "table"),
                         r"LastModifiedDate\s+\|\s+\d{4}-\d\d-\d\dT")

    def test_pages(self):
        for number in range(5):
            self.put(f"/a/{number}", "x")
        asked = ("ssm", "get-parameters-by-path", "--path", "/a", "--query", "Parameters[].Name")
        self.assertEqual(len(self.aws_json(*asked, "--page-size", 2)), 5)
        first = self.aws_json("ssm", "get-parameters-by-path", "--path", "/a", "--max-items", 3)
        rest = self.aws_json(*asked, "--starting-token", first["NextToken"])
        self.assertEqual((len(first["Parameters"]), rest), (3, ["/a/3", "/a/4"]))


class ClockTest(harness.Case):
    def test_timestamps_are_the_world_s(self):
        client = self.client("ssm")
        dates = []
        for _ in range(2):
            client.put_parameter(Name="x", Value="1", Type="String", Overwrite=True)
            dates.append(client.get_parameter(Name="x")["Parameter"]["LastModifiedDate"])
            self.mock.advance("3h")
        self.assertAlmostEqual((dates[1] - dates[0]).total_seconds(), 3 * 3600, delta=30)


if __name__ == "__main__":
    harness.main()
