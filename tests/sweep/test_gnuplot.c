/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/gnuplot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports/sweep/sweep_plot.h"
#include "tests/sweep/sweeps.h"

enum { PATH_BYTES_MAX = 4096, DEADLINE_MS = 300 };

/* ---- A folder ---- */

static void make_folder(char folder[PATH_BYTES_MAX])
{
    char name[] = "plots-XXXXXX";

    assert_non_null(mkdtemp(name));
    assert_non_null(realpath(name, folder));
}

/* Counts what ends in `suffix`, having looked that each begins with `magic`. */
static size_t count_files(const char *folder, const char *suffix, const char *magic)
{
    DIR *files = opendir(folder);
    const struct dirent *file;
    size_t count = 0;

    assert_non_null(files);
    while ((file = readdir(files)) != NULL) {
        const size_t length = strlen(file->d_name);
        char path[PATH_BYTES_MAX * 2];
        struct bs_buffer bytes;
        struct bs_error error = {0};

        if (length < strlen(suffix) ||
            strcmp(file->d_name + length - strlen(suffix), suffix) != 0) {
            continue;
        }
        (void)snprintf(path, sizeof(path), "%s/%s", folder, file->d_name);
        bs_buffer_init(&bytes, SWEEPS_BYTES_MAX);
        assert_int_equal(bs_buffer_read_file(&bytes, path, &error), BS_OK);
        assert_true(bytes.length > strlen(magic));
        assert_memory_equal(bytes.bytes, magic, strlen(magic));
        bs_buffer_clean_up(&bytes);
        count++;
    }
    (void)closedir(files);
    return count;
}

static size_t clear_folder(const char *folder)
{
    DIR *files = opendir(folder);
    const struct dirent *file;
    size_t count = 0;

    assert_non_null(files);
    while ((file = readdir(files)) != NULL) {
        char path[PATH_BYTES_MAX * 2];

        if (strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0) {
            (void)snprintf(path, sizeof(path), "%s/%s", folder, file->d_name);
            assert_int_equal(unlink(path), 0);
            count++;
        }
    }
    (void)closedir(files);
    assert_int_equal(rmdir(folder), 0);
    return count;
}

/* ---- What is no gnuplot ---- */

/* A program of this name in a folder of PATH, run in that folder. */
static enum bs_gnuplot_end run_instead(const char *program, struct bs_error *error)
{
    char *usual = strdup(getenv("PATH"));
    char folder[PATH_BYTES_MAX];
    char path[PATH_BYTES_MAX * 2];
    const struct bs_gnuplot gnuplot = {folder, "x.gp", DEADLINE_MS * INT64_C(1000000)};
    struct bs_buffer text;
    enum bs_gnuplot_end end;

    assert_non_null(usual);
    make_folder(folder);
    (void)snprintf(path, sizeof(path), "%s/gnuplot", folder);
    bs_buffer_init(&text, PATH_BYTES_MAX);
    bs_buffer_text(&text, program);
    assert_int_equal(bs_buffer_write_file(&text, path, error), BS_OK);
    assert_int_equal(chmod(path, S_IRWXU), 0);
    bs_buffer_clean_up(&text);
    assert_int_equal(setenv("PATH", folder, 1), 0);
    end = bs_gnuplot_run(&gnuplot, error);
    assert_int_equal(setenv("PATH", usual, 1), 0);
    free(usual);
    (void)clear_folder(folder);
    return end;
}

static void test_absent(void **state)
{
    const struct bs_gnuplot gnuplot = {".", "sweep.gp", BS_GNUPLOT_DEADLINE_NS};
    char *usual = strdup(getenv("PATH"));
    struct bs_error error = {0};

    (void)state;
    assert_non_null(usual);
    assert_int_equal(setenv("PATH", "usr/bin:.::/nowhere", 1), 0);
    assert_int_equal(bs_gnuplot_run(&gnuplot, &error), BS_GNUPLOT_ABSENT);
    assert_non_null(strstr(error.message, "gnuplot is not installed"));
    assert_int_equal(unsetenv("PATH"), 0);
    assert_int_equal(bs_gnuplot_run(&gnuplot, NULL), BS_GNUPLOT_ABSENT);
    assert_int_equal(setenv("PATH", usual, 1), 0);
    free(usual);
}

static void test_good(void **state)
{
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(run_instead("#!/bin/sh\ntest \"$*\" = '-d x.gp' -a -f gnuplot\n", &error),
                     BS_GNUPLOT_DONE);
}

static void test_failing(void **state)
{
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(
        run_instead("#!/bin/sh\nprintf 'plot x\\n  ^\\nline 5: \\033[31mbad\\n\\n' >&2\nexit 3\n",
                    &error),
        BS_GNUPLOT_FAILED);
    assert_non_null(strstr(error.message, "ended with an error: line 5: \xef\xbf\xbd[31mbad"));
}

static void test_hanging(void **state)
{
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(run_instead("#!/bin/sh\nexec /bin/sleep 1000\n", &error), BS_GNUPLOT_FAILED);
    assert_non_null(strstr(error.message, "did not end in time"));
}

static void test_hanging_in_silence(void **state)
{
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(run_instead("#!/bin/sh\nexec 2>&-\nexec /bin/sleep 1000\n", &error),
                     BS_GNUPLOT_FAILED);
    assert_non_null(strstr(error.message, "did not end in time"));
}

static void test_chatter(void **state)
{
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(run_instead("#!/bin/sh\ni=0\nwhile [ $i -lt 9000 ]; do echo 'a warning' >&2; "
                                 "i=$((i + 1)); done\n",
                                 &error),
                     BS_GNUPLOT_DONE);
}

/* ---- gnuplot itself ---- */

/* All plots of a sweep; the files that are there afterwards are those written and as many PNGs. */
static bool draw(struct sweeps_made *made, size_t plots)
{
    char folder[PATH_BYTES_MAX];
    const struct bs_gnuplot gnuplot = {folder, BS_SWEEP_PLOT_SCRIPT, BS_GNUPLOT_DEADLINE_NS};
    struct bs_error error = {0};
    enum bs_gnuplot_end end;
    size_t files;

    make_folder(folder);
    for (size_t i = 0; i < BS_SWEEP_PLOT_FILES; i++) {
        struct bs_buffer text = sweeps_write(made->sweep, bs_sweep_plot_files[i].write);
        char path[PATH_BYTES_MAX * 2];

        (void)snprintf(path, sizeof(path), "%s/%s", folder, bs_sweep_plot_files[i].name);
        assert_int_equal(bs_buffer_write_file(&text, path, &error), BS_OK);
        bs_buffer_clean_up(&text);
    }
    end = bs_gnuplot_run(&gnuplot, &error);
    if (end == BS_GNUPLOT_FAILED) {
        fail_msg("%s", error.message);
    }
    if (end == BS_GNUPLOT_DONE) {
        assert_int_equal(count_files(folder, ".png", "\x89PNG"), plots);
    }
    files = clear_folder(folder);
    assert_int_equal(files, BS_SWEEP_PLOT_FILES + (end == BS_GNUPLOT_DONE ? plots : 0));
    return end == BS_GNUPLOT_DONE;
}

static void test_plots(void **state)
{
    const struct {
        const struct sweeps_recipe *recipe;
        size_t plots;
    } sweeps[] = {{&sweeps_plain, 5}, {&sweeps_endless, 3}, {&sweeps_few, 2}};
    bool is_there = true;

    (void)state;
    for (size_t i = 0; i < sizeof(sweeps) / sizeof(sweeps[0]) && is_there; i++) {
        struct sweeps_made made;

        sweeps_make(sweeps[i].recipe, &made);
        is_there = draw(&made, sweeps[i].plots);
        sweeps_clean_up(&made);
    }
    if (!is_there) {
        print_message("gnuplot is not installed\n");
        skip();
    }
}

static void test_costs(void **state)
{
    struct sweeps_made made;

    (void)state;
    sweeps_make(&sweeps_plain, &made);
    made.sweep->results[0].monthly_usd_micro = bs_known(1234560000);
    made.sweep->results[1].monthly_usd_micro = bs_known(3000000000);
    (void)draw(&made, 6);
    sweeps_clean_up(&made);
}

static void look(struct sweeps_made *made, const char *name)
{
    (void)name;
    (void)draw(made, 5);
}

/* Names that would run commands make no file. */
static void test_hostile_names(void **state)
{
    (void)state;
    sweeps_try_hostile_names(look);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_absent),
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_failing),
        cmocka_unit_test(test_hanging),
        cmocka_unit_test(test_hanging_in_silence),
        cmocka_unit_test(test_chatter),
        cmocka_unit_test(test_plots),
        cmocka_unit_test(test_costs),
        cmocka_unit_test(test_hostile_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
