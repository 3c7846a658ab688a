/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/changes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/types.h>

#include "base/buffer.h"

enum { FILE_BYTES_MAX = 1024 * 1024, LINE_MAX_BYTES = BS_WIRE_CHANGE_ID_MAX + 32 };

struct bs_changes_file {
    struct bs_wire_change_book book;
    struct bs_wire_changes in_memory;
    int descriptor;
    off_t length; /* Of the whole lines. */
};

/* Numbers count in the book's own order, so that reading them again gives the same. */
static enum bs_status read_lines(struct bs_changes_file *file, char *bytes, const char *path,
                                 struct bs_error *error)
{
    char *end;

    file->length = 0;

    for (char *line = bytes; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        char *id = strchr(line, ' ');

        *end = '\0';
        if (id == NULL || id > end ||
            file->in_memory.number_of(file->in_memory.context, id + 1) != strtoll(line, NULL, 10)) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "%s is no list of changes", path);
        }
        file->length = end + 1 - bytes;
    }
    return BS_OK;
}

static enum bs_status read_file(struct bs_changes_file *file, const char *path,
                                struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status = BS_OK;

    if (access(path, F_OK) != 0) {
        return BS_OK;
    }
    bs_buffer_init(&buffer, FILE_BYTES_MAX);
    status = bs_buffer_read_file(&buffer, path, error);
    if (status == BS_OK && buffer.length > 0) {
        status = read_lines(file, buffer.bytes, path, error);
    }
    bs_buffer_clean_up(&buffer);
    return status;
}

enum bs_status bs_changes_file_open(const char *path, struct bs_changes_file **file,
                                    struct bs_error *error)
{
    struct bs_changes_file *made = calloc(1, sizeof(*made));
    enum bs_status status;

    if (made == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    made->in_memory = bs_wire_changes_of(&made->book);
    made->descriptor = -1;
    status = read_file(made, path, error);
    if (status == BS_OK) {
        made->descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (made->descriptor < 0 || ftruncate(made->descriptor, made->length) != 0) {
            status = bs_error_set(error, BS_ERR_IO, NULL, "%s: %s", path, strerror(errno));
        }
    }
    if (status != BS_OK) {
        bs_changes_file_close(made);
        return status;
    }
    *file = made;
    return BS_OK;
}

void bs_changes_file_close(struct bs_changes_file *file)
{
    if (file == NULL) {
        return;
    }
    if (file->descriptor >= 0) {
        (void)close(file->descriptor);
    }
    free(file);
}

static int64_t number_of(void *context, const char *id)
{
    struct bs_changes_file *file = context;
    const int64_t before = file->book.count;
    const int64_t number = file->in_memory.number_of(file->in_memory.context, id);
    char line[LINE_MAX_BYTES];
    int length;

    if (number < 0 || file->book.count == before) {
        return number;
    }
    length = snprintf(line, sizeof(line), "%lld %s\n", (long long)number, id);
    return write(file->descriptor, line, (size_t)length) == length &&
                   fdatasync(file->descriptor) == 0
               ? number
               : -1;
}

static const char *id_of(void *context, int64_t number)
{
    const struct bs_changes_file *file = context;

    return file->in_memory.id_of(file->in_memory.context, number);
}

struct bs_wire_changes bs_changes_file_port(struct bs_changes_file *file)
{
    return (struct bs_wire_changes){number_of, id_of, file};
}
