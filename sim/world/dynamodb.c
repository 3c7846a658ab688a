/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/dynamodb.h"

#include <stdio.h>
#include <string.h>

#include "sim/world/api.h"
#include "sim/world/world_state.h"

enum { ENTITY_MAX = 320 };

enum bs_status bs_dynamodb_new(struct bs_world *world)
{
    world->dynamodb.leases =
        bs_world_allocate(world, world->scenario->resource_count, sizeof(struct bs_lease_item *));
    return world->status;
}

static const struct bs_resource *table_of(const struct bs_world *world,
                                          const struct bs_call_request *request,
                                          struct bs_call_answer *answer)
{
    const struct bs_resource *resource = bs_api_resource(world, request);

    if (resource == NULL || resource->kind != BS_RESOURCE_DYNAMODB_TABLE) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "ResourceNotFoundException");
        return NULL;
    }
    if (request->key == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "ValidationException");
        return NULL;
    }
    return resource;
}

void bs_dynamodb_note_value(struct bs_world *world, const struct bs_resource *table,
                            const char *key, const char *value)
{
    char entity[ENTITY_MAX];

    (void)snprintf(entity, sizeof(entity), "%s/%s", table->id, key);
    bs_world_record_state(world, entity, "dynamodb_item", value, INT64_MIN);
}

void bs_dynamodb_note_lease(struct bs_world *world, const struct bs_resource *table,
                            const struct bs_lease_item *lease)
{
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_LEASE, bs_text(table->id),
              bs_count((int64_t)lease->holder), bs_count(lease->token), bs_at(lease->until));
}

void bs_dynamodb_put_item(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer)
{
    const struct bs_resource *table = table_of(world, request, answer);

    if (table != NULL) {
        bs_dynamodb_note_value(world, table, request->key, request->target);
    }
}

static struct bs_lease_item *find_lease(struct bs_lease_item *lease, const char *key)
{
    while (lease != NULL && strcmp(lease->key, key) != 0) {
        lease = lease->next;
    }
    return lease;
}

static struct bs_lease_item *add_lease(struct bs_world *world, struct bs_lease_item **list,
                                       const char *key)
{
    struct bs_lease_item *lease = bs_world_allocate(world, 1, sizeof(*lease));
    const char *copy = bs_arena_text(&world->arena, key, strlen(key));

    if (lease == NULL || copy == NULL) {
        world->status = BS_ERR_MEMORY;
        return NULL;
    }
    *lease = (struct bs_lease_item){.next = *list, .key = copy};
    *list = lease;
    return lease;
}

static bool is_granted(const struct bs_lease_item *lease, const struct bs_lease_terms *terms)
{
    return lease->token == 0 || lease->holder == terms->holder ||
           bs_instant_before(bs_instant_add(lease->until, terms->skew), terms->now);
}

void bs_dynamodb_take_lease(struct bs_world *world, const struct bs_call_request *request,
                            struct bs_call_answer *answer)
{
    const struct bs_lease_terms *terms = &request->lease;
    const struct bs_resource *table = table_of(world, request, answer);
    struct bs_lease_item **list;
    struct bs_lease_item *lease;

    if (table == NULL) {
        return;
    }
    BS_ASSERT(terms->holder != 0);
    list = &world->dynamodb.leases[table - world->scenario->resources];
    lease = find_lease(*list, request->key);
    if (lease == NULL) {
        lease = add_lease(world, list, request->key);
    }
    if (lease == NULL) {
        return;
    }
    if (!is_granted(lease, terms)) {
        bs_api_fail(answer, BS_CALL_ERROR_CONDITION, "ConditionalCheckFailedException");
        answer->change = lease->token;
        return;
    }
    answer->memo = lease->memo;
    lease->memo = terms->memo != 0 ? terms->memo : lease->memo;
    lease->token += lease->holder == terms->holder ? 0 : 1;
    lease->holder = terms->holder;
    lease->until = terms->until;
    answer->change = lease->token;
    bs_dynamodb_note_lease(world, table, lease);
}
