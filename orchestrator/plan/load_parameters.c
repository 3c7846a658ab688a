/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

/* One parameter on its way from the file into struct bs_parameters. */
struct reading {
    struct bs_loader *loader;
    const struct bs_block *block;
    const struct bs_parameter *parameter;
    const struct bs_node *node;
    struct bs_parameters *parameters;
};

static void *member(const struct reading *reading)
{
    return (unsigned char *)reading->parameters + reading->parameter->offset;
}

static enum bs_status read_value(const struct reading *reading, enum bs_field_kind kind,
                                 void *value)
{
    const struct bs_field field = {.name = reading->parameter->name,
                                   .kind = kind,
                                   .minimum = reading->parameter->minimum,
                                   .maximum = reading->parameter->maximum};

    return bs_decode_value(reading->node, &field, value, reading->loader->error);
}

static enum bs_status read_resource(const struct reading *reading)
{
    return bs_resolve_resource(reading->loader, reading->node, reading->parameter->resource_kinds,
                               reading->block->name, member(reading));
}

static bool is_repeated(const struct bs_parameters *parameters)
{
    for (uint32_t i = 0; i + 1 < parameters->of_count; i++) {
        if (parameters->of[i] == parameters->of[parameters->of_count - 1]) {
            return true;
        }
    }
    return false;
}

/* A list of 1 to `max` members. */
static enum bs_status check_list(const struct reading *reading, uint32_t max)
{
    const struct bs_node *list = NULL;
    enum bs_status status = read_value(reading, BS_FIELD_LIST, &list);

    if (status == BS_OK && (list->member_count == 0 || list->member_count > max)) {
        return bs_error_set(reading->loader->error, BS_ERR_INPUT, &list->at,
                            "'%s' must list 1 to %u, found %u", reading->parameter->name, max,
                            list->member_count);
    }
    return status;
}

static enum bs_status read_resources(const struct reading *reading)
{
    struct bs_parameters *parameters = reading->parameters;
    enum bs_status status = check_list(reading, BS_PLAN_LANES_MAX);

    if (status != BS_OK) {
        return status;
    }
    parameters->of_count = 0;
    for (const struct bs_node *node = reading->node->first; node != NULL; node = node->next) {
        status = bs_resolve_resource(reading->loader, node, reading->parameter->resource_kinds,
                                     reading->block->name, &parameters->of[parameters->of_count++]);
        if (status != BS_OK) {
            return status;
        }
        if (is_repeated(parameters)) {
            return bs_error_set(reading->loader->error, BS_ERR_INPUT, &node->at,
                                "'%s' is listed twice", node->text);
        }
    }
    return BS_OK;
}

static enum bs_status read_count(const struct reading *reading)
{
    return read_value(reading, BS_FIELD_COUNT, member(reading));
}

static enum bs_status read_duration(const struct reading *reading)
{
    return read_value(reading, BS_FIELD_DURATION, member(reading));
}

static enum bs_status read_text(const struct reading *reading)
{
    const char *text = NULL;
    enum bs_status status = read_value(reading, BS_FIELD_TEXT, &text);

    return status != BS_OK ? status : bs_loader_copy(reading->loader, text, member(reading));
}

static enum bs_status read_place(const struct reading *reading)
{
    const char *text = NULL;
    const char *region;
    enum bs_status status = read_value(reading, BS_FIELD_TEXT, &text);

    if (status != BS_OK) {
        return status;
    }
    region = bs_resolve_word(reading->loader, text);
    return bs_loader_copy(reading->loader, region != NULL ? region : text, member(reading));
}

const char *const bs_plan_check_words[] = {"health", "read", "write", "read-back", NULL};

static enum bs_status read_checks(const struct reading *reading)
{
    static const struct bs_field field = {.name = "checks",
                                          .kind = BS_FIELD_CHOICE,
                                          .required = true,
                                          .choices = bs_plan_check_words};
    struct bs_parameters *parameters = reading->parameters;
    enum bs_status status = check_list(reading, BS_PLAN_CHECKS_MAX);
    bool has_written = false;

    _Static_assert(BS_HTTP_HEALTH == 0 && BS_HTTP_READ == 1 && BS_HTTP_WRITE == 2 &&
                       BS_HTTP_READ_BACK == 3,
                   "words in the order of enum bs_http_check");
    if (status != BS_OK) {
        return status;
    }
    parameters->check_count = 0;
    for (const struct bs_node *node = reading->node->first; node != NULL; node = node->next) {
        int32_t choice = 0;

        status = bs_decode_value(node, &field, &choice, reading->loader->error);
        if (status != BS_OK) {
            return status;
        }
        has_written = has_written || choice == BS_HTTP_WRITE;
        if (choice == BS_HTTP_READ_BACK && !has_written) {
            return bs_error_set(reading->loader->error, BS_ERR_INPUT, &node->at,
                                "'read-back' needs a 'write' before it");
        }
        parameters->checks[parameters->check_count++] = (enum bs_http_check)choice;
    }
    return BS_OK;
}

static enum bs_status read_bool(const struct reading *reading)
{
    return read_value(reading, BS_FIELD_BOOL, member(reading));
}

static const struct bs_field accept_fields[] = {
    {"min", BS_FIELD_COUNT, offsetof(struct bs_accept, min), true, 1, 100000, NULL,
     "how many will do"},
    {"after", BS_FIELD_DURATION, offsetof(struct bs_accept, after), true, 0,
     INT64_C(86400) * BS_NS_PER_S, NULL, "how long after the step's start"},
};

static const struct bs_fields accept_table = {"accept", accept_fields, 2};
static const struct bs_accept accept_defaults = {.min = 0};

const struct bs_plan_table bs_plan_table_accept = {"Acceptance", "`accept` of a step",
                                                   &accept_table, &accept_defaults};

static enum bs_status read_accept(const struct reading *reading)
{
    return bs_decode_map(reading->node, &accept_table, member(reading), reading->loader->error);
}

static enum bs_status read_shown(const struct reading *reading)
{
    struct bs_parameters *parameters = reading->parameters;
    enum bs_status status = check_list(reading, BS_PLAN_LANES_MAX);

    parameters->shown_count = 0;
    for (const struct bs_node *node = reading->node->first; node != NULL && status == BS_OK;
         node = node->next) {
        status = bs_resolve_resource(reading->loader, node, reading->parameter->resource_kinds,
                                     reading->block->name,
                                     &parameters->shown[parameters->shown_count++]);
    }
    return status;
}

static enum bs_status read_weights(const struct reading *reading)
{
    static const struct bs_field field = {
        .name = "weights", .kind = BS_FIELD_COUNT, .required = true, .minimum = 1, .maximum = 100};
    struct bs_parameters *parameters = reading->parameters;
    enum bs_status status = check_list(reading, BS_PLAN_WEIGHTS_MAX);

    parameters->weight_count = 0;
    for (const struct bs_node *node = reading->node->first; node != NULL && status == BS_OK;
         node = node->next) {
        int64_t *weight = &parameters->weights[parameters->weight_count++];

        status = bs_decode_value(node, &field, weight, reading->loader->error);
        if (status == BS_OK && parameters->weight_count > 1 && *weight <= weight[-1]) {
            status =
                bs_error_set(reading->loader->error, BS_ERR_INPUT, &node->at,
                             "weights must rise, found %s after %d", node->text, (int)weight[-1]);
        }
        if (status == BS_OK && node->next == NULL && *weight != 100) {
            status = bs_error_set(reading->loader->error, BS_ERR_INPUT, &node->at,
                                  "the last weight must be 100, found %s", node->text);
        }
    }
    return status;
}

struct item_raw {
    const char *text;
    const struct bs_node *owner;
};

static const struct bs_field item_fields[] = {
    {"do", BS_FIELD_TEXT, offsetof(struct item_raw, text), true, 0, 0, NULL, "what is to be done"},
    {"owner", BS_FIELD_NODE, offsetof(struct item_raw, owner), true, 0, 0, NULL, "by whom"},
};

static const struct bs_fields item_table = {"item", item_fields,
                                            sizeof(item_fields) / sizeof(item_fields[0])};
static const struct item_raw item_defaults = {NULL, NULL};

const struct bs_plan_table bs_plan_table_item = {"Item", "a member of `items` of a checklist",
                                                 &item_table, &item_defaults};

static enum bs_status read_item(const struct reading *reading, const struct bs_node *node,
                                struct bs_item *item)
{
    struct item_raw raw = item_defaults;
    enum bs_status status = bs_decode_map(node, &item_table, &raw, reading->loader->error);

    if (status == BS_OK) {
        status = bs_loader_copy(reading->loader, raw.text, &item->text);
    }
    return status != BS_OK
               ? status
               : bs_resolve_resource(reading->loader, raw.owner, reading->parameter->resource_kinds,
                                     reading->block->name, &item->owner);
}

static enum bs_status read_items(const struct reading *reading)
{
    struct bs_item *items =
        bs_arena_array(reading->loader->arena, BS_PLAN_ITEMS_MAX, sizeof(*items));
    enum bs_status status = check_list(reading, BS_PLAN_ITEMS_MAX);

    if (items == NULL) {
        return bs_loader_no_memory(reading->loader);
    }
    reading->parameters->items = items;
    reading->parameters->item_count = 0;
    for (const struct bs_node *node = reading->node->first; node != NULL && status == BS_OK;
         node = node->next) {
        status = read_item(reading, node, &items[reading->parameters->item_count++]);
    }
    return status;
}

static enum bs_status read_sources(const struct reading *reading)
{
    return bs_loader_sources(reading->loader, reading->node, &reading->parameters->sources,
                             &reading->parameters->source_count);
}

typedef enum bs_status read_fn(const struct reading *reading);

static read_fn *const readers[] = {
    [BS_PARAMETER_RESOURCE] = read_resource, [BS_PARAMETER_RESOURCES] = read_resources,
    [BS_PARAMETER_COUNT] = read_count,       [BS_PARAMETER_DURATION] = read_duration,
    [BS_PARAMETER_TEXT] = read_text,         [BS_PARAMETER_PLACE] = read_place,
    [BS_PARAMETER_CHECKS] = read_checks,     [BS_PARAMETER_BOOL] = read_bool,
    [BS_PARAMETER_ACCEPT] = read_accept,     [BS_PARAMETER_SHOWN] = read_shown,
    [BS_PARAMETER_WEIGHTS] = read_weights,   [BS_PARAMETER_ITEMS] = read_items,
    [BS_PARAMETER_SOURCES] = read_sources,
};

enum bs_status bs_loader_parameters(struct bs_loader *loader, const struct bs_block *block,
                                    const struct bs_node *const *nodes,
                                    struct bs_parameters *parameters)
{
    enum bs_status status = BS_OK;

    for (uint32_t i = 0; i < block->parameter_count && status == BS_OK; i++) {
        const struct reading reading = {.loader = loader,
                                        .block = block,
                                        .parameter = &block->parameters[i],
                                        .node = nodes[i],
                                        .parameters = parameters};

        if (nodes[i] != NULL) {
            status = readers[reading.parameter->kind](&reading);
        }
    }
    return status;
}
