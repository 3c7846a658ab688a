/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Conditions, updates and projections of DynamoDB, by what PutItem, UpdateItem and GetItem make of them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dynamodb_fixture.h"

#define ITEM                                                                        \
    "{'pk': {'S': 'a'}, 'n': {'N': '5'}, 's': {'S': 'hello'}, 'b': {'B': 'xyz'},"   \
    " 'ss': {'SS': ['p', 'q']}, 'ns': {'NS': ['1', '2.0']}, 'yes': {'BOOL': true}," \
    " 'nil': {'NULL': true}, 'l': {'L': [{'N': '1'}, {'S': 'two'}, {'N': '3'}]},"   \
    " 'm': {'M': {'x': {'N': '1'}, 'y': {'M': {'z': {'S': 'deep'}}}}}}"

#define VALUES                                                                                     \
    "{':five': {'N': '5.00'}, ':six': {'N': '6'}, ':four': {'N': '4'}, ':h': {'S': 'he'},"         \
    " ':hello': {'S': 'hello'}, ':p': {'S': 'p'}, ':two': {'N': '2'}, ':set': {'SS': ['q', 'p']}," \
    " ':str': {'S': 'S'}, ':three': {'N': '3'}, ':true': {'BOOL': true}, ':xyz': {'B': 'xyz'}}"

static void put(struct fixture *fixture)
{
    (void)ok(fixture, "PutItem", "{'TableName': 'table', 'Item': " ITEM "}");
}

/* The values that the expression names. */
static struct bs_tree *used_values(const char *expression)
{
    struct bs_tree *all = fixture_tree(VALUES);
    struct bs_tree *used = bs_tree_new_structure();

    for (const struct bs_tree *value = bs_tree_first(all); value != NULL; value = value->next) {
        const char *found = strstr(expression, value->name);
        const size_t length = strlen(value->name);

        while (found != NULL && found[length] >= 'a' && found[length] <= 'z') {
            found = strstr(found + 1, value->name);
        }
        if (found != NULL) {
            (void)bs_tree_set(used, value->name, bs_tree_copy(value));
        }
    }
    bs_tree_destroy(all);
    return used;
}

static bool holds(struct fixture *fixture, const char *condition)
{
    struct bs_tree *input = fixture_tree("{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}}");
    const struct bs_account_request request = {
        .service = "dynamodb", .operation = "UpdateItem", .region = "us-east-1", .input = input};
    struct bs_tree *values = used_values(condition);
    bool result;

    bs_tree_set_text(input, "ConditionExpression", condition);
    if (bs_tree_count(values) > 0) {
        (void)bs_tree_set(input, "ExpressionAttributeValues", values);
    } else {
        bs_tree_destroy(values);
    }
    bs_account_answer_clean_up(&fixture->answer);
    bs_account_perform(fixture->account, &request, &fixture->answer);
    bs_tree_destroy(input);
    result = fixture->answer.error == NULL;
    if (!result && strcmp(fixture->answer.error, "ConditionalCheckFailedException") != 0) {
        fail_msg("%s: %s", condition, fixture->answer.message);
    }
    return result;
}

static void test_conditions_hold(void **state)
{
    static const char *const true_ones[] = {"n = :five",
                                            "n <> :six",
                                            "n < :six",
                                            "n <= :five",
                                            "n > :four",
                                            "n >= :five",
                                            "n BETWEEN :four AND :six",
                                            "n IN (:four, :five)",
                                            "attribute_exists(m.y.z)",
                                            "attribute_not_exists(m.y.q)",
                                            "attribute_exists(l[2])",
                                            "attribute_not_exists(l[3])",
                                            "attribute_type(s, :str)",
                                            "begins_with(s, :h)",
                                            "contains(s, :h)",
                                            "contains(ss, :p)",
                                            "contains(ns, :two)",
                                            "contains(l, :three)",
                                            "size(s) = :five",
                                            "size(l) = :three",
                                            "size(m) = :two",
                                            "size(ss) = :two",
                                            "ss = :set",
                                            "yes = :true",
                                            "b = :xyz",
                                            "absent <> :five",
                                            "s <> :five",
                                            "NOT n = :six",
                                            "NOT absent = :five",
                                            "n = :six OR n = :five AND s = :hello",
                                            "(n = :six OR n = :five) AND s = :hello",
                                            "not (n = :six or n = :four)",
                                            "n = :five and not s = :h",
                                            "m.x < l[2]",
                                            "l[0] = m.x"};
    static const char *const false_ones[] = {"n = :six",
                                             "n < :h",
                                             "n = :hello",
                                             "s < :five",
                                             "absent = :five",
                                             "absent < :five",
                                             "n BETWEEN :six AND :six",
                                             "n IN (:four, :six)",
                                             "begins_with(n, :h)",
                                             "contains(n, :five)",
                                             "contains(s, :five)",
                                             "contains(ss, :five)",
                                             "attribute_type(n, :str)",
                                             "size(n) = :five",
                                             "n = :five AND NOT s = :hello",
                                             "NOT attribute_exists(n)",
                                             "(n = :six OR n = :five) AND s = :h"};
    struct fixture *fixture = *state;

    put(fixture);
    for (size_t i = 0; i < sizeof(true_ones) / sizeof(true_ones[0]); i++) {
        if (!holds(fixture, true_ones[i])) {
            fail_msg("does not hold: %s", true_ones[i]);
        }
    }
    for (size_t i = 0; i < sizeof(false_ones) / sizeof(false_ones[0]); i++) {
        if (holds(fixture, false_ones[i])) {
            fail_msg("holds: %s", false_ones[i]);
        }
    }
}

static void refuses(struct fixture *fixture, const char *condition, const char *message)
{
    fails(fixture, "PutItem", "ValidationException", message,
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}, 'ConditionExpression': '%s',"
          " 'ExpressionAttributeNames': {'#n': 'n'},"
          " 'ExpressionAttributeValues': {':n': {'N': '1'}, ':m': {'N': '0'}, ':s': {'S': 'x'},"
          " ':l': {'L': []}}}",
          condition);
}

static void test_wrong_conditions_are_refused_in_words(void **state)
{
    static const char *const wrong[][2] = {
        {"", "Invalid ConditionExpression: The expression can not be empty;"},
        {"n", "Syntax error; token: \"<EOF>\", near: \"n\""},
        {"n = ", "Syntax error; token: \"<EOF>\", near: \"=\""},
        {"n ! :n", "Syntax error; token: \"!\", near: \"n ! :n\""},
        {"n = :n )", "Syntax error; token: \")\""},
        {"n = :n AND", "Syntax error"},
        {"n BETWEEN :n OR :n", "Syntax error"},
        {"m..x = :n", "Syntax error"},
        {"l[a] = :n", "Syntax error"},
        {"l[0 = :n", "Syntax error"},
        {"1n = :n", "Syntax error"},
        {"n = :x", "An expression attribute value used in expression is not defined; attribute "
                   "value: :x"},
        {"#x = :n", "An expression attribute name used in the document path is not defined; "
                    "attribute name: #x"},
        {"size = :n", "Attribute name is a reserved keyword; reserved keyword: size"},
        {"m.Name = :n", "Attribute name is a reserved keyword; reserved keyword: Name"},
        {"foo(n)", "Invalid function name; function: foo"},
        {"size(n)", "Syntax error"},
        {"attribute_exists(n, m)",
         "Incorrect number of operands for operator or function; operator "
         "or function: attribute_exists, number of operands: 2"},
        {"attribute_exists(:n)", "Operator or function requires a document path"},
        {"attribute_type(n, :s)", "Invalid attribute type name found; type: x"},
        {"begins_with(n, :n)", "Incorrect operand type for operator or function; operator or "
                               "function: begins_with, operand type: N"},
        {"n < :l", "Incorrect operand type for operator or function; operator or function: <, "
                   "operand type: L"},
        {"n BETWEEN :n AND :m", "The BETWEEN operator requires upper bound to be greater than or "
                                "equal to lower bound"},
        {"n BETWEEN :n AND :s", "The BETWEEN operator requires same data type"},
        {"n = n", "The first operand must be distinct from the remaining operands"},
        {"((n = :n))", "The expression has redundant parentheses;"},
        {"if_not_exists(n, :n) = :n", "The function is not allowed in a condition expression"},
        {"contains(attribute_exists(n), :n)", "The function is not allowed to be used this way"},
        {"attribute_exists(#n)", "Value provided in ExpressionAttributeValues unused in "
                                 "expressions: keys: {:"},
        {"n IN (:n, :m, :s, :l)", "Value provided in ExpressionAttributeNames unused in "
                                  "expressions: keys: {#n}"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        refuses(fixture, wrong[i][0], wrong[i][1]);
    }
    fails(fixture, "PutItem", "ValidationException", "ExpressionAttributeNames must not be empty",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}, 'ExpressionAttributeNames': {}}");
    fails(fixture, "PutItem", "ValidationException",
          "ExpressionAttributeValues can only be specified when using expressions",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}},"
          " 'ExpressionAttributeValues': {':n': {'N': '1'}}}");
    fails(fixture, "PutItem", "ValidationException", "Can not use both expression",
          "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}, 'Expected': {'n': {'Exists': false}},"
          " 'ConditionExpression': 'attribute_exists(n)'}");
}

/* `head`, `count` times `body`, `tail`. */
static char *repeat(const char *head, const char *body, size_t count, const char *tail)
{
    char *text = calloc(1, strlen(head) + count * strlen(body) + strlen(tail) + 1);
    size_t length;

    assert_non_null(text);
    length = strlen(head);
    memcpy(text, head, length);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + length, body, strlen(body));
        length += strlen(body);
    }
    memcpy(text + length, tail, strlen(tail));
    return text;
}

static void test_expressions_are_bounded(void **state)
{
    static const struct {
        const char *head;
        const char *body;
        size_t count;
        const char *tail;
        const char *message;
    } cases[] = {
        {"n = ", "a", 4100, "", "Expression size has exceeded the maximum allowed size"},
        {"", "(", 4000, "n = :n", "nested too deeply"},
        {"", "NOT ", 1000, "n = :n", "nested too deeply"},
        {"n", ".a", 40, " = :n", "The document path has too many nesting elements"},
        {"n=:n", " OR n=:n", 200, "", "The expression contains too many operators"},
        {"n", "b", 300, " = :n", "Syntax error"},
        {"n IN (:n", ",:n", 100, ")", "Incorrect number of operands"},
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char *text = repeat(cases[i].head, cases[i].body, cases[i].count, cases[i].tail);

        fails(fixture, "PutItem", "ValidationException", cases[i].message,
              "{'TableName': 'table', 'Item': {'pk': {'S': 'a'}}, 'ConditionExpression': '%s',"
              " 'ExpressionAttributeValues': {':n': {'N': '1'}}}",
              text);
        free(text);
    }
}

/* ---- Updates ---- */

static void updates(struct fixture *fixture, const char *expression, const char *values,
                    const char *wanted)
{
    const bool has_values = *values != '\0';

    put(fixture);
    (void)ok(fixture, "UpdateItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': '%s',"
             " 'ReturnValues': 'UPDATED_NEW' %s%s}",
             expression, has_values ? ", 'ExpressionAttributeValues': " : "", values);
    expect(fixture->answer.output, "{%s}", wanted);
}

static void test_updates_change_items(void **state)
{
    struct fixture *fixture = *state;

    updates(fixture, "SET n = n + :v", "{':v': {'N': '0.5'}}", "'Attributes': {'n': {'N': '5.5'}}");
    updates(fixture, "set n = :v - n", "{':v': {'N': '1'}}", "'Attributes': {'n': {'N': '-4'}}");
    updates(fixture, "SET k = if_not_exists(k, :v) + :w", "{':v': {'N': '0'}, ':w': {'N': '1'}}",
            "'Attributes': {'k': {'N': '1'}}");
    updates(fixture, "SET n = if_not_exists(n, :v)", "{':v': {'N': '0'}}",
            "'Attributes': {'n': {'N': '5'}}");
    updates(fixture, "SET l = list_append(l, :v)", "{':v': {'L': [{'S': 'x'}]}}",
            "'Attributes': {'l': {'L': [{'N': '1'}, {'S': 'two'}, {'N': '3'}, {'S': 'x'}]}}");
    updates(fixture, "SET m.y.z = :v, m.w = :v", "{':v': {'N': '1'}}",
            "'Attributes': {'m': {'M': {'y': {'M': {'z': {'N': '1'}}}, 'w': {'N': '1'}}}}");
    updates(fixture, "SET l[1] = :v", "{':v': {'N': '9'}}",
            "'Attributes': {'l': {'L': [{'N': '9'}]}}");
    updates(fixture, "ADD n :v", "{':v': {'N': '-7'}}", "'Attributes': {'n': {'N': '-2'}}");
    updates(fixture, "ADD fresh :v", "{':v': {'N': '3'}}", "'Attributes': {'fresh': {'N': '3'}}");
    updates(fixture, "ADD ss :v", "{':v': {'SS': ['a', 'q']}}",
            "'Attributes': {'ss': {'SS': ['a', 'p', 'q']}}");
    updates(fixture, "ADD ns :v", "{':v': {'NS': ['10', '2']}}",
            "'Attributes': {'ns': {'NS': ['1', '2', '10']}}");
    updates(fixture, "DELETE ss :v", "{':v': {'SS': ['q', 'z']}}",
            "'Attributes': {'ss': {'SS': ['p']}}");
    updates(fixture, "DELETE ss :v", "{':v': {'SS': ['q', 'p']}}", "");
    updates(fixture, "SET a1 = n, n = :v REMOVE s ADD c :v", "{':v': {'N': '1'}}",
            "'Attributes': {'a1': {'N': '5'}, 'n': {'N': '1'}, 'c': {'N': '1'}}");
}

static void test_lists_are_cut_and_grow(void **state)
{
    struct fixture *fixture = *state;

    put(fixture);
    (void)ok(fixture, "UpdateItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression':"
             " 'REMOVE l[0], l[1] SET ll = :l', 'ExpressionAttributeValues': {':l': {'L': []}},"
             " 'ReturnValues': 'ALL_NEW'}");
    expect(at(fixture->answer.output, "Attributes.l"), "{'L': [{'N': '3'}]}");
    (void)ok(fixture, "UpdateItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression':"
             " 'SET l[9] = :b, l[5] = :a', 'ExpressionAttributeValues': {':a': {'S': 'a'},"
             " ':b': {'S': 'b'}}, 'ReturnValues': 'ALL_NEW'}");
    expect(at(fixture->answer.output, "Attributes.l"),
           "{'L': [{'N': '3'}, {'S': 'a'}, {'S': 'b'}]}");
}

static void test_updates_that_cannot_be_are_refused(void **state)
{
    static const char *const wrong[][2] = {
        {"SET n = :v SET s = :v", "The \\\"SET\\\" section can only be used once"},
        {"SET m = :v, m.x = :v", "Two document paths overlap with each other; must remove or "
                                 "rewrite one of these paths; path one: [m], path two: [m, x]"},
        {"SET n = :v REMOVE n", "Two document paths overlap"},
        {"SET q.a = :v, q[0] = :v", "Two document paths conflict with each other"},
        {"SET n = s + :v", "An operand in the update expression has an incorrect data type"},
        {"SET n = absent + :v", "The provided expression refers to an attribute that does not "
                                "exist in the item"},
        {"SET n = absent REMOVE x ADD c :v", "refers to an attribute that does not exist"},
        {"SET q.r = :v", "The document path provided in the update expression is invalid"},
        {"SET l.x = :v", "The document path provided in the update expression is invalid"},
        {"SET m[0] = :v", "The document path provided in the update expression is invalid"},
        {"SET pk = :v", "Cannot update attribute pk. This attribute is part of the key"},
        {"ADD s :v", "An operand in the update expression has an incorrect data type"},
        {"DELETE ss :v", "Incorrect operand type for operator or function; operator: DELETE, "
                         "operand type: N"},
        {"SET l = list_append(l, :v)", "Incorrect operand type for operator or function; operator "
                                       "or function: list_append, operand type: N"},
        {"PUT n :v", "Syntax error; token: \\\"PUT\\\", near: \\\"PUT n\\\""},
        {"SET n = size(s) ADD c :v", "The function is not allowed in an update expression"},
        {"SET", "Syntax error"},
        {"SET n :v", "Syntax error"},
        {"SET n = :v,", "Syntax error"},
    };
    struct fixture *fixture = *state;

    put(fixture);
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        char message[256];
        size_t length = 0;

        for (const char *c = wrong[i][1]; *c != '\0'; c++) {
            if (*c != '\\') {
                message[length++] = *c;
            }
        }
        message[length] = '\0';
        fails(fixture, "UpdateItem", "ValidationException", message,
              "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'UpdateExpression': '%s',"
              " 'ExpressionAttributeValues': {':v': {'N': '1'}}}",
              wrong[i][0]);
    }
    (void)ok(fixture, "GetItem", "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}}");
    expect_text(fixture->answer.output, "Item.n.N", "5");
}

static void test_a_map_cannot_be_put_into_itself_for_ever(void **state)
{
    static const char nesting[] = "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}},"
                                  " 'UpdateExpression': 'SET m.y = m'}";
    struct fixture *fixture = *state;

    put(fixture);
    for (int i = 0; i < 29; i++) {
        (void)ok(fixture, "UpdateItem", "%s", nesting);
    }
    fails(fixture, "UpdateItem", "ValidationException", "Nesting Levels have exceeded", "%s",
          nesting);
}

static void test_projections_cut_items(void **state)
{
    struct fixture *fixture = *state;

    put(fixture);
    (void)ok(fixture, "GetItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'ProjectionExpression':"
             " 'n, m.y.#z, l[2], l[0], gone, m.gone', 'ExpressionAttributeNames': {'#z': 'z'}}");
    expect(fixture->answer.output,
           "{'Item': {'n': {'N': '5'}, 'm': {'M': {'y': {'M': {'z': {'S': 'deep'}}}}},"
           " 'l': {'L': [{'N': '1'}, {'N': '3'}]}}}");
    (void)ok(fixture, "GetItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'AttributesToGet': ['s', 'pk']}");
    expect(fixture->answer.output, "{'Item': {'s': {'S': 'hello'}, 'pk': {'S': 'a'}}}");
    fails(fixture, "GetItem", "ValidationException", "Two document paths overlap",
          "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'ProjectionExpression': 'm, m.y'}");
}

static void test_legacy_parameters_mean_the_same(void **state)
{
    struct fixture *fixture = *state;

    put(fixture);
    (void)ok(fixture, "UpdateItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'AttributeUpdates': {"
             "'n': {'Action': 'ADD', 'Value': {'N': '2'}}, 's': {'Action': 'DELETE'},"
             "'ss': {'Action': 'DELETE', 'Value': {'SS': ['p']}}, 'new': {'Value': {'S': 'v'}}},"
             "'Expected': {'n': {'Value': {'N': '5'}}, 'gone': {'Exists': false}},"
             "'ReturnValues': 'UPDATED_NEW'}");
    expect(fixture->answer.output, "{'Attributes': {'n': {'N': '7'}, 'ss': {'SS': ['q']},"
                                   " 'new': {'S': 'v'}}}");
    fails(fixture, "DeleteItem", "ConditionalCheckFailedException",
          "The conditional request failed",
          "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'Expected': {"
          "'n': {'ComparisonOperator': 'LT', 'AttributeValueList': [{'N': '7'}]}}}");
    (void)ok(fixture, "DeleteItem",
             "{'TableName': 'table', 'Key': {'pk': {'S': 'a'}}, 'ConditionalOperator': 'OR',"
             "'Expected': {'n': {'ComparisonOperator': 'LT', 'AttributeValueList': [{'N': '7'}]},"
             "'m': {'ComparisonOperator': 'NOT_NULL'}}}");
}

static int open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));

    assert_non_null(fixture);
    fixture_open(fixture, BS_ACCOUNT_REALISTIC);
    make_table(fixture, "table");
    *state = fixture;
    return 0;
}

static int close_fixture(void **state)
{
    fixture_close(*state);
    free(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_conditions_hold),
        TEST(test_wrong_conditions_are_refused_in_words),
        TEST(test_expressions_are_bounded),
        TEST(test_updates_change_items),
        TEST(test_lists_are_cut_and_grow),
        TEST(test_updates_that_cannot_be_are_refused),
        TEST(test_a_map_cannot_be_put_into_itself_for_ever),
        TEST(test_projections_cut_items),
        TEST(test_legacy_parameters_mean_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
