/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Published check values, and base64 there and back. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/checksum.h"

static void expect(enum bs_checksum_kind kind, const char *text, const char *hex)
{
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];
    char found[2 * BS_CHECKSUM_BYTES_MAX + 1] = "";
    const size_t length = bs_checksum(kind, text, strlen(text), sum);

    assert_int_equal(length, bs_checksum_length(kind));
    for (size_t i = 0; i < length; i++) {
        (void)snprintf(found + 2 * i, 3, "%02x", sum[i]);
    }
    assert_string_equal(found, hex);
}

static void sums_have_their_published_values(void **state)
{
    (void)state;
    expect(BS_CHECKSUM_MD5, "", "d41d8cd98f00b204e9800998ecf8427e");
    expect(BS_CHECKSUM_MD5, "abc", "900150983cd24fb0d6963f7d28e17f72");
    expect(BS_CHECKSUM_SHA1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d");
    expect(BS_CHECKSUM_SHA256, "abc",
           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    /* The catalogue of CRC algorithms gives each its sum of these nine digits. */
    expect(BS_CHECKSUM_CRC32, "123456789", "cbf43926");
    expect(BS_CHECKSUM_CRC32C, "123456789", "e3069283");
    expect(BS_CHECKSUM_CRC64NVME, "123456789", "ae8b14860a799888");
    expect(BS_CHECKSUM_CRC32, "", "00000000");
    expect(BS_CHECKSUM_CRC64NVME, "", "0000000000000000");
}

/* RFC 4648, section 10. */
static void base64_is_as_published(void **state)
{
    static const char *const pairs[][2] = {{"", ""},
                                           {"f", "Zg=="},
                                           {"fo", "Zm8="},
                                           {"foo", "Zm9v"},
                                           {"foob", "Zm9vYg=="},
                                           {"fooba", "Zm9vYmE="},
                                           {"foobar", "Zm9vYmFy"}};
    char text[BS_CHECKSUM_BASE64_MAX];
    unsigned char bytes[BS_CHECKSUM_BYTES_MAX];

    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const size_t length = strlen(pairs[i][0]);

        bs_base64_encode((const unsigned char *)pairs[i][0], length, text);
        assert_string_equal(text, pairs[i][1]);
        assert_true(bs_base64_decode(pairs[i][1], bytes, length));
        assert_memory_equal(bytes, pairs[i][0], length);
        assert_false(bs_base64_decode(pairs[i][1], bytes, length + 3));
    }
    assert_false(bs_base64_decode("Zm9*", bytes, 3));
    assert_false(bs_base64_decode("Zg=v", bytes, 1));
    assert_false(bs_base64_decode("Z===", bytes, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_have_their_published_values),
        cmocka_unit_test(base64_is_as_published),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
