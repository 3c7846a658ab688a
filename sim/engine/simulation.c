/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/simulation.h"

#include <stdlib.h>

/* The part of an event's key that decides at one instant. */
struct place {
    uint32_t order;
    struct bs_event_tie tie;
};

struct bs_simulation {
    struct bs_instant now;
    struct place passed; /* The last place at `now` that events have run up to. */
    uint64_t event_count;
    uint64_t event_count_max;
    bool stop_asked;
    uint32_t class_count;
    struct bs_duration class_delays[BS_DELAY_CLASSES_MAX];
    struct bs_event_pool pool;
    struct bs_event_list list;
};

struct bs_simulation *bs_simulation_new(const struct bs_simulation_options *options)
{
    struct bs_simulation *simulation;

    BS_ASSERT(options != NULL);
    BS_ASSERT(options->event_count_max > 0);

    simulation = calloc(1, sizeof(*simulation));
    if (simulation == NULL) {
        return NULL;
    }
    simulation->event_count_max = options->event_count_max;
    bs_event_pool_init(&simulation->pool, options->pending_max);
    bs_event_list_init(&simulation->list, options->list_kind);
    return simulation;
}

void bs_simulation_destroy(struct bs_simulation *simulation)
{
    if (simulation == NULL) {
        return;
    }
    bs_event_list_clean_up(&simulation->list);
    bs_event_pool_clean_up(&simulation->pool);
    free(simulation);
}

void bs_simulation_reset(struct bs_simulation *simulation)
{
    BS_ASSERT(simulation != NULL);

    simulation->now = (struct bs_instant){0};
    simulation->passed = (struct place){0};
    simulation->event_count = 0;
    simulation->stop_asked = false;
    simulation->class_count = 0;
    bs_event_list_reset(&simulation->list);
    bs_event_pool_reset(&simulation->pool);
}

struct bs_instant bs_simulation_now(const struct bs_simulation *simulation)
{
    return simulation->now;
}

uint64_t bs_simulation_event_count(const struct bs_simulation *simulation)
{
    return simulation->event_count;
}

uint32_t bs_simulation_pending_count(const struct bs_simulation *simulation)
{
    return simulation->pool.count;
}

/* The list first: then whatever slot the pool can give has room in the list. */
static enum bs_status make_room(struct bs_simulation *simulation)
{
    struct bs_event_pool *pool = &simulation->pool;
    uint32_t capacity = bs_event_pool_next_capacity(pool);
    enum bs_status status;

    if (capacity == pool->capacity) {
        return BS_ERR_LIMIT;
    }
    status = bs_event_list_reserve(&simulation->list, capacity);
    return status != BS_OK ? status : bs_event_pool_reserve(pool, capacity);
}

uint32_t bs_simulation_delay_class(struct bs_simulation *simulation, struct bs_duration delay)
{
    BS_ASSERT(delay.ns >= 0);

    for (uint32_t number = 0; number < simulation->class_count; number++) {
        if (simulation->class_delays[number].ns == delay.ns) {
            return number;
        }
    }
    if (simulation->class_count == BS_DELAY_CLASSES_MAX) {
        return BS_DELAY_CLASS_NONE;
    }
    simulation->class_delays[simulation->class_count++] = delay;
    bs_event_list_use_classes(&simulation->list, simulation->class_count);
    return simulation->class_count - 1;
}

static enum bs_status schedule(struct bs_simulation *simulation, uint32_t delay_class,
                               const struct bs_event_key *key, const struct bs_event_slot *event,
                               struct bs_event_id *id)
{
    struct bs_event_pool *pool = &simulation->pool;
    struct bs_event_slot *slot;
    struct bs_event_entry entry = {.at_ns = key->at.ns, .order = bs_event_key_order(key)};
    enum bs_status status;

    BS_ASSERT(event->action != NULL);
    BS_ASSERT(key->at.ns >= simulation->now.ns && key->at.ns <= BS_INSTANT_MAX.ns);
    BS_ASSERT((uint32_t)key->phase <= UINT8_MAX);

    if (bs_event_pool_is_full(pool)) {
        status = make_room(simulation);
        if (status != BS_OK) {
            return status;
        }
    }
    entry.slot = bs_event_pool_take(pool);
    pool->ties[entry.slot] = (struct bs_event_tie){.entity = key->entity, .k = key->k};
    slot = &pool->slots[entry.slot];
    slot->action = event->action;
    slot->subject = event->subject;
    slot->argument = event->argument;
    status = bs_event_list_push(&simulation->list, pool, delay_class, entry);
    if (status != BS_OK) {
        bs_event_pool_give_back(pool, entry.slot);
        return status;
    }
    if (id != NULL) {
        *id = (struct bs_event_id){.slot = entry.slot, .generation = slot->generation};
    }
    return BS_OK;
}

enum bs_status bs_simulation_schedule(struct bs_simulation *simulation,
                                      const struct bs_event_key *key, bs_event_fn *action,
                                      void *subject, uint64_t argument, struct bs_event_id *id)
{
    const struct bs_event_slot event = {.action = action, .subject = subject, .argument = argument};

    return schedule(simulation, BS_DELAY_CLASS_NONE, key, &event, id);
}

enum bs_status bs_simulation_schedule_class(struct bs_simulation *simulation, uint32_t delay_class,
                                            const struct bs_event_key *key, bs_event_fn *action,
                                            void *subject, uint64_t argument,
                                            struct bs_event_id *id)
{
    const struct bs_event_slot event = {.action = action, .subject = subject, .argument = argument};

    if (delay_class != BS_DELAY_CLASS_NONE) {
        BS_ASSERT(delay_class < simulation->class_count);
        BS_ASSERT(key->at.ns - simulation->now.ns == simulation->class_delays[delay_class].ns);
    }
    return schedule(simulation, delay_class, key, &event, id);
}

bool bs_simulation_cancel(struct bs_simulation *simulation, struct bs_event_id id)
{
    struct bs_event_slot *slot;

    if (id.slot >= simulation->pool.touched) {
        return false;
    }
    slot = &simulation->pool.slots[id.slot];
    if (slot->generation != id.generation || slot->action == NULL) {
        return false;
    }
    /* The entry is left where it is: taking it out would cost a search. */
    slot->action = NULL;
    slot->generation++;
    return true;
}

static bool comes_before(const struct place *a, const struct place *b)
{
    if (a->order != b->order) {
        return a->order < b->order;
    }
    return a->tie.entity != b->tie.entity ? a->tie.entity < b->tie.entity : a->tie.k < b->tie.k;
}

bool bs_simulation_has_passed(const struct bs_simulation *simulation,
                              const struct bs_event_key *key)
{
    const struct place place = {bs_event_key_order(key), {key->entity, key->k}};

    return key->at.ns < simulation->now.ns ||
           (key->at.ns == simulation->now.ns && comes_before(&place, &simulation->passed));
}

/* An event may be scheduled before others that have run at its instant already. */
static void move_on(struct bs_simulation *simulation, const struct bs_event_entry *entry)
{
    const struct place place = {entry->order, simulation->pool.ties[entry->slot]};

    if (entry->at_ns > simulation->now.ns || comes_before(&simulation->passed, &place)) {
        simulation->passed = place;
    }
    simulation->now.ns = entry->at_ns;
}

/* What an event does, once it has left its slot. */
struct due {
    bs_event_fn *action;
    void *subject;
    uint64_t argument;
};

/* Takes the next event that was not cancelled off the list, and goes to its instant. */
static bool take_next(struct bs_simulation *simulation, int64_t limit_ns, struct due *event)
{
    struct bs_event_entry entry;

    while (bs_event_list_pop(&simulation->list, &simulation->pool, limit_ns, &entry)) {
        const struct bs_event_slot *slot = &simulation->pool.slots[entry.slot];

        *event = (struct due){slot->action, slot->subject, slot->argument};
        if (event->action != NULL) {
            move_on(simulation, &entry);
        }
        bs_event_pool_give_back(&simulation->pool, entry.slot);
        if (event->action != NULL) {
            return true;
        }
    }
    return false;
}

static void run_event(struct bs_simulation *simulation, const struct due *event)
{
    simulation->event_count++;
    event->action(event->subject, event->argument);
}

struct bs_instant bs_simulation_next_at(struct bs_simulation *simulation)
{
    struct bs_event_entry entry;

    while (bs_event_list_peek(&simulation->list, &simulation->pool, &entry)) {
        if (simulation->pool.slots[entry.slot].action != NULL) {
            return (struct bs_instant){entry.at_ns};
        }
        (void)bs_event_list_pop(&simulation->list, &simulation->pool, entry.at_ns, &entry);
        bs_event_pool_give_back(&simulation->pool, entry.slot);
    }
    return BS_INSTANT_NEVER;
}

bool bs_simulation_step(struct bs_simulation *simulation)
{
    struct due event;

    if (simulation->event_count == simulation->event_count_max ||
        !take_next(simulation, INT64_MAX, &event)) {
        return false;
    }
    run_event(simulation, &event);
    return true;
}

enum bs_status bs_simulation_run(struct bs_simulation *simulation, struct bs_instant until)
{
    struct due event;

    BS_ASSERT(until.ns >= simulation->now.ns && until.ns <= BS_INSTANT_MAX.ns);

    simulation->stop_asked = false;
    while (!simulation->stop_asked) {
        if (simulation->event_count == simulation->event_count_max &&
            bs_simulation_next_at(simulation).ns <= until.ns) {
            return BS_ERR_LIMIT;
        }
        if (!take_next(simulation, until.ns, &event)) {
            simulation->now = until;
            simulation->passed = (struct place){UINT32_MAX, {UINT64_MAX, UINT64_MAX}};
            return BS_OK;
        }
        run_event(simulation, &event);
    }
    return BS_OK;
}

void bs_simulation_stop(struct bs_simulation *simulation)
{
    simulation->stop_asked = true;
}
