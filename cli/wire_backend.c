/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/wire_backend.h"

#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/serving.h"
#include "mocks/names.h"
#include "orchestrator/aws/wire_call.h"
#include "orchestrator/live/http_client.h"
#include "orchestrator/live/signed_request.h"

/*
 * Instant 0, 2026-01-01 00:00 UTC: no part of it shows in a history. On a full minute, as the world's metrics
 * are.
 */
#define EPOCH_S INT64_C(1767225600)

enum {
    CONNECTIONS_MAX = 4096,
    PATIENCE_S = 60,        /* Of real time, for one way of a request. */
    EXCHANGE_S = 24 * 3600, /* A hang is parked for as long as the run lasts. */
    POLL_MS = 1000,
    URL_SIZE = 64,
};

/* What is written into the pipe. */
enum { ARRIVED = '+', ANSWERED_AT_ONCE = '-' };

/* The pair of AWS's own examples: it opens nothing. */
static const struct bs_mock_credential credential = {"AKIAIOSFODNN7EXAMPLE",
                                                     "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};

struct wire_exchange {
    struct bs_wire_backend *backend;
    struct wire_exchange *next;
    uint64_t call;
    struct bs_call_request request;
    struct bs_wire_context context;
    struct bs_signed_request signed_request;
    struct bs_http_exchange *http; /* NULL once it is over. */
    struct bs_call_answer answer;  /* Once it is over. */
    bs_world_answer_fn *deliver;
    void *delivered; /* Of `deliver`. */
};

struct bs_wire_backend {
    uint64_t seed;
    struct bs_world *world;
    struct bs_simulation *simulation;
    struct bs_mock *mock;
    struct bs_mock_names *names;
    struct bs_server *server;
    struct bs_http_client *client;
    struct bs_environment environment;
    struct wire_exchange *exchanges;
    char url[URL_SIZE];
    int arrivals[2]; /* A pipe: the mock's threads write how a request has arrived. */
    struct bs_error failure;
};

static bool has_failed(const struct bs_wire_backend *backend)
{
    return backend->failure.status != BS_OK;
}

/* The first failure counts: from then on nothing is sent any more. */
static void fail(struct bs_wire_backend *backend, const char *what, const char *why)
{
    if (!has_failed(backend)) {
        (void)bs_error_set(&backend->failure, BS_ERR_IO, NULL, "the wire backend: %s: %s", what,
                           why);
    }
}

/* ---- Exchanges ---- */

static void destroy_exchange(struct bs_wire_backend *backend, struct wire_exchange *exchange)
{
    struct wire_exchange **link = &backend->exchanges;

    while (*link != exchange) {
        link = &(*link)->next;
    }
    *link = exchange->next;
    if (exchange->http != NULL) {
        bs_http_client_cancel(backend->client, exchange->http);
    }
    bs_signed_request_clean_up(&exchange->signed_request);
    free(exchange);
}

static struct wire_exchange *find_exchange(const struct bs_wire_backend *backend, uint64_t call)
{
    struct wire_exchange *exchange = backend->exchanges;

    while (exchange != NULL && exchange->call != call) {
        exchange = exchange->next;
    }
    return exchange;
}

/* What came back over the connection, or that it was closed. */
static void exchange_over(void *self, const struct bs_http_result *result)
{
    struct wire_exchange *exchange = self;

    exchange->http = NULL;
    if (result->outcome == BS_HTTP_ANSWERED) {
        const struct bs_wire_response response = {result->status, result->headers,
                                                  result->header_count, result->body,
                                                  result->body_length};

        bs_wire_decode(&exchange->request, &exchange->context, &response, &exchange->answer);
    } else {
        exchange->answer = (struct bs_call_answer){.outcome = BS_OUTCOME_INFO};
    }
}

/* Lets bytes flow for a while. Returns how a request has arrived meanwhile, or NUL. */
static char pump(struct bs_wire_backend *backend)
{
    struct pollfd arrival = {.fd = backend->arrivals[0], .events = POLLIN};
    char how = '\0';

    bs_http_client_wait(backend->client, &arrival, 1, POLL_MS);
    bs_http_client_tell(backend->client);
    return read(backend->arrivals[0], &how, 1) == 1 ? how : '\0';
}

static int64_t patient_until_ns(void)
{
    return bs_serving_steady_ns(NULL) + PATIENCE_S * BS_NS_PER_S;
}

static const char *operation_of(const struct wire_exchange *exchange)
{
    return bs_operation_info(exchange->request.operation)->full_name;
}

/* ---- On its way to the world ---- */

/* By a thread of the server. The pipe never fills: one request at a time is on its way. */
static void arrived(void *self, bool is_in_world)
{
    const struct bs_wire_backend *backend = self;
    const char how = is_in_world ? ARRIVED : ANSWERED_AT_ONCE;
    const ssize_t written = write(backend->arrivals[1], &how, 1);

    BS_ASSERT(written == 1);
}

static void answered(void *self, uint64_t call, bool is_refused);

static enum bs_status sign(struct wire_exchange *exchange, const struct bs_wire_request *wire,
                           struct bs_error *error)
{
    const struct bs_wire_backend *backend = exchange->backend;
    const struct bs_endpoint_settings endpoints = {.environment = backend->environment,
                                                   .url = backend->url};
    const struct bs_credentials credentials = {.access_key_id = credential.access_key_id,
                                               .secret_access_key = credential.secret_access_key};
    const int64_t now_s = EPOCH_S + exchange->context.now.ns / BS_NS_PER_S;

    return bs_signed_request_make(&exchange->signed_request, wire, &endpoints, &credentials, now_s,
                                  error);
}

static void begin(struct wire_exchange *exchange)
{
    struct bs_wire_backend *backend = exchange->backend;
    struct bs_http_sending http = {
        .timeout = BS_SECONDS(EXCHANGE_S),
        .body_max = BS_WIRE_BODY_MAX,
        .traits = BS_HTTP_DIRECT | BS_HTTP_LOOPBACK_ONLY | BS_HTTP_FRESH,
    };

    bs_signed_request_fill(&exchange->signed_request, &http);
    exchange->http = bs_http_client_begin(backend->client, &http, exchange_over, exchange);
    if (exchange->http == NULL) {
        fail(backend, operation_of(exchange), "it cannot be sent");
    }
}

/*
 * Returns when the world has it. That the mock answers by itself means that it was asked in a way that the
 * world would not have been.
 */
static void await_arrival(struct wire_exchange *exchange)
{
    struct bs_wire_backend *backend = exchange->backend;
    const int64_t until_ns = patient_until_ns();
    char how = '\0';

    while (exchange->http != NULL && how != ARRIVED && bs_serving_steady_ns(NULL) < until_ns) {
        const char now = pump(backend);

        how = now != '\0' ? now : how;
    }
    if (how != ARRIVED) {
        fail(backend, operation_of(exchange),
             exchange->http == NULL ? exchange->answer.code : "it does not arrive");
    }
}

static void send_exchange(struct wire_exchange *exchange, int32_t from_region)
{
    struct bs_wire_backend *backend = exchange->backend;
    const struct bs_mock_expectation expectation = {exchange->call, from_region, arrived, answered,
                                                    backend};
    struct bs_wire_request wire;
    struct bs_error error = {.status = BS_OK};
    enum bs_status status = bs_wire_encode(&exchange->request, &exchange->context, &wire, &error);

    if (status == BS_OK) {
        status = sign(exchange, &wire, &error);
    }
    bs_wire_request_clean_up(&wire);
    if (status != BS_OK) {
        fail(backend, operation_of(exchange), error.message);
        return;
    }
    bs_mock_expect(backend->mock, &expectation);
    begin(exchange);
    if (!has_failed(backend)) {
        await_arrival(exchange);
    }
}

static void call(void *self, uint64_t number, const struct bs_call_request *request,
                 int32_t from_region, bs_world_answer_fn *answer, void *delivered)
{
    struct bs_wire_backend *backend = self;
    struct wire_exchange *exchange;

    if (!bs_wire_is_aws(request->operation)) {
        bs_world_call(backend->world, number, request, from_region, answer, delivered);
        return;
    }
    exchange = has_failed(backend) ? NULL : calloc(1, sizeof(*exchange));
    if (exchange == NULL) {
        fail(backend, bs_operation_info(request->operation)->full_name, "out of memory");
        return;
    }
    *exchange = (struct wire_exchange){
        .backend = backend,
        .next = backend->exchanges,
        .call = number,
        .request = *request,
        .context = {bs_mock_names_for(backend->names, request), EPOCH_S,
                    bs_simulation_now(backend->simulation)},
        .deliver = answer,
        .delivered = delivered,
    };
    backend->exchanges = exchange;
    send_exchange(exchange, from_region);
}

/* ---- On its way back ---- */

/* The world's answer is under way: it is heard before anything else happens. */
static void answered(void *self, uint64_t call_number, bool is_refused)
{
    struct bs_wire_backend *backend = self;
    struct wire_exchange *exchange = find_exchange(backend, call_number);
    const int64_t until_ns = patient_until_ns();
    struct bs_call_answer answer;

    BS_ASSERT(exchange != NULL);
    while (exchange->http != NULL && bs_serving_steady_ns(NULL) < until_ns) {
        (void)pump(backend);
    }
    answer = exchange->answer;
    if (is_refused) {
        answer =
            (struct bs_call_answer){.outcome = BS_OUTCOME_ERROR, .error = BS_CALL_ERROR_REFUSED};
        (void)snprintf(answer.code, sizeof(answer.code), "ConnectionRefused");
    } else if (exchange->http != NULL || answer.outcome == BS_OUTCOME_INFO) {
        fail(backend, operation_of(exchange), "its answer does not arrive");
    }
    if (!has_failed(backend)) {
        exchange->deliver(exchange->delivered, call_number, &answer);
    }
    destroy_exchange(backend, exchange);
}

/* ---- Opening and closing ---- */

/* Nothing around it tells where requests go. */
static const char *no_variable(void *context, const char *name)
{
    (void)context;
    (void)name;
    return NULL;
}

static enum bs_status open_pipe(struct bs_wire_backend *backend, struct bs_error *error)
{
    if (pipe(backend->arrivals) != 0) {
        return bs_error_set(error, BS_ERR_IO, NULL, "the wire backend: no pipe can be opened");
    }
    (void)fcntl(backend->arrivals[0], F_SETFL, O_NONBLOCK);
    (void)fcntl(backend->arrivals[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(backend->arrivals[1], F_SETFD, FD_CLOEXEC);
    return BS_OK;
}

static enum bs_status open_server(struct bs_wire_backend *backend, struct bs_error *error)
{
    const struct bs_server_options options = {.listen = "127.0.0.1:0",
                                              .connection_max = CONNECTIONS_MAX,
                                              .handle = bs_mock_handle,
                                              .subject = backend->mock};
    const enum bs_status status = bs_server_start(&options, &backend->server, error);

    if (status == BS_OK) {
        (void)snprintf(backend->url, sizeof(backend->url), "http://127.0.0.1:%u",
                       (unsigned)bs_server_port(backend->server));
    }
    return status;
}

static enum bs_status close_all(void *self, struct bs_error *error)
{
    struct bs_wire_backend *backend = self;

    while (backend->exchanges != NULL) {
        destroy_exchange(backend, backend->exchanges);
    }
    bs_http_client_destroy(backend->client);
    bs_server_stop(backend->server);
    bs_mock_names_destroy(backend->names);
    bs_mock_destroy(backend->mock);
    (void)close(backend->arrivals[0]);
    (void)close(backend->arrivals[1]);
    backend->client = NULL;
    backend->server = NULL;
    backend->names = NULL;
    backend->mock = NULL;
    return has_failed(backend)
               ? bs_error_set(error, backend->failure.status, NULL, "%s", backend->failure.message)
               : BS_OK;
}

static enum bs_status open_all(void *self, struct bs_world *world, struct bs_simulation *simulation,
                               struct bs_error *error)
{
    struct bs_wire_backend *backend = self;
    const struct bs_mock_options options = {
        .seed = backend->seed,
        .epoch_s = EPOCH_S,
        .pace = BS_ACCOUNT_REALISTIC,
        .verifies = true,
        .credentials = &credential,
        .credential_count = 1,
    };
    enum bs_status status = open_pipe(backend, error);

    if (status != BS_OK) {
        return status;
    }
    bs_serving_allow_files(2 * CONNECTIONS_MAX);
    backend->world = world;
    backend->simulation = simulation;
    backend->mock = bs_mock_new_driven(&options, simulation, world);
    backend->names = bs_mock_names_new(backend->mock);
    backend->client = bs_http_client_new(&backend->environment);
    status = backend->client != NULL
                 ? open_server(backend, error)
                 : bs_error_set(error, BS_ERR_MEMORY, NULL, "the wire backend: out of memory");
    if (status != BS_OK) {
        (void)close_all(backend, error);
    }
    return status;
}

struct bs_wire_backend *bs_wire_backend_new(uint64_t seed)
{
    struct bs_wire_backend *backend = calloc(1, sizeof(*backend));

    if (backend != NULL) {
        backend->seed = seed;
        backend->environment = (struct bs_environment){no_variable, NULL};
    }
    return backend;
}

void bs_wire_backend_destroy(struct bs_wire_backend *backend)
{
    free(backend);
}

struct bs_trial_carrier bs_wire_backend_carrier(struct bs_wire_backend *backend)
{
    return (struct bs_trial_carrier){backend, open_all, call, close_all};
}
