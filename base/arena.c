/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum {
    ARENA_ALIGNMENT = alignof(max_align_t),
    ARENA_BLOCK_MIN = 4096,
    ARENA_BLOCK_GROWTH_MAX = 1024 * 1024, /* Blocks double up to here. */
};

/* Newest first. Pieces are cleared as they are handed out, when whoever gets them needs them in the cache. */
struct bs_arena_block {
    struct bs_arena_block *older;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

void bs_arena_init(struct bs_arena *arena, size_t bytes_max)
{
    BS_ASSERT(arena != NULL);

    *arena = (struct bs_arena){.bytes_max = bytes_max};
}

static void free_blocks(struct bs_arena_block *block)
{
    while (block != NULL) {
        struct bs_arena_block *older = block->older;

        free(block);
        block = older;
    }
}

void bs_arena_clean_up(struct bs_arena *arena)
{
    BS_ASSERT(arena != NULL);

    free_blocks(arena->blocks);
    free_blocks(arena->spare);
    *arena = (struct bs_arena){0};
}

/* The oldest comes first again: a round like the last one finds blocks of the sizes that it needs. */
void bs_arena_reset(struct bs_arena *arena)
{
    BS_ASSERT(arena != NULL);

    while (arena->blocks != NULL) {
        struct bs_arena_block *block = arena->blocks;

        arena->blocks = block->older;
        block->used = 0;
        block->older = arena->spare;
        arena->spare = block;
    }
    arena->bytes_used = 0;
}

/* The first that is spare and has room for `size`, or NULL. */
static struct bs_arena_block *take_spare(struct bs_arena *arena, size_t size)
{
    struct bs_arena_block **place = &arena->spare;
    struct bs_arena_block *block;

    while (*place != NULL && (*place)->size < size) {
        place = &(*place)->older;
    }
    block = *place;
    if (block != NULL) {
        *place = block->older;
    }
    return block;
}

static struct bs_arena_block *new_block(const struct bs_arena *arena, size_t size)
{
    const struct bs_arena_block *newest = arena->blocks;
    size_t block_size = newest == NULL ? ARENA_BLOCK_MIN : newest->size * 2;
    struct bs_arena_block *block;

    if (block_size > ARENA_BLOCK_GROWTH_MAX) {
        block_size = ARENA_BLOCK_GROWTH_MAX;
    }
    if (block_size < size) {
        block_size = size;
    }
    block = malloc(sizeof(*block) + block_size);
    if (block != NULL) {
        *block = (struct bs_arena_block){.size = block_size};
    }
    return block;
}

/* Puts a block with room for `size` in front. */
static bool add_block(struct bs_arena *arena, size_t size)
{
    struct bs_arena_block *block = take_spare(arena, size);

    if (block == NULL) {
        block = new_block(arena, size);
    }
    if (block == NULL) {
        return false;
    }
    block->older = arena->blocks;
    arena->blocks = block;
    return true;
}

/* At least one unit, so that every piece has an address of its own. */
static size_t round_up(size_t size)
{
    return size == 0 ? ARENA_ALIGNMENT
                     : (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
}

/* `size` bytes as they are, or NULL. */
static void *take(struct bs_arena *arena, size_t size)
{
    struct bs_arena_block *block;

    BS_ASSERT(arena != NULL);

    /* Half of all memory: rounding up and adding a block's head cannot overflow. */
    if (size > arena->bytes_max || size > SIZE_MAX / 2) {
        return NULL;
    }
    size = round_up(size);
    if (size > arena->bytes_max - arena->bytes_used) {
        return NULL;
    }
    if ((arena->blocks == NULL || size > arena->blocks->size - arena->blocks->used) &&
        !add_block(arena, size)) {
        return NULL;
    }
    block = arena->blocks;
    block->used += size;
    arena->bytes_used += size;
    return block->bytes + block->used - size;
}

void *bs_arena_allocate(struct bs_arena *arena, size_t size)
{
    void *piece = take(arena, size);

    return piece == NULL ? NULL : memset(piece, 0, size);
}

void *bs_arena_array(struct bs_arena *arena, size_t count, size_t size)
{
    size_t bytes;

    if (__builtin_mul_overflow(count, size, &bytes)) {
        return NULL;
    }
    return bs_arena_allocate(arena, bytes);
}

void *bs_arena_unset_array(struct bs_arena *arena, size_t count, size_t size)
{
    size_t bytes;

    if (__builtin_mul_overflow(count, size, &bytes)) {
        return NULL;
    }
    return take(arena, bytes);
}

char *bs_arena_text(struct bs_arena *arena, const char *text, size_t length)
{
    char *copy;

    BS_ASSERT(text != NULL || length == 0);

    if (length == SIZE_MAX) {
        return NULL;
    }
    copy = bs_arena_unset_array(arena, length + 1, 1);
    if (copy == NULL) {
        return NULL;
    }
    if (length > 0) {
        memcpy(copy, text, length);
    }
    copy[length] = '\0';
    return copy;
}
