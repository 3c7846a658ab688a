/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What breaks a live account, and what ends that. */

#include "sim/scenario/load.h"

/* ---- What goes wrong ---- */

struct fault_text {
    const struct bs_node *command;
    const struct bs_node *undo;
    const char *fis_template;
    const struct bs_node *region;
    struct bs_duration at;
};

static const struct bs_field fault_fields[] = {
    {.name = "command", .kind = BS_FIELD_LIST, .offset = offsetof(struct fault_text, command)},
    {.name = "undo", .kind = BS_FIELD_LIST, .offset = offsetof(struct fault_text, undo)},
    {.name = "fis_template",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct fault_text, fis_template)},
    {.name = "region", .kind = BS_FIELD_NODE, .offset = offsetof(struct fault_text, region)},
    {.name = "at",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct fault_text, at),
     .minimum = BS_NS_PER_S,
     .maximum = INT64_C(7) * 86400 * BS_NS_PER_S},
};
static const struct bs_fields fault_table = {"live fault", fault_fields,
                                             BS_FIELD_COUNT_OF(fault_fields)};

static enum bs_status load_command(const struct bs_load *load, const struct bs_node *node,
                                   struct bs_live_command *command)
{
    static const struct bs_field word = {.name = "command", .kind = BS_FIELD_TEXT};
    enum bs_status status;

    if (node->member_count == 0) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "'%s' must be a list of a program and its arguments", node->key);
    }
    status = bs_load_array(load, node, BS_LIVE_WORDS_MAX, sizeof(*command->words), &command->words);
    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = bs_load_scalar(load, item, &word, &command->words[command->count++]);
    }
    return status;
}

/* A command or a template, or both, and with each only what belongs to it. */
static enum bs_status check_fault(const struct bs_load *load, const struct bs_node *node,
                                  const struct fault_text *text)
{
    if (text->command == NULL && text->fis_template == NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "a live fault needs a 'command' or a 'fis_template'");
    }
    if (text->command == NULL && text->undo != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &text->undo->at,
                            "'undo' undoes a 'command': an experiment is stopped by FIS");
    }
    if ((text->fis_template != NULL) != (text->region != NULL)) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "a 'fis_template' needs the 'region' where it is");
    }
    return BS_OK;
}

enum bs_status bs_load_live_fault(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_live_fault *fault)
{
    struct fault_text text = {.at = fault->at};
    enum bs_status status = bs_decode_map(node, &fault_table, &text, load->error);

    if (status == BS_OK) {
        status = check_fault(load, node, &text);
    }
    if (status == BS_OK && text.command != NULL) {
        status = load_command(load, text.command, &fault->command);
    }
    if (status == BS_OK && text.undo != NULL) {
        status = load_command(load, text.undo, &fault->undo);
    }
    if (status == BS_OK && text.region != NULL) {
        status = bs_load_region(load, text.region, &fault->region);
    }
    fault->fis_template = text.fis_template;
    fault->at = text.at;
    return status;
}

/* ---- What ends it ---- */

struct stop_text {
    const char *alarm;
    const struct bs_node *region;
    struct bs_duration unserved;
};

static const struct bs_field stop_fields[] = {
    {.name = "alarm", .kind = BS_FIELD_NAME, .offset = offsetof(struct stop_text, alarm)},
    {.name = "region", .kind = BS_FIELD_NODE, .offset = offsetof(struct stop_text, region)},
    {.name = "unserved",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct stop_text, unserved),
     .minimum = 10 * BS_NS_PER_S,
     .maximum = INT64_C(7) * 86400 * BS_NS_PER_S},
};
static const struct bs_fields stop_table = {"stop condition", stop_fields,
                                            BS_FIELD_COUNT_OF(stop_fields)};

static enum bs_status load_stop(const struct bs_load *load, const struct bs_node *node,
                                struct bs_live_stop *stop)
{
    struct stop_text text = {.alarm = NULL};
    enum bs_status status = bs_decode_map(node, &stop_table, &text, load->error);

    if (status != BS_OK) {
        return status;
    }
    if ((text.alarm != NULL) == (text.unserved.ns != 0) ||
        (text.alarm != NULL) != (text.region != NULL)) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "a stop condition is either an 'alarm' in a 'region', or 'unserved'");
    }
    *stop =
        (struct bs_live_stop){.alarm = text.alarm, .region = BS_NONE, .unserved = text.unserved};
    return text.region != NULL ? bs_load_region(load, text.region, &stop->region) : BS_OK;
}

enum bs_status bs_load_live_stops(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_live *live)
{
    enum bs_status status =
        bs_load_array(load, node, BS_LIVE_STOPS_MAX, sizeof(*live->stops), &live->stops);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_stop(load, item, &live->stops[live->stop_count++]);
    }
    return status;
}
