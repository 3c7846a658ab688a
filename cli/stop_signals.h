/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_STOP_SIGNALS_H
#define BS_CLI_STOP_SIGNALS_H

/** SIGINT and SIGTERM held back, so that what is under way can be brought to an end. */

#include <signal.h>
#include <stdbool.h>

struct bs_stop_signals {
    sigset_t before;
};

/** Of this thread, and of those that it makes from now on. */
void bs_stop_signals_hold(struct bs_stop_signals *signals);

/** Whether one of them has come; of any thread. */
bool bs_stop_signals_have_come(void);

/** As before; those that have come are taken as heard. */
void bs_stop_signals_release(const struct bs_stop_signals *signals);

#endif
