/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_PLAN_BINDINGS_H
#define BS_ORCHESTRATOR_PLAN_BINDINGS_H

/**
 * What the names in a plan stand for: the resources, watchers and roles of the platform that it is for.
 *
 * A plan names resources by id and Regions by role; whoever loads it says what there is. Ids are unique
 * among resources of the kinds from ecs_service to dns_record, and among health checks, alarms and probes of
 * each kind by itself (a probe and a service may both be called `app`). The loader copies what it keeps.
 */

#include <stddef.h>
#include <stdint.h>

#include "base/time.h"
#include "orchestrator/calls/calls.h"

struct bs_binding {
    const char *id;
    const char
        *kind; /* A word of BS_PLAN_RESOURCE_KINDS (orchestrator/core/plan.h): "rds_replica". */
    const char
        *region; /* Real name; "global" for health checks and DNS records. For alarms and probes
                            the Region they watch from. "people" for a person. NULL for an ecr_image and a
                            secret, which lie in several. */
    const char
        *related; /* alb: the service it serves; rds_replica: its primary; probe: the record or
                            load balancer it asks (required); else NULL. */
    struct bs_duration every; /* Watchers: asked so often. 0: 10 s. */
    int64_t failures;         /* Probes: unhealthy after so many in a row. 0: 3. */
    enum bs_http_check check; /* Probes: what is asked; health unless said otherwise. */
};

struct bs_role_binding {
    const char *role;   /* "primary", "standby", "control", .. */
    const char *region; /* "us-east-1" */
};

/** Everything is borrowed for the duration of loading. */
struct bs_bindings {
    const struct bs_binding *bindings;
    size_t binding_count;
    const struct bs_role_binding *roles;
    size_t role_count;
};

#endif
