/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_BUFFER_H
#define BS_BASE_BUFFER_H

/**
 * Bytes that grow, with a bound given at birth.
 *
 * Appending beyond the bound or the allocator's will sets `failed` and changes nothing more: writers append
 * freely and look once at the end. The contents are always followed by a NUL that `length` does not count.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct bs_buffer {
    char *bytes; /* NULL while empty. */
    size_t length;
    size_t capacity;
    size_t length_max;
    bool failed;
};

void bs_buffer_init(struct bs_buffer *buffer, size_t length_max);
void bs_buffer_clean_up(struct bs_buffer *buffer);

void bs_buffer_append(struct bs_buffer *buffer, const char *bytes, size_t length);
/**
 * Room for `extra` bytes behind the contents, to be written in place; NULL, and failed, where there is none.
 * bs_buffer_use() then says where what was written ends. What is not used does not count.
 */
char *bs_buffer_room(struct bs_buffer *buffer, size_t extra);

static inline void bs_buffer_use(struct bs_buffer *buffer, const char *end)
{
    buffer->length = (size_t)(end - buffer->bytes);
    buffer->bytes[buffer->length] = '\0';
}

void bs_buffer_text(struct bs_buffer *buffer, const char *text);
void bs_buffer_integer(struct bs_buffer *buffer, int64_t value);

enum { BS_INTEGER_TEXT_MAX = 24 }; /* 20 would do. */

/** Writes a decimal number of at most BS_INTEGER_TEXT_MAX bytes, without a NUL; returns its length. */
size_t bs_integer_format(int64_t value, char *text);

__attribute__((format(printf, 2, 3))) void bs_buffer_format(struct bs_buffer *buffer,
                                                            const char *format, ...);

/** Reads a whole file. BS_ERR_INPUT if it does not exist, is no regular file, or is larger than the bound. */
enum bs_status bs_buffer_read_file(struct bs_buffer *buffer, const char *path,
                                   struct bs_error *error);

/** Writes a file whole or not at all (base/whole_file.h). */
enum bs_status bs_buffer_write_file(const struct bs_buffer *buffer, const char *path,
                                    struct bs_error *error);

#endif
