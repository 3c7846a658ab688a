/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/world/estate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void expect_ok(enum bs_status status, const struct bs_error *error)
{
    char text[BS_ERROR_MESSAGE_MAX + BS_ERROR_FILE_MAX + 64];

    if (status != BS_OK) {
        bs_error_format(error, text, sizeof(text));
        fail_msg("%s", text);
    }
}

struct bs_scenario *estate_scenario(const char *text)
{
    struct bs_error error = {0};
    struct bs_document *document = NULL;
    struct bs_scenario *scenario = NULL;

    expect_ok(bs_document_parse("estate", text, strlen(text), &document, &error), &error);
    expect_ok(bs_scenario_from_document(document, &scenario, &error), &error);
    return scenario;
}

static void make_world(struct estate *estate, struct bs_stream_root root)
{
    const struct bs_world_options options = {
        .scenario = estate->scenario,
        .simulation = estate->simulation,
        .history = estate->history,
        .root = root,
        .detail = estate->detail,
    };
    struct bs_error error = {0};

    expect_ok(bs_world_new(&options, &estate->world, &error), &error);
    bs_world_start(estate->world);
}

void estate_open_detailed(struct estate *estate, const struct bs_scenario *scenario,
                          struct bs_stream_root root, enum bs_detail detail)
{
    const struct bs_simulation_options options = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = 1000000,
        .event_count_max = 1000000000,
    };

    *estate = (struct estate){.scenario = scenario, .detail = detail};
    estate->simulation = bs_simulation_new(&options);
    estate->history = bs_history_new(BS_HISTORY_BYTES_MAX);
    assert_non_null(estate->simulation);
    assert_non_null(estate->history);
    make_world(estate, root);
}

void estate_open(struct estate *estate, const struct bs_scenario *scenario,
                 struct bs_stream_root root)
{
    estate_open_detailed(estate, scenario, root, BS_DETAIL_SKIP);
}

void estate_open_again(struct estate *estate, struct bs_stream_root root)
{
    bs_world_destroy(estate->world);
    bs_history_destroy(estate->history);
    bs_simulation_reset(estate->simulation);
    estate->history = bs_history_new(BS_HISTORY_BYTES_MAX);
    assert_non_null(estate->history);
    make_world(estate, root);
}

void estate_close(struct estate *estate)
{
    bs_world_destroy(estate->world);
    bs_history_destroy(estate->history);
    bs_simulation_destroy(estate->simulation);
}

void estate_run(struct estate *estate, struct bs_instant until)
{
    assert_int_equal(bs_simulation_run(estate->simulation, until), BS_OK);
    assert_int_equal(bs_world_status(estate->world), BS_OK);
}

static void take_answer(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct estate *estate = self;

    assert_int_equal(call, estate->calls);
    estate->answer = *answer;
    estate->is_answered = true;
}

void estate_send(struct estate *estate, const struct bs_call_request *request)
{
    estate->is_answered = false;
    bs_world_call(estate->world, ++estate->calls, request, BS_NONE, take_answer, estate);
}

const struct bs_call_answer *estate_call(struct estate *estate,
                                         const struct bs_call_request *request)
{
    const struct bs_instant until =
        bs_instant_add(bs_simulation_now(estate->simulation), BS_SECONDS(60));

    estate_send(estate, request);
    while (!estate->is_answered) {
        const struct bs_instant next = bs_simulation_next_at(estate->simulation);

        assert_true(next.ns <= until.ns);
        estate_run(estate, next);
    }
    return &estate->answer;
}
