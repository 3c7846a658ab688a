/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_NAME_SERVER_H
#define BS_MOCKS_NAME_SERVER_H

/**
 * The name servers of the account's hosted zones: what they answer now. They stay up whatever is lost: the
 * world has no fault of Route 53's data plane.
 *
 * What chance decides follows from how many questions have been asked before, so the same questions in the
 * same order get the same answers.
 */

#include "mocks/dns_message.h"

/** As a struct bs_dns_oracle's; `mock` is a struct bs_mock. */
void bs_name_server_ask(void *mock, struct bs_dns_question *question, struct bs_dns_answer *answer);

#endif
