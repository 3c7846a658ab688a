/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/scaled_sleep.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"

enum { SCRIPT_BYTES_MAX = 65536, REAL_TIME = 1000 };

/* The first executable of that name in a search path; false if there is none. */
static bool find_program(const char *search_path, const char *name, char path[BS_PATH_MAX])
{
    for (const char *folder = search_path; folder != NULL;) {
        const size_t length = strcspn(folder, ":");
        const int written = snprintf(path, BS_PATH_MAX, "%.*s/%s", (int)length, folder, name);

        if (length > 0 && written > 0 && written < BS_PATH_MAX && access(path, X_OK) == 0) {
            return true;
        }
        folder = folder[length] == ':' ? folder + length + 1 : NULL;
    }
    return false;
}

/* Words that are no plain times are left to the real one, with what it says of them. */
static void write_script(struct bs_buffer *script, const char *real, int64_t speed_thousandths)
{
    bs_buffer_format(script,
                     "#!/bin/sh\n"
                     "# Seconds of the world's, whose clock goes %" PRId64
                     " thousandths as fast as ours.\n"
                     "seconds=$(awk 'BEGIN {\n"
                     "  for (i = 1; i < ARGC; i++) {\n"
                     "    if (ARGV[i] !~ /^([0-9]+[.]?[0-9]*|[.][0-9]+)[smhd]?$/) exit 1\n"
                     "    unit = substr(ARGV[i], length(ARGV[i]))\n"
                     "    total += ARGV[i] * (unit == \"m\" ? 60 : unit == \"h\" ? 3600 : unit == "
                     "\"d\" ? 86400 : 1)\n"
                     "  }\n"
                     "  if (ARGC < 2) exit 1\n"
                     "  printf \"%%.6f\", total * %d / %" PRId64 "\n"
                     "}' \"$@\" 2>/dev/null) || exec '%s' \"$@\"\n"
                     "exec '%s' \"$seconds\"\n",
                     speed_thousandths, REAL_TIME, speed_thousandths, real, real);
}

static enum bs_status write_program(const char *path, const struct bs_buffer *script,
                                    struct bs_error *error)
{
    const enum bs_status status = bs_buffer_write_file(script, path, error);

    if (status == BS_OK && chmod(path, S_IRWXU) != 0) {
        return bs_error_set(error, BS_ERR_IO, NULL, "cannot write %s: %s", path, strerror(errno));
    }
    return status == BS_OK ? BS_OK : BS_ERR_IO;
}

static char *joined(const char *folder, const char *search_path)
{
    const size_t size = strlen(folder) + strlen(search_path) + 2;
    char *text = malloc(size);

    if (text != NULL) {
        (void)snprintf(text, size, "%s:%s", folder, search_path);
    }
    return text;
}

enum bs_status bs_scaled_sleep_write(const char *folder, int64_t speed_thousandths,
                                     struct bs_scaled_sleep *scaled, struct bs_error *error)
{
    const char *search_path = getenv("PATH");
    char real[BS_PATH_MAX];
    struct bs_buffer script;
    enum bs_status status;

    *scaled =
        (struct bs_scaled_sleep){.search_path = search_path != NULL ? strdup(search_path) : NULL};
    if (speed_thousandths == REAL_TIME || !find_program(search_path, "sleep", real) ||
        strchr(real, '\'') != NULL ||
        snprintf(scaled->path, BS_PATH_MAX, "%s/sleep", folder) >= BS_PATH_MAX) {
        scaled->path[0] = '\0';
        return BS_OK;
    }
    bs_buffer_init(&script, SCRIPT_BYTES_MAX);
    write_script(&script, real, speed_thousandths);
    status = write_program(scaled->path, &script, error);
    bs_buffer_clean_up(&script);
    if (status == BS_OK && access(scaled->path, X_OK) == 0) {
        free(scaled->search_path);
        scaled->search_path = joined(folder, search_path);
    }
    return status;
}

void bs_scaled_sleep_remove(struct bs_scaled_sleep *scaled)
{
    if (scaled->path[0] != '\0') {
        (void)unlink(scaled->path);
    }
    free(scaled->search_path);
    *scaled = (struct bs_scaled_sleep){.search_path = NULL};
}
