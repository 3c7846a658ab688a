/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/wire_names.h"

#include <string.h>

#include "base/assert.h"

enum { WEIGHT_MAX = 255, PERCENT = 100 };

static const struct {
    const char *name;
    const char *otherwise;
} facts[BS_WIRE_FACT_COUNT] = {
    [BS_WIRE_NAME] = {"name", NULL},
    [BS_WIRE_CLUSTER] = {"cluster", NULL},
    [BS_WIRE_TASK_CPU_UNITS] = {"task CPU units", "1024"},
    [BS_WIRE_REPOSITORY] = {"repository", NULL},
    [BS_WIRE_IMAGE_TAG] = {"image tag", "latest"},
    [BS_WIRE_TARGET_GROUP_ARN] = {"target group ARN", NULL},
    [BS_WIRE_DNS_NAME] = {"DNS name", NULL},
    [BS_WIRE_ALIAS_ZONE] = {"alias zone", NULL},
    [BS_WIRE_TOPIC_ARN] = {"topic ARN", NULL},
    [BS_WIRE_ARN] = {"ARN", NULL},
    [BS_WIRE_KMS_KEY] = {"KMS key", NULL},
    [BS_WIRE_SECURITY_GROUP] = {"security group", NULL},
    [BS_WIRE_CLIENT_GROUP] = {"clients' security group", NULL},
    [BS_WIRE_PORT] = {"port", NULL},
    [BS_WIRE_SOURCE_BUCKET] = {"source bucket", NULL},
    [BS_WIRE_REPLICATION_RULE] = {"replication rule", NULL},
    [BS_WIRE_KEY_ATTRIBUTE] = {"key attribute", "id"},
};

const char *bs_wire_fact_name(enum bs_wire_fact fact)
{
    BS_ASSERT((size_t)fact < BS_WIRE_FACT_COUNT);
    return facts[fact].name;
}

static bool is_in(const struct bs_wire_name *name, const char *region)
{
    return name->region == NULL || strcmp(name->region, region) == 0;
}

const char *bs_wire_name(const struct bs_wire_names *names, enum bs_wire_fact fact,
                         const char *resource, const char *region)
{
    BS_ASSERT((size_t)fact < BS_WIRE_FACT_COUNT);
    for (size_t i = 0; i < names->name_count; i++) {
        const struct bs_wire_name *name = &names->names[i];

        if (name->fact == fact && is_in(name, region) && strcmp(name->resource, resource) == 0) {
            return name->value;
        }
    }
    if (fact == BS_WIRE_REPOSITORY) {
        return bs_wire_name(names, BS_WIRE_NAME, resource, region);
    }
    return fact == BS_WIRE_NAME ? resource : facts[fact].otherwise;
}

const char *bs_wire_resource_named(const struct bs_wire_names *names, const char *value,
                                   const char *region)
{
    for (size_t i = 0; i < names->name_count; i++) {
        const struct bs_wire_name *name = &names->names[i];

        if (strcmp(name->value, value) == 0 &&
            (name->fact == BS_WIRE_ARN || (name->fact == BS_WIRE_NAME && is_in(name, region)))) {
            return name->resource;
        }
    }
    return value;
}

struct bs_wire_record *bs_wire_record(const struct bs_wire_names *names, const char *resource)
{
    for (size_t i = 0; i < names->record_count; i++) {
        if (strcmp(names->records[i].resource, resource) == 0) {
            return &names->records[i];
        }
    }
    return NULL;
}

/* ---- Weights ---- */

static size_t index_of(const struct bs_wire_record *record, const char *target)
{
    size_t i = 0;

    while (i < record->target_count && strcmp(record->targets[i].resource, target) != 0) {
        i++;
    }
    return i;
}

/* What the others have between them; if that is nothing they are taken for equal. */
static int64_t weigh_others(const struct bs_wire_record *record, size_t target,
                            int64_t weights[BS_WIRE_RECORD_TARGETS_MAX])
{
    int64_t sum = 0;

    for (size_t i = 0; i < record->target_count; i++) {
        weights[i] = record->targets[i].weight;
        sum += i == target ? 0 : weights[i];
    }
    for (size_t i = 0; sum == 0 && i < record->target_count; i++) {
        weights[i] = 1;
    }
    return sum == 0 ? (int64_t)record->target_count - 1 : sum;
}

/* Others keep their proportions: each has its part of the rest, and all are made as small as they can be. */
static int64_t divisor_of(const int64_t *weights, size_t count)
{
    int64_t divisor = 0;

    for (size_t i = 0; i < count; i++) {
        int64_t a = weights[i];

        while (a != 0) {
            const int64_t rest = divisor % a;

            divisor = a;
            a = rest;
        }
    }
    return divisor == 0 ? 1 : divisor;
}

bool bs_wire_weights(const struct bs_wire_record *record, const char *target, int64_t percent,
                     int64_t weights[BS_WIRE_RECORD_TARGETS_MAX])
{
    const size_t chosen = index_of(record, target);
    int64_t others;
    int64_t divisor;

    if (chosen == record->target_count || percent < 1 || percent > PERCENT) {
        return false;
    }
    if (record->target_count == 1) {
        weights[0] = PERCENT;
        return percent == PERCENT;
    }
    others = weigh_others(record, chosen, weights);
    for (size_t i = 0; i < record->target_count; i++) {
        weights[i] = i == chosen ? percent * others : (PERCENT - percent) * weights[i];
    }
    divisor = divisor_of(weights, record->target_count);
    for (size_t i = 0; i < record->target_count; i++) {
        weights[i] /= divisor;
        if (weights[i] > WEIGHT_MAX) {
            return false;
        }
    }
    return true;
}

void bs_wire_record_changed(struct bs_wire_record *record, const struct bs_call_request *call)
{
    const int64_t percent = call->count == 0 ? PERCENT : call->count;
    int64_t weights[BS_WIRE_RECORD_TARGETS_MAX];

    if (call->operation == BS_OPERATION_ROUTE53_CHANGE_TTL) {
        record->ttl_s = call->span.ns / BS_NS_PER_S;
    } else if (bs_wire_weights(record, call->target, percent, weights)) {
        record->is_weighted = record->is_weighted || percent < PERCENT;
        for (size_t i = 0; i < record->target_count; i++) {
            record->targets[i].weight = weights[i];
        }
    }
}

/* ---- Changes ---- */

static int64_t number_in_book(void *context, const char *id)
{
    struct bs_wire_change_book *book = context;
    const size_t length = strlen(id);

    if (length >= BS_WIRE_CHANGE_ID_MAX) {
        return -1;
    }
    memcpy(book->ids[book->count % BS_WIRE_BOOK_SIZE], id, length + 1);
    return ++book->count;
}

static const char *id_in_book(void *context, int64_t number)
{
    const struct bs_wire_change_book *book = context;

    if (number < 1 || number > book->count || number <= book->count - BS_WIRE_BOOK_SIZE) {
        return NULL;
    }
    return book->ids[(number - 1) % BS_WIRE_BOOK_SIZE];
}

struct bs_wire_changes bs_wire_changes_of(struct bs_wire_change_book *book)
{
    return (struct bs_wire_changes){number_in_book, id_in_book, book};
}
