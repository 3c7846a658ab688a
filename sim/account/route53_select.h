/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ROUTE53_SELECT_H
#define BS_SIM_ACCOUNT_ROUTE53_SELECT_H

/** Which of the record sets of a name and type answer a question: routing policies and health. */

#include "sim/account/route53_resolve.h"

/** Documented: sets of one name and type. */
enum { BS_ROUTE53_ALTERNATIVES_MAX = 101 };

/**
 * The sets that answer, in `chosen`; how many. Unhealthy ones answer only if all are (fail-open); of
 * geographic ones, none may fit.
 */
size_t bs_route53_select(struct bs_account *account, const struct bs_dns_question *question,
                         const struct bs_tree *const *sets, size_t count,
                         const struct bs_tree *chosen[BS_ROUTE53_ALTERNATIVES_MAX]);

#endif
