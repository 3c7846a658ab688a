/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/stream.h"

#include <stddef.h>

/*
 * From a key to a generator.
 *
 * The key is a list of 64-bit words: seed, trial, hash of the entity, hash of the purpose, and for members
 * the index. A 128-bit state starts from a constant and the number of words, so that lists of different
 * length begin apart. Each word is absorbed by multiply-and-fold:
 *
 *     state = state xor word;  state = state * ABSORB mod 2^128;  state = state xor (state >> 64)
 *
 * Multiplying by an odd number carries every bit upwards, folding brings the upper half back down. For a
 * given word the step is a bijection of the state, and for a given state it is injective in the word: two
 * keys that differ in one word, such as neighbouring members or trials, can never meet.
 *
 * Two 128-bit blocks are then drawn from the state, each by a bijection of its own: offset, and three
 * rounds of fold and multiply. The first is the generator's state, the second its increment (made odd).
 * That both are hashed matters: generators that share an increment, or whose increments are consecutive,
 * are affinely related.
 *
 * The constants are the first 128 bits of the fractional parts of the golden ratio, pi, the square roots
 * of 2 and 3, made odd where they multiply; none is tuned. Quality is tested in tests/base/test_stream.c.
 */

#define WIDE(high, low) (((bs_uint128)UINT64_C(high) << 64) | UINT64_C(low))
#define STREAM_GOLDEN   WIDE(0x9e3779b97f4a7c15, 0xf39cc0605cedc835)
#define STREAM_PI       WIDE(0x243f6a8885a308d3, 0x13198a2e03707345)
#define STREAM_ROOT_2   WIDE(0x6a09e667f3bcc908, 0xb2fb1366ea957d3f)
#define STREAM_ROOT_3   WIDE(0xbb67ae8584caa73b, 0x25742d7078b83b89)

enum { OWN_WORDS = 4, MEMBER_WORDS = 5 }; /* Of a key. */

static bs_uint128 fold(bs_uint128 state)
{
    return state ^ (state >> 64);
}

static bs_uint128 absorb_word(bs_uint128 state, uint64_t word)
{
    return fold((state ^ word) * STREAM_GOLDEN);
}

static bs_uint128 begin(size_t count)
{
    return STREAM_PI ^ count;
}

static bs_uint128 draw(bs_uint128 state, bs_uint128 offset)
{
    state += offset;
    state = fold(state) * STREAM_ROOT_2;
    state = fold(state) * STREAM_ROOT_3;
    state = fold(state) * STREAM_GOLDEN;
    return fold(state);
}

static bs_uint128 absorb_names(bs_uint128 state, struct bs_stream_root root, const char *entity,
                               const char *purpose)
{
    state = absorb_word(absorb_word(state, root.seed), root.trial);
    return absorb_word(absorb_word(state, bs_name_hash(entity)), bs_name_hash(purpose));
}

static struct bs_stream stream_from(bs_uint128 state)
{
    struct bs_pcg origin = {
        .state = draw(state, 0),
        .increment = draw(state, STREAM_PI) | 1U,
    };

    return (struct bs_stream){.cursor = origin, .next = 0};
}

uint64_t bs_name_hash(const char *name)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    BS_ASSERT(name != NULL);

    for (const char *byte = name; *byte != '\0'; byte++) {
        hash = (hash ^ (unsigned char)*byte) * UINT64_C(0x100000001b3);
    }
    /* FNV-1a leaves the last bytes in the low bits; this is the finish of MurmurHash3, a bijection. */
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
    hash ^= hash >> 33;
    return hash == 0 ? 1 : hash;
}

struct bs_stream bs_stream_open(struct bs_stream_root root, const char *entity, const char *purpose)
{
    return stream_from(absorb_names(begin(OWN_WORDS), root, entity, purpose));
}

struct bs_stream_family bs_stream_family(struct bs_stream_root root, const char *entity,
                                         const char *purpose)
{
    return (struct bs_stream_family){absorb_names(begin(MEMBER_WORDS), root, entity, purpose)};
}

struct bs_stream bs_stream_member(const struct bs_stream_family *family, uint64_t index)
{
    return stream_from(absorb_word(family->state, index));
}

struct bs_stream bs_stream_open_member(struct bs_stream_root root, const char *entity,
                                       const char *purpose, uint64_t index)
{
    const struct bs_stream_family family = bs_stream_family(root, entity, purpose);

    return bs_stream_member(&family, index);
}
