/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_blocks.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum { SHARD_DIGITS_MAX = 9 };

/* A whole number from 1 on that ends before `end`; where it ends, or NULL. */
static const char *read_number(const char *text, char end, uint64_t *number)
{
    const size_t digits = strspn(text, "0123456789");

    if (digits == 0 || digits > SHARD_DIGITS_MAX || text[digits] != end) {
        return NULL;
    }
    *number = strtoull(text, NULL, 10);
    return *number > 0 ? text + digits : NULL;
}

bool bs_sweep_shard_parse(const char *text, struct bs_sweep_shard *shard)
{
    const char *slash = read_number(text, '/', &shard->number);

    return slash != NULL && read_number(slash + 1, '\0', &shard->count) != NULL &&
           shard->number <= shard->count && shard->count <= BS_SWEEP_TRIALS_MAX;
}

struct bs_sweep_range bs_sweep_range_of(struct bs_sweep_shard shard, uint64_t trials)
{
    BS_ASSERT(shard.number >= 1 && shard.number <= shard.count);
    BS_ASSERT(trials <= BS_SWEEP_TRIALS_MAX && shard.count <= BS_SWEEP_TRIALS_MAX);
    return (struct bs_sweep_range){trials * (shard.number - 1) / shard.count,
                                   trials * shard.number / shard.count};
}

/* ---- What is missing ---- */

/* Blocks of those trials of the range that are not there. */
static void add_blocks(struct bs_sweep_blocks *blocks, size_t variant, struct bs_sweep_range range,
                       const bool *is_there)
{
    for (uint64_t n = range.first; n < range.end; n++) {
        struct bs_ensemble_block *last =
            blocks->count > 0 ? &blocks->items[blocks->count - 1] : NULL;

        if (is_there[n]) {
            continue;
        }
        blocks->trials++;
        if (last != NULL && last->variant == variant && last->first + last->count == n &&
            last->count < BS_SWEEP_BLOCK_TRIALS) {
            last->count++;
        } else {
            blocks->items[blocks->count++] =
                (struct bs_ensemble_block){.variant = variant, .first = n, .count = 1};
        }
    }
}

static uint64_t most_trials(const struct bs_sweep_design *design)
{
    uint64_t most = 1;

    for (size_t i = 0; i < design->variant_count; i++) {
        most = design->variants[i].trials > most ? design->variants[i].trials : most;
    }
    return most;
}

/* A gap is a block at least; between two gaps there is a trial. */
static size_t blocks_max(const struct bs_sweep_design *design, bool is_new)
{
    size_t most = 1;

    for (size_t i = 0; i < design->variant_count; i++) {
        most += (size_t)design->variants[i].trials / (is_new ? BS_SWEEP_BLOCK_TRIALS : 1) + 1;
    }
    return most;
}

static enum bs_status count_trials(const struct bs_sweep_design *design,
                                   struct bs_trial_table *table, uint64_t *there,
                                   struct bs_error *error)
{
    enum bs_status status = BS_OK;

    *there = 0;
    for (size_t i = 0; i < design->variant_count && status == BS_OK; i++) {
        uint64_t count = 0;

        status = bs_trial_table_count(table, i, &count, error);
        *there += count;
    }
    return status;
}

enum bs_status bs_sweep_blocks_find(const struct bs_sweep_design *design,
                                    struct bs_trial_table *table, struct bs_sweep_shard shard,
                                    struct bs_sweep_blocks *blocks, struct bs_error *error)
{
    const size_t most = (size_t)most_trials(design);
    bool *is_there = calloc(most, sizeof(*is_there));
    uint64_t there = 0;
    enum bs_status status = count_trials(design, table, &there, error);

    *blocks = (struct bs_sweep_blocks){.items = NULL};
    if (status == BS_OK) {
        blocks->items = calloc(blocks_max(design, there == 0), sizeof(*blocks->items));
    }
    if (status == BS_OK && (is_there == NULL || blocks->items == NULL)) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < design->variant_count && status == BS_OK; i++) {
        const uint64_t trials = design->variants[i].trials;

        for (uint64_t n = 0; n < trials; n++) {
            is_there[n] = false;
        }
        status = bs_trial_table_present(table, i, is_there, error);
        if (status == BS_OK) {
            add_blocks(blocks, i, bs_sweep_range_of(shard, trials), is_there);
        }
    }
    free(is_there);
    return status;
}

/* ---- Shares ---- */

/* How many blocks lie before the part that begins after this many trials. */
static size_t blocks_before(const struct bs_sweep_blocks *blocks, uint64_t trials)
{
    uint64_t passed = 0;
    size_t i = 0;

    while (i < blocks->count && passed < trials) {
        passed += blocks->items[i++].count;
    }
    return i;
}

struct bs_sweep_blocks bs_sweep_blocks_share(const struct bs_sweep_blocks *blocks,
                                             struct bs_sweep_shard share)
{
    const size_t first = blocks_before(blocks, blocks->trials * (share.number - 1) / share.count);
    const size_t end = blocks_before(blocks, blocks->trials * share.number / share.count);
    struct bs_sweep_blocks part = {.items = &blocks->items[first], .count = end - first};

    BS_ASSERT(share.number >= 1 && share.number <= share.count);
    for (size_t i = 0; i < part.count; i++) {
        part.trials += part.items[i].count;
    }
    return part;
}
