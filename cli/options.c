/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/options.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/decode.h"

static const struct bs_option *find_option(const struct bs_command *command, const char *name,
                                           size_t length)
{
    for (size_t i = 0; i < command->option_count; i++) {
        if (strlen(command->options[i].name) == length &&
            strncmp(command->options[i].name, name, length) == 0) {
            return &command->options[i];
        }
    }
    return NULL;
}

static enum bs_status unknown_option(const struct bs_command *command, const char *name,
                                     size_t length, struct bs_error *error)
{
    char word[64];
    const char *names[32];
    const char *suggestion;

    (void)snprintf(word, sizeof(word), "%.*s", (int)(length < 60 ? length : 60), name);
    for (size_t i = 0; i < command->option_count && i < 32; i++) {
        names[i] = command->options[i].name;
    }
    suggestion = bs_suggest(word, names, command->option_count);
    return bs_error_set(error, BS_ERR_INPUT, NULL, "unknown option '--%s' of '%s'%s%s%s", word,
                        command->name, suggestion != NULL ? "; did you mean '--" : "",
                        suggestion != NULL ? suggestion : "", suggestion != NULL ? "'?" : "");
}

static enum bs_status set_number(const struct bs_option *option, const char *value,
                                 uint64_t *target, struct bs_error *error)
{
    uint64_t number = 0;
    const char *digit = value;

    for (; *digit >= '0' && *digit <= '9'; digit++) {
        if (__builtin_mul_overflow(number, 10U, &number) ||
            __builtin_add_overflow(number, (uint64_t)(*digit - '0'), &number)) {
            break;
        }
    }
    if (digit == value || *digit != '\0') {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--%s must be a whole number from 0 to %" PRIu64 ", found '%s'",
                            option->name, UINT64_MAX, value);
    }
    *target = number;
    return BS_OK;
}

static enum bs_status set_choice(const struct bs_option *option, const char *value, int32_t *target,
                                 struct bs_error *error)
{
    char known[256] = "";
    size_t length = 0;

    for (int32_t i = 0; option->choices[i] != NULL; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            *target = i;
            return BS_OK;
        }
        length += (size_t)snprintf(known + length, sizeof(known) - length, "%s%s",
                                   i > 0 ? ", " : "", option->choices[i]);
    }
    return bs_error_set(error, BS_ERR_INPUT, NULL, "--%s must be one of %s; found '%s'",
                        option->name, known, value);
}

static enum bs_status set_value(const struct bs_option *option, const char *value, void *target,
                                struct bs_error *error)
{
    void *member = (char *)target + option->offset;
    struct bs_texts *texts = member;

    switch (option->kind) {
    case BS_OPTION_FLAG:
        *(bool *)member = true;
        return BS_OK;
    case BS_OPTION_TEXT:
        *(const char **)member = value;
        return BS_OK;
    case BS_OPTION_NUMBER:
        return set_number(option, value, member, error);
    case BS_OPTION_CHOICE:
        return set_choice(option, value, member, error);
    case BS_OPTION_LIST:
        if (texts->count == BS_TEXTS_MAX) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "--%s is given more than %d times",
                                option->name, (int)BS_TEXTS_MAX);
        }
        texts->items[texts->count++] = value;
        return BS_OK;
    }
    return BS_ERR_INTERNAL;
}

/* `words[*index]` begins with "--". */
static enum bs_status parse_option(const struct bs_command *command, int count, char **words,
                                   int *index, void *target, struct bs_error *error)
{
    const char *name = words[*index] + 2;
    const char *equals = strchr(name, '=');
    const size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
    const struct bs_option *option = find_option(command, name, length);
    const char *value = equals != NULL ? equals + 1 : NULL;

    if (option == NULL) {
        return unknown_option(command, name, length, error);
    }
    if (option->kind == BS_OPTION_FLAG && value != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--%s takes no value", option->name);
    }
    if (option->kind != BS_OPTION_FLAG && value == NULL) {
        if (*index + 1 >= count) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "--%s needs a value: --%s %s",
                                option->name, option->name, option->value);
        }
        value = words[++*index];
    }
    return set_value(option, value, target, error);
}

static const char *tail_of(const struct bs_command *command)
{
    return command->tail != NULL ? command->tail : "";
}

static enum bs_status check_count(const struct bs_command *command,
                                  const struct bs_texts *positional, struct bs_error *error)
{
    if (positional->count >= command->arguments_min &&
        positional->count <= command->arguments_max) {
        return BS_OK;
    }
    return bs_error_set(error, BS_ERR_INPUT, NULL,
                        "usage: blackstart %s%s%s [OPTIONS]%s; try 'blackstart %s --help'",
                        command->name, command->arguments[0] != '\0' ? " " : "", command->arguments,
                        tail_of(command), command->name);
}

enum bs_status bs_options_parse(const struct bs_command *command, int count, char **words,
                                void *target, struct bs_texts *positional, bool *wants_help,
                                struct bs_error *error)
{
    bool options_end = false;

    for (int i = 0; i < count; i++) {
        enum bs_status status = BS_OK;

        if (!options_end && (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)) {
            *wants_help = true;
            return BS_OK;
        }
        if (!options_end && strcmp(words[i], "--") == 0) {
            options_end = true;
        } else if (!options_end && strncmp(words[i], "--", 2) == 0) {
            status = parse_option(command, count, words, &i, target, error);
        } else if (!options_end && words[i][0] == '-' && words[i][1] != '\0') {
            status = bs_error_set(error, BS_ERR_INPUT, NULL,
                                  "unknown option '%s'; options begin with two dashes", words[i]);
        } else if (positional->count == BS_TEXTS_MAX) {
            status = bs_error_set(error, BS_ERR_INPUT, NULL, "more than %d arguments",
                                  (int)BS_TEXTS_MAX);
        } else {
            positional->items[positional->count++] = words[i];
        }
        if (status != BS_OK) {
            return status;
        }
    }
    return check_count(command, positional, error);
}

void bs_options_print_help(const struct bs_command *command)
{
    (void)printf("usage: blackstart %s%s%s [OPTIONS]%s\n\n%s\n\nOptions:\n", command->name,
                 command->arguments[0] != '\0' ? " " : "", command->arguments, tail_of(command),
                 command->about);
    for (size_t i = 0; i < command->option_count; i++) {
        const struct bs_option *option = &command->options[i];
        char left[64];

        (void)snprintf(left, sizeof(left), "--%s%s%s", option->name,
                       option->value != NULL ? " " : "",
                       option->value != NULL ? option->value : "");
        (void)printf("  %-22s %s\n", left, option->help);
    }
    (void)printf("  %-22s %s\n", "--help", "This text.");
    if (command->details != NULL) {
        (void)printf("\n%s", command->details);
    }
}
