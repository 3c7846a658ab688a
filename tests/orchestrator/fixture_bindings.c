/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/orchestrator/fixture_bindings.h"

#define EAST    "us-east-1"
#define WEST    "us-west-2"
#define CONTROL "us-east-2"

static const struct bs_binding bindings[] = {
    {.id = "app", .kind = "ecs_service", .region = EAST},
    {.id = "app-dr", .kind = "ecs_service", .region = WEST},
    {.id = "web", .kind = "ecr_image"},
    {.id = "lb", .kind = "alb", .region = EAST, .related = "app"},
    {.id = "lb-dr", .kind = "alb", .region = WEST, .related = "app-dr"},
    {.id = "orders", .kind = "rds_instance", .region = EAST},
    {.id = "orders-dr", .kind = "rds_replica", .region = WEST, .related = "orders"},
    {.id = "uploads", .kind = "s3_bucket", .region = EAST},
    {.id = "uploads-dr", .kind = "s3_bucket", .region = WEST},
    {.id = "active", .kind = "ssm_parameter", .region = CONTROL},
    {.id = "alerts", .kind = "sns_topic", .region = CONTROL},
    {.id = "state", .kind = "dynamodb_table", .region = CONTROL},
    {.id = "commander", .kind = "person", .region = "people"},
    {.id = "press-office", .kind = "person", .region = "people"},
    {.id = "incident-commander", .kind = "person", .region = "people"},
    {.id = "scribe", .kind = "person", .region = "people"},
    {.id = "app", .kind = "health_check", .region = "global"},
    {.id = "app-5xx", .kind = "alarm", .region = CONTROL},
    {.id = "app",
     .kind = "probe",
     .region = CONTROL,
     .related = "app.example.com",
     .failures = 3,
     .every = {10 * BS_NS_PER_S},
     .check = BS_HTTP_WRITE},
    {.id = "app.example.com", .kind = "dns_record", .region = "global"},
};

static const struct bs_role_binding roles[] = {
    {"primary", EAST},
    {"standby", WEST},
    {"control", CONTROL},
};

const struct bs_bindings *fixture_bindings(void)
{
    static const struct bs_bindings all = {.bindings = bindings,
                                           .binding_count = sizeof(bindings) / sizeof(bindings[0]),
                                           .roles = roles,
                                           .role_count = sizeof(roles) / sizeof(roles[0])};

    return &all;
}
