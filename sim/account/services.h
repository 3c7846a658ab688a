/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_SERVICES_H
#define BS_SIM_ACCOUNT_SERVICES_H

/**
 * All services of an account, one row and one file each. A new service is a row here and a file beside; what
 * is "-" in its name is "_" here.
 */

#include "sim/account/account.h"

#define BS_ACCOUNT_SERVICES(X) \
    X(application_autoscaling) \
    X(autoscaling)             \
    X(cloudwatch)              \
    X(dynamodb)                \
    X(dynamodbstreams)         \
    X(ec2)                     \
    X(ecr)                     \
    X(ecs)                     \
    X(elbv2)                   \
    X(rds)                     \
    X(route53)                 \
    X(s3)                      \
    X(secretsmanager)          \
    X(service_quotas)          \
    X(sns)                     \
    X(ssm)                     \
    X(sts)

#define BS_SERVICE_DECLARATION(name) \
    extern const struct bs_account_service bs_account_service_##name;
BS_ACCOUNT_SERVICES(BS_SERVICE_DECLARATION)
#undef BS_SERVICE_DECLARATION

#endif
