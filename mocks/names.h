/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_NAMES_H
#define BS_MOCKS_NAMES_H

/** What a mock's account calls a scenario's resources: for an orchestrator that is to call on it. */

#include "mocks/mock.h"
#include "orchestrator/aws/wire_names.h"

struct bs_mock_names;

/** Of a mock that has a scenario's world; borrowed, and nobody else changes it meanwhile. */
struct bs_mock_names *bs_mock_names_new(struct bs_mock *mock);
/** NULL is allowed. */
void bs_mock_names_destroy(struct bs_mock_names *names);

/** With the record that the call changes, if any, as it is now. Borrowed. */
const struct bs_wire_names *bs_mock_names_for(struct bs_mock_names *names,
                                              const struct bs_call_request *call);

#endif
