# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""RDS as boto3 and aws-cli meet it: what an endpoint gives at once, and what takes its time.

usage: test_rds.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import harness
from harness import ACCOUNT, OTHER_REGION, REGION

INSTANCE = {"DBInstanceIdentifier": "orders", "Engine": "postgres", "DBInstanceClass": "db.r6g.large",
            "AllocatedStorage": 100, "MasterUsername": "shop", "MasterUserPassword": "not-a-secret"}
CLUSTER = {"DBClusterIdentifier": "shop", "Engine": "aurora-postgresql", "MasterUsername": "shop",
           "MasterUserPassword": "not-a-secret"}


def arn(kind, name, region=REGION):
    return f"arn:aws:rds:{region}:{ACCOUNT}:{kind}:{name}"


class RdsCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.rds = self.client("rds")
        self.other = self.client("rds", region=OTHER_REGION)

    def create(self, name="orders", **more):
        return self.rds.create_db_instance(**{**INSTANCE, "DBInstanceIdentifier": name, **more})["DBInstance"]

    def instance(self, name="orders", client=None):
        return (client or self.rds).describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]


class InstanceTest(RdsCase):
    def test_life(self):
        made = self.create(BackupRetentionPeriod=7, MultiAZ=True, StorageEncrypted=True)
        self.assertEqual(made["DBInstanceArn"], arn("db", "orders"))
        found = self.instance()
        self.assertEqual((found["DBInstanceStatus"], found["Engine"], found["AllocatedStorage"], found["MultiAZ"],
                          found["MasterUsername"], found["BackupRetentionPeriod"], found["StorageEncrypted"]),
                         ("available", "postgres", 100, True, "shop", 7, True))
        self.assertTrue(found["Endpoint"]["Address"].endswith(f".{REGION}.rds.amazonaws.com"))
        self.assertEqual(found["Endpoint"]["Port"], 5432)
        self.rds.modify_db_instance(DBInstanceIdentifier="orders", AllocatedStorage=200, ApplyImmediately=True)
        self.assertEqual(self.instance()["AllocatedStorage"], 200)
        self.rds.delete_db_instance(DBInstanceIdentifier="orders", SkipFinalSnapshot=True)
        with self.refused(self.rds, "DBInstanceNotFoundFault", 404, "DBInstanceNotFound"):
            self.instance()

    def test_errors(self):
        self.create()
        with self.refused(self.rds, "DBInstanceAlreadyExistsFault", 400, "DBInstanceAlreadyExists"):
            self.create()
        with self.refused(self.rds, None, 400, "InvalidParameterCombination"):
            self.rds.delete_db_instance(DBInstanceIdentifier="orders")
        with self.refused(self.rds, "DBSnapshotNotFoundFault", 404, "DBSnapshotNotFound"):
            self.rds.describe_db_snapshots(DBSnapshotIdentifier="missing")
        with self.refused(self.rds, "DBClusterNotFoundFault", 404):
            self.rds.describe_db_clusters(DBClusterIdentifier="missing")
        with self.refused(self.rds, None, 400, "InvalidParameterValue"):
            self.create("no_underscores")
        with self.refused(self.other, "DBInstanceNotFoundFault", 404, "DBInstanceNotFound"):
            self.instance(client=self.other)

    def test_pages_and_filters(self):
        for number in range(23):
            self.create(f"db-{number:02}")
        pages = self.rds.get_paginator("describe_db_instances").paginate(PaginationConfig={"PageSize": 20})
        self.assertEqual([len(page["DBInstances"]) for page in pages], [20, 3])
        wanted = ["db-03", "db-17"]
        found = self.rds.describe_db_instances(Filters=[{"Name": "db-instance-id", "Values": wanted}])["DBInstances"]
        self.assertEqual([each["DBInstanceIdentifier"] for each in found], wanted)

    def test_tags(self):
        made = self.create(Tags=[{"Key": "stage", "Value": "live"}])
        name = {"ResourceName": made["DBInstanceArn"]}
        self.rds.add_tags_to_resource(**name, Tags=[{"Key": "owner", "Value": "me & you"}])
        self.rds.remove_tags_from_resource(**name, TagKeys=["stage"])
        self.assertEqual(self.rds.list_tags_for_resource(**name)["TagList"], [{"Key": "owner", "Value": "me & you"}])

    def test_groups(self):
        self.rds.create_db_parameter_group(DBParameterGroupName="own", DBParameterGroupFamily="postgres14",
                                           Description="ours")
        self.create(DBParameterGroupName="own")
        self.assertEqual(self.instance()["DBParameterGroups"][0]["DBParameterGroupName"], "own")
        with self.refused(self.rds, "InvalidDBParameterGroupStateFault", 400, "InvalidDBParameterGroupState"):
            self.rds.delete_db_parameter_group(DBParameterGroupName="own")
        with self.refused(self.rds, "DBParameterGroupNotFoundFault", 404, "DBParameterGroupNotFound"):
            self.rds.describe_db_parameter_groups(DBParameterGroupName="missing")

    def test_catalogue(self):
        versions = self.rds.describe_db_engine_versions(Engine="postgres")["DBEngineVersions"]
        self.assertTrue(all(each["Engine"] == "postgres" for each in versions))
        self.assertTrue(versions)


class ReplicaTest(RdsCase):
    def replicate(self):
        self.create(BackupRetentionPeriod=1)
        return self.other.create_db_instance_read_replica(
            DBInstanceIdentifier="orders-replica", SourceDBInstanceIdentifier=arn("db", "orders"),
            DBInstanceClass="db.r6g.large", SourceRegion=REGION)["DBInstance"]

    def test_a_replica_elsewhere_is_promoted(self):
        self.replicate()
        found = self.instance("orders-replica", self.other)
        self.assertEqual(found["ReadReplicaSourceDBInstanceIdentifier"], arn("db", "orders"))
        self.assertEqual([(each["StatusType"], each["Normal"]) for each in found["StatusInfos"]],
                         [("read replication", True)])
        self.assertEqual(self.instance()["ReadReplicaDBInstanceIdentifiers"],
                         [arn("db", "orders-replica", OTHER_REGION)])
        self.other.promote_read_replica(DBInstanceIdentifier="orders-replica", BackupRetentionPeriod=3)
        found = self.instance("orders-replica", self.other)
        self.assertEqual((found["DBInstanceStatus"], found["BackupRetentionPeriod"]), ("available", 3))
        self.assertNotIn("ReadReplicaSourceDBInstanceIdentifier", found)
        self.assertEqual(self.instance().get("ReadReplicaDBInstanceIdentifiers", []), [])
        with self.refused(self.other, "InvalidDBInstanceStateFault", 400, "InvalidDBInstanceState"):
            self.other.promote_read_replica(DBInstanceIdentifier="orders-replica")

    def test_a_source_without_backups(self):
        self.create(BackupRetentionPeriod=0)
        with self.refused(self.rds, "InvalidDBInstanceStateFault", 400, "InvalidDBInstanceState"):
            self.rds.create_db_instance_read_replica(DBInstanceIdentifier="r", SourceDBInstanceIdentifier="orders")


class SnapshotTest(RdsCase):
    def test_life(self):
        self.create()
        self.rds.create_db_snapshot(DBInstanceIdentifier="orders", DBSnapshotIdentifier="before")
        self.rds.get_waiter("db_snapshot_available").wait(DBSnapshotIdentifier="before", WaiterConfig={"Delay": 1})
        self.other.copy_db_snapshot(SourceDBSnapshotIdentifier=arn("snapshot", "before"), SourceRegion=REGION,
                                    TargetDBSnapshotIdentifier="copy", CopyTags=True)
        found = self.other.describe_db_snapshots(DBSnapshotIdentifier="copy")["DBSnapshots"][0]
        self.assertEqual((found["Status"], found["PercentProgress"], found["SourceRegion"]), ("available", 100, REGION))
        self.other.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="restored", DBSnapshotIdentifier="copy")
        self.assertEqual(self.instance("restored", self.other)["AllocatedStorage"], 100)
        with self.refused(self.rds, "DBSnapshotAlreadyExistsFault", 400, "DBSnapshotAlreadyExists"):
            self.rds.create_db_snapshot(DBInstanceIdentifier="orders", DBSnapshotIdentifier="before")
        self.rds.delete_db_snapshot(DBSnapshotIdentifier="before")
        self.rds.get_waiter("db_snapshot_deleted").wait(DBSnapshotIdentifier="before", WaiterConfig={"Delay": 1})


class ClusterTest(RdsCase):
    def test_failover(self):
        self.rds.create_db_cluster(**CLUSTER)
        for name in ("shop-1", "shop-2"):
            self.rds.create_db_instance(DBInstanceIdentifier=name, DBClusterIdentifier="shop", Engine=CLUSTER["Engine"],
                                        DBInstanceClass="db.r6g.large")
        self.assertEqual(self.writers(), ["shop-1"])
        self.rds.failover_db_cluster(DBClusterIdentifier="shop", TargetDBInstanceIdentifier="shop-2")
        self.assertEqual(self.writers(), ["shop-2"])

    def writers(self):
        found = self.rds.describe_db_clusters(DBClusterIdentifier="shop")["DBClusters"][0]
        return [each["DBInstanceIdentifier"] for each in found["DBClusterMembers"] if each["IsClusterWriter"]]

    def test_global(self):
        self.rds.create_global_cluster(GlobalClusterIdentifier="world", Engine=CLUSTER["Engine"])
        self.rds.create_db_cluster(**CLUSTER, GlobalClusterIdentifier="world")
        self.other.create_db_cluster(DBClusterIdentifier="shop-west", Engine=CLUSTER["Engine"],
                                     GlobalClusterIdentifier="world")
        self.assertEqual(self.members(), {arn("cluster", "shop"): True,
                                          arn("cluster", "shop-west", OTHER_REGION): False})
        self.rds.failover_global_cluster(GlobalClusterIdentifier="world",
                                         TargetDbClusterIdentifier=arn("cluster", "shop-west", OTHER_REGION))
        self.assertEqual(self.members(), {arn("cluster", "shop"): False,
                                          arn("cluster", "shop-west", OTHER_REGION): True})
        with self.refused(self.rds, "GlobalClusterNotFoundFault", 404):
            self.rds.describe_global_clusters(GlobalClusterIdentifier="missing")

    def members(self):
        found = self.rds.describe_global_clusters(GlobalClusterIdentifier="world")["GlobalClusters"][0]
        return {each["DBClusterArn"]: each["IsWriter"] for each in found["GlobalClusterMembers"]}


class TimeTest(RdsCase):
    options = ("--speed", "600")

    def test_waiters(self):
        self.assertEqual(self.create(BackupRetentionPeriod=1)["DBInstanceStatus"], "creating")
        self.rds.get_waiter("db_instance_available").wait(DBInstanceIdentifier="orders",
                                                          WaiterConfig={"Delay": 1, "MaxAttempts": 20})
        self.rds.create_db_snapshot(DBInstanceIdentifier="orders", DBSnapshotIdentifier="before")
        self.aws("rds", "wait", "db-snapshot-available", "--db-snapshot-identifier", "before")
        self.rds.delete_db_instance(DBInstanceIdentifier="orders", SkipFinalSnapshot=True)
        self.rds.get_waiter("db_instance_deleted").wait(DBInstanceIdentifier="orders",
                                                        WaiterConfig={"Delay": 1, "MaxAttempts": 20})

    def test_states_in_time(self):
        self.mock.control("/_blackstart/clock", {"pause": True})
        self.addCleanup(self.mock.control, "/_blackstart/clock", {"pause": False})
        self.create(BackupRetentionPeriod=1)
        self.assertNotIn("Endpoint", self.instance())
        self.mock.advance("1h")
        self.assertEqual(self.instance()["DBInstanceStatus"], "available")
        self.other.create_db_instance_read_replica(DBInstanceIdentifier="replica", SourceRegion=REGION,
                                                   SourceDBInstanceIdentifier=arn("db", "orders"))
        with self.refused(self.other, "InvalidDBInstanceStateFault", 400, "InvalidDBInstanceState"):
            self.other.promote_read_replica(DBInstanceIdentifier="replica")
        self.mock.advance("3h")
        self.other.promote_read_replica(DBInstanceIdentifier="replica")
        self.assertEqual(self.instance("replica", self.other)["DBInstanceStatus"], "modifying")
        self.mock.advance("1h")
        self.assertEqual(self.instance("replica", self.other)["DBInstanceStatus"], "available")


class CommandLineTest(RdsCase):
    def test_life(self):
        self.aws("rds", "create-db-instance", "--db-instance-identifier", "orders", "--engine", "mysql",
                 "--db-instance-class", "db.t3.micro", "--allocated-storage", "20", "--master-username", "shop",
                 "--master-user-password", "not-a-secret")
        self.aws("rds", "wait", "db-instance-available", "--db-instance-identifier", "orders")
        query = ("rds", "describe-db-instances", "--query", "DBInstances[].[DBInstanceIdentifier,DBInstanceStatus]")
        self.assertEqual(self.aws(*query, "--output", "text"), "orders\tavailable\n")
        self.assertIn("orders", self.aws(*query, "--output", "table"))
        self.assertIn("(DBInstanceNotFound)", self.aws("rds", "describe-db-instances", "--db-instance-identifier", "x",
                                                       status=254))


if __name__ == "__main__":
    harness.main()
