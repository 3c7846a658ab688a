/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_SCENARIO_SCENARIO_H
#define BS_SIM_SCENARIO_SCENARIO_H

/**
 * A scenario: the estate, its clients, what goes wrong and what is expected, as read from a file.
 *
 * Everything the author leaves out has a default (sim/scenario/defaults.h, each with its source). References
 * between parts are resolved to indices here, so that the world never looks up a name. Immutable after
 * loading; all texts live as long as the scenario. docs/SCENARIOS.md describes the file.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/document.h"
#include "base/status.h"
#include "base/time.h"
#include "sim/engine/variate.h"
#include "sim/faults/fault.h"

#define BS_PPB_ONE INT64_C(1000000000)

enum {
    BS_SCENARIO_REGIONS_MAX = 16,
    BS_SCENARIO_RESOURCES_MAX = 256,
    BS_SCENARIO_FAULTS_MAX = 64,
    BS_SCENARIO_MONITORS_MAX = 64,
    BS_SCENARIO_RECORDS_MAX = 32,
    BS_SCENARIO_POPULATIONS_MAX = 16,
    BS_SCENARIO_PEOPLE_MAX = 32,
    BS_SCENARIO_ORDERS_MAX = 64,
    BS_CLIENT_STORES_MAX = 8,
    BS_SERVICE_SECRETS_MAX = 16,
    BS_CLIENT_RETRIES_MAX = 7,
    BS_RESOLVERS_MAX = 100000,
    BS_NONE = -1, /* "No such thing" where an index is expected. */
};

struct bs_region {
    const char *name;
    const char *role;
};

struct bs_link {
    int32_t regions[2];
    struct bs_duration latency; /* One way. */
};

enum bs_resource_kind {
    BS_RESOURCE_ECS_SERVICE,
    BS_RESOURCE_ECR_IMAGE,
    BS_RESOURCE_ALB,
    BS_RESOURCE_RDS_INSTANCE,
    BS_RESOURCE_RDS_REPLICA,
    BS_RESOURCE_S3_BUCKET,
    BS_RESOURCE_SECRET,
    BS_RESOURCE_SSM_PARAMETER,
    BS_RESOURCE_SNS_TOPIC,
    BS_RESOURCE_DYNAMODB_TABLE,
    BS_RESOURCE_KIND_COUNT,
};

/** Who may write to a store at the same time. */
enum bs_writers {
    BS_WRITERS_ONE,
    BS_WRITERS_HOMED,
    BS_WRITERS_ANY,
};

/** Which copy of a database an application goes to. */
enum bs_database {
    BS_DATABASE_LOCAL,  /* Its own Region's, whatever that can do. */
    BS_DATABASE_WRITER, /* Wherever one can be written, if its own Region's cannot. */
};

/** What a service's tasks run on, and so which API scales it. */
enum bs_runs_on {
    BS_RUNS_ON_FARGATE,
    BS_RUNS_ON_GROUP, /* Each task is an instance of an Auto Scaling group of the service's name. */
};

struct bs_ecs_service {
    int32_t image; /* Index of an ecr_image, or BS_NONE: nothing to pull. */
    int64_t tasks;
    int64_t max_tasks;
    int64_t per_task_nano_per_s; /* Requests that one task can serve. */
    struct bs_distribution launch;
    int64_t cache_hit_ppb;   /* Share of reads that a warm cache answers; 0: no cache. */
    int64_t cache_fill;      /* Reads served until the cache is warm. */
    int64_t autoscaling_min; /* Tasks that autoscaling restores; 0: there is no autoscaling. */
    enum bs_database database;
    enum bs_runs_on runs_on;
    int64_t cpu_units;          /* 1/1024 vCPU a task; 0: not said, as the two below. */
    int64_t memory_bytes;       /* A task's. */
    const char *instance_class; /* Of an Auto Scaling group's instances; NULL. */
    /* What a task cannot start without: secrets and ssm_parameters. */
    int32_t secrets[BS_SERVICE_SECRETS_MAX];
    size_t secret_count;
};

struct bs_ecr_image {
    uint32_t regions; /* Bit set: bit i for Region i. */
    int64_t size_bytes;
    struct bs_distribution pull_per_100mb; /* Time to pull 100 MB from the same Region. */
};

struct bs_alb {
    int32_t targets; /* Index of an ecs_service. */
    struct bs_duration check_interval;
};

/** An rds_instance or an rds_replica. */
struct bs_rds {
    int32_t of; /* The primary's index; BS_NONE for an rds_instance. */
    const char *engine;
    const char *instance_class;
    bool multi_az;
    enum bs_writers writers;
    int64_t queries_nano_per_s; /* Requests per second that it can serve; 0: without limit. */
    int64_t storage_bytes;      /* 0: not said. */
    int64_t write_bytes;        /* What a write adds to the log that is shipped; 0: not said. */
    struct bs_distribution lag;
    struct bs_distribution promotion;
    struct bs_distribution creation; /* Rebuilt as a replica, from another Region. */
    struct bs_distribution deletion; /* With a final snapshot. */
    bool has_lag; /* Said of an rds_instance itself; else as its first replica. */
    bool has_promotion;
};

struct bs_s3_bucket {
    int32_t replicate_to; /* Index of an s3_bucket, or BS_NONE. */
    int32_t source;       /* Index of the bucket that replicates to this one, or BS_NONE. */
    bool replication_time_control;
    bool two_way; /* What the other bucket takes is replicated back. */
    enum bs_writers writers;
    int64_t storage_bytes; /* 0: not said. */
    int64_t write_bytes;   /* Of the object that a write puts; 0: not said. */
    struct bs_distribution replication;
};

/** In Secrets Manager: kept in one Region, replicated to others. */
struct bs_secret {
    const char *name;
    int32_t kept_in;  /* Region. */
    uint32_t regions; /* Bit set: bit i for Region i; those with a copy, `kept_in` among them. */
    uint32_t outdated_in; /* Bit set: of those, the ones whose copy the database does not take. */
};

struct bs_named {
    const char *name; /* An SSM parameter's, SNS topic's or table's own name; defaults to the id. */
};

struct bs_resource {
    const char *id;
    struct bs_position at;
    enum bs_resource_kind kind;
    int32_t region; /* BS_NONE for an ecr_image and a secret, which are in several. */
    union {
        struct bs_ecs_service ecs;
        struct bs_ecr_image image;
        struct bs_alb alb;
        struct bs_rds rds;
        struct bs_s3_bucket s3;
        struct bs_secret secret;
        struct bs_named named;
    } is;
};

enum bs_monitor_kind {
    BS_MONITOR_HEALTH_CHECK,
    BS_MONITOR_ALARM,
    BS_MONITOR_PROBE,
};

enum bs_missing_data {
    BS_MISSING_BREACHING,
    BS_MISSING_NOT_BREACHING,
    BS_MISSING_IGNORE,
    BS_MISSING_MISSING,
};

/** A Route 53 health check, a CloudWatch alarm on a load balancer's errors, or a canary's probe. */
struct bs_monitor {
    const char *id;
    struct bs_position at;
    enum bs_monitor_kind kind;
    int32_t region;   /* Where it looks from; BS_NONE: a health check looks from many Regions. */
    int32_t alb;      /* What it watches. A probe: BS_NONE, it resolves `record`. */
    int32_t record;   /* Probe only. */
    const char *path; /* Probe only: "health", "read" or "write". */
    bool is_https;    /* Its url says so. */
    struct bs_duration interval; /* Health check and probe: between checks; alarm: the period. */
    int64_t failures;            /* Health check and probe: consecutive, until it is unhealthy. */
    int64_t checkers;            /* Health check only. */
    int64_t datapoints;          /* Alarm: M of .. */
    int64_t periods;             /* .. N periods must breach. */
    int64_t above_ppb;           /* Alarm: share of errors. */
    enum bs_missing_data missing;
    struct bs_distribution delivery; /* Alarm: how late a data point arrives. */
};

struct bs_record_set {
    const char *name;
    struct bs_position at;
    int32_t alb; /* What it points to at first. */
    bool is_alias;
    int32_t failover_check; /* The health check whose failure it heeds; BS_NONE: it is plain. */
    int32_t failover_alb;   /* Where it points while that fails. */
    struct bs_duration ttl;
    struct bs_distribution propagation; /* From a change until all name servers answer with it. */
};

enum bs_resolver_behaviour {
    BS_RESOLVER_HONOUR,
    BS_RESOLVER_EXTEND,
    BS_RESOLVER_FLOOR,
    BS_RESOLVER_STUCK,
    BS_RESOLVER_BEHAVIOUR_COUNT,
};

struct bs_resolver_population {
    const char *id;
    struct bs_position at;
    int64_t count;
    int64_t share_ppb[BS_RESOLVER_BEHAVIOUR_COUNT]; /* Sum to BS_PPB_ONE. */
    struct bs_distribution extend; /* How long one that extends keeps an answer after it changed. */
    struct bs_distribution stuck;
    struct bs_duration floor;
};

struct bs_client_population {
    const char *id;
    struct bs_position at;
    int32_t resolvers;
    int32_t record;
    int64_t reads_nano_per_s;
    int64_t writes_nano_per_s;
    struct bs_duration latency; /* A served request's, there and back. */
    struct bs_duration timeout;
    int64_t retries;
    struct bs_duration retry_base;
    struct bs_duration keep_alive;
    int32_t
        stores[BS_CLIENT_STORES_MAX]; /* What every write goes to: rds_instances and s3_buckets. */
    size_t store_count;
};

struct bs_store_objective {
    int32_t store;
    struct bs_duration rpo;
};

struct bs_scenario_objectives {
    const char *service;
    struct bs_duration rto; /* BS_DURATION_UNKNOWN: none. */
    struct bs_duration rpo; /* For every store without one of its own; BS_DURATION_UNKNOWN: none. */
    struct bs_store_objective stores[BS_CLIENT_STORES_MAX];
    size_t store_count;
    int64_t success_ppb;
    struct bs_duration within;
    struct bs_duration hold;
    int32_t clock; /* Index into bs_clock_names. */
    struct bs_duration split_brain;
};

extern const char *const bs_clock_names[]; /* impact, fault, detected, declared, NULL */

/** What somebody wants done about a failed step. */
enum bs_person_wish {
    BS_PERSON_RETRIES,
    BS_PERSON_SKIPS,
    BS_PERSON_CANCELS,
};

/** Someone who can be asked, by the role that a plan names. */
struct bs_person {
    const char *role;
    struct bs_distribution page;    /* From a page to its acknowledgement. */
    struct bs_distribution decides; /* From then to a decision, or to work done. */
    int64_t absent_ppb;             /* Share of pages that nobody ever sees. */
    struct bs_duration accepts;     /* The most expected loss; BS_DURATION_UNKNOWN: any. */
    enum bs_person_wish on_failure;
};

/** What an operator tells the orchestrator to do, unasked. */
struct bs_order {
    const char *wish; /* A workflow's name, or pause, resume, cancel. */
    int32_t after;    /* Index of the fault after whose first onset it is given; BS_NONE. */
    struct bs_distribution when; /* Since that onset, or since the start of the run. */
};

struct bs_expectation {
    const char *name;
    const char *value;
};

/** Another orchestrator of the same plan, standing by. */
struct bs_scenario_orchestrator {
    struct bs_instant starts;
    struct bs_duration clock; /* How far its clock is ahead of the world's; may be negative. */
};

enum { BS_SCENARIO_ORCHESTRATORS_MAX = 4 };

/** How a resource, or a watcher, is called in an account; NULL: not said. */
struct bs_live_names {
    const char *resource;
    const char *name;
    const char *cluster;
    const char *task_cpu_units;
    const char *repository;
    const char *image_tag;
    const char *target_group_arn;
    const char *dns_name;
    const char *alias_zone;
    const char *topic_arn;
    const char *arn;
    const char *kms_key;
    const char *security_group;
    const char *client_group;
    const char *port;
    const char *source_bucket;
    const char *replication_rule;
    const char *key_attribute;
};

struct bs_live_record {
    int32_t record;
    const char *hosted_zone;
};

/** How the application is asked; {run} and {sequence} in the paths of writes stand for numbers. */
struct bs_live_application {
    int32_t scheme; /* 0: https, 1: http. */
    int64_t port;   /* 0: the scheme's. */
    const char *health;
    const char *read;
    const char *write;
    const char *read_back;
};

struct bs_live_resolver {
    const char *id;
    const char *address;
};

/** Requests by which a drill is measured; each resolver's clients make them all. */
struct bs_live_probes {
    int64_t reads_nano_per_s;
    int64_t writes_nano_per_s;
    struct bs_duration timeout;
    struct bs_live_resolver *resolvers; /* None: the machine's own. */
    size_t resolver_count;
};

enum { BS_LIVE_RESOLVERS_MAX = 4, BS_LIVE_WORDS_MAX = 64, BS_LIVE_STOPS_MAX = 8 };

/** A program and its arguments; none: no words. */
struct bs_live_command {
    const char **words;
    size_t count;
};

/** What breaks it: a command, an experiment of the Fault Injection Service, both; neither: nothing. */
struct bs_live_fault {
    struct bs_live_command command;
    struct bs_live_command undo; /* Ends what the command began. */
    const char *fis_template;
    int32_t region; /* Of the template. */
    struct bs_duration at;
};

/** A stop condition: an alarm that must not be in ALARM, or for how long nobody may be served. */
struct bs_live_stop {
    const char *alarm; /* NULL: it is `unserved`. */
    int32_t region;    /* Of the alarm. */
    struct bs_duration unserved;
};

/** What a game day in a live account needs beside the rest. */
struct bs_live {
    struct bs_position at;
    const char *account;
    struct bs_live_names *names;
    size_t name_count;
    struct bs_live_record *records;
    size_t record_count;
    const char **allowed; /* Ids of what may be changed: resources and records. */
    size_t allowed_count;
    struct bs_live_application application;
    struct bs_live_probes probes;
    struct bs_live_fault fault;
    struct bs_live_stop *stops;
    size_t stop_count;
};

enum { BS_EXPECTATIONS_MAX = 8 };

struct bs_scenario {
    const char *name;
    const char *about;
    const char
        *plan_path; /* As written; bs_scenario_path_beside() says from where. NULL: nobody acts. */
    struct bs_position plan_at;
    struct bs_duration duration;
    struct bs_scenario_objectives objectives;
    struct bs_region *regions;
    size_t region_count;
    struct bs_link *links;
    size_t link_count;
    struct bs_duration link_latency; /* Between Regions that no link names. */
    struct bs_resource *resources;
    size_t resource_count;
    struct bs_monitor *monitors;
    size_t monitor_count;
    struct bs_record_set *records;
    size_t record_count;
    struct bs_resolver_population *resolvers;
    size_t resolver_count;
    struct bs_client_population *clients;
    size_t client_count;
    struct bs_fault *faults;
    size_t fault_count;
    struct bs_person *people;
    size_t person_count;
    struct bs_scenario_orchestrator orchestrators[BS_SCENARIO_ORCHESTRATORS_MAX];
    size_t orchestrator_count; /* Beside the first, which is always there. */
    struct bs_order *orders;
    size_t order_count;
    struct bs_expectation expectations[BS_EXPECTATIONS_MAX];
    size_t expectation_count;
    struct bs_live *live; /* NULL: only to be simulated. */
    char sha256[65];
    struct bs_document *document; /* Owned, as are the defaults. */
    struct bs_document *defaults;
    struct bs_arena arena;
};

/** The most virtual time a scenario may ask for: a week. */
#define BS_SCENARIO_DURATION_MAX BS_SECONDS(7 * 86400)

/** `PATH=VALUE` as given on a command line. */
struct bs_override {
    const char *path;
    const char *value;
};

/**
 * Reads a scenario file and those that it extends, applies the overrides, checks everything that can be
 * checked without the plan. On success the caller owns `*scenario`. Errors carry a position in the file, or
 * name the override.
 */
enum bs_status bs_scenario_load(const char *path, const struct bs_override *overrides,
                                size_t override_count, struct bs_scenario **scenario,
                                struct bs_error *error);

/** As above from a document, which the scenario owns from then on, even if this fails. */
enum bs_status bs_scenario_from_document(struct bs_document *document,
                                         struct bs_scenario **scenario, struct bs_error *error);

/**
 * A scenario of nothing but Regions, whose roles are their names: where something can fail, with nothing in
 * it. There may be more than BS_SCENARIO_REGIONS_MAX. The texts are borrowed. NULL if the allocator says no.
 */
struct bs_scenario *bs_scenario_of_regions(const char *const *names, size_t count,
                                           struct bs_duration duration);

void bs_scenario_destroy(struct bs_scenario *scenario);

/**
 * What `path`, written in `file`, stands for: a relative path counts from that file's folder. False if it
 * does not fit. What an override brings in stands in no file and counts from the scenario's.
 */
bool bs_scenario_path_beside(const char *file, const char *path, char *joined, size_t joined_size);

/** "ecs_service", .. as files name it. */
const char *bs_resource_kind_name(enum bs_resource_kind kind);

/** "honour", "extend", "floor", "stuck". */
const char *bs_resolver_behaviour_name(enum bs_resolver_behaviour behaviour);

/**
 * Reads one fault and checks that everything it names is in the scenario; `after` and its own name are for
 * whoever has the other faults. Texts are borrowed from the node's document, the rest lives in `arena`.
 */
enum bs_status bs_scenario_read_fault(const struct bs_scenario *scenario,
                                      const struct bs_node *node, struct bs_arena *arena,
                                      struct bs_fault *fault, struct bs_error *error);

/** Whether a MONITOR fault is about this monitor. */
bool bs_fault_concerns_monitor(const struct bs_fault *fault, const struct bs_monitor *monitor);

/** Index of the Region with this role or name, or BS_NONE. */
int32_t bs_scenario_region(const struct bs_scenario *scenario, const char *role_or_name);

/** Index of the resource with this id, or BS_NONE. */
int32_t bs_scenario_resource(const struct bs_scenario *scenario, const char *id);

/**
 * The Region from which a task in `region` reads a secret or ssm_parameter: its own if there is a copy, else
 * the one where it is kept, which a task definition can name, too.
 */
int32_t bs_secret_source(const struct bs_resource *secret, int32_t region);

/** Whether its requests need a database, and not just buckets or nothing. */
bool bs_clients_need_database(const struct bs_scenario *scenario,
                              const struct bs_client_population *clients);

/** Index of the person with this role, or BS_NONE. */
int32_t bs_scenario_person(const struct bs_scenario *scenario, const char *role);

/** One-way latency between two Regions: the link's, or the default. */
struct bs_duration bs_scenario_latency(const struct bs_scenario *scenario, int32_t from,
                                       int32_t to);

#endif
