/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_SPOOL_H
#define BS_MOCKS_SPOOL_H

/**
 * Lines that are kept for whoever asks for them: the latest in memory, which stays small, what came before in
 * a temporary file without a name, which is gone with the process. Not locked; what is being read needs
 * no lock.
 *
 * Where the file cannot be made or written, that is said once, and lines are lost instead of anything else:
 * in their place stands a line {"lost_lines": how many, "reason": text}, which no reader takes for a
 * record.
 */

#include "mocks/http.h"

struct bs_spool_options {
    const char *folder;                           /* For the temporary file. Borrowed. */
    const char *of_what;                          /* "requests": how messages call it. Borrowed. */
    size_t memory_max;                            /* Bytes that are kept in memory; 0: 256 KiB. */
    void (*log)(void *subject, const char *line); /* May be NULL. */
    void *subject;
};

struct bs_spool;

struct bs_spool *bs_spool_new(const struct bs_spool_options *options);
void bs_spool_destroy(struct bs_spool *spool);

/** Empty again. */
void bs_spool_clear(struct bs_spool *spool);

/** Adds whole lines, each with its end; copied. */
void bs_spool_append(struct bs_spool *spool, const char *lines, size_t length);

/**
 * All lines so far as the body of a response: it may be read while lines are added, and after the spool is
 * gone. BS_ERR_IO: no file can be opened for it.
 */
enum bs_status bs_spool_read(const struct bs_spool *spool, struct bs_http_source *source,
                             struct bs_error *error);

#endif
