/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_HUNT_OUTPUT_H
#define BS_CLI_HUNT_OUTPUT_H

/** What a hunt found, as text and as JSON, and the files of its findings. */

#include "cli/hunt_run.h"

/** A schedule that broke an invariant. */
struct bs_hunt_finding {
    uint64_t number;
    bool has_crash; /* It took the crash to break it. */
    char invariant[BS_HUNT_WORD_MAX];
    char reason[BS_HUNT_REASON_MAX];
    struct bs_hunt_schedule *shrunk; /* NULL: as many others broke the same. */
    uint32_t tries;
    char file[BS_PATH_MAX];          /* "": not written. */
    char reproduce[2 * BS_PATH_MAX]; /* The command. */
    char history_sha256[65];         /* Of the run of the file, or of the shrunken schedule. */
};

struct bs_hunt_summary {
    const struct bs_hunter *hunter;
    uint64_t schedules;
    const struct bs_hunt_totals *totals;
    const struct bs_hunt_finding *findings; /* By number. */
    size_t finding_count;
};

void bs_hunt_print_text(const struct bs_hunt_summary *summary);
void bs_hunt_print_json(const struct bs_hunt_summary *summary);

/**
 * Writes the finding's scenario file, which extends the base by a path from its own folder, and sets `file`,
 * `reproduce` and `history_sha256`. BS_ERR_IO.
 */
enum bs_status bs_hunt_write_finding(const struct bs_hunter *hunter, const char *folder,
                                     struct bs_hunt_finding *finding, struct bs_error *error);

/** The command that runs one schedule of a hunt again. */
void bs_hunt_reproduce(const struct bs_hunter *hunter, uint64_t number, char *text, size_t size);

#endif
