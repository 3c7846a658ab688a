/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * CBOR by RFC 8949, as much of it as Smithy RPC v2 uses: no bignums, no decimal fractions, no simple values
 * but the booleans, null and undefined, which is read as null. The distribution's libraries for it are more
 * than these few lines.
 */
#include <float.h>
#include <string.h>

#include "base/assert.h"
#include "base/utf8.h"
#include "mocks/body.h"

enum {
    MAJOR_UNSIGNED,
    MAJOR_NEGATIVE,
    MAJOR_BYTES,
    MAJOR_TEXT,
    MAJOR_LIST,
    MAJOR_MAP,
    MAJOR_TAG,
    MAJOR_SIMPLE,
};

/* The low five bits of a first byte: a small number itself, or how many bytes of it follow. */
enum {
    INFO_ONE_BYTE = 24,
    INFO_TWO_BYTES = 25,
    INFO_FOUR_BYTES = 26,
    INFO_EIGHT_BYTES = 27,
    INFO_OPEN_ENDED = 31,
};

enum {
    SIMPLE_FALSE = 20,
    SIMPLE_TRUE = 21,
    SIMPLE_NULL = 22,
    SIMPLE_UNDEFINED = 23,
    BREAK = 0xff,
    TAG_EPOCH = 1,
};

struct head {
    size_t at;
    unsigned major;
    unsigned info;
    uint64_t number; /* 0 if it is open-ended. */
};

static bool read_head(struct bs_body_reader *reader, struct head *head)
{
    unsigned byte;
    size_t follow = 0;

    *head = (struct head){.at = reader->at};
    if (reader->at == reader->length) {
        return bs_body_fail(reader, reader->at, "the body ends early");
    }
    byte = (unsigned char)reader->bytes[reader->at++];
    head->major = byte >> 5;
    head->info = byte & 31U;
    if (head->info < INFO_ONE_BYTE) {
        head->number = head->info;
    } else if (head->info <= INFO_EIGHT_BYTES) {
        follow = (size_t)1 << (head->info - INFO_ONE_BYTE);
    } else if (head->info != INFO_OPEN_ENDED) {
        return bs_body_fail(reader, head->at, "a reserved first byte");
    }
    if (follow > reader->length - reader->at) {
        return bs_body_fail(reader, head->at, "the body ends early");
    }
    while (follow > 0) {
        head->number = head->number << 8 | (unsigned char)reader->bytes[reader->at++];
        follow--;
    }
    return true;
}

/* ---- Text and bytes ---- */

static bool read_stretch(struct bs_body_reader *reader, const struct head *head,
                         struct bs_body_value *value)
{
    if (head->number > reader->length - reader->at) {
        return bs_body_fail(reader, head->at, "longer than the body");
    }
    value->text = reader->bytes + reader->at;
    value->length = (size_t)head->number;
    reader->at += value->length;
    for (size_t i = 0; head->major == MAJOR_TEXT && i < value->length;) {
        const size_t length = bs_utf8_length(value->text + i, value->length - i);

        if (length == 0) {
            return bs_body_fail(reader, head->at, "not UTF-8");
        }
        i += length;
    }
    return true;
}

static bool take_break(struct bs_body_reader *reader)
{
    if (reader->at == reader->length || (unsigned char)reader->bytes[reader->at] != BREAK) {
        return false;
    }
    reader->at++;
    return true;
}

/* Chunks of the same kind, each of a given length, up to a break. */
static bool read_chunks(struct bs_body_reader *reader, const struct head *head,
                        struct bs_body_value *value)
{
    struct head chunk;

    reader->text.length = 0;
    while (!take_break(reader)) {
        if (!read_head(reader, &chunk)) {
            return false;
        }
        if (chunk.major != head->major || chunk.info == INFO_OPEN_ENDED) {
            return bs_body_fail(reader, chunk.at, "no chunk of what it is in");
        }
        if (!read_stretch(reader, &chunk, value)) {
            return false;
        }
        bs_buffer_append(&reader->text, value->text, value->length);
    }
    BS_ASSERT(!reader->text.failed);
    value->text = reader->text.length > 0 ? reader->text.bytes : "";
    value->length = reader->text.length;
    return true;
}

static bool read_text(struct bs_body_reader *reader, const struct head *head,
                      struct bs_body_value *value)
{
    value->kind = head->major == MAJOR_TEXT ? BS_BODY_TEXT : BS_BODY_BYTES;
    return head->info == INFO_OPEN_ENDED ? read_chunks(reader, head, value)
                                         : read_stretch(reader, head, value);
}

/* ---- Numbers and simple values ---- */

static double double_of_bits(uint64_t bits)
{
    double number;

    memcpy(&number, &bits, sizeof(number));
    return number;
}

static double double_of_single(uint32_t bits)
{
    float number;

    memcpy(&number, &bits, sizeof(number));
    return (double)number;
}

/* One bit of sign, five of exponent, ten of fraction: RFC 8949, appendix D. */
static double double_of_half(unsigned bits)
{
    const uint64_t sign = (uint64_t)(bits >> 15) << 63;
    const unsigned exponent = bits >> 10 & 31U;
    const unsigned fraction = bits & 1023U;

    if (exponent == 0) {
        return (sign != 0 ? -1.0 : 1.0) * (double)fraction * 0x1p-24;
    }
    return double_of_bits(sign | (uint64_t)(exponent == 31 ? 2047U : exponent + 1023 - 15) << 52 |
                          (uint64_t)fraction << 42);
}

/* -1 - n. What 64 bits do not hold becomes a decimal, so that no integer is ever a wrong one. */
static bool read_integer(struct bs_body_reader *reader, const struct head *head,
                         struct bs_body_value *value)
{
    const bool is_negative = head->major == MAJOR_NEGATIVE;

    if (head->info == INFO_OPEN_ENDED) {
        return bs_body_fail(reader, head->at, "a number without a length");
    }
    value->decimal = is_negative ? -1.0 - (double)head->number : (double)head->number;
    if (head->number > INT64_MAX) {
        value->kind = BS_BODY_DECIMAL;
        return true;
    }
    value->kind = BS_BODY_INTEGER;
    value->integer = is_negative ? -1 - (int64_t)head->number : (int64_t)head->number;
    return true;
}

static bool read_simple(struct bs_body_reader *reader, const struct head *head,
                        struct bs_body_value *value)
{
    value->kind = BS_BODY_DECIMAL;
    switch (head->info) {
    case SIMPLE_FALSE:
    case SIMPLE_TRUE:
        value->kind = BS_BODY_BOOLEAN;
        value->boolean = head->info == SIMPLE_TRUE;
        return true;
    case SIMPLE_NULL:
    case SIMPLE_UNDEFINED:
        value->kind = BS_BODY_NULL;
        return true;
    case INFO_TWO_BYTES:
        value->decimal = double_of_half((unsigned)head->number);
        return true;
    case INFO_FOUR_BYTES:
        value->decimal = double_of_single((uint32_t)head->number);
        return true;
    case INFO_EIGHT_BYTES:
        value->decimal = double_of_bits(head->number);
        return true;
    default:
        return bs_body_fail(reader, head->at,
                            head->info == INFO_OPEN_ENDED ? "a break where nothing is open"
                                                          : "a simple value without a meaning");
    }
}

/* ---- Values ---- */

/* A member takes a byte at least, in a map two: lengths that cannot be are found before anything is read. */
static bool read_opening(struct bs_body_reader *reader, const struct head *head,
                         struct bs_body_value *value)
{
    const uint64_t room = reader->length - reader->at;

    value->kind = head->major == MAJOR_MAP ? BS_BODY_MAP : BS_BODY_LIST;
    value->is_open_ended = head->info == INFO_OPEN_ENDED;
    value->left = head->number;
    if (value->left > (head->major == MAJOR_MAP ? room / 2 : room)) {
        return bs_body_fail(reader, head->at, "longer than the body");
    }
    return true;
}

static bool read_untagged(struct bs_body_reader *reader, const struct head *head,
                          struct bs_body_value *value)
{
    switch (head->major) {
    case MAJOR_UNSIGNED:
    case MAJOR_NEGATIVE:
        return read_integer(reader, head, value);
    case MAJOR_BYTES:
    case MAJOR_TEXT:
        return read_text(reader, head, value);
    case MAJOR_LIST:
    case MAJOR_MAP:
        return read_opening(reader, head, value);
    case MAJOR_SIMPLE:
        return read_simple(reader, head, value);
    default:
        return bs_body_fail(reader, head->at, "a tag of a tag");
    }
}

static bool read_any(struct bs_body_reader *reader, struct bs_body_value *value)
{
    struct head head;

    if (!read_head(reader, &head)) {
        return false;
    }
    value->at = head.at;
    if (head.major == MAJOR_TAG) {
        value->is_tagged = true;
        value->tag = head.number;
        if (head.info == INFO_OPEN_ENDED) {
            return bs_body_fail(reader, head.at, "a tag without a number");
        }
        if (!read_head(reader, &head)) {
            return false;
        }
    }
    return read_untagged(reader, &head, value);
}

static bool has_next(struct bs_body_reader *reader, struct bs_body_value *container)
{
    if (container->is_open_ended) {
        return !take_break(reader);
    }
    if (container->left == 0) {
        return false;
    }
    container->left--;
    return true;
}

static bool read_key(struct bs_body_reader *reader, struct bs_body_value *key)
{
    struct head head;

    *key = (struct bs_body_value){.at = reader->at};
    if (!read_head(reader, &head)) {
        return false;
    }
    if (head.major != MAJOR_TEXT) {
        return bs_body_fail(reader, key->at, "a key that is no text");
    }
    return read_text(reader, &head, key);
}

static void finish(struct bs_body_reader *reader)
{
    (void)reader;
}

static struct bs_tree *scalar(struct bs_body_reader *reader, const struct bs_shape_member *member,
                              const struct bs_body_value *value)
{
    if (member->shape->kind == BS_SHAPE_TIMESTAMP) {
        const bool is_number = value->kind == BS_BODY_INTEGER || value->kind == BS_BODY_DECIMAL;

        return is_number && value->is_tagged && value->tag == TAG_EPOCH
                   ? bs_body_instant(value->decimal, reader->epoch_s)
                   : NULL;
    }
    if (member->shape->kind == BS_SHAPE_BLOB && value->kind == BS_BODY_BYTES) {
        return bs_tree_new_bytes(value->text, value->length);
    }
    return bs_body_plain_scalar(member, value);
}

const struct bs_body_language bs_body_cbor = {
    .read = read_any,
    .has_next = has_next,
    .read_key = read_key,
    .finish = finish,
    .scalar = scalar,
};

/* ---- Writing ---- */

static void write_byte(struct bs_body_writer *writer, unsigned byte)
{
    const char character = (char)byte;

    bs_buffer_append(writer->json.buffer, &character, 1);
}

static void write_bytes_of(struct bs_body_writer *writer, uint64_t number, unsigned count)
{
    while (count > 0) {
        count--;
        write_byte(writer, (unsigned)(number >> 8 * count & 255U));
    }
}

/* In as few bytes as the number needs. */
static void write_head(struct bs_body_writer *writer, unsigned major, uint64_t number)
{
    unsigned info = INFO_ONE_BYTE;

    if (number < INFO_ONE_BYTE) {
        write_byte(writer, major << 5 | (unsigned)number);
        return;
    }
    while (info < INFO_EIGHT_BYTES && number >> (8U << (info - INFO_ONE_BYTE)) != 0) {
        info++;
    }
    write_byte(writer, major << 5 | info);
    write_bytes_of(writer, number, 1U << (info - INFO_ONE_BYTE));
}

/* How many members there will be is not known when it begins. */
static void begin_map(struct bs_body_writer *writer)
{
    write_byte(writer, MAJOR_MAP << 5 | INFO_OPEN_ENDED);
}

static void begin_list(struct bs_body_writer *writer)
{
    write_byte(writer, MAJOR_LIST << 5 | INFO_OPEN_ENDED);
}

static void end(struct bs_body_writer *writer)
{
    write_byte(writer, BREAK);
}

static void write_text_of(struct bs_body_writer *writer, unsigned major, const char *bytes,
                          size_t length)
{
    write_head(writer, major, length);
    bs_buffer_append(writer->json.buffer, bytes, length);
}

static void write_text(struct bs_body_writer *writer, const char *text)
{
    write_text_of(writer, MAJOR_TEXT, text, strlen(text));
}

static void write_integer(struct bs_body_writer *writer, int64_t value)
{
    if (value < 0) {
        write_head(writer, MAJOR_NEGATIVE, (uint64_t)(-1 - value));
    } else {
        write_head(writer, MAJOR_UNSIGNED, (uint64_t)value);
    }
}

/* Whether single precision says the same; not asked of what it cannot hold at all. */
static bool fits_single(double value)
{
    const bool is_in_range = value >= -(double)FLT_MAX && value <= (double)FLT_MAX;

    return is_in_range && (double)(float)value >= value && (double)(float)value <= value;
}

static void write_decimal(struct bs_body_writer *writer, double value)
{
    if (fits_single(value)) {
        const float single = (float)value;
        uint32_t bits;

        memcpy(&bits, &single, sizeof(bits));
        write_byte(writer, MAJOR_SIMPLE << 5 | INFO_FOUR_BYTES);
        write_bytes_of(writer, bits, 4);
    } else {
        uint64_t bits;

        memcpy(&bits, &value, sizeof(bits));
        write_byte(writer, MAJOR_SIMPLE << 5 | INFO_EIGHT_BYTES);
        write_bytes_of(writer, bits, 8);
    }
}

static void write_instant(struct bs_body_writer *writer, struct bs_instant instant)
{
    const int64_t ms = bs_body_epoch_ms(instant, writer->epoch_s);

    write_head(writer, MAJOR_TAG, TAG_EPOCH);
    if (ms % 1000 == 0) {
        write_integer(writer, ms / 1000);
    } else {
        write_decimal(writer, (double)ms / 1000);
    }
}

static void write_scalar(struct bs_body_writer *writer, const struct bs_shape_member *member,
                         const struct bs_tree *tree)
{
    (void)member;
    switch (tree->kind) {
    case BS_TREE_TEXT:
        write_text_of(writer, MAJOR_TEXT, tree->is.text.bytes, tree->is.text.length);
        return;
    case BS_TREE_BYTES:
        write_text_of(writer, MAJOR_BYTES, tree->is.text.bytes, tree->is.text.length);
        return;
    case BS_TREE_INTEGER:
        write_integer(writer, tree->is.integer);
        return;
    case BS_TREE_DECIMAL:
        write_decimal(writer, tree->is.decimal);
        return;
    case BS_TREE_BOOLEAN:
        write_byte(writer, MAJOR_SIMPLE << 5 | (tree->is.boolean ? SIMPLE_TRUE : SIMPLE_FALSE));
        return;
    case BS_TREE_INSTANT:
        write_instant(writer, tree->is.instant);
        return;
    default:
        write_byte(writer, MAJOR_SIMPLE << 5 | SIMPLE_NULL);
    }
}

const struct bs_body_hand bs_body_cbor_hand = {
    .begin_map = begin_map,
    .end_map = end,
    .begin_list = begin_list,
    .end_list = end,
    .key = write_text,
    .text = write_text,
    .scalar = write_scalar,
};
