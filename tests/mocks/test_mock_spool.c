/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** A mock's requests and its world's history come back whole, however many they are. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/history_read.h"
#include "mocks/mock.h"
#include "tests/mocks/response_text.h"

enum { REQUESTS = 5000, FAULTS = 600, RECORDS_MAX = 100, MEGABYTE = 1024 * 1024 };

struct fixture {
    int64_t steady_ns;
    struct bs_mock *mock;
};

static int64_t read_clock(void *subject)
{
    return ((const struct fixture *)subject)->steady_ns;
}

static void open_fixture(struct fixture *fixture, size_t records_max)
{
    const struct bs_mock_options options = {
        .seed = 1,
        .speed_thousandths = BS_CLOCK_REAL_TIME,
        .records_max = records_max,
        .steady_ns = read_clock,
        .subject = fixture,
    };

    fixture->steady_ns = 0;
    fixture->mock = bs_mock_new(&options, NULL);
}

/* The text of the answer; to be freed. */
static char *ask(struct fixture *fixture, const char *method, const char *target, const char *body)
{
    const struct bs_http_header header = {"Content-Type", "application/x-www-form-urlencoded"};
    const struct bs_http_request request = {.method = method,
                                            .target = target,
                                            .headers = &header,
                                            .header_count = 1,
                                            .body = body,
                                            .body_length = strlen(body)};
    struct bs_http_response response;
    char *text;

    bs_http_response_init(&response);
    bs_mock_answer(fixture->mock, &request, &response);
    assert_int_equal(response.status, 200);
    text = bs_response_text(&response);
    bs_http_response_clean_up(&response);
    return text;
}

static void do_and_forget(struct fixture *fixture, const char *method, const char *target,
                          const char *body)
{
    free(ask(fixture, method, target, body));
}

static void all_requests_are_listed(void **state)
{
    struct fixture fixture;
    const char *line;
    char *text;

    (void)state;
    open_fixture(&fixture, RECORDS_MAX);
    for (int i = 0; i < REQUESTS; i++) {
        do_and_forget(&fixture, "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15");
    }
    text = ask(&fixture, "GET", "/_blackstart/requests", "");
    line = text;
    for (int i = 1; i <= REQUESTS; i++) {
        assert_int_equal(bs_number_after(line, "{\"receipt\":"), i);
        line = strchr(line, '\n') + 1;
    }
    assert_string_equal(line, "");
    free(text);
    bs_mock_destroy(fixture.mock);
}

/* Faults come and go, each leaving two records. */
static char *live_through_faults(size_t records_max)
{
    struct fixture fixture;
    char *text;

    open_fixture(&fixture, records_max);
    for (int i = 0; i < FAULTS; i++) {
        char order[256];

        (void)snprintf(order, sizeof(order),
                       "{\"name\": \"f%d\", \"at\": \"0s\", \"region_loss\": {\"region\": "
                       "\"us-east-1\", \"connections\": \"errors\"}}",
                       i);
        do_and_forget(&fixture, "POST", "/_blackstart/faults", order);
        do_and_forget(&fixture, "POST", "/_blackstart/clock", "{\"advance\": \"2m\"}");
        do_and_forget(&fixture, "DELETE", "/_blackstart/faults", "");
        if (i == FAULTS / 2) {
            do_and_forget(&fixture, "GET", "/_blackstart/history", "");
        }
    }
    text = ask(&fixture, "GET", "/_blackstart/history", "");
    bs_mock_destroy(fixture.mock);
    return text;
}

static void a_history_that_is_forgotten_is_the_same(void **state)
{
    char *kept = live_through_faults(0);
    char *forgotten = live_through_faults(RECORDS_MAX);
    struct bs_history *history = bs_history_new(64 * (size_t)MEGABYTE);
    struct bs_error error = {0};
    size_t whole = 0;

    (void)state;
    assert_string_equal(kept, forgotten);
    assert_int_equal(bs_history_read(history, kept, strlen(kept), &whole, &error), BS_OK);
    assert_int_equal(whole, strlen(kept));
    assert_true(bs_history_count(history) >= 2 * (size_t)FAULTS);
    print_message("%zu records, %zu bytes\n", bs_history_count(history), whole);
    bs_history_destroy(history);
    free(kept);
    free(forgotten);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_requests_are_listed),
        cmocka_unit_test(a_history_that_is_forgotten_is_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
