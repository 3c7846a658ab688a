/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_OPTIONS_H
#define BS_CLI_OPTIONS_H

/**
 * A command's options as one table: it parses them, prints the help and completes them in a shell.
 *
 * `--name VALUE` and `--name=VALUE` are the same; `--` ends the options. What is wrong with a value is said
 * with the option's name.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum bs_option_kind {
    BS_OPTION_FLAG,   /* bool */
    BS_OPTION_TEXT,   /* const char * */
    BS_OPTION_NUMBER, /* uint64_t */
    BS_OPTION_CHOICE, /* int32_t: index into `choices` */
    BS_OPTION_LIST,   /* struct bs_texts: may be given again and again */
};

enum { BS_TEXTS_MAX = 64 };

struct bs_texts {
    const char *items[BS_TEXTS_MAX];
    size_t count;
};

struct bs_option {
    const char *name;  /* Without the dashes. */
    const char *value; /* What the value is called in help; NULL for a flag. */
    enum bs_option_kind kind;
    size_t offset; /* offsetof the member in the command's struct. */
    const char *const *choices;
    const char *help;
};

struct bs_command {
    const char *name;
    const char *arguments; /* "SCENARIO"; "": none. */
    const char *tail;      /* What follows the options: " -- COMMAND...", or NULL. */
    const char *about;
    const char *details; /* Paragraphs after the options, or NULL. */
    const struct bs_option *options;
    size_t option_count;
    size_t arguments_min;
    size_t arguments_max;
    /** Returns the exit status. */
    int (*run)(int argument_count, char **arguments);
};

/**
 * Reads the words after the command's name into `target` (whose members hold the defaults) and `positional`.
 * BS_ERR_INPUT with words for people otherwise. `--help` sets `*wants_help` and ends the reading.
 */
enum bs_status bs_options_parse(const struct bs_command *command, int count, char **words,
                                void *target, struct bs_texts *positional, bool *wants_help,
                                struct bs_error *error);

/** The command's help, to standard output. */
void bs_options_print_help(const struct bs_command *command);

#endif
