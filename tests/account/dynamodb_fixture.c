/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "dynamodb_fixture.h"

#include <cjson/cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void fixture_open_on(struct fixture *fixture, struct bs_simulation *simulation,
                     struct bs_world *world)
{
    const struct bs_account_options options = {
        .simulation = simulation,
        .world = world,
        .root = {.seed = 7},
        .epoch_s = FIXTURE_EPOCH_S,
        .pace = BS_ACCOUNT_REALISTIC,
    };

    *fixture = (struct fixture){.region = "us-east-1"};
    fixture->account = bs_account_new(&options);
}

void fixture_open(struct fixture *fixture, enum bs_account_pace pace)
{
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = 1000000,
        .event_count_max = 1000000000,
    };
    struct bs_account_options options = {
        .root = {.seed = 7}, .epoch_s = FIXTURE_EPOCH_S, .pace = pace};

    *fixture = (struct fixture){.region = "us-east-1"};
    fixture->simulation = bs_simulation_new(&simulation);
    assert_non_null(fixture->simulation);
    options.simulation = fixture->simulation;
    fixture->account = bs_account_new(&options);
}

void fixture_close(struct fixture *fixture)
{
    bs_account_answer_clean_up(&fixture->answer);
    bs_account_destroy(fixture->account);
    if (fixture->simulation != NULL) {
        bs_simulation_destroy(fixture->simulation);
    }
}

void fixture_run(struct fixture *fixture, int64_t seconds)
{
    const struct bs_instant now = bs_simulation_now(fixture->simulation);

    assert_int_equal(
        bs_simulation_run(fixture->simulation, bs_instant_add(now, BS_SECONDS(seconds))), BS_OK);
}

/* ---- JSON ---- */

static struct bs_tree *tree_of(const cJSON *json, const char *name)
{
    const bool is_binary = strcmp(name, "B") == 0 || strcmp(name, "BS") == 0;
    struct bs_tree *tree;

    if (cJSON_IsString(json)) {
        return is_binary ? bs_tree_new_bytes(json->valuestring, strlen(json->valuestring))
                         : bs_tree_new_text(json->valuestring);
    }
    if (cJSON_IsBool(json)) {
        return bs_tree_new_boolean(cJSON_IsTrue(json));
    }
    if (cJSON_IsNumber(json)) {
        return bs_tree_new_integer((int64_t)json->valuedouble);
    }
    if (cJSON_IsNull(json)) {
        return bs_tree_new_null();
    }
    tree = cJSON_IsArray(json) ? bs_tree_new_list() : bs_tree_new_structure();
    for (const cJSON *child = json->child; child != NULL; child = child->next) {
        if (cJSON_IsArray(json)) {
            (void)bs_tree_append(tree, tree_of(child, name));
        } else {
            (void)bs_tree_set(tree, child->string, tree_of(child, child->string));
        }
    }
    return tree;
}

__attribute__((format(printf, 1, 0))) static struct bs_tree *parse(const char *format,
                                                                   va_list arguments)
{
    static const size_t text_max = 1024 * 1024;
    char *text = malloc(text_max);
    struct bs_tree *tree;
    cJSON *json;
    int length;

    assert_non_null(text);
    length = vsnprintf(text, text_max, format, arguments);
    assert_in_range(length, 0, text_max - 1);
    for (char *c = text; *c != '\0'; c++) {
        *c = *c == '\'' ? '"' : *c;
    }
    json = cJSON_Parse(text);
    if (json == NULL) {
        fail_msg("no JSON: %s", text);
    }
    tree = tree_of(json, "");
    cJSON_Delete(json);
    free(text);
    return tree;
}

struct bs_tree *fixture_tree(const char *format, ...)
{
    struct bs_tree *tree;
    va_list arguments;

    va_start(arguments, format);
    tree = parse(format, arguments);
    va_end(arguments);
    return tree;
}

/* ---- Asking ---- */

static void perform(struct fixture *fixture, const char *operation, struct bs_tree *input)
{
    const struct bs_account_service *streams = bs_account_service("dynamodbstreams");
    const struct bs_account_request request = {
        .service =
            bs_account_operation(streams, operation) != NULL ? "dynamodbstreams" : "dynamodb",
        .operation = operation,
        .region = fixture->region,
        .input = input,
    };

    bs_account_answer_clean_up(&fixture->answer);
    bs_account_perform(fixture->account, &request, &fixture->answer);
    bs_tree_destroy(input);
}

const struct bs_tree *ok(struct fixture *fixture, const char *operation, const char *format, ...)
{
    struct bs_tree *input;
    va_list arguments;

    va_start(arguments, format);
    input = parse(format, arguments);
    va_end(arguments);
    perform(fixture, operation, input);
    if (fixture->answer.error != NULL) {
        fail_msg("%s: %s: %s", operation, fixture->answer.error, fixture->answer.message);
    }
    return fixture->answer.output;
}

void fails(struct fixture *fixture, const char *operation, const char *error, const char *message,
           const char *format, ...)
{
    struct bs_tree *input;
    va_list arguments;

    va_start(arguments, format);
    input = parse(format, arguments);
    va_end(arguments);
    perform(fixture, operation, input);
    if (fixture->answer.error == NULL) {
        fail_msg("%s succeeded: %s expected", operation, error);
    }
    assert_string_equal(fixture->answer.error, error);
    if (strstr(fixture->answer.message, message) == NULL) {
        fail_msg("\"%s\" is not in \"%s\"", message, fixture->answer.message);
    }
}

/* ---- Looking ---- */

static void print(const struct bs_tree *tree, int depth)
{
    if (tree == NULL) {
        print_error("nothing\n");
        return;
    }
    print_error("%*s%s: ", 2 * depth, "", tree->name == NULL ? "-" : tree->name);
    if (tree->kind == BS_TREE_TEXT || tree->kind == BS_TREE_BYTES) {
        print_error("'%s'\n", tree->is.text.bytes);
    } else if (tree->kind == BS_TREE_INTEGER || tree->kind == BS_TREE_BOOLEAN) {
        print_error("%lld\n",
                    tree->kind == BS_TREE_BOOLEAN ? tree->is.boolean : (long long)tree->is.integer);
    } else {
        print_error("(%d)\n", (int)tree->kind);
    }
    for (const struct bs_tree *child = bs_tree_first(tree); child != NULL; child = child->next) {
        print(child, depth + 1);
    }
}

void expect(const struct bs_tree *tree, const char *format, ...)
{
    struct bs_tree *wanted;
    va_list arguments;

    va_start(arguments, format);
    wanted = parse(format, arguments);
    va_end(arguments);
    if (!bs_tree_equal(tree, wanted)) {
        print_error("is:\n");
        print(tree, 1);
        print_error("should be:\n");
        print(wanted, 1);
        fail_msg("the trees differ");
    }
    bs_tree_destroy(wanted);
}

const struct bs_tree *at(const struct bs_tree *tree, const char *path)
{
    while (tree != NULL && *path != '\0') {
        const size_t length = strcspn(path, ".");
        char name[128];

        (void)snprintf(name, sizeof(name), "%.*s", (int)length, path);
        if (tree->kind == BS_TREE_LIST) {
            tree = bs_tree_first(tree);
            for (long i = 0; i < strtol(name, NULL, 10) && tree != NULL; i++) {
                tree = tree->next;
            }
        } else {
            tree = bs_tree_get(tree, name);
        }
        path += length + (path[length] == '.' ? 1 : 0);
    }
    return tree;
}

void expect_text(const struct bs_tree *tree, const char *path, const char *text)
{
    const struct bs_tree *found = at(tree, path);

    if (found == NULL || found->kind != BS_TREE_TEXT) {
        fail_msg("no text at %s", path);
    } else {
        assert_string_equal(found->is.text.bytes, text);
    }
}

void make_table(struct fixture *fixture, const char *name)
{
    (void)ok(fixture, "CreateTable",
             "{'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',"
             " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}],"
             " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'}]}",
             name);
    fixture_run(fixture, 60);
}

void make_sorted_table(struct fixture *fixture, const char *name)
{
    (void)ok(fixture, "CreateTable",
             "{'TableName': '%s', 'BillingMode': 'PAY_PER_REQUEST',"
             " 'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'},"
             "               {'AttributeName': 'sk', 'KeyType': 'RANGE'}],"
             " 'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'},"
             "                          {'AttributeName': 'sk', 'AttributeType': 'N'}]}",
             name);
    fixture_run(fixture, 60);
}
