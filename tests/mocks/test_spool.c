/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Lines that do not fit into memory come back as they were; where they cannot be kept, that is said. */

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/resource.h>

#include <cmocka.h>

#include "mocks/spool.h"
#include "tests/mocks/response_text.h"

enum { MEMORY = 4096, LINES = 100000, LINE_SIZE = 64 };

struct fixture {
    struct bs_spool *spool;
    int complaints;
    char complaint[512];
};

static void hear(void *subject, const char *line)
{
    struct fixture *fixture = subject;

    fixture->complaints++;
    (void)snprintf(fixture->complaint, sizeof(fixture->complaint), "%s", line);
}

static void open_fixture(struct fixture *fixture, const char *folder)
{
    const struct bs_spool_options options = {.folder = folder,
                                             .of_what = "requests",
                                             .memory_max = MEMORY,
                                             .log = hear,
                                             .subject = fixture};

    *fixture = (struct fixture){.spool = bs_spool_new(&options)};
}

static void add(struct fixture *fixture, int first, int last)
{
    char line[LINE_SIZE];

    for (int i = first; i <= last; i++) {
        const int length = snprintf(line, sizeof(line), "{\"receipt\":%d}\n", i);

        bs_spool_append(fixture->spool, line, (size_t)length);
    }
}

static struct bs_http_source begin_reading(const struct fixture *fixture)
{
    struct bs_http_source source = {.self = NULL};
    struct bs_error error = {0};

    assert_int_equal(bs_spool_read(fixture->spool, &source, &error), BS_OK);
    return source;
}

/* All of the source, which is released; to be freed. */
static char *read_all(struct bs_http_source *source)
{
    char *text = bs_source_text(source);

    source->release(source->self);
    return text;
}

/* The numbers from first on stand there, one a line; what follows the last of them. */
static const char *check_lines(const char *text, int first, int last)
{
    char line[LINE_SIZE];

    for (int i = first; i <= last; i++) {
        const int length = snprintf(line, sizeof(line), "{\"receipt\":%d}\n", i);

        assert_memory_equal(text, line, (size_t)length);
        text += length;
    }
    return text;
}

static void all_lines_come_back(void **state)
{
    struct fixture fixture;
    struct bs_http_source source;
    char *text;

    (void)state;
    open_fixture(&fixture, "/var/tmp");
    source = begin_reading(&fixture);
    assert_int_equal(source.length, 0);
    source.release(source.self);
    add(&fixture, 1, LINES);
    source = begin_reading(&fixture);
    assert_true(source.length > 100 * MEMORY);
    text = read_all(&source);
    assert_string_equal(check_lines(text, 1, LINES), "");
    free(text);
    assert_int_equal(fixture.complaints, 0);
    bs_spool_destroy(fixture.spool);
}

static void a_reader_sees_what_there_was(void **state)
{
    struct fixture fixture;
    struct bs_http_source sources[2];
    char *text;

    (void)state;
    open_fixture(&fixture, "/var/tmp");
    add(&fixture, 1, LINES);
    sources[0] = begin_reading(&fixture);
    add(&fixture, LINES + 1, 2 * LINES);
    sources[1] = begin_reading(&fixture);
    bs_spool_clear(fixture.spool);
    add(&fixture, 7, 9);
    for (int i = 0; i < 2; i++) {
        text = read_all(&sources[i]);
        assert_string_equal(check_lines(text, 1, (i + 1) * LINES), "");
        free(text);
    }
    sources[0] = begin_reading(&fixture);
    bs_spool_destroy(fixture.spool);
    text = read_all(&sources[0]);
    assert_string_equal(check_lines(text, 7, 9), "");
    free(text);
}

static void pieces_longer_than_memory_are_kept(void **state)
{
    struct fixture fixture;
    struct bs_http_source source;
    char *lines;
    char *text;

    (void)state;
    open_fixture(&fixture, "/var/tmp");
    add(&fixture, 1, LINES);
    source = begin_reading(&fixture);
    lines = read_all(&source);
    bs_spool_clear(fixture.spool);
    add(&fixture, -2, 0);
    bs_spool_append(fixture.spool, lines, strlen(lines));
    add(&fixture, LINES + 1, LINES + 3);
    source = begin_reading(&fixture);
    text = read_all(&source);
    assert_string_equal(check_lines(text, -2, LINES + 3), "");
    free(text);
    free(lines);
    bs_spool_destroy(fixture.spool);
}

/* The line in the place of what is lost; what follows it. */
static const char *check_marker(const char *text, int64_t *lost)
{
    *lost = bs_number_after(text, "{\"lost_lines\":");
    assert_non_null(strstr(text, ",\"reason\":\""));
    return strchr(text, '\n') + 1;
}

static void without_a_folder_the_latest_are_kept(void **state)
{
    struct fixture fixture;
    struct bs_http_source source;
    const char *rest;
    int64_t lost;
    char *text;

    (void)state;
    open_fixture(&fixture, "/nowhere/at/all");
    add(&fixture, 1, LINES);
    assert_int_equal(fixture.complaints, 1);
    assert_non_null(
        strstr(fixture.complaint, "requests cannot be kept in /nowhere/at/all: No such"));
    source = begin_reading(&fixture);
    text = read_all(&source);
    rest = check_marker(text, &lost);
    assert_in_range(lost, LINES - MEMORY, LINES - 10);
    assert_string_equal(check_lines(rest, (int)lost + 1, LINES), "");
    free(text);
    bs_spool_destroy(fixture.spool);
}

/* The number of the line that ends here. */
static int number_before(const char *end)
{
    const char *line = end - 1;

    while (line[-1] != '\n') {
        line--;
    }
    return (int)bs_number_after(line, "{\"receipt\":");
}

/* A limit on the size of files does what a disk does that is full, and can be taken away again. */
static void what_a_full_disk_takes_is_one_gap(void **state)
{
    struct rlimit unlimited;
    struct rlimit full;
    struct fixture fixture;
    struct bs_http_source source;
    const char *rest;
    int64_t lost;
    char *text;
    int last;

    (void)state;
    open_fixture(&fixture, "/var/tmp");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    full = unlimited;
    full.rlim_cur = 10 * MEMORY + MEMORY / 2;
    assert_true(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
    add(&fixture, 1, LINES);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    add(&fixture, LINES + 1, 2 * LINES);
    assert_int_equal(fixture.complaints, 1);
    source = begin_reading(&fixture);
    text = read_all(&source);
    rest = strstr(text, "{\"lost_lines\"");
    assert_non_null(rest);
    assert_in_range(rest - text, 9 * MEMORY, 10 * MEMORY);
    last = number_before(rest);
    assert_ptr_equal(check_lines(text, 1, last), rest);
    rest = check_marker(rest, &lost);
    assert_string_equal(check_lines(rest, last + (int)lost + 1, 2 * LINES), "");
    free(text);
    bs_spool_destroy(fixture.spool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_lines_come_back),
        cmocka_unit_test(a_reader_sees_what_there_was),
        cmocka_unit_test(pieces_longer_than_memory_are_kept),
        cmocka_unit_test(without_a_folder_the_latest_are_kept),
        cmocka_unit_test(what_a_full_disk_takes_is_one_gap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
