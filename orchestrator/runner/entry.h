/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_RUNNER_ENTRY_H
#define BS_ORCHESTRATOR_RUNNER_ENTRY_H

/**
 * Journal entries: an input or an effect of the core as bytes, without pointers and without padding.
 *
 * Integers are little-endian, 8 bytes each; texts are a 2-byte length and the bytes, 0xFFFF standing for
 * NULL. An entry begins with its kind (1 byte) and the instant.
 *
 *   header: format, orchestrator, the two halves of the seed, identity
 *   input:  kind of input, call, and for answers every field of struct bs_call_answer in order
 *   send:   call, operation, region, resource, target, key, count, span, check, the lease's five, deadline,
 *           step, execution
 *   note:   kind of note, index, state, execution, workflow, severity, attempt, call, unhealthy, sources,
 *           error, detail, reason
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/time.h"
#include "orchestrator/core/effects.h"

enum {
    BS_ENTRY_BYTES_MAX = 1024,
    BS_ENTRY_FORMAT = 1, /* Raised whenever the bytes of any entry change. */
    BS_ENTRY_IDENTITY_MAX = 200,
};

enum bs_entry_kind {
    BS_ENTRY_INPUT = 1,
    BS_ENTRY_SEND = 2,
    BS_ENTRY_NOTE = 3,
    BS_ENTRY_HEADER = 4, /* The journal's first entry, and only that. */
};

struct bs_entry {
    size_t length;
    unsigned char bytes[BS_ENTRY_BYTES_MAX];
};

/** Whose journal it is. */
struct bs_entry_header {
    uint64_t format;
    uint64_t orchestrator;
    uint64_t seed_high;
    uint64_t seed_low;
    char identity[BS_ENTRY_IDENTITY_MAX + 1];
};

/** What an entry is about, without reading all of it. */
struct bs_entry_summary {
    enum bs_entry_kind kind;
    struct bs_instant at;
    enum bs_input_kind input; /* INPUT only. */
    uint64_t call;            /* SEND and answers; notes of answers; else 0. */
    uint32_t step;            /* SEND, and notes of steps and risks; else BS_STEP_NONE. */
};

/** False if the bytes are no entry of this format. */
bool bs_entry_summarise(const unsigned char *bytes, size_t length,
                        struct bs_entry_summary *summary);

/**
 * Reads an INPUT entry back. `input->answer` points to `answer`, which is filled if the input is one. False
 * if the bytes are not exactly such an entry.
 */
bool bs_entry_read_input(const unsigned char *bytes, size_t length, struct bs_instant *now,
                         struct bs_input *input, struct bs_call_answer *answer);

/**
 * Reads a HEADER entry back; of one in another format no more than `format`, the rest being zero. False if
 * the bytes are not such an entry.
 */
bool bs_entry_read_header(const unsigned char *bytes, size_t length, struct bs_instant *at,
                          struct bs_entry_header *header);

/** Overwrites `entry`. Asserts that it fits; texts are cut at 200 bytes. */
void bs_entry_header(struct bs_entry *entry, struct bs_instant now,
                     const struct bs_entry_header *header);
void bs_entry_input(struct bs_entry *entry, struct bs_instant now, const struct bs_input *input);
void bs_entry_effect(struct bs_entry *entry, struct bs_instant now, const struct bs_effect *effect);

/** @{ How long those entries are, without writing them. */
size_t bs_entry_input_length(const struct bs_input *input);
size_t bs_entry_effect_length(const struct bs_effect *effect);
/** @} */

#endif
