/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_DRILL_FILE_H
#define BS_CLI_DRILL_FILE_H

/** What `blackstart resume` has to know beside the journal: JOURNAL.drill, in JSON. It holds no secret. */

#include "base/document.h"

struct bs_drill_file {
    const char *scenario; /* Path, as given, absolute if it could be made so. */
    const char *scenario_sha256;
    const char *account;
    const char *reason;
    const char *url;    /* Or NULL. */
    const char *people; /* Folder, or NULL. */
    const char *out;    /* Folder, or NULL. */
    const char *store;  /* Path, absolute if it could be made so, or NULL. */
    int64_t scale;      /* Thousandths. */
    int64_t epoch_ns;
    int64_t orchestrator;
};

/** Where something of this journal is kept: "FILE.WHAT". False if that does not fit. */
bool bs_drill_path(const char *journal, const char *what, char *path, size_t path_size);

enum bs_status bs_drill_file_write(const char *path, const struct bs_drill_file *file,
                                   struct bs_error *error);
/** Texts live as long as `*document`, which the caller owns on success. */
enum bs_status bs_drill_file_read(const char *path, struct bs_drill_file *file,
                                  struct bs_document **document, struct bs_error *error);

#endif
