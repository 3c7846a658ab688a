/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_EXPRESSION_H
#define BS_SIM_ACCOUNT_DYNAMODB_EXPRESSION_H

/**
 * DynamoDB's expressions, read into trees of nodes.
 *
 * Everything that is wrong with an expression whatever the item is found while it is read, and said in AWS's
 * words in the scope's refusal. Nodes live in the scope's arena. Source: Amazon DynamoDB Developer Guide,
 * "Using expressions in DynamoDB"; API Reference.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/tree.h"
#include "sim/account/dynamodb_value.h"

enum {
    BS_DYNAMODB_EXPRESSION_BYTES_MAX = 4096,
    BS_DYNAMODB_OPERATORS_MAX = 300,
    BS_DYNAMODB_OPERANDS_MAX = 100, /* Of IN. */
};

/** One step of a document path: into a map by name, or into a list by index. */
struct bs_dynamodb_step {
    const char *name; /* NULL: by index. */
    size_t index;
};

struct bs_dynamodb_path {
    const struct bs_dynamodb_step *steps; /* The first is an attribute's name. */
    size_t count;
};

struct bs_dynamodb_paths {
    struct bs_dynamodb_path *paths; /* Sorted; none is within another one. */
    size_t count;
};

enum bs_dynamodb_node_kind {
    BS_DYNAMODB_AND,
    BS_DYNAMODB_OR,
    BS_DYNAMODB_NOT,
    BS_DYNAMODB_EQUAL,
    BS_DYNAMODB_NOT_EQUAL,
    BS_DYNAMODB_LESS,
    BS_DYNAMODB_LESS_OR_EQUAL,
    BS_DYNAMODB_GREATER,
    BS_DYNAMODB_GREATER_OR_EQUAL,
    BS_DYNAMODB_BETWEEN,
    BS_DYNAMODB_IN,
    BS_DYNAMODB_ATTRIBUTE_EXISTS,
    BS_DYNAMODB_ATTRIBUTE_NOT_EXISTS,
    BS_DYNAMODB_ATTRIBUTE_TYPE,
    BS_DYNAMODB_BEGINS_WITH,
    BS_DYNAMODB_CONTAINS,
    BS_DYNAMODB_SIZE,
    BS_DYNAMODB_IF_NOT_EXISTS,
    BS_DYNAMODB_LIST_APPEND,
    BS_DYNAMODB_PLUS,
    BS_DYNAMODB_MINUS,
    BS_DYNAMODB_PATH,
    BS_DYNAMODB_VALUE,
};

struct bs_dynamodb_node {
    enum bs_dynamodb_node_kind kind;
    bool is_enclosed;               /* In parentheses. */
    struct bs_dynamodb_path path;   /* PATH. */
    const struct bs_tree *value;    /* VALUE: canonical. */
    struct bs_dynamodb_node *first; /* Operands; */
    struct bs_dynamodb_node *next;  /* the next one of the same operator. */
};

enum bs_dynamodb_section {
    BS_DYNAMODB_SET,
    BS_DYNAMODB_REMOVE,
    BS_DYNAMODB_ADD,
    BS_DYNAMODB_DELETE,
    BS_DYNAMODB_SECTION_COUNT,
};

/** One action of an update, in the order in which they are written. */
struct bs_dynamodb_action {
    enum bs_dynamodb_section section;
    struct bs_dynamodb_path path;
    struct bs_dynamodb_node *operand; /* NULL of REMOVE. */
    struct bs_dynamodb_action *next;
};

struct bs_dynamodb_update {
    struct bs_dynamodb_action *first;
    struct bs_dynamodb_paths paths; /* Of all actions. */
};

/** What the expressions of one request may refer to, and what has become of them. */
struct bs_dynamodb_scope {
    struct bs_arena arena;
    const struct bs_tree *names; /* NULL: none. */
    struct bs_tree *values;      /* Canonical; NULL: none. */
    struct bs_tree *used;        /* Of names and values: a structure of those that were. */
    struct bs_dynamodb_refusal refusal;
};

/** Takes ExpressionAttributeNames and -Values of a request. To be closed, whatever comes of it. */
void bs_dynamodb_scope_open(struct bs_dynamodb_scope *scope, const struct bs_tree *request);
void bs_dynamodb_scope_close(struct bs_dynamodb_scope *scope);

/** After the last expression: refuses names and values that none has used. */
void bs_dynamodb_scope_check_used(struct bs_dynamodb_scope *scope);

/** Whether nothing has been refused. */
bool bs_dynamodb_scope_is_good(const struct bs_dynamodb_scope *scope);

/** Zeroed memory of the scope's arena; never NULL. */
void *bs_dynamodb_scope_array(struct bs_dynamodb_scope *scope, size_t count, size_t size);

/** A new node of the scope's arena, as an operand behind others of `parent` unless that is NULL. */
struct bs_dynamodb_node *bs_dynamodb_node_new(struct bs_dynamodb_scope *scope,
                                              struct bs_dynamodb_node *parent,
                                              enum bs_dynamodb_node_kind kind);

/** @{ */
/** `parameter` names the expression in messages. What they give if it is refused is not to be used. */
struct bs_dynamodb_node *bs_dynamodb_parse_condition(struct bs_dynamodb_scope *scope,
                                                     const char *parameter, const char *text);
struct bs_dynamodb_update *bs_dynamodb_parse_update(struct bs_dynamodb_scope *scope,
                                                    const char *parameter, const char *text);
struct bs_dynamodb_paths bs_dynamodb_parse_projection(struct bs_dynamodb_scope *scope,
                                                      const char *parameter, const char *text);
/** @} */

/** Checks what is wrong with a node whatever the item; its operands are good. */
void bs_dynamodb_check_node(struct bs_dynamodb_scope *scope, const char *parameter,
                            const struct bs_dynamodb_node *node);

/** As it is written: "BETWEEN", "contains". */
const char *bs_dynamodb_node_word(enum bs_dynamodb_node_kind kind);

/** Whether a word is reserved, so that no attribute may be named by it in an expression. */
bool bs_dynamodb_is_reserved(const char *name);

/* ---- Paths ---- */

/** Sorts; refuses paths that overlap or conflict. */
void bs_dynamodb_paths_sort(struct bs_dynamodb_scope *scope, const char *parameter,
                            struct bs_dynamodb_paths *paths);

/** "[a, b, [0]]", as AWS writes a path in messages. */
void bs_dynamodb_path_format(const struct bs_dynamodb_path *path, char *text, size_t text_size);

/** -1, 0, 1; the index before the name, and a path before those within it. */
int bs_dynamodb_path_compare(const struct bs_dynamodb_path *a, const struct bs_dynamodb_path *b);

/** The value at the path, or NULL. */
const struct bs_tree *bs_dynamodb_path_get(const struct bs_tree *item,
                                           const struct bs_dynamodb_path *path);

/** A new item of that which the paths lead to. */
struct bs_tree *bs_dynamodb_project(const struct bs_tree *item,
                                    const struct bs_dynamodb_paths *paths);

/* ---- Evaluating ---- */

/** Whether the item meets the condition. An item that is not there is empty. */
bool bs_dynamodb_holds(const struct bs_dynamodb_node *node, const struct bs_tree *item);

/** A copy of the item, changed; NULL if it cannot be, with words. */
struct bs_tree *bs_dynamodb_apply(const struct bs_dynamodb_update *update,
                                  const struct bs_tree *item, struct bs_dynamodb_refusal *refusal);

#endif
