/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/account/caller.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

void caller_open(struct caller *caller, const char *service, const char *scenario)
{
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_HEAP, .pending_max = 100000, .event_count_max = 10000000};
    struct bs_account_options options = {.root = {1, 0}, .epoch_s = 1767225600};

    *caller = (struct caller){.service = service, .region = "us-east-1"};
    if (scenario != NULL) {
        caller->scenario = estate_scenario(scenario);
        estate_open(&caller->estate, caller->scenario, options.root);
    } else {
        caller->estate.simulation = bs_simulation_new(&simulation);
        assert_non_null(caller->estate.simulation);
    }
    options.simulation = caller->estate.simulation;
    options.world = caller->estate.world;
    caller->account = bs_account_new(&options);
    caller->input = bs_tree_new_structure();
}

void caller_close(struct caller *caller)
{
    bs_account_answer_clean_up(&caller->answer);
    bs_tree_destroy(caller->input);
    bs_account_destroy(caller->account);
    if (caller->scenario != NULL) {
        estate_close(&caller->estate);
        bs_scenario_destroy(caller->scenario);
    } else {
        bs_simulation_destroy(caller->estate.simulation);
    }
}

const struct bs_tree *caller_ask(struct caller *caller, const char *operation)
{
    const struct bs_account_request request = {.service = caller->service,
                                               .operation = operation,
                                               .region = caller->region,
                                               .input = caller->input,
                                               .receipt = ++caller->receipts};

    bs_account_answer_clean_up(&caller->answer);
    bs_account_perform(caller->account, &request, &caller->answer);
    bs_tree_destroy(caller->input);
    caller->input = bs_tree_new_structure();
    return caller->answer.output;
}

const struct bs_tree *caller_get(struct caller *caller, const char *operation)
{
    const struct bs_tree *output = caller_ask(caller, operation);

    if (caller->answer.error != NULL) {
        fail_msg("%s: %s: %s", operation, caller->answer.error, caller->answer.message);
    }
    return output;
}

void caller_fails(struct caller *caller, const char *operation, const char *error)
{
    (void)caller_ask(caller, operation);
    assert_non_null(caller->answer.error);
    assert_string_equal(caller->answer.error, error);
    assert_true(strlen(caller->answer.message) > 0);
}

void caller_wait(struct caller *caller, int64_t seconds)
{
    const struct bs_instant until =
        bs_instant_add(bs_simulation_now(caller->estate.simulation), BS_SECONDS(seconds));

    assert_int_equal(bs_simulation_run(caller->estate.simulation, until), BS_OK);
}

void caller_say(struct caller *caller, const char *member, const char *text)
{
    bs_tree_set_text(caller->input, member, text);
}
