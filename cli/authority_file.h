/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_AUTHORITY_FILE_H
#define BS_CLI_AUTHORITY_FILE_H

/** The certificate of an authority, in a file for the clients that are to trust it. */

#include "base/status.h"
#include "cli/inputs.h"

struct bs_authority_file {
    char folder[BS_PATH_MAX];
    char path[BS_PATH_MAX];
};

/** Writes it where nobody else may read or write, in a new folder under $TMPDIR or /tmp. BS_ERR_IO. */
enum bs_status bs_authority_file_write(const char *pem, struct bs_authority_file *file,
                                       struct bs_error *error);

/** Removes file and folder. */
void bs_authority_file_remove(const struct bs_authority_file *file);

#endif
