/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill_watch.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"

enum { PERCENT = 100 };

static const char *const final_states[] = {
    "completed", "completed_with_exceptions", "rolled_back", "canceled", "timed_out", "failed",
    NULL};

static bool is_one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strcmp(text, *words) == 0) {
            return true;
        }
    }
    return false;
}

const struct bs_resource *bs_drill_store(const struct bs_scenario *scenario)
{
    for (size_t i = 0; i < scenario->client_count; i++) {
        for (size_t k = 0; k < scenario->clients[i].store_count; k++) {
            const struct bs_resource *resource =
                &scenario->resources[scenario->clients[i].stores[k]];

            if (resource->kind == BS_RESOURCE_RDS_INSTANCE) {
                return resource;
            }
        }
    }
    return NULL;
}

static const struct bs_resource *resource_of(const struct bs_drill_watch *watch, const char *id)
{
    const int32_t index = bs_scenario_resource(watch->scenario, id);

    return index == BS_NONE ? NULL : &watch->scenario->resources[index];
}

static const char *region_of(const struct bs_drill_watch *watch, const char *id)
{
    const struct bs_resource *resource = resource_of(watch, id);

    return resource == NULL || resource->region == BS_NONE
               ? NULL
               : watch->scenario->regions[resource->region].name;
}

/* ---- Lineages ---- */

static bool has_lineage(const struct bs_drill_watch *watch, const char *name)
{
    for (size_t i = 0; i < watch->lineage_count; i++) {
        if (strcmp(watch->lineages[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void keep_lineage(struct bs_drill_watch *watch, const char *name, struct bs_instant at)
{
    if (watch->lineage_count < BS_DRILL_LINEAGES_MAX && !has_lineage(watch, name)) {
        watch->lineages[watch->lineage_count++] =
            (struct bs_prober_lineage){name, at, BS_INSTANT_NEVER};
    }
}

/* Whether that is news of a copy that is known. */
static bool keep_fence(struct bs_drill_watch *watch, const char *name, struct bs_instant at,
                       bool is_fenced)
{
    for (size_t i = 0; i < watch->lineage_count; i++) {
        struct bs_prober_lineage *lineage = &watch->lineages[i];
        const bool was_fenced = lineage->fenced.ns != BS_INSTANT_NEVER.ns;

        if (strcmp(lineage->name, name) == 0 && was_fenced != is_fenced) {
            lineage->fenced = is_fenced ? at : BS_INSTANT_NEVER;
            return true;
        }
    }
    return false;
}

static void add_lineage(struct bs_drill_watch *watch, struct bs_instant at, const char *name)
{
    const struct bs_resource *store = bs_drill_store(watch->scenario);

    if (store == NULL || has_lineage(watch, name)) {
        return;
    }
    keep_lineage(watch, name, at);
    BS_APPEND(watch->history, at, BS_RECORD_LINEAGE, bs_text(store->id), bs_text(name),
              bs_text(region_of(watch, name)), bs_text("writable"),
              bs_text(at.ns == 0 ? "start" : "promoted"));
}

static struct bs_duration objective_of(const struct bs_scenario *scenario, int32_t store)
{
    const struct bs_scenario_objectives *objectives = &scenario->objectives;

    for (size_t i = 0; i < objectives->store_count; i++) {
        if (objectives->stores[i].store == store) {
            return objectives->stores[i].rpo;
        }
    }
    return objectives->rpo;
}

static void record_dns(struct bs_drill_watch *watch, struct bs_instant at, size_t change,
                       const char *state)
{
    const char *target = watch->changes[change].target;

    BS_APPEND(watch->history, at, BS_RECORD_DNS, bs_text(watch->changes[change].record),
              bs_text(target), bs_text(region_of(watch, target)), bs_text(state),
              bs_count(watch->changes[change].number), bs_count(watch->changes[change].percent));
}

static bool keep_change(struct bs_drill_watch *watch, int64_t number, const char *record,
                        const char *target, int64_t percent)
{
    const size_t i = watch->change_count;

    if (i == BS_DRILL_CHANGES_MAX) {
        return false;
    }
    watch->changes[i].number = number;
    watch->changes[i].record = record;
    watch->changes[i].target = target;
    watch->changes[i].percent = percent;
    watch->change_count++;
    return true;
}

void bs_drill_watch_begin(struct bs_drill_watch *watch)
{
    const struct bs_scenario *scenario = watch->scenario;
    const struct bs_resource *store = bs_drill_store(scenario);
    const struct bs_instant start = {0};

    if (store != NULL) {
        BS_APPEND(watch->history, start, BS_RECORD_STORE, bs_text(store->id),
                  bs_text(bs_resource_kind_name(store->kind)), bs_text("one"),
                  bs_span(objective_of(scenario, (int32_t)(store - scenario->resources))));
        add_lineage(watch, start, store->id);
    }
    for (size_t i = 0; i < scenario->record_count; i++) {
        const char *target = scenario->resources[scenario->records[i].alb].id;

        BS_APPEND(watch->history, start, BS_RECORD_DNS, bs_text(scenario->records[i].name),
                  bs_text(target), bs_text(region_of(watch, target)), bs_text("insync"),
                  bs_count(0), bs_count(PERCENT));
    }
}

static void recall_change(struct bs_drill_watch *watch, const struct bs_record *record)
{
    const int64_t number = bs_record_number(record, "change");
    const bool is_insync = strcmp(bs_record_text(record, "state"), "insync") == 0;

    for (size_t i = 0; is_insync && i < watch->change_count; i++) {
        watch->changes[i].is_insync =
            watch->changes[i].is_insync || watch->changes[i].number == number;
    }
    if (!is_insync) {
        keep_change(watch, number, bs_record_text(record, "name"), bs_record_text(record, "target"),
                    bs_record_number(record, "percent"));
    }
}

void bs_drill_watch_recall(struct bs_drill_watch *watch)
{
    for (size_t i = 0; i < bs_history_count(watch->history); i++) {
        const struct bs_record *record = bs_history_get(watch->history, i);

        if (record->kind == BS_RECORD_LINEAGE) {
            keep_lineage(watch, bs_record_text(record, "lineage"), record->at);
        } else if (record->kind == BS_RECORD_FENCE) {
            keep_fence(watch, bs_record_text(record, "lineage"), record->at,
                       strcmp(bs_record_text(record, "state"), "effective") == 0);
        } else if (record->kind == BS_RECORD_DNS) {
            recall_change(watch, record);
        }
    }
}

struct bs_instant bs_drill_watch_moved(const struct bs_drill_watch *watch, const char *record)
{
    for (size_t i = bs_history_count(watch->history); i > 0; i--) {
        const struct bs_record *change = bs_history_get(watch->history, i - 1);

        if (change->kind == BS_RECORD_DNS &&
            strcmp(bs_record_text(change, "state"), "pending") == 0 &&
            strcmp(bs_record_text(change, "name"), record) == 0 &&
            bs_record_number(change, "percent") == PERCENT) {
            return change->at;
        }
    }
    return BS_INSTANT_NEVER;
}

/* ---- Answers ---- */

static void see_state(struct bs_drill_watch *watch, struct bs_instant at, const char *id,
                      enum bs_resource_state state, int64_t running)
{
    const struct bs_resource *resource = resource_of(watch, id);
    size_t i = 0;

    while (i < watch->state_count && strcmp(watch->states[i].resource, id) != 0) {
        i++;
    }
    if (resource == NULL || i == BS_DRILL_STATES_MAX ||
        (i < watch->state_count && watch->states[i].state == state &&
         watch->states[i].running == running)) {
        return;
    }
    watch->state_count += i == watch->state_count ? 1 : 0;
    watch->states[i].resource = id;
    watch->states[i].state = state;
    watch->states[i].running = running;
    BS_APPEND(watch->history, at, BS_RECORD_STATE, bs_text(id),
              bs_text(bs_resource_kind_name(resource->kind)),
              bs_text(bs_resource_state_name(state)), bs_count(running));
}

static void see_change(struct bs_drill_watch *watch, struct bs_instant at,
                       const struct bs_call_request *request, const struct bs_call_answer *answer)
{
    if (keep_change(watch, answer->change, request->resource, request->target,
                    request->count == 0 ? PERCENT : request->count)) {
        record_dns(watch, at, watch->change_count - 1, "pending");
    }
}

/* As in a simulation: who may not connect to it any more cannot write to it. */
static void see_ingress(struct bs_drill_watch *watch, struct bs_instant at, const char *id,
                        bool is_fenced)
{
    const struct bs_resource *store = bs_drill_store(watch->scenario);

    if (store != NULL && keep_fence(watch, id, at, is_fenced)) {
        BS_APPEND(watch->history, at, BS_RECORD_FENCE, bs_text(store->id), bs_text(id),
                  bs_text(is_fenced ? "effective" : "released"),
                  bs_text(is_fenced ? "ingress revoked" : "fence lifted"));
    }
}

/* As the table grants it: what the holder has asked for. */
static void see_lease(struct bs_drill_watch *watch, struct bs_instant at,
                      const struct bs_call_request *request, const struct bs_call_answer *answer)
{
    BS_APPEND(watch->history, at, BS_RECORD_LEASE, bs_text(request->resource),
              bs_count((int64_t)request->lease.holder), bs_count(answer->change),
              bs_at(request->lease.until));
}

static void see_insync(struct bs_drill_watch *watch, struct bs_instant at, int64_t number)
{
    for (size_t i = 0; i < watch->change_count; i++) {
        if (watch->changes[i].number == number && !watch->changes[i].is_insync) {
            watch->changes[i].is_insync = true;
            record_dns(watch, at, i, "insync");
        }
    }
}

static void see_instance(struct bs_drill_watch *watch, struct bs_instant at, const char *id,
                         const struct bs_call_answer *answer)
{
    const struct bs_resource *resource = resource_of(watch, id);

    see_state(watch, at, id, answer->state, INT64_MIN);
    if (resource != NULL && resource->kind == BS_RESOURCE_RDS_REPLICA && !answer->is_replica &&
        answer->state == BS_STATE_AVAILABLE) {
        add_lineage(watch, at, id);
    }
}

/* Of the store's replicas; as of when it was asked, for records stand in order of time. */
static void see_metric(struct bs_drill_watch *watch, struct bs_instant at, const char *id,
                       const struct bs_call_answer *answer)
{
    const struct bs_resource *store = bs_drill_store(watch->scenario);
    const struct bs_resource *resource = resource_of(watch, id);

    if (answer->has_metric && store != NULL && resource != NULL &&
        resource->kind == BS_RESOURCE_RDS_REPLICA &&
        &watch->scenario->resources[resource->is.rds.of] == store) {
        BS_APPEND(watch->history, at, BS_RECORD_LAG, bs_text(store->id), bs_text(id),
                  bs_span(answer->metric));
    }
}

void bs_drill_watch_answer(struct bs_drill_watch *watch, struct bs_instant at,
                           const struct bs_call_request *request,
                           const struct bs_call_answer *answer)
{
    if (answer->outcome != BS_OUTCOME_OK) {
        return;
    }
    switch (request->operation) {
    case BS_OPERATION_RDS_DESCRIBE_INSTANCE:
        see_instance(watch, at, request->resource, answer);
        break;
    case BS_OPERATION_ECS_DESCRIBE_SERVICE:
        see_state(watch, at, request->resource, BS_STATE_AVAILABLE, answer->running);
        break;
    case BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH:
        see_state(watch, at, request->resource,
                  answer->running > 0 ? BS_STATE_HEALTHY : BS_STATE_UNHEALTHY, answer->running);
        break;
    case BS_OPERATION_ROUTE53_CHANGE_RECORD:
        see_change(watch, at, request, answer);
        break;
    case BS_OPERATION_ROUTE53_GET_CHANGE:
        if (answer->state == BS_STATE_INSYNC) {
            see_insync(watch, at, request->count);
        }
        break;
    case BS_OPERATION_CLOUDWATCH_GET_METRIC:
        see_metric(watch, at, request->resource, answer);
        break;
    case BS_OPERATION_EC2_REVOKE_INGRESS:
        see_ingress(watch, at, request->resource, true);
        break;
    case BS_OPERATION_EC2_AUTHORIZE_INGRESS:
        see_ingress(watch, at, request->resource, false);
        break;
    case BS_OPERATION_DYNAMODB_TAKE_LEASE:
        see_lease(watch, at, request, answer);
        break;
    default:
        break;
    }
}

/* ---- Telling people ---- */

/* Which fields of a kind of record people want to read, in that order. */
static const struct {
    enum bs_record_kind kind;
    const char *words;
    const char *fields[4];
} lines[] = {
    {BS_RECORD_FAULT, "fault", {"fault", "state"}},
    {BS_RECORD_SOURCE, "source", {"source", "state", "region"}},
    {BS_RECORD_DETECTION, "trigger", {"trigger", "state", "reason"}},
    {BS_RECORD_DECISION, "decision", {"workflow", "mode", "severity"}},
    {BS_RECORD_EXECUTION, "execution", {"workflow", "state", "reason"}},
    {BS_RECORD_STEP, "step", {"step", "state", "reason"}},
    {BS_RECORD_RISK, "accepted risk", {"step", "authority", "reason"}},
    {BS_RECORD_LATCH, "latch", {"resource", "state"}},
    {BS_RECORD_DNS, "dns", {"name", "target", "state"}},
    {BS_RECORD_LINEAGE, "store", {"store", "lineage", "state"}},
    {BS_RECORD_ORCHESTRATOR, "orchestrator", {"state", "reason"}},
    {BS_RECORD_STOP, "stop condition", {"condition", "reason"}},
};

static void print_record(const struct bs_record *record)
{
    char at[BS_TIME_TEXT_MAX];

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        if (lines[i].kind != record->kind) {
            continue;
        }
        bs_duration_format((struct bs_duration){record->at.ns}, at);
        (void)fprintf(stderr, "%12s  %s", at, lines[i].words);
        for (size_t k = 0; k < 4 && lines[i].fields[k] != NULL; k++) {
            const char *text = bs_record_text(record, lines[i].fields[k]);

            (void)fprintf(stderr, "%s%s", text != NULL ? "  " : "", text != NULL ? text : "");
        }
        (void)fprintf(stderr, "\n");
    }
}

void bs_drill_watch_tell(struct bs_drill_watch *watch)
{
    for (; watch->told < bs_history_count(watch->history); watch->told++) {
        const struct bs_record *record = bs_history_get(watch->history, watch->told);

        if (record->kind == BS_RECORD_EXECUTION) {
            const char *state = bs_record_text(record, "state");

            (void)snprintf(watch->execution, sizeof(watch->execution), "%s", state);
            watch->has_ended = is_one_of(state, final_states);
            watch->since = record->at;
        }
        print_record(record);
    }
}

/* The last word on a step. */
static const char *state_of(const struct bs_drill_watch *watch, const char *workflow,
                            const char *step)
{
    for (size_t i = bs_history_count(watch->history); i > 0; i--) {
        const struct bs_record *record = bs_history_get(watch->history, i - 1);

        if (record->kind == BS_RECORD_STEP &&
            strcmp(bs_record_text(record, "workflow"), workflow) == 0 &&
            strcmp(bs_record_text(record, "step"), step) == 0) {
            return bs_record_text(record, "state");
        }
    }
    return "not begun";
}

static bool is_under_way(const struct bs_drill_watch *watch, const char *workflow)
{
    for (size_t i = 0; i < bs_history_count(watch->history); i++) {
        const struct bs_record *record = bs_history_get(watch->history, i);

        if (record->kind == BS_RECORD_EXECUTION &&
            strcmp(bs_record_text(record, "workflow"), workflow) == 0) {
            return true;
        }
    }
    return false;
}

void bs_drill_watch_sum_up(const struct bs_drill_watch *watch)
{
    if (watch->execution[0] == '\0') {
        (void)fprintf(stderr, "  nothing has been done: no workflow was begun\n");
    }
    for (size_t i = 0; i < bs_history_count(watch->history); i++) {
        const struct bs_record *record = bs_history_get(watch->history, i);

        if (record->kind == BS_RECORD_PLANNED &&
            is_under_way(watch, bs_record_text(record, "workflow"))) {
            (void)fprintf(stderr, "  %-24s %s\n", bs_record_text(record, "step"),
                          state_of(watch, bs_record_text(record, "workflow"),
                                   bs_record_text(record, "step")));
        }
    }
}
