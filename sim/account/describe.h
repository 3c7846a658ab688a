/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DESCRIBE_H
#define BS_SIM_ACCOUNT_DESCRIBE_H

/**
 * Describe operations of services that let clients filter: entries of a kind, as clients see them, in a
 * list.
 */

#include "sim/account/account.h"
#include "sim/account/filter.h"

struct bs_account_description {
    const char *kind; /* In the store. */
    const char *region;
    const struct bs_account_filter *filters;
    const struct bs_tree *input; /* Of the operation: its "Filters" count. */
    /* What clients see of an entry, to be destroyed. */
    struct bs_tree *(*view)(struct bs_account *account, const struct bs_account_entry *entry);
    /* Whether the input's other members let it through. */
    bool (*is_wanted)(const struct bs_tree *input, const struct bs_account_entry *entry,
                      const struct bs_tree *view);
};

/** Appends the entry's view to the list if it passes. */
void bs_account_describe_entry(struct bs_account *account,
                               const struct bs_account_description *description,
                               const struct bs_account_entry *entry, struct bs_tree *list);

/** As above, every entry of the kind and Region, in the order of their keys. */
void bs_account_describe(struct bs_account *account,
                         const struct bs_account_description *description, struct bs_tree *list);

#endif
