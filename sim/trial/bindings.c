/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/trial/trial.h"

static const char *region_name(const struct bs_scenario *scenario, int32_t region)
{
    return region == BS_NONE ? NULL : scenario->regions[region].name;
}

static const char *related_to(const struct bs_scenario *scenario,
                              const struct bs_resource *resource)
{
    if (resource->kind == BS_RESOURCE_ALB) {
        return scenario->resources[resource->is.alb.targets].id;
    }
    if (resource->kind == BS_RESOURCE_RDS_REPLICA) {
        return scenario->resources[resource->is.rds.of].id;
    }
    return NULL;
}

static enum bs_http_check check_of(const char *path)
{
    if (strcmp(path, "write") == 0) {
        return BS_HTTP_WRITE;
    }
    return strcmp(path, "read") == 0 ? BS_HTTP_READ : BS_HTTP_HEALTH;
}

static struct bs_binding bind_monitor(const struct bs_scenario *scenario,
                                      const struct bs_monitor *monitor)
{
    static const char *const kinds[] = {"health_check", "alarm", "probe"};
    struct bs_binding binding = {.id = monitor->id, .kind = kinds[monitor->kind]};

    binding.region = monitor->region == BS_NONE ? "global" : region_name(scenario, monitor->region);
    if (monitor->kind == BS_MONITOR_PROBE) {
        binding.related = scenario->records[monitor->record].name;
        binding.every = monitor->interval;
        binding.failures = monitor->failures;
        binding.check = check_of(monitor->path);
    }
    return binding;
}

enum bs_status bs_trial_bindings(struct bs_scenario *scenario, struct bs_bindings *bindings)
{
    const size_t count = scenario->resource_count + scenario->monitor_count +
                         scenario->record_count + scenario->person_count;
    struct bs_binding *items = bs_arena_array(&scenario->arena, count, sizeof(*items));
    struct bs_role_binding *roles =
        bs_arena_array(&scenario->arena, scenario->region_count, sizeof(*roles));
    size_t next = 0;

    if (items == NULL || roles == NULL) {
        return BS_ERR_MEMORY;
    }
    for (size_t i = 0; i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        items[next++] = (struct bs_binding){
            .id = resource->id,
            .kind = bs_resource_kind_name(resource->kind),
            .region = region_name(scenario, resource->region),
            .related = related_to(scenario, resource),
        };
    }
    for (size_t i = 0; i < scenario->monitor_count; i++) {
        items[next++] = bind_monitor(scenario, &scenario->monitors[i]);
    }
    for (size_t i = 0; i < scenario->record_count; i++) {
        items[next++] = (struct bs_binding){
            .id = scenario->records[i].name, .kind = "dns_record", .region = "global"};
    }
    for (size_t i = 0; i < scenario->person_count; i++) {
        items[next++] = (struct bs_binding){
            .id = scenario->people[i].role, .kind = "person", .region = "people"};
    }
    for (size_t i = 0; i < scenario->region_count; i++) {
        roles[i] = (struct bs_role_binding){scenario->regions[i].role, scenario->regions[i].name};
    }
    *bindings = (struct bs_bindings){items, next, roles, scenario->region_count};
    return BS_OK;
}
