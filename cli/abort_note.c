/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/abort_note.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { NOTE_BYTES_MAX = 4096 + 256 };

/* A signal handler is given nothing but what lies open: one note for each thread. */
static _Thread_local char note_of_thread[NOTE_BYTES_MAX];

/* abort() raises the signal on the thread that calls it, and dies when this returns. */
static void write_note(int signal_number)
{
    const size_t length = strlen(note_of_thread);

    (void)signal_number;
    if (write(STDERR_FILENO, note_of_thread, length) != (ssize_t)length) {
        return; /* There is nobody left to tell. */
    }
}

void bs_abort_note_install(void)
{
    struct sigaction action = {.sa_handler = write_note};

    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGABRT, &action, NULL);
}

void bs_abort_note_set(const char *note)
{
    (void)snprintf(note_of_thread, sizeof(note_of_thread), "%s\n", note);
}
