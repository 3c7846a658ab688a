/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/wire_experiment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static struct bs_wire_response response_of(int32_t status, const char *body)
{
    return (struct bs_wire_response){.status = status, .body = body, .body_length = strlen(body)};
}

static void test_states(void **state)
{
    static const struct {
        const char *status;
        bool is_over;
    } rows[] = {{"pending", false},  {"initiating", false}, {"running", false},
                {"completed", true}, {"stopping", false},   {"stopped", true},
                {"failed", true},    {"cancelled", true},   {"anything", false}};
    char body[512];

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_wire_experiment experiment;
        struct bs_wire_response response;

        (void)snprintf(body, sizeof(body),
                       "{\"experiment\":{\"id\":\"EXP1\",\"new\":[1],\"state\":{\"status\":\"%s\","
                       "\"reason\":\"Why.\"}}}",
                       rows[i].status);
        response = response_of(200, body);
        for (int k = BS_EXPERIMENT_START; k <= BS_EXPERIMENT_STOP; k++) {
            struct bs_error error = {0};

            assert_int_equal(bs_wire_decode_experiment((enum bs_wire_experiment_operation)k,
                                                       &response, &experiment, &error),
                             BS_OK);
            assert_string_equal(experiment.id, "EXP1");
            assert_string_equal(experiment.status, rows[i].status);
            assert_string_equal(experiment.reason, "Why.");
            assert_int_equal(experiment.is_over, rows[i].is_over);
        }
    }
}

static void test_what_is_no_experiment(void **state)
{
    static const char *const bodies[] = {
        "",
        "[]",
        "{",
        "{}",
        "{\"experiment\":1}",
        "{\"experiment\":{\"id\":\"EXP1\"}}",
        "{\"experiment\":{\"id\":1,\"state\":{\"status\":\"running\"}}}",
        "{\"experiment\":{\"state\":{\"status\":\"running\"}}}",
        "{\"experimentTemplate\":{\"id\":\"EXT1\",\"state\":{\"status\":\"running\"}}}",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
        const struct bs_wire_response response = response_of(200, bodies[i]);
        struct bs_wire_experiment experiment;
        struct bs_error error = {0};

        assert_int_equal(
            bs_wire_decode_experiment(BS_EXPERIMENT_GET, &response, &experiment, &error),
            BS_ERR_INPUT);
        assert_string_equal(error.message, "GetExperiment: MalformedResponse (HTTP 200)");
    }
}

static void test_an_id_that_is_too_long(void **state)
{
    struct bs_wire_experiment experiment;
    char body[256];

    (void)state;
    for (int length = BS_WIRE_EXPERIMENT_ID_MAX - 1; length <= BS_WIRE_EXPERIMENT_ID_MAX;
         length++) {
        struct bs_wire_response response;
        struct bs_error error = {0};

        (void)snprintf(body, sizeof(body),
                       "{\"experiment\":{\"id\":\"%0*d\",\"state\":{\"status\":\"running\"}}}",
                       length, 0);
        response = response_of(200, body);
        assert_int_equal(
            bs_wire_decode_experiment(BS_EXPERIMENT_GET, &response, &experiment, &error),
            length < BS_WIRE_EXPERIMENT_ID_MAX ? BS_OK : BS_ERR_INPUT);
    }
}

static void test_refusals(void **state)
{
    static const struct {
        int32_t status;
        const char *code;
        enum bs_status result;
    } rows[] = {{404, "ResourceNotFoundException", BS_ERR_INPUT},
                {400, "ValidationException", BS_ERR_INPUT},
                {402, "ServiceQuotaExceededException", BS_ERR_INPUT},
                {403, "AccessDeniedException", BS_ERR_INPUT},
                {429, "ThrottlingException", BS_ERR_IO},
                {503, "ServiceUnavailableException", BS_ERR_IO},
                {500, "InternalFailure", BS_ERR_IO}};
    char expected[128];

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const struct bs_http_header header = {"X-Amzn-ErrorType", rows[i].code};
        struct bs_wire_response response = response_of(rows[i].status, "{\"message\":\"no\"}");
        struct bs_wire_experiment experiment;
        struct bs_wire_experiment_template about;
        struct bs_error error = {0};

        response.headers = &header;
        response.header_count = 1;
        assert_int_equal(
            bs_wire_decode_experiment(BS_EXPERIMENT_START, &response, &experiment, &error),
            rows[i].result);
        (void)snprintf(expected, sizeof(expected), "StartExperiment: %s (HTTP %d)", rows[i].code,
                       (int)rows[i].status);
        assert_string_equal(error.message, expected);
        assert_int_equal(error.status, rows[i].result);
        error = (struct bs_error){0};
        assert_int_equal(bs_wire_decode_template(&response, &about, &error), rows[i].result);
    }
}

static void test_template(void **state)
{
    const struct bs_wire_response response = response_of(
        200, "{\"experimentTemplate\":{\"id\":\"EXT1\",\"description\":\"Away\",\"actions\":"
             "{\"a\":{},\"b\":{}},\"stopConditions\":[{\"source\":\"none\"},{\"source\":"
             "\"aws:cloudwatch:alarm\",\"value\":\"arn:x\"},7]}}");
    const struct bs_wire_response empty = response_of(200, "{\"experimentTemplate\":{}}");
    const struct bs_wire_response other = response_of(200, "{\"experiment\":{}}");
    struct bs_wire_experiment_template about;
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(bs_wire_decode_template(&response, &about, &error), BS_OK);
    assert_string_equal(about.description, "Away");
    assert_int_equal(about.action_count, 2);
    assert_int_equal(about.stop_count, 1);
    assert_int_equal(bs_wire_decode_template(&empty, &about, &error), BS_OK);
    assert_string_equal(about.description, "");
    assert_int_equal(about.action_count, 0);
    assert_int_equal(bs_wire_decode_template(&other, &about, &error), BS_ERR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_what_is_no_experiment),
        cmocka_unit_test(test_an_id_that_is_too_long),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_template),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
