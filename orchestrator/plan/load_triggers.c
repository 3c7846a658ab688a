/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

static const char *const severities[] = {"P1", "P2", "P3", NULL};

struct trigger_raw {
    const struct bs_node *when;
    const struct bs_node *confirm;
    const struct bs_node *veto;
    const struct bs_node *classify;
    const struct bs_node *run;
    int32_t severity;
};

struct confirm_raw {
    const struct bs_node *also;
    int64_t any;
    struct bs_duration hold;
};

/* Makes one text of words, with spaces between. */
static enum bs_status join(struct bs_loader *loader, const char *first, const char *second,
                           const char **joined)
{
    char text[2 * BS_PHRASE_MAX];
    const int length = snprintf(text, sizeof(text), "%s %s", first, second);

    BS_ASSERT(length > 0 && (size_t)length < sizeof(text));
    return bs_loader_copy(loader, text, joined);
}

/* "operator", or "health_check app unhealthy": the id is its first two words. */
static enum bs_status read_when(struct bs_loader *loader, const struct bs_node *node,
                                struct bs_trigger *trigger)
{
    static const char example[] = "health_check app unhealthy";
    struct bs_phrase phrase;
    enum bs_status status = bs_phrase_read(loader, node, 1, 3, example, &phrase);

    if (status != BS_OK) {
        return status;
    }
    if (phrase.count == 1 && strcmp(phrase.words[0], "operator") == 0) {
        trigger->source = BS_SOURCE_NONE;
        return join(loader, "operator orders", loader->plan->workflows[trigger->workflow].name,
                    &trigger->id);
    }
    if (phrase.count != 3 || strcmp(phrase.words[2], "unhealthy") != 0) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "must read like '%s', found '%s'", example, node->text);
    }
    status = bs_loader_source(loader, node, phrase.words[0], phrase.words[1], &trigger->source);
    return status != BS_OK ? status : join(loader, phrase.words[0], phrase.words[1], &trigger->id);
}

static enum bs_status read_also(struct bs_loader *loader, const struct bs_node *list,
                                struct bs_trigger *trigger)
{
    enum bs_status status = bs_loader_sources(loader, list, &trigger->also, &trigger->also_count);
    const struct bs_node *node = list->first;

    for (uint32_t i = 0; i < trigger->also_count && status == BS_OK; i++, node = node->next) {
        if (trigger->also[i] == trigger->source) {
            return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                                "a trigger cannot be confirmed by itself");
        }
    }
    return status;
}

static const struct bs_field confirm_fields[] = {
    {"also", BS_FIELD_LIST, offsetof(struct confirm_raw, also), false, 0, 0, NULL,
     "other sources, such as alarm app-5xx"},
    {"any", BS_FIELD_COUNT, offsetof(struct confirm_raw, any), false, 1, BS_PLAN_SOURCES_MAX, NULL,
     "how many of them must see the failure; all, unless said"},
    {"for", BS_FIELD_DURATION, offsetof(struct confirm_raw, hold), false, 0,
     INT64_C(86400) * BS_NS_PER_S, NULL, "how long without a break"},
};

static const struct bs_fields confirm_table = {"confirm", confirm_fields,
                                               sizeof(confirm_fields) / sizeof(confirm_fields[0])};
static const struct confirm_raw confirm_defaults = {.any = 0, .hold = {0}};

const struct bs_plan_table bs_plan_table_confirm = {"Confirmation", "`confirm` of a trigger",
                                                    &confirm_table, &confirm_defaults};

static enum bs_status read_confirm(struct bs_loader *loader, const struct bs_node *node,
                                   struct bs_trigger *trigger)
{
    struct confirm_raw raw = confirm_defaults;
    enum bs_status status = bs_decode_map(node, &confirm_table, &raw, loader->error);

    if (status == BS_OK && raw.also != NULL) {
        status = read_also(loader, raw.also, trigger);
    }
    if (status != BS_OK) {
        return status;
    }
    if (raw.any > trigger->also_count) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &bs_node_get(node, "any")->at,
                            "'any' asks for %d of %u sources in 'also'", (int)raw.any,
                            trigger->also_count);
    }
    /* Unsaid, all of them must see it: the careful reading. */
    trigger->any = raw.any > 0 ? (uint32_t)raw.any : trigger->also_count;
    trigger->hold = raw.hold;
    return BS_OK;
}

struct class_raw {
    const struct bs_node *conditions;
    const char *kind;
    const struct bs_node *run;
    int32_t severity;
};

static const struct bs_field class_fields[] = {
    {"if", BS_FIELD_NODE, offsetof(struct class_raw, conditions), true, 0, 0, NULL,
     "what the sources must show"},
    {"kind", BS_FIELD_NAME, offsetof(struct class_raw, kind), true, 0, 0, NULL,
     "the kind of failure, such as region, database or application"},
    {"severity", BS_FIELD_CHOICE, offsetof(struct class_raw, severity), false, 0, 0, severities,
     "how grave it is"},
    {"run", BS_FIELD_NODE, offsetof(struct class_raw, run), true, 0, 0, NULL,
     "the name of the workflow"},
};

static const struct bs_fields class_table = {"class", class_fields,
                                             sizeof(class_fields) / sizeof(class_fields[0])};
static const struct class_raw class_defaults = {.severity = BS_SEVERITY_P1};

const struct bs_plan_table bs_plan_table_class = {
    "Kind of failure", "a member of `classify` of a trigger", &class_table, &class_defaults};

static enum bs_status read_class(struct bs_loader *loader, const struct bs_node *node,
                                 struct bs_class *class)
{
    const struct bs_row_scope no_steps = {"", loader->plan->step_count};
    struct class_raw raw = class_defaults;
    enum bs_status status = bs_decode_map(node, &class_table, &raw, loader->error);

    if (status == BS_OK) {
        class->severity = (enum bs_severity)raw.severity;
        status = bs_loader_conditions(loader, raw.conditions, &no_steps, &class->conditions);
    }
    for (uint32_t i = 0; i < class->conditions.count && status == BS_OK; i++) {
        if (class->conditions.items[i].kind != BS_CONDITION_SOURCE) {
            status = bs_error_set(loader->error, BS_ERR_INPUT, &raw.conditions->at,
                                  "a kind of failure is told by sources alone");
        }
    }
    if (status == BS_OK) {
        status = bs_loader_copy(loader, raw.kind, &class->kind);
    }
    return status != BS_OK ? status : bs_loader_workflow(loader, raw.run, &class->workflow);
}

static enum bs_status read_classes(struct bs_loader *loader, const struct bs_node *list,
                                   struct bs_trigger *trigger)
{
    struct bs_class *classes;
    enum bs_status status = BS_OK;

    if (list->member_count == 0 || list->member_count > BS_PLAN_CLASSES_MAX) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &list->at, "1 to %d kinds, found %u",
                            BS_PLAN_CLASSES_MAX, list->member_count);
    }
    classes = bs_arena_array(loader->arena, list->member_count, sizeof(*classes));
    if (classes == NULL) {
        return bs_loader_no_memory(loader);
    }
    trigger->classes = classes;
    for (const struct bs_node *node = list->first; node != NULL && status == BS_OK;
         node = node->next) {
        status = read_class(loader, node, &classes[trigger->class_count++]);
    }
    return status;
}

static enum bs_status read_evidence(struct bs_loader *loader, const struct trigger_raw *raw,
                                    struct bs_trigger *trigger)
{
    const struct bs_node *extra = raw->confirm != NULL ? raw->confirm
                                  : raw->veto != NULL  ? raw->veto
                                                       : raw->classify;
    enum bs_status status = BS_OK;

    if (trigger->source == BS_SOURCE_NONE && extra != NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &extra->at,
                            "an operator's order needs no evidence");
    }
    if (raw->confirm != NULL) {
        status = read_confirm(loader, raw->confirm, trigger);
    }
    if (status == BS_OK && raw->veto != NULL) {
        status = bs_loader_sources(loader, raw->veto, &trigger->veto, &trigger->veto_count);
    }
    return status != BS_OK || raw->classify == NULL ? status
                                                    : read_classes(loader, raw->classify, trigger);
}

static const struct bs_field trigger_fields[] = {
    {"when", BS_FIELD_NODE, offsetof(struct trigger_raw, when), true, 0, 0, NULL,
     "what is seen first, such as health_check app unhealthy; or operator"},
    {"confirm", BS_FIELD_NODE, offsetof(struct trigger_raw, confirm), false, 0, 0, NULL,
     "what makes sure of it"},
    {"veto", BS_FIELD_NODE, offsetof(struct trigger_raw, veto), false, 0, 0, NULL,
     "sources that hold the decision back while one is unhealthy"},
    {"classify", BS_FIELD_LIST, offsetof(struct trigger_raw, classify), false, 0, 0, NULL,
     "kinds of failure, the first that fits selecting the workflow"},
    {"severity", BS_FIELD_CHOICE, offsetof(struct trigger_raw, severity), false, 0, 0, severities,
     "how grave it is"},
    {"run", BS_FIELD_NODE, offsetof(struct trigger_raw, run), true, 0, 0, NULL,
     "the name of the workflow"},
};

static const struct bs_fields trigger_table = {"trigger", trigger_fields,
                                               sizeof(trigger_fields) / sizeof(trigger_fields[0])};
static const struct trigger_raw trigger_defaults = {.severity = BS_SEVERITY_P1};

const struct bs_plan_table bs_plan_table_trigger = {"Trigger", "a member of `triggers` of the plan",
                                                    &trigger_table, &trigger_defaults};

static enum bs_status read_trigger(struct bs_loader *loader, const struct bs_node *node,
                                   struct bs_trigger *trigger)
{
    struct trigger_raw raw = trigger_defaults;
    enum bs_status status = bs_decode_map(node, &trigger_table, &raw, loader->error);

    if (status == BS_OK) {
        trigger->severity = (enum bs_severity)raw.severity;
        status = bs_loader_workflow(loader, raw.run, &trigger->workflow);
    }
    if (status == BS_OK) {
        status = read_when(loader, raw.when, trigger);
    }
    return status != BS_OK ? status : read_evidence(loader, &raw, trigger);
}

enum bs_status bs_loader_triggers(struct bs_loader *loader, const struct bs_node *node)
{
    struct bs_trigger *triggers;

    if (node->member_count > BS_PLAN_TRIGGERS_MAX) {
        return bs_error_set(loader->error, BS_ERR_LIMIT, &node->at,
                            "%u triggers are more than the limit of %d", node->member_count,
                            BS_PLAN_TRIGGERS_MAX);
    }
    triggers = bs_arena_array(loader->arena, node->member_count, sizeof(*triggers));
    if (triggers == NULL) {
        return bs_loader_no_memory(loader);
    }
    loader->plan->triggers = triggers;
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        enum bs_status status =
            read_trigger(loader, member, &triggers[loader->plan->trigger_count]);

        if (status != BS_OK) {
            return status;
        }
        loader->plan->trigger_count++;
    }
    return BS_OK;
}
