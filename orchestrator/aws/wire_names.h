/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_WIRE_NAMES_H
#define BS_ORCHESTRATOR_AWS_WIRE_NAMES_H

/**
 * What only the account knows: how a plan's resources are called there.
 *
 * A plan names resources by ids of its own; AWS wants hosted zones, clusters and ARNs. Whoever makes calls
 * gives these tables; all texts are borrowed and outlive the calls.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "orchestrator/calls/calls.h"

/** A fact about a resource. Those with a default need no row. */
enum bs_wire_fact {
    BS_WIRE_NAME, /* What AWS knows the resource by: health check's id, alarm's, instance's, service's,
                     parameter's or table's name. Default: the plan's id. */
    BS_WIRE_CLUSTER,          /* Of an ECS service. */
    BS_WIRE_TASK_CPU_UNITS,   /* Of one task of an ECS service. Default: 1024, one vCPU. */
    BS_WIRE_REPOSITORY,       /* Of an image. Default: its name. */
    BS_WIRE_IMAGE_TAG,        /* Default: latest. */
    BS_WIRE_TARGET_GROUP_ARN, /* Of a load balancer. */
    BS_WIRE_DNS_NAME,         /* Of a load balancer: what a record points to. */
    BS_WIRE_ALIAS_ZONE, /* Of a load balancer: the zone its DNS name is in; for alias records. */
    BS_WIRE_TOPIC_ARN,  /* Of a topic. */
    BS_WIRE_ARN,        /* Of a database instance, to replicate from in another Region. */
    BS_WIRE_KMS_KEY,    /* Of a database instance: what its replica is encrypted with. Optional. */
    BS_WIRE_SECURITY_GROUP,   /* Of a database: where its clients' rule is. */
    BS_WIRE_CLIENT_GROUP,     /* Of a database: the security group that its clients have. */
    BS_WIRE_PORT,             /* Of a database: what the rule opens. */
    BS_WIRE_SOURCE_BUCKET,    /* Of a bucket that is replicated to. */
    BS_WIRE_REPLICATION_RULE, /* .. and the id of the rule that does it. */
    BS_WIRE_KEY_ATTRIBUTE,    /* Of a table: its partition key, a text. Default: id. */
    BS_WIRE_FACT_COUNT,
};

/** "cluster", for messages. */
const char *bs_wire_fact_name(enum bs_wire_fact fact);

struct bs_wire_name {
    enum bs_wire_fact fact;
    const char *resource; /* The plan's id. */
    const char *region;   /* NULL: in every Region. */
    const char *value;
};

enum { BS_WIRE_RECORD_TARGETS_MAX = 4, BS_WIRE_CHANGE_ID_MAX = 64 };

/** One of the load balancers that a record's sets name, or may name. */
struct bs_wire_target {
    const char *resource;
    int64_t weight; /* 0 to 255, as it is now. Of a simple set: above 0 of what it names, else 0. */
};

/**
 * A record as it is now. An UPSERT replaces whole record sets, so that all of it has to be known.
 * bs_wire_record_changed() keeps it up to date with what is asked for; after a change without an answer
 * whoever keeps the record reads it anew (ListResourceRecordSets).
 */
struct bs_wire_record {
    const char *resource;    /* The plan's id. */
    const char *hosted_zone; /* Its id. */
    const char *name;        /* "shop.example.com". */
    int64_t ttl_s;           /* Does not count for an alias: it has its target's. */
    bool is_alias;           /* Type A, an alias; else CNAME. */
    bool
        is_weighted; /* Sets that are told apart by their targets' ids; else one simple set, which a share
                         of less than all turns into such. */
    struct bs_wire_target targets[BS_WIRE_RECORD_TARGETS_MAX];
    size_t target_count;
};

/**
 * Route 53 names changes by text, the orchestrator by number from 1 on, since 0 is what was there at the
 * start; whoever keeps the pairs may write them down.
 */
struct bs_wire_changes {
    int64_t (*number_of)(void *context, const char *id); /* Below 1: there is no room. */
    const char *(*id_of)(void *context, int64_t number); /* NULL: never heard of. */
    void *context;
};

struct bs_wire_names {
    const struct bs_wire_name *names;
    size_t name_count;
    struct bs_wire_record *records;
    size_t record_count;
    struct bs_wire_changes changes;
};

/** The value, or the fact's default, or NULL. */
const char *bs_wire_name(const struct bs_wire_names *names, enum bs_wire_fact fact,
                         const char *resource, const char *region);

/** The plan's id of what has this ARN, or this name in this Region; what is asked for if nothing has. */
const char *bs_wire_resource_named(const struct bs_wire_names *names, const char *value,
                                   const char *region);

/** NULL if there is none. */
struct bs_wire_record *bs_wire_record(const struct bs_wire_names *names, const char *resource);

/**
 * The weights that give `target` its share in per cent: it has that weight and the others share the rest as
 * they did. False if that cannot be said in whole numbers up to 255, or the target is none of the record's.
 */
bool bs_wire_weights(const struct bs_wire_record *record, const char *target, int64_t percent,
                     int64_t weights[BS_WIRE_RECORD_TARGETS_MAX]);

/** CHANGE_RECORD, CHANGE_TTL: the service has accepted this. */
void bs_wire_record_changed(struct bs_wire_record *record, const struct bs_call_request *call);

enum { BS_WIRE_BOOK_SIZE = 256 };

/** Changes by number in memory, for as long as a process lives; the oldest are forgotten. Begin with {0}. */
struct bs_wire_change_book {
    char ids[BS_WIRE_BOOK_SIZE][BS_WIRE_CHANGE_ID_MAX];
    int64_t count;
};

struct bs_wire_changes bs_wire_changes_of(struct bs_wire_change_book *book);

#endif
