/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ROUTE53_DATA_H
#define BS_SIM_ACCOUNT_ROUTE53_DATA_H

/** The values of records: what each type's looks like. */

#include <stdbool.h>

enum { BS_RECORD_PROBLEM_MAX = 128 };

/**
 * Whether a value is one of the type's. If it is not, `problem` says why, as Route 53 words it:
 * "ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)".
 */
bool bs_record_data_is_valid(const char *type, const char *value,
                             char problem[BS_RECORD_PROBLEM_MAX]);

#endif
