/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/assert.h"
#include "cli/sweep_part.h"
#include "cli/sweep_team_talk.h"

/*
 * Told to stop, members have so long to answer. mpirun itself, where it ends a program, kills what is left
 * after a second ("odls_base_sigkill_timeout"): we want to have said what is missing by then.
 */
enum { ANSWER_MS_MAX = 700, BLOCKS_PER_MESSAGE = 4096, DESCRIPTION_BYTES_MAX = 16 * 1024 * 1024 };

struct member {
    uint64_t wanted; /* Trials of its share. */
    uint64_t arrived;
    bool is_done;
};

struct leading {
    struct bs_sweep_team *team;
    const struct bs_sweep_work *work;
    struct bs_sweep_part part; /* The leader's own. */
    struct member *members;    /* By rank. */
    size_t under_way;          /* Members that are not done. */
    struct timespec stopped_at;
    bool is_called_off;
    enum bs_status status;
    struct bs_error *error;
};

/* ---- Gathering ---- */

/* What a member says of itself is the error, unless there is one. */
static enum bs_status take_word(const struct bs_sweep_message *message, struct bs_error *error)
{
    const struct bs_sweep_word *word = message->bytes;

    if (message->length != sizeof(*word)) {
        return bs_error_set(error, BS_ERR_INTERNAL, NULL, "rank %zu speaks in another way",
                            message->from);
    }
    return word->status == BS_OK ? BS_OK
                                 : bs_error_set(error, word->status, NULL, "%.*s",
                                                (int)sizeof(word->text), word->text);
}

static enum bs_status hear_all(struct bs_sweep_team *team, struct bs_sweep_message *words,
                               struct bs_error *error)
{
    const size_t count = bs_sweep_team_size(team);
    enum bs_status status = BS_OK;

    for (size_t i = 1; i < count; i++) {
        struct bs_sweep_message message;

        bs_sweep_team_wait(team, &message);
        BS_ASSERT(message.from < count && words[message.from].bytes == NULL);
        words[message.from] = message;
    }
    for (size_t i = 1; i < count; i++) {
        const enum bs_status of_member = take_word(&words[i], error);

        status = status == BS_OK ? of_member : status;
        free(words[i].bytes);
    }
    return status;
}

enum bs_status bs_sweep_team_gather(struct bs_sweep_team *team, const struct bs_sweep_plan *plan,
                                    struct bs_error *error)
{
    const size_t count = bs_sweep_team_size(team);
    struct bs_sweep_message *words = calloc(count, sizeof(*words));
    struct bs_buffer text;
    enum bs_status status;

    bs_buffer_init(&text, DESCRIPTION_BYTES_MAX);
    bs_sweep_team_describe(plan, &text);
    if (words == NULL || text.failed) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    } else {
        for (size_t i = 1; i < count; i++) {
            bs_sweep_team_say(team, i, BS_SWEEP_TALK_SWEEP, text.bytes, text.length);
        }
        status = hear_all(team, words, error);
    }
    bs_buffer_clean_up(&text);
    free(words);
    return status;
}

/* ---- Trials ---- */

static struct bs_sweep_blocks share_of(const struct leading *leading, size_t rank)
{
    return bs_sweep_blocks_share(
        leading->work->blocks,
        (struct bs_sweep_shard){rank + 1, bs_sweep_team_size(leading->team)});
}

static void hand_out(struct leading *leading)
{
    for (size_t rank = 1; rank < bs_sweep_team_size(leading->team); rank++) {
        const struct bs_sweep_blocks share = share_of(leading, rank);

        leading->members[rank].wanted = share.trials;
        leading->under_way++;
        for (size_t i = 0; i < share.count; i += BLOCKS_PER_MESSAGE) {
            const size_t left = share.count - i;

            bs_sweep_team_say(leading->team, rank, BS_SWEEP_TALK_BLOCKS, &share.items[i],
                              (left < BLOCKS_PER_MESSAGE ? left : BLOCKS_PER_MESSAGE) *
                                  sizeof(*share.items));
        }
        bs_sweep_team_say(leading->team, rank, BS_SWEEP_TALK_BEGIN, NULL, 0);
    }
}

/* After an error nothing more is kept: whoever goes on later runs it again. */
static void keep(struct leading *leading, const struct bs_ensemble_block *block, size_t count,
                 const int64_t *values)
{
    const struct bs_sweep_sink *sink = &leading->work->sink;

    if (leading->status == BS_OK) {
        leading->status = sink->take(sink->self, block, count, values, leading->error);
    }
}

static bool keep_own(struct leading *leading)
{
    struct bs_sweep_rows rows;
    const bool has_some = bs_sweep_outbox_take(&leading->part.outbox, &rows);

    if (has_some) {
        keep(leading, &rows.block, rows.count, rows.values);
        free(rows.values);
    }
    return has_some;
}

static void take_rows(struct leading *leading, const struct bs_sweep_message *message)
{
    const struct bs_sweep_design *design = &leading->work->plan->design;
    const struct bs_ensemble_block *block = message->bytes;
    const size_t row = design->columns.count * sizeof(int64_t);

    BS_ASSERT(message->length >= sizeof(*block) && block->variant < design->variant_count);
    BS_ASSERT(message->length == sizeof(*block) + block->count * row);
    keep(leading, block, block->count, (const int64_t *)(block + 1));
    leading->members[message->from].arrived += block->count;
}

/* A member that is done before its share is has been told to stop, by whomever. */
static void take_leave(struct leading *leading, const struct bs_sweep_message *message)
{
    struct member *member = &leading->members[message->from];
    const enum bs_status status = take_word(message, leading->error);

    BS_ASSERT(!member->is_done);
    member->is_done = true;
    leading->under_way--;
    leading->status = leading->status == BS_OK ? status : leading->status;
}

static bool hear(struct leading *leading)
{
    struct bs_sweep_message message;

    if (!bs_sweep_team_hear(leading->team, &message)) {
        return false;
    }
    BS_ASSERT(message.from > 0 && message.from < bs_sweep_team_size(leading->team));
    if (message.kind == BS_SWEEP_TALK_ROWS) {
        take_rows(leading, &message);
    } else {
        BS_ASSERT(message.kind == BS_SWEEP_TALK_DONE);
        take_leave(leading, &message);
    }
    free(message.bytes);
    return true;
}

static bool has_stopped_short(const struct leading *leading)
{
    for (size_t i = 1; i < bs_sweep_team_size(leading->team); i++) {
        if (leading->members[i].is_done &&
            leading->members[i].arrived < leading->members[i].wanted) {
            return true;
        }
    }
    return false;
}

/* Whether the leader's own part has ended, and its outcomes are kept. */
static bool end_own(struct leading *leading)
{
    const struct bs_sweep_part *part = &leading->part;

    if (!bs_sweep_part_is_done(&leading->part)) {
        return false;
    }
    if (part->status != BS_OK && leading->status == BS_OK) {
        leading->status = bs_error_set(leading->error, part->status, &part->error.where, "%s",
                                       part->error.message);
    }
    return true;
}

static void call_off_if_needed(struct leading *leading)
{
    const struct bs_sweep_sink *sink = &leading->work->sink;

    if (leading->is_called_off || (leading->status == BS_OK && !bs_stop_signals_have_come() &&
                                   !has_stopped_short(leading) && !sink->is_over(sink->self))) {
        return;
    }
    leading->is_called_off = true;
    (void)clock_gettime(CLOCK_MONOTONIC, &leading->stopped_at);
    atomic_store(&leading->part.is_over, true);
    bs_sweep_team_let_go(leading->team);
}

static bool has_waited_enough(const struct leading *leading)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return leading->is_called_off && (now.tv_sec - leading->stopped_at.tv_sec) * 1000 +
                                             (now.tv_nsec - leading->stopped_at.tv_nsec) / 1000000 >
                                         ANSWER_MS_MAX;
}

static void tell_silent(const struct leading *leading)
{
    for (size_t i = 1; i < bs_sweep_team_size(leading->team); i++) {
        const struct member *member = &leading->members[i];

        if (!member->is_done) {
            (void)fprintf(stderr,
                          "rank %zu does not answer; %" PRIu64 " of its %" PRIu64
                          " trials had arrived\n",
                          i, member->arrived, member->wanted);
        }
    }
}

static void run_all(struct leading *leading)
{
    bool is_own_done = false;

    while (!is_own_done || (leading->under_way > 0 && !has_waited_enough(leading))) {
        bool was_busy = keep_own(leading);

        was_busy = hear(leading) || was_busy;
        is_own_done = end_own(leading);
        call_off_if_needed(leading);
        if (!was_busy) {
            bs_sweep_team_doze();
        }
    }
    leading->team->is_broken = leading->under_way > 0;
    tell_silent(leading);
}

enum bs_status bs_sweep_team_lead(struct bs_sweep_team *team, const struct bs_sweep_work *work,
                                  struct bs_error *error)
{
    struct leading leading = {.team = team, .work = work, .status = BS_OK, .error = error};
    const struct bs_sweep_blocks own = share_of(&leading, 0);
    struct bs_sweep_work own_work = *work;
    enum bs_status status;

    leading.members = calloc(bs_sweep_team_size(team), sizeof(*leading.members));
    if (leading.members == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    own_work.blocks = &own;
    status = bs_sweep_part_start(&leading.part, &own_work, error);
    if (status == BS_OK) {
        hand_out(&leading);
        run_all(&leading);
        bs_sweep_part_clean_up(&leading.part);
        status = leading.status;
    }
    free(leading.members);
    return status;
}
