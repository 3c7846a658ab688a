/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/scenario/load.h"

#include <string.h>

#include "base/assert.h"
#include "base/buffer.h"
#include "sim/engine/distribution_decode.h"

enum bs_status bs_load_map(const struct bs_load *load, const struct bs_node *node,
                           const char *section, const struct bs_fields *fields, void *target)
{
    if (section != NULL) {
        const struct bs_node *defaults = bs_node_get(load->defaults, section);
        enum bs_status status;

        BS_ASSERT(defaults != NULL);
        /* Required keys are the author's to give, so the defaults are read by a table without the demand. */
        for (const struct bs_node *member = defaults->first; member != NULL;
             member = member->next) {
            for (size_t i = 0; i < fields->count; i++) {
                if (strcmp(member->key, fields->fields[i].name) == 0) {
                    status = bs_decode_value(member, &fields->fields[i], target, load->error);
                    if (status != BS_OK) {
                        return status;
                    }
                }
            }
        }
    }
    return bs_decode_map(node, fields, target, load->error);
}

enum bs_status bs_load_inner_map(const struct bs_load *load, const struct bs_node *node,
                                 const char *section, const char *key,
                                 const struct bs_fields *fields, void *target)
{
    const struct bs_node *defaults = bs_node_get(bs_node_get(load->defaults, section), key);
    enum bs_status status;

    BS_ASSERT(defaults != NULL);
    status = bs_decode_map(defaults, fields, target, load->error);
    return status == BS_OK && node != defaults ? bs_decode_map(node, fields, target, load->error)
                                               : status;
}

enum bs_status bs_load_scalar(const struct bs_load *load, const struct bs_node *node,
                              const struct bs_field *field, void *target)
{
    return bs_decode_value(node, field, target, load->error);
}

enum bs_status bs_load_id(const struct bs_load *load, const struct bs_node *node)
{
    static const struct bs_field field = {.name = "id", .kind = BS_FIELD_NAME, .required = true};
    const struct bs_node key = {.kind = BS_NODE_SCALAR,
                                .quoted = true,
                                .at = node->key_at,
                                .text = node->key,
                                .length = strlen(node->key)};
    const char *id;

    return bs_decode_value(&key, &field, &id, load->error);
}

enum bs_status bs_load_distribution(const struct bs_load *load, const struct bs_node *node,
                                    struct bs_distribution *distribution)
{
    BS_ASSERT(node != NULL);
    return bs_distribution_decode(node, &load->scenario->arena, distribution, load->error);
}

enum bs_status bs_load_array(const struct bs_load *load, const struct bs_node *node,
                             size_t count_max, size_t item_size, void *items)
{
    void *array;

    if (node->member_count > count_max) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "%u entries; at most %zu are allowed", node->member_count, count_max);
    }
    array = bs_arena_array(&load->scenario->arena, node->member_count, item_size);
    if (array == NULL) {
        return bs_error_set(load->error, BS_ERR_MEMORY, &node->at, "out of memory");
    }
    memcpy(items, &array, sizeof(array));
    return BS_OK;
}

static enum bs_status unknown_name(const struct bs_load *load, const struct bs_node *node,
                                   const struct bs_load_names *names)
{
    const char *candidates[BS_SCENARIO_RESOURCES_MAX];
    size_t count =
        names->count < BS_SCENARIO_RESOURCES_MAX ? names->count : BS_SCENARIO_RESOURCES_MAX;
    const char *suggestion;

    for (size_t i = 0; i < count; i++) {
        candidates[i] = names->name(load->scenario, i);
    }
    suggestion = bs_suggest(node->text, candidates, count);
    if (suggestion != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at, "no %s '%s'; did you mean '%s'?",
                            names->what, node->text, suggestion);
    }
    return bs_error_set(load->error, BS_ERR_INPUT, &node->at, "no %s '%s' in this scenario",
                        names->what, node->text);
}

enum bs_status bs_load_reference(const struct bs_load *load, const struct bs_node *node,
                                 const struct bs_load_names *names, int32_t *index)
{
    if (node->kind != BS_NODE_SCALAR) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at, "expected the name of a %s",
                            names->what);
    }
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(node->text, names->name(load->scenario, i)) == 0) {
            *index = (int32_t)i;
            return BS_OK;
        }
    }
    return unknown_name(load, node, names);
}

static const char *region_name(const struct bs_scenario *scenario, size_t index)
{
    return index < scenario->region_count ? scenario->regions[index].name
                                          : scenario->regions[index - scenario->region_count].role;
}

enum bs_status bs_load_region(const struct bs_load *load, const struct bs_node *node,
                              int32_t *region)
{
    /* Names first, then roles: both count as names of the same Regions. */
    const struct bs_load_names names = {"Region", 2 * load->scenario->region_count, region_name};
    enum bs_status status = bs_load_reference(load, node, &names, region);

    if (status == BS_OK) {
        *region %= (int32_t)load->scenario->region_count;
    }
    return status;
}

static const char *resource_name(const struct bs_scenario *scenario, size_t index)
{
    return scenario->resources[index].id;
}

/* Kinds that are spelt before they are spoken take "an": an rds_instance, an s3_bucket. */
static const char *article(uint32_t kind)
{
    return kind == BS_RESOURCE_SECRET || kind == BS_RESOURCE_DYNAMODB_TABLE ? "a" : "an";
}

/* "an rds_instance or s3_bucket": the article is that of the first. */
static enum bs_status wrong_kind(const struct bs_load *load, const struct bs_node *node,
                                 uint32_t kinds, enum bs_resource_kind kind)
{
    struct bs_buffer wanted;
    enum bs_status status;
    uint32_t first = 0;

    bs_buffer_init(&wanted, BS_ERROR_MESSAGE_MAX);
    for (uint32_t i = 0; i < BS_RESOURCE_KIND_COUNT; i++) {
        if ((kinds & (1U << i)) != 0) {
            bs_buffer_text(&wanted, wanted.length > 0 ? " or " : "");
            bs_buffer_text(&wanted, bs_resource_kind_name((enum bs_resource_kind)i));
        }
    }
    while (first < BS_RESOURCE_KIND_COUNT && (kinds & (1U << first)) == 0) {
        first++;
    }
    status =
        bs_error_set(load->error, BS_ERR_INPUT, &node->at, "'%s' is %s %s; %s %s is needed here",
                     node->text, article(kind), bs_resource_kind_name(kind), article(first),
                     wanted.length > 0 ? wanted.bytes : "");
    bs_buffer_clean_up(&wanted);
    return status;
}

enum bs_status bs_load_resource(const struct bs_load *load, const struct bs_node *node,
                                uint32_t kinds, int32_t *resource)
{
    const struct bs_load_names names = {"resource", load->scenario->resource_count, resource_name};
    enum bs_status status = bs_load_reference(load, node, &names, resource);
    enum bs_resource_kind kind;

    if (status != BS_OK) {
        return status;
    }
    kind = load->scenario->resources[*resource].kind;
    return (kinds & (1U << kind)) != 0 ? BS_OK : wrong_kind(load, node, kinds, kind);
}
