/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_outbox.h"

#include <stdlib.h>
#include <string.h>

enum bs_status bs_sweep_outbox_init(struct bs_sweep_outbox *outbox, struct bs_error *error)
{
    *outbox = (struct bs_sweep_outbox){.count = 0};
    if (pthread_mutex_init(&outbox->lock, NULL) != 0) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (pthread_cond_init(&outbox->has_room, NULL) != 0) {
        (void)pthread_mutex_destroy(&outbox->lock);
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    return BS_OK;
}

void bs_sweep_outbox_clean_up(struct bs_sweep_outbox *outbox)
{
    struct bs_sweep_rows rows;

    while (bs_sweep_outbox_take(outbox, &rows)) {
        free(rows.values);
    }
    (void)pthread_cond_destroy(&outbox->has_room);
    (void)pthread_mutex_destroy(&outbox->lock);
}

enum bs_status bs_sweep_outbox_put(struct bs_sweep_outbox *outbox,
                                   const struct bs_ensemble_block *block, size_t count,
                                   const int64_t *values, size_t width, struct bs_error *error)
{
    struct bs_sweep_rows rows = {
        .block = *block,
        .count = count,
        .values = calloc(count * width, sizeof(*values)),
    };

    if (rows.values == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    memcpy(rows.values, values, count * width * sizeof(*values));
    (void)pthread_mutex_lock(&outbox->lock);
    while (outbox->count == BS_SWEEP_OUTBOX_PLACES) {
        (void)pthread_cond_wait(&outbox->has_room, &outbox->lock);
    }
    outbox->places[(outbox->first + outbox->count) % BS_SWEEP_OUTBOX_PLACES] = rows;
    outbox->count++;
    (void)pthread_mutex_unlock(&outbox->lock);
    return BS_OK;
}

bool bs_sweep_outbox_take(struct bs_sweep_outbox *outbox, struct bs_sweep_rows *rows)
{
    bool has_some;

    (void)pthread_mutex_lock(&outbox->lock);
    has_some = outbox->count > 0;
    if (has_some) {
        *rows = outbox->places[outbox->first];
        outbox->first = (outbox->first + 1) % BS_SWEEP_OUTBOX_PLACES;
        outbox->count--;
        (void)pthread_cond_signal(&outbox->has_room);
    }
    (void)pthread_mutex_unlock(&outbox->lock);
    return has_some;
}
