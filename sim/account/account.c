/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/account.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/services.h"

enum { ID_DIGITS_MAX = 32 };

/* All entries of a kind in a Region, in the order of their keys. */
struct collection {
    struct collection *next;
    char *kind;
    char *region;
    struct bs_account_entry **entries;
    size_t count;
    size_t capacity;
};

/* Something that is to happen to an entry. It names the entry, which may be gone by then. */
struct appointment {
    struct appointment *next;
    struct appointment **place; /* Where the list points to it. */
    struct bs_account *account;
    struct collection *collection;
    char *key;
    uint64_t generation;
    bs_account_due_fn *due;
};

struct bs_account {
    struct bs_account_options options;
    struct collection *collections;
    struct appointment *appointments;
    uint64_t generation_count;
    uint64_t appointment_count;
    uint64_t id_count;
};

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);

    BS_ASSERT(memory != NULL);
    return memory;
}

static char *copy_text(const char *text)
{
    char *copy = strdup(text);

    BS_ASSERT(copy != NULL);
    return copy;
}

/* ---- Services ---- */

static const struct bs_account_service *const services[] = {
#define BS_SERVICE_ROW(name) &bs_account_service_##name,
    BS_ACCOUNT_SERVICES(BS_SERVICE_ROW)
#undef BS_SERVICE_ROW
};

const struct bs_account_service *const *bs_account_services(size_t *count)
{
    *count = sizeof(services) / sizeof(services[0]);
    return services;
}

const struct bs_account_service *bs_account_service(const char *name)
{
    for (size_t i = 0; i < sizeof(services) / sizeof(services[0]); i++) {
        if (strcmp(services[i]->name, name) == 0) {
            return services[i];
        }
    }
    return NULL;
}

const struct bs_account_operation *bs_account_operation(const struct bs_account_service *service,
                                                        const char *name)
{
    for (size_t i = 0; i < service->operation_count; i++) {
        if (strcmp(service->operations[i].name, name) == 0) {
            return &service->operations[i];
        }
    }
    return NULL;
}

void bs_account_perform(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_account_service *service = bs_account_service(request->service);
    const struct bs_account_operation *operation;

    BS_ASSERT(service != NULL);
    operation = bs_account_operation(service, request->operation);
    BS_ASSERT(operation != NULL && request->input->kind == BS_TREE_STRUCTURE);
    *answer = (struct bs_account_answer){.output = bs_tree_new_structure()};
    operation->perform(account, request, answer);
}

void bs_account_fail(struct bs_account_answer *answer, const char *error, const char *format, ...)
{
    va_list arguments;

    answer->error = error;
    va_start(arguments, format);
    (void)vsnprintf(answer->message, sizeof(answer->message), format, arguments);
    va_end(arguments);
}

void bs_account_answer_clean_up(struct bs_account_answer *answer)
{
    bs_tree_destroy(answer->output);
    bs_tree_destroy(answer->details);
    *answer = (struct bs_account_answer){.output = NULL};
}

/* ---- The store ---- */

static struct collection *find_collection(const struct bs_account *account, const char *kind,
                                          const char *region)
{
    struct collection *collection = account->collections;

    while (collection != NULL &&
           (strcmp(collection->kind, kind) != 0 || strcmp(collection->region, region) != 0)) {
        collection = collection->next;
    }
    return collection;
}

static struct collection *make_collection(struct bs_account *account, const char *kind,
                                          const char *region)
{
    struct collection *collection = find_collection(account, kind, region);

    if (collection == NULL) {
        collection = allocate(sizeof(*collection));
        collection->kind = copy_text(kind);
        collection->region = copy_text(region);
        collection->next = account->collections;
        account->collections = collection;
    }
    return collection;
}

/* How many keys are less than `key`, or, if `is_after`, at most. */
static size_t rank_of(const struct collection *collection, const char *key, bool is_after)
{
    size_t low = 0;
    size_t high = collection->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = strcmp(collection->entries[middle]->key, key);

        if (order < 0 || (is_after && order == 0)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct bs_account_entry *entry_in(const struct collection *collection, const char *key)
{
    const size_t rank = rank_of(collection, key, false);

    return rank < collection->count && strcmp(collection->entries[rank]->key, key) == 0
               ? collection->entries[rank]
               : NULL;
}

struct bs_account_entry *bs_account_find(struct bs_account *account, const char *kind,
                                         const char *region, const char *key)
{
    const struct collection *collection = find_collection(account, kind, region);

    return collection == NULL ? NULL : entry_in(collection, key);
}

static void insert_at(struct collection *collection, size_t rank, struct bs_account_entry *entry)
{
    if (collection->count == collection->capacity) {
        collection->capacity = 2 * collection->capacity + 8;
        collection->entries =
            realloc(collection->entries, collection->capacity * sizeof(struct bs_account_entry *));
        BS_ASSERT(collection->entries != NULL);
    }
    memmove(&collection->entries[rank + 1], &collection->entries[rank],
            (collection->count - rank) * sizeof(struct bs_account_entry *));
    collection->entries[rank] = entry;
    collection->count++;
}

struct bs_account_entry *bs_account_add(struct bs_account *account, const char *kind,
                                        const char *region, const char *key)
{
    struct collection *collection = make_collection(account, kind, region);
    struct bs_account_entry *entry = allocate(sizeof(*entry));

    BS_ASSERT(entry_in(collection, key) == NULL);
    *entry = (struct bs_account_entry){
        .attributes = bs_tree_new_structure(),
        .kind = collection->kind,
        .region = collection->region,
        .key = copy_text(key),
        .generation = ++account->generation_count,
    };
    insert_at(collection, rank_of(collection, key, false), entry);
    return entry;
}

static void destroy_entry(struct bs_account_entry *entry)
{
    if (entry->own != NULL) {
        entry->destroy_own(entry->own);
    }
    bs_tree_destroy(entry->attributes);
    free((char *)entry->key);
    free(entry);
}

void bs_account_remove(struct bs_account *account, struct bs_account_entry *entry)
{
    struct collection *collection = find_collection(account, entry->kind, entry->region);
    size_t rank;

    BS_ASSERT(collection != NULL);
    rank = rank_of(collection, entry->key, false);
    BS_ASSERT(rank < collection->count && collection->entries[rank] == entry);
    collection->count--;
    memmove(&collection->entries[rank], &collection->entries[rank + 1],
            (collection->count - rank) * sizeof(struct bs_account_entry *));
    destroy_entry(entry);
}

struct bs_account_entry *bs_account_next(struct bs_account *account, const char *kind,
                                         const char *region, const char *after)
{
    const struct collection *collection = find_collection(account, kind, region);
    size_t rank;

    if (collection == NULL) {
        return NULL;
    }
    rank = after == NULL ? 0 : rank_of(collection, after, true);
    return rank < collection->count ? collection->entries[rank] : NULL;
}

/* ---- Time ---- */

static void cancel_appointment(struct appointment *appointment)
{
    *appointment->place = appointment->next;
    if (appointment->next != NULL) {
        appointment->next->place = appointment->place;
    }
    free(appointment->key);
    free(appointment);
}

static void keep_appointment(void *subject, uint64_t argument)
{
    struct appointment *appointment = subject;
    struct bs_account *account = appointment->account;
    struct bs_account_entry *entry = entry_in(appointment->collection, appointment->key);
    bs_account_due_fn *due = appointment->due;
    const bool is_there = entry != NULL && entry->generation == appointment->generation;

    (void)argument;
    cancel_appointment(appointment);
    if (is_there) {
        due(account, entry);
    }
}

static struct appointment *make_appointment(struct bs_account *account,
                                            const struct bs_account_entry *entry,
                                            bs_account_due_fn *due)
{
    struct appointment *appointment = allocate(sizeof(*appointment));

    *appointment = (struct appointment){
        .next = account->appointments,
        .place = &account->appointments,
        .account = account,
        .collection = find_collection(account, entry->kind, entry->region),
        .key = copy_text(entry->key),
        .generation = entry->generation,
        .due = due,
    };
    if (account->appointments != NULL) {
        account->appointments->place = &appointment->next;
    }
    account->appointments = appointment;
    return appointment;
}

void bs_account_later(struct bs_account *account, struct bs_account_entry *entry,
                      struct bs_duration delay, bs_account_due_fn *due)
{
    const int64_t at_ns = bs_account_now(account).ns + delay.ns;
    const struct bs_event_key key = {
        {at_ns}, BS_PHASE_WORLD, bs_name_hash("account"), account->appointment_count++};

    if (account->options.pace == BS_ACCOUNT_INSTANT) {
        due(account, entry);
    } else if (at_ns <= BS_INSTANT_MAX.ns) {
        const enum bs_status status =
            bs_simulation_schedule(account->options.simulation, &key, keep_appointment,
                                   make_appointment(account, entry, due), 0, NULL);

        BS_ASSERT(status == BS_OK);
    }
}

const struct bs_account_options *bs_account_options(const struct bs_account *account)
{
    return &account->options;
}

struct bs_instant bs_account_now(const struct bs_account *account)
{
    return bs_simulation_now(account->options.simulation);
}

/* ---- Drawing ---- */

uint64_t bs_account_draw(const struct bs_account *account, const char *entity, const char *purpose,
                         uint64_t k)
{
    struct bs_stream stream = bs_stream_open(account->options.root, entity, purpose);

    return bs_stream_at(&stream, k);
}

/* 32 hexadecimal digits: of as few as twelve, nobody will see the same twice. */
static void draw_digits(struct bs_account *account, char digits[ID_DIGITS_MAX + 1])
{
    const uint64_t k = account->id_count++;

    (void)snprintf(digits, ID_DIGITS_MAX + 1, "%016llx%016llx",
                   (unsigned long long)bs_account_draw(account, "account", "id", 2 * k),
                   (unsigned long long)bs_account_draw(account, "account", "id", 2 * k + 1));
}

void bs_account_new_id(struct bs_account *account, const char *prefix, size_t length, char *id,
                       size_t id_size)
{
    char digits[ID_DIGITS_MAX + 1];

    BS_ASSERT(length <= ID_DIGITS_MAX && strlen(prefix) + length < id_size);
    draw_digits(account, digits);
    (void)snprintf(id, id_size, "%s%.*s", prefix, (int)length, digits);
}

void bs_account_new_uuid(struct bs_account *account, char uuid[37])
{
    char digits[ID_DIGITS_MAX + 1];

    draw_digits(account, digits);
    digits[12] = '4'; /* RFC 9562: version 4, variant 10. */
    digits[16] = "89ab"[digits[16] & 3];
    (void)snprintf(uuid, 37, "%.8s-%.4s-%.4s-%.4s-%.12s", digits, digits + 8, digits + 12,
                   digits + 16, digits + 20);
}

/* ---- The world behind it ---- */

const struct bs_scenario *bs_account_scenario(const struct bs_account *account)
{
    return account->options.world == NULL ? NULL : bs_world_scenario(account->options.world);
}

static const char *name_of(const struct bs_resource *resource)
{
    switch (resource->kind) {
    case BS_RESOURCE_SSM_PARAMETER:
    case BS_RESOURCE_SNS_TOPIC:
    case BS_RESOURCE_DYNAMODB_TABLE:
        return resource->is.named.name;
    default:
        return resource->id;
    }
}

const struct bs_resource *bs_account_resource(const struct bs_account *account,
                                              enum bs_resource_kind kind, const char *region,
                                              const char *name)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == kind && strcmp(name_of(resource), name) == 0 &&
            (resource->region == BS_NONE || strcmp(region, BS_ACCOUNT_GLOBAL) == 0 ||
             strcmp(scenario->regions[resource->region].name, region) == 0)) {
            return resource;
        }
    }
    return NULL;
}

bool bs_account_ask_world(struct bs_account *account, const struct bs_account_request *request,
                          const struct bs_call_request *call, struct bs_call_answer *answer)
{
    BS_ASSERT(account->options.world != NULL);
    *answer = (struct bs_call_answer){.outcome = BS_OUTCOME_OK};
    return bs_world_perform(account->options.world, request->receipt, call, answer);
}

/* ---- Tags ---- */

static struct bs_tree *find_tag(struct bs_tree *tags, const char *key)
{
    struct bs_tree *tag = bs_tree_first_mutable(tags);

    while (tag != NULL && strcmp(bs_tree_text(tag, "Key", ""), key) != 0) {
        tag = tag->next;
    }
    return tag;
}

void bs_account_merge_tags(struct bs_tree *attributes, const struct bs_tree *tags)
{
    struct bs_tree *kept = bs_tree_get_mutable(attributes, "Tags");

    if (kept == NULL) {
        kept = bs_tree_set_list(attributes, "Tags");
    }
    for (const struct bs_tree *tag = bs_tree_first(tags); tag != NULL; tag = tag->next) {
        struct bs_tree *old = find_tag(kept, bs_tree_text(tag, "Key", ""));

        if (old == NULL) {
            old = bs_tree_append_structure(kept);
            bs_tree_set_text(old, "Key", bs_tree_text(tag, "Key", ""));
        }
        bs_tree_set_text(old, "Value", bs_tree_text(tag, "Value", ""));
    }
}

void bs_account_remove_tags(struct bs_tree *attributes, const struct bs_tree *keys)
{
    struct bs_tree *kept = bs_tree_get_mutable(attributes, "Tags");

    for (const struct bs_tree *key = bs_tree_first(keys); key != NULL; key = key->next) {
        struct bs_tree *tag = key->kind == BS_TREE_TEXT ? find_tag(kept, key->is.text.bytes) : NULL;

        if (tag != NULL) {
            bs_tree_remove_element(kept, tag);
        }
    }
}

/* ---- Being made ---- */

struct bs_account *bs_account_new(const struct bs_account_options *options)
{
    struct bs_account *account = allocate(sizeof(*account));

    account->options = *options;
    for (size_t i = 0; i < sizeof(services) / sizeof(services[0]); i++) {
        if (services[i]->start != NULL) {
            services[i]->start(account);
        }
    }
    return account;
}

static void destroy_collection(struct collection *collection)
{
    for (size_t i = 0; i < collection->count; i++) {
        destroy_entry(collection->entries[i]);
    }
    free(collection->entries);
    free(collection->kind);
    free(collection->region);
    free(collection);
}

void bs_account_destroy(struct bs_account *account)
{
    if (account == NULL) {
        return;
    }
    while (account->appointments != NULL) {
        cancel_appointment(account->appointments);
    }
    while (account->collections != NULL) {
        struct collection *next = account->collections->next;

        destroy_collection(account->collections);
        account->collections = next;
    }
    free(account);
}
