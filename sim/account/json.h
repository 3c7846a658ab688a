/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_JSON_H
#define BS_SIM_ACCOUNT_JSON_H

/** JSON inside of texts that clients hand in: policies, dashboards, messages with a form per protocol. */

#include "base/tree.h"

/**
 * Reads one value of RFC 8259: objects become structures (of two equal names the later counts), numbers
 * decimals. NULL if the text is anything else, nests deeper than 32 or holds more than 10,000 values. The
 * caller owns the tree.
 */
struct bs_tree *bs_account_read_json(const char *text);

/** Whether the text is a JSON object. */
bool bs_account_is_json_object(const char *text);

#endif
