/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

enum { PHRASE_MAX = 128, WORDS_MAX = 3 };

/* "health_check app unhealthy" taken apart. */
struct phrase {
    char text[PHRASE_MAX];
    char *words[WORDS_MAX];
    uint32_t count;
};

/* False if it has more words than fit. */
static bool split(const char *text, struct phrase *phrase)
{
    char *at = phrase->text;

    phrase->count = 0;
    if (strlen(text) >= PHRASE_MAX) {
        return false;
    }
    memcpy(phrase->text, text, strlen(text) + 1);
    while (*(at += strspn(at, " ")) != '\0') {
        if (phrase->count == WORDS_MAX) {
            return false;
        }
        phrase->words[phrase->count++] = at;
        at += strcspn(at, " ");
        if (*at != '\0') {
            *at++ = '\0';
        }
    }
    return true;
}

static enum bs_status malformed(struct bs_loader *loader, const struct bs_node *node,
                                const char *example)
{
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "must read like '%s', found '%s'",
                        example, node->text);
}

static bool is_watcher(enum bs_plan_resource_kind kind)
{
    return kind == BS_KIND_HEALTH_CHECK || kind == BS_KIND_ALARM || kind == BS_KIND_PROBE;
}

/* The index among the bindings of the watcher that two words name, or the count of them. */
static size_t find_watcher(const struct bs_loader *loader, const char *kind, const char *id)
{
    size_t count = loader->bindings->binding_count;

    for (size_t i = 0; i < count; i++) {
        const struct bs_plan_resource *resource = &loader->resources[i];

        if (is_watcher(resource->kind) && strcmp(resource->id, id) == 0 &&
            strcmp(bs_plan_resource_kind_name(resource->kind), kind) == 0) {
            return i;
        }
    }
    return count;
}

static enum bs_status no_watcher(struct bs_loader *loader, const struct bs_node *node,
                                 const char *kind, const char *id)
{
    static const char *const kinds[] = {"health_check", "alarm", "probe"};
    const char *ids[BS_PLAN_SOURCES_MAX];
    const char *suggestion;
    size_t count = 0;

    if (strcmp(kind, kinds[0]) != 0 && strcmp(kind, kinds[1]) != 0 && strcmp(kind, kinds[2]) != 0) {
        suggestion = bs_suggest(kind, kinds, 3);
        return bs_error_set(
            loader->error, BS_ERR_INPUT, &node->at, "no kind of source '%s'; %s%s%s", kind,
            suggestion != NULL ? "did you mean '" : "there are health_check, ",
            suggestion != NULL ? suggestion : "alarm and probe", suggestion != NULL ? "'?" : "");
    }
    for (size_t i = 0; i < loader->bindings->binding_count && count < BS_PLAN_SOURCES_MAX; i++) {
        if (strcmp(bs_plan_resource_kind_name(loader->resources[i].kind), kind) == 0) {
            ids[count++] = loader->resources[i].id;
        }
    }
    suggestion = bs_suggest(id, ids, count);
    if (suggestion == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no %s '%s'", kind, id);
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no %s '%s'; did you mean '%s'?",
                        kind, id, suggestion);
}

/* The resource that is asked about: a health check and an alarm are asked for by their own id. */
static const char *asked_of(struct bs_loader *loader, size_t binding)
{
    const struct bs_plan_resource *resource = &loader->resources[binding];

    if (resource->kind != BS_KIND_PROBE) {
        return resource->id;
    }
    BS_ASSERT(loader->bindings->bindings[binding].related != NULL);
    for (size_t i = 0; i < loader->bindings->binding_count; i++) {
        const struct bs_plan_resource *other = &loader->resources[i];

        if ((other->kind == BS_KIND_ALB || other->kind == BS_KIND_DNS_RECORD) &&
            strcmp(other->id, loader->bindings->bindings[binding].related) == 0) {
            return other->id;
        }
    }
    return NULL;
}

/* The plan's source for a binding, made when first named. */
static enum bs_status source_for(struct bs_loader *loader, const struct bs_node *node,
                                 size_t binding, uint32_t *index)
{
    const struct bs_plan_resource *resource = &loader->resources[binding];
    const struct bs_binding *row = &loader->bindings->bindings[binding];
    struct bs_source source = {.id = resource->id,
                               .kind = resource->kind,
                               .region = resource->region,
                               .resource = asked_of(loader, binding),
                               .every = row->every.ns > 0 ? row->every : BS_SECONDS(10),
                               .failures = row->failures > 0 ? row->failures : 3,
                               .check = row->check};

    for (*index = 0; *index < loader->plan->source_count; (*index)++) {
        const struct bs_source *other = &loader->sources[*index];

        if (other->kind == source.kind && strcmp(other->id, source.id) == 0) {
            return BS_OK;
        }
    }
    BS_ASSERT(source.resource != NULL);
    if (loader->plan->source_count == BS_PLAN_SOURCES_MAX) {
        return bs_error_set(loader->error, BS_ERR_LIMIT, &node->at, "more than %d sources",
                            BS_PLAN_SOURCES_MAX);
    }
    loader->sources[loader->plan->source_count++] = source;
    return BS_OK;
}

static enum bs_status read_source(struct bs_loader *loader, const struct bs_node *node,
                                  const struct phrase *phrase, uint32_t *index)
{
    size_t binding = find_watcher(loader, phrase->words[0], phrase->words[1]);

    if (binding == loader->bindings->binding_count) {
        return no_watcher(loader, node, phrase->words[0], phrase->words[1]);
    }
    return source_for(loader, node, binding, index);
}

struct trigger_raw {
    const struct bs_node *when;
    const struct bs_node *confirm;
    const struct bs_node *run;
    int32_t severity;
};

struct confirm_raw {
    const struct bs_node *also;
    int64_t any;
    struct bs_duration hold;
};

/* "health_check app unhealthy": the id is its first two words. */
static enum bs_status read_when(struct bs_loader *loader, const struct bs_node *node,
                                struct bs_trigger *trigger)
{
    static const char example[] = "health_check app unhealthy";
    struct phrase phrase;
    size_t kind_length;
    enum bs_status status;

    if (node->kind != BS_NODE_SCALAR) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "'when' must read like '%s'",
                            example);
    }
    if (!split(node->text, &phrase) || phrase.count != 3 ||
        strcmp(phrase.words[2], "unhealthy") != 0) {
        return malformed(loader, node, example);
    }
    status = read_source(loader, node, &phrase, &trigger->source);
    if (status != BS_OK) {
        return status;
    }
    kind_length = strlen(phrase.words[0]);
    phrase.words[0][kind_length] = ' ';
    memmove(phrase.words[0] + kind_length + 1, phrase.words[1], strlen(phrase.words[1]) + 1);
    return bs_loader_copy(loader, phrase.words[0], &trigger->id);
}

static enum bs_status read_also_member(struct bs_loader *loader, const struct bs_node *node,
                                       const struct bs_trigger *trigger, uint32_t *index)
{
    static const char example[] = "alarm app-5xx";
    struct phrase phrase;
    enum bs_status status;

    if (node->kind != BS_NODE_SCALAR) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "must read like '%s'", example);
    }
    if (!split(node->text, &phrase) || phrase.count != 2) {
        return malformed(loader, node, example);
    }
    status = read_source(loader, node, &phrase, index);
    if (status == BS_OK && *index == trigger->source) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "a trigger cannot be confirmed by itself");
    }
    return status;
}

static enum bs_status read_also(struct bs_loader *loader, const struct bs_node *list,
                                struct bs_trigger *trigger)
{
    uint32_t *also = bs_arena_array(loader->arena, list->member_count, sizeof(*also));

    if (also == NULL) {
        return bs_loader_no_memory(loader);
    }
    trigger->also = also;
    for (const struct bs_node *node = list->first; node != NULL; node = node->next) {
        enum bs_status status = read_also_member(loader, node, trigger, &also[trigger->also_count]);

        if (status != BS_OK) {
            return status;
        }
        for (uint32_t i = 0; i < trigger->also_count; i++) {
            if (also[i] == also[trigger->also_count]) {
                return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "'%s' is listed twice",
                                    node->text);
            }
        }
        trigger->also_count++;
    }
    return BS_OK;
}

static enum bs_status read_confirm(struct bs_loader *loader, const struct bs_node *node,
                                   struct bs_trigger *trigger)
{
    static const struct bs_field fields[] = {
        {"also", BS_FIELD_LIST, offsetof(struct confirm_raw, also), false, 0, 0, NULL,
         "other sources, such as alarm app-5xx"},
        {"any", BS_FIELD_COUNT, offsetof(struct confirm_raw, any), false, 1, BS_PLAN_SOURCES_MAX,
         NULL, "how many of them must see the failure"},
        {"for", BS_FIELD_DURATION, offsetof(struct confirm_raw, hold), false, 0,
         INT64_C(86400) * BS_NS_PER_S, NULL, "how long without a break"},
    };
    static const struct bs_fields table = {"confirm", fields, 3};
    struct confirm_raw raw = {.any = 0, .hold = BS_SECONDS(0)};
    enum bs_status status = bs_decode_map(node, &table, &raw, loader->error);

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

static enum bs_status read_run(struct bs_loader *loader, const struct bs_node *node,
                               struct bs_trigger *trigger)
{
    static const struct bs_field field = {.name = "run", .kind = BS_FIELD_NAME, .required = true};
    const char *names[BS_PLAN_WORKFLOWS_MAX];
    const char *name = NULL;
    const char *suggestion;
    enum bs_status status = bs_decode_value(node, &field, &name, loader->error);

    if (status != BS_OK) {
        return status;
    }
    for (uint32_t i = 0; i < loader->plan->workflow_count; i++) {
        names[i] = loader->plan->workflows[i].name;
        if (strcmp(names[i], name) == 0) {
            trigger->workflow = i;
            return BS_OK;
        }
    }
    suggestion = bs_suggest(name, names, loader->plan->workflow_count);
    if (suggestion == NULL) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no workflow '%s'", name);
    }
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                        "no workflow '%s'; did you mean '%s'?", name, suggestion);
}

static enum bs_status read_trigger(struct bs_loader *loader, const struct bs_node *node,
                                   struct bs_trigger *trigger)
{
    static const char *const severities[] = {"P1", "P2", "P3", NULL};
    static const struct bs_field fields[] = {
        {"when", BS_FIELD_NODE, offsetof(struct trigger_raw, when), true, 0, 0, NULL,
         "what is seen first, such as health_check app unhealthy"},
        {"confirm", BS_FIELD_NODE, offsetof(struct trigger_raw, confirm), false, 0, 0, NULL,
         "what makes sure of it"},
        {"severity", BS_FIELD_CHOICE, offsetof(struct trigger_raw, severity), false, 0, 0,
         severities, "how grave it is"},
        {"run", BS_FIELD_NODE, offsetof(struct trigger_raw, run), true, 0, 0, NULL, "the workflow"},
    };
    static const struct bs_fields table = {"trigger", fields, 4};
    struct trigger_raw raw = {.severity = BS_SEVERITY_P1};
    enum bs_status status = bs_decode_map(node, &table, &raw, loader->error);

    if (status == BS_OK) {
        trigger->severity = (enum bs_severity)raw.severity;
        status = read_when(loader, raw.when, trigger);
    }
    if (status == BS_OK && raw.confirm != NULL) {
        status = read_confirm(loader, raw.confirm, trigger);
    }
    return status != BS_OK ? status : read_run(loader, raw.run, trigger);
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
