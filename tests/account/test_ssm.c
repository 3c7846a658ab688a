/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** The Parameter Store, as AWS documents it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/account.h"

struct fixture {
    struct bs_simulation *simulation;
    struct bs_account *account;
    struct bs_tree *input;
    struct bs_account_answer answer;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_HEAP, .pending_max = 1000, .event_count_max = 100000};
    struct bs_account_options options = {.root = {1, 0}, .epoch_s = 1767225600};

    fixture = (struct fixture){.simulation = bs_simulation_new(&simulation)};
    options.simulation = fixture.simulation;
    fixture.account = bs_account_new(&options);
    fixture.input = bs_tree_new_structure();
    *state = &fixture;
    return fixture.simulation == NULL;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;

    bs_account_answer_clean_up(&f->answer);
    bs_tree_destroy(f->input);
    bs_account_destroy(f->account);
    bs_simulation_destroy(f->simulation);
    return 0;
}

/* Performs the operation with what `input` holds, and empties that. */
static const struct bs_tree *ask(struct fixture *f, const char *operation)
{
    const struct bs_account_request request = {.service = "ssm",
                                               .operation = operation,
                                               .region = "us-east-1",
                                               .input = f->input,
                                               .receipt = 1};

    bs_account_answer_clean_up(&f->answer);
    bs_account_perform(f->account, &request, &f->answer);
    bs_tree_destroy(f->input);
    f->input = bs_tree_new_structure();
    return f->answer.output;
}

static const struct bs_tree *put(struct fixture *f, const char *name, const char *value,
                                 const char *type, bool overwrites)
{
    bs_tree_set_text(f->input, "Name", name);
    bs_tree_set_text(f->input, "Value", value);
    if (type != NULL) {
        bs_tree_set_text(f->input, "Type", type);
    }
    bs_tree_set_boolean(f->input, "Overwrite", overwrites);
    return ask(f, "PutParameter");
}

static const struct bs_tree *get(struct fixture *f, const char *name)
{
    bs_tree_set_text(f->input, "Name", name);
    return bs_tree_get(ask(f, "GetParameter"), "Parameter");
}

static void fails(const struct fixture *f, const char *error)
{
    assert_non_null(f->answer.error);
    assert_string_equal(f->answer.error, error);
    assert_true(strlen(f->answer.message) > 0);
}

static void versions_count_up_and_stay(void **state)
{
    struct fixture *f = *state;
    const struct bs_tree *parameter;

    assert_int_equal(bs_tree_integer(put(f, "/app/db", "one", "String", false), "Version", 0), 1);
    assert_int_equal(bs_tree_integer(put(f, "/app/db", "two", NULL, true), "Version", 0), 2);
    (void)put(f, "/app/db", "three", NULL, false);
    fails(f, "ParameterAlreadyExists");
    (void)put(f, "/app/db", "three", "StringList", true);
    fails(f, "HierarchyTypeMismatchException");
    assert_string_equal(bs_tree_text(get(f, "/app/db"), "Value", ""), "two");
    parameter = get(f, "/app/db:1");
    assert_string_equal(bs_tree_text(parameter, "Value", ""), "one");
    assert_string_equal(bs_tree_text(parameter, "Selector", ""), ":1");
    parameter = get(f, "arn:aws:ssm:us-east-1:123456789012:parameter/app/db");
    assert_string_equal(bs_tree_text(parameter, "ARN", ""),
                        "arn:aws:ssm:us-east-1:123456789012:parameter/app/db");
    (void)get(f, "/app/db:3");
    fails(f, "ParameterVersionNotFound");
    (void)get(f, "/app/nothing");
    fails(f, "ParameterNotFound");
}

static void names_follow_the_rules(void **state)
{
    static const struct {
        const char *name;
        const char *error;
    } cases[] = {
        {"a b", "ValidationException"},
        {"/a/", "ValidationException"},
        {"a/b", "ValidationException"},
        {"/aws/x", "AccessDeniedException"},
        {"AWSx", "AccessDeniedException"},
        {"ssm-x", "ValidationException"},
        {"/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "HierarchyLevelLimitExceededException"},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        (void)put(f, cases[i].name, "v", "String", false);
        fails(f, cases[i].error);
    }
    (void)put(f, "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15", "v", "String", false);
    assert_null(f->answer.error);
    (void)put(f, "untyped", "v", NULL, false);
    fails(f, "ValidationException");
}

static void paths_lead_to_what_is_below(void **state)
{
    static const char *const names[] = {"/a/x", "/a/y", "/a/b/z", "/ab/x", "a"};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        (void)put(f, names[i], "v", "String", false);
        assert_null(f->answer.error);
    }
    bs_tree_set_text(f->input, "Path", "/a");
    assert_int_equal(bs_tree_count(bs_tree_get(ask(f, "GetParametersByPath"), "Parameters")), 2);
    bs_tree_set_text(f->input, "Path", "/a/");
    bs_tree_set_boolean(f->input, "Recursive", true);
    assert_int_equal(bs_tree_count(bs_tree_get(ask(f, "GetParametersByPath"), "Parameters")), 3);
    bs_tree_set_text(f->input, "Path", "/");
    bs_tree_set_boolean(f->input, "Recursive", true);
    assert_int_equal(bs_tree_count(bs_tree_get(ask(f, "GetParametersByPath"), "Parameters")), 4);
    bs_tree_set_text(f->input, "Path", "a");
    (void)ask(f, "GetParametersByPath");
    fails(f, "ValidationException");
}

static void add_filter(struct fixture *f, const char *key, const char *option, const char *value)
{
    struct bs_tree *filter =
        bs_tree_append_structure(bs_tree_set_list(f->input, "ParameterFilters"));

    bs_tree_set_text(filter, "Key", key);
    bs_tree_set_text(filter, "Option", option);
    bs_tree_append_text(bs_tree_set_list(filter, "Values"), value);
}

static void filters_choose(void **state)
{
    struct fixture *f = *state;

    (void)put(f, "alpha", "v", "String", false);
    (void)put(f, "alphabet", "v", "SecureString", false);
    (void)put(f, "beta", "v", "String", false);
    add_filter(f, "Name", "BeginsWith", "alpha");
    assert_int_equal(bs_tree_count(bs_tree_get(ask(f, "DescribeParameters"), "Parameters")), 2);
    add_filter(f, "Type", "Equals", "SecureString");
    assert_string_equal(
        bs_tree_text(bs_tree_first(bs_tree_get(ask(f, "DescribeParameters"), "Parameters")), "Name",
                     ""),
        "alphabet");
    add_filter(f, "Color", "Equals", "red");
    (void)ask(f, "DescribeParameters");
    fails(f, "InvalidFilterKey");
}

static void secrets_show_only_decrypted(void **state)
{
    struct fixture *f = *state;

    (void)put(f, "key", "hunter2", "SecureString", false);
    assert_string_not_equal(bs_tree_text(get(f, "key"), "Value", ""), "hunter2");
    assert_null(strstr(bs_tree_text(get(f, "key"), "Value", ""), "hunter2"));
    bs_tree_set_boolean(f->input, "WithDecryption", true);
    assert_string_equal(bs_tree_text(get(f, "key"), "Value", ""), "hunter2");
}

static void label(struct fixture *f, int64_t version, const char *text)
{
    bs_tree_set_text(f->input, "Name", "p");
    bs_tree_set_integer(f->input, "ParameterVersion", version);
    bs_tree_append_text(bs_tree_set_list(f->input, "Labels"), text);
    (void)ask(f, "LabelParameterVersion");
}

static void labels_move_between_versions(void **state)
{
    struct fixture *f = *state;

    (void)put(f, "p", "one", "String", false);
    (void)put(f, "p", "two", NULL, true);
    label(f, 1, "live");
    assert_string_equal(bs_tree_text(get(f, "p:live"), "Value", ""), "one");
    label(f, 2, "live");
    assert_string_equal(bs_tree_text(get(f, "p:live"), "Value", ""), "two");
    label(f, 1, "9lives");
    assert_true(bs_tree_has_text(bs_tree_get(f->answer.output, "InvalidLabels"), "9lives"));
    label(f, 7, "live");
    fails(f, "ParameterVersionNotFound");
}

static void old_versions_make_room_unless_labeled(void **state)
{
    struct fixture *f = *state;

    (void)put(f, "p", "first", "String", false);
    for (int i = 0; i < 100; i++) {
        (void)put(f, "p", "next", NULL, true);
        assert_null(f->answer.error);
    }
    (void)get(f, "p:1");
    fails(f, "ParameterVersionNotFound");
    label(f, 2, "keep");
    (void)put(f, "p", "next", NULL, true);
    fails(f, "ParameterMaxVersionLimitExceeded");
}

static void what_is_deleted_is_gone(void **state)
{
    struct fixture *f = *state;
    struct bs_tree *names;

    (void)put(f, "p", "v", "String", false);
    names = bs_tree_set_list(f->input, "Names");
    bs_tree_append_text(names, "p");
    bs_tree_append_text(names, "q");
    (void)ask(f, "DeleteParameters");
    assert_true(bs_tree_has_text(bs_tree_get(f->answer.output, "DeletedParameters"), "p"));
    assert_true(bs_tree_has_text(bs_tree_get(f->answer.output, "InvalidParameters"), "q"));
    bs_tree_set_text(f->input, "Name", "p");
    (void)ask(f, "DeleteParameter");
    fails(f, "ParameterNotFound");
}

int main(void)
{
#define SSM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        SSM_TEST(versions_count_up_and_stay),
        SSM_TEST(names_follow_the_rules),
        SSM_TEST(paths_lead_to_what_is_below),
        SSM_TEST(filters_choose),
        SSM_TEST(secrets_show_only_decrypted),
        SSM_TEST(labels_move_between_versions),
        SSM_TEST(old_versions_make_room_unless_labeled),
        SSM_TEST(what_is_deleted_is_gone),
    };

    return cmocka_run_group_tests_name("ssm", tests, NULL, NULL);
}
