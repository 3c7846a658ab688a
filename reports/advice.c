/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/advice.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "reports/money.h"
#include "reports/prices.h"

#define BATCH_NS        (300 * BS_NS_PER_S)
#define ARCHIVE_AFTER_S (INT64_C(90) * 86400)

enum { ARCHIVED_BYTES_MIN = 128000, TASKS_NEEDED = 1, ADVICE_OF_RECORD_MAX = 1 };

/** The next piece of advice. */
static struct bs_advice *add(struct bs_cost *cost, const char *name, const char *resource)
{
    struct bs_advice *advice = &cost->advice[cost->advice_count++];

    *advice = (struct bs_advice){.name = name, .resource = resource};
    return advice;
}

static const struct bs_record *resource_of(const struct bs_evidence *evidence, const char *id,
                                           const char *kind)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_RESOURCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RESOURCE, k);

        if (bs_text_is(bs_record_text(record, "resource"), id) &&
            bs_text_is(bs_record_text(record, "kind"), kind)) {
            return record;
        }
    }
    return NULL;
}

static const struct bs_price *price_of(const struct bs_record *database)
{
    return database == NULL ? NULL
                            : bs_price_of_database(bs_record_text(database, "class"),
                                                   bs_record_text(database, "engine"));
}

static void advise_replica(struct bs_evidence *evidence, const struct bs_record *replica,
                           struct bs_cost *cost)
{
    const struct bs_price *own = price_of(replica);
    const struct bs_price *primary =
        price_of(resource_of(evidence, bs_record_text(replica, "of"), "rds_instance"));
    const int64_t zones =
        bs_text_is(bs_record_text(replica, "options"), "multi_az") ? INT64_C(2) : 1;
    const struct bs_price *smaller;
    struct bs_advice *advice;
    char hours[3][BS_MONEY_TEXT_MAX];

    if (own == NULL || primary == NULL || own->micro_usd * 2 <= primary->micro_usd) {
        return;
    }
    smaller = bs_price_of_database_up_to(bs_record_text(replica, "engine"), primary->micro_usd / 2);
    if (smaller == NULL) {
        return;
    }
    advice = add(cost, "smaller_replica", bs_record_words(replica, "resource"));
    advice->saving =
        bs_cents_of(bs_known(zones * (own->micro_usd - smaller->micro_usd) * BS_HOURS_PER_MONTH));
    advice->arithmetic = bs_evidence_words(
        evidence, "%s costs %s an hour, its primary's %s %s; %s costs %s: the difference x 730 h%s",
        own->name, bs_micro_text(own->micro_usd, hours[0]), primary->name,
        bs_micro_text(primary->micro_usd, hours[1]), smaller->name,
        bs_micro_text(smaller->micro_usd, hours[2]), zones > 1 ? " x 2 zones" : "");
    advice->effect =
        "RPO stays while it keeps up with the log; RTO grows where it must be enlarged, with a "
        "restart, before it can carry everybody";
}

static void advise_tasks(struct bs_evidence *evidence, const struct bs_record *service,
                         struct bs_cost *cost)
{
    const int64_t tasks = bs_record_number(service, "units");
    const char *id = bs_record_words(service, "resource");
    struct bs_advice *advice;

    if (tasks <= TASKS_NEEDED || bs_region_serves_first(evidence, bs_record_text(service, "region"),
                                                        bs_record_text(service, "role"))) {
        return;
    }
    for (size_t i = 0; i < cost->charge_count; i++) {
        const struct bs_charge *charge = &cost->charges[i];
        char cents[BS_MONEY_TEXT_MAX];

        if (charge->part != BS_COST_COMPUTE || !bs_text_is(charge->resource, id) ||
            !bs_is_known(charge->cents) || charge->cents.value == 0) {
            continue;
        }
        advice = add(cost, "idle_tasks", id);
        advice->saving = bs_scaled(charge->cents, tasks - TASKS_NEEDED, tasks);
        advice->arithmetic = bs_evidence_words(
            evidence,
            "%" PRId64 " of %" PRId64 " tasks are more than the one that health checks "
            "need: as much of %s",
            tasks - TASKS_NEEDED, tasks, bs_usd_text(charge->cents.value, cents));
        advice->effect = "RTO grows by the launch of those tasks (median 35 s for one, D08) unless "
                         "a promotion takes longer anyway; RPO stays";
        return;
    }
}

/** The REPLICATION record that fills a copy, or NULL. */
static const struct bs_record *filled_by(const struct bs_evidence *evidence, const char *copy)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_REPLICATION); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_REPLICATION, k);

        if (bs_text_is(bs_record_text(record, "copy"), copy)) {
            return record;
        }
    }
    return NULL;
}

static void advise_archive(struct bs_evidence *evidence, const struct bs_record *bucket,
                           struct bs_cost *cost)
{
    const struct bs_price *standard = bs_price_get("s3 storage");
    const struct bs_price *archive = bs_price_get("s3 glacier instant retrieval");
    const struct bs_record *replication = filled_by(evidence, bs_record_text(bucket, "resource"));
    const int64_t held = bs_record_number(bucket, "size_bytes");
    struct bs_figure recent;
    struct bs_advice *advice;
    char gb[2][BS_MONEY_TEXT_MAX];
    char prices[2][BS_MONEY_TEXT_MAX];

    if (replication == NULL || bs_record_number(replication, "write_bytes") < ARCHIVED_BYTES_MIN) {
        return;
    }
    recent = bs_scaled(bs_replicated_writes(replication, ARCHIVE_AFTER_S),
                       bs_record_number(replication, "write_bytes"), 1);
    if (!bs_is_known(recent) || held <= recent.value) {
        return;
    }
    advice = add(cost, "archive_copies", bs_record_words(bucket, "resource"));
    advice->saving = bs_cents_of(bs_scaled(
        bs_known(held - recent.value), standard->micro_usd - archive->micro_usd, standard->per));
    advice->arithmetic = bs_evidence_words(
        evidence, "%s GB held, %s GB of it written in the last 90 days: the rest x (%s - %s)",
        bs_micro_text(held / 1000, gb[0]), bs_micro_text(recent.value / 1000, gb[1]),
        bs_micro_text(standard->micro_usd, prices[0]),
        bs_micro_text(archive->micro_usd, prices[1]));
    advice->effect = "RTO and RPO stay, for S3 Glacier Instant Retrieval answers at once; what is "
                     "read there, and each object's move, costs extra and is not counted";
}

static int64_t objective_ns(const struct bs_evidence *evidence, const char *store)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_STORE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_STORE, k);

        if (bs_text_is(bs_record_text(record, "store"), store)) {
            return bs_record_number(record, "rpo_ns");
        }
    }
    return BS_DURATION_UNKNOWN.ns;
}

static void advise_batches(struct bs_evidence *evidence, const struct bs_record *replication,
                           struct bs_cost *cost)
{
    const int64_t may_lose_ns = objective_ns(evidence, bs_record_text(replication, "store"));
    const char *copy = bs_record_words(replication, "copy");
    struct bs_advice *advice;

    for (size_t i = 0; may_lose_ns >= BATCH_NS && i < cost->charge_count; i++) {
        const struct bs_charge *charge = &cost->charges[i];
        char cents[BS_MONEY_TEXT_MAX];

        /* The transfer is the first of a copy's charges. */
        if (charge->part != BS_COST_REPLICATION || !bs_text_is(charge->resource, copy)) {
            continue;
        }
        if (bs_is_known(charge->cents) && charge->cents.value > 0) {
            advice = add(cost, "batch_replication", copy);
            advice->saving = bs_unknown(
                "it saves only what is overwritten within 5 min, of which nothing is known");
            advice->arithmetic =
                bs_evidence_words(evidence, "at most the %s of transfer, if all of it is",
                                  bs_usd_text(charge->cents.value, cents));
            advice->effect =
                bs_evidence_words(evidence, "RPO grows by 5m, of an objective of %s; RTO stays",
                                  bs_evidence_duration(evidence, may_lose_ns));
        }
        return;
    }
}

void bs_advice_find(struct bs_evidence *evidence, struct bs_cost *cost)
{
    static const struct {
        const char *kind;
        void (*advise)(struct bs_evidence *, const struct bs_record *, struct bs_cost *);
    } rows[] = {
        {"rds_replica", advise_replica},
        {"ecs_service", advise_tasks},
        {"s3_bucket", advise_archive},
    };
    const size_t resources = bs_evidence_count(evidence, BS_RECORD_RESOURCE);
    const size_t replications = bs_evidence_count(evidence, BS_RECORD_REPLICATION);

    BS_ASSERT(cost != NULL && cost->unknown == NULL);
    cost->advice = bs_evidence_array(evidence, ADVICE_OF_RECORD_MAX * (resources + replications),
                                     sizeof(*cost->advice));
    for (size_t i = 0; cost->advice != NULL && i < sizeof(rows) / sizeof(rows[0]); i++) {
        for (size_t k = 0; k < resources; k++) {
            const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RESOURCE, k);

            if (bs_text_is(bs_record_text(record, "kind"), rows[i].kind)) {
                rows[i].advise(evidence, record, cost);
            }
        }
    }
    for (size_t k = 0; cost->advice != NULL && k < replications; k++) {
        advise_batches(evidence, bs_evidence_get(evidence, BS_RECORD_REPLICATION, k), cost);
    }
}
