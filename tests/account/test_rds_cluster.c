/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: clusters, global clusters, groups and the catalogue. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

#define NEW_CLUSTER \
    "Engine: aurora-postgresql, MasterUsername: admin1, MasterUserPassword: longenough"
#define EAST "arn:aws:rds:us-east-1:123456789012:cluster:"
#define WEST "arn:aws:rds:us-west-2:123456789012:cluster:"

static void create(struct client *client, const char *id)
{
    client_call(client, "rds:CreateDBCluster", "{DBClusterIdentifier: %s, " NEW_CLUSTER "}", id);
}

static void add_instance(struct client *client, const char *cluster, const char *id, int tier)
{
    client_call(client, "rds:CreateDBInstance",
                "{DBInstanceIdentifier: %s, DBClusterIdentifier: %s, DBInstanceClass: db.r5.large, "
                "Engine: aurora-postgresql, PromotionTier: %d}",
                id, cluster, tier);
}

static void members_come_and_go(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    create(&client, "Shop");
    assert_string_equal(client_text(&client, "DBCluster.DBClusterArn"), EAST "shop");
    assert_non_null(strstr(client_text(&client, "DBCluster.Endpoint"), "shop.cluster-c"));
    assert_non_null(strstr(client_text(&client, "DBCluster.ReaderEndpoint"), "shop.cluster-ro-c"));
    client_refused(&client, "InvalidParameterCombination", "member", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: a, DBInstanceClass: c, Engine: aurora-mysql}");
    client_refused(&client, "InvalidParameterCombination", "engine", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: a, DBInstanceClass: c, Engine: aurora-mysql, "
                   "DBClusterIdentifier: shop}");
    client_refused(&client, "InvalidDBClusterStateFault", "no other", "rds:FailoverDBCluster",
                   "{DBClusterIdentifier: shop}");
    add_instance(&client, "shop", "one", 1);
    add_instance(&client, "shop", "two", 5);
    add_instance(&client, "shop", "three", 2);
    client_call(&client, "rds:DescribeDBClusters", "{}");
    assert_int_equal(client_count(&client, "DBClusters.0.DBClusterMembers"), 3);
    assert_int_equal(client_integer(&client, "DBClusters.0.DBClusterMembers.0.IsClusterWriter"), 1);
    assert_int_equal(client_integer(&client, "DBClusters.0.MultiAZ"), 1);
    client_refused(&client, "InvalidDBInstanceStateFault", "one", "rds:FailoverDBCluster",
                   "{DBClusterIdentifier: shop, TargetDBInstanceIdentifier: one}");
    client_call(&client, "rds:FailoverDBCluster", "{DBClusterIdentifier: shop}");
    assert_string_equal(client_text(&client, "DBCluster.Status"), "failing-over");
    client_call(&client, "rds:DescribeDBClusters", "{DBClusterIdentifier: shop}");
    assert_string_equal(client_text(&client, "DBClusters.0.Status"), "available");
    assert_int_equal(client_integer(&client, "DBClusters.0.DBClusterMembers.2.IsClusterWriter"), 1);
    assert_int_equal(client_integer(&client, "DBClusters.0.DBClusterMembers.0.IsClusterWriter"), 0);
    client_refused(&client, "InvalidDBClusterStateFault", "member", "rds:StopDBInstance",
                   "{DBInstanceIdentifier: two}");
    client_call(&client, "rds:DeleteDBInstance", "{DBInstanceIdentifier: three}");
    client_call(&client, "rds:DescribeDBClusters", "{DBClusterIdentifier: shop}");
    assert_int_equal(client_integer(&client, "DBClusters.0.DBClusterMembers.0.IsClusterWriter"), 1);
    client_refused(&client, "InvalidDBClusterStateFault", "contains", "rds:DeleteDBCluster",
                   "{DBClusterIdentifier: shop, SkipFinalSnapshot: true}");
    client_close(&client);
}

static void a_cluster_stops_with_its_members(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    create(&client, "shop");
    add_instance(&client, "shop", "one", 1);
    client_refused(&client, "InvalidDBClusterStateFault", "stopped", "rds:StartDBCluster",
                   "{DBClusterIdentifier: shop}");
    client_call(&client, "rds:StopDBCluster", "{DBClusterIdentifier: shop}");
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: one}");
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceStatus"), "stopped");
    client_refused(&client, "InvalidDBClusterStateFault", "stopped", "rds:ModifyDBCluster",
                   "{DBClusterIdentifier: shop}");
    client_call(&client, "rds:StartDBCluster", "{DBClusterIdentifier: shop}");
    client_call(&client, "rds:ModifyDBCluster",
                "{DBClusterIdentifier: shop, DeletionProtection: true, BackupRetentionPeriod: 5, "
                "EngineVersion: '15.7', ApplyImmediately: true}");
    client_call(&client, "rds:DescribeDBClusters", "{DBClusterIdentifier: shop}");
    assert_string_equal(client_text(&client, "DBClusters.0.EngineVersion"), "15.7");
    assert_int_equal(client_integer(&client, "DBClusters.0.BackupRetentionPeriod"), 5);
    client_call(&client, "rds:DeleteDBInstance", "{DBInstanceIdentifier: one}");
    client_refused(&client, "InvalidParameterCombination", "protect", "rds:DeleteDBCluster",
                   "{DBClusterIdentifier: shop, SkipFinalSnapshot: true}");
    client_refused(&client, "InvalidParameterValue", "retention", "rds:ModifyDBCluster",
                   "{DBClusterIdentifier: shop, BackupRetentionPeriod: 0}");
    client_close(&client);
}

static void a_cluster_lives_on_in_its_snapshots(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    create(&client, "shop");
    client_refused(&client, "DBClusterAlreadyExistsFault", "", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: SHOP, " NEW_CLUSTER "}");
    client_refused(&client, "InvalidParameterValue", "engine", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: b, Engine: postgres, MasterUsername: a, "
                   "MasterUserPassword: longenough}");
    client_refused(&client, "DBClusterParameterGroupNotFoundFault", "none", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: b, DBClusterParameterGroupName: none, " NEW_CLUSTER "}");
    client_call(&client, "rds:CreateDBClusterSnapshot",
                "{DBClusterIdentifier: shop, DBClusterSnapshotIdentifier: s}");
    client_refused(&client, "DBClusterSnapshotAlreadyExistsFault", "",
                   "rds:CreateDBClusterSnapshot",
                   "{DBClusterIdentifier: shop, DBClusterSnapshotIdentifier: S}");
    client_call(&client, "rds:DeleteDBCluster",
                "{DBClusterIdentifier: shop, FinalDBSnapshotIdentifier: last}");
    client_refused(&client, "DBClusterNotFoundFault", "", "rds:DescribeDBClusters",
                   "{DBClusterIdentifier: shop}");
    client.region = "us-west-2";
    client_call(&client, "rds:CopyDBClusterSnapshot",
                "{SourceDBClusterSnapshotIdentifier: "
                "'arn:aws:rds:us-east-1:123456789012:cluster-snapshot:last', "
                "TargetDBClusterSnapshotIdentifier: last}");
    assert_string_equal(client_text(&client, "DBClusterSnapshot.SourceDBClusterSnapshotArn"),
                        "arn:aws:rds:us-east-1:123456789012:cluster-snapshot:last");
    client_refused(&client, "InvalidRestoreFault", "engine", "rds:RestoreDBClusterFromSnapshot",
                   "{DBClusterIdentifier: shop, SnapshotIdentifier: last, Engine: aurora-mysql}");
    client_refused(&client, "DBClusterSnapshotNotFoundFault", "",
                   "rds:RestoreDBClusterFromSnapshot",
                   "{DBClusterIdentifier: shop, SnapshotIdentifier: none, Engine: "
                   "aurora-postgresql}");
    client_call(&client, "rds:RestoreDBClusterFromSnapshot",
                "{DBClusterIdentifier: shop, SnapshotIdentifier: last, Engine: aurora-postgresql}");
    assert_string_equal(client_text(&client, "DBCluster.MasterUsername"), "admin1");
    client_call(&client, "rds:RestoreDBClusterToPointInTime",
                "{DBClusterIdentifier: later, SourceDBClusterIdentifier: shop, "
                "UseLatestRestorableTime: true}");
    client_call(&client, "rds:DeleteDBClusterSnapshot", "{DBClusterSnapshotIdentifier: last}");
    client_call(&client, "rds:DescribeDBClusterSnapshots", "{DBClusterIdentifier: shop}");
    assert_int_equal(client_count(&client, "DBClusterSnapshots"), 0);
    client_close(&client);
}

static void a_replica_cluster_is_promoted(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "shop");
    client_run(&client, 36000);
    client.region = "us-west-2";
    client_call(&client, "rds:CreateDBCluster",
                "{DBClusterIdentifier: shop-dr, Engine: aurora-postgresql, "
                "ReplicationSourceIdentifier: '" EAST "shop'}");
    client_refused(&client, "InvalidDBClusterStateFault", "creating",
                   "rds:PromoteReadReplicaDBCluster", "{DBClusterIdentifier: shop-dr}");
    client_run(&client, 72000);
    client_call(&client, "rds:PromoteReadReplicaDBCluster", "{DBClusterIdentifier: shop-dr}");
    assert_string_equal(client_text(&client, "DBCluster.Status"), "promoting");
    client_run(&client, 108000);
    client_refused(&client, "InvalidDBClusterStateFault", "not a read replica",
                   "rds:PromoteReadReplicaDBCluster", "{DBClusterIdentifier: shop-dr}");
    client.region = "us-east-1";
    client_call(&client, "rds:DescribeDBClusters", "{DBClusterIdentifier: shop}");
    assert_int_equal(client_count(&client, "DBClusters.0.ReadReplicaIdentifiers"), 0);
    client_close(&client);
}

static void open_global(struct client *client)
{
    client_open(client, NULL, BS_ACCOUNT_INSTANT);
    create(client, "shop");
    client_call(client, "rds:CreateGlobalCluster",
                "{GlobalClusterIdentifier: world, SourceDBClusterIdentifier: '" EAST "shop'}");
    client->region = "us-west-2";
    client_call(client, "rds:CreateDBCluster",
                "{DBClusterIdentifier: shop-dr, Engine: aurora-postgresql, "
                "GlobalClusterIdentifier: world}");
}

static void a_global_cluster_fails_over(void **state)
{
    struct client client;

    (void)state;
    open_global(&client);
    client_call(&client, "rds:DescribeGlobalClusters", "{GlobalClusterIdentifier: World}");
    assert_int_equal(client_integer(&client, "GlobalClusters.0.GlobalClusterMembers.0.IsWriter"),
                     1);
    assert_string_equal(client_text(&client, "GlobalClusters.0.GlobalClusterMembers.0.Readers.0"),
                        WEST "shop-dr");
    client_refused(&client, "InvalidDBClusterStateFault", "already", "rds:FailoverGlobalCluster",
                   "{GlobalClusterIdentifier: world, TargetDbClusterIdentifier: '" EAST "shop'}");
    client_refused(&client, "DBClusterNotFoundFault", "", "rds:FailoverGlobalCluster",
                   "{GlobalClusterIdentifier: world, TargetDbClusterIdentifier: '" WEST "none'}");
    client_call(&client, "rds:FailoverGlobalCluster",
                "{GlobalClusterIdentifier: world, TargetDbClusterIdentifier: '" WEST "shop-dr', "
                "AllowDataLoss: true}");
    assert_string_equal(client_text(&client, "GlobalCluster.Status"), "failing-over");
    assert_string_equal(client_text(&client, "GlobalCluster.FailoverState.FromDbClusterArn"),
                        EAST "shop");
    assert_int_equal(client_integer(&client, "GlobalCluster.FailoverState.IsDataLossAllowed"), 1);
    client_call(&client, "rds:DescribeGlobalClusters", "{}");
    assert_string_equal(client_text(&client, "GlobalClusters.0.Status"), "available");
    assert_int_equal(client_integer(&client, "GlobalClusters.0.GlobalClusterMembers.1.IsWriter"),
                     1);
    assert_null(client_at(&client, "GlobalClusters.0.FailoverState"));
    client_call(&client, "rds:SwitchoverGlobalCluster",
                "{GlobalClusterIdentifier: world, TargetDbClusterIdentifier: '" EAST "shop'}");
    assert_string_equal(client_text(&client, "GlobalCluster.Status"), "switching-over");
    client_call(&client, "rds:DescribeGlobalClusters", "{}");
    assert_int_equal(client_integer(&client, "GlobalClusters.0.GlobalClusterMembers.0.IsWriter"),
                     1);
    client_close(&client);
}

static void a_global_cluster_is_taken_apart(void **state)
{
    struct client client;

    (void)state;
    open_global(&client);
    client_refused(&client, "InvalidGlobalClusterStateFault", "us-west-2", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: third, Engine: aurora-postgresql, "
                   "GlobalClusterIdentifier: world}");
    client_refused(&client, "GlobalClusterNotFoundFault", "none", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: third, Engine: aurora-postgresql, "
                   "GlobalClusterIdentifier: none}");
    client_refused(&client, "InvalidDBClusterStateFault", "global", "rds:DeleteDBCluster",
                   "{DBClusterIdentifier: shop-dr, SkipFinalSnapshot: true}");
    client_refused(&client, "InvalidGlobalClusterStateFault", "empty", "rds:DeleteGlobalCluster",
                   "{GlobalClusterIdentifier: world}");
    client_refused(&client, "InvalidGlobalClusterStateFault", "primary",
                   "rds:RemoveFromGlobalCluster",
                   "{GlobalClusterIdentifier: world, DbClusterIdentifier: '" EAST "shop'}");
    client_call(&client, "rds:RemoveFromGlobalCluster",
                "{GlobalClusterIdentifier: world, DbClusterIdentifier: '" WEST "shop-dr'}");
    client_refused(&client, "DBClusterNotFoundFault", "not part", "rds:RemoveFromGlobalCluster",
                   "{GlobalClusterIdentifier: world, DbClusterIdentifier: '" WEST "shop-dr'}");
    client_call(&client, "rds:RemoveFromGlobalCluster",
                "{GlobalClusterIdentifier: world, DbClusterIdentifier: '" EAST "shop'}");
    client_call(&client, "rds:ModifyGlobalCluster",
                "{GlobalClusterIdentifier: world, DeletionProtection: true}");
    client_refused(&client, "InvalidParameterCombination", "protect", "rds:DeleteGlobalCluster",
                   "{GlobalClusterIdentifier: world}");
    client_call(&client, "rds:ModifyGlobalCluster",
                "{GlobalClusterIdentifier: world, DeletionProtection: false}");
    client_call(&client, "rds:DeleteGlobalCluster", "{GlobalClusterIdentifier: world}");
    client_refused(&client, "GlobalClusterNotFoundFault", "", "rds:DescribeGlobalClusters",
                   "{GlobalClusterIdentifier: world}");
    client_close(&client);
}

static void wrong_clusters_are_refused(void **state)
{
    struct client client;

    (void)state;
    open_global(&client);
    client_refused(&client, "InvalidParameterCombination", "99", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: b, EngineVersion: '99', " NEW_CLUSTER "}");
    client_refused(&client, "InvalidParameterValue", "MasterUsername", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: b, Engine: aurora-postgresql}");
    client_refused(&client, "InvalidParameterCombination", "renamed", "rds:ModifyDBCluster",
                   "{DBClusterIdentifier: shop-dr, NewDBClusterIdentifier: b}");
    client_refused(&client, "InvalidParameterCombination", "99", "rds:ModifyDBCluster",
                   "{DBClusterIdentifier: shop-dr, EngineVersion: '99'}");
    client_refused(&client, "InvalidDBClusterStateFault", "global", "rds:StopDBCluster",
                   "{DBClusterIdentifier: shop-dr}");
    client_refused(&client, "InvalidParameterCombination", "99", "rds:ModifyGlobalCluster",
                   "{GlobalClusterIdentifier: world, EngineVersion: '99'}");
    client_refused(&client, "InvalidParameterCombination", "renamed", "rds:ModifyGlobalCluster",
                   "{GlobalClusterIdentifier: world, NewGlobalClusterIdentifier: b}");
    client_refused(&client, "InvalidParameterCombination", "together", "rds:FailoverGlobalCluster",
                   "{GlobalClusterIdentifier: world, TargetDbClusterIdentifier: '" WEST
                   "shop-dr', AllowDataLoss: true, Switchover: true}");
    client_refused(&client, "InvalidParameterValue", "dbase", "rds:CreateGlobalCluster",
                   "{GlobalClusterIdentifier: b, Engine: dbase}");
    client_refused(&client, "InvalidDBClusterStateFault", "part of", "rds:CreateGlobalCluster",
                   "{GlobalClusterIdentifier: b, SourceDBClusterIdentifier: '" EAST "shop'}");
    client_refused(&client, "GlobalClusterAlreadyExistsFault", "", "rds:CreateGlobalCluster",
                   "{GlobalClusterIdentifier: WORLD, Engine: aurora-mysql}");
    client.region = "eu-west-1";
    client_refused(&client, "InvalidParameterCombination", "engine", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: b, Engine: aurora-mysql, GlobalClusterIdentifier: "
                   "world}");
    client_refused(&client, "InvalidParameterCombination", "user name", "rds:CreateDBCluster",
                   "{DBClusterIdentifier: b, GlobalClusterIdentifier: world, " NEW_CLUSTER "}");
    create(&client, "lonely");
    client_refused(&client, "DBClusterNotFoundFault", "not part", "rds:FailoverGlobalCluster",
                   "{GlobalClusterIdentifier: world, TargetDbClusterIdentifier: "
                   "'arn:aws:rds:eu-west-1:123456789012:cluster:lonely'}");
    client_close(&client);
}

static void changes_to_clusters_wait_for_the_window(void **state)
{
    enum { SUNDAY_AT_FIVE_S = 3 * 86400 + 5 * 3600 };
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "shop");
    client_run(&client, 36000);
    client_call(&client, "rds:ModifyDBCluster", "{DBClusterIdentifier: shop, Port: 5433}");
    assert_int_equal(client_integer(&client, "DBCluster.Port"), 5432);
    client_run(&client, SUNDAY_AT_FIVE_S + 1);
    client_call(&client, "rds:DescribeDBClusters", "{DBClusterIdentifier: shop}");
    assert_string_equal(client_text(&client, "DBClusters.0.Status"), "modifying");
    client_run(&client, SUNDAY_AT_FIVE_S + 36000);
    client_call(&client, "rds:DescribeDBClusters", "{DBClusterIdentifier: shop}");
    assert_int_equal(client_integer(&client, "DBClusters.0.Port"), 5433);
    client_close(&client);
}

static void subnet_groups_span_zones(void **state)
{
    struct client client;
    char first[64];
    char second[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "ec2:DescribeSubnets", "{}");
    client_keep(&client, "Subnets.0.SubnetId", first, sizeof(first));
    client_keep(&client, "Subnets.1.SubnetId", second, sizeof(second));
    client_refused(&client, "DBSubnetGroupDoesNotCoverEnoughAZs", "2", "rds:CreateDBSubnetGroup",
                   "{DBSubnetGroupName: g, DBSubnetGroupDescription: d, SubnetIds: [%s]}", first);
    client_refused(&client, "InvalidSubnet", "none", "rds:CreateDBSubnetGroup",
                   "{DBSubnetGroupName: g, DBSubnetGroupDescription: d, SubnetIds: [%s, none]}",
                   first);
    client_call(&client, "rds:CreateDBSubnetGroup",
                "{DBSubnetGroupName: G, DBSubnetGroupDescription: d, SubnetIds: [%s, %s]}", first,
                second);
    assert_string_equal(client_text(&client, "DBSubnetGroup.SubnetGroupStatus"), "Complete");
    client_refused(&client, "DBSubnetGroupAlreadyExistsFault", "", "rds:CreateDBSubnetGroup",
                   "{DBSubnetGroupName: g, DBSubnetGroupDescription: d, SubnetIds: [%s, %s]}",
                   first, second);
    client_call(&client, "rds:ModifyDBSubnetGroup",
                "{DBSubnetGroupName: g, DBSubnetGroupDescription: e, SubnetIds: [%s, %s]}", first,
                second);
    client_call(&client, "rds:CreateDBCluster",
                "{DBClusterIdentifier: shop, DBSubnetGroupName: g, " NEW_CLUSTER "}");
    client_refused(&client, "InvalidDBSubnetGroupStateFault", "g", "rds:DeleteDBSubnetGroup",
                   "{DBSubnetGroupName: g}");
    client_call(&client, "rds:DeleteDBCluster",
                "{DBClusterIdentifier: shop, SkipFinalSnapshot: true}");
    client_call(&client, "rds:DeleteDBSubnetGroup", "{DBSubnetGroupName: g}");
    client_refused(&client, "DBSubnetGroupNotFoundFault", "", "rds:DescribeDBSubnetGroups",
                   "{DBSubnetGroupName: g}");
    client_close(&client);
}

static void parameter_groups_keep_what_was_set(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_refused(&client, "InvalidParameterValue", "oracle", "rds:CreateDBParameterGroup",
                   "{DBParameterGroupName: p, DBParameterGroupFamily: oracle, Description: d}");
    client_call(&client, "rds:CreateDBParameterGroup",
                "{DBParameterGroupName: p, DBParameterGroupFamily: postgres14, Description: d}");
    client_refused(&client, "DBParameterGroupAlreadyExistsFault", "", "rds:CreateDBParameterGroup",
                   "{DBParameterGroupName: p, DBParameterGroupFamily: postgres14, Description: d}");
    client_refused(&client, "InvalidParameterCombination", "static", "rds:ModifyDBParameterGroup",
                   "{DBParameterGroupName: p, Parameters: [{ParameterName: max_connections, "
                   "ParameterValue: '9', ApplyMethod: immediate}]}");
    client_refused(&client, "InvalidParameterValue", "nothing", "rds:ModifyDBParameterGroup",
                   "{DBParameterGroupName: p, Parameters: [{ParameterName: nothing, "
                   "ParameterValue: '9', ApplyMethod: immediate}]}");
    client_call(&client, "rds:ModifyDBParameterGroup",
                "{DBParameterGroupName: p, Parameters: [{ParameterName: max_connections, "
                "ParameterValue: '99', ApplyMethod: pending-reboot}]}");
    assert_string_equal(client_text(&client, "DBParameterGroupName"), "p");
    client_call(&client, "rds:DescribeDBParameters", "{DBParameterGroupName: p, Source: user}");
    assert_int_equal(client_count(&client, "Parameters"), 1);
    assert_string_equal(client_text(&client, "Parameters.0.ParameterValue"), "99");
    client_refused(&client, "InvalidParameterCombination", "Either", "rds:ResetDBParameterGroup",
                   "{DBParameterGroupName: p}");
    client_call(&client, "rds:ResetDBParameterGroup",
                "{DBParameterGroupName: p, ResetAllParameters: true}");
    client_call(&client, "rds:DescribeDBParameters", "{DBParameterGroupName: p, Source: user}");
    assert_int_equal(client_count(&client, "Parameters"), 0);
    client_call(&client, "rds:CreateDBInstance",
                "{DBInstanceIdentifier: a, DBInstanceClass: db.r5.large, Engine: postgres, "
                "AllocatedStorage: 20, MasterUsername: a, MasterUserPassword: longenough, "
                "EngineVersion: '14', DBParameterGroupName: p}");
    client_refused(&client, "InvalidDBParameterGroupStateFault", "members",
                   "rds:DeleteDBParameterGroup", "{DBParameterGroupName: p}");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: a, DBParameterGroupName: default.postgres14}");
    assert_string_equal(client_text(&client, "DBInstance.DBParameterGroups.0.ParameterApplyStatus"),
                        "pending-reboot");
    client_call(&client, "rds:RebootDBInstance", "{DBInstanceIdentifier: a}");
    assert_string_equal(client_text(&client, "DBInstance.DBParameterGroups.0.ParameterApplyStatus"),
                        "in-sync");
    client_call(&client, "rds:DeleteDBParameterGroup", "{DBParameterGroupName: p}");
    client_refused(&client, "InvalidDBParameterGroupStateFault", "default",
                   "rds:DeleteDBParameterGroup", "{DBParameterGroupName: default.postgres14}");
    client_refused(&client, "DBParameterGroupNotFoundFault", "", "rds:DescribeDBParameters",
                   "{DBParameterGroupName: p}");
    client_close(&client);
}

static void the_catalogue_can_be_read(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "rds:DescribeDBEngineVersions", "{Engine: postgres, DefaultOnly: true}");
    assert_int_equal(client_count(&client, "DBEngineVersions"), 1);
    assert_string_equal(client_text(&client, "DBEngineVersions.0.DBParameterGroupFamily"),
                        "postgres16");
    client_call(&client, "rds:DescribeDBEngineVersions", "{Engine: mysql, EngineVersion: '8.0'}");
    assert_int_equal(client_count(&client, "DBEngineVersions"), 1);
    client_call(&client, "rds:DescribeOrderableDBInstanceOptions",
                "{Engine: mysql, DBInstanceClass: db.r5.large}");
    assert_int_equal(client_count(&client, "OrderableDBInstanceOptions"), 2);
    client_refused(&client, "InvalidParameterValue", "dbase",
                   "rds:DescribeOrderableDBInstanceOptions", "{Engine: dbase}");
    client_call(&client, "rds:DescribePendingMaintenanceActions", "{}");
    assert_int_equal(client_count(&client, "PendingMaintenanceActions"), 0);
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_come_and_go),
        cmocka_unit_test(a_cluster_stops_with_its_members),
        cmocka_unit_test(a_cluster_lives_on_in_its_snapshots),
        cmocka_unit_test(a_replica_cluster_is_promoted),
        cmocka_unit_test(a_global_cluster_fails_over),
        cmocka_unit_test(a_global_cluster_is_taken_apart),
        cmocka_unit_test(wrong_clusters_are_refused),
        cmocka_unit_test(changes_to_clusters_wait_for_the_window),
        cmocka_unit_test(subnet_groups_span_zones),
        cmocka_unit_test(parameter_groups_keep_what_was_set),
        cmocka_unit_test(the_catalogue_can_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
