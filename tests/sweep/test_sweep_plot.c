/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_plot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "tests/sweep/sweeps.h"

/* All files one after the other, each behind its name. */
static void write_all(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    for (size_t i = 0; i < BS_SWEEP_PLOT_FILES; i++) {
        bs_buffer_format(buffer, "==== %s\n", bs_sweep_plot_files[i].name);
        bs_sweep_plot_files[i].write(sweep, buffer);
    }
}

static void compare(const struct sweeps_recipe *recipe, const char *file)
{
    struct sweeps_made made;
    struct bs_buffer files;

    sweeps_make(recipe, &made);
    files = sweeps_write(made.sweep, write_all);
    sweeps_check_inert(&files, "\n");
    sweeps_compare(file, files.bytes, files.length);
    bs_buffer_clean_up(&files);
    sweeps_clean_up(&made);
}

static void test_files(void **state)
{
    (void)state;
    compare(&sweeps_plain, "plain.plots");
    compare(&sweeps_endless, "endless.plots");
    compare(&sweeps_few, "few.plots");
}

static size_t count_lines(const struct bs_buffer *buffer)
{
    size_t lines = 0;

    for (size_t i = 0; i < buffer->length; i++) {
        lines += buffer->bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
}

/* In each line the quotes pair, and between them is nothing that gnuplot would act upon. */
static void check_data(const struct bs_buffer *data)
{
    size_t quotes = 0;

    sweeps_check_inert(data, "\n");
    for (size_t i = 0; i < data->length; i++) {
        quotes += data->bytes[i] == '"' ? 1 : 0;
        if (data->bytes[i] == '\n') {
            assert_int_equal(quotes % 2, 0);
        }
        assert_null(memchr("\\`", data->bytes[i], 2));
    }
}

/* The same sweep with names of no harm. */
static void make_usual(struct sweeps_made *usual)
{
    const struct sweeps_recipe recipe = {
        .trials = 200,
        .endless_every = 50,
        .broken_every = 90,
        .choice = "x",
        .held = "x",
        .name = "x",
        .rto_objective_s = 400,
    };

    sweeps_make(&recipe, usual);
}

/* Whatever things are called: the script is the same byte by byte, and data have the same lines. */
static void look(struct sweeps_made *made, const char *name)
{
    struct sweeps_made usual;

    (void)name;
    make_usual(&usual);
    for (size_t i = 0; i < BS_SWEEP_PLOT_FILES; i++) {
        const struct bs_sweep_plot_file *file = &bs_sweep_plot_files[i];
        struct bs_buffer hostile = sweeps_write(made->sweep, file->write);
        struct bs_buffer harmless = sweeps_write(usual.sweep, file->write);

        if (strcmp(file->name, BS_SWEEP_PLOT_SCRIPT) == 0) {
            assert_string_equal(hostile.bytes, harmless.bytes);
        } else {
            check_data(&hostile);
            assert_int_equal(count_lines(&hostile), count_lines(&harmless));
        }
        bs_buffer_clean_up(&harmless);
        bs_buffer_clean_up(&hostile);
    }
    sweeps_clean_up(&usual);
}

static void test_hostile_names(void **state)
{
    (void)state;
    sweeps_try_hostile_names(look);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_hostile_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
