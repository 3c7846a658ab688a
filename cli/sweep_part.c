/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_part.h"

static enum bs_status put(void *self, const struct bs_ensemble_block *block, size_t count,
                          const int64_t *values, struct bs_error *error)
{
    struct bs_sweep_part *part = self;

    return bs_sweep_outbox_put(&part->outbox, block, count, values,
                               part->work.plan->design.columns.count, error);
}

static bool is_over(void *self)
{
    struct bs_sweep_part *part = self;

    return atomic_load(&part->is_over);
}

static void *run(void *argument)
{
    struct bs_sweep_part *part = argument;

    part->status = bs_sweep_work_do(&part->work, &part->error);
    atomic_store(&part->has_ended, true);
    return NULL;
}

enum bs_status bs_sweep_part_start(struct bs_sweep_part *part, const struct bs_sweep_work *work,
                                   struct bs_error *error)
{
    enum bs_status status;

    *part = (struct bs_sweep_part){.work = *work};
    part->work.sink = (struct bs_sweep_sink){.self = part, .take = put, .is_over = is_over};
    atomic_init(&part->is_over, false);
    atomic_init(&part->has_ended, false);
    status = bs_sweep_outbox_init(&part->outbox, error);
    if (status == BS_OK && pthread_create(&part->thread, NULL, run, part) != 0) {
        bs_sweep_outbox_clean_up(&part->outbox);
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "no thread to be had");
    }
    return status;
}

bool bs_sweep_part_is_done(struct bs_sweep_part *part)
{
    const bool has_ended = atomic_load(&part->has_ended); /* Before the look: it adds no more. */
    bool is_empty;

    (void)pthread_mutex_lock(&part->outbox.lock);
    is_empty = part->outbox.count == 0;
    (void)pthread_mutex_unlock(&part->outbox.lock);
    return has_ended && is_empty;
}

void bs_sweep_part_clean_up(struct bs_sweep_part *part)
{
    (void)pthread_join(part->thread, NULL);
    bs_sweep_outbox_clean_up(&part->outbox);
}
