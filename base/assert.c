/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/assert.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void bs_assert_fail(const char *condition, const char *file, int line)
{
    (void)fprintf(stderr, "%s:%d: internal error: assertion failed: %s\n", file, line, condition);
    abort();
}
