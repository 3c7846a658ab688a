/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/prices.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "reports/evidence.h"
#include "reports/money.h"

#define OFFER   "2026-09-30" /* A public worksheet that quotes AWS's offer files of that day. */
#define PAGE    "2026-06"    /* Pages that quote prices as of then. */
#define GENERAL "2026-11-21" /* When the facts were put together. */

#define GB BS_BYTES_PER_GB

enum { NAME_BYTES_MAX = 160 };

/* The ids are those of docs/FACTS.md, where the sources stand. */
static const struct bs_price services[] = {
    {"fargate vcpu", 40480, 1, "F06", OFFER},
    {"fargate gb", 4445, GB, "F06", OFFER},
    {"load balancer", 22500, 1, "F05", OFFER},
    {"database storage", 115000, GB, "F12", PAGE},
    {"s3 storage", 23000, GB, "F09", OFFER},
    {"s3 put", 5000, 1000, "F09", OFFER},
    {"s3 rtc", 15000, GB, "F10, unsourced", GENERAL},
    {"s3 glacier instant retrieval", 4000, GB, "unsourced", GENERAL},
    {"transfer", 20000, GB, "F01", PAGE},
    {"transfer us-east-1 us-east-2", 10000, GB, "F01, unsourced", GENERAL},
    {"health check", 500000, 1, "F14", GENERAL},
    {"health check option", 1000000, 1, "F14", GENERAL},
    {"image storage", 100000, GB, "unsourced", GENERAL},
    {"alarm", 100000, 1, "unsourced", GENERAL},
    {"secret", 400000, 1, "unsourced", GENERAL},
};

static const struct bs_price instances[] = {
    {"m6i.large", 96000, 1, "F07", OFFER},
};

/* An hour in one zone. F11 has PostgreSQL's db.r5.large; the larger ones go by their size. */
static const struct bs_price databases[] = {
    {"db.t3.medium postgres", 72000, 1, "unsourced", GENERAL},
    {"db.t3.large postgres", 145000, 1, "unsourced", GENERAL},
    {"db.r6g.large postgres", 225000, 1, "F11, unsourced", GENERAL},
    {"db.r5.large postgres", 250000, 1, "F11", GENERAL},
    {"db.r6g.xlarge postgres", 450000, 1, "F11, unsourced", GENERAL},
    {"db.r5.xlarge postgres", 500000, 1, "F11, unsourced", GENERAL},
    {"db.r6g.2xlarge postgres", 899000, 1, "F11, unsourced", GENERAL},
    {"db.r5.2xlarge postgres", 1000000, 1, "F11, unsourced", GENERAL},
    {"db.t3.medium mysql", 68000, 1, "unsourced", GENERAL},
    {"db.t3.large mysql", 136000, 1, "unsourced", GENERAL},
    {"db.r6g.large mysql", 215000, 1, "F11, unsourced", GENERAL},
    {"db.r5.large mysql", 240000, 1, "F11", GENERAL},
    {"db.r6g.xlarge mysql", 430000, 1, "F11, unsourced", GENERAL},
    {"db.r5.xlarge mysql", 480000, 1, "F11", GENERAL},
    {"db.r6g.2xlarge mysql", 859000, 1, "F11, unsourced", GENERAL},
    {"db.r5.2xlarge mysql", 960000, 1, "F11", GENERAL},
};

static const struct bs_price *find(const struct bs_price *table, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(table[i].name, name) == 0) {
            return &table[i];
        }
    }
    return NULL;
}

#define FIND(table, name) find((table), sizeof(table) / sizeof(*(table)), (name))

const struct bs_price *bs_price_get(const char *name)
{
    const struct bs_price *price = FIND(services, name);

    BS_ASSERT(price != NULL);
    return price;
}

const struct bs_price *bs_price_of_database(const char *instance_class, const char *engine)
{
    char name[NAME_BYTES_MAX];

    if (instance_class == NULL || engine == NULL) {
        return NULL;
    }
    (void)snprintf(name, sizeof(name), "%s %s", instance_class, engine);
    return FIND(databases, name);
}

const struct bs_price *bs_price_of_database_up_to(const char *engine, int64_t micro_usd)
{
    const struct bs_price *dearest = NULL;

    for (size_t i = 0; i < sizeof(databases) / sizeof(databases[0]); i++) {
        const struct bs_price *price = &databases[i];

        if (engine != NULL && bs_text_is(strchr(price->name, ' ') + 1, engine) &&
            price->micro_usd <= micro_usd &&
            (dearest == NULL || price->micro_usd > dearest->micro_usd)) {
            dearest = price;
        }
    }
    return dearest;
}

const struct bs_price *bs_price_of_instance(const char *instance_class)
{
    return instance_class == NULL ? NULL : FIND(instances, instance_class);
}

const struct bs_price *bs_price_of_transfer(const char *from, const char *to)
{
    const bool is_short = (bs_text_is(from, "us-east-1") && bs_text_is(to, "us-east-2")) ||
                          (bs_text_is(from, "us-east-2") && bs_text_is(to, "us-east-1"));

    return bs_price_get(is_short ? "transfer us-east-1 us-east-2" : "transfer");
}
