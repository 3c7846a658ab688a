/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_DECODE_H
#define BS_BASE_DECODE_H

/**
 * From document nodes to typed structs, by tables.
 *
 * A struct that a person can write has one table of fields: name, kind, where it goes, what is allowed.
 * The table gives the reading, the errors (`file:line:column: what, and what would be right`) and the
 * suggestion for a misspelt key, so that no reader repeats them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/document.h"
#include "base/status.h"
#include "base/time.h"

enum bs_field_kind {
    BS_FIELD_TEXT, /* const char *: any scalar, its text borrowed from the document. */
    BS_FIELD_NAME, /* const char *: as TEXT, but 1 to 63 of [A-Za-z0-9._-], first a letter or digit. */
    BS_FIELD_COUNT,    /* int64_t: a whole number in [minimum, maximum]. */
    BS_FIELD_DURATION, /* struct bs_duration: bs_duration_parse(), in [minimum, maximum] ns. */
    BS_FIELD_INSTANT, /* struct bs_instant: a duration since the run's start, in [minimum, maximum] ns. */
    BS_FIELD_SHARE, /* int64_t, parts per 10^9: `95%`, `0.25 %` or `0.95`, in [minimum, maximum]. */
    BS_FIELD_RATE,  /* int64_t, 10^-9 per second: `160/s`, `30/m`, `4/h`, in [minimum, maximum]. */
    BS_FIELD_SIZE,  /* int64_t, bytes: `400MB`, `40GB`, `512KiB`, `100B`, in [minimum, maximum]. */
    BS_FIELD_BOOL,  /* bool: true or false. */
    BS_FIELD_CHOICE, /* int32_t: index into the NULL-terminated `choices`. */
    BS_FIELD_NODE,   /* const struct bs_node *: left to the caller. */
    BS_FIELD_MAP,    /* const struct bs_node *: a map, left to the caller. */
    BS_FIELD_LIST,   /* const struct bs_node *: a list, left to the caller. */
};

struct bs_field {
    const char *name;
    enum bs_field_kind kind;
    size_t offset; /* offsetof the member in the target struct. */
    bool required;
    int64_t minimum; /* Both 0: no bounds beyond the kind's own, below. */
    int64_t maximum;
    const char *const *choices;
    const char *about; /* One phrase for people: what it is. */
};

/*
 * The kinds' own bounds: COUNT, RATE, SIZE and INSTANT are not negative, a SHARE is from 0 to 100 %. COUNT
 * and BOOL must be plain; the others may stand in quotes, as JSON wants it. Numbers are decimal, exact,
 * without exponents or leading zeros; a RATE per minute or hour is rounded to the nearest 10^-9 per second.
 */

/** A table and the word for what it describes in messages: "rds_replica", "client population". */
struct bs_fields {
    const char *what;
    const struct bs_field *fields;
    size_t count;
};

/**
 * Reads a map into `target`. Members that are absent, or null, keep what `target` holds (its defaults).
 * BS_ERR_INPUT with the position of the key or value at fault: not a map, unknown key (naming the nearest
 * known one), required key missing (position of the map), wrong type, out of bounds.
 */
enum bs_status bs_decode_map(const struct bs_node *node, const struct bs_fields *fields,
                             void *target, struct bs_error *error);

/** Reads one scalar as `field` says, as bs_decode_map() does for its members. */
enum bs_status bs_decode_value(const struct bs_node *node, const struct bs_field *field,
                               void *target, struct bs_error *error);

/**
 * The candidate nearest to `word` by edit distance (insertion, deletion, substitution, transposition of
 * neighbours), if near enough to be what was meant (at most a third of its length, at least 1); else NULL.
 */
const char *bs_suggest(const char *word, const char *const *candidates, size_t count);

#endif
