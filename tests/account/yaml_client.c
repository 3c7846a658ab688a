/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/account/yaml_client.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/document.h"

enum { INPUT_MAX = 65536 };

static void load_scenario(struct client *client, const char *scenario)
{
    char file[512];
    struct bs_error error = {0};
    struct bs_document *document = NULL;

    if (strncmp(scenario, "blackstart:", 11) == 0) {
        assert_int_equal(
            bs_document_parse("scenario", scenario, strlen(scenario), &document, &error), BS_OK);
        assert_int_equal(bs_scenario_from_document(document, &client->scenario, &error), BS_OK);
    } else {
        (void)snprintf(file, sizeof(file), "%s/%s", BS_SOURCE_DIR, scenario);
        assert_int_equal(bs_scenario_load(file, NULL, 0, &client->scenario, &error), BS_OK);
    }
}

static void open_world(struct client *client, const char *scenario, struct bs_stream_root root)
{
    struct bs_error error = {0};
    struct bs_world_options options = {.root = root, .detail = BS_DETAIL_SKIP};

    load_scenario(client, scenario);
    client->history = bs_history_new(BS_HISTORY_BYTES_MAX);
    options.scenario = client->scenario;
    options.simulation = client->simulation;
    options.history = client->history;
    assert_int_equal(bs_world_new(&options, &client->world, &error), BS_OK);
    bs_world_start(client->world);
}

void client_open(struct client *client, const char *scenario, enum bs_account_pace pace)
{
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = 1000000,
        .event_count_max = 1000000000,
    };
    struct bs_account_options options = {.root = {.seed = 7}, .pace = pace};

    *client = (struct client){.region = "us-east-1"};
    client->simulation = bs_simulation_new(&simulation);
    assert_non_null(client->simulation);
    if (scenario != NULL) {
        open_world(client, scenario, options.root);
    }
    options.simulation = client->simulation;
    options.world = client->world;
    client->account = bs_account_new(&options);
}

void client_close(struct client *client)
{
    bs_account_answer_clean_up(&client->answer);
    bs_account_destroy(client->account);
    if (client->world != NULL) {
        bs_world_destroy(client->world);
        bs_history_destroy(client->history);
        bs_scenario_destroy(client->scenario);
    }
    bs_simulation_destroy(client->simulation);
}

void client_run(struct client *client, int64_t until_s)
{
    assert_int_equal(bs_simulation_run(client->simulation, BS_AT_SECONDS(until_s)), BS_OK);
}

/* ---- Input ---- */

static struct bs_tree *scalar_of(const struct bs_node *node)
{
    char *end = NULL;
    const long long number = strtoll(node->text, &end, 10);

    if (node->quoted) {
        return bs_tree_new_text(node->text);
    }
    if (strcmp(node->text, "true") == 0 || strcmp(node->text, "false") == 0) {
        return bs_tree_new_boolean(node->text[0] == 't');
    }
    return node->text[0] != '\0' && *end == '\0' ? bs_tree_new_integer(number)
                                                 : bs_tree_new_text(node->text);
}

static struct bs_tree *tree_of(const struct bs_node *node)
{
    struct bs_tree *tree;

    if (node->kind == BS_NODE_SCALAR) {
        return scalar_of(node);
    }
    tree = node->kind == BS_NODE_MAP ? bs_tree_new_structure() : bs_tree_new_list();
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        if (node->kind == BS_NODE_MAP) {
            (void)bs_tree_set(tree, member->key, tree_of(member));
        } else {
            (void)bs_tree_append(tree, tree_of(member));
        }
    }
    return tree;
}

__attribute__((format(printf, 3, 0))) static void ask(struct client *client, const char *operation,
                                                      const char *format, va_list arguments)
{
    static char text[INPUT_MAX];
    char service[64];
    const char *colon = strchr(operation, ':');
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    struct bs_account_request request = {.region = client->region,
                                         .operation = colon + 1,
                                         .service = service,
                                         .receipt = ++client->receipts};
    struct bs_tree *input;

    (void)snprintf(service, sizeof(service), "%.*s", (int)(colon - operation), operation);
    assert_true(vsnprintf(text, sizeof(text), format, arguments) < INPUT_MAX);
    assert_int_equal(bs_document_parse("input", text, strlen(text), &document, &error), BS_OK);
    input = tree_of(bs_document_root(document));
    bs_document_destroy(document);
    request.input = input;
    bs_account_answer_clean_up(&client->answer);
    bs_account_perform(client->account, &request, &client->answer);
    bs_tree_destroy(input);
}

void client_call(struct client *client, const char *operation, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    ask(client, operation, format, arguments);
    va_end(arguments);
    if (client->answer.error != NULL) {
        fail_msg("%s: %s: %s", operation, client->answer.error, client->answer.message);
    }
}

void client_try(struct client *client, const char *operation, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    ask(client, operation, format, arguments);
    va_end(arguments);
}

static bool is_said(const struct client *client, const char *part)
{
    const struct bs_tree *message = bs_tree_first(bs_tree_get(client->answer.details, "messages"));

    for (; message != NULL; message = message->next) {
        if (strstr(message->is.text.bytes, part) != NULL) {
            return true;
        }
    }
    return strstr(client->answer.message, part) != NULL;
}

void client_refused(struct client *client, const char *error, const char *part,
                    const char *operation, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    ask(client, operation, format, arguments);
    va_end(arguments);
    if (client->answer.error == NULL || strcmp(client->answer.error, error) != 0 ||
        !is_said(client, part)) {
        fail_msg("%s: %s: %s", operation,
                 client->answer.error == NULL ? "no error" : client->answer.error,
                 client->answer.message);
    }
}

/* ---- Output ---- */

const struct bs_tree *client_at(const struct client *client, const char *path)
{
    const struct bs_tree *tree = client->answer.output;

    while (tree != NULL && *path != '\0') {
        const size_t length = strcspn(path, ".");
        char name[128];

        (void)snprintf(name, sizeof(name), "%.*s", (int)length, path);
        if (tree->kind == BS_TREE_LIST) {
            const struct bs_tree *element = bs_tree_first(tree);

            for (long i = strtol(name, NULL, 10); i > 0 && element != NULL; i--) {
                element = element->next;
            }
            tree = element;
        } else {
            tree = bs_tree_get(tree, name);
        }
        path += length + (path[length] == '.' ? 1 : 0);
    }
    return tree;
}

const char *client_text(const struct client *client, const char *path)
{
    const struct bs_tree *tree = client_at(client, path);

    return tree != NULL && tree->kind == BS_TREE_TEXT ? tree->is.text.bytes : "";
}

int64_t client_integer(const struct client *client, const char *path)
{
    const struct bs_tree *tree = client_at(client, path);

    assert_non_null(tree);
    assert_true(tree->kind == BS_TREE_INTEGER || tree->kind == BS_TREE_BOOLEAN);
    return tree->kind == BS_TREE_INTEGER ? tree->is.integer : (int64_t)tree->is.boolean;
}

size_t client_count(const struct client *client, const char *path)
{
    return bs_tree_count(client_at(client, path));
}

void client_keep(const struct client *client, const char *path, char *buffer, size_t size)
{
    assert_true((size_t)snprintf(buffer, size, "%s", client_text(client, path)) < size);
    assert_true(buffer[0] != '\0');
}
