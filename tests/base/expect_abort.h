/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_BASE_EXPECT_ABORT_H
#define BS_TESTS_BASE_EXPECT_ABORT_H

/** That an assertion fires, shown in a child process so that the test goes on. */

#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

/** Whether `action(subject)` aborts. Its message is thrown away. */
static inline bool aborts(void (*action)(void *subject), void *subject)
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        (void)close(STDERR_FILENO);
        action(subject);
        _exit(0);
    }
    return child > 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status) &&
           WTERMSIG(status) == SIGABRT;
}

#endif
