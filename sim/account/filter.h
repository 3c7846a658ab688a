/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_FILTER_H
#define BS_SIM_ACCOUNT_FILTER_H

/**
 * Filters of Describe operations: lists of {Name, Values} as EC2 and RDS take them.
 *
 * All filters must match; of a filter's values one is enough. In values `*` stands for any text and `?` for
 * any character. Where a resource has several values, one of them is enough.
 */

#include "base/tree.h"

/** A name that clients may filter by, and where the value stands: "Attachments.VpcId", through lists too. */
struct bs_account_filter {
    const char *name; /* Several rows may have the same. A table ends with NULL. */
    const char *path;
};

/** Whether the text is as the pattern says. */
bool bs_account_pattern_matches(const char *pattern, const char *text);

/**
 * Whether the resource passes. Tables that have "tag-key" allow "tag:KEY" too. `filters` may be NULL: then
 * everything does. Names that the table lacks match nothing.
 */
bool bs_account_filters_match(const struct bs_account_filter *table, const struct bs_tree *filters,
                              const struct bs_tree *resource);

/** Appends the resource to the list if it passes; else destroys it. */
void bs_account_filters_keep(const struct bs_account_filter *table, const struct bs_tree *filters,
                             struct bs_tree *resource, struct bs_tree *list);

/** The first name that the table lacks, or NULL. */
const char *bs_account_unknown_filter(const struct bs_account_filter *table,
                                      const struct bs_tree *filters);

#endif
