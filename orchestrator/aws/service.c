/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/service.h"

#include <stddef.h>

#include "base/assert.h"

static const struct bs_aws_service_info services[BS_AWS_SERVICE_COUNT] = {
#define BS_AWS_SERVICE_ROW(id, service_id, prefix, signing, is_global) \
    {service_id, prefix, signing, is_global},
    BS_AWS_SERVICES(BS_AWS_SERVICE_ROW)
#undef BS_AWS_SERVICE_ROW
};

const struct bs_aws_service_info *bs_aws_service_info(enum bs_aws_service service)
{
    BS_ASSERT((size_t)service < BS_AWS_SERVICE_COUNT);
    return &services[service];
}
