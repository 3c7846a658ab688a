/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "orchestrator/plan/loader.h"

static const char example[] = "probe app healthy";

static enum bs_status no_state(struct bs_loader *loader, const struct bs_node *node,
                               const char *what, const char *word, const char *const *words,
                               size_t count)
{
    const char *suggestion = bs_suggest(word, words, count);

    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "%s is never '%s'; %s%s%s", what,
                        word, suggestion != NULL ? "did you mean '" : "it may be ",
                        suggestion != NULL ? suggestion : words[count - 1],
                        suggestion != NULL ? "'?" : "");
}

/* Which of the names the word is. */
static enum bs_status find_state(struct bs_loader *loader, const struct bs_node *node,
                                 const char *what, const char *word, const char *const *words,
                                 int32_t count, int32_t *state)
{
    for (*state = 0; *state < count; (*state)++) {
        if (strcmp(words[*state], word) == 0) {
            return BS_OK;
        }
    }
    return no_state(loader, node, what, word, words, (size_t)count);
}

static enum bs_status read_mode(struct bs_loader *loader, const struct bs_node *node,
                                const struct bs_phrase *phrase, struct bs_condition *condition)
{
    const char *const words[] = {bs_mode_name(BS_MODE_GRACEFUL), bs_mode_name(BS_MODE_UNGRACEFUL)};

    condition->kind = BS_CONDITION_MODE;
    return find_state(loader, node, "the mode", phrase->words[1], words, 2, &condition->state);
}

/* A child plan's steps are called there as in the child's own workflow, without the prefix. */
static enum bs_status find_step(struct bs_loader *loader, const struct bs_node *node,
                                const char *id, const struct bs_row_scope *scope, uint32_t *index)
{
    const size_t prefix_length = strlen(scope->prefix);
    const char *ids[BS_PLAN_STEPS_MAX];
    size_t count = 0;
    const char *suggestion;

    for (*index = scope->first; *index < loader->plan->step_count; (*index)++) {
        const struct bs_step *step = &loader->steps[*index];

        if (step->id == NULL || step->shape != BS_SHAPE_STEP ||
            strncmp(step->id, scope->prefix, prefix_length) != 0) {
            continue; /* The one that is being read, a group, which has no state, or another plan's. */
        }
        if (strcmp(step->id + prefix_length, id) == 0) {
            return BS_OK;
        }
        ids[count++] = step->id + prefix_length;
    }
    suggestion = bs_suggest(id, ids, count);
    return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "no earlier step '%s'%s%s%s", id,
                        suggestion != NULL ? "; did you mean '" : "",
                        suggestion != NULL ? suggestion : "", suggestion != NULL ? "'?" : "");
}

static enum bs_status read_step(struct bs_loader *loader, const struct bs_node *node,
                                const struct bs_phrase *phrase, const char *word,
                                const struct bs_row_scope *scope, struct bs_condition *condition)
{
    const char *words[BS_STEP_STATE_COUNT];
    enum bs_status status = find_step(loader, node, phrase->words[1], scope, &condition->index);

    for (int i = 0; i < BS_STEP_STATE_COUNT; i++) {
        words[i] = bs_step_state_name((enum bs_step_state)i);
    }
    condition->kind = BS_CONDITION_STEP;
    return status != BS_OK ? status
                           : find_state(loader, node, "a step", word, words, BS_STEP_STATE_COUNT,
                                        &condition->state);
}

static enum bs_status read_source(struct bs_loader *loader, const struct bs_node *node,
                                  const struct bs_phrase *phrase, const char *word,
                                  struct bs_condition *condition)
{
    const char *words[BS_SOURCE_STATE_COUNT];
    enum bs_status status =
        bs_loader_source(loader, node, phrase->words[0], phrase->words[1], &condition->index);

    for (int i = 0; i < BS_SOURCE_STATE_COUNT; i++) {
        words[i] = bs_source_state_name((enum bs_source_state)i);
    }
    condition->kind = BS_CONDITION_SOURCE;
    return status != BS_OK ? status
                           : find_state(loader, node, "a source", word, words,
                                        BS_SOURCE_STATE_COUNT, &condition->state);
}

/* "mode graceful", "step fence completed", "probe app not healthy". */
static enum bs_status read_condition(struct bs_loader *loader, const struct bs_node *node,
                                     const struct bs_row_scope *scope,
                                     struct bs_condition *condition)
{
    struct bs_phrase phrase;
    enum bs_status status = bs_phrase_read(loader, node, 2, 4, example, &phrase);

    if (status != BS_OK) {
        return status;
    }
    if (strcmp(phrase.words[0], "mode") == 0 && phrase.count == 2) {
        return read_mode(loader, node, &phrase, condition);
    }
    condition->is_not = phrase.count == 4;
    if (phrase.count < 3 || (condition->is_not && strcmp(phrase.words[2], "not") != 0)) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at,
                            "must read like '%s', found '%s'", example, node->text);
    }
    if (strcmp(phrase.words[0], "step") == 0) {
        return read_step(loader, node, &phrase, phrase.words[phrase.count - 1], scope, condition);
    }
    return read_source(loader, node, &phrase, phrase.words[phrase.count - 1], condition);
}

enum bs_status bs_loader_conditions(struct bs_loader *loader, const struct bs_node *node,
                                    const struct bs_row_scope *scope,
                                    struct bs_conditions *conditions)
{
    const bool is_list = node->kind == BS_NODE_LIST;
    const uint32_t count = is_list ? node->member_count : 1;
    struct bs_condition *items =
        bs_arena_array(loader->arena, count > 0 ? count : 1, sizeof(*items));
    enum bs_status status = BS_OK;

    if (items == NULL) {
        return bs_loader_no_memory(loader);
    }
    if (count == 0 || count > BS_PLAN_CONDITIONS_MAX) {
        return bs_error_set(loader->error, BS_ERR_INPUT, &node->at, "1 to %d conditions, found %u",
                            BS_PLAN_CONDITIONS_MAX, count);
    }
    conditions->items = items;
    for (const struct bs_node *member = is_list ? node->first : node;
         member != NULL && status == BS_OK; member = is_list ? member->next : NULL) {
        status = read_condition(loader, member, scope, &items[conditions->count++]);
    }
    return status;
}
