/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PATH_TEMPLATE_H
#define BS_MOCKS_PATH_TEMPLATE_H

/** Which of a REST service's operations a request is for: "/{Bucket}/{Key+}?tagging" and its like. */

#include "mocks/http.h"
#include "mocks/shape.h"

/**
 * The operation whose method and template fit, or NULL. Of several the one that asks most of the query string
 * and the headers and gets it. `target` stands for the request's.
 */
const struct bs_operation_shape *bs_path_template_find(const struct bs_service_shape *service,
                                                       const struct bs_http_request *request,
                                                       const char *target);

/** Whether the operation's template or one of its members takes the query parameter. */
bool bs_path_template_takes(const struct bs_operation_shape *operation, const char *name,
                            size_t length);

/** Whether the target's query has a parameter of that name, with any value or none. */
bool bs_path_template_query_has(const char *target, const char *name, size_t length);

#endif
