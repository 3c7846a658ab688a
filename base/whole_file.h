/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_WHOLE_FILE_H
#define BS_BASE_WHOLE_FILE_H

/**
 * A file that is written piece by piece and is there whole or not at all: a temporary file beside it,
 * fsync, rename. Errors are BS_ERR_IO and name the path.
 */

#include <stddef.h>

#include "base/status.h"

struct bs_whole_file;

/** `path` is copied. */
enum bs_status bs_whole_file_open(const char *path, struct bs_whole_file **file,
                                  struct bs_error *error);

enum bs_status bs_whole_file_append(struct bs_whole_file *file, const char *bytes, size_t length,
                                    struct bs_error *error);

/** Puts the file in its place. On an error what stood there before still does; `file` is gone either way. */
enum bs_status bs_whole_file_finish(struct bs_whole_file *file, struct bs_error *error);

/** Gives it up; NULL is allowed. */
void bs_whole_file_discard(struct bs_whole_file *file);

#endif
