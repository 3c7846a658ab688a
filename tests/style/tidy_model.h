/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_STYLE_TIDY_MODEL_H
#define BS_TESTS_STYLE_TIDY_MODEL_H

/**
 * What clang's analyzer cannot see from another file: bs_error_set() returns the status that it was given,
 * so that `return bs_error_set(..)` is never BS_OK. style_tidy.py includes this before every source but the
 * one that defines bs_error_set().
 */

#include "base/status.h"

static inline enum bs_status bs_tidy_first(enum bs_status given, enum bs_status returned)
{
    (void)returned;
    return given;
}

#define bs_error_set(error, status, ...) \
    bs_tidy_first((status), bs_error_set((error), (status), __VA_ARGS__))

#endif
