/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_FAULTS_FAULT_H
#define BS_SIM_FAULTS_FAULT_H

/**
 * The grammar of faults: one for scenario files and for the live mock.
 *
 * A fault has a name, an onset (fixed or drawn; from the start of the run or after another fault's onset),
 * an end (`for`; absent: it lasts), and exactly one of the kinds below, which is a key of its own:
 *
 *     - {name: us-east-1 lost, at: 10m, region_loss: primary}
 *     - {name: blip, at: 10m, for: 5s, region_loss: {region: primary, connections: refused}}
 *     - {name: no record changes, at: 0s, control_plane_loss: {region: global, services: [route53]}}
 *
 * What the names in it refer to is checked by whoever knows the estate.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/document.h"
#include "sim/engine/variate.h"

enum bs_fault_kind {
    BS_FAULT_REGION_LOSS, /* Both planes of every service in a Region, and its clients' way in. */
    BS_FAULT_CONTROL_PLANE_LOSS, /* The APIs of some or all services in a Region. */
    BS_FAULT_DATA_PLANE_LOSS,    /* What the services do, with their APIs still answering. */
    BS_FAULT_REPLICATION_STALL,  /* A replica receives nothing while it lasts. */
    BS_FAULT_ERRORS,            /* Gray failure: a share of a load balancer's answers are errors. */
    BS_FAULT_LAG,               /* A replica's lag is drawn from another distribution. */
    BS_FAULT_PROMOTION_FAILURE, /* Promotions of a replica come to nothing. */
    BS_FAULT_KIND_COUNT,
};

/** What a caller of something that is lost notices. */
enum bs_loss_manner {
    BS_LOSS_HANGS,   /* Packets vanish: callers wait until they give up. */
    BS_LOSS_REFUSES, /* Connections are refused at once. */
};

/** How a promotion comes to nothing. */
enum bs_promotion_failure {
    BS_PROMOTION_SUCCEEDS,
    BS_PROMOTION_REVERTS,    /* It begins, and half-way through the instance is a replica again. */
    BS_PROMOTION_BACKING_UP, /* It is refused, since a backup has begun. */
};

enum { BS_FAULT_SERVICES_MAX = 16 };

/** All texts are borrowed from the document. */
struct bs_fault {
    const char *name;
    struct bs_position at_position;
    struct bs_distribution onset; /* Since the start of the run, or since `after`'s onset. */
    const char *after;            /* Another fault's name, or NULL. */
    bool ends;
    struct bs_distribution lasts; /* Only if `ends`. */
    enum bs_fault_kind kind;
    enum bs_loss_manner manner;
    const char *
        region; /* REGION_LOSS, CONTROL_PLANE_LOSS, DATA_PLANE_LOSS: a role or name, or "global". */
    const char *resource; /* REPLICATION_STALL, LAG, PROMOTION_FAILURE: a replica; ERRORS: a load
                             balancer. */
    int64_t share_ppb;    /* ERRORS, CONTROL_PLANE_LOSS: the share of requests that fail. */
    bool takes_global;    /* REGION_LOSS: global control planes hosted there go down with it. */
    struct bs_distribution lag;                  /* LAG. */
    int64_t times;                               /* PROMOTION_FAILURE: so many promotions. */
    enum bs_promotion_failure failure;           /* PROMOTION_FAILURE. */
    const char *services[BS_FAULT_SERVICES_MAX]; /* None: all. */
    size_t service_count;
};

/** The kind as files and histories name it: "region_loss". */
const char *bs_fault_kind_name(enum bs_fault_kind kind);

/** Reads one fault. BS_ERR_INPUT with a position if it is not well formed. */
enum bs_status bs_fault_decode(const struct bs_node *node, struct bs_arena *arena,
                               struct bs_fault *fault, struct bs_error *error);

#endif
