/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/dynamodb_expression.h"

#include <stdio.h>
#include <string.h>

#include "base/assert.h"

enum {
    ARENA_BYTES_MAX = 4 * 1024 * 1024, /* Far more than expressions of 4 KB can need. */
    NESTING_MAX = 100,
    TOKEN_MAX = 255,
    INDEX_DIGITS_MAX = 9,
};

/* ---- Scopes ---- */

void bs_dynamodb_scope_open(struct bs_dynamodb_scope *scope, const struct bs_tree *request)
{
    const struct bs_tree *values = bs_tree_get(request, "ExpressionAttributeValues");

    *scope = (struct bs_dynamodb_scope){
        .names = bs_tree_get(request, "ExpressionAttributeNames"),
        .used = bs_tree_new_structure(),
    };
    bs_arena_init(&scope->arena, ARENA_BYTES_MAX);
    if (scope->names != NULL && bs_tree_count(scope->names) == 0) {
        bs_dynamodb_refuse(&scope->refusal, "ExpressionAttributeNames must not be empty");
    }
    if (values != NULL) {
        struct bs_dynamodb_refusal refusal = {{0}};

        if (bs_tree_count(values) == 0) {
            bs_dynamodb_refuse(&scope->refusal, "ExpressionAttributeValues must not be empty");
        }
        scope->values = bs_dynamodb_item_take(values, &refusal);
        if (scope->values == NULL) {
            bs_dynamodb_refuse(&scope->refusal,
                               "ExpressionAttributeValues contains invalid value: %.400s",
                               refusal.message);
        }
    }
}

void bs_dynamodb_scope_close(struct bs_dynamodb_scope *scope)
{
    bs_tree_destroy(scope->values);
    bs_tree_destroy(scope->used);
    bs_arena_clean_up(&scope->arena);
}

bool bs_dynamodb_scope_is_good(const struct bs_dynamodb_scope *scope)
{
    return scope->refusal.message[0] == '\0';
}

void *bs_dynamodb_scope_array(struct bs_dynamodb_scope *scope, size_t count, size_t size)
{
    void *array = bs_arena_array(&scope->arena, count, size);

    BS_ASSERT(array != NULL);
    return array;
}

static void check_used(struct bs_dynamodb_scope *scope, const struct bs_tree *given,
                       const char *parameter)
{
    for (const struct bs_tree *one = bs_tree_first(given); one != NULL; one = one->next) {
        /* What legacy parameters give has no name. */
        if (one->name[0] != '\0' && bs_tree_get(scope->used, one->name) == NULL) {
            bs_dynamodb_refuse(&scope->refusal,
                               "Value provided in %s unused in expressions: keys: {%.255s}",
                               parameter, one->name);
            return;
        }
    }
}

void bs_dynamodb_scope_check_used(struct bs_dynamodb_scope *scope)
{
    check_used(scope, scope->names, "ExpressionAttributeNames");
    check_used(scope, scope->values, "ExpressionAttributeValues");
}

struct bs_dynamodb_node *bs_dynamodb_node_new(struct bs_dynamodb_scope *scope,
                                              struct bs_dynamodb_node *parent,
                                              enum bs_dynamodb_node_kind kind)
{
    struct bs_dynamodb_node *node = bs_dynamodb_scope_array(scope, 1, sizeof(*node));

    node->kind = kind;
    if (parent != NULL) {
        struct bs_dynamodb_node **place = &parent->first;

        while (*place != NULL) {
            place = &(*place)->next;
        }
        *place = node;
    }
    return node;
}

/* ---- Tokens ---- */

enum token_kind {
    TOKEN_END,
    TOKEN_WORD,
    TOKEN_NAME,  /* #name */
    TOKEN_VALUE, /* :value */
    TOKEN_INDEX,
    TOKEN_SIGN,
    TOKEN_WRONG,
};

struct token {
    enum token_kind kind;
    char text[TOKEN_MAX + 1];
};

struct parser {
    struct bs_dynamodb_scope *scope;
    const char *parameter;
    const char *rest; /* Behind the token at hand. */
    struct token before;
    struct token token;
    size_t operator_count;
    size_t depth;
};

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t sign_length(const char *text)
{
    static const char *const signs[] = {"<>", "<=", ">=", "<", ">", "=", "(",
                                        ")",  "[",  "]",  ",", ".", "+", "-"};

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (strncmp(text, signs[i], strlen(signs[i])) == 0) {
            return strlen(signs[i]);
        }
    }
    return 0;
}

/* What begins at `text`, and how long it is. */
static enum token_kind token_at(const char *text, size_t *length)
{
    const bool is_placeholder = *text == '#' || *text == ':';
    size_t end = is_placeholder ? 1 : 0;

    while (is_word_char(text[end])) {
        end++;
    }
    *length = end;
    if (is_placeholder) {
        return end == 1 ? TOKEN_WRONG : *text == '#' ? TOKEN_NAME : TOKEN_VALUE;
    }
    if (end > 0 && is_digit(*text)) {
        return end <= INDEX_DIGITS_MAX && strspn(text, "0123456789") == end ? TOKEN_INDEX
                                                                            : TOKEN_WRONG;
    }
    if (end > 0) {
        return *text == '_' ? TOKEN_WRONG : TOKEN_WORD;
    }
    *length = sign_length(text);
    return *length > 0 ? TOKEN_SIGN : TOKEN_WRONG;
}

static void read_token(const char **text, struct token *token)
{
    size_t length;

    *text += strspn(*text, " \t\r\n");
    if (**text == '\0') {
        *token = (struct token){TOKEN_END, "<EOF>"};
        return;
    }
    token->kind = token_at(*text, &length);
    if (length == 0) {
        length = 1;
    }
    if (length > TOKEN_MAX) {
        token->kind = TOKEN_WRONG;
    }
    (void)snprintf(token->text, sizeof(token->text), "%.*s", (int)length, *text);
    *text += length;
}

static void advance(struct parser *parser)
{
    parser->before = parser->token;
    read_token(&parser->rest, &parser->token);
}

static bool is_good(const struct parser *parser)
{
    return bs_dynamodb_scope_is_good(parser->scope);
}

/* AWS shows the token with its neighbours. */
static void refuse_syntax(struct parser *parser)
{
    const bool is_at_end = parser->token.kind == TOKEN_END;
    const bool has_before = parser->before.text[0] != '\0';
    const char *rest = parser->rest;
    struct token after;

    read_token(&rest, &after);
    bs_dynamodb_refuse(
        &parser->scope->refusal,
        "Invalid %s: Syntax error; token: \"%.100s\", near: \"%.100s%s%.100s%s%.100s\"",
        parser->parameter, parser->token.text, parser->before.text,
        has_before && !is_at_end ? " " : "", is_at_end ? "" : parser->token.text,
        after.kind == TOKEN_END ? "" : " ", after.kind == TOKEN_END ? "" : after.text);
}

static bool is_sign(const struct parser *parser, const char *sign)
{
    return parser->token.kind == TOKEN_SIGN && strcmp(parser->token.text, sign) == 0;
}

/* Keywords are written in any case. */
static bool is_keyword(const struct parser *parser, const char *keyword)
{
    const char *text = parser->token.text;
    size_t i = 0;

    while (keyword[i] != '\0' && (text[i] == keyword[i] || text[i] == keyword[i] + 'a' - 'A')) {
        i++;
    }
    return parser->token.kind == TOKEN_WORD && keyword[i] == '\0' && text[i] == '\0';
}

/* Whether the sign was there; then it has been passed. */
static bool take_sign(struct parser *parser, const char *sign)
{
    const bool is_there = is_sign(parser, sign);

    if (is_there) {
        advance(parser);
    }
    return is_there;
}

static bool take_keyword(struct parser *parser, const char *keyword)
{
    const bool is_there = is_keyword(parser, keyword);

    if (is_there) {
        advance(parser);
    }
    return is_there;
}

static void expect_sign(struct parser *parser, const char *sign)
{
    if (is_good(parser) && !take_sign(parser, sign)) {
        refuse_syntax(parser);
    }
}

static bool begin(struct parser *parser, struct bs_dynamodb_scope *scope, const char *parameter,
                  const char *text)
{
    *parser = (struct parser){.scope = scope, .parameter = parameter, .rest = text};
    if (!bs_dynamodb_scope_is_good(scope)) {
        return false;
    }
    if (strlen(text) > BS_DYNAMODB_EXPRESSION_BYTES_MAX) {
        bs_dynamodb_refuse(&scope->refusal,
                           "Invalid %s: Expression size has exceeded the maximum allowed size; "
                           "expression size: %zu",
                           parameter, strlen(text));
        return false;
    }
    advance(parser);
    parser->before.text[0] = '\0';
    if (parser->token.kind == TOKEN_END) {
        bs_dynamodb_refuse(&scope->refusal, "Invalid %s: The expression can not be empty;",
                           parameter);
    }
    return is_good(parser);
}

static void expect_end(struct parser *parser)
{
    if (is_good(parser) && parser->token.kind != TOKEN_END) {
        refuse_syntax(parser);
    }
}

static void count_operator(struct parser *parser)
{
    if (++parser->operator_count > BS_DYNAMODB_OPERATORS_MAX) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: The expression contains too many operators; maximum "
                           "operator count: %d",
                           parser->parameter, BS_DYNAMODB_OPERATORS_MAX);
    }
}

static bool descend(struct parser *parser)
{
    if (++parser->depth > NESTING_MAX) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: The expression is nested too deeply", parser->parameter);
    }
    return is_good(parser);
}

/* ---- Paths and values ---- */

static const char *use(struct parser *parser, const char *name)
{
    bs_tree_set_boolean(parser->scope->used, name, true);
    return name;
}

static const char *named_attribute(struct parser *parser)
{
    const char *name = bs_tree_text(parser->scope->names, parser->token.text, NULL);

    if (name == NULL) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: An expression attribute name used in the document path is "
                           "not defined; attribute name: %s",
                           parser->parameter, parser->token.text);
        return "";
    }
    (void)use(parser, parser->token.text);
    return name;
}

static const char *take_step_name(struct parser *parser)
{
    const char *name = "";

    if (parser->token.kind == TOKEN_NAME) {
        name = named_attribute(parser);
    } else if (parser->token.kind != TOKEN_WORD) {
        refuse_syntax(parser);
    } else if (bs_dynamodb_is_reserved(parser->token.text)) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: Attribute name is a reserved keyword; reserved keyword: %s",
                           parser->parameter, parser->token.text);
    } else {
        name = bs_arena_text(&parser->scope->arena, parser->token.text, strlen(parser->token.text));
    }
    advance(parser);
    return name;
}

static size_t take_index(struct parser *parser)
{
    size_t index = 0;

    if (parser->token.kind != TOKEN_INDEX) {
        refuse_syntax(parser);
        return 0;
    }
    for (const char *digit = parser->token.text; *digit != '\0'; digit++) {
        index = 10 * index + (size_t)(*digit - '0');
    }
    advance(parser);
    expect_sign(parser, "]");
    return index;
}

static struct bs_dynamodb_path take_path(struct parser *parser)
{
    struct bs_dynamodb_step steps[BS_DYNAMODB_DEPTH_MAX + 1];
    struct bs_dynamodb_step *copy;
    size_t count = 0;

    steps[count++] = (struct bs_dynamodb_step){.name = take_step_name(parser)};
    while (is_good(parser) && (is_sign(parser, ".") || is_sign(parser, "["))) {
        if (count > BS_DYNAMODB_DEPTH_MAX) {
            bs_dynamodb_refuse(&parser->scope->refusal,
                               "Invalid %s: The document path has too many nesting elements; "
                               "nesting levels: %zu",
                               parser->parameter, count);
        } else if (take_sign(parser, ".")) {
            steps[count++] = (struct bs_dynamodb_step){.name = take_step_name(parser)};
        } else {
            advance(parser);
            steps[count++] = (struct bs_dynamodb_step){.index = take_index(parser)};
        }
    }
    copy = bs_dynamodb_scope_array(parser->scope, count, sizeof(*copy));
    memcpy(copy, steps, count * sizeof(*copy));
    return (struct bs_dynamodb_path){copy, count};
}

static const struct bs_tree *take_value(struct parser *parser)
{
    const struct bs_tree *value = bs_tree_get(parser->scope->values, parser->token.text);

    if (value == NULL) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: An expression attribute value used in expression is not "
                           "defined; attribute value: %s",
                           parser->parameter, parser->token.text);
    }
    (void)use(parser, parser->token.text);
    advance(parser);
    return value;
}

/* ---- Functions and operands ---- */

struct function {
    const char *name;
    enum bs_dynamodb_node_kind kind;
    bool is_condition; /* It says yes or no; else it gives a value. */
    bool is_of_update;
};

static const struct function functions[] = {
    {"attribute_exists", BS_DYNAMODB_ATTRIBUTE_EXISTS, true, false},
    {"attribute_not_exists", BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS, true, false},
    {"attribute_type", BS_DYNAMODB_ATTRIBUTE_TYPE, true, false},
    {"begins_with", BS_DYNAMODB_BEGINS_WITH, true, false},
    {"contains", BS_DYNAMODB_CONTAINS, true, false},
    {"size", BS_DYNAMODB_SIZE, false, false},
    {"if_not_exists", BS_DYNAMODB_IF_NOT_EXISTS, false, true},
    {"list_append", BS_DYNAMODB_LIST_APPEND, false, true},
};

static const struct function *find_function(const char *name)
{
    for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
        if (strcmp(functions[i].name, name) == 0) {
            return &functions[i];
        }
    }
    return NULL;
}

static void take_operand(struct parser *parser, struct bs_dynamodb_node *parent, bool is_update);

static bool is_call(const struct parser *parser)
{
    const char *next = parser->rest + strspn(parser->rest, " \t\r\n");

    return parser->token.kind == TOKEN_WORD && *next == '(';
}

/* "name(operand, ..)"; the name is at hand. */
static const struct function *take_call(struct parser *parser, struct bs_dynamodb_node *parent,
                                        bool is_update)
{
    const struct function *function = find_function(parser->token.text);
    struct bs_dynamodb_node *node;

    if (function == NULL) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: Invalid function name; function: %s", parser->parameter,
                           parser->token.text);
        return NULL;
    }
    if (function->is_of_update != is_update) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: The function is not allowed in %s expression; function: %s",
                           parser->parameter, is_update ? "an update" : "a condition",
                           function->name);
        return NULL;
    }
    node = bs_dynamodb_node_new(parser->scope, parent, function->kind);
    count_operator(parser);
    advance(parser);
    advance(parser);
    do {
        take_operand(parser, node, is_update);
    } while (is_good(parser) && take_sign(parser, ","));
    expect_sign(parser, ")");
    bs_dynamodb_check_node(parser->scope, parser->parameter, node);
    return function;
}

static void take_operand(struct parser *parser, struct bs_dynamodb_node *parent, bool is_update)
{
    if (!descend(parser)) {
        return;
    }
    if (parser->token.kind == TOKEN_VALUE) {
        bs_dynamodb_node_new(parser->scope, parent, BS_DYNAMODB_VALUE)->value = take_value(parser);
    } else if (is_call(parser)) {
        const struct function *function = take_call(parser, parent, is_update);

        if (function != NULL && function->is_condition) {
            bs_dynamodb_refuse(&parser->scope->refusal,
                               "Invalid %s: The function is not allowed to be used this way in an "
                               "expression; function: %s",
                               parser->parameter, function->name);
        }
    } else {
        bs_dynamodb_node_new(parser->scope, parent, BS_DYNAMODB_PATH)->path = take_path(parser);
    }
    parser->depth--;
}

/* ---- Conditions ---- */

static struct bs_dynamodb_node *take_disjunction(struct parser *parser);

/* Puts what `holder` holds under `node`, which is behind it. */
static void adopt(struct bs_dynamodb_node *node, struct bs_dynamodb_node *operand)
{
    struct bs_dynamodb_node **place = &node->first;

    while (*place != NULL) {
        place = &(*place)->next;
    }
    *place = operand;
}

static const struct {
    const char *sign;
    enum bs_dynamodb_node_kind kind;
} comparisons[] = {
    {"=", BS_DYNAMODB_EQUAL},   {"<>", BS_DYNAMODB_NOT_EQUAL},
    {"<", BS_DYNAMODB_LESS},    {"<=", BS_DYNAMODB_LESS_OR_EQUAL},
    {">", BS_DYNAMODB_GREATER}, {">=", BS_DYNAMODB_GREATER_OR_EQUAL},
};

/* Sets the node's kind by the sign at hand; false if it is no comparison. */
static bool take_comparison(struct parser *parser, struct bs_dynamodb_node *node)
{
    for (size_t i = 0; i < sizeof(comparisons) / sizeof(comparisons[0]); i++) {
        if (take_sign(parser, comparisons[i].sign)) {
            node->kind = comparisons[i].kind;
            return true;
        }
    }
    return false;
}

static void take_between(struct parser *parser, struct bs_dynamodb_node *node)
{
    node->kind = BS_DYNAMODB_BETWEEN;
    take_operand(parser, node, false);
    if (is_good(parser) && !take_keyword(parser, "AND")) {
        refuse_syntax(parser);
    }
    if (is_good(parser)) {
        take_operand(parser, node, false);
    }
}

static void take_in(struct parser *parser, struct bs_dynamodb_node *node)
{
    node->kind = BS_DYNAMODB_IN;
    expect_sign(parser, "(");
    do {
        if (is_good(parser)) {
            take_operand(parser, node, false);
        }
    } while (is_good(parser) && take_sign(parser, ","));
    expect_sign(parser, ")");
}

/* "a = b", "a BETWEEN b AND c", "a IN (b, ..)". */
static struct bs_dynamodb_node *take_relation(struct parser *parser)
{
    struct bs_dynamodb_node *node = bs_dynamodb_node_new(parser->scope, NULL, BS_DYNAMODB_EQUAL);

    take_operand(parser, node, false);
    if (!is_good(parser)) {
        return node;
    }
    count_operator(parser);
    if (take_comparison(parser, node)) {
        take_operand(parser, node, false);
    } else if (take_keyword(parser, "BETWEEN")) {
        take_between(parser, node);
    } else if (take_keyword(parser, "IN")) {
        take_in(parser, node);
    } else {
        refuse_syntax(parser);
    }
    bs_dynamodb_check_node(parser->scope, parser->parameter, node);
    return node;
}

static struct bs_dynamodb_node *take_parenthesised(struct parser *parser)
{
    struct bs_dynamodb_node *node = take_disjunction(parser);

    expect_sign(parser, ")");
    if (is_good(parser) && node->is_enclosed) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: The expression has redundant parentheses;",
                           parser->parameter);
    }
    node->is_enclosed = true;
    return node;
}

static bool is_condition_call(const struct parser *parser)
{
    const struct function *function = is_call(parser) ? find_function(parser->token.text) : NULL;

    return function != NULL && function->is_condition;
}

static struct bs_dynamodb_node *take_primary(struct parser *parser)
{
    if (take_sign(parser, "(")) {
        return take_parenthesised(parser);
    }
    if (is_condition_call(parser)) {
        struct bs_dynamodb_node holder = {.kind = BS_DYNAMODB_AND};

        (void)take_call(parser, &holder, false);
        return holder.first;
    }
    return take_relation(parser);
}

static struct bs_dynamodb_node *take_negation(struct parser *parser)
{
    struct bs_dynamodb_node *node = bs_dynamodb_node_new(parser->scope, NULL, BS_DYNAMODB_NOT);

    if (!descend(parser)) {
        return node;
    }
    if (take_keyword(parser, "NOT")) {
        count_operator(parser);
        adopt(node, take_negation(parser));
    } else {
        node = take_primary(parser);
    }
    parser->depth--;
    return node;
}

static struct bs_dynamodb_node *take_conjunction(struct parser *parser)
{
    struct bs_dynamodb_node *node = take_negation(parser);

    while (is_good(parser) && take_keyword(parser, "AND")) {
        struct bs_dynamodb_node *both = bs_dynamodb_node_new(parser->scope, NULL, BS_DYNAMODB_AND);

        count_operator(parser);
        adopt(both, node);
        adopt(both, take_negation(parser));
        node = both;
    }
    return node;
}

static struct bs_dynamodb_node *take_disjunction(struct parser *parser)
{
    struct bs_dynamodb_node *node = take_conjunction(parser);

    while (is_good(parser) && take_keyword(parser, "OR")) {
        struct bs_dynamodb_node *either = bs_dynamodb_node_new(parser->scope, NULL, BS_DYNAMODB_OR);

        count_operator(parser);
        adopt(either, node);
        adopt(either, take_conjunction(parser));
        node = either;
    }
    return node;
}

struct bs_dynamodb_node *bs_dynamodb_parse_condition(struct bs_dynamodb_scope *scope,
                                                     const char *parameter, const char *text)
{
    struct parser parser;
    struct bs_dynamodb_node *node = NULL;

    if (begin(&parser, scope, parameter, text)) {
        node = take_disjunction(&parser);
        expect_end(&parser);
    }
    return node;
}

/* ---- Updates ---- */

static const char *const sections[BS_DYNAMODB_SECTION_COUNT] = {
    [BS_DYNAMODB_SET] = "SET",
    [BS_DYNAMODB_REMOVE] = "REMOVE",
    [BS_DYNAMODB_ADD] = "ADD",
    [BS_DYNAMODB_DELETE] = "DELETE",
};

/* "operand", "operand + operand". */
static struct bs_dynamodb_node *take_sum(struct parser *parser)
{
    struct bs_dynamodb_node *node = bs_dynamodb_node_new(parser->scope, NULL, BS_DYNAMODB_PLUS);

    take_operand(parser, node, true);
    if (!is_good(parser)) {
        return node;
    }
    if (is_sign(parser, "+") || is_sign(parser, "-")) {
        node->kind = is_sign(parser, "+") ? BS_DYNAMODB_PLUS : BS_DYNAMODB_MINUS;
        count_operator(parser);
        advance(parser);
        take_operand(parser, node, true);
        bs_dynamodb_check_node(parser->scope, parser->parameter, node);
        return node;
    }
    return node->first;
}

/* ADD and DELETE: a number or a set, or a set alone. */
static struct bs_dynamodb_node *take_change(struct parser *parser, enum bs_dynamodb_section section)
{
    struct bs_dynamodb_node *node = bs_dynamodb_node_new(parser->scope, NULL, BS_DYNAMODB_VALUE);

    if (parser->token.kind != TOKEN_VALUE) {
        refuse_syntax(parser);
        return node;
    }
    node->value = take_value(parser);
    if (node->value != NULL &&
        !bs_dynamodb_value_is(node->value,
                              section == BS_DYNAMODB_ADD ? "N SS NS BS" : "SS NS BS")) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: Incorrect operand type for operator or function; operator: "
                           "%s, operand type: %s, typeSet: ALLOWED_FOR_%s_OPERAND",
                           parser->parameter, sections[section],
                           bs_dynamodb_value_type(node->value), sections[section]);
    }
    return node;
}

static void take_action(struct parser *parser, struct bs_dynamodb_action *action)
{
    action->path = take_path(parser);
    if (!is_good(parser)) {
        return;
    }
    count_operator(parser);
    switch (action->section) {
    case BS_DYNAMODB_SET:
        expect_sign(parser, "=");
        action->operand = is_good(parser) ? take_sum(parser) : NULL;
        break;
    case BS_DYNAMODB_ADD:
    case BS_DYNAMODB_DELETE:
        action->operand = take_change(parser, action->section);
        break;
    default:
        break;
    }
}

static enum bs_dynamodb_section take_section(struct parser *parser, bool *seen)
{
    enum bs_dynamodb_section section = BS_DYNAMODB_SET;

    while (section < BS_DYNAMODB_SECTION_COUNT && !is_keyword(parser, sections[section])) {
        section++;
    }
    if (section == BS_DYNAMODB_SECTION_COUNT) {
        refuse_syntax(parser);
        return section;
    }
    if (seen[section]) {
        bs_dynamodb_refuse(&parser->scope->refusal,
                           "Invalid %s: The \"%s\" section can only be used once in an update "
                           "expression;",
                           parser->parameter, sections[section]);
    }
    seen[section] = true;
    advance(parser);
    return section;
}

/* Collects the actions' paths: no two of them may touch each other. */
static void gather_paths(struct parser *parser, struct bs_dynamodb_update *update, size_t count)
{
    size_t i = 0;

    update->paths.paths =
        bs_dynamodb_scope_array(parser->scope, count, sizeof(struct bs_dynamodb_path));
    update->paths.count = count;
    for (const struct bs_dynamodb_action *action = update->first; action != NULL;
         action = action->next) {
        update->paths.paths[i++] = action->path;
    }
    bs_dynamodb_paths_sort(parser->scope, parser->parameter, &update->paths);
}

struct bs_dynamodb_update *bs_dynamodb_parse_update(struct bs_dynamodb_scope *scope,
                                                    const char *parameter, const char *text)
{
    struct bs_dynamodb_update *update = bs_dynamodb_scope_array(scope, 1, sizeof(*update));
    struct bs_dynamodb_action **place = &update->first;
    bool seen[BS_DYNAMODB_SECTION_COUNT] = {false};
    struct parser parser;
    size_t count = 0;

    if (!begin(&parser, scope, parameter, text)) {
        return update;
    }
    while (is_good(&parser) && parser.token.kind != TOKEN_END) {
        const enum bs_dynamodb_section section = take_section(&parser, seen);

        while (is_good(&parser)) {
            *place = bs_dynamodb_scope_array(scope, 1, sizeof(**place));
            (*place)->section = section;
            take_action(&parser, *place);
            place = &(*place)->next;
            count++;
            if (!is_good(&parser) || !take_sign(&parser, ",")) {
                break;
            }
        }
    }
    if (is_good(&parser)) {
        gather_paths(&parser, update, count);
    }
    return update;
}

/* ---- Projections ---- */

struct bs_dynamodb_paths bs_dynamodb_parse_projection(struct bs_dynamodb_scope *scope,
                                                      const char *parameter, const char *text)
{
    struct bs_dynamodb_paths paths = {NULL, 0};
    struct parser parser;

    if (!begin(&parser, scope, parameter, text)) {
        return paths;
    }
    /* A path takes at least one character, and a comma before the next. */
    paths.paths =
        bs_dynamodb_scope_array(scope, strlen(text) / 2 + 1, sizeof(struct bs_dynamodb_path));
    do {
        paths.paths[paths.count++] = take_path(&parser);
    } while (is_good(&parser) && take_sign(&parser, ","));
    expect_end(&parser);
    if (is_good(&parser)) {
        bs_dynamodb_paths_sort(scope, parameter, &paths);
    }
    return paths;
}
