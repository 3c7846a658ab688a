/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "orchestrator/plan/loader.h"

static bool split(const char *text, struct bs_phrase *phrase)
{
    char *at = phrase->text;

    phrase->count = 0;
    if (strlen(text) >= BS_PHRASE_MAX) {
        return false;
    }
    memcpy(phrase->text, text, strlen(text) + 1);
    while (*(at += strspn(at, " ")) != '\0') {
        if (phrase->count == BS_PHRASE_WORDS_MAX) {
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

enum bs_status bs_phrase_read(struct bs_loader *loader, const struct bs_node *node, uint32_t least,
                              uint32_t most, const char *example, struct bs_phrase *phrase)
{
    if (node->kind != BS_NODE_SCALAR) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "must read like '%s'", example);
    }
    if (!split(node->text, phrase) || phrase->count < least || phrase->count > most) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "must read like '%s', found '%s'", example, node->text);
    }
    return BS_OK;
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

enum bs_status bs_loader_source(struct bs_loader *loader, const struct bs_node *node,
                                const char *kind, const char *id, uint32_t *index)
{
    size_t binding = find_watcher(loader, kind, id);

    if (binding == loader->bindings->binding_count) {
        return no_watcher(loader, node, kind, id);
    }
    return source_for(loader, node, binding, index);
}

static enum bs_status read_one(struct bs_loader *loader, const struct bs_node *node,
                               uint32_t *index)
{
    struct bs_phrase phrase;
    enum bs_status status = bs_phrase_read(loader, node, 2, 2, "alarm app-5xx", &phrase);

    return status != BS_OK
               ? status
               : bs_loader_source(loader, node, phrase.words[0], phrase.words[1], index);
}

enum bs_status bs_loader_sources(struct bs_loader *loader, const struct bs_node *node,
                                 const uint32_t **sources, uint32_t *count)
{
    const bool is_list = node->kind == BS_NODE_LIST;
    const uint32_t most = is_list ? node->member_count : 1;
    uint32_t *indices = bs_arena_array(loader->arena, most > 0 ? most : 1, sizeof(*indices));
    enum bs_status status = BS_OK;

    if (indices == NULL) {
        return bs_loader_no_memory(loader);
    }
    *count = 0;
    *sources = indices;
    for (const struct bs_node *member = is_list ? node->first : node;
         member != NULL && status == BS_OK; member = is_list ? member->next : NULL) {
        status = read_one(loader, member, &indices[*count]);
        for (uint32_t i = 0; i < *count && status == BS_OK; i++) {
            if (indices[i] == indices[*count]) {
                status = bs_error_set(loader->error, BS_ERR_INPUT, &member->at,
                                      "'%s' is listed twice", member->text);
            }
        }
        (*count)++;
    }
    return status;
}
