/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS and EC2 on a scenario's own databases: what a client does to them, the world has done to it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/world/rds.h"
#include "tests/account/yaml_client.h"

#define SCENARIO "scenarios/platform/region-loss.yaml"

/* What the orchestrator would be told of the database. */
static struct bs_call_answer world_says(struct client *client, const char *region, const char *id)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE, .region = region, .resource = id};
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};

    bs_rds_describe_instance(client->world, &request, &answer);
    return answer;
}

static struct bs_copy *copy_of(struct client *client, const char *region, const char *id)
{
    const struct bs_call_request request = {.region = region, .resource = id};

    return bs_rds_instance(client->world, &request, NULL);
}

static void promote(struct client *client)
{
    client->region = "us-west-2";
    client_call(client, "rds:PromoteReadReplica",
                "{DBInstanceIdentifier: orders-dr, BackupRetentionPeriod: 3}");
}

static void the_scenarios_databases_are_there(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, SCENARIO, BS_ACCOUNT_REALISTIC);
    client_call(&client, "rds:DescribeDBInstances", "{}");
    assert_int_equal(client_count(&client, "DBInstances"), 1);
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceIdentifier"), "orders");
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceStatus"), "available");
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceClass"), "db.r5.2xlarge");
    assert_int_equal(client_integer(&client, "DBInstances.0.MultiAZ"), 1);
    assert_string_equal(client_text(&client, "DBInstances.0.ReadReplicaDBInstanceIdentifiers.0"),
                        "arn:aws:rds:us-west-2:123456789012:db:orders-dr");
    assert_string_equal(
        client_text(&client, "DBInstances.0.VpcSecurityGroups.0.VpcSecurityGroupId"), "sg-orders");
    client.region = "us-west-2";
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: Orders-DR}");
    assert_string_equal(client_text(&client, "DBInstances.0.ReadReplicaSourceDBInstanceIdentifier"),
                        "arn:aws:rds:us-east-1:123456789012:db:orders");
    client_close(&client);
}

static void a_clients_promotion_is_the_worlds(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, SCENARIO, BS_ACCOUNT_REALISTIC);
    client_run(&client, 60);
    assert_true(world_says(&client, "us-west-2", "orders-dr").is_replica);
    promote(&client);
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "modifying");
    assert_int_equal(world_says(&client, "us-west-2", "orders-dr").state, BS_STATE_MODIFYING);
    client_refused(&client, "InvalidDBInstanceStateFault", "state", "rds:PromoteReadReplica",
                   "{DBInstanceIdentifier: orders-dr}");
    client_run(&client, 60 + 121); /* The scenario says: two minutes at the most. */
    assert_false(world_says(&client, "us-west-2", "orders-dr").is_replica);
    assert_true(copy_of(&client, "us-west-2", "orders-dr")->is_writable);
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders-dr}");
    assert_string_equal(client_text(&client, "DBInstances.0.DBInstanceStatus"), "available");
    assert_null(client_at(&client, "DBInstances.0.ReadReplicaSourceDBInstanceIdentifier"));
    assert_int_equal(client_integer(&client, "DBInstances.0.BackupRetentionPeriod"), 3);
    client.region = "us-east-1";
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders}");
    assert_int_equal(client_count(&client, "DBInstances.0.ReadReplicaDBInstanceIdentifiers"), 0);
    client_refused(&client, "InvalidDBInstanceStateFault", "", "rds:PromoteReadReplica",
                   "{DBInstanceIdentifier: orders}");
    client_close(&client);
}

/* us-east-1 is lost from minute 10 to minute 40. */
static void a_database_is_deleted_and_rebuilt(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, "scenarios/platform/failback.yaml", BS_ACCOUNT_REALISTIC);
    promote(&client);
    client_run(&client, 3000);
    client.region = "us-east-1";
    client_refused(&client, "InvalidParameterCombination", "required", "rds:DeleteDBInstance",
                   "{DBInstanceIdentifier: orders}");
    client_call(&client, "rds:DeleteDBInstance",
                "{DBInstanceIdentifier: orders, FinalDBSnapshotIdentifier: last}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "deleting");
    assert_int_equal(world_says(&client, "us-east-1", "orders").state, BS_STATE_DELETING);
    client_refused(&client, "DBInstanceAlreadyExistsFault", "", "rds:CreateDBInstanceReadReplica",
                   "{DBInstanceIdentifier: orders, SourceDBInstanceIdentifier: "
                   "'arn:aws:rds:us-west-2:123456789012:db:orders-dr'}");
    client_run(&client, 3000 + 601); /* Ten minutes at the most. */
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:DescribeDBInstances",
                   "{DBInstanceIdentifier: orders}");
    client_call(&client, "rds:DescribeDBSnapshots", "{DBSnapshotIdentifier: last}");
    client_call(&client, "rds:CreateDBInstanceReadReplica",
                "{DBInstanceIdentifier: orders, SourceDBInstanceIdentifier: "
                "'arn:aws:rds:us-west-2:123456789012:db:orders-dr'}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "creating");
    assert_string_equal(client_text(&client, "DBInstance.ReadReplicaSourceDBInstanceIdentifier"),
                        "arn:aws:rds:us-west-2:123456789012:db:orders-dr");
    assert_int_equal(world_says(&client, "us-east-1", "orders").state, BS_STATE_CREATING);
    client_run(&client, 3601 + 1501); /* 25 minutes at the most. */
    assert_int_equal(world_says(&client, "us-east-1", "orders").state, BS_STATE_AVAILABLE);
    assert_true(world_says(&client, "us-east-1", "orders").is_replica);
    client_close(&client);
}

static void a_lost_source_cannot_be_replicated(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, SCENARIO, BS_ACCOUNT_REALISTIC);
    client.region = "us-west-2";
    client_call(&client, "rds:DeleteDBInstance",
                "{DBInstanceIdentifier: orders-dr, SkipFinalSnapshot: true}");
    /* us-east-1 is lost at ten minutes; the deletion in us-west-2 goes on. */
    client_run(&client, 7200);
    client_refused(&client, "DBInstanceNotFoundFault", "", "rds:DescribeDBInstances",
                   "{DBInstanceIdentifier: orders-dr}");
    client.region = "us-east-1";
    client_call(&client, "rds:DescribeDBInstances", "{DBInstanceIdentifier: orders}");
    assert_int_equal(client_count(&client, "DBInstances.0.ReadReplicaDBInstanceIdentifiers"), 0);
    client.region = "us-west-2";
    client_refused(&client, "InvalidDBInstanceStateFault", "", "rds:CreateDBInstanceReadReplica",
                   "{DBInstanceIdentifier: orders-dr, SourceDBInstanceIdentifier: "
                   "'arn:aws:rds:us-east-1:123456789012:db:orders'}");
    client_close(&client);
}

static void what_the_world_does_not_know_is_refused(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, SCENARIO, BS_ACCOUNT_REALISTIC);
    client_refused(&client, "InvalidDBInstanceStateFault", "scenario", "rds:RebootDBInstance",
                   "{DBInstanceIdentifier: orders}");
    client_refused(&client, "InvalidDBInstanceStateFault", "scenario", "rds:ModifyDBInstance",
                   "{DBInstanceIdentifier: orders, NewDBInstanceIdentifier: x}");
    client_call(&client, "rds:ModifyDBInstance",
                "{DBInstanceIdentifier: orders, DBInstanceClass: db.r5.4xlarge}");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceClass"), "db.r5.4xlarge");
    assert_string_equal(client_text(&client, "DBInstance.DBInstanceStatus"), "available");
    client_close(&client);
}

static void revoking_ingress_fences_the_database(void **state)
{
    struct client client;
    char rule[64];

    (void)state;
    client_open(&client, SCENARIO, BS_ACCOUNT_REALISTIC);
    assert_true(copy_of(&client, "us-east-1", "orders")->is_writable);
    client_call(&client, "ec2:DescribeSecurityGroupRules",
                "{Filters: [{Name: group-id, Values: [sg-orders]}]}");
    assert_int_equal(client_count(&client, "SecurityGroupRules"), 2);
    client_call(&client, "ec2:AuthorizeSecurityGroupIngress",
                "{GroupId: sg-orders, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: "
                "10.1.0.0/16}");
    client_keep(&client, "SecurityGroupRules.0.SecurityGroupRuleId", rule, sizeof(rule));
    client_call(&client, "ec2:RevokeSecurityGroupIngress",
                "{GroupId: sg-orders, IpPermissions: [{IpProtocol: tcp, FromPort: 5432, ToPort: "
                "5432, UserIdGroupPairs: [{GroupId: sg-orders-clients}]}]}");
    assert_true(copy_of(&client, "us-east-1", "orders")->is_writable);
    client_call(&client, "ec2:RevokeSecurityGroupIngress",
                "{GroupId: sg-orders, SecurityGroupRuleIds: [%s]}", rule);
    assert_false(copy_of(&client, "us-east-1", "orders")->has_ingress);
    assert_false(copy_of(&client, "us-east-1", "orders")->is_writable);
    client_call(&client, "ec2:AuthorizeSecurityGroupIngress",
                "{GroupId: sg-orders, IpPermissions: [{IpProtocol: tcp, FromPort: 5432, ToPort: "
                "5432, UserIdGroupPairs: [{GroupId: sg-orders-clients}]}]}");
    assert_true(copy_of(&client, "us-east-1", "orders")->is_writable);
    client_refused(&client, "DependencyViolation", "", "ec2:DeleteSecurityGroup",
                   "{GroupId: sg-orders}");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scenarios_databases_are_there),
        cmocka_unit_test(a_clients_promotion_is_the_worlds),
        cmocka_unit_test(a_database_is_deleted_and_rebuilt),
        cmocka_unit_test(a_lost_source_cannot_be_replicated),
        cmocka_unit_test(what_the_world_does_not_know_is_refused),
        cmocka_unit_test(revoking_ingress_fences_the_database),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
