/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_REPORTS_CARDS_H
#define BS_TESTS_REPORTS_CARDS_H

/**
 * What the tests of renderers share: two runs whose cards are checked in, runs in which every name is
 * hostile, and what must hold of text whatever the format. All fail the test rather than return an error.
 */

#include "reports/report.h"
#include "tests/reports/story.h"

enum { CARDS_BYTES_MAX = 8 * 1024 * 1024 };

extern const struct story cards_missed;
extern const struct story cards_passed;

typedef void cards_render_fn(const struct bs_report *report, struct bs_buffer *buffer);

/** The caller destroys it. */
struct bs_report *cards_build(const struct bs_history *history);

/** A story's card; the caller cleans it up. */
struct bs_buffer cards_of_story(const struct story *story, cards_render_fn *render);

/** Compares with a file in tests/reports/golden, or writes it if BS_UPDATE_GOLDEN is set. */
void cards_compare(const char *file, const struct bs_buffer *card);

/** Compares the cards of `cards_missed` and `cards_passed` with missed.EXTENSION and passed.EXTENSION. */
void cards_compare_stories(const char *extension, cards_render_fn *render);

/** Looks at a card that is about names of which `name` is the worst. */
typedef void cards_look_fn(const struct bs_buffer *card, const struct bs_report *report,
                           const char *name);

/**
 * Renders the report of nothing, and those of runs in which all that anybody could name has a hostile name;
 * each card must be inert (cards_check_inert()), and is looked at.
 */
void cards_try_hostile_names(cards_render_fn *render, cards_look_fn *look);
void cards_try_empty_history(cards_render_fn *render, cards_look_fn *look);

/** UTF-8 without a control character but line feeds, and nothing that turns text around. */
void cards_check_inert(const struct bs_buffer *card);

#endif
