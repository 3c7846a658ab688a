/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_ROUTER_H
#define BS_MOCKS_ROUTER_H

/**
 * From a request to the operation it asks for: by the credential's scope, the host, X-Amz-Target, the form's
 * Action and Version, or the templates of paths.
 */

#include "mocks/authentication.h"
#include "mocks/shape.h"

enum { BS_ROUTE_MESSAGE_MAX = 512, BS_ROUTE_BUCKET_MAX = 256 };

/** To be cleaned up. */
struct bs_route {
    const struct bs_service_shape *service;     /* NULL: nobody knows whom it is for. */
    const struct bs_operation_shape *operation; /* NULL: the service has none such; then .. */
    const char *error;                          /* .. its code, */
    int status;                                 /* .. its status, */
    char message[BS_ROUTE_MESSAGE_MAX]; /* .. and its words, with the nearest that there is. */
    enum bs_protocol protocol; /* Also of a service that is not known: what it seems to speak. */
    enum bs_dialect dialect;
    char region[BS_CLAIM_NAME_MAX];
    char host_region[BS_CLAIM_NAME_MAX]; /* That the host names; empty: none. */
    const char *target;      /* The request's own; path style if the host named a bucket. */
    struct bs_buffer buffer; /* Of `target`, if it is not the request's. */
};

/** `route` is overwritten. Its target may be the request's own text. */
void bs_route_find(const struct bs_http_request *request, const struct bs_signature_claim *claim,
                   struct bs_route *route);

void bs_route_clean_up(struct bs_route *route);

#endif
