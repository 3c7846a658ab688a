/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_ASSERT_H
#define BS_BASE_ASSERT_H

/**
 * Assertions in two tiers. BS_ASSERT guards what callers must respect and stays on in every build.
 * BS_ASSERT_DEBUG guards invariants too dear to check in Release; it is compiled but not executed there.
 */

/** Prints the condition and its place to standard error, then aborts. */
_Noreturn void bs_assert_fail(const char *condition, const char *file, int line);

#define BS_ASSERT(condition) \
    ((condition) ? (void)0 : bs_assert_fail(#condition, __FILE__, __LINE__))

#ifdef NDEBUG
#define BS_ASSERT_DEBUG(condition) ((void)sizeof((condition) ? 1 : 0))
#else
#define BS_ASSERT_DEBUG(condition) BS_ASSERT(condition)
#endif

#endif
