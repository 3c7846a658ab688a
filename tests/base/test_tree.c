/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Trees against a plain reference: a list of names and numbers that does the same. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "base/tree.h"
#include "tests/base/expect_abort.h"

static void scalars_keep_their_kinds(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();

    (void)state;
    bs_tree_set_text(tree, "text", "one");
    bs_tree_set_integer(tree, "integer", INT64_MIN);
    bs_tree_set_decimal(tree, "decimal", 0.5);
    bs_tree_set_boolean(tree, "boolean", true);
    bs_tree_set_instant(tree, "instant", (struct bs_instant){-7});
    bs_tree_set_format(tree, "format", "%s-%d", "a", 3);
    assert_string_equal(bs_tree_text(tree, "text", NULL), "one");
    assert_int_equal(bs_tree_integer(tree, "integer", 0), INT64_MIN);
    assert_true(bs_tree_boolean(tree, "boolean", false));
    assert_int_equal(bs_tree_instant(tree, "instant", (struct bs_instant){0}).ns, -7);
    assert_string_equal(bs_tree_text(tree, "format", NULL), "a-3");
    assert_int_equal(bs_tree_get(tree, "decimal")->kind, BS_TREE_DECIMAL);
    assert_null(
        bs_tree_text(tree, "integer", NULL)); /* Of another kind: as if it were not there. */
    assert_int_equal(bs_tree_integer(tree, "nothing", 5), 5);
    assert_null(bs_tree_get(NULL, "text"));
    assert_null(bs_tree_get(bs_tree_get(tree, "text"), "text"));
    bs_tree_destroy(tree);
}

static void bytes_may_hold_anything(void **state)
{
    struct bs_tree *bytes = bs_tree_new_bytes("a\0b", 3);
    struct bs_tree *text = bs_tree_new_text_of("a\0c", 3);
    struct bs_tree *copy = bs_tree_copy(bytes);

    (void)state;
    assert_int_equal(copy->is.text.length, 3);
    assert_memory_equal(copy->is.text.bytes, "a\0b", 4);
    assert_true(bs_tree_equal(bytes, copy));
    assert_false(bs_tree_equal(bytes, text));
    bs_tree_destroy(bytes);
    bs_tree_destroy(text);
    bs_tree_destroy(copy);
}

enum { NAMES = 7, ROUNDS = 5000 };

/* The members that the tree should have, in their order. */
struct reference {
    struct {
        uint32_t name;
        int64_t value;
    } members[NAMES];
    size_t count;
};

static size_t place_of(const struct reference *reference, uint32_t name)
{
    size_t place = 0;

    while (place < reference->count && reference->members[place].name != name) {
        place++;
    }
    return place;
}

static void set_both(struct bs_tree *tree, struct reference *reference, uint32_t number,
                     int64_t value)
{
    const char name[2] = {(char)('a' + number), '\0'};
    const size_t place = place_of(reference, number);

    bs_tree_set_integer(tree, name, value);
    reference->members[place].name = number;
    reference->members[place].value = value;
    reference->count += place == reference->count ? 1 : 0;
}

static void remove_both(struct bs_tree *tree, struct reference *reference, uint32_t number)
{
    const char name[2] = {(char)('a' + number), '\0'};
    const size_t place = place_of(reference, number);
    const bool is_there = place < reference->count;

    assert_int_equal(bs_tree_remove(tree, name), is_there);
    if (is_there) {
        reference->count--;
        memmove(&reference->members[place], &reference->members[place + 1],
                (reference->count - place) * sizeof(reference->members[0]));
    }
}

static void compare(const struct bs_tree *tree, const struct reference *reference)
{
    const struct bs_tree *member = bs_tree_first(tree);

    assert_int_equal(bs_tree_count(tree), reference->count);
    for (size_t i = 0; i < reference->count; i++) {
        assert_non_null(member);
        assert_int_equal(member->name[0], 'a' + reference->members[i].name);
        assert_int_equal(member->is.integer, reference->members[i].value);
        member = member->next;
    }
    assert_null(member);
}

static void structures_do_as_the_reference(void **state)
{
    struct bs_tree *tree = bs_tree_new_structure();
    struct bs_pcg pcg = bs_pcg_seeded(1, 2);
    struct reference reference = {.count = 0};

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        const uint64_t draw = bs_pcg_next(&pcg);
        const uint32_t name = (uint32_t)(draw % NAMES);
        struct bs_tree *copy;

        if (draw >> 62 != 0) {
            set_both(tree, &reference, name, (int64_t)(draw >> 8));
        } else {
            remove_both(tree, &reference, name);
        }
        compare(tree, &reference);
        copy = bs_tree_copy(tree);
        assert_true(bs_tree_equal(tree, copy));
        compare(copy, &reference);
        bs_tree_destroy(copy);
    }
    bs_tree_destroy(tree);
}

static void order_counts_in_lists_alone(void **state)
{
    struct bs_tree *a = bs_tree_new_structure();
    struct bs_tree *b = bs_tree_new_structure();

    (void)state;
    bs_tree_set_text(a, "x", "1");
    bs_tree_append_text(bs_tree_set_list(a, "y"), "p");
    bs_tree_append_text(bs_tree_get_mutable(a, "y"), "q");
    bs_tree_append_text(bs_tree_set_list(b, "y"), "p");
    bs_tree_append_text(bs_tree_get_mutable(b, "y"), "q");
    bs_tree_set_text(b, "x", "1");
    assert_true(bs_tree_equal(a, b));
    assert_true(bs_tree_has_text(bs_tree_get(a, "y"), "q"));
    bs_tree_remove_element(bs_tree_get_mutable(b, "y"),
                           bs_tree_first_mutable(bs_tree_get_mutable(b, "y")));
    bs_tree_append_text(bs_tree_get_mutable(b, "y"), "p");
    assert_int_equal(bs_tree_count(bs_tree_get(b, "y")), 2);
    assert_false(bs_tree_equal(a, b));
    bs_tree_destroy(a);
    bs_tree_destroy(b);
}

static void members_are_copied_by_name(void **state)
{
    static const char *const names[] = {"a", "c", "n", "missing", NULL};
    struct bs_tree *from = bs_tree_new_structure();
    struct bs_tree *to = bs_tree_new_structure();

    (void)state;
    bs_tree_set_text(from, "a", "1");
    bs_tree_set_text(from, "b", "2");
    bs_tree_set_text(bs_tree_set_structure(from, "c"), "d", "3");
    (void)bs_tree_set(from, "n", bs_tree_new_null());
    bs_tree_copy_members(to, from, names);
    bs_tree_destroy(from);
    assert_int_equal(bs_tree_count(to), 2);
    assert_string_equal(bs_tree_text(bs_tree_get(to, "c"), "d", NULL), "3");
    bs_tree_destroy(to);
}

static void append_a_member(void *subject)
{
    struct bs_tree *tree = bs_tree_new_structure();

    (void)subject;
    bs_tree_set_text(tree, "a", "1");
    (void)bs_tree_append(bs_tree_new_list(), bs_tree_get_mutable(tree, "a"));
}

static void a_tree_has_one_owner(void **state)
{
    (void)state;
    assert_true(aborts(append_a_member, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_keep_their_kinds),
        cmocka_unit_test(bytes_may_hold_anything),
        cmocka_unit_test(structures_do_as_the_reference),
        cmocka_unit_test(order_counts_in_lists_alone),
        cmocka_unit_test(members_are_copied_by_name),
        cmocka_unit_test(a_tree_has_one_owner),
    };

    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
