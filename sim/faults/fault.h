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
 * With `repeat: {times: 3, every: 4m}` it begins again so long after each onset, so many times in all; a
 * drawn `for` is then cut short by the next onset.
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
    BS_FAULT_THROTTLE,          /* A share of API calls is turned away: too many requests. */
    BS_FAULT_RESPONSE_LOSS,     /* A share of API calls takes effect and is never answered. */
    BS_FAULT_NOTIFICATION_LOSS, /* Messages and pages are accepted and reach nobody. */
    BS_FAULT_MONITOR,           /* A health check, alarm or probe says the same whatever is true. */
    BS_FAULT_LATENCY,           /* Answers of API calls come so much later. */
    BS_FAULT_KIND_COUNT,
};

/** What a caller of something that is lost notices. */
enum bs_loss_manner {
    /* From the worst on: where faults meet, callers notice the first of them. */
    BS_LOSS_HANGS,   /* Packets vanish: callers wait until they give up. */
    BS_LOSS_REFUSES, /* Connections are refused at once. */
    BS_LOSS_ERRS,    /* Every request is answered with an error of the server's, 5xx. */
};

/** How a promotion comes to nothing. */
enum bs_promotion_failure {
    BS_PROMOTION_SUCCEEDS,
    BS_PROMOTION_REVERTS,    /* It begins, and half-way through the instance is a replica again. */
    BS_PROMOTION_BACKING_UP, /* It is refused, since a backup has begun. */
};

/** What a monitor at fault shows. */
enum bs_fault_shows {
    BS_SHOWS_UNHEALTHY,
    BS_SHOWS_HEALTHY,
    BS_SHOWS_NOTHING,
};

/** The words of files for bs_monitor_kind, in its order; NULL ends them. */
extern const char *const bs_fault_monitor_kinds[];

enum {
    BS_FAULT_NAMES_MAX = 16,
    BS_FAULT_ANY_MONITOR = -1,
    BS_FAULT_REPEATS_MAX = 1000,
    BS_FAULT_NAME_MAX = 200, /* Bytes. */
};

/** A list of names in a fault. */
struct bs_fault_names {
    const char *names[BS_FAULT_NAMES_MAX];
    size_t count;
};

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
    const char *region; /* Kinds that concern a Region: a role or name, or "global". */
    const char
        *resource; /* REPLICATION_STALL, LAG, PROMOTION_FAILURE: a replica; ERRORS: a load balancer;
                     MONITOR: its id. */
    int64_t share_ppb; /* Of requests that fail, calls that meet it, or messages that are lost. */
    bool takes_global; /* REGION_LOSS: global control planes hosted there go down with it. */
    struct bs_fault_names services;    /* None: all. */
    struct bs_fault_names topics;      /* NOTIFICATION_LOSS: these topics and these people; */
    struct bs_fault_names people;      /* neither: all of both. */
    struct bs_duration retry_after;    /* THROTTLE: what the service asks for, or 0. */
    enum bs_fault_shows shows;         /* MONITOR. */
    int32_t monitor_kind;              /* MONITOR: a bs_monitor_kind, or BS_FAULT_ANY_MONITOR. */
    int64_t times;                     /* How often it happens, >= 1. */
    struct bs_duration every;          /* From onset to onset; only if `times` > 1. */
    struct bs_distribution lag;        /* LAG. */
    struct bs_distribution adds;       /* LATENCY. */
    int64_t failures;                  /* PROMOTION_FAILURE: so many promotions. */
    enum bs_promotion_failure failure; /* PROMOTION_FAILURE. */
};

/** Whether a list names something. */
bool bs_fault_has_name(const struct bs_fault_names *names, const char *name);

/** The kind as files and histories name it: "region_loss". */
const char *bs_fault_kind_name(enum bs_fault_kind kind);

/** Reads one fault. BS_ERR_INPUT with a position if it is not well formed. */
enum bs_status bs_fault_decode(const struct bs_node *node, struct bs_arena *arena,
                               struct bs_fault *fault, struct bs_error *error);

#endif
