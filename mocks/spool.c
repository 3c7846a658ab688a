/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/assert.h"
#include "base/json_writer.h"

enum { MEMORY_BYTES = 256 * 1024, PATH_BYTES_MAX = 4096, MESSAGE_MAX = 512 };

struct bs_spool {
    struct bs_spool_options options;
    int file;             /* -1: there is none yet. */
    uint64_t file_length; /* What is written whole. */
    char *memory;         /* What follows it. */
    size_t memory_length;
    size_t marker_length; /* Of it, the line that tells how much is lost. */
    int64_t lost;         /* Lines, since the last write. */
    bool has_complained;
};

struct bs_spool *bs_spool_new(const struct bs_spool_options *options)
{
    struct bs_spool *spool = calloc(1, sizeof(*spool));

    BS_ASSERT(spool != NULL);
    spool->options = *options;
    if (spool->options.memory_max == 0) {
        spool->options.memory_max = MEMORY_BYTES;
    }
    spool->memory = malloc(spool->options.memory_max);
    BS_ASSERT(spool->memory != NULL);
    spool->file = -1;
    return spool;
}

void bs_spool_clear(struct bs_spool *spool)
{
    if (spool->file >= 0) {
        (void)close(spool->file);
    }
    spool->file = -1;
    spool->file_length = 0;
    spool->memory_length = 0;
    spool->marker_length = 0;
    spool->lost = 0;
    spool->has_complained = false;
}

void bs_spool_destroy(struct bs_spool *spool)
{
    if (spool != NULL) {
        bs_spool_clear(spool);
        free(spool->memory);
        free(spool);
    }
}

/* ---- To the file ---- */

static int open_unnamed(const char *folder)
{
    char path[PATH_BYTES_MAX];
    int file;

    if (snprintf(path, sizeof(path), "%s/blackstart-XXXXXX", folder) >= (int)sizeof(path)) {
        errno = ENAMETOOLONG;
        return -1;
    }
    file = mkstemp(path);
    if (file >= 0) {
        (void)unlink(path);
        (void)fcntl(file, F_SETFD, FD_CLOEXEC);
    }
    return file;
}

/* At the end of what is whole: what an earlier attempt has left there is written over. */
static bool write_whole(struct bs_spool *spool, const char *bytes, size_t length)
{
    size_t written = 0;

    if (spool->file < 0) {
        spool->file = open_unnamed(spool->options.folder);
    }
    while (spool->file >= 0 && written < length) {
        const ssize_t count = pwrite(spool->file, bytes + written, length - written,
                                     (off_t)(spool->file_length + written));

        if (count < 0 && errno != EINTR) {
            return false;
        }
        written += count > 0 ? (size_t)count : 0;
    }
    if (spool->file < 0) {
        return false;
    }
    spool->file_length += length;
    return true;
}

static void complain(struct bs_spool *spool, const char *reason)
{
    char line[MESSAGE_MAX];

    if (spool->has_complained || spool->options.log == NULL) {
        return;
    }
    spool->has_complained = true;
    (void)snprintf(line, sizeof(line),
                   "%s cannot be kept in %.256s: %s; of what no longer fits into memory, the "
                   "oldest is lost",
                   spool->options.of_what, spool->options.folder, reason);
    spool->options.log(spool->options.subject, line);
}

static int64_t count_lines(const char *bytes, size_t length)
{
    int64_t count = 0;

    for (size_t i = 0; i < length; i++) {
        count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
}

/* What did not fit is forgotten, but for how much it was: a line in its place. */
static void lose(struct bs_spool *spool, int64_t lines, const char *reason)
{
    struct bs_buffer marker;
    struct bs_json_writer writer = {.buffer = &marker};

    bs_buffer_init(&marker, MESSAGE_MAX);
    spool->lost += lines;
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "lost_lines");
    bs_json_integer(&writer, spool->lost);
    bs_json_key(&writer, "reason");
    bs_json_text(&writer, reason);
    bs_json_end_object(&writer);
    bs_buffer_text(&marker, "\n");
    BS_ASSERT(!marker.failed && marker.length <= spool->options.memory_max);
    memcpy(spool->memory, marker.bytes, marker.length);
    spool->memory_length = marker.length;
    spool->marker_length = marker.length;
    bs_buffer_clean_up(&marker);
}

/* Whatever comes of it, there is room in memory afterwards. */
static void put(struct bs_spool *spool, const char *bytes, size_t length, size_t marker_length)
{
    if (write_whole(spool, bytes, length)) {
        spool->lost = 0;
    } else {
        const char *reason = strerror(errno);

        complain(spool, reason);
        lose(spool, count_lines(bytes + marker_length, length - marker_length), reason);
    }
}

static void empty_memory(struct bs_spool *spool)
{
    const size_t length = spool->memory_length;
    const size_t marker_length = spool->marker_length;

    spool->memory_length = 0;
    spool->marker_length = 0;
    put(spool, spool->memory, length, marker_length);
}

void bs_spool_append(struct bs_spool *spool, const char *lines, size_t length)
{
    const size_t memory_max = spool->options.memory_max;

    if (length > memory_max - spool->memory_length) {
        empty_memory(spool);
    }
    if (length <= memory_max - spool->memory_length) {
        memcpy(spool->memory + spool->memory_length, lines, length);
        spool->memory_length += length;
        return;
    }
    /* Longer than all memory: behind the line that tells of losses, if there is one. */
    empty_memory(spool);
    put(spool, lines, length, 0);
}

/* ---- Being read ---- */

/* The spool as it was: the file only grows, and is kept open; what was in memory is copied. */
struct reading {
    int file;
    uint64_t file_length;
    size_t memory_length;
    char memory[];
};

static int64_t read_piece(void *self, uint64_t offset, char *bytes, size_t size)
{
    const struct reading *reading = self;
    uint64_t left;

    if (offset < reading->file_length) {
        left = reading->file_length - offset;
        return (int64_t)pread(reading->file, bytes, size < left ? size : (size_t)left,
                              (off_t)offset);
    }
    offset -= reading->file_length;
    left = reading->memory_length - offset;
    size = size < left ? size : (size_t)left;
    memcpy(bytes, reading->memory + offset, size);
    return (int64_t)size;
}

static void end_reading(void *self)
{
    struct reading *reading = self;

    if (reading->file >= 0) {
        (void)close(reading->file);
    }
    free(reading);
}

enum bs_status bs_spool_read(const struct bs_spool *spool, struct bs_http_source *source,
                             struct bs_error *error)
{
    const int file = spool->file < 0 ? -1 : fcntl(spool->file, F_DUPFD_CLOEXEC, 0);
    struct reading *reading;

    if (file < 0 && spool->file >= 0) {
        return bs_error_set(error, BS_ERR_IO, NULL, "%s cannot be read: %s", spool->options.of_what,
                            strerror(errno));
    }
    reading = malloc(sizeof(*reading) + spool->memory_length);
    BS_ASSERT(reading != NULL);
    *reading = (struct reading){
        .file = file, .file_length = spool->file_length, .memory_length = spool->memory_length};
    memcpy(reading->memory, spool->memory, spool->memory_length);
    *source = (struct bs_http_source){.length = spool->file_length + spool->memory_length,
                                      .read = read_piece,
                                      .release = end_reading,
                                      .self = reading};
    return BS_OK;
}
