/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: the lives of instances, replicas and snapshots, as the API Reference and the User Guide tell them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/yaml_client.h"

#define NEW_INSTANCE                                                                          \
    "DBInstanceClass: db.r5.large, Engine: postgres, AllocatedStorage: 100, MasterUsername: " \
    "admin1, MasterUserPassword: 'long enough'"

enum { HOUR_S = 3600 };

static void expect_status(struct client *client, const char *id, const char *status)
{
    client_call(client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: %s}", id);
    assert_string_equal(client_text(client, "DBInstances.0.DBInstanceStatus"), status);
}

static void create(struct client *client, const char *id)
{
    client_call(client, "rds:CreateDBInstance", "{DBInstanceIdentifier: %s, " NEW_INSTANCE "}", id);
}

/* Runs until the instance has the status; an hour of looking each second would be a hang. */
static int64_t run_until(struct client *client, int64_t from_s, const char *id, const char *status)
{
    for (int64_t at_s = from_s; at_s < from_s + 24 * HOUR_S; at_s += 5) {
        client_run(client, at_s);
        client_call(client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: %s}", id);
        if (strcmp(client_text(client, "DBInstances.0.DBInstanceStatus"), status) == 0) {
            return at_s;
        }
    }
    fail_msg("%s never becomes %s", id, status);
    return 0;
}

static void creation_takes_time_and_ends_in_a_backup(void **state)
{
    struct client client;
    int64_t at_s;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "Orders");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "creating");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceIdentifier"), "orders");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceArn"),
                        "arn:aws:rds:us-east-1:123456789012:db:orders");
    assert_null(client_at(&client, "DBInstance.Endpoint"));
    at_s = run_until(&client, 0, "ORDERS", "backing-up");
    assert_true(at_s > 60);
    at_s = run_until(&client, at_s, "orders", "available");
    assert_int_equal(client_integer(&client, "DBInstances.0.Endpoint.Port"), 5432);
    assert_non_null(strstr(client_text(&client, "DBInstances.0.Endpoint.Address"), "orders.c"));
    assert_non_null(strstr(client_text(&client, "DBInstances.0.Endpoint.Address"),
                           ".us-east-1.rds.amazonaws.com"));
    assert_non_null(client_at(&client, "DBInstances.0.LatestRestorableTime"));
    assert_int_equal(client_count(&client, "DBInstances.0.DBSubnetGroup.Subnets"), 3);
    client_close(&client);
}

static void what_cannot_be_created_is_refused(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    create(&client, "orders");
    client_refused(&client, "DBInstanceAlreadyExistsFault", "exists", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: oRDERS, " NEW_INSTANCE "}");
    client_refused(&client, "InvalidParameterValue", "identifier", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: 'a--b', " NEW_INSTANCE "}");
    client_refused(&client, "InvalidParameterValue", "identifier", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: '', " NEW_INSTANCE "}");
    client_refused(&client, "InvalidParameterValue", "engine", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, DBInstanceClass: c, Engine: dbase, AllocatedStorage: "
                   "20, MasterUsername: a, MasterUserPassword: longenough}");
    client_refused(&client, "InvalidParameterCombination", "99", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, EngineVersion: '99', " NEW_INSTANCE "}");
    client_refused(&client, "InvalidParameterValue", "MasterUsername", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, DBInstanceClass: c, Engine: mysql, AllocatedStorage: "
                   "20}");
    client_refused(&client, "InvalidParameterValue", "Password", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, DBInstanceClass: c, Engine: mysql, AllocatedStorage: "
                   "20, MasterUsername: a, MasterUserPassword: short}");
    client_refused(&client, "InvalidParameterValue", "BackupRetentionPeriod",
                   "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, BackupRetentionPeriod: 36, " NEW_INSTANCE "}");
    client_refused(&client, "DBParameterGroupNotFoundFault", "none", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, DBParameterGroupName: none, " NEW_INSTANCE "}");
    client_refused(&client, "DBSubnetGroupNotFoundFault", "none", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, DBSubnetGroupName: none, " NEW_INSTANCE "}");
    client_refused(&client, "DBClusterNotFoundFault", "none", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: b, DBClusterIdentifier: none, " NEW_INSTANCE "}");
    client_refused(
        &client, "InvalidParameterCombination", "Multi-AZ", "rds:CreateDBInstance",
        "{DBInstanceIdentifier: b, MultiAZ: true, AvailabilityZone: us-east-1a, " NEW_INSTANCE "}");
    client_refused(&client, "DBInstanceNotFoundFault", "b", "rds:DescribeDBInstances",
                   "{DBInstanceIdentifier: b}");
    client_refused(&client, "InvalidParameterValue", "filter", "rds:DescribeDBInstances",
                   "{Filters: [{Name: colour, Values: [red]}]}");
    client_refused(&client, "InvalidParameterValue", "records", "rds:DescribeDBInstances",
                   "{MaxRecords: 7}");
    client_call(&client, "rds:DescribeDBInstances", "{Filters: [{Name: engine, Values: [mysql]}]}");
    assert_int_equal(client_count(&client, "DBInstances"), 0);
    client_call(&client, "rds:DescribeDBInstances",
                "{Filters: [{Name: db-instance-id, Values: "
                "['arn:aws:rds:us-east-1:123456789012:db:orders']}]}");
    assert_int_equal(client_count(&client, "DBInstances"), 1);
    client_close(&client);
}

static void quotas_hold(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    for (int i = 0; i < 40; i++) {
        client_call(&client, "rds:CreateDBInstance",
                    "{DBInstanceIdentifier: db%d, " NEW_INSTANCE "}", i);
    }
    client_refused(&client, "InstanceQuotaExceededFault", "40", "rds:CreateDBInstance",
                   "{DBInstanceIdentifier: more, " NEW_INSTANCE "}");
    client_close(&client);
}

static void modifications_wait_for_the_window_unless_immediate(void **state)
{
    struct client client;
    int64_t at_s;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    at_s = run_until(&client, 0, "orders", "available");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, DBInstanceClass: db.r5.xlarge, "
                "DeletionProtection: true}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "available");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceClass"), "db.r5.large");
    assert_string_equal(client_text(&client, "DBInstance.PendingModifiedValues.DBInstanceClass"),
                        "db.r5.xlarge");
    assert_int_equal(client_integer(&client, "DBInstance.DeletionProtection"), 1);
    /* Retention is changed soon; the class goes on waiting for Sunday at five: day 3 of the epoch. */
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, BackupRetentionPeriod: 9}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "modifying");
    client_refused(&client, "InvalidDBInstanceStateFault", "modifying", "rds:RebootDBInstance",
                   "{DBInstanceIdentifier: orders}");
    (void)run_until(&client, at_s, "orders", "available");
    assert_int_equal(client_integer(&client, "DBInstances.0.BackupRetentionPeriod"), 9);
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceClass"), "db.r5.large");
    client_run(&client, 3 * 24 * HOUR_S + 5 * HOUR_S - 1);
    expect_status(&client, "orders", "available");
    client_run(&client, 3 * 24 * HOUR_S + 5 * HOUR_S + 1);
    expect_status(&client, "orders", "modifying");
    (void)run_until(&client, 3 * 24 * HOUR_S + 5 * HOUR_S + 1, "orders", "available");
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceClass"), "db.r5.xlarge");
    assert_int_equal(client_count(&client, "DBInstances.0.PendingModifiedValues"), 0);
    client_close(&client);
}

static void wrong_modifications_are_refused(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    create(&client, "orders");
    create(&client, "other");
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: none}");
    client_refused(&client, "InvalidParameterCombination", "reduced", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, AllocatedStorage: 20}");
    client_refused(&client, "InvalidParameterCombination", "AllowMajor", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, EngineVersion: '13.9'}");
    client_refused(&client, "InvalidParameterCombination", "8.0", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, EngineVersion: '8.0'}");
    client_refused(&client, "InvalidParameterValue", "retention", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, BackupRetentionPeriod: 36}");
    client_refused(&client, "InvalidParameterValue", "window", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, PreferredMaintenanceWindow: 'sun:25:00-x'}");
    client_refused(&client, "DBParameterGroupNotFoundFault", "", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, DBParameterGroupName: none}");
    client_refused(&client, "DBInstanceAlreadyExistsFault", "", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, NewDBInstanceIdentifier: OTHER, "
                   "ApplyImmediately: true}");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, MultiAZ: true, ApplyImmediately: true}");
    client_call(&client, "rds:RebootDBInstance",
                "{DBInstanceIdentifier: orders, ForceFailover: true}");
    assert_string_equal(client_text(&client, "DBInstance.AvailabilityZone"), "us-east-1b");
    client_refused(&client, "InvalidParameterCombination", "Multi-AZ", "rds:RebootDBInstance",
                   "{DBInstanceIdentifier: other, ForceFailover: true}");
    client_close(&client);
}

static void a_renamed_source_keeps_its_replicas(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    create(&client, "orders");
    client_call(&client, "rds:CreateDBInstanceReadReplica",
                "{DBInstanceIdentifier: copy, SourceDBInstanceIdentifier: orders}");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, NewDBInstanceIdentifier: Orders-Old, "
                "ApplyImmediately: true}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "renaming");
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:DescribeDBInstances",
                   "{DBInstanceIdentifier: orders}");
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders-old}");
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceStatus"), "available");
    assert_string_equal(client_text(&client, "DBInstances.0.ReadReplicaDBInstanceIdentifiers.0"),
                        "copy");
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: copy}");
    assert_string_equal(client_text(&client, "DBInstances.0.ReadReplicaSourceDBInstanceIdentifier"),
                        "orders-old");
    client_close(&client);
}

static void stopping_and_starting(void **state)
{
    struct client client;
    int64_t at_s;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    at_s = run_until(&client, 0, "orders", "available");
    client_refused(&client, "InvalidDBInstanceStateFault", "stopped", "rds:StartDBInstance",
                   "{DBInstanceIdentifier: orders}");
    client_call(&client, "rds:StopDBInstance", "{DBInstanceIdentifier: orders}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "stopping");
    at_s = run_until(&client, at_s, "orders", "stopped");
    client_refused(&client, "InvalidDBInstanceStateFault", "stopped", "rds:StopDBInstance",
                   "{DBInstanceIdentifier: orders}");
    /* AWS starts it again after seven days. */
    client_run(&client, at_s + 7 * 24 * HOUR_S);
    expect_status(&client, "orders", "starting");
    (void)run_until(&client, at_s + 7 * 24 * HOUR_S, "orders", "available");
    client_close(&client);
}

static void deletion_asks_for_a_final_snapshot(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    client_refused(&client, "InvalidDBInstanceStateFault", "creating", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: orders, FinalDBSnapshotIdentifier: last}");
    (void)run_until(&client, 0, "orders", "available");
    client_refused(&client, "InvalidParameterCombination", "required", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: orders}");
    client_refused(&client, "InvalidParameterCombination", "Skip", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: orders, SkipFinalSnapshot: true, "
                   "FinalDBSnapshotIdentifier: last}");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, DeletionProtection: true}");
    client_refused(&client, "InvalidParameterCombination", "protect", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: orders, SkipFinalSnapshot: true}");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, DeletionProtection: false}");
    client_call(&client, "rds:DeleteDBInstance",
                "{DBInstanceIdentifier: orders, FinalDBSnapshotIdentifier: Last}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "deleting");
    client_refused(&client, "InvalidDBInstanceStateFault", "already", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: orders, SkipFinalSnapshot: true}");
    client_run(&client, 48 * HOUR_S);
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:DescribeDBInstances",
                   "{DBInstanceIdentifier: orders}");
    client_call(&client, "rds:DescribeDBSnapshots", "{DBInstanceIdentifier: ORDERS}");
    assert_string_equal(client_text(&client, "DBSnapshots.0.DBSnapshotIdentifier"), "last");
    assert_string_equal(client_text(&client, "DBSnapshots.0.Status"), "available");
    assert_int_equal(client_integer(&client, "DBSnapshots.0.PercentProgress"), 100);
    client_call(&client, "rds:RestoreDBInstanceFromDBSnapshot",
                "{DBInstanceIdentifier: orders, DBSnapshotIdentifier: last, DBInstanceClass: "
                "db.m5.large}");
    assert_string_equal(client_text(&client, "DBInstance.Engine"), "postgres");
    assert_int_equal(client_integer(&client, "DBInstance.AllocatedStorage"), 100);
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceClass"), "db.m5.large");
    client_close(&client);
}

static void a_replica_elsewhere_is_promoted(void **state)
{
    struct client client;
    int64_t at_s;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    client.region = "us-west-2";
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:CreateDBInstanceReadReplica",
                   "{DBInstanceIdentifier: copy, SourceDBInstanceIdentifier: orders}");
    client_refused(&client, "InvalidDBInstanceStateFault", "creating",
                   "rds:CreateDBInstanceReadReplica",
                   "{DBInstanceIdentifier: copy, SourceDBInstanceIdentifier: "
                   "'arn:aws:rds:us-east-1:123456789012:db:orders'}");
    client.region = "us-east-1";
    at_s = run_until(&client, 0, "orders", "available");
    client.region = "us-west-2";
    client_call(&client, "rds:CreateDBInstanceReadReplica",
                "{DBInstanceIdentifier: copy, SourceDBInstanceIdentifier: "
                "'arn:aws:rds:us-east-1:123456789012:db:orders'}");
    assert_string_equal(client_text(&client, "DBInstance.ReadReplicaSourceDBInstanceIdentifier"),
                        "arn:aws:rds:us-east-1:123456789012:db:orders");
    assert_int_equal(client_integer(&client, "DBInstance.BackupRetentionPeriod"), 0);
    client_refused(&client, "InvalidDBInstanceStateFault", "creating", "rds:PromoteReadReplica",
                   "{DBInstanceIdentifier: copy}");
    at_s = run_until(&client, at_s, "copy", "available");
    client_refused(&client, "InvalidDBInstanceStateFault", "replica", "rds:StopDBInstance",
                   "{DBInstanceIdentifier: copy}");
    client_refused(&client, "InvalidParameterCombination", "replica", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: copy, FinalDBSnapshotIdentifier: last}");
    client_refused(&client, "InvalidParameterValue", "retention", "rds:PromoteReadReplica",
                   "{DBInstanceIdentifier: copy, BackupRetentionPeriod: 36}");
    client.region = "us-east-1";
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders}");
    assert_string_equal(client_text(&client, "DBInstances.0.ReadReplicaDBInstanceIdentifiers.0"),
                        "arn:aws:rds:us-west-2:123456789012:db:copy");
    client_refused(&client, "InvalidDBInstanceStateFault", "not a read replica",
                   "rds:PromoteReadReplica", "{DBInstanceIdentifier: orders}");
    client_refused(&client, "InvalidParameterValue", "source", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, BackupRetentionPeriod: 0}");
    client.region = "us-west-2";
    client_call(&client, "rds:PromoteReadReplica",
                "{DBInstanceIdentifier: copy, BackupRetentionPeriod: 7}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "modifying");
    at_s = run_until(&client, at_s, "copy", "rebooting");
    at_s = run_until(&client, at_s, "copy", "backing-up");
    client_refused(&client, "InvalidDBInstanceStateFault", "not a read replica",
                   "rds:PromoteReadReplica", "{DBInstanceIdentifier: copy}");
    (void)run_until(&client, at_s, "copy", "available");
    assert_null(client_at(&client, "DBInstances.0.ReadReplicaSourceDBInstanceIdentifier"));
    client.region = "us-east-1";
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders}");
    assert_int_equal(client_count(&client, "DBInstances.0.ReadReplicaDBInstanceIdentifiers"), 0);
    client_close(&client);
}

static void replicas_of_a_deleted_source(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "rds:CreateDBInstance",
                "{DBInstanceIdentifier: bare, BackupRetentionPeriod: 0, " NEW_INSTANCE "}");
    client_refused(&client, "InvalidDBInstanceStateFault", "backups",
                   "rds:CreateDBInstanceReadReplica",
                   "{DBInstanceIdentifier: copy, SourceDBInstanceIdentifier: bare}");
    create(&client, "orders");
    client_call(&client, "rds:CreateDBInstanceReadReplica",
                "{DBInstanceIdentifier: near, SourceDBInstanceIdentifier: orders}");
    client.region = "eu-west-1";
    client_call(&client, "rds:CreateDBInstanceReadReplica",
                "{DBInstanceIdentifier: far, SourceDBInstanceIdentifier: "
                "'arn:aws:rds:us-east-1:123456789012:db:orders'}");
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: far}");
    assert_string_equal(client_text(&client, "DBInstances.0.StatusInfos.0.Status"), "replicating");
    client.region = "us-east-1";
    client_call(&client, "rds:DeleteDBInstance",
                "{DBInstanceIdentifier: orders, SkipFinalSnapshot: true}");
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: near}");
    assert_null(client_at(&client, "DBInstances.0.ReadReplicaSourceDBInstanceIdentifier"));
    assert_int_equal(client_count(&client, "DBInstances.0.StatusInfos"), 0);
    client.region = "eu-west-1";
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: far}");
    assert_string_equal(client_text(&client, "DBInstances.0.StatusInfos.0.Status"), "terminated");
    client_close(&client);
}

static void snapshots_are_made_copied_and_deleted(void **state)
{
    struct client client;
    int64_t at_s;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    client_refused(&client, "InvalidDBInstanceStateFault", "creating", "rds:CreateDBSnapshot",
                   "{DBInstanceIdentifier: orders, DBSnapshotIdentifier: s}");
    at_s = run_until(&client, 0, "orders", "available");
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:CreateDBSnapshot",
                   "{DBInstanceIdentifier: none, DBSnapshotIdentifier: s}");
    client_call(&client, "rds:CreateDBSnapshot",
                "{DBInstanceIdentifier: orders, DBSnapshotIdentifier: s, Tags: [{Key: a, Value: "
                "b}]}");
    assert_string_equal(client_text(&client, "DBSnapshot.Status"), "creating");
    expect_status(&client, "orders", "backing-up");
    client_refused(&client, "InvalidDBSnapshotStateFault", "creating", "rds:CopyDBSnapshot",
                   "{SourceDBSnapshotIdentifier: s, TargetDBSnapshotIdentifier: t}");
    client_refused(&client, "InvalidDBSnapshotStateFault", "creating", "rds:DeleteDBSnapshot",
                   "{DBSnapshotIdentifier: s}");
    client_refused(&client, "InvalidDBSnapshotStateFault", "creating",
                   "rds:RestoreDBInstanceFromDBSnapshot",
                   "{DBSnapshotIdentifier: s, DBInstanceIdentifier: new}");
    client_run(&client, at_s + 24 * HOUR_S);
    client.region = "us-west-2";
    client_refused(&client, "DBSnapshotNotFoundFault", "", "rds:CopyDBSnapshot",
                   "{SourceDBSnapshotIdentifier: s, TargetDBSnapshotIdentifier: t}");
    client_call(&client, "rds:CopyDBSnapshot",
                "{SourceDBSnapshotIdentifier: 'arn:aws:rds:us-east-1:123456789012:snapshot:s', "
                "TargetDBSnapshotIdentifier: t, CopyTags: true}");
    assert_string_equal(client_text(&client, "DBSnapshot.SourceRegion"), "us-east-1");
    assert_string_equal(client_text(&client, "DBSnapshot.TagList.0.Key"), "a");
    client_refused(&client, "DBSnapshotAlreadyExistsFault", "", "rds:CopyDBSnapshot",
                   "{SourceDBSnapshotIdentifier: 'arn:aws:rds:us-east-1:123456789012:snapshot:s', "
                   "TargetDBSnapshotIdentifier: T}");
    client_run(&client, at_s + 48 * HOUR_S);
    client_call(&client, "rds:RestoreDBInstanceFromDBSnapshot",
                "{DBSnapshotIdentifier: t, DBInstanceIdentifier: orders}");
    client_call(&client, "rds:DeleteDBSnapshot", "{DBSnapshotIdentifier: t}");
    assert_string_equal(client_text(&client, "DBSnapshot.Status"), "deleted");
    client_refused(&client, "DBSnapshotNotFoundFault", "", "rds:DescribeDBSnapshots",
                   "{DBSnapshotIdentifier: t}");
    client_close(&client);
}

static void what_is_encrypted_needs_a_key_elsewhere(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "rds:CreateDBInstance",
                "{DBInstanceIdentifier: orders, StorageEncrypted: true, " NEW_INSTANCE "}");
    client_call(&client, "rds:CreateDBSnapshot",
                "{DBInstanceIdentifier: orders, DBSnapshotIdentifier: s}");
    assert_int_equal(client_integer(&client, "DBSnapshot.Encrypted"), 1);
    client_refused(&client, "DBSnapshotAlreadyExistsFault", "", "rds:StopDBInstance",
                   "{DBInstanceIdentifier: orders, DBSnapshotIdentifier: s}");
    client.region = "us-west-2";
    client_refused(&client, "InvalidParameterCombination", "KmsKeyId", "rds:CopyDBSnapshot",
                   "{SourceDBSnapshotIdentifier: 'arn:aws:rds:us-east-1:123456789012:snapshot:s', "
                   "TargetDBSnapshotIdentifier: t}");
    client_call(&client, "rds:CopyDBSnapshot",
                "{SourceDBSnapshotIdentifier: 'arn:aws:rds:us-east-1:123456789012:snapshot:s', "
                "TargetDBSnapshotIdentifier: t, KmsKeyId: key}");
    client_call(&client, "rds:RestoreDBInstanceFromDBSnapshot",
                "{DBSnapshotIdentifier: t, DBInstanceIdentifier: orders}");
    assert_int_equal(client_integer(&client, "DBInstance.StorageEncrypted"), 1);
    assert_string_equal(client_text(&client, "DBInstance.KmsKeyId"), "key");
    client_close(&client);
}

/* Two accounts of the same seed live through the same; what is made besides shifts nothing. */
static void durations_are_the_databases_own(void **state)
{
    int64_t ready_s[2];
    struct client client;

    (void)state;
    for (int i = 0; i < 2; i++) {
        client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
        if (i == 1) {
            create(&client, "another");
        }
        create(&client, "orders");
        ready_s[i] = run_until(&client, 0, "orders", "available");
        client_close(&client);
    }
    assert_int_equal(ready_s[0], ready_s[1]);
}

static void restores_to_a_point_in_time(void **state)
{
    struct client client;
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_account_request request = {.service = "rds",
                                         .operation = "RestoreDBInstanceToPointInTime",
                                         .region = "us-east-1",
                                         .input = input};
    struct bs_account_answer answer;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    client_run(&client, 24 * HOUR_S + 200);
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders}");
    assert_true(client_at(&client, "DBInstances.0.LatestRestorableTime")->is.instant.ns ==
                BS_AT_SECONDS(24 * HOUR_S).ns);
    client_refused(&client, "InvalidParameterCombination", "Either",
                   "rds:RestoreDBInstanceToPointInTime",
                   "{SourceDBInstanceIdentifier: orders, TargetDBInstanceIdentifier: new}");
    bs_tree_set_text(input, "SourceDBInstanceIdentifier", "orders");
    bs_tree_set_text(input, "TargetDBInstanceIdentifier", "new");
    bs_tree_set_instant(input, "RestoreTime", BS_AT_SECONDS(24 * HOUR_S + 100));
    bs_account_perform(client.account, &request, &answer);
    assert_string_equal(answer.error, "InvalidParameterValue");
    bs_account_answer_clean_up(&answer);
    bs_tree_set_instant(input, "RestoreTime", BS_AT_SECONDS(HOUR_S));
    bs_account_perform(client.account, &request, &answer);
    assert_null(answer.error);
    bs_account_answer_clean_up(&answer);
    client_call(&client, "rds:CreateDBInstance",
                "{DBInstanceIdentifier: bare, BackupRetentionPeriod: 0, " NEW_INSTANCE "}");
    client_run(&client, 48 * HOUR_S);
    expect_status(&client, "new", "available");
    client_refused(&client, "PointInTimeRestoreNotEnabledFault", "",
                   "rds:RestoreDBInstanceToPointInTime",
                   "{SourceDBInstanceIdentifier: bare, TargetDBInstanceIdentifier: x, "
                   "UseLatestRestorableTime: true}");
    client_refused(&client, "DBInstanceAlreadyExistsFault", "",
                   "rds:RestoreDBInstanceToPointInTime",
                   "{SourceDBInstanceIdentifier: orders, TargetDBInstanceIdentifier: New, "
                   "UseLatestRestorableTime: true}");
    bs_tree_destroy(input);
    client_close(&client);
}

static void events_and_tags_are_kept(void **state)
{
    struct client client;
    int64_t at_s;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    create(&client, "orders");
    at_s = run_until(&client, 0, "orders", "available");
    client_call(&client, "rds:DescribeEvents",
                "{SourceIdentifier: orders, SourceType: db-instance}");
    assert_int_equal(client_count(&client, "Events"), 2);
    assert_string_equal(client_text(&client, "Events.0.Message"), "DB instance created");
    assert_string_equal(client_text(&client, "Events.1.EventCategories.0"), "backup");
    client_call(&client, "rds:DescribeEvents", "{EventCategories: [deletion]}");
    assert_int_equal(client_count(&client, "Events"), 0);
    client_refused(&client, "InvalidParameterCombination", "SourceType", "rds:DescribeEvents",
                   "{SourceIdentifier: orders}");
    client_run(&client, at_s + 2 * HOUR_S);
    client_call(&client, "rds:DescribeEvents", "{}");
    assert_int_equal(client_count(&client, "Events"), 0);
    client_call(&client, "rds:AddTagsToResource",
                "{ResourceName: 'arn:aws:rds:us-east-1:123456789012:db:orders', Tags: [{Key: tier, "
                "Value: '1'}, {Key: team, Value: shop}]}");
    client_call(&client, "rds:RemoveTagsFromResource",
                "{ResourceName: 'arn:aws:rds:us-east-1:123456789012:db:orders', TagKeys: [tier]}");
    client_call(&client, "rds:ListTagsForResource",
                "{ResourceName: 'arn:aws:rds:us-east-1:123456789012:db:orders'}");
    assert_int_equal(client_count(&client, "TagList"), 1);
    assert_string_equal(client_text(&client, "TagList.0.Value"), "shop");
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:ListTagsForResource",
                   "{ResourceName: 'arn:aws:rds:us-east-1:123456789012:db:none'}");
    client_refused(&client, "InvalidParameterValue", "", "rds:ListTagsForResource",
                   "{ResourceName: orders}");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(creation_takes_time_and_ends_in_a_backup),
        cmocka_unit_test(what_cannot_be_created_is_refused),
        cmocka_unit_test(quotas_hold),
        cmocka_unit_test(modifications_wait_for_the_window_unless_immediate),
        cmocka_unit_test(wrong_modifications_are_refused),
        cmocka_unit_test(a_renamed_source_keeps_its_replicas),
        cmocka_unit_test(stopping_and_starting),
        cmocka_unit_test(deletion_asks_for_a_final_snapshot),
        cmocka_unit_test(a_replica_elsewhere_is_promoted),
        cmocka_unit_test(replicas_of_a_deleted_source),
        cmocka_unit_test(snapshots_are_made_copied_and_deleted),
        cmocka_unit_test(what_is_encrypted_needs_a_key_elsewhere),
        cmocka_unit_test(durations_are_the_databases_own),
        cmocka_unit_test(restores_to_a_point_in_time),
        cmocka_unit_test(events_and_tags_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
