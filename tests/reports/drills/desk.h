/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_REPORTS_DRILLS_DESK_H
#define BS_TESTS_REPORTS_DRILLS_DESK_H

/** What the tests of the store share: a folder of a test's own, and drills to put into a store there. */

#include "reports/drills/store.h"

enum { DESK_PATH_BYTES = 64, DESK_STORES = 2, DESK_STEPS = 3, DESK_FINDINGS = 2 };

/** In memory if that can be had, for each drill is synced to the disk. */
struct desk {
    char folder[DESK_PATH_BYTES];
    char path[DESK_PATH_BYTES + 16]; /* Of the store, which is not there yet. */
};

/** For cmocka_unit_test_setup_teardown(); the state is the desk. */
int desk_set_up(void **state);
int desk_tear_down(void **state);

/** Takes away the store and what belongs to it. */
void desk_remove(const struct desk *desk);

/** Opens the desk's store, or fails the test. */
struct bs_drills *desk_open(const struct desk *desk, enum bs_drills_mode mode);

/** A drill with its lists; `drill` points into the rest. */
struct kept {
    struct bs_kept_drill drill;
    char sha256[65];
    struct bs_kept_finding findings[DESK_FINDINGS];
    struct bs_kept_store stores[DESK_STORES];
    struct bs_kept_step steps[DESK_STEPS];
};

/** The drill of this number: held on day `number`, all values follow from it, nothing is missing. */
void desk_fill(struct kept *kept, int64_t number);

/** Records it; fails the test unless that is what comes of it. */
void desk_add(struct bs_drills *drills, const struct bs_kept_drill *drill,
              enum bs_drills_addition addition);

/** Of the list of drills that a filter gives, how many there are, and the first digits of their histories. */
struct desk_listed {
    size_t count;
    char text[4096]; /* "3 2 1 ": numbers of desk_fill(). */
};
struct desk_listed desk_list(struct bs_drills *drills, const struct bs_drills_filter *filter);

/** Fails the test unless the store's drills are all whole; gives how many there are. */
size_t desk_count_whole(const struct desk *desk);

/** Fails the test unless `part` is in `text`. */
void desk_contains(const char *text, const char *part);

#endif
