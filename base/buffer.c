/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/whole_file.h"

enum {
    BUFFER_CAPACITY_MIN = 256,
    BUFFER_FORMAT_MAX = 512, /* Longer formatted text takes a second pass. */
};

void bs_buffer_init(struct bs_buffer *buffer, size_t length_max)
{
    BS_ASSERT(buffer != NULL);
    BS_ASSERT(length_max < SIZE_MAX / 2);

    *buffer = (struct bs_buffer){.length_max = length_max};
}

void bs_buffer_clean_up(struct bs_buffer *buffer)
{
    BS_ASSERT(buffer != NULL);

    free(buffer->bytes);
    *buffer = (struct bs_buffer){0};
}

/* Makes room for `extra` bytes and the NUL; false, and failed, where that cannot be. */
static bool reserve(struct bs_buffer *buffer, size_t extra)
{
    size_t needed;
    size_t capacity;
    char *bytes;

    if (buffer->failed || extra > buffer->length_max - buffer->length) {
        buffer->failed = true;
        return false;
    }
    needed = buffer->length + extra + 1;
    if (needed <= buffer->capacity) {
        return true;
    }
    capacity = buffer->capacity < BUFFER_CAPACITY_MIN ? BUFFER_CAPACITY_MIN : buffer->capacity * 2;
    if (capacity > buffer->length_max + 1) {
        capacity = buffer->length_max + 1;
    }
    if (capacity < needed) {
        capacity = needed;
    }
    bytes = realloc(buffer->bytes, capacity);
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void bs_buffer_append(struct bs_buffer *buffer, const char *bytes, size_t length)
{
    BS_ASSERT(buffer != NULL);
    BS_ASSERT(bytes != NULL || length == 0);

    if (length == 0 || !reserve(buffer, length)) {
        return;
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

char *bs_buffer_room(struct bs_buffer *buffer, size_t extra)
{
    BS_ASSERT(buffer != NULL);

    return reserve(buffer, extra) ? buffer->bytes + buffer->length : NULL;
}

void bs_buffer_text(struct bs_buffer *buffer, const char *text)
{
    BS_ASSERT(text != NULL);

    bs_buffer_append(buffer, text, strlen(text));
}

size_t bs_integer_format(int64_t value, char *text)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    char digits[BS_INTEGER_TEXT_MAX];
    size_t at = sizeof(digits);
    uint64_t rest = value < 0 ? UINT64_C(0) - (uint64_t)value : (uint64_t)value;

    while (rest >= 10) {
        at -= 2;
        memcpy(&digits[at], &pairs[2 * (rest % 100)], 2);
        rest /= 100;
    }
    if (rest > 0 || at == sizeof(digits)) {
        digits[--at] = (char)('0' + rest);
    }
    if (value < 0) {
        digits[--at] = '-';
    }
    memcpy(text, &digits[at], sizeof(digits) - at);
    return sizeof(digits) - at;
}

void bs_buffer_integer(struct bs_buffer *buffer, int64_t value)
{
    char digits[BS_INTEGER_TEXT_MAX];

    bs_buffer_append(buffer, digits, bs_integer_format(value, digits));
}

void bs_buffer_format(struct bs_buffer *buffer, const char *format, ...)
{
    char text[BUFFER_FORMAT_MAX];
    va_list arguments;
    va_list again;
    int length;

    BS_ASSERT(buffer != NULL);
    BS_ASSERT(format != NULL);

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(text, sizeof(text), format, arguments);
    if (length < 0) {
        buffer->failed = true;
    } else if ((size_t)length < sizeof(text)) {
        bs_buffer_append(buffer, text, (size_t)length);
    } else if (reserve(buffer, (size_t)length)) {
        (void)vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
    va_end(arguments);
}

static enum bs_status read_error(struct bs_error *error, enum bs_status status, const char *path,
                                 const char *why)
{
    struct bs_position where = {.file = path};

    return bs_error_set(error, status, &where, "cannot read: %s", why);
}

/* Everything up to the end of `file`, whatever size it had when it was opened. */
static enum bs_status read_descriptor(struct bs_buffer *buffer, int file, const char *path,
                                      struct bs_error *error)
{
    char bytes[16384];

    for (;;) {
        ssize_t count = read(file, bytes, sizeof(bytes));

        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return read_error(error, BS_ERR_IO, path, strerror(errno));
        }
        if (count == 0) {
            return BS_OK;
        }
        if ((size_t)count > buffer->length_max - buffer->length) {
            buffer->failed = true;
            return read_error(error, BS_ERR_INPUT, path, "the file is too large");
        }
        bs_buffer_append(buffer, bytes, (size_t)count);
        if (buffer->failed) {
            return read_error(error, BS_ERR_MEMORY, path, "out of memory");
        }
    }
}

enum bs_status bs_buffer_read_file(struct bs_buffer *buffer, const char *path,
                                   struct bs_error *error)
{
    struct stat about;
    enum bs_status status;
    int file;

    BS_ASSERT(buffer != NULL);
    BS_ASSERT(path != NULL);

    /* Without O_NONBLOCK, opening a pipe that nobody writes would wait for ever. */
    file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return read_error(error, BS_ERR_INPUT, path, strerror(errno));
    }
    if (fstat(file, &about) != 0) {
        status = read_error(error, BS_ERR_IO, path, strerror(errno));
    } else if (!S_ISREG(about.st_mode)) {
        status = read_error(error, BS_ERR_INPUT, path, "not a regular file");
    } else {
        status = read_descriptor(buffer, file, path, error);
    }
    (void)close(file);
    return status;
}

enum bs_status bs_buffer_write_file(const struct bs_buffer *buffer, const char *path,
                                    struct bs_error *error)
{
    const struct bs_position where = {.file = path};
    struct bs_whole_file *file = NULL;
    enum bs_status status;

    BS_ASSERT(buffer != NULL);
    BS_ASSERT(path != NULL);

    if (buffer->failed) {
        return bs_error_set(error, BS_ERR_LIMIT, &where, "cannot write: the text is too large");
    }
    status = bs_whole_file_open(path, &file, error);
    if (status != BS_OK) {
        return status;
    }
    status = bs_whole_file_append(file, buffer->bytes, buffer->length, error);
    if (status != BS_OK) {
        bs_whole_file_discard(file);
        return status;
    }
    return bs_whole_file_finish(file, error);
}
