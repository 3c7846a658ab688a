/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>
#include <string.h>

static void test_pieces_are_zeroed_aligned_and_apart(void **state)
{
    struct bs_arena arena;
    unsigned char *pieces[300];

    (void)state;
    bs_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < 300; i++) {
        pieces[i] = bs_arena_allocate(&arena, i);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < i; k++) {
            assert_int_equal(pieces[i][k], 0);
        }
        memset(pieces[i], (int)i, i);
    }
    for (size_t i = 0; i < 300; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_int_equal(pieces[i][k], (unsigned char)i);
        }
    }
    bs_arena_clean_up(&arena);
}

static void test_pieces_of_nothing_are_apart(void **state)
{
    struct bs_arena arena;

    (void)state;
    bs_arena_init(&arena, 64);
    assert_ptr_not_equal(bs_arena_allocate(&arena, 0), bs_arena_allocate(&arena, 0));
    bs_arena_clean_up(&arena);
}

static void test_bound_is_kept(void **state)
{
    struct bs_arena arena;

    (void)state;
    bs_arena_init(&arena, 1000);
    assert_null(bs_arena_allocate(&arena, 1001));
    assert_null(bs_arena_allocate(&arena, SIZE_MAX));
    assert_null(bs_arena_text(&arena, "", SIZE_MAX));
    assert_non_null(bs_arena_allocate(&arena, 960));
    assert_null(bs_arena_allocate(&arena, 41));
    assert_non_null(bs_arena_allocate(&arena, 32));
    assert_true(arena.bytes_used <= arena.bytes_max);
    bs_arena_clean_up(&arena);
}

static void test_array_overflow(void **state)
{
    struct bs_arena arena;

    (void)state;
    bs_arena_init(&arena, SIZE_MAX);
    assert_null(bs_arena_array(&arena, SIZE_MAX / 2, 3));
    assert_null(bs_arena_array(&arena, SIZE_MAX / 8 + 1, 8));
    assert_null(bs_arena_allocate(&arena, SIZE_MAX));
    assert_null(bs_arena_allocate(&arena, SIZE_MAX - 40));
    assert_non_null(bs_arena_array(&arena, 10, 8));
    bs_arena_clean_up(&arena);
}

static void test_reset_gives_zeroed_memory_again(void **state)
{
    struct bs_arena arena;
    unsigned char *piece;

    (void)state;
    bs_arena_init(&arena, 100000);
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 10; i++) {
            piece = bs_arena_array(&arena, 100, 10);
            assert_non_null(piece);
            for (size_t k = 0; k < 1000; k++) {
                assert_int_equal(piece[k], 0);
            }
            memset(piece, 0xff, 1000);
        }
        bs_arena_reset(&arena);
        assert_int_equal(arena.bytes_used, 0);
    }
    bs_arena_clean_up(&arena);
    bs_arena_clean_up(&arena);
}

static void test_unset_arrays(void **state)
{
    struct bs_arena arena;
    unsigned char *piece;
    unsigned char *next;

    (void)state;
    bs_arena_init(&arena, 10000);
    for (int round = 0; round < 3; round++) {
        piece = bs_arena_unset_array(&arena, 100, 10);
        assert_non_null(piece);
        memset(piece, 0xff, 1000);
        next = bs_arena_allocate(&arena, 1000); /* Zeroed all the same. */
        assert_non_null(next);
        for (size_t k = 0; k < 1000; k++) {
            assert_int_equal(piece[k], 0xff);
            assert_int_equal(next[k], 0);
        }
        memset(next, 0xff, 1000);
        bs_arena_reset(&arena);
    }
    assert_null(bs_arena_unset_array(&arena, SIZE_MAX / 2, 3));
    assert_null(bs_arena_unset_array(&arena, 1001, 10));
    assert_ptr_not_equal(bs_arena_unset_array(&arena, 0, 8), bs_arena_unset_array(&arena, 0, 8));
    bs_arena_clean_up(&arena);
}

static void test_large_pieces(void **state)
{
    struct bs_arena arena;
    char *piece;

    (void)state;
    bs_arena_init(&arena, 64 << 20);
    assert_non_null(bs_arena_allocate(&arena, 16));
    piece = bs_arena_allocate(&arena, 8 << 20);
    assert_non_null(piece);
    piece[(8 << 20) - 1] = 1;
    assert_non_null(bs_arena_allocate(&arena, 16));
    bs_arena_clean_up(&arena);
}

static void test_text_is_copied_and_terminated(void **state)
{
    struct bs_arena arena;
    char source[] = "eu-west-1a";
    char *copy;

    (void)state;
    bs_arena_init(&arena, 100);
    copy = bs_arena_text(&arena, source, 9);
    source[0] = 'X';
    assert_string_equal(copy, "eu-west-1");
    assert_string_equal(bs_arena_text(&arena, NULL, 0), "");
    bs_arena_clean_up(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(test_pieces_of_nothing_are_apart),
        cmocka_unit_test(test_bound_is_kept),
        cmocka_unit_test(test_array_overflow),
        cmocka_unit_test(test_reset_gives_zeroed_memory_again),
        cmocka_unit_test(test_unset_arrays),
        cmocka_unit_test(test_large_pieces),
        cmocka_unit_test(test_text_is_copied_and_terminated),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
