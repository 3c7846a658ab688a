/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/assert.h"

enum { TEMPORARY_TRIES = 100, TEMPORARY_SUFFIX_BYTES = 16 };

struct bs_whole_file {
    int descriptor;
    char *path;
    char *temporary;
};

static enum bs_status write_error(struct bs_error *error, const char *path, int number)
{
    const struct bs_position where = {.file = path};

    return bs_error_set(error, BS_ERR_IO, &where, "cannot write: %s", strerror(number));
}

/* A new file beside the path; -1 and errno where that fails. */
static int open_temporary(const struct bs_whole_file *file)
{
    int descriptor = -1;

    errno = EEXIST;
    for (int try = 0; try < TEMPORARY_TRIES && descriptor < 0 && errno == EEXIST; try++) {
        (void)snprintf(file->temporary, strlen(file->path) + TEMPORARY_SUFFIX_BYTES, "%s.tmp%d",
                       file->path, try);
        descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    return descriptor;
}

static void free_file(struct bs_whole_file *file)
{
    if (file != NULL) {
        free(file->temporary);
        free(file->path);
        free(file);
    }
}

enum bs_status bs_whole_file_open(const char *path, struct bs_whole_file **file,
                                  struct bs_error *error)
{
    struct bs_whole_file *opened = calloc(1, sizeof(*opened));
    enum bs_status status;

    BS_ASSERT(path != NULL);
    if (opened != NULL) {
        opened->path = strdup(path);
        opened->temporary = malloc(strlen(path) + TEMPORARY_SUFFIX_BYTES);
    }
    if (opened == NULL || opened->path == NULL || opened->temporary == NULL) {
        free_file(opened);
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    opened->descriptor = open_temporary(opened);
    if (opened->descriptor < 0) {
        status = write_error(error, path, errno);
        free_file(opened);
        return status;
    }
    *file = opened;
    return BS_OK;
}

enum bs_status bs_whole_file_append(struct bs_whole_file *file, const char *bytes, size_t length,
                                    struct bs_error *error)
{
    while (length > 0) {
        const ssize_t count = write(file->descriptor, bytes, length);

        if (count < 0 && errno != EINTR) {
            return write_error(error, file->path, errno);
        }
        if (count > 0) {
            bytes += count;
            length -= (size_t)count;
        }
    }
    return BS_OK;
}

enum bs_status bs_whole_file_finish(struct bs_whole_file *file, struct bs_error *error)
{
    enum bs_status status = BS_OK;
    int failure = fsync(file->descriptor) == 0 ? 0 : errno;

    if (close(file->descriptor) != 0 && failure == 0) {
        failure = errno;
    }
    if (failure == 0 && rename(file->temporary, file->path) != 0) {
        failure = errno;
    }
    if (failure != 0) {
        (void)unlink(file->temporary);
        status = write_error(error, file->path, failure);
    }
    free_file(file);
    return status;
}

void bs_whole_file_discard(struct bs_whole_file *file)
{
    if (file != NULL) {
        (void)close(file->descriptor);
        (void)unlink(file->temporary);
        free_file(file);
    }
}
