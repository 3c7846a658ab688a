/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct digest_case {
    const char *name;
    const char *text;
    const char *expected;
};

/* FIPS 180-4 examples and the NIST vector for the empty message. */
static const struct digest_case cases[] = {
    {"empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"one block", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"four blocks",
     "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
     "lmnopqrsmnopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

static void test_published_vectors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char hex[65];

        bs_digest_bytes(cases[i].text, strlen(cases[i].text), hex);
        if (strcmp(hex, cases[i].expected) != 0) {
            fail_msg("%s: got %s", cases[i].name, hex);
        }
    }
}

static void test_million_letters_in_uneven_pieces(void **state)
{
    static const char expected[] =
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
    struct bs_digest *digest = bs_digest_new();
    char letters[1000];
    char hex[65];
    size_t left = 1000000;

    (void)state;
    assert_non_null(digest);
    memset(letters, 'a', sizeof(letters));
    for (size_t piece = 0; left > 0; piece = (piece + 37) % sizeof(letters)) {
        size_t length = piece < left ? piece : left;

        bs_digest_update(digest, letters, length);
        left -= length;
    }
    bs_digest_update(digest, NULL, 0);
    bs_digest_finish(digest, hex);
    assert_string_equal(hex, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_vectors),
        cmocka_unit_test(test_million_letters_in_uneven_pieces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
