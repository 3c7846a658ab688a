/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/rules.h"

static void judge_maximum(struct bs_lint *lint, const struct bs_step *step)
{
    const struct bs_resource *service = bs_lint_resource(lint, step->parameters.resource);

    if (step->parameters.count > service->is.ecs.max_tasks) {
        bs_lint_at_step(lint, step, "asks for %lld tasks of %s, which may have %lld: refused",
                        (long long)step->parameters.count, service->id,
                        (long long)service->is.ecs.max_tasks);
    }
}

void bs_lint_scale_beyond_maximum(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_SCALE_ECS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_SCALE_ECS, step)) {
        judge_maximum(lint, step);
    }
}

/* Requests per second that the workflow's record changes bring to a service. */
struct demand {
    int64_t reads_nano_per_s;
    int64_t writes_nano_per_s;
};

static struct demand demand_on(const struct bs_lint *lint, const struct bs_resource *service)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);
    struct demand demand = {0, 0};

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        const ptrdiff_t record = bs_lint_record(lint, step) - lint->scenario->records;

        if (bs_lint_service_behind(lint, step) != service) {
            continue;
        }
        for (size_t i = 0; i < lint->scenario->client_count; i++) {
            const struct bs_client_population *clients = &lint->scenario->clients[i];

            if (clients->record == record) {
                demand.reads_nano_per_s += clients->reads_nano_per_s;
                demand.writes_nano_per_s += clients->writes_nano_per_s;
            }
        }
    }
    return demand;
}

/* How many tasks a step leaves the service with; -1: it does not say. */
static int64_t tasks_after(const struct bs_step *step, const struct bs_resource *service)
{
    const bool scales = step->block == BS_BLOCK_SCALE_ECS;
    const bool releases = step->block == BS_BLOCK_RELEASE_FENCE && step->parameters.count > 0;

    return (scales || releases) && bs_lint_names(step, service->id) ? step->parameters.count : -1;
}

/* What the plan scales the service to last, else what it starts with. */
static int64_t tasks_of(const struct bs_lint *lint, const struct bs_resource *service)
{
    const struct bs_step *step = bs_lint_next_step(lint, NULL);
    int64_t tasks = service->is.ecs.tasks;

    for (; step != NULL; step = bs_lint_next_step(lint, step)) {
        const int64_t after = tasks_after(step, service);

        tasks = after >= 0 ? after : tasks;
    }
    return tasks;
}

static void judge_tasks(struct bs_lint *lint, const struct bs_step *cutover,
                        const struct bs_resource *service, const struct demand *demand)
{
    const int64_t tasks = tasks_of(lint, service);
    const int64_t needed = demand->reads_nano_per_s + demand->writes_nano_per_s;
    char texts[2][BS_TIME_TEXT_MAX];

    if (service->is.ecs.per_task_nano_per_s > 0 &&
        tasks >= needed / service->is.ecs.per_task_nano_per_s + 1) {
        return; /* Ample, and too large a product is never formed. */
    }
    if (tasks * service->is.ecs.per_task_nano_per_s < needed) {
        bs_seconds_format(service->is.ecs.per_task_nano_per_s, texts[0]);
        bs_seconds_format(needed, texts[1]);
        bs_lint_at_step(lint, cutover, "sends %s/s to %s, whose %lld tasks serve %s/s each",
                        texts[1], service->id, (long long)tasks, texts[0]);
    }
}

/* The one database of a Region. */
static const struct bs_resource *database_in(const struct bs_lint *lint, int32_t region)
{
    for (size_t i = 0; i < lint->scenario->resource_count; i++) {
        const struct bs_resource *resource = &lint->scenario->resources[i];

        if (resource->region == region && (resource->kind == BS_RESOURCE_RDS_INSTANCE ||
                                           resource->kind == BS_RESOURCE_RDS_REPLICA)) {
            return resource;
        }
    }
    return NULL;
}

/* The copy that is written to at the cutover: the last promoted before, else that of the Region left. */
static const struct bs_resource *writer_at(const struct bs_lint *lint,
                                           const struct bs_step *cutover)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, NULL);
    const struct bs_resource *writer =
        database_in(lint, bs_scenario_region(lint->scenario, lint->left));

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_PROMOTE_RDS_REPLICA, step)) {
        if (bs_lint_precedes(lint, step, cutover)) {
            writer = bs_lint_resource(lint, step->parameters.resource);
        }
    }
    return writer;
}

/* As the world has it: the writer for services that look for it, else the one database in their Region. */
static const struct bs_resource *database_behind(const struct bs_lint *lint,
                                                 const struct bs_step *cutover,
                                                 const struct bs_resource *service)
{
    return service->is.ecs.database == BS_DATABASE_WRITER ? writer_at(lint, cutover)
                                                          : database_in(lint, service->region);
}

static void judge_database(struct bs_lint *lint, const struct bs_step *cutover,
                           const struct bs_resource *service, const struct demand *demand)
{
    const struct bs_resource *database = database_behind(lint, cutover, service);
    const int64_t hit_ppb = service->is.ecs.cache_fill > 0 ? 0 : service->is.ecs.cache_hit_ppb;
    const int64_t misses_per_mille = (BS_PPB_ONE - hit_ppb) / (BS_PPB_ONE / 1000);
    const int64_t asked =
        demand->writes_nano_per_s + demand->reads_nano_per_s / 1000 * misses_per_mille;
    char texts[2][BS_TIME_TEXT_MAX];

    if (database == NULL || database->is.rds.queries_nano_per_s == 0 ||
        database->is.rds.queries_nano_per_s >= asked) {
        return;
    }
    bs_seconds_format(asked, texts[0]);
    bs_seconds_format(database->is.rds.queries_nano_per_s, texts[1]);
    bs_lint_at_step(lint, cutover, "brings %s/s of writes and %sreads to %s, which serves %s/s",
                    texts[0], service->is.ecs.cache_fill > 0 ? "cold-cache " : "uncached ",
                    database->id, texts[1]);
}

/* Each service once, at the first cutover that leads to it. */
void bs_lint_standby_cannot_reach_capacity(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        const struct bs_resource *service = bs_lint_service_behind(lint, step);
        const struct demand demand = demand_on(lint, service);
        const struct bs_step *first = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

        while (bs_lint_service_behind(lint, first) != service) {
            first = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, first);
        }
        if (first == step) {
            judge_tasks(lint, step, service, &demand);
            judge_database(lint, step, service, &demand);
        }
    }
}
