/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_EXIT_STATUS_H
#define BS_CLI_EXIT_STATUS_H

/** What the process tells its caller, beside the verdicts' own (reports/checks/verdict.h: 0, 1, 2). */
enum bs_exit_status {
    BS_EXIT_OK = 0,
    BS_EXIT_MISSED = 1,
    BS_EXIT_UNKNOWN = 2,
    BS_EXIT_REGRESSION = 3, /* Worse than a baseline. */
    BS_EXIT_USAGE = 64,
    BS_EXIT_UNAVAILABLE = 69, /* Somebody outside, or an address, cannot be used. */
    BS_EXIT_INTERNAL = 70,
};

#endif
