/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_JSON_WRITER_H
#define BS_BASE_JSON_WRITER_H

/**
 * Canonical JSON into a buffer: keys in the order written, no white space unless `indent` asks for it,
 * integers and decimal seconds from integers only, so that no platform's floating point shows.
 *
 * Text is written as UTF-8 with the escapes that JSON requires and no others; text that is not UTF-8
 * has each offending byte written as U+FFFD.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/time.h"

enum { BS_JSON_DEPTH_MAX = 128 };

/** Initialise with `{.buffer = .., .indent = ..}`. `indent` is the spaces per level; 0 writes one line. */
struct bs_json_writer {
    struct bs_buffer *buffer;
    uint32_t indent;
    uint32_t depth;
    bool has_members[BS_JSON_DEPTH_MAX];
    bool after_key;
};

void bs_json_begin_object(struct bs_json_writer *writer);
void bs_json_end_object(struct bs_json_writer *writer);
void bs_json_begin_array(struct bs_json_writer *writer);
void bs_json_end_array(struct bs_json_writer *writer);
void bs_json_key(struct bs_json_writer *writer, const char *key);
void bs_json_text(struct bs_json_writer *writer, const char *text); /* NULL writes null. */
/** Whether text is written as it is, between quotes: ASCII, nothing to escape. */
bool bs_json_is_plain(const char *text, size_t length);
/** Text that need not be terminated and may hold NULs. */
void bs_json_text_of(struct bs_json_writer *writer, const char *bytes, size_t length);
void bs_json_integer(struct bs_json_writer *writer, int64_t value);
void bs_json_bool(struct bs_json_writer *writer, bool value);
void bs_json_null(struct bs_json_writer *writer);
/** Decimal seconds (bs_seconds_format); INT64_MIN writes null. */
void bs_json_seconds(struct bs_json_writer *writer, int64_t ns);
/** A share in parts per 10^9 as a decimal number with at most 9 digits after the point; INT64_MIN: null. */
void bs_json_ppb(struct bs_json_writer *writer, int64_t ppb);
/** A number as somebody else has spelt it, by the grammar of JSON. */
void bs_json_number(struct bs_json_writer *writer, const char *digits);

/** A key and its value in one go. */
void bs_json_member_text(struct bs_json_writer *writer, const char *key, const char *text);
void bs_json_member_integer(struct bs_json_writer *writer, const char *key, int64_t value);
void bs_json_member_bool(struct bs_json_writer *writer, const char *key, bool value);
void bs_json_member_seconds(struct bs_json_writer *writer, const char *key, int64_t ns);

#endif
