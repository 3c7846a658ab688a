/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** The course of faults, be they the scenario's or added while the world goes on: drawn, begun, ended. */

#include <stdlib.h>
#include <string.h>

#include "sim/world/rds.h"
#include "sim/world/world_state.h"

enum { ADDED_BYTES_MAX = 1024 * 1024 }; /* What is read from one document. */

static void record_fault(struct bs_world *world, const struct bs_fault *fault, const char *state)
{
    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_FAULT, bs_text(fault->name),
              bs_text(bs_fault_kind_name(fault->kind)), bs_text(state));
}

static void begin_fault(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_fault_state *state = &world->availability.faults[index];

    if (state->ended_at.ns != BS_INSTANT_NEVER.ns) {
        return;
    }
    bs_world_before_change(world);
    state->is_on = true;
    state->begun++;
    record_fault(world, state->fault, "onset");
    bs_monitor_report_all(world, state->fault);
    bs_world_after_change(world);
}

static void end_fault(void *subject, uint64_t index)
{
    struct bs_world *world = subject;
    struct bs_fault_state *state = &world->availability.faults[index];

    if (!state->is_on) {
        return; /* Ended before its time. */
    }
    bs_world_before_change(world);
    state->is_on = false;
    record_fault(world, state->fault, "end");
    bs_monitor_report_all(world, state->fault);
    bs_world_after_change(world);
}

/* The latest of that name, or NULL. */
static struct bs_fault_state *find_fault(const struct bs_world *world, const char *name)
{
    for (size_t i = world->availability.count; i > 0; i--) {
        struct bs_fault_state *state = &world->availability.faults[i - 1];

        if (strcmp(state->fault->name, name) == 0) {
            return state;
        }
    }
    return NULL;
}

/* Counts from `from`, or from the onset of the fault that it comes after; what would have been is now. */
static struct bs_instant draw_onset(const struct bs_world *world, const struct bs_fault *fault,
                                    struct bs_instant from)
{
    struct bs_stream onset = bs_world_stream(world, fault->name, "onset");
    struct bs_instant drawn;

    if (fault->after != NULL) {
        from = find_fault(world, fault->after)->onset;
    }
    drawn = bs_instant_add(from, bs_distribution_sample(&fault->onset, bs_stream_at(&onset, 0)));
    /* Long chains would leave what an instant can be. */
    return bs_instant_min(bs_instant_max(drawn, bs_world_now(world)), BS_INSTANT_MAX);
}

/* One time that a fault is on. */
struct occurrence {
    struct bs_instant from;
    struct bs_instant to; /* NEVER: it lasts. */
};

/* The k-th, by value k of its stream. What is drawn too long ends when it begins again. */
static struct occurrence occurrence(const struct bs_world *world,
                                    const struct bs_fault_state *state, int64_t k)
{
    const struct bs_fault *fault = state->fault;
    const struct bs_duration later = {k * fault->every.ns};
    struct bs_stream lasts = bs_world_stream(world, fault->name, "lasts");
    struct occurrence found = {bs_instant_add(state->onset, later), BS_INSTANT_NEVER};

    if (fault->ends) {
        found.to = bs_instant_add(
            found.from, bs_distribution_sample(&fault->lasts, bs_stream_at(&lasts, (uint64_t)k)));
    }
    if (k + 1 < fault->times) {
        found.to = bs_instant_min(found.to, bs_instant_add(found.from, fault->every));
    }
    return found;
}

static void schedule_fault(struct bs_world *world, const struct bs_fault_state *state)
{
    const struct bs_fault *fault = state->fault;
    const size_t index = (size_t)(state - world->availability.faults);
    struct bs_entity entity = bs_world_entity("fault", fault->name);

    for (int64_t k = 0; k < fault->times; k++) {
        const struct occurrence time = occurrence(world, state, k);

        if (time.from.ns > world->scenario->duration.ns) {
            return;
        }
        bs_world_schedule(world, &entity, time.from, BS_PHASE_WORLD, begin_fault, world, index,
                          NULL);
        if (fault->ends) {
            bs_world_schedule(world, &entity, time.to, BS_PHASE_WORLD, end_fault, world, index,
                              NULL);
        }
    }
}

static int32_t region_of(const struct bs_scenario *scenario, const struct bs_fault *fault)
{
    if (fault->region == NULL) {
        return BS_NONE;
    }
    return strcmp(fault->region, "global") == 0 ? BS_REGION_GLOBAL
                                                : bs_scenario_region(scenario, fault->region);
}

/* There is room. */
static void draw_fault(struct bs_world *world, const struct bs_fault *fault)
{
    struct bs_availability *availability = &world->availability;
    struct bs_fault_state *state = &availability->faults[availability->count];

    *state = (struct bs_fault_state){
        .fault = fault,
        .region = region_of(world->scenario, fault),
        .onset = draw_onset(world, fault, bs_world_now(world)),
        .ended_at = BS_INSTANT_NEVER,
    };
    availability->count++;
}

/* Makes room for `count` more; false if there is no memory, which is the world's status then. */
static bool make_room(struct bs_world *world, size_t count)
{
    struct bs_availability *availability = &world->availability;
    const size_t wanted = availability->count + count;
    struct bs_fault_state *faults;

    if (wanted <= availability->capacity) {
        return true;
    }
    availability->capacity = wanted + availability->count;
    faults = bs_world_allocate(world, availability->capacity, sizeof(*faults));
    for (size_t i = 0; faults != NULL && i < availability->count; i++) {
        faults[i] = availability->faults[i];
    }
    availability->faults = faults;
    return faults != NULL;
}

void bs_availability_start(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    if (!make_room(world, scenario->fault_count)) {
        return;
    }
    for (size_t i = 0; i < scenario->fault_count && world->status == BS_OK; i++) {
        draw_fault(world, &scenario->faults[i]);
        schedule_fault(world, &world->availability.faults[i]);
    }
}

size_t bs_lag_bursts(const struct bs_world *world, const char *replica, struct bs_lag_burst *bursts)
{
    size_t count = 0;

    for (size_t i = 0; i < world->availability.count; i++) {
        const struct bs_fault_state *state = &world->availability.faults[i];
        const struct bs_fault *fault = state->fault;

        if (fault->kind != BS_FAULT_LAG || strcmp(fault->resource, replica) != 0) {
            continue;
        }
        for (int64_t k = 0; k < fault->times; k++) {
            const struct occurrence time = occurrence(world, state, k);

            if (time.from.ns >= state->ended_at.ns) {
                break;
            }
            if (bursts != NULL) {
                bursts[count] = (struct bs_lag_burst){
                    time.from, bs_instant_min(time.to, state->ended_at), &fault->lag};
            }
            count++;
        }
    }
    return count;
}

/* ---- While the world goes on ---- */

static bool is_over(const struct bs_fault_state *state)
{
    return state->ended_at.ns != BS_INSTANT_NEVER.ns ||
           (!state->is_on && state->begun == state->fault->times);
}

/* Whether the fault fits in with those there are. */
static enum bs_status check_course(const struct bs_world *world, const struct bs_fault *fault,
                                   struct bs_error *error)
{
    const struct bs_fault_state *same = find_fault(world, fault->name);

    if (same != NULL && !is_over(same)) {
        return bs_error_set(error, BS_ERR_INPUT, &fault->at_position,
                            "there is a fault '%s' already, and it is not over", fault->name);
    }
    if (fault->after != NULL && find_fault(world, fault->after) == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, &fault->at_position,
                            "fault '%s' comes after '%s', which there is not", fault->name,
                            fault->after);
    }
    if (world->availability.added_onsets + fault->times > BS_WORLD_ADDED_ONSETS_MAX) {
        return bs_error_set(error, BS_ERR_LIMIT, &fault->at_position,
                            "too many faults: all that are added to a world begin at most %d times",
                            (int)BS_WORLD_ADDED_ONSETS_MAX);
    }
    return BS_OK;
}

static enum bs_status add_fault(struct bs_world *world, const struct bs_node *node,
                                struct bs_added_faults *added, struct bs_error *error)
{
    struct bs_fault *fault = bs_arena_array(&added->arena, 1, sizeof(*fault));
    enum bs_status status;

    if (fault == NULL || !make_room(world, 1)) {
        return bs_error_set(error, BS_ERR_MEMORY, &node->at, "out of memory");
    }
    status = bs_scenario_read_fault(world->scenario, node, &added->arena, fault, error);
    if (status == BS_OK) {
        status = check_course(world, fault, error);
    }
    if (status == BS_OK) {
        draw_fault(world, fault);
        world->availability.added_onsets += fault->times;
    }
    return status;
}

/* Forgets those that were read, of which nothing has been scheduled. */
static void take_back(struct bs_world *world, size_t count)
{
    struct bs_availability *availability = &world->availability;

    while (availability->count > count) {
        availability->added_onsets -= availability->faults[--availability->count].fault->times;
    }
}

static void free_added(struct bs_added_faults *added)
{
    bs_arena_clean_up(&added->arena);
    bs_document_destroy(added->document);
    free(added);
}

/* One fault, or a list of them. */
static enum bs_status add_faults(struct bs_world *world, const struct bs_node *root,
                                 struct bs_added_faults *added, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    if (root->kind != BS_NODE_LIST) {
        return add_fault(world, root, added, error);
    }
    for (const struct bs_node *node = root->first; node != NULL && status == BS_OK;
         node = node->next) {
        status = add_fault(world, node, added, error);
    }
    return status;
}

enum bs_status bs_world_add_faults(struct bs_world *world, struct bs_document *document,
                                   struct bs_error *error)
{
    struct bs_availability *availability = &world->availability;
    const size_t count = availability->count;
    struct bs_added_faults *added = calloc(1, sizeof(*added));
    enum bs_status status;

    if (added == NULL) {
        bs_document_destroy(document);
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    *added = (struct bs_added_faults){.next = availability->added, .document = document};
    bs_arena_init(&added->arena, ADDED_BYTES_MAX);
    status = add_faults(world, bs_document_root(document), added, error);
    if (status != BS_OK) {
        take_back(world, count);
        free_added(added);
        return status;
    }
    availability->added = added;
    for (size_t i = count; i < availability->count; i++) {
        schedule_fault(world, &availability->faults[i]);
    }
    bs_rds_draw_bursts(world);
    return world->status;
}

static void end_early(struct bs_world *world, struct bs_fault_state *state)
{
    const size_t index = (size_t)(state - world->availability.faults);

    state->ended_at = bs_world_now(world);
    bs_rds_draw_bursts(world);
    if (state->is_on) {
        end_fault(world, index);
    }
}

size_t bs_world_end_faults(struct bs_world *world, const char *name)
{
    size_t count = 0;

    for (size_t i = 0; i < world->availability.count; i++) {
        struct bs_fault_state *state = &world->availability.faults[i];

        if (!is_over(state) && (name == NULL || strcmp(state->fault->name, name) == 0)) {
            end_early(world, state);
            count++;
        }
    }
    return count;
}

size_t bs_world_fault_count(const struct bs_world *world)
{
    return world->availability.count;
}

struct bs_world_fault bs_world_fault(const struct bs_world *world, size_t index)
{
    const struct bs_fault_state *state = &world->availability.faults[index];
    struct bs_world_fault fault = {
        .name = state->fault->name,
        .kind = state->fault->kind,
        .stage = BS_FAULT_STAGE_OVER,
        .from = state->onset,
        .to = state->ended_at,
    };

    if (!is_over(state)) {
        const int64_t k = state->is_on ? state->begun - 1 : state->begun;
        const struct occurrence time = occurrence(world, state, k);

        fault.stage = state->is_on ? BS_FAULT_STAGE_ON : BS_FAULT_STAGE_TO_COME;
        fault.from = time.from;
        fault.to = time.to;
    } else if (state->ended_at.ns == BS_INSTANT_NEVER.ns) {
        fault.to = occurrence(world, state, state->fault->times - 1).to;
    }
    return fault;
}

bool bs_world_is_well(const struct bs_world *world)
{
    for (size_t i = 0; i < world->availability.count; i++) {
        if (world->availability.faults[i].is_on) {
            return false;
        }
    }
    return true;
}

void bs_availability_clean_up(struct bs_world *world)
{
    while (world->availability.added != NULL) {
        struct bs_added_faults *added = world->availability.added;

        world->availability.added = added->next;
        free_added(added);
    }
}
