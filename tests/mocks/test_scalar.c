/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "mocks/calendar.h"
#include "mocks/codec_protocol.h"

/* 2026-11-21T02:10:46Z. */
static const int64_t epoch_s = 1795227046;

static const struct bs_shape blob = {.name = "Blob", .kind = BS_SHAPE_BLOB};
static const struct bs_shape string = {.name = "String", .kind = BS_SHAPE_STRING};
static const struct bs_shape integer = {.name = "Integer", .kind = BS_SHAPE_INTEGER};
static const struct bs_shape decimal = {.name = "Decimal", .kind = BS_SHAPE_DECIMAL};
static const struct bs_shape boolean = {.name = "Boolean", .kind = BS_SHAPE_BOOLEAN};

static struct bs_tree *parse(const struct bs_shape *shape, const char *text)
{
    const struct bs_shape_member member = {.name = "It", .shape = shape};

    return bs_scalar_parse(&member, text, strlen(text), BS_TIMESTAMP_ISO_8601, epoch_s);
}

static void assert_none(const struct bs_shape *shape, const char *text)
{
    struct bs_tree *tree = parse(shape, text);

    if (tree != NULL) {
        fail_msg("%s is a %s", text, shape->name);
    }
}

/* Reads it and writes it again. */
static void assert_written(const struct bs_shape *shape, const char *text, const char *written)
{
    const struct bs_shape_member member = {.name = "It", .shape = shape};
    struct bs_tree *tree = parse(shape, text);
    struct bs_buffer buffer;

    assert_non_null(tree);
    bs_buffer_init(&buffer, 1000);
    bs_scalar_write(&member, tree, BS_TIMESTAMP_ISO_8601, epoch_s, &buffer);
    assert_string_equal(buffer.length == 0 ? "" : buffer.bytes, written);
    bs_buffer_clean_up(&buffer);
    bs_tree_destroy(tree);
}

static void test_numbers(void **state)
{
    (void)state;
    assert_written(&integer, "-9223372036854775808", "-9223372036854775808");
    assert_written(&integer, "+7", "7");
    assert_none(&integer, "9223372036854775808");
    assert_none(&integer, "1.5");
    assert_none(&integer, " 1");
    assert_none(&integer, "0x10");
    assert_none(&integer, "");
    assert_written(&decimal, "0.1", "0.1");
    assert_written(&decimal, "5", "5.0");
    assert_written(&decimal, "1e300", "1e+300");
    assert_written(&decimal, "-Infinity", "-Infinity");
    assert_written(&decimal, "NaN", "NaN");
    assert_none(&decimal, "1e999");
    assert_none(&decimal, "0x1p3");
    assert_none(&decimal, "inf");
    assert_written(&boolean, "True", "true");
    assert_none(&boolean, "1");
}

static void test_texts_are_utf_8(void **state)
{
    (void)state;
    assert_written(&string, "", "");
    assert_written(&string, "gr\xC3\xBC\xC3\x9F", "gr\xC3\xBC\xC3\x9F");
    assert_none(&string, "gr\xFC\xDF");
}

static void test_base64(void **state)
{
    (void)state;
    assert_written(&blob, "", "");
    assert_written(&blob, "Zg==", "Zg==");
    assert_written(&blob, "Zm8=", "Zm8=");
    assert_written(&blob, "Zm9vYmE+", "Zm9vYmE+");
    assert_none(&blob, "Zg");
    assert_none(&blob, "Zg=a");
    assert_none(&blob, "====");
    assert_none(&blob, "Zm9_");
}

static void assert_instant(const char *text, enum bs_timestamp_format format, int64_t ns)
{
    struct bs_instant instant;

    if (!bs_calendar_parse(text, format, epoch_s, &instant)) {
        fail_msg("%s is no timestamp", text);
    }
    assert_int_equal(instant.ns, ns);
}

static void assert_no_instant(const char *text, enum bs_timestamp_format format)
{
    struct bs_instant instant;

    if (bs_calendar_parse(text, format, epoch_s, &instant)) {
        fail_msg("%s is a timestamp", text);
    }
}

static void test_timestamps_are_read(void **state)
{
    const int64_t second = BS_NS_PER_S;

    (void)state;
    assert_instant("2026-11-21T02:10:46Z", BS_TIMESTAMP_ISO_8601, 0);
    assert_instant("2026-11-21T02:10:46.582Z", BS_TIMESTAMP_ISO_8601, 582000000);
    assert_instant("2026-11-21T03:10:47+01:00", BS_TIMESTAMP_ISO_8601, second);
    assert_instant("2026-11-21T01:10:45-0100", BS_TIMESTAMP_ISO_8601, -second);
    assert_instant("2026-11-22", BS_TIMESTAMP_ISO_8601, (86400 - 7846) * second);
    assert_instant("2024-02-29T00:00:00", BS_TIMESTAMP_ISO_8601, (1709164800 - epoch_s) * second);
    assert_instant("1795227046.25", BS_TIMESTAMP_UNIX, second / 4);
    assert_instant("-1.5", BS_TIMESTAMP_UNIX, (-1 - epoch_s) * second - second / 2);
    assert_instant("Sat, 21 Nov 2026 02:10:46 GMT", BS_TIMESTAMP_RFC_822, 0);
    assert_no_instant("2026-02-29T00:00:00Z", BS_TIMESTAMP_ISO_8601);
    assert_no_instant("2026-13-01T00:00:00Z", BS_TIMESTAMP_ISO_8601);
    assert_no_instant("2026-11-21T02:10:46ZZ", BS_TIMESTAMP_ISO_8601);
    assert_no_instant("2026-11-21 02:10:46", BS_TIMESTAMP_ISO_8601);
    assert_no_instant("9999-01-01T00:00:00Z", BS_TIMESTAMP_ISO_8601);
    assert_no_instant("1e9", BS_TIMESTAMP_UNIX);
    assert_no_instant("", BS_TIMESTAMP_UNIX);
    assert_no_instant("Sat, 21 ovD 2026 02:10:46 GMT", BS_TIMESTAMP_RFC_822);
    assert_no_instant("Sat, 21 Nov 2026 02:10:46 CET", BS_TIMESTAMP_RFC_822);
}

static void assert_date(int64_t ns, enum bs_timestamp_format format, const char *text)
{
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, 100);
    bs_calendar_write((struct bs_instant){ns}, format, epoch_s, &buffer);
    assert_string_equal(buffer.bytes, text);
    bs_buffer_clean_up(&buffer);
}

static void test_timestamps_are_written(void **state)
{
    (void)state;
    assert_date(582999999, BS_TIMESTAMP_DEFAULT, "2026-11-21T02:10:46.582Z");
    assert_date(-1, BS_TIMESTAMP_ISO_8601, "2026-11-21T02:10:45.999Z");
    assert_date(0, BS_TIMESTAMP_RFC_822, "Sat, 21 Nov 2026 02:10:46 GMT");
    assert_date(0, BS_TIMESTAMP_UNIX, "1795227046");
    assert_date(5000000, BS_TIMESTAMP_UNIX, "1795227046.005");
    assert_date(-epoch_s * BS_NS_PER_S - BS_NS_PER_S / 4, BS_TIMESTAMP_UNIX, "-0.250");
    assert_date(-epoch_s * BS_NS_PER_S, BS_TIMESTAMP_RFC_822, "Thu, 01 Jan 1970 00:00:00 GMT");
    assert_date(-(epoch_s + 1) * BS_NS_PER_S, BS_TIMESTAMP_ISO_8601, "1969-12-31T23:59:59.000Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_texts_are_utf_8),
        cmocka_unit_test(test_base64),
        cmocka_unit_test(test_timestamps_are_read),
        cmocka_unit_test(test_timestamps_are_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
