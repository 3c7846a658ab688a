/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ORCHESTRATOR_FIXTURE_BINDINGS_H
#define BS_TESTS_ORCHESTRATOR_FIXTURE_BINDINGS_H

/** The platform that the plans under tests/orchestrator are for. */

#include "orchestrator/plan/bindings.h"

const struct bs_bindings *fixture_bindings(void);

#endif
