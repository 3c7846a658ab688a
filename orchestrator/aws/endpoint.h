/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_ENDPOINT_H
#define BS_ORCHESTRATOR_AWS_ENDPOINT_H

/**
 * Where a service is to be reached, and for which Region requests to it are signed.
 *
 * What is configured comes before AWS's own endpoints, in this order: given on the command line;
 * AWS_ENDPOINT_URL_SERVICE; AWS_ENDPOINT_URL; the profile's [services] section; the profile's
 * endpoint_url. AWS_IGNORE_CONFIGURED_ENDPOINT_URLS, or ignore_configured_endpoint_urls in the profile,
 * leaves only the first. Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints"; AWS
 * General Reference.
 */

#include <stdbool.h>

#include "base/status.h"
#include "orchestrator/aws/service.h"
#include "orchestrator/aws/shared_config.h"

enum { BS_ENDPOINT_URL_MAX = 512, BS_ENDPOINT_REGION_MAX = 64 };

/** The process's environment, as far as anybody asks: NULL if a variable is not set. Borrowed. */
struct bs_environment {
    const char *(*get)(void *context, const char *name);
    void *context;
};

/** Empty variables count as not set, as to AWS's tools. */
const char *bs_environment_get(const struct bs_environment *environment, const char *name);

struct bs_endpoint_settings {
    struct bs_environment environment;
    const struct bs_shared_config *config; /* NULL: no files. */
    const char *profile;                   /* In `config`. */
    const char *url;                       /* Given on the command line, or NULL. */
    const char *home_region;               /* Whose partition global services are in; NULL: aws. */
};

struct bs_endpoint {
    char url[BS_ENDPOINT_URL_MAX]; /* Without a slash at its end. */
    char signing_region[BS_ENDPOINT_REGION_MAX];
    bool is_configured; /* Not AWS's own. */
};

/**
 * BS_ERR_INPUT: the Region is none of the partitions aws, aws-cn and aws-us-gov, or what is configured
 * is no URL. A global service may be asked for in any Region and in "global".
 */
enum bs_status bs_endpoint_resolve(const struct bs_endpoint_settings *settings,
                                   enum bs_aws_service service, const char *region,
                                   struct bs_endpoint *endpoint, struct bs_error *error);

#endif
