/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/describe.h"

void bs_account_describe_entry(struct bs_account *account,
                               const struct bs_account_description *description,
                               const struct bs_account_entry *entry, struct bs_tree *list)
{
    struct bs_tree *view = description->view(account, entry);

    if (description->is_wanted(description->input, entry, view)) {
        bs_account_filters_keep(description->filters, bs_tree_get(description->input, "Filters"),
                                view, list);
    } else {
        bs_tree_destroy(view);
    }
}

void bs_account_describe(struct bs_account *account,
                         const struct bs_account_description *description, struct bs_tree *list)
{
    const struct bs_account_entry *entry = NULL;

    while ((entry = bs_account_next(account, description->kind, description->region,
                                    entry == NULL ? NULL : entry->key)) != NULL) {
        bs_account_describe_entry(account, description, entry, list);
    }
}
