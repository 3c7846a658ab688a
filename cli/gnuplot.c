/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/time.h"
#include "reports/clean_text.h"

enum {
    PROGRAM_PATH_MAX = 4096,
    SAID_BYTES_MAX = 64 * 1024,
    READ_BYTES = 1024,
    POLL_MS = 10,
    NOT_RUN = 127,
    LINE_MAX = 256,
};

static int64_t now_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

/* ---- Where it is ---- */

static bool is_program(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, X_OK) == 0;
}

/* In absolute folders only: it is run in another one, which may hold anything. */
static bool find_program(char path[PROGRAM_PATH_MAX])
{
    const char *folders = getenv("PATH");

    while (folders != NULL && *folders != '\0') {
        const size_t length = strcspn(folders, ":");

        if (folders[0] == '/' &&
            snprintf(path, PROGRAM_PATH_MAX, "%.*s/gnuplot", (int)length, folders) <
                PROGRAM_PATH_MAX &&
            is_program(path)) {
            return true;
        }
        folders += length + (folders[length] == ':' ? 1 : 0);
    }
    return false;
}

/* ---- The child ---- */

/* Nothing but calls that are safe after a fork of a process with threads. Does not return. */
static void become_gnuplot(const struct bs_gnuplot *gnuplot, char *const words[], int said)
{
    const int nothing = open("/dev/null", O_RDWR);
    sigset_t none;

    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    if (nothing >= 0 && chdir(gnuplot->folder) == 0 && dup2(nothing, STDIN_FILENO) >= 0 &&
        dup2(nothing, STDOUT_FILENO) >= 0 && dup2(said, STDERR_FILENO) >= 0) {
        (void)execv(words[0], words);
    }
    _exit(NOT_RUN);
}

/* Keeps what it says until it says no more; false at the deadline. */
static bool listen_to(int said, int64_t deadline_ns, struct bs_buffer *words)
{
    for (;;) {
        struct pollfd ready = {.fd = said, .events = POLLIN};
        const int64_t left_ns = deadline_ns - now_ns();
        char bytes[READ_BYTES];
        ssize_t length;

        if (left_ns <= 0) {
            return false;
        }
        if (poll(&ready, 1, (int)(left_ns / BS_NS_PER_MS) + 1) <= 0) {
            continue;
        }
        length = read(said, bytes, sizeof(bytes));
        if (length <= 0) {
            return true;
        }
        bs_buffer_append(words, bytes, (size_t)length);
    }
}

/* It has said all: now it ends, or is ended. */
static bool await_end(pid_t child, int64_t deadline_ns, int *status)
{
    const struct timespec pause = {.tv_nsec = POLL_MS * BS_NS_PER_MS};

    while (now_ns() < deadline_ns) {
        const pid_t ended = waitpid(child, status, WNOHANG);

        if (ended == child || (ended < 0 && errno != EINTR)) {
            return ended == child;
        }
        (void)nanosleep(&pause, NULL);
    }
    return false;
}

/* ---- What became of it ---- */

static enum bs_gnuplot_end fail(struct bs_error *error, const char *what, const char *why)
{
    (void)bs_error_set(error, BS_ERR_IO, NULL, "gnuplot made no plots: %s%s%s", what,
                       why[0] != '\0' ? ": " : "", why);
    return BS_GNUPLOT_FAILED;
}

/* The last line with anything in it is what gnuplot complains of. */
static void last_line(const struct bs_buffer *said, char line[LINE_MAX])
{
    struct bs_buffer clean;
    size_t end = said->length;
    size_t begin;

    while (end > 0 && strchr(" \r\n", said->bytes[end - 1]) != NULL) {
        end--;
    }
    for (begin = end; begin > 0 && said->bytes[begin - 1] != '\n';) {
        begin--;
    }
    bs_buffer_init(&clean, SAID_BYTES_MAX);
    if (end > begin) {
        said->bytes[end] = '\0';
        bs_clean_text(&clean, said->bytes + begin, NULL);
    }
    (void)snprintf(line, LINE_MAX, "%s", clean.bytes != NULL ? clean.bytes : "");
    bs_buffer_clean_up(&clean);
}

static enum bs_gnuplot_end attend(pid_t child, int said, int64_t deadline_ns,
                                  struct bs_error *error)
{
    const int64_t end_ns = now_ns() + deadline_ns;
    struct bs_buffer words;
    char line[LINE_MAX];
    int status = 0;
    bool has_ended;

    bs_buffer_init(&words, SAID_BYTES_MAX);
    has_ended = listen_to(said, end_ns, &words) && await_end(child, end_ns, &status);
    if (!has_ended) {
        (void)kill(child, SIGKILL);
        (void)waitpid(child, &status, 0);
    }
    last_line(&words, line);
    bs_buffer_clean_up(&words);
    if (!has_ended) {
        return fail(error, "it did not end in time", line);
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return BS_GNUPLOT_DONE;
    }
    return fail(error, "it ended with an error", line);
}

enum bs_gnuplot_end bs_gnuplot_run(const struct bs_gnuplot *gnuplot, struct bs_error *error)
{
    char path[PROGRAM_PATH_MAX];
    char defaults[] = "-d";
    char script[PROGRAM_PATH_MAX];
    char *const words[] = {path, defaults, script, NULL};
    enum bs_gnuplot_end end;
    int said[2];
    pid_t child;

    if (!find_program(path)) {
        (void)bs_error_set(error, BS_ERR_INPUT, NULL,
                           "gnuplot is not installed: no plots; 'gnuplot %s' in %s makes them",
                           gnuplot->script, gnuplot->folder);
        return BS_GNUPLOT_ABSENT;
    }
    (void)snprintf(script, sizeof(script), "%s", gnuplot->script);
    if (pipe(said) != 0) {
        return fail(error, "it cannot be listened to", strerror(errno));
    }
    child = fork();
    if (child == 0) {
        become_gnuplot(gnuplot, words, said[1]);
    }
    (void)close(said[1]);
    end = child < 0 ? fail(error, "it cannot be started", strerror(errno))
                    : attend(child, said[0], gnuplot->deadline_ns, error);
    (void)close(said[0]);
    return end;
}
