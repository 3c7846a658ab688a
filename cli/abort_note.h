/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_ABORT_NOTE_H
#define BS_CLI_ABORT_NOTE_H

/** Last words: an assertion that fails on a thread says which command fails it again. */

/** From now on a SIGABRT prints its thread's note before the process dies of it. */
void bs_abort_note_install(void);

/** This thread's note, a line without its end; copied. */
void bs_abort_note_set(const char *note);

#endif
