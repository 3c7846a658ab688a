/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/record_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/types.h>

#include "base/history_read.h"

struct bs_record_file {
    struct bs_record_file_settings settings;
    int descriptor;
    size_t written; /* Records of the history. */
    uint64_t count; /* See bs_record_file_count(). */
};

/* Those that come of the core's notes and calls. */
static bool is_runners_own(enum bs_record_kind kind)
{
    static const enum bs_record_kind kinds[] = {
        BS_RECORD_SOURCE, BS_RECORD_DETECTION, BS_RECORD_DECISION,
        BS_RECORD_STEP,   BS_RECORD_EXECUTION, BS_RECORD_RISK,
        BS_RECORD_LATCH,  BS_RECORD_CALL,      BS_RECORD_ANSWER,
    };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (kinds[i] == kind) {
            return true;
        }
    }
    return false;
}

static enum bs_status read_file(struct bs_record_file *file, size_t *whole, struct bs_error *error)
{
    struct bs_history *history = file->settings.history;
    struct bs_buffer buffer;
    enum bs_status status;

    *whole = 0;
    if (access(file->settings.path, F_OK) != 0) {
        return BS_OK;
    }
    bs_buffer_init(&buffer, BS_HISTORY_BYTES_MAX);
    status = bs_buffer_read_file(&buffer, file->settings.path, error);
    if (status == BS_OK && buffer.length > 0) {
        status = bs_history_read(history, buffer.bytes, buffer.length, whole, error);
    }
    bs_buffer_clean_up(&buffer);
    for (size_t i = 0; status == BS_OK && i < bs_history_count(history); i++) {
        file->count += is_runners_own(bs_history_get(history, i)->kind) ? 1 : 0;
    }
    file->written = bs_history_count(history);
    return status;
}

enum bs_status bs_record_file_open(const struct bs_record_file_settings *settings,
                                   struct bs_record_file **file, struct bs_error *error)
{
    struct bs_record_file *made = calloc(1, sizeof(*made));
    enum bs_status status;
    size_t whole;

    if (made == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    made->settings = *settings;
    made->descriptor = -1;
    status = read_file(made, &whole, error);
    if (status == BS_OK) {
        made->descriptor = open(settings->path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (made->descriptor < 0 || ftruncate(made->descriptor, (off_t)whole) != 0) {
            status =
                bs_error_set(error, BS_ERR_IO, NULL, "%s: %s", settings->path, strerror(errno));
        }
    }
    if (status != BS_OK) {
        if (made->descriptor >= 0) {
            (void)close(made->descriptor);
        }
        free(made);
        return status;
    }
    *file = made;
    return BS_OK;
}

static enum bs_status write_new(struct bs_record_file *file)
{
    const struct bs_history *history = file->settings.history;
    struct bs_buffer buffer;
    bool is_written = true;

    if (file->written == bs_history_count(history)) {
        return BS_OK;
    }
    bs_buffer_init(&buffer, BS_HISTORY_BYTES_MAX);
    bs_history_write_from(history, file->written, &buffer);
    is_written = !buffer.failed &&
                 write(file->descriptor, buffer.bytes, buffer.length) == (ssize_t)buffer.length &&
                 fdatasync(file->descriptor) == 0;
    bs_buffer_clean_up(&buffer);
    file->written = bs_history_count(history);
    return is_written ? BS_OK : BS_ERR_IO;
}

void bs_record_file_close(struct bs_record_file *file)
{
    if (file == NULL) {
        return;
    }
    (void)write_new(file);
    (void)close(file->descriptor);
    free(file);
}

uint64_t bs_record_file_count(const struct bs_record_file *file)
{
    return file->count;
}

static enum bs_status append(void *self, const void *bytes, size_t length)
{
    struct bs_record_file *file = self;
    const struct bs_journal_port *journal = &file->settings.journal;
    const enum bs_status status = write_new(file);

    return status == BS_OK ? journal->append(journal->self, bytes, length) : status;
}

static enum bs_status read_entry(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    const struct bs_record_file *file = self;
    const struct bs_journal_port *journal = &file->settings.journal;

    return journal->read(journal->self, offset, bytes, length, error);
}

struct bs_journal_port bs_record_file_port(struct bs_record_file *file)
{
    return (struct bs_journal_port){.self = file, .append = append, .read = read_entry};
}
