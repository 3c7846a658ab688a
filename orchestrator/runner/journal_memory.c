/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/runner/journal_memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { FRAME_BYTES = 4, FIRST_CAPACITY = 64 * 1024 };

struct bs_journal_memory {
    unsigned char *bytes;
    size_t length;
    size_t capacity;
    size_t bytes_max;
    size_t count;
};

struct bs_journal_memory *bs_journal_memory_new(size_t bytes_max)
{
    struct bs_journal_memory *journal = calloc(1, sizeof(*journal));

    if (journal != NULL) {
        journal->bytes_max = bytes_max;
    }
    return journal;
}

void bs_journal_memory_destroy(struct bs_journal_memory *journal)
{
    if (journal != NULL) {
        free(journal->bytes);
        free(journal);
    }
}

void bs_journal_memory_reset(struct bs_journal_memory *journal)
{
    journal->length = 0;
    journal->count = 0;
}

static enum bs_status make_room(struct bs_journal_memory *journal, size_t length)
{
    size_t capacity = journal->capacity == 0 ? FIRST_CAPACITY : journal->capacity;
    unsigned char *bytes;

    if (length > journal->bytes_max - journal->length) {
        return BS_ERR_LIMIT;
    }
    while (capacity - journal->length < length) {
        capacity *= 2;
    }
    if (capacity == journal->capacity) {
        return BS_OK;
    }
    bytes = realloc(journal->bytes, capacity);
    if (bytes == NULL) {
        return BS_ERR_MEMORY;
    }
    journal->bytes = bytes;
    journal->capacity = capacity;
    return BS_OK;
}

static enum bs_status append(void *self, const void *bytes, size_t length)
{
    struct bs_journal_memory *journal = self;
    const uint32_t frame = (uint32_t)length;
    enum bs_status status;

    BS_ASSERT(length <= UINT32_MAX);
    status = make_room(journal, FRAME_BYTES + length);
    if (status != BS_OK) {
        return status;
    }
    memcpy(journal->bytes + journal->length, &frame, FRAME_BYTES);
    memcpy(journal->bytes + journal->length + FRAME_BYTES, bytes, length);
    journal->length += FRAME_BYTES + length;
    journal->count++;
    return BS_OK;
}

static enum bs_status read_entry(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    (void)error; /* It knows no more than its status. */
    return bs_journal_memory_read(self, offset, bytes, length);
}

struct bs_journal_port bs_journal_memory_port(struct bs_journal_memory *journal)
{
    BS_ASSERT(journal != NULL);
    return (struct bs_journal_port){.self = journal, .append = append, .read = read_entry};
}

static enum bs_status count_only(void *self, const void *bytes, size_t length)
{
    struct bs_journal_memory *journal = self;

    (void)bytes;
    if (FRAME_BYTES + length > journal->bytes_max - journal->length) {
        return BS_ERR_LIMIT;
    }
    journal->length += FRAME_BYTES + length;
    journal->count++;
    return BS_OK;
}

struct bs_journal_port bs_journal_memory_unread_port(struct bs_journal_memory *journal)
{
    BS_ASSERT(journal != NULL);
    return (struct bs_journal_port){.self = journal, .append = count_only, .is_never_read = true};
}

size_t bs_journal_memory_count(const struct bs_journal_memory *journal)
{
    return journal->count;
}

enum bs_status bs_journal_memory_read(const struct bs_journal_memory *journal, size_t *offset,
                                      const unsigned char **bytes, size_t *length)
{
    uint32_t frame;

    if (*offset == journal->length) {
        return BS_ERR_LIMIT;
    }
    if (journal->length - *offset < FRAME_BYTES) {
        return BS_ERR_IO;
    }
    memcpy(&frame, journal->bytes + *offset, FRAME_BYTES);
    *bytes = journal->bytes + *offset + FRAME_BYTES;
    *length = frame;
    if (journal->length - *offset - FRAME_BYTES < frame) {
        return BS_ERR_IO;
    }
    *offset += FRAME_BYTES + *length;
    return BS_OK;
}
