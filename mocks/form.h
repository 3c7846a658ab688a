/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_FORM_H
#define BS_MOCKS_FORM_H

/** Names and values as forms (`application/x-www-form-urlencoded`) and query strings write them. */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { BS_FORM_PAIRS_MAX = 200000 };

/** Decoded and terminated by a NUL that the lengths do not count. */
struct bs_form_pair {
    const char *name;
    size_t name_length;
    const char *value;
    size_t value_length;
    size_t position; /* Counts as they came. */
};

/** To be initialised and cleaned up. */
struct bs_form {
    struct bs_form_pair *pairs;
    size_t count;
    size_t capacity;
    struct bs_arena texts;
};

void bs_form_init(struct bs_form *form);
void bs_form_clean_up(struct bs_form *form);

/** Adds the pairs written in `bytes`; false if they are malformed or too many. */
bool bs_form_add(struct bs_form *form, const char *bytes, size_t length);

/** Adds those of a target's query string, if it has one. */
bool bs_form_add_target(struct bs_form *form, const char *target);

/** Brings pairs whose names begin with the same parts (as dots separate them) together, numbers aside. */
void bs_form_sort(struct bs_form *form);

/**
 * Replaces `%41` by `A` and leaves the rest; false if an escape is malformed. `decoded` has room for `length`
 * bytes and a NUL, and may be `text` itself.
 */
bool bs_percent_decode(const char *text, size_t length, char *decoded, size_t *decoded_length);

#endif
