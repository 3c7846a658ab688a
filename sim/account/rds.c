/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Amazon Relational Database Service: which operation is whose. The scenario's databases are brought up to
 * date before each of them. Source: Amazon RDS API Reference and User Guide.
 */

#include "sim/account/rds.h"

#include <string.h>

#include "base/assert.h"
#include "sim/account/services.h"

/*  name                              behaviour                    depth     is paged by the server */
#define OPERATIONS(X)                                                                       \
    X(AddTagsToResource, bs_db_add_tags, RECORDED, false)                                   \
    X(CopyDBClusterSnapshot, bs_db_copy_snapshot, MODELLED, false)                          \
    X(CopyDBSnapshot, bs_db_copy_snapshot, MODELLED, false)                                 \
    X(CreateDBCluster, bs_db_create_cluster, MODELLED, false)                               \
    X(CreateDBClusterParameterGroup, bs_db_create_parameter_group, RECORDED, false)         \
    X(CreateDBClusterSnapshot, bs_db_create_snapshot, MODELLED, false)                      \
    X(CreateDBInstance, bs_db_create_instance, MODELLED, false)                             \
    X(CreateDBInstanceReadReplica, bs_db_create_replica, MODELLED, false)                   \
    X(CreateDBParameterGroup, bs_db_create_parameter_group, RECORDED, false)                \
    X(CreateDBSnapshot, bs_db_create_snapshot, MODELLED, false)                             \
    X(CreateDBSubnetGroup, bs_db_create_subnet_group, RECORDED, false)                      \
    X(CreateGlobalCluster, bs_db_create_global, MODELLED, false)                            \
    X(DeleteDBCluster, bs_db_delete_cluster, MODELLED, false)                               \
    X(DeleteDBClusterParameterGroup, bs_db_delete_parameter_group, RECORDED, false)         \
    X(DeleteDBClusterSnapshot, bs_db_delete_snapshot, MODELLED, false)                      \
    X(DeleteDBInstance, bs_db_delete_instance, MODELLED, false)                             \
    X(DeleteDBParameterGroup, bs_db_delete_parameter_group, RECORDED, false)                \
    X(DeleteDBSnapshot, bs_db_delete_snapshot, MODELLED, false)                             \
    X(DeleteDBSubnetGroup, bs_db_delete_subnet_group, RECORDED, false)                      \
    X(DeleteGlobalCluster, bs_db_delete_global, MODELLED, false)                            \
    X(DescribeDBClusterParameterGroups, bs_db_describe, RECORDED, true)                     \
    X(DescribeDBClusterParameters, bs_db_describe_parameters, RECORDED, true)               \
    X(DescribeDBClusterSnapshots, bs_db_describe, MODELLED, true)                           \
    X(DescribeDBClusters, bs_db_describe, MODELLED, true)                                   \
    X(DescribeDBEngineVersions, bs_db_describe_engine_versions, RECORDED, true)             \
    X(DescribeDBInstances, bs_db_describe, MODELLED, true)                                  \
    X(DescribeDBParameterGroups, bs_db_describe, RECORDED, true)                            \
    X(DescribeDBParameters, bs_db_describe_parameters, RECORDED, true)                      \
    X(DescribeDBSnapshots, bs_db_describe, MODELLED, true)                                  \
    X(DescribeDBSubnetGroups, bs_db_describe, RECORDED, true)                               \
    X(DescribeEvents, bs_db_describe_events, MODELLED, true)                                \
    X(DescribeGlobalClusters, bs_db_describe, MODELLED, true)                               \
    X(DescribeOrderableDBInstanceOptions, bs_db_describe_orderable_options, RECORDED, true) \
    X(DescribePendingMaintenanceActions, bs_db_describe_maintenance, RECORDED, true)        \
    X(FailoverDBCluster, bs_db_fail_over_cluster, MODELLED, false)                          \
    X(FailoverGlobalCluster, bs_db_fail_over_global, MODELLED, false)                       \
    X(ListTagsForResource, bs_db_list_tags, RECORDED, false)                                \
    X(ModifyDBCluster, bs_db_modify_cluster, MODELLED, false)                               \
    X(ModifyDBClusterParameterGroup, bs_db_modify_parameter_group, RECORDED, false)         \
    X(ModifyDBInstance, bs_db_modify_instance, MODELLED, false)                             \
    X(ModifyDBParameterGroup, bs_db_modify_parameter_group, RECORDED, false)                \
    X(ModifyDBSubnetGroup, bs_db_modify_subnet_group, RECORDED, false)                      \
    X(ModifyGlobalCluster, bs_db_modify_global, MODELLED, false)                            \
    X(PromoteReadReplica, bs_db_promote_replica, MODELLED, false)                           \
    X(PromoteReadReplicaDBCluster, bs_db_promote_cluster, MODELLED, false)                  \
    X(RebootDBInstance, bs_db_reboot_instance, MODELLED, false)                             \
    X(RemoveFromGlobalCluster, bs_db_remove_from_global, MODELLED, false)                   \
    X(RemoveTagsFromResource, bs_db_remove_tags, RECORDED, false)                           \
    X(ResetDBClusterParameterGroup, bs_db_reset_parameter_group, RECORDED, false)           \
    X(ResetDBParameterGroup, bs_db_reset_parameter_group, RECORDED, false)                  \
    X(RestoreDBClusterFromSnapshot, bs_db_restore_cluster, MODELLED, false)                 \
    X(RestoreDBClusterToPointInTime, bs_db_restore_cluster_in_time, MODELLED, false)        \
    X(RestoreDBInstanceFromDBSnapshot, bs_db_restore_instance, MODELLED, false)             \
    X(RestoreDBInstanceToPointInTime, bs_db_restore_instance_in_time, MODELLED, false)      \
    X(StartDBCluster, bs_db_start_cluster, MODELLED, false)                                 \
    X(StartDBInstance, bs_db_start_instance, MODELLED, false)                               \
    X(StopDBCluster, bs_db_stop_cluster, MODELLED, false)                                   \
    X(StopDBInstance, bs_db_stop_instance, MODELLED, false)                                 \
    X(SwitchoverGlobalCluster, bs_db_switch_over_global, MODELLED, false)

static bs_account_operation_fn perform;

static const struct bs_account_operation operations[] = {
#define OPERATION_ROW(name, behaviour, depth, is_paged) \
    {#name, perform, BS_ACCOUNT_##depth, is_paged},
    OPERATIONS(OPERATION_ROW)
#undef OPERATION_ROW
};

enum { OPERATION_COUNT = sizeof(operations) / sizeof(operations[0]) };

static bs_account_operation_fn *const behaviours[OPERATION_COUNT] = {
#define BEHAVIOUR_ROW(name, behaviour, depth, is_paged) behaviour,
    OPERATIONS(BEHAVIOUR_ROW)
#undef BEHAVIOUR_ROW
};

static void perform(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    size_t i = 0;

    while (i < OPERATION_COUNT && strcmp(operations[i].name, request->operation) != 0) {
        i++;
    }
    BS_ASSERT(i < OPERATION_COUNT);
    bs_db_world_refresh(account);
    behaviours[i](account, request, answer);
}

const struct bs_account_service bs_account_service_rds = {
    .name = "rds",
    .operations = operations,
    .operation_count = OPERATION_COUNT,
    .start = bs_db_world_refresh,
};
