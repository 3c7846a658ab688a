/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_SERVICE_H
#define BS_ORCHESTRATOR_AWS_SERVICE_H

/**
 * The AWS services that are called, and the names each of them goes by.
 *
 * Source: the metadata of AWS's service models (service id, endpoint prefix, signing name).
 */

#include <stdbool.h>

/*
 *   id                 service id                    endpoint prefix            signing name         global
 */
#define BS_AWS_SERVICES(X)                                                                     \
    X(APPLICATION_AUTOSCALING, "Application Auto Scaling", "application-autoscaling",          \
      "application-autoscaling", false)                                                        \
    X(CLOUDWATCH, "CloudWatch", "monitoring", "monitoring", false)                             \
    X(DYNAMODB, "DynamoDB", "dynamodb", "dynamodb", false)                                     \
    X(EC2, "EC2", "ec2", "ec2", false)                                                         \
    X(ECR, "ECR", "api.ecr", "ecr", false)                                                     \
    X(ECS, "ECS", "ecs", "ecs", false)                                                         \
    X(ELB, "Elastic Load Balancing v2", "elasticloadbalancing", "elasticloadbalancing", false) \
    X(FIS, "fis", "fis", "fis", false)                                                         \
    X(RDS, "RDS", "rds", "rds", false)                                                         \
    X(ROUTE53, "Route 53", "route53", "route53", true)                                         \
    X(SERVICE_QUOTAS, "Service Quotas", "servicequotas", "servicequotas", false)               \
    X(SNS, "SNS", "sns", "sns", false)                                                         \
    X(SSM, "SSM", "ssm", "ssm", false)                                                         \
    X(STS, "STS", "sts", "sts", false)

enum bs_aws_service {
#define BS_AWS_SERVICE_ID(id, service_id, prefix, signing, is_global) BS_AWS_##id,
    BS_AWS_SERVICES(BS_AWS_SERVICE_ID)
#undef BS_AWS_SERVICE_ID
        BS_AWS_SERVICE_COUNT,
};

struct bs_aws_service_info {
    const char *service_id;      /* "Route 53": configuration goes by it. */
    const char *endpoint_prefix; /* "api.ecr": first in the host's name. */
    const char *signing_name;    /* "ecr": in the scope of signatures. */
    bool is_global;              /* One endpoint for all Regions of a partition. */
};

/** The row of the table above. */
const struct bs_aws_service_info *bs_aws_service_info(enum bs_aws_service service);

#endif
