/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/stop_signals.h"

#include <stddef.h>

static void fill_in(sigset_t *stops)
{
    (void)sigemptyset(stops);
    (void)sigaddset(stops, SIGINT);
    (void)sigaddset(stops, SIGTERM);
}

void bs_stop_signals_hold(struct bs_stop_signals *signals)
{
    sigset_t stops;

    fill_in(&stops);
    (void)pthread_sigmask(SIG_BLOCK, &stops, &signals->before);
}

bool bs_stop_signals_have_come(void)
{
    sigset_t pending;

    return sigpending(&pending) == 0 &&
           (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1);
}

void bs_stop_signals_release(const struct bs_stop_signals *signals)
{
    sigset_t stops;

    fill_in(&stops);
    while (bs_stop_signals_have_come()) {
        int number = 0;

        (void)sigwait(&stops, &number);
    }
    (void)pthread_sigmask(SIG_SETMASK, &signals->before, NULL);
}
