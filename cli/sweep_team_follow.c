/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/sweep_part.h"
#include "cli/sweep_team_talk.h"

enum { HOST_MAX = 256, DESCRIPTION_BYTES_MAX = 16 * 1024 * 1024 };

/* ---- Words ---- */

static void say_word(struct bs_sweep_team *team, enum bs_sweep_talk what, enum bs_status status,
                     const struct bs_error *error)
{
    struct bs_sweep_word word = {.status = status};
    struct bs_error whole = {0};
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64] = "";
    char host[HOST_MAX] = "?";

    if (status != BS_OK) {
        bs_error_format(error, text, sizeof(text));
        (void)gethostname(host, sizeof(host) - 1);
        (void)bs_error_set(&whole, status, NULL, "rank %zu on %s: %s",
                           bs_sweep_ranks_number(team->ranks), host, text);
        memcpy(word.text, whole.message, sizeof(word.text));
    }
    bs_sweep_team_say(team, 0, what, &word, sizeof(word));
}

/* Where two texts begin to differ: the whole line of each. */
static enum bs_status compare(const struct bs_buffer *own, const char *other, size_t other_length,
                              struct bs_error *error)
{
    size_t line = 0;

    for (size_t i = 0; i < own->length && i < other_length && own->bytes[i] == other[i]; i++) {
        line = own->bytes[i] == '\n' ? i + 1 : line;
    }
    if (own->length == other_length && memcmp(own->bytes, other, other_length) == 0) {
        return BS_OK;
    }
    return bs_error_set(error, BS_ERR_INPUT, NULL,
                        "this is another sweep than that of rank 0: '%.*s', and there '%.*s'",
                        (int)strcspn(own->bytes + line, "\n"), own->bytes + line,
                        (int)strcspn(other + line, "\n"), other + line);
}

/* The leader's text, with a NUL behind it so that it may be searched. */
static enum bs_status compare_sweeps(const struct bs_sweep_plan *plan,
                                     const struct bs_sweep_message *message, struct bs_error *error)
{
    struct bs_buffer own;
    struct bs_buffer other;
    enum bs_status status;

    bs_buffer_init(&own, DESCRIPTION_BYTES_MAX);
    bs_buffer_init(&other, DESCRIPTION_BYTES_MAX);
    bs_sweep_team_describe(plan, &own);
    bs_buffer_append(&other, message->bytes, message->length);
    status = own.failed || other.failed ? bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory")
                                        : compare(&own, other.bytes, other.length, error);
    bs_buffer_clean_up(&own);
    bs_buffer_clean_up(&other);
    return status;
}

/* The next message; false if it is that the leader lets go. */
static bool wait_unless_let_go(struct bs_sweep_team *team, struct bs_sweep_message *message)
{
    bs_sweep_team_wait(team, message);
    team->is_let_go = message->kind == BS_SWEEP_TALK_STOP;
    if (team->is_let_go) {
        free(message->bytes);
    }
    return !team->is_let_go;
}

/* ---- A member's turns ---- */

static bool report_ready(struct bs_sweep_team *team, const struct bs_sweep_plan *plan,
                         const struct bs_error *failure)
{
    struct bs_sweep_message message;
    struct bs_error error = {0};
    enum bs_status status;

    if (!wait_unless_let_go(team, &message)) {
        return false;
    }
    BS_ASSERT(message.kind == BS_SWEEP_TALK_SWEEP);
    if (failure->status != BS_OK) {
        say_word(team, BS_SWEEP_TALK_READY, failure->status, failure);
    } else {
        status = compare_sweeps(plan, &message, &error);
        say_word(team, BS_SWEEP_TALK_READY, status, &error);
    }
    free(message.bytes);
    return true;
}

static enum bs_status add_blocks(struct bs_sweep_blocks *blocks,
                                 const struct bs_sweep_message *message, struct bs_error *error)
{
    const size_t count = message->length / sizeof(*blocks->items);
    struct bs_ensemble_block *items =
        realloc(blocks->items, (blocks->count + count) * sizeof(*items));

    BS_ASSERT(message->kind == BS_SWEEP_TALK_BLOCKS && count > 0);
    if (items == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    memcpy(&items[blocks->count], message->bytes, count * sizeof(*items));
    blocks->items = items;
    blocks->count += count;
    return BS_OK;
}

static bool hear_blocks(struct bs_sweep_team *team, struct bs_sweep_blocks *blocks,
                        enum bs_status *status, struct bs_error *error)
{
    bool is_all = false;

    while (!is_all) {
        struct bs_sweep_message message;

        if (!wait_unless_let_go(team, &message)) {
            return false;
        }
        is_all = message.kind == BS_SWEEP_TALK_BEGIN;
        if (!is_all && *status == BS_OK) {
            *status = add_blocks(blocks, &message, error);
        }
        free(message.bytes);
    }
    return true;
}

static bool send_rows(struct bs_sweep_team *team, struct bs_sweep_part *part,
                      struct bs_buffer *bytes)
{
    const size_t width = part->work.plan->design.columns.count;
    struct bs_sweep_rows rows;

    if (!bs_sweep_outbox_take(&part->outbox, &rows)) {
        return false;
    }
    rows.block.count = rows.count;
    bytes->length = 0;
    bs_buffer_append(bytes, (const char *)&rows.block, sizeof(rows.block));
    bs_buffer_append(bytes, (const char *)rows.values, rows.count * width * sizeof(*rows.values));
    free(rows.values);
    BS_ASSERT(!bytes->failed);
    bs_sweep_team_say(team, 0, BS_SWEEP_TALK_ROWS, bytes->bytes, bytes->length);
    return true;
}

static void hear_stop(struct bs_sweep_team *team, struct bs_sweep_part *part)
{
    struct bs_sweep_message message;

    if (!team->is_let_go && bs_sweep_team_hear(team, &message)) {
        BS_ASSERT(message.kind == BS_SWEEP_TALK_STOP);
        free(message.bytes);
        team->is_let_go = true;
        atomic_store(&part->is_over, true);
    }
}

static enum bs_status run_part(struct bs_sweep_team *team, const struct bs_sweep_work *work,
                               struct bs_error *error)
{
    struct bs_sweep_part part;
    struct bs_buffer bytes;
    enum bs_status status = bs_sweep_part_start(&part, work, error);

    if (status != BS_OK) {
        return status;
    }
    bs_buffer_init(&bytes, DESCRIPTION_BYTES_MAX);
    while (!bs_sweep_part_is_done(&part)) {
        hear_stop(team, &part);
        if (!send_rows(team, &part, &bytes)) {
            bs_sweep_team_doze();
        }
    }
    bs_sweep_part_clean_up(&part);
    bs_buffer_clean_up(&bytes);
    return part.status == BS_OK
               ? BS_OK
               : bs_error_set(error, part.status, &part.error.where, "%s", part.error.message);
}

void bs_sweep_team_follow(struct bs_sweep_team *team, const struct bs_sweep_work *work,
                          const struct bs_error *failure)
{
    struct bs_sweep_blocks blocks = {.items = NULL};
    struct bs_sweep_work own = *work;
    struct bs_sweep_message message;
    struct bs_error error = {0};
    enum bs_status status = BS_OK;

    if (report_ready(team, work->plan, failure) && hear_blocks(team, &blocks, &status, &error)) {
        own.blocks = &blocks;
        if (status == BS_OK) {
            status = run_part(team, &own, &error);
        }
        say_word(team, BS_SWEEP_TALK_DONE, status, &error);
        if (!team->is_let_go) {
            (void)wait_unless_let_go(team, &message);
        }
    }
    free(blocks.items);
}
