# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Secrets Manager as boto3 and aws-cli meet it.

usage: test_secretsmanager.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import harness
from harness import ACCOUNT, OTHER_REGION, REGION

STATES = ("AWSCURRENT", "AWSPREVIOUS")


class SecretTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.secrets = self.client("secretsmanager")

    def create(self, name="shop/db", value="not-a-secret", **more):
        return self.secrets.create_secret(Name=name, SecretString=value, **more)

    def test_life(self):
        made = self.create(Description="of the <shop> & co")
        self.assertRegex(made["ARN"], f"^arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:shop/db-[A-Za-z0-9]{{6}}$")
        for name in ("shop/db", made["ARN"]):
            found = self.secrets.get_secret_value(SecretId=name)
            self.assertEqual((found["SecretString"], found["VersionId"], found["VersionStages"]),
                             ("not-a-secret", made["VersionId"], ["AWSCURRENT"]))
        self.secrets.update_secret(SecretId="shop/db", Description="other")
        self.assertEqual(self.secrets.describe_secret(SecretId="shop/db")["Description"], "other")
        self.secrets.delete_secret(SecretId="shop/db", RecoveryWindowInDays=7)
        with self.refused(self.secrets, "InvalidRequestException"):
            self.secrets.get_secret_value(SecretId="shop/db")
        self.secrets.restore_secret(SecretId="shop/db")
        self.secrets.get_secret_value(SecretId="shop/db")
        self.secrets.delete_secret(SecretId="shop/db", ForceDeleteWithoutRecovery=True)
        with self.refused(self.secrets, "ResourceNotFoundException"):
            self.secrets.get_secret_value(SecretId="shop/db")

    def test_values_come_back_as_sent(self):
        for number, value in enumerate(("漢字 🙂", '{"a": "\\"\\\\"}', " \t\n", "x" * 65536)):
            self.create(f"text-{number}", value)
            self.assertEqual(self.secrets.get_secret_value(SecretId=f"text-{number}")["SecretString"], value)
        value = bytes(range(256))
        self.secrets.create_secret(Name="bytes", SecretBinary=value)
        self.assertEqual(self.secrets.get_secret_value(SecretId="bytes")["SecretBinary"], value)

    def test_versions(self):
        self.create(value="1")
        self.secrets.put_secret_value(SecretId="shop/db", SecretString="2")
        values = [self.secrets.get_secret_value(SecretId="shop/db", VersionStage=stage)["SecretString"] for stage in STATES]
        self.assertEqual(values, ["2", "1"])
        versions = {stage: self.secrets.get_secret_value(SecretId="shop/db", VersionStage=stage)["VersionId"] for stage in STATES}
        self.secrets.update_secret_version_stage(SecretId="shop/db", VersionStage="AWSCURRENT",
                                                 MoveToVersionId=versions["AWSPREVIOUS"],
                                                 RemoveFromVersionId=versions["AWSCURRENT"])
        self.assertEqual(self.secrets.get_secret_value(SecretId="shop/db")["SecretString"], "1")
        found = self.secrets.list_secret_version_ids(SecretId="shop/db")["Versions"]
        self.assertEqual({each["VersionId"] for each in found}, set(versions.values()))

    def test_replicas(self):
        self.create()
        self.secrets.replicate_secret_to_regions(SecretId="shop/db", AddReplicaRegions=[{"Region": OTHER_REGION}])
        other = self.client("secretsmanager", region=OTHER_REGION)
        self.assertEqual(other.get_secret_value(SecretId="shop/db")["SecretString"], "not-a-secret")
        found = self.secrets.describe_secret(SecretId="shop/db")["ReplicationStatus"]
        self.assertEqual([(each["Region"], each["Status"]) for each in found], [(OTHER_REGION, "InSync")])
        with self.refused(other, "InvalidRequestException"):
            other.put_secret_value(SecretId="shop/db", SecretString="x")
        other.stop_replication_to_replica(SecretId="shop/db")
        other.put_secret_value(SecretId="shop/db", SecretString="x")
        self.assertEqual(self.secrets.get_secret_value(SecretId="shop/db")["SecretString"], "not-a-secret")

    def test_pages_and_filters(self):
        for number in range(12):
            self.create(f"s-{number:02}", Tags=[{"Key": "odd", "Value": str(number % 2)}])
        pages = self.secrets.get_paginator("list_secrets").paginate(PaginationConfig={"PageSize": 5})
        self.assertEqual([len(page["SecretList"]) for page in pages], [5, 5, 2])
        found = self.secrets.list_secrets(Filters=[{"Key": "name", "Values": ["s-03"]}])["SecretList"]
        self.assertEqual([each["Name"] for each in found], ["s-03"])

    def test_tags(self):
        self.create(Tags=[{"Key": "a", "Value": "1"}])
        self.secrets.tag_resource(SecretId="shop/db", Tags=[{"Key": "b", "Value": ""}])
        self.secrets.untag_resource(SecretId="shop/db", TagKeys=["a"])
        self.assertEqual(self.secrets.describe_secret(SecretId="shop/db")["Tags"], [{"Key": "b", "Value": ""}])

    def test_errors(self):
        self.create()
        with self.refused(self.secrets, "ResourceExistsException"):
            self.create()
        with self.refused(self.secrets, "ResourceNotFoundException"):
            self.secrets.describe_secret(SecretId="missing")
        with self.refused(self.secrets, "ResourceNotFoundException"):
            self.secrets.get_secret_value(SecretId="shop/db", VersionStage="NONE")
        self.assertEqual(len(self.secrets.get_random_password(PasswordLength=24)["RandomPassword"]), 24)

    def test_command_line(self):
        self.create()
        value = self.aws("secretsmanager", "get-secret-value", "--secret-id", "shop/db", "--query", "SecretString",
                         "--output", "text")
        self.assertEqual(value, "not-a-secret\n")
        self.assertIn("(ResourceNotFoundException)", self.aws("secretsmanager", "get-secret-value", "--secret-id", "x",
                                                              status=254))


if __name__ == "__main__":
    harness.main()
