/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/outage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "reports/report.h"
#include "tests/reports/story.h"

/** One bin of 100 reads per letter: '#' all good, 'x' none good, 'h' half, '.' no requests. */
struct row {
    const char *name;
    const char *bins;
    int64_t hold_s;
    const char *outages; /* "begin-end", end "?" if censored. */
};

static const struct row rows[] = {
    {"all_good", "##############################", 5, ""},
    {"begins_with_the_first_bad_bin_not_the_window", "###############xxxxxxxxxx##########", 5,
     "15-25 "},
    {"one_bad_second_is_a_bad_window", "###############x###################", 5, "15-16 "},
    {"relapse_within_hold", "###############xx##xx###############", 5, "15-21 "},
    {"two_outages", "###############xx#####################xx###############", 5, "15-17 38-40 "},
    {"no_requests_is_no_evidence", "###############..........###########", 5, ""},
    {"silence_alone_ends_no_outage", "###############xx.............##########", 5, "15-21 "},
    {"silence_after_failure_is_no_recovery", "###############xxxxxxxxxxx..............", 5,
     "15-? "},
    {"end_within_hold_of_the_horizon", "###############xx##########", 20, "15-? "},
    {"hold_0", "###############x#x#################", 0, "15-18 "},
};

enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]), OUTAGES_MAX = 128 };

static int64_t good_of(char letter)
{
    return letter == '#' ? 100 : letter == 'h' ? 50 : 0;
}

static struct bs_history *draw(const struct row *row)
{
    struct bs_history *history = bs_history_new(1024 * 1024);
    int64_t seconds = (int64_t)strlen(row->bins);

    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_RUN, bs_text("s"), bs_text("s"), bs_text("p"),
              bs_text("p"), bs_text("1"), bs_text("v"), bs_at(BS_AT_SECONDS(seconds)));
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_OBJECTIVE, bs_text("shop"),
              bs_span(BS_SECONDS(60)), bs_ppb(950000000), bs_span(BS_SECONDS(5)),
              bs_span(BS_SECONDS(row->hold_s)), bs_text("impact"), bs_span(BS_SECONDS(0)));
    BS_APPEND(history, BS_AT_SECONDS(15), BS_RECORD_FAULT, bs_text("f"), bs_text("gray"),
              bs_text("onset"));
    for (int64_t i = 0; i < seconds; i++) {
        int64_t reads = row->bins[i] == '.' ? 0 : 100;

        BS_APPEND(history, BS_AT_SECONDS(seconds), BS_RECORD_OBSERVED, bs_text("c"),
                  bs_at(BS_AT_SECONDS(i)), bs_count(1), bs_count(reads),
                  bs_count(good_of(row->bins[i])), bs_count(0), bs_count(0), bs_count(0),
                  bs_count(reads));
    }
    BS_APPEND(history, BS_AT_SECONDS(seconds), BS_RECORD_END, bs_text("horizon"));
    return history;
}

static void test_row(void **state)
{
    const struct row *row = *state;
    struct bs_history *history = draw(row);
    struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;
    char found[OUTAGES_MAX] = "";
    size_t length = 0;

    assert_int_equal(bs_report_build(&inputs, &report, NULL), BS_OK);
    assert_null(report->outages.unknown);
    for (size_t i = 0; i < report->outages.count; i++) {
        const struct bs_outage *outage = &report->outages.items[i];
        char end[24] = "?";

        if (outage->censored == NULL) {
            (void)snprintf(end, sizeof(end), "%lld", (long long)(outage->end.ns / BS_NS_PER_S));
        }
        length += (size_t)snprintf(found + length, sizeof(found) - length, "%lld-%s ",
                                   (long long)(outage->begin.ns / BS_NS_PER_S), end);
    }
    assert_string_equal(found, row->outages);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/* 100 requests a second: 10 in 1000 may fail at 99 %, only 1 at 99.9 %. */
static void rare_failures_are_not_estimable(void **state)
{
    struct bs_history *history = draw(&rows[1]);
    struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;

    (void)state;
    assert_int_equal(bs_report_build(&inputs, &report, NULL), BS_OK);
    assert_true(bs_is_known(report->rungs[3].rto));
    assert_int_equal(report->rungs[3].rto.value, 10 * BS_NS_PER_S);
    assert_false(bs_is_known(report->rungs[4].rto));
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void contradictions_are_refused(void **state)
{
    static const struct {
        int64_t from_ns;
        int64_t seconds;
        int64_t reads;
        int64_t good;
    } bad[] = {
        {0, 1, 10, 11},       {0, 0, 10, 10},          {500, 1, 10, 10},
        {0, 1, -1, -1},       {-BS_NS_PER_S, 1, 1, 1}, {0, 104 * 86400, INT64_C(1) << 40, 0},
        {0, 1, INT64_MIN, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct bs_history *history = bs_history_new(1024 * 1024);
        struct bs_report_inputs inputs = {.history = history};
        struct bs_report *report = NULL;
        struct bs_error error = {0};

        BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_OBSERVED, bs_text("c"),
                  bs_at((struct bs_instant){bad[i].from_ns}), bs_count(bad[i].seconds),
                  bs_count(bad[i].reads), bs_count(bad[i].good), bs_count(0), bs_count(0),
                  bs_count(0), bs_count(0));
        assert_int_equal(bs_report_build(&inputs, &report, &error), BS_ERR_INPUT);
        assert_null(report);
        assert_non_null(strstr(error.message, "history record 0"));
        bs_history_destroy(history);
    }
}

int main(void)
{
    struct CMUnitTest tests[ROW_COUNT + 2] = {{0}};

    for (size_t i = 0; i < ROW_COUNT; i++) {
        tests[i].name = rows[i].name;
        tests[i].test_func = test_row;
        tests[i].initial_state = (void *)(uintptr_t)&rows[i];
    }
    tests[ROW_COUNT] = (struct CMUnitTest)cmocka_unit_test(rare_failures_are_not_estimable);
    tests[ROW_COUNT + 1] = (struct CMUnitTest)cmocka_unit_test(contradictions_are_refused);
    return _cmocka_run_group_tests("report_outages", tests, ROW_COUNT + 2, NULL, NULL);
}
