/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_PAGING_H
#define BS_MOCKS_PAGING_H

/** Cuts the whole list that an operation gives into the pages that the service's model speaks of. */

#include "base/tree.h"
#include "mocks/shape.h"

/**
 * A token names the elements between which its page begins: what is added or removed elsewhere neither
 * repeats nor skips any. If both are gone it is the place in the list that counts.
 *
 * Leaves that page of `output` that `input` asks for, with the token of the next one. False: the token is not
 * one that was given for this operation; then `output` is as it was.
 */
bool bs_page_cut(const struct bs_operation_shape *operation, const struct bs_tree *input,
                 struct bs_tree *output);

#endif
