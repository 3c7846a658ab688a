/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_DRILLS_PAGE_H
#define BS_REPORTS_DRILLS_PAGE_H

/** What is to be shown of a store; each form has a function of the same shape. */

#include <stdbool.h>

#include "base/buffer.h"
#include "reports/drills/store.h"

enum { BS_DRILLS_ARENA_BYTES_MAX = 256 * 1024 * 1024 };

struct bs_drills_page {
    struct bs_drills *drills;       /* Open for reading. */
    struct bs_drills_filter filter; /* Of the list; trends go by scenario and backend only. */
    int64_t now_s;
    bool colour; /* For the form that has colours. */
};

/**
 * Appends the page. Errors as of bs_drills_list(); a buffer that is full says so itself. Whatever drills are
 * called, what is written moves no cursor, ends no field and is no formula.
 */
typedef enum bs_status bs_drills_write_fn(const struct bs_drills_page *page,
                                          struct bs_buffer *buffer, struct bs_error *error);

#endif
