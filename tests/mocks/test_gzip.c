/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Compressed bodies: whole, in members, cut, altered, and larger than anybody asked for. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "mocks/payload.h"

enum { PLAIN_MAX = 1 << 20, BOMB = 64 * PLAIN_MAX };

/* Appends a member of gzip's to `packed`. */
static void pack(const char *bytes, size_t length, struct bs_buffer *packed)
{
    const uLong bound = compressBound((uLong)length) + 64;
    unsigned char *out = malloc(bound);
    z_stream stream = {.next_in = (z_const Bytef *)(uintptr_t)bytes,
                       .avail_in = (uInt)length,
                       .next_out = out,
                       .avail_out = (uInt)bound};

    assert_non_null(out);
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    bs_buffer_append(packed, (const char *)out, bound - stream.avail_out);
    assert_int_equal(deflateEnd(&stream), Z_OK);
    free(out);
}

static void open_packed(struct bs_buffer *packed)
{
    bs_buffer_init(packed, 2 * (size_t)PLAIN_MAX);
    pack("Action=", 7, packed);
}

static enum bs_gzip_outcome unpack(const struct bs_buffer *packed, size_t length, char *text)
{
    struct bs_buffer plain;
    enum bs_gzip_outcome outcome;

    bs_buffer_init(&plain, PLAIN_MAX);
    outcome = bs_gzip_decode(packed->bytes, length, &plain);
    if (outcome == BS_GZIP_WHOLE) {
        assert_true(plain.length < 64);
        memcpy(text, plain.bytes != NULL ? plain.bytes : "", plain.length + 1);
    }
    bs_buffer_clean_up(&plain);
    return outcome;
}

static void members_are_read_one_after_the_other(void **state)
{
    struct bs_buffer packed;
    char text[64];

    (void)state;
    open_packed(&packed);
    assert_int_equal(unpack(&packed, packed.length, text), BS_GZIP_WHOLE);
    assert_string_equal(text, "Action=");
    pack("PutMetricData", 13, &packed);
    assert_int_equal(unpack(&packed, packed.length, text), BS_GZIP_WHOLE);
    assert_string_equal(text, "Action=PutMetricData");
    bs_buffer_append(&packed, "?", 1);
    assert_int_equal(unpack(&packed, packed.length, text), BS_GZIP_MALFORMED);
    bs_buffer_clean_up(&packed);
}

static void what_is_cut_or_altered_is_malformed(void **state)
{
    struct bs_buffer packed;
    char text[64];

    (void)state;
    open_packed(&packed);
    for (size_t length = 0; length < packed.length; length++) {
        assert_int_equal(unpack(&packed, length, text), BS_GZIP_MALFORMED);
    }
    for (size_t at = packed.length - 8; at < packed.length; at++) { /* Checksum and length. */
        packed.bytes[at] = (char)(packed.bytes[at] ^ 1);
        assert_int_equal(unpack(&packed, packed.length, text), BS_GZIP_MALFORMED);
        packed.bytes[at] = (char)(packed.bytes[at] ^ 1);
    }
    bs_buffer_clean_up(&packed);
}

static void bombs_go_no_further_than_the_bound(void **state)
{
    struct bs_buffer packed;
    char *zeros = calloc(1, BOMB);
    char text[64];

    (void)state;
    assert_non_null(zeros);
    bs_buffer_init(&packed, PLAIN_MAX);
    pack(zeros, BOMB, &packed);
    assert_true(packed.length < PLAIN_MAX / 8);
    assert_int_equal(unpack(&packed, packed.length, text), BS_GZIP_TOO_LARGE);
    packed.length = 0;
    pack(zeros, PLAIN_MAX + 1, &packed);
    assert_int_equal(unpack(&packed, packed.length, text), BS_GZIP_TOO_LARGE);
    bs_buffer_clean_up(&packed);
    free(zeros);
}

static void only_what_says_gzip_is_opened(void **state)
{
    static const struct {
        const char *encoding;
        bool is_opened;
    } cases[] = {{"gzip", true}, {"GZIP", true}, {"identity", false}, {"deflate", false}};
    struct bs_buffer packed;

    (void)state;
    open_packed(&packed);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct bs_http_header header = {"content-encoding", cases[i].encoding};
        struct bs_payload payload = {.request = {.method = "POST",
                                                 .target = "/",
                                                 .headers = &header,
                                                 .header_count = 1,
                                                 .body = packed.bytes,
                                                 .body_length = packed.length}};

        assert_int_equal(bs_payload_unzip(&payload, PLAIN_MAX), BS_GZIP_WHOLE);
        assert_int_equal(payload.request.body_length, cases[i].is_opened ? 7 : packed.length);
        bs_payload_clean_up(&payload);
    }
    bs_buffer_clean_up(&packed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_read_one_after_the_other),
        cmocka_unit_test(what_is_cut_or_altered_is_malformed),
        cmocka_unit_test(bombs_go_no_further_than_the_bound),
        cmocka_unit_test(only_what_says_gzip_is_opened),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
