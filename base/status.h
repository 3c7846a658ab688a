/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_STATUS_H
#define BS_BASE_STATUS_H

/**
 * How a function that can fail says so, and the one error object that carries the words.
 *
 * A function that can fail returns `enum bs_status` and, where a person will read the reason, fills a
 * `struct bs_error` given by the caller. The first error wins: bs_error_set() on an error that is already
 * set keeps the older one, so that a caller may go on to clean up.
 */

#include <stdbool.h>
#include <stdint.h>

enum bs_status {
    BS_OK = 0,
    BS_ERR_INPUT,    /* What a person wrote is wrong: the command exits with 64. */
    BS_ERR_LIMIT,    /* A stated bound is exceeded. */
    BS_ERR_MEMORY,   /* The allocator said no. */
    BS_ERR_IO,       /* A file could not be read or written. */
    BS_ERR_INTERNAL, /* A state the program believed impossible. */
};

enum {
    BS_ERROR_MESSAGE_MAX = 512,
    BS_ERROR_FILE_MAX = 512,
};

/** A place in a file a person wrote. `file` is borrowed; line and column count from 1; 0 means unknown. */
struct bs_position {
    const char *file;
    uint32_t line;
    uint32_t column;
};

/** Initialise with `{0}`; not to be copied, for `where.file` points to the error's own copy of the name. */
struct bs_error {
    enum bs_status status;
    struct bs_position where;
    char file[BS_ERROR_FILE_MAX];
    char message[BS_ERROR_MESSAGE_MAX];
};

/** The status as a word, for messages: "bad input", "limit exceeded", .. Never NULL. */
const char *bs_status_name(enum bs_status status);

/**
 * Sets `error` (which may be NULL) unless it is set already, and returns `status` so that callers can write
 * `return bs_error_set(..)`. `where` may be NULL. A message too long for the buffer is cut.
 */
__attribute__((format(printf, 4, 5))) enum bs_status bs_error_set(struct bs_error *error,
                                                                  enum bs_status status,
                                                                  const struct bs_position *where,
                                                                  const char *format, ...);

/** Writes `file:line:column: message` (parts that are unknown left out) into `text`, always terminated. */
void bs_error_format(const struct bs_error *error, char *text, uint32_t text_size);

#endif
