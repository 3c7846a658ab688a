/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/mock.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <openssl/crypto.h>

#include "base/assert.h"
#include "mocks/codec.h"
#include "mocks/control.h"
#include "mocks/paging.h"
#include "mocks/payload.h"
#include "mocks/receipts.h"
#include "mocks/router.h"

enum { PENDING_MAX = 1000000, SECRET_MAX = 256, REQUEST_ID_SIZE = 37, LOG_MAX = 1024 };

struct bs_mock {
    struct bs_mock_options options;
    int64_t start_ns;      /* Of the steady clock. */
    pthread_mutex_t mutex; /* Guards what follows. */
    struct bs_simulation *simulation;
    struct bs_account *account;
    struct bs_clock clock;
    int64_t epoch_s;
    uint64_t receipt_count;
    struct bs_receipts *receipts;
};

/* A request on its way; to be cleaned up. */
struct visit {
    struct bs_mock *mock;
    const struct bs_http_request *request;
    struct bs_signature_claim claim;
    struct bs_route route;
    struct bs_payload payload;
    struct bs_codec_request codec;
    struct bs_receipt receipt;
    char request_id[REQUEST_ID_SIZE];
    char secret[SECRET_MAX]; /* Of who signed; empty: nobody is verified. */
    int64_t signing_s;
};

/* Why a request is not answered with an output. */
struct failure {
    const char *error; /* A shape's name, or a code. */
    const char *message;
    int status; /* 0: the error's own. */
    const struct bs_tree *details;
};

/* ---- Time ---- */

static int64_t steady_ns(const struct bs_mock *mock)
{
    return mock->options.steady_ns(mock->options.subject);
}

/* The calendar if the world's clock had always gone as the steady one does. */
static int64_t calendar_s(const struct bs_mock *mock)
{
    return mock->options.epoch_s + (steady_ns(mock) - mock->start_ns) / BS_NS_PER_S;
}

/* With the lock held. */
static struct bs_instant move_to_now(struct bs_mock *mock)
{
    const struct bs_instant now = bs_clock_now(&mock->clock, steady_ns(mock));

    if (bs_instant_before(bs_simulation_now(mock->simulation), now)) {
        const enum bs_status status = bs_simulation_run(mock->simulation, now);

        BS_ASSERT(status == BS_OK);
    }
    return bs_simulation_now(mock->simulation);
}

/*
 * Clients sign by their own clock, or by the world's once they have been told it: whichever is nearer to the
 * date they claim is theirs.
 */
static int64_t signing_clock_s(const struct bs_mock *mock, struct bs_instant now, int64_t date_s)
{
    const int64_t world_s = mock->epoch_s + now.ns / BS_NS_PER_S;
    const int64_t wall_s = calendar_s(mock);

    return llabs(world_s - date_s) < llabs(wall_s - date_s) ? world_s : wall_s;
}

/* ---- The world ---- */

/* With the lock held, or before anybody else knows the mock. */
static void open_world(struct bs_mock *mock)
{
    const struct bs_account_options options = {
        .simulation = mock->simulation,
        .root = {.seed = mock->options.seed},
        .epoch_s = calendar_s(mock),
        .pace = mock->options.pace,
    };

    mock->epoch_s = options.epoch_s;
    mock->clock = (struct bs_clock){.anchor_ns = steady_ns(mock),
                                    .speed_thousandths = mock->options.speed_thousandths};
    mock->receipt_count = 0;
    mock->account = bs_account_new(&options);
    for (size_t i = 0; i < mock->options.credential_count; i++) {
        bs_account_add_credential(mock->account, mock->options.credentials[i].access_key_id,
                                  mock->options.credentials[i].secret_access_key);
    }
}

struct bs_mock *bs_mock_new(const struct bs_mock_options *options)
{
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = PENDING_MAX,
        .event_count_max = UINT64_MAX,
    };
    struct bs_mock *mock = calloc(1, sizeof(*mock));

    BS_ASSERT(mock != NULL && pthread_mutex_init(&mock->mutex, NULL) == 0);
    mock->options = *options;
    mock->start_ns = steady_ns(mock);
    mock->simulation = bs_simulation_new(&simulation);
    BS_ASSERT(mock->simulation != NULL);
    mock->receipts = bs_receipts_new();
    open_world(mock);
    return mock;
}

void bs_mock_destroy(struct bs_mock *mock)
{
    if (mock == NULL) {
        return;
    }
    bs_account_destroy(mock->account);
    bs_simulation_destroy(mock->simulation);
    bs_receipts_destroy(mock->receipts);
    (void)pthread_mutex_destroy(&mock->mutex);
    free(mock);
}

void bs_mock_reset(struct bs_mock *mock)
{
    (void)pthread_mutex_lock(&mock->mutex);
    bs_account_destroy(mock->account);
    bs_simulation_reset(mock->simulation);
    bs_receipts_clear(mock->receipts);
    open_world(mock);
    (void)pthread_mutex_unlock(&mock->mutex);
}

void bs_mock_change_clock(struct bs_mock *mock, const struct bs_mock_clock_change *change)
{
    struct bs_clock *clock = &mock->clock;

    (void)pthread_mutex_lock(&mock->mutex);
    bs_clock_set(clock, steady_ns(mock),
                 change->speed_thousandths > 0 ? change->speed_thousandths
                                               : clock->speed_thousandths,
                 change->is_paused != NULL ? *change->is_paused : clock->is_paused);
    if (change->advance.ns > 0) {
        bs_clock_advance(clock, steady_ns(mock), change->advance);
    }
    (void)move_to_now(mock);
    (void)pthread_mutex_unlock(&mock->mutex);
}

struct bs_mock_time bs_mock_time(struct bs_mock *mock)
{
    struct bs_mock_time time;

    (void)pthread_mutex_lock(&mock->mutex);
    time = (struct bs_mock_time){
        .now = move_to_now(mock),
        .epoch_s = mock->epoch_s,
        .speed_thousandths = mock->clock.speed_thousandths,
        .is_paused = mock->clock.is_paused,
    };
    (void)pthread_mutex_unlock(&mock->mutex);
    return time;
}

void bs_mock_write_history(struct bs_mock *mock, struct bs_buffer *text)
{
    (void)pthread_mutex_lock(&mock->mutex);
    bs_receipts_write(mock->receipts, text);
    (void)pthread_mutex_unlock(&mock->mutex);
}

/* ---- Failing ---- */

static void log_line(const struct bs_mock *mock, const char *text)
{
    if (mock->options.log != NULL) {
        mock->options.log(mock->options.subject, text);
    }
}

static void copy_text(char text[BS_RECEIPT_TEXT_MAX], const char *from)
{
    (void)snprintf(text, BS_RECEIPT_TEXT_MAX, "%.63s", from);
}

/* The status of codes that are in no service's model. */
static int status_of_code(const char *code)
{
    static const struct {
        const char *code;
        int status;
    } known[] = {{"AccessDenied", 403},   {"InternalFailure", 500}, {"InternalError", 500},
                 {"NotImplemented", 501}, {"SlowDown", 503},        {"ServiceUnavailable", 503}};

    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (strcmp(known[i].code, code) == 0) {
            return known[i].status;
        }
    }
    return 400;
}

static void answer_failure(struct visit *visit, const struct failure *failure,
                           struct bs_http_response *response)
{
    const struct bs_shape_error *shape = bs_shape_error(visit->codec.service, failure->error);
    struct bs_codec_error error = {
        .code = shape != NULL ? shape->code : failure->error,
        .message = failure->message,
        .status = failure->status != 0 ? failure->status
                  : shape != NULL      ? shape->status
                                       : status_of_code(failure->error),
        .members = shape != NULL ? shape->members : NULL,
        .details = failure->details,
        .request_id = visit->request_id,
    };
    error.is_sender = shape != NULL ? shape->is_sender : error.status < 500;
    copy_text(visit->receipt.error, error.code);
    bs_codec_encode_error(&visit->codec, &error, response);
}

static void answer_refusal(struct visit *visit, const struct bs_refusal *refusal,
                           struct bs_http_response *response)
{
    const struct failure failure = {refusal->code, refusal->message, refusal->status, NULL};

    answer_failure(visit, &failure, response);
}

/* ---- Performing ---- */

/* An answer of what the service's model has for a token that makes no sense. */
static const char *bad_token_error(const struct bs_service_shape *service)
{
    static const char *const names[] = {"InvalidNextToken", "InvalidNextTokenException",
                                        "InvalidPaginationToken", "InvalidParameterException",
                                        "InvalidParameter"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (bs_shape_error(service, names[i]) != NULL) {
            return names[i];
        }
    }
    return service->protocol == BS_PROTOCOL_QUERY || service->protocol == BS_PROTOCOL_EC2
               ? "InvalidParameterValue"
               : "ValidationException";
}

static void answer_output(struct visit *visit, const struct bs_tree *input, bool is_paged,
                          struct bs_account_answer *answer, struct bs_http_response *response)
{
    const struct bs_codec_answer encoded = {answer->output, visit->request_id};

    if (is_paged && !bs_page_cut(visit->route.operation, input, answer->output)) {
        const struct failure failure = {bad_token_error(visit->route.service),
                                        "The pagination token is not one that was given out", 0,
                                        NULL};

        answer_failure(visit, &failure, response);
    } else {
        bs_codec_encode(&visit->codec, &encoded, response);
    }
}

static void perform(struct visit *visit, const struct bs_account_operation *operation,
                    const struct bs_tree *input, struct bs_http_response *response)
{
    struct bs_mock *mock = visit->mock;
    const struct bs_account_request request = {
        .service = visit->route.service->name,
        .operation = visit->route.operation->name,
        .region = visit->route.region,
        .access_key_id = visit->claim.access_key_id[0] != '\0' ? visit->claim.access_key_id : NULL,
        .input = input,
        .receipt = visit->receipt.number,
        .signing_s = visit->signing_s,
    };
    struct bs_account_answer answer;

    (void)pthread_mutex_lock(&mock->mutex);
    (void)move_to_now(mock);
    bs_account_perform(mock->account, &request, &answer);
    (void)pthread_mutex_unlock(&mock->mutex);
    if (answer.error != NULL) {
        const struct failure failure = {answer.error, answer.message, 0, answer.details};

        answer_failure(visit, &failure, response);
    } else {
        answer_output(visit, input, operation->is_paged_by_server, &answer, response);
    }
    bs_account_answer_clean_up(&answer);
}

static const struct bs_account_operation *served_operation(const struct visit *visit)
{
    const struct bs_account_service *service = bs_account_service(visit->route.service->name);

    return service == NULL ? NULL : bs_account_operation(service, visit->route.operation->name);
}

static void answer_unserved(struct visit *visit, struct bs_http_response *response)
{
    char message[BS_ROUTE_MESSAGE_MAX];
    struct failure failure = {"UnknownOperationException", message, 400, NULL};

    if (visit->route.dialect == BS_DIALECT_S3) {
        failure.error = "NotImplemented";
        failure.status = 501;
    } else if (visit->route.dialect <= BS_DIALECT_EC2) {
        failure.error = "InvalidAction";
    }
    (void)snprintf(message, sizeof(message), "%s of %s is not served here",
                   visit->route.operation->name, visit->route.service->name);
    log_line(visit->mock, message);
    answer_failure(visit, &failure, response);
}

static void decode_and_perform(struct visit *visit, struct bs_http_response *response)
{
    const struct bs_account_operation *operation = served_operation(visit);
    struct bs_codec_problem problem;
    struct bs_tree *input;

    if (operation == NULL) {
        answer_unserved(visit, response);
        return;
    }
    input = bs_codec_decode(&visit->codec, &problem);
    if (input == NULL) {
        const struct failure failure = {problem.error, problem.message, 0, NULL};

        answer_failure(visit, &failure, response);
        return;
    }
    perform(visit, operation, input, response);
    bs_tree_destroy(input);
}

/* ---- Being let in ---- */

/* What somebody without a key of the account may ask. */
static bool is_open(const struct bs_operation_shape *operation)
{
    return operation != NULL && (strcmp(operation->name, "AssumeRoleWithWebIdentity") == 0 ||
                                 strcmp(operation->name, "AssumeRoleWithSAML") == 0);
}

/* With the lock held. */
static void take_number(struct visit *visit)
{
    struct bs_mock *mock = visit->mock;
    const uint64_t number = ++mock->receipt_count;
    const uint64_t high = bs_account_draw(mock->account, "mock", "request", 2 * number);
    const uint64_t low = bs_account_draw(mock->account, "mock", "request", 2 * number + 1);

    visit->receipt.number = number;
    visit->receipt.at = move_to_now(mock);
    visit->signing_s = signing_clock_s(mock, visit->receipt.at, visit->claim.date_s);
    visit->codec.epoch_s = mock->epoch_s;
    if (visit->route.dialect == BS_DIALECT_S3) {
        (void)snprintf(visit->request_id, REQUEST_ID_SIZE, "%016" PRIX64, high);
    } else {
        (void)snprintf(visit->request_id, REQUEST_ID_SIZE,
                       "%08" PRIx64 "-%04" PRIx64 "-4%03" PRIx64 "-a%03" PRIx64 "-%012" PRIx64,
                       high >> 32, (high >> 16) & 0xFFFF, high & 0xFFF, low >> 52,
                       low & UINT64_C(0xFFFFFFFFFFFF));
    }
}

/* With the lock held: the account knows the keys. The secret is kept for the body's signatures. */
static bool authenticate(struct visit *visit, struct bs_refusal *refusal)
{
    const struct bs_service_shape *service = visit->route.service;
    const struct bs_authentication_rules rules = {
        .account = visit->mock->account,
        .dialect = visit->route.dialect,
        .path = bs_sigv4_path_of(service->signing_name),
        .service = service->signing_name,
        .now_s = visit->signing_s,
        .window_s = bs_authentication_window_s(service->signing_name),
    };
    struct bs_account_credential credential;

    if (!visit->mock->options.verifies ||
        (visit->claim.form == BS_CLAIM_NONE && is_open(visit->route.operation))) {
        return true;
    }
    if (!bs_authenticate(&rules, visit->request, &visit->claim, refusal)) {
        return false;
    }
    if (bs_account_credential(visit->mock->account, visit->claim.access_key_id, &credential)) {
        (void)snprintf(visit->secret, sizeof(visit->secret), "%s", credential.secret_access_key);
    }
    return true;
}

static bool let_in(struct visit *visit, struct bs_http_response *response)
{
    struct bs_refusal refusal = {.problem = BS_AUTHENTICATION_VERIFIED};
    bool is_in = true;

    (void)pthread_mutex_lock(&visit->mock->mutex);
    take_number(visit);
    if (visit->route.service != NULL) {
        is_in = authenticate(visit, &refusal);
    }
    (void)pthread_mutex_unlock(&visit->mock->mutex);
    if (is_in && visit->route.dialect == BS_DIALECT_S3) {
        is_in = bs_payload_open(visit->request, &visit->claim,
                                visit->secret[0] != '\0' ? visit->secret : NULL, &visit->payload,
                                &refusal);
    }
    if (!is_in) {
        answer_refusal(visit, &refusal, response);
    }
    return is_in;
}

/* ---- Visits ---- */

/* A service that is not known is answered for by another that speaks like it. */
static const struct bs_service_shape *speaker_for(const struct bs_route *route)
{
    if (route->service != NULL) {
        return route->service;
    }
    return bs_service_shape(route->protocol == BS_PROTOCOL_QUERY ? "sts" : "ssm");
}

static void begin_visit(struct bs_mock *mock, const struct bs_http_request *request,
                        struct visit *visit)
{
    *visit = (struct visit){.mock = mock, .request = request};
    bs_signature_claim_read(request, &visit->claim);
    bs_route_find(request, &visit->claim, &visit->route);
    visit->payload.request = *request;
    visit->codec = (struct bs_codec_request){
        .service = speaker_for(&visit->route),
        .operation = visit->route.operation,
        .protocol = visit->route.protocol,
        .http = &visit->payload.request,
    };
    copy_text(visit->receipt.region, visit->route.region);
    copy_text(visit->receipt.access_key_id, visit->claim.access_key_id);
    if (visit->route.service != NULL) {
        copy_text(visit->receipt.service, visit->route.service->name);
    }
    if (visit->route.operation != NULL) {
        copy_text(visit->receipt.operation, visit->route.operation->name);
    }
}

static bool has_header(const struct bs_http_response *response, const char *name)
{
    for (size_t i = 0; i < response->header_count; i++) {
        if (strcasecmp(response->headers[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* "Sun, 30 Aug 2015 12:36:00 GMT": clients correct their clocks by it. */
static void add_date(const struct visit *visit, struct bs_http_response *response)
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const time_t at = (time_t)(visit->codec.epoch_s + visit->receipt.at.ns / BS_NS_PER_S);
    struct tm calendar;
    char text[64];

    BS_ASSERT(gmtime_r(&at, &calendar) != NULL);
    (void)snprintf(text, sizeof(text), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                   days[calendar.tm_wday], calendar.tm_mday, months[calendar.tm_mon],
                   calendar.tm_year + 1900, calendar.tm_hour, calendar.tm_min, calendar.tm_sec);
    bs_http_response_header(response, "Date", text);
}

static void add_common_headers(const struct visit *visit, struct bs_http_response *response)
{
    const bool is_s3 = visit->route.dialect == BS_DIALECT_S3;
    const char *name = is_s3 ? "x-amz-request-id" : "x-amzn-RequestId";

    if (!has_header(response, "Date")) {
        add_date(visit, response);
    }
    if (!has_header(response, name)) {
        bs_http_response_header(response, name, visit->request_id);
    }
    if (is_s3 && !has_header(response, "x-amz-id-2")) {
        bs_http_response_header(response, "x-amz-id-2", visit->request_id);
    }
}

static void end_visit(struct visit *visit, struct bs_http_response *response)
{
    struct bs_mock *mock = visit->mock;

    add_common_headers(visit, response);
    visit->receipt.status = response->status;
    (void)pthread_mutex_lock(&mock->mutex);
    bs_receipts_add(mock->receipts, &visit->receipt);
    (void)pthread_mutex_unlock(&mock->mutex);
    OPENSSL_cleanse(visit->secret, sizeof(visit->secret));
    bs_payload_clean_up(&visit->payload);
    bs_route_clean_up(&visit->route);
}

static void serve(struct visit *visit, struct bs_http_response *response)
{
    if (!let_in(visit, response)) {
        return;
    }
    visit->payload.request.target = visit->route.target;
    if (visit->route.error != NULL) {
        const struct failure failure = {visit->route.error, visit->route.message,
                                        visit->route.status, NULL};

        log_line(visit->mock, visit->route.message);
        answer_failure(visit, &failure, response);
        return;
    }
    decode_and_perform(visit, response);
}

void bs_mock_answer(struct bs_mock *mock, const struct bs_http_request *request,
                    struct bs_http_response *response)
{
    struct visit *visit;

    if (bs_control_answer(mock, request, response)) {
        return;
    }
    visit = malloc(sizeof(*visit));
    BS_ASSERT(visit != NULL);
    begin_visit(mock, request, visit);
    serve(visit, response);
    end_visit(visit, response);
    free(visit);
}

void bs_mock_handle(void *mock, struct bs_server_exchange *exchange)
{
    struct bs_http_response response;

    bs_http_response_init(&response);
    bs_mock_answer(mock, bs_server_request(exchange), &response);
    bs_server_respond(exchange, &response);
    bs_http_response_clean_up(&response);
}
