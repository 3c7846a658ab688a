/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_ARENA_H
#define BS_BASE_ARENA_H

/**
 * Memory that is handed out piece by piece and given back all at once.
 *
 * Every arena is born with a bound on what it may hold. Pieces are zeroed unless it says otherwise, aligned
 * for any type, and live until the arena is reset or cleaned up.
 */

#include <stddef.h>

struct bs_arena_block;

/** Initialise with bs_arena_init(); the fields are the arena's own. */
struct bs_arena {
    struct bs_arena_block *blocks;
    struct bs_arena_block *spare; /* Empty, kept for the next round. */
    size_t bytes_used;
    size_t bytes_max;
};

void bs_arena_init(struct bs_arena *arena, size_t bytes_max);
void bs_arena_clean_up(struct bs_arena *arena);

/** Gives all pieces back, keeping their memory for the next round. */
void bs_arena_reset(struct bs_arena *arena);

/** `size` zeroed bytes, or NULL if the bound or the allocator says no. `size` 0 gives a valid pointer. */
void *bs_arena_allocate(struct bs_arena *arena, size_t size);

/** A zeroed array; NULL also where count * size overflows. */
void *bs_arena_array(struct bs_arena *arena, size_t count, size_t size);

/** As above, but the bytes are whatever they are: for who writes all of them. */
void *bs_arena_unset_array(struct bs_arena *arena, size_t count, size_t size);

/** A terminated copy of `length` bytes of `text`, or NULL. */
char *bs_arena_text(struct bs_arena *arena, const char *text, size_t length);

#endif
