/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/predictions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "reports/text_card.h"
#include "tests/reports/tale.h"

enum { CARD_BYTES_MAX = 1024 * 1024 };

/* What is predicted of a tale in which `fence` takes 30 s, `promote` 100 s and then, again, 50 s. */
static const struct row {
    const char *subject;
    const char *workflow;
    const char *name;
    int64_t known;
    int64_t low_s; /* Below 0: no trial came to that. */
    int64_t median_s;
    int64_t high_s;
    int64_t live_s; /* Below 0: it did not come to that. */
    enum bs_prediction_place place;
    const char *line; /* On the card. */
} rows[] = {
    {"outage", NULL, "rto", 200, 10, 20, 30, 0, BS_PREDICTION_BELOW, "below by 10s"},
    {"store", NULL, "orders", 199, 0, 1, 2, 0, BS_PREDICTION_WITHIN,
     "within; simulated in 199 of 200"},
    {"store", NULL, "uploads", 200, 0, 1, 2, -1, BS_PREDICTION_UNKNOWN, "it was not measured"},
    {"phase", NULL, "detect", 200, 60, 61, 62, -1, BS_PREDICTION_UNKNOWN,
     "it did not come to that"},
    {"step", "activate", "fence", 200, 30, 30, 30, 30, BS_PREDICTION_WITHIN, "within"},
    {"step", "activate", "promote", 200, 10, 20, 30, 50, BS_PREDICTION_ABOVE, "ABOVE by 20s"},
    {"step", "activate", "scale", 0, -1, -1, -1, 40, BS_PREDICTION_UNKNOWN,
     "in no trial did it come to that"},
    {"step", "return", "promote", 200, 50, 50, 50, -1, BS_PREDICTION_UNKNOWN,
     "it did not come to that"},
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static struct bs_value span_s(int64_t seconds)
{
    return bs_span(seconds < 0 ? BS_DURATION_UNKNOWN : BS_SECONDS(seconds));
}

static struct bs_history *tell(void)
{
    static struct story_events tale;

    tale_begin(&tale);
    for (size_t i = 0; i < ROWS; i++) {
        STORY_PUT(&tale, 0, BS_RECORD_PREDICTION, bs_text(rows[i].subject),
                  bs_text(rows[i].workflow), bs_text(rows[i].name), bs_count(200),
                  bs_count(rows[i].known), span_s(rows[i].low_s), span_s(rows[i].median_s),
                  span_s(rows[i].high_s));
    }
    STORY_PUT(&tale, 0, BS_RECORD_CANARY, bs_text("orders"), bs_span(BS_MILLIS(500)));
    STORY_PUT(&tale, 0, BS_RECORD_ACKNOWLEDGED, bs_text("orders"), bs_text("orders"), bs_count(9),
              bs_count(0));
    tale_order(&tale, 100, 1, "activate");
    tale_steps(&tale, 100, 130, 1, "fence", "completed");
    tale_steps(&tale, 130, 230, 1, "promote", "failed");
    tale_execution(&tale, 240, 1, "failed");
    tale_order(&tale, 300, 2, "activate");
    tale_steps(&tale, 300, 350, 2, "promote", "completed");
    tale_steps(&tale, 350, 390, 2, "scale", "completed");
    tale_execution(&tale, 400, 2, "completed");
    return tale_end(&tale);
}

static struct bs_report *judge(const struct bs_history *history)
{
    const struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    assert_int_equal(bs_report_build(&inputs, &report, &error), BS_OK);
    return report;
}

static void test_places(void **state)
{
    struct bs_history *history = tell();
    struct bs_report *report = judge(history);

    (void)state;
    assert_int_equal(report->predictions.count, ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        const struct bs_prediction_row *row = &report->predictions.items[i];

        assert_string_equal(row->live.name, rows[i].name);
        assert_int_equal(row->trials, 200);
        assert_int_equal(row->known, rows[i].known);
        assert_int_equal(row->place, rows[i].place);
        assert_int_equal(bs_is_known(row->live.took), rows[i].live_s >= 0);
        assert_int_equal(bs_is_known(row->high), rows[i].high_s >= 0);
        if (rows[i].live_s >= 0) {
            assert_int_equal(row->live.took.value, rows[i].live_s * BS_NS_PER_S);
        }
        if (rows[i].high_s >= 0) {
            assert_int_equal(row->high.value, rows[i].high_s * BS_NS_PER_S);
        }
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void test_card(void **state)
{
    struct bs_history *history = tell();
    struct bs_report *report = judge(history);
    struct bs_buffer card;

    (void)state;
    bs_buffer_init(&card, CARD_BYTES_MAX);
    bs_report_text(report, &(struct bs_text_card_options){.width = 160}, &card);
    assert_non_null(strstr(card.bytes, "live against predicted (by 200 simulated trials)"));
    assert_non_null(strstr(card.bytes, "9 numbered writes, one every 500ms acknowledged"));
    for (size_t i = 0; i < ROWS; i++) {
        assert_non_null(strstr(card.bytes, rows[i].line));
    }
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void test_no_predictions(void **state)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;

    (void)state;
    tale_begin(&tale);
    history = tale_end(&tale);
    report = judge(history);
    assert_int_equal(report->predictions.count, 0);
    assert_false(bs_is_known(report->rpo.stores[0].resolution));
    bs_buffer_init(&card, CARD_BYTES_MAX);
    bs_report_text(report, &(struct bs_text_card_options){.width = 160}, &card);
    assert_null(strstr(card.bytes, "predicted"));
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_card),
        cmocka_unit_test(test_no_predictions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
