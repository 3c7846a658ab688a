/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_STUB_ANSWER_H
#define BS_ORCHESTRATOR_LIVE_STUB_ANSWER_H

/** What a resolver answers to a question for an IPv4 address. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_STUB_ADDRESS_MAX = 16 };

struct bs_stub_answer {
    char address[BS_STUB_ADDRESS_MAX]; /* The first, whatever aliases lead there; empty: none. */
    uint32_t ttl_s;                    /* The shortest on the way. */
};

/**
 * Reads a message. False: it is no answer to the question of that id for that name, and nothing is to come of
 * it.
 */
bool bs_stub_answer_read(const uint8_t *message, size_t length, uint16_t id, const char *name,
                         struct bs_stub_answer *answer);

#endif
