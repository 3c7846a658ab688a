/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/cost.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "reports/advice.h"
#include "reports/money.h"
#include "reports/prices.h"

enum { CPU_UNITS_PER_VCPU = 1024, ZONES_OF_MULTI_AZ = 2, NANO = 1000000000 };

static const char no_cpu[] = "the scenario does not say the tasks' cpu and memory";
static const char no_size[] = "the scenario does not say how much it holds";
static const char no_write[] = "the scenario does not say how large a write is";
static const char no_class[] = "the table of prices has no such class";

static const char *const part_names[BS_COST_PART_COUNT] = {
    [BS_COST_COMPUTE] = "compute",
    [BS_COST_LOAD_BALANCERS] = "load_balancers",
    [BS_COST_DATABASES] = "databases",
    [BS_COST_OBJECT_STORAGE] = "object_storage",
    [BS_COST_REPLICATION] = "replication",
    [BS_COST_IMAGES] = "images",
    [BS_COST_HEALTH_CHECKS] = "health_checks",
    [BS_COST_SECRETS] = "secrets",
    [BS_COST_CONTROL] = "control",
};

const char *bs_cost_part_name(enum bs_cost_part part)
{
    BS_ASSERT(part < BS_COST_PART_COUNT);
    return part_names[part];
}

const char *bs_cost_side_name(enum bs_cost_side side)
{
    return side == BS_COST_OF_PRIMARY ? "primary" : "recovery";
}

bool bs_region_serves_first(const struct bs_evidence *evidence, const char *region,
                            const char *role)
{
    bool has_names = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DNS); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DNS, k);

        if (record->at.ns > 0) {
            break;
        }
        has_names = true;
        if (region != NULL && bs_text_is(bs_record_text(record, "region"), region)) {
            return true;
        }
    }
    return !has_names && bs_text_is(role, "primary");
}

/* ---- Charges of resources ---- */

/** A count of a record; unknown for the given reason where it is null or makes no sense. */
static struct bs_figure count_of(const struct bs_record *record, const char *field,
                                 const char *reason)
{
    const int64_t count = bs_record_number(record, field);

    return count < 0 ? bs_unknown(reason) : bs_known(count);
}

static const char *source_of(struct bs_evidence *evidence, const struct bs_price *price)
{
    return bs_evidence_words(evidence, "%s, %s", price->source, price->date);
}

/** GB for people, cut to what is shown: "500 GB", "0.4 GB". */
static const char *gb_words(struct bs_evidence *evidence, int64_t bytes)
{
    const int64_t milli = bytes / (BS_BYTES_PER_GB / 1000);
    char text[BS_MONEY_TEXT_MAX];

    return bs_evidence_words(evidence, "%s GB", bs_micro_text(milli * 1000, text));
}

static void charge_fargate(struct bs_evidence *evidence, const struct bs_record *record,
                           struct bs_charge *charge)
{
    const struct bs_price *vcpu = bs_price_get("fargate vcpu");
    const struct bs_price *memory = bs_price_get("fargate gb");
    const struct bs_figure tasks = count_of(record, "units", no_cpu);
    const struct bs_figure units = count_of(record, "cpu_units", no_cpu);
    const struct bs_figure bytes = count_of(record, "memory_bytes", no_cpu);
    const struct bs_figure micro_vcpus = bs_scaled(units, 1000000, CPU_UNITS_PER_VCPU);
    struct bs_figure sum;
    char prices[2][BS_MONEY_TEXT_MAX];
    char vcpus[BS_MONEY_TEXT_MAX];

    if (!bs_is_known(tasks) || !bs_is_known(units) || !bs_is_known(bytes)) {
        charge->cents = bs_unknown(no_cpu);
        return;
    }
    if (!bs_is_known(micro_vcpus)) {
        charge->cents = micro_vcpus;
        return;
    }
    sum = bs_figure_sum(bs_scaled(bs_scaled(units, tasks.value, 1),
                                  vcpu->micro_usd * BS_HOURS_PER_MONTH, CPU_UNITS_PER_VCPU),
                        bs_scaled(bs_scaled(bytes, tasks.value, 1),
                                  memory->micro_usd * BS_HOURS_PER_MONTH, memory->per));
    charge->cents = bs_cents_of(sum);
    charge->source = source_of(evidence, vcpu);
    charge->arithmetic = bs_evidence_words(
        evidence, "%" PRId64 " x (%s vCPU x %s + %s x %s) x 730 h", tasks.value,
        bs_micro_text(micro_vcpus.value, vcpus), bs_micro_text(vcpu->micro_usd, prices[0]),
        gb_words(evidence, bytes.value), bs_micro_text(memory->micro_usd, prices[1]));
}

static void charge_instances(struct bs_evidence *evidence, const struct bs_record *record,
                             struct bs_charge *charge)
{
    const struct bs_price *price = bs_price_of_instance(bs_record_text(record, "class"));
    const struct bs_figure count = count_of(record, "units", "it does not say how many");
    char hour[BS_MONEY_TEXT_MAX];

    if (price == NULL || !bs_is_known(count)) {
        charge->cents = price == NULL ? bs_unknown(no_class) : count;
        return;
    }
    charge->cents = bs_cents_of(bs_scaled(count, price->micro_usd * BS_HOURS_PER_MONTH, 1));
    charge->source = source_of(evidence, price);
    charge->arithmetic = bs_evidence_words(evidence, "%" PRId64 " x %s x %s x 730 h", count.value,
                                           price->name, bs_micro_text(price->micro_usd, hour));
}

static void charge_service(struct bs_evidence *evidence, const struct bs_record *record,
                           struct bs_charge *charge)
{
    if (bs_text_is(bs_record_text(record, "options"), "fargate")) {
        charge_fargate(evidence, record, charge);
    } else {
        charge_instances(evidence, record, charge);
    }
}

static void charge_load_balancer(struct bs_evidence *evidence, const struct bs_record *record,
                                 struct bs_charge *charge)
{
    const struct bs_price *price = bs_price_get("load balancer");
    char hour[BS_MONEY_TEXT_MAX];

    (void)record;
    charge->cents = bs_cents_of(bs_known(price->micro_usd * BS_HOURS_PER_MONTH));
    charge->source = source_of(evidence, price);
    charge->arithmetic =
        bs_evidence_words(evidence, "%s x 730 h", bs_micro_text(price->micro_usd, hour));
}

static int64_t zones_of(const struct bs_record *record)
{
    return bs_text_is(bs_record_text(record, "options"), "multi_az") ? ZONES_OF_MULTI_AZ : 1;
}

static void charge_database(struct bs_evidence *evidence, const struct bs_record *record,
                            struct bs_charge *charge)
{
    const struct bs_price *price =
        bs_price_of_database(bs_record_text(record, "class"), bs_record_text(record, "engine"));
    char hour[BS_MONEY_TEXT_MAX];

    if (price == NULL) {
        charge->cents = bs_unknown(no_class);
        return;
    }
    charge->cents = bs_cents_of(bs_known(zones_of(record) * price->micro_usd * BS_HOURS_PER_MONTH));
    charge->source = source_of(evidence, price);
    charge->arithmetic = bs_evidence_words(evidence, "%s x %s x 730 h%s", price->name,
                                           bs_micro_text(price->micro_usd, hour),
                                           zones_of(record) > 1 ? " x 2 zones" : "");
}

static void charge_holding(struct bs_evidence *evidence, const struct bs_record *record,
                           const char *price_name, struct bs_charge *charge)
{
    const struct bs_price *price = bs_price_get(price_name);
    const struct bs_figure bytes = count_of(record, "size_bytes", no_size);
    const int64_t zones = zones_of(record);
    char gb_month[BS_MONEY_TEXT_MAX];

    charge->cents = bs_cents_of(bs_scaled(bytes, zones * price->micro_usd, price->per));
    charge->source = source_of(evidence, price);
    if (bs_is_known(bytes)) {
        charge->arithmetic = bs_evidence_words(
            evidence, "%s x %s%s", gb_words(evidence, bytes.value),
            bs_micro_text(price->micro_usd, gb_month), zones > 1 ? " x 2 zones" : "");
    }
}

static void charge_database_storage(struct bs_evidence *evidence, const struct bs_record *record,
                                    struct bs_charge *charge)
{
    charge_holding(evidence, record, "database storage", charge);
}

static void charge_bucket(struct bs_evidence *evidence, const struct bs_record *record,
                          struct bs_charge *charge)
{
    charge_holding(evidence, record, "s3 storage", charge);
}

static void charge_image(struct bs_evidence *evidence, const struct bs_record *record,
                         struct bs_charge *charge)
{
    charge_holding(evidence, record, "image storage", charge);
}

static void charge_health_check(struct bs_evidence *evidence, const struct bs_record *record,
                                struct bs_charge *charge)
{
    const struct bs_price *check = bs_price_get("health check");
    const struct bs_price *option = bs_price_get("health check option");
    const char *options = bs_record_text(record, "options");
    const int64_t count =
        options == NULL ? 0
                        : (strstr(options, "https") != NULL) + (strstr(options, "fast") != NULL);
    char prices[2][BS_MONEY_TEXT_MAX];

    charge->cents = bs_cents_of(bs_known(check->micro_usd + count * option->micro_usd));
    charge->source = source_of(evidence, check);
    charge->arithmetic = bs_evidence_words(evidence, "%s + %" PRId64 " options x %s",
                                           bs_micro_text(check->micro_usd, prices[0]), count,
                                           bs_micro_text(option->micro_usd, prices[1]));
}

static void charge_one(struct bs_evidence *evidence, const char *price_name,
                       struct bs_charge *charge)
{
    const struct bs_price *price = bs_price_get(price_name);
    char month[BS_MONEY_TEXT_MAX];

    charge->cents = bs_cents_of(bs_known(price->micro_usd));
    charge->source = source_of(evidence, price);
    charge->arithmetic =
        bs_evidence_words(evidence, "%s a month", bs_micro_text(price->micro_usd, month));
}

static void charge_alarm(struct bs_evidence *evidence, const struct bs_record *record,
                         struct bs_charge *charge)
{
    (void)record;
    charge_one(evidence, "alarm", charge);
}

static void charge_secret(struct bs_evidence *evidence, const struct bs_record *record,
                          struct bs_charge *charge)
{
    (void)record;
    charge_one(evidence, "secret", charge);
}

static void charge_nothing(struct bs_evidence *evidence, const struct bs_record *record,
                           struct bs_charge *charge)
{
    (void)evidence;
    (void)record;
    charge->cents = bs_known(0);
    charge->arithmetic = "paid by use, or not at all";
}

typedef void charge_fn(struct bs_evidence *evidence, const struct bs_record *record,
                       struct bs_charge *charge);

/* A kind may have several charges. */
static const struct {
    const char *kind;
    enum bs_cost_part part;
    charge_fn *charge;
} tariffs[] = {
    {"ecs_service", BS_COST_COMPUTE, charge_service},
    {"alb", BS_COST_LOAD_BALANCERS, charge_load_balancer},
    {"rds_instance", BS_COST_DATABASES, charge_database},
    {"rds_instance", BS_COST_DATABASES, charge_database_storage},
    {"rds_replica", BS_COST_DATABASES, charge_database},
    {"rds_replica", BS_COST_DATABASES, charge_database_storage},
    {"s3_bucket", BS_COST_OBJECT_STORAGE, charge_bucket},
    {"ecr_image", BS_COST_IMAGES, charge_image},
    {"health_check", BS_COST_HEALTH_CHECKS, charge_health_check},
    {"alarm", BS_COST_HEALTH_CHECKS, charge_alarm},
    {"secret", BS_COST_SECRETS, charge_secret},
    {"probe", BS_COST_CONTROL, charge_nothing},
    {"dynamodb_table", BS_COST_CONTROL, charge_nothing},
    {"sns_topic", BS_COST_CONTROL, charge_nothing},
    {"ssm_parameter", BS_COST_CONTROL, charge_nothing},
};

enum { TARIFF_COUNT = sizeof(tariffs) / sizeof(tariffs[0]), CHARGES_OF_RESOURCE_MAX = 2 };

/** The next charge, with what all charges have. */
static struct bs_charge *add(struct bs_cost *cost, enum bs_cost_part part, const char *resource,
                             const char *region)
{
    struct bs_charge *charge = &cost->charges[cost->charge_count++];

    *charge = (struct bs_charge){.part = part,
                                 .side = BS_COST_OF_RECOVERY,
                                 .resource = resource,
                                 .region = region,
                                 .arithmetic = ""};
    return charge;
}

static void charge_resource(struct bs_evidence *evidence, const struct bs_record *record,
                            struct bs_cost *cost)
{
    const char *kind = bs_record_text(record, "kind");
    const char *region = bs_record_text(record, "region");
    const bool serves = bs_region_serves_first(evidence, region, bs_record_text(record, "role"));

    for (size_t i = 0; i < TARIFF_COUNT; i++) {
        struct bs_charge *charge;

        if (!bs_text_is(tariffs[i].kind, kind)) {
            continue;
        }
        charge = add(cost, tariffs[i].part, bs_record_words(record, "resource"), region);
        tariffs[i].charge(evidence, record, charge);
        if (serves && tariffs[i].part != BS_COST_HEALTH_CHECKS &&
            tariffs[i].part != BS_COST_CONTROL) {
            charge->side = BS_COST_OF_PRIMARY;
        }
    }
}

/* ---- Charges of replication ---- */

static const char *region_of(const struct bs_evidence *evidence, const char *resource)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_RESOURCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RESOURCE, k);

        if (bs_text_is(bs_record_text(record, "resource"), resource) &&
            bs_record_text(record, "region") != NULL) {
            return bs_record_text(record, "region");
        }
    }
    return NULL;
}

static bool is_bucket(const struct bs_evidence *evidence, const char *resource)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_RESOURCE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_RESOURCE, k);

        if (bs_text_is(bs_record_text(record, "resource"), resource) &&
            bs_text_is(bs_record_text(record, "kind"), "s3_bucket")) {
            return true;
        }
    }
    return false;
}

struct bs_figure bs_replicated_writes(const struct bs_record *record, int64_t seconds)
{
    return bs_scaled(count_of(record, "writes_nano_per_s", "the scenario does not say how many"),
                     seconds, NANO);
}

/** One product of a price and what is replicated in a month. */
static void charge_amount(struct bs_evidence *evidence, struct bs_cost *cost,
                          const struct bs_record *record, struct bs_figure amount,
                          const struct bs_price *price)
{
    struct bs_charge *charge = add(cost, BS_COST_REPLICATION, bs_record_words(record, "copy"),
                                   region_of(evidence, bs_record_text(record, "copy")));
    char words[BS_MONEY_TEXT_MAX];

    charge->cents = bs_cents_of(bs_scaled(amount, price->micro_usd, price->per));
    charge->source = source_of(evidence, price);
    if (!bs_is_known(amount)) {
        return;
    }
    (void)bs_micro_text(price->micro_usd, words);
    charge->arithmetic = price->per == BS_BYTES_PER_GB
                             ? bs_evidence_words(evidence, "%s: %s x %s", price->name,
                                                 gb_words(evidence, amount.value), words)
                             : bs_evidence_words(evidence, "%s: %" PRId64 " x %s / %" PRId64,
                                                 price->name, amount.value, words, price->per);
}

static void charge_replication(struct bs_evidence *evidence, const struct bs_record *record,
                               struct bs_cost *cost)
{
    const char *store = bs_record_text(record, "store");
    const char *copy = bs_record_text(record, "copy");
    const struct bs_figure writes = bs_replicated_writes(record, BS_SECONDS_PER_MONTH);
    const struct bs_figure size = count_of(record, "write_bytes", no_write);
    const struct bs_figure bytes = bs_is_known(size) ? bs_scaled(writes, size.value, 1) : size;

    charge_amount(evidence, cost, record, bytes,
                  bs_price_of_transfer(region_of(evidence, store), region_of(evidence, copy)));
    if (is_bucket(evidence, copy)) {
        charge_amount(evidence, cost, record, writes, bs_price_get("s3 put"));
    }
    if (bs_text_is(bs_record_text(record, "options"), "rtc")) {
        charge_amount(evidence, cost, record, bytes, bs_price_get("s3 rtc"));
    }
}

/* ---- Sums ---- */

static void sum_up(struct bs_cost *cost)
{
    for (size_t i = 0; i < cost->charge_count; i++) {
        const struct bs_charge *charge = &cost->charges[i];
        struct bs_cost_sum *const sums[] = {&cost->parts[charge->part], &cost->total};

        for (size_t k = 0; k < sizeof(sums) / sizeof(sums[0]); k++) {
            sums[k]->charges[charge->side]++;
            if (bs_is_known(charge->cents)) {
                sums[k]->cents[charge->side] += charge->cents.value;
            } else {
                sums[k]->unknown[charge->side]++;
            }
        }
    }
}

struct bs_figure bs_cost_of_side(const struct bs_cost_sum *sum, enum bs_cost_side side)
{
    return sum->charges[side] > 0 && sum->unknown[side] == sum->charges[side]
               ? bs_unknown("none of it has both a price and a size")
               : bs_known(sum->cents[side]);
}

bool bs_cost_has(const struct bs_cost *cost, enum bs_cost_part part)
{
    return cost->parts[part].charges[BS_COST_OF_PRIMARY] +
               cost->parts[part].charges[BS_COST_OF_RECOVERY] >
           0;
}

void bs_cost_find(struct bs_evidence *evidence, struct bs_cost *cost)
{
    const size_t resources = bs_evidence_count(evidence, BS_RECORD_RESOURCE);
    const size_t replications = bs_evidence_count(evidence, BS_RECORD_REPLICATION);

    BS_ASSERT(cost != NULL);
    if (resources == 0) {
        cost->unknown = "the history does not say what stands ready";
        return;
    }
    cost->charges = bs_evidence_array(
        evidence, CHARGES_OF_RESOURCE_MAX * resources + 3 * replications, sizeof(*cost->charges));
    if (cost->charges == NULL) {
        return;
    }
    for (size_t k = 0; k < resources; k++) {
        charge_resource(evidence, bs_evidence_get(evidence, BS_RECORD_RESOURCE, k), cost);
    }
    for (size_t k = 0; k < replications; k++) {
        charge_replication(evidence, bs_evidence_get(evidence, BS_RECORD_REPLICATION, k), cost);
    }
    sum_up(cost);
    bs_advice_find(evidence, cost);
}
