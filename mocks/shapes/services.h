/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Made by tools/aws_shapes.py from botocore 1.29.27; do not edit. */
/* clang-format off */

#ifndef BS_MOCKS_SHAPES_SERVICES_H
#define BS_MOCKS_SHAPES_SERVICES_H

/** Every service there are shapes of, by name. */

#include "mocks/shape.h"

#define BS_SERVICE_SHAPES(ROW) \
    ROW(application_autoscaling) \
    ROW(autoscaling) \
    ROW(cloudwatch) \
    ROW(dynamodb) \
    ROW(dynamodbstreams) \
    ROW(ec2) \
    ROW(ecr) \
    ROW(ecs) \
    ROW(elbv2) \
    ROW(rds) \
    ROW(route53) \
    ROW(s3) \
    ROW(secretsmanager) \
    ROW(service_quotas) \
    ROW(sns) \
    ROW(ssm) \
    ROW(sts)

#define BS_SERVICE_SHAPE_DECLARED(NAME) extern const struct bs_service_shape bs_service_shape_##NAME;
BS_SERVICE_SHAPES(BS_SERVICE_SHAPE_DECLARED)
#undef BS_SERVICE_SHAPE_DECLARED

#endif
