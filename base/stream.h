/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_STREAM_H
#define BS_BASE_STREAM_H

/**
 * Random streams that are found, not created: one per (seed, trial, entity, purpose).
 *
 * The key is hashed to 256 bits that become a generator's state and increment, so that adding an entity
 * never shifts another's draws and a trial can be run again alone. Value k of a stream can be asked for in
 * any order (random access): `bs_stream_at(s, k)` is a pure function of the stream's key and k, cheap when
 * k moves forward by little, O(log distance) otherwise.
 */

#include <stdint.h>

#include "base/pcg.h"

/** What a run's streams have in common. */
struct bs_stream_root {
    uint64_t seed;
    uint64_t trial;
};

struct bs_stream {
    struct bs_pcg cursor; /* Stands before value `next`. */
    uint64_t next;
};

/** 64-bit FNV-1a with a final mix of a name; the identity of entities in keys and in event order. Never 0. */
uint64_t bs_name_hash(const char *name);

/**
 * The stream for an entity's purpose. `entity` is the entity's full name ("shoppers/honour/reads"),
 * `purpose` what the numbers decide ("arrival"). Hash: seed, trial, and both name hashes absorbed by
 * repeated 128-bit multiply-and-fold (described in stream.c).
 */
struct bs_stream bs_stream_open(struct bs_stream_root root, const char *entity,
                                const char *purpose);

/** As above for member `index` of a population, so that a thousand resolvers need no thousand names. */
struct bs_stream bs_stream_open_member(struct bs_stream_root root, const char *entity,
                                       const char *purpose, uint64_t index);

/** What the streams of a population's members have in common, for who opens them again and again. */
struct bs_stream_family {
    bs_uint128 state;
};

struct bs_stream_family bs_stream_family(struct bs_stream_root root, const char *entity,
                                         const char *purpose);

/** As bs_stream_open_member(). */
struct bs_stream bs_stream_member(const struct bs_stream_family *family, uint64_t index);

/** Value k: 64 uniform bits. */
static inline uint64_t bs_stream_at(struct bs_stream *stream, uint64_t k)
{
    if (k != stream->next) {
        if (k > stream->next) {
            bs_pcg_advance(&stream->cursor, k - stream->next);
        } else {
            bs_pcg_retreat(&stream->cursor, stream->next - k);
        }
    }
    stream->next = k + 1;
    return bs_pcg_next(&stream->cursor);
}

/**
 * Another 64 bits out of 64 uniform ones: word `n` of the little stream that one value of a stream stands
 * for, for entities that live too shortly to have streams of their own (a request's attempts). The n-th
 * output of SplitMix64 started at `bits` (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
 * Generators", 2014).
 */
static inline uint64_t bs_bits_derive(uint64_t bits, uint64_t n)
{
    uint64_t z = bits + (n + 1) * UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/** Maps 64 uniform bits to [0, span): floor(bits * span / 2^64). Monotone in `bits`; bias < span / 2^64. */
static inline uint64_t bs_bits_below(uint64_t bits, uint64_t span)
{
    return (uint64_t)(((bs_uint128)bits * span) >> 64);
}

/** Maps 64 uniform bits to the open (0, 1): (floor(bits / 2^12) + 0.5) / 2^52. Monotone in `bits`. */
static inline double bs_bits_unit(uint64_t bits)
{
    return ((double)(bits >> 12) + 0.5) * 0x1p-52;
}

#endif
