/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Requests, answers and endpoints as text, for test_botocore.py.
 *
 *     wire_tool requests              a line of JSON for the sample call of each operation
 *     wire_tool experiments           the same for each operation of the Fault Injection Service
 *     wire_tool answers               for each "OPERATION STATUS LENGTH\nBODY" of its input a line of JSON
 *     wire_tool leases                for each "HOLDER NOW_S UNTIL_S SKEW_S MEMO" line the request's body
 *     wire_tool endpoints             for each "SERVICE REGION" line of its input URL and signing Region
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_writer.h"
#include "orchestrator/aws/endpoint.h"
#include "orchestrator/aws/wire_experiment.h"
#include "tests/aws/wire_samples.h"

enum { LINE_MAX_LENGTH = 1 << 20 };

static int operation_of(const char *name)
{
    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        if (strcmp(sample_operation_name((enum bs_operation)i), name) == 0) {
            return i;
        }
    }
    return -1;
}

static void write_member(struct bs_json_writer *writer, const char *key, const char *value)
{
    bs_json_key(writer, key);
    bs_json_text(writer, value);
}

static void write_count(struct bs_json_writer *writer, const char *key, int64_t value)
{
    bs_json_key(writer, key);
    bs_json_integer(writer, value);
}

static void print(struct bs_buffer *line)
{
    puts(line->bytes);
    bs_buffer_clean_up(line);
}

/* ---- Requests ---- */

static void print_request(const char *operation, const char *name,
                          const struct bs_wire_request *request)
{
    struct bs_buffer line;
    struct bs_json_writer writer = {.buffer = &line};

    bs_buffer_init(&line, LINE_MAX_LENGTH);
    bs_json_begin_object(&writer);
    write_member(&writer, "operation", operation);
    write_member(&writer, "service", bs_aws_service_info(request->service)->service_id);
    write_member(&writer, "name", name);
    write_member(&writer, "method", request->method);
    write_member(&writer, "target", request->target.bytes);
    write_member(&writer, "body", request->body.length > 0 ? request->body.bytes : "");
    bs_json_key(&writer, "headers");
    bs_json_begin_object(&writer);
    for (size_t i = 0; i < request->header_count; i++) {
        write_member(&writer, request->headers[i].name, request->headers[i].value);
    }
    bs_json_end_object(&writer);
    bs_json_end_object(&writer);
    print(&line);
}

static int print_requests(void)
{
    struct sample_account account;

    sample_account_init(&account);
    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        const enum bs_operation operation = (enum bs_operation)i;
        const struct bs_call_request call = sample_call(operation);
        struct bs_wire_request request;

        if (bs_wire_encode(&call, &account.context, &request, NULL) == BS_OK) {
            print_request(sample_operation_name(operation), bs_operation_info(operation)->name,
                          &request);
        }
        bs_wire_request_clean_up(&request);
    }
    return 0;
}

static int print_experiments(void)
{
    for (int i = 0; i < BS_EXPERIMENT_OPERATION_COUNT; i++) {
        const struct bs_wire_experiment_call call = {.operation =
                                                         (enum bs_wire_experiment_operation)i,
                                                     .region = "us-east-2",
                                                     .id = "EXT 1/ä",
                                                     .token = "token-1"};
        const char *name = bs_wire_experiment_name(call.operation);
        struct bs_wire_request request;

        if (bs_wire_encode_experiment(&call, &request) == BS_OK) {
            print_request(name, name, &request);
        }
        bs_wire_request_clean_up(&request);
    }
    return 0;
}

/* ---- Answers ---- */

static void print_answer(const struct bs_call_answer *answer)
{
    struct bs_buffer line;
    struct bs_json_writer writer = {.buffer = &line};

    bs_buffer_init(&line, LINE_MAX_LENGTH);
    bs_json_begin_object(&writer);
    write_member(&writer, "outcome", bs_call_outcome_name(answer->outcome));
    write_member(&writer, "error", bs_call_error_name(answer->error));
    write_member(&writer, "code", answer->code);
    write_member(&writer, "state", bs_resource_state_name(answer->state));
    bs_json_key(&writer, "is_replica");
    bs_json_bool(&writer, answer->is_replica);
    write_member(&writer, "source", answer->source);
    bs_json_key(&writer, "has_metric");
    bs_json_bool(&writer, answer->has_metric);
    write_count(&writer, "metric_ns", answer->metric.ns);
    write_count(&writer, "metric_at_ns", answer->metric_at.ns);
    write_count(&writer, "desired", answer->desired);
    write_count(&writer, "running", answer->running);
    write_count(&writer, "total", answer->total);
    write_count(&writer, "change", answer->change);
    write_count(&writer, "memo", (int64_t)answer->memo);
    bs_json_end_object(&writer);
    print(&line);
}

/* Reads the body and answers it; false if it is not there. */
static bool answer_one(const char *name, int32_t status, size_t length,
                       const struct sample_account *account)
{
    const int operation = operation_of(name);
    char *body = length < LINE_MAX_LENGTH ? malloc(length + 1) : NULL;
    const struct bs_wire_response response = {
        .status = status, .body = body, .body_length = length};
    struct bs_call_request call;
    struct bs_call_answer answer;
    const bool is_there = body != NULL && operation >= 0 && fread(body, 1, length, stdin) == length;

    if (is_there) {
        call = sample_call((enum bs_operation)operation);
        bs_wire_decode(&call, &account->context, &response, &answer);
        print_answer(&answer);
    }
    free(body);
    return is_there;
}

static int print_answers(void)
{
    struct sample_account account;
    char line[128];
    bool is_good = true;

    sample_account_init(&account);
    while (is_good && fgets(line, sizeof(line), stdin) != NULL) {
        char *rest = line + strcspn(line, " ");
        long status;

        *rest = '\0';
        status = strtol(rest + 1, &rest, 10);
        is_good = answer_one(line, (int32_t)status, strtoul(rest, NULL, 10), &account);
    }
    return is_good ? 0 : 1;
}

/* ---- Leases ---- */

/* The body of a lease's request, for each "HOLDER NOW_S UNTIL_S SKEW_S MEMO" line. */
static int print_leases(void)
{
    struct sample_account account;
    char line[128];

    sample_account_init(&account);
    while (fgets(line, sizeof(line), stdin) != NULL) {
        struct bs_call_request call = sample_call(BS_OPERATION_DYNAMODB_TAKE_LEASE);
        struct bs_wire_request request;
        char *rest = line;

        call.lease.holder = strtoull(rest, &rest, 10);
        call.lease.now = BS_AT_SECONDS(strtol(rest, &rest, 10));
        call.lease.until = BS_AT_SECONDS(strtol(rest, &rest, 10));
        call.lease.skew = BS_SECONDS(strtol(rest, &rest, 10));
        call.lease.memo = strtoull(rest, &rest, 10);
        if (bs_wire_encode(&call, &account.context, &request, NULL) == BS_OK) {
            puts(request.body.bytes);
        }
        bs_wire_request_clean_up(&request);
    }
    return 0;
}

/* ---- Endpoints ---- */

static int print_endpoints(void)
{
    char prefix[64];
    char region[64];

    while (scanf("%63s %63s", prefix, region) == 2) {
        const struct bs_endpoint_settings settings = {0};
        struct bs_endpoint endpoint;
        int service = 0;

        while (service < BS_AWS_SERVICE_COUNT &&
               strcmp(bs_aws_service_info((enum bs_aws_service)service)->endpoint_prefix, prefix) !=
                   0) {
            service++;
        }
        if (service == BS_AWS_SERVICE_COUNT ||
            bs_endpoint_resolve(&settings, (enum bs_aws_service)service, region, &endpoint, NULL) !=
                BS_OK) {
            puts("none none");
        } else {
            printf("%s %s\n", endpoint.url, endpoint.signing_region);
        }
    }
    return 0;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        int (*run)(void);
    } modes[] = {{"requests", print_requests},
                 {"experiments", print_experiments},
                 {"answers", print_answers},
                 {"leases", print_leases},
                 {"endpoints", print_endpoints}};

    for (size_t i = 0; argc == 2 && i < sizeof(modes) / sizeof(modes[0]); i++) {
        if (strcmp(argv[1], modes[i].name) == 0) {
            return modes[i].run();
        }
    }
    (void)fputs("usage: wire_tool requests|experiments|answers|leases|endpoints\n", stderr);
    return 64;
}
