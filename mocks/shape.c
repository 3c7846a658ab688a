/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

#include "mocks/shape.h"

#include <stdlib.h>
#include <string.h>

#include "mocks/shapes/services.h"

#define SERVICE_ADDRESS(NAME) &bs_service_shape_##NAME,

static const struct bs_service_shape *const services[] = {BS_SERVICE_SHAPES(SERVICE_ADDRESS)};

enum { SERVICES = sizeof(services) / sizeof(services[0]) };

const struct bs_service_shape *const *bs_service_shapes(size_t *count)
{
    *count = SERVICES;
    return services;
}

const struct bs_service_shape *bs_service_shape(const char *name)
{
    for (size_t i = 0; i < SERVICES; i++) {
        if (strcmp(services[i]->name, name) == 0) {
            return services[i];
        }
    }
    return NULL;
}

static int compare_operation(const void *name, const void *operation)
{
    return strcmp(name, ((const struct bs_operation_shape *)operation)->name);
}

const struct bs_operation_shape *bs_operation_shape(const struct bs_service_shape *service,
                                                    const char *name)
{
    return bsearch(name, service->operations, service->operation_count,
                   sizeof(service->operations[0]), compare_operation);
}

const struct bs_shape_error *bs_shape_error(const struct bs_service_shape *service,
                                            const char *name)
{
    for (size_t i = 0; i < service->error_count; i++) {
        if (strcmp(service->errors[i].shape, name) == 0) {
            return &service->errors[i];
        }
    }
    for (size_t i = 0; i < service->error_count; i++) {
        if (strcmp(service->errors[i].code, name) == 0) {
            return &service->errors[i];
        }
    }
    return NULL;
}
