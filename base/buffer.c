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

enum {
    BUFFER_CAPACITY_MIN = 256,
    BUFFER_FORMAT_MAX = 512,      /* Longer formatted text takes a second pass. */
    BUFFER_TEMPORARY_TRIES = 100, /* Left-over temporary files that may be in the way. */
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

static enum bs_status write_error(struct bs_error *error, const char *path, int number)
{
    struct bs_position where = {.file = path};

    return bs_error_set(error, BS_ERR_IO, &where, "cannot write: %s", strerror(number));
}

/* Opens a new file beside `path` and leaves its name in `name`; -1 and errno where that fails. */
static int open_temporary(const char *path, struct bs_buffer *name)
{
    int file = -1;

    for (int try = 0; try < BUFFER_TEMPORARY_TRIES; try++) {
        name->length = 0;
        bs_buffer_format(name, "%s.tmp%d", path, try);
        if (name->failed) {
            errno = ENAMETOOLONG;
            return -1;
        }
        file = open(name->bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    return -1;
}

/* All bytes, through to the disk; 0 or an errno. */
static int write_through(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t count = write(file, bytes, length);

        if (count < 0 && errno != EINTR) {
            return errno;
        }
        if (count > 0) {
            bytes += count;
            length -= (size_t)count;
        }
    }
    return fsync(file) == 0 ? 0 : errno;
}

enum bs_status bs_buffer_write_file(const struct bs_buffer *buffer, const char *path,
                                    struct bs_error *error)
{
    enum bs_status status = BS_OK;
    struct bs_buffer name;
    int file;
    int failure;

    BS_ASSERT(buffer != NULL);
    BS_ASSERT(path != NULL);

    if (buffer->failed) {
        struct bs_position where = {.file = path};

        return bs_error_set(error, BS_ERR_LIMIT, &where, "cannot write: the text is too large");
    }
    bs_buffer_init(&name, strlen(path) + 16);
    file = open_temporary(path, &name);
    if (file < 0) {
        status = write_error(error, path, errno);
        goto cleanup;
    }
    failure = write_through(file, buffer->bytes, buffer->length);
    if (close(file) != 0 && failure == 0) {
        failure = errno;
    }
    if (failure == 0 && rename(name.bytes, path) != 0) {
        failure = errno;
    }
    if (failure != 0) {
        (void)unlink(name.bytes);
        status = write_error(error, path, failure);
    }

cleanup:
    bs_buffer_clean_up(&name);
    return status;
}
