/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>

#include "base/decode.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "sim/trial/trial.h"

/* In the order of --help. */
const struct bs_command *const bs_commands[] = {
    &bs_command_run,     &bs_command_sweep,   &bs_command_merge,      &bs_command_baseline,
    &bs_command_compare, &bs_command_lint,    &bs_command_torture,    &bs_command_hunt,
    &bs_command_mock,    &bs_command_exec,    &bs_command_gameday,    &bs_command_resume,
    &bs_command_report,  &bs_command_history, &bs_command_completion, NULL,
};

static void print_help(FILE *stream)
{
    (void)fprintf(
        stream,
        "usage: blackstart COMMAND ...\n\n"
        "If this Region goes down tonight, how long until customers are served again, and\n"
        "what did we lose? blackstart runs a failover plan against a simulated AWS and says.\n\n"
        "Commands:\n");
    for (size_t i = 0; bs_commands[i] != NULL; i++) {
        const char *about = bs_commands[i]->about;

        (void)fprintf(stream, "  %-12s %.*s\n", bs_commands[i]->name, (int)strcspn(about, "\n"),
                      about);
    }
    (void)fprintf(stream,
                  "  %-12s %s\n\n'blackstart COMMAND --help' tells more. Exit status: 0 objectives "
                  "met, 1 missed,\n"
                  "2 could not judge, 3 regression, 64 usage or bad input, 69 address unusable, 70 "
                  "internal error.\n",
                  "version", "Print the version.");
}

static int unknown_command(const char *name)
{
    const char *names[32];
    size_t count = 0;
    const char *suggestion;

    for (; bs_commands[count] != NULL; count++) {
        names[count] = bs_commands[count]->name;
    }
    suggestion = bs_suggest(name, names, count);
    (void)fprintf(stderr, "blackstart: unknown command '%s'%s%s%s\n", name,
                  suggestion != NULL ? "; did you mean '" : "",
                  suggestion != NULL ? suggestion : "; 'blackstart --help' lists them",
                  suggestion != NULL ? "'?" : "");
    return BS_EXIT_USAGE;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return BS_EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        print_help(stdout);
        return BS_EXIT_OK;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "version") == 0) {
        (void)printf("blackstart %s\n", bs_version);
        return BS_EXIT_OK;
    }
    for (size_t i = 0; bs_commands[i] != NULL; i++) {
        if (strcmp(argv[1], bs_commands[i]->name) == 0) {
            return bs_commands[i]->run(argc - 2, argv + 2);
        }
    }
    return unknown_command(argv[1]);
}
