/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COST_H
#define BS_REPORTS_COST_H

/**
 * What the posture costs a month, from RESOURCE and REPLICATION records and the prices of reports/prices.h.
 *
 * What serves at instant 0 is the primary's: resources in the Regions that DNS records of instant 0 point to
 * (without any: in those of the role "primary"). All else is what disaster recovery adds: whatever stands in
 * another Region or in none, alarms and health checks wherever they stand, and replication.
 *
 * Each resource has charges, each a sum of products amount x price / per, each product rounded to a
 * micro-USD, their sum to a cent, halves up; a month has 730 hours, a GB 10^9 bytes:
 * - `compute`: Fargate: tasks x (cpu_units / 1024 x price of a vCPU + memory x price of a GB) x 730;
 *   instances: tasks x price of the class x 730.
 * - `load_balancers`: 730 hours, without capacity units, which go by use.
 * - `databases`: the class's price x 730, and storage; both twice with Multi-AZ.
 * - `object_storage`: what a bucket holds. `images`: likewise of a registry.
 * - `replication`: writes a month (rate x 2,628,000 s) x size x price of transfer between the two Regions; of
 *   buckets as well a PUT for each write, and with RTC its price for each GB. The clients' rates are taken to
 *   last all month.
 * - `health_checks`: a check of an endpoint in AWS, and one more price for each option; alarms.
 * - `secrets`: one price for each Region. `control`: tables, topics, parameters and probes cost by use or
 *   nothing; they stand there with 0.
 * What is paid by use alone (requests, capacity units, queries, egress to clients, logs) is not counted.
 *
 * A charge is unknown if the table has no price for it or the scenario does not say how large it is; sums
 * then are lower bounds. Without RESOURCE records nothing is known.
 */

#include <stdbool.h>
#include <stddef.h>

#include "reports/evidence.h"

enum bs_cost_side {
    BS_COST_OF_PRIMARY,
    BS_COST_OF_RECOVERY,
    BS_COST_SIDE_COUNT,
};

enum bs_cost_part {
    BS_COST_COMPUTE,
    BS_COST_LOAD_BALANCERS,
    BS_COST_DATABASES,
    BS_COST_OBJECT_STORAGE,
    BS_COST_REPLICATION,
    BS_COST_IMAGES,
    BS_COST_HEALTH_CHECKS,
    BS_COST_SECRETS,
    BS_COST_CONTROL,
    BS_COST_PART_COUNT,
};

struct bs_charge {
    enum bs_cost_part part;
    enum bs_cost_side side;
    const char *resource;
    const char *region; /* NULL: in none. */
    struct bs_figure cents;
    const char *arithmetic; /* "1 x (1 vCPU x 0.04048 + 2 GB x 0.004445) x 730 h". */
    const char *source;     /* Of its prices: "F06, 2026-09-30"; NULL: it has none. */
};

/** One part's known charges. */
struct bs_cost_sum {
    int64_t cents[BS_COST_SIDE_COUNT];
    size_t charges[BS_COST_SIDE_COUNT];
    size_t unknown[BS_COST_SIDE_COUNT]; /* So many of them have no figure. */
};

/** How it could cost less. */
struct bs_advice {
    const char *name; /* smaller_replica, idle_tasks, archive_copies, batch_replication. */
    const char *resource;
    struct bs_figure saving; /* Cents a month. */
    const char *arithmetic;
    const char *effect; /* On RTO and RPO. */
};

struct bs_cost {
    const char *unknown;       /* Why nothing can be said; else NULL. */
    struct bs_charge *charges; /* By the order of the history. */
    size_t charge_count;
    struct bs_cost_sum parts[BS_COST_PART_COUNT];
    struct bs_cost_sum total;
    struct bs_advice *advice;
    size_t advice_count;
};

void bs_cost_find(struct bs_evidence *evidence, struct bs_cost *cost);

/** One side of a sum in cents; unknown if all of its charges are. */
struct bs_figure bs_cost_of_side(const struct bs_cost_sum *sum, enum bs_cost_side side);

/** Whether there is any charge in a part. */
bool bs_cost_has(const struct bs_cost *cost, enum bs_cost_part part);

/** "compute", .. */
const char *bs_cost_part_name(enum bs_cost_part part);
/** "primary", "recovery". */
const char *bs_cost_side_name(enum bs_cost_side side);

/** How many writes a REPLICATION record's store takes in so many seconds. */
struct bs_figure bs_replicated_writes(const struct bs_record *record, int64_t seconds);

/** Whether a Region serves at instant 0, `role` being the role of it; both may be NULL. */
bool bs_region_serves_first(const struct bs_evidence *evidence, const char *region,
                            const char *role);

#endif
