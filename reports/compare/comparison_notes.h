/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_COMPARE_COMPARISON_NOTES_H
#define BS_REPORTS_COMPARE_COMPARISON_NOTES_H

/** A comparison in sentences. Inside reports/compare only. */

#include "reports/compare/comparison.h"

/** Formatted text from the arena; NULL if that is full. */
__attribute__((format(printf, 2, 3))) const char *bs_comparison_text(struct bs_arena *arena,
                                                                     const char *format, ...);

/** Adds a note; beyond BS_COMPARISON_NOTES_MAX they are left out. */
void bs_comparison_note(struct bs_comparison *comparison, const char *text);

/** What differs between the two sides beside their figures. */
void bs_comparison_note_identity(struct bs_comparison *comparison, struct bs_arena *arena);

/** Why the two cannot be compared at all, or NULL. */
const char *bs_comparison_mismatch(const struct bs_comparison *comparison, struct bs_arena *arena);

/** `why` and `blame`, once all rows are judged. BS_ERR_MEMORY. */
enum bs_status bs_comparison_explain(struct bs_comparison *comparison, struct bs_arena *arena,
                                     struct bs_error *error);

#endif
