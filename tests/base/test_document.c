/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"

static struct bs_document *parse(const char *text)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};

    if (bs_document_parse("t.yaml", text, strlen(text), &document, &error) != BS_OK) {
        fail_msg("%s:%u:%u: %s", error.where.file, error.where.line, error.where.column,
                 error.message);
    }
    return document;
}

static const char *text_of(const struct bs_document *document, const char *key)
{
    return bs_node_get(bs_document_root(document), key)->text;
}

static void test_tree_with_positions(void **state)
{
    struct bs_document *document = parse("# a plan\n"
                                         "name: shop\n"
                                         "regions: [eu-west-1, \"eu-west-2\"]\n"
                                         "stores:\n"
                                         "  - id: orders\n"
                                         "    lag:   90s\n"
                                         "  - {id: uploads}\n");
    const struct bs_node *root = bs_document_root(document);
    const struct bs_node *node;

    (void)state;
    assert_int_equal(root->kind, BS_NODE_MAP);
    assert_int_equal(root->member_count, 3);
    assert_string_equal(root->at.file, "t.yaml");
    assert_string_equal(bs_document_name(document), "t.yaml");
    node = bs_node_get(root, "regions");
    assert_int_equal(node->kind, BS_NODE_LIST);
    assert_int_equal(node->member_count, 2);
    assert_int_equal(node->at.line, 3);
    assert_int_equal(node->at.column, 10);
    assert_int_equal(node->key_at.column, 1);
    assert_false(node->first->quoted);
    assert_null(node->first->key);
    assert_true(node->last->quoted);
    assert_ptr_equal(node->first->next, node->last);
    assert_int_equal(node->last->at.column, 22);
    node = bs_node_get(bs_node_get(root, "stores")->first, "lag");
    assert_string_equal(node->text, "90s");
    assert_int_equal(node->length, 3);
    assert_int_equal(node->at.line, 6);
    assert_int_equal(node->at.column, 12);
    assert_int_equal(node->key_at.line, 6);
    assert_int_equal(node->key_at.column, 5);
    assert_null(bs_node_get(root, "absent"));
    bs_document_destroy(document);
}

static void test_json_is_read_too(void **state)
{
    struct bs_document *document = parse("{\n"
                                         "\t\"name\": \"a\\u00e9\\/\\n\",\n"
                                         "\t\"list\": [1, -2.5, true, null, \"\"],\n"
                                         "\t\"\": {}\n"
                                         "}\n");
    const struct bs_node *root = bs_document_root(document);
    const struct bs_node *list = bs_node_get(root, "list");

    (void)state;
    assert_string_equal(text_of(document, "name"), "a\xc3\xa9/\n");
    assert_int_equal(list->member_count, 5);
    assert_true(bs_node_is_null(list->first->next->next->next));
    assert_false(bs_node_is_null(list->last));
    assert_int_equal(bs_node_get(root, "")->kind, BS_NODE_MAP);
    assert_int_equal(bs_node_get(root, "name")->key_at.column, 2);
    bs_document_destroy(document);
}

static void test_nulls(void **state)
{
    struct bs_document *document =
        parse("a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: Nothing\ng: []\n");
    const struct bs_node *node = bs_document_root(document)->first;

    (void)state;
    for (int i = 0; node != NULL; node = node->next, i++) {
        assert_int_equal(bs_node_is_null(node), i < 3);
    }
    bs_document_destroy(document);
}

static void test_block_text_is_quoted(void **state)
{
    struct bs_document *document = parse("a: |\n  one\n  two\nb: >-\n  one\n  two\n");

    (void)state;
    assert_string_equal(text_of(document, "a"), "one\ntwo\n");
    assert_string_equal(text_of(document, "b"), "one two");
    assert_true(bs_document_root(document)->first->quoted);
    bs_document_destroy(document);
}

static void test_byte_order_mark_and_line_ends(void **state)
{
    struct bs_document *document = parse("\xef\xbb\xbf"
                                         "a: 1\r\nb: 2\r\n");

    (void)state;
    assert_int_equal(bs_document_root(document)->first->key_at.column, 1);
    assert_int_equal(bs_document_root(document)->last->at.line, 2);
    bs_document_destroy(document);
}

static void test_columns_count_characters(void **state)
{
    struct bs_document *document = parse("{\"\xc3\xa9\xf0\x9f\x98\x80\": x}");

    (void)state;
    assert_int_equal(bs_document_root(document)->first->at.column, 8);
    bs_document_destroy(document);
}

struct refusal_case {
    const char *name;
    const char *text;
    uint32_t line;
    uint32_t column;
    const char *message; /* What the message begins with. */
};

static const struct refusal_case refusals[] = {
    {"empty", "", 0, 0, "there is nothing in it"},
    {"only comments", "# nothing\n", 0, 0, "there is nothing in it"},
    {"only a document mark", "---\n", 0, 0, "there is nothing in it"},
    {"duplicate key", "a: 1\nb: 2\na: 3\n", 3, 1, "duplicate key 'a'; the first is in line 1"},
    {"duplicate key in JSON", "{\"a\": {\"b\": 1, \"b\": 2}}", 1, 16,
     "duplicate key 'b'; the first is in line 1"},
    {"duplicate key, one quoted", "a: 1\n'a': 2\n", 2, 1, "duplicate key 'a'"},
    {"duplicate key with a map", "a: {x: 1}\na: {y: 1}\n", 2, 1, "duplicate key 'a'"},
    {"two documents", "a: 1\n---\nb: 2\n", 2, 1, "a second document starts here"},
    {"document after an end mark", "a: 1\n...\nb: 2\n", 3, 1, "something follows the end"},
    {"anchor", "a: &x 1\n", 1, 4, "anchors (&name) are not supported"},
    {"anchor on a map", "a: &x {b: 1}\n", 1, 4, "anchors (&name) are not supported"},
    {"anchor on a list", "a: &x [b]\n", 1, 4, "anchors (&name) are not supported"},
    {"alias", "a: *x\n", 1, 4, "aliases (*name) are not supported"},
    {"tag", "a: !!int 1\n", 1, 4, "tags (!name) are not supported"},
    {"tag on a map", "a: !thing {b: 1}\n", 1, 4, "tags (!name) are not supported"},
    {"tag on a list", "- 1\n- ! [b]\n", 2, 3, "tags (!name) are not supported"},
    {"tag directive", "%TAG ! tag:x,2000:\n---\na: 1\n", 1, 1, "%TAG is not supported"},
    {"list as key", "? [a, b]\n: 1\n", 1, 3, "a key must be a word or text"},
    {"map as key", "{{a: 1}: 2}\n", 1, 2, "a key must be a word or text"},
    {"no key", "a: 1\n?\n: 2\n", 2, 2, "a key is missing before ':'"},
    {"bad UTF-8", "a: 1\nb: x\xff\n", 2, 5, "not UTF-8"},
    {"bad UTF-8 behind wide characters", "a: \xc3\xa9\xe2\x82\xac\xc0\xaf\n", 1, 6, "not UTF-8"},
    {"bad UTF-8 after CR LF and CR", "a: 1\r\nb: 2\rc: \x80\n", 3, 4, "not UTF-8"},
    {"UTF-16", "\xff\xfe\x61", 1, 1, "not UTF-8"},
    {"control character", "a: x\x07y\n", 1, 5, "a control character"},
    {"delete", "a: x\x7fy\n", 1, 5, "a control character"},
    {"control character of two bytes", "a: x\xc2\x81y\n", 1, 5, "a control character"},
    {"noncharacter", "a: x\xef\xbf\xbfy\n", 1, 5, "a control character"},
    {"escaped NUL", "a: \"x\\0y\"\n", 1, 4, "text cannot contain a NUL"},
    {"escaped NUL in a key", "{\"\\u0000\": 1}", 1, 2, "text cannot contain a NUL"},
    {"tab for indentation", "a:\n\tb: 1\n", 2, 1, "a tab cannot stand here; indent with spaces"},
    {"tab after a dash", "a:\n  -\tb: 1\n", 2, 4, "a tab cannot stand here; indent with spaces"},
    {"unclosed list", "a: [1, 2\nb: 3\n", 2, 2, "not valid YAML: "},
    {"unclosed quote", "a: \"x\n", 2, 1, "not valid YAML: "},
    {"stray bracket", "a: 1\n]\n", 2, 1, "not valid YAML: "},
    {"indentation", "a:\n   b: 1\n  c: 2\n", 3, 3, "not valid YAML: "},
    {"trailing text after JSON", "{\"a\": 1} x\n", 1, 10, "something follows the end"},
};

static void test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        const struct refusal_case *row = &refusals[i];
        struct bs_document *document = NULL;
        struct bs_error error = {0};
        enum bs_status status =
            bs_document_parse("t.yaml", row->text, strlen(row->text), &document, &error);

        if (status != BS_ERR_INPUT || document != NULL || error.where.line != row->line ||
            error.where.column != row->column ||
            strncmp(error.message, row->message, strlen(row->message)) != 0) {
            fail_msg("%s: status %d, %u:%u: %s", row->name, status, error.where.line,
                     error.where.column, error.message);
        }
        assert_string_equal(error.where.file, "t.yaml");
    }
}

static void test_nul_byte(void **state)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(bs_document_parse("t.yaml", "a: 1\nb\0: 2\n", 11, &document, &error),
                     BS_ERR_INPUT);
    assert_int_equal(error.where.line, 2);
    assert_int_equal(error.where.column, 2);
    assert_string_equal(error.message, "a NUL byte cannot stand in a text file");
}

/* Parses `count` times `piece`, then `rest`; the error tells the outcome. */
static enum bs_status parse_repeated(const char *piece, size_t count, const char *rest,
                                     struct bs_error *error)
{
    struct bs_document *document = NULL;
    struct bs_buffer text;
    enum bs_status status;

    bs_buffer_init(&text, 64 << 20);
    for (size_t i = 0; i < count; i++) {
        bs_buffer_text(&text, piece);
    }
    bs_buffer_text(&text, rest);
    status = bs_document_parse("t.yaml", text.bytes, text.length, &document, error);
    bs_buffer_clean_up(&text);
    bs_document_destroy(document);
    return status;
}

struct limit_case {
    const char *name;
    const char *piece;
    size_t count;
    const char *rest;
    const char *message; /* NULL: accepted. */
};

static const struct limit_case limits[] = {
    {"32 lists", "[", 32, "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", NULL},
    {"33 lists", "[", 33, "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "nested too deeply"},
    {"10000 lists", "[", 10000, "", "nested too deeply"},
    {"10000 block lists", "- ", 10000, "", "nested too deeply"},
    {"10000 maps", "{a: ", 10000, "", "nested too deeply"},
    {"10000 complex keys", "? ", 10000, "", "a key must be a word"},
    {"199999 values in a list", "- x\n", 199999, "", NULL},
    {"200000 values in a list", "- x\n", 200000, "", "too many values"},
    {"4 MiB", "# 0123456789abc\n", 262143, "a: 0123456789abc", NULL},
    {"4 MiB and a byte", "# 0123456789abc\n", 262143, "a: 0123456789abcd", "too large"},
};

static void test_limits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
        const struct limit_case *row = &limits[i];
        struct bs_error error = {0};
        enum bs_status status = parse_repeated(row->piece, row->count, row->rest, &error);
        bool as_expected = row->message == NULL
                               ? status == BS_OK
                               : status == BS_ERR_INPUT && strncmp(error.message, row->message,
                                                                   strlen(row->message)) == 0;

        if (!as_expected) {
            fail_msg("%s: status %d: %s", row->name, status, error.message);
        }
    }
}

static void test_long_texts(void **state)
{
    enum { LENGTH = 1 << 20 };
    struct bs_document *document = NULL;
    const struct bs_node *node;
    struct bs_error error = {0};
    struct bs_buffer text;

    (void)state;
    bs_buffer_init(&text, (size_t)2 * LENGTH);
    bs_buffer_text(&text, "key: \"");
    for (int i = 0; i < LENGTH / 16; i++) {
        bs_buffer_text(&text, "0123456789abcdef");
    }
    bs_buffer_text(&text, "\"\n");
    assert_int_equal(bs_document_parse("t.yaml", text.bytes, text.length, &document, &error),
                     BS_OK);
    node = bs_node_get(bs_document_root(document), "key");
    assert_int_equal(node->length, LENGTH);
    assert_int_equal(strlen(node->text), LENGTH);
    bs_document_destroy(document);
    bs_buffer_clean_up(&text);
}

static void test_many_keys_are_told_apart(void **state)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    struct bs_buffer text;

    (void)state;
    bs_buffer_init(&text, 4 << 20);
    for (int i = 0; i < 150000; i++) {
        bs_buffer_format(&text, "key-%d: 1\n", i);
    }
    assert_int_equal(bs_document_parse("t.yaml", text.bytes, text.length, &document, &error),
                     BS_OK);
    assert_int_equal(bs_document_root(document)->member_count, 150000);
    bs_document_destroy(document);
    bs_buffer_text(&text, "key-77: 1\n");
    assert_int_equal(bs_document_parse("t.yaml", text.bytes, text.length, &document, &error),
                     BS_ERR_INPUT);
    assert_string_equal(error.message, "duplicate key 'key-77'; the first is in line 78");
    assert_int_equal(error.where.line, 150001);
    bs_buffer_clean_up(&text);
}

/* ---- Overrides ---- */

static const char set_sample[] = "resources:\n"
                                 "  orders-dr: {lag: 10s, kind: rds}\n"
                                 "  a.b: {c: 1}\n"
                                 "  a: {b: {c: 2}}\n"
                                 "  '\"odd\"': 1\n"
                                 "faults:\n"
                                 "  - {name: one}\n"
                                 "  - {name: two}\n"
                                 "nothing:\n";

/* The text at a path of keys and indices separated by spaces. */
static const struct bs_node *walk(const struct bs_document *document, const char *path)
{
    const struct bs_node *node = bs_document_root(document);
    char copy[128];

    (void)snprintf(copy, sizeof(copy), "%s", path);
    for (char *rest = copy, *key = strtok_r(copy, " ", &rest); key != NULL;
         key = strtok_r(NULL, " ", &rest)) {
        if (node->kind == BS_NODE_MAP) {
            node = bs_node_get(node, key);
        } else {
            long index = strtol(key, NULL, 10);

            for (node = node->first; index > 0; index--) {
                node = node->next;
            }
        }
        assert_non_null(node);
    }
    return node;
}

struct set_case {
    const char *name;
    const char *path;
    const char *value;
    const char *look; /* Where to look for it. */
    const char *expected;
};

static const struct set_case set_cases[] = {
    {"value", "resources.orders-dr.lag", "90s", "resources orders-dr lag", "90s"},
    {"quoted value", "resources.orders-dr.lag", "'a: b'", "resources orders-dr lag", "a: b"},
    {"new key", "resources.orders-dr.size", "4GB", "resources orders-dr size", "4GB"},
    {"key with a dot goes first", "resources.a.b.c", "3", "resources a.b c", "3"},
    {"key in quotes is no longer one", "resources.\"a\".b", "3", "resources a b", "3"},
    {"key in quotes, dots and all", "resources.\"a.b\".c", "3", "resources a.b c", "3"},
    {"new key in quotes", "resources.\"x.y\"", "3", "resources x.y", "3"},
    {"last key in quotes", "resources.orders-dr.\"lag\"", "3", "resources orders-dr lag", "3"},
    {"key that begins with a quote", "resources.\"odd\"", "3", "resources \"odd\"", "3"},
    {"list index", "faults.1.name", "three", "faults 1 name", "three"},
    {"whole member of a list", "faults.0", "{name: x}", "faults 0 name", "x"},
    {"one past the end of a list", "faults.2", "{name: y}", "faults 2 name", "y"},
    {"map for a scalar", "nothing", "{a: {b: [1, 2]}}", "nothing a b 1", "2"},
    {"scalar for a map", "resources", "none", "resources", "none"},
    {"empty value", "resources.orders-dr.lag", "", "resources orders-dr lag", ""},
    {"blank value", "resources.orders-dr.lag", "  ", "resources orders-dr lag", ""},
    {"new key at the top", "seed", "7", "seed", "7"},
};

static void test_set(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(set_cases) / sizeof(set_cases[0]); i++) {
        const struct set_case *row = &set_cases[i];
        struct bs_document *document = parse(set_sample);
        struct bs_error error = {0};
        char file[80];
        const struct bs_node *node;

        if (bs_document_set(document, row->path, row->value, &error) != BS_OK) {
            fail_msg("%s: %s", row->name, error.message);
        }
        node = walk(document, row->look);
        (void)snprintf(file, sizeof(file), "--set %s", row->path);
        if (strcmp(node->text, row->expected) != 0 || strcmp(node->at.file, file) != 0 ||
            node->at.line != 0) {
            fail_msg("%s: '%s' at %s:%u", row->name, node->text, node->at.file, node->at.line);
        }
        bs_document_destroy(document);
    }
}

static void test_set_keeps_the_neighbours(void **state)
{
    struct bs_document *document = parse(set_sample);
    const struct bs_node *node;

    (void)state;
    assert_int_equal(bs_document_set(document, "resources.orders-dr.lag", "1s", NULL), BS_OK);
    assert_int_equal(bs_document_set(document, "faults.0", "x", NULL), BS_OK);
    assert_int_equal(bs_document_set(document, "faults.2", "z", NULL), BS_OK);
    node = walk(document, "resources orders-dr");
    assert_int_equal(node->member_count, 2);
    assert_string_equal(node->first->key, "lag");
    assert_int_equal(node->first->key_at.line, 2);
    assert_string_equal(node->first->next->text, "rds");
    assert_int_equal(walk(document, "faults")->member_count, 3);
    assert_string_equal(walk(document, "faults 1 name")->text, "two");
    assert_string_equal(walk(document, "faults")->last->text, "z");
    assert_null(walk(document, "faults")->last->key);
    bs_document_destroy(document);
}

struct set_refusal_case {
    const char *name;
    const char *path;
    const char *value;
    const char *message;
};

static const struct set_refusal_case set_refusals[] = {
    {"misspelt key", "resources.orders-rd.lag", "1",
     "--set resources.orders-rd.lag: there is no 'orders-rd'; did you mean 'orders-dr'?"},
    {"no such key", "xyz.lag", "1", "--set xyz.lag: there is no 'xyz'"},
    {"index too large", "faults.3", "1", "--set faults.3: '3' must be an index from 0 to 2"},
    {"huge index", "faults.99999999999999999999", "1",
     "--set faults.99999999999999999999: '99999999999999999999' must be an index from 0 to 2"},
    {"index past the end, then more", "faults.2.name", "1",
     "--set faults.2.name: '2' must be an index from 0 to 2"},
    {"word for an index", "faults.one", "1",
     "--set faults.one: 'one' must be an index from 0 to 2"},
    {"below a scalar", "resources.orders-dr.lag.x", "1",
     "--set resources.orders-dr.lag.x: 'x' is looked for in something that is neither map nor "
     "list"},
    {"no such key in quotes", "resources.\"a.c\".b", "1",
     "--set resources.\"a.c\".b: there is no 'a.c'; did you mean 'a.b'?"},
    {"empty quotes", "resources.\"\".b", "1", "--set resources.\"\".b: there is no '\"\"'"},
    {"empty path", "", "1", "--set : there is no ''"},
    {"empty last part", "faults.", "1", "--set faults.: '' must be an index from 0 to 2"},
    {"bad value", "nothing", "[1, 2",
     "--set nothing: not valid YAML: did not find expected ',' or ']' (while parsing a flow "
     "sequence from line 1)"},
    {"anchor in the value", "nothing", "&a 1",
     "--set nothing: anchors (&name) are not supported; write the value out"},
    {"two documents in the value", "nothing", "1\n--- 2",
     "--set nothing: a second document starts here; a file holds one"},
    {"duplicate key in the value", "nothing", "{a: 1, a: 2}", "--set nothing: duplicate key 'a'"},
    {"too deep", "resources.a.b.c", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
     "--set resources.a.b.c: nested too deeply; the limit is 32 levels"},
};

static void test_set_refusals_change_nothing(void **state)
{
    struct bs_document *document = parse(set_sample);
    char before[65];
    char after[65];

    (void)state;
    bs_document_sha256(document, before);
    for (size_t i = 0; i < sizeof(set_refusals) / sizeof(set_refusals[0]); i++) {
        const struct set_refusal_case *row = &set_refusals[i];
        struct bs_error error = {0};
        enum bs_status status = bs_document_set(document, row->path, row->value, &error);

        if (status != BS_ERR_INPUT || strcmp(error.message, row->message) != 0) {
            fail_msg("%s: status %d: %s", row->name, status, error.message);
        }
    }
    bs_document_sha256(document, after);
    assert_string_equal(before, after);
    assert_string_equal(walk(document, "resources orders-dr lag")->text, "10s");
    assert_int_equal(bs_document_root(document)->member_count, 3);
    bs_document_destroy(document);
}

static void test_sha256_covers_bytes_and_overrides(void **state)
{
    static const char expected_text[] = "\xef\xbb\xbf"
                                        "a: 1\n--set a=2\n--set b=[3]\n";
    struct bs_document *document = parse("\xef\xbb\xbf"
                                         "a: 1\n");
    char expected[65];
    char hex[65];

    (void)state;
    bs_document_sha256(document, hex);
    bs_digest_bytes(expected_text, 8, expected);
    assert_string_equal(hex, expected);
    assert_int_equal(bs_document_set(document, "a", "2", NULL), BS_OK);
    assert_int_equal(bs_document_set(document, "b", "[3]", NULL), BS_OK);
    bs_document_sha256(document, hex);
    bs_digest_bytes(expected_text, sizeof(expected_text) - 1, expected);
    assert_string_equal(hex, expected);
    bs_document_destroy(document);
}

/* The tree on one line, maps and lists in their order. */
static void write_node(const struct bs_node *node, struct bs_buffer *buffer)
{
    if (node->kind == BS_NODE_SCALAR) {
        bs_buffer_text(buffer, node->text);
        return;
    }
    bs_buffer_text(buffer, node->kind == BS_NODE_MAP ? "{" : "[");
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        bs_buffer_format(buffer, "%s%s%s", member == node->first ? "" : ", ",
                         member->key == NULL ? "" : member->key, member->key == NULL ? "" : ": ");
        write_node(member, buffer);
    }
    bs_buffer_text(buffer, node->kind == BS_NODE_MAP ? "}" : "]");
}

static struct bs_document *parse_as(const char *name, const char *text)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};

    if (bs_document_parse(name, text, strlen(text), &document, &error) != BS_OK) {
        fail_msg("%s: %s", text, error.message);
    }
    return document;
}

static struct bs_document *lay(const char *over, const char *under)
{
    struct bs_document *document = parse_as("over", over);

    assert_int_equal(bs_document_underlay(document, parse_as("under", under), NULL), BS_OK);
    return document;
}

static void test_underlay(void **state)
{
    static const struct {
        const char *over;
        const char *under;
        const char *merged;
    } cases[] = {
        {"{a: 1}", "{b: 2}", "{b: 2, a: 1}"},
        {"{b: 3, a: 1}", "{a: 2, b: 2, c: 2}", "{a: 1, b: 3, c: 2}"},
        {"{z: 1, m: {y: 1, b: 1}, x: 1}", "{m: {a: 2, b: 2, c: 2}, n: 2}",
         "{m: {a: 2, b: 1, c: 2, y: 1}, n: 2, z: 1, x: 1}"},
        {"{l: [1]}", "{l: [2, 3]}", "{l: [1]}"},
        {"{m: 1, n: {a: 1}}", "{m: {a: 2}, n: 2}", "{m: 1, n: {a: 1}}"},
        {"{a: ~, m: {b: null, c: }}", "{a: 2, m: {b: 2, c: 2, d: 2}}", "{m: {d: 2}}"},
        /* What is not there cannot be taken away: the null stays, to be judged like any value. */
        {"{a: ~, m: {b: ~}}", "{c: 2}", "{c: 2, a: ~, m: {b: ~}}"},
        {"{a: '~'}", "{a: 2}", "{a: ~}"}, /* In quotes it is text. */
        {"{a: 1}", "{a: ~, b: ~}", "{a: 1, b: ~}"},
        {"{m: {n: {o: {p: 1}}}}", "{m: {n: {o: {q: 2}}, r: 2}}",
         "{m: {n: {o: {q: 2, p: 1}}, r: 2}}"},
        {"{m: {}}", "{m: {a: 2}}", "{m: {a: 2}}"},
        {"{m: {a: 1}}", "{m: {}}", "{m: {a: 1}}"},
        {"{}", "{}", "{}"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct bs_document *document = lay(cases[i].over, cases[i].under);
        struct bs_buffer found;

        bs_buffer_init(&found, 4096);
        write_node(bs_document_root(document), &found);
        if (found.length != strlen(cases[i].merged) ||
            memcmp(found.bytes, cases[i].merged, found.length) != 0) {
            fail_msg("%s over %s: %.*s", cases[i].over, cases[i].under, (int)found.length,
                     found.bytes);
        }
        bs_buffer_clean_up(&found);
        bs_document_destroy(document);
    }
}

static void assert_place(const struct bs_position *at, const char *file, uint32_t line)
{
    assert_string_equal(at->file, file);
    assert_int_equal(at->line, line);
}

static void test_underlay_keeps_places(void **state)
{
    struct bs_document *document = lay("m:\n  a: 1\n\nn: 1\n", "\n\nm:\n  b: 2\nk: {c: 2}\n");

    (void)state;
    assert_place(&walk(document, "m")->at, "over", 2);
    assert_place(&walk(document, "m")->key_at, "over", 1);
    assert_place(&walk(document, "m a")->at, "over", 2);
    assert_place(&walk(document, "m b")->key_at, "under", 4);
    assert_place(&walk(document, "k c")->at, "under", 5);
    assert_int_equal(bs_document_set(document, "k.c", "3", NULL), BS_OK);
    assert_string_equal(walk(document, "k c")->text, "3");
    assert_string_equal(bs_document_name(document), "over");
    assert_string_equal(bs_document_name(bs_document_parent(document)), "under");
    assert_null(bs_document_parent(bs_document_parent(document)));
    bs_document_destroy(document);
}

static void test_underlay_hash(void **state)
{
    struct bs_document *under = parse_as("under", "a: 1\n");
    struct bs_document *document = parse_as("over", "b: 1\n");
    struct bs_buffer covered;
    char expected[65];
    char hex[65];

    (void)state;
    bs_document_sha256(under, hex);
    bs_buffer_init(&covered, 4096);
    bs_buffer_format(&covered, "b: 1\nextends %s\n--set a=2\n", hex);
    bs_digest_bytes(covered.bytes, covered.length, expected);
    assert_int_equal(bs_document_underlay(document, under, NULL), BS_OK);
    assert_int_equal(bs_document_set(document, "a", "2", NULL), BS_OK);
    bs_document_sha256(document, hex);
    assert_string_equal(hex, expected);
    bs_buffer_clean_up(&covered);
    bs_document_destroy(document);
}

static void test_underlay_refusals(void **state)
{
    struct bs_document *map = parse_as("map", "a: 1");
    struct bs_document *list = parse_as("list", "[1]");
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(bs_document_underlay(map, list, &error), BS_ERR_INPUT);
    assert_string_equal(error.where.file, "list");
    error = (struct bs_error){0};
    assert_int_equal(bs_document_underlay(list, map, &error), BS_ERR_INPUT);
    assert_string_equal(error.where.file, "list");
    assert_string_equal(error.message, "must be a map where one file extends another");
    bs_document_destroy(list);
    bs_document_destroy(map);
}

static void test_load(void **state)
{
    char path[] = "/tmp/bs_test_document_XXXXXX";
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    int file = mkstemp(path);
    FILE *stream = fdopen(file, "w");

    (void)state;
    assert_non_null(stream);
    (void)fputs("a: 1\n", stream);
    (void)fclose(stream);
    assert_int_equal(bs_document_load(path, &document, &error), BS_OK);
    assert_string_equal(text_of(document, "a"), "1");
    assert_string_equal(bs_document_root(document)->at.file, path);
    bs_document_destroy(document);
    (void)remove(path);
    assert_int_equal(bs_document_load(path, &document, &error), BS_ERR_INPUT);
    assert_string_equal(error.where.file, path);
    assert_string_equal(error.message, "cannot read: No such file or directory");
    bs_document_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tree_with_positions),
        cmocka_unit_test(test_json_is_read_too),
        cmocka_unit_test(test_nulls),
        cmocka_unit_test(test_block_text_is_quoted),
        cmocka_unit_test(test_byte_order_mark_and_line_ends),
        cmocka_unit_test(test_columns_count_characters),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_nul_byte),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_many_keys_are_told_apart),
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_set_keeps_the_neighbours),
        cmocka_unit_test(test_set_refusals_change_nothing),
        cmocka_unit_test(test_sha256_covers_bytes_and_overrides),
        cmocka_unit_test(test_underlay),
        cmocka_unit_test(test_underlay_keeps_places),
        cmocka_unit_test(test_underlay_hash),
        cmocka_unit_test(test_underlay_refusals),
        cmocka_unit_test(test_load),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
