/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Sweeps as text, JSON and CSV, as files that people have read; HTML and plots have tests of their own. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "reports/sweep/sweep_csv.h"
#include "reports/sweep/sweep_json.h"
#include "reports/sweep/sweep_text.h"
#include "tests/sweep/sweeps.h"

enum { FILE_NAME_MAX = 64 };

static const struct {
    const char *name;
    const struct sweeps_recipe *recipe;
} sweeps[] = {{"plain", &sweeps_plain}, {"endless", &sweeps_endless}, {"few", &sweeps_few}};

enum { SWEEPS = sizeof(sweeps) / sizeof(sweeps[0]) };

static void write_plain_text(const struct bs_sweep *sweep, struct bs_buffer *buffer)
{
    bs_sweep_text(sweep, false, buffer);
}

static void compare_all(const char *ending, sweeps_write_fn *write)
{
    for (size_t i = 0; i < SWEEPS; i++) {
        char file[FILE_NAME_MAX];
        struct sweeps_made made;
        struct bs_buffer written;

        (void)snprintf(file, sizeof(file), "%s.%s", sweeps[i].name, ending);
        sweeps_make(sweeps[i].recipe, &made);
        written = sweeps_write(made.sweep, write);
        sweeps_compare(file, written.bytes, written.length);
        bs_buffer_clean_up(&written);
        sweeps_clean_up(&made);
    }
}

static void test_text(void **state)
{
    (void)state;
    compare_all("txt", write_plain_text);
}

static void test_json(void **state)
{
    (void)state;
    compare_all("json", bs_sweep_json);
}

static enum bs_status take_piece(void *self, const char *bytes, size_t length,
                                 struct bs_error *error)
{
    (void)error;
    bs_buffer_append(self, bytes, length);
    return BS_OK;
}

static void test_csv(void **state)
{
    struct bs_buffer written;
    const struct bs_sweep_csv_sink sink = {&written, take_piece};
    struct bs_error error = {0};
    struct sweeps_made made;

    (void)state;
    bs_buffer_init(&written, SWEEPS_BYTES_MAX);
    sweeps_make(&sweeps_few, &made);
    assert_int_equal(bs_sweep_csv(made.table, &sink, &error), BS_OK);
    sweeps_compare("few.csv", written.bytes, written.length);
    bs_buffer_clean_up(&written);
    sweeps_clean_up(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_csv),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
