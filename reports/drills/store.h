/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_STORE_H
#define BS_REPORTS_DRILLS_STORE_H

/**
 * The drills that have been held, in an SQLite file.
 *
 * A drill is its history: the same history is kept once, however often it is recorded. Each is one synced
 * transaction, so that whatever dies in the middle leaves all of it or nothing. Several processes may
 * record in one file and read it; who finds it locked waits, up to a deadline. Beside FILE there is
 * FILE-journal while something is written and after a crash; the two belong together.
 *
 * Tables: drills (a row each), findings, data_stores and steps (rows in order, by the drill's number). Units
 * are part of a column's name; what is not known is NULL beside its reason. `PRAGMA user_version` is the
 * version of all that; a newer one is refused.
 */

#include <stdbool.h>
#include <stdint.h>

#include "reports/drills/kept_drill.h"

struct bs_drills;

enum bs_drills_mode {
    BS_DRILLS_READ,   /* The file must be a store. All reading sees one state of it. */
    BS_DRILLS_RECORD, /* It is made if it does not exist, or is empty. */
};

enum { BS_DRILLS_WAIT_MS = 10000 };

struct bs_drills_options {
    const char *path;
    enum bs_drills_mode mode;
    int wait_ms; /* How long to wait for other processes. */
};

/**
 * On success the caller owns `*drills`. BS_ERR_INPUT: it does not exist, may not be opened or written, is
 * no store, is one of a newer version, or is damaged. BS_ERR_IO: somebody else keeps it locked, or the disk
 * says no. BS_ERR_MEMORY. The error names the file and says what SQLite says.
 */
enum bs_status bs_drills_open(const struct bs_drills_options *options, struct bs_drills **drills,
                              struct bs_error *error);
/** NULL is allowed. */
void bs_drills_close(struct bs_drills *drills);

enum bs_drills_addition {
    BS_DRILLS_ADDED,
    BS_DRILLS_COMPLETED, /* It was there, but not when it was held, or on which backend. */
    BS_DRILLS_KNOWN,     /* It was there; nothing has changed. */
};

/** Records one drill, durably on return. Errors as above; BS_ERR_LIMIT: a text is too long. */
enum bs_status bs_drills_add(struct bs_drills *drills, const struct bs_kept_drill *drill,
                             enum bs_drills_addition *addition, struct bs_error *error);

/** Which backend is meant where none is known. */
#define BS_DRILLS_NO_BACKEND ""

/** Initialise with BS_DRILLS_ALL. NULL: any. */
struct bs_drills_filter {
    const char *scenario; /* Its name. */
    const char *backend;
    const char *verdict;
    int64_t since_s; /* Held then or later; BS_UTC_UNKNOWN: whenever. */
    int64_t until_s; /* Held then or earlier. */
    int64_t last;    /* Only so many, the newest. */
};
#define BS_DRILLS_ALL           \
    ((struct bs_drills_filter){ \
        .since_s = BS_UTC_UNKNOWN, .until_s = BS_UTC_UNKNOWN, .last = INT64_MAX})

/** Looks at a drill that lives in the arena of the listing; who keeps nothing may reset it. */
typedef void bs_drills_visit_fn(void *subject, const struct bs_kept_drill *drill);

/**
 * Newest first; those of one second by the order in which they were recorded, the last first; those of
 * unknown date behind all others. BS_ERR_INPUT: the store is damaged, or has values that nobody recorded.
 * BS_ERR_IO, BS_ERR_MEMORY; BS_ERR_LIMIT: the arena is full.
 */
enum bs_status bs_drills_list(struct bs_drills *drills, const struct bs_drills_filter *filter,
                              struct bs_arena *arena, bs_drills_visit_fn *visit, void *subject,
                              struct bs_error *error);

/** A scenario's drills on one backend. */
struct bs_drills_group {
    const char *scenario;
    const char *backend; /* May be BS_DRILLS_NO_BACKEND. */
};

/** In order of scenario, then backend; in the arena. Of the filter count scenario and backend. */
enum bs_status bs_drills_groups(struct bs_drills *drills, const struct bs_drills_filter *filter,
                                struct bs_arena *arena, struct bs_drills_group **groups,
                                size_t *count, struct bs_error *error);

/** How many of the last drills a summary is about. */
enum { BS_DRILLS_LAST = 10 };

/** Which drills are meant: of a known date, not later than `now_s`. */
struct bs_drills_question {
    const char *scenario;       /* Its name. */
    const char *backend;        /* NULL: any. */
    const char *except_history; /* SHA-256 of one that is left out; NULL: none. */
    int64_t now_s;
};

/** What a scenario's last drills say. */
struct bs_drills_summary {
    struct bs_figure age_s; /* Since the last one. */
    bool is_last_passed;    /* False if there is none. */
    int64_t count;          /* Of the last ten: fewer if there are fewer. */
    int64_t passed;
    int64_t left_out; /* Drills without a date, or of a later one. */
};

/** Errors as of bs_drills_list(). A scenario without drills is no error. */
enum bs_status bs_drills_summarise(struct bs_drills *drills,
                                   const struct bs_drills_question *question,
                                   struct bs_drills_summary *summary, struct bs_error *error);

/** Whole days since the last one. */
struct bs_figure bs_drills_age_days(const struct bs_drills_summary *summary);

#endif
