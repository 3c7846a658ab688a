/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/exit_status.h"

static int run_completion(int count, char **words);

const struct bs_command bs_command_completion = {
    .name = "completion",
    .arguments = "bash",
    .about = "Print a completion script for the shell:\n  source <(blackstart completion bash)",
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_completion,
};

static void print_command(const struct bs_command *command)
{
    (void)printf("    %s) words=\"--help", command->name);
    for (size_t i = 0; i < command->option_count; i++) {
        (void)printf(" --%s", command->options[i].name);
    }
    (void)printf("\" ;;\n");
}

static void print_script(void)
{
    (void)printf("_blackstart() {\n  local words=\"\" current=\"${COMP_WORDS[COMP_CWORD]}\"\n"
                 "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words=\"help version");
    for (size_t i = 0; bs_commands[i] != NULL; i++) {
        (void)printf(" %s", bs_commands[i]->name);
    }
    (void)printf("\"\n  else\n    case \"${COMP_WORDS[1]}\" in\n");
    for (size_t i = 0; bs_commands[i] != NULL; i++) {
        print_command(bs_commands[i]);
    }
    (void)printf(
        "    esac\n  fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
        "  [ \"${current#-}\" = \"$current\" ] && COMPREPLY+=($(compgen -f -- \"$current\"))\n}\n"
        "complete -o filenames -F _blackstart blackstart\n");
}

static int run_completion(int count, char **words)
{
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    bool wants_help = false;
    char unused;

    if (bs_options_parse(&bs_command_completion, count, words, &unused, &positional, &wants_help,
                         &error) != BS_OK) {
        (void)fprintf(stderr, "blackstart completion: %s\n", error.message);
        return BS_EXIT_USAGE;
    }
    if (wants_help) {
        bs_options_print_help(&bs_command_completion);
        return BS_EXIT_OK;
    }
    if (strcmp(positional.items[0], "bash") != 0) {
        (void)fprintf(stderr, "blackstart completion: bash is the only shell known; found '%s'\n",
                      positional.items[0]);
        return BS_EXIT_USAGE;
    }
    print_script();
    return BS_EXIT_OK;
}
